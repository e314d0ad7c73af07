"""Resolution rules for figures."""

from newsfacts.resolve.rules import ResolutionRule

RULES: tuple[ResolutionRule, ...] = ()
