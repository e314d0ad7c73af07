"""Patterns made of named parts, and lexicons."""

import pytest

from newsfacts.text import Part, PatternBook, load_lexicon

BOOK = PatternBook(
    {
        "number": Part(r"\d++", match=("12",), reject=("a", "")),
        "toll": Part(r"{number} [ ] dead", match=("12 dead",), reject=("twelve dead", "12dead")),
    }
)


def test_parts_are_put_in():
    """A part named in braces stands for its pattern."""
    assert BOOK["toll"].fullmatch("12 dead")
    assert [m[0] for m in BOOK.finditer("toll", "5 dead, 12 dead", 3)] == ["12 dead"]


def test_examples_are_checked():
    """A right book has no complaints; a wrong example or a missing one is named."""
    assert list(BOOK.check()) == []
    wrong = PatternBook({"number": Part(r"\d++", match=("x",), reject=("1",))})
    assert list(wrong.check()) == ["number does not match 'x'", "number matches '1'"]
    bare = PatternBook({"number": Part(r"\d++", match=("1",), reject=())})
    assert list(bare.check()) == ["number lacks an example to match or one to reject"]


def test_unknown_and_circular_parts_are_errors():
    """Both name the parts."""
    with pytest.raises(KeyError, match="'toll' names 'number'"):
        PatternBook({"toll": Part("{number}", match=(), reject=())}).source("toll")
    circle = PatternBook(
        {"a": Part("{b}", match=(), reject=()), "b": Part("{a}", match=(), reject=())}
    )
    with pytest.raises(ValueError, match="a -> b -> a"):
        circle.source("a")


def test_a_pattern_that_runs_away_is_stopped(monkeypatch):
    """A pattern over its budget raises instead of hanging."""
    monkeypatch.setattr("newsfacts.text.patterns.BUDGET", 0.05)
    runaway = PatternBook({"x": Part(r"(?:a|aa)+$", match=("a",), reject=("b",))})
    with pytest.raises(TimeoutError):
        list(runaway.finditer("x", "a" * 60 + "c"))


def test_lexicons_are_found_by_language():
    """A lexicon is read from the package's data; a missing one is named."""
    assert load_lexicon("newsfacts.text", "numbers")["units"]["three"] == 3
    with pytest.raises(FileNotFoundError, match="no lexicon 'numbers' for language 'xx'"):
        load_lexicon("newsfacts.text", "numbers", "xx")
