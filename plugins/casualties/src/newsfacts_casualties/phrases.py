"""Noun phrases that may be victims: "at least 12 people", "the two pilots", "Mariam Sow, 27"."""

from collections.abc import Callable, Sequence

import attrs

from newsfacts import Count
from newsfacts.text import CountPhrase, Token, number_value, ordinal_value, read_counts, tokens
from newsfacts_casualties import lexicon

_POSSESSIVE = frozenset(("his", "her", "their", "its", "our", "my", "your"))


IsName = Callable[[int, int], "bool | None"]


@attrs.frozen
class NounPhrase:
    """A noun phrase of people: tokens `first` to `last` (exclusive).

    `count` is what its words say of the number; `kind` the kind of victim; `head` the token of the
    noun, or -1 for a bare number; `known` is whether the noun is known to mean people; `harm` is
    the harm that an adjective or the noun itself states ("two dead men", "12 bodies"); `total` the
    number of which it is a part; `more` is true of "another 12", "12 others"; `name` of a name;
    `pronoun` of a pronoun; `article` of "a", "an" or no determiner at all before a singular.
    """

    first: int
    last: int
    count: Count
    head: int = -1
    kind: str | None = None
    known: bool = True
    harm: str | None = None
    total: int | None = None
    partitive: bool = False
    more: bool = False
    name: bool = False
    pronoun: bool = False
    definite: bool = False
    bare_plural: bool = False
    victims_first: int = -1
    victims_last: int = -1
    ordinal: bool = False


@attrs.define
class Sentence:
    """A sentence read once: its tokens and the noun phrases of people in it."""

    text: str
    start: int
    end: int
    read: list[Token]
    groups: list[NounPhrase]
    upper: bool
    counts: dict[int, CountPhrase]
    is_name: IsName
    starting: dict[int, int]
    covering: dict[int, int]

    def span_text(self, first: int, last: int) -> str:
        """Give the words from one token to another (exclusive)."""
        return self.text[self.read[first].start : self.read[last - 1].end]


def read_sentence(text: str, start: int, end: int, is_name: IsName) -> Sentence:
    """Read a sentence: tokens, counts and noun phrases.

    `is_name` tells of a stretch of text whether it is known to name a person (True), to name
    something else (False), or neither (None).
    """
    read = list(tokens(text, start, end))
    letters = [token.text for token in read if token.kind == "word" and len(token.text) > 1]
    upper = (
        sum(word.isupper() for word in letters) > 0.7 * len(letters) if len(letters) > 2 else False
    )
    counts = {phrase.first: phrase for phrase in read_counts(read, text)}
    for phrase in list(counts.values()):
        counts.setdefault(phrase.core, phrase)
    sentence = Sentence(text, start, end, read, [], upper, counts, is_name, {}, {})
    _Chunker(sentence, is_name).run()
    return sentence


