"""Titles: where an office stands in the text, whose it is, and of what."""

from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.owners import bare_possessive, bracketed, taken_up
from newsfacts_actors.scan import Scan
from newsfacts_actors.tokens import CAPITAL, LOWER, MARK, POSSESSIVE, UPPER

_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "this", "that", "our", "one"}
)
_NAMING = lex.TITLE | lex.HEAD | lex.LOWER_HEAD | lex.BODY | lex.SUBJECT | lex.PORTFOLIO
_OBJECTS = _DETERMINERS | {"to"}
_PARTIES = frozenset(
    {"christian", "democrat", "democratic", "republican", "social", "socialist", "conservative",
     "liberal", "communist", "green", "labour", "labor", "nationalist"}
)  # fmt: skip
_ANEW = frozenset({"a", "an", "former", "ex", "then"})
_GENERALS = frozenset(
    {"secretary", "attorney", "governor", "director", "consul", "inspector", "prosecutor",
     "auditor",
     "surgeon", "solicitor", "commissioner", "controller", "advocate", "postmaster"}
)  # fmt: skip
_KIN = frozenset({"father", "sister"})
_CHOSEN = frozenset({"named", "appointed", "elected", "re-elected"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_OWNING = frozenset({"of", "for", "at", "from", "with", "in", "on", "to"})
_NO_ADJECTIVE = _OWNING | {"and", "or", "both", "including", "not"}
_AFTER_HEAD = frozenset({"general", "elect", "designate", "emeritus", "generals", "-elect"})
_WAS = ("ex-", "then-")
_NAMING_MORE = lex.MODIFIER | lex.PORTFOLIO | lex.SUBJECT | lex.TITLE
_LONGEST = 14
_REACH = 60  # words before its head in which a title phrase is sought


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
    for at in scan.marked:
        if scan.bits[at] & lex.TITLE and _head(scan, at):
            found.append(_phrase(scan, at))
    return found


def _head(scan: Scan, at: int) -> bool:
    """Tell whether a word is the head of a title phrase and not a part inside one."""
    words, bits = scan.words, scan.bits
    bit = scan.bits[at]
    if not bit & lex.TITLE or words.kinds[at] not in (LOWER, CAPITAL, UPPER):
        return False
    if words.lowers[at] == "general" and at and words.lowers[at - 1] in _GENERALS:
        return False
    if scan.owner[at] >= 0:
        return False
    if words.lowers[at] in _KIN and words.kinds[at] == LOWER and not scan.upper:
        return False  # "the boy's father", who is no priest
    after = at + 1
    if after < len(bits) and words.lowers[after] in lex.not_offices().get(words.lowers[at], ()):
        return False  # "the official toll"
    if after < len(bits) and scan.sentence_of[after] == scan.sentence_of[at]:
        if words.words[after] == "." and bit & lex.RANK:
            after += 1
        if words.lowers[at] in _GENERALS and words.lowers[after : after + 1] == ["general"]:
            return True
        if after >= len(bits):
            return True
        next_bit = scan.bits[after]
        if words.kinds[after] in (LOWER, CAPITAL) and scan.owner[after] < 0:
            apart = (
                bit & (lex.STATE | lex.OFFICE | lex.OCCUPATION)
                and (not bit & lex.MODIFIER or _chief(scan, at))
                and words.lowers[at] not in ("lieutenant", "brigadier")
                and next_bit & lex.RANK
                and words.kinds[after] == CAPITAL
            )
            if (
                bit & lex.MODIFIER
                and not apart
                and next_bit & (lex.MODIFIER | lex.PORTFOLIO)
                and _title_ahead(scan, after)
            ):
                return False
            if (
                next_bit & lex.TITLE
                and not apart
                and (not bit & lex.RANK or next_bit & (lex.RANK | lex.OFFICE))
            ):
                return False
            if words.kinds[after] == LOWER and next_bit & (lex.HEAD | lex.LOWER_HEAD):
                return False
            if (
                bit & lex.PORTFOLIO
                and next_bit & lex.STATE
                and (scan.upper or words.kinds[at] == LOWER)
            ):
                return False  # "the justice minister"
    return True


def _chief(scan: Scan, at: int) -> bool:
    """Know "army chief [General Novak]", where "Chief Inspector" is one rank."""
    return scan.words.words[at] == "chief" and at > 0 and scan.words.kinds[at - 1] != POSSESSIVE


def _title_ahead(scan: Scan, at: int) -> bool:
    """Tell whether modifiers from here on lead to another title: "deputy [foreign minister]"."""
    for ahead in range(at, min(at + 4, len(scan.bits))):
        if scan.bits[ahead] & lex.TITLE:
            return True
        if not scan.bits[ahead] & (lex.MODIFIER | lex.PORTFOLIO | lex.SUBJECT):
            return False
    return False


def _phrase(scan: Scan, head: int) -> Title:
    words, bits = scan.words, scan.bits
    sentence, end = scan.bounds(head)
    sentence = max(sentence, head - _REACH)
    former = words.lowers[head].startswith(_WAS)
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
            owned = scan.mention(index)
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
        body = bracketed(scan, before, sentence) if words.words[before] == ")" else None
        if body is not None and not owned_seen:
            whole = scan.mention(body)
            owner, country, owned_seen = body, whole.country, True
            start = at = whole.first
            continue
        if kind == POSSESSIVE or bare_possessive(scan, before, sentence):
            if before - 1 >= sentence:
                index = scan.owner[before - 1]
                possessor = scan.mentions[index] if index >= 0 else None
                if possessor is not None and not owned_seen:
                    if possessor.kind == "organization":
                        owner, country = index, possessor.country
                    elif possessor.kind == "country":
                        country, mention = possessor.country, index
                    start = possessor.first
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
        if (bit & lex.REMARK and kind == LOWER) or words.lowers[before].endswith("-year-old"):
            at = start = before
            continue
        if words.lowers[before].startswith(_WAS) and scan.owner[before] < 0:
            former = True
            at = start = before
            if lex.word_bits().get(words.lowers[before].partition("-")[2], 0) & _NAMING_MORE:
                first = before  # "ex-foreign minister", not "then-US president"
            continue
        if (
            scan.bits[head] & lex.RANK
            and bit & (lex.OFFICE | lex.STATE | lex.OCCUPATION)
            and (not bit & lex.MODIFIER or _chief(scan, before))
            and (not bit & lex.RANK or kind == LOWER)
            and words.kinds[head] == CAPITAL
        ):
            break
        if words.lowers[before] in _CHOSEN and not _describing(scan, before, sentence):
            break  # "was [elected] chairman"
        if kind in (LOWER, CAPITAL, UPPER) and (
            bit & (lex.MODIFIER | lex.TITLE | lex.PORTFOLIO)
            or (kind == CAPITAL and bit & lex.SUBJECT)
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
        if kind in (CAPITAL, UPPER) and not bit & (lex.NOT_NAME | lex.HONORIFIC) and not owned_seen:
            at = before
            first = start = at
            continue
        if kind == LOWER and not owned_seen and _matter(scan, before, at, sentence):
            at = first = start = before  # "the province's [river] transport commissioner"
            continue
        reach = _unknown_words(scan, at, sentence) if not owned_seen else at
        if reach < at:
            at = first = start = reach
            continue
        break
    if words.lowers[head] == "member":
        while first < head and words.lowers[first] in _PARTIES:
            first += 1  # "a Socialist member of the assembly"
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


def _describing(scan: Scan, at: int, sentence: int) -> bool:
    """Tell whether a participle describes an office: "the newly [elected] chairman"."""
    if at == sentence:
        return True
    before = scan.words.lowers[at - 1]
    return before in _DETERMINERS or before.endswith("ly")


def _matter(scan: Scan, before: int, at: int, sentence: int) -> bool:
    """Tell whether a noun behind an owner is of an office: "the port's [road] safety chief"."""
    if before <= sentence or scan.words.kinds[before - 1] != POSSESSIVE:
        return False
    matter = scan.bits[before] & (lex.SUBJECT | lex.PLACE_NOUN)
    return bool(matter and scan.bits[at] & (lex.PORTFOLIO | lex.SUBJECT))


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
    """Read what follows the head: "of the youth wing of the Zorix party"."""
    words, bits = scan.words, scan.bits
    last = head + 1
    if (
        last < limit
        and words.words[last] == "."
        and bits[head] & lex.RANK
        and len(words.words[head]) < 6
    ):
        last += 1
    if last < limit and words.lowers[last] in _AFTER_HEAD and scan.owner[last] < 0:
        if not words.lowers[last].startswith("general") or words.lowers[head] in _GENERALS:
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
                owned = scan.mention(index)
                if owned.kind == "person":
                    if _of_person(scan, at, last):
                        at = end = owned.last  # "aide to Mr Barzel, Petr Novak,"
                    break
                party = owner is not None and scan.mention(owner).how == "party"
                if owned.kind == "organization" and (owner is None or party):
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
                    if owned.how != "metonym" and not _describes(scan, owned.last, limit):
                        cut = joiner if cut is None else cut
                at = owned.last
                end = at
                continue
            if kind == LOWER and lower in _OWNING:
                if lower not in ("of", "for") and at > last and cut is not None:
                    if lower == "to" and _accredited(scan, at, limit):
                        end = scan.mention(scan.owner[at + 1]).last
                    break
                joiner = at
                at += 1
                continue
            if kind == MARK and words.words[at] in "'’" and words.lowers[at - 1].endswith("s"):
                at += 1  # "the victims' families"
                continue
            if kind == MARK and words.words[at] != "&":
                if words.words[at] in '"“' and at + 1 < limit and words.kinds[at + 1] == CAPITAL:
                    at += 1
                    continue
                break
            if lower == "and":
                if at + 1 < limit and words.lowers[at + 1] in _ANEW and at > joiner + 1:
                    break  # "envoy to Togo and a former Zorix prosecutor"
                coordinated = at
            if kind == POSSESSIVE:
                at += 1
                continue
            if bit & lex.BOUNDARY and kind == LOWER:
                break
            if kind == LOWER and bit & (lex.SPEECH | lex.ACT) and not bit & lex.MODIFIER:
                break
            if cut is None and _ends_office(scan, at, joiner, limit):
                break
            if scan.bits[at] & lex.TITLE and scan.owner[at] < 0 and _head(scan, at):
                if coordinated is not None and joiner < coordinated:
                    end = coordinated
                else:
                    nested = True
                break
            at += 1
            end = at
        if (
            coordinated is not None
            and end > coordinated
            and _title_in(scan, coordinated, end, limit)
        ):
            end = coordinated
        while end > last and (
            words.lowers[end - 1] in _OWNING or words.lowers[end - 1] in ("the", "a", "and")
        ):
            end -= 1
        last = cut if cut is not None else end
        if nested and cut is None:
            last = _before_nested(scan, last, at, joiner)
    if owner is None and country is None:
        owner, country = taken_up(scan, head, start, end, last)
    return Title(
        head, first, last, start, max(end, last), owner, country, former, definite, article, nested,
        mention,
    )  # fmt: skip


def _accredited(scan: Scan, at: int, limit: int) -> bool:
    """Tell whether a country follows "to": "the ambassador of Qatar [to] Lebanon"."""
    owned = scan.at(at + 1) if at + 1 < limit else None
    return owned is not None and owned.kind == "country" and owned.how == "name"


def _ends_office(scan: Scan, at: int, joiner: int, limit: int) -> bool:
    """Tell whether a word behind "of" or "to" goes on with the sentence, not with the office.

    "the president [to] step down"; "the chancellor [of] trying"; "the chief of staff [of]
    all blame"; "the secretary of state conferred"; a sentence behind a headline's end.
    """
    words, bit, lower = scan.words, scan.bits[at], scan.words.lowers[at]
    if words.kinds[at] == CAPITAL:
        if words.lowers[joiner] in ("on", "in") and at == joiner + 1:
            return bool(bit & lex.NOT_NAME)  # "the president [on] Friday"
        return (
            bool(bit & lex.NOT_NAME) and "\n" in words.text[words.ends[at - 1] : words.starts[at]]
        )
    if words.kinds[at] != LOWER:
        return False
    if at == joiner + 1 and words.lowers[joiner] in ("to", "for"):
        aim = words.lowers[joiner] == "for"
        if aim and not scan.bits[joiner - 1] & lex.STATE:
            return False
        if bit & _NAMING or (lower in _DETERMINERS and not aim):
            return False
        return not _names_ahead(scan, at, min(at + 3, limit))
    if bit & ~(lex.DONE_TO | lex.ACT | lex.NOT_NAME):
        return False
    if at == joiner + 1:
        object_of = at + 1 < limit and words.lowers[at + 1] in _OBJECTS
        return lower == "any" or (lower.endswith("ing") and not bit and object_of)
    before = words.lowers[at - 1]
    return (
        lower.endswith("ed")
        and len(lower) > 4
        and before not in _DETERMINERS
        and not before.endswith("ly")
        and "-" not in lower
    )


def _names_ahead(scan: Scan, at: int, limit: int) -> bool:
    """Tell whether a name or a word for what offices are of stands up to the next mark."""
    for ahead in range(at, limit):
        if scan.words.kinds[ahead] == MARK:
            return False
        if scan.owner[ahead] >= 0 or scan.words.kinds[ahead] != LOWER or scan.bits[ahead] & _NAMING:
            return True
    return False


def _of_person(scan: Scan, at: int, last: int) -> bool:
    """Tell whether a preposition stands before a name, but for a form of address."""
    before = at - 1
    while before > last and (scan.bits[before] & lex.HONORIFIC or scan.words.words[before] == "."):
        before -= 1
    return scan.words.lowers[before] in ("to", "for", "of")


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


def _before_nested(scan: Scan, last: int, at: int, joiner: int) -> int:
    """Leave a nested title out: "spokesman for [Prime Minister]" keeps "spokesman"."""
    del at
    return min(last, joiner)
