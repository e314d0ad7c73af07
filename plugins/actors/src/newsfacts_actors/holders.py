"""Who holds a title: the name that it stands beside."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts_actors import appointments
from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.titles import Title
from newsfacts_actors.tokens import CAPITAL, LOWER, NUMBER, POSSESSIVE

_MARKS = frozenset({",", "(", "-", "--", "–", "—"})
_FILLERS = frozenset(
    {"had", "has", "been", "have", "who", "a", "both", ")", "an", "the", "one", "of", "also", "now",
     "currently", "his", "her", "himself", "herself", "still", "then", "once", "formerly",
     "previously"}
)  # fmt: skip
_COPULAS = frozenset({"is", "was", "became", "remains", "as"})


_JOINTS = frozenset({",", "and", "und"})
# What goes on with the sentence behind a name in apposition.
_GOES_ON = frozenset({"and", "to", "of", "from", "with", "at", "in", "on", "who", "as"})


class Held(NamedTuple):
    """A title and the mention of the person who holds it."""

    person: int
    title: Title


def attach(scan: Scan, phrases: Sequence[Title], persons: Sequence[int]) -> list[Held]:
    """Give the titles that stand beside a person's name, with that person."""
    found = list(phrases)
    first_at: dict[int, int] = {}
    last_at: dict[int, int] = {}
    for index in persons:
        mention = scan.mention(index)
        first_at[mention.first] = index
        last_at[mention.last] = index
    held: list[Held] = []
    holders: dict[int, tuple[int, ...]] = {}  # number of a title -> who holds it
    for number, title in enumerate(found):
        people = _apposed(scan, title, last_at)
        if people and _once(scan, title):
            title = found[number] = title._replace(former=True)
        if (
            people
            and title.start >= 2
            and scan.words.lowers[title.start - 2 : title.start] == ["one", "of"]
        ):
            title = title._replace(first=title.start - 2)  # "one of the miners' nurses"
            found[number] = title
        if not people and number and _continues(scan, found[number - 1], title):
            people = tuple(
                index
                for index in holders.get(number - 1, ())
                if _mention_end(scan, index) <= title.start
            )  # "head of the office and chair of the board"
        if not people:
            put = appointments.holder(scan, title, first_at, last_at)
            if put is not None:
                people = (put[0],)
                found[number] = title._replace(former=title.former or put[1])
        elif len(people) == 1:
            heir = appointments.successor(scan, title, people[0], last_at)
            people = (heir, *people) if heir is not None else people
        if not people and not title.nested:
            people = _names_after(scan, title, first_at)
        if people:
            holders[number] = people
    for number in range(len(found) - 1, 0, -1):
        before, title = found[number - 1], found[number]
        if number - 1 in holders or number not in holders or before.nested:
            continue
        ahead = tuple(i for i in holders[number] if _mention_end(scan, i) > title.start)
        if ahead and (_continues(scan, before, title) or _leads_to(scan, before, title)):
            holders[number - 1] = ahead  # "fellow and former ambassador Petr Novak"
    for number in range(len(found) - 1):
        before, title = found[number], found[number + 1]
        shared = number in holders and holders.get(number + 1) == holders[number]
        bare = before.owner is None and before.country is None and not _complemented(scan, before)
        if shared and bare and _continues(scan, before, title):
            found[number] = before._replace(owner=title.owner, country=title.country)
        elif shared and title.owner is None and title.country is None:
            # "Zambia's trade minister and mines minister"
            both = scan.bits[before.head] & scan.bits[title.head] & lex.STATE
            if both and _continues(scan, before, title):
                found[number + 1] = title._replace(country=before.country)
    for number, title in enumerate(found):
        held += (Held(person, title) for person in holders.get(number, ()))
    return held


def _once(scan: Scan, title: Title) -> bool:
    """Tell "Petr Novak, once the envoy to", "Petr Novak, formerly head of"."""
    lowers = scan.words.lowers
    at = title.start - 1
    before = lowers[at - 1] if at > 0 and lowers[at] == "the" else lowers[max(at, 0)]
    return before in ("once", "formerly", "previously")


