"""Events that nouns tell of: "talks between X and Y", "X's visit to Y", "held a meeting with"."""

from typing import NamedTuple

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import (
    Building,
    read_circumstances,
    read_fronted,
    read_here,
)
from newsfacts_delegations.chunks import Noun
from newsfacts_delegations.circumstances import format_of, place_of, topics
from newsfacts_delegations.clauses import Clauses, Mood
from newsfacts_delegations.parties import Group, Party, reduced_relative
from newsfacts_delegations.verbs import goal_above, time_after

_ATTEND = frozenset(
    (
        "participate",
        "take",
        "engage",
        "join",
        "attend",
        "gather",
        "meet",
        "assemble",
        "convene",
        "sit",
        "appear",
        "speak",
        "be",
        "involve",
    )
)
_AROUND = frozenset(
    (
        "in",
        "at",
        "during",
        "after",
        "following",
        "before",
        "ahead of",
        "on the sidelines of",
        "on the margins of",
        "prior to",
        "for",
        "on",
        "to",
        "from",
        "into",
        "with",
        "of",
        "through",
        "via",
        "by",
        "within",
    )
)
_TIED = frozenset(
    ("during", "after", "following", "before", "ahead of", "prior to", "in", "at", "on")
)
_NEGATIVE_NOUNS = frozenset(
    ("cancellation", "postponement", "suspension", "boycott", "collapse", "breakdown", "absence")
)
_REQUEST_NOUNS = frozenset(
    ("call", "calls", "proposal", "request", "invitation", "demand", "offer", "appeal", "need")
)
_PLAN_NOUNS = frozenset(
    (
        "plan",
        "plans",
        "hopes",
        "hope",
        "prospect",
        "prospects",
        "possibility",
        "chances",
        "efforts",
        "effort",
        "attempt",
        "attempts",
        "preparations",
        "willingness",
        "readiness",
        "agreement",
        "date",
    )
)
_AGENTS = frozenset(
    (
        "mediate",
        "broker",
        "host",
        "chair",
        "organize",
        "organise",
        "lead",
        "convene",
        "sponsor",
        "arrange",
        "attend",
        "facilitate",
        "moderate",
        "call",
    )
)
_STARTS = frozenset(
    (
        "resumption",
        "start",
        "opening",
        "beginning",
        "end",
        "conclusion",
        "series",
        "round",
        "rounds",
        "framework",
        "sidelines",
        "day",
        "days",
        "hours",
        "outcome",
        "results",
        "result",
        "first",
        "second",
        "third",
        "last",
        "eve",
        "wake",
        "course",
        "invitation",
        "venue",
        "host",
        "part",
        "table",
        "continuation",
        "phase",
        "stage",
    )
)


class NounEvent(NamedTuple):
    """An event noun found at a chunk: its cue word and type."""

    chunk: int
    low: str
    kind: str
    weak: bool


def find_nouns(clauses: Clauses) -> list[NounEvent]:
    """Give the event nouns of the sentence; "round of talks" is one."""
    cues = lexicon.noun_cues()
    tokens = clauses.phrases.tokens
    found: list[NounEvent] = []
    chunks = clauses.chunks
    for i, chunk in enumerate(chunks):
        noun = chunk.noun
        if noun is None:
            continue
        cue = cues.get(noun.low)
        if cue is None:
            continue
        before = [tokens[k].low for k in range(chunk.first, noun.head)]
        if any(word in lexicon.blocked().get(noun.low, ()) for word in before):
            continue
        if cue.needs and not any(word in cue.needs for word in before):
            continue
        if noun.low in ("call", "calls") or (
            noun.low
            in (
                "conversation",
                "conversations",
                "talks",
                "talk",
                "conference",
                "discussion",
                "discussions",
            )
            and any(word in ("phone", "telephone", "video") for word in before)
        ):
            found.append(NounEvent(i, noun.low, "call", False))
            continue
        if (
            noun.low in ("dinner", "lunch", "breakfast")
            and "working" not in before
            and (noun.determiner is None)
        ):
            continue
        if (
            i + 2 < len(chunks)
            and chunks[i + 1].kind == "P"
            and chunks[i + 1].low == "of"
            and chunks[i + 2].noun is not None
            and chunks[i + 2].noun.low in cues
        ):
            continue
        if tokens[noun.head].tag == "V":
            continue
        found.append(NounEvent(i, noun.low, cue.kind, cue.weak))
    return found


