"""The extractor: cued sentences in, claims of delegations and events out."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
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
    PlaceMention,
    TimeExpression,
)
from newsfacts.text import TextRange
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, claim_of
from newsfacts_delegations.chunks import read_chunks
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.cues import CUES, WEAK
from newsfacts_delegations.delegations import find_delegations, lead_claims
from newsfacts_delegations.nouns import find_nouns, read_noun
from newsfacts_delegations.parties import Party, Phrases, Story
from newsfacts_delegations.roles import settle_roles
from newsfacts_delegations.tokens import read_tokens
from newsfacts_delegations.turns import taken_apart
from newsfacts_delegations.verbs import read_verb

_FOCUS_REACH = 3
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
        cued = [each for each in context.cued_sentences if _worth(context, each)]
        if not cued:
            return ()
        background = Background(context)
        found: list[Fact] = []
        recent: list[Party] = []
        gathering: MentionRef | None = None
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
                if building.apart and before is not None:
                    claim = attrs.evolve(claim, other_than=(before.ref,))
                elif renewed and last is not None:
                    claim = attrs.evolve(claim, other_than=(last,))
                elif building.attends and gathering is not None:
                    claim = attrs.evolve(claim, same_as=(gathering,))
                if _gathers(clauses, building):
                    gathering = claim.ref
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
            found += [claim for claim in phrases.claims.values() if claim.ref in used]
            found += events
        return found


def _named(building: Building) -> list[Party]:
    """Give those who meet, as far as they are named, without those who only bring them together."""
    return [
        party
        for party, role in building.parties.items()
        if party.ref is not None and role not in ("mediator", "organizer")
    ]


def _gathers(clauses: Clauses, building: Building) -> bool:
    """Whether an event noun tells of a gathering that people attend."""
    noun = clauses.chunks[building.cue].noun
    return noun is not None and noun.low in ("summit", "conference", "forum", "symposium")


def _worth(context: Context, sentence: TextRange) -> bool:
    """Whether a sentence has a strong cue, or a weak one beside two actors or places."""
    hits = context.cue_hits
    at = bisect_left(hits, sentence.start, key=lambda hit: hit.start)
    while at < len(hits) and hits[at].start < sentence.end:
        if hits[at].value not in WEAK:
            return True
        at += 1
    named = len(context.mentions_between(Actor, *sentence))
    return named + len(context.mentions_between(PlaceMention, *sentence)) > 1


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


class Background:
    """What the whole article tells: its people by sentence, its country, its dateline."""

    def __init__(self, context: Context) -> None:
        self._context = context
        actors = context.mentions(Actor)
        starts = [sentence.start for sentence in context.sentences]
        self._people: dict[int, Actor] = {}
        countries: Counter[str] = Counter()
        first: dict[str, MentionRef] = {}
        for actor in actors:
            if actor.kind == "person" and actor.mention_type != "PRO":
                at = bisect_right(starts, actor.evidence[0].start) - 1
                self._people.setdefault(at, actor)
            elif actor.kind == "country" and actor.country is not None:
                countries[actor.country] += 1
                first.setdefault(actor.country, actor.ref)
        self._starts = starts
        self._delegations: dict[frozenset[str], MentionRef] = {}
        self._first = first
        self._home = (
            first[min(countries, key=lambda code: (-countries[code], code))] if countries else None
        )
        ranked = sorted(countries, key=lambda code: (-countries[code], code))
        self._pair: tuple[MentionRef, ...] = ()
        if (
            len(ranked) > 1
            and countries[ranked[1]] > 1
            and (len(ranked) == 2 or countries[ranked[1]] > countries[ranked[2]])
        ):
            self._pair = (first[ranked[0]], first[ranked[1]])
        datelines = context.mentions(Dateline)
        self._here: Place | None = (
            datelines[0].places[0] if datelines and datelines[0].places else None
        )

    def phrases(self, text: str, sentence: TextRange) -> Phrases:
        """Read a sentence's tokens and noun phrases."""
        context = self._context
        start, end = sentence
        mentions = context.mentions_between(Actor, start, end)
        groups = tuple(
            actor
            for actor in mentions
            if actor.mention_type == "NOM" and actor.kind == "group" and not actor.same_as
        )
        actors = [actor for actor in mentions if actor.kind != "delegation" and actor not in groups]
        tokens = read_tokens(
            text, start, end, actors,
            context.mentions_between(TimeExpression, start, end),
            context.mentions_between(PlaceMention, start, end),
        )  # fmt: skip
        story = Story(
            self._focus(start), self._home,
            self._pair or self._two_before(start, "country"), self._here, groups,
            self._two_before(start, "person"), self._first,
        )  # fmt: skip
        return Phrases(text, tokens, read_chunks(tokens), story)

    def again(self, claim: Actor) -> Actor:
        """Point "the Togolese delegation" at the delegation of Togo told of before."""
        words = claim.name.lower().split()
        whom = frozenset(map(self._identity, claim.represents))
        known = self._delegations.get(whom)
        if known is None:
            self._delegations[whom] = claim.ref
        elif words[0] == "the" and whom and not claim.same_as:
            return attrs.evolve(claim, same_as=(known,))
        return claim

    def _identity(self, ref: object) -> str:
        """Give a name by which two mentions of one country or body are known as one."""
        if not isinstance(ref, MentionRef):
            return str(ref)
        for actor in self._context.mentions_between(Actor, ref.start, ref.start + 1):
            if actor.evidence[0].end == ref.end:
                return actor.country or actor.name.casefold()
        return f"{ref.start}"

    def _two_before(self, start: int, kind: str) -> tuple[MentionRef, ...]:
        """Give the two persons or countries that a sentence before named, if just two."""
        at = bisect_right(self._starts, start) - 1
        reach = 1 if kind == "country" else _FOCUS_REACH
        for back in range(reach + 1):
            if at - back < 0:
                break
            end = start if not back else self._starts[at - back + 1]
            found: dict[str, MentionRef] = {}
            for actor in self._context.mentions_between(Actor, self._starts[at - back], end):
                if actor.kind == kind and actor.mention_type == "NAM":
                    known = actor.country if kind == "country" else None
                    name = known or actor.name.rpartition(" ")[2].casefold()
                    found.setdefault(name, actor.ref)
            if len(found) == 2:
                return tuple(found.values())
            if len(found) > 2:
                break
        return ()

    def _focus(self, start: int) -> Actor | None:
        """Give the first person named in the nearest sentence before."""
        at = bisect_right(self._starts, start) - 1
        for back in range(1, _FOCUS_REACH + 1):
            if at - back in self._people:
                return self._people[at - back]
        return None


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
