"""Visits to places on the way: "shuttled between X and Y", "made stops in X", "spent days in X"."""

from newsfacts import Time
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.chunks import verb_of
from newsfacts_delegations.circumstances import place_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.motion import begin, direct_object, goal_of, listed_places
from newsfacts_delegations.parties import Group
from newsfacts_delegations.visits import can_travel, each_visit


def shuttled(clauses: Clauses, v: int) -> list[Building]:
    """Read "X shuttled between Togo and Mali": a visit to each."""
    subject = clauses.subject(v)
    if subject is None or not can_travel(clauses, subject):
        return []
    for preposition, i in clauses.complements(v + 1):
        if preposition != "between":
            continue
        goals = listed_places(clauses, i)
        if not goals:
            return _between_sides(clauses, v, subject, i)
        if len(goals) == 1:
            return []
        return each_visit(clauses, v, subject, subject.parties, goals, behind=goals[-1] + 1)
    return []


def _between_sides(clauses: Clauses, v: int, subject: Group, i: int) -> list[Building]:
    """Read "X shuttled between the two delegations": the go-between of one meeting."""
    sides = clauses.phrases.group(i)
    if not sides.parties:
        return []
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties, "mediator")
    building.take(sides.parties)
    building.reach(v, sides.last)
    read_circumstances(clauses, building, sides.last, companions=False)
    return [building]


def reached(clauses: Clauses, v: int) -> list[Building]:
    """Read "X reached Lome on Monday", "X is to continue to Lome": a visit of people."""
    verb = verb_of(clauses.chunks[v])
    subject = clauses.subject(v)
    if subject is None or verb.passive or not can_travel(clauses, subject):
        return []
    if any(each.kind not in ("person", "delegation", "pronoun") for each in subject.parties):
        return []
    if verb.lemma == "reach":
        at, _ = direct_object(clauses, v)
        goals = listed_places(clauses, at) if at is not None else []
    else:
        goal = goal_of(clauses, v, "return")
        known = goal is not None and goal == v + 2 and place_of(clauses, goal) is not None
        goals = listed_places(clauses, v + 2) if known else []
    return each_visit(clauses, v, subject, subject.parties, goals, behind=v + 1) if goals else []


_STOPS = frozenset(("stop", "stops", "stopovers"))


def stopped(clauses: Clauses, v: int) -> list[Building]:
    """Read "X made stops in Togo, Benin and Mali": a visit to each."""
    chunks = clauses.chunks
    noun = chunks[v + 1].noun if v + 3 < len(chunks) else None
    if noun is None or noun.low not in _STOPS or chunks[v + 2].kind != "P":
        return []
    before = clauses.phrases.tokens[noun.head - 1].low
    if noun.low == "stop" and before not in ("a", "another"):
        return []  # "a brief stop" is read from the noun
    subject = clauses.subject(v)
    if subject is None or chunks[v + 2].low not in ("in", "at") or not can_travel(clauses, subject):
        return []
    goals = listed_places(clauses, v + 3)
    if not goals:
        return []
    return each_visit(clauses, v, subject, subject.parties, goals, behind=goals[-1] + 1)


_TEAMS = frozenset(("team", "mission", "envoy", "envoys", "negotiators", "officials"))


def spent(clauses: Clauses, v: int) -> list[Building]:
    """Read "X spent five hours in Togo"."""
    chunks = clauses.chunks
    subject = clauses.subject(v)
    k = v + 1
    day: Time | None = None
    while k < len(chunks) and (chunks[k].kind == "T" or chunks[k].low in ("about", "around")):
        day = day or chunks[k].time
        k += 1
    noun = chunks[k].noun if k < len(chunks) else None
    if noun is not None and noun.low in lexicon.words("relations", "measures"):
        k += 1
    elif k == v + 1:
        return []
    if (
        k + 1 >= len(chunks)
        or chunks[k].low not in ("in", "at")
        or not can_travel(clauses, subject)
    ):
        return []
    place = place_of(clauses, k + 1)
    if place is None or subject is None or chunks[v - 1].kind == "P":
        return []
    head = chunks[subject.first].noun
    team = head is not None and head.low in _TEAMS
    if not team and not any(each.kind in ("person", "delegation") for each in subject.parties):
        return []
    building = begin(clauses, v, "visit", subject)
    building.take(subject.parties, "visitor")
    building.place = place
    building.reach(v, k + 2)
    building.time = building.time or day
    read_circumstances(clauses, building, k + 2, companions=False)
    return [building]
