"""Titles: where an office stands in the text, whose it is, and of what."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, MARK, POSSESSIVE, UPPER

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "our", "one"})
_GENERALS = frozenset(
    {"secretary", "attorney", "governor", "director", "consul", "inspector", "prosecutor", "auditor",
     "surgeon", "solicitor", "commissioner", "controller", "advocate", "postmaster"}
)  # fmt: skip
_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_OWNING = frozenset({"of", "for", "at", "from", "with", "in", "on", "to"})
_NO_ADJECTIVE = _OWNING | {"and", "or", "both", "including", "not"}
_AFTER_HEAD = frozenset({"general", "elect", "designate", "emeritus", "generals", "-elect"})
_COPULAS = frozenset({"is", "was", "became", "remains", "as"})
_LONGEST = 14


class Title(NamedTuple):
    """A title phrase.

    Words `first` to before `last` are the title itself, `start` to before `end` the whole phrase.
    `owner` is the index of the organisation's mention, `country` the state served. `definite` says
    that the phrase begins with "the", a possessive or an owner's name. `nested` says that another
    title stands inside the complement, so that a name behind the phrase is that one's.
    """

    head: int
    first: int
    last: int
    start: int
    end: int
    owner: int | None
    country: str | None
    former: bool
    definite: bool
    article: bool
    nested: bool
    country_mention: int | None = None


def find(scan: Scan) -> list[Title]:
    """Give the title phrases of the text in order."""
    found: list[Title] = []
    for at, bit in enumerate(scan.bits):
        if bit & lex.TITLE and _head(scan, at):
            found.append(_phrase(scan, at))
    return found


def _head(scan: Scan, at: int) -> bool:
    """Tell whether a word is the head of a title phrase and not a part inside one."""
    words, bits = scan.words, scan.bits
    bit = scan.bits[at]
    if not bit & lex.TITLE or words.kinds[at] not in (LOWER, CAPITAL, UPPER):
        return False
    if words.lowers[at] == "general" and at and bits[at - 1] & lex.TITLE:
        if words.lowers[at - 1] in _GENERALS:
            return False
    if scan.owner[at] >= 0:
        return False
    after = at + 1
    if after < len(bits) and scan.sentence_of[after] == scan.sentence_of[at]:
        if words.words[after] == "." and bit & lex.RANK:
            after += 1
        if words.lowers[at] in _GENERALS and words.lowers[after] == "general":
            return True
        if after >= len(bits):
            return True
        next_bit = scan.bits[after]
        if words.kinds[after] in (LOWER, CAPITAL) and scan.owner[after] < 0:
            if bit & lex.MODIFIER and next_bit & (lex.MODIFIER | lex.PORTFOLIO) and _title_ahead(scan, after):
                return False
            apart = (
                bit & (lex.STATE | lex.OFFICE | lex.OCCUPATION)
                and not bit & lex.MODIFIER
                and next_bit & lex.RANK
                and words.kinds[after] == CAPITAL
            )
            if next_bit & lex.TITLE and not apart:
                if not bit & lex.RANK or next_bit & (lex.RANK | lex.OFFICE):
                    return False
            if words.kinds[after] == LOWER and next_bit & (lex.HEAD | lex.LOWER_HEAD):
                return False
    return True


def _title_ahead(scan: Scan, at: int) -> bool:
    """Tell whether modifiers from here on lead to another title: "deputy [foreign minister]"."""
    for ahead in range(at, min(at + 4, len(scan.bits))):
        if scan.bits[ahead] & lex.TITLE:
            return True
        if not scan.bits[ahead] & (lex.MODIFIER | lex.PORTFOLIO | lex.SUBJECT):
            return False
    return False


def _bare_possessive(scan: Scan, at: int, sentence: int) -> bool:
    """"Doctors Without Borders' director": an apostrophe after a name in -s."""
    if scan.words.words[at] not in "'’" or at - 1 < sentence:
        return False
    return scan.owner[at - 1] >= 0 and scan.words.words[at - 1].endswith("s")


def _phrase(scan: Scan, head: int) -> Title:
    words, bits = scan.words, scan.bits
    sentence, end = scan.bounds(head)
    former = words.lowers[head].startswith(("ex-", "then-"))
    owner: int | None = None
    country: str | None = None
    mention: int | None = None
    first = start = at = head
    owned_seen = False
    while at > sentence:
        before = at - 1
        bit, kind = bits[before], words.kinds[before]
        index = scan.owner[before]
        if index >= 0:
            owned = scan.mentions[index]
            assert owned is not None
            if owned.kind == "person" or owned_seen:
                break
            if owned.kind == "organization":
                owner, country = index, owned.country
            else:
                country, mention = owned.country, index
            owned_seen = True
            start = at = owned.first
            continue
        if words.words[before] == "." and before - 1 >= sentence and bits[before - 1] & lex.RANK:
            at = before
            continue
        if kind == POSSESSIVE or _bare_possessive(scan, before, sentence):
            if before - 1 >= sentence:
                index = scan.owner[before - 1]
                owned = scan.mentions[index] if index >= 0 else None
                if owned is not None and not owned_seen:
                    if owned.kind == "organization":
                        owner, country = index, owned.country
                    elif owned.kind == "country":
                        country, mention = owned.country, index
                    start = owned.first
                    owned_seen = True
                else:
                    start = before - 1
                    if start > sentence and words.lowers[start - 1] in ("the", "his", "her", "a"):
                        start -= 1
            return _complete(
                scan, head, first, start, end, owner, country, former, True, False, mention
            )
        if kind in (LOWER, CAPITAL, UPPER) and bit & lex.FORMER:
            former = True
            at = before
            start = at
            continue
        if kind == LOWER and words.lowers[before].endswith(("-led", "-backed", "-based", "-born")):
            at = start = before
            continue
        if bit & lex.REMARK and kind == LOWER:
            at = start = before
            continue
        if (
            scan.bits[head] & lex.RANK
            and bit & (lex.OFFICE | lex.STATE | lex.OCCUPATION)
            and not bit & (lex.MODIFIER | lex.RANK)
        ):
            break
        if kind in (LOWER, CAPITAL, UPPER) and (
            bit & (lex.MODIFIER | lex.TITLE | lex.PORTFOLIO) or (kind == CAPITAL and bit & lex.SUBJECT)
        ):
            if bit & (lex.SPEECH | lex.ACT) and kind == LOWER and not bit & lex.MODIFIER:
                break
            at = before
            start = at
            if not owned_seen:
                first = at
            continue
        if (
            words.words[before] in ("and", "&")
            and before - 1 >= sentence
            and bits[at] & (lex.PORTFOLIO | lex.SUBJECT)
            and bits[before - 1] & (lex.PORTFOLIO | lex.SUBJECT)
            and not bits[before - 1] & lex.TITLE
        ):
            at = before - 1
            if not owned_seen:
                first = at
            start = at
            continue
        if (
            kind in (CAPITAL, UPPER)
            and not bit & (lex.NOT_NAME | lex.HONORIFIC)
            and not owned_seen
        ):
            at = before
            first = start = at
            continue
        reach = _unknown_words(scan, at, sentence) if not owned_seen else at
        if reach < at:
            at = first = start = reach
            continue
        break
    article = False
    definite = owned_seen and mention is None
    if at > sentence and words.lowers[at - 1] in _DETERMINERS:
        definite = words.lowers[at - 1] in _DEFINITE
        article = not definite
        start = at - 1
    elif owned_seen or at == sentence:
        definite = True
    return _complete(
        scan, head, first, start, end, owner, country, former, definite, article, mention
    )


def _unknown_words(scan: Scan, at: int, sentence: int) -> int:
    """Take in up to three unknown words behind a comma and an article: ", a soft-spoken miner"."""
    words = scan.words
    for steps in range(1, 5):
        before = at - steps
        if before <= sentence:
            return at
        if words.words[before] == "," and steps > 1 and before - 1 >= sentence:
            owned = scan.at(before - 1)
            return before + 1 if owned is not None and owned.kind == "person" else at
        if words.lowers[before] in ("a", "an", "the", "his", "her", "their", "its"):
            return before + 1 if steps > 1 and words.words[before - 1] == "," else at
        if (
            words.kinds[before] != LOWER
            or scan.bits[before] & (lex.BOUNDARY | lex.SPEECH)
            or words.lowers[before] in _NO_ADJECTIVE
        ):
            return at
    return at


def _complete(
    scan: Scan, head: int, first: int, start: int, limit: int, owner: int | None,
    country: str | None, former: bool, definite: bool, article: bool, mention: int | None,
) -> Title:  # fmt: skip
    """Read what follows the head: "of the political office of the group Hamas"."""
    words, bits = scan.words, scan.bits
    last = head + 1
    if last < limit and words.words[last] == "." and bits[head] & lex.RANK and len(words.words[head]) < 6:
        last += 1
    if last < limit and words.lowers[last] in _AFTER_HEAD and scan.owner[last] < 0:
        last += 1
    elif last + 1 < limit and words.words[last] == "-" and words.lowers[last + 1] in _AFTER_HEAD:
        last += 2
    end = last
    nested = False
    if last < limit and words.lowers[last] in _OWNING and words.kinds[last] == LOWER:
        at = last
        joiner = last  # the preposition that introduced what is being read
        cut: int | None = None
        coordinated: int | None = None
        while at < limit and at - last < _LONGEST:
            kind, bit, lower = words.kinds[at], bits[at], words.lowers[at]
            index = scan.owner[at]
            if index >= 0:
                owned = scan.mentions[index]
                assert owned is not None
                if owned.kind == "person":
                    break
                if owned.kind == "organization" and owner is None:
                    owner = index
                    country = country or owned.country
                    cut = joiner if cut is None else cut
                elif (
                    owned.kind == "country"
                    and country is None
                    and owner is None
                    and words.lowers[joiner] in ("of", "from")
                ):
                    country, mention = owned.country, index
                    if not _describes(scan, owned.last, limit):
                        cut = joiner if cut is None else cut
                at = owned.last
                end = at
                continue
            if kind == LOWER and lower in _OWNING:
                if lower not in ("of", "for") and at > last and cut is not None:
                    break
                joiner = at
                at += 1
                continue
            if kind == MARK and words.words[at] != "&":
                if words.words[at] in "\"“" and at + 1 < limit and words.kinds[at + 1] == CAPITAL:
                    at += 1
                    continue
                break
            if lower == "and":
                coordinated = at
            if kind == POSSESSIVE:
                at += 1
                continue
            if bit & lex.BOUNDARY and kind == LOWER:
                break
            if kind == LOWER and bit & (lex.SPEECH | lex.ACT) and not bit & lex.MODIFIER:
                break
            if scan.bits[at] & lex.TITLE and scan.owner[at] < 0 and _head(scan, at):
                if coordinated is not None and joiner < coordinated:
                    end = coordinated
                else:
                    nested = True
                break
            at += 1
            end = at
        if coordinated is not None and end > coordinated and _title_in(scan, coordinated, end, limit):
            end = coordinated
        while end > last and (
            words.lowers[end - 1] in _OWNING or words.lowers[end - 1] in ("the", "a", "and")
        ):
            end -= 1
        last = cut if cut is not None else end
        if nested and cut is None:
            last = _before_nested(scan, last, at, joiner)
    if owner is None and country is None:
        owner, country = _taken_up(scan, head, start, end, last)
    return Title(
        head, first, last, start, max(end, last), owner, country, former, definite, article, nested,
        mention,
    )  # fmt: skip


def _describes(scan: Scan, at: int, limit: int) -> bool:
    """Tell whether a small noun follows a nationality: "the Japanese [delegation]"."""
    if at < limit and scan.words.kinds[at] == POSSESSIVE:
        return True
    if at >= limit or scan.words.kinds[at] != LOWER:
        return False
    return not scan.bits[at] & (lex.BOUNDARY | lex.SPEECH | lex.ACT | lex.TITLE) and (
        scan.words.lowers[at] not in ("and", "of", "for", "to")
    )


def _title_in(scan: Scan, first: int, last: int, limit: int) -> bool:
    return any(scan.bits[at] & lex.TITLE for at in range(first, min(last + 1, limit)))


def _taken_up(
    scan: Scan, head: int, start: int, end: int, last: int
) -> tuple[int | None, str | None]:
    """Give whose office it is where the text only says "its" or "the party's"."""
    words, bits = scan.words, scan.bits
    at: int | None = None
    for word in range(max(start - 3, 0), min(end, len(bits))):
        lower = words.lowers[word]
        if lower in ("its", "their") and (word >= start - 1):
            at = word
        elif bits[word] & lex.ANAPHOR and words.kinds[word] == LOWER and word != head:
            possessed = word < head and words.kinds[min(word + 1, len(bits) - 1)] == POSSESSIVE
            taken = word > head and words.lowers[word - 1] in ("the", "this", "his", "her", "their", "its")
            if possessed or taken:
                at = word
    if at is None:
        return None, None
    sentence = scan.sentence_of[at]
    state = bool(bits[head] & lex.STATE)
    for word in range(at - 1, -1, -1):
        if sentence - scan.sentence_of[word] > 2:
            break
        index = scan.owner[word]
        owned = scan.mentions[index] if index >= 0 else None
        if owned is None or index < 0:
            continue
        if owned.kind == "organization" and not state and owned.how != "acronym-of":
            return index, owned.country
        if owned.kind == "country" and state and owned.how == "name":
            return None, owned.country
    return None, None


def _before_nested(scan: Scan, last: int, at: int, joiner: int) -> int:
    """Leave a nested title out: "spokesman for [Prime Minister]" keeps "spokesman"."""
    del at
    return min(last, joiner)


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
        mention = scan.mentions[index]
        assert mention is not None
        first_at[mention.first] = index
        last_at[mention.last] = index
    held: list[Held] = []
    holders: dict[int, tuple[int, ...]] = {}  # number of a title -> who holds it
    for number, title in enumerate(found):
        people = _apposed(scan, title, last_at)
        if people and title.start >= 2 and scan.words.lowers[title.start - 2 : title.start] == ["one", "of"]:
            title = title._replace(first=title.start - 2)  # "one of the family's lawyers"
            found[number] = title
        if not people and number and _continues(scan, found[number - 1], title):
            people = tuple(
                index for index in holders.get(number - 1, ()) if _mention_end(scan, index) <= title.start
            )  # "head of the office and chair of the board"
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
        if number in holders and holders.get(number + 1) == holders[number]:
            if before.owner is None and before.country is None and _continues(scan, before, title):
                found[number] = before._replace(owner=title.owner, country=title.country)
    for number, title in enumerate(found):
        held += (Held(person, title) for person in holders.get(number, ()))
    return held


def _mention_end(scan: Scan, index: int) -> int:
    mention = scan.mentions[index]
    assert mention is not None
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
        and all(words.lowers[i] in ("and", "&", "former", "a", "the", "also") for i in range(at, title.start))
    )


def _leads_to(scan: Scan, before: Title, title: Title) -> bool:
    """"The commander of the mission, General Novak": a comma between the two."""
    at = before.end
    if at == title.start and scan.bits[title.head] & lex.RANK:
        return True  # "army spokesman Major Petr Novak"
    return (
        before.definite
        and title.start == at + 1
        and scan.words.words[at] == ","
        and not title.article
        and (
            bool(scan.bits[title.head] & (lex.RANK | lex.HONORIFIC))
            or before.start == scan.bounds(before.head)[0]
        )
    )


def _names_after(scan: Scan, title: Title, first_at: dict[int, int]) -> tuple[int, ...]:
    """"Prime Minister Petr Novak"; "the head of the service, Petr Novak,"."""
    one = _name_after(scan, title, first_at)
    if one is None:
        return ()
    found = [one]
    if scan.bits[title.head] & lex.PLURAL:
        # "ministers Petr Novak and Maria Silva"
        words = scan.words.words
        at = _after_origin(scan, _mention_end(scan, one))
        while at + 1 < len(words) and words[at] in (",", "and") and len(found) < 8:
            at += 1
            if words[at] == "and":
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


def _name_after(scan: Scan, title: Title, first_at: dict[int, int]) -> int | None:
    words = scan.words
    at = title.end
    if at in first_at:
        return first_at[at]
    size = len(words.words)
    if at + 3 < size and words.words[at] == "(" and words.words[at + 2] == ")":
        at += 3
        if at in first_at:
            return first_at[at]
    if at + 1 >= size or scan.sentence_of[at] != scan.sentence_of[title.head]:
        return None
    if words.lowers[at] in ("and", ",") and scan.bits[at + 1] & lex.TITLE:
        return None
    if words.lowers[at] in ("in", "at") and title.owner is not None:
        # "the director of the centre in Paris Petr Novak", "... in Paris, Petr Novak,"
        ahead = at + 1
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
        if words.lowers[last] in ("and", "to") or scan.sentence_of[last] != scan.sentence_of[at]:
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
    """"Petr Novak, head of the service"; "Petr Novak, who is head of the service"."""
    words = scan.words
    at = title.start
    sentence, _ = scan.bounds(title.head)
    steps = 0
    while at > sentence and steps < 5:
        before = at - 1
        if at in last_at:
            break
        lower = words.lowers[before]
        if words.words[before] in (",", "(", "-", "--", "–", "—") or lower in _COPULAS or lower in (
            "had", "has", "been","have",
            "who", "a", "an", "the", "one", "of", "also", "now", "currently", "his", "her", "himself",
            "herself", "still", "then", "once",
        ):  # fmt: skip
            at = before
            steps += 1
            continue
        return ()
    if at not in last_at or at == title.start:
        return ()
    between = [words.lowers[i] for i in range(at, title.start)]
    plural = bool(scan.bits[title.head] & lex.PLURAL)
    person = last_at[at]
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
    if between and between[0] in ("is", "was", "became", "remains", "as", "had", "has") and not plural:
        return (person,)
    return ()


def _coordinated(scan: Scan, person: int, last_at: dict[int, int]) -> tuple[int, ...]:
    """"Petr Novak and [the minister] Maria Silva, mediators": both; nobody where only one is named."""
    mention = scan.mentions[person]
    assert mention is not None
    sentence, _ = scan.bounds(mention.first)
    for at in range(mention.first - 1, max(sentence, mention.first - 12), -1):
        if scan.words.words[at] == "and" and at in last_at:
            return (last_at[at], person)
    return ()


def _enumerates(scan: Scan, title: Title) -> bool:
    """"A, President B": the title belongs to the name that follows it at once."""
    at = title.end
    words = scan.words
    if at >= len(words.words) or title.nested or title.article:
        return False
    index = scan.owner[at]
    owned: Mention | None = scan.mentions[index] if index >= 0 else None
    return owned is not None and owned.kind == "person"


_ = (INITIAL,)
