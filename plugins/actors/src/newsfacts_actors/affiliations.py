"""Whom a person belongs to, beyond titles: by usage, by "of", by an identification that follows."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.holders import Held
from newsfacts_actors.parties import PARTY
from newsfacts_actors.scan import Mention, Scan, surname
from newsfacts_actors.tokens import LOWER, POSSESSIVE

# An affiliation for which the text names no office.
MEMBER = "member"

_SERVES = frozenset(
    {"works", "worked", "teaches", "taught", "lectures", "plays", "played", "serves", "served",
     "sits", "competes", "drives", "rides", "joined", "researches", "studies"}
)  # fmt: skip
_SERVING = frozenset({"at", "for", "with", "the", "in", "on"})
_LINKS = frozenset(
    {"of", "to", "for", "from", "with", "at", "on", "in", "by", "against", "over", "into"}
)
_ALL = frozenset({"both", "all"})
_ONCE = frozenset({"once", "previously", "formerly"})
# What somebody leads in a body's name: "led the Zorix team".
_SENT = frozenset(
    {"team", "delegation", "side", "mission", "talks", "negotiations", "campaign", "probe",
     "investigation", "operation", "operations", "effort", "efforts", "bid", "offensive", "attack",
     "revolt", "protest", "inquiry", "contingent", "list", "ticket", "task", "project"}
)  # fmt: skip
_LED_BY = frozenset({"led", "headed", "chaired", "founded", "commanded", "run", "co-founded"})


class Affiliation(NamedTuple):
    """A person's mention, the organisation's mention, and the words `first` to before `last`.

    The words are the organisation's name, or, where `leads`, the verb that is the title; `former`
    says that it was so once.
    """

    person: int
    organization: int
    first: int
    last: int
    leads: bool = False
    former: bool = False


def find(scan: Scan, persons: Sequence[int], held: Sequence[Held]) -> list[Affiliation]:
    """Give the affiliations for which the text names no office."""
    found = [*of_names(scan, persons, held), *leading(scan, persons), *led(scan, persons)]
    for person, title in held:
        for owner in {scan.owner[at] for at in range(title.start, title.head)} - {-1, title.owner}:
            party = scan.mention(owner)
            if party.how == PARTY:
                found.append(Affiliation(person, owner, party.first, party.last))
    known = {(each.person, each.organization) for each in found}
    his = _his(scan, persons)
    return found + [each for each in his if (each.person, each.organization) not in known]


def of_names(scan: Scan, persons: Sequence[int], held: Sequence[Held]) -> list[Affiliation]:
    """Give affiliations without an office.

    "Petr Novak of the Zorix Institute"; "Zorix's Petr Novak".
    """
    titled = {each.person for each in held}
    found: list[Affiliation] = []
    words = scan.words
    for index in persons:
        mention = scan.mentions[index]
        if mention is None:
            continue
        behind = _organisation_behind(scan, mention)
        at = scan.words.lowers[mention.last] == "at" if behind is not None else False
        if behind is not None and not (at and _is_scene(scan, behind, index in titled)):
            owned = scan.mention(behind)
            found.append(Affiliation(index, behind, owned.first, owned.last))
            if words.lowers[mention.last + 1] in _ALL:
                found += _others(scan, persons, index, behind)
            continue
        ahead = _organisation_led(scan, mention)
        if ahead is not None:
            owned = scan.mention(ahead)
            found.append(Affiliation(index, ahead, owned.first, owned.last))
        serves = _served(scan, mention)
        if serves is not None:
            owned = scan.mention(serves)
            found.append(Affiliation(index, serves, owned.first, owned.last))
        before = mention.first - 1
        if before < 0 or index in titled:
            continue
        party = scan.at(before)
        if party is not None and party.how == PARTY:
            found.append(Affiliation(index, scan.owner[before], party.first, party.last))
            continue
        steps = 0
        while before > 1 and steps < 2 and _praises(scan, before):
            before -= 1  # "Zorix's homegrown Petr Novak"
            steps += 1
        if before < 1 or words.kinds[before] != POSSESSIVE:
            continue
        owner = scan.owner[before - 1]
        body = scan.mentions[owner] if owner >= 0 else None
        if body is not None and body.kind == "organization":
            found.append(Affiliation(index, owner, body.first, body.last))
    return found


def _others(scan: Scan, persons: Sequence[int], last: int, body: int) -> list[Affiliation]:
    """Give those who are named before "and Petr Novak, both of the Zorix Union"."""
    words, owned = scan.words, scan.mention(body)
    by_end = {scan.mention(index).last: index for index in persons if scan.mentions[index]}
    found: list[Affiliation] = []
    at = scan.mention(last).first
    while at > 1 and words.words[at - 1] in ("and", ","):
        at -= 1 + (words.words[at - 2] == ",")
        if at not in by_end:
            break
        index = by_end[at]
        found.append(Affiliation(index, body, owned.first, owned.last))
        at = scan.mention(index).first
    return found


def _is_scene(scan: Scan, index: int, titled: bool) -> bool:
    """Tell whether a body behind "at" is rather where something is: "met him at the ministry"."""
    body = scan.mention(index)
    return titled or scan.words.kinds[body.last - 1] == LOWER


def _praises(scan: Scan, at: int) -> bool:
    """Tell whether a small word can describe a person who follows: "homegrown"."""
    return scan.words.kinds[at] == LOWER and not scan.bits[at] & (
        lex.BOUNDARY | lex.SPEECH | lex.ACT | lex.GROUP | lex.BODY | lex.HONORIFIC
    )


def _served(scan: Scan, mention: Mention) -> int | None:
    """Read "Ana Ruiz, who works for Zorix", "Ana Ruiz teaches at the University of Zorix"."""
    words = scan.words
    at, size = mention.last, len(words.words)
    while at < size and at < mention.last + 3 and words.lowers[at] in (",", "who", "also", "now"):
        at += 1
    if at + 2 >= size or words.lowers[at] not in _SERVES:
        return None
    ahead = at + 1
    while ahead < size and ahead < at + 4 and words.lowers[ahead] in _SERVING:
        ahead += 1
    if ahead >= size or words.lowers[ahead - 1] not in ("at", "for", "with", "in", "the"):
        return None
    owner = scan.owner[ahead]
    owned = scan.mentions[owner] if owner >= 0 else None
    same = scan.sentence_of[ahead] == scan.sentence_of[mention.first]
    return owner if same and owned is not None and owned.kind == "organization" else None


def led(scan: Scan, persons: Sequence[int]) -> list[Affiliation]:
    """Give whom a body is led by: "the Zorix Front, led by Petr Novak"."""
    words = scan.words
    found: list[Affiliation] = []
    for index in persons if "by" in words.lowers else ():
        mention = scan.mentions[index]
        if mention is None:
            continue
        at = mention.first - 1
        while at > 1 and scan.bits[at] & (lex.TITLE | lex.HONORIFIC | lex.MODIFIER | lex.FORMER):
            at -= 1
        if at < 2 or words.lowers[at] != "by":
            continue
        verb = at - 1
        lower = words.lowers[verb]
        if lower not in _LED_BY and not lower.endswith("-led"):
            continue
        owner = scan.owner[verb - 1]
        if owner < 0 and words.words[verb - 1] == ",":
            owner = scan.owner[verb - 2]
        body = scan.mentions[owner] if owner >= 0 else None
        if body is not None and body.kind == "organization":
            found.append(Affiliation(index, owner, verb, verb + 1, True))
    return found


def _his(scan: Scan, persons: Sequence[int]) -> list[Affiliation]:
    """Give whose party "his Zorix party" and "her party, the Zorix Union" are.

    The one person whom the sentence names before it, and nobody where it names several.
    """
    words = scan.words
    if "his" not in words.lowers and "her" not in words.lowers:
        return []
    by_sentence: dict[int, list[int]] = {}
    for index in persons:
        mention = scan.mentions[index]
        if mention is not None:
            by_sentence.setdefault(scan.sentence_of[mention.first], []).append(index)
    found: list[Affiliation] = []
    for owner, body in enumerate(scan.mentions):
        if body is None or body.kind != "organization" or words.kinds[body.first] == LOWER:
            continue
        at = _his_before(scan, body)
        if at is None:
            continue
        before = [
            index
            for index in by_sentence.get(scan.sentence_of[at], ())
            if scan.mention(index).last <= at
        ]
        number = scan.sentence_of[at] - 1
        if not before and at <= scan.bounds(at)[0] + 1:
            before = by_sentence.get(number, [])  # "His Zorix Front" opens the next sentence
        if before and len({surname(scan, index) for index in before}) == 1:
            found.append(Affiliation(before[-1], owner, body.first, body.last))
    return found


def _his_before(scan: Scan, body: Mention) -> int | None:
    """Give the "his" or "her" that a body's name belongs to."""
    words = scan.words
    start, _ = scan.bounds(body.first)
    at = body.first - 1
    if at - 1 >= start and words.lowers[at] == "the":
        at -= 1
    if at - 2 >= start and words.words[at] == "," and scan.bits[at - 1] & (lex.ANAPHOR | lex.BODY):
        at -= 2  # "his party, the"
    for step in range(at, max(start, at - 3) - 1, -1):
        if words.lowers[step] in ("his", "her"):
            return step
        if not _praises(scan, step):
            return None
    return None


