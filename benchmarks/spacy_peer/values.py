"""Figures and times for the spaCy baseline: what a day's rules and dateparser give.

Nothing here is shared with the project's own reading of counts and dates; the baseline stands on
its own.
"""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from dateparser import DateDataParser

UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
WORDS = "|".join([*UNITS, *TENS, *SCALES])
NUMBER = (
    rf"(?:\d[\d,]*(?:\.\d+)?(?: (?:{'|'.join(SCALES)}))?|(?:{WORDS})(?:[ -](?:and )?(?:{WORDS}))*)"
)
MODIFIERS = (
    ("at_least", r"at least|no fewer than|no less than|not less than|a minimum of"),
    ("more_than", r"more than|over|upwards of|in excess of|exceeding|above"),
    ("at_most", r"up to|as many as|no more than|at most|a maximum of"),
    ("fewer_than", r"fewer than|less than|under"),
    ("nearly", r"nearly|almost|close to"),
    ("about", r"some|about|around|roughly|approximately|an estimated|estimated"),
)
VAGUE = (
    (r"hundreds of thousands", 200_000, 999_999),
    (r"tens of thousands", 20_000, 99_999),
    (r"several dozen", 36, 99),
    (r"several thousand|thousands", 2_000, 9_999),
    (r"several hundred|hundreds", 200, 999),
    (r"dozens", 24, 99),
    (r"scores", 40, 99),
    (r"several|a few|few|a handful", 3, 9),
)
AGE = re.compile(r"\b(?:\d+|[a-z]+) ?- ?(?:year|month|week|day)s? ?- ?olds?\b|\baged \d+")


def number(text: str) -> int | None:
    """Read "3,418", "31 thousand", "two hundred and six"."""
    total = current = 0
    seen = False
    for word in re.split(r"[ -]", text):
        if word in ("and", "a"):
            continue
        if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", word):
            thousands = re.fullmatch(r"\d{1,3}\.\d{3}", word)
            plain = word.replace(",", "")
            figure = int(plain.replace(".", "")) if thousands else float(plain)
            current, seen = int(current + figure), True
            if figure != int(figure):  # "1.5 million"
                scale = next((SCALES[each] for each in SCALES if text.endswith(each)), 1)
                return int(figure * scale)
        elif word in UNITS or word in TENS:
            current, seen = current + (UNITS.get(word) or TENS.get(word) or 0), True
        elif word in ("dozen", "hundred"):
            current, seen = max(current, 1) * SCALES[word], True
        elif word in SCALES:
            total, current, seen = total + max(current, 1) * SCALES[word], 0, True
        else:
            return None
    return total + current if seen else None


def count(value: int | None, low: int | None, high: int | None, modifier: str) -> dict[str, Any]:
    return {"value": value, "low": low, "high": high, "modifier": modifier, "unit": "persons"}


def bounded(value: int, modifier: str) -> dict[str, Any]:
    low, high = {
        "exact": (value, value),
        "about": (None, None),
        "nearly": (None, value),
        "at_least": (value, None),
        "more_than": (value + 1, None),
        "at_most": (None, value),
        "fewer_than": (0, value - 1),
    }[modifier]
    return count(value, low, high, modifier)


@lru_cache(maxsize=1)
def _patterns() -> tuple[
    re.Pattern[str], re.Pattern[str], tuple[tuple[re.Pattern[str], int, int], ...]
]:
    spread = re.compile(rf"(?:between )?\b({NUMBER}) ?(?:and|to|or|-|–) ?({NUMBER})\b")
    single = re.compile(rf"(?:\b({'|'.join(words for _, words in MODIFIERS)}) )?\b({NUMBER})\b")
    vague = tuple((re.compile(rf"\b(?:{words})\b"), low, high) for words, low, high in VAGUE)
    return spread, single, vague


def read_count(phrase: str, *, plural: bool, definite: bool) -> dict[str, Any] | None:
    """Read how many a noun phrase counts; `phrase` ends with its head noun."""
    text = AGE.sub(" ", phrase.casefold())
    text = text.replace("half a dozen", "six").replace("a dozen", "twelve")
    text = re.sub(r"\b(?:a|one) (hundred|thousand|million)\b", r"one \1", text)
    spread, single, vague = _patterns()
    if re.search(r"\b(?:no|none|nobody|neither)\b(?! (?:fewer|less|more) than)", text):
        return count(0, 0, 0, "exact")
    for pattern, low, high in vague:
        if pattern.search(text):
            return count(None, low, high, "vague")
    found = spread.search(text)
    if found:
        low_text, high_text = found[1], found[2]
        scale = next((each for each in SCALES if high_text.endswith(each)), None)
        if scale and scale not in low_text:
            low_text += f" {scale}"  # "7 to 9 thousand"
        first, second = number(low_text), number(high_text)
        if first is not None and second is not None and first < second:
            return count(None, first, second, "between")
    for found in single.finditer(text):
        value = number(found[2])
        if value is not None:
            words = found[1] or ""
            modifier = next(
                (name for name, known in MODIFIERS if words and re.fullmatch(known, words)), "exact"
            )
            return bounded(value, modifier)
    if "a number of" in text or re.match(r"(?:many|some|other|more)\b", text):
        return count(None, 2, None, "unspecified")
    if "couple" in text:
        return count(2, 2, 2, "exact")
    if plural:
        return None if definite else count(None, 2, None, "unspecified")
    return count(1, 1, 1, "exact")