def read_noun(clauses: Clauses, event: NounEvent) -> list[Building]:
    """Read the events of one event noun: several where it has several partners in turn."""
    chunks = clauses.chunks
    i = event.chunk
    noun = chunks[i].noun
    assert noun is not None
    top = _top(clauses, i)
    building = Building(event.kind, i, top, i + 1)
    building.negotiation = event.low in ("talks", "negotiations", "negotiation")
    building.standing = _standing(noun, clauses, i, top)
    building.time = noun.time
    if building.time is None and top and chunks[top - 1].kind == "T":
        building.time = chunks[top - 1].time
    _modifiers(clauses, building, i, noun, event)
    _after(clauses, building, i, event)
    own = bool(building.parties)
    governed = _govern(clauses, building, i, top, event)
    preposition = chunks[top - 1].low if top else ""
    moved_only = not own and preposition in ("for", "to") and event.kind == "meet"
    if governed is None:
        return []
    if building.place is None:
        building.place = read_here(clauses, i + 1)
    if building.format is None:
        building.format = format_of(
            token.low for token in clauses.phrases.tokens[chunks[i].first : chunks[i].last]
        )
    for party in [each for each in building.parties if each.kind == "name"]:
        del building.parties[party]
    if building.named:
        for party in [each for each in building.parties if each.ref is None]:
            del building.parties[party]
    building.topics = topics(clauses, i + 1)
    if event.kind == "visit":
        if building.place is None and not building.parties:
            return []
        if not building.parties and building.standing == "new":
            return []
        if building.place is None and not building.named:
            building.standing = "anaphoric"
    if moved_only and building.standing == "definite":
        building.standing = "anaphoric"
    empty = not building.parties and building.place is None and building.time is None
    if empty:
        if building.standing == "definite":
            building.standing = "anaphoric"
        elif not governed or event.weak:
            return []
    elif event.weak and not building.parties and not governed:
        if building.standing == "new":
            return []
        building.standing = "anaphoric"
    elif (
        not building.parties
        and building.standing == "new"
        and not governed
        and event.low in ("talk", "discussion")
    ):
        return []
    return [building]


def _top(clauses: Clauses, i: int) -> int:
    """Give the first chunk of "the second round of talks"."""
    chunks = clauses.chunks
    while (
        i >= 2
        and chunks[i - 1].kind == "P"
        and chunks[i - 1].low == "of"
        and (chunks[i - 2].noun is not None and chunks[i - 2].noun.low in _STARTS)
    ):
        i -= 2
    return i


def _standing(noun: Noun, clauses: Clauses, i: int, top: int) -> str:
    first = clauses.chunks[top].noun or noun
    determiner = first.determiner
    if noun.time is not None and clauses.phrases.tokens[clauses.chunks[i].first].time is not None:
        return "definite"
    if determiner is None and noun.low in ("summit", "conference"):
        return "definite"
    if determiner in ("the", "this", "these", "that", "those", "such", "their", "its", "both") or (
        first.owner is not None
    ):
        return "definite"
    return "new"


