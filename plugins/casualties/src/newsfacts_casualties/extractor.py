"""The extractor of casualty figures and harm events."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from newsfacts import (
    Actor,
    Article,
    Casualty,
    Context,
    Event,
    Extractor,
    Fact,
    MentionRef,
    Place,
    PlaceMention,
    Span,
    TimeExpression,
    Victims,
)
from newsfacts.text import TextRange, Token, paragraphs, quotations
from newsfacts_casualties import (
    kinds,
    lexicon,
    qualifiers,
    recalls,
    scopes,
    settings,
    wholes,
)
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.clauses import read_figures
from newsfacts_casualties.discourse import Discourse, HarmEvent, Trigger, find_trigger
from newsfacts_casualties.named import named_victims
from newsfacts_casualties.phrases import read_sentence
from newsfacts_casualties.predicates import find_predicates
from newsfacts_casualties.scenes import Scenes, at_the_time
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.site_words import coarseness, counting_words
from newsfacts_casualties.sites import Site, find_place, owners
from newsfacts_casualties.sources import LONGEST
from newsfacts_casualties.verb_groups import is_perfect


class CasualtyExtractor(Extractor):
    """Finds figures of people killed, injured, missing and so on, and the events they belong to."""

    name = "casualties"
    version = "0.1.0"
    provides = ("casualties", "events.harm")
    uses = ("places", "times", "dateline", "actors.named")

    def __init__(self) -> None:
        self.cues = lexicon.cues()  # type: ignore[misc]

    def extract(self, article: Article, context: Context) -> Iterable[Fact]:
        """Give a Casualty for each figure, and an Event for each mention of a harm event."""
        sentences = context.cued_sentences
        if not sentences:
            return ()
        return _Reading(article.text, context).read(sentences)


_CONTRAST = frozenset(("but", "however", "though", "yet", "meanwhile", "instead"))
_BEFORE = frozenset(("earlier", "previous", "previously", "initial", "initially"))
_UNTIL_NOW = frozenset(("since", "so"))
_YEARS = frozenset(("year", "years", "annually", "decade", "decades", "century"))
_OTHERS = frozenset(("other", "others"))
_OTHER = frozenset(("another", "other", "second", "third"))
_OPENING = ('"', "“", "«", "„")


class _Told(NamedTuple):
    """A figure as it was read, the last one told."""

    sentence: Sentence
    figure: Figure
    scope: str
    own: settings.Setting


class _Reading(Scenes):
    """One article, sentence by sentence."""

    def __init__(self, text: str, context: Context) -> None:
        self.text = text
        self.context = context
        self.discourse = Discourse()
        dateline = settings.dateline_of(context)
        self.head_end = dateline.evidence[-1].end if dateline else 0
        self.head = dateline.places[0] if dateline and len(dateline.places) == 1 else None
        self.reference = context.published
        if self.reference is not None and len(self.reference) < 10:
            self.reference = None
        self.people = sorted(
            {
                (span.start, span.end)
                for actor in context.mentions(Actor)
                if actor.kind == "person" and actor.mention_type == "NAM"
                for span in actor.evidence[:1]
            }
        )
        self.places = [mention.evidence[0] for mention in context.mentions(PlaceMention)]
        self.place_starts = [span.start for span in self.places]
        self.conflict = False
        self.last_told: _Told | None = None
        self.harm: str | None = None
        self.told_to = 0
        self.share: tuple[int, Place | None] = (-1, None)
        self.quotations = list(_quotations(text))
        self.used: dict[MentionRef, str] = {}
        self.read_before: dict[tuple[int, int], list[Token]] = {}

    def read(self, sentences: Sequence[tuple[int, int]]) -> Iterator[Fact]:
        for index, (start, end) in enumerate(self.stretches(sentences)):
            if start < self.head_end < end:
                start = self.head_end
            if not self.harmful(start, end):
                if self.discourse.latest is not None:
                    yield from self.mention_of(
                        Sentence(self.text, start, end, self.tokens(start, end)), index
                    )
                continue
            read = self.tokens(start, end)
            sentence = read_sentence(self.text, start, end, self.is_name, read)
            figures = read_figures(sentence, find_predicates(sentence))
            if not figures and self.harm is not None:
                figures = named_victims(sentence, self.harm)
            if figures:
                yield from self.claims_of(sentence, figures, index)
                self.harm = figures[0].harm
            else:
                yield from self.mention_of(sentence, index)
        main = self.discourse.worst
        if not self.discourse.events or (
            main is not None and (main.date is None or main.loose or not settings.is_day(main.date))
        ):
            found = list(self.day_of(main))
            yield from found or self.day_of(main, procedure=True)
        if main is not None:
            yield from self.place_of(main)

    def stretches(self, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Give the sentences, those without end cut at white space, so that cost stays linear."""
        for start, end in sentences:
            begin = start
            while end - begin > LONGEST:
                cut = self.text.rfind(" ", begin, begin + LONGEST)
                cut = cut if cut > begin else begin + LONGEST
                yield begin, cut
                begin = cut
            yield begin, end

    def harmful(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds a word of harm, not only one of events."""
        hits = self.context.cue_hits
        at = bisect_left(hits, start, key=lambda hit: hit.start)
        mention = lexicon.mention_cues()
        while at < len(hits) and hits[at].start < end:
            if hits[at].value not in mention:
                return True
            at += 1
        return False

    def claims_of(self, sentence: Sentence, figures: list[Figure], index: int) -> Iterator[Fact]:
        sites = self.sites(sentence)
        owned = owners(sentence, figures, sites)
        times = self.context.mentions_between(TimeExpression, sentence.start, sentence.end)
        whole: dict[str, MentionRef] = {}
        emitted: dict[tuple[int, int], Event] = {}
        told: dict[tuple[str, str], Figure] = {}
        for figure in figures:
            if qualifiers.untold(sentence, figure):
                continue
            claim, event = self.claim(sentence, figure, sites, owned, times, index, whole)
            claim = _counted_apart(sentence, figure, claim, figures)
            before = told.get((claim.harm, claim.scope))
            joined = figure.first > 0 and sentence.read[figure.first - 1].lower in lexicon.grammar(
                "joining"
            )
            if (
                before is not None
                and claim.mention_type != "PRO"
                and not _in_total(sentence, figure)
                and (
                    _harmed_by(before, figure)
                    or (_harmed_alike(before, figure) and (joined or claim.count.value != 1))
                )
            ):
                listed = before.predicate is figure.predicate or _harmed_by(before, figure)
                hints = ("and", "list") if listed else ("and",)
                claim = attrs.evolve(claim, hints=(*claim.hints, *hints))
            told[(claim.harm, claim.scope)] = figure
            key = (event.evidence[0].start, event.evidence[0].end)
            if key not in emitted:
                emitted[key] = event
                yield event
            yield claim
        self.told_to = sentence.end

    def claim(
        self,
        sentence: Sentence,
        figure: Figure,
        sites: Sequence[Site],
        owned: Mapping[int, Figure],
        times: Sequence[TimeExpression],
        index: int,
        whole: dict[str, MentionRef],
    ) -> tuple[Casualty, Event]:
        """Give the claim of a figure, and the mention of the event that it belongs to."""
        first = qualifiers.clause_start(sentence, figure)
        last = qualifiers.clause_end(sentence, figure)
        crime = recalls.judged(sentence, figure)
        if crime >= 0:  # what comes before is where and when the court met
            start = sentence.read[crime].start
            sites = [each for each in sites if each.at > crime]
            times = [each for each in times if each.evidence[0].start > start]
        if (bounds := recalls.past_clause(sentence, figure)) is not None:
            start, end = (sentence.read[at].start for at in bounds)
            times = [each for each in times if start < each.evidence[0].start <= end]
        site = find_place(sentence, figure, sites, first, last, owned)
        day = settings.find_date(sentence, figure, times, first, last, self.reference)
        if _state(sentence, figure):
            day = None
        own = settings.Setting(
            site.place if site is not None else None,
            day.time if day is not None else None,
            site is not None and site.near,
            day is not None and day.loose,
            site is not None and site.local,
        )
        modality = qualifiers.modality(sentence, figure, first)
        negative = qualifiers.negative(sentence, figure, first)
        trigger = find_trigger(sentence, figure)
        scope = self.scope_of(sentence, figure, own, trigger, times, whole, index)
        scope = self.as_told_before(sentence, figure, own, scope, index)
        self.conflict = self.conflict or trigger.kind == "conflict"
        if scope == "subset":
            trigger = trigger._replace(fresh=False, indefinite=False)
        elif (
            scope == "cumulative" and site is not None
            and (not first <= site.at < last or (site.aside and self.is_elsewhere(site.place)))
        ):  # fmt: skip
            own = own._replace(place=None, near=False, local=False)
        alone = site is not None and site.part and len(sites) == 1 and scope != "background"
        if alone and site is not None and (town := self.town_of(site)) is not None:
            own = own._replace(place=town, near=False, local=False)
        setting = self.completed(own, scope, trigger, sentence)
        apart = site is not None and site.at in owned and figure.subset
        if scope == "subset" and self.part_of_a_region(sentence, figure, own, trigger, index):
            self.share = (index, own.place)
        apart = apart or (own.place is not None and self.share == (index, own.place))
        said = site is not None and site.said
        ref, trigger = self.event_ref(sentence, figure, scope, trigger)
        aftermath = figure.harm in settings.AFTERMATH and (
            trigger.kind is not None or not self.only_of(figure)
        )
        kind, sure = kinds.type_told(sentence, figure, trigger.kind, trigger.first)
        home = self.home_of_part(figure, scope, whole, own, index)
        if home is not None:
            known, new = home, False
            known.sentence = index
            if own.date is None:
                setting = setting._replace(date=None, loose=False)
        else:
            known, new = self.discourse.event(
                ref,
                trigger._replace(
                    kind=kind or None, sure=sure, manner=kinds.manner(sentence.words[trigger.first])
                ),
                None if said or apart or scope == "subset" or _again(figure) else setting.place,
                # the day of an arrest or a release is not that of what it is for
                None if aftermath or _older(sentence, figure) else setting.date,
                "incident" if _still_on(sentence, scope, kind) else scope,
                index,
                near=setting.near,
                loose=setting.loose,
            )
        told, vague = self.inherited(sentence, setting, known, scope, keep=not (apart or said))
        claim = self.figure_claim(sentence, figure, scope, told, modality, negative, ref, trigger)
        if vague or said:
            claim = attrs.evolve(claim, hints=("vague", *claim.hints))
        if scope == "background":
            self.discourse.past.add(_name_of(sentence, figure))
        part_of = None
        if scope == "subset":
            part_of = (
                self.discourse.part_of_told(
                    wholes.noun_of_whole(sentence, figure), figure.count.value or 0
                )
                or whole.get(figure.harm)
                or self.discourse.whole_of(
                    known, figure.harm, figure.count.value or figure.count.low or 0
                )
            )
        elif modality == "asserted" and not negative and figure.count.value != 0:
            whole[figure.harm] = claim.ref
            told_before = known.whole.get(figure.harm, (None, None))[1] or 0
            if told_before <= (figure.count.value or figure.count.low or 0):
                known.whole[figure.harm] = (claim.ref, figure.count.value)
            self.discourse.owners[claim.ref] = known
        self.last_told = _Told(sentence, figure, scope, own)
        if part_of is not None:
            claim = attrs.evolve(claim, part_of=part_of)
        elif figure.group is not None and figure.group.head >= 0 and scope == "incident":
            noun = sentence.words[figure.group.head]
            self.discourse.told.setdefault(noun, (claim.ref, figure.count.value or 0))
        event = Event(
            type=known.kind or self.usual_kind(),
            place=None if apart or said else _place_of_event(scope, setting, told, known),
            date=None if aftermath or _older(sentence, figure) else told.date,
            tense="past",
            modality=modality,
            evidence=Span.of(self.text, ref.start, ref.end),
            same_as=() if new or known.ref == ref else (known.ref,),
            hints=(*_hints(setting), *(() if known.sure else ("guess",))),
        )
        return claim, event

    def of_one_event(self) -> bool:
        """Tell whether the news is one accident, disaster or attack, and no war."""
        main = self.discourse.main
        return (
            main is not None and main.sure and bool(main.whole) and not self.conflict
            and main.kind in ("attack", "accident", "disaster")
        )  # fmt: skip

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
        number = figure.count.value or figure.count.low or 0
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
        between = sentence.words[
            qualifiers.last_token(before.figure) : qualifiers.first_token(figure)
        ]
        if "and" not in between or len(between) > 2 or own.date not in (None, before.own.date):
            return scope
        if before.scope in ("background", "cumulative"):
            return before.scope
        if before.scope == "subset" and not before.figure.subset and own.place == before.own.place:
            number = figure.count.value or figure.count.low or 0
            if self.discourse.home_of_part(figure.harm, number + 1, index) is not None:
                return "subset"
        return scope

    def usual_kind(self) -> str:
        """Give the type of an event of which no word tells: that of the news told before."""
        main = self.discourse.main
        return main.kind or "attack" if main is not None else "attack"

    def scope_of(
        self,
        sentence: Sentence,
        figure: Figure,
        own: settings.Setting,
        trigger: Trigger,
        times: Sequence[TimeExpression],
        whole: Mapping[str, MentionRef],
        index: int,
    ) -> str:
        """Tell how a figure relates to the main incident."""
        first = qualifiers.clause_start(sentence, figure)
        last = qualifiers.clause_end(sentence, figure)
        if figure.subset and (
            whole or own.date is None or not _of_them(figure, sentence)
        ):  # but "On Monday they shot at two men, killing one of them"
            return "subset"
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
        if own.date is None and self.discourse.is_past(_name_of(sentence, figure)):
            return "background"
        if scopes.of_no_one_event(
            sentence,
            figure,
            named=trigger.kind is not None,
            dated=own.date is not None and settings.is_day(own.date),
            told=main is not None and bool(main.whole),
        ):
            return "cumulative"
        news = main.date.start if main is not None and main.date is not None else None
        if recalls.recalled(
            sentence,
            figure,
            own.date,
            self.reference,
            news,
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
            and (settings.days_between(own.date.end, self.reference) or 0) > 3
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
            or self.elliptic_part(sentence, figure, index)
            or self.part_of_a_region(sentence, figure, own, trigger, index)
        ):
            return "subset"
        return "incident"

    def goes_on_about_the_past(
        self,
        sentence: Sentence,
        figure: Figure,
        own: settings.Setting,
        trigger: Trigger,
        index: int,
    ) -> bool:
        """Tell a figure without a day that goes on about an event recalled just before."""
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
        if latest is None or latest.scope != "background":
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
        if trigger.fresh and _OTHER.isdisjoint(
            sentence.words[max(0, trigger.first - 3) : trigger.first]
        ):
            return False
        events = [self.discourse.latest, *self.discourse.events[-1:]]
        if own.date is None:
            # "Rains have killed 70 people since Friday"
            events += [each for each in self.discourse.events[:1] if each.scope == "cumulative"]
        count = figure.count.value or figure.count.low or 0
        for known in events:
            if known is None or known.sentence == index or known.scope == "background":
                continue
            _, number = known.whole.get(figure.harm, (None, None))
            if number is None or not 0 < count < number:
                continue
            if own.date is not None and known.date is not None and own.date != known.date:
                continue
            if known.place is None:
                if _counted_by_place(sentence, figure):
                    return True
            elif coarseness(own.place) < coarseness(known.place) > 1 and (
                known.place.country in (own.place.country, None)
                and (coarseness(known.place) != 2 or own.place.admin1 in (known.place.name, None))
            ):
                return True
        return False

    def completed(
        self, own: settings.Setting, scope: str, trigger: Trigger, sentence: Sentence
    ) -> settings.Setting:
        """Give a figure the place and day of the scene in which it is told."""
        if own.place is not None and own.date is not None:
            return own
        main = self.discourse.main
        before = self.scene(sentence)
        place, date, near, loose, local, _ = own
        if (
            place is None
            and scope != "cumulative"
            and (
                main is None
                or trigger.fresh
                or before.date is not None
                or (scope == "background" and before.own)
            )
        ):
            place, near, local = before.place, before.near, before.local
        if (
            date is None
            and scope in ("incident", "subset")
            and "still" not in sentence.vocabulary
            and (main is None or main.date is None or before.place is not None)
        ) or (date is None and scope == "background" and self.recalls(sentence)):
            date, loose = before.date, before.loose
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
        elif place is None and known.place is None and scope in ("incident", "subset"):
            place = self.discourse.place or self.lead(sentence) or self.town() or self.home()
        if keep:
            self.discourse.place = place or known.place or self.discourse.place
        vague = place is not None and setting.place is None
        if setting.date is not None or scope == "cumulative":
            return setting._replace(place=place), vague
        return setting._replace(place=place, date=known.date, loose=known.loose), vague

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
        sentence: Sentence,
        figure: Figure,
        scope: str,
        setting: settings.Setting,
        modality: str,
        negative: bool,
        event: MentionRef,
        trigger: Trigger,
    ) -> Casualty:
        read = sentence.read
        group = figure.group
        victims = None
        hints = list(_hints(setting))
        mention = "NOM"
        if group is not None:
            if group.victims_last > group.victims_first >= 0:
                victims = Victims(
                    text=sentence.span_text(group.victims_first, group.victims_last),
                    kind=group.kind,
                )
            if group.more:
                hints.append("more")
            if group.definite:
                hints.append("definite")
            mention = "NAM" if group.name else "PRO" if group.pronoun else "NOM"
        predicate = figure.predicate
        if predicate is not None:
            struck = read[predicate.first].lower in lexicon.verbs()
            if predicate.weak and figure.harm == "injured" and (struck or figure.count.value == 1):
                hints.append("weak")
            if predicate.voice == "toll" and not (
                scope == "cumulative" and scopes.of_a_side(sentence, figure)
            ):
                previous = _older(sentence, figure)
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
            modality=modality,
            scope=scope,
            mention_type=mention,
            hints=tuple(hints),
            evidence=Span.of(sentence.text, read[figure.first].start, read[figure.last - 1].end),
        )


def _place_of_event(
    scope: str, own: settings.Setting, told: settings.Setting, known: HarmEvent
) -> Place | None:
    """Give the place that a figure tells of its event: that of a part is not that of the whole."""
    if scope == "cumulative":
        return told.place
    return own.place if scope != "subset" or known.place is None else None


def _name_of(sentence: Sentence, figure: Figure) -> str:
    """Give the last word of the name of the one person that a figure is, "" for others."""
    group = figure.group
    if group is None or not group.name or group.last <= group.first:
        return ""
    return sentence.words[group.last - 1].removesuffix("'s").removesuffix("’s")


def _counted_by_place(sentence: Sentence, figure: Figure) -> bool:
    """Tell what a region reports: "Veldan reported 12 deaths"."""
    return not counting_words().isdisjoint(sentence.words[: figure.first])


def _again(figure: Figure) -> bool:
    """Tell a person told before, whose whereabouts now are not where it happened."""
    group = figure.group
    return (
        group is not None
        and group.count.value == 1
        and (group.pronoun or group.definite)
        and not group.name
    )


def _harmed_by(one: Figure, other: Figure) -> bool:
    """Tell two of whom one harmed the other: "The gunman killed a guard and was shot dead"."""
    return (one.agent is not None and one.agent == other.group) or (
        other.agent is not None and other.agent == one.group
    )


def _still_on(sentence: Sentence, scope: str, kind: str) -> bool:
    """Tell the toll of a disaster that goes on: "floods have killed 87 people since Friday"."""
    return (
        scope == "cumulative" and kind == "disaster"
        and not _UNTIL_NOW.isdisjoint(sentence.vocabulary)
        and _YEARS.isdisjoint(sentence.vocabulary)
    )  # fmt: skip


def _harmed_alike(one: Figure, other: Figure) -> bool:
    """Tell whether neither or both of two figures are of those who did it."""
    kinds = [each.group.kind if each.group is not None else None for each in (one, other)]
    return (kinds[0] == "perpetrator") == (kinds[1] == "perpetrator")


def _in_total(sentence: Sentence, figure: Figure) -> bool:
    """Tell what all amount to: "113 were injured, for a total of 1,456"."""
    return "total" in sentence.words[max(0, figure.first - 3) : figure.last]


def _counted_apart(
    sentence: Sentence, figure: Figure, claim: Casualty, figures: Sequence[Figure]
) -> Casualty:
    """Tell what a figure is counted beside.

    In "Two were killed and three others injured" the others are none of the dead. In "Two died,
    bringing the toll to 19" the two are a step to the toll, no rival of it.
    """
    if "more" in claim.hints and figure.group is not None:
        words = sentence.words[figure.group.first : figure.group.last]
        harms = {each.harm for each in figures if each.first < figure.first}
        if harms and figure.harm not in harms and not _OTHERS.isdisjoint(words):
            hints = tuple(hint for hint in claim.hints if hint != "more")
            return attrs.evolve(claim, hints=(*hints, "beside"))
    for each in figures:
        if (
            each.first > figure.first
            and each.harm == figure.harm
            and each.predicate is not None
            and each.predicate.voice == "toll"
            and not qualifiers.RAISING.isdisjoint(sentence.words[figure.last : each.first])
        ) or (each.first > figure.first and each.harm == figure.harm and _in_total(sentence, each)):
            return attrs.evolve(claim, hints=(*claim.hints, "step"))
    return claim


def _older(sentence: Sentence, figure: Figure) -> bool:
    """Tell the figure that a toll rose from, and one that was put before."""
    predicate, words = figure.predicate, sentence.words
    if figure.older or predicate is None or predicate.voice != "toll":
        return figure.older
    if words[figure.first - 1] == "from":
        return True
    first, last = sorted((predicate.first, figure.first))
    return lexicon.grammar("toll_changes").isdisjoint(words[first:last]) and any(
        words[at] in _BEFORE and words[at + 1] != "than" for at in range(max(0, first - 6), first)
    )


def _quotations(text: str) -> Iterator[TextRange]:
    """Give the quotations of each paragraph; one that is left open ends with its paragraph."""
    if '"' not in text and "“" not in text and "«" not in text and "„" not in text:
        return
    for start, end in paragraphs(text):
        words = text[start:end]
        reached = 0
        for found in quotations(words):
            yield TextRange(start + found.start, start + found.end)
            reached = found.end
        rest = min((at for mark in _OPENING if (at := words.find(mark, reached)) >= 0), default=-1)
        if rest >= 0:
            yield TextRange(start + rest, end)


def _of_them(figure: Figure, sentence: Sentence) -> bool:
    """Tell "one of them", whoever they are."""
    group = figure.group
    return (
        group is not None and group.partitive and "them" in sentence.words[group.first : group.last]
    )


def _hints(setting: settings.Setting) -> tuple[str, ...]:
    """Give the hints to resolution that a setting holds."""
    return tuple(hint for hint in ("near", "loose", "local") if getattr(setting, hint))


def _state(sentence: Sentence, figure: Figure) -> bool:
    """Tell a state, whose day is not that of what happened: "still in critical condition"."""
    predicate = figure.predicate
    return predicate is not None and "condition" in sentence.words[predicate.first : predicate.last]


def _standing(scope: str) -> str:
    """Give what figures of a scope tell of: parts are news as their wholes are."""
    return "incident" if scope == "subset" else scope
