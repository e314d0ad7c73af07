"""Everything that goes to stderr: messages, the log, and a progress bar on a terminal."""

import contextlib
import io
import logging
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from newsfacts.io import ReadProblem
from newsfacts.view.words import clean

_REFRESH_SECONDS = 0.1


def say(message: str) -> None:
    """Write a message to stderr in one line, whatever it quotes."""
    sys.stderr.write(f"newsfacts: {clean(message)}\n")
    sys.stderr.flush()


class Messages:
    """What one run of the command says on stderr.

    The bar counts bytes read of all, and articles done. It draws only when it is told of
    something, and runs no thread: worker processes are forked while it is shown.
    """

    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None
        self._read = 0
        self._articles = 0
        self._drawn = 0.0

    def report(self, message: str) -> None:
        """Say something without harm to the bar."""
        self._make_room()
        say(message)

    def problem(self, problem: ReadProblem) -> None:
        """Write a problem of reading as `file:line: what`, as compilers do."""
        self._make_room()
        sys.stderr.write(f"{clean(str(problem))}\n")

    def _make_room(self) -> None:
        if self._bar is not None:  # it comes back with the next piece of news
            self._bar.stop()
            self._drawn = 0.0

    @contextlib.contextmanager
    def log(self, *, tracebacks: bool) -> Iterator[None]:
        """Show the library's log as messages, with tracebacks only where they are asked for."""
        log = logging.getLogger("newsfacts")
        handler = _Handler(self, tracebacks=tracebacks)
        log.addHandler(handler)
        before, log.propagate = log.propagate, False
        try:
            yield
        finally:
            log.propagate = before
            log.removeHandler(handler)

    def traceback(self, error: BaseException) -> None:
        """Write an exception's traceback."""
        self._make_room()
        traceback.print_exception(error)

    def start_bar(self, files: Iterable[str]) -> None:
        """Show the bar for these files."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

        total = 0
        for file in files:
            with contextlib.suppress(OSError):  # it will be reported when it is read
                total += Path(file).stat().st_size
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

    def stop_bar(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

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
    """A stream that tells how much of it was read."""

    def __init__(self, stream: IO[bytes], messages: Messages) -> None:
        self._stream = stream
        self._messages = messages

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._messages.advance(read=len(data))
        return len(data)


class _Handler(logging.Handler):
    """Hands warnings of the library on."""

    def __init__(self, messages: Messages, *, tracebacks: bool) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages
        self._tracebacks = tracebacks

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and not self._tracebacks and str(error) not in message:
            message += f": {type(error).__name__}: {error}"
        self._messages.report(message)
        if error is not None and self._tracebacks:
            self._messages.traceback(error)
