"""Sentences about who met, visited or called whom, and sentences that only look so.

In a template `<e>` marks the words that state the event, `{a}` and `{b}` its parties, `{c}` who
mediates, `{where}{when}` its place and day.
"""

from collections.abc import Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from newsfacts.testing.grammar.dates import NEVER, When, future_day, past_day
from newsfacts.testing.grammar.parties import (
    PLAIN,
    SUBJECTS,
    Party,
    country_facts,
    first_party,
    party,
    titled,
    with_article,
)
from newsfacts.testing.grammar.pieces import (
    Expected,
    Person,
    Phrase,
    Piece,
    Scene,
    choose,
    fill,
    joined,
    phrase,
)
from newsfacts.testing.grammar.values import Among, AnyOf, Only
from newsfacts.testing.grammar.words import CITIES, WEEKDAYS, city_piece, person_piece


def _event(kind: str, parties: Sequence[Party], **fields: Any) -> Expected:
    """State an event of these parties, and of no other persons."""
    stated: dict[str, Any] = {
        "type": kind,
        "participants.actor.names": Among(*(name for each in parties for name in each.names)),
        "participants.actor[kind=person].name": Only(
            *(name for each in parties for name in each.persons)
        ),
    }
    return Expected("events", {**stated, **fields})


def _where(
    draw: st.DrawFn, before: str = " in ", *, outside: str | None = None
) -> tuple[Piece, str]:
    """Draw a city, outside a visitor's own country."""
    city = choose(draw, CITIES)
    if city[1] == outside:
        city = CITIES[(CITIES.index(city) + 1) % len(CITIES)]
    return joined((before, city_piece(city))), city[0]


_TAILS = ("", "where", "when", "both")


def _place_and_day(
    draw: st.DrawFn, scene: Scene, *, future: bool
) -> tuple[dict[str, Piece | str], dict[str, Any]]:
    tail = choose(draw, _TAILS)
    fields: dict[str, Any] = {}
    where: Piece | str = ""
    when: When = NEVER
    if tail in ("where", "both"):
        where, fields["place.name"] = _where(draw)
    if tail in ("when", "both"):
        when = (future_day if future else past_day)(draw, scene)
        fields["date.value"] = when.value
    return {"where": where, "when": when.piece}, fields


def _said(**status: Any) -> dict[str, Any]:
    return {"modality": "asserted", "polarity": "positive", **status}


@attrs.frozen
class _Form:
    """A family of templates that state one status of one type of event."""

    name: str
    templates: tuple[str, ...]
    status: dict[str, Any]
    type: str = "meet"
    future: bool = False


_MEETINGS = (
    _Form(
        "past",
        (
            "{a} <e>met</e> {b}{where}{when}.",
            "{a} <e>met with</e> {b}{where}{when}.",
            "{a} <e>held talks with</e> {b}{where}{when}.",
            "{a} and {b} <e>met</e>{where}{when}.",
            "{a} and {b} <e>held talks</e>{where}{when}.",
            "{a} <e>sat down with</e> {b}{where}{when}.",
            "{a} <e>negotiated with</e> {b}{where}{when}.",
            "{a} <e>conferred with</e> {b}{where}{when}.",
            "{a} <e>resumed talks with</e> {b}{where}{when}.",
            "<e>Talks between</e> {a} and {b} were held{where}{when}.",
            "<e>A meeting between</e> {a} and {b} took place{where}{when}.",
        ),
        _said(tense="past"),
    ),
    _Form(
        "future",
        (
            "{a} <e>will meet</e> {b}{where}{when}.",
            "{a} <e>is to meet</e> {b}{where}{when}.",
            "{a} <e>is due to meet</e> {b}{where}{when}.",
            "{a} <e>is scheduled to hold talks with</e> {b}{where}{when}.",
            "{a} and {b} <e>will meet</e>{where}{when}.",
        ),
        _said(tense="future"),
        future=True,
    ),
    _Form(
        "planned",
        (
            "{a} <e>plans to meet</e> {b}{where}{when}.",
            "{a} <e>is expected to meet</e> {b}{where}{when}.",
            "{a} <e>hopes to meet</e> {b}{where}{when}.",
            "{a} <e>intends to hold talks with</e> {b}{where}{when}.",
        ),
        _said(modality="planned", tense="future"),
        future=True,
    ),
    _Form(
        "possible",
        (
            "{a} <e>may meet</e> {b}{where}{when}.",
            "{a} <e>might meet</e> {b}{where}{when}.",
            "{a} <e>could meet</e> {b}{where}{when}.",
        ),
        _said(modality="possible", tense="future"),
        future=True,
    ),
    _Form(
        "requested",
        (
            "{a} <e>proposed a meeting with</e> {b}.",
            "{a} <e>invited {b} to talks</e>{where}.",
            "{a} <e>called for talks with</e> {b}.",
        ),
        _said(modality="requested"),
        future=True,
    ),
    _Form(
        "negative",
        (
            "{a} <e>did not meet</e> {b}{where}.",
            "{a} <e>refused to meet</e> {b}{where}.",
            "{a} <e>cancelled a meeting with</e> {b}{where}.",
            "{a} <e>called off talks with</e> {b}{where}.",
            "{a} <e>postponed a meeting with</e> {b}{where}.",
            "{a} <e>will not meet</e> {b}{where}{when}.",
            "{a} <e>denied having met</e> {b}{where}.",
        ),
        {"polarity": "negative"},
        future=True,
    ),
)
_CALLS = (
    _Form(
        "call",
        (
            "{a} <e>spoke by telephone with</e> {b}{when}.",
            "{a} <e>held a telephone conversation with</e> {b}{when}.",
            "{a} and {b} <e>spoke by phone</e>{when}.",
        ),
        _said(tense="past", format="phone"),
        type="call",
    ),
    _Form(
        "video call",
        ("{a} <e>held a video call with</e> {b}{when}.",),
        _said(tense="past", format="video"),
        type="call",
    ),
)  # fmt: skip


