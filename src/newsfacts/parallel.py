"""Many articles through worker processes: in order, with bounded memory, whatever dies."""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TYPE_CHECKING

import attrs

from newsfacts.model import Article, ArticleInfo, Failure, Record

if TYPE_CHECKING:
    from newsfacts.pipeline import Pipeline, Timing

CHUNK = 8
"""Articles handed to a worker at once: enough to hide the hand-over, few enough to stream."""

AHEAD = 3
"""Chunks in flight for each worker: the back-pressure that keeps memory flat."""

Chunk = tuple[Article, ...]
Done = tuple[list[Record], "Mapping[str, Timing]"]

_pipeline: "Pipeline | None" = None  # a worker's own; set once when it starts


def _start_worker(pipeline: "Pipeline") -> None:
    global _pipeline
    _pipeline = pipeline
    # Ctrl-C reaches the whole process group; the parent decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(chunk: Chunk) -> Done:
    assert _pipeline is not None  # noqa: S101 - set by _start_worker
    _pipeline.forget_timings()
    return [_pipeline.record(article) for article in chunk], _pipeline.timings


def start_method() -> str:
    """Choose how workers start: forked (tables are shared) where that is safe, else spawned."""
    safe = threading.active_count() == 1
    return "fork" if safe and "fork" in multiprocessing.get_all_start_methods() else "spawn"


@attrs.define
class _Pool:
    """A process pool that is made anew after one of its workers died."""

    pipeline: "Pipeline"
    workers: int
    _executor: ProcessPoolExecutor | None = None

    def submit(self, chunk: Chunk) -> "Future[Done]":
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self.workers,
                mp_context=multiprocessing.get_context(start_method()),
                initializer=_start_worker,
                initargs=(self.pipeline,),
            )
        try:
            return self._executor.submit(_work, chunk)
        except BrokenProcessPool as error:
            broken: Future[Done] = Future()
            broken.set_exception(error)
            return broken

    def close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


def map_in_workers(
    pipeline: "Pipeline", articles: Iterable[Article], workers: int
) -> "Iterator[Result]":
    """Give (record, article, timings of its chunk or none) in input order.

    If a worker dies, the pool is replaced and what was in flight is done again one article at a
    time; an article that kills its worker once more gets a record that says so. If the input
    raises, what came before it is still given.
    """
    stream = iter(articles)
    pool = _Pool(pipeline, workers)
    flying: deque[tuple[Chunk, Future[Done]]] = deque()
    ended: BaseException | None = None
    exhausted = False
    try:
        while True:
            while not exhausted and len(flying) < AHEAD * workers:
                chunk, ended = _take(stream)
                exhausted = ended is not None or len(chunk) < CHUNK
                if chunk:
                    flying.append((chunk, pool.submit(chunk)))
            if not flying:
                break
            chunk, future = flying.popleft()
            try:
                done = future.result()
            except BrokenProcessPool:
                # Any of those in flight may be the culprit: what is not done is done singly.
                pool.close()
                for each, its in ((chunk, future), *flying):
                    if its.done() and not its.cancelled() and not its.exception():
                        yield from _zip(each, its.result())
                    else:
                        yield from _one_by_one(pool, each)
                flying.clear()
                continue
            yield from _zip(chunk, done)
        if ended is not None:
            raise ended
    finally:
        pool.close()


Result = tuple[Record, Article, "Mapping[str, Timing]"]


def _take(stream: Iterator[Article]) -> tuple[Chunk, BaseException | None]:
    """Take the next chunk; an input that raises ends it, and its error is handed on."""
    chunk: list[Article] = []
    try:
        chunk.extend(islice(stream, CHUNK))
    except Exception as error:
        return tuple(chunk), error
    return tuple(chunk), None


def _zip(chunk: Chunk, done: Done) -> Iterator[Result]:
    records, timings = done
    for record, article in zip(records, chunk, strict=True):
        yield record, article, timings
        timings = {}


def _one_by_one(pool: _Pool, chunk: Chunk) -> Iterator[Result]:
    for article in chunk:
        try:
            done = pool.submit((article,)).result()
        except BrokenProcessPool:
            pool.close()
            done = [_dead(article)], {}
        yield from _zip((article,), done)


def _dead(article: Article) -> Record:
    return Record(
        article=ArticleInfo.of(article),
        failures=(
            Failure(
                extractor="pipeline",
                error="WorkerDied",
                message="the worker process died on this article; nothing was extracted",
            ),
        ),
    )
