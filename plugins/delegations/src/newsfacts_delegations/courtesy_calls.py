"""Visits that the word "call" tells of: "X called on Y", "X paid a call on Y"."""

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.motion import begin, direct_object, place_by_trip
from newsfacts_delegations.story import PERSONAL, Group


def called_on(clauses: Clauses, v: int, subject: Group) -> list[Building]:
    """Read "also called on the prime minister": a visit, unless somebody is called on to act."""
    chunks = clauses.chunks
    if chunks[v + 2].kind != "NP" or not subject.parties:
        return []
    target = clauses.phrases.group(v + 2)
    hosts = target.parties
    following = chunks[target.last] if target.last < len(chunks) else None
    calm = (
        following is None
        or following.kind in ("T", ",", ";", "C")
        or following.low in ("in", "at")
        or (
            following.low == "on"
            and chunks[target.last + 1 :][:1] != []
            and chunks[target.last + 1].kind == "T"
        )
    )
    noun = chunks[v + 2].noun
    titled = noun is not None and noun.low in lexicon.words("people", "sovereign")
    people = (titled or all(party.kind == "person" for party in hosts)) and all(
        party.kind in PERSONAL for party in subject.parties
    )
    if not hosts or not calm or not people:
        return []
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties, "visitor")
    building.take(hosts, "host")
    building.reach(v, target.last)
    read_circumstances(clauses, building, v + 1)
    place_by_trip(clauses, building, v)
    return [building]


def paid(clauses: Clauses, v: int) -> list[Building]:
    """Read "pays a call on X"."""
    chunks = clauses.chunks
    at, _ = direct_object(clauses, v)
    noun = chunks[at].noun if at is not None else None
    if at is None or noun is None or noun.low != "call" or at + 2 >= len(chunks):
        return []
    subject = clauses.subject(v)
    if chunks[at + 1].low not in ("on", "upon") or chunks[at + 2].kind != "NP" or subject is None:
        return []
    target = clauses.phrases.group(at + 2)
    if not target.parties:
        return []
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties, "visitor")
    building.take(target.parties, "host")
    building.reach(v, target.last)
    read_circumstances(clauses, building, at + 1)
    return [building]
