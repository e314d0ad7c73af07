"""Choosing the day that is meant: the year of a month and day, the week of a weekday."""

from datetime import date

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.reading import Reading

NEAR_DAY = 80
NEAR_MONTH = 75


def resolve_day(
    reading: Reading,
    month: int,
    day: int | None,
    weekday: int | None,
    start: int,
    stop: int,
    lead: str = "",
) -> tuple[str, str, str]:
    """Find the year of a day or month without one: `(year, month, day)` as value parts.

    A weekday beside it decides where it fits one year near the base; else the clause's direction;
    else the nearest.
    """
    base = reading.base
    rest = f"{month:02d}", "" if day is None else f"{day:02d}"
    if base is None:
        return ("XXXX", *rest)
    days = _candidates(base, month, day)
    if weekday is not None:
        days = [each for each in days if each.isoweekday() == weekday] or days
    if not days:
        return ("XXXX", *rest)
    chosen = days[0]
    if len(days) > 1:
        chosen = _chosen(reading, base, days, start, stop, lead, monthly=day is None)
    return (f"{chosen.year:04d}", *rest)


def _candidates(base: cal.Base, month: int, day: int | None) -> list[date]:
    """Give a day in each of the years around the base; a leap day in those that have one."""
    whole = 15 if day is None else day
    year = base.year
    if whole <= 28:
        return [date(y, month, whole) for y in (year - 1, year, year + 1) if 1 <= y <= cal.MAX_YEAR]
    for reach in (1, 4):
        years = range(max(year - reach, 1), min(year + reach, cal.MAX_YEAR) + 1)
        days = [date(y, month, whole) for y in years if cal.exists(y, month, whole)]
        if days:
            return days
    return []


def _chosen(
    reading: Reading,
    base: cal.Base,
    days: list[date],
    start: int,
    stop: int,
    lead: str,
    *,
    monthly: bool,
) -> date:
    """Choose one of several years' days: by a word before it, the clause's tense, nearness."""
    here = base.middle

    def distance(each: date) -> int:
        return abs((each - here).days)

    if lead in ("last", "past", "next", "coming") and not monthly:
        if lead in ("last", "past"):
            if beyond := [each for each in days if each < here]:
                return beyond[-1]
        elif beyond := [each for each in days if each > here]:
            return beyond[0]
        way = -1 if lead in ("last", "past") else 1
    else:
        way = reading.direction(start, stop)
    near = min(days, key=distance)
    if not way or base.month is None:
        return near
    if monthly or base.day is None:
        first = here.replace(day=1)
        side = (
            [each for each in days if each.replace(day=1) <= first]
            if way < 0
            else [each for each in days if each.replace(day=1) >= first]
        )
    else:
        side = [each for each in days if (each <= here if way < 0 else each >= here)]
    # The clause's tense is a hint: a day a few weeks to the other side stays the likelier.
    if (
        abs(way) < 2
        and near not in side
        and distance(near) <= (NEAR_MONTH if monthly else NEAR_DAY)
    ):
        return near
    return min(side, key=distance) if side else near


def weekday_day(reading: Reading, weekday: int, lead: str, start: int, stop: int) -> date | None:
    """Find the day that a weekday means; `lead` is the determiner before it, such as `last`."""
    day = reading.day
    if day is None:
        return None
    today = day.isoweekday()
    if lead in ("last", "past", "previous"):
        if lead == "previous" and reading.memory.day is not None:
            day = reading.memory.day
        back = (day.isoweekday() - weekday) % 7 or 7
        return cal.shift_days(day, -back)
    if lead in ("next", "coming"):
        return cal.shift_days(day, (weekday - today) % 7 or 7)
    if lead == "following":
        anchor = reading.memory.day or day
        return cal.shift_days(anchor, (weekday - anchor.isoweekday()) % 7 or 7)
    if (
        reading.cls(start - 1) in ("X", "-")
        and _opens_range(reading, start - 2)
        and reading.memory.day
    ):
        anchor = reading.memory.day  # "from Monday to Thursday"
        return cal.shift_days(anchor, (weekday - anchor.isoweekday()) % 7)
    if weekday == today:
        return day
    if lead == "this":
        # of this week; before the base where the clause tells of the past
        way = reading.direction(start, stop)
        return cal.weekday_near(day, weekday, -1 if way < 0 else 1)
    way = reading.direction(start, stop)
    bound = reading.word(start - 1).lower() in ("until", "till", "by", "through")
    if way == 1 and (today - weekday) % 7 == 1 and not bound:
        way = 0  # a hint alone does not speak against yesterday, but "until Thursday" does
    return cal.weekday_near(day, weekday, 1 if way > 0 else -1)


def _opens_range(reading: Reading, index: int) -> bool:
    """Tell whether a day ends at a token: `from Monday to`, `from Friday evening until`."""
    return reading.cls(index - (reading.cls(index) == "p")) == "w"


def proven_day(reading: Reading, weekday: int, number: int) -> date | None:
    """Find the day nearest to the base that is that weekday and that day of its month."""
    if reading.base is None or reading.base.month is None:
        return None
    base = reading.base.middle
    best = None
    for months in (0, -1, 1, -2, 2):
        first = cal.shift_months(base.replace(day=1), months)
        if first is None or not cal.exists(first.year, first.month, number):
            continue
        day = first.replace(day=number)
        if day.isoweekday() == weekday and (
            best is None or abs((day - base).days) < abs((best - base).days)
        ):
            best = day
    if best is None:
        # the number wins over the weekday: translated copy miscounts weekdays more often
        return None
    return best if abs((best - base).days) <= 45 else None
