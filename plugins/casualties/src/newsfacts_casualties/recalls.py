"""Earlier events that are recalled: what dates the news, is judged or was long ago."""

from collections.abc import Sequence

from newsfacts import Time, TimeExpression
from newsfacts.model import days_between
from newsfacts.text import Token
from newsfacts_casualties import lexicon, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.verb_groups import RELATIVES, anchor_of, begin_of, is_perfect

_AFTER = frozenset(("after", "follows", "followed"))
_AGAIN = frozenset(("same", "earlier", "previous"))
_FOR = frozenset(("for", "of", "over", "in"))
_LONG = frozenset(("years", "months", "weeks", "decades", "year", "month", "week", "decade"))
_SHORT = frozenset(("day", "days", "hours"))


def since_then(sentence: Sentence, figure: Figure) -> bool:
    """Tell what is told to date something else: "the worst since a bomb killed 12 people"."""
    if "since" not in sentence.vocabulary:
        return False
    begin = begin_of(figure)
    words = sentence.words
    for at in range(begin - 1, max(-1, begin - 12), -1):
        if words[at] in {",", ";", ":"}:
            return False
        if words[at] != "since":
            continue
        if is_perfect(sentence, figure) and not (
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
    if "since" not in sentence.vocabulary:
        return False
    words = sentence.words
    begin = begin_of(figure)
    for at in range(begin - 1, max(1, begin - 12), -1):
        if words[at] == "when" and words[at - 1] == ",":
            return "since" in words[max(0, at - 8) : at]
    return False


def _names_more_than_time(words: Sequence[str]) -> bool:
    """Tell whether words hold more than the time that "since" may lead to."""
    times = lexicon.naming_days()
    return any(
        word.isalpha() and word not in times and word not in lexicon.scope_words("times")
        for word in words
    )


def stands_aside(sentence: Sentence, figure: Figure, times: Sequence[TimeExpression] = ()) -> bool:
    """Tell a state told beside a name: "Ivo Marek, a smuggler imprisoned in Tarma"."""
    predicate, group = figure.predicate, figure.group
    if figure.harm != "detained" or predicate is None or group is None:
        return False
    words = sentence.words
    if lexicon.scope_words("states").isdisjoint(words[predicate.first : predicate.last]):
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
    if sentence.vocabulary.isdisjoint(_AFTER):
        return False
    words = sentence.words
    begin = begin_of(figure)
    for at in range(begin - 1, max(0, begin - 14), -1):
        if words[at] in {";", ":", "said", "when", "."}:
            return False
        if at == begin - 1 and resumes(sentence, figure):
            return False
        if words[at] == "after":
            before = words[max(0, at - 6) : at]
            return words[at - 1] in _LONG or not lexicon.scope_words("come").isdisjoint(before)
        if words[at] in {"follows", "followed"} and at and words[at - 1] != "by":
            behind = words[at + 1]  # "Another blast followed 40 minutes later, killing 12"
            return told and (
                behind in lexicon.grammar("determined") or behind.endswith(("'s", "’s"))
            )
    return False


def resumes(sentence: Sentence, figure: Figure) -> bool:
    """Tell the verb of "The raid, which came a day after nine men died, wounded 12"."""
    predicate = figure.predicate
    return (
        predicate is not None and predicate.voice == "active" and predicate.finite
        and sentence.words[predicate.head - 1] == "," and "which" in sentence.vocabulary
    )  # fmt: skip


def judged(sentence: Sentence, figure: Figure) -> int:
    """Give the token behind which a crime is told that a court looks back at; -1 for others.

    "was sentenced to life for killing 12 people": that of "for".
    """
    judging = lexicon.scope_words("judged")
    if figure.harm in settings.AFTERMATH or judging.isdisjoint(sentence.vocabulary):
        return -1
    words = sentence.words
    begin = begin_of(figure)
    for at in range(begin - 1, max(-1, begin - 18), -1):
        if words[at] in (";", ":", "when", "who", "while", "but") or (
            words[at] == "after" and words[at + 1] not in ("he", "she", "a", "being")
        ):
            return -1
        if words[at] in judging:
            return next((k for k in range(begin - 1, at, -1) if words[k] in _FOR), -1)
    return -1


def tried_for(sentence: Sentence, figure: Figure) -> bool:
    """Tell the harm for which somebody is held or tried: "charged in the death of a clerk"."""
    if figure.harm not in ("killed", "injured") or figure.number >= _MANY:
        return False
    accused = lexicon.words("scenes", "crimes", "accused")
    return not accused.isdisjoint(sentence.words[: begin_of(figure)])


_MANY = 10


def past_clause(sentence: Sentence, figure: Figure) -> tuple[int, int] | None:
    """Give the bounds of the clause in "two years after a blast killed 12 people, ..."."""
    if "after" not in sentence.vocabulary:
        return None
    words = sentence.words
    begin = begin_of(figure)
    for at in range(begin - 1, max(0, begin - 12), -1):
        if words[at] in {",", ";", ":", "and"}:
            return None
        if words[at] == "after" and (words[at - 1] in _LONG or words[at - 1] in _SHORT):
            end = next((k for k in range(figure.last, len(words)) if words[k] == ","), len(words))
            return at, end - 1
    return None


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
    begin = begin_of(figure)
    pronoun = not RELATIVES.isdisjoint(sentence.words[max(0, begin - 4) : begin])
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
        gap = days_between(day, main_date or reference)
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
    anchor = anchor_of(figure)
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
