"""Sentences that are not read: their words tell of no persons, or of nothing said at a meeting."""

import pytest

from newsfacts import Actor, Span
from newsfacts_delegations.cues import CUES, OF_PERSONS
from newsfacts_delegations.persons import may_tell_of_meeting, tells_of_persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy signed the accord", True),
        ("THE ENVOYS SIGNED THE ACCORD", True),
        ("Kenya received a team from Togo", True),
        ("In Lome, they received no answer", True),
        ("The mill received a shipment of copper", False),
        ("The toll-free line received too many calls", False),
        ("", False),
    ],
)
def test_persons(text: str, expected: bool) -> None:
    """Nouns, pronouns and teams of people count, in any case of letters; things do not."""
    assert tells_of_persons(text, ()) is expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("person", True), ("group", True), ("country", False)]
)
def test_actors(kind: str, expected: bool) -> None:
    """Whom another extractor has named counts, too, but for countries and bodies."""
    text = "Marek signed it"
    actor = Actor(kind=kind, name="Marek", evidence=Span.of(text, 0, 5))
    assert tells_of_persons(text, [actor]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otieno told Minister Achieng in Lome that he would wait", True),
        ("Otieno told her over the telephone that he would wait", True),
        ("Otieno told reporters that he would wait", False),
        ("Otieno told a crowd in Lome that he would wait", False),
    ],
)
def test_told(text: str, expected: bool) -> None:
    """What is told to somebody of rank or by telephone may be told at a meeting or in a call."""
    assert may_tell_of_meeting(text) is expected


def test_cues_of_persons_are_cues() -> None:
    """Every cue that needs persons is one that is looked for."""
    assert set(CUES) >= OF_PERSONS
