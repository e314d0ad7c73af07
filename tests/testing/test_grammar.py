"""Generated articles: their truth is well-formed, everything is reachable, examples shrink."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from newsfacts import Article, Count, Time
from newsfacts.model import is_timex_value
from newsfacts.model.vocabulary import (
    ACTOR_KINDS,
    HARMS,
    MODALITIES,
    PARTICIPANT_ROLES,
    POLARITIES,
    SCOPES,
    TENSES,
    VICTIM_KINDS,
)
from newsfacts.testing.grammar import (
    ALL_PHRASES,
    CASUALTY_PHRASES,
    DATE_PHRASES,
    DATELINE_PHRASES,
    FILLERS,
    MEETING_PHRASES,
    Among,
    AnyOf,
    Closed,
    Expected,
    Like,
    Only,
    Phrase,
    Piece,
    Scene,
    Truth,
    articles_with_truth,
    casualty_phrases,
    date_phrases,
    datelines,
    fill,
    joined,
    meeting_phrases,
    neutral_sentences,
    phrase,
    truth_of,
)
from newsfacts.testing.grammar.counts import BARE, RANGES, VAGUE, WORDINGS
from newsfacts.testing.grammar.datelines import MANNERS
from newsfacts.testing.grammar.words import PEOPLE

FIND = settings(max_examples=3_000, database=None, derandomize=True, phases=[Phase.generate])
SHRINK = settings(max_examples=3_000, database=None, derandomize=True)
MODIFIERS = ("exact", "about", "nearly", "at_least", "more_than", "at_most", "fewer_than",
             "between", "vague", "unspecified")  # fmt: skip


def alternatives(value: Any) -> tuple[Any, ...]:
    """The values that a stated value stands for."""
    if isinstance(value, AnyOf | Among | Only):
        return value.values
    return (value,)


def fields_of(expected: Expected) -> dict[str, Any]:
    return dict(expected.fields)


def stated(piece: Piece | Truth, group: str) -> Iterator[dict[str, Any]]:
    for each in piece.expected:
        if each.group == group:
            yield fields_of(each)


# --- well-formed --------------------------------------------------------------------------------


@given(articles_with_truth())
def test_spans_lie_in_the_text_and_follow_one_another(truth: Truth) -> None:
    """Every stated fact stands at words of the article, or is about the article as a whole."""
    for each in truth.expected:
        if each.group == "article":
            assert each.start == each.end
        else:
            assert truth.span(each).text == truth.article.text[each.start : each.end]
            assert truth.span(each).text.strip() == truth.span(each).text
    starts = [each.start for each in truth.expected]
    assert starts == sorted(starts)


@given(articles_with_truth())
def test_names_stand_in_their_spans(truth: Truth) -> None:
    """A person's span is the name or its last part; a city's is its name."""
    for each in truth.expected:
        if each.group == "actors" and fields_of(each).get("kind") == "person":
            assert each.field("name").endswith(truth.span(each).text)
        if each.group == "places" and not each.optional:
            assert truth.span(each).text == each.field("name")


@given(articles_with_truth())
def test_counts_are_what_their_modifier_means(truth: Truth) -> None:
    """Every stated figure is one that the model accepts."""
    for fields in stated(truth, "casualties"):
        if "count.high" in fields:
            Count(
                text="",
                **{
                    key.split(".")[1]: value for key, value in fields.items() if key[:6] == "count."
                },
            )
        assert fields["count.modifier"] in MODIFIERS


@given(articles_with_truth())
def test_words_of_the_vocabulary_are_the_records(truth: Truth) -> None:
    """Harms, kinds, modalities and the rest are those of the contract."""
    allowed = {
        ("casualties", "harm"): HARMS,
        ("casualties", "scope"): SCOPES,
        ("casualties", "victims.kind"): VICTIM_KINDS,
        ("casualties", "modality"): MODALITIES,
        ("casualties", "polarity"): POLARITIES,
        ("events", "modality"): MODALITIES,
        ("events", "polarity"): POLARITIES,
        ("events", "tense"): TENSES,
        ("events", "type"): ("meet", "visit", "call"),
        ("actors", "kind"): ACTOR_KINDS,
    }
    for each in truth.expected:
        for path, value in each.fields:
            if (each.group, path) in allowed:
                assert set(alternatives(value)) <= set(allowed[each.group, path])
            if path.startswith("participants[role="):
                assert path[len("participants[role=") :].split("]")[0] in PARTICIPANT_ROLES


@given(articles_with_truth())
def test_times_are_timex_values(truth: Truth) -> None:
    """Every stated time, of its own or of another fact, is a TIMEX3 value that exists."""
    for each in truth.expected:
        for path, value in each.fields:
            if path == "date.value" or (each.group == "dates" and path == "value"):
                for one in alternatives(value):
                    assert one is None or is_timex_value(one)
    for fields in stated(truth, "dates"):
        for value in alternatives(fields.get("value", "2024")):
            if len(value) == 10 and value[0] != "X" and "/" not in value:
                assert Time.of(value, fields["type"]).start == value


@given(articles_with_truth())
def test_days_of_facts_are_days_in_the_text(truth: Truth) -> None:
    """A day that a figure or meeting is given stands in the article as a time expression."""
    days = {value for fields in stated(truth, "dates") for value in alternatives(fields["value"])}
    for each in truth.expected:
        day = fields_of(each).get("date.value")
        assert day is None or day in days


@given(articles_with_truth(phrases=FILLERS))
def test_fillers_state_nothing(truth: Truth) -> None:
    """An article of neutral sentences has no fact but its own date."""
    assert {each.group for each in truth.expected} <= {"article"}


@given(st.data())
def test_traps_hold_no_fact(data: st.DataObject) -> None:
    """A sentence that only looks as if it stated something states nothing."""
    traps = [each for each in ALL_PHRASES if each.name.endswith(".trap")]
    trap = data.draw(st.sampled_from(traps))
    scene = Scene(datetime.date(2024, 2, 21), ())
    assert data.draw(trap.strategy(scene)).expected == ()


@given(articles_with_truth(published=st.none()))
def test_without_a_date_nothing_is_resolved(truth: Truth) -> None:
    """An article that states no date of its own has only absolute and open time values."""
    assert truth.article.published is None
    for fields in stated(truth, "dates"):
        for value in alternatives(fields["value"]):
            assert value[0] in "12PX"


@given(articles_with_truth(min_sentences=2, max_sentences=3, phrases=MEETING_PHRASES))
def test_no_two_sentences_share_a_person(truth: Truth) -> None:
    """Each sentence has its own persons, so that no two speak of one event."""
    names = [
        each.field("name")
        for each in truth.of_group("actors")
        if each.field("kind") == "person" and each.construction != "actors.again"
    ]
    assert len(names) == len(set(names))


@given(articles_with_truth(upper=True))
def test_capitals_keep_offsets(truth: Truth) -> None:
    """Upper-case copy has the same truth at the same offsets."""
    assert truth.article.text == truth.article.text.upper() or "ß" in truth.article.text
    for each in truth.expected:
        if each.group != "article":
            assert truth.span(each).text


@given(articles_with_truth(published="2024-02-21", phrases=DATE_PHRASES))
def test_the_given_date_is_the_articles(truth: Truth) -> None:
    """`published` may be an ISO day."""
    assert truth.article.published == "2024-02-21"


@given(st.sampled_from(
    (casualty_phrases(), meeting_phrases(), date_phrases(), datelines(), neutral_sentences())
).flatmap(lambda strategy: strategy))  # fmt: skip
def test_single_pieces_are_sentences_or_heads(piece: Piece) -> None:
    """The strategies of one kind of phrase give text that is not blank, spans inside it."""
    assert piece.text.strip()
    for each in piece.expected:
        assert 0 <= each.start <= each.end <= len(piece.text)
        assert each.construction


# --- reach --------------------------------------------------------------------------------------


def reach(strategy: st.SearchStrategy[Any], test: Callable[[Any], bool]) -> None:
    """Fail unless the strategy draws something that passes."""
    find(strategy, test, settings=FIND)


@pytest.mark.parametrize(
    ("modifier", "written"),
    [(each, "words") for each in MODIFIERS]
    + [(each, "digits") for each in MODIFIERS if each not in ("vague", "unspecified")],
)
def test_every_modifier_is_drawn_in_digits_and_words(modifier: str, written: str) -> None:
    """The whole count table is reachable; only vague and bare counts have no digits."""

    def holds(piece: Piece) -> bool:
        return any(
            fields_of(each).get("count.modifier") == modifier
            and any(char.isdigit() for char in piece.words_of(each)) == (written == "digits")
            for each in piece.expected
        )

    reach(casualty_phrases(), holds)


WORDING_STARTS = sorted(
    {
        wording.split("{")[0].strip()
        for wording in (
            *(each for wordings in WORDINGS.values() for each in wordings),
            *RANGES, *BARE, *(each[0] for each in VAGUE),
        )
    }
    - {""}
)  # fmt: skip


@pytest.mark.parametrize("words", WORDING_STARTS)
def test_every_wording_is_drawn(words: str) -> None:
    """Each manner of counting in the table begins some figure."""

    def holds(piece: Piece) -> bool:
        return any(
            piece.words_of(each).casefold().startswith(f"{words} ") for each in piece.expected
        )

    reach(casualty_phrases(), holds)


@pytest.mark.parametrize("harm", HARMS)
def test_every_harm_is_drawn(harm: str) -> None:
    """Each harm of the vocabulary is stated by some sentence."""
    reach(
        casualty_phrases(),
        lambda piece: any(each.get("harm") == harm for each in stated(piece, "casualties")),
    )


@pytest.mark.parametrize("value", ["subset", "cumulative", "background", "incident"])
def test_every_scope_is_drawn(value: str) -> None:
    """Each scope of a figure is stated by some sentence; a subset names its whole."""

    def holds(piece: Piece) -> bool:
        return any(
            each.get("scope") == value and (value != "subset" or "part_of.count.value" in each)
            for each in stated(piece, "casualties")
        )

    reach(casualty_phrases(), holds)


@pytest.mark.parametrize(
    ("field", "value"),
    [("polarity", "negative"), ("modality", "possible"), ("count.value", 0)],
)
def test_denied_feared_and_absent_harm_is_drawn(field: str, value: Any) -> None:
    """Denials, fears and "no one" are among the casualty sentences."""
    reach(
        casualty_phrases(),
        lambda piece: any(each.get(field) == value for each in stated(piece, "casualties")),
    )


@pytest.mark.parametrize("manner", MANNERS, ids=lambda manner: manner.name)
def test_every_dateline_manner_is_drawn(manner: Any) -> None:
    """Each agency's manner opens some article, with its agencies in the truth."""
    name = f"datelines.{manner.name}"

    def holds(piece: Piece) -> bool:
        return any(
            each.construction == name and each.field("agencies") == manner.agencies
            for each in piece.expected
            if each.group == "datelines"
        )

    reach(datelines(), holds)


