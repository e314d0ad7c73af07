"""What the plugin finds, what it leaves alone, and how mentions become one shock."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import ClaimSet, Pipeline, Record, load_plugins
from newsfacts_earthquakes import Quake, plugin
from newsfacts_earthquakes.patterns import patterns


def pipeline() -> Pipeline:
    loaded = load_plugins(extra={"earthquakes": plugin}, discover=False)
    loaded.report.raise_errors()
    return Pipeline(plugins=loaded, on_error="raise")


def quakes(text: str) -> list[Quake]:
    return list(pipeline().extract(text).facts.get("quakes", ()))


MEASURED = [
    ("An earthquake of magnitude 6.1 shook the coast.", "magnitude 6.1", 6.1),
    ("A 5.4-magnitude quake struck at dawn.", "5.4-magnitude", 5.4),
    ("The tremor measured 4.9 on the Richter scale.", "4.9 on the Richter", 4.9),
    ("The quake had a magnitude of about 7.", "magnitude of about 7", 7.0),
    ("Seismologists recorded an earthquake of Mw 7.8 off Tonga.", "Mw 7.8", 7.8),
    ("A magnitude-3.2 temblor rattled windows.", "magnitude-3.2", 3.2),
]


@pytest.mark.parametrize(("text", "words", "magnitude"), MEASURED)
def test_magnitudes(text: str, words: str, magnitude: float) -> None:
    """A magnitude is read in each of the manners that reports have."""
    (quake,) = quakes(text)
    assert (quake.evidence[0].text, quake.magnitude) == (words, magnitude)


@pytest.mark.parametrize(
    "text",
    [
        "The star shines at magnitude 4.5 on a clear night.",
        "The hospital could withstand a quake of magnitude 8.",
        "A crisis of this magnitude shook the party like an earthquake.",
        "An earthquake of magnitude 12 is impossible.",
        "Turnout went from 4 to 6 percent after the earthquake.",
        "",
    ],
)
def test_no_quake(text: str) -> None:
    """Stars, figures of speech, drills and impossible figures are no earthquakes."""
    assert quakes(text) == []


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("A quake of magnitude 5 struck at a depth of 14 kilometers.", 14.0),
        ("A quake of magnitude 5 struck 10 km below the sea floor.", 10.0),
        ("A quake of magnitude 5 struck at a depth of 10 miles.", 16.1),
    ],
)
def test_depth(text: str, depth: float) -> None:
    """Depth is in kilometres; miles are converted."""
    (quake,) = quakes(text)
    assert quake.depth_km == depth


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("A quake of magnitude 5.1 on the Richter scale.", "Richter"),
        ("An earthquake of Mw 7.8 was recorded.", "moment"),
        ("A quake of magnitude 5.1 was felt.", None),
    ],
)
def test_scale(text: str, scale: str | None) -> None:
    """The scale is named where the text names it, and null where it does not."""
    assert [quake.scale for quake in quakes(text)] == [scale]


def test_mentions_of_one_shock_unite() -> None:
    """An equal magnitude is the same shock; a depth that stands alone is that shock's."""
    (quake,) = quakes(
        "An earthquake of magnitude 6.1 shook the coast. The tremor was at a depth of 14 km."
        " It was the second quake of magnitude 6.1 in a year."
    )
    assert (quake.magnitude, quake.depth_km) == (6.1, 14.0)
    assert [span.text for span in quake.evidence] == [
        "magnitude 6.1", "depth of 14 km", "magnitude 6.1",
    ]  # fmt: skip


def test_aftershock_is_another_shock() -> None:
    """An aftershock of the same magnitude stays apart."""
    found = quakes(
        "An earthquake of magnitude 5.5 shook the coast. A 5.5-magnitude aftershock followed."
    )
    assert [(quake.magnitude, quake.aftershock) for quake in found] == [(5.5, False), (5.5, True)]


@pytest.mark.parametrize(
    "text",
    [
        "A quake of magnitude 6.1 struck. It was at first put at a magnitude of 5.8.",
        "A quake struck. Its magnitude was revised from 5.8 to 6.1.",
        "A quake of magnitude 6.1 struck, which had a preliminary magnitude of 5.8.",
    ],
)
def test_preliminary_figure(text: str) -> None:
    """A preliminary figure stays and names the one that took its place."""
    found = {quake.magnitude: quake for quake in quakes(text)}
    assert found.keys() == {5.8, 6.1}
    assert (found[5.8].status, found[5.8].revised_by) == ("preliminary", found[6.1].id)
    assert (found[6.1].status, found[6.1].revised_by) == ("stated", None)


def test_patterns_hold_to_their_examples() -> None:
    """Every part matches what it says and nothing that it refuses."""
    assert list(patterns().check()) == []


def test_record_survives_json() -> None:
    """A record with quakes is the same after a round trip."""
    record = pipeline().extract("An earthquake of magnitude 6.1 struck at a depth of 10 km.")
    again = Record.from_json(record.to_json())
    assert again.to_json() == record.to_json()


def test_rules_do_not_depend_on_how_work_was_split() -> None:
    """Claims merged in any order give one record."""
    run = pipeline()
    from newsfacts import Article

    article = Article(
        text="A quake of magnitude 6.1 struck at a depth of 9 km. A quake of magnitude 6.1, they"
        " said. It was at first put at a magnitude of 5.8. A 5.0-magnitude aftershock followed."
    )
    whole = run.claims(article)
    parts = [ClaimSet.collect(whole.sha256, [claim], whole.extractors) for claim in whole]
    assert len(parts) == 4
    wanted = run.resolve(article, whole).to_json()
    for order in itertools.permutations(parts):
        assert run.resolve(article, order[0].merge(*order[1:])).to_json() == wanted


@given(
    st.lists(
        st.sampled_from(
            [
                "magnitude",
                "6.1",
                "5",
                "quake",
                "aftershock",
                "revised",
                "from",
                "to",
                "depth of",
                "km",
                "deep",
                ".",
                " ",
                "-",
                "Mw",
                "é",
                "\n\n",
                "\ud800",
            ]
        ),
        max_size=40,
    )
)
def test_any_text(words: list[str]) -> None:
    """No text breaks it, every span is verbatim, and the same text gives the same quakes."""
    text = " ".join(words)
    found = quakes(text)
    assert found == quakes(text)
    for quake in found:
        for span in quake.evidence:
            assert text[span.start : span.end] == span.text
