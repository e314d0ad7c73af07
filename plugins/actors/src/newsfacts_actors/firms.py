"""Firms by an ampersand, and by the short forms of their names."""

from newsfacts_actors import lexicon as lex
from newsfacts_actors.naming import joined
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, UPPER

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


def _of_firm(scan: Scan, at: int) -> bool:
    return (
        scan.words.kinds[at] in (CAPITAL, UPPER)
        and scan.owner[at] < 0
        and not scan.bits[at] & (lex.NOT_NAME | lex.TITLE | lex.HONORIFIC | lex.PLACE_NOUN)
    )
