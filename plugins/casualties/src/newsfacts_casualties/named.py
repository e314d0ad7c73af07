"""Victims named in a sentence of their own: "The victims were identified as A, B and C"."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence

_VICTIMS = frozenset(("victims", "dead", "deceased", "men", "women", "people", "girls", "boys"))


def named_victims(sentence: Sentence, harm: str) -> list[Figure]:
    """Give a figure for each person that a sentence names as one of the victims told before.

    `harm` is what befell those. Fewer than two names are no list.
    """
    words = sentence.words
    if _VICTIMS.isdisjoint(words) or sentence.vocabulary.isdisjoint(_NAMED):
        return []
    for at, word in enumerate(words):
        if word not in _VICTIMS:
            continue
        for position in range(at + 1, min(len(words) - 1, at + 6)):
            if words[position] in _NAMED and words[position + 1] == "as":
                return _figures(sentence, position + 2, harm)
            if words[position] not in lexicon.helpers() and words[position] != "officially":
                break
    return []


_NAMED = frozenset(("identified", "named"))


def _figures(sentence: Sentence, first: int, harm: str) -> list[Figure]:
    groups = [group for group in sentence.groups if group.name and group.first >= first]
    if len(groups) < 2:
        return []
    return [
        Figure(harm, group.count, group, None, group.first, group.last, subset=True)
        for group in groups
    ]
