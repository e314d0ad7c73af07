"""What a figure takes over from the scene and the events told before it."""

from collections.abc import Iterator

from newsfacts import Fact
from newsfacts_casualties import lexicon, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.discourse import HarmEvent, Trigger
from newsfacts_casualties.scope_choice import ScopeChoice
from newsfacts_casualties.sentence import Sentence


def opens_another(sentence: Sentence) -> bool:
    """Tell a sentence that turns to another event: "In another incident, a bus was hit"."""
    words = sentence.words
    first = words[0] if words else ""
    if first not in _TURNS:
        return False
    if first in _AWAY:
        return True
    if first == "also":
        return words[1:2] != [] and words[1] in lexicon.grammar("days")
    behind = words[1 : 3 + (words[1:2] == ["a"])]
    return not _OTHER.isdisjoint(behind) and not _THINGS.isdisjoint(words[2:6])


_AWAY = frozenset(("elsewhere", "separately"))
_TURNS = _AWAY | {"also", "in", "during"}
_OTHER = frozenset(("another", "separate", "other", "similar"))
_THINGS = frozenset((
    "incident", "incidents", "attack", "attacks", "action", "actions", "accident", "ambush",
    "operation", "clash", "raid", "case", "development", "blast", "explosion", "shooting",
))  # fmt: skip


class TakenOver(ScopeChoice):
    """Gives a figure the place, day and kind that the article has told before it.

    `turned` is the sentence that has turned to another event, without a figure of its own.
    """

    turned: int = -2

    def mention_of(self, sentence: Sentence, index: int) -> Iterator[Fact]:
        """Give an Event for a sentence that tells of a known one; note a turn to another."""
        if opens_another(sentence):
            self.turned = index
            return
        yield from super().mention_of(sentence, index)

    def turns(self, sentence: Sentence, index: int) -> bool:
        """Tell the first figures of another event: in the sentence that turns to it, or behind."""
        return self.turned == index - 1 or opens_another(sentence)

    def only_of(self, figure: Figure) -> bool:
        """Tell whether the news so far is of this harm alone: a release, mass arrests.

        Its day is then the event's own, and not that of what somebody was arrested for.
        """
        main = self.discourse.main
        if main is None:
            return True
        if not set(main.whole) <= {figure.harm}:
            return False
        if figure.harm == "released":
            return True
        many = (figure.count.low or figure.count.value or 0) >= 10
        return many and not (main.sure and main.kind == "attack")

    def usual_kind(self) -> str:
        """Give the type of an event of which no word tells: that of the news told before."""
        main = self.discourse.main
        return main.kind or "attack" if main is not None else "attack"

    def completed(
        self, own: settings.Setting, scope: str, trigger: Trigger, sentence: Sentence
    ) -> settings.Setting:
        """Give a figure the place and day of the scene in which it is told."""
        if own.place is not None and own.date is not None:
            return own
        place, date, near, loose, local, _ = own
        if scope == "cumulative":
            return settings.Setting(place, date, near, loose, local)
        main = self.discourse.main
        before = self.scene(sentence)
        if place is None and (
            main is None
            or trigger.fresh
            or before.date is not None
            or (scope == "background" and before.own)
        ):
            place, near, local = before.place, before.near, before.local
        if (
            date is None
            and scope in {"incident", "subset"}
            and "still" not in sentence.vocabulary
            and (main is None or main.date is None or before.place is not None)
        ) or (date is None and scope == "background" and self.recalls(sentence)):
            date, loose = before.date, before.loose
            if (
                date is not None
                and self.arrest is not None
                and not settings.led_to(date, self.arrest[0])
            ):
                date = None
        return settings.Setting(place, date, near, loose, local)

    def inherited(
        self,
        sentence: Sentence,
        setting: settings.Setting,
        known: HarmEvent,
        scope: str,
        *,
        keep: bool = True,
    ) -> tuple[settings.Setting, bool]:
        """Give a figure the place of those told before where its event has none so far.

        Also tells whether that is so. What its own event tells, resolution will give it. Without
        `keep` the place is not one for figures to come.
        """
        place = setting.place
        if place is None and scope == "cumulative":
            place = known.place or self.country()
        elif place is None and known.place is None and scope in {"incident", "subset"}:
            place = self.discourse.place or self.lead(sentence) or self.town() or self.home()
        if keep:
            self.discourse.place = place or known.place or self.discourse.place
        vague = place is not None and setting.place is None
        if setting.date is not None or scope == "cumulative":
            return setting._replace(place=place), vague
        return setting._replace(place=place, date=known.date, loose=known.loose), vague
