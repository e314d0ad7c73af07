"""JSON Schema (draft 2020-12) of records and claim sets, made from the classes themselves.

A field's schema follows from its annotation. What a validator asks for beyond that stands in its
attribute `json_schema`, a mapping of keywords (`{"enum": [...]}`), and a field may add keywords of
its own with `metadata={"json_schema": {...}}`. Descriptions are the classes' docstrings.
"""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.model import (
    CORE_FACTS,
    SCHEMA,
    Actor,
    Event,
    ExtractorInfo,
    Fact,
    Failure,
    FrozenMap,
    MentionRef,
    OpaqueFact,
    Record,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: Mapping[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}
_BASE = ("id", "evidence", "extractors")


def record_schema(fact_types: Iterable[type[Fact]] | None = None) -> dict[str, Any]:
    """Give the JSON Schema of a record.

    Groups of known classes are checked closely; any other group holds facts with at least `id`,
    `evidence` and `extractors`. `fact_types` are the classes known beside the core's own; None
    means those of the installed plugins.

    Raises:
        TypeError: a class has a field that has no form in JSON.
    """
    builder = _Builder(claims=False)
    top = builder.object(Record)
    actors, events, groups = builder.groups(_known(fact_types))
    properties = {
        "schema": {"const": SCHEMA},
        **top["properties"],
        "actors": actors,
        "events": events,
        "facts": groups,
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}:record",
        "title": "A newsfacts record",
        **top,
        "properties": properties,
        "required": list(properties),
        "$defs": builder.definitions,
    }


def claims_schema(fact_types: Iterable[type[Fact]] | None = None) -> dict[str, Any]:
    """Give the JSON Schema of a claim set; `fact_types` as for `record_schema`.

    Raises:
        TypeError: a class has a field that has no form in JSON.
    """
    builder = _Builder(claims=True)
    actors, events, groups = builder.groups(_known(fact_types))
    groups["properties"] = {Actor.group: actors, Event.group: events, **groups["properties"]}
    properties = {
        "schema": {"const": SCHEMA + "/claims"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "claims": groups,
        "extractors": {"type": "array", "items": builder.reference(ExtractorInfo)},
        "failures": {"type": "array", "items": builder.reference(Failure)},
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}:claims",
        "title": "The claims of one article",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": builder.definitions,
    }


def _known(fact_types: Iterable[type[Fact]] | None) -> tuple[type[Fact], ...]:
    if fact_types is None:
        from newsfacts.plugins import load_plugins

        fact_types = load_plugins().fact_types.values()
    return tuple(dict.fromkeys((*CORE_FACTS, *fact_types)))


class _Builder:
    """Collects the definitions of the classes that a schema refers to."""

    def __init__(self, *, claims: bool) -> None:
        self.definitions: dict[str, Any] = {}
        self._claims = claims
        self._names: dict[type, str] = {}

    def groups(
        self, kinds: Iterable[type[Fact]]
    ) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Give the schemas of the actors, of the events, and of all other groups."""
        lists = {
            kind.group: {"type": "array", "items": self.reference(kind)}
            for kind in kinds
            if kind is not OpaqueFact
        }
        return (
            lists.pop(Actor.group),
            lists.pop(Event.group),
            {
                "type": "object",
                "properties": lists,
                "additionalProperties": {"type": "array", "items": self._base()},
            },
        )

    def _base(self) -> dict[str, Any]:
        """Give a reference to what every fact has, whatever its plugin adds."""
        if "Fact" not in self.definitions:
            fields = self.object(Fact)["properties"]
            self.definitions["Fact"] = {
                "description": "A fact of a group whose class is not known here.",
                "type": "object",
                "properties": {name: fields[name] for name in _BASE},
                "required": list(_BASE),
            }
        return {"$ref": "#/$defs/Fact"}

    def reference(self, cls: type) -> dict[str, Any]:
        """Give a reference to a class's schema, which is made when first asked for."""
        name = self._names.get(cls)
        if name is None:
            name = cls.__name__
            if name in self.definitions or name == "Fact":
                name = f"{cls.__module__}.{cls.__qualname__}"
            self._names[cls] = name
            self.definitions[name] = {}  # holds the place: a class may refer to itself
            self.definitions[name] = self.object(cls)
        return {"$ref": f"#/$defs/{name}"}

    def object(self, cls: type) -> dict[str, Any]:
        """Give the schema of an attrs class: every field, and no other."""
        hints = get_type_hints(cls)
        properties = {
            field.name: self._field(field, hints[field.name], f"{cls.__name__}.{field.name}")
            for field in _in_order(cls)
            if self._claims or not field.metadata.get("claim_only")
        }
        description = inspect.cleandoc(cls.__doc__ or "").partition("\n\nRaises:")[0]
        return {
            **({"description": description} if description else {}),
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def _field(self, field: "attrs.Attribute[Any]", hint: Any, where: str) -> dict[str, Any]:
        schema = {
            **self._type(hint, where),
            **_keywords(field.validator),
            **field.metadata.get("json_schema", {}),
        }
        if "enum" in schema and NoneType in get_args(hint) and None not in schema["enum"]:
            schema["enum"] = [*schema["enum"], None]
        return schema

    def _type(self, hint: Any, where: str) -> dict[str, Any]:
        origin, arguments = get_origin(hint), get_args(hint)
        if hint is Any:
            return {}
        if hint in _SCALARS:
            return {"type": _SCALARS[hint]}
        if hint is NoneType:
            return {"type": "null"}
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin in (Union, UnionType):
            return self._union(arguments, where)
        if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
            return {"type": "array", "items": self._type(arguments[0], where)}
        if hint is FrozenMap or (isinstance(origin, type) and issubclass(origin, Mapping)):
            return {"type": "object"}
        if isinstance(hint, type) and attrs.has(hint):
            return self.reference(hint)
        raise TypeError(f"{where} is annotated {hint!r}, for which JSON has no form")

    def _union(self, members: Iterable[Any], where: str) -> dict[str, Any]:
        kept = [each for each in members if self._claims or each is not MentionRef]
        schemas = [self._type(each, where) for each in kept]
        if len(schemas) == 1:
            return schemas[0]
        if all(schema.keys() == {"type"} for schema in schemas):
            return {"type": [schema["type"] for schema in schemas]}
        return {"anyOf": schemas}


def _in_order(cls: type) -> Iterator["attrs.Attribute[Any]"]:
    """Give a class's fields as JSON has them: a fact's evidence and extractors come last."""
    fields = attrs.fields(cls)
    if not issubclass(cls, Fact):
        yield from fields
        return
    yield fields.id
    yield from (field for field in fields if field.name not in _BASE)
    yield fields.evidence
    yield fields.extractors


_COMPARISONS = {
    ">=": "minimum", ">": "exclusiveMinimum", "<=": "maximum", "<": "exclusiveMaximum",
}  # fmt: skip


def _keywords(validator: Any) -> dict[str, Any]:
    """Gather what validators ask for: ours, those of `attrs.validators`, and joined ones."""
    found = dict(getattr(validator, "json_schema", {}))
    inner = getattr(validator, "validator", None)  # attrs.validators.optional
    for each in (*getattr(validator, "_validators", ()), *([] if inner is None else [inner])):
        found.update(_keywords(each))
    if (options := getattr(validator, "options", None)) is not None:  # attrs.validators.in_
        words = options if isinstance(options, list | tuple) else sorted(options, key=repr)
        found["enum"] = list(words)
    if comparison := _COMPARISONS.get(getattr(validator, "compare_op", "")):
        found[comparison] = validator.bound
    return found
