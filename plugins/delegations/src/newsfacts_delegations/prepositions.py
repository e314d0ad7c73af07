"""Event nouns after prepositions: "take part in", "after talks with", "a call for talks"."""

from newsfacts import Place, Time
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, NounEvent
from newsfacts_delegations.chunks import Verb, verb_of
from newsfacts_delegations.circumstances import place_of
from newsfacts_delegations.clauses import Clauses, Mood
from newsfacts_delegations.motion import day_said, of_trip, time_after
from newsfacts_delegations.parties import Group, Party, reduced_relative

_THAT_DAY = ("at", "in", "during", "on", "at the end of", "at the start of")
_JUST_AFTER = ("after", "following")
_ATTENDED = ("at", "in", "during")
_APART = ("ahead of", "before", "prior to", "on the eve of", "after", "following")
_YET_TO_COME = frozenset(("ahead of", "before", "prior to", "on the eve of"))
_CROWDS = frozenset(("group", "organization"))
_GUESTS = ("person", "delegation", "group", "name")
_OPENING = frozenset(
    ("begin", "start", "open", "end", "conclude", "close", "finish", "kick", "wrap", "launch")
)


def read_preposition(clauses: Clauses, building: Building, p: int, event: NounEvent) -> bool | None:
    """Read the preposition at chunk p before an event noun.

    Gives whether a verb anchors the event, or None where the words are no event at all, or where
    the preposition says nothing of it.
    """
    chunks = clauses.chunks
    low = chunks[p].low
    if event.weak and not building.parties and low in ("for", "of") and building.standing == "new":
        return None
    noun = _noun_above(clauses, building, p)
    if noun is not None:
        return noun[0]
    if low not in lexicon.words("relations", "around"):
        return None
    v, done = _verb_above(clauses, building, p)
    if v is None:
        return None
    verb = verb_of(chunks[v])
    if _asked_for(clauses, building, v, p) or _led_to(clauses, building, v, p):
        return True
    if _sent_for(clauses, building, v, p):
        return True
    mood = clauses.mood(v)
    if verb.lemma == "expect" and verb.passive and v < p:
        mood = mood._replace(tense="future")  # "is expected in Togo for a summit"
    subject = clauses.subject(v)
    if verb.lemma == "agree" and v < p and not _is_tied(low, event):
        building.mood = Mood("planned", mood.polarity, "future")
        if subject is not None:
            building.take(subject.parties)
        return True
    if v > p and low in _ATTENDED and building.standing == "definite" and _of_people(clauses, p):
        building.standing = "anaphoric"
        return False
    joined, moved = _joined(clauses, v, p), _moved(verb, low, subject, before=v < p)
    if not (joined or moved or _is_tied(low, event)):
        if building.mood.tense == "unspecified" and mood.tense in ("past", "present"):
            building.mood = building.mood._replace(tense=mood.tense)
        return False
    own = event.kind == "meet" and verb.lemma == "meet"
    if own and v < p and low in (*_ATTENDED, "for", "on the sidelines of"):
        return False
    if not (joined or moved):
        mood = Mood(tense="past") if done and v < p else clauses.reported_mood(v)
    building.mood = _mood_under(building.mood, mood, low, moved)
    if low == "ahead of" and mood.tense == "past" and building.time is None:
        building.mood = building.mood._replace(tense="future")
    bare = building.standing == "definite" and not building.parties and building.place is None
    told_of = building.negotiation or event.low in _TOLD_OF
    dated = building.time is not None and not _owned_by_day(clauses, event.chunk)
    building.attends = joined and told_of and bare and not dated
    if subject is not None:
        _take_subject(clauses, building, event, subject, (v, p), acts=joined or moved)
    if building.time is None and v < p and _on_that_day(verb, low, event, mood):
        building.time = day_said(clauses, v, p)
        if building.time is None and verb.lemma in lexicon.words("reports", "verbs"):
            building.time = _day_of_story(clauses, building)
        building.told_day = building.time is not None
    if building.time is None and event.kind != "visit" and _remarks_came(clauses, v, p, subject):
        building.time = day_said(clauses, v, p) or _day_of_story(clauses, building)
        building.told_day = building.time is not None
    if building.place is None and v < p and event.kind == "visit" and low in _THAT_DAY:
        building.place = _place_said(clauses, v, p)
    if event.kind == "meet":
        _take_trip(clauses, building, v, p, joined=joined, moved=moved)
    if event.kind == "call" and low == "in":
        if v + 1 < len(chunks) and chunks[v + 1].kind == "NP":
            building.take(clauses.phrases.group(v + 1).parties)
        return True
    return joined or moved


