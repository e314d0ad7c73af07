"""Where a figure holds: the places that a sentence names, and which of them is the figure's."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsfacts import Place, PlaceMention
from newsfacts.text import Token
from newsfacts.text.countries import (
    country_by_demonym,
    country_by_name,
    country_name,
)
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.settings import distance, token_at
from newsfacts_casualties.site_words import (
    coarseness,
    counting_words,
    is_locality,
    is_occasion,
    is_quarter,
    is_urban,
    names_event,
    of_office,
    of_source,
    of_treatment,
    part_of_people,
    relation,
    reports,
)


class Site(NamedTuple):
    """A place that a sentence names as the place of something.

    `at` is the token of its name; `coarse` orders places (`coarseness`); `near` says that it only
    helps to find the place meant ("near Duvel", "north of Duvel"), or is a part of a town; `aside`
    is true of words that tell the place of something else rather ("from Duvel", "to Duvel"), `said`
    of the place of who says so ("police in Duvel said"), `part` of a part of a town, which
    it is for certain where it is `urban` ("the Duvel neighborhood"). `last` is the token behind
    the name.
    """

    at: int
    place: Place
    coarse: int
    near: bool = False
    aside: bool = False
    said: bool = False
    last: int = -1
    part: bool = False
    urban: bool = False

    @property
    def local(self) -> bool:
        """Whether this is a locality, though the gazetteer does not say so."""
        return self.coarse == 1


def find_sites(
    sentence: Sentence,
    mentions: Sequence[PlaceMention],
    capital: Callable[[str | None], Place | None],
    here: Place | None = None,
    head: Place | None = None,
) -> list[Site]:
    """Give the places that a sentence names as the place of something, in order.

    `capital` gives the capital of a country's code, of the main country for None: "in the Belgian
    capital", "in the capital". `here` is the place of the main event: "in the city"; `head` that
    of the dateline: "were arrested here".
    """
    read = sentence.read
    found: list[Site] = []
    for mention in mentions:
        at = token_at(read, mention.evidence[0].start)
        if part_of_people(sentence, at):
            continue
        after = token_at(read, mention.evidence[0].end)
        how = (
            relation(sentence, at, after)
            or names_event(read, at, after, mention)
            or reports(read, at, after)
        )
        if how is None and at == 0 and at + 1 < len(read) and read[1].text == ":":
            how = "in"
        if how is None and found and found[-1].last == at - 1 and read[at - 1].lower == "and":
            how = "near" if found[-1].near else "in"  # "in Duvel and Morvan"
        if how is None or (read[at - 1].lower == "between" and coarseness(mention) == 3):
            continue  # "fighting between Veldan and Morvan"
        if how == "in" and is_quarter(read, mention, after):
            how = "part"
        elif how == "in" and (
            of_source(read, after) or of_treatment(read, at) or of_office(sentence, at, after)
        ):
            how = "said"
        found.append(_site(read, at, mention, how, after))
    found = _settled(sentence, found)
    if site := _of_nation(sentence, found):
        found.append(site)
        found.sort(key=lambda each: each.at)
    if site := _capital(sentence, capital, {site.at for site in found}):
        found.append(site)
        found.sort(key=lambda each: each.at)
    if head is not None and "here" in sentence.vocabulary:
        at = sentence.words.index("here")
        if at and not is_occasion(sentence, at - 1):
            said = of_source(read, at + 1) or read[at - 1].lower in lexicon.grammar("said_days")
            found.append(Site(at, head, coarseness(head), said=said, last=at + 1))
            found.sort(key=lambda each: each.at)
    if here is not None and all(site.coarse > 1 for site in found):
        site = _anaphor(sentence, here)
        if site is not None and all(each.coarse > site.coarse for each in found):
            found.append(site)
            found.sort(key=lambda each: each.at)
    return found


def _site(read: Sequence[Token], at: int, mention: PlaceMention, how: str, after: int) -> Site:
    coarse = coarseness(mention)
    if coarse == 2 and (how == "part" or is_locality(read, at, after)):
        coarse = 1
    return Site(
        at, mention.place, coarse, how in {"near", "part"}, how == "aside", how == "said", after,
        how == "part", how == "part" and is_urban(read, after),
    )  # fmt: skip


def _settled(sentence: Sentence, sites: list[Site]) -> list[Site]:
    """Leave out the two ends of a way, and what the gazetteer knows of a part of a town."""
    words = sentence.words
    out: set[int] = set()
    for one, other in pairwise(sites):
        between = words[one.last : other.at]
        if one.aside and other.aside and between[-1:] == ["to"]:
            out |= {one.at, other.at}  # "a ferry from Duvel to Morvan"
        if (
            one.near and one.place.country not in (other.place.country, None)
            and not _QUARTERED.isdisjoint(between) and len(between) < 7
        ):  # fmt: skip
            out.add(one.at)  # "in Duvel, a suburb of Morvan": the gazetteer has another Duvel
    return [site for site in sites if site.at not in out] if out else sites


_QUARTERED = frozenset(("of", "in", ","))


def owners(
    sentence: Sentence, figures: Sequence[Figure], sites: Sequence[Site]
) -> dict[int, Figure]:
    """Give the figure to which alone a site belongs, by the site's token.

    So with a part told with its place ("64 died, 31 of them in Duvel"), and with a place right
    before a figure ("six died in Duvel, and in Morvan nine").
    """
    found: dict[int, Figure] = {}
    if len(figures) < 2:
        return found
    for site in sites:
        for figure in figures:
            if figure.subset and _beside(sentence, figure, site.at):
                found[site.at] = figure
            elif 0 < figure.first - site.last < 4 and _counts(sentence, site):
                found.setdefault(site.at, figure)  # "and Morvan had nine"
            elif (
                site.at > figures[0].first
                and figure.first in (site.last, site.last + 1)
                and _begins_clause(sentence, site.at)
            ):
                found.setdefault(site.at, figure)
    return found


def _counts(sentence: Sentence, site: Site) -> bool:
    """Tell a place that has what is told behind it: "and Morvan had nine"."""
    words = sentence.words
    return site.last < len(words) and words[site.last] in counting_words()


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """Tell a place at the begin of its clause: ", and in Morvan nine died"."""
    words = sentence.words
    places = lexicon.grammar("place_words")
    lead = next((k for k in range(at - 1, max(0, at - 6), -1) if words[k] in places), -1)
    return lead > 0 and words[lead - 1] in (",", ";", "and", "while")


def the_country(sentence: Sentence) -> int:
    """Give the token of "country" in "in the country", "since the country was hit"; else -1."""
    words = sentence.words
    for at in range(2, len(words) - 1):
        if words[at] == "country" and words[at - 1] == "the" and words[at + 1] != "of":
            before = words[at - 2]
            if before in lexicon.grammar("place_words") or before in ("since", "when", "hit"):
                return at
    return -1


def _anaphor(sentence: Sentence, here: Place) -> Site | None:
    """Read "in the city", "in the same district" as the place of the main event."""
    words = sentence.words
    if "same" in sentence.vocabulary:
        for at in range(3, len(words)):
            if words[at - 2 : at] == ["the", "same"] and (
                words[at] in lexicon.words("scenes", "sites", "scenes")
                and words[at - 3] in lexicon.grammar("place_words")
            ):
                return Site(at, here, coarseness(here), last=at + 1)
    if (
        words[0] == "the" and words[1:2] and words[1] in lexicon.words("scenes", "sites", "scenes")
        and words[2:3] and words[2] in counting_words()
    ):  # fmt: skip
        return Site(1, here, coarseness(here), last=2)  # "The city has recorded 12 murders"
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
            return Site(at, here, coarseness(here), last=at + 1)
    return None


def find_place(
    sentence: Sentence,
    figure: Figure,
    sites: Sequence[Site],
    first: int,
    last: int,
    owned: Mapping[int, Figure] | None = None,
) -> Site | None:
    """Choose the place of a figure among those of its sentence; its clause comes first.

    `owned` gives the figure to which alone a site belongs (see `owners`).
    """
    if owned:
        sites = [
            site for site in sites
            if (owner := owned.get(site.at)) is None or owner is figure
            or not (owner.subset or figure.first < owner.first)
        ]  # fmt: skip
    if last < len(sentence.words) and sentence.words[last] == ";":
        # "Rebels free two men; talks to go on in Duvel": another matter
        sites = [site for site in sites if site.at < last]
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
            + (5 if site.near else 0)
            + (4 if site.aside else 10 if site.said else 0)
            + (20 if figure.first < site.at and _counts(sentence, site) else 0)
        ),
    )
    if summed := _sum(sentence, figure, best, sites):
        return summed
    # "in Iraq's Anbar province", "in Linfen, a city in Shanxi": one phrase, the finest place of it
    return min(
        (site for site in sites if site is best or _one_phrase(sentence, best, site)),
        key=lambda site: (_breadth(site), abs(site.at - best.at)),
    )


def _sum(sentence: Sentence, figure: Figure, best: Site, sites: Sequence[Site]) -> Site | None:
    """Give the country of places that are counted together: "killed 23 in Duvel and Morvan"."""
    value = figure.number
    country = best.place.country
    if value < 2 or country is None or best.coarse > 2 or best.near:
        return None
    joined = any(
        site.coarse < 3 and site.place.country == country
        and site.place.name != best.place.name and _joined(sentence, best, site)
        for site in sites
    )  # fmt: skip
    if not joined:
        return None
    whole = next((s for s in sites if s.coarse == 3 and s.place.country == country), None)
    if whole is not None:
        return whole._replace(at=best.at)
    return best._replace(place=Place(name=country_name(country), country=country), coarse=3)


def _joined(sentence: Sentence, one: Site, other: Site) -> bool:
    """Tell two places of one list: "in Duvel and Morvan", "in Duvel and in Morvan"."""
    first, second = (one, other) if one.at < other.at else (other, one)
    between = sentence.words[first.last : second.at]
    return "and" in between and not set(between) - _JOINING


_JOINING = frozenset(("and", "in", "the", ",", "both", "of", "province", "provinces", "state"))


def _breadth(site: Site) -> int:
    """Order places: near a town, or a part of one, is between a locality and a division."""
    return 3 if site.near and site.coarse < 2 else 2 * site.coarse


def _beside(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Tell a place within a figure's words or right behind them."""
    if figure.first <= at < figure.last:
        return True
    group = figure.group
    last = group.last if group is not None else figure.last
    return last < at <= last + 3 and sentence.read[last].lower in lexicon.grammar("place_words")


