"""Running counts: the death toll, the number of the missing, and what they were before."""

from newsfacts import Count
from newsfacts.model import Modifier, altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import ClauseBase, Figure
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence_reader import told_by

_BOUNDS: dict[str, Modifier] = {
    **dict.fromkeys(
        (
            "exceed",
            "exceeds",
            "exceeded",
            "top",
            "tops",
            "topped",
            "surpass",
            "surpassed",
            "surpasses",
            "pass",
            "passes",
            "passed",
        ),
        "more_than",
    ),
    **dict.fromkeys(("nears", "neared", "approached", "approaches"), "nearly"),
}
_STATES = frozenset(("injured", "wounded", "hurt", "missing"))
_QUOTES = frozenset(('"', "“", "‘", "'", "''", "``"))
_UP_OR_DOWN = frozenset(("up", "down"))


class Running(ClauseBase):
    """Reads figures of running counts."""

    def rising(self, predicate: Predicate) -> bool:
        """Read "injuries climbed by a tenth to 380" like a toll."""
        for position in range(predicate.last, min(len(self.read), predicate.last + 8)):
            word = self.word(position)
            if word in lexicon.grammar("changes"):
                before = len(self.found)
                self.toll(predicate)
                return len(self.found) > before
            if position in self.sentence.covering or word in (".", ",", "of"):
                return False
        return False

    def toll(self, predicate: Predicate) -> None:
        """Read "the death toll climbed to 230 from 190", "raising the total to 26"."""
        change = lexicon.words("harm", "toll", "change")
        at = predicate.last
        steps = 0
        seen_change = False
        while at < len(self.read) and steps < 26:
            word = self.word(at)
            index = self.group_at(at)
            if index is not None:
                group = self.sentence.groups[index]
                before = self.word(at - 2 if self.word(at - 1) in _QUOTES else at - 1)
                plausible = group.count.value is not None or group.count.modifier in (
                    "between",
                    "vague",
                )
                if (
                    plausible
                    and not (group.partitive and self.word(group.last - 1) in _STATES)
                    and not (group.count.value == 1 and group.head >= 0)
                    and not group.pronoun
                    and not group.name
                    and (group.head < 0 or group.known or group.harm)
                    and (
                        before in change
                        or before in ("than", "from", "as")
                        or (seen_change and before in (",", "to", "at"))
                    )
                ):
                    self.add(index, predicate)
                    self.bound(index, predicate.harm, before)
                    newer = self.newer(group.last) if before == "from" else None
                    if newer is not None:  # "from 56 to 74"
                        self.mark_older(index, predicate.harm)
                        self.add(newer, predicate)
                        return
                    self.toll_before(group.last, predicate)
                    return
                at = group.last
                steps += 1
                continue
            if word in change:
                seen_change = True
            if word in (";", ".") or word in ("while", "but"):
                break
            if word == ":":  # "Death toll: 12", "Toll of the day: seven dead, 31 hurt"
                self.behind_colon(at + 1, predicate)
                return
            at += 1
            steps += 1
        self.toll_in_front(predicate)

    def behind_colon(self, at: int, predicate: Predicate) -> None:
        """Read the bare number behind the colon of a toll."""
        index = self.group_at(at)
        if index is None or self.sentence.groups[index].head >= 0:
            return
        if self.word(self.sentence.groups[index].last) not in lexicon.adjectives():
            self.add(index, predicate)

    def newer(self, at: int) -> int | None:
        """Give the number that a toll rose to: "from 12 on Friday to 19"."""
        for position in range(at, min(len(self.read), at + 5)):
            if self.word(position) == "to":
                index = self.group_at(position + 1)
                bare = index is not None and self.sentence.groups[index].head < 0
                return index if bare else None
            if self.read[position].kind == "mark" or position in self.at:
                return None
        return None

    def bound(self, index: int, harm: str, verb: str) -> None:
        """Take the bound of a toll from its verb: "exceeds 200" is more than 200."""
        figure = self.found.get((index, harm))
        if figure is None or figure.count.value is None:
            return
        if figure.count.modifier == "at_most" and verb in lexicon.grammar("going_up"):
            words = self.sentence.span_text(figure.last - 1, figure.last)
            count = Count.of(figure.count.value, text=words)  # "the toll went up to 40"
            self.found[(index, harm)] = altered(figure, count=count, first=figure.last - 1)
        if figure.count.modifier != "exact":
            return
        modifier = _BOUNDS.get(verb)
        if modifier is not None:
            count = Count.of(figure.count.value, modifier, text=figure.count.text)
            self.found[(index, harm)] = altered(figure, count=count)

    def toll_in_front(self, predicate: Predicate) -> None:
        """Read "bringing to nine the number of pilots who died"."""
        index = self.group_ending(predicate.first - 2)
        if index is not None and self.word(predicate.first - 1) == "the":
            group = self.sentence.groups[index]
            if group.head < 0 and group.count.value and self.word(group.first - 1) == "to":
                harm = next((p.harm for p in self.predicates if p.first > predicate.first), None)
                self.add(index, predicate, harm or predicate.harm)

    def toll_before(self, at: int, predicate: Predicate) -> None:
        """Read the older figure in "to 230 from 190", "to 9 on Monday, up from 7"."""
        for position in range(at, min(len(self.read), at + 9)):
            word = self.word(position)
            if word == "from":
                index = self.older_number(position + 1)
                if index is not None:
                    self.add(index, predicate)
                    self.mark_older(index, predicate.harm)
                return
            if word in (".", ";") or position in self.at:
                return

    def older_number(self, at: int) -> int | None:
        """Give the bare number behind "from", "from an earlier count of"; None for others."""
        while self.word(at) in lexicon.grammar("before_older") and self.group_at(at) is None:
            at += 1
        index = self.group_at(at)
        if index is None:
            return None
        group = self.sentence.groups[index]
        bare = group.head < 0 and not group.name and not group.pronoun
        return index if bare and group.count.value is not None else None

    def mark_older(self, index: int, harm: str) -> None:
        """Mark a figure as the older one."""
        figure = self.found.get((index, harm))
        if figure is not None:
            self.found[(index, harm)] = altered(figure, older=True)

    @told_by(lambda: lexicon.grammar("at_first") | _UP_OR_DOWN)
    def older_figures(self) -> None:
        """Read "43 were killed, up from 30", "to 29 dead after initially reporting 33"."""
        if not self.found:
            return
        changed = "from" in self.sentence.vocabulary and self.tells(_UP_OR_DOWN)
        if not changed and not self.tells(lexicon.grammar("at_first")):
            return
        giving, at_first = lexicon.grammar("giving"), lexicon.grammar("at_first")
        for at in self.sentence.positions(giving | {"from"}):
            word = self.word(at)
            rose = word == "from" and self.word(at - 1) in _UP_OR_DOWN
            if not rose and not (word in giving and self.word(at - 1) in at_first):
                continue
            index = self.older_number(at + 1)
            if index is None or self.is_told(index):
                continue
            whole = self.whole_before(at)
            if whole is None or whole.predicate is None or whole.count.value is None:
                continue
            predicate = altered(whole.predicate, voice="toll")
            group = self.sentence.groups[index]
            self.found[(index, whole.harm)] = Figure(
                whole.harm, group.count, group, predicate, group.first, group.last, older=True
            )