_TOLD_OF = frozenset(("meeting", "meetings", "discussion", "discussions", "conversation"))


def _owned_by_day(clauses: Clauses, i: int) -> bool:
    """Whether it is "Tuesday's meeting"."""
    chunk = clauses.chunks[i]
    return clauses.phrases.tokens[chunk.first].time is not None


def _on_that_day(verb: Verb, low: str, event: NounEvent, mood: Mood) -> bool:
    """Whether the day of a verb is that of the event beside it: "said on Monday after talks"."""
    if mood.tense == "future" or verb.lemma in lexicon.verb_cues() or verb.lemma == "return":
        return False
    return low in _THAT_DAY or (event.kind != "visit" and low in _JUST_AFTER)


def _remarks_came(clauses: Clauses, v: int, p: int, subject: Group | None) -> bool:
    """Whether it is "the pledge came during talks": what the story is of was said there."""
    verb = verb_of(clauses.chunks[v])
    if verb.lemma != "come" or verb.form != "d" or v + 1 != p or subject is None:
        return False
    noun = clauses.chunks[subject.first].noun
    near = clauses.chunks[p].low in (*_THAT_DAY, *_JUST_AFTER)
    return near and noun is not None and noun.low in lexicon.words("relations", "remarks")


def _day_of_story(clauses: Clauses, building: Building) -> Time | None:
    """Give the day that the story opens with, for what somebody said at or after a meeting."""
    if building.mood.tense != "past" or building.standing == "anaphoric":
        return None
    return clauses.phrases.story.day


def _place_said(clauses: Clauses, v: int, end: int) -> Place | None:
    """Give the town of "said in Lome at the end of a visit"."""
    for preposition, i in clauses.complements(v + 1):
        if i >= end:
            break
        if preposition == "in" and (place := place_of(clauses, i)) is not None:
            return place
    return None


def _noun_above(clauses: Clauses, building: Building, p: int) -> tuple[bool | None] | None:
    """Read the noun that a phrase goes with: "a call for talks", "an end to the talks".

    Gives None where no such noun stands there.
    """
    chunks = clauses.chunks
    low = chunks[p].low
    noun = chunks[p - 1].noun if p else None
    if noun is None:
        return None
    word = noun.low
    source = chunks[p - 3].noun if p > 3 and chunks[p - 2].low in ("by", "from") else None
    if source is not None and source.low in lexicon.words("relations", "request_nouns"):
        word = source.low  # "a call by rebels for talks"
    polarity = building.mood.polarity
    if word in lexicon.words("relations", "request_nouns") and low in ("for", "of", "to"):
        building.mood = Mood("requested", polarity, "future")
        return (_answered(clauses, building, p),)
    if word in lexicon.words("relations", "plan_nouns") and low in ("for", "of", "to"):
        building.mood = Mood("planned", polarity, "future")
        return (False,)
    if word in lexicon.words("relations", "idle_nouns") and low in ("for", "in", "of"):
        return (None,) if building.standing == "new" else (False,)
    if word in lexicon.words("relations", "negative_nouns") and low == "of":
        building.mood = building.mood._replace(polarity="negative", tense="past")
        return (False,)
    above = chunks[p - 2].verb if p > 1 else None
    if above is None or low not in ("on", "to"):
        return None
    if word == "host" and above.lemma == "play":
        subject = clauses.subject(p - 2)
        building.take(subject.parties if subject is not None else (), "host")
        building.mood = clauses.mood(p - 2)
        return (True,)
    stops = noun.low in lexicon.words("relations", "stops")
    if stops and above.lemma in ("pull", "put", "call", "bring", "slam"):
        mood = clauses.mood(p - 2)
        negative = "positive" if mood.polarity == "negative" else "negative"
        building.mood = Mood(mood.modality, negative, building.mood.tense)
        return (True,)
    return None


