"""Heads of stories: datelines, what stands before them, and what only looks like one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsfacts_dateline.anchoring import dateline_value
from newsfacts_dateline.headcredits import IsPlace
from newsfacts_dateline.headnames import place_name, station_name
from newsfacts_dateline.heads import header_date, read_head

ROWS = Path(__file__).with_name("heads.txt")
PUBLISHED = "2024-12-31"
STORY = " The council approved the plan after a long debate, officials said.\n\nMore follows.\n"


def rows() -> Iterator[tuple[str, str]]:
    """Give the table's rows: a head and what its dateline says."""
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, expected = line.partition(" ||")
            yield head.replace("\\n", "\n"), expected.strip()


def told(text: str, is_place: IsPlace | None = None) -> str:
    """Write a text's dateline as the table does."""
    head = read_head(text, is_place)
    if head is None:
        return "none"
    date = dateline_value(head.date, PUBLISHED) if head.date else None
    parts = (
        ", ".join(place_name(name) for _, name in head.places),
        date or "",
        ", ".join(head.agencies),
    )
    return " ".join(" | ".join(parts).split())


@pytest.mark.parametrize(("head", "expected"), list(rows()))
def test_row(head, expected):
    """The head has this dateline."""
    assert told(head + STORY) == expected


def test_authors_come_from_the_byline():
    """A byline above the dateline, or in its line, names the authors."""
    above = read_head("By Jane Roe and Adam Poe\nLIMA, Peru (AP) — Rain fell.\n")
    within = read_head("By Jane Roe, Adam Poe LIMA, Peru (AP) — Rain fell.\n")
    assert above is not None
    assert within is not None
    assert above.authors == within.authors == ("Jane Roe", "Adam Poe")


def test_a_known_place_makes_a_city_in_title_case_a_dateline():
    """Where a gazetteer knows the place, "Lima –" before a long sentence is a dateline."""
    text = "Lima – The council approved the new plan after a debate that lasted until midnight.\n"
    assert read_head(text) is None
    head = read_head(text, lambda start, end: (start, end) == (0, 4))
    assert head is not None
    assert head.places == (((0, 4), "Lima"),)


def test_a_known_place_and_a_date_end_with_a_full_stop():
    """Where a gazetteer knows the place, "Lima, 3 March." before a story is a dateline."""
    for text in ("Lima, March 3." + STORY, "Togo and Ghana agree\nLima, 3 March." + STORY):
        assert read_head(text) is None
        head = read_head(text, lambda start, end, text=text: text.startswith("Lima", start))
        assert head is not None
        assert [name for _, name in head.places] == ["Lima"]
    assert read_head("Lima, March 3. Shut.\n", lambda start, end: start == 0) is None


def test_a_city_wrapped_over_two_lines_is_one_known_place():
    """A name goes on in the next line only where a gazetteer knows it from its first word."""
    text = "MEXICO\nCITY, March 3 (AFP) - Rain fell.\n"
    head = read_head(text, lambda start, end: start == 0)
    assert head is not None
    assert head.places == (((0, 11), "MEXICO CITY"),)
    above = read_head("MEXICO VOTES\nLIMA, March 3 - Rain fell.\n", lambda start, end: True)
    assert above is not None
    assert [name for _, name in above.places] == ["LIMA"]


def test_an_unknown_word_in_capitals_needs_to_be_named_again():
    """With a gazetteer at hand, a town in no gazetteer counts where the story names it again."""
    head = "OAKDALE — The council approved the plan."
    assert read_head(head + "\n", lambda start, end: False) is None
    assert read_head(head + " Oakdale police agreed.\n", lambda start, end: False) is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" date 2024-02-13 Rain fell.", "2024-02-13"),
        ("date 2024-10\nRain fell.", "2024-10"),
        ("The date 2024-10 is near.", None),
        (" date of birth 2024-10", None),
    ],
)
def test_header_line(text, value):
    """A header line gives its date, whole or month only; other mentions of dates do not."""
    found = header_date(text)
    assert (found and found[1]) == value


