"""Delegations: whom they represent, who heads them, who belongs to them."""

from functools import cache

import pytest

from newsfacts import Pipeline, Record


@cache
def pipeline() -> Pipeline:
    """All installed plugins, failing loudly."""
    return Pipeline(on_error="raise")


def shown(record: Record) -> list[tuple[list[str], str | None, list[str]]]:
    """Give each delegation as the names it represents, its head and its members."""
    names = {actor.id: actor.name for actor in record.actors}
    return [
        (
            [names[id] for id in actor.represents],
            names[actor.head] if actor.head else None,
            [names[id] for id in actor.members],
        )
        for actor in record.actors
        if actor.kind == "delegation"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A delegation of the Shiite movement Hezbollah landed in Doha.",
            [(["Hezbollah"], None, [])],
        ),
        (
            "A Hamas delegation headed by Salim Haddad came to Doha.",
            [(["Hamas"], "Salim Haddad", [])],
        ),
        (
            "A delegation from Hezbollah, led by its deputy leader Salim Haddad, met the minister.",
            [(["Hezbollah"], "Salim Haddad", [])],
        ),
        (
            "A 12-member Turkish delegation headed by Foreign Minister Kemal Aydin flew to Baku.",
            [(["Turkey"], "Kemal Aydin", [])],
        ),
        (
            "A Kenyan delegation flew to Doha on Monday. It is led by Envoy Salim Haddad.",
            [(["Kenya"], "Salim Haddad", [])],
        ),
        (
            "The Red Party met a Kenyan delegation in Doha. It is led by Salim Haddad.",
            [(["Kenya"], None, [])],
        ),
        (
            "A high-level delegation from Kenya visited Uganda.",
            [(["Kenya"], None, [])],
        ),
        (
            "Foreign Minister Kemal Aydin will lead the Turkish delegation.",
            [(["Turkey"], "Kemal Aydin", [])],
        ),
        (
            "The Israeli delegation is composed of officers from Mossad, Shin Bet and Hamas.",
            [(["Israel"], None, ["Mossad", "Shin Bet", "Hamas"])],
        ),
        (
            "The Palestinian delegation includes officials from Hamas and Islamic Jihad.",
            [(["Palestine"], None, ["Hamas", "Islamic Jihad"])],
        ),
        (
            "A Turkish delegation and one of officials from Hamas and Hezbollah landed in Tunis.",
            [
                (["Turkey"], None, []),
                (["Hamas", "Hezbollah"], None, ["Hamas", "Hezbollah"]),
            ],
        ),
        (
            "The Togolese delegation will be led by Minister Kodjo Adedze and will include"
            " the head of the customs office, Ama Lawson, and the envoy to Benin, Yao Mensah.",
            [(["Togo"], "Kodjo Adedze", ["Ama Lawson", "Yao Mensah"])],
        ),
        (
            "The Togolese delegation is led by Minister Kodjo Adedze and met Ama Lawson.",
            [(["Togo"], "Kodjo Adedze", [])],
        ),
        (
            "The delegations of the Togolese army and of the widely recognized government of Ghana"
            " met in Accra.",
            [(["Togolese army", "Ghana"], None, [])],
        ),
        (
            "Delegations from Iran and Turkey gathered in Astana.",
            [(["Iran", "Turkey"], None, [])],
        ),
        ("The two delegations met in Cairo.", []),
        ("The minister delegated the task to his deputy.", []),
        ("Israel and Egypt agreed.", []),
    ],
)
def test_delegations(text: str, expected: list[tuple[list[str], str | None, list[str]]]) -> None:
    """A delegation stands for those named with it, has its head and its members."""
    found = shown(pipeline().extract(text, published="2024-05-15"))
    assert found == expected


def test_a_head_takes_part_with_the_delegation() -> None:
    """Both the delegation and who leads it take part in the meeting."""
    record = pipeline().extract(
        "A Fatah delegation headed by Salim Haddad met Kenyan President Daniel Otieno in Nairobi.",
        published="2024-05-15",
    )
    names = {actor.id: (actor.kind, actor.name) for actor in record.actors}
    (event,) = record.events
    assert {names[each.actor] for each in event.participants} == {
        ("delegation", "A Fatah delegation"),
        ("person", "Salim Haddad"),
        ("person", "Daniel Otieno"),
    }


def test_the_name_is_the_phrase() -> None:
    """A delegation's name is its whole phrase, and its evidence begins with it."""
    text = "A political delegation from Hezbollah met Kenyan President Daniel Otieno."
    record = pipeline().extract(text, published="2024-05-15")
    (found,) = [actor for actor in record.actors if actor.kind == "delegation"]
    assert found.name == "A political delegation from Hezbollah"
    assert found.evidence[0].text == "A political delegation from Hezbollah"
