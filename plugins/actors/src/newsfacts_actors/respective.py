"""Offices of several countries in one phrase: "the presidents of A and B, X and Y"."""

from collections.abc import Mapping, Sequence

from newsfacts_actors import lexicon as lex
from newsfacts_actors.holders import Held
from newsfacts_actors.scan import Mention, Scan, surname
from newsfacts_actors.titles import Title
from newsfacts_actors.tokens import CAPITAL, LOWER

_JOINED = frozenset({"and", ",", "&"})
_LONGEST = 4  # words of a name
_MOST = 5  # countries whose offices one phrase lists


def settle(
    scan: Scan, phrases: Sequence[Title], held: Sequence[Held], persons: Sequence[int]
) -> list[Held]:
    """Give each holder of an office of several countries his own country, in the order named.

    Where the numbers differ, nobody can tell whose office it is, and no country is given. Two who
    open the next sentence by their names alone are those of whose offices the one before told.
    """
    by_title: dict[int, list[int]] = {}
    for at, each in enumerate(held):
        if scan.bits[each.title.head] & lex.PLURAL:
            by_title.setdefault(each.title.head, []).append(at)
    settled = list(held)
    for numbers in by_title.values():
        title = held[numbers[0]].title
        lands = _countries(scan, title)
        if len(lands) < 2:
            continue
        numbers.sort(key=lambda at: scan.mention(held[at].person).first)
        paired = len(lands) == len(numbers)
        for number, land in zip(numbers, lands, strict=False):
            code = land.country if paired else None
            settled[number] = held[number]._replace(title=title._replace(country=code))
    return settled + _named_next(scan, phrases, held, persons)


def _countries(scan: Scan, title: Title) -> list[Mention]:
    """Give the countries that an office is said to be of: "of A and B", "the A and B ministers"."""
    found: list[Mention] = []
    if scan.words.lowers[title.head + 1 : title.head + 2] == ["of"]:
        at = title.head + 2
        while at < len(scan.owner) and len(found) < _MOST:
            owned = scan.at(at)
            if owned is not None and owned.kind == "country":
                found.append(owned)
                at = owned.last
            elif scan.words.lowers[at] in _JOINED or scan.words.lowers[at] == "the":
                at += 1
            else:
                break
        return found
    at = title.head - 1
    while at >= 0 and scan.bits[at] & (lex.MODIFIER | lex.PORTFOLIO | lex.SUBJECT):
        at -= 1
    while at >= 0 and len(found) < _MOST:
        owned = scan.at(at)
        if owned is not None and owned.kind == "country":
            found.insert(0, owned)
            at = owned.first - 1
        elif found and scan.words.lowers[at] in _JOINED:
            at -= 1
        else:
            break
    return found


def _named_next(
    scan: Scan, phrases: Sequence[Title], held: Sequence[Held], persons: Sequence[int]
) -> list[Held]:
    """Read "The ministers of A and B will meet. X and Y last met in May." of two without titles."""
    holding = {each.title.head for each in held}
    told = {
        scan.sentence_of[title.head]: title
        for title in phrases
        if scan.bits[title.head] & lex.PLURAL and title.head not in holding
    }
    if not told:
        return []
    titled = {surname(scan, each.person) for each in held}
    opening = {
        mention.first: index for index in persons if (mention := scan.mentions[index]) is not None
    }
    found: list[Held] = []
    for number, title in told.items():
        lands = _countries(scan, title)
        if len(lands) != 2 or number + 1 >= len(scan.words.sentences) - 1:
            continue
        two = _opening_pair(scan, scan.words.sentences[number + 1], opening)
        if any(surname(scan, each) in titled for each in two):
            continue
        found += (
            Held(person, title._replace(country=land.country))
            for person, land in zip(two, lands, strict=False)
        )
    return found


def _opening_pair(scan: Scan, first: int, opening: Mapping[int, int]) -> tuple[int, ...]:
    """Give the two that a sentence opens with by full name: "Ana Ruiz and Petr Novak met"."""
    words = scan.words
    last = _full_name(scan, first)
    if last is None or last + 3 >= len(words.words) or words.lowers[last] != "and":
        return ()
    end = _full_name(scan, last + 1)
    if end is None or end >= len(words.words) or words.kinds[end] != LOWER:
        return ()
    return tuple(
        opening[at] if at in opening else scan.add(Mention(at, to, "person", words.slice(at, to)))
        for at, to in ((first, last), (last + 1, end))
    )


def _full_name(scan: Scan, at: int) -> int | None:
    """Give the end of two to four capitalised words that are a person's name, or unknown."""
    owned = scan.at(at)
    if owned is not None:
        full = owned.kind == "person" and owned.first == at and owned.last - at > 1
        return owned.last if full else None
    last = at
    while (
        last < len(scan.owner)
        and last - at < _LONGEST
        and scan.words.kinds[last] == CAPITAL
        and scan.owner[last] < 0
        and not scan.bits[last] & ~(lex.GIVEN | lex.SURNAME | lex.FAMILY_FIRST | lex.AMBIGUOUS)
    ):
        last += 1
    return last if last - at > 1 else None
