"""The extractor of casualty figures and harm events."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsfacts import (
    Actor,
    Article,
    Casualty,
    Context,
    Count,
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
from newsfacts.text import Token, quotations, tokens
from newsfacts_casualties import lexicon, qualifiers, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.clauses import read_figures
from newsfacts_casualties.discourse import Discourse, HarmEvent, Trigger, find_trigger
from newsfacts_casualties.phrases import read_sentence
from newsfacts_casualties.predicates import find_predicates
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.sources import Sources


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


_ONE = Count.of(1, text="")
_DEFINITE = frozenset(("the", "this", "that", "'s", "today", "yesterday", "deadly", "latest"))
_ANOTHER = frozenset(("another", "second", "similar", "earlier", "previous", "other", "last"))


LONGEST = 1200
"""The longest stretch, in characters, that is read as one sentence."""


class _Reading(Sources):
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
                yield from self.mention_of(
                    Sentence(self.text, start, end, self.tokens(start, end)), index
                )
                continue
            sentence = read_sentence(self.text, start, end, self.is_name)
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

    def tokens(self, start: int, end: int) -> list[Token]:
        """Give the tokens of a sentence, read once."""
        if start not in self.read_before:
            self.read_before[start] = list(tokens(self.text, start, end))
        return self.read_before[start]

    def is_name(self, first: int, last: int) -> bool | None:
        """Tell whether a stretch is known to name a person, or something else."""
        at = bisect_right(self.people, (first, 10**9)) - 1
        if at >= 0 and self.people[at][0] <= first and last <= self.people[at][1] + 2:
            return True
        at = bisect_right(self.places, first, key=lambda span: span.start) - 1
        if at >= 0 and self.places[at].start <= first and last <= self.places[at].end + 2:
            return False
        return None

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

    def day_of(self, main: HarmEvent | None, *, procedure: bool = False) -> Iterator[Fact]:
        """Give the day of the main event where no clause about it tells: the first day named.

        An article of violence in which nobody is hurt gets its event here, too. With `procedure`
        the day of an arrest or a hearing will do, too.
        """
        violent = lexicon.words("context", "events", "violent")
        seen: Span | None = None
        for start, end in self.context.sentences[:12]:
            low = max(start, self.head_end)
            if low >= end or end - low > LONGEST:
                continue
            times = [
                time for time in self.context.mentions_between(TimeExpression, low, end)
                if time.type in ("DATE", "TIME") and len(time.value) >= 10
                and time.start is not None
                and not (self.reference is not None and time.start > self.reference)
            ]  # fmt: skip
            if seen is not None and not times:
                continue
            read = self.tokens(low, end)
            if seen is None and main is None:
                seen = next(
                    (
                        Span.of(self.text, token.start, token.end)
                        for token in read
                        if token.lower in violent
                    ),
                    None,
                )
            if main is None and seen is None:
                continue
            for time in times:
                if settings.of_saying(read, time.evidence[0], procedure=not procedure):
                    continue
                day = settings.as_day(time)
                known = main.date if main is not None else None
                if known is not None and not settings.lies_in(day, known):
                    continue
                if main is not None:
                    yield Event(
                        type=main.kind or "attack", date=day, tense="past",
                        evidence=time.evidence[0], same_as=(main.ref,),
                    )  # fmt: skip
                elif seen is not None:
                    yield Event(type="attack", date=day, tense="past", evidence=seen)
                return

    def mention_of(self, sentence: Sentence, index: int) -> Iterator[Fact]:
        """Give an Event for a sentence that tells where or when a known event was."""
        known = self.discourse.latest
        if known is None or not self.discourse.events:
            return
        read = sentence.read
        told = lexicon.words("context", "events", "mention")
        at = next((k for k, token in enumerate(read) if token.lower in told), None)
        if at is None:
            return
        before = {read[k].lower for k in range(max(0, at - 3), at)}
        noun = read[at].lower in lexicon.event_words() or read[at].lower in ("incident", "tragedy")
        if noun and (not before & _DEFINITE or before & _ANOTHER):
            return
        times = self.context.mentions_between(TimeExpression, sentence.start, sentence.end)
        mentions = self.context.mentions_between(PlaceMention, sentence.start, sentence.end)
        if not times and not mentions:
            return
        if not sentence.groups:
            sentence = read_sentence(self.text, sentence.start, sentence.end, self.is_name)
        stub = Figure("killed", _ONE, None, None, at, at + 1)
        date = settings.find_date(sentence, stub, times, 0, len(read), self.reference)
        place = settings.find_place(sentence, stub, mentions, 0, len(read))
        if date is None and place is None:
            return
        trigger = Trigger(at, at + 1, None, True, False, False)
        if not self.discourse.fits(known, trigger, place, date, -2):
            return
        known.place = place if known.place is None else known.place
        known.date = date if known.date is None else known.date
        yield Event(
            type=known.kind or "attack", place=place, date=date, tense="past",
            evidence=Span.of(sentence.text, read[at].start, read[at].end), same_as=(known.ref,),
        )  # fmt: skip

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
            else settings.scope(sentence, figure, first, last, conflict=self.conflict)
        )  # fmt: skip
        main = self.discourse.main
        if scope == "incident" and settings.recalled(
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

    def country(self) -> Place | None:
        """Give the country of the main event, where the article names it."""
        main = self.discourse.main
        code = main.place.country if main is not None and main.place is not None else None
        if code is None:
            named = Counter(
                mention.country
                for mention in self.context.mentions(PlaceMention)
                if mention.country is not None
            ).most_common(2)
            if not named or (len(named) > 1 and named[0][1] <= named[1][1]):
                return None
            code = named[0][0]
        return next(
            (
                mention.place
                for mention in self.context.mentions(PlaceMention)
                if mention.country == code and settings.coarseness(mention) == 3
            ),
            None,
        )

    def recalls(self, start: int) -> bool:
        """Tell whether the sentence before goes back to an earlier event."""
        sentences = self.context.sentences
        at = bisect_right(sentences, start, key=lambda each: each.start) - 2
        if at < 1 or _too_long(sentences[at]):
            return False
        low, high = sentences[at].start, sentences[at].end
        read = self.tokens(low, high)
        if not any(token.lower in lexicon.event_words() for token in read):
            return False
        main = self.discourse.main
        news = main.date.start if main is not None and main.date is not None else self.reference
        if news is None:
            return settings.tells_long_ago(read)
        days = [
            settings.days_between(time.end, news)
            for time in self.context.mentions_between(TimeExpression, low, high)
            if time.type == "DATE" and time.end is not None
        ]
        return bool(days) and all(gap is not None and gap > 14 for gap in days)

    def scene(self, start: int) -> tuple[Place | None, Time | None]:
        """Give place and day that the sentence before tells, where it tells what happened."""
        sentences = self.context.sentences
        at = bisect_right(sentences, start, key=lambda each: each.start) - 2
        if at < 0 or sentences[at].end <= self.head_end or _too_long(sentences[at]):
            return None, None
        low, high = max(sentences[at].start, self.head_end), sentences[at].end
        read = self.tokens(low, high)
        if not any(token.lower in lexicon.event_words() for token in read):
            return None, None
        places = [
            mention for mention in self.context.mentions_between(PlaceMention, low, high)
            if settings.stands_in_phrase(read, mention.evidence[0].start)
        ]  # fmt: skip
        times = [
            time for time in self.context.mentions_between(TimeExpression, low, high)
            if time.type in ("DATE", "TIME") and time.start is not None
            and not settings.of_saying(read, time.evidence[0])
            and not (self.reference is not None and time.start > self.reference)
        ]  # fmt: skip
        place = min(places, key=settings.coarseness, default=None)
        return (
            place.place if place is not None else None,
            settings.as_day(times[0]) if times else None,
        )

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


def _too_long(sentence: tuple[int, int]) -> bool:
    return sentence[1] - sentence[0] > LONGEST
