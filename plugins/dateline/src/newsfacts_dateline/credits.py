"""Agencies credited outside the dateline: a last line, `told EFE`, `(Reuters)`."""

import re
from collections.abc import Iterator
from functools import cache

from newsfacts.text import load_lexicon
from newsfacts_dateline.agencies import agency_named, delicate

_LAST = re.compile(r"(?:^|[.!?”\"\s])[\s(\[—–-]*(?P<name>[^\W\d_][\w.&'’/ -]{1,50}?)[\s)\].]*$")
_PAREN = re.compile(r"\((?P<name>[^\W\d_][\w.&'’/ -]{1,40})\)")


@cache
def _pattern() -> re.Pattern[str]:
    verbs = "|".join(load_lexicon("newsfacts_dateline", "credits")["verbs"])
    return re.compile(
        rf"\b(?:{verbs})\s+(?:the\s+)?(?P<name>[A-Z][\w'’-]*+(?:\s(?:News\s)?Agency|\sPress|\sFrance-Presse)?)"
    )


def find_credits(text: str, head: tuple[int, int] | None) -> Iterator[tuple[int, int, str]]:
    """Give the agencies credited, with their spans; each agency once, at its first place."""
    seen: set[str] = set()
    found: list[tuple[int, int, str]] = []
    for match in _pattern().finditer(text):
        if (hit := _credit(match, text, strict=True)) is not None:
            found.append(hit)
    for match in _PAREN.finditer(text):
        if (hit := _credit(match, text, strict=True)) is not None:
            found.append(hit)
    tail = text[-90:]
    last = _LAST.search(tail)
    if last is not None:
        lines = tail.rstrip().splitlines()
        name = lines[-1].strip(" ()[].—–-") if lines else ""
        agency = agency_named(name) if name else None
        if agency is not None:
            start = text.rstrip().rfind(name)
            found.append((start, start + len(name), agency.name))
    for start, end, name in sorted(found):
        if head is not None and start < head[1] and end > head[0]:
            continue
        if name not in seen:
            seen.add(name)
            yield start, end, name


def _credit(match: re.Match[str], text: str, *, strict: bool) -> tuple[int, int, str] | None:
    start, end = match.span("name")
    name = text[start:end]
    agency = agency_named(name)
    if agency is None and " " in name:
        first = name.split()[0]
        agency, end = agency_named(first), start + len(first)
        name = first
    if agency is None or (strict and name in delicate()):
        return None
    return start, end, agency.name