def _modifiers(clauses: Clauses, building: Building, i: int, noun: Noun, event: NounEvent) -> None:
    """Read what stands before the event noun: parties, place, time sense."""
    tokens = clauses.phrases.tokens
    chunk = clauses.chunks[i]
    senses = lexicon.premodifiers()
    mood = Mood()
    for k in range(chunk.first, noun.head):
        sense = senses.get(tokens[k].low)
        if sense in ("future", "past", "present"):
            mood = mood._replace(tense=sense)
        elif sense in ("planned", "possible", "requested"):
            mood = mood._replace(modality=sense, tense="future")
        elif sense == "negative":
            mood = mood._replace(polarity="negative")
    building.mood = mood
    actors = [m for m in noun.modifiers if tokens[m].actor is not None]
    places = [m for m in noun.modifiers if tokens[m].actor is None and tokens[m].place is not None]
    owner = noun.owner
    possessors = [m for m in actors if owner is not None and m <= owner]
    others = [m for m in actors if m not in possessors]
    if owner is not None and tokens[owner].tag == "S":
        low = tokens[owner].low
        role = "visitor" if event.kind == "visit" else "participant"
        if low == "their" and (several := _several_before(clauses, i)):
            building.take(several, role)
        elif low in ("his", "her", "their", "our", "my"):
            building.take([clauses.phrases.pronoun(owner)], role)
    elif owner is not None and tokens[owner].actor is not None:
        head = tokens[owner].actor
        assert head is not None
        role = "visitor" if event.kind == "visit" else "participant"
        possessors = [owner] if owner in possessors else possessors[-1:]
        if (
            head.kind == "country"
            and event.kind == "meet"
            and tokens[owner].place is not None
            and (not others)
        ):
            role = "participant"
        building.take([Party(head.ref, head.kind, tokens[owner].start, tokens[owner].end)], role)
    elif owner is not None and tokens[owner].low in lexicon.people():
        party = clauses.phrases.owner(i)
        if party is not None:
            building.take([party], "visitor" if event.kind == "visit" else "participant")
            others = []
    if event.kind == "visit":
        # "Kiir's US visit", "the Middle East tour"
        for m in (*others, *places):
            place = tokens[m].place
            if place is not None and tokens[m].low not in _ADJECTIVE_ENDINGS:
                building.place = building.place or place
        for m in others:
            actor = tokens[m].actor
            if actor is not None and actor.kind == "person":
                building.take(
                    [Party(actor.ref, actor.kind, tokens[m].start, tokens[m].end)], "visitor"
                )
        return
    hyphened = any(tokens[k].tag == "HY" for k in range(chunk.first, noun.head))
    for m in others:
        token = tokens[m]
        actor = token.actor
        assert actor is not None
        if (
            actor.kind == "country"
            and len(others) == 1
            and not hyphened
            and token.place is not None
        ):
            own_name = _is_name(token.low, actor.name)
            city = _is_name(token.low, token.place.name) and not own_name
            if city or (event.low in ("summit", "conference") and not building.parties):
                building.place = building.place or token.place
                continue
        building.take([Party(actor.ref, actor.kind, token.start, token.end)])
    for m in places if not hyphened else ():
        building.place = building.place or tokens[m].place


def _several_before(clauses: Clauses, i: int) -> list[Party]:
    """Give the parties of the nearest list of two or more before chunk i."""
    chunks = clauses.chunks
    k = 0
    found: list[Party] = []
    while k < i:
        if chunks[k].kind == "NP":
            group = clauses.phrases.group(k)
            named = [party for party in group.parties if party.ref is not None]
            if len(named) > 1 and group.last <= i:
                found = named
            k = max(k + 1, min(group.last, i))
        else:
            k += 1
    return found


_ADJECTIVE_ENDINGS: frozenset[str] = frozenset()


def _is_name(low: str, name: str) -> bool:
    return low == name.lower() or low in name.lower().split()


