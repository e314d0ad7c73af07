"""The verb group of a figure: where it begins, and whether it is in the perfect."""

from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence

RELATIVES = frozenset(("that", "which", "who"))
"""Pronouns that begin a clause about what is before them."""


def anchor_of(figure: Figure) -> int:
    """Give the first token of the word of harm, of the figure itself where none is told."""
    return figure.predicate.first if figure.predicate is not None else figure.first


def begin_of(figure: Figure) -> int:
    """Give the first token of a figure and its verb group."""
    predicate = figure.predicate
    return min(figure.first, predicate.head) if predicate is not None else figure.first


def is_perfect(sentence: Sentence, figure: Figure) -> bool:
    """Tell harm that has been done so far: "have been killed", "has left 12 dead"."""
    predicate = figure.predicate
    if predicate is not None:
        if predicate.perfect:
            return True
        group = sentence.words[predicate.head : predicate.first]
        if "been" in group or "has" in group or "have" in group:
            return True
    anchor = anchor_of(figure)
    left = sentence.words[max(0, anchor - 12) : anchor]
    if "that" in left:  # "has said that nobody died"
        left = left[left.index("that") :]
    return "has" in left or "have" in left
