"""The extractor: place mentions of an article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from newsfacts import Article, Context, Extractor, Fact, PlaceMention, Span
from newsfacts_places.candidates import survey
from newsfacts_places.forms import Formed
from newsfacts_places.gazetteer import Entry, gazetteer
from newsfacts_places.judge import Judge
from newsfacts_places.names import title
from newsfacts_places.repeats import repeated
from newsfacts_places.seats import seats
from newsfacts_places.unplaced import Surroundings
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

    def load(self) -> None:
        """Unpack the whole gazetteer: some 0.1 s, 30 MB."""
        gazetteer().load()

    def extract(self, article: Article, context: Context) -> Iterable[Fact]:
        """Give a PlaceMention for every mention of a place."""
        text = _plain_spaces(article.text)
        lexicon = words()
        seen = survey(text, lambda: context.sentences, gazetteer(), lexicon)
        found: dict[tuple[int, int], PlaceMention] = {}
        judge = Judge(text, seen, lexicon)
        verdicts = judge.verdicts()
        for candidate, entry in verdicts:
            span = Span.of(article.text, candidate.start, candidate.end)
            found[span.start, span.end] = mention(entry, span)
        surroundings = Surroundings(text, verdicts, judge.setting(), lexicon)
        for (start, end), around in surroundings.explained(seen.loose):
            found[start, end] = PlaceMention(
                name=title(" ".join(text[start:end].split())),
                country=around.country,
                admin1=around.division,
                evidence=Span.of(article.text, start, end),
            )
        states = {candidate.start: entry for candidate, entry in verdicts}
        near = judge.country_of_counties()
        _add_formed(article.text, found, seen.formed, states, near, surroundings)
        for start, end, entry in list(seats(text, sorted(found), lexicon)):
            found[start, end] = mention(entry, Span.of(article.text, start, end))
        for place in list(repeated(article.text, found, seen.surnames)):
            found[place.evidence[0].start, place.evidence[0].end] = place
        return [found[span] for span in sorted(found)]


def _plain_spaces(text: str) -> str:
    """Put plain spaces for the no-break and narrow ones; offsets stay."""
    if not text.isascii():
        for space in "\u00a0\u202f\u2009":
            text = text.replace(space, " ")
    return text


def _add_formed(
    text: str,
    found: dict[tuple[int, int], PlaceMention],
    formed: Iterable[Formed],
    around: Mapping[int, Entry],
    near: str | None,
    surroundings: Surroundings,
) -> None:
    """Add the places known by their form only; the gazetteer's own stay as they are.

    `near` is the country of a county when nothing else is said.
    """
    spans = sorted(found)
    reached = 0
    for each in sorted(formed):
        low = bisect_right(spans, each.start, key=lambda span: span[1])
        high = bisect_left(spans, (each.end, 0))
        touching = spans[low:high]
        if each.start < reached or any(
            start < each.start or end > each.end for start, end in touching
        ):
            continue
        reached = each.end
        # "Marion County, Ohio": the division after the comma is the one around it.
        state = around.get(each.end + 2) if text.startswith(",", each.end) else None
        same = touching == [(each.start, each.end)]
        if touching and (not each.own or same):
            own = found[touching[0]]
            county = each.own and own.admin1 is not None and own.lat is None
            if not county or (state is None and near in (None, "US")):
                continue  # "Cook County" alone is known
        for place in touching:
            found.pop(place, None)
        country = near if each.own else None
        division: str | None = None
        if state is not None and state.kind in ("division", "state"):
            country, division = state.country, state.name
        elif not each.own:
            country, division = surroundings.of(each.start, each.end)
        found[each.start, each.end] = PlaceMention(
            name=each.name,
            country=country,
            admin1=division,
            evidence=Span.of(text, each.start, each.end),
        )
