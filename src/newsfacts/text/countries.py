"""What every reader of news knows of countries: names, ISO codes, peoples, capitals.

Codes are ISO 3166-1 alpha-2, and XK for Kosovo. Names and ids come from GeoNames (CC BY 4.0).
Look-ups take a name as it stands in running text, with or without "the", capitalised or in
capitals throughout; a word in small letters is no name. Tables for matchers are read-only
mappings from a surface form to a code.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from newsfacts.text.lexicons import load_lexicon

_ENDS_WITHOUT_PLURAL = ("s", "sh", "ch", "se", "x", "z", "men", "man", "woman", "women")


@attrs.frozen(kw_only=True)
class Country:
    """A country or territory.

    `demonyms` are adjectives and nouns without regular plurals; `aliases`, `abbreviations` and
    `former` are other names, spelt-out, short and of earlier states; `capital_names` are other
    spellings of the capital and further seats of government; `seats` are buildings that stand for
    the government; `geonames_id` is the GeoNames id of the country.
    """

    iso: str
    name: str
    geonames_id: int
    capital: str | None = None
    capital_names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    un_member: bool = True


@cache
def countries() -> Mapping[str, Country]:
    """Give all countries by code, in order of their codes."""
    table = load_lexicon("newsfacts.text", "countries")
    found: dict[str, Country] = {}
    for iso, entry in table.items():
        if len(iso) == 2:
            values: dict[str, Any] = {
                k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()
            }
            found[iso] = Country(iso=iso, geonames_id=values.pop("geonames"), **values)
    return MappingProxyType(found)


def is_country(name: str, iso: str | None) -> bool:
    """Tell whether a place of a country is that country itself, by its English short name."""
    return iso is not None and iso in countries() and countries()[iso].name == name


@cache
def continents() -> frozenset[str]:
    """Give the names of parts of the world that hold several countries."""
    return frozenset(load_lexicon("newsfacts.text", "countries")["continents"])


def _cased(word: str) -> bool:
    return word[:1].isupper() or word[:4] == "the "


def _key(name: str) -> str:
    folded = name.casefold().replace("’", "'")
    return folded.removeprefix("the ")


@cache
def _folded(table: str) -> Mapping[str, str]:
    source = {"names": country_names, "demonyms": demonyms, "capitals": capitals}[table]()
    exact = abbreviations() if table != "capitals" else {}
    return {_key(form): iso for form, iso in source.items() if form not in exact}


@cache
def abbreviations() -> Mapping[str, str]:
    """Give the abbreviations ("U.S.", "DRC") with their codes; these are case-sensitive."""
    return MappingProxyType(
        {short: each.iso for each in countries().values() for short in each.abbreviations}
    )


@cache
def country_names() -> Mapping[str, str]:
    """Give every name, alias, abbreviation and former name with its code, without "the"."""
    table: dict[str, str] = {}
    for each in countries().values():
        for name in (each.name, *each.aliases, *each.abbreviations, *each.former):
            table.setdefault(name, each.iso)
    return MappingProxyType(table)


@cache
def demonyms() -> Mapping[str, str]:
    """Give every demonym with its code: "Iraqi", "Iraqis", "Dutch".

    One that several countries share goes to the one that news mean by it: "Congolese" to CD,
    "Dominican" to DO.
    """
    table: dict[str, str] = {}
    names = {each.name for each in countries().values()}
    for each in sorted(countries().values(), key=lambda each: each.iso == "DM"):
        for word in each.demonyms:
            table.setdefault(word, each.iso)
            # "Philippine" is an adjective, and "Philippines" the country
            plural = word[-1].islower() and not word.endswith(_ENDS_WITHOUT_PLURAL)
            if plural and f"{word}s" not in names:
                table.setdefault(f"{word}s", each.iso)
    return MappingProxyType(table)


@cache
def capitals() -> Mapping[str, str]:
    """Give every capital and further seat of government with its country's code."""
    table: dict[str, str] = {}
    # Where two countries' capitals share a name, the independent country's is meant.
    for each in sorted(countries().values(), key=lambda each: not each.un_member):
        for name in (each.capital, *each.capital_names):
            if name:
                table.setdefault(name, each.iso)
    return MappingProxyType(table)


@cache
def metonyms() -> Mapping[str, str]:
    """Give names that stand for a government: capitals, "Kremlin", "White House", with codes.

    Left out are capitals that rather mean another place, an institution or an everyday word
    ("Brussels", "Victoria", "Male").
    """
    excluded = frozenset(load_lexicon("newsfacts.text", "countries")["not_metonyms"])
    table = {name: iso for name, iso in capitals().items() if name not in excluded}
    for each in countries().values():
        table.update(dict.fromkeys(each.seats, each.iso))
    return MappingProxyType(table)


@cache
def former_states() -> frozenset[str]:
    """Give names of states that no single state of today continues: "Soviet Union"."""
    return frozenset(load_lexicon("newsfacts.text", "countries")["former_states"]["names"])


@cache
def former_demonyms() -> frozenset[str]:
    """Give the adjectives of such states: "Soviet", "Yugoslav"."""
    return frozenset(load_lexicon("newsfacts.text", "countries")["former_states"]["demonyms"])


def country_by_name(name: str) -> str | None:
    """Give the code of a country's name, alias, former name or abbreviation; None if it is none.

    "Zaire" is CD and "Burma" is MM; "Soviet Union" is None (see `former_states`).
    """
    found = country_names().get(name)
    if found is None and _cased(name):
        found = _folded("names").get(_key(name)) or abbreviations().get(name.removeprefix("the "))
    return found


def country_by_demonym(word: str) -> str | None:
    """Give the code for an adjective or noun of nationality: "Iraqi", "Britons", "POLISH"."""
    found = demonyms().get(word)
    return _folded("demonyms").get(_key(word)) if found is None and _cased(word) else found


def country_by_capital(name: str) -> str | None:
    """Give the code of the country whose capital or seat of government this is."""
    found = capitals().get(name)
    return _folded("capitals").get(_key(name)) if found is None and _cased(name) else found


def country_name(iso: str) -> str:
    """Give the English short name.

    Raises:
        KeyError: there is no such code.
    """
    return countries()[iso].name


def capital_of(iso: str) -> str | None:
    """Give the capital's English name, None where there is none.

    Raises:
        KeyError: there is no such code.
    """
    return countries()[iso].capital
