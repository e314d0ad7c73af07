"""How long does each part of the pipeline take by itself?

usage: python benchmarks/parts.py [--json FILE] [options of pyperf; --fast for a glance]

The parts: splitting sentences, the cue scan, a scan for 32,000 phrases, splitting words, reading
counts in words that are split, each extractor on what the others before it found, all extractors,
resolution, writing and reading JSON, and the whole. The articles are the project's own seeds,
varied (batches.py). What a part needs beforehand is made anew for every loop and not timed, so that
no cache of an article is met full; tables are loaded and words may have been seen before.

pyperf runs it: each part in several fresh processes, each with its own seed of hashes and layout of
memory, which move a program of sets and dicts by more than the clock does; it warns of unstable
figures, and `pyperf compare_to` tells two of its own files (-o) apart by a test of significance.
The clock is the processor's, because a machine is rarely alone.

`instructions.py` counts the instructions of the same parts.
"""

import gc
import importlib
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from batches import articles
from engines import words

from newsfacts import Article, Pipeline, Record
from newsfacts.extractors import Context, CueScanner, Reading
from newsfacts.plugins import LoadedExtractor
from newsfacts.text import PhraseMatcher, Token, read_counts, sentences, tokens

Run = Callable[[], object]


class Part(NamedTuple):
    """A part of the pipeline: what prepares a batch gives what is to be measured."""

    name: str
    prepare: Callable[[Sequence[Article]], Run]


