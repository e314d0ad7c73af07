"""Descriptions that stand for somebody: "the US envoy", "his Qatari counterpart"."""

from collections.abc import Iterable, Mapping, Sequence

from newsfacts import Actor, MentionRef, Role, Span
from newsfacts_actors import lexicon as lex
from newsfacts_actors.holders import Held
from newsfacts_actors.scan import Scan, surname
from newsfacts_actors.titles import Title
from newsfacts_actors.tokens import CAPITAL, LOWER, POSSESSIVE

# Offices that one and the same person is called by in turn.
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset(
        {"envoy", "adviser", "advisor", "representative", "mediator", "negotiator", "ambassador"}
    ),
    frozenset({"leader", "chief", "head", "boss", "chairman"}),
    frozenset({"premier", "minister"}),
)


def descriptions(
    scan: Scan, phrases: Sequence[Title], held: Sequence[Held], roles: Mapping[int, Sequence[Role]]
) -> Iterable[Actor]:
    """Give claims for definite titles that name nobody beside them.

    A description is the same as a person when exactly one person before it (or in the article)
    holds such an office, of that country where one is said.
    """
    beside = {each.title.head for each in held}
    words = scan.words
    for title in phrases:
        if title.head in beside or not title.definite:
            continue
        bit = scan.bits[title.head]
        if bit & lex.PLURAL or not (bit & (lex.STATE | lex.OFFICE) or _top_diplomat(scan, title)):
            continue
        if _inside_title(scan, title.head) or _adjective(scan, title.head):
            continue
        if any(scan.owner[at] >= 0 and _is_person(scan, at) for at in _range(scan, title)):
            continue
        start, end = words.starts[title.start], words.ends[title.end - 1]
        who = _holder(scan, title, held)
        represents: tuple[MentionRef, ...] = ()
        for index in (title.owner, title.country_mention):
            mention = scan.mentions[index] if index is not None else None
            if mention is not None and not represents:
                represents = (
                    MentionRef(
                        Actor.group, words.starts[mention.first], words.ends[mention.last - 1]
                    ),
                )
        same: tuple[MentionRef, ...] = ()
        if who is not None:
            person = scan.mention(who)
            same = (
                MentionRef(Actor.group, words.starts[person.first], words.ends[person.last - 1]),
            )
        yield Actor(
            kind="person" if same else "group",
            name=" ".join(words.text[start:end].split()),
            country=title.country,
            represents=() if same else represents,
            mention_type="NOM",
            same_as=same,
            evidence=Span(start, end, words.text[start:end]),
        )


def _other_body(scan: Scan, title: Title, other: Title) -> bool:
    """Tell whether two titles are of two bodies."""
    if title.owner is None or other.owner is None or title.owner == other.owner:
        return False
    one, two = scan.mentions[title.owner], scan.mentions[other.owner]
    if one is None or two is None:
        return False
    same = {title.owner, one.same} & {other.owner, two.same} - {None}
    return not same and one.name != two.name


def _inside_title(scan: Scan, head: int) -> bool:
    """Tell whether a longer title goes on behind a capitalised one: "Dutch Justice [Minister]"."""
    kinds, after = scan.words.kinds, head + 1
    return (
        after < len(kinds)
        and kinds[head] == kinds[after] == CAPITAL
        and bool(scan.bits[after] & lex.TITLE)
        and scan.owner[after] < 0
    )


def _adjective(scan: Scan, head: int) -> bool:
    """Know "the official Zorix agency", "the jihadist [militants]": a word that describes a body.

    So do an office's years, which are nobody: "his presidency"; "to host"; "in her head".
    """
    words, after = scan.words, head + 1
    before = words.lowers[head - 1] if head else ""
    if words.lowers[head] == "presidency" or (words.lowers[head] == "head" and before in _OWNERS):
        return True
    if words.kinds[head] != LOWER:
        return False
    if before == "to":
        return True
    if after >= len(words.words) or scan.sentence_of[after] != scan.sentence_of[head]:
        return False
    if words.lowers[head] not in _DESCRIBING:
        return False
    owned = scan.at(after)
    if owned is not None:
        return owned.kind in ("organization", "country")
    return words.kinds[after] == LOWER and bool(
        scan.bits[after] & (lex.GROUP | lex.BODY | lex.HEAD | lex.LOWER_HEAD)
        and not scan.bits[after] & (lex.SPEECH | lex.ACT)
    )


_OWNERS = frozenset({"his", "her", "my", "your"})
# Words for persons that describe bodies and others, too.
_DESCRIBING = frozenset(
    {"official", "terrorist", "jihadist", "militant", "rebel", "guerrilla", "insurgent",
     "separatist", "extremist", "opponent"}
)  # fmt: skip


