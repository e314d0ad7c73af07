"""A record as a person reads it: every kind of fact in words, and nothing of it interpreted."""

import io
import unicodedata
from typing import ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newsfacts import (
    Actor,
    Article,
    Attribution,
    Casualty,
    ClaimSet,
    Conflict,
    Count,
    Credit,
    Dateline,
    Event,
    Evidence,
    Fact,
    Failure,
    Participant,
    Place,
    PlaceMention,
    Record,
    RivalValue,
    Role,
    Span,
    Time,
    TimeExpression,
    Toll,
    Victims,
)
from newsfacts.model import ArticleInfo, FrozenMap, OpaqueFact
from newsfacts.testing.strategies import records
from newsfacts.view.pretty import PLAIN_WIDTH, head, sections, write_records
from newsfacts.view.words import clean, count_words, fact_words, quote, value_words

TEXT = (
    "VARNHOLM, March 4 (Nordnyt) - At least 40 people were killed on Sunday in Varnholm, the"
    " health ministry said. Among them were 12 children. Foreign Minister Ada Quist will meet"
    " envoys from Ostrava in Lyon on Tuesday. A magnitude 6.1 tremor had struck the town."
)
LYON = Place(name="Lyon", country="FR", lat=45.7, lon=4.8)


def at(words: str) -> Span:
    """Give the span of words in the text."""
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


@attrs.frozen(kw_only=True)
class Tremor(Fact):
    """An earthquake: a stranger's fact type."""

    group: ClassVar[str] = "tremors"

    magnitude: float
    place: Place | None = None
    felt_in: tuple[str, ...] = ()
    by: str | None = None


QUIST = Actor(
    id="q", kind="person", name="Ada Quist", aliases=("Quist",), country="SE",
    roles=[Role(title="Foreign Minister", country="SE")], evidence=at("Ada Quist"),
)  # fmt: skip
MINISTRY = Actor(
    id="m", kind="organization", name="health ministry", evidence=at("health ministry")
)
OSTRAVA = Actor(id="o", kind="country", name="Ostrava", country="CZ", evidence=at("Ostrava"))
ENVOYS = Actor(
    id="e", kind="delegation", name="envoys from Ostrava", represents=["o"], head="q",
    members=["m"], evidence=at("envoys from Ostrava"),
)  # fmt: skip
DEAD = Casualty(
    id="k", harm="killed", count=Count.of(40, "at_least", text="At least 40"),
    victims=Victims(text="people"), place=Place(name="Varnholm"), date=Time.of("2024-03-03"),
    event="a", attribution=Attribution(text="the health ministry", actor="m"),
    evidence=at("At least 40 people were killed"),
)  # fmt: skip
CHILDREN = Casualty(
    id="c", harm="killed", count=Count.of(12, text="12"), scope="subset", part_of="k",
    victims=Victims(text="children", kind="child"), perpetrators=["e"],
    evidence=at("12 children"),
)  # fmt: skip
MEETING = Event(
    id="v", type="meet", tense="future", format="bilateral", place=LYON,
    date=Time.of("2024-03-05"), topics=["grain"],
    participants=[Participant(actor="q", role="host"), Participant(actor="e")],
    evidence=at("will meet"),
)  # fmt: skip
BLAST = Event(
    id="a", type="attack", modality="possible", polarity="negative",
    tolls=[Toll(harm="killed", count=DEAD.count, figures=["k"])], evidence=at("killed"),
)  # fmt: skip
RECORD = Record(
    article=ArticleInfo(
        id="varnholm-1", title="Toll rises", published="2024-03-04", published_from="header",
        agencies=["Nordnyt"], chars=len(TEXT), url="https://example.org/1",
    ),
    actors=[QUIST, MINISTRY, OSTRAVA, ENVOYS],
    events=[BLAST, MEETING],
    main_event="a",
    facts={
        "datelines": [
            Dateline(places=[Place(name="Varnholm")], date=Time.of("2024-03-04"),
                     agencies=["Nordnyt"], evidence=at("VARNHOLM, March 4 (Nordnyt) -"))
        ],
        "dates": [
            TimeExpression(value="2024-03-03", evidence=at("Sunday")),
            TimeExpression(value="2024-03", mod="START", evidence=at("March 4")),
        ],
        "places": [PlaceMention(name="Lyon", country="FR", evidence=at("Lyon"))],
        "casualties": [DEAD, CHILDREN],
        "credits": [Credit(agency="Nordnyt", evidence=at("Nordnyt"))],
        "tremors": [
            Tremor(magnitude=6.1, place=Place(name="Varnholm"), felt_in=["Lyon", "Ostrava"],
                   by="q", evidence=at("magnitude 6.1 tremor"))
        ],
        "rain_gauges": [
            OpaqueFact(opaque_group="rain_gauges", data=FrozenMap({"mm": 12, "wet": True}),
                       evidence=at("town"))
        ],
    },
    conflicts=[
        Conflict(
            subject="article", field="published", chosen="2024-03-04", rule="header first",
            values=[RivalValue(value="2024-03-04", source="header"),
                    RivalValue(value="2024-03-05", source="text")],
        )
    ],
    failures=[Failure(extractor="stumbles", error="LookupError", message="no third")],
)  # fmt: skip

