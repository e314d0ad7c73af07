"""What the tables of sentences and those of stories share: a record's events as lines."""

import re
from collections.abc import Callable

import pytest

from newsfacts import Actor, Record


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


@pytest.fixture(scope="session")
def events_told() -> Callable[[Record], list[str]]:
    """Writes the meetings, visits and calls of a record as the tables do, sorted."""
    return lambda record: sorted(tidy(line) for line in shown(record))


@pytest.fixture(scope="session")
def as_written() -> Callable[[list[str]], list[str]]:
    """Brings a table's lines into the form that `events_told` gives."""
    return lambda lines: sorted(tidy(line) for line in lines)
