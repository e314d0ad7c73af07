"""Who takes part, and what the article tells of them beyond the sentence."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

import attrs

from newsfacts import Actor, MentionRef, Place, Time

PERSONAL = frozenset(("person", "delegation", "pronoun", "group", "name"))
"""Kinds of parties that are people rather than countries and bodies."""


class Party(NamedTuple):
    """Someone who takes part, at `start:end` of the text.

    `ref` points at the actor's mention. `kind` is the actor's; `pronoun` for one who is known
    only by a pronoun (`ref` is None then), `pair` for "the two leaders", "both sides"; `persons`
    tells a pair of people from one of countries or camps.
    """

    ref: MentionRef | None
    kind: str
    start: int
    end: int
    plural: bool = False
    persons: bool = False


@attrs.define(eq=False)
class Group:
    """Coordinated noun phrases: the chunks `first:last` and the parties that they name."""

    first: int
    last: int
    parties: tuple[Party, ...]


class Telling(Protocol):
    """What an article can be asked about its actors."""

    @property
    def home(self) -> MentionRef | None:
        """The country that "the government" belongs to: the one named most."""

    @property
    def here(self) -> Place | None:
        """The place of the dateline."""

    @property
    def day(self) -> Time | None:
        """The day that the story opens with: that of the article or the day before."""

    @property
    def countries(self) -> Mapping[str, MentionRef]:
        """The first mention of each country, by its code."""

    def focus(self, start: int) -> Actor | None:
        """The person whom the sentences before a place in the text were about."""

    def pair(self, start: int) -> tuple[MentionRef, ...]:
        """The two countries that "the two countries" are there."""

    def holder(self, country: str, titles: frozenset[str], start: int) -> MentionRef | None:
        """The one person named before who holds such an office of a country."""

    def people(self, start: int) -> tuple[MentionRef, ...]:
        """The two persons that a sentence shortly before named, if it named just two."""


_NOBODY: Mapping[int, MentionRef] = MappingProxyType({})


class Story:
    """What the article tells beyond one sentence; worked out when asked.

    `groups` are the described groups that others found in the sentence, `holders` the persons
    whose description begins at a place of it.
    """

    __slots__ = ("_start", "_telling", "groups", "holders")

    def __init__(
        self,
        telling: Telling | None = None,
        start: int = 0,
        groups: tuple[Actor, ...] = (),
        holders: Mapping[int, MentionRef] = _NOBODY,
    ) -> None:
        self._telling = telling
        self._start = start
        self.groups = groups
        self.holders = holders

    @property
    def focus(self) -> Actor | None:
        """The person whom the sentences before were about."""
        return self._telling.focus(self._start) if self._telling is not None else None

    @property
    def home(self) -> MentionRef | None:
        """The country that "the government" belongs to."""
        return self._telling.home if self._telling is not None else None

    @property
    def pair(self) -> tuple[MentionRef, ...]:
        """The two countries that "the two countries" are."""
        return self._telling.pair(self._start) if self._telling is not None else ()

    def holder(self, country: str, titles: frozenset[str]) -> MentionRef | None:
        """The one person named before who holds such an office of a country."""
        if self._telling is None:
            return None
        return self._telling.holder(country, titles, self._start)

    @property
    def people(self) -> tuple[MentionRef, ...]:
        """The two persons that a sentence shortly before named, if it named just two."""
        return self._telling.people(self._start) if self._telling is not None else ()

    @property
    def here(self) -> Place | None:
        """The place of the dateline."""
        return self._telling.here if self._telling is not None else None

    @property
    def day(self) -> Time | None:
        """The day that the story opens with: that of the article or the day before."""
        return self._telling.day if self._telling is not None else None

    @property
    def countries(self) -> Mapping[str, MentionRef]:
        """The first mention of each country, by its code."""
        return self._telling.countries if self._telling is not None else {}
