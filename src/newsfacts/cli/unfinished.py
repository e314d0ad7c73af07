"""Output that is on its way, so that a run that was killed can be gone on with.

Beside OUT stand, while it is written, `.OUT.part`, the records so far, and `.OUT.journal`, one
line of JSON that says what they are made of: inputs (a digest of their content), options, and
versions. At the end a second line says how large OUT will be, the part takes its place, and the
journal goes. So each moment at which a run may be killed leaves one of these:

- no journal, or half of its first line: the part is empty; nothing is lost.
- a journal and a part: what the part has up to its last line end is gone on with.
- a journal that ends in the size of OUT, and no part: all is done but the tidying up.
"""

import contextlib
import gzip
import hashlib
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import attrs

from newsfacts import __version__
from newsfacts.errors import NewsfactsError
from newsfacts.io import Formats
from newsfacts.io.files import STDIN, list_files
from newsfacts.model import Article
from newsfacts.pipeline import Pipeline


class CannotResumeError(NewsfactsError, RuntimeError):
    """A run cannot be gone on with; the message says why, and what to do."""


@attrs.frozen(kw_only=True)
class Plan:
    """What the records of a run are made of."""

    version: str
    settings: Mapping[str, Any]
    extractors: Mapping[str, str]
    inputs: tuple[tuple[str, str], ...]

    def to_json(self) -> bytes:
        """Give it as one line."""
        return json.dumps(attrs.asdict(self), ensure_ascii=True, sort_keys=True).encode() + b"\n"

    @classmethod
    def from_json(cls, line: bytes) -> "Plan | None":
        """Read what `to_json` wrote; None if it is not whole."""
        try:
            data = json.loads(line)
            data["inputs"] = tuple((str(name), str(digest)) for name, digest in data["inputs"])
            return cls(**data)
        except (KeyError, TypeError, ValueError):
            return None

    def differences(self, now: "Plan") -> Iterator[str]:
        """Say in what another plan differs."""
        if self.version != now.version:
            yield f"newsfacts was {self.version} and is {now.version}"
        for name in sorted({*self.settings, *now.settings}):
            then, today = self.settings.get(name), now.settings.get(name)
            if then != today:
                yield f"--{name.replace('_', '-')} was {_said(then)} and is {_said(today)}"
        for name in sorted({*self.extractors, *now.extractors}):
            then, today = self.extractors.get(name), now.extractors.get(name)
            if then != today:
                yield f"the extractor {name!r} was {then or 'not there'} and is {today or 'gone'}"
        then, today = [name for name, _ in self.inputs], [name for name, _ in now.inputs]
        if then != today:
            yield f"the inputs were {' '.join(then)} and are {' '.join(today)}"
        else:
            for (name, digest), (_, other) in zip(self.inputs, now.inputs, strict=True):
                if digest != other:
                    yield f"the input {name} has changed"


def _said(value: Any) -> str:
    if value in (None, [], ()):
        return "not given"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def plan_of(
    inputs: Iterable[str], settings: Mapping[str, Any], pipeline: Pipeline, known: Formats
) -> Plan:
    """Make the plan of a run; the inputs are read once for it."""
    return Plan(
        version=__version__,
        settings=settings,
        extractors={
            each.name: f"{each.version} ({each.distribution})" for each in pipeline.extractors
        },
        inputs=tuple((name, _digest(name, known)) for name in inputs),
    )


def _digest(name: str, known: Formats) -> str:
    """Give the SHA-256 of an input: of its files' names and contents."""
    whole = hashlib.sha256()
    for file in list_files([name], known):
        try:
            with Path(file).open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").hexdigest()
        except (OSError, ValueError):
            content = "cannot be read"
        whole.update(json.dumps([file, content]).encode())
    return whole.hexdigest()


def why_not(inputs: Iterable[str], known: Formats, output: str, format: str) -> str | None:
    """Say why a run could not be gone on with if it were killed; None if it could."""
    if format != "jsonl":
        return f"records of the format {format!r} cannot be added to: use --format jsonl"
    target = Path(output)
    if target.exists() and not target.is_file():
        return f"{output} is no regular file"
    for name in inputs:
        if name == STDIN:
            return "stdin cannot be read a second time: store it in a file, and name that"
        for file in list_files([name], known):
            if Path(file).exists() and not Path(file).is_file():
                return f"{file} is no regular file and cannot be read a second time"
    return None


