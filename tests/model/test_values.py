"""The model's values validate themselves and say what is wrong."""

import pickle
from datetime import date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import (
    Actor,
    Article,
    Casualty,
    ClaimSet,
    Count,
    FrozenMap,
    Place,
    Span,
    Time,
    TimeExpression,
    resolve,
)
from newsfacts.model import covered_days
from newsfacts.testing import strategies as nst

# The count table of the record's contract: modifier, stated value, low, high.
COUNT_TABLE = [
    ("exact", 1200, 1200, 1200),
    ("exact", 0, 0, 0),
    ("about", 1200, None, None),
    ("nearly", 40, None, 40),
    ("at_least", 5, 5, None),
    ("more_than", 29_000, 29_001, None),
    ("at_most", 15, None, 15),
    ("fewer_than", 10, 0, 9),
]


@pytest.mark.parametrize(("modifier", "value", "low", "high"), COUNT_TABLE)
def test_count_bounds_follow_the_table(modifier, value, low, high):
    """A stated figure has the bounds that its modifier asserts."""
    count = Count.of(value, modifier, text="x")
    assert (count.value, count.low, count.high) == (value, low, high)


def test_ranges_and_vague_counts_have_no_value():
    """Ranges and vague words assert bounds, and a bare plural only that there are two or more."""
    assert Count.between(15, 20, text="15 to 20").value is None
    assert (Count.vague(24, 99, text="dozens").low, Count.vague(24, 99, text="d").high) == (24, 99)
    bare = Count.unspecified(text="people")
    assert (bare.value, bare.low, bare.high) == (None, 2, None)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"value": 5, "low": 4, "high": 6}, "not what 'exact' means"),
        ({"value": 5, "low": 5, "high": None, "modifier": "more_than"}, "not what 'more_than'"),
        ({"value": None, "low": 9, "high": 3, "modifier": "between"}, "not what 'between'"),
        ({"value": -1, "low": -1, "high": -1}, "negative"),
        ({"value": 1, "low": 1, "high": 1, "modifier": "roughly"}, "must be one of"),
    ],
)
def test_counts_that_contradict_themselves_are_refused(fields, message):
    """Bounds that the modifier does not mean are an error that quotes the words."""
    with pytest.raises(ValueError, match=message):
        Count(text="5", **fields)


@given(nst.counts())
def test_counts_are_values(count):
    """A count equals and hashes with its copy."""
    copy = attrs.evolve(count)
    assert copy == count
    assert hash(copy) == hash(count)


@pytest.mark.parametrize(
    ("start", "end", "text", "message"),
    [
        (3, 3, "", "empty"),
        (-1, 2, "abc", "negative"),
        (5, 2, "abc", "reversed"),
        (0, 2, "abc", "3:|covers 2 characters, but its text has 3"),
    ],
)
def test_spans_that_cannot_be_are_refused(start, end, text, message):
    """A span must be forward, not empty, and as long as its text."""
    with pytest.raises(ValueError, match=message):
        Span(start, end, text)


def test_span_outside_the_text_is_refused():
    """The error gives the offsets and the length of the text."""
    with pytest.raises(ValueError, match="span 10:14 outside text of 12"):
        Span.of("twelve chars", 10, 14)


@given(st.data())
def test_spans_are_verbatim(data):
    """A span made of a text says what stands there, in code points."""
    text = data.draw(nst.texts().filter(bool))
    span = data.draw(nst.spans(text))
    assert text[span.start : span.end] == span.text


def test_evidence_is_sorted_and_unique():
    """Evidence given in any order, with repetitions, is sorted by position."""
    text = "12 dead, 12 dead"
    first, second = Span.of(text, 0, 7), Span.of(text, 9, 16)
    fact = Casualty(harm="killed", count=Count.of(12, text="12"), evidence=[second, first, second])
    assert fact.evidence == (first, second)


def test_a_fact_needs_evidence():
    """Without a span there is no fact."""
    with pytest.raises(ValueError, match="has no evidence"):
        Actor(kind="person", name="Ana Ruiz", evidence=())


def test_vocabulary_is_closed_where_the_contract_closes_it():
    """An unknown word names the field and lists what is allowed."""
    span = Span(0, 3, "Ana")
    with pytest.raises(ValueError, match=r"Actor\.kind is 'robot'.*'person'"):
        Actor(kind="robot", name="Ana", evidence=span)


