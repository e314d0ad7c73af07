"""Whole stories: their actors with offices, their delegations and their events come out right."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newsfacts import Pipeline, Record

Told = Callable[[Record], list[str]]

STORIES = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))[
    "story"
]
ROWS = [pytest.param(each, id=each["name"]) for each in STORIES]


@cache
def pipeline() -> Pipeline:
    """All installed plugins, failing loudly."""
    return Pipeline(on_error="raise")


def actors_of(record: Record) -> list[str]:
    """Write persons with their offices and delegations as the table does."""
    names = {actor.id: actor.name for actor in record.actors}
    lines: list[str] = []
    for actor in record.actors:
        if actor.kind == "person":
            offices = [
                ("former " if role.former else "")
                + role.title
                + (f" of {names[role.organization]}" if role.organization else "")
                + (f" [{role.country}]" if role.country else "")
                for role in actor.roles
            ]
            lines.append(f"{actor.name}: {'; '.join(offices)}" if offices else actor.name)
        elif actor.kind == "delegation":
            of = ", ".join(names[id] for id in actor.represents)
            head = f", head {names[actor.head]}" if actor.head else ""
            lines.append(f"delegation of {of or '?'}{head}")
    return lines


@pytest.mark.parametrize("story", ROWS)
def test_actors(story: dict[str, object]) -> None:
    """A story's persons have the offices that it tells, its delegations their heads."""
    record = pipeline().extract(str(story["text"]), published=str(story["published"]))
    assert story["actors"] == actors_of(record)


@pytest.mark.parametrize("story", ROWS)
def test_events(
    story: dict[str, Any], events_told: Told, as_written: Callable[[list[str]], list[str]]
) -> None:
    """A story tells of exactly these meetings, visits and calls."""
    record = pipeline().extract(str(story["text"]), published=str(story["published"]))
    assert events_told(record) == as_written(story["events"])
