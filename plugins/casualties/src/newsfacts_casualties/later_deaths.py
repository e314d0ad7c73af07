"""Deaths that come some time after what caused them, on a day of their own."""

from newsfacts import Time
from newsfacts.model import days_between
from newsfacts_casualties import lexicon, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.discourse import HarmEvent
from newsfacts_casualties.sentence import Sentence

_DYING = frozenset(("died", "dies", "succumbed", "passed", "dead"))
_WOUNDS = frozenset(("injuries", "wounds", "injury", "wound"))
_HAD = frozenset(("suffered", "sustained", "received"))
_LATER = 30
"""How many days after an attack somebody told before may still die of it."""


def died_of_wounds(sentence: Sentence, figure: Figure) -> bool:
    """Tell "died on Monday from injuries he suffered in", "who was shot on Friday has died"."""
    predicate = figure.predicate
    if figure.harm != "killed" or figure.count.value != 1 or predicate is None:
        return False
    words = sentence.words
    if _DYING.isdisjoint(words[predicate.first : predicate.last]):
        return False
    behind = words[predicate.last : predicate.last + 12]
    if not _WOUNDS.isdisjoint(behind) and not _HAD.isdisjoint(behind):
        return True
    between = words[figure.first : predicate.head]
    return _struck(between)


def _struck(words: list[str]) -> bool:
    """Tell whether somebody was shot, stabbed or the like."""
    verbs = lexicon.verbs()
    return any(word in verbs and verbs[word].weak for word in words)


def day_of_wounds(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Tell a time that stands with the wounds rather than with the death."""
    predicate = figure.predicate
    if predicate is None:
        return False
    words = sentence.words
    if at < predicate.head:
        return _struck(words[figure.first : at])
    return not _WOUNDS.isdisjoint(words[predicate.last : at])


def of_one_hurt_before(figure: Figure, date: Time | None, known: HarmEvent | None) -> bool:
    """Tell the death of somebody who was hurt in an event told before, days after it."""
    group, predicate = figure.group, figure.predicate
    if (
        figure.harm != "killed" or date is None or known is None
        or known.date is None or group is None or predicate is None
        or not (group.pronoun or figure.count.value == 1)
        or not (group.name or group.pronoun or group.definite) or group.more
    ):  # fmt: skip
        return False
    if not settings.is_day(known.date) or not {"injured", "killed"} & known.whole.keys():
        return False
    gap = days_between(known.date.end, date.start)
    return gap is not None and 0 < gap <= _LATER
