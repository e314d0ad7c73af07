"""What stands before the head of a title phrase: "Zorix's former deputy foreign [minister]"."""

import attrs

from newsfacts_actors import lexicon as lex
from newsfacts_actors.owners import bare_possessive, bracketed
from newsfacts_actors.scan import Scan
from newsfacts_actors.title_heads import is_chief
from newsfacts_actors.tokens import CAPITAL, LOWER, POSSESSIVE, UPPER

DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "this", "that", "our", "one"}
)
_PARTIES = frozenset(
    {"christian", "democrat", "democratic", "republican", "social", "socialist", "conservative",
     "liberal", "communist", "green", "labour", "labor", "nationalist"}
)  # fmt: skip
_CHOSEN = frozenset({"named", "appointed", "elected", "re-elected"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_POSSESSORS = ("the", "his", "her", "a")
_NO_ADJECTIVE = frozenset(
    {"of", "for", "at", "from", "with", "in", "on", "to", "and", "or", "both", "including", "not"}
)
_WAS = ("ex-", "then-")
_SINCE = ("-led", "-backed", "-based", "-born")
_NAMING_MORE = lex.MODIFIER | lex.PORTFOLIO | lex.SUBJECT | lex.TITLE
_ADJECTIVES = ("a", "an", "the", "his", "her", "their", "its")
_REACH = 60
"""Words before its head in which a title phrase is sought."""


@attrs.define
class Front:
    """What has been read before a head, from right to left.

    Words `first` on are of the title itself, words `start` on of the whole phrase; `at` is the
    leftmost word taken. `owner` is the index of the organisation's mention, `country` the state
    served and `mention` the index of its mention. `owned` says that an owner has been read.
    """

    scan: Scan
    sentence: int
    head: int
    first: int
    start: int
    at: int
    former: bool
    owner: int | None = None
    country: str | None = None
    mention: int | None = None
    owned: bool = False
    definite: bool = False
    article: bool = False

    def step(self) -> bool:
        """Take in the word before, or the name that ends there; False where the phrase begins."""
        scan, before = self.scan, self.at - 1
        words, bits = scan.words, scan.bits
        index = scan.owner[before]
        if index >= 0:
            return self._take_name(index)
        word = words.words[before]
        if word == "." and before - 1 >= self.sentence and bits[before - 1] & lex.RANK:
            self.at = before
            return True
        body = bracketed(scan, before, self.sentence) if word == ")" else None
        if body is not None and not self.owned:
            self.owner, self.country, self.owned = body, scan.mention(body).country, True
            self.start = self.at = scan.mention(body).first
            return True
        if words.kinds[before] == POSSESSIVE or bare_possessive(scan, before, self.sentence):
            self._take_possessor(before)
            return False
        if self._describes(before):
            self.at = self.start = before
            return True
        if self._ends_at(before):
            return False
        return self._take_words(before)

    def _take_name(self, index: int) -> bool:
        """Take in the name of an owner: "[Togo] foreign minister"."""
        name = self.scan.mention(index)
        if name.kind == "person" or self.owned:
            return False
        self.owned, self.country = True, name.country
        if name.kind == "organization":
            self.owner = index
        else:
            self.mention = index
        self.start = self.at = name.first
        return True

    def _take_possessor(self, mark: int) -> None:
        """Take in who stands before a possessive mark: nothing before is of the phrase."""
        scan = self.scan
        self.definite = True
        if mark - 1 < self.sentence:
            return
        index = scan.owner[mark - 1]
        if index >= 0 and not self.owned:
            possessor = scan.mention(index)
            if possessor.kind == "organization":
                self.owner, self.country = index, possessor.country
            elif possessor.kind == "country":
                self.country, self.mention = possessor.country, index
            self.start = possessor.first
            self.owned = True
            return
        self.start = mark - 1
        if self.start > self.sentence and scan.words.lowers[self.start - 1] in _POSSESSORS:
            self.start -= 1

    def _describes(self, before: int) -> bool:
        """Tell a word that describes the holder and is not of the title: "former", "then-"."""
        words, bit = self.scan.words, self.scan.bits[before]
        kind, lower = words.kinds[before], words.lowers[before]
        if kind in (LOWER, CAPITAL, UPPER) and bit & lex.FORMER:
            self.former = True
            return True
        if kind == LOWER and (bit & lex.REMARK or lower.endswith(_SINCE)):
            return True
        if lower.endswith("-year-old"):
            return True
        if lower.startswith(_WAS):
            self.former = True
            if lex.word_bits().get(lower.partition("-")[2], 0) & _NAMING_MORE:
                self.first = before  # "ex-foreign minister", not "then-US president"
            return True
        return False

    def _ends_at(self, before: int) -> bool:
        """Tell another phrase: "army chief [General]", "was elected [chairman]"."""
        scan = self.scan
        words, bits = scan.words, scan.bits
        bit, kind = bits[before], words.kinds[before]
        if (
            bits[self.head] & lex.RANK
            and bit & (lex.OFFICE | lex.STATE | lex.OCCUPATION)
            and (not bit & lex.MODIFIER or is_chief(scan, before))
            and (not bit & lex.RANK or kind == LOWER)
            and words.kinds[self.head] == CAPITAL
        ):
            return True
        if words.lowers[before] == "staff" and words.lowers[before - 1] == "of" and before:
            return True  # "chief of staff [General]"
        return words.lowers[before] in _CHOSEN and not _describing(scan, before, self.sentence)

    def _take_words(self, before: int) -> bool:
        """Take in a word of the title, or several: "[deputy] minister", "[labour and] health"."""
        scan, at, sentence = self.scan, self.at, self.sentence
        words, bits = scan.words, scan.bits
        bit, kind = bits[before], words.kinds[before]
        if kind in (LOWER, CAPITAL, UPPER) and (
            bit & (lex.MODIFIER | lex.TITLE | lex.PORTFOLIO)
            or (kind == CAPITAL and bit & lex.SUBJECT)
        ):
            if bit & (lex.SPEECH | lex.ACT) and kind == LOWER and not bit & lex.MODIFIER:
                return False
            return self._reach(before)
        if (
            words.words[before] in ("and", "&")
            and before - 1 >= sentence
            and bits[at] & (lex.PORTFOLIO | lex.SUBJECT)
            and bits[before - 1] & (lex.PORTFOLIO | lex.SUBJECT)
            and not bits[before - 1] & lex.TITLE
        ):
            return self._reach(before - 1)
        if self.owned:
            return False
        if kind in (CAPITAL, UPPER) and not bit & (lex.NOT_NAME | lex.HONORIFIC):
            return self._reach(before)
        if kind == LOWER and _matter(scan, before, at, sentence):
            return self._reach(before)  # "the province's [river] transport commissioner"
        reached = _unknown_words(scan, at, sentence)
        return reached < at and self._reach(reached)

    def _reach(self, at: int) -> bool:
        self.at = self.start = at
        if not self.owned:
            self.first = at
        return True


def read_front(scan: Scan, head: int) -> Front:
    """Read from a head to the left, up to where its title phrase begins."""
    sentence = max(scan.bounds(head)[0], head - _REACH)
    lowers = scan.words.lowers
    front = Front(scan, sentence, head, head, head, head, lowers[head].startswith(_WAS))
    while front.at > sentence and front.step():
        pass
    if front.definite:
        return front  # it begins with a possessive
    if lowers[head] == "member":
        while front.first < head and lowers[front.first] in _PARTIES:
            front.first += 1  # "a Socialist member of the assembly"
    front.definite = front.owned and front.mention is None
    if front.at > sentence and lowers[front.at - 1] in DETERMINERS:
        front.definite = lowers[front.at - 1] in _DEFINITE
        front.article = not front.definite
        front.start = front.at - 1
    elif front.owned or front.at == sentence:
        front.definite = True
    return front


def _describing(scan: Scan, at: int, sentence: int) -> bool:
    """Tell whether a participle describes an office: "the newly [elected] chairman"."""
    if at == sentence:
        return True
    before = scan.words.lowers[at - 1]
    return before in DETERMINERS or before.endswith("ly")


def _matter(scan: Scan, before: int, at: int, sentence: int) -> bool:
    """Tell whether a noun behind an owner is of an office: "the port's [road] safety chief"."""
    if before <= sentence or scan.words.kinds[before - 1] != POSSESSIVE:
        return False
    matter = scan.bits[before] & (lex.SUBJECT | lex.PLACE_NOUN)
    return bool(matter and scan.bits[at] & (lex.PORTFOLIO | lex.SUBJECT))


def _unknown_words(scan: Scan, at: int, sentence: int) -> int:
    """Take in up to three unknown words behind a comma and an article: ", a soft-spoken miner"."""
    words = scan.words
    for steps in range(1, 5):
        before = at - steps
        if before <= sentence:
            return at
        if words.words[before] == "," and steps > 1 and before - 1 >= sentence:
            owned = scan.at(before - 1)
            return before + 1 if owned is not None and owned.kind == "person" else at
        if words.lowers[before] in _ADJECTIVES:
            return before + 1 if steps > 1 and words.words[before - 1] == "," else at
        if (
            words.kinds[before] != LOWER
            or scan.bits[before] & (lex.BOUNDARY | lex.SPEECH)
            or words.lowers[before] in _NO_ADJECTIVE
        ):
            return at
    return at
