"""Discovery of plugins: entry points one by one, each in its own `try`, and a report of it all."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, EntryPoint, distributions, entry_points
from types import MappingProxyType
from typing import Any

import attrs
import pluggy

from newsfacts import hookspecs
from newsfacts.errors import PluginLoadError
from newsfacts.extractors import API_VERSION, Extractor
from newsfacts.hookspecs import PROJECT
from newsfacts.model import CORE_FACTS, ExtractorInfo, Fact
from newsfacts.resolve import ResolutionRule, core_rules, order_rules
from newsfacts.resolve.rules import stable_order

Origin = tuple[str | None, str | None]
"""The distribution that a plugin came from, and its version."""

NOWHERE: Origin = (None, None)

log = logging.getLogger("newsfacts")


@attrs.frozen(kw_only=True)
class PluginStatus:
    """What became of one plugin at load."""

    name: str
    distribution: str | None = None
    version: str | None = None
    extractors: tuple[str, ...] = ()
    provides: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    blocked: bool = False
    errors: tuple[str, ...] = ()


@attrs.frozen
class LoadReport:
    """What became of every plugin, in order of their names."""

    plugins: tuple[PluginStatus, ...] = ()

    @property
    def errors(self) -> tuple[str, ...]:
        """Every message about something that was not loaded."""
        return tuple(error for plugin in self.plugins for error in plugin.errors)

    def raise_errors(self) -> None:
        """Turn the first error into an exception.

        Raises:
            PluginLoadError: something was not loaded.
        """
        if self.errors:
            raise PluginLoadError("; ".join(self.errors))


@attrs.frozen(kw_only=True)
class LoadedExtractor:
    """An extractor in service: itself, its plugin's name and config section, where it came from."""

    extractor: Extractor
    plugin: str
    info: ExtractorInfo
    config: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The extractor's name."""
        return self.extractor.name

    def __str__(self) -> str:
        """Name extractor, distribution and version, as messages do."""
        origin = f"{self.info.distribution or self.plugin} {self.info.version}"
        return f"extractor {self.name!r} ({origin})"


@attrs.frozen(kw_only=True)
class Plugins:
    """The plugins in service: extractors in running order, fact types, rules, and the report."""

    manager: pluggy.PluginManager
    extractors: tuple[LoadedExtractor, ...]
    fact_types: Mapping[str, type[Fact]]
    rules: tuple[ResolutionRule, ...]
    report: LoadReport


