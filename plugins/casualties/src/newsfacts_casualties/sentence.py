"""A sentence as it is read: its tokens and the noun phrases of people in it."""

from collections.abc import Callable, Container, Sequence
from itertools import compress
from operator import itemgetter

import attrs

from newsfacts import Count
from newsfacts.model import passing
from newsfacts.text import CountPhrase, Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.word_roles import IN_PHRASE

IsName = Callable[[int, int], "bool | None"]


@passing
class NounPhrase:
    """A noun phrase of people: tokens `first` to `last` (exclusive).

    `count` is what its words say of the number; `kind` the kind of victim; `head` the token of the
    noun, or -1 for a bare number; `known` is whether the noun is known to mean people; `harm` is
    the harm that an adjective or the noun itself states ("two dead men", "12 bodies"); `total` the
    number of which it is a part; `more` is true of "another 12", "12 others"; `name` of a name;
    `pronoun` of a pronoun; `article` of "a", "an" or no determiner at all before a singular.
    """

    first: int
    last: int
    count: Count
    head: int = -1
    kind: str | None = None
    known: bool = True
    harm: str | None = None
    total: int | None = None
    partitive: bool = False
    more: bool = False
    name: bool = False
    pronoun: bool = False
    definite: bool = False
    bare_plural: bool = False
    victims_first: int = -1
    victims_last: int = -1
    ordinal: bool = False


WORD = itemgetter(1)
"""The lower-case text of a token: faster by its index than by its name."""

_EMPTY: tuple[tuple[()], ...] = ((), (), (), (), ())


def _unknown(start: int, end: int) -> bool | None:
    return None


@attrs.define
class Sentence:
    """A sentence read once: its tokens and the noun phrases of people in it.

    `texts` and `kinds` are those of the tokens, `words` the tokens in lower case, `vocabulary` the
    set of them, `roles` what each makes of a phrase of people;
    `starting` and `covering` give the index of the phrase that begins at a token or holds it;
    `matched` and `event_nouns` keep what has been looked up.
    """

    text: str
    start: int
    end: int
    read: list[Token]
    groups: list[NounPhrase] = attrs.field(factory=list)
    upper: bool = False
    counts: dict[int, CountPhrase] = attrs.field(factory=dict)
    is_name: IsName = _unknown
    starting: dict[int, int] = attrs.field(factory=dict)
    covering: dict[int, int] = attrs.field(factory=dict)
    words: list[str] = attrs.field(init=False)
    roles: list[str] = attrs.field(init=False)
    texts: Sequence[str] = attrs.field(init=False)
    kinds: Sequence[str] = attrs.field(init=False)
    vocabulary: set[str] = attrs.field(init=False)
    _titled: bool | None = attrs.field(init=False, default=None)
    event_nouns: Sequence[int] | None = attrs.field(init=False, default=None)
    matched: dict[tuple[str, str, str], Sequence[tuple[int, int]]] = attrs.field(
        init=False, factory=dict
    )

    def __attrs_post_init__(self) -> None:
        self.texts, words, _, _, self.kinds = zip(*self.read, strict=True) if self.read else _EMPTY
        self.words = [*words]
        self.roles = [*map(IN_PHRASE.__getitem__, self.texts)]
        self.vocabulary = set(words)

    @property
    def titled(self) -> bool:
        """Tell a headline whose words begin with capitals: "Quake Kills Six in Duvel"."""
        if self._titled is None:
            long = [
                token.text
                for token in self.read
                if token.kind == "word" and token.end - token.start > 3
            ]
            low = sum(word[0].islower() for word in long)
            self._titled = len(long) >= 3 and not self.upper and low * 6 <= len(long)
        return self._titled

    def positions(self, words: Container[str]) -> list[int]:
        """Give the tokens whose word, in lower case, is one of some."""
        return [*compress(range(len(self.words)), map(words.__contains__, self.words))]

    def span_text(self, first: int, last: int) -> str:
        """Give the words from one token to another (exclusive)."""
        return self.text[self.read[first].start : self.read[last - 1].end]

    def phrases(self, table: str, section: str, name: str) -> Sequence[tuple[int, int]]:
        """Give where the phrases of a lexicon's list stand, longest first at each token."""
        key = (table, section, name)
        found = self.matched.get(key)
        if found is None:
            listed = lexicon.phrase_table(table, section, name)
            found = self.matched[key] = (
                self._matches(listed) if listed.may_stand_in(self.vocabulary) else ()
            )
        return found

    def _matches(self, listed: lexicon.PhraseList) -> list[tuple[int, int]]:
        found = []
        words, phrases = self.words, listed.phrases
        first, second = listed.first, listed.second
        for at in self.positions(first):
            word = words[at]
            behind = second[word]
            if behind is None or (at + 1 < len(words) and words[at + 1] in behind):
                for parts in phrases[word]:
                    end = at + len(parts)
                    if words[at:end] == parts:
                        found.append((at, end))
                        break
        return found
