"""Who is harmed by what: all constructions of a sentence together."""

from collections.abc import Iterator

from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.complements import Complements
from newsfacts_casualties.nominal import Nominal
from newsfacts_casualties.parts import Parts
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.verbal import Verbal
from newsfacts_casualties.wounds import Wounds


def read_figures(sentence: Sentence, predicates: list[Predicate]) -> list[Figure]:
    """Give the figures of a sentence in order of position, each phrase once for a harm."""
    return _Reader(sentence, predicates).run()


class _Reader(Verbal, Nominal, Parts, Wounds, Complements):
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
        self.stated_by_noun()
        self.found_dead()
        self.one_fatally()
        self.own_wounds()
        self.own_deaths()
        self.casualties_told()
        self.among_the_dead()
        self.lost_men()
        self.held()
        self.complements()
        self.prisoners_taken()
        self.searched_for()
        self.loss_of()
        if self.found:
            self.older_figures()
        self.subsets()
        self.parts_of_the_harmed()
        self.of_the()
        self.by_place()
        self.elsewhere()
        self.told_apart()
        self.the_rest()
        self.rivals()
        figures = [*self.found.values(), *self.extra]
        return sorted(self.settle(figures), key=_order)

    def settle(self, figures: list[Figure]) -> Iterator[Figure]:
        """Leave out the injury of a person whose death the sentence tells."""
        killed = {each.group for each in figures if each.harm == "killed"}
        for each in figures:
            if (
                each.harm == "injured"
                and each.group in killed
                and each.predicate is not None
                and each.predicate.weak
            ):
                continue
            yield each


def _order(figure: Figure) -> tuple[int, bool, int, str]:
    """Put figures in the order of their words, a whole before the part within which it is told."""
    if figure.whole_of >= 0:
        return figure.whole_of, False, figure.last, figure.harm
    return figure.first, True, figure.last, figure.harm
