"""Runs that were ended are gone on with: nothing lost, nothing twice, the same bytes at the end.

The command runs in forked children of the suite, which are killed (SIGKILL) after so many bytes of
output, in the middle of a line more often than not, or before so many file operations; no test
waits for a time to pass.
"""

import gzip
import io
import json
import os
import random
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from newsfacts.cli import main
from newsfacts.cli.unfinished import UnfinishedOutput

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

PLUGINS = ("actors", "casualties", "dateline", "delegations", "places")
BARE = [word for name in PLUGINS for word in ("--block", name)]
"""Options that make records small and the command quick."""

FILE_EVENTS = ("open", "os.rename", "os.remove", "os.truncate", "os.chmod")


class TornFile(io.RawIOBase):
    """A file that kills its process after so many bytes."""

    def __init__(self, path: Path, left: int) -> None:
        self._file = open(path, "ab", buffering=0)  # noqa: PTH123, SIM115
        self._left = left

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        data = bytes(data)
        self._file.write(data[: self._left])
        self._left -= len(data)
        if self._left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return len(data)


def _torn_after(count: int) -> None:
    """Have this process killed when it has written so many bytes of records."""
    whole = Path.open

    def torn(self: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if mode == "ab" and self.name.endswith(".part"):
            return io.BufferedWriter(TornFile(self, count))
        return whole(self, mode, *args, **kwargs)

    Path.open = torn  # type: ignore[method-assign]


def _killed_before(count: int, name: str) -> None:
    """Have this process killed before its n-th operation on files of a name."""
    seen = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if event in FILE_EVENTS and arguments and name in str(arguments[0]):
            seen += 1
            if seen == count:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def command(
    *arguments: object, torn: int | None = None, before: tuple[int, str] | None = None, err: Path
) -> int:
    """Run the command in a forked child; give its exit status, negative if it was killed."""
    child = os.fork()
    if child == 0:
        status = 99
        try:
            sys.argv = ["newsfacts", *map(str, arguments)]
            errors = os.open(err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(errors, 2)
            sys.stderr = open(errors, "w", closefd=False)  # noqa: SIM115
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            if torn is not None:
                _torn_after(torn)
            if before is not None:
                _killed_before(*before)
            main()
        except SystemExit as ended:
            status = int(ended.code or 0)
        finally:
            sys.stderr.flush()
            os._exit(status)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """A folder of articles in several files, one line of them broken, and a packed one."""
    folder = tmp_path / "wire"
    folder.mkdir()
    lines = [
        json.dumps({"id": f"b{n}", "text": f"Story {n}: it rained. " * (n % 5 + 1), "desk": n})
        for n in range(40)
    ]
    lines.insert(17, "no article")
    (folder / "b.jsonl").write_text("\n".join(lines) + "\n")
    (folder / "a.txt").write_text("Nobody came.\n")
    packed = "".join(json.dumps({"id": f"c{n}", "text": f"Snow {n}."}) + "\n" for n in range(20))
    (folder / "c.jsonl.gz").write_bytes(gzip.compress(packed.encode(), mtime=0))
    (folder / "d.txt").write_text("Übermorgen: é\ud7ff.\n", encoding="utf-8")
    return folder


def left_over(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name.startswith(".")}


def whole_of(wire: Path, tmp_path: Path, *options: object, name: str = "whole.jsonl") -> bytes:
    """Give what a run without an end in the middle writes."""
    whole = tmp_path / name
    assert command("extract", wire, "-o", whole, *options, err=tmp_path / "err") == 1
    assert not left_over(tmp_path)
    return whole.read_bytes()


@pytest.mark.parametrize(
    ("workers", "name", "seed"),
    [(1, "o.jsonl", 1), (1, "o.jsonl", 2), (2, "o.jsonl", 3), (1, "o.jsonl.gz", 4)],
)
def test_killed_again_and_again(
    wire: Path, tmp_path: Path, workers: int, name: str, seed: int
) -> None:
    """At random bytes, until it is done: byte for byte what an undisturbed run writes."""
    whole = whole_of(wire, tmp_path, *BARE, name=f"whole-{name}")
    size = len(gzip.decompress(whole)) if name.endswith(".gz") else len(whole)
    draw = random.Random(seed)
    target, err = tmp_path / name, tmp_path / "err"
    status, kills = -9, 0
    while status == -signal.SIGKILL:
        status = command(
            "extract", wire, "-o", target, "--workers", workers, "--resume", *BARE,
            torn=draw.randrange(size // 5), err=err,
        )  # fmt: skip
        assert target.exists() == (status >= 0)
        kills += status < 0
    assert kills >= 4
    assert status == 1  # the broken line is told of again in the last run
    assert "b.jsonl:18: not JSON" in err.read_text()
    assert target.read_bytes() == whole
    assert not left_over(tmp_path)


def test_killed_before_each_file_operation(wire: Path, tmp_path: Path) -> None:
    """Whatever stands on the disk at that moment is gone on with."""
    whole = whole_of(wire, tmp_path, *BARE)
    for name in ("o.jsonl", "o.jsonl.gz"):
        wanted = whole if name == "o.jsonl" else None
        for number in range(1, 40):
            folder = tmp_path / f"{name}-{number}"
            folder.mkdir()
            target, err = folder / name, tmp_path / "err"
            first = command(
                "extract", wire, "-o", target, *BARE, before=(number, str(folder)), err=err
            )
            if first >= 0:
                assert number > 5
                break
            status = command("extract", wire, "-o", target, "--resume", *BARE, err=err)
            assert status == 1, (number, err.read_text())
            done = target.read_bytes()
            wanted = done if wanted is None else wanted
            assert done == wanted, number
            assert gzip.decompress(done) == whole if name.endswith(".gz") else True
            assert not left_over(folder)
        else:
            pytest.fail("the run never came to its end")


def test_with_all_plugins(tmp_path: Path) -> None:
    """Real records, first without --resume, then with it and another number of workers."""
    seeds = Path(__file__).resolve().parent.parent / "seeds"
    whole, target, err = tmp_path / "whole.jsonl", tmp_path / "o.jsonl", tmp_path / "err"
    assert command("extract", seeds, "-o", whole, err=err) == 0
    assert command("extract", seeds, "-o", target, torn=30_000, err=err) == -signal.SIGKILL
    assert (tmp_path / ".o.jsonl.part").stat().st_size == 30_000
    assert command("extract", seeds, "-o", target, "--resume", "--workers", 2, err=err) == 0
    assert "going on after" in err.read_text()
    assert target.read_bytes() == whole.read_bytes()


def killed(wire: Path, target: Path, *options: object, err: Path) -> None:
    status = command("extract", wire, "-o", target, *BARE, *options, torn=9_000, err=err)
    assert status == -signal.SIGKILL


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("content", "the input {wire} has changed"),
        ("later", "the input {wire} has changed"),
        ("more", "the input {wire} has changed"),
        ("gone", "the input {wire} has changed"),
        ("other", "the inputs were {wire} and are {wire}/b.jsonl"),
        ("--published 2024-02", "--published was not given and is 2024-02"),
        ("--budget 5", "--budget was not given and is 5.0"),
        ("--max-line 1M", "--max-line was 16777216 and is 1048576"),
        ("--on-error raise", "--on-error was record and is raise"),
        ("--input-format jsonl", "--input-format was not given and is jsonl"),
    ],
)
def test_other_inputs_or_options_are_refused(
    wire: Path, tmp_path: Path, change: str, message: str
) -> None:
    """Nothing is done, stderr says what is different and what to do; the part stays."""
    target, err = tmp_path / "o.jsonl", tmp_path / "err"
    killed(wire, target, err=err)
    part = (tmp_path / ".o.jsonl.part").read_bytes()
    inputs, options = [wire], []
    lines = (wire / "b.jsonl").read_text()
    if change == "content":
        (wire / "b.jsonl").write_text(lines.replace("Story 1:", "STORY 1:"))
    elif change == "later":
        (wire / "b.jsonl").write_text(lines.replace("Story 39:", "STORY 39:"))
    elif change == "more":
        (wire / "e.txt").write_text("One more.")
    elif change == "gone":
        (wire / "d.txt").unlink()
    elif change == "other":
        inputs = [wire / "b.jsonl"]
    else:
        options = change.split()
    status = command("extract", *inputs, "-o", target, "--resume", *BARE, *options, err=err)
    said = " ".join(err.read_text().split())
    assert status == 2, said
    assert message.format(wire=wire) in said
    assert "leave out --resume to begin anew" in said
    assert (tmp_path / ".o.jsonl.part").read_bytes() == part
    assert not target.exists()


def test_other_plugins_are_refused(wire: Path, tmp_path: Path) -> None:
    """Records of two sets of extractors are not mixed."""
    target, err = tmp_path / "o.jsonl", tmp_path / "err"
    killed(wire, target, err=err)
    options = [word for name in PLUGINS[1:] for word in ("--block", name)]
    assert command("extract", wire, "-o", target, "--resume", *options, err=err) == 2
    said = err.read_text()
    assert "the extractor 'actors' was not there and is" in said
    assert "--block was actors, casualties" in said


def test_files_that_were_only_touched_are_no_others(wire: Path, tmp_path: Path) -> None:
    """Content counts, not times."""
    whole = whole_of(wire, tmp_path, *BARE)
    target, err = tmp_path / "o.jsonl", tmp_path / "err"
    killed(wire, target, err=err)
    os.utime(wire / "b.jsonl", (1, 1))
    assert command("extract", wire, "-o", target, "--resume", *BARE, err=err) == 1
    assert target.read_bytes() == whole


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-", "-o", "o.jsonl"], "stdin cannot be read a second time: store it in a file"),
        (["a.txt"], "there is no -o OUT to go on with"),
        (["a.txt", "-o", "o.json"], "records of the format 'json' cannot be added to"),
        (["a.txt", "-o", "o", "--format", "pretty"], "use --format jsonl"),
        (["pipe", "-o", "o.jsonl"], "pipe is no regular file and cannot be read a second time"),
        (["a.txt", "-o", "pipe"], "pipe is no regular file"),
    ],
)
def test_what_cannot_be_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    """It is said at once, with what to do; the exit status is 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One.")
    os.mkfifo(tmp_path / "pipe")
    err = tmp_path / "err"
    assert command("extract", *arguments, "--resume", *BARE, err=err) == 2
    said = " ".join(err.read_text().replace("│", " ").split())
    assert message in said
    assert "--resume" in said


def test_a_part_that_is_of_something_else_is_refused(wire: Path, tmp_path: Path) -> None:
    """Records that somebody changed, or that have lost their journal, are not added to."""
    target, err = tmp_path / "o.jsonl", tmp_path / "err"
    killed(wire, target, err=err)
    part, journal = tmp_path / ".o.jsonl.part", tmp_path / ".o.jsonl.journal"
    lines = part.read_bytes().splitlines(keepends=True)
    part.write_bytes(b"".join([lines[0], lines[2], *lines[3:]]))
    assert command("extract", wire, "-o", target, "--resume", *BARE, err=err) == 2
    assert f"line 2 of {part} is not the record of article 'b0'" in err.read_text()
    journal.write_bytes(b'{"half')
    assert command("extract", wire, "-o", target, "--resume", *BARE, err=err) == 2
    assert "remove the two to begin anew" in err.read_text()


def test_without_resume_it_begins_anew_and_says_so(wire: Path, tmp_path: Path) -> None:
    """What an earlier run left is dropped with a message."""
    whole = whole_of(wire, tmp_path, *BARE)
    target, err = tmp_path / "o.jsonl", tmp_path / "err"
    killed(wire, target, err=err)
    assert command("extract", wire, "-o", target, *BARE, err=err) == 1
    assert "begun anew; what an earlier run left is dropped" in err.read_text()
    assert target.read_bytes() == whole
    assert not left_over(tmp_path)


@pytest.mark.parametrize("resume", [True, False])
@pytest.mark.parametrize(("how", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_an_orderly_end(
    wire: Path, tmp_path: Path, how: signal.Signals, status: int, resume: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """With --resume the records stay, and the message says so; without, nothing stays."""
    target, err = tmp_path / "o.jsonl", tmp_path / "err"
    whole = whole_of(wire, tmp_path, *BARE)
    left = UnfinishedOutput.left

    def left_and_signal(self: UnfinishedOutput, articles: Any) -> Any:
        for number, article in enumerate(left(self, articles)):
            if number == 10:
                os.kill(os.getpid(), how)
            yield article

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setattr(UnfinishedOutput, "left", left_and_signal)
    options = ["--resume"] if resume else []
    try:
        assert command("extract", wire, "-o", target, *BARE, *options, err=err) == status
    finally:
        signal.signal(signal.SIGINT, before)
    monkeypatch.undo()
    word = "terminated" if how == signal.SIGTERM else "interrupted"
    last = err.read_text().splitlines()[-1]
    if resume:
        kept = "10 records are kept: the same command goes on after them"
        assert last == f"newsfacts: {word}; {kept}"
        assert left_over(tmp_path) == {".o.jsonl.part", ".o.jsonl.journal"}
        assert command("extract", wire, "-o", target, *BARE, "--resume", err=err) == 1
        assert target.read_bytes() == whole
    else:
        assert last == f"newsfacts: {word}; {target} was not written"
        assert not left_over(tmp_path)


def test_two_runs_with_one_output_exclude_each_other(wire: Path, tmp_path: Path) -> None:
    """The second is refused; what the first has written stays its own."""
    import fcntl

    target, err = tmp_path / "o.jsonl", tmp_path / "err"
    with (tmp_path / ".o.jsonl.journal").open("a+b") as journal:
        fcntl.lockf(journal, fcntl.LOCK_EX)
        for options in ([], ["--resume"]):
            assert command("extract", wire, "-o", target, *BARE, *options, err=err) == 2
            assert f"another run is writing {target}" in err.read_text()
