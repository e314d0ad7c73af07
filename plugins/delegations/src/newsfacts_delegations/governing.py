"""The verb that governs an event noun: "held talks", "took part in a summit", "talks resumed"."""

from newsfacts import Place
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.beside import held_by_office
from newsfacts_delegations.builder import Building, NounEvent, read_fronted
from newsfacts_delegations.chunks import Verb, noun_of, verb_of
from newsfacts_delegations.circumstances import place_of
from newsfacts_delegations.clauses import Clauses, Mood
from newsfacts_delegations.motion import inherit, of_trip, refuses, since, take_day_between
from newsfacts_delegations.occasions import between
from newsfacts_delegations.parties import reduced_relative
from newsfacts_delegations.predicates import read_predicate
from newsfacts_delegations.prepositions import read_preposition


def govern(clauses: Clauses, building: Building, i: int, top: int, event: NounEvent) -> bool | None:
    """Read the verb that governs the event noun.

    Gives whether a verb anchors the event, or None where the words are no event at all.
    """
    chunks = clauses.chunks
    office = held_by_office(clauses, i, unnamed=False)
    m = i - 3 if office else top - 1  # "cancelled the minister of forests's visit"
    while m >= 0 and chunks[m].kind == "T":
        m -= 1
    if not office and (ahead := _verb_ahead(clauses, m, event)) is not None:
        _take_between(clauses, building, ahead, top)
        m = ahead
    tense = building.mood.tense
    verb = chunks[m].verb if m >= 0 else None
    if m >= 0 and chunks[m].kind == "C":
        # "attend the summit and hold talks" has its own verb; "talks and meetings" share one
        pass
    told = verb is not None and verb.lemma == "tell" and noun_of(chunks[i]).determiner != "the"
    if verb is not None and _supports(verb, event) and not told:
        return _supported(clauses, building, m, event)
    if m >= 0 and chunks[m].kind == "P" and (office or not _own_clause(clauses, m, i)):
        above = chunks[m - 1].verb if m and chunks[m].low == "off" else None
        if above is not None and above.lemma == "break":
            return _supported(clauses, building, m - 1, event)
        if above is not None and above.lemma == "call":
            called = _supported(clauses, building, m - 1, event)
            building.mood = building.mood._replace(polarity="negative")
            return called
        found = read_preposition(clauses, building, m, event)
        if found is not None:
            return found
    after = read_predicate(clauses, building, i)
    if after is not None:
        return after
    if verb is not None and verb.lemma == "be" and tense == "unspecified":
        mood = clauses.mood(m)
        negative = "negative" in (mood.polarity, building.mood.polarity)
        building.mood = building.mood._replace(
            tense=mood.tense, polarity="negative" if negative else "positive"
        )
        noun = chunks[i].noun
        said = noun is not None and noun.determiner in ("a", "an") and event.kind == "meet"
        bare = building.place is None and building.time is None and not building.parties
        loose = event.low in ("discussion", "dialogue", "conversation", "encounter")
        if (loose and not building.named) or (said and bare):
            building.standing = "anaphoric"  # "it was a tough meeting"
        return True
    if tense == "unspecified":
        nearest = _nearest_verb(clauses, i)
        if (nearest is not None and building.kind == "visit") or nearest is not None:
            mood = clauses.mood(nearest)
            hoped = nearest == m and mood.modality in ("planned", "possible")
            if hoped and building.mood.modality == "asserted":
                building.mood = building.mood._replace(modality=mood.modality, tense="future")
            elif mood.tense in ("past", "present") and building.mood.modality == "asserted":
                building.mood = building.mood._replace(
                    tense="past" if mood.tense == "past" else mood.tense
                )
    return False


def _verb_ahead(clauses: Clauses, m: int, event: NounEvent) -> int | None:
    """Find the verb parted from the event by where it was: "held on Friday in Lome a meeting"."""
    chunks = clauses.chunks
    at = m
    while at > 1 and chunks[at].kind in ("NP", "T"):
        if chunks[at].kind == "NP":
            if chunks[at - 1].low not in ("in", "at") or place_of(clauses, at) is None:
                return None
            at -= 1
        elif chunks[at - 1].low == "on":
            at -= 1
        at -= 1
    verb = chunks[at].verb if 0 <= at < m else None
    plain = verb is not None and verb.finite and not verb.passive and _supports(verb, event)
    return at if plain and not reduced_relative(chunks, at) else None


