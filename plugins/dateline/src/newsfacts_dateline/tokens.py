"""Sentences as tokens, each with a class character, so that the grammar reads short strings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newsfacts.text import Hit
from newsfacts_dateline.lexicon import Word, words

_TOKEN = re.compile(
    r"(?P<word>[aApP]\.[mM]\b\.?|[^\W\d_]+(?:\.[^\W\d_]\b)*)"
    r"|(?P<iso>\d{4}-\d\d(?:-\d\d)?(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-]))"
    r"|(?P<numeric>\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?![\w/-]|[.,]\d))"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?::\d\d)?(?=\s?[ap]\.?m\b|\s?(?:GMT|UTC|hours|hrs|h\b))|\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<money>[$€£¥#]\s?\d[\d,.]*\d|[$€£¥#]\s?\d|\d+(?:[.,]\d+)*\s?%)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>(?:\d{4}|['’]?\d0)s\b)"
    r"|(?P<short>['’]\d\d\b)"
    r"|(?P<digits>\d+(?:[.,]\d+)*)(?P<glued>[ap]m\b)?"
    r"|(?P<own>['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<break>\n\s*\n)"
    r"|(?P<mark>\S)"
)
_PUNCTUATION = {
    ",": ",", "(": "<", ")": ">", "-": "-", "–": "-", "‑": "-", ".": ":", "/": "/",
}  # fmt: skip


_PLAIN = ("_", None)


class Token(NamedTuple):
    """A token: where it stands, its class character, and what it stands for."""

    start: int
    end: int
    cls: str
    value: Any


def tokens(text: str, start: int, end: int, named: Sequence[Hit[str]] = ()) -> list[Token]:
    """Split `text[start:end]`; number words are joined (`twenty four`, `nineteen ninety-one`).

    `named` are holidays inside it, each of which becomes one token.
    """
    lookup = words().get
    # Most tokens are plain words: made without the cost of the class's own constructor.
    make = tuple.__new__
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        if match.lastgroup == "word":
            cls, value = lookup(text[first:last].lower(), _PLAIN)
            if cls == "t":
                _bound(text, found, first, last, value)
            else:
                found.append(make(Token, (first, last, cls, value)))
        else:
            found += _other(match.lastgroup or "", match, first, last)
    joined = _joined(text, found)
    for hit in named:
        inside = [i for i, t in enumerate(joined) if hit.start <= t.start and t.end <= hit.end]
        if inside:
            joined[inside[0] : inside[-1] + 1] = [Token(hit.start, hit.end, "F", hit.value)]
    return joined


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


def _other(kind: str, match: re.Match[str], first: int, last: int) -> Iterator[Token]:
    text = match[0]
    if kind == "mark":
        yield Token(first, last, _PUNCTUATION.get(text, "_"), text)
    elif kind == "break":
        yield Token(first, last, "!", None)
    elif kind == "own":
        yield Token(first, last, "'", None)
    elif kind in ("digits", "glued"):
        digits = match["digits"]
        end = first + len(digits)
        yield _number(first, end, digits)
        if match["glued"]:
            yield Token(end, last, "i", 12 if match["glued"][0] == "p" else 0)
    elif kind == "ordinal":
        yield Token(first, last, "o", int(text[:-2]))
    elif kind == "clock":
        yield Token(first, last, "c", text.replace(".", ":"))
    elif kind == "decade":
        yield Token(first, last, "z", text.strip("'’s"))
    elif kind == "short":
        yield Token(first, last, "y", (1900 if int(text[1:]) > 29 else 2000) + int(text[1:]))
    elif kind == "iso":
        yield Token(first, last, "Z", text)
    elif kind == "numeric":
        yield Token(first, last, "N", text)
    else:
        yield Token(first, last, "%", text)


def _number(first: int, last: int, digits: str) -> Token:
    if len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) < 2200:
        return Token(first, last, "y", int(digits))
    if digits.isdigit():
        if len(digits) == 4 and int(digits[:2]) < 24 and int(digits[2:]) < 60:
            return Token(first, last, "h", digits)  # 0800: a clock only with a zone beside it
        value = int(digits)
        return Token(first, last, "1" if 1 <= value <= 31 and len(digits) < 3 else "n", value)
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
    if not any(token.cls in "n1" for token in found):
        return found
    out: list[Token] = []
    at = 0
    size = len(found)
    while at < size:
        token = found[at]
        if token.cls not in "n1" or isinstance(token.value, float):
            out.append(token)
            at += 1
            continue
        values = [int(token.value)]
        stop = at + 1
        worded = not text[token.start].isdigit()
        while worded and stop < size:
            nxt = stop
            joins = found[nxt].cls == "-" or (found[nxt].cls == "&" and values[-1] >= 100)
            if joins and nxt + 1 < size:
                nxt += 1
            if found[nxt].cls != "n" or text[found[nxt].start].isdigit():
                break
            values.append(int(found[nxt].value))
            stop = nxt + 1
        value, cls = _value(values)
        if not worded:
            cls = token.cls
        if value is None:
            out.append(token)
            at += 1
            continue
        after = found[stop : stop + 3]
        if not worded and [t.cls for t in after] == ["1", "/", "1"] and after[2].value == 2:
            value, stop, cls = value + 0.5, stop + 3, "n"  # 2 1/2
        out.append(Token(token.start, found[stop - 1].end, cls, value))
        at = stop
    return out


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
    return "".join(token.cls for token in found)


__all__ = ["Token", "Word", "classes", "tokens"]
