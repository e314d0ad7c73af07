"""Generated articles: casualty figures are found as they are stated."""

from newsfacts import Pipeline
from newsfacts.testing.grammar import (
    CASUALTY_PHRASES,
    Phrase,
    assert_reads,
    parametrize_with_phrases,
)

KNOWN_GAPS = {
    "casualties.hypothetical": "a threat to displace is read only with a definite number",
    "casualties.participle": "'releasing soldiers' is read only with a count",
    "casualties.toll": "verbs that bound a toll ('exceeds', 'tops') are read without their bound",
}


@parametrize_with_phrases(CASUALTY_PHRASES, known_gaps=KNOWN_GAPS)
def test_what_a_phrase_states_is_found(phrase: Phrase) -> None:
    """Nothing that it states is missed or read differently, and nothing else is found."""
    assert_reads(Pipeline(on_error="raise"), phrase, ("casualties",))
