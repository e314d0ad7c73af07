"""An extractor under test: run on articles, alone or after the companions that it uses."""

import copy
import logging
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from newsfacts import Article, ClaimSet, Context, Extractor, Fact, Pipeline, hookimpl, load_plugins
from newsfacts.extractors import CueScanner, Reading
from newsfacts.model import plain
from newsfacts.plugins import LoadedExtractor, Plugins
from newsfacts.serialize import dumps


class ExtractorRaised(Exception):
    """The extractor raised; the exception is the `__cause__`."""


@attrs.frozen
class PluginOf:
    """A plugin made of extractors and fact types that are at hand."""

    extractors: tuple[Extractor, ...] = ()
    fact_types: tuple[type[Fact], ...] = ()

    @hookimpl
    def newsfacts_extractors(self) -> Iterable[Extractor]:
        """Give the extractors."""
        return self.extractors

    @hookimpl
    def newsfacts_fact_types(self) -> Iterable[type[Fact]]:
        """Give the fact types."""
        return self.fact_types


@attrs.frozen(kw_only=True)
class Subject:
    """An extractor and what is needed to run it.

    `companions` are run before it, as in a pipeline; what they find is its context. `sentences`
    are texts in which it should find something: drawn articles are strewn with them.
    """

    extractor: Extractor
    fact_types: tuple[type[Fact], ...] = ()
    companions: tuple[LoadedExtractor, ...] = ()
    sentences: tuple[str, ...] = ()
    config: Mapping[str, Any] = attrs.field(factory=dict)
    max_examples: int = 40
    seed: int | None = None

    @property
    def name(self) -> str:
        """The extractor's name."""
        return self.extractor.name

    def provides(self, *capabilities: str) -> bool:
        """Tell whether the extractor provides one of these capabilities."""
        return any(capability in self.extractor.provides for capability in capabilities)

    def reading(self, article: Article, companions: Iterable[LoadedExtractor]) -> Reading:
        """Run the companions on an article; one that fails is left out."""
        given = list(companions)
        scanner = CueScanner(
            {each.name: each.extractor.cues for each in given}
            | {self.extractor.name: self.extractor.cues}
        )
        reading = Reading(article, scanner, _resolve)
        for each in given:
            context = Context(reading, each.extractor, each.config)
            try:
                claims = each.extractor.extract(article, context)
                found = ClaimSet.collect(article.sha256, claims, found_by=each.name)
            except Exception as error:
                logging.getLogger("newsfacts").debug("companion %s: %s", each.name, error)
            else:
                reading.add(found.claims)
        return reading

    def emit(
        self,
        article: Article,
        companions: Iterable[LoadedExtractor] | None = None,
        *,
        fresh: bool = True,
    ) -> list[Any]:
        """Run the extractor as a pipeline does and give whatever it emits, unchecked.

        A fresh copy runs, so that what an extractor remembers shows only where it is looked for;
        with `fresh=False` it is the extractor itself, memory and all.

        Raises:
            ExtractorRaised: the extractor raised.
        """
        reading = self.reading(article, self.companions if companions is None else companions)
        context = Context(reading, self.extractor, self.config)
        extractor = _copy(self.extractor) if fresh else self.extractor
        try:
            return list(extractor.extract(article, context) or ())
        except Exception as error:
            raise ExtractorRaised(f"{type(error).__name__}: {error}") from error

    def run(
        self,
        article: Article,
        companions: Iterable[LoadedExtractor] | None = None,
        *,
        fresh: bool = True,
    ) -> list[Fact]:
        """Give the facts among what the extractor emits; see `emit`."""
        return [
            fact for fact in self.emit(article, companions, fresh=fresh) if isinstance(fact, Fact)
        ]


def _copy(extractor: Extractor) -> Extractor:
    try:
        return copy.deepcopy(extractor)
    except Exception:  # it holds what cannot be copied
        return extractor


def _resolve(article: Article, claims: ClaimSet) -> Any:
    from newsfacts import resolve

    return resolve(article, claims)


def claims_of_sample(
    extractor: Extractor, config: Mapping[str, Any], articles: Iterable[Article]
) -> str:
    """Give an extractor's claims on some articles as JSON: what processes are compared by."""
    subject = Subject(extractor=extractor, config=config)
    lines = []
    for article in articles:
        try:
            found = subject.run(article)
        except ExtractorRaised:
            continue
        lines.append([[fact.group, repr(plain(fact))] for fact in found])
    return dumps(lines)


def isolated_manager(*plugins: Any, **config: Mapping[str, Any]) -> Plugins:
    """Load the given plugin objects or modules and nothing that is installed.

    Keyword arguments are config sections by plugin name; plugins are named `plugin-0`,
    `plugin-1`, ... unless they have a `plugin_name`.

    Raises:
        PluginLoadError: one of them could not be loaded.
    """
    named = {
        getattr(plugin, "plugin_name", f"plugin-{index}"): plugin
        for index, plugin in enumerate(plugins)
    }
    loaded = load_plugins(extra=named, config=config, discover=False)
    loaded.report.raise_errors()
    return loaded


def isolated_pipeline(*extractors: Extractor, fact_types: Iterable[type[Fact]] = ()) -> Pipeline:
    """Make a pipeline of the given extractors alone; a failing one raises."""
    plugins = isolated_manager(PluginOf(tuple(extractors), tuple(fact_types)))
    return Pipeline(plugins=plugins, on_error="raise")


def subject_of(
    extractor: Extractor,
    *,
    fact_types: Iterable[type[Fact]] = (),
    sentences: Iterable[str] = (),
    companions: Iterable[LoadedExtractor] | None = None,
    config: Mapping[str, Any] | None = None,
    max_examples: int = 40,
    seed: int | None = None,
) -> Subject:
    """Prepare an extractor for testing; `sentences` default to its `examples`.

    Without `companions`, the installed extractors that provide what it requires or uses run
    before it; `companions=()` runs it alone.
    """
    types = tuple(fact_types)
    if companions is None:
        installed = load_plugins(block=[extractor.name])
        wanted = _needed(extractor, installed.extractors)
        companions = tuple(each for each in installed.extractors if each.name in wanted)
        known = tuple(kind for kind in installed.fact_types.values() if kind not in types)
        own = load_plugins().fact_types.values()
        types = (*types, *(k for k in (*known, *own) if k not in types))
        types = tuple(dict.fromkeys(types))
    return Subject(
        extractor=extractor,
        fact_types=types,
        companions=tuple(companions),
        sentences=tuple(sentences) or tuple(getattr(extractor, "examples", ())),
        config=dict(config or {}),
        max_examples=max_examples,
        seed=seed,
    )


def _needed(extractor: Extractor, others: Iterable[LoadedExtractor]) -> set[str]:
    """Names of those that provide what is required or used, and in turn what they use."""
    found: set[str] = set()
    todo = {*extractor.requires, *extractor.uses}
    everyone = list(others)
    while todo:
        capability = todo.pop()
        for each in everyone:
            if capability in each.extractor.provides and each.name not in found:
                found.add(each.name)
                todo.update(each.extractor.requires, each.extractor.uses)
    return found
