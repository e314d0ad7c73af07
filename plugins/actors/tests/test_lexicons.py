"""The lexicons: complete entries, no duplicates, enough of them."""

from collections import Counter

import pytest

from newsfacts.text import countries as core
from newsfacts_actors import lexicon

LISTS = sorted({(name, key) for name, key, _ in lexicon._SOURCES})


def test_organisations_are_many() -> None:
    """At least 400 organisations are known."""
    assert len(lexicon.organisations()) >= 400


def test_organisations_are_listed_once() -> None:
    """No name or alias stands for two organisations."""
    names = Counter(name for each in lexicon.organisations() for name in {each.name, *each.aliases})
    assert [name for name, times in names.items() if times > 1] == []


def test_organisations_have_a_country_code_or_none() -> None:
    """Every country of an organisation or leader is one that the core knows."""
    known = core.countries()
    entries = [*lexicon.organisations(), *lexicon.leaders()]
    assert [each.name for each in entries if each.country and each.country not in known] == []


def test_leaders_are_listed_once() -> None:
    """No leader stands twice in the list."""
    names = Counter(each.name for each in lexicon.leaders())
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(("name", "key"), LISTS)
def test_word_list_is_used_and_not_empty(name: str, key: str) -> None:
    """Every word list has words, and each of them gets its bit."""
    words = lexicon.entries(name, key)
    bit = next(bit for one, other, bit in lexicon._SOURCES if (one, other) == (name, key))
    assert words
    assert all(lexicon.word_bits()[word.lower()] & bit for word in words)


def test_parts_of_states_are_listed_once_and_belong_to_one() -> None:
    """A part of a state has one country, which the core knows, and is no country's own name."""
    filed = [
        (" ".join((first, *region.rest)), region.country)
        for first, found in lexicon.regions().items()
        for region in found
    ]
    assert [name for name, times in Counter(name for name, _ in filed).items() if times > 1] == []
    assert {country for _, country in filed} <= core.countries().keys()
    states = {name.lower() for name in core.country_names()}
    assert sorted(states & {name for name, _ in filed}) == []


def test_given_names_are_many() -> None:
    """At least 2,000 given names of many cultures are known."""
    bits = lexicon.word_bits().values()
    assert sum(bool(bit & lexicon.GIVEN) for bit in bits) >= 2000


def test_bits_are_apart() -> None:
    """No two properties of words share a bit."""
    bits = [bit for _, _, bit in lexicon._SOURCES]
    assert all(bit & (bit - 1) == 0 for bit in bits)


def test_all_demonyms_and_names_of_countries_are_known() -> None:
    """Every country's name and nationality is found by the table of names."""
    table = lexicon.known_names()
    missing = [
        country.name
        for country in core.countries().values()
        for name in (country.name, *country.demonyms)
        if not any(
            known.country == country.iso or known.kind == "country"
            for _, known in table.get(lexicon.split(name)[0], ())
        )
    ]
    assert missing == []
