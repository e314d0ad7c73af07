"""The language of times, row by row."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsfacts_dateline.times import find_times

ROWS = Path(__file__).with_name("times.txt")


def rows() -> Iterator[tuple[str | None, str, str]]:
    """Give the table's rows: the article's date, the sentence, what is to be found."""
    published: str | None = None
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line.startswith("##"):
            published = line.partition("@")[2].strip() or None
        elif line and not line.startswith("#"):
            sentence, _, expected = line.partition(" ||")
            yield published, sentence, expected.strip()


def told(text: str, published: str | None) -> str:
    """Write what is found as the table does."""
    return " ; ".join(
        " ".join(
            [
                f"{text[found.start : found.end]} = {found.value}",
                *([] if found.type == "DATE" else [found.type]),
                *([found.mod] if found.mod else []),
            ]
        )
        for found in find_times(text, published)
    )


@pytest.mark.parametrize(("published", "sentence", "expected"), list(rows()))
def test_row(published, sentence, expected):
    """The sentence holds these times and no others."""
    assert told(sentence, published) == expected


def test_proved_days_are_marked():
    """A weekday and number that agree prove the day; a weekday alone proves nothing."""
    found = find_times("They met on Sunday (11) and again on Monday.", "2024-02-13")
    assert [(each.value, each.proved) for each in found] == [
        ("2024-02-11", True),
        ("2024-02-12", False),
    ]


def test_a_year_earlier_in_a_report_is_the_same_quarter():
    """In a report on a quarter, "a year earlier" is that quarter of the year before."""
    text = "Net fell in the third quarter to $3 million from $5 million a year earlier."
    assert [found.value for found in find_times(text, "2024-11-02")] == ["2024-Q3", "2023-Q3"]


def test_a_year_ago_elsewhere_is_a_year():
    """Outside a report on a quarter, "a year ago" is the year before."""
    assert [f.value for f in find_times("A year ago the hall burned.", "2024-11-02")] == ["2023"]
