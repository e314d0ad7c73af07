"""The extractor: place mentions of an article."""

from collections.abc import Iterable

from newsfacts import Article, Context, Extractor, Fact, PlaceMention, Span
from newsfacts_places.candidates import survey
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
        seen = survey(text, context.sentences, gazetteer(), lexicon)
        return [
            mention(entry, Span.of(text, candidate.start, candidate.end))
            for candidate, entry in Judge(text, seen, lexicon).verdicts()
        ]
