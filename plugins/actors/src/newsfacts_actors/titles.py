"""Titles: where an office stands in the text, whose it is, and of what."""

from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.owners import taken_up
from newsfacts_actors.scan import Scan
from newsfacts_actors.title_complements import read_complement
from newsfacts_actors.title_fronts import read_front
from newsfacts_actors.title_heads import GENERALS, is_head

_AFTER_HEAD = frozenset({"general", "elect", "designate", "emeritus", "generals", "-elect"})


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
        if scan.bits[at] & lex.TITLE and is_head(scan, at):
            found.append(_phrase(scan, at))
    return found


def _phrase(scan: Scan, head: int) -> Title:
    """Read the whole phrase around the head of a title."""
    limit = scan.bounds(head)[1]
    front = read_front(scan, head)
    behind = read_complement(
        scan, _behind_head(scan, head, limit), limit, front.owner, front.country, front.mention
    )
    owner, country, last = behind.owner, behind.country, behind.last
    if owner is None and country is None:
        owner, country = taken_up(scan, head, front.start, behind.end, last)
    return Title(
        head, front.first, last, front.start, max(behind.end, last), owner, country, front.former,
        front.definite, front.article, behind.nested, behind.mention,
    )  # fmt: skip


def _behind_head(scan: Scan, head: int, limit: int) -> int:
    """Give the word behind a head and what belongs to it: "Gov.", "attorney general"."""
    words = scan.words
    last = head + 1
    if (
        last < limit
        and words.words[last] == "."
        and scan.bits[head] & lex.RANK
        and len(words.words[head]) < 6
    ):
        last += 1
    if last < limit and words.lowers[last] in _AFTER_HEAD and scan.owner[last] < 0:
        general = words.lowers[last].startswith("general")
        return last + (not general or words.lowers[head] in GENERALS)
    if last + 1 < limit and words.words[last] == "-" and words.lowers[last + 1] in _AFTER_HEAD:
        return last + 2
    return last
