"""Finding time expressions in a text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from newsfacts.model import is_timex_value
from newsfacts.text import Hit, PhraseMatcher, TextRange, load_lexicon, matcher_of, sentences
from newsfacts_dateline.calendars import Base
from newsfacts_dateline.grammar import Rule, dispatch
from newsfacts_dateline.holidays import holidays
from newsfacts_dateline.ranges import shared_years
from newsfacts_dateline.reading import Found, Memory, Reading
from newsfacts_dateline.tokens import classes, tokens

BEFORE = 40
AFTER = 30
"""Code points read before and after a cue; an expression is shorter."""
WHOLE = 72
"""Sentences up to this length are read whole."""
LONGEST = 10
"""Tokens from the beginning of an expression to the word that makes it one."""

_ANCHOR = re.compile(r"[mwkuUpPsSDTFRYzyZNcQgiloHh]")
# What one rule may take in: rules pass over no words of other kinds but one in `0835 GMT _1`.
_RUN = re.compile(r"(?>(?:[^_%!]|(?<=g)_){1,60})")
_SUFFIX = r"(?:-\d\d-\d\d|st\b|nd\b|rd\b|th\b|[ap]m\b|(?<=[2-9]0)s\b)"
# Three characters or more, two with a suffix, or two behind an apostrophe.
_FIGURES = re.compile(rf"\d(?:[\d,.:/]{{2,}}+{_SUFFIX}?|\d?{_SUFFIX}|\d(?<=['’]\d\d))")


@cache
def cues() -> tuple[str, ...]:
    """Give the words without which a sentence, if it has no figures of a date, holds no time."""
    sections = (
        "months", "weekdays", "units", "units_plural", "parts_of_day", "parts_of_day_plural",
        "seasons", "seasons_plural", "deictic_days", "deictic_parts", "references", "frequencies",
        "decades", "periods", "zones",
    )  # fmt: skip
    lexicon = load_lexicon("newsfacts_dateline", "times")
    found = {word for section in sections for word in lexicon[section]}
    found |= {day + "s" for day in lexicon["weekdays"] if len(day) > 5}
    found |= {
        "the past",
        "future",
        "current",
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
    return tuple(sorted(found.union(holidays())))


def windows(
    text: str, ranges: Iterable[TextRange], starts: Sequence[int]
) -> Iterator[tuple[int, int, TextRange]]:
    """Give the stretches of sentences to read: those around a cue or the figures of a date.

    `starts` are the offsets of cues, sorted. Each stretch comes with its sentence.
    """
    figures = [
        match.start()
        for match in _FIGURES.finditer(text)
        if _may_date(text, match.start(), match[0])
    ]
    all_marks = sorted({*starts, *figures})
    begin = 0
    for sentence in ranges:
        first, last = sentence
        begin = bisect_left(all_marks, first, begin)
        end = bisect_left(all_marks, last, begin)
        marks = all_marks[begin:end]
        begin = end
        if not marks:
            continue
        if last - first <= WHOLE:
            yield first, last, sentence
            continue
        opened = closed = -1
        for mark in marks:
            if closed < 0 or mark - BEFORE > closed:
                if closed >= 0:
                    yield opened, closed, sentence
                opened = _word_edge(text, mark - BEFORE, first)
            space = text.find(" ", mark + AFTER, last)
            closed = space if space >= 0 else last
        yield opened, closed, sentence


def _may_date(text: str, at: int, figures: str) -> bool:
    """Tell whether figures may be a date by themselves: a year, `7/10/2023`, `11th`."""
    if at and text[at - 1] in "$€£¥#.":
        return False
    bare = figures.rstrip(".,:/")
    if len(bare) == 4 and bare.isdigit():
        return "1000" <= bare < "2200"
    if len(bare) == 2:
        return bool(at) and text[at - 1] in "'’"
    return len(bare) > 2 and (
        "/" in bare or ":" in bare or "-" in bare or bare[-1].isalpha() or bare.count(".") == 2
    )


def _word_edge(text: str, at: int, first: int) -> int:
    """Give the beginning of the word that stands at or before `at`, not before `first`."""
    return first if at <= first else max(first, text.rfind(" ", first, at) + 1)


@cache
def _cue_matcher() -> PhraseMatcher[str]:
    return matcher_of(cues())


def find_times(
    text: str,
    published: str | None = None,
    ranges: Iterable[TextRange] | None = None,
    hits: Sequence[Hit[str]] | None = None,
) -> list[Found]:
    """Find the dates, times, durations and sets of a text, in order.

    Args:
        text: any text.
        published: the ISO date (whole or partial) to resolve against; None leaves underspecified
            what depends on it.
        ranges: the text's sentences, where they are known already.
        hits: the occurrences of `cues` in the text, sorted, where they are known already.
    """
    base = Base.of(published)
    memory = Memory()
    found: list[Found] = []
    if hits is None:
        hits = sorted(_cue_matcher().all_hits(text))
    if ranges is None:
        ranges = sentences(text)
    named = festivals(text, hits)
    for first, last, sentence in windows(text, ranges, [hit.start for hit in hits]):
        read = tokens(text, first, last, _between(named, first, last) if named else ())
        found += read_sentence(Reading(text, read, base, memory, sentence.start, sentence.end))
    return found


def _between(hits: Sequence[Hit[str]], first: int, last: int) -> Sequence[Hit[str]]:
    """Give the hits that begin in a stretch."""
    begin = bisect_left(hits, first, key=_start_of)
    return hits[begin : bisect_left(hits, last, begin, key=_start_of)]


def _start_of(hit: Hit[str]) -> int:
    return hit.start


def festivals(text: str, hits: Iterable[Hit[str]]) -> list[Hit[str]]:
    """Give the holidays among the cues, written as names are, the longest at each place."""
    names = holidays()
    found = [hit for hit in hits if hit.value in names and not text[hit.start].islower()]
    kept: list[Hit[str]] = []
    for hit in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(Hit(hit.start, hit.end, names[hit.value]))
    return kept


@cache
def _start() -> re.Pattern[str]:
    """Give a pattern for the classes that an expression may begin with."""
    return re.compile(f"[{''.join(sorted(dispatch()))}]")


def read_sentence(reading: Reading) -> list[Found]:
    """Read a stretch: the longest rule that makes sense at each place, from left to right."""
    string = classes(reading.tokens)
    start = _start()
    found: list[Found] = []
    anchors = [match.start() for match in _ANCHOR.finditer(string)]
    at = passed = 0
    while passed < len(anchors):
        anchor = anchors[passed]
        if anchor < at:
            passed += 1
            continue
        match = start.search(string, max(at, anchor - LONGEST), anchor + 1)
        if match is None:
            passed += 1
            at = anchor + 1
            continue
        at = match.start()
        at = _read_at(reading, string, at, found)
    return shared_years(reading.text, found) if len(found) > 1 else found


def _read_at(reading: Reading, string: str, at: int, found: list[Found]) -> int:
    """Read what begins at one token, add it to `found`, and give where to go on."""
    run = _RUN.match(string, at)
    for length, rule in matching(run[0]) if run is not None else ():
        result = rule.read(reading, at, at + length)
        if result is not None:
            for one in result:
                if not is_timex_value(one.value):
                    continue  # a year before 1 or after 9999
                reading.memory.note(one)
                found.append(_trimmed(reading.text, one))
            return at + length
    return at + 1


@lru_cache(maxsize=4096)
def matching(run: str) -> tuple[tuple[int, Rule], ...]:
    """Give the rules that match at the beginning of a run of classes, the longest first.

    The same few runs come again and again, so that most are looked up rather than matched.
    """
    found = []
    for rule, pattern in dispatch()[run[0]]:
        match = pattern.match(run)
        if match is not None and match.end():
            found.append((match.end(), rule))
    found.sort(key=lambda each: -each[0])  # stable: the earlier rule goes first
    return tuple(found)


_FULL_STOP = re.compile(r"(?:[^\W\d_]{5}|\d|\b(?i:may|june|july|[ap]m))\.$")


def _trimmed(text: str, found: Found) -> Found:
    """Leave the full stop of a sentence outside; that of an abbreviation stays."""
    if text[found.end - 1] == "." and _FULL_STOP.search(
        text, max(found.start, found.end - 12), found.end
    ):
        return found._replace(end=found.end - 1)
    return found
