"""Who came to an event and why: the verb above the preposition before it."""

from newsfacts import Place
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, NounEvent
from newsfacts_delegations.chunks import verb_of
from newsfacts_delegations.circumstances import place_of
from newsfacts_delegations.clauses import Clauses, Mood
from newsfacts_delegations.motion import day_said, of_trip, time_after
from newsfacts_delegations.parties import Group, Party

ATTENDED = ("at", "in", "during")
_APART = ("ahead of", "before", "prior to", "on the eve of", "after", "following")
_YET_TO_COME = frozenset(("ahead of", "before", "prior to", "on the eve of"))
_CROWDS = frozenset(("group", "organization"))
_GUESTS = ("person", "delegation", "group", "name")


def asked_for(clauses: Clauses, building: Building, v: int, p: int) -> bool:
    """Read "invited X to talks", "called for talks"."""
    chunks = clauses.chunks
    verb = verb_of(chunks[v])
    if v > p or chunks[p].low not in ("for", "to"):
        return False
    if verb.lemma not in lexicon.words("events", "request", "verbs"):
        return False
    building.mood = Mood("requested", building.mood.polarity, "future")
    asked: tuple[Party, ...] = ()
    if verb.lemma in lexicon.words("events", "request", "asked") and not verb.passive:
        asked = clauses.phrases.group(v + 1).parties if chunks[v + 1].kind == "NP" else ()
        building.take(asked)
        building.place = building.place or _goal_asked(clauses, v, p)
    asker = clauses.subject(v)
    himself = verb.lemma in ("invite", "ask")  # would be there, too
    asks = verb.passive or ((himself or not asked) and len(building.parties) < 2)
    if asker is not None and asks:
        building.take(asker.parties)
        building.reach(asker.first, building.last)
    return True


def _goal_asked(clauses: Clauses, v: int, p: int) -> Place | None:
    """Give the place of "invited X to Lome for talks"."""
    for preposition, at in clauses.complements(v + 2):
        if preposition == "to" and at < p:
            return place_of(clauses, at)
    return None


def led_to(clauses: Clauses, building: Building, v: int, p: int) -> bool:
    """Read "X will lead the delegation to the talks"."""
    chunks = clauses.chunks
    lemma = verb_of(chunks[v]).lemma
    if lemma not in ("lead", "head", "accompany") or chunks[p].low != "to":
        return False
    if v + 1 >= p or chunks[v + 1].kind != "NP":
        return False
    led = clauses.phrases.group(v + 1)
    subject = clauses.subject(v)
    teams = any(party.kind in ("delegation", "group") for party in led.parties)
    if subject is None or not teams or max(led.last, v + 2) != p:
        return False
    building.mood = clauses.mood(v)
    building.take((*subject.parties, *led.parties))
    building.reach(subject.first, building.last)
    return True


def sent_for(clauses: Clauses, building: Building, v: int, p: int) -> bool:
    """Read "sent a delegation to Lome for talks"."""
    chunks = clauses.chunks
    verb = verb_of(chunks[v])
    if verb.lemma not in ("send", "dispatch") or v > p or chunks[p].low != "for":
        return False
    if verb.passive or v + 1 >= len(chunks) or chunks[v + 1].kind != "NP":
        return False
    sent = clauses.phrases.group(v + 1).parties
    if not any(party.kind in _GUESTS for party in sent):
        return False
    building.take(sent)
    mood = clauses.mood(v)
    if building.mood.tense == "unspecified":
        building.mood = building.mood._replace(tense=mood.tense)
    if mood.polarity == "negative":
        building.mood = building.mood._replace(polarity="negative")
    for preposition, at in clauses.complements(v + 2):
        if preposition == "to" and building.place is None:
            building.place = place_of(clauses, at)
    return True


