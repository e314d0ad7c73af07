"""Values that facts of every kind share: Time, Place, Count, Attribution."""

from typing import Any, Literal, TypeAlias

import attrs

from newsfacts.model._open import quick
from newsfacts.model._validate import described, is_a, keywords, non_empty, one_of, optional
from newsfacts.model.refs import Ref
from newsfacts.model.timex import TIMEX_PATTERN, covered_days, is_timex_value

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
TIME_MODS = (
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
    "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
)  # fmt: skip

Modifier: TypeAlias = Literal[
    "exact", "about", "nearly", "at_least", "more_than", "at_most", "fewer_than",
    "between", "vague", "unspecified",
]  # fmt: skip
MODIFIERS = (
    "exact", "about", "nearly", "at_least", "more_than", "at_most", "fewer_than",
    "between", "vague", "unspecified",
)  # fmt: skip


def timex_value(instance: Any, attribute: Any, value: Any) -> None:
    """Accept what has the shape of a TIMEX3 value."""
    if not isinstance(value, str) or not is_timex_value(value):
        raise ValueError(f"{type(instance).__name__}.value is no TIMEX3 value: {value!r}")


described(timex_value, pattern=f"^(?:{TIMEX_PATTERN})$")


@quick
@attrs.frozen(kw_only=True)
class Time:
    """A point, stretch, length or repetition of time as TimeML's TIMEX3 writes it.

    `start` and `end` are the first and last day covered (ISO, inclusive), None where the value
    names no day. `Time.of` fills them in.
    """

    value: str = attrs.field(validator=timex_value)
    type: TimeType = attrs.field(default="DATE", validator=one_of(*TIME_TYPES))
    mod: str | None = attrs.field(default=None, validator=one_of(None, *TIME_MODS))
    start: str | None = attrs.field(default=None, validator=optional(is_a(str)))
    end: str | None = attrs.field(default=None, validator=optional(is_a(str)))

    @classmethod
    def of(cls, value: str, type: TimeType = "DATE", mod: str | None = None) -> "Time":
        """Make a Time whose `start` and `end` are worked out from `value`."""
        start, end = covered_days(value)
        return cls(value=value, type=type, mod=mod, start=start, end=end)


@quick
@attrs.frozen(kw_only=True)
class Place:
    """A place as a gazetteer gives it.

    `country` is ISO 3166-1 alpha-2; `lat` and `lon` are degrees (WGS 84); `admin1` is the name of
    the first-order division; `geonames_id` is a GeoNames id.
    """

    name: str = attrs.field(validator=non_empty)
    country: str | None = attrs.field(
        default=None, validator=optional(is_a(str)), metadata=keywords(pattern="^[A-Z]{2}$")
    )
    admin1: str | None = attrs.field(default=None, validator=optional(is_a(str)))
    lat: float | None = attrs.field(
        default=None,
        validator=optional(is_a((int, float))),
        metadata=keywords(minimum=-90, maximum=90),
    )
    lon: float | None = attrs.field(
        default=None,
        validator=optional(is_a((int, float))),
        metadata=keywords(minimum=-180, maximum=180),
    )
    geonames_id: int | None = attrs.field(default=None, validator=optional(is_a(int)))

    def __attrs_post_init__(self) -> None:
        if self.country is not None and not (len(self.country) == 2 and self.country.isupper()):
            raise ValueError(f"Place.country is no ISO 3166-1 alpha-2 code: {self.country!r}")
        if self.lat is not None and not -90 <= self.lat <= 90:
            raise ValueError(f"Place.lat is outside -90 to 90 degrees: {self.lat!r}")
        if self.lon is not None and not -180 <= self.lon <= 180:
            raise ValueError(f"Place.lon is outside -180 to 180 degrees: {self.lon!r}")


