"""What the whole article tells: its people by sentence, its countries, its dateline."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Generic, TypeVar

import attrs

from newsfacts import (
    Actor,
    Context,
    Dateline,
    Fact,
    MentionRef,
    Place,
    PlaceMention,
    Time,
    TimeExpression,
)
from newsfacts.text import TextRange
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import read_chunks
from newsfacts_delegations.cues import OF_PERSONS, WEAK
from newsfacts_delegations.parties import Phrases
from newsfacts_delegations.persons import may_tell_of_meeting, tells_of_persons
from newsfacts_delegations.story import Story
from newsfacts_delegations.tagging import read_tokens
from newsfacts_delegations.words import verb_forms

_FOCUS_REACH = 3
_LEAD = 400
"""Characters of a story that tell what is new, at most."""
_HEADLINE = 60
"""Characters of a sentence that may be a headline."""
_BEFORE_GOVERNMENT = 18
_TOLD = {"told"}
_SHORTLY = 90
"""Characters of a sentence in which a pronoun tells whom it is about."""
_HE = re.compile(r"^[^\"“”']*\b(?:[Hh]e|[Ss]he)\b[^\"“”]*$")
F = TypeVar("F", bound=Fact)


def _holds_clause(actor: Actor) -> bool:
    """Whether a description reaches too far: "the first to visit Togo", "the king's visit to Y"."""
    words = actor.name.split(" ")
    if _POSSESSION.search(actor.name):
        return True
    return "to" in words[1:-1] and any(
        one == "to" and (form := verb_forms().get(other)) is not None and "b" in form.forms
        for one, other in itertools.pairwise(words)
    )


_POSSESSION = re.compile(r"['’]s? [^'’]*\b(?:visit|trip|tour|meeting|talks)\b")


class Mentions(Generic[F]):
    """Mentions of one kind in order of position, and where each begins."""

    __slots__ = ("_starts", "all")

    def __init__(self, mentions: Sequence[F]) -> None:
        self.all = mentions
        self._starts = [mention.evidence[0].start for mention in mentions]

    def between(self, start: int, end: int) -> Sequence[F]:
        """Give those that begin inside `start:end`."""
        first = bisect_left(self._starts, start)
        return self.all[first : bisect_left(self._starts, end, first)]

    def count(self, start: int, end: int) -> int:
        """Count those that begin inside `start:end`."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)