def leading(scan: Scan, persons: Sequence[int]) -> list[Affiliation]:
    """Give whom a verb makes the head of a body: "Petr Novak, who chairs the Zorix Board".

    The words of each are the verb, which is the title.
    """
    words, bits = scan.words, scan.bits
    found: list[Affiliation] = []
    for index in persons:
        mention = scan.mentions[index]
        if mention is None:
            continue
        _, end = scan.bounds(mention.first)
        at = mention.last
        once = False
        while at < end and (
            words.lowers[at] in (",", "who", "also", "now", "currently", "has")
            or words.lowers[at] in _ONCE
        ):
            once = once or words.lowers[at] in _ONCE
            at += 1
        if at + 1 >= end or at > mention.last + 4:
            continue
        if not bits[at] & lex.LEADS or words.kinds[at] != LOWER:
            continue
        verb = at
        at += 1
        while at < end and at < verb + 5:
            land = scan.at(at)
            if land is not None and land.kind == "country":
                at = land.last  # "heads Togo's Ports Board"
                at += at < end and words.kinds[at] == POSSESSIVE
                continue
            if scan.owner[at] >= 0 or words.kinds[at] != LOWER or bits[at] & lex.BOUNDARY:
                break
            at += 1
        owned = scan.at(at) if at < end else None
        if owned is None or owned.kind != "organization":
            continue
        if words.lowers[owned.last : owned.last + 1] and words.lowers[owned.last] in _SENT:
            continue
        found.append(Affiliation(index, scan.owner[at], verb, verb + 1, True, once))
    return found


