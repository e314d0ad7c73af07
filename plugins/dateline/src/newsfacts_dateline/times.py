"""Finding time expressions in a text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

import attrs

from newsfacts.text import PhraseMatcher, TextRange, load_lexicon, matcher_of, sentences
from newsfacts_dateline.calendars import Base
from newsfacts_dateline.grammar import Rule, dispatch
from newsfacts_dateline.holidays import holidays, matcher
from newsfacts_dateline.reading import Found, Memory, Reading
from newsfacts_dateline.tokens import classes, tokens

LONGEST = 10
"""Tokens from the beginning of an expression to the word that makes it one."""

_ANCHOR = re.compile(r"[mwkuUpPsSDTFRYzyZNcQgiloH]")
_FIGURES = re.compile(
    r"(?<![\d.,$€£¥])(?:1[0-9]|20|21)\d\d(?![\d%]|,\d)|\d(?:st|nd|rd|th)\b|\d[:/.]\d\d|['’]\d\d\b"
)


@cache
def cues() -> tuple[str, ...]:
    """Give the words without which a sentence, if it has no figures of a date, holds no time."""
    sections = (
        "months", "weekdays", "units", "units_plural", "parts_of_day", "parts_of_day_plural",
        "seasons", "seasons_plural", "deictic_days", "deictic_parts", "references", "frequencies",
        "decades", "periods",
    )  # fmt: skip
    lexicon = load_lexicon("newsfacts_dateline", "times")
    found = {word for section in sections for word in lexicon[section]}
    found |= {day + "s" for day in lexicon["weekdays"] if len(day) > 5}
    found |= {
        "the past",
        "future",
        "year-end",
        "quarter",
        "half",
        "nineteen",
        "two thousand",
        "a.m",
        "p.m",
        "am",
        "pm",
    }
    found |= set(holidays())
    return tuple(sorted(found))


def cued(text: str, ranges: Iterable[TextRange], starts: Sequence[int]) -> list[TextRange]:
    """Give the sentences that hold a cue (`starts`: where cues begin) or figures of a date."""
    found = []
    for sentence in ranges:
        at = bisect_left(starts, sentence.start)
        if (at < len(starts) and starts[at] < sentence.end) or _FIGURES.search(
            text, sentence.start, sentence.end
        ):
            found.append(sentence)
    return found


@cache
def _cue_matcher() -> PhraseMatcher[str]:
    return matcher_of(cues())


def find_times(
    text: str, published: str | None = None, ranges: Iterable[TextRange] | None = None
) -> list[Found]:
    """Find the dates, times, durations and sets of a text, in order.

    Args:
        text: any text.
        published: the ISO date (whole or partial) to resolve against; None leaves underspecified
            what depends on it.
        ranges: the sentences to read; by default those with a cue.
    """
    base = Base.of(published)
    memory = Memory()
    found: list[Found] = []
    festivals = [hit for hit in matcher().find(text) if text[hit.start].isupper()]
    if ranges is None:
        starts = sorted(hit.start for hit in _cue_matcher().all_hits(text))
        ranges = cued(text, sentences(text), starts)
    for first, last in ranges:
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
    anchors = [match.start() for match in _ANCHOR.finditer(string)]
    ahead = 0
    while anchors and at < size:
        while ahead < len(anchors) and anchors[ahead] < at:
            ahead += 1
        if ahead == len(anchors):
            break
        if anchors[ahead] - at > LONGEST:
            at = anchors[ahead] - LONGEST
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
