"""Capitals that copy names by their country: "in the Libyan capital"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from newsfacts.text.countries import abbreviations, capital_of
from newsfacts_places.gazetteer import Entry, gazetteer
from newsfacts_places.names import fold
from newsfacts_places.words import Words

_SEAT = " capital"
_LONGEST = 40  # code points from the people's name to the noun
# Behind the noun these make money, a crime or an adjective of it.
_OTHERWISE = frozenset(
    [
        "account", "accounts", "adequacy", "asset", "assets", "base", "controls", "costs", "city",
        "crime", "expenditure", "flight", "flows", "gains", "goods", "increase", "inflow",
        "inflows", "investment", "investments", "letters", "markets", "market", "murder", "murders",
        "offence", "offense", "outflow", "outflows", "punishment", "raising", "spending", "stock",
        "structure",
    ]
)  # fmt: skip


def seats(
    text: str, taken: Sequence[tuple[int, int]], words: Words
) -> Iterator[tuple[int, int, Entry]]:
    """Give the spans of "Libyan capital" with the city that is meant, where it is not named.

    `taken` are the spans of the places found, in order: "the Libyan capital, Tripoli" names it.
    """
    at = text.find(_SEAT)
    while at >= 0:
        end = at + len(_SEAT)
        span = _people(text, at, words.peoples)
        if span is not None and not text[end : end + 1].isalnum():
            start, iso = span
            entry = _city(iso)
            if entry is not None and _bare(text, end) and not _named(text, start, end, taken):
                yield start, end, entry
        at = text.find(_SEAT, end)


def _people(text: str, at: int, peoples: Mapping[str, str | None]) -> tuple[int, str] | None:
    """Give where the demonym before the noun begins, and its country: "the [Libyan] capital"."""
    the = text.rfind("he ", max(0, at - _LONGEST), at)  # "The" as well
    if the < 1 or text[the - 1] not in "tT":
        return None
    name = text[the + 3 : at]
    iso = peoples.get(name) or abbreviations().get(name)
    return (the + 3, iso) if iso else None


def _bare(text: str, end: int) -> bool:
    """Tell whether no word follows that makes something else of the noun."""
    if text[end : end + 1] in ("-", "'", "’"):
        return text[end : end + 2] in ("'s", "’s")
    following = text[end : end + 20].split()
    return not following or following[0].rstrip(".,;:") not in _OTHERWISE


def _named(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the city's name stands beside: "Tripoli, the Libyan capital"."""
    behind = bisect_left(taken, (end, 0))
    if behind < len(taken) and text[end : taken[behind][0]].strip() in ("", ",", "of", "("):
        return True
    before = bisect_right(taken, (start, 0)) - 1
    return before >= 0 and text[taken[before][1] : start].strip() in (", the", "(the")


def _city(iso: str) -> Entry | None:
    """Give the capital of a country as the gazetteer has it."""
    name = capital_of(iso)
    entries = gazetteer().find(fold(name)) if name else None
    return next(
        (each for each in entries or () if each.country == iso and each.kind == "city"), None
    )
