"""Holidays as dates: fixed, by Easter, or the nth weekday of a month."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from newsfacts.text import load_lexicon
from newsfacts_dateline import calendars as cal


@cache
def holidays() -> Mapping[str, str]:
    """Give the names of the holidays as they are written, in lower case, and the lexicon's."""
    lexicon = load_lexicon("newsfacts_dateline", "holidays")
    names = {name: name for section in ("fixed", "easter", "nth") for name in lexicon[section]}
    return MappingProxyType(names | {name.replace("'", "’"): name for name in names if "'" in name})


def holiday_in(name: str, year: int) -> date | None:
    """Give a holiday's day in a year; None for an unknown name or where the calendar ends."""
    lexicon = load_lexicon("newsfacts_dateline", "holidays")
    if not 1 <= year <= cal.MAX_YEAR:
        return None
    if name in lexicon["fixed"]:
        month, day = lexicon["fixed"][name].split("-")
        return date(year, int(month), int(day))
    if name in lexicon["easter"]:
        return cal.easter(year) + timedelta(days=lexicon["easter"][name])
    if name in lexicon["nth"]:
        month, weekday, which = lexicon["nth"][name]
        day = cal.nth_weekday(year, month, weekday, which)
        if name == "election day" and day.day == 1:
            day += timedelta(days=7)  # the Tuesday after the first Monday of November
        if name in ("black friday", "cyber monday"):
            thanksgiving = cal.nth_weekday(year, 11, 4, 4)
            day = thanksgiving + timedelta(days=1 if name == "black friday" else 4)
        return day
    return None


def remembered_year(month: int, day: int, words: Collection[str]) -> int | None:
    """Give the year of a day that `words` after it name: `the Sept. 11 attacks`."""
    named = load_lexicon("newsfacts_dateline", "holidays")["remembered"]
    known = named.get(f"{month:02d}-{day:02d}")
    return known[0] if known is not None and not set(known[1:]).isdisjoint(words) else None


def holiday_value(name: str, base: cal.Base | None, direction: int, lead: str = "") -> str:
    """Give the holiday that is meant: the one before or after the base, or the nearest."""
    if base is None:
        lexicon = load_lexicon("newsfacts_dateline", "holidays")
        return f"XXXX-{lexicon['fixed'].get(name, 'XX-XX')}"
    here = base.middle
    days = [day for year in range(here.year - 1, here.year + 2) if (day := holiday_in(name, year))]
    before = [day for day in days if day <= here]
    after = [day for day in days if day >= here]
    if lead in ("last", "past", "previous") or (direction < 0 and lead != "next"):
        return cal.day_value(max(day for day in before if lead == "" or day < here))
    if lead in ("next", "coming") or direction > 0:
        return cal.day_value(min(day for day in after if lead == "" or day > here))
    if lead == "this":
        same = [day for day in days if day.year == here.year]
        return cal.day_value(same[0])
    return cal.day_value(min(days, key=lambda day: (abs((day - here).days), day)))
