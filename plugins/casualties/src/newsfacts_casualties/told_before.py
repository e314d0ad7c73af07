"""Those of whom a sentence before has told: "They died at the scene", "He then shot himself"."""

from collections.abc import Sequence

from newsfacts import Count
from newsfacts.model import altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import NounPhrase, Sentence

_THEY = "they"
_BETWEEN = frozenset(("later", "also", "then", "had", "have", "eventually", "subsequently"))
_PLACES_OF_DEATH = frozenset(("scene", "spot", "hospital", "hospitals", "instantly", "way"))
_SELVES = frozenset(("himself", "herself", "themselves"))
_TURNED_ON = frozenset(("gun", "weapon", "pistol", "rifle", "knife", "handgun", "shotgun"))
_OWN_DEATH = frozenset(("suicide", "own", "self-inflicted"))
_AFTERWARDS = frozenset(("then", "before", "afterwards", "afterward"))
_TAKEN = frozenset(("abducted", "missing"))
_HELD = frozenset(("held", "holding"))
_LAWFUL = frozenset((
    "police", "jail", "custody", "prison", "suspects", "suspect", "officers", "connection",
    "charges", "court", "bail", "authorities",
))  # fmt: skip
_SIGNS = _SELVES | _OWN_DEATH


class ToldBefore:
    """How many an article has told as hurt, and whether it has told of others killed."""

    def __init__(self) -> None:
        self.hurt = 0
        self.latest = 0
        self.dead = False
        self.struck = False
        self.killed = False
        self.by_somebody = False
        self.taken = 0
        self.captives = False

    def take(self, figures: Sequence[Figure]) -> None:
        """Take in what a sentence tells."""
        hurt = 0
        dead = False
        for each in figures:
            if each.harm in _TAKEN and each.count.modifier == "exact" and not each.subset:
                self.taken = each.number
            if each.harm in ("abducted", "detained"):
                self.captives = each.harm == "abducted"
            if each.harm not in ("killed", "injured"):
                continue
            self.struck = True
            self.killed = self.killed or each.harm == "killed"
            self.by_somebody = self.by_somebody or by_somebody(each)
            if each.harm == "killed":
                dead = True
            elif each.count.modifier == "exact" and not each.subset:
                group = each.group
                if group is None or not (group.pronoun or group.definite):
                    hurt += each.count.value or 0
        if dead:
            self.hurt, self.latest, self.dead = 0, 0, True
        elif hurt:
            self.hurt, self.latest, self.dead = self.hurt + hurt, hurt, False

    def deaths(self, sentence: Sentence, predicates: Sequence[Predicate]) -> list[Figure]:
        """Give the deaths of "they" whose number a sentence before tells: "where they died"."""
        if _THEY not in sentence.vocabulary or self.dead:
            return []
        words = sentence.words
        for predicate in predicates:
            if predicate.harm != "killed" or predicate.voice == "none":
                continue
            at = predicate.head - 1
            while at > 0 and (words[at] in _BETWEEN or words[at].endswith("ly")):
                at -= 1
            if at < 0 or words[at] != _THEY:
                continue
            number = self.latest if self.latest > 1 else self.hurt
            if number < 2 and (
                self.struck or _PLACES_OF_DEATH.isdisjoint(words[predicate.last :][:4])
            ):
                continue
            text = sentence.span_text(at, at + 1)
            count = Count.of(number, text=text) if number > 1 else Count.unspecified(text=text)
            group = NounPhrase(at, at + 1, count, pronoun=True, definite=True)
            return [Figure("killed", count, group, predicate, at, predicate.last)]
        return []

    def bodies(self, sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
        """Read "Their bodies were found on Tuesday" of those who were kidnapped or missing."""
        if "bodies" not in sentence.vocabulary or self.taken < 2:
            return []
        if any(each.harm == "killed" for each in figures):
            return []
        words = sentence.words
        for at in range(1, len(words)):
            if words[at] != "bodies" or words[at - 1] != "their":
                continue
            if lexicon.grammar("found").isdisjoint(words[at + 1 : at + 6]):
                continue
            text = sentence.span_text(at - 1, at + 1)
            count = Count.of(self.taken, text=text)
            group = NounPhrase(at - 1, at + 1, count, pronoun=True, definite=True)
            verb = Predicate(at, at + 1, "killed", "nominal", at)
            return [Figure("killed", count, group, verb, at - 1, at + 1)]
        return []

    def still_held(self, sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
        """Take those who are "still held" for abducted where an abduction was told last."""
        if not self.captives or sentence.vocabulary.isdisjoint(_HELD):
            return list(figures)
        if not sentence.vocabulary.isdisjoint(_LAWFUL):
            return list(figures)
        return [
            altered(each, harm="abducted")
            if each.harm == "detained" and each.predicate is not None
            and not _HELD.isdisjoint(sentence.words[each.predicate.first : each.predicate.last])
            else each
            for each in figures
        ]  # fmt: skip

    def own_deaths(self, sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
        """Take for the perpetrator who kills himself after he has killed others."""
        if sentence.vocabulary.isdisjoint(_SIGNS):
            return list(figures)
        found: list[Figure] = []
        for each in figures:
            if by_own_hand(sentence, each) and (
                self.by_somebody
                or _harms_before(figures, each)
                or (self.killed and _turned_on_self(sentence, each))
            ):
                each = altered(each, group=_of_perpetrator(each.group))
            found.append(each)
        return found


def by_own_hand(sentence: Sentence, figure: Figure) -> bool:
    """Tell the death of one who takes his life: "shot himself", "a self-inflicted gunshot"."""
    predicate = figure.predicate
    if figure.harm != "killed" or predicate is None or figure.count.value != 1:
        return False
    if figure.group is None or figure.group.kind not in (None, "perpetrator"):
        return False
    words = sentence.words[predicate.first : predicate.last]
    if words[-1] in _SELVES or not _OWN_DEATH.isdisjoint(words):
        return words[0] not in ("blew", "blowing")
    behind = sentence.words[predicate.last : predicate.last + 6]
    return (
        "self-inflicted" in behind
        or ("own" in behind and "hand" in behind)
        or ("suicide" in behind and behind[:1] in (["by"], ["in"]))
    )


def by_somebody(figure: Figure) -> bool:
    """Tell people whom somebody kills: "He shot his wife dead", "killing two clerks"."""
    predicate, group = figure.predicate, figure.group
    if figure.harm != "killed" or predicate is None or predicate.voice != "active":
        return False
    return group is None or not group.pronoun or figure.count.value != 1


def _harms_before(figures: Sequence[Figure], own: Figure) -> bool:
    """Tell "shot his wife dead before killing himself": told in the same sentence."""
    verb = own.predicate
    return verb is not None and any(
        by_somebody(each) and each.predicate is not None and each.predicate.first < verb.first
        for each in figures
        if each is not own
    )


def _turned_on_self(sentence: Sentence, figure: Figure) -> bool:
    """Tell one who "turned the gun on himself", or did so "then": he had used it on others."""
    predicate = figure.predicate
    if predicate is None:
        return False
    words = sentence.words
    if not _TURNED_ON.isdisjoint(words[predicate.first : predicate.last]):
        return True
    return not _AFTERWARDS.isdisjoint(words[max(0, predicate.head - 1) : predicate.first + 1])


def _of_perpetrator(group: NounPhrase | None) -> NounPhrase | None:
    if group is None:
        return None
    first = group.victims_first if group.victims_first >= 0 else group.first
    last = max(group.victims_last, first + 1)
    return altered(group, kind="perpetrator", victims_first=first, victims_last=last)
