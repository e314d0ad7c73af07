"""The extractor: place mentions of an article."""

from collections.abc import Iterable

from newsfacts import Article, Context, Extractor, Fact, PlaceMention, Span
from newsfacts_places.candidates import survey
from newsfacts_places.forms import Formed
from newsfacts_places.gazetteer import Entry, gazetteer
from newsfacts_places.judge import Judge
from newsfacts_places.words import words


def mention(entry: Entry, span: Span) -> PlaceMention:
    """Make the claim that a span names a gazetteer entry."""
    return PlaceMention(
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        geonames_id=entry.geonames_id,
        evidence=span,
    )


class PlaceExtractor(Extractor):
    """Finds names of places and resolves them against GeoNames."""

    name = "places"
    version = "0.1.0"
    provides = ("places",)

    def extract(self, article: Article, context: Context) -> Iterable[Fact]:
        """Give a PlaceMention for every mention of a place."""
        text = article.text
        lexicon = words()
        seen = survey(text, lambda: context.sentences, gazetteer(), lexicon)
        found: dict[tuple[int, int], PlaceMention] = {}
        judge = Judge(text, seen, lexicon)
        verdicts = judge.verdicts()
        for candidate, entry in verdicts:
            span = Span.of(text, candidate.start, candidate.end)
            found[span.start, span.end] = mention(entry, span)
        for start, end in judge.loose(verdicts):
            name = " ".join(text[start:end].split())
            found[start, end] = PlaceMention(name=name, evidence=Span.of(text, start, end))
        return list(_with_formed(text, found, seen.formed))


def _with_formed(
    text: str, found: dict[tuple[int, int], PlaceMention], formed: Iterable[Formed]
) -> Iterable[PlaceMention]:
    """Add the places known by their form: a longer name replaces the shorter one inside it."""
    for each in formed:
        inside = [span for span in found if each.start <= span[0] and span[1] <= each.end]
        if any(span == (each.start, each.end) for span in inside) or any(
            span[0] < each.end and each.start < span[1] for span in found.keys() - set(inside)
        ):
            continue
        for place in inside:
            del found[place]
        found[each.start, each.end] = PlaceMention(
            name=each.name, evidence=Span.of(text, each.start, each.end)
        )
    return (found[span] for span in sorted(found))
