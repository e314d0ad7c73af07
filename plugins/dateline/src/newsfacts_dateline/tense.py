"""Which way an underspecified date lies: the tense of the clause around it."""

import re
from functools import cache

from newsfacts.text import load_lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[;:.]")
WINDOW = 160
_GONE = frozenset(("missed", "passed", "after", "before", "since", "beyond", "met", "past"))
_SCHEDULED = frozenset(("scheduled", "expected", "planned", "slated", "due", "set"))


@cache
def _cues() -> tuple[
    frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]
]:
    words = load_lexicon("newsfacts_dateline", "tense")
    return (
        frozenset(words["future"]), frozenset(words["future_governors"]),
        frozenset(words["past"]), frozenset(words["reporting"]), frozenset(words["not_past"]),
    )  # fmt: skip


def direction(text: str, start: int, end: int, first: int, last: int) -> int:
    """Tell whether the clause around `start:end` speaks of the past, the future or neither (0).

    -2 and 2 where a verb right beside it says so ("held on 3 March"), -1 and 1 where one further
    off does.
    `first` and `last` bound the sentence. The nearest verb before decides, then the nearest after;
    a reporting verb that comes after ("Friday, officials said") does not.
    """
    before = _WORD.findall(text, max(first, start - WINDOW), start)
    lead = [word.lower() for word in before[-3:]]
    had = "had" in before[-12:]
    if text[end : end + 2] in ("'s", "’s"):
        owned = _WORD.findall(text, end + 2, min(last, end + 50))[:3]
        if _happened() & {word.lower() for word in owned}:
            return -1  # "the victims of Friday's attack will be buried"
        # "ahead of Sunday's vote", "after Wednesday's ruling"
        if {"ahead", "before", "for", "until"} & set(lead):
            return 1
        after = _WORD.findall(text, end, min(last, end + 70))
        return 1 if "will" in after else -1
    if lead[-1:] == ["for"] and text[start : start + 1].isupper():
        return 1  # "called off the fair for Sunday"
    if lead[-1:] in (["until"], ["till"], ["by"], ["through"]) or (
        lead[:1] == ["as"] and lead[-1:] == ["as"]
    ):
        return -1 if had else 1
    follows = _WORD.match(text, end + 1)
    if follows is not None and follows[0] == "deadline" and not _GONE & set(lead):
        return 1  # "faces a July 9 deadline"
    if lead[-1:] == ["set"] and not had:
        return 1  # "has set March 3 as the deadline"
    found = _verdict(before[::-1], after=False)
    if found:
        return found
    if follows is not None and follows[0] in _forecast() and text[end] == " ":
        return 1  # "Sunday looks calm"
    return _verdict(_WORD.findall(text, end, min(last, end + WINDOW)), after=True)


@cache
def _happened() -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "tense")["happened"])


@cache
def _forecast() -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "tense")["forecast"])


def _verdict(words: list[str], *, after: bool) -> int:
    future, governors, past, reporting, not_past = _cues()
    size = len(words)
    for index, raw in enumerate(words):
        word = raw.lower().replace("’", "'")
        near = 2 if index < (4 if after else 3) else 1
        if raw in ";:.":
            if after:
                return 0
            continue
        if (word in future and raw != "May") or word.endswith("'ll"):
            return 2 if index < 5 and not after else 1
        if word == "to" and not after and index:
            # an infinitive: what governs it decides ("is to meet", "plans to meet")
            follows = words[index - 1]
            if follows.islower() and index + 1 < size:
                governor = words[index + 1].lower()
                if governor in governors or governor in ("is", "are", "be"):
                    further = words[index + 2 : index + 4]
                    return -1 if "been" in further and "had" in further else 1
            continue
        if word in reporting:
            return -1
        if not after and index + 2 < size and words[index + 1] == "be" and words[index + 2] == "to":
            return near  # "a report to be published"
        if after and index < 3 and _SCHEDULED & set(words[index + 1 : index + 3]) and word in past:
            return 1  # "a July 9 inquest was expected"
        if word in past:
            if not after and any(w.lower() in future for w in words[index + 1 : index + 3]):
                return near  # "will be paid"
            if not after and index == 1 and words[2:3] in (["is"], ["are"]):
                return near  # "the vote is held in spring"
            return -near
        if word.endswith("ed") and len(word) > 4 and raw.islower() and word not in not_past:
            if not after and any(w.lower() in future for w in words[index + 1 : index + 4]):
                return near  # "will be held"
            if word in ("expected", "scheduled", "planned", "slated", "supposed") or (
                word in ("extended", "postponed", "delayed", "rescheduled", "moved", "adjourned")
                and not after
                and index
                and words[index - 1] in ("to", "until", "till")
            ):
                return near  # "is expected Monday", "scheduled for May"
            return -near
    return 0
