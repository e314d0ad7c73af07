"""Reading periods beside the base or another date: `last week`, `three years ago`."""

import calendar
from datetime import date

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.durations import read_duration
from newsfacts_dateline.named import read_month
from newsfacts_dateline.points import read_point
from newsfacts_dateline.quantities import (
    FUTURE,
    PAST,
    UNIT_DAYS,
    UNIT_MONTHS,
    amount,
    duration,
    first,
    mod_of,
    unit_of,
)
from newsfacts_dateline.reading import Found, Reading
from newsfacts_dateline.reports import compares, read_quarter_ended, year_before


def moved(
    reading: Reading, number: str, unit: str, way: int, near: bool, anchored: bool
) -> str | None:
    """Give the value that lies `number` units before (-1) or after (1) the base.

    `anchored`: reckon from the day mentioned last instead.
    """
    day = reading.day
    if anchored and reading.memory.day is not None:
        day = reading.memory.day
    if number == "X":
        return "PAST_REF" if way < 0 else "FUTURE_REF"
    count = float(number)
    if unit.startswith("T"):
        return None
    if day is None:
        base = reading.base
        if base is None:
            return None
        if unit in ("Y", "DE", "CE"):
            return cal.year_value(base.year + way * int(count * UNIT_MONTHS[unit] / 12))
        if unit == "M" and base.month:
            return cal.month_value(base.year, base.month + way * int(count))
        return None
    if unit in UNIT_DAYS:
        target = cal.shift_days(day, way * int(count * UNIT_DAYS[unit]))
        if target is None:
            return None
        if unit in ("W", "FN") and (count > 2 or near):
            return cal.week_value(target)
        return cal.day_value(target)
    months = count * UNIT_MONTHS.get(unit, 0)
    if not months:
        return None
    target = cal.shift_months(day, way * int(months))
    if target is None:
        return None
    if unit == "M":
        return cal.month_value(target.year, target.month)
    if unit == "Q":
        return f"{target.year:04d}-Q{cal.quarter_of(target.month)}"
    if unit == "DE":
        return f"{target.year:04d}"
    if unit in ("CE", "ML"):
        return f"{target.year:04d}"[:2]
    return f"{target.year:04d}"


def amount_back(base: cal.Base | None, count: int, unit: str) -> str | None:
    """Give the day, week, month or year that lies `count` units before a base."""
    if base is None:
        return None
    day = base.whole
    if unit == "Y":
        return f"{base.year - count:04d}" if base.year > count else None
    if unit == "M":
        return cal.month_value(base.year, base.month - count) if base.month else None
    target = cal.shift_days(day, -count * UNIT_DAYS[unit]) if day else None
    if target is None:
        return None
    return cal.week_value(target) if unit == "W" and count > 2 else cal.day_value(target)


_TAKING = frozenset(("took", "take", "takes", "taken", "taking", "handed", "passed"))


