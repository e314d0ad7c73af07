"""Where and when a figure holds: its place and day."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from newsfacts import Context, Dateline, Place, Time, TimeExpression
from newsfacts.model import days_between
from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import WORD, Sentence

_CLOCK = frozenset(("at", "about", "around", "approximately", "just", "shortly", "before", "after"))

_START = itemgetter(2)
"""The start of a token: faster by its index than by its name."""

_FAR = 12
"""How many words behind a figure a time is that may be of something else."""

_YEAR_LEADS = frozenset(
    (
        "a",
        "the",
        "in",
        "of",
        "during",
        "since",
        "from",
        "by",
        "until",
        "early",
        "late",
        "mid",
        "year",
        "the",
        "for",
    )
)

AFTERMATH = frozenset(("detained", "released"))
"""Harms that come after an event, on a day of their own."""


class Setting(NamedTuple):
    """Place and day of a figure, None where nothing tells.

    `near` says that the place is only near the one meant, `local` that it is a locality, though no
    gazetteer says so, `loose` that the day is only that of an hour or a night that names none
    ("overnight"), so that it may be the day before, `own` that no figure was told where it is told.
    """

    place: Place | None = None
    date: Time | None = None
    near: bool = False
    loose: bool = False
    local: bool = False
    own: bool = False


class Day(NamedTuple):
    """A day, and whether it is only that of an hour or a night that names none."""

    time: Time
    loose: bool = False


def token_at(read: Sequence[Token], offset: int) -> int:
    """Give the index of the token that begins at an offset, or of the next one."""
    return bisect_left(read, offset, key=_START)


def distance(sentence: Sentence, figure: Figure, at: int, anchor: int) -> int:
    """Give how far a place or time stands from a figure, in words.

    What follows the verb is nearer than what precedes it, unless a relative clause tells the
    figure ("the attack in Duvel that killed 12"); beyond another figure counts as far.
    """
    relative = relative_to(sentence, figure) >= 0
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


def relative_to(sentence: Sentence, figure: Figure) -> int:
    """Give the token of the pronoun that begins a figure's relative clause; -1 where none does."""
    predicate = figure.predicate
    if predicate is None:
        return -1
    begin = min(figure.first, predicate.head)
    for at in range(begin - 1, max(-1, begin - 3), -1):
        word = sentence.read[at].lower
        if word in {"that", "which", "who"}:
            return at
        if word not in {"left", "leaves", "has", "have", "had", "also"}:
            break
    return -1


def of_saying(read: Sequence[Token], expression: TimeExpression, *, procedure: bool = True) -> bool:
    """Tell whether a time is that of a saying or of an inquiry, not of what happened.

    `procedure` counts arrests, hearings and the like, too.
    """
    span = expression.evidence[0]
    at, after = token_at(read, span.start), token_at(read, span.end)
    following = read[after].lower if after < len(read) else ""
    if following in {"'s", "’s", "fatal", "deadly"} or following in lexicon.event_words():
        return False  # "Friday's attack"
    if following in lexicon.grammar("said_days"):
        return True
    if procedure and following in lexicon.grammar("procedure"):
        return True
    if "T" in expression.value and (
        read[at].lower in _CLOCK or (at and read[at - 1].lower in _CLOCK)
    ):
        return False  # "Police said at about 9 p.m. officers found"
    return _of_saying(read, at, procedure=procedure)


def of_aftermath(read: Sequence[Token], expression: TimeExpression) -> bool:
    """Tell the day of what came after: "on Friday, 11 days after a quake"."""
    after = token_at(read, expression.evidence[0].end)
    words = [token.lower for token in read[after : after + 5]]
    return "after" in words and any(
        word.endswith(("day", "days", "week", "weeks", "month", "months", "year", "years"))
        for word in words[: words.index("after")]
    )


def of_event(read: Sequence[Token], expression: TimeExpression) -> bool:
    """Tell the time of an event noun: "a shooting on Monday", "Monday's shooting"."""
    span = expression.evidence[0]
    at, after = token_at(read, span.start), token_at(read, span.end)
    nouns = lexicon.event_words()
    return any(read[k].lower in nouns for k in range(max(0, at - 2), at)) or any(
        read[k].lower in nouns for k in range(after, min(after + 3, len(read)))
    )


