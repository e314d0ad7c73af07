"""What stands beside an event noun: its modifiers, its owner, and the phrases after it."""

from collections.abc import Sequence

from newsfacts import Place, Time
from newsfacts.text import without_accents
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import (
    COMPANY,
    ELSEWHEN,
    FRAMES,
    Building,
    NounEvent,
    read_circumstances,
    take_auspices,
)
from newsfacts_delegations.chunks import Noun, noun_of, verb_of
from newsfacts_delegations.circumstances import capital_named, frame_place, is_wide, place_of
from newsfacts_delegations.clauses import Clauses, Mood
from newsfacts_delegations.compounds import bringing_parties, joined_parties
from newsfacts_delegations.parties import Group, Party, reduced_relative


def read_modifiers(
    clauses: Clauses, building: Building, i: int, noun: Noun, event: NounEvent
) -> None:
    """Read what stands before the event noun: parties, place, time sense."""
    tokens = clauses.phrases.tokens
    building.mood = _mood_before(clauses, building, noun)
    role = "visitor" if event.kind == "visit" else "participant"
    actors = [m for m in noun.modifiers if tokens[m].actor is not None]
    places = [m for m in noun.modifiers if tokens[m].actor is None and tokens[m].place is not None]
    owner = noun.owner
    if owner is None:
        building.take(_bracketed(clauses, i), role)
    elif held_by_office(clauses, i):
        building.take([clauses.phrases.office(i - 2, owner)], role)
        actors = []
    else:
        described = _take_owner(clauses, building, i, owner, event, role)
        actors = [] if described else [m for m in actors if m > owner]
    if event.kind == "visit":
        _take_visit(clauses, building, actors, places)
        return
    body = _body(clauses, i, noun)
    if body is not None:
        building.parties.clear()
        building.take([body])
        building.standing = "new"
        return
    _take_sides(clauses, building, i, noun, event, actors, places)


def _mood_before(clauses: Clauses, building: Building, noun: Noun) -> Mood:
    """Read how the words before an event noun have it: "planned", "no", "last"."""
    tokens, senses = clauses.phrases.tokens, lexicon.premodifiers()
    mood = Mood()
    for k in range(clauses.chunks[building.first].first, noun.head):
        sense = senses.get(tokens[k].low)
        if sense in ("future", "past", "present"):
            mood = mood._replace(tense=sense)
        elif sense in ("planned", "possible", "requested"):
            mood = mood._replace(modality=sense, tense="future")
        elif sense == "negative":
            mood = mood._replace(polarity="negative")
    return mood._replace(polarity="negative") if noun.determiner == "no" else mood


def _take_owner(
    clauses: Clauses, building: Building, i: int, owner: int, event: NounEvent, role: str
) -> bool:
    """Take in the owner of an event: "their talks", "Otieno's visit", "the minister's meeting".

    Tells whether it is somebody described, of whom the names before the noun are parts.
    """
    token = clauses.phrases.tokens[owner]
    if token.tag == "S":
        if token.low == "their" and (several := _several_before(clauses, i)):
            building.take(several, role)
        elif token.low in ("his", "her", "their", "our", "my"):
            building.take([clauses.phrases.pronoun(owner)], role)
        elif token.low == "its" and (body := clauses.phrases.its(owner)) is not None:
            building.take([body], "organizer" if event.low == "congress" else role)
    elif (head := token.actor) is not None:
        building.take([Party(head.ref, head.kind, token.start, token.end)], role)
    elif token.low in lexicon.people() and (party := clauses.phrases.owner(i)) is not None:
        building.take([party], role)
        return True
    return False


def _take_visit(
    clauses: Clauses, building: Building, actors: Sequence[int], places: Sequence[int]
) -> None:
    """Take in the goal and the visitor of "Otieno's Ghana visit", "the Balkan tour"."""
    tokens = clauses.phrases.tokens
    for m in (*actors, *places):
        place = tokens[m].place or _adjective(clauses, m)
        if place is not None:
            building.place = building.place or place
    for m in actors:
        actor = tokens[m].actor
        if actor is not None and actor.kind == "person":
            building.take([Party(actor.ref, actor.kind, tokens[m].start, tokens[m].end)], "visitor")


