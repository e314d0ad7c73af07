"""Organisations whose noun is in small letters: "Lusaka police", "the Zorix union"."""

from newsfacts_actors import lexicon as lex
from newsfacts_actors.extents import DESCRIBING
from newsfacts_actors.naming import country_of, joined
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, POSSESSIVE, UPPER

_NO_BODY = frozenset(
    {"the", "a", "this", "that", "his", "her", "their", "its", "opposition", "ruling"}
)
_NAMED_BY = frozenset({"the", "a", "an", "its", "their"})
_LEVELS = frozenset(
    {"state", "federal", "provincial", "regional", "municipal", "county", "city", "district",
     "national", "local", "military", "traffic", "border", "riot", "railway", "port"}
)  # fmt: skip
_OFTEN = frozenset({"daily", "weekly"})
_FAITHS = frozenset(
    {"islamist", "islamic", "muslim", "shiite", "shia", "sunni", "christian", "jewish", "zionist",
     "marxist", "maoist", "leftist", "nationalist", "kurdish", "arab", "jihadist", "salafist"}
)  # fmt: skip
_LED = frozenset({"movement", "group", "militia", "faction", "network", "gang", "coalition"})
_GATHERINGS = frozenset({"group", "newspaper", "network", "gang", "club", "magazine", "daily"})


def with_small_noun(scan: Scan, head: int) -> int:
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
    if words.lowers[head] == "presidency" and (
        _turn(scan, first, last) or (country is None and not portfolio and scan.at(first) is None)
    ):
        return head  # "the Truman presidency" is somebody's time in office
    if (
        country is None
        and first == at
        and not words.lowers[last - 1].startswith(("ministry", "office", "department"))
    ):
        return head
    name_first = first
    if words.kinds[at - 1] == POSSESSIVE and portfolio:
        name_first = at
    if country is None and not portfolio and only_describes(scan, name_first, head):
        return head
    name = joined(scan, name_first, last)
    scan.add(Mention(name_first, last, "organization", name, country, "form"))
    return last - 1


def _turn(scan: Scan, first: int, last: int) -> bool:
    """Tell a country's turn in the chair: "under the Zorian presidency", "presidency of the"."""
    lowers = scan.words.lowers
    before = first - 2 if first > 1 and lowers[first - 1] == "the" else first - 1
    return lowers[max(before, 0)] in ("under", "during") or lowers[last : last + 1] == ["of"]


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
    name = joined(scan, head - 1, head + 1)
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
    if words.lowers[head] in _GATHERINGS and only_describes(scan, at, head):
        return head
    if scan.upper and words.lowers[head] in _OFTEN and words.lowers[at - 1] != "the":
        return head  # "PROBLEMS THAT ARISE DAILY"
    if head - at == 1 and words.lowers[at] in _FAITHS and words.lowers[head] in _LED:
        return head  # "the Islamist movement"
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


def only_describes(scan: Scan, first: int, last: int) -> bool:
    """Tell whether one word before a small noun only describes it: "Responding police"."""
    if last - first != 1 or not scan.starts_sentence(first):
        return False
    word = scan.words.lowers[first]
    return scan.words.kinds[first] == CAPITAL and (
        word in lex.common_words()
        or word in lex.describing()
        or word.endswith(DESCRIBING)
        or bool(scan.bits[first] & (lex.NOT_NAME | lex.SUBJECT))
    )
