"""What holds of times for any date and any text."""

import time
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


@given(DAYS)
def test_weeks_are_those_of_the_iso_calendar(day):
    """Last week is the ISO week of the day a week before, also in years of 53 weeks."""
    year, week, _ = (day - timedelta(days=7)).isocalendar()
    assert values("It rained last week.", day) == [f"{year:04d}-W{week:02d}"]


@given(st.integers(1901, 2100), st.integers(1, 6))
def test_the_new_year_is_crossed_backwards(year, number):
    """In the first days of January, last month and the day of December lie a year back."""
    day = date(year, 1, number)
    before = day - timedelta(days=number)
    sentence = f"The hall, shut last month, burned on {before:%A}, Dec. {before.day}."
    assert values(sentence, day) == [f"{year - 1}-12", f"{year - 1}-12-{before.day}"]


@given(st.integers(1901, 2099), st.integers(1, 3))
def test_the_new_year_is_crossed_forwards(year, number):
    """In the last days of December, a day of January to come lies in the next year."""
    assert values(f"The hall will open on Jan. {number}.", date(year, 12, 29)) == [
        f"{year + 1}-01-{number:02d}"
    ]


@given(st.integers(1901, 2100))
def test_the_day_before_the_first_of_march(year):
    """It is Feb. 29 in leap years and Feb. 28 in others."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    assert values("It rained yesterday.", date(year, 3, 1)) == [f"{year}-02-{29 if leap else 28}"]


@given(DAYS, st.sampled_from(["burned", "will open"]))
def test_a_leap_day_exists(day, verb):
    """Feb. 29 is always a day that there is, at most eight years away."""
    [value] = values(f"The hall {verb} on Feb. 29.", day)
    assert abs((date.fromisoformat(value) - day).days) <= 8 * 366


CALENDAR = (
    "It rained on Friday and will snow on Sunday (11).", "It began on March 5, last May.",
    "He left two days ago, three weeks ago, and a year ago.", "It shut in the third quarter.",
    "It opens next winter, on Memorial Day, on Thanksgiving.", "It rained at 2:30 a.m. on Sunday.",
    "He quit the day before yesterday.", "On May 3 it broke. A week later it held.",
    "Sales fell in the last week of February.", "It shut in December and reopens in January.",
)  # fmt: skip


@given(DAYS, st.sampled_from(CALENDAR))
def test_nothing_but_the_article_s_date_counts(day, sentence):
    """The calendar repeats after 400 years, and so does what is found: no other clock is read."""
    later = [
        f"{int(value[:4]) - 400:04d}{value[4:]}" if value[:4].isdigit() else value
        for value in values(sentence, day.replace(year=day.year + 400))
    ]
    assert values(sentence, day) == later


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Pacific/Apia", "UTC"])
@pytest.mark.parametrize("day", ["2024-03-10", "2024-03-31", "2024-10-27", "2024-11-03"])
def test_days_on_which_clocks_change_are_days_like_others(monkeypatch, zone, day):
    """Where clocks change, clock times stay as written and days move by whole days."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        found = values(
            "It rang at 2:30 a.m. today and at 11:30 p.m. yesterday, 24 hours later.",
            date.fromisoformat(day),
        )
    finally:
        monkeypatch.undo()
        time.tzset()
    before = date.fromisoformat(day) - timedelta(days=1)
    assert found == [f"{day}T02:30", f"{before}T23:30", "PT24H"]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Friday it rained.", "On March 5 it rained.", "It rained yesterday.",
        "It rained in May.",
        "It rained last week.", "It shut last year.", "It shut in the third quarter.",
        "It rained last summer.", "It rained last night.", "It rained this morning.",
        "It rained on Easter Monday.", "It rained on the 11th.", "It rained on Sunday (11).",
    ],
)  # fmt: skip
def test_without_a_date_nothing_is_guessed(sentence):
    """With no article's date, what is underspecified stays so."""
    found = values(sentence, None)
    assert found
    assert all(value.startswith("XXXX") for value in found)


@pytest.mark.parametrize(
    ("year", "easter"),
    [(1900, "04-15"), (1943, "04-25"), (1954, "04-18"), (2000, "04-23"), (2008, "03-23"),
     (2038, "04-25"), (2100, "03-28"), (1961, "04-02"), (1981, "04-19"), (1999, "04-04"),
     (2011, "04-24"), (2019, "04-21"), (2024, "03-31"), (2049, "04-18"), (2076, "04-19"),
     (1997, "03-30"), (2021, "04-04"), (2025, "04-20")],
)  # fmt: skip
def test_easter_is_reckoned(year, easter):
    """Easter Sundays, the earliest and latest of the twentieth century and after among them."""
    assert values("It rained on Easter Sunday.", date(year, 5, 2)) == [f"{year}-{easter}"]


def test_a_leap_day_is_found_only_where_there_is_one():
    """Feb. 29 is the nearest leap day; in 1900 there was none."""
    assert values("The hall burned on Feb. 29.", date(2024, 3, 4)) == ["2024-02-29"]
    assert values("The hall burned on Feb. 29.", date(2025, 3, 4)) == ["2024-02-29"]
    assert values("It rained yesterday.", date(1900, 3, 1)) == ["1900-02-28"]


def test_a_megabyte_without_a_space_is_read():
    """One word of a million letters holds no time and stops nothing."""
    assert find_times("x" * 1_000_000, "2024-02-13") == []
    assert read_head("X" * 1_000_000) is None
