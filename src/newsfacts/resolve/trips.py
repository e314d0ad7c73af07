"""Visits and the meetings on them: who visits a country meets its minister there."""

from collections.abc import Mapping, Sequence
from operator import is_

import attrs

from newsfacts.model import Actor, Event, Place, days_between
from newsfacts.model._copy import altered
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.linking import Faces, days_agree, faces_of, is_wide

_STAY = 3
"""Days after an arrival within which a meeting with the hosts is taken to be on that visit."""

_NEXT = 500
"""Characters after a visit within which a meeting with nobody knows whom is part of it."""

_FEW = 4
"""A meeting of more is a summit, which need not be where its guests meet in twos."""


def place_meetings_of_visits(draft: Draft) -> Draft:
    """Give a meeting without a place that of the visit it was part of, and the other way round.

    The meeting's parties are a visitor, or whom he stands for, and somebody of the country
    visited, and the two stand in one tense: who visits a country and meets its minister meets him
    there. Nothing is given where the visitor made visits to several places there, unless one of
    them is the country; where another meeting of the visit names a town, the town is meant.
    """
    events = draft.group(Event)
    if all(each.type != "visit" for each in events):
        return draft
    parties = _Parties.of(draft, events)
    changed: list[Event] = []
    for nth, event in enumerate(events):
        place = None
        if event.place is None and event.type in ("meet", "visit"):
            near = events[max(0, nth - _LOOK_AROUND) : nth + _LOOK_AROUND + 1]
            place = _place_told_beside(event, near, parties)
        changed.append(event if place is None else altered(event, place=place))
    return draft if all(map(is_, changed, events)) else draft.with_facts(Event, changed)


_LOOK_AROUND = 40
"""How many events before and behind it an event is compared with."""


def _place_told_beside(event: Event, near: Sequence[Event], parties: "_Parties") -> Place | None:
    """Give the place that the events around one tell of it."""
    visits = [each for each in near if each.type == "visit"]
    if event.type == "visit":
        return _place_of_meeting(event, near, parties) or _country_of_trip(event, visits, parties)
    if not visits or len(event.participants) < 2:
        return None
    return _place_of_visit(event, visits, near, parties)


@attrs.frozen
class _Parties:
    """Who takes part in each event, by its id, and the countries that actors are of."""

    present: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, str]
    faces: Faces

    @classmethod
    def of(cls, draft: Draft, events: Sequence[Event]) -> "_Parties":
        return cls(
            present={
                event.id: tuple(
                    id for each in event.participants if (id := draft.follow(each.actor))
                )
                for event in events
            },
            countries={
                actor.id: actor.country for actor in draft.group(Actor) if actor.country is not None
            },
            faces=faces_of(draft),
        )

    def codes(self, ids: Sequence[str]) -> set[str | None]:
        """Give the countries that some actors may speak for."""
        return {
            self.countries.get(face)
            for id in ids
            for face in self.faces.of.get(id, frozenset((id,)))
        }

    def others(self, meeting: Event, visit: Event) -> list[str] | None:
        """Give who meets the visitors of a visit; None where they are not at the meeting."""
        present = self.present[meeting.id]
        guests = self.present[visit.id]
        others = [id for id in present if not any(self.faces.akin(id, guest) for guest in guests)]
        return others if others and len(others) < len(present) else None


def _at_once(one: Event, other: Event) -> bool:
    """Whether a meeting and a visit can be of one trip: day, tense and polarity agree."""
    apart = {one.tense, other.tense} == {"past", "future"} and not (
        _same_day(one, other) or _soon_after(one, other)
    )
    if apart or one.polarity != other.polarity:
        return False
    return days_agree(one.date, other.date) or _soon_after(one, other)


def _same_day(one: Event, other: Event) -> bool:
    """Whether both are on one day: "arrived on Thursday and was to hold talks later in the day"."""
    here, there = one.date, other.date
    if here is None or there is None or here.start is None:
        return False
    return here.start == here.end == there.start == there.end


