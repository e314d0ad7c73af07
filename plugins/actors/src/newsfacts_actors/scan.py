"""The state of reading one article: its words, what each can be, and the mentions found."""

from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.lexicon import word_bits
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, UPPER, Words

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
    if after in ("elect", "designate"):
        return table.get(before, 0) & lex.TITLE
    return 0


class _Bits(dict[str, int]):
    """What each word in lower case can be, compounds among them; worked out once."""

    def __missing__(self, lower: str) -> int:
        if len(self) > 1 << 16:
            self.clear()
        bits = word_bits().get(lower, 0)
        if not bits and "-" in lower:
            bits = _compound_title(lower)
        self[lower] = bits
        return bits


class _Openings(dict[str, int]):
    """Whether a word as it stands can begin a known name, or a leader's; worked out once."""

    def __missing__(self, word: str) -> int:
        if len(self) > 1 << 16:
            self.clear()
        known = word in lex.known_names() or word in lex.known_names_upper() or "-" in word
        opening = self[word] = KNOWN * known | LEADER * (word in lex.leader_names())
        return opening


KNOWN, LEADER = 1, 2
_BITS = _Bits()
_OPENINGS = _Openings()
_MARKED = (
    lex.TITLE | lex.SPORT | lex.GROUP | lex.HEAD | lex.LOWER_HEAD | lex.BODY | lex.PAIR
    | lex.PRONOUN
)  # fmt: skip


class Scan:
    """One article being read: `owner[i]` is the index of the mention that word i belongs to."""

    def __init__(self, words: Words, upper: bool) -> None:
        self.words = words
        self.upper = upper
        self.bits = list(map(_BITS.__getitem__, words.lowers))
        # Words that can begin a name of the lexicons, with whose.
        self.openings = [
            (at, of) for at, of in enumerate(map(_OPENINGS.__getitem__, words.words)) if of
        ]
        # Words that can be the head of a title, a body's name or a group, and pronouns.
        self.marked = [at for at, bit in enumerate(self.bits) if bit & _MARKED]
        if upper:
            self._read_capitals()
        self.owner = [-1] * len(words.words)
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
