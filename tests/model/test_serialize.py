"""Records and JSON: lossless, strict, opaque where a plugin is missing."""

import copy
import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import (
    Article,
    ClaimSet,
    Credit,
    Fact,
    FormatError,
    OpaqueFact,
    Record,
    Span,
    resolve,
)
from newsfacts.model import CORE_FACTS
from newsfacts.serialize import claims_from_dict, dumps, record_from_dict
from newsfacts.testing import strategies as nst


@given(nst.records())
def test_records_survive_json(record):
    """from_json(to_json(record)) is the record, and its bytes are the same."""
    text = record.to_json()
    again = Record.from_json(text)
    assert again == record
    assert again.to_json() == text
    text.encode("utf-8")


@given(nst.records())
def test_a_line_says_what_the_dict_says(record):
    """What is written at once is the JSON of the record's dict, byte for byte."""
    assert record.to_json() == dumps(record.to_dict())
    assert json.loads(record.to_json(indent=1)) == record.to_dict()


@given(nst.records())
def test_every_field_is_present(record):
    """Unknown is null or an empty list, never absent."""
    data = record.to_dict()
    assert list(data)[:2] == ["schema", "article"]
    for group in ("datelines", "dates", "places", "casualties"):
        assert group in data["facts"]
    for actor in data["actors"]:
        assert {"id", "kind", "name", "aliases", "country", "roles", "represents", "head",
                "members", "evidence", "extractors"} == actor.keys()  # fmt: skip


@attrs.frozen(kw_only=True)
class Reading(Fact):
    """A third party's fact."""

    group = "readings"
    level: float
    unit: str = "cm"
    tags: tuple[str, ...] = ()


def _record_with_reading() -> Record:
    article = Article(text="The river stood at 412 cm.", id="r1")
    reading = Reading(level=412.0, evidence=Span.of(article.text, 19, 25), tags=("gauge",))
    return resolve(article, ClaimSet.collect(article.sha256, [reading]))


def test_a_missing_plugins_facts_are_opaque_and_round_trip():
    """Without its class a group loads as opaque facts that write the same bytes again."""
    record = _record_with_reading()
    data = json.loads(record.to_json())
    opaque = record_from_dict(data, CORE_FACTS)
    (fact,) = opaque.facts["readings"]
    assert isinstance(fact, OpaqueFact)
    assert fact.data["level"] == 412.0
    assert fact.evidence == record.facts["readings"][0].evidence
    assert opaque.to_json() == record.to_json()
    assert record_from_dict(data, (*CORE_FACTS, Reading)) == record


def test_a_missing_plugins_claims_are_opaque_and_merge():
    """Opaque claims keep their ids, so sets merge where the plugin is missing."""
    article = Article(text="The river stood at 412 cm.")
    reading = Reading(level=412.0, evidence=Span.of(article.text, 19, 25))
    whole = ClaimSet.collect(article.sha256, [reading])
    loaded = claims_from_dict(json.loads(whole.to_json()), CORE_FACTS)
    assert (loaded | loaded).to_json() == whole.to_json()
    assert resolve(article, loaded).to_json() == resolve(article, whole).to_json()


def _change(data, path, value):
    changed = copy.deepcopy(data)
    at = changed
    for step in path[:-1]:
        at = at[step]
    if value is _GONE:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return changed


_GONE = object()


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("schema",), "newsfacts/2", "newsfacts/2"),
        (("facts", "credits", 0, "agency"), 3, "credits"),
        (("facts", "credits", 0, "agency"), _GONE, "agency"),
        (("facts", "credits", 0, "evidence", 0, "end"), 99, "span"),
        (("facts", "credits", 0, "surplus"), 1, "surplus"),
        (("article", "chars"), "many", "chars"),
        (("article", "chars"), True, "chars"),
        (("actors",), {}, "actors"),
        (("facts",), [], "Mapping|groups"),
        (("main_event",), _GONE, "main_event"),
    ],
)
def test_what_is_no_record_is_refused_with_its_place(path, value, says):
    """The error says where and what."""
    article = Article(text="From EFE")
    credit = Credit(agency="EFE", evidence=Span.of(article.text, 5, 8))
    record = resolve(article, ClaimSet.collect(article.sha256, [credit]))
    with pytest.raises(FormatError, match=says):
        Record.from_dict(_change(record.to_dict(), path, value))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "{}", "NaN", "[" * 100_000])
def test_what_is_no_json_object_is_refused(text):
    """Half a file, another value or a bottomless one is a FormatError, nothing else."""
    with pytest.raises(FormatError):
        Record.from_json(text)
    with pytest.raises(FormatError):
        ClaimSet.from_json(text)


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(("schema", "article", "facts", "actors", "id", "evidence")), inner),
    max_leaves=8,
))  # fmt: skip
def test_arbitrary_json_never_breaks_the_loader(data):
    """Whatever JSON comes in, the answer is a FormatError."""
    with pytest.raises(FormatError):
        Record.from_dict({"schema": "newsfacts/1", **data} if isinstance(data, dict) else data)


def test_lone_surrogates_are_escaped():
    """A text that UTF-8 cannot hold still gives JSON that it can."""
    article = Article(text="\ud800 EFE")
    credit = Credit(agency="EFE", evidence=Span.of(article.text, 0, 5))
    record = resolve(article, ClaimSet.collect(article.sha256, [credit]))
    text = record.to_json()
    text.encode("utf-8")
    assert Record.from_json(text) == record
