"""The model's values from JSON data, by a function compiled for each class.

The strict converter of `newsfacts.serialize` says of every place what is wrong there, at some cost;
most data has nothing wrong. What is read here is what the converter would make of it. Of data that
is not as it should be, nothing is said but that.
"""

from collections.abc import Callable, Mapping
from functools import reduce
from operator import or_
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.model._json import FrozenMap
from newsfacts.model._open import checked_maker, compiled
from newsfacts.model.refs import MentionRef

Read = Callable[[Any], Any]


class UnknownKindError(TypeError):
    """Values of a type cannot be read here."""


class UnexpectedError(ValueError):
    """Data is not what it should be; the strict converter knows why."""


_TESTS = {
    str: "{0}.__class__ is str",
    int: "{0}.__class__ is int",
    bool: "{0}.__class__ is bool",
    float: "({0}.__class__ is float or {0}.__class__ is int)",
}
"""Source of what tells whether a value is of a type, for those that need no more than that."""


class DataReader(dict[Any, Read]):
    """What reads values of a type from JSON data: `reader[kind](data)`.

    An object must have the keys of its class's fields and no others. What it raises in reading is
    of no account: data is as it should be, or it is not.

    Args:
        special: what reads a field, by its class and name, where its type does not tell it.
        claims: whether fields for claims only have keys; otherwise they keep their defaults.

    Raises:
        UnknownKindError: on look-up, values of the type cannot be read here.
    """

    def __init__(self, special: Mapping[tuple[type, str], Read], *, claims: bool) -> None:
        super().__init__()
        self._special = special
        self._claims = claims

    def __missing__(self, kind: Any) -> Read:
        if kind in _TESTS:
            read = _scalar(kind)
        elif kind is FrozenMap:
            read = _object
        elif get_origin(kind) is tuple and get_args(kind)[1:] == (...,):
            read = _array(self[get_args(kind)[0]])
        elif set(get_args(kind)) == {str, MentionRef}:
            read = _ref(self[MentionRef])
        elif isinstance(kind, type) and attrs.has(kind):
            read = self._fields(kind)
        else:
            raise UnknownKindError(f"{kind!r} is read by no compiled function")
        self[kind] = read
        return read

    def _fields(self, cls: type) -> Read:
        """Compile what reads values of an attrs class."""
        hints = _hints(cls)
        lines: list[str] = []
        arguments: list[str] = []
        scope: dict[str, Any] = {"make": checked_maker(cls), "Unexpected": UnexpectedError}
        for field in attrs.fields(cls):
            if field.metadata.get("claim_only") and not self._claims:
                continue
            if not field.init or field.name not in hints:
                raise UnknownKindError(f"{cls.__name__}.{field.name} has no known type")
            value = f"v{len(arguments)}"
            lines.append(f"{value} = data[{field.name!r}]")
            lines.append(self._step(cls, field.name, hints[field.name], value, scope))
            arguments.append(f"{field.alias}={value}")
        wrong = f"data.__class__ is not dict or len(data) != {len(arguments)}"
        source = "\n    ".join((
            "def read(data):", f"if {wrong}: raise Unexpected", *lines,
            f"return make({', '.join(arguments)})",
        ))  # fmt: skip
        read: Read = compiled(source, "read", scope)
        return read

    def _step(self, cls: type, name: str, kind: Any, value: str, scope: dict[str, Any]) -> str:
        """Give the line that makes a field's data its value, and put what it calls into scope."""
        special = self._special.get((cls, name))
        kind, optional = (kind, False) if special is not None else _without_none(kind)
        if kind in _TESTS:
            gate = f"{value} is not None and not" if optional else "not"
            return f"if {gate} {_TESTS[kind].format(value)}: raise Unexpected"
        if get_origin(kind) is Literal:
            scope[f"words_{value}"] = frozenset(get_args(kind))
            gate = f"{value} is not None and " if optional else ""
            return f"if {gate}{value} not in words_{value}: raise Unexpected"
        scope[f"read_{value}"] = special or self[kind]
        gate = f"if {value} is not None: " if optional else ""
        return f"{gate}{value} = read_{value}({value})"


def _without_none(kind: Any) -> tuple[Any, bool]:
    """Give the type of `X | None` without None, and whether None was there."""
    kinds = get_args(kind) if get_origin(kind) in (Union, UnionType) else ()
    if NoneType not in kinds:
        return kind, False
    first, *others = (each for each in kinds if each is not NoneType)
    return reduce(or_, others, first), True


def _hints(cls: type) -> Mapping[str, Any]:
    """Give the types of a class's fields; none where their names cannot be looked up."""
    try:
        return get_type_hints(cls)
    except NameError:  # a class made inside a function, of types that live there
        return {}


def _scalar(kind: type) -> Read:
    test = _TESTS[kind].format("value")
    source = f"def read(value):\n    if {test}: return value\n    raise Unexpected"
    read: Read = compiled(source, "read", {"Unexpected": UnexpectedError})
    return read


def _object(data: Any) -> FrozenMap:
    if data.__class__ is not dict:
        raise UnexpectedError
    return FrozenMap(data)


def _array(read: Read) -> Read:
    def array(data: Any) -> tuple[Any, ...]:
        if data.__class__ is not list:
            raise UnexpectedError
        return tuple([read(each) for each in data])

    return array


def _ref(read: Read) -> Read:
    return lambda data: data if data.__class__ is str else read(data)
