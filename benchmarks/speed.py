"""How fast is the whole pipeline, and where does the time go?

usage: python benchmarks/speed.py [--articles N] [--rounds N] [--workers N] [--shared DIR]

Articles are the project's own seeds, each varied so that no cache of texts or sentences can
flatter: figures, days and paragraph order differ from one to the next. Where --shared holds the
yardstick of ten hand-written patterns, it is run on the same articles in turn, and the ratio of
the medians stands beside the speed. Figures are of one process and one core unless told.
"""

import argparse
import importlib.util
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from newsfacts import Article, Pipeline

ROOT = Path(__file__).resolve().parent.parent
_NUMBER = re.compile(r"(?<![\d,.:-])([1-9]\d?)(?![\d,.:-])")


def varied(text: str, step: int) -> str:
    """Give the text with other small figures and its inner paragraphs turned round."""
    head, *inner = text.split("\n\n")
    turn = step % len(inner) if inner else 0
    body = "\n\n".join([head, *inner[turn:], *inner[:turn]])
    return _NUMBER.sub(lambda found: str((int(found[1]) + step) % 28 + 1), body)


def articles(count: int) -> Iterator[Article]:
    seeds = [path.read_bytes().decode() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for number in range(count):
        text = varied(seeds[number % len(seeds)], number // len(seeds))
        # Seed articles are short; two make one of the usual two to four kilobytes.
        other = varied(seeds[(number * 7 + 3) % len(seeds)], number)
        yield Article(text=f"{text}\n\n{other}", id=str(number), published="2024-02-21")


def yardstick(shared: Path) -> Callable[[str], object] | None:
    path = shared / "score" / "yardstick.py"
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location("yardstick", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    run: Callable[[str], object] = module.run
    return run


def in_process(program: str) -> tuple[float, float]:
    """Give wall seconds and peak megabytes of a fresh process."""
    tell = ";import resource;print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    command = [sys.executable, "-c", program + tell]
    seconds = []
    for _ in range(5):
        started = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds), int(done.stdout.split()[-1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    batch = list(articles(options.articles))
    size = sum(len(article.text.encode()) for article in batch)
    pipeline = Pipeline(timing=True)
    pipeline.warm_up()
    measured: dict[str, list[float]] = {"extract": [], "to_json": []}
    peer = yardstick(options.shared)
    if peer:
        measured["yardstick"] = []
    for _ in range(options.rounds):
        started = time.process_time()
        records = [pipeline.extract(article) for article in batch]
        measured["extract"].append(time.process_time() - started)
        started = time.process_time()
        for record in records:
            record.to_json()
        measured["to_json"].append(time.process_time() - started)
        if peer:
            started = time.process_time()
            for article in batch:
                peer(article.text)
            measured["yardstick"].append(time.process_time() - started)
    figures: dict[str, float] = {}
    median = {name: statistics.median(taken) for name, taken in measured.items()}
    spread = (max(measured["extract"]) - min(measured["extract"])) / median["extract"]
    figures["articles"] = len(batch)
    figures["bytes an article"] = size / len(batch)
    figures["articles a second"] = len(batch) / median["extract"]
    figures["MB a second"] = size / 1e6 / median["extract"]
    figures["spread of rounds"] = spread
    figures["to_json ms"] = 1000 * median["to_json"] / len(batch)
    if peer:
        figures["times the ten patterns"] = median["extract"] / median["yardstick"]
    for name, timing in pipeline.timings.items():
        figures[f"{name} ms"] = 1000 * timing.seconds / timing.calls
    known = sum(timing.seconds / timing.calls for timing in pipeline.timings.values())
    figures["core ms"] = 1000 * (median["extract"] / len(batch) - known)
    if options.workers > 1:
        walls = {1: 0.0, options.workers: 0.0}
        for workers in walls:
            started = time.perf_counter()
            for _ in pipeline.map(batch * 3, workers=workers):
                pass
            walls[workers] = time.perf_counter() - started
        figures[f"{options.workers} workers, times one"] = walls[1] / walls[options.workers]
    figures["import newsfacts s"], _ = in_process("import newsfacts")
    figures["first record s"], figures["first record MB"] = in_process(
        "import newsfacts; newsfacts.extract('Two men died in Lyon on Monday.')"
    )
    figures["bare interpreter s"], _ = in_process("pass")
    figures["peak MB of this run"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for name, value in figures.items():
        print(f"{name:26} {value:10.3f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
