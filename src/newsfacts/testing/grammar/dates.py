"""Time expressions: absolute, underspecified, relative, durations and sets.

Values are TIMEX3's, worked out from the article's date. An underspecified day takes its direction
from the tense of its clause: "was opened on Friday" looks back, "will open on Friday" ahead. A
weekday in a past clause that is the article's own names the article's day, as agencies write.
"""

import datetime
from functools import cache

import attrs
from hypothesis import strategies as st

from newsfacts.testing.grammar.pieces import (
    Phrase,
    Piece,
    Scene,
    choose,
    fill,
    joined,
    phrase,
)
from newsfacts.testing.grammar.values import AnyOf
from newsfacts.testing.grammar.words import (
    SHORT_MONTHS,
    WEEKDAYS,
    in_digits,
    in_words,
    month_of,
    time_piece,
)

ONE_DAY = datetime.timedelta(days=1)


@attrs.frozen
class When:
    """A phrase that says when (" on Monday"), and the value that a fact of its clause takes."""

    piece: Piece
    value: str | None = None


NEVER = When(Piece(""))


def _on(text: str, value: str, preposition: str = " on ") -> When:
    return When(joined((preposition, time_piece(text, value))), value)


def absolute_day(draw: st.DrawFn, day: datetime.date) -> When:
    """Write a day with its year."""
    month = month_of(day)
    text = choose(
        draw,
        (
            f"{day.day} {month} {day.year}",
            f"{month} {day.day}, {day.year}",
            f"{SHORT_MONTHS['en'][day.month - 1]} {day.day}, {day.year}",
        ),
    )
    return _on(text, day.isoformat())


_PAST_DAYS = ("weekday", "yesterday", "day", "this", "numbered", "absolute")
_FUTURE_DAYS = ("weekday", "tomorrow", "day", "this", "absolute")
_BACK = (1, 2, 3, 4, 5, 6, 0)
_AHEAD = (2, 1, 3, 4, 5, 6)


def past_day(draw: st.DrawFn, scene: Scene) -> When:
    """Name the day of something past, as the clause's adverbial with its leading space."""
    today = scene.published
    if today is None:
        return absolute_day(draw, choose(draw, _FAR))
    manner = choose(draw, _PAST_DAYS)
    back = choose(draw, _BACK)
    day = today - back * ONE_DAY
    name = WEEKDAYS[day.weekday()]
    if manner == "yesterday":
        return _on("yesterday", (today - ONE_DAY).isoformat(), " ")
    if manner == "day":
        day = today - choose(draw, (10, 20, 40, 70, 100)) * ONE_DAY
        return _on(_month_day(draw, day), day.isoformat())
    if manner == "this":  # "this Tuesday" of the day itself, as in copy translated from Spanish
        return _on(f"this {WEEKDAYS[today.weekday()]}", today.isoformat(), " ")
    if manner == "numbered":
        return _on(f"{name} ({day.day})", day.isoformat())
    if manner == "absolute":
        return absolute_day(draw, today - choose(draw, (20, 400, 1000, 3000)) * ONE_DAY)
    return _on(name, day.isoformat())


def future_day(draw: st.DrawFn, scene: Scene) -> When:
    """Name the day of something to come, as the clause's adverbial with its leading space."""
    today = scene.published
    if today is None:
        return absolute_day(draw, choose(draw, _FAR))
    manner = choose(draw, _FUTURE_DAYS)
    day = today + choose(draw, _AHEAD) * ONE_DAY
    if manner == "tomorrow":
        return _on("tomorrow", (today + ONE_DAY).isoformat(), " ")
    if manner == "day":
        day = today + choose(draw, (10, 20, 40, 70, 100)) * ONE_DAY
        return _on(_month_day(draw, day), day.isoformat())
    if manner == "this":
        return _on(f"this {WEEKDAYS[today.weekday()]}", today.isoformat(), " ")
    if manner == "absolute":
        return absolute_day(draw, today + choose(draw, (20, 400)) * ONE_DAY)
    return _on(WEEKDAYS[day.weekday()], day.isoformat())


_FAR = tuple(datetime.date(*each) for each in ((2019, 5, 4), (1998, 11, 23), (2007, 3, 2)))


def _month_day(draw: st.DrawFn, day: datetime.date) -> str:
    return choose(
        draw,
        (
            f"{month_of(day)} {day.day}",
            f"{day.day} {month_of(day)}",
            f"{SHORT_MONTHS['en'][day.month - 1]} {day.day}",
        ),
    )


