"""Whom a person belongs to, beyond titles: by usage, by "of", by an identification that follows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.holders import Held
from newsfacts_actors.parties import PARTY
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.titles import Title
from newsfacts_actors.tokens import LOWER, POSSESSIVE

# An affiliation for which the text names no office.
MEMBER = "member"

_SERVES = frozenset(
    {"works", "worked", "teaches", "taught", "lectures", "plays", "played", "serves", "served",
     "sits", "competes", "drives", "rides", "joined", "researches", "studies"}
)  # fmt: skip
_SERVING = frozenset({"at", "for", "with", "the", "in", "on"})
_LED_BY = frozenset({"led", "headed", "chaired", "founded", "commanded", "run", "co-founded"})
_BEING = frozenset({"is", "was", "had"})


class Affiliation(NamedTuple):
    """A person's mention, the organisation's mention, and the words `first` to before `last`.

    The words are the organisation's name, or, where `leads`, the verb that is the title.
    """

    person: int
    organization: int
    first: int
    last: int
    leads: bool = False


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
    for index in persons:
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
        if before and len({_surname(scan, index) for index in before}) == 1:
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
            found.append(Affiliation(index, scan.owner[at], verb, verb + 1, True))
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


def identified(
    scan: Scan, phrases: Sequence[Title], held: Sequence[Held], persons: Sequence[int]
) -> Iterable[Held]:
    """Give titles whose holder is named only after the sentence that describes him.

    "A lawyer for the families said on Tuesday. Petr Novak told the court ...": the first sentence
    has the description as the subject of a verb of speech, the second opens with a full name that
    is new and has no title of its own, or is a quotation that such a name says.
    """
    words, bits = scan.words, scan.bits
    beside = {each.title.head for each in held}
    opening, quoting = _newly_named(scan, held, persons)
    if not (opening or quoting):
        return
    named = {scan.sentence_of[_first(scan, i)] for i in persons if scan.mentions[i]}
    for title in phrases:
        if title.head in beside or bits[title.head] & lex.PLURAL or title.nested:
            continue
        if not (title.article or title.definite):
            continue
        number = scan.sentence_of[title.head]
        found = opening.get(number + 1)
        where = number + 1
        first, end = scan.bounds(title.head)
        subject = title.start <= first + 1 and number not in named
        if found is None and title.article and subject:
            where = next((i for i in range(number + 1, number + 4) if i in named), -1)
            found = quoting.get(where)
        if found is None:
            continue
        after = title.end
        speaks = after < end and bits[after] & lex.SPEECH and words.kinds[after] == LOWER
        if subject or speaks:
            yield Held(found, title)
            opening.pop(where, None)
            quoting.pop(where, None)


def _newly_named(
    scan: Scan, held: Sequence[Held], persons: Sequence[int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Give, by sentence, new untitled names that open one, and that say a quotation in one."""
    words, bits = scan.words, scan.bits
    titled = {_surname(scan, each.person) for each in held}
    opening: dict[int, int] = {}
    quoting: dict[int, int] = {}
    known: set[str] = set()
    for index in persons:
        mention = scan.mentions[index]
        if mention is None:
            continue
        surname = _surname(scan, index)
        first = scan.bounds(mention.first)[0]
        new = surname not in known and mention.how != "short" and mention.last - mention.first > 1
        known.add(surname)
        if not new or surname in titled:
            continue
        number, after = scan.sentence_of[mention.first], mention.last
        follows = after < len(bits) and words.kinds[after] == LOWER
        if mention.first <= first + 1:
            if follows and (bits[after] & (lex.SPEECH | lex.ACT) or words.lowers[after] in _BEING):
                opening[number] = index
        elif (follows and bits[after] & lex.SPEECH) or bits[mention.first - 1] & lex.SPEECH:
            marks = words.words[first : mention.first]
            if any(mark in marks for mark in ('"', "”")):
                quoting[number] = index
    return opening, quoting


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
    own = _own_countries(scan, held)
    for title in phrases:
        if title.country is not None or title.owner is not None:
            continue
        if (served := own.get(title.head)) is not None:
            found[title.head] = served
            continue
        government = scan.words.lowers[title.first] == "government"
        if not (scan.bits[title.head] & lex.STATE or government) or title.end - title.head > 1:
            continue
        of = named.get(_office(scan, title), set())
        national = government or scan.words.lowers[title.head] in _NATIONAL
        if national and (host := _where(scan, title)) is not None:
            found[title.head] = host
        elif len(of) == 1:
            found[title.head] = next(iter(of))
        elif (
            not of
            and top
            and top[0][1] >= 3
            and 2 * top[0][1] > whole
            and national
            and (country := _there(scan, phrases, title, top[0][0])) is not None
        ):
            found[title.head] = country
    return found


def _own_countries(scan: Scan, held: Sequence[Held]) -> Mapping[int, str]:
    """Give the country of state offices whose holder has another office, of one country."""
    served: dict[str, set[str]] = {}
    bare = [each for each in held if scan.bits[each.title.head] & lex.STATE]
    for each in bare:
        if each.title.country is not None and each.title.owner is None:
            served.setdefault(_surname(scan, each.person), set()).add(each.title.country)
    found: dict[int, str] = {}
    for each in bare:
        of = served.get(_surname(scan, each.person), set())
        if each.title.country is None and each.title.owner is None and len(of) == 1:
            found[each.title.head] = next(iter(of))
    return found


def _there(scan: Scan, phrases: Sequence[Title], title: Title, country: str) -> str | None:
    """Give the country of an office that names none, in a story that is mostly of `country`.

    "His minister" is of the country of whom the sentence tells; a minister whom somebody met in
    another country is of that one, or nobody can tell.
    """
    words = scan.words
    first, _ = scan.bounds(title.head)
    if words.lowers[title.start] in ("his", "her"):
        before = [
            each.country
            for each in phrases
            if first <= each.head < title.start and scan.bits[each.head] & lex.STATE
        ]
        return before[-1] or country if before else country
    for at in range(title.start - 1, first, -1):
        owned = scan.at(at)
        if owned is None or owned.kind != "country" or owned.country == country:
            continue
        return None if words.lowers[at - 1] in _VISITING else country
    return country


def _where(scan: Scan, title: Title) -> str | None:
    """Give the country of "left for Kenya, where he will meet Prime Minister Ana Ruiz"."""
    lowers = scan.words.lowers
    first, _ = scan.bounds(title.head)
    for at in range(title.start - 1, max(first, title.start - 10), -1):
        if lowers[at] == "where":
            break
        if scan.owner[at] >= 0 or lowers[at] in ("his", "her"):
            return None
    else:
        return None
    for at in range(at - 1, max(first, at - 8), -1):
        owned = scan.at(at)
        if owned is not None and owned.kind == "country":
            return owned.country
        if owned is not None or lowers[at] in ("and", "where"):
            return None
    return None


_VISITING = frozenset({"visited", "visit", "to", "in", "for"})


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
