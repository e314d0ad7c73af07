"""Holidays as dates: fixed, by Easter, or the nth weekday of a month."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from newsfacts.text import load_lexicon
from newsfacts_dateline import calendars as cal

NEAR = 45
"""Days within which a holiday is the one that is meant, unless the clause is sure of another."""


@cache
def holidays() -> Mapping[str, str]:
    """Give the names of the holidays as they are written, in lower case, and the lexicon's."""
    lexicon = load_lexicon("newsfacts_dateline", "holidays")
    names = {
        name: name for section in ("fixed", "easter", "nth", "once") for name in lexicon[section]
    }
    return MappingProxyType(names | {name.replace("'", "’"): name for name in names if "'" in name})


def holiday_in(name: str, year: int) -> date | None:
    """Give a holiday's day in a year; None for an unknown name or where the calendar ends."""
    lexicon = load_lexicon("newsfacts_dateline", "holidays")
    if not 1 <= year <= cal.MAX_YEAR:
        return None
    if name in lexicon["once"]:
        return date.fromisoformat(lexicon["once"][name])
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


def dated_by(name: str, before: str, after: str) -> bool:
    """Tell whether a name is a holiday beside these words: no `Corpus Christi police`."""
    lexicon = load_lexicon("newsfacts_dateline", "holidays")
    if after in lexicon["named"]["words"] and name != after:
        return False  # "the Christmas tree"
    ambiguous = lexicon["ambiguous"]
    if name not in ambiguous["words"]:
        return True
    return before.lower() in ambiguous["after"] and not after[:1].isupper()


def holiday_value(name: str, base: cal.Base | None, direction: int, lead: str = "") -> str:
    """Give the holiday that is meant: the one before or after the base, or the nearest.

    `direction` is -2 or 2 where the clause is sure of it, -1 or 1 where it only hints.
    """
    lexicon = load_lexicon("newsfacts_dateline", "holidays")
    if name in lexicon["once"]:
        return str(lexicon["once"][name])
    if base is None:
        return f"XXXX-{lexicon['fixed'].get(name, 'XX-XX')}"
    here = base.middle
    days = [day for year in range(here.year - 1, here.year + 2) if (day := holiday_in(name, year))]
    if lead == "this":
        return cal.day_value(next(day for day in days if day.year == here.year))
    near = min(days, key=lambda day: (abs((day - here).days), day))
    way = -1 if lead in ("last", "past", "previous") else 1 if lead in ("next", "coming") else 0
    if way:
        days = [day for day in days if day != here]
    elif abs(direction) < 2 and abs((near - here).days) <= NEAR:
        return cal.day_value(near)
    way = way or direction
    if way < 0:
        return cal.day_value(max(day for day in days if day <= here))
    return cal.day_value(min(day for day in days if day >= here) if way else near)
