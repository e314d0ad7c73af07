"""Where and when a figure holds: its place and day."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

import attrs

from newsfacts import Context, Dateline, Place, PlaceMention, Span, Time, TimeExpression
from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence

AFTERMATH = ("detained", "released")
"""Harms that come after an event, on a day of their own."""


@attrs.frozen
class Setting:
    """Place and date of a figure; None where nothing tells; `own` if the clause itself tells."""

    place: Place | None = None
    date: Time | None = None
    place_own: bool = False
    date_own: bool = False


def _at(read: Sequence[Token], offset: int) -> int:
    return bisect_left(read, offset, key=lambda token: token.start)


def find_place(
    sentence: Sentence, figure: Figure, mentions: Sequence[PlaceMention], first: int, last: int
) -> Place | None:
    """Find the place of a figure among the mentions of its sentence; the clause comes first."""
    read = sentence.read
    ranked: list[tuple[int, PlaceMention]] = []
    anchor = figure.predicate.first if figure.predicate is not None else figure.first
    for mention in mentions:
        span = mention.evidence[0]
        at = _at(read, span.start)
        if at in sentence.covering and sentence.groups[sentence.covering[at]].first <= at:
            group = sentence.groups[sentence.covering[at]]
            if not _inside_after_preposition(sentence, at, group.first):
                continue  # "three Iraq veterans", "Kabul police"
        preposition = _preposition(sentence, at)
        if not preposition:
            if at == 0 and at + 1 < len(read) and read[at + 1].text == ":":
                preposition = True
            else:
                continue
        inside = first <= at < last
        distance = _distance(sentence, figure, at, anchor)
        distance += (0 if inside else 12) + 2 * coarseness(mention)
        ranked.append((distance, mention))
    if not ranked:
        return None
    return min(ranked, key=lambda each: each[0])[1].place


def _distance(sentence: Sentence, figure: Figure, at: int, anchor: int) -> int:
    """Give how far a place or time stands from a figure, in words.

    What follows the verb is nearer than what precedes it, unless a relative clause tells the
    figure ("the attack in Duvel that killed 12"); beyond another figure counts as far.
    """
    read = sentence.read
    relative = (
        figure.predicate is not None
        and figure.predicate.head > 0
        and (read[figure.predicate.head - 1].lower in ("that", "which", "who", "where"))
    )
    distance = abs(at - anchor)
    if at > anchor:
        distance += 8 if relative else 0
        between = range(figure.last, at)
    else:
        distance += 0 if relative else 4
        between = range(at, figure.first)
    for position in between:
        index = sentence.starting.get(position)
        if index is not None and sentence.groups[index].count.value not in (None, 1):
            return distance + 15
    return distance


def coarseness(mention: PlaceMention) -> int:
    """Order places: towns, unlisted localities, first-order divisions, countries (3)."""
    if mention.admin1 is not None:
        return 0
    if mention.geonames_id is None:
        return 1 if mention.country is None else 2
    return 3


def stands_in_phrase(read: Sequence[Token], offset: int) -> bool:
    """Tell whether a place at an offset stands behind a preposition."""
    at = _at(read, offset)
    return any(read[k].lower in lexicon.grammar("place_words") for k in range(max(0, at - 5), at))


def of_saying(read: Sequence[Token], span: Span, *, procedure: bool = True) -> bool:
    """Tell whether a time is that of a saying or of an inquiry, not of what happened.

    `procedure` counts arrests, hearings and the like, too.
    """
    at, after = _at(read, span.start), _at(read, span.end)
    following = read[after].lower if after < len(read) else ""
    if following in lexicon.event_words() or following in ("fatal", "deadly"):
        return False
    if following in lexicon.grammar("said_days"):
        return True
    if procedure and following in lexicon.grammar("procedure"):
        return True
    return _of_saying(read, at, procedure=procedure)


def _inside_after_preposition(sentence: Sentence, at: int, first: int) -> bool:
    return any(
        sentence.read[k].lower in ("in", "from", "at", "of", "near") for k in range(first, at)
    )


def _preposition(sentence: Sentence, at: int) -> bool:
    """Tell whether a place stands in a phrase of place: "in the eastern town of Duvel"."""
    read = sentence.read
    for position in range(at - 1, max(-1, at - 8), -1):
        word = read[position].lower
        if word in lexicon.grammar("place_words"):
            return True
        if word in lexicon.grammar("determiners"):
            continue
        if word in lexicon.stop_words() or read[position].text in ";:.":
            return False
        if word in ("said", "police"):
            return False
    return False


def find_date(
    sentence: Sentence,
    figure: Figure,
    times: Sequence[TimeExpression],
    first: int,
    last: int,
    published: str | None = None,
) -> Time | None:
    """Find the day of a figure among the time expressions of its sentence."""
    read = sentence.read
    anchor = figure.predicate.first if figure.predicate is not None else figure.first
    ranked: list[tuple[int, int, Time]] = []
    for expression in times:
        if expression.type not in ("DATE", "TIME") or expression.start is None:
            continue
        span = expression.evidence[0]
        at = _at(read, span.start)
        if of_saying(read, span, procedure=figure.harm not in AFTERMATH):
            continue
        before = read[at - 1].lower if at else ""
        if before in ("since", "until", "till", "between", "by") or (
            before == "on" and at > 1 and read[at - 2].lower in lexicon.grammar("said_days")
        ):
            continue
        if _before_saying(read, at, anchor):
            continue
        if published is not None and len(published) == 10 and expression.start > published:
            continue
        inside = first <= at < last
        near = 0 <= at - anchor <= 4 and expression.type == "DATE"
        rank = (0 if inside else 2) + (0 if near or len(expression.value) >= 10 else 1)
        inferred = 6 if expression.type == "TIME" else 0  # its day is the dateline's guess
        ranked.append(
            (rank, _distance(sentence, figure, at, anchor) + inferred, as_day(expression))
        )
    if not ranked:
        return None
    return min(ranked, key=lambda each: (each[0], each[1]))[2]


def _before_saying(read: Sequence[Token], at: int, anchor: int) -> bool:
    """Tell the day of the saying: "on Sunday that 12 ...", "Late Friday the mayor said"."""
    if at >= anchor:
        return False
    for position in range(at + 1, min(anchor, at + 4)):
        if read[position].lower == "that":
            return any(
                read[k].lower in lexicon.grammar("said_days") for k in range(max(0, at - 8), at)
            )
    if at <= 3:
        for position in range(at + 1, min(anchor, at + 9)):
            if read[position].lower in lexicon.grammar("said_days"):
                return read[position + 1].lower in ("that", "the") or position + 2 >= anchor
            if read[position].text in ",;":
                return False
    return False


def _of_saying(read: Sequence[Token], at: int, *, procedure: bool = False) -> bool:
    """Tell the day on which something was said from the day on which it happened."""
    for position in range(at - 1, max(-1, at - 4), -1):
        word = read[position].lower
        if word in lexicon.grammar("said_days"):
            return True
        if procedure and word in lexicon.grammar("procedure"):
            return True
        if word in (
            "on",
            "at",
            "about",
            "around",
            "again",
            "back",
            "late",
            "early",
            "in",
            "a",
            "here",
            "this",
            "reporters",
            "efe",
            "afp",
            "reuters",
            "xinhua",
            "ap",
        ):
            continue
        return False
    return False


def is_day(time: Time) -> bool:
    """Tell a single day from a longer time."""
    return time.start is not None and time.start == time.end


def lies_in(fine: Time, coarse: Time) -> bool:
    """Tell a day that lies in a longer time: "Saturday" in "the weekend"."""
    if None in (coarse.start, coarse.end) or is_day(coarse) or not is_day(fine):
        return False
    return coarse.start <= fine.start <= coarse.end  # type: ignore[operator]


def as_day(expression: TimeExpression) -> Time:
    """Give the day of an expression that tells the time of day, otherwise its own value."""
    value = expression.value
    if (
        expression.type == "TIME"
        and len(value) > 10
        and value[4] == "-"
        and value[:10].replace("-", "").isdigit()
    ):
        return Time.of(value[:10])
    return expression.time


def days_between(one: str | None, other: str | None) -> int | None:
    """Give the days from one ISO day to another; None where either is unknown."""
    try:
        return (date.fromisoformat(other or "") - date.fromisoformat(one or "")).days
    except ValueError:
        return None


def dateline_of(context: Context) -> Dateline | None:
    """Give the article's dateline, if one was found."""
    found = context.mentions(Dateline)
    return found[0] if found else None
