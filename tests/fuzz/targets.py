"""What is fuzzed: each target takes bytes, and raises if the library breaks a promise on them.

The promises: readers give articles or problems and nothing else, within their limits; extractors
find spans that say what the text says, and raise nothing; what is no record is a `FormatError`, and
what is one survives being written and read; the command ends with one of its exit statuses.
"""

import contextlib
import gzip
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from newsfacts import Article, ClaimSet, FormatError, Pipeline, Record
from newsfacts.io import Limits, ReadProblem, formats, read_inputs

ROOT = Path(__file__).resolve().parent.parent.parent
STATUSES = (0, 1, 2, 130, 141)
MOST_CHARS = 6_000

_NAMES = ("a.txt", "a.jsonl", "a.txt.gz", "a.jsonl.gz", "a", "a.ndjson")
_LIMITS = Limits(article=2_000, line=3_000, unpacked=20_000)


@cache
def _folder() -> Path:
    base = "/dev/shm" if Path("/dev/shm").is_dir() else None
    return Path(tempfile.mkdtemp(prefix="newsfacts-fuzz-", dir=base))


@cache
def _pipeline() -> Pipeline:
    return Pipeline(on_error="raise")


def readers(data: bytes) -> None:
    """Read the bytes as a file of some kind, told by the first byte."""
    if not data:
        return
    name = _NAMES[data[0] % len(_NAMES)]
    content = data[1:]
    if name.endswith(".gz") and data[0] & 0x40:
        content = gzip.compress(content)
    path = _folder() / name
    path.write_bytes(content)
    known = formats(None, _LIMITS)
    for _, item in read_inputs([str(path)], known, limits=_LIMITS):
        if isinstance(item, ReadProblem):
            assert item.message
            assert item.line is None or item.line >= 1
        else:
            assert isinstance(item, Article)
            assert len(item.text.encode("utf-8", "surrogatepass")) <= _LIMITS.article
            assert item.id
    path.unlink()


def _spans(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def extractors(data: bytes) -> None:
    """Extract the bytes as the text of an article."""
    text = data[:MOST_CHARS].decode("utf-8", "surrogateescape" if data[:1] < b"@" else "replace")
    record = _pipeline().extract(Article(text=text, published="2024-02-13"))
    line = record.to_json()
    for span in _spans(json.loads(line)):
        if "evidence" not in span:
            assert text[span["start"] : span["end"]] == span["text"]
    assert Record.from_json(line).to_json() == line


def loader(data: bytes) -> None:
    """Load the bytes as a record and as a claim set."""
    for cls in (Record, ClaimSet):
        with contextlib.suppress(FormatError):
            loaded = cls.from_json(data)
            line = loaded.to_json()
            assert cls.from_json(line).to_json() == line


_ODD = re.compile(r"[/\\~]|\.\.")


def arguments_of(data: bytes) -> list[str]:
    """Give the arguments that the bytes stand for, one a line; none leads out of the folder."""
    lines = data[:400].decode("utf-8", "replace").replace("\0", "").split("\n")
    safe = [_ODD.sub("_", line) for line in lines[:12]]
    return safe if safe[0] != "check" else ["plugins"]


def command(data: bytes) -> None:
    """Run the command with the bytes as its arguments, in a folder of its own."""
    from newsfacts.cli import main

    folder = _folder() / "desk"
    folder.mkdir(exist_ok=True)
    os.chdir(folder)
    (folder / "a.jsonl").write_bytes(b'{"text": "Two died in Lyon."}\nno\n')
    (folder / "a.txt").write_bytes(b"They met on Monday.")
    arguments = arguments_of(data)
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"One died.")), "utf-8")
    before = sys.argv, sys.stdin
    status: object = 0
    sys.argv, sys.stdin = ["newsfacts", *arguments], stdin
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), _one_process():
            main()
    except SystemExit as ended:
        status = ended.code or 0
    finally:
        sys.argv, sys.stdin = before
    assert status in STATUSES, (arguments, status)
    assert "Traceback" not in err.getvalue() or "-v" in " ".join(arguments), arguments
    for path in folder.iterdir():
        if path.is_file():
            path.unlink()


@contextlib.contextmanager
def _one_process() -> Iterator[None]:
    """Let no number of workers be started: forking a process that fuzzes goes wrong."""
    whole = Pipeline.map

    def alone(self: Pipeline, articles: Any, *, workers: int = 1) -> Any:
        return whole(self, articles)

    Pipeline.map = alone  # type: ignore[method-assign]
    try:
        yield
    finally:
        Pipeline.map = whole  # type: ignore[method-assign]


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "readers": readers,
    "extractors": extractors,
    "loader": loader,
    "command": command,
}


def corpus(target: str) -> Iterator[bytes]:
    """Give what a target's fuzzing begins with, made of the seeds."""
    texts = [path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    if target == "readers":
        for text in texts:
            line = json.dumps({"id": "s", "text": text.decode(), "published": "2024-02"}).encode()
            yield b"\x00" + text[:1500]
            yield b"\x01" + line[:2500] + b"\n" + line[:50] + b"\n"
            yield b"\x42" + text[:1500]
            yield b"\x43" + line
            yield b"\x03" + gzip.compress(line)
            yield b"\x04" + line
    elif target == "extractors":
        for text in texts:
            yield text
            yield from text.split(b"\n\n")
    elif target == "loader":
        for text in texts:
            article = Article(text=text.decode())
            yield _pipeline().record(article).to_json().encode()
            yield _pipeline().claims(article).to_json().encode()
    else:
        for line in _COMMANDS.strip().splitlines():
            yield line.replace(" ", "\n").encode()


_COMMANDS = """
--version
--help
extract a.txt
extract a.jsonl -o o.jsonl --format jsonl
extract a.jsonl a.txt -o o.jsonl.gz --resume
extract - --published 2024-02-13 --workers 2
extract a.jsonl --format json --block actors --block places
extract a.jsonl --format pretty --on-error raise -v
extract a.txt --input-format jsonl --budget 0.5
extract . --max-article 10 --max-line 1k --max-unpacked 1G
extract a.txt -o o.json --budget 1e3
plugins --json --block dateline
plugins
schema --claims
schema
new-plugin floods --into f
new-plugin x
"""


def dictionary(target: str) -> Iterator[str]:
    """Give words that are worth putting in: cues and lexicons, options, keys."""
    if target == "extractors":
        extractors = [each.extractor for each in _pipeline().plugins.extractors]
        words = {cue.rstrip("*") for each in extractors for cue in each.cues}
        for file in ROOT.glob("**/src/**/data/en/*.toml"):
            words |= set(re.findall(r'"([^"\\\n]{1,30})"', file.read_text(encoding="utf-8")))
        yield from sorted(f" {word} " for word in words)
    elif target == "command":
        yield from sorted({word for word in _COMMANDS.split() if word.startswith("-")})
    elif target == "loader":
        yield from sorted(set(re.findall(r'"\w+":', next(corpus(target)).decode())))
