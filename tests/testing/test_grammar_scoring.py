"""Scores against generated truth: a perfect oracle, an empty record, and errors between."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsfacts import (
    Actor,
    Article,
    ArticleInfo,
    Attribution,
    Casualty,
    Count,
    Dateline,
    Event,
    Fact,
    Participant,
    Place,
    PlaceMention,
    Record,
    Role,
    Span,
    Time,
    TimeExpression,
    Victims,
)
from newsfacts.testing.grammar import (
    Among,
    AnyOf,
    Closed,
    Expected,
    Like,
    Only,
    Piece,
    Scores,
    Truth,
    articles_with_truth,
    explain,
    fill,
    score,
    total,
    truth_of,
)
from newsfacts.testing.grammar.values import read, same

# --- an oracle: real facts made of what is stated -----------------------------------------------


def first(value: Any) -> Any:
    """One value that a stated value allows."""
    if isinstance(value, AnyOf | Among):
        return value.values[0]
    return value.words if isinstance(value, Like) else value


class Oracle:
    """Makes the record that states exactly what a truth states."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.actors: list[Actor] = []
        self.facts: dict[str, list[Fact]] = {}
        self.info = ArticleInfo.of(truth.article)

    def span(self, expected: Expected) -> Span:
        return self.truth.span(expected)

    def actor(self, name: str, kind: str, span: Span) -> str:
        for each in self.actors:
            if each.name == name:
                return each.id
        id = f"actors-{len(self.actors)}"
        self.actors.append(Actor(id=id, evidence=span, kind=kind, name=name))
        return id

    def actors_stated(self) -> None:
        # persons and others first: delegations point at them
        for each in sorted(
            self.truth.of_group("actors"), key=lambda each: each.field("kind") == "delegation"
        ):
            fields, span = dict(each.fields), self.span(each)
            if fields["kind"] != "delegation":
                id = self.actor(fields["name"], fields["kind"], span)
                number = next(n for n, actor in enumerate(self.actors) if actor.id == id)
                actor = self.actors[number]
                roles = actor.roles
                if "roles.title" in fields:
                    title = first(fields["roles.title"])
                    country = first(fields.get(f"roles[title={title}].country"))
                    office = first(fields.get(f"roles[title={title}].organization.names"))
                    role = Role(
                        title=title,
                        country=country,
                        former=f"roles[title={title}].former" in fields,
                        organization=self.actor(office, "organization", span) if office else None,
                    )
                    roles = (*roles, role)
                self.actors[number] = attrs.evolve(
                    actor, evidence=(*actor.evidence, span), roles=roles
                )
                continue
            refs: dict[str, Any] = {"represents": [], "members": []}
            for field in refs:
                for name in fields.get(f"{field}.names", Among()).values:
                    refs[field].append(self.actor(name, "group", span))
            head = first(fields.get("head.names"))
            self.actors.append(
                Actor(
                    id=f"actors-{len(self.actors)}",
                    evidence=span,
                    kind="delegation",
                    name=span.text,
                    head=self.actor(head, "person", span) if head else None,
                    **refs,
                )
            )

    def event(self, expected: Expected) -> Event:
        fields = {path: first(value) for path, value in expected.fields}
        span = self.span(expected)
        persons = dict(expected.fields)["participants.actor[kind=person].name"].values
        names = dict(expected.fields)["participants.actor.names"].values
        roles = {
            name: path[len("participants[role=") :].split("]")[0]
            for path, value in expected.fields
            if path.startswith("participants[role=")
            for name in value.values
        }
        parts = [
            Participant(
                actor=self.actor(name, "person" if name in persons else "group", span),
                role=roles.get(name, "participant"),
            )
            for name in names
        ]
        return Event(
            evidence=span,
            participants=parts,
            **{
                key: value
                for key, value in fields.items()
                if key in ("type", "modality", "polarity", "tense", "format")
            },
            **self.place_and_date(fields),
        )

    def place_and_date(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if "place.name" in fields:
            found["place"] = Place(name=fields["place.name"])
        if fields.get("date.value"):
            found["date"] = Time.of(fields["date.value"])
        return found

    def casualty(self, expected: Expected) -> Casualty:
        fields = {path: first(value) for path, value in expected.fields}
        count = {key[6:]: value for key, value in fields.items() if key[:6] == "count."}
        count.setdefault("high", None)
        victims = {key[8:]: value for key, value in fields.items() if key[:8] == "victims."}
        whole = next(
            (
                each.id
                for each in reversed(self.facts.get("casualties", []))
                if isinstance(each, Casualty)
                and each.count.value == fields.get("part_of.count.value")
            ),
            None,
        )
        if count["modifier"] == "exact":
            count["high"] = count["low"]
        attribution = fields.get("attribution.text")
        return Casualty(
            evidence=self.span(expected),
            count=Count(text="", **count),
            victims=Victims(text="people", **victims) if victims else None,
            part_of=whole if "part_of.count.value" in fields else None,
            attribution=Attribution(
                text=attribution, anonymous=fields.get("attribution.anonymous", False)
            )
            if attribution
            else None,
            **{
                key: value
                for key, value in fields.items()
                if key in ("harm", "modality", "polarity", "scope")
            },
            **self.place_and_date(fields),
        )

    def dateline(self, expected: Expected) -> Dateline:
        fields = {path: first(value) for path, value in expected.fields}
        authors = fields.get("authors")
        return Dateline(
            evidence=self.span(expected),
            places=[
                Place(name=name, country=country)
                for name, country in zip(
                    fields.get("places.name", ()), fields.get("places.country", ()), strict=True
                )
            ],
            date=Time.of(fields["date.value"]) if fields["date.value"] else None,
            agencies=fields["agencies"],
            authors=(authors,) if authors else (),
        )

    def record(self) -> Record:
        self.actors_stated()
        makers: dict[str, Callable[[Expected], Fact]] = {
            "events": self.event,
            "casualties": self.casualty,
            "datelines": self.dateline,
            "dates": lambda each: TimeExpression(
                evidence=self.span(each), **{key: first(value) for key, value in each.fields}
            ),
            "places": lambda each: PlaceMention(
                evidence=self.span(each), **{key: first(value) for key, value in each.fields}
            ),
        }
        for group, make in makers.items():
            for each in self.truth.of_group(group):
                facts = self.facts.setdefault(group, [])
                facts.append(attrs.evolve(make(each), id=f"{group}-{len(facts)}"))
        agencies: list[str] = []
        for each in self.truth.of_group("article"):
            for path, value in each.fields:
                if path == "agencies":
                    agencies += value.values
                else:
                    self.info = attrs.evolve(self.info, **{path: value})
        return Record(
            article=attrs.evolve(self.info, agencies=agencies),
            actors=self.actors,
            events=self.facts.pop("events", []),
            facts=self.facts,
        )


def oracle(truth: Truth) -> Record:
    return Oracle(truth).record()


def empty(truth: Truth) -> Record:
    return Record(article=ArticleInfo.of(truth.article))


# --- laws ---------------------------------------------------------------------------------------


@given(articles_with_truth())
def test_an_oracle_scores_one(truth: Truth) -> None:
    """A record of exactly what is stated has no miss and no false alarm in any group."""
    scores = score(truth, oracle(truth))
    assert scores.perfect, explain(scores)
    assert all(scores[group].recall == scores[group].precision == 1.0 for group in scores)


@given(articles_with_truth())
def test_an_empty_record_finds_nothing(truth: Truth) -> None:
    """Without facts recall is 0 where something was stated, and nothing is a false alarm."""
    scores = score(truth, empty(truth))
    assert not scores.false_alarms
    for group in scores:
        if truth.of_group(group) and group != "article":
            assert scores[group].recall == 0.0
            assert scores[group].f1 == 0.0
        assert len(scores[group].misses) <= len(truth.of_group(group))


def moved(fact: Fact, text: str, by: int) -> Fact:
    """The same fact at words that stand elsewhere."""
    spans = [
        Span.of(text, (each.start + by) % (len(text) - 1), (each.start + by) % (len(text) - 1) + 1)
        for each in fact.evidence
    ]
    return attrs.evolve(fact, evidence=spans)


@given(articles_with_truth(), st.integers(5, 50))
def test_a_shifted_record_scores_less(truth: Truth, by: int) -> None:
    """Facts at the wrong words are misses, and false alarms where a group is closed."""
    record = oracle(truth)
    text = truth.article.text
    group = next((name for name in record.facts if record.facts[name]), None)
    assume(group is not None)
    assert group is not None
    stated = truth.of_group(group)
    facts = [moved(fact, text, by) for fact in record.facts[group]]
    assume(
        not any(
            fact.evidence[0].start < each.end and each.start < fact.evidence[0].end
            for fact in facts
            for each in truth.expected
            if each.group == group
        )
    )
    scores = score(truth, attrs.evolve(record, facts={**record.facts, group: facts}))
    assert scores[group].recall == 0.0
    assert len(scores[group].misses) == len(stated)
    assert len(scores[group].false_alarms) == len(facts)


@given(articles_with_truth(), st.data())
def test_a_lost_fact_is_one_miss_of_its_group(truth: Truth, data: st.DataObject) -> None:
    """Dropping a place of many loses recall in its own group and nothing elsewhere."""
    record = oracle(truth)
    places = record.facts.get("places", ())
    assume(places)
    lost = data.draw(st.integers(0, len(places) - 1))
    rest = [fact for number, fact in enumerate(places) if number != lost]
    scores = score(truth, attrs.evolve(record, facts={**record.facts, "places": rest}))
    assert len(scores["places"].misses) == 1
    assert not scores["places"].false_alarms
    assert scores["casualties"].recall == scores["dates"].recall == 1.0


@given(st.lists(articles_with_truth(max_sentences=2), max_size=3))
def test_scores_add_up(truths: list[Truth]) -> None:
    """The total of many articles counts every stated fact once; `Scores()` is neutral."""
    scores = total(score(truth, empty(truth)) for truth in truths)
    stated = sum(
        not each.optional and each.group != "article" for truth in truths for each in truth.expected
    )
    misses = [miss for miss in scores.misses if miss.expected.group != "article"]
    assert len(misses) == stated
    assert scores + Scores() == Scores() + scores == scores


# --- single errors ------------------------------------------------------------------------------


def bombing() -> Truth:
    piece = fill(
        "A bomb killed <x>12 people</x>.",
        {},
        {"x": Expected("casualties", {"harm": "killed", "count.value": 12})},
    )
    return truth_of([piece.built_by("bombing")], published="2024-02-21")


def figure(truth: Truth, words: str, **fields: Any) -> Casualty:
    start = truth.article.text.index(words)
    defaults: dict[str, Any] = {"harm": "killed", "count": Count.of(12, text="12")}
    span = Span.of(truth.article.text, start, start + len(words))
    return Casualty(evidence=span, extractors=("mine",), **{**defaults, **fields})


def record_of(truth: Truth, *facts: Casualty) -> Record:
    named = [attrs.evolve(fact, id=f"c{number}") for number, fact in enumerate(facts)]
    return Record(article=ArticleInfo.of(truth.article), facts={"casualties": named})


def test_a_wrong_field_is_named() -> None:
    """A fact at the right words with a wrong field is a miss that says which, and a false alarm."""
    truth = bombing()
    scores = score(truth, record_of(truth, figure(truth, "12 people", harm="injured")))
    (miss,) = scores.misses
    assert miss.wrong == (("harm", "killed", "injured"),)
    assert "harm is 'injured' instead of 'killed'" in str(miss)
    assert "[bombing]" in str(miss)
    (alarm,) = scores.false_alarms
    assert str(alarm) == "false casualties '12 people' by mine"


def test_a_second_fact_for_the_same_words_is_a_false_alarm() -> None:
    """Finding a figure twice is finding one too many."""
    truth = bombing()
    scores = score(truth, record_of(truth, figure(truth, "12 people"), figure(truth, "people")))
    assert scores["casualties"].recall == 1.0
    assert scores["casualties"].precision == 0.5
    assert [alarm.words for alarm in scores.false_alarms] == ["people"]


def test_one_fact_may_answer_for_a_repeated_figure() -> None:
    """A figure that is stated twice and found as one fact with two spans is found twice."""
    once = fill("<x>12 people</x> died.", {}, {"x": Expected("casualties", {"harm": "killed"})})
    truth = truth_of([once, once])
    text = truth.article.text
    spans = [truth.span(each) for each in truth.expected]
    fact = attrs.evolve(figure(truth, "12 people"), evidence=spans)
    assert score(truth, record_of(truth, fact)).perfect
    assert text.count("12 people") == 2


def test_two_equal_figures_are_two_facts() -> None:
    """Where two facts are stated at one place, one found fact does not hide the other."""
    pair = fill(
        "<x>two guards and <y>two nurses</y></x> died.",
        {},
        {name: Expected("casualties", {"harm": "killed"}) for name in "xy"},
    )
    truth = truth_of([pair])
    both = (figure(truth, "two guards"), figure(truth, "two nurses"))
    assert score(truth, record_of(truth, *both)).perfect


def test_an_optional_fact_is_never_wrong() -> None:
    """What may be found or not is neither missed nor a false alarm."""
    piece = Piece("Kenya won.", (Expected("casualties", {}, 0, 5, "x", optional=True),))
    truth = truth_of([piece])
    assert score(truth, record_of(truth)).perfect
    assert score(truth, record_of(truth, figure(truth, "Kenya"))).perfect
    assert not score(truth, record_of(truth, figure(truth, "won"))).perfect


def test_a_span_that_swallows_the_text_proves_nothing() -> None:
    """Evidence far longer than the stated words does not count as found."""
    piece = fill(
        "A bomb killed <x>12</x>. " + "Work on the bridge continues. " * 9,
        {},
        {"x": Expected("casualties", {"harm": "killed"})},
    )
    truth = truth_of([piece])
    scores = score(truth, record_of(truth, figure(truth, truth.article.text)))
    assert scores["casualties"].recall == 0.0


def test_only_closed_groups_have_false_alarms() -> None:
    """Where a truth does not claim to be the whole, anything more is no error."""
    truth = bombing()
    record = record_of(truth, figure(truth, "12 people"), figure(truth, "bomb"))
    assert len(score(truth, record).false_alarms) == 1
    open_truth = attrs.evolve(truth, closed=())
    assert score(open_truth, record).perfect
    injuries = Closed("casualties", {"harm": "injured"})
    assert score(attrs.evolve(truth, closed=(injuries,)), record).perfect


def test_explain_says_all_on_one_screen() -> None:
    """Figures first, then errors up to the limit, then the text."""
    truth = bombing()
    scores = score(truth, record_of(truth, figure(truth, "bomb")))
    shown = explain(scores, limit=1).splitlines()
    assert shown[0].startswith("casualties: recall 0.000 (0 of 1), precision 0.000 (1 false)")
    assert "  and 1 more" in shown
    assert shown[-1] == "  in: 'A bomb killed 12 people.'"
    assert shown[1].startswith("  missed casualties '12 people' [bombing]: nothing found; stated")


# --- values and paths ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "found", "right"),
    [
        ("São Paulo", "sao  paulo", True),
        ("Lima", "Limassol", False),
        ("Lima", None, False),
        (None, None, True),
        (3, 3, True),
        (3, "3", False),
        (("A", "B"), ("a", "b"), True),
        (("A", "B"), ("b", "a"), False),
        ((), (), True),
        ((), ("a",), False),
        (Among("A"), ("b", "a"), True),
        (Among("A", "C"), ("b", "a"), False),
        (Among("A"), None, False),
        (Among(), (), True),
        (Only("A", "B"), ("a",), True),
        (Only("A"), ("a", "c"), False),
        (Only(), None, True),
        (AnyOf("A", None), None, True),
        (AnyOf("A", "B"), "c", False),
        (Like("police"), "the police", True),
        (Like("the police"), "Police", True),
        (Like("police"), "the army", False),
        (Like("police"), None, False),
        (Like("police"), "", False),
    ],
)
def test_same(stated: Any, found: Any, right: bool) -> None:
    """Values are compared as their class says, names without case and accents."""
    assert same(stated, found) is right


