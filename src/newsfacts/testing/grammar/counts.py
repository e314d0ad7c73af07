"""Numbers of people in every manner of the record's count table."""

from typing import Any

import attrs
from hypothesis import strategies as st

from newsfacts.testing.grammar.pieces import choose
from newsfacts.testing.grammar.words import in_digits, in_words

MODIFIERS = (
    "exact", "at_least", "more_than", "about", "nearly", "at_most", "fewer_than", "between",
    "vague", "unspecified",
)  # fmt: skip

WORDINGS = {
    "at_least": ("at least {n}", "no fewer than {n}", "a minimum of {n}"),
    "more_than": ("more than {n}", "over {n}", "upwards of {n}"),
    "about": (
        "about {n}", "some {n}", "around {n}", "roughly {n}", "approximately {n}",
        "an estimated {n}",
    ),
    "nearly": ("nearly {n}", "almost {n}", "close to {n}"),
    "at_most": ("up to {n}", "as many as {n}", "no more than {n}"),
    "fewer_than": ("fewer than {n}", "less than {n}", "under {n}"),
}  # fmt: skip
RANGES = ("between {a} and {b}", "{a} to {b}", "{a}-{b}")
VAGUE = (
    ("dozens of {people}", 24, 99),
    ("several {people}", 3, 9),
    ("hundreds of {people}", 200, 999),
    ("a few {people}", 3, 9),
    ("scores of {people}", 40, 99),
    ("thousands of {people}", 2_000, 9_999),
    ("several dozen {people}", 36, 99),
    ("a handful of {people}", 3, 9),
    ("tens of thousands of {people}", 20_000, 99_999),
    ("hundreds of thousands of {people}", 200_000, 999_999),
)
BARE = ("{people}", "a number of {people}")


@attrs.frozen
class Noun:
    """Who is counted; `kind` is a victim kind of the record, or None to say nothing of it."""

    one: str
    many: str
    kind: str | None = None


PEOPLE = Noun("person", "people")
VICTIMS = (
    PEOPLE,
    Noun("civilian", "civilians", "civilian"),
    Noun("soldier", "soldiers", "military"),
    Noun("police officer", "police officers", "police"),
    Noun("child", "children", "child"),
    Noun("woman", "women", "woman"),
    Noun("journalist", "journalists", "journalist"),
    Noun("nurse", "nurses", "medic"),
    Noun("aid worker", "aid workers", "aid_worker"),
    Noun("villager", "villagers"),
    Noun("passenger", "passengers"),
    Noun("student", "students"),
    Noun("miner", "miners"),
)

_EXACT = (3, 2, 12, 5, 7, 17, 1, 34, 45, 120, 1_204, 29_195)
_ROUND = (20, 30, 10, 50, 100, 200, 1_500, 3_000, 30_000)
_BIG = (1_200_000, 2_000_000)
_exact_numbers = st.sampled_from(_EXACT) | st.integers(2, 9_999)


@attrs.frozen
class Counted:
    """A number of people in words: `text` with the noun, and the fields that it asserts."""

    text: str
    modifier: str
    singular: bool
    fields: tuple[tuple[str, Any], ...]
    value: int | None = None

    @property
    def was(self) -> str:
        """The past of "be" that agrees."""
        return "was" if self.singular else "were"

    def slots(self) -> dict[str, str]:
        """Give the words and the verb forms that agree with them."""
        one = self.singular
        return {
            "n": self.text,
            "were": "was" if one else "were",
            "are": "is" if one else "are",
            "have": "has" if one else "have",
            "remain": "remains" if one else "remain",
            "lives": "life" if one else "lives",
            "deaths": "death" if one else "deaths",
            "bodies": "body" if one else "bodies",
        }


def count_fields(value: int, modifier: str) -> tuple[tuple[str, Any], ...]:
    """Give a stated figure's fields by the record's table of modifiers."""
    low, high = {
        "exact": (value, value),
        "about": (None, None),
        "nearly": (None, value),
        "at_least": (value, None),
        "more_than": (value + 1, None),
        "at_most": (None, value),
        "fewer_than": (0, value - 1),
    }[modifier]
    return _fields(value, low, high, modifier)


def _fields(
    value: int | None, low: int | None, high: int | None, modifier: str
) -> tuple[tuple[str, Any], ...]:
    return (
        ("count.value", value),
        ("count.low", low),
        ("count.high", high),
        ("count.modifier", modifier),
    )


def write_number(draw: st.DrawFn, number: int) -> str:
    """Write a number in digits or in words, whichever a wire might."""
    words = in_words(number)
    if words is None:
        return in_digits(number)
    return choose(draw, (words, in_digits(number)) if number < 10 else (in_digits(number), words))


def exact_count(draw: st.DrawFn, noun: Noun, number: int) -> Counted:
    """Count people exactly."""
    if number == 1:
        article = "an" if noun.one[0] in "aeiou" else "a"
        text = f"{choose(draw, (article, 'one'))} {noun.one}"
    else:
        text = f"{write_number(draw, number)} {noun.many}"
    return Counted(text, "exact", number == 1, count_fields(number, "exact"), number)


def counted(
    draw: st.DrawFn, noun: Noun, modifiers: tuple[str, ...] = MODIFIERS, *, big: bool = False
) -> Counted:
    """Count people in one of the manners given; `big` allows millions."""
    modifier = choose(draw, modifiers)
    if modifier == "exact":
        return exact_count(draw, noun, draw(_exact_numbers))
    if modifier == "between":
        low = choose(draw, (15, 3, 20, 100, 1_000))
        high = low + choose(draw, (5, 2, 10) if low < 100 else (50, 100))
        pattern = choose(draw, RANGES)
        written = (
            [in_words(low) or "", in_words(high) or ""]
            if high < 11 and "-" not in pattern
            else [in_digits(low), in_digits(high)]
        )
        text = f"{pattern.format(a=written[0], b=written[1])} {noun.many}"
        return Counted(text, modifier, False, _fields(None, low, high, modifier))
    if modifier == "vague":
        pattern, low, high = choose(draw, VAGUE)
        fields = _fields(None, low, high, modifier)
        return Counted(pattern.format(people=noun.many), modifier, False, fields)
    if modifier == "unspecified":
        text = choose(draw, BARE).format(people=noun.many)
        return Counted(text, modifier, False, _fields(None, 2, None, modifier))
    number = choose(draw, _ROUND + _BIG if big else _ROUND)
    if modifier == "at_least":  # the one modifier that is ordinary with small and odd numbers
        number = choose(draw, (12, 3, 45, 1, *_ROUND))
    wording = WORDINGS[modifier][0] if number == 1 else choose(draw, WORDINGS[modifier])
    noun_text = noun.one if number == 1 else noun.many
    text = f"{wording.format(n=write_number(draw, number))} {noun_text}"
    return Counted(text, modifier, number == 1, count_fields(number, modifier), number)