@pytest.mark.parametrize(
    ("field", "value"),
    [(("type"), value) for value in ("meet", "visit", "call")]
    + [("modality", value) for value in ("asserted", "planned", "possible", "requested")]
    + [("polarity", value) for value in POLARITIES]
    + [("tense", value) for value in ("past", "present", "future")]
    + [("format", value) for value in ("phone", "video")],
)
def test_every_status_of_an_event_is_drawn(field: str, value: str) -> None:
    """Types, modalities, polarities, tenses and formats of meetings are all stated somewhere."""
    reach(
        meeting_phrases(),
        lambda piece: any(each.get(field) == value for each in stated(piece, "events")),
    )


@pytest.mark.parametrize("role", ["host", "mediator"])
def test_hosts_and_mediators_are_drawn(role: str) -> None:
    """Some meetings have a host, some a mediator."""
    path = f"participants[role={role}].actor.names"
    reach(meeting_phrases(), lambda piece: any(path in each for each in stated(piece, "events")))


@pytest.mark.parametrize("type", ["DATE", "TIME", "DURATION", "SET"])
def test_every_type_of_time_is_drawn(type: str) -> None:
    """TIMEX3's four types are all stated somewhere."""
    reach(
        date_phrases(),
        lambda piece: any(each["type"] == type for each in stated(piece, "dates")),
    )