def pronouns(
    scan: Scan, persons: Sequence[int], roles: Mapping[int, Sequence[Role]]
) -> Iterable[Actor]:
    """Give claims for "he" and "she" where only one person can be meant.

    That is the subject of the same sentence, when nobody else is named between, or the subject of
    the sentence before, or its one speaker, when the pronoun opens the sentence.
    """
    words = scan.words
    heard: dict[int, list[int]] = {}
    for at in scan.marked:
        if scan.bits[at] & lex.PRONOUN and words.kinds[at] in (LOWER, CAPITAL):
            heard.setdefault(scan.sentence_of[at], []).append(at)
    if "-year-old" in words.text:
        for at in _aged(scan):
            heard.setdefault(scan.sentence_of[at], []).insert(0, at)
    if not heard:
        return
    named: dict[int, list[int]] = {}
    for index in persons:
        mention = scan.mentions[index]
        if mention is not None:
            named.setdefault(scan.sentence_of[mention.first], []).append(index)
    women = _women(scan, persons, roles)
    last: tuple[int, int] | None = None  # sentence and person of the last subject
    for number in sorted({at for each in heard for at in (each - 1, each) if at >= 0}):
        first = words.sentences[number]
        inside = sorted(named.get(number, ()), key=lambda index: scan.mention(index).first)
        subject = _subject(scan, inside, first)
        current = subject
        for at in heard.get(number, ()):
            lower = words.lowers[at]
            who = None
            before = [index for index in inside if scan.mention(index).first < at]
            if subject is not None and before == [subject]:
                who = subject
            elif not before and at <= first + 2 and last is not None and last[0] == number - 1:
                who = last[1]
            if who is None or _quoted(scan, first, at):
                continue
            woman = surname(scan, who) in women
            if woman and lower != "she" and not lower.endswith("-old"):
                continue
            current = who if current is None else current
            person = scan.mention(who)
            start = words.starts[first if lower.endswith("-old") else at]  # "The 79-year-old"
            yield Actor(
                kind="person",
                name=words.text[start : words.ends[at]],
                mention_type="PRO",
                same_as=(
                    MentionRef(
                        Actor.group, words.starts[person.first], words.ends[person.last - 1]
                    ),
                ),
                evidence=Span(start, words.ends[at], words.text[start : words.ends[at]]),
            )
        if current is None and len({surname(scan, index) for index in inside}) == 1:
            current = inside[0] if _speaks(scan, inside[0]) else None
        last = (number, current) if current is not None else None


def _aged(scan: Scan) -> Iterable[int]:
    """Give the ages that stand for the person told of before: "The 79-year-old held talks"."""
    words = scan.words
    for first in words.sentences[:-1]:
        at = first + 1
        if at + 1 >= len(words.words) or words.lowers[first] != "the":
            continue
        verb = words.lowers[at + 1]
        if words.lowers[at].endswith("-year-old") and (
            verb.endswith("ed") or verb in _PREDICATES or scan.bits[at + 1] & lex.SPEECH
        ):
            yield at


_PREDICATES = frozenset(
    {"is", "was", "has", "had", "will", "would", "can", "could", "may", "might", "did", "held",
     "met", "took", "went", "came", "became", "left", "won", "lost", "spoke", "made", "gave"}
)  # fmt: skip


# What may stand before the name that heads a sentence: "Togo's newly elected president, Ana Ruiz,".
_BESIDE_TITLE = (
    lex.TITLE | lex.MODIFIER | lex.HONORIFIC | lex.SUBJECT | lex.PORTFOLIO | lex.REMARK | lex.FORMER
)
_WITHIN_TITLE = frozenset({".", ",", "'", "’", "of", "the", "for", "woman", "most"})


def _subject(scan: Scan, inside: Sequence[int], first: int) -> int | None:
    """Give the person at the head of a sentence, whose verb follows."""
    if not inside:
        return None
    mention = scan.mention(inside[0])
    at = first
    while at < mention.first:
        # Only a title, an origin or an opening word may stand before the subject.
        bit = scan.bits[at]
        opener = at == first and bit & lex.NOT_NAME
        owned = scan.at(at)
        beside = bit & _BESIDE_TITLE or scan.words.kinds[at] == POSSESSIVE
        lower = scan.words.lowers[at]
        if not (opener or owned is not None or beside or lower in _WITHIN_TITLE):
            return None
        if lower in ("of", "for") and not (at > first and _held_apart(scan, at, mention.first)):
            return None
        at += 1
    after = mention.last
    if scan.words.words[after : after + 2] == [".", ","]:
        after += 1  # "Ruiz Jr., the mayor,"
    if after >= len(scan.bits):
        return None
    if scan.words.kinds[after] == LOWER and not scan.bits[after] & lex.PARTICLE:
        return inside[0] if scan.words.lowers[after] not in ("and", "of", "to", "in") else None
    return inside[0] if scan.words.words[after] == "," else None


def _held_apart(scan: Scan, at: int, name: int) -> bool:
    """Tell "the head of the bank, Ana Ruiz," from "the brother of Ana Ruiz"."""
    return scan.words.words[name - 1] == "," and not scan.bits[at - 1] & lex.HONORIFIC


def _speaks(scan: Scan, index: int) -> bool:
    mention = scan.mention(index)
    before, after = mention.first - 1, mention.last
    return bool(
        (before >= 0 and scan.bits[before] & lex.SPEECH)
        or (after < len(scan.bits) and scan.bits[after] & lex.SPEECH)
    )