def _after(clauses: Clauses, building: Building, i: int, event: NounEvent) -> None:
    """Read what follows the event noun: between, with, of, to, in, by."""
    chunks = clauses.chunks
    size = len(chunks)
    visitor = event.kind == "visit"
    k = i + 1
    while k < size:
        step = False
        for preposition, at in clauses.complements(k):
            if preposition == "T":
                building.time = building.time or chunks[at].time
                continue
            noun = chunks[at].noun
            group = clauses.phrases.group(at)
            if noun is not None and noun.low in lexicon.noun_cues() and preposition != "of":
                break
            if preposition in ("between", "among", "with", "involving", "alongside", "amongst") or (preposition == "of" and group.parties and not visitor):
                building.take(group.parties)
                building.reach(at, group.last)
            elif preposition in ("of", "by", "from") and group.parties and visitor:
                building.take(group.parties, "visitor")
                building.reach(at, group.last)
            elif preposition == "by" and group.parties:
                building.take(group.parties)
            elif preposition in ("to", "through", "across") and visitor:
                place = place_of(clauses, at)
                if place is not None and building.place is None:
                    building.place = place
                    building.reach(at, at + 1)
                elif (
                    place is None
                    and group.parties
                    and any(p.kind == "person" for p in group.parties)
                ):
                    building.take(group.parties, "host")
            elif preposition in ("in", "at", "near"):
                place = place_of(clauses, at)
                if place is not None and building.place is None:
                    building.place = place
                    building.reach(at, at + 1)
            elif (
                preposition in ("on", "for", "during")
                and noun is not None
                and noun.time is not None
            ):
                building.time = building.time or noun.time
            elif preposition == "":
                break
            k = max(group.last, at + 1)
            step = True
        break
    _participles(clauses, building, i)
    _ = step if k < size else None


def _participles(clauses: Clauses, building: Building, i: int) -> None:
    """Read participles after the noun: "mediated by Oman", "held in Doha", "hosted by X"."""
    chunks = clauses.chunks
    for v in range(i + 1, min(i + 10, len(chunks))):
        verb = chunks[v].verb
        if chunks[v].kind in (";", "SUB"):
            return
        if verb is None:
            continue
        if verb.infinitive and verb.passive and verb.lemma in ("hold", "host", "convene"):
            building.mood = building.mood._replace(tense="future")
            read_circumstances(clauses, building, v + 1)
            return
        if chunks[v - 1].kind == "R" and verb.passive and verb.lemma in _AGENTS:
            _by(clauses, building, v)
            return
        if verb.aux or verb.controls or verb.form not in ("d", "n"):
            return
        if reduced_relative(chunks, v):
            if verb.lemma in _AGENTS and not any(chunks[k].kind == "V" for k in range(i + 1, v)):
                _by(clauses, building, v)
            return
        if verb.lemma in (
            "hold",
            "schedule",
            "slate",
            "plan",
            "set",
            "close",
            "host",
            "convene",
            "expect",
        ) and (chunks[v - 1].kind != "V"):
            nxt = chunks[v + 1].kind if v + 1 < len(chunks) else ""
            if nxt in ("P", "T"):
                if verb.lemma in ("schedule", "slate", "plan", "set", "expect"):
                    building.mood = building.mood._replace(tense="future")
                elif building.mood.tense == "unspecified":
                    building.mood = building.mood._replace(tense="past")
                read_circumstances(clauses, building, v + 1)
        return


def _by(clauses: Clauses, building: Building, v: int) -> None:
    """Take the agent after "by" in the role that the verb gives."""
    chunks = clauses.chunks
    verb = chunks[v].verb
    assert verb is not None
    lent = lexicon.lendings("support").get(verb.lemma)
    if lent is None:
        return
    for preposition, at in clauses.complements(v + 1):
        if preposition == "by":
            group = clauses.phrases.group(at)
            building.take(group.parties, lent.role or "participant")
            building.reach(at, group.last)
        elif preposition in ("in", "at") and building.place is None:
            building.place = place_of(clauses, at)
        elif preposition == "T":
            building.time = building.time or chunks[at].time
        elif preposition == "between" or preposition == "with":
            building.take(clauses.phrases.group(at).parties)


