"""The registry of resolution rules, their order, and `resolve` itself."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from operator import is_
from typing import Any, get_args, get_type_hints

import attrs

from newsfacts.claims import ClaimSet
from newsfacts.errors import PluginLoadError
from newsfacts.model import Actor, Article, Event, Fact, Failure, MentionRef, Record
from newsfacts.model._copy import copied
from newsfacts.model._open import compiled
from newsfacts.model.facts import field_names
from newsfacts.resolve.draft import Draft

CORE_GROUPS = ("datelines", "dates", "places", "casualties", "credits")


@attrs.frozen
class ResolutionRule:
    """A named step of resolution: a pure function from draft to draft.

    It runs after the rules named in `after` and before those named in `before`; names of rules
    that are not loaded are ignored. Ties are ordered by name.
    """

    name: str
    apply: Callable[[Draft], Draft]
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def order_rules(rules: Iterable[ResolutionRule]) -> tuple[ResolutionRule, ...]:
    """Order rules by what each says of the others, ties by name.

    Raises:
        PluginLoadError: two rules have one name, or they wait for each other.
    """
    named: dict[str, ResolutionRule] = {}
    for rule in rules:
        if rule.name in named:
            raise PluginLoadError(f"two resolution rules are named {rule.name!r}")
        named[rule.name] = rule
    waits: dict[str, set[str]] = {
        name: {other for other in rule.after if other in named} for name, rule in named.items()
    }
    for name, rule in named.items():
        for other in rule.before:
            if other in waits:
                waits[other].add(name)
    return tuple(named[name] for name in stable_order(waits, "resolution rules"))


def stable_order(waits: Mapping[str, Iterable[str]], what: str) -> list[str]:
    """Sort names topologically, ties by name.

    Raises:
        PluginLoadError: they form a cycle; the message shows it.
    """
    sorter = TopologicalSorter({name: sorted(waits[name]) for name in sorted(waits)})
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " -> ".join(reversed(error.args[1]))
        raise PluginLoadError(f"{what} wait for each other: {circle}") from None
    ordered: list[str] = []
    ready: list[str] = []
    while sorter.is_active():
        ready = sorted([*ready, *sorter.get_ready()])
        name = ready.pop(0)
        ordered.append(name)
        sorter.done(name)
    return ordered


@cache
def core_rules() -> tuple[ResolutionRule, ...]:
    """Give the rules for the shared vocabulary, in order."""
    from newsfacts.resolve import actors, dates, events, figures, harm_events, tolls

    modules = (dates, actors, events, harm_events, figures, tolls)
    return order_rules(rule for module in modules for rule in module.RULES)


def resolve(
    article: Article,
    claims: ClaimSet,
    rules: Iterable[ResolutionRule] | None = None,
    *,
    on_error: Callable[[ResolutionRule, Exception], None] | None = None,
) -> Record:
    """Turn the merged claims of an article into its record.

    A pure function of its arguments. `rules` must be in order (see `order_rules`); None means
    the core's own. A rule that raises is told to `on_error`, skipped and listed in `failures`;
    without `on_error` its exception goes through.

    Raises:
        ValueError: the claims are of another article.
    """
    if claims.sha256 != article.sha256:
        raise ValueError(
            f"the claims are of the article {claims.sha256[:16]}, not of {article.sha256[:16]}"
        )
    draft = Draft.of(article, claims)
    failures: list[Failure] = []
    for rule in core_rules() if rules is None else rules:
        try:
            draft = rule.apply(draft)
        except Exception as error:
            if on_error is None:
                raise
            on_error(rule, error)
            failures.append(
                Failure(
                    extractor=f"rule {rule.name}", error=type(error).__name__, message=str(error)
                )
            )
    return _finish(draft, claims, tuple(failures))


def _finish(draft: Draft, claims: ClaimSet, failures: tuple[Failure, ...]) -> Record:
    present = {fact.id for facts in draft.facts.values() for fact in facts}

    def target(ref: Any) -> str | None:
        id = draft.follow(ref)
        return id if id in present else None

    bound = {group: _bind_items(facts, target) for group, facts in draft.facts.items()}
    actors = bound.pop(Actor.group, ())
    events = bound.pop(Event.group, ())
    groups = {group: bound.pop(group, ()) for group in CORE_GROUPS}
    groups.update((group, facts) for group, facts in sorted(bound.items()) if facts)
    return Record(
        article=draft.info,
        actors=actors,
        events=events,
        main_event=target(draft.main_event),
        facts=groups,
        conflicts=draft.conflicts,
        extractors=claims.extractors,
        failures=(*claims.failures, *failures),
    )


_DROPPED = object()

Target = Callable[[Any], str | None]
Binder = Callable[[Any, Target], Any]


def _bind_inner(value: Any, target: Target) -> Any:
    binder = _binders[type(value)]
    return value if binder is None else binder(value, target)


class _Binders(dict[type, Binder | None]):
    """What replaces the references inside values of a class; None where there can be none."""

    def __missing__(self, cls: type) -> Binder | None:
        found: Binder | None = None
        if issubclass(cls, MentionRef):
            found = _bind_ref
        elif issubclass(cls, tuple):
            found = _bind_items
        elif attrs.has(cls):
            found = _bind_fields(cls)
        self[cls] = found
        return found


_binders = _Binders()


def _bind_ref(ref: MentionRef, target: Target) -> Any:
    id = target(ref)
    return _DROPPED if id is None else id


def _bind_items(value: tuple[Any, ...], target: Target) -> tuple[Any, ...]:
    for item in value:
        if _binders[item.__class__] is not None:
            break
    else:
        return value
    items = [_bind_inner(item, target) for item in value]
    if all(map(is_, items, value)):
        return value
    kept = [item for item in items if item is not _DROPPED]
    return tuple(dict.fromkeys(kept)) if all(isinstance(x, str) for x in kept) else tuple(kept)


_BINDING = (
    "    old = value.{name}",
    "    if old and (binder := binders[old.__class__]) is not None:",
    "        new = binder(old, target)",
)
_BOUND = (
    *_BINDING,
    "        if new is not old: changes['{name}'] = None if new is DROPPED else new",
)
_BOUND_NEEDED = (
    *_BINDING,
    "        if new is DROPPED: return DROPPED",
    "        if new is not old: changes['{name}'] = new",
)
"""Lines that replace the references in a field; without one that it needs a value is dropped."""


def _bind_fields(cls: type) -> Binder | None:
    """Give what replaces references in fields of a class, and resets what is for claims only."""
    fields = attrs.fields(cls)
    is_fact = issubclass(cls, Fact)
    resets = {
        field.name: () if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]
        for field in fields
        if is_fact and field.metadata.get("claim_only")
    }
    hints = _hints(cls)
    kept = ("id", "evidence", "extractors") if is_fact else ()
    names = tuple(
        field.name
        for field in fields
        if field.name not in resets and field.name not in kept and _may_refer(hints[field.name])
    )
    if not names and not resets:
        return None
    lines = ["def bind(value, target):", "    changes = {}"]
    for name in names:
        needed = attrs.fields_dict(cls)[name].default is attrs.NOTHING and not is_fact
        lines += [line.format(name=name) for line in (_BOUND_NEEDED if needed else _BOUND)]
    for at, name in enumerate(resets):
        lines.append(f"    if value.{name} != reset{at}: changes[{name!r}] = reset{at}")
    lines.append("    return copied(value, changes) if changes else value")
    scope = {"binders": _binders, "copied": copied, "DROPPED": _DROPPED}
    scope |= {f"reset{at}": default for at, default in enumerate(resets.values())}
    bound: Binder = compiled("\n".join(lines), "bind", scope)
    return bound


def _hints(cls: type) -> Mapping[str, Any]:
    """Give the types of a class's fields; of one whose names cannot be looked up, anything."""
    try:
        return get_type_hints(cls)
    except NameError:  # a class made inside a function, of types that live there
        return dict.fromkeys(field_names(cls), Any)


@cache
def _may_refer(kind: Any) -> bool:
    """Tell whether a value of a type can hold a reference; most cannot and need no look."""
    if arguments := get_args(kind):
        return any(_may_refer(each) for each in arguments)
    if attrs.has(kind):
        return kind is MentionRef or any(map(_may_refer, _hints(kind).values()))
    return kind in (Any, object)
