"""Numbers in digits and in words."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.text import (
    DIGITS,
    digits_value,
    number_value,
    number_words_pattern,
    ordinal_value,
)

NUMBERS = [
    ("twelve", 12),
    ("twenty-three", 23),
    ("twenty three", 23),
    ("Forty", 40),
    ("a hundred and five", 105),
    ("twelve hundred", 1200),
    ("one hundred twenty-five thousand and six", 125_006),
    ("a dozen", 12),
    ("two dozen", 24),
    ("half a million", 500_000),
    ("1.2 million", 1_200_000),
    ("3 lakh", 300_000),
    ("1,200", 1200),
    ("1 200", 1200),
    ("1\u00a0200", 1200),
    ("1.200", 1200),
    ("12", 12),
    ("zero", 0),
    ("1.5", None),
    ("an hour", None),
    ("a", None),
    ("soldiers", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number_value(text, value):
    """Cardinals in words, digits and both; None where there is no whole number."""
    assert number_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("1.25", 1.25), ("0.500", 0.5), ("1,20", None), ("12a", None)]
)
def test_digits_value(text, value):
    """A point before three digits groups thousands, otherwise it is a decimal point."""
    assert digits_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("third", 3), ("21st", 21), ("twenty-first", 21), ("hundredth", 100), ("threeth", None)],
)
def test_ordinal_value(text, value):
    """Ordinals in words and digits."""
    assert ordinal_value(text) == value


_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str:
    """Say a number below a billion, as an oracle that shares no code with the reader."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    for scale, name in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = f" {in_words(number % scale)}" if number % scale else ""
            return f"{in_words(number // scale)} {name}{rest}"
    raise AssertionError


@given(st.integers(0, 10**9 - 1))
def test_digits_and_words_give_one_value(number):
    """A number said in words, in digits and in grouped digits is one number."""
    for text in (in_words(number), str(number), f"{number:,}"):
        assert number_value(text) == number
    assert regex.fullmatch(number_words_pattern(), in_words(number), regex.I)
    assert regex.fullmatch(DIGITS, f"{number:,}")


@given(st.text())
def test_any_text_is_read_or_refused(text):
    """No text breaks the readers."""
    assert number_value(text) is None or isinstance(number_value(text), int)
    assert ordinal_value(text) is None or isinstance(ordinal_value(text), int)
