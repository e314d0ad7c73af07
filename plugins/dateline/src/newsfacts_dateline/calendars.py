"""Calendar arithmetic on TIMEX3 values: pure functions, proleptic Gregorian."""

import calendar
from datetime import date, timedelta

import attrs

MAX_YEAR = 9999
SEASON_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}
"""The middle month of each season; a winter belongs to the year in which it begins."""


@attrs.frozen
class Base:
    """The date that relative expressions are reckoned from, as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, published: str | None) -> "Base | None":
        """Read an ISO date, whole or partial; None for None and for what is no date."""
        if not published:
            return None
        try:
            parts = [int(part) for part in published[:10].split("-")]
            date(*([*parts, 1, 1])[:3])
        except (ValueError, TypeError):
            return None
        return cls(*parts[:3])

    @property
    def whole(self) -> date | None:
        """The day, where it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def middle(self) -> date:
        """A day in the middle of what is known, to measure nearness from."""
        return date(self.year, self.month or 7, self.day or (15 if self.month else 1))


def day_value(day: date) -> str:
    """Write a day: `2024-02-13`."""
    return day.isoformat()


def week_value(day: date) -> str:
    """Write the ISO week of a day: `2024-W07`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def year_value(year: int) -> str | None:
    """Write a year; None outside 1 to 9999."""
    return f"{year:04d}" if 1 <= year <= MAX_YEAR else None


def month_value(year: int, month: int) -> str:
    """Write a month; months beyond 1 to 12 count into other years."""
    months = year * 12 + month - 1
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def shift_days(day: date, days: int) -> date | None:
    """Move by days; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> date | None:
    """Move by months, to the month's last day where it has no such day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= MAX_YEAR:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def weekday_near(day: date, weekday: int, direction: int) -> date | None:
    """Give the ISO weekday up to `day` (direction -1), from it on (1), or the nearest (0)."""
    back = (day.isoweekday() - weekday) % 7
    if direction < 0 or (direction == 0 and back <= 3):
        return shift_days(day, -back)
    return shift_days(day, (7 - back) % 7)


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    return day <= 28 or day <= calendar.monthrange(year, month)[1]


def quarter_of(month: int) -> int:
    """Give the quarter, 1 to 4, of a month."""
    return (month + 2) // 3


def easter(year: int) -> date:
    """Give Easter Sunday by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Give the nth ISO weekday of a month; negative counts from its end."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, calendar.monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
