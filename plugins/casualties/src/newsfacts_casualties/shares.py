"""Figures told beside another: by place, apart by kind, what is left over, rival claims."""

from newsfacts import Count
from newsfacts.model import altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence_reader import told_by
from newsfacts_casualties.subjects import Subjects

_BEFORE_PLACES = frozenset((":", "-", "–", "—", ","))
_COLONS = frozenset((":", ";"))
_FIGURE = frozenset(("figure", "number", "toll"))
_RIVAL = frozenset(("spoke", "put", "puts", "estimated", "claimed", "counted"))
_THEM = frozenset(("them", "whom"))
_PLACED = frozenset(("in", "at", "near", "on"))
_LAST_PLACES = frozenset((
    "hospital", "scene", "way", "spot", "clinic", "ambulance", "street", "house", "first", "second",
))  # fmt: skip


class Shares(Subjects):
    """Reads how a figure is shared out, and what others say of it."""

    def by_place(self) -> None:
        """Read "24 died: 13 in Duvel, 9 in Morvan and 2 in Zorbun"."""
        if not self.found or "in" not in self.sentence.vocabulary:
            return
        for at in self.sentence.positions(_BEFORE_PLACES):
            if at + 1 not in self.sentence.starting:
                continue
            whole = self.whole_before(at)
            if whole is None:
                continue
            run = []
            position = at + 1
            while (item := self.group_at(position)) is not None:
                group = self.sentence.groups[item]
                if group.head >= 0 or group.count.value is None or self.word(group.last) != "in":
                    break
                end = group.last + 1
                while (
                    end < len(self.read)
                    and self.read[end].kind == "word"
                    and self.word(end) not in ("and",)
                    and end < group.last + 6
                ):
                    end += 1
                run.append((item, group, end))
                position = end
                while self.word(position) in (",", "and"):
                    position += 1
            if len(run) > 1:
                for item, group, end in run:
                    self.found[(item, whole.harm)] = Figure(
                        whole.harm, group.count, group, whole.predicate, group.first, end, True
                    )

    def elsewhere(self) -> None:
        """Read "Two people were killed in Oran and four in Setif": the four as well."""
        if not self.found or not self.tells(_PLACED):
            return
        for index, group in enumerate(self.sentence.groups):
            if (group.head >= 0 and not group.more) or group.name or not group.count.value:
                continue
            if group.pronoun:
                continue
            at = group.last + (self.word(group.last) in ("others", "more"))
            if self.word(group.first - 1) not in ("and", ",") or self.word(at) not in _PLACED:
                continue
            at += 1 + (self.word(at + 1) == "the")
            if self.is_told(index) or not (self.is_capital(at) or self.word(at) in _LAST_PLACES):
                continue
            whole = self.whole_before(group.first)
            if whole is None or whole.predicate is None:
                continue
            told = max(whole.last, whole.predicate.last)
            between = self.words[told : group.first]
            if len(between) > 10 or (
                self.is_capital(at) and (not between or _PLACED.isdisjoint(between[:3]))
            ):
                continue
            if ";" in between or any(k in self.at for k in range(told, group.first)):
                continue
            if self.begins_clause(index, comma=False):
                continue
            last = at + (self.word(at) in _LAST_PLACES)
            while self.is_capital(last):
                last += 1
            if not self.ends_phrase(last):
                continue
            self.note(index, whole.harm, whole.predicate, last=last)

    def ends_phrase(self, at: int) -> bool:
        """Tell the end of a clause or a phrase that goes on with it from a verb of its own."""
        if at >= len(self.read) or self.read[at].kind == "mark":
            return True
        word = self.word(at)
        return word in lexicon.grammar("prepositions") or word in ("and", "when", "while", "as")

    def is_capital(self, at: int) -> bool:
        """Tell a word that begins with a capital, as a place does."""
        return (
            at < len(self.read)
            and self.read[at].kind == "word"
            and self.read[at].text[:1].isupper()
            and self.word(at) not in lexicon.grammar("months")
        )

    def told_apart(self) -> None:
        """Read "ten people (six men and four women)", "9 bodies: 5 rebels and 4 guards"."""
        for (index, harm), whole in list(self.found.items()):
            group = self.sentence.groups[index]
            value = whole.count.value
            if group.name or (value is not None and value < 2):
                continue
            at = group.last
            if value is None and (not group.bare_plural or self.word(at) not in {"-", "("}):
                continue
            if self.word(at) == "-" and self.word(at + 1) == "-":
                at += 1
            elif self.word(at) not in {"(", ",", "–", "—"} and not (
                self.word(at) == "-" and self.free_dash(at)
            ):
                if not self.tells(_COLONS):
                    continue
                while at < min(len(self.read), group.last + 12) and self.word(at) not in ":;.":
                    at += 1
                if self.word(at) not in (":", ";"):
                    continue
            listed = self.list_from(at + 1)
            parts = [self.sentence.groups[item].count.value or 0 for item in listed]
            if len(listed) < 2 or (value is not None and sum(parts) != value):
                listed = self.names_from(at + 1)
                if value is None or len(listed) != value or self.word(at) == ",":
                    continue
            behind = self.word(self.sentence.groups[listed[-1]].last)
            if self.word(at) == "," and behind != ",":
                continue  # "three guards, two nurses and a cook" are six
            for item in listed:
                part = self.sentence.groups[item]
                self.found[(item, harm)] = Figure(
                    harm, part.count, part, whole.predicate, part.first, part.last, True
                )

    def names_from(self, at: int) -> list[int]:
        """Give the names of persons that stand behind a token, to the end of the clause."""
        listed = []
        while at < len(self.words) and self.word(at) not in {".", ")"} and at not in self.at:
            index = self.group_at(at)
            if index is not None and self.sentence.groups[index].name:
                listed.append(index)
                at = self.sentence.groups[index].last
            else:
                at += 1
        return listed

    @told_by(lambda: frozenset(("rest",)))
    def the_rest(self) -> None:
        """Read "three of the twelve were shot; the rest were released": nine."""
        for predicate in self.predicates:
            if predicate.voice != "passive" or self.word(predicate.head - 1) != "rest":
                continue
            first = (
                predicate.head - 2 if self.word(predicate.head - 2) == "the" else predicate.head - 1
            )
            for figure in self.found.values():
                group = figure.group
                if (
                    group is None
                    or group.total is None
                    or group.count.value is None
                    or group.last > first
                ):
                    continue
                text = self.sentence.span_text(first, predicate.head)
                count = Count.of(max(0, group.total - group.count.value), text=text)
                self.extra.append(
                    Figure(predicate.harm, count, None, predicate, first, predicate.head)
                )
                break

    @told_by(lambda: _RIVAL)
    def rivals(self) -> None:
        """Read "while the union spoke of 25", "the mayor put it at more than 90"."""
        for index, group in enumerate(self.sentence.groups):
            if group.head >= 0 or group.count.value is None or group.pronoun or group.name:
                continue
            if self.is_told(index):
                continue
            at = group.first - 1
            near = [self.word(k) for k in range(max(0, at - 5), at + 1)]
            if group.count.value < 2 and _FIGURE.isdisjoint(near):
                continue
            if not (
                near[-2:] == ["spoke", "of"]
                or (near[-1:] == ["at"] and {"put", "puts", "estimated"} & set(near))
                or near[-1:] in (["claimed"], ["counted"])
            ):
                continue
            whole = self.whole_before(group.first)
            if whole is not None and self.word(group.last) in (
                ".",
                ",",
                "from",
                "",
                ";",
                "in",
                "dead",
            ):
                self.note(index, whole.harm)

    def of_them(self) -> None:
        """Read "12 people died, four of them children" and "most of them women"."""
        if not self.tells(_THEM):
            return
        for index, group in enumerate(self.sentence.groups):
            if not group.partitive or group.count.modifier == "unspecified":
                continue
            if self.word(group.last - 1) not in ("them", "whom") or self.is_told(index):
                continue
            whole = self.whole_before(group.first)
            if whole is None:
                continue
            following = self.word(group.last)
            if following in ("survived", "escaped", "recovered"):
                continue
            head, last = group, group.last
            ahead = self.group_at(group.last)
            if ahead is not None:
                what = self.sentence.groups[ahead]
                last = what.last
                if what.head >= 0:
                    head = altered(
                        group, kind=what.kind, victims_first=what.victims_first,
                        victims_last=what.victims_last,
                    )  # fmt: skip
            self.found[(index, whole.harm)] = Figure(
                whole.harm, head.count, head, whole.predicate, group.first, last, True
            )
