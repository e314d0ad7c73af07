"""What holds of times for any date and any text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.model.timex import is_timex_value
from newsfacts_dateline.heads import read_head
from newsfacts_dateline.times import find_times

DAYS = st.dates(date(1900, 1, 8), date(2100, 12, 24))
WORDS = st.sampled_from(
    (
        "the", "a", "last", "next", "this", "past", "every", "two", "12", "3rd", "May", "march",
        "Friday", "Sun", "night", "week", "years", "ago", "earlier", "in", "on", "of", "(11)",
        "2024", "Oct.", "'", "-", ",", ".", "quarter", "half", "fiscal", "later", "today", "10:30",
        "p.m.", "GMT", "Christmas", "since", "until", "early", "end", "first", "1990s", "AP",
        "period", "weekend", "each", "99999", "decade", "centuries", "fortnight", "quarters", "a",
        "LIMA", "(Reuters)", "--", "Feb", "29", "\ud800", "\x00", "İ",
    )
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


def values(text: str, day: date | None) -> list[str]:
    """Give the values found in a text that was published on `day`."""
    return [found.value for found in find_times(text, day.isoformat() if day else None)]


@given(TEXTS, st.one_of(st.none(), DAYS))
def test_spans_lie_in_the_text_in_order_and_values_are_timex(text, day):
    """Any text gives ordered, disjoint, non-empty spans and well-formed values."""
    reached = 0
    for found in find_times(text, day.isoformat() if day else None):
        assert reached <= found.start < found.end <= len(text)
        assert is_timex_value(found.value)
        reached = found.end


@given(TEXTS)
def test_any_text_may_be_asked_for_a_head(text):
    """A dateline's span, cities and date lie in the text."""
    head = read_head(text)
    if head is not None:
        spans = [head.span, *(span for span, _ in head.places)]
        spans += [head.date.span] if head.date else []
        assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "sentence", ["It rained yesterday.", "He left two days ago.", "Today it rained."]
)
@given(day=DAYS, days=st.integers(-2000, 2000))
def test_days_move_with_the_article(sentence, day, days):
    """Published k days later, a relative day lies k days later."""
    moved = day + timedelta(days=days)
    [before], [after] = values(sentence, day), values(sentence, moved)
    assert date.fromisoformat(after) - date.fromisoformat(before) == timedelta(days=days)


@given(DAYS, st.integers(-100, 100), st.sampled_from(["Monday", "Friday", "Sunday"]))
def test_weekdays_move_by_whole_weeks(day, weeks, name):
    """A weekday keeps its name whatever the article's date, and moves by weeks with it."""
    sentence = f"The bridge was closed on {name}."
    [here] = values(sentence, day)
    found = date.fromisoformat(here)
    assert found.strftime("%A") == name
    assert timedelta(0) <= day - found < timedelta(days=7)
    [there] = values(sentence, day + timedelta(days=7 * weeks))
    assert date.fromisoformat(there) - found == timedelta(days=7 * weeks)


@given(DAYS, st.sampled_from(["Monday", "Wednesday", "Saturday"]))
def test_a_weekday_ahead_lies_ahead(day, name):
    """With "will", a weekday is the article's own day or one of the six after it."""
    [value] = values(f"The council will meet on {name}.", day)
    assert timedelta(0) <= date.fromisoformat(value) - day < timedelta(days=7)


@given(DAYS, DAYS)
def test_dates_in_full_do_not_move(day, other):
    """A date with its year means the same in every article."""
    sentence = f"The tower fell on {other.day} {other:%B} {other.year:04d}."
    assert values(sentence, day) == [other.isoformat()] == values(sentence, None)


@given(DAYS)
def test_a_day_without_a_year_lies_within_a_year(day):
    """A month and day lie within a year of the article."""
    for sentence in ("The hall burned on March 5.", "The hall will open on March 5."):
        [value] = values(sentence, day)
        assert abs(date.fromisoformat(value) - day) <= timedelta(days=366)


@given(DAYS)
def test_past_and_future_years_are_neighbours(day):
    """Last year and next year are the neighbours of the article's year."""
    assert values("Last year it was dry and next year it will be wet.", day) == [
        f"{day.year - 1}", f"{day.year + 1}"
    ]  # fmt: skip


@given(st.sampled_from(["On Friday it rained.", "On March 5 it rained.", "It rained yesterday."]))
def test_without_a_date_nothing_is_guessed(sentence):
    """With no article's date, what is underspecified stays so."""
    assert all(value.startswith("XXXX") for value in values(sentence, None))


def test_a_leap_day_is_found_only_where_there_is_one():
    """Feb. 29 is the nearest leap day; in 1900 there was none."""
    assert values("The hall burned on Feb. 29.", date(2024, 3, 4)) == ["2024-02-29"]
    assert values("The hall burned on Feb. 29.", date(2025, 3, 4)) == ["2024-02-29"]
    assert values("It rained yesterday.", date(1900, 3, 1)) == ["1900-02-28"]


def test_a_megabyte_without_a_space_is_read():
    """One word of a million letters holds no time and stops nothing."""
    assert find_times("x" * 1_000_000, "2024-02-13") == []
    assert read_head("X" * 1_000_000) is None
