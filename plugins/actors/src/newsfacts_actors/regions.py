"""Parts of states as bodies, whose offices news name by them: "Ohio Governor"."""

from collections.abc import Iterable

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.titles import Title
from newsfacts_actors.tokens import LOWER

# Offices of parts of states, beside those of states.
_REGIONAL = frozenset({"sen", "gov", "rep", "sens", "leader", "lawmaker", "legislator"})


def of_parts(scan: Scan, phrases: Iterable[Title]) -> list[Title]:
    """Give the titles, those of parts of states with these as their bodies."""
    lowers = scan.words.lowers
    found: list[Title] = []
    for title in phrases:
        at = title.head
        state = scan.bits[at] & lex.STATE or lowers[at] in _REGIONAL
        if title.owner is None and (state or lowers[at : at + 2] == ["attorney", "general"]):
            title = _of_region(scan, title)
        found.append(title)
    return found


def _of_region(scan: Scan, title: Title) -> Title:
    """File the part of a state whose office a title is as its body: "Ohio Governor"."""
    lowers, kinds = scan.words.lowers, scan.words.kinds
    table = lex.regions()
    for at in range(title.start, max(title.last, title.head + 1)):
        if kinds[at] == LOWER or at == title.head or lowers[at] not in table:
            continue
        for region in table[lowers[at]]:
            end = at + 1 + len(region.rest)
            if tuple(lowers[at + 1 : end]) != region.rest or max(scan.owner[at:end]) >= 0:
                continue
            body = Mention(at, end, "organization", region.name, region.country, "region")
            title = title._replace(owner=scan.add(body), country=region.country)
            if at < title.head:
                return title._replace(first=max(title.first, end))
            last = title.head + 1
            while last < at and lowers[last] != "of":
                last += 1
            return title._replace(last=last)
    return title
