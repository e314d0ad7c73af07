"""Finding many literal phrases in one pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.testing import strategies as nst
from newsfacts.text import PhraseMatcher, fold_case, matcher_of

CASES = [
    (["new york", "york"], "In New York, yorkers of York", ["New York", "York"]),
    (["kill*"], "killed, killing, kill; skill and overkill", ["kill", "kill", "kill"]),
    (["dead"], "deadline, the dead.", ["dead"]),
    (["gaza", "gaza strip"], "the Gaza Strip and Gaza", ["Gaza Strip", "Gaza"]),
    (["u.s."], "the U.S. and (U.S.)", ["U.S.", "U.S."]),
    (["são paulo"], "SÃO PAULO, São Paulo", ["SÃO PAULO", "São Paulo"]),
    (["istanbul"], "İstanbul is not folded, Istanbul is", ["Istanbul"]),
    ([], "anything", []),
]


@pytest.mark.parametrize(("phrases", "text", "expected"), CASES)
def test_whole_words_leftmost_longest(phrases, text, expected):
    """Whole words only, the leftmost first, the longest at each place."""
    found = matcher_of(phrases).find(text)
    assert [text[hit.start : hit.end] for hit in found] == expected


def test_case_matters_for_names():
    """With ignore_case off, "may" is not May."""
    names = matcher_of(["May", "Nice"], ignore_case=False)
    assert [hit.value for hit in names.find("may be nice; May in Nice")] == ["May", "Nice"]


def test_empty_phrases_are_refused():
    """An empty phrase would be everywhere."""
    with pytest.raises(ValueError, match="empty phrase"):
        matcher_of(["*"])


def test_values_come_back():
    """A phrase may stand for any value."""
    assert [hit.value for hit in PhraseMatcher({"kyiv": 1, "kiev": 1}).find("Kiev")] == [1]


@given(nst.texts(), st.lists(st.sampled_from(["met", "at", "date*", "12", "«", "🕊"]), unique=True))
def test_hits_are_the_phrase(text, phrases):
    """Whatever the text, a hit's words are the phrase, and hits do not overlap."""
    reached = 0
    for hit in matcher_of(phrases).find(text):
        assert fold_case(text[hit.start : hit.end]) == hit.value.removesuffix("*")
        assert hit.start >= reached
        reached = hit.end


@given(st.text())
def test_folding_keeps_length(text):
    """Lower-casing never moves an offset."""
    assert len(fold_case(text)) == len(text)