def _govern(
    clauses: Clauses, building: Building, i: int, top: int, event: NounEvent
) -> bool | None:
    """Read the verb that governs the event noun.

    Gives whether a verb anchors the event, or None where the words are no event at all.
    """
    chunks = clauses.chunks
    m = top - 1
    while m >= 0 and chunks[m].kind == "T":
        m -= 1
    tense = building.mood.tense
    verb = chunks[m].verb if m >= 0 else None
    if m >= 0 and chunks[m].kind == "C":
        # "attend the summit and hold talks" has its own verb; "talks and meetings" share one
        pass
    if verb is not None and verb.lemma in lexicon.lendings("support") and not verb.passive:
        return _supported(clauses, building, m, event)
    if m >= 0 and chunks[m].kind == "P":
        found = _prepositional(clauses, building, m, event)
        if found is not None:
            return found
    after = _predicate(clauses, building, i)
    if after is not None:
        return after
    if verb is not None and verb.lemma == "be" and tense == "unspecified":
        mood = clauses.mood(m)
        building.mood = building.mood._replace(tense=mood.tense, polarity=mood.polarity)
        if (
            event.low in ("discussion", "dialogue", "conversation", "encounter")
            and not building.named
        ):
            building.standing = "anaphoric"
        return True
    if tense == "unspecified":
        nearest = _nearest_verb(clauses, i)
        if (nearest is not None and building.kind == "visit") or nearest is not None:
            mood = clauses.mood(nearest)
            if mood.tense in ("past", "present") and building.mood.modality == "asserted":
                building.mood = building.mood._replace(
                    tense="past" if mood.tense == "past" else mood.tense
                )
    return False


def _nearest_verb(clauses: Clauses, i: int) -> int | None:
    for k in range(i + 1, min(i + 12, len(clauses.chunks))):
        verb = clauses.chunks[k].verb
        if verb is not None and verb.finite:
            return k
    for k in range(i - 1, -1, -1):
        verb = clauses.chunks[k].verb
        if verb is not None and verb.finite:
            return k
    return None


def _supported(clauses: Clauses, building: Building, v: int, event: NounEvent) -> bool | None:
    """Read "held talks", "chaired the session", "cancelled his visit"."""
    chunks = clauses.chunks
    verb = chunks[v].verb
    assert verb is not None
    lent = lexicon.lendings("support")[verb.lemma]
    subject = clauses.subject(v)
    if reduced_relative(chunks, v):
        return False
    mood = clauses.mood(v)
    polarity = mood.polarity
    if lent.polarity == "negative":
        polarity = "positive" if polarity == "negative" else "negative"
    modality = mood.modality
    if lent.modality and modality == "asserted":
        modality = lent.modality
    if lent.modality == "requested" or verb.lemma in (
        "propose",
        "demand",
        "seek",
        "request",
        "offer",
    ):
        mood = mood._replace(tense="future")
    if building.mood.modality != "asserted" and modality == "asserted":
        modality = building.mood.modality
    tense = mood.tense
    if building.mood.tense == "future" and tense != "future":
        tense = "future"
    building.mood = Mood(modality, polarity, tense)
    role = lent.role or ("visitor" if event.kind == "visit" else "participant")
    if subject is not None and lent.modality != "requested":
        building.take(
            (
                party._replace(kind="person") if party.kind == "name" else party
                for party in subject.parties
            ),
            role,
        )
        building.reach(subject.first if v - subject.last < 8 else v, building.last)
        read_fronted(clauses, building, subject.first)
    else:
        building.reach(v, building.last)
    if (
        building.standing == "definite"
        and not building.named
        and verb.lemma not in ("hold", "have")
    ):
        building.standing = "anaphoric" if not building.parties else "definite"
    if event.kind == "meet":
        _of_trip(clauses, building, v)
    if verb.lemma in ("host", "co-host") and subject is not None and not subject.parties[1:]:
        place = place_of(clauses, subject.first)
        if place is not None:
            building.place = place
    return True


def _of_trip(clauses: Clauses, building: Building, v: int) -> None:
    """Take place and day of the trip that a meeting is made on: "leave for X to resume talks"."""
    above = goal_above(clauses, v)
    if above is None:
        return
    if building.place is None:
        building.place = place_of(clauses, above[1])
    if building.time is None and clauses.mood(above[0]).tense == "future":
        building.time = time_after(clauses, above[0])


