"""Whether a sentence tells of persons at all: asked before it is read, by its words alone."""

import re
from collections.abc import Iterable
from functools import cache

from newsfacts import Actor
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.conversations import HIGH

_WORD = re.compile(r"[^\W_]++")
_PERSONS = frozenset(("person", "group", "delegation"))
_PRONOUNS = frozenset((
    "he", "him", "she", "her", "they", "them", "we", "us", "you", "i", "who", "whom", "both", "two",
))  # fmt: skip


@cache
def _somebody() -> frozenset[str]:
    return _PRONOUNS.union(
        lexicon.people(), lexicon.words("people", "delegation"), ("team", "teams", "mission")
    )


@cache
def _met_or_rang() -> frozenset[str]:
    return HIGH.union(lexicon.words("relations", "phone"), ("visiting", "link", "line"))


def tells_of_persons(text: str, actors: Iterable[Actor]) -> bool:
    """Tell whether a sentence, in which some actors are named, has persons or words for them."""
    return any(actor.kind in _PERSONS for actor in actors) or not _somebody().isdisjoint(
        _WORD.findall(text.lower())
    )


def may_tell_of_meeting(text: str) -> bool:
    """Tell whether what somebody told another may have been told at a meeting or by phone."""
    return not _met_or_rang().isdisjoint(_WORD.findall(text.lower()))
