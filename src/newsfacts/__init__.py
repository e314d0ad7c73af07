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
        "BudgetExceeded", "ExtractionError", "FormatError", "InvalidFactError", "NewsfactsError",
        "PluginLoadError",
    ),
    "newsfacts.extractors": ("API_VERSION", "Context", "Extractor"),
    "newsfacts.hookspecs": ("hookimpl",),
    "newsfacts.pipeline": ("Pipeline", "Timing", "extract"),
    "newsfacts.plugins": ("LoadReport", "PluginStatus", "Plugins", "load_plugins"),
    "newsfacts.resolve": ("Draft", "ResolutionRule", "order_rules", "resolve"),
}  # fmt: skip
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOME)]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'newsfacts' has no attribute {name!r}")
    home = import_module(_HOME[name])
    # `resolve` is a package too, and importing it would hide the function: the package is callable.
    value = home if home.__name__ == f"{__name__}.{name}" else getattr(home, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})


if TYPE_CHECKING:  # the same names for type checkers; a test holds the two lists together
    from newsfacts.claims import (
        ClaimSet as ClaimSet,
    )
    from newsfacts.claims import (
        claim_id as claim_id,
    )
    from newsfacts.errors import (
        BudgetExceeded as BudgetExceeded,
    )
    from newsfacts.errors import (
        ExtractionError as ExtractionError,
    )
    from newsfacts.errors import (
        FormatError as FormatError,
    )
    from newsfacts.errors import (
        InvalidFactError as InvalidFactError,
    )
    from newsfacts.errors import (
        NewsfactsError as NewsfactsError,
    )
    from newsfacts.errors import (
        PluginLoadError as PluginLoadError,
    )
    from newsfacts.extractors import (
        API_VERSION as API_VERSION,
    )
    from newsfacts.extractors import (
        Context as Context,
    )
    from newsfacts.extractors import (
        Extractor as Extractor,
    )
    from newsfacts.hookspecs import (
        hookimpl as hookimpl,
    )
    from newsfacts.model import (
        Actor as Actor,
    )
    from newsfacts.model import (
        Article as Article,
    )
    from newsfacts.model import (
        ArticleInfo as ArticleInfo,
    )
    from newsfacts.model import (
        Attribution as Attribution,
    )
    from newsfacts.model import (
        Casualty as Casualty,
    )
    from newsfacts.model import (
        Conflict as Conflict,
    )
    from newsfacts.model import (
        Count as Count,
    )
    from newsfacts.model import (
        Credit as Credit,
    )
    from newsfacts.model import (
        Dateline as Dateline,
    )
    from newsfacts.model import (
        Event as Event,
    )
    from newsfacts.model import (
        Evidence as Evidence,
    )
    from newsfacts.model import (
        ExtractorInfo as ExtractorInfo,
    )
    from newsfacts.model import (
        Fact as Fact,
    )
    from newsfacts.model import (
        Failure as Failure,
    )
    from newsfacts.model import (
        FrozenMap as FrozenMap,
    )
    from newsfacts.model import (
        MentionRef as MentionRef,
    )
    from newsfacts.model import (
        OpaqueFact as OpaqueFact,
    )
    from newsfacts.model import (
        Participant as Participant,
    )
    from newsfacts.model import (
        Place as Place,
    )
    from newsfacts.model import (
        PlaceMention as PlaceMention,
    )
    from newsfacts.model import (
        Record as Record,
    )
    from newsfacts.model import (
        Ref as Ref,
    )
    from newsfacts.model import (
        RivalValue as RivalValue,
    )
    from newsfacts.model import (
        Role as Role,
    )
    from newsfacts.model import (
        Span as Span,
    )
    from newsfacts.model import (
        Time as Time,
    )
    from newsfacts.model import (
        TimeExpression as TimeExpression,
    )
    from newsfacts.model import (
        Toll as Toll,
    )
    from newsfacts.model import (
        Victims as Victims,
    )
    from newsfacts.model import (
        claim_only as claim_only,
    )
    from newsfacts.pipeline import (
        Pipeline as Pipeline,
    )
    from newsfacts.pipeline import (
        Timing as Timing,
    )
    from newsfacts.pipeline import (
        extract as extract,
    )
    from newsfacts.plugins import (
        LoadReport as LoadReport,
    )
    from newsfacts.plugins import (
        Plugins as Plugins,
    )
    from newsfacts.plugins import (
        PluginStatus as PluginStatus,
    )
    from newsfacts.plugins import (
        load_plugins as load_plugins,
    )
    from newsfacts.resolve import (
        Draft as Draft,
    )
    from newsfacts.resolve import (
        ResolutionRule as ResolutionRule,
    )
    from newsfacts.resolve import (
        order_rules as order_rules,
    )
    from newsfacts.resolve import (
        resolve as resolve,
    )
