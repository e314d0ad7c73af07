"""Whether a meeting is told to be where somebody went: "there", "during the visit"."""

import itertools

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building
from newsfacts_delegations.clauses import Clauses

_HINTS = frozenset(("there", "during", "day", "while"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "will", "has", "have", "had"))
_DAY = ("later in the day", "later that day", "same day", "while there")
_REACH = 60


def on_the_spot(clauses: Clauses, building: Building) -> bool:
    """Whether the clause says so: "held talks there", "During the trip", "later in the day"."""
    phrases = clauses.phrases
    if phrases.lows.isdisjoint(_HINTS):
        return False
    tokens = phrases.tokens
    for k, token in enumerate(tokens):
        if token.low == "there" and (k + 1 == len(tokens) or tokens[k + 1].low not in _BE):
            return True
    chunks = clauses.chunks
    text = phrases.text[chunks[building.first].start : chunks[building.last - 1].end + _REACH]
    if any(words in text for words in _DAY):
        return True
    return any(
        chunk.low == "during" and (noun := after.noun) is not None and _is_stay(noun.low)
        and noun.determiner in ("the", "his", "her", "their", "its", "this")
        for chunk, after in itertools.pairwise(chunks)
    )  # fmt: skip


def _is_stay(low: str) -> bool:
    cue = lexicon.noun_cues().get(low)
    return cue is not None and cue.kind == "visit"
