"""What each word of an article is, as far as the word alone tells."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from newsfacts.text import Memo, TextRange
from newsfacts_actors import lexicon as lex
from newsfacts_actors.lexicon import word_bits
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, UPPER, form, parts, split

_MARKED = (
    lex.TITLE | lex.SPORT | lex.GROUP | lex.HEAD | lex.LOWER_HEAD | lex.BODY | lex.PAIR
    | lex.PRONOUN
)  # fmt: skip
NO_PART = (
    lex.NOT_NAME | lex.TITLE | lex.HONORIFIC | lex.MODIFIER | lex.HEAD | lex.SUBJECT
    | lex.PLACE_NOUN | lex.OTHER_NOUN | lex.PORTFOLIO
)  # fmt: skip
_ANYWAY = lex.GIVEN | lex.AMBIGUOUS | lex.FAMILY_FIRST
STRONG_PARTICLES = frozenset(
    {"al", "bin", "von", "van", "de", "del", "della", "di", "da", "dos", "el", "ibn", "abu", "ben",
     "ul", "bint"}
)  # fmt: skip


class Row(NamedTuple):
    """What is known of a word as it stands.

    `reach` is how far its end is from the end of the word before, `size` how long it is; `kind`,
    `lower` and `bits` are its kind, itself without case and what it can be. The marks tell
    whether it can begin a known name, or a leader's full name; whether it can be the head of a
    title, a body's name or a group, or a pronoun; whether it has a capital, or is a particle that
    stands for one; whether a person's name can begin with it where capitals tell something.
    """

    reach: int
    size: int
    word: str
    kind: int
    lower: str
    bits: int
    known: bool
    leader: bool
    marked: bool
    capital: bool
    beginning: bool


def _compound_title(lower: str) -> int:
    """Give what "ex-minister", "vice-chair" or "president-elect" can be."""
    table = word_bits()
    before, _, after = lower.partition("-")
    if before in ("ex", "then", "vice", "deputy", "co", "interim", "sub", "under", "assistant"):
        return table.get(after, 0) & lex.TITLE
    if after in ("elect", "designate", "general"):
        return table.get(before, 0) & lex.TITLE
    return 0


def capitalised(kind: int, lower: str, bits: int) -> bool:
    """Tell whether a run of capitalised words can begin with a word."""
    if kind == LOWER:
        return bool(bits & lex.PARTICLE) and lower in STRONG_PARTICLES
    return kind in (CAPITAL, UPPER, INITIAL)


def _begins(kind: int, lower: str, bits: int) -> bool:
    """Tell whether a person's name may begin with a word, whatever stands beside it."""
    if kind == UPPER:
        return bool(bits & lex.GIVEN)
    if kind == CAPITAL:
        return not bits & NO_PART or bool(bits & _ANYWAY)
    return capitalised(kind, lower, bits)


def _row(word: str) -> Row:
    kind, lower = form(word)
    bits = word_bits().get(lower, 0)
    if not bits and "-" in lower:
        bits = _compound_title(lower)
    return Row(
        len(word),
        len(word),
        word,
        kind,
        lower,
        bits,
        known=word in lex.known_names() or word in lex.known_names_upper() or "-" in word,
        leader=word in lex.leader_names(),
        marked=bool(bits & _MARKED),
        capital=capitalised(kind, lower, bits),
        beginning=_begins(kind, lower, bits),
    )


_WORDS = Memo(_row)


def _split(stretch: str) -> tuple[Row, ...]:
    """Give the words of a stretch without white space, behind one space."""
    first, *others = [_WORDS[part] for word in split(stretch) for part in parts(word)]
    return (first._replace(reach=first.reach + 1), *others)


_STRETCHES = Memo(_split)


class Rows(NamedTuple):
    """The words of an article, and the first word of each sentence, their number at last.

    `before` gives, for words that do not stand as far behind the word before as their `reach` has
    it, by how much they stand farther.
    """

    found: list[Row]
    firsts: list[int]
    before: list[tuple[int, int]]


def rows(text: str, sentences: Sequence[TextRange]) -> Rows:
    """Look up the words of the sentences.

    Nothing but white space stands between sentences, nor between stretches of one.
    """
    found: list[Row] = []
    firsts: list[int] = []
    before: list[tuple[int, int]] = []
    reached = 0
    for start, end in sentences:
        first = len(found)
        firsts.append(first)
        before.append((first, start - reached - 1))
        stretches = text[start:end].split()
        if len(" ".join(stretches)) == end - start:
            found += chain.from_iterable(map(_STRETCHES.__getitem__, stretches))
        else:
            _apart(text, start, stretches, found, before)
        reached = end
    return Rows(found, [*(firsts or [0]), len(found)], before)


def _apart(
    text: str,
    start: int,
    stretches: Sequence[str],
    found: list[Row],
    before: list[tuple[int, int]],
) -> None:
    """Add the words of stretches between which there is more than one space here and there."""
    reached = start - 1
    for stretch in stretches:
        at = text.index(stretch, reached + 1)
        before.append((len(found), at - reached - 1))
        found += _STRETCHES[stretch]
        reached = at + len(stretch)
