"""Does memory stay flat over many articles? Resident memory of the parent and of each worker.

usage: python benchmarks/memory.py [--articles N] [--workers N] [--seconds N] [--shared DIR]

Articles are those of a corpus that stands outside the project (`reuters-dev` in --shared), or the
project's own seeds where there is none, gone through again and again and varied each time: figures,
names of days and the order of paragraphs differ, so that no text comes twice. Records are written
as JSON and thrown away. Every --every records the memory of all processes is read; the first tenth
of the run, at least 2,000 articles, is warm-up (tables load, caches fill). What is shown of each
process: memory at the end of the warm-up, its peak after that, and by how much the median of the
last tenth is above that of the first tenth behind the warm-up. Linux only (/proc).
"""

import argparse
import gzip
import itertools
import json
import multiprocessing
import os
import re
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from newsfacts import Article, Pipeline

ROOT = Path(__file__).resolve().parent.parent
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIGURE = re.compile(r"(?<![\d,.:/-])([1-9]\d{0,2})(?![\d,.:/-])")
_DAY = re.compile("|".join(DAYS))
WARM_UP = 2_000


def varied(text: str, turn: int) -> str:
    """Give a text that differs from those of other turns."""
    if not turn:
        return text
    head, *rest = text.split("\n")
    at = turn % len(rest) if rest else 0
    text = "\n".join([head, *rest[at:], *rest[:at]])
    text = _FIGURE.sub(lambda found: str((int(found[1]) + 7 * turn) % 997 + 1), text)
    return _DAY.sub(lambda found: DAYS[(DAYS.index(found[0]) + turn) % 7], text)


def sources(shared: Path) -> tuple[str, list[tuple[str, str | None]]]:
    """Give the name of the corpus, and the texts with their dates."""
    path = shared / "corpora" / "reuters-dev.articles.jsonl.gz"
    if path.is_file():
        with gzip.open(path, "rb") as lines:
            rows = [json.loads(line) for line in lines]
        return "reuters-dev", [(row["text"], row.get("published")) for row in rows]
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    return "seeds", [(seed.read_bytes().decode(), "2024-02-21") for seed in seeds]


def stream(texts: list[tuple[str, str | None]], count: int) -> Iterator[Article]:
    for number in range(count):
        text, published = texts[number % len(texts)]
        turn = number // len(texts)
        yield Article(text=varied(text, turn), id=str(number), published=published)


def resident(process: int | str) -> float:
    """Give a process's resident memory in MB; 0 if it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def growth(values: list[float], warm: int) -> tuple[float, float, float]:
    """Give memory at the end of the warm-up, the peak after it, and the share it grew by."""
    settled = values[warm:] or values
    tenth = max(1, len(settled) // 10)
    first, last = statistics.median(settled[:tenth]), statistics.median(settled[-tenth:])
    return settled[0], max(settled), last / first - 1


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--every", type=int, default=250)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after these")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    name, texts = sources(options.shared)
    pipeline = Pipeline()
    samples: dict[str, list[float]] = {"parent": []}
    counts: list[int] = []
    started = time.perf_counter()
    written = 0
    done = 0
    records = pipeline.map(stream(texts, options.articles), workers=options.workers)
    for done in itertools.count(1):
        record = next(records, None)
        if record is None:
            done -= 1
            break
        written += len(record.to_json())
        if done % options.every == 0:
            counts.append(done)
            samples["parent"].append(resident("self"))
            children = sorted(child.pid or 0 for child in multiprocessing.active_children())
            for number, child in enumerate(children, 1):
                samples.setdefault(f"worker {number}", []).append(resident(child))
            if done % (40 * options.every) == 0:
                shown = ", ".join(f"{who} {values[-1]:.1f}" for who, values in samples.items())
                print(f"{done:>9,} articles, {time.perf_counter() - started:.0f} s: {shown} MB",
                      flush=True)  # fmt: skip
            if time.perf_counter() - started > options.seconds:
                records.close()  # type: ignore[attr-defined]
                break
    seconds = time.perf_counter() - started
    warm = sum(count <= max(WARM_UP, done // 10) for count in counts)
    print(f"\n{done:,} articles like those of {name}, {options.workers} workers, {seconds:.0f} s"
          f" ({done / seconds:.0f} a second on a machine with {os.cpu_count()} cores),"
          f" {written / 1e6:.0f} MB of JSON")  # fmt: skip
    print(f"{'':10} {'after warm-up':>14} {'peak':>10} {'growth':>8}")
    figures: dict[str, object] = {"articles": done, "seconds": seconds, "corpus": name}
    for who, values in samples.items():
        settled, peak, share = growth(values, min(warm, max(len(values) - 1, 0)))
        figures[who] = {"after warm-up": settled, "peak": peak, "growth": share}
        print(f"{who:10} {settled:>11.1f} MB {peak:>7.1f} MB {share:>+8.1%}")
    if options.json:
        options.json.write_text(json.dumps(figures | {"samples": samples}, indent=1) + "\n")


if __name__ == "__main__":
    main()
