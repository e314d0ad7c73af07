"""Reading days and clock times: `Oct. 7, 2023`, `Sunday (11)`, `10 p.m. Wednesday`, `tonight`."""

import attrs

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.choosing import proven_day, resolve_day, weekday_day
from newsfacts_dateline.clocks import clock_value
from newsfacts_dateline.holidays import dated_by, holiday_in, holiday_value, remembered_year
from newsfacts_dateline.lexicon import ambiguous, titles
from newsfacts_dateline.reading import Found, Reading
from newsfacts_dateline.tense import is_past_verb
from newsfacts_dateline.tokens import Token


def read_numbered_day(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `on the 11th`, `the 28th of last month`."""
    tokens = reading.tokens[start:stop]
    ordinal = next(token for token in tokens if token.cls == "o")
    if not reading.word(start + 1)[:1].isdigit() or not 1 <= ordinal.value <= 31:
        return None
    number = int(ordinal.value)
    tail = next((token for token in tokens if token.cls == "l"), None)
    unit = next((token for token in tokens if token.cls == "u"), None)
    base = reading.base
    if unit is None:
        if reading.word(start - 1).lower() not in ("on", "until", "by", "since", "to"):
            return None
        if reading.cls(stop) == "_" and not is_past_verb(reading.word(stop)):
            return None  # "on the 11th floor"
    elif unit.value != "M":
        return None
    if base is None or base.month is None:
        return [reading.found(start, stop, f"XXXX-XX-{number:02d}")]
    if unit is not None:
        shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(
            tail.value if tail else "", 0
        )
    else:
        way = reading.direction(start, stop)
        here = base.day or 15
        shift = 1 if way > 0 and number < here else -1 if way <= 0 and number > here else 0
    month = cal.month_value(base.year, base.month + shift)
    if not cal.exists(int(month[:4]), int(month[5:]), number):
        return None
    return [reading.found(start, stop, f"{month}-{number:02d}")]


def read_day_of_number(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the past day 5`, `last day 3`: translated copy's latest day of that number."""
    lead, unit, number = reading.tokens[stop - 3 : stop]
    way = -1 if lead.value in ("last", "past", "previous") else 1 if lead.value == "next" else 0
    base = reading.base
    if unit.value != "D" or not way or not 1 <= number.value <= 31:
        return None
    if reading.cls(stop) == "_" and not is_past_verb(reading.word(stop)):
        return None  # "in the past day 5 people drowned"
    if base is None or base.month is None:
        return [reading.found(start, stop, f"XXXX-XX-{number.value:02d}")]
    here = base.day or 15
    beyond = number.value > here if way < 0 else number.value < here
    month = cal.month_value(base.year, base.month + way * beyond)
    if not cal.exists(int(month[:4]), int(month[5:]), number.value):
        return None
    return [reading.found(start, stop, f"{month}-{number.value:02d}")]


PROVED = 45
"""Days from the base within which a weekday and a date without its year prove each other."""


@attrs.define
class _Parts:
    """What the tokens of a day say; `extra` holds further days of a list and where they stand."""

    month: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    proof: int | None = None
    lead: str = ""
    part: str = ""
    mod: str | None = None
    deictic: int | None = None
    iso: str = ""
    festival: str = ""
    clocked: bool = False
    extra: list[tuple[int, int]] = attrs.field(factory=list)


def _parts(tokens: list[Token]) -> _Parts:
    """Take from the tokens of a day what each says."""
    parts = _Parts()
    size = len(tokens)
    for index, token in enumerate(tokens):
        kind = token.cls
        if kind == "m":
            parts.month = token.value
        elif kind == "w":
            parts.weekday = token.value
        elif kind == "y":
            parts.year = token.value
        elif kind in "1o":
            following = tokens[index + 1].cls if index + 1 < size else ""
            if following == "i" or (following == "I" and parts.month is None):
                continue
            number = int(token.value)
            if index and tokens[index - 1].cls == "<" and parts.weekday and parts.month is None:
                parts.proof = number
            elif parts.day is None:
                parts.day = number
            else:
                parts.extra.append((index, number))
        elif kind == "l":
            parts.lead = token.value if token.value != "this" or not parts.lead else parts.lead
        elif kind == "p":
            if ":" in token.value:
                parts.clocked = True
            else:
                parts.part = token.value
        elif kind in "chi":
            parts.clocked = True
        elif kind in "EJ":
            parts.mod = token.value
        elif kind == "D":
            parts.deictic = token.value
        elif kind == "T":
            parts.deictic, parts.part = token.value
            if size > 1:  # "overnight on Monday"
                parts.deictic = None
        elif kind == "F":
            parts.festival = token.value
        elif kind in "ZN":
            parts.iso = token.value if kind == "Z" else numeric_date(token.value) or "-"
    return parts


def read_point(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a day, with or without a clock time or part of the day."""
    tokens = reading.tokens[start:stop]
    while tokens[0].cls == "d" and len(tokens) > 1 and tokens[1].cls == "m":
        start += 1  # "the Feb. 23 accord"
        del tokens[0]
    parts = _parts(tokens)
    if not _sure(reading, start, stop, parts.month is not None):
        return None
    clock = clock_value(tokens) if parts.clocked else None
    proved = False
    value: str | None
    if parts.iso:
        value = parts.iso if parts.iso != "-" else None
    elif parts.festival:
        value = _festival_value(reading, parts, start, stop)
    elif parts.deictic is not None:
        value = _deictic_value(reading, parts, start, bool(parts.part or clock))
    elif parts.month is not None:
        value = _dated_value(reading, parts, start, stop)
        proved = parts.weekday is not None and _proved(reading, value, parts.weekday, tokens)
    elif tokens[0].cls == "T" and reading.word(start + 1) == "into" and parts.weekday is not None:
        value = _night_into(reading, parts.weekday)
    elif parts.weekday is not None:
        value, proved = _weekday_value(reading, parts, start, stop)
    else:
        return None
    if value is None:
        return None
    if parts.extra and parts.month is not None:
        return listed(reading, start, stop, value, parts.extra, tokens)
    if clock:
        return [reading.found(start, stop, value + "".join(clock), "TIME", None)]
    if parts.part:
        return [reading.found(start, stop, f"{value}T{parts.part}", "TIME", parts.mod)]
    return [reading.found(start, stop, value, "DATE", parts.mod, proved=proved)]


def read_festival_week(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `Easter week`, `last Thanksgiving weekend`."""
    unit = reading.tokens[stop - 1].value
    if unit not in ("W", "WE"):
        return None
    found = read_point(reading, start, stop - 1)
    base = cal.Base.of(found[0].value) if found else None
    if base is None or base.whole is None:
        return None
    value = cal.week_value(base.whole)
    return [reading.found(start, stop, f"{value}-WE" if unit == "WE" else value)]


def _festival_value(reading: Reading, parts: _Parts, start: int, stop: int) -> str | None:
    named = next(i for i in range(start, stop) if reading.tokens[i].cls == "F")
    if not dated_by(parts.festival, reading.word(named - 1), reading.word(stop)):
        return None
    if parts.year is not None:
        fixed = holiday_in(parts.festival, parts.year)
        return cal.day_value(fixed) if fixed else f"{parts.year:04d}"
    way = 0 if parts.lead else reading.direction(start, stop)
    return holiday_value(parts.festival, reading.base, way, parts.lead)


def _deictic_value(reading: Reading, parts: _Parts, start: int, timed: bool) -> str | None:
    word = reading.word(start)
    if (
        start
        and word in ("Today", "TODAY", "Tomorrow")
        and reading.word(start - 1)[:1].isupper()
        and not reading.around(start, 60).isupper()
    ):
        return None  # a title: USA Today
    if reading.day is not None:
        moved = cal.shift_days(reading.day, parts.deictic or 0)
        return cal.day_value(moved) if moved else None
    base = reading.base
    if base is None or timed:
        return "XXXX-XX-XX"
    return f"{base.year:04d}-{base.month:02d}-XX" if base.month else f"{base.year:04d}-XX-XX"


def _dated_value(reading: Reading, parts: _Parts, start: int, stop: int) -> str | None:
    month, day, year = parts.month, parts.day, parts.year
    if month is None or day is None or day > 31:
        return None
    if year is not None:
        return f"{year:04d}-{month:02d}-{day:02d}" if cal.exists(year, month, day) else None
    value = "-".join(resolve_day(reading, month, day, parts.weekday, start, stop, parts.lead))
    past = remembered_year(month, day, [reading.word(stop + i).lower() for i in range(3)])
    if past is not None and value[:4] > str(past):
        value = f"{past}{value[4:]}"
    return value


def _proved(reading: Reading, value: str | None, weekday: int, tokens: list[Token]) -> bool:
    """Tell whether weekday and date prove each other near the base: `Tuesday (Jan. 7)`."""
    base = cal.Base.of(value)
    if base is None or base.whole is None or reading.day is None:
        return False
    beside = any(token.cls == "<" for token in tokens) and all(token.cls != "y" for token in tokens)
    return (
        beside
        and base.whole.isoweekday() == weekday
        and abs((base.whole - reading.day).days) <= PROVED
    )


def _weekday_value(reading: Reading, parts: _Parts, start: int, stop: int) -> tuple[str, bool]:
    weekday = parts.weekday or 0
    if _unnamed(reading, start, stop):
        return f"XXXX-WXX-{weekday}", False
    if parts.proof is not None:
        proved = proven_day(reading, weekday, parts.proof)
        if proved is not None:
            return cal.day_value(proved), True
    found = weekday_day(reading, weekday, parts.lead, start, stop)
    if found is not None:
        return cal.day_value(found), False
    return (f"XXXX-WXX-{weekday}" if parts.proof is None else f"XXXX-XX-{parts.proof:02d}"), False


def _night_into(reading: Reading, weekday: int) -> str | None:
    """Give the day on which the night began of `overnight into Thursday`."""
    if reading.day is None:
        return None
    ahead = (weekday - reading.day.isoweekday()) % 7
    day = cal.shift_days(reading.day, ahead if ahead < 2 else ahead - 7)
    begun = cal.shift_days(day, -1) if day else None
    return cal.day_value(begun) if begun else None


def _unnamed(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether any such day is meant: `on a Friday night in March`, no `Tuesday hearing`."""
    article = start - 2 if reading.cls(start - 1) == "_" else start - 1
    if reading.cls(article) != "a" or reading.word(article - 1).lower() not in ("on", "was"):
        return False
    following = reading.word(stop)
    return not following[:1].isalpha() or following.lower() in _AFTER_DAY


_AFTER_DAY = frozenset(
    ("in", "of", "last", "when", "and", "that", "during", "at", "before", "after", "as", "or")
)


def _sure(reading: Reading, start: int, stop: int, dated: bool) -> bool:
    """Tell whether the weekday or month is one: no `Sun`, `may`, `March 12 people`."""
    for index in range(start, stop):
        kind = reading.tokens[index].cls
        if kind == "w":
            word = reading.word(index)
            if not dated and _entitled(reading, index):
                return False
            if word.islower() or (len(word) < 6 and not dated and reading.cls(index + 1) != ":"):
                return word.islower() and len(word) > 5
            if len(word) < 6 and not dated and reading.cls(index + 1) != ":":
                return False
        elif kind == "m":
            word = reading.word(index)
            if word.islower() and word in ambiguous():
                return False
    return True


def _entitled(reading: Reading, index: int) -> bool:
    """Tell whether a weekday is part of a name: `the Sunday Times`, `Bloody Sunday`."""
    before, after = titles()
    last, following = reading.word(index - 1), reading.word(index + 1)
    if last[:1].isupper() and last.lower() in before:
        return True
    return following.istitle() and following.lower() in after and reading.word(index).istitle()


def listed(
    reading: Reading,
    start: int,
    stop: int,
    value: str,
    extra: list[tuple[int, int]],
    tokens: list[Token],
) -> list[Found] | None:
    """Split `Nov. 15-16 and 18` and `3 to 5 May` into one expression for each day."""
    year, month = value[:4], value[5:7]
    found = []
    first_extra = extra[0][0]
    month_at = next(i for i, token in enumerate(tokens) if token.cls == "m")
    if month_at > first_extra:  # the month comes last
        first = next(i for i, token in enumerate(tokens) if token.cls in "1o")
        found.append(reading.found(start + first, start + first + 1, value))
        for index, day in extra:
            end = start + index + 1 if index != extra[-1][0] else stop
            found.append(reading.found(start + index, end, f"{year}-{month}-{day:02d}"))
    else:
        before = max(i for i in range(first_extra) if tokens[i].cls in "1o") + 1
        found.append(reading.found(start, start + before, value))
        last = len(extra) - 1
        for position, (index, day) in enumerate(extra):
            end = stop if position == last else start + index + 1
            found.append(reading.found(start + index, end, f"{year}-{month}-{day:02d}"))
    for one in found:
        if one.value[:4].isdigit() and not cal.exists(
            int(one.value[:4]), int(one.value[5:7]), int(one.value[8:10])
        ):
            return None
    return found


def numeric_date(text: str) -> str | None:
    """Read `13/02/2024` or `2/13/24`: the order that makes a date, month first where both do."""
    separator = "/" if "/" in text else "."
    first, second, year = (int(piece) for piece in text.split(separator))
    if year < 100:
        year += 1900 if year > 50 else 2000
    orders = ((first, second), (second, first)) if separator == "/" else ((second, first),)
    for month, day in orders:
        if 1 <= month <= 12 and day and cal.exists(year, month, day):
            return f"{year:04d}-{month:02d}-{day:02d}"
    return None
