"""Generated articles: datelines, heads and times are found as they are stated."""

from newsfacts import Pipeline
from newsfacts.testing.grammar import (
    DATE_PHRASES,
    DATELINE_PHRASES,
    Phrase,
    assert_reads,
    parametrize_with_phrases,
)


@parametrize_with_phrases((*DATELINE_PHRASES, *DATE_PHRASES))
def test_what_a_phrase_states_is_found(phrase: Phrase) -> None:
    """Nothing that it states is missed or read differently, and nothing else is found."""
    assert_reads(Pipeline(on_error="raise"), phrase, ("article", "datelines", "dates"))
