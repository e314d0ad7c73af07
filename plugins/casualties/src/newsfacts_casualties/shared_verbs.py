"""People told behind or beside a verb of others: "as were two nuns", "one of the three shot"."""

from newsfacts import Count
from newsfacts.model import altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.sentence_reader import told_by
from newsfacts_casualties.subjects import Subjects

_AS = frozenset(("as", "so"))
_DID = frozenset(("was", "were", "did", "had", "have", "has"))
_SURVIVED = frozenset(("survived",))
_CONTRAST = frozenset(("but", "while", "though", ";"))
_FORCED = frozenset(("forced", "forcing", "forces"))
_LEAVING = frozenset(("seek", "leave", "abandon", "take"))
_LEFT = frozenset(("shelter", "refuge", "their", ".", ",", "the", "town", ""))
_NEITHER = frozenset(("neither",))
_UNHURT_CUES = frozenset(("unhurt", "unharmed", "uninjured", "unscathed"))
_EVERYBODY = frozenset(("everyone", "everybody"))
_BUT_FOR = frozenset(("but", "except", "else", "other", "others", "nearly", "almost", "most"))
_SHOT = frozenset(("shot", "stabbed", "wounded", "injured", "hurt", "hospitalized"))
_FAR = 12
"""Within how many words "one of the three people shot outside a bar" comes to its verb."""


