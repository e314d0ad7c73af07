"""How a figure relates to the main incident: of it, or a toll over time and of many events."""

import re
from collections.abc import Sequence

from newsfacts import TimeExpression
from newsfacts_casualties import lexicon, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.recalls import since_then
from newsfacts_casualties.roundups import of_several_crimes
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.verb_groups import RELATIVES, anchor_of, is_perfect

_PART_OF_YEAR = re.compile(r"\d{4}-(?:H[12]|Q[1-4])")
_WINDOW_WORDS = frozenset(("hours", "hour", "day"))
_STATES = frozenset(("are", "remain", "live"))
_WHEN = frozenset(("when", "where"))
_SINCE_THEN = frozenset(("been", "become", "died", "then", "disappeared", "released"))
_DURING = frozenset(("in", "of", "during", "by", "throughout", "from"))
_AGO = frozenset(("ago", "earlier", "later", "after", "before"))
_PERIODS = frozenset(("in", "this", "during", "since", "for", "of"))
_THROUGHOUT = frozenset(("during", "throughout"))
_WITHIN = frozenset(("in", "during", "over"))
_SPANS = frozenset(("for", "than", "after", "in", "within", "half"))


def scope(
    sentence: Sentence,
    figure: Figure,
    first: int,
    last: int,
    times: Sequence[TimeExpression] = (),
    *,
    conflict: bool = False,
    one_event: bool = False,
) -> str:
    """Tell a toll over a period (cumulative) from that of one incident.

    `conflict` says that the article is of a war, `one_event` that its news is one event, whose
    toll "so far" is its own.
    """
    if figure.count.value == 0 and "reported" in sentence.vocabulary:
        return "incident"  # "Nobody was reported hurt so far"
    if (
        figure.ordinal
        or _running(sentence, figure, conflict=conflict)
        or (figure.count.value != 1 and _over_a_range(sentence, times, first, last))
    ):
        return "cumulative"
    if of_several_crimes(sentence, figure):
        return "cumulative"
    perfect = is_perfect(sentence, figure)
    first = _own_clause(sentence, figure, first, perfect=perfect)
    for at, end in sentence.phrases("context", "scope", "cumulative"):
        if at >= last:
            break
        if (
            one_event
            and sentence.words[at:end] == ["so", "far"]
            and (not sentence.read[end : end + 1] or sentence.words[end] not in _PERIODS)
        ):
            continue
        if (
            at >= first
            and not _ranked(sentence, figure, at)
            and _tells_a_period(sentence, figure, at, end, perfect=perfect)
        ):
            return "cumulative"
    for at, _ in sentence.phrases("scenes", "scope", "campaigns"):
        during = at > 0 and sentence.words[at - 1] in _DURING
        if first <= at < last and during and (perfect or _large(figure)):
            return "cumulative"
    if perfect and (_fronted(sentence, first) or _for_weeks(sentence, first, last)):
        return "cumulative"
    if (perfect or _large(figure)) and _in_a_long_war(sentence, first, last):
        return "cumulative"
    if _by_what_lasts(sentence, figure):
        return "cumulative"
    value = figure.count.low or figure.count.value or figure.count.high or 0
    if (
        perfect
        and value >= 1000
        and (
            conflict or not lexicon.grammar("long").isdisjoint(sentence.words[: anchor_of(figure)])
        )
    ):
        return "cumulative"
    if number_of_a_kind(sentence, figure, first, last):
        return "cumulative"
    return "incident"


