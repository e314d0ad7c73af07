"""Mediators by verbs: "X mediated between Y and Z", "X acts as a mediator in the talks"."""

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.chunks import Verb
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.motion import begin


def mediated(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "X mediated between Y and Z"; with a meeting as its object the noun is read."""
    subject = clauses.subject(v)
    for preposition, i in clauses.complements(v + 1):
        if preposition == "":
            return []
        if preposition != "between":
            continue
        group = clauses.phrases.group(i)
        several = len(group.parties) > 1 or any(each.plural for each in group.parties)
        if not several or verb.passive:
            return []
        building = begin(clauses, v, "meet", subject)
        building.take(subject.parties if subject is not None else (), "mediator")
        building.take(group.parties)
        building.reach(v, group.last)
        read_circumstances(clauses, building, v + 1)
        return [building]
    return _mediating(clauses, v) if verb.finite and not verb.passive else []


def _mediating(clauses: Clauses, v: int) -> list[Building]:
    """Read "X is mediating": in the talks told of."""
    subject = clauses.subject(v)
    if subject is None or not subject.parties:
        return []
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties, "mediator")
    building.standing = "anaphoric"
    return [building]


def acted(clauses: Clauses, v: int) -> list[Building]:
    """Read "act as mediators in talks with X", "serve as mediators between X and Y"."""
    chunks = clauses.chunks
    for k in range(v + 1, min(v + 3, len(chunks))):
        noun = chunks[k].noun
        if noun is not None and noun.low in (
            "guarantors",
            "guarantor",
            "mediator",
            "mediators",
            "facilitators",
        ):
            m = k + 2
            if noun.low.startswith("med") and (m - 1 >= len(chunks) or chunks[m - 1].kind != "P"):
                return _mediating(clauses, v)
            if m < len(chunks) and chunks[m - 1].kind == "P" and chunks[m].noun is not None:
                sides = clauses.phrases.group(m) if chunks[m - 1].low == "between" else None
                if sides is not None and len(sides.parties) < 2:
                    return []
                if sides is None and chunks[m].noun.low not in lexicon.noun_cues():  # type: ignore[union-attr]
                    return []
                subject = clauses.subject(v)
                if subject is None or not subject.parties:
                    return []
                building = begin(clauses, v, "meet", subject)
                building.take(
                    subject.parties, "mediator" if noun.low.startswith("med") else "participant"
                )
                if sides is not None:
                    building.take(sides.parties)
                building.reach(v, m + 1)
                read_circumstances(clauses, building, m + 1)
                return [building]
    return []
