"""Which words are the heads of title phrases, and which are parts inside one."""

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Scan
from newsfacts_actors.tokens import CAPITAL, LOWER, POSSESSIVE, UPPER

GENERALS = frozenset(
    {"secretary", "attorney", "governor", "director", "consul", "inspector", "prosecutor",
     "auditor",
     "surgeon", "solicitor", "commissioner", "controller", "advocate", "postmaster"}
)  # fmt: skip
"""Titles that "general" can follow: "attorney general"."""

_KIN = frozenset({"father", "sister"})


def is_head(scan: Scan, at: int) -> bool:
    """Tell whether a word is the head of a title phrase and not a part inside one."""
    words, bits = scan.words, scan.bits
    bit = scan.bits[at]
    if not bit & lex.TITLE or words.kinds[at] not in (LOWER, CAPITAL, UPPER):
        return False
    if words.lowers[at] == "general" and at and words.lowers[at - 1] in GENERALS:
        return False
    if scan.owner[at] >= 0:
        return False
    if words.lowers[at] in _KIN and words.kinds[at] == LOWER and not scan.upper:
        return False  # "the boy's father", who is no priest
    after = at + 1
    if after < len(bits) and words.lowers[after] in lex.not_offices().get(words.lowers[at], ()):
        return False  # "the official toll"
    if after < len(bits) and scan.sentence_of[after] == scan.sentence_of[at]:
        if words.words[after] == "." and bit & lex.RANK:
            after += 1
        if words.lowers[at] in GENERALS and words.lowers[after : after + 1] == ["general"]:
            return True
        if after >= len(bits):
            return True
        next_bit = scan.bits[after]
        if words.kinds[after] in (LOWER, CAPITAL) and scan.owner[after] < 0:
            apart = (
                bit & (lex.STATE | lex.OFFICE | lex.OCCUPATION)
                and (not bit & lex.MODIFIER or is_chief(scan, at))
                and words.lowers[at] not in ("lieutenant", "brigadier")
                and next_bit & lex.RANK
                and words.kinds[after] == CAPITAL
            )
            if (
                bit & lex.MODIFIER
                and not apart
                and next_bit & (lex.MODIFIER | lex.PORTFOLIO)
                and _title_ahead(scan, after)
            ):
                return False
            if (
                next_bit & lex.TITLE
                and not apart
                and (not bit & lex.RANK or next_bit & (lex.RANK | lex.OFFICE))
            ):
                return False
            if words.kinds[after] == LOWER and next_bit & (lex.HEAD | lex.LOWER_HEAD):
                return False
            if (
                bit & lex.PORTFOLIO
                and next_bit & lex.STATE
                and (scan.upper or words.kinds[at] == LOWER)
            ):
                return False  # "the justice minister"
    return True


def is_chief(scan: Scan, at: int) -> bool:
    """Know "army chief [General Novak]", where "Chief Inspector" is one rank."""
    return scan.words.words[at] == "chief" and at > 0 and scan.words.kinds[at - 1] != POSSESSIVE


def _title_ahead(scan: Scan, at: int) -> bool:
    """Tell whether modifiers from here on lead to another title: "deputy [foreign minister]"."""
    for ahead in range(at, min(at + 4, len(scan.bits))):
        if scan.bits[ahead] & lex.TITLE:
            return True
        if not scan.bits[ahead] & (lex.MODIFIER | lex.PORTFOLIO | lex.SUBJECT):
            return False
    return False