class Background:
    """Answers what a sentence leaves to the rest of the article; see `Telling`."""

    def __init__(self, text: str, context: Context) -> None:
        self._text = text
        self._context = context
        self._actors = Mentions(context.mentions(Actor))
        self._places = Mentions(context.mentions(PlaceMention))
        self._delegations: dict[frozenset[str], MentionRef] = {}
        self._last: MentionRef | None = None

    def cued(self) -> list[TextRange]:
        """Give the sentences that have a strong cue, or a weak one beside two actors or places."""
        context = self._context
        hits = context.cue_hits
        size = len(hits)
        found: list[TextRange] = []
        at = 0
        for sentence in context.cued_sentences:
            start, end = sentence
            cues: set[str] = set()
            while at < size and hits[at].start < end:
                if hits[at].start >= start:
                    cues.add(hits[at].value)
                at += 1
            if cues <= WEAK and (
                self._actors.count(start, end) + self._places.count(start, end) < 2
            ):
                continue
            if not cues <= OF_PERSONS or self._of_persons(cues, start, end):
                found.append(sentence)
        return found

    def _of_persons(self, cues: set[str], start: int, end: int) -> bool:
        """Whether a sentence has the persons without whom its cues tell of nothing."""
        words = self._text[start:end]
        if cues == _TOLD and not may_tell_of_meeting(words):
            return False
        return tells_of_persons(words, self._actors.between(start, end))

    def phrases(self, text: str, sentence: TextRange) -> Phrases:
        """Read a sentence's tokens and noun phrases."""
        start, end = sentence
        actors: list[Actor] = []
        groups: list[Actor] = []
        far: dict[int, MentionRef] = {}
        for actor in self._actors.between(start, end):
            if actor.mention_type == "NOM" and actor.kind == "group" and not actor.same_as:
                groups.append(actor)
            elif actor.mention_type == "NOM" and _holds_clause(actor):
                far[actor.evidence[0].start] = actor.ref
            elif actor.kind != "delegation":
                actors.append(actor)
        tokens = read_tokens(
            text, start, end, actors, self._times.between(start, end),
            self._places.between(start, end),
        )  # fmt: skip
        return Phrases(text, tokens, read_chunks(tokens), Story(self, start, tuple(groups), far))

    @cached_property
    def _times(self) -> Mentions[TimeExpression]:
        return Mentions(self._context.mentions(TimeExpression))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self._context.sentences]

    @cached_property
    def _people(self) -> Mapping[int, Actor]:
        """Give the first person told of in each sentence, by its number."""
        found: dict[int, Actor] = {}
        carried: set[int] = set()
        for actor in self._actors.all:
            if actor.kind in ("person", "group"):
                at = bisect_right(self._starts, actor.evidence[0].start) - 1
                if at in found:
                    continue
                if actor.kind == "person" and self._of_him(actor, at):
                    carried.add(at)
                elif at not in carried and (actor.kind == "person" or self._opens(actor, at)):
                    found[at] = actor
        return found

    def _of_him(self, actor: Actor, number: int) -> bool:
        """Whether a sentence is about somebody told before: "She will be received by X"."""
        before = self._text[self._starts[number] : actor.evidence[0].start]
        return len(before) < _SHORTLY and _HE.search(before) is not None

    def _opens(self, actor: Actor, number: int) -> bool:
        """Whether a sentence begins with somebody described: "The top envoy will fly to Togo"."""
        span = actor.evidence[0]
        if actor.mention_type != "NOM" or span.start > self._starts[number] + len("The "):
            return False
        return lexicon.people().get(span.text.rpartition(" ")[2].lower()) == "title"

    @cached_property
    def _ranked(self) -> Sequence[tuple[str, int]]:
        """Give the countries by how often they are named, ties by which is named first."""
        counted = Counter(
            actor.country
            for actor in self._actors.all
            if actor.kind == "country" and actor.country is not None
        )
        return sorted(counted.items(), key=lambda item: -item[1])

    @cached_property
    def countries(self) -> Mapping[str, MentionRef]:
        """The first mention of each country, by its code."""
        first: dict[str, MentionRef] = {}
        for actor in self._actors.all:
            code = actor.country if actor.kind == "country" else None
            if code is not None and code not in first:
                first[code] = actor.ref
        return first

    @cached_property
    def home(self) -> MentionRef | None:
        """The country whose government is named first, else the country named most."""
        for actor in self._actors.all:
            if actor.kind == "country" and actor.country is not None:
                end = actor.evidence[0].end
                after = self._text[end : end + _BEFORE_GOVERNMENT].lower()
                start = actor.evidence[0].start
                before = self._text[max(0, start - _BEFORE_GOVERNMENT) : start].lower()
                if after.removeprefix("'s").removeprefix("’s").startswith(" government") or (
                    before.endswith(("government of ", "government of the "))
                ):
                    return self.countries[actor.country]
        return self.countries[self._ranked[0][0]] if self._ranked else None

    @cached_property
    def here(self) -> Place | None:
        """The place of the dateline."""
        datelines = self._context.mentions(Dateline)
        return datelines[0].places[0] if datelines and datelines[0].places else None

    @cached_property
    def day(self) -> Time | None:
        """The day that the story opens with: that of the article or the day before."""
        published = self._context.published
        if published is None or len(published) < len("2000-01-01"):
            return None
        today = date.fromisoformat(published[:10])
        news = (today.isoformat(), (today - timedelta(days=1)).isoformat())
        datelines = self._context.mentions(Dateline)
        start = datelines[0].evidence[0].end if datelines else 0
        for mention in self._times.between(start, self._lead(start)):
            time = mention.time
            if mention.type in ("DATE", "TIME") and time.start == time.end and time.start in news:
                return Time.of(time.start)
        return None

    def _lead(self, start: int) -> int:
        """Give the end of the first sentence of the story, past a headline."""
        for sentence in self._context.sentences:
            if sentence.end - max(start, sentence.start) > _HEADLINE:
                return min(sentence.end, start + _LEAD)
        return start + _LEAD

    @cached_property
    def _two_most(self) -> tuple[MentionRef, ...]:
        """Give the two countries that the story is about, if there are just two of them."""
        ranked = self._ranked
        if len(ranked) < 2 or ranked[1][1] < 2:
            return ()
        if len(ranked) > 2 and ranked[1][1] == ranked[2][1]:
            return ()
        return (self.countries[ranked[0][0]], self.countries[ranked[1][0]])

    def pair(self, start: int) -> tuple[MentionRef, ...]:
        """The two countries that "the two countries" are at a place in the text."""
        return self._two_most or self._two_before(start, "country")

    def people(self, start: int) -> tuple[MentionRef, ...]:
        """The two persons that a sentence shortly before named, if it named just two."""
        return self._two_before(start, "person")

    @cached_property
    def _holders(self) -> Mapping[str, Sequence[tuple[Actor, str]]]:
        """Give the persons with offices of each country, with the words of their titles."""
        found: dict[str, list[tuple[Actor, str]]] = {}
        for actor in self._actors.all:
            if actor.kind == "person":
                for role in actor.roles:
                    if role.country is not None and not role.former:
                        title = role.title.lower().replace("prime minister", "premier")
                        found.setdefault(role.country, []).append((actor, title))
        return found

    def holder(self, country: str, titles: frozenset[str], start: int) -> MentionRef | None:
        """The one person named before who holds such an office of a country."""
        found: dict[str, MentionRef] = {}
        for actor, title in self._holders.get(country, ()):
            if actor.evidence[0].start >= start:
                break
            if not titles.isdisjoint(title.split()):
                found.setdefault(actor.name.rpartition(" ")[2].casefold(), actor.ref)
        return next(iter(found.values())) if len(found) == 1 else None

    def again(self, claim: Actor) -> Actor:
        """Point "the Togolese delegation" at the delegation of Togo told of before."""
        words = claim.name.lower().split()
        if len(words) == 2 and words[0] in ("the", "its") and not claim.represents:
            return attrs.evolve(claim, same_as=(self._last,)) if self._last else claim
        self._last = claim.ref
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
        for actor in self._actors.between(ref.start, ref.start + 1):
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
            for actor in self._actors.between(self._starts[at - back], end):
                if actor.kind == kind and actor.mention_type == "NAM":
                    known = actor.country if kind == "country" else None
                    name = known or actor.name.rpartition(" ")[2].casefold()
                    found.setdefault(name, actor.ref)
            if len(found) == 2:
                return tuple(found.values())
            if len(found) > 2:
                break
        return ()

    def focus(self, start: int) -> Actor | None:
        """The first person named in the nearest sentence before."""
        at = bisect_right(self._starts, start) - 1
        for back in range(1, _FOCUS_REACH + 1):
            if at - back in self._people:
                return self._people[at - back]
        return None
