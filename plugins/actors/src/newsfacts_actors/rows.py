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
STRONG_PARTICLES = frozenset(
    {"al", "bin", "von", "van", "de", "del", "della", "di", "da", "dos", "el", "ibn", "abu", "ben",
     "ul", "bint"}
)  # fmt: skip


class Row(NamedTuple):
    """What is known of a word as it stands.

    `reach` is how far its end is from the end of the word before, `size` how long it is; `kind`,
    `lower` and `bits` are its kind, itself without case and what it can be. The marks tell
    whether it can begin a known name, or a leader's full name; whether it can be the head of a
    title, a body's name or a group, or a pronoun; whether a run of capitalised words can begin
    with it.
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
    opening: bool


def _compound_title(lower: str) -> int:
    """Give what "ex-minister", "vice-chair" or "president-elect" can be."""
    table = word_bits()
    before, _, after = lower.partition("-")
    if before in ("ex", "then", "vice", "deputy", "co", "interim"):
        return table.get(after, 0) & lex.TITLE
    if after in ("elect", "designate", "general"):
        return table.get(before, 0) & lex.TITLE
    return 0


def opens(kind: int, lower: str, bits: int) -> bool:
    """Tell whether a run of capitalised words can begin with a word."""
    if kind == LOWER:
        return bool(bits & lex.PARTICLE) and lower in STRONG_PARTICLES
    return kind in (CAPITAL, UPPER, INITIAL)


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
        opening=opens(kind, lower, bits),
    )


_WORDS = Memo(_row)


def _moved(row: Row, by: int) -> Row:
    return row._replace(reach=row.reach + by)


def _split(stretch: str) -> tuple[Row, ...]:
    """Give the words of a stretch without white space, behind one space."""
    first, *others = [_WORDS[part] for word in split(stretch) for part in parts(word)]
    return (_moved(first, 1), *others)


_STRETCHES = Memo(_split)


def rows(text: str, sentences: Sequence[TextRange]) -> tuple[list[Row], list[int]]:
    """Give the words of the sentences, and the first word of each, the number of words at last.

    Nothing but white space stands between sentences, nor between stretches of one.
    """
    found: list[Row] = []
    firsts: list[int] = []
    reached = 0
    for start, end in sentences:
        stretches = text[start:end].split()
        own = list(chain.from_iterable(map(_STRETCHES.__getitem__, stretches)))
        if len(" ".join(stretches)) != end - start:
            own = _apart(text, start, stretches)
        own[0] = _moved(own[0], start - reached - 1)
        firsts.append(len(found))
        found += own
        reached = end
    return found, [*(firsts or [0]), len(found)]


def _apart(text: str, start: int, stretches: Sequence[str]) -> list[Row]:
    """Give the words of stretches between which there is more than one space here and there."""
    found: list[Row] = []
    reached = start - 1
    for stretch in stretches:
        at = text.index(stretch, reached + 1)
        first, *others = _STRETCHES[stretch]
        found += (_moved(first, at - reached - 1), *others)
        reached = at + len(stretch)
    return found
