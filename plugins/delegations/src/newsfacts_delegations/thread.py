"""The thread of a story: who met last, at which gathering, whom "they" and "further talks" mean."""

from collections.abc import Sequence

import attrs

from newsfacts import Actor, Event, MentionRef, Place
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.parties import Party, Story
from newsfacts_delegations.spot import on_the_spot

_JUST_TOLD = 500
"""Characters after those who met within which "the two sides" are they."""

_RIGHT_AFTER = 200
"""Characters after a meeting beside that of the story within which "the two" met there."""


@attrs.define
class Thread:
    """What the events told so far leave to those that follow.

    `recent` met last, in the event `last`; `latest` is the last meeting told, whoever met;
    `coming` is the last meeting told that is to come; `loose` is the last one where only people
    without names met; `stay` is the place of the last visit told,
    `spot` that of the last event; `trip` is the last visit to a place; `gathering` is the last
    summit or conference, `venue` its place; `crowd` are the people that "they" are; `couple` are
    the last two who met, `delegations` the last two told of; `aside` tells that those who met last
    did so beside that of the story; `rang` is where the words of a call end that was told last.
    """

    recent: list[Party] = attrs.field(factory=list)
    last: MentionRef | None = None
    latest: MentionRef | None = None
    coming: MentionRef | None = None
    loose: MentionRef | None = None
    stay: Place | None = None
    spot: Place | None = None
    trip: MentionRef | None = None
    gathering: MentionRef | None = None
    venue: Place | None = None
    crowd: Party | None = None
    couple: list[Party] = attrs.field(factory=list)
    delegations: list[Party] = attrs.field(factory=list)
    aside: bool = False
    rang: int | None = None
    _told: bool = False

    def note_delegations(self, claims: Sequence[Actor]) -> None:
        """Remember the delegations of a sentence: "the two delegations" are the last two."""
        for claim in claims:
            if not claim.same_as:
                span = claim.evidence[0]
                party = Party(claim.ref, "delegation", span.start, span.end)
                plural = claim.name.rstrip().endswith("delegations") or len(claim.represents) == 2
                self.delegations = [party] * 2 if plural else [*self.delegations, party][-2:]

    def new_sentence(self) -> None:
        """Begin a sentence."""
        self._told = False

    def goes_on(self, start: int) -> bool:
        """Whether a meeting was told of shortly before a place in the text."""
        return self.latest is not None and start - self.latest.end < _JUST_TOLD

    def fill(self, building: Building, clauses: Clauses) -> bool:
        """Put in those whom an event only points back at; say whether it is a renewed one."""
        self._of_call(building, clauses)
        self._resolve_pairs(building, clauses.phrases.story, clauses.phrases.text)
        if building.there:
            building.place = self.spot
        if building.place is None and building.kind == "meet" and self.trip is not None:
            near = clauses.chunks[building.cue].start - self.trip.end < _JUST_TOLD
            if near and on_the_spot(clauses, building):
                building.place = self.stay
        if not building.renewed or building.parties or not self.recent:
            return False
        building.take(self.recent)
        return True

    def _of_call(self, building: Building, clauses: Clauses) -> None:
        """Take "the conversation", "they discussed" right after a call for that call."""
        chunk = clauses.chunks[building.cue]
        if self.rang is None or building.kind != "meet" or building.place is not None:
            return
        if chunk.start - self.rang > _RIGHT_AFTER:
            return
        talk = chunk.noun is not None and chunk.noun.low in _TALK and building.standing != "new"
        told = chunk.verb is not None and chunk.verb.lemma == "discuss" and not building.named
        if talk or told:
            building.kind = "call"

    def tied(
        self, claim: Event, clauses: Clauses, building: Building, told: Sequence[Event],
        *, renewed: bool,
    ) -> Event:  # fmt: skip
        """Say of which event the claim is, or is not; `told` are the sentence's events so far."""
        gathering = self.gathering
        if gathering is not None and (
            _on_sidelines(clauses, building) or _is_session(clauses, building)
        ):
            place = claim.place or self.venue
            return attrs.evolve(claim, other_than=(gathering,), place=place)
        before = next((each for each in reversed(told) if each.type == building.kind), None)
        if building.kind == "meet" and building.apart and before is not None:
            return attrs.evolve(claim, other_than=(before.ref,))
        if renewed and self.last is not None:
            return attrs.evolve(claim, other_than=(self.last,))
        if building.former and building.named and self.latest is not None:
            return attrs.evolve(claim, other_than=(self.latest,))
        loose = self.loose
        near = loose is not None and claim.evidence[0].start - loose.end < _JUST_TOLD
        if loose is not None and near and _names_them(building, clauses, claim):
            return attrs.evolve(claim, same_as=(loose,))
        absent = building.attends and claim.polarity == "negative" and not building.hangs
        if absent and self.latest is not None:
            return attrs.evolve(
                claim, other_than=(self.latest,), place=claim.place or self.venue or self.spot
            )
        if building.attends and gathering is not None and not building.negotiation:
            return attrs.evolve(claim, same_as=(gathering,))
        points_back = building.attends or (_only_agents(building) and claim.place is None)
        to_come = building.hangs and building.mood.tense == "future"
        told_of = self.coming if to_come and self.coming is not None else self.latest
        if gathering is not None and _gathers(clauses, building):
            told_of = gathering
        if told_of is not None and points_back:
            near = claim.evidence[0].start - told_of.end < _JUST_TOLD
            near = near or told_of is gathering
            return attrs.evolve(claim, same_as=(told_of,)) if near else claim
        if before is not None and _hosted_when(clauses, building):
            return attrs.evolve(claim, same_as=(before.ref,))
        trip = before.ref if before is not None else self.trip
        if trip is not None and _is_site_visit(clauses, building):
            return attrs.evolve(claim, other_than=(trip,))
        return claim

    def note(self, claim: Event, clauses: Clauses, building: Building, named: list[Party]) -> None:
        """Remember an event; `named` are those who meet at it."""
        if _gathers(clauses, building):
            self.gathering, self.venue = claim.ref, claim.place or self.venue
        if claim.type == "visit" and claim.place is not None:
            self.trip, self.stay = claim.ref, claim.place
        self.spot = claim.place or self.spot
        self.rang = claim.evidence[0].end if claim.type == "call" else None
        told = claim.participants and claim.standing != "anaphoric"
        if claim.type == "meet" and told and not claim.same_as:
            self.latest = claim.ref
            crowd = len(named) == 1 and named[0].kind == "group" and named[0].plural
            self.loose = claim.ref if crowd and claim.tense == "future" else None
            if claim.tense == "future":
                self.coming = claim.ref
        within = claim.standing == "anaphoric" and set(named) <= set(self.recent)
        aside = building.aside and self._told
        if building.kind != "visit" and len(named) > 1 and not within and not aside:
            self.recent, self.last, self._told = named, claim.ref, True
            self.aside = bool(self.couple) and _beside(clauses, building)
            if len(named) == 2 and not self.aside:
                self.couple = named
        self.crowd = _crowd(named, self.crowd)

    def _again(self, building: Building, party: Party, text: str) -> bool:
        """Whether those who just met are to meet again: "the two sides will meet next week".

        "The parties" and "the foes" are rather those of the whole story.
        """
        word = text[party.start : party.end].lower().split()[-1]
        if word in lexicon.words("relations", "of_story") and not _once_more(text, party):
            return False
        if building.mood.tense != "future" or building.mood.polarity != "positive":
            return False
        return bool(self.recent) and party.start - self.recent[-1].end < _JUST_TOLD

    def _resolve_pairs(self, building: Building, story: Story, text: str) -> None:
        """Put the parties of the meeting before for "the two leaders", "both sides", "they".

        Where no meeting was told, "the two leaders" are the two persons that a sentence before
        named.
        """
        pairs = [party for party in building.parties if party.kind == "pair" and party.ref is None]
        alone = self.crowd is not None and len(pairs) == 1 and not building.named
        if alone and self.crowd and text[pairs[0].start : pairs[0].end].lower() in ("they", "them"):
            building.take([self.crowd], building.parties.pop(pairs[0]))
            return
        both = [each for each in self.recent if each.kind == "person"]
        if len(both) == 2:
            pairs += [each for each in building.parties if _bare_people(each, text)]
        pairs += [each for each in building.parties if _the_parties(each, text)]
        for party in pairs:
            role = building.parties[party]
            words = text[party.start : party.end].lower().split()
            if words[-1] == "delegations" and len(self.delegations) == 2:
                del building.parties[party]
                building.take(self.delegations, role)  # one of two countries, or two
                continue
            just = len(self.recent) == 2 and party.start - self.recent[-1].end < _RIGHT_AFTER
            counted = not {"two", "both"}.isdisjoint(words)
            sides = self.aside and words[-1] == "sides"
            two = self.couple if counted and (sides or not just) else ()
            if two and (party.persons or sides) and all(each.kind == "person" for each in two):
                del building.parties[party]
                building.take(two, role)
                continue
            alike = (party.persons or party.ref is not None) and all(
                each.kind == "person" for each in self.recent
            )
            known = building.named or alike or self._again(building, party, text)
            if 2 <= len(self.recent) <= 3 and building.kind == "meet" and known:
                del building.parties[party]
                building.take(self.recent, role)
            elif party.ref is None and party.persons and len(story.people) == 2:
                del building.parties[party]
                building.take(
                    (Party(ref, "person", party.start, party.end) for ref in story.people), role
                )
        denied = building.mood.polarity == "negative" and building.mood.tense == "past"
        loose = building.standing == "new" and not denied and not building.lasting
        if pairs and not building.named and loose:
            building.standing = "definite"


