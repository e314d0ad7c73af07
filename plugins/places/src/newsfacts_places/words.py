"""The plugin's lexicon as sets, made once a process."""

from collections.abc import Mapping
from functools import cache

import attrs

from newsfacts.text import load_lexicon
from newsfacts.text.countries import abbreviations as country_abbreviations
from newsfacts.text.countries import demonyms, former_demonyms


@attrs.frozen(kw_only=True)
class Words:
    """Sets of words in small letters, but for `titles` and the abbreviations, which keep case.

    `state_abbreviations` maps "Calif" to (country, division); `country_abbreviations` "U.S." to
    a code; `peoples` a demonym to a code, None for peoples of former states.
    """

    locative: frozenset[str]
    weak_locative: frozenset[str]
    kinds: frozenset[str]
    after_name: frozenset[str]
    titles: frozenset[str]
    named_kinds: frozenset[str]
    not_names: frozenset[str]
    given_names: frozenset[str]
    function: frozenset[str]
    person_titles: frozenset[str]
    adjectives: frozenset[str]
    everyday: frozenset[str]
    state_abbreviations: Mapping[str, tuple[str, str]]
    country_abbreviations: Mapping[str, str]
    after_country: frozenset[str]
    peoples: Mapping[str, str | None]


@cache
def words() -> Words:
    """Give the lexicon."""
    table = load_lexicon("newsfacts_places", "places")
    states = {
        short: (country, division)
        for country, divisions in table["abbreviations"].items()
        for division, shorts in divisions.items()
        for short in shorts
    }
    return Words(
        locative=frozenset(table["locative"]),
        weak_locative=frozenset(table["weak_locative"]),
        kinds=frozenset(table["kinds"]),
        after_name=frozenset(table["after_name"]),
        named_kinds=frozenset(table["named_kinds"]),
        not_names=frozenset(table["not_names"]),
        given_names=frozenset(table["given_names"]),
        titles=frozenset(table["titles"]),
        function=frozenset(table["function"]),
        person_titles=frozenset(table["person_titles"]),
        adjectives=frozenset(table["adjectives"]),
        everyday=frozenset(table["words"]),
        after_country=frozenset(table["after_country"]) | frozenset(table["function"]),
        state_abbreviations=states,
        country_abbreviations=country_abbreviations(),
        peoples={**dict.fromkeys(former_demonyms()), **demonyms()},
    )
