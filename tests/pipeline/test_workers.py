"""Worker processes: order, back-pressure, deaths, interruptions, both ways of starting them."""

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsfacts import (
    Article,
    Casualty,
    Count,
    ExtractionError,
    Extractor,
    Pipeline,
    Span,
    hookimpl,
    load_plugins,
)
from newsfacts import parallel as parallel_module
from newsfacts.parallel import AHEAD, CHUNK, CHUNK_CHARS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are spawned here")


class Obeying(Extractor):
    """Does what the text says."""

    name = "obeying"
    provides = ("casualties",)

    def extract(self, article, context):
        word, _, rest = article.text.partition(" ")
        if word == "KILL":  # each time
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "ONCE":  # the first time only; the rest of the text is a file that remembers
            with contextlib.suppress(FileExistsError):
                Path(rest).touch(exist_ok=False)
                os.kill(os.getpid(), signal.SIGKILL)
        count = Count.of(1, text=word)
        yield Casualty(harm="killed", count=count, evidence=Span.of(article.text, 0, len(word)))


class Before(Obeying):
    """Runs first, and is spared."""

    name = "before"
    provides = ("before",)

    def extract(self, article, context):
        yield Casualty(
            harm="injured", count=Count.of(1, text="x"), evidence=Span.of(article.text, 0, 1)
        )


class Plugin:
    @hookimpl
    def newsfacts_extractors(self):
        last = Obeying()
        type(last).uses = ("before",)
        return [last, Before()]


def pipeline_of() -> Pipeline:
    plugins = load_plugins(extra={"obeying": Plugin()}, discover=False)
    assert not plugins.report.errors
    return Pipeline(plugins=plugins)


def test_a_worker_that_is_killed_is_replaced_and_its_article_done_again(tmp_path, caplog) -> None:
    """Nothing is lost or twice; the article at which it died is reported."""
    texts = [f"n{number} died" for number in range(60)]
    for number in (5, 6, 33):
        texts[number] = f"ONCE {tmp_path / str(number)}"
    articles = [Article(text=text, id=f"a{number}") for number, text in enumerate(texts)]
    records = list(pipeline_of().map(articles, workers=2))
    assert [record.article.id for record in records] == [article.id for article in articles]
    assert not any(record.failures for record in records)
    assert all(record.casualties for record in records)
    said = [record.getMessage() for record in caplog.records]
    for number in (5, 6, 33):
        assert any(
            f"was killed by signal 9 at article 'a{number}'; it is done again" in line
            for line in said
        )


def test_an_article_that_kills_each_worker_keeps_what_others_found(caplog) -> None:
    """The extractor that was running is named and left out; the rest of the record is there."""
    texts = ["n0 died", "KILL all", "n2 died"]
    records = list(pipeline_of().map(texts, workers=2))
    assert [len(record.failures) for record in records] == [0, 1, 0]
    failure = records[1].failures[0]
    assert (failure.extractor, failure.error) == ("obeying", "WorkerDied")
    assert "was killed by signal 9" in failure.message
    assert [fact.harm for fact in records[1].casualties] == ["injured"]


def test_a_slow_consumer_bounds_what_is_in_flight() -> None:
    """Whoever takes records slowly slows the reading down: the distance stays bounded."""
    taken = 0
    bound = AHEAD * 2 * CHUNK + CHUNK

    def stream() -> Iterator[str]:
        nonlocal taken
        for number in range(600):
            taken += 1
            yield f"n{number} died"

    furthest = 0
    for given, _ in enumerate(pipeline_of().map(stream(), workers=2)):
        furthest = max(furthest, taken - given)
    assert taken == 600
    assert CHUNK < furthest <= bound


def test_long_articles_are_handed_over_one_by_one() -> None:
    """What is in flight is bounded in characters too."""
    taken = 0

    def stream() -> Iterator[str]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield f"n{number} " + "x" * CHUNK_CHARS

    records = pipeline_of().map(stream(), workers=2)
    next(records)
    assert taken <= AHEAD * 2 + 1
    records.close()


def test_long_and_short_articles_pass_each_other_without_a_halt() -> None:
    """Texts and records that no pipe holds at once block nobody."""
    texts = [f"n{number} " + "word " * (50_000 if number % 7 == 0 else 3) for number in range(40)]
    records = list(pipeline_of().map(texts, workers=3))
    assert [record.article.chars for record in records] == [len(text) for text in texts]