def _complemented(scan: Scan, title: Title) -> bool:
    """Tell whether a title says what it is of: "mayor of Zorix"."""
    after = scan.words.lowers[title.head + 1 : title.head + 2]
    return title.end > title.head + 2 and after in (["of"], ["for"], ["to"], ["in"], ["at"])


def _mention_end(scan: Scan, index: int) -> int:
    mention = scan.mention(index)
    return mention.last


def _continues(scan: Scan, before: Title, title: Title) -> bool:
    """Tell whether a title follows another by "and"."""
    words = scan.words
    at = before.end
    return (
        at < title.start <= at + 3
        and scan.sentence_of[at] == scan.sentence_of[title.head]
        and words.lowers[at] in ("and", "&")
        and not (scan.bits[before.head] | scan.bits[title.head]) & lex.PLURAL
        and all(
            words.lowers[i] in ("and", "&", "former", "a", "the", "also")
            for i in range(at, title.start)
        )
    )


def _leads_to(scan: Scan, before: Title, title: Title) -> bool:
    """Read "The commander of the mission, General Novak": a comma between the two."""
    at = before.end
    if at == title.start and scan.bits[title.head] & lex.RANK:
        return True  # "army spokesman Major Petr Novak"
    ranked = bool(scan.bits[title.head] & (lex.RANK | lex.HONORIFIC))
    return (
        (before.definite or (before.article and ranked))
        and title.start == at + 1
        and scan.words.words[at] == ","
        and not title.article
        and (ranked or before.start == scan.bounds(before.head)[0])
    )


def _names_after(scan: Scan, title: Title, first_at: dict[int, int]) -> tuple[int, ...]:
    """Read "Prime Minister Petr Novak"; "the head of the service, Petr Novak,"."""
    one = _name_after(scan, title, first_at)
    if one is None:
        return ()
    found = [one]
    if scan.bits[title.head] & lex.PLURAL:
        # "ministers Petr Novak and Maria Silva"
        words = scan.words.words
        at = _after_origin(scan, _mention_end(scan, one))
        while at + 1 < len(words) and words[at] in _JOINTS and len(found) < 8:
            at += 1
            if words[at] in ("and", "und"):
                at += 1
            if at not in first_at:
                break
            found.append(first_at[at])
            at = _after_origin(scan, _mention_end(scan, first_at[at]))
    return tuple(found)


def _after_origin(scan: Scan, at: int) -> int:
    """Step over "of Brazil" behind a name."""
    if at + 1 < len(scan.owner) and scan.words.words[at] == "of":
        owned = scan.at(at + 1)
        if owned is not None and owned.kind == "country":
            return owned.last
    return at


def _past_address(scan: Scan, at: int) -> int:
    """Step over what may stand between a comma and a name: "Dr.", "52-year-old"."""
    words = scan.words
    size = len(words.words)
    if at + 1 < size and words.lowers[at].endswith("-year-old"):
        return at + 1
    if at + 1 < size and scan.bits[at] & lex.HONORIFIC and scan.owner[at] < 0:
        at += 1
        if at + 1 < size and words.words[at] == ".":
            at += 1
    return at