def find_date(
    sentence: Sentence,
    figure: Figure,
    times: Sequence[TimeExpression],
    first: int,
    last: int,
    published: str | None = None,
) -> Day | None:
    """Find the day of a figure among the time expressions of its sentence."""
    read = sentence.read
    anchor = figure.predicate.first if figure.predicate is not None else figure.first
    ranked: list[tuple[int, int, Day]] = []
    for expression in times:
        if expression.type not in {"DATE", "TIME"} or expression.start is None:
            continue
        span = expression.evidence[0]
        at = min(token_at(read, span.start), len(read) - 1)  # it may begin within the last
        if of_saying(read, expression, procedure=figure.harm not in AFTERMATH):
            continue
        before = read[at - 1].lower if at else ""
        if read[at].lower == expression.value and before not in _YEAR_LEADS:
            continue  # "were sent to 1520 Elm Street"
        then = _when_behind(read, expression, anchor)
        if not then and _since(read, at, anchor):
            continue
        if _of_other_event(read, at, anchor) or _of_its_end(read, at, anchor):
            continue
        if figure.harm in AFTERMATH and not _names_day(expression) and _of_cause(read, anchor, at):
            continue
        if of_older_toll(read, at) not in (-1, figure.first) or _of_update(sentence, figure, at):
            continue
        if (before in {"since", "until", "till", "between", "by"} and not then) or (
            before == "on"
            and at > 1
            and read[at - 2].lower in lexicon.grammar("said_days")
            and not (figure.harm == "released" and read[at - 2].lower == "released")
        ):
            continue
        if before_saying(read, at, anchor) or _cut_off(read, anchor, at):
            continue
        if published is not None and len(published) == 10 and expression.start > published:
            continue
        inside = first <= at < last
        near = 0 <= at - anchor <= 4 and expression.type == "DATE"
        rank = (0 if inside else 2) + (0 if near or len(expression.value) >= 10 else 1)
        inferred = 6 if expression.type == "TIME" else 0  # its day is the dateline's guess
        ranked.append((rank, distance(sentence, figure, at, anchor) + inferred, day_of(expression)))
    if not ranked:
        return None
    return min(ranked, key=lambda each: (each[0], each[1]))[2]


