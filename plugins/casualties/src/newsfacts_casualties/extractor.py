"""The extractor of casualty figures and harm events."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from newsfacts import (
    Actor,
    Article,
    Attribution,
    Context,
    Extractor,
    Fact,
    MentionRef,
    Place,
    PlaceMention,
    TimeExpression,
)
from newsfacts.model import altered
from newsfacts.text import Token
from newsfacts_casualties import lexicon, qualifiers, settings
from newsfacts_casualties.assailants import Assailants
from newsfacts_casualties.claims import Claims
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.clauses import read_figures
from newsfacts_casualties.discourse import Discourse
from newsfacts_casualties.joins import (
    counted_apart,
    harmed_alike,
    harmed_by,
    in_total,
    raised_to,
    told_again,
)
from newsfacts_casualties.named import named_victims
from newsfacts_casualties.names import no_headline
from newsfacts_casualties.phrases import read_sentence
from newsfacts_casualties.predicates import find_predicates
from newsfacts_casualties.roundups import EARLY, crimes
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.sites import owners
from newsfacts_casualties.sources import LONGEST, quotations_of
from newsfacts_casualties.told_before import ToldBefore, by_own_hand

_START = itemgetter(0)
"""The start of a cue's hit: faster by its index than by its name."""


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


class _Reading(Claims):
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
        names = [
            actor.evidence[0] for actor in context.mentions(Actor)
            if actor.kind == "person" and actor.mention_type == "NAM"
        ]  # fmt: skip
        self.people = sorted({(span.start, span.end) for span in names if no_headline(span.text)})
        self.places = [mention.evidence[0] for mention in context.mentions(PlaceMention)]
        self.place_starts = [span.start for span in self.places]
        self.conflict = False
        self.last_told = None
        self.harm: str | None = None
        self.told_to = 0
        self.share: tuple[int, Place | None] = (-1, None)
        self.quotations = list(quotations_of(text))
        self.used: dict[MentionRef, str] = {}
        self.read_before: dict[tuple[int, int], list[Token]] = {}
        self.several = self.about_several()
        self.day_of_several = None
        self.arrest = None
        self.later = None
        self.died_in = -1
        self.tried = None
        self.assailants = Assailants()
        self.lands = {}
        self.of_before = ToldBefore()

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
            figures = self.figures_of(sentence)
            if not figures and self.harm is not None:
                figures = named_victims(sentence, self.harm)
            if figures:
                yield from self.claims_of(sentence, figures, index)
                self.harm = figures[0].harm
            else:
                yield from self.mention_of(sentence, index)
        main = self.discourse.worst
        if self.tried is not None and (main is None or main.whole.keys() <= settings.AFTERMATH):
            main = self.tried
        if not self.discourse.events or (
            main is not None and (main.date is None or main.loose or not settings.is_day(main.date))
        ):
            found = list(self.day_of(main))
            found = found or list(self.day_of(main, procedure=True))
            if not found and self.later is not None:
                self.later = None
                found = list(self.day_of(main))
            yield from found
        if main is not None:
            yield from self.place_of(main)
        yield from self.assailants.made.values()
        self.last_told = None  # its sentence asks this reading for names: a cycle

    def figures_of(self, sentence: Sentence) -> list[Figure]:
        """Read the figures of a sentence, and of those told before whom it tells more of."""
        predicates = find_predicates(sentence)
        figures = read_figures(sentence, predicates)
        before = self.of_before
        more = before.deaths(sentence, predicates) or before.bodies(sentence, figures)
        if more:
            figures = sorted((*figures, *more), key=lambda each: each.first)
        if figures:
            figures = before.still_held(sentence, before.own_deaths(sentence, figures))
            before.take(figures)
        return figures

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

    def about_several(self) -> bool:
        """Tell an article about several crimes by how it begins."""
        found = [
            at for noun in lexicon.words("scenes", "crimes", "nouns")
            if (at := self.text.find(noun, 0, EARLY)) >= 0
        ]  # fmt: skip
        return any(
            crimes([token.lower for token in self.tokens(start, end)]) >= 0
            for start, end in self.stretches(self.context.sentences[:8])
            if any(start <= at < end for at in found)
        )

    def harmful(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds a word of harm, not only one of events."""
        hits = self.context.cue_hits
        at = bisect_left(hits, start, key=_START)
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
        named: set[MentionRef] = set()
        told: dict[tuple[str, str], Figure] = {}
        source: Attribution | None = None
        for figure in figures:
            if qualifiers.untold(sentence, figure):
                continue
            claim, event = self.claim(sentence, figure, sites, owned, times, index, whole, named)
            claim = counted_apart(sentence, figure, claim, figures)
            if (
                claim.victims is not None
                and claim.victims.kind == "perpetrator"
                and by_own_hand(sentence, figure)
            ):
                claim = altered(claim, hints=(*claim.hints, "own"))
            if claim.attribution is None and source is not None and raised_to(sentence, figure):
                claim = altered(claim, attribution=source)
            source = claim.attribution or source
            before = told.get((claim.harm, claim.scope))
            joined = figure.first > 0 and (
                sentence.words[figure.first - 1] in lexicon.grammar("joining")
            )
            if (
                before is not None
                and claim.mention_type != "PRO"
                and not in_total(sentence, figure)
                and not told_again(sentence, before, figure)
                and (
                    harmed_by(before, figure)
                    or (harmed_alike(before, figure) and (joined or claim.count.value != 1))
                )
            ):
                listed = before.predicate is figure.predicate or harmed_by(before, figure)
                hints = ("and", "list") if listed else ("and",)
                claim = altered(claim, hints=(*claim.hints, *hints))
            told[(claim.harm, claim.scope)] = figure
            if event is not None:
                yield event
            yield claim
        self.told_to = sentence.end
