"""The extractor of casualty figures and harm events."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

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
    Time,
    TimeExpression,
    Victims,
)
from newsfacts.text import Token, quotations
from newsfacts_casualties import lexicon, qualifiers, scopes, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.clauses import read_figures
from newsfacts_casualties.discourse import Discourse, Trigger, find_trigger
from newsfacts_casualties.phrases import read_sentence
from newsfacts_casualties.predicates import find_predicates
from newsfacts_casualties.scenes import LONGEST, Scenes
from newsfacts_casualties.sentence import Sentence


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


class _Reading(Scenes):
    """One article, sentence by sentence."""

    def __init__(self, text: str, context: Context) -> None:
        self.text = text
        self.context = context
        self.discourse = Discourse()
        dateline = settings.dateline_of(context)
        self.head_end = dateline.evidence[-1].end if dateline else 0
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
        self.conflict = False
        self.quotations = list(quotations(text))
        self.used: dict[MentionRef, str] = {}
        self.read_before: dict[int, list[Token]] = {}

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
            if figures:
                yield from self.claims_of(sentence, figures, index)
            else:
                yield from self.mention_of(sentence, index)
        main = self.discourse.main
        if not self.discourse.events or (
            main is not None and (main.date is None or not settings.is_day(main.date))
        ):
            found = list(self.day_of(main))
            yield from found or self.day_of(main, procedure=True)

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
        mentions = self.context.mentions_between(PlaceMention, sentence.start, sentence.end)
        times = self.context.mentions_between(TimeExpression, sentence.start, sentence.end)
        whole: dict[str, MentionRef] = {}
        emitted: dict[tuple[int, int], Event] = {}
        told: dict[tuple[str, str], Figure] = {}
        for figure in figures:
            if qualifiers.untold(sentence, figure):
                continue
            claim, event = self.claim(sentence, figure, mentions, times, index, whole)
            before = told.get((claim.harm, claim.scope))
            joined = figure.first > 0 and sentence.read[figure.first - 1].lower in lexicon.grammar(
                "joining"
            )
            if (
                before is not None
                and claim.mention_type != "PRO"
                and (joined or claim.count.value != 1)
            ):
                listed = before.predicate is figure.predicate
                hints = ("and", "list") if listed else ("and",)
                claim = attrs.evolve(claim, hints=(*claim.hints, *hints))
            told[(claim.harm, claim.scope)] = figure
            if event is not None:
                key = (event.evidence[0].start, event.evidence[0].end)
                if key not in emitted:
                    emitted[key] = event
                    yield event
            yield claim

    def claim(
        self,
        sentence: Sentence,
        figure: Figure,
        mentions: Sequence[PlaceMention],
        times: Sequence[TimeExpression],
        index: int,
        whole: dict[str, MentionRef],
    ) -> tuple[Casualty, Event | None]:
        read = sentence.read
        first, last = (
            qualifiers.clause_start(sentence, figure),
            qualifiers.clause_end(sentence, figure),
        )
        place = settings.find_place(sentence, figure, mentions, first, last)
        date = settings.find_date(sentence, figure, times, first, last, self.reference)
        own = settings.Setting(place, date, place is not None, date is not None)
        modality = qualifiers.modality(sentence, figure)
        negative = qualifiers.negative(sentence, figure)
        scope = (
            "subset" if figure.subset
            else scopes.scope(sentence, figure, first, last, conflict=self.conflict)
        )  # fmt: skip
        main = self.discourse.main
        if scope == "incident" and scopes.recalled(
            sentence,
            figure,
            own,
            self.reference,
            main.date.start if main is not None and main.date is not None else None,
            told=main is not None,
        ):
            scope = "background"
        if (
            scope == "incident" and main is not None and main.date is None
            and main.place is not None and date is not None and place is not None
            and place.name != main.place.name
            and (settings.days_between(date.end, self.reference) or 0) > 3
        ):  # fmt: skip
            scope = "background"
        if scope == "incident" and date is None and index > 1 and self.recalls(sentence.start):
            scope = "background"
        trigger = find_trigger(sentence, figure)
        latest = self.discourse.events[-1] if self.discourse.events else None
        if (
            scope == "incident" and trigger.definite and date is None and place is None
            and latest is not None and latest.scope == "background"
            and latest.sentence >= index - 2
        ):  # fmt: skip
            scope = "background"
        self.conflict = self.conflict or trigger.kind == "conflict"
        if place is None or date is None:
            before_place, before_date = self.scene(sentence.start)
            if (
                place is None
                and (scope != "cumulative")
                and (main is None or trigger.fresh or before_date is not None)
            ):
                place = before_place
            if (
                date is None
                and scope in ("incident", "subset")
                and (main is None or main.date is None or before_place is not None)
            ):
                date = before_date
        span = Span.of(sentence.text, read[trigger.first].start, read[trigger.last - 1].end)
        ref = MentionRef("events", span.start, span.end)
        anchor = figure.predicate
        if self.used.get(ref, scope) not in ("incident", "subset", scope) and anchor is not None:
            span = Span.of(sentence.text, read[anchor.first].start, read[anchor.last - 1].end)
            ref = MentionRef("events", span.start, span.end)
            trigger = Trigger(anchor.first, anchor.last, trigger.kind, False, False, False)
        self.used[ref] = scope
        group = figure.group
        again = group is not None and group.count.value == 1 and (group.pronoun or group.definite)
        known, new = self.discourse.event(
            ref,
            trigger,
            None if again and not (group and group.name) else place,
            # the day of an arrest or a release is not that of what it is for
            None if figure.harm in settings.AFTERMATH else date,
            scope,
            index,
        )
        if scope != "cumulative":
            place = place or known.place
            date = date or known.date
        elif place is None:
            place = known.place or self.country()
        if place is None and scope in ("incident", "subset") and self.discourse.place is not None:
            place = self.discourse.place
        self.discourse.place = place or self.discourse.place
        claim = self.figure_claim(
            sentence, figure, scope, place, date, modality, negative, ref, trigger
        )
        part_of = None
        if scope == "subset":
            part_of = whole.get(figure.harm)
            if part_of is None and figure.harm in known.whole:
                part_of = known.whole[figure.harm][0]
        elif modality == "asserted" and not negative and figure.count.value != 0:
            whole[figure.harm] = claim.ref
            known.whole[figure.harm] = (claim.ref, figure.count.value)
        if part_of is not None:
            claim = attrs.evolve(claim, part_of=part_of)
        event = Event(
            type=known.kind or trigger.kind or "attack",
            place=place,
            date=None if figure.harm in settings.AFTERMATH else date,
            tense="past",
            modality=modality,
            evidence=span,
            same_as=() if new or known.ref == ref else (known.ref,),
        )
        return claim, event

    def figure_claim(
        self,
        sentence: Sentence,
        figure: Figure,
        scope: str,
        place: Place | None,
        date: Time | None,
        modality: str,
        negative: bool,
        event: MentionRef,
        trigger: Trigger,
    ) -> Casualty:
        read = sentence.read
        group = figure.group
        victims = None
        hints: list[str] = []
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
            if predicate.voice == "toll":
                previous = read[figure.first - 1].lower == "from"
                hints.append("previous" if previous else "update")
        return Casualty(
            harm=figure.harm,
            count=figure.count,
            victims=victims,
            place=place,
            date=date,
            event=event,
            perpetrators=self.perpetrators(sentence, figure, trigger),
            attribution=self.attribution(sentence, figure),
            polarity="negative" if negative else "positive",
            modality=modality,
            scope=scope,
            mention_type=mention,
            hints=tuple(hints),
            evidence=Span.of(sentence.text, read[figure.first].start, read[figure.last - 1].end),
        )