def _prepositional(clauses: Clauses, building: Building, p: int, event: NounEvent) -> bool | None:
    """Read a preposition before the noun: "take part in", "after talks with", "for talks"."""
    chunks = clauses.chunks
    low = chunks[p].low
    before = chunks[p - 1] if p else None
    if event.weak and not building.parties and low in ("for", "of") and building.standing == "new":
        return None
    if before is not None and before.noun is not None:
        word = before.noun.low
        if word in _REQUEST_NOUNS and low in ("for", "of", "to"):
            building.mood = Mood("requested", building.mood.polarity, "future")
            return False
        if word in _PLAN_NOUNS and low in ("for", "of", "to"):
            building.mood = Mood("planned", building.mood.polarity, "future")
            return False
        if word in _NEGATIVE_NOUNS and low == "of":
            building.mood = building.mood._replace(polarity="negative", tense="past")
            return False
    if low not in _AROUND:
        return None
    v = p - 1
    while v >= 0 and chunks[v].kind != "V":
        if chunks[v].kind in (";", "SUB", "R"):
            v = -1
            break
        v -= 1
    if v < 0:
        for k in range(building.last, len(chunks)):
            verb = chunks[k].verb
            if verb is not None and verb.finite:
                v = k
                break
    if v < 0:
        return None
    verb = chunks[v].verb
    assert verb is not None
    if verb.lemma in lexicon.words("events", "request", "verbs") and low in ("for", "to") and v < p:
        building.mood = Mood("requested", building.mood.polarity, "future")
        if verb.lemma in ("invite", "urge", "press"):
            group = clauses.phrases.group(v + 1) if chunks[v + 1].kind == "NP" else None
            if group is not None:
                building.take(group.parties)
        return True
    mood = clauses.mood(v)
    cue = lexicon.verb_cues().get(verb.lemma)
    subject = clauses.subject(v)
    has_between = any(party.kind != "pronoun" for party in building.parties)
    if verb.lemma == "lead" and low == "to" and v + 2 == p and chunks[v + 1].kind == "NP":
        # "X will lead the delegation to the talks"
        led = clauses.phrases.group(v + 1)
        if subject is not None and any(party.kind == "delegation" for party in led.parties):
            building.mood = mood
            building.take((*subject.parties, *led.parties))
            building.reach(subject.first, building.last)
            return True
    part = v + 2 == p and chunks[v + 1].low == "part"
    joined = v < p and (v + 1 >= p or part) and verb.lemma in _ATTEND
    moved = cue is not None and cue.kind == "visit" and low in ("for", "to", "on") and v < p
    tied = low in _TIED and event.kind in ("meet", "visit", "call")
    if not (joined or moved or tied):
        if (
            low == "for"
            and v < p
            and verb.lemma in ("be", "gather", "meet")
            and subject is not None
        ):
            moved = True
        elif verb.lemma == "agree" and v < p:
            building.mood = Mood("planned", mood.polarity, "future")
            if subject is not None:
                building.take(subject.parties)
            return True
        elif low == "to" and verb.lemma == "return":
            joined = True
        else:
            _by_preposition(building, low, mood)
            return False
    if (
        verb.lemma == "meet"
        and v < p
        and low in ("in", "at", "for", "during", "on the sidelines of")
    ):
        return False
    if not (joined or moved):
        mood = clauses.reported_mood(v)
    building.mood = _mood_under(building.mood, mood, low, moved)
    if (
        subject is not None
        and not _between(clauses, event.chunk)
        and not (event.kind == "meet" and _possessed(clauses, event.chunk))
    ):
        if event.kind == "visit":
            if not any(role == "visitor" for role in building.parties.values()) or all(
                party.ref is None for party in building.parties
            ):
                building.take(subject.parties, "visitor")
            if not building.named:
                building.take(_people_before(clauses, p), "visitor")
        elif (
            joined
            or moved
            or (has_between and low in _TIED)
            or (
                event.kind == "call"
                or (event.kind == "meet" and low in ("in", "at", "after", "during"))
            )
        ):
            attending = low in ("at", "in", "during") and all(
                party.kind in ("person", "delegation", "group") for party in subject.parties
            )
            if event.kind != "meet" or has_between or joined or moved or attending:
                building.take(subject.parties)
        building.reach(
            min(subject.first, building.first) if _near(subject, building) else building.first,
            building.last,
        )
    if moved and building.place is None and cue is not None and event.kind == "meet":
        for preposition, at in clauses.complements(v + 1):
            place = place_of(clauses, at) if preposition != "T" else None
            if place is not None and at < p:
                building.place = place
                break
    if moved and building.time is None and mood.tense == "future" and event.kind == "meet":
        building.time = time_after(clauses, v)
    if event.kind == "meet" and (joined or moved):
        _of_trip(clauses, building, v)
    if event.kind == "call" and low == "in":
        at = v + 1
        if at < len(chunks) and chunks[at].kind == "NP":
            building.take(clauses.phrases.group(at).parties)
        return True
    return joined or moved