SHOWN = """\
Toll rises
varnholm-1 · published 2024-03-04 (header) · Nordnyt · 259 characters
https://example.org/1

Dateline
    Varnholm · 2024-03-04 · Nordnyt “VARNHOLM, March 4 (Nordnyt) -”

Who
  Ada Quist            person · Foreign Minister, SE · SE · also Quist
  health ministry      organization
  envoys from Ostrava  delegation · for Ostrava · led by Ada Quist · with health ministry
  Countries            Ostrava

What
  no attack  main event · possible “killed”
             toll: killed At least 40 (≥ 40)
  meet       future, bilateral · Ada Quist (host), envoys from Ostrava · in Lyon, FR · 2024-03-05 ·
             on grain “will meet”

Figures
  killed  At least 40 (≥ 40) · people · in Varnholm · 2024-03-03 · says the health ministry “At
          least 40 people were killed”
  killed  12 · children (child) · part of At least 40 (≥ 40) killed · by envoys from Ostrava “12
          children”

When
  2024-03-03       “Sunday”
  2024-03 (start)  “March 4”

Where
    Lyon, FR

Tremors
    magnitude 6.1 · place Varnholm · felt in Lyon, Ostrava · by Ada Quist “magnitude 6.1 tremor”

Rain gauges
    mm 12 · wet yes “town”

Conflicts
  article published  2024-03-04 (header); 2024-03-05 (text); taken: 2024-03-04

Failures
  stumbles  LookupError: no third
"""


def shown(*all_records: Record) -> str:
    out = io.BytesIO()
    write_records(all_records, out)
    assert not out.closed
    return out.getvalue().decode("utf-8")


def test_a_record_in_full() -> None:
    """Every part of a record has its place, its words and its quotation."""
    assert shown(RECORD) == SHOWN


def test_a_record_without_facts_says_so() -> None:
    """Nothing found is said, not left to be guessed."""
    empty = Record(article=ArticleInfo(id="quiet", chars=12))
    assert shown(empty) == "quiet\nno date of publication · 12 characters\n\nNothing found\n"


def test_records_are_parted_by_a_blank_line() -> None:
    """Two records do not run into one another."""
    one = Record(article=ArticleInfo(id="one"))
    assert shown(one, one) == shown(one) + "\n" + shown(one)


