"""Bodies that only their use shows: "Zorix spokesman", "head of Zorix", a player's club."""

from collections.abc import Mapping, Sequence

from newsfacts.text.countries import former_demonyms
from newsfacts_actors import lexicon as lex
from newsfacts_actors.holders import Held
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.titles import Title
from newsfacts_actors.tokens import CAPITAL, LOWER, POSSESSIVE, UPPER

# Endings of adjectives, which say what somebody is like.
_DESCRIBING = (
    "ant", "ent", "ous", "ful", "ive", "ary", "ory", "al", "ic", "ed", "ing", "ian", "ist", "ish",
    "ese", "less", "able", "ible", "ly", "er", "or", "y",
)  # fmt: skip
# Small words inside names of other languages: "Union para el Pueblo".
_FOREIGN = frozenset({"per", "para", "por", "pour", "et", "und", "y", "na", "za", "pro", "sur"})
# Parts of the world, whose leaders are those of several states.
_LANDS = frozenset(
    {"african", "asian", "european", "american", "gulf", "pacific", "caribbean", "sahel", "andean",
     "caucasian", "mediterranean", "scandinavian", "eurasian", "oceanian", "islamic", "muslim"}
)  # fmt: skip
_NO_NAME = lex.NOT_NAME | lex.TITLE | lex.HONORIFIC
_SKIP = lex.MODIFIER | lex.PORTFOLIO | lex.REMARK | lex.FORMER


def by_usage(scan: Scan, place_words: Mapping[int, int]) -> None:
    """File unknown names that stand where only a body stands: "Zorix spokesman", "head of Zorix".

    Before a player or coach also a place is a body: the club.
    """
    for at in scan.marked:
        bit = scan.bits[at]
        if scan.owner[at] >= 0:
            continue
        sport = bool(bit & lex.SPORT)
        if (
            scan.words.kinds[at] == CAPITAL
            and bit & (lex.OFFICE | lex.SPORT)
            and not bit & lex.RANK
        ):
            ahead = scan.at(at + 1) if at + 1 < len(scan.bits) else None
            if ahead is not None and ahead.kind == "person":
                _before(scan, at, sport, place_words, single=True)
            elif at > 1 and scan.words.words[at - 1] == ",":
                holder = scan.at(at - 2)
                if holder is not None and holder.kind == "person":
                    _behind(scan, at, place_words)  # "Petr Novak, President of the Zorix,"
            continue
        if scan.words.kinds[at] != LOWER:
            continue
        if not sport and (not bit & lex.OFFICE or bit & (lex.RANK | lex.STATE)):
            continue
        _before(scan, at, sport, place_words)
        _behind(scan, at, place_words)


def repeated(scan: Scan) -> None:
    """File the other mentions of bodies of one word that their use showed: "Zorix will grow"."""
    shown: dict[str, int] = {}
    for index, mention in enumerate(scan.mentions):
        if mention is not None and mention.how == "usage" and mention.last - mention.first == 1:
            shown.setdefault(mention.name, index)
    if not shown:
        return
    words = scan.words.words
    for at in scan.capitals:
        index = shown.get(words[at], -1)
        if index < 0 or scan.owner[at] >= 0 or not _stands_alone(scan, at):
            continue
        scan.add(Mention(at, at + 1, "organization", words[at], None, "short", index))


def _stands_alone(scan: Scan, at: int) -> bool:
    """Tell whether a word is no everyday one and no part of a longer name."""
    words = scan.words
    lower = words.lowers[at]
    if scan.bits[at] & ~lex.AMBIGUOUS or lower in lex.common_words():
        return False
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(words.words) and scan.sentence_of[beside] == scan.sentence_of[at]:
            high = words.kinds[beside] in (CAPITAL, UPPER) and scan.owner[beside] < 0
            if high and not scan.bits[beside] & (lex.NOT_NAME | lex.TITLE):
                return False
    return True


def _before(
    scan: Scan, head: int, sport: bool, place_words: Mapping[int, int], *, single: bool = False
) -> None:
    words, bits = scan.words, scan.bits
    sentence, _ = scan.bounds(head)
    at = head
    while at - 1 > sentence and (bits[at - 1] & _SKIP or words.kinds[at - 1] == POSSESSIVE):
        if words.kinds[at - 1] not in (LOWER, POSSESSIVE) or scan.owner[at - 1] >= 0:
            break
        at -= 1
    last = at
    while (
        at - 1 >= sentence
        and words.kinds[at - 1] in (CAPITAL, UPPER)
        and scan.owner[at - 1] < 0
        and not bits[at - 1] & (lex.NOT_NAME | lex.TITLE | lex.HONORIFIC | lex.MODIFIER | lex.GIVEN)
    ):
        at -= 1
    if last - at == 1 and (
        words.lowers[at] in lex.regions()
        or words.lowers[at] in _LANDS
        or words.words[at] in former_demonyms()
        or words.lowers[head] == "presidency"
    ):
        return  # "Chechen President", "Gulf leaders", "the Zorix presidency": no firm's
    if at == last and sport and last > sentence:
        city = scan.at(last - 1)
        if city is not None and city.how == "metonym":
            _file(scan, city.first, city.last)  # "Madrid striker"
        return
    if at == last or last - at > 4:
        return
    if single and (last - at > 1 or bits[at] & (lex.SUBJECT | lex.PORTFOLIO | lex.PLACE_NOUN)):
        return
    if words.words[last - 1] in lex.not_acronyms() or "-" in words.words[last - 1]:
        return
    if words.words[last - 1].endswith(("ist", "ists", "ian", "ish")):
        return  # "the Maoist leader"
    place = any(word in place_words for word in range(at, last))
    if place and not sport:
        return
    named = single and not bits[at]
    if not named and last == head and last - at == 1 and _holder_ahead(scan, head):
        named = not bits[at] and not words.lowers[at].endswith(_DESCRIBING)
    if (
        not (sport or named)
        and last - at == 1
        and words.kinds[at] != UPPER
        and (scan.starts_sentence(at) or bits[at] & lex.SUBJECT)
    ):
        return
    _file(scan, at, last)