def _ranked(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Tell the period of "A man was shot, marking the sixth such death this year"."""
    words = sentence.words
    return figure.count.value == 1 and any(
        words[k] in _MARKING and words[k - 1] == "," for k in range(figure.last + 1, at)
    )


_MARKING = frozenset(("marking", "making", "becoming"))


def _fronted(sentence: Sentence, first: int) -> bool:
    """Tell a period at the head of a sentence, for a clause that begins later in it."""
    words = sentence.words
    return first > 0 and (
        words[0] == "since" or " ".join(words[:3]) in lexicon.scope_words("recent")
    )


def _running(sentence: Sentence, figure: Figure, *, conflict: bool) -> bool:
    """Tell a toll of more than one event: "the war's toll", "bringing the army's toll to 25"."""
    whose = _whose_toll(sentence, figure)
    if whose is None:
        return False
    kind = lexicon.event_words().get(whose)
    if kind is not None:
        return kind == "conflict"
    return conflict and whose not in lexicon.naming_days()


def of_a_side(sentence: Sentence, figure: Figure) -> bool:
    """Tell the toll of a side or a place, which is none of the event: "the army's toll"."""
    whose = _whose_toll(sentence, figure)
    return (
        whose is not None
        and whose not in lexicon.event_words()
        and whose not in lexicon.naming_days()
    )


def _whose_toll(sentence: Sentence, figure: Figure) -> str | None:
    """Give the noun in the possessive before a toll: "war" of "the war's death toll"."""
    predicate = figure.predicate
    if predicate is None or predicate.voice != "toll":
        return None
    words = sentence.words
    for at in range(predicate.first - 1, max(-1, predicate.first - 4), -1):
        word = words[at]
        if word.endswith(("'s", "’s", "s'", "s’")):
            return word[:-2] if word[-1] == "s" else word[:-1]
    return None


def _for_weeks(sentence: Sentence, first: int, last: int) -> bool:
    """Tell a toll of some time: "in two weeks of fighting", "have died in 10 years of violence"."""
    words = sentence.words
    if lexicon.scope_words("lengths").isdisjoint(sentence.vocabulary):
        return False
    for at in range(max(first, 2), min(last, len(words) - 1)):
        if words[at] in lexicon.scope_words("lengths") and words[at + 1] == "of":
            return not _WITHIN.isdisjoint(words[max(first, at - 4) : at])
    return False


def _in_a_long_war(sentence: Sentence, first: int, last: int) -> bool:
    """Tell a toll of a whole war: "in its six-year insurgency", "in the decade-old conflict"."""
    words = sentence.words
    events = lexicon.event_words()
    for at in range(max(first, 2), min(last, len(words))):
        lasted = words[at - 1]
        if "-" in lasted and events.get(words[at]) == "conflict":
            long = lasted.removesuffix("-old").removesuffix("-long").endswith(_LASTING)
            if long and not _WITHIN.isdisjoint(words[max(0, at - 4) : at]):
                return True
    return False


_LASTING = ("year", "years", "month", "months", "decade", "decades", "week", "weeks")


def _by_what_lasts(sentence: Sentence, figure: Figure) -> bool:
    """Tell what has killed over time: "the virus has killed", "five days of battles have left"."""
    predicate = figure.predicate
    if predicate is None or predicate.voice in ("passive", "participle"):
        return False
    lasting = lexicon.scope_words("lasting")
    if lasting.isdisjoint(sentence.vocabulary):
        return False
    words = sentence.words
    for at in range(max(0, predicate.head - 12), predicate.head):
        if words[at] in lasting and words[at + 1] in ("has", "have"):
            before = words[max(0, at - 4) : at]
            return words[at] in lexicon.scope_words("diseases") or (
                "of" in before and not lexicon.scope_words("stretches").isdisjoint(before)
            )
    return False


def _own_clause(sentence: Sentence, figure: Figure, first: int, *, perfect: bool) -> int:
    """Give where the words begin that tell the time of a figure.

    "since the feud began with the raid that killed 12": "since" tells of the feud.
    "in the past year, when 12 died": the year is the pronoun's.
    """
    begin = min(anchor_of(figure), figure.first)
    for at in range(begin - 1, max(first, begin - 4) - 1, -1):
        if sentence.words[at] in RELATIVES and not perfect:
            return at
    for at in range(begin - 1, max(first + 1, begin - 12) - 1, -1):
        if sentence.words[at] in _WHEN and sentence.words[at - 1] == ",":
            return at
    return first


def _tells_a_period(
    sentence: Sentence, figure: Figure, at: int, end: int, *, perfect: bool
) -> bool:
    """Tell whether a phrase of time makes a figure a toll over a period."""
    read, anchor = sentence.read, anchor_of(figure)
    phrase = " ".join(sentence.words[at:end])
    before = read[at - 1].lower if at else ""
    after = read[end].lower if end < len(read) else ""
    if phrase in lexicon.scope_words("recent"):
        return _WINDOW_WORDS.isdisjoint([token.lower for token in read[end : end + 3]])
    if phrase == "since":
        return (
            at < anchor + 14
            and after not in _SINCE_THEN
            and before not in ("missing", "seen")
            and "have" not in before
            and not _of_relative(sentence, figure, at)
            and not since_then(sentence, figure)
        )
    if phrase in lexicon.scope_words("long_events"):
        # "in the war", "in Veldan's civil war"
        during = before in _DURING or (
            phrase == "civil war" and not _DURING.isdisjoint(sentence.words[max(0, at - 4) : at])
        )
        return during and (perfect or _large(figure))
    if phrase in ("so far", "to date") and "," in sentence.words[end : figure.first]:
        return False  # "Of the 27 found so far, 16 were hurt"
    if phrase in ("in all", "overall") or (phrase == "so far" and figure.count.value == 1):
        return False
    if phrase in lexicon.scope_words("rates"):
        return after not in _AGO and before not in _SPANS
    if phrase in lexicon.scope_words("running_times"):
        return perfect and before not in ("earlier", "later", "of")
    if phrase in ("last year", "this year"):
        if before in ("earlier", "later", "of") and not perfect:
            return False
        return phrase != "last year" or perfect
    if phrase in ("decade", "decades"):
        return perfect and before in ("in", "of", "a", "for", "three", "two")
    return True


def _of_relative(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Tell "since" in "A man who had been ill since May was found dead"."""
    group, predicate = figure.group, figure.predicate
    if group is None or predicate is None or not group.last < at < predicate.head:
        return False
    return not RELATIVES.isdisjoint(sentence.words[group.last : at])


def _large(figure: Figure) -> bool:
    """Tell a number that one incident hardly has, and the loss of lives that nobody counts."""
    count = figure.count
    if count.modifier == "unspecified":
        return figure.predicate is not None and figure.predicate.voice in ("nominal", "lives")
    return (count.low or count.value or 0) >= 1000


def number_of_a_kind(sentence: Sentence, figure: Figure, first: int, last: int) -> bool:
    """Tell a count over events: "bringing to 14 the number of teachers killed in the region"."""
    predicate, group = figure.predicate, figure.group
    if predicate is None or predicate.voice != "toll" or (group is not None and group.head >= 0):
        return False
    words = sentence.words
    for at in range(first, last - 3):
        if words[at] != "number" or words[at + 1] != "of":
            continue
        behind = words[at + 2 : at + 8]
        noun = next((word for word in behind if word in lexicon.nouns()), None)
        if any(word.removesuffix("s") in lexicon.nationals() for word in behind[:2]):
            return lexicon.event_words().keys().isdisjoint(words[at:last])
        if (
            noun is None
            or lexicon.nouns()[noun].kind is None
            or noun in lexicon.scope_words("general")
        ):
            return False
        return lexicon.event_words().keys().isdisjoint(words[at:last])
    return False


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
    if value >= 100_000 and (
        figure.harm == "affected" or (figure.harm == "displaced" and _lasts(sentence, figure))
    ):
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


def _lasts(sentence: Sentence, figure: Figure) -> bool:
    """Tell a state from what happened: "are displaced", "have been forced to flee"."""
    predicate = figure.predicate
    if predicate is None:
        return False
    group = sentence.words[predicate.head : predicate.last]
    return not _STATES.isdisjoint(group)


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
        if at and read[at - 1].lower in _THROUGHOUT and len(time.value) in (4, 7):
            return True
        if at and read[at - 1].lower in {"between", "from"} and len(time.value) < 10:
            behind = settings.token_at(read, time.evidence[0].end)
            joined = read[behind].lower if behind < len(read) else ""
            if joined in ("and", "to", "until", "till", "through") and any(
                behind < other <= behind + 3 for other, _ in inside
            ):
                return True
    return False
