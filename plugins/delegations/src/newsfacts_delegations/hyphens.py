"""Words that a hyphen is part of: "co-hosted" is one verb, "a tete-a-tete" one noun."""

from collections.abc import Sequence

import attrs

from newsfacts.text import without_accents
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.tokens import Token

_TALK = ("tete", "a", "tete")


def with_joined(tokens: list[Token], text: str, start: int, end: int) -> list[Token]:
    """Join the words of `text[start:end]` that are one word with their hyphens."""
    if text.find("co-", start, end) < 0 and text.find("te-", start, end) < 0:
        return tokens
    joined: list[Token] = []
    i = 0
    while i < len(tokens):
        word = _verb(tokens, i) or _talk(tokens, i)
        joined.append(word or tokens[i])
        i += 1 if word is None else 5 if word.verb is None else 3
    return joined


def _verb(tokens: Sequence[Token], i: int) -> Token | None:
    """Give the verb that "co", "-" and "hosted" make."""
    if tokens[i].low != "co" or i + 2 >= len(tokens) or tokens[i + 1].tag != "HY":
        return None
    token = tokens[i + 2]
    low = f"co-{token.low}"
    form = lexicon.verb_forms().get(low)
    if form is None:
        return None
    return attrs.evolve(token, start=tokens[i].start, low=low, verb=form, cap=tokens[i].cap)


def _talk(tokens: Sequence[Token], i: int) -> Token | None:
    """Give the noun that "tete", "a" and "tete" make."""
    if len(tokens) < i + 5 or tokens[i + 1].tag != "HY" or tokens[i + 3].tag != "HY":
        return None
    words = tuple(without_accents(token.low) for token in tokens[i : i + 5 : 2])
    if words != _TALK:
        return None
    last = tokens[i + 4]
    return attrs.evolve(last, start=tokens[i].start, low="-".join(_TALK), tag="N")
