"""The open base of all facts, and facts whose plugin is missing."""

from typing import Any, ClassVar, TypeVar

import attrs

from newsfacts.model._json import FrozenMap, thaw
from newsfacts.model._validate import as_tuple, described, items_are
from newsfacts.model.refs import MentionRef
from newsfacts.model.spans import Evidence, Span, as_evidence

_HIDDEN = frozenset({"id", "evidence", "extractors"})


def claim_only(**arguments: Any) -> Any:
    """Declare an attrs field that serves resolution and is left out of records."""
    metadata = {**arguments.pop("metadata", {}), "claim_only": True}
    return attrs.field(metadata=metadata, **arguments)


def _some_evidence(instance: Any, attribute: Any, value: Evidence) -> None:
    if not value:
        raise ValueError(f"{type(instance).__name__} has no evidence: a fact needs a span")


described(_some_evidence, minItems=1)


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
    evidence: Evidence = attrs.field(
        converter=as_evidence, validator=[items_are(Span), _some_evidence]
    )
    extractors: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def anchor(self) -> Span:
        """The first evidence span: what a `MentionRef` names the fact by."""
        return self.evidence[0]

    @property
    def ref(self) -> MentionRef:
        """How another claim points at this one."""
        span = self.evidence[0]
        return MentionRef(self.group, span.start, span.end)

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
    data: FrozenMap = attrs.field(factory=FrozenMap, converter=FrozenMap)

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


F = TypeVar("F", bound=Fact)


def stamped(fact: F, id: str, extractors: tuple[str, ...]) -> F:
    """Give a copy under an id and with the names of those that found it.

    What `attrs.evolve` would do, without validating again what has not changed: every claim of
    every article passes here.
    """
    cls = type(fact)
    copy = cls.__new__(cls)
    put = object.__setattr__
    for name in field_names(cls):
        put(copy, name, getattr(fact, name))
    put(copy, "id", id)
    put(copy, "extractors", extractors)
    return copy


def plain(value: Any) -> Any:
    """Give the JSON form of a value made of attrs classes, tuples and scalars."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, FrozenMap | dict):
        return thaw(value)
    return {name: plain(getattr(value, name)) for name in field_names(type(value))}
