"""Records and claim sets to JSON and back: strict, lossless, and lazy about cattrs.

Converters are built once for each set of known fact types. Facts of a group that is not known
load as `OpaqueFact`s, which write out again what they were read from.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs

from newsfacts.errors import FormatError
from newsfacts.model import (
    CORE_FACTS,
    SCHEMA,
    ArticleInfo,
    Conflict,
    ExtractorInfo,
    Fact,
    Failure,
    FrozenMap,
    MentionRef,
    OpaqueFact,
    Record,
    Ref,
    RivalValue,
    freeze,
    group_of,
    thaw,
)
from newsfacts.model._read import DataReader, Read, UnknownKindError
from newsfacts.model._text import TextWriter
from newsfacts.model.record import FactGroups

if TYPE_CHECKING:
    from cattrs import Converter

    from newsfacts.claims import ClaimSet

_BASE = ("id", "evidence", "extractors")

FactTypes = tuple[type[Fact], ...]


def dumps(data: Any, *, indent: int | None = None) -> str:
    """Write JSON: keys in the order given, text escaped only where UTF-8 cannot hold it."""
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        data, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate came in with the article
        return json.dumps(data, allow_nan=False, indent=indent, separators=separators)
    return text


def loads(text: str | bytes) -> Any:
    """Read JSON.

    Raises:
        FormatError: it is no JSON; the message says where.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"not JSON: {error}") from None


@cache
def _loaded_fact_types() -> FactTypes:
    """The core's fact types and those of the installed plugins; no extractor is set up for it."""
    from newsfacts.plugins import load_plugins

    return tuple(load_plugins().fact_types.values())


def _types(fact_types: Iterable[type[Fact]] | None) -> FactTypes:
    return _loaded_fact_types() if fact_types is None else tuple(fact_types)


class _RecordWriter(TextWriter):
    """Writes records as `dumps(record_to_dict(record))` does, and quicker."""

    def __init__(self, *, ascii_only: bool) -> None:
        super().__init__(canonical=False, ascii_only=ascii_only)
        self[OpaqueFact] = self._opaque
        self[FactGroups] = self._mapping
        write = self[Record]
        schema = self.lead("schema") + self.text(SCHEMA)
        self[Record] = lambda record: f"{{{schema},{write(record)[1:]}"

    def fields_writer(self, cls: type) -> Callable[[Any], str]:
        """Leave out what is for claims only, and put a fact's evidence last."""
        fields = {field.name: field for field in attrs.fields(cls) if field.init}
        names = tuple(fields)
        if issubclass(cls, Fact):
            kept = (name for name in names if not fields[name].metadata.get("claim_only"))
            names = _in_fact_order(kept)
        return self.names_writer(names)

    def _opaque(self, fact: OpaqueFact) -> str:
        base = {"id": fact.id, **fact.data, "evidence": fact.evidence}
        return self._mapping({**base, "extractors": fact.extractors})


@cache
def _record_writer(*, ascii_only: bool) -> _RecordWriter:
    return _RecordWriter(ascii_only=ascii_only)


def record_to_json(record: Record) -> str:
    """Write a record on one line: what `dumps` makes of its dict."""
    text = _record_writer(ascii_only=False).write(record)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate came in with the article
        return _record_writer(ascii_only=True).write(record)
    return text


def record_to_dict(record: Record) -> dict[str, Any]:
    """Give a record as plain JSON data in the order of the schema."""
    types = tuple(
        dict.fromkeys(
            (*CORE_FACTS, *(type(fact) for group in record.facts.values() for fact in group))
        )
    )
    out = _converter(types, claims=False).unstructure(record)
    return {"schema": SCHEMA, **out}


