"""Labels and ages, which part a name from its verb: "Ana Ruiz, D-Ohio, met", "Ruiz, 44, met"."""

import re
from collections.abc import Sequence

from newsfacts_delegations.tokens import Token

_PARTIES = frozenset(("d", "r"))
_DASHES = frozenset(("HY", "--"))
_STATES = frozenset(("N", "PL"))
_AGE = re.compile(r", \d\d,")


def without_labels(tokens: list[Token], text: str, start: int, end: int) -> list[Token]:
    """Leave ages and labels of party and state behind persons out of those of `text[start:end]`."""
    labelled = text.find("D-", start, end) >= 0 or text.find("R-", start, end) >= 0
    if not labelled and _AGE.search(text, start, end) is None:
        return tokens
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        if (after := _label(tokens, i) or _age(tokens, i)) > i:
            opened = bool(kept) and kept[-1].tag == ","
            holder = kept[-2:-1] if opened else kept[-1:]
            if holder and holder[0].actor is not None and holder[0].actor.kind == "person":
                i = after
                if opened:
                    kept.pop()
                    closed = i + 1 < len(tokens) and tokens[i].tag == ","
                    i += closed and _goes_on(tokens[i + 1])
                continue
        kept.append(tokens[i])
        i += 1
    return kept


def _label(tokens: Sequence[Token], i: int) -> int:
    """Give the token after "D-South Carolina", which begins at token i; 0 if there is no label."""
    first = i + 2
    if tokens[i].low not in _PARTIES or not tokens[i].cap:
        return 0
    if first >= len(tokens) or tokens[i + 1].tag not in _DASHES:
        return 0
    if tokens[i].end != tokens[i + 1].start:
        return 0
    after = first
    while after < len(tokens) and after - first < 2 and tokens[after].cap:
        if tokens[after].tag not in _STATES:
            break
        after += 1
    return after if after > first else 0


def _age(tokens: Sequence[Token], i: int) -> int:
    """Give the token after an age between commas at token i; 0 if there is none."""
    if tokens[i].tag != "NUM" or not i or i + 1 >= len(tokens):
        return 0
    aside = tokens[i - 1].tag == "," and tokens[i + 1].tag == ","
    return i + 1 if aside and tokens[i].low.isdigit() else 0


def _goes_on(token: Token) -> bool:
    """Whether the sentence's verb, or the next of a list, follows a label."""
    return token.verb is not None or token.tag in ("V", "AUX", "MD", "ADV", "C")
