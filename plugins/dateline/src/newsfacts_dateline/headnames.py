"""How names in heads are written: cities and stations in capitals back to title case."""

import re

_PARTICLES = frozenset(
    (
        "de", "del", "la", "las", "los", "el", "of", "the", "da", "do", "dos", "das", "di", "du",
        "des", "sur", "le", "les", "am", "an", "der", "upon", "on", "in", "au", "aux", "al", "en",
        "y", "e", "bei",
    )
)  # fmt: skip
_ACRONYMS = frozenset(
    (
        "USS", "HMS", "HMAS", "USNS", "INS", "USA", "UAE", "UN", "DC", "MSC", "USSR", "UK", "TV",
        "FBIS", "RPC", "TCS", "RCN",
    )
)  # fmt: skip
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_INNER = re.compile(r"(?<=['’])([^\W\d_])(?=[^\W\d_]{2})")
_LEAD = re.compile(r"(?:NEAR|OUTSIDE|Near|Outside)\s+")


def place_name(text: str) -> str:
    """Write a city in title case, particles low: `PARETS DEL VALLÈS` is `Parets del Vallès`.

    What is not all in capitals stays as it is; a leading NEAR is left out.
    """
    text = _LEAD.sub("", text, count=1).strip()
    if not text.isupper():
        return text
    return " ".join(_cased(word, index == 0) for index, word in enumerate(text.split()))


def _cased(word: str, first: bool) -> str:
    if "-" in word:
        head, *rest = word.split("-")
        return "-".join([_cased(head, first), *(_cased(each, False) for each in rest)])
    if not first and word.lower() in _PARTICLES:
        return word.lower()
    if _INITIALS.fullmatch(word) or word in _ACRONYMS:
        return word
    return _INNER.sub(lambda match: match[1].upper(), word[:1] + word[1:].lower())


def station_name(text: str) -> str:
    """Write a station's or paper's name: `RADIO CADENA YSKL` is `Radio Cadena YSKL`."""
    words = text.split()
    if len(words) == 1 or not text.isupper():
        return text
    return " ".join(
        word
        if word in _ACRONYMS or (len(word) <= 4 and not set(word) & set("AEIOU"))
        else word.capitalize()
        for word in words
    )
