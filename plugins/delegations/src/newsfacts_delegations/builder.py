"""An event in the making, and the claim made of it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import attrs

from newsfacts import Event, Participant, Place, Span, Time
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import Chunk
from newsfacts_delegations.circumstances import (
    PLACE_PREPOSITIONS,
    attribution,
    format_of,
    frame_place,
    frame_time,
    is_wide,
    place_of,
    tense_of,
    topics,
    town_of,
)
from newsfacts_delegations.clauses import Clauses, Mood
from newsfacts_delegations.codes import codes_of
from newsfacts_delegations.parties import Party
from newsfacts_delegations.tokens import Token

RANK = ("mediator", "host", "organizer", "visitor", "participant")
COMPANY = frozenset(("with", "between", "among", "alongside", "amongst", "involving"))
FRAMES = frozenset(
    ("at", "in", "during", "on the sidelines of", "on the margins of", "on the fringes of")
)
"""Prepositions before a meeting that another meeting is part of."""
ELSEWHEN = frozenset(
    (
        "after", "before", "following", "ahead of", "prior to", "since", "until", "till", "amid",
        "despite", "because of", "in the wake of", "on the eve of",
    )
)  # fmt: skip
"""Prepositions before something else that a day may belong to: "after the attack on Monday"."""
_EVIDENCE_LIMIT = 190
_MEALS = frozenset(("lunch", "dinner", "breakfast", "tea", "coffee"))


class NounEvent(NamedTuple):
    """An event noun found at a chunk: its cue word and type."""

    chunk: int
    low: str
    kind: str
    weak: bool


@attrs.define
class Building:
    """What was read of an event so far; chunk indexes `first:last` are its words.

    `within` tells a meeting that the clause puts another into: "talks with X at a summit",
    "hosted X for talks";
    `apart` one that it puts another beside: "met X ahead of the summit"; `attends` one that is
    only told to be attended, the meeting itself standing elsewhere; `renewed` "further talks";
    `in_turn` talks with several that each had a meeting of its own; `travelled` talks that
    somebody travels for; `aside` one that a clause only mentions: "after talks with X";
    `refused` one that somebody declines; `told_day` one whose day is that of what is said of it;
    `by_agents` one of which only is told who chaired, hosted or attended it; `lasting` one whose
    day is the one it goes on since; `lent` one whose place is that of the trip it is made on, so
    that a town of its own clause is preferred; `hangs` one that is read only where a meeting was
    told of shortly before; `there` a visit to the place told of last.
    """

    kind: str
    cue: int
    first: int
    last: int
    mood: Mood = attrs.field(factory=Mood)
    parties: dict[Party, str] = attrs.field(factory=dict)
    place: Place | None = None
    time: Time | None = None
    standing: str = "new"
    negotiation: bool = False
    topics: tuple[str, ...] = ()
    format: str | None = None
    trip: int | None = None
    within: bool = False
    apart: bool = False
    attends: bool = False
    renewed: bool = False
    in_turn: bool = False
    travelled: bool = False
    aside: bool = False
    refused: bool = False
    told_day: bool = False
    by_agents: bool = False
    lent: bool = False
    former: bool = False
    lasting: bool = False
    hangs: bool = False
    there: bool = False

    def take(self, parties: Iterable[Party], role: str = "participant") -> None:
        """Add parties in a role; who is there already keeps the role that ranks first."""
        for party in parties:
            known, ref = party, party.ref
            if ref is not None:
                for each in self.parties:
                    if each.ref is ref or each.ref == ref:
                        known = each
                        break
            held = self.parties.get(known)
            if held is None or RANK.index(role) < RANK.index(held):
                self.parties[known] = role

    def reach(self, first: int, last: int) -> None:
        """Widen the words of the event to these chunks."""
        self.first = min(self.first, first)
        self.last = max(self.last, last)

    @property
    def named(self) -> bool:
        """Whether somebody takes part who can be named."""
        return any(party.ref is not None for party in self.parties)


def read_circumstances(
    clauses: Clauses, building: Building, start: int, *, companions: bool = True
) -> None:
    """Read companions, place, day and topic from what follows a verb or event noun."""
    chunks = clauses.chunks
    about = other = False
    for preposition, i in clauses.complements(start):
        about = about or preposition in lexicon.words("relations", "about")
        if about and preposition in ("between", "among") and len(building.parties) > 1:
            continue
        other = other or (preposition in ELSEWHEN and chunks[i].kind == "NP")
        if preposition == "T":
            if building.time is None and not other:
                building.time = chunks[i].time
            continue
        noun = chunks[i].noun
        if preposition == "over" and noun is not None and noun.low in _MEALS:
            continue  # "reviewed ties over lunch at the palace"
        if noun is not None and noun.low in lexicon.noun_cues() and preposition not in COMPANY:
            if preposition in FRAMES and lexicon.noun_cues()[noun.low].kind == "meet":
                building.place = building.place or frame_place(clauses, i)
                building.time = building.time or frame_time(clauses, i)
            elif preposition == "for" and building.kind == "visit":
                building.time = building.time or frame_time(clauses, i)
            elif preposition in ("during", "on") and lexicon.noun_cues()[noun.low].kind == "visit":
                _take_frame_trip(clauses, building, i)
            break  # what follows is of that event
        if about and preposition in PLACE_PREPOSITIONS and is_wide(clauses, i):
            continue  # "talks on the crisis in Sudan"
        if other and preposition in COMPANY:
            continue  # "greeted by X before a ceremony with Y"
        if companions or preposition not in COMPANY:
            read_phrase(clauses, building, preposition, i)
    if not building.topics:
        building.topics = topics(clauses, start)
    if building.place is None:
        building.place = read_here(clauses, start)


def _take_frame_trip(clauses: Clauses, building: Building, i: int) -> None:
    """Take place and time of the trip that an event was on: "during his visit to X in May"."""
    for preposition, at in clauses.complements(i + 1):
        if preposition == "T":
            time = clauses.chunks[at].time
            building.time = building.time or time
            return
        if preposition not in ("to", "in"):
            return
        place = place_of(clauses, at)
        if building.place is None and place is not None:
            building.place, building.lent = place, True


def read_here(clauses: Clauses, start: int) -> Place | None:
    """Give the dateline's place for "here" in the words that follow chunk `start` - 1."""
    here = clauses.phrases.story.here
    chunks = clauses.chunks
    if here is None or start > len(chunks) or not start:
        return None
    tokens = clauses.phrases.tokens
    for k in range(chunks[start - 1].last, min(chunks[start - 1].last + 9, len(tokens))):
        if tokens[k].low == "here":
            return here
        if tokens[k].tag == "," and k == chunks[start - 1].last:
            continue  # the comma that closes an apposition
        if tokens[k].tag in ("V", "SUB", ",", "."):
            return None
    return None


