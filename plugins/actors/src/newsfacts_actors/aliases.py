"""Other names that the text gives somebody: "Ana Ruiz, also known as La Roca"."""

from collections.abc import Sequence

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, UPPER

_ADVERBS = frozenset({"also", "better", "formerly", "previously", "usually", "widely", "commonly"})
_KNOWN = frozenset({"known", "called", "named"})
_CUES = frozenset({"alias", "aka", "nicknamed", "dubbed"})
_TRIGGERS = _KNOWN | _CUES | {"real", "a.k.a", "a.k.a."}
_QUOTES = frozenset({'"', "“", "‘", "'"})
_LONGEST = 4  # words of a name


def find(scan: Scan, persons: Sequence[int]) -> list[int]:
    """Link the other name that stands behind a name; give the mentions that are new."""
    words = scan.words
    if scan.upper or _TRIGGERS.isdisjoint(words.lowers):
        return []
    found: list[int] = []
    size = len(words.words)
    for index in persons:
        mention = scan.mentions[index]
        if mention is None or mention.last + 2 >= size or words.words[mention.last] not in ",(":
            continue
        at = _past_cue(scan, mention.last + 1)
        if at is None or at >= size or scan.sentence_of[at] != scan.sentence_of[mention.first]:
            continue
        if words.words[at] in _QUOTES:
            at += 1
        other = _linked(scan, at, index) if at < size else None
        if other is not None:
            found.append(other)
    return found


def _past_cue(scan: Scan, at: int) -> int | None:
    """Give the word behind "also known as", "alias", "whose real name is"; None without these."""
    lowers = scan.words.lowers
    if lowers[at] in _CUES or lowers[at] in ("a.k.a", "a.k.a."):
        at += 1
        return at + 1 if lowers[at : at + 1] == ["."] else at
    if lowers[at : at + 3] == ["whose", "real", "name"]:
        return at + 4
    if lowers[at : at + 2] == ["real", "name"]:
        return at + 2
    if lowers[at] == "who":
        at += 2  # "who is also known as"
    start = at
    if at < len(lowers) and lowers[at] in _ADVERBS:
        at += 1
    if lowers[at : at + 1] and lowers[at] in _KNOWN:
        at += 1
        if lowers[at : at + 1] == ["as"]:
            return at + 1
        if lowers[at : at + 2] == ["by", "his"] or lowers[at : at + 2] == ["by", "her"]:
            return None
        return at if at > start + 1 else None  # "also called Zorix"
    return None


def _linked(scan: Scan, at: int, index: int) -> int | None:
    """Make the name at a word the same as a mention; give the mention if it is new."""
    words = scan.words
    if words.lowers[at] == "the" and at + 1 < len(words.words):
        at += 1
    known = scan.owner[at]
    if known >= 0:
        mention = scan.mention(known)
        if mention.kind == "person" and mention.first == at and known != index:
            scan.mentions[known] = mention._replace(same=index, how="short")
        return None
    last = at
    _, end = scan.bounds(at)
    while (
        last < end
        and last - at < _LONGEST
        and words.kinds[last] in (CAPITAL, UPPER)
        and scan.owner[last] < 0
        and not scan.bits[last] & (lex.TITLE | lex.HONORIFIC)
    ):
        last += 1
    if last == at:
        return None
    name = " ".join(words.slice(at, last).split())
    return scan.add(Mention(at, last, "person", name, None, "short", index))
