"""Words of an article as names need them: possessives apart, initials and spelt acronyms whole."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.text import TextRange, fold_case

# The possessive; an initial or spelt acronym; a word, also with inner apostrophes and hyphens; a
# number; any other mark by itself.
_TOKEN = re.compile(
    r"['’]s\b"
    r"|(?:[A-ZÀ-ÖØ-Þ]\.-?){1,8}(?![^\W_])"
    r"|[^\W_]++(?:(?:['’](?!s\b)|[-‑/](?=[^\W\d_])|\.(?=[a-z]))[^\W_]++)*+"
    r"|[^\w\s]|_"
)

MARK, LOWER, CAPITAL, UPPER, NUMBER, INITIAL, POSSESSIVE = range(7)


class Words(NamedTuple):
    """The words of a text in parallel lists.

    `kinds` holds MARK, LOWER, CAPITAL (first letter), UPPER (all of two or more letters), NUMBER,
    INITIAL ("W.", also "U.N.") or POSSESSIVE. `opens` is true of the first word of a sentence or
    quotation. `sentences` gives the first word of each sentence, and the number of words at last.
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
    if "-" in word and _inner_capital(word):
        return CAPITAL
    return LOWER


def _inner_capital(word: str) -> bool:
    before, _, after = word.partition("-")
    return len(before) <= 3 and after[:1].isupper()


def read(text: str, sentences: Sequence[TextRange]) -> Words:
    """Split a text into words."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        words.append(match[0])
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    kinds = [_kind(word) for word in words]
    lowers = [
        word if kind == LOWER and word.islower() else fold_case(word)
        for word, kind in zip(words, kinds, strict=True)
    ]
    firsts: list[int] = []
    at = 0
    size = len(words)
    for sentence in sentences:
        while at < size and starts[at] < sentence.start:
            at += 1
        if not firsts or firsts[-1] != at:
            firsts.append(at)
    if not firsts or firsts[0] != 0:
        firsts.insert(0, 0)
    firsts.append(size)
    return Words(text, words, lowers, starts, ends, kinds, firsts)
