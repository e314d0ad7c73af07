"""Stories of a local paper: how many of its main event were killed and injured, and when."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsfacts import Article, Event, Pipeline, Record

TABLE = Path(__file__).with_name("local.txt")


def stories() -> Iterator[tuple[str, str, str]]:
    """Give the table's stories: published, text, what the main event comes to."""
    for block in TABLE.read_text(encoding="utf-8").split("\n\n"):
        if not block[2:6].isdigit():
            continue
        head, _, text = block.partition("\n")
        published, _, expected = head.removeprefix("# ").partition(": ")
        yield published, text.strip(), expected


def toll(main: Event | None, harm: str) -> int:
    """Give a toll of an event; 0 where it has none."""
    for each in main.tolls if main is not None else ():
        if each.harm == harm:
            return (each.count.low if each.count.value is None else each.count.value) or 0
    return 0


def summary(record: Record) -> str:
    """Write a record's main event as the table does."""
    main = next((event for event in record.events if event.id == record.main_event), None)
    day = main.date.value if main is not None and main.date is not None else "-"
    return f"killed {toll(main, 'killed')}, injured {toll(main, 'injured')}, {day}"


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Give a pipeline of everything that is installed."""
    return Pipeline(on_error="raise")


@pytest.mark.parametrize(("published", "text", "expected"), list(stories()))
def test_local_story(pipeline: Pipeline, published: str, text: str, expected: str) -> None:
    """The main event of a story has the dead, the injured and the day that a reader gives it."""
    assert summary(pipeline.extract(Article(text=text, published=published))) == expected
