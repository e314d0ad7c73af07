"""Files and streams: finding inputs, reading them one article at a time, writing whole files."""

import contextlib
import gzip
import io
import os
import secrets
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from newsfacts.errors import NewsfactsError
from newsfacts.io.builtin import UnpacksTooFarError, too_long
from newsfacts.io.formats import (
    DEFAULT_LIMITS,
    Formats,
    Limits,
    Reader,
    ReadProblem,
    formats,
)
from newsfacts.model import Article

if TYPE_CHECKING:
    from newsfacts.plugins import Plugins

STDIN = "-"
_STDIN_NAME = "<stdin>"
_GZIP = b"\x1f\x8b"
_BLANK = b"\xef\xbb\xbf \t\r\n"

Item = Article | ReadProblem
Opened = Callable[[str, IO[bytes]], IO[bytes]]


class ReadError(NewsfactsError, ValueError):
    """Something could not be read; `problem` says where it stands and what is wrong."""

    def __init__(self, problem: ReadProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_articles(
    *paths: str | os.PathLike[str],
    format: str | None = None,
    plugins: "Plugins | None" = None,
    on_problem: Callable[[ReadProblem], object] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Article]:
    """Read the articles of files, of directories (with all below them, sorted), and of `-` (stdin).

    Args:
        paths: what to read, in this order.
        format: the name of the format to read files and stdin in; by default their suffix tells.
        plugins: whose readers to use beside the core's own; None means those installed.
        on_problem: called with each problem, after which reading goes on.
        limits: how long what is read may be.

    Raises:
        ReadError: something could not be read, and there is no `on_problem`.
        ValueError: no reader has the name `format`.
    """
    if plugins is None:
        from newsfacts.pipeline import default_pipeline

        plugins = default_pipeline().plugins
    names = [os.fspath(path) for path in paths]
    for _, item in read_inputs(names, formats(plugins, limits), format, limits=limits):
        if isinstance(item, Article):
            yield item
        elif on_problem is None:
            raise ReadError(item)
        else:
            on_problem(item)


def read_inputs(
    names: Iterable[str],
    known: Formats,
    format: str | None = None,
    opened: Opened = lambda _, stream: stream,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[tuple[str, Item]]:
    """Give (file name, article or problem) for every article of the inputs, in order.

    `opened` may wrap each stream as it is opened, to watch how far it has been read. The limits of
    articles hold for any reader's, those of lines are the readers' own (see `formats`).

    Raises:
        ValueError: no reader has the name `format`.
    """
    if format is not None and format not in known.readers:
        raise ValueError(
            f"no reader is named {format!r}; there are {', '.join(sorted(known.readers))}"
        )
    chosen = None if format is None else known.readers[format]
    for name in names:
        for file, explicit in _files(name, known):
            if isinstance(file, ReadProblem):
                yield file.source, file
                continue
            shown = _STDIN_NAME if file == STDIN else file
            chosen_here = chosen if explicit else None
            for item in _read_file(file, shown, known, chosen_here, opened, limits):
                if isinstance(item, Article) and (problem := too_long(item, limits.article)):
                    item = ReadProblem(shown, None, problem)
                yield shown, item


def _files(name: str, known: Formats) -> Iterator[tuple[str | ReadProblem, bool]]:
    """Give the files that an input stands for, and whether it was named itself."""
    if name != STDIN and Path(name).is_dir():
        found = False
        for file in _walk(name, known):
            found = True
            yield file, False
        if not found:
            endings = ", ".join(known.suffixes)
            yield ReadProblem(name, None, f"holds no file that ends in {endings}"), False
    else:
        yield name, True


def _walk(folder: str, known: Formats) -> Iterator[str | ReadProblem]:
    """Give the readable files below a folder in order of names; hidden ones are passed over."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield ReadProblem(folder, None, f"cannot be read: {error.strerror}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, known)
        elif _reader_by_suffix(entry.name, known) and entry.is_file():
            yield entry.path


def list_files(names: Iterable[str], known: Formats) -> Iterator[str]:
    """Give the files that the inputs stand for, stdin left out."""
    for name in names:
        for file, _ in _files(name, known):
            if isinstance(file, str) and file != STDIN:
                yield file


def _reader_by_suffix(name: str, known: Formats) -> tuple[Reader, bool] | None:
    """Give the reader for a name, and whether the file must be unpacked first."""
    reader = known.reader_for(name)
    if reader is None and name.lower().endswith(".gz"):
        inner = known.reader_for(name[:-3])
        return None if inner is None else (inner, True)
    return None if reader is None else (reader, False)


def _read_file(
    file: str,
    shown: str,
    known: Formats,
    chosen: Reader | None,
    opened: Opened,
    limits: Limits,
) -> Iterator[Item]:
    try:
        raw = sys.stdin.buffer if file == STDIN else Path(file).open("rb")  # noqa: SIM115 - closed below
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield ReadProblem(shown, None, f"cannot be read: {_reason(error)}")
        return
    try:
        stream = opened(shown, raw)
        by_suffix = None if file == STDIN else _reader_by_suffix(file, known)
        if chosen is not None:
            reader, packed = chosen, file.lower().endswith(".gz")
        elif by_suffix is not None:
            reader, packed = by_suffix
        elif file == STDIN or not Path(file).suffix:
            stream, name = _look(stream, limits)
            reader, packed = known.readers[name], False
        else:
            endings = ", ".join(known.suffixes)
            yield ReadProblem(
                shown, None, f"unknown suffix {Path(file).suffix!r}: not one of {endings}"
            )
            return
        if packed:
            stream = _unpacked(stream, limits)
        yield from _guarded(reader, stream, shown)
    except OSError as error:
        yield ReadProblem(shown, None, f"cannot be read: {_reason(error)}")
    finally:
        if file != STDIN:
            raw.close()


def _guarded(reader: Reader, stream: IO[bytes], shown: str) -> Iterator[Item]:
    """Read on until the reader itself fails; a reader's fault ends its file, not the run."""
    items = reader.read(stream, shown)
    while True:
        try:
            item = next(items)
        except StopIteration:
            return
        except UnpacksTooFarError as error:
            yield ReadProblem(shown, None, str(error))
            return
        except Exception as error:
            message = f"the reader {reader.name!r} failed: {type(error).__name__}: {error}"
            yield ReadProblem(shown, None, message)
            return
        yield item


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


class _Counted(io.RawIOBase):
    """A stream that counts what was read of it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class _Unpacked(io.RawIOBase):
    """What a gzip stream holds, up to the limit."""

    def __init__(self, stream: IO[bytes], limits: Limits) -> None:
        self._packed = _Counted(stream)
        self._unpacked = gzip.GzipFile(fileobj=io.BufferedReader(self._packed), mode="rb")
        self._limits = limits
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._limits.unpacks_too_far(self._count, self._packed.count):
            raise UnpacksTooFarError(
                f"unpacks to more than {self._limits.unpacked:,} bytes (max-unpacked) and to"
                f" {self._count // self._packed.count:,} times its size: the rest is not read"
            )
        data = self._unpacked.read1(len(buffer))  # what is there, even if what follows is broken
        buffer[: len(data)] = data
        self._count += len(data)
        return len(data)


def _unpacked(stream: IO[bytes], limits: Limits) -> IO[bytes]:
    return io.BufferedReader(_Unpacked(stream, limits), 2**16)


def _look(stream: IO[bytes], limits: Limits) -> tuple[IO[bytes], str]:
    """Tell plain text from JSON Lines by the first character, and unpack what gzip packed."""
    head = _peek(stream)
    if head.startswith(_GZIP):
        stream = _unpacked(stream, limits)
        head = _peek(stream)
    return stream, "jsonl" if head.lstrip(_BLANK).startswith(b"{") else "text"


def _peek(stream: IO[bytes]) -> bytes:
    try:
        return bytes(stream.peek(4096))  # type: ignore[attr-defined]
    except (OSError, EOFError, zlib.error):
        return b""  # what is wrong will come up, with its place, when the stream is read


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """Open a file for writing that appears, or replaces an older one, only when all is written.

    The bytes go to a temporary file beside it, which takes its place at the end and is removed
    when an exception passes through. A name that ends in `.gz` is compressed, the same records
    giving the same bytes. What is no regular file (a pipe, a device) is written to directly.

    Raises:
        OSError: the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as out:
            yield out
        return
    beside = target.with_name(f".{target.name}.{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as out:
            if target.name.lower().endswith(".gz"):
                with gzip.GzipFile(fileobj=out, filename="", mode="wb", mtime=0) as packed:
                    yield packed  # type: ignore[misc]
            else:
                yield out
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
