"""Counts of people, as the words assert them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.text import count_phrases, read_counts, tokens

# The phrase stands between brackets; then value, low, high, modifier.
TABLE = [
    ("[twelve] people", 12, 12, 12, "exact"),
    ("[1,200] people", 1200, 1200, 1200, "exact"),
    ("[1 200] people", 1200, 1200, 1200, "exact"),
    ("[1.200] people", 1200, 1200, 1200, "exact"),
    ("[1.2 million] people", 1_200_000, 1_200_000, 1_200_000, "exact"),
    ("[1.2m] people", 1_200_000, 1_200_000, 1_200_000, "exact"),
    ("[twenty-three] guests", 23, 23, 23, "exact"),
    ("[thirtythree] guests", 33, 33, 33, "exact"),
    ("[two hundred and five] guests", 205, 205, 205, "exact"),
    ("[a hundred] guests", 100, 100, 100, "exact"),
    ("[half a dozen] guests", 6, 6, 6, "exact"),
    ("[two dozen] guests", 24, 24, 24, "exact"),
    ("[two and a half million] guests", 2_500_000, 2_500_000, 2_500_000, "exact"),
    ("[29 thousand] guests", 29000, 29000, 29000, "exact"),
    ("[some 40] guests", 40, None, None, "about"),
    ("[about 40] guests", 40, None, None, "about"),
    ("[roughly 40] guests", 40, None, None, "about"),
    ("[an estimated 40] guests", 40, None, None, "about"),
    ("[40 or so] guests", 40, None, None, "about"),
    ("[nearly 40] guests", 40, None, 40, "nearly"),
    ("[almost 40] guests", 40, None, 40, "nearly"),
    ("[close to 40] guests", 40, None, 40, "nearly"),
    ("[at least 40] guests", 40, 40, None, "at_least"),
    ("[no fewer than 40] guests", 40, 40, None, "at_least"),
    ("[40 or more] guests", 40, 40, None, "at_least"),
    ("[40+] guests", 40, 40, None, "at_least"),
    ("[20-plus] guests", 20, 20, None, "at_least"),
    ("[more than 40] guests", 40, 41, None, "more_than"),
    ("[over 40] guests", 40, 41, None, "more_than"),
    ("[upwards of 40] guests", 40, 41, None, "more_than"),
    ("[up to 40] guests", 40, None, 40, "at_most"),
    ("[as many as 40] guests", 40, None, 40, "at_most"),
    ("[no more than 40] guests", 40, None, 40, "at_most"),
    ("[fewer than 40] guests", 40, 0, 39, "fewer_than"),
    ("[less than 40] guests", 40, 0, 39, "fewer_than"),
    ("[under 40] guests", 40, 0, 39, "fewer_than"),
    ("[between 15 and 20] guests", None, 15, 20, "between"),
    ("[15 to 20] guests", None, 15, 20, "between"),
    ("[15-20] guests", None, 15, 20, "between"),
    ("[two or three] guests", None, 2, 3, "between"),
    ("[10 to 12 thousand] guests", None, 10000, 12000, "between"),
    ("[dozens] of guests", None, 24, 99, "vague"),
    ("[several dozen] guests", None, 36, 99, "vague"),
    ("[scores] of guests", None, 40, 99, "vague"),
    ("[hundreds] of guests", None, 200, 999, "vague"),
    ("[thousands] of guests", None, 2000, 9999, "vague"),
    ("[tens of thousands] of guests", None, 20000, 99999, "vague"),
    ("[hundreds of thousands] of guests", None, 200000, 999999, "vague"),
    ("[several] guests", None, 3, 9, "vague"),
    ("[a few] guests", None, 3, 9, "vague"),
    ("[a handful] of guests", None, 3, 9, "vague"),
    ("[a number] of guests", None, 2, None, "unspecified"),
    ("[no one] came", 0, 0, 0, "exact"),
    ("[nobody] came", 0, 0, 0, "exact"),
    ("[no] guests", 0, 0, 0, "exact"),
    ("[both] guests", 2, 2, 2, "exact"),
    ("[all 12] guests", 12, 12, 12, "exact"),
    ("[another 12] guests", 12, 12, 12, "exact"),
    ("[half of the 40] guests", 20, 20, 20, "exact"),
    ("[60 percent of the 50] guests", 30, 30, 30, "exact"),
    ("on 23 September [28] guests came", 28, 28, 28, "exact"),
]

NOTHING = [
    "in 1998", "since March 3", "on 3 June", "at 18:30", "$40", "£3 million", "40 dollars",
    "12 km", "five days", "40 percent", "two-thirds", "Route 12", "No. 4", "a 34-year-old",
    "Ana Sow, 34, came", "aged 40", "three times",
    "40 years", "the 900 block", "how many guests", "1401010146", "",
]  # fmt: skip


@pytest.mark.parametrize(("marked", "value", "low", "high", "modifier"), TABLE)
def test_counts(
    marked: str, value: int | None, low: int | None, high: int | None, modifier: str
) -> None:
    """A phrase of the table has the span, value, bounds and modifier that stand beside it."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = [phrase for phrase in count_phrases(text) if phrase.start == start]
    assert len(found) == 1
    count = found[0].count
    assert (count.value, count.low, count.high, count.modifier) == (value, low, high, modifier)
    assert text[found[0].start : found[0].end] == count.text == text[start:end]


@pytest.mark.parametrize("text", NOTHING)
def test_no_counts(text: str) -> None:
    """Dates, money, measures, ages and shares of an unknown total count nobody."""
    assert [phrase.count.text for phrase in count_phrases(text)] == []


def test_flags() -> None:
    """A phrase knows that it adds to others, that it is all, and what it is a part of."""
    more, whole, part = (next(count_phrases(t)) for t in ("12 others", "all 12", "3 of the 12"))
    assert (more.more, whole.whole, part.total) == (True, True, 12)


def test_articles_are_asked_for() -> None:
    """An article counts one for `read_counts`, and is left out by `count_phrases`."""
    text = "a guard"
    assert [phrase.kind for phrase in read_counts(list(tokens(text)), text)] == ["article"]
    assert list(count_phrases(text)) == []


UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


@given(st.integers(0, 11), st.sampled_from(["", "at least ", "about ", "more than ", "up to "]))
def test_digits_and_words_agree(number: int, modifier: str) -> None:
    """Digits or words give the same count."""
    digits = next(count_phrases(f"{modifier}{number + 1} guests")).count
    words = next(count_phrases(f"{modifier}{UNITS[number]} guests")).count
    assert (digits.value, digits.low, digits.high) == (words.value, words.low, words.high)


@given(st.text(max_size=200) | st.text("0123456789 ,.-%of atleshrdnmi", max_size=80))
def test_spans_are_verbatim(text: str) -> None:
    """On any text the spans are in bounds, in order, apart, and equal to the count's own words."""
    reached = 0
    for phrase in count_phrases(text):
        assert reached <= phrase.start < phrase.end <= len(text)
        assert text[phrase.start : phrase.end] == phrase.count.text
        reached = phrase.end
