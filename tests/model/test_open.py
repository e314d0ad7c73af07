"""Values that are made quickly are what attrs would have made."""

import copy
import inspect
import pickle

import attrs
import pytest
from hypothesis import given

from newsfacts import Actor, Count, Event, Fact, MentionRef, Place, Span, Time
from newsfacts.model import Participant
from newsfacts.model._open import maker, open_twin, quick
from newsfacts.testing import strategies as nst

TEXT = "Ana Ruiz and Petr Novak met in Lyon on Monday; EFE has the story."
SPAN = Span.of(TEXT, 0, 8)


@attrs.frozen(kw_only=True)
class Plain(Actor):
    """An actor as attrs alone makes it."""


@given(nst.claims(TEXT))
def test_a_claim_made_again_is_the_same(claim):
    """The quick way and the slow way round give equal values of the class itself."""
    values = {field.name: getattr(claim, field.name) for field in attrs.fields(type(claim))}
    again = type(claim)(**values)
    assert again == claim
    assert type(again) is type(claim)
    assert hash(again) == hash(claim)
    assert pickle.loads(pickle.dumps(again)) == copy.deepcopy(again) == claim
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        again.id = "other"


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "ghost", "name": "Ana", "evidence": SPAN},
        {"kind": "person", "name": " ", "evidence": SPAN},
        {"kind": "person", "name": "Ana", "evidence": ()},
        {"kind": "person", "name": "Ana", "evidence": SPAN, "aliases": "Ana"},
        {"kind": "person", "name": "Ana", "evidence": SPAN, "represents": (4,)},
        {"kind": "person", "name": "Ana", "evidence": SPAN, "country": 4},
        {"kind": ["person"], "name": "Ana", "evidence": SPAN},
        {"kind": "person", "evidence": SPAN},
        {"kind": "person", "name": "Ana", "evidence": SPAN, "nom": "Ana"},
    ],
)
def test_errors_are_those_of_attrs(values):
    """What attrs refuses is refused in the same words."""
    with pytest.raises((TypeError, ValueError)) as slow:
        Plain(**values)
    with pytest.raises(slow.type) as fast:
        Actor(**values)
    assert str(fast.value) == str(slow.value).replace("Plain", "Actor")


@pytest.mark.parametrize(
    "make",
    [
        lambda: Place(name="Lyon", country="france"),
        lambda: Place(name="Lyon", lat=100.0),
        lambda: Count(value=3, low=1, high=3, text="three"),
        lambda: Time(value="Monday"),
        lambda: Participant(actor="x", role="cook"),
        lambda: MentionRef("", 1, 2),
        lambda: Fact(evidence=SPAN).ref,
        lambda: Span(2, 2, ""),
        lambda: Span(1, 3, "a"),
        lambda: Span.of(TEXT, -4, -1),
        lambda: Span.of(TEXT, 5, 5),
    ],
)
def test_values_are_checked(make):
    """What a class checks in its fields, alone and together, it still checks."""
    with pytest.raises(ValueError, match=r"\w"):
        make()


def test_defaults_and_factories_are_made_for_each():
    """An event without codes has a map of its own, and all other defaults."""
    event = Event(type="meet", evidence=[SPAN])
    assert event.codes == {}
    assert event.evidence == (SPAN,)
    assert event.modality == "asserted"


def test_subclasses_keep_what_attrs_wrote():
    """A subclass is made as itself, with the fields that it adds."""

    @attrs.frozen(kw_only=True)
    class Minister(Actor):
        portfolio: str = ""

    class Bare(Place):
        """A subclass that is no attrs class of its own."""

    minister = Minister(kind="person", name="Ana", evidence=SPAN, portfolio="water")
    assert type(minister) is Minister
    assert minister.portfolio == "water"
    assert type(Bare(name="Lyon")) is Bare


def test_the_signature_is_still_there():
    """Tools that read a class's parameters see their names, defaults and types."""
    assert list(inspect.signature(Span).parameters) == ["start", "end", "text"]
    assert inspect.signature(Actor).parameters["mention_type"].default == "NAM"
    assert "kind" in Actor.__init__.__annotations__


def test_classes_with_a_dict_are_left_alone():
    """A class that keeps its fields in a dict has no open twin and stays as it is."""

    @attrs.frozen(slots=False)
    class Loose:
        level: float = 0.0

    init = Loose.__init__
    assert open_twin(Loose) is None
    assert quick(Loose).__init__ is init
    with pytest.raises(TypeError):
        maker(Loose)


def test_a_maker_takes_values_as_they_are():
    """All fields in order make the value."""
    assert maker(Span)(0, 8, "Ana Ruiz") == SPAN
