"""The state of reading one article: its words, what each can be, and the mentions found."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from newsfacts.text import TextRange
from newsfacts_actors import lexicon as lex
from newsfacts_actors.lexicon import word_bits
from newsfacts_actors.tokens import (
    CAPITAL,
    INITIAL,
    LOWER,
    MARK,
    UPPER,
    Words,
    form,
    openings,
    parts,
    positions,
    split,
)

_EVERYDAY = (
    lex.NOT_NAME | lex.BOUNDARY | lex.SPEECH | lex.ACT | lex.GROUP | lex.TITLE | lex.MODIFIER
    | lex.GROUP_MODIFIER
)  # fmt: skip
# Endings of everyday words that are hardly ever a name's.
_ENDINGS = (
    "ed", "ing", "ly", "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ous", "ful",
    "less", "able", "ible", "ity", "ities", "ance", "ence", "ive", "ism", "ists", "ical", "ies",
    "ates", "ized", "ship", "ward", "wards",
)  # fmt: skip


class Mention(NamedTuple):
    """A mention at words `first` to before `last`.

    `how` says what it is known by: `name`, `demonym`, `metonym`, `form`, `acronym`, `short`.
    `same` is the index of the mention that it repeats.
    """

    first: int
    last: int
    kind: str
    name: str
    country: str | None = None
    how: str = "name"
    same: int | None = None


def _compound_title(lower: str) -> int:
    """Give what "ex-minister", "vice-chair" or "president-elect" can be."""
    table = word_bits()
    before, _, after = lower.partition("-")
    if before in ("ex", "then", "vice", "deputy", "co", "interim"):
        return table.get(after, 0) & lex.TITLE
    if after in ("elect", "designate", "general"):
        return table.get(before, 0) & lex.TITLE
    return 0


class _Form(NamedTuple):
    """What is known of a word as it stands: its kind, itself without case, its bits, its marks."""

    kind: int
    lower: str
    bits: int
    marks: int


KNOWN, LEADER, MARKED, OPENING = 1, 2, 4, 8
"""Marks of a word: it can begin a known name, or a leader's full name; it can be the head of a
title, a body's name or a group, or a pronoun; a run of capitalised words can begin with it."""

_MOST = 1 << 14
_MARKED = (
    lex.TITLE | lex.SPORT | lex.GROUP | lex.HEAD | lex.LOWER_HEAD | lex.BODY | lex.PAIR
    | lex.PRONOUN
)  # fmt: skip
STRONG_PARTICLES = frozenset(
    {"al", "bin", "von", "van", "de", "del", "della", "di", "da", "dos", "el", "ibn", "abu", "ben",
     "ul", "bint"}
)  # fmt: skip


class _Forms(dict[str, "_Form | None"]):
    """The form of each word, worked out once; None for two words that were run together."""

    def __missing__(self, word: str) -> _Form | None:
        if len(self) > _MOST:
            self.clear()
        found = self[word] = None if len(parts(word)) > 1 else _form(word)
        return found


def _form(word: str) -> _Form:
    kind, lower = form(word)
    bits = word_bits().get(lower, 0)
    if not bits and "-" in lower:
        bits = _compound_title(lower)
    marks = MARKED if bits & _MARKED else 0
    if word in lex.known_names() or word in lex.known_names_upper() or "-" in word:
        marks |= KNOWN
    if word in lex.leader_names():
        marks |= LEADER
    particle = kind == LOWER and bits & lex.PARTICLE and lower in STRONG_PARTICLES
    if particle or kind in (CAPITAL, UPPER, INITIAL):
        marks |= OPENING
    return _Form(kind, lower, bits, marks)


_FORMS = _Forms()


def read(text: str, sentences: Sequence[TextRange]) -> "Scan":
    """Split a text into words and look each of them up."""
    words = split(text)
    forms = list(map(_FORMS.__getitem__, words))
    if None in forms:
        words = [part for word in words for part in parts(word)]
        forms = list(map(_FORMS.__getitem__, words))
    columns: Any = zip(*forms, strict=True) if forms else ((), (), (), ())
    kinds, lowers, bits, marks = map(list, columns)
    starts, ends = positions(text, words)
    of = Words(text, words, lowers, starts, ends, kinds, openings(starts, sentences))
    return Scan(of, bits, marks)


