"""Firms by an ampersand, and by the short forms of their names."""

from newsfacts_actors import lexicon as lex
from newsfacts_actors.naming import joined
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, LOWER, UPPER

FIRM_NOUNS = frozenset(
    {"brokerage", "firm", "company", "carmaker", "automaker", "airline", "retailer", "insurer",
     "brewer", "consultancy", "broker", "lender", "drugmaker", "chipmaker", "planemaker", "startup",
     "steelmaker", "truckmaker", "shipbuilder", "conglomerate", "supermarket", "publisher"}
)  # fmt: skip
"""What a firm is called before its name."""

_FORMS = frozenset({"cos", "group", "holdings", "corp"})


def partnerships(scan: Scan) -> None:
    """File firms that an ampersand names: "Zorix & Quillan"."""
    words = scan.words
    if "&" not in words.text or scan.upper:
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
            scan.add(Mention(first, last, "organization", joined(scan, first, last), None, "form"))


def short_firms(scan: Scan) -> None:
    """File the short forms of firms' names: "Zorix Quillan" where "Zorix Quillan Inc" is named."""
    if scan.upper:
        return
    words = scan.words
    short: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for index, mention in enumerate(scan.mentions):
        if mention is None or mention.how != "form" or mention.last - mention.first < 3:
            continue
        form = words.lowers[mention.last - 1].rstrip(".")
        if form in lex.company_forms() or form in _FORMS:
            name = tuple(words.words[mention.first : mention.last - 1])
            short.setdefault(name[0], []).append((name, index))
    for at in scan.capitals if short else ():
        for name, index in short.get(words.words[at], ()):
            last = at + len(name)
            if scan.owner[at] < 0 and tuple(words.words[at:last]) == name:
                whole = scan.mention(index)
                scan.add(
                    Mention(
                        at, last, "organization", joined(scan, at, last), whole.country,
                        "short", index,
                    )
                )  # fmt: skip
                break


def by_kind(scan: Scan) -> None:
    """File firms behind the noun that says what they are: "the airline Zorix"."""
    words, bits = scan.words, scan.bits
    if scan.upper or FIRM_NOUNS.isdisjoint(words.lowers):
        return
    for at, lower in enumerate(words.lowers):
        if lower not in FIRM_NOUNS or words.kinds[at] != LOWER:
            continue
        _, end = scan.bounds(at)
        last = first = at + 1
        while (
            last < end
            and last - first < 4
            and words.kinds[last] in (CAPITAL, UPPER)
            and scan.owner[last] < 0
            and not bits[last] & (lex.NOT_NAME | lex.TITLE | lex.HONORIFIC)
        ):
            last += 1
        if last == first or bits[first] & lex.GIVEN or words.words[first] in lex.not_acronyms():
            continue
        if last < end and (
            scan.owner[last] >= 0
            or bits[last] & (lex.TITLE | lex.LEADS)
            or words.kinds[last] in (CAPITAL, UPPER)
        ):
            continue  # a longer name, or "the firm Zorix runs"
        scan.add(Mention(first, last, "organization", joined(scan, first, last), None, "usage"))


def parts_of_firms(scan: Scan) -> None:
    """File the first word of a firm's name that stands for it: "Cresol" of "Cresol Foods Inc"."""
    if scan.upper:
        return
    words = scan.words
    whole: dict[str, int] = {}
    for index, mention in enumerate(scan.mentions):
        if mention is None or mention.how != "form" or mention.last - mention.first < 3:
            continue
        form = words.lowers[mention.last - 1].rstrip(".")
        first = words.words[mention.first]
        if form in lex.company_forms() and not scan.bits[mention.first] and len(first) > 3:
            whole.setdefault(first, index)
    for at in scan.capitals if whole else ():
        word = words.words[at]
        if word not in whole or scan.owner[at] >= 0 or words.lowers[at] in lex.common_words():
            continue
        beside = (at - 1, at + 1)
        if any(
            0 <= each < len(words.words)
            and words.kinds[each] in (CAPITAL, UPPER)
            and scan.owner[each] < 0
            and not scan.bits[each] & (lex.NOT_NAME | lex.TITLE)
            for each in beside
        ):
            continue
        body = scan.mention(whole[word])
        scan.add(Mention(at, at + 1, "organization", word, body.country, "short", whole[word]))


def _of_firm(scan: Scan, at: int) -> bool:
    return (
        scan.words.kinds[at] in (CAPITAL, UPPER)
        and scan.owner[at] < 0
        and not scan.bits[at] & (lex.NOT_NAME | lex.TITLE | lex.HONORIFIC | lex.PLACE_NOUN)
    )
