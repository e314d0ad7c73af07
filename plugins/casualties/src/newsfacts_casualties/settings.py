"""Where and when a figure holds, and how it relates to the main incident."""

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


_WINDOW_WORDS = frozenset(("hours", "hour", "day"))


def scope(
    sentence: Sentence, figure: Figure, first: int, last: int, *, conflict: bool = False
) -> str:
    """Tell a toll over a period (cumulative) from that of one incident."""
    if figure.ordinal:
        return "cumulative"
    read = sentence.read
    anchor = figure.predicate.first if figure.predicate is not None else figure.first
    table = lexicon.phrase_table("context", "scope", "cumulative")
    perfect = figure.predicate is not None and figure.predicate.perfect
    if figure.predicate is not None:
        group = [read[k].lower for k in range(figure.predicate.head, figure.predicate.first)]
        perfect = perfect or "been" in group or "has" in group or "have" in group
    perfect = perfect or any(
        read[k].lower in ("has", "have") for k in range(max(0, anchor - 12), anchor)
    )
    near = {read[k].lower for k in range(anchor)}
    # "since the feud began with the raid that killed 12": "since" tells of the feud
    begin = min(anchor, figure.first)
    for at in range(begin - 1, max(first, begin - 4) - 1, -1):
        if read[at].lower in ("that", "which", "who") and not perfect:
            first = at
            break
    for at in range(first, min(last, len(read))):
        end = lexicon.match_phrase(table, read, at)
        if end == at:
            continue
        words = " ".join(token.lower for token in read[at:end])
        if words in (
            "in the past",
            "in the last",
            "over the past",
            "over the last",
            "during the past",
            "during the last",
        ):
            following = {token.lower for token in read[end : end + 3]}
            if following & _WINDOW_WORDS:
                continue
            return "cumulative"
        if words == "since":
            after = read[end].lower if end < len(read) else ""
            if (
                at < anchor + 14
                and after not in ("been", "become", "died", "then", "disappeared", "released")
                and "have" not in read[at - 1].lower
            ):
                return "cumulative"
            continue
        if words in (
            "the war",
            "the conflict",
            "civil war",
            "the insurgency",
            "the fighting",
            "this battle",
            "the campaign",
            "the uprising",
            "the rebellion",
            "the offensive",
            "the unrest",
        ):
            before = read[at - 1].lower if at else ""
            value = figure.count.low or figure.count.value or 0
            if before in ("in", "of", "during", "by", "throughout", "from") and (
                perfect or value >= 1000
            ):
                return "cumulative"
            continue
        if words in ("in all", "overall"):
            continue
        if (
            words in ("a day", "a week", "a month", "a year")
            and end < len(read)
            and read[end].lower in ("ago", "earlier", "later", "after", "before")
        ):
            continue
        if (
            words in ("a day", "a week", "a month", "a year")
            and at
            and read[at - 1].lower in ("for", "than", "after", "in", "within", "half")
        ):
            continue
        if words in ("last year", "this year"):
            if read[at - 1].lower in ("earlier", "later", "of") and not perfect:
                continue
            if words == "last year" and not perfect:
                continue
            return "cumulative"
        if words in ("decade", "decades"):
            before = read[at - 1].lower if at else ""
            if perfect and before in ("in", "of", "a", "for", "three", "two"):
                return "cumulative"
            continue
        return "cumulative"
    value = figure.count.low or figure.count.value or figure.count.high or 0
    if perfect and value >= 1000 and (conflict or near & lexicon.grammar("long")):
        return "cumulative"
    return "incident"


def recalled(
    sentence: Sentence,
    figure: Figure,
    setting: Setting,
    reference: str | None,
    main_date: str | None,
    *,
    told: bool,
) -> bool:
    """Tell an earlier event that is recalled for context from the news itself.

    `reference` is the day of publication, `main_date` the day of the event that the article has
    told as news before, and `told` whether it has told one.
    """
    read = sentence.read
    own = setting.date if setting.date_own else None
    predicate = figure.predicate
    begin = min(figure.first, predicate.head) if predicate is not None else figure.first
    relative = any(
        read[k].lower in ("that", "which", "who") for k in range(max(0, begin - 4), begin)
    ) or (predicate is not None and predicate.voice == "nominal")
    if own is not None and own.end is not None:
        # "last week" is told from its beginning: its end may be the day before
        day = own.start if "W" in own.value else own.end
        gap = days_between(day, main_date or reference)
        if gap is None:
            return _long_ago(sentence.read, figure, reference)
        if main_date is not None:
            return gap > 3
        return gap > (14 if told or relative else 365)
    if _long_ago(sentence.read, figure, reference):
        return True
    if relative and reference is not None:
        words = {read[k].lower for k in range(max(0, begin - 14), begin)}
        return bool(words & lexicon.grammar("recall"))
    return False


def _long_ago(read: Sequence[Token], figure: Figure, reference: str | None) -> bool:
    """Read "last year", "three years ago" where no date of the article resolves them."""
    if reference is not None:
        return False
    anchor = figure.predicate.first if figure.predicate is not None else figure.first
    return tells_long_ago(read[max(0, anchor - 14) : anchor + 10])


def tells_long_ago(read: Sequence[Token]) -> bool:
    """Tell whether tokens hold "last year", "three years ago", "in 1998"."""
    for at in range(len(read) - 1):
        word = read[at].lower
        following = read[at + 1].lower.removesuffix("'s").removesuffix("’s")
        if word == "last" and (
            following in ("week", "month", "year") or following in lexicon.grammar("months")
        ):
            return True
        if word in ("years", "months", "weeks", "decades") and following in ("ago", "earlier"):
            return True
        if word in ("in", "during", "of") and following.isdigit() and len(following) == 4:
            return True
    return False
