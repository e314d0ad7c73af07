"""Event nouns after prepositions: "take part in", "after talks with", "a call for talks"."""

from newsfacts import Place, Time
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, NounEvent
from newsfacts_delegations.chunks import Verb, verb_of
from newsfacts_delegations.circumstances import place_of
from newsfacts_delegations.clauses import Clauses, Mood
from newsfacts_delegations.motion import day_said
from newsfacts_delegations.occasions import (
    ATTENDED,
    asked_for,
    led_to,
    of_people,
    sent_for,
    take_subject,
    take_trip,
)
from newsfacts_delegations.parties import Group, reduced_relative

_THAT_DAY = ("at", "in", "during", "on", "at the end of", "at the start of")
_JUST_AFTER = ("after", "following")
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
    if asked_for(clauses, building, v, p) or led_to(clauses, building, v, p):
        return True
    if sent_for(clauses, building, v, p):
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
    if v > p and low in ATTENDED and building.standing == "definite" and of_people(clauses, p):
        building.standing = "anaphoric"
        return False
    joined, moved = _joined(clauses, v, p), _moved(verb, low, subject, before=v < p)
    if not (joined or moved or _is_tied(low, event)):
        if building.mood.tense == "unspecified" and mood.tense in ("past", "present"):
            building.mood = building.mood._replace(tense=mood.tense)
        return False
    own = event.kind == "meet" and verb.lemma == "meet"
    if own and v < p and low in (*ATTENDED, "for", "on the sidelines of"):
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
        take_subject(clauses, building, event, subject, (v, p), acts=joined or moved)
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
        take_trip(clauses, building, v, p, joined=joined, moved=moved)
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
