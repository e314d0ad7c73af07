"""States that share a name, told of together: "the two Koreas", "both Sudans"."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from newsfacts import MentionRef

CODES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"koreas": ("KP", "KR"), "sudans": ("SD", "SS"), "congos": ("CG", "CD")}
)
"""The codes (ISO 3166-1 alpha-2) of the states that a plural means."""

HALVES: Mapping[str, str] = MappingProxyType({"north": "KP", "south": "KR"})
"""The states that "the North" and "the South" are in a story of Korea."""

SHARED: Mapping[tuple[str, str], str] = MappingProxyType(
    {("north", "KR"): "KP", ("south", "KP"): "KR", ("north", "SS"): "SD"}
)
"""The state of a word that shares its noun with the state after it: "North and South Korea"."""


def twins(
    low: str, known: Mapping[str, MentionRef], claim: Callable[[str, bool], MentionRef]
) -> tuple[MentionRef, ...]:
    """Give the two states that a plural means: their first mentions, else new claims.

    `claim` claims the state of a code; its flag tells the first of the two.
    """
    codes = CODES[low]
    return tuple(known.get(code) or claim(code, code == codes[0]) for code in codes)
