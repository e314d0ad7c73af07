"""Events that verbs tell of, by verb."""

from collections.abc import Callable

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building
from newsfacts_delegations.chunks import Verb
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.conversations import (
    discussed,
    exchanged,
    rang,
    said_by_phone,
    signed,
    talked,
    told,
)
from newsfacts_delegations.courtesy_calls import paid
from newsfacts_delegations.envoys import leading, represented
from newsfacts_delegations.mediation import acted, mediated
from newsfacts_delegations.meetings import attended, gathered, hosted, met, sat, seen
from newsfacts_delegations.sending import invited, led, sent
from newsfacts_delegations.stops import reached, shuttled, spent, stopped
from newsfacts_delegations.visits import been, taken, visited


def read_verb(clauses: Clauses, v: int) -> list[Building]:
    """Read the events of the verb at chunk v, if it is an event verb."""
    verb = clauses.chunks[v].verb
    if verb is None:
        return []
    if verb.form in ("s", "b") and not verb.aux and not verb.controls and _habit(clauses, v):
        return []
    if verb.lemma == "set" and not _off(clauses, v):
        return []
    own = _OWN.get(verb.lemma)
    if own is not None:
        return own(clauses, v)
    if verb.lemma == "be" or (verb.lemma == "expect" and verb.passive):
        return been(clauses, v, verb)
    if verb.lemma == "see":
        return seen(clauses, v, verb)
    if verb.lemma == "head" and (headed := conducted(clauses, v)):
        return headed
    cue = lexicon.verb_cues().get(verb.lemma)
    if cue is None and not clauses.phrases.lows.isdisjoint(_PHONES):
        return said_by_phone(clauses, v)
    return _FRAMES[cue.frame](clauses, v, verb) if cue is not None else []


def _off(clauses: Clauses, v: int) -> bool:
    """Whether it is "set off", "set out"."""
    last = clauses.chunks[v].last
    after = clauses.phrases.tokens[last : last + 1]
    return bool(after) and after[0].low in ("off", "out") and clauses.chunks[v].verb is not None


def conducted(clauses: Clauses, v: int) -> list[Building]:
    """Read "leads a team to Togo", "leads the rebel team"."""
    return led(clauses, v) or leading(clauses, v)


def made(clauses: Clauses, v: int) -> list[Building]:
    """Read "makes a call on X", "made stops in Togo and Mali"."""
    return paid(clauses, v) or stopped(clauses, v)


def _habit(clauses: Clauses, v: int) -> bool:
    """Whether somebody does so now and then: "she sometimes talks to X"."""
    chunks = clauses.chunks
    first = chunks[v - 1].last if v else 0
    often = lexicon.words("relations", "often")
    return any(token.low in often for token in clauses.phrases.tokens[first : chunks[v].last])


_PHONES = frozenset(("phone", "telephone", "video", "videoconference"))
_OWN: dict[str, Callable[[Clauses, int], list[Building]]] = {
    "take": taken, "bring": taken, "sit": sat, "exchange": exchanged,
    "shake": exchanged, "reach": reached, "continue": reached, "act": acted, "serve": acted,
    "pay": paid, "make": made, "send": sent, "dispatch": sent, "call": rang,
    "shuttle": shuttled, "lead": conducted, "invite": invited, "tell": told, "spend": spent,
    "sign": signed, "represent": represented,
}  # fmt: skip
_FRAMES: dict[str, Callable[[Clauses, int, Verb], list[Building]]] = {
    "with": met, "plural": gathered, "topic": discussed, "person": talked, "host": hosted,
    "event": attended, "between": mediated, "goal": visited, "to": visited, "for": visited,
    "in": visited, "come": visited,
}  # fmt: skip
