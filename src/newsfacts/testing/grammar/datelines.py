"""Datelines in the manners of the agencies, header lines, and heads that only look so.

Each manner is a template with `{city}`, `{other}`, `{country}`, `{region}`, `{date}` and
`{author}` in it; `<l>` marks the dateline. What follows the mark is the agency's separator.
"""

import datetime
from typing import Any

import attrs
from hypothesis import strategies as st

from newsfacts.testing.grammar.dates import ONE_DAY
from newsfacts.testing.grammar.pieces import (
    Expected,
    Phrase,
    Piece,
    Scene,
    choose,
    fill,
    phrase,
)
from newsfacts.testing.grammar.values import Among
from newsfacts.testing.grammar.words import MONTHS, SHORT_MONTHS, WEEKDAYS, time_piece

_COUNTRIES = {
    "KE": "Kenya", "PE": "Peru", "NO": "Norway", "EG": "Egypt", "SN": "Senegal", "EC": "Ecuador",
    "VN": "Vietnam", "IQ": "Iraq", "PK": "Pakistan", "ES": "Spain",
}  # fmt: skip
_ENGLISH = (
    ("Nairobi", "Nairobi", "KE"), ("Lima", "Lima", "PE"), ("Oslo", "Oslo", "NO"),
    ("Cairo", "Cairo", "EG"), ("Dakar", "Dakar", "SN"), ("Quito", "Quito", "EC"),
    ("Hanoi", "Hanoi", "VN"), ("Baghdad", "Baghdad", "IQ"), ("Karachi", "Karachi", "PK"),
    ("Madrid", "Madrid", "ES"),
)  # fmt: skip
_CITIES = {  # as spelt in the language, as a gazetteer gives it in English, country
    "en": _ENGLISH,
    "es": (("Lima", "Lima", "PE"), ("Moscú", "Moscow", "RU"), ("Londres", "London", "GB"),
           ("Bruselas", "Brussels", "BE"), ("Buenos Aires", "Buenos Aires", "AR"),
           ("San Salvador", "San Salvador", "SV")),
    "pt": (("Lisboa", "Lisbon", "PT"), ("Maputo", "Maputo", "MZ"), ("Luanda", "Luanda", "AO"),
           ("Londres", "London", "GB")),
    "fr": (("Paris", "Paris", "FR"), ("Genève", "Geneva", "CH"), ("Dakar", "Dakar", "SN"),
           ("Bruxelles", "Brussels", "BE")),
    "it": (("Roma", "Rome", "IT"), ("Milano", "Milan", "IT"), ("Palermo", "Palermo", "IT")),
    "de": (("Berlin", "Berlin", "DE"), ("Wien", "Vienna", "AT"), ("Hamburg", "Hamburg", "DE")),
}  # fmt: skip


@attrs.frozen
class Manner:
    """How an agency writes its datelines.

    `date` is a pattern over `{d}` (day), `{m}` (month in full), `{s}` (short, without full stop),
    `{a}` (as AP shortens it), `{w}` (weekday), `{y}` and `{yy}` (year); None for none. `upper`
    puts the city in capitals, `shout` the whole dateline. `cities` are what stands for `{city}`
    instead of the language's: as spelt, in English, country; `placed` is False where it is open
    which place that is.
    """

    name: str
    template: str
    agencies: tuple[str, ...] = ()
    date: str | None = None
    language: str = "en"
    upper: bool = True
    shout: bool = False
    cities: tuple[tuple[str, str, str], ...] = ()
    placed: bool = True

    @property
    def year_stated(self) -> bool:
        """Whether the dateline alone gives the whole date."""
        return self.date is not None and "{y}" in self.date


def _manner(name: str, template: str, *agencies: str, **fields: Any) -> Manner:
    return Manner(name=name, template=template, agencies=agencies, **fields)


