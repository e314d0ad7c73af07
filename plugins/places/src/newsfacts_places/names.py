"""Place names in the one spelling that the gazetteer is keyed by."""

from newsfacts.text import without_accents

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae",
        "œ": "oe", "þ": "th", "ə": "a", "-": " ", "‑": " ", "–": " ",
        **dict.fromkeys("'’‘ʻʼʿʾ`´ʹ.", None),
    }
)  # fmt: skip


def fold(name: str) -> str:
    """Fold a name: small letters without accents, hyphens as spaces, no apostrophes or stops.

    "Port-au-Prince" and "PORT AU PRINCE" fold alike, and so do "Sana'a" and "Sanaa".
    """
    folded = without_accents(name.lower())
    return " ".join(folded.translate(_LETTERS).split())


def title(name: str) -> str:
    """Write a name that stands in capitals as names are written: "SUFFIELD" as "Suffield"."""
    return name.title() if name.isupper() else name


# Spellings of one sound, in this order; the longer before the shorter.
_SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ay", "i"), ("ai", "i"), ("ei", "i"), ("ey", "i"), ("iy", "i"), ("yy", "y"), ("q", "k"),
    ("e", "a"), ("o", "u"), ("y", "i"), ("ii", "i"), ("ss", "s"), ("tt", "t"), ("ll", "l"),
    ("rr", "r"), ("bb", "b"), ("dd", "d"), ("mm", "m"), ("nn", "n"), ("kk", "k"), ("zz", "z"),
)  # fmt: skip
_ARTICLES = frozenset(
    {"ad", "adh", "al", "an", "ar", "as", "ash", "at", "ath", "az", "el", "er", "es", "ez"}
)


def sounds(folded: str) -> str:
    """Put one spelling for those that a name of the Arabic world goes by in English copy.

    "Zuwara" and "Zuwarah", "El Fasher" and "al Fashir" sound alike; an article is left out before
    a name of six letters at least, since many a short name without it is somebody's.
    """
    head, _, rest = folded.partition(" ")
    if head in _ARTICLES:
        folded = rest if len(rest) >= 6 else f"al {rest}"
    for one, other in _SOUNDS:
        folded = folded.replace(one, other)
    return folded.removesuffix("h").removesuffix("a")
