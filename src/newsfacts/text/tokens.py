"""Words, numbers and marks of a stretch of text, as spans of it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsfacts.text.numbers import DIGITS
from newsfacts.text.scan import fold_case

# In order: dates and clock times in digits; numbers tied to words ("34-year-old", "12th", "1.2m");
# numbers; spelt acronyms; words, also with hyphens and apostrophes; any other mark by itself.
_TOKEN = re.compile(
    r"(?P<mixed>\d{4}-\d{2}(?:-\d{2})?+(?!\d)|\d{1,2}[:/]\d{1,2}(?:[:/]\d{2,4})?+"
    r"|\d++(?:[.,]\d++)?+(?:-\d++)?+-[^\W\d_]++(?:-[^\W\d_]++)*+|\d++(?:\.\d++)?+[^\W\d_][\w]*+)"
    rf"|(?P<number>{DIGITS})"
    r"|(?P<word>(?:[^\W\d_]\.){2,}+|[^\W_][\w]*+(?:[-'’&][^\W_][\w]*+)*+)"
    r"|(?P<mark>[^\s\w]|_)"
)


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


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Give the tokens between two offsets, in order; white space is left out."""
    stop = len(text) if end is None else end
    for match in _TOKEN.finditer(text, start, stop):
        found = match[0]
        lower = found.lower()
        if len(lower) != len(found):
            lower = fold_case(found)
        yield Token(found, lower, match.start(), match.end(), match.lastgroup or "mark")