def read_phrase(clauses: Clauses, building: Building, preposition: str, i: int) -> None:
    """Read one prepositional phrase beside an event."""
    chunks = clauses.chunks
    noun = chunks[i].noun
    group = clauses.phrases.group(i)
    if preposition in COMPANY:
        if group.parties:
            building.take(group.parties)
            building.reach(i, group.last)
        elif noun is not None and noun.low in ("mediation", "help", "assistance"):
            building.take(owners(clauses, i), "mediator")
    elif preposition == "under":
        take_auspices(clauses, building, i)
    elif preposition in PLACE_PREPOSITIONS:
        place = town_of(clauses, i) if preposition == "in" else place_of(clauses, i)
        finer = building.lent and not is_wide(clauses, i)
        if place is not None and (building.place is None or finer):
            building.place, building.lent = place, False
            building.reach(i, i + 1)
    elif preposition == "on" and noun is not None and noun.low == "island":
        building.place = building.place or place_of(clauses, i)
    elif preposition in ("on", "during", "for", "by") and noun is not None:
        building.time = building.time or noun.time


def take_auspices(clauses: Clauses, building: Building, i: int) -> None:
    """Take who brings the sides together: "under Russian mediation", "under Kenya's auspices"."""
    noun = clauses.chunks[i].noun
    if noun is not None and noun.low in ("mediation", "auspices", "sponsorship"):
        building.take(owners(clauses, i), "mediator" if noun.low == "mediation" else "organizer")