TIMES = [
    ("2024-02-17", "2024-02-17", "2024-02-17"),
    ("2024-02-13TAF", "2024-02-13", "2024-02-13"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2024-W07", "2024-02-12", "2024-02-18"),
    ("2024-W07-WE", "2024-02-17", "2024-02-18"),
    ("2024-Q4", "2024-10-01", "2024-12-31"),
    ("199", "1990-01-01", "1999-12-31"),
    ("19", "1900-01-01", "1999-12-31"),
    ("P4M", None, None),
    ("P2M/P3M", None, None),
    ("PAST_REF", None, None),
    ("XXXX-02-13", None, None),
    ("2024-02-30", None, None),
]


@pytest.mark.parametrize(("value", "start", "end"), TIMES)
def test_days_that_a_timex_value_covers(value, start, end):
    """The first and last day covered follow from the value; lengths and references have none."""
    assert covered_days(value) == (start, end)
    assert (Time.of(value).start, Time.of(value).end) == (start, end)


@pytest.mark.parametrize("value", ["", "yesterday", "13.02.2024", "P", "2024-2-3", "T"])
def test_values_of_no_timex_shape_are_refused(value):
    """What is no TIMEX3 value is refused, with the value quoted."""
    with pytest.raises(ValueError, match="no TIMEX3 value"):
        TimeExpression(value=value, evidence=Span(0, 1, "x"))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (date(2024, 2, 13), "2024-02-13"),
        (datetime(2024, 2, 13, 23, 59), "2024-02-13"),
        ("2024-02-13T08:00:00Z", "2024-02-13"),
        ("2024-02", "2024-02"),
        ("2024", "2024"),
        ("", None),
        (None, None),
    ],
)
def test_published_takes_dates_and_iso_text(given, kept):
    """The article's date is kept as an ISO date, whole or partial."""
    assert Article(text="x", published=given).published == kept


@pytest.mark.parametrize("wrong", ["yesterday", "13.02.2024", "2024-02-30", "2024-13", 5])
def test_published_refuses_what_is_no_date(wrong):
    """The error quotes what was given."""
    with pytest.raises(ValueError, match="published is"):
        Article(text="x", published=wrong)


def test_article_ids_default_to_the_text():
    """Without an id the text's hash names the article; lone surrogates do not break it."""
    assert Article(text="x").id == Article(text="x").sha256[:16]
    assert Article(text="\ud800").id != Article(text="\ud801").id
    assert Article(text="x", id="a").id == "a"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": "X", "country": "Egypt"}, "alpha-2"),
        ({"name": "X", "lat": 91.0}, "-90 to 90"),
        ({"name": "X", "lon": -181.0}, "-180 to 180"),
        ({"name": "  "}, "not blank"),
    ],
)
def test_places_that_cannot_be_are_refused(fields, message):
    """Codes and coordinates are checked."""
    with pytest.raises(ValueError, match=message):
        Place(**fields)


@given(nst.articles())
def test_articles_pickle_and_hash(article):
    """Articles travel to worker processes unchanged."""
    assert pickle.loads(pickle.dumps(article)) == article
    assert hash(article) == hash(pickle.loads(pickle.dumps(article)))


def test_frozen_maps_are_read_only_all_the_way_down():
    """What the input carried cannot be changed through the article."""
    extra = Article(text="x", extra={"tags": ["a", {"b": 1}]}).extra
    assert extra["tags"][1] == FrozenMap({"b": 1})
    with pytest.raises(TypeError):
        extra["tags"] = ()  # type: ignore[index]
    with pytest.raises(TypeError, match="set is not a JSON value"):
        FrozenMap({"x": {1, 2}})


def test_records_give_facts_by_class():
    """`group` finds actors, events and any other class; a class without facts gives none."""
    article = Article(text="Ana died on 13 February 2024.")
    actor = Actor(kind="person", name="Ana", evidence=Span.of(article.text, 0, 3))
    day = TimeExpression(value="2024-02-13", evidence=Span.of(article.text, 12, 28))
    record = resolve(article, ClaimSet.collect(article.sha256, [actor, day]))
    assert [found.name for found in record.group(Actor)] == ["Ana"]
    assert [found.value for found in record.group(TimeExpression)] == ["2024-02-13"]
    assert record.group(Casualty) == ()
    assert record.tolls() == []


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ((0, 3), (2, 5), True),
        ((0, 3), (3, 5), False),
        ((2, 5), (0, 2), False),
        ((0, 5), (1, 2), True),
    ],
)
def test_spans_overlap_where_they_share_a_character(one, other, shared):
    """Spans that only touch do not overlap; the relation is symmetric."""
    text = "abcde"
    first, second = Span.of(text, *one), Span.of(text, *other)
    assert first.overlaps(second) is shared
    assert second.overlaps(first) is shared


def test_a_span_that_does_not_fit_its_text_says_both_lengths():
    """The message counts what the offsets cover and what the text has."""
    with pytest.raises(ValueError, match="span 2:5 covers 3 characters, but its text has 2"):
        Span(2, 5, "ab")
