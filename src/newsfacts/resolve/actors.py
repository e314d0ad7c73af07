"""Resolution rules for actors: mentions of one actor become one."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from newsfacts.model import Actor, Ref, Role, Span
from newsfacts.model._copy import altered
from newsfacts.resolve import organizations
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.rules import ResolutionRule

T = TypeVar("T")

NEAR = 200
"""How many people that share a word are looked at before and behind a name, at most."""

_ARTICLES = ("al-", "el-", "ul-", "al ", "el ")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Words before a description that hold it to be of others each time.
_SOME = frozenset(
    {"a", "an", "another", "both", "dozens", "eight", "five", "four", "her", "his", "its", "many",
     "nine", "other", "seven", "several", "six", "some", "ten", "their", "these", "those", "three",
     "two"}
)  # fmt: skip


@lru_cache(maxsize=1 << 12)
def name_words(name: str) -> tuple[str, ...]:
    """Give the words by which a name is compared: no case, stops, quotes or Arabic articles."""
    folded = name.casefold().replace("’", "'").replace("- ", "-").replace(".", ". ")
    words: list[str] = []
    for word in folded.split():
        bare = word.strip(".,\"'“”‘’()")
        for article in _ARTICLES:
            bare = bare.removeprefix(article)
        if bare and bare not in ("al", "el"):
            words.append(bare)
    return tuple(words)


def is_short_form(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether a person's shorter name can stand for the fuller one.

    "Bush" and "George Bush" can stand for "George W. Bush", "Xi" for "Xi Jinping"; an initial
    stands for a name that begins with it.
    """
    if not short or len(short) > len(full):
        return False
    if len(short) == 1:
        return short[0] in full and len(short[0]) > 1
    at = 0
    for word in full:
        if at < len(short) and (
            short[at] == word
            or (at == 0 and word == full[0] and _nickname(short[0], word))
            or (len(short[at]) == 1 and word.startswith(short[at]))
            or (len(word) == 1 and short[at].startswith(word))
        ):
            at += 1
    return at == len(short) and (short[-1] == full[-1] or short[0] == full[0])


def _nickname(one: str, other: str) -> bool:
    """Know "Jim" and "Jimmy", "Greg" and "Gregory": one begins the other."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and long.startswith(short)


class _Union:
    """Sets of claims that are one actor; the earliest claim stands for its set."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.order = {actor.id: at for at, actor in enumerate(actors)}
        self._parent = {actor.id: actor.id for actor in actors}

    def find(self, id: str) -> str:
        while self._parent[id] != id:
            self._parent[id] = self._parent[self._parent[id]]
            id = self._parent[id]
        return id

    def unite(self, one: str, other: str) -> None:
        a, b = self.find(one), self.find(other)
        if a != b:
            if self.order[b] < self.order[a]:
                a, b = b, a
            self._parent[b] = a


def fold_names(draft: Draft) -> Draft:
    """Unite the mentions of one actor.

    First what extractors hold to be the same, then a person's short forms with the fuller name
    that they stand for, then equal names.
    """
    actors = draft.group(Actor)
    if len(actors) < 2:
        return draft
    union = _Union(actors)
    explicit: set[str] = set()
    for actor in actors:
        for ref in actor.same_as:
            other = draft.follow(ref)
            if other is not None and other in union.order:
                union.unite(actor.id, other)
                explicit.add(actor.id)
    named = [actor for actor in actors if actor.mention_type == "NAM"]
    short = _unite_short(union, [actor for actor in named if actor.kind == "person"], explicit)
    left = [actor for actor in named if actor.id not in short]
    _unite_equal(union, left)
    _unite_kinds(union, left)
    bodies = [(actor, name_words(actor.name)) for actor in named if actor.kind == "organization"]
    for short_name, whole in organizations.united(bodies) if len(bodies) > 1 else ():
        union.unite(short_name.id, whole.id)
    _unite_described(union, [actor for actor in actors if actor.kind == "group"])
    return _fold(draft, actors, union.find)


def _misspelt(one: str, other: str) -> bool:
    """Tell whether two long words differ in one letter, or in two that changed places."""
    if one == other or min(len(one), len(other)) < 6 or abs(len(one) - len(other)) > 1:
        return False
    if one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    a, b = one[start : len(one) - end], other[start : len(other) - end]
    return len(a) + len(b) <= 2 or (len(a) == 2 and a == b[::-1])