def owners(clauses: Clauses, i: int) -> list[Party]:
    """Give the parties that a noun phrase belongs to: "Italy's presidency", "Cairo's mediation"."""
    phrases = clauses.phrases
    noun = clauses.chunks[i].noun
    if noun is None:
        return []
    found: list[Party] = []
    for m in noun.modifiers:
        token = phrases.tokens[m]
        if token.actor is not None and (noun.owner is None or m <= noun.owner):
            found.append(Party(token.actor.ref, token.actor.kind, token.start, token.end))
    k = i + 1
    chunks = clauses.chunks
    tied = k + 1 < len(chunks) and chunks[k].low in ("of", "by", "from")
    if tied and chunks[k + 1].kind == "NP":
        found += phrases.group(k + 1).parties
    return found


def read_fronted(clauses: Clauses, building: Building, subject_first: int) -> None:
    """Read place and day before the subject: "In Cairo on Monday, ..."."""
    chunks = clauses.chunks
    k = subject_first - 1
    while k >= 0 and chunks[k].kind in ("NP", "P", ",", "T"):
        chunk = chunks[k]
        if chunk.kind == "T" and building.time is None:
            if _said_on(chunks, k):
                return  # "said Tuesday it would meet"
            building.time = chunk.time
        elif chunk.kind == "NP" and k and chunks[k - 1].kind == "P":
            low = chunks[k - 1].low
            if building.place is None and (
                low in PLACE_PREPOSITIONS or (low == "to" and _on_visit(chunks, k - 2))
            ):
                building.place = place_of(clauses, k)
            elif (
                chunks[k - 1].low == "with"
                and chunk.noun is not None
                and (chunk.noun.low == "mediation")
            ):
                building.take(owners(clauses, k), "mediator")
        k -= 1


