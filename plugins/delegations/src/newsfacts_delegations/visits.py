"""Events of going somewhere: "X visited Y", "X is due in Y", "the trip took X to Y"."""

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, read_circumstances, read_here, read_phrase
from newsfacts_delegations.chunks import Noun, Verb, verb_of
from newsfacts_delegations.circumstances import goal_place, place_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.motion import (
    begin,
    direct_object,
    goal_of,
    listed_places,
    place_after,
    then_met,
)
from newsfacts_delegations.parties import Group, Party, reduced_relative


def visited(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "X visited Y", "X travelled to Y", "X left for Y": one visit for each place."""
    cue = lexicon.verb_cues()[verb.lemma]
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    if verb.passive and verb.lemma != "fly":
        return []
    if reduced_relative(clauses.chunks, v) or not can_travel(clauses, subject):
        return []
    goals: list[int] = []
    if cue.frame == "goal":
        at, target = direct_object(clauses, v)
        if at is None or target is None:
            return []
        goals = listed_places(clauses, at)
        if not goals:
            return _visited_someone(clauses, v, subject, at, target)
    else:
        goal = goal_of(clauses, v, cue.frame)
        behind = clauses.phrases.tokens[clauses.chunks[v].last :][:1]
        if goal is None or (behind and behind[0].low == "here"):
            return _come_here(clauses, v, subject, parties)
        goals = listed_places(clauses, goal) or [goal]
    visitors = (*parties, *_company(clauses, v))
    hosts = _inviting(clauses, v)
    return each_visit(clauses, v, subject, visitors, goals, behind=v + 1, hosts=hosts)


def each_visit(
    clauses: Clauses,
    v: int,
    subject: Group | None,
    visitors: tuple[Party, ...],
    goals: list[int],
    *,
    behind: int,
    hosts: tuple[Party, ...] = (),
) -> list[Building]:
    """Build a visit for each goal of one verb; circumstances are told from the chunk `behind`.

    Each but the first is told by the words of its goal.
    """
    found: list[Building] = []
    for goal in goals:
        building = begin(clauses, v, "visit", subject)
        building.take(hosts, "host")
        building.take(visitors, "visitor")
        building.place = goal_place(clauses, goal)
        building.reach(v, goal + 1)
        read_circumstances(clauses, building, behind, companions=False)
        if goal != goals[0]:
            building.first = building.cue = goal
        found.append(building)
    return found


def _come_here(
    clauses: Clauses, v: int, subject: Group | None, parties: tuple[Party, ...]
) -> list[Building]:
    """Read "arrived here on Saturday": to the place of the dateline."""
    here = read_here(clauses, v + 1)
    behind = clauses.phrases.tokens[clauses.chunks[v].last :][:1]
    if parties and behind and behind[0].low == "there":
        building = begin(clauses, v, "visit", subject)
        building.take(parties, "visitor")
        building.there = True
        read_circumstances(clauses, building, v + 1, companions=False)
        return [building]
    if here is None or not parties or verb_of(clauses.chunks[v]).lemma not in ("arrive", "land"):
        return []
    building = begin(clauses, v, "visit", subject)
    building.place = here
    building.take(parties, "visitor")
    building.take(_company(clauses, v), "visitor")
    read_circumstances(clauses, building, v + 1, companions=False)
    return [building]


def _company(clauses: Clauses, v: int) -> tuple[Party, ...]:
    """Give who goes along: "will travel to Togo, joining X", "accompanied by Y"."""
    chunks = clauses.chunks
    for k in range(v + 1, min(v + 10, len(chunks))):
        verb = chunks[k].verb
        if chunks[k].kind in (";", "SUB", "R"):
            return ()
        if chunks[k].low == "accompanied by":
            return _escort(clauses, k + 1)
        if verb is None:
            headed = k + 3 if chunks[k].low == "at" and k + 3 < len(chunks) else 0
            head = chunks[k + 1].noun if headed else None
            if head is not None and head.low == "head" and headed in clauses.phrases.delegations:
                return clauses.phrases.group(headed).parties  # "at the head of a delegation"
            continue
        along = verb.lemma in ("join", "lead", "head")
        at = k + 1 if along else k + 2
        joins = (along and verb.form == "g" and not verb.aux) or (
            verb.lemma == "accompany" and reduced_relative(chunks, k)
        )
        if not joins or at >= len(chunks) or chunks[at].kind != "NP":
            return ()
        return tuple(each for each in clauses.phrases.group(at).parties if each.kind != "country")
    return ()


def _escort(clauses: Clauses, at: int) -> tuple[Party, ...]:
    """Give the people whom the noun phrase at a chunk names: "accompanied by his minister X"."""
    chunks = clauses.chunks
    if at >= len(chunks) or chunks[at].kind != "NP":
        return ()
    return tuple(each for each in clauses.phrases.group(at).parties if each.kind in _COMPANIONS)


_COMPANIONS = frozenset(("person", "delegation", "group"))


def _escorted(clauses: Clauses, v: int) -> list[Building]:
    """Read "she was accompanied by X": on the visit told of."""
    subject = clauses.subject(v)
    company = _escort(clauses, v + 2)
    if subject is None or not subject.parties or not company:
        return []
    building = begin(clauses, v, "visit", subject)
    building.take((*subject.parties, *company), "visitor")
    building.reach(v, v + 3)
    building.standing = "anaphoric"
    return [building]


def _inviting(clauses: Clauses, v: int) -> tuple[Party, ...]:
    """Give who invites: "X invited Y to visit"."""
    verb = clauses.chunks[v].verb
    above = clauses.governor(v) if verb is not None and verb.infinitive else None
    head = clauses.chunks[above].verb if above is not None else None
    if above is None or head is None or head.lemma != "invite" or head.passive:
        return ()
    host = clauses.subject(above)
    return host.parties if host is not None else ()


def can_travel(clauses: Clauses, subject: Group | None) -> bool:
    """Whether a subject can make a visit: somebody named, a delegation, officials; no crowd."""
    if subject is None or not subject.parties:
        return False
    noun = clauses.chunks[subject.first].noun
    if noun is not None and noun.low in lexicon.words("relations", "crowd"):
        return False
    return all(party.kind != "country" for party in subject.parties)


def _visited_someone(
    clauses: Clauses, v: int, subject: Group | None, at: int, target: Group
) -> list[Building]:
    if subject is None:
        return []
    building = begin(clauses, v, "visit", subject)
    building.take(subject.parties, "visitor")
    if target.parties:
        hosts = ("person", "organization")
        somebody = any(p.kind in hosts for p in target.parties)
        head = clauses.chunks[at].noun
        somebody = somebody or (
            head is not None and head.low in lexicon.words("relations", "visited")
        )
        if not somebody and place_after(clauses, at) is None:
            return []
        building.take(target.parties, "host")
    building.reach(v, target.last)
    read_circumstances(clauses, building, at + 1, companions=False)
    noun = clauses.chunks[at].noun
    if building.place is None:
        building.place = place_after(clauses, at)
    site = noun is not None and _is_site(noun, subject)
    if not target.parties and not (site or building.place is not None):
        return []
    return [building]


def _is_site(noun: Noun, subject: Group) -> bool:
    """Whether something is visited that one goes to: "a camp", by officials "an exhibition"."""
    if noun.low in lexicon.words("events", "sites"):
        return True
    guests = any(each.kind in ("person", "delegation") for each in subject.parties)
    unseen = lexicon.words("events", "unseen")
    return guests and noun.determiner is not None and noun.low not in unseen


_BROKERS = frozenset(("guarantors", "mediators", "guarantor", "mediator", "facilitator"))


def brokering(clauses: Clauses, v: int, k: int) -> list[Building]:
    """Read "Cuba and Norway are the guarantors of the talks": of those told of."""
    chunks = clauses.chunks
    noun = chunks[k + 2].noun if k + 2 < len(chunks) else None
    subject = clauses.subject(v)
    if subject is None or noun is None or chunks[k + 1].low not in ("of", "in"):
        return []
    if noun.low not in lexicon.noun_cues() or noun.determiner not in ("the", "these", "those"):
        return []
    building = begin(clauses, v, "meet", subject)
    vouches = clauses.phrases.tokens[chunks[k].last - 1].low.startswith("guarantor")
    building.take(subject.parties, "participant" if vouches else "mediator")
    building.standing = "anaphoric"
    building.attends = True
    return [building]


def been(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "is due in Kenya", "was in Berlin for talks", "was present", "are in attendance"."""
    chunks = clauses.chunks
    k = v + 1
    if k >= len(chunks):
        return []
    if chunks[k].low == "accompanied by":
        return _escorted(clauses, v)
    noun = chunks[k].noun
    if noun is not None and noun.low == "present" and chunks[k].last - chunks[k].first == 1:
        subject = clauses.subject(v)
        if subject is None or not subject.parties:
            return []
        building = begin(clauses, v, "meet", subject)
        building.take(subject.parties)
        building.reach(v, k + 1)
        building.standing = "definite"
        building.attends = True
        read_circumstances(clauses, building, k + 1)
        return [building]
    if noun is not None and noun.low in _BROKERS:
        return brokering(clauses, v, k)
    way = chunks[k + 1].noun if k + 1 < len(chunks) else None
    if way is not None and chunks[k].low == "on" and way.low == "way":
        return _under_way(clauses, v, k + 1)
    due = noun is not None and noun.low in ("due", "expected")
    if verb.lemma == "expect":
        due, k = True, v
    if due:
        k += 1
        while k < len(chunks) and chunks[k].kind == "T":
            k += 1
    if k + 1 >= len(chunks) or chunks[k].kind != "P" or chunks[k].low not in ("in", "at"):
        return []
    if chunks[k + 1].kind != "NP":
        return []
    inner = chunks[k + 1].noun
    subject = clauses.subject(v)
    if inner is not None and inner.low == "attendance":
        if subject is None or not subject.parties:
            return []
        return [_attending(clauses, v, subject, k + 2)]
    place = place_of(clauses, k + 1)
    if place is None or subject is None or not can_travel(clauses, subject):
        return []
    delegated = any(party.kind == "delegation" for party in subject.parties)
    told = delegated or _purpose(clauses, k + 2) or _to_be(clauses, v)
    if not due and not told and not then_met(clauses, k + 2):
        return []
    kinds: tuple[str, ...] = ("person", "group")
    if due and _somebody(clauses, k + 2):
        kinds = ("person", "name", "group")
    if not delegated and not any(party.kind in kinds for party in subject.parties):
        return []
    building = begin(clauses, v, "visit", subject)
    if due:
        modality = "planned" if verb.lemma == "expect" else building.mood.modality
        building.mood = building.mood._replace(modality=modality, tense="future")
    building.take(subject.parties, "visitor")
    building.place = place
    building.reach(v, k + 2)
    for preposition, i in clauses.complements(k + 2):
        if preposition == "T" and building.time is None:
            building.time = chunks[i].time
        else:
            read_phrase(clauses, building, preposition, i)
    building.parties = {
        party: role for party, role in building.parties.items() if role == "visitor"
    }
    return [building]


def _under_way(clauses: Clauses, v: int, k: int) -> list[Building]:
    """Read "X is on her way to Togo"."""
    chunks = clauses.chunks
    subject = clauses.subject(v)
    if k + 2 >= len(chunks) or chunks[k + 1].low != "to" or not can_travel(clauses, subject):
        return []
    place = place_of(clauses, k + 2)
    if place is None or subject is None or any(p.kind not in _COMPANIONS for p in subject.parties):
        return []
    building = begin(clauses, v, "visit", subject)
    building.take(subject.parties, "visitor")
    building.place = place
    building.reach(v, k + 3)
    read_circumstances(clauses, building, k + 3, companions=False)
    return [building]


def _to_be(clauses: Clauses, v: int) -> bool:
    """Whether somebody "will be in Togo on Monday"."""
    if clauses.mood(v).tense != "future" or clauses.mood(v).polarity == "negative":
        return False
    return any(preposition == "T" for preposition, _ in clauses.complements(v + 3))


def _somebody(clauses: Clauses, k: int) -> bool:
    """Whether who "is due in Kenya" is a person: there is a purpose, or "he" goes on."""
    tokens = clauses.phrases.tokens
    return _purpose(clauses, k) or any(t.low in ("he", "she", "his", "her") for t in tokens)


def _purpose(clauses: Clauses, k: int) -> bool:
    """Whether "was in Berlin" goes on with what for: "for talks", "to assess", "on a visit"."""
    chunks = clauses.chunks
    for m in range(k, min(k + 6, len(chunks))):
        verb = chunks[m].verb
        if verb is not None:
            return verb.infinitive
        noun = chunks[m].noun
        if noun is not None and noun.low in lexicon.noun_cues():
            return True
        if chunks[m].kind in (";", "SUB", "R"):
            return False
    return False


def taken(clauses: Clauses, v: int) -> list[Building]:
    """Read "the tour took her to Ghana"."""
    chunks = clauses.chunks
    subject = clauses.subject(v)
    whole = range(subject.first, min(subject.last, len(chunks))) if subject is not None else ()
    trip = next(
        (
            k
            for k in whole
            if (noun := chunks[k].noun) is not None
            and noun.low in lexicon.noun_cues()
            and lexicon.noun_cues()[noun.low].kind == "visit"
        ),
        None,
    )
    if trip is None:
        # "on a tour of West Africa that took her to Ghana"
        k = v - 1
        while k >= 0 and chunks[k].kind in ("R", ",", "NP", "P"):
            noun = chunks[k].noun
            if (
                noun is not None
                and noun.low in lexicon.noun_cues()
                and (lexicon.noun_cues()[noun.low].kind == "visit")
            ):
                trip = k
                break
            k -= 1
    at, target = direct_object(clauses, v)
    if at is not None and chunks[at].low == "part":
        return _taken_part(clauses, v, at, subject)
    if trip is None or at is None or target is None:
        return []
    found: list[Building] = []
    for preposition, i in clauses.complements(v + 1):
        if preposition != "to":
            continue
        for goal in listed_places(clauses, i):
            building = Building("visit", v, trip, goal + 1, clauses.mood(v))
            building.take(target.parties, "visitor")
            above = _main_before(clauses, trip)
            if above is not None:
                upper = clauses.subject(above)
                if (
                    upper is not None
                    and upper.parties
                    and all(p.ref is None for p in target.parties)
                ):
                    building.take(upper.parties, "visitor")
                    building.reach(upper.first, goal + 1)
            building.place = place_of(clauses, goal)
            building.trip = trip
            found.append(building)
        break
    return found


def _taken_part(clauses: Clauses, v: int, at: int, subject: Group | None) -> list[Building]:
    """Read "X will take part by video link": in the meeting talked of."""
    chunks = clauses.chunks
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if subject is None or not subject.parties or (after is not None and after.low == "in"):
        return []
    if not any(party.kind in ("person", "delegation", "group") for party in subject.parties):
        return []
    return [_attending(clauses, v, subject, at + 1)]


def _attending(clauses: Clauses, v: int, subject: Group, last: int) -> Building:
    """Make the meeting talked of, with those who attend it as the verb at v tells."""
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties)
    building.reach(v, last)
    building.standing = "definite"
    building.attends = True
    return building


def _main_before(clauses: Clauses, k: int) -> int | None:
    for m in range(k - 1, -1, -1):
        verb = clauses.chunks[m].verb
        if verb is not None:
            return m
    return None
