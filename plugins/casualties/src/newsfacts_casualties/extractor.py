"""The extractor of casualty figures and harm events."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from newsfacts import Actor, Article, Casualty, Context, Extractor, Fact, PlaceMention, Span, Victims

from newsfacts_casualties import lexicon
from newsfacts_casualties.clauses import Figure, read_figures
from newsfacts_casualties.phrases import Sentence, read_sentence
from newsfacts_casualties.predicates import find_predicates


class CasualtyExtractor(Extractor):
    """Finds figures of people killed, injured, missing and so on, and the events they belong to."""

    name = "casualties"
    version = "0.1.0"
    provides = ("casualties", "events.harm")
    uses = ("places", "times", "dateline", "actors.named")
    cues: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        self.cues = lexicon.cues()  # type: ignore[misc]

    def extract(self, article: Article, context: Context) -> Iterable[Fact]:
        """Give a Casualty for each figure, and an Event for each harm event that they belong to."""
        for sentence in context.cued_sentences:
            yield from _figures(article.text, sentence.start, sentence.end, context)


def _figures(text: str, start: int, end: int, context: Context) -> Iterator[Fact]:
    people = {
        (span.start, span.end)
        for actor in context.mentions_between(Actor, start, end)
        if actor.kind == "person"
        for span in actor.evidence[:1]
    }
    others = [
        (mention.evidence[0].start, mention.evidence[0].end)
        for mention in context.mentions_between(PlaceMention, start, end)
    ]

    def is_name(first: int, last: int) -> bool | None:
        if any(a <= first and last <= b + 2 for a, b in people):
            return True
        if any(a <= first and last <= b for a, b in others):
            return False
        return None

    sentence = read_sentence(text, start, end, is_name)
    predicates = find_predicates(sentence)
    for figure in read_figures(sentence, predicates):
        yield claim(sentence, figure)


def claim(sentence: Sentence, figure: Figure) -> Casualty:
    """Make the claim of a figure."""
    read = sentence.read
    victims = None
    group = figure.group
    if group is not None and group.victims_first >= 0 and group.victims_last > group.victims_first:
        victims = Victims(
            text=sentence.span_text(group.victims_first, group.victims_last), kind=group.kind
        )
    return Casualty(
        harm=figure.harm,
        count=figure.count,
        victims=victims,
        scope="cumulative" if figure.ordinal else "subset" if figure.subset else "incident",
        evidence=Span.of(sentence.text, read[figure.first].start, read[figure.last - 1].end),
    )
