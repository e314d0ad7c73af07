"""Tokens are spans of the text."""

import importlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.text import tokens

tokens_module = importlib.import_module("newsfacts.text.tokens")


def test_kinds() -> None:
    """Numbers, numbers tied to words, words and marks are told apart."""
    found = [(token.text, token.kind) for token in tokens("U.S. troops, 1,200 of 34-year-old men")]
    assert found == [
        ("U.S.", "word"), ("troops", "word"), (",", "mark"), ("1,200", "number"), ("of", "word"),
        ("34-year-old", "mixed"), ("men", "word"),
    ]  # fmt: skip


@given(st.text(max_size=200))
def test_tokens_are_spans(text: str) -> None:
    """Tokens are verbatim, in order, and leave out white space only; lower case keeps lengths."""
    reached = 0
    for token in tokens(text):
        assert text[reached : token.start].strip() == ""
        assert text[token.start : token.end] == token.text
        assert len(token.lower) == len(token.text)
        reached = token.end
    assert text[reached:].strip() == ""


def test_digits_in_groups_are_one_number() -> None:
    """Spaces may stand between groups of digits, but not between two numbers."""
    assert [each.text for each in tokens("some 12 000 people in 2009 9 of them")] == [
        "some", "12 000", "people", "in", "2009", "9", "of", "them",
    ]  # fmt: skip


@given(
    st.lists(
        st.sampled_from(
            ("men", "12", "000", "3,400", "(U.S.)", "", "x-ray,", "\u00a0", "é\n5", "İ")
        )
    )
)
def test_stretches_met_before_read_alike(stretches: list[str]) -> None:
    """A text falls into the same tokens whether its stretches are new or known."""
    text = " ".join(stretches)
    assert tokens(text) == tokens_module._found(text)


def test_what_is_known_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretches are forgotten when there are too many, and long ones are never kept."""
    known: dict[str, Any] = {}
    monkeypatch.setattr(tokens_module, "_known", known)
    monkeypatch.setattr(tokens_module, "_KEPT", 10)
    tokens(" ".join(f"word{number}" for number in range(25)) + " " + "long" * 20)
    assert 0 < len(known) <= 10
    assert all(len(stretch) < 40 for stretch in known)
