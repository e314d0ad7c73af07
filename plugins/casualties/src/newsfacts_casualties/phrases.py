"""Noun phrases that may be victims: "at least 12 people", "the two pilots", "Mariam Sow"."""

from itertools import compress

from newsfacts import Count
from newsfacts.model import altered
from newsfacts.text import Token, ordinal_value, read_counts, tokens
from newsfacts_casualties import lexicon
from newsfacts_casualties.comparisons import told_by_another
from newsfacts_casualties.counted import CountedReader
from newsfacts_casualties.sentence import IsName, NounPhrase, Sentence
from newsfacts_casualties.word_roles import EVERYONE, MAY_BEGIN


def read_sentence(
    text: str, start: int, end: int, is_name: IsName, read: list[Token] | None = None
) -> Sentence:
    """Read a sentence: tokens, counts and noun phrases.

    `read` are its tokens, where they are known already; `is_name` tells of a stretch of text
    whether it is known to name a person (True), to name something else (False), or neither (None).
    """
    if read is None:
        read = tokens(text, start, end)
    if text.find("[", start, end) >= 0:
        read = _without_asides(read)
    if text.find(":", start, end) >= 0:
        read = _before_links(read)
    counts = {phrase.first: phrase for phrase in read_counts(read, text)}
    for phrase in list(counts.values()):
        counts.setdefault(phrase.core, phrase)
    sentence = Sentence(text, start, end, read, [], False, counts, is_name)
    sentence.upper = _in_capitals(sentence)
    _Chunker(sentence, is_name).run()
    told_by_another(sentence)
    return sentence


def _before_links(read: list[Token]) -> list[Token]:
    """Cut off the headlines of other stories that a page links to: "READ MORE: Two die in"."""
    for at in range(1, len(read)):
        token = read[at - 1]
        if read[at].text == ":" and token.text in {"MORE", "More", "RELATED", "Related", "READ"}:
            return read[: at - 1]
    return read


def _without_asides(read: list[Token]) -> list[Token]:
    """Leave out an editor's brackets that name nobody and no harm: "seven [as heard] others"."""
    kept: list[Token] = []
    at = 0
    while at < len(read):
        close = at + 1
        if read[at].text == "[":
            while close < min(len(read), at + 7) and read[close].text != "]":
                close += 1
            words = [token.lower for token in read[at + 1 : close]]
            if (
                close < min(len(read), at + 7)
                and lexicon.nouns().keys().isdisjoint(words)
                and lexicon.harmful_words().isdisjoint(set(words) - lexicon.grammar("totals"))
            ):
                at = close + 1
                continue
        kept.append(read[at])
        at += 1
    return kept


def _in_capitals(sentence: Sentence) -> bool:
    """Tell upper-case copy: more than seven words of ten are in capitals throughout."""
    if sum(map(str.isupper, sentence.texts)) < 3:
        return False
    capitals = others = 0
    enough = 0.3 * sentence.kinds.count("word") + 1
    for text, word, kind in zip(sentence.texts, sentence.words, sentence.kinds, strict=True):
        if kind == "word" and len(word) > 1:
            if text == word or not (text[1].isupper() and text.isupper()):
                others += 1
                if others > enough:
                    return False  # the first words of most sentences tell
            else:
                capitals += 1
    words = capitals + others
    return words > 2 and capitals > 0.7 * words


_DONE_TO = (["was"], ["is"], ["has"], ["had"], ["died"], ["drowned"], ["disappeared"])
_BECOMES = frozenset(("is", "was", "became", "becomes", "as"))
_THEN = frozenset(("and", "then", "but", "also", "later"))


