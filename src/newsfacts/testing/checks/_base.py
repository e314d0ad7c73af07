"""What a check is, and how one is run on a subject."""

import time
import traceback
from collections.abc import Callable, Iterable
from typing import Any, Literal

import attrs
from hypothesis import HealthCheck, Phase, given, reject, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from newsfacts import Article, Fact
from newsfacts.model import group_of, plain
from newsfacts.model.facts import field_names
from newsfacts.testing import strategies as nst
from newsfacts.testing.subject import ExtractorRaised, Subject

Status = Literal["passed", "failed", "skipped", "xfailed", "xpassed"]


class CheckSkipped(Exception):
    """A check has nothing to say of this extractor; the message says why."""


class Violation(AssertionError):
    """An extractor broke a rule: the rule, the smallest article found, and the fact."""

    def __init__(
        self, rule: str, article: Article | None = None, fact: Fact | None = None, detail: str = ""
    ) -> None:
        lines = [f"rule:    {rule}"]
        if detail:
            lines.append(f"found:   {detail}")
        if fact is not None:
            spans = ", ".join(f"{s.start}:{s.end} {s.text!r}" for s in fact.evidence)
            lines += [f"fact:    {_short(repr(fact), 600)}", f"spans:   {_short(spans, 300)}"]
        if article is not None:
            lines.append(f"article: {_short(repr(article.text), 1200)}")
            if article.published:
                lines.append(f"         published {article.published}")
        super().__init__("\n".join(lines))
        self.rule = rule
        self.article = article
        self.fact = fact


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[:limit]}... ({len(text)} characters)"


@attrs.frozen
class Check:
    """A property that extractors should have.

    `run` raises `Violation` where it does not hold and `CheckSkipped` where it does not apply.
    """

    name: str
    run: Callable[[Subject], None]

    @property
    def doc(self) -> str:
        """One sentence on what the check holds an extractor to."""
        return (self.run.__doc__ or "").strip().splitlines()[0]

    def __call__(self, subject: Subject) -> None:
        """Run the check."""
        self.run(subject)


@attrs.frozen(kw_only=True)
class CheckResult:
    """What came of one check: `message` says why it was skipped or what it found."""

    check: str
    extractor: str
    status: Status
    message: str = ""
    seconds: float = attrs.field(default=0.0, eq=False)

    @property
    def ok(self) -> bool:
        """Whether nothing is to be done about it."""
        return self.status in ("passed", "skipped", "xfailed")


REGISTRY: dict[str, Check] = {}


def check(run: Callable[[Subject], None]) -> Check:
    """Register a function as the check of its name."""
    made = Check(run.__name__, run)
    if made.name in REGISTRY:
        raise ValueError(f"two checks are named {made.name!r}")
    REGISTRY[made.name] = made
    return made


def run_check(made: Check, subject: Subject, expected_failure: str | None = None) -> CheckResult:
    """Run one check and say what came of it; exceptions of the check itself are failures too."""
    started = time.perf_counter()
    status: Status = "passed"
    message = ""
    try:
        made(subject)
    except CheckSkipped as skipped:
        status, message = "skipped", str(skipped)
    except Violation as violation:
        status, message = "failed", str(violation)
    except Exception:
        status, message = "failed", traceback.format_exc(limit=8)
    if expected_failure is not None and status in ("passed", "failed"):
        status = "xfailed" if status == "failed" else "xpassed"
        message = expected_failure
    return CheckResult(
        check=made.name, extractor=subject.name, status=status, message=message,
        seconds=time.perf_counter() - started,
    )  # fmt: skip


def drawn_articles(subject: Subject) -> st.SearchStrategy[Article]:
    """Draw articles in which the subject has something to find, among much that is trouble."""
    texts = nst.texts(also=subject.sentences)
    if subject.sentences:
        # What most often moves offsets, before a sentence in which there is something to find.
        first, last = subject.sentences[0], subject.sentences[-1]
        shifting = [first + before + last for before in ("\r\n\r\n", " 🕊 ", " e\u0301\u200b ")]
        texts = st.one_of(st.sampled_from(shifting), texts, texts)
    return nst.articles(text=texts)


def for_all(
    subject: Subject,
    test: Callable[..., None],
    *strategies: st.SearchStrategy[Any],
    max_examples: int | None = None,
) -> None:
    """Run a property over drawn values and raise with the smallest counterexample.

    The values are the same every time, or those of the subject's seed.
    """
    property = given(st.tuples(*strategies))(_quiet(test))
    if subject.seed is not None:
        property = seed(subject.seed)(property)
    run = settings(
        max_examples=max_examples or subject.max_examples,
        deadline=None,
        database=None,
        derandomize=subject.seed is None,
        print_blob=False,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )(property)
    try:
        run()
    except BaseExceptionGroup as several:  # Hypothesis' word for what came and went
        broken = [error for error in several.exceptions if isinstance(error, Violation)]
        raise (broken[0] if broken else several) from None
    except Unsatisfiable:
        raise CheckSkipped(
            "the extractor raised on every article that was drawn; see never_raises"
        ) from None


def _quiet(test: Callable[..., None]) -> Callable[..., None]:
    """An extractor that raises is the business of `never_raises` alone."""

    def wrapped(values: tuple[Any, ...]) -> None:
        try:
            test(*values)
        except ExtractorRaised:
            reject()

    return wrapped


@attrs.define
class Seen:
    """Counts the claims that a property saw, so that a check of nothing is no pass."""

    claims: int = 0

    def some(self, subject: Subject) -> None:
        """Skip the check if no claim was seen."""
        if not self.claims:
            raise CheckSkipped(
                f"{subject.name!r} found nothing in any drawn article; give sentences=[...] in"
                " which it finds something"
            )


_NOT_VALUES = frozenset({"id", "extractors", "evidence"})


def values_of(facts: Iterable[Fact], *, spans: bool = True) -> list[tuple[str, str]]:
    """Give facts as comparable (group, values) pairs, sorted; without spans only their values."""
    pairs = []
    for fact in facts:
        values = {
            name: plain(getattr(fact, name))
            for name in field_names(type(fact))
            if name not in _NOT_VALUES
        }
        if spans:
            values["spans"] = [(span.start, span.end) for span in fact.evidence]
        else:
            values = {name: _without_spans(value) for name, value in values.items()}
        told = {name: value for name, value in values.items() if value not in (None, [], {})}
        pairs.append((group_of(fact), repr(sorted(told.items()))))
    return sorted(pairs)


def _without_spans(value: Any) -> Any:
    if isinstance(value, dict):
        if {"start", "end"} <= value.keys() and value.keys() <= {"start", "end", "text", "group"}:
            return value.get("text", value.get("group"))
        return {name: _without_spans(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_without_spans(item) for item in value]
    return value
