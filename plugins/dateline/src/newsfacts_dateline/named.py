"""Reading months, years, decades and centuries by their names."""

from collections.abc import Sequence

from newsfacts_dateline import calendars as cal
from newsfacts_dateline.choosing import resolve_day
from newsfacts_dateline.lexicon import ambiguous
from newsfacts_dateline.quantities import FUTURE, PAST, first, mod_of, unit_of
from newsfacts_dateline.reading import Found, Reading
from newsfacts_dateline.tokens import Token

CLOCKED = frozenset(("at", "by", "from", "until", "since", "about", "around", "before", "after"))
OWNERS = frozenset(("his", "her", "their", "my", "our"))
_DEGREES = frozenset(("temperature", "temperatures", "degrees", "highs", "lows", "heat"))
_TITLES = frozenset(
    (
        "mr", "mrs", "ms", "miss", "dr", "sir", "lady", "dame", "lord", "sen", "rep", "gov", "gen",
        "capt", "col", "sgt", "lt", "prof", "rev", "judge", "president", "minister", "premier",
        "secretary", "theresa",
    )
)  # fmt: skip
_LABELS = frozenset(
    (
        "room", "route", "resolution", "chapter", "flight", "section", "article", "channel",
        "version", "no", "number", "page", "highway", "interstate", "unit", "platform", "gate",
        "ram", "silverado", "box", "suite", "apartment", "bill", "paragraph", "windows", "model",
        "bus", "train",
    )
)  # fmt: skip
_MEASURES = frozenset(
    (
        "people", "persons", "men", "women", "children", "troops", "soldiers", "meters", "metres",
        "feet", "miles", "kilometers", "kilometres", "km", "yards", "tons", "tonnes", "pounds",
        "dollars", "euros", "pesos", "rupees", "yen", "barrels", "acres", "hectares", "words",
        "points", "votes", "strong", "meter", "metre", "foot", "mile", "pound", "word", "kilometer",
        "kilometre", "calories", "jobs", "homes", "houses", "workers", "members", "bodies",
    )
)  # fmt: skip
STREETS = frozenset(
    (
        "street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "boulevard", "blvd",
        "highway", "terrace", "square",
    )
)  # fmt: skip


