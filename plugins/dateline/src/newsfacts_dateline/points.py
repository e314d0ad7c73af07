"""Reading days and clock times: `Oct. 7, 2023`, `Sunday (11)`, `10 p.m. Wednesday`, `tonight`."""

from datetime import date

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
    parts = f"{month:02d}", "" if day is None else f"{day:02d}"
    if base is None:
        return ("XXXX", *parts)
    years = [year for year in (base.year - 1, base.year, base.year + 1) if 1 <= year <= 9999]
    if day is not None:
        years = [year for year in years if cal.exists(year, month, day)] or [
            year
            for year in range(max(base.year - 4, 1), min(base.year + 5, 9999))
            if cal.exists(year, month, day)
        ]
        if weekday is not None:
            fitting = [y for y in years if date(y, month, day).isoweekday() == weekday]
            years = fitting or years
    if not years:
        return ("XXXX", *parts)
    if len(years) == 1:
        return (f"{years[0]:04d}", *parts)
    middle = base.middle

    def candidate(year: int) -> date:
        return date(year, month, day or 15)

    def distance(year: int) -> int:
        return abs((candidate(year) - middle).days)

    way = reading.direction(start, stop)
    if lead in ("last", "past", "next", "coming") and day is not None:
        way = -1 if lead in ("last", "past") else 1
        beyond = [year for year in years if (candidate(year) - middle).days * way > 0]
        if beyond:
            return (f"{max(beyond) if way < 0 else min(beyond):04d}", *parts)
    if way and base.month is not None:
        grain = (lambda d: (d.year, d.month)) if day is None or base.day is None else (lambda d: d)
        here = grain(middle)
        side = [
            year
            for year in years
            if (grain(candidate(year)) <= here if way < 0 else grain(candidate(year)) >= here)
        ]
        # The clause's tense is a hint: a day a few weeks to the other side stays the likelier.
        near = min(years, key=distance)
        if (
            abs(way) < 2
            and side
            and near not in side
            and distance(near) <= (NEAR_DAY if day is not None else NEAR_MONTH)
        ):
            side = [near]
        years = side or years
    return (f"{min(years, key=distance):04d}", *parts)


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


def read_point(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a day, with or without a clock time or part of the day."""
    while (
        reading.cls(start) == "d"
        and reading.cls(start + 1) in "mw1o"
        and reading.cls(start + 1) == "m"
    ):
        start += 1  # "the Feb. 23 accord"
    tokens = reading.tokens[start:stop]
    month = day = year = weekday = None
    lead = ""
    part = mod = None
    deictic = None
    iso = festival = ""
    proof = None
    proved = False
    extra: list[tuple[int, int]] = []  # (token index, day) of further days in a list
    for index, token in enumerate(tokens):
        kind = token.cls
        if kind == "m":
            month = token.value
        elif kind == "w":
            weekday = token.value
        elif kind == "y":
            year = token.value
        elif kind in "1o":
            following = tokens[index + 1].cls if index + 1 < len(tokens) else ""
            if following == "i" or (following == "I" and month is None):
                continue
            if index and tokens[index - 1].cls == "<" and weekday is not None and month is None:
                proof = int(token.value)
            elif day is None:
                day = int(token.value)
            else:
                extra.append((index, int(token.value)))
        elif kind == "l":
            lead = token.value if token.value != "this" or not lead else lead
        elif kind == "p" and ":" not in token.value:
            part = token.value
        elif kind in "EJ":
            mod = token.value
        elif kind == "D":
            deictic = token.value
        elif kind == "T":
            deictic, part = token.value
        elif kind == "F":
            festival = token.value
        elif kind == "Z":
            iso = token.value
        elif kind == "N":
            iso = numeric_date(token.value) or ""
            if not iso:
                return None
    if not _sure(reading, start, stop, month is not None):
        return None
    clock = clock_value(tokens)
    if iso:
        value = iso
    elif festival:
        if year is not None:
            fixed = holiday_in(festival, year)
            value = cal.day_value(fixed) if fixed else f"{year:04d}"
        else:
            way = 0 if lead else reading.direction(start, stop)
            value = holiday_value(festival, reading.base, way, lead)
    elif deictic is not None:
        if (
            start
            and reading.word(start) in ("Today", "Tomorrow")
            and reading.word(start - 1)[:1].isupper()
        ):
            return None  # a title: USA Today
        if reading.day is None:
            value = "XXXX-XX-XX"
            if reading.base is not None and not part and not clock:
                value = f"{reading.base.year:04d}-XX-XX"
                if reading.base.month:
                    value = f"{value[:4]}-{reading.base.month:02d}-XX"
        else:
            moved = cal.shift_days(reading.day, deictic)
            if moved is None:
                return None
            value = cal.day_value(moved)
    elif month is not None:
        if day is None or day > 31:
            return None
        if year is not None:
            if not cal.exists(year, month, day):
                return None
            value = f"{year:04d}-{month:02d}-{day:02d}"
        else:
            value = "-".join(resolve_day(reading, month, day, weekday, start, stop, lead))
            past = remembered_year(month, day, [reading.word(stop + i).lower() for i in range(3)])
            if past is not None and value[:4] > str(past):
                value = f"{past}{value[4:]}"
    elif weekday is not None:
        found = weekday_day(reading, weekday, lead, start, stop)
        if proof is not None and (day_proved := proven_day(reading, weekday, proof)) is not None:
            found, proved = day_proved, True
        if found is None:
            value = f"XXXX-WXX-{weekday}" if proof is None else f"XXXX-XX-{proof:02d}"
        else:
            value = cal.day_value(found)
    else:
        return None
    if extra and month is not None:
        return listed(reading, start, stop, value, extra, tokens)
    if clock:
        return [reading.found(start, stop, value + "".join(clock), "TIME", None)]
    if part:
        return [reading.found(start, stop, f"{value}T{part}", "TIME", mod)]
    return [reading.found(start, stop, value, "DATE", mod, proved=proved)]


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
