"""Reading quarters and halves of a year, and what reports compare them with."""

from newsfacts.model import covered_days
from newsfacts_dateline import calendars as cal
from newsfacts_dateline.lexicon import games
from newsfacts_dateline.quantities import FUTURE, PAST, first, mod_of
from newsfacts_dateline.reading import Found, Reading
from newsfacts_dateline.relative import period_at, read_day_beside
from newsfacts_dateline.reports import year_before


def read_year_ago(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the year-earlier quarter`, `year-ago`, `the day after`."""
    tokens = reading.tokens[start:stop]
    if tokens[0].cls == "d" and tokens[1].cls == "l" and tokens[2].cls in "uQ" and len(tokens) > 3:
        if tokens[1].value != "same":
            return None
        return _same_last_year(reading, start, stop, tokens[2].value)
    if tokens[-1].cls == "l":
        return _previous(reading, start, stop)
    unit = first(tokens, "u")
    if unit is not None and unit.value != "Y":
        return read_day_beside(reading, start, stop)
    word = first(tokens, "GL")
    if word is not None and word.value not in ("ago", "before"):
        if word.value != "prior" or reading.memory.year is None:
            return None
        return [reading.found(start, stop, f"{reading.memory.year - 1:04d}")]
    value = year_before(reading)
    if value is None:
        if reading.base is None:
            return None
        value = f"{reading.base.year - 1:04d}"
    ordinal = first(tokens, "o")
    if ordinal is not None and 1 <= ordinal.value <= 4:
        value = f"{value[:4]}-Q{ordinal.value}"
    return [reading.found(start, stop, value)]


def _same_last_year(reading: Reading, start: int, stop: int, unit: str) -> list[Found] | None:
    """Read `the same period last year`, `the same month a year earlier`."""
    year = reading.tokens[stop - 1 if reading.cls(stop - 1) == "u" else stop - 2]
    if year.cls != "u" or year.value != "Y":
        return None
    month = reading.memory.month
    base = reading.base
    if unit == "M":
        if month is None and base is not None and base.month is not None:
            month = base.year, base.month
    elif reading.cls(start + 2) != "Q":
        return None
    elif (value := year_before(reading)) is not None:
        return [reading.found(start, stop, value)]
    if month is not None:
        return [reading.found(start, stop, f"{month[0] - 1:04d}-{month[1]:02d}")]
    return [reading.found(start, stop, f"{base.year - 1:04d}")] if base is not None else None


def _previous(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the year previous`, `the week prior`."""
    unit = reading.tokens[start + 1].value
    if reading.tokens[stop - 1].value != "previous" or unit not in ("D", "W", "M", "Y"):
        return None
    value = period_at(reading, unit, -1, anchored=True)
    return [reading.found(start, stop, value)] if value else None


def read_quarter(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a numbered quarter or half: `the third quarter of 1990`, `last year's first half`."""
    tokens = reading.tokens[start:stop]
    number: int | None = None
    for token in tokens:
        if token.cls == "o":
            number = int(token.value)
            break
    half = any(token.cls == "H" for token in tokens)
    lead = ""
    year_shift: int | None = None
    for index, token in enumerate(tokens):
        if token.cls == "l":
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if following is not None and (following.cls == "u" or following.cls == "C"):
                year_shift = -1 if token.value in PAST else 1 if token.value in FUTURE else 0
            else:
                lead = token.value
    letter, most = ("H", 2) if half else ("Q", 4)
    if number is None:
        if reading.cls(stop) == "O" and reading.cls(stop + 1) in ("z", "d"):
            return None  # the last half of the '60s
        if lead == "final" or (
            lead in ("last", "latest") and (half or first(tokens, "y") or year_shift is not None)
        ):
            number = most
        else:
            return None
    if not 1 <= number <= most:
        return None
    base = reading.base
    year = first(tokens, "y")
    if half and year is None and year_shift is None and _played(reading):
        return None
    if year is not None:
        value = f"{year.value:04d}-{letter}{number}"
    elif base is None:
        value = f"XXXX-{letter}{number}"
    elif year_shift is not None:
        value = f"{base.year + year_shift:04d}-{letter}{number}"
    else:
        length = 12 // most
        middle = (number - 1) * length + (length + 1) / 2
        month = base.month or 6
        way = reading.direction(start, stop)
        year_value = base.year
        if way > 0:
            if middle < month - length:
                year_value += 1
        elif (way < 0 and (number - 1) * length + 1 > month) or middle > month + length:
            year_value -= 1
        value = f"{year_value:04d}-{letter}{number}"
    if year is None and (year_shift or 0) >= 0 and _over(reading, value, start, stop):
        reading.memory.report(value)
    return [reading.found(start, stop, value, "DATE", mod_of(tokens))]


def _played(reading: Reading) -> bool:
    """Tell whether a sentence is about a game, whose halves are none of a year."""
    words = reading.text[reading.first : reading.last].lower().split()
    return not games().isdisjoint([word.strip(".,;:'\"()") for word in words])


def _over(reading: Reading, value: str, start: int, stop: int) -> bool:
    """Tell whether a quarter is over, by the calendar or, as fiscal ones may be, by the words."""
    base = reading.base
    days = covered_days(value)
    first, last = cal.Base.of(days[0]), cal.Base.of(days[1])
    if base is None or first is None or last is None:
        return False
    if last.middle < base.middle:
        return True
    if first.middle > base.middle:
        return False
    if reading.word(stop).lower() == "ended":
        return True
    return reading.memory.quarter is None and reading.direction(start, stop) < 0


def read_year_end(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `year-end`, `the year's end`."""
    if first(reading.tokens[start:stop], "u").value != "Y":  # type: ignore[union-attr]
        return None
    if reading.base is None:
        return [reading.found(start, stop, "XXXX", "DATE", "END")]
    since = reading.word(start - 1).lower() == "since" or reading.direction(start, stop) == -2
    year = f"{reading.base.year - since:04d}"
    if reading.cls(stop - 2) == "-":  # the day that books are closed on
        return [reading.found(start, stop, f"{year}-12-31")]
    return [reading.found(start, stop, year, "DATE", "END")]
