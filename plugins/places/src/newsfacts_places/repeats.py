"""Later mentions of places that the gazetteer lacks: what was explained once is known."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping

from newsfacts import PlaceMention, Span
from newsfacts_places.gazetteer import gazetteer
from newsfacts_places.names import fold

_SHORTEST = 4  # letters of a name that is sought
_MOST = 12  # names that are sought in one article


def repeated(
    text: str, found: Mapping[tuple[int, int], PlaceMention], surnames: Collection[str]
) -> Iterable[PlaceMention]:
    """Give further mentions of the unknown places of an article, where the name stands alone.

    A name that somebody bears in the article is left alone.
    """
    unknown: dict[str, PlaceMention] = {}
    bare = [place for place in found.values() if place.geonames_id is None and place.lat is None]
    for place in sorted(bare, key=_start) if bare else ():
        name = place.evidence[0].text
        if len(name) < _SHORTEST or name.isupper() or not name[0].isupper():
            continue
        folded = fold(name)
        if folded in gazetteer() or folded.rpartition(" ")[2] in surnames:
            continue
        known = unknown.get(name)
        if known is None or (known.country is None and place.country is not None):
            unknown[name] = place
    taken = sorted(found) if unknown else []
    for name, place in list(unknown.items())[:_MOST]:
        for start in _alone(text, name):
            at = bisect_right(taken, (start, len(text)))
            free = at == 0 or taken[at - 1][1] <= start
            if free and (at == len(taken) or taken[at][0] >= start + len(name)):
                yield PlaceMention(
                    name=place.name,
                    country=place.country,
                    admin1=place.admin1,
                    evidence=Span.of(text, start, start + len(name)),
                )


def _start(place: PlaceMention) -> int:
    return place.evidence[0].start


def _alone(text: str, name: str) -> Iterator[int]:
    """Give where a name stands that is no part of a longer one."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        inside = before[-1:].isalnum() or before[-1:] == "-" or after[:1].isalnum()
        joined = after[:1] == "-" or (after[:1] == " " and after[1:].isupper())
        if not inside and not joined and not _named(text, start):
            yield start
        start = text.find(name, end)


def _named(text: str, start: int) -> bool:
    """Tell whether a capitalised word stands right before: a first name, a title."""
    if text[start - 1 : start] != " ":
        return False
    space = text.rfind(" ", max(0, start - 24), start - 1)
    word = text[space + 1 : start - 1]
    opens = space < 2 or text[space - 1] in '.\n"”:'
    return bool(word) and word[0].isupper() and word[-1].isalnum() and not opens
