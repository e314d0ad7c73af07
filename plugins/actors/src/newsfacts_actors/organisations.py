"""Organisations by the form of their names."""

from newsfacts.text.countries import former_states
from newsfacts_actors import lexicon as lex
from newsfacts_actors.extents import left_end, right_end
from newsfacts_actors.naming import country_of, joined
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.small_nouns import with_small_noun
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, POSSESSIVE, UPPER

# Bodies that each state has one of, whose names are one word.
_OF_STATES = frozenset(
    {"congress", "parliament", "senate", "cabinet", "legislature", "assembly", "army", "navy"}
)
_RUBRICS = frozenset({"news", "watch", "system", "centre", "center", "post", "press", "order"})
_WAYS = frozenset({"road", "street", "avenue", "lane", "drive", "boulevard", "square", "place"})
_ANY = frozenset(
    {"a", "an", "any", "another", "each", "every", "no", "some", "this", "one", "other"}
)
_MANY = frozenset({"organizations", "organisations", "media", "parties", "groups"})
_SURNAMES = frozenset(
    {"church", "house", "post", "watch", "press", "order", "staff", "line", "banks", "bank", "hall",
     "park", "standard", "court", "club", "guard", "street", "wing", "room"}
)  # fmt: skip


def file_organisations(scan: Scan) -> None:
    """File organisations whose names end in, or begin with, a word for a kind of body."""
    kinds = scan.words.kinds
    wanted = lex.HEAD | lex.LOWER_HEAD | lex.BODY | lex.PAIR
    reached = -1
    for at in scan.marked:
        bit = scan.bits[at]
        if not bit & wanted or at <= reached:
            continue
        if kinds[at] == LOWER:
            reached = with_small_noun(scan, at)
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
    first = left_end(scan, head)
    last = right_end(scan, head)
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
    last += _international(scan, last)
    if first == head and _region(scan, head, last):
        return head
    name = joined(scan, first, last)
    if joined(scan, first, head + 1).lower() in lex.not_bodies():
        return head
    if scan.words.lowers[head] in _RUBRICS and _fills_sentence(scan, first, last):
        return head  # "Latest Zorix News", over a column
    if name in former_states():
        scan.add(Mention(first, last, "country", name, None, "name"))
        return last - 1
    if scan.upper and _common_noun(scan, first, head, last):
        return head
    country = country_of(scan, first, last)
    scan.add(Mention(first, last, "organization", name, country, "form"))
    return last - 1


def _common_noun(scan: Scan, first: int, head: int, last: int) -> bool:
    """Tell a noun of upper-case copy from a name: "A SECURITY GUARD", "RELIGIOUS ORGANIZATIONS"."""
    lowers, bits = scan.words.lowers, scan.bits
    before = lowers[first - 1] if first else ""
    if last > head + 1:
        if (lowers[head] == "front" and before == "in") or lowers[head + 1] == "against":
            return True  # "IN FRONT OF THE BUILDING", "OPERATION AGAINST THE REBELS"
        article = lowers[head + 2] == "the"
        inner = head + 2 + article
        common = lex.common_words()
        return lowers[head + 2] == "a" or (
            (article or before in _ANY)
            and inner < last
            and scan.owner[inner] < 0
            and not bits[inner] & (lex.SUBJECT | lex.HEAD)
            and (lowers[inner] in common or lowers[inner].removesuffix("s") in common)
        )
    plain = all(
        bits[at] & (lex.SUBJECT | lex.MODIFIER) and scan.owner[at] < 0 for at in range(first, head)
    )
    return plain and (before in _ANY or lowers[head] in _MANY)


def _international(scan: Scan, at: int) -> bool:
    """Tell whether "International" ends a name: "Zorix Radio [International]"."""
    words = scan.words
    if words.words[at : at + 1] != ["International"] or scan.owner[at] >= 0:
        return False
    return at + 1 == len(words.words) or words.kinds[at + 1] not in (CAPITAL, UPPER)


def _fills_sentence(scan: Scan, first: int, last: int) -> bool:
    """Tell whether nothing else stands in the sentence of a name."""
    start, end = scan.bounds(first)
    return first == start and all(word in ".!:;" for word in scan.words.words[last:end])


def _region(scan: Scan, head: int, last: int) -> bool:
    """Tell whether a department is a region in upper-case copy: "THE DEPARTMENT OF LA UNION"."""
    words = scan.words
    if not scan.upper or words.lowers[head] != "department" or last < head + 3:
        return False
    subject = words.lowers[head + 2]
    matter = scan.bits[head + 2] & (lex.SUBJECT | lex.PORTFOLIO)
    return not matter and subject not in ("the", "a")


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
