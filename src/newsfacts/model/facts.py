"""The open base of all facts, and facts whose plugin is missing."""

from collections.abc import Callable
from typing import Any, ClassVar

import attrs

from newsfacts.model._json import FrozenMap, as_frozen_map, thaw
from newsfacts.model._open import compiled
from newsfacts.model._text import WRITTEN, TextWriter
from newsfacts.model._validate import as_tuple, described, items_are
from newsfacts.model.refs import MentionRef, mention
from newsfacts.model.spans import Evidence, Span, as_evidence

_HIDDEN = frozenset({"id", "evidence", "extractors"})


def claim_only(**arguments: Any) -> Any:
    """Declare an attrs field that serves resolution and is left out of records."""
    metadata = {**arguments.pop("metadata", {}), "claim_only": True}
    return attrs.field(metadata=metadata, **arguments)


_spans = items_are(Span)


def _some_evidence(instance: Any, attribute: Any, value: Evidence) -> None:
    if not value:
        raise ValueError(f"{type(instance).__name__} has no evidence: a fact needs a span")
    _spans(instance, attribute, value)


described(_some_evidence, minItems=1)
_some_evidence.__dict__["some"] = Span


@attrs.frozen(kw_only=True)
class Fact:
    """A claim of one extractor about one article: a value, its evidence, who found it.

    Subclass it with `@attrs.frozen(kw_only=True)`, set `group`, and give every other field a
    default or not as the fact needs. Merging, JSON, JSON Schema and the checks of
    `newsfacts.testing` come with the class. Field values must be JSON scalars, attrs classes of
    such, `Ref`s, or tuples of these.

    `id` is empty until the fact is collected into a `ClaimSet`; `evidence` holds one or more
    spans; `extractors` names those that found it.
    """

    group: ClassVar[str] = ""

    id: str = ""
    evidence: Evidence = attrs.field(converter=as_evidence, validator=_some_evidence)
    extractors: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def anchor(self) -> Span:
        """The first evidence span: what a `MentionRef` names the fact by."""
        return self.evidence[0]

    @property
    def ref(self) -> MentionRef:
        """How another claim points at this one."""
        span = self.evidence[0]
        return mention(self.group, span.start, span.end)

    def key(self) -> dict[str, Any]:
        """Give what makes this claim itself: its values and its first span, as JSON.

        Two claims with equal keys are one claim with united evidence and extractors. A subclass
        may leave values out; it must keep the span unless the fact is about the whole article.
        """
        values = {
            name: plain(value)
            for name in field_names(type(self))
            if name not in _HIDDEN and (value := getattr(self, name)) not in (None, ())
        }
        return {"span": [self.evidence[0].start, self.evidence[0].end], **values}


@attrs.frozen(kw_only=True)
class OpaqueFact(Fact):
    """A fact of a group whose plugin is not loaded: kept whole, to survive a round trip."""

    opaque_group: str
    data: FrozenMap = attrs.field(factory=FrozenMap, converter=as_frozen_map)

    def key(self) -> dict[str, Any]:
        """Give the data and the first span."""
        return {
            "span": [self.evidence[0].start, self.evidence[0].end],
            **{name: thaw(value) for name, value in self.data.items()},
        }

    @property
    def ref(self) -> MentionRef:
        """How another claim points at this one."""
        return MentionRef(self.opaque_group, self.evidence[0].start, self.evidence[0].end)


def group_of(fact: Fact) -> str:
    """Give the group that a fact is filed under."""
    return fact.opaque_group if isinstance(fact, OpaqueFact) else fact.group


_names: dict[type, tuple[str, ...]] = {}


def field_names(cls: type) -> tuple[str, ...]:
    """Give the names of an attrs class's fields, in order."""
    names = _names.get(cls)
    if names is None:
        names = _names[cls] = tuple(field.name for field in attrs.fields(cls))
    return names


def plain(value: Any) -> Any:
    """Give the JSON form of a value made of attrs classes, tuples and scalars."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, FrozenMap | dict):
        return thaw(value)
    return {name: plain(getattr(value, name)) for name in field_names(type(value))}


_canonical = TextWriter(canonical=True, ascii_only=True)


class _KeyWriters(dict[type, Callable[[Any], str]]):
    """What writes the keys of a class of facts; made once for each class."""

    def __missing__(self, cls: type[Fact]) -> Callable[[Any], str]:
        write = self[cls] = _key_writer(cls)
        return write


def _key_writer(cls: type[Fact]) -> Callable[[Any], str]:
    names = [name for name in field_names(cls) if name not in _HIDDEN]
    if cls.key is not Fact.key or "span" in names:
        return lambda fact: _canonical.write(fact.key())
    lines = ["def write(fact):", "    parts = []", "    add = parts.append"]
    for name in sorted((*names, "span")):
        lines += _SPAN if name == "span" else _stated(name)
    lines.append("    return '{' + ','.join(parts) + '}'")
    written: Callable[[Any], str] = compiled("\n".join(lines), "write", _canonical.scope())
    return written


_SPAN = (
    "    first = fact.evidence[0]",
    "    add(f'\"span\":[{first.start},{first.end}]')",
)


def _stated(name: str) -> tuple[str, ...]:
    """Give the lines that write a field if it holds something."""
    lead = _canonical.literal(name)
    return (
        f"    v = fact.{name}",
        "    if v or (v is not None and v != ()):",
        f"        add('{lead}' + ({WRITTEN}))",
    )


_key_writers = _KeyWriters()


def key_text(fact: Fact) -> str:
    """Give a fact's key as canonical JSON: keys sorted, no spaces, ASCII.

    It is `json.dumps` of `fact.key()`, written without the dicts and lists between.
    """
    return _key_writers[type(fact)](fact)
