"""The date of a dateline, whose year or month the article's own date supplies."""

import datetime

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.headparts import HeadDate

AHEAD = 45
"""Days that a dateline may lie after the article's date before its year is taken as the last."""


def dateline_value(date: HeadDate, published: str | None) -> str | None:
    """Give a dateline's date as a TIMEX3 value.

    A year that is not stated is that of the article's date, or the year before where the day would
    lie far ahead of it (a story of 31 December that is published on 2 January). A weekday alone is
    the latest one. Without an article's date, what is not stated stays open: `XXXX-07-12`.
    """
    base = cal.Base.of(published)
    if date.month is None and date.day is not None:
        return _day_of_month(date.day, base)
    if date.month is None or date.day is None:
        if date.weekday is None:
            return None
        day = base.whole if base else None
        if day is None:
            return f"XXXX-WXX-{date.weekday}"
        found = cal.weekday_near(day, date.weekday, -1)
        return cal.day_value(found) if found else None
    year = date.year
    if year is None and base is not None:
        year = _year_near(date.month, date.day, base)
    if year is None:
        return f"XXXX-{date.month:02d}-{date.day:02d}"
    if not cal.exists(year, date.month, date.day):
        return None
    return f"{year:04d}-{date.month:02d}-{date.day:02d}"


def _year_near(month: int, day: int, base: cal.Base) -> int | None:
    """Find the year of a dateline's day: the base's, or the latest before it that is not ahead."""
    for year in range(base.year, max(base.year - 9, 0), -1):
        if cal.exists(year, month, day):
            ahead = (datetime.date(year, month, day) - base.middle).days
            if ahead <= AHEAD:
                return year
    return None


def _day_of_month(day: int, base: cal.Base | None) -> str:
    """Find the latest month with this day up to the base."""
    if base is None or base.month is None:
        return f"XXXX-XX-{day:02d}"
    for back in range(3):
        month = cal.month_value(base.year, base.month - back)
        year, number = int(month[:4]), int(month[5:])
        if cal.exists(year, number, day) and (back or base.day is None or day <= base.day + 1):
            return f"{month}-{day:02d}"
    return f"XXXX-XX-{day:02d}"