def _answered(clauses: Clauses, building: Building, p: int) -> bool:
    """Read "X turned down an offer of talks from Y": who would meet, and that they will not."""
    chunks = clauses.chunks
    asked = chunks[p - 1].noun
    requests = lexicon.words("relations", "request_nouns")
    v = p - 2 if asked is not None and asked.low in requests else p - 4
    verb = chunks[v].verb if v >= 0 else None
    if verb is None or verb.passive:
        return False
    refused = clauses.turned_down(v)
    if not refused and verb.lemma not in ("accept", "receive", "welcome"):
        return False
    subject = clauses.subject(v)
    building.take(subject.parties if subject is not None else ())
    if v == p - 4:
        building.take(clauses.phrases.group(p - 1).parties)  # "a request by X for talks"
    for preposition, at in clauses.complements(building.cue + 1):
        if preposition in ("from", "by"):
            building.take(clauses.phrases.group(at).parties)
    own = clauses.mood(v).polarity
    if refused:
        polarity = "negative" if own == "positive" else "positive"
        building.mood = building.mood._replace(polarity=polarity)
        building.refused = True
    return True


def _verb_above(clauses: Clauses, building: Building, p: int) -> tuple[int | None, bool]:
    """Give the verb whose clause a phrase is part of, else the next one.

    Also tells whether a participle stands between: "rules agreed by X during talks".
    """
    chunks = clauses.chunks
    done = False
    for v in range(p - 1, -1, -1):
        kind = chunks[v].kind
        if kind == "V":
            if not reduced_relative(chunks, v) and not _fronted_participle(clauses, v):
                return v, done
            done = True
        if kind in (";", "SUB", "R"):
            break
    for k in range(building.last, len(chunks)):
        verb = chunks[k].verb
        if verb is not None and verb.finite:
            return k, done
    return None, done


def _fronted_participle(clauses: Clauses, v: int) -> bool:
    """Whether it is "issued" in "In a statement issued after the talks, X and Y called for"."""
    chunks = clauses.chunks
    verb = verb_of(chunks[v])
    if verb.aux or verb.controls or verb.form not in ("d", "n") or v < 2:
        return False
    return v == 2 and chunks[0].kind == "P" and chunks[1].kind == "NP"


def _asked_for(clauses: Clauses, building: Building, v: int, p: int) -> bool:
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


def _led_to(clauses: Clauses, building: Building, v: int, p: int) -> bool:
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


def _sent_for(clauses: Clauses, building: Building, v: int, p: int) -> bool:
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


def _is_tied(low: str, event: NounEvent) -> bool:
    """Whether the clause of the verb runs beside the event: "during talks", "on a visit"."""
    return low in lexicon.words("relations", "tied") and (event.kind == "visit" or low != "on")


def _joined(clauses: Clauses, v: int, p: int) -> bool:
    """Whether the verb brings its subject to the event: "take part in", "return to"."""
    chunks = clauses.chunks
    if v > p:
        return False
    lemma = verb_of(chunks[v]).lemma
    if chunks[p].low == "with" and lemma in _OPENING:
        return True  # "began the tour with talks"
    part = v + 2 == p and chunks[v + 1].low == "part"
    if (v + 1 >= p or part) and lemma in lexicon.words("relations", "attend"):
        return True
    if lemma in ("walk", "storm", "pull"):
        tokens = clauses.phrases.tokens
        away = chunks[p].low == "from" and tokens[chunks[p].first - 1].low in ("away", "out")
        return v + 1 >= p and (away or chunks[p].low == "out of")
    if lemma in ("come", "get", "go") and chunks[p].low == "to":
        return chunks[p + 1].low == "the"  # "got to the negotiating table"
    return lemma == "return" and chunks[p].low == "to"


def _moved(verb: Verb, low: str, subject: Group | None, *, before: bool) -> bool:
    """Whether somebody goes somewhere for the event: "flew in for talks", "was there for talks"."""
    if not before:
        return False
    cue = lexicon.verb_cues().get(verb.lemma)
    if low in ("for", "to", "on") and (
        verb.lemma == "return" or (cue is not None and cue.kind == "visit")
    ):
        return True
    if low == "on" and verb.lemma in ("embark", "set"):
        return True
    return low == "for" and verb.lemma in ("be", "gather", "meet") and subject is not None


def _take_subject(
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
            low in _ATTENDED
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


def _take_trip(
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


def _of_people(clauses: Clauses, p: int) -> bool:
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
    apart = preposition in ("before", "ahead of", "prior to", "after") and not moved
    modality = own.modality if own.modality != "asserted" or apart else upper.modality
    return Mood(
        modality, "negative" if upper.polarity == "negative" and moved else own.polarity, tense
    )


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
