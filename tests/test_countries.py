"""Names, peoples and capitals of countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.text import countries as c


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("United States", "US"),
        ("the United States", "US"),
        ("UNITED STATES", "US"),
        ("U.S.", "US"),
        ("the UK", "GB"),
        ("Zaire", "CD"),
        ("Burma", "MM"),
        ("Côte d’Ivoire", "CI"),
        ("the Netherlands", "NL"),
        ("East Germany", "DE"),
        ("us", None),
        ("chad", None),
        ("Soviet Union", None),
        ("Korea", None),
        ("", None),
    ],
)
def test_country_by_name(name: str, iso: str | None) -> None:
    """A country is known by name, alias, abbreviation or former name, never in small letters."""
    assert c.country_by_name(name) == iso


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Iraqi", "IQ"),
        ("Iraqis", "IQ"),
        ("Swiss", "CH"),
        ("Frenchmen", "FR"),
        ("South Koreans", "KR"),
        ("AMERICANS", "US"),
        ("Dominican", "DO"),
        ("Congolese", "CD"),
        ("polish", None),
        ("Philippine", "PH"),
        ("Philippines", None),
        ("Korean", None),
        ("Soviet", None),
    ],
)
def test_country_by_demonym(word: str, iso: str | None) -> None:
    """Adjectives and nouns of nationality give a code; what fits two Koreas gives none."""
    assert c.country_by_demonym(word) == iso


@pytest.mark.parametrize(
    ("name", "iso"),
    [("Kyiv", "UA"), ("Kiev", "UA"), ("LA PAZ", "BO"), ("N’Djamena", "TD"), ("Milan", None)],
)
def test_country_by_capital(name: str, iso: str | None) -> None:
    """Capitals in any usual spelling give their country; other cities give none."""
    assert c.country_by_capital(name) == iso


def test_metonyms_leave_out_names_that_mean_something_else() -> None:
    """The Kremlin stands for Russia; Brussels and Victoria stand for no government."""
    assert c.metonyms()["Kremlin"] == "RU"
    assert c.metonyms()["Tehran"] == "IR"
    assert "Brussels" not in c.metonyms()
    assert "Victoria" not in c.metonyms()


def test_every_un_member_is_complete() -> None:
    """There are 193 members, and each has a capital and a demonym."""
    members = [each for each in c.countries().values() if each.un_member]
    assert len(members) == 193
    assert [each.iso for each in members if not each.capital or not each.demonyms] == []


def test_codes_and_ids_are_unique() -> None:
    """Each code is two capital letters, and no GeoNames id or name stands twice."""
    table = c.countries()
    assert all(len(iso) == 2 and iso.isalpha() and iso.isupper() for iso in table)
    assert len({each.geonames_id for each in table.values()}) == len(table)
    assert len({each.name for each in table.values()}) == len(table)


def test_no_name_belongs_to_two_countries() -> None:
    """A name, alias or abbreviation means one country only."""
    owners: dict[str, set[str]] = {}
    for each in c.countries().values():
        for name in (each.name, *each.aliases, *each.abbreviations, *each.former):
            owners.setdefault(name, set()).add(each.iso)
    assert {name for name, isos in owners.items() if len(isos) > 1} == set()


def test_every_surface_form_is_found_again() -> None:
    """What the tables for matchers list, the look-ups find with the same code."""
    assert all(c.country_by_name(name) == iso for name, iso in c.country_names().items())
    assert all(c.country_by_demonym(word) == iso for word, iso in c.demonyms().items())
    assert all(c.country_by_capital(name) == iso for name, iso in c.capitals().items())


def test_unknown_code_is_an_error() -> None:
    """A code that no country has raises KeyError."""
    with pytest.raises(KeyError):
        c.country_name("QQ")
    assert c.capital_of("AQ") is None
    assert c.capital_of("FR") == "Paris"


@given(st.text())
def test_any_text_can_be_asked_for(text: str) -> None:
    """Look-ups take any string and answer with a known code or None."""
    for find in (c.country_by_name, c.country_by_demonym, c.country_by_capital):
        assert find(text) is None or find(text) in c.countries()