class SharedVerbs(Subjects):
    """Reads people whose verb is told of others."""

    @told_by(lambda: _AS)
    def as_were(self) -> None:
        """Read "Two guards were killed, as were three hostages": they, too."""
        for at, word in enumerate(self.words):
            if word not in _AS or self.word(at + 1) not in _DID or not at:
                continue
            if self.word(at - 1) not in (",", "and", ";", "-", "–", "—"):
                continue
            verb = next((each for each in reversed(self.predicates) if each.last <= at), None)
            if verb is None or verb.voice not in ("passive", "participle"):
                continue
            if not any(each.predicate is verb and each.number for each in self.found.values()):
                continue
            for item in self.list_from(at + 2):
                group = self.sentence.groups[item]
                if group.pronoun or group.count.value == 0:
                    continue
                for key in [key for key in self.found if key[0] == item]:
                    del self.found[key]  # "two hostages", who are killed here
                self.note(item, verb.harm, verb)

    @told_by(lambda: _UNHURT_CUES)
    def all_unhurt(self) -> None:
        """Read "Everyone escaped unhurt", "All 12 passengers were unharmed": nobody is hurt."""
        if self.tells(_BUT_FOR):
            return
        for at, word in enumerate(self.words):
            if word not in _UNHURT_CUES:
                continue
            for first in range(at - 1, max(-1, at - 12), -1):
                before = self.word(first)
                if before in (",", ";", ".", "and") or first in self.at:
                    break
                group = self.group_at(first)
                counted = group is not None and self.sentence.groups[group].known
                if before in _EVERYBODY or (before == "all" and (counted or self.counts(first))):
                    text = self.sentence.span_text(first, at + 1)
                    self.extra.append(
                        Figure("injured", Count.of(0, text=text), None, None, first, at + 1)
                    )
                    return

    @told_by(lambda: _SURVIVED)
    def did_not_survive(self) -> None:
        """Read "He survived, but his wife and two sons did not": they are dead."""
        if "not" not in self.sentence.vocabulary:
            return
        lived = next((k for k, word in enumerate(self.words) if word in _SURVIVED), 0)
        for at in range(lived + 3, len(self.words) - 1):
            if self.words[at] != "did" or self.word(at + 1) != "not":
                continue
            if self.word(at + 2) not in (".", ",", ";", "", "and"):
                continue
            dead = Predicate(at, at + 2, "killed", "passive", at)
            subject = self.group_ending(at - 1)
            if subject is None or _CONTRAST.isdisjoint(self.words[lived:at]):
                continue
            for item in self.list_back(subject, dead):
                if not self.sentence.groups[item].pronoun:
                    self.note(item, "killed", dead)

    @told_by(lambda: _FORCED)
    def forced_to_leave(self) -> None:
        """Read "forced 900 residents of Duvel to seek shelter": they are displaced."""
        if not self.afflicted():
            return
        for index, group in enumerate(self.sentence.groups):
            if self.word(group.first - 1) not in _FORCED or self.is_told(index):
                continue
            if (
                group.name
                or group.pronoun
                or (group.count.value or group.count.low or 0) < 2
                or not group.known
            ):
                continue
            for at in range(group.last, min(len(self.words) - 1, group.last + 6)):
                if self.word(at) != "to":
                    continue
                away, what = self.word(at + 1), self.word(at + 2)
                if away == "evacuate" or (away in _LEAVING and what in _LEFT):
                    verb = Predicate(
                        group.first - 1, group.first, "displaced", "active", group.first - 1
                    )
                    self.note(index, "displaced", verb)
                break

    @told_by(lambda: _NEITHER)
    def neither_nor(self) -> None:
        """Read "Neither the pilot nor his passenger was hurt": nobody is."""
        at = self.words.index("neither")
        for key, figure in list(self.found.items()):
            group = figure.group
            if group is None or group.first < at or "nor" not in self.words[at : group.first]:
                continue
            if not group.first - at <= _FAR or any(k in self.at for k in range(at, group.first)):
                continue
            for other in [
                each for each, one in self.found.items()
                if each[1] == key[1] and at < one.first < group.first
            ]:  # fmt: skip
                del self.found[other]
            text = self.sentence.span_text(at, figure.last)
            none = Count.of(0, text=text)
            self.found[key] = altered(
                figure, count=none, group=altered(group, count=none), first=at
            )
            return

    def counts(self, at: int) -> bool:
        """Tell a number of people, or "aboard", behind "all"."""
        after = at + 1 + (self.word(at + 1) == "the")
        index = self.group_at(after) if self.group_at(after) is not None else self.group_at(at + 1)
        return (
            index is not None
            or [self.word(at + 1), self.word(at + 2)] == ["on", "board"]
            or (self.word(at + 1) == "aboard")
        )

    @told_by(lambda: _SHOT)
    def of_those_shot(self) -> None:
        """Read "One of the three people shot in a bar has died": one dead of three who were shot.

        So too where their noun is left out: "one of the three shot".
        """
        for index, group in enumerate(self.sentence.groups):
            if not group.partitive or group.total is None or not group.count.value:
                continue
            shot = group.last
            if self.word(shot) not in _SHOT:
                if self.word(group.last - 1) not in _SHOT:
                    continue
                shot = group.last - 1
            told = self.at.get(shot)
            if told is not None and told.last > shot + 1:
                continue  # "one of the five men shot dead"
            harm = lexicon.verbs()[self.word(shot)].harm
            verb = self.main_verb(shot + 1)
            if verb is None or verb.harm not in ("killed", "injured"):
                continue
            self.of_total(index, group, shot, verb, harm)

    def main_verb(self, at: int) -> Predicate | None:
        """Give the verb of harm that a subject before a token has, over places and days."""
        for position in range(at, min(len(self.words), at + _FAR)):
            word = self.word(position)
            if word in (",", ";", ".", "and", "who", "when", "while"):
                return None
            predicate = self.at.get(position)
            if predicate is not None:
                return predicate if predicate.voice in ("passive", "participle") else None
        return None

    def of_total(
        self, index: int, group: NounPhrase, shot: int, verb: Predicate, harm: str
    ) -> None:
        """Take in a part that a verb is told of, and the whole that was shot."""
        first = next(
            (k for k in range(group.first + 1, shot) if self.words[k - 1] in ("the", "of", "those")
             and k in self.sentence.counts), -1,
        )  # fmt: skip
        for key in [key for key in self.found if key[0] == index and key[1] != verb.harm]:
            del self.found[key]
        if (index, verb.harm) not in self.found:
            self.note(index, verb.harm, verb, last=verb.last, subset=verb.harm == harm)
        inside = [
            each
            for each in (*self.found.values(), *self.extra)
            if each.count.value == group.total and group.first < each.first < shot + 1
        ]
        if inside or first < 0 or group.total is None:
            return
        text = self.sentence.span_text(first, shot + 1)
        whole = Predicate(shot, shot + 1, harm, "participle", shot, weak=True)
        count = Count.of(group.total, text=text)
        told = altered(
            group, partitive=False, total=None, head=-1, count=count, first=first, last=shot
        )
        self.extra.append(Figure(harm, count, told, whole, first, shot + 1, whole_of=group.first))
