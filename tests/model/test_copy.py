"""Quick copies and quick keys say what the slow ones say."""

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Actor, Count, Credit, Fact, MentionRef, Span, Time
from newsfacts.model._copy import altered, copied
from newsfacts.model.facts import key_text
from newsfacts.testing import strategies as nst

TEXT = "Ana Ruiz and Petr Novak met in Lyon on Monday; EFE has the story."


@given(nst.claims(TEXT))
def test_a_copy_is_what_evolve_gives(claim):
    """With an id and names put in, a copy equals the evolved claim and leaves the claim alone."""
    before = attrs.evolve(claim)
    copy = copied(claim, {"id": "0" * 16, "extractors": ("one",)})
    assert copy == attrs.evolve(claim, id="0" * 16, extractors=("one",))
    assert type(copy) is type(claim)
    assert claim == before
    assert hash(copied(claim, {})) == hash(claim)


@given(nst.claims(TEXT), st.lists(st.integers(0, len(TEXT) - 2), min_size=1, max_size=4))
def test_what_is_altered_is_converted(claim, starts):
    """New evidence is sorted and each span kept once, as a new claim would have it."""
    spans = [Span.of(TEXT, start, start + 1) for start in starts]
    assert altered(claim, evidence=spans) == attrs.evolve(claim, evidence=spans)


ANA = Actor(kind="person", name="Ana Ruiz", evidence=Span.of(TEXT, 0, 8))


@pytest.mark.parametrize(
    ("value", "changes", "error"),
    [
        (ANA, {"kind": "ghost"}, ValueError),
        (ANA, {"name": " "}, ValueError),
        (ANA, {"aliases": "Ana"}, TypeError),
        (ANA, {"represents": [4]}, TypeError),
        (ANA, {"evidence": ()}, ValueError),
        (Time.of("2024-02-03"), {"value": "Monday"}, ValueError),
        (Count.of(3, text="three"), {"value": 4}, ValueError),
    ],
)
def test_what_is_altered_is_validated(value, changes, error):
    """A wrong new value is refused, alone or with the fields that it does not fit."""
    with pytest.raises(error):
        altered(value, **changes)


@pytest.mark.parametrize(
    "copy", [lambda **new: copied(ANA, new), lambda **new: altered(ANA, **new)]
)
def test_no_field_is_invented(copy):
    """A name that is no field's is an error, not an attribute."""
    with pytest.raises((AttributeError, KeyError)):
        copy(nom="Ana")


@attrs.frozen(kw_only=True, slots=False)
class Loose(Fact):
    """A third party's fact without slots."""

    group = "loose"
    level: float = 0.0


def test_classes_without_slots_are_copied_too():
    """What keeps its fields in a dict is copied the slow way."""
    fact = Loose(level=1.5, evidence=Span.of(TEXT, 0, 3))
    assert copied(fact, {"id": "x"}) == attrs.evolve(fact, id="x")
    assert altered(fact, level=2.5) == attrs.evolve(fact, level=2.5)


@attrs.frozen(kw_only=True)
class Odd(Fact):
    """A third party's fact with every kind of value, and a field named as the span is."""

    group = "odd"
    span: int = 7
    ratio: float = 0.5
    flags: tuple[bool | None, ...] = (True, None, False)
    text: str = "“Łódź” \ud83d\ude00 \x00"
    ref: MentionRef | None = attrs.field(factory=lambda: MentionRef("actors", 1, 2))
    nothing: str | None = None
    none: tuple[str, ...] = ()
    zero: int = 0


@attrs.frozen(kw_only=True)
class Keyed(Fact):
    """A third party's fact that says itself what its key is."""

    group = "keyed"
    note: str = "not in the key"

    def key(self):
        """Give the first span alone."""
        return {"at": [self.evidence[0].start], "b": 1, "a": {"z": 1, "y": [1.5, None, True]}}


def _as_json(fact: Fact) -> str:
    return json.dumps(fact.key(), sort_keys=True, separators=(",", ":"))


@given(nst.claims(TEXT))
def test_keys_are_written_as_json_writes_them(claim):
    """The key's text is the canonical JSON of the key."""
    assert key_text(claim) == _as_json(claim)


@pytest.mark.parametrize(
    "fact",
    [
        Odd(evidence=Span.of(TEXT, 0, 3)),
        Odd(span=0, ratio=-0.0, text="\ud800", evidence=Span.of(TEXT, 0, 3)),
        Keyed(evidence=Span.of(TEXT, 4, 8)),
        Credit(agency="EFE", evidence=[Span.of(TEXT, 47, 50), Span.of(TEXT, 0, 3)]),
    ],
)
def test_keys_of_other_classes_too(fact):
    """Whatever a fact holds, and whatever it says of its key itself."""
    assert key_text(fact) == _as_json(fact)


def test_keys_hold_numbers_only():
    """What JSON has no form for is refused, as ever."""
    with pytest.raises(ValueError, match="nan"):
        key_text(Odd(ratio=float("nan"), evidence=Span.of(TEXT, 0, 3)))
