"""Offices that a verb gives, keeps or takes: "was elected chairman", "resigned as minister"."""

from functools import cache

import pytest

from newsfacts import Pipeline
from newsfacts.testing import isolated_pipeline
from newsfacts_actors.extractor import ActorExtractor


@cache
def pipeline() -> Pipeline:
    """The plugin's extractor alone, with nothing else installed."""
    return isolated_pipeline(ActorExtractor())


def roles(text: str) -> list[tuple[str, str, bool]]:
    """The roles of all persons of a text as (person, title, former)."""
    return [
        (actor.name, role.title, role.former)
        for actor in pipeline().extract(text).actors
        if actor.kind == "person"
        for role in actor.roles
    ]


# text, person, title, former
HELD = [
    ("Ana Ruiz was named special envoy.", "Ana Ruiz", "special envoy", False),
    ("Petr Novak was appointed as ambassador to Chile.",
     "Petr Novak", "ambassador to Chile", False),
    ("Mutale Banda was elected chairman of the Zorix Party on Monday.",
     "Mutale Banda", "chairman", False),
    ("Omar Bensaid was sworn in as president of Zafar.",
     "Omar Bensaid", "president of Zafar", False),
    ("Tavo Restrelli became army chief.", "Tavo Restrelli", "army chief", False),
    ("Ivo Palmer took over as head of the World Bank.", "Ivo Palmer", "head", False),
    ("The party elected Carla Bonetti as its leader.", "Carla Bonetti", "leader", False),
    ("The king appointed Otto Kranz prime minister.", "Otto Kranz", "prime minister", False),
    ("Ana Ruiz worked as a nurse.", "Ana Ruiz", "nurse", False),
    ("Noor Saliba, whom nobody knew, left. Noor Saliba, who has been asked by the African Union "
     "to act as special mediator, flew home.", "Noor Saliba", "special mediator", False),
    # what is over
    ("Amos Barzel resigned as finance minister.", "Amos Barzel", "finance minister", True),
    ("Noor Saliba, who served as ambassador to Peru, left.",
     "Noor Saliba", "ambassador to Peru", True),
    ("Jens Holt stepped down as chairman.", "Jens Holt", "chairman", True),
    # who follows whom
    ("Ulla Munk will succeed Jens Holt as chairman.", "Ulla Munk", "chairman", False),
    # said first
    ("As president, Ana Ruiz signed it.", "Ana Ruiz", "president", False),
    ("As foreign minister in the last government, Petr Novak ended the freeze.",
     "Petr Novak", "foreign minister in the last government", False),
    # described in one sentence, named when quoted in the next
    ('A rebel spokesman claimed the attack. "It was ours," Yusuf Hanifi said by telephone.',
     "Yusuf Hanifi", "rebel spokesman", False),
    ('A prominent cleric said it was regrettable. "Fire spreads," said Mohammed Sabir Ahmad.',
     "Mohammed Sabir Ahmad", "cleric", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "former"), HELD)
def test_verb_gives_an_office(text: str, name: str, title: str, former: bool) -> None:
    """A verb of choosing, holding or leaving puts its subject or object into the office."""
    assert (name, title, former) in roles(text)


NOT_HELD = [
    ("Ana Ruiz was seen as the chairman left.", "Ana Ruiz"),
    ("As the president spoke, Ana Ruiz left.", "Ana Ruiz"),
    ("Ana Ruiz and Petr Novak saw the chairman resign.", "Petr Novak"),
    # a quotation after somebody else was named
    ('A rebel spokesman met Ana Ruiz. "It was ours," Yusuf Hanifi said.', "Yusuf Hanifi"),
    # whose spokesman he is holds the other office
    ("Petr Novak, the president's spokesman, left.", "president"),
]


@pytest.mark.parametrize(("text", "name"), NOT_HELD)
def test_verb_gives_no_office(text: str, name: str) -> None:
    """Without such a verb nobody gets the office; nor does the next person who is named."""
    assert name not in [part for person, title, _ in roles(text) for part in (person, title)]