def is_upper_case(words: Words) -> bool:
    """Tell whether a text is written in capitals throughout: most of its words are."""
    kinds = words.kinds
    high = kinds.count(UPPER)
    alone = high > 3 and LOWER not in kinds and CAPITAL not in kinds
    return (high > 5 or alone) and high > 2 * (len(kinds) - kinds.count(MARK) - high)


def _opening(scan: "Scan", at: int) -> int:
    """Tell again whether a run can begin with a word of upper-case copy, whose kind has changed."""
    kind, lower = scan.words.kinds[at], scan.words.lowers[at]
    particle = kind == LOWER and scan.bits[at] & lex.PARTICLE and lower in STRONG_PARTICLES
    return OPENING if particle or kind in (CAPITAL, UPPER, INITIAL) else 0


class Scan:
    """One article being read: `owner[i]` is the index of the mention that word i belongs to."""

    def __init__(self, words: Words, bits: list[int], marks: list[int]) -> None:
        self.words = words
        self.bits = bits
        self.upper = is_upper_case(words)
        marked = [(at, mark) for at, mark in enumerate(marks) if mark]
        # Words that can begin a name of the lexicons, with whose.
        self.openings = [each for each in marked if each[1] & (KNOWN | LEADER)]
        # Words that can be the head of a title, a body's name or a group, and pronouns.
        self.marked = [at for at, mark in marked if mark & MARKED]
        if self.upper:
            self._read_capitals()
            marked = [(at, _opening(self, at)) for at in range(len(bits))]
        self.capitals = [at for at, mark in marked if mark & OPENING]
        self.owner = [-1] * len(bits)
        self.mentions: list[Mention | None] = []
        self.sentence_of: list[int] = []
        for number, first in enumerate(words.sentences[:-1]):
            self.sentence_of += [number] * (words.sentences[number + 1] - first)

    def _read_capitals(self) -> None:
        """Tell names from other words in upper-case copy, by what the lexicons know of a word."""
        kinds = self.words.kinds
        for at, kind in enumerate(kinds):
            if kind not in (UPPER, CAPITAL):
                continue
            bit, lower = self.bits[at], self.words.lowers[at]
            named = bit & (lex.GIVEN | lex.FAMILY_FIRST) and not bit & _EVERYDAY
            if named or (bit & (lex.HEAD | lex.SUBJECT) and not bit & lex.NOT_NAME):
                kinds[at] = CAPITAL
            elif (bit and not bit & lex.AMBIGUOUS) or bit & _EVERYDAY or lower.endswith(_ENDINGS):
                kinds[at] = LOWER
            else:
                kinds[at] = CAPITAL

    def add(self, mention: Mention) -> int:
        """File a mention; those inside it are dropped."""
        index = len(self.mentions)
        for at in range(mention.first, mention.last):
            old = self.owner[at]
            if old >= 0:
                self._drop(old)
            self.owner[at] = index
        self.mentions.append(mention)
        return index

    def _drop(self, index: int) -> None:
        mention = self.mentions[index]
        if mention is not None:
            for at in range(mention.first, mention.last):
                if self.owner[at] == index:
                    self.owner[at] = -1
            self.mentions[index] = None

    def mention(self, index: int) -> Mention:
        """Give a mention that is still there.

        Raises:
            LookupError: it was dropped for a longer one.
        """
        found = self.mentions[index]
        if found is None:
            raise LookupError(f"mention {index} was dropped")
        return found

    def at(self, word: int) -> Mention | None:
        """Give the mention that a word belongs to."""
        index = self.owner[word]
        return self.mentions[index] if index >= 0 else None

    def starts_sentence(self, word: int) -> bool:
        """Tell whether a word is the first of its sentence or quotation."""
        words = self.words
        number = self.sentence_of[word]
        at = words.sentences[number]
        while at < word and words.words[at] in "\"“”'‘’«(-–—":
            at += 1
        return at == word or (word > 0 and words.words[word - 1] in '“"«:')

    def bounds(self, word: int) -> tuple[int, int]:
        """Give the first word of the sentence of a word, and the word after its last."""
        number = self.sentence_of[word]
        return self.words.sentences[number], self.words.sentences[number + 1]

    def capital(self, word: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.words.kinds[word] in (CAPITAL, UPPER, INITIAL)


def surname(scan: Scan, index: int) -> str:
    """Give the last word of a person's name in lower case, "" for a mention that was dropped."""
    mention = scan.mentions[index]
    return "" if mention is None else mention.name.rpartition(" ")[2].lower()
