"""TIMEX3 values: their shape, and the days that they cover.

The value grammar is that of TimeML 1.2.1's TIMEX3 (ISO 8601 with underspecified parts).
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(WE|[1-7]))?$")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
_YEAR = re.compile(r"(\d{2,4})$")
TIMEX_PATTERN = (
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?=[\dXT.])(?:[\dX.]+[YMWDE]+)*(?:P?[\dX.]+(?:D[TAE]|WE|DE|CE|Q|H|S[UP]|FA|WI))*(?:T(?:[\dX.]+[HMS])+)?"
    r"(?:/P.+)?"
    r"|(?:BC)?[\dX]{2,4}(?:-[\dXWQHSUPFAIE]{2,3}(?:-[\dXWE]{1,2})?)?(?:T[\dX:A-Z+-]*)?"
    r"|T[\dX:A-Z+-]+"
)
_VALUE = re.compile(TIMEX_PATTERN)

# A season's first and last month; northern, meteorological. Winter is named by the year it ends in
# only for its months: TIMEX3 leaves the edge open, so WI covers December of that year onwards.
_PARTS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11),
}  # fmt: skip


@lru_cache(maxsize=2048)
def is_timex_value(value: str) -> bool:
    """Tell whether `value` has the shape of a TIMEX3 value."""
    return bool(value) and _VALUE.fullmatch(value) is not None


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=2048)
def covered_days(value: str) -> tuple[str | None, str | None]:
    """Give the first and last day that a TIMEX3 value covers, ISO, inclusive.

    Durations, sets, references and underspecified values cover none: `(None, None)`.
    """
    try:
        days = _days(value)
    except (ValueError, OverflowError):  # 2024-02-30, week 54, year 0
        return None, None
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)


def _days(value: str) -> tuple[date, date] | None:
    if match := _DAY.match(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _MONTH.match(value):
        year, month = int(match[1]), int(match[2])
        return date(year, month, 1), month_end(year, month)
    if match := _WEEK.match(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        if match[3] and match[3] != "WE":  # one day of the week: 2024-W07-3
            day = monday + timedelta(days=int(match[3]) - 1)
            return day, day
        return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
    if match := _PART.match(value):
        year = int(match[1])
        if match[2] == "WI":
            return date(year, 12, 1), month_end(year + 1, 2)
        first, last = _PARTS[match[2]]
        return date(year, first, 1), month_end(year, last)
    if match := _YEAR.match(value):
        width = 10 ** (4 - len(match[1]))
        year = int(match[1]) * width
        return date(year, 1, 1), date(year + width - 1, 12, 31)
    return None


def days_between(one: str | None, other: str | None) -> int | None:
    """Give the days from one ISO day to another; None where either is none or no whole day."""
    try:
        return (date.fromisoformat(other or "") - date.fromisoformat(one or "")).days
    except ValueError:
        return None
