"""Where a figure holds: the places that a sentence names, and which of them is the figure's."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsfacts import Place, PlaceMention
from newsfacts.text import Token
from newsfacts.text.countries import country_by_demonym, country_by_name
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.settings import distance, token_at


class Site(NamedTuple):
    """A place that a sentence names as the place of something.

    `at` is the token of its name; `coarse` orders places (`coarseness`); `near` says that it only
    helps to find the place meant ("near Duvel", "north of Duvel"); `aside` is true of words that
    tell the place of something else rather ("from Duvel", "to Duvel").
    """

    at: int
    place: Place
    coarse: int
    near: bool = False
    aside: bool = False


def coarseness(place: Place | PlaceMention) -> int:
    """Order places: towns, unlisted localities, first-order divisions, countries (3)."""
    if place.admin1 is not None:
        return 0
    if place.geonames_id is None:
        return 1 if place.country is None else 2
    return 3


def find_sites(
    sentence: Sentence,
    mentions: Sequence[PlaceMention],
    capital: Callable[[str | None], Place | None],
    here: Place | None = None,
) -> list[Site]:
    """Give the places that a sentence names as the place of something, in order.

    `capital` gives the capital of a country's code, of the main country for None: "in the Belgian
    capital", "in the capital". `here` is the place of the main event: "in the city".
    """
    read = sentence.read
    found: list[Site] = []
    for mention in mentions:
        at = token_at(read, mention.evidence[0].start)
        if _part_of_people(sentence, at):
            continue
        how = _relation(sentence, at) or _names_event(
            read, at, token_at(read, mention.evidence[0].end), mention
        )
        if how is None and at == 0 and at + 1 < len(read) and read[1].text == ":":
            how = "in"
        if how is not None:
            found.append(
                Site(at, mention.place, coarseness(mention), how == "near", how == "aside")
            )
    if site := _capital(sentence, capital, {site.at for site in found}):
        found.append(site)
        found.sort(key=lambda each: each.at)
    if not found and here is not None and (site := _anaphor(sentence, here)):
        found.append(site)
    return found


def _anaphor(sentence: Sentence, here: Place) -> Site | None:
    """Read "in the city" as the place of the main event, if that is one."""
    words = sentence.words
    if coarseness(here) > 1 or lexicon.grammar("settlements").isdisjoint(sentence.vocabulary):
        return None
    for at in range(2, len(words)):
        if (
            words[at] in lexicon.grammar("settlements")
            and words[at - 1] == "the"
            and words[at - 2] in ("in", "across", "inside", "around", "rocked", "hit")
            and (at + 1 == len(words) or words[at + 1] not in ("of", "where"))
            and (at + 1 == len(words) or not sentence.read[at + 1].text[:1].isupper())
        ):
            return Site(at, here, coarseness(here))
    return None


def find_place(
    sentence: Sentence, figure: Figure, sites: Sequence[Site], first: int, last: int
) -> Site | None:
    """Choose the place of a figure among those of its sentence; its clause comes first."""
    if not sites:
        return None
    anchor = figure.predicate.first if figure.predicate is not None else figure.first
    best = min(
        sites,
        key=lambda site: (
            (
                0  # "33 in Accra, 22 in Kumasi"
                if _beside(sentence, figure, site.at)
                else distance(sentence, figure, site.at, anchor)
            )
            + (0 if first <= site.at < last else 12)
            + 2 * site.coarse
            + (6 if site.near else 0)
            + (4 if site.aside else 0)
        ),
    )
    # "in Iraq's Anbar province", "in Linfen, a city in Shanxi": one phrase, the finest place of it
    return min(
        (site for site in sites if site is best or _one_phrase(best, site)),
        key=lambda site: (site.near, site.coarse, abs(site.at - best.at)),
    )


def _beside(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Tell a place within a figure's words or right behind them."""
    if figure.first <= at < figure.last:
        return True
    group = figure.group
    last = group.last if group is not None else figure.last
    return last < at <= last + 3 and sentence.read[last].lower in lexicon.grammar("place_words")


