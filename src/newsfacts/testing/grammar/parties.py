"""Who takes part in meetings: persons with and without office, countries, delegations."""

from typing import Any

import attrs
from hypothesis import strategies as st

from newsfacts.testing.grammar.pieces import (
    Expected,
    Marks,
    Person,
    Piece,
    Scene,
    choose,
    fill,
    joined,
)
from newsfacts.testing.grammar.values import Among
from newsfacts.testing.grammar.words import person_piece

_TITLES = ("Foreign Minister", "Prime Minister", "President", "Defence Minister")


@attrs.frozen
class Party:
    """Who takes part: the words, and a name that each participant they stand for answers to.

    `persons` are those of the names that are persons'.
    """

    piece: Piece
    names: tuple[str, ...]
    persons: tuple[str, ...] = ()


def country_facts(person: Person) -> tuple[Expected, ...]:
    """A country that acts; whether the words also name a place is left open."""
    return (
        Expected("actors", {"kind": "country", "name": person.country}),
        Expected("places", optional=True),
    )


def with_article(person: Person) -> str:
    """Give the country's name as it stands in a sentence."""
    return f"the {person.country}" if person.country.startswith("United") else person.country


def _name(person: Person) -> Party:
    return Party(person_piece(person), (person.name,), (person.name,))


def titled(draw: st.DrawFn, person: Person) -> Party:
    """Name a person with a state office before the name."""
    title = choose(draw, _TITLES)
    role = {"roles.title": Among(title), f"roles[title={title}].country": Among(person.iso)}
    piece = joined((f"{person.demonym} {title} ", person_piece(person, **role)))
    return Party(piece, (person.name,), (person.name,))


def _former(draw: st.DrawFn, person: Person) -> Party:
    title = choose(draw, _TITLES)
    role = {
        "roles.title": Among(title),
        f"roles[title={title}].country": Among(person.iso),
        f"roles[title={title}].former": Among(True),
    }
    piece = joined((f"former {person.demonym} {title} ", person_piece(person, **role)))
    return Party(piece, (person.name,), (person.name,))


def _apposed(draw: st.DrawFn, person: Person) -> Party:
    """A subject only: it ends with a comma."""
    title = choose(draw, _TITLES)
    role = {"roles.title": Among(title), f"roles[title={title}].country": Among(person.iso)}
    piece = fill(
        "<c>{country}</c>'s {title}, {name},",
        {
            "country": with_article(person), "title": title.lower(),
            "name": person_piece(person, **role),
        },
        {"c": Expected("places", optional=True)},
    )  # fmt: skip
    return Party(piece, (person.name,), (person.name,))


def _office(draw: st.DrawFn, person: Person) -> Party:
    """A subject only: an office in an organization, between commas."""
    name = choose(draw, _ORGANIZATIONS)
    role = {"roles.title": Among("head"), "roles[title=head].organization.names": Among(name)}
    piece = fill(
        "{name}, head of the <o>{organization}</o>,",
        {"name": person_piece(person, **role), "organization": name},
        {"o": Expected("actors", {"kind": "organization", "name": name})},
    )
    return Party(piece, (person.name,), (person.name,))


def _delegation(draw: st.DrawFn, person: Person, *, headed: bool) -> Party:
    template = choose(
        draw,
        (
            "<d>a {demonym} delegation</d>",
            "<d>a delegation from <c>{country}</c></d>",
            "<d>a high-level {demonym} delegation</d>",
        ),
    )
    a = "an" if person.demonym[0] in "AEIOU" else "a"
    template = template.replace("a {demonym}", f"{a} {{demonym}}")
    country = with_article(person)
    stated: dict[str, Any] = {"kind": "delegation", "represents.names": Among(person.country)}
    slots: dict[str, Piece | str] = {"demonym": person.demonym, "country": country}
    names: tuple[str, ...] = (person.country,)
    if headed:
        verb = choose(draw, ("led by", "headed by"))
        title = choose(draw, ("", *_TITLES))
        fields = {"roles.title": Among(title)} if title else {}
        slots["head"] = joined(
            (f" {verb} {title} " if title else f" {verb} ", person_piece(person, **fields))
        )
        template += "{head}"
        stated["head.names"] = Among(person.name)
        names = (person.country, person.name)
    marks: dict[str, Marks] = {"d": Expected("actors", stated), "c": country_facts(person)}
    return Party(fill(template, slots, marks), names, names[1:])


PLAIN = ("name", "titled", "delegation")
_OBJECTS = (*PLAIN, "headed", "former")
SUBJECTS = (*_OBJECTS, "apposed", "office")
_OTHERS = (*_OBJECTS, "organization")
_ORGANIZATIONS = ("African Union", "European Union", "Arab League", "World Bank")


def _organization(draw: st.DrawFn) -> Party:
    """A delegation of an organization."""
    name = choose(draw, _ORGANIZATIONS)
    delegation = Expected("actors", {"kind": "delegation", "represents.names": Among(name)})
    organization = Expected("actors", {"kind": "organization", "name": name})
    template = "<d>a delegation from the <o>{name}</o></d>"
    piece = fill(template, {"name": name}, {"d": delegation, "o": organization})
    return Party(piece, (name,))


def first_party(draw: st.DrawFn, scene: Scene, template: str) -> Party:
    """Draw the first of two parties, so that "A led by B and C" cannot arise."""
    kinds = PLAIN if "{a} and {b}" in template else SUBJECTS
    if not template.startswith("{a} <e>"):
        kinds = PLAIN
    return party(draw, scene.people[0], kinds)


def party(
    draw: st.DrawFn, person: Person, kinds: tuple[str, ...] | None = None, *, other: bool = False
) -> Party:
    """Draw a person or country as a party; `other` also allows an organization."""
    kind = choose(draw, kinds or (_OTHERS if other else _OBJECTS))
    if kind == "organization":
        return _organization(draw)
    if kind == "name":
        return _name(person)
    if kind == "titled":
        return titled(draw, person)
    if kind == "former":
        return _former(draw, person)
    if kind == "office":
        return _office(draw, person)
    if kind == "apposed":
        return _apposed(draw, person)
    return _delegation(draw, person, headed=kind == "headed")
