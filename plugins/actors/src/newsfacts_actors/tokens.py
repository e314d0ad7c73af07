"""Words of an article as names need them: possessives apart, initials and spelt acronyms whole."""

import re
from typing import NamedTuple

from newsfacts.text import fold_case

# The possessive; an initial or spelt acronym; a word, also with inner apostrophes and hyphens; a
# number; any other mark by itself.
_TOKEN = re.compile(
    r"['’][sS]\b"
    r"|(?:[A-ZÀ-ÖØ-Þ]\.-?){1,8}(?![^\W_])|U\.[KNS](?![^\W_])"
    r"|[^\W_]++(?>(?:(?:['’](?![sS]\b)|[-‑](?=[^\W\d_])(?!(?:an?|the|who|which|and|but|in|as|with)(?![\w-]))"
    r"(?![A-Z]{4})|\.(?=[a-z]))[^\W_]++)*)"
    r"|[^\w\s]|_"
)

# What stands before a hyphen in names that begin with a small letter.
_ARTICLES = frozenset(
    {"al", "el", "ul", "an", "ar", "as", "ad", "az", "at", "ash", "bin", "ben", "abu"}
)
_PREFIXES = frozenset({"trans", "under", "super", "inter", "ultra", "former", "crypto"})

MARK, LOWER, CAPITAL, UPPER, NUMBER, INITIAL, POSSESSIVE = range(7)


class Words(NamedTuple):
    """The words of a text in parallel lists.

    `kinds` holds MARK, LOWER, CAPITAL (first letter), UPPER (all of two or more letters), NUMBER,
    INITIAL ("W.", also "U.N.") or POSSESSIVE. `sentences` gives the first word of each sentence,
    and the number of words at last.
    """

    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[int]
    sentences: list[int]

    def slice(self, first: int, last: int) -> str:
        """Give the text from one word to before another, as it stands."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def split(text: str) -> list[str]:
    """Give the words of a short phrase."""
    return _TOKEN.findall(text)


def _kind(word: str) -> int:
    first = word[0]
    if first in "'’" and len(word) == 2:
        return POSSESSIVE
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return MARK
    if first.isupper():
        if len(word) > 1 and word[1] == ".":
            return INITIAL
        if len(word) > 1 and word.isupper():
            return UPPER
        return CAPITAL
    if "-" in word and word.partition("-")[0] in _ARTICLES and word.partition("-")[2][0].isupper():
        return CAPITAL
    return LOWER


def _glued(word: str) -> int:
    """Give where two words were run together by a dash: "debate-Maria"; 0 if they were not."""
    before, _, after = word.partition("-")
    if len(before) > 4 and before.islower() and after[:1].isupper() and before not in _PREFIXES:
        return len(before)
    return 0


def parts(word: str) -> list[str]:
    """Give a word, or the two words and the dash of one that was run together."""
    cut = _glued(word) if "-" in word else 0
    return [word[:cut], "-", word[cut + 1 :]] if cut else [word]


def form(word: str) -> tuple[int, str]:
    """Give a word's kind, and the word without case."""
    kind = _kind(word)
    return kind, word if kind == MARK else fold_case(word)
