"""Names that lexicons hold, and organisations by the form of their names."""

from newsfacts.text.countries import former_states
from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import KNOWN, Mention, Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, NUMBER, POSSESSIVE, UPPER

_PEOPLE = frozenset({"lord", "people", "peoples", "workers", "women", "children", "veterans"})
_NO_BODY = frozenset(
    {"the", "a", "this", "that", "his", "her", "their", "its", "opposition", "ruling"}
)
_CAPITAL_WORDS = frozenset(
    {"let", "ice", "care", "fed", "shell", "mud", "nam", "mas", "spa", "arena", "petra"}
)
_JOINERS = frozenset({"of", "for", "on", "against", "in"})
_NO_NAME = lex.NOT_NAME | lex.MODIFIER | lex.HEAD | lex.SUBJECT | lex.PLACE_NOUN | lex.OTHER_NOUN
_DESCRIBED = lex.GROUP | lex.TITLE | lex.HEAD | lex.LOWER_HEAD | lex.PORTFOLIO | lex.GROUP_MODIFIER
_UPPER_NAME = (
    lex.GIVEN | lex.AMBIGUOUS | lex.SURNAME | lex.SUBJECT | lex.PLACE_NOUN
)  # fmt: skip
_DIRECTIONS = frozenset(
    {"central", "north", "south", "east", "west", "northern", "southern", "eastern", "western",
     "northeast", "northwest", "southeast", "southwest", "upper", "lower", "greater"}
)  # fmt: skip
_NAMED_BY = frozenset({"the", "a", "an", "its", "their"})
_LEVELS = frozenset(
    {"state", "federal", "provincial", "regional", "municipal", "county", "city", "district",
     "national", "local", "military", "traffic", "border", "riot", "railway", "port"}
)  # fmt: skip
_FIGHTERS = frozenset(
    {"commando", "commandos", "front", "brigade", "brigades", "column", "movement", "squadron",
     "battalion"}
)  # fmt: skip
# Endings of words that rather describe such a body than name it, in capitals.
_DESCRIBING = ("ed", "ing", "est", "ous", "ful", "less", "able", "ible", "ical", "ive", "ary")
_GATHERINGS = frozenset({"group", "newspaper", "network", "gang", "club", "magazine", "daily"})
_SURNAMES = frozenset(
    {"church", "house", "post", "watch", "press", "order", "staff", "line", "banks", "bank", "hall",
     "park", "standard", "court", "club", "guard", "street", "wing", "room"}
)  # fmt: skip


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
    for at, opening in scan.openings:
        if at < reached or not opening & KNOWN:
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
                if not rest and entry.how == "demonym" and _ends_name(scan, at, family):
                    continue
                if not rest and (_is_given_name(scan, at) or (scan.upper and _everyday(scan, at))):
                    continue
                if not rest and _is_family_name(scan, at):
                    continue
                name, same = entry.name, None
                if entry.kind == "organization":
                    name = " ".join(scan.words.slice(at, last).split())
                    same = first_of.get(entry.name)
                index = scan.add(
                    Mention(at, last, entry.kind, name, entry.country, entry.how, same)
                )
                first_of.setdefault(entry.name, index)
                reached = last
                break


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
        and not words.words[at + 1].endswith("s")
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


def organisations(scan: Scan) -> None:
    """File organisations whose names end in, or begin with, a word for a kind of body."""
    kinds = scan.words.kinds
    wanted = lex.HEAD | lex.LOWER_HEAD | lex.BODY | lex.PAIR
    reached = -1
    for at in scan.marked:
        bit = scan.bits[at]
        if not bit & wanted or at <= reached:
            continue
        if kinds[at] == LOWER:
            reached = _lower(scan, at)
        elif bit & lex.HEAD and kinds[at] in (CAPITAL, UPPER):
            reached = _capitalised(scan, at)


def _capitalised(scan: Scan, head: int) -> int:
    """Take the name around a capitalised head; give the last word read."""
    owned = scan.at(head)
    if owned is not None and owned.kind == "organization":
        _with_nationality(scan, owned)
        return owned.last - 1
    if scan.bits[head] & lex.PORTFOLIO and scan.bits[min(head + 1, len(scan.bits) - 1)] & lex.STATE:
        return head  # "Oil Minister"
    first = _left(scan, head)
    last = _right(scan, head)
    if last == head + 1 and first == head:
        return head
    # A longer head that follows closes the name: "National Army Command".
    if (
        last == head + 1
        and last < len(scan.bits)
        and scan.bits[last] & lex.HEAD
        and scan.words.kinds[last] in (CAPITAL, UPPER)
    ):
        return head
    if (
        last == head + 1
        and scan.words.lowers[head] in _SURNAMES
        and (
            all(scan.bits[at] & (lex.GIVEN | lex.AMBIGUOUS) for at in range(first, head))
            or (first and scan.bits[first] & lex.FAMILY_FIRST and _addressed(scan, first))
        )
    ):
        return head
    name = _joined(scan, first, last)
    if _joined(scan, first, head + 1).lower() in lex.not_bodies():
        return head
    if name in former_states():
        scan.add(Mention(first, last, "country", name, None, "name"))
        return last - 1
    country = country_of(scan, first, last)
    scan.add(Mention(first, last, "organization", name, country, "form"))
    return last - 1


