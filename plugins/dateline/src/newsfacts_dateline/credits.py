"""Agencies credited outside the dateline: a last line, `told EFE`, `(Reuters)`."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newsfacts.text import PhraseMatcher, load_lexicon, matcher_of
from newsfacts_dateline.agencies import agency_named, delicate

_PAREN = re.compile(r"\((?P<name>[^\W\d_][\w.&'’/ -]{1,40})\)")
_TOLD = re.compile(
    r"\s+(?:the\s+)?(?P<name>[A-Z][\w'’-]*+(?:\s(?:News\s)?Agency|\sPress|\sFrance-Presse)?)"
)
_INITIALS = re.compile(r"(?<!\s)[^\S\n]*+\n\s*+[a-z]{2,4}(?>(?:[/-][a-z]{2,4})*)$")
_SIGNED = re.compile(r"[.!?”\"]\s+([A-ZÀ-Ý][\w-]{1,12})$")
TAIL = 90
"""Code points at the end of a text in which a last line may name an agency."""
LINE = 80
"""Code points at the end of a last line that may name one."""


@cache
def credit_verbs() -> frozenset[str]:
    """Give the words after which an agency stands as the one told or quoted."""
    return frozenset(load_lexicon("newsfacts_dateline", "credits")["verbs"])


@cache
def _matcher() -> PhraseMatcher[str]:
    return matcher_of(credit_verbs(), ignore_case=False)


def find_credits(
    text: str, head: tuple[int, int] | None, verbs: Iterable[int] | None = None
) -> Iterator[tuple[int, int, str]]:
    """Give the agencies credited, with their spans; each agency once, at its first place.

    Args:
        text: the article's text.
        head: the span of its dateline, where there is one; what it credits is left out.
        verbs: where the occurrences of `credit_verbs` end, if that is known already.
    """
    if verbs is None:
        verbs = [hit.end for hit in _matcher().all_hits(text)]
    seen: set[str] = set()
    found: set[tuple[int, int, str]] = set()
    for end in verbs:
        told = _TOLD.match(text, end)
        if told is not None and (hit := _credit(told, text)) is not None:
            found.add(hit)
    for match in _PAREN.finditer(text):
        if (hit := _credit(match, text)) is not None:
            found.add(hit)
    if (hit := _last_line(text)) is not None:
        found.add(hit)
    for start, end, name in sorted(found):
        if head is not None and start < head[1] and end > head[0]:
            continue
        if name not in seen:
            seen.add(name)
            yield start, end, name


def _last_line(text: str) -> tuple[int, int, str] | None:
    """Read an agency that signs a story: its last line, or its last word after a full stop.

    Initials of those who wrote and edited may stand below (`EFE` above `abc/de`).
    """
    size = len(text.rstrip())
    tail = text[max(0, size - TAIL) : size]
    initials = _INITIALS.search(tail)
    if initials is not None:
        size -= len(tail) - initials.start()
        tail = tail[: initials.start()]
    signed = _SIGNED.search(tail)
    lines = [(tail[tail.rfind("\n") + 1 :][-LINE:], False)]
    if signed is not None:
        lines.append((signed[1], True))
    for line, last_word in lines:
        name = line.strip(" ()[].—–-")
        agency = agency_named(name) if name[:1].isalpha() else None
        if agency is None or (last_word and (not name.isupper() or name in delicate())):
            continue
        start = text.rfind(name, 0, size)
        return start, start + len(name), agency.name
    return None


def _credit(match: re.Match[str], text: str) -> tuple[int, int, str] | None:
    start, end = match.span("name")
    name = text[start:end]
    agency = agency_named(name)
    if agency is None and " " in name:
        first = name.split()[0]
        agency, end = agency_named(first), start + len(first)
        name = first
    if agency is None or name in delicate():
        return None
    return start, end, agency.name
