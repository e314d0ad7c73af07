"""Which names of organisations in one article are of one body."""

from collections.abc import Iterable, Iterator, Sequence

from newsfacts.model import Actor

Words = tuple[str, ...]

# What may stand behind a body's name, and be left out: "the Zorix group", "Zorixburg Police
# Department".
_BEHIND = frozenset(
    {"department", "group", "agency", "inc", "corp", "co", "ltd", "plc", "ag", "sa", "nv", "ab",
     "spa", "gmbh", "llc", "company", "corporation", "limited", "organisation", "organization"}
)  # fmt: skip
_JOINERS = frozenset({"of", "for", "and", "at", "in"})
_MORE_BEHIND = frozenset({("news", "agency")})


def united(named: Sequence[tuple[Actor, Words]]) -> Iterator[tuple[Actor, Actor]]:
    """Give pairs of mentions whose different names are of one organisation.

    `named` holds the mentions with the words of their names, in the order of the text.
    """
    first: dict[Words, Actor] = {}
    for actor, words in named:
        if words:
            first.setdefault(words, actor)
    if len(first) < 2:
        return
    for words, actor in first.items():
        short = _without_noun(words)
        other = first.get(short) if short else None
        if other is not None and _one_country(actor, other):
            yield actor, other
    yield from _possessed(first)
    yield from _tails(first)


def _without_noun(words: Words) -> Words:
    """Leave the noun behind a name out: "zorix news agency"; () where none stands there."""
    if words[-2:] in _MORE_BEHIND:
        return words[:-2]
    return words[:-1] if words[-1] in _BEHIND else ()


def _one_country(one: Actor, other: Actor) -> bool:
    return one.country is None or other.country is None or one.country == other.country


def _possessed(first: dict[Words, Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Read "Nigeria's military" as "the Nigerian military"."""
    for words, actor in first.items():
        if len(words) < 2 or actor.country is None or not words[0].endswith("'s"):
            continue
        for others, other in first.items():
            if (
                others is not words
                and others[1:] == words[1:]
                and other.country == actor.country
                and others[0][:2] == words[0][:2]
            ):
                yield actor, other


def _tails(first: dict[Words, Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Read "the Sheriff's Office" as the one such office that the text named before in full."""
    whole: dict[Words, list[Actor]] = {}
    for words, actor in first.items():
        if len(words) > 2:
            # "the Rivers Department of the Water Ministry" has a ministry above it.
            for at in range(1 if _JOINERS.isdisjoint(words) else len(words), len(words) - 1):
                whole.setdefault(words[at:], []).append(actor)
    for words, actor in first.items():
        fits: Iterable[Actor] = whole.get(words, ()) if len(words) > 1 else ()
        before = [
            other for other in fits
            if other.evidence[0].start < actor.evidence[0].start and _one_country(actor, other)
        ]  # fmt: skip
        if len(before) == 1:
            yield actor, before[0]
