"""Sentences of meetings, visits and calls, and what must be read from them."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from newsfacts import Actor, Pipeline, Record

PUBLISHED = "2024-05-15"
CASES = tomllib.loads(Path(__file__).with_name("events.toml").read_text(encoding="utf-8"))
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
)


@cache
def pipeline() -> Pipeline:
    """All installed plugins, failing loudly."""
    return Pipeline(on_error="raise")


def shown(record: Record) -> list[str]:
    """Write a record's events as the tables do."""
    actors = {actor.id: actor for actor in record.actors}
    lines = []
    for event in record.events:
        if event.type not in ("meet", "visit", "call"):
            continue
        parties = sorted(
            named(actors[each.actor], actors)
            + ("" if each.role == "participant" else f"({each.role})")
            for each in event.participants
        )
        mood = [
            word
            for word in (event.modality, event.polarity, event.tense)
            if word not in ("asserted", "positive", "past")
        ]
        line = f"{' '.join([event.type, *mood])}: {', '.join(parties)}"
        if event.place is not None:
            line += f" @ {event.place.name}"
        if event.date is not None:
            line += f" | {event.date.value}"
        lines.append(line)
    return sorted(lines)


def named(actor: Actor, actors: dict[str, Actor]) -> str:
    """Name an actor as the tables do."""
    represented = ",".join(actors[id].name for id in actor.represents)
    if actor.kind == "group":
        return "~" + (represented or re.sub("^the ", "", actor.name, flags=re.IGNORECASE))
    if actor.kind == "delegation":
        return "+" + (represented or actor.name)
    return actor.name


def tidy(line: str) -> str:
    """Sort the parties of a line."""
    head, _, rest = line.partition(":")
    rest, _, day = rest.partition(" | ")
    parties, _, place = rest.partition("@ ")
    listed = ", ".join(sorted(each.strip() for each in parties.split(",") if each.strip()))
    tidied = f"{head}: {listed}"
    if place.strip():
        tidied += f" @ {place.strip()}"
    return tidied + (f" | {day.strip()}" if day else "")


ROWS = [
    pytest.param(row["text"], row["events"], id=f"{table}-{number}")
    for table in TABLES
    for number, row in enumerate(CASES[table])
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_events(text: str, expected: list[str]) -> None:
    """A text tells exactly of the events beside it, one for each meeting, visit or call."""
    record = pipeline().extract(text, published=PUBLISHED)
    assert [tidy(line) for line in shown(record)] == sorted(tidy(line) for line in expected)


@pytest.mark.parametrize("text", CASES["nothing"])
def test_nothing(text: str) -> None:
    """A sentence that tells of no meeting, visit or call gives none."""
    assert shown(pipeline().extract(text, published=PUBLISHED)) == []


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
