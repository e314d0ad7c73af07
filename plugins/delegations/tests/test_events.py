"""Sentences of meetings, visits and calls, and what must be read from them."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from newsfacts import Pipeline, Record

Told = Callable[[Record], list[str]]

PUBLISHED = "2024-05-15"
CASES = {
    table: rows
    for name in ("events.toml", "diplomacy.toml")
    for table, rows in tomllib.loads(
        Path(__file__).with_name(name).read_text(encoding="utf-8")
    ).items()
}
TABLES = (
    "bilateral",
    "planned",
    "visits",
    "several",
    "calls",
    "wordings",
    "texts",
    "turns",
    "joined",
    "ends",
    "relative",
    "in_turn",
    "again",
    "trips",
    "parts",
    "bodies",
    "moods",
    "places",
    "sides",
    "lists",
    "days",
    "everyday",
    "stories",
    "contacts",
    "journeys",
    "sequels",
)


@cache
def pipeline() -> Pipeline:
    """All installed plugins, failing loudly."""
    return Pipeline(on_error="raise")


ROWS = [
    pytest.param(row["text"], row["events"], id=f"{table}-{number}")
    for table in TABLES
    for number, row in enumerate(CASES[table])
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_events(
    text: str, expected: list[str], events_told: Told, as_written: Callable[[list[str]], list[str]]
) -> None:
    """A text tells exactly of the events beside it, one for each meeting, visit or call."""
    record = pipeline().extract(text, published=PUBLISHED)
    assert events_told(record) == as_written(expected)


@pytest.mark.parametrize("text", CASES["nothing"])
def test_nothing(text: str, events_told: Told) -> None:
    """A sentence that tells of no meeting, visit or call gives none."""
    assert events_told(pipeline().extract(text, published=PUBLISHED)) == []


@pytest.mark.parametrize("row", CASES["topics"], ids=lambda row: row["text"])
def test_topics(row: dict[str, str]) -> None:
    """What a meeting is about is read after "on", "about" and "to discuss"."""
    (event,) = pipeline().extract(row["text"], published=PUBLISHED).events
    assert event.topics == (row["topic"],)


@pytest.mark.parametrize("row", CASES["said"], ids=lambda row: row["text"])
def test_attribution(row: dict[str, object]) -> None:
    """Who says so stands in the attribution, with the reporting verb."""
    said = pipeline().extract(str(row["text"]), published=PUBLISHED).events[0].attribution
    assert said is not None
    expected = (row["source"], row["anonymous"], row["cue"])
    assert (said.text, said.anonymous, said.cue) == expected


@pytest.mark.parametrize("row", CASES["codes"], ids=lambda row: row["text"])
def test_codes(row: dict[str, str]) -> None:
    """CAMEO and PLOVER codes follow the manuals; a meeting to come is AGREE."""
    event = pipeline().extract(row["text"], published=PUBLISHED).events[-1]
    assert dict(event.codes) == {"cameo": row["cameo"], "plover": row["plover"]}


@pytest.mark.parametrize("row", CASES["formats"], ids=lambda row: row["text"])
def test_formats(row: dict[str, str]) -> None:
    """How a meeting is held is read from the words of it."""
    (event,) = pipeline().extract(row["text"], published=PUBLISHED).events
    assert event.format == row.get("format")


def test_evidence_is_the_phrase() -> None:
    """The evidence is the phrase that states the meeting, not the sentence."""
    text = (
        "Officials said on Tuesday that Polish Prime Minister Jan Nowicki met German Chancellor"
        " Anna Vogel in Warsaw, and shares rose."
    )
    (event,) = pipeline().extract(text, published=PUBLISHED).events
    assert [span.text for span in event.evidence] == [
        "Polish Prime Minister Jan Nowicki met German Chancellor Anna Vogel in Warsaw"
    ]
