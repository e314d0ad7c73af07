"""Figures are united, parted and added up into tolls, whatever the order of claims."""

import itertools
import random

import pytest

from newsfacts import (
    Article,
    Attribution,
    Casualty,
    ClaimSet,
    Count,
    Event,
    MentionRef,
    Place,
    Record,
    Span,
    Time,
    Victims,
    resolve,
)

TEXT = "".join(f"[{at:04d}]" for at in range(300))
ARTICLE = Article(text=TEXT)


def span(at: int) -> Span:
    """Give the marker numbered `at` of the text."""
    return Span.of(TEXT, at * 6, at * 6 + 6)


def event(at: int, *, same: int | None = None, kind: str = "attack", **fields: object) -> Event:
    """Make a claim of a harm event at a marker."""
    ref = () if same is None else (MentionRef("events", same * 6, same * 6 + 6),)
    return Event(type=kind, evidence=span(at), same_as=ref, **fields)  # type: ignore[arg-type]


def figure(
    at: int,
    number: int,
    *,
    of: int = 0,
    harm: str = "killed",
    who: str | None = None,
    kind: str | None = None,
    says: str | None = None,
    part: int | None = None,
    **fields: object,
) -> Casualty:
    """Make a claim of a figure at a marker, of the event at marker `of`."""
    return Casualty(
        harm=harm,
        count=Count.of(number, text=str(number)),
        victims=Victims(text=who, kind=kind) if who else None,
        event=MentionRef("events", of * 6, of * 6 + 6),
        attribution=Attribution(text=says) if says else None,
        scope=str(fields.pop("scope", "subset" if part is not None else "incident")),
        part_of=None if part is None else MentionRef("casualties", part * 6, part * 6 + 6),
        evidence=span(at),
        **fields,  # type: ignore[arg-type]
    )


def record(*claims: Event | Casualty) -> Record:
    """Resolve claims."""
    return resolve(ARTICLE, ClaimSet.collect(ARTICLE.sha256, claims))


def toll(found: Record, harm: str = "killed") -> Count:
    """Give the toll of the main event."""
    assert found.main_event is not None
    return next(t.count for t in found.event(found.main_event).tolls if t.harm == harm)


def test_repeated_figure_is_one_claim() -> None:
    """A figure told twice becomes one claim with two spans."""
    found = record(event(0), figure(1, 12), event(20, same=0), figure(21, 12, of=20))
    assert [len(each.evidence) for each in found.casualties] == [2]
    assert len(found.events) == 1
    assert toll(found).value == 12


def test_figures_of_two_events_stay_two() -> None:
    """Equal figures of different events are two claims."""
    found = record(event(0), figure(1, 12), event(20), figure(21, 12, of=20))
    assert len(found.casualties) == 2
    assert len(found.events) == 2


def test_a_part_is_not_added_twice() -> None:
    """Twelve people, four of them children: twelve."""
    found = record(event(0), figure(1, 12), figure(2, 4, who="children", part=1))
    assert toll(found).value == 12
    assert found.casualties[1].part_of == found.casualties[0].id


def test_parts_are_summed() -> None:
    """Nine guards and three visitors: twelve."""
    nine = figure(1, 9, who="guards")
    three = figure(2, 3, who="visitors", hints=("and", "list"))
    assert toll(record(event(0), nine, three)).value == 12


def test_parts_that_add_up_are_parts() -> None:
    """Twelve arrests, later told as nine men and three women."""
    found = record(
        event(0), figure(1, 12, harm="detained"),
        figure(30, 9, harm="detained", who="men"), figure(31, 3, harm="detained", who="women"),
    )  # fmt: skip
    assert [each.scope for each in found.casualties] == ["incident", "subset", "subset"]
    assert {each.part_of for each in found.casualties[1:]} == {found.casualties[0].id}


@pytest.mark.parametrize(
    ("who", "kind", "hints", "scope"),
    [
        ("policemen", "police", (), "subset"),
        ("Danes", None, (), "subset"),
        ("farmers", None, (), "incident"),
        ("militants", "militant", (), "incident"),
        ("policemen", "police", ("more",), "incident"),
        ("policemen", "police", ("and", "list"), "incident"),
    ],
)
def test_a_kind_of_people_is_part_of_all(
    who: str, kind: str | None, hints: tuple[str, ...], scope: str
) -> None:
    """Twelve people, then two policemen: two of the twelve, unless they are told as others."""
    whole = figure(1, 12, who="people")
    found = record(event(0), whole, figure(30, 2, who=who, kind=kind, hints=hints))
    assert found.casualties[1].scope == scope
    assert (found.casualties[1].part_of == found.casualties[0].id) is (scope == "subset")