def _joined(scan: Scan, first: int, last: int) -> str:
    """Give a name in one line."""
    return " ".join(scan.words.slice(first, last).split())


def _bare(scan: Scan, first: int, last: int) -> bool:
    """Tell whether one word before a small noun only describes it: "Responding police"."""
    if last - first != 1 or not scan.starts_sentence(first):
        return False
    word = scan.words.lowers[first]
    return scan.words.kinds[first] == CAPITAL and (
        word in lex.common_words()
        or word in lex.describing()
        or word.endswith(_DESCRIBING)
        or bool(scan.bits[first] & (lex.NOT_NAME | lex.SUBJECT))
    )


def _with_nationality(scan: Scan, owned: Mention) -> None:
    """Take "Egyptian" into the name of a body that every state has: "Egyptian Supreme Court"."""
    if owned.country is not None or owned.first == 0 or not owned.name[0].isupper():
        return
    before = scan.at(owned.first - 1)
    if before is None or before.how != "demonym" or owned.last - owned.first < 2:
        return
    name = _joined(scan, before.first, owned.last)
    scan.add(Mention(before.first, owned.last, "organization", name, before.country, "form"))


def _addressed(scan: Scan, first: int) -> bool:
    """Tell whether a title or form of address stands before a word."""
    return bool(scan.bits[first - 1] & (lex.TITLE | lex.HONORIFIC))