def _month_shift(day: datetime.date, months: int) -> datetime.date:
    """Give the first day of the month some months away."""
    count = day.year * 12 + day.month - 1 + months
    return datetime.date(count // 12, count % 12 + 1, 1)


def _week(day: datetime.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_OPENED = (
    "The bridge was opened{when}.",
    "Work on the canal was completed{when}.",
    "The library was closed{when}.",
    "The statement was published{when}.",
)
_OPENS = (
    "The bridge will open{when}.",
    "The new timetable will be published{when}.",
    "The council will vote on the plan{when}.",
)


def _sentence(draw: st.DrawFn, frames: tuple[str, ...], when: Piece) -> Piece:
    return fill(choose(draw, frames), {"when": when})


@phrase("dates.absolute", "dates")
def _absolute(draw: st.DrawFn, scene: Scene) -> Piece:
    day = choose(draw, _FAR)
    month = f"{month_of(day)} {day.year}"
    when = choose(
        draw,
        (
            absolute_day(draw, day).piece,
            joined((" in ", time_piece(month, f"{day:%Y-%m}"))),
            joined((" in ", time_piece(str(day.year), str(day.year)))),
            joined((" in the ", time_piece(f"summer of {day.year}", f"{day.year}-SU"))),
            joined((" in the ", time_piece(f"second quarter of {day.year}", f"{day.year}-Q2"))),
            joined((" in ", time_piece(f"early {month}", f"{day:%Y-%m}", mod="START"))),
            joined((" in the ", time_piece("1990s", "199"))),
            joined((" in ", time_piece(f"late {day.year}", str(day.year), mod="END"))),
            joined((" in the ", time_piece(f"first half of {day.year}", f"{day.year}-H1"))),
            joined((" in the ", time_piece("mid-1990s", "199", mod="MID"))),
            joined((" in the ", time_piece("19th century", "18"))),
            joined((" on ", time_piece(f"Christmas Day {day.year}", f"{day.year}-12-25"))),
            joined((" at the ", time_piece(f"end of {day.year}", str(day.year), mod="END"))),
        ),
    )
    return _sentence(draw, _OPENED, when)


@phrase("dates.past", "dates")
def _past(draw: st.DrawFn, scene: Scene) -> Piece:
    return _sentence(draw, _OPENED, past_day(draw, scene).piece)


@phrase("dates.future", "dates")
def _future(draw: st.DrawFn, scene: Scene) -> Piece:
    return _sentence(draw, _OPENS, future_day(draw, scene).piece)


@cache
def _relative_pieces(today: datetime.date) -> tuple[tuple[tuple[str, ...], Piece], ...]:
    """Give relative expressions for an article's date, with the frames that they stand in."""
    in_past: list[Piece] = []
    ahead: list[Piece] = []
    week = 7 * ONE_DAY

    def put(to: list[Piece], text: str, value: object, *rest: str, before: str = " ") -> None:
        to.append(joined((before, time_piece(text, value, *rest))))

    put(in_past, "last week", AnyOf(_week(today - week), "P1W"))
    put(in_past, "last month", f"{_month_shift(today, -1):%Y-%m}")
    put(in_past, "last year", str(today.year - 1))
    put(in_past, "this week", _week(today))
    put(in_past, "this year", str(today.year))
    put(in_past, "three days ago", (today - 3 * ONE_DAY).isoformat())
    put(in_past, "two weeks ago", AnyOf((today - 2 * week).isoformat(), _week(today - 2 * week)))
    put(in_past, "five years ago", AnyOf(str(today.year - 5), _years_before(today, 5),
                                         _years_before(today, 5)[:7]))  # fmt: skip
    back = _month_shift(today, -3)
    put(in_past, month_of(back), f"{back:%Y-%m}", before=" in ")
    put(in_past, f"last {month_of(back)}", f"{back:%Y-%m}")
    yesterday = today - ONE_DAY
    put(in_past, "yesterday evening", f"{yesterday}TEV", "TIME")
    put(in_past, "last night", f"{yesterday}TNI", "TIME")
    put(in_past, "this morning", f"{today}TMO", "TIME")
    put(in_past, "the day before yesterday", (today - 2 * ONE_DAY).isoformat())
    put(in_past, "two months ago", AnyOf(f"{_month_shift(today, -2):%Y-%m}",
                                         _months_before(today, 2)))  # fmt: skip
    put(in_past, "early this year", str(today.year), "DATE", "START")
    put(in_past, "late last year", str(today.year - 1), "DATE", "END")
    put(in_past, "earlier this week", _week(today))
    put(in_past, "earlier this month", f"{today:%Y-%m}")
    put(in_past, "a week ago", AnyOf((today - week).isoformat(), _week(today - week)))
    put(in_past, "a year ago", AnyOf(str(today.year - 1), _years_before(today, 1),
                                     _years_before(today, 1)[:7]))  # fmt: skip
    three = today - 3 * ONE_DAY
    put(in_past, f"{WEEKDAYS[three.weekday()]} night", f"{three}TNI", "TIME", before=" on ")
    put(in_past, f"{WEEKDAYS[three.weekday()]} afternoon", f"{three}TAF", "TIME", before=" on ")
    put(in_past, f"{WEEKDAYS[three.weekday()]} morning", f"{three}TMO", "TIME", before=" on ")
    put(in_past, f"last {WEEKDAYS[(today - 4 * ONE_DAY).weekday()]}",
        (today - 4 * ONE_DAY).isoformat())  # fmt: skip
    put(ahead, "next week", _week(today + week))
    put(ahead, "next month", f"{_month_shift(today, 1):%Y-%m}")
    put(ahead, "next year", str(today.year + 1))
    put(ahead, "later this month", f"{today:%Y-%m}")
    put(ahead, "early next month", f"{_month_shift(today, 1):%Y-%m}", "DATE", "START")
    put(ahead, "tonight", f"{today}TNI", "TIME")
    put(ahead, f"{WEEKDAYS[(today + 2 * ONE_DAY).weekday()]} morning",
        f"{today + 2 * ONE_DAY}TMO", "TIME", before=" on ")  # fmt: skip
    put(ahead, "this afternoon", f"{today}TAF", "TIME")
    forward = _month_shift(today, 3)
    put(ahead, month_of(forward), f"{forward:%Y-%m}", before=" in ")
    return tuple((_OPENED, piece) for piece in in_past) + tuple((_OPENS, each) for each in ahead)


def _years_before(day: datetime.date, years: int) -> str:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - years, day=last).isoformat()


def _months_before(day: datetime.date, months: int) -> str:
    first = _month_shift(day, -months)
    return f"{first:%Y-%m}-{min(day.day, 28):02d}"


@phrase("dates.relative", "dates")
def _relative(draw: st.DrawFn, scene: Scene) -> Piece:
    if scene.published is None:
        return _absolute_sentence(draw, scene)
    frames, piece = choose(draw, _relative_pieces(scene.published))
    return _sentence(draw, frames, piece)


def _absolute_sentence(draw: st.DrawFn, scene: Scene) -> Piece:
    return _sentence(draw, _OPENED, absolute_day(draw, choose(draw, _FAR)).piece)


_UNITS = (("days", "P{}D"), ("weeks", "P{}W"), ("months", "P{}M"), ("years", "P{}Y"),
          ("hours", "PT{}H"), ("minutes", "PT{}M"))  # fmt: skip


@phrase("dates.duration", "dates")
def _duration(draw: st.DrawFn, scene: Scene) -> Piece:
    unit, pattern = choose(draw, _UNITS)
    number = choose(draw, (3, 2, 6, 10, 18))
    value = pattern.format(number)
    digits = in_digits(number)
    words = in_words(number) or digits
    manner = choose(draw, ("words", "digits", "more", "or", "several"))
    if manner == "more":
        piece = time_piece(f"more than {words} {unit}", value, "DURATION", "MORE_THAN")
    elif manner == "or":
        ranged = f"{pattern.format(2)}/{pattern.format(3)}"
        piece = time_piece(f"two or three {unit}", ranged, "DURATION")
    elif manner == "several":
        piece = time_piece(f"several {unit}", pattern.format("X"), "DURATION")
    else:
        number_text = words if manner == "words" else digits
        piece = time_piece(f"{number_text} {unit}", value, "DURATION")
    return _sentence(
        draw,
        ("The work took{when}.", "The road was closed for{when}.", "The repairs lasted{when}."),
        joined((" ", piece)),
    )


@phrase("dates.span", "dates")
def _span(draw: st.DrawFn, scene: Scene) -> Piece:
    """From one day to another, or over a stretch that ends or begins now."""
    first, last = choose(
        draw,
        (
            (("4 May", "2019-05-04"), ("7 June 2019", "2019-06-07")),
            (("2007", "2007"), ("2019", "2019")),
            (("March 2007", "2007-03"), ("May 2019", "2019-05")),
        ),
    )
    return _sentence(
        draw,
        ("The road was closed{when}.", "The bridge was under repair{when}."),
        joined((" from ", time_piece(*first), " to ", time_piece(*last))),
    )


@phrase("dates.stretch", "dates")
def _stretch(draw: st.DrawFn, scene: Scene) -> Piece:
    """A length of time that ends or begins with the article."""
    text, value = choose(
        draw, (("three months", "P3M"), ("two weeks", "P2W"), ("five years", "P5Y"))
    )
    if choose(draw, (True, False)):
        when = time_piece(f"the past {text}", value, "DURATION")
        return fill("The road has been closed for {when}.", {"when": when})
    when = time_piece(f"the next {text}", value, "DURATION")
    return fill("The road will be closed for {when}.", {"when": when})


@phrase("dates.reference", "dates")
def _reference(draw: st.DrawFn, scene: Scene) -> Piece:
    """Words that say no more than past, present or future."""
    template, text, value = choose(
        draw,
        (
            ("The bridge is {when} open.", "now", "PRESENT_REF"),
            ("The road was {when} repaired.", "recently", "PAST_REF"),
            ("The bridge is {when} closed.", "currently", "PRESENT_REF"),
        ),
    )
    return fill(template, {"when": time_piece(text, value)})


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number < 14 else ending}"


