"""Noun phrases with a number: "12 people", "three of his children", "a family of five"."""

from newsfacts import Count
from newsfacts.model import altered
from newsfacts.text import CountPhrase
from newsfacts_casualties import lexicon
from newsfacts_casualties.names import NameReader
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.word_roles import PAIRS, SECOND

_POSSESSIVE = frozenset(("his", "her", "their", "its", "our", "my", "your"))
_NO_DEATH = (["sentence"], ["penalty"], ["threat"], ["toll"], ["row"], ["squad"], ["certificate"])
_YEARS = frozenset(str(year) for year in range(1900, 2100))
_SHOT = (["shot"], ["stabbed"])
_THEM = (["them"], ["whom"])
_COORDINATED: tuple[list[str], ...] = (
    [],
    ["said"],
    ["that"],
    [";"],
    ["and"],
    [","],
    ["while"],
    ["with"],
    ["but"],
    ["injuring"],
    ["killing"],
)


class CountedReader(NameReader):
    """Reads noun phrases with a number."""

    def counted_phrase(self, counted: CountPhrase) -> NounPhrase | None:
        """Read the noun phrase that a count begins."""
        read = self.read
        at = counted.last
        size = len(read)
        if counted.kind == "article" and not (
            counted.more or self.may_hold_people(at, singular=True)
        ):
            return None  # "a bridge"
        partitive = False
        total = counted.total
        alone = lexicon_alone()
        if counted.kind == "zero" and counted.count.text.lower() in alone:
            end = at
            if self.neither_thing(counted, at):
                return None
            if at < size and read[at].lower == "of":
                inner = self.after_of(at)
                end = inner if inner else at
            return self.make(counted, end, -1, None, known=True, partitive=False, total=total)
        if at < size and read[at].lower == "of":
            if counted.kind in ("vague", "unspecified", "set", "share") and not (
                at + 1 < size and read[at + 1].lower in lexicon.grammar("determiners")
            ):
                if counted.kind == "vague" and self.sentence.words[at + 1 : at + 2] in _THEM:
                    return self.partitive(counted, at)
                at += 1
                if (harmed := self.of_the_harmed(counted, at)) is not None:
                    return harmed
            elif counted.kind != "article":
                return self.partitive(counted, at)
        if counted.kind == "article" and at < size:
            collective = self.collective(counted, at)
            if collective is not None:
                return collective
        if counted.kind == "share":
            partitive = True
        head, end, harm, kind, known = self.noun_group(at, counted.kind == "article")
        if head < 0:
            return self.without_noun(counted, at, end, partitive=partitive)
        if harm is not None and read[counted.first].text in _YEARS and counted.last == head:
            return None  # "the 2014 killings"
        if (
            counted.kind == "article"
            and read[head].lower in self.nouns
            and (self.nouns[read[head].lower].plural and read[head].lower not in ("crew", "staff"))
            and counted.count.text.lower() != "another"
        ):
            return None
        unit = "persons"
        if read[head].lower in {"families", "households", "family", "household"}:
            unit = "households" if read[head].lower.startswith("house") else "families"
            if counted.kind == "article" and not (head + 1 < size and read[head + 1].lower == "of"):
                return None
        group = self.make(
            counted, end, head, kind, known=known, total=total, harm=harm, unit=unit,
            partitive=partitive,
        )  # fmt: skip
        if counted.kind == "article":
            group = self.with_name(group)
            if read[counted.last].lower in SECOND:
                group = altered(group, more=True)
            if not group.name and not group.more and group.last + 2 < size:
                children = self.sentence.counts.get(group.last + 2)
                if children is not None and children.kind == "number":
                    group = self.and_child(group)
        return self.bodies_of(group)

    def without_noun(
        self, counted: CountPhrase, at: int, end: int, *, partitive: bool
    ) -> NounPhrase | None:
        """Read a count without a noun of people: "12", "another", "one death", "killing many".

        `at` is the token behind the count, `end` the one behind the words looked at for a noun.
        """
        read, words = self.read, self.sentence.words
        size = len(read)
        if counted.kind == "article":
            return self.further(counted, at)
        if counted.count.value == 1 and counted.kind == "number":
            for position in (at, at + 1):
                noun, behind = words[position : position + 1], words[position + 1 : position + 2]
                if noun in (["death"], ["fatality"]) and behind not in _NO_DEATH:
                    return self.make(
                        counted, position + 1, position, None, known=True, harm="killed"
                    )
        if end > at or counted.kind == "zero":
            return None
        if counted.kind == "unspecified":  # "an unknown number wounded", "killing many in"
            harmed = at < size and (words[at] in self.states or words[at] in self.verbs)
            object_of = counted.first > 0 and words[counted.first - 1] in self.verbs
            told = harmed or (object_of and self.ends_here(at))
            return self.make(counted, at, -1, None, known=True) if told else None
        # a bare number; "12 others" and "12 more" keep their word
        if end < size and words[end] in ("others", "other"):
            end += 1
        group = self.make(
            counted, end, -1, None, known=True, total=counted.total, partitive=partitive
        )
        return self.and_child(group) if counted.kind == "set" else group

    def all_but(self, group: NounPhrase | None) -> NounPhrase | None:
        """Read "all but two of the 40 passengers": 38."""
        if group is None or group.total is None or group.count.modifier != "exact":
            return group
        first = group.first - 2
        if self.sentence.words[max(0, first) : group.first] != ["all", "but"]:
            return group
        text = self.words(first, group.last)
        count = Count.of(max(0, group.total - (group.count.value or 0)), text=text)
        return altered(group, first=first, count=count)

    def of_the_harmed(self, counted: CountPhrase, at: int) -> NounPhrase | None:
        """Read "hundreds of injured", "hundreds of thousands of dead"."""
        harm = self.states.get(self.sentence.words[at]) if at < len(self.read) else None
        if harm is None or not self.ends_here(at + 1):
            return None
        return self.make(counted, at + 1, at, None, known=True, harm=harm)

    def further(self, counted: CountPhrase, at: int) -> NounPhrase | None:
        """Read "another", "a third" where no noun follows: one more."""
        words, size = self.sentence.words, len(self.read)
        nth = at < size and not counted.more and words[at] in SECOND
        at += nth
        if not (counted.more or nth):
            return None
        ahead = at
        while ahead < size and words[ahead].endswith("ly"):  # "another critically wounded"
            ahead += 1
        if not (
            at >= size
            or self.read[at].kind == "mark"
            or (words[at] in lexicon.stop_words() and words[at] != "of")
            or (
                ahead < size
                and words[counted.first - 1 : counted.first] in _COORDINATED
                and (words[ahead] in self.states or words[ahead] in self.verbs)
            )
        ):
            return None
        made = self.make(counted, at, -1, None, known=True)
        return altered(made, more=True, count=Count.of(1, text=self.words(counted.first, at)))

    def neither_thing(self, counted: CountPhrase, at: int) -> bool:
        """Tell "neither airline", "neither the value nor" from "neither was hurt"."""
        if self.sentence.words[counted.first] != "neither" or at >= len(self.read):
            return False
        word = self.sentence.words[at]
        if word in lexicon.grammar("determiners") or word in ("a", "an"):
            return True
        if self.read[at].kind != "word" or word in self.stops or word in self.verbs:
            return False
        head, _, _, _, known = self.noun_group(at, False)
        return head < 0 or not known

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
        """Make a noun phrase of a count and what stands behind it."""
        count = counted.count
        if unit != "persons":
            count = altered(count, unit=unit)
        if counted.kind == "article":
            count = altered(count, text=self.words(counted.first, counted.last))
        if read_is_nobody(counted):
            kind = None
        first = counted.last + (self.sentence.words[counted.last : counted.last + 1] == ["of"])
        return NounPhrase(
            counted.first, end, count, head, kind, known, harm, total, partitive, counted.more,
            victims_first=first if head >= 0 else -1, victims_last=end,
        )  # fmt: skip

    def partitive(self, counted: CountPhrase, at: int) -> NounPhrase | None:
        """Read "three of his children", "two of the nine captives", "five of them"."""
        read = self.read
        position = at + 1
        if position >= len(read):
            return None
        if (
            read[position].lower in lexicon.grammar("behind_part_of")
            or position in self.sentence.counts
            or read[position].text[:1].isupper()
        ):
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
                part = self.make(
                    counted, end, head, kind, known=known, partitive=True, total=counted.total,
                    harm=harm,
                )  # fmt: skip
                return self.bodies_of(altered(part, victims_first=position))
            if inner is not None and self.sentence.words[position : position + 1] in _SHOT:
                return self.make(  # "One of the three shot has died"
                    counted, position, -1, None, known=True, partitive=True, total=counted.total
                )
            if position < len(read) and read[position].lower in self.not_people:
                return None
            if (
                inner is not None
                and position == inner.last
                and (self.ends_here(position) or self.sentence.words[position] in self.verbs)
            ):
                return self.make(  # "Four of the five were"
                    counted, position, -1, None, known=True, partitive=True, total=counted.total
                )
            if position < len(read) and (
                read[position].lower in self.states or read[position].lower in self.adjectives
            ):
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
            inner = self.sentence.counts.get(at + 2)
            of = inner is not None and read[at + 1].lower == "of"
            if inner is not None and of and inner.kind in ("number", "range", "vague"):
                head, end, _, kind, _ = self.noun_group(inner.last, False)
                end = end if head >= 0 else inner.last
                count = altered(inner.count, text=self.words(counted.first, inner.last))
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
            child = noun is not None and noun.kind == "child"
            if known and child and noun is not None and not (noun.plural and inner is None):
                more = 1 if inner is None else inner.count.value
                if more is not None and group.count.value is not None:
                    return altered(
                        group, last=end, victims_last=end,
                        count=Count.of(group.count.value + more, text=self.words(group.first, end)),
                    )  # fmt: skip
        return group

    def set_noun(self, first: int, at: int) -> NounPhrase | None:
        """Read "a couple", "the husband and wife", "twin girls"."""
        read, words = self.read, self.sentence.words
        if at >= len(read):
            return None
        if words[at] == "husband" and words[at + 1 : at + 3] == ["and", "wife"]:
            size, end = 2, at + 3
        else:
            value = lexicon.victim_sets().get(words[at])
            if value is None:
                if (
                    at + 2 < len(read)
                    and words[at + 1] in PAIRS
                    and read[at].kind == "word"
                    and words[at] not in self.stops
                ):
                    return self.set_noun(first, at + 1)
                return None
            size, end = value, at + 1
        if end < len(read) and read[end].lower == "of":
            return None
        return self.and_child(NounPhrase(
            first, end, Count.of(size, text=self.words(first, end)), end - 1, None,
            definite=read[first].lower in lexicon.grammar("determiners"), victims_first=at,
            victims_last=end,
        ))  # fmt: skip


def lexicon_alone() -> frozenset[str]:
    """Give the words for nobody that need no noun."""
    return frozenset(("nobody", "no one", "no-one", "none", "neither"))


def read_is_nobody(counted: CountPhrase) -> bool:
    """Tell "nobody" and the like."""
    return counted.kind == "zero" and counted.count.text.lower() in lexicon_alone()