MANNERS: tuple[Manner, ...] = (
    _manner("reuters", "<l>{city}, {date} (Reuters)</l> - ", "Reuters", date="{s} {d}"),
    _manner("reuters no date", "<l>{city} (Reuters)</l> - ", "Reuters"),
    _manner("reuters weekday", "<l>{city}, {date} (Reuters)</l> - ", "Reuters", date="{w}"),
    _manner("two cities", "<l>{city}/{other}, {date} (Reuters)</l> - ", "Reuters", date="{s} {d}"),
    _manner("two cities, no date", "<l>{city}/{other} (Reuters)</l> - ", "Reuters"),
    _manner("ap", "<l>{city}, {country} (AP)</l> — ", "AP"),
    _manner("ap underscore", "<l>{city}, {country} (AP)</l> _ ", "AP"),
    _manner("undated", "<l>UNDATED (AP)</l> _ ", "AP"),
    _manner("afp", "<l>{city}, {date} (AFP)</l> - ", "AFP", date="{m} {d}, {y}", upper=False),
    _manner("afp no date", "<l>{city} (AFP)</l> - ", "AFP", upper=False),
    _manner("afp country", "<l>{city} ({country}) (AFP)</l> – ", "AFP", upper=False),
    _manner("afp french", "<l>{city}, {date} (AFP)</l> - ", "AFP", date="{d} {s} {y}",
            language="fr", upper=False),
    _manner("upi", "<l>{city}, {date} (UPI)</l> -- ", "UPI", date="{a} {d}"),
    _manner("xinhua", "<l>{city}, {date} (Xinhua)</l> -- ", "Xinhua", date="{a} {d}"),
    _manner("tass", "<l>{city}, {date}. /TASS/</l>. ", "TASS", date="{m} {d}"),
    _manner("efe", "<l>{city}, {date} (EFE)</l>.- ", "EFE", date="{d} {s}", language="es",
            upper=False),
    _manner("efe portuguese", "<l>{city}, {date} (EFE)</l>.- ", "EFE", date="{d} {s}",
            language="pt", upper=False),
    _manner("lusa", "<l>{city}, {date} (Lusa)</l> - ", "Lusa", date="{d} {s}", language="pt",
            upper=False),
    _manner("europa press", "<l>{city} {date} (EUROPA PRESS)</l> - ", "Europa Press",
            date="{d} {S}.", language="es"),
    _manner("ansa", "<l>(ANSA) - {city}, {date}</l> - ", "ANSA", date="{d} {s}", language="it",
            shout=True),
    _manner("dpa", "<l>{city} (dpa)</l> - ", "dpa", upper=False),
    _manner("dpa german", "<l>{city}, {date} (dpa)</l> - ", "dpa", date="{d}. {m}",
            language="de", upper=False),
    _manner("agency pair", "<l>{city}, {date} (EFE/AFP)</l> - ", "EFE", "AFP", date="{d} {s}",
            language="es", upper=False),
    _manner("fbis", "<l>{city}, {date} (ACAN-EFE)</l> -- [TEXT] ", "ACAN-EFE",
            date="{d} {s} {yy}", shout=True),
    _manner("fbis report", "<l>{city}, {date} (EFE)</l> -- [REPORT] [TEXT] ", "EFE",
            date="{d} {s} {yy}", shout=True),
    _manner("fbis clandestine", "<l>CLANDESTINE, {date} (RADIO VENCEREMOS)</l> -- [TEXT] ",
            "Radio Venceremos", date="{d} {s} {yy}", shout=True),
    _manner("efe desk", "<l>Redacción Internacional, {date} (EFE)</l>.- ", "EFE", date="{d} {s}",
            language="es", upper=False),
    _manner("reuters no city", "<l>{date} (Reuters)</l> - ", "Reuters", date="{s} {d}"),
    _manner("upi no city", "<l>{date} (UPI)</l> -- ", "UPI", date="{a} {d}"),
    _manner("ap state", "<l>{city}, {region} (AP)</l> _ ", "AP",
            cities=(("Fort Worth", "Fort Worth", "US"), ("El Paso", "El Paso", "US"))),
    _manner("aap", "<l>{city} {date} AAP</l> - ", "AAP", date="{m} {d}",
            cities=(("Sydney", "Sydney", "AU"), ("Canberra", "Canberra", "AU"))),
    _manner("kyodo", "<l>{city}, {date} (Kyodo)</l> -- ", "Kyodo", date="{a} {d}",
            cities=(("Tokyo", "Tokyo", "JP"), ("Osaka", "Osaka", "JP"))),
    _manner("yonhap", "<l>{city}, {date} (Yonhap)</l> -- ", "Yonhap", date="{a} {d}",
            cities=(("Seoul", "Seoul", "KR"), ("Busan", "Busan", "KR"))),
    _manner("ansa english", "<l>(ANSA) - {city}, {date}</l> - ", "ANSA", date="{m} {d}",
            cities=(("Rome", "Rome", "IT"), ("Palermo", "Palermo", "IT"))),
    _manner("united nations", "<l>{city}, {date} (Reuters)</l> - ", "Reuters", date="{s} {d}",
            cities=(("United Nations", "", ""),), placed=False),
    _manner("aboard", "<l>ABOARD A FERRY (AP)</l> _ ", "AP", placed=False),
    _manner("headline", "New bridge opens to traffic\n\n<l>{city}, {date} (Xinhua)</l> -- ",
            "Xinhua", date="{a} {d}"),
    _manner("wide spaces", "<l>{city},  {date}  (Reuters)</l> - ", "Reuters", date="{s}  {d}"),
    _manner("city alone", "<l>{city}</l> _ "),
    _manner("byline", "By {author}\n\n<l>{city}, {date} (Reuters)</l> - ", "Reuters",
            date="{s} {d}"),
)  # fmt: skip


def _date_text(manner: Manner, day: datetime.date) -> str:
    language = manner.language
    short = SHORT_MONTHS[language][day.month - 1].rstrip(".")
    return (manner.date or "").format(
        d=day.day,
        m=MONTHS[language][day.month - 1],
        s=short[:3] if language == "en" else short,
        S=short.capitalize(),
        a=SHORT_MONTHS[language][day.month - 1],
        w=WEEKDAYS[day.weekday()],
        y=day.year,
        yy=f"{day.year % 100:02d}",
    )


