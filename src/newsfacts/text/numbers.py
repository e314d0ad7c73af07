"""Numbers in digits and in words."""

import re
from functools import cache

from newsfacts.text.lexicons import load_lexicon

# Digits in every manner of the wires: 12; 1,200; 1 200 (also with a narrow or no-break space);
# 1.200 (translated copy); 1.2; "1.2 million" is put together by `number_value`.
DIGITS = (
    r"(?:\d{1,3}(?>(?:,\d{3})+)"
    r"|\d{1,3}(?>(?:[\u00a0\u202f\u2009 ]\d{3})+)(?!\d)"
    r"|\d{1,3}(?>(?:\.\d{3})+)(?![.\d])"
    r"|\d++(?:\.\d++)?)"
)
"""Pattern source for a number in digits."""

_GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u202f\u2009 ]\d{3})+")
_DECIMAL = re.compile(r"\d+\.\d+")
_LONGEST = 40
_TOKEN = re.compile(r"[a-z]+|(?<![.,\u00a0\u202f\u2009])(?>(?:[.,\u00a0\u202f\u2009]*+\d)+)")


@cache
def _words() -> dict[str, tuple[str, int]]:
    lexicon = load_lexicon("newsfacts.text", "numbers")
    return {
        word: (kind, value)
        for kind in ("units", "tens", "scales", "collectives")
        for word, value in lexicon[kind].items()
    }


@cache
def number_words_pattern() -> str:
    """Give pattern source (case to be ignored) for a cardinal in words: "twenty-three"."""
    word = "|".join(sorted(_words(), key=lambda w: (-len(w), w)))
    scale = _kinds("scales", "collectives")
    first = rf"(?:(?:a|an|half\s+a)\s+(?:{scale})|(?:{word}))"
    return rf"{first}(?:(?:\s+and\s+|[\s-]+)(?:{word})){{0,24}}+\b"


def _kinds(*kinds: str) -> str:
    found = [word for word, (kind, _) in _words().items() if kind in kinds]
    return "|".join(sorted(found, key=lambda w: (-len(w), w)))


def digits_value(text: str) -> int | float | None:
    """Read a number in digits: `1,200`, `1 200` and `1.200` are 1200, `1.25` is 1.25.

    A point or space before exactly three digits groups thousands; None when it is no number, or
    one of more than 40 digits.
    """
    digits = text.strip()
    if len(digits) > _LONGEST:
        return None
    if digits.isascii() and digits.isdigit():
        return int(digits)
    if _GROUPED.fullmatch(digits) and not digits.startswith("0"):
        return int(re.sub(r"\D", "", digits))
    return float(digits) if _DECIMAL.fullmatch(digits) else None


def number_value(text: str) -> int | None:
    """Read a cardinal in digits, words or both: `1.2 million`, `two dozen`, `a hundred and five`.

    None when the words make no number, or no whole one.
    """
    if (plain := digits_value(text)) is not None:
        return plain if isinstance(plain, int) else None
    tokens = _TOKEN.findall(text.lower().replace("-", " "))
    if not tokens:
        return None
    words = _words()
    total = 0.0
    current: float | None = None
    for position, word in enumerate(tokens):
        if word in ("and", "of"):
            continue
        if word in ("a", "an"):
            following = words.get(tokens[position + 1]) if position + 1 < len(tokens) else None
            if following is None or following[0] not in ("scales", "collectives"):
                return None
            current = (current or 0.0) or 1.0
            continue
        if word == "half":
            current = 0.5
            continue
        if word[-1].isdigit():
            value = digits_value(word)
            if value is None or current is not None:
                return None
            current = float(value)
            continue
        kind, amount = words.get(word, (None, 0))
        if kind is None:
            return None
        if kind in ("units", "tens"):
            current = (current or 0.0) + amount
        elif kind == "collectives" or amount == 100:
            current = (1.0 if current is None else current) * amount
        else:
            total += (1.0 if current is None else current) * amount
            current = None
    result = total + (current or 0.0)
    return round(result) if abs(result - round(result)) < 1e-6 else None


@cache
def _ordinals() -> dict[str, int]:
    return dict(load_lexicon("newsfacts.text", "numbers")["ordinals"])


def ordinal_value(text: str) -> int | None:
    """Read an ordinal: `third`, `21st`, `twenty-first`; None when it is none."""
    word = text.strip().lower()
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return int(match[1])
    *lead, last = re.split(r"[\s-]+", word)
    value = _ordinals().get(last)
    if value is None:
        return None
    if not lead:
        return value
    before = number_value(" ".join(lead))
    return None if before is None else before + value
