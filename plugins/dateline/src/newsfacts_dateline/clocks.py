"""Reading clock times and parts of the day: `7 p.m.`, `0835 GMT`, `this morning`."""

import re
from datetime import date

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.choosing import weekday_day
from newsfacts_dateline.named import CLOCKED
from newsfacts_dateline.reading import Found, Reading
from newsfacts_dateline.tokens import Token, classes


def clock_value(tokens: list[Token]) -> tuple[str, str] | None:
    """Read a clock time from tokens: `("T22:00", zone)`; None where there is none."""
    hour = minute = second = None
    meridiem: int | None = None
    zone = part = said = ""
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
        elif token.cls == "p":
            if ":" not in token.value:
                said = token.value
            elif hour is None:
                part = token.value
    if hour is None:
        return (f"T{part}", "") if part else None
    if hour > 24 or (minute or 0) > 59 or (meridiem is not None and not 1 <= hour <= 12):
        return None
    if meridiem is not None:
        hour = hour % 12 + meridiem
    elif said in ("AF", "EV", "NI") and 0 < hour < 12 and (said != "NI" or hour > 4):
        hour += 12  # "8:15 on Sunday night"
    value = f"T{hour:02d}:{minute or 0:02d}" + (f":{second:02d}" if second else "")
    return value, zone


def _led(reading: Reading, start: int) -> bool:
    """Tell whether a word before figures such as `10:40` makes them a clock time."""
    if not start:
        return True
    word = reading.word(start - 1).lower()
    return word != "in" and (reading.cls(start - 1) in "IXbG&-,<" or word in _CLOCK_WORDS)


_CLOCK_WORDS = frozenset(("at", "past", "shortly", "just", "exactly", "precisely", "now"))


_BRACKETED = re.compile(r"(?:<[hc1n]:?i?g>|g?>)?,?I?([wD])")


def _told_behind(reading: Reading, stop: int) -> date | None:
    """Give the day behind a clock time in brackets: `3:15 p.m. (1115 GMT) on Tuesday`."""
    match = _BRACKETED.match(classes(reading.tokens[stop : stop + 9]))
    if match is None or reading.day is None:
        return None
    at = stop + match.start(1)
    token = reading.tokens[at]
    if token.cls == "D":
        return cal.shift_days(reading.day, token.value)
    return weekday_day(reading, token.value, "", at, at + 1) if reading.word(at).istitle() else None


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
        anchor = reading.clock_day(start)
    if lead == "next" and reading.memory.day is None:
        anchor = reading.day
    if clock and not lead:
        anchor = _told_behind(reading, stop) or anchor
    day = cal.shift_days(anchor, shift) if anchor is not None else None
    value = cal.day_value(day) if day is not None else "XXXX-XX-XX"
    if clock:
        if start and reading.word(start - 1).lower() == "high":
            return None  # "High Noon"
        if all(token.cls == "c" for token in tokens) and not _led(reading, start):
            return None  # a score, a race's time
        about = next((token.value for token in tokens if token.cls == "b" and token.value), None)
        return [reading.found(start, stop, value + "".join(clock), "TIME", about)]
    if not part or ":" in part:
        return None
    if tokens[0].cls in "1n" and len(tokens) > 2 and not clock:
        if lead and reading.word(start - 1).lower() not in CLOCKED:
            return None  # "killed 6 this morning"
        hour = int(tokens[0].value)
        if not 1 <= hour <= 12 or (len(tokens) == 3 and part != "NI" and not lead):
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
