"""Does the cost of an article grow with its length, and no faster?

usage: python benchmarks/scaling.py [--most BYTES] [--kind NAME]... [--json FILE]

Ordinary and hostile articles of 1 KB to 10 MB go through the whole pipeline of the installed
plugins. For each kind a table shows the processor time at each size; then, by extractor, the
exponent of the line that fits best through the logarithms of size and time: 1 is linear, 2 is
quadratic. Sizes below --fit-from are left out of the fit, as there the fixed cost of an article
is most of it. Each time is the best of several, and what lies below a tenth of a millisecond for
each of the sizes is not fitted: there is nothing to measure.
"""

import argparse
import json
import math
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from newsfacts import Article, Pipeline

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "hostile"))
from articles import kinds

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
ENOUGH_SECONDS = 0.3
LEAST_SECONDS = 1e-4


def measure(pipeline: Pipeline, text: str) -> dict[str, float]:
    """Give the least processor time of each extractor, of what remains, and in all."""
    best: dict[str, float] = {}
    spent = 0.0
    while not best or spent < ENOUGH_SECONDS:
        pipeline.forget_timings()
        article = Article(text=text, published="2024-02-21")
        started = time.process_time()
        pipeline.record(article)
        whole = time.process_time() - started
        parts = {name: timing.seconds for name, timing in pipeline.timings.items()}
        parts["core"] = whole - sum(parts.values())
        parts["all"] = whole
        for name, seconds in parts.items():
            best[name] = min(seconds, best.get(name, seconds))
        spent += whole
    return best


def exponent(sizes: list[int], seconds: list[float]) -> float | None:
    """Fit seconds = a * size ** b; give b, or None where there is too little to see."""
    points = [
        (math.log(size), math.log(taken))
        for size, taken in zip(sizes, seconds, strict=True)
        if taken >= LEAST_SECONDS
    ]
    if len(points) < 3:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum(
        (x - mean_x) ** 2 for x, _ in points
    )


def sizes_up_to(most: int) -> Iterator[int]:
    yield from (size for size in SIZES if size <= most)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--most", type=int, default=1_000_000, help="largest size (10,000,000)")
    parser.add_argument("--fit-from", type=int, default=10_000)
    parser.add_argument("--patience", type=float, default=120.0, help="seconds for one article")
    parser.add_argument("--kind", action="append", help="this kind only; repeatable")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    pipeline = Pipeline(timing=True)
    pipeline.warm_up()
    chosen = {name: make for name, make in kinds().items() if name in (options.kind or kinds())}
    results: dict[str, dict[str, object]] = {}
    for kind, make in chosen.items():
        taken: dict[int, dict[str, float]] = {}
        for size in sizes_up_to(options.most):
            taken[size] = measure(pipeline, make(size))
            if taken[size]["all"] > options.patience / 10:
                break
        fitted = [size for size in taken if size >= options.fit_from]
        exponents = {
            name: exponent(fitted, [taken[size][name] for size in fitted])
            for name in taken[fitted[-1]]
        }
        results[kind] = {"seconds": taken, "exponents": exponents}
        print(f"\n{kind}")
        print("  " + "  ".join(f"{size:>10,}" for size in taken))
        print("  " + "  ".join(f"{1000 * each['all']:>8.2f}ms" for each in taken.values()))
        print("  " + "  ".join(
            f"{name} {value:.2f}" for name, value in exponents.items() if value is not None
        ), flush=True)  # fmt: skip
    worst = {
        kind: value
        for kind, result in results.items()
        if (value := result["exponents"]["all"]) is not None  # type: ignore[index]
    }
    print("\nsteepest: " + ", ".join(
        f"{kind} {value:.2f}" for kind, value in sorted(worst.items(), key=lambda x: -x[1])[:8]
    ))  # fmt: skip
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    sys.exit(0)


if __name__ == "__main__":
    main()
