"""How a figure relates to the main incident: of it, a toll over time, or recalled for context."""

import re
from collections.abc import Sequence
from functools import cache

from newsfacts import Time, TimeExpression
from newsfacts.text import Token
from newsfacts_casualties import lexicon, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence

_AGAIN = frozenset(("same", "earlier", "previous"))
_PART_OF_YEAR = re.compile(r"\d{4}-(?:H[12]|Q[1-4])")
_WINDOW_WORDS = frozenset(("hours", "hour", "day"))
_RELATIVES = frozenset(("that", "which", "who"))
_FOR = frozenset(("for", "of", "over", "in"))
_STATES = frozenset(("are", "remain", "live"))
_LONG = frozenset(("years", "months", "weeks", "decades", "year", "month", "week", "decade"))
_SHORT = frozenset(("day", "days", "hours"))
_LEFT = frozenset(("other", "others", "remaining"))
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
    if (
        figure.ordinal
        or _running(sentence, figure, conflict=conflict)
        or (figure.count.value != 1 and _over_a_range(sentence, times, first, last))
    ):
        return "cumulative"
    perfect = _perfect(sentence, figure)
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
        if at >= first and _tells_a_period(sentence, figure, at, end, perfect=perfect):
            return "cumulative"
    for at, _ in sentence.phrases("scenes", "scope", "campaigns"):
        during = at > 0 and sentence.words[at - 1] in _DURING
        if first <= at < last and during and (perfect or _large(figure)):
            return "cumulative"
    if perfect and (_fronted(sentence, first) or _for_weeks(sentence, first, last)):
        return "cumulative"
    value = figure.count.low or figure.count.value or figure.count.high or 0
    if (
        perfect
        and value >= 1000
        and (conflict or not lexicon.grammar("long").isdisjoint(sentence.words[: _anchor(figure)]))
    ):
        return "cumulative"
    if _number_of_a_kind(sentence, figure, first, last):
        return "cumulative"
    return "incident"


def _fronted(sentence: Sentence, first: int) -> bool:
    """Tell a period at the head of a sentence, for a clause that begins later in it."""
    words = sentence.words
    return first > 0 and (words[0] == "since" or " ".join(words[:3]) in _listed("recent"))


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
    if _listed("lengths").isdisjoint(sentence.vocabulary):
        return False
    for at in range(max(first, 2), min(last, len(words) - 1)):
        if words[at] in _listed("lengths") and words[at + 1] == "of":
            return not _WITHIN.isdisjoint(words[max(first, at - 4) : at])
    return False


def _anchor(figure: Figure) -> int:
    return figure.predicate.first if figure.predicate is not None else figure.first


def _begin(figure: Figure) -> int:
    """Give the first token of a figure and its verb group."""
    predicate = figure.predicate
    return min(figure.first, predicate.head) if predicate is not None else figure.first


def _perfect(sentence: Sentence, figure: Figure) -> bool:
    """Tell harm that has been done so far: "have been killed", "has left 12 dead"."""
    predicate = figure.predicate
    if predicate is not None:
        if predicate.perfect:
            return True
        group = sentence.words[predicate.head : predicate.first]
        if "been" in group or "has" in group or "have" in group:
            return True
    anchor = _anchor(figure)
    left = sentence.words[max(0, anchor - 12) : anchor]
    return "has" in left or "have" in left


def perfect(sentence: Sentence, figure: Figure) -> bool:
    """Tell harm that has been done so far: "have been killed", "has left 12 dead"."""
    return _perfect(sentence, figure)


def _own_clause(sentence: Sentence, figure: Figure, first: int, *, perfect: bool) -> int:
    """Give where the words begin that tell the time of a figure.

    "since the feud began with the raid that killed 12": "since" tells of the feud.
    "in the past year, when 12 died": the year is the pronoun's.
    """
    begin = min(_anchor(figure), figure.first)
    for at in range(begin - 1, max(first, begin - 4) - 1, -1):
        if sentence.words[at] in _RELATIVES and not perfect:
            return at
    for at in range(begin - 1, max(first + 1, begin - 12) - 1, -1):
        if sentence.words[at] in _WHEN and sentence.words[at - 1] == ",":
            return at
    return first


