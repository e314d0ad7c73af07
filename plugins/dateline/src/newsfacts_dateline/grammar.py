"""The grammar of English time expressions, over token classes.

A sentence is read as a string with one character for each token (`tokens.Token.cls`); a rule is a
regular expression over such strings. `last Tuesday (13)` is `lw<1>`, `two or three months` is
`n&nU`. The strings are short and the alternatives few, so reading stays cheap and linear.
"""

import re
from collections.abc import Callable
from functools import cache

import attrs

from newsfacts_dateline import clocks, combined, durations, named, points, quarters, relative
from newsfacts_dateline.reading import Found, Reading

CLASSES = {
    "m": "month", "w": "weekday", "k": "weekday, plural", "u": "unit", "U": "units",
    "p": "part of day", "P": "parts of day", "s": "season", "S": "seasons", "i": "a.m. or p.m.",
    "g": "time zone", "D": "today, yesterday", "T": "tonight", "F": "holiday", "R": "now, recently",
    "Y": "daily, annually", "E": "early, mid",
    "J": "end, start", "l": "this, last, next", "e": "each, every",
    "q": "few, several", "b": "about, more than", "G": "ago, before",
    "L": "earlier, later", "C": "more, straight",
    "d": "the, its", "a": "a, an", "n": "number", "1": "number from 1 to 31 in digits",
    "o": "ordinal", "y": "year", "z": "decade", "Z": "ISO date", "N": "date in digits",
    "c": "clock", "h": "four digits that may be a clock", "O": "of", "I": "in, on, at",
    "X": "to, until", "&": "and, or", "H": "half", "Q": "quarter", "/": "per, slash",
    "'": "possessive", "<": "(", ">": ")", "%": "money, percentage", "_": "any other word",
    "t": "than, least", "v": "time, after local", "!": "blank line", ",": "comma",
    "-": "hyphen", ":": "full stop",
}  # fmt: skip

Reader = Callable[[Reading, int, int], list[Found] | None]

MONTH_DAY = r"m:?d?[1o](?>(?:(?:-|X|,?&)1(?:-1)?)*)(?:,?y)?"
DAY_MONTH = r"d?(?:(?>(?:[1o],){0,4})(?:[1o]O?)(?:-|X|,?&))?[1o]O?-?m:?(?:,?y)?"
DATE = rf"(?:{MONTH_DAY}|{DAY_MONTH}|Z|N)"
ZONE = r"(?:gv|<gv>|<g(?:[_+-]?1)?>|g(?:[_+-]?1)?)?"
CLOCK = rf"(?:b?(?:ci?|[1n]:?i|h(?=g)){ZONE})"
WEEKDAY = rf"(?:l{{1,2}}|d)?w:?(?:<(?:[1o]|{DATE})>)?"
DAY = rf"(?:{WEEKDAY},?(?:dO)?{DATE}|(?:d|d?l)?{DATE}|{WEEKDAY}|D|T|d?l{{0,2}}F(?:,?y)?)"
PART = r"(?:[EL]-?)?p"
EDGE = r"(?:b?d?(?:[EL](?:-|OI|O|I|UO)?|JO|CUO))"
QUANTITY = r"(?:a?b{0,2}(?:aqO?|aH|Ha|[n1y](?:(?:X|&|-)[n1y])?(?:&aH)?|q[O&]?|a)b?)"
HALF = r"[ol][HQ]"
UNITS = r"(?:C?-?C?-?(?:[uU]|Q))"


@attrs.frozen
class Rule:
    """A named pattern over token classes, the classes that it begins with, and its reader."""

    name: str
    starts: str
    pattern: str
    read: Reader


