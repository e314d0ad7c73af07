"""How many instructions does each part of the pipeline take? A figure without the machine's mood.

usage: python benchmarks/instructions.py [--json FILE] [--repeat N] [--articles N]
       python benchmarks/instructions.py --compare BEFORE.json AFTER.json

Runs a fixed set of articles (own seeds, varied) once under valgrind's callgrind, which is some
fifty times slower than the machine, with a fixed seed of hashes. The parts are those of parts.py:
what a part needs is prepared, other articles are read by it first so that tables are loaded, and
then its instructions are counted between two marks. Marks are calls of a function of the C library
that nothing else calls, at which callgrind writes down what was spent since the last. The collector
of cycles rests between marks; `whole, with the collector` counts it, too.

--repeat 2 counts twice and prints how far the counts lie apart. --compare prints by part what
changed, the largest share of the whole first. Figures compare only for the same articles and the
same Python; the files know both.
"""

import argparse
import ctypes
import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
MARK = "srand48"
WARM = 8  # articles that each part reads first
LABELS = "labels.json"
START = ("interpreter", "import newsfacts", "pipeline made", "first record")


def worker(number: int, labels: Path) -> None:
    """Run under callgrind: mark, run a part, mark; and write which mark ended what."""
    mark_function = ctypes.CDLL(None)[MARK]
    marked: list[str] = []

    def mark(what: str = "") -> None:
        """End a stretch; one without a name counts for nothing."""
        marked.append(what)
        mark_function(1)

    def count(what: str, run: Callable[[], object]) -> None:
        mark()
        run()
        mark(what)

    mark(START[0])
    import newsfacts

    mark(START[1])
    pipeline = newsfacts.Pipeline(on_error="raise")
    mark(START[2])
    pipeline.extract("Two men died in Lyon on Monday.")
    mark(START[3])

    from batches import articles, fingerprint
    from parts import Bench

    pipeline.warm_up()
    warm = list(articles(WARM, first=1000))
    batch = list(articles(number))
    bench = Bench(pipeline)
    for part in bench.parts():
        part.prepare(warm)()
        run = part.prepare(batch)
        gc.collect()
        gc.disable()
        count(part.name, run)
        gc.enable()
    gc.collect()
    count("whole, with the collector", lambda: [pipeline.extract(each) for each in batch])
    data = {"marked": marked, "fingerprint": fingerprint(batch)}
    labels.write_text(json.dumps(data), encoding="utf-8")


def total(path: Path) -> int:
    """Give the instructions that one of callgrind's files sums up."""
    with path.open(encoding="utf-8") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("totals:"))


def counted(number: int) -> tuple[dict[str, float], str]:
    """Count once: millions of instructions, an article for the parts; and the batch's fingerprint.

    Raises:
        RuntimeError: valgrind or what ran in it failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        out, labels = Path(folder) / "out", Path(folder) / LABELS
        script = (
            sys.executable, str(Path(__file__).resolve()), "--worker", str(labels),
            "--articles", str(number),
        )  # fmt: skip
        # Once outside, so that everything is compiled and no count holds the compiling.
        for command in (
            script,
            (
                "valgrind", "--tool=callgrind", f"--callgrind-out-file={out}",
                f"--dump-before={MARK}*", *script,
            ),
        ):  # fmt: skip
            done = subprocess.run(
                command, env=environment, capture_output=True, text=True, check=False
            )
            if done.returncode:
                raise RuntimeError(done.stderr[-2000:])
        data = json.loads(labels.read_text(encoding="utf-8"))
        names = data["marked"]
        files = [out.with_name(f"out.{at + 1}") for at in range(len(names))]
        counts = {
            name: total(path) / 1e6 / (1 if name in START else number)
            for name, path in zip(names, files, strict=True)
            if name
        }
    return counts, data["fingerprint"]


def table(counts: Mapping[str, float]) -> str:
    return "\n".join(
        f"{name:32} {value:12,.3f} million{'' if name in START else ' an article'}"
        for name, value in counts.items()
    )


def apart(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Give by part how far counts lie apart, by the least of them."""
    gathered = {name: [run[name] for run in runs] for name in runs[0]}
    return {name: (max(values) - min(values)) / min(values) for name, values in gathered.items()}


def compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Say what changed, part by part, the largest change of the whole first."""
    lines = []
    for key in ("fingerprint", "python"):
        one, other = before["about"].get(key), after["about"].get(key)
        if one != other:
            lines.append(f"These do not compare: {key} {one} and {other}.")
    old, new = (each["figures"]["millions of instructions"] for each in (before, after))
    names = [name for name in new if name in old]
    whole = old["whole"]
    width = max(map(len, names))
    lines.append(f"{'part':{width}} {'before':>10} {'after':>10} {'change':>8} {'of whole':>9}")
    for name in sorted(names, key=lambda name: -abs(new[name] - old[name])):
        change = new[name] - old[name]
        share = "" if name in START else f"{change / whole:+9.1%}"
        counts = f"{old[name]:10,.3f} {new[name]:10,.3f} {change / old[name]:+8.1%}"
        lines.append(f"{name:{width}} {counts} {share}")
    for text, some in (("only before", old), ("only after", new)):
        if others := [name for name in some if name not in names]:
            lines.append(f"{text}: {', '.join(others)}")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--repeat", type=int, default=1, metavar="N")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--compare", type=Path, nargs=2, metavar=("BEFORE", "AFTER"))
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        worker(options.articles, options.worker)
        return 0
    if options.compare:
        before, after = (json.loads(path.read_bytes()) for path in options.compare)
        print("\n".join(compared(before, after)))
        return 0
    if shutil.which("valgrind") is None:
        print("instructions.py needs valgrind, which is not installed", file=sys.stderr)
        return 2
    runs, fingerprint = [], ""
    for _ in range(options.repeat):
        counts, fingerprint = counted(options.articles)
        runs.append(counts)
        print(table(counts), flush=True)
    figures: dict[str, Any] = {"millions of instructions": runs[0], "articles": options.articles}
    if len(runs) > 1:
        figures["apart"] = apart(runs)
        name, most = max(figures["apart"].items(), key=lambda item: item[1])
        print(f"{len(runs)} runs lie {most:.3%} apart at most ({name})")
    if options.json:
        from about import write

        write(options.json, figures, fingerprint=fingerprint)
    return 0


if __name__ == "__main__":
    sys.exit(main())
