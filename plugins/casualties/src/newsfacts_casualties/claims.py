"""Making the claim of a figure, and that of the mention of its event."""

from collections.abc import Mapping, Sequence

from newsfacts import Casualty, Event, MentionRef, Place, Span, Time, TimeExpression, Victims
from newsfacts.model import altered
from newsfacts_casualties import (
    kinds,
    lexicon,
    qualifiers,
    recalls,
    scopes,
    settings,
    tellings,
    wholes,
)
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.discourse import HarmEvent, Trigger, find_trigger
from newsfacts_casualties.later_deaths import day_of_wounds, died_of_wounds, of_one_hurt_before
from newsfacts_casualties.roundups import in_a_street, opens_crime
from newsfacts_casualties.scope_choice import Told, name_of
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.sites import Site, find_place
from newsfacts_casualties.taken_over import TakenOver
from newsfacts_casualties.tellings import Telling

_FRESHLY = frozenset(("shot", "stabbed", "killed", "shooting", "attack", "blast", "crash"))


class Claims(TakenOver):
    """Makes the claims of a figure."""

    share: tuple[int, Place | None]
    used: dict[MentionRef, str]
    several: bool
    day_of_several: Time | None
    died_in: int
    tried: HarmEvent | None

    def claim(
        self,
        sentence: Sentence,
        figure: Figure,
        sites: Sequence[Site],
        owned: Mapping[int, Figure],
        times: Sequence[TimeExpression],
        index: int,
        whole: dict[str, MentionRef],
        named: set[MentionRef],
    ) -> tuple[Casualty, Event | None]:
        """Give the claim of a figure, and the mention of the event that it belongs to.

        The mention is None where its words are among those `named` before; they are added.
        """
        telling = self.read_telling(sentence, figure, sites, owned, times, index)
        scope, trigger = self.scope_and_trigger(telling, whole)
        self.conflict = self.conflict or trigger.kind == "conflict"
        own = self.own_setting(telling, scope)
        setting = self.on_their_day(self.completed(own, scope, trigger, sentence), scope)
        apart = self.told_apart(telling, own, scope, trigger, owned)
        said = telling.site is not None and telling.site.said
        ref, trigger = self.event_ref(sentence, figure, scope, trigger)
        when, apart_in_time = self.day_of_event(telling, own, setting, ref, trigger)
        home = self.home_of_part(figure, scope, whole, own, index)
        if home is not None:
            known, new = home, False
            self.discourse.tell(known, index)
            if own.date is None:
                setting = setting._replace(date=None, loose=False)
        else:
            partly = said or apart or scope == "subset" or tellings.one_told_before(figure)
            place = None if partly else setting.place
            known, new = self.event_of(telling, scope, ref, trigger, setting, place, when)
        told, vague = self.inherited(sentence, setting, known, scope, keep=not (apart or said))
        part_of = self.whole_of_part(sentence, figure, known, whole) if scope == "subset" else None
        claim = self.figure_claim(telling, scope, told, ref, trigger, part_of, vague=vague or said)
        claim = self.noted(telling, claim, known, own, whole)
        if ref in named:
            return claim, None
        named.add(ref)
        event = Event(
            type=known.kind or self.usual_kind(),
            place=None if apart or said else _place_of_event(scope, setting, told, known),
            date=when if apart_in_time else told.date,
            tense="past",
            modality=claim.modality,
            evidence=Span.of(self.text, ref.start, ref.end),
            same_as=() if new or known.ref == ref else (known.ref,),
            hints=(*_hints(setting), *(() if known.sure else ("guess",))),
        )
        return claim, event

    def read_telling(
        self,
        sentence: Sentence,
        figure: Figure,
        sites: Sequence[Site],
        owned: Mapping[int, Figure],
        times: Sequence[TimeExpression],
        index: int,
    ) -> Telling:
        """Read where and when the clause of a figure has it."""
        first = qualifiers.clause_start(sentence, figure)
        last = qualifiers.clause_end(sentence, figure)
        sites, times = _of_clause(sentence, figure, sites, times)
        site = find_place(sentence, figure, sites, first, last, owned)
        day = settings.find_date(sentence, figure, times, first, last, self.reference)
        if tellings.of_a_state(sentence, figure):
            day = None
        died = died_of_wounds(sentence, figure)
        wounds = None
        if died:
            causes = self.times_of_wounds(sentence, figure, times, day)
            wounds = settings.find_date(sentence, figure, causes, first, last, self.reference)
            self.died_in = index
        elif day is not None and day.time.start == self.later and self.died_in == index:
            day = None  # that of a death, days after it
        own = settings.Setting(
            site.place if site is not None else None,
            day.time if day is not None else None,
            site is not None and site.near,
            day is not None and day.loose,
            site is not None and site.local,
        )
        return Telling(
            sentence, figure, index, first, last, sites, times, site, own, died,
            wounds.time if wounds is not None else None,
        )  # fmt: skip

    def scope_and_trigger(
        self, telling: Telling, whole: Mapping[str, MentionRef]
    ) -> tuple[str, Trigger]:
        """Tell what a figure is of, and which words name its event."""
        sentence, figure, index, own = telling.sentence, telling.figure, telling.nth, telling.own
        trigger = find_trigger(sentence, figure)
        if self.turns(sentence, index):
            trigger = trigger._replace(fresh=True)
        times = telling.times
        scope = self.scope_of(
            sentence, figure, own, trigger, times, whole, index, telling.first, telling.last
        )
        scope = self.as_told_before(sentence, figure, own, scope, index)
        if self.several and scope == "incident" and self.next_crime(sentence, figure, times, index):
            trigger = trigger._replace(fresh=True)
        if scope == "incident" and self.tried is not None and self.goes_on_about(own, trigger):
            scope = "background"
        if scope == "subset":
            trigger = trigger._replace(fresh=False, indefinite=False)
        return scope, trigger

    def own_setting(self, telling: Telling, scope: str) -> settings.Setting:
        """Give the place and day told of a figure, without a place that is of something else."""
        site, own = telling.site, telling.own
        if site is None:
            return own
        if scope == "cumulative" and (
            not telling.first <= site.at < telling.last
            or (site.aside and self.is_elsewhere(site.place))
        ):
            own = own._replace(place=None, near=False, local=False)
        alone = site.part and len(telling.sites) == 1 and scope != "background"
        if alone and (town := self.town_of(site)) is not None:
            own = own._replace(place=town, near=False, local=False)
        return own

    def told_apart(
        self,
        telling: Telling,
        own: settings.Setting,
        scope: str,
        trigger: Trigger,
        owned: Mapping[int, Figure],
    ) -> bool:
        """Tell a part with a place of its own, which is not that of the whole."""
        sentence, figure, index, site = (
            telling.sentence, telling.figure, telling.nth, telling.site
        )  # fmt: skip
        if scope == "subset" and self.part_of_a_region(sentence, figure, own, trigger, index):
            self.share = (index, own.place)
        if site is not None and site.at in owned and figure.subset:
            return True
        return own.place is not None and self.share == (index, own.place)

    def day_of_event(
        self,
        telling: Telling,
        own: settings.Setting,
        setting: settings.Setting,
        ref: MentionRef,
        trigger: Trigger,
    ) -> tuple[Time | None, bool]:
        """Give the day of a figure's event, and whether the figure's own is another one.

        The day of an arrest or a release is not that of what it is for, and that of a death of
        wounds is not that of the wounds.
        """
        sentence, figure = telling.sentence, telling.figure
        aftermath = figure.harm in settings.AFTERMATH and (
            trigger.kind is not None
            or not self.only_of(figure)
            or tellings.of_a_crime(sentence, figure)
        )
        first_told = figure.harm == "detained" and not self.discourse.events
        if aftermath and first_told and own.date is not None and settings.is_day(own.date):
            self.arrest = own.date, Span.of(self.text, ref.start, ref.end)
        apart = (
            telling.died or aftermath or tellings.older(sentence, figure)
            or self.died_later(figure, sentence, setting)
        )  # fmt: skip
        if telling.wounds is not None:
            return telling.wounds, apart
        return None if apart else setting.date, apart

    def event_of(
        self,
        telling: Telling,
        scope: str,
        ref: MentionRef,
        trigger: Trigger,
        setting: settings.Setting,
        place: Place | None,
        when: Time | None,
    ) -> tuple[HarmEvent, bool]:
        """Give the event told before that a figure is of, or a new one, and whether it is new."""
        sentence = telling.sentence
        kind, sure = kinds.type_told(sentence, telling.figure, trigger.kind, trigger.first)
        manner = kinds.manner(sentence.words[trigger.first])
        return self.discourse.event(
            ref,
            trigger._replace(kind=kind or None, sure=sure, manner=manner),
            place,
            when,
            "incident" if tellings.still_on(sentence, scope, kind) else scope,
            telling.nth,
            near=setting.near,
            loose=setting.loose,
        )

    def noted(
        self,
        telling: Telling,
        claim: Casualty,
        known: HarmEvent,
        own: settings.Setting,
        whole: dict[str, MentionRef],
    ) -> Casualty:
        """Keep what later figures may go on from; give the claim, with a hint if it was tried."""
        sentence, figure, scope = telling.sentence, telling.figure, claim.scope
        ref = claim.ref
        if scope == "background":
            self.discourse.past.add(name_of(sentence, figure))
            if recalls.tried_for(sentence, figure):
                claim = altered(claim, hints=("tried", *claim.hints))
                self.tried = known
        if (
            scope != "subset" and claim.modality == "asserted" and claim.polarity == "positive"
            and figure.count.value != 0
        ):  # fmt: skip
            whole[figure.harm] = ref
            told_before = known.whole.get(figure.harm, (None, None))[1] or 0
            if told_before <= figure.number:
                known.whole[figure.harm] = (ref, figure.count.value)
            self.discourse.owners[ref] = known
        self.last_told = Told(sentence, figure, scope, own)
        if figure.group is not None and figure.group.head >= 0 and scope == "incident":
            noun = sentence.words[figure.group.head]
            self.discourse.told.setdefault(noun, (ref, figure.count.value or 0))
        return claim

    def on_their_day(self, setting: settings.Setting, scope: str) -> settings.Setting:
        """Give one of several crimes the day told of them all: "two shootings on Monday night"."""
        if not self.several:
            return setting
        date = setting.date
        if scope == "cumulative" and date is not None and settings.is_day(date):
            self.day_of_several = self.day_of_several or date
        elif scope == "incident" and (date is None or setting.loose) and self.day_of_several:
            return setting._replace(date=self.day_of_several, loose=True)
        return setting

    def times_of_wounds(
        self,
        sentence: Sentence,
        figure: Figure,
        times: Sequence[TimeExpression],
        day: settings.Day | None,
    ) -> list[TimeExpression]:
        """Leave out the day of a death where it is told to come of earlier wounds."""
        kept = [
            each for each in times
            if day_of_wounds(
                sentence, figure, settings.token_at(sentence.read, each.evidence[0].start)
            )
        ]  # fmt: skip
        if not kept and day is not None:
            self.later = day.time.start
        return kept

    def died_later(self, figure: Figure, sentence: Sentence, setting: settings.Setting) -> bool:
        """Tell a death whose day is not that of the event told before it.

        Nor is the day of an hour that names none, told of those whom the event has hurt.
        """
        latest, group = self.discourse.latest, figure.group
        if setting.loose and group is not None and group.definite and not group.more:
            return latest is not None and latest.date is not None and not latest.loose
        return sentence.vocabulary.isdisjoint(_FRESHLY) and of_one_hurt_before(
            figure, setting.date, self.discourse.latest
        )

    def goes_on_about(self, own: settings.Setting, trigger: Trigger) -> bool:
        """Tell what somebody is tried for, where the article has told no other harm as news."""
        main = self.discourse.worst
        if self.tried is None or trigger.fresh:
            return False
        if main is not None and not main.whole.keys() <= settings.AFTERMATH:
            return False
        return (
            own.date is None or self.tried.date is None or own.date.value == self.tried.date.value
        )

    def next_crime(
        self, sentence: Sentence, figure: Figure, times: Sequence[TimeExpression], index: int
    ) -> bool:
        """Tell the next of several crimes: "About 9 p.m., a tailor was stabbed"."""
        latest = self.discourse.latest
        if latest is None or latest.sentence == index or not opens_crime(sentence, figure):
            return False
        return any("T" in each.value for each in times) or in_a_street(sentence)

    def whole_of_part(
        self,
        sentence: Sentence,
        figure: Figure,
        known: HarmEvent,
        whole: Mapping[str, MentionRef],
    ) -> MentionRef | None:
        """Give the figure that a part is of: the one its words name, else the last one told."""
        return (
            self.discourse.part_of_told(
                wholes.noun_of_whole(sentence, figure), figure.count.value or 0
            )
            or whole.get(figure.harm)
            or (whole.get("casualties") if figure.harm in ("killed", "injured") else None)
            or self.discourse.whole_of(known, figure.harm, figure.number)
        )

    def event_ref(
        self, sentence: Sentence, figure: Figure, scope: str, trigger: Trigger
    ) -> tuple[MentionRef, Trigger]:
        """Give the words that stand for a figure's event.

        Words that have named an event of another scope already are left to it.
        """
        read = sentence.read
        ref = MentionRef("events", read[trigger.first].start, read[trigger.last - 1].end)
        anchor = figure.predicate
        if _standing(self.used.get(ref, scope)) != _standing(scope) and anchor is not None:
            ref = MentionRef("events", read[anchor.first].start, read[anchor.last - 1].end)
            trigger = Trigger(anchor.first, anchor.last, trigger.kind, False, False, False)
        self.used[ref] = scope
        return ref, trigger

    def figure_claim(
        self,
        telling: Telling,
        scope: str,
        setting: settings.Setting,
        event: MentionRef,
        trigger: Trigger,
        part_of: MentionRef | None,
        *,
        vague: bool,
    ) -> Casualty:
        """Give the claim of a figure, with who did it and who says so."""
        sentence, figure = telling.sentence, telling.figure
        negative = qualifiers.negative(sentence, figure, telling.first)
        read = sentence.read
        group = figure.group
        victims = None
        hints = ["vague", *_hints(setting)] if vague else [*_hints(setting)]
        mention = "NOM"
        if group is not None:
            if group.victims_last > group.victims_first >= 0:
                victims = Victims(
                    text=sentence.span_text(group.victims_first, group.victims_last),
                    kind=group.kind,
                )
            if group.more:
                hints.append("more")
            elif tellings.besides(sentence, figure):
                hints.append("also")
            if group.definite:
                hints.append("definite")
            mention = "NAM" if group.name else "PRO" if group.pronoun else "NOM"
        predicate = figure.predicate
        if predicate is not None:
            if (
                predicate.weak and figure.harm == "injured"
                and tellings.may_have_died(sentence, figure)
                and not tellings.in_treatment(sentence, figure)
            ):  # fmt: skip
                hints.append("weak")
            if predicate.voice == "toll" and not (
                scope == "cumulative" and scopes.of_a_side(sentence, figure)
            ):
                previous = tellings.older(sentence, figure)
                changes = not lexicon.grammar("toll_changes").isdisjoint(sentence.vocabulary)
                hints.append("previous" if previous else "update" if changes else "put")
        return Casualty(
            harm=figure.harm,
            count=figure.count,
            victims=victims,
            place=setting.place,
            date=setting.date,
            event=event,
            perpetrators=self.perpetrators(sentence, figure, trigger),
            attribution=self.attribution(sentence, figure) or self.carried(sentence, figure),
            polarity="negative" if negative else "positive",
            modality=qualifiers.modality(sentence, figure, telling.first),
            scope=scope,
            part_of=part_of,
            mention_type=mention,
            hints=tuple(hints),
            evidence=Span.of(sentence.text, read[figure.first].start, read[figure.last - 1].end),
        )


