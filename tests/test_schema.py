"""Records and claim sets validate against the JSON Schema that is made from their classes."""

import copy
from collections.abc import Callable
from typing import Any, ClassVar, Literal

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import (
    Article,
    Casualty,
    Count,
    Event,
    Fact,
    Participant,
    Pipeline,
    Place,
    Record,
    Ref,
    Span,
    Time,
    hookimpl,
    load_plugins,
)
from newsfacts.model import CORE_FACTS
from newsfacts.model.vocabulary import HARMS, VICTIM_KINDS
from newsfacts.schema import claims_schema, record_schema
from newsfacts.serialize import record_from_dict
from newsfacts.testing.strategies import articles, claim_sets, records

Validator = jsonschema.Draft202012Validator
RECORDS = Validator(record_schema(CORE_FACTS))
CLAIMS = Validator(claims_schema(CORE_FACTS))


@attrs.frozen(kw_only=True)
class Tremor(Fact):
    """An earthquake, in a test's own words."""

    group: ClassVar[str] = "tremors"

    magnitude: float = attrs.field(validator=[attrs.validators.ge(0), attrs.validators.lt(11)])
    scale: Literal["Mw", "ML"] = "Mw"
    felt: bool = False
    depth: Count | None = None
    kind: str | None = attrs.field(
        default=None, validator=attrs.validators.optional(attrs.validators.in_(("main", "after")))
    )
    event: Ref | None = None


class TremorPlugin:
    """Finds "quake" in a text."""

    name, version, api_version = "tremor", "1", 1
    cues = provides = requires = uses = ()

    def extract(self, article: Article, context: object) -> list[Fact]:
        at = article.text.find("quake")
        span = Span.of(article.text, at, at + 5)
        return [
            Tremor(magnitude=6.1, evidence=span),
            Casualty(harm="killed", count=Count.of(3, text="three"), evidence=span),
            Event(type="disaster", place=Place(name="Lyon", country="FR"), evidence=span,
                  date=Time.of("2024-02-13")),
        ]  # fmt: skip

    @hookimpl
    def newsfacts_extractors(self) -> list[object]:
        return [self]

    @hookimpl
    def newsfacts_fact_types(self) -> list[type[Fact]]:
        return [Tremor]


def tremor_record() -> dict[str, Any]:
    plugins = load_plugins(extra={"tremor": TremorPlugin()}, discover=False)
    record = Pipeline(plugins=plugins, on_error="raise").extract("A quake shook Lyon.", id="q")
    return record.to_dict()


def test_both_schemas_are_schemas() -> None:
    """They hold to the metaschema, and every definition is referred to."""
    for validator in (RECORDS, CLAIMS):
        Validator.check_schema(validator.schema)
        text = str(validator.schema)
        assert all(f"#/$defs/{name}'" in text for name in validator.schema["$defs"])


def test_the_schema_is_made_once_as_always() -> None:
    """Two calls give equal schemas."""
    assert record_schema(CORE_FACTS) == RECORDS.schema


@settings(max_examples=60)
@given(records())
def test_every_record_validates(record: Record) -> None:
    """Whatever a record holds, its JSON is what the schema says."""
    RECORDS.validate(record.to_dict())


@settings(max_examples=60)
@given(articles().flatmap(claim_sets))
def test_every_claim_set_validates(claims: Any) -> None:
    """Whatever claims are collected, their JSON is what the schema says."""
    CLAIMS.validate(claims.to_dict())


def test_a_claim_set_is_no_record() -> None:
    """The two schemas tell one from the other."""
    record = tremor_record()
    assert not CLAIMS.is_valid(record)
    assert RECORDS.is_valid(record)


def _set(*path: Any) -> Callable[[dict[str, Any]], None]:
    *way, key, value = path

    def change(data: dict[str, Any]) -> None:
        inner: Any = data
        for step in way:
            inner = inner[step]
        inner[key] = value

    return change


def _drop(*path: Any) -> Callable[[dict[str, Any]], None]:
    *way, key = path

    def change(data: dict[str, Any]) -> None:
        inner: Any = data
        for step in way:
            inner = inner[step]
        del inner[key]

    return change


KILLED = ("facts", "casualties", 0)
EVENT = ("events", 0)


