"""Tokens are spans of the text."""

from hypothesis import given
from hypothesis import strategies as st

from newsfacts.text import tokens


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