def _holder_ahead(scan: Scan, head: int) -> bool:
    """Tell whether the office's holder is named right behind it: "[Zorix boss] Petr Novak"."""
    ahead = scan.at(head + 1) if head + 1 < len(scan.owner) else None
    return ahead is not None and ahead.kind == "person" and ahead.last - ahead.first > 1


def is_sport(scan: Scan) -> bool:
    """Tell whether an article is about sport: players, coaches and clubs are often spoken of."""
    clubs = lex.club_names()
    players = sum(1 for at in scan.marked if scan.bits[at] & lex.SPORT)
    if players < 2:
        return False
    named = sum(1 for each in scan.mentions if each is not None and each.name in clubs)
    return players + named >= 5


def _possessed_clubs(scan: Scan, persons: Sequence[int], place_words: Mapping[int, int]) -> None:
    """File clubs named by their city behind their coach: "Ana Ruiz's Zorixburg"."""
    words = scan.words
    for index in persons:
        mention = scan.mentions[index]
        if mention is None or mention.last + 1 >= len(words.words):
            continue
        at = mention.last + 1
        if (
            words.kinds[at - 1] == POSSESSIVE
            and words.kinds[at] == CAPITAL
            and scan.owner[at] < 0
            and (at in place_words or scan.bits[at] == 0)
        ):
            _file(scan, at, at + 1)


def clubs(scan: Scan, phrases: Sequence[Title], held: Sequence[Held]) -> list[Held]:
    """Give players and coaches without a club the one that their or the last sentence names.

    Only in articles about sport, and only where it is the single club in that stretch.
    """
    if not is_sport(scan):
        return list(held)
    known = lex.club_names()
    by_sentence: dict[int, set[str]] = {}
    index_of: dict[tuple[int, str], int] = {}
    for index, mention in enumerate(scan.mentions):
        if mention is not None and (mention.name in known or mention.how == "usage"):
            number = scan.sentence_of[mention.first]
            by_sentence.setdefault(number, set()).add(mention.name)
            index_of.setdefault((number, mention.name), index)
    found: list[Held] = []
    for each in held:
        title = each.title
        if scan.bits[title.head] & (lex.SPORT | lex.RANK) and title.owner is None:
            number = scan.sentence_of[title.head]
            for where in (number, number - 1):
                names = by_sentence.get(where, set())
                if names:
                    if len(names) == 1:
                        owner = index_of[where, next(iter(names))]
                        each = Held(each.person, title._replace(owner=owner))
                    break
        found.append(each)
    return found


def possessors(scan: Scan, persons: Sequence[int], place_words: Mapping[int, int]) -> None:
    """File unknown names that possess a named person: "according to Zorix's Ana Ruiz"."""
    words = scan.words
    sports = is_sport(scan)
    if sports:
        _possessed_clubs(scan, persons, place_words)
    for index in persons:
        mention = scan.mentions[index]
        if mention is None or mention.last - mention.first < 2 or mention.first < 2:
            continue
        if words.kinds[mention.first - 1] != POSSESSIVE:
            continue
        at = last = mention.first - 1
        while (
            at > 0
            and words.kinds[at - 1] in (CAPITAL, UPPER)
            and scan.owner[at - 1] < 0
            and last - at < 4
            and not scan.bits[at - 1] & (lex.NOT_NAME | lex.TITLE | lex.HONORIFIC | lex.GIVEN)
        ):
            at -= 1
        if at < last and (sports or not any(word in place_words for word in range(at, last))):
            _file(scan, at, last)


def _behind(scan: Scan, head: int, place_words: Mapping[int, int]) -> None:
    words, bits = scan.words, scan.bits
    _, end = scan.bounds(head)
    at = head + 1
    if at + 1 >= end or words.lowers[at] not in ("of", "at", "for", "with"):
        return
    at += 1
    if words.lowers[at] == "the" and at + 1 < end:
        at += 1
    while at + 1 < end and words.kinds[at] == LOWER and "-" in words.words[at]:
        at += 1
    quoted = words.words[at] in '"“'
    if quoted:
        at += 1
    last = at
    while last < end and scan.owner[last] < 0:
        small = bits[last] & lex.PARTICLE or words.lowers[last] in _FOREIGN
        inside = last > at and small and words.kinds[last] == LOWER
        if inside and last + 1 < end and words.kinds[last + 1] == CAPITAL:
            last += 1  # "Luz do Mundo"
            continue
        if words.kinds[last] not in (CAPITAL, UPPER) or bits[last] & _NO_NAME:
            break
        last += 1
    if last == at or last - at > 4:
        return
    if not quoted and any(word in place_words for word in range(at, last)):
        return
    if not quoted and (bits[last - 1] & lex.SUBJECT or words.words[last - 1] in lex.not_acronyms()):
        return
    if last - at == 1 and words.lowers[at] in lex.regions() and last < end:
        if not bits[last] & lex.HEAD or words.kinds[last] != LOWER:
            return
        last += 1  # "head of the Chechen administration"
    if quoted and last + 1 < end and words.words[last] == "of":
        owned = scan.at(last + 1)
        last = owned.last if owned is not None else last + 2
    _file(scan, at, min(last, end))


def _file(scan: Scan, first: int, last: int) -> None:
    name = " ".join(scan.words.slice(first, last).split())
    if len(name) > 1:
        scan.add(Mention(first, last, "organization", name, None, "usage"))
