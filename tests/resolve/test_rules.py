"""Resolution rules: their order, their failures, and the draft that they hand on."""

import attrs
import pytest

from newsfacts import (
    Actor,
    Article,
    Attribution,
    ClaimSet,
    Credit,
    Draft,
    Event,
    ExtractorInfo,
    Failure,
    MentionRef,
    Participant,
    PluginLoadError,
    ResolutionRule,
    Role,
    Span,
    Time,
    order_rules,
    resolve,
)

ARTICLE = Article(text="From EFE and AFP, by UPI")


def credit(word: str) -> Credit:
    at = ARTICLE.text.index(word)
    return Credit(agency=word, evidence=Span.of(ARTICLE.text, at, at + len(word)))


CLAIMS = ClaimSet.collect(ARTICLE.sha256, [credit("EFE"), credit("AFP"), credit("UPI")])


def rule(name: str, **order: tuple[str, ...]) -> ResolutionRule:
    return ResolutionRule(name, lambda draft: draft, **order)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([rule("b"), rule("a")], "ab"),
        ([rule("a", after=("b",)), rule("b")], "ba"),
        ([rule("a"), rule("b", before=("a",))], "ba"),
        ([rule("a", after=("missing",)), rule("b", before=("gone",))], "ab"),
        ([rule("a", after=("c",)), rule("b"), rule("c")], "bca"),
        ([rule("d"), rule("c", before=("d",)), rule("b", after=("d",)), rule("a")], "acdb"),
        ([], ""),
    ],
)
def test_rules_are_ordered_by_what_they_say_of_each_other(rules, expected):
    """After and before are kept, ties go by name, names that are not there are ignored."""
    assert "".join(each.name for each in order_rules(rules)) == expected
    assert "".join(each.name for each in order_rules(reversed(rules))) == expected


def test_rules_of_one_name_are_refused():
    """The message names the rule."""
    with pytest.raises(PluginLoadError, match="two resolution rules are named 'a'"):
        order_rules([rule("a"), rule("a")])


def test_rules_that_wait_for_each_other_are_refused():
    """The message shows the circle and what it is a circle of."""
    with pytest.raises(PluginLoadError, match="resolution rules wait for each other: ") as error:
        order_rules([rule("a", after=("b",)), rule("b", after=("a",)), rule("c")])
    assert "a -> b -> a" in str(error.value) or "b -> a -> b" in str(error.value)


def test_given_rules_are_the_ones_that_run():
    """Without rules the claims stand as they are; a given one does its work."""

    def first_only(draft: Draft) -> Draft:
        kept, *others = draft.group(Credit)
        return draft.with_facts(Credit, [kept], {other.id: kept.id for other in others})

    plain = resolve(ARTICLE, CLAIMS, [])
    assert [fact.agency for fact in plain.group(Credit)] == ["EFE", "AFP", "UPI"]
    assert plain.article.agencies == ()
    single = resolve(ARTICLE, CLAIMS, [ResolutionRule("first", first_only)])
    assert [fact.agency for fact in single.group(Credit)] == ["EFE"]
    assert resolve(ARTICLE, CLAIMS).article.agencies == ("EFE", "AFP", "UPI")


def test_a_rule_that_raises():
    """Its exception goes through, or is told, listed and passed over."""
    error = KeyError("oops")

    def fail(draft: Draft) -> Draft:
        raise error

    broken = ResolutionRule("broken", fail)
    with pytest.raises(KeyError, match="oops"):
        resolve(ARTICLE, CLAIMS, [broken])
    told = []
    record = resolve(ARTICLE, CLAIMS, [broken], on_error=lambda *what: told.append(what))
    assert told == [(broken, error)]
    assert record.failures == (
        Failure(extractor="rule broken", error="KeyError", message="'oops'"),
    )
    assert len(record.group(Credit)) == 3


def test_failures_and_extractors_come_from_the_claims():
    """What ran and what failed is united, each once, in order."""
    a, b = ExtractorInfo(name="a", version="1"), ExtractorInfo(name="b", version="1")
    one = Failure(extractor="a", error="E", message="2")
    two = Failure(extractor="a", error="E", message="1")
    three = Failure(extractor="a", error="D", message="3")
    left = ClaimSet.collect(ARTICLE.sha256, [], [b], [one])
    right = ClaimSet.collect(ARTICLE.sha256, [], [a, b], [two, one, three])
    for merged in (left | right, right | left):
        assert merged.extractors == (a, b)
        assert merged.failures == (three, two, one)
        assert resolve(ARTICLE, merged, []).failures == (three, two, one)
        assert resolve(ARTICLE, merged, []).extractors == (a, b)


