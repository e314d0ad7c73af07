"""Resolution rules for actors."""

from newsfacts.resolve.rules import ResolutionRule

RULES: tuple[ResolutionRule, ...] = ()
