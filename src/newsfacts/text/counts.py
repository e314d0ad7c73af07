"""Numbers of people as the words assert them: the whole table of modifiers, ranges, vague words.

The reader works on tokens and knows no nouns but what its lexicon names: it says which tokens
count something, and leaves it to the caller what is counted.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import itemgetter
from typing import Any, NamedTuple

from newsfacts.model import Count, Modifier, passing
from newsfacts.text.count_checks import counts_no_people
from newsfacts.text.count_numbers import Number, read_between, read_number, read_range, read_total
from newsfacts.text.count_words import (
    TENS_BEGIN,
    count_set,
    fixed_counts,
    leads,
    lone_leads,
    match_at,
    may_begin,
    number_words,
    starts,
    trails,
    word_kind,
)
from newsfacts.text.memo import Memo
from newsfacts.text.numbers import digits_value
from newsfacts.text.tokens import Token, tokens


@passing
class CountPhrase:
    """A count phrase: tokens `first` to `last` (exclusive) of those it was read from.

    `kind` says what kind of word states it: `number`, `range`, `vague`, `unspecified`, `zero`,
    `article` ("a", "an", "another"), `set` ("both", "a pair") or `share` ("half of the 40").
    `core` is the first token behind the modifier. `total` is the number of which it is a part
    ("3 of the 12"), `more` is true of "another 12", "12 more" and "12 others", and `whole` of
    "all 12".
    """

    first: int
    last: int
    start: int
    end: int
    count: Count
    kind: str
    core: int
    total: int | None = None
    more: bool = False
    whole: bool = False


_ARTICLES = ("a", "an", "another")
_LOWER = itemgetter(1)
"""The lower-case text of a token: faster by its index than by its name."""


def _begins(word: str) -> bool:
    """Tell whether a count phrase may begin at a word, number or mark."""
    return (
        word in starts() or word[0].isdecimal() or ("-" in word and word[0].isalnum())
        or (len(word) > 7 and word[:4] in TENS_BEGIN)
    )  # fmt: skip


_BEGINS = Memo(_begins)


class _Body(NamedTuple):
    """What stands behind the modifiers: its kind, the token behind it, and its value or bounds.

    The kind is one of `CountPhrase`, or `skip` for what counts nothing.
    """

    kind: str
    end: int
    value: Any = None


def count_phrases(text: str, start: int = 0, end: int | None = None) -> Iterator[CountPhrase]:
    """Find the count phrases between two offsets of a text, in order, none overlapping.

    Ages, years, dates, times, sums of money, measures and percentages without a total are no
    counts. Articles ("a soldier") are left out; see `read_counts` for them.
    """
    for phrase in read_counts(tokens(text, start, end), text):
        if phrase.kind != "article":
            yield phrase


def read_counts(read: Sequence[Token], text: str) -> Iterator[CountPhrase]:
    """Find the count phrases among tokens of `text`, articles before a word among them."""
    known, lone = starts(), lone_leads()
    size = len(read)
    reached = 0
    words = [*map(_LOWER, read)]
    # Most words begin no count phrase: they are turned away here.
    for at in compress(range(size), map(_BEGINS.__getitem__, words)):
        if at < reached:
            continue
        word = words[at]
        behind = known.get(word)
        if (
            behind is not None
            and at + 1 < size
            and words[at + 1] not in behind
            and (word not in lone or not may_begin(read[at + 1]))
        ):  # no more than "a man", "the man", "over the hill"
            found = _article(read, at) if word in _ARTICLES else None
        else:
            found, reached = _phrase(read, at, text)
        if found is not None:
            yield found


@cache
def _parts_behind() -> frozenset[str]:
    """Give the words that may belong to a count whose number they follow, or make it none."""
    return frozenset((
        *number_words(), *trails(), *count_set("not_people", "percent"), "per", "of", "to", "or",
        "more", "other", "others",
    ))  # fmt: skip


def _number_alone(read: Sequence[Token], at: int, text: str) -> tuple[CountPhrase | None, int]:
    """Read digits before a word that is no part of their count: "12 miners"."""
    value = digits_value(read[at].text)
    if not isinstance(value, int) or counts_no_people(read, at, at, at + 1, "number"):
        return None, at + 1
    start, end = read[at].start, read[at].end
    count = _of(value, "exact", text[start:end])
    return CountPhrase(at, at + 1, start, end, count, "number", at), at + 1


def _phrase(read: Sequence[Token], at: int, text: str) -> tuple[CountPhrase | None, int]:
    """Read a count phrase at a token; give it, or None, and the token to go on from."""
    if read[at].kind == "number" and at + 1 < len(read):
        behind = read[at + 1]
        if behind.kind == "word" and behind.lower not in _parts_behind():
            return _number_alone(read, at, text)
    modifier: Modifier = "exact"
    more = whole = False
    position = at
    lead_words = leads()
    for _ in range(4):
        if position >= len(read) or read[position].lower not in lead_words:
            break
        matched = match_at(lead_words, read, position)
        if matched is None:
            break
        after, lead = matched
        fixed = match_at(fixed_counts(), read, position)
        if fixed is not None and fixed[0] >= after:
            break
        if lead.digits_only and (
            after >= len(read)
            or read[after].kind != "number"
            or (after - 1 == at and at and read[at - 1].kind == "number")
        ):
            return None, at + 1
        if lead.modifier != "exact":
            modifier = lead.modifier
        more = more or lead.more
        whole = whole or lead.whole
        position = after
    core = position
    body = _body(read, core)
    if body is None:
        return _article(read, at), at + 1
    kind, end, _ = body
    if kind == "skip" or _no_count(read, at, core, body):
        return None, end
    if kind in {"number", "range"} and counts_no_people(read, at, core, end, kind):
        if kind == "range":  # "since March 3 to 4,120": the second number may count people
            return None, core + 1
        return None, end
    if modifier == "exact" and kind == "number":
        modifier, end = _after_words(read, end, core)
    if end < len(read) and read[end].lower in {"more", "others", "other"}:
        more = True
        # "12 more than", "12 more or less": no further victims
        if read[end].lower != "more" or not (
            end + 1 < len(read) and read[end + 1].lower in ("than", "or")
        ):
            end += read[end].lower == "more"
    of = end + 1 < len(read) and read[end].lower == "of"
    total, share_end = read_total(read, end) if of else (None, end)
    if kind == "share":
        if total is None:  # "a third was hurt", "a third man"
            return _article(read, at), at + 1 if read[at].lower in _ARTICLES else end
        end = share_end
    first = at if modifier != "exact" or more or whole or kind == "zero" else _tight(read, at, core)
    start, stop = read[first].start, read[end - 1].end
    count = _count(body, modifier, text[start:stop], total)
    return CountPhrase(first, end, start, stop, count, kind, core, total, more, whole), end


def _no_count(read: Sequence[Token], at: int, core: int, body: _Body) -> bool:
    """Tell "how many" and "No. 4"."""
    if read[core].lower == "many" and at and read[at - 1].lower in {"how", "as", "too"}:
        return True
    end = body.end
    return (
        body.kind == "zero" and end + 1 < len(read) and read[end].text == "."
        and read[end + 1].kind == "number"
    )  # fmt: skip


def _tight(read: Sequence[Token], at: int, core: int) -> int:
    """Leave "the", "only" and the like out of the span; keep "a total of"."""
    if at == core:
        return core
    lead = " ".join(each.lower for each in read[at:core])
    return at if lead in ("a total of", "a record", "a combined", "exactly") else core


def _body(read: Sequence[Token], at: int) -> _Body | None:
    """Read what stands behind the modifiers."""
    if at >= len(read):
        return None
    word = read[at].lower
    if word == "between":
        found = read_between(read, at)
        if found is None:
            return None
        low, high, end, counts = found
        return _Body("range", end, (low, high)) if counts else _Body("skip", end)
    if word == "from":
        return None
    number = read_number(read, at)
    percent = _percent(read, at, number)
    if percent is not None:
        return percent
    fixed = match_at(fixed_counts(), read, at)
    if fixed is not None and (number is None or fixed[0] >= number.end):
        after, (kind, value) = fixed
        return _Body(kind, after, value)
    if number is None:
        return None
    span = read_range(read, number, at)
    if span is not None:
        return _Body("range", span[2], span[:2])
    return _Body("number", number.end, number.value)


def _count(body: _Body, modifier: Modifier, span: str, total: int | None) -> Count:
    """Make the count of a body; `total` is the number that a share is taken of."""
    match body.kind:
        case "range":
            return Count.between(*body.value, text=span)
        case "vague":
            return Count.vague(*body.value, text=span)
        case "unspecified":
            return Count.unspecified(text=span)
        case "share":
            exact = (total or 0) * body.value[0] / body.value[1]
            whole = exact == int(exact)
            return _of(round(exact), modifier if whole else "about", span)
        case _:
            return _of(body.value, modifier, span)


def _percent(read: Sequence[Token], at: int, number: Number | None) -> _Body | None:
    """Read "60 percent of the 40 people": a share; without a total it is skipped."""
    digits = read[at].kind == "number"
    end = at + 1 if digits or number is None else number.end
    if end >= len(read):
        return None
    mark = read[end].lower
    if mark == "per" and end + 1 < len(read) and read[end + 1].lower == "cent":
        after = end + 2
    elif mark in count_set("not_people", "percent"):
        after = end + 1
    else:
        return None
    if not digits and word_kind(read[at].lower) is None:
        return None
    value = digits_value(read[at].text) if digits or number is None else number.value
    if value is None:
        return _Body("skip", after)
    return _Body("share", after, (value, 100))


def _after_words(read: Sequence[Token], end: int, core: int) -> tuple[Modifier, int]:
    if end == core + 1 and read[core].lower.endswith("-plus"):
        return "at_least", end
    if end < len(read) and read[end].text == "+":
        return "at_least", end + 1
    if end >= len(read) or read[end].lower not in trails():
        return "exact", end
    matched = match_at(trails(), read, end)
    if matched is None or matched[1] == "other":
        return "exact", end
    return matched[1], matched[0]


def _article(read: Sequence[Token], at: int) -> CountPhrase | None:
    word = read[at].lower
    if word not in _ARTICLES:
        return None
    if word != "another" and (at + 1 >= len(read) or read[at + 1].kind not in {"word", "mixed"}):
        return None
    token = read[at]
    return CountPhrase(
        at, at + 1, token.start, token.end, _of(1, "exact", token.text), "article", at,
        more=word == "another",
    )  # fmt: skip


def _of(value: int, modifier: Modifier, text: str) -> Count:
    if len(text) > _LONGEST:
        return Count.of(value, modifier, text=text)
    return _kept(value, modifier, text)


_LONGEST = 32
"""The longest words of a count, in characters, that are kept from one to the next."""


@lru_cache(maxsize=1 << 11)
def _kept(value: int, modifier: Modifier, text: str) -> Count:
    return Count.of(value, modifier, text=text)
