"""Many articles through worker processes: in order, with bounded memory, whatever dies.

Each worker has two pipes of its own and a few numbers in shared memory that say which article it
is at, in which extractor, since when. So the parent knows what a worker that died, or does not
come back, was doing, and only that is lost. The parent runs no threads and never waits to send: it
sends to workers that are waiting, and ahead only what their pipe holds without being read.
"""

import contextlib
import logging
import multiprocessing
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

import attrs

from newsfacts.errors import BudgetExceeded, ExtractionError
from newsfacts.limits import hard_limit
from newsfacts.model import Article, ArticleInfo, Failure, Record

if TYPE_CHECKING:
    from newsfacts.pipeline import Pipeline, Timing

log = logging.getLogger("newsfacts")

CHUNK = 8
"""Articles handed to a worker at once: enough to hide the hand-over, few enough to stream."""

CHUNK_CHARS = 2**15
"""Characters after which a chunk is handed over, however few its articles."""

AHEAD = 3
"""Chunks in flight for each worker: the back-pressure that keeps memory flat."""

STILLBORN = 3
"""Workers in a row that may die as they start, before that is taken for the rule."""

_SENT_AHEAD_BYTES = 2**13  # where it is not known what a pipe holds

Chunk = tuple[Article, ...]
Known = Mapping[int, tuple[Failure, ...]]
Result = tuple[Record, Article, "Mapping[str, Timing]"]

_NOWHERE = -1.0
_ITSELF = "pipeline"
"""Who is said to have failed where no extractor or rule was running."""


@attrs.define
class _Answer:
    """What a worker gives for a chunk: records in order, up to an exception if there was one."""

    records: list[Record]
    timings: "Mapping[str, Timing]"
    error: BaseException | None = None


# In the worker.


def _serve(
    pipeline: "Pipeline", tasks: Connection, results: Connection, progress: Any, others: Any
) -> None:
    """Answer chunks until the parent closes its end or is no more."""
    # Ctrl-C reaches the whole process group; the parent decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _unblock_interrupts()
    for each in others:  # the parent's ends: held open here, they would hide that it died
        each.close()
    if pipeline.budget is not None:
        pipeline.warm_up()
    with contextlib.suppress(EOFError, OSError):
        results.send_bytes(b"")  # ready
        while True:
            chunk, known = tasks.recv()
            answer = _answer(pipeline, chunk, known, progress)
            progress[:] = (_NOWHERE, _NOWHERE, 0.0)
            results.send_bytes(_pickled(answer))


def _answer(pipeline: "Pipeline", chunk: Chunk, known: Known, progress: Any) -> _Answer:
    stages = len(pipeline.extractors)
    clock = time.monotonic

    def step(number: int) -> None:
        if number >= stages > progress[1]:
            progress[2] = clock()  # resolving has its own time
        progress[1] = number

    pipeline.forget_timings()
    records: list[Record] = []
    for number, article in enumerate(chunk):
        progress[:] = (number, _NOWHERE, clock())
        failures = known.get(number, ())
        try:
            if failures and pipeline.on_error == "raise":
                first = failures[0]
                raise ExtractionError(first.extractor, article.id, first.message)
            if any(failure.extractor == _ITSELF for failure in failures):
                records.append(Record(article=ArticleInfo.of(article), failures=failures))
            else:
                records.append(pipeline.record_despite(article, failures, step))
        except BaseException as error:
            return _Answer(records, pipeline.timings, error)
    return _Answer(records, pipeline.timings)


def _pickled(answer: _Answer) -> bytes:
    try:
        return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    except Exception as fault:
        error = RuntimeError(f"{answer.error or 'a record'!r} cannot be sent: {fault}")
        return pickle.dumps(_Answer([], {}, error), pickle.HIGHEST_PROTOCOL)


# In the parent.


def start_method() -> str:
    """Choose how workers start: forked (tables are shared) where that is safe, else spawned."""
    safe = threading.active_count() == 1 and sys.platform != "darwin"
    return "fork" if safe and "fork" in multiprocessing.get_all_start_methods() else "spawn"


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while a worker starts, which would meet it before it is prepared."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _unblock_interrupts() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _room(pipe: Connection) -> int:
    """Give how many bytes a pipe surely takes that nobody reads."""
    try:
        import fcntl

        return int(fcntl.fcntl(pipe.fileno(), fcntl.F_GETPIPE_SZ)) // 2
    except (ImportError, AttributeError, OSError):
        return _SENT_AHEAD_BYTES