@settings(max_examples=40)
@given(records())
def test_any_record_can_be_shown(record: Record) -> None:
    """Whatever an article held: no control character but newlines, no line too wide."""
    said = shown(record)
    assert not [c for c in said if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
    assert max(cell_len(line) for line in said.splitlines()) <= PLAIN_WIDTH
    assert shown(record) == said


@given(st.text())
def test_clean_text_is_one_safe_line(text: str) -> None:
    """No control, no bidirectional mark, no lone surrogate, no line break survives."""
    said = clean(text)
    assert not [c for c in said if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not {*"\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"} & {*said}
    assert clean(said) == said


@pytest.mark.parametrize(
    "evil", ["[bold red]x[/]", "\x1b[31mx", "\x9b31m", ":smile:", "[link=http://a]x[/link]", "\r\n"]
)
def test_nothing_in_an_article_is_markup(evil: str) -> None:
    """Markup, emoji codes and escape sequences come out as text."""
    article = Article(text=evil + " Ada Quist", id=evil + "id", title=evil + "title")
    span = Span.of(article.text, 0, len(evil))
    actor = Actor(id="a", kind="person", name=evil + "name", evidence=span)
    record = Record(article=ArticleInfo.of(article), actors=[actor])
    said = shown(record)
    for part in ("id", "title", "name"):
        assert clean(evil + part) in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.of(12, text="12"), "12"),
        (Count.of(12, text="12 people"), "12 people"),
        (Count.of(12, text="twelve"), "twelve (12)"),
        (Count.of(0, text="no one"), "no one (0)"),
        (Count.of(1200, text="1,200"), "1,200"),
        (Count.of(300, "about", text="some 300"), "some 300"),
        (Count.of(300, "about", text="about three hundred"), "about three hundred (300)"),
        (Count.of(40, "at_least", text="at least 40"), "at least 40 (≥ 40)"),
        (Count.of(29000, "more_than", text="more than 29,000"), "more than 29,000 (≥ 29,001)"),
        (Count.of(50, "nearly", text="nearly 50"), "nearly 50 (≤ 50)"),
        (Count.of(50, "fewer_than", text="under 50"), "under 50 (0 to 49)"),
        (Count.between(15, 20, text="15 to 20"), "15 to 20"),
        (Count.between(2, 3, text="two or three"), "two or three (2 to 3)"),
        (Count.vague(24, 99, text="dozens"), "dozens (24 to 99)"),
        (Count.unspecified(text="people"), "people (≥ 2)"),
        (Count.of(9, text="9", unit="families"), "9 families"),
        (Count.of(9, text="", unit="families"), "9 families"),
    ],
)
def test_counts_in_words(count: Count, words: str) -> None:
    """A count is said as the text does; what its words assert follows where it differs."""
    assert count_words(count) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "yes"),
        (1200, "1,200"),
        (6.1, "6.1"),
        ("q", "Ada Quist"),
        ("other", "other"),
        (LYON, "Lyon, FR"),
        (Time.of("2024-03", mod="START"), "2024-03 (start)"),
        (Attribution(text="police"), "police"),
        (("a", None, "b"), "a, b"),
        (FrozenMap({"depth": 10, "unit": "km"}), "depth 10, unit km"),
        (Victims(text="guards", kind="police"), "text guards, kind police"),
    ],
)
def test_values_in_words(value: object, words: str) -> None:
    """Any value that a fact may hold can be said."""
    assert value_words(value, {"q": "Ada Quist"}) == words


def test_a_long_quotation_is_shortened_in_the_middle() -> None:
    """Its beginning and its end are kept."""
    evidence: Evidence = (Span(0, 200, "begin " + "x " * 94 + "finish"),)
    words = quote(evidence, limit=30)
    assert len(words) <= 32
    assert words.startswith("“begin")
    assert words.endswith("finish”")


def test_a_record_read_without_its_plugin_shows_as_with_it() -> None:
    """An opaque fact says the same as the class it was written from."""
    span = at("magnitude 6.1 tremor")
    known = Tremor(magnitude=6.1, felt_in=["Lyon"], evidence=span)
    article = Article(text=TEXT)
    record = Record(
        article=ArticleInfo.of(article),
        facts={"tremors": ClaimSet.collect(article.sha256, [known]).group("tremors")},
    )
    back = Record.from_json(record.to_json())
    (opaque,) = back.facts["tremors"]
    assert isinstance(opaque, OpaqueFact)
    assert fact_words(opaque, {}) == fact_words(known, {}) == "magnitude 6.1 · felt in Lyon"


def test_head_and_sections_are_plain_data() -> None:
    """Other views can use them: no colour or layout stands in them."""
    title, details = head(RECORD)
    assert (title, details[1]) == ("Toll rises", "https://example.org/1")
    assert [name for name, _ in sections(RECORD)] == [
        "Dateline", "Who", "What", "Figures", "When", "Where", "Tremors", "Rain gauges",
        "Conflicts", "Failures",
    ]  # fmt: skip
