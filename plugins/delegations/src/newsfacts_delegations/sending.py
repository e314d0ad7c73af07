"""Visits that somebody sends, leads or invites others on: "X sent a delegation to Y"."""

from newsfacts import Place
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.chunks import verb_of
from newsfacts_delegations.circumstances import place_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.motion import begin, direct_object
from newsfacts_delegations.parties import Group, Party

_GUESTS = frozenset(("person", "delegation", "group"))


def sent(clauses: Clauses, v: int) -> list[Building]:
    """Read "X sent a delegation to Y"."""
    at, target = direct_object(clauses, v)
    if at is None or target is None or verb_of(clauses.chunks[v]).passive:
        return []
    if not any(party.kind in ("delegation", "person", "group") for party in target.parties):
        return []
    noun = clauses.chunks[at].noun
    if noun is not None and noun.low in lexicon.words("relations", "crowd"):
        return []  # "sent troops to Togo"
    for preposition, i in clauses.complements(target.last):
        if preposition == "to" and place_of(clauses, i) is not None:
            building = begin(clauses, v, "visit", clauses.subject(v))
            if building.mood.polarity == "negative":
                return []
            building.place = place_of(clauses, i)
            building.take(target.parties, "visitor")
            building.reach(v, i + 1)
            read_circumstances(clauses, building, i + 1, companions=False)
            return [building]
    return []


def invited(clauses: Clauses, v: int) -> list[Building]:
    """Read "X invited Y to Lome": a visit asked for."""
    at, target = direct_object(clauses, v)
    subject = clauses.subject(v)
    verb = verb_of(clauses.chunks[v])
    if verb.passive and subject is not None:
        return _was_invited(clauses, v, subject)
    if at is None or target is None or subject is None or verb.controls:
        return []
    people = ("person", "group", "delegation", "pronoun")
    if not target.parties or any(party.kind not in people for party in target.parties):
        return []
    last = target.last
    if last + 1 >= len(clauses.chunks) or clauses.chunks[last].low != "to":
        return []
    place = place_of(clauses, last + 1)
    if place is None or not subject.parties:
        return []
    building = begin(clauses, v, "visit", subject)
    building.mood = building.mood._replace(modality="requested", tense="future")
    building.take(subject.parties, "host")
    building.take(target.parties, "visitor")
    building.place = place
    building.reach(v, last + 2)
    return [building]


def _was_invited(clauses: Clauses, v: int, guests: Group) -> list[Building]:
    """Read "X was invited to Lome by Y"."""
    if not guests.parties or any(each.kind not in _GUESTS for each in guests.parties):
        return []
    place: Place | None = None
    hosts: tuple[Party, ...] = ()
    for preposition, i in clauses.complements(v + 1):
        if preposition == "to" and place is None:
            place = place_of(clauses, i)
        elif preposition == "by":
            hosts = clauses.phrases.group(i).parties
    if place is None:
        return []
    building = begin(clauses, v, "visit", guests)
    building.mood = building.mood._replace(modality="requested", tense="future")
    building.take(hosts, "host")
    building.take(guests.parties, "visitor")
    building.place = place
    return [building]


def led(clauses: Clauses, v: int) -> list[Building]:
    """Read "X will lead a delegation to Togo"."""
    chunks = clauses.chunks
    verb = verb_of(chunks[v])
    at, target = direct_object(clauses, v)
    subject = clauses.subject(v)
    if at is None or target is None or verb.passive or subject is None:
        return []
    head = chunks[at].noun
    team = head is not None and head.low in ("group", "team", "mission", "party", "contingent")
    if not team and not any(party.kind == "delegation" for party in target.parties):
        return []
    last = target.last
    if last + 1 >= len(chunks) or chunks[last].low != "to":
        return []
    place = place_of(clauses, last + 1)
    if place is None:
        return []
    building = begin(clauses, v, "visit", subject)
    building.take(subject.parties, "visitor")
    building.take(target.parties, "visitor")
    building.place = place
    building.reach(v, last + 2)
    read_circumstances(clauses, building, last + 2, companions=False)
    return [building]
