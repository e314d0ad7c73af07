"""The extractor: cued sentences in, claims of delegations and events out."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsfacts import (
    Actor,
    Article,
    Context,
    Event,
    Extractor,
    Fact,
    MentionRef,
)
from newsfacts.text import TextRange
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.background import Background
from newsfacts_delegations.builder import Building, claim_of
from newsfacts_delegations.circumstances import is_land
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.cues import CUES
from newsfacts_delegations.delegations import find_delegations, lead_claims, led_now
from newsfacts_delegations.headings import heads, pieces
from newsfacts_delegations.including import take_included
from newsfacts_delegations.nouns import find_nouns, read_noun
from newsfacts_delegations.parties import Party
from newsfacts_delegations.roles import settle_roles
from newsfacts_delegations.thread import Thread, named_parties
from newsfacts_delegations.turns import taken_apart
from newsfacts_delegations.verbs import read_verb


class DelegationsExtractor(Extractor):
    """Finds delegations, meetings, visits and calls."""

    name = "delegations"
    version = "0.1.0"
    cues = CUES
    provides = ("actors.delegation", "events.meeting")
    uses = ("places", "times", "dateline", "actors.named")

    def extract(self, article: Article, context: Context) -> Iterable[Fact]:
        """Give the claims of the article: delegations and described groups, then events."""
        if not context.cue_hits:
            return ()
        background = Background(article.text, context)
        cued = background.cued()
        if not cued:
            return ()
        found: list[Fact] = []
        thread = Thread()
        published = context.published
        before: TextRange | None = None
        for sentence in pieces(article.text, cued, heads(article.text, context)):
            phrases = background.phrases(article.text, sentence)
            clauses = Clauses(phrases)
            delegations = [
                background.again(claim) for claim in lead_claims(phrases, find_delegations(phrases))
            ]
            if not delegations and found and (head := led_now(phrases)) is not None:
                _give_head(found, head, before, sentence.start)
            before = sentence
            events: list[Event] = []
            thread.new_sentence()
            for building in _one_by_one(clauses):
                if building.hangs and not thread.goes_on(clauses.chunks[building.cue].start):
                    continue
                if building.there and thread.spot is None:
                    continue
                renewed = thread.fill(building, clauses)
                take_included(clauses, building)
                settle_roles(clauses, building)
                named = named_parties(building)
                _spread_delegations(building, delegations)
                claim = claim_of(clauses, building, published)
                if claim is None or _says_nothing(claim):
                    continue
                claim = thread.tied(claim, clauses, building, events, renewed=renewed)
                thread.note(claim, clauses, building, named)
                events.append(claim)
            thread.note_delegations(delegations)
            found += delegations
            if phrases.described:
                found += phrases.claims(_referred(delegations, events))
            found += events
        return found


def _give_head(found: list[Fact], head: MentionRef, before: TextRange | None, start: int) -> None:
    """Put a head to the delegation that the sentence right before begins with, if it has none."""
    if before is None or start - before.end > len(".\n\n"):
        return
    for k in range(len(found) - 1, -1, -1):
        claim = found[k]
        if isinstance(claim, Actor) and claim.kind == "delegation":
            opens = 0 <= claim.evidence[0].start - before.start <= len("The ")
            if opens and claim.head is None:
                found[k] = attrs.evolve(claim, head=head)
            return


def _referred(delegations: Sequence[Actor], events: Sequence[Event]) -> set[object]:
    """Give all that the claims of a sentence point at."""
    used: set[object] = {each.actor for event in events for each in event.participants}
    for claim in delegations:
        used.update((*claim.represents, *claim.members, claim.head))
    used.update(event.attribution.actor for event in events if event.attribution)
    return used


def _one_by_one(clauses: Clauses) -> Iterator[Building]:
    for building in _buildings(clauses):
        yield from taken_apart(clauses, building)


def _buildings(clauses: Clauses) -> list[Building]:
    """Read the events of a sentence, verbs and nouns, in order of position."""
    found: list[Building] = []
    nouns = {event.chunk: event for event in find_nouns(clauses)}
    taken: set[int] = set()
    for i, chunk in enumerate(clauses.chunks):
        if chunk.verb is not None:
            buildings = read_verb(clauses, i)
            found += buildings
            for building in buildings:
                if chunk.verb.lemma in ("act", "pay"):
                    taken.update(range(i + 1, building.last))
        elif i in nouns and i not in taken:
            found += read_noun(clauses, nouns[i])
    trips = {building.trip for building in found if building.trip is not None}
    return _merged(
        clauses, [each for each in found if each.trip is not None or each.cue not in trips]
    )


def _talks_of(clauses: Clauses, building: Building, last: Building) -> bool:
    """Whether one of two is what was said at the other: "met in Lome, discussing the plan"."""
    if not building.named or not set(building.parties) <= set(last.parties):
        return False
    chunks = clauses.chunks
    verb, before = chunks[building.cue].verb, chunks[last.cue].verb
    if before is not None and _purpose(clauses, building, last):
        return True
    if verb is None and before is not None and before.lemma in ("sit", "meet", "gather", "convene"):
        between = chunks[last.cue + 1 : building.cue]
        if (
            between
            and between[-1].low == "for"
            and all(each.kind in ("NP", "P", "T") for each in between)
        ):
            return True  # "sat down for talks"
    if verb is not None:
        return verb.lemma == "discuss" and verb.form == "g" and not verb.aux
    return before is not None and before.lemma == "discuss" and building.aside


def _purpose(clauses: Clauses, building: Building, last: Building) -> bool:
    """Whether talks are what a meeting is for: "met X to resume talks"."""
    chunks = clauses.chunks
    before = chunks[building.cue - 1].verb if building.cue else None
    if chunks[building.cue].verb is not None or before is None or not before.infinitive:
        return False
    own = chunks[last.cue].verb
    return (
        own is not None
        and own.lemma in ("meet", "sit", "gather")
        and clauses.governor(building.cue - 1) == last.cue
    )


def _beside(clauses: Clauses, building: Building) -> bool:
    """Whether it is the gathering that others met beside: "met on the sidelines of the summit"."""
    if not building.cue:
        return False
    before = clauses.chunks[building.cue - 1].low
    return before in lexicon.words("relations", "sidelines")


def _on_it(clauses: Clauses, building: Building, last: Building) -> bool:
    """Whether it is the visit that somebody goes on: "arrives in Togo on a five-day visit"."""
    chunks = clauses.chunks
    if building.kind != "visit" or last.kind != "visit" or building.cue < last.last:
        return False
    before = chunks[building.cue - 1].low
    if chunks[building.cue].noun is None or before not in ("on", "for"):
        return False
    if any(chunks[k].kind in ("V", ";", "SUB", "R") for k in range(last.cue + 1, building.cue)):
        return False
    here, there = building.place, last.place
    if here is None or here == there:
        return True
    within = there is not None and there.country == here.country and is_land(here)
    return within and there is not None and not is_land(there)


def _says_nothing(claim: Event) -> bool:
    """Whether nobody is known not to have met, nowhere and on no day."""
    known = claim.participants or claim.place is not None or claim.date is not None
    return claim.polarity == "negative" and claim.standing == "new" and not known


_BRINGING = frozenset(("mediator", "organizer"))


def _merged(clauses: Clauses, found: list[Building]) -> list[Building]:
    """Drop a noun's event that is the same as its verb's: "met for talks"."""
    kept: list[Building] = []
    for building in found:
        twin = next(
            (
                other
                for other in kept
                if other.kind == building.kind
                and building.kind == "meet"
                and other.first <= building.cue < other.last
                and (not building.named or set(building.parties) <= set(other.parties))
            ),
            None,
        )
        if twin is None and kept and _on_it(clauses, building, kept[-1]):
            twin = kept[-1]
        if twin is None and kept and kept[-1].kind == "meet" == building.kind:
            last = kept[-1]
            brought = all(role in _BRINGING for role in building.parties.values())
            inner = building.within and (not building.named or brought) and last.named
            low = clauses.chunks[building.cue - 1].low if building.cue else ""
            inner = inner or (low == "in" and brought and building.named and last.named)
            if inner or _beside(clauses, building) or _talks_of(clauses, building, last):
                twin = last
        if twin is not None:
            by = {p: role for p, role in building.parties.items() if role in _BRINGING}
            for party, role in by.items():
                twin.take([party], role)
            twin.place = twin.place or building.place
            twin.time = twin.time or building.time
            continue
        kept.append(building)
    return kept


def _spread_delegations(building: Building, delegations: Sequence[Actor]) -> None:
    """A delegation's head takes part with it; one of several bodies stands for each of them."""
    if not delegations:
        return
    claims = {claim.ref: claim for claim in delegations}
    for party, role in list(building.parties.items()):
        claim = claims.get(party.ref) if party.ref is not None else None
        if claim is None:
            continue
        if len(claim.represents) > 1:
            del building.parties[party]
            building.take(
                (
                    Party(ref, "organization", party.start, party.end)
                    for ref in claim.represents
                    if isinstance(ref, MentionRef)
                ),
                role,
            )
        if party.plural and isinstance(claim.head, MentionRef):
            building.take(  # "delegations led by X and Y": both are there
                (
                    Party(ref, "person", party.start, party.end)
                    for ref in claim.members
                    if isinstance(ref, MentionRef)
                ),
                role,
            )
        if isinstance(claim.head, MentionRef):
            building.take([Party(claim.head, "person", party.start, party.end)], role)