def test_an_older_toll_is_no_part() -> None:
    """Thirty-one dead, three of them since the toll was put at 28: 28 is no part."""
    found = record(
        event(0), figure(1, 31, hints=("update",)), figure(30, 3), figure(31, 28, hints=("put",))
    )
    assert [each.scope for each in found.casualties] == ["incident"] * 3


def test_his_brother_is_another() -> None:
    """A man was hurt and so was his brother: two; a woman and his wife may be one."""
    man = figure(1, 1, harm="injured", who="man")
    brother = figure(9, 1, harm="injured", who="His brother", hints=("definite",))
    assert len(record(event(0), man, brother).casualties) == 2
    woman = figure(1, 1, harm="injured", who="woman")
    wife = figure(9, 1, harm="injured", who="his wife", hints=("definite",))
    assert len(record(event(0), woman, wife).casualties) == 1


def test_an_update_supersedes() -> None:
    """A toll that rose to 41 from 38 is 41."""
    old = figure(2, 38, hints=("previous",))
    assert toll(record(event(0), figure(1, 41, hints=("update",)), old)).value == 41


def test_an_update_supersedes_an_earlier_total() -> None:
    """Two more died, the toll is 17."""
    found = record(event(0), figure(1, 2, hints=("more",)), figure(2, 17, hints=("update",)))
    assert toll(found).value == 17


def test_rivals_give_bounds_and_a_conflict() -> None:
    """Three, say police; ten, say residents: between three and ten, and both stay."""
    found = record(event(0), figure(1, 3, says="police"), figure(2, 10, says="residents"))
    count = toll(found)
    assert (count.low, count.high) == (3, 10)
    assert len(found.casualties) == 2
    assert [value.source for value in found.conflicts[0].values] == ["police", "residents"]


def test_perpetrators_stay_apart() -> None:
    """The bomber's own death is no part of the toll, and stays a figure."""
    bomber = figure(2, 1, who="suicide bomber", kind="perpetrator")
    found = record(event(0), figure(1, 6), bomber)
    assert toll(found).value == 6
    assert len(found.casualties) == 2


def test_background_and_denied_figures_do_not_count() -> None:
    """What is denied, possible or hypothetical is no toll."""
    found = record(
        event(0), figure(1, 6), figure(2, 90, polarity="negative"),
        figure(3, 80, modality="hypothetical"), figure(4, 70, modality="possible"),
    )  # fmt: skip
    assert toll(found).value == 6


def test_shot_and_dead() -> None:
    """Of four who were shot, one died: three are injured."""
    shot = figure(1, 4, harm="injured", hints=("weak",))
    dead = figure(2, 1, who="man", scope="subset")
    found = record(event(0), shot, dead)
    assert toll(found).value == 1
    assert toll(found, "injured").value == 3


def test_names_tell_victims_apart() -> None:
    """Two names are two dead; a name and its short form are one."""
    one = figure(1, 1, who="Ana Sow", mention_type="NAM")
    two = figure(20, 1, who="Ivo Marek", mention_type="NAM")
    again = figure(40, 1, who="Sow", mention_type="NAM")
    found = record(event(0), one, two, again)
    assert [len(each.evidence) for each in found.casualties] == [2, 1]
    assert toll(found).value == 2


def test_place_and_day_of_the_event() -> None:
    """A figure without place and day takes those of its event."""
    place = Place(name="Duvel", country="XA", admin1="North")
    found = record(
        event(0), figure(1, 6), event(20, same=0, place=place, date=Time.of("2024-02-19"))
    )
    assert found.casualties[0].place == place
    assert found.casualties[0].date == Time.of("2024-02-19")


NIGERIA = Place(name="Nigeria", country="NG", geonames_id=2328926)
BORNO = Place(name="Borno", country="NG")
KARETO = Place(name="Kareto", country="NG")
MAIDUGURI = Place(name="Maiduguri", country="NG", admin1="Borno")