def _meeting(form: _Form) -> Phrase:
    @phrase(f"meetings.{form.name}", "events", "actors")
    def stated(draw: st.DrawFn, scene: Scene) -> Piece:
        template = choose(draw, form.templates)
        first = first_party(draw, scene, template)
        second = party(draw, scene.people[1], other=True)
        slots, fields = _place_and_day(draw, scene, future=form.future)
        for slot, field in (("where", "place.name"), ("when", "date.value")):
            if "{" + slot + "}" not in template:
                fields.pop(field, None)
        if form.name == "negative":
            fields.pop("date.value", None)
        status = dict(form.status)
        today = None if scene.published is None else scene.published.isoformat()
        if status.get("tense") == "future" and fields.get("date.value") == today:
            status["tense"] = AnyOf("future", "present")
        event = _event(form.type, (first, second), **status, **fields)
        piece = fill(template, {**slots, "a": first.piece, "b": second.piece}, {"e": event})
        return piece.capitalised()

    return stated


@phrase("meetings.present", "events", "actors")
def _present(draw: st.DrawFn, scene: Scene) -> Piece:
    """A meeting on the day of the article, in the present tense."""
    template = choose(
        draw,
        (
            "{a} <e>meets</e>{when}{where} with {b}.",
            "{a} <e>is meeting</e> {b}{where}{when}.",
            "{a} <e>holds talks</e>{when}{where} with {b}.",
        ),
    )
    first = party(draw, scene.people[0], SUBJECTS)
    second = party(draw, scene.people[1], other=True)
    city, name = _where(draw)
    fields = {"place.name": name}
    when = Piece("")
    if scene.published is not None:
        day = scene.published
        when = joined((" this ", _today(WEEKDAYS[day.weekday()], day.isoformat())))
        fields["date.value"] = day.isoformat()
    event = _event("meet", (first, second), **_said(tense="present"), **fields)
    if scene.published is None:
        event = attrs.evolve(event, fields=[each for each in event.fields if each[0] != "tense"])
    slots: dict[str, Piece | str] = {
        "a": first.piece, "b": second.piece, "where": city, "when": when,
    }  # fmt: skip
    return fill(template, slots, {"e": event}).capitalised()


def _today(name: str, value: str) -> Piece:
    return Piece(name, (Expected("dates", {"value": value, "type": "DATE"}, 0, len(name)),))


@phrase("meetings.hosted", "events", "actors")
def _hosted(draw: st.DrawFn, scene: Scene) -> Piece:
    """A meeting with a host."""
    template = choose(
        draw,
        (
            "{a} <e>received</e> {b}{where}{when}.",
            "{a} <e>hosted</e> {b} for talks{where}{when}.",
            "{b} <e>was received by</e> {a}{where}{when}.",
        ),
    )
    host = titled(draw, scene.people[0])
    guest = party(draw, scene.people[1], other=True)
    slots, fields = _place_and_day(draw, scene, future=False)
    roles = {"participants[role=host].actor.names": Among(*host.names)}
    event = _event("meet", (host, guest), **_said(tense="past"), **roles, **fields)
    return fill(template, {**slots, "a": host.piece, "b": guest.piece}, {"e": event}).capitalised()