def _left(scan: Scan, head: int) -> int:
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
            if bit & lex.NOT_NAME and not bit & lex.SUBJECT:
                if words.lowers[before] not in _DIRECTIONS:
                    break
            elif bit & (lex.TITLE | lex.HONORIFIC) and not (
                bit & lex.SUBJECT or words.lowers[before] in ("general", "prime", "grand")
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


def _first_of_firm(scan: Scan, at: int, start: int) -> bool:
    """Tell whether one unknown name stands alone before "and Quillan PLC"."""
    words, bits = scan.words, scan.bits
    if at < start or words.kinds[at] != CAPITAL or scan.owner[at] >= 0:
        return False
    if bits[at] & (lex.NOT_NAME | lex.TITLE | lex.HONORIFIC | lex.HEAD):
        return False
    return at == start or words.kinds[at - 1] == LOWER or words.words[at - 1] in '"“('


def partnerships(scan: Scan) -> None:
    """File firms that an ampersand names: "Zorix & Quillan"."""
    words = scan.words
    if "&" not in words.words or scan.upper:
        return
    for at, word in enumerate(words.words):
        if word != "&" or at == 0 or words.starts[at] == words.ends[at - 1]:
            continue  # "M&P" is a word
        start, end = scan.bounds(at)
        first, last = at, at + 1
        while first > start and _of_firm(scan, first - 1):
            first -= 1
        while last < end and _of_firm(scan, last):
            last += 1
        if first < at and last > at + 1 and last - first <= 6:
            scan.add(Mention(first, last, "organization", _joined(scan, first, last), None, "form"))


def _of_firm(scan: Scan, at: int) -> bool:
    return (
        scan.words.kinds[at] in (CAPITAL, UPPER)
        and scan.owner[at] < 0
        and not scan.bits[at] & (lex.NOT_NAME | lex.TITLE | lex.HONORIFIC | lex.PLACE_NOUN)
    )


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
        and (len(lowers[first - 1]) < 5 or not lowers[first - 1].endswith(_DESCRIBING))
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


def _right(scan: Scan, head: int) -> int:
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
    if words.lowers[head + 1] == "in":
        owned = scan.at(at)
        if owned is None or owned.how == "metonym":
            return head + 1
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


def _lower(scan: Scan, head: int) -> int:
    """Take names with a head in small letters: "Lusaka police", "the foreign ministry"."""
    words, bits = scan.words, scan.bits
    last = head + 1
    _, end = scan.bounds(head)
    pair = last < end and (words.lowers[head], words.lowers[last]) in lex.lower_pairs()
    if pair:
        last += 1
    elif bits[head] & lex.BODY:
        return _body(scan, head)
    elif not bits[head] & lex.LOWER_HEAD:
        return head
    start, _ = scan.bounds(head)
    at = head
    while at > start and bits[at - 1] & lex.PORTFOLIO and scan.owner[at - 1] < 0:
        at -= 1
        if at - 1 > start and words.words[at - 1] == "and" and bits[at - 2] & lex.PORTFOLIO:
            at -= 1
    portfolio = at < head or (pair and bits[head] & lex.PORTFOLIO)
    first, country = _owner_before(scan, at, start)
    if first == at and not portfolio:
        return _of_title(scan, head, start)
    if (
        country is None
        and first == at
        and not words.lowers[last - 1].startswith(("ministry", "office", "department"))
    ):
        return head
    name_first = first
    if words.kinds[at - 1] == POSSESSIVE and portfolio:
        name_first = at
    if country is None and not portfolio and _bare(scan, name_first, head):
        return head
    name = _joined(scan, name_first, last)
    scan.add(Mention(name_first, last, "organization", name, country, "form"))
    return last - 1


def _of_title(scan: Scan, head: int, start: int) -> int:
    """Take a body that only its level names behind an office: "spokesman of the state police"."""
    words = scan.words
    if (
        head - 4 < start
        or words.lowers[head - 1] not in _LEVELS
        or words.lowers[head - 2] != "the"
        or words.lowers[head - 3] not in ("of", "for", "at", "with")
        or not scan.bits[head - 4] & lex.OFFICE
    ):
        return head
    name = words.slice(head - 1, head + 1)
    scan.add(Mention(head - 1, head + 1, "organization", name, None, "form"))
    return head


def _named_behind(scan: Scan, head: int, end: int) -> int:
    """Take a name behind a small noun for a body: "the armed group Harakat Nur"; else `head`."""
    words, bits = scan.words, scan.bits
    last = head + 1
    while (
        last < end
        and last - head < 5
        and words.kinds[last] in (CAPITAL, UPPER)
        and scan.owner[last] < 0
        and not bits[last] & (lex.TITLE | lex.HONORIFIC | lex.GIVEN | lex.HEAD)
        and not (last == head + 1 and bits[last] & lex.NOT_NAME)
    ):
        last += 1
    if last == head + 1 or words.lowers[head + 1] in lex.single_names():
        return head
    if last < end and (
        words.kinds[last] in (CAPITAL, UPPER, INITIAL) or bits[last] & (lex.LEADS | lex.HEAD)
    ):
        return head  # a person, a longer name, or "the party Zorix leads"
    if not any(word in _NAMED_BY for word in words.lowers[max(head - 3, 0) : head]):
        return head
    name = _joined(scan, head + 1, last)
    scan.add(Mention(head + 1, last, "organization", name, None, "form"))
    return last - 1


def _body(scan: Scan, head: int) -> int:
    """Take a capitalised name before a small noun: "the Zorix union", "Democratic Left party"."""
    words, bits = scan.words, scan.bits
    start, end = scan.bounds(head)
    if (behind := _named_behind(scan, head, end)) > head:
        return behind
    at = head
    if at > start and words.lowers[at - 1] in ("opposition", "trade", "parliamentary", "armed"):
        at -= 1
    last = at
    while (
        at > start
        and words.kinds[at - 1] in (CAPITAL, UPPER)
        and scan.owner[at - 1] < 0
        and last - at < 4
        and not bits[at - 1] & (lex.TITLE | lex.HONORIFIC)
    ):
        at -= 1
    if bits[at] & lex.GIVEN and not bits[at] & lex.SUBJECT:
        return head
    while at < last and (
        words.lowers[at] in _NO_BODY or (scan.starts_sentence(at) and bits[at] & lex.NOT_NAME)
    ):
        at += 1
    if at == last or words.kinds[last - 1] == LOWER or "-" in words.words[last - 1]:
        return head
    if words.lowers[head] in _GATHERINGS and _bare(scan, at, head):
        return head
    name = " ".join(words.slice(at, head + 1).split())
    country = country_of(scan, at, head + 1)
    scan.add(Mention(at, head + 1, "organization", name, country, "form"))
    return head


def _owner_before(scan: Scan, at: int, start: int) -> tuple[int, str | None]:
    """Give where the owner of a lower-case head begins, and its country."""
    words = scan.words
    before = at - 1
    if before < start:
        return at, None
    if words.kinds[before] == POSSESSIVE and before > start:
        owned = scan.at(before - 1)
        if owned is not None and owned.kind == "country":
            return owned.first, owned.country
        return at, None
    owned = scan.at(before)
    if owned is not None:
        return (owned.first, owned.country) if owned.kind != "person" else (at, None)
    if words.kinds[before] in (CAPITAL, UPPER) and not scan.bits[before] & (
        lex.NOT_NAME | lex.TITLE | lex.GROUP_MODIFIER | lex.MODIFIER
    ):
        first = before
        while (
            first - 1 >= start
            and words.kinds[first - 1] == CAPITAL
            and not scan.bits[first - 1] & (lex.NOT_NAME | lex.TITLE)
            and scan.owner[first - 1] < 0
        ):
            first -= 1
        return first, None
    return at, None


def country_of(scan: Scan, first: int, last: int) -> str | None:
    """Give the country that a name contains, or that possesses it."""
    for at in range(first, last):
        owned = scan.at(at)
        if owned is not None and owned.country is not None:
            return owned.country
    if first >= 2 and scan.words.kinds[first - 1] == POSSESSIVE:
        owned = scan.at(first - 2)
        if owned is not None and owned.kind == "country":
            return owned.country
    return None
