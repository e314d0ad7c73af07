"""Words of an article as names need them: possessives apart, initials and spelt acronyms whole."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts.text import TextRange, fold_case

# The possessive; an initial or spelt acronym; a word, also with inner apostrophes and hyphens; a
# number; any other mark by itself.
_TOKEN = re.compile(
    r"['’][sS]\b"
    r"|(?:[A-ZÀ-ÖØ-Þ]\.-?){1,8}(?![^\W_])"
    r"|[^\W_]++(?:(?:['’](?![sS]\b)|[-‑](?=[^\W\d_])(?!(?:an?|the|who|which|and|but|in|as|with)(?![\w-]))"
    r"(?![A-Z]{4})|\.(?=[a-z]))[^\W_]++)*+"
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


class _Forms(dict[str, tuple[int, str]]):
    """Each word's kind, and the word without case; worked out once."""

    def __missing__(self, word: str) -> tuple[int, str]:
        if len(self) > _MOST:
            self.clear()
        kind = _kind(word)
        form = self[word] = kind, word if kind == MARK else fold_case(word)
        return form


_MOST = 1 << 16
_FORMS = _Forms()


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


def _parted(text: str, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Give the spans of two words that were run together, and of the dash; or the one span."""
    start, end = span
    cut = start + _glued(text[start:end])
    return (span,) if cut == start else ((start, cut), (cut, cut + 1), (cut + 1, end))


def read(text: str, sentences: Sequence[TextRange]) -> Words:
    """Split a text into words."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = [text[start:end] for start, end in spans]
    if any(_glued(word) for word in words if "-" in word):
        spans = [part for span in spans for part in _parted(text, span)]
        words = [text[start:end] for start, end in spans]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    forms = list(map(_FORMS.__getitem__, words))
    kinds = [kind for kind, _ in forms]
    lowers = [lower for _, lower in forms]
    firsts: list[int] = []
    at = 0
    size = len(words)
    for sentence in sentences:
        at = bisect_left(starts, sentence.start, at)
        if not firsts or firsts[-1] != at:
            firsts.append(at)
    if not firsts or firsts[0] != 0:
        firsts.insert(0, 0)
    firsts.append(size)
    return Words(text, words, lowers, starts, ends, kinds, firsts)
