"""Assertions on what an extractor finds in a sentence whose expected facts are marked in it."""

from collections.abc import Iterable
from typing import Any

import attrs

from newsfacts import Article, Extractor, Fact
from newsfacts.model import group_of
from newsfacts.testing.marked import Mark, parse_marked
from newsfacts.testing.subject import subject_of

_KIND_FIELDS = ("harm", "type", "kind")


def labels_of(fact: Fact) -> tuple[str, ...]:
    """Give the labels that a mark may call a fact by: its group, and its harm, type or kind."""
    kinds = [getattr(fact, name, None) for name in _KIND_FIELDS]
    return (group_of(fact), *(kind for kind in kinds if isinstance(kind, str)))


def stated(fact: Fact, name: str) -> str | None:
    """Give a value of a fact as a mark would write it; None where it has none.

    A field of the fact itself, or else of one of its values: `value` of a count, `kind` of
    victims. A place is told by its name, a time by its value, a count by its value or bounds.
    """
    if name in {field.name for field in attrs.fields(type(fact))}:
        return _told(getattr(fact, name))
    for field in attrs.fields(type(fact)):
        value = getattr(fact, field.name)
        if attrs.has(type(value)) and hasattr(value, name):
            return _told(getattr(value, name))
    raise KeyError(f"{type(fact).__name__} has no {name!r}")


def _told(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        return ",".join(_told(item) or "" for item in value)
    for name in ("name", "value", "text"):
        if attrs.has(type(value)) and getattr(value, name, None) is not None:
            return str(getattr(value, name))
    return str(value)


def assert_extracts(
    extractor: Extractor, marked_text: str, *, published: str | None = None, **options: Any
) -> tuple[Fact, ...]:
    """Hold that an extractor finds what is marked in a text, and nothing else of these groups.

    Each mark is a fact whose first span is the mark: its label is the fact's group, harm, type
    or kind, its attributes are values (`<killed value=12 modifier=at_least>12 people</killed>`).
    A text without marks holds that nothing at all is found. Options are those of
    `newsfacts.testing.checks.check_extractor`. Gives the facts found.

    Raises:
        AssertionError: something is missing, wrong or found beyond the marks.
    """
    expected = parse_marked(marked_text)
    article = Article(text=expected.text, published=published)
    found = tuple(subject_of(extractor, **options).run(article))
    labels = {mark.label for mark in expected.marks}
    concerned = [fact for fact in found if not labels or labels.intersection(labels_of(fact))]
    problems = []
    for mark in expected.marks:
        problem, fact = _match(mark, concerned)
        if problem:
            problems.append(problem)
        if fact is not None:
            concerned.remove(fact)
    problems += [f"found beyond the marks: {_say(fact)}" for fact in concerned]
    if problems:
        raise AssertionError("\n".join([f"in {marked_text!r}:", *problems]))
    return found


def _match(mark: Mark, facts: Iterable[Fact]) -> tuple[str, Fact | None]:
    here = [f for f in facts if mark.label in labels_of(f) and f.evidence[0] == mark.span]
    if not here:
        return (
            f"missing: {mark.label} at {mark.span.start}:{mark.span.end} {mark.span.text!r}",
            None,
        )
    wrong: list[str] = []
    for fact in here:
        wrong = []
        for name, value in mark.attributes.items():
            got = stated(fact, name)
            if got != value and not (got is None and value in ("null", "none")):
                wrong.append(f"wrong: {name} of {mark.span.text!r} is {got!r}, not {value!r}")
        if not wrong:
            return "", fact
    return "; ".join(wrong), here[0]


def _say(fact: Fact) -> str:
    span = fact.evidence[0]
    return f"{'/'.join(labels_of(fact))} at {span.start}:{span.end} {span.text!r}"
