"""Finding many literal phrases in one pass over the text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

V = TypeVar("V")

_SURROGATE = re.compile("[\ud800-\udfff]")


def fold_case(text: str) -> str:
    """Lower-case without changing the length, so that offsets still fit.

    Characters whose lower case is longer ("İ") stay as they are.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def without_accents(text: str) -> str:
    """Leave accents out: "Lomé" as "Lome". The length may change."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


class Hit(NamedTuple, Generic[V]):
    """A phrase found at `start:end`, with the value it was filed under."""

    start: int
    end: int
    value: V


class PhraseMatcher(Generic[V]):
    """Finds whole-word occurrences of literal phrases, leftmost and longest first.

    Cost is linear in the text, whatever the number of phrases. A phrase that ends in `*` also
    matches as the beginning of a longer word.

    Args:
        phrases: phrase to value; an empty phrase is refused.
        ignore_case: compare without case; off for names.

    Raises:
        ValueError: a phrase is empty.
    """

    def __init__(self, phrases: Mapping[str, V], *, ignore_case: bool = True) -> None:
        self._ignore_case = ignore_case
        words: list[str] = []
        self._values: list[tuple[V, bool]] = []
        for phrase, value in phrases.items():
            literal = phrase.removesuffix("*")
            if not literal:
                raise ValueError(f"an empty phrase cannot be searched for: {phrase!r}")
            words.append(fold_case(literal) if ignore_case else literal)
            self._values.append((value, literal is not phrase and literal != phrase))
        self._automaton = AhoCorasick(words, matchkind=MatchKind.Standard) if words else None

    def all_hits(self, text: str) -> Iterator[Hit[V]]:
        """Give every whole-word occurrence, overlapping ones too, in order of their ends."""
        if self._automaton is None:
            return
        haystack = fold_case(text) if self._ignore_case else text
        size = len(text)
        values, new = self._values, tuple.__new__
        try:
            found = self._automaton.find_matches_as_indexes(haystack, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate; offsets stay as they are
            found = self._automaton.find_matches_as_indexes(
                _SURROGATE.sub("\ufffd", haystack), overlapping=True
            )
        for index, start, end in found:
            value, prefix = values[index]
            if start and text[start - 1].isalnum() and text[start].isalnum():
                continue
            if not prefix and end < size and text[end].isalnum() and text[end - 1].isalnum():
                continue
            yield new(Hit, (start, end, value))

    def find(self, text: str) -> Iterator[Hit[V]]:
        """Give the hits that remain when the leftmost, then the longest, is kept at each place."""
        reached = 0
        for hit in sorted(self.all_hits(text), key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= reached:
                reached = hit.end
                yield hit


def matcher_of(phrases: Iterable[str], *, ignore_case: bool = True) -> PhraseMatcher[str]:
    """Make a matcher whose values are the phrases themselves."""
    return PhraseMatcher({phrase: phrase for phrase in phrases}, ignore_case=ignore_case)
