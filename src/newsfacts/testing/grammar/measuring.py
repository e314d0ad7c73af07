"""Recall and precision of a pipeline on articles that state what the grammar put into them."""

from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, given, seed, settings

from newsfacts import Pipeline
from newsfacts.testing.grammar.articles import articles_with_truth
from newsfacts.testing.grammar.pieces import Phrase, Truth
from newsfacts.testing.grammar.scoring import Scores, score, total


def draw_truths(
    phrases: Sequence[Phrase] | None = None, *, number: int, start: int = 7, upper: bool = False
) -> list[Truth]:
    """Draw articles composed of some phrases, no text twice; the same for the same `start`.

    Fewer than `number` come where the phrases have no more to say.
    """
    found: dict[str, Truth] = {}

    @seed(start)
    @settings(
        max_examples=4 * number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(articles_with_truth(phrases=phrases, upper=upper))
    def collect(truth: Truth) -> None:
        if len(found) < number:
            found.setdefault(truth.article.text, truth)

    collect()
    return list(found.values())


def measure(
    pipeline: Pipeline,
    phrases: Sequence[Phrase] | None = None,
    *,
    number: int = 20,
    start: int = 7,
    upper: bool = False,
) -> Scores:
    """Score a pipeline on drawn articles; the plugins of what the phrases state must be loaded."""
    truths = draw_truths(phrases, number=number, start=start, upper=upper)
    return total(score(truth, pipeline.extract(truth.article)) for truth in truths)
