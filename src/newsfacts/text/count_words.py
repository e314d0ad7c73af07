"""The words of counts, as tables made once a process."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from newsfacts.model import Modifier
from newsfacts.text.lexicons import load_lexicon
from newsfacts.text.tokens import Token, tokens

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Any], ...]]
"""Phrases under their first word, longest first: the words behind the first, and a value."""


class Lead(NamedTuple):
    """What words before a number say: its modifier, and the flags of `CountPhrase`.

    `digits_only` words lead a number in digits alone.
    """

    modifier: Modifier
    digits_only: bool
    more: bool
    whole: bool


@cache
def _lexicon() -> Mapping[str, Any]:
    return load_lexicon("newsfacts.text", "counts")


def _by_first(entries: Mapping[str, Any]) -> Phrases:
    filed: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, value in entries.items():
        first, *behind = (token.lower for token in tokens(phrase))
        filed.setdefault(first, []).append((tuple(behind), value))
    return {
        first: tuple(sorted(group, key=lambda item: -len(item[0])))
        for first, group in filed.items()
    }


@cache
def leads() -> Phrases:
    """Give the phrases that stand before a number, each with its `Lead`."""
    table = _lexicon()["before"]
    flags = _lexicon()["flags"]
    entries: dict[str, Any] = {}
    for modifier, phrases in table.items():
        if modifier != "digits_only":
            for phrase in phrases:
                words = " ".join(token.lower for token in tokens(phrase))
                entries[phrase] = Lead(
                    modifier, words in table["digits_only"], words in flags["more"],
                    words in flags["all"],
                )  # fmt: skip
    return _by_first(entries)


@cache
def trails() -> Phrases:
    """Give the phrases that stand behind a number, each with its modifier."""
    return _by_first(
        {word: modifier for modifier, words in _lexicon()["after"].items() for word in words}
    )


@cache
def fixed_counts() -> Phrases:
    """Give the words that are a count by themselves, with the kind and value of each."""
    lexicon = _lexicon()
    entries: dict[str, Any] = {}
    entries.update(dict.fromkeys(lexicon["unspecified"]["words"], ("unspecified", None)))
    entries.update({word: ("vague", tuple(bounds)) for word, bounds in lexicon["vague"].items()})
    entries.update({word: ("set", size) for word, size in lexicon["sets"].items()})
    entries.update(dict.fromkeys(lexicon["zero"]["words"], ("zero", 0)))
    entries.update({word: ("share", tuple(part)) for word, part in lexicon["fractions"].items()})
    return _by_first(entries)


@cache
def number_words() -> Mapping[str, tuple[str, int]]:
    """Give the words of numbers with the kind (`units`, `tens`, ...) and value of each."""
    numbers = load_lexicon("newsfacts.text", "numbers")
    return {
        word: (kind, value)
        for kind in ("units", "tens", "scales", "collectives")
        for word, value in numbers[kind].items()
    }


@cache
def count_set(table: str, name: str) -> frozenset[str]:
    """Give a list of words as a set."""
    return frozenset(_lexicon()[table][name])


@cache
def starts() -> Mapping[str, frozenset[str] | None]:
    """Give every word that can begin a count phrase.

    With it stand the words that make a count phrase of it as the next word, beside those that
    can begin one themselves; None where what follows does not matter.
    """
    found: dict[str, frozenset[str] | None] = {}
    alone = {*fixed_counts(), *number_words(), "between", "one"}
    for word in {*leads(), *alone, "a", "an", "another"}:
        if word in alone and word not in ("a", "an"):
            found[word] = None
            continue
        behind = {
            words[0]
            for table in (leads(), fixed_counts())
            for words, _ in table.get(word, ())
            if words
        }
        if word in ("a", "an"):
            behind |= {w for w, (kind, _) in number_words().items() if kind in SCALES}
        found[word] = frozenset(behind)
    return found


@cache
def lone_leads() -> frozenset[str]:
    """Give words that lead a count by themselves: "about", not the "in" of "in excess of"."""
    found = {word for word, listed in leads().items() if any(not behind for behind, _ in listed)}
    return frozenset((found | {"another"}) - {"a", "an"})


SCALES = ("scales", "collectives")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TENS_BEGIN = frozenset(("twen", "thir", "fort", "fift", "sixt", "seve", "eigh", "nine"))
"""The first four letters of the number words that may be written with another as one word."""


def may_begin(token: Token) -> bool:
    """Tell whether a count phrase may begin at a token; most words are no such words."""
    word = token.lower
    return (
        word in starts()
        or word[:4] in TENS_BEGIN
        or token.kind in {"number", "mixed"}
        or "-" in word
    )


def match_at(phrases: Phrases, read: Sequence[Token], at: int) -> tuple[int, Any] | None:
    """Match the longest phrase at a token; give the token after it and its value."""
    if at >= len(read) or (filed := phrases.get(read[at].lower)) is None:
        return None
    for words, value in filed:
        end = at + 1
        if end + len(words) > len(read):
            continue
        for word in words:
            if read[end].lower != word:
                break
            end += 1
        else:
            return end, value
    return None


def word_kind(word: str) -> str | None:
    """The kind of a number word, `units` for "twenty-three", None for other words."""
    found = number_words().get(word)
    if found is not None:
        return found[0]
    if "-" in word:
        head, _, tail = word.partition("-")
        tens = number_words().get(head, ("",))[0] == "tens" and tail in number_words()
        return "units" if tens else None
    return "units" if joined(word) else None


def joined(word: str) -> str | None:
    """Part "thirtythree", as some wires write it."""
    if word[:4] not in TENS_BEGIN:
        return None
    for tens in _TENS:
        if word.startswith(tens) and number_words().get(word[len(tens) :], ("",))[0] == "units":
            return f"{tens}-{word[len(tens) :]}"
    return None
