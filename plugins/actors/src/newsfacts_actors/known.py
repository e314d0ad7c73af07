"""Names of countries and organisations that the lexicons hold."""

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, UPPER

_CAPITAL_WORDS = frozenset(
    {"let", "ice", "care", "fed", "shell", "mud", "nam", "mas", "spa", "arena", "petra"}
)
_RED = frozenset({"Red", "RED"})
_STYLES = frozenset({"queen", "princess", "mrs", "ms", "miss"})
_NEW = frozenset({"New", "NEW"})
_OLD = frozenset({"Jersey", "Mexico", "Guinea", "Ireland"})  # "New Jersey"
_NO_NAME = lex.NOT_NAME | lex.MODIFIER | lex.HEAD | lex.SUBJECT | lex.PLACE_NOUN | lex.OTHER_NOUN


def known(scan: Scan) -> None:
    """File the names of countries and organisations that the lexicons hold."""
    words = scan.words
    surface = words.words
    table = lex.known_names_upper() if scan.upper else lex.known_names()
    pairs = lex.known_pairs(scan.upper)
    size = len(surface)
    first_of: dict[str, int] = {}
    family: set[str] = set()  # nationalities that end somebody's name here
    reached = 0
    for at in scan.known:
        if at < reached:
            continue
        group = pairs.get(surface[at])
        if group is None:
            found = _compound(scan, at, table) or ()
        else:
            after = surface[at + 1] if at + 1 < size else ""
            found = group.get(after) or group[""]
        for rest, entry in found:
            last = at + 1 + len(rest)
            if len(rest) < 2 or tuple(surface[at + 1 : last]) == rest:
                if entry.how == "metonym" and at and words.lowers[at - 1] in _STYLES:
                    continue  # "Queen Sofia"
                if at and surface[at - 1] in _NEW and entry.name in _OLD:
                    continue
                if not rest and entry.how == "demonym" and _ends_name(scan, at, family):
                    continue
                if not rest and (_is_given_name(scan, at) or (scan.upper and _everyday(scan, at))):
                    continue
                if not rest and _is_family_name(scan, at):
                    continue
                name, same, country, first = entry.name, None, entry.country, at
                if entry.kind == "organization":
                    if country is None and surface[at] in _RED and rest:
                        first, country = _national(scan, at)
                    name = " ".join(scan.words.slice(first, last).split())
                    same = first_of.get(entry.name) if first == at else None
                index = scan.add(Mention(first, last, entry.kind, name, country, entry.how, same))
                first_of.setdefault(entry.name, index)
                reached = last
                break


def _national(scan: Scan, at: int) -> tuple[int, str | None]:
    """Give where the name of a country's society begins, and the country: "Kenya [Red Cross]"."""
    land = scan.at(at - 1) if at else None
    if land is None or land.kind != "country" or land.how == "metonym":
        return at, None
    before = scan.bits[land.first - 1] if land.first else 0
    return (at, None) if before & lex.LOCATIVE else (land.first, land.country)


def _everyday(scan: Scan, at: int) -> bool:
    """Tell whether a word in upper-case copy rather is an everyday word: "WHO", "LET"."""
    other = scan.bits[at] & ~(lex.GIVEN | lex.AMBIGUOUS | lex.FAMILY_FIRST)
    return bool(other) or scan.words.lowers[at] in _CAPITAL_WORDS


def _compound(
    scan: Scan, at: int, table: lex.Trie
) -> tuple[tuple[tuple[str, ...], lex.Known], ...] | None:
    """Read "Turkish-Cypriot" as its last part, "US-backed" as no name."""
    word = scan.words.words[at]
    if not word[0].isupper():
        return None
    found = table.get(word.rpartition("-")[2])
    if found is None:
        return None
    return tuple(item for item in found if not item[0] and item[1].how == "demonym") or None


def _is_given_name(scan: Scan, at: int) -> bool:
    """Know "Michael Jordan", "Chad Smith": a country's name inside a person's."""
    bits, words = scan.bits, scan.words
    if at and bits[at - 1] & lex.GIVEN and words.kinds[at - 1] == CAPITAL:
        return not scan.starts_sentence(at - 1) or not bits[at - 1] & lex.NOT_NAME
    return bool(
        bits[at] & (lex.AMBIGUOUS | lex.GIVEN)
        and at + 1 < len(words.words)
        and words.kinds[at + 1] == CAPITAL
        and scan.bits[at + 1] == 0
        and (
            not words.words[at + 1].endswith("s")
            or words.kinds[at + 2 : at + 3] == [CAPITAL]  # "Jordan Rodas Andrade"
        )
    )


def _is_family_name(scan: Scan, at: int) -> bool:
    """Know "Tamsin Roche", and not "Tamsin Roche Ltd": a firm's name behind an unknown word."""
    words, bits = scan.words, scan.bits
    if at == 0 or words.kinds[at] != CAPITAL or words.lowers[at] not in lex.family_firms():
        return False
    before = at - 1
    if words.kinds[before] != CAPITAL or scan.owner[before] >= 0 or "-" in words.words[before]:
        return False
    if bits[before] & ~(lex.GIVEN | lex.AMBIGUOUS | lex.FAMILY_FIRST | lex.SURNAME):
        return False
    if words.sentences[scan.sentence_of[at]] > before:
        return False
    return at + 1 == len(bits) or not bits[at + 1] & (lex.HEAD | lex.BODY)


def _ends_name(scan: Scan, at: int, family: set[str]) -> bool:
    """Know "Nguyen Minh Thai", "Colonel Orla English": a nationality that is a family name.

    Later uses count before a verb of persons: "Thai said", and not "the Thai said".
    """
    words, bits = scan.words, scan.bits
    start, end = scan.bounds(at)
    word = words.words[at]
    if word in family and (at == start or words.lowers[at - 1] != "the"):
        after = at + 1
        if after < end and words.kinds[after] == LOWER and bits[after] & (lex.SPEECH | lex.ACT):
            return True
    first = at
    while (
        first > start
        and at - first < 4
        and (
            words.kinds[first - 1] in (CAPITAL, INITIAL)
            or (scan.upper and bits[first - 1] & lex.PARTICLE)
        )
        and scan.owner[first - 1] < 0
        and (not bits[first - 1] & _NO_NAME or bits[first - 1] & lex.GIVEN)
        and not bits[first - 1] & (lex.TITLE | lex.HONORIFIC)
    ):
        first -= 1
    if first == at or words.words[at].endswith("s"):
        return False
    addressed = first > start and bits[first - 1] & (lex.TITLE | lex.HONORIFIC)
    named = bits[first] & (lex.GIVEN | lex.FAMILY_FIRST) and not bits[first] & lex.NOT_NAME
    if not (addressed or named) or _describes(scan, at + 1, end):
        return False
    family.add(word)
    return True


def _describes(scan: Scan, after: int, end: int) -> bool:
    """Tell whether a nationality before this word rather describes it: "Thai [officials]"."""
    if after >= end:
        return False
    bit, kind = scan.bits[after], scan.words.kinds[after]
    if kind in (CAPITAL, UPPER):
        return True
    return kind == LOWER and bool(
        bit
        & (lex.GROUP | lex.TITLE | lex.HEAD | lex.LOWER_HEAD | lex.PORTFOLIO | lex.GROUP_MODIFIER)
        and not bit & (lex.SPEECH | lex.ACT)
    )