def _organisation_led(scan: Scan, mention: Mention) -> int | None:
    """Read "Ana Ruiz's Zorix Party", "Ana Ruiz and her Zorix Party"."""
    words = scan.words
    at = mention.last
    if at + 2 >= len(words.words) or scan.sentence_of[at] != scan.sentence_of[mention.first]:
        return None
    if words.kinds[at] == POSSESSIVE:
        at += 1
    elif words.lowers[at] == "and" and words.lowers[at + 1] in ("his", "her"):
        at += 2
    else:
        return None
    steps = 0
    while at < len(words.words) and steps < 2 and scan.owner[at] < 0:
        if words.kinds[at] != LOWER or scan.bits[at] & lex.BOUNDARY or words.lowers[at] in _LINKS:
            return None  # "Ana Ruiz's handling of Zorix"
        at += 1
        steps += 1
    if at >= len(words.words):
        return None
    owner = scan.owner[at]
    owned = scan.mentions[owner] if owner >= 0 else None
    if owned is None or owned.kind != "organization" or words.kinds[owned.first] == LOWER:
        return None
    return owner


def _organisation_behind(scan: Scan, mention: Mention) -> int | None:
    words = scan.words
    size = len(words.words)
    at = mention.last
    if at + 1 >= size or scan.sentence_of[at] != scan.sentence_of[mention.first]:
        return None
    if words.words[at] == "(" and words.lowers[at + 1] in ("of", "from"):
        at += 1
    elif words.words[at] == "(":
        owner = scan.owner[at + 1]
        owned = scan.mentions[owner] if owner >= 0 else None
        closed = (
            owned is not None and owned.last < size and words.words[owned.last] in (")", ",", "/")
        )
        if owned is None or owned.kind != "organization" or not closed:
            return None
        listed = words.words[owned.last] == "," and scan.at(owned.last + 1) is not None
        return None if listed else owner  # "Ana Ruiz (AP, AFP)" tells whose news it is
    if words.words[at] == "," and words.lowers[at + 1] in _ALL and at + 3 < size:
        at += 1  # "Ana Ruiz and Petr Novak, both of the Zorix Union"
    if words.words[at] in (",", "both") and words.lowers[at + 1] in ("of", "from", "with"):
        at += 1
    if words.lowers[at] not in ("of", "from", "with", "at"):
        return None
    limit = 2 if words.lowers[at] in ("of", "from") else 1
    at += 1
    skipped = 0
    while (
        at < size
        and skipped <= limit
        and not (scan.owner[at] >= 0 and scan.mention(scan.owner[at]).kind == "organization")
    ):
        based = words.lowers[at].endswith("-based")
        if scan.owner[at] >= 0 and not based:
            return None
        if not based and (words.kinds[at] != LOWER or scan.bits[at] & lex.BOUNDARY):
            return None
        at += 1
        skipped += 1
    if at >= size:
        return None
    owner = scan.owner[at]
    owned = scan.mentions[owner] if owner >= 0 else None
    return owner if owned is not None and owned.kind == "organization" else None