def _one_phrase(coarse: Site, fine: Site) -> bool:
    """Tell two neighbouring places of which one lies in the other."""
    if abs(coarse.at - fine.at) > 12 or fine.aside:
        return False
    if coarse.near and not fine.near:  # "in Duvel, 60 km west of the capital"
        return fine.place.country in (coarse.place.country, None) and fine.coarse < 2
    if fine.place.country != coarse.place.country or fine.coarse >= coarse.coarse:
        return False
    return coarse.coarse == 3 or fine.place.admin1 == coarse.place.name


def _part_of_people(sentence: Sentence, at: int) -> bool:
    """Tell a name inside a phrase of people: "three Iraq veterans", "Kabul police"."""
    index = sentence.covering.get(at)
    if index is None:
        return False
    first = sentence.groups[index].first
    return not any(
        sentence.read[k].lower in ("in", "from", "at", "of", "near") for k in range(first, at)
    )


def _relation(sentence: Sentence, at: int) -> str | None:
    """Read the words before a place: "in the town of Duvel", "near Duvel", "for Duvel"."""
    read = sentence.read
    places = lexicon.grammar("place_words")
    for position in range(at - 1, max(-1, at - 8), -1):
        word = read[position].lower
        if word in places:
            if position and read[position - 1].lower in lexicon.grammar("occasions"):
                return None  # "told reporters in Duvel"
            return _how(read, position)
        if word == "for" and position and read[position - 1].lower in lexicon.grammar("contested"):
            return "in"
        if word in lexicon.grammar("determiners"):
            continue
        if word in lexicon.stop_words() or read[position].text in ";:.":
            return None
        if word in ("said", "police"):
            return None
    return None


def _how(read: Sequence[Token], at: int) -> str:
    word = read[at].lower
    if word in lexicon.grammar("near_words"):
        return "near"
    if word in ("of", "from"):
        before = [read[k].lower for k in range(max(0, at - 2), at)]
        # "north of Duvel" is outside it, "the north of Veldan" is a part of it
        if "the" not in before and not lexicon.grammar("directions").isdisjoint(before):
            return "near"
    return "aside" if word in lexicon.grammar("aside_words") else "in"


def _names_event(read: Sequence[Token], at: int, after: int, mention: PlaceMention) -> str | None:
    """Tell a place that names an event: "the Duvel bombing", "the deadly Duvel bomb attacks"."""
    if mention.admin1 is None:
        return None
    for position in range(after, min(after + 2, len(read))):
        word = read[position].lower
        if word in lexicon.event_words() and not word.endswith("ed"):
            return "in"
        if not word.isalpha() or word in lexicon.stop_words():
            return None
    return None


def _capital(
    sentence: Sentence, capital: Callable[[str | None], Place | None], taken: set[int]
) -> Site | None:
    """Read "in the Belgian capital", "in Belgium's capital" and "in the capital" as places."""
    if "capital" not in sentence.vocabulary:
        return None
    read = sentence.read
    for at, word in enumerate(sentence.words):
        if word != "capital" or at < 2 or any(at < k <= at + 4 for k in taken):
            continue
        low = max(0, at - 5)
        before = sentence.words[low:at]
        if {"provincial", "state", "regional"} & set(before[-2:]):
            continue
        begin = next(
            (k for k in range(at - 1, low - 1, -1) if read[k].lower in ("the", "'s", "’s")), None
        )
        words = [read[k].text for k in range(low, at)]
        code = next(
            (iso for word in reversed(words) if (iso := country_by_demonym(word))), None
        ) or next(
            (
                iso for word in reversed(words)
                if (iso := country_by_name(word.removesuffix("'s").removesuffix("’s")))
            ),
            None,
        )  # fmt: skip
        if code is None and begin is None:
            continue
        place = capital(code)
        if place is None:
            return None
        how = _relation(sentence, at) if code is not None else _relation(sentence, at) or "in"
        return None if how is None else Site(at, place, 0, how == "near", how == "aside")
    return None
