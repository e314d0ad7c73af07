"""Sentences about people killed, injured, missing and so on, and sentences that only look so.

Templates are written as those of `newsfacts.testing.grammar.harms`.
"""

import datetime
from typing import Any

import attrs
from hypothesis import strategies as st

from newsfacts.testing.grammar.counts import (
    MODIFIERS,
    PEOPLE,
    VICTIMS,
    Counted,
    Noun,
    count_fields,
    counted,
    exact_count,
)
from newsfacts.testing.grammar.dates import NEVER, past_day
from newsfacts.testing.grammar.harms import FORMS, VOICES
from newsfacts.testing.grammar.pieces import (
    Expected,
    Phrase,
    Piece,
    Scene,
    choose,
    fill,
    joined,
    phrase,
)
from newsfacts.testing.grammar.values import AnyOf, Like
from newsfacts.testing.grammar.words import (
    CITIES,
    city_piece,
    in_digits,
    person_piece,
    time_piece,
)

_BIG = ("displaced", "affected")
_SAYERS = ("police", "the army", "local officials", "the Health Ministry", "hospital sources")
_ANONYMOUS = "a security source, who requested anonymity,"
SOLDIERS, CHILDREN = VICTIMS[2], VICTIMS[4]
_TAILS = ("", "where", "when", "both")


def _noun_for(draw: st.DrawFn, harm: str) -> Noun:
    noun = choose(draw, VICTIMS)
    return noun if harm not in _BIG else (noun if noun.kind is None else PEOPLE)


def _victims(noun: Noun) -> dict[str, Any]:
    return {} if noun.kind is None else {"victims.kind": noun.kind}


def _place_and_day(draw: st.DrawFn, scene: Scene) -> tuple[dict[str, Piece | str], dict[str, Any]]:
    """Draw where and when, as slots for a template and as the fields that follow."""
    tail = choose(draw, _TAILS)
    where: Piece | str = ""
    fields: dict[str, Any] = {}
    if tail in ("where", "both"):
        city = choose(draw, CITIES)
        where = joined((" in ", city_piece(city)))
        fields["place.name"] = city[0]
    when = NEVER
    if tail in ("when", "both"):
        when = past_day(draw, scene)
        fields["date.value"] = when.value
    return {"where": where, "when": when.piece}, fields


def _scope(scene: Scene, fields: dict[str, Any]) -> dict[str, str]:
    """Say "incident" of what is undated or of the last week; what is older may be background."""
    day = fields.get("date.value")
    if day is None:
        return {"scope": "incident"}
    if scene.published is None:
        return {}
    age = scene.published - datetime.date.fromisoformat(day)
    return {"scope": "incident"} if age.days <= 7 else {}


def _only_used(template: str, fields: dict[str, Any]) -> None:
    """Forget a day or place that a template has no slot for."""
    for slot, field in (("where", "place.name"), ("when", "date.value")):
        if "{" + slot + "}" not in template:
            fields.pop(field, None)


def _figure(harm: str, count: Counted, noun: Noun, **fields: Any) -> Expected:
    stated = {
        "harm": harm,
        **dict(count.fields),
        "modality": "asserted",
        "polarity": "positive",
        **_victims(noun),
        **fields,
    }
    lone = tuple(path for path in stated if path.startswith("attribution."))
    if stated.get("scope") == "incident":
        lone += ("scope",)
    return Expected("casualties", stated, lone=lone)


