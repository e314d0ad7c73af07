"""Reading days told by two expressions: `Tuesday of last week`, `a week from Friday`."""

from datetime import date

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.choosing import weekday_day
from newsfacts_dateline.quantities import FUTURE, PAST, UNIT_DAYS, UNIT_MONTHS, amount, unit_of
from newsfacts_dateline.reading import Found, Reading
from newsfacts_dateline.relative import period_at


def read_weekday_of_week(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `Tuesday of last week`, `Thursday night last week`, `Monday this week`."""
    lead, unit = reading.tokens[stop - 2], reading.tokens[stop - 1]
    if unit.value != "W" or reading.day is None or not reading.word(start)[:1].isupper():
        return None
    shift = -1 if lead.value in PAST else 1 if lead.value in FUTURE else 0
    if not shift and lead.value != "this":
        return None
    monday = cal.shift_days(reading.day, 7 * shift - reading.day.isoweekday() + 1)
    days = [at for at in range(start, stop - 2) if reading.cls(at) == "w"]
    found = []
    for at in days:
        day = cal.shift_days(monday, reading.tokens[at].value - 1) if monday else None
        if day is None:
            return None
        end = stop if at == days[-1] else at + 1
        part = reading.tokens[at + 1]
        if part.cls == "p" and ":" not in part.value:
            found.append(reading.found(at, end, f"{cal.day_value(day)}T{part.value}", "TIME"))
        else:
            found.append(reading.found(at, end, cal.day_value(day)))
    return found


def read_beyond(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the year before last`, `the week after next`, `the night before last`."""
    unit, side, lead = reading.tokens[start + 1 : stop]
    back = side.value == "prior" and lead.value == "last"
    if not back and not (side.value == "past" and lead.value == "next"):
        return None
    shift = -2 if back else 2
    if unit.cls == "p":
        day = cal.shift_days(reading.day, shift) if reading.day else None
        if day is None or ":" in unit.value:
            return None
        return [reading.found(start, stop, f"{cal.day_value(day)}T{unit.value}", "TIME")]
    if unit.cls == "w":  # a week beyond the next one, or before the last
        if reading.day is None or not reading.word(start + 1)[:1].isupper():
            return None
        near = cal.weekday_near(reading.day, unit.value, shift // 2)
        day = cal.shift_days(near, 7 * shift // 2) if near else None
        return [reading.found(start, stop, cal.day_value(day))] if day else None
    value = period_at(reading, str(unit.value), shift, anchored=False)
    return [reading.found(start, stop, value)] if value else None


def read_from_day(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `two weeks from Saturday`, `a year from now`, `three days from today`."""
    if reading.word(stop - 2).lower() != "from":
        return None
    anchor = _anchor(reading, stop - 1, way=1)
    value = _moved(reading, start, stop - 2, anchor, 1) if anchor else None
    return [reading.found(start, stop, value)] if value else None


def read_ago_day(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `a year ago Tuesday`, `two weeks ago today`, `three years ago this week`."""
    last = reading.tokens[stop - 1]
    wide = last.cls == "u"
    said = stop - (3 if wide or reading.cls(stop - 2) == "I" else 2)
    if reading.cls(stop - 2) == "I" and reading.word(stop - 2).lower() != "on":
        return None
    if reading.tokens[said].value != "ago" or (wide and reading.word(stop - 2).lower() != "this"):
        return None
    anchor = reading.day if wide else _anchor(reading, stop - 1, way=-1)
    value = _moved(reading, start, said, anchor, -1) if anchor else None
    if value is None or not wide:
        return [reading.found(start, stop, value)] if value else None
    day = date.fromisoformat(value)
    if last.value == "M":
        return [reading.found(start, stop, cal.month_value(day.year, day.month))]
    return [reading.found(start, stop, cal.week_value(day))] if last.value == "W" else None


def _anchor(reading: Reading, at: int, way: int) -> date | None:
    """Give the day that a weekday, `today` or `now` means."""
    token = reading.tokens[at]
    if token.cls == "w":
        if not reading.word(at)[:1].isupper() or reading.day is None:
            return None
        if token.value == reading.day.isoweekday():
            return reading.day
        lead = "next" if way > 0 else "last"
        return weekday_day(reading, token.value, lead, at, at + 1)
    if token.cls == "R":
        return reading.day if token.value == "PRESENT_REF" else None
    return cal.shift_days(reading.day, token.value) if reading.day else None


def _moved(reading: Reading, start: int, stop: int, anchor: date, way: int) -> str | None:
    """Give the day that lies a quantity before (-1) or after (1) another."""
    tokens = reading.tokens[start:stop]
    low, high = amount(tokens)
    unit = unit_of(tokens)
    if low == "X" or high or "." in low:
        return None
    count = way * int(low)
    if unit in UNIT_DAYS:
        day = cal.shift_days(anchor, count * UNIT_DAYS[unit])
    elif unit in UNIT_MONTHS:
        day = cal.shift_months(anchor, count * UNIT_MONTHS[unit])
    else:
        return None
    return cal.day_value(day) if day else None
