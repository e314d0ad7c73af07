"""Batches of articles to measure speed on: no two alike, so that no cache of texts can flatter.

A batch is asked for by name: `seeds` (the project's own seed articles, two to a text, which makes
the usual two kilobytes), `shared-seeds` (the two longer articles that stand beside the corpora) or
a corpus, such as `reuters-dev`. Seed articles are varied from one to the next: figures, days, the
surnames of their people and the order of their paragraphs. Articles of a corpus are taken evenly
from the whole of it, each once.
"""

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from about import ROOT
from accuracy import articles as corpus_articles

from newsfacts import Article

OWN = "seeds"
SHARED = "shared-seeds"
_NUMBER = re.compile(r"(?<![\d,.:-])([1-9]\d?)(?![\d,.:-])")
_CAPITALISED = re.compile(r"\b[A-Z]\w+")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "April", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip  # May and March are words of other kinds, too


def surname(draw: random.Random) -> str:
    """Make up a name that no table has."""
    syllables = (draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(3))
    return ("".join(syllables) + draw.choice(("n", "r", "s", "v", ""))).capitalize()


def varied(text: str, step: int, surnames: Iterable[str] = ()) -> str:
    """Give the text with other figures, days and surnames, its inner paragraphs turned round."""
    head, *inner = text.split("\n\n")
    turn = step % len(inner) if inner else 0
    body = "\n\n".join([head, *inner[turn:], *inner[:turn]])
    draw = random.Random(step)
    words = {name: surname(draw) for name in surnames}
    for names in (_WEEKDAYS, _MONTHS):
        words |= {name: names[(at + step) % len(names)] for at, name in enumerate(names)}
    body = _CAPITALISED.sub(lambda found: words.get(found[0], found[0]), body)
    return _NUMBER.sub(lambda found: str((int(found[1]) + step) % 28 + 1), body)


def _surnames(gold: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the last words of the names of an article's people, as its gold has them."""
    people = (each["name"].split() for each in gold["actors"] if each["kind"] == "person")
    return tuple(sorted({name[-1] for name in people if len(name) > 1}))


Seed = tuple[str, tuple[str, ...]]


@cache
def own_seeds() -> tuple[Seed, ...]:
    """Give the texts of the project's seeds, each with its people's surnames."""
    return tuple(
        (
            path.read_bytes().decode(),
            _surnames(json.loads(path.with_suffix(".gold.json").read_bytes())),
        )
        for path in sorted((ROOT / "seeds").glob("*.txt"))
    )


@cache
def shared_seeds(shared: Path) -> tuple[Seed, ...]:
    """Give the texts of the seeds beside the corpora, each with its people's surnames."""
    lines = (shared / "gold" / "seeds.gold.jsonl").read_bytes().splitlines()
    gold = {each["id"]: each for each in map(json.loads, lines)}
    return tuple(
        (path.read_bytes().decode(), _surnames(gold[path.stem]))
        for path in sorted((shared / "seeds").glob("*.txt"))
    )


def articles(count: int, first: int = 0) -> Iterator[Article]:
    """Give own seed articles, two to a text, from the number `first` on; each number once."""
    seeds = own_seeds()
    for number in range(first, first + count):
        text, names = seeds[number % len(seeds)]
        other, other_names = seeds[(number * 7 + 3) % len(seeds)]
        both = (
            f"{varied(text, number // len(seeds), names)}\n\n{varied(other, number, other_names)}"
        )
        yield Article(text=both, id=str(number), published="2024-02-21")


def rounds(name: str, shared: Path, count: int, number: int) -> list[list[Article]]:
    """Give a batch of `count` articles for each of `number` rounds; none comes twice.

    Of a corpus that has fewer, every round gets its share.

    Raises:
        FileNotFoundError: there is no such corpus.
    """
    if name == OWN:
        return [list(articles(count, first=at * count)) for at in range(number)]
    if name == SHARED:
        seeds = shared_seeds(shared)
        drawn = [
            Article(text=varied(text, step, names), id=f"{at}-{step}", published="2024-02-12")
            for step in range(1 + count * number // len(seeds))
            for at, (text, names) in enumerate(seeds)
        ]
        return [drawn[at * count : (at + 1) * count] for at in range(number)]
    whole = list(corpus_articles(shared, name))
    stride = max(1, len(whole) // (count * number))
    evenly = whole[::stride]
    return [evenly[at::number][:count] for at in range(number)]


def size(batch: Iterable[Article]) -> int:
    """Count the bytes of the texts."""
    return sum(len(article.text.encode("utf-8", "surrogatepass")) for article in batch)


def fingerprint(batch: Sequence[Article]) -> str:
    """Tell one batch from another."""
    texts = (article.sha256 for article in batch)
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:16]
