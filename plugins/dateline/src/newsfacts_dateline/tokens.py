"""Sentences as tokens, each with a class character, so that the grammar reads short strings."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from newsfacts.text import Hit
from newsfacts_dateline.lexicon import Word, words

# Words first, since most tokens are; one group, so that a text splits into gaps and tokens.
_KINDS = (
    ("iso", r"\d{4}-\d\d(?:-\d\d)?(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-])"),
    ("numeric", r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?![\w/-]|[.,]\d)"),
    ("clock",
     r"\d{1,2}[:.]\d\d(?:\s(?:hours|hrs)\b|(?::\d\d)?(?=\s?[ap]\.?m\b|\s?(?:GMT|UTC|h\b)))"
     r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"),
    ("money", r"[$€£¥#]\s?\d[\d,.]*\d|[$€£¥#]\s?\d|\d+(?:[.,]\d+)*\s?%"),
    ("ordinal", r"\d{1,2}(?:st|nd|rd|th)\b"),
    ("decade", r"(?:\d{4}|['’]?\d0)s\b"),
    ("short", r"(?<!\d)['’]\d\d\b"),
    ("glued", r"\d+(?:[.,]\d+)*[ap]m\b"),
    ("digits", r"\d+(?:[.,]\d+)*"),
    ("own", r"['’]s\b|(?<=s)['’](?=\s)"),
    ("break", r"\n\s*\n"),
    ("mark", r"\S"),
)  # fmt: skip
_SPLIT = re.compile(
    r"([^\W\d_]++(?>(?:(?>(?:\.[^\W\d_]\b)+)(?>(?:(?<=[aApP]\.[mM])\.)?))?)|[^\w\s$€£¥#'’]|"
    + "|".join(pattern for _, pattern in _KINDS)
    + ")"
)
_OTHER = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS))
_PUNCTUATION = {
    ",": ",", "(": "<", ")": ">", "-": "-", "–": "-", "‑": "-", ".": ":", "/": "/",
}  # fmt: skip


_SEASON = re.compile(r"\s(?:season|campaign|school|academic|fiscal|financial|budget|term|winter)\b")
_LONGEST = 18
"""Digits of the longest number read; what is longer counts nothing."""
_JOINTS = frozenset("n-&")


class Token(NamedTuple):
    """A token: where it stands, its class character, and what it stands for."""

    start: int
    end: int
    cls: str
    value: Any


@cache
def _vocabulary() -> Mapping[str, Word]:
    """Give words and marks by their lower case, with class and value."""
    marks = {mark: Word(cls, mark) for mark, cls in _PUNCTUATION.items()}
    return MappingProxyType({**words(), **marks})


def tokens(text: str, start: int, end: int, named: Sequence[Hit[str]] = ()) -> list[Token]:
    """Split `text[start:end]`; number words are joined (`twenty four`, `nineteen ninety-one`).

    `named` are holidays inside it, each of which becomes one token.
    """
    lookup = _vocabulary().get
    # Most tokens are plain words: made without the cost of the class's own constructor.
    make = tuple.__new__
    found: list[Token] = []
    add = found.append
    numbers: list[int] = []  # where number words and slashes stand: what may have to be joined
    at = start
    pieces = _SPLIT.split(text[start:end])
    for gap, piece in zip(pieces[::2], pieces[1::2], strict=False):
        first = at + len(gap)
        at = first + len(piece)
        word = lookup(piece.lower())
        if word is None:
            if piece[0].isalpha():
                add(make(Token, (first, at, "_", None)))
            elif piece.isdecimal():
                add(_figures(first, at, piece))
            else:
                _add_other(text, first, at, end, found)
            continue
        cls, value = word
        if cls in "tn/g":
            if cls == "t":
                _bound(text, found, first, at, value)
                continue
            if cls == "g":
                _zoned(text, found)
            else:
                numbers.append(len(found))
        add(make(Token, (first, at, cls, value)))
    size = len(found) - 1
    for index in numbers:
        if index < size and found[index + 1].cls in "n-&1":
            found = _joined(text, found)
            break
    return _named(found, named) if named else found


def _named(found: list[Token], hits: Sequence[Hit[str]]) -> list[Token]:
    """Make one token of the words of each holiday; `hits` are in order and disjoint."""
    out: list[Token] = []
    at = 0
    for hit in hits:
        while at < len(found) and found[at].start < hit.start:
            out.append(found[at])
            at += 1
        first = at
        while at < len(found) and found[at].end <= hit.end:
            at += 1
        if at > first:
            out.append(Token(hit.start, hit.end, "F", hit.value))
    out += found[at:]
    return out


def _bound(text: str, found: list[Token], first: int, last: int, before: Any) -> None:
    """Join a word such as `than` with those before it that bound a quantity: `no more than`."""
    mods: Mapping[str, str] = before
    for length in (2, 1):
        lead = found[-length:]
        if len(lead) == length and lead:
            mod = mods.get(text[lead[0].start : first].lower().rstrip())
            if mod is not None:
                del found[-length:]
                found.append(Token(lead[0].start, last, "b", mod))
                return
    found.append(Token(first, last, "_", None))


def _zoned(text: str, found: list[Token]) -> None:
    """Make a clock time of what looks like a year before a time zone: `1400 GMT`."""
    if found and found[-1].cls == "y":
        start, end, _, _ = found[-1]
        if end - start == 4 and text[start + 2 : end] < "60":
            found[-1] = Token(start, end, "h", text[start:end])


def _add_other(text: str, first: int, last: int, end: int, found: list[Token]) -> None:
    """Add the token of a figure or mark; the stretch that is read ends at `end`."""
    if last == first + 1 and not text[first].isdigit():
        # a mark that the vocabulary does not have, or the apostrophe of `days'`
        own = text[first] in "'’" and first and text[first - 1] == "s" and last < len(text)
        own = own and text[last].isspace()
        found.append(Token(first, last, "'" if own else "_", None if own else text[first]))
        return
    match = _OTHER.match(text, first, end)
    kind = match.lastgroup if match else "mark"
    words = text[first:last]
    if kind == "break":
        found.append(Token(first, last, "!", None))
    elif kind == "own":
        found.append(Token(first, last, "'", None))
    elif kind == "digits":
        found.append(_number(first, last, words))
    elif kind == "glued":
        found.append(_number(first, last - 2, words[:-2]))
        found.append(Token(last - 2, last, "i", 12 if words[-2] == "p" else 0))
    elif kind == "ordinal":
        found.append(Token(first, last, "o", int(words[:-2])))
    elif kind == "clock":
        found.append(Token(first, last, "c", words.split()[0].replace(".", ":")))
    elif kind == "decade":
        found.append(Token(first, last, "z", words.strip("'’s")))
    elif kind == "short":
        year = int(words[1:])
        found.append(Token(first, last, "y", (1900 if year > 29 else 2000) + year))
    elif kind == "iso":
        upto = _years_end(text, last, words) if last == first + 7 else 0
        if upto:
            year = int(words[:4])
            found.append(Token(first, first + 4, "y", year))
            found.append(Token(first + 4, first + 5, "-", "-"))
            found.append(Token(first + 5, last, "y", upto))
        else:
            found.append(Token(first, last, "Z", words))
    elif kind == "numeric":
        found.append(Token(first, last, "N", words))
    elif kind == "money":
        found.append(Token(first, last, "%", words))
    else:
        found.append(Token(first, last, "_", words))


def _years_end(text: str, last: int, words: str) -> int:
    """Give the second year of `2012-13`, `1914-18`, `2009-10 season`; 0 where it is a month."""
    year, following = int(words[:4]), int(words[5:])
    if following > 12:
        return year - year % 100 + following + 100 * (following <= year % 100)
    one_on = following == (year + 1) % 100
    return year + 1 if one_on and _SEASON.match(text, last) is not None else 0


def _figures(first: int, last: int, digits: str) -> Token:
    """Make the token of plain digits: a year, a day of a month, a number."""
    if len(digits) == 4:
        value = int(digits)
        if 1000 <= value < 2200:
            return Token(first, last, "y", value)
        if int(digits[:2]) < 24 and int(digits[2:]) < 60:
            return Token(first, last, "h", digits)  # 0800: a clock only with a zone beside it
        return Token(first, last, "n", value)
    if len(digits) > _LONGEST:
        return Token(first, last, "%", digits)
    value = int(digits)
    return Token(first, last, "1" if len(digits) < 3 and 1 <= value <= 31 else "n", value)


def _number(first: int, last: int, digits: str) -> Token:
    if digits.isdecimal():
        return _figures(first, last, digits)
    plain = digits.replace(",", "")
    if plain.isdigit() and re.fullmatch(r"\d{1,3}(?:,\d{3})+", digits):
        return Token(first, last, "n", int(plain))
    if "," in digits:
        return Token(first, last, "%", digits)
    try:
        return Token(first, last, "n", float(digits))
    except ValueError:
        return Token(first, last, "%", digits)  # 1.2.3: a version


def _joined(text: str, found: list[Token]) -> list[Token]:
    """Join the words of one number; `nineteen ninety-one` and `two thousand` become years."""
    out: list[Token] = []
    at = 0
    size = len(found)
    while at < size:
        token = found[at]
        following = found[at + 1].cls if at + 1 < size else ""
        one = token
        stop = at + 1
        if token.cls == "n" and following in _JOINTS and not text[token.start].isdigit():
            one, stop = _worded(text, found, at)
        elif following == "1" and token.cls in "1n" and isinstance(token.value, int):
            one, stop = _fraction(found, at)
        out.append(one)
        at = stop
    return out


def _worded(text: str, found: list[Token], at: int) -> tuple[Token, int]:
    """Read a number in words that begins at a token, and give where it ends."""
    values = [int(found[at].value)]
    stop = at + 1
    while stop < len(found):
        following = stop
        joins = found[following].cls == "-" or (found[following].cls == "&" and values[-1] >= 100)
        if joins and following + 1 < len(found):
            following += 1
        if found[following].cls != "n" or text[found[following].start].isdigit():
            break
        values.append(int(found[following].value))
        stop = following + 1
    value, cls = _value(values)
    if value is None:
        return found[at], at + 1
    return Token(found[at].start, found[stop - 1].end, cls, value), stop


def _fraction(found: list[Token], at: int) -> tuple[Token, int]:
    """Read `2 1/2`, where a half follows the number at a token, and give where it ends."""
    token = found[at]
    half = found[at + 1 : at + 4]
    if [each.cls for each in half] != ["1", "/", "1"] or half[2].value != 2:
        return token, at + 1
    return Token(token.start, half[2].end, "n", token.value + 0.5), at + 4


def _value(values: list[int]) -> tuple[float | None, str]:
    if len(values) == 1:
        return values[0], "n"
    if values[0] in (18, 19, 20) and all(value < 100 for value in values):
        rest = values[1:]
        if 20 <= rest[0] <= 90 and rest[0] % 10 == 0 and len(rest) <= 2:
            return values[0] * 100 + sum(rest), "y"
        if len(rest) == 1 and 10 <= rest[0] < 20:
            return values[0] * 100 + rest[0], "y"
    total = current = 0
    for value in values:
        if value == 100:
            current = (current or 1) * 100
        elif value >= 1000:
            total += (current or 1) * value
            current = 0
        elif (current % 100 == 0 and value < 100) or (current % 10 == 0 and value < 10):
            current += value
        else:
            return None, "n"
    return total + current, "n"


def classes(found: list[Token]) -> str:
    """Give the class characters as one string, as long as the list."""
    return "".join([token.cls for token in found])


__all__ = ["Token", "Word", "classes", "tokens"]
