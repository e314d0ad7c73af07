"""When two mentions can be of one event: days, places and parties that agree."""

from collections.abc import Iterable, Mapping

import attrs

from newsfacts.model import Actor, Place, Time
from newsfacts.model._open import quick
from newsfacts.resolve.draft import Draft
from newsfacts.text.countries import continents, countries


@quick
@attrs.frozen
class Faces:
    """Whom each actor may stand for, by id, itself among them; and what kind each actor is.

    `vague` are described groups that stand for nobody in particular ("the parties").
    """

    of: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]
    vague: frozenset[str]

    def akin(self, one: str, other: str) -> bool:
        """Tell whether two actors may be the same party: one stands for the other.

        A described group or delegation may be anybody of those that it stands for. Two persons
        or bodies that stand for a common third (two ministers of one country) are not the same.
        """
        if one == other:
            return True
        faces, others = self.of.get(one, _NOBODY), self.of.get(other, _NOBODY)
        if other in faces or one in others:
            return True
        if "group" in (self.kinds.get(one), self.kinds.get(other)):
            return not faces.isdisjoint(others)
        return False

    def covered(self, some: Iterable[str], all_of: Iterable[str]) -> int:
        """Count how many of the first actors have kin among the second."""
        others = tuple(all_of)
        return sum(any(self.akin(one, other) for other in others) for one in some)


_NOBODY: frozenset[str] = frozenset()


def days_agree(one: Time | None, other: Time | None) -> bool:
    """Tell whether two times can be of one day: they overlap, or one of them names no day."""
    if one is None or other is None:
        return True
    if one.start is None or other.start is None:
        return one.value == other.value or not (_points(one) and _points(other))
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


def _points(time: Time) -> bool:
    """Whether a time is a calendar value, so that a different one is another time."""
    return time.type in ("DATE", "TIME") and time.value[:1].isdigit()


def places_agree(one: Place | None, other: Place | None) -> bool:
    """Tell whether two places can be one: the same name, or a country and a place in it."""
    if one is None or other is None or one == other:
        return True
    if one.name.casefold() == other.name.casefold():
        return one.country is None or other.country is None or one.country == other.country
    if one.country is None or other.country is None:
        return True
    if one.country != other.country:
        return False
    return is_wide(one) or is_wide(other)


def is_wide(place: Place) -> bool:
    """Tell whether a place is a country or larger, which other places lie in.

    A gazetteer gives a place inside a country its first-order division; a place that is known by
    its name only (a palace) is narrow.
    """
    if place.admin1 is not None:
        return False
    if place.lat is not None or place.country is None:
        return place.lat is not None or place.name in continents()
    known = countries().get(place.country)
    return known is not None and known.name == place.name


def faces_of(draft: Draft) -> Faces:
    """Work out for every actor of a draft whom it may stand for.

    A person stands for the organization of an office and for its country, and for those whose
    delegation he heads; an organization for its country, a delegation or described group for those
    that it represents.
    """
    actors = draft.group(Actor)
    countries = {actor.country: actor.id for actor in actors if actor.kind == "country"}
    own: dict[str, set[str]] = {}
    for actor in actors:
        found = own[actor.id] = {actor.id}
        for ref in actor.represents:
            if (id := draft.follow(ref)) is not None:
                found.add(id)
        if actor.country in countries and actor.kind in ("organization", "person"):
            found.add(countries[actor.country])
        for role in actor.roles:
            body = role.organization
            if body is not None and (id := draft.follow(body)) is not None:
                found.add(id)
            if role.country in countries:
                found.add(countries[role.country])
    for actor in actors:
        head = draft.follow(actor.head) if actor.kind == "delegation" else None
        if head is not None and head in own:
            own[head].update(own[actor.id] - {actor.id})
    of: dict[str, frozenset[str]] = {}
    vague: list[str] = []
    for actor in actors:
        found = own[actor.id]
        if actor.kind == "group" and len(found) == 1:
            vague.append(actor.id)
        if actor.kind in ("group", "delegation"):
            of[actor.id] = frozenset(found.union(*[own[id] for id in found if id in own]))
        else:
            of[actor.id] = frozenset(found)
    return Faces(of=of, kinds={actor.id: actor.kind for actor in actors}, vague=frozenset(vague))
