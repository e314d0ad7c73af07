"""How the figures of one sentence stand to one another: joined, beside, a step to a toll."""

from collections.abc import Sequence

from newsfacts import Casualty
from newsfacts.model import altered
from newsfacts_casualties import qualifiers
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence

_OTHERS = frozenset(("other", "others"))


def harmed_by(one: Figure, other: Figure) -> bool:
    """Tell two of whom one harmed the other: "The gunman killed a guard and was shot dead"."""
    return (one.agent is not None and one.agent == other.group) or (
        other.agent is not None and other.agent == one.group
    )


def harmed_alike(one: Figure, other: Figure) -> bool:
    """Tell whether neither or both of two figures are of those who did it."""
    kinds = [each.group.kind if each.group is not None else None for each in (one, other)]
    return (kinds[0] == "perpetrator") == (kinds[1] == "perpetrator")


def in_total(sentence: Sentence, figure: Figure) -> bool:
    """Tell what all amount to: "113 were injured, for a total of 1,456"."""
    return "total" in sentence.words[max(0, figure.first - 3) : figure.last]


def told_again(sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Tell those told before from others: "both were shot", "Officer shot: An officer was shot"."""
    words = sentence.words
    if words[figure.first] in ("both", "all"):
        return before.count.value is not None and before.group is not figure.group
    one, other = before.group, figure.group
    return (
        words[figure.first - 1] == ":"
        and one is not None and other is not None and one.head >= 0 and other.head >= 0
        and words[one.head] == words[other.head]
    )  # fmt: skip


def raised_to(sentence: Sentence, figure: Figure) -> bool:
    """Tell the toll that goes with a new figure: "reported nine deaths, bringing the toll to"."""
    predicate = figure.predicate
    if predicate is None or predicate.voice != "toll":
        return False
    return not qualifiers.RAISING.isdisjoint(
        sentence.words[max(0, predicate.first - 4) : predicate.first]
    )


def counted_apart(
    sentence: Sentence, figure: Figure, claim: Casualty, figures: Sequence[Figure]
) -> Casualty:
    """Tell what a figure is counted beside.

    In "Two were killed and three others injured" the others are none of the dead. In "Two died,
    bringing the toll to 19" the two are a step to the toll, no rival of it.
    """
    if "more" in claim.hints and figure.group is not None:
        words = sentence.words[figure.group.first : figure.group.last]
        harms = {each.harm for each in figures if each.first < figure.first}
        if harms and figure.harm not in harms and not _OTHERS.isdisjoint(words):
            hints = tuple(hint for hint in claim.hints if hint != "more")
            return altered(claim, hints=(*hints, "beside"))
    elif (figure.count.value or 0) > 1 and figure.harm == "injured" and any(
        each.first < figure.first and each.harm == "killed" for each in figures
    ):  # fmt: skip
        # "1 dead, 3 hurt in fire", of whom the story tells as "three others"
        claim = altered(claim, hints=(*claim.hints, "beside"))
    for each in figures:
        if (
            each.first > figure.first
            and each.harm == figure.harm
            and each.predicate is not None
            and each.predicate.voice == "toll"
            and not qualifiers.RAISING.isdisjoint(sentence.words[figure.last : each.first])
        ) or (each.first > figure.first and each.harm == figure.harm and in_total(sentence, each)):
            return altered(claim, hints=(*claim.hints, "step"))
    return claim
