"""Runs of capitalised words that can be names."""

from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.rows import NO_PART, STRONG_PARTICLES
from newsfacts_actors.scan import Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, UPPER

_ADJECTIVE_ENDINGS = frozenset(
    {"led", "based", "backed", "born", "style", "wide", "era", "old", "run", "held",
     "made", "owned",
     "ruled", "controlled", "sponsored", "brokered", "mediated", "dominated", "occupied",
     "speaking",
     "bound", "like", "trained", "funded", "organised", "organized", "supported", "drafted"}
)  # fmt: skip
_MONTHS = frozenset({"jan", "april", "may", "june", "august"})
_FUNCTION = frozenset(
    {"a", "an", "so", "he", "she", "you", "do", "to", "no", "go", "in", "on", "or"}
)


class Run(NamedTuple):
    """A run of words that can be a name."""

    first: int
    last: int


def runs(scan: Scan) -> list[Run]:
    """Give the runs of words that can be names, longest as they stand."""
    found: list[Run] = []
    words = scan.words
    reached = 0
    for at in scan.beginnings:
        if at < reached or scan.owner[at] >= 0:
            continue
        end = words.sentences[scan.sentence_of[at] + 1]
        if _begins(scan, at, end):
            reached = _extend(scan, at, end)
            first = _after_subject(scan, at, reached)
            middle = _twice(scan, first, reached)
            if middle:
                found.append(Run(first, middle))
                first = middle
            found.append(Run(first, reached))
    return found


def _twice(scan: Scan, first: int, last: int) -> int:
    """Give where a name begins again that stands twice on end: a caption; 0 where none does."""
    if last - first < 4 or (last - first) % 2:
        return 0
    middle = (first + last) // 2
    lowers = scan.words.lowers
    return middle if lowers[first:middle] == lowers[middle:last] else 0


def _after_subject(scan: Scan, first: int, last: int) -> int:
    """Leave the subject of an office out: "chief of Customs Maria Novak"."""
    if (
        first >= 2
        and scan.words.lowers[first - 1] in ("of", "for")
        and scan.bits[first - 2] & lex.TITLE
    ):
        for at in range(first + 1, last - 1):
            if scan.bits[at] & lex.GIVEN and not scan.bits[first] & lex.GIVEN:
                return at
    return first


def _begins(scan: Scan, at: int, end: int) -> bool:
    kind = scan.words.kinds[at]
    if kind == LOWER:
        return bool(
            scan.words.lowers[at] in STRONG_PARTICLES
            and at + 1 < end
            and scan.owner[at] < 0
            and at > 0
            and scan.bits[at - 1] & (lex.TITLE | lex.HONORIFIC | lex.SPEECH)
            and can_be_part(scan, _after_particles(scan, at, end), end, first=True)
        )
    return can_be_part(scan, at, end, first=True)


def _after_particles(scan: Scan, at: int, end: int) -> int:
    while at < end and (
        (scan.words.kinds[at] == LOWER and scan.bits[at] & lex.PARTICLE)
        or scan.words.words[at] == "-"
    ):
        at += 1
    return at


def can_be_part(scan: Scan, at: int, end: int, *, first: bool = False) -> bool:
    """Tell whether a word can be part of a person's name."""
    if at >= end or scan.owner[at] >= 0:
        return False
    words = scan.words
    kind, word = words.kinds[at], words.words[at]
    if kind == INITIAL:
        return not first or (at + 1 < end and words.kinds[at + 1] in (CAPITAL, INITIAL))
    if kind == UPPER:
        return bool(scan.bits[at] & lex.GIVEN) or (
            not first and len(word) > 3 and word.isalpha() and not scan.bits[at] & NO_PART
        )
    if kind != CAPITAL or (len(word) == 1 and word in "AI"):
        return False
    if "-" in word and _no_name_part(word):
        return False
    if "." in word:
        return False
    named = scan.bits[at] & (lex.GIVEN | lex.AMBIGUOUS)
    if scan.upper and not named:
        lower, common = words.lowers[at], lex.common_words()
        if lower in common or (lower[-1] == "s" and lower[:-1] in common):
            return False
    if not first and scan.bits[at] & lex.GIVEN and not scan.bits[at] & (lex.TITLE | lex.HONORIFIC):
        return True
    return not scan.bits[at] & NO_PART or (first and _given_anyway(scan, at, end))


def _no_name_part(word: str) -> bool:
    """Tell whether a word with a hyphen is none of a name: "Ana Ruiz D-Ohio", "Zorix-led"."""
    if word[:2] in ("D-", "R-"):
        return True
    ending = word.rpartition("-")[2]
    if ending in _ADJECTIVE_ENDINGS:
        return True
    return ending.islower() and ending.endswith("ing") and len(ending) > 4  # "-ping" ends a name


