"""How a stated field is compared with a found one.

A path is made of field names joined by dots: `count.value`, `place.name`. It follows ids of a
record's actors, events and facts (`part_of.count.value`), and runs through every item of a tuple:
`participants.actor.name` gives the names of all. `participants[role=host].actor` keeps the items
with that field. `names` of an actor are all that it answers to: its name, its aliases and the
names of those that it represents.

A value is compared with what the path gives: text without regard to case and accents, a tuple
item by item, `Among`, `Only` and `AnyOf` as they say.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import attrs

from newsfacts.text import without_accents


@attrs.frozen(init=False)
class Among:
    """These are all among the values found; there may be more."""

    values: tuple[Any, ...]

    def __init__(self, *values: Any) -> None:
        self.__attrs_init__(values)

    def __repr__(self) -> str:
        return f"Among({', '.join(map(repr, self.values))})"


@attrs.frozen(init=False)
class AnyOf:
    """The value found is one of these."""

    values: tuple[Any, ...]

    def __init__(self, *values: Any) -> None:
        self.__attrs_init__(values)

    def __repr__(self) -> str:
        return f"AnyOf({', '.join(map(repr, self.values))})"


@attrs.frozen(init=False)
class Only:
    """Nothing but these is among the values found; some or all of them may be lacking."""

    values: tuple[Any, ...]

    def __init__(self, *values: Any) -> None:
        self.__attrs_init__(values)

    def __repr__(self) -> str:
        return f"Only({', '.join(map(repr, self.values))})"


@attrs.frozen
class Like:
    """The words found hold these words, or are held by them: "police" and "the police"."""

    words: str


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Fold case, accents and runs of space."""
    return " ".join(without_accents(text).casefold().split())


def same(stated: Any, found: Any) -> bool:
    """Tell whether a found value is what was stated."""
    if isinstance(stated, Among):
        items = found if isinstance(found, tuple) else (found,)
        return all(any(same(value, item) for item in items) for value in stated.values)
    if isinstance(stated, Only):
        items = found if isinstance(found, tuple) else () if found is None else (found,)
        return all(any(same(value, item) for value in stated.values) for item in items)
    if isinstance(stated, AnyOf):
        return any(same(value, found) for value in stated.values)
    if isinstance(stated, Like):
        if not isinstance(found, str) or not found:
            return False
        ours, theirs = folded(stated.words), folded(found)
        return ours in theirs or theirs in ours
    if isinstance(stated, str):
        return isinstance(found, str) and (stated == found or folded(stated) == folded(found))
    if isinstance(stated, tuple):
        return (
            isinstance(found, tuple)
            and len(stated) == len(found)
            and all(same(ours, theirs) for ours, theirs in zip(stated, found, strict=True))
        )
    return bool(stated == found)


_STEP = re.compile(r"(\w+)(?:\[(\w+)=([^\]]+)\])?")


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[tuple[str, str | None, str | None], ...]:
    steps = tuple((match[1], match[2], match[3]) for match in _STEP.finditer(path))
    if ".".join(f"{n}[{k}={v}]" if k else n for n, k, v in steps) != path:
        raise ValueError(f"not a path of fields: {path!r}")
    return steps


def read(fact: Any, path: str, by_id: Mapping[str, Any]) -> Any:
    """Give what a path leads to from a fact; None where it leads nowhere.

    Raises:
        ValueError: the path is malformed.
    """
    value = fact
    for name, key, wanted in _steps(path):
        value = _step(value, name, by_id)
        if key is not None and isinstance(value, tuple):
            value = tuple(item for item in value if same(wanted, _step(item, key, by_id)))
    return value


def _step(value: Any, name: str, by_id: Mapping[str, Any]) -> Any:
    if isinstance(value, tuple):
        found: list[Any] = []
        for item in value:
            result = _step(item, name, by_id)
            found.extend(result) if isinstance(result, tuple) else found.append(result)
        return tuple(found)
    if isinstance(value, str):
        value = by_id.get(value)
    if value is None:
        return None
    if name == "names":
        return _names(value, by_id)
    return getattr(value, name, None)


def _names(actor: Any, by_id: Mapping[str, Any]) -> tuple[str, ...]:
    own = (actor.name, *actor.aliases)
    others = (by_id.get(each) for each in actor.represents if isinstance(each, str))
    return own + tuple(name for other in others if other for name in (other.name, *other.aliases))