def _people_before(clauses: Clauses, p: int) -> list[Party]:
    """Give the persons named right before a preposition: "comments by X during a visit to"."""
    chunks = clauses.chunks
    k = p - 1
    if k >= 0 and chunks[k].kind == ",":
        k -= 1
    for at in range(k, max(-1, k - 8), -1):
        if chunks[at].kind not in ("NP", "P", "C", ","):
            return []
        if chunks[at].kind == "NP":
            group = clauses.phrases.group(at)
            if group.last in (k + 1, p) and any(each.kind == "person" for each in group.parties):
                return [each for each in group.parties if each.kind == "person"]
    return []


def _near(subject: Group, building: Building) -> bool:
    return abs(building.first - subject.last) < 8


def _mood_under(own: Mood, upper: Mood, preposition: str, moved: bool) -> Mood:
    tense = own.tense
    if upper.tense == "past" and tense == "future" and preposition == "on":
        tense = "past"  # "was on a scheduled trip"
    if tense == "unspecified":
        tense = upper.tense
        if preposition in ("ahead of", "before", "prior to") and upper.tense in ("past", "present"):
            tense = upper.tense if upper.tense == "past" else "future"
        if preposition in ("after", "following") and upper.tense == "present":
            tense = "past"
        if moved and upper.tense in ("past", "present") and preposition == "for":
            tense = "future" if upper.tense == "present" else "past"
    modality = own.modality if own.modality != "asserted" else upper.modality
    return Mood(
        modality, "negative" if upper.polarity == "negative" and moved else own.polarity, tense
    )


def _by_preposition(building: Building, preposition: str, mood: Mood) -> None:
    if building.mood.tense == "unspecified" and mood.tense in ("past", "present"):
        building.mood = building.mood._replace(tense=mood.tense)


def _between(clauses: Clauses, i: int) -> bool:
    chunks = clauses.chunks
    return any(
        chunks[k].kind == "P" and chunks[k].low in ("between", "among")
        for k in range(i + 1, min(i + 4, len(chunks)))
    )


def _possessed(clauses: Clauses, i: int) -> bool:
    noun = clauses.chunks[i].noun
    return (
        noun is not None
        and noun.owner is not None
        and clauses.phrases.tokens[noun.owner].tag != "S"
    )


