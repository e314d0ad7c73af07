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
