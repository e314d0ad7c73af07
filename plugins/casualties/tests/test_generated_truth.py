"""Generated articles: casualty figures are found as they are stated."""

from newsfacts import Pipeline
from newsfacts.testing.grammar import (
    CASUALTY_PHRASES,
    Phrase,
    assert_reads,
    parametrize_with_phrases,
)


@parametrize_with_phrases(CASUALTY_PHRASES)
def test_what_a_phrase_states_is_found(phrase: Phrase) -> None:
    """Nothing that it states is missed or read differently, and nothing else is found."""
    assert_reads(Pipeline(on_error="raise"), phrase, ("casualties",))