@phrase("meetings.mediated", "events", "actors")
def _mediated(draw: st.DrawFn, scene: Scene) -> Piece:
    """A meeting with a mediator, who takes part in it."""
    template = choose(
        draw,
        (
            "{a} and {b} <e>held talks</e> mediated by <c>{c}</c>{where}{when}.",
            "<c>{c}</c> <e>mediated talks between</e> {a} and {b}{where}{when}.",
        ),
    )
    first = first_party(draw, scene, template)
    second = party(draw, scene.people[1], other=True)
    mediator = scene.people[2]
    country = with_article(mediator)
    slots, fields = _place_and_day(draw, scene, future=False)
    roles = {"participants[role=mediator].actor.names": Among(mediator.country)}
    third = Party(Piece(country), (mediator.country,))
    event = _event("meet", (first, second, third), **_said(tense="past"), **roles, **fields)
    slots |= {"a": first.piece, "b": second.piece, "c": country}
    return fill(template, slots, {"e": event, "c": country_facts(mediator)}).capitalised()


@phrase("meetings.urged", "events", "actors")
def _urged(draw: st.DrawFn, scene: Scene) -> Piece:
    """Somebody asks two others to meet; whether as a party to it is left open."""
    template = choose(
        draw,
        ("{c} <e>urged {a} and {b} to hold talks</e>.", "{c} <e>asked {a} and {b} to meet</e>."),
    )
    first, second = (party(draw, person, PLAIN) for person in scene.people[:2])
    third = titled(draw, scene.people[2])
    parties = (first, second, Party(Piece(""), (), third.names))
    event = _event("meet", parties, modality="requested", polarity="positive")
    slots: dict[str, Piece | str] = {"a": first.piece, "b": second.piece, "c": third.piece}
    return fill(template, slots, {"e": event}).capitalised()


@phrase("meetings.summit", "events", "actors")
def _summit(draw: st.DrawFn, scene: Scene) -> Piece:
    """Taking part in a meeting whose other parties are not named."""
    template, future = choose(
        draw,
        (
            ("{a} <e>attended a summit</e>{where}{when}.", False),
            ("{a} <e>took part in talks</e>{where}{when}.", False),
            ("{a} <e>will attend a summit</e>{where}{when}.", True),
        ),
    )
    only = party(draw, scene.people[0], SUBJECTS)
    slots, fields = _place_and_day(draw, scene, future=future)
    event = _event("meet", (only,), modality="asserted", polarity="positive", **fields)
    return fill(template, {**slots, "a": only.piece}, {"e": event}).capitalised()


@phrase("meetings.members", "events", "actors")
def _members(draw: st.DrawFn, scene: Scene) -> Piece:
    """A delegation whose members are named."""
    leader, other = scene.people[:2]
    member = Person(scene.people[2].name, leader.iso, leader.country, leader.demonym)
    guest = party(draw, other)
    country = with_article(leader)
    delegation = Expected(
        "actors",
        {
            "kind": "delegation",
            "represents.names": Among(leader.country),
            "members.names": Among(leader.name, member.name),
        },
    )
    home = Party(Piece(country), (leader.country,), (leader.name, member.name))
    event = _event("meet", (home, guest), **_said(tense="past"))
    return fill(
        "<d>A delegation from <c>{country}</c></d>, made up of {first} and {second},"
        " <e>met</e> {b}.",
        {
            "country": country, "first": person_piece(leader), "second": person_piece(member),
            "b": guest.piece,
        },
        {"d": delegation, "e": event, "c": country_facts(leader)},
    )  # fmt: skip


_VISITS = (
    _Form("past", ("{a} <e>arrived in</e> {city}{when}.", "{a} <e>visited</e> {city}{when}.",
                   "{a} <e>paid a visit to</e> {city}{when}.",
                   "{a} <e>travelled to</e> {city}{when}.",
                   "{a} <e>flew to</e> {city}{when}.",
                   "{a} <e>went on a visit to</e> {city}{when}."),
          _said(tense="past"), "visit"),
    _Form("future", ("{a} <e>will visit</e> {city}{when}.",
                     "{a} <e>is due to arrive in</e> {city}{when}.",
                     "{a} <e>will travel to</e> {city}{when}."),
          _said(tense="future"), "visit", future=True),
    _Form("planned", ("{a} <e>plans to travel to</e> {city}{when}.",
                      "{a} <e>is expected to visit</e> {city}{when}.",
                      "{a} <e>intends to travel to</e> {city}{when}."),
          _said(modality="planned", tense="future"), "visit", future=True),
    _Form("negative", ("{a} <e>will not travel to</e> {city}.",
                       "{a} <e>cancelled a visit to</e> {city}.",
                       "{a} <e>postponed a trip to</e> {city}."),
          {"polarity": "negative"}, "visit", future=True),
)  # fmt: skip


