"""Numbers told by another: "15 officers and as many demonstrators"."""

from newsfacts import Count
from newsfacts.model import altered
from newsfacts_casualties.sentence import NounPhrase, Sentence

_TIMES = {"twice": 2, "just": 1, "about": 1, "almost": 1, "nearly": 1}
_EQUAL = frozenset(("equal", "same", "similar"))
_NEAR = 12
"""How many words before a number that is told by another that other one stands."""


def told_by_another(sentence: Sentence) -> None:
    """Give the phrases of "as many nurses", "an equal number of nurses" their number."""
    words, groups = sentence.words, sentence.groups
    compared = "many" in sentence.vocabulary and "as" in sentence.vocabulary
    if not compared and _EQUAL.isdisjoint(sentence.vocabulary):
        return
    for index, group in enumerate(groups):
        first, times = _as_many(words, group) if compared else (-1, 1)
        if first < 0:
            first = _equal_number(words, group)
        if first < 1:
            continue
        model = next(
            (
                each for each in reversed(groups[:index])
                if (each.count.value or 0) > 1 and each.last <= first and not each.pronoun
            ),
            None,
        )  # fmt: skip
        if model is None or first - model.last > _NEAR or "and" not in words[model.last : first]:
            continue
        text = sentence.span_text(first, group.last)
        value = (model.count.value or 0) * times
        modifier = model.count.modifier
        groups[index] = altered(
            group, first=first, bare_plural=False, count=Count.of(value, modifier, text=text)
        )
        sentence.starting[first] = index
        for position in range(first, group.first):
            sentence.covering[position] = index


def _as_many(words: list[str], group: NounPhrase) -> tuple[int, int]:
    """Give the first token of "twice as many" before a phrase and how many times it is, or -1."""
    at = group.first
    if words[at] != "many":
        at -= 1
    elif group.count.value is not None:
        return -1, 1
    if at < 2 or words[at] != "many" or words[at - 1] != "as":
        return -1, 1
    if words[group.last : group.last + 1] == ["as"]:
        return -1, 1  # "as many nurses as last year"
    times = _TIMES.get(words[at - 2], 0)
    return (at - 2, times) if times else (at - 1, 1)


def _equal_number(words: list[str], group: NounPhrase) -> int:
    """Give the first token of "an equal number of" before a phrase, or -1."""
    at = group.first
    if words[at] in ("an", "the", "a"):
        behind = at + 1
    else:
        at, behind = at - 4, at - 3
    if at < 1 or words[behind : behind + 1] == [] or words[behind] not in _EQUAL:
        return -1
    told = words[behind + 1 : behind + 3] == ["number", "of"]
    return at if told and behind + 2 < group.last else -1
