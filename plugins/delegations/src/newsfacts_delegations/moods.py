"""How real and when an event is: modality, polarity and tense of a verb."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import Chunk, Verb, verb_of
from newsfacts_delegations.parties import Group, Phrases


class Mood(NamedTuple):
    """How an event stands: `modality`, `polarity` and `tense` of the record."""

    modality: str = "asserted"
    polarity: str = "positive"
    tense: str = "unspecified"


class Moods(ABC):
    """The part of `Clauses` that reads moods."""

    phrases: Phrases
    chunks: Sequence[Chunk]

    @abstractmethod
    def governor(self, v: int) -> int | None:
        """Give the verb that an infinitive, a gerund or a coordinated verb at v hangs on."""

    @abstractmethod
    def announced(self, v: int) -> Group | None:
        """Give who is to do something in a headline."""

    @abstractmethod
    def _undertaker(self, v: int) -> Group | None:
        """Give whose plan an infinitive tells."""

    def mood(self, v: int, depth: int = 0) -> Mood:
        """Read modality, polarity and tense of the verb at chunk v."""
        chunks = self.chunks
        verb = chunks[v].verb
        if verb is None or depth > 4:
            return Mood()
        modality, polarity, tense = _finite_mood(verb)
        if verb.form == "g" and tense == "past" and (self._now(v) or self._told(v)):
            tense = "present"
        bare = not verb.aux or (verb.infinitive and verb.aux == ("be",))
        if bare and (verb.infinitive or verb.form == "g"):
            above = self.governor(v)
            if above is not None and above > v and self.chunks[v - 1].kind == "," and v > 1:
                # "the ministers, meeting in Lome, agreed to talk"
                return self.reported_mood(above, depth + 1)
            if above is not None:
                upper = self.mood(above, depth + 1)
                if self._beside_saying(v, above):
                    upper = upper._replace(tense="present")
                modality, polarity, tense = self._under(v, above, upper, modality, polarity)
            elif verb.infinitive and self.announced(v) is not None:
                tense = "future"
        elif (above := self._let(v)) is not None:
            upper = self.mood(above, depth + 1)
            modality, tense = upper.modality, upper.tense
        elif (base := self.listed_after(v)) is not None:
            upper = self.mood(base, depth + 1)
            return upper._replace(polarity=polarity) if polarity == "negative" else upper
        lendings = lexicon.lendings("control")
        for lemma, _ in verb.controls:
            lent = lendings.get(lemma)
            if lent is None:
                continue
            if lent.modality and modality in ("asserted",):
                modality = lent.modality
                tense = "future"
            elif lemma in ("schedule", "set", "due", "slate", "arrange"):
                tense = "future"
            if lent.polarity:
                polarity = lent.polarity
        if "had" in verb.aux[:1] and any(
            lemma in lexicon.words("relations", "unfulfilled") for lemma, _ in verb.controls
        ):
            polarity = "negative"  # "had planned to meet"
        if "would" in verb.aux and modality == "asserted" and self._own_word(v):
            modality = "planned"
        conditional = "would" in verb.aux and chunks[0].low in ("if", "unless")
        if (conditional or self._hypothetical(v)) and modality == "asserted" and tense != "past":
            modality = "hypothetical"
        if self._denied(v):
            polarity = "negative"
        return Mood(modality, polarity, tense)

    def _let(self, v: int) -> int | None:
        """Give the verb above a bare infinitive: "let the ministers meet"."""
        chunks = self.chunks
        verb = verb_of(chunks[v])
        if verb.form != "b" or verb.aux or verb.controls or verb.infinitive:
            return None
        for k in range(v - 1, max(-1, v - 6), -1):
            above = chunks[k].verb
            if above is not None:
                return k if above.lemma in ("let", "help", "make") and k < v - 1 else None
            if chunks[k].kind not in ("NP", "P", "C"):
                return None
        return None

    def _own_word(self, v: int) -> bool:
        """Whether somebody says what he means to do himself: "she said she would visit"."""
        chunks = self.chunks
        k = v - 1
        while k >= 0 and chunks[k].kind == "T":
            k -= 1
        noun = chunks[k].noun if k > 0 else None
        if noun is None or noun.low not in lexicon.words("grammar", "personal_subjects"):
            return False
        k -= 1
        if chunks[k].low == "that":
            k -= 1
        verb = chunks[k].verb if k > 0 else None
        return verb is not None and verb.lemma in lexicon.words("reports", "verbs")

    def _now(self, v: int) -> bool:
        tokens = self.phrases.tokens
        chunk = self.chunks[v]
        return any(tokens[k].low in ("currently", "now") for k in range(chunk.first, chunk.last))

    def _told(self, v: int) -> bool:
        """Whether somebody says in the past what goes on: "they were meeting, officials said"."""
        chunks = self.chunks
        verb = verb_of(chunks[v])
        if not verb.aux or verb.controls or verb.aux[-1] not in ("was", "were"):
            return False
        reports = lexicon.words("reports", "verbs")
        if len(chunks) > v + 2 and (last := chunks[-1].verb) is not None:
            return last.lemma in reports and last.form == "d"
        for k in range(v - 1, -1, -1):
            above = chunks[k].verb
            if chunks[k].kind in (";", "R") or chunks[k].low in ("when", "while", "as"):
                return False
            if above is not None:
                return above.lemma in reports and above.form == "d" and not above.aux
        return False

    def _beside_saying(self, v: int, above: int) -> bool:
        """Whether a gerund tells who speaks: "officials attending the forum said"."""
        chunks = self.chunks
        verb, head = verb_of(chunks[v]), verb_of(chunks[above])
        if verb.form != "g" or verb.aux or verb.controls or not v or chunks[v - 1].kind != "NP":
            return False
        return head.lemma in lexicon.words("reports", "verbs") and head.form == "d" and not head.aux

    def reported_mood(self, v: int, depth: int = 0) -> Mood:
        """Read the mood of what happened beside the verb at v: "sought to ... during talks"."""
        verb = self.chunks[v].verb
        if verb is None or depth > 4:
            return Mood()
        if (verb.infinitive and not verb.aux) or (verb.form == "g" and not verb.aux):
            above = self.governor(v)
            if above is not None and above != v:
                return self.reported_mood(above, depth + 1)
        _, _, tense = _finite_mood(verb)
        modality = "asserted" if tense != "future" else self.mood(v).modality
        return Mood(modality, "positive", tense)

    def listed_after(self, v: int) -> int | None:
        """Give the verb that a bare form goes on from: "will visit Togo, meet X and attend Y".

        It is the one before that has the auxiliary, infinitive mark or governing verb of the list.
        """
        chunks = self.chunks
        verb = verb_of(chunks[v])
        if verb.form != "b" or verb.aux or verb.controls or verb.infinitive or not v:
            return None
        joined = chunks[v - 1].kind == "C"
        if not joined and chunks[v - 1].kind != ",":
            return None
        for k in range(v - 2, -1, -1):
            other = chunks[k].verb
            if chunks[k].kind in (";", "SUB"):
                return None
            if other is None or (k and chunks[k - 1].kind == "R"):
                continue
            if other.infinitive or other.controls or not _HELPERS.isdisjoint(other.aux):
                return k
            if other.form == "b" and not other.aux and k and chunks[k - 1].kind in (",", "C"):
                continue
            if other.finite:
                return k if joined else None
        return None

    def _under(
        self, v: int, above: int, upper: Mood, modality: str, polarity: str
    ) -> tuple[str, str, str]:
        """Give the mood of an infinitive or gerund below another verb."""
        verb, head = verb_of(self.chunks[v]), verb_of(self.chunks[above])
        polarity = "negative" if "negative" in (polarity, upper.polarity) else "positive"
        if verb.form == "g" and not verb.infinitive:
            before = self.chunks[v - 1].low if v else ""
            if before in ("before", "ahead of", "prior to", "for") and upper.tense == "future":
                return upper.modality, polarity, "future"
            offered = lexicon.lendings("control").get(head.lemma)
            if offered is not None and offered.modality == "requested" and above == v - 1:
                return "requested", polarity, "future"
            if head.infinitive and before in ("before", "ahead of", "prior to", "after"):
                return self.reported_mood(above)._replace(polarity=polarity)
            if before == "without":
                return upper.modality, "negative", upper.tense
            if before == "against" and upper.tense != "unspecified":
                return "planned", "negative", "future"  # "decided against going"
            if before == "from" and head.lemma in _HINDERING:
                barred = "positive" if upper.polarity == "negative" else "negative"
                return upper.modality, barred, "unspecified"
            return upper.modality, polarity, upper.tense
        noun = self.chunks[v - 1].noun if v else None
        if noun is not None and above < v - 1 and verb.infinitive:
            if noun.low in lexicon.words("relations", "request_nouns"):
                if head.lemma == "accept":
                    return "planned", polarity, "future"
                if self.turned_down(above):
                    polarity = "positive" if polarity == "negative" else "negative"
                return "requested", polarity, "future"
            if noun.low in lexicon.words("relations", "plan_nouns"):
                return "planned", polarity, "future"
        if verb.infinitive and self._undertaker(v) is not None:
            return "planned", polarity, "future"
        if head.lemma == "be" and noun is not None and self._ranks(above, v):
            return upper.modality, polarity, upper.tense
        if head.lemma in lexicon.words("events", "request", "verbs"):
            return "requested", polarity, "future"
        if upper.modality != "asserted":
            return upper.modality, polarity, "future"
        lent = lexicon.lendings("control").get(head.lemma)
        if lent is not None and lent.modality:
            return lent.modality, polarity, "future"
        if upper.tense == "past" and head.lemma in _LETTING:
            return upper.modality, polarity, "past"  # "allowed X and Y to hold talks"
        if upper.tense == "past":
            attends = verb.lemma in ("attend", "participate", "take", "join", "resume", "address")
            return "asserted" if attends else "planned", polarity, "future"
        return upper.modality, polarity, "future"

    def _ranks(self, above: int, v: int) -> bool:
        """Whether "be" and an infinitive rank who did it: "was the first leader to visit"."""
        tokens = self.phrases.tokens
        first, last = self.chunks[above].last, self.chunks[v].first
        return any(tokens[k].low in ("first", "last", "latest", "only") for k in range(first, last))

    def turned_down(self, v: int) -> bool:
        """Whether the verb at v says no: "rejected an invitation", "turned down an offer"."""
        chunk = self.chunks[v]
        lemma = verb_of(chunk).lemma
        if lemma in lexicon.words("events", "request", "refuse"):
            return True
        after = self.phrases.tokens[chunk.last : chunk.last + 1]
        return lemma == "turn" and bool(after) and after[0].low == "down"

    def _hypothetical(self, v: int) -> bool:
        chunks = self.chunks
        for k in range(v - 1, max(-1, v - 7), -1):
            if chunks[k].kind == "SUB":
                return chunks[k].low in ("if", "unless", "whether")
            if chunks[k].kind in ("V", ";"):
                return False
        return False

    def _denied(self, v: int) -> bool:
        """Whether "denied that" or "ruled out" stands over the verb, or "no" in its subject."""
        chunks = self.chunks
        tokens = self.phrases.tokens
        for k in range(v - 1, max(-1, v - 8), -1):
            verb = chunks[k].verb
            if verb is not None:
                return (
                    verb.lemma == "deny"
                    and not verb.negated
                    and (
                        any(chunks[x].kind == "SUB" for x in range(k + 1, v))
                        or is_gerund(verb_of(chunks[v]))
                    )
                )
            if chunks[k].kind == ";":
                return False
            if chunks[k].kind == "NP" and tokens[chunks[k].first].low in ("no", "neither", "none"):
                return True
        return False


def is_gerund(verb: Verb) -> bool:
    """Whether a verb group is "meeting" or "having met"."""
    if verb.controls:
        return False
    return (verb.form == "g" and not verb.aux) or verb.aux[:1] == ("having",)


def _finite_mood(verb: Verb) -> tuple[str, str, str]:
    polarity = "negative" if verb.negated else "positive"
    modality = "asserted"
    aux = verb.aux
    form = verb.controls[0][1] if verb.controls else verb.form
    if not _POSSIBLE.isdisjoint(aux):
        return "possible", polarity, "future"
    if not _REQUIRED.isdisjoint(aux):
        return "requested", polarity, "future"
    if "would" in aux and "have" in aux:
        return "hypothetical", "negative", "past"  # "would have met": they did not
    if not _FUTURE.isdisjoint(aux):
        return modality, polarity, "future"
    if "have" in aux[1:] and verb.controls and verb.lemma != "have":
        return modality, "negative", "past"  # "was to have met": they did not
    if verb.controls and verb.controls[0][1] == "to":  # "is to meet", "has to meet"
        return modality, polarity, "future"
    if not _PERFECT.isdisjoint(aux):
        if "been" in aux and form == "g" and "had" not in aux:
            return modality, polarity, "present"
        return modality, polarity, "past"
    if not _PAST.isdisjoint(aux):
        return modality, polarity, "past"
    if not _PRESENT.isdisjoint(aux):
        return modality, polarity, "present"
    if form in ("d", "n"):
        return modality, polarity, "past"
    if form in ("s", "b"):
        return modality, polarity, "present"
    return modality, polarity, "unspecified"


_HELPERS = frozenset(
    (
        "will", "would", "shall", "may", "might", "could", "can", "should", "must",
        "did", "do", "does", "'ll",
    )
)  # fmt: skip
_HINDERING = frozenset(("bar", "ban", "prevent", "stop", "block", "prohibit", "keep"))
_LETTING = frozenset(("allow", "enable", "help", "force"))
_POSSIBLE = frozenset(("may", "might", "could", "can", "ca"))
_REQUIRED = frozenset(("should", "must", "ought"))
_PERFECT = frozenset(("have", "has", "'ve", "having"))
_PAST = frozenset(("was", "were", "had", "did"))
_PRESENT = frozenset(("is", "are", "am", "'s", "'re"))
_FUTURE = frozenset(("will", "shall", "'ll", "wo", "would"))
