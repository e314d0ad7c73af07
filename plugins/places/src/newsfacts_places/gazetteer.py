"""The gazetteer: folded names to places, loaded when first asked."""

import math
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsfacts.text import load_lexicon
from newsfacts.text.countries import (
    abbreviations,
    capitals,
    countries,
    country_names,
    former_states,
)
from newsfacts_places.names import fold, sounds

# Where copy spells a town in more than one way: Zuwara, Zuwarah.
_TRANSLITERATED = frozenset(
    [
        "AE", "AF", "BH", "DJ", "DZ", "EG", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR",
        "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE",
    ]
)  # fmt: skip
_GZIP = 31  # zlib's window bits for a gzip container
_KINDS = {"A": "division", "P": "city", "F": "city"}
_FIXED = {"division": 6.5, "region": 7.5}
_SECOND = 8.5  # of a country by a name that usually means another
_OUTLIVED = 5.0  # of a country by a name that it bore once and a city bears today
_COUNTY = 6.4  # of counties whose names towns bear as well
_FAMOUS = 7.0  # the least weight of cities that the table lists as well known


class Entry(NamedTuple):
    """A place that a name may mean.

    `kind` is `country`, `division` (first order), `state` (a division by its abbreviation), `city`
    or `region` (anything else with a fixed name). `population` counts people, 0 where unknown;
    `lat` and `lon` are degrees, None where unknown. `first` tells the place's first name from its
    others. `weight` says how likely the name means this place when nothing else is known, as a
    power of ten of people; `fame` how well known the place is, from 0 (a small town) to 3 (a
    country, a capital, a city of half a million).
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
    weight: float = 6.5
    fame: int = 3


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((fold(name), iso) for name, iso in capitals().items())


def _city_weight(name: str, country: str, people: int, first: bool) -> tuple[float, int]:
    weight = math.log10(people) if people else 0.0
    if first and (fold(name), country) in _capitals():
        return weight + 1.0, 3
    steps = (15_000, 100_000, 500_000) if first else (50_000, 300_000, 3_000_000)
    if not first:
        weight -= 0.5 if people >= 300_000 else 1.5
    return weight, sum(people >= step for step in steps)


def _bytes(name: str) -> bytes:
    return files("newsfacts_places").joinpath("data", name).read_bytes()


class _Blocks:
    """A table whose lines are packed in blocks, each of which is unpacked when asked for."""

    def __init__(self, name: str, offsets: list[int]) -> None:
        self._data = _bytes(name)
        self._offsets = offsets

    def __len__(self) -> int:
        return len(self._offsets)

    def __getitem__(self, block: int) -> str:
        begin, *end = self._offsets[block : block + 2]
        return zlib.decompress(self._data[begin : end[0] if end else None], _GZIP).decode("utf-8")


class _Rows:
    """The lines of places.tsv.gz by number."""

    def __init__(self, blocks: _Blocks) -> None:
        self._blocks = blocks
        self._lines: dict[int, list[str]] = {}
        self._size = blocks[0].count("\n")  # of every block but the last

    def __getitem__(self, line: int) -> list[str]:
        """Give the cells of a line."""
        block, at = divmod(line, self._size)
        return self._block(block)[at].split("\t")

    def load(self) -> None:
        """Unpack all blocks."""
        for block in range(len(self._blocks)):
            self._block(block)

    def _block(self, block: int) -> list[str]:
        lines = self._lines.get(block)
        if lines is None:
            lines = self._lines[block] = self._blocks[block].split("\n")
        return lines


class Gazetteer(Mapping[str, tuple["Entry", ...]]):
    """Places by folded name; see `newsfacts_places.names.fold`.

    What a name may mean stands there the weightiest first. The tables are unpacked piece by piece,
    as names are looked up.

    Attributes:
        short: abbreviations with the country or state that they mean: "U.S.", "Calif".
    """

    def __init__(self) -> None:
        offsets: dict[str, list[int]] = {}
        heads: dict[str, list[str]] = {}
        for line in _bytes("blocks.tsv").decode("utf-8").splitlines():
            table, offset, head = line.split("\t")
            offsets.setdefault(table, []).append(int(offset))
            heads.setdefault(table, []).append(head)
        self._rows = _Rows(_Blocks("places.tsv.gz", offsets["places.tsv.gz"]))
        self._blocks = _Blocks("names.tsv.gz", offsets["names.tsv.gz"])
        self._heads = heads["names.tsv.gz"]  # the first word of each block
        self._read: dict[int, list[str]] = {}  # the names of each block read, sorted
        self._refs: dict[str, str] = {}  # of the blocks read: name to its places' lines
        self._longest: dict[str, int] = {}  # of the fixed names, by their first word
        self._fixed = _fixed_entries()
        for name in self._fixed:
            self._refs[name] = ""
            head, space, _ = name.partition(" ")
            if space:
                self._longest[head] = max(self._longest.get(head, 0), name.count(" "))
        self.short = _short_entries()
        self._known: dict[str, tuple[Entry, ...]] = {}

    def load(self) -> None:
        """Unpack all that is not unpacked yet."""
        self._load_names()
        self._rows.load()

    def _load_names(self) -> None:
        for block in range(len(self._blocks)):
            if block not in self._read:
                self._load(block)

    def _load(self, block: int) -> list[str]:
        cells = self._blocks[block].replace("\n", "\t").split("\t")
        names = self._read[block] = cells[:-1:2]
        self._refs.update(zip(names, cells[1::2], strict=True))
        return names

    def _beside(self, folded: str) -> list[str]:
        """Give the names of the block in which a name stands if there is one, sorted."""
        block = bisect_right(self._heads, folded.partition(" ")[0]) - 1
        if block < 0:
            return []
        return self._read.get(block) or self._load(block)

    def _lines(self, folded: str) -> str | None:
        """Give the line numbers of a name's places as they are written; None when unknown."""
        self._beside(folded)
        return self._refs.get(folded)

    def __contains__(self, folded: object) -> bool:
        return isinstance(folded, str) and self._lines(folded) is not None

    def __iter__(self) -> Iterator[str]:
        self._load_names()
        return iter(self._refs)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def longest(self, head: str) -> int:
        """Give how many words follow a first word in the longest name that begins with it."""
        if " " in head:
            return 0
        names, longest, begun = self._beside(head), self._longest.get(head, 0), f"{head} "
        for at in range(bisect_left(names, begun), len(names)):
            if not names[at].startswith(begun):
                break
            longest = max(longest, names[at].count(" "))
        return longest

    def __getitem__(self, folded: str) -> tuple[Entry, ...]:
        """Give what a folded name may mean.

        Raises:
            KeyError: no place has that name.
        """
        found = self.find(folded)
        if found is None:
            raise KeyError(folded)
        return found

    def find(self, folded: str) -> tuple[Entry, ...] | None:
        """Give what a folded name may mean, None when unknown."""
        self._lines(folded)
        return self.find_longer(folded)

    def find_longer(self, folded: str) -> tuple[Entry, ...] | None:
        """Give what `find` does, for a name whose first word has been looked up: the quicker."""
        found = self._known.get(folded)
        if found is not None:
            return found
        refs = self._refs.get(folded)
        if refs is None:
            return None
        entries = list(self._fixed.get(folded, ()))
        taken = {entry.country for entry in entries if entry.kind == "division"}
        for ref in filter(None, refs.split(",")):
            entry = self._entry(int(ref.removeprefix("~")), ref[0] != "~", folded)
            if entry.kind == "city" or entry.country not in taken:
                entries.append(entry)
        entries = [_beside_namesake(entry, entries) for entry in entries]
        entries.sort(key=lambda entry: (-entry.weight, entry.geonames_id or 0))
        if entries and folded in _well_known():
            entries[0] = entries[0]._replace(fame=3)
        found = self._known[folded] = tuple(entries)
        return found

    def _entry(self, line: int, first: bool, folded: str) -> Entry:
        name, kind, country, division, lat, lon, people, identity = self._rows[line]
        if not first and country in _TRANSLITERATED:
            first = sounds(folded) == sounds(fold(name))
        population = int(people)
        if kind != "A":
            weight, fame = _city_weight(name, country, population, first)
            if kind == "F" and first:
                weight, fame = max(weight, _FAMOUS), max(fame, 2)
        else:
            weight = math.log10(population) - 0.5 if population else 0.0
            fame = sum(population >= step for step in (1, 100_000, 2_000_000))
        return Entry(
            name=name,
            kind=_KINDS[kind],
            country=country,
            admin1=self._rows[int(division)][0] if division else None,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            population=population,
            geonames_id=int(identity) if identity else None,
            first=first,
            weight=weight,
            fame=fame,
        )