def take_subject(
    clauses: Clauses, building: Building, event: NounEvent, subject: Group,
    at: tuple[int, int], *, acts: bool,
) -> None:  # fmt: skip
    """Take the subject of the verb above into the event, where it takes part.

    `at` are the chunks of verb and preposition; `acts` tells a verb that brings it there.
    """
    v, p = at
    low = clauses.chunks[p].low
    if between(clauses, event.chunk):
        return
    if event.kind == "meet" and _possessed(clauses, event.chunk, building):
        return
    if event.kind == "visit":
        visitors = [party for party, role in building.parties.items() if role == "visitor"]
        if not visitors or not building.named:
            building.take(subject.parties, "visitor")
        if not building.named:
            building.take(_people_before(clauses, p), "visitor")
    else:
        sides = any(party.kind != "pronoun" for party in building.parties)
        if low in _APART and _of_body(clauses, event, building, low):
            sides = False  # "met ahead of an EU summit"
        beside = sides and low in lexicon.words("relations", "tied")
        lemma = verb_of(clauses.chunks[v]).lemma
        elsewhere = lemma in lexicon.words("relations", "foresee")
        attending = (
            low in ATTENDED
            and clauses.mood(v).polarity == "positive"
            and not elsewhere
            and not _of_noun(clauses, v, p)
            and all(party.kind in _GUESTS for party in subject.parties)
        )
        named = [party for party in subject.parties if party.ref is not None]
        several = len(named) > 1 or any(party.plural for party in named)
        together = (  # "X and Y signed the deal after talks"
            low in ("after", "following", "during", "at")
            and not building.parties
            and not (elsewhere or lemma in lexicon.verb_cues())
            and several
            and all(party.kind in (*_GUESTS, "country") for party in named)
        )
        speaking = (  # "X said after a day of talks"
            low in ("after", "following")
            and building.standing == "new"
            and not building.parties
            and verb_of(clauses.chunks[v]).lemma in lexicon.words("reports", "verbs")
            and all(party.kind == "person" for party in named)
        )
        if acts or beside or event.kind == "call" or attending or together or speaking:
            building.take(subject.parties)
    near = abs(building.first - subject.last) < 8
    building.reach(min(subject.first, building.first) if near else building.first, building.last)


def take_trip(
    clauses: Clauses, building: Building, v: int, p: int, *, joined: bool, moved: bool
) -> None:
    """Take place and day of the trip that is made to meet."""
    verb = verb_of(clauses.chunks[v])
    travels = moved and (verb.lemma == "return" or verb.lemma in lexicon.verb_cues())
    stays = moved and verb.lemma == "be"
    if (travels or stays) and building.place is None:
        for preposition, at in clauses.complements(v + 1):
            place = place_of(clauses, at) if preposition != "T" else None
            if place is not None and at < p:
                building.place = place
                break
    if moved and building.time is None and (stays or clauses.mood(v).tense == "future"):
        building.time = time_after(clauses, v) or day_said(clauses, v, p)
    if joined or moved:
        of_trip(clauses, building, v)
        building.travelled = travels and clauses.chunks[p].low == "for"


def of_people(clauses: Clauses, p: int) -> bool:
    """Whether a phrase goes with people before it: "the head of the delegation in the talks"."""
    noun = clauses.chunks[p - 1].noun if p > 1 else None
    if noun is None or clauses.chunks[p - 2].kind != "P":
        return False
    teams = lexicon.words("people", "delegation")
    return noun.low in teams or lexicon.people().get(noun.low) in ("title", "group")


def _of_body(clauses: Clauses, event: NounEvent, building: Building, low: str) -> bool:
    """Whether a gathering is a body's: "the EU summit", "ahead of the summit of Gulf leaders"."""
    noun = clauses.chunks[event.chunk].noun
    if noun is None or event.low not in ("summit", "conference", "forum", "congress"):
        return False
    if low in _YET_TO_COME and all(each.kind in _CROWDS for each in building.parties):
        return True
    head = clauses.phrases.tokens[noun.head].start
    return all(party.end <= head for party in building.parties)


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


def between(clauses: Clauses, i: int) -> bool:
    """Whether the event noun at chunk i names its own sides: "a meeting between X and Y"."""
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
