"""Run the installed pipeline on the dev corpora and score it.

usage: python benchmarks/accuracy.py [NAME ...] [--errors N] [--only ID] [--limit N] [--block NAME]

NAME is a corpus (news-dev, phrases-casualties, phrases-meetings, phrases-datelines, timex-*,
reuters-dev, muc4-dev, gva-dev, terror-dev, dwie-dev) or `seeds`; none means all. The corpora and
the scorer stand outside the project, in the folder that --shared names (default ../shared).
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from about import ROOT, write

from newsfacts import Article, Pipeline
from newsfacts.io import read_articles

TASKS = {
    "seeds": ("news", "timex"),
    "news-dev": ("news", "check"),
    "phrases-casualties": ("phrases",),
    "phrases-meetings": ("phrases",),
    "phrases-datelines": ("dateline",),
    "timex-timebank": ("timex",),
    "timex-aquaint": ("timex",),
    "timex-meantime": ("timex",),
    "terror-dev": ("tolls",),
    "dwie-dev": ("roles", "dateline"),
    "muc4-dev": ("muc4", "dateline"),
    "gva-dev": ("tolls",),
    "reuters-dev": ("dateline",),
}


def articles(shared: Path, name: str) -> Iterator[Article]:
    if name == "seeds":
        for path in sorted((shared / "seeds").glob("*.txt")):
            yield Article(id=path.stem, text=path.read_bytes().decode("utf-8"))
        return
    path = shared / "corpora" / f"{name}.articles.jsonl.gz"
    yield from read_articles(path, on_problem=lambda problem: print(problem, file=sys.stderr))


def gold_path(shared: Path, name: str, task: str) -> Path:
    if name == "seeds":
        return (
            shared / "gold" / ("seeds-timex.gold.jsonl" if task == "timex" else "seeds.gold.jsonl")
        )
    kind = "articles" if task == "check" else "gold"
    return shared / "corpora" / f"{name}.{kind}.jsonl.gz"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", action="append", default=[], help="this article id only")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--block", action="append", default=[])
    parser.add_argument("--keep", type=Path, help="write the records here")
    parser.add_argument("--json", type=Path, help="write all figures here")
    options = parser.parse_args()
    if not options.shared.is_dir():
        parser.error(f"no corpora: {options.shared} is not there")
    pipeline = Pipeline(block=options.block, timing=True)
    for error in pipeline.report.errors:
        print("load:", error, file=sys.stderr)
    figures: dict[str, dict[str, object]] = {}
    for name in options.names or TASKS:
        with tempfile.TemporaryDirectory() as folder:
            records = Path(folder) / "records.jsonl"
            kept: set[str] = set()
            characters = 0
            started = time.perf_counter()
            with records.open("w", encoding="utf-8") as out:
                for article in articles(options.shared, name):
                    if options.only and article.id not in options.only:
                        continue
                    if options.limit is not None and len(kept) >= options.limit:
                        break
                    kept.add(article.id)
                    characters += len(article.text)
                    record = pipeline.extract(article)
                    for failure in record.failures:
                        print("failure:", article.id, failure, file=sys.stderr)
                    out.write(record.to_json() + "\n")
            seconds = time.perf_counter() - started
            print(f"== {name}: {len(kept)} articles, {characters} characters, {seconds:.1f} s")
            if options.keep:
                options.keep.write_bytes(records.read_bytes())
            for task in TASKS[name]:
                gold = gold_path(options.shared, name, task)
                if options.only or options.limit is not None:
                    gold = _subset(gold, kept, Path(folder))
                command = [
                    sys.executable, str(options.shared / "score" / "score.py"), task,
                    "--records", str(records), "--gold", str(gold), "--errors", str(options.errors),
                ]  # fmt: skip
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                *lines, last = done.stdout.splitlines() or [""]
                print(f"-- {task}", *lines, sep="\n")
                if done.returncode:
                    print(done.stderr, file=sys.stderr)
                    return 1
                figures.setdefault(name, {})[task] = json.loads(last)
    for extractor, timing in pipeline.timings.items():
        print(f"{extractor}: {1000 * timing.seconds / max(timing.calls, 1):.2f} ms an article")
    if options.json:
        write(options.json, figures)
    return 0


def _subset(gold: Path, ids: set[str], folder: Path) -> Path:
    raw = gold.read_bytes()
    lines = (gzip.decompress(raw) if gold.suffix == ".gz" else raw).splitlines(keepends=True)
    path = folder / "gold.jsonl"
    path.write_bytes(b"".join(line for line in lines if json.loads(line)["id"] in ids))
    return path


if __name__ == "__main__":
    sys.exit(main())