def _quoted(scan: Scan, first: int, at: int) -> bool:
    """Tell whether a word stands inside a quotation that began in its sentence."""
    marks = [word for word in scan.words.words[first:at] if word in '"“”']
    return len(marks) % 2 == 1


_FEMALE = frozenset(
    {"queen", "princess", "actress", "chairwoman", "spokeswoman", "congresswoman", "businesswoman",
     "mrs", "ms", "miss", "madame", "sister", "mother", "wife", "daughter", "widow", "heiress"}
)  # fmt: skip


def _women(
    scan: Scan, persons: Sequence[int], roles: Mapping[int, Sequence[Role]]
) -> frozenset[str]:
    """Give the family names of those whom a title or form of address shows to be women."""
    found: set[str] = set()
    for index in persons:
        mention = scan.mentions[index]
        if mention is None:
            continue
        words = {role.title.lower().rpartition(" ")[2] for role in roles.get(index, ())}
        if mention.first:
            words.add(scan.words.lowers[mention.first - 1])
        if words & _FEMALE:
            found.add(surname(scan, index))
    return frozenset(found)


def _range(scan: Scan, title: Title) -> range:
    return range(title.start, min(title.end + 1, len(scan.owner)))


def _is_person(scan: Scan, at: int) -> bool:
    mention = scan.at(at)
    return mention is not None and mention.kind == "person"


def _key(scan: Scan, title: Title) -> frozenset[str]:
    """Give the words that mean the title's head, and its portfolio."""
    head = scan.words.lowers[title.head]
    for alike in _ALIKE:
        if head in alike:
            return alike
    return frozenset({head})


_HOLDERS = 500  # of offices, that are looked at for one description: so long articles cost no more


def _holder(scan: Scan, title: Title, held: Sequence[Held]) -> int | None:
    heads = _key(scan, title)
    words = scan.words
    portfolio = frozenset(words.lowers[title.first : title.head]) - {"prime", "new"}
    people: dict[str, int] = {}
    for person, other in held[:_HOLDERS]:
        mention = scan.mention(person)
        if _top_diplomat(scan, title):
            if _for_abroad(scan, other) and title.country == (other.country or mention.country):
                people.setdefault(mention.name.rpartition(" ")[2], person)
            continue
        known = other.country or mention.country
        if title.country and known and title.country != known:
            continue
        if words.lowers[other.head] == "counterpart":
            same = _counterpart_of(scan, other, held) if title.country == other.country else None
            if same is None:
                continue
            other = same
        if words.lowers[other.head] not in heads or scan.bits[other.head] & lex.PLURAL:
            continue
        if title.country and _of_body(scan, title, other):
            continue
        if title.owner is not None and not _same_body(scan, title.owner, other.owner):
            continue
        if _other_body(scan, title, other):
            continue
        theirs = frozenset(words.lowers[other.first : other.head]) - {"prime", "new"}
        if portfolio and not portfolio <= theirs:
            continue
        if words.lowers[title.start] in ("his", "her") and mention.last > title.start - 6:
            continue
        people.setdefault(mention.name.rpartition(" ")[2], person)
        if len(people) > 1:
            return None
    return next(iter(people.values())) if len(people) == 1 else None


def _same_body(scan: Scan, one: int, other: int | None) -> bool:
    """Tell whether two mentions are of one body, as far as their names show."""
    if other is None:
        return False
    here, there = scan.mention(one), scan.mention(other)
    firsts = {here.same if here.same is not None else one, there.same}
    return here.name == there.name or other in firsts or not firsts.isdisjoint({there.same, other})


def _top_diplomat(scan: Scan, title: Title) -> bool:
    """Tell "the top Kenyan diplomat", "Kenya's chief diplomat": its foreign minister."""
    lowers = scan.words.lowers
    if lowers[title.head] != "diplomat" or title.country is None or title.owner is not None:
        return False
    return "top" in lowers[title.start : title.head] or "chief" in lowers[title.start : title.head]


def _for_abroad(scan: Scan, title: Title) -> bool:
    """Tell the offices of those who speak for a state abroad."""
    words = scan.words.lowers[title.first : title.last]
    return "foreign" in words or words == ["secretary", "of", "state"]


def _of_body(scan: Scan, title: Title, other: Title) -> bool:
    """Tell "the Kenyan president" from the president of a senate, a bank, a commission."""
    words = scan.words
    if title.owner is not None or not scan.bits[title.head] & lex.STATE:
        return False
    if words.lowers[other.head] not in _HEADS_OF_STATE:
        return False
    return other.owner is not None or words.lowers[other.head + 1 : other.last][:1] == ["of"]


_HEADS_OF_STATE = frozenset({"president", "premier", "chancellor", "king", "queen"})


def _counterpart_of(scan: Scan, title: Title, held: Sequence[Held]) -> Title | None:
    """Give the office that a counterpart has: that of the person named before in the sentence."""
    number = scan.sentence_of[title.head]
    before = [
        each.title
        for each in held
        if each.title.head < title.start
        and scan.sentence_of[each.title.head] == number
        and scan.bits[each.title.head] & lex.STATE
    ]
    return max(before, key=lambda each: each.head) if before else None