class _Chunker(CountedReader):
    """Finds the noun phrases of a sentence, left to right."""

    def run(self) -> None:
        sentence, openers = self.sentence, self.openers
        groups, starting, covering = sentence.groups, sentence.starting, sentence.covering
        words, kinds = sentence.words, sentence.kinds
        near = self.before_nouns()
        begins = compress(range(len(words)), map(MAY_BEGIN.__getitem__, sentence.texts))
        reached = 0
        for at in sorted({*begins, *near, *sentence.counts}):
            if at < reached or kinds[at] == "mark":
                continue
            group = self.phrase(at, "near" if at in near else openers.get(words[at]))
            if group is None:
                continue
            index = len(groups)
            groups.append(group)
            starting[group.first] = index
            starting.setdefault(at, index)  # "the" of "the six priests"
            for position in range(group.first, group.last):
                covering[position] = index
            reached = group.last

    def before_nouns(self) -> set[int]:
        """Give the words that are nothing by themselves, but have a noun of people near behind."""
        words, openers = self.sentence.words, self.openers
        found = set()
        for noun in compress(range(len(words)), map(self.nouns.__contains__, words)):
            for at in (noun - 2, noun - 1):
                if at >= 0 and words[at] not in openers:
                    found.add(at)
        return found

    def phrase(self, at: int, opener: str | None) -> NounPhrase | None:
        """Read the phrase that begins at a token; `opener` is what its word can be there.

        It is `near` for a word that is nothing by itself but has a noun of people near behind it.
        """
        counted = self.sentence.counts.get(at)
        if counted is not None and counted.first == at:
            return self.all_but(self.counted_phrase(counted))
        token = self.read[at]
        word = token.lower
        if word in EVERYONE and (aboard := self.all_aboard(at)) is not None:
            return aboard
        if opener == "determiner" and not (word == "her" and self.ends_here(at + 1)):
            if (
                word == "that"
                and self.sentence.words[at + 1 : at + 2]
                and (self.sentence.words[at + 1] in self.verbs)
            ):
                return None  # "the blast that killed guards"
            return self.definite(at)
        if token.kind == "mixed":
            ordinal = self.ordinal(at)
            if ordinal is not None:
                return ordinal
        if "-" in word and word.endswith(("-year-old", "-months-old", "-month-old")):
            return self.aged_name(at)
        if opener == "one" or word == "her":
            return self.pronoun(at)
        if opener == "several":
            count = Count.unspecified(text=token.text)
            return NounPhrase(at, at + 1, count, pronoun=True, definite=True)
        if token.text[0].isupper():
            name = self.name(at)
            if name is not None:
                return name
        if opener == "noun" or opener == "near":
            return self.bare(at)
        return None

    def all_aboard(self, at: int) -> NounPhrase | None:
        """Read "all aboard", "everyone on board": two or more."""
        words = self.sentence.words
        end = at + 2 if words[at + 1 : at + 2] == ["aboard"] else at + 3
        if end == at + 3 and words[at + 1 : at + 3] != ["on", "board"]:
            return None
        text = self.words(at, end)
        return NounPhrase(
            at, end, Count.unspecified(text=text), definite=True, victims_first=at,
            victims_last=end,
        )  # fmt: skip

    def pronoun(self, at: int) -> NounPhrase:
        """Read "he", "her", "himself"."""
        token = self.read[at]
        count = Count.of(1, text=token.text)
        if token.lower in ("himself", "herself") and self.bombed():
            return NounPhrase(
                at, at + 1, count, kind="perpetrator", pronoun=True, definite=True,
                victims_first=at, victims_last=at + 1,
            )  # fmt: skip
        return NounPhrase(at, at + 1, count, pronoun=True, definite=True)

    def aged_name(self, at: int) -> NounPhrase | None:
        """Read "63-year-old Otto Zuck"."""
        end = self.name_end(at + 1, titled=True)
        if end == at + 1 and self.sentence.upper:
            end = self.run_of_unknown(at + 1)
        if end == at + 1:
            return None
        count = Count.of(1, text=self.words(at, end))
        return self.possessed(
            NounPhrase(
                at, end, count, -1, None, True, name=True, definite=True, victims_first=at + 1,
                victims_last=end,
            )
        )  # fmt: skip

    def definite(self, at: int) -> NounPhrase | None:
        """Read "the driver", "his wife", "the two pilots", "their crews"."""
        read = self.read
        start = at + 1
        if start >= len(read):
            return None
        counted = self.sentence.counts.get(start)
        if (
            counted is not None
            and counted.kind in ("number", "range", "vague", "set")
            and counted.first >= at
        ):
            inner = self.counted_phrase(counted)
            if inner is None:
                return None
            return altered(inner, definite=True)
        if counted is not None and counted.kind == "zero":
            return None  # "said repeatedly that no soldiers"
        if self.sentence.words[at] == "those" and (those := self.those(at)) is not None:
            return those
        if not self.may_hold_people(start, singular=False):
            return None  # "the bridge"
        found = self.set_noun(at, start)
        if found is not None:
            return found
        if (
            self.sentence.groups
            and read[start].lower in lexicon.grammar("nth")
            and (self.sentence.words[start + 1 : start + 2] in _DONE_TO)
        ):  # "Six were killed and the seventh was captured"
            last = Count.of(1, text=self.words(at, start + 1))
            return NounPhrase(at, start + 1, last, definite=True, more=True)
        ordinal = self.ordinal(start)
        if ordinal is not None:
            return ordinal
        head, end, harm, kind, known = self.noun_group(start, False)
        if head < 0 or not known:
            return None
        word = read[head].lower
        noun = self.nouns.get(word)
        if noun is None:
            if word in ("body", "corpse"):
                plural = False
            elif word in self.counted:
                plural = True
            else:
                plural = word.endswith("s")
        else:
            plural = noun.plural
        if (sized := self.sized(at, end)) is not None:
            return sized
        plural = plural or word == "crew"
        text = self.words(at, end)
        count = Count.unspecified(text=text) if plural else Count.of(1, text=text)
        if word in {"family", "household", "families", "households"}:
            return None
        if (word in lexicon.harm_nouns("persons") or word in lexicon.harm_nouns("event")) and (
            end < len(read) and (read[end].lower == "of" or self.of_later(end))
        ):
            return None
        if noun is None and word not in self.counted and not plural and "-year-" not in word:
            return None  # "the Indian dead"
        group = NounPhrase(
            at, end, count, head, kind, True, harm, definite=True, bare_plural=plural,
            victims_first=start, victims_last=end,
        )  # fmt: skip
        return self.bodies_of(self.with_name(group) if not plural else group)

    def sized(self, at: int, end: int) -> NounPhrase | None:
        """Read "its crew of 24", "the family of five"."""
        words = self.sentence.words
        group = words[end - 1] in lexicon.words("victims", "groups", "group_of")
        inner = self.sentence.counts.get(end + 1)
        if not group or words[end : end + 1] != ["of"] or inner is None or inner.kind != "number":
            return None
        head, last, _, kind, _ = self.noun_group(inner.last, False)
        last = last if head >= 0 else inner.last
        count = altered(inner.count, text=self.words(at, inner.last))
        return NounPhrase(
            at, last, count, head if head >= 0 else end - 1, kind, definite=True,
            victims_first=at + 1, victims_last=last,
        )  # fmt: skip

    def of_later(self, at: int) -> bool:
        """Tell "the killings during the past days of a judge"."""
        words = self.sentence.words
        return words[at] in ("during", "over", "within") and "of" in words[at + 1 : at + 8]

    def those(self, at: int) -> NounPhrase | None:
        """Read "those injured in the blast": two or more."""
        harm = self.adjectives.get(self.sentence.words[at + 1])
        before = self.sentence.words[at - 1] if at else ""
        if harm is None or before in ("among", "of", "like") or not self.ends_here(at + 2):
            return None
        return NounPhrase(
            at, at + 2, Count.unspecified(text=self.words(at, at + 2)), at + 1, None, True, harm,
            victims_first=at, victims_last=at + 2,
        )  # fmt: skip

    def counts_up(self, at: int) -> bool:
        """Tell "is the third judge killed", by which three were, from "the third judge"."""
        words = self.sentence.words
        if at < 2 or words[at - 1] != "the" or words[at - 2] not in _BECOMES:
            return False
        if words[at + 1] in ("man", "woman", "person", "victim", "suspect"):
            return False
        if ordinal_value(words[at]) is None:
            return False
        for position in range(at + 2, min(len(words), at + 6)):
            form = self.verbs.get(words[position])
            if form is not None and form.form in ("ed", "past", "participle"):
                return form.harm in ("killed", "abducted") and words[position - 1] != "was"
            if words[position] in self.stops and words[position] not in ("to", "be"):
                return False
        return False

    def bare(self, at: int) -> NounPhrase | None:
        """Read "people", "US soldiers", "police spokesman Ivo Marek": no determiner."""
        token = self.read[at]
        if token.lower in self.stops or token.kind != "word":
            return None
        if (
            token.lower not in self.nouns
            and token.lower not in self.adjectives
            and not self.noun_ahead(at + 1, 2)
        ):
            return None
        if token.lower in {"twin", "twins"}:
            return self.twins(at)
        if token.lower.endswith("ly") and token.lower not in self.nouns:
            return None
        if token.lower in lexicon.verbs():
            if token.lower not in self.adjectives or at - 1 in self.sentence.covering:
                return None
            if at and self.verb_before(at):
                return None
        head, end, harm, kind, known = self.noun_group(at, False)
        if head < 0 or not known:
            return None
        word = self.read[head].lower
        noun = self.nouns.get(word)
        if noun is None:
            return None
        text = self.words(at, end)
        if noun.plural:
            if word in {"lives", "families", "police", "forces", "military"}:
                return None
            return NounPhrase(
                at, end, Count.unspecified(text=text), head, kind, True, harm, bare_plural=True,
                victims_first=at, victims_last=end,
            )  # fmt: skip
        group = NounPhrase(
            at, end, Count.of(1, text=text), head, kind, True, harm, victims_first=at,
            victims_last=end,
        )  # fmt: skip
        named = self.with_name(group)
        if (
            at > 1 and token.lower in lexicon.verbs() and self.read[at - 1].lower in _THEN
            and at - 2 not in self.sentence.covering
        ):  # fmt: skip
            return None  # "blew up a bridge and kidnapped rancher Ivo Marek"
        if named.name or self.sentence.upper:
            return named
        if self.joined_to(at, end):
            return group
        before = lexicon.verbs().get(self.read[at - 1].lower) if at else None
        if (
            (at == 0 or self.read[at - 1].kind == "mark" or self.sentence.titled)
            and self.read[at].text[:1].isupper()
            and self.headline(end)
        ):
            return group  # "Man dies in fire": a headline
        # "killed Russian ambassador": translated copy drops the article
        return named if before is not None and before.form != "base" and not harm else None

    def headline(self, at: int) -> bool:
        """Tell what goes on behind a noun without article: "dies", ", 9, dies", ", woman shot"."""
        words = self.sentence.words
        if words[at : at + 1] == [","] and at + 2 < len(words):
            if self.read[at + 1].kind == "number" and words[at + 2] == ",":
                at += 3
            elif words[at + 1] in self.nouns:
                at += 2
        following = words[at] if at < len(words) else ""
        return following in self.verbs or following in lexicon.phrases() or following in self.states

    def joined_to(self, at: int, end: int) -> bool:
        """Tell "and guard" behind "a driver": two people, but for "the owner and driver was"."""
        words = self.sentence.words
        index = self.sentence.covering.get(at - 2) if at > 1 else None
        if index is None or words[end : end + 1] in (["was"], ["is"]):
            return False
        group = self.sentence.groups[index]
        headline = group.first == group.victims_first == 0 and words[at - 1] in (",", "and")
        if headline and group.last == at - 1 and self.headline(end):
            return True  # "Man, woman found dead"
        if words[at - 1] != "and":
            return False
        return (
            group.last == at - 1 and group.count.value == 1 and group.head >= 0 and not group.name
            and group.victims_first > group.first
        )  # fmt: skip

    def verb_before(self, at: int) -> bool:
        """Tell the verb in "the men also wounded guards" from "wounded guards"."""
        before = self.read[at - 1]
        if before.kind == "word" and (
            before.lower not in self.stops or before.lower in lexicon.grammar("days")
        ):
            return True
        if lexicon.helpers().get(before.lower) in ("skip", "have") or (
            before.lower in ("who", "that", "which")
        ):
            return True
        return at + 1 < len(self.read) and self.read[at + 1].lower.endswith(("'s", "’s"))

    def twins(self, at: int) -> NounPhrase | None:
        """Read "twins", "twin boys": two."""
        end = at + 1
        if end < len(self.read) and self.read[end].lower in self.nouns:
            end += 1
        kind = "child" if end > at + 1 else None
        return NounPhrase(
            at, end, Count.of(2, text=self.words(at, end)), end - 1, kind, victims_first=at,
            victims_last=end,
        )  # fmt: skip

    def ordinal(self, at: int) -> NounPhrase | None:
        """Read "the 9th lawyer", "a second marine"."""
        read = self.read
        if at + 1 >= len(read):
            return None
        digits = read[at].kind == "mixed" and read[at].lower[:-2].isdigit()
        if not digits and read[at].lower not in lexicon.grammar("nth"):
            return None
        value = ordinal_value(read[at].lower)
        if value is None or value < 2:
            return None
        head, end, harm, kind, known = self.noun_group(at + 1, True)
        if head < 0 or not known:
            return None
        word = read[head].lower
        if word not in self.nouns and word not in lexicon.harm_nouns("counted"):
            return None
        if not digits and not (self.counts_up(at) or self.counts_so_far(end)):
            return None
        if word == "victim" and not lexicon.agents().keys().isdisjoint(self.sentence.words):
            harm = "killed"
        return NounPhrase(
            at, end, Count.of(value, text=read[at].text), head, kind, True, harm, ordinal=True,
            victims_first=at + 1, victims_last=end,
        )  # fmt: skip

    def counts_so_far(self, at: int) -> bool:
        """Tell "the fourth nurse to be killed", "killed this year" from "the second man died"."""
        words = self.sentence.words
        if words[at : at + 1] == ["to"]:
            return words[at + 1 : at + 2] in (["be"], ["die"], ["have"], ["lose"])
        told = at < len(words) and words[at] in self.verbs
        return told and words[at + 1 : at + 2] in (["this"], ["since"], ["so"])
