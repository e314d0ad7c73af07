"""When two mentions can be of one event: days, places and parties that agree."""

from collections.abc import Iterable, Mapping

from newsfacts.model import Actor, Place, Time
from newsfacts.resolve.draft import Draft

Faces = Mapping[str, frozenset[str]]
"""Actor id to the ids of those whom the actor may stand for, itself among them."""


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
    """Tell whether a place is a country or province, which other places lie in."""
    return place.admin1 is None or place.admin1 == place.name


def faces_of(draft: Draft) -> Faces:
    """Work out for every actor of a draft whom it may stand for.

    A person stands for the organization of an office and for its country, an organization for its
    country, a delegation or described group for those that it represents.
    """
    actors = draft.group(Actor)
    countries = {actor.country: actor.id for actor in actors if actor.kind == "country"}
    own: dict[str, set[str]] = {}
    for actor in actors:
        found = {actor.id}
        found.update(id for ref in actor.represents if (id := draft.follow(ref)) is not None)
        codes: list[str | None] = (
            [actor.country] if actor.kind in ("organization", "person") else []
        )
        for role in actor.roles:
            if (id := draft.follow(role.organization)) is not None:
                found.add(id)
            codes.append(role.country)
        found.update(countries[code] for code in codes if code in countries)
        own[actor.id] = found
    kinds = {actor.id: actor.kind for actor in actors}
    return {
        id: frozenset(found).union(
            *(
                own[other]
                for other in found
                if other in own and other != id and kinds.get(id) in ("group", "delegation")
            )
        )
        for id, found in own.items()
    }


def akin(one: str, other: str, faces: Faces) -> bool:
    """Tell whether two actors may be the same party: one stands for the other.

    Two that stand for a common third (two ministers of one country) are not the same.
    """
    return (
        one == other or other in faces.get(one, frozenset()) or one in faces.get(other, frozenset())
    )


def covered(some: Iterable[str], all_of: Iterable[str], faces: Faces) -> int:
    """Count how many of the first actors have kin among the second."""
    others = tuple(all_of)
    return sum(any(akin(one, other, faces) for other in others) for one in some)
