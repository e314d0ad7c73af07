"""How a figure relates to the main incident: of it, a toll over time, or recalled for context."""

import re
from collections.abc import Sequence

from newsfacts import Time, TimeExpression
from newsfacts.text import Token
from newsfacts_casualties import lexicon, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence

_AGAIN = frozenset(("same", "earlier", "previous"))
_PART_OF_YEAR = re.compile(r"\d{4}-(?:H[12]|Q[1-4])")
_WINDOW_WORDS = frozenset(("hours", "hour", "day"))
_RELATIVES = frozenset(("that", "which", "who"))


def scope(
    sentence: Sentence,
    figure: Figure,
    first: int,
    last: int,
    times: Sequence[TimeExpression] = (),
    *,
    conflict: bool = False,
) -> str:
    """Tell a toll over a period (cumulative) from that of one incident."""
    if figure.ordinal or (figure.count.value != 1 and _over_a_range(sentence, times, first, last)):
        return "cumulative"
    read = sentence.read
    anchor = figure.predicate.first if figure.predicate is not None else figure.first
    perfect = figure.predicate is not None and figure.predicate.perfect
    if figure.predicate is not None and not perfect:
        group = sentence.words[figure.predicate.head : figure.predicate.first]
        perfect = "been" in group or "has" in group or "have" in group
    if not perfect:
        left = sentence.words[max(0, anchor - 12) : anchor]
        perfect = "has" in left or "have" in left
    # "since the feud began with the raid that killed 12": "since" tells of the feud
    begin = min(anchor, figure.first)
    for at in range(begin - 1, max(first, begin - 4) - 1, -1):
        if read[at].lower in ("that", "which", "who") and not perfect:
            first = at
            break
    for at, end in sentence.phrases("context", "scope", "cumulative"):
        if at < first:
            continue
        if at >= last:
            break
        words = " ".join(sentence.words[at:end])
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
        if words in ("in all", "overall") or (words == "so far" and figure.count.value == 1):
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
    if (
        perfect
        and value >= 1000
        and (conflict or not lexicon.grammar("long").isdisjoint(sentence.words[:anchor]))
    ):
        return "cumulative"
    return "incident"


def of_no_one_event(
    sentence: Sentence, figure: Figure, *, named: bool, dated: bool, told: bool
) -> bool:
    """Tell what no single event can have brought about, as far as its sentence says.

    So with thousands whose death nothing dates and no event explains ("mourned the thousands who
    died"), with several events counted together ("three disasters left 78 dead") where no day is
    told, and with a state of many people ("3.7 million are short of food"). `named` says that a
    noun names the event, `dated` that the clause has a single day, `told` that the article has
    told figures as news.
    """
    count = figure.count
    value = count.low or count.value or 0
    if dated:
        return False
    if figure.harm == "affected" and value >= 100_000:
        return True
    the = figure.group is not None and figure.group.definite
    if figure.harm == "killed" and the and value >= 2000 and not named and not told:
        return True
    predicate = figure.predicate
    anchor = min(figure.first, predicate.head) if predicate is not None else figure.first
    for at in range(max(0, anchor - 6), anchor):
        if sentence.words[at] in lexicon.grammar("several_events"):
            return not lexicon.grammar("counts_of_events").isdisjoint(
                sentence.words[max(0, at - 3) : at]
            )
    return False


def _over_a_range(
    sentence: Sentence, times: Sequence[TimeExpression], first: int, last: int
) -> bool:
    """Tell a longer time with two ends: "between January and mid-May", "in the first half"."""
    read = sentence.read
    inside = []
    for time in times:
        at = settings.token_at(read, time.evidence[0].start)
        if time.type == "DATE" and first <= at < last:
            inside.append((at, time))
    for at, time in inside:
        if _PART_OF_YEAR.fullmatch(time.value):
            return True
        if at and read[at - 1].lower in ("between", "from") and len(time.value) < 10:
            behind = settings.token_at(read, time.evidence[0].end)
            joined = read[behind].lower if behind < len(read) else ""
            if joined in ("and", "to", "until", "till", "through") and any(
                behind < other <= behind + 3 for other, _ in inside
            ):
                return True
    return False


def recalled(
    sentence: Sentence,
    figure: Figure,
    own: Time | None,
    reference: str | None,
    main_date: str | None,
    *,
    told: bool,
) -> bool:
    """Tell an earlier event that is recalled for context from the news itself.

    `reference` is the day of publication, `main_date` the day of the event that the article has
    told as news before, and `told` whether it has told one.
    """
    predicate = figure.predicate
    begin = min(figure.first, predicate.head) if predicate is not None else figure.first
    pronoun = not _RELATIVES.isdisjoint(sentence.words[max(0, begin - 4) : begin])
    relative = pronoun or (predicate is not None and predicate.voice == "nominal")
    recalling = pronoun or not lexicon.grammar("recall").isdisjoint(
        sentence.words[max(0, begin - 14) : begin]
    )
    if own is not None and own.end is not None:
        # "last week" is told from its beginning: its end may be the day before
        day = own.start if "W" in own.value else own.end
        if reference is None and (len(own.value) == 4 or _long_ago(sentence, figure, None)):
            return True
        gap = settings.days_between(day, main_date or reference)
        if gap is None:
            return False
        if main_date is not None or (told and relative and recalling):
            return gap > 3
        return gap > 14 and (told or recalling or not _AGAIN.isdisjoint(sentence.vocabulary))
    if _long_ago(sentence, figure, reference):
        return True
    return relative and not lexicon.grammar("recall").isdisjoint(
        sentence.words[max(0, begin - 14) : begin]
    )


def _long_ago(sentence: Sentence, figure: Figure, reference: str | None) -> bool:
    """Read "last year", "three years ago" where no date of the article resolves them."""
    if reference is not None:
        return False
    anchor = figure.predicate.first if figure.predicate is not None else figure.first
    last = anchor + 10
    for at in range(anchor + 1, min(last, len(sentence.words))):
        # "were arrested over last week's attacks"
        if sentence.words[at] in ("connection", "following", "over", "after"):
            last = at
            break
    return tells_long_ago(sentence.read[max(0, anchor - 14) : last])


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