RULES = (
    Rule("point", "bdEJLlwm1oZNDTcnhpPF",
        rf"(?:(?:{EDGE})?(?:(?:(?:{CLOCK}|d?{PART}|T),?[IO]{{0,2}}{DAY}(?:,?I?{DAY})?{PART}?)|(?:{DAY},?I?d?(?:{CLOCK}|{PART}))|{DAY}))",
        points.read_point),
    Rule("weekday_of_week", "w", r"(?:w&)?wp?,?[IO]?lu", combined.read_weekday_of_week),
    Rule("beyond", "d", r"d[upw]Gl(?![uUpswmF])", combined.read_beyond),
    Rule("from_day", "banq1", rf"{QUANTITY}{UNITS}I[wDR]", combined.read_from_day),
    Rule("ago_day", "banq1", rf"{QUANTITY}{UNITS}G(?:I?w|D|lu)", combined.read_ago_day),
    Rule("this_time", "l", r"lv(?:lu|D)", relative.read_this_time),
    Rule("one_day", "nq", r"[nq]ulu", relative.read_one_day),
    Rule("festival_week", "dlF", r"d?l?Fu", points.read_festival_week),
    Rule("day_beside", "d", rf"duG{DAY}", relative.read_beside_day),
    Rule("numbered_day", "d", r"do(?:Od?lu|Odu)?(?!u|Q|H|m|C)", points.read_numbered_day),
    Rule("day_of_number", "dl", r"d?lu[1o](?![uUmpn1qy%_O/-])", points.read_day_of_number),
    Rule("part", "bcn1hdlEJLp",
        rf"(?:cId?p|{CLOCK}|(?:{EDGE})?[dl]{{0,2}}{PART}|[1n]Id?p|1lp)", clocks.read_part),
    Rule("month", "bdEJLlm", rf"{EDGE}?d?(?:l{{1,2}})?m:?(?:O?,?y|,?O?lu)?", named.read_month),
    Rule("quarter", "bdEJLlyCoa",
        rf"{EDGE}?[da]?(?:lu'|y'?)?C?-?C?-?(?:o|l)-?C?-?(?:Q|H)(?:O?(?:y|lC?u|Cy)|OdC?u)?",
        quarters.read_quarter),
    Rule("year_ago", "duaCl",
        r"duGD|[da]?C?u-?[GL](?:C?Q|oQ|u)?|lu'C?Q|d[lC]?Q(?:lu|au[GL])"
        r"|dlu(?:lu|au[GL])|dul(?![uUmwspSQn1qFyzdo])",
        quarters.read_year_ago),
    Rule("offset", "banq1yH", rf"{QUANTITY}{UNITS}(?:&aH)?(?:&C)?,?[GL]", relative.read_offset),
    Rule("in_time", "banq1", rf"{QUANTITY}{UNITS}'v", relative.read_in_time),
    Rule("span", "bdl",
        rf"b?d[lo]C?(?!a){QUANTITY}{UNITS}|lC?(?:[n1]|q){UNITS}", durations.read_span),
    Rule("bare", "U", r"U(?:&U)?[GL]?", durations.read_bare),
    Rule("year_end", "dbul", r"b?d?l?u(?:-|')?J(?!O)", quarters.read_year_end),
    Rule("vague", "d", r"dC?l(?![uUQnq1y&mswplPSo])", durations.read_vague),
    Rule("set", "eqkPw",
        rf"eC?w:?(?:,?&?w:?){{1,6}}|eo?C?w|eC?(?:{DAY}|o?(?:[uQmsp]|[n1]U)|ou)|(?:w&)?(?:wP|k)",
        durations.read_set),
    Rule("calendar", "bdEJLls",
        rf"duO{DATE}|{EDGE}?(?:d?l{{1,2}}C?|d|dC)(?:u|U&U|U|Q|s)(?:Oy)?|dE-?s(?:Oy)?"
        rf"|{EDGE}?s(?:O|,)?y",
        relative.read_calendar),
    Rule("week_of_month", "dlo", r"d?[lo](?:u|w)[OI]m:?(?:,?y)?", relative.read_week_of_month),
    Rule("hours", "yh", r"[yh]U", named.read_hours),
    Rule("duration", "abnq1yH", rf"{QUANTITY}(?:{UNITS}|P)(?:&aH)?", durations.read_duration),
    Rule("year", "bdEJLyClu", rf"(?:b|{EDGE})?d?(?:C?u)?C?y(?:C?Q)?|dun", named.read_year),
    Rule("year_pair", "y", r"y/[1n]", named.read_year_pair),
    Rule("decade", "bdEJLlzo", rf"(?:{EDGE}|d?{HALF}O)?d?-?z", named.read_decade),
    Rule("century", "bdEJLlo", rf"(?:{EDGE}|d?{HALF}O)?d?o-?u", named.read_century),
    Rule("centuries", "do", r"d?E?o-?&d?E?-?o-?[uU]", named.read_centuries),
    Rule("reference", "RYC", r"C?[RY]", durations.read_reference),
    Rule("current", "l", r"l(?![uUQnq1y&mwspPSoC])", durations.read_current),
)  # fmt: skip


@cache
def dispatch() -> dict[str, tuple[tuple[Rule, re.Pattern[str]], ...]]:
    """Give the rules that may begin with each class."""
    compiled = [(rule, re.compile(rule.pattern)) for rule in RULES]
    starts = {char for rule in RULES for char in rule.starts}
    return {
        char: tuple((rule, pattern) for rule, pattern in compiled if char in rule.starts)
        for char in sorted(starts)
    }
