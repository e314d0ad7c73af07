"""The model's values as JSON text, written at once instead of by way of dicts and lists.

A `TextWriter` looks up what to do with a value by its class, and works out each class's plan once.
"""

from collections.abc import Callable, Mapping
from json.encoder import encode_basestring, encode_basestring_ascii
from math import isfinite
from typing import Any

import attrs

from newsfacts.model._open import compiled

Write = Callable[[Any], str]


WRITTEN = "'null' if v is None else text(v) if v.__class__ is str else writer[v.__class__](v)"
"""Source of what writes a value `v`."""


def _float(value: float) -> str:
    if not isfinite(value):
        raise ValueError(f"JSON has no form for {value!r}")
    return float.__repr__(value)


class TextWriter(dict[type, Write]):
    """What writes a value of each class: `writer[type(value)](value)`.

    Objects are written with their keys in the order of the fields, or sorted where `canonical` is
    set; text is escaped to ASCII where `ascii_only` is set. Both are what `json.dumps` makes of
    the same data, without spaces.

    Raises:
        TypeError: a value is neither JSON nor made of attrs classes.
        ValueError: a number is infinite or not a number.
    """

    def __init__(self, *, canonical: bool, ascii_only: bool) -> None:
        super().__init__()
        self._canonical = canonical
        self.text: Write = encode_basestring_ascii if ascii_only else encode_basestring
        self[str] = self.text
        self[type(None)] = lambda _: "null"
        self[bool] = lambda value: "true" if value else "false"
        self[int] = int.__repr__
        self[float] = _float
        self[tuple] = self[list] = self._array
        self[dict] = self._mapping

    def write(self, value: Any) -> str:
        """Write a value."""
        return self[type(value)](value)

    def __missing__(self, kind: type) -> Write:
        if attrs.has(kind):
            found = self.fields_writer(kind)
        else:
            bases = (str, bool, int, float, tuple, list, dict)
            base = next((base for base in bases if issubclass(kind, base)), None)
            if base is None and not issubclass(kind, Mapping):
                raise TypeError(f"{kind.__name__} is not a JSON value")
            found = self._mapping if base is None else self[base]
        self[kind] = found
        return found

    def lead(self, name: str) -> str:
        """Give a key as it stands before its value."""
        return f"{self.text(name)}:"

    def fields_writer(self, cls: type) -> Write:
        """Give what writes values of an attrs class as objects."""
        names = tuple(field.name for field in attrs.fields(cls))
        return self.names_writer(tuple(sorted(names)) if self._canonical else names)

    def names_writer(self, names: tuple[str, ...]) -> Write:
        """Give what writes these fields of a value as an object; compiled, for speed."""
        lines = ["def write(value):"]
        pairs = []
        for at, name in enumerate(names):
            lines += (f"    v = value.{name}", f"    v{at} = {WRITTEN}")
            pairs.append(f"{self.literal(name)}{{v{at}}}")
        lines.append(f"    return f'{{{{{','.join(pairs)}}}}}'")
        written: Write = compiled("\n".join(lines), "write", self.scope())
        return written

    def literal(self, name: str) -> str:
        """Give a key as it stands before its value, as source between single quotes."""
        return repr(self.lead(name))[1:-1]

    def scope(self) -> dict[str, Any]:
        """Give the names that `WRITTEN` knows, but for the value `v`."""
        return {"text": self.text, "writer": self}

    def _array(self, items: Any) -> str:
        if not items:
            return "[]"
        return f"[{','.join([self[type(item)](item) for item in items])}]"

    def _mapping(self, items: Mapping[str, Any]) -> str:
        if not items:
            return "{}"
        pairs = sorted(items.items()) if self._canonical else items.items()
        return f"{{{','.join([self.lead(key) + self[type(item)](item) for key, item in pairs])}}}"