def _tells_a_period(
    sentence: Sentence, figure: Figure, at: int, end: int, *, perfect: bool
) -> bool:
    """Tell whether a phrase of time makes a figure a toll over a period."""
    read, anchor = sentence.read, _anchor(figure)
    phrase = " ".join(sentence.words[at:end])
    before = read[at - 1].lower if at else ""
    after = read[end].lower if end < len(read) else ""
    if phrase in _listed("recent"):
        return _WINDOW_WORDS.isdisjoint([token.lower for token in read[end : end + 3]])
    if phrase == "since":
        return (
            at < anchor + 14
            and after not in _SINCE_THEN
            and "have" not in before
            and not since_then(sentence, figure)
        )
    if phrase in _listed("long_events"):
        # "in the war", "in Veldan's civil war"
        during = before in _DURING or (
            phrase == "civil war" and not _DURING.isdisjoint(sentence.words[max(0, at - 4) : at])
        )
        return during and (perfect or _large(figure))
    if phrase in ("so far", "to date") and "," in sentence.words[end : figure.first]:
        return False  # "Of the 27 found so far, 16 were hurt"
    if phrase in ("in all", "overall") or (phrase == "so far" and figure.count.value == 1):
        return False
    if phrase in _listed("rates"):
        return after not in _AGO and before not in _SPANS
    if phrase in ("last year", "this year"):
        if before in ("earlier", "later", "of") and not perfect:
            return False
        return phrase != "last year" or perfect
    if phrase in ("decade", "decades"):
        return perfect and before in ("in", "of", "a", "for", "three", "two")
    return True


def _large(figure: Figure) -> bool:
    """Tell a number that one incident hardly has, and the loss of lives that nobody counts."""
    count = figure.count
    if count.modifier == "unspecified":
        return figure.predicate is not None and figure.predicate.voice in ("nominal", "lives")
    return (count.low or count.value or 0) >= 1000


def since_then(sentence: Sentence, figure: Figure) -> bool:
    """Tell what is told to date something else: "the worst since a bomb killed 12 people"."""
    begin = _begin(figure)
    words = sentence.words
    for at in range(begin - 1, max(-1, begin - 12), -1):
        if words[at] in (",", ";", ":"):
            return False
        if words[at] != "since":
            continue
        if _perfect(sentence, figure) and not (
            figure.predicate is not None and figure.predicate.voice == "nominal"
        ):
            return False
        predicate = figure.predicate
        if at + 1 == begin or (predicate is not None and predicate.voice == "nominal"):
            return True
        return (
            predicate is not None
            and predicate.voice in ("active", "lives")
            and _names_more_than_time(words[at + 1 : begin])
        )
    return False


def _since_when(sentence: Sentence, figure: Figure) -> bool:
    """Tell what dates something else: "the worst since May 2009, when a bomb killed 12"."""
    words = sentence.words
    begin = _begin(figure)
    for at in range(begin - 1, max(1, begin - 12), -1):
        if words[at] == "when" and words[at - 1] == ",":
            return "since" in words[max(0, at - 8) : at]
    return False


def _names_more_than_time(words: Sequence[str]) -> bool:
    """Tell whether words hold more than the time that "since" may lead to."""
    times = lexicon.naming_days()
    return any(
        word.isalpha() and word not in times and word not in _listed("times") for word in words
    )


def stands_aside(sentence: Sentence, figure: Figure, times: Sequence[TimeExpression] = ()) -> bool:
    """Tell a state told beside a name: "Ivo Marek, a smuggler imprisoned in Tarma"."""
    predicate, group = figure.predicate, figure.group
    if figure.harm != "detained" or predicate is None or group is None:
        return False
    words = sentence.words
    if _listed("states").isdisjoint(words[predicate.first : predicate.last]):
        return False
    behind = sentence.read[predicate.first].start
    if times and times[-1].evidence[0].start > behind:
        return False
    if predicate.voice == "participle" or predicate.first < group.last:
        return True
    return "who" in words[group.last : predicate.head + 1]


def comes_after(sentence: Sentence, figure: Figure, *, told: bool) -> bool:
    """Tell what news came after: "The vote comes two days after a bomb killed 12 people".

    `told` tells whether the article has told figures as news.
    """
    words = sentence.words
    begin = _begin(figure)
    for at in range(begin - 1, max(0, begin - 14), -1):
        if words[at] in (";", ":", "said", "when", "."):
            return False
        if words[at] == "after":
            before = words[max(0, at - 6) : at]
            return words[at - 1] in _LONG or not _listed("come").isdisjoint(before)
        if words[at] in ("follows", "followed") and at and words[at - 1] != "by":
            behind = words[at + 1]  # "Another blast followed 40 minutes later, killing 12"
            return told and (
                behind in lexicon.grammar("determined") or behind.endswith(("'s", "’s"))
            )
    return False


