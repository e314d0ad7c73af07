"""The kinds of fact that any extractor may emit: the shared vocabulary of records."""

from typing import ClassVar

import attrs

from newsfacts.model._json import FrozenMap, as_frozen_map
from newsfacts.model._open import quick
from newsfacts.model._validate import as_tuple, is_a, items_are, non_empty, one_of, optional
from newsfacts.model.facts import Fact, claim_only
from newsfacts.model.refs import MentionRef, Ref
from newsfacts.model.spans import Evidence, Span, as_evidence
from newsfacts.model.values import (
    TIME_MODS,
    TIME_TYPES,
    Attribution,
    Count,
    Place,
    Time,
    TimeType,
    timex_value,
)

ACTOR_KINDS = ("person", "organization", "country", "group", "delegation")
MENTION_TYPES = ("NAM", "NOM", "PRO")
MODALITIES = ("asserted", "planned", "possible", "requested", "hypothetical")
POLARITIES = ("positive", "negative")
TENSES = ("past", "present", "future", "unspecified")
PARTICIPANT_ROLES = (
    "mediator", "host", "organizer", "visitor", "participant", "attacker", "target",
)  # fmt: skip
STANDINGS = ("new", "definite", "anaphoric")
FORMATS = ("bilateral", "multilateral", "phone", "video")
HARMS = (
    "killed", "injured", "missing", "displaced", "abducted", "detained", "released", "affected",
    "casualties",
)  # fmt: skip
SCOPES = ("incident", "cumulative", "subset", "background")
VICTIM_KINDS = (
    "civilian", "military", "police", "militant", "child", "woman", "journalist", "medic",
    "aid_worker", "official", "perpetrator", "other",
)  # fmt: skip
DOCUMENT_FUNCTIONS = ("NONE", "CREATION_TIME", "PUBLICATION_TIME")


@quick
@attrs.frozen(kw_only=True)
class Role:
    """An office or function of an actor.

    `title` is the office without the organization or country that the other fields hold;
    `organization` refers to an actor; `country` is ISO 3166-1 alpha-2.
    """

    title: str = attrs.field(validator=non_empty)
    organization: Ref | None = None
    country: str | None = attrs.field(default=None, validator=optional(is_a(str)))
    former: bool = attrs.field(default=False, validator=is_a(bool))
    evidence: Evidence = attrs.field(default=(), converter=as_evidence, validator=items_are(Span))


@quick
@attrs.frozen(kw_only=True)
class Actor(Fact):
    """Who acts: a person, organization, country, described group or delegation.

    An extractor emits one Actor for each mention, `name` being its words; resolution folds
    mentions of one actor together. `mention_type` is ACE's: `NAM` (a name), `NOM` (a description:
    "the US envoy") or `PRO` (a pronoun; never becomes a name). `same_as` points at mentions that
    the extractor holds to be the same actor.
    """

    group: ClassVar[str] = "actors"

    kind: str = attrs.field(validator=one_of(*ACTOR_KINDS))
    name: str = attrs.field(validator=non_empty)
    aliases: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    country: str | None = attrs.field(default=None, validator=optional(is_a(str)))
    roles: tuple[Role, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Role))
    represents: tuple[Ref, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are((str, MentionRef))
    )
    head: Ref | None = None
    members: tuple[Ref, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are((str, MentionRef))
    )
    mention_type: str = claim_only(default="NAM", validator=one_of(*MENTION_TYPES))
    same_as: tuple[Ref, ...] = claim_only(
        default=(), converter=as_tuple, validator=items_are((str, MentionRef))
    )


@quick
@attrs.frozen(kw_only=True)
class Participant:
    """An actor's part in an event."""

    actor: Ref
    role: str = attrs.field(default="participant", validator=one_of(*PARTICIPANT_ROLES))


@quick
@attrs.frozen(kw_only=True)
class Toll:
    """An event's reconciled figure for one harm, and the casualty facts that it rests on."""

    harm: str = attrs.field(validator=non_empty)
    count: Count = attrs.field(validator=is_a(Count))
    figures: tuple[Ref, ...] = attrs.field(default=(), converter=as_tuple)


@quick
@attrs.frozen(kw_only=True)
class Event(Fact):
    """What happened or may happen: `meet`, `visit`, `call`, or harm, or a plugin's own type.

    An extractor emits one Event for each mention; resolution links mentions of one event.
    `codes` maps coding schemes to codes (`{"cameo": "046", "plover": "CONSULT"}`).
    `standing` says how the mention introduces its event: `new` ("a meeting"), `definite` ("the
    meeting between the two": likely one mentioned before) or `anaphoric` ("the talks": stands for
    one mentioned before, or for none that a record should hold). `hints` are words for
    resolution: `near` (the place told is only near the one where it happened), `loose` (the day is
    that of an hour or a night that names none), `local` (the place is a locality, though no
    gazetteer says so), `guess` (no word tells the type for sure).
    """

    group: ClassVar[str] = "events"

    type: str = attrs.field(validator=non_empty)
    modality: str = attrs.field(default="asserted", validator=one_of(*MODALITIES))
    polarity: str = attrs.field(default="positive", validator=one_of(*POLARITIES))
    tense: str = attrs.field(default="unspecified", validator=one_of(*TENSES))
    participants: tuple[Participant, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are(Participant)
    )
    place: Place | None = attrs.field(default=None, validator=optional(is_a(Place)))
    date: Time | None = attrs.field(default=None, validator=optional(is_a(Time)))
    topics: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    format: str | None = attrs.field(default=None, validator=one_of(None, *FORMATS))
    tolls: tuple[Toll, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(Toll))
    attribution: Attribution | None = attrs.field(
        default=None, validator=optional(is_a(Attribution))
    )
    codes: FrozenMap = attrs.field(factory=FrozenMap, converter=as_frozen_map)
    standing: str = claim_only(default="new", validator=one_of(*STANDINGS))
    same_as: tuple[Ref, ...] = claim_only(
        default=(), converter=as_tuple, validator=items_are((str, MentionRef))
    )
    other_than: tuple[Ref, ...] = claim_only(
        default=(), converter=as_tuple, validator=items_are((str, MentionRef))
    )
    hints: tuple[str, ...] = claim_only(default=(), converter=as_tuple, validator=items_are(str))


