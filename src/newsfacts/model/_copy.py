"""Copies of frozen values that do not check again what was checked before.

`attrs.evolve` runs every converter and validator of a class, whatever is changed; every claim of
every article is copied several times on its way into the record.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from newsfacts.model._open import checking, compiled, converted, open_twin

T = TypeVar("T")

Copier = Callable[[Any, Mapping[str, Any]], Any]


class _Copiers(dict[type, Copier | None]):
    """What copies values of each class; None where they are more than the slots of fields."""

    def __missing__(self, cls: type) -> Copier | None:
        twin = open_twin(cls)
        copier = self[cls] = None if twin is None else _copier(cls, twin)
        return copier


def _copier(cls: type, twin: type) -> Copier:
    """Make the function that copies a class's values field by field, some of them changed."""
    names = [field.name for field in attrs.fields(cls)]
    lines = [
        "def copier(value, changes):",
        "    copy = new(twin)",
        *(f"    copy.{name} = value.{name}" for name in names),
        "    for name in changes:",
        "        setattr(copy, name, changes[name])",
        "    copy.__class__ = cls",
        "    return copy",
    ]
    scope = {"cls": cls, "twin": twin, "new": object.__new__}
    made: Copier = compiled("\n".join(lines), "copier", scope)
    return made


_copiers = _Copiers()


def copied(value: T, changes: Mapping[str, Any]) -> T:
    """Give a copy of an attrs value with other values in some fields, taken as they are.

    Nothing is converted or validated: for values that were validated as parts of such a value
    before, and evidence that is sorted. `altered` is for all others.

    Raises:
        AttributeError: the class has no such field.
    """
    copier = _copiers[type(value)]
    if copier is None:
        return attrs.evolve(value, **changes)  # type: ignore[misc]
    copy: T = copier(value, changes)
    return copy


class _Filers(dict[type, Callable[[Any, str, tuple[str, ...]], Any] | None]):
    """What copies facts of each class with another id and other extractors."""

    def __missing__(self, cls: type) -> Callable[[Any, str, tuple[str, ...]], Any] | None:
        twin = open_twin(cls)
        self[cls] = None
        if twin is not None:
            names = [field.name for field in attrs.fields(cls)]
            changed = ("id", "extractors")
            lines = [
                "def copier(value, id, extractors):",
                "    copy = new(twin)",
                *(f"    copy.{name} = value.{name}" for name in names if name not in changed),
                *(f"    copy.{name} = {name}" for name in changed),
                "    copy.__class__ = cls",
                "    return copy",
            ]
            scope = {"cls": cls, "twin": twin, "new": object.__new__}
            self[cls] = compiled("\n".join(lines), "copier", scope)
        return self[cls]


_filers = _Filers()


def filed_copy(fact: T, id: str, extractors: tuple[str, ...]) -> T:
    """Give a copy of a fact under an id, with the names of those that found it."""
    filer = _filers[type(fact)]
    if filer is None:
        return attrs.evolve(fact, id=id, extractors=extractors)  # type: ignore[misc]
    copy: T = filer(fact, id, extractors)
    return copy


def altered(value: T, /, **changes: Any) -> T:
    """Give a copy as `attrs.evolve` does, converting and validating only what is new.

    Raises:
        AttributeError: the class has no such field.
        TypeError, ValueError: what the validators of the changed fields raise.
    """
    copy: T = _alterers[(type(value), *changes)](value, *changes.values())
    return copy


class _Alterers(dict[tuple[Any, ...], Callable[..., Any]]):
    """What copies values of a class with others in some fields: by the class and their names."""

    def __missing__(self, key: tuple[Any, ...]) -> Callable[..., Any]:
        cls, *names = key
        alterer = self[key] = _alterer(cls, names)
        return alterer


_alterers = _Alterers()


def _alterer(cls: type, names: Sequence[str]) -> Callable[..., Any]:
    """Make the function that copies a class's values, given others for these fields."""
    fields = {field.name: field for field in attrs.fields(cls)}
    for name in names:
        if name not in fields:
            raise AttributeError(f"{cls.__name__!r} object has no field {name!r}")
    twin = open_twin(cls)
    if twin is None or _checks_together(cls):
        return lambda value, *items: attrs.evolve(value, **dict(zip(names, items, strict=True)))
    scope = {"_cls": cls, "_twin": twin, "_new": object.__new__, "_isinstance": isinstance}
    settings: list[str] = []
    checks: list[str] = []
    for at, name in enumerate(names):
        item, field = f"_item{at}", fields[name]
        new = converted(field, item, scope)
        settings += (
            f"    _same{at} = {item} is value.{name}",
            f"    self.{name} = {item} if _same{at} else {new}" if new != item
            else f"    self.{name} = {item}",
        )  # fmt: skip
        if field.validator is not None:
            checks += (f"    if not _same{at}:", *(f"    {x}" for x in checking(field, scope)))
    lines = [
        f"def alter({', '.join(('value', *(f'_item{at}' for at in range(len(names)))))}):",
        "    self = _new(_twin)",
        *(f"    self.{name} = value.{name}" for name in fields if name not in names),
        *settings,
        "    self.__class__ = _cls",
        *checks,
        "    return self",
    ]
    made: Callable[..., Any] = compiled("\n".join(lines), "alter", scope)
    return made


def _checks_together(cls: type) -> bool:
    """Tell a class that checks or converts a field in view of the others."""
    return any(hasattr(cls, f"__attrs_{when}_init__") for when in ("pre", "post")) or any(
        isinstance(field.converter, attrs.Converter) for field in attrs.fields(cls)
    )
