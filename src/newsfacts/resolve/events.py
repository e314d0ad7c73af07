"""Resolution rules for events."""

from newsfacts.resolve.rules import ResolutionRule

RULES: tuple[ResolutionRule, ...] = ()
