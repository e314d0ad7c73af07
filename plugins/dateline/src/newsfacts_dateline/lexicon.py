"""The words of time expressions by class, read from the lexicons once a process."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from newsfacts.text import load_lexicon

PACKAGE = "newsfacts_dateline"


class Word(NamedTuple):
    """A word's class (one character, see `grammar.CLASSES`) and what it stands for."""

    cls: str
    value: Any


# Section of `times.toml` to word class. The order decides which class a word of two sections has.
_SECTIONS = (
    ("months", "m"), ("weekdays", "w"), ("weekdays_plural", "k"), ("units", "u"),
    ("units_plural", "U"), ("parts_of_day", "p"), ("parts_of_day_plural", "P"), ("seasons", "s"),
    ("seasons_plural", "S"), ("meridiem", "i"), ("zones", "g"), ("deictic_days", "D"),
    ("deictic_parts", "T"), ("references", "R"), ("frequencies", "Y"), ("modifiers", "E"),
    ("edges", "J"), ("comparatives", "L"), ("determiners", "l"), ("distributives", "e"),
    ("decades", "z"), ("periods", "Q"), ("vague", "q"), ("quantity_modifiers", "b"),
    ("offsets", "G"),
)  # fmt: skip

# Words of one class each that the grammar names by itself.
_SINGLES = {
    "the": "d", "its": "d", "their": "d", "our": "d", "his": "d", "her": "d", "my": "d",
    "a": "a", "an": "a",
    "of": "O", "in": "I", "on": "I", "at": "I", "by": "I", "during": "I", "since": "I",
    "from": "I", "until": "X", "till": "X", "through": "X", "to": "X", "for": "I",
    "within": "I", "between": "I", "into": "I",
    "and": "&", "or": "&", "half": "H", "quarter": "Q",
    "per": "/", "time": "v",
}  # fmt: skip


@cache
def words(language: str = "en") -> Mapping[str, Word]:
    """Give the class and value of every word that the grammar knows, by its lower case."""
    lexicon = load_lexicon(PACKAGE, "times", language)
    found: dict[str, Word] = {}
    for section, cls in reversed(_SECTIONS):
        for word, value in lexicon.get(section, {}).items():
            found[word] = Word(cls, value)
    for word in lexicon["fillers"]["words"]:
        found.setdefault(word, Word("C", word))
    for day, number in lexicon["weekdays"].items():
        if len(day) > 5:
            found[day + "s"] = Word("k", number)
    for word, cls in _SINGLES.items():
        found[word] = Word(cls, word)
    for word, before in lexicon.get("bounds", {}).items():
        found[word] = Word("t", before)
    numbers = load_lexicon("newsfacts.text", "numbers")
    for kind in ("units", "tens", "scales"):
        for word, value in numbers[kind].items():
            found[word] = Word("n", value)
    for word, value in numbers["ordinals"].items():
        found[word] = Word("o", value)
    return MappingProxyType(found)


@cache
def ambiguous() -> frozenset[str]:
    """Give the words that are names of months or days only beside other date words."""
    return frozenset(load_lexicon(PACKAGE, "times")["ambiguous"]["words"])


@cache
def games() -> frozenset[str]:
    """Give the words that tell of a game: its halves are none of a year."""
    return frozenset(load_lexicon(PACKAGE, "times")["games"]["words"])


@cache
def titles() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words before and after a weekday with which it is a name of something else."""
    found = load_lexicon(PACKAGE, "times")["titles"]
    return frozenset(found["before"]), frozenset(found["after"])
