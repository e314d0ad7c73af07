"""Who is told to be at the meeting talked of: "Togo was represented by X"."""

from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.chunks import verb_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.motion import begin

_SIDES = frozenset(("country", "organization", "group", "pair"))


def represented(clauses: Clauses, v: int) -> list[Building]:
    """Read "the army was represented by General X, the rebels by Y"."""
    subject = clauses.subject(v)
    if not verb_of(clauses.chunks[v]).passive or subject is None:
        return []
    agents = [i for preposition, i in clauses.complements(v + 1) if preposition == "by"]
    if not agents or any(each.kind not in _SIDES for each in subject.parties):
        return []
    envoys = clauses.phrases.group(agents[0])
    people = [each for each in envoys.parties if each.kind == "person"]
    others = [each for each in envoys.parties if each.kind != "person"]
    behind = clauses.chunks[envoys.last].low if envoys.last < len(clauses.chunks) else ""
    if not people or (others and behind != "by"):
        return []  # "by X and the rebels by Y"
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties)
    building.take(people)
    building.take(others)
    building.reach(v, envoys.last)
    building.standing = "definite"
    building.attends = True
    chunks = clauses.chunks
    for k in range(envoys.last, len(chunks) - 1):
        if chunks[k].kind in ("V", ";"):
            break
        if chunks[k].low == "by" and chunks[k + 1].kind == "NP":
            building.take(clauses.phrases.group(k + 1).parties)  # "the rebels by Y"
    read_circumstances(clauses, building, envoys.last, companions=False)
    return [building]
