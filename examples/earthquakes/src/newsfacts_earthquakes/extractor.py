"""Reads the sentences that speak of earthquakes."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

import attrs

from newsfacts import Article, Context, Extractor, Place, PlaceMention, Span
from newsfacts.text import PhraseMatcher, TextRange, fold_case, load_lexicon, matcher_of
from newsfacts_earthquakes.fact import Quake
from newsfacts_earthquakes.patterns import patterns

MILE_KM = 1.609344
_LOOK_BACK = 80  # characters: a clause, not the sentence before


@cache
def _words(kind: str) -> PhraseMatcher[str]:
    words = load_lexicon("newsfacts_earthquakes", "earthquakes")[kind]
    return matcher_of(f"{word}*" if kind == "shocks" else word for word in words)


@cache
def _scales() -> PhraseMatcher[str]:
    return PhraseMatcher(dict(load_lexicon("newsfacts_earthquakes", "earthquakes")["scales"]))


@attrs.frozen
class _Found:
    """A magnitude in a sentence."""

    start: int
    end: int
    size: float
    preliminary: bool


class QuakeExtractor(Extractor):
    """Finds magnitudes and depths of earthquakes."""

    name: ClassVar[str] = "earthquakes"
    version: ClassVar[str] = "0.1.0"
    cues: ClassVar[tuple[str, ...]] = (
        "magnitude", "richter", "earthquake*", "quake*", "tremor*", "temblor*", "aftershock*",
        "depth", "mw",
    )  # fmt: skip
    provides: ClassVar[tuple[str, ...]] = ("quakes",)
    uses: ClassVar[tuple[str, ...]] = ("places",)
    examples: ClassVar[tuple[str, ...]] = (
        "An earthquake of magnitude 6.1 struck near Osaka at a depth of 12 km.",
        "“It was a 5.4-magnitude quake,” said Ana Ruiz in Lyon.",
    )

    def extract(self, article: Article, context: Context) -> Iterator[Quake]:
        """Give a claim for every magnitude, and one for a depth that stands alone."""
        text = article.text
        spoken_of = False
        for sentence in context.cued_sentences:
            words = sentence.of(text)
            spoken_of = spoken_of or _holds(words, "shocks") or _holds(words, "aftershocks")
            if spoken_of:
                yield from _read(text, sentence, _place(context, sentence))


def _holds(words: str, kind: str) -> bool:
    return next(_words(kind).find(words), None) is not None


def _place(context: Context, sentence: TextRange) -> Place | None:
    """The most closely named place of the sentence: a town rather than its country."""
    found = context.mentions_between(PlaceMention, sentence.start, sentence.end)
    named = [mention for mention in found if mention.geonames_id is not None] or list(found)
    return named[0].place if named else None


def _read(text: str, sentence: TextRange, place: Place | None) -> Iterator[Quake]:
    sizes = list(_sizes(text, sentence))
    depth = _depth(text, sentence)
    stated = [each for each in sizes if not each.preliminary]
    # A depth belongs to the figure that stands; beside a withdrawn one it stands by itself.
    owner = stated[0] if stated and depth else None
    for each in sizes:
        spans = [Span.of(text, each.start, each.end)]
        if each is owner and depth:
            spans.append(depth[0])
        yield Quake(
            magnitude=each.size,
            scale=_scale(text, sentence, each),
            depth_km=depth[1] if each is owner and depth else None,
            aftershock=_is_aftershock(text, sentence, each),
            status="preliminary" if each.preliminary else "stated",
            place=place,
            evidence=spans,
        )
    if depth and owner is None and not stated:
        yield Quake(depth_km=depth[1], place=place, evidence=depth[0])


def _sizes(text: str, sentence: TextRange) -> Iterator[_Found]:
    for match in patterns().finditer("magnitude", text, sentence.start, sentence.end):
        number = next(match[name] for name in "abcd" if match[name])
        if match["d"] and not _revised(text[sentence.start : sentence.end]):
            continue  # "from 2 to 5" is no magnitude unless something was revised
        size = float(number.replace(",", "."))
        before = text[max(sentence.start, match.start() - _LOOK_BACK) : match.start()]
        lead = text[max(sentence.start, match.start() - _LOOK_BACK) : match.end()]
        if not 0 < size < 10 or _holds(before, "hypothetical"):
            continue
        withdrawn = bool(match["d"]) and fold_case(match[0]).startswith("from")
        replaced = bool(match["d"]) and not withdrawn
        clause = lead.rsplit(",", 1)[-1]
        yield _Found(
            match.start(),
            match.end(),
            size,
            preliminary=not replaced and (withdrawn or _holds(clause, "preliminary")),
        )


def _revised(words: str) -> bool:
    return any(word in fold_case(words) for word in ("revised", "upgraded", "downgraded"))


def _scale(text: str, sentence: TextRange, found: _Found) -> str | None:
    nearby = text[max(sentence.start, found.start - 24) : min(sentence.end, found.end + 24)]
    hit = next(_scales().find(nearby), None)
    return hit.value if hit else None


def _is_aftershock(text: str, sentence: TextRange, found: _Found) -> bool:
    """Whether the last shock named before the figure, or else the first after it, is one."""
    kinds = {"shocks": False, "aftershocks": True}
    hits = sorted(
        (hit.start + sentence.start, is_after)
        for kind, is_after in kinds.items()
        for hit in _words(kind).find(sentence.of(text))
    )
    before = [is_after for start, is_after in hits if start < found.start]
    after = [is_after for start, is_after in hits if start >= found.start]
    # "a 5.4-magnitude aftershock": the noun follows its measure at once.
    close = [is_after for start, is_after in hits if found.end <= start <= found.end + 2]
    if close:
        return close[0]
    return before[-1] if before else bool(after and after[0])


def _depth(text: str, sentence: TextRange) -> tuple[Span, float] | None:
    for match in patterns().finditer("depth", text, sentence.start, sentence.end):
        number, unit = match["deep"] or match["low"], match["u"] or match["v"]
        factor = MILE_KM if fold_case(unit).startswith("mile") else 1.0
        return Span.of(text, match.start(), match.end()), round(float(number) * factor, 1)
    return None