@pytest.mark.parametrize("chosen", ALL_PHRASES, ids=lambda chosen: chosen.name)
def test_a_phrase_states_its_groups_and_no_other(chosen: Phrase) -> None:
    """What a phrase says of its groups is so; places and days may stand in any sentence."""
    scene = Scene(datetime.date(2024, 2, 21), PEOPLE[:3])
    seen: set[str] = set()

    @settings(max_examples=30, database=None)
    @given(chosen.strategy(scene))
    def look(piece: Piece) -> None:
        seen.update(each.group for each in piece.expected if not each.optional)

    look()
    assert seen - {"places", "dates", "article"} == set(chosen.groups) - {"dates", "article"}


# --- resolution by the article's date -----------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "words", "value"),
    [
        ("2024-02-21", "last month", "2024-01"),
        ("2024-01-01", "last month", "2023-12"),
        ("2024-01-01", "yesterday", "2023-12-31"),
        ("2024-03-01", "yesterday", "2024-02-29"),
        ("2024-12-30", "next week", "2025-W02"),
        ("2024-02-21", "next year", "2025"),
        ("2024-01-15", "October", "2023-10"),
        ("2024-02-21", "this morning", "2024-02-21TMO"),
        ("2024-02-21", "last Saturday", "2024-02-17"),
        ("2024-02-21", "Tuesday", "2024-02-20"),
    ],
)
def test_relative_words_take_the_value_a_person_would_give(
    published: str, words: str, value: str
) -> None:
    """Relative expressions are resolved right across month and year ends."""

    def holds(piece: Piece) -> bool:
        return any(
            piece.words_of(each) == words and value in alternatives(each.field("value"))
            for each in piece.expected
        )

    reach(date_phrases(published=published), holds)


