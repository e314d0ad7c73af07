"""How a figure is told: where its clause has it, and what its words say of those harmed."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts import Time, TimeExpression
from newsfacts_casualties import lexicon, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.sites import Site

_FEW = 10
_BEFORE = frozenset(("earlier", "previous", "previously", "initial", "initially"))
_UNTIL_NOW = frozenset(("since", "so"))
_YEARS = frozenset(("year", "years", "annually", "decade", "decades", "century"))
_SHOT = frozenset(("gunshot", "bullet", "wound", "wounds", "shot", "stab"))


class Telling(NamedTuple):
    """A figure as its clause, tokens `first` to `last`, tells it, with the places and times there.

    `site` is the place that is its own, if one is, `own` its place and day as the words have them.
    `died` tells deaths of wounds; `wounds` is the day of the wounds, if that is told.
    """

    sentence: Sentence
    figure: Figure
    nth: int
    first: int
    last: int
    sites: Sequence[Site]
    times: Sequence[TimeExpression]
    site: Site | None
    own: settings.Setting
    died: bool
    wounds: Time | None


def in_treatment(sentence: Sentence, figure: Figure) -> bool:
    """Tell several people who live: "Nine men with gunshot wounds were being treated"."""
    words = sentence.words
    return figure.number > 1 and any(
        words[at] == "treated" and words[at - 1] == "being"
        for at in range(figure.last, min(len(words), figure.last + 5))
    )


def besides(sentence: Sentence, figure: Figure) -> bool:
    """Tell those harmed besides: "A soldier was also shot dead"."""
    predicate = figure.predicate
    return (
        predicate is not None and predicate.head < predicate.first
        and "also" in sentence.words[predicate.head : predicate.first]
    )  # fmt: skip


def one_told_before(figure: Figure) -> bool:
    """Tell a person told before, whose whereabouts now are not where it happened."""
    group = figure.group
    return (
        group is not None
        and (group.pronoun or (group.definite and group.count.value == 1))
        and not group.name
    )


def still_on(sentence: Sentence, scope: str, kind: str) -> bool:
    """Tell the toll of a disaster that goes on: "floods have killed 87 people since Friday"."""
    return (
        scope == "cumulative" and kind == "disaster"
        and not _UNTIL_NOW.isdisjoint(sentence.vocabulary)
        and _YEARS.isdisjoint(sentence.vocabulary)
    )  # fmt: skip


def older(sentence: Sentence, figure: Figure) -> bool:
    """Tell the figure that a toll rose from, and one that was put before."""
    predicate, words = figure.predicate, sentence.words
    if figure.older or predicate is None or predicate.voice != "toll":
        return figure.older
    if words[figure.first - 1] == "from":
        return True
    first, last = sorted((predicate.first, figure.first))
    return lexicon.grammar("toll_changes").isdisjoint(words[first:last]) and any(
        words[at] in _BEFORE and words[at + 1] != "than" for at in range(max(0, first - 6), first)
    )


def of_a_state(sentence: Sentence, figure: Figure) -> bool:
    """Tell a state, whose day is not that of what happened: "still in critical condition"."""
    predicate = figure.predicate
    return predicate is not None and "condition" in sentence.words[predicate.first : predicate.last]


def of_a_crime(sentence: Sentence, figure: Figure) -> bool:
    """Tell the arrest of a few for what somebody did: "was arrested in the shooting of"."""
    return (
        figure.harm == "detained" and figure.number < _FEW
        and not lexicon.words("context", "events", "violent").isdisjoint(sentence.vocabulary)
    )  # fmt: skip


def may_have_died(sentence: Sentence, figure: Figure) -> bool:
    """Tell the wounded of whom some may be told as dead: "two men with gunshot wounds"."""
    if figure.count.value == 1:
        return True
    predicate, group = figure.predicate, figure.group
    if predicate is None or (group is not None and group.more):
        return False  # "two others were shot"
    words = sentence.words[predicate.first : predicate.last]
    return words[0] in lexicon.verbs() or not _SHOT.isdisjoint(words)
