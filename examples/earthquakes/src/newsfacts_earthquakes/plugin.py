"""Registration with newsfacts: the module that the entry point names."""

from collections.abc import Iterable

from newsfacts import Extractor, Fact, ResolutionRule, hookimpl
from newsfacts_earthquakes.extractor import QuakeExtractor
from newsfacts_earthquakes.fact import Quake
from newsfacts_earthquakes.rules import RULES


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """Give the extractor."""
    return [QuakeExtractor()]


@hookimpl
def newsfacts_fact_types() -> Iterable[type[Fact]]:
    """Give the class of the group `quakes`."""
    return [Quake]


@hookimpl
def newsfacts_resolution_rules() -> Iterable[ResolutionRule]:
    """Give the rules for quakes."""
    return RULES
