"""Described groups of people: "Palestinian factions", "security sources", "the rebels"."""

from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Scan
from newsfacts_actors.tokens import CAPITAL, LOWER, NUMBER, POSSESSIVE

_BEFORE_PARTICIPLES = frozenset(
    {"the", "these", "those", "some", "several", "many", "of", "and", "by"}
)
_COUNTS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "both"}
)


class Group(NamedTuple):
    """A group phrase at words `first` to before `last`; `represents` are mentions inside it."""

    first: int
    last: int
    represents: tuple[int, ...]
    country: str | None


def find(scan: Scan) -> list[Group]:
    """Give the phrases that describe a group of people."""
    found: list[Group] = []
    for at in scan.marked:
        if (
            scan.bits[at] & lex.GROUP
            and scan.owner[at] < 0
            and scan.words.kinds[at] in (LOWER, CAPITAL)
        ):
            group = _phrase(scan, at)
            if group is not None:
                found.append(group)
    return found


def _phrase(scan: Scan, head: int) -> Group | None:
    words, bits = scan.words, scan.bits
    sentence, end = scan.bounds(head)
    if (
        head + 1 < end
        and words.kinds[head + 1] == LOWER
        and bits[head + 1] & (lex.TITLE | lex.GROUP)
    ):
        return None
    at = head
    inside: list[int] = []
    country: str | None = None
    while at > sentence:
        before = at - 1
        index = scan.owner[before]
        if index >= 0:
            owned = scan.mentions[index]
            if owned is None or owned.kind == "person" or inside:
                break
            inside.append(index)
            country = country or owned.country
            at = owned.first
            continue
        kind, lower = words.kinds[before], words.lowers[before]
        if kind == POSSESSIVE and before - 1 >= sentence and scan.owner[before - 1] >= 0:
            at = before
            continue
        if bits[before] & (lex.GROUP_MODIFIER | lex.MODIFIER) and kind in (LOWER, CAPITAL):
            at = before
            continue
        if kind in (LOWER, CAPITAL) and "-" in lower and lower.endswith(("based", "backed", "led")):
            at = before
            continue
        break
    last = head + 1
    if last + 1 < end and words.lowers[last] in ("of", "from") and not inside:
        target = last + 1
        if words.lowers[target] == "the" and target + 1 < end:
            target += 1
        index = scan.owner[target]
        owned = scan.mentions[index] if index >= 0 else None
        if owned is not None and owned.kind in ("country", "organization"):
            inside.append(index)
            country = owned.country
            last = _listed(scan, owned.last, end, inside)
            country = country if len(inside) == 1 else None
    at = _past_verb(scan, at, head, sentence)
    if at == sentence and at < head and words.words[at] in ("Then", "Late", "Once"):
        at += 1  # "Then soldiers came"
    first = at
    if at > sentence and words.lowers[at - 1] in (
        "the",
        "both",
        "several",
        "some",
        "these",
        "those",
    ):
        first = at - 1
    if first == head and not inside and words.lowers[head] not in ("police", "troops", "rebels"):
        return None
    return Group(first, last, tuple(inside), country)


def _listed(scan: Scan, last: int, end: int, inside: list[int]) -> int:
    """Take in the rest of "of Mali, Niger and Togo"; a list closes with "and"."""
    lowers = scan.words.lowers
    more: list[int] = []
    at = last
    while at + 1 < end and lowers[at] in (",", "and"):
        ahead = at + 1 + (lowers[at + 1] == "and") if lowers[at] == "," else at + 1
        index = scan.owner[ahead] if ahead < end else -1
        owned = scan.mentions[index] if index >= 0 else None
        if owned is None or owned.kind != "country" or owned.how != "name":
            break
        more.append(index)
        closed = "and" in lowers[at:ahead]
        at = owned.last
        if closed:
            inside += more
            return at
    return last


def _past_verb(scan: Scan, at: int, head: int, sentence: int) -> int:
    """Leave out a verb that only looks like a participle: "wounded [three police officers]".

    So does an apostrophe, and whose it was.
    """
    words = scan.words
    if at < head and words.kinds[at] == POSSESSIVE:
        return at + 1
    if (
        at + 1 >= head
        or words.kinds[at] != LOWER
        or not scan.bits[at] & (lex.SPEECH | lex.DONE_TO | lex.ACT)
        or not words.lowers[at].endswith("ed")
        or (at > sentence and words.lowers[at - 1] in _BEFORE_PARTICIPLES)
    ):
        return at
    counted = words.kinds[at + 1] == NUMBER or words.lowers[at + 1] in _COUNTS
    return at + 1 if counted or scan.owner[at + 1] >= 0 else at