def _dateline(draw: st.DrawFn, scene: Scene, manner: Manner) -> Piece:
    cities = manner.cities or _CITIES[manner.language]
    first = choose(draw, cities)
    used = [first]
    shown = first[0].upper() if manner.upper or manner.shout else first[0]
    slots: dict[str, Piece | str] = {"city": _place(shown)}
    fields: dict[str, Any] = {}
    if "{other}" in manner.template:
        other = choose(draw, tuple(each for each in cities if each != first))
        slots["other"] = _place(other[0].upper())
        used.append(other)
    if "{country}" in manner.template:
        slots["country"] = _place(_COUNTRIES[first[2]])
    if "{region}" in manner.template:
        slots["region"] = _place("Texas")
    if "{city}" not in manner.template:
        used = []
    extra: tuple[Expected, ...] = ()
    day: datetime.date | None = None
    if manner.date is not None:
        day = scene.published or datetime.date(2019, 5, 4)
        if not manner.year_stated:
            day -= choose(draw, (0, 1)) * ONE_DAY
        text = _date_text(manner, day)
        slots["date"] = time_piece(text.upper() if manner.shout else text, day.isoformat())
    if "{author}" in manner.template:
        author = scene.people[-1].name
        slots["author"] = Piece(
            author, (Expected("actors", start=0, end=len(author), optional=True),)
        )
        fields["authors"] = Among(author)
    if manner.placed:
        fields["places.name"] = tuple(each[1] for each in used)
        fields["places.country"] = tuple(each[2] for each in used)
    stated = Expected(
        "datelines",
        {
            # without a date a path of fields leads nowhere: None
            "date.value": None if day is None else day.isoformat(),
            "agencies": manner.agencies,
            **fields,
        },
    )
    if manner.agencies:
        extra += (Expected("article", {"agencies": Among(*manner.agencies)}),)
    if manner.year_stated and day is not None:
        extra += (
            Expected("article", {"published": day.isoformat(), "published_from": "dateline"}),
        )
    piece = fill(manner.template, slots, {"l": stated})
    return Piece(piece.text, piece.expected + extra)


def _place(text: str) -> Piece:
    """A place that a reader of places may list as well."""
    return Piece(text, (Expected("places", start=0, end=len(text), optional=True),))


def _phrase_of(manner: Manner) -> Phrase:
    @phrase(f"datelines.{manner.name}", "datelines", "dates", "article", where="head")
    def stated(draw: st.DrawFn, scene: Scene) -> Piece:
        return _dateline(draw, scene, _datable(manner, scene))

    return stated


def _datable(manner: Manner, scene: Scene) -> Manner:
    """Without a date to resolve against, only a dateline that needs none."""
    if scene.published is not None or manner.date is None or manner.year_stated:
        return manner
    return MANNERS[1]


@phrase("header", "dates", "article", where="head")
def _header(draw: st.DrawFn, scene: Scene) -> Piece:
    """A header line with the date, which is no dateline."""
    if scene.published is None:
        return Piece("")
    value = scene.published.isoformat()
    piece = fill(" date {day} ", {"day": time_piece(value, value)})
    article = Expected("article", {"published": value, "published_from": "header"})
    return Piece(piece.text, (*piece.expected, article))


@phrase("no head", where="head")
def _nothing(draw: st.DrawFn, scene: Scene) -> Piece:
    return Piece("")


_LOOK_ALIKES = (
    "NEW BRIDGE OPENS\n\n",
    "QUESTION: Who will pay for the work?\n\n",
    "TRANSPORT: The new line has no station yet.\n\n",
    "OPINION - ",
    "The AFP pension fund (AFP) - the largest - made a loss. ",
)


@phrase("head.trap", where="head")
def _look_alike(draw: st.DrawFn, scene: Scene) -> Piece:
    return Piece(choose(draw, _LOOK_ALIKES))


@phrase("no tail", where="tail")
def _no_tail(draw: st.DrawFn, scene: Scene) -> Piece:
    return Piece("")


@phrase("tail.credit", "article", where="tail")
def _credit(draw: st.DrawFn, scene: Scene) -> Piece:
    """An agency's name alone on the last line."""
    return Piece("\n\nEFE", (Expected("article", {"agencies": Among("EFE")}),))


@phrase("tail.staff", where="tail")
def _staff(draw: st.DrawFn, scene: Scene) -> Piece:
    """Who reported and edited: persons, but none of the story's."""
    names = (scene.people[0].name, scene.people[1].name)
    slots = {
        key: Piece(name, (Expected("actors", start=0, end=len(name), optional=True),))
        for key, name in zip(("a", "b"), names, strict=True)
    }
    return fill("\n\n(Reporting by {a}; Editing by {b})", slots)


DATELINE_PHRASES: tuple[Phrase, ...] = tuple(map(_phrase_of, MANNERS))
HEADS: tuple[Phrase, ...] = (_nothing, *DATELINE_PHRASES, _header, _look_alike)
TAILS: tuple[Phrase, ...] = (_no_tail, _credit, _staff)
