"""Titles: where an office stands in the text, whose it is, and of what."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, MARK, POSSESSIVE, UPPER

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "our", "one"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_OWNING = frozenset({"of", "for", "at", "from", "with", "in", "on", "to"})
_AFTER_HEAD = frozenset({"general", "elect", "designate", "emeritus", "generals", "-elect"})
_COPULAS = frozenset({"is", "was", "became", "remains", "as"})
_LONGEST = 14


class Title(NamedTuple):
    """A title phrase.

    Words `first` to before `last` are the title itself, `start` to before `end` the whole phrase.
    `owner` is the index of the organisation's mention, `country` the state served. `definite` says
    that the phrase begins with "the", a possessive or an owner's name. `nested` says that another
    title stands inside the complement, so that a name behind the phrase is that one's.
    """

    head: int
    first: int
    last: int
    start: int
    end: int
    owner: int | None
    country: str | None
    former: bool
    definite: bool
    article: bool
    nested: bool
    country_mention: int | None = None


def find(scan: Scan) -> list[Title]:
    """Give the title phrases of the text in order."""
    bits, words = scan.bits, scan.words
    found: list[Title] = []
    for at, bit in enumerate(bits):
        if bit & lex.TITLE or (words.kinds[at] == LOWER and "-" in words.lowers[at]):
            head = _head(scan, at)
            if head:
                found.append(_phrase(scan, at))
    return found


def _head(scan: Scan, at: int) -> bool:
    """Tell whether a word is the head of a title phrase and not a part inside one."""
    words, bits = scan.words, scan.bits
    bit = _title_bits(scan, at)
    if not bit & lex.TITLE or words.kinds[at] not in (LOWER, CAPITAL, UPPER):
        return False
    if scan.owner[at] >= 0:
        return False
    after = at + 1
    if after < len(bits) and scan.sentence_of[after] == scan.sentence_of[at]:
        if words.words[after] == "." and bit & lex.RANK:
            after += 1
        if after >= len(bits):
            return True
        next_bit = _title_bits(scan, after)
        if words.kinds[after] in (LOWER, CAPITAL) and scan.owner[after] < 0:
            if next_bit & lex.TITLE and not (
                bit & lex.STATE and next_bit & lex.RANK and words.kinds[after] == CAPITAL
            ):
                if not bit & lex.RANK or next_bit & (lex.RANK | lex.OFFICE):
                    return False
            if words.kinds[after] == LOWER and next_bit & (lex.HEAD | lex.LOWER_HEAD):
                return False
    return True


def _title_bits(scan: Scan, at: int) -> int:
    bit = scan.bits[at]
    lower = scan.words.lowers[at]
    if not bit & lex.TITLE and "-" in lower:
        stem = lower.partition("-")
        if stem[0] in ("ex", "then", "vice", "deputy", "co"):
            bit |= lex.word_bits().get(stem[2], 0) & lex.TITLE
        elif stem[2] in ("elect", "designate"):
            bit |= lex.word_bits().get(stem[0], 0) & lex.TITLE
    return bit


def _phrase(scan: Scan, head: int) -> Title:
    words, bits = scan.words, scan.bits
    sentence, end = scan.bounds(head)
    former = words.lowers[head].startswith(("ex-", "then-"))
    owner: int | None = None
    country: str | None = None
    mention: int | None = None
    first = start = at = head
    owned_seen = False
    while at > sentence:
        before = at - 1
        bit, kind = bits[before], words.kinds[before]
        index = scan.owner[before]
        if index >= 0:
            owned = scan.mentions[index]
            assert owned is not None
            if owned.kind == "person" or owned_seen:
                break
            if owned.kind == "organization":
                owner, country = index, owned.country
            else:
                country, mention = owned.country, index
            owned_seen = True
            start = at = owned.first
            continue
        if words.words[before] == "." and before - 1 >= sentence and bits[before - 1] & lex.RANK:
            at = before
            continue
        if kind == POSSESSIVE:
            if before - 1 >= sentence:
                index = scan.owner[before - 1]
                owned = scan.mentions[index] if index >= 0 else None
                if owned is not None and not owned_seen:
                    if owned.kind == "organization":
                        owner, country = index, owned.country
                    elif owned.kind == "country":
                        country, mention = owned.country, index
                    start = owned.first
                    owned_seen = True
                else:
                    start = before - 1
            return _complete(
                scan, head, first, start, end, owner, country, former, True, False, mention
            )
        if kind in (LOWER, CAPITAL, UPPER) and bit & lex.FORMER:
            former = True
            at = before
            start = at
            continue
        if kind in (LOWER, CAPITAL, UPPER) and (
            bit & (lex.MODIFIER | lex.TITLE | lex.PORTFOLIO) or (kind == CAPITAL and bit & lex.SUBJECT)
        ):
            if bit & (lex.SPEECH | lex.ACT) and kind == LOWER and not bit & lex.MODIFIER:
                break
            at = before
            start = at
            if not owned_seen:
                first = at
            continue
        if (
            words.words[before] in ("and", "&")
            and before - 1 > sentence
            and bits[at] & (lex.PORTFOLIO | lex.SUBJECT)
            and bits[before - 1] & (lex.PORTFOLIO | lex.SUBJECT)
            and not bits[before - 1] & lex.TITLE
        ):
            at = before - 1
            if not owned_seen:
                first = at
            start = at
            continue
        if (
            kind in (CAPITAL, UPPER)
            and not bit & (lex.NOT_NAME | lex.HONORIFIC)
            and not owned_seen
        ):
            at = before
            first = start = at
            continue
        break
    article = False
    definite = owned_seen and mention is None
    if at > sentence and words.lowers[at - 1] in _DETERMINERS:
        definite = words.lowers[at - 1] in _DEFINITE
        article = not definite
        start = at - 1
    elif owned_seen or at == sentence:
        definite = True
    return _complete(
        scan, head, first, start, end, owner, country, former, definite, article, mention
    )


def _complete(
    scan: Scan, head: int, first: int, start: int, limit: int, owner: int | None,
    country: str | None, former: bool, definite: bool, article: bool, mention: int | None,
) -> Title:  # fmt: skip
    """Read what follows the head: "of the political office of the group Hamas"."""
    words, bits = scan.words, scan.bits
    last = head + 1
    if last < limit and words.words[last] == "." and bits[head] & lex.RANK and len(words.words[head]) < 6:
        last += 1
    if last < limit and words.lowers[last] in _AFTER_HEAD and scan.owner[last] < 0:
        last += 1
    elif last + 1 < limit and words.words[last] == "-" and words.lowers[last + 1] in _AFTER_HEAD:
        last += 2
    end = last
    nested = False
    if last < limit and words.lowers[last] in _OWNING and words.kinds[last] == LOWER:
        at = last
        joiner = last  # the preposition that introduced what is being read
        cut: int | None = None
        while at < limit and at - last < _LONGEST:
            kind, bit, lower = words.kinds[at], bits[at], words.lowers[at]
            index = scan.owner[at]
            if index >= 0:
                owned = scan.mentions[index]
                assert owned is not None
                if owned.kind == "person":
                    break
                if owned.kind == "organization" and owner is None:
                    owner = index
                    country = country or owned.country
                    cut = joiner if cut is None else cut
                elif (
                    owned.kind == "country"
                    and country is None
                    and owner is None
                    and words.lowers[joiner] in ("of", "from")
                ):
                    country, mention = owned.country, index
                    cut = joiner if cut is None else cut
                at = owned.last
                end = at
                continue
            if kind == LOWER and lower in _OWNING:
                if lower not in ("of", "for") and at > last and cut is not None:
                    break
                joiner = at
                at += 1
                continue
            if kind == MARK and words.words[at] not in ("&",):
                break
            if kind == POSSESSIVE:
                at += 1
                continue
            if bit & lex.BOUNDARY and kind == LOWER:
                break
            if kind == LOWER and bit & (lex.SPEECH | lex.ACT) and not bit & lex.MODIFIER:
                break
            if _title_bits(scan, at) & lex.TITLE and scan.owner[at] < 0 and _head(scan, at):
                nested = True
                break
            at += 1
            end = at
        while end > last and (
            words.lowers[end - 1] in _OWNING or words.lowers[end - 1] in ("the", "a", "and")
        ):
            end -= 1
        last = cut if cut is not None else end
        if nested and cut is None:
            last = _before_nested(scan, last, at, joiner)
    return Title(
        head, first, last, start, max(end, last), owner, country, former, definite, article, nested,
        mention,
    )  # fmt: skip


def _before_nested(scan: Scan, last: int, at: int, joiner: int) -> int:
    """Leave a nested title out: "spokesman for [Prime Minister]" keeps "spokesman"."""
    del at
    return min(last, joiner)


class Held(NamedTuple):
    """A title and the mention of the person who holds it."""

    person: int
    title: Title


def attach(scan: Scan, found: Sequence[Title], persons: Sequence[int]) -> list[Held]:
    """Give the titles that stand beside a person's name, with that person."""
    first_at: dict[int, int] = {}
    last_at: dict[int, int] = {}
    for index in persons:
        mention = scan.mentions[index]
        assert mention is not None
        first_at[mention.first] = index
        last_at[mention.last] = index
    held: list[Held] = []
    taken: set[int] = set()
    for title in found:
        behind = _apposed(scan, title, last_at)
        if behind is not None:
            held.append(Held(behind, title))
            taken.add(title.head)
            continue
        if title.nested:
            continue
        ahead = _name_after(scan, title, first_at)
        if ahead is not None:
            held.append(Held(ahead, title))
    return held


