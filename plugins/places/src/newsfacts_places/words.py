"""The plugin's lexicon as sets, made once a process."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import attrs

from newsfacts.text import load_lexicon
from newsfacts.text.countries import country_names, demonyms, former_demonyms
from newsfacts_places.gazetteer import gazetteer
from newsfacts_places.names import fold


@attrs.frozen(kw_only=True)
class Words:
    """Sets of words in small letters, but for `titles`, `openers` and `people_ends`.

    `peoples` maps a demonym to a code, to None for peoples of former states; `people_ends` are
    the last words of demonyms of several words, `openers` the words of `function` with a capital,
    `never` the words that are no places alone,
    `fillers` the words of `function` that begin no well-known name ("The Hague" does),
    `county_countries` the codes of countries with a "Quillan County",
    `offices` the words that make a state's name an office's, `speaks` verbs of saying,
    `state_verbs` what countries do and persons do not,
    `state_owned` what is a country's and no person's, `division_owned` what is a federal state's,
    `kind_starts` the first three letters of `named_kinds`; `shared` are names of two countries.
    """

    locative: frozenset[str]
    weak_locative: frozenset[str]
    kinds: frozenset[str]
    of_places: frozenset[str]
    on_places: frozenset[str]
    at_places: frozenset[str]
    prefixes: frozenset[str]
    facilities: frozenset[str]
    after_name: frozenset[str]
    titles: frozenset[str]
    named_kinds: frozenset[str]
    own_kinds: frozenset[str]
    county_countries: frozenset[str]
    kind_starts: frozenset[str]
    not_names: frozenset[str]
    given_names: frozenset[str]
    offices: frozenset[str]
    speaks: frozenset[str]
    state_verbs: frozenset[str]
    state_owned: frozenset[str]
    division_owned: frozenset[str]
    function: frozenset[str]
    person_titles: frozenset[str]
    adjectives: frozenset[str]
    everyday: frozenset[str]
    openers: frozenset[str]
    never: frozenset[str]
    fillers: frozenset[str]
    people_ends: frozenset[str]
    after_country: frozenset[str]
    peoples: Mapping[str, str | None]
    shared: Mapping[str, Mapping[str, str]]


@cache
def words() -> Words:
    """Give the lexicon."""
    table = load_lexicon("newsfacts_places", "places")
    return Words(
        locative=frozenset(table["locative"]),
        weak_locative=frozenset(table["weak_locative"]),
        kinds=frozenset(table["kinds"]),
        of_places=frozenset(table["of_places"]),
        on_places=frozenset(table["on_places"]),
        at_places=frozenset(table["at_places"]),
        prefixes=frozenset(table["prefixes"]),
        facilities=frozenset(table["facilities"]),
        after_name=frozenset(table["after_name"]),
        named_kinds=frozenset(table["named_kinds"]),
        own_kinds=frozenset(table["own_kinds"]),
        county_countries=frozenset(table["county_countries"]),
        kind_starts=frozenset(kind[:3] for kind in table["named_kinds"]),
        not_names=frozenset(table["not_names"]),
        given_names=frozenset(table["given_names"]),
        offices=frozenset(table["offices"]),
        speaks=frozenset(table["speaks"]),
        state_verbs=frozenset(table["state_verbs"]),
        state_owned=frozenset(table["state_owned"]),
        division_owned=frozenset(table["division_owned"]),
        titles=frozenset(table["titles"]),
        function=frozenset(table["function"]),
        person_titles=frozenset(table["person_titles"]),
        adjectives=frozenset(table["adjectives"]),
        everyday=frozenset(table["words"]),
        after_country=frozenset(table["after_country"]) | frozenset(table["function"]),
        # "New Zealand" is the country as well as what is of it.
        never=frozenset(
            [
                *table["function"],
                *table["adjectives"],
                *[name.lower() for name in demonyms() if name not in country_names()],
            ]
        ),
        fillers=frozenset(table["function"]) - {"the"},
        openers=frozenset(word.capitalize() for word in table["function"]),
        people_ends=frozenset(name.split()[-1] for name in demonyms() if " " in name),
        shared=table["shared"],
        peoples={**dict.fromkeys(former_demonyms()), **demonyms()},
    )


def of_places() -> frozenset[str]:
    """Give what is of a place, most often: "residents of"."""
    return words().of_places


class Traits(NamedTuple):
    """What is known of a word of a run wherever it stands.

    `folded` is its spelling in the gazetteer, `begins` whether a name there begins with it, `more`
    how many words follow it in the longest one, `alone` whether it is more than an unknown name: a
    whole name, an abbreviation, a people. `people` tells the last word of a demonym, `kind` a noun
    for a kind of place, `upper` a word in capitals, `opener` one that opens sentences, `nameable`
    what could be an unknown place's name.
    """

    folded: str
    begins: bool
    more: int
    alone: bool
    people: bool
    kind: bool
    upper: bool
    opener: bool
    nameable: bool


@lru_cache(maxsize=4096)
def traits(word: str) -> Traits:
    """Give what is known of a word, as it stands in the text."""
    lexicon, table = words(), gazetteer()
    folded = fold(word)
    known, more = folded in table, table.longest(folded)
    people = word in lexicon.peoples
    return Traits(
        folded=folded,
        begins=known or more > 0 or word in table.short,
        more=more,
        alone=known or people or word in table.short,
        people=people or word in lexicon.people_ends,
        kind=folded in lexicon.named_kinds,
        upper=word.isupper(),
        opener=word in lexicon.openers,
        nameable=not (
            people
            or len(folded) < 3
            or word.isupper()
            or folded in lexicon.function
            or folded in lexicon.not_names
            or folded in lexicon.everyday
        ),
    )
