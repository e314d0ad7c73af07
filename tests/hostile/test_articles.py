"""Whole articles that somebody wrote to do harm: no failure, and cost in step with length."""

import functools
import importlib.util
import random
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsfacts import Article, Pipeline, Record

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from articles import SEEDS, kinds  # noqa: E402

SIZE = 5_000
FACTOR = 4
STEEP = 7.0
"""Times that four times the text may take: 4 is linear, 16 is quadratic."""

PACKAGES = ("newsfacts.text", *(
    f"newsfacts_{name}" for name in ("places", "actors", "dateline", "casualties", "delegations")
))  # fmt: skip


@functools.cache
def pipeline() -> Pipeline:
    made = Pipeline(on_error="raise")
    made.warm_up()
    return made


def checked(text: str) -> Record:
    """Extract; every span says what the text says, and the record can be written and read."""
    record = pipeline().record(Article(text=text, published="2024-02-21"))
    assert not record.failures
    for facts in (record.actors, record.events, *record.facts.values()):
        for fact in facts:
            for span in fact.evidence:
                assert text[span.start : span.end] == span.text
    line = record.to_json()
    assert Record.from_json(line).to_json() == line
    return record


def seconds(text: str, times: int) -> float:
    article = Article(text=text, published="2024-02-21")
    best = float("inf")
    for _ in range(times):
        started = time.thread_time()
        pipeline().record(article)
        best = min(best, time.thread_time() - started)
    return best


@pytest.mark.parametrize("kind", kinds())
def test_cost_is_in_step_with_length(kind: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of."""
    make = kinds()[kind]
    checked(make(700))
    short, long = make(SIZE), make(SIZE * FACTOR)
    ratio = 0.0
    for times in (1, 2, 4, 8):
        ratio = seconds(long, times) / max(seconds(short, times + 1), 1e-9)
        if ratio < STEEP:
            return
    pytest.fail(f"{ratio:.1f} times as long for {FACTOR} times the text")


@pytest.mark.parametrize("kind", ["letters", "digits", "spaces", "open quotes", "full stops"])
def test_a_million_characters(kind: str) -> None:
    """Without a space, a stop, or an end of a quotation: nothing breaks."""
    checked(kinds()[kind](1_000_000))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


@functools.cache
def vocabulary() -> list[str]:
    """Every word that some lexicon of the core or an installed plugin knows."""
    words: set[str] = set()
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for file in Path(folder).glob("data/en/*.toml"):
                words.update(_strings(tomllib.loads(file.read_text(encoding="utf-8"))))
    return sorted(word for word in words if 0 < len(word) < 40)


FORMS = (
    "{}", "Two soldiers were killed and {}", "{} two soldiers were killed", "Dupont met {} on {}",
    "the {} {} {} killed", " {} of {} {}, {}", "{}\n\n{} - {}", "{} ({}) -- {} said {}",
    "He said {}. {}", "“{} {}", "{} and {} and {} of {}", "12 {} {} in {} on {}",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_words_of_the_lexicons_in_any_order(seed: int) -> None:
    """Rules meet their own words at the beginning, at the end and beside one another."""
    draw, words = random.Random(seed), vocabulary()
    assert len(words) > 3_000
    for _ in range(250):
        form = draw.choice(FORMS)
        checked(form.format(*(draw.choice(words) for _ in range(form.count("{}")))))


def test_texts_that_are_cut_off() -> None:
    """Each seed, ended within a sentence behind any of the words that begin something."""
    draw = random.Random(1)
    for path in sorted(SEEDS.glob("*.txt")):
        words = path.read_bytes().decode().split(" ")
        for last in (
            "",
            " a",
            " another",
            " some",
            " the",
            " of",
            " and",
            " (",
            " “",
            " 12",
            " Mr",
        ):
            checked(" ".join(words[: draw.randrange(1, len(words))]) + last)


@pytest.mark.parametrize(
    "text",
    [
        "The shelling killed another",
        "Two were killed and the army lost another",
        "",
        "\x00",
        "\ud800",
        "\ud800\udfff killed \udc00 12",
        "\ufeff\r\n\r\n",
        "İİİ killed ǅ ŉ ﬃ",
        "1" * 5_000 + " people were killed",
        "²³¹ people and ١٢ people and 1٢ people were killed on 31٣ March",
        "on 99/99/9999 and 0000-00-00, 24:61, 30 February, Q9 99999",
        "﷽" * 50,
        "a\u0301" * 500,
    ],
)
def test_texts_that_once_broke_something_or_might(text: str) -> None:
    """Found by fuzzing or thought of: each gives a record."""
    checked(text)
