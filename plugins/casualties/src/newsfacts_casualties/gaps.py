"""Clauses that leave out their verb: "the army lost 12 men and the rebels 30"."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.sentence_reader import told_by
from newsfacts_casualties.subjects import Subjects

_PUT = frozenset(("put", "puts", "putting"))
_LOST = frozenset(("lost",))
_SPOKE = frozenset(("saying", "said", "says", "say"))
_COUNTED = {
    "dead": "killed", "deaths": "killed", "killed": "killed", "fatalities": "killed",
    "injured": "injured", "wounded": "injured", "missing": "missing",
}  # fmt: skip
_NAMING = frozenset(("identified", "named", "identifying", "naming"))
_JOINS = frozenset(("and", ",", "while", ";", "but"))
_ENDS = frozenset((".", ",", ";", "", "in", "during", "on", "at", "since", "dead", "killed"))
_ONE = frozenset(("one", "a", "an", "another"))
_AT = frozenset(("at", "in", "near", "outside"))
_OTHER = frozenset(("another", "other", "next", "second", "third"))


class Gaps(Subjects):
    """Reads numbers whose verb stands in the clause before."""

    @told_by(lambda: _PUT)
    def put_at(self) -> None:
        """Read "put the dead at 12, hospital sources at 17"."""
        for at in self.sentence.positions(_PUT):
            harm = None
            for position in range(at + 1, min(len(self.words) - 1, at + 8)):
                harm = _COUNTED.get(self.word(position), harm)
                index = self.group_at(position + 1)
                if self.word(position) != "at" or index is None:
                    continue
                if harm is not None and self.bare(self.sentence.groups[index]):
                    if not self.is_told(index):
                        self.note(index, harm)
                    if (figure := self.found.get((index, harm))) is not None:
                        self.further(figure, preposition=True)
                break

    @told_by(lambda: _LOST)
    def lost_by_others(self) -> None:
        """Read on in "The army lost 12 men and the rebels 30"."""
        for figure in list(self.found.values()):
            if self.word(figure.first) == "lost" and figure.harm == "killed":
                self.further(figure)

    @told_by(lambda: _SPOKE)
    def said_by_others(self) -> None:
        """Read on in "The mayor said nine people died, hospital sources 14"."""
        for figure in list(self.found.values()):
            told = figure.group is not None and figure.predicate is not None
            if told and figure.number > 1 and not figure.subset:
                before = self.words[max(0, figure.first - 4) : figure.first]
                if not _SPOKE.isdisjoint(before):
                    self.further(figure)

    @told_by(lambda: _NAMING)
    def named_as(self) -> None:
        """Read "identified the dead as Ivo Marek, 31; Ana Sow, 44; and Pia Kern"."""
        for at in self.sentence.positions(_NAMING):
            if self.word(at + 1) not in ("the", "those"):
                continue
            harm = _COUNTED.get(self.word(at + 2), "killed" if self.word(at + 2) == "slain" else "")
            if not harm or self.word(at + 3) != "as":
                continue
            position, listed = at + 4, list[int]()
            while items := self.list_from(position):
                listed += items
                position = self.sentence.groups[items[-1]].last
                if self.word(position) == "," and self.is_number(position + 1):
                    position += 2
                if self.word(position) not in (";", ","):
                    break
                position += 1 + (self.word(position + 1) == "and")
            if not any(self.sentence.groups[item].name for item in listed):
                continue
            those = self.group_at(at + 1)
            if those is not None:
                self.found.pop((those, harm), None)
            for item in listed:
                self.note(item, harm, subset=True)

    def further(self, figure: Figure, *, preposition: bool = False) -> None:
        """Take in the numbers that others give in clauses without a verb behind a figure."""
        at = figure.last
        if figure.predicate is not None:
            at = max(at, figure.predicate.last)
        for _ in range(3):
            found = self.next_number(at, preposition=preposition)
            if found is None:
                return
            index, first, last = found
            if not self.is_told(index):
                self.note(index, figure.harm, source=(first, last))
            at = self.sentence.groups[index].last

    def next_number(self, at: int, *, preposition: bool) -> tuple[int, int, int] | None:
        """Give the phrase of the number behind a further subject, and that subject's tokens."""
        begin = at
        while begin < at + 5 and self.word(begin) not in _JOINS:
            if begin in self.at or not self.word(begin):
                return None
            begin += 1
        while self.word(begin) in _JOINS:
            begin += 1
        for position in range(begin + 1, min(len(self.words), begin + 7)):
            index = self.group_at(position)
            group = self.sentence.groups[index] if index is not None else None
            if group is not None and index is not None and self.number_of(group):
                last = position - preposition
                if preposition and self.word(last) != "at":
                    return None
                told = last > begin and self.speaks(begin, last)
                if not told or self.word(group.last) not in _ENDS:
                    return None
                return index, begin, last
            word = self.word(position)
            if position in self.at or self.read[position].kind != "word":
                return None
            if (word in lexicon.helpers() and word != "at") or word in ("for", "of", "from"):
                return None
        return None

    def speaks(self, first: int, last: int) -> bool:
        """Tell a side or a source: "the rebels", "hospital sources", "the mayor"."""
        word = self.word(last - 1)
        if self.read[last - 1].text[:1].isupper() and not self.sentence.upper:
            return False
        return word.endswith("s") or word in lexicon.nouns() or word in _SIDES

    def bare(self, group: NounPhrase) -> bool:
        """Tell a number without a noun."""
        return (
            group.head < 0 and not (group.name or group.pronoun or group.partitive)
            and group.count.modifier != "unspecified" and (group.count.value or 2) > 1
        )  # fmt: skip

    def number_of(self, group: NounPhrase) -> bool:
        """Tell a number, alone or with a noun of people: "30", "more than 100 fighters"."""
        if self.bare(group):
            return True
        return group.head >= 0 and group.known and (group.count.value or 0) > 1

    @told_by(lambda: _OTHER | _ONE)
    def at_another(self) -> None:
        """Read "41 dead at one mosque and seven at another", "12 in one hut and nine in a barn"."""
        if not self.found:
            return
        for index, group in enumerate(self.sentence.groups):
            if not group.count.value or group.head >= 0 or group.name or group.pronoun:
                continue
            if self.word(group.first - 1) not in ("and", ",") or self.word(group.last) not in _AT:
                continue
            if self.is_told(index):
                continue
            last = self.place_end(group.last + 1)
            whole = self.whole_before(group.first)
            if last < 0 or whole is None or whole.number < 2:
                continue
            told = whole.last if whole.group is None else whole.group.last
            if whole.predicate is not None:
                told = max(told, whole.predicate.last)
            between = self.words[told : group.first]
            if len(between) > 8 or not between or _AT.isdisjoint(between[:2]) or ";" in between:
                continue
            if any(k in self.at for k in range(told, group.first)) or not self.ends_place(last):
                continue
            self.note(index, whole.harm, whole.predicate, last=last)

    def place_end(self, at: int) -> int:
        """Give the end of "another", "the next", "a nearby barn" at a token, -1 where none is."""
        at += self.word(at) == "the"
        places = lexicon.words("scenes", "sites", "spots")
        if self.word(at) in _OTHER:
            return at + 1 + (self.word(at + 1) in places)
        if self.word(at - 1) != "the" and self.word(at) not in _ONE:
            return -1
        for position in range(at, at + 4):
            if self.word(position) in places:
                return position + 1 + (self.word(position + 1) in places)
        return -1

    def ends_place(self, at: int) -> bool:
        """Tell the end of a clause, or a preposition behind a place."""
        word = self.word(at)
        return (
            at >= len(self.read) or self.read[at].kind == "mark"
            or word in ("and", "when", "while") or word in lexicon.grammar("prepositions")
        )  # fmt: skip


_SIDES = frozenset((
    "police", "army", "military", "government", "group", "radio", "mayor", "ministry", "opposition",
    "militia", "press", "television", "media", "union", "agency", "church", "side", "gang",
    "front", "guard", "cartel", "navy",
))  # fmt: skip
