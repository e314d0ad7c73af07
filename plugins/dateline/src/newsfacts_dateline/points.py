"""Reading days and clock times: `Oct. 7, 2023`, `Sunday (11)`, `10 p.m. Wednesday`, `tonight`."""

from datetime import date

import attrs

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.holidays import holiday_in, holiday_value, remembered_year
from newsfacts_dateline.lexicon import ambiguous
from newsfacts_dateline.reading import Found, Reading
from newsfacts_dateline.tokens import Token

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
        and reading.cls(start - 2) == "w"
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
    return cal.weekday_near(day, weekday, 1 if way > 0 else -1)


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
        if (
            reading.word(start - 1).lower() not in ("on", "until", "by", "since", "to")
            or reading.cls(stop) == "_"
        ):
            return None
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


def clock_value(tokens: list[Token]) -> tuple[str, str] | None:
    """Read a clock time from tokens: `("T22:00", zone)`; None where there is none."""
    hour = minute = second = None
    meridiem: int | None = None
    zone = ""
    part = ""
    for position, token in enumerate(tokens):
        if token.cls == "c":
            pieces = [int(piece) for piece in token.value.split(":")]
            hour, minute = pieces[0], pieces[1]
            second = pieces[2] if len(pieces) > 2 else None
        elif token.cls == "h":
            hour, minute = int(token.value[:2]), int(token.value[2:])
        elif token.cls == "i":
            meridiem = token.value
            before = tokens[position - 1] if position else None
            if hour is None and before is not None and before.cls in "n1":
                hour, minute = int(before.value), 0
        elif token.cls == "g" and not zone:
            zone = "Z" if token.value == 0 else ""
        elif token.cls == "p" and ":" in token.value and hour is None:
            part = token.value
    if hour is None:
        return (f"T{part}", "") if part else None
    if hour > 24 or (minute or 0) > 59 or (meridiem is not None and not 1 <= hour <= 12):
        return None
    if meridiem is not None:
        hour = hour % 12 + meridiem
    value = f"T{hour:02d}:{minute or 0:02d}" + (f":{second:02d}" if second else "")
    return value, zone


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


def _festival_value(reading: Reading, parts: _Parts, start: int, stop: int) -> str:
    if parts.year is not None:
        fixed = holiday_in(parts.festival, parts.year)
        return cal.day_value(fixed) if fixed else f"{parts.year:04d}"
    way = 0 if parts.lead else reading.direction(start, stop)
    return holiday_value(parts.festival, reading.base, way, parts.lead)


def _deictic_value(reading: Reading, parts: _Parts, start: int, timed: bool) -> str | None:
    word = reading.word(start)
    if start and word in ("Today", "Tomorrow") and reading.word(start - 1)[:1].isupper():
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


def _weekday_value(reading: Reading, parts: _Parts, start: int, stop: int) -> tuple[str, bool]:
    weekday = parts.weekday or 0
    if parts.proof is not None:
        proved = proven_day(reading, weekday, parts.proof)
        if proved is not None:
            return cal.day_value(proved), True
    found = weekday_day(reading, weekday, parts.lead, start, stop)
    if found is not None:
        return cal.day_value(found), False
    return (f"XXXX-WXX-{weekday}" if parts.proof is None else f"XXXX-XX-{parts.proof:02d}"), False


def _sure(reading: Reading, start: int, stop: int, dated: bool) -> bool:
    """Tell whether the weekday or month is one: no `Sun`, `may`, `March 12 people`."""
    for index in range(start, stop):
        kind = reading.tokens[index].cls
        if kind == "w":
            word = reading.word(index)
            if word.islower() or (len(word) < 6 and not dated and reading.cls(index + 1) != ":"):
                return word.islower() and len(word) > 5
            if len(word) < 6 and not dated and reading.cls(index + 1) != ":":
                return False
        elif kind == "m":
            word = reading.word(index)
            if word.islower() and word in ambiguous():
                return False
    return True


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
        found.append(reading.found(start + first_extra, stop, f"{year}-{month}-{extra[0][1]:02d}"))
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


def read_part(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a part of a day or clock time by itself: `this morning`, `7 p.m.`."""
    tokens = reading.tokens[start:stop]
    clock = clock_value(tokens)
    lead = next((token.value for token in tokens if token.cls == "l"), "")
    mod = next((token.value for token in tokens if token.cls in "EJ"), None)
    part = next((token.value for token in tokens if token.cls == "p"), "")
    shift = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(lead, 0)
    anchor = reading.day
    if lead in ("following", "previous", "that", "same", "next") or (
        not lead and (clock or part) and reading.memory.day is not None and lead != "this"
    ):
        anchor = reading.memory.day or anchor
    if lead == "next" and reading.memory.day is None:
        anchor = reading.day
    day = cal.shift_days(anchor, shift) if anchor is not None else None
    value = cal.day_value(day) if day is not None else "XXXX-XX-XX"
    if clock:
        if start and reading.word(start - 1).lower() == "high":
            return None  # "High Noon"
        return [reading.found(start, stop, value + "".join(clock), "TIME")]
    if not part or ":" in part:
        return None
    if tokens[0].cls in "1n" and len(tokens) > 2 and not clock:
        hour = int(tokens[0].value)
        if not 1 <= hour <= 12 or (len(tokens) == 3 and part != "NI"):
            return None  # "killed 3 at dawn"
        hour = hour % 12 + (0 if part == "MO" or (part == "NI" and hour in (12, 1, 2, 3)) else 12)
        return [reading.found(start, stop, f"{value}T{hour:02d}:00", "TIME")]
    if start + 1 == stop and reading.word(start - 1).lower() in (
        "good", "a", "an", "per", "pre", "high",
    ):  # fmt: skip
        return None  # a greeting, a rate
    if start + 1 == stop and start and reading.cls(start - 1) not in ("I", "X", "&", ",", "-"):
        return None  # part of a name, or a noun of its own: "dawn broke"
    return [reading.found(start, stop, f"{value}T{part}", "TIME", mod)]
