"""Acronyms: what brackets introduce, and unknown ones that act."""

from collections.abc import Iterator, Sequence

from newsfacts_actors import lexicon as lex
from newsfacts_actors.naming import country_of, joined
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, LOWER, MARK, UPPER


def find(scan: Scan) -> None:
    """File what brackets introduce: "Sri Lanka Monitoring Mission (SLMM)", and its later uses."""
    words = scan.words
    introduced: dict[str, int] = {}
    for at in _brackets(words.words):
        short = words.words[at + 1]
        if words.kinds[at + 1] != UPPER or not 2 <= len(short) <= 8:
            continue
        full = scan.owner[at - 1]
        whole = scan.mentions[full] if full >= 0 else None
        if whole is None or whole.kind != "organization":
            first = _expansion(scan, at, short)
            if first is None:
                continue
            full = scan.add(
                Mention(
                    first, at, "organization", joined(scan, first, at),
                    country_of(scan, first, at), "form",
                )
            )  # fmt: skip
        introduced.setdefault(short, full)
    for at in scan.capitals if not scan.upper else ():
        if words.kinds[at] != UPPER:
            continue
        word = words.words[at]
        if word in introduced:
            whole = scan.mentions[introduced[word]]
            if whole is None or whole.first <= at < whole.last:
                continue
            owned = scan.at(at)
            if owned is None or owned.last - owned.first == 1:
                scan.add(
                    Mention(
                        at, at + 1, "organization", word, whole.country, "acronym",
                        introduced[word],
                    )
                )  # fmt: skip
        elif scan.owner[at] < 0 and _acts(scan, at, word):
            scan.add(Mention(at, at + 1, "organization", word, None, "acronym"))


def _brackets(words: Sequence[str]) -> Iterator[int]:
    """Give where a bracket opens, behind a word, around a single one."""
    at = 0
    for _ in range(words.count("(")):
        at = words.index("(", at)
        if at and words[at + 2 : at + 3] == [")"]:
            yield at
        at += 1


def _expansion(scan: Scan, bracket: int, short: str) -> int | None:
    """Give the word where the words that an acronym abbreviates begin."""
    words = scan.words
    start, _ = scan.bounds(bracket)
    letters = short.lower()
    left = len(letters) - 1
    at = bracket - 1
    while at >= start and bracket - at <= 10:
        word = words.words[at]
        if words.kinds[at] in (CAPITAL, UPPER):
            if left < 0 or word[0].lower() != letters[left]:
                return None
            left -= 1
            if left < 0:
                return at
        elif words.lowers[at] not in ("of", "for", "and", "the", "on", "in", "de", "to", "&"):
            return None
        elif word[0] == letters[left]:
            left -= 1
        at -= 1
    return None


def _acts(scan: Scan, at: int, word: str) -> bool:
    """Tell whether an unknown acronym stands where a body that acts stands."""
    if not 2 <= len(word) <= 6 or not word.isalpha() or word in lex.not_acronyms():
        return False
    words = scan.words
    size = len(words.words)
    after = scan.bits[at + 1] if at + 1 < size else 0
    if at + 1 < size and words.kinds[at + 1] in (UPPER, MARK) and words.words[at + 1] in ")(-/":
        return False
    if after & (lex.SPEECH | lex.TITLE) and words.kinds[at + 1] == LOWER:
        return True
    if at and scan.bits[at - 1] & lex.BODY and words.kinds[at - 1] == LOWER:
        return True  # "the opposition party FPX"
    return at > 0 and words.lowers[at - 1] in ("the", "of") and bool(after & (lex.ACT | lex.SPEECH))
