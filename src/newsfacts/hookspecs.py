"""The hooks of a newsfacts plugin: what it may register, and what it may hear of."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pluggy

from newsfacts.model import Article, Fact, Record

if TYPE_CHECKING:
    from newsfacts.extractors import Extractor
    from newsfacts.io import Reader, Writer
    from newsfacts.resolve import ResolutionRule

PROJECT = "newsfacts"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function or method of a plugin as the implementation of a hook."""


@hookspec
def newsfacts_extractors(config: Mapping[str, Any]) -> "Iterable[Extractor]":  # type: ignore[empty-body]
    """Give the plugin's extractors; `config` is its own section, to be checked here."""


@hookspec
def newsfacts_fact_types() -> Iterable[type[Fact]]:  # type: ignore[empty-body]
    """Give the Fact classes that the plugin adds, one for each group."""


@hookspec
def newsfacts_resolution_rules() -> "Iterable[ResolutionRule]":  # type: ignore[empty-body]
    """Give named rules that turn an article's merged claims into its record."""


@hookspec
def newsfacts_readers() -> "Iterable[Reader]":  # type: ignore[empty-body]
    """Give readers of further input formats, each for some file suffixes."""


@hookspec
def newsfacts_writers() -> "Iterable[Writer]":  # type: ignore[empty-body]
    """Give writers of further output formats, each under a name."""


@hookspec
def newsfacts_record_finished(article: Article, record: Record) -> None:
    """Hear of a finished record."""


@hookspec
def newsfacts_extractor_failed(article: Article, extractor: str, error: Exception) -> None:
    """Hear of an extractor that failed on an article."""
