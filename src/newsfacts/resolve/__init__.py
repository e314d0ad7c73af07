"""Claims of one article into its record, by named rules in a stated order."""

from newsfacts.resolve.draft import Draft
from newsfacts.resolve.rules import ResolutionRule, core_rules, order_rules, resolve

__all__ = ["Draft", "ResolutionRule", "core_rules", "order_rules", "resolve"]
