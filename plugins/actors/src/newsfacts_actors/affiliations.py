"""Whom a person belongs to, beyond titles: by usage, by "of", by an identification that follows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.holders import Held
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.titles import Title
from newsfacts_actors.tokens import CAPITAL, LOWER, POSSESSIVE, UPPER

# An affiliation for which the text names no office.
MEMBER = "member"

_BEING = frozenset({"is", "was", "had"})
_SKIP = lex.MODIFIER | lex.PORTFOLIO | lex.REMARK | lex.FORMER


class Affiliation(NamedTuple):
    """A person's mention, the organisation's mention, and the words `first` to before `last`."""

    person: int
    organization: int
    first: int
    last: int


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
            continue
        if scan.words.kinds[at] != LOWER:
            continue
        if not sport and (not bit & lex.OFFICE or bit & (lex.RANK | lex.STATE)):
            continue
        _before(scan, at, sport, place_words)
        _behind(scan, at, place_words)


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
    if last - at == 1 and words.lowers[at] in lex.regions():
        return  # "Chechen President", not a firm's
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
    if (
        not (sport or named)
        and last - at == 1
        and words.kinds[at] != UPPER
        and (scan.starts_sentence(at) or bits[at] & lex.SUBJECT)
    ):
        return
    _file(scan, at, last)


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
        if mention is None or mention.last - mention.first < 2 or mention.first < 3:
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
    while (
        last < end
        and words.kinds[last] in (CAPITAL, UPPER)
        and scan.owner[last] < 0
        and not bits[last] & (lex.NOT_NAME | lex.TITLE | lex.HONORIFIC)
    ):
        last += 1
    if last == at or last - at > 4:
        return
    if not quoted and any(word in place_words for word in range(at, last)):
        return
    if not quoted and (bits[last - 1] & lex.SUBJECT or words.words[last - 1] in lex.not_acronyms()):
        return
    if quoted and last + 1 < end and words.words[last] == "of":
        owned = scan.at(last + 1)
        last = owned.last if owned is not None else last + 2
    _file(scan, at, min(last, end))


def _file(scan: Scan, first: int, last: int) -> None:
    name = " ".join(scan.words.slice(first, last).split())
    scan.add(Mention(first, last, "organization", name, None, "usage"))


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
        if behind is not None:
            owned = scan.mention(behind)
            found.append(Affiliation(index, behind, owned.first, owned.last))
            continue
        ahead = _organisation_led(scan, mention)
        if ahead is not None:
            owned = scan.mention(ahead)
            found.append(Affiliation(index, ahead, owned.first, owned.last))
        before = mention.first - 1
        if before < 1 or index in titled:
            continue
        if words.kinds[before] == POSSESSIVE:
            before -= 1
        owner = scan.owner[before]
        body = scan.mentions[owner] if owner >= 0 else None
        if body is not None and body.kind == "organization" and before == mention.first - 2:
            found.append(Affiliation(index, owner, body.first, body.last))
    return found


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
        while at < end and words.lowers[at] in (",", "who", "also", "now", "currently", "has"):
            at += 1
        if at + 1 >= end or at > mention.last + 4:
            continue
        if not bits[at] & lex.LEADS or words.kinds[at] != LOWER:
            continue
        verb = at
        at += 1
        while at < end and at < verb + 5 and scan.owner[at] < 0:
            if words.kinds[at] != LOWER or bits[at] & lex.BOUNDARY:
                break
            at += 1
        owned = scan.at(at) if at < end else None
        if owned is not None and owned.kind == "organization":
            found.append(Affiliation(index, scan.owner[at], verb, verb + 1))
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
        if words.kinds[at] != LOWER or scan.bits[at] & lex.BOUNDARY:
            return None
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
        if owned is not None and owned.kind == "organization" and closed:
            return owner
        return None
    if words.words[at] == "," and words.lowers[at + 1] in ("of", "from", "with"):
        at += 1
    if words.lowers[at] not in ("of", "from", "with", "at"):
        return None
    limit = 2 if words.lowers[at] in ("of", "from") else 1
    at += 1
    skipped = 0
    while at < size and skipped <= limit and scan.owner[at] < 0:
        if words.kinds[at] != LOWER or scan.bits[at] & lex.BOUNDARY:
            return None
        at += 1
        skipped += 1
    if at >= size:
        return None
    owner = scan.owner[at]
    owned = scan.mentions[owner] if owner >= 0 else None
    return owner if owned is not None and owned.kind == "organization" else None


def identified(
    scan: Scan, phrases: Sequence[Title], held: Sequence[Held], persons: Sequence[int]
) -> Iterable[Held]:
    """Give titles whose holder is named at the beginning of the next sentence.

    "A lawyer for the families said on Tuesday. Petr Novak told the court ...": the first sentence
    has the description as the subject of a verb of speech, the second opens with a full name that
    is new and has no title of its own.
    """
    words, bits = scan.words, scan.bits
    titled = {_surname(scan, each.person) for each in held}
    beside = {each.title.head for each in held}
    opening: dict[int, int] = {}
    known: set[str] = set()
    for index in persons:
        mention = scan.mentions[index]
        if mention is None:
            continue
        surname = _surname(scan, index)
        first = scan.bounds(mention.first)[0]
        new = surname not in known and mention.how != "short" and mention.last - mention.first > 1
        known.add(surname)
        if new and mention.first <= first + 1 and surname not in titled:
            after = mention.last
            if (
                after < len(bits)
                and words.kinds[after] == LOWER
                and (bits[after] & (lex.SPEECH | lex.ACT) or words.lowers[after] in _BEING)
            ):
                opening[scan.sentence_of[mention.first]] = index
    for title in phrases:
        if title.head in beside or bits[title.head] & lex.PLURAL or title.nested:
            continue
        if not (title.article or title.definite):
            continue
        number = scan.sentence_of[title.head]
        index_or_none = opening.get(number + 1)
        if index_or_none is None:
            continue
        first, end = scan.bounds(title.head)
        after = title.end
        speaks = after < end and bits[after] & lex.SPEECH and words.kinds[after] == LOWER
        alone = all(
            scan.sentence_of[_first(scan, i)] != number for i in persons if scan.mentions[i]
        )
        subject = title.start <= first + 1 and alone
        if subject or speaks:
            yield Held(index_or_none, title)
            del opening[number + 1]


def of_leaders(
    scan: Scan, phrases: Sequence[Title], held: Sequence[Held], persons: Sequence[int]
) -> Iterable[Held]:
    """Give "the Israeli prime minister" to the one known leader of that country that is named.

    Only where nobody is said to hold the office, and the leader has no other office.
    """
    titled = {_surname(scan, each.person) for each in held}
    offices = {(each.title.country, scan.words.lowers[each.title.head]) for each in held}
    beside = {each.title.head for each in held}
    known: dict[str, dict[str, int]] = {}
    table = lex.single_names()
    for index in persons:
        mention = scan.mentions[index]
        surname = _surname(scan, index)
        if mention is None or mention.country is None or surname in titled or surname not in table:
            continue
        known.setdefault(mention.country, {}).setdefault(surname, index)
    given: set[int] = set()
    for title in phrases:
        people = known.get(title.country or "", {})
        if len(people) != 1 or title.head in beside or not title.definite or title.nested:
            continue
        head = scan.words.lowers[title.head]
        if head not in _NATIONAL or (title.country, head) in offices or title.former:
            continue
        if title.head - title.first > 1 or title.end - title.head > 1:
            continue
        person = next(iter(people.values()))
        if person not in given:
            given.add(person)
            yield Held(person, title)


def _first(scan: Scan, index: int) -> int:
    mention = scan.mention(index)
    return mention.first


def _surname(scan: Scan, index: int) -> str:
    mention = scan.mentions[index]
    return "" if mention is None else mention.name.rpartition(" ")[2].lower()


def countries_of_offices(
    scan: Scan, phrases: Sequence[Title], held: Sequence[Held]
) -> Mapping[int, str]:
    """Give the country of state offices that name none, by title head, as the article shows it.

    Another mention of the same office that names its country decides ("the Cypriot president"),
    when all that do name one; else the country that the article speaks of more than of all others
    together, for offices of a national government.
    """
    named: dict[str, set[str]] = {}
    taken = {each.title.head for each in held}
    for title in phrases:
        if title.head in taken:
            continue
        if title.country is not None and scan.bits[title.head] & lex.STATE:
            named.setdefault(_office(scan, title), set()).add(title.country)
    counts = Counter(
        mention.country
        for mention in scan.mentions
        if mention is not None and mention.kind == "country" and mention.country
    )
    whole = sum(counts.values())
    top = counts.most_common(1)
    found: dict[int, str] = {}
    for title in phrases:
        if title.country is not None or title.owner is not None:
            continue
        government = scan.words.lowers[title.first] == "government"
        if not (scan.bits[title.head] & lex.STATE or government) or title.end - title.head > 1:
            continue
        of = named.get(_office(scan, title), set())
        if len(of) == 1:
            found[title.head] = next(iter(of))
        elif (
            not of
            and top
            and top[0][1] >= 3
            and 2 * top[0][1] > whole
            and (government or scan.words.lowers[title.head] in _NATIONAL)
        ):
            found[title.head] = top[0][0]
    return found


_NATIONAL = frozenset(
    {"president", "premier", "minister", "chancellor", "king", "queen", "emir", "sultan", "monarch",
     "president-elect", "ministers", "attorney-general", "taoiseach"}
)  # fmt: skip


def _office(scan: Scan, title: Title) -> str:
    """Give the words that an office is compared by: head and portfolio."""
    lowers = scan.words.lowers[title.first : title.head + 1]
    return " ".join(
        word for word in lowers if word not in ("the", "new", "then", "former", "vice", "current")
    )
