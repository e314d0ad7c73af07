"""Mentions of one actor become one: the laws of folding, on claims made by hand."""

from itertools import permutations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Actor, Article, ClaimSet, MentionRef, Record, Role, Span, resolve
from newsfacts.resolve.actors import is_short_form, name_words

TEXT = (
    "Ana Maria Ruiz, Ruiz, the envoy, Petr Ruiz, Zorix Institute, ZI, Egypt, Egyptian, "
    "Zorix Institute."
)
ARTICLE = Article(text=TEXT)


def at(words: str, nth: int = 0) -> Span:
    """The span of the nth occurrence of some words in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def actor(words: str, kind: str = "person", nth: int = 0, **more: object) -> Actor:
    """A mention of those words."""
    values: dict[str, object] = {"name": words, "kind": kind, "evidence": at(words, nth), **more}
    return Actor(**values)  # type: ignore[arg-type]


ANA = actor("Ana Maria Ruiz", roles=(Role(title="envoy", country="EG", evidence=at("the envoy")),))
RUIZ = actor("Ruiz", nth=1)
ENVOY = actor("the envoy", mention_type="NOM", same_as=(ANA.ref,))
PETR = actor("Petr Ruiz")
ZORIX = actor("Zorix Institute", "organization")
AGAIN = actor("Zorix Institute", "organization", nth=1)
ZI = actor("ZI", "organization", same_as=(ZORIX.ref,))
EGYPT = actor("Egypt", "country", country="EG")
EGYPTIAN = actor("Egyptian", "country", country="EG", name="Egypt")
CLAIMS = (ANA, RUIZ, ENVOY, PETR, ZORIX, AGAIN, ZI, EGYPT, EGYPTIAN)


def record(*claims: Actor) -> Record:
    """The record of some claims, by the core's own rules."""
    return resolve(ARTICLE, ClaimSet.collect(ARTICLE.sha256, claims))


def by_name(found: Record) -> dict[str, Actor]:
    """The actors by name."""
    return {each.name: each for each in found.actors}


def test_each_actor_is_one() -> None:
    """Short forms, descriptions, acronyms and adjectives join the actor that they stand for."""
    found = by_name(record(*CLAIMS))
    assert {name: each.aliases for name, each in found.items()} == {
        "Ana Maria Ruiz": ("Ruiz", "the envoy"),
        "Petr Ruiz": (),
        "Zorix Institute": ("ZI",),
        "Egypt": ("Egyptian",),
    }


def test_id_is_the_earliest_claim_s() -> None:
    """A folded actor has the id of its earliest claim."""
    claims = ClaimSet.collect(ARTICLE.sha256, CLAIMS)
    first = next(claim.id for claim in claims if claim.evidence[0] == ANA.evidence[0])
    assert by_name(resolve(ARTICLE, claims))["Ana Maria Ruiz"].id == first


def test_country_comes_from_the_office() -> None:
    """A person whose office names a country gets that country."""
    assert by_name(record(*CLAIMS))["Ana Maria Ruiz"].country == "EG"


def test_same_role_twice_is_one_role() -> None:
    """One title of one body and country is one role with the evidence of both."""
    again = attrs.evolve(RUIZ, roles=(Role(title="Envoy", country="EG", evidence=at("ZI")),))
    (role,) = by_name(record(ANA, again))["Ana Maria Ruiz"].roles
    assert [span.text for span in role.evidence] == ["the envoy", "ZI"]


def test_short_form_goes_to_the_one_named_last_before_it() -> None:
    """A family name that two share stands for the one who was named last before it."""
    later = actor(
        "Ruiz", nth=2, evidence=Span.of(TEXT, at("Petr Ruiz").start + 5, at("Petr Ruiz").end)
    )
    found = by_name(record(ANA, PETR, RUIZ, later))
    assert found["Ana Maria Ruiz"].evidence == (
        ANA.evidence[0],
        RUIZ.evidence[0],
        later.evidence[0],
    )


