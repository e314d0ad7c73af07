"""Small named checks, one property each, for any extractor.

`check_extractor` runs all that apply and gives every result; `parametrize_with_checks` makes
pytest parameters of them. They hold an extractor to its interface and to relations that are true
whatever the right answer is; how good its answers are is another matter
(`newsfacts.testing.grammar`).
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from newsfacts import Extractor, Fact
from newsfacts.testing.checks import metamorphic, purity, robust, spans
from newsfacts.testing.checks._base import (
    REGISTRY,
    Check,
    CheckResult,
    CheckSkipped,
    Violation,
    run_check,
)
from newsfacts.testing.subject import Subject, subject_of

if TYPE_CHECKING:
    import pytest

    from newsfacts.plugins import LoadedExtractor

__all__ = [
    "Check", "CheckResult", "CheckSkipped", "Violation", "all_checks", "check_extractor",
    "extractor_checks", "parametrize_with_checks", "report", "run_check",
]  # fmt: skip

_MODULES = (spans, purity, robust, metamorphic)  # importing them registers their checks


def all_checks() -> tuple[Check, ...]:
    """Give every check, by name."""
    return tuple(REGISTRY[name] for name in sorted(REGISTRY))


def extractor_checks(extractor: Extractor, **options: Any) -> Iterable[tuple[Check, Subject]]:
    """Give each check with the extractor made ready for it; `check(subject)` runs it.

    Options are those of `check_extractor`.
    """
    subject = subject_of(extractor, **options)
    return [(each, subject) for each in all_checks()]


def check_extractor(
    extractor: Extractor,
    *,
    expected_failures: Mapping[str, str] | None = None,
    only: Iterable[str] | None = None,
    fact_types: Iterable[type[Fact]] = (),
    sentences: Iterable[str] = (),
    companions: "Iterable[LoadedExtractor] | None" = None,
    config: Mapping[str, Any] | None = None,
    max_examples: int = 40,
    seed: int | None = None,
) -> list[CheckResult]:
    """Run every check on an extractor and give all results.

    Args:
        extractor: the extractor.
        expected_failures: name of a check to the reason why it fails; passing all the same is
            reported as `xpassed`.
        only: names of the checks to run; None means all.
        fact_types: classes of facts that it emits, where their plugin is not installed.
        sentences: texts in which it finds something; by default its `examples`. Without any,
            most checks have nothing to look at and say so.
        companions: extractors that run before it; None means the installed ones that it requires
            or uses.
        config: its config section.
        max_examples: articles drawn for each check.
        seed: draws other articles than the usual ones; None draws the same every time.

    Raises:
        ValueError: a check is named that does not exist.
    """
    expected = dict(expected_failures or {})
    names = sorted(REGISTRY) if only is None else list(only)
    if unknown := sorted({*expected, *names} - REGISTRY.keys()):
        raise ValueError(
            f"no check is named {', '.join(map(repr, unknown))}; there are {', '.join(REGISTRY)}"
        )
    subject = subject_of(
        extractor, fact_types=fact_types, sentences=sentences, companions=companions,
        config=config, max_examples=max_examples, seed=seed,
    )  # fmt: skip
    return [run_check(REGISTRY[name], subject, expected.get(name)) for name in names]


def report(results: Iterable[CheckResult]) -> str:
    """Give results as text: a line for each check, what failed in full, and how many ran."""
    lines = []
    tally: dict[str, int] = {}
    for result in results:
        tally[result.status] = tally.get(result.status, 0) + 1
        note = f": {result.message}" if result.status in ("skipped", "xfailed", "xpassed") else ""
        lines.append(f"{result.status:8} {result.check}{note}")
        if result.status == "failed":
            lines += [f"    {line}" for line in result.message.splitlines()]
    total = ", ".join(f"{count} {status}" for status, count in sorted(tally.items()))
    return "\n".join([*lines, total])


def parametrize_with_checks(
    extractors: Iterable[Extractor],
    *,
    expected_failures: Mapping[str, Mapping[str, str]] | None = None,
    **options: Any,
) -> "pytest.MarkDecorator":
    """Make pytest parameters `check` and `subject` of every check for every extractor.

    `expected_failures` maps an extractor's name to check and reason; these are strict xfails.
    Other options are those of `check_extractor`. Use it so::

        @parametrize_with_checks([MyExtractor()], sentences=["A quake of magnitude 5 hit Lyon."])
        def test_my_extractor(check, subject):
            check(subject)
    """
    import pytest

    def checked(each: Check) -> Any:
        def run(subject: Subject) -> None:
            try:
                each.run(subject)
            except CheckSkipped as skipped:
                pytest.skip(str(skipped))

        return run

    parameters = []
    for extractor in extractors:
        reasons = dict((expected_failures or {}).get(extractor.name, {}))
        for each, subject in extractor_checks(extractor, **options):
            reason = reasons.pop(each.name, None)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason is not None else []
            parameters.append(
                pytest.param(
                    checked(each), subject, id=f"{extractor.name}-{each.name}", marks=marks
                )
            )
        if reasons:
            raise ValueError(f"no check is named {', '.join(map(repr, sorted(reasons)))}")
    return pytest.mark.parametrize(("check", "subject"), parameters)