@attrs.define(eq=False)
class _Task:
    """A chunk, where its answer goes, and what was seen of workers that died on it."""

    chunk: Chunk
    answer: _Answer | None = None
    known: dict[int, tuple[Failure, ...]] = attrs.field(factory=dict)
    suspect: int | None = None  # the article at which a worker died before
    lost: int = 0  # how many workers died before they were at any article of it
    sent: bool = False

    def payload(self) -> bytes:
        return pickle.dumps((self.chunk, self.known), pickle.HIGHEST_PROTOCOL)


class _Worker:
    """A process and what it was sent."""

    def __init__(self, pipeline: "Pipeline", others: Iterable["_Worker"]) -> None:
        method = start_method()
        context = multiprocessing.get_context(method)
        tasks, self._tasks = context.Pipe(duplex=False)
        self.results, results = context.Pipe(duplex=False)
        self.progress = context.RawArray("d", (_NOWHERE, _NOWHERE, 0.0))
        ends = [self._tasks, self.results]
        for other in others:
            ends += [other._tasks, other.results]
        self.process = context.Process(  # type: ignore[attr-defined]
            target=_serve,
            args=(pipeline, tasks, results, self.progress, ends if method == "fork" else ()),
            daemon=True,  # so that it ends with this process, whatever happens
        )
        try:
            with _interrupts_held():
                self.process.start()
        finally:
            tasks.close()
            results.close()
        self._room = _room(self._tasks)
        self.ready = False
        self.sent: deque[_Task] = deque()

    def take(self, task: _Task) -> bool:
        """Send a task if the worker waits for one, or its pipe holds it beside the one at work."""
        if len(self.sent) > 1:
            return False
        payload = task.payload()
        if self.sent and len(payload) > self._room:
            return False
        task.sent = True
        self.sent.append(task)
        with contextlib.suppress(OSError):  # it has died, which will be seen
            self._tasks.send_bytes(payload)
        return True

    def overdue(self, limit: float) -> float:
        """Give the seconds by which the article at work is over its limit; negative if under."""
        started = self.progress[2]
        return time.monotonic() - started - limit if started else -limit

    def dismiss(self) -> None:
        """Let it end by itself: there is nothing more to do."""
        self._tasks.close()

    def kill(self) -> None:
        """End it now, and wait until it has."""
        if self.process.pid is not None:
            self.process.kill()
            self.process.join()
        self._tasks.close()
        self.results.close()


