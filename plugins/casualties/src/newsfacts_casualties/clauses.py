"""Who is harmed by what: all constructions of a sentence together."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from newsfacts.model import altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.complements import Complements
from newsfacts_casualties.gaps import Gaps
from newsfacts_casualties.nominal import Nominal
from newsfacts_casualties.parts import Parts
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.shared_verbs import SharedVerbs
from newsfacts_casualties.verbal import Verbal
from newsfacts_casualties.wounds import Wounds


def read_figures(sentence: Sentence, predicates: list[Predicate]) -> list[Figure]:
    """Give the figures of a sentence in order of position, each phrase once for a harm."""
    return _Reader(sentence, predicates).run()


class _Reader(Verbal, Nominal, Parts, Wounds, Complements, Gaps, SharedVerbs):
    """Reads one sentence by all constructions."""

    def run(self) -> list[Figure]:
        for index, predicate in enumerate(self.predicates):
            if predicate.voice == "active":
                self.objects_of(predicate, index)
        for index, predicate in enumerate(self.predicates):
            match predicate.voice:
                case "passive" | "participle":
                    self.subjects_of(predicate, index)
                case "nominal":
                    self.nominal(predicate)
                case "toll":
                    self.toll(predicate)
                case "lives":
                    self.lives(predicate)
                case "joined":
                    self.joined(predicate, index)
        vocabulary = self.sentence.vocabulary
        always, by_word, words = _told_by()
        told = always.union(*[by_word[word] for word in vocabulary & words])
        for step in sorted(told):
            _CONSTRUCTIONS[step](self)
        figures = [*self.found.values(), *self.extra]
        if self.tells(lexicon.grammar("fiction")):
            figures = [each for each in figures if not self.of_a_story(each)]
        return sorted(self.settle(figures), key=_order)

    def settle(self, figures: list[Figure]) -> Iterator[Figure]:
        """Leave out the injury of a person whose death the sentence tells."""
        if self.tells(_DEAD_ALREADY):
            figures = [self.as_dead(each) for each in figures]
        harms = {each.harm for each in figures}
        told_where = "where" in self.sentence.vocabulary
        if any(each.count.modifier == "unspecified" for each in figures):
            figures = [each for each in figures if not self.told_exactly(each, figures)]
        if "killed" not in harms or not (told_where or "injured" in harms):
            yield from figures
            return
        dead = [each for each in figures if each.harm == "killed"]
        killed = {each.group for each in dead}
        hurt = [each for each in figures if _hurt(each)] if dead else []
        died: dict[Figure, Figure] = {}
        for each in dead:
            before = next((one for one in reversed(hurt) if self.died_then(one, each)), None)
            if before is not None:
                died[each] = before
        for each in figures:
            if each in died:
                yield _as_told(each, died[each])
            elif each.harm == "killed" and told_where:
                yield self.where_died(each)
            elif not (each.group in killed and (_hurt(each) or self.of_dying_person(each))) and (
                each not in died.values()
            ):
                yield each

    def as_dead(self, figure: Figure) -> Figure:
        """Read "The dead man was hit by a stray bullet" as of his death."""
        group = figure.group
        if group is None or figure.harm != "injured" or group.partitive or group.head < 0:
            return figure
        if _DEAD_ALREADY.isdisjoint(self.words[group.first : group.head]):
            return figure
        return altered(figure, harm="killed")

    def told_exactly(self, vague: Figure, figures: list[Figure]) -> bool:
        """Tell those of whom a number is told next: "mowed down cyclists, killing two"."""
        verb = vague.predicate
        if verb is None or verb.voice != "active" or not verb.finite:
            return False
        if vague.count.modifier != "unspecified" or vague.count.value is not None:
            return False
        for each in figures:
            other = each.predicate
            if (
                other is not None and other.voice == "active" and not other.finite
                and other.head >= vague.last and each.number
                and self.word(other.first).endswith("ing")
                and (each.harm == vague.harm or verb.weak)
                and self.word(other.head - 1) == ","
                and "and" not in self.words[vague.last : other.head]
            ):  # fmt: skip
                return True
        return False

    def where_died(self, died: Figure) -> Figure:
        """Read "Ivo Marek, 30, was taken to Tarma West, where he was pronounced dead": Marek."""
        own = died.group
        if own is None or not own.pronoun or self.word(own.first - 1) != "where":
            return died
        verb = next(
            (k for k in range(own.first - 2, max(0, own.first - 16), -1) if self.word(k) in _TAKEN),
            0,
        )
        if verb == 0 or self.word(verb - 1) not in ("was", "were", "been"):
            return died
        subject = self.subject(Predicate(verb, verb + 1, "injured", "passive", verb - 1))
        group = self.sentence.groups[subject] if subject is not None else None
        if group is None or group.count.value != 1 or group.pronoun:
            return died
        return altered(died, group=group, count=group.count)

    def of_dying_person(self, figure: Figure) -> bool:
        """Tell "He died after being wounded"."""
        predicate = figure.predicate
        return (
            figure.harm == "injured"
            and predicate is not None
            and self.word(predicate.head) == "being"
        )

    def of_a_story(self, figure: Figure) -> bool:
        """Tell what a film or a novel tells, in the present: "In the film, a man kills two"."""
        predicate = figure.predicate
        if predicate is None:
            return False
        verb = lexicon.verbs().get(self.word(predicate.first))
        helpers = self.words[predicate.head : predicate.first]
        present = verb is not None and verb.form in ("s", "base")
        if not (present or "is" in helpers or "are" in helpers):
            return False
        for at in range(min(figure.first, predicate.head)):
            if self.word(at) in lexicon.grammar("fiction"):
                return self.word(at + 1) not in lexicon.nouns()
        return False

    def died_then(self, hurt: Figure, died: Figure) -> bool:
        """Tell "was flown to a clinic, where he died" from the death of somebody else."""
        group, own = hurt.group, died.group
        if group is None or own is None or hurt.count.value != 1 or hurt.last > died.first:
            return False
        if not own.pronoun or group.pronoun or self.word(own.first) not in ("he", "she"):
            return False
        told = hurt.predicate.last if hurt.predicate is not None else 0
        told = max(hurt.last, told)
        return any(self.word(at) in _JOINING for at in range(told, died.first)) and not any(
            each.count.value == 1 and (each.name or each.head >= 0)
            for each in self.sentence.groups
            if told <= each.first < died.first
        )


_DEAD_ALREADY = frozenset(("dead", "slain", "deceased", "murdered"))
_TAKEN = frozenset((
    "taken", "rushed", "transported", "flown", "airlifted", "transferred", "driven", "brought",
    "moved",
))  # fmt: skip
_CONSTRUCTIONS: tuple[Callable[[_Reader], None], ...] = (
    _Reader.that_of, _Reader.stated_by_noun, _Reader.found_dead, _Reader.one_fatally,
    _Reader.own_wounds, _Reader.ended_by_suicide, _Reader.own_deaths, _Reader.casualties_told,
    _Reader.among_the_dead,
    _Reader.lost_men, _Reader.held, _Reader.complements, _Reader.treated_people,
    _Reader.prisoners_taken, _Reader.searched_for, _Reader.loss_of, _Reader.older_figures,
    _Reader.parts_of_the_harmed, _Reader.subsets, _Reader.of_the, _Reader.by_place,
    _Reader.elsewhere, _Reader.told_apart, _Reader.the_rest, _Reader.rivals, _Reader.put_at,
    _Reader.lost_by_others, _Reader.said_by_others, _Reader.at_another, _Reader.named_as,
    _Reader.neither_nor, _Reader.did_not_survive, _Reader.as_were,
    _Reader.forced_to_leave, _Reader.all_unhurt, _Reader.of_those_shot,
)  # fmt: skip
"""What is read besides verbs and nouns of harm, in this order: each knows what came before."""


class _ToldBy(NamedTuple):
    """Which constructions every sentence may hold, and which are told by a word."""

    always: frozenset[int]
    by_word: Mapping[str, frozenset[int]]
    words: frozenset[str]


@cache
def _told_by() -> _ToldBy:
    always, by_word = set[int](), dict[str, set[int]]()
    for step, reader in enumerate(_CONSTRUCTIONS):
        words = reader.__dict__.get("told_by")
        if words is None:
            always.add(step)
            continue
        for word in words():
            by_word.setdefault(word, set()).add(step)
    steps = {word: frozenset(told) for word, told in by_word.items()}
    return _ToldBy(frozenset(always), steps, frozenset(steps))


_JOINING = frozenset(("where", "but", "and", "before", "until", "when", "as"))


def _hurt(figure: Figure) -> bool:
    """Tell an injury that a death told beside it makes one with it."""
    return figure.harm == "injured" and figure.predicate is not None and figure.predicate.weak


def _as_told(died: Figure, hurt: Figure) -> Figure:
    """Give the death of "he" to whom the sentence names before."""
    return altered(died, group=hurt.group, count=hurt.count)


def _order(figure: Figure) -> tuple[int, bool, int, str]:
    """Put figures in the order of their words, a whole before the part within which it is told."""
    if figure.whole_of >= 0:
        return figure.whole_of, False, figure.last, figure.harm
    return figure.first, True, figure.last, figure.harm
