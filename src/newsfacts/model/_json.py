"""JSON values inside frozen objects: read-only, hashable, and back again."""

from collections.abc import ItemsView, Iterator, Mapping
from typing import Any

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class FrozenMap(Mapping[str, Any]):
    """A read-only, hashable JSON object; nested objects and arrays are frozen too."""

    __slots__ = ("_data",)

    def __init__(self, data: Mapping[str, Any] = {}) -> None:
        self._data = {str(key): freeze(value) for key, value in data.items()}

    def __getitem__(self, key: str) -> Any:
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def items(self) -> ItemsView[str, Any]:
        """Give the keys with their values."""
        return self._data.items()

    def __len__(self) -> int:
        return len(self._data)

    def __hash__(self) -> int:
        return hash(frozenset(self._data.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._data!r})"

    def __reduce__(self) -> tuple[type["FrozenMap"], tuple[dict[str, Any]]]:
        return FrozenMap, (self._data,)


def as_frozen_map(data: Mapping[str, Any]) -> FrozenMap:
    """Freeze a mapping; one that is frozen stays as it is."""
    return data if type(data) is FrozenMap else FrozenMap(data)


as_frozen_map.__dict__["kept"] = FrozenMap


def freeze(value: Any) -> Any:
    """Turn JSON objects into `FrozenMap` and arrays into tuples, at every depth.

    Raises:
        TypeError: a value that JSON has no form for.
    """
    if value is None or isinstance(value, str | bool | int | float | FrozenMap):
        return value
    if isinstance(value, Mapping):
        return FrozenMap(value)
    if isinstance(value, list | tuple):
        return tuple(freeze(item) for item in value)
    raise TypeError(f"{type(value).__name__} is not a JSON value: {value!r}")


def thaw(value: Any) -> Any:
    """Turn what `freeze` made back into plain dicts and lists."""
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [thaw(item) for item in value]
    return value
