"""Numbers among tokens: digits, words or both, ranges, and the wholes that they are part of."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.text.count_words import SCALES, joined, number_words, word_kind
from newsfacts.text.numbers import digits_value, number_value
from newsfacts.text.tokens import Token


class Number(NamedTuple):
    """A number: its value, the token behind it, and the scale that its last word names."""

    value: int
    end: int
    scale: int = 1


def _may_follow(previous: str, kind: str) -> bool:
    if previous in {"", "scales"}:
        return previous == "" or kind != "collectives"
    if previous == "tens":
        return kind in ("units", "scales", "collectives")
    return kind in SCALES


def _read_words(read: Sequence[Token], at: int) -> int:
    """Give the token after the number words that begin at `at`."""
    position, previous = at, ""
    if read[at].lower in {"a", "an"}:
        if at + 1 < len(read) and word_kind(read[at + 1].lower) in SCALES:
            position, previous = at + 2, "scales"
        else:
            return at
    while position < len(read):
        word = read[position].lower
        if word == "and" and previous == "scales" and position + 1 < len(read):
            if word_kind(read[position + 1].lower) in ("units", "tens"):
                position += 1
                continue
            break
        kind = word_kind(word)
        if kind is None or not _may_follow(previous, kind):
            break
        previous = kind
        position += 1
    return position


def read_number(read: Sequence[Token], at: int) -> Number | None:
    """Read one number in digits, words or both that begins at a token."""
    if at >= len(read):
        return None
    token = read[at]
    if token.kind == "number":
        return _in_digits(read, at)
    if token.kind == "mixed":
        return _short_number(token, at)
    if token.kind == "mark":
        return None
    if token.lower == "half" and at + 2 < len(read) and read[at + 1].lower in {"a", "an"}:
        known = number_words().get(read[at + 2].lower)
        if known is not None and known[0] in SCALES:
            return Number(known[1] // 2, at + 3)
        return None
    end = _read_words(read, at)
    if end == at:
        return None
    if end == at + 1 and (single := number_words().get(token.lower)) is not None:
        value: int | None = single[1]
    else:
        value = number_value(" ".join(joined(each.lower) or each.lower for each in read[at:end]))
    if value is None:
        return None
    if (
        end + 2 < len(read) and read[end].lower == "and" and read[end + 1].lower == "a"
        and read[end + 2].lower == "half"
    ):  # fmt: skip
        known = number_words().get(read[end + 3].lower) if end + 3 < len(read) else None
        if known is not None and known[0] == "scales":
            return Number(value * known[1] + known[1] // 2, end + 4, known[1])
    last = number_words().get(read[end - 1].lower)
    if last is not None and last[0] == "tens" and end < len(read) and read[end].kind == "number":
        unit = read[end].text  # copy that writes some numbers in digits: "Twenty 2"
        if len(unit) == 1 and unit.isdecimal() and unit != "0":
            return Number(value + int(unit), end + 1)
    return Number(value, end, last[1] if last and last[0] in SCALES else 1)


def _in_digits(read: Sequence[Token], at: int) -> Number | None:
    """Read "12" and "1.2 million"."""
    end = at + 1
    while end < len(read) and read[end].kind == "word" and word_kind(read[end].lower) in SCALES:
        end += 1
    if end > at + 1:
        value = number_value(" ".join(each.lower for each in read[at:end]))
        scale = number_value("one " + " ".join(each.lower for each in read[at + 1 : end]))
        return None if value is None else Number(value, end, scale or 1)
    plain = digits_value(read[at].text)
    return Number(plain, end) if isinstance(plain, int) else None


_SUFFIXES = {"m": 1_000_000, "mn": 1_000_000, "k": 1_000, "bn": 1_000_000_000}


def _short_number(token: Token, at: int) -> Number | None:
    """Read "1.2m", "900k" and "20-plus"."""
    text = token.lower
    if text.endswith("-plus") and text[:-5].isdigit():
        return Number(int(text[:-5]), at + 1)
    digits = text.rstrip("mknb")
    scale = _SUFFIXES.get(text[len(digits) :])
    if scale is None or not digits or digits == text:
        return None
    value = digits_value(digits)
    return None if value is None else Number(round(value * scale), at + 1, scale)


def read_between(read: Sequence[Token], at: int) -> tuple[int, int, int, bool] | None:
    """Read "between 12 and 15" at its first word: (low, high, end, whether they count at all)."""
    first = read_number(read, at + 1)
    if first is None or first.end >= len(read) or read[first.end].lower not in ("and", "to"):
        return None
    second = read_number(read, first.end + 1)
    if second is None:
        return None
    low = first.value * second.scale if first.value < 1000 <= second.scale else first.value
    years = 1900 <= low <= 2100 and second.value <= 2100
    return low, second.value, second.end, low <= second.value and not years


def read_range(read: Sequence[Token], first: Number, at: int) -> tuple[int, int, int] | None:
    """Read on in "12 to 15", "12-15", "two or three": (low, high, end)."""
    end = first.end
    if end + 1 >= len(read):
        return None
    separator = read[end]
    if separator.kind == "mark":
        close = separator.start == read[end - 1].end and separator.end == read[end + 1].start
        if not close or separator.text not in "-–—":
            return None
    elif separator.lower not in {"to", "or"}:
        return None
    if separator.lower == "to" and at and read[at - 1].lower == "from":
        return None
    second = read_number(read, end + 1)
    if second is None:
        return None
    low = first.value
    if first.scale == 1 and second.scale > 1 and low < second.scale:
        low *= second.scale
    if low >= second.value or (separator.lower == "or" and second.value > 2 * low + 2):
        return None
    return low, second.value, second.end


_OF_WHOLE = frozenset((
    "the", "their", "his", "her", "its", "those", "these", "about", "some", "an", "estimated",
    "more", "than", "all", "our",
))  # fmt: skip


def read_total(read: Sequence[Token], at: int) -> tuple[int | None, int]:
    """Read "of the 40", "of its 12", "of 40": the number that a part is taken from."""
    if at + 1 >= len(read) or read[at].lower != "of":
        return None, at
    position = at + 1
    for _ in range(3):
        if (
            position < len(read)
            and read[position].kind == "word"
            and read[position].lower in _OF_WHOLE
        ):
            position += 1
    number = read_number(read, position)
    return (None, at) if number is None else (number.value, number.end)
