"""Who takes part, and what the article tells of them beyond the sentence."""

from collections.abc import Mapping
from typing import NamedTuple

import attrs

from newsfacts import Actor, MentionRef, Place


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


class Group(NamedTuple):
    """Coordinated noun phrases: the chunks `first:last` and the parties that they name."""

    first: int
    last: int
    parties: tuple[Party, ...]


@attrs.frozen
class Story:
    """What the article tells beyond the sentence.

    `focus` is the person whom the sentences before were about, `home` the country that "the
    government" belongs to, `pair` the two countries that "the two countries" are, `here` the
    place of the dateline, `groups` the described groups that were found by others, `people` the
    two persons that a sentence shortly before named, if it named just two, `countries` the first
    mention of each country by its code.
    """

    focus: Actor | None = None
    home: MentionRef | None = None
    pair: tuple[MentionRef, ...] = ()
    here: Place | None = None
    groups: tuple[Actor, ...] = ()
    people: tuple[MentionRef, ...] = ()
    countries: Mapping[str, MentionRef] = attrs.field(factory=dict)
