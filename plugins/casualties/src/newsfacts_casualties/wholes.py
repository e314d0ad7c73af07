"""What words of a figure say that it is a part: "of the victims", "many of whom"."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence

_WHOLE = frozenset(("all", "both"))
_LEFT = frozenset(("other", "others", "remaining"))


def of_victims(sentence: Sentence, figure: Figure) -> bool:
    """Tell "three of the victims" and "two of Monday's dead"."""
    group = figure.group
    if group is None or not group.partitive:
        return False
    words = sentence.words[group.first : group.last]
    return "of" in words and not lexicon.scope_words("harmed").isdisjoint(
        words[words.index("of") :]
    )


def noun_of_whole(sentence: Sentence, figure: Figure) -> str:
    """Give the noun of "three of the passengers", "seven of the 11 captives"; "" for others."""
    group = figure.group
    if group is None or not group.partitive:
        return ""
    words = sentence.words[group.first : group.last]
    if "of" not in words or words[words.index("of") + 1 : words.index("of") + 2] != ["the"]:
        return ""
    return words[-1]


def of_whom(sentence: Sentence, figure: Figure) -> bool:
    """Tell harm to a part that has no number: "shoppers, many of whom were badly burnt"."""
    group, predicate = figure.group, figure.predicate
    if group is None or predicate is None or predicate.first <= group.first:
        return False
    words = sentence.words
    return any(
        words[at] in lexicon.scope_words("shares")
        and words[at] not in _WHOLE
        and words[at + 1] == "of"
        for at in range(max(group.first, predicate.head - 4), predicate.head - 1)
    )


def the_rest(sentence: Sentence, figure: Figure) -> bool:
    """Tell those who are left of others: "the other one", "the remaining four"."""
    words = sentence.words
    at = figure.first - 1 if figure.first and words[figure.first - 1] == "the" else figure.first
    return words[at] == "the" and not _LEFT.isdisjoint(words[at + 1 : at + 2])