def test_references_follow_what_was_folded():
    """A mention leads to the fact that took its claim in, through any number of foldings."""
    draft = Draft.of(ARTICLE, CLAIMS)
    one, two, three = draft.group(Credit)
    folded = draft.with_facts(Credit, [two, three], {one.id: two.id})
    twice = folded.with_facts(Credit, [three], {two.id: three.id})
    assert draft.follow(one.ref) == one.id
    assert folded.follow(one.ref) == two.id
    assert twice.follow(one.ref) == twice.follow(two.ref) == twice.follow(one.id) == three.id
    assert twice.follow(None) is None
    assert twice.follow(MentionRef("credits", 0, 1)) is None
    assert twice.follow(MentionRef("actors", one.anchor.start, one.anchor.end)) is None


def test_further_evidence_can_be_referred_to():
    """A claim answers to each of its spans; a claim that begins there comes first."""
    efe, afp = credit("EFE"), credit("AFP")
    both = Credit(agency="both", evidence=(*efe.evidence, *afp.evidence, *credit("UPI").evidence))
    draft = Draft.of(ARTICLE, ClaimSet.collect(ARTICLE.sha256, [both, afp]))
    by_name = {fact.agency: fact.id for fact in draft.group(Credit)}
    assert draft.follow(efe.ref) == by_name["both"]
    assert draft.follow(afp.ref) == by_name["AFP"]
    assert draft.follow(credit("UPI").ref) == by_name["both"]


def test_facts_stand_in_order_of_position():
    """Whatever order a rule gives them in."""
    draft = Draft.of(ARTICLE, CLAIMS)
    shuffled = draft.with_facts(Credit, reversed(draft.group(Credit)))
    assert shuffled.group(Credit) == draft.group(Credit)


def test_claims_of_another_article_are_refused():
    """The message gives the beginnings of both hashes."""
    other = Article(text="another")
    with pytest.raises(ValueError, match=f"{other.sha256[:16]}, not of {ARTICLE.sha256[:16]}$"):
        resolve(ARTICLE, ClaimSet(other.sha256))


def test_references_are_bound_whatever_the_rules():
    """Mentions become ids in every place, once each; what nobody claimed is dropped or null."""
    text = ARTICLE.text
    nobody = MentionRef("actors", 1, 2)
    body = Actor(kind="organization", name="EFE", evidence=Span.of(text, 5, 8))
    person = Actor(
        kind="person",
        name="From",
        evidence=Span.of(text, 0, 4),
        roles=(
            Role(title="head", organization=body.ref),
            Role(title="guest", organization=nobody),
        ),
        members=(body.ref, nobody, body.ref),
        head=nobody,
        mention_type="NOM",
        same_as=(body.ref,),
    )
    event = Event(
        type="meet",
        evidence=Span.of(text, 9, 12),
        participants=(Participant(actor=nobody), Participant(actor=person.ref, role="host")),
        attribution=Attribution(text="EFE", actor=body.ref),
        date=Time.of("2024-02-13"),
    )
    claims = ClaimSet.collect(ARTICLE.sha256, [body, person, event])
    record = resolve(ARTICLE, claims, [])
    first, second = record.actors
    assert (first.name, second.name) == ("From", "EFE")
    assert [role.organization for role in first.roles] == [second.id, None]
    assert first.members == (second.id,)
    assert first.head is None
    assert (first.mention_type, first.same_as) == ("NAM", ())
    (meeting,) = record.events
    assert meeting.participants == (Participant(actor=first.id, role="host"),)
    assert meeting.attribution == Attribution(text="EFE", actor=second.id)
    assert meeting.date == event.date
    assert record.main_event is None


def test_the_main_event_is_one_that_is_there():
    """A rule's choice stands as an id; one that was folded leads on, one that is gone is null."""
    event = Event(type="meet", evidence=Span.of(ARTICLE.text, 0, 4))
    claims = ClaimSet.collect(ARTICLE.sha256, [event])
    (claim,) = claims

    def choose(id):
        return ResolutionRule("choose", lambda draft: attrs.evolve(draft, main_event=id))

    assert resolve(ARTICLE, claims, [choose(claim.id)]).main_event == claim.id
    assert resolve(ARTICLE, claims, [choose("gone")]).main_event is None


def test_core_groups_are_always_there():
    """Every group of the core stands in the record, its facts in it and in no other."""
    record = resolve(ARTICLE, CLAIMS, [])
    assert list(record.facts) == ["datelines", "dates", "places", "casualties", "credits"]
    assert [len(facts) for facts in record.facts.values()] == [0, 0, 0, 0, 3]