def _name_after(scan: Scan, title: Title, first_at: dict[int, int]) -> int | None:
    """"Prime Minister Petr Novak"; "the head of the service, Petr Novak,"."""
    words = scan.words
    at = title.end
    if at in first_at:
        return first_at[at]
    size = len(words.words)
    if at + 1 >= size or scan.sentence_of[at] != scan.sentence_of[title.head]:
        return None
    if words.lowers[at] in ("and", ",") and scan.bits[at + 1] & lex.TITLE:
        return None
    if words.words[at] in (",", ":", "-", "--") and at + 1 in first_at and title.definite:
        index = first_at[at + 1]
        mention = scan.mentions[index]
        assert mention is not None
        if mention.last >= size or words.words[mention.last] in (",", ".", ";", ")", "”", '"', ":"):
            return index
        if scan.bits[mention.last] & (lex.SPEECH | lex.ACT | lex.BOUNDARY):
            return index
        if words.lowers[mention.last] in ("and", "to"):
            return index
    # "General Staff chief, General Novak": a rank between the two.
    if scan.bits[at] & (lex.RANK | lex.HONORIFIC) and words.kinds[at] in (CAPITAL, LOWER):
        after = at + 1
        if after < size and words.words[after] == ".":
            after += 1
        if after in first_at:
            return first_at[after]
    return None