class _Chunker:
    def __init__(self, sentence: Sentence, is_name: IsName) -> None:
        self.sentence = sentence
        self.read = sentence.read
        self.text = sentence.text
        self.is_name = is_name
        self.nouns = lexicon.nouns()
        self.stops = lexicon.stop_words()
        self.adjectives = lexicon.attributive()
        self.counted = {**lexicon.harm_nouns("persons"), **lexicon.harm_nouns("counted")}
        self.not_people = lexicon.not_people()

    def run(self) -> None:
        at = 0
        while at < len(self.read):
            group = self.phrase(at)
            if group is None:
                at += 1
                continue
            index = len(self.sentence.groups)
            self.sentence.groups.append(group)
            self.sentence.starting[group.first] = index
            for position in range(group.first, group.last):
                self.sentence.covering[position] = index
            at = group.last

    def phrase(self, at: int) -> NounPhrase | None:
        token = self.read[at]
        counted = self.sentence.counts.get(at)
        if counted is not None and counted.first == at:
            return self.counted_phrase(counted)
        if token.kind == "mark":
            return None
        if token.lower in lexicon.grammar("determiners") and not (
            token.lower == "her" and self.ends_here(at + 1)
        ):
            return self.definite(at)
        ordinal = self.ordinal(at)
        if ordinal is not None:
            return ordinal
        pronouns = lexicon.words("victims", "pronouns", "singular")
        if token.lower in pronouns or (token.lower == "her" and self.ends_here(at + 1)):
            count = Count.of(1, text=token.text)
            if token.lower in ("himself", "herself") and self.bombed():
                return NounPhrase(
                    at, at + 1, count, kind="perpetrator", pronoun=True, definite=True,
                    victims_first=at, victims_last=at + 1,
                )  # fmt: skip
            return NounPhrase(at, at + 1, count, pronoun=True, definite=True)
        if token.lower in lexicon.words("victims", "pronouns", "plural"):
            count = Count.unspecified(text=token.text)
            return NounPhrase(at, at + 1, count, pronoun=True, definite=True)
        name = self.name(at)
        if name is not None:
            return name
        return self.bare(at)

    def bombed(self) -> bool:
        """Tell the death of a bomber from that of one who took his own life."""
        return any(token.lower in lexicon.grammar("bombs") for token in self.read)

    def ends_here(self, at: int) -> bool:
        """Tell "killed her." from "killed her husband"."""
        if at >= len(self.read):
            return True
        token = self.read[at]
        return token.kind == "mark" or token.lower in self.stops

    # -- with a number -------------------------------------------------------------------------

    def counted_phrase(self, counted: CountPhrase) -> NounPhrase | None:
        read, text = self.read, self.text
        at = counted.last
        size = len(read)
        partitive = False
        total = counted.total
        alone = lexicon_alone()
        if counted.kind == "zero" and counted.count.text.lower() in alone:
            end = at
            if at < size and read[at].lower == "of":
                inner = self.after_of(at)
                end = inner if inner else at
            return self.make(counted, end, -1, None, known=True, partitive=False, total=total)
        if at < size and read[at].lower == "of":
            if counted.kind in ("vague", "unspecified", "set", "share") and not (
                at + 1 < size and read[at + 1].lower in lexicon.grammar("determiners")
            ):
                at += 1
            elif counted.kind != "article":
                return self.partitive(counted, at)
        if counted.kind == "article":
            collective = self.collective(counted, at)
            if collective is not None:
                return collective
        if counted.kind == "share":
            partitive = True
        head, end, harm, kind, known = self.noun_group(at, counted.kind == "article")
        if head < 0:
            if (
                counted.kind == "article"
                and counted.more
                and at < size
                and (read[at].lower in lexicon.words("context", "aux", "be"))
            ):
                return self.make(counted, at, -1, None, known=True)
            if counted.kind in ("article", "unspecified") or end > at:
                return None
            if counted.kind == "zero":
                return None
            # a bare number; "12 others" and "12 more" keep their word
            if end < size and read[end].lower in ("others", "other"):
                end += 1
            group = self.make(counted, end, -1, None, known=True, total=total, partitive=partitive)
            return self.and_child(group) if counted.kind == "set" else group
        if (
            counted.kind == "article"
            and read[head].lower in self.nouns
            and (self.nouns[read[head].lower].plural and read[head].lower not in ("crew", "staff"))
            and counted.count.text.lower() != "another"
        ):
            return None
        unit = "persons"
        if read[head].lower in ("families", "households", "family", "household"):
            unit = "households" if read[head].lower.startswith("house") else "families"
            if counted.kind == "article" and not (head + 1 < size and read[head + 1].lower == "of"):
                return None
        group = self.make(
            counted, end, head, kind, known=known, total=total, harm=harm, unit=unit,
            partitive=partitive,
        )  # fmt: skip
        if counted.kind == "article":
            group = self.with_name(group)
            if read[counted.last].lower in _SECOND:
                group = attrs.evolve(group, more=True)
        return self.bodies_of(group)

    def make(
        self,
        counted: CountPhrase,
        end: int,
        head: int,
        kind: str | None,
        *,
        known: bool,
        total: int | None = None,
        harm: str | None = None,
        unit: str = "persons",
        partitive: bool = False,
    ) -> NounPhrase:
        count = counted.count
        if unit != "persons":
            count = attrs.evolve(count, unit=unit)
        if counted.kind == "article":
            count = attrs.evolve(count, text=self.words(counted.first, counted.last))
        if read_is_nobody(counted):
            kind = None
        return NounPhrase(
            counted.first, end, count, head, kind, known, harm, total, partitive, counted.more,
            victims_first=counted.last if head >= 0 else -1, victims_last=end,
        )  # fmt: skip

    def words(self, first: int, last: int) -> str:
        return self.text[self.read[first].start : self.read[last - 1].end]

    def after_of(self, at: int) -> int:
        """Give the end of "of the 80 passengers", or 0."""
        position = at + 1
        while position < len(self.read) and position < at + 8:
            token = self.read[position]
            if token.lower in self.nouns:
                return position + 1
            if token.kind == "mark" or (token.lower in self.stops and token.lower != "of"):
                return position if position > at + 2 else 0
            position += 1
        return 0

    def partitive(self, counted: CountPhrase, at: int) -> NounPhrase | None:
        """Read "three of his children", "two of the nine captives", "five of them"."""
        read = self.read
        position = at + 1
        if position >= len(read):
            return None
        if read[position].lower in ("them", "whom", "these", "those", "us", "which", "you", "the", "his", "her",
                                    "their", "its", "our", "my", "a", "an", "all") or position in self.sentence.counts or read[position].text[:1].isupper():  # fmt: skip
            if read[position].lower in ("them", "whom", "us", "which", "you"):
                return self.make(
                    counted, position + 1, -1, None, known=True, partitive=True,
                    total=counted.total,
                )  # fmt: skip
            while position < len(read) and read[position].lower in lexicon.grammar("determiners"):
                position += 1
            inner = self.sentence.counts.get(position)
            if inner is not None and inner.kind != "article":
                position = inner.last
            head, end, harm, kind, known = self.noun_group(position, False)
            if head >= 0:
                return self.bodies_of(
                    self.make(
                        counted, end, head, kind, known=known, partitive=True,
                        total=counted.total, harm=harm,
                    )
                )  # fmt: skip
            if position < len(read) and read[position].lower in lexicon.adjectives():
                return self.make(
                    counted, position + 1, -1, None, known=True, partitive=True,
                    total=counted.total,
                )  # fmt: skip
            return self.make(counted, counted.last, -1, None, known=True, partitive=True)
        return self.make(counted, counted.last, -1, None, known=True, partitive=True)

    def collective(self, counted: CountPhrase, at: int) -> NounPhrase | None:
        """Read "a family of five", "a couple", "a crowd of"."""
        read = self.read
        word = read[at].lower
        if word in lexicon.words("victims", "groups", "group_of") or word in ("crowd",):
            if at + 2 < len(read) and read[at + 1].lower == "of":
                inner = self.sentence.counts.get(at + 2)
                if inner is not None and inner.kind in ("number", "range", "vague"):
                    head, end, _, kind, _ = self.noun_group(inner.last, False)
                    end = max(end, inner.last)
                    count = attrs.evolve(inner.count, text=self.words(counted.first, inner.last))
                    return NounPhrase(
                        counted.first, end, count, head if head >= 0 else at, kind,
                        victims_first=at, victims_last=end,
                    )  # fmt: skip
        return self.set_noun(counted.first, at)

    def and_child(self, group: NounPhrase) -> NounPhrase:
        """Read on in "a couple and their daughter": three."""
        read, at = self.read, group.last
        if at + 2 < len(read) and read[at].lower == "and" and read[at + 1].lower in _POSSESSIVE:
            inner = self.sentence.counts.get(at + 2)
            start = inner.last if inner is not None else at + 2
            head, end, _, _, known = self.noun_group(start, False)
            noun = self.nouns.get(read[head].lower) if head >= 0 else None
            if known and noun is not None and not (noun.plural and inner is None):
                more = 1 if inner is None else inner.count.value
                if more is not None and group.count.value is not None:
                    return attrs.evolve(
                        group, last=end, victims_last=end,
                        count=Count.of(group.count.value + more, text=self.words(group.first, end)),
                    )  # fmt: skip
        return group

    def set_noun(self, first: int, at: int) -> NounPhrase | None:
        """Read "a couple", "the husband and wife", "twin girls"."""
        read = self.read
        if at >= len(read):
            return None
        if [each.lower for each in read[at : at + 3]] == ["husband", "and", "wife"]:
            size, end = 2, at + 3
        else:
            value = lexicon.victim_sets().get(read[at].lower)
            if value is None:
                if (
                    at + 2 < len(read)
                    and read[at + 1].lower in ("couple", "duo", "trio", "twins")
                    and read[at].kind == "word"
                    and read[at].lower not in self.stops
                ):
                    return self.set_noun(first, at + 1)
                return None
            size, end = value, at + 1
        if end < len(read) and read[end].lower == "of":
            return None
        return self.and_child(NounPhrase(
            first, end, Count.of(size, text=self.words(first, end)), end - 1, None,
            definite=read[first].lower in lexicon.grammar("determiners"), victims_first=at, victims_last=end,
        ))  # fmt: skip

    # -- the noun ------------------------------------------------------------------------------

    def noun_group(self, at: int, singular: bool) -> tuple[int, int, str | None, str | None, bool]:
        """Read premodifiers and a noun: (head, end, harm, kind, known); head -1 if there is none."""
        read, nouns = self.read, self.nouns
        position = at
        head = -1
        harm: str | None = None
        verbs = lexicon.verbs()
        limit = min(len(read), at + 9)
        while position < limit:
            token = read[position]
            word = token.lower
            if token.kind == "mark":
                if token.text in "-'’\"“”" and position + 1 < limit and head < 0:
                    position += 1
                    continue
                if token.text == "," and head < 0 and self.adjective_list(position):
                    position += 1
                    continue
                break
            base = word[:-2] if word.endswith(("'s", "’s")) else word
            if word in nouns or (base in nouns and base != word):
                if base != word:
                    # "a soldier's wife": the possessor is no victim
                    position += 1
                    head = -1
                    continue
                head = position
                position += 1
                if (
                    position < limit
                    and read[position].lower in nouns
                    and not (
                        nouns[word if word in nouns else base].plural
                        and not nouns[read[position].lower].plural
                    )
                ):  # "police officers", but "took two men hostage"
                    continue
                if word in _BODIES_OF_MEN and self.noun_ahead(position, 3):
                    continue  # "a police sub inspector"
                if (
                    position < limit
                    and read[position].lower in lexicon.harm_nouns("counted")
                    and (read[position].lower not in lexicon.adjectives())
                ):
                    # "400 civilian deaths"
                    harm = self.counted[read[position].lower]
                    head, position = position, position + 1
                break
            if (
                word in self.counted
                and head < 0
                and not (word in self.adjectives and self.noun_ahead(position + 1))
                and self.noun_use(word)
                and read[position - 1].lower != "attempted"
            ):
                head, harm = position, self.counted[word]
                position += 1
                break
            if (
                (word in self.stops and not self.nation(token))
                or token.kind == "number"
                or (
                    position > at
                    and position in self.sentence.counts
                    and self.sentence.counts[position].kind != "article"
                )
            ):
                break
            if word in self.adjectives:
                if self.noun_ahead(position + 1):
                    harm = self.adjectives[word]
                    position += 1
                    continue
                break
            if word in lexicon.adjectives():
                break
            if word in verbs and not self.noun_ahead(position + 1, 1):
                break
            position += 1
        if head >= 0:
            kind = self.kind(at, head, position)
            return head, position, harm or _HELD.get(read[head].lower), kind, True
        return self.unknown(at, position, singular)

    def nation(self, token: Token) -> bool:
        """Tell the nation US from the pronoun."""
        return token.text == "US" and not self.sentence.upper

    def noun_use(self, word: str) -> bool:
        """Tell "12 dead" (no noun phrase of its own) from "12 bodies"."""
        return word not in ("dead", "wounded", "injured", "life", "hurt", "missing")

    def adjective_list(self, at: int) -> bool:
        """Tell the comma of "two young, unarmed men" from one that ends the phrase."""
        read = self.read
        return (
            at + 2 < len(read) and read[at + 1].kind in ("word", "mixed") and read[at + 2].lower in self.nouns
            and read[at + 1].lower not in self.stops and read[at + 1].lower not in self.nouns
            and at + 1 not in self.sentence.counts
            and not read[at + 1].lower[:1].isupper()
        )  # fmt: skip

    def noun_ahead(self, at: int, reach: int = 3) -> bool:
        """Tell whether a noun of people follows within a few words."""
        for position in range(at, min(len(self.read), at + reach)):
            token = self.read[position]
            counted = self.sentence.counts.get(position)
            if counted is not None:
                return False
            if token.lower in self.nouns:
                return True
            if token.kind == "mark" or token.lower in self.stops:
                return False
        return False

    def unknown(
        self, at: int, end: int, singular: bool
    ) -> tuple[int, int, str | None, str | None, bool]:
        """Judge a noun that the lexicon does not know."""
        if end <= at:
            return -1, at, None, None, False
        head = end - 1
        token = self.read[head]
        word = token.lower
        blank = (-1, end, None, None, False)
        if token.kind != "word" or word in self.not_people or word in lexicon.event_words():
            return blank
        if word in ("more", "others", "other"):
            return -1, at, None, None, False
        if _NATIONAL(token.text):
            return head, end, None, None, True
        if singular:
            return (head, end, None, None, True) if _agent(word) else blank
        if any(self.read[k].lower in self.not_people for k in range(at, end)):
            return blank
        if word.endswith("ly") or end - at > 3:
            return -1, at, None, None, False
        if not word.endswith("s") and not _agent(word):
            return blank
        return head, end, None, None, False

    def kind(self, at: int, head: int, end: int) -> str | None:
        """Tell the kind of victim from the noun and the words before it."""
        low = [token.lower for token in self.read[at:end]]
        for size in (3, 2):
            if head + 1 - at >= size:
                found = lexicon.compounds().get(" ".join(low[head + 1 - at - size : head + 1 - at]))
                if found:
                    return found
        noun = self.nouns.get(self.read[head].lower)
        kind = noun.kind if noun else None
        if kind is None or kind == "military":
            for word in low[: head - at]:
                if word in ("civilian", "civilians"):
                    return "civilian"
                if word in ("police",):
                    return "police"
                if (
                    word in ("army", "military")
                    and kind is None
                    and low[head - at] in ("members", "personnel", "men")
                ):
                    return "military"
        return kind

    def bodies_of(self, group: NounPhrase) -> NounPhrase:
        """Read on in "dozens of bodies of farmers"."""
        read = self.read
        if group.head < 0 or group.harm != "killed" or group.last + 1 >= len(read):
            return group
        if read[group.last].lower != "of" or read[group.head].lower not in (
            "bodies",
            "corpses",
            "remains",
            "lives",
        ):
            return group
        inner = group.last + 1
        while inner < len(read) and read[inner].lower in lexicon.grammar("determiners"):
            inner += 1
        counted = self.sentence.counts.get(inner)
        if counted is not None and counted.kind != "article":
            return group
        head, end, _, kind, known = self.noun_group(inner, False)
        if head < 0 or not known:
            return group
        return attrs.evolve(group, last=end, kind=kind, victims_first=inner, victims_last=end)

    # -- without a number ----------------------------------------------------------------------

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
            return attrs.evolve(inner, definite=True)
        found = self.set_noun(at, start)
        if found is not None:
            return found
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
        text = self.words(at, end)
        count = Count.unspecified(text=text) if plural else Count.of(1, text=text)
        if word in ("family", "household", "families", "households"):
            return None
        if (word in lexicon.harm_nouns("persons") or word in lexicon.harm_nouns("event")) and (
            end < len(read) and read[end].lower == "of"
        ):
            return None
        if noun is None and word not in self.counted and not plural:
            return None  # "the Indian dead"
        group = NounPhrase(
            at, end, count, head, kind, True, harm, definite=True, bare_plural=plural,
            victims_first=start, victims_last=end,
        )  # fmt: skip
        return self.bodies_of(self.with_name(group) if not plural else group)

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
        if token.lower in ("twin", "twins"):
            return self.twins(at)
        if token.lower.endswith("ly") and token.lower not in self.nouns:
            return None
        if token.lower in lexicon.verbs():
            if token.lower not in self.adjectives or at - 1 in self.sentence.covering:
                return None
            if (
                at
                and self.read[at - 1].kind == "word"
                and self.read[at - 1].lower not in self.stops
            ):
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
            if word in ("lives", "families", "police", "forces", "military"):
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
        if named.name or self.sentence.upper:
            return named
        before = lexicon.verbs().get(self.read[at - 1].lower) if at else None
        following = self.read[end].lower if end < len(self.read) else ""
        if (
            (at == 0 or self.read[at - 1].kind == "mark")
            and (
                following in lexicon.verbs()
                or following in lexicon.phrases()
                or following in lexicon.adjectives()
            )
            and self.read[at].text[:1].isupper()
        ):
            return group  # "Man dies in fire": a headline
        # "killed Russian ambassador": translated copy drops the article
        return named if before is not None and before.form != "base" and not harm else None

    def twins(self, at: int) -> NounPhrase | None:
        end = at + 1
        if end < len(self.read) and self.read[end].lower in self.nouns:
            end += 1
        return NounPhrase(at, end, Count.of(2, text=self.words(at, end)), end - 1, "child" if end > at + 1 else None,
                          victims_first=at, victims_last=end)  # fmt: skip

    def ordinal(self, at: int) -> NounPhrase | None:
        """Read "the 9th lawyer", "a second marine"."""
        read = self.read
        if at + 1 >= len(read):
            return None
        digits = read[at].kind == "mixed" and read[at].lower[:-2].isdigit()
        if not digits:
            return None
        value = ordinal_value(read[at].lower)
        if value is None or value < 2:
            return None
        head, end, harm, kind, known = self.noun_group(at + 1, True)
        if head < 0 or not known or self.nouns.get(read[head].lower) is None:
            return None
        return NounPhrase(
            at, end, Count.of(value, text=read[at].text), head, kind, True, harm, ordinal=True,
            victims_first=at + 1, victims_last=end,
        )  # fmt: skip

    def with_name(self, group: NounPhrase) -> NounPhrase:
        """Take in the name behind a noun: "shop owner Ivo Marek"."""
        at = group.last
        if at < len(self.read) and self.read[at].text == ",":
            return group
        end = self.name_end(at, titled=True)
        if end == at:
            return group
        return attrs.evolve(
            group,
            last=end,
            name=True,
            victims_last=end,
            count=Count.of(1, text=self.words(group.first, end)),
        )

    def name(self, at: int) -> NounPhrase | None:
        """Read a person's name, with titles before it."""
        token = self.read[at]
        if not token.text[:1].isupper() or token.kind != "word":
            return None
        known = self.is_name(token.start, token.end)
        if self.sentence.upper and known is None:
            return self.upper_name(at)
        position = at
        titles = lexicon.words("victims", "titles", "words")
        titled = False
        if not self.sentence.upper:
            while (
                position < len(self.read)
                and self.read[position].lower in titles
                and self.read[position].text[:1].isupper()
            ):
                titled = True
                position += 1
                if position < len(self.read) and self.read[position].text == ".":
                    position += 1
        end = self.name_end(position, titled=titled or known is True)
        if end == position:
            return None
        text = self.words(at, end)
        if text.endswith(("'s", "’s")):
            return NounPhrase(at, end, Count.of(1, text=text), -1, None, True, name=True, definite=True,
                              victims_first=at, victims_last=end)  # fmt: skip
        return NounPhrase(
            at, end, Count.of(1, text=text), -1, None, True, name=True, definite=True,
            victims_first=at, victims_last=end,
        )  # fmt: skip

    def upper_name(self, at: int) -> NounPhrase | None:
        """Read a name in upper-case copy, where only the words around it can tell: "MURDER OF X"."""
        read = self.read
        before = read[at - 1].lower if at else ""
        verb = lexicon.verbs().get(before)
        told = (
            verb is not None
            and verb.use == "transitive"
            and verb.harm in ("killed", "abducted", "injured")
        )
        named = before == "of" and at > 1 and read[at - 2].lower in lexicon.harm_nouns("event")
        titled = before in lexicon.words("victims", "titles", "words")
        if not (told or named or titled):
            return None
        end = self.run_of_unknown(at)
        if end == at:
            return None
        text = self.words(at, end)
        return NounPhrase(
            at, end, Count.of(1, text=text), -1, None, True, name=True, definite=True,
            victims_first=at, victims_last=end,
        )  # fmt: skip

    def run_of_unknown(self, at: int) -> int:
        """Give the end of a run of words that no lexicon knows, up to five."""
        position = at
        while position < len(self.read) and position < at + 5:
            token = self.read[position]
            word = token.lower
            if (
                token.kind != "word"
                or word in self.stops
                or word in self.nouns
                or word in self.not_people
            ):
                break
            if (
                word in lexicon.event_words()
                or word in lexicon.verbs()
                or position in self.sentence.counts
            ):
                break
            if word in lexicon.grammar("not_names") or word.endswith("ly") or len(word) < 2:
                break
            position += 1
        return position

    def name_end(self, at: int, *, titled: bool) -> int:
        """Give the end of a name that begins at a token; the token itself where none does."""
        read = self.read
        position = at
        parts = 0
        while position < len(read) and position < at + 7:
            token = read[position]
            if token.kind == "word" and token.text[:1].isupper():
                known = self.is_name(token.start, token.end)
                if known is not True:
                    if (
                        self.sentence.upper
                        or known is False
                        or token.lower in lexicon.grammar("not_names")
                    ):
                        break
                    if (
                        token.lower in self.nouns
                        or token.lower in self.not_people
                        or token.lower in lexicon.verbs()
                    ):
                        if parts == 0 or token.lower in self.nouns:
                            break
                    if position == 0 and token.lower in self.stops:
                        break
                parts += 1
                position += 1
                if token.text.endswith(("'s", "’s")):
                    break
                if len(token.text) == 1 and position < len(read) and read[position].text == ".":
                    position += 1
                continue
            if (
                parts
                and token.lower in lexicon.grammar("particles")
                and position + 1 < len(read)
                and read[position + 1].text[:1].isupper()
            ):
                position += 1
                continue
            break
        if parts == 0:
            return at
        known = self.is_name(read[at].start, read[position - 1].end)
        if known is False:
            return at
        if known is True or titled or parts >= 2:
            return position
        return at