def read_offset(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `three years ago`, `two days earlier`, `a week later`."""
    tokens = reading.tokens[start:stop]
    unit = unit_of(tokens)
    low, _ = amount(tokens)
    word = tokens[-1].value
    if tokens[0].value == "MORE_THAN" and reading.word(start - 1).lower() in _TAKING:
        start += 1  # "took over three years ago"
        del tokens[0]
    if word in ("prior", "past"):  # "two days before the vote": a length
        return read_duration(reading, start, stop - 1)
    way = -1 if word in ("ago", "before") else 1
    anchored = word in ("before", "after")
    if unit in ("WE", "PER"):
        return None
    mod = mod_of(tokens)
    if anchored and reading.word(stop).lower() == "than":  # "two days later than planned"
        return [reading.found(start, stop, duration(low, unit), "DURATION", mod)]
    if low == "X" and anchored:
        return [reading.found(start, stop, duration(low, unit), "DURATION", mod)]
    if unit == "Y" and low == "1" and way < 0:
        financial = year_before(reading)
        if financial:
            return [reading.found(start, stop, financial, "DATE", mod)]
    if unit == "M" and anchored and reading.memory.month is not None and low != "X":
        months = way * int(float(low))
        month = cal.month_value(reading.memory.month[0], reading.memory.month[1] + months)
        return [reading.found(start, stop, month, "DATE", mod)]
    if unit == "Y" and anchored and reading.memory.year is not None and low != "X":
        year = cal.year_value(reading.memory.year + way * int(float(low)))
        if year is not None:
            return [reading.found(start, stop, year, "DATE", mod)]
    if anchored and way > 0 and reading.memory.year is None and reading.direction(start, stop) <= 0:
        return [reading.found(start, stop, duration(low, unit), "DURATION", mod)]
    target = moved(reading, low, unit, way, mod is not None, anchored)
    if target is None:
        return [reading.found(start, stop, duration(low, unit), "DURATION", mod)]
    return [reading.found(start, stop, target, "DATE", mod)]


def read_in_time(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `six days' time`, `a year's time`: that far ahead."""
    tokens = reading.tokens[start:stop]
    if reading.word(start - 1).lower() not in ("in", "within"):
        return None
    unit = unit_of(tokens)
    low, high = amount(tokens)
    mod = mod_of(tokens)
    target = None if high else moved(reading, low, unit, 1, mod is not None, anchored=False)
    if target is None:
        return [reading.found(start, stop - 2, duration(low, unit), "DURATION", mod)]
    return [reading.found(start, stop, target, "DATE", mod)]


def read_this_time(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `this time last year`: the same month a year before; `this time tomorrow`: the day."""
    base = reading.base
    if reading.tokens[start].value != "this" or base is None:
        return None
    last = reading.tokens[stop - 1]
    if last.cls == "D":
        day = cal.shift_days(reading.day, last.value) if reading.day else None
        return [reading.found(start, stop, cal.day_value(day))] if day else None
    lead = reading.tokens[stop - 2].value
    way = -1 if lead in PAST else 1 if lead in FUTURE else 0
    if not way:
        return None
    if last.value == "Y" and base.month is not None:
        return [reading.found(start, stop, f"{base.year + way:04d}-{base.month:02d}")]
    value = period_at(reading, str(last.value), way, anchored=False)
    return [reading.found(start, stop, value)] if value else None


def read_one_day(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `one day last month`, `some time next week`: the month, the week."""
    if reading.words(start, start + 2) not in ("one day", "one night", "some day"):
        return None
    found = read_calendar(reading, start + 2, stop)
    return [reading.found(start, stop, found[0].value)] if found else None


def read_beside_day(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the day after Christmas`, `the day before last Tuesday`, `the week after Easter`."""
    unit = reading.tokens[start + 1].value
    way = {"prior": -1, "past": 1}.get(str(reading.tokens[start + 2].value))
    if way is None or unit not in ("D", "W"):
        return None
    found = read_point(reading, start + 3, stop)
    base = cal.Base.of(found[0].value) if found and found[0].type == "DATE" else None
    if base is None or base.whole is None:
        return None
    day = cal.shift_days(base.whole, way * UNIT_DAYS[unit])
    if day is None:
        return None
    return [reading.found(start, stop, cal.day_value(day) if unit == "D" else cal.week_value(day))]


def read_week_of_month(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the last week of March`, `the first Monday in October 2012`."""
    at = next(i for i in range(start, stop) if reading.tokens[i].cls in "uw")
    which = reading.tokens[at - 1]
    if which.cls == "l" and which.value not in ("last", "final"):
        return None
    number = -1 if which.cls == "l" else int(which.value)
    found = read_month(reading, at + 2, stop)
    base = cal.Base.of(found[0].value) if found else None
    if base is None or base.month is None or not -1 <= number <= 4:
        return None
    unit = reading.tokens[at]
    if unit.cls == "w":
        day = cal.nth_weekday(base.year, base.month, unit.value, number)
        return [reading.found(start, stop, cal.day_value(day))]
    if unit.value not in ("D", "W", "WE"):
        return None
    if unit.value == "WE":
        saturday = cal.nth_weekday(base.year, base.month, 6, number)
        return [reading.found(start, stop, f"{cal.week_value(saturday)}-WE")]
    if number < 0:
        last = calendar.monthrange(base.year, base.month)[1]
        day = date(base.year, base.month, last - (3 if unit.value == "W" else 0))
    else:
        day = date(base.year, base.month, 7 * number - 3 if unit.value == "W" else number)
    return [
        reading.found(start, stop, cal.day_value(day) if unit.value == "D" else cal.week_value(day))
    ]


def read_day_beside(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the day after the attack`, `the week before`: beside the date mentioned last."""
    tokens = reading.tokens[start:stop]
    unit = str(first(tokens, "u").value)  # type: ignore[union-attr]
    word = first(tokens, "GL")
    if word is None or word.value == "ago":
        return None
    way = -1 if word.value in ("before", "prior") else 1
    if tokens[-1].cls == "D":  # "the day before yesterday"
        if unit != "D" or reading.day is None:
            return None
        moved_day = cal.shift_days(reading.day, way + tokens[-1].value)
        return [reading.found(start, stop, cal.day_value(moved_day))] if moved_day else None
    if tokens[-1].cls not in "GL" or tokens[0].cls == "a":
        return None
    if unit == "D" and reading.memory.day is not None:
        day = cal.shift_days(reading.memory.day, way)
        return [reading.found(start, stop, cal.day_value(day))] if day else None
    if unit in ("M", "W", "Y", "Q") and reading.memory.day is not None:
        value = period_at(reading, unit, way, True)
        return [reading.found(start, stop, value)] if value else None
    return [] if tokens[0].cls == "d" else None


def period_at(reading: Reading, unit: str, shift: int, anchored: bool) -> str | None:
    """Give the week, month, quarter, year ... that lies `shift` of them from the base's own."""
    base = reading.base
    memory = reading.memory
    day = reading.day
    if anchored:
        if unit in ("D", "W", "WE") and memory.day is not None:
            day = memory.day
        elif unit == "M" and memory.month is not None:
            return cal.month_value(memory.month[0], memory.month[1] + shift)
        elif unit == "Y" and memory.year is not None:
            return f"{memory.year + shift:04d}"
        elif unit == "Q" and memory.quarter is not None:
            quarter = memory.quarter
            at = int(quarter[:4]) * 4 + int(quarter[6]) - 1 + shift
            return f"{at // 4:04d}-Q{at % 4 + 1}"
    if base is None:
        return None
    if unit == "Y":
        return f"{base.year + shift:04d}"
    if unit == "DE":
        return f"{base.year // 10 + shift}"
    if unit == "CE":
        return f"{base.year // 100 + shift}"
    if base.month is None:
        return None
    if unit == "M":
        return cal.month_value(base.year, base.month + shift)
    if unit == "Q":
        at = base.year * 4 + cal.quarter_of(base.month) - 1 + shift
        return f"{at // 4:04d}-Q{at % 4 + 1}"
    if unit == "H":
        at = base.year * 2 + (base.month > 6) + shift
        return f"{at // 2:04d}-H{at % 2 + 1}"
    if day is None:
        return None
    if unit == "D":
        target = cal.shift_days(day, shift)
        return cal.day_value(target) if target else None
    if unit == "W":
        target = cal.shift_days(day, 7 * shift)
        return cal.week_value(target) if target else None
    if unit == "FN":
        return None
    if unit == "WE":
        target = cal.shift_days(day, 7 * shift)
        return f"{cal.week_value(target)}-WE" if target else None
    return None


def season_at(reading: Reading, season: str, lead: str, start: int, stop: int) -> str | None:
    """Give the season meant by `last fall`, `this summer`, `the winter`.

    A winter bears the year in which it begins.
    """
    base = reading.base
    if base is None or base.month is None:
        return f"XXXX-{season}"
    # months from the base to the middle of that season in the base's year
    ahead = cal.SEASON_MONTHS[season] - base.month
    if lead in ("last", "past", "previous"):
        year = base.year + (-ahead - 2) // 12  # the latest that is over
    elif lead in ("next", "coming"):
        year = base.year - (ahead - 2) // 12  # the first that has not begun
    elif lead in ("this", "current"):
        year = base.year - (ahead > 7 and reading.direction(start, stop) <= 0)
    else:
        way = reading.direction(start, stop)
        year = base.year
        if (way < 0 and ahead > 1) or (not way and ahead > 7):
            year -= 1
        elif way > 0 and ahead < -1:
            year += 1
    return f"{year:04d}-{season}"


_OPEN = {
    "Y": "XXXX", "M": "XXXX-XX", "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE",
}  # fmt: skip


def read_calendar(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `last week`, `the following month`, `this summer`, `the end of the year`, `that day`."""
    tokens = reading.tokens[start:stop]
    if first(tokens, "O") is not None and first(tokens, "m") is not None:
        return read_week_of(reading, start, stop)
    leads = [token.value for token in tokens if token.cls == "l"]
    lead = leads[-1] if leads else ""
    if len(leads) > 1 and leads[0] == "this":
        lead = leads[1]
    mod = mod_of(tokens)
    season = first(tokens, "s")
    year = first(tokens, "y")
    if year is not None and season is None:
        return None
    if season is not None and reading.word(stop - 1) == "fall" and reading.cls(stop) == "O":
        return None  # "the fall of the government"
    if season is not None and year is not None:
        return [reading.found(start, stop, f"{year.value:04d}-{season.value}", "DATE", mod)]
    if season is not None:
        value = season_at(reading, season.value, lead, start, stop)
        return [reading.found(start, stop, value, "DATE", mod)] if value else None
    unit = unit_of(tokens)
    if unit.startswith("T") or unit in ("NI", ""):
        return None
    if (
        not lead
        and unit in ("D", "Y")
        and reading.word(stop - 2).lower() not in ("the", "fiscal", "full", "calendar", "financial")
    ):
        return None  # his day in court
    if lead == "final" or titled(reading, start, stop):
        return None
    if unit in ("Y", "Q") and not lead and reading.word(stop).lower() in ("ended", "ending"):
        if unit == "Y":
            return [reading.found(start, stop, duration("1", unit), "DURATION", mod)]
        return read_quarter_ended(reading, start, stop)
    upto = unit in ("Y", "M", "W") and not lead and reading.word(stop) == "to"
    if upto and reading.cls(stop + 1) == "m":
        return [reading.found(start, stop, duration("1", unit), "DURATION", mod)]
    if unit == "Q" and reading.cls(stop) == "-":
        return None  # a quarter-century
    if (
        unit == "Q"
        and lead == "latest"
        and reading.memory.quarter is None
        and reading.base is not None
    ):
        latest = period_at(reading, "Q", -1, False)
        if latest is not None:
            reading.memory.report(latest)
    if reading.cls(stop) == "-" and reading.word(stop + 1).lower() in ("old", "long"):
        return None  # a decade-old wall
    if unit == "PER":
        compared = reading.memory.compared
        if compared is None or lead not in ("latest", "same", "current"):
            return None
        return [reading.found(start, stop, compared)]
    plural = any(token.cls == "U" for token in tokens)
    if plural:
        return read_plural(reading, start, stop, lead, unit, mod)
    if unit == "ML":
        return None
    if unit == "Y" and lead == "last" and stop - start == 2 and compares(reading, start):
        value = year_before(reading)
        if value is not None:
            return [reading.found(start, stop, value)]
    if lead == "past" and unit in ("DE", "M", "W"):
        return [reading.found(start, stop, duration("1", unit), "DURATION", mod)]
    shift = -1 if lead in PAST else 1 if lead in FUTURE else 0
    anchored = lead in ("previous", "following", "that", "same", "latest") or (
        not lead and unit == "D"
    )
    if lead == "next" and unit == "D" and reading.word(start).lower() == "the":
        anchored = True
    if unit == "CE" and not lead:
        return None
    if lead == "latest":
        shift = 0
    reported = lead == "this" and reading.cls(stop) == "'"  # "this quarter's loss"
    if (
        unit == "Q"
        and (lead in ("latest", "that", "") or reported)
        and reading.memory.quarter is not None
    ):
        reading.memory.compared = reading.memory.quarter
        return [reading.found(start, stop, reading.memory.quarter, "DATE", mod)]
    if unit == "D" and lead == "" and reading.memory.day is None and reading.day is None:
        return None
    if unit == "WE" and not lead and reading.day is not None:
        way = reading.direction(start, stop)
        shift = -1 if way <= 0 and reading.day.isoweekday() < 6 else 0
        anchored = False
    if unit == "FN":
        return None
    value = period_at(reading, unit, shift, anchored)
    if value is None:
        whole = _OPEN.get(unit)
        if whole is None or not lead:
            return None
        value = whole
    return [reading.found(start, stop, value, "DATE", mod)]


def read_week_of(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the week of March 6`."""
    at = next(i for i in range(start, stop) if reading.tokens[i].cls == "O") + 1
    if reading.tokens[at - 2].value != "W":
        return None
    found = read_point(reading, at, stop)
    base = cal.Base.of(found[0].value) if found and found[0].value[:4].isdigit() else None
    if base is None or base.whole is None:
        return None
    return [reading.found(start, stop, cal.week_value(base.whole))]


def titled(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether the words are a title: `This Week` with David Brinkley."""
    last = reading.word(stop - 1)
    return (
        last[:1].isupper()
        and not last.isupper()
        and reading.word(start)[:1].isupper()
        and stop - start > 1
    )


def read_plural(
    reading: Reading, start: int, stop: int, lead: str, unit: str, mod: str | None
) -> list[Found] | None:
    """Read `recent years`, `coming weeks`, `those days`."""
    if unit == "WE":
        return None
    if lead == "this" and unit == "D":
        return [reading.found(start, stop, "PRESENT_REF")]
    if lead in ("that", "same", ""):
        return None
    if lead == "future":
        return [reading.found(start, stop, "FUTURE_REF")]
    return [reading.found(start, stop, duration("X", unit), "DURATION", mod)]