@pytest.mark.parametrize(
    ("told", "finest"),
    [
        ([(NIGERIA, ()), (BORNO, ())], "Borno"),
        ([(BORNO, ()), (MAIDUGURI, ())], "Maiduguri"),
        ([(NIGERIA, ()), (MAIDUGURI, ("near",))], "Maiduguri"),
        ([(BORNO, ()), (KARETO, ("local",))], "Kareto"),
        ([(KARETO, ("local", "near")), (MAIDUGURI, ())], "Maiduguri"),
        ([(Place(name="Africa"), ()), (NIGERIA, ())], "Nigeria"),
        ([(Place(name="Abuja", country="NG"), ()), (BORNO, ())], "Abuja"),
    ],
)
def test_finest_place(told: list[tuple[Place, tuple[str, ...]]], finest: str) -> None:
    """An event has the finest place told of it; near a town is finer than a division."""
    mentions = [
        event(at, same=0 if at else None, place=place, hints=hints)
        for at, (place, hints) in enumerate(told)
    ]
    found = record(*mentions, figure(9, 3))
    place = found.events[0].place
    assert place is not None
    assert place.name == finest


def test_an_event_has_the_place_of_its_figures() -> None:
    """Where no mention of an event tells its place, its first figure does."""
    found = record(event(0), figure(1, 3, place=BORNO, hints=("vague",)))
    assert found.events[0].place == BORNO


def test_toll_over_a_period_has_its_own_day_only() -> None:
    """A toll since a war began takes no day from another figure of the war."""
    day = Time.of("2024-02-17")
    found = record(event(0, date=day), figure(1, 300, scope="cumulative", hints=("vague",)))
    assert found.casualties[0].date is None


@pytest.mark.parametrize(("day", "lent"), [("2024-02-17", True), ("2023-12-02", False)])
def test_arrest_long_after(day: str, lent: bool) -> None:
    """An arrest has the day of its event unless that was weeks before the article."""
    article = Article(text=TEXT, published="2024-02-20")
    claims = [event(0, date=Time.of(day)), figure(1, 3, harm="detained")]
    found = resolve(article, ClaimSet.collect(article.sha256, claims))
    assert (found.casualties[0].date is not None) is lent


def test_main_event_of_arrests_is_what_they_are_for() -> None:
    """Arrests for a crime of the weeks before: the crime is the main event; not one long ago."""
    for day, expected in (("2024-02-01", 20), ("2019-02-01", 0)):
        article = Article(text=TEXT, published="2024-02-20")
        claims = [
            event(0), figure(1, 3, harm="detained"), event(20, date=Time.of(day)),
            figure(21, 5, of=20, scope="background"),
        ]  # fmt: skip
        found = resolve(article, ClaimSet.collect(article.sha256, claims))
        assert found.main_event is not None
        assert found.event(found.main_event).anchor.start == expected * 6


def test_main_event_is_the_first_of_the_news() -> None:
    """A recalled event is not the main one, even where it is told first."""
    found = record(event(0), figure(1, 90, scope="background"), event(20), figure(21, 4, of=20))
    assert found.main_event == found.events[1].id


CLAIMS = (
    event(0), figure(1, 12), figure(2, 4, who="children", part=1), event(20, same=0),
    figure(21, 12, of=20), figure(22, 30, of=20, harm="injured", hints=("weak",)), event(40),
    figure(41, 5, of=40, says="police"), figure(42, 8, of=40, says="witnesses"),
    figure(60, 1, who="Ana Sow", mention_type="NAM"), figure(61, 1, who="Sow", mention_type="NAM"),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_order_of_claims_changes_nothing(seed: int) -> None:
    """Any order, and any partition merged again, resolves to the same record."""
    claims = list(CLAIMS)
    random.Random(seed).shuffle(claims)
    halves = claims[: seed % len(claims)], claims[seed % len(claims) :]
    merged = ClaimSet.collect(ARTICLE.sha256, halves[1]).merge(
        ClaimSet.collect(ARTICLE.sha256, halves[0])
    )
    assert resolve(ARTICLE, merged).to_json() == record(*CLAIMS).to_json()


def test_every_reference_resolves() -> None:
    """Events, wholes and the figures of tolls are in the record."""
    found = record(*CLAIMS)
    known = {fact.id for fact in found.all_facts()}
    refs = [ref for each in found.casualties for ref in (each.event, each.part_of) if ref]
    refs += list(itertools.chain(*(t.figures for e in found.events for t in e.tolls)))
    assert set(refs) <= known
