"""Descriptions that stand for somebody: "the US envoy", "his Qatari counterpart"."""

from collections.abc import Iterable, Mapping, Sequence

from newsfacts import Actor, MentionRef, Role, Span
from newsfacts_actors import lexicon as lex
from newsfacts_actors.holders import Held
from newsfacts_actors.scan import Scan
from newsfacts_actors.titles import Title

# Offices that one and the same person is called by in turn.
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset(
        {"envoy", "adviser", "advisor", "representative", "mediator", "negotiator", "ambassador"}
    ),
    frozenset({"leader", "chief", "head", "boss", "chairman"}),
    frozenset({"premier", "minister", "chancellor"}),
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
        if bit & lex.PLURAL or not bit & (lex.STATE | lex.OFFICE):
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


def _holder(scan: Scan, title: Title, held: Sequence[Held]) -> int | None:
    heads = _key(scan, title)
    words = scan.words
    portfolio = frozenset(words.lowers[title.first : title.head]) - {"prime", "new"}
    people: dict[str, int] = {}
    for person, other in held:
        mention = scan.mention(person)
        if words.lowers[other.head] not in heads or scan.bits[other.head] & lex.PLURAL:
            continue
        if title.country and other.country and title.country != other.country:
            continue
        theirs = frozenset(words.lowers[other.first : other.head]) - {"prime", "new"}
        if portfolio and not portfolio <= theirs:
            continue
        if words.lowers[title.start] in ("his", "her") and mention.last > title.start - 6:
            continue
        people.setdefault(mention.name.rpartition(" ")[2], person)
    return next(iter(people.values())) if len(people) == 1 else None
