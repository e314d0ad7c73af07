"""How far the capitalised name of an organisation reaches to either side of its noun."""

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, NUMBER, POSSESSIVE, UPPER

_PEOPLE = frozenset(
    {"lord", "people", "peoples", "workers", "women", "children", "veterans", "students", "nurses",
     "journalists", "teachers", "farmers", "doctors", "physicians", "lawyers"}
)  # fmt: skip
_JOINERS = frozenset({"of", "for", "on", "against", "in"})
_UPPER_NAME = (
    lex.GIVEN | lex.AMBIGUOUS | lex.SURNAME | lex.SUBJECT | lex.PLACE_NOUN
)  # fmt: skip
_DIRECTIONS = frozenset(
    {"central", "north", "south", "east", "west", "northern", "southern", "eastern", "western",
     "northeast", "northwest", "southeast", "southwest", "upper", "lower", "greater"}
)  # fmt: skip
_FIGHTERS = frozenset(
    {"commando", "commandos", "front", "brigade", "brigades", "column", "movement", "squadron",
     "battalion"}
)  # fmt: skip
# Endings of words that rather describe such a body than name it, in capitals.
DESCRIBING = ("ed", "ing", "est", "ous", "ful", "less", "able", "ible", "ical", "ive", "ary")
_HOLDING = frozenset({"acting", "deputy", "interim", "former", "vice", "ex", "then"})
_ADJECTIVES = ("-based", "-backed", "-led", "-run", "-owned", "-born", "-funded", "-area")


def left_end(scan: Scan, head: int) -> int:
    """Give the first word of the name that a noun closes: "the [Port of Zorix] Authority"."""
    words, bits = scan.words, scan.bits
    start, _ = scan.bounds(head)
    at = head
    while at > start:
        before = at - 1
        kind, bit = words.kinds[before], bits[before]
        owned = scan.at(before)
        if owned is not None and owned.kind in ("country", "organization"):
            if owned.how == "metonym" and owned.last - owned.first > 1:
                break
            at = owned.first
            continue
        if scan.upper and not bit & lex.SUBJECT:
            at = _left_upper(scan, head, at, start)
            break
        if kind in (CAPITAL, UPPER, INITIAL):
            if "-" in words.words[before] and words.lowers[before].endswith(_ADJECTIVES):
                break
            if bit & lex.SPEECH and words.lowers[before].endswith(("s", "ed")):
                break  # "Zorix Urges Congress", over a story
            if words.lowers[before] in _HOLDING:
                break  # "Acting Police Commissioner"
            if bit & lex.NOT_NAME and not bit & lex.SUBJECT:
                named = words.lowers[before] in ("police", "news")
                inside = named and not scan.starts_sentence(before)
                if words.lowers[before] not in _DIRECTIONS and not inside:
                    break
            elif bit & (lex.TITLE | lex.HONORIFIC) and not (
                bit & lex.SUBJECT
                or words.lowers[before] in ("general", "prime", "grand", "forward")
            ):
                break
            at = before
        elif kind == NUMBER and words.words[before][-1].isalpha():
            at = before
        elif (kind == POSSESSIVE or words.words[before] in "'’") and before > start:
            owner = before - 1
            if kind != POSSESSIVE and not words.words[owner].endswith("s"):
                break
            if scan.owner[owner] < 0 and _possesses(scan, owner):
                at = owner
                continue
            saint = _saint(scan, owner, start)
            if saint < owner:
                at = saint
                continue
            break
        elif words.words[before] == "of" and before - 1 >= start and at < head:
            # "Port of Zorix Authority"
            if words.kinds[before - 1] != CAPITAL or not bits[before - 1] & lex.PLACE_NOUN:
                break
            at = before - 1
        elif (
            words.words[before] in ("and", "&")
            and at == head
            and words.lowers[head] in lex.company_forms()
        ):
            break
        elif (
            words.words[before] in ("and", "&")
            and words.lowers[head] in lex.company_forms()
            and _first_of_firm(scan, before - 1, start)
        ):
            at = before - 1  # "Zorix and Quillan PLC"
        elif words.words[before] in ("and", "&") and before - 1 >= start:
            article = before - 2 >= start and words.lowers[before - 2] == "the"
            plain = words.kinds[before - 1] == CAPITAL and scan.owner[before - 1] < 0
            if (article and plain and not bits[before - 1] & lex.NOT_NAME) or (
                bits[at] & lex.SUBJECT and _joins(scan, before - 1)
            ):
                at = before - 1
                continue
            break
        else:
            break
    while at < head and words.lowers[at] in ("the", "a"):
        at += 1
    return at


