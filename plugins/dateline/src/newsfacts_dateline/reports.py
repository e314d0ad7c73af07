"""What business reports compare: the quarter they are about, and a year before it."""

import re

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.reading import Found, Reading

REACH = 80
"""Code points in which a figure is compared with another."""
_COMPARED = re.compile(r"\b(?:compared|versus|against)\b", re.IGNORECASE)
_MONEY = re.compile(r"[$€£¥]\s?\d|\d\s?%")


def year_before(reading: Reading) -> str | None:
    """Give last year's quarter or year where the text is a report that compares them."""
    period = reading.memory.compared
    if period is None:
        return None
    return f"{int(period[:4]) - 1:04d}{period[4:]}"


def compares(reading: Reading, start: int) -> bool:
    """Tell whether a figure is compared: `$3 million, compared with $2 million last year`."""
    at = reading.tokens[start].start
    compared = _COMPARED.search(reading.text, max(reading.first, at - REACH), at)
    return compared is not None and _MONEY.search(reading.text, compared.end(), at) is not None


def read_quarter_ended(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the quarter ended Sept. 30`: the calendar quarter that most of it lies in.

    Its three months end with the one named, so the month before that is its middle.
    """
    month = reading.tokens[stop + 1] if stop + 1 < len(reading.tokens) else None
    if month is None or month.cls != "m" or reading.base is None:
        return [reading.found(start, stop, "P3M", "DURATION")]
    year = reading.base.year - (reading.base.month is not None and month.value > reading.base.month)
    middle = cal.month_value(year, month.value - 1)
    value = f"{middle[:4]}-Q{cal.quarter_of(int(middle[5:]))}"
    reading.memory.report(value)
    return [reading.found(start, stop, value)]


def note_months(reading: Reading, number: str, unit: str) -> None:
    """Remember that a report speaks of `the nine months`: a year earlier is then a year."""
    if unit == "M" and number in ("6", "9") and reading.base is not None and reading.memory.quarter:
        reading.memory.compared = f"{reading.base.year:04d}"