@given(date_phrases(published="2024-02-21"))
def test_direction_follows_tense(piece: Piece) -> None:
    """What was done has a day up to the article's; what will be done none before it."""
    for fields in stated(piece, "dates"):
        for value in alternatives(fields["value"]):
            if len(value) == 10 and value[:2] in ("19", "20"):
                if " will " in piece.text:
                    assert value >= "2024-02-21"
                else:
                    assert value <= "2024-02-21"


# --- composing ----------------------------------------------------------------------------------


def test_fill_counts_spans_while_it_writes() -> None:
    """Marks nest, and pieces in slots bring their own facts along."""
    number = Piece("12", (Expected("n", {}, 0, 2),))
    piece = fill(
        "<all>At least <who>{n} people</who> died</all>.",
        {"n": number},
        {"all": Expected("a"), "who": [Expected("w"), Expected("v")]},
    )
    assert piece.text == "At least 12 people died."
    assert [(each.group, piece.words_of(each)) for each in piece.expected] == [
        ("n", "12"),
        ("w", "12 people"),
        ("v", "12 people"),
        ("a", "At least 12 people died"),
    ]


@pytest.mark.parametrize("template", ["<a>open", "closed</a>", "<a><b></a></b>"])
def test_fill_refuses_marks_that_do_not_close(template: str) -> None:
    """A template with crossed or open marks is an error, not a wrong span."""
    with pytest.raises(ValueError, match="clos"):
        fill(template)


def test_joined_pieces_shift() -> None:
    """Concatenation moves every fact by what stands before it."""
    piece = joined(("ab", Piece("cd", (Expected("g", {}, 1, 2),)), "e"), " ")
    assert piece.text == "ab cd e"
    assert piece.words_of(piece.expected[0]) == "d"


def test_what_holds_of_a_lone_sentence_is_left_out_in_company() -> None:
    """A fact keeps what is sure of it whatever else the article says."""
    figure = Expected("casualties", {"harm": "killed", "scope": "incident"}, lone=("scope",))
    assert figure.in_company().fields == (("harm", "killed"),)
    assert Expected("dates", {"value": "2024"}).in_company().fields == (("value", "2024"),)