def _soon_after(one: Event, other: Event) -> bool:
    """Whether a meeting is within days of a visitor's arrival: "arrived Sunday", "met Monday"."""
    visit, meeting = (one, other) if one.type == "visit" else (other, one)
    arrived, met = visit.date, meeting.date
    if arrived is None or met is None or arrived.start is None or met.start is None:
        return False
    if visit.type != "visit" or arrived.start != arrived.end or met.start != met.end:
        return False
    days = days_between(arrived.start, met.start)
    return days is not None and 0 <= days <= _STAY


def _just_told(visit: Event, event: Event) -> bool:
    """Whether a meeting follows right on the words of a visit, in the same tense or to come."""
    if event.standing != "new":
        return False
    to_come = event.tense == "future" and (
        visit.tense == "present" or (visit.tense == "past" and _soon_after(visit, event))
    )  # "is on her way to Togo", "arrived on Monday": "plans to meet X on Tuesday"
    if event.tense != visit.tense and not to_come and not _same_day(visit, event):
        return False
    return 0 < event.evidence[0].end - visit.evidence[0].end < _NEXT


def _place_of_visit(
    event: Event, visits: Sequence[Event], events: Sequence[Event], parties: _Parties
) -> Place | None:
    found: dict[Place, bool] = {}  # the value tells whether the hosts are known to be of there
    own: set[Place] = set()
    here = set(parties.present[event.id])
    for visit in visits:
        place = visit.place
        if place is None or place.country is None or not _at_once(visit, event):
            continue
        others = parties.others(event, visit)
        if others is None:
            continue
        codes = parties.codes(others)
        if place.country in codes:
            found[place] = True
            if here & set(parties.present[visit.id]):
                own.add(place)  # the visitor himself, not somebody of his country
        elif codes == {None} and _just_told(visit, event):
            found.setdefault(place, False)
    if len(found) > 1 and len(own) == 1:
        found = dict.fromkeys(own, True)
    wide = [place for place in found if is_wide(place)]
    if len(found) > 1 and len(wide) == 1:
        return wide[0]
    if len(found) != 1:
        return None
    place, known = next(iter(found.items()))
    if _elsewhere_before(event, place, visits, parties):
        return None
    towns = {
        other.place
        for other in events
        if wide and known and other.type == "meet" and other.place is not None
        and other.place.country == place.country and not is_wide(other.place)
        and _at_once(other, event) and len(parties.present[other.id]) <= _FEW
        and set(parties.present[other.id]) & set(parties.present[event.id])
    }  # fmt: skip
    return next(iter(towns)) if len(towns) == 1 else place


def _country_of_trip(site: Event, visits: Sequence[Event], parties: _Parties) -> Place | None:
    """Give the country or region of the one trip on which somebody visits a camp or a plant."""
    found = {
        visit.place
        for visit in visits
        if visit.place is not None and is_wide(visit.place)
        and visit.tense in (site.tense, "unspecified") and _at_once(visit, site)
        and set(parties.present[visit.id]) & set(parties.present[site.id])
    }  # fmt: skip
    return next(iter(found)) if len(found) == 1 else None


def _elsewhere_before(
    event: Event, place: Place, visits: Sequence[Event], parties: _Parties
) -> bool:
    """Whether the visitor is told to be in another town there before, and here only afterwards."""
    start = event.evidence[0].start
    before = {
        visit.place
        for visit in visits
        if visit.evidence[0].start < start and parties.others(event, visit) is not None
    }
    towns = (each for each in before if each is not None and each.country == place.country)
    return place not in before and any(not is_wide(each) for each in towns)


def _place_of_meeting(visit: Event, events: Sequence[Event], parties: _Parties) -> Place | None:
    """Give the place of the meeting that a visitor had with somebody of the place's country."""
    found: dict[Place, None] = {}
    for event in events:
        place = event.place
        if event.type != "meet" or place is None or place.country is None:
            continue
        if not _at_once(visit, event) or not (
            set(parties.present[visit.id]) & set(parties.present[event.id])
        ):
            continue
        others = parties.others(event, visit)
        if others is not None and place.country in parties.codes(others):
            found[place] = None
    return next(iter(found)) if len(found) == 1 else None