def test_bodies_of_two_countries_stay_two() -> None:
    """One name with two countries is two organisations."""
    found = record(attrs.evolve(ZORIX, country="EG"), attrs.evolve(AGAIN, country="QA"))
    assert len(found.actors) == 2


def test_body_is_no_person() -> None:
    """A single name that one extractor holds for a person and another for a body is the body's."""
    (found,) = record(actor("ZI"), attrs.evolve(ZI, same_as=(), evidence=at("Egypt"))).actors
    assert (found.kind, found.name) == ("organization", "ZI")


def test_person_with_an_office_stays_one() -> None:
    """A single name that has an office is a person's, also where a body bears it."""
    person = actor("ZI", roles=(Role(title="envoy", evidence=at("the envoy")),))
    found = record(person, attrs.evolve(ZI, same_as=(), evidence=at("Egypt"))).actors
    assert [each.kind for each in found] == ["person", "organization"]


def test_reference_follows_the_fold() -> None:
    """A reference to a folded mention means the actor that it was folded into."""
    member = actor("Petr Ruiz", roles=(Role(title="member", organization=ZI.ref),))
    found = by_name(record(ZORIX, ZI, member))
    assert found["Petr Ruiz"].roles[0].organization == found["Zorix Institute"].id


def test_reference_to_nothing_is_left_out() -> None:
    """A mention that claims to be the same as one that nobody claimed stands by itself."""
    lonely = attrs.evolve(ENVOY, same_as=(MentionRef("actors", 0, 3),))
    assert [each.name for each in record(lonely).actors] == ["the envoy"]


def test_order_of_claims_changes_nothing() -> None:
    """Any order of the claims gives the same record."""
    expected = record(*CLAIMS[:6])
    assert all(record(*order) == expected for order in permutations(CLAIMS[:6]))


@given(st.permutations(CLAIMS), st.integers(0, len(CLAIMS)))
@settings(deadline=None)
def test_partitions_merge_to_the_same_record(claims: list[Actor], cut: int) -> None:
    """Claims that were collected apart and merged resolve as if collected at once."""
    one = ClaimSet.collect(ARTICLE.sha256, claims[:cut])
    other = ClaimSet.collect(ARTICLE.sha256, claims[cut:])
    assert resolve(ARTICLE, one | other) == resolve(ARTICLE, other | one) == record(*CLAIMS)


@given(st.lists(st.sampled_from(CLAIMS), max_size=12))
@settings(deadline=None)
def test_nothing_is_lost(claims: list[Actor]) -> None:
    """Every span of every claim is evidence of exactly one actor."""
    found = record(*claims)
    spans = [span for each in found.actors for span in each.evidence]
    assert sorted(spans) == sorted({span for claim in claims for span in claim.evidence})


@given(st.lists(st.sampled_from(CLAIMS), max_size=12))
@settings(deadline=None)
def test_folding_twice_is_folding_once(claims: list[Actor]) -> None:
    """The actors of a record, taken as claims, do not fold any further."""
    found = record(*claims)
    again = resolve(ARTICLE, ClaimSet.collect(ARTICLE.sha256, found.actors))
    assert [each.evidence for each in again.actors] == [each.evidence for each in found.actors]


SHORT = [
    ("Bush", "George W. Bush", True),
    ("George Bush", "George W. Bush", True),
    ("G. W. Bush", "George Walker Bush", True),
    ("Xi", "Xi Jinping", True),
    ("al-Maliki", "Nuri al-Maliki", True),
    ("Maliki", "Nuri al- Maliki", True),
    ("Jimmy Jones", "Jim Jones", True),
    ("Suu Kyi", "Aung San Suu Kyi", True),
    ("Jeb Bush", "George W. Bush", False),
    ("Margaret Rowe", "Joe Rowe", False),
    ("W", "George W. Bush", False),
    ("Bush Administration", "George Bush", False),
    ("", "George Bush", False),
]


@pytest.mark.parametrize(("short", "full", "expected"), SHORT)
def test_short_forms(short: str, full: str, expected: bool) -> None:
    """What can stand for a fuller name, and what cannot."""
    assert is_short_form(name_words(short), name_words(full)) is expected