def children() -> set[int | None]:
    return {child.pid for child in multiprocessing.active_children()}


def test_no_worker_outlives_its_map() -> None:
    """Neither when all is done, nor when the consumer stops early."""
    before = children()
    pipeline = pipeline_of()
    list(pipeline.map(["n died"] * 20, workers=2))
    assert children() == before
    records = pipeline.map(["n died"] * 200, workers=2)
    next(records)
    assert len(children() - before) == 2
    records.close()
    assert children() == before


def test_no_more_workers_than_there_is_work_for() -> None:
    """A thousand are not started for three articles."""
    before = children()
    records = pipeline_of().map(["n died"] * 3, workers=1000)
    next(records)
    assert len(children() - before) == 1
    records.close()


def test_an_exception_comes_behind_the_records_before_it() -> None:
    """With on_error="raise", what came before the article is given first."""
    plugins = load_plugins(extra={"obeying": Plugin()}, discover=False)
    pipeline = Pipeline(plugins=plugins, on_error="raise")
    given = []
    records = pipeline.map(["n died"] * 11 + ["KILL it"] + ["n died"] * 30, workers=2)
    with pytest.raises(ExtractionError, match=r"'obeying' failed on article .* killed by signal 9"):
        given.extend(records)
    assert len(given) == 11


def test_spawned_workers_give_the_same(monkeypatch) -> None:
    """Where forking is not safe, workers build their pipeline anew: the same records."""
    texts = [f"Article {number}: three men died in Lyon on Monday." for number in range(12)]
    alone = [record.to_json() for record in Pipeline().map(texts)]
    monkeypatch.setattr(parallel_module, "start_method", lambda: "spawn")
    pipeline = Pipeline(budget=60.0)
    assert [record.to_json() for record in pipeline.map(texts, workers=2)] == alone


def test_a_process_with_threads_spawns() -> None:
    """Forking it could copy a lock that is held."""
    import threading

    assert parallel_module.start_method() == ("spawn" if sys.platform == "darwin" else "fork")
    held = threading.Event()
    thread = threading.Thread(target=held.wait)
    thread.start()
    try:
        assert parallel_module.start_method() == "spawn"
    finally:
        held.set()
        thread.join()


def test_workers_that_cannot_start_are_an_error(monkeypatch) -> None:
    """No endless row of them: the message says how they died."""

    def dying(*_: object) -> None:
        os._exit(7)

    monkeypatch.setattr(parallel_module, "_serve", dying)
    with pytest.raises(RuntimeError, match=r"die as they start: the last of 3 died \(7\)"):
        list(pipeline_of().map(["n died"], workers=2))


SCRIPT = """
import os, sys
from newsfacts import Pipeline

def texts():
    for number in range(1_000_000):
        yield f"Article {number}: two men died in Lyon on Monday."

if __name__ == "__main__":
    import multiprocessing
    for number, _ in enumerate(Pipeline().map(texts(), workers=2)):
        if number == 20:
            print(*(child.pid for child in multiprocessing.active_children()), flush=True)
"""


def _is_there(pid: int) -> bool:
    """Whether a process runs still (one that has ended and waits to be collected does not)."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _gone(pid: int) -> bool:
    """Wait until a process has ended, for as long as a busy machine may need."""
    with contextlib.suppress(OSError):
        handle = os.pidfd_open(pid)  # type: ignore[attr-defined,unused-ignore]
        try:
            import select

            select.select([handle], [], [], 30)
        finally:
            os.close(handle)
    return not _is_there(pid)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for processes by pidfd")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whatever_ends_the_parent_ends_the_workers(tmp_path: Path, how: signal.Signals) -> None:
    """Ctrl-C (to the whole group), SIGTERM and SIGKILL (to the parent): no orphans stay."""
    script = tmp_path / "script.py"
    script.write_text(textwrap.dedent(SCRIPT))
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        workers = [int(pid) for pid in process.stdout.readline().split()]
        assert len(workers) == 2
        if how == signal.SIGINT:
            os.killpg(process.pid, how)
        else:
            os.kill(process.pid, how)
        assert all(_gone(pid) for pid in workers)
        said = process.stderr.read()
        process.wait()
    if how == signal.SIGINT:
        assert said.count("Traceback") == 1  # of the script, which does not catch it; none of ours
        assert said.rstrip().endswith("KeyboardInterrupt")
