"""The core's own formats, registered through the same hooks as a plugin's."""

import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePath
from typing import IO

from newsfacts.errors import FormatError
from newsfacts.hookspecs import hookimpl
from newsfacts.io.articles import article_from_json
from newsfacts.io.formats import DEFAULT_LIMITS, MAX_BYTES, Limits, Reader, ReadProblem, Writer
from newsfacts.limits import size_over
from newsfacts.model import Article, Record

_BOM = b"\xef\xbb\xbf"
_PIECE = 2**20


@hookimpl
def newsfacts_readers() -> Iterable[Reader]:
    """Give the readers of plain text and of JSON Lines."""
    return readers(DEFAULT_LIMITS)


def readers(limits: Limits) -> Iterable[Reader]:
    """Give the readers of plain text and of JSON Lines, which keep to the limits."""
    text = partial(read_text, limit=limits.article)
    lines = partial(read_json_lines, limit=limits.line, article_limit=limits.article)
    return (
        Reader(name="text", suffixes=(".txt",), read=text),
        Reader(name="jsonl", suffixes=(".jsonl", ".ndjson"), read=lines),
    )


@hookimpl
def newsfacts_writers() -> Iterable[Writer]:
    """Give the writers of JSON Lines, of one JSON array, and for people."""
    return (
        Writer(name="jsonl", suffixes=(".jsonl", ".ndjson"), write=write_json_lines),
        Writer(name="json", suffixes=(".json",), write=write_json),
        Writer(name="pretty", write=write_pretty),
    )


def read_text(
    stream: IO[bytes], name: str, *, limit: int = MAX_BYTES
) -> Iterator[Article | ReadProblem]:
    r"""Read one article of UTF-8 text, kept exactly as it is.

    Line ends stay what they are, `\r\n` too, and so does a byte order mark (U+FEFF), so that
    spans count code points of the file. The id is the file's name without its suffix; a stream
    without a file name gets the default id.
    """
    try:
        data = _read(stream, limit + 1)
    except _BROKEN as error:
        yield ReadProblem(name, None, _broken(error))
        return
    if len(data) > limit:
        yield ReadProblem(
            name, None, f"longer than {limit:,} bytes, the most for an article (max-article)"
        )
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield ReadProblem(name, line, f"not UTF-8: {error.reason} at byte {error.start}")
        return
    yield Article(text=text, id=id_of(name))


def _read(stream: IO[bytes], most: int) -> bytes:
    """Read up to so many bytes, piece by piece: asked for at once, room is made for all of them."""
    pieces: list[bytes] = []
    while most > 0 and (piece := stream.read(min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def id_of(name: str) -> str:
    """Give the article id that a file name stands for: `storm` for `wire/storm.txt.gz`."""
    if name.startswith("<"):
        return ""
    path = PurePath(name)
    return PurePath(path.stem).stem if path.suffix.lower() == ".gz" else path.stem


def read_json_lines(
    stream: IO[bytes], name: str, *, limit: int = MAX_BYTES, article_limit: int = MAX_BYTES
) -> Iterator[Article | ReadProblem]:
    """Read one article from each line; blank lines and a leading byte order mark are passed over.

    A line longer than `limit` bytes, an article longer than `article_limit`, and a line that is
    no JSON or no article give a `ReadProblem`, and the next is read. An article whose date cannot
    be read gives one too, and is read without it.
    """
    for number, line in _lines(stream, name, limit):
        if isinstance(line, ReadProblem):
            yield line
            continue
        whole = (line.removeprefix(_BOM) if number == 1 else line).rstrip(b"\r\n")
        if not whole.strip():
            continue
        problems: list[str] = []
        article: Article | None = None
        try:
            article = article_from_json(whole, on_problem=problems.append)
        except FormatError as error:
            problems.append(str(error))
        if article is not None and (problem := too_long(article, article_limit)):
            problems.append(problem)
            article = None
        yield from (ReadProblem(name, number, problem) for problem in problems)
        if article is not None:
            yield article


def too_long(article: Article, most: int) -> str | None:
    """Say that an article's text is longer than `most` bytes; None if it is not."""
    size = size_over(article.text, most)
    if size is None:
        return None
    return f"a text of {size:,} bytes; an article may have {most:,} (max-article); passed over"


_BROKEN = (OSError, EOFError, zlib.error)


class UnpacksTooFarError(OSError):
    """A compressed file holds far more than its size lets expect."""


def _broken(error: BaseException) -> str:
    if isinstance(error, UnpacksTooFarError):
        return str(error)
    if isinstance(error, EOFError):
        return "the compressed data end before their end marker"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be read: {error}"


def _lines(stream: IO[bytes], name: str, limit: int) -> Iterator[tuple[int, bytes | ReadProblem]]:
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(limit + 1)
            if len(line) > limit and not line.endswith(b"\n"):
                message = f"longer than {limit:,} bytes (max-line); passed over"
                yield number, ReadProblem(name, number, message)
                while line and not line.endswith(b"\n"):
                    line = stream.readline(2**16)
                continue
        except _BROKEN as error:
            yield number, ReadProblem(name, number, _broken(error))
            return
        if not line:
            return
        yield number, line


def write_json_lines(records: Iterable[Record], out: IO[bytes]) -> None:
    """Write each record as one line of JSON in UTF-8, as soon as it is there."""
    for record in records:
        out.write(record.to_json().encode("utf-8") + b"\n")
        out.flush()


def write_json(records: Iterable[Record], out: IO[bytes]) -> None:
    """Write one JSON array of all records, indented."""
    start = b"[\n"
    for record in records:
        out.write(start + record.to_json(indent=2).encode("utf-8"))
        out.flush()
        start = b",\n"
    out.write(b"[]\n" if start == b"[\n" else b"\n]\n")


def write_pretty(records: Iterable[Record], out: IO[bytes]) -> None:
    """Write records for people to read.

    Raises:
        ImportError: rich is not installed (`pip install newsfacts[cli]`).
    """
    from newsfacts.view.pretty import write_records

    write_records(records, out)
