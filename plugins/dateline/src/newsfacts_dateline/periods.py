"""Reading periods: months, years, quarters, seasons, durations, sets, relative periods."""

from collections.abc import Sequence

from newsfacts.model.timex import covered_days

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.lexicon import ambiguous
from newsfacts_dateline.points import read_point, resolve_day
from newsfacts_dateline.reading import Found, Reading
from newsfacts_dateline.tokens import Token

UNIT_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
UNIT_DAYS = {"D": 1, "NI": 1, "W": 7, "FN": 14}
PAST = ("last", "past", "previous", "recent", "latest")
FUTURE = ("next", "coming", "future", "following")


def first(tokens: Sequence[Token], classes: str) -> Token | None:
    """Give the first token of one of the classes."""
    return next((token for token in tokens if token.cls in classes), None)


def mod_of(tokens: Sequence[Token]) -> str | None:
    """Give the TIMEX3 modifier that the words assert."""
    edge = first(tokens, "E")
    if edge is not None:
        return str(edge.value)
    about = first(tokens, "b")
    return (about.value or None) if about is not None else None


def read_month(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a month, with or without its year."""
    if reading.cls(start) == "d" and reading.cls(start + 1) == "m":
        start += 1  # "the July 2006 war"
    tokens = reading.tokens[start:stop]
    if not named_month(reading, start, stop):
        return None
    month = next(token.value for token in tokens if token.cls == "m")
    year = first(tokens, "y")
    after_month = [t for t in tokens if t.start > first(tokens, "m").start]  # type: ignore[union-attr]
    lead = first(tokens, "l")
    base = reading.base
    mod = mod_of(tokens)
    if year is not None:
        return [reading.found(start, stop, f"{year.value:04d}-{month:02d}", "DATE", mod)]
    tail = first(after_month, "l")
    if base is not None and tail is not None:  # "July last year"
        shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(tail.value, 0)
        return [reading.found(start, stop, f"{base.year + shift:04d}-{month:02d}", "DATE", mod)]
    if base is not None and lead is not None and base.month is not None:
        known = base.year
        if lead.value in PAST:
            known -= month >= base.month
        elif lead.value in FUTURE:
            known += month <= base.month
        elif lead.value == "this":
            known = base.year
        else:
            return None if lead.value in ("each", "every") else _bare(reading, month, start, stop, mod)
        return [reading.found(start, stop, f"{known:04d}-{month:02d}", "DATE", mod)]
    return _bare(reading, month, start, stop, mod)


def named_month(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether the month's word is one here: not `may`, `to march`, `April Jones`, `Mar`."""
    at = next(i for i in range(start, stop) if reading.tokens[i].cls == "m")
    word = reading.word(at)
    if word.lower() not in ambiguous():
        return not word.islower() or len(word) > 3
    if word.islower():
        return False
    if any(token.cls in "y1" for token in reading.tokens[start:stop]):
        return True
    before, after = reading.cls(at - 1), reading.word(at + 1)
    led = before in ("I", "O", "E", "l", "X", "&", "-", "e")
    if word.isupper() and len(word) > 1:
        return led
    if len(word) <= 4 and word not in ("May", "June"):
        return False  # an abbreviation alone: "Jan" is a name as well
    if led or reading.cls(start - 1) in ("I", "O", "E", "l", "X"):
        return True
    if before in ("", "!", "_") and word == "May" and after.islower() and before != "_":
        return False
    return not (after[:1].isupper() and reading.cls(at + 1) == "_")


def _bare(reading: Reading, month: int, start: int, stop: int, mod: str | None) -> list[Found]:
    year, month_part, _ = resolve_day(reading, month, None, None, start, stop)
    return [reading.found(start, stop, f"{year}-{month_part}", "DATE", mod)]


def amount(tokens: Sequence[Token]) -> tuple[str, str]:
    """Read a quantity: `("2", "3")` for two or three, `("X", "")` for a few, `("2.5", "")`."""
    numbers: list[float] = []
    text = ""
    for index, token in enumerate(tokens):
        if token.cls in "n1y":
            numbers.append(token.value)
        elif token.cls == "q":
            text = token.value
        elif token.cls == "H":
            if numbers:
                numbers[-1] += 0.5
            else:
                numbers.append(1.5 if any(each.cls in "uU" for each in tokens[:index]) else 0.5)
    if text == "X":
        return "X", ""
    if text:
        return _number((numbers[0] if numbers else 1) * int(text)), ""
    if len(numbers) > 1:
        return _number(numbers[0]), _number(numbers[1])
    if numbers:
        return _number(numbers[0]), ""
    return "1", ""


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"


def duration(number: str, unit: str) -> str:
    """Write a duration: `P2M`, `PT3H`, `P20Y` for two decades, `PXM`."""
    if unit.startswith("T"):
        if number.endswith(".5") and unit in ("TH", "TM"):
            lower = "TM" if unit == "TH" else "TS"
            whole = number[:-2]
            head = f"{whole}{unit[1]}" if whole != "0" else ""
            return f"PT{head}30{lower[1]}"
        return f"PT{number}{unit[1]}"
    if unit in ("DE", "CE", "ML"):
        years = {"DE": 10, "CE": 100, "ML": 1000}[unit]
        if number == "X":
            return f"PX{unit}"
        return f"P{_number(float(number) * years)}Y"
    if number.endswith(".5"):
        whole = number[:-2]
        head = "" if whole == "0" else f"{whole}{unit}"
        if unit == "Y":
            return f"P{head}6M"
        if unit == "M":
            return f"P{head}15D" if not head else f"P{number}M"
        if unit == "D":
            return f"P{head}T12H" if not head else f"P{number}D"
    if unit == "FN":
        return f"P{_number(float(number) * 2)}W" if number != "X" else "PXW"
    if unit == "H":
        return f"P{_number(float(number) * 6)}M" if number != "X" else "PXM"
    if unit == "NI":
        return f"P{number}D"
    return f"P{number}{unit}"


def unit_of(tokens: Sequence[Token]) -> str:
    """Give the unit's code; empty where there is none."""
    for token in reversed(tokens):
        if token.cls in "uUP":
            return str(token.value)
        if token.cls == "Q":
            return "PER" if token.value == "PER" else "Q"
    return ""


def read_duration(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a length of time: `two or three months`, `a few days`, `27-year`."""
    tokens = reading.tokens[start:stop]
    unit = unit_of(tokens)
    low, high = amount(tokens)
    if unit in ("WE", "PER", ""):
        return None
    if unit == "Q" and (reading.cls(stop) in ("O", "-") or reading.cls(stop - 2) == "-"):
        return None  # three-quarters of the imports
    if aged(reading, stop) and (unit == "Y" or young(reading, stop)):
        return None
    unit_word = reading.word(stop - 1)
    if unit_word[:1].isupper() and not unit_word.isupper() and tokens[0].cls in "n1y":
        return None  # 60 Minutes
    if start + 2 == stop and tokens[0].cls == "a" and rated(reading, start):
        return [reading.found(start, stop, duration("1", unit), "SET")]
    if reading.cls(start - 1) == "d":
        note_months(reading, low, unit)
    if reading.cls(stop) == "a" and reading.cls(stop + 1) == "u":
        return None  # 24 hours a day
    value = duration(low, unit)
    if high:
        value = f"{value}/{duration(high, unit)}"
    return [reading.found(start, stop, value, "DURATION", mod_of(tokens))]


def note_months(reading: Reading, number: str, unit: str) -> None:
    """Remember that a report speaks of `the nine months`: a year earlier is then a year."""
    if unit == "M" and number in ("6", "9") and reading.base is not None and reading.memory.quarter:
        reading.memory.compared = f"{reading.base.year:04d}"


def aged(reading: Reading, stop: int) -> bool:
    """Tell whether an age follows: `52 years old`, `a 27-year-old man`."""
    at = stop + 1 if reading.cls(stop) == "-" else stop
    return reading.word(at).lower() in ("old", "olds")


def young(reading: Reading, stop: int) -> bool:
    """Tell whether a child's age follows: `a 6-month-old son`."""
    at = stop + 2 if reading.cls(stop) == "-" else stop + 1
    return reading.word(at).lower() in (
        "son", "boy", "girl", "daughter", "baby", "child", "infant", "twins", "nephew", "niece",
        "grandson", "granddaughter", "brother", "sister", "toddler",
    )  # fmt: skip


def rated(reading: Reading, start: int) -> bool:
    """Tell whether `a year` counts per year: `$2 million a year`, `twice a week`, `four flights a day`."""
    before = reading.cls(start - 1)
    if before in ("%", "n", "1"):
        return True
    if reading.word(start - 1).lower() in ("once", "twice", "times", "thrice", "percent", "pct"):
        return True
    return before == "_" and reading.cls(start - 2) in ("n", "1", "q", "%")


def read_bare(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read units without a number: `for years`, `within weeks`, `months ago`."""
    unit = str(reading.tokens[start].value)
    if unit in ("WE", "FN", "Q", "H"):
        return None
    if stop > start + 1 and reading.cls(stop - 1) == "G":
        if reading.tokens[stop - 1].value not in ("ago", "before", "after"):
            stop = start + 1
        else:
            return [reading.found(start, stop, "PAST_REF" if reading.tokens[stop - 1].value != "after" else "FUTURE_REF")]
    if reading.word(start - 1).lower() not in ("for", "in", "within", "of", "over", "after", "follows", "took", "takes", "take", "spent", "hours", "or", "and", "lasted"):
        return None
    return [reading.found(start, stop, duration("X", unit), "DURATION")]


def read_year_end(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `year-end`, `the year's end`."""
    if first(reading.tokens[start:stop], "u").value != "Y":  # type: ignore[union-attr]
        return None
    if reading.base is None:
        return [reading.found(start, stop, "XXXX", "DATE", "END")]
    since = reading.word(start - 1).lower() == "since"
    year = f"{reading.base.year - since:04d}"
    if reading.cls(stop - 2) == "-":  # the day that books are closed on
        return [reading.found(start, stop, f"{year}-12-31")]
    return [reading.found(start, stop, year, "DATE", "END")]


def read_vague(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the past`, `the near future`."""
    token = reading.tokens[stop - 1]
    word = token.value
    if word not in ("past", "future") or reading.word(start).lower() != "the":
        return None
    value = "PAST_REF" if word == "past" else "FUTURE_REF"
    return [reading.found(start, stop, value)]


def read_span(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the past three months`, `the next few years`, `the first nine months`."""
    tokens = reading.tokens[start:stop]
    unit = unit_of(tokens)
    if unit in ("WE", "PER") or (unit == "Y" and aged(reading, stop)):
        return None
    low, high = amount(tokens)
    if low == "X" and reading.word(stop) in ("were", "was", "are", "is", "have", "has"):
        return []  # spoken about, not dated by: "the last few days were hard"
    note_months(reading, low, unit)
    value = duration(low, unit)
    if high:
        value = f"{value}/{duration(high, unit)}"
    return [reading.found(start, stop, value, "DURATION", mod_of(tokens))]


def moved(reading: Reading, number: str, unit: str, way: int, near: bool, anchored: bool) -> str | None:
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
            return f"{base.year + way * int(count * UNIT_MONTHS[unit] / 12):04d}"
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


def read_offset(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `three years ago`, `two days earlier`, `a week later`."""
    tokens = reading.tokens[start:stop]
    unit = unit_of(tokens)
    low, high = amount(tokens)
    word = tokens[-1].value
    if word in ("prior", "past"):  # "two days before the vote": a length
        return read_duration(reading, start, stop - 1)
    way = -1 if word in ("ago", "before") else 1
    anchored = word in ("before", "after")
    if high and low != "X":
        low = low
    if unit == "WE":
        return None
    mod = mod_of(tokens)
    if low == "X" and anchored:
        return [reading.found(start, stop, duration(low, unit), "DURATION", mod)]
    if unit == "Y" and low == "1" and way < 0:
        financial = year_before(reading)
        if financial:
            return [reading.found(start, stop, financial, "DATE", mod)]
    if unit == "Y" and anchored and reading.memory.year is not None and low != "X":
        value = f"{reading.memory.year + way * int(float(low)):04d}"
        return [reading.found(start, stop, value, "DATE", mod)]
    value = moved(reading, low, unit, way, mod is not None, anchored)
    if value is None:
        value = duration(low, unit)
        return [reading.found(start, stop, value, "DURATION", mod)]
    return [reading.found(start, stop, value, "DATE", mod)]


def year_before(reading: Reading) -> str | None:
    """Give last year's quarter or year where the text is a report that compares them."""
    period = reading.memory.compared
    if period is None:
        return None
    return f"{int(period[:4]) - 1:04d}{period[4:]}"


def read_year_ago(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the year-earlier quarter`, `year-ago`, `the same period last year`, `the day after`."""
    tokens = reading.tokens[start:stop]
    unit = first(tokens, "u")
    if unit is not None and unit.value != "Y":
        return read_day_beside(reading, start, stop)
    word = first(tokens, "G")
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


def read_day_beside(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the day after the attack`, `the week before`: beside the date mentioned last."""
    tokens = reading.tokens[start:stop]
    unit = str(first(tokens, "u").value)  # type: ignore[union-attr]
    word = first(tokens, "G")
    if word is None or word.value == "ago":
        return None
    way = -1 if word.value in ("before", "prior") else 1
    if tokens[-1].cls == "D":  # "the day before yesterday"
        if unit != "D" or reading.day is None:
            return None
        moved_day = cal.shift_days(reading.day, way + tokens[-1].value)
        return [reading.found(start, stop, cal.day_value(moved_day))] if moved_day else None
    if tokens[-1].cls != "G" or tokens[0].cls == "a":
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
    """Give the season meant by `last fall`, `this summer`, `the winter`."""
    base = reading.base
    if base is None or base.month is None:
        return f"XXXX-{season}"
    middle = cal.SEASON_MONTHS[season]
    if lead in ("last", "past", "previous"):
        year = base.year - (1 if middle >= base.month else 0)
    elif lead in ("next", "coming"):
        year = base.year + (1 if middle <= base.month else 0)
    elif lead == "this":
        year = base.year
    else:
        way = reading.direction(start, stop)
        year = base.year
        if way < 0 and middle - 1 > base.month:
            year -= 1
        elif way > 0 and middle + 1 < base.month:
            year += 1
    return f"{year:04d}-{season}"


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
    if season is not None and year is not None:
        return [reading.found(start, stop, f"{year.value:04d}-{season.value}", "DATE", mod)]
    if season is not None:
        value = season_at(reading, season.value, lead, start, stop)
        return [reading.found(start, stop, value, "DATE", mod)] if value else None
    unit = unit_of(tokens)
    if unit.startswith("T") or unit in ("NI", ""):
        return None
    if not lead and unit in ("D", "Y") and reading.word(stop - 2).lower() not in ("the", "fiscal", "full", "calendar", "financial"):
        return None  # his day in court
    if titled(reading, start, stop):
        return None
    if unit in ("Y", "Q") and not lead and reading.word(stop).lower() in ("ended", "ending"):
        if unit == "Y":
            return [reading.found(start, stop, duration("1", unit), "DURATION", mod)]
        return read_quarter_ended(reading, start, stop)
    if unit == "Q" and reading.cls(stop) == "-":
        return None  # a quarter-century
    if unit == "Q" and lead == "latest" and reading.memory.quarter is None and reading.base is not None:
        latest = period_at(reading, "Q", -1, False)
        if latest is not None:
            reading.memory.report(latest)
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
    anchored = lead in ("previous", "following", "that", "same", "latest") or (not lead and unit == "D")
    if lead == "next" and unit == "D" and reading.word(start).lower() == "the":
        anchored = True
    if unit == "CE" and not lead:
        return None
    if lead == "latest":
        shift = 0
    if unit == "Q" and lead in ("latest", "that", "") and reading.memory.quarter is not None:
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
        whole = {"Y": "XXXX", "M": "XXXX-XX", "D": "XXXX-XX-XX", "W": "XXXX-WXX"}.get(unit)
        if whole is None or not lead:
            return None
        value = whole
    return [reading.found(start, stop, value, "DATE", mod)]


def compares(reading: Reading, start: int) -> bool:
    """Tell whether a figure is compared: `compared with earnings of $33 million last year`."""
    before = range(max(0, start - 14), start)
    return any(reading.cls(i) == "%" for i in before) and any(
        reading.word(i).lower() in ("compared", "versus", "against") for i in before
    )


def read_quarter_ended(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the quarter ended Sept. 30`: the calendar quarter that the month lies in."""
    month = reading.tokens[stop + 1] if stop + 1 < len(reading.tokens) else None
    if month is None or month.cls != "m" or reading.base is None:
        return [reading.found(start, stop, "P3M", "DURATION")]
    year = reading.base.year - (reading.base.month is not None and month.value > reading.base.month)
    value = f"{year:04d}-Q{cal.quarter_of(month.value)}"
    reading.memory.report(value)
    return [reading.found(start, stop, value)]


def read_week_of(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the week of March 6`."""
    at = next(i for i in range(start, stop) if reading.tokens[i].cls == "O") + 1
    if reading.tokens[at - 2].value != "W":
        return None
    found = read_point(reading, at, stop)
    base = cal.Base.of(found[0].value) if found and found[0].value[:4].isdigit() else None
    if base is None or base.date is None:
        return None
    return [reading.found(start, stop, cal.week_value(base.date))]


def titled(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether the words are a title: `This Week` with David Brinkley."""
    last = reading.word(stop - 1)
    return last[:1].isupper() and not last.isupper() and reading.word(start)[:1].isupper() and stop - start > 1


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


def read_quarter(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a numbered quarter or half: `the third quarter of 1990`, `last year's first half`."""
    tokens = reading.tokens[start:stop]
    number: int | None = None
    for index, token in enumerate(tokens):
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
            return None  # the last half of the '80s
        if lead in ("last", "latest", "final") and (half or first(tokens, "y") or year_shift is not None):
            number = most
        else:
            return None
    if not 1 <= number <= most:
        return None
    base = reading.base
    year = first(tokens, "y")
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
        elif way < 0 and (number - 1) * length + 1 > month:
            year_value -= 1
        elif middle > month + length:
            year_value -= 1
        value = f"{year_value:04d}-{letter}{number}"
    ended = cal.Base.of((covered_days(value)[1] or "")) if base else None
    if year is None and (year_shift or 0) >= 0 and ended is not None and base is not None:
        if ended.middle < base.middle:
            reading.memory.report(value)
    return [reading.found(start, stop, value, "DATE", mod_of(tokens))]


def read_set(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `every Friday`, `each month`, `Tuesday nights`."""
    tokens = reading.tokens[start:stop]
    weekday = first(tokens, "wk")
    if weekday is not None:
        part = first(tokens, "pP")
        tail = f"T{part.value}" if part is not None and ":" not in part.value else ""
        return [reading.found(start, stop, f"XXXX-WXX-{weekday.value}{tail}", "SET")]
    month = first(tokens, "m")
    if month is not None:
        return [reading.found(start, stop, f"XXXX-{month.value:02d}", "SET")]
    season = first(tokens, "s")
    if season is not None:
        return [reading.found(start, stop, f"XXXX-{season.value}", "SET")]
    part = first(tokens, "pP")
    if part is not None:
        return [reading.found(start, stop, f"XXXX-XX-XXT{part.value}", "SET")]
    unit = unit_of(tokens)
    low, _ = amount(tokens)
    if not unit or unit == "WE":
        return [reading.found(start, stop, "XXXX-WXX-WE", "SET")] if unit else None
    return [reading.found(start, stop, duration(low, unit), "SET")]


def read_year(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a year: `1989`, `early 1990`, `the 1988 period`, `fiscal 1989`."""
    if reading.cls(start) == "d" and start + 2 == stop and reading.cls(start + 1) == "y":
        start += 1  # "the 2004 vote"
    tokens = reading.tokens[start:stop]
    year = first(tokens, "y")
    if year is None:
        number = first(tokens, "n")
        if number is None or not 1000 <= number.value <= 2199:
            return None
        year = number
    value = f"{int(year.value):04d}"
    if first(tokens, "Q") is not None and reading.memory.compared:
        value += reading.memory.compared[4:]  # "the 1988 period" of a report on a quarter
    return [reading.found(start, stop, value, "DATE", mod_of(tokens))]


def read_decade(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a decade: `the 1990s`, `the mid-'80s`."""
    tokens = reading.tokens[start:stop]
    decade = first(tokens, "z")
    if decade is None:
        return None
    digits = decade.value
    if digits.isdigit() and len(digits) == 2 and reading.word(start).lower() in ("his", "her", "their", "my", "our"):
        return None  # in his 30s
    if len(digits) == 2:
        digits = ("19" if digits > "20" else "20") + digits
    return [reading.found(start, stop, digits[:3], "DATE", mod_of(tokens))]


def read_century(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a century by its number: `the 20th century` is `19`."""
    tokens = reading.tokens[start:stop]
    ordinal = first(tokens, "o")
    if ordinal is None or not 1 <= ordinal.value <= 30 or unit_of(tokens) != "CE":
        return None
    return [reading.found(start, stop, f"{ordinal.value - 1:02d}", "DATE", mod_of(tokens))]


def read_reference(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `now`, `recently`, `the past`, `daily`."""
    token = first(reading.tokens[start:stop], "RY")
    if token is None:
        return None
    if reading.word(start) == "now" and reading.word(start - 1).lower() in ("has", "have", "had"):
        return None  # "has now exceeded": the perfect's own "by this time"
    return [
        reading.found(start, stop, token.value, "SET" if token.cls == "Y" else "DATE")
    ]