def _said(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Draw who says so, as the end of the sentence and the field; often nobody."""
    if not choose(draw, (False, False, True)):
        return ".", {}
    sayer = choose(draw, (*_SAYERS, _ANONYMOUS))
    fields: dict[str, Any] = {"attribution.text": Like(sayer)}
    if sayer == _ANONYMOUS:
        fields = {"attribution.text": Like("a security source"), "attribution.anonymous": True}
    return f", {sayer} said.", fields


def _form(voice: str) -> Phrase:
    harms = tuple(harm for harm in FORMS if FORMS[harm][voice])

    @phrase(f"casualties.{voice}", "casualties")
    def stated(draw: st.DrawFn, scene: Scene) -> Piece:
        harm = choose(draw, harms)
        template = choose(draw, FORMS[harm][voice])
        noun = _noun_for(draw, harm)
        count = counted(draw, noun, big=harm in _BIG)
        slots, fields = _place_and_day(draw, scene)
        _only_used(template, fields)
        ending, said = _said(draw)
        figure = _figure(harm, count, noun, **_scope(scene, fields), **fields, **said)
        if harm in ("missing", "affected") or "are holding" in template:
            figure = _without(figure, "date.value", "scope")  # a state that lasts
        piece = fill(template.removesuffix(".") + "{end}", {
            **count.slots(), **slots, "end": ending}, {"x": figure})  # fmt: skip
        return piece.capitalised().built_by(f"casualties.{voice}.{harm}")

    return stated


def _without(figure: Expected, *paths: str) -> Expected:
    kept = tuple(each for each in figure.fields if each[0] not in paths)
    return attrs.evolve(figure, fields=kept)


@phrase("casualties.toll", "casualties")
def _toll(draw: st.DrawFn, scene: Scene) -> Piece:
    """The casualty noun and tolls that are given as bare figures."""
    manner = choose(draw, ("casualties", "toll", "exceeding"))
    if manner == "casualties":
        count = counted(
            draw,
            Noun("casualty", "casualties"),
            tuple(each for each in MODIFIERS if each != "unspecified"),
        )
        slots, fields = _place_and_day(draw, scene)
        figure = _figure("casualties", count, PEOPLE, **fields)
        piece = fill("The attack{where}{when} caused <x>{n}</x>.", {**count.slots(), **slots},
                     {"x": figure})  # fmt: skip
        return piece.built_by("casualties.noun.casualties")
    number = choose(draw, (12, 45, 120, 1_204))
    modifier = "more_than" if manner == "exceeding" else "exact"
    template = (
        "The death toll exceeds <x>{n}</x>."
        if manner == "exceeding"
        else choose(
            draw,
            ("The death toll rose to <x>{n}</x>.", "The death toll stands at <x>{n}</x>.",
             "Officials put the death toll at <x>{n}</x>.",
             "That brings the death toll to <x>{n}</x>."),
        )
    )  # fmt: skip
    low = number + 1 if modifier == "more_than" else number
    figure = Expected(
        "casualties",
        {"harm": "killed", "count.value": number, "count.low": low,
         "count.modifier": modifier, "modality": "asserted", "polarity": "positive"},
    )  # fmt: skip
    return fill(template, {"n": in_digits(number)}, {"x": figure})


@phrase("casualties.pair", "casualties")
def _pair(draw: st.DrawFn, scene: Scene) -> Piece:
    """Two figures in one clause, the second elliptic."""
    template = choose(
        draw,
        (
            "<x>{n} people</x> were killed and <y>{m}</y> injured{where}{when}.",
            "A bomb killed <x>{n} people</x> and wounded <y>{m}</y>{where}{when}.",
            "The explosion{where}{when} left <x>{n} dead</x> and <y>{m} injured</y>.",
            "<x>{n}</x> were killed and <y>{m}</y> wounded{where}{when}.",
            "<x>{n} people</x> were killed and <y>{m} others</y> were injured{where}{when}.",
            "A bomb exploded{where}{when}, killing <x>{n}</x> and injuring <y>{m} others</y>.",
        ),
    )
    killed, injured = choose(draw, (3, 5, 12)), choose(draw, (7, 2, 20, 45))
    slots, fields = _place_and_day(draw, scene)
    people = Noun("", "")
    first, second = (exact_count(draw, people, number) for number in (killed, injured))
    piece = fill(
        template,
        {**slots, "n": first.text.strip(), "m": second.text.strip()},
        {
            "x": _figure("killed", first, people, **_scope(scene, fields), **fields),
            "y": _figure("injured", second, people, **_scope(scene, fields), **fields),
        },
    )
    return piece.capitalised()


@phrase("casualties.list", "casualties")
def _list(draw: st.DrawFn, scene: Scene) -> Piece:
    """People of two kinds, each with a figure of its own."""
    template = choose(
        draw,
        (
            "<x>{n}</x> and <y>{m}</y> were killed{where}{when}.",
            "The explosion{where}{when} killed <x>{n}</x> and <y>{m}</y>.",
        ),
    )
    first = exact_count(draw, SOLDIERS, choose(draw, (3, 2, 9, 1)))
    second = exact_count(draw, CHILDREN, choose(draw, (4, 2, 1, 11)))
    slots, fields = _place_and_day(draw, scene)
    fields |= _scope(scene, fields)
    piece = fill(
        template,
        {**slots, "n": first.text, "m": second.text},
        {
            "x": _figure("killed", first, SOLDIERS, **fields),
            "y": _figure("killed", second, CHILDREN, **fields),
        },
    )
    return piece.capitalised()


_GROUPS = (
    ("Both pilots", "were", 2),
    ("A family of five", "was", 5),
    ("A couple and their baby", "were", 3),
    ("All 12 passengers", "were", 12),
    ("A mother and her two children", "were", 3),
    ("12 of the 40 passengers", "were", 12),
    ("The driver", "was", 1),
)


@phrase("casualties.group", "casualties")
def _group(draw: st.DrawFn, scene: Scene) -> Piece:
    """People whose number follows from what they are called."""
    words, verb, number = choose(draw, _GROUPS)
    harm, done = choose(draw, (("killed", "killed"), ("injured", "wounded")))
    slots, fields = _place_and_day(draw, scene)
    fields |= _scope(scene, fields)
    figure = _figure(harm, Counted(words, "exact", False, count_fields(number, "exact")), PEOPLE,
                     **fields)  # fmt: skip
    return fill(
        "<x>{n}</x> {verb} {done}{where}{when}.",
        {**slots, "n": words, "verb": verb, "done": done},
        {"x": figure},
    )


@phrase("casualties.named", "casualties", "actors")
def _named(draw: st.DrawFn, scene: Scene) -> Piece:
    """One victim, by name."""
    harm, done = choose(
        draw,
        (("killed", "was killed"), ("killed", "was shot dead"), ("injured", "was wounded"),
         ("abducted", "was kidnapped"), ("detained", "was arrested"), ("released", "was freed")),
    )  # fmt: skip
    slots, fields = _place_and_day(draw, scene)
    fields |= _scope(scene, fields)
    figure = _figure(harm, Counted("", "exact", True, count_fields(1, "exact")), PEOPLE, **fields)
    return fill(
        "<x>{n}</x> {done}{where}{when}.",
        {**slots, "n": person_piece(scene.people[0]), "done": done},
        {"x": figure},
    )


@phrase("casualties.perpetrator", "casualties")
def _perpetrator(draw: st.DrawFn, scene: Scene) -> Piece:
    """Attackers' own deaths."""
    noun = Noun("attacker", "attackers", "perpetrator")
    count = exact_count(draw, noun, choose(draw, (2, 1, 3)))
    template = choose(draw, ("<x>{n}</x> {were} shot dead by guards.", "Guards killed <x>{n}</x>."))
    return fill(template, count.slots(), {"x": _figure("killed", count, noun)}).capitalised()


@phrase("casualties.subset", "casualties")
def _subset(draw: st.DrawFn, scene: Scene) -> Piece:
    """A part of a figure, which must not be added to it."""
    harm, verb = choose(draw, (("killed", "killed"), ("injured", "wounded"),
                               ("abducted", "kidnapped")))  # fmt: skip
    template = choose(
        draw,
        (
            "<x>{n}</x> were {verb}{where}{when}, including <y>{m}</y>.",
            "<x>{n}</x> were {verb}{where}{when}, among them <y>{m}</y>.",
            "<x>{n}</x> were {verb}{where}{when}, <y>{number} of them {noun}</y>.",
        ),
    )
    part_noun = choose(draw, (CHILDREN, VICTIMS[5], VICTIMS[6]))
    whole = exact_count(draw, PEOPLE, choose(draw, (12, 20, 45, 7)))
    part = exact_count(draw, part_noun, choose(draw, (4, 2, 3)))
    slots, fields = _place_and_day(draw, scene)
    piece = fill(
        template,
        {**slots, "n": whole.text, "m": part.text, "verb": verb,
         "number": part.text.split()[0], "noun": part_noun.many},
        {
            "x": _figure(harm, whole, PEOPLE, **_scope(scene, fields), **fields),
            "y": _figure(harm, part, part_noun, scope="subset",
                         **{"part_of.count.value": whole.value}),
        },
    )  # fmt: skip
    return piece.capitalised()


@phrase("casualties.zero", "casualties")
def _zero(draw: st.DrawFn, scene: Scene) -> Piece:
    """Nobody: a count of zero that is asserted."""
    harm, template = choose(
        draw,
        (
            ("injured", "<x>No one</x> was hurt."),
            ("killed", "<x>No one</x> was killed."),
            ("injured", "<x>Nobody</x> was injured."),
            ("casualties", "<x>No casualties</x> were reported."),
            ("injured", "There were <x>no injuries</x>."),
        ),
    )
    stated = {
        "harm": harm, "count.value": 0, "count.low": 0, "count.high": 0,
        "count.modifier": "exact", "modality": "asserted", "polarity": "positive",
    }  # fmt: skip
    return fill(template, {}, {"x": Expected("casualties", stated)})


@phrase("casualties.denied", "casualties")
def _denied(draw: st.DrawFn, scene: Scene) -> Piece:
    """A figure that somebody denies."""
    count = exact_count(draw, SOLDIERS, choose(draw, (5, 12, 40)))
    template, harm = choose(
        draw,
        (
            ("The army denied that <x>{n}</x> had been killed{where}.", "killed"),
            ("The army denied that <x>{n}</x> had been captured{where}.", "detained"),
            ("The ministry denied reports that <x>{n}</x> had been wounded{where}.", "injured"),
        ),
    )
    slots, fields = _place_and_day(draw, scene)
    fields.pop("date.value", None)
    figure = _figure(harm, count, SOLDIERS, **{**fields, "polarity": "negative"})
    if harm == "detained":
        figure = Expected("casualties", {**dict(figure.fields),
                                         "harm": AnyOf("detained", "abducted")})  # fmt: skip
    figure = _without(figure, "modality")
    return fill(template, {**slots, "n": count.text}, {"x": figure})


@phrase("casualties.possible", "casualties")
def _possible(draw: st.DrawFn, scene: Scene) -> Piece:
    """Harm that is feared or possible."""
    template = choose(
        draw,
        (
            "<x>{n}</x> {are} feared dead{where}.",
            "<x>{n}</x> may have died{where}.",
            "<x>{n}</x> might have been killed{where}.",
            "<x>{n}</x> {are} feared drowned{where}.",
        ),
    )
    count = counted(draw, PEOPLE)
    slots, fields = _place_and_day(draw, scene)
    fields.pop("date.value", None)
    figure = _figure("killed", count, PEOPLE, **{**fields, "modality": "possible"})
    piece = fill(template, {**slots, **count.slots()}, {"x": figure})
    return piece.capitalised()


@phrase("casualties.hypothetical", "casualties")
def _hypothetical(draw: st.DrawFn, scene: Scene) -> Piece:
    """Harm that is threatened, or would follow."""
    template, harm = choose(
        draw,
        (
            ("The kidnappers threatened to kill <x>{n}</x>.", "killed"),
            ("<x>{n}</x> could die if the dam breaks.", "killed"),
            ("A collapse of the wall would displace <x>{n}</x>.", "displaced"),
        ),
    )
    count = counted(draw, PEOPLE, ("exact", "at_least", "vague"))
    figure = _figure(
        harm, count, PEOPLE, modality=AnyOf("hypothetical", "possible"), polarity="positive"
    )
    return fill(template, count.slots(), {"x": figure}).capitalised()


@phrase("casualties.background", "casualties")
def _background(draw: st.DrawFn, scene: Scene) -> Piece:
    """An earlier event that is recalled, with its own year and figure."""
    year = (scene.published.year if scene.published else 2024) - choose(draw, (5, 3, 12, 30))
    template = choose(
        draw,
        (
            "In {year}, <x>{n}</x> {were} killed in a fire at the same hotel.",
            "In {year}, <x>{n}</x> died when a ferry sank in the same strait.",
            "An earlier attack on the base in {year} killed <x>{n}</x>.",
        ),
    )
    count = counted(draw, PEOPLE, ("exact", "at_least", "more_than", "about"))
    figure = _figure("killed", count, PEOPLE, scope="background", **{"date.value": str(year)})
    slots: dict[str, Piece | str] = {**count.slots(), "year": time_piece(str(year), str(year))}
    return fill(template, slots, {"x": figure})


@phrase("casualties.cumulative", "casualties")
def _cumulative(draw: st.DrawFn, scene: Scene) -> Piece:
    """A figure over a period."""
    since: Piece = Piece("the fighting began")
    year = (scene.published.year if scene.published else 2024) - choose(draw, (2, 5, 10))
    if choose(draw, (False, True)):
        since = time_piece(str(year), str(year))
    template = choose(
        draw,
        (
            "<x>{n}</x> {have} been killed{where} since {since}.",
            "The war has killed <x>{n}</x>{where} since {since}.",
        ),
    )
    count = counted(draw, PEOPLE, ("more_than", "exact", "at_least", "nearly", "vague", "about"))
    slots, fields = _place_and_day(draw, scene)
    fields.pop("date.value", None)
    figure = _figure("killed", count, PEOPLE, scope="cumulative", **fields)
    piece = fill(template, {**slots, **count.slots(), "since": since}, {"x": figure})
    return piece.capitalised()


_TRAPS = (
    "The Senate killed the bill.",
    "The fire killed 40 cows.",
    "There were no immediate reports of casualties.",
    "The two teams finished in a dead heat.",
    "The defeat injured their pride.",
    "The delay killed off hopes of a deal.",
    "The fund lost 12 million dollars.",
    "The hosts scored three goals.",
    "It was not known whether anyone was hurt.",
    "High prices hurt 12 companies.",
    "About 60 percent of voters stayed away.",
    "The army captured 12 tanks.",
    "The storm left 300 houses without power.",
    "The court released 40 pages of documents.",
    "The flood displaced 200 tons of gravel.",
)


@phrase("casualties.trap")
def _trap(draw: st.DrawFn, scene: Scene) -> Piece:
    return Piece(choose(draw, _TRAPS))


CASUALTY_PHRASES: tuple[Phrase, ...] = (
    *map(_form, VOICES), _pair, _list, _group, _named, _subset, _toll, _zero, _denied, _possible,
    _hypothetical, _background, _cumulative, _perpetrator, _trap,
)  # fmt: skip
