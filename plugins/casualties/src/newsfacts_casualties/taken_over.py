"""What a figure takes over from the scene and the events told before it."""

from newsfacts_casualties import settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.discourse import HarmEvent, Trigger
from newsfacts_casualties.scope_choice import ScopeChoice
from newsfacts_casualties.sentence import Sentence


class TakenOver(ScopeChoice):
    """Gives a figure the place, day and kind that the article has told before it."""

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