_HELD = {
    "hostages": "abducted", "detainees": "detained", "refugees": "displaced", "evacuees": "displaced",
    "captives": "abducted",
}  # fmt: skip
_BODIES_OF_MEN = frozenset(("police", "military", "staff", "crew", "clergy"))
_SECOND = frozenset(["second", "third", "fourth", "fifth", "sixth"])


def lexicon_alone() -> frozenset[str]:
    """Give the words for nobody that need no noun."""
    return frozenset(("nobody", "no one", "no-one", "none", "neither"))


def read_is_nobody(counted: CountPhrase) -> bool:
    """Tell "nobody" and the like."""
    return counted.kind == "zero" and counted.count.text.lower() in lexicon_alone()


def _agent(word: str) -> bool:
    """Guess from its ending that a singular noun names a person."""
    return word.endswith(
        (
            "man",
            "woman",
            "boy",
            "girl",
            "ist",
            "maker",
            "keeper",
            "ologist",
            "eer",
            "worker",
            "player",
            "holder",
        )
    )


def _NATIONAL(word: str) -> bool:  # noqa: N802
    """Tell a noun of nation or creed by its capital and ending."""
    return word[:1].isupper() and not word.isupper() and word.lower().rstrip("s").endswith(
        ("ian", "ean", "can", "ese", "ani", "iqi", "aeli", "ish", "iard", "wegian", "man", "ani", "emeni", "omali", "itish", "edish", "ench")
    )  # fmt: skip


_ = (Sequence, number_value)
