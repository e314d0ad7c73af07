"""Finding time expressions in a text."""

import re
from collections.abc import Iterable

import attrs

from newsfacts.text import TextRange, sentences
from newsfacts_dateline.calendars import Base
from newsfacts_dateline.grammar import Rule, dispatch
from newsfacts_dateline.holidays import matcher
from newsfacts_dateline.reading import Found, Memory, Reading
from newsfacts_dateline.tokens import classes, tokens


def find_times(
    text: str, published: str | None = None, ranges: Iterable[TextRange] | None = None
) -> list[Found]:
    """Find the dates, times, durations and sets of a text, in order.

    Args:
        text: any text.
        published: the ISO date (whole or partial) to resolve against; None leaves underspecified
            what depends on it.
        ranges: the sentences to read; all by default.
    """
    base = Base.of(published)
    memory = Memory()
    found: list[Found] = []
    festivals = [hit for hit in matcher().find(text) if text[hit.start].isupper()]
    for first, last in sentences(text) if ranges is None else ranges:
        named = [hit for hit in festivals if first <= hit.start < last]
        read = tokens(text, first, last, named)
        reading = Reading(text, read, base, memory, first, last)
        found += read_sentence(reading)
    return found


def read_sentence(reading: Reading) -> list[Found]:
    """Read one sentence: the longest rule that makes sense at each place, from left to right."""
    string = classes(reading.tokens)
    rules = dispatch()
    found: list[Found] = []
    at = 0
    size = len(string)
    while at < size:
        best_stop = at + 1
        candidates: list[tuple[int, int, Rule]] = []
        for rule, pattern in rules.get(string[at], ()):
            match = pattern.match(string, at)
            if match is not None and match.end() > at:
                candidates.append((-match.end(), len(candidates), rule))
        for end, _, rule in sorted(candidates, key=lambda each: each[:2]):
            result = rule.read(reading, at, -end)
            if result is not None:
                for one in result:
                    reading.memory.note(one)
                    found.append(_trimmed(reading.text, one))
                best_stop = -end
                break
        at = best_stop
    return found


_FULL_STOP = re.compile(r"(?:[^\W\d_]{5,}|\d|\bMay|\bJune|\bJuly|\b[ap]m)\.$")


def _trimmed(text: str, found: Found) -> Found:
    """Leave the full stop of a sentence outside; that of an abbreviation stays."""
    if text[found.end - 1] == "." and _FULL_STOP.search(
        text, max(found.start, found.end - 12), found.end
    ):
        return attrs.evolve(found, end=found.end - 1)
    return found