class Bench:
    """A pipeline and what its parts are measured with."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self.extractors: tuple[LoadedExtractor, ...] = pipeline.plugins.extractors
        self.scanner = CueScanner({each.name: each.extractor.cues for each in self.extractors})
        self._found: dict[str, list[Any]] = {}

    def reading(self, article: Article) -> Reading:
        """Give an article as the first extractor meets it."""
        return Reading(article, self.scanner, self.pipeline.resolve)

    def found(self, article: Article) -> list[Any]:
        """Give what each extractor has found, as the pipeline files it."""
        if article.sha256 not in self._found:
            reading = self.reading(article)
            found = self._found[article.sha256] = []
            for each in self.extractors:
                found.append(self.pipeline._run(each, article, reading))
                reading.add(found[-1])
        return self._found[article.sha256]

    def run(self, each: LoadedExtractor, article: Article, reading: Reading) -> list[Any]:
        """Run one extractor; give what it claims."""
        context = Context(reading, each.extractor, each.config)
        return list(each.extractor.extract(article, context) or ())

    def parts(self) -> Iterator[Part]:
        """Give every part in the order in which the pipeline runs them."""
        yield Part("sentences", _sentences)
        yield Part("cue scan", self._cue_scan)
        yield Part("phrase scan, 32,000 names", _phrase_scan)
        yield Part("tokens", _tokens)
        yield Part("counts, words split", _counts)
        for number, each in enumerate(self.extractors):
            yield Part(f"extractor {each.name}", self._extractor(number))
        yield Part("all extractors", self._claim)
        yield Part("resolve", self._resolve)
        yield Part("to_json", self._to_json)
        yield Part("from_json", self._from_json)
        yield Part("whole", self._whole)

    def _cue_scan(self, batch: Sequence[Article]) -> Run:
        texts = [article.text for article in batch]
        return lambda: [self.scanner.scan(text) for text in texts]

    def _extractor(self, number: int) -> Callable[[Sequence[Article]], Run]:
        each = self.extractors[number]

        def prepare(batch: Sequence[Article]) -> Run:
            readings = []
            for article in batch:
                reading = self.reading(article)
                for found in self.found(article)[:number]:
                    reading.add(found)
                reading.hits(each.name)
                assert reading.sentences
                readings.append((article, reading))
            return lambda: [self.run(each, article, reading) for article, reading in readings]

        return prepare

    def _claim(self, batch: Sequence[Article]) -> Run:
        return lambda: [self.pipeline.claims(article) for article in batch]

    def _resolve(self, batch: Sequence[Article]) -> Run:
        both = [(article, self.pipeline.claims(article)) for article in batch]
        return lambda: [self.pipeline.resolve(article, claims) for article, claims in both]

    def _to_json(self, batch: Sequence[Article]) -> Run:
        records = [self.pipeline.extract(article) for article in batch]
        return lambda: [record.to_json() for record in records]

    def _from_json(self, batch: Sequence[Article]) -> Run:
        written = [self.pipeline.extract(article).to_json() for article in batch]
        return lambda: [Record.from_json(text) for text in written]

    def _whole(self, batch: Sequence[Article]) -> Run:
        return lambda: [self.pipeline.extract(article) for article in batch]


def _sentences(batch: Sequence[Article]) -> Run:
    texts = [article.text for article in batch]
    return lambda: [list(sentences(text)) for text in texts]


@cache
def _names() -> PhraseMatcher[str]:
    names = words(32_000, 7, capital=True)
    return PhraseMatcher({name: name for name in names}, ignore_case=False)


def _phrase_scan(batch: Sequence[Article]) -> Run:
    draw = random.Random(3)
    names = words(32_000, 7, capital=True)
    matcher = _names()
    # Some of the names have to stand there, as places do in a story.
    texts = [
        " ".join(draw.choice(names) if draw.random() < 0.03 else word for word in split)
        for split in (article.text.split(" ") for article in batch)
    ]
    return lambda: [list(matcher.find(text)) for text in texts]


def _ranges(batch: Sequence[Article]) -> list[tuple[str, list[tuple[int, int]]]]:
    return [(each.text, [(at.start, at.end) for at in sentences(each.text)]) for each in batch]


def _tokens(batch: Sequence[Article]) -> Run:
    prepared = _ranges(batch)
    return lambda: [
        list(tokens(text, start, end)) for text, ranges in prepared for start, end in ranges
    ]


def _counts(batch: Sequence[Article]) -> Run:
    split: list[tuple[list[Token], str]] = [
        (list(tokens(text, start, end)), text)
        for text, ranges in _ranges(batch)
        for start, end in ranges
    ]
    return lambda: [list(read_counts(read, text)) for read, text in split]


ARTICLES = 40


@cache
def _bench() -> tuple[Bench, tuple[Article, ...]]:
    pipeline = Pipeline(on_error="raise")
    pipeline.warm_up()
    return Bench(pipeline), tuple(articles(ARTICLES))


def _timer(name: str) -> Callable[[int], float]:
    def timed(loops: int) -> float:
        bench, batch = _bench()
        part = next(each for each in bench.parts() if each.name == name)
        total = 0.0
        for _ in range(loops):
            run = part.prepare([Article(text=a.text, published=a.published) for a in batch])
            gc.collect()
            started = time.process_time()
            run()
            total += time.process_time() - started
        return total

    return timed


def main() -> int:
    try:
        pyperf: Any = importlib.import_module("pyperf")
    except ImportError:
        print("parts.py needs pyperf: see requirements-bench.in", file=sys.stderr)
        return 2

    def hand_down(command: list[str], options: Any) -> None:
        if options.json:
            command.extend(("--json", str(options.json)))

    runner = pyperf.Runner(processes=5, values=3, warmups=1, add_cmdline_args=hand_down)
    runner.argparser.add_argument("--json", type=Path, help="write the medians here")
    options = runner.parse_args()
    options.quiet = not options.verbose  # the spread stands beside each figure
    names = [part.name for part in Bench(Pipeline()).parts()]
    figures: dict[str, dict[str, float]] = {}
    for name in names:
        found: Any = runner.bench_time_func(name, _timer(name), inner_loops=ARTICLES)
        if found is None or runner.args.worker:
            continue
        values = found.get_values()
        figures[name] = {
            "ms an article": 1000 * statistics.median(values),
            "least": 1000 * min(values),
            "most": 1000 * max(values),
            "standard deviation": 1000 * (statistics.stdev(values) if len(values) > 1 else 0.0),
            "values": len(values),
        }
    if options.json and not runner.args.worker:
        from about import write

        write(options.json, figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
