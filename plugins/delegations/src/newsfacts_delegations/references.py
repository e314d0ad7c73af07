"""Whom pronouns and the like stand for: "he", "they", "the two countries", "his attempts"."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from newsfacts import Actor, MentionRef
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import Chunk
from newsfacts_delegations.story import Party, Story
from newsfacts_delegations.tokens import Token


def _told_that(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether the person at chunk k is who is told something: "told Ruiz that"."""
    return k + 1 < len(chunks) and chunks[k + 1].kind in ("SUB", "NP")


class References(ABC):
    """The part of `Phrases` that looks elsewhere for whom a phrase means."""

    text: str
    tokens: Sequence[Token]
    chunks: Sequence[Chunk]
    story: Story
    _opening_is_read: bool

    @abstractmethod
    def phrase(self, i: int) -> tuple[tuple[Party, ...], int]:
        """Read one noun phrase; give its parties and the next chunk."""

    @abstractmethod
    def _held(self, holder: Actor, j: int) -> tuple[tuple[Party, ...], int]:
        """Give the person whose title a phrase is, and the chunk after the name that follows."""

    @abstractmethod
    def _own(self, i: int) -> tuple[Party, ...]:
        """Give the party at the head of a noun phrase, if its head names one."""

    @abstractmethod
    def owner(self, i: int) -> Party | None:
        """Give the people that own the noun at chunk i."""

    def pronoun(self, at: int) -> Party:
        """Give whom the pronoun at a token stands for, if that is safe to say."""
        token = self.tokens[at]
        low = token.low
        if token.actor is not None:
            return Party(token.actor.ref, token.actor.kind, token.start, token.end)
        if low in ("they", "them", "their"):
            return Party(None, "pair", token.start, token.end, True)
        if low in ("he", "she", "him", "her", "his", "himself", "herself"):
            who = self._person_before(at, subject=low in ("he", "she", "his") or token.tag == "S")
            if who is not None:
                return Party(who.ref, "person", token.start, token.end)
            if low in ("he", "she") and (named := self._name_before(at)) is not None:
                return named._replace(kind="person") if named.kind == "name" else named
        if low in ("i", "we", "me", "my", "our"):
            who = self._speaker()
            if who is not None:
                return Party(who.ref, "person", token.start, token.end, low in ("we", "our"))
        return Party(None, "pronoun", token.start, token.end, low in ("we", "us", "our"))

    def _person_before(self, at: int, *, subject: bool) -> Actor | None:
        """Give the person whom "he" or "she" most likely is: the subject before, else the focus."""
        chunks = self.chunks
        clause_person: Actor | None = None
        reports = lexicon.words("reports", "verbs")
        told = False
        for k, chunk in enumerate(chunks):
            if chunk.first >= at:
                break
            if chunk.verb is not None:
                told = told or (clause_person is not None and chunk.verb.lemma in reports)
                continue
            noun = chunk.noun
            if noun is None:
                continue
            actor = noun.actor or noun.holder
            if actor is None or actor.kind != "person":
                continue
            if k and chunks[k - 1].kind == "P":
                continue
            if told and k and chunks[k - 1].verb is not None and _told_that(chunks, k):
                continue  # "Haddad told Ruiz that he would": Haddad
            if clause_person is not None:
                # "Haddad said that Otieno began his visit": the last one of what is said
                if told:
                    clause_person = actor
                break
            clause_person = actor
        if clause_person is None:
            return self.story.focus
        if subject:
            return clause_person
        # "Haddad received him": not Haddad.
        verbs = [k for k, chunk in enumerate(chunks) if chunk.kind == "V" and chunk.first < at]
        near = verbs[-1] if verbs else None
        first = next(
            k for k, chunk in enumerate(chunks)
            if chunk.noun is not None and (chunk.noun.actor or chunk.noun.holder) is clause_person
        )  # fmt: skip
        if near is not None and not any(
            chunks[m].kind in ("V", "SUB", "R", ";") for m in range(first + 1, near)
        ):
            return focus if (focus := self.story.focus) is not clause_person else None
        return clause_person

    def _name_before(self, at: int) -> Party | None:
        """Give the name that opens the sentence before the pronoun at a token, if nobody else."""
        chunks = self.chunks
        if len(chunks) < 2 or chunks[0].kind != "NP" or chunks[0].last > at:
            return None
        parties = self._own(0)
        if parties:
            return parties[0] if parties[0].kind == "name" else None
        noun = chunks[0].noun
        if noun is None or noun.low not in lexicon.people() or noun.low.endswith("s"):
            return None
        if self._opening_is_read:
            return None  # the phrase that opens the sentence asks for what it holds itself
        self._opening_is_read = True
        parties, _ = self.phrase(0)  # "The Togolese leader said he ..."
        self._opening_is_read = False
        return parties[0] if len(parties) == 1 and parties[0].kind == "group" else None

    def _body_that_said(self, i: int) -> Party | None:
        """Give the body or country that "it" stands for in "the army said it would ..."."""
        chunks = self.chunks
        k = i - 1
        while k >= 0 and (
            chunks[k].kind in ("SUB", "T") or (chunks[k].kind == "P" and chunks[k + 1].kind == "T")
        ):
            k -= 1
        verb = chunks[k].verb if k >= 0 else None
        if verb is None or verb.lemma not in lexicon.words("reports", "verbs") or not k:
            return None
        at = k - 1
        while at >= 0 and chunks[at].kind == "T":
            at -= 1
        if at < 0 or chunks[at].kind != "NP":
            return None
        parties, last = self.phrase(at)
        if not parties or last > k or parties[0].kind == "person":
            return None
        return parties[0]

    def its(self, at: int) -> Party | None:
        """Give the body or country that "its" at a token stands for: the first that is named."""
        for chunk in self.chunks:
            if chunk.first >= at:
                break
            actor = chunk.noun.actor if chunk.noun is not None else None
            if actor is not None and actor.kind in ("country", "organization"):
                token = self.tokens[chunk.last - 1]
                return Party(actor.ref, actor.kind, token.start, token.end)
        return None

    def _speaker(self) -> Actor | None:
        """Give who speaks in the sentence ("we will meet them," X said), else the focus."""
        reports = lexicon.words("reports", "verbs")
        chunks = self.chunks
        for k, chunk in enumerate(chunks):
            if chunk.verb is None or chunk.verb.lemma not in reports:
                continue
            for at in (k - 1, k + 1):
                noun = chunks[at].noun if 0 <= at < len(chunks) else None
                actor = (noun.actor or noun.holder) if noun is not None else None
                if actor is not None and actor.kind == "person":
                    return actor
        return self.story.focus

    def _two_countries(self, before: int) -> tuple[MentionRef, ...]:
        """Give the two countries that the sentence named before a token, if it named two."""
        found: dict[str, MentionRef] = {}
        for token in self.tokens[:before]:
            actor = token.actor
            if actor is None or actor.country is None:
                continue
            ref = actor.ref if actor.kind == "country" else self.story.countries.get(actor.country)
            if ref is not None and actor.kind in ("country", "organization"):
                found.setdefault(actor.country, ref)
        return tuple(found.values()) if len(found) == 2 else ()

    def _country_above(self, before: int) -> MentionRef | None:
        """Give the country of the body that the sentence begins with, ahead of a token."""
        for token in self.tokens[:before]:
            if token.tag in ("V", "AUX", "MD"):
                break
            if token.actor is not None and token.actor.kind == "organization":
                return self.story.countries.get(token.actor.country or "")
        return None

    def possessor(self, i: int) -> Party | None:
        """Give whom the noun at chunk i belongs to: "his attempts", "Kenya's bid"."""
        noun = self.chunks[i].noun
        if noun is None or noun.owner is None:
            return None
        token = self.tokens[noun.owner]
        if token.actor is not None:
            return Party(token.actor.ref, token.actor.kind, token.start, token.end)
        if token.tag == "S":
            party = self.pronoun(noun.owner)
            return party if party.ref is not None else None
        return self.owner(i) if token.low in lexicon.people() else None
