"""Recall and precision of a pipeline on articles that state what the grammar put into them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, seed, settings

from newsfacts import Pipeline
from newsfacts.testing.grammar.articles import articles_with_truth
from newsfacts.testing.grammar.pieces import Phrase, Truth
from newsfacts.testing.grammar.scoring import Scores, score, total

if TYPE_CHECKING:
    import pytest


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


def assert_reads(
    pipeline: Pipeline, phrase: Phrase, groups: Iterable[str], *, number: int = 12
) -> None:
    """Hold that all a phrase states in some groups of facts is found, and nothing else in them.

    Raises:
        AssertionError: something was missed, read differently or found too much; all is listed.
    """
    scores = measure(pipeline, [phrase], number=number)
    wrong = [
        str(each)
        for group in groups
        for each in (*scores[group].misses, *scores[group].false_alarms)
    ]
    if wrong:
        raise AssertionError("\n".join([f"articles of {phrase.name}:", *wrong]))


def parametrize_with_phrases(
    phrases: Iterable[Phrase], *, known_gaps: Mapping[str, str] | None = None
) -> "pytest.MarkDecorator":
    """Make a pytest parameter `phrase` of every phrase.

    `known_gaps` maps the name of a phrase to the reason why it is not read yet: a strict xfail,
    so that a gap that closes is noticed.

    Raises:
        ValueError: a gap is named that is no phrase.
    """
    import pytest

    chosen = list(phrases)
    gaps = dict(known_gaps or {})
    if unknown := sorted(gaps.keys() - {phrase.name for phrase in chosen}):
        raise ValueError(f"no phrase is named {', '.join(map(repr, unknown))}")
    return pytest.mark.parametrize(
        "phrase",
        [
            pytest.param(
                phrase,
                id=phrase.name,
                marks=[pytest.mark.xfail(reason=gaps[phrase.name], strict=True)]
                if phrase.name in gaps
                else [],
            )
            for phrase in chosen
        ],
    )
