"""Parts in a meeting that words beside a party's name give: "Kenya, the mediator", "visiting X"."""

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import RANK, Building
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.parties import Party


def settle_roles(clauses: Clauses, building: Building) -> None:
    """Give the parties of a meeting the parts that appositions and "visiting" tell."""
    if building.kind != "meet" or not building.parties:
        return
    _named_parts(clauses, building)
    _visiting(clauses, building)
    _travelled(clauses, building)
    _appositions(clauses, building)


def _named_parts(clauses: Clauses, building: Building) -> None:
    """Read "Qatari mediators also took part": what they are called tells their part."""
    parts = lexicon.load_parts()
    for party, role in building.parties.items():
        if party.kind != "group":
            continue
        part = parts.get(clauses.phrases.text[party.start : party.end].lower().split()[-1])
        if part == "mediator" and RANK.index(part) < RANK.index(role):
            building.parties[party] = part


def _visiting(clauses: Clauses, building: Building) -> None:
    """Read "talks with visiting Minister X": X is the visitor, the other side the host."""
    if "visiting" not in clauses.phrases.lows:
        return
    guest = next((each for each in building.parties if _is_visiting(clauses, each)), None)
    if guest is None:
        return
    for party, role in building.parties.items():
        if party is guest:
            building.parties[party] = "visitor"
        elif role == "participant" and party.kind in ("person", "country", "organization"):
            building.parties[party] = "host"


def _travelled(clauses: Clauses, building: Building) -> None:
    """Read "travelled to Togo for talks with Togolese Minister X": who is of there is the host."""
    place = building.place
    if not building.travelled or place is None or place.country is None:
        return
    hosts = [each for each in building.parties if _is_of(clauses, each, place.country)]
    traveller = min(party.start for party in building.parties)
    if not hosts or any(each.start == traveller for each in hosts):
        return  # who travels within the country is no host
    for party, role in building.parties.items():
        if role == "participant" and party in hosts:
            building.parties[party] = "host"
        elif role == "participant" and party.end <= clauses.chunks[building.cue].start:
            building.parties[party] = "visitor"


def _is_of(clauses: Clauses, party: Party, country: str) -> bool:
    """Whether the words before a party's name hold a country, or it is that country."""
    tokens = clauses.phrases.tokens
    for chunk in clauses.chunks:
        if chunk.start <= party.start < chunk.end and chunk.kind == "NP":
            return any(
                (actor := tokens[k].actor) is not None
                and actor.kind == "country"
                and actor.country == country
                for k in range(chunk.first, chunk.last)
            )
    return False


def _is_visiting(clauses: Clauses, party: Party) -> bool:
    tokens = clauses.phrases.tokens
    for chunk in clauses.chunks:
        if chunk.start <= party.start < chunk.end and chunk.kind == "NP":
            return tokens[chunk.first].low == "visiting" or (
                chunk.first > 0 and tokens[chunk.first - 1].low == "visiting"
            )
    return False


def _appositions(clauses: Clauses, building: Building) -> None:
    chunks = clauses.chunks
    parts = lexicon.load_parts()
    if parts.keys().isdisjoint(clauses.phrases.lows):
        return
    for k in range(2, len(chunks)):
        noun = chunks[k].noun
        part = parts.get(noun.low) if noun is not None else None
        if part is None or chunks[k - 1].kind != ",":
            continue
        beside = chunks[k - 2]
        for party, role in building.parties.items():
            here = party.start < beside.end <= party.end or (
                beside.start <= party.start < beside.end
            )
            if here and RANK.index(part) < RANK.index(role):
                building.parties[party] = part
