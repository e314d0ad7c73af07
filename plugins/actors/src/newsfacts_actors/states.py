"""Offices of states: whose they are where they name no country, and who is known to hold them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from newsfacts_actors import lexicon as lex
from newsfacts_actors.holders import Held
from newsfacts_actors.scan import Scan, surname
from newsfacts_actors.titles import Title


def of_leaders(
    scan: Scan, phrases: Sequence[Title], held: Sequence[Held], persons: Sequence[int]
) -> Iterable[Held]:
    """Give "the Israeli prime minister" to the one known leader of that country that is named.

    Only where nobody is said to hold the office, and the leader has no other office.
    """
    titled = {surname(scan, each.person) for each in held}
    offices = {(each.title.country, scan.words.lowers[each.title.head]) for each in held}
    beside = {each.title.head for each in held}
    known: dict[str, dict[str, int]] = {}
    table = lex.single_names()
    for index in persons:
        mention = scan.mentions[index]
        family = surname(scan, index)
        if mention is None or mention.country is None or family in titled or family not in table:
            continue
        known.setdefault(mention.country, {}).setdefault(family, index)
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
        elif national and (with_whom := _with_whom(scan, phrases, title)) is not None:
            if with_whom:
                found[title.head] = with_whom
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
            served.setdefault(surname(scan, each.person), set()).add(each.title.country)
    found: dict[int, str] = {}
    for each in bare:
        of = served.get(surname(scan, each.person), set())
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
    if _visits(scan, title, country):
        return None
    for at in range(title.start - 1, first, -1):
        owned = scan.at(at)
        if owned is None or owned.kind != "country" or owned.country == country:
            continue
        return None if words.lowers[at - 1] in _VISITING else country
    return country


def _visits(scan: Scan, title: Title, country: str) -> bool:
    """Tell whether the holder comes to a country: "King Ellis arrived on a visit to Kenya"."""
    lowers = scan.words.lowers
    _, end = scan.bounds(title.head)
    came = False
    for at in range(title.end, min(end, title.end + 30)):
        came = came or lowers[at] in _COMING
        owned = scan.at(at) if came else None
        if owned is not None and owned.kind == "country":
            return owned.country == country and (
                lowers[at - 1] in ("to", "in") or lowers[at - 1] in _COMING
            )
    return False


_COMING = frozenset(
    {"arrived", "arrives", "arriving", "landed", "visit", "visits", "visited", "trip", "tour"}
)


def _with_whom(scan: Scan, phrases: Sequence[Title], title: Title) -> str | None:
    """Give the country of whom an officer came with; "" where that is not known.

    "A Kenyan delegation led by Defense Minister X"; "The president was accompanied by Foreign
    Minister X". None where nothing of the kind is said.
    """
    lowers = scan.words.lowers
    first, _ = scan.bounds(title.head)
    for at in range(title.start - 2, max(first, title.start - 14), -1):
        if lowers[at + 1] != "by" or lowers[at] not in ("led", "headed", "accompanied"):
            continue
        if lowers[at] == "accompanied":
            state = [
                each.country
                for each in phrases
                if first <= each.head < at and scan.bits[each.head] & lex.STATE
            ]
            return (state[-1] if state else None) or ""
        for before in range(at - 1, max(first - 1, at - 7), -1):
            owned = scan.at(before)
            if owned is not None and owned.kind == "country":
                return owned.country
        return None
    return None


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
    for before in range(at - 1, max(first, at - 8), -1):
        owned = scan.at(before)
        if owned is not None and owned.kind == "country":
            return owned.country
        if owned is not None or lowers[before] in ("and", "where"):
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
