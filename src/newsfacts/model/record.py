"""The record: everything found in one article, merged and resolved."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from newsfacts.model._json import FrozenMap, as_frozen_map
from newsfacts.model._open import quick
from newsfacts.model._validate import as_tuple, is_a, items_are, one_of, optional
from newsfacts.model.article import Article
from newsfacts.model.facts import Fact
from newsfacts.model.spans import Evidence, Span, as_evidence
from newsfacts.model.vocabulary import Actor, Casualty, Event

if TYPE_CHECKING:
    from newsfacts.model.vocabulary import Dateline

F = TypeVar("F", bound=Fact)

SCHEMA = "newsfacts/1"
PUBLISHED_FROM = ("metadata", "header", "dateline", "text")


@quick
@attrs.frozen(kw_only=True)
class ArticleInfo:
    """What a record says of its article: all but the text.

    `chars` counts code points; `published_from` says which source `published` was taken from.
    """

    id: str
    title: str | None = None
    language: str | None = None
    url: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    published: str | None = None
    published_from: str | None = attrs.field(default=None, validator=one_of(None, *PUBLISHED_FROM))
    agencies: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    chars: int = attrs.field(default=0, validator=is_a(int))
    sha256: str = ""
    extra: FrozenMap = attrs.field(factory=FrozenMap, converter=as_frozen_map)

    @classmethod
    def of(cls, article: Article) -> "ArticleInfo":
        """Describe an article as its metadata do."""
        return cls(
            id=article.id, title=article.title, language=article.language, url=article.url,
            source=article.source, authors=article.authors, published=article.published,
            published_from="metadata" if article.published else None,
            chars=len(article.text), sha256=article.sha256, extra=article.extra,
        )  # fmt: skip


@attrs.frozen(kw_only=True)
class RivalValue:
    """One of several values that an article gives for the same thing."""

    value: Any
    source: str
    evidence: Evidence = attrs.field(default=(), converter=as_evidence, validator=items_are(Span))


@attrs.frozen(kw_only=True)
class Conflict:
    """Values that cannot all be right: all kept, the chosen one named with the rule that chose.

    `subject` is `"article"` or the id of an actor, event or fact.
    """

    subject: str
    field: str
    values: tuple[RivalValue, ...] = attrs.field(converter=as_tuple)
    chosen: Any = None
    rule: str = ""


@attrs.frozen(kw_only=True, order=True)
class ExtractorInfo:
    """An extractor that ran: its name and version and the distribution it came from."""

    name: str
    version: str
    distribution: str | None = None


@attrs.frozen(kw_only=True)
class Failure:
    """An extractor that failed on this article, or was skipped because one it needs failed."""

    extractor: str
    error: str
    message: str


class FactGroups(Mapping[str, tuple[Fact, ...]]):
    """A read-only mapping from a group's name to its facts, in the order of names given."""

    __slots__ = ("_groups",)

    def __init__(self, groups: Mapping[str, Any] = {}) -> None:
        self._groups = {name: tuple(facts) for name, facts in groups.items()}

    def __getitem__(self, group: str) -> tuple[Fact, ...]:
        return self._groups[group]

    def __iter__(self) -> Iterator[str]:
        return iter(self._groups)

    def items(self) -> ItemsView[str, tuple[Fact, ...]]:
        """Give the groups with their names."""
        return self._groups.items()

    def values(self) -> ValuesView[tuple[Fact, ...]]:
        """Give the groups."""
        return self._groups.values()

    def replaced(self, name: str, facts: tuple[Fact, ...]) -> "FactGroups":
        """Give the groups with other facts under one name."""
        groups = FactGroups()
        groups._groups = {**self._groups, name: facts}
        return groups

    def __len__(self) -> int:
        return len(self._groups)

    def __repr__(self) -> str:
        return f"FactGroups({self._groups!r})"

    def __hash__(self) -> int:
        return hash(frozenset(self._groups.items()))

    def __reduce__(self) -> tuple[type["FactGroups"], tuple[dict[str, Any]]]:
        return FactGroups, (self._groups,)


def as_groups(groups: Mapping[str, Any]) -> "FactGroups":
    """Give groups as a read-only mapping; such a one stays as it is."""
    return groups if isinstance(groups, FactGroups) else FactGroups(groups)


@attrs.frozen(kw_only=True)
class Record:
    """Everything found in one article, merged and resolved.

    `facts` maps a group's name to its facts, sorted by position.
    """

    article: ArticleInfo = attrs.field(validator=is_a(ArticleInfo))
    actors: tuple[Actor, ...] = attrs.field(default=(), converter=as_tuple)
    events: tuple[Event, ...] = attrs.field(default=(), converter=as_tuple)
    main_event: str | None = attrs.field(default=None, validator=optional(is_a(str)))
    facts: Mapping[str, tuple[Fact, ...]] = attrs.field(factory=dict, converter=as_groups)
    conflicts: tuple[Conflict, ...] = attrs.field(default=(), converter=as_tuple)
    extractors: tuple[ExtractorInfo, ...] = attrs.field(default=(), converter=as_tuple)
    failures: tuple[Failure, ...] = attrs.field(default=(), converter=as_tuple)

    @property
    def dateline(self) -> "Dateline | None":
        """The article's dateline, if one was found."""
        found = self.facts.get("datelines", ())
        return found[0] if found else None  # type: ignore[return-value]

    @property
    def casualties(self) -> tuple[Casualty, ...]:
        """The casualty figures, sorted by position."""
        return self.facts.get("casualties", ())  # type: ignore[return-value]

    def group(self, kind: type[F]) -> tuple[F, ...]:
        """Give the facts of a class (`TimeExpression`, a plugin's own), sorted by position."""
        found: Any = {Actor.group: self.actors, Event.group: self.events}.get(
            kind.group, self.facts.get(kind.group, ())
        )
        return tuple(fact for fact in found if isinstance(fact, kind))

    def tolls(self) -> list[dict[str, Any]]:
        """Give the tolls of all events as flat rows, fit for a data frame.

        See `newsfacts.view.rows.toll_rows`, and `casualty_rows` for the single figures.
        """
        from newsfacts.view.rows import toll_rows

        return toll_rows(self)

    def actor(self, id: str) -> Actor:
        """Give the actor with this id.

        Raises:
            KeyError: the record has none.
        """
        return next((actor for actor in self.actors if actor.id == id), None) or _missing(id)

    def event(self, id: str) -> Event:
        """Give the event with this id.

        Raises:
            KeyError: the record has none.
        """
        return next((event for event in self.events if event.id == id), None) or _missing(id)

    def all_facts(self) -> Iterator[Fact]:
        """Give actors, events and the facts of every group, in that order."""
        yield from self.actors
        yield from self.events
        for group in self.facts.values():
            yield from group

    def to_dict(self) -> dict[str, Any]:
        """Give the record as plain JSON data, schema `newsfacts/1`."""
        from newsfacts.serialize import record_to_dict

        return record_to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the record as JSON text; keys in the schema's order, no trailing newline."""
        from newsfacts.serialize import dumps, record_to_json

        return record_to_json(self) if indent is None else dumps(self.to_dict(), indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Record":
        """Read plain JSON data. See `newsfacts.serialize.record_from_dict`."""
        from newsfacts.serialize import record_from_dict

        return record_from_dict(data)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Record":
        """Read JSON text. See `newsfacts.serialize.record_from_dict`."""
        from newsfacts.serialize import loads

        return cls.from_dict(loads(text))


def _missing(id: str) -> Any:
    raise KeyError(f"the record has nothing with the id {id!r}")
