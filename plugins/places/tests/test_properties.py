"""What holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfacts_places.plugin
from newsfacts import Article, Pipeline, PlaceMention, load_plugins
from newsfacts_places.runs import in_dateline, runs, words_before

PLUGINS = load_plugins(discover=False, extra={"places": newsfacts_places.plugin})
PIPELINE = Pipeline(plugins=PLUGINS, on_error="raise")

# Pieces that the rules look at, in any order: names, kinds, abbreviations, stops, odd characters.
PIECES = st.lists(
    st.sampled_from(
        [
            "Kabul", "KABUL", "Georgia", "New", "York", "St.", "U.S.", "US", "Calif.", "Conn",
            "Kerto", "the", "of", "in", "near", "village", "district", "County", "CITY", "and",
            "de", "al", "d'", "Syrian", "Mayor", "Paris", "Gen.", "A.", "'s", "’s", ",", ".", "-",
            "–", "(", ")", "/", " ", " ", " ", "\n", "\n\n", "\r\n", "\u00a0", "é", "İ", "ß",
            "\ud800", "\u0301", "12", "March",
        ]
    ),
    max_size=60,
).map("".join)  # fmt: skip
TEXTS = st.one_of(st.text(), PIECES)


def found(text: str) -> list[PlaceMention]:
    claims = PIPELINE.claims(Article(text=text))
    return [claim for claim in claims if isinstance(claim, PlaceMention)]


@given(TEXTS)
def test_spans_are_verbatim_and_apart(text: str) -> None:
    """Every span lies in the text, says what stands there, and overlaps no other."""
    reached = 0
    for span in sorted(claim.evidence[0] for claim in found(text)):
        assert text[span.start : span.end] == span.text
        assert span.start >= reached
        reached = span.end


@given(TEXTS)
def test_same_text_same_claims(text: str) -> None:
    """Nothing is remembered between articles that would change what is found."""
    assert found(text) == found(text)


@given(TEXTS)
def test_runs_cover_words_in_order(text: str) -> None:
    """Runs hold words of the text, in order, each at its place."""
    reached = 0
    for run in runs(text):
        for token in run:
            assert text[token.start : token.end] == token.text
            assert token.start >= reached
            reached = token.end


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ,.\n"))
def test_small_letters_hold_no_place(text: str) -> None:
    """Names are capitalised: copy without capitals gives nothing."""
    assert found(text) == []


@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_looking_around_stays_inside(text: str, one: int, two: int) -> None:
    """Looking before and after any two offsets of a text raises nothing."""
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    assert len(words_before(text, start)) == 3
    assert in_dateline(text, start, end) in (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "US " * 20_000, "A" * 200_000, "Kabul" * 40_000, "IN THE VILLAGE OF KERTO " * 3_000,
        "in Kabul, " * 5_000, "St. " * 20_000, "A. " * 20_000, "Kabul-" * 10_000,
        "Marion County " * 4_000, "'" * 100_000, "\n" * 100_000 + "KABUL,",
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_long_texts_of_one_kind_come_to_an_end(text: str) -> None:
    """No text makes the scan quadratic; each of these would take minutes if it were."""
    for claim in found(text)[:50]:
        span = claim.evidence[0]
        assert text[span.start : span.end] == span.text
