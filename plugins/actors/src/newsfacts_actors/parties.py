"""Parties named by an adjective: "Labour leader Ana Ruiz", "Christian Democrat Petr Novak"."""

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, LOWER, POSSESSIVE

PARTY = "party"
"""How such a mention is known."""

_ALONE = frozenset(
    {"labour", "labor", "conservative", "republican", "democratic", "democrat", "green",
     "socialist", "communist", "liberal", "tory"}
)  # fmt: skip
_FIRST = frozenset({"christian", "social", "liberal", "free"})
_OF_PARTIES = frozenset(
    {"leader", "chairman", "chairwoman", "lawmaker", "mp", "mep", "senator", "congressman",
     "congresswoman", "politician", "candidate", "deputy", "spokesman", "spokeswoman", "councillor",
     "member", "front-runner", "frontrunner", "nominee", "representative", "sen", "rep", "governor",
     "parliamentarian", "legislator", "contender", "challenger", "whip", "co-leader", "peer",
     "strategist", "hopeful"}
)  # fmt: skip
_BETWEEN = frozenset(
    {"presidential", "vice-presidential", "parliamentary", "party", "group", "deputy", "senate",
     "house", "former", "state", "us", "congressional", "mayoral", "gubernatorial", "senior",
     "caucus"}
)  # fmt: skip


def find(scan: Scan) -> None:
    """File the parties before an office of parties or, "Democrat" and "Tory", before a person."""
    words = scan.words
    if scan.upper or _ALONE.isdisjoint(words.lowers):
        return
    for at in scan.capitals:
        lower = words.lowers[at]
        if lower not in _ALONE or scan.owner[at] >= 0 or words.kinds[at] != CAPITAL:
            continue
        first = at
        if at and words.lowers[at - 1] in _FIRST and words.kinds[at - 1] == CAPITAL:
            first = at - 1 if scan.owner[at - 1] < 0 else at
        if _before_office(scan, at + 1) or _before_person(scan, first, at):
            name = " ".join(words.slice(first, at + 1).split())
            scan.add(Mention(first, at + 1, "organization", name, None, PARTY))


def _before_office(scan: Scan, at: int) -> bool:
    """Tell whether an office of parties follows: "presidential candidate", "'s shadow minister"."""
    words = scan.words
    size = len(words.words)
    if at < size and words.kinds[at] == POSSESSIVE:
        return any(scan.bits[word] & lex.TITLE for word in range(at + 1, min(at + 4, size)))
    for ahead in range(at, min(at + 4, size)):
        if scan.owner[ahead] >= 0:
            return False
        if words.lowers[ahead] in _OF_PARTIES:
            last = ahead + 1
            if last < size and words.words[last] == "." and words.lowers[ahead] in ("sen", "rep"):
                last += 1
            after = scan.at(last) if last < size else None
            person = after is not None and after.kind == "person"
            return person or words.kinds[ahead] == LOWER or words.lowers[ahead] in ("mp", "mep")
        if words.lowers[ahead] not in _BETWEEN:
            return False
    return False


def _before_person(scan: Scan, first: int, at: int) -> bool:
    """Tell whether a member's name follows at once: "Christian Democrat Petr Novak"."""
    after = scan.at(at + 1) if at + 1 < len(scan.owner) else None
    if after is None or after.kind != "person" or after.last - after.first < 2:
        return False
    return first < at or scan.words.lowers[at] in ("democrat", "republican", "tory", "socialist")