@pytest.mark.parametrize(
    ("published", "value"),
    [("2025-01-02", "2024-12-30"), ("2024-12-31", "2024-12-30"), ("2025-02", "2024-12-30"),
     (None, "XXXX-12-30"), ("2024-12-29", "2024-12-30")],
)  # fmt: skip
def test_the_year_of_a_dateline_comes_from_the_article(published, value):
    """A year that is not stated is the article's, or the one before across New Year."""
    head = read_head("LIMA, Dec. 30 (AP) — Rain fell.\n")
    assert head is not None
    assert head.date is not None
    assert dateline_value(head.date, published) == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PARETS DEL VALLÈS", "Parets del Vallès"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("Torino", "Torino"),
        ("DEIR AL-BALAH", "Deir al-Balah"),
        ("THE HAGUE", "The Hague"),
    ],
)
def test_place_names_in_title_case(text, name):
    """Capitals become title case, particles low; other names stay as they are."""
    assert place_name(text) == name


def test_station_names_keep_call_signs():
    """A station's call sign stays in capitals."""
    assert station_name("RADIO CADENA YSKL") == "Radio Cadena YSKL"


# Head and city, which a gazetteer knows; what its dateline says.
KNOWN = [
    # brackets, dates in front, colons, lines of their own
    ("QUITO (Feb 21):", "QUITO", "Quito | 2024-02-21 |"),
    ("[Quito]", "Quito", "Quito | |"),
    ("(Quito) –", "Quito", "Quito | |"),
    ("(Quito, 21 February 2024) –", "Quito", "Quito | 2024-02-21 |"),
    ("21 February 2024, Quito -", "Quito", "Quito | 2024-02-21 |"),
    ("February 21, 2024 (QUITO) –", "QUITO", "Quito | 2024-02-21 |"),
    ("21 February 2024 – QUITO, Ecuador –", "QUITO", "Quito | 2024-02-21 |"),
    ("QUITO:", "QUITO", "Quito | |"),
    ("Quito:", "Quito", "Quito | |"),
    ("QUITO\n\n", "QUITO", "Quito | |"),
    ("QUITO.", "QUITO", "Quito | |"),
    ("QUITO, ECUADOR.", "QUITO", "Quito | |"),
    ("QUITO Feb 21:", "QUITO", "Quito | 2024-02-21 |"),
    # agencies behind slashes, bars, stops and colons, and glued to the city
    ("QUITO / INA", "QUITO", "Quito | | INA"),
    ("Quito | URN |", "Quito", "Quito | | URN"),
    ("QUITO. KAZINFORM", "QUITO", "Quito | | Kazinform"),
    ("QUITO, Ecuador, February 3. Trend.", "QUITO", "Quito | 2024-02-03 | Trend"),
    ("Quito: (APP)", "Quito", "Quito | | APP"),
    ("QUITO (News 3rd);", "QUITO", "Quito | | News 3rd"),
    ("APA-Quito (Ecuador) -", "Quito", "Quito | | APA"),
    ("(Quillan News Agency) -", "QUITO", "| | Quillan News Agency"),
    # none
    ("On February 21, 2024 -", "QUITO", "none"),
    ("Quito: The city keeps its gardens, said no one, and", "Quito", "none"),
    ("Quito Grand Prix (Sunday) -", "Quito", "none"),
    ("Quito.", "Quito", "none"),
    ("Quito: fog", "Quito", "none"),
    ("(Quito is far) -", "Quito", "none"),
    ("Quito Tin (QTIN.L) -", "Quito", "none"),
    ("Quito Tin (XYZ: QTIN) -", "Quito", "none"),
    ("PEACE AT LAST -", "QUITO", "none"),
    ("AP-Quito flight was late -", "Oslo", "none"),
]


@pytest.mark.parametrize(("text", "city", "expected"), KNOWN)
def test_heads_with_a_known_city(text, city, expected):
    """Where a gazetteer knows the city, the head has this dateline."""

    def knows(start: int, end: int) -> bool:
        at = (text + STORY).find(city)
        return start <= at < end

    assert told(text + STORY, knows) == expected


def test_a_story_may_begin_with_an_article():
    """A city, its country and a full stop: the article behind is the story's."""
    text = "QUITO, ECUADOR. A boat was lost on the lake after a storm, officials said.\n"
    assert told(text, lambda start, end: start <= 0 < end) == "Quito | |"