@quick
@attrs.frozen(kw_only=True)
class Victims:
    """Who was harmed: the words, and a kind of `VICTIM_KINDS` where they tell it."""

    text: str = attrs.field(validator=non_empty)
    kind: str | None = attrs.field(default=None, validator=one_of(None, *VICTIM_KINDS))


@quick
@attrs.frozen(kw_only=True)
class Casualty(Fact):
    """A figure of people killed, injured, missing and so on, as one source states it.

    `mention_type` says how the victims are named: by name, by a description, by a pronoun.
    `hints` are words for resolution: `weak` (shot, stabbed, taken to hospital: a victim who may
    be told dead elsewhere), `update` (a toll that has changed), `put` (a toll as it stands),
    `previous` (the figure that an update replaces), `step` (what a toll grew by), `more` (besides
    those told before), `beside` (besides those whom another harm befell: "two died and six others
    were hurt"), `definite` (told before: "the driver"), `near` (the place told is only near the
    one where it happened), `local` (it is a locality, though no gazetteer says so), `vague` (the
    place is that of figures told before), `loose` (the day is that of an hour or a night that
    names none).
    """

    group: ClassVar[str] = "casualties"

    harm: str = attrs.field(validator=non_empty)
    count: Count = attrs.field(validator=is_a(Count))
    victims: Victims | None = attrs.field(default=None, validator=optional(is_a(Victims)))
    place: Place | None = attrs.field(default=None, validator=optional(is_a(Place)))
    date: Time | None = attrs.field(default=None, validator=optional(is_a(Time)))
    event: Ref | None = None
    perpetrators: tuple[Ref, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are((str, MentionRef))
    )
    attribution: Attribution | None = attrs.field(
        default=None, validator=optional(is_a(Attribution))
    )
    polarity: str = attrs.field(default="positive", validator=one_of(*POLARITIES))
    modality: str = attrs.field(default="asserted", validator=one_of(*MODALITIES))
    scope: str = attrs.field(default="incident", validator=one_of(*SCOPES))
    part_of: Ref | None = None
    mention_type: str = claim_only(default="NOM", validator=one_of(*MENTION_TYPES))
    hints: tuple[str, ...] = claim_only(default=(), converter=as_tuple, validator=items_are(str))


@quick
@attrs.frozen(kw_only=True)
class Dateline(Fact):
    """Where, when and by whom a story was filed; at most one for an article."""

    group: ClassVar[str] = "datelines"

    places: tuple[Place, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are(Place)
    )
    date: Time | None = attrs.field(default=None, validator=optional(is_a(Time)))
    agencies: tuple[str, ...] = attrs.field(
        default=(), converter=as_tuple, validator=items_are(str)
    )
    authors: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))


@quick
@attrs.frozen(kw_only=True)
class TimeExpression(Fact):
    """A mention of a date, time, duration or set: the fields of `Time`, with evidence.

    `function_in_document` is TIMEX3's `functionInDocument`: `CREATION_TIME` for the date of a
    header line or dateline, `NONE` for the rest. `proved` says that two of its words agree on the
    day, whatever the article's date: the weekday and number of "Sunday (11)".
    """

    group: ClassVar[str] = "dates"

    value: str = attrs.field(validator=timex_value)
    type: TimeType = attrs.field(default="DATE", validator=one_of(*TIME_TYPES))
    mod: str | None = attrs.field(default=None, validator=one_of(None, *TIME_MODS))
    start: str | None = None
    end: str | None = None
    function_in_document: str = attrs.field(default="NONE", validator=one_of(*DOCUMENT_FUNCTIONS))
    proved: bool = claim_only(default=False, validator=is_a(bool))

    @property
    def time(self) -> Time:
        """The value without its evidence."""
        return Time(value=self.value, type=self.type, mod=self.mod, start=self.start, end=self.end)


@quick
@attrs.frozen(kw_only=True)
class PlaceMention(Fact):
    """A mention of a place: the fields of `Place`, with evidence."""

    group: ClassVar[str] = "places"

    name: str = attrs.field(validator=non_empty)
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None

    @property
    def place(self) -> Place:
        """The value without its evidence."""
        return Place(
            name=self.name, country=self.country, admin1=self.admin1,
            lat=self.lat, lon=self.lon, geonames_id=self.geonames_id,
        )  # fmt: skip


@quick
@attrs.frozen(kw_only=True)
class Credit(Fact):
    """A news agency credited for the story: in its dateline, in the text, or after it.

    `article.agencies` of a record lists the agencies of its credits and dateline.
    """

    group: ClassVar[str] = "credits"

    agency: str = attrs.field(validator=non_empty)


CORE_FACTS: tuple[type[Fact], ...] = (
    Actor, Event, Dateline, TimeExpression, PlaceMention, Casualty, Credit,
)  # fmt: skip
