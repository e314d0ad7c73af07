"""Which way an underspecified date lies: the tense of the clause around it."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from newsfacts.text import load_lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[;:.]")
WINDOW = 160
"""Code points to either side in which the tense of a clause is looked for."""
NEARBY = 90
"""Code points before in which it mostly stands."""
_GONE = frozenset(("missed", "passed", "after", "before", "since", "beyond", "met", "past"))
_AHEAD = frozenset(("expected", "scheduled", "planned", "slated", "supposed"))
_OFF = frozenset(
    ("cancelled", "canceled", "postponed", "scrapped", "suspended", "abandoned", "called", "banned")
)
_PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being", "had", "has", "have"))
_SCHEDULED = frozenset(("scheduled", "expected", "planned", "slated", "due", "set"))


FUTURE, REPORTING, PAST, NOT_PAST, TO, BE, STOP = range(7)


@cache
def _kinds() -> Mapping[str, int]:
    """Give what each word says of tense, by its lower case."""
    words = load_lexicon("newsfacts_dateline", "tense")
    kinds = dict.fromkeys(words["not_past"], NOT_PAST)
    kinds |= dict.fromkeys(words["past"], PAST)
    kinds |= dict.fromkeys(words["reporting"], REPORTING)
    kinds |= dict.fromkeys(words["future"], FUTURE)
    return MappingProxyType(kinds | {"to": TO, "be": BE, ";": STOP, ":": STOP, ".": STOP})


@cache
def _future() -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "tense")["future"])


@cache
def _governors() -> frozenset[str]:
    words = load_lexicon("newsfacts_dateline", "tense")["future_governors"]
    return frozenset((*words, "is", "are", "be", "was", "were"))


def is_past_verb(word: str) -> bool:
    """Tell whether a word is a verb in the past by itself: `wounded`, `killed`, `struck`."""
    kind = _kinds().get(word)
    return kind in (PAST, REPORTING) if kind is not None else word.endswith("ed")


def direction(text: str, start: int, end: int, first: int, last: int) -> int:
    """Tell whether the clause around `start:end` speaks of the past, the future or neither (0).

    -2 and 2 where a verb right beside it says so ("held on 3 March"), -1 and 1 where one further
    off does.
    `first` and `last` bound the sentence. The nearest verb before decides, then the nearest after;
    a reporting verb that comes after ("Friday, officials said") does not.
    """
    before = _words_before(text, start, first, NEARBY)
    lead = [word.lower() for word in before[-3:]]
    had = "had" in before[-12:]
    until = lead[-1:] in (["until"], ["till"])
    if lead[-1:] in (["on"], ["of"]) and ("until" in before[-7:-1] or "till" in before[-7:-1]):
        until = True  # "until the close of trading on Friday"
    if text[end : end + 2] in ("'s", "’s"):
        owned = _WORD.findall(text, end + 2, min(last, end + 50))[:3]
        if _happened() & {word.lower() for word in owned}:
            return -1  # "the victims of Friday's attack will be buried"
        # "ahead of Sunday's vote", "after Wednesday's ruling"
        if {"ahead", "before", "for", "until"} & set(lead):
            return 1
        after = _WORD.findall(text, end, min(last, end + 70))
        return 1 if "will" in after else -1
    scheduled = lead[-1:] == ["for"] and lead[-2:-1] and lead[-2] in _SCHEDULED
    if scheduled and not had and lead[0] in ("is", "are", "be", "been", "s"):
        return 2  # "is set for May"
    if lead[-1:] == ["for"] and (text[start].isupper() or text.startswith("the weekend", start)):
        return 1  # "called off the fair for Sunday", "rain is forecast for the weekend"
    if scheduled:
        return 2  # "is set for 2 p.m. Friday"
    if until or lead[-1:] in (["by"], ["through"]) or (lead[:1] == ["as"] and lead[-1:] == ["as"]):
        if had:
            return -1
        opens = len(before) < 3 and text[end : end + 1] != "'"
        after = _WORD.findall(text, end, min(last, end + (WINDOW if opens else 40)))
        if until and "had" in after:
            return -1  # "until Thursday, they had not named him"
        # "By Thursday the water was gone"
        return -1 if opens and _verdict(after, after=True) < 0 else 1
    if lead[-1:] == ["to"] and lead[-2:-1] in (["off"], ["back"]):
        return 2  # "was put off to Tuesday"
    follows = _WORD.match(text, end + 1)
    if follows is not None and follows[0] == "deadline" and not _GONE & set(lead):
        return 1  # "faces a July 9 deadline"
    if text[end : end + 1] == " " and not _happened().isdisjoint(
        _WORD.findall(text, end, min(last, end + 40))[:2]
    ):
        return -2  # "will mark the March 3 bombing"
    if lead[-1:] == ["set"] and not had:
        return 1  # "has set March 3 as the deadline"
    before.reverse()
    found = _verdict(before, after=False)
    if not found and start - NEARBY > first:
        further = _words_before(text, start, first, WINDOW)
        found = _verdict(further[::-1], after=False)
    if found > 1 and not _OFF.isdisjoint(_WORD.findall(text, end, min(last, end + 40))[:4]):
        return 1  # "the march planned for Saturday was called off": it may have been yesterday
    if found:
        return found
    if follows is not None and follows[0] in _forecast() and text[end] == " ":
        return 2  # "Sunday looks calm"
    told = _verdict(_WORD.findall(text, end, min(last, end + WINDOW)), after=True)
    if told == -2 and follows is not None and _is_noun(text, end, follows[0]):
        return -1  # "the 26-28 February visit was agreed": what was, was perhaps not the visit
    return told


def _is_noun(text: str, end: int, word: str) -> bool:
    """Tell a word right behind a date that the date belongs to."""
    if text[end] != " " or not word.islower() or word in _kinds() or word[-2:] == "ed":
        return False
    return word not in load_lexicon("newsfacts_dateline", "tense")["no_nouns"]


def _words_before(text: str, start: int, first: int, reach: int) -> list[str]:
    """Give the words before `start`, at most `reach` code points of them, none cut in two."""
    opens = max(first, start - reach)
    words = _WORD.findall(text, opens, start)
    return words[1:] if opens > first else words


@cache
def _happened() -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "tense")["happened"])


@cache
def _agentive() -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "tense")["agentive"])


@cache
def _departing() -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "tense")["departing"])


@cache
def _leaving() -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "tense")["leaving"])


@cache
def _forecast() -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "tense")["forecast"])


def _verdict(words: list[str], *, after: bool) -> int:
    """Find the nearest word that tells the tense; `words` are given from the nearest on."""
    kinds = _kinds().get
    reach = 4 if after else 3
    for index, raw in enumerate(words):
        word = raw.lower()
        kind = kinds(word)
        if kind is None:
            if raw[-2:] == "ed" and len(raw) > 4 and raw.islower():
                if word not in _AHEAD and _tenseless(words, index, after=after):
                    continue
                return _participle(words, index, word, after=after)
            if raw[-1:] == "s" and raw in _departing() and _goes(words, index, after=after):
                return 2
            if word.endswith(("'ll", "’ll")):
                return 2 if index < 5 and not after else 1
            continue
        if kind == STOP:
            if after:
                return 0
        elif kind == FUTURE:
            if (
                not after
                and words[index + 1 : index + 2] == ["to"]
                and _came_to_naught(words, index)
            ):
                return -2 if index < reach else -1  # "failed to meet on Monday"
            if raw != "May":
                return 2 if index < 9 and not after else 1
        elif kind == TO:
            if not after and index and (way := _infinitive(words, index)):
                return way
        elif kind == REPORTING:
            return -1
        elif kind == BE:
            if not after and index and words[index + 1 : index + 2] == ["to"]:
                return 2 if index - 1 < reach else 1  # "a report to be published"
        elif kind == PAST:
            near = 2 if index < reach else 1
            following = words[index + 1 : index + 3]
            if _tenseless(words, index, after=after):
                continue
            if not after and following == ["be", "to"]:
                return near
            if after and index < 3 and not _SCHEDULED.isdisjoint(following):
                return 1  # "a July 9 inquest was expected"
            before = words[index + 1 : index + 4]
            if not after and not _future().isdisjoint(each.lower() for each in before):
                return near  # "will be paid", "would now be held"
            if not after and index == 1 and words[2:3] in (["is"], ["are"]):
                return near  # "the vote is held in spring"
            return -near
    return 0


def _came_to_naught(words: list[str], index: int) -> bool:
    """Tell an infinitive of what was not done, or was done: "refused to", "managed to"."""
    lexicon = load_lexicon("newsfacts_dateline", "tense")
    return not set(lexicon["done_or_not"]).isdisjoint(words[index + 2 : index + 3])


def _tenseless(words: list[str], index: int, *, after: bool) -> bool:
    """Tell whether a form is a participle that says nothing of the past.

    It belongs to a noun (`a delegation headed by the minister`) or to a present (`is sold out`).
    """
    if after and index and words[index - 1] in ("is", "are"):
        return True
    if words[index] not in _agentive():
        return False
    if after:
        return words[index + 1 : index + 2] == ["by"] and not _PASSIVE & set(words[:index][-2:])
    return (
        index > 0 and words[index - 1] == "by" and not _PASSIVE & set(words[index + 1 : index + 3])
    )


def _goes(words: list[str], index: int, *, after: bool) -> bool:
    """Tell whether `heads`, `returns` and the like are verbs here: a direction follows."""
    beside = words[index + 1 : index + 2] if after else words[index - 1 : index] if index else []
    if beside[:1] == ["on"]:
        return not after and words[index] in _leaving()
    return bool(beside) and beside[0] in ("to", "for", "into", "home", "back", "from", "against")


def _infinitive(words: list[str], index: int) -> int:
    """Read `to` with the verb after it by what governs it: `is to meet`, `plans to meet`."""
    if not words[index - 1].islower() or index + 1 >= len(words):
        return 0
    if words[index + 1].lower() not in _governors():
        return 0
    further = words[index + 2 : index + 4]
    if "been" in further and "had" in further:
        return -1
    return 2 if index < 6 else 1


def _participle(words: list[str], index: int, word: str, *, after: bool) -> int:
    """Read a form in -ed: past, unless what stands before it speaks of what is to come."""
    near = 2 if index < (4 if after else 3) else 1
    if not after:
        before = words[index + 1 : index + 4]
        if before[:2] == ["be", "to"] or not _future().isdisjoint(each.lower() for each in before):
            return near  # "to be held", "will be held"
    if word in _AHEAD or (
        word in ("extended", "postponed", "delayed", "rescheduled", "moved", "adjourned")
        and not after
        and index
        and words[index - 1] in ("to", "until", "till")
    ):
        return near  # "is expected Monday", "scheduled for May"
    return -near