@phrase("dates.ordinal", "dates")
def _day_of_month(draw: st.DrawFn, scene: Scene) -> Piece:
    """A day of the month that has to be told from the article's date."""
    if scene.published is None:
        return _absolute_sentence(draw, scene)
    day = scene.published - choose(draw, (2, 5, 9)) * ONE_DAY
    when = joined((" on ", time_piece(f"the {_ordinal(day.day)}", day.isoformat())))
    return _sentence(draw, _OPENED, when)


_SETS: tuple[tuple[str, object], ...] = (
    ("every Friday", "XXXX-WXX-5"),
    ("every day", AnyOf("P1D", "XXXX-XX-XX")),
    ("every year", AnyOf("P1Y", "XXXX")),
    ("each Sunday", "XXXX-WXX-7"),
    ("every two weeks", "P2W"),
    ("every month", AnyOf("P1M", "XXXX-XX")),
    ("twice a year", AnyOf("P1Y", "XXXX")),
    ("once a week", AnyOf("P1W", "XXXX-WXX")),
)


@phrase("dates.set", "dates")
def _set(draw: st.DrawFn, scene: Scene) -> Piece:
    text, value = choose(draw, _SETS)
    return _sentence(
        draw,
        ("The market opens {when}.", "The bulletin is published {when}."),
        time_piece(text, value, "SET"),
    )


