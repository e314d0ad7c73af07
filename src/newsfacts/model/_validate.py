"""Validators and converters that the model's classes share.

Validators tell in their attributes what need not be sent through them: the classes that they accept
(`accepted`), the values (`allowed`), that text is enough if it is not blank (`filled`), or the
classes of each item of a tuple (`each`; `some`, if it must have one); a converter the class of what
it gives back as it is (`kept`). `_open.quick` reads them.
"""

from collections.abc import Callable, Iterable
from typing import Any

import attrs

Check = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def described(check: Check, **keywords: Any) -> Check:
    """Say in JSON Schema's keywords what a validator asks for; `newsfacts.schema` reads them."""
    check.__dict__["json_schema"] = keywords
    return check


def keywords(**json_schema: Any) -> dict[str, Any]:
    """Give field metadata that say in JSON Schema's keywords what the whole class checks."""
    return {"json_schema": json_schema}


def one_of(*allowed: str | None) -> Check:
    """Accept only the given words; the error lists them."""
    words = frozenset(allowed)

    def check(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if value not in words:
            known = ", ".join(repr(word) for word in allowed)
            raise ValueError(
                f"{type(instance).__name__}.{attribute.name} is {value!r}; must be one of {known}"
            )

    check.__dict__["allowed"] = words
    return described(check, enum=list(allowed))


def non_empty(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Refuse an empty or blank string, and what is no string."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(
            f"{type(instance).__name__}.{attribute.name} must be a string that is not blank,"
            f" not {value!r}"
        )


described(non_empty, pattern=r"\S")
non_empty.__dict__["filled"] = True


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Freeze an iterable; a string is refused, since its letters are never meant."""
    if type(items) is tuple:
        return items
    if isinstance(items, str):
        raise TypeError(f"expected a sequence of values, not the string {items!r}")
    return tuple(items)


as_tuple.__dict__["kept"] = tuple


def is_a(kind: type | tuple[type, ...]) -> Check:
    """Accept instances of `kind`; the error names class, field and value."""
    kinds = kind if isinstance(kind, tuple) else (kind,)

    def check(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if not isinstance(value, kinds):
            names = " or ".join(each.__name__ for each in kinds)
            raise TypeError(
                f"{type(instance).__name__}.{attribute.name} must be {names}, not {value!r}"
            )

    check.__dict__["accepted"] = kinds
    return check


def items_are(kind: type | tuple[type, ...]) -> Check:
    """Accept a tuple whose items are all instances of `kind`."""
    check_item = is_a(kind)

    def check(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        for item in value:
            if not isinstance(item, kind):
                check_item(instance, attribute, item)

    check.__dict__["each"] = kind
    return check


def optional(check: Check) -> Check:
    """Accept None, and otherwise what `check` accepts."""
    # Most values are of the class asked for: one look tells, without a second call.
    accepted = (type(None), *getattr(check, "accepted", ()))

    def check_optional(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if not isinstance(value, accepted):
            check(instance, attribute, value)

    check_optional.__dict__["accepted"] = accepted
    return described(check_optional, **getattr(check, "json_schema", {}))