@pytest.mark.parametrize(
    "spoil",
    [
        _set("schema", "newsfacts/2"),
        _drop("schema"),
        _drop("conflicts"),
        _set("verdict", "fine"),
        _set("main_event", 7),
        _drop("article", "sha256"),
        _set("article", "chars", "19"),
        _set("article", "published_from", "weather"),
        _set("article", "extra", []),
        _set(*KILLED, "harm", ""),
        _set(*KILLED, "colour", "red"),
        _drop(*KILLED, "scope"),
        _set(*KILLED, "scope", "local"),
        _set(*KILLED, "count", None),
        _set(*KILLED, "count", "value", "3"),
        _set(*KILLED, "count", "value", True),
        _set(*KILLED, "count", "low", -1),
        _set(*KILLED, "count", "modifier", "roughly"),
        _set(*KILLED, "victims", {"text": "guards", "kind": "guards"}),
        _set(*KILLED, "evidence", []),
        _set(*KILLED, "evidence", 0, "start", -1),
        _set(*KILLED, "evidence", 0, "text", ""),
        _set(*KILLED, "part_of", {"group": "casualties", "start": 0, "end": 1}),
        _set(*EVENT, "modality", "likely"),
        _set(*EVENT, "format", "letter"),
        _set(*EVENT, "participants", [{"actor": "a", "role": "guest"}]),
        _set(*EVENT, "place", "country", "FRA"),
        _set(*EVENT, "place", "lat", 91),
        _set(*EVENT, "date", "value", "yesterday"),
        _set(*EVENT, "date", "type", "EPOCH"),
        _set("facts", "tremors", [{"id": "t"}]),
        _set("facts", "tremors", {"id": "t"}),
        _set("extractors", [{"name": "x"}]),
        _set("failures", [{"extractor": "x", "error": "E", "message": "m", "more": 1}]),
    ],
)
def test_a_spoilt_record_does_not_validate(spoil: Callable[[dict[str, Any]], None]) -> None:
    """Every closed vocabulary, needed key and type is checked."""
    whole = tremor_record()
    RECORDS.validate(whole)
    spoilt = copy.deepcopy(whole)
    spoil(spoilt)
    assert not RECORDS.is_valid(spoilt)


@settings(max_examples=60)
@given(records(), st.data())
def test_what_lacks_a_key_is_no_record(record: Record, data: st.DataObject) -> None:
    """Strict loading and the schema agree: no key of a core object may be missing."""
    whole = record.to_dict()
    objects: list[dict[str, Any]] = [whole, whole["article"], *whole["actors"], *whole["events"]]
    at = data.draw(st.integers(0, len(objects) - 1))
    del objects[at][data.draw(st.sampled_from(sorted(objects[at])))]
    assert not RECORDS.is_valid(whole)
    with pytest.raises(ValueError, match=r"schema|lacks"):
        record_from_dict(whole, CORE_FACTS)


def test_a_known_group_is_checked_closely() -> None:
    """A plugin's class brings its own schema, made from its annotations and validators."""
    validator = Validator(record_schema((Tremor,)))
    record = tremor_record()
    validator.validate(record)
    for field, value in (
        ("magnitude", "6.1"), ("magnitude", -1), ("magnitude", 11), ("scale", "MMS"),
        ("felt", None), ("kind", "fore"), ("depth", 7), ("event", 3),
    ):  # fmt: skip
        spoilt = copy.deepcopy(record)
        spoilt["facts"]["tremors"][0][field] = value
        assert not validator.is_valid(spoilt), field
    spoilt = copy.deepcopy(record)
    spoilt["facts"]["tremors"][0]["width"] = 3
    assert not validator.is_valid(spoilt)


def test_an_unknown_group_needs_what_every_fact_has() -> None:
    """Where the plugin is missing, its facts pass with id, evidence and extractors."""
    record = tremor_record()
    record["facts"]["tremors"][0]["width"] = 3
    RECORDS.validate(record)
    del record["facts"]["tremors"][0]["evidence"]
    assert not RECORDS.is_valid(record)


def test_a_plugin_may_name_a_class_as_we_do() -> None:
    """Two classes of one name get two definitions."""
    twin = attrs.make_class("Event", {}, bases=(Fact,), frozen=True)
    twin.group = "twins"
    schema = record_schema((twin,))
    Validator.check_schema(schema)
    reference = schema["properties"]["facts"]["properties"]["twins"]["items"]["$ref"]
    assert reference != schema["properties"]["events"]["items"]["$ref"]


def test_a_field_without_a_form_in_json_is_an_error() -> None:
    """The message names class and field."""

    @attrs.frozen(kw_only=True)
    class Odd(Fact):
        group: ClassVar[str] = "odd"
        when: complex = 0j

    with pytest.raises(TypeError, match=r"Odd\.when is annotated <class 'complex'>"):
        record_schema((Odd,))


def test_vocabularies_and_docstrings_stand_in_the_schema() -> None:
    """Closed vocabularies are enums, open ones are not, and classes say what they are."""
    definitions = RECORDS.schema["$defs"]
    assert definitions["Victims"]["properties"]["kind"]["enum"] == [None, *VICTIM_KINDS]
    assert "enum" not in definitions["Casualty"]["properties"]["harm"]
    assert "killed" in HARMS
    assert definitions["Participant"]["description"] == Participant.__doc__
    assert "mention_type" not in definitions["Actor"]["properties"]
    assert "mention_type" in CLAIMS.schema["$defs"]["Actor"]["properties"]