def _predicate(clauses: Clauses, building: Building, i: int) -> bool | None:
    """Read the verb that the event noun is subject of: "talks resumed", "was attended by"."""
    chunks = clauses.chunks
    size = len(chunks)
    v = next(
        (k for k in range(i + 1, min(i + 16, size)) if chunks[k].verb is not None
         and not reduced_relative(chunks, k) and not _aside_participle(clauses, k)), None,
    )  # fmt: skip
    if v is None:
        return None
    verb = chunks[v].verb
    assert verb is not None
    subject = clauses.subject(v)
    if verb.infinitive:
        return None
    if subject is None:
        if not _only_phrases(clauses, i, v):
            return None
    elif not subject.first <= i < max(subject.last, subject.first + 1) and not _only_phrases(
        clauses, i, v
    ):
        return None
    if chunks[v - 1].kind == "R" or (verb.form == "g" and not verb.aux):
        return None
    mood = clauses.mood(v)
    lemma = verb.lemma
    own = building.mood
    if verb.passive and lemma in (
        "cancel",
        "postpone",
        "suspend",
        "call",
        "scrap",
        "delay",
        "abandon",
        "axe",
    ):
        building.mood = Mood(
            "asserted",
            "negative" if mood.polarity == "positive" else "positive",
            "unspecified" if lemma == "postpone" else mood.tense,
        )
        read_circumstances(clauses, building, v + 1)
        _until(clauses, building, v)
        return True
    if verb.passive and lemma in ("schedule", "expect", "plan", "set", "slate"):
        modality = "planned" if lemma in ("expect", "plan") else "asserted"
        building.mood = Mood(modality, mood.polarity, "future")
        read_circumstances(clauses, building, v + 1)
        return True
    if verb.passive and lemma in lexicon.lendings("support"):
        building.mood = (
            Mood(own.modality, mood.polarity, mood.tense) if own.modality != "asserted" else mood
        )
        _by(clauses, building, v)
        read_circumstances(clauses, building, v + 1)
        return True
    if lemma == "bring" and any(t.low == "together" for t in clauses.phrases.tokens):
        k = v + 1
        if k < size and chunks[k].kind == "NP":
            group = clauses.phrases.group(k)
            building.take(group.parties)
            building.reach(k, group.last)
        building.mood = own._replace(tense=mood.tense)
        read_circumstances(clauses, building, k + 1)
        return True
    if lemma in lexicon.words("events", "happen", "words"):
        tense = mood.tense if own.tense == "unspecified" else own.tense
        building.mood = Mood(
            mood.modality if own.modality == "asserted" else own.modality,
            "negative" if "negative" in (mood.polarity, own.polarity) else "positive",
            tense,
        )
        if lemma in ("begin", "start") and _under_way(clauses, v):
            building.mood = building.mood._replace(tense="present")
        building.reach(i, v + 1)
        read_circumstances(clauses, building, v + 1)
        if lemma in ("collapse", "fail", "break", "stall") and not building.named:
            building.standing = "anaphoric"
        return True
    if own.tense == "unspecified":
        building.mood = own._replace(tense=mood.tense if mood.tense != "future" else "past")
    return False


def _aside_participle(clauses: Clauses, k: int) -> bool:
    """Whether a verb is a participle between commas: "the summit, set for Friday, has"."""
    chunks = clauses.chunks
    verb = chunks[k].verb
    if verb is None or verb.aux or verb.controls or verb.form not in ("d", "n"):
        return False
    if k == 0 or chunks[k - 1].kind != ",":
        return False
    for m in range(k + 1, min(k + 8, len(chunks))):
        if chunks[m].kind == ",":
            return m + 1 < len(chunks) and chunks[m + 1].kind == "V"
        if chunks[m].kind in ("V", ";", "SUB"):
            return False
    return False


def _under_way(clauses: Clauses, v: int) -> bool:
    low = [token.low for token in clauses.phrases.tokens]
    return ("under" in low and "way" in low) or "underway" in low or "ongoing" in low


def _until(clauses: Clauses, building: Building, v: int) -> None:
    """Take the new day of what was postponed."""
    chunks = clauses.chunks
    for k in range(v + 1, min(v + 6, len(chunks))):
        if (
            chunks[k].kind == "P"
            and chunks[k].low in ("until", "till", "to")
            and k + 1 < len(chunks)
        ):
            if chunks[k + 1].time is not None:
                building.time = chunks[k + 1].time
            return


def _only_phrases(clauses: Clauses, i: int, v: int) -> bool:
    """Whether between the noun at i and the verb at v there are only phrases and asides."""
    chunks = clauses.chunks
    depth = 0
    for k in range(i + 1, v):
        kind = chunks[k].kind
        if kind in ("SUB", ";", "R"):
            return False
        if kind == "V" and not reduced_relative(chunks, k) and not _aside_participle(clauses, k):
            return False
        depth += kind == "C"
    before = next((k for k in range(i - 1, -1, -1) if chunks[k].kind not in ("T", "C")), None)
    return before is None or chunks[before].kind not in ("P", "V") or before < 0
