"""What a format is: readers, writers, and the look-up of both through the loaded plugins."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Any, TypeVar

import attrs

from newsfacts.limits import MAX_ARTICLE_BYTES, checked_size
from newsfacts.model import Article, Record

if TYPE_CHECKING:
    from newsfacts.plugins import Plugins

log = logging.getLogger("newsfacts")

MAX_BYTES = MAX_ARTICLE_BYTES
"""The most bytes that one text file or one line of JSON may have unless told: 16 MiB."""

_RATIO = 100
"""How many times its size any compressed file may unpack to."""


@attrs.frozen(kw_only=True)
class Limits:
    """How much is read, in bytes; what is longer is a problem that costs only itself.

    Attributes:
        article: of one article's text in UTF-8.
        line: of one line of JSON.
        unpacked: of what one compressed file unpacks to, where that is more than 100 times its
            size.

    Raises:
        ValueError: one is less than 1.
    """

    article: int = attrs.field(default=MAX_BYTES)
    line: int = attrs.field(default=MAX_BYTES)
    unpacked: int = attrs.field(default=2**30)

    @article.validator
    @line.validator
    @unpacked.validator
    def _check(self, attribute: "attrs.Attribute[int]", value: int) -> None:
        checked_size(attribute.name, value)

    def unpacks_too_far(self, unpacked: int, packed: int) -> bool:
        """Tell whether what was unpacked is too much for what it was packed in."""
        return unpacked > self.unpacked and unpacked > _RATIO * packed


DEFAULT_LIMITS = Limits()


@attrs.frozen
class ReadProblem:
    """Something that could not be read: where it stands, and what is wrong with it.

    `source` is the file's name as it was given, `line` counts from 1 and is None where the
    problem has no line.
    """

    source: str
    line: int | None
    message: str

    def __str__(self) -> str:
        """Write `file:line: what`."""
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{where}: {self.message}"


ReadFunction = Callable[[IO[bytes], str], Iterator[Article | ReadProblem]]
WriteFunction = Callable[[Iterable[Record], IO[bytes]], None]


def _suffixes(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value.lower() for value in values)


@attrs.frozen(kw_only=True)
class Reader:
    """An input format.

    Attributes:
        name: what the format is called on the command line.
        suffixes: the file name endings it is used for, with their dot, such as `(".jsonl",)`.
        read: takes a binary stream and the name that messages call it by; gives articles one by
            one as it reads, and a `ReadProblem` in the place of each that it cannot read.
    """

    name: str
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_suffixes)
    read: ReadFunction


@attrs.frozen(kw_only=True)
class Writer:
    """An output format.

    Attributes:
        name: what the format is called on the command line.
        suffixes: the file name endings that choose it where no name is given.
        write: takes records one by one as they are finished, and a binary stream to write to.
    """

    name: str
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_suffixes)
    write: WriteFunction


T = TypeVar("T", Reader, Writer)


@attrs.frozen
class Formats:
    """The formats in service by name, and messages about those that were left out."""

    readers: Mapping[str, Reader]
    writers: Mapping[str, Writer]
    problems: tuple[str, ...] = ()

    def reader_for(self, name: str) -> Reader | None:
        """Give the reader for a file name by its longest known suffix."""
        return _by_suffix(self.readers.values(), name)

    def writer_for(self, name: str) -> Writer | None:
        """Give the writer for a file name by its longest known suffix."""
        return _by_suffix(self.writers.values(), name)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Every suffix that some reader reads, sorted."""
        return tuple(sorted({s for reader in self.readers.values() for s in reader.suffixes}))


def _by_suffix(formats: Iterable[T], name: str) -> T | None:
    lowered = PurePath(name).name.lower()
    found = [
        (len(suffix), each)
        for each in formats
        for suffix in each.suffixes
        if lowered.endswith(suffix)
    ]
    return max(found, key=lambda item: item[0])[1] if found else None


def formats(plugins: "Plugins | None" = None, limits: Limits = DEFAULT_LIMITS) -> Formats:
    """Give the core's own formats, whose readers keep to the limits, and those of loaded plugins.

    A plugin's hook that raises, a name that is taken, and a suffix that is taken cost only
    themselves; `problems` names them.
    """
    from newsfacts.io import builtin

    problems: list[str] = []
    readers_here = partial(builtin.readers, limits)
    readers = _gather(
        [(_CORE, readers_here), *_implementations(plugins, "newsfacts_readers")],
        Reader, problems,
    )  # fmt: skip
    writers = _gather(
        [(_CORE, builtin.newsfacts_writers), *_implementations(plugins, "newsfacts_writers")],
        Writer, problems,
    )  # fmt: skip
    return Formats(readers, writers, tuple(problems))


_CORE = "the core"


def _implementations(
    plugins: "Plugins | None", hook: str
) -> list[tuple[str, Callable[[], Iterable[Any]]]]:
    """Give a hook's implementations with their plugins' names, in order of these."""
    if plugins is None:
        return []
    impls = getattr(plugins.manager.hook, hook).get_hookimpls()
    return sorted(((i.plugin_name, i.function) for i in impls), key=lambda pair: pair[0])


def _gather(
    sources: Iterable[tuple[str, Callable[[], Iterable[Any]]]], kind: type[T], problems: list[str]
) -> Mapping[str, T]:
    found: dict[str, T] = {}
    taken: dict[str, str] = {}
    for owner, function in sources:
        label = owner if owner == _CORE else f"plugin {owner!r}"
        hook = getattr(function, "__name__", kind.__name__)
        try:
            items = list(function() or ())
        except Exception as error:
            log.debug("%s: %s() raised", label, hook, exc_info=error)
            problems.append(f"{label}: {hook}() raised {type(error).__name__}: {error}")
            continue
        for item in items:
            if not isinstance(item, kind):
                problems.append(f"{label}: {item!r} is no newsfacts.io.{kind.__name__}")
            elif item.name in found:
                problems.append(f"{label}: the {kind.__name__} {item.name!r} exists already")
            else:
                free = tuple(suffix for suffix in item.suffixes if suffix not in taken)
                problems += [
                    f"{label}: {item.name!r} wants the suffix {suffix!r}, which"
                    f" {taken[suffix]!r} has"
                    for suffix in item.suffixes
                    if suffix in taken
                ]
                taken.update(dict.fromkeys(free, item.name))
                found[item.name] = attrs.evolve(item, suffixes=free)
    return found
