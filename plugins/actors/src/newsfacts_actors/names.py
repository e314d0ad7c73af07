"""Organisations by the form of their names."""

from newsfacts.text.countries import former_states
from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, NUMBER, POSSESSIVE, UPPER

_PEOPLE = frozenset(
    {"lord", "people", "peoples", "workers", "women", "children", "veterans", "students", "nurses",
     "journalists", "teachers", "farmers", "doctors", "physicians", "lawyers"}
)  # fmt: skip
# Bodies that each state has one of, whose names are one word.
_OF_STATES = frozenset(
    {"congress", "parliament", "senate", "cabinet", "legislature", "assembly", "army", "navy"}
)
_NO_BODY = frozenset(
    {"the", "a", "this", "that", "his", "her", "their", "its", "opposition", "ruling"}
)
_JOINERS = frozenset({"of", "for", "on", "against", "in"})
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
_ADJECTIVES = ("-based", "-backed", "-led", "-run", "-owned", "-born", "-funded", "-area")
_RUBRICS = frozenset({"news", "watch", "system", "centre", "center", "post", "press", "order"})
_TITLES_INSIDE = frozenset({"general", "prime", "grand", "forward", "volunteer", "detective"})
_WAYS = frozenset({"road", "street", "avenue", "lane", "drive", "boulevard", "square", "place"})
_GATHERINGS = frozenset({"group", "newspaper", "network", "gang", "club", "magazine", "daily"})
_SURNAMES = frozenset(
    {"church", "house", "post", "watch", "press", "order", "staff", "line", "banks", "bank", "hall",
     "park", "standard", "court", "club", "guard", "street", "wing", "room"}
)  # fmt: skip


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
        _of_state(scan, head)
        return head
    if (
        last == head + 1
        and last < len(scan.bits)
        and scan.words.lowers[last] in _WAYS
        and scan.words.kinds[last] == CAPITAL
    ):
        return head  # "Antioch Church Road"
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
            INITIAL in scan.words.kinds[first:head]
            or all(scan.bits[at] & (lex.GIVEN | lex.AMBIGUOUS) for at in range(first, head))
            or (first and scan.bits[first] & lex.FAMILY_FIRST and _addressed(scan, first))
        )
    ):
        return head
    name = joined(scan, first, last)
    if joined(scan, first, head + 1).lower() in lex.not_bodies():
        return head
    if scan.words.lowers[head] in _RUBRICS and _fills_sentence(scan, first, last):
        return head  # "Latest Zorix News", over a column
    if name in former_states():
        scan.add(Mention(first, last, "country", name, None, "name"))
        return last - 1
    country = country_of(scan, first, last)
    scan.add(Mention(first, last, "organization", name, country, "form"))
    return last - 1


def _fills_sentence(scan: Scan, first: int, last: int) -> bool:
    """Tell whether nothing else stands in the sentence of a name."""
    start, end = scan.bounds(first)
    return first == start and all(word in ".!:;" for word in scan.words.words[last:end])


def _of_state(scan: Scan, head: int) -> None:
    """File a body that each state has one of behind its country: "Peru's Congress"."""
    if scan.words.lowers[head] not in _OF_STATES or head < 2:
        return
    after = head + 1
    if after < len(scan.owner) and scan.words.kinds[after] in (CAPITAL, UPPER):
        return
    country = country_of(scan, head, after)
    if country is not None:
        name = scan.words.words[head]
        scan.add(Mention(head, after, "organization", name, country, "form"))


def joined(scan: Scan, first: int, last: int) -> str:
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
    if scan.words.kinds[owned.first - 1] == POSSESSIVE:
        country = country_of(scan, owned.first, owned.last)  # "Egypt's Supreme Court"
        if country is not None:
            scan.add(owned._replace(country=country, same=None))
        return
    before = scan.at(owned.first - 1)
    if before is None or before.how != "demonym" or owned.last - owned.first < 2:
        return
    name = joined(scan, before.first, owned.last)
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
            if "-" in words.words[before] and words.lowers[before].endswith(_ADJECTIVES):
                break
            if bit & lex.SPEECH and words.lowers[before].endswith(("s", "ed")):
                break  # "Zorix Urges Congress", over a story
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
    name = joined(scan, name_first, last)
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
    name = joined(scan, head + 1, last)
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
