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
    if _VICTIMS.isdisjoint(words):
        return []
    if "victims" in sentence.vocabulary and (parts := _of_the_victims(sentence, harm)):
        return parts
    if sentence.vocabulary.isdisjoint(_NAMED):
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


def _of_the_victims(sentence: Sentence, harm: str) -> list[Figure]:
    """Read "Nine of the victims were children"; "The victims were two nuns and a cook"."""
    words = sentence.words
    found = []
    for group in sentence.groups:
        told = group.count.modifier != "unspecified" and group.count.value != 0
        if not told or words[group.last : group.last + 1] not in _BE:
            continue
        if group.partitive and words[group.last - 1] == "victims" and _describes(words, group.last):
            found.append(Figure(harm, group.count, group, None, group.first, group.last, True))
    if found or words[:2] != ["the", "victims"] or words[2:3] not in _BE:
        return found
    at = 3
    while (index := sentence.starting.get(at)) is not None:
        group = sentence.groups[index]
        if group.pronoun or (group.head < 0 and not group.name):
            return []
        found.append(Figure(harm, group.count, group, None, group.first, group.last, True))
        at = group.last
        while words[at : at + 1] in (["and"], [","]):
            at += 1
    behind = words[at - 1 : at + 1]
    ended = at >= len(words) or words[at] in (".", "from", "aged", "in", "who") or "," in behind
    return found if ended and len(found) > 1 else []


def _describes(words: list[str], at: int) -> bool:
    """Tell what the victims were from what was done with them later."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return following not in _LATER and not following.endswith("ed")


_BE = (["were"], ["are"], ["was"], ["is"])
_LATER = frozenset(
    ("still", "not", "later", "taken", "flown", "shot", "also", "being", "in", "able")
)
_NAMED = frozenset(("identified", "named"))


def _figures(sentence: Sentence, first: int, harm: str) -> list[Figure]:
    groups = [group for group in sentence.groups if group.name and group.first >= first]
    if len(groups) < 2:
        return []
    return [
        Figure(harm, group.count, group, None, group.first, group.last, subset=True)
        for group in groups
    ]
