"""News agencies: their names and the manners in which copy credits them."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

import attrs

from newsfacts.text import load_lexicon

_SQUEEZE = re.compile(r"[\s\-–—./]+")


@attrs.frozen
class Agency:
    """An agency: its canonical name, and whether it distributes press releases."""

    name: str
    kind: str


def squeeze(name: str) -> str:
    """Give a name for comparison: lower case, without spaces, stops, hyphens and slashes."""
    return _SQUEEZE.sub("", name).casefold()


@cache
def agencies() -> Mapping[str, Agency]:
    """Give the agencies by their squeezed names and variants."""
    lexicon = load_lexicon("newsfacts_dateline", "agencies")
    found: dict[str, Agency] = {}
    for kind in ("agency", "press_release"):
        for name, variants in lexicon[kind].items():
            agency = Agency(name, kind)
            for variant in (name, *variants):
                found.setdefault(squeeze(variant), agency)
    return MappingProxyType(found)


@cache
def delicate() -> frozenset[str]:
    """Give names that are common words or other acronyms: credited only beside a dateline."""
    words = load_lexicon("newsfacts_dateline", "agencies")["case_sensitive"]["words"]
    return frozenset({*words, *(word.casefold() for word in words)})


@lru_cache(maxsize=4096)
def agency_named(name: str) -> Agency | None:
    """Find the agency that a name or variant stands for; None where it is none."""
    return agencies().get(squeeze(name))
