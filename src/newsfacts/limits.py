"""What an article may cost: its size, and a time budget that holds where nobody looks at a clock.

The budget works in three ways. A `Deadline` is asked on the way: whatever an extractor takes from
its context (sentences, cue hits, mentions, the record so far) asks the clock. An `Alarm` interrupts
an extractor that takes nothing more, where the system can: on POSIX, in the main thread. And a
worker process that even so does not come back is stopped by its parent; see `newsfacts.parallel`.
"""

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from newsfacts.errors import BudgetExceeded

T = TypeVar("T")

Clock = Callable[[], float]

MAX_ARTICLE_BYTES = 16 * 2**20
"""The most bytes of UTF-8 that an article's text may have unless told otherwise: 16 MiB.

A text made to attack takes some 300 bytes of memory a character: 10 MB of full stops take 2.9 GB.
"""


def size_over(text: str, most: int) -> int | None:
    """Give the size of a text in bytes of UTF-8 if it is more than `most`, else None."""
    if 4 * len(text) <= most:
        return None
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    return size if size > most else None


def checked_size(name: str, value: int | None) -> int | None:
    """Give a limit back if it is one.

    Raises:
        ValueError: it is less than 1.
    """
    if value is not None and value < 1:
        raise ValueError(f"{name} must be at least 1 byte, not {value!r}")
    return value


class OutOfTime(BaseException):
    """The budget has run out; it passes through an extractor's own `except Exception`."""


class Deadline:
    """The moment until which an article may take, by a clock.

    Args:
        seconds: how long from now.
        clock: gives seconds from any fixed moment on, such as `time.monotonic`.
    """

    __slots__ = ("_clock", "_end", "seconds")

    def __init__(self, seconds: float, clock: Clock) -> None:
        self.seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    @property
    def passed(self) -> bool:
        """Whether it is over."""
        return self._clock() > self._end

    def check(self) -> None:
        """Ask the clock.

        Raises:
            OutOfTime: the deadline has passed.
        """
        if self._clock() > self._end:
            raise OutOfTime

    def left(self) -> float:
        """Give the seconds that are left, 0 if none."""
        return max(0.0, self._end - self._clock())

    def watched(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """Give the items as a tuple that asks the clock whenever one is taken in a loop."""
        self.check()
        watched: _Watched[T] = _Watched(items)
        watched.deadline = self
        return watched

    def exceeded(self, what: str) -> BudgetExceeded:
        """Give the exception that says what was running when the time was over."""
        return BudgetExceeded(f"the article's time budget of {self.seconds:g} s ran out in {what}")


class _Watched(tuple[T, ...]):
    deadline: Deadline

    def __iter__(self) -> Iterator[T]:
        check = self.deadline.check
        for item in super().__iter__():
            check()
            yield item


def grace(budget: float) -> float:
    """Give the seconds beyond its budget after which an extractor that asks nothing is stopped."""
    return 0.05 + budget / 2


def hard_limit(budget: float) -> float:
    """Give the seconds after which a worker's parent stops it, its alarm having had no effect."""
    return 1.0 + 3 * budget


class Alarm:
    """Raises `OutOfTime` in the main thread after some seconds, where the system can do that.

    Elsewhere (other threads, Windows, a program that uses SIGALRM itself) it does nothing. It
    rings again and again, in case what it interrupts holds on to its exceptions.
    """

    def __init__(self, seconds: float, again: float) -> None:
        self._seconds = seconds
        self._again = again
        self._armed = False
        self._before: Any = None

    def on(self) -> None:
        """Set it."""
        if (
            not hasattr(signal, "setitimer")
            or threading.current_thread() is not threading.main_thread()
            or signal.getsignal(signal.SIGALRM) is not signal.SIG_DFL
            or signal.getitimer(signal.ITIMER_REAL)[0]
        ):
            return
        self._before = signal.signal(signal.SIGALRM, self._ring)
        self._armed = True
        signal.setitimer(signal.ITIMER_REAL, self._seconds, self._again)

    def off(self) -> None:
        """Take it back; nothing is raised from then on."""
        try:
            self._disarm()
        except OutOfTime:  # it rang on the way in
            self._disarm()

    def _disarm(self) -> None:
        if self._before is None:
            return
        self._armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)
        self._before = None

    def _ring(self, _: int, __: Any) -> None:
        if self._armed:
            raise OutOfTime


def watched(deadline: Deadline | None, what: str, call: Callable[[], T]) -> T:
    """Call; if that is not done at the deadline, stop it.

    Raises:
        BudgetExceeded: it was not done.
    """
    if deadline is None:
        return call()
    if deadline.passed:
        raise deadline.exceeded(what)
    more = grace(deadline.seconds)
    alarm = Alarm(deadline.left() + more, again=more)
    try:
        try:
            alarm.on()
            return call()
        finally:
            alarm.off()
    except OutOfTime:
        alarm.off()  # if it rang just before it was taken back
        raise deadline.exceeded(what) from None


def on_time(found: Iterable[T], deadline: Deadline) -> Iterator[T]:
    """Pass on what comes until the deadline.

    Raises:
        OutOfTime: it has passed.
    """
    for claim in found:
        yield claim
        deadline.check()
