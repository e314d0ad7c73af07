"""Who speaks for a side of the meeting talked of: "X leads the rebel team", "X represented Y"."""

from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.chunks import verb_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.motion import begin, direct_object
from newsfacts_delegations.parties import Group, Party

_SIDES = frozenset(("country", "organization", "group", "pair"))
_TEAMS = frozenset(("side", "team", "panel", "delegation", "negotiators"))
_NAMING = frozenset(("name", "appoint", "pick", "choose", "designate", "nominate"))


def represented(clauses: Clauses, v: int) -> list[Building]:
    """Read "the army was represented by General X, the rebels by Y", "X represents the army"."""
    subject = clauses.subject(v)
    if subject is None:
        return []
    if not verb_of(clauses.chunks[v]).passive:
        return _represents(clauses, v, subject)
    agents = [i for preposition, i in clauses.complements(v + 1) if preposition == "by"]
    if not agents or any(each.kind not in _SIDES for each in subject.parties):
        return []
    envoys = clauses.phrases.group(agents[0])
    people = _people(envoys)
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


def _represents(clauses: Clauses, v: int, subject: Group) -> list[Building]:
    """Read "X will represent the government"."""
    _, target = direct_object(clauses, v)
    sides = target.parties if target is not None else ()
    if not sides or any(each.kind not in _SIDES for each in sides):
        return []
    return _at_the_talks(clauses, v, subject, sides)


def leading(clauses: Clauses, v: int) -> list[Building]:
    """Read "X leads the rebel team", "the government panel is headed by X"."""
    chunks = clauses.chunks
    verb = verb_of(chunks[v])
    subject = clauses.subject(v)
    if subject is None:
        return []
    if verb.passive:
        noun = chunks[subject.first].noun
        agents = [i for preposition, i in clauses.complements(v + 1) if preposition == "by"]
        if not agents or noun is None or noun.low not in _TEAMS or noun.determiner == "a":
            return []
        if subject.first in clauses.phrases.delegations:
            return []  # its claim has the head
        return _at_the_talks(clauses, v, clauses.phrases.group(agents[0]))
    at, _ = direct_object(clauses, v)
    noun = chunks[at].noun if at is not None else None
    if noun is None or noun.low not in _TEAMS or noun.determiner in (None, "a", "an"):
        return []
    if at in clauses.phrases.delegations:
        return []  # its claim has the head
    above = clauses.governor(v) if verb.infinitive else None
    if above is not None and verb_of(chunks[above]).lemma in _NAMING:
        _, named = direct_object(clauses, above)  # "has named X to lead its team"
        return _at_the_talks(clauses, v, named) if named is not None else []
    return _at_the_talks(clauses, v, subject)


def _at_the_talks(
    clauses: Clauses, v: int, envoys: Group, sides: tuple[Party, ...] = ()
) -> list[Building]:
    people = _people(envoys)
    if not people or len(people) < len(envoys.parties):
        return []
    building = begin(clauses, v, "meet", envoys)
    building.take(people)
    building.take(sides)
    building.standing = "definite"
    building.attends = building.hangs = True
    return [building]


def _people(group: Group) -> list[Party]:
    return [each for each in group.parties if each.kind == "person"]