@given(articles_with_truth(phrases=CASUALTY_PHRASES, min_sentences=2))
def test_rival_figures_are_not_told_apart_by_scope(truth: Truth) -> None:
    """Where several sentences give figures, none is said to be the incident's own."""
    sentences = {each.start for each in truth.of_group("casualties")}
    pieces = {each.construction for each in truth.of_group("casualties")}
    if len(pieces) > 1 and len(sentences) > 1:
        assert not any(each.get("scope") == "incident" for each in stated(truth, "casualties"))


# --- extension ----------------------------------------------------------------------------------


@phrase("protest.march", "protests")
def march(draw: st.DrawFn, scene: Scene) -> Piece:
    number = draw(st.integers(20, 900))
    return fill(
        "Some <p>{n} people</p> marched through the centre.",
        {"n": str(number)},
        {"p": Expected("protests", {"size": number})},
    )


@given(articles_with_truth(phrases=[*FILLERS, march], closed=[Closed("protests")]))
def test_a_strangers_phrase_joins_the_grammar(truth: Truth) -> None:
    """A phrase of one's own stands in articles, with its facts under its name."""
    for each in truth.of_group("protests"):
        assert truth.span(each).text == f"{each.field('size')} people"
        assert each.construction == "protest.march"
    assert truth.closed == (Closed("protests"),)


def test_a_phrase_may_be_a_plain_strategy() -> None:
    """A phrase that needs no scene is given as a strategy of pieces."""
    plain = Phrase("plain", (), st.just(Piece("All is well.")))
    truth = find(articles_with_truth(phrases=[plain]), lambda truth: True, settings=SHRINK)
    assert truth.article.text == "All is well."


# --- shrinking ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "field", "value", "at_most"),
    [
        ("casualties", "harm", "injured", 60),
        ("casualties", "scope", "subset", 70),
        ("casualties", "count.modifier", "between", 70),
        ("events", "type", "meet", 60),
        ("events", "modality", "planned", 60),
        ("dates", "type", "SET", 60),
        ("datelines", "agencies", ("EFE",), 80),
    ],
)
def test_examples_shrink_to_one_readable_sentence(
    group: str, field: str, value: Any, at_most: int
) -> None:
    """The smallest article that states a thing is a short one, of plain sentences."""
    truth = find(
        articles_with_truth(),
        lambda truth: any(each.get(field) == value for each in stated(truth, group)),
        settings=SHRINK,
    )
    assert len(truth.article.text) <= at_most, truth.article.text
    assert truth.article.text.isprintable()
    assert truth.article.text[-1] == "."


def test_the_smallest_article_is_a_plain_sentence() -> None:
    """With nothing asked of it, an article is one neutral sentence of a plain day."""
    truth = find(articles_with_truth(), lambda truth: True, settings=SHRINK)
    assert isinstance(truth.article, Article)
    assert truth.article.text == "Work on the bridge continues."
    assert truth.article.published == "2024-02-21"


def test_a_truth_prints_its_text_and_facts() -> None:
    """A falsifying example can be read: the text, the date, one line a fact."""
    piece = fill("<x>Two people</x> died.", {}, {"x": Expected("casualties", {"harm": "killed"})})
    shown = repr(truth_of([piece.built_by("death")], published="2024-02-21"))
    assert shown.splitlines() == [
        "Truth(",
        "  text: 'Two people died.'",
        "  published: 2024-02-21",
        "  casualties 'Two people': harm='killed' [death]",
        ")",
    ]


def test_stated_values_print_as_they_are_written() -> None:
    """`Among`, `AnyOf`, `Only` and `Like` show how to write them."""
    assert repr(Among("a", 1)) == "Among('a', 1)"
    assert repr(AnyOf("a")) == "AnyOf('a')"
    assert repr(Only()) == "Only()"
    assert repr(Like("a")) == "Like(words='a')"


def test_phrases_have_names_of_their_own() -> None:
    """No two built-in phrases share a name, and datelines are all among them."""
    names = [each.name for each in ALL_PHRASES]
    assert len(names) == len(set(names))
    assert set(DATELINE_PHRASES) <= set(ALL_PHRASES)
