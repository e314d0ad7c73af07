"""Reading JSON data by compiled functions: what the strict converter makes of it, and no more."""

import copy
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Fact, Record, Span
from newsfacts.model import CORE_FACTS, MentionRef
from newsfacts.model._read import DataReader, UnexpectedError, UnknownKindError
from newsfacts.serialize import (
    Groups,
    _converter,
    _fact_reader,
    _structured,
    claims_from_dict,
    claims_to_dict,
)
from newsfacts.testing import strategies as nst


def places(data: Any) -> list[tuple[Any, Any]]:
    """Give every object or array inside data, with each of its keys or indices."""
    keys = data.keys() if isinstance(data, dict) else range(len(data))
    found = [(data, key) for key in keys]
    for key in keys:
        if isinstance(data[key], dict | list):
            found += places(data[key])
    return found


OTHERS = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 3), st.floats(allow_nan=False, width=16),
    st.sampled_from(["", " ", "person", "meet", "2024-02-13", "DATE", "killed"]),
    st.sampled_from([[], {}, [None], [1], ["x"], {"start": 0, "end": 1, "text": "a"}]),
)  # fmt: skip


CLAIM_SETS = nst.articles().flatmap(nst.claim_sets)


@st.composite
def damaged(draw: st.DrawFn, whole: st.SearchStrategy[Any]) -> Any:
    """Draw data in which up to two values are others, gone, or have company."""
    data = draw(whole)
    for _ in range(draw(st.integers(0, 2))):
        inside, key = draw(st.sampled_from(places(data)))
        match draw(st.sampled_from(("replace", "drop", "add"))):
            case "replace":
                inside[key] = copy.deepcopy(draw(OTHERS))
            case "drop":
                del inside[key]
            case "add" if isinstance(inside, dict):
                inside["surplus"] = draw(OTHERS)
            case _:
                inside.append(copy.deepcopy(draw(OTHERS)))
    return data


def agrees(data: Any, kind: Any, *, claims: bool) -> None:
    """Hold that data which is read is read as the strict converter does it, and left as it was."""
    before = copy.deepcopy(data)
    try:
        read = _fact_reader(CORE_FACTS, claims=claims)[kind](data)
    except Exception:  # the converter is asked then, and may know better
        return
    assert data == before
    expected = _structured(_converter(CORE_FACTS, claims=claims), data, kind)
    assert read == expected
    assert repr(read) == repr(expected)  # 1 is not 1.0, nor True


@given(damaged(nst.records().map(Record.to_dict)))
def test_a_record_is_read_as_by_the_converter(data):
    """Of records, damaged ones among them, nothing is read that the strict converter refuses."""
    agrees({key: value for key, value in data.items() if key != "schema"}, Record, claims=False)


@given(damaged(CLAIM_SETS.map(claims_to_dict)))
def test_claims_are_read_as_by_the_converter(data):
    """Of claims, damaged ones among them, nothing is read that the strict converter refuses."""
    agrees(data.get("claims"), Groups, claims=True)


@given(nst.records())
def test_what_is_written_is_read_without_the_converter(record):
    """A record's own data needs no converter."""
    data = record.to_dict()
    del data["schema"]
    assert _fact_reader(CORE_FACTS, claims=False)[Record](data) == record


@given(CLAIM_SETS)
def test_claims_survive_their_dict(claims):
    """Claims are read as they were written."""
    assert claims_from_dict(claims_to_dict(claims), CORE_FACTS) == claims


def reader() -> DataReader:
    return DataReader({}, claims=True)


@pytest.mark.parametrize(
    ("kind", "data", "value"),
    [
        (str, "a", "a"),
        (float, 1, 1),
        (tuple[str, ...], ["a"], ("a",)),
        (tuple[Span, ...], [{"start": 0, "end": 1, "text": "a"}], (Span(0, 1, "a"),)),
        (str | MentionRef, "a1", "a1"),
        (
            str | MentionRef,
            {"group": "actors", "start": 0, "end": 1},
            MentionRef("actors", 0, 1),
        ),
    ],
)
def test_values_are_read(kind, data, value):
    """A value is read by its type."""
    assert reader()[kind](data) == value


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (str, 1), (int, True), (int, 1.0), (float, "1"), (bool, 0), (str, None),
        (tuple[str, ...], "ab"), (tuple[str, ...], [1]), (str | MentionRef, None),
        (Span, {"start": 0, "end": 1}), (Span, [0, 1, "a"]),
        (Span, {"start": 0, "end": 1, "text": "a", "more": 1}),
        (Span, {"start": 0, "end": 2, "text": "a"}),
    ],
)  # fmt: skip
def test_what_is_of_another_type_is_refused(kind, data):
    """Nothing is converted: a figure is no text, truth no figure, a short object no span."""
    with pytest.raises((UnexpectedError, ValueError, KeyError)):
        reader()[kind](data)


@attrs.frozen(kw_only=True)
class Gauge(Fact):
    """A fact of a third party, with a field of any type."""

    group = "gauges"
    level: Any = None


def test_a_class_of_unknown_types_is_left_to_the_converter():
    """A class whose fields can be anything is read by the converter, inside a record, too."""
    with pytest.raises(UnknownKindError):
        reader()[Gauge]
    data = {
        "id": "g1", "level": [1, 2], "evidence": [{"start": 0, "end": 1, "text": "a"}],
        "extractors": [],
    }  # fmt: skip
    groups = _fact_reader((*CORE_FACTS, Gauge), claims=False)[Groups]({"gauges": [data]})
    (gauge,) = groups["gauges"]
    assert type(gauge) is Gauge
    assert gauge.level == [1, 2]
