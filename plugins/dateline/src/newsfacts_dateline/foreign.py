"""Times in Spanish, Portuguese, French, Italian and German copy.

Days with a month's name and offsets such as `hace dos días` are read by our own patterns; other
phrases that the lexicons list are found by us and handed, slice by slice, to dateparser, with the
language and base given.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from newsfacts.text import PhraseMatcher, load_lexicon
from newsfacts_dateline import calendars as cal
from newsfacts_dateline.headparts import LANGUAGES
from newsfacts_dateline.reading import Found
from newsfacts_dateline.relative import amount_back

SAMPLE = 1500
"""Code points by which the language of a text is told."""

_ENGLISH = frozenset(
    ("the", "and", "of", "to", "was", "that", "for", "with", "by", "is", "at", "a")
)
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:º|°|er|\.)?\s(?:de\s)?(?P<m>[^\W\d_]{3,10})\.?"
    r"(?:\s(?:de\s|del\s)?(?P<y>(?:1[0-9]|20)\d\d)(?!\d))?"
)
_YEAR = re.compile(r"(?P<lead>[^\W\d_]{2,6})\s(?P<y>(?:1[5-9]|20)\d\d)(?![\d.,]?\d)")
_NEXT = re.compile(r"\s([^\W\d_]+)")


def language_of(text: str, stated: str | None = None) -> str | None:
    """Tell which of the other languages a text is in; None for English and what is not known.

    `stated` is what the article says of itself; else function words are counted.
    """
    if stated:
        code = stated[:2].lower()
        return code if code in LANGUAGES else None
    sample = text[:SAMPLE].lower()
    if sample.count(" the ") + sample.count("\nthe ") + sample.count(" the\n") >= 2:
        return None
    counts: dict[str, int] = {}
    found = _WORD.findall(sample)
    english = sum(word in _ENGLISH for word in found)
    for word in found:
        for language in _owners().get(word, ()):
            counts[language] = counts.get(language, 0) + 1
    if not counts:
        return None
    best = max(sorted(counts), key=lambda language: counts[language])
    return best if counts[best] >= 6 and counts[best] > 2 * english else None


@cache
def _owners() -> Mapping[str, tuple[str, ...]]:
    owners: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for word in _lexicon(language)["function_words"]["words"]:
            owners[word] = (*owners.get(word, ()), language)
    return owners


def _lexicon(language: str) -> Mapping[str, Any]:
    return load_lexicon("newsfacts_dateline", "times", language)


@cache
def _phrases(language: str) -> PhraseMatcher[str]:
    return PhraseMatcher(_lexicon(language)["phrases"])


@cache
def _calendar(language: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    lexicon = load_lexicon("newsfacts_dateline", "months", language)
    return lexicon["months"], {
        word: number for word, number in lexicon["weekdays"].items() if len(word) > 4
    }


@lru_cache(maxsize=4096)
def parse_slice(words: str, language: str, base: date) -> date | None:
    """Read a found phrase with dateparser; None where it cannot.

    dateparser is imported when first asked, since its import takes a tenth of a second.
    """
    import dateparser

    found = dateparser.parse(
        words,
        languages=[language],
        settings={
            "RELATIVE_BASE": datetime(base.year, base.month, base.day),
            "PREFER_DATES_FROM": "past",
            "PARSERS": ["relative-time", "absolute-time"],
        },
    )
    return found.date() if found else None


def find_foreign(text: str, language: str, published: str | None) -> list[Found]:
    """Find the times of a text in one of the other languages, in order and disjoint."""
    base = cal.Base.of(published)
    found = [
        *_days(text, language, base),
        *_offsets(text, language, base),
        *_listed(text, language, base),
        *_weekdays(text, language, base),
        *_years(text, language),
    ]
    kept: list[Found] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _days(text: str, language: str, base: cal.Base | None) -> Iterator[Found]:
    months = _calendar(language)[0]
    for match in _DAY.finditer(text):
        month = months.get(match["m"].lower())
        day = int(match["d"])
        if month is None or not 1 <= day <= 31:
            continue
        end = match.end() if match["y"] else match.end("m")
        if match["y"]:
            year = int(match["y"])
        elif base is None:
            yield Found(match.start(), end, f"XXXX-{month:02d}-{day:02d}")
            continue
        else:
            middle = base.middle
            near = [
                date(year, month, day)
                for year in range(max(base.year - 1, 1), min(base.year + 2, cal.MAX_YEAR))
                if cal.exists(year, month, day)
            ]
            if not near:
                continue
            year = min(near, key=lambda each: abs((each - middle).days)).year
        if cal.exists(year, month, day):
            yield Found(match.start(), end, f"{year:04d}-{month:02d}-{day:02d}")


def _offsets(text: str, language: str, base: cal.Base | None) -> Iterator[Found]:
    """Read `hace dos días`, `il y a 3 jours`, `due giorni fa`."""
    lexicon = _lexicon(language)
    for hit in _units(language).all_hits(text):
        number_at = text.rfind(" ", 0, max(hit.start - 1, 0)) + 1
        word = text[number_at : hit.start].strip().lower()
        count = int(word) if word.isascii() and word.isdigit() else lexicon["numbers"].get(word)
        if count is None or (len(word) > 4 and word.isdigit()):
            continue
        start, end = number_at, hit.end
        before = text[max(0, number_at - 9) : number_at].lower()
        lead = next(
            (w for w in lexicon.get("ago", {}).get("words", ()) if before.endswith(f"{w} ")), None
        )
        after = _NEXT.match(text, hit.end)
        tail = (
            after if after and after[1] in lexicon.get("ago_after", {}).get("words", ()) else None
        )
        if lead is not None:
            start -= len(lead) + 1
        elif tail is not None:
            end = tail.end()
        value = amount_back(base, count, hit.value) if lead or tail else None
        if value is not None:
            yield Found(start, end, value)
        else:
            yield Found(start, end, f"P{count}{hit.value}", "DURATION")


@cache
def _units(language: str) -> PhraseMatcher[str]:
    return PhraseMatcher(_lexicon(language)["units"])


def _listed(text: str, language: str, base: cal.Base | None) -> Iterator[Found]:
    """Read the phrases of the lexicon by way of dateparser."""
    day = base.whole if base else None
    for hit in _phrases(language).find(text):
        if day is None:
            open_value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
            yield Found(hit.start, hit.end, open_value[hit.value])
            continue
        parsed = parse_slice(text[hit.start : hit.end].lower(), language, day)
        if parsed is None:
            continue
        value = {
            "D": cal.day_value(parsed), "W": cal.week_value(parsed),
            "M": cal.month_value(parsed.year, parsed.month), "Y": f"{parsed.year:04d}",
        }[hit.value]  # fmt: skip
        yield Found(hit.start, hit.end, value)


def _weekdays(text: str, language: str, base: cal.Base | None) -> Iterator[Found]:
    day = base.whole if base else None
    for hit in _weekday_matcher(language).all_hits(text):
        if day is None:
            yield Found(hit.start, hit.end, f"XXXX-WXX-{hit.value}")
        elif (near := cal.weekday_near(day, hit.value, -1)) is not None:
            yield Found(hit.start, hit.end, cal.day_value(near))


@cache
def _weekday_matcher(language: str) -> PhraseMatcher[int]:
    return PhraseMatcher(dict(_calendar(language)[1]))


def _years(text: str, language: str) -> Iterator[Found]:
    leads = {word.lower() for word in _lexicon(language)["year_leads"]["words"]}
    for match in _YEAR.finditer(text):
        if match["lead"].lower() in leads:
            yield Found(match.start("y"), match.end("y"), match["y"])
