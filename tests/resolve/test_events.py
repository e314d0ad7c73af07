"""Mentions of one meeting become one event: the laws of linking, on claims made by hand."""

from itertools import permutations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import (
    Actor,
    Article,
    ClaimSet,
    Event,
    Fact,
    Participant,
    Place,
    Record,
    Role,
    Span,
    Time,
    resolve,
)
from newsfacts.resolve.linking import days_agree, places_agree

WORDS = [f"w{number:02d}" for number in range(40)]
TEXT = " ".join(WORDS)
ARTICLE = Article(text=TEXT)
CAIRO = Place(name="Cairo", country="EG", admin1="Cairo", lat=30.0, lon=31.2)
LUXOR = Place(name="Luxor", country="EG", admin1="Luxor", lat=25.7, lon=32.6)
EGYPT = Place(name="Egypt", country="EG", lat=27.0, lon=30.0)
DOHA = Place(name="Doha", country="QA", admin1="Doha", lat=25.3, lon=51.5)


def at(number: int) -> Span:
    """The span of a word of TEXT."""
    start = TEXT.index(WORDS[number])
    return Span.of(TEXT, start, start + 3)


def person(number: int, name: str, country: str | None = None) -> Actor:
    """A person named at a word, with a state office where a country is given."""
    roles = (Role(title="minister", country=country),) if country else ()
    return Actor(kind="person", name=name, roles=roles, evidence=at(number))


ANA = person(0, "Ana Ruiz")
BEN = person(1, "Ben Okoro")
CAI = person(2, "Cai Wei")
EG = Actor(kind="country", name="Egypt", country="EG", evidence=at(3))
QA = Actor(kind="country", name="Qatar", country="QA", evidence=at(4))
HALABI = person(5, "Karim Halabi", "EG")
ENVOYS = Actor(
    kind="group", name="Egyptian envoys", represents=(EG.ref,), mention_type="NOM", evidence=at(6)
)
SIDES = Actor(kind="group", name="the sides", mention_type="NOM", evidence=at(7))
ACTORS = (ANA, BEN, CAI, EG, QA, HALABI, ENVOYS, SIDES)


def meet(number: int, *parties: Actor, **more: object) -> Event:
    """A mention of a meeting at a word."""
    values: dict[str, object] = {
        "type": "meet",
        "tense": "past",
        "participants": [Participant(actor=each.ref) for each in parties],
        "evidence": at(number),
        **more,
    }
    return Event(**values)  # type: ignore[arg-type]


def record(*events: Event, actors: tuple[Actor, ...] = ACTORS) -> Record:
    """The record of some claims, by the core's own rules."""
    claims: tuple[Fact, ...] = (*actors, *events)
    return resolve(ARTICLE, ClaimSet.collect(ARTICLE.sha256, claims))


def linked(*events: Event) -> list[int]:
    """How many mentions each event of the record unites, in order."""
    return [len(event.evidence) for event in record(*events).events]


def names(found: Record, index: int = 0) -> dict[str, str]:
    """The participants of an event: name to role."""
    actors = {actor.id: actor.name for actor in found.actors}
    return {actors[each.actor]: each.role for each in found.events[index].participants}


