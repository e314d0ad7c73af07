"""Everything that goes to stderr: messages, the log, and a progress bar on a terminal."""

import io
import logging
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from newsfacts.io import ReadProblem
from newsfacts.view.words import clean

_REFRESH_SECONDS = 0.1


def say(message: str, *, prefix: str = "newsfacts: ") -> None:
    """Write a message to stderr, in one line, whatever it quotes."""
    sys.stderr.write(f"{prefix}{clean(message)}\n")
    sys.stderr.flush()


class LogToStderr(logging.Handler):
    """The library's log as messages; tracebacks only where they are asked for."""

    def __init__(self, *, tracebacks: bool) -> None:
        super().__init__(logging.WARNING)
        self._tracebacks = tracebacks

    def emit(self, record: logging.LogRecord) -> None:
        """Write one message."""
        message = record.getMessage()
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and not self._tracebacks and str(error) not in message:
            message += f": {type(error).__name__}: {error}"
        PROGRESS.pause()
        say(message)
        if error is not None and self._tracebacks:
            sys.stderr.write(logging.Formatter().formatException(record.exc_info) + "\n")  # type: ignore[arg-type]


class Progress:
    """A bar on stderr, where that is a terminal: bytes read of all, and articles so far.

    It draws only when it is told of something, and runs no thread: worker processes are forked
    while it is shown.
    """

    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None
        self._read = 0
        self._articles = 0
        self._drawn = 0.0

    def start(self, files: Iterable[str]) -> None:
        """Show the bar for these files."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

        total = 0
        for file in files:
            try:
                total += Path(file).stat().st_size
            except OSError:  # it will be reported when it is read
                continue
        self._bar = Progress(
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[articles]:,} articles"),
            console=Console(file=sys.stderr),
            auto_refresh=False,
            transient=True,
        )
        self._task = self._bar.add_task("", total=total or None, articles=0)
        self._bar.start()

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def pause(self) -> None:
        """Make room for a message; the bar comes back with the next piece of news."""
        if self._bar is not None:
            self._bar.stop()
            self._drawn = 0.0

    def advance(self, *, read: int = 0, articles: int = 0) -> None:
        """Count bytes read and articles done; draw if it is time to."""
        self._read += read
        self._articles += articles
        now = time.monotonic()
        if self._bar is None or now - self._drawn < _REFRESH_SECONDS:
            return
        self._drawn = now
        self._bar.start()
        self._bar.update(self._task, completed=self._read, articles=self._articles)
        self._bar.refresh()

    def watch(self, _: str, stream: IO[bytes]) -> IO[bytes]:
        """Wrap a stream so that what is read of it counts."""
        if self._bar is None:
            return stream
        return io.BufferedReader(_Watched(stream, self))


class _Watched(io.RawIOBase):
    def __init__(self, stream: IO[bytes], progress: Progress) -> None:
        self._stream = stream
        self._progress = progress

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._progress.advance(read=len(data))
        return len(data)


PROGRESS = Progress()
"""The bar of this process, if it shows one."""


def report(message: str) -> None:
    """Write a message to stderr without harm to the bar."""
    PROGRESS.pause()
    say(message)


def report_problem(problem: ReadProblem) -> None:
    """Write a problem of reading as `file:line: what`, as compilers do."""
    PROGRESS.pause()
    say(str(problem), prefix="")
