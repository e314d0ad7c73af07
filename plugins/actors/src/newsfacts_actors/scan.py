"""The state of reading one article: its words, what each can be, and the mentions found."""

from collections.abc import Sequence
from itertools import accumulate, compress
from operator import sub
from typing import Any, NamedTuple

from newsfacts.text import TextRange
from newsfacts_actors import lexicon as lex
from newsfacts_actors.rows import Row, capitalised, rows
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, MARK, UPPER, Words

_EVERYDAY = (
    lex.NOT_NAME | lex.BOUNDARY | lex.SPEECH | lex.ACT | lex.GROUP | lex.TITLE | lex.MODIFIER
    | lex.GROUP_MODIFIER
)  # fmt: skip
# Names of prizes that are given names above all.
_PRIZES = frozenset({"oscar"})
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


def read(text: str, sentences: Sequence[TextRange]) -> "Scan":
    """Split a text into words and look each of them up."""
    found, firsts, before = rows(text, sentences)
    columns: Any = zip(*found, strict=True) if found else ((),) * len(Row._fields)
    reaches, sizes, words, kinds, lowers, bits, *marks = columns
    reaches = list(reaches)
    for at, farther in before:
        reaches[at] += farther
    ends = list(accumulate(reaches))
    starts = list(map(sub, ends, sizes))
    of = Words(text, list(words), list(lowers), starts, ends, list(kinds), firsts)
    every = range(len(ends))
    return Scan(of, list(bits), Marks(*(list(compress(every, mark)) for mark in marks)))


def is_upper_case(words: Words) -> bool:
    """Tell whether a text is written in capitals throughout: most of its words are."""
    kinds = words.kinds
    high = kinds.count(UPPER)
    alone = high > 3 and LOWER not in kinds and CAPITAL not in kinds
    return (high > 5 or alone) and high > 2 * (len(kinds) - kinds.count(MARK) - high)


class Marks(NamedTuple):
    """The words of an article that have each of the marks of `Row`."""

    known: list[int]
    leaders: list[int]
    marked: list[int]
    capitals: list[int]
    beginnings: list[int]


class Scan:
    """One article being read: `owner[i]` is the index of the mention that word i belongs to."""

    def __init__(self, words: Words, bits: list[int], marks: Marks) -> None:
        self.words = words
        self.bits = bits
        self.upper = is_upper_case(words)
        # Words that can begin a name of the lexicons, and a leader's full name.
        self.known = marks.known
        self.leaders = marks.leaders
        # Words that can be the head of a title, a body's name or a group, and pronouns.
        self.marked = marks.marked
        # Words with a capital, and those of them that can begin a person's name.
        self.capitals = marks.capitals
        self.beginnings = marks.beginnings
        if self.upper:
            self._read_capitals()
            forms = zip(words.kinds, words.lowers, bits, strict=True)
            self.capitals = [at for at, form in enumerate(forms) if capitalised(*form)]
            self.beginnings = self.capitals
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
            named = named or lower in _PRIZES
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
