"""The gazetteer: folded names to places, loaded once a process when first asked."""

import zlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsfacts.text import load_lexicon
from newsfacts.text.countries import abbreviations, countries, country_names, former_states
from newsfacts_places.names import fold

GZIP = 31  # zlib's window bits for a gzip container


class Entry(NamedTuple):
    """A place that a name may mean.

    `kind` is `country`, `division` (first order), `state` (a division by its abbreviation), `city`
    or `region` (anything else with a fixed name); `population` counts people, 0 where unknown;
    `first` tells the place's first name from its others; `lat` and `lon` are degrees, None where
    unknown.
    """

    name: str
    kind: str
    country: str | None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geonames_id: int | None = None
    first: bool = True


_KINDS = {"A": "division", "P": "city"}


def _read(name: str) -> str:
    data = files("newsfacts_places").joinpath("data", name).read_bytes()
    return zlib.decompress(data, GZIP).decode("utf-8")


class Gazetteer:
    """Places by folded name; see `newsfacts_places.names.fold`."""

    def __init__(self) -> None:
        self._rows = _read("places.tsv.gz").split("\n")
        cells = iter(_read("names.tsv.gz").replace("\n", "\t").split("\t"))
        self._names = dict(zip(cells, cells, strict=False))
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._fixed = _fixed_entries()
        self._short = _short_entries()
        self.longest = self._longest()

    def _longest(self) -> Mapping[str, int]:
        """Give, for each first word of names of several words, the most words that follow."""
        longest: dict[str, int] = {}
        for table in (self._names, self._fixed):
            for name in table:
                head, space, _ = name.partition(" ")
                if space and longest.get(head, 0) < (size := name.count(" ")):
                    longest[head] = size
        return longest

    def __contains__(self, folded: str) -> bool:
        return folded in self._names or folded in self._fixed

    def __getitem__(self, folded: str) -> tuple[Entry, ...]:
        """Give what a folded name may mean, the most populous first; empty when unknown."""
        found = self._known.get(folded)
        if found is None:
            entries = list(self._fixed.get(folded, ()))
            taken = {(each.kind, each.country) for each in entries if each.kind != "region"}
            for ref in filter(None, self._names.get(folded, "").split(",")):
                entry = self._entry(int(ref.removeprefix("~")), ref[0] != "~")
                if (entry.kind, entry.country) not in taken or entry.kind == "city":
                    entries.append(entry)
            found = tuple(entries)
            if found:  # so that the cache is no larger than the table
                self._known[folded] = found
        return found

    def abbreviation(self, word: str) -> Entry | None:
        """Give the country or state that an abbreviation means: "U.S.", "Calif"."""
        return self._short.get(word)

    def _entry(self, line: int, first: bool) -> Entry:
        name, kind, country, division, lat, lon, people, identity = self._rows[line].split("\t")
        return Entry(
            name=name,
            kind=_KINDS[kind],
            country=country,
            admin1=self._rows[int(division)].partition("\t")[0] if division else None,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            population=int(people),
            geonames_id=int(identity) if identity else None,
            first=first,
        )


def _fixed_entries() -> dict[str, tuple[Entry, ...]]:
    """Countries, divisions and regions that the core and the lexicon know by name."""
    found: dict[str, list[Entry]] = {}

    def add(name: str, entry: Entry) -> None:
        entries = found.setdefault(fold(name), [])
        if entry not in entries:
            entries.append(entry)

    table = countries()
    for name, iso in country_names().items():
        each = table[iso]
        if name not in each.abbreviations:
            add(name, Entry(each.name, "country", iso, geonames_id=each.geonames_id))
    for name in former_states():
        add(name, Entry(name, "country", None))
    lexicon = load_lexicon("newsfacts_places", "regions")
    for country, divisions in lexicon["divisions"].items():
        for name, others in divisions.items():
            for form in (name, *others):
                add(form, Entry(name, "division", country, first=form == name))
    for country, regions in lexicon["regions"].items():
        iso = None if country == "none" else country
        for name, others in regions.items():
            for form in (name, *others):
                add(form, Entry(name, "region", iso, first=form == name))
    return {name: tuple(entries) for name, entries in found.items()}


def _short_entries() -> dict[str, Entry]:
    table = countries()
    found = {
        short: Entry(table[iso].name, "country", iso, geonames_id=table[iso].geonames_id)
        for short, iso in abbreviations().items()
    }
    shorts = load_lexicon("newsfacts_places", "places")["abbreviations"]
    for country, divisions in shorts.items():
        for division, forms in divisions.items():
            for form in forms:
                found.setdefault(form, Entry(division, "state", country))
                if "." in form:
                    found.setdefault(f"{form}.", Entry(division, "state", country))
    return found


@cache
def gazetteer() -> Gazetteer:
    """Give the gazetteer; the first call loads it (some 100 ms)."""
    return Gazetteer()