def read_month(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a month, with or without its year."""
    if reading.cls(start) == "d" and (
        reading.cls(start + 1) == "m"
        or (reading.cls(start + 1) == "E" and reading.cls(start + 2) == "-")
    ):
        start += 1  # "the July 2006 war", "the mid-March truce"
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
            return (
                None if lead.value in ("each", "every") else _bare(reading, month, start, stop, mod)
            )
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
    title = reading.word(at - 2 if before == ":" else at - 1).lower()
    if title in _TITLES:
        return False  # "Mr. May"
    named = after[:1].isupper() and reading.cls(at + 1) == "_"
    if named and before in ("&", ",") and not after.isupper():
        return False  # "Jane Roe and August Wilson"
    led = before in ("I", "O", "E", "L", "l", "X", "&", "-", "e")
    if word.isupper() and len(word) > 1:
        return led
    if len(word) <= 4 and word not in ("May", "June"):
        return False  # an abbreviation alone: "Jan" is a name as well
    if led or reading.cls(start - 1) in ("I", "O", "E", "l", "X"):
        return True
    if word == "March" and after in ("for", "of", "on", "against") and _named(reading, at + 2):
        return False  # "the annual March for Water"
    if before in ("", "!", "_") and word == "May" and after.islower() and before != "_":
        return False
    return not (after[:1].isupper() and reading.cls(at + 1) in "_m")


def _named(reading: Reading, index: int) -> bool:
    """Tell whether a name goes on at a token, an article passed over."""
    index += reading.word(index) in ("the", "our")
    return reading.word(index)[:1].isupper() and reading.cls(index) not in ("m", "w")


def _bare(reading: Reading, month: int, start: int, stop: int, mod: str | None) -> list[Found]:
    year, month_part, _ = resolve_day(reading, month, None, None, start, stop)
    return [reading.found(start, stop, f"{year}-{month_part}", "DATE", mod)]


def read_year(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a year: `1989`, `early 1990`, `the 1988 period`, `fiscal 1989`."""
    if reading.cls(start) == "d" and start + 2 == stop and reading.cls(start + 1) == "y":
        start += 1  # "the 2004 vote"
    tokens = reading.tokens[start:stop]
    unit = first(tokens, "u")
    if unit is not None and unit.value != "Y":
        return None
    year = first(tokens, "y")
    if year is None:
        number = first(tokens, "n")
        if number is None or not 1000 <= number.value <= 2199:
            return None
        year = number
    if start + 1 == stop and _part_of_number(reading, start):
        return None
    if reading.word(start - 1).lower() == "at" and start + 1 == stop:
        if numbered(reading, stop):
            return None  # "the shop at 1401 Vine Street"
        return read_hour(reading, start, stop, int(year.value))
    if counted(reading, start, stop):
        return None
    if start + 1 == stop and (numbered(reading, stop) or reading.word(stop) == "Minutes"):
        return None
    value = f"{int(year.value):04d}"
    if first(tokens, "Q") is not None and reading.memory.compared:
        value += reading.memory.compared[4:]  # "the 1988 period" of a report on a quarter
    return [reading.found(start, stop, value, "DATE", mod_of(tokens))]


def _part_of_number(reading: Reading, at: int) -> bool:
    """Tell whether figures end a telephone number, or number a block: `555-1998`, `2000th`."""
    tokens = reading.tokens
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.start == token.end and reading.word(at + 1) in _ORDINALS:
        return True
    if at < 2 or reading.cls(at - 1) != "-" or tokens[at - 1].end != token.start:
        return False
    before = tokens[at - 2]
    return before.end == tokens[at - 1].start and (
        before.end - before.start == 3 and reading.word(at - 2).isdecimal()
    )


_ORDINALS = frozenset(("th", "st", "nd", "rd"))


def read_year_pair(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `2011/12`: two years, one after the other."""
    year, following = reading.tokens[start].value, reading.tokens[stop - 1].value
    if following != (year + 1) % 100 or reading.cls(stop) in ("/", "-"):
        return None
    return [
        reading.found(start, start + 1, f"{year:04d}"),
        reading.found(stop - 1, stop, f"{year + 1:04d}"),
    ]


def counted(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether figures count or number: `2000 people`, `a 1500-meter race`, `Room 2012`."""
    token = reading.tokens[stop - 1]
    if token.cls != "y" or token.end - token.start != 4:
        return False
    if reading.text[token.end : token.end + 1].isalpha():
        return True  # "the 1500m"
    at = stop + 1 if reading.cls(stop) == "-" else stop
    if reading.word(at).lower() in _MEASURES:
        return reading.cls(start - 1) not in ("I", "X") or reading.word(start - 1).lower() in _SIZED
    first = reading.tokens[start]
    if first.cls == "b":  # "more than 2000", but "around 1900"
        return first.value != "APPROX" or reading.cls(stop) not in (",", ":", "d", "&", "")
    label = reading.word(start - 1)
    if start + 1 != stop:
        return False
    return label == "number" or (label[:1].isupper() and label.lower() in _LABELS)


_SIZED = frozenset(("at", "for", "of", "to", "from", "by", "between"))


def numbered(reading: Reading, stop: int) -> bool:
    """Tell whether the figures number a house or a title: `1200 block`, `1904 Oak Road`."""
    first = reading.word(stop)
    if first in ("block", "blocks", "Block", "Blocks"):
        return True
    if not first[:1].isupper():
        return False
    for index in range(stop + 1, stop + 4):
        word = reading.word(index)
        if not word[:1].isupper():
            return False
        if word.lower() in STREETS:
            return True
    return False


def read_hour(reading: Reading, start: int, stop: int, figures: int) -> list[Found] | None:
    """Read `at 1625`: a clock time in four digits, of the day mentioned last or the base's."""
    hour, minute = divmod(figures, 100)
    if hour > 23 or minute > 59:
        return None
    day = reading.clock_day(start)
    date = cal.day_value(day) if day else "XXXX-XX-XX"
    return [reading.found(start, stop, f"{date}T{hour:02d}:{minute:02d}", "TIME")]


def read_hours(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `1500 hours`, `at 0800 hours`: a clock time, not a length."""
    token, unit = reading.tokens[start], reading.tokens[stop - 1]
    if unit.value != "TH" or (token.cls == "y" and reading.word(start - 1).lower() not in CLOCKED):
        return None
    return read_hour(reading, start, stop, int(token.value))


def read_decade(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a decade: `the 1990s`, `the mid-'80s`."""
    tokens = reading.tokens[start:stop]
    decade = first(tokens, "z")
    if decade is None:
        return None
    digits = decade.value
    if (
        digits.isdigit()
        and len(digits) == 2
        and OWNERS & {reading.word(start).lower(), reading.word(start - 1).lower()}
    ):
        return None  # in his 30s
    if (
        decade.value.isdigit()
        and len(digits) == 2
        and _DEGREES & set(reading.around(start, 120).lower().split())
    ):
        return None  # "temperatures in the 80s"
    if len(digits) == 2:
        digits = ("19" if digits > "20" else "20") + digits
    return [reading.found(start, stop, digits[:3], "DATE", mod_of(tokens) or _share(tokens))]


def read_century(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a century by its number: `the 20th century` is `19`."""
    tokens = reading.tokens[start:stop]
    ordinal = next((token for token in reversed(tokens) if token.cls == "o"), None)
    if ordinal is None or not 1 <= ordinal.value <= 30 or unit_of(tokens) != "CE":
        return None
    mod = mod_of(tokens) or _share(tokens)
    return [reading.found(start, stop, f"{ordinal.value - 1:02d}", "DATE", mod)]


def read_centuries(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the 17th and 18th centuries`, `16th- and 17th-century`: one after the other."""
    tokens = reading.tokens[start:stop]
    at = [index for index, token in enumerate(tokens) if token.cls == "o"]
    if tokens[-1].value != "CE" or not all(1 <= tokens[each].value <= 30 for each in at):
        return None
    last = at[-1] - (tokens[at[-1] - 1].cls == "E")
    return [
        reading.found(start, start + at[0] + 1, f"{tokens[at[0]].value - 1:02d}", "DATE",
                      mod_of(tokens[: at[0]])),
        reading.found(start + last, stop, f"{tokens[at[-1]].value - 1:02d}", "DATE",
                      mod_of(tokens[last:])),
    ]  # fmt: skip


def _share(tokens: Sequence[Token]) -> str | None:
    """Give the modifier that a half or quarter asserts: `the first half of the century`."""
    at = next((index for index, token in enumerate(tokens) if token.cls in "HQ"), 0)
    if not at:
        return None
    which = tokens[at - 1].value
    if which == 1:
        return "START"
    return "END" if which in ("last", "final", 2 if tokens[at].cls == "H" else 4) else None
