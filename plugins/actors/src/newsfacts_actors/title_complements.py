"""What an office is of or for: "[spokesman] of the youth wing of the Zorix party"."""

import attrs

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.title_fronts import DETERMINERS
from newsfacts_actors.title_heads import is_head
from newsfacts_actors.tokens import CAPITAL, LOWER, MARK, POSSESSIVE

_NAMING = lex.TITLE | lex.HEAD | lex.LOWER_HEAD | lex.BODY | lex.SUBJECT | lex.PORTFOLIO
_OBJECTS = DETERMINERS | {"to"}
_ANEW = frozenset({"a", "an", "former", "ex", "then"})
_OWNING = frozenset({"of", "for", "at", "from", "with", "in", "on", "to"})
_LOOSE_ENDS = _OWNING | {"the", "a", "and"}
_LONGEST = 14


@attrs.define
class Complement:
    """What has been read behind a head, from word `first` on, up to before word `end`.

    `joiner` is the preposition that introduced what is being read, `coordinated` the last "and".
    `cut` is where the title ends though the phrase goes on: before its owner. `nested` says that
    another title stands inside.
    """

    scan: Scan
    first: int
    limit: int
    owner: int | None
    country: str | None
    mention: int | None
    at: int
    joiner: int
    end: int
    cut: int | None = None
    coordinated: int | None = None
    nested: bool = False

    @property
    def last(self) -> int:
        """The word before which the title itself ends."""
        if self.cut is not None:
            return self.cut
        return min(self.end, self.joiner) if self.nested else self.end

    def step(self) -> bool:
        """Take in the word at hand, or the name that begins there; False where the phrase ends."""
        scan, at = self.scan, self.at
        words, bit = scan.words, scan.bits[at]
        kind, lower = words.kinds[at], words.lowers[at]
        index = scan.owner[at]
        if index >= 0:
            return self._take_name(index)
        if kind == LOWER and lower in _OWNING:
            return self._take_preposition(lower)
        if kind == MARK and words.words[at] != "&":
            return self._take_mark()
        if lower == "and":
            if at + 1 < self.limit and words.lowers[at + 1] in _ANEW and at > self.joiner + 1:
                return False  # "envoy to Togo and a former Zorix prosecutor"
            self.coordinated = at
        if kind == POSSESSIVE:
            self.at += 1
            return True
        if kind == LOWER and (
            bit & lex.BOUNDARY or (bit & (lex.SPEECH | lex.ACT) and not bit & lex.MODIFIER)
        ):
            return False
        if self.cut is None and _ends_office(scan, at, self.joiner, self.limit):
            return False
        if bit & lex.TITLE and is_head(scan, at):
            if self.coordinated is not None and self.joiner < self.coordinated:
                self.end = self.coordinated
            elif bit & lex.RANK and words.lowers[at - 2 : at] == ["of", "staff"]:
                return False  # "chief of staff [General]": his rank, and no one else's
            else:
                self.nested = True
            return False
        self.at = self.end = at + 1
        return True

    def _take_name(self, index: int) -> bool:
        """Take in the name of an owner; that of a person ends the phrase."""
        name = self.scan.mention(index)
        if name.kind == "person":
            if _of_person(self.scan, self.at, self.first):
                self.at = self.end = name.last  # "aide to Mr Barzel, Petr Novak,"
            return False
        if name.kind == "organization":
            self._take_owner(index, name)
        elif name.kind == "country":
            self._take_country(index, name)
        self.at = self.end = name.last
        return True

    def _take_owner(self, index: int, name: Mention) -> None:
        if self.owner is None or self.scan.mention(self.owner).how == "party":
            self.owner = index
            self.country = self.country or name.country
            self._cut()

    def _take_country(self, index: int, name: Mention) -> None:
        if (
            self.country is None and self.owner is None
            and self.scan.words.lowers[self.joiner] in ("of", "from")
        ):  # fmt: skip
            self.country, self.mention = name.country, index
            if name.how != "metonym" and not _describes(self.scan, name.last, self.limit):
                self._cut()

    def _cut(self) -> None:
        self.cut = self.joiner if self.cut is None else self.cut

    def _take_preposition(self, lower: str) -> bool:
        """Go on behind a preposition, but not behind an owner: "minister of Togo [in] Lome"."""
        scan, at = self.scan, self.at
        if lower not in ("of", "for") and at > self.first and self.cut is not None:
            if lower == "to" and _accredited(scan, at, self.limit):
                self.end = scan.mention(scan.owner[at + 1]).last
            return False
        self.joiner = at
        self.at += 1
        return True

    def _take_mark(self) -> bool:
        """Go on behind an apostrophe or an opening quote: "the victims' families"."""
        words, at = self.scan.words, self.at
        mark = words.words[at]
        owning = mark in "'’" and words.lowers[at - 1].endswith("s")
        quoted = mark in '"“' and at + 1 < self.limit and words.kinds[at + 1] == CAPITAL
        if not (owning or quoted):
            return False
        self.at += 1
        return True

    def close(self) -> None:
        """Leave out what is joined to the office but not of it, and words that nothing follows."""
        scan, joined = self.scan, self.coordinated
        if (
            joined is not None
            and self.end > joined
            and _title_in(scan, joined, self.end, self.limit)
        ):
            self.end = joined
        while self.end > self.first and scan.words.lowers[self.end - 1] in _LOOSE_ENDS:
            self.end -= 1


