"""Signals that ask a command to end: it tidies up first, as it does for Ctrl-C."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

_HOW = {"SIGTERM": "terminated", "SIGHUP": "terminated as its terminal closed"}


class Stopped(BaseException):
    """Somebody asked the command to end; `how` says so, `status` is the exit status for it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.how = _HOW[signal.Signals(number).name]
        self.status = 128 + number


def _stop(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # once is enough: tidying up is not interrupted
    raise Stopped(number)


@contextlib.contextmanager
def stopping_on_signals() -> Iterator[None]:
    """Turn signals that would end the process at once into `Stopped`."""
    before: dict[int, signal.Handlers] = {}
    if threading.current_thread() is threading.main_thread():
        for name in _HOW:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.SIG_DFL
                signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
