"""Rows are flat, alike, and say what the record says."""

from newsfacts import (
    Article,
    Attribution,
    Casualty,
    ClaimSet,
    Count,
    Event,
    MentionRef,
    Place,
    Record,
    Span,
    Time,
    Victims,
    resolve,
)
from newsfacts.view.rows import casualty_rows, toll_rows

TEXT = "Attack kills at least 12 guards in Duvel on Monday, police said; a baker was hurt."


def mark(words: str) -> Span:
    """Give the span of words in the text."""
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def example() -> Record:
    """Give a record of an attack with two figures."""
    article = Article(text=TEXT, id="a1")
    at = MentionRef("events", 0, 6)
    place = Place(name="Duvel", country="XA", lat=1.5, lon=2.5)
    claims = (
        Event(type="attack", place=place, date=Time.of("2024-02-19"), evidence=mark("Attack")),
        Casualty(
            harm="killed", count=Count.of(12, "at_least", text="at least 12"), event=at,
            victims=Victims(text="guards", kind="police"), evidence=mark("at least 12 guards"),
            attribution=Attribution(text="police", cue="said"),
        ),
        Casualty(
            harm="injured", count=Count.of(1, text="a baker"), event=at, evidence=mark("a baker"),
        ),
    )  # fmt: skip
    return resolve(article, ClaimSet.collect(article.sha256, claims))


def test_casualty_rows() -> None:
    """A figure's row holds its count, victims, place, day, source and words."""
    first, second = casualty_rows(example())
    assert set(first) == set(second)
    wanted = {
        "article": "a1", "harm": "killed", "value": 12, "low": 12, "high": None,
        "modifier": "at_least", "victims": "guards", "victim_kind": "police", "place": "Duvel",
        "country": "XA", "date": "2024-02-19", "attribution": "police", "event_type": "attack",
        "text": "at least 12 guards",
    }  # fmt: skip
    assert {key: first[key] for key in wanted} == wanted
    assert second["attribution"] is None


def test_toll_rows() -> None:
    """An event has one row for each harm."""
    rows = toll_rows(example())
    assert [(row["harm"], row["value"], row["main"]) for row in rows] == [
        ("injured", 1, True),
        ("killed", 12, True),
    ]


def test_cells_are_scalars() -> None:
    """Every cell is a scalar or None, so that a table takes it as it is."""
    record = example()
    for row in (*casualty_rows(record), *toll_rows(record)):
        assert all(
            cell is None or isinstance(cell, str | int | float | bool) for cell in row.values()
        )


def test_record_gives_its_tolls() -> None:
    """A record's `tolls` are the rows of its events."""
    record = example()
    assert record.tolls() == toll_rows(record)