def read_complement(
    scan: Scan,
    first: int,
    limit: int,
    owner: int | None,
    country: str | None,
    mention: int | None,
) -> Complement:
    """Read what follows a title's head from word `first` on, before word `limit`."""
    read = Complement(scan, first, limit, owner, country, mention, first, first, first)
    words = scan.words
    if first < limit and words.lowers[first] in _OWNING and words.kinds[first] == LOWER:
        while read.at < limit and read.at - first < _LONGEST and read.step():
            pass
        read.close()
    return read


def _accredited(scan: Scan, at: int, limit: int) -> bool:
    """Tell whether a country follows "to": "the ambassador of Qatar [to] Lebanon"."""
    owned = scan.at(at + 1) if at + 1 < limit else None
    return owned is not None and owned.kind == "country" and owned.how == "name"


def _ends_office(scan: Scan, at: int, joiner: int, limit: int) -> bool:
    """Tell whether a word behind "of" or "to" goes on with the sentence, not with the office.

    "the president [to] step down"; "the chancellor [of] trying"; "the chief of staff [of]
    all blame"; "the secretary of state conferred"; a sentence behind a headline's end.
    """
    words, bit, lower = scan.words, scan.bits[at], scan.words.lowers[at]
    if words.kinds[at] == CAPITAL:
        if words.lowers[joiner] in ("on", "in") and at == joiner + 1:
            return bool(bit & lex.NOT_NAME)  # "the president [on] Friday"
        return (
            bool(bit & lex.NOT_NAME) and "\n" in words.text[words.ends[at - 1] : words.starts[at]]
        )
    if words.kinds[at] != LOWER:
        return False
    if at == joiner + 1 and words.lowers[joiner] in ("to", "for"):
        aim = words.lowers[joiner] == "for"
        if aim and not scan.bits[joiner - 1] & lex.STATE:
            return False
        if bit & _NAMING or (lower in DETERMINERS and not aim):
            return False
        return not _names_ahead(scan, at, min(at + 3, limit))
    if bit & ~(lex.DONE_TO | lex.ACT | lex.NOT_NAME):
        return False
    if at == joiner + 1:
        object_of = at + 1 < limit and words.lowers[at + 1] in _OBJECTS
        return lower == "any" or (lower.endswith("ing") and not bit and object_of)
    before = words.lowers[at - 1]
    return (
        lower.endswith("ed")
        and len(lower) > 4
        and before not in DETERMINERS
        and not before.endswith("ly")
        and "-" not in lower
    )


def _names_ahead(scan: Scan, at: int, limit: int) -> bool:
    """Tell whether a name or a word for what offices are of stands up to the next mark."""
    for ahead in range(at, limit):
        if scan.words.kinds[ahead] == MARK:
            return False
        if scan.owner[ahead] >= 0 or scan.words.kinds[ahead] != LOWER or scan.bits[ahead] & _NAMING:
            return True
    return False


def _of_person(scan: Scan, at: int, last: int) -> bool:
    """Tell whether a preposition stands before a name, but for a form of address."""
    before = at - 1
    while before > last and (scan.bits[before] & lex.HONORIFIC or scan.words.words[before] == "."):
        before -= 1
    return scan.words.lowers[before] in ("to", "for", "of")


def _describes(scan: Scan, at: int, limit: int) -> bool:
    """Tell whether a small noun follows a nationality: "the Japanese [delegation]"."""
    if at < limit and scan.words.kinds[at] == POSSESSIVE:
        return True
    if at >= limit or scan.words.kinds[at] != LOWER:
        return False
    return not scan.bits[at] & (lex.BOUNDARY | lex.SPEECH | lex.ACT | lex.TITLE) and (
        scan.words.lowers[at] not in ("and", "of", "for", "to")
    )


def _title_in(scan: Scan, first: int, last: int, limit: int) -> bool:
    return any(scan.bits[at] & lex.TITLE for at in range(first, min(last + 1, limit)))
