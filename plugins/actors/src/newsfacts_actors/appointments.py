"""Who is put into an office, holds it, or leaves it, by a verb: "was elected chairman"."""

from collections.abc import Mapping

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Scan
from newsfacts_actors.titles import Title
from newsfacts_actors.tokens import LOWER, MARK

_CHOOSING = frozenset(
    {"named", "appointed", "elected", "re-elected", "reelected", "chosen", "nominated", "made",
     "declared", "crowned", "proclaimed", "reappointed", "picked", "selected", "confirmed",
     "installed", "inaugurated", "sworn", "designated", "promoted"}
)  # fmt: skip
_BECOMING = frozenset({"became", "become", "becomes", "becoming"})
_HOLDING = frozenset(
    {"serve", "serves", "served", "serving", "act", "acts", "acted", "acting", "work", "works",
     "worked", "working", "took", "takes", "take", "continue", "continues", "stays", "stayed"}
)  # fmt: skip
_LEAVING = frozenset(
    {"resigned", "resigns", "resign", "resigning", "retired", "retires", "retiring", "quit",
     "quits", "stepped", "steps", "step", "stepping", "dismissed", "sacked", "fired", "removed",
     "ousted", "replaced", "deposed"}
)  # fmt: skip
_FOLLOWING = frozenset({"succeed", "succeeds", "succeeded", "replace", "replaces", "replaced"})
_PARTICLES = frozenset({"in", "over", "down", "on", "up", "unopposed"})
_BEING = frozenset({"was", "were", "been", "be", "being", "is", "got"})
# What may stand between a person and the verb.
_BETWEEN = frozenset(
    {"who", "has", "had", "have", "will", "would", "also", "later", "then", "now", "to", "and",
     "is", "was", "been", "be", "were", "being", "once", "recently", "first", "briefly",
     "officially", "formally", "since", "he", "she", "soon", "currently", "long", "previously",
     "himself", "unanimously", "overwhelmingly", "narrowly", ","}
)  # fmt: skip
_COMPLEMENT = frozenset({",", "of", "in", "for", "under", "during", "from", "at", "and"})
_FARTHEST = 14  # words between a person and the verb


def holder(
    scan: Scan, title: Title, first_at: Mapping[int, int], last_at: Mapping[int, int]
) -> tuple[int, bool] | None:
    """Give the mention of who holds an office by what a verb says, and whether it is over."""
    words = scan.words
    sentence, _ = scan.bounds(title.head)
    at = title.start - 1
    if at < sentence:
        return None
    lower = words.lowers[at]
    if lower == "as":
        if at == sentence or words.words[at - 1] in '"“':
            return _behind(scan, title, first_at)
        verb = at - 1
        if words.lowers[verb] in _PARTICLES and verb > sentence:
            verb -= 1
        former = words.lowers[verb] in _LEAVING or words.lowers[verb] == "served"
        if former or words.lowers[verb] in _HOLDING:
            return _subject(scan, verb, last_at, former)
        if words.lowers[verb] in _CHOOSING and _passive(scan, verb):
            return _subject(scan, verb, last_at, False)
        return None
    if words.kinds[at] == LOWER and (
        lower in _BECOMING or (lower in _CHOOSING and _passive(scan, at))
    ):
        return _subject(scan, at, last_at, False)
    if title.start in last_at:
        # "appointed Petr Novak prime minister"
        person = last_at[title.start]
        before = scan.mention(person).first - 1
        while before > sentence and scan.bits[before] & (lex.TITLE | lex.HONORIFIC):
            before -= 1
        chosen = before >= sentence and words.lowers[before] in _CHOOSING
        return (person, False) if chosen and words.kinds[before] == LOWER else None
    return None


def successor(scan: Scan, title: Title, predecessor: int, last_at: Mapping[int, int]) -> int | None:
    """Give who follows somebody in an office: "Ana Ruiz succeeds Petr Novak as mayor"."""
    verb = scan.mention(predecessor).first - 1
    if title.start == 0 or scan.words.lowers[title.start - 1] != "as":
        return None
    if verb < 1 or scan.words.lowers[verb] not in _FOLLOWING:
        return None
    found = _subject(scan, verb, last_at, False)
    return found[0] if found is not None else None


def _passive(scan: Scan, verb: int) -> bool:
    lowers = scan.words.lowers
    return any(word in _BEING for word in lowers[max(verb - 3, 0) : verb])


def _subject(
    scan: Scan, verb: int, last_at: Mapping[int, int], former: bool
) -> tuple[int, bool] | None:
    """Give the person whose verb this is: the last one before it, with little between."""
    words = scan.words
    sentence, _ = scan.bounds(verb)
    free = False  # a clause with "who" may hold anything: "who was named by the union to act"
    for at in range(verb, max(sentence, verb - _FARTHEST), -1):
        if at in last_at:
            between = words.lowers[at:verb]
            free = between[:2] == [",", "who"] or between[:1] == ["who"]
            if free or all(word in _BETWEEN for word in between):
                return last_at[at], former
            return None
        if words.kinds[at - 1] == MARK and words.words[at - 1] not in ",":
            return None
    return None


def _behind(scan: Scan, title: Title, first_at: Mapping[int, int]) -> tuple[int, bool] | None:
    """Read "As foreign minister of the last government, Petr Novak signed"."""
    words = scan.words
    _, end = scan.bounds(title.head)
    bare = title.end < end and words.lowers[title.end] in _COMPLEMENT
    if not (bare or title.nested):
        return None  # "as the president spoke"
    for at in range(title.end, min(end - 1, title.end + _FARTHEST)):
        if words.words[at] == ",":
            person = first_at.get(at + 1)
            return (person, False) if person is not None else None
    return None
