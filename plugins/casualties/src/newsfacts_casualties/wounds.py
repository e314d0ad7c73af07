"""Wounds that a person has or is told to have, and persons found or left dead."""

from newsfacts import Count
from newsfacts.model import altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.sentence_reader import told_by
from newsfacts_casualties.subjects import Subjects

_FATALLY = frozenset(("fatally", "mortally"))
_SELVES = frozenset(("himself", "herself", "themselves"))
_OWN = _SELVES | {"own"}
_HURT_ONLY = frozenset((
    "wounded", "wounding", "injured", "injuring", "survived", "survive", "critical", "hospital",
    "recovering", "stable", "unhurt",
))  # fmt: skip
_MARKS = frozenset((",", "(", ")", "-", "–", "—"))


class Wounds(Subjects):
    """Reads the wounded by their wounds, and the dead by who found them."""

    @told_by(lambda: lexicon.words("wounds", "dead", "words"))
    def found_dead(self) -> None:
        """Read "found a woman in her fifties dead", "pronounced Ivo Marek, 30, dead"."""
        for at in self.sentence.positions(lexicon.words("wounds", "dead", "words")):
            verb = self.finding(at)
            if verb is not None and lexicon.helpers().get(self.word(verb - 1)) == "be":
                self.was_found(verb, at)
                continue
            index = self.object_of(verb) if verb is not None else None
            if index is None:
                continue
            group = self.sentence.groups[index]
            if group.pronoun and self.word(group.first) in ("they", "them"):
                continue
            predicate = Predicate(at, at + 1, "killed", "participle", at)
            self.note(index, "killed", predicate)

    def finding(self, at: int) -> int | None:
        """Give the token of "found" or "pronounced" whose object is told to be dead."""
        for position in range(at - 1, max(-1, at - 16), -1):
            word = self.word(position)
            if word in lexicon.words("wounds", "finding", "words"):
                return None if position + 1 == at else position
            if lexicon.helpers().get(word) == "be" or word in {".", ";", "and", "who", "said"}:
                return None
        return None

    def was_found(self, verb: int, at: int) -> None:
        """Read "was discovered in his flat, dead": the subject."""
        if at in self.at and self.at[at].voice != "joined":
            return
        predicate = Predicate(at, at + 1, "killed", "passive", verb - 1, singular=True)
        subject = self.subject(predicate)
        if subject is not None and (subject, "killed") not in self.found:
            self.add(subject, predicate)

    def object_of(self, verb: int) -> int | None:
        """Give the phrase right behind a verb; a name by its capital where there is none."""
        index = self.group_at(verb + 1)
        if index is not None or self.sentence.upper:
            return index
        if verb + 1 >= len(self.read):
            return None
        token = self.read[verb + 1]
        if token.kind != "word" or not token.text[:1].isupper() or len(token.text) < 3:
            return None
        if self.sentence.is_name(token.start, token.end) is False:
            return None
        return self.name_group(verb + 1, verb + 2)

    def name_group(self, first: int, end: int) -> int:
        """Take in a stretch of words as the name of one person; give the index of its phrase."""
        text = self.sentence.span_text(first, end)
        self.sentence.groups.append(
            NounPhrase(
                first, end, Count.of(1, text=text), -1, None, True, name=True, definite=True,
                victims_first=first, victims_last=end,
            )
        )  # fmt: skip
        return len(self.sentence.groups) - 1

    @told_by(lambda: _FATALLY)
    def one_fatally(self) -> None:
        """Read "Four people were shot, one fatally"."""
        for at in self.sentence.positions(_FATALLY):
            if self.word(at + 1) not in _ENDS:
                continue
            index = self.group_ending(at - 1)
            if index is None or self.word(self.sentence.groups[index].first - 1) not in _MARKS | {
                "and", "with"
            }:  # fmt: skip
                continue
            whole = self.whole_before(at - 1)
            group = self.sentence.groups[index]
            if whole is None or whole.group is group:
                continue
            self.found[(index, "killed")] = Figure(
                "killed", group.count, group, whole.predicate, group.first, at + 1
            )

    @told_by(lambda: _OWN)
    def ended_by_suicide(self) -> None:
        """Read "shot his wife and her parents before killing himself": they are dead, and he."""
        for predicate in self.predicates:
            words = self.words[predicate.first : predicate.last]
            if predicate.harm != "killed" or _OWN.isdisjoint(words):
                continue
            hit = [
                (key, each) for key, each in self.found.items()
                if each.predicate is not None and each.predicate.voice == "active"
                and each.predicate.last <= predicate.head and key[0] in self.objects
                and each.last <= predicate.head
            ]  # fmt: skip
            if not hit:
                continue
            last = hit[-1][1]
            between = self.words[last.last : predicate.head]
            if len(between) > 6 or ("before" not in between and "then" not in between):
                continue
            if self.word(predicate.head - 1) == "before" and last.agent is not None:
                own = self.sentence.groups.index(last.agent)
                if own not in self.objects:
                    self.add(own, predicate)
            if len(hit) < 2 or not _HURT_ONLY.isdisjoint(self.sentence.vocabulary):
                continue  # a single one who was shot often lives
            for (index, harm), each in hit:
                if harm == "injured" and each.predicate is not None and each.predicate.weak:
                    del self.found[(index, harm)]
                    self.found[(index, "killed")] = altered(each, harm="killed")

    @told_by(lambda: _SELVES)
    def own_deaths(self) -> None:
        """Take for the perpetrator who harms others and then himself: "and then himself"."""
        for predicate in self.predicates:
            at = predicate.last
            if (
                self.reflexive(predicate)
                and self.word(at) == "and"
                and (self.word(predicate.first) in _KILLING)
            ):  # "killing himself and six others"
                for item in self.list_from(at + 1):
                    self.add(item, predicate)
        for (index, harm), figure in list(self.found.items()):
            group = figure.group
            if group is None or figure.predicate is None:
                continue
            if (
                harm == "killed"
                and self.reflexive(figure.predicate)
                and any(
                    each.group is not group and each.harm == "killed"
                    for each in self.found.values()
                )
            ):
                self.found[(index, harm)] = altered(figure, group=_perpetrator(group))
            at = group.last
            if index not in self.objects or self.word(at) not in ("and", ",", "before", "then"):
                continue
            while self.word(at) in ("and", ",", "then", "finally"):
                at += 1
            own = self.group_at(at)
            if own is not None and self.word(at) in _SELVES:
                himself = _perpetrator(self.sentence.groups[own])
                self.found.setdefault(
                    (own, harm),
                    Figure(harm, himself.count, himself, figure.predicate, at, at + 1),
                )

    @told_by(lambda: lexicon.words("wounds", "nouns", "words"))
    def own_wounds(self) -> None:
        """Read "The cook's wounds were light": he is injured."""
        for at in self.sentence.positions(lexicon.words("wounds", "nouns", "words")):
            if self.of_dying(at):
                continue
            for first in (at - 1, at - 2):
                owner = self.word(first)
                if not owner.endswith(("'s", "’s")) or len(owner) < 4:
                    continue
                noun = lexicon.nouns().get(owner[:-2])
                start = first - (self.word(first - 1) in lexicon.grammar("determiners"))
                token = self.read[first]
                named = noun is None and self.sentence.is_name(token.start, token.end)
                if not named and (noun is None or noun.plural or start == first):
                    continue
                text = self.sentence.span_text(start, first + 1)
                group = NounPhrase(
                    start, first + 1, Count.of(1, text=text), first, None, True,
                    name=bool(named), definite=True, victims_first=first, victims_last=first + 1,
                )  # fmt: skip
                self.extra.append(
                    Figure(
                        "injured", group.count, group,
                        Predicate(at, at + 1, "injured", "nominal", at, weak=True), start, at + 1,
                    )
                )  # fmt: skip
                break

    def of_dying(self, at: int) -> bool:
        """Tell "died of the man's wounds" from wounds that somebody lives with."""
        left = self.words[max(0, at - 7) : at]
        return not lexicon.grammar("dying").isdisjoint(left)


def _perpetrator(group: NounPhrase) -> NounPhrase:
    """Give a phrase as that of a perpetrator, its words those of a victim."""
    first = group.victims_first if group.victims_first >= 0 else group.first
    return altered(
        group, kind="perpetrator", victims_first=first,
        victims_last=max(group.victims_last, first + 1),
    )  # fmt: skip


_KILLING = frozenset(("killing", "killed", "kills", "blowing", "blew"))
_ENDS = frozenset((",", ".", ";", ")", "and", "in", "at", "on", "during", "when", ""))
