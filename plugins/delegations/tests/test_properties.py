"""What holds on any text."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Pipeline
from newsfacts_delegations.chunks import read_chunks
from newsfacts_delegations.tagging import read_tokens

VOCABULARY = """
met Meeting talks visit to with and , . the A delegation President Ana Ruiz Egypt Israeli Hamas in
Cairo on Monday will not who led by between of from one hold held -- ( ) 's he they two leaders was
is due said that ? “ president minister spokesman she it his her counterpart whom army received
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\ud800", "\n\n"])
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)


@cache
def pipeline() -> Pipeline:
    """All installed plugins, failing loudly."""
    return Pipeline(on_error="raise")


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_chunks_cover_words_in_order(text: str) -> None:
    """Tokens are words of the text in order, and chunks are made of tokens in order."""
    tokens = read_tokens(text, 0, len(text))
    reached = 0
    for token in tokens:
        assert reached <= token.start < token.end <= len(text)
        reached = token.end
    last = 0
    for chunk in read_chunks(tokens):
        assert last <= chunk.first < chunk.last <= len(tokens)
        assert tokens[chunk.first].start == chunk.start
        assert tokens[chunk.last - 1].end == chunk.end
        last = chunk.last


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_records_hold_together(text: str) -> None:
    """Spans are verbatim, participants are actors of the record, and a second run is equal."""
    record = pipeline().extract(text, published="2024-05-15")
    actors = {actor.id for actor in record.actors}
    for event in record.events:
        assert all(text[span.start : span.end] == span.text for span in event.evidence)
        assert all(each.actor in actors for each in event.participants)
        assert len({each.actor for each in event.participants}) == len(event.participants)
    for actor in record.actors:
        assert {*actor.represents, *actor.members} <= actors
        assert actor.head is None or actor.head in actors
    assert pipeline().extract(text, published="2024-05-15") == record


@pytest.mark.parametrize(
    "text",
    [
        "The president he met in Oslo held talks with the rebels.",
        "The minister she received in Lima will meet the rebels on Monday.",
        "The spokesman of the president he met held talks with rebels.",
    ],
)
def test_a_pronoun_inside_the_phrase_that_opens_the_sentence(text: str) -> None:
    """Whom a pronoun stands for is not asked of the phrase that it stands in."""
    assert [event.type for event in pipeline().extract(text).events] == ["meet"]


def test_a_megabyte_without_a_space() -> None:
    """A text of one endless word is read without harm."""
    text = "met" * 350_000
    assert read_chunks(read_tokens(text, 0, 1200)) is not None
    assert pipeline().extract(text).events == ()