def record_from_dict(
    data: Mapping[str, Any], fact_types: Iterable[type[Fact]] | None = None
) -> Record:
    """Read a record strictly: an unknown or missing key is an error.

    `fact_types` are the known fact classes; None means those of the core and installed plugins.

    Raises:
        FormatError: it is not a record of this schema; the message names each place.
    """
    if not isinstance(data, Mapping):
        raise FormatError(f"a record is a JSON object, not {type(data).__name__}")
    if data.get("schema") != SCHEMA:
        raise FormatError(f"schema is {data.get('schema')!r}; this library reads {SCHEMA!r}")
    body = {key: value for key, value in data.items() if key != "schema"}
    types = _types(fact_types)
    record: Record
    with suppress(Exception):  # the converter says what is wrong, or reads what is but unusual
        record = _fact_reader(types, claims=False)[Record](body)
        return record
    record = _structured(_converter(types, claims=False), body, Record)
    return record


def claims_to_dict(claims: "ClaimSet") -> dict[str, Any]:
    """Give a claim set as plain JSON data: claims by group, references as mentions."""
    converter = _converter(
        tuple(dict.fromkeys((*CORE_FACTS, *(type(claim) for claim in claims)))), claims=True
    )
    groups: dict[str, list[Any]] = {}
    for claim in claims:
        groups.setdefault(group_of(claim), []).append(converter.unstructure(claim))
    return {
        "schema": SCHEMA + "/claims",
        "sha256": claims.sha256,
        "claims": groups,
        "extractors": converter.unstructure(claims.extractors),
        "failures": converter.unstructure(claims.failures),
    }


def claims_from_dict(data: Any, fact_types: Iterable[type[Fact]] | None = None) -> "ClaimSet":
    """Read a claim set.

    Raises:
        FormatError: it is not one; the message names each place.
    """
    from newsfacts.claims import ClaimSet

    wanted = SCHEMA + "/claims"
    keys = {"schema", "sha256", "claims", "extractors", "failures"}
    if not isinstance(data, dict) or data.get("schema") != wanted or data.keys() != keys:
        raise FormatError(f"not a claim set of schema {wanted!r} with the keys {sorted(keys)}")
    types = _types(fact_types)
    kinds = (Groups, tuple[ExtractorInfo, ...], tuple[Failure, ...])
    parts = [data[key] for key in ("claims", "extractors", "failures")]
    try:
        reader = _fact_reader(types, claims=True)
        read = [reader[kind](part) for kind, part in zip(kinds, parts, strict=True)]
    except Exception:  # the converter says what is wrong, or reads what is but unusual
        converter = _converter(types, claims=True)
        read = [_structured(converter, part, kind) for kind, part in zip(kinds, parts, strict=True)]
    groups, extractors, failures = read
    filed = {claim.id: claim for group in groups.values() for claim in group}
    return ClaimSet(data["sha256"], filed, extractors, failures)


class Groups(dict[str, tuple[Fact, ...]]):
    """Facts by group, as a type that converters know."""


class _FactReader(DataReader):
    """Reads facts, claims and records without their converter, and quicker.

    It reads what the converter reads, but for what only an unusual caller gives: mappings that are
    no dicts, tuples for lists.
    """

    def __init__(self, fact_types: FactTypes, *, claims: bool) -> None:
        special = {
            (Record, "facts"): self._groups,
            (Conflict, "chosen"): freeze,
            (RivalValue, "value"): freeze,
        }
        super().__init__(special, claims=claims)
        self[Groups] = self._groups
        self._facts = {
            kind.group: self._fact(kind, fact_types, claims=claims)
            for kind in fact_types
            if kind is not OpaqueFact
        }

    def _fact(self, kind: type[Fact], fact_types: FactTypes, *, claims: bool) -> Read:
        """Give what reads a class of facts: the converter, where it has fields of its own kind."""
        try:
            return self[kind]
        except UnknownKindError:
            return lambda data: _converter(fact_types, claims=claims).structure(data, kind)

    def _groups(self, data: Any) -> Groups:
        groups = Groups()
        for name, items in data.items():
            if items.__class__ is not list:
                raise TypeError(f"group {name!r} is not a list")
            read = self._facts.get(name) or partial(_read_opaque, self._of, name)
            groups[name] = tuple([read(item) for item in items])
        return groups

    def _of(self, data: Any, kind: Any) -> Any:
        return self[kind](data)


