"""People without names that others found: "the Togolese envoys", "X's board", "Zelenskiy"."""

from collections.abc import Sequence, Set
from functools import cached_property
from typing import NamedTuple

import attrs

from newsfacts import Actor, MentionRef, Span
from newsfacts.text import countries
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import Chunk, Noun
from newsfacts_delegations.references import References
from newsfacts_delegations.story import Party
from newsfacts_delegations.tokens import Token
from newsfacts_delegations.twins import CODES, HALVES, SHARED, twins


class Described(NamedTuple):
    """A claim in the making: an actor that the words of a stretch of text name or describe.

    `name` is None where the words themselves are the name; `named` tells a name from a
    description.
    """

    kind: str = "group"
    represents: tuple[MentionRef, ...] = ()
    name: str | None = None
    country: str | None = None
    named: bool = False


_TWO = frozenset(("two", "both"))


class Descriptions(References):
    """The part of `Phrases` that reads people without names, and claims them when they are used."""

    described: dict[tuple[int, int], tuple[MentionRef, Described]]

    @cached_property
    def lows(self) -> frozenset[str]:
        """The words of the sentence, in small letters: what is asked before any closer look."""
        return frozenset([token.low for token in self.tokens])

    def describe(self, start: int, end: int, actor: Described) -> MentionRef:
        """File an actor under its words; give the mention that a claim of it will be."""
        known = self.described.get((start, end))
        ref = MentionRef(Actor.group, start, end) if known is None else known[0]
        self.described[(start, end)] = ref, actor
        return ref

    def claims(self, used: Set[object]) -> list[Actor]:
        """Claim those of the described actors that something refers to."""
        return [
            Actor(
                kind=actor.kind,
                name=actor.name or " ".join(self.text[start:end].split()),
                country=actor.country,
                represents=actor.represents,
                mention_type="NAM" if actor.named else "NOM",
                evidence=Span.of(self.text, start, end),
            )
            for (start, end), (ref, actor) in self.described.items()
            if ref in used
        ]

    def _unknown_name(self, i: int, noun: Noun) -> tuple[Party, ...]:
        """Read capitals that nobody else knows as a name: "then-minister Pinto", "Zelenskiy".

        Such a party has the kind `name`; where the sentence gives it a part that only somebody
        can play, it counts as a person.
        """
        chunk = self.chunks[i]
        tokens = self.tokens[chunk.first : chunk.last]
        owner = self.tokens[noun.owner].actor if noun.owner is not None else None
        if owner is not None and owner.kind == "country" and noun.owner is not None:
            tokens = self.tokens[noun.owner + 2 : chunk.last]  # "Kenya's Otieno"
        elif noun.owner is not None:
            return ()
        if self._titled_line or not tokens:
            return ()
        bare = len(tokens) == 1 or (len(tokens) == 2 and tokens[0].low == "the")
        if bare and tokens[-1].cap and tokens[-1].low in lexicon.words("people", "camps"):
            start, end = tokens[-1].start, tokens[-1].end
            ref = self.describe(start, end, Described("organization", named=True))
            return (Party(ref, "organization", start, end, True),)
        if len(tokens) == 1 and tokens[0].tag == "PL" and chunk.first == 0:
            start, end = tokens[0].start, tokens[0].end
            ref = self.describe(start, end, Described("person", named=True))
            return (Party(ref, "name", start, end),)
        last = len(tokens)
        first = last
        while first and _name_like(tokens[first - 1]):
            first -= 1
        if not 0 < last - first <= 4:
            return ()
        while 0 < first < last and tokens[first - 1].low in lexicon.words("grammar", "particles"):
            first -= 1
        before = tokens[:first]
        if before and last - first > 1 and before[-1].low in lexicon.words("people", "bodies"):
            start, end = tokens[first].start, tokens[-1].end
            ref = self.describe(start, end, Described("organization", named=True))
            return (Party(ref, "organization", start, end),)
        titled = bool(before) and lexicon.people().get(before[-1].low) == "title"
        if before and not titled and [token.low for token in before] != ["neither"]:
            return ()
        if not titled and chunk.first == 0 and len(tokens) == 1 and not self._acts(i):
            return ()
        start, end = tokens[first].start, tokens[-1].end
        ref = self.describe(start, end, Described("person", named=True))
        return (Party(ref, "person" if titled else "name", start, end),)

    def _acts(self, i: int) -> bool:
        """Whether a verb, an aside or another name follows the phrase that opens the sentence.

        "Ruiz and Petrov met", but not "Housing and welfare officials met".
        """
        following = self.chunks[i + 1].kind if i + 1 < len(self.chunks) else ""
        if following == "C" and i + 2 < len(self.chunks):
            other = self.chunks[i + 2].noun
            return other is None or self.tokens[other.head].cap or other.determiner is not None
        return following in ("V", ",", "C")

    @cached_property
    def _titled_line(self) -> bool:
        """Whether the verbs have capitals, as in a headline: capitals tell nothing then."""
        verbs = [token for token in self.tokens if token.verb is not None and token.tag == "V"]
        return bool(verbs) and all(token.cap for token in verbs)

    def _described(
        self, chunk: Chunk, noun: Noun, sort: str | None, complement: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Give the parties of a phrase whose head is a common noun."""
        tokens = self.tokens
        if noun.low in ("two", "pair", "duo", "couple"):
            married = noun.low == "couple"
            return (Party(None, "pair", chunk.start, chunk.end, True, married),)
        if sort is None:
            if noun.low in CODES and self._counted_two(chunk):
                return self._twins(chunk, noun)
            if noun.low in ("men", "women") and self._counted_two(chunk):
                return (Party(None, "pair", chunk.start, chunk.end, True, True),)
            return ()
        represented = tuple(
            Party(actor.ref, actor.kind, tokens[m].start, tokens[m].end)
            for m in noun.modifiers
            if (actor := tokens[m].actor) is not None
        )
        two = self._counted_two(chunk)
        if (
            not represented
            and not complement
            and (
                noun.low in ("sides", "both", "pair", "two", "duo")
                or (two and noun.low in lexicon.words("people", "anaphoric"))
            )
        ):
            if noun.low in lexicon.words("relations", "countries"):
                pair = self._two_countries(chunk.first) or self.story.pair
                if pair:
                    return tuple(Party(ref, "country", chunk.start, chunk.end) for ref in pair)
            persons = noun.low in lexicon.words("relations", "two_people")
            return (Party(None, "pair", chunk.start, chunk.end, True, persons),)
        if sort == "state" or noun.low == "government":
            if represented:
                return represented[-1:]
            if complement and complement[0].kind != "person":
                return complement
            if noun.determiner == "the" and self.story.home is not None and noun.low in (
                "government", "authorities", "administration", "regime",
            ):  # fmt: skip
                ref = self._country_above(chunk.first) or self.story.home
                return (Party(ref, "country", chunk.start, chunk.end),)
        through = bool(complement) and noun.low in lexicon.words("people", "transparent")
        if through and (len(complement) > 1 or complement[0].kind in ("group", "delegation")):
            return complement
        sides = noun.low in lexicon.words("people", "sides")
        if sides and complement and complement[0].kind == "pair":
            return complement
        theirs = noun.low in lexicon.words("relations", "two_people")
        teams = complement and self.text[: complement[0].end].endswith("delegations")
        if theirs and complement and complement[0].kind == "pair" and not teams:
            return (complement[0]._replace(persons=True),)  # "the leaders of the two countries"
        if through and not represented:
            represented = complement
        if len(represented) > 1 and _hyphened(tokens, noun):
            return represented
        end = max([chunk.end, *(party.end for party in complement)])
        start = tokens[chunk.first].start
        if noun.determiner in ("the", "a", "an") and chunk.last - chunk.first > 1:
            start = tokens[chunk.first + 1].start
        if start >= end:
            return ()
        head = tokens[noun.head]
        holder = self._holder(noun, chunk)
        if holder is not None:
            return (Party(holder, "person", start, end),)
        known = next(
            (
                group
                for group in self.story.groups
                if group.evidence[0].start <= head.start and head.end <= group.evidence[0].end
            ),
            None,
        )
        if known is not None:
            return (Party(known.ref, "group", start, end, _plural(noun.low)),)
        refs = [party.ref for party in represented[-1:] if party.ref is not None]
        ref = self.describe(start, end, Described(represents=tuple(refs)))
        return (Party(ref, "group", start, end, _plural(noun.low)),)

    def _twins(self, chunk: Chunk, noun: Noun) -> tuple[Party, ...]:
        """Give the states that "the two Koreas" are; one is claimed for both words, one for one."""
        tokens = self.tokens
        end = tokens[noun.head].end

        def claim(code: str, first: bool) -> MentionRef:
            start = tokens[noun.head - 1 if first else noun.head].start
            name = countries.country_name(code)
            return self.describe(start, end, Described("country", (), name, code, named=True))

        return tuple(
            Party(ref, "country", chunk.start, chunk.end)
            for ref in twins(noun.low, self.story.countries, claim)
        )

    def _half(self, i: int, noun: Noun) -> tuple[Party, ...]:
        """Give the state of "the North", or of the first word of "North and South Korea"."""
        chunks, tokens = self.chunks, self.tokens
        token = tokens[noun.head]
        code: str | None = None
        if noun.determiner == "the" and chunks[i].last == chunks[i].first + 2:
            code = HALVES[token.low] if "KR" in self.story.countries else None
        elif i + 2 < len(chunks) and chunks[i + 1].kind == "C":
            other = chunks[i + 2].noun
            beside = other.actor.country if other is not None and other.actor is not None else None
            code = SHARED.get((token.low, beside or ""))
        if code is None:
            return ()
        known = self.story.countries.get(code)
        if known is None:
            name = countries.country_name(code)
            known = self.describe(
                token.start, token.end, Described("country", (), name, code, named=True)
            )
        return (Party(known, "country", token.start, token.end),)

    def _counted_two(self, chunk: Chunk) -> bool:
        if self.lows.isdisjoint(_TWO):
            return False
        return any(self.tokens[k].low in _TWO for k in range(chunk.first, chunk.last))

    def _holder(self, noun: Noun, chunk: Chunk) -> MentionRef | None:
        """Give whom "the Kenyan leader" is, where the story named one leader of Kenya before."""
        sort = lexicon.office_sorts().get(noun.low)
        if sort is None or noun.determiner != "the" or len(noun.modifiers) != 1:
            return None
        actor = self.tokens[noun.modifiers[0]].actor
        if actor is None or actor.kind != "country" or actor.country is None:
            return None
        if noun.owner is None and noun.modifiers[0] != chunk.first + 1:
            return None  # "the former Kenyan leader"
        return self.story.holder(actor.country, sort)

    def _shared_noun(self, i: int) -> tuple[Party, ...] | None:
        """Read the first of "his Danish and Swedish counterparts": each is somebody's own.

        None where it is no such phrase; nobody where the holders of the offices are named.
        """
        chunks, tokens = self.chunks, self.tokens
        noun = chunks[i].noun
        if noun is None or noun.actor is None or noun.actor.country is None:
            return None
        token = tokens[noun.head]
        if not self._adjective(token):
            return None
        k = i + 1
        while k < len(chunks) and (
            chunks[k].kind in ("C", ",")
            or (chunks[k].kind == "NP" and chunks[k].last == chunks[k].first + 1)
        ):
            k += 1
        last = chunks[k].noun if i + 1 < k < len(chunks) else None
        if last is None or last.determiner is not None or not last.modifiers:
            return None
        beside = tokens[last.modifiers[0]]
        if not self._adjective(beside):
            return None
        offices = lexicon.words("people", "counterparts")
        several = last.low in lexicon.words("people", "teams")
        if last.actor is not None and last.actor.kind == "person":
            held = (each for each in tokens[chunks[k].first : last.head] if each.low in offices)
            return () if any(each.holder is not None for each in held) else None
        if last.low not in offices and not several:
            return None
        if tokens[last.head].holder is not None:
            return ()
        start, end = token.start, tokens[last.head].end
        common = self.text[beside.end : end]
        if last.low not in ("leaders", "delegations") and not several:
            common = common.removesuffix("s")  # each country has one
        name = " ".join(f"{self.text[token.start : token.end]} {common}".split())
        ref = self.describe(start, end, Described("group", (noun.actor.ref,), name))
        return (Party(ref, "group", start, end),)

    def _adjective(self, token: Token) -> bool:
        """Whether a token is what a country's people and offices are called by."""
        words = self.text[token.start : token.end]
        return words in countries.demonyms() or words in ("US", "U.S.", "UK", "U.K.")

    def office(self, i: int, last: int) -> Party:
        """Claim the unnamed holder of an office: the words of chunk i up to the token `last`."""
        tokens = self.tokens
        chunk = self.chunks[i]
        first = chunk.first + (tokens[chunk.first].tag == "D")
        start, end = tokens[first].start, tokens[last].end
        holder = tokens[first].holder
        if holder is not None:
            return Party(holder.ref, "person", start, end)
        named = self.story.holders.get(chunk.start) or self.story.holders.get(start)
        if named is not None:
            return Party(named, "person", start, end)
        bodies = [
            actor.ref
            for token in (*tokens[chunk.first : chunk.last], tokens[last])
            if (actor := token.actor) is not None and actor.kind != "person"
        ]
        ref = self.describe(start, end, Described(represents=tuple(bodies[:1])))
        return Party(ref, "group", start, end)

    def body(self, i: int, last: int) -> Party:
        """Claim the body that the words of chunk i up to the token `last` name: "X's board"."""
        tokens = self.tokens
        first = self.chunks[i].first
        if tokens[first].tag in ("D", "S") and first < last:
            first += 1
        start, end = tokens[first].start, tokens[last].end
        noun = self.chunks[i].noun
        owner = noun.owner if noun is not None else None
        held = tokens[owner if owner is not None else last - 1].actor if first < last else None
        body = (held.ref,) if held is not None and held.kind != "person" else ()
        ref = self.describe(start, end, Described(represents=body))
        return Party(ref, "group", start, end)

    def owner(self, i: int) -> Party | None:
        """Give the people that own the noun at chunk i: "the finance ministers' meeting"."""
        chunk = self.chunks[i]
        noun = chunk.noun
        if noun is None or noun.owner is None:
            return None
        token = self.tokens[noun.owner]
        before = tuple(m for m in noun.modifiers if m < noun.owner)
        cut = attrs.evolve(chunk, last=noun.owner + 1, end=token.end)
        inner = attrs.evolve(noun, head=noun.owner, low=token.low, owner=None, modifiers=before)
        if token.holder is not None:
            parties: tuple[Party, ...] = self._held(token.holder, i + 1)[0]
        else:
            parties = self._described(cut, inner, lexicon.people().get(token.low), ())
        return parties[0] if parties else None


def _name_like(token: Token) -> bool:
    """Whether a token can be a part of an unknown person's name."""
    low = token.low
    return (
        token.tag == "N"
        and token.cap
        and token.holder is None
        and token.verb is None
        and low.isalpha()
        and len(low) > 1
        and low not in lexicon.people()
        and low not in lexicon.noun_cues()
        and low not in lexicon.words("events", "sport", "words")
        and low not in lexicon.words("events", "thing", "words")
    )


def _plural(low: str) -> bool:
    """Whether a noun of people means several who can meet one another."""
    return (
        low.endswith("s")
        or low.startswith("heads of ")
        or low
        in (
            "police",
            "people",
            "businessmen",
            "leadership",
            "opposition",
        )
    )


def _hyphened(tokens: Sequence[Token], noun: Noun) -> bool:
    """Whether the modifiers are joined by a hyphen: "Israeli-Palestinian teams"."""
    if not noun.modifiers:
        return False
    return any(tokens[k].tag == "HY" for k in range(noun.modifiers[0], noun.modifiers[-1]))
