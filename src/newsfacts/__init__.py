"""Wire news in, facts that people can check out.

Importing this package loads no plugin and no data; names are looked up when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "newsfacts.model": (
        "Actor", "Article", "ArticleInfo", "Attribution", "Casualty", "Conflict", "Count",
        "Credit", "Dateline", "Event", "Evidence", "ExtractorInfo", "Fact", "Failure",
        "FrozenMap", "MentionRef", "OpaqueFact", "Participant", "Place", "PlaceMention", "Record",
        "Ref", "RivalValue", "Role", "Span", "Time", "TimeExpression", "Toll", "Victims",
        "claim_only",
    ),
    "newsfacts.claims": ("ClaimSet", "claim_id"),
    "newsfacts.errors": (
        "ExtractionError", "FormatError", "InvalidFactError", "NewsfactsError", "PluginLoadError",
    ),
    "newsfacts.extractors": ("API_VERSION", "Context", "Extractor"),
    "newsfacts.hookspecs": ("hookimpl",),
    "newsfacts.pipeline": ("Pipeline", "Timing", "extract"),
    "newsfacts.plugins": ("LoadReport", "PluginStatus", "Plugins", "load_plugins"),
    "newsfacts.resolve": ("Draft", "ResolutionRule", "order_rules", "resolve"),
}  # fmt: skip
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOME)]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'newsfacts' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})


if TYPE_CHECKING:
    from newsfacts.claims import ClaimSet, claim_id
    from newsfacts.errors import (
        ExtractionError,
        FormatError,
        InvalidFactError,
        NewsfactsError,
        PluginLoadError,
    )
    from newsfacts.extractors import API_VERSION, Context, Extractor
    from newsfacts.hookspecs import hookimpl
    from newsfacts.model import (
        Actor,
        Article,
        ArticleInfo,
        Attribution,
        Casualty,
        Conflict,
        Count,
        Credit,
        Dateline,
        Event,
        Evidence,
        ExtractorInfo,
        Fact,
        Failure,
        FrozenMap,
        MentionRef,
        OpaqueFact,
        Participant,
        Place,
        PlaceMention,
        Record,
        Ref,
        RivalValue,
        Role,
        Span,
        Time,
        TimeExpression,
        Toll,
        Victims,
        claim_only,
    )
    from newsfacts.pipeline import Pipeline, Timing, extract
    from newsfacts.plugins import LoadReport, Plugins, PluginStatus, load_plugins
    from newsfacts.resolve import Draft, ResolutionRule, order_rules, resolve