def _given_anyway(scan: Scan, at: int, end: int) -> bool:
    """Know "Grace Mugabe", "Mark Rutte", "Will Smith": a word that is a given name here."""
    bits = scan.bits[at]
    if scan.words.lowers[at] == "don" and at + 1 < end:
        # "Minister Don Halvers", and not "Don Carlos"
        high = scan.words.kinds[at + 1] == CAPITAL and scan.owner[at + 1] < 0
        return high and not scan.bits[at + 1] & (NO_PART | lex.GIVEN)
    if not bits & (lex.GIVEN | lex.AMBIGUOUS | lex.FAMILY_FIRST) or at + 1 >= end:
        return False
    if scan.words.kinds[at + 1] not in (CAPITAL, INITIAL) or scan.owner[at + 1] >= 0:
        return False
    if bits & (lex.TITLE | lex.HONORIFIC):
        return False
    if at and scan.bits[at - 1] & (lex.TITLE | lex.HONORIFIC) and not scan.bits[at + 1] & NO_PART:
        return True
    if bits & lex.FAMILY_FIRST and _korean(scan.words.words[at + 1]):
        return True
    if scan.words.lowers[at] in _FUNCTION:
        return False
    if scan.bits[at + 1] & (NO_PART | lex.GIVEN):
        return False
    return not scan.starts_sentence(at) or _month_name(scan, at, end)


def _month_name(scan: Scan, at: int, end: int) -> bool:
    """Know "Jan Egeland said" at a sentence's start: a month's name before an unknown name."""
    if scan.words.lowers[at] not in _MONTHS or scan.bits[at + 1] & ~lex.SURNAME:
        return False
    after = at + 2
    if after < end and scan.words.kinds[after] in (CAPITAL, UPPER):
        after += 1
    return after < end and (
        scan.words.words[after] == ","
        or bool(scan.bits[after] & (lex.SPEECH | lex.ACT | lex.BOUNDARY))
    )


def _korean(word: str) -> bool:
    """Know the form of "Ji-won": two short syllables, the second small."""
    one, _, two = word.partition("-")
    return 1 < len(one) < 7 and 1 < len(two) < 7 and two.isalpha() and two.islower()


def _extend(scan: Scan, first: int, end: int) -> int:
    words, bits = scan.words, scan.bits
    at = _after_particles(scan, first, end)
    at = max(at, first) + 1
    given = False
    while at < end:
        given = (
            given
            or bool(bits[at - 1] & (lex.GIVEN | lex.FAMILY_FIRST))
            or (words.kinds[at - 1] == INITIAL)
        )
        if can_be_part(scan, at, end) or _sen(scan, first, at) or _syllable(scan, first, at, end):
            at += 1
            continue
        if (
            words.kinds[at] == CAPITAL
            and given
            and scan.owner[at] < 0
            and bits[at] & NO_PART
            and not can_be_part(scan, at + 1, end)
            and bits[at] & lex.SURNAME
            and not bits[at] & lex.NOT_NAME
            and at - first <= 2
        ):
            at += 1  # a family name that is also a word: "Stephen King", "John Major"
            break
        if words.kinds[at] == LOWER and bits[at] & lex.PARTICLE:
            after = _after_particles(scan, at, end)
            if after - at <= 3 and can_be_part(scan, after, end):
                at = after + 1
                continue
        nick = _nickname(scan, at, end)
        if nick:
            at = nick
            continue
        break
    if at - first > 1 and words.words[at - 1] in ("D", "R") and at < end and words.words[at] == "-":
        return at - 1  # "Ana Ruiz D- California"
    if at < end and bits[at] & lex.SUFFIX and words.kinds[at] in (CAPITAL, UPPER):
        at += 1
        if at < end and words.words[at] == "." and words.lowers[at - 1] in ("jr", "sr"):
            at += 1
    elif at + 1 < end and words.words[at] == "," and words.lowers[at + 1] in ("jr", "sr"):
        at += 2
        if at < end and words.words[at] == ".":
            at += 1
    return at


def _sen(scan: Scan, first: int, at: int) -> bool:
    """Know the family name of "Prime Minister Hun Sen", which abbreviates an office, too."""
    if scan.words.words[at] != "Sen" or at - first != 1:
        return False
    return bool(
        scan.bits[first] & lex.FAMILY_FIRST
        or (first and scan.bits[first - 1] & (lex.STATE | lex.HONORIFIC))
    )


def _syllable(scan: Scan, first: int, at: int, end: int) -> bool:
    """Know the last word of "Minister Bui Thanh Son", which is an everyday word, too."""
    words = scan.words
    if at - first != 2 or words.kinds[at] != CAPITAL or scan.owner[at] >= 0:
        return False
    if not scan.bits[at] & lex.FAMILY_FIRST or any(len(each) > 6 for each in words.words[first:at]):
        return False
    if at + 1 < end and words.kinds[at + 1] == CAPITAL:
        return False
    addressed = first > 0 and scan.bits[first - 1] & (lex.STATE | lex.OFFICE | lex.HONORIFIC)
    return bool(addressed or scan.bits[first] & lex.FAMILY_FIRST)


def _nickname(scan: Scan, at: int, end: int) -> int:
    """Step over a nickname in quotation marks between two names; 0 where there is none."""
    words = scan.words.words
    if (
        at + 3 < end
        and words[at] in "\"“'‘"
        and words[at + 2] in "\"”'’"
        and scan.words.kinds[at + 1] == CAPITAL
        and can_be_part(scan, at + 3, end)
    ):
        return at + 4
    if (
        at + 4 < end
        and words[at] in "\"“'‘"
        and words[at + 3] in "\"”'’"
        and can_be_part(scan, at + 4, end)
    ):
        return at + 5
    return 0