def _names_them(building: Building, clauses: Clauses, claim: Event) -> bool:
    """Whether it is "the meeting between X and Y", after "the generals are to meet"."""
    noun = clauses.chunks[building.cue].noun
    if noun is None or noun.determiner != "the" or noun.low not in ("meeting", "talks", "summit"):
        return False
    people = [each for each in building.parties if each.kind == "person"]
    return len(people) > 1 and claim.tense == "future" and claim.standing == "definite"


def _once_more(text: str, party: Party) -> bool:
    """Whether a word says that those who met last do so again: "the parties will meet again"."""
    words = text[party.end : party.end + _BEHIND].partition(".")[0].split()
    return "again" in words or "reconvene" in words


_BEHIND = 60
"""Characters after those who meet in which "again" is looked for."""


def _hosted_when(clauses: Clauses, building: Building) -> bool:
    """Whether it is who brought those together who met: "met in May, when X hosted talks"."""
    roles = building.parties.values()
    if building.kind != "meet" or not roles or not _BRINGING.issuperset(roles):
        return False
    first = building.first
    return first > 0 and clauses.chunks[first - 1].low in ("when", "where")


_TALK = frozenset(
    ("conversation", "conversations", "discussion", "discussions", "talks", "exchange")
)
_BRINGING = frozenset(("host", "mediator", "organizer"))


