"""Several meetings in one: "separate talks with X and Y", "on Monday and Tuesday respectively"."""

from collections.abc import Sequence

import attrs

from newsfacts import Place, Time
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.circumstances import PLACE_PREPOSITIONS, place_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.motion import listed_places
from newsfacts_delegations.parties import Party


def taken_apart(clauses: Clauses, building: Building) -> list[Building]:
    """Give one event for each partner where the words say that they were met in turn.

    The side that stands before the event's words takes part in all of them. Days and places that
    "respectively" hands out go to the partners in order, and where as many stand before as behind,
    each of them meets one. Anything else stays one event.
    """
    if building.kind == "visit":
        return _places_visited(clauses, building)
    if building.kind not in ("meet", "call"):
        return [building]
    if (other := _gapped(clauses, building)) is not None:
        return [building, other]
    if len(building.parties) < 3:
        return [building]
    respectively = _said(clauses, "respectively")
    if not (respectively or building.in_turn or _separately(clauses, building)):
        return [building]
    start, end = _partners(clauses, building)
    partners = [party for party in building.parties if start <= party.start < end]
    own = {party: role for party, role in building.parties.items() if party not in partners}
    if not own or len(partners) < 2 or any(each.kind == "delegation" for each in partners):
        return [building]
    days = _days(clauses, building) if respectively else []
    places = _places(clauses, building) if respectively else []
    paired = respectively and len(own) == len(partners)
    found: list[Building] = []
    for at, party in enumerate(partners):
        side = dict(list(own.items())[at : at + 1]) if paired else own
        single = attrs.evolve(building, parties={**side, party: building.parties[party]})
        if len(days) == len(partners):
            single.time = days[at]
        if len(places) == len(partners):
            single.place = places[at]
        if at:
            single.first, single.last = _words(clauses, party, building)
        found.append(single)
    return found


def _places_visited(clauses: Clauses, building: Building) -> list[Building]:
    """Give a visit to each place of "state visits to A, B and C", "a tour of A and B"."""
    chunks = clauses.chunks
    if chunks[building.cue].noun is None or building.place is None:
        return [building]
    for preposition, i in clauses.complements(building.cue + 1):
        if preposition in ("to", "of"):
            goals = listed_places(clauses, i)
            if len(goals) < 2 or place_of(clauses, goals[0]) != building.place:
                return [building]
            return [building] + [
                attrs.evolve(
                    building, place=place_of(clauses, goal), parties=dict(building.parties),
                    first=goal, last=goal + 1,
                )
                for goal in goals[1:]
            ]  # fmt: skip
    return [building]


def _gapped(clauses: Clauses, building: Building) -> Building | None:
    """Give the second of "met X in Lome on Friday and Y in Accra on Saturday"."""
    chunks = clauses.chunks
    first = building.cue
    if building.place is None and building.time is None:
        return None
    own = {
        party: role for party, role in building.parties.items() if party.end <= chunks[first].end
    }
    if not own or len(own) == len(building.parties):
        return None
    told = False
    for k in range(first + 1, len(chunks) - 2):
        kind = chunks[k].kind
        told = told or kind == "T" or (kind == "P" and chunks[k].low in PLACE_PREPOSITIONS)
        if kind in ("V", ";", "SUB", "R"):
            return None
        if kind != "C" or not told:
            continue
        i = k + 2 if chunks[k + 1].low == "with" else k + 1
        if chunks[i].kind != "NP":
            return None
        group = clauses.phrases.group(i)
        after = chunks[group.last] if group.last < len(chunks) else None
        where = after is not None and (after.kind == "T" or after.low in ("in", "at", "on"))
        if not where or not group.parties or any(party in own for party in group.parties):
            return None
        if _one_noun(clauses, k):
            return None  # "met with Kenyan and Ghanaian officials in Lome"
        other = Building(building.kind, i, i, group.last, building.mood, dict(own))
        other.take(group.parties)
        read_circumstances(clauses, other, group.last, companions=False)
        if (other.place is None and other.time is None) or _goes_on(clauses, group.last):
            return None
        if building.place is None:
            other.place = None
        for party in group.parties:
            building.parties.pop(party, None)
        return other
    return None


def _one_noun(clauses: Clauses, k: int) -> bool:
    """Whether the countries beside the "and" at chunk k share the noun after it."""
    one, other = clauses.chunks[k - 1], clauses.chunks[k + 1].noun
    bare = one.noun is not None and one.noun.actor is not None and one.last == one.first + 1
    return bare and other is not None and bool(other.modifiers) and other.actor is None


def _goes_on(clauses: Clauses, k: int) -> bool:
    """Whether a verb follows the phrases from chunk k on: a clause of its own."""
    for chunk in clauses.chunks[k:]:
        if chunk.kind == "V":
            return chunk.verb is not None and chunk.verb.finite
        if chunk.kind not in ("NP", "P", "T", "C"):
            return False
    return False


def _partners(clauses: Clauses, building: Building) -> tuple[int, int]:
    """Give the stretch of text that names the partners: what follows "with", or the verb."""
    chunks = clauses.chunks
    i = building.cue
    if chunks[i].noun is not None and i + 2 < len(chunks) and chunks[i + 2].kind == "NP":
        last = clauses.phrases.group(i + 2).last
        return chunks[i + 2].start, chunks[last - 1].end
    return chunks[i].end, chunks[-1].end


def _said(clauses: Clauses, word: str) -> bool:
    return word in clauses.phrases.lows


def _separately(clauses: Clauses, building: Building) -> bool:
    """Whether the words of the event say that its partners were met one by one."""
    chunks = clauses.chunks
    tokens = clauses.phrases.tokens
    apart = lexicon.words("relations", "separate")
    chunk = chunks[building.cue]
    words = [token.low for token in tokens[chunk.first : chunk.last]]
    if words[-1] == "meetings" and "bilateral" in words:
        return True
    if any(word in apart for word in words):
        return chunk.noun is not None and chunk.noun.low.endswith("s")
    last = chunks[building.last - 1].last
    return any(token.low == "separately" for token in tokens[chunk.last : last + 2])


def _words(clauses: Clauses, party: Party, building: Building) -> tuple[int, int]:
    """Give the chunks that name a partner."""
    chunks = clauses.chunks
    at = next(
        (k for k in range(building.cue, len(chunks)) if chunks[k].start <= party.start
         < chunks[k].end), building.cue,
    )  # fmt: skip
    return at, at + 1


def _days(clauses: Clauses, building: Building) -> Sequence[Time]:
    return [
        chunk.time
        for chunk in clauses.chunks[building.cue :]
        if chunk.kind == "T" and chunk.time is not None
    ]


def _places(clauses: Clauses, building: Building) -> Sequence[Place]:
    """Give the places of "in Lome and Accra"."""
    chunks = clauses.chunks
    for k in range(building.cue + 1, len(chunks) - 1):
        if chunks[k].kind == "P" and chunks[k].low in PLACE_PREPOSITIONS:
            found: list[Place] = []
            for m in range(k + 1, len(chunks)):
                if chunks[m].kind == "NP":
                    place = place_of(clauses, m)
                    if place is not None:
                        found.append(place)
                elif chunks[m].kind not in ("C", ","):
                    break
            return found
    return []