def _take_sides(
    clauses: Clauses,
    building: Building,
    i: int,
    noun: Noun,
    event: NounEvent,
    actors: Sequence[int],
    places: Sequence[int],
) -> None:
    """Take in who meets, and where, of "the Togo-Ghana talks", "the Lome summit"."""
    tokens = clauses.phrases.tokens
    first = clauses.chunks[i].first
    for agent, role in bringing_parties(clauses.phrases, first, noun.head):
        building.take([agent], role)
    joined = joined_parties(clauses.phrases, first, noun.head)
    building.take(joined)
    hyphened = bool(joined) or any(tokens[k].tag == "HY" for k in range(first, noun.head))
    for m in actors:
        token = tokens[m]
        actor = token.actor
        if actor is None or _behind(clauses, m):
            continue
        if (
            actor.kind == "country"
            and (len(actors) == 1 or m == noun.head - 1)
            and not hyphened
            and (seat := token.place or capital_named(clauses, m)) is not None
        ):
            own_name = _is_name(token.low, actor.name)
            city = _is_name(token.low, seat.name) and not own_name
            if city or (event.low in ("summit", "conference") and not building.parties):
                building.place = building.place or seat
                continue
        building.take([Party(actor.ref, actor.kind, token.start, token.end)])
    about = lexicon.words("relations", "matters")
    for m in places if not hyphened else ():
        if any(tokens[k].low in about for k in range(m + 1, noun.head)):
            continue  # "Gaza truce talks" are of Gaza, not in it
        building.lent = building.place is None
        building.place = building.place or tokens[m].place


def _body(clauses: Clauses, i: int, noun: Noun) -> Party | None:
    """Give the body of "a board meeting", "the bank's committee meeting"."""
    tokens = clauses.phrases.tokens
    chunk = clauses.chunks[i]
    before = tokens[noun.head - 1] if noun.head > chunk.first else None
    if before is None or before.actor is not None:
        return None
    if before.low not in lexicon.words("relations", "bodies"):
        return None
    return clauses.phrases.body(i, noun.head - 1)


def _behind(clauses: Clauses, m: int) -> bool:
    """Whether somebody is only behind the talks: "U.N.-backed talks"."""
    tokens = clauses.phrases.tokens[m + 1 : m + 3]
    return len(tokens) == 2 and tokens[0].tag == "HY" and tokens[1].low in _BACKED


_BACKED = frozenset(("backed", "supported", "endorsed", "funded", "proposed"))


def _adjective(clauses: Clauses, m: int) -> Place | None:
    """Give the country of "Otieno's Kenyan tour"; none where no country is named."""
    actor = clauses.phrases.tokens[m].actor
    if actor is None or actor.kind != "country" or actor.mention_type != "NAM":
        return None
    if m and clauses.phrases.tokens[m - 1].low in ("latin", "north", "south", "central"):
        return None  # "a Latin American tour"
    return Place(name=actor.name, country=actor.country)


def _bracketed(clauses: Clauses, i: int) -> tuple[Party, ...]:
    """Give the owner of "the World Grain Council's (WGC) conference"."""
    chunks = clauses.chunks
    if i < 4 or chunks[i - 1].kind != ")" or chunks[i - 3].kind != "(":
        return ()
    tokens = clauses.phrases.tokens
    last = chunks[i - 4].last - 1
    token = tokens[last - 1] if tokens[last].tag == "POS" else None
    if token is None or token.actor is None:
        return ()
    return (Party(token.actor.ref, token.actor.kind, token.start, token.end),)


def held_by_office(clauses: Clauses, i: int, *, unnamed: bool = True) -> bool:
    """Whether the noun at chunk i belongs to an office: "the minister of forests's visit".

    Where the holder may be named, too, `unnamed` is false: "the Secretary of State X's visit".
    """
    chunks = clauses.chunks
    tokens = clauses.phrases.tokens
    noun = chunks[i].noun
    if noun is None or noun.owner is None or i < 2 or chunks[i - 1].low != "of":
        return False
    title = chunks[i - 2].noun
    if title is None or title.actor is not None or tokens[noun.owner].tag == "S":
        return False
    named = tokens[noun.owner].actor
    person = named is not None and named.kind == "person"
    return lexicon.people().get(title.low) == "title" and not (unnamed and person)


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


def _is_name(low: str, name: str) -> bool:
    plain, own = without_accents(name.lower()), without_accents(low)
    return own == plain or own in plain.split()


