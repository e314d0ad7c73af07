"""Whole stories: figures, their scope, place, day and event, and what the events amount to."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from newsfacts import Article, Casualty, Event, Pipeline, Record

HARM_EVENTS = ("attack", "accident", "disaster", "conflict")


def stories() -> list[dict[str, Any]]:
    """Give the stories of the table."""
    table = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))
    return list(table["story"])


def record_of(story: Mapping[str, Any]) -> Record:
    """Give the record of a story."""
    article = Article(text=story["text"].strip(), published=story["published"])
    return Pipeline(on_error="raise").extract(article)


def figure_line(figure: Casualty, words: Mapping[str, str], numbers: Mapping[str, int]) -> str:
    """Give a figure as the table writes it."""
    scope = figure.scope
    if figure.part_of is not None:
        scope += f" of «{words[str(figure.part_of)]}»"
    place = figure.place.name if figure.place is not None else "-"
    day = figure.date.value if figure.date is not None else "-"
    number = numbers[str(figure.event)]
    return f"{figure.harm} «{words[figure.id]}» {scope} @ {place}, {day}, event {number}"


def event_line(event: Event, number: int, *, main: bool) -> str:
    """Give an event as the table writes it."""
    place = event.place.name if event.place is not None else "-"
    day = event.date.value if event.date is not None else "-"
    tolls = []
    for toll in event.tolls:
        count = toll.count
        told = "" if count.modifier == "exact" else f"{count.modifier.replace('_', ' ')} "
        value = count.value if count.value is not None else f"{count.low}-{count.high}"
        tolls.append(f"{toll.harm} {told}{value}")
    star = "*" if main else ""
    return f"{star}{number} {event.type} @ {place}, {day}: {', '.join(tolls)}"


def lines_of(record: Record) -> tuple[list[str], list[str]]:
    """Give a record's figures and harm events as the table writes them."""
    events = [event for event in record.events if event.type in HARM_EVENTS]
    numbers = {event.id: number for number, event in enumerate(events, start=1)}
    words = {figure.id: figure.evidence[0].text.replace("\n", " ") for figure in record.casualties}
    return (
        [figure_line(figure, words, numbers) for figure in record.casualties],
        [
            event_line(event, number, main=event.id == record.main_event)
            for number, event in enumerate(events, start=1)
        ],
    )


@pytest.mark.parametrize("story", stories(), ids=lambda story: story["name"])
def test_story_is_read_as_a_careful_reader_does(story: Mapping[str, Any]) -> None:
    """Every figure and event that the table lists for a story is in its record, as listed."""
    record = record_of(story)
    figures, events = lines_of(record)
    missed = [line for line in story.get("figures", ()) if line not in figures]
    missed += [line for line in story.get("events", ()) if line not in events]
    assert not missed, "\n".join(["missed:", *missed, "found:", *figures, *events])
    if story.get("no_conflicts"):
        assert not [each for each in record.conflicts if each.field.startswith("tolls")]
