"""Words, numbers and marks of a stretch of text, as spans of it."""

import re
from sys import intern
from typing import NamedTuple

from newsfacts.text.numbers import DIGITS
from newsfacts.text.scan import fold_case

# In order: words that begin with a letter, also with hyphens and apostrophes, and spelt acronyms;
# dates and clock times in digits, numbers tied to words ("34-year-old", "12th", "1.2m"); numbers;
# words that begin with a digit; any other mark by itself. One space before a token belongs to the
# match, for a match that begins where the last one ended costs no search.
_TOKEN = re.compile(
    r" ?+(?:([^\W\d_](?:\.(?>(?:[^\W\d_]\.)+)|\w*+(?>(?:[-'’&][^\W_]\w*+)*)))"
    r"|(\d{4}-\d{2}(?>(?:-\d{2})?)(?!\d)|\d{1,2}[:/]\d{1,2}(?>(?:[:/]\d{2,4})?)"
    r"|\d++(?>(?:[.,]\d++)?)(?>(?:-\d++)?)-[^\W\d_]++(?>(?:-[^\W\d_]++)*)|\d++(?>(?:\.\d++)?)[^\W\d_]\w*+)"
    rf"|({DIGITS})"
    r"|([^\W_]\w*+(?>(?:[-'’&][^\W_]\w*+)*))"
    r"|([^\s\w]|_))"
)
_Piece = tuple[str, str, int, int, str]
_KINDS = ("", "word", "mixed", "number", "word", "mark")


class Token(NamedTuple):
    """A word, number or mark at `start:end`; `lower` is its text without case.

    `kind` is `word`, `number` (digits alone), `mixed` (digits with letters or in a date) or
    `mark` (one character of punctuation).
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str


_KEPT = 1 << 14
_LONGEST = 24
_known: dict[str, tuple[_Piece, ...]] = {}
"""What stretches between spaces fall into: few of a text are new ones."""


def _learn(stretch: str) -> tuple[_Piece, ...]:
    """Take in what a stretch falls into; when there are too many, all are forgotten."""
    pieces = tuple((*each,) for each in _found(stretch))
    if len(stretch) <= _LONGEST:
        if len(_known) >= _KEPT:
            _known.clear()
        _known[stretch] = pieces
    return pieces


def _found(text: str, start: int = 0, stop: int | None = None) -> list[Token]:
    """Find the tokens by the pattern alone."""
    kinds, new = _KINDS, tuple.__new__
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if stop is None else stop):
        group = match.lastindex or 0
        word = match[group]
        lower = word.lower()
        if len(lower) != len(word):
            lower = fold_case(word)
        first, last = match.span(group)
        # One string for every word: tables compare it by identity, and know its hash.
        found.append(new(Token, (word, intern(lower), first, last, kinds[group])))
    return found


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Give the tokens between two offsets, in order; white space is left out."""
    stop = len(text) if end is None else end
    known, new = _known.get, tuple.__new__
    found: list[Token] = []
    kind = ""
    at = start
    for stretch in text[start:stop].split(" "):
        pieces = known(stretch)
        for word, lower, first, last, kind in _learn(stretch) if pieces is None else pieces:
            found.append(new(Token, (word, lower, at + first, at + last, kind)))
        at += len(stretch) + 1
        if kind == "number" and text[at : at + 1].isdecimal():
            return _found(text, start, stop)  # digits in groups, with spaces between: "12 000"
    return found