def read_after(clauses: Clauses, building: Building, i: int, event: NounEvent) -> None:
    """Read what follows the event noun: between, with, of, to, in, by."""
    chunks = clauses.chunks
    visitor = event.kind == "visit"
    about = other = False
    for preposition, at in clauses.complements(i + 1):
        if preposition == "T":
            if building.time is None and not other:
                building.time = chunks[at].time
            continue
        noun = chunks[at].noun
        group = clauses.phrases.group(at)
        if noun is not None and _by_meal(noun, preposition):
            continue
        other = other or preposition in ELSEWHEN
        if noun is not None and noun.low in lexicon.noun_cues() and preposition != "of":
            if event.kind == "meet" and preposition in FRAMES:
                building.place = building.place or frame_place(clauses, at)
            break
        about = about or preposition in lexicon.words("relations", "about")
        if preposition in ("between", "among") and (other or (about and building.parties)):
            continue  # "talks with X on trade between the two", "after clashes between the two"
        if preposition in COMPANY or (preposition == "of" and group.parties and not visitor):
            building.take(group.parties)
            building.reach(at, group.last)
        elif preposition == "from" and visitor and _homeland(group):
            continue  # "a visit to Lome on his way from Togo"
        elif preposition == "of" and visitor and (there := place_of(clauses, at)) is not None:
            building.place = building.place or there  # "a tour of Kenya"
            building.reach(at, at + 1)
        elif preposition in ("of", "by", "from") and group.parties and visitor:
            building.take(group.parties, "visitor")
            building.reach(at, group.last)
        elif preposition == "by" and group.parties:
            building.take(group.parties)
        elif group.parties and _towards(event, preposition):
            building.take(group.parties)
            building.reach(at, group.last)
        elif group.parties and preposition == "for" and is_meal(event):
            building.take(group.parties, "visitor")
            building.reach(at, group.last)
        elif preposition in ("to", "through", "across") and visitor:
            _visited(clauses, building, at, group)
        elif preposition in ("in", "at", "near"):
            place = None if about and is_wide(clauses, at) else place_of(clauses, at)
            if place is not None and (building.place is None or building.lent):
                building.place, building.lent = place, False
                building.reach(at, at + 1)
        elif preposition in ("on", "for", "during") and noun is not None and noun.time is not None:
            building.time = building.time or noun.time
        elif preposition == "under":
            take_auspices(clauses, building, at)
        elif preposition == "":
            break
    _participles(clauses, building, i)


def _towards(event: NounEvent, preposition: str) -> bool:
    """Whether a preposition leads to the other side: "a call from X", "an audience to X"."""
    if event.kind == "call":
        return preposition in ("from", "to")
    return event.low == "audience" and preposition in ("to", "for")


def _homeland(group: Group) -> bool:
    """Whether "from" names countries, which do not travel."""
    return all(party.kind == "country" for party in group.parties)


def is_meal(event: NounEvent) -> bool:
    """Whether the event is a meal that is given for somebody."""
    return event.low in lexicon.words("events", "meal", "words")


def _by_meal(noun: Noun, preposition: str) -> bool:
    """Whether a phrase is a time of day: "before lunch", "after dinner"."""
    return preposition in ("before", "after", "over") and noun.low in (
        "lunch",
        "dinner",
        "breakfast",
    )


def _visited(clauses: Clauses, building: Building, at: int, group: Group) -> None:
    """Read "to Ghana", "to President X" after a visit."""
    place = place_of(clauses, at)
    if place is not None and building.place is None:
        building.place = place
        building.reach(at, at + 1)
    elif place is None and any(party.kind == "person" for party in group.parties):
        building.take(group.parties, "host")


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
        if (
            chunks[v - 1].kind == "R"
            and verb.passive
            and verb.lemma in lexicon.words("relations", "agents")
        ):
            take_agent(clauses, building, v)
            return
        if verb.form == "g" and not verb.aux and verb.lemma in ("start", "begin", "open"):
            building.time = building.time or _starting(clauses, v)
            return
        if verb.aux or verb.controls or verb.form not in ("d", "n"):
            return
        if verb.lemma == "call" and v + 2 < len(chunks) and chunks[v + 2].kind == "T":
            if chunks[v + 1].low == "for":  # "a meeting called for Thursday in Lome"
                read_circumstances(clauses, building, v + 1)
            return
        if reduced_relative(chunks, v):
            given = verb.lemma == "give" and noun_of(chunks[i]).low in _GIVEN
            if (given or verb.lemma in lexicon.words("relations", "agents")) and not any(
                chunks[k].kind == "V" for k in range(i + 1, v)
            ):
                take_agent(clauses, building, v)
            return
        if _of_topic(clauses, i, v):
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
                continue
        return


_GIVEN = frozenset(("dinner", "lunch", "breakfast", "luncheon", "banquet", "reception", "audience"))


def _of_topic(clauses: Clauses, i: int, v: int) -> bool:
    """Whether a participle goes with what talks are about: "on the hostages held in Togo"."""
    chunks = clauses.chunks
    about = lexicon.words("relations", "about")
    if chunks[v - 1].kind != "NP" or v - 1 == i:
        return False
    return any(chunks[k].kind == "P" and chunks[k].low in about for k in range(i + 1, v - 1))


def _starting(clauses: Clauses, v: int) -> Time | None:
    """Give the day of "a visit starting Monday", "talks beginning on May 3"."""
    chunks = clauses.chunks
    k = v + 2 if v + 1 < len(chunks) and chunks[v + 1].low in ("on", "in") else v + 1
    return chunks[k].time if k < len(chunks) else None


def take_agent(clauses: Clauses, building: Building, v: int) -> None:
    """Take the agent after "by" in the role that the verb gives."""
    chunks = clauses.chunks
    verb = verb_of(chunks[v])
    lent = lexicon.lendings("support").get(verb.lemma)
    if lent is None and verb.lemma in ("call", "give"):  # "a dinner given by X"
        lent = lexicon.Lending("organizer" if verb.lemma == "call" else "host", None, None)
    if lent is None:
        return
    building.by_agents = building.by_agents or not building.parties
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