PARSER_SETTINGS: dict[str, Any] = {"RETURN_TIME_AS_PERIOD": False, "STRICT_PARSING": False}
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI"}
SPAN = re.compile(
    rf"(?:(?:about|around|more than|nearly|almost|at least|over|the|past|last|next|some|for) )*"
    rf"({NUMBER}|an?|several|few|many)? ?-? ?(minute|hour|day|week|month|year|decade)s?"
    r"(?: -? ?long)?"
)
UNIT_CODES = {"minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y",
              "decade": "DE"}  # fmt: skip


def read_time(text: str, published: str | None, *, future: bool = False) -> tuple[str, str] | None:
    """Give TIMEX3 value and type of a DATE or TIME entity, None where nothing is understood."""
    return _read_time(" ".join(text.casefold().split()), (published or "")[:10], future)


@lru_cache(maxsize=1 << 14)
def _read_time(text: str, published: str, future: bool) -> tuple[str, str] | None:
    base = _day(published)
    plain = re.sub(r"^(?:on|in|by|since|until|from|the|early|late|earlier|later|mid-?) ", "", text)
    plain = re.sub(r"^(?:early|late|last|mid-?|about|around) ?", "", plain)
    part = next((code for word, code in PARTS.items() if re.search(rf"\b{word}\b", plain)), "")
    if re.fullmatch(r"(?:now|currently|today|present|the day|tonight|this (?:\w+))", text) and base:
        if text.split()[-1] in ("week", "month", "year"):
            return _around(base, text.split()[-1], 0), "DATE"
        if text.split()[-1] not in WEEKDAYS:
            return (base.isoformat() + part, "TIME" if part else "DATE")
    if re.fullmatch(r"(?:every|each) \w+|daily|weekly|monthly|annually|annual|yearly", text):
        unit = re.search(r"day|dai|week|month|annual|year", text)
        code = {"dai": "D", "day": "D", "week": "W", "month": "M"}.get(unit[0] if unit else "", "Y")
        return f"P1{code}", "SET"
    if re.fullmatch(r"(?:19|20)\d\d", plain):
        return plain, "DATE"
    found = re.fullmatch(r"(?:the )?((?:19|20)\d)0s", plain)
    if found:
        return found[1], "DATE"
    found = re.fullmatch(r"(?:the )?(last|past|next|previous|coming) (week|month|year)", text)
    if found and base:
        step = 1 if found[1] in ("next", "coming") else -1
        return _around(base, found[2], step), "DATE"
    weekday = re.search(rf"\b({'|'.join(WEEKDAYS)})\b", plain)
    if weekday and base and not re.search(r"\d", plain):
        back = (base.weekday() - WEEKDAYS.index(weekday[1])) % 7
        if "last" in plain or "past" in plain:
            back = back or 7
        ahead = "next" in plain or "coming" in plain or (future and back)
        day = base - timedelta(days=back - 7 if ahead else back)
        return day.isoformat() + part, "TIME" if part else "DATE"
    found = SPAN.fullmatch(text)
    if found:
        many = found[1] or ("1" if text.startswith(("the past", "the last", "the next")) else "X")
        figure = "1" if many in ("a", "an") else number(many)
        shown = "X" if figure is None else str(figure)
        code = UNIT_CODES[found[2]]
        return (f"PT{shown}{code[1]}" if code[0] == "T" else f"P{shown}{code}"), "DURATION"
    stripped = re.sub(r"\b(?:morning|afternoon|evening|night|noon|midday)\b", "", plain).strip(" ,")
    return _parsed(stripped or plain, base, part, future)


def _parsed(text: str, base: date | None, part: str, future: bool) -> tuple[str, str] | None:
    settings = {**PARSER_SETTINGS, "PREFER_DATES_FROM": "future" if future else "past"}
    if base:
        settings["RELATIVE_BASE"] = datetime(base.year, base.month, base.day)
    elif not re.search(r"\b(?:19|20)\d\d\b", text):
        return None
    try:
        data = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    except (ValueError, OverflowError):
        return None
    if data.date_obj is None:
        return None
    day = data.date_obj.date().isoformat()
    if data.period == "year":
        return day[:4], "DATE"
    if data.period == "month":
        return day[:7], "DATE"
    if data.period == "week":
        return _week(data.date_obj.date()), "DATE"
    clock = re.search(r"\d ?(?:a\.?m|p\.?m)|\d:\d\d|gmt", text)
    if clock:
        return data.date_obj.strftime("%Y-%m-%dT%H:%M"), "TIME"
    return day + part, "TIME" if part else "DATE"


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _around(base: date, unit: str, step: int) -> str:
    if unit == "week":
        return _week(base + timedelta(days=7 * step))
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    return str(base.year + step)


def time_value(found: tuple[str, str] | None) -> dict[str, Any] | None:
    """Give a Time of the schema."""
    if found is None:
        return None
    value, kind = found
    start = end = None
    if re.match(r"\d{4}-\d\d-\d\d", value):
        start = end = value[:10]
    return {"value": value, "type": kind, "mod": None, "start": start, "end": end}
