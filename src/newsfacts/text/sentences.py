"""Sentences, paragraphs and quotations as spans of the text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsfacts.text.lexicons import load_lexicon

# A stop, what closes with it, then white space; or a blank line (form feeds and CRLF count).
# The class of all that can begin one stands first: the scanner skips to the next by it. A run of
# stops is looked at from its first only, as all of it ends at one place.
_STOP = re.compile(
    r"[.!?…\r\n\f\u2029。！？]"
    r"(?:(?<=[.!?…])(?<![.!?…]{2})(?P<more>[.!?…]*+)(?P<close>[\"'”’»)\]]*+)(?=\s)"
    r"|(?:(?<=\r)\n?+|(?<=[\n\f\u2029]))[^\S\r\n\f\u2029]*+(?:\r\n?+|\n|\f|\u2029)\s*+"
    r"|(?<=[。！？])[。！？]*+[”’」』）]*+)"
)
_BEFORE_WORD = re.compile(r"[\s\"“‘(\[]")
_NEXT = re.compile(r"\s+([\"'“‘«(\[¿¡]*)([^\s.,;:!?\"'”’)\]]*)")
_BREAK = re.compile(r"(?:\r\n?+|\n|\f|\u2029)[^\S\r\n\f\u2029]*+(?:\r\n?+|\n|\f|\u2029)\s*+")
_QUOTE = re.compile(r"“[^“”]{0,2000}”|«[^«»]{0,2000}»|„[^„“”]{0,2000}[“”]|\"[^\"]{0,2000}\"")


HEADLINE = 160
"""The longest headline, in characters."""

WRAPPED = 120
"""Lines of wrapped copy are shorter than this."""

_NO_HEADLINE = ("", ".", ",", ";", "-")
_OPENING = "\"'“‘«(0123456789"


class TextRange(NamedTuple):
    """A stretch of text, `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words."""
        return text[self.start : self.end]


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = load_lexicon("newsfacts.text", "sentences")
    return (
        frozenset(words["before_name"]),
        frozenset(words["mid_sentence"]),
        frozenset(words["openers"]),
    )


def _trim(text: str, start: int, end: int) -> TextRange | None:
    begun = text[start:end].lstrip()
    if not begun:
        return None
    first = end - len(begun)
    return TextRange(first, first + len(begun.rstrip()))


def sentences(text: str) -> Iterator[TextRange]:
    """Give the sentences in order, trimmed of white space.

    A blank line ends a sentence; a full stop does when what follows can open one. A stop that a
    small letter follows ("Netanyahu. and the army") ends nothing, nor does one after an
    abbreviation or an initial. A headline in the first line is a sentence of its own.
    """
    start = headline_end(text)
    if start and (found := _trim(text, 0, start)):
        yield found
    for match in _STOP.finditer(text, start):
        at, end = match.span()
        # A stop of words has a group; most are seen to end a sentence at once.
        if match.lastindex and not (_plainly(text, at, end) or _ends_sentence(text, match)):
            continue
        if found := _trim(text, start, end):
            yield found
        start = end
    if found := _trim(text, start, len(text)):
        yield found


def headline_end(text: str) -> int:
    """Give the end of a first line that is a headline; 0 where there is none.

    It is short and without a stop, and what follows is no line of copy that is wrapped, as its
    own line is long.
    """
    end = text.find("\n", 0, HEADLINE)
    if end < 1 or text[:end].rstrip()[-1:] in _NO_HEADLINE:
        return 0
    after = text.find("\n", end + 1, end + WRAPPED)
    following = text[end + 1 : end + WRAPPED if after < 0 else after]
    if len(following) < WRAPPED - 1 or not (following[0].isupper() or following[0] in _OPENING):
        return 0
    return end


def _plainly(text: str, at: int, end: int) -> bool:
    """Tell whether a stop stands behind a word that is no abbreviation, before a capital.

    Or before a blank line, which ends the sentence anyway.
    """
    following = text[end : end + 9]
    if following.startswith("\n\n"):
        return True
    if not following.lstrip()[:1].isupper():
        return False
    last = text[text.rfind(" ", max(0, at - 24), at) + 1 : at]
    if len(last) < 2 or not last.isalpha():
        return False
    names, middles, _ = _abbreviations()
    lower = last.lower()
    return lower not in names and lower not in middles


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    after = _NEXT.match(text, match.end())
    if after is None:
        return True
    opening, word = after.groups()
    if not word:
        return bool(opening) or text[after.end() : after.end() + 1] in ("", '"', "'")
    if word[0].islower() and not opening:
        return False
    if text[match.start()] != "." or match["more"] or match["close"]:
        return True
    last = _BEFORE_WORD.split(text[max(0, match.start() - 24) : match.start()])[-1].lower()
    if not last:
        return True
    names, middles, openers = _abbreviations()
    if last in names:
        return False
    if last in middles:
        return word.lower() in openers
    # An initial ("J. D. Vance", "George W. Bush") or a spelt acronym ("U.A.E.").
    if len(last) == 1 and last.isalpha():
        return word.lower() in openers and last not in ("i", "a")
    if len(last) > 2 and all(letter == "." for letter in last[1::2]) and "." in last:
        return word.lower() in openers
    return True


def paragraphs(text: str) -> Iterator[TextRange]:
    """Give the stretches between blank lines, trimmed of white space."""
    start = 0
    for match in _BREAK.finditer(text):
        if found := _trim(text, start, match.start()):
            yield found
        start = match.end()
    if found := _trim(text, start, len(text)):
        yield found


def quotations(text: str) -> Iterator[TextRange]:
    """Give what stands between quotation marks, marks included, up to 2,000 characters each."""
    for match in _QUOTE.finditer(text):
        yield TextRange(match.start(), match.end())