class UnfinishedOutput:
    """The output of one run, from its beginning or from where an earlier one stopped.

    Args:
        output: the file that it becomes.
        plan: what it is made of.
        resume: go on where an earlier run stopped, and leave it so where this one stops.

    Raises:
        CannotResumeError: another run is at it, or what is there is of other inputs or options.
        OSError: files beside the output cannot be written.
    """

    def __init__(self, output: str, plan: Plan, *, resume: bool) -> None:
        self._output = output
        self._target = Path(os.path.realpath(output))
        self._part = self._target.with_name(f".{self._target.name}.part")
        self._packed = self._target.with_name(f".{self._target.name}.packed")
        self._journal = self._target.with_name(f".{self._target.name}.journal")
        self._resume = resume
        self.kept = 0
        """Records that an earlier run left."""
        self._all_done = False
        self.dropped = False
        """Whether records of an earlier run were dropped."""
        self._lock = self._open_journal()
        try:
            if not (resume and self._continues(plan)):
                self._begin(plan)
        except BaseException:
            self._lock.close()
            raise

    def _open_journal(self) -> IO[bytes]:
        while True:
            file = self._journal.open("a+b")
            if not _locked(file):
                file.close()
                raise CannotResumeError(
                    f"another run is writing {self._output}: wait until it has ended"
                )
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file.fileno()), self._journal.stat()):
                    return file
            file.close()  # a run that was ending took it away meanwhile

    def _begin(self, plan: Plan) -> None:
        self.dropped = self._part.exists() and self._part.stat().st_size > 0
        self._packed.unlink(missing_ok=True)
        self._part.write_bytes(b"")  # first, so that a journal never stands by another's records
        self._lock.truncate(0)
        self._lock.write(plan.to_json())
        self._lock.flush()

    def _continues(self, plan: Plan) -> bool:
        """Look at what is there; False if there is nothing to go on with."""
        self._lock.seek(0)
        first, *more = self._lock.read().split(b"\n")
        before = Plan.from_json(first) if more else None
        size = self._part.stat().st_size if self._part.exists() else None
        if before is None:
            if size:
                raise CannotResumeError(
                    f"{self._journal} does not say what {self._part} is made of: remove the two"
                    " to begin anew"
                )
            return False
        if size is None and not self._is_finished(more[0]):
            return False
        if differences := list(before.differences(plan)):
            raise CannotResumeError(
                f"{self._output} was begun otherwise: {'; '.join(differences)}. Give the same as"
                " then, or leave out --resume to begin anew"
            )
        self._all_done = size is None
        return True

    def _is_finished(self, last: bytes) -> bool:
        try:
            size = json.loads(last)["size"]
        except (KeyError, TypeError, ValueError):
            return False
        return self._target.exists() and bool(self._target.stat().st_size == size)

    def left(self, articles: Iterator[Article]) -> Iterator[Article]:
        """Give the articles whose records are not there yet, and drop half a line at the end.

        Raises:
            CannotResumeError: the records that are there are of other articles.
        """
        if self._all_done:
            for _ in articles:  # for what is to be said of those that cannot be read
                pass
            return
        whole = 0
        with self._part.open("rb") as part:
            for line in part:
                if not line.endswith(b"\n"):
                    break
                article = next(articles, None)
                self.kept += 1
                if article is None or not _is_of(line, article):
                    raise CannotResumeError(
                        f"line {self.kept} of {self._part} is not the record of"
                        f" {'any article' if article is None else f'article {article.id!r}'}:"
                        " leave out --resume to begin anew"
                    )
                whole += len(line)
        os.truncate(self._part, whole)
        yield from articles

    @contextlib.contextmanager
    def writing(self) -> Iterator[IO[bytes]]:
        """Open it to add records; it becomes the output when the block ends by itself."""
        try:
            if self._all_done:
                yield io.BytesIO()
            else:
                with self._part.open("ab") as out:
                    yield out
                self._finish()
        except BaseException:
            if not self._resume:
                self._let_go()
                for file in (self._part, self._packed, self._journal):
                    file.unlink(missing_ok=True)
            raise
        else:
            self._let_go()
            self._journal.unlink(missing_ok=True)
        finally:
            self._lock.close()

    def _let_go(self) -> None:
        """Close the journal where a file that is open cannot be removed."""
        if os.name == "nt":
            self._lock.close()

    def _finish(self) -> None:
        ready = self._part
        if self._target.name.lower().endswith(".gz"):
            ready = self._packed
            with (
                self._part.open("rb") as part,
                ready.open("wb") as out,
                gzip.GzipFile(fileobj=out, filename="", mode="wb", mtime=0) as packed,
            ):
                for line in part:
                    packed.write(line)
                    packed.flush()  # as a writer does, so that the bytes are the same
        if self._target.exists():
            ready.chmod(self._target.stat().st_mode & 0o7777)
        self._note_size(ready)
        ready.replace(self._target)
        self._part.unlink(missing_ok=True)

    def _note_size(self, file: Path) -> None:
        self._lock.write(json.dumps({"size": file.stat().st_size}).encode() + b"\n")
        self._lock.flush()

    def stopped(self, written: int) -> str:
        """Say what became of the output, the run having stopped."""
        if not self._resume:
            return f"{self._output} was not written"
        return f"{self.kept + written:,} records are kept: the same command goes on after them"


def _is_of(line: bytes, article: Article) -> bool:
    """Tell whether a line is an article's record."""
    try:
        text = line.decode("utf-8")
        info, _ = json.JSONDecoder().raw_decode(text, text.index('"article":') + len('"article":'))
        return (
            info["sha256"] == article.sha256
            and info["id"] == article.id
            and article.published in (None, info["published"])
        )
    except (KeyError, TypeError, ValueError):
        return False


def _locked(file: IO[bytes]) -> bool:
    """Take the lock that says that a run is at it; it ends with this process, however that ends."""
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
