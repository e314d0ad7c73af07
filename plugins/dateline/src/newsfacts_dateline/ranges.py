"""Days and months side by side: which of them share a year."""

import re

from newsfacts_dateline.calendars import exists
from newsfacts_dateline.reading import Found

_JOINED = re.compile(r",?\s*(?P<word>to|until|till|through|and|or|-|–|—)\s*(?:the\s+)?")
_YEAR = re.compile(r"['’]\d\d\b|\b\d{4}\b")


def shared_years(text: str, found: list[Found]) -> list[Found]:
    """Give days and months that stand beside one with a year that year.

    It passes back (`from 4 May to 7 June 2019`) and on (`from May 2004 until July`), across New
    Year where the first would otherwise lie after the second. Where neither has one, a stretch
    ends after it begins (`from 3 May to 4 June`).
    """
    out = list(found)
    pairs = [
        (index, word)
        for index in range(1, len(out))
        if (word := _joint(text, out[index - 1], out[index]))
    ]
    for index, _ in reversed(pairs):
        first, second = out[index - 1], out[index]
        if _dated(text, second) and not _dated(text, first):
            out[index - 1] = _in_year(first, int(second.value[:4]), before=second.value[5:])
    for index, word in pairs:
        first, second = out[index - 1], out[index]
        if not _dated(text, second) and (_dated(text, first) or word not in ("and", "or")):
            out[index] = _in_year(second, int(first.value[:4]), after=first.value[5:])
    return out


def _joint(text: str, first: Found, second: Found) -> str:
    """Give the word that joins two days or months; empty where none does."""
    if not (_within_year(text, first) and _within_year(text, second)):
        return ""
    match = _JOINED.fullmatch(text, first.end, second.start)
    return match["word"] if match else ""


def _within_year(text: str, found: Found) -> bool:
    """Tell whether words name a day or month of some year, not one relative to a date."""
    value = found.value
    if found.type != "DATE" or len(value) not in (7, 10) or value[4] != "-":
        return False
    if not (value[:4].isdigit() and value[5:].replace("-", "").isdigit()):
        return False
    words = text[found.start : found.end].lower()
    return any(char.isdigit() for char in words) if len(value) == 10 else "month" not in words


def _dated(text: str, found: Found) -> bool:
    return _YEAR.search(text, found.start, found.end) is not None


def _in_year(found: Found, year: int, *, before: str = "", after: str = "") -> Found:
    """Move a day or month into a year, so that it lies before or after another of that year."""
    rest = found.value[5:]
    if before and rest > before:
        year -= 1
    elif after and rest < after:
        year += 1
    if not 1 <= year <= 9999 or (len(rest) == 5 and not exists(year, int(rest[:2]), int(rest[3:]))):
        return found
    return found._replace(value=f"{year:04d}-{rest}")