def _of_clause(
    sentence: Sentence, figure: Figure, sites: Sequence[Site], times: Sequence[TimeExpression]
) -> tuple[Sequence[Site], Sequence[TimeExpression]]:
    """Leave out the places and times that are those of a court or of what came after."""
    crime = recalls.judged(sentence, figure)
    if crime >= 0:  # what comes before is where and when the court met
        start = sentence.read[crime].start
        sites = [each for each in sites if each.at > crime]
        times = [each for each in times if each.evidence[0].start > start]
    if (bounds := recalls.past_clause(sentence, figure)) is not None:
        start, end = (sentence.read[at].start for at in bounds)
        times = [each for each in times if start < each.evidence[0].start <= end]
    return sites, times


def _place_of_event(
    scope: str, own: settings.Setting, told: settings.Setting, known: HarmEvent
) -> Place | None:
    """Give the place that a figure tells of its event: that of a part is not that of the whole."""
    if scope == "cumulative":
        return told.place
    return own.place if scope != "subset" or known.place is None else None


def _hints(setting: settings.Setting) -> tuple[str, ...]:
    """Give the hints to resolution that a setting holds."""
    near, loose, local = setting.near, setting.loose, setting.local
    if not (near or loose or local):
        return ()
    return ("near",) * near + ("loose",) * loose + ("local",) * local


def _standing(scope: str) -> str:
    """Give what figures of a scope tell of: parts are news as their wholes are."""
    return "incident" if scope == "subset" else scope