MONDAY, TUESDAY = Time.of("2024-05-13"), Time.of("2024-05-14")
LAW = [
    ("the same parties", (meet(10, ANA, BEN), meet(11, ANA, BEN)), [2]),
    ("other partners", (meet(10, ANA, BEN), meet(11, ANA, CAI)), [1, 1]),
    ("nobody in common", (meet(10, ANA, BEN), meet(11, CAI, EG)), [1, 1]),
    ("days apart", (meet(10, ANA, BEN, date=MONDAY), meet(11, ANA, BEN, date=TUESDAY)), [1, 1]),
    ("a day and its week", (meet(10, ANA, BEN, date=MONDAY),
        meet(11, ANA, BEN, date=Time.of("2024-W20"))), [2]),
    ("cities apart", (meet(10, ANA, BEN, place=CAIRO), meet(11, ANA, BEN, place=LUXOR)), [1, 1]),
    ("a city and its country", (meet(10, ANA, BEN, place=CAIRO),
        meet(11, ANA, BEN, place=EGYPT)), [2]),
    ("done and to come", (meet(10, ANA, BEN), meet(11, ANA, BEN, tense="future")), [1, 1]),
    ("one said never to have been", (meet(10, ANA, BEN),
        meet(11, ANA, BEN, polarity="negative")), [1, 1]),
    ("a minister and his country", (meet(10, EG, QA), meet(11, HALABI, QA)), [2]),
    ("a country and its envoys", (meet(10, EG, QA), meet(11, ENVOYS, QA)), [2]),
    ("the talks", (meet(10, ANA, BEN), meet(11, standing="anaphoric")), [2]),
    ("the talks, first of all", (meet(10, standing="anaphoric"), meet(11, ANA, BEN)), [1]),
    ("talks, unnamed", (meet(10, ANA, BEN), meet(11)), [1, 1]),
    ("the talks between the sides", (meet(10, ANA, BEN),
        meet(11, SIDES, standing="definite")), [2]),
    ("the meeting, of another day", (meet(10, ANA, BEN, date=MONDAY),
        meet(11, standing="definite", date=TUESDAY)), [1, 1]),
    ("a meeting and a visit", (meet(10, ANA, BEN), meet(11, ANA, BEN, type="visit")), [1, 1]),
    ("the nearest of two", (meet(10, ANA, BEN), meet(11, CAI, EG),
        meet(12, standing="anaphoric")), [1, 2]),
    ("what comes is not what was", (meet(10, ANA, BEN, tense="future"), meet(11, CAI, EG),
        meet(12, standing="anaphoric", tense="future")), [2, 1]),
    ("said to be one", (meet(10, ANA, BEN), meet(11, CAI, same_as=(meet(10, ANA, BEN).ref,))), [2]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("mentions", "expected"), [law[1:] for law in LAW], ids=[law[0] for law in LAW]
)
def test_linking(mentions: tuple[Event, ...], expected: list[int]) -> None:
    """Mentions are one event when nothing speaks against it and somebody speaks for it."""
    assert linked(*mentions) == expected


def test_the_earliest_decides() -> None:
    """Modality, polarity and tense are those of the earliest mention."""
    first = meet(10, ANA, BEN, tense="future", modality="planned", date=MONDAY)
    later = meet(11, ANA, BEN, tense="past", date=MONDAY, place=CAIRO)
    (event,) = record(later, first).events
    assert (event.modality, event.tense, event.place) == ("planned", "future", CAIRO)
    assert event.id == record(first).events[0].id


def test_the_narrower_place_and_day_stay() -> None:
    """A city is preferred to its country and a day to its week, wherever they stand."""
    (event,) = record(
        meet(10, ANA, BEN, place=EGYPT, date=Time.of("2024-W20")),
        meet(11, ANA, BEN, place=CAIRO, date=MONDAY),
    ).events
    assert (event.place, event.date) == (CAIRO, MONDAY)


def test_roles_rank() -> None:
    """Of several roles the first of mediator, host, organizer, visitor, participant stays."""
    host = meet(11, ANA, BEN)
    host = attrs.evolve(host, participants=[Participant(actor=ANA.ref, role="host")])
    host = attrs.evolve(host, standing="definite")
    assert names(record(meet(10, ANA, BEN), host)) == {
        "Ana Ruiz": "host",
        "Ben Okoro": "participant",
    }


def test_a_person_stands_for_the_country() -> None:
    """A country is left out once its minister is named as taking part."""
    assert names(record(meet(10, EG, QA), meet(11, HALABI, QA))) == {
        "Qatar": "participant",
        "Karim Halabi": "participant",
    }


def test_a_meeting_on_a_visit_is_where_the_visit_is() -> None:
    """Who visits a country and meets somebody of it meets there."""
    visit = Event(
        type="visit",
        tense="past",
        place=CAIRO,
        participants=[Participant(actor=ANA.ref, role="visitor")],
        evidence=at(10),
    )
    assert record(visit, meet(11, ANA, HALABI)).events[1].place == CAIRO
    assert record(visit, meet(11, ANA, BEN)).events[1].place == CAIRO  # nobody knows whence Ben is
    assert record(visit, meet(11, ANA, QA)).events[1].place is None
    assert record(visit, meet(11, ANA, HALABI, tense="future")).events[1].place is None


def test_harm_events_are_left_alone() -> None:
    """Events of harm are linked elsewhere."""
    attacks = [meet(10, type="attack"), meet(11, type="attack", standing="anaphoric")]
    assert linked(*attacks) == [1, 1]


MENTIONS = (
    meet(10, ANA, BEN, place=EGYPT),
    meet(11, standing="definite", place=CAIRO),
    meet(12, CAI, EG, tense="future"),
    meet(13, ANA, BEN, date=MONDAY),
    meet(14, standing="anaphoric"),
)


def test_order_of_claims_changes_nothing() -> None:
    """Any order of the claims gives the same record."""
    expected = record(*MENTIONS)
    for order in permutations(MENTIONS):
        assert record(*order) == expected


PARTIES = st.lists(st.sampled_from(ACTORS), max_size=3, unique=True)
EVENTS = st.builds(
    lambda number, parties, tense, standing, place, date: meet(
        number, *parties, tense=tense, standing=standing, place=place, date=date
    ),
    st.integers(10, 39),
    PARTIES,
    st.sampled_from(("past", "present", "future", "unspecified")),
    st.sampled_from(("new", "definite", "anaphoric")),
    st.sampled_from((None, CAIRO, LUXOR, EGYPT, DOHA)),
    st.sampled_from((None, MONDAY, TUESDAY)),
)


@given(st.lists(EVENTS, max_size=8), st.integers(0, 8))
@settings(max_examples=200, deadline=None)
def test_any_partition_resolves_alike(events: list[Event], cut: int) -> None:
    """Claims merged from any two parts resolve as they do together; spans and actors are kept."""
    whole = record(*events)
    first = ClaimSet.collect(ARTICLE.sha256, (*ACTORS, *events[cut:]))
    second = ClaimSet.collect(ARTICLE.sha256, events[:cut])
    assert resolve(ARTICLE, second.merge(first)) == whole
    assert resolve(ARTICLE, first.merge(second)) == whole
    spans = [span for event in whole.events for span in event.evidence]
    assert len(spans) == len(set(spans)) or len({each.anchor for each in events}) < len(events)
    assert all(event.standing == "new" for event in whole.events)


@given(st.sampled_from((None, CAIRO, LUXOR, EGYPT, DOHA)), st.sampled_from((None, CAIRO, EGYPT)))
def test_places_agree_both_ways(one: Place | None, other: Place | None) -> None:
    """Whether two places agree does not depend on which is named first."""
    assert places_agree(one, other) == places_agree(other, one)
    assert days_agree(MONDAY, TUESDAY) is days_agree(TUESDAY, MONDAY) is False


def test_what_is_another_is_not_united() -> None:
    """A mention that says it is other than one is not of that one's event, in either order."""
    first, second = meet(10, ANA, BEN), meet(12, ANA, BEN, standing="definite")
    assert len(record(first, second).events) == 1
    assert len(record(first, attrs.evolve(second, other_than=(first.ref,))).events) == 2
    assert len(record(attrs.evolve(first, other_than=(second.ref,)), second).events) == 2


def test_first_tense_that_is_told_counts() -> None:
    """An earliest mention without a tense leaves tense and modality to the next that has one."""
    bare = meet(10, ANA, BEN, tense="unspecified")
    told = meet(12, ANA, BEN, tense="future", modality="planned")
    (event,) = record(bare, told).events
    assert (event.tense, event.modality) == ("future", "planned")


def test_group_beside_a_person_of_its_country_stays() -> None:
    """Envoys named beside their minister take part with him; elsewhere he stands for them."""
    beside = record(meet(10, ANA, HALABI, ENVOYS), meet(12, ANA, HALABI, standing="definite"))
    assert len(beside.events[0].participants) == 3
    apart = record(meet(10, ANA, ENVOYS), meet(12, ANA, HALABI, standing="definite"))
    assert len(apart.events[0].participants) == 2
