"""Claims of one article into its record, by named rules in a stated order."""

import sys
from types import ModuleType
from typing import Any

from newsfacts.resolve.draft import Draft
from newsfacts.resolve.rules import ResolutionRule, core_rules, order_rules, resolve

__all__ = ["Draft", "ResolutionRule", "core_rules", "order_rules", "resolve"]


class _CallablePackage(ModuleType):
    """Lets `newsfacts.resolve` be this package and the function of the same name at once."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return resolve(*args, **kwargs)


sys.modules[__name__].__class__ = _CallablePackage