def _beside(clauses: Clauses, building: Building) -> bool:
    """Whether a meeting is told as one beside that of the story: "also met", "earlier met"."""
    tokens, chunks = clauses.phrases.tokens, clauses.chunks
    first, last = chunks[building.first].first, chunks[building.last - 1].last
    words = {token.low for token in tokens[max(first - 1, 0) : last + 2]}
    return building.apart or not words.isdisjoint(lexicon.words("relations", "besides"))


def _only_agents(building: Building) -> bool:
    """Whether of "the meeting" only is told who chaired, hosted or attended it."""
    return building.kind == "meet" and building.standing == "definite" and building.by_agents


def named_parties(building: Building) -> list[Party]:
    """Give those who meet, as far as they are named, without those who only bring them together."""
    return [
        party
        for party, role in building.parties.items()
        if party.ref is not None and role not in ("mediator", "organizer")
    ]


def _crowd(named: Sequence[Party], before: Party | None) -> Party | None:
    """Give the people that "they" are after an event: a described group, where no one is named."""
    if not named or any(each.kind in ("person", "delegation") for each in named):
        return None if named else before
    if len(named) > 1 and all(each.kind == "group" for each in named):
        return None
    return next((each for each in named if each.kind == "group" and each.plural), None)


def _is_site_visit(clauses: Clauses, building: Building) -> bool:
    """Whether something without a known place is visited: "travel to Togo and visit a camp"."""
    verb = clauses.chunks[building.cue].verb
    visits = building.kind == "visit" and building.place is None
    return visits and verb is not None and verb.lemma in ("visit", "tour")


def _is_session(clauses: Clauses, building: Building) -> bool:
    """Whether an event noun tells of a part of a gathering: "a session of the leaders"."""
    noun = clauses.chunks[building.cue].noun
    return noun is not None and noun.low in ("session", "sessions")


def _on_sidelines(clauses: Clauses, building: Building) -> bool:
    """Whether a meeting is held beside a gathering: "met X on the sidelines of the summit"."""
    if building.kind != "meet" or _gathers(clauses, building):
        return False
    for chunk in clauses.chunks[building.cue + 1 :]:
        if chunk.kind == "P" and chunk.low in lexicon.words("relations", "sidelines"):
            return True
        if chunk.kind in ("V", ";"):
            return False
    return False


def _gathers(clauses: Clauses, building: Building) -> bool:
    """Whether an event noun tells of a gathering that people attend."""
    noun = clauses.chunks[building.cue].noun
    return noun is not None and noun.low in ("summit", "conference", "forum", "symposium")


def _the_parties(party: Party, text: str) -> bool:
    """Whether it is "the parties" that "will meet again": those who met last."""
    words = text[party.start : party.end].lower().split()[-1]
    known = party.kind == "group" and party.ref is not None and words in ("parties", "sides")
    return known and _once_more(text, party)


def _bare_people(party: Party, text: str) -> bool:
    """Whether it is "the ministers", nothing more: those whom a meeting before named."""
    if party.kind != "group" or not party.plural:
        return False
    word = text[party.start : party.end].lower()
    before = text[max(0, party.start - 4) : party.start].lower()
    return before == "the " and word in lexicon.words("relations", "two_people")