def fits(entry: Entry, qualifier: tuple[Entry, ...]) -> bool:
    """Tell whether a place lies in one of those that stand behind it: "Paris, Texas"."""
    for each in qualifier:
        if each.country != entry.country or entry.kind == "country":
            continue
        if each.kind == "country" or each.kind == "region" or entry.admin1 == each.name:
            return True
    return False


def alike(entry: Entry, division: Entry) -> bool:
    """Tell whether an entry may lie in a division whose name is spelt otherwise there."""
    if entry.country != division.country or entry.admin1 is None:
        return False
    one, other = fold(entry.admin1), fold(division.name)
    return one[:4] == other[:4] or one in other or other in one


def _beside_namesake(entry: Entry, entries: list[Entry]) -> Entry:
    """Take weight from a division whose name is its city's: alone, the name means the city."""
    if entry.kind == "division" and any(
        other.kind == "city"
        and other.first
        and other.country == entry.country
        and other.population * 10 >= entry.population > 0
        for other in entries
    ):
        return entry._replace(weight=entry.weight - 3.0)
    return entry


@cache
def _well_known() -> frozenset[str]:
    """Give the folded names of towns that news knows better than their size tells."""
    return frozenset(fold(name) for name in load_lexicon("newsfacts_places", "places")["known"])


