"""Figures told as parts of others: of them, of the dead, among the wounded."""

from newsfacts.model import altered
from newsfacts.text import read_counts
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.sentence_reader import told_by
from newsfacts_casualties.shares import Shares

_DEAD = {
    "dead": "killed", "killed": "killed", "victims": "killed", "fatalities": "killed",
    "slain": "killed",
    "injured": "injured", "wounded": "injured", "hurt": "injured", "casualties": "casualties",
    "missing": "missing", "hostages": "abducted", "detained": "detained", "arrested": "detained",
}  # fmt: skip


_HARMED = {
    "dead": "killed", "killed": "killed", "deceased": "killed", "slain": "killed",
    "fatalities": "killed", "injured": "injured", "wounded": "injured", "hurt": "injured",
    "missing": "missing", "detained": "detained", "arrested": "detained", "detainees": "detained",
    "displaced": "displaced", "kidnapped": "abducted", "abducted": "abducted",
}  # fmt: skip
_FROM = frozenset(("from", "under", "in", "between", "over"))
_HELD = ("abducted", "detained", "missing")
_CAPTIVES = frozenset(("hostages", "captives", "abductees"))
_BEFORE_WHOLE = frozenset(("of", "the", "those", "his", "her", "their", "its", "these"))
_AFTERWARDS = frozenset(("still", "also", "later", "flown", "taken", "sent", "not", "yet", "now"))
_FRACTIONS = frozenset(("third", "thirds", "half", "quarter", "quarters", "percent", "cent", "%"))
_AMONG = frozenset(("among", "include", "included", "includes"))
_THE = frozenset(("the", "those"))
_INCLUDE = frozenset(("include", "included", "includes"))
_BE = frozenset(("are", "were", "is", "was"))
_AGES = frozenset(("five", "age", "ages", "old"))