class _Loading:
    """One load in progress: what is registered, and what went wrong with whom."""

    def __init__(self, config: Mapping[str, Mapping[str, Any]]) -> None:
        self.config = config
        self.manager = pluggy.PluginManager(PROJECT)
        self.manager.add_hookspecs(hookspecs)
        self.origin: dict[str, Origin] = {}
        self.errors: dict[str, list[str]] = {}
        self.blocked: set[str] = set()

    def fail(self, plugin: str, message: str, error: BaseException | None = None) -> None:
        self.errors.setdefault(plugin, []).append(message)
        log.warning("%s", message, exc_info=error)

    def section(self, plugin: str) -> Mapping[str, Any]:
        """Give a plugin's own configuration, read-only at every depth."""
        return _read_only(self.config.get(plugin, {}))  # type: ignore[no-any-return]

    def label(self, plugin: str) -> str:
        return _label(plugin, self.origin.get(plugin, NOWHERE))

    def register(self, name: str, plugin: Any, origin: Origin) -> None:
        if self.manager.has_plugin(name):
            self.fail(
                name,
                f"two plugins are named {name!r}: {self.label(name)} is kept, that of"
                f" {_say_origin(origin)} is dropped",
            )
            return
        self.origin[name] = origin
        if (other := self.manager.get_name(plugin)) is not None:
            self.fail(name, f"{self.label(name)} is the same object as {self.label(other)}")
            return
        try:
            self.manager.register(plugin, name=name)
        except Exception as error:
            lines = "; ".join(line.strip() for line in str(error).splitlines())
            self.fail(name, f"{self.label(name)} could not be registered: {lines}", error)
            if self.manager.has_plugin(name):
                self.manager.unregister(name=name)
            return
        if not self.manager.get_hookcallers(plugin):
            self.fail(
                name,
                f"{self.label(name)} implements no hook; its functions need @newsfacts.hookimpl",
            )
            self.manager.unregister(name=name)

    def drop_misspelt(self) -> None:
        """Drop plugins that implement hooks which do not exist."""
        while True:
            try:
                self.manager.check_pending()
            except pluggy.PluginValidationError as error:
                name = self.manager.get_name(error.plugin) or "?"
                said = str(error).removesuffix(f" in plugin {error.plugin!r}")
                self.fail(name, f"{self.label(name)}: {said}; the hooks are {', '.join(_hooks())}")
                self.manager.unregister(error.plugin)
            else:
                return

    def note_unused_config(self) -> None:
        """Say of settings that no plugin is there to read them: a name may be misspelt."""
        for name in sorted(self.config.keys() - self.origin.keys()):
            known = ", ".join(sorted(self.origin)) or "none"
            self.fail(
                name,
                f"settings are given for plugin {name!r}, which is not there; the plugins are:"
                f" {known}",
            )

    def names(self) -> list[str]:
        return sorted(
            name for name, plugin in self.manager.list_name_plugin() if plugin is not None
        )

    def gather(self, hook: str, **arguments: Any) -> Iterator[tuple[str, Any]]:
        """Call a registering hook of each plugin by itself; one that fails costs only itself."""
        impls = {
            impl.plugin_name: impl for impl in getattr(self.manager.hook, hook).get_hookimpls()
        }
        for name in self.names():
            impl = impls.get(name)
            if impl is None:
                continue
            given = {
                "config": self.section(name),
                **arguments,
            }
            try:
                items = list(impl.function(*(given[arg] for arg in impl.argnames)) or ())
            except Exception as error:
                self.fail(name, f"{self.label(name)}: {hook}() raised {_say(error)}", error)
                continue
            for item in items:
                yield name, item


def load_plugins(
    *,
    block: Iterable[str] = (),
    config: Mapping[str, Mapping[str, Any]] | None = None,
    extra: Mapping[str, Any] | None = None,
    discover: bool = True,
) -> Plugins:
    """Load the installed plugins and `extra` ones; what fails is left out and reported.

    Args:
        block: names of plugins or extractors that are not to be used.
        config: plugin name to its own section.
        extra: further plugins by name: modules or objects with hook implementations.
        discover: whether to look for installed plugins (entry points of the group `newsfacts`).
    """
    blocked = frozenset(block)
    loading = _Loading(config or {})
    for point in _entry_points(loading) if discover else ():
        name, origin = point.name, _distribution(point)
        loading.origin.setdefault(name, origin)
        if name in blocked:
            loading.blocked.add(name)
            continue
        try:
            plugin = point.load()
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            label = _label(name, origin)
            loading.fail(name, f"{label} could not be imported: {_say(error)}", error)
            continue
        loading.register(name, plugin, origin)
    for name, plugin in sorted((extra or {}).items()):
        loading.origin.setdefault(name, NOWHERE)
        if name in blocked:
            loading.blocked.add(name)
        else:
            loading.register(name, plugin, NOWHERE)
    loading.note_unused_config()
    loading.drop_misspelt()
    extractors = _extractors(loading, blocked)
    fact_types = _fact_types(loading)
    rules = _rules(loading)
    return Plugins(
        manager=loading.manager,
        extractors=extractors,
        fact_types=MappingProxyType({kind.group: kind for kind in fact_types.values()}),
        rules=rules,
        report=_report(loading, extractors, fact_types),
    )


def _entry_points(loading: _Loading) -> list[EntryPoint]:
    try:
        found = list(entry_points(group=PROJECT))
    except Exception:  # one list that cannot be read spoils the whole: find out whose it is
        found = list(_readable_entry_points(loading))
    return sorted(found, key=lambda point: (point.name, *_distribution(point), point.value))


