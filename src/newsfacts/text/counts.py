"""Numbers of people as the words assert them: the whole table of modifiers, ranges, vague words.

The reader works on tokens and knows no nouns but what its lexicon names: it says which tokens
count something, and leaves it to the caller what is counted.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import attrs

from newsfacts.model import Count, Modifier
from newsfacts.text.lexicons import load_lexicon
from newsfacts.text.numbers import digits_value, number_value
from newsfacts.text.tokens import Token, tokens


@attrs.frozen
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


class _Number(NamedTuple):
    value: int
    end: int
    scale: int = 1


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Any], ...]]


@cache
def _lexicon() -> Mapping[str, Any]:
    return load_lexicon("newsfacts.text", "counts")


def _by_first(entries: Mapping[str, Any]) -> Phrases:
    """File phrases under their first word, longest first."""
    filed: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, value in entries.items():
        words = tuple(token.lower for token in tokens(phrase))
        filed.setdefault(words[0], []).append((words, value))
    return {
        first: tuple(sorted(group, key=lambda item: -len(item[0])))
        for first, group in filed.items()
    }


@cache
def _before() -> Phrases:
    return _by_first(
        {word: modifier for modifier, words in _lexicon()["before"].items()
         if modifier != "digits_only" for word in words}
    )  # fmt: skip


@cache
def _after() -> Phrases:
    return _by_first(
        {word: modifier for modifier, words in _lexicon()["after"].items() for word in words}
    )


@cache
def _fixed() -> Phrases:
    """The words that are a count by themselves, with the kind of each."""
    lexicon = _lexicon()
    entries: dict[str, Any] = {}
    entries.update(dict.fromkeys(lexicon["unspecified"]["words"], ("unspecified", None)))
    entries.update({word: ("vague", tuple(bounds)) for word, bounds in lexicon["vague"].items()})
    entries.update({word: ("set", size) for word, size in lexicon["sets"].items()})
    entries.update(dict.fromkeys(lexicon["zero"]["words"], ("zero", 0)))
    entries.update({word: ("share", tuple(part)) for word, part in lexicon["fractions"].items()})
    return _by_first(entries)


@cache
def _words() -> Mapping[str, tuple[str, int]]:
    numbers = load_lexicon("newsfacts.text", "numbers")
    return {
        word: (kind, value)
        for kind in ("units", "tens", "scales", "collectives")
        for word, value in numbers[kind].items()
    }


@cache
def _set(table: str, name: str) -> frozenset[str]:
    return frozenset(_lexicon()[table][name])


@cache
def _starts() -> frozenset[str]:
    """Every word that can begin a count phrase."""
    return frozenset({*_before(), *_fixed(), *_words(), "a", "an", "between", "one", "another"})


def _match(phrases: Phrases, read: Sequence[Token], at: int) -> tuple[int, Any] | None:
    """Match the longest phrase at a token; give the token after it and its value."""
    if at >= len(read):
        return None
    for words, value in phrases.get(read[at].lower, ()):
        size = len(words)
        if at + size <= len(read) and all(read[at + k].lower == words[k] for k in range(1, size)):
            return at + size, value
    return None


def _word_kind(token: Token) -> str | None:
    """The kind of number word, `tens` for "twenty-three", None for other words."""
    found = _words().get(token.lower)
    if found is not None:
        return found[0]
    head, dash, tail = token.lower.partition("-")
    if dash:
        tens = _words().get(head, ("",))[0] == "tens" and tail in _words()
        return "units" if tens else None
    return "units" if _joined(token.lower) else None


def _joined(word: str) -> str | None:
    """Part "thirtythree", as some wires write it."""
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"):
        if word.startswith(tens) and _words().get(word[len(tens) :], ("",))[0] == "units":
            return f"{tens}-{word[len(tens) :]}"
    return None


def _read_words(read: Sequence[Token], at: int) -> int:
    """Give the token after the number words that begin at `at`."""
    position, previous = at, ""
    if read[at].lower in ("a", "an"):
        if at + 1 < len(read) and _word_kind(read[at + 1]) in ("scales", "collectives"):
            position, previous = at + 2, "scales"
        else:
            return at
    while position < len(read):
        word = read[position]
        if word.lower == "and" and previous == "scales" and position + 1 < len(read):
            if _word_kind(read[position + 1]) in ("units", "tens"):
                position += 1
                continue
            break
        kind = _word_kind(word)
        if kind is None or not _may_follow(previous, kind):
            break
        previous = kind
        position += 1
    return position


def _may_follow(previous: str, kind: str) -> bool:
    if previous in ("", "scales"):
        return previous == "" or kind != "collectives"
    if previous == "tens":
        return kind in ("units", "scales", "collectives")
    return kind in ("scales", "collectives")


def _number(read: Sequence[Token], at: int) -> _Number | None:
    """Read one number in digits, words or both that begins at a token."""
    if at >= len(read):
        return None
    token = read[at]
    if token.kind == "number":
        plain = digits_value(token.text)
        end = at + 1
        while end < len(read) and _word_kind(read[end]) in ("scales", "collectives"):
            end += 1
        if end > at + 1:
            value = number_value(" ".join(each.lower for each in read[at:end]))
            scale = number_value("one " + " ".join(each.lower for each in read[at + 1 : end]))
            return None if value is None else _Number(value, end, scale or 1)
        return _Number(plain, end) if isinstance(plain, int) else None
    if token.kind == "mixed":
        return _short_number(token, at)
    if token.lower == "half" and at + 2 < len(read) and read[at + 1].lower in ("a", "an"):
        known = _words().get(read[at + 2].lower)
        if known is not None and known[0] in ("scales", "collectives"):
            return _Number(known[1] // 2, at + 3)
        return None
    end = _read_words(read, at)
    if end == at:
        return None
    value = number_value(" ".join(_joined(each.lower) or each.lower for each in read[at:end]))
    if value is None:
        return None
    if read[end : end + 3] and [each.lower for each in read[end : end + 3]] == ["and", "a", "half"]:
        known = _words().get(read[end + 3].lower) if end + 3 < len(read) else None
        if known is not None and known[0] == "scales":
            return _Number(value * known[1] + known[1] // 2, end + 4, known[1])
    last = _words().get(read[end - 1].lower)
    scale_value = last[1] if last and last[0] in ("scales", "collectives") else 1
    return _Number(value, end, scale_value)


_SUFFIXES = {"m": 1_000_000, "mn": 1_000_000, "k": 1_000, "bn": 1_000_000_000}


def _short_number(token: Token, at: int) -> _Number | None:
    """Read "1.2m", "900k" and "20-plus"."""
    text = token.lower
    if text.endswith("-plus") and text[:-5].isdigit():
        return _Number(int(text[:-5]), at + 1)
    digits = text.rstrip("mknb")
    scale = _SUFFIXES.get(text[len(digits) :])
    if scale is None or not digits or digits == text:
        return None
    value = digits_value(digits)
    return None if value is None else _Number(round(value * scale), at + 1, scale)


def count_phrases(text: str, start: int = 0, end: int | None = None) -> Iterator[CountPhrase]:
    """Find the count phrases between two offsets of a text, in order, none overlapping.

    Ages, years, dates, times, sums of money, measures and percentages without a total are no
    counts. Articles ("a soldier") are left out; see `read_counts` for them.
    """
    for phrase in read_counts(list(tokens(text, start, end)), text):
        if phrase.kind != "article":
            yield phrase


def read_counts(read: Sequence[Token], text: str) -> Iterator[CountPhrase]:
    """Find the count phrases among tokens of `text`, articles before a word among them."""
    at = 0
    starts = _starts()
    while at < len(read):
        token = read[at]
        if (
            token.kind in ("number", "mixed")
            or token.lower in starts
            or "-" in token.text
            or token.lower.startswith(
                ("twen", "thir", "fort", "fift", "sixt", "seve", "eigh", "nine")
            )
        ):
            found, reached = _phrase(read, at, text)
            if found is not None:
                yield found
            at = max(reached, at + 1)
        else:
            at += 1


def _phrase(read: Sequence[Token], at: int, text: str) -> tuple[CountPhrase | None, int]:
    """Read a count phrase at a token; give it, or None, and the token to go on from."""
    modifier: Modifier = "exact"
    more = whole = False
    position = at
    for _ in range(4):
        matched = _match(_before(), read, position)
        if matched is None:
            break
        after, found = matched
        fixed = _fixed_at(read, position)
        if fixed is not None and fixed[0] >= after:
            break
        phrase = " ".join(each.lower for each in read[position:after])
        if phrase in _set("before", "digits_only") and (
            after >= len(read)
            or read[after].kind != "number"
            or (after - 1 == at and at and read[at - 1].kind == "number")
        ):
            return None, at + 1
        if found != "exact":
            modifier = found
        more = more or phrase in _set("flags", "more")
        whole = whole or phrase in _set("flags", "all")
        position = after
    core = position
    body = _body(read, core, modifier, text)
    if body is None:
        return _article(read, at, text), at + 1
    kind, end, make = body
    if kind == "skip":
        return None, end
    if read[core].lower == "many" and at and read[at - 1].lower in ("how", "as", "too"):
        return None, end
    if (
        kind == "zero"
        and end + 1 < len(read)
        and read[end].text == "."
        and (read[end + 1].kind == "number")
    ):  # "No. 4"
        return None, end
    if kind in ("number", "range") and _counts_no_people(read, at, core, end, kind):
        if kind == "range":  # "since March 3 to 4,120": the second number may count people
            return None, core + 1
        return None, end
    if modifier == "exact" and kind == "number":
        modifier, end = _after_words(read, end, core)
    if end < len(read) and read[end].lower in ("more", "others", "other"):
        more = True
        # "12 more than", "12 more or less": no further victims
        if read[end].lower != "more" or not (
            end + 1 < len(read) and read[end + 1].lower in ("than", "or")
        ):
            end += read[end].lower == "more"
    total, share_end = _total(read, end)
    if kind == "share":
        if total is None:
            return None, end
        end = share_end
    first = at if modifier != "exact" or more or whole or kind == "zero" else _tight(read, at, core)
    span = text[read[first].start : read[end - 1].end]
    count = make(modifier, span, total)
    if count is None:
        return None, end
    return (
        CountPhrase(
            first, end, read[first].start, read[end - 1].end, count, kind, core, total, more, whole
        ),
        end,
    )


def _tight(read: Sequence[Token], at: int, core: int) -> int:
    """Leave "the", "only" and the like out of the span; keep "a total of"."""
    lead = " ".join(each.lower for each in read[at:core])
    return at if lead in ("a total of", "a record", "a combined", "exactly") else core


def _fixed_at(read: Sequence[Token], at: int) -> tuple[int, Any] | None:
    return _match(_fixed(), read, at)


def _body(read: Sequence[Token], at: int, modifier: Modifier, text: str) -> Any:
    """Read what stands behind the modifiers: (kind, token after it, maker of the count)."""
    if at >= len(read):
        return None
    if read[at].lower == "between" or read[at].lower == "from":
        return _between(read, at) if read[at].lower == "between" else None
    percent = _percent(read, at)
    if percent is not None:
        return percent
    fixed = _fixed_at(read, at)
    number = _number(read, at)
    if fixed is not None and (number is None or fixed[0] >= number.end):
        after, (kind, value) = fixed
        return kind, after, _maker(kind, value)
    if number is None:
        return None
    low, high, end = _range(read, number, at)
    if high is not None:
        return "range", end, lambda m, span, total: Count.between(low, high, text=span)
    return "number", number.end, _maker("number", number.value)


def _maker(kind: str, value: Any) -> Any:
    def make(modifier: Modifier, span: str, total: int | None) -> Count | None:
        if kind == "vague":
            return Count.vague(value[0], value[1], text=span)
        if kind == "unspecified":
            return Count.unspecified(text=span)
        if kind == "share":
            if total is None:
                return None
            exact = total * value[0] / value[1]
            whole = exact == int(exact)
            return Count.of(round(exact), modifier if whole else "about", text=span)
        return Count.of(value, modifier, text=span)

    return make


def _between(read: Sequence[Token], at: int) -> Any:
    first = _number(read, at + 1)
    if first is None or first.end >= len(read) or read[first.end].lower not in ("and", "to"):
        return None
    second = _number(read, first.end + 1)
    if second is None:
        return None
    low = first.value * second.scale if first.value < 1000 <= second.scale else first.value
    if low > second.value or (1900 <= low <= 2100 and second.value <= 2100):
        return "skip", second.end, None
    return "range", second.end, lambda m, span, total: Count.between(low, second.value, text=span)


def _range(read: Sequence[Token], first: _Number, at: int) -> tuple[int, int | None, int]:
    none = (first.value, None, first.end)
    end = first.end
    if end + 1 >= len(read):
        return none
    separator = read[end]
    close = separator.start == read[end - 1].end and separator.end == read[end + 1].start
    if separator.lower not in ("to", "or") and not (separator.text in "-–—" and close):
        return none
    if separator.lower == "to" and at and read[at - 1].lower == "from":
        return none
    second = _number(read, end + 1)
    if second is None:
        return none
    low = first.value
    if first.scale == 1 and second.scale > 1 and low < second.scale:
        low *= second.scale
    if low >= second.value or (separator.lower == "or" and second.value > 2 * low + 2):
        return none
    return low, second.value, second.end


def _percent(read: Sequence[Token], at: int) -> Any:
    """Read "60 percent of the 40 people": a share; without a total it is skipped."""
    if read[at].kind != "number" and _word_kind(read[at]) is None:
        return None
    number = None if read[at].kind == "number" else _number(read, at)
    end = at + 1 if number is None else number.end
    if end >= len(read):
        return None
    mark = read[end].lower
    if mark == "per" and end + 1 < len(read) and read[end + 1].lower == "cent":
        after = end + 2
    elif mark in _set("not_people", "percent"):
        after = end + 1
    else:
        return None
    value = digits_value(read[at].text) if number is None else number.value
    if value is None:
        return "skip", after, None
    return "share", after, _maker("share", (value, 100))


def _total(read: Sequence[Token], at: int) -> tuple[int | None, int]:
    """Read "of the 40", "of its 12", "of 40": the number that a part is taken from."""
    if at + 1 >= len(read) or read[at].lower != "of":
        return None, at
    position = at + 1
    for _ in range(3):
        if position < len(read) and read[position].kind == "word" and (
            read[position].lower in ("the", "their", "his", "her", "its", "those", "these", "about",
                                     "some", "an", "estimated", "more", "than", "all", "our")
        ):  # fmt: skip
            position += 1
    number = _number(read, position)
    return (None, at) if number is None else (number.value, number.end)


def _after_words(read: Sequence[Token], end: int, core: int) -> tuple[Modifier, int]:
    if end == core + 1 and read[core].lower.endswith("-plus"):
        return "at_least", end
    if end < len(read) and read[end].text == "+":
        return "at_least", end + 1
    matched = _match(_after(), read, end)
    if matched is None or matched[1] == "other":
        return "exact", end
    return matched[1], matched[0]


def _counts_no_people(read: Sequence[Token], at: int, core: int, end: int, kind: str) -> bool:
    """Tell a number of years, dollars, kilometres and the like from one that may count people."""
    after = read[end].lower if end < len(read) else ""
    if after.startswith("-") and end + 1 < len(read) and read[end + 1].lower.startswith("year"):
        return True
    if after in _set("not_people", "after"):
        # "may" is a month only behind a day of one; "2 may have died" counts people
        return after != "may" or not (end + 1 < len(read) and read[end + 1].kind == "word")
    before = read[at - 1].lower if at else ""
    if before in ("$", "£", "€", "¥"):
        return True
    if before == "," and _is_age(read, at, core, end):
        return True
    if at == core and before in _set("not_people", "before"):
        # "on 23 September 28 bodies": the day stands before the month
        return not (
            at > 1 and before in _set("not_people", "after") and read[at - 2].kind == "number"
        )
    if at == core and before == "." and at > 1:
        word = read[at - 2].lower
        if word in ("no", "nos") or (word in _set("not_people", "before") and word not in ("may",)):
            return True
    if before == "and" and at > 2 and read[at - 3].lower in ("ages", "aged"):
        return True
    if at == core and before == "(" and after == ")":
        return True
    token = read[core]
    if kind == "number" and end == core + 1 and token.kind == "number":
        if len(token.text) == 4 and token.text.isdigit() and 1500 <= int(token.text) <= 2100:
            return before in _set("not_people", "before_year") or after in ("", ",", ".", ")")
        if len(token.text) > 1 and token.text[0] == "0":
            return True
        if len(token.text) > 6 and token.text.isdigit():
            return True  # the number of a case or a telephone
    return False


def _is_age(read: Sequence[Token], at: int, core: int, end: int) -> bool:
    """Tell the age in "Mariam Sow, 27, was" and "Mariam Sow, 27." from a figure."""
    if at != core or at < 2 or end != core + 1 or len(read[core].text) > 2:
        return False
    if read[core].kind == "number" and end < len(read) and read[end].text == ",":
        return read[at - 2].kind == "word" and read[at - 2].lower not in (
            "dead",
            "injured",
            "killed",
        )
    return read[at - 2].text[:1].isupper() and (end >= len(read) or read[end].text in ",.;)(")


def _article(read: Sequence[Token], at: int, text: str) -> CountPhrase | None:
    word = read[at].lower
    if word not in ("a", "an", "another"):
        return None
    if word != "another" and (at + 1 >= len(read) or read[at + 1].kind not in ("word", "mixed")):
        return None
    token = read[at]
    return CountPhrase(
        at, at + 1, token.start, token.end, Count.of(1, text=token.text), "article", at,
        more=word == "another",
    )  # fmt: skip