def _take_between(clauses: Clauses, building: Building, v: int, top: int) -> None:
    """Take place and day that stand between a verb and the event that it is said of."""
    for k in range(v + 1, top):
        chunk = clauses.chunks[k]
        if chunk.kind == "T":
            building.time = building.time or chunk.time
        elif chunk.kind == "NP":
            building.place = building.place or place_of(clauses, k)


def _inside(place: Place | None, land: Place) -> bool:
    """Whether a place is a town of a country that hosts: "Oman hosted talks in Muscat"."""
    return place is not None and place.country is not None and place.country == land.country


def _own_clause(clauses: Clauses, m: int, i: int) -> bool:
    """Whether the event is subject of a clause of its own: "after talks with X ended on Monday"."""
    chunks = clauses.chunks
    if chunks[m].low not in ("after", "before", "since", "until"):
        return False
    for k in range(i + 1, min(i + 12, len(chunks))):
        verb = chunks[k].verb
        if verb is not None:
            happens = verb.lemma in lexicon.words("events", "happen", "words")
            return verb.finite and happens and not reduced_relative(chunks, k)
        if chunks[k].kind not in ("NP", "P", "C", "T"):
            return False
    return False


def _supports(verb: Verb, event: NounEvent) -> bool:
    """Whether a verb has the event as its object: "held talks", "received a phone call"."""
    if verb.lemma not in lexicon.lendings("support"):
        return False
    if verb.passive:
        return verb.lemma in ("deny", "refuse", "grant") and event.kind == "meet"
    if verb.lemma == "receive":
        return event.kind == "call"
    if verb.lemma == "tell":
        return event.kind == "meet" and not event.low.endswith("s")
    return verb.lemma not in ("throw", "grant") or event.weak


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
    i = event.chunk
    chunks = clauses.chunks
    verb = verb_of(chunks[v])
    lent = lexicon.lendings("support").get(verb.lemma, lexicon.Lending(None, None, None))
    subject = clauses.subject(v)
    if reduced_relative(chunks, v):
        return False
    building.refused = refuses(clauses, v)
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
        "prepare",
    ):
        mood = mood._replace(tense="future")
    own = building.mood.modality
    if own != "asserted" and modality == "asserted" and lent.polarity is None:
        modality = building.mood.modality
    tense = mood.tense
    if building.mood.tense == "future" and tense != "future":
        tense = "future"
    if building.mood.polarity == "negative" and lent.polarity is None:
        polarity = "negative"  # "held no talks"
    building.mood = Mood(modality, polarity, tense)
    role = lent.role or ("visitor" if event.kind == "visit" else "participant")
    third = len(building.parties) > 1 and (
        lent.modality == "requested" or (lent.polarity == "negative" and between(clauses, i))
    )
    if lent.polarity == "negative" and event.kind == "visit":
        third = any(each.kind in ("group", "delegation") for each in building.parties)
    if subject is not None and not third:
        noun = chunks[i].noun
        building.by_agents = (
            verb.lemma in lexicon.words("relations", "attending")
            and not building.parties
            and noun is not None
            and noun.determiner in ("the", "those", "these")
        )
        building.take(
            (
                party._replace(kind="person") if party.kind == "name" else party
                for party in subject.parties
            ),
            role,
        )
        near = v - subject.last < 8 and clauses.listed_after(v) is None
        building.reach(subject.first if near else v, building.last)
        read_fronted(clauses, building, subject.first)
        take_day_between(clauses, building, subject, v)
    else:
        building.reach(v, building.last)
    if (
        building.standing == "definite"
        and not building.named
        and verb.lemma not in ("hold", "have")
    ):
        building.standing = "anaphoric" if not building.parties else "definite"
    if verb.form == "g" and "been" in verb.aux:
        began = since(clauses, v)
        building.time, building.lasting = began or building.time, began is not None
    if event.kind == "meet":
        inherit(clauses, building, v)
        of_trip(clauses, building, v)
    if verb.lemma in ("host", "co-host") and subject is not None and not subject.parties[1:]:
        place = place_of(clauses, subject.first)
        if place is not None and not _inside(building.place, place):
            building.place = place
    return True