def _readable_entry_points(loading: _Loading) -> Iterator[EntryPoint]:
    seen: set[str] = set()
    for distribution in distributions():
        name, version = _name_and_version(distribution)
        key = name.lower().replace("_", "-").replace(".", "-")
        if key and key in seen:  # another copy, further down the path
            continue
        seen.add(key)
        try:
            points = list(distribution.entry_points.select(group=PROJECT))
        except Exception as error:
            name = name or "a distribution without metadata"
            loading.origin.setdefault(name, (name, version))
            message = f"the entry points of {name} {version} cannot be read: {_say(error)}"
            loading.fail(name, message, error)
            continue
        yield from points


def _distribution(point: EntryPoint) -> tuple[str, str]:
    return _name_and_version(point.dist) if point.dist else ("", "")


def _name_and_version(distribution: Distribution) -> tuple[str, str]:
    """Give a distribution's name and version, empty where its metadata are damaged."""
    try:
        return distribution.metadata["Name"] or "", distribution.version or ""
    except Exception:
        log.debug("a distribution without metadata: %r", distribution)
        return "", ""


def _read_only(value: Any) -> Any:
    if isinstance(value, Mapping):
        return MappingProxyType({key: _read_only(item) for key, item in value.items()})
    return tuple(map(_read_only, value)) if isinstance(value, list | tuple) else value


def _hooks() -> list[str]:
    return sorted(name for name in vars(hookspecs) if name.startswith(f"{PROJECT}_"))


def _label(plugin: str, origin: Origin) -> str:
    distribution, version = origin
    if distribution and distribution != plugin:
        return f"plugin {plugin!r} ({distribution} {version})"
    return f"plugin {plugin!r}"


def _say_origin(origin: Origin) -> str:
    distribution, version = origin
    return f"{distribution} {version}" if distribution else "no distribution"


