"""Spans: the places in an article's text that prove a fact."""

from collections.abc import Iterable

import attrs

from newsfacts.model._open import maker, quick
from newsfacts.model._validate import is_a, keywords


@quick
@attrs.frozen(order=True)
class Span:
    """A stretch of an article's text: `article.text[start:end] == text`.

    `start` and `end` count Unicode code points into the text exactly as it was given;
    `end` is exclusive.

    Raises:
        ValueError: the offsets are negative, empty or reversed, or do not fit `text`.
    """

    start: int = attrs.field(metadata=keywords(minimum=0))
    end: int = attrs.field(metadata=keywords(minimum=1))
    text: str = attrs.field(metadata=keywords(minLength=1))

    def __attrs_post_init__(self) -> None:
        # Together rather than by a validator each: nothing is made as often as a span.
        if not (
            isinstance(self.start, int) and isinstance(self.end, int) and isinstance(self.text, str)
        ):
            for name, check in (("start", _INTEGER), ("end", _INTEGER), ("text", _TEXT)):
                check(self, getattr(attrs.fields(Span), name), getattr(self, name))
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}:{self.end} is empty, reversed or negative")
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"span {self.start}:{self.end} covers {self.end - self.start} characters,"
                f" but its text has {len(self.text)}: {self.text!r}"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Make the span of `text` between two offsets.

        Raises:
            ValueError: the offsets lie outside the text.
        """
        if end > len(text):
            raise ValueError(f"span {start}:{end} outside text of {len(text)}")
        if cls is Span and start.__class__ is end.__class__ is int and 0 <= start < end:
            return _span(start, end, text[start:end])
        return cls(start, end, text[start:end])

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


_span = maker(Span)
_INTEGER, _TEXT = is_a(int), is_a(str)

Evidence = tuple[Span, ...]
"""One or more spans, sorted by position, none twice."""


def by_position(span: Span) -> tuple[int, int, str]:
    """What spans are sorted by; the same order as that of spans themselves, and quicker."""
    return span.start, span.end, span.text


def as_evidence(spans: Span | Iterable[Span]) -> Evidence:
    """Sort spans by position and drop repetitions; one span stands for itself."""
    if isinstance(spans, Span):
        return (spans,)
    found = tuple(spans)
    if len(found) == 1:
        return found
    reached = -1
    for span in found:
        if span.start <= reached:
            return tuple(sorted(set(found), key=by_position))
        reached = span.start
    return found