@attrs.define(eq=False)
class _Crew:
    """The workers, and the tasks in the order of the input."""

    pipeline: "Pipeline"
    size: int
    pending: deque[_Task] = attrs.field(factory=deque)
    workers: list[_Worker] = attrs.field(factory=list)
    stillborn: int = 0

    def distribute(self) -> None:
        """Send what can be sent, to those with least to do first; start workers as needed."""
        for task in self.pending:
            if task.sent:
                continue
            idle = [worker for worker in self.workers if not worker.sent]
            if not idle and len(self.workers) < self.size:
                idle = [_Worker(self.pipeline, self.workers)]
                self.workers += idle
            if not any(worker.take(task) for worker in idle or self.workers):
                return

    def wait(self) -> None:
        """Wait until something happens, and see to it."""
        budget = self.pipeline.budget
        limit = None if budget is None else hard_limit(budget)
        pause = None
        if limit is not None:
            pause = max(0.05, min(-worker.overdue(limit) for worker in self.workers))
        happened = wait(
            [end for worker in self.workers for end in (worker.results, worker.process.sentinel)],
            pause,
        )
        for worker in tuple(self.workers):
            if worker.results in happened:
                self._receive(worker)
            elif worker.process.sentinel in happened:
                self._lost(worker)
            elif limit is not None and worker.sent and worker.overdue(limit) > 0:
                self._stop(worker, limit)

    def _receive(self, worker: _Worker) -> None:
        try:
            data = worker.results.recv_bytes()
        except (EOFError, OSError):
            self._lost(worker)
            return
        if not worker.ready:
            worker.ready = True
            self.stillborn = 0
            return
        task = worker.sent.popleft()
        self.distribute()  # it goes on while its answer is read
        task.answer = pickle.loads(data)  # noqa: S301 - made by a process of our own

    def _stop(self, worker: _Worker, limit: float) -> None:
        """Stop a worker that does not come back, and go on without what held it."""
        worker.kill()
        number, step, _ = worker.progress
        if worker.overdue(limit) > 0 and number >= 0 and worker.sent:
            task, at = worker.sent[0], int(number)
            failure = Failure(
                extractor=self._name(step),
                error=BudgetExceeded.__name__,
                message=f"the article's time budget of {self.pipeline.budget:g} s ran out in"
                f" {self._name(step)!r}, which did not come back in {limit:g} s: its worker"
                " process was stopped",
            )
            self._note(task, at, failure)
        self._replace(worker)

    def _lost(self, worker: _Worker) -> None:
        """See to a worker that died by itself, or was killed by somebody else."""
        worker.kill()
        status = worker.process.exitcode
        how = f"was killed by signal {-status}" if status and status < 0 else f"died ({status})"
        if not worker.ready:
            self.stillborn += 1
            if self.stillborn >= STILLBORN:
                raise RuntimeError(
                    f"worker processes die as they start: the last of {STILLBORN} {how}. If they"
                    ' are spawned, the calling script needs `if __name__ == "__main__":`;'
                    " workers=1 does without them"
                )
        if worker.sent:
            self._suspect(worker.sent[0], worker, how)
        self._replace(worker)

    def _suspect(self, task: _Task, worker: _Worker, how: str) -> None:
        """Remember at which article a worker died; the second time it is taken for the cause."""
        number, step, _ = worker.progress
        if number < 0:
            task.lost += 1
            if task.lost >= STILLBORN:
                raise RuntimeError(
                    f"{STILLBORN} worker processes died as they were handed the articles"
                    f" {', '.join(repr(article.id) for article in task.chunk)}: the last {how}"
                )
            return
        at = int(number)
        if task.suspect != at:
            task.suspect = at
            id = task.chunk[at].id
            log.warning("a worker process %s at article %r; it is done again", how, id)
            return
        name = self._name(step)
        message = f"the worker process {how} on this article, not for the first time, in {name!r}"
        self._note(task, at, Failure(extractor=name, error="WorkerDied", message=message))

    def _name(self, step: float) -> str:
        return self.pipeline.steps[int(step)] if step >= 0 else _ITSELF

    def _note(self, task: _Task, at: int, failure: Failure) -> None:
        """Have an article done without what failed on it."""
        log.warning("article %r: %s: %s", task.chunk[at].id, failure.extractor, failure.message)
        before = task.known.get(at, ())
        if any(failure.extractor == each.extractor for each in before):  # it was not to blame
            failure = attrs.evolve(failure, extractor=_ITSELF)
        task.known[at] = (*before, failure)

    def _replace(self, worker: _Worker) -> None:
        """Take a worker out; what it had is sent anew."""
        self.workers.remove(worker)
        for task in worker.sent:
            task.sent = False
        worker.sent.clear()
        self.distribute()

    def dismiss(self) -> None:
        """Let the workers end: there is nothing more to do."""
        for worker in self.workers:
            worker.dismiss()
        for worker in self.workers:
            worker.process.join(1.0)

    def close(self) -> None:
        """End all workers, whatever they are at."""
        for worker in self.workers:
            worker.kill()
        self.workers.clear()


def map_in_workers(
    pipeline: "Pipeline", articles: Iterable[Article], workers: int
) -> Iterator[Result]:
    """Give (record, article, timings of its chunk or none) in input order.

    A worker that dies is replaced and its article done again; where that kills a worker once
    more, the article is done without the extractor that was running, and its record says so. With
    a budget, so is an article whose worker does not come back. If the input raises, what came
    before it is still given.

    Raises:
        RuntimeError: workers die as they start.
    """
    stream = iter(articles)
    crew = _Crew(pipeline, workers)
    ended: BaseException | None = None
    exhausted = False
    try:
        while True:
            while not exhausted and len(crew.pending) < AHEAD * workers:
                chunk, exhausted, ended = _take(stream)
                if chunk:
                    crew.pending.append(_Task(chunk))
            if not crew.pending:
                break
            crew.distribute()
            while crew.pending[0].answer is None:
                crew.wait()
            task = crew.pending.popleft()
            yield from _results(task)
        crew.dismiss()
        if ended is not None:
            raise ended
    finally:
        crew.close()


def _take(stream: Iterator[Article]) -> tuple[Chunk, bool, BaseException | None]:
    """Take the next chunk; say whether it is the last, and which error ended the input."""
    chunk: list[Article] = []
    size = 0
    try:
        while len(chunk) < CHUNK and size < CHUNK_CHARS:
            article = next(stream, None)
            if article is None:
                return tuple(chunk), True, None
            chunk.append(article)
            size += len(article.text)
    except Exception as error:
        return tuple(chunk), True, error
    return tuple(chunk), False, None


def _results(task: _Task) -> Iterator[Result]:
    answer = task.answer
    assert answer is not None  # noqa: S101 - waited for
    timings = answer.timings
    for record, article in zip(answer.records, task.chunk, strict=answer.error is None):
        yield record, article, timings
        timings = {}
    if answer.error is not None:
        raise answer.error