def _say(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _extractors(loading: _Loading, blocked: frozenset[str]) -> tuple[LoadedExtractor, ...]:
    loaded: dict[str, LoadedExtractor] = {}
    for plugin, extractor in loading.gather("newsfacts_extractors"):
        if problem := _problem(extractor):
            loading.fail(plugin, f"{loading.label(plugin)}: {problem}")
            continue
        name = extractor.name
        if name in blocked:
            loading.blocked.add(name)
            continue
        if name in loaded:
            loading.fail(
                plugin,
                f"extractor {name!r} is registered by {loading.label(loaded[name].plugin)} and"
                f" by {loading.label(plugin)}; the first is kept",
            )
            continue
        distribution = loading.origin.get(plugin, NOWHERE)[0]
        loaded[name] = LoadedExtractor(
            extractor=extractor,
            plugin=plugin,
            info=ExtractorInfo(name=name, version=extractor.version, distribution=distribution),
            config=loading.section(plugin),
        )
    return _in_running_order(loading, loaded)


def _problem(extractor: Any) -> str | None:
    name = getattr(extractor, "name", None)
    if not isinstance(name, str) or not name:
        return f"{extractor!r} is no extractor: it has no name"
    version = getattr(extractor, "api_version", None)
    if version != API_VERSION:
        return (
            f"extractor {name!r} was written for api_version {version!r};"
            f" this newsfacts has {API_VERSION}"
        )
    if not callable(getattr(extractor, "extract", None)):
        return f"extractor {name!r} has no extract() method"
    for field in ("cues", "provides", "requires", "uses"):
        words = getattr(extractor, field, None)
        if not isinstance(words, tuple | list | set | frozenset) or not all(
            isinstance(word, str) and word for word in words
        ):
            return f"extractor {name!r}: {field} must be a tuple of words, not {words!r}"
    return None


def _in_running_order(
    loading: _Loading, loaded: dict[str, LoadedExtractor]
) -> tuple[LoadedExtractor, ...]:
    """Drop what lacks a requirement or stands in a cycle, then sort by capabilities and name."""
    while True:
        providers: dict[str, list[str]] = {}
        for name in sorted(loaded):
            for capability in loaded[name].extractor.provides:
                providers.setdefault(capability, []).append(name)
        lacking = {
            name: missing
            for name, each in loaded.items()
            if (missing := sorted(set(each.extractor.requires) - providers.keys()))
        }
        for name, missing in sorted(lacking.items()):
            each = loaded.pop(name)
            loading.fail(
                each.plugin,
                f"extractor {name!r} of {loading.label(each.plugin)} requires"
                f" {', '.join(map(repr, missing))}, which no loaded plugin provides",
            )
        if lacking:
            continue
        waits = {
            name: {
                provider
                for capability in (*each.extractor.requires, *each.extractor.uses)
                for provider in providers.get(capability, ())
                if provider != name
            }
            for name, each in loaded.items()
        }
        try:
            return tuple(loaded[name] for name in stable_order(waits, "extractors"))
        except PluginLoadError:
            for circle in _circles(waits):
                chain = " -> ".join(
                    f"{name!r} of {loading.label(loaded[name].plugin)}" for name in circle
                )
                for name in circle:
                    loading.fail(
                        loaded[name].plugin, f"extractors wait for each other: {chain}; dropped"
                    )
                for name in circle:
                    del loaded[name]


def _circles(waits: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Give the strongly connected components of two or more, each sorted."""

    def reachable(start: str) -> set[str]:
        seen: set[str] = set()
        todo = list(waits[start])
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo.extend(waits[name])
        return seen

    reach = {name: reachable(name) for name in waits}
    circles = {
        tuple(sorted({name, *(o for o in reach[name] if name in reach[o])}))
        for name in waits
        if name in reach[name]
    }
    return [list(circle) for circle in sorted(circles)]


def _fact_types(loading: _Loading) -> dict[tuple[str, str], type[Fact]]:
    """Fact types by (plugin, group); the core's own under the plugin ''."""
    owner = {kind.group: "" for kind in CORE_FACTS}
    types: dict[tuple[str, str], type[Fact]] = {("", kind.group): kind for kind in CORE_FACTS}
    for plugin, kind in loading.gather("newsfacts_fact_types"):
        if not (isinstance(kind, type) and issubclass(kind, Fact) and kind.group):
            loading.fail(plugin, f"{loading.label(plugin)}: {kind!r} is no Fact class with a group")
        elif kind.group in owner:
            other = owner[kind.group]
            holder = loading.label(other) if other else "the core"
            loading.fail(
                plugin,
                f"{loading.label(plugin)}: group {kind.group!r} already belongs to {holder}",
            )
        else:
            owner[kind.group] = plugin
            types[plugin, kind.group] = kind
    return types


def _rules(loading: _Loading) -> tuple[ResolutionRule, ...]:
    rules = list(core_rules())
    for plugin, rule in loading.gather("newsfacts_resolution_rules"):
        try:
            order_rules([*rules, rule])
        except (PluginLoadError, AttributeError, TypeError) as error:
            loading.fail(plugin, f"{loading.label(plugin)}: {error}")
        else:
            rules.append(rule)
    return order_rules(rules)


def _report(
    loading: _Loading,
    extractors: tuple[LoadedExtractor, ...],
    fact_types: Mapping[tuple[str, str], type[Fact]],
) -> LoadReport:
    statuses = []
    for name in sorted({*loading.names(), *loading.origin, *loading.errors}):
        own = [each for each in extractors if each.plugin == name]
        distribution, version = loading.origin.get(name, NOWHERE)
        statuses.append(
            PluginStatus(
                name=name,
                distribution=distribution or None,
                version=version or None,
                extractors=tuple(sorted(each.name for each in own)),
                provides=tuple(sorted({word for each in own for word in each.extractor.provides})),
                groups=tuple(group for plugin, group in fact_types if plugin == name),
                blocked=name in loading.blocked,
                errors=tuple(loading.errors.get(name, ())),
            )
        )
    return LoadReport(tuple(statuses))