def _country_entry(iso: str) -> Entry:
    each = countries()[iso]
    # There is another Georgia, with three times the people.
    weight = 7.0 if iso == "GE" else 9.0
    return Entry(each.name, "country", iso, geonames_id=each.geonames_id, weight=weight)


def _fixed_entries() -> Mapping[str, list[Entry]]:
    """Countries, divisions and regions that the core and the lexicon know by name."""
    found: dict[str, list[Entry]] = {}

    def add(name: str, entry: Entry) -> None:
        entries = found.setdefault(fold(name), [])
        if entry not in entries:
            entries.append(entry)

    table = countries()
    outlived = load_lexicon("newsfacts_places", "places")["outlived"]
    for name, iso in country_names().items():
        if name not in table[iso].abbreviations:
            entry = _country_entry(iso)
            add(name, entry._replace(weight=_OUTLIVED) if name in outlived else entry)
    for name, bearers in load_lexicon("newsfacts_places", "places")["shared"].items():
        add(name, _country_entry(bearers["other"])._replace(weight=_SECOND))
    lexicon = load_lexicon("newsfacts_places", "regions")
    main_names = {form: name for name, forms in lexicon["former"].items() for form in forms}
    for name in former_states():
        add(name, Entry(main_names.get(name, name), "country", None, weight=9.0))
    for kind in ("division", "region"):
        for country, places in lexicon[f"{kind}s"].items():
            code = None if country == "none" else country
            for title, others in places.items():
                for form in (title, *others):
                    add(form, Entry(title, kind, code, weight=_FIXED[kind]))
    for code, divisions in lexicon["counties"].items():
        for division, names in divisions.items():
            for name in names:
                add(name, Entry(name, "region", code, division, weight=_COUNTY, fame=2))
    return found


def _short_entries() -> dict[str, Entry]:
    found = {short: _country_entry(iso) for short, iso in abbreviations().items()}
    shorts = load_lexicon("newsfacts_places", "places")["abbreviations"]
    for country, divisions in shorts.items():
        for division, forms in divisions.items():
            for form in forms:
                found.setdefault(form, Entry(division, "state", country))
                found.setdefault(form.upper(), Entry(division, "state", country))
                if "." in form:
                    found.setdefault(f"{form}.", Entry(division, "state", country))
    return found


@cache
def gazetteer() -> Gazetteer:
    """Give the gazetteer; the first call opens its tables (some 10 ms)."""
    return Gazetteer()
