"""The extractor: cued sentences in, claims of delegations and events out."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsfacts import (
    Actor,
    Article,
    Context,
    Dateline,
    Event,
    Extractor,
    Fact,
    MentionRef,
    Place,
)
from newsfacts.text import TextRange
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.background import Background
from newsfacts_delegations.builder import Building, claim_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.cues import CUES
from newsfacts_delegations.delegations import find_delegations, lead_claims
from newsfacts_delegations.nouns import find_nouns, read_noun
from newsfacts_delegations.parties import Party, Story
from newsfacts_delegations.roles import settle_roles
from newsfacts_delegations.turns import taken_apart
from newsfacts_delegations.verbs import read_verb

_HEADLINE = 160
_WRAPPED = re.compile(r"[a-z,]\n[a-z]")
"""A line that goes on in small letters: lines of such a text end anywhere."""
_LONGEST = 1200
"""Characters that are read as one sentence at most."""


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
        recent: list[Party] = []
        gathering: MentionRef | None = None
        venue: Place | None = None
        last: MentionRef | None = None
        published = context.published
        heads = _heads(article.text, context)
        for sentence in _pieces(article.text, cued, heads):
            phrases = background.phrases(article.text, sentence)
            clauses = Clauses(phrases)
            delegations = [
                background.again(claim) for claim in lead_claims(phrases, find_delegations(phrases))
            ]
            events: list[Event] = []
            told = False
            for building in _one_by_one(clauses):
                _resolve_pairs(building, recent, phrases.story, article.text)
                renewed = _renew(building, recent)
                settle_roles(clauses, building)
                named = _named(building)
                _spread_delegations(building, delegations)
                claim = claim_of(clauses, building, published)
                if claim is None:
                    continue
                before = next((each for each in reversed(events) if each.type == "meet"), None)
                if gathering is not None and _on_sidelines(clauses, building):
                    claim = attrs.evolve(claim, other_than=(gathering,), place=claim.place or venue)
                elif building.apart and before is not None:
                    claim = attrs.evolve(claim, other_than=(before.ref,))
                elif renewed and last is not None:
                    claim = attrs.evolve(claim, other_than=(last,))
                elif building.attends and gathering is not None:
                    claim = attrs.evolve(claim, same_as=(gathering,))
                if _gathers(clauses, building):
                    gathering, venue = claim.ref, claim.place or venue
                events.append(claim)
                within = claim.standing == "anaphoric" and set(named) <= set(recent)
                aside = building.aside and told
                if building.kind != "visit" and len(named) > 1 and not within and not aside:
                    recent, last, told = named, claim.ref, True
            used: set[object] = {each.actor for event in events for each in event.participants}
            for claim_ in delegations:
                used.update((*claim_.represents, *claim_.members, claim_.head))
            used.update(event.attribution.actor for event in events if event.attribution)
            found += delegations
            found += phrases.claims(used)
            found += events
        return found


def _named(building: Building) -> list[Party]:
    """Give those who meet, as far as they are named, without those who only bring them together."""
    return [
        party
        for party, role in building.parties.items()
        if party.ref is not None and role not in ("mediator", "organizer")
    ]


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


def _heads(text: str, context: Context) -> list[TextRange]:
    """Give what stands ahead of the story and is no part of its sentences, in order.

    A first line that ends without a stop is a headline, unless the lines of the whole text are
    broken that way; a dateline ends one, too.
    """
    found: list[TextRange] = []
    end = text.find("\n")
    line = text[:end].rstrip() if 0 < end <= _HEADLINE else ""
    headline = line and line[-1] not in '.!?:,;"”' and text[end + 1 : end + 2].isupper()
    if headline and not _WRAPPED.search(text, end, end + 2000):
        found.append(TextRange(end, end + 1))
    found += [
        TextRange(span.start, span.end)
        for dateline in context.mentions(Dateline)
        for span in dateline.evidence[:1]
    ]
    return found


def _pieces(
    text: str, sentences: Iterable[TextRange], heads: Sequence[TextRange] = ()
) -> Iterator[TextRange]:
    """Take headline and dateline apart from what follows, and cut what is too long.

    The cost stays linear on any text.
    """
    parts = (
        part
        for sentence in sentences
        for part in (_parted(sentence, heads) if heads else (sentence,))
    )
    for sentence in parts:
        start = sentence.start
        while sentence.end - start > _LONGEST:
            cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            end = cut if cut > 0 else start + _LONGEST
            yield TextRange(start, end)
            start = end
        yield TextRange(start, sentence.end)


def _parted(sentence: TextRange, heads: Sequence[TextRange]) -> Iterator[TextRange]:
    start = sentence.start
    for head in heads:
        if start < head.start and head.end < sentence.end:
            yield TextRange(start, head.start)
        if start <= head.start and head.end < sentence.end:
            start = head.end
    yield TextRange(start, sentence.end)


def _one_by_one(clauses: Clauses) -> Iterator[Building]:
    for building in _buildings(clauses):
        yield from taken_apart(clauses, building)


def _renew(building: Building, recent: Sequence[Party]) -> bool:
    """Give "further talks" the parties of those told before; say whether it did."""
    if not building.renewed or building.parties or not recent:
        return False
    building.take(recent)
    return True


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
    if verb is not None:
        return verb.lemma == "discuss" and verb.form == "g" and not verb.aux
    return before is not None and before.lemma == "discuss" and building.aside


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
        if twin is None and kept and kept[-1].kind == "meet" == building.kind:
            last = kept[-1]
            inner = building.within and not building.named and last.named
            if inner or _talks_of(clauses, building, last):
                twin = last
        if twin is not None:
            twin.place = twin.place or building.place
            twin.time = twin.time or building.time
            continue
        kept.append(building)
    return kept


def _bare_people(party: Party, text: str) -> bool:
    """Whether it is "the ministers", nothing more: those whom a meeting before named."""
    if party.kind != "group" or not party.plural:
        return False
    word = text[party.start : party.end].lower()
    before = text[max(0, party.start - 4) : party.start].lower()
    return before == "the " and word in lexicon.words("relations", "two_people")


def _resolve_pairs(building: Building, recent: list[Party], story: Story, text: str) -> None:
    """Put the parties of the meeting before for "the two leaders", "both sides", "they".

    Where no meeting was told, "the two leaders" are the two persons whom a sentence before named.
    """
    pairs = [party for party in building.parties if party.kind == "pair" and party.ref is None]
    both = [each for each in recent if each.kind == "person"]
    if len(both) == 2:
        pairs += [each for each in building.parties if _bare_people(each, text)]
    for party in pairs:
        role = building.parties[party]
        alike = (party.persons or party.ref is not None) and all(
            each.kind == "person" for each in recent
        )
        if 2 <= len(recent) <= 3 and building.kind == "meet" and (building.named or alike):
            del building.parties[party]
            building.take(recent, role)
        elif party.ref is None and party.persons and len(story.people) == 2:
            del building.parties[party]
            building.take(
                (Party(ref, "person", party.start, party.end) for ref in story.people), role
            )
    if pairs and not building.named and building.standing == "new":
        building.standing = "definite"


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
        if isinstance(claim.head, MentionRef):
            building.take([Party(claim.head, "person", party.start, party.end)], role)
