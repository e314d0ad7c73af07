"""Parties that an adjective names, parts of states, and bodies that somebody leads or calls his."""

from functools import cache

import pytest

from newsfacts import Pipeline
from newsfacts.testing import isolated_pipeline
from newsfacts_actors.extractor import ActorExtractor


@cache
def pipeline() -> Pipeline:
    """The plugin's extractor alone, with nothing else installed."""
    return isolated_pipeline(ActorExtractor())


def belonging(text: str) -> list[tuple[str, str, str]]:
    """Whom the persons of a text belong to as (person, title, organisation)."""
    record = pipeline().extract(text)
    return [
        (actor.name, role.title, record.actor(role.organization).name)
        for actor in record.actors
        for role in actor.roles
        if role.organization
    ]


# text, person, title, organisation
BELONG = [
    ("Xaro Dalia and Petr Novak, both of the Zorix Union, left.",
     "Xaro Dalia", "member", "Zorix Union"),
    ("Xaro Dalia and Petr Novak, both of the Zorix Union, left.",
     "Petr Novak", "member", "Zorix Union"),
    ("Petr Novak, who heads Togo's Zorix Board, left.", "Petr Novak", "heads", "Zorix Board"),
    ("Tarvik Foods Inc fell. Tarvik president Petr Novak left.",
     "Petr Novak", "president", "Tarvik Foods Inc"),
    ("The Zorix Union said its president, Petr Novak, left.",
     "Petr Novak", "president", "Zorix Union"),
    # parties
    ("Labour leader Tom Brandt spoke.", "Tom Brandt", "leader", "Labour"),
    ("Labour's shadow chancellor, Rachel Greaves, spoke.",
     "Rachel Greaves", "shadow chancellor", "Labour"),
    ("Republican presidential candidate Mitch Daltrey left.",
     "Mitch Daltrey", "presidential candidate", "Republican"),
    ("Christian Democrat Axel Fischmann left.", "Axel Fischmann", "member", "Christian Democrat"),
    ("Axel Fischmann is a Christian Democrat member of the Bundestag.",
     "Axel Fischmann", "member", "Bundestag"),
    ("Axel Fischmann is a Christian Democrat member of the Bundestag.",
     "Axel Fischmann", "member", "Christian Democrat"),
    # parts of states
    ("Bavarian premier Markus Soderholm left.", "Markus Soderholm", "premier", "Bavaria"),
    ("Saxony's premier Michael Kretsch left.", "Michael Kretsch", "premier", "Saxony"),
    ("The governor of Ohio, Mike De Winter, left.", "Mike De Winter", "governor", "Ohio"),
    ("Oklahoma Sen. James Inhofer left.", "James Inhofer", "Sen.", "Oklahoma"),
    # a body that somebody leads, or calls his own
    ("The Quillan Peace Council, led by Omar Bensaid, met.",
     "Omar Bensaid", "led", "Quillan Peace Council"),
    ("Petr Novak left his Zorix Party.", "Petr Novak", "member", "Zorix Party"),
    ("Ulla Munk told her party, the Free Lakes Movement, so.",
     "Ulla Munk", "member", "Free Lakes Movement"),
    ("Paul Gatera won. His ruling Free Lakes Movement has grown.",
     "Paul Gatera", "member", "Free Lakes Movement"),
    # work
    ("Maria Weiss teaches at the University of Tarvos.",
     "Maria Weiss", "member", "University of Tarvos"),
    ("Ana Ruiz, who works for the World Bank, agreed.", "Ana Ruiz", "member", "World Bank"),
    ("Interpol's veteran Gerda Roe agreed.", "Gerda Roe", "veteran", "Interpol"),
    ("Dirk Dressler, of the Rostock-based Engineers Society, agreed.",
     "Dirk Dressler", "member", "Engineers Society"),
    # a firm that only its chief's office shows
    ("Kestrel boss John Brandt quit.", "John Brandt", "boss", "Kestrel"),
    ("Michael Cashmore, President of the Intergroup, left.",
     "Michael Cashmore", "President", "Intergroup"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organization"), BELONG)
def test_belongs(text: str, name: str, title: str, organization: str) -> None:
    """A person belongs to the party, state, body or firm that the sentence gives him."""
    assert (name, title, organization) in belonging(text)


APART = [
    "Petr Novak and Ana Ruiz, both from the coast, met the Zorix Union.",
    "Labour Minister Ana Ruiz left.",
    "Conservative estimates say so, Ana Ruiz noted.",
    "The Republican Guard held Ana Ruiz.",
    "Green energy is cheap, Ana Ruiz said.",
    # whose party it is, is not said
    "Ana Ruiz and Petr Novak met his Zorix Party.",
    # whose work is told of, who led a team of it only, and the agencies behind a name
    "Ana Ruiz's handling of the Zorix Party was poor.",
    "Ana Ruiz led the Zorix Party delegation.",
    "Author: Ana Ruiz (AFP, Reuters)",
    # where two met
    "Tom Kerrich met Ana Ruiz at the French foreign ministry.",
    # an adjective, not a firm
    "Flamboyant boss Ana Ruiz left.",
    # a bare title that opens a sentence is not always that of the body named before it
    "The National Assembly met. Opposition leader Ana Ruiz was barred.",
]


@pytest.mark.parametrize("text", APART)
def test_belongs_to_nobody(text: str) -> None:
    """A party's adjective, a guard, a place of meeting and a neighbour's party bind nobody."""
    assert belonging(text) == []
