"""The head of a story: header line, bylines, dateline."""

import re
from collections.abc import Iterator

import attrs

from newsfacts_dateline.headcredits import IsPlace
from newsfacts_dateline.headparts import (
    BYLINE,
    GLUED,
    HEADER,
    INLINE_BYLINE,
    LEADING,
    SIGN,
    HeadDate,
    Span,
    date_at,
    past,
)
from newsfacts_dateline.headreader import Head, HeadReader

REACH = 2500
"""Code points from the beginning in which a dateline may stand."""
LINES = 14
"""Lines from the beginning that may open with one."""
DATED_LINES = 6
"""Lines from the beginning of which one may be the story's date."""
PARAGRAPH = 250
"""Code points of a line after which no dateline is looked for: the story has begun."""
WITHIN = 160
"""Code points in which a line that opens with a dateline shows a mark of one."""

_CAPITALS = re.compile(r"-[A-Z]{3}")  # what `GLUED` ends before
_STOPPED = re.compile(r"[A-Z][A-Z ,-]{3,40}\. [A-Z]")
_NAMES = re.compile(r", and |, | and ")


def header_date(text: str) -> tuple[Span, str] | None:
    """Read a header line such as ` date 2024-02-13 ` or ` date 2024-10`: its span and value."""
    match = HEADER.match(text)
    return (match.span(1), match[1]) if match else None


def line_date(text: str) -> HeadDate | None:
    """Read a date with its year that is a line of its own above the story, as below a headline."""
    at = 0
    for _ in range(DATED_LINES):
        newline = text.find("\n", at, at + PARAGRAPH)
        if newline < 0:
            return None
        first = past(LEADING, text, at)
        dated = date_at(text, first) if newline - first < 40 else None
        if dated is not None and dated[0].year and not text[dated[1] : newline].strip(" ."):
            return dated[0]
        at = newline + 1
    return None


def read_head(text: str, is_place: IsPlace | None = None) -> Head | None:
    """Find the dateline of a story; None where it has none.

    `is_place` says where a gazetteer knows a place; without it, a city in capitals before a dash
    is taken on trust.
    """
    weak: Head | None = None
    for start, authors in _beginnings(text):
        head = HeadReader(text, start, is_place).read()
        if head is None and (text[start] == "(" or text[start - 1 : start] == "["):
            head = HeadReader(text, start, is_place).read_bracketed()
        if head is None:
            continue
        head = attrs.evolve(head, authors=authors)
        if head.agencies or head.date is not None:
            return head
        # A headline may look like a city and a dash: what has a date or an agency goes first.
        weak = weak or head
    return weak


def _beginnings(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the places where a dateline may begin, and the authors named before it."""
    header = HEADER.match(text)
    at = header.end() if header else 0
    authors: tuple[str, ...] = ()
    limit = min(len(text), at + REACH)
    for _ in range(LINES):
        at = past(LEADING, text, at)
        if at >= limit:
            return
        byline = BYLINE.match(text, at)
        if byline is not None:
            authors = tuple(name.strip() for name in byline.groups() if name)
        elif SIGN.search(text, at, at + WITHIN) or _city_alone(text, at):
            dashed = _CAPITALS.search(text, at, at + WITHIN)
            glued = GLUED.search(text, at, at + WITHIN) if dashed is not None else None
            if glued is not None:
                yield glued.end(), authors
            inline = INLINE_BYLINE.match(text, at)
            if inline is not None:
                yield inline.end(), tuple(_NAMES.split(inline[1]))
            else:
                yield at, authors
        newline = text.find("\n", at, limit)
        if newline < 0 or newline - at > PARAGRAPH:
            return
        at = newline + 1


def _city_alone(text: str, at: int) -> bool:
    """Tell whether a line may open with a city in brackets, by itself, or before a full stop."""
    if text[at - 1 : at] == "[":
        return True
    blank = text.find("\n\n", at, at + 30)
    return (blank > 0 and text[at:blank].isupper()) or _STOPPED.match(text, at) is not None


__all__ = ["Head", "header_date", "line_date", "read_head"]