def _one_phrase(sentence: Sentence, coarse: Site, fine: Site) -> bool:
    """Tell two neighbouring places of which one lies in the other."""
    if abs(coarse.at - fine.at) > 12 or fine.aside or fine.said:
        return False
    one, other = (coarse, fine) if coarse.at < fine.at else (fine, coarse)
    for at in range(one.last, other.at):
        word = sentence.words[at]
        if word in lexicon.stop_words() and not (
            word in lexicon.grammar("place_words") or word in lexicon.grammar("determined")
        ):
            return False
    if coarse.near and not fine.near:  # "in Duvel, 60 km west of the capital"
        known = (coarse.place.country, None)
        return (coarse.place.country is None or fine.place.country in known) and fine.coarse < 2
    if fine.coarse >= coarse.coarse or fine.place.country not in (coarse.place.country, None):
        return False
    if fine.place.country is None:
        return fine.at < coarse.at  # an unlisted locality, then where that is
    return coarse.coarse == 3 or fine.place.admin1 == coarse.place.name


def _of_nation(sentence: Sentence, known: Sequence[Site]) -> Site | None:
    """Read "in two Veldan cities" and "in several Veldan provinces" as the country."""
    several = lexicon.words("scenes", "sites", "several")
    if several.isdisjoint(sentence.vocabulary):
        return None
    read = sentence.read
    for at in range(2, len(read)):
        if read[at].lower not in several or not read[at - 1].text[:1].isupper():
            continue
        code = country_by_demonym(read[at - 1].text)
        if code is not None and all(site.at != at - 1 for site in known):
            place = Place(name=country_name(code), country=code)
            how = relation(sentence, at - 1, at + 1)
            return None if how is None else Site(at - 1, place, 3, last=at + 1)
    return None


def _capital(
    sentence: Sentence, capital: Callable[[str | None], Place | None], taken: set[int]
) -> Site | None:
    """Read "in the Belgian capital", "in Belgium's capital" and "in the capital" as places."""
    if "capital" not in sentence.vocabulary:
        return None
    read = sentence.read
    for at in sentence.positions(("capital",)):
        if at < 2 or any(at < k <= at + 4 for k in taken):
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
        how = relation(sentence, at, at + 1) or ("in" if code is None else None)
        return None if how is None else Site(
            at, place, 0, how == "near", how == "aside", last=at + 1
        )  # fmt: skip
    return None
