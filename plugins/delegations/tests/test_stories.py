"""Whole stories: their actors with offices, their delegations and their events come out right."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from newsfacts import Actor, Pipeline, Record

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


def events_of(record: Record) -> list[str]:
    """Write meetings, visits and calls as the table does."""
    actors = {actor.id: actor for actor in record.actors}
    lines: list[str] = []
    for event in record.events:
        if event.type not in ("meet", "visit", "call"):
            continue
        parties = sorted(
            named(actors[each.actor], actors)
            + ("" if each.role == "participant" else f" ({each.role})")
            for each in event.participants
        )
        mood = [
            word
            for word in (event.modality, event.polarity, event.tense)
            if word not in ("asserted", "positive")
        ]
        place = f" @ {event.place.name}" if event.place is not None else ""
        day = f" | {event.date.value}" if event.date is not None else ""
        lines.append(f"{' '.join([event.type, *mood])}: {', '.join(parties)}{place}{day}")
    return lines


def named(actor: Actor, actors: dict[str, Actor]) -> str:
    """Name an actor as the table does: a group or delegation by whom it represents."""
    of = ", ".join(actors[id].name for id in actor.represents)
    if actor.kind == "delegation":
        return f"delegation of {of}" if of else actor.name
    return f"~{of or actor.name}" if actor.kind == "group" else actor.name


@pytest.mark.parametrize("story", ROWS)
def test_actors(story: dict[str, object]) -> None:
    """A story's persons have the offices that it tells, its delegations their heads."""
    record = pipeline().extract(str(story["text"]), published=str(story["published"]))
    assert story["actors"] == actors_of(record)


@pytest.mark.parametrize("story", ROWS)
def test_events(story: dict[str, object]) -> None:
    """A story tells of exactly these meetings, visits and calls."""
    record = pipeline().extract(str(story["text"]), published=str(story["published"]))
    assert story["events"] == events_of(record)
