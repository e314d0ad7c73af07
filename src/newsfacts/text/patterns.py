"""Patterns made of named parts, each with what it must match and what it must not."""

import re
from collections.abc import Iterator, Mapping

import attrs
import regex

BUDGET = 10.0
"""Seconds that one pattern may run on one text before it is given up."""

_REFERENCE = re.compile(r"(?<!\\)\{([a-z][a-z_]*)\}")


@attrs.frozen
class Part:
    """A piece of a pattern.

    `pattern` may name other parts in braces: `{number}`. `match` and `reject` are whole strings
    that it must and must not match; `PatternBook.check` holds it to them.
    """

    pattern: str
    match: tuple[str, ...] = attrs.field(kw_only=True)
    reject: tuple[str, ...] = attrs.field(kw_only=True)


class PatternBook:
    r"""Named parts that are composed into compiled patterns.

    Patterns are compiled when first asked for, with `regex` in VERSION1 and verbose mode (white
    space in a pattern is ignored; write `\s` or `[ ]`).

    Raises:
        KeyError: a part names one that is not there.
        ValueError: parts name each other in a circle.
    """

    def __init__(self, parts: Mapping[str, Part], *, ignore_case: bool = False) -> None:
        self._parts = dict(parts)
        self._flags = regex.VERBOSE | regex.VERSION1 | (regex.IGNORECASE if ignore_case else 0)
        self._compiled: dict[str, regex.Pattern[str]] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def source(self, name: str) -> str:
        """Give a part's pattern with the parts that it names put in."""
        return self._expand(name, ())

    def _expand(self, name: str, path: tuple[str, ...]) -> str:
        if name in path:
            raise ValueError(f"pattern parts in a circle: {' -> '.join((*path, name))}")
        if name not in self._parts:
            raise KeyError(
                f"pattern part {path[-1] if path else '?'!r} names {name!r}: no such part"
            )
        return _REFERENCE.sub(
            lambda match: f"(?:{self._expand(match[1], (*path, name))})",
            self._parts[name].pattern,
        )

    def __getitem__(self, name: str) -> regex.Pattern[str]:
        compiled = self._compiled.get(name)
        if compiled is None:
            compiled = self._compiled[name] = regex.compile(self.source(name), self._flags)
        return compiled

    def finditer(
        self, name: str, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[regex.Match[str]]:
        """Give the matches of a part between two offsets of the text.

        Raises:
            TimeoutError: the pattern ran longer than `BUDGET` seconds.
        """
        stop = len(text) if end is None else end
        return self[name].finditer(text, start, stop, timeout=BUDGET)

    def check(self) -> Iterator[str]:
        """Say of every part what it should match but does not, or should not but does."""
        for name, part in self._parts.items():
            pattern = self[name]
            for example in part.match:
                if not pattern.fullmatch(example, timeout=BUDGET):
                    yield f"{name} does not match {example!r}"
            for example in part.reject:
                if pattern.fullmatch(example, timeout=BUDGET):
                    yield f"{name} matches {example!r}"
            if not part.match or not part.reject:
                yield f"{name} lacks an example to match or one to reject"
