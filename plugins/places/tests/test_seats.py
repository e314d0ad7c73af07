"""Capitals named by their country."""

import pytest

import newsfacts_places.plugin
from newsfacts import Article, Pipeline, PlaceMention, load_plugins


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Only this plugin, and errors raised."""
    plugins = load_plugins(discover=False, extra={"places": newsfacts_places.plugin})
    return Pipeline(plugins=plugins, on_error="raise")


def places(pipeline: Pipeline, text: str) -> list[tuple[str, str]]:
    found = [fact for fact in pipeline.claims(Article(text=text)) if isinstance(fact, PlaceMention)]
    found.sort(key=lambda fact: fact.evidence[0])
    return [(each.evidence[0].text, each.name) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys met in the Libyan capital on Monday.", [("Libyan capital", "Tripoli")]),
        ("The Afghan capital's airport shut.", [("Afghan capital", "Kabul")]),
        ("They left the South Korean capital.", [("South Korean capital", "Seoul")]),
        # named beside it
        ("Envoys met in the Libyan capital, Tripoli.", [("Tripoli", "Tripoli")]),
        ("Envoys met in the Libyan capital Tripoli.", [("Tripoli", "Tripoli")]),
        ("Tripoli, the Libyan capital, was calm.", [("Tripoli", "Tripoli")]),
        # no city
        ("The Russian capital markets fell.", []),
        ("The Russian capital-gains tax rose.", []),
        ("It is the regional capital. The capitals agreed.", []),
        ("An Afghan capital would be needed.", []),
    ],
)
def test_capitals(pipeline: Pipeline, text: str, expected: list[tuple[str, str]]) -> None:
    """A people's capital is its city, unless the city's name stands beside or money is meant."""
    assert places(pipeline, text) == expected
