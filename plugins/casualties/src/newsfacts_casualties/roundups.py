"""Several crimes told at once: "Five people were hurt in three separate shootings"."""

from collections.abc import Sequence

from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence

EARLY = 1200
"""How many characters of an article tell whether it is about several crimes."""

_LEADS = frozenset(("in", "during", "were", "are", "after", "by", "investigating", "to"))
_MARKS = frozenset((".", ";", ":", "?", "!"))
_OF_ONE = frozenset((
    "one", "first", "second", "third", "fourth", "latest", "last", "most", "worst", "deadliest",
))  # fmt: skip


def crimes(words: Sequence[str]) -> int:
    """Give the token of the noun that tells of several crimes apart, -1 where none does.

    "three overnight shootings", "shootings across the city", but not "the shootings".
    """
    nouns = lexicon.words("scenes", "crimes", "nouns")
    for at, word in enumerate(words):
        if word not in nouns:
            continue
        before = words[max(0, at - 5) : at]
        counted = not lexicon.words("scenes", "crimes", "apart").isdisjoint(before)
        if counted or any(each.isdigit() and len(each) < 3 for each in before):
            return at
        if word in lexicon.words("scenes", "crimes", "alone") and (
            not before or before[-1] not in lexicon.words("scenes", "crimes", "one")
        ):
            return at
    return -1


def of_several_crimes(sentence: Sentence, figure: Figure) -> bool:
    """Tell a figure of several crimes from that of one: "hurt in two shootings a mile apart"."""
    words = sentence.words
    if lexicon.words("scenes", "crimes", "nouns").isdisjoint(sentence.vocabulary):
        return False
    at = crimes(words)
    if at < 0:
        return False
    if figure.first > at:  # "in one of three shootings that left four people hurt"
        return _MARKS.isdisjoint(words[at : figure.first])
    if not _MARKS.isdisjoint(words[figure.last : at]):
        return False
    for position in range(at - 1, max(figure.last - 1, at - 7), -1):
        if words[position] == "of" and not _OF_ONE.isdisjoint(words[position - 3 : position]):
            return False  # "was killed in one of three shootings"
        if words[position] in _LEADS:
            return True
    return False


def opens_crime(sentence: Sentence, figure: Figure) -> bool:
    """Tell a victim told for the first time: "a man", "two women", no name, no "the man"."""
    group = figure.group
    if group is None or group.definite or group.pronoun or group.name or group.partitive:
        return False
    return group.head >= 0 and figure.count.value is not None


def in_a_street(sentence: Sentence) -> bool:
    """Tell a sentence that says in which street something was: "in the 300 block of"."""
    return not lexicon.words("scenes", "crimes", "streets").isdisjoint(sentence.vocabulary)
