"""Fuzz the library with atheris (libFuzzer), one target after the other.

usage: python tests/fuzz/run.py [--seconds N] [--work DIR] [--seed N] [TARGET]...

Targets: readers, extractors, loader, command; without one, all. Each runs for some seconds on a
corpus made of the seeds, which grows in DIR and is begun with the next time. What breaks is kept in
DIR as crash-*, timeout-* or oom-*, and the exit status is 1; `--try FILE TARGET` runs it again.
Executions are counted and shown at the end. Needs atheris (Linux or macOS): pip install atheris
"""

import argparse
import importlib
import re
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
SLOWEST_SECONDS = 20
MOST_MEGABYTES = 2048
LENGTH = {"readers": 4096, "extractors": 4096, "loader": 65536, "command": 256}
PACKAGES = ["newsfacts", *(
    f"newsfacts_{name}" for name in ("places", "actors", "dateline", "casualties", "delegations")
)]  # fmt: skip


def inside(target: str, arguments: list[str]) -> None:
    """Fuzz in this process; does not come back."""
    import atheris

    with atheris.instrument_imports(include=PACKAGES):
        sys.path.insert(0, str(HERE))
        import targets

        targets._pipeline().warm_up()  # imports what is imported when first used
        importlib.import_module("newsfacts.cli.app")
    atheris.Setup([sys.argv[0], *arguments], targets.TARGETS[target])
    atheris.Fuzz()


def fuzz(target: str, seconds: int, work: Path, seed: int) -> tuple[int, int]:
    """Fuzz a target in a process of its own; give its exit status and how often it ran."""
    import targets

    folder = work / target
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(targets.corpus(target)):
        (folder / "corpus" / f"seed-{number:04}").write_bytes(data)
    words = "\n".join(
        '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"'
        for word in targets.dictionary(target)
    )
    (folder / "words.dict").write_text(words + "\n", encoding="ascii")
    command = [
        sys.executable, __file__, "--inside", target, str(folder / "corpus"),
        f"-max_total_time={seconds}", f"-timeout={SLOWEST_SECONDS}", f"-max_len={LENGTH[target]}",
        f"-rss_limit_mb={MOST_MEGABYTES}", f"-seed={seed}", "-print_final_stats=1",
        f"-artifact_prefix={folder}/", f"-dict={folder / 'words.dict'}",
    ]  # fmt: skip
    log = folder / "log.txt"
    with log.open("wb") as out:
        status = subprocess.run(
            command, stdout=out, stderr=subprocess.STDOUT, check=False
        ).returncode
    said = log.read_text(encoding="utf-8", errors="replace")
    counted = re.findall(r"number_of_executed_units: (\d+)|^#(\d+)\s", said, re.MULTILINE)
    runs = max((int(one or other) for one, other in counted), default=0)
    print(f"{target}: {runs:,} executions in {seconds} s, exit status {status} ({log})", flush=True)
    if status:
        print("\n".join(said.splitlines()[-40:]), flush=True)
    return status, runs


def main() -> None:
    if sys.argv[1:2] == ["--inside"]:
        inside(sys.argv[2], sys.argv[3:])
        return
    sys.path.insert(0, str(HERE))
    import targets

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", choices=[*targets.TARGETS, []])
    parser.add_argument("--seconds", type=int, default=900)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--try", dest="again", type=Path, metavar="FILE")
    options = parser.parse_args()
    chosen = options.targets or list(targets.TARGETS)
    if options.again:
        for target in chosen:
            targets.TARGETS[target](options.again.read_bytes())
        return
    if find_spec("atheris") is None:
        sys.exit("fuzzing needs atheris: pip install atheris")
    # whole, as a target that runs the command works in a folder of its own
    work = (options.work or Path(tempfile.mkdtemp(prefix="newsfacts-fuzz-"))).resolve()
    statuses = [fuzz(target, options.seconds, work, options.seed)[0] for target in chosen]
    sys.exit(1 if any(statuses) else 0)


if __name__ == "__main__":
    main()
