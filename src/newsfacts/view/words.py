"""Values in words: short plain text for people, safe to print whatever the article holds."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from newsfacts.model import (
    Actor,
    Attribution,
    Count,
    Evidence,
    Fact,
    MentionRef,
    OpaqueFact,
    Place,
    Role,
    Time,
)

_SHORT = 72
_BASE = frozenset({"id", "evidence", "extractors"})


@cache
def _unsafe() -> re.Pattern[str]:
    # C0 and C1 controls (escape sequences among them), lone surrogates, and the characters that
    # turn or hide what follows: bidirectional marks and overrides, zero-width space, BOM.
    return re.compile(
        "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
    )


def clean(text: str) -> str:
    """Make text safe for a terminal, in one line: no control characters, single spaces."""
    return _unsafe().sub("\ufffd", " ".join(text.split()))


def quote(evidence: Evidence, *, limit: int = _SHORT) -> str:
    """Quote the first evidence span, shortened in the middle."""
    words = clean(evidence[0].text)
    if len(words) > limit:
        half = (limit - 1) // 2
        words = f"{words[:half].rstrip()}…{words[-half:].lstrip()}"
    return f"“{words}”"


def count_words(count: Count) -> str:
    """Say a count as the text does, and what its words assert: `more than 40 (≥ 41)`."""
    said = clean(count.text) or (f"{count.value:,}" if count.value is not None else count.modifier)
    if count.unit != "persons" and count.unit not in said:
        said = f"{said} {clean(count.unit)}"
    bounds = _bounds(count)
    return said if not bounds or _digits(bounds) == _digits(said) else f"{said} ({bounds})"


def _bounds(count: Count) -> str:
    low, high = count.low, count.high
    if low is None and high is None:
        return f"{count.value:,}" if count.value is not None else ""
    if low is None:
        return f"≤ {high:,}"
    if high is None:
        return f"≥ {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _digits(text: str) -> list[str] | str:
    # "≥ 40" beside "at least 40" says more than its digits; "12" beside "12" does not.
    return re.findall(r"\d", text) if not text.startswith(("≥", "≤")) else text


def place_words(place: Place) -> str:
    """Say a place with its country: `Lyon, FR`."""
    return clean(f"{place.name}, {place.country}" if place.country else place.name)


def time_words(time: Time) -> str:
    """Say a time by its TIMEX3 value, with its modifier where it has one."""
    value = clean(time.value)
    return f"{value} ({time.mod.lower().replace('_', ' ')})" if time.mod else value


def role_words(role: Role, names: Mapping[str, str]) -> str:
    """Say an office: `former Prime Minister, Israel`."""
    of = (
        [names[role.organization]]
        if isinstance(role.organization, str) and (role.organization in names)
        else []
    )
    of += [role.country] if role.country else []
    return clean(", ".join([f"former {role.title}" if role.former else role.title, *of]))


def names_of(actors: Iterable[Actor]) -> dict[str, str]:
    """Give every actor's name by id."""
    return {actor.id: clean(actor.name) for actor in actors}


def refs_words(refs: Iterable[Any], names: Mapping[str, str]) -> str:
    """Say whom references mean; those that mean nobody here are left out."""
    return ", ".join(names[ref] for ref in refs if isinstance(ref, str) and ref in names)


def fact_words(fact: Fact, names: Mapping[str, str]) -> str:
    """Say a fact of any class by its fields: `magnitude 7.1 · place Lyon, FR`."""
    fields: Iterable[tuple[str, Any]]
    if isinstance(fact, OpaqueFact):
        fields = fact.data.items()
    else:
        fields = (
            (field.name, getattr(fact, field.name))
            for field in attrs.fields(type(fact))
            if field.name not in _BASE
        )
    said = ((name, value_words(value, names)) for name, value in fields)
    return " · ".join(f"{clean(name).replace('_', ' ')} {words}" for name, words in said if words)


def value_words(value: Any, names: Mapping[str, str]) -> str:
    """Say any value that a fact may hold; unknown ones say nothing."""
    match value:
        case None | MentionRef():
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return names.get(value) or clean(value)
        case int() | float():
            return f"{value:,}" if isinstance(value, int) else f"{value:g}"
        case Count():
            return count_words(value)
        case Place():
            return place_words(value)
        case Time():
            return time_words(value)
        case Attribution():
            return clean(value.text)
        case Mapping():
            pairs = ((clean(str(name)), value_words(each, names)) for name, each in value.items())
            return ", ".join(f"{name} {words}" for name, words in pairs if words)
        case tuple() | list():
            return ", ".join(words for each in value if (words := value_words(each, names)))
        case _ if attrs.has(type(value)):
            return value_words(
                {field.name: getattr(value, field.name) for field in attrs.fields(type(value))},
                names,
            )
        case _:
            return clean(str(value))