@cache
def _fact_reader(fact_types: FactTypes, *, claims: bool) -> _FactReader:
    return _FactReader(fact_types, claims=claims)


def _structured(converter: "Converter", data: Any, kind: Any) -> Any:
    try:
        return converter.structure(data, kind)
    except Exception as error:  # cattrs gathers every kind of error into groups
        raise FormatError(_explain(error, "$")) from None


def _explain(error: Exception, path: str) -> str:
    """Say of every leaf of a structuring error what is wrong and where."""
    from cattrs import transform_error
    from cattrs.errors import ForbiddenExtraKeysError
    from cattrs.v import format_exception

    def say(leaf: BaseException, kind: type | None) -> str:
        if isinstance(leaf, ForbiddenExtraKeysError) or not str(leaf):
            return format_exception(leaf, kind)
        return str(leaf)

    return "; ".join(transform_error(error, path=path, format_exception=say))


@cache
def _converter(fact_types: FactTypes, *, claims: bool) -> "Converter":
    """Build the converter for a set of fact types; with `claims`, claim-only fields are written."""
    from cattrs import Converter
    from cattrs.gen import make_dict_unstructure_fn, override

    converter = Converter(forbid_extra_keys=True, prefer_attrib_converters=False)
    by_group = {kind.group: kind for kind in fact_types if kind is not OpaqueFact}

    def exact(kind: type) -> Callable[[Any, Any], Any]:
        def structure(value: Any, _: Any) -> Any:
            if type(value) is not kind and not (kind is float and type(value) is int):
                raise TypeError(f"expected {kind.__name__}, not {value!r}")
            return value

        return structure

    for scalar in (str, int, bool, float):
        converter.register_structure_hook(scalar, exact(scalar))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _sequence(converter, kind))
    converter.register_structure_hook(FrozenMap, lambda value, _: FrozenMap(value))
    converter.register_unstructure_hook(FrozenMap, thaw)

    def is_ref(kind: Any) -> bool:
        return bool(kind == Ref or kind == Ref | None)

    def structure_ref(value: Any, kind: Any) -> Any:
        if isinstance(value, str) or (value is None and kind != Ref):
            return value
        return converter.structure(value, MentionRef)

    def unstructure_ref(value: Any) -> Any:
        return converter.unstructure(value) if isinstance(value, MentionRef) else value

    converter.register_structure_hook_func(is_ref, structure_ref)
    converter.register_unstructure_hook_func(is_ref, unstructure_ref)

    for cls in (MentionRef, ArticleInfo, Conflict, RivalValue, ExtractorInfo, Failure):
        overrides: dict[str, Any] = {}
        if cls in (Conflict, RivalValue):
            any_json = override(struct_hook=lambda value, _: freeze(value), unstruct_hook=thaw)
            overrides = {"chosen" if cls is Conflict else "value": any_json}
        converter.register_structure_hook(cls, _strict(converter, cls, overrides))
        converter.register_unstructure_hook(
            cls, make_dict_unstructure_fn(cls, converter, **overrides)
        )

    def is_value(kind: Any) -> bool:
        return isinstance(kind, type) and attrs.has(kind) and not issubclass(kind, Fact | Record)

    converter.register_structure_hook_factory(is_value, lambda cls: _strict(converter, cls, {}))

    for kind in by_group.values():
        hidden: dict[str, Any] = {
            field.name: override(omit=True)
            for field in attrs.fields(kind)
            if field.metadata.get("claim_only") and not claims
        }
        first = _in_fact_order(field.name for field in attrs.fields(kind))
        write = make_dict_unstructure_fn(kind, converter, **hidden)
        converter.register_unstructure_hook(kind, _in_order(write, first))
        converter.register_structure_hook(kind, _strict(converter, kind, hidden))

    def write_opaque(fact: OpaqueFact) -> dict[str, Any]:
        return {
            "id": fact.id,
            **thaw(fact.data),
            "evidence": converter.unstructure(fact.evidence),
            "extractors": list(fact.extractors),
        }

    converter.register_unstructure_hook(OpaqueFact, write_opaque)

    def read_group(name: str, items: Any) -> tuple[Fact, ...]:
        if not isinstance(items, list):
            raise TypeError(f"group {name!r} is not a list")
        known = by_group.get(name)
        facts = []
        for index, item in enumerate(items):
            try:
                fact: Fact = (
                    converter.structure(item, known)
                    if known is not None
                    else _read_opaque(converter.structure, name, item)
                )
            except Exception as error:
                raise FormatError(_explain(error, f"{name}[{index}]")) from None
            facts.append(fact)
        return tuple(facts)

    def read_groups(value: Any, _: Any) -> Groups:
        if not isinstance(value, Mapping):
            raise TypeError("expected an object of groups")
        return Groups({name: read_group(name, items) for name, items in value.items()})

    def write_groups(groups: Mapping[str, tuple[Fact, ...]]) -> dict[str, Any]:
        return {
            name: [converter.unstructure(fact) for fact in facts] for name, facts in groups.items()
        }

    converter.register_structure_hook(Groups, read_groups)
    facts = override(
        struct_hook=lambda value, _: read_groups(value, None), unstruct_hook=write_groups
    )
    converter.register_structure_hook(Record, _strict(converter, Record, {"facts": facts}))
    converter.register_unstructure_hook(
        Record, make_dict_unstructure_fn(Record, converter, facts=facts)
    )
    return converter


