"""The conformance kit: what authors of extractors test against (extra: `newsfacts[testing]`).

`strategies` draw articles, claims and records; `checks` hold an extractor to what every
extractor should be; `grammar` composes articles together with the facts that they state.
Names are looked up when first used, so that importing this package loads no test library.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

_HOMES = {
    "newsfacts.testing.checks": (
        "CheckResult", "Violation", "check_extractor", "extractor_checks",
        "parametrize_with_checks", "report",
    ),
    "newsfacts.testing.expect": ("assert_extracts",),
    "newsfacts.testing.marked": ("Mark", "MarkedText", "parse_marked", "write_marked"),
    "newsfacts.testing.subject": ("PluginOf", "isolated_manager", "isolated_pipeline"),
}  # fmt: skip
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'newsfacts.testing' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


if TYPE_CHECKING:
    from newsfacts.testing.checks import CheckResult as CheckResult
    from newsfacts.testing.checks import Violation as Violation
    from newsfacts.testing.checks import check_extractor as check_extractor
    from newsfacts.testing.checks import extractor_checks as extractor_checks
    from newsfacts.testing.checks import parametrize_with_checks as parametrize_with_checks
    from newsfacts.testing.checks import report as report
    from newsfacts.testing.expect import assert_extracts as assert_extracts
    from newsfacts.testing.marked import Mark as Mark
    from newsfacts.testing.marked import MarkedText as MarkedText
    from newsfacts.testing.marked import parse_marked as parse_marked
    from newsfacts.testing.marked import write_marked as write_marked
    from newsfacts.testing.subject import PluginOf as PluginOf
    from newsfacts.testing.subject import isolated_manager as isolated_manager
    from newsfacts.testing.subject import isolated_pipeline as isolated_pipeline