def _said_on(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether the day at chunk k follows its verb: "said Tuesday", "told X on Tuesday"."""
    m = k - 1
    if m > 0 and chunks[m].low == "on":
        m -= 1
    while m > 0 and chunks[m].kind == "NP" and chunks[m - 1].kind == "V":
        m -= 1
    return m >= 0 and chunks[m].kind == "V"


def _on_visit(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether the chunk is the noun of "during a visit"."""
    noun = chunks[k].noun if k > 0 else None
    return (
        noun is not None
        and chunks[k - 1].low in ("during", "on")
        and noun.low in ("visit", "trip", "tour", "stay", "stopover")
    )


def claim_of(clauses: Clauses, building: Building, published: str | None) -> Event | None:
    """Make the claim of what was read."""
    chunks = clauses.chunks
    text = clauses.phrases.text
    start, end = chunks[building.first].start, chunks[building.last - 1].end
    if end - start > _EVIDENCE_LIMIT:
        start = chunks[building.cue].start
        if end - start > _EVIDENCE_LIMIT:
            end = chunks[building.cue].end
    if end <= start:
        return None
    mood = building.mood
    tense = mood.tense
    by_day = tense_of(building.time, published) if not building.lasting else None
    if by_day == "future" and _over(clauses, building):
        building.time = by_day = None
    elif by_day == "past" and _to_come(mood) and _purpose_of_past(clauses, building):
        building.time = by_day = None  # "on Tuesday she flew to Togo to meet X"
    elif by_day == "past" and _to_come(mood) and _was_to(clauses, building):
        by_day = None  # "on Monday, where she was to meet X later in the day"
    elif by_day == "past" and _to_come(mood) and published is not None:
        building.time = _a_week_on(building.time, published) or building.time
    elif by_day == "past" and tense == "present" and published and _plain(clauses, building):
        building.time = _a_week_on(building.time, published) or building.time
        by_day = tense_of(building.time, published)  # "arrives on Friday"
    elif by_day == "past" and tense == "present" and _lasts(clauses, building.time, published):
        by_day = None
    if (
        by_day is not None
        and not (mood.polarity == "negative" and tense == "unspecified")
        and (
            tense == "unspecified"
            or (tense == "present" and by_day == "future")
            or (tense == "present" and by_day == "past")
            or (tense == "past" and by_day == "future")
        )
    ):
        tense = by_day
    participants = tuple(
        Participant(actor=party.ref, role=role)
        for party, role in building.parties.items()
        if party.ref is not None
    )
    return Event(
        type=building.kind,
        modality=mood.modality,
        polarity=mood.polarity,
        tense=tense,
        participants=tuple(dict.fromkeys(participants)),
        place=building.place,
        date=building.time,
        topics=building.topics,
        format=building.format
        or format_of(_tokens(clauses, building)),
        attribution=attribution(clauses, building.first, building.last),
        codes=codes_of(
            building.kind, mood.modality, mood.polarity, tense, _manner(clauses, building)
        ),
        standing=building.standing,
        evidence=Span.of(text, start, end),
    )  # fmt: skip


def _purpose_of_past(clauses: Clauses, building: Building) -> bool:
    """Whether it is what something past was done for, so that the day is of that."""
    verb = clauses.chunks[building.cue].verb
    if verb is None or not verb.infinitive:
        return False
    above = clauses.governor(building.cue)
    return above is not None and above < building.cue and clauses.mood(above).tense == "past"


def _plain(clauses: Clauses, building: Building) -> bool:
    """Whether the verb is in the plain present, which tells of days to come: "meets on Friday"."""
    chunks = clauses.chunks
    for k in (building.cue, building.first, building.cue - 1):
        verb = chunks[k].verb if k >= 0 else None
        if verb is not None:
            return verb.form in ("s", "b") and not verb.aux and not verb.controls
    return False


def _was_to(clauses: Clauses, building: Building) -> bool:
    """Whether the verb tells in the past what was to come: "was due to meet", "was to visit"."""
    verb = clauses.chunks[building.cue].verb
    return verb is not None and bool(verb.controls) and verb.aux[:1] in (("was",), ("were",))


def _over(clauses: Clauses, building: Building) -> bool:
    """Whether the verb says that it is over, so that a day to come is none of its own."""
    verb = clauses.chunks[building.cue].verb
    plain = verb is not None and verb.form == "d" and not (verb.aux or verb.controls)
    return plain and building.mood.tense == "past" and building.mood.polarity == "positive"


def _to_come(mood: Mood) -> bool:
    return mood.tense == "future" and mood.polarity == "positive" and mood.modality != "requested"


def _a_week_on(time: Time | None, published: str) -> Time | None:
    """Give the weekday to come of "will attend Thursday's summit" that was read as the last one."""
    if time is None or time.start is None or time.start != time.end or len(time.value) != len(_DAY):
        return None
    day = date.fromisoformat(time.start) + timedelta(days=7)
    return Time.of(day.isoformat()) if published[:10] <= day.isoformat() else None


_DAY = "2000-01-01"


def _lasts(clauses: Clauses, time: Time | None, published: str | None) -> bool:
    """Whether a day only begins a stretch that goes on: "from April 5 to 12" on the 8th."""
    chunks = clauses.chunks
    for k, chunk in enumerate(chunks[:-2]):
        if chunk.kind == "T" and chunk.time == time and chunks[k + 1].low in _UP_TO:
            return tense_of(chunks[k + 2].time, published) != "past"
    return False


_UP_TO = frozenset(("to", "until", "till", "through"))


def _manner(clauses: Clauses, building: Building) -> str | None:
    """Give what decides the code of a meeting; see `codes.MANNERS`."""
    if building.refused:
        return "refused"
    roles = building.parties.values()
    if "mediator" in roles:
        return "mediated"
    if building.negotiation:
        return "negotiated"
    if "host" in roles:
        return "hosted"
    return "abroad" if _third_country(clauses, building) else None


def _third_country(clauses: Clauses, building: Building) -> bool:
    """Whether two sides of different countries meet in a third."""
    place = building.place
    if place is None or place.country is None:
        return False
    tokens = clauses.phrases.tokens
    codes: set[str] = set()
    for party in building.parties:
        chunk = next((each for each in clauses.chunks if each.end > party.start), None)
        if chunk is None or chunk.kind != "NP":
            return False
        own = {
            actor.country
            for token in tokens[chunk.first : chunk.last]
            if (actor := token.actor) is not None and actor.country is not None
        }
        if len(own) != 1:
            return False
        codes |= own
    return len(codes) > 1 and place.country not in codes


def _tokens(clauses: Clauses, building: Building) -> Sequence[Token]:
    chunks = clauses.chunks
    tokens = clauses.phrases.tokens
    first, last = chunks[building.first].first, chunks[building.last - 1].last
    return tokens[first:last]
