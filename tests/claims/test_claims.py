"""Merging claims is a join: associative, commutative, idempotent; nothing is lost."""

import random
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import (
    Actor,
    Article,
    ClaimSet,
    Credit,
    Event,
    MentionRef,
    Participant,
    Role,
    Span,
    claim_id,
    resolve,
)
from newsfacts.testing import strategies as nst

ARTICLE = Article(text="A short text to claim things about, with EFE at its end: EFE")


@given(st.data())
def test_merge_laws(data):
    """Union is associative, commutative and idempotent, and the empty set is its unit."""
    a, b, c = (data.draw(nst.claim_sets(ARTICLE)) for _ in range(3))
    assert (a | b) | c == a | (b | c)
    assert a | b == b | a
    assert a | a == a
    assert a | ClaimSet(ARTICLE.sha256) == a


@given(st.data())
def test_merge_over_every_partition_and_order(data):
    """However claims are split, repeated and shuffled, their union is one set with one record."""
    whole = data.draw(nst.claim_sets(ARTICLE))
    items = list(whole)
    shuffled = data.draw(st.permutations(items))
    cuts = data.draw(st.lists(st.integers(0, len(items)), max_size=3).map(sorted))
    edges = [0, *cuts, len(items)]
    parts = [
        ClaimSet.collect(ARTICLE.sha256, shuffled[start:end]) for start, end in pairwise(edges)
    ]
    repeated = [*parts, *parts[:1]]
    data.draw(st.randoms(use_true_random=False)).shuffle(repeated)
    merged = ClaimSet(ARTICLE.sha256).merge(*repeated)
    assert dict(merged.claims) == dict(whole.claims)
    assert list(merged) == list(whole)
    assert resolve(ARTICLE, merged).to_json() == resolve(ARTICLE, whole).to_json()


@given(st.data())
def test_json_round_trip(data):
    """A claim set survives JSON, references by mention included."""
    claims = data.draw(nst.claim_sets(ARTICLE))
    again = ClaimSet.from_json(claims.to_json())
    assert again == claims
    assert again.to_json() == claims.to_json()


@given(st.data())
def test_ids_come_from_the_claim_alone(data):
    """An id does not change with who found the claim, nor with further evidence after it."""
    claim = data.draw(nst.claims(ARTICLE.text))
    id = claim_id(ARTICLE.sha256, claim)
    assert claim_id(ARTICLE.sha256, attrs.evolve(claim, extractors=("other",), id="x")) == id
    last = Span.of(ARTICLE.text, len(ARTICLE.text) - 1, len(ARTICLE.text))
    assert claim_id(ARTICLE.sha256, attrs.evolve(claim, evidence=(*claim.evidence, last))) == id
    assert claim_id(Article(text="another").sha256, claim) != id


def test_equal_claims_unite():
    """Two extractors that claim the same give one claim with both names and all the evidence."""
    at = ARTICLE.text.index("EFE")
    first, second = Span.of(ARTICLE.text, at, at + 3), Span.of(ARTICLE.text, at + 16, at + 19)
    assert first.text == second.text == "EFE"
    one = Credit(agency="EFE", evidence=first, extractors=("a",))
    two = Credit(agency="EFE", evidence=(first, second), extractors=("b",))
    (claim,) = ClaimSet.collect(ARTICLE.sha256, [one, two])
    assert claim.extractors == ("a", "b")
    assert claim.evidence == (first, second)


def test_rival_values_stay():
    """Claims that differ in a value stay side by side."""
    span = Span.of(ARTICLE.text, 0, 7)
    claims = ClaimSet.collect(
        ARTICLE.sha256,
        [Credit(agency="EFE", evidence=span), Credit(agency="AFP", evidence=span)],
    )
    assert len(claims) == 2


def test_claims_of_two_articles_do_not_merge():
    """Merging or resolving claims with another article's is an error that names both."""
    other = Article(text="another")
    with pytest.raises(ValueError, match="claims of two articles"):
        ClaimSet(ARTICLE.sha256).merge(ClaimSet(other.sha256))
    with pytest.raises(ValueError, match=other.sha256[:16]):
        resolve(ARTICLE, ClaimSet(other.sha256))


def test_dangling_references_are_dropped():
    """A reference to a mention that nobody claimed becomes null, or leaves its list."""
    text = ARTICLE.text
    nobody = MentionRef("actors", 2, 5)
    actor = Actor(
        kind="delegation", name="A short text", evidence=Span.of(text, 0, 12),
        head=nobody, members=(nobody,),
    )  # fmt: skip
    (found,) = resolve(ARTICLE, ClaimSet.collect(ARTICLE.sha256, [actor])).actors
    assert found.head is None
    assert found.members == ()


def test_ids_do_not_depend_on_hash_order():
    """The order of a set never shows: shuffled claims give the same bytes."""
    text = ARTICLE.text
    claims = [
        Credit(agency=name, evidence=Span.of(text, start, start + 3))
        for name, start in (("EFE", 0), ("AFP", 4), ("AP", 8), ("dpa", 12))
    ]
    seen = set()
    for seed in range(5):
        random.Random(seed).shuffle(claims)
        seen.add(ClaimSet.collect(ARTICLE.sha256, claims).to_json())
    assert len(seen) == 1


def test_what_cannot_be_without_its_reference_goes_with_it():
    """A participant whose actor nobody claimed leaves the event; a role stays, without its body."""
    text = ARTICLE.text
    nobody = MentionRef("actors", 2, 5)
    somebody = Actor(
        kind="person",
        name="A short",
        evidence=Span.of(text, 0, 7),
        roles=(Role(title="head", organization=nobody),),
    )
    event = Event(
        type="meet",
        evidence=Span.of(text, 8, 12),
        participants=(Participant(actor=nobody), Participant(actor=somebody.ref, role="host")),
    )
    record = resolve(ARTICLE, ClaimSet.collect(ARTICLE.sha256, [somebody, event]))
    assert record.actors[0].roles == (Role(title="head"),)
    assert record.events[0].participants == (Participant(actor=record.actors[0].id, role="host"),)


def test_claims_stand_in_order_of_their_first_spans():
    """Group by group, by where each claim begins, whatever evidence follows."""
    text = ARTICLE.text
    late, early = Span.of(text, 20, 23), Span.of(text, 2, 5)
    claims = ClaimSet.collect(
        ARTICLE.sha256,
        [
            Credit(agency="B", evidence=Span.of(text, 8, 11)),
            Credit(agency="A", evidence=(late, early)),
            Actor(kind="group", name="C", evidence=Span.of(text, 30, 33)),
        ],
    )
    assert [getattr(claim, "agency", "actor") for claim in claims] == ["actor", "A", "B"]
    assert [claim.agency for claim in claims.group("credits")] == ["A", "B"]
    assert len(claims) == 3


def test_sets_unite_what_each_found():
    """Merging sets unites evidence and names like collecting does; ids are the claims' own."""
    at = ARTICLE.text.index("EFE")
    first, second = Span.of(ARTICLE.text, at, at + 3), Span.of(ARTICLE.text, at + 16, at + 19)
    one = ClaimSet.collect(
        ARTICLE.sha256, [Credit(agency="EFE", evidence=first, extractors=("z",))], found_by="b"
    )
    two = ClaimSet.collect(
        ARTICLE.sha256, [Credit(agency="EFE", evidence=(first, second))], found_by="a"
    )
    (claim,) = one | two
    assert claim.evidence == (first, second)
    assert claim.extractors == ("a", "b")
    assert claim.id == claim_id(ARTICLE.sha256, claim)
    assert len(claim.id) == 16
    assert list((one | two).claims) == [claim.id]
