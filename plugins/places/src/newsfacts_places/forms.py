"""Places that no gazetteer need know: "the village of Kerto", "Kerto district", "Marion County"."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsfacts_places.gazetteer import gazetteer
from newsfacts_places.names import title
from newsfacts_places.runs import BOOK, Token, word_after, words_before
from newsfacts_places.words import Traits, Words

_WHERE = frozenset({"in", "near", "at", "outside", "off", "around"})
CLUB_KINDS = frozenset(["City", "Town"])
CLUB_COUNTRIES = frozenset(["GB", "IE"])
"""Where "City" behind a town's name makes a football club's of it."""
# Titles with which names of quarters and towns begin: "Sheikh Kerto district".
_HONOURS = frozenset(["sheikh", "shaykh", "king", "queen", "prince", "sultan", "imam", "shah"])
LONGEST = 4  # words of a name that only its form makes a place


class Formed(NamedTuple):
    """A name at `start:end` whose form says that it is a place's.

    `own` tells that the words make a place of their own: Marion County is not Marion.
    """

    start: int
    end: int
    name: str
    own: bool = False


def formed_places(
    text: str, run: list[Token], known: list[Traits], words: Words
) -> Iterable[Formed]:
    """Give the names in a run of capitalised words that a noun for a kind of place marks.

    `known` are the traits of the run's words.
    """
    start, end = run[0].start, run[-1].end
    after = text[end : end + 1]
    told = after == "," and described(text, end, words)
    if not told and len(run) > 1 and known[0].folded in words.prefixes:
        told = _prefixed(text, run, known, words)
    if told and _unknown(run, known):
        first = next((at for at, each in enumerate(known) if not each.opener), 0)
        if _nameable([each.folded for each in known[first:]], run[first:], words):
            return (_formed(text, run[first].start, end),)
        return ()
    followed = after == " " and text[end + 1 : end + 4] in words.kind_starts
    preceded = text[start - 2 : start] in ("f ", "F ") and text[start - 4 : start].lower() == " of "
    if (
        not followed
        and not preceded
        and (len(run) == 1 or not [each for each in known if each.kind])
    ):
        return ()
    return list(_marked(text, run, [each.folded for each in known], words, followed))


def _unknown(run: list[Token], known: list[Traits]) -> bool:
    """Tell whether a run is short and no word of it is more than an unknown name."""
    if len(run) > LONGEST or not run[0].name:
        return False
    return not [each for each in known if each.upper and len(each.folded) > 1]


def _prefixed(text: str, run: list[Token], known: list[Traits], words: Words) -> bool:
    """Know names by their first word, behind a preposition: "near Mount Kerto", "in Beit Kerto"."""
    if known[-1].folded in words.facilities:
        return False
    return words_before(text, run[0].start)[2] in _WHERE


def described(text: str, end: int, words: Words) -> bool:
    """Tell whether a name is said to be a kind of place: "Kerto, a village in the hills"."""
    if text[end : end + 4] not in (", a ", ", an", ", th"):
        return False
    match = BOOK["described"].match(text, end, min(len(text), end + 90))
    return match is not None and match[0].rpartition(" ")[2] in words.named_kinds


def _marked(
    text: str, run: list[Token], folded: list[str], words: Words, followed: bool
) -> Iterator[Formed]:
    kinds = words.named_kinds
    last = len(run)
    for at in range(1, len(run)):
        token = run[at]
        if folded[at] in kinds and token.name:
            if not _closed(text, run, at, words) or _club(text, token, folded[at - 1]):
                continue
            first = _first(run, folded, at, words)
            if first is not None and (
                not token.text.isupper() or _placed(text, run[first], folded)
            ):
                own = folded[at] in words.own_kinds
                yield _formed(text, run[first].start, token.end, own)
    if followed:
        kind = word_after(text, run[-1].end)
        if kind in kinds and (first := _first(run, folded, last, words)) is not None:
            yield _formed(text, run[first].start, run[-1].end)
    after = _after_kind_of(text, run, folded, words)
    if after is not None:
        at = end = after
        while end < last and end - at < LONGEST and folded[end] not in words.function:
            end += 1
        while end > at and not run[end - 1].name:
            end -= 1
        if end > at and _nameable(folded[at:end], run[at:end], words):
            yield _formed(text, run[at].start, run[end - 1].end)


def _club(text: str, kind: Token, named: str) -> bool:
    """Tell whether "City" or "Town" ends a club's name: "Leeds City", "Kerto Town beat ... 2-1"."""
    if kind.text not in CLUB_KINDS:
        return False
    known = gazetteer().find(named)
    if known and known[0].kind == "city" and known[0].country in CLUB_COUNTRIES:
        return True
    return BOOK["result"].match(text, kind.end, min(len(text), kind.end + 80)) is not None


def _closed(text: str, run: list[Token], at: int, words: Words) -> bool:
    """Tell whether a name ends with its kind: "Marion County", not "Marion County Court".

    A person's title and name may follow: "Marion County Sheriff Ann Lee".
    """
    rest = run[at + 1 : at + 3]
    if not rest or not rest[0].name:
        return True
    head = rest[0]
    return (
        head.text in words.titles
        and len(rest) > 1
        and rest[1].name
        and text[head.end : rest[1].start] == " "
    )


def _placed(text: str, first: Token, folded: list[str]) -> bool:
    """Tell whether upper-case copy has a comma or preposition of place before a word."""
    if folded[-1] == "city" or first.text.endswith(("ING", "ED", "LY")):
        return False
    before = text[max(0, first.start - 8) : first.start].rstrip()
    return before.endswith((",", " IN", " NEAR", " AT", "(")) or before in ("IN", "NEAR")


def _formed(text: str, start: int, end: int, own: bool = False) -> Formed:
    name = " ".join(text[start:end].split())
    return Formed(start, end, title(name), own)


def _first(run: list[Token], folded: list[str], end: int, words: Words) -> int | None:
    """Give the index of the first word of the name that ends before `end`, None without one."""
    first = end
    while (
        first > 0
        and end - first < LONGEST
        and folded[first - 1] not in words.function
        and folded[first - 1] not in words.adjectives
        and run[first - 1].text not in words.peoples
    ):
        first -= 1
    while first < end and not run[first].name:
        first += 1
    if first == end or not _nameable(folded[first:end], run[first:end], words):
        return None
    return first


def _nameable(folded: list[str], tokens: list[Token], words: Words) -> bool:
    """Tell whether words can be a place's name: none of them names a people, faith or party."""
    if len(tokens) == 1 and (
        folded[0] in words.everyday or folded[0] in words.kinds or len(folded[0]) < 3
    ):
        return False
    if len(tokens) > 1 and folded[0] in _HONOURS:
        folded, tokens = folded[1:], tokens[1:]
    return not any(
        word in words.not_names or word in words.person_titles or token.text in words.peoples
        for word, token in zip(folded, tokens, strict=True)
    )


def _after_kind_of(text: str, run: list[Token], folded: list[str], words: Words) -> int | None:
    """Give the index of the word that follows "village of", None where nothing does."""
    for at in range(2, len(run)):
        if folded[at - 1] == "of" and folded[at - 2] in words.named_kinds:
            return at
    start = run[0].start
    if text[start - 4 : start].lower() == " of ":
        _, kind, _ = words_before(text, start)
        if kind in words.named_kinds:
            return 0
    return None
