"""Times and places between a verb and its object: "freed this Friday in Duvel three officers".

Copy translated from Romance languages has them there.
"""

from newsfacts_casualties import lexicon
from newsfacts_casualties.sentence import NounPhrase, Sentence

_FARTHEST = 12
"""Tokens between a verb and its object."""

_OPENING = frozenset(("yesterday", "today", "tonight", "overnight", "on", "this", "last"))
_CLAUSES = frozenset(("who", "which", "that", "whom", "when", "while", "where", "after", "before"))
_OF_PLACE = frozenset(("in", "near", "at", "outside", "across", "around", "inside"))


def behind_adverbials(sentence: Sentence, at: int) -> int:
    """Give the token of a counted object behind times and places at `at`; `at` if none follows."""
    words = sentence.words
    if words[at : at + 1] == [] or words[at] not in _OPENING | _OF_PLACE:
        return at
    for position in range(at + 1, min(len(words), at + _FARTHEST)):
        index = sentence.starting.get(position)
        if index is not None:
            group = sentence.groups[index]
            return position if _is_object(sentence, group, words[position - 1]) else at
        if sentence.read[position].kind == "mark" or words[position] in lexicon.verbs():
            return at
        if words[position] in lexicon.helpers() or words[position] in _CLAUSES:
            return at
    return at


def _is_object(sentence: Sentence, group: NounPhrase, before: str) -> bool:
    """Tell whether a phrase is a counted object: no subject, and nothing that "of" or "by" take."""
    if group.head < 0 or group.pronoun or not group.known or group.count.unit != "persons":
        return False
    if before in lexicon.grammar("prepositions") or before in ("and", "or"):
        return False
    counted = group.count.value is not None or group.count.low is not None
    following = sentence.words[group.last : group.last + 1]
    return (
        counted
        and not group.definite
        and not group.bare_plural
        and not (following and (following[0] in lexicon.helpers() or following[0] in _DISTANCE))
    )


_DISTANCE = frozenset(("away", "ago", "later", "earlier", "times", "dead", "killed", "wounded"))
