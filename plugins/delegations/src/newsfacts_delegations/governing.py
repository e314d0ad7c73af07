"""The verb that governs an event noun: "held talks", "took part in a summit", "talks resumed"."""

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.beside import held_by_office
from newsfacts_delegations.builder import Building, NounEvent, read_fronted
from newsfacts_delegations.chunks import verb_of
from newsfacts_delegations.circumstances import place_of
from newsfacts_delegations.clauses import Clauses, Mood
from newsfacts_delegations.motion import goal_above, time_after
from newsfacts_delegations.parties import Group, Party, reduced_relative
from newsfacts_delegations.predicates import read_predicate


def govern(clauses: Clauses, building: Building, i: int, top: int, event: NounEvent) -> bool | None:
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
    if m >= 0 and chunks[m].kind == "P" and not held_by_office(clauses, i, unnamed=False):
        found = _prepositional(clauses, building, m, event)
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
            hoped = nearest == m and mood.modality in ("planned", "possible")
            if hoped and building.mood.modality == "asserted":
                building.mood = building.mood._replace(modality=mood.modality, tense="future")
            elif mood.tense in ("past", "present") and building.mood.modality == "asserted":
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
    verb = verb_of(chunks[v])
    lent = lexicon.lendings("support").get(verb.lemma, lexicon.Lending(None, None, None))
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
    third = lent.modality == "requested" and len(building.parties) > 1
    if subject is not None and not third:
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
        source = chunks[p - 3].noun if p > 3 and chunks[p - 2].low in ("by", "from") else None
        if source is not None and source.low in lexicon.words("relations", "request_nouns"):
            word = source.low  # "a call by rebels for talks"
        if word in lexicon.words("relations", "request_nouns") and low in ("for", "of", "to"):
            building.mood = Mood("requested", building.mood.polarity, "future")
            return False
        if word in lexicon.words("relations", "plan_nouns") and low in ("for", "of", "to"):
            building.mood = Mood("planned", building.mood.polarity, "future")
            return False
        if word in lexicon.words("relations", "idle_nouns") and low in ("for", "in", "of"):
            return None if building.standing == "new" else False
        if word in lexicon.words("relations", "negative_nouns") and low == "of":
            building.mood = building.mood._replace(polarity="negative", tense="past")
            return False
    if before is not None and before.noun is not None and low in ("on", "to") and p > 1:
        stopped = before.noun.low in lexicon.words("relations", "stops")
        above = chunks[p - 2].verb
        if (
            stopped
            and above is not None
            and above.lemma in ("pull", "put", "call", "bring", "slam")
        ):
            mood = clauses.mood(p - 2)
            negative = "positive" if mood.polarity == "negative" else "negative"
            building.mood = Mood(mood.modality, negative, building.mood.tense)
            return True
    if low == "off" and p and (above := chunks[p - 1].verb) is not None and above.lemma == "call":
        found = _supported(clauses, building, p - 1, event)
        building.mood = building.mood._replace(polarity="negative")
        return found
    if low not in lexicon.words("relations", "around"):
        return None
    v = p - 1
    done = False
    while v >= 0 and (chunks[v].kind != "V" or reduced_relative(chunks, v)):
        done = done or chunks[v].kind == "V"
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
    verb = verb_of(chunks[v])
    if verb.lemma in lexicon.words("events", "request", "verbs") and low in ("for", "to") and v < p:
        building.mood = Mood("requested", building.mood.polarity, "future")
        asked: tuple[Party, ...] = ()
        if verb.lemma in lexicon.words("events", "request", "asked") and not verb.passive:
            asked = clauses.phrases.group(v + 1).parties if chunks[v + 1].kind == "NP" else ()
            building.take(asked)
        asker = clauses.subject(v)
        asks = verb.passive or ((verb.lemma == "invite" or not asked) and len(building.parties) < 2)
        if asker is not None and asks:
            building.take(asker.parties)
            building.reach(asker.first, building.last)
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
    joined = v < p and (v + 1 >= p or part) and verb.lemma in lexicon.words("relations", "attend")
    moved = cue is not None and cue.kind == "visit" and low in ("for", "to", "on") and v < p
    tied = low in lexicon.words("relations", "tied") and (event.kind == "visit" or low != "on")
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
        mood = Mood(tense="past") if done and v < p else clauses.reported_mood(v)
    building.mood = _mood_under(building.mood, mood, low, moved)
    if (
        subject is not None
        and not _between(clauses, event.chunk)
        and not (event.kind == "meet" and _possessed(clauses, event.chunk, building))
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
            or (has_between and low in lexicon.words("relations", "tied"))
            or (
                event.kind == "call"
                or (event.kind == "meet" and low in ("in", "at", "after", "during"))
            )
        ):
            attending = (
                low in ("at", "in", "during")
                and not _of_noun(clauses, v, p)
                and all(
                    party.kind in ("person", "delegation", "group", "name")
                    for party in subject.parties
                )
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
        building.travelled = moved and low == "for" and cue is not None
    if event.kind == "call" and low == "in":
        at = v + 1
        if at < len(chunks) and chunks[at].kind == "NP":
            building.take(clauses.phrases.group(at).parties)
        return True
    return joined or moved


def _of_noun(clauses: Clauses, v: int, p: int) -> bool:
    """Whether a phrase goes with the noun before it: "progress in talks", "hope at the summit"."""
    chunks = clauses.chunks
    if chunks[p].low == "during" or p < 2 or chunks[p - 1].kind != "NP":
        return False
    if chunks[p].low == "in" and p - 1 > v:
        return True
    if chunks[p - 2].kind == "P" and p - 3 > v and chunks[p - 3].kind == "NP":
        return True
    return verb_of(chunks[v]).lemma == "be" and chunks[p - 2].kind == "P"


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
        tense = "past"  # "was on a planned visit"
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


def _possessed(clauses: Clauses, i: int, building: Building) -> bool:
    """Whether the meeting is somebody's who can be named: "X's meeting", "their meeting"."""
    noun = clauses.chunks[i].noun
    if noun is None or noun.owner is None:
        return False
    token = clauses.phrases.tokens[noun.owner]
    return token.tag != "S" or (token.low == "their" and building.named)