def _is_tuple(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _sequence(converter: "Converter", kind: Any) -> Callable[[Any, Any], Any]:
    """Structure `tuple[X, ...]` from a JSON array and from nothing else."""
    item_type = get_args(kind)[0]

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise TypeError(f"expected an array, not {value!r}")
        return tuple(converter.structure(value, list[item_type]))  # type: ignore[valid-type]

    return structure


def _strict(converter: "Converter", cls: type, overrides: Mapping[str, Any]) -> Any:
    """Structure a class, refusing unknown keys and missing ones (defaults are for Python)."""
    from cattrs.gen import make_dict_structure_fn

    read: Any = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **overrides)
    wanted = [
        field.name
        for field in attrs.fields(cls)
        if not getattr(overrides.get(field.name), "omit", False)
    ]

    def structure(value: Any, kind: Any) -> Any:
        if not isinstance(value, Mapping):
            raise TypeError(f"expected an object for {cls.__name__}, not {value!r}")
        missing = [name for name in wanted if name not in value]
        if missing:
            raise ValueError(f"{cls.__name__} lacks {', '.join(missing)}")
        return read(value, kind)

    return structure


def _read_opaque(structure: Callable[[Any, Any], Any], group: str, item: Any) -> OpaqueFact:
    from newsfacts.model import Span

    if not isinstance(item, Mapping) or not all(name in item for name in _BASE):
        raise ValueError(f"a fact of group {group!r} lacks one of {', '.join(_BASE)}")
    return OpaqueFact(
        id=structure(item["id"], str),
        evidence=structure(item["evidence"], tuple[Span, ...]),
        extractors=structure(item["extractors"], tuple[str, ...]),
        opaque_group=group,
        data=FrozenMap({key: value for key, value in item.items() if key not in _BASE}),
    )


def _in_fact_order(names: Iterable[str]) -> tuple[str, ...]:
    """Put `id` first and evidence and extractors last, as readers expect them."""
    return ("id", *(name for name in names if name not in _BASE), "evidence", "extractors")


def _in_order(
    write: Callable[[Any], dict[str, Any]], order: tuple[str, ...]
) -> Callable[[Any], dict[str, Any]]:
    def unstructure(fact: Any) -> dict[str, Any]:
        data = write(fact)
        return {name: data[name] for name in order if name in data}

    return unstructure