def _saint(scan: Scan, at: int, start: int) -> int:
    """Give where "St. Luke" begins, whose hospital it is; `at` where no saint stands."""
    words = scan.words.words
    before = at - 2 if words[at - 1] == "." else at - 1
    return before if before >= start and words[before] in ("St", "Saint", "Ste") else at


def _first_of_firm(scan: Scan, at: int, start: int) -> bool:
    """Tell whether one unknown name stands alone before "and Quillan PLC"."""
    words, bits = scan.words, scan.bits
    if at < start or words.kinds[at] != CAPITAL or scan.owner[at] >= 0:
        return False
    if bits[at] & (lex.NOT_NAME | lex.TITLE | lex.HONORIFIC | lex.HEAD):
        return False
    return at == start or words.kinds[at - 1] == LOWER or words.words[at - 1] in '"“('


def _left_upper(scan: Scan, head: int, at: int, start: int) -> int:
    """Take unknown words of upper-case copy up to an article: "THE RED DAWN [COMMANDO]"."""
    words, bits, lowers = scan.words, scan.bits, scan.words.lowers
    if lowers[head] not in _FIGHTERS:
        return at
    first = at
    named = False
    while (
        first > start
        and head - first < 4
        and words.words[first - 1].isalpha()
        and scan.owner[first - 1] < 0
        and not bits[first - 1] & ~_UPPER_NAME
        and (len(lowers[first - 1]) < 5 or not lowers[first - 1].endswith(DESCRIBING))
    ):
        first -= 1
        named = named or lowers[first] not in lex.common_words()
    article = first > start and lowers[first - 1] == "the"
    return first if article and named else at


def _possesses(scan: Scan, at: int) -> bool:
    """Know whose a body can be by name: "the Sheriff's Office", "the Weavers' League"."""
    words, bit = scan.words, scan.bits[at]
    if words.lowers[at] in _PEOPLE:
        return True
    many = words.lowers[at].endswith(("men", "ers")) or bit & (lex.GROUP | lex.SUBJECT)
    return words.kinds[at] == CAPITAL and bool(bit & lex.TITLE or (many and not bit & lex.NOT_NAME))


def _joins(scan: Scan, at: int) -> bool:
    owned = scan.at(at)
    if owned is not None:
        return owned.kind == "country"
    return bool(scan.bits[at] & lex.SUBJECT) and scan.words.kinds[at] == CAPITAL


def right_end(scan: Scan, head: int) -> int:
    """Give the word after the name that a noun begins: "the Ministry [of Foreign Trade]"."""
    words, bits = scan.words, scan.bits
    _, end = scan.bounds(head)
    if not bits[head] & lex.OF_HEAD or head + 2 >= end:
        return head + 1
    at = head + 1
    if words.lowers[at] not in _JOINERS or words.kinds[at] != LOWER:
        return head + 1
    at += 1
    if words.lowers[at] in ("the", "a") and at + 1 < end:
        at += 1
    if words.kinds[at] not in (CAPITAL, UPPER) or bits[at] & (lex.TITLE & ~lex.OFFICE):
        return head + 1
    if (
        bits[at] & lex.NOT_NAME
        and not bits[at] & lex.SUBJECT
        and (words.lowers[head + 1] in ("on", "in") or bits[at] & lex.BOUNDARY)
    ):
        return head + 1  # "the party [on Monday]"
    if words.lowers[head + 1] == "in":
        owned = scan.at(at)
        if owned is None or owned.how == "metonym":
            return head + 1
        if owned.last < end and words.kinds[owned.last] == POSSESSIVE:
            return head + 1  # "the Zorix Centre in Zambia's capital"
    last = at
    while last < end:
        kind, bit = words.kinds[last], bits[last]
        owned = scan.at(last)
        if owned is not None:
            last = owned.last
            continue
        if kind in (CAPITAL, UPPER):
            if last > at and bit & (lex.TITLE | lex.GIVEN) and not bit & lex.SUBJECT:
                break
            last += 1
        elif words.words[last] in ("and", "&", "of", "for", "-") and last + 1 < end:
            if words.kinds[last + 1] != CAPITAL or not _subject_or_country(scan, last + 1):
                break
            last += 1
        else:
            break
    return last


def _subject_or_country(scan: Scan, at: int) -> bool:
    owned = scan.at(at)
    return bool(scan.bits[at] & lex.SUBJECT) or (owned is not None and owned.kind == "country")