def judged(sentence: Sentence, figure: Figure) -> int:
    """Give the token behind which a crime is told that a court looks back at; -1 for others.

    "was sentenced to life for killing 12 people": that of "for".
    """
    if figure.harm in settings.AFTERMATH:
        return -1
    words = sentence.words
    begin = _begin(figure)
    for at in range(begin - 1, max(-1, begin - 18), -1):
        if words[at] in (";", ":", "when", "who", "while", "but") or (
            words[at] == "after" and words[at + 1] not in ("he", "she", "a", "being")
        ):
            return -1
        if words[at] in _listed("judged"):
            return next((k for k in range(begin - 1, at, -1) if words[k] in _FOR), -1)
    return -1


def of_victims(sentence: Sentence, figure: Figure) -> bool:
    """Tell "three of the victims" and "two of Monday's dead"."""
    group = figure.group
    if group is None or not group.partitive:
        return False
    words = sentence.words[group.first : group.last]
    return "of" in words and not _listed("harmed").isdisjoint(words[words.index("of") :])


def noun_of_whole(sentence: Sentence, figure: Figure) -> str:
    """Give the noun of "three of the passengers", "seven of the 11 captives"; "" for others."""
    group = figure.group
    if group is None or not group.partitive:
        return ""
    words = sentence.words[group.first : group.last]
    if "of" not in words or words[words.index("of") + 1 : words.index("of") + 2] != ["the"]:
        return ""
    return words[-1]


def past_clause(sentence: Sentence, figure: Figure) -> tuple[int, int] | None:
    """Give the bounds of the clause in "two years after a blast killed 12 people, ..."."""
    words = sentence.words
    begin = _begin(figure)
    for at in range(begin - 1, max(0, begin - 12), -1):
        if words[at] in (",", ";", ":", "and"):
            return None
        if words[at] == "after" and (words[at - 1] in _LONG or words[at - 1] in _SHORT):
            end = next((k for k in range(figure.last, len(words)) if words[k] == ","), len(words))
            return at, end - 1
    return None


def of_whom(sentence: Sentence, figure: Figure) -> bool:
    """Tell harm to a part that has no number: "shoppers, many of whom were badly burnt"."""
    group, predicate = figure.group, figure.predicate
    if group is None or predicate is None or predicate.first <= group.first:
        return False
    words = sentence.words
    return any(
        words[at] in _listed("shares") and words[at + 1] == "of"
        for at in range(max(group.first, predicate.head - 4), predicate.head - 1)
    )


def the_rest(sentence: Sentence, figure: Figure) -> bool:
    """Tell those who are left of others: "the other one", "the remaining four"."""
    words = sentence.words
    at = figure.first - 1 if figure.first and words[figure.first - 1] == "the" else figure.first
    return words[at] == "the" and not _LEFT.isdisjoint(words[at + 1 : at + 2])


def _number_of_a_kind(sentence: Sentence, figure: Figure, first: int, last: int) -> bool:
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
        if noun is None or lexicon.nouns()[noun].kind is None or noun in _listed("general"):
            return False
        return lexicon.event_words().keys().isdisjoint(words[at:last])
    return False


@cache
def _listed(name: str) -> frozenset[str]:
    return lexicon.words("scenes", "scope", name)


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
    times: Sequence[TimeExpression] = (),
    *,
    told: bool,
    arrests: bool = False,
) -> bool:
    """Tell an earlier event that is recalled for context from the news itself.

    `reference` is the day of publication, `main_date` the day of the event that the article has
    told as news before, and `told` whether it has told one; `arrests` that this was an arrest.
    """
    if (
        since_then(sentence, figure)
        or _since_when(sentence, figure)
        or stands_aside(sentence, figure, times)
    ):
        return True
    if comes_after(sentence, figure, told=told) or judged(sentence, figure) >= 0:
        return True
    predicate = figure.predicate
    begin = _begin(figure)
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
        if main_date is None and told and _in_month_before(own, reference):
            return True
        if arrests and "W" in own.value and own.end < (reference or ""):
            return True  # "Nine men were arrested over last week's attack"
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


def _in_month_before(own: Time, reference: str | None) -> bool:
    """Tell "last month" and the like, however few days ago it ended."""
    return len(own.value) == 7 and reference is not None and own.value < reference[:7]


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