def _unite_equal(union: _Union, named: Iterable[Actor]) -> None:
    seen: dict[tuple[object, ...], list[Actor]] = {}
    for actor in named:
        if actor.kind == "country":
            key: tuple[object, ...] = ("country", actor.country or name_words(actor.name))
        elif actor.kind in ("person", "organization"):
            key = (actor.kind, name_words(actor.name))
        else:
            continue
        if key[1]:
            seen.setdefault(key, []).append(actor)
    for group in seen.values():
        for actor in group[1:]:
            for other in group:
                if other is actor:
                    break
                if (
                    actor.kind == "organization"
                    and actor.country
                    and other.country
                    and actor.country != other.country
                ):
                    continue
                union.unite(actor.id, other.id)
                break


def _unite_kinds(union: _Union, named: Sequence[Actor]) -> None:
    """Unite a body with what was taken for a person of the same name, but not oftener."""
    people = [
        (actor, words)
        for actor in named
        if actor.kind == "person" and not actor.roles and (words := name_words(actor.name))
    ]
    if not people:
        return
    counts = Counter(words for _, words in people)
    bodies: dict[tuple[str, ...], list[Actor]] = {}
    for actor in named:
        if actor.kind == "organization" and (words := name_words(actor.name)) in counts:
            bodies.setdefault(words, []).append(actor)
    for actor, words in people:
        if len(bodies.get(words, ())) >= counts[words]:
            union.unite(actor.id, bodies[words][0].id)


def _unite_described(union: _Union, groups: Sequence[Actor]) -> None:
    """Unite what the text describes in the same words: "police" and "the police"."""
    seen: dict[str, Actor] = {}
    for actor in groups if len(groups) > 1 else ():
        if actor.mention_type != "NOM" or actor.same_as:
            continue
        words = actor.name.casefold().removeprefix("the ")
        if words.partition(" ")[0] in _SOME:
            continue  # "two officers", "other sources"
        other = seen.setdefault(words, actor)
        if other is not actor and other.country == actor.country:
            union.unite(actor.id, other.id)


def _around(at: int, places: Sequence[int]) -> Sequence[int]:
    """Give those of many places that are nearest before and behind one, in order."""
    if len(places) <= 2 * NEAR:
        return places
    middle = bisect_left(places, at)
    return places[max(0, middle - NEAR) : middle + NEAR]


def _unite_short(union: _Union, people: Sequence[Actor], explicit: set[str]) -> set[str]:
    """Unite short forms with fuller names; give the ids of those that found one.

    A short form that several people share stays with the one that it was first used for, who is
    the one named last before it, or else the first one behind.
    """
    words = {actor.id: name_words(actor.name) for actor in people}
    full: dict[str, list[int]] = {}
    alike: dict[str, list[int]] = {}  # fuller names by the letter that the last one begins with
    for at, actor in enumerate(people):
        for word in set(words[actor.id]):
            full.setdefault(word, []).append(at)
        if len(words[actor.id]) > 1:
            alike.setdefault(words[actor.id][-1][:1], []).append(at)
    owners: dict[tuple[str, ...], str] = {}
    nobody: set[tuple[str, ...]] = set()  # short forms of no name here
    found: set[str] = set()
    for at, actor in enumerate(people):
        short = words[actor.id]
        if actor.id in explicit or not short or short in nobody:
            continue
        if short not in owners:
            fits = [
                other
                for other in _around(at, full[max(short, key=len)])
                if (
                    len(words[people[other].id]) > len(short)
                    or (words[people[other].id] != short and len(short) > 1)
                )
                and is_short_form(short, words[people[other].id])
            ]
            if not fits and len(short) == 1:
                fits = [
                    other
                    for other in _around(at, alike.get(short[0][:1], ()))
                    if _misspelt(short[0], words[people[other].id][-1])
                ]
            before = [other for other in fits if other < at]
            if not fits:
                nobody.add(short)
                continue
            owners[short] = people[before[-1] if before else fits[0]].id
        union.unite(actor.id, _titled_alike(actor, at, short, people, words) or owners[short])
        found.add(actor.id)
    return found