@quick
@attrs.frozen(kw_only=True)
class Count:
    """A number of people (or of `unit`) as the words assert it.

    `value` is the figure as stated; `low` and `high` are the inclusive bounds that the words
    assert, None where they assert none. `Count.of`, `Count.between`, `Count.vague` and
    `Count.unspecified` apply the table; the class refuses what contradicts it.
    """

    value: int | None = attrs.field(metadata=keywords(minimum=0))
    low: int | None = attrs.field(metadata=keywords(minimum=0))
    high: int | None = attrs.field(metadata=keywords(minimum=0))
    modifier: Modifier = attrs.field(default="exact", metadata=keywords(enum=list(MODIFIERS)))
    unit: str = attrs.field(default="persons", metadata=keywords(pattern=r"\S"))
    text: str = attrs.field()

    def __attrs_post_init__(self) -> None:
        # Together rather than by a validator each: counts are made for every number of a text.
        value, low, high = self.value, self.low, self.high
        if not (
            type(value) in _BOUND and type(low) in _BOUND and type(high) in _BOUND
            and self.modifier in _MODIFIERS and type(self.text) is type(self.unit) is str
            and self.unit.strip()
        ):  # fmt: skip
            for name, check in _COUNT_CHECKS.items():
                check(self, getattr(attrs.fields(Count), name), getattr(self, name))
        if (value or 0) < 0 or (low or 0) < 0 or (high or 0) < 0:
            raise ValueError(f"Count of {self.text!r} is negative: {value}, {low} to {high}")
        if self.modifier == "exact" and value is not None and value == low == high:
            return
        if self.modifier in ("between", "vague"):
            right = value is None and low is not None and high is not None and low <= high
        elif self.modifier == "unspecified":
            right = value is None and low is not None and high is None
        else:
            right = value is not None and (low, high) == _bounds(self.modifier, value)
        if not right:
            raise ValueError(
                f"Count of {self.text!r}: value {value} with bounds {low} to {high}"
                f" is not what {self.modifier!r} means"
            )

    @classmethod
    def of(
        cls, value: int, modifier: Modifier = "exact", *, text: str, unit: str = "persons"
    ) -> "Count":
        """Make a stated figure; the bounds follow from the modifier."""
        low, high = _bounds(modifier, value)
        return cls(value=value, low=low, high=high, modifier=modifier, unit=unit, text=text)

    @classmethod
    def between(cls, low: int, high: int, *, text: str, unit: str = "persons") -> "Count":
        """Make a range: "between 15 and 20", "two or three"."""
        return cls(value=None, low=low, high=high, modifier="between", unit=unit, text=text)

    @classmethod
    def vague(cls, low: int, high: int, *, text: str, unit: str = "persons") -> "Count":
        """Make a vague figure with the bounds its word stands for: "dozens", "several"."""
        return cls(value=None, low=low, high=high, modifier="vague", unit=unit, text=text)

    @classmethod
    def unspecified(cls, *, text: str, unit: str = "persons") -> "Count":
        """Make the count of a bare plural ("people were killed"): two or more."""
        return cls(value=None, low=2, high=None, modifier="unspecified", unit=unit, text=text)


_BOUND = frozenset((int, type(None)))
_MODIFIERS = frozenset(MODIFIERS)
_COUNT_CHECKS = {
    **dict.fromkeys(("value", "low", "high"), optional(is_a(int))),
    "modifier": one_of(*MODIFIERS), "unit": non_empty, "text": is_a(str),
}  # fmt: skip


def _bounds(modifier: str, value: int) -> tuple[int | None, int | None]:
    match modifier:
        case "exact":
            return value, value
        case "nearly" | "at_most":
            return None, value
        case "at_least":
            return value, None
        case "more_than":
            return value + 1, None
        case "fewer_than":
            return 0, max(value - 1, 0)
        case _:  # "about" asserts no bound
            return None, None


@quick
@attrs.frozen(kw_only=True)
class Attribution:
    """Who says so: the words, the actor where there is one, and the reporting verb (`cue`)."""

    text: str = attrs.field(validator=non_empty)
    actor: Ref | None = None
    anonymous: bool = attrs.field(default=False, validator=is_a(bool))
    cue: str | None = attrs.field(default=None, validator=optional(is_a(str)))
