"""Who a noun phrase stands for: the actor at its head, or those whom its people are of."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsfacts import Actor, MentionRef, Span
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import Chunk, Noun
from newsfacts_delegations.tokens import Token


class Party(NamedTuple):
    """Someone who takes part, at `start:end` of the text.

    `ref` points at the actor's mention. `kind` is the actor's; `pronoun` for one who is known
    only by a pronoun (`ref` is None then), `pair` for "the two leaders", "both sides".
    """

    ref: MentionRef | None
    kind: str
    start: int
    end: int
    plural: bool = False


class Group(NamedTuple):
    """Coordinated noun phrases: the chunks `first:last` and the parties that they name."""

    first: int
    last: int
    parties: tuple[Party, ...]


class Phrases:
    """The noun phrases of a sentence, read on demand; collects claims of described groups.

    `delegations` maps the index of a chunk whose head is a delegation to its claim's party and
    the index of the chunk after the delegation's phrase.
    """

    def __init__(self, text: str, tokens: Sequence[Token], chunks: Sequence[Chunk]) -> None:
        self.text = text
        self.tokens = tokens
        self.chunks = chunks
        self.delegations: dict[int, tuple[Party, int]] = {}
        self.described: dict[tuple[int, int], Actor] = {}
        self._groups: dict[int, Group] = {}

    def group(self, i: int) -> Group:
        """Read the coordinated noun phrases that begin at chunk i, which is an NP."""
        found = self._groups.get(i)
        if found is None:
            found = self._groups[i] = self._read_group(i)
        return found

    def _read_group(self, i: int) -> Group:
        chunks = self.chunks
        size = len(chunks)
        parties, j = self.phrase(i)
        while j < size:
            kind = chunks[j].kind
            if kind == "C":
                k = j + 1
                if k < size and chunks[k].kind == "," and k + 1 < size:
                    k += 1
                if k < size and chunks[k].kind == "P" and chunks[k].low in ("of", "with", "from", "between"):
                    k += 1
                if k < size and chunks[k].kind == "NP" and not self._opens_clause(k, listed=False):
                    more, j = self.phrase(k)
                    parties += more
                    continue
                break
            if kind == "," and j + 1 < size:
                k = j + 1
                if chunks[k].kind == "C" and k + 1 < size and chunks[k + 1].kind == "NP":
                    if self._opens_clause(k + 1, listed=True):
                        break
                    more, j = self.phrase(k + 1)
                    parties += more
                    continue
                if chunks[k].kind == "NP" and parties and self._listed(k):
                    more, j = self.phrase(k)
                    parties += more
                    continue
                closing = self._aside(j)
                if closing is not None and closing + 1 < size:
                    k = closing + 1
                    if chunks[k].kind == "C" and k + 1 < size and chunks[k + 1].kind == "NP":
                        if not self._opens_clause(k + 1, listed=True):
                            more, j = self.phrase(k + 1)
                            parties += more
                            continue
                    elif chunks[k].kind == "NP" and parties and self._listed(k):
                        more, j = self.phrase(k)
                        parties += more
                        continue
            break
        return Group(i, j, _distinct(parties))

    def _aside(self, comma: int) -> int | None:
        """Give the comma that closes a relative clause opened at a comma; None if there is none."""
        chunks = self.chunks
        if comma + 1 >= len(chunks) or chunks[comma + 1].kind != "R":
            return None
        for k in range(comma + 2, min(comma + 14, len(chunks))):
            if chunks[k].kind == ",":
                return k
            if chunks[k].kind in (";", "R"):
                return None
        return None

    def _listed(self, k: int) -> bool:
        """Whether the NP after a comma goes on with a list: an "and" comes, and no verb before."""
        chunks = self.chunks
        for m in range(k, min(k + 14, len(chunks))):
            kind = chunks[m].kind
            if kind == "C":
                return m + 1 < len(chunks) and chunks[m + 1].kind in ("NP", "P")
            if kind not in ("NP", ",", "P"):
                return False
            if kind == "P" and chunks[m].low not in ("of", "from", "for"):
                return False
        return False

    def _opens_clause(self, k: int, *, listed: bool) -> bool:
        """Whether the NP at k is the subject of a clause of its own ("..., and Haddad said")."""
        chunks = self.chunks
        _, j = self.phrase(k)
        if not listed:
            # "X and Y met": the verb belongs to both; "met X and Y said" has a verb before.
            before = next(
                (chunks[m].kind for m in range(k - 1, -1, -1) if chunks[m].kind in ("V", "SUB", "R", ";")),
                None,
            )
            if before != "V" or self._inside_relative(k):
                return False
            if not self._object_side(k):
                return False
        while j < len(chunks) and chunks[j].kind == "T":
            j += 1
        return j < len(chunks) and chunks[j].kind == "V" and (
            chunks[j].verb is not None and chunks[j].verb.finite and not _reduced(chunks, j)
        )

    def _object_side(self, k: int) -> bool:
        """Whether the phrase before the coordinator at k - 1 follows its verb directly."""
        chunks = self.chunks
        m = k - 2
        while m >= 0 and chunks[m].kind in ("NP", "P", ",", "C", "T"):
            m -= 1
        verb = chunks[m].verb if m >= 0 and chunks[m].kind == "V" else None
        return verb is not None and verb.lemma not in lexicon.words("reports", "verbs")

    def _inside_relative(self, k: int) -> bool:
        chunks = self.chunks
        for m in range(k - 1, -1, -1):
            if chunks[m].kind == "R":
                return True
            if chunks[m].kind in (";", "SUB"):
                return False
        return False

    def phrase(self, i: int) -> tuple[list[Party], int]:
        """Read one noun phrase with what belongs to it; give its parties and the next chunk."""
        chunks = self.chunks
        size = len(chunks)
        if i in self.delegations:
            party, j = self.delegations[i]
            return [party], j
        noun = chunks[i].noun
        if noun is None:
            return [], i + 1
        j = i + 1
        sort = lexicon.people().get(noun.low)
        own = self._own(i)
        person = bool(own) and own[0].kind == "person"
        complement: list[Party] = []
        while j < size:
            chunk = chunks[j]
            if chunk.kind == "P" and j + 1 < size and chunks[j + 1].kind == "NP":
                low = chunk.low
                if low == "of" or (
                    low in ("from", "for", "to", "in", "at", "on", "against", "with")
                    and (
                        (low == "from" and (sort or noun.actor is not None))
                        or (sort == "title" and low in ("for", "to") and not person)
                        or self.tokens[chunks[j].first].holder is not None
                        or (noun.holder is not None and low in ("for", "to"))
                    )
                ):
                    if low in ("for",) and sort == "group":
                        break
                    inner = self._complement(j + 1)
                    if low in ("of", "from") or sort == "title":
                        complement += inner.parties
                    j = inner.last
                    continue
            if chunk.kind == "(":
                k = j + 1
                while k < min(j + 6, size) and chunks[k].kind != ")":
                    k += 1
                if k < size and chunks[k].kind == ")":
                    j = k + 1
                    continue
            if chunk.kind == "NP" and sort == "title" and not own and chunk.noun is not None:
                # "the leader of its political bureau Ismail Haniyeh"
                follower = self._own(j)
                if follower and follower[0].kind == "person":
                    own, person = follower, True
                    j += 1
                    continue
            if chunk.kind == "," and j + 1 < size and chunks[j + 1].kind == "NP":
                step = self._apposition(i, j, sort, own, person)
                if step is not None:
                    named, j = step
                    if named:
                        own, person = named, named[0].kind == "person"
                    continue
            break
        if own:
            return own, j
        return self._described(i, j, noun, sort, complement), j

    def _complement(self, i: int) -> Group:
        """Read the noun phrases after "of" or "from"."""
        return self.group(i)

    def _apposition(
        self, i: int, comma: int, sort: str | None, own: list[Party], person: bool
    ) -> tuple[list[Party], int] | None:
        """Read what stands beside a noun phrase between commas.

        Gives the parties that it names in place of the phrase's own (none if it only describes
        them) and the chunk after it; None where it is no apposition.
        """
        chunks, size = self.chunks, len(self.chunks)
        k = comma + 1
        noun = chunks[k].noun
        if noun is None:
            return None
        if not own and sort == "title":
            if noun.actor is not None and noun.actor.kind == "person" and self._bare(k):
                last = k + 1
                if last < size and chunks[last].kind == ",":
                    last = self._after_comma(last)
                return self._own(k), last
            return None
        if person:
            described = lexicon.people().get(noun.low) == "title" or (
                noun.holder is not None and own and self._holds(noun.holder, own[0])
            )
            if not described and noun.actor is None and noun.low == "one":
                described = True
            if not described or (noun.actor is not None and noun.actor.kind == "person"):
                return None
            if noun.actor is not None and noun.actor.mention_type == "NAM":
                return None
            _, last = self.phrase(k)
            # "Kani, minister of X and head of Y," goes on
            while last + 1 < size and chunks[last].kind == "C" and chunks[last + 1].kind == "NP":
                inner = chunks[last + 1].noun
                if inner is None or lexicon.people().get(inner.low) != "title" or self._own(last + 1):
                    break
                _, last = self.phrase(last + 1)
            if last < size and chunks[last].kind == ",":
                last = self._after_comma(last)
            return [], last
        if own and own[0].kind in ("organization", "country", "group", "delegation"):
            # "Hamas, the group that ..." or "Egypt and Qatar, main mediators in ..."
            if noun.actor is None and noun.low in lexicon.people() and not self._listed(k):
                last = k + 1
                while last + 1 < size and chunks[last].kind == "P" and chunks[last + 1].kind == "NP":
                    last = self.group(last + 1).last
                if last >= size or chunks[last].kind in (",", ";"):
                    if last < size and chunks[last].kind == ",":
                        last = self._after_comma(last)
                    return [], last
        return None

    def _after_comma(self, comma: int) -> int:
        """Step over the comma that closes an apposition, unless a list goes on after it."""
        chunks = self.chunks
        if comma + 1 < len(chunks) and chunks[comma + 1].kind == "NP":
            return comma
        if comma + 1 < len(chunks) and chunks[comma + 1].kind in ("C", "R", "V", "P", "SUB", "T"):
            return comma if chunks[comma + 1].kind in ("R", "SUB") else comma + 1
        return comma

    def _bare(self, i: int) -> bool:
        """Whether a noun phrase is a name alone, with no title or country before it."""
        noun = self.chunks[i].noun
        return noun is not None and not noun.modifiers and noun.head == self.chunks[i].first

    def _holds(self, holder: Actor, party: Party) -> bool:
        return party.ref is not None and holder.ref == party.ref

    def _own(self, i: int) -> list[Party]:
        """Give the party at the head of a noun phrase, if its head names one."""
        noun = self.chunks[i].noun
        if noun is None:
            return []
        token = self.tokens[noun.head]
        if noun.actor is not None:
            actor = noun.actor
            kind = actor.kind
            if kind == "country" and self._demonym(i, noun):
                return []
            plural = kind == "group" and actor.mention_type == "NOM"
            return [Party(actor.ref, kind, token.start, token.end, plural)]
        if token.tag == "PN" and token.low in lexicon.words("grammar", "personal_subjects"):
            plural = token.low in ("they", "we", "them", "us")
            return [Party(None, "pronoun", token.start, token.end, plural)]
        return []

    def _demonym(self, i: int, noun: Noun) -> bool:
        return False

    def _described(
        self, i: int, j: int, noun: Noun, sort: str | None, complement: list[Party]
    ) -> list[Party]:
        """Give the parties of a phrase whose head is a common noun."""
        chunk = self.chunks[i]
        tokens = self.tokens
        premodifiers = [
            tokens[m] for m in noun.modifiers if tokens[m].actor is not None
        ]
        if sort is None:
            return []
        if noun.low in lexicon.words("people", "anaphoric") and not premodifiers and not complement and (
            _counted_two(tokens, chunk) or noun.low in ("sides", "both", "pair", "two")
        ):
            return [Party(None, "pair", chunk.start, chunk.end, True)]
        represented = [
            Party(token.actor.ref, token.actor.kind, token.start, token.end)
            for token in premodifiers
            if token.actor is not None
        ]
        if sort == "state":
            if len(represented) >= 1:
                return represented[-1:]
            if complement:
                return complement
        through = complement and (
            noun.low in lexicon.words("people", "transparent") or sort == "state"
        )
        if through and (len(complement) > 1 or complement[0].kind in ("group", "delegation")):
            return complement
        if through and not represented:
            represented = complement
        if len(represented) > 1 and _coordinated(tokens, noun):
            return represented
        end = chunk.end
        if complement:
            end = max(party.end for party in complement)
            end = max(end, chunk.end)
        start = tokens[chunk.first].start
        if noun.determiner in ("the", "a", "an") and chunk.last - chunk.first > 1:
            start = tokens[chunk.first + 1].start
        if start >= end:
            return []
        claim = Actor(
            kind="group",
            name=" ".join(self.text[start:end].split()),
            represents=[party.ref for party in represented[-1:] if party.ref is not None],
            mention_type="NOM",
            evidence=Span.of(self.text, start, end),
        )
        existing = self._existing(start, end)
        if existing is not None:
            return [existing]
        self.described[(start, end)] = claim
        return [Party(claim.ref, "group", start, end, sort == "group")]

    def _existing(self, start: int, end: int) -> Party | None:
        """Give the mention that already stands at exactly this place."""
        for token in self.tokens:
            if token.actor is not None and token.start == start and token.end == end:
                return Party(token.actor.ref, token.actor.kind, start, end)
        return None

    @property
    def claims(self) -> Mapping[tuple[int, int], Actor]:
        """The claims of described groups, by place."""
        return self.described


def _counted_two(tokens: Sequence[Token], chunk: Chunk) -> bool:
    return any(tokens[k].low in ("two", "both") for k in range(chunk.first, chunk.last))


def _coordinated(tokens: Sequence[Token], noun: Noun) -> bool:
    """Whether the modifiers are joined by a hyphen: "Israeli-Palestinian teams"."""
    return any(
        tokens[k].tag == "HY" for k in range(noun.modifiers[0], noun.modifiers[-1])
    ) if noun.modifiers else False


def _reduced(chunks: Sequence[Chunk], j: int) -> bool:
    """Whether a participle without auxiliary is a reduced relative: "talks mediated by Oman"."""
    verb = chunks[j].verb
    if verb is None or verb.aux or verb.controls or verb.form not in ("d", "n"):
        return False
    return j + 1 < len(chunks) and chunks[j + 1].kind == "P" and chunks[j + 1].low == "by"


def _distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    seen: set[object] = set()
    kept: list[Party] = []
    for party in parties:
        key: object = party.ref if party.ref is not None else (party.start, party.end)
        if key not in seen:
            seen.add(key)
            kept.append(party)
    return tuple(kept)


def reduced_relative(chunks: Sequence[Chunk], j: int) -> bool:
    """Whether the verb chunk j is a participle that goes with the noun before it."""
    return _reduced(chunks, j)