def _name_after(scan: Scan, title: Title, first_at: dict[int, int]) -> int | None:
    words = scan.words
    at = title.end
    if at in first_at:
        inside = scan.sentence_of[at] == scan.sentence_of[title.head]
        return first_at[at] if inside else None
    size = len(words.words)
    if at + 3 < size and words.words[at] == "(" and words.words[at + 2] == ")":
        at += 3
        if at in first_at:
            return first_at[at]
    if at + 1 >= size or scan.sentence_of[at] != scan.sentence_of[title.head]:
        return None
    if words.lowers[at] == "and" and scan.bits[at + 1] & lex.HONORIFIC and at + 2 in first_at:
        return first_at[at + 2]  # "former president and brother Petr Novak"
    if words.lowers[at] in ("and", ",") and scan.bits[at + 1] & lex.TITLE:
        return None
    if words.lowers[at] in ("in", "at") and title.owner is not None:
        # "the director of the centre in Paris Petr Novak", "... in Paris, Petr Novak,"
        ahead = at + 1
        if words.lowers[ahead] == "the":
            ahead += 1
        while ahead < size and words.kinds[ahead] == CAPITAL and ahead not in first_at:
            ahead += 1
        if ahead in first_at and at + 1 < ahead < at + 4:
            return first_at[ahead]
        if ahead + 1 < size and words.words[ahead] == "," and ahead + 1 in first_at:
            at = ahead
    bracketed = words.words[at] == ")" and words.words[title.start - 1] == "("
    if words.words[at] in (",", ":", "-", "--", ")", "”", '"') and (
        title.definite or words.words[at] == ":" or bracketed or title.article
    ):
        ahead = at + 1
        if words.words[ahead] in (",", ")"):
            ahead += 1
        ahead = _past_address(scan, ahead)
        if ahead not in first_at:
            return None
        index = first_at[ahead]
        last = _mention_end(scan, index)
        if title.article and not bracketed and words.words[at] == ",":
            return index if last < size and words.words[last] in (",", ".") else None
        if last >= size or words.words[last] in (",", ".", ";", "(", ")", "”", '"', ":", "/"):
            return index
        if scan.bits[last] & (lex.SPEECH | lex.ACT | lex.BOUNDARY):
            return index
        if words.lowers[last] in _GOES_ON or scan.sentence_of[last] != scan.sentence_of[at]:
            return index
        return None
    # "General Staff chief General Novak": a rank between the two.
    if scan.bits[at] & (lex.RANK | lex.HONORIFIC) and words.kinds[at] in (CAPITAL, LOWER):
        after = at + 1
        if after < size and words.words[after] == ".":
            after += 1
        if after in first_at:
            return first_at[after]
    return None


def _apposed(scan: Scan, title: Title, last_at: dict[int, int]) -> tuple[int, ...]:
    """Read "Petr Novak, head of the service"; "Petr Novak, who is head of the service"."""
    words = scan.words
    at = title.start
    sentence, _ = scan.bounds(title.head)
    steps = 0
    while at > sentence and steps < 5:
        before = at - 1
        if at in last_at:
            break
        lower = words.lowers[before]
        aged = words.kinds[before] == NUMBER and len(lower) < 4
        if words.words[before] in _MARKS or lower in _COPULAS or lower in _FILLERS or aged:
            at = before
            steps += 1
            continue
        return ()
    if at not in last_at or at == title.start:
        return ()
    if title.end < len(words.kinds) and words.kinds[title.end] == POSSESSIVE:
        return ()  # "Petr Novak, the president's spokesman"
    between = [words.lowers[i] for i in range(at, title.start)]
    plural = bool(scan.bits[title.head] & lex.PLURAL)
    person = last_at[at]
    after = title.end
    speaks = (
        after < len(scan.bits) and words.kinds[after] == LOWER and scan.bits[after] & lex.SPEECH
    )
    if title.article and speaks and "," in between:
        return ()  # "..., said Petr Novak, a spokesman told" has the next clause's subject
    if any(mark in between for mark in (",", "(", "-", "--", "–", "—")):
        if any(word in _COPULAS for word in between) and "who" not in between:
            return ()
        if _enumerates(scan, title):
            return ()
        if plural and "one" not in between:
            return _coordinated(scan, person, last_at)
        return (person,)
    if between[0] in ("himself", "herself"):
        between = between[1:]
    if (
        between
        and between[0] in ("is", "was", "became", "remains", "as", "had", "has")
        and not plural
    ):
        return (person,)
    return ()


def _coordinated(scan: Scan, person: int, last_at: dict[int, int]) -> tuple[int, ...]:
    """Read "Petr Novak and Maria Silva, mediators" as both; nobody where only one is named."""
    mention = scan.mention(person)
    sentence, _ = scan.bounds(mention.first)
    for at in range(mention.first - 1, max(sentence, mention.first - 12), -1):
        if scan.words.words[at] == "and" and at in last_at:
            return (last_at[at], person)
    return ()


def _enumerates(scan: Scan, title: Title) -> bool:
    """Read "A, President B": the title belongs to the name that follows it at once."""
    at = title.end
    words = scan.words
    if at >= len(words.words) or title.nested or title.article:
        return False
    index = scan.owner[at]
    owned: Mention | None = scan.mentions[index] if index >= 0 else None
    return owned is not None and owned.kind == "person"