@phrase("dates.underspecified", "dates")
def _underspecified(draw: st.DrawFn, scene: Scene) -> Piece:
    """A month and day without a year, resolved by tense, or left open without a date."""
    if scene.published is not None:
        back = choose(draw, (30, 60, 90, 120, 3))
        day = scene.published - back * ONE_DAY
        return _sentence(draw, _OPENED, _on(_month_day(draw, day), day.isoformat()).piece)
    day = choose(draw, _FAR)
    piece = joined((" on ", time_piece(_month_day(draw, day), f"XXXX-{day:%m-%d}")))
    return _sentence(draw, _OPENED, piece)


_TRAPS = (
    "Residents may march to the square.",
    "A second vote is needed.",
    "The sun had dried the fields.",
    "The group released version 2.11 of the program.",
    "The company paid 1,998 dollars for the land.",
    "The minister had a second chance to answer.",
    "The train left platform 12.",
)


@phrase("dates.trap")
def _trap(draw: st.DrawFn, scene: Scene) -> Piece:
    return Piece(choose(draw, _TRAPS))


DATE_PHRASES: tuple[Phrase, ...] = (
    _past, _absolute, _future, _relative, _underspecified, _day_of_month, _duration, _stretch,
    _span, _set, _reference, _trap,
)  # fmt: skip
