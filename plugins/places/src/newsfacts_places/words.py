"""The plugin's lexicon as sets, made once a process."""

from collections.abc import Mapping
from functools import cache

import attrs

from newsfacts.text import load_lexicon
from newsfacts.text.countries import demonyms, former_demonyms


@attrs.frozen(kw_only=True)
class Words:
    """Sets of words in small letters, but for `titles`, `openers` and `people_ends`.

    `peoples` maps a demonym to a code, to None for peoples of former states; `people_ends` are
    the last words of demonyms of several words, `openers` the words of `function` with a capital,
    `never` the words that are no places alone,
    `fillers` the words of `function` that begin no well-known name ("The Hague" does),
    `kind_starts` the first three letters of `named_kinds`.
    """

    locative: frozenset[str]
    weak_locative: frozenset[str]
    kinds: frozenset[str]
    after_name: frozenset[str]
    titles: frozenset[str]
    named_kinds: frozenset[str]
    own_kinds: frozenset[str]
    kind_starts: frozenset[str]
    not_names: frozenset[str]
    given_names: frozenset[str]
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


@cache
def words() -> Words:
    """Give the lexicon."""
    table = load_lexicon("newsfacts_places", "places")
    return Words(
        locative=frozenset(table["locative"]),
        weak_locative=frozenset(table["weak_locative"]),
        kinds=frozenset(table["kinds"]),
        after_name=frozenset(table["after_name"]),
        named_kinds=frozenset(table["named_kinds"]),
        own_kinds=frozenset(table["own_kinds"]),
        kind_starts=frozenset(kind[:3] for kind in table["named_kinds"]),
        not_names=frozenset(table["not_names"]),
        given_names=frozenset(table["given_names"]),
        titles=frozenset(table["titles"]),
        function=frozenset(table["function"]),
        person_titles=frozenset(table["person_titles"]),
        adjectives=frozenset(table["adjectives"]),
        everyday=frozenset(table["words"]),
        after_country=frozenset(table["after_country"]) | frozenset(table["function"]),
        never=frozenset([*table["function"], *table["adjectives"], *map(str.lower, demonyms())]),
        fillers=frozenset(table["function"]) - {"the"},
        openers=frozenset(word.capitalize() for word in table["function"]),
        people_ends=frozenset(name.split()[-1] for name in demonyms() if " " in name),
        peoples={**dict.fromkeys(former_demonyms()), **demonyms()},
    )
