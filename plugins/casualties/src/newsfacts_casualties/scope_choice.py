"""How a figure relates to the news as it has been told so far: the choice of its scope."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsfacts import MentionRef, TimeExpression
from newsfacts.model import days_between
from newsfacts_casualties import lexicon, qualifiers, recalls, scopes, settings, wholes
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.discourse import HarmEvent, Trigger
from newsfacts_casualties.scenes import Scenes, at_the_time
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.site_words import coarseness, counting_words
from newsfacts_casualties.verb_groups import is_perfect

_HE = frozenset(("he", "she"))
_DIED = frozenset(("died", "dies", "pronounced", "declared", "succumbed", "later"))
_CONTRAST = frozenset(("but", "however", "though", "yet", "meanwhile", "instead"))
_MEANWHILE = frozenset(("elsewhere", "meanwhile", "separately"))
_BODIES = frozenset(("bodies", "corpses"))
_COUNTING = frozenset(("counted", "counting", "saw", "seen"))
_OTHER = frozenset(("another", "other", "second", "third"))


class Told(NamedTuple):
    """A figure as it was read, the last one told."""

    sentence: Sentence
    figure: Figure
    scope: str
    own: settings.Setting


class ScopeChoice(Scenes):
    """Tells what a figure is of: the main incident, a part, many events or an earlier one."""

    conflict: bool
    last_told: Told | None

    def of_one_event(self) -> bool:
        """Tell whether the news is one accident, disaster or attack, and no war."""
        main = self.discourse.main
        return (
            main is not None and main.sure and bool(main.whole) and not self.conflict
            and main.kind in {"attack", "accident", "disaster"}
        )  # fmt: skip

    def home_of_part(
        self,
        figure: Figure,
        scope: str,
        whole: Mapping[str, MentionRef],
        own: settings.Setting,
        index: int,
    ) -> HarmEvent | None:
        """Give the event of the figure that a part is of; None for what is no part."""
        if scope != "subset":
            return None
        told = whole.get(figure.harm)
        if told is not None:
            return self.discourse.owners.get(told)
        number = figure.number
        partitive = figure.group is not None and figure.group.partitive
        date = None if partitive else own.date  # "one of the wounded died on Tuesday"
        return self.discourse.home_of_part(figure.harm, number, index, date)

    def as_told_before(
        self, sentence: Sentence, figure: Figure, own: settings.Setting, scope: str, index: int
    ) -> str:
        """Give a figure the scope of the one that it goes on from.

        "A bomb in 2009 killed 32 people and injured 200": both are recalled.
        """
        before = self.last_told
        if before is None or scope != "incident":
            return scope
        if before.sentence is not sentence:
            # "550 have died in the war. Two medics have also been killed."
            also = "also" in sentence.words[: figure.last + 5] and is_perfect(sentence, figure)
            near = self.discourse.events[-1:] and self.discourse.events[-1].sentence >= index - 1
            return before.scope if also and near and before.scope == "cumulative" else scope
        number = figure.number
        if (
            before.scope == "subset" and not before.figure.subset and own.date is None
            and figure.group is not None and figure.group.more
            and figure.harm == before.figure.harm
            and self.discourse.home_of_part(figure.harm, number + 1, index) is not None
        ):  # fmt: skip
            return "subset"  # "In Duvel a man drowned, and two others died in a fire"
        between = sentence.words[
            qualifiers.last_token(before.figure) : qualifiers.first_token(figure)
        ]
        if "and" not in between or len(between) > 2 or own.date not in (None, before.own.date):
            return scope
        if before.scope in ("background", "cumulative"):
            return before.scope
        if (
            before.scope == "subset" and not before.figure.subset and own.place == before.own.place
            and self.discourse.home_of_part(figure.harm, number + 1, index) is not None
        ):  # fmt: skip
            return "subset"
        return scope

    def scope_of(
        self,
        sentence: Sentence,
        figure: Figure,
        own: settings.Setting,
        trigger: Trigger,
        times: Sequence[TimeExpression],
        whole: Mapping[str, MentionRef],
        index: int,
        first: int,
        last: int,
    ) -> str:
        """Tell how a figure relates to the main incident; `first:last` is its clause."""
        if figure.subset and (
            whole or own.date is None or not _of_them(figure, sentence)
        ):  # but "On Monday they shot at two men, killing one of them"
            return "incident" if self.in_another_place(sentence, figure, own) else "subset"
        news = self.discourse.latest
        if (
            news is not None
            and figure.number < (news.whole.get(figure.harm, (None, 0))[1] or 0)
            and scopes.number_of_a_kind(sentence, figure, first, last)
        ):
            return "subset"  # "The ministry put the number of Danes killed at three"
        scope = scopes.scope(
            sentence,
            figure,
            first,
            last,
            times,
            conflict=self.conflict,
            one_event=self.of_one_event(),
        )
        if scope != "incident":
            return scope
        main = self.discourse.main
        if own.date is None and self.discourse.is_past(name_of(sentence, figure)):
            return "background"
        if scopes.of_no_one_event(
            sentence,
            figure,
            named=trigger.kind is not None,
            dated=own.date is not None and settings.is_day(own.date),
            told=main is not None and bool(main.whole),
        ):
            return "cumulative"
        news_day = main.date.start if main is not None and main.date is not None else None
        if recalls.recalled(
            sentence,
            figure,
            own.date,
            self.reference,
            news_day,
            times,
            told=bool(self.discourse.events),
            arrests=main is not None and set(main.whole) <= settings.AFTERMATH,
        ):
            return "background"
        if (
            main is not None and main.date is None and main.place is not None
            and not set(main.whole) <= settings.AFTERMATH
            and own.date is not None and own.place is not None
            and own.place.name != main.place.name
            and (days_between(own.date.end, self.reference) or 0) > 3
        ):  # fmt: skip
            return "background"
        if own.date is None and self.goes_on_about_the_past(sentence, figure, own, trigger, index):
            return "background"
        latest = self.discourse.latest
        whole_known = latest is not None and figure.harm in latest.whole
        if (
            wholes.of_whom(sentence, figure)
            or (whole_known and wholes.of_victims(sentence, figure))
            or self.discourse.part_of_told(
                wholes.noun_of_whole(sentence, figure), figure.count.value or 0
            )
            or self.bodies_of_known(sentence, figure, own)
            or self.elliptic_part(sentence, figure, index)
            or self.one_of_the_dead(sentence, figure, index)
            or self.part_of_a_region(sentence, figure, own, trigger, index)
        ):
            return "subset"
        return "incident"

    def in_another_place(self, sentence: Sentence, figure: Figure, own: settings.Setting) -> bool:
        """Tell a number beside another: "Nine died in Utah, officials said, six in Ohio"."""
        before = self.last_told
        if before is None or before.sentence is not sentence or before.scope == "subset":
            return False
        group = figure.group
        one, other = before.own.place, own.place
        return (
            one is not None and other is not None and one.name != other.name
            and group is not None and group.head < 0 and figure.last > group.last
            and coarseness(one) == coarseness(other) and other.admin1 != one.name
            and before.figure.harm == figure.harm
        )  # fmt: skip

    def goes_on_about_the_past(
        self,
        sentence: Sentence,
        figure: Figure,
        own: settings.Setting,
        trigger: Trigger,
        index: int,
    ) -> bool:
        """Tell a figure without a day that goes on about an event recalled just before."""
        if sentence.words[0] in _MEANWHILE or _now(sentence, figure):
            return False
        if "still" in sentence.words[: figure.first]:
            return False  # "The front still holds 700 hostages"
        if index > 0 and self.recalls(sentence):
            news = self.discourse.latest
            # "Twelve were arrested over last year's attack. Nine men were held in Duvel."
            return (
                news is None
                or news.sentence < index - 1
                or figure.harm not in news.whole
                or at_the_time(sentence)
            )
        latest = self.discourse.events[-1] if self.discourse.events else None
        if latest is None or latest.scope != "background" or (
            latest.sentence == index and recalls.resumes(sentence, figure)
        ):  # fmt: skip
            return False
        if figure.group is not None and figure.group.pronoun and figure.count.value == 1:
            return latest.sentence >= index - 2
        if own.place is not None:
            return False
        if trigger.definite:
            return latest.sentence >= index - 2
        if trigger.fresh or trigger.indefinite or latest.sentence < index - 1:
            return False
        return (
            sentence.words[0] in _CONTRAST
            and "\n\n" not in self.text[self.told_to : sentence.start]
        )

    def one_of_the_dead(self, sentence: Sentence, figure: Figure, index: int) -> bool:
        """Tell one of those told before: "Two men were shot dead. He died in a clinic."."""
        predicate, before, known = figure.predicate, self.last_told, self.discourse.latest
        if (
            figure.harm != "killed" or figure.count.value != 1 or predicate is None
            or sentence.words[figure.first] not in _HE or before is None or known is None
            or sentence.words[predicate.first] not in _DIED or before.sentence is sentence
            or known.sentence < index - 4
        ):  # fmt: skip
            return False
        number = known.whole.get("killed", (None, None))[1] or 0
        if number < 2 or before.scope not in ("incident", "subset"):
            return False
        last = before.figure
        if last.group is not None and last.group.kind == "perpetrator":
            return False
        return last.harm == "killed" and (before.scope == "subset" or last.number == number)

    def bodies_of_known(self, sentence: Sentence, figure: Figure, own: settings.Setting) -> bool:
        """Tell bodies found or named of a larger number of dead: "Only 20 bodies were found"."""
        group, known = figure.group, self.discourse.latest
        if (
            figure.harm != "killed" or known is None or group is None or group.more or group.name
            or _BODIES.isdisjoint(sentence.words[group.first : group.last])
        ):  # fmt: skip
            return False
        _, whole = known.whole.get("killed", (None, None))
        if whole is None or not 1 < figure.number < whole or "mass" in sentence.vocabulary:
            return False
        if not _COUNTING.isdisjoint(sentence.words[: figure.first]):
            return False  # "a nurse said that she had counted 38 bodies"
        there = own.place is None or known.place is None or own.place.name == known.place.name
        return there and (own.date is None or own.date == known.date or own.loose)

    def elliptic_part(self, sentence: Sentence, figure: Figure, index: int) -> bool:
        """Tell a bare number that is a part of one told just before: "Three died on the spot"."""
        group, predicate = figure.group, figure.predicate
        known = self.discourse.latest
        if known is not None and figure.harm in known.whole and wholes.the_rest(sentence, figure):
            return 0 < (figure.count.value or 0) < (known.whole[figure.harm][1] or 0)
        if (
            group is None or group.head >= 0 or group.name or group.pronoun or group.more
            or predicate is None or predicate.voice == "toll" or known is None
            or figure.first > 1 or known.sentence < index - 2 or known.sentence == index
        ):  # fmt: skip
            return False
        _, number = known.whole.get(figure.harm, (None, None))
        return number is not None and (figure.count.value or 0) in range(1, number)

    def part_of_a_region(
        self,
        sentence: Sentence,
        figure: Figure,
        own: settings.Setting,
        trigger: Trigger,
        index: int,
    ) -> bool:
        """Tell the share of a place in what a region as a whole has lost.

        "Storms have killed 70 people in Veldan. In Duvel, 20 people died when a roof fell."
        """
        group = figure.group
        if group is None or group.more or group.name or group.pronoun or own.place is None:
            return False
        predicate = figure.predicate
        if own.near or (predicate is not None and predicate.voice == "toll"):
            return False
        if not lexicon.words("scenes", "scope", "apart").isdisjoint(sentence.vocabulary):
            return False
        alone = "alone" in sentence.vocabulary
        if (
            trigger.fresh
            and not alone
            and _OTHER.isdisjoint(sentence.words[max(0, trigger.first - 3) : trigger.first])
        ):
            return False
        events = [self.discourse.latest, *self.discourse.events[-1:]]
        if own.date is None:
            # "Rains have killed 70 people since Friday"
            events += [each for each in self.discourse.events[:1] if each.scope == "cumulative"]
        count = figure.number
        for known in events:
            if known is None or known.sentence == index or known.scope == "background":
                continue
            _, number = known.whole.get(figure.harm, (None, None))
            if number is None or not 0 < count < number:
                continue
            if own.date is not None and (
                known.scope == "cumulative" or (known.date is not None and own.date != known.date)
            ):
                continue
            if known.place is None:
                if _counted_by_place(sentence, figure):
                    return True
            elif alone and known.place.country == own.place.country and known.place != own.place:
                return True  # "In Duvel alone, four people died"
            elif coarseness(own.place) < coarseness(known.place) > 1 and (
                known.place.country in (own.place.country, None)
                and (coarseness(known.place) != 2 or own.place.admin1 in (known.place.name, None))
            ):
                return True
        return False


def _now(sentence: Sentence, figure: Figure) -> bool:
    """Tell a state of today: "Some 900 families are staying in schools", "four are missing"."""
    predicate = figure.predicate
    return (
        figure.harm in ("displaced", "missing") and predicate is not None
        and sentence.words[predicate.head] in ("are", "is", "remain", "remains")
    )  # fmt: skip


def name_of(sentence: Sentence, figure: Figure) -> str:
    """Give the last word of the name of the one person that a figure is, "" for others."""
    group = figure.group
    if group is None or not group.name or group.last <= group.first:
        return ""
    return sentence.words[group.last - 1].removesuffix("'s").removesuffix("’s")


def _counted_by_place(sentence: Sentence, figure: Figure) -> bool:
    """Tell what a region reports: "Veldan reported 12 deaths"."""
    return not counting_words().isdisjoint(sentence.words[: figure.first])


def _of_them(figure: Figure, sentence: Sentence) -> bool:
    """Tell "one of them", whoever they are."""
    group = figure.group
    return (
        group is not None and group.partitive and "them" in sentence.words[group.first : group.last]
    )
