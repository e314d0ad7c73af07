"""What a claim must be before it is filed: of a registered class, its spans verbatim."""

from collections.abc import Mapping
from typing import Any

from newsfacts.errors import InvalidFactError
from newsfacts.model import Fact, Span
from newsfacts.plugins import LoadedExtractor


def checked(claim: Any, each: LoadedExtractor, text: str, kinds: Mapping[str, type[Fact]]) -> Fact:
    """Give back what an extractor emitted, if it is a claim about the text.

    Args:
        claim: whatever it emitted.
        each: the extractor, for the message.
        text: the article's text.
        kinds: the registered class of each group.

    Raises:
        InvalidFactError: it is no fact, its group is not registered or is another class's, or one
            of its spans does not say what the text has there.
    """
    if not isinstance(claim, Fact):
        raise InvalidFactError(f"{each} emitted {claim!r}, which is no Fact")
    known = kinds.get(claim.group)
    if known is not type(claim):
        raise InvalidFactError(_unregistered(claim, known, each))
    for span in claim.evidence:
        if text[span.start : span.end] != span.text:
            raise InvalidFactError(_misplaced(span, text, each))
    return claim


def _unregistered(claim: Fact, known: type[Fact] | None, each: LoadedExtractor) -> str:
    if known is None:
        return (
            f"{each} emitted {type(claim).__name__} of group {claim.group!r}, which no plugin"
            " registered; return the class from newsfacts_fact_types()"
        )
    return (
        f"{each} emitted {type(claim).__qualname__} for group {claim.group!r},"
        f" whose class is {known.__qualname__}"
    )


def _misplaced(span: Span, text: str, each: LoadedExtractor) -> str:
    if span.end > len(text):
        return f"{each}: span {span.start}:{span.end} outside text of {len(text)}"
    return (
        f"{each}: span {span.start}:{span.end} says {span.text!r}, but the text has"
        f" {text[span.start : span.end]!r}"
    )
