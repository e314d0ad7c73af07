"""Reading durations and sets: `two or three months`, `the past few weeks`, `every Friday`."""

from newsfacts_dateline.quantities import amount, duration, first, mod_of, unit_of
from newsfacts_dateline.reading import Found, Reading
from newsfacts_dateline.reports import note_months


def read_duration(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read a length of time: `two or three months`, `a few days`, `27-year`."""
    tokens = reading.tokens[start:stop]
    unit = unit_of(tokens)
    low, high = amount(tokens)
    if unit in ("WE", "PER", ""):
        return None
    if reading.word(start).lower() == "many" and reading.word(start - 1).lower() in ("as", "how"):
        return None  # "the second in as many days"
    if unit == "Q" and tokens[-2].cls == "a" and "b" in (reading.cls(stop - 3), tokens[0].cls):
        return None  # "about a quarter, or more, of the votes"
    counted = first(tokens, "C") is not None  # "two straight quarters of growth"
    if (
        unit == "Q"
        and not counted
        and (reading.cls(stop) in ("O", "-") or reading.cls(stop - 2) == "-")
    ):
        return None  # three-quarters of the imports
    if len(tokens) > 2 and tokens[0].cls == "a" and any(token.cls == "-" for token in tokens):
        start += 1  # "a three-day visit": the article is the visit's
    if reading.word(start - 1).lower() == "of" and reading.word(start - 2).lower() in YOUNG:
        return None  # "a baby of ten months"
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
        return []  # 24 hours a day
    if tokens[0].cls == "a" and start + 2 == stop and reading.cls(start - 1) == "U":
        return []
    some = reading.words(start, stop)
    if unit == "D" and (some == "some day" or (some == "one day" and foreseen(reading, start))):
        return [reading.found(start, stop, "FUTURE_REF")]
    value = duration(low, unit)
    if high:
        value = f"{value}/{duration(high, unit)}"
    return [reading.found(start, stop, value, "DURATION", mod_of(tokens))]


def foreseen(reading: Reading, start: int) -> bool:
    """Tell whether `one day` is some day to come: `it may one day be`, `hopes to one day teach`."""
    before = reading.word(start - 1).lower()
    return before in _AUXILIARIES or before in ("that", "will")


_AUXILIARIES = ("will", "would", "to", "can", "could", "may", "might", "should", "not", "must")
YOUNG = frozenset(
    (
        "son", "boy", "girl", "daughter", "baby", "child", "infant", "twins", "nephew", "niece",
        "grandson", "granddaughter", "brother", "sister", "toddler",
    )
)  # fmt: skip


def aged(reading: Reading, stop: int) -> bool:
    """Tell whether an age follows: `52 years old`, `a 31-year-old miner`."""
    at = stop + 1 if reading.cls(stop) == "-" else stop
    return reading.word(at).lower() in ("old", "olds")


def young(reading: Reading, stop: int) -> bool:
    """Tell whether a child's age follows: `a 6-month-old son`."""
    at = stop + 2 if reading.cls(stop) == "-" else stop + 1
    return reading.word(at).lower() in YOUNG


def rated(reading: Reading, start: int) -> bool:
    """Tell whether `a year` is a rate: `$2 million a year`, `four flights a day`."""
    before = reading.cls(start - 1)
    if before in ("%", "n", "1"):
        return True
    if reading.word(start - 1).lower() in ("once", "twice", "times", "thrice", "percent", "pct"):
        return True
    return before == "_" and reading.cls(start - 2) in ("n", "1", "q", "%")


def read_bare(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read units without a number: `for years`, `within weeks`, `months ago`."""
    unit = str(reading.tokens[start].value)
    if unit == "WE" and stop == start + 1 and reading.word(start - 1).lower() in ("on", "at"):
        return [reading.found(start, stop, "XXXX-WXX-WE", "SET")]
    if unit in ("WE", "FN", "Q", "H"):
        return None
    if stop > start + 1 and reading.cls(stop - 1) in ("G", "L"):
        beside = reading.tokens[stop - 1].value
        if beside in ("ago", "before"):
            return [reading.found(start, stop, "PAST_REF")]
        if beside == "after":  # "days later"
            return [reading.found(start, stop, duration("X", unit), "DURATION")]
        stop = start + 1
    if reading.word(start - 1).lower() not in (
        "for",
        "in",
        "within",
        "of",
        "over",
        "after",
        "follows",
        "took",
        "takes",
        "take",
        "spent",
        "hours",
        "or",
        "and",
        "lasted",
        "just",
    ):
        return None
    return [reading.found(start, stop, duration("X", unit), "DURATION")]


def read_span(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the past three months`, `the next few years`, `the first nine months`."""
    if reading.word(start).lower() == "over":
        start += 1  # "over the past week": within it, not more than it
    tokens = reading.tokens[start:stop]
    unit = unit_of(tokens)
    if unit in ("WE", "PER") or (unit == "Y" and aged(reading, stop)):
        return None
    if tokens[0].cls == "l" and reading.word(start - 1).lower() in _AUXILIARIES:
        return None  # "will last three days"
    low, high = amount(tokens)
    if low == "X" and reading.word(stop) in ("were", "was", "are", "is", "have", "has"):
        return []  # spoken about, not dated by: "the last few days were hard"
    note_months(reading, low, unit)
    value = duration(low, unit)
    if high:
        value = f"{value}/{duration(high, unit)}"
    return [reading.found(start, stop, value, "DURATION", mod_of(tokens))]


def read_set(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `every Friday`, `each month`, `Tuesday nights`."""
    tokens = reading.tokens[start:stop]
    weekday = first(tokens, "wk")
    if sum(token.cls == "w" for token in tokens) > 1:
        return _each_weekday(reading, start, stop)
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
    if unit == "PER":
        return None
    if not unit or unit == "WE":
        return [reading.found(start, stop, "XXXX-WXX-WE", "SET")] if unit else None
    return [reading.found(start, stop, duration(low, unit), "SET")]


def _each_weekday(reading: Reading, start: int, stop: int) -> list[Found]:
    """Read `every Tuesday and Thursday`, `Monday and Tuesday nights`: a set for each day."""
    days = [index for index in range(start, stop) if reading.cls(index) == "w"]
    part = first(reading.tokens[start:stop], "P")
    tail = f"T{part.value}" if part is not None and ":" not in part.value else ""
    found = []
    for index in days:
        begin = start if index == days[0] else index
        end = stop if index == days[-1] else index + 1
        value = f"XXXX-WXX-{reading.tokens[index].value}{tail}"
        found.append(reading.found(begin, end, value, "SET"))
    return found


def read_reference(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `now`, `recently`, `the past`, `daily`."""
    token = first(reading.tokens[start:stop], "RY")
    if token is None:
        return None
    if stop - start > 1 and (token.value != "PAST_REF" or reading.word(start).lower() != "more"):
        return None
    counted = reading.cls(stop) in ("1", "n") and reading.cls(stop + 1) not in _COUNTED
    if counted and reading.word(start).lower() == "now":
        return None  # "now 40": an age
    if reading.word(start) == "now" and reading.word(start - 1).lower() in ("has", "have", "had"):
        return None  # "has now exceeded": the perfect's own "by this time"
    return [reading.found(start, stop, token.value, "SET" if token.cls == "Y" else "DATE")]


_COUNTED = frozenset(("u", "U", "-", "&", "X"))
_NO_NOUNS = frozenset(
    (
        "in", "of", "on", "at", "to", "from", "by", "and", "or", "but", "is", "was", "are", "were",
        "that", "which", "with", "through", "into", "has", "had", "as", "account", "accounts",
    )
)  # fmt: skip


def read_current(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read the adjective of `the current crisis`."""
    following = reading.word(stop)
    if reading.word(start) != "current" or not following.islower() or following in _NO_NOUNS:
        return None  # "the current in the strait"
    return [reading.found(start, stop, "PRESENT_REF")]


def read_vague(reading: Reading, start: int, stop: int) -> list[Found] | None:
    """Read `the past`, `the near future`."""
    token = reading.tokens[stop - 1]
    word = token.value
    if word not in ("past", "future") or reading.word(start).lower() != "the":
        return None
    value = "PAST_REF" if word == "past" else "FUTURE_REF"
    return [reading.found(start, stop, value)]
