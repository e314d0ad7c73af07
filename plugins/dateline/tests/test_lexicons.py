"""The word lists and patterns are what they say."""

import pytest

from newsfacts.text import load_lexicon
from newsfacts_dateline.agencies import agencies, agency_named
from newsfacts_dateline.grammar import CLASSES, RULES, dispatch
from newsfacts_dateline.headparts import BOOK, LANGUAGES, calendar_words
from newsfacts_dateline.lexicon import words


def test_parts_of_heads_match_their_examples():
    """Every part of the head patterns matches and rejects what it says."""
    assert list(BOOK.check()) == []


def test_there_are_agencies_of_the_world():
    """At least 120 agencies are known, press-release wires among them by their kind."""
    known = {agency.name: agency.kind for agency in agencies().values()}
    assert len(known) >= 120
    assert known["Business Wire"] == known["PRNewswire"] == "press_release"
    assert known["Reuters"] == "agency"


@pytest.mark.parametrize(
    ("words", "name"),
    [("Associated Press", "AP"), ("ACAN - EFE", "ACAN-EFE"), ("europa press", "Europa Press"),
     ("GLOBE NEWSWIRE", "GlobeNewswire"), ("the council", None)],
)  # fmt: skip
def test_agencies_by_their_variants(words, name):
    """Case, spaces and hyphens do not matter; other words are no agency."""
    found = agency_named(words)
    assert (found and found.name) == name


def test_every_word_has_a_class_of_the_grammar():
    """Each word's class is one that the grammar describes."""
    assert {word.cls for word in words().values()} <= CLASSES.keys()


def test_rules_begin_with_classes_of_the_grammar():
    """Each rule begins with described classes, and rule names are unique."""
    assert set(dispatch()) <= CLASSES.keys()
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_of_each_language(language):
    """Each language has twelve months and seven weekdays."""
    lexicon = load_lexicon("newsfacts_dateline", "months", language)
    assert set(lexicon["months"].values()) == set(range(1, 13))
    assert set(lexicon["weekdays"].values()) == set(range(1, 8))


def test_english_comes_first_where_words_clash():
    """`mar` is March in every language, and Spanish `set` does not displace anything English."""
    months, weekdays = calendar_words()
    assert months["mar"] == 3
    assert weekdays["sun"] == 7