def _titled_alike(
    actor: Actor,
    at: int,
    short: tuple[str, ...],
    people: Sequence[Actor],
    words: Mapping[str, tuple[str, ...]],
) -> str | None:
    """Give the one of a family name before a mention whose title it repeats: "Senator Ruiz"."""
    titles = {role.title.casefold() for role in actor.roles}
    if not titles or len(short) > 1:
        return None
    fits: dict[tuple[str, ...], str] = {}
    for other in people[max(0, at - NEAR) : at]:
        name = words[other.id]
        if (
            len(name) > 1
            and name[-1] == short[0]
            and not titles.isdisjoint({role.title.casefold() for role in other.roles})
        ):
            fits[name] = other.id
    return next(iter(fits.values())) if len(fits) == 1 else None


def _fold(draft: Draft, actors: Sequence[Actor], find: Callable[[str], str]) -> Draft:
    sets: dict[str, list[Actor]] = {}
    for actor in actors:
        sets.setdefault(find(actor.id), []).append(actor)
    if len(sets) == len(actors):
        return draft
    redirects: dict[str, str] = {}
    folded: list[Actor] = []
    for group in sets.values():
        if len(group) == 1:
            folded.append(group[0])
            continue
        kept = group[0].id
        redirects.update({actor.id: kept for actor in group[1:]})
        folded.append(_merged(group))
    return draft.with_facts(Actor, folded, redirects)


def _merged(group: Sequence[Actor]) -> Actor:
    first = group[0]
    named: list[Actor] = []
    names: dict[str, None] = {}
    evidence: list[Span] = []
    finders: set[str] = set()
    for actor in group:
        evidence += actor.evidence
        finders.update(actor.extractors)
        if actor.mention_type == "PRO":
            continue
        if actor.mention_type == "NAM":
            named.append(actor)
        names[actor.name] = None
        if actor.kind == "country":
            names.update([(span.text, None) for span in actor.evidence])
        for alias in actor.aliases:
            names[alias] = None
    best = first
    if first.mention_type != "NAM" or len({(actor.name, actor.kind) for actor in named}) > 1:
        best = max(named or group, key=_fullness)
    names.pop(best.name, None)
    return altered(
        first,
        kind=best.kind,
        name=best.name,
        aliases=tuple(names),
        country=_first([actor.country for actor in named]),
        roles=_roles([actor for actor in group if actor.roles]),
        represents=_united([actor.represents for actor in group if actor.represents]),
        head=_first([actor.head for actor in group]),
        members=_united([actor.members for actor in group if actor.members]),
        mention_type=best.mention_type,
        same_as=(),
        evidence=evidence,
        extractors=tuple(sorted(finders)),
    )


def _first(values: Iterable[T | None]) -> T | None:
    """Give the first value that says something."""
    for value in values:
        if value:
            return value
    return None


def _fullness(actor: Actor) -> tuple[int, bool, int, int]:
    """Order names by how full they are; of equal ones a body's and the earliest wins."""
    words = name_words(actor.name)
    body = actor.kind == "organization"
    return (len(words), body, len(actor.name), -actor.evidence[0].start)


def _united(refs: Sequence[tuple[Ref, ...]]) -> tuple[Ref, ...]:
    if not refs:
        return ()
    return tuple(dict.fromkeys(ref for group in refs for ref in group))


def _roles(group: Sequence[Actor]) -> tuple[Role, ...]:
    """Unite roles: the same title of the same body and country once, its evidence joined."""
    if sum([len(actor.roles) for actor in group]) < 2:
        return group[0].roles if group else ()
    found: dict[tuple[object, ...], Role] = {}
    for actor in group:
        for role in actor.roles:
            key = (role.title.casefold(), role.organization, role.country, role.former)
            known = found.get(key)
            found[key] = (
                role
                if known is None
                else altered(known, evidence=(*known.evidence, *role.evidence))
            )
    return tuple(found.values())


def person_countries(draft: Draft) -> Draft:
    """Give a person the country of the first office that names one."""
    changed = False
    actors: list[Actor] = []
    for actor in draft.group(Actor):
        if actor.kind == "person" and actor.country is None:
            country = next((role.country for role in actor.roles if role.country), None)
            if country is not None:
                actor = altered(actor, country=country)
                changed = True
        actors.append(actor)
    return draft.with_facts(Actor, actors) if changed else draft


RULES: tuple[ResolutionRule, ...] = (
    ResolutionRule("fold_names", fold_names),
    ResolutionRule("person_countries", person_countries, after=("fold_names",)),
)
