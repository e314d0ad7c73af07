"""One actor, not many: what is folded, and what is not."""

from functools import cache

import pytest

from newsfacts import Pipeline
from newsfacts.testing import isolated_pipeline
from newsfacts_actors.extractor import ActorExtractor


@cache
def pipeline() -> Pipeline:
    """The plugin's extractor alone, with nothing else installed."""
    return isolated_pipeline(ActorExtractor())


def people(text: str) -> dict[str, tuple[str, ...]]:
    """The aliases of each person by name."""
    return {a.name: a.aliases for a in pipeline().extract(text).actors if a.kind == "person"}


FOLDED = [
    ("Hossein Amir Kermani left. Kermani spoke.", {"Hossein Amir Kermani": ("Kermani",)}),
    ("Han Jung Woo resigned. Han said so.", {"Han Jung Woo": ("Han",)}),
    ("Premier Likambo Bolanga left. General Likambo spoke.",
     {"Likambo Bolanga": ("Likambo",)}),
    ("Nabil al-Jaberi left. Jaberi spoke.", {"Nabil al-Jaberi": ("Jaberi",)}),
    ("Salva Kuol Madut left. Kuol spoke.", {"Salva Kuol Madut": ("Kuol",)}),
    ("Leo J. Tarrant died. Leo Tarrant was 60.", {"Leo J. Tarrant": ("Leo Tarrant",)}),
    ("Daw Khin Suu Htway is free. Suu Htway smiled.", {"Khin Suu Htway": ("Suu Htway",)}),
    ("Jim Hollis spoke. Jimmy Hollis left.", {"Jimmy Hollis": ("Jim Hollis",)}),
    ("Brent Halloway, adviser of the US president, came. The US envoy left.",
     {"Brent Halloway": ("The US envoy",)}),
    ("Foreign Minister Ulla Tofte spoke. The minister left.", {"Ulla Tofte": ("The minister",)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_short_form_is_the_same_person(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """Family names, first names that stand alone and descriptions belong to the person named."""
    assert people(text) == expected


ALSO_KNOWN = [
    ("Ahmed Abdi Godar, also known as Abu Zubar, left.", {"Ahmed Abdi Godar": ("Abu Zubar",)}),
    ('Luis Ortega Prado, alias "El Zurdo", was shot.', {"Luis Ortega Prado": ("El Zurdo",)}),
    ("Joko Santoso, better known as Jokosan, won. Jokosan said so.",
     {"Joko Santoso": ("Jokosan",)}),
    ("Ana Ruiz, known for her books, left.", {"Ana Ruiz": ()}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALSO_KNOWN)
def test_other_name_that_the_text_gives(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """A name behind "also known as" and the like is the same person's."""
    assert people(text) == expected


def test_description_of_another_body_is_another_s() -> None:
    """The head of one body is not the chairman of another one."""
    text = "The head of Zorix Bank left. Kestrel Group chairman Rick Holt stayed."
    assert people(text) == {"Rick Holt": ()}


APART = [
    ("Joe Rowley and Margaret Rowley were freed.", {"Joe Rowley", "Margaret Rowley"}),
    ("Hillary Canton and her husband Bill Canton came. Canton spoke.",
     {"Hillary Canton", "Bill Canton"}),
    ("Prime Minister Ana Ruiz met Prime Minister Petr Zelm. The prime minister left.",
     {"Ana Ruiz", "Petr Zelm"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), APART)
def test_two_persons_stay_two(text: str, expected: set[str]) -> None:
    """Persons who share a family name or an office stay apart."""
    assert set(people(text)) == expected


def test_description_that_fits_two_is_nobody() -> None:
    """Where two persons hold the office, a bare description stays a group."""
    text = "Prime Minister Ana Ruiz met Prime Minister Petr Zelm. The prime minister left."
    record = pipeline().extract(text)
    assert "The prime minister" in [a.name for a in record.actors if a.kind == "group"]


HE = [
    ("Hossein Kermani is on a trip. He also visited Syria.", ["Hossein Kermani", "He"]),
    ("Hossein Kermani flew to Beirut, where he met friends.", ["Hossein Kermani", "he"]),
    ("Spokeswoman Ulla Tofte spoke. He left.", ["Ulla Tofte"]),
    ("Hossein Kermani and Petr Zelm spoke. Rain fell. He left.", ["Hossein Kermani"]),
    ("The president of Chile met Hossein Kermani. It rained. He left.", ["Hossein Kermani"]),
    ('Hossein Kermani spoke. "He lies," said Petr Zelm.', ["Hossein Kermani"]),
]


@pytest.mark.parametrize(("text", "spans"), HE)
def test_pronoun_where_only_one_can_be_meant(text: str, spans: list[str]) -> None:
    """A pronoun joins the subject before it, and nobody where it is not clear who is meant."""
    first = next(a for a in pipeline().extract(text).actors if a.kind == "person")
    assert [span.text for span in first.evidence] == spans


def test_pronoun_is_never_a_name() -> None:
    """A pronoun is evidence, and neither a name nor an alias."""
    text = "Hossein Kermani is on a trip. He also visited Syria."
    assert people(text) == {"Hossein Kermani": ()}


def test_all_evidence_is_kept() -> None:
    """A folded actor has the spans of all its mentions, by position."""
    text = "Hossein Amir Kermani left. Kermani spoke. Then Kermani slept."
    record = pipeline().extract(text)
    assert [span.text for span in record.actors[0].evidence] == [
        "Hossein Amir Kermani", "Kermani", "Kermani",
    ]  # fmt: skip


NAMESAKES = [
    # the title tells which of a family is meant, whoever was named last
    ("President George Arwen met his son, Senator Paul Arwen. George Arwen read a psalm. Senator "
     "Arwen sang.", {"George Arwen": ["President"], "Paul Arwen": ["Senator"]}),
    # no title: the one named last before
    ("President George Arwen met his son, Senator Paul Arwen. Arwen sang.",
     {"George Arwen": ["President"], "Paul Arwen": ["Senator"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMESAKES)
def test_title_tells_namesakes_apart(text: str, expected: dict[str, list[str]]) -> None:
    """A family name behind a title is of the one who had that title."""
    found = {
        a.name: [role.title for role in a.roles]
        for a in pipeline().extract(text).actors
        if a.kind == "person"
    }
    assert found == expected


ONE_BODY = [
    ("Tarvosville Police Department closed a road. Tarvosville Police said so.",
     ["Tarvosville Police Department"]),
    ("The Zorix News Agency wrote so. The Zorix group closed.",
     ["Zorix News Agency", "Zorix group"]),
    ("Nigeria's military withdrew. The Nigerian military denied it.", ["Nigeria's military"]),
    ("Nigeria's military withdrew. The Turkish military denied it.",
     ["Nigeria's military", "Turkish military"]),
    ("The Ardle County Sheriff's Office called. The Sheriff's Office waited.",
     ["Ardle County Sheriff's Office"]),
    ("The Ardle County Sheriff's Office and the Bern County Sheriff's Office called. The "
     "Sheriff's Office waited.",
     ["Ardle County Sheriff's Office", "Bern County Sheriff's Office", "Sheriff's Office"]),
    ("The Rivers Department of the Zorian Water Ministry wrote. The Water Ministry waited.",
     ["Rivers Department of the Zorian Water Ministry", "Water Ministry"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE_BODY)
def test_shorter_name_is_of_the_same_body(text: str, expected: list[str]) -> None:
    """A body is one actor where a noun or its owner is left out, and two where both are named."""
    found = pipeline().extract(text).actors
    assert [a.name for a in found if a.kind == "organization"] == expected


ONE_GROUP = [
    ("Police closed the road. The road is safe, police said.", ["Police"]),
    ("The rebels left. Two days later the rebels returned.", ["The rebels"]),
    ("Two rebels left. Two rebels stayed.", ["Two rebels", "Two rebels"]),
    ("US officials spoke. Iranian officials listened.", ["US officials", "Iranian officials"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE_GROUP)
def test_same_description_is_of_the_same_group(text: str, expected: list[str]) -> None:
    """A group that is described in the same words is one actor, unless it is counted anew."""
    found = pipeline().extract(text).actors
    assert [a.name for a in found if a.kind == "group"] == expected
