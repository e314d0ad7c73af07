"""The extractor: cued sentences in, claims of delegations and events out."""

from collections.abc import Iterable

from newsfacts import Actor, Article, Context, Event, Extractor, Fact, PlaceMention, TimeExpression
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, claim_of
from newsfacts_delegations.chunks import read_chunks
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.delegations import find_delegations, lead_claims
from newsfacts_delegations.nouns import find_nouns, read_noun
from newsfacts_delegations.parties import Party, Phrases
from newsfacts_delegations.tokens import read_tokens
from newsfacts_delegations.verbs import read_verb

CUES = (
    "meet*", "met", "talk", "talks", "talked", "talking", "negotiat*", "confer", "conferred",
    "huddl*", "sat down", "sit down", "sitting down", "sits down", "receive*", "receiving",
    "host", "hosts", "hosted", "hosting", "welcom*", "greet*", "visit*", "travel*", "flew", "fly",
    "flies", "flying", "flown", "headed", "heads", "heading", "head", "left", "leave", "leaves",
    "leaving", "depart*", "arriv*", "landed", "go", "goes", "going", "gone", "went", "came", "come",
    "comes", "coming", "due in", "due to", "attend*", "took part", "take part", "takes part",
    "taking part", "participat*", "chair*", "mediat*", "broker*", "summit*", "session*", "round",
    "conference", "conferences", "phone*", "telephon*", "call", "calls", "spoke", "speak",
    "speaks", "spoken", "speaking", "conversation*", "discuss*", "consult*", "exchanged views",
    "trip", "tour", "toured", "touring", "stopover", "delegation*", "delegates", "dialogue",
    "dialog", "symposium", "forum", "gather*", "conven*", "reconven*", "assembl*", "audience",
    "encounter", "dinner", "lunch", "breakfast", "jirga", "videoconference", "teleconference",
    "present", "attendance", "was in", "is in", "were in", "been in", "guarantor*", "stay",
)  # fmt: skip


class DelegationsExtractor(Extractor):
    """Finds delegations, meetings, visits and calls."""

    name = "delegations"
    version = "0.1.0"
    cues = CUES
    provides = ("actors.delegation", "events.meeting")
    uses = ("places", "times", "dateline", "actors.named")

    def extract(self, article: Article, context: Context) -> Iterable[Fact]:
        """Give the claims of the article: delegations and described groups, then events."""
        found: list[Fact] = []
        recent: list[Party] = []
        published = context.published
        for sentence in context.cued_sentences:
            phrases = self._phrases(article.text, sentence.start, sentence.end, context)
            clauses = Clauses(phrases)
            delegations = lead_claims(phrases, find_delegations(phrases))
            heads = {claim.ref: claim.head for claim in delegations if claim.head is not None}
            events: list[Event] = []
            for building in _buildings(clauses):
                _resolve_pairs(building, recent)
                _add_heads(building, heads)
                claim = claim_of(clauses, building, published)
                if claim is None:
                    continue
                events.append(claim)
                named = [party for party in building.parties if party.ref is not None]
                if building.kind == "meet" and len(named) > 1:
                    recent = named
            used = {each.actor for event in events for each in event.participants}
            used |= {ref for claim in delegations for ref in (*claim.represents, *claim.members, claim.head)}
            used |= {event.attribution.actor for event in events if event.attribution is not None}
            found += delegations
            found += [claim for claim in phrases.claims.values() if claim.ref in used]
            found += events
        return found

    @staticmethod
    def _phrases(text: str, start: int, end: int, context: Context) -> Phrases:
        actors = [
            actor for actor in context.mentions_between(Actor, start, end) if actor.kind != "delegation"
        ]
        tokens = read_tokens(
            text, start, end, actors,
            context.mentions_between(TimeExpression, start, end),
            context.mentions_between(PlaceMention, start, end),
        )  # fmt: skip
        return Phrases(text, tokens, read_chunks(tokens))


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
                if building.kind == "visit" or chunk.verb.lemma == "act":
                    taken.update(range(building.first, building.last))
        elif i in nouns and i not in taken:
            found += read_noun(clauses, nouns[i])
    return _merged(found)


def _merged(found: list[Building]) -> list[Building]:
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
        if twin is not None:
            twin.place = twin.place or building.place
            twin.time = twin.time or building.time
            continue
        kept.append(building)
    return kept


def _resolve_pairs(building: Building, recent: list[Party]) -> None:
    """Put the parties of the meeting before for "the two leaders", "both sides"."""
    pairs = [party for party in building.parties if party.kind == "pair"]
    for party in pairs:
        role = building.parties.pop(party)
        if 2 <= len(recent) <= 3:
            building.take(recent, role)


def _add_heads(building: Building, heads: dict[object, object]) -> None:
    """A delegation's head takes part with it."""
    for party, role in list(building.parties.items()):
        head = heads.get(party.ref)
        if head is not None and building.kind != "visit":
            building.take([Party(head, "person", party.start, party.end)], role)  # type: ignore[arg-type]


_ = lexicon
