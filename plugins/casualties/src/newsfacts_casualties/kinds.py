"""What type of event the words around a figure tell of: attack, accident, disaster, conflict."""

from collections.abc import Mapping
from functools import cache

from newsfacts_casualties import lexicon, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence


def type_told(sentence: Sentence, figure: Figure, named: str | None, at: int) -> tuple[str, bool]:
    """Give the type of a figure's event, "" where nothing tells, and whether that is sure.

    `named` is the type of the event noun at token `at`, if there is one. A blast or a fire is an
    attack beside bombs and an accident beside what burns by itself (gas, fuel, a factory).
    """
    vocabulary = sentence.vocabulary
    if named is not None:
        if sentence.words[at] not in _listed("open"):
            return named, True
        if not _listed("weapons").isdisjoint(vocabulary):
            return "attack", True
        if not _listed("hazards").isdisjoint(vocabulary):
            return "accident", True
        return named, False
    predicate = figure.predicate
    struck = sentence.words[predicate.first : predicate.last] if predicate is not None else []
    if not _listed("violent").isdisjoint(struck) or not _listed("weapons").isdisjoint(vocabulary):
        return "attack", True
    for kind in ("accident", "disaster"):
        if not _listed(kind).isdisjoint(vocabulary):
            return kind, True
    if figure.harm in settings.AFTERMATH and not _listed("protests").isdisjoint(vocabulary):
        return "conflict", True
    return "", False


@cache
def _listed(name: str) -> frozenset[str]:
    return lexicon.words("kinds", "told", name)


@cache
def _manners() -> Mapping[str, str]:
    names = ("shells", "bombs", "guns")
    return {word: name for name in names for word in _listed(name)}


def manner(word: str) -> str:
    """Give the way in which people are harmed that an event noun tells, "" for others."""
    return _manners().get(word, "")
