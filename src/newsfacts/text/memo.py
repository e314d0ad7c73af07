"""What is worked out once for a word, within bounds."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")


class Memo(dict[str, V]):
    """Gives what `work` makes of a string, and remembers it: `memo[string]`.

    It forgets what it has not been asked for in long: of every `most` strings only those stay that
    are asked for among the next as many. Strings of more than `longest` characters are worked out
    each time.
    """

    def __init__(self, work: Callable[[str], V], most: int = 1 << 13, longest: int = 24) -> None:
        super().__init__()
        self._work = work
        self._most = most
        self._longest = longest
        self._older: dict[str, V] = {}

    def __missing__(self, key: str) -> V:
        found = self._older[key] if key in self._older else self._work(key)
        if len(key) <= self._longest:
            if len(self) >= self._most:
                self._older = self.copy()
                self.clear()
            self[key] = found
        return found