def test_paths_follow_ids_and_run_through_tuples() -> None:
    """A path reads nested fields, follows ids, filters items, and gives None at a dead end."""
    span = Span(0, 1, "x")
    kenya = Actor(id="k", evidence=span, kind="country", name="Kenya", aliases=("Nairobi",))
    team = Actor(id="t", evidence=span, kind="delegation", name="a team", represents=("k",))
    event = Event(
        evidence=span,
        type="meet",
        participants=[Participant(actor="k", role="host"), Participant(actor="t")],
    )
    by_id = {"k": kenya, "t": team}
    assert read(event, "participants.actor.names", by_id) == (
        "Kenya", "Nairobi", "a team", "Kenya", "Nairobi",
    )  # fmt: skip
    assert read(event, "participants[role=host].actor.name", by_id) == ("Kenya",)
    assert read(event, "participants.actor[kind=delegation].name", by_id) == ("a team",)
    assert read(event, "place.name", by_id) is None
    assert read(event, "participants.actor.head.name", {}) == (None, None)
    with pytest.raises(ValueError, match="not a path"):
        read(event, "participants..actor", by_id)


def test_a_truth_says_what_it_states() -> None:
    """A field can be asked for by its path; what is not stated is an error."""
    (expected,) = bombing().of_group("casualties")
    assert expected.field("count.value") == 12
    with pytest.raises(KeyError):
        expected.field("scope")


def test_article_facts_are_held_against_the_article() -> None:
    """What is stated of the article itself is compared with the record's account of it."""
    article = Article(text="All is well.", published="2024-02-21")
    truth = Truth(article, (Expected("article", {"published": "2024-02-21"}),))
    record = Record(article=ArticleInfo.of(article))
    assert score(truth, record)["article"].recall == 1.0
    other = attrs.evolve(record, article=attrs.evolve(record.article, published="2024-02-20"))
    (miss,) = score(truth, other)["article"].misses
    assert miss.wrong == (("published", "2024-02-21", "2024-02-20"),)