def _visit(form: _Form) -> Phrase:
    @phrase(f"visits.{form.name}", "events", "actors")
    def stated(draw: st.DrawFn, scene: Scene) -> Piece:
        template = choose(draw, form.templates)
        visitor = party(draw, scene.people[0], SUBJECTS)
        city, name = _where(draw, "", outside=scene.people[0].iso)
        slots, fields = _place_and_day(draw, scene, future=form.future)
        fields["place.name"] = name
        if "{when}" not in template:
            fields.pop("date.value", None)
        status = dict(form.status)
        today = None if scene.published is None else scene.published.isoformat()
        if status.get("tense") == "future" and fields.get("date.value") == today:
            status["tense"] = AnyOf("future", "present")
        event = _event("visit", (visitor,), **status, **fields)
        slots |= {"a": visitor.piece, "city": city}
        return fill(template, slots, {"e": event}).capitalised()

    return stated


@phrase("visits.meeting", "events", "actors")
def _visit_to_meet(draw: st.DrawFn, scene: Scene) -> Piece:
    """A trip and a meeting: two events in one sentence."""
    template, status, future = choose(
        draw,
        (
            ("{a} <v>travelled to</v> {city}{when} <m>to meet</m> {b}.", {}, False),
            ("{a} <v>plans to travel to</v> {city}{when} <m>to meet</m> {b}.",
             {"modality": "planned", "tense": "future"}, True),
            ("{a} <v>will travel to</v> {city}{when} <m>to meet</m> {b}.",
             {"modality": "asserted", "tense": "future"}, True),
            ("{a} <v>arrived in</v> {city}{when} <m>for talks with</m> {b}.", {}, False),
        ),
    )  # fmt: skip
    visitor = party(draw, scene.people[0], SUBJECTS)
    other = party(draw, scene.people[1], other=True)
    city, name = _where(draw, "", outside=scene.people[0].iso)
    slots, fields = _place_and_day(draw, scene, future=future)
    fields["place.name"] = name
    stated: dict[str, Any] = {"polarity": "positive", **status}
    today = None if scene.published is None else scene.published.isoformat()
    if stated.get("tense") == "future" and fields.get("date.value") == today:
        stated["tense"] = AnyOf("future", "present")
    trip = {**stated, **({} if future else {"modality": "asserted", "tense": "past"})}
    marks = {
        "v": _event("visit", (visitor,), **trip, **fields),
        # its day follows from the trip's only in part, and whether it has taken place is open
        "m": _event("meet", (visitor, other), **stated, **{"place.name": name}),
    }
    slots |= {"a": visitor.piece, "b": other.piece, "city": city}
    return fill(template, slots, marks).capitalised()


@phrase("actors.again", "actors", "events")
def _again(draw: st.DrawFn, scene: Scene) -> Piece:
    """A person who is named in full and then in short: one actor."""
    person = scene.people[0]
    visitor = titled(draw, person)
    city, name = _where(draw, "", outside=person.iso)
    words = person.name.split()
    short = words[-1] if len(words) == 2 else person.name
    event = _event("visit", (visitor,), **_said(tense="past"), **{"place.name": name})
    template = choose(
        draw,
        (
            "{a} <e>arrived in</e> {city}. <s>{short}</s> declined to comment.",
            "{a} <e>visited</e> {city}. No details were given, but <s>{short}</s> was smiling.",
        ),
    )
    again = Expected("actors", {"kind": "person", "name": person.name})
    slots: dict[str, Piece | str] = {"a": visitor.piece, "city": city, "short": short}
    return fill(template, slots, {"e": event, "s": again})


_TRAPS = (
    "The company met its deadline.",
    "The rivers meet near the old mill.",
    "The dam meets the needs of farmers.",
    "The site received 12 million visits.",
    "The court received the documents.",
    "The bank called in its loans.",
    "Athletes trained for the track meet.",
    "The proposal met with criticism.",
    "The harvest did not meet expectations.",
    "The chair was broken.",
    "The fans met the team with cheers.",
    "The airline called off the flights.",
    "The measure met resistance in parliament.",
    "The board will discuss the budget.",
)


@phrase("meetings.trap")
def _trap(draw: st.DrawFn, scene: Scene) -> Piece:
    return Piece(choose(draw, _TRAPS))


MEETING_PHRASES: tuple[Phrase, ...] = (
    *map(_meeting, _MEETINGS), _present, _hosted, _mediated, _urged, _summit,
    _members, *map(_meeting, _CALLS),
    *map(_visit, _VISITS), _visit_to_meet, _again, _trap,
)  # fmt: skip