class Parts(Shares):
    """Reads parts."""

    def subsets(self) -> None:
        """Read ", including 7 children", ", among them the gunman", "three of them women"."""
        if not self.found:
            return
        reached = 0
        for at, end in self.sentence.phrases("context", "scope", "subset"):
            if at < reached:
                continue
            reached = end
            words = self.words[at:end]
            part = self.sentence.covering.get(at)
            if words[0] == "of" and part is not None and self.sentence.groups[part].partitive:
                continue
            if words == ["among", "them"] and not self.list_from(end) and self.parts_among(at):
                continue
            whole = self.whole_before(at) or self.part_before(at)
            if whole is None or (words[0] == "of" and self.word(at - 1) in _FRACTIONS):
                continue
            if words[0] == "of" and self.word(at - 1) == "all":
                continue  # "61 were wounded, all of them civilians": no part
            if words[-1] in ("them", "whom", "which") and words[0] == "of":
                # "four of them children" was read as a phrase; this is "of whom four were children"
                listed = self.list_from(end)
            else:
                position = end
                if self.word(position) in ("are", "were", "is", "was", ":"):
                    position += 1
                if self.word(position) == "those" and self.word(position + 1) == "of":
                    position += 2  # "12 bodies, among them those of two nurses"
                listed = self.list_from(position)
            for item in listed:
                group = self.sentence.groups[item]
                if group.pronoun or self.words[group.first : group.last] == ["elderly"]:
                    continue
                own = [key for key in self.found if key[0] == item]
                harm = self.own_harm(group) or whole.harm
                if own:
                    for each in own:
                        if words[-1] != "whom" or self.whole_of_harm(at, each[1]):
                            self.found[each] = altered(self.found[each], subset=True)
                else:
                    self.note(item, harm, whole.predicate, subset=True)
        self.of_them()

    def parts_among(self, at: int) -> bool:
        """Read parts told before "among them": "six people, two women and a boy among them"."""
        index = self.group_ending(at - 1)
        parts: list[int] = []
        while index is not None:
            parts.insert(0, index)
            before = self.sentence.groups[index].first - 1
            index = self.group_ending(before - 1) if self.word(before) == "and" else None
        if not parts:
            return False
        first = self.sentence.groups[parts[0]].first
        own = {key for key in self.found if key[0] in parts}
        before_them = [
            each for key, each in self.found.items() if key not in own and each.last <= first
        ]
        whole = max(before_them, key=lambda each: each.last, default=None)
        if whole is None or whole.subset:
            return False
        for part in parts:
            told = [key for key in own if key[0] == part]
            for key in told:
                self.found[key] = altered(self.found[key], subset=True)
            if not told:
                self.note(part, whole.harm, whole.predicate, subset=True)
        return True

    def part_before(self, at: int) -> Figure | None:
        """Give the part of which a further one is told: "Nine of the dead were nuns, including"."""
        before = [each for each in self.found.values() if each.subset and each.last <= at]
        last = max(before, key=lambda each: each.first, default=None)
        return last if last is not None and last.number > 1 else None

    def own_harm(self, group: NounPhrase) -> str | None:
        """Tell the harm of a part that has its own: "25 casualties, including 10 dead"."""
        bare = group.head < 0 and not group.name
        return lexicon.adjectives().get(self.word(group.last)) if bare else None

    @told_by(lambda: _BE)
    def parts_of_the_harmed(self) -> None:
        """Read "Two of the dead were Danes", "Of the 52 people killed, 30 were women"."""
        for index, group in enumerate(self.sentence.groups):
            be = group.last
            if self.word(be) not in _BE or self.is_told(index):
                continue
            if group.count.modifier == "unspecified" or group.count.value == 0:
                continue
            whole = None
            if group.partitive:
                harm = _HARMED.get(self.word(group.last - 1))
            else:
                whole = self.opened_by(group)
                harm = whole.harm if whole is not None else self.opened_by_word(group)
            if harm is None or be + 1 >= len(self.read):
                continue
            what = self.group_at(be + 1)
            state = self.word(be + 1)
            if what is None and (
                state in lexicon.stop_words() - _FROM
                or lexicon.verbs().get(state) is not None
                or state.endswith("ed")
                or state in _AFTERWARDS
                or be + 1 in self.at
            ):
                continue
            last = be + 2 if what is None else self.sentence.groups[what].last
            if what is not None and self.sentence.groups[what].head >= 0:
                noun = self.sentence.groups[what]
                group = altered(
                    group, kind=noun.kind, victims_first=noun.victims_first,
                    victims_last=noun.victims_last,
                )  # fmt: skip
            self.found[(index, harm)] = Figure(
                harm, group.count, group, whole.predicate if whole else None, group.first,
                group.last if group.partitive else last, True,
            )  # fmt: skip

    def opened_by(self, group: NounPhrase) -> Figure | None:
        """Give the whole of "Of the 52 people killed, 30 were women" for the 30."""
        if group.head >= 0 or group.name or group.pronoun or self.word(group.first - 1) != ",":
            return None
        for each in self.found.values():
            at = each.first - (self.word(each.first - 1) in ("the", "those"))
            end = max(each.last, each.predicate.last if each.predicate is not None else 0)
            opens = self.word(at - 1) == "of" and (at < 2 or self.read[at - 2].kind == "mark")
            if opens and end == group.first - 1:
                return each
        return None

    def opened_by_word(self, group: NounPhrase) -> str | None:
        """Tell the harm of "Of the dead, nine were Danes", "Of those injured, two are children"."""
        at = group.first - 1
        if group.head >= 0 or group.name or self.word(at) != "," or self.word(at - 3) != "of":
            return None
        if self.word(at - 2) not in ("the", "those") or (
            at > 3 and self.read[at - 4].kind != "mark"
        ):
            return None
        return _HARMED.get(self.word(at - 1))

    def of_the(self) -> None:
        """Read "Of the 31 wounded, six are in critical condition", "Six of the 31 wounded are"."""
        for key, figure in list(self.found.items()):
            group = figure.group
            if group is None or group.name or group.pronoun:
                continue
            if self.word(group.first - 1) == ",":
                whole = next(
                    (
                        each for each in self.found.values()
                        if each.last == group.first - 1 and each.harm == figure.harm
                    ),
                    None,
                )  # fmt: skip
                if whole is None:
                    if self.opened_by_word(group) == figure.harm:
                        self.found[key] = altered(figure, subset=True)
                    continue
                at = whole.first - (self.word(whole.first) != "the")
                if self.word(at - 1) == "of" and (at < 2 or self.read[at - 2].kind == "mark"):
                    self.found[key] = altered(figure, subset=True)
            elif group.partitive and group.total is not None and (held := self.held_before(group)):
                self.whole_within(group, altered(figure, harm=held), group.last)
            elif group.partitive and (end := self.harmed_end(group, figure.harm)) >= 0:
                self.found[key] = altered(figure, subset=True)
                if group.total is not None:
                    self.whole_within(group, figure, end)

    def held_before(self, group: NounPhrase) -> str | None:
        """Give the harm of the whole of "two of the nine kidnapped teachers", not of hostages."""
        noun = self.word(group.head)
        told = group.harm in _HELD and (noun == "detainees" or noun not in _CAPTIVES)
        return group.harm if told else None

    def harmed_end(self, group: NounPhrase, harm: str) -> int:
        """Give the token behind "six of the 31 wounded", "half of the 40 | dead"; -1 for others."""
        for at in (group.last - 1, group.last):
            if _HARMED.get(self.word(at)) == harm:
                return at + 1
        return -1

    def whole_within(self, group: NounPhrase, part: Figure, end: int) -> None:
        """Take in the whole that a part names: the 31 of "six of the 31 wounded"."""
        for at in range(group.first + 1, end):
            if self.word(at - 1) not in _BEFORE_WHOLE:
                continue
            number = next(read_counts(self.read[at:end], self.sentence.text), None)
            if number is None or number.first or number.count.value != group.total:
                continue
            self.extra.append(
                Figure(part.harm, number.count, None, None, at, end, whole_of=group.first)
            )
            return

    @told_by(lambda: _AMONG | _BE)
    def among_the_dead(self) -> None:
        """Read "Among the dead are three Danes", "The victims included a baker and her nephew"."""
        if not self.tells(_AMONG):
            self.the_dead_were()
            return
        for at in self.sentence.positions(("among", "the")):
            word = self.word(at)
            if word == "among" and self.word(at - 1) in _BE and self.among_counted(at):
                continue
            if word == "among" and self.word(at + 1) in {"the", "those"}:
                start = at + 2
                if self.word(at - 1) not in _BE and self.is_number(start):
                    start += 1  # "among the 14 wounded were"
                if self.there_are(at, _DEAD.get(self.word(start))):
                    continue
                if self.word(at - 1) == "be":
                    self.believed_among(at, start)
                    continue
                if self.word(at - 1) in _BE and at > 1:
                    subject = self.group_ending(at - 2)
                    be = Predicate(at - 1, at, "killed", "passive", at - 1)
                    if subject is None or self.word(at - 2) in _AGES:
                        subject = self.subject(be)
                    harm = _DEAD.get(self.word(start))
                    if subject is not None and harm is not None:
                        for item in self.list_back(subject, be):
                            self.note(item, harm, subset=True)
                    continue
            elif word == "the" and (
                self.word(at + 2) in _INCLUDE
                or (self.word(at + 2) == "also" and self.word(at + 3) in _INCLUDE)
            ):
                start = at + 1
            else:
                continue
            harm = _DEAD.get(self.word(start))
            if harm is None and word == "among" and self.word(start) in lexicon.nouns():
                form = lexicon.verbs().get(self.word(start + 1))
                if form is not None and form.form in ("ed", "participle"):
                    harm, start = form.harm, start + 1  # "among the priests murdered was"
            if harm is None and self.word(at + 1) == "those" and self.word(start) == "who":
                start += 1
                form = lexicon.verbs().get(self.word(start))
                harm = form.harm if form is not None else None
            if harm is None:
                continue
            for position in range(start + 1, min(len(self.read), start + 9)):
                if self.word(position) in (
                    "are",
                    "were",
                    "is",
                    "was",
                    "include",
                    "included",
                    "includes",
                    ":",
                ):
                    for item in self.list_from(position + 1):
                        self.note(item, harm, subset=True)
                    break

    def there_are(self, at: int, harm: str | None) -> bool:
        """Read "There are two children among the dead": a part of them."""
        subject = self.group_ending(at - 1)
        if subject is None or harm is None:
            return False
        listed = self.list_back(subject, Predicate(at, at + 1, harm, "passive", at))
        first = self.sentence.groups[listed[0]].first
        if self.word(first - 1) not in _BE or self.word(first - 2) != "there":
            return False
        for item in listed:
            self.note(item, harm, subset=True)
        return True

    def believed_among(self, at: int, state: int) -> None:
        """Read "Several Danes are believed to be among the dead"."""
        harm = _DEAD.get(self.word(state))
        verb = Predicate(at - 1, at, harm or "killed", "passive", at - 1)
        subject = self.subject(verb)
        if harm is None or subject is None:
            return
        verb = altered(verb, head=self.sentence.groups[subject].last)
        self.note(subject, harm, verb, subset=True)

    def among_counted(self, at: int) -> bool:
        """Read "One Dane was among 12 people killed": a part of them."""
        index = self.group_at(at + 1)
        whole = next((each for key, each in self.found.items() if key[0] == index), None)
        subject = self.subject(Predicate(at - 1, at, "killed", "passive", at - 1))
        if index is None or whole is None or subject is None:
            return False
        self.note(subject, whole.harm, subset=True)
        return True

    def the_dead_were(self) -> None:
        """Read "The dead were Ivo Marek and two clerks", "The wounded guards are Danes"."""
        kinds = self.sentence.kinds
        for at in self.sentence.positions(_THE):
            if at and kinds[at - 1] == "word":
                continue
            word = self.word(at)
            state = at + 1
            harm = _DEAD.get(self.word(state)) if self.word(state) != "victims" else None
            if word == "those" and self.word(at + 1) == "who":
                harm, state = self.those_who_were(at)
            be = state + 1 if self.word(state + 1) in _BE else state + 2
            if (
                harm is None
                or self.word(be) not in _BE
                or (be > state + 1 and self.word(state + 1) not in lexicon.nouns())
            ):
                continue
            if self.word(be + 1) in ("identified", "named") and self.word(be + 2) == "as":
                be += 2
            listed = self.list_from(be + 1)
            if listed and self.begins_clause(listed[-1], comma=False):
                continue
            those = self.group_at(at) if word == "those" and listed else None
            if those is not None:
                self.found.pop((those, harm), None)
            for item in listed:
                self.note(item, harm, subset=True)

    def those_who_were(self, at: int) -> tuple[str | None, int]:
        """Read "those who were kidnapped" like "the kidnapped": its harm, and where to go on."""
        verb = at + 2 + (self.word(at + 2) in ("were", "had", "have"))
        verb += self.word(verb) == "been"
        form = lexicon.verbs().get(self.word(verb))
        if form is None or form.form not in ("ed", "participle"):
            return None, at
        return form.harm, verb