def _of_update(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Tell the day on which a toll was raised: "rose to 87 on Tuesday", "on Tuesday rose to"."""
    predicate = figure.predicate
    if predicate is None or predicate.voice != "toll" or not predicate.first < figure.first:
        return False
    words, changes = sentence.words, lexicon.grammar("toll_changes")
    if words[figure.first - 1] == "from":
        return False  # "up from 48 on Friday"
    if changes.isdisjoint(words[predicate.first : figure.first]):
        return False
    if 0 <= at - figure.last <= (words[figure.last : figure.last + 1] == ["on"]):
        return True
    return words[at - 1] in changes or (at + 1 < len(words) and words[at + 1] in changes)


def _since(read: Sequence[Token], at: int, anchor: int) -> bool:
    """Tell a time at which something began: "have died since the war began on October 7".

    What is told of that time is not: "since the riots of 1994 that killed 40 people".
    """
    low = max(0, at - 11)
    before = [*map(WORD, read[low:at])]
    if "since" not in before:
        return False
    if at < anchor and "," not in [token.text for token in read[at:anchor]]:
        return False
    for position in range(at - 1, low - 1, -1):
        word = before[position - low]
        if word == "since":
            return not position < anchor < at
        if word in {",", ";", "when", "and"}:
            return False
    return False


def _when_behind(read: Sequence[Token], expression: TimeExpression, anchor: int) -> bool:
    """Tell the time of what happened then: "since October 7, when militants killed 12"."""
    after = token_at(read, expression.evidence[0].end)
    behind = [token.lower for token in read[after : after + 2]]
    return "when" in behind and after < anchor


def _of_other_event(read: Sequence[Token], at: int, anchor: int) -> bool:
    """Tell the time of an event that was before: "in riots over cuts made after a quake in May"."""
    if at - anchor < _FAR:
        return False
    nouns = lexicon.event_words()
    told = next((k for k in range(at - 1, at - 4, -1) if read[k].lower in nouns), -1)
    return told > 0 and any(
        read[k].lower in ("after", "following") for k in range(told - 1, max(anchor, told - 5), -1)
    )


_ENDS = frozenset(("ended", "began", "started", "erupted", "lasted", "broke", "ends", "begun"))


def _of_its_end(read: Sequence[Token], at: int, anchor: int) -> bool:
    """Tell the time at which what lasts long began or ended: "the war, which ended in 2005"."""
    words = [token.lower for token in read[max(anchor, at - 7) : at]]
    return at > anchor and "which" in words and not _ENDS.isdisjoint(words)


def _names_day(expression: TimeExpression) -> bool:
    return expression.start == expression.end


def _of_cause(read: Sequence[Token], anchor: int, at: int) -> bool:
    """Tell the time of what an arrest is for: "were arrested over the attack last month"."""
    causes = lexicon.words("scenes", "days", "causes")
    return any(read[k].lower in causes for k in range(anchor + 1, at - 1))


def of_older_toll(read: Sequence[Token], at: int) -> int:
    """Give the token of the figure in "up from 48 on Friday", whose day that is; -1 for others."""
    first = at - 1
    while first > at - 4 and first > 0 and read[first].lower in _DAY_LEADS:
        first -= 1
    if first < 2 or read[first].kind != "number":
        return -1
    older = read[first - 1].lower == "from" and read[first - 2].lower in ("up", "down")
    return first if older else -1


_DAY_LEADS = frozenset(("on", "late", "early", "the", "reported", "as", "of", "a"))


def _cut_off(read: Sequence[Token], anchor: int, at: int) -> bool:
    """Tell a time behind the end of the quotation or the dash that ends what a figure is of."""
    return any(
        read[k].text in {"—", "–", "”", '"'}
        or (read[k].text == "-" and k > 0 and read[k - 1].end < read[k].start)
        for k in range(anchor, at)
    )


def before_saying(read: Sequence[Token], at: int, anchor: int) -> bool:
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
                return position + 2 >= anchor or read[position + 1].lower in ("that", "the")
            if read[position].text in ",;":
                return False
    return False


_STATES = frozenset(("condition", "conditions", "recovering", "critical", "stable"))


def _of_saying(read: Sequence[Token], at: int, *, procedure: bool = False) -> bool:
    """Tell the day on which something was said from the day on which it happened."""
    if procedure and _of_procedure(read, at):
        return True
    for position in range(at - 1, max(-1, at - 4), -1):
        word = read[position].lower
        if word in _STATES:
            return True  # "was in stable condition on Tuesday"
        if word in (":", "@"):
            continue  # "UPDATED: 5 p.m."
        if word == "released" and not procedure:
            return False  # "two officers were released on Monday"
        if word in lexicon.grammar("said_days"):
            # "The blast was reported at 8 p.m. Friday"
            passive = word == "reported" and read[position - 1].lower in ("was", "were", "been")
            return not passive or (position > 1 and read[position - 2].lower == "it")
        if word not in lexicon.grammar("before_days"):
            return False
    return False


def _of_procedure(read: Sequence[Token], at: int) -> bool:
    """Tell the day of an arrest or a search: "were searching for three men on Monday"."""
    before = [*map(WORD, read[max(0, at - 11) : at])]
    procedure = lexicon.grammar("procedure")
    if procedure.isdisjoint(before):
        return False
    nouns, turns = lexicon.event_words(), lexicon.grammar("turns")
    for word in reversed(before):
        if word in procedure:
            return True
        if word in nouns or word in turns:
            return False
    return False


def is_day(time: Time) -> bool:
    """Tell a single day from a longer time."""
    return time.start is not None and time.start == time.end


def led_to(day: Time, arrest: Time) -> bool:
    """Tell a day of the weeks before an arrest."""
    gap = days_between(day.start, arrest.end)
    return gap is not None and 0 <= gap <= _PURSUIT and is_day(day)


_PURSUIT = 60
"""How many days before an arrest the first day told may be that of what it is for."""


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


def day_of(expression: TimeExpression) -> Day:
    """Give the day of an expression, and whether its words name it."""
    if expression.type != "TIME":
        return Day(as_day(expression))
    words = expression.evidence[0].text.lower().replace(",", " ").split()
    return Day(as_day(expression), lexicon.naming_days().isdisjoint(words))


def dateline_of(context: Context) -> Dateline | None:
    """Give the article's dateline, if one was found."""
    found = context.mentions(Dateline)
    return found[0] if found else None
