"""Frozen values made as cheaply as any other, with the same checks.

attrs sets the fields of a frozen class one by one through `object.__setattr__`, which costs more
than all else in making one, and facts are made by the dozen in every article. Here a value is of
the class's open twin while its fields are set, a subclass that adds nothing but leave to set them,
and becomes one of the frozen class as the last step. What is compiled holds nothing but names of
the class's fields.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import attrs

C = TypeVar("C", bound=type)
T = TypeVar("T")

_OPEN = {
    "__slots__": (),
    "__setattr__": object.__setattr__,
    "__delattr__": object.__delattr__,
}


@cache
def open_twin(cls: type) -> type | None:
    """Give the class whose instances can be set and become the frozen class's own.

    None for a class that has none: whose instances have a dict, or whose subclasses are told of.
    """
    bases = cls.__mro__[:-1]
    if any("__dict__" in vars(base) or "__init_subclass__" in vars(base) for base in bases):
        return None
    return type(cls)(f"Open{cls.__name__}", (cls,), {**_OPEN, "__module__": cls.__module__})


def compiled(source: str, name: str, scope: dict[str, Any]) -> Any:
    """Give the function of this name that a source defines."""
    exec(source, scope)  # noqa: S102 - see above
    return scope[name]


def maker(cls: Callable[..., T]) -> Callable[..., T]:
    """Give what makes values of a class of all its fields, in order, taken as they are.

    Nothing is converted or validated: for values that are known to be right.

    Raises:
        TypeError: the class has no open twin.
    """
    kind: Any = cls
    twin = open_twin(kind)
    if twin is None:
        raise TypeError(f"{kind.__name__} keeps more than the slots of its fields")
    fields = attrs.fields(kind)
    lines = [
        f"def make({', '.join(field.alias for field in fields)}):",
        "    _made = _new(_twin)",
        *(f"    _made.{field.name} = {field.alias}" for field in fields),
        "    _made.__class__ = _cls",
        "    return _made",
    ]
    made: Callable[..., T] = compiled(
        "\n".join(lines), "make", {"_cls": cls, "_twin": twin, "_new": object.__new__}
    )
    return made


def quick(cls: C) -> C:
    """Give a class that attrs made frozen an `__init__` that does the same as its own, quicker.

    Subclasses keep the one that attrs writes for them.
    """
    twin = open_twin(cls)
    if twin is None:
        return cls
    slow: Any = cls.__init__  # type: ignore[misc]
    scope = _scope(cls, twin) | {"_become": object.__setattr__, "_slow": slow}
    fields = attrs.fields(cls)
    source = "\n".join((
        f"def __init__(self, {_parameters(fields, scope)}):",
        "    if self.__class__ is not _cls:",
        f"        return _slow(self, {_arguments(fields)})",
        "    _become(self, '__class__', _twin)",
        *_filling(cls, scope),
    ))  # fmt: skip
    init = compiled(source, "__init__", scope)
    init.__qualname__, init.__doc__ = slow.__qualname__, slow.__doc__
    init.__annotations__, init.__module__ = slow.__annotations__, slow.__module__
    init.quick_of = cls
    cls.__init__ = init  # type: ignore[misc]
    return cls


def checked_maker(cls: Callable[..., T]) -> Callable[..., T]:
    """Give what makes values of a class as the class does when called, with a step less.

    It is the class itself, but for one that is `quick`.
    """
    kind: Any = cls
    twin = open_twin(kind) if getattr(kind.__init__, "quick_of", None) is kind else None
    if twin is None:
        return cls
    scope = _scope(kind, twin) | {"_new": object.__new__}
    source = "\n".join((
        f"def make({_parameters(attrs.fields(kind), scope)}):",
        "    self = _new(_twin)",
        *_filling(kind, scope),
        "    return self",
    ))  # fmt: skip
    made: Callable[..., T] = compiled(source, "make", scope)
    return made


def _scope(cls: type, twin: type) -> dict[str, Any]:
    """Give the names that compiled lines know; underscores, for one of the fields is `type`."""
    return {"_cls": cls, "_twin": twin, "_isinstance": isinstance, "_NOTHING": attrs.NOTHING}


def _filling(cls: type, scope: dict[str, Any]) -> tuple[str, ...]:
    """Give the lines that set the fields of an open `self`, close it, and check what was set."""
    fields = attrs.fields(cls)
    return (
        *(_setting(field, scope) for field in fields),
        "    self.__class__ = _cls",
        *(line for field in fields if field.validator for line in checking(field, scope)),
        *(["    self.__attrs_post_init__()"] if hasattr(cls, "__attrs_post_init__") else ()),
    )


def _parameters(fields: Any, scope: dict[str, Any]) -> str:
    """Give the parameters as attrs has them: those by position, then those by name."""
    by_position: list[str] = []
    by_name: list[str] = []
    for field in fields:
        text = field.alias
        if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
            text += "=_NOTHING"
        elif field.default is not attrs.NOTHING:
            scope[f"_default_{field.name}"] = field.default
            text += f"=_default_{field.name}"
        (by_name if field.kw_only else by_position).append(text)
    return ", ".join((*by_position, *(("*", *by_name) if by_name else ())))


def _arguments(fields: Any) -> str:
    return ", ".join(
        f"{field.alias}={field.alias}" if field.kw_only else field.alias for field in fields
    )


def _setting(field: Any, scope: dict[str, Any]) -> str:
    """Give the line that sets a field: what its converter would give back is not sent through."""
    name, value = field.name, field.alias
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
        scope[f"_make_{name}"] = field.default.factory
        value = f"(_make_{name}() if {value} is _NOTHING else {value})"
    if value != field.alias:  # not what was given: converted in any case
        return f"    self.{name} = {_conversion(field, value, scope)}"
    return f"    self.{name} = {converted(field, value, scope)}"


def converted(field: Any, value: str, scope: dict[str, Any]) -> str:
    """Give the source of what a field makes of a value of some name."""
    conversion = _conversion(field, value, scope)
    kept = getattr(field.converter, "kept", None)
    if kept is None:
        return conversion
    scope[f"_kept_{field.name}"] = kept
    return f"{value} if {value}.__class__ is _kept_{field.name} else {conversion}"


def _conversion(field: Any, value: str, scope: dict[str, Any]) -> str:
    if field.converter is None:
        return value
    scope[f"_convert_{field.name}"] = field.converter
    return f"_convert_{field.name}({value})"


def checking(field: Any, scope: dict[str, Any]) -> tuple[str, ...]:
    """Give the lines that check a field: its validator is called where one look does not do."""
    name, validator = field.name, field.validator
    scope[f"_check_{name}"], scope[f"_field_{name}"] = validator, field
    call = f"_check_{name}(self, _field_{name}, self.{name})"
    for gate, tests in _GATES.items():
        if (known := getattr(validator, gate, None)) is not None:
            scope[f"_{gate}_{name}"] = known
            lines = [each.format(f"self.{name}", f"_{gate}_{name}") for each in tests]
            return (*(f"    {line}" for line in lines[:-1]), f"    {lines[-1]}: {call}")
    return (f"    {call}",)


_ITEMS = ("for _item in {0}:", "    if not _isinstance(_item, {1})")
_GATES = {
    "accepted": ("if not _isinstance({0}, {1})",),
    "allowed": ("if {0} not in {1}",),
    "filled": ("if {0}.__class__ is not str or not {0}.strip()",),
    "each": _ITEMS,
    "some": ("for _item in {0} or (None,):", _ITEMS[1]),
}
"""By the name of a validator's attribute, the question without which it need not be asked."""
