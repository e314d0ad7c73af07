"""The sentence as the rules of clauses see it: words, phrases and predicates at a token."""

from collections.abc import Callable
from typing import TypeVar

from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import Sentence

M = TypeVar("M", bound=Callable[..., None])


def told_by(words: Callable[[], frozenset[str]]) -> Callable[[M], M]:
    """Mark the reader of a construction that needs one of some words in its sentence.

    It is not called for others. The words are loaded when the first sentence is read.
    """

    def mark(reader: M) -> M:
        reader.__dict__["told_by"] = words
        return reader

    return mark


DASHES = frozenset("-–—")
"""Marks that stand for brackets where they stand free."""


_BEYOND = ("",) * 128
"""What stands before and behind a sentence, as far as anything looks."""


class SentenceReader:
    """Looks up what stands at a token of a sentence.

    `word` gives the word at a token in lower case, "" outside the sentence.
    """

    def __init__(self, sentence: Sentence, predicates: list[Predicate]) -> None:
        self.sentence = sentence
        self.read = sentence.read
        self.words = sentence.words
        self.word = [*sentence.words, *_BEYOND].__getitem__
        self.predicates = predicates
        self.at: dict[int, Predicate] = {}
        for predicate in predicates:
            for position in range(predicate.first, predicate.last):
                self.at[position] = predicate

    def is_number(self, at: int) -> bool:
        """Tell a number in digits; False outside the sentence."""
        return 0 <= at < len(self.read) and self.read[at].kind == "number"

    def group_at(self, at: int) -> int | None:
        """Give the index of the phrase that begins at a token."""
        return self.sentence.starting.get(at)

    def group_ending(self, at: int) -> int | None:
        """The phrase whose last token is `at`."""
        index = self.sentence.covering.get(at)
        if index is not None and self.sentence.groups[index].last == at + 1:
            return index
        return None

    def tells(self, words: frozenset[str]) -> bool:
        """Tell whether the sentence has one of some words."""
        return not self.sentence.vocabulary.isdisjoint(words)

    def skip_adverbs(self, at: int) -> int:
        """Give the token behind adverbs."""
        while at < len(self.read) and self.word(at).endswith("ly") and self.group_at(at) is None:
            at += 1
        return at

    def free_dash(self, at: int) -> bool:
        """Tell a dash between words from a hyphen within them."""
        if not 0 < at < len(self.read) - 1:
            return False
        return (
            self.word(at) in ("–", "—")
            or self.read[at - 1].end < self.read[at].start < self.read[at + 1].start - 1
        )
