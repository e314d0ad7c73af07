"""What the extractor promises beside the language: spans, events, settings, sources."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Article, Pipeline, Record, load_plugins

ALONE = Pipeline(
    plugins=load_plugins(block=("places", "dateline", "actors", "delegations")), on_error="raise"
)

WORDS = [
    "killed",
    "injured",
    "died",
    "dead",
    "wounded",
    "at",
    "least",
    "more",
    "than",
    "12",
    "300",
    "1,200",
    "two",
    "dozens",
    "people",
    "soldiers",
    "the",
    "a",
    "of",
    "and",
    ",",
    ".",
    "including",
    "them",
    "toll",
    "rose",
    "to",
    "from",
    "no",
    "one",
    "was",
    "were",
    "bodies",
    "said",
    "police",
    "Monday",
    "hostage",
    "(",
    ")",
    "“",
    "”",
    "Ana",
    "Sow",
    "27",
    "who",
    "that",
    "which",
    "not",
    "may",
    "children",
    "couple",
    "family",
    "lives",
    "claimed",
    "being",
    "shot",
    "himself",
]


def extract(text: str) -> Record:
    """Extract with this plugin alone."""
    return ALONE.extract(Article(text=text, published="2024-02-21"))


@pytest.mark.parametrize(
    ("sentence", "source", "anonymous"),
    [
        ("Seven pilots died, the mayor said.", "the mayor", False),
        ("According to the union, seven pilots died.", "the union", False),
        ("Seven pilots died, according to the union.", "the union", False),
        ("The union said seven pilots died.", "The union", False),
        ("The union, for its part, said seven pilots died.", "The union", False),
        ("The owners, for their part, put the number of dead at 12.", "The owners", False),
        ("Seven pilots died, said a spokesman.", "a spokesman", False),
        ("Clash leaves 20 dead - hospital", "hospital", False),
        ("Security sources said nine guards died.", "Security sources", True),
        ("Nine guards died, a diplomat who asked for anonymity said.", None, True),
        ("Seven pilots died.", None, None),
        ("An LNA photographer saw six bodies in a yard.", "An LNA photographer", False),
        ("Six bodies were taken to the yard that she saw.", None, None),
        # a report that somebody gets or makes is no saying of his
        ("Guards answered a report of a cook shot near the pier.", None, None),
        ("A neighbour rang to report that two cooks had been wounded.", None, None),
    ],
)
def test_attribution(sentence: str, source: str | None, anonymous: bool | None) -> None:
    """A figure says whose claim it is, and whether the source hides its name."""
    (figure,) = extract(sentence).casualties
    if anonymous is None:
        assert figure.attribution is None
    else:
        assert figure.attribution is not None
        assert figure.attribution.anonymous is anonymous
        if source is not None:
            assert figure.attribution.text == source


def test_each_side_is_the_source_of_its_number() -> None:
    """Who gives a number in a clause without a verb is its source."""
    record = extract("The warden put the dead at 16, hospital sources at 21.")
    given = {f.count.value: f.attribution.text for f in record.casualties if f.attribution}
    assert given == {16: "The warden", 21: "hospital sources"}


def test_pronoun_sources_stand_for_the_last_named() -> None:
    """What "he said" goes back to is who spoke before."""
    record = extract("Governor Ivo Marek said six guards died. He said 20 others were hurt.")
    assert {f.attribution.text for f in record.casualties if f.attribution} == {
        "Governor Ivo Marek"
    }


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A bomb blast killed two cooks.", "attack"),
        ("A train crash killed two cooks.", "accident"),
        ("The earthquake killed two cooks.", "disaster"),
        ("Two cooks died in the war.", "conflict"),
    ],
)
def test_event_types(sentence: str, kind: str) -> None:
    """A figure belongs to a harm event, which is of one of four types."""
    record = extract(sentence)
    assert record.event(record.casualties[0].event or "").type == kind
    assert record.main_event == record.casualties[0].event


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Two soldiers died.", "military"),
        ("Two policemen died.", "police"),
        ("Two rebels died.", "militant"),
        ("Two children died.", "child"),
        ("Two women died.", "woman"),
        ("Two reporters died.", "journalist"),
        ("Two nurses died.", "medic"),
        ("Two aid workers died.", "aid_worker"),
        ("Two ministers died.", "official"),
        ("Two civilians died.", "civilian"),
        ("Two gunmen died.", "perpetrator"),
        ("Two people died.", None),
    ],
)
def test_victim_kinds(sentence: str, kind: str | None) -> None:
    """The noun tells the kind of victim."""
    (figure,) = extract(sentence).casualties
    assert figure.victims is not None
    assert figure.victims.kind == kind


def test_units() -> None:
    """Families and households are counted as such."""
    record = extract("The flood displaced 300 families and affected 900 households.")
    assert [figure.count.unit for figure in record.casualties] == ["families", "households"]


def test_part_of() -> None:
    """A part refers to its whole."""
    whole, part = extract("Twelve guests died, including two cooks.").casualties
    assert part.part_of == whole.id


def test_tolls() -> None:
    """The event's tolls leave out parts, repetitions and the bomber."""
    record = extract(
        "A suicide bomber killed nine guards and three visitors in a market. He died as well."
        " The blast also wounded 20 people, including four children. Twelve people were killed."
    )
    main = record.event(record.main_event or "")
    assert {toll.harm: toll.count.value for toll in main.tolls} == {"injured": 20, "killed": 12}


def test_an_unrelated_paragraph_changes_nothing() -> None:
    """A paragraph about other things leaves the figures as they were."""
    told = "A fire killed six guests in a hotel.\n\n"
    other = "The committee met to discuss the price of wheat and the new stadium."
    first = [(f.harm, f.count, f.evidence) for f in extract(told).casualties]
    assert [(f.harm, f.count, f.evidence) for f in extract(told + other).casualties] == first


def test_uncued_text_is_not_read() -> None:
    """Without a word of harm nothing is found."""
    assert extract("Twelve ministers met 300 farmers in a hotel.").casualties == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words_give_valid_records(text: str) -> None:
    """On any jumble of the subject's words spans are verbatim and references resolve."""
    record = extract(text)
    known = {fact.id for fact in record.all_facts()}
    for fact in record.all_facts():
        assert all(text[s.start : s.end] == s.text for s in fact.evidence)
    for figure in record.casualties:
        assert figure.event in known
        assert figure.part_of is None or figure.part_of in known


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    """Any text gives the same record twice."""
    assert extract(text).to_json() == extract(text).to_json()


@given(st.integers(2, 12))
@settings(deadline=None)
def test_digits_or_words(number: int) -> None:
    """Digits or words give the same figures."""
    word = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ][number - 2]
    one, other = (extract(f"The fire killed {n} guests.").casualties for n in (number, word))
    assert [f.count.value for f in one] == [f.count.value for f in other] == [number]


def test_upper_case_says_the_same() -> None:
    """Copy in upper case gives the same figures."""
    text = "At least 12 peasants were killed and three soldiers were wounded in the ambush."
    one, other = extract(text).casualties, extract(text.upper()).casualties
    assert [(f.harm, f.count.value, f.count.low) for f in one] == [
        (f.harm, f.count.value, f.count.low) for f in other
    ]
