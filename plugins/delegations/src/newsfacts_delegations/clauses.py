"""Clauses: the subject of a verb, what governs it and what follows it."""

from collections.abc import Iterator

import attrs

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import verb_of
from newsfacts_delegations.moods import Mood, Moods, is_gerund
from newsfacts_delegations.parties import Group, Party, Phrases, reduced_relative

__all__ = ["Clauses", "Mood"]

_HEADLINED = frozenset(("NP", ",", "C", "(", ")"))
_SIDES = frozenset(("person", "name", "country", "organization"))
_NOT_WHEN = frozenset(("since", "until", "till", "before", "after", "to", "than"))


class Clauses(Moods):
    """Reads the clauses of one sentence."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.chunks = phrases.chunks

    def governor(self, v: int) -> int | None:
        """Give the verb that an infinitive, a gerund or a coordinated verb at v hangs on."""
        chunks = self.chunks
        verb = verb_of(chunks[v])
        m = v - 1
        while m >= 0:
            kind = chunks[m].kind
            if kind == "V":
                return m
            if kind == ";" or (kind == "SUB" and not verb.infinitive):
                break
            m -= 1
        if is_gerund(verb):
            for m in range(v + 1, len(chunks)):
                other = chunks[m].verb
                if other is not None and other.finite:
                    return m
        return None

    def subject(self, v: int, depth: int = 0) -> Group | None:
        """Give the noun phrases that are the subject of the verb at chunk v."""
        chunks = self.chunks
        verb = chunks[v].verb
        if verb is None or depth > 4:
            return None
        m = self._before_day(v - 1)
        if verb.infinitive and not verb.finite:
            return self._infinitive_subject(v, depth)
        if is_gerund(verb):
            return self._gerund_subject(v, m, depth)
        base = self.listed_after(v)
        if base is not None:
            return self.subject(base, depth + 1)
        if v == 3 and (pair := self._headline_pair(v)) is not None:
            return pair
        if (m >= 0 and chunks[m].kind == "C") or (
            m >= 1 and chunks[m].kind == "," and chunks[m - 1].kind == "C"
        ):
            return self._shared_subject(v, m, depth)
        if m >= 0 and chunks[m].low == "but":
            return self._shared_subject(v, m, depth)  # "visited Togo but was denied a meeting"
        return self._subject_before(m, depth)

    def _headline_pair(self, v: int) -> Group | None:
        """Give the two of a headline whose comma is an "and": "Kenya, Togo hold talks"."""
        chunks, tokens = self.chunks, self.phrases.tokens
        if v != 3 or chunks[1].kind != "," or tokens[-1].tag == "." or chunks[0].kind != "NP":
            return None
        if chunks[2].kind != "NP" or any(each.kind == "," for each in chunks[3:]):
            return None
        one, other = self.phrases.group(0), self.phrases.group(2)
        both = (*one.parties, *other.parties)
        if len(one.parties) != 1 or len(other.parties) != 1 or both[0] == both[1]:
            return None
        if any(each.kind not in _SIDES for each in both):
            return None
        return Group(0, 3, both)

    def _before_day(self, m: int) -> int:
        """Step back over the day that ends at chunk m: "the king on Monday met"."""
        chunks = self.chunks
        while m >= 0 and chunks[m].kind == "T":
            m -= 1
            if m > 0 and chunks[m].low == "on" and chunks[m - 1].kind in ("NP", ")", ","):
                m -= 1
        return m

    def _shared_subject(self, v: int, m: int, depth: int) -> Group | None:
        for k in range(m - 1, -1, -1):
            other = self.chunks[k].verb
            if other is not None and self.chunks[k].kind == "V":
                if (
                    other.form == "g"
                    and not other.aux
                    and self.chunks[v].verb is not None
                    and (
                        self.chunks[v].verb.form != "g"  # type: ignore[union-attr]
                    )
                ):
                    continue
                if reduced_relative(self.chunks, k):
                    continue
                return self.subject(k, depth + 1)
            if self.chunks[k].kind == ";":
                break
        return None

    def _infinitive_subject(self, v: int, depth: int) -> Group | None:
        chunks = self.chunks
        own = self._undertaker(v) or self._for_whom(v) or self.announced(v)
        if own is not None:
            return own
        above = self.governor(v)
        if above is None:
            return None
        verb = verb_of(chunks[above])
        requests = lexicon.words("events", "request", "verbs") | lexicon.words(
            "events", "request", "bring"
        )
        lemma = verb.lemma
        if verb.passive and lemma in requests:
            return self.subject(above, depth + 1)
        if lemma in requests:
            k = above + 1
            if k < v and chunks[k].kind == "P" and chunks[k].low in ("on", "for", "upon", "to"):
                k += 1
            if k < v and chunks[k].kind == "NP":
                group = self.phrases.group(k)
                if group.parties:
                    return group
        if verb.passive:
            # "was sent to Cairo to meet X"; "a session was held to discuss"
            return self.subject(above, depth + 1)
        return self.subject(above, depth + 1)

    def announced(self, v: int) -> Group | None:
        """Give who is to do something in a headline: "Kenya, Togo to resume talks"."""
        chunks, tokens = self.chunks, self.phrases.tokens
        if not v or not verb_of(chunks[v]).infinitive or tokens[-1].tag == ".":
            return None
        if chunks[0].kind != "NP" or any(each.kind not in _HEADLINED for each in chunks[:v]):
            return None
        last = chunks[v - 1].noun
        stated = lexicon.words("relations", "plan_nouns") | lexicon.words(
            "relations", "request_nouns"
        )
        if last is None or last.low in stated:
            return None
        parties: list[Party] = []
        k = 0
        while k < v:
            group = self.phrases.group(k)
            if chunks[k].kind == "NP":
                parties += group.parties
            k = max(group.last, k + 1)
        return Group(0, v, tuple(parties)) if parties else None

    def _for_whom(self, v: int) -> Group | None:
        """Give the subject of "time for the two sides to meet"."""
        chunks = self.chunks
        for k in range(v - 2, max(-1, v - 8), -1):
            kind = chunks[k].kind
            if kind == "P" and chunks[k].low == "for" and chunks[k + 1].kind == "NP":
                verb = chunks[k - 1].verb if k else None
                cue = lexicon.verb_cues().get(verb.lemma) if verb is not None else None
                if cue is not None and cue.kind == "visit":
                    return None  # "left for Togo to meet X"
                group = self.phrases.group(k + 1)
                return group if group.last == v and group.parties else None
            if kind not in ("NP", "P", "C", ","):
                return None
        return None

    def _undertaker(self, v: int) -> Group | None:
        """Give whose plan an infinitive tells: "the efforts of X to arrange", "X's bid to meet"."""
        chunks = self.chunks
        plans = lexicon.words("relations", "plan_nouns")
        for k in range(v - 1, max(-1, v - 12), -1):
            noun = chunks[k].noun
            if noun is not None and noun.low in plans:
                if k == v - 1:
                    party = self.phrases.possessor(k)
                    if party is not None:
                        return Group(k, k + 1, (party,))
                    # "progress in efforts to resume talks": whose efforts, nobody says
                    whose = noun.determiner is None and k > 0 and chunks[k - 1].kind == "P"
                    return Group(k, k + 1, ()) if whose and noun.low.endswith("s") else None
                if chunks[k + 1].low not in ("of", "by") or chunks[k + 2].kind != "NP":
                    return None
                group = self.phrases.group(k + 2)
                return group if group.parties and group.last == v else None
            if chunks[k].kind not in ("NP", "P", "C", ","):
                return None
        return None

    def _gerund_subject(self, v: int, m: int, depth: int) -> Group | None:
        chunks = self.chunks
        if m >= 0 and chunks[m].kind == "NP":
            near = next(
                (
                    group
                    for k in range(self._region(m), m + 1)
                    if chunks[k].kind == "NP"
                    and (group := self.phrases.group(k)).last == m + 1
                    and group.parties
                ),
                None,
            )
            found = self._subject_before(m, depth)
            if found is not None and found.parties and found.last == m + 1:
                return found
            if near is not None:
                return near
        if m > 0 and chunks[m].kind == "," and chunks[m - 1].kind == "NP":
            beside = self._subject_before(m - 1, depth)  # "The ministers, meeting in Lome, agreed"
            if beside is not None and beside.parties and beside.last == m:
                return beside
        above = self.governor(v)
        if above is not None and m > above and (accused := self._accused(above, m)) is not None:
            return accused
        return self.subject(above, depth + 1) if above is not None else None

    def _accused(self, above: int, m: int) -> Group | None:
        """Give whom a verb says to do something: "accused X of meeting", "barred X from"."""
        chunks = self.chunks
        verb = verb_of(chunks[above])
        if verb.lemma not in lexicon.words("relations", "accuse"):
            return None
        if chunks[m].low not in ("of", "for", "from"):
            return None
        if verb.passive or chunks[above + 1].kind != "NP":
            return None
        whom = self.phrases.group(above + 1)
        return whom if whom.parties and whom.last == m else None

    def _subject_before(self, m: int, depth: int) -> Group | None:
        """Read the subject that ends at chunk m or before it, asides skipped."""
        chunks = self.chunks
        for _ in range(4):
            m = self._before_day(m)
            if m < 0:
                return None
            kind = chunks[m].kind
            if kind == "R":
                return self.antecedent(m)
            if kind == ",":
                opening = self._opening(m)
                if opening is not None:
                    m = opening - 1
                    continue
                m -= 1
                continue
            if kind == "--":
                opening = next(
                    (k for k in range(m - 1, max(-1, m - 20), -1) if chunks[k].kind == "--"), None
                )
                if opening is None:
                    return None
                outer = self._subject_before(opening - 1, depth + 1)
                if outer is None:
                    return None
                return self._with_members(outer, opening + 1, m)
            if kind == ")":
                while m >= 0 and chunks[m].kind != "(":
                    m -= 1
                m -= 1
                continue
            break
        if m < 0 or chunks[m].kind != "NP":
            return None
        first = self._region(m)
        group = self._last_group(first, m)
        if group is None:
            if first and reduced_relative(chunks, first - 1):
                k = first - 2
                if k >= 0 and chunks[k].kind == ",":
                    k -= 1
                return self._subject_before(k, depth + 1) if depth < 5 else None
            return None
        # The object of a relative clause or participle: "the envoy who heads the team met".
        before = group.first - 1
        if before >= 0 and chunks[before].kind == "P" and before >= 1:
            before -= 1
        if before >= 0 and chunks[before].kind == "V":
            k = before - 1
            participle = verb_of(chunks[before])
            if participle.form == "g" and not participle.aux and k >= 0 and chunks[k].kind == "NP":
                return self._subject_before(k, depth)
            if reduced_relative(chunks, before) and k >= 0 and chunks[k].kind in ("NP", ","):
                return self._subject_before(k if chunks[k].kind == "NP" else k - 1, depth)
            if k >= 0 and chunks[k].kind == "R" and k >= 1:
                return self.antecedent(k)
        return group

    def _with_members(self, outer: Group, first: int, last: int) -> Group:
        """Add those listed between dashes: "the two rivals -- X and Y -- met"."""
        k = first
        while k < last and self.chunks[k].kind not in ("V", "R", "SUB"):
            if self.chunks[k].kind == "NP":
                inner = self.phrases.group(k)
                named = [party for party in inner.parties if party.ref is not None]
                if inner.last >= last and len(named) > 1:
                    kept = [party for party in outer.parties if party.ref is not None]
                    return Group(outer.first, last + 1, (*kept, *named))
                return outer
            k += 1
        return outer

    def _opening(self, closing: int) -> int | None:
        """Give the comma that opens the aside that a comma closes."""
        chunks = self.chunks
        for k in range(closing - 1, -1, -1):
            kind = chunks[k].kind
            if kind in (";",):
                return None
            if kind == "," and k + 1 < closing:
                after = chunks[k + 1]
                verb = after.verb
                if (
                    after.kind in ("R", "P", "SUB")
                    or after.low in ("due", "fresh", "back")
                    or (
                        verb is not None
                        and (verb.infinitive or not verb.aux)
                        and not verb.controls
                        and verb.form in ("d", "n", "g")
                    )
                ):
                    return k
        return None

    def antecedent(self, r: int) -> Group | None:
        """Give the noun phrases that a relative pronoun stands for."""
        chunks = self.chunks
        if chunks[r].low in ("where", "when", "whose"):
            return None
        m = r - 1
        if m >= 0 and chunks[m].kind == ",":
            m -= 1
        if m < 0 or chunks[m].kind != "NP":
            return None
        first = self._region(m)
        who = self._who(r, first, m) if chunks[r].low == "who" else None
        found = who or self._last_group(first, m)
        if found is not None:
            return found
        k = first
        while k <= m:
            if chunks[k].kind == "NP":
                found = self.phrases.group(k)
                k = max(found.last, k + 1)
            else:
                k += 1
        return found

    def _who(self, r: int, first: int, m: int) -> Group | None:
        """Give the person named right before "who is": the last one of a list."""
        chunks = self.chunks
        verb = chunks[r + 1].verb if r + 1 < len(chunks) else None
        if verb is None or not m or chunks[m - 1].kind != "P":
            return None
        singular = verb.aux[:1] in (("is",), ("was",), ("has",)) or verb.form in ("d", "s")
        for k in range(first, m + 1):
            if chunks[k].kind != "NP":
                continue
            group = self.phrases.group(k)
            if group.last == m + 1 and group.parties and group.parties[-1].kind == "person":
                several = len(group.parties) > 1 and singular
                return attrs.evolve(group, parties=group.parties[-1:]) if several else group
        return None

    def _region(self, m: int) -> int:
        """Give the first chunk of the stretch of phrases that ends at chunk m."""
        chunks = self.chunks
        k = m
        while k > 0 and chunks[k - 1].kind in ("NP", "P", "C", ",", "T", "(", ")"):
            k -= 1
        if k > 1 and chunks[k - 1].kind == "V" and chunks[k - 2].kind == "R" and k - 3 >= 0:
            # "Okoro, who heads the bloc, Ruiz and Wei": the list began before.
            comma = next((x for x in range(k, m) if chunks[x].kind == ","), None)
            if comma is not None and comma + 1 <= m and chunks[k - 3].kind == ",":
                k = k - 3
                while k > 0 and chunks[k - 1].kind in ("NP", "P", "C", ","):
                    k -= 1
        return k

    def _last_group(self, first: int, m: int) -> Group | None:
        """Read phrases from `first` on; give the last that no preposition governs, to chunk m."""
        chunks = self.chunks
        k = first
        last: Group | None = None
        governed = False
        if m > first and chunks[m].kind == "NP" and chunks[m - 1].low in ("after", "before"):
            return self.phrases.group(m)  # "hours after the envoy had met"
        while k <= m:
            kind = chunks[k].kind
            if kind == "NP":
                group = self.phrases.group(k)
                if not governed:
                    last = group
                governed = False
                k = max(group.last, k + 1)
                continue
            governed = kind == "P" or (kind == "C" and governed)
            k += 1
        return last

    def complements(self, start: int) -> Iterator[tuple[str, int]]:
        """Give what follows a verb or event noun within its clause, from chunk `start` on.

        Each item is a preposition (`""` for a bare phrase, `"T"` for a time) and the index of
        the chunk: the noun phrase's, or the time's.
        """
        chunks = self.chunks
        size = len(chunks)
        k = start
        while k < size:
            chunk = chunks[k]
            kind = chunk.kind
            if kind == "T":
                yield "T", k
                k += 1
            elif kind == "P":
                if k + 1 < size and chunks[k + 1].kind == "NP":
                    yield chunk.low, k + 1
                    k = max(self.phrases.group(k + 1).last, k + 2)
                elif k + 1 < size and chunks[k + 1].kind == "T":
                    k += 2 if chunk.low in _NOT_WHEN else 1
                elif k + 1 < size and chunks[k + 1].kind == "P":
                    k += 1  # "are going on between"
                else:
                    return
            elif kind == "NP" and chunk.low in ("there", "here"):
                k += 1  # "hold talks there with X"
            elif kind == "NP":
                yield "", k
                k = max(self.phrases.group(k).last, k + 1)
            elif (led := self._past_lead(k)) is not None:
                k = led
            elif kind == ",":
                if k + 1 < size and chunks[k + 1].kind in ("P", "T"):
                    k += 1
                    continue
                beside = self._beside(k)
                if beside is not None:
                    k = beside
                    continue
                return
            elif kind == "(":
                while k < size and chunks[k].kind != ")":
                    k += 1
                k += 1
            elif kind == "C" and k + 1 < size and chunks[k + 1].kind in ("T", "P"):
                k += 1
            else:
                return

    def _past_lead(self, k: int) -> int | None:
        """Step over "led by the minister X": give the chunk after the name."""
        chunks = self.chunks
        aside = chunks[k].kind == ","
        v = k + 1 if aside else k
        verb = chunks[v].verb if v + 2 < len(chunks) else None
        if verb is None or verb.lemma not in lexicon.words("relations", "lead"):
            return None
        if not reduced_relative(chunks, v) or chunks[v + 2].kind != "NP":
            return None
        _, last = self.phrases.phrase(v + 2)
        if aside and last < len(chunks) and chunks[last].kind == ",":
            last += 1
        return last

    def _beside(self, comma: int) -> int | None:
        """Step over "Lome, a port in Togo, on Sunday": give the chunk after the aside."""
        chunks = self.chunks
        size = len(chunks)
        if comma + 1 >= size or chunks[comma + 1].kind != "NP":
            return None
        for k in range(comma + 2, min(comma + 8, size)):
            if chunks[k].kind == ",":
                after = chunks[k + 1].kind if k + 1 < size else ""
                return k + 1 if after in ("P", "T") else None
            if chunks[k].kind not in ("NP", "P", "C"):
                return None
        return None
