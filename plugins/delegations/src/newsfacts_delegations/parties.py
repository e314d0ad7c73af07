"""Who a noun phrase stands for: the actor at its head, or those whom its people are of."""

from collections.abc import Sequence

from newsfacts import Actor
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import Chunk, Noun
from newsfacts_delegations.descriptions import Descriptions
from newsfacts_delegations.story import Group, Party, Story
from newsfacts_delegations.tokens import Token
from newsfacts_delegations.twins import HALVES

__all__ = ["Group", "Party", "Phrases", "Story", "reduced_relative"]


class Phrases(Descriptions):
    """The noun phrases of a sentence, read on demand; collects claims of described groups.

    `delegations` maps the index of a chunk whose head is a delegation to its parties and the
    index of the chunk after the delegation's phrase.
    """

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        chunks: Sequence[Chunk],
        story: Story | None = None,
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.chunks = chunks
        self.story = story if story is not None else Story()
        self.delegations: dict[int, tuple[tuple[Party, ...], int]] = {}
        self.described = {}
        self._read: dict[int, tuple[tuple[Party, ...], int]] | None = None
        self._groups: dict[tuple[int, bool], Group] = {}
        self._opening_is_read = False

    def group(self, i: int, *, inner: bool = False) -> Group:
        """Read the coordinated noun phrases that begin at chunk i, which is an NP.

        `inner` phrases stand after "of" or "from": a list there ends where a new person or new
        people are named.
        """
        found = self._groups.get((i, inner))
        if found is None:
            found = self._groups[(i, inner)] = self._read_group(i, inner)
        return found

    def _read_group(self, i: int, inner: bool) -> Group:
        parties, j = self.phrase(i)
        while True:
            k = self._next_in_list(j, bool(parties), inner)
            led = self._past_leader(j) if k is None and not inner else None
            if led is not None:
                k = self._next_in_list(led, bool(parties), inner)
            if k is None:
                break
            more, j = self.phrase(k)
            parties = parties + more
        return Group(i, j, _distinct(parties))

    def _past_leader(self, j: int) -> int | None:
        """Step over "led by X" in "a team led by X and a delegation headed by Y"."""
        chunks = self.chunks
        verb = chunks[j].verb if j + 2 < len(chunks) else None
        if verb is None or verb.lemma not in lexicon.words("relations", "lead"):
            return None
        if not reduced_relative(chunks, j) or chunks[j + 2].kind != "NP":
            return None
        last = self.phrase(j + 2)[1]
        behind = chunks[last + 1].noun if last + 1 < len(chunks) else None
        fresh = behind is not None and behind.actor is None and behind.determiner is not None
        return last if fresh and chunks[last].kind == "C" else None

    def _next_in_list(self, j: int, named: bool, inner: bool) -> int | None:
        """Give the chunk of the next noun phrase of a list that has come to chunk j."""
        chunks = self.chunks
        size = len(chunks)
        if j + 1 >= size:
            return None
        kind = chunks[j].kind
        k = j + 1
        if kind == "C":
            if chunks[k].kind == "," and k + 1 < size:
                k += 1
            if chunks[k].kind == "P" and chunks[k].low in _REPEATED and k + 1 < size:
                k += 1
            if chunks[k].kind == "NP" and not self._opens_clause(k, listed=False):
                return None if inner and self._fresh(k) else k
            return None
        if kind != "," or self._fronted(j):
            return None
        again = k + 2 < size and chunks[k].kind == "C" and chunks[k + 1].kind == "P"
        if again and chunks[k + 1].low in _REPEATED and chunks[k + 2].kind == "NP" and not inner:
            # "with X, minister of Y, and with Z"
            return None if self._opens_clause(k + 2, listed=True) else k + 2
        if chunks[k].kind == "C" and k + 1 < size and chunks[k + 1].kind == "NP":
            if inner or self._opens_clause(k + 1, listed=True):
                return None
            return k + 1
        if chunks[k].kind == "NP" and named and self._listed(k):
            return None if inner and self._fresh(k) else k
        closing = self._aside(j)
        if closing is None or closing + 1 >= size or inner:
            return None
        k = closing + 1
        if chunks[k].kind == "C" and k + 1 < size and chunks[k + 1].kind == "NP":
            return None if self._opens_clause(k + 1, listed=True) else k + 1
        if chunks[k].kind == "NP" and named and self._listed(k):
            return k
        return None

    def _fronted(self, comma: int) -> bool:
        """Whether the phrases before a comma open the clause: "With the help of Oman, the ..."."""
        chunks = self.chunks
        k = comma - 1
        while k >= 0 and chunks[k].kind in ("NP", "P", "C", "T"):
            k -= 1
        return chunks[k + 1].kind == "P" and (k < 0 or chunks[k].kind in (";", "SUB"))

    def _fresh(self, k: int) -> bool:
        """Whether a noun phrase names a person or people of its own: no part of "from A and B"."""
        noun = self.chunks[k].noun
        if noun is None or k in self.delegations or noun.low == "that":
            return True
        if noun.actor is not None:
            return noun.actor.kind == "person"
        return noun.low in lexicon.people()

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
                return m + 1 < len(chunks) and chunks[m + 1].kind in ("NP", "P", ",")
            if kind not in ("NP", ",", "P"):
                return False
            if kind == "P" and chunks[m].low not in ("of", "from", "for"):
                return False
        return False

    def _opens_clause(self, k: int, *, listed: bool) -> bool:
        """Whether the NP at k is the subject of a clause of its own ("..., and Haddad said")."""
        chunks = self.chunks
        _, j = self.phrase(k)
        before = next(
            (chunks[m].kind for m in range(k - 1, -1, -1) if chunks[m].kind in _CLAUSE_MARKS),
            None,
        )
        if before is None:
            return False  # "X, the minister, and Y met": the first verb belongs to both
        if not listed and (
            # "X and Y met": the verb belongs to both; "met X and Y said" has a verb before.
            before != "V" or self._inside_relative(k) or not self._object_side(k)
        ):
            return False
        while j < len(chunks) and chunks[j].kind == "T":
            j += 1
        if j >= len(chunks):
            return False
        verb = chunks[j].verb
        return verb is not None and verb.finite and not reduced_relative(chunks, j)

    def _object_side(self, k: int) -> bool:
        """Whether the phrase before the coordinator at k - 1 follows its verb directly."""
        chunks = self.chunks
        m = k - 2
        while m >= 0 and chunks[m].kind in ("NP", "P", ",", "C", "T"):
            if chunks[m].low in ("between", "both"):
                return False  # "talks between X and Y ended"
            m -= 1
        verb = chunks[m].verb if m >= 0 else None
        if verb is not None and reduced_relative(chunks, m):
            return False
        return verb is not None and verb.lemma not in lexicon.words("reports", "verbs")

    def _inside_relative(self, k: int) -> bool:
        chunks = self.chunks
        for m in range(k - 1, -1, -1):
            if chunks[m].kind == "R":
                return True
            if chunks[m].kind in (";", "SUB"):
                return False
        return False

    def settle(self) -> None:
        """Say that all delegations are filed: from now on phrases are read once."""
        self._read = {}

    def phrase(self, i: int) -> tuple[tuple[Party, ...], int]:
        """Read one noun phrase with what belongs to it; give its parties and the next chunk."""
        if self._read is None:
            return self._read_phrase(i)
        found = self._read.get(i)
        if found is None:
            found = self._read[i] = self._read_phrase(i)
        return found

    def _read_phrase(self, i: int) -> tuple[tuple[Party, ...], int]:
        chunks = self.chunks
        size = len(chunks)
        if i in self.delegations:
            return self.delegations[i]
        noun = chunks[i].noun
        if noun is None:
            return (), i + 1
        j = i + 1
        sort = lexicon.people().get(noun.low)
        own = self._own(i)
        if own and own[0].kind == "country" and (shared := self._shared_noun(i)) is not None:
            return shared, j
        if not own and noun.holder is not None:
            own, j = self._held(noun.holder, j)
        person = bool(own) and own[0].kind == "person"
        complement: tuple[Party, ...] = ()
        while j < size:
            chunk = chunks[j]
            if chunk.kind == "P" and j + 1 < size and chunks[j + 1].kind == "NP":
                step = self._attached(noun, sort, person, j)
                if step is None:
                    break
                complement += step.parties
                j = step.last
                continue
            if chunk.kind == "(":
                closing = next(
                    (k for k in range(j + 1, min(j + 6, size)) if chunks[k].kind == ")"), None
                )
                if closing is None:
                    break
                j = closing + 1
                if own and not person and (named := self._titled_after(j)):
                    own, person = named, True
                    j += 1
                continue
            if (
                chunk.kind == "NP" and sort == "title" and not own
                and self.tokens[chunk.first].tag != "PN"
            ):  # fmt: skip
                # "the head of its armed wing Salim Haddad", not "the minister she received"
                follower = self._own(j)
                if follower and follower[0].kind == "person":
                    own, person = follower, True
                    j += 1
                    continue
            if chunk.kind == "," and j + 1 < size and chunks[j + 1].kind == "NP":
                beside = self._apposition(j, sort, own, person)
                if beside is not None:
                    named, j = beside
                    if named:
                        own, person = named, named[0].kind == "person"
                    continue
            break
        if own:
            return own, j
        return self._described(chunks[i], noun, sort, complement), j

    def _titled_after(self, j: int) -> tuple[Party, ...]:
        """Give the person of "leader Salim Haddad" after "the Front (FP)"; else nothing."""
        noun = self.chunks[j].noun if j < len(self.chunks) else None
        if noun is None or noun.determiner is not None:
            return ()
        own = self._own(j)
        first = self.tokens[self.chunks[j].first]
        titled = first.holder is not None or lexicon.people().get(first.low) == "title"
        return own if titled and own and own[0].kind == "person" else ()

    def _held(self, holder: Actor, j: int) -> tuple[tuple[Party, ...], int]:
        """Give the person whose title a phrase is, and the chunk after the name that follows."""
        span = holder.evidence[0]
        party = Party(holder.ref, holder.kind, span.start, span.end)
        chunks = self.chunks
        for k in range(j - 1, min(j + 12, len(chunks))):
            if chunks[k].start <= span.start < chunks[k].end:
                return (party,), max(j, k + 1)
            if chunks[k].kind in ("V", ";", "SUB", "R") or chunks[k].start > span.end:
                break
        return (party,), j

    def _attached(self, noun: Noun, sort: str | None, person: bool, j: int) -> Group | None:
        """Read a prepositional phrase at chunk j that belongs to a noun; None if it does not."""
        chunks = self.chunks
        low = chunks[j].low
        held = self.tokens[chunks[j].first].holder is not None
        if low == "of":
            pass
        elif low == "from":
            if not sort and noun.actor is None:
                return None
        elif low in ("for", "to"):
            titled = sort == "title" and not person and (low == "for" or _sent(noun.low))
            above = chunks[j - 2].verb if j > 1 else None
            if low == "to" and above is not None and above.lemma in _SENDING:
                return None  # "sent an envoy to Lome"
            body = self.chunks[j + 1].noun
            behalf = (
                sort == "group"
                and low == "for"
                and body is not None
                and (body.actor is not None and body.actor.kind in ("country", "organization"))
            )
            if not held and not titled and noun.holder is None and not behalf:
                return None
        elif not held or low not in ("in", "at", "on", "against", "with"):
            return None
        if sort == "title" and not person and self._counts_as_one(noun):
            parties, last = self.phrase(j + 1)
            return Group(j + 1, last, parties)
        found = self.group(j + 1, inner=True)
        if low not in ("of", "from", "for") and sort != "title":
            return Group(found.first, found.last, ())
        return found

    def _counts_as_one(self, noun: Noun) -> bool:
        return noun.determiner not in ("these", "those", "several", "some", "many", "few")

    def _apposition(
        self, comma: int, sort: str | None, own: tuple[Party, ...], person: bool
    ) -> tuple[tuple[Party, ...], int] | None:
        """Read what stands beside a noun phrase between commas.

        Gives the parties that it names in place of the phrase's own (none if it only describes
        them) and the chunk after it; None where it is no apposition.
        """
        chunks, size = self.chunks, len(self.chunks)
        k = comma + 1
        noun = chunks[k].noun
        if noun is None or k in self.delegations:
            return None
        if not own and sort == "title":
            if noun.actor is not None and noun.actor.kind == "person" and self._bare(k):
                return self._own(k), self._after_comma(k + 1)
            name = self._own(k) if noun.actor is None and self._bare(k) else ()
            if name and name[0].kind == "name" and k + 1 < size and chunks[k + 1].kind == ",":
                return (name[0]._replace(kind="person"),), self._after_comma(k + 1)
            return None
        if not own and sort in ("group", "state") and self._named_body(k):
            # as people, whom one can talk to
            return (self._own(k)[0]._replace(kind="group"),), self._after_comma(k + 1)
        if person:
            described = (
                lexicon.people().get(noun.low) == "title"
                or (noun.holder is not None and noun.holder.ref == own[0].ref)
                or (noun.actor is None and noun.low == "one")
            )
            if not described or noun.actor is not None:
                return None
            if noun.holder is not None and noun.holder.ref != own[0].ref:
                return None
            _, last = self.phrase(k)
            # "Ruiz, minister of X and head of Y," goes on
            while last + 1 < size and chunks[last].kind == "C" and chunks[last + 1].kind == "NP":
                inner = chunks[last + 1].noun
                if inner is None or lexicon.people().get(inner.low) != "title":
                    break
                if self._own(last + 1) or (
                    inner.holder is not None and inner.holder.ref != own[0].ref
                ):
                    break
                _, last = self.phrase(last + 1)
            return (), self._after_comma(last)
        if not own or noun.actor is not None or noun.low not in lexicon.people():
            return None
        if own[0].kind not in ("organization", "country", "group") or self._listed(k):
            return None
        # "Oman and Kuwait, neighbours of the two, ..."
        last = k + 1
        while last + 1 < size and chunks[last].kind == "P" and chunks[last + 1].kind == "NP":
            last = self.group(last + 1, inner=True).last
        if last >= size or chunks[last].kind in (",", ";"):
            return (), self._after_comma(last)
        return None

    def _named_body(self, k: int) -> bool:
        """Whether the name of a body stands beside what it is: "the parliament, the Riksdag"."""
        noun = self.chunks[k].noun
        if noun is None or noun.actor is None or noun.actor.kind != "organization":
            return False
        following = self.chunks[k + 1].kind if k + 1 < len(self.chunks) else ";"
        return noun.owner is None and following in (",", ";") and not self._listed(k)

    def _after_comma(self, comma: int) -> int:
        """Step over the comma that closes an apposition, unless a list goes on after it."""
        chunks = self.chunks
        if comma + 1 >= len(chunks) or chunks[comma].kind != ",":
            return comma
        return comma + 1 if chunks[comma + 1].kind in ("V", "P", "T") else comma

    def _those_who_said(self, i: int) -> tuple[Party, ...]:
        """Give whom "they" means in "X and Y have said that they will attend"."""
        chunks = self.chunks
        k = i - 2 if i > 1 and chunks[i - 1].kind == "SUB" else i - 1
        verb = chunks[k].verb if k > 0 else None
        if verb is None or verb.lemma not in lexicon.words("reports", "verbs"):
            return ()
        first = k
        while first and chunks[first - 1].kind in ("NP", "C", ",", "P"):
            first -= 1
        if first == k or chunks[first].kind != "NP":
            return ()
        group = self.group(first)
        persons = all(each.kind == "person" for each in group.parties)
        return group.parties if len(group.parties) > 1 and persons and group.last == k else ()

    def _bare(self, i: int) -> bool:
        """Whether a noun phrase is a name alone, with no title or country before it."""
        noun = self.chunks[i].noun
        return noun is not None and not noun.modifiers and noun.head == self.chunks[i].first

    def _own(self, i: int) -> tuple[Party, ...]:
        """Give the party at the head of a noun phrase, if its head names one."""
        noun = self.chunks[i].noun
        if noun is None:
            return ()
        token = self.tokens[noun.head]
        if noun.actor is not None:
            actor = noun.actor
            return (Party(actor.ref, actor.kind, token.start, token.end),)
        if token.tag == "PN" and token.low == "it":
            said = self._body_that_said(i)
            return (said,) if said is not None else ()
        if token.tag == "PN" and token.low == "they":
            said = self._body_that_said(i)
            if said is not None and (said.plural or said.kind in ("country", "organization")):
                return (said,)
            if several := self._those_who_said(i):
                return several
        if token.tag == "PN" and token.low in lexicon.words("grammar", "personal_subjects"):
            return (self.pronoun(noun.head),)
        if token.cap and token.low in HALVES:
            return self._half(i, noun)
        return self._unknown_name(i, noun)


def _sent(low: str) -> bool:
    """Whether a title is held to a body or country: "envoy to Mali", not "king to Mali"."""
    return low not in lexicon.words("people", "sovereign") and low != "counterpart"


_SENDING = frozenset(("send", "dispatch", "invite", "bring", "take", "welcome"))


_REPEATED = frozenset(("of", "with", "from", "between"))
_CLAUSE_MARKS = frozenset(("V", "SUB", "R", ";"))


def reduced_relative(chunks: Sequence[Chunk], j: int) -> bool:
    """Whether a participle at chunk j goes with the noun before it: "talks mediated by Oman"."""
    verb = chunks[j].verb
    if verb is None or verb.aux or verb.controls or verb.form not in ("d", "n"):
        return False
    return j + 1 < len(chunks) and chunks[j + 1].kind == "P" and chunks[j + 1].low == "by"


def _distinct(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    if len(parties) < 2:
        return parties
    seen: set[object] = set()
    kept: list[Party] = []
    for party in parties:
        key: object = party.ref if party.ref is not None else (party.start, party.end)
        if key not in seen:
            seen.add(key)
            kept.append(party)
    return tuple(kept)