def _apposed(scan: Scan, title: Title, last_at: dict[int, int]) -> int | None:
    """"Petr Novak, head of the service"; "Petr Novak, who is head of the service"."""
    words = scan.words
    at = title.start
    sentence, _ = scan.bounds(title.head)
    steps = 0
    while at > sentence and steps < 4:
        before = at - 1
        if before + 1 in last_at:
            break
        lower = words.lowers[before]
        if words.words[before] in (",", "(") or lower in _COPULAS or lower in (
            "who", "a", "an", "the", "one", "of", "also", "now", "currently", "his", "her",
        ):  # fmt: skip
            at = before
            steps += 1
            continue
        return None
    if at not in last_at or at == title.start:
        return None
    between = [words.lowers[i] for i in range(at, title.start)]
    if "," in between or "(" in between:
        if any(word in _COPULAS for word in between) and "who" not in between:
            return None
        # "A, B's brother, head of X": only when nothing else is enumerated behind.
        if _enumerates(scan, title):
            return None
        return last_at[at]
    if between and between[0] in ("is", "was", "became", "remains"):
        return last_at[at]
    return None


def _enumerates(scan: Scan, title: Title) -> bool:
    """"A, President B": the title belongs to the name that follows it at once."""
    at = title.end
    words = scan.words
    if at >= len(words.words) or title.nested or title.article:
        return False
    index = scan.owner[at]
    owned: Mention | None = scan.mentions[index] if index >= 0 else None
    return owned is not None and owned.kind == "person"


_ = (INITIAL,)
