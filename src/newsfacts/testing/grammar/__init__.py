"""Articles that are generated together with the facts that they state.

`articles_with_truth` draws a `Truth`: an article and the facts that stand in it, spans counted
while the text was put together. Extract the article, `score` the record against the truth, and
`explain` what is missing:

    @given(articles_with_truth())
    def test_my_extractor(truth):
        scores = score(truth, pipeline.extract(truth.article))
        assert scores["casualties"].recall == 1.0, explain(scores)

A `Phrase` is a way of saying something. Give your own beside the built-in ones to have articles
say it, and close your group to have false alarms counted:

    @phrase("protest.march", "protests")
    def march(draw, scene):
        number = draw(st.integers(20, 900))
        return fill(
            "Some <p>{n} people</p> marched through the centre.",
            {"n": str(number)},
            {"p": Expected("protests", {"size": number})},
        )

    articles_with_truth(phrases=[*ALL_PHRASES, march], closed=[*CLOSED, Closed("protests")])
"""

from newsfacts.testing.grammar.articles import (
    ALL_PHRASES,
    CLOSED,
    articles_with_truth,
    casualty_phrases,
    date_phrases,
    datelines,
    meeting_phrases,
    neutral_sentences,
    truth_of,
)
from newsfacts.testing.grammar.casualties import CASUALTY_PHRASES
from newsfacts.testing.grammar.datelines import DATELINE_PHRASES
from newsfacts.testing.grammar.dates import DATE_PHRASES
from newsfacts.testing.grammar.fillers import FILLERS
from newsfacts.testing.grammar.measuring import (
    assert_reads,
    draw_truths,
    measure,
    parametrize_with_phrases,
)
from newsfacts.testing.grammar.meetings import MEETING_PHRASES
from newsfacts.testing.grammar.pieces import (
    Closed,
    Expected,
    Person,
    Phrase,
    Piece,
    Scene,
    Truth,
    fill,
    joined,
    phrase,
)
from newsfacts.testing.grammar.scoring import (
    FalseAlarm,
    GroupScore,
    Miss,
    Scores,
    explain,
    score,
    total,
)
from newsfacts.testing.grammar.values import Among, AnyOf, Like, Only

__all__ = [
    "ALL_PHRASES", "CASUALTY_PHRASES", "CLOSED", "DATELINE_PHRASES", "DATE_PHRASES", "FILLERS",
    "MEETING_PHRASES", "Among", "AnyOf", "Closed", "Expected", "FalseAlarm", "GroupScore", "Like",
    "Miss", "Only", "Person", "Phrase", "Piece", "Scene", "Scores", "Truth", "articles_with_truth",
    "assert_reads", "casualty_phrases", "date_phrases", "datelines", "draw_truths", "explain",
    "fill", "joined", "measure", "meeting_phrases", "neutral_sentences", "parametrize_with_phrases",
    "phrase", "score", "total", "truth_of",
]  # fmt: skip
