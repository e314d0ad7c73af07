"""What reading an article leaves behind."""

import gc
from pathlib import Path

import pytest

from newsfacts import Article, Pipeline

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Give a pipeline of all plugins."""
    return Pipeline(on_error="raise")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_no_reference_cycle_is_left(path: Path, pipeline: Pipeline) -> None:
    """All that was made for an article is gone once its record is dropped."""
    article = Article(text=path.read_text(encoding="utf-8"))
    pipeline.extract(article)  # loads tables
    gc.collect()
    gc.disable()
    try:
        pipeline.record(article)
        left = gc.collect()
    finally:
        gc.enable()
    assert left == 0
