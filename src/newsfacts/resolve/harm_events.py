"""Resolution rules for harm events: mentions of one united, and what they lend to their figures."""

from collections.abc import Iterable, Sequence
from operator import is_

from newsfacts.model import Casualty, Event, Place, Time, days_between
from newsfacts.model._copy import altered
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.rules import ResolutionRule
from newsfacts.text.countries import capital_of, continents, is_country

HARM_EVENTS = ("attack", "accident", "disaster", "conflict")
"""The types of event that casualty figures belong to."""


def fold_harm_events(draft: Draft) -> Draft:
    """Unite the mentions of a harm event that extractors hold to be one."""
    events = draft.group(Event)
    harm = [event for event in events if event.type in HARM_EVENTS]
    if len(harm) < 2:
        return draft
    parent = {event.id: event.id for event in harm}
    order = {event.id: at for at, event in enumerate(harm)}

    def find(id: str) -> str:
        while parent[id] != id:
            id = parent[id]
        return id

    for event in harm:
        for ref in event.same_as:
            other = draft.follow(ref)
            if other is None or other not in parent:
                continue
            one, two = sorted((find(event.id), find(other)), key=order.__getitem__)
            if one != two:
                parent[two] = one
    groups: dict[str, list[Event]] = {}
    for event in harm:
        groups.setdefault(find(event.id), []).append(event)
    redirects = {id: find(id) for id in parent if find(id) != id}
    if not redirects:
        return draft
    folded = [_fold_event(group) for group in groups.values()]
    rest = [event for event in events if event.type not in HARM_EVENTS]
    return draft.with_facts(Event, [*rest, *folded], redirects)


def _fold_event(group: Sequence[Event]) -> Event:
    first, *others = group
    if not others:
        return first
    date, loose = first_day((event.date, "loose" in event.hints) for event in group)
    place, hints = finest((event.place, event.hints) for event in group)
    return altered(
        first,
        type=next((event.type for event in group if "guess" not in event.hints), first.type),
        place=place,
        date=date,
        participants=tuple(dict.fromkeys(each for event in group for each in event.participants)),
        evidence=tuple(span for event in group for span in event.evidence),
        extractors=tuple(sorted({name for event in group for name in event.extractors})),
        hints=(
            *(hint for hint in PLACE_HINTS if hint in hints),
            *(("loose",) if loose else ()),
        ),
    )


def finest(
    places: Iterable[tuple[Place | None, Sequence[str]]],
) -> tuple[Place | None, Sequence[str]]:
    """The first of the finest places: a town, else a division of a country, else a country.

    Each comes with the hints of its claim (`PLACE_HINTS`). Only places of the first one's country
    count as finer.
    """
    known = [(place, hints) for place, hints in places if place is not None]
    if not known:
        return None, ()
    country = next((place.country for place, _ in known if place.country is not None), None)
    return min(
        ((place, hints) for place, hints in known if place.country in (country, None)),
        key=lambda each: _breadth(*each),
    )


PLACE_HINTS = ("near", "local")
"""What a claim tells of its place: it is only near the one meant, or a part of that; it is a
locality, though no gazetteer says so."""


def _breadth(place: Place, hints: Sequence[str]) -> int:
    """Order places: near a town, or a part of one, is between a locality and a division."""
    coarse = 1 if "local" in hints else _coarseness(place)
    return 3 if "near" in hints and coarse < 2 else 2 * coarse + ("near" in hints)


def _coarseness(place: Place) -> int:
    if place.admin1 is not None:
        return 0
    if place.country is None:
        return 4 if place.name in continents() else 1
    if is_country(place.name, place.country):
        return 3
    return 0 if capital_of(place.country) == place.name else 2


def _holds(coarse: Place, fine: Place) -> bool:
    """Tell whether a place may lie in a coarser one, as far as is known."""
    if fine.country not in (coarse.country, None) or _coarseness(fine) >= _coarseness(coarse):
        return False
    return _coarseness(coarse) == 3 or fine.admin1 in (coarse.name, None)


def settle_figures(draft: Draft) -> Draft:
    """Give figures of a harm event its place and day where they tell none, or a coarser place."""
    events = {event.id: event for event in draft.group(Event) if event.type in HARM_EVENTS}
    figures = draft.group(Casualty)
    settled = []
    for figure in figures:
        event = events.get(draft.follow(figure.event) or "")
        if event is not None and (figure.scope != "cumulative" or "vague" in figure.hints):
            place, date = figure.place, figure.date
            if place is None or (event.place is not None and _better(figure, event)):
                place = event.place or place
            if (
                event.date is not None
                and figure.scope != "cumulative"
                and not (figure.harm in _AFTER and _stale(draft, event))
                and (date is None or _lies_in(event.date, date) or _firmer(figure, event))
            ):
                date = event.date
            if place is not figure.place or date is not figure.date:
                figure = altered(figure, place=place, date=date)
        settled.append(figure)
    if not all(map(is_, settled, figures)):
        draft = draft.with_facts(Casualty, settled)
    return _placed(draft, settled)


def _placed(draft: Draft, figures: Iterable[Casualty]) -> Draft:
    """Give harm events of which nothing tells where they were the place of their first figure."""
    places: dict[str | None, Place] = {}
    for figure in figures:
        if figure.place is not None and figure.scope == "incident":
            places.setdefault(draft.follow(figure.event), figure.place)
    events = draft.group(Event)
    found = [
        altered(event, place=places[event.id])
        if event.place is None and event.type in HARM_EVENTS and event.id in places
        else event
        for event in events
    ]
    return draft if all(map(is_, found, events)) else draft.with_facts(Event, found)


_AFTER = frozenset(("detained", "released"))
_STALE = 14
"""How many days after it happened something is no news any more."""


def _stale(draft: Draft, event: Event) -> bool:
    """Tell an event long before the article, whose day is not that of an arrest for it."""
    gap = days_between(event.date.end if event.date else None, draft.info.published)
    return gap is not None and gap > _STALE


def _better(figure: Casualty, event: Event) -> bool:
    """Tell whether an event's place says more than that of its figure."""
    if figure.place is None or event.place is None:
        return figure.place is None
    if "vague" in figure.hints:
        return True
    if "near" in figure.hints and "near" not in event.hints:
        return event.place.country in (figure.place.country, None) or figure.place.country is None
    if "local" in figure.hints:
        return False
    return _holds(figure.place, event.place)


def _firmer(figure: Casualty, event: Event) -> bool:
    """Tell whether the day of an event is named, and that of its figure is not."""
    if figure.date is None or event.date is None or "loose" not in figure.hints:
        return False
    return "loose" not in event.hints and _within_a_day(figure.date, event.date)


def _lies_in(day: Time, longer: Time) -> bool:
    """Tell a single day that lies in a longer time."""
    if None in (day.start, longer.start, longer.end):
        return False
    if day.start != day.end or longer.start == longer.end:
        return False
    return longer.start <= day.start <= longer.end  # type: ignore[operator]


def first_day(dates: Iterable[tuple[Time | None, bool]]) -> tuple[Time | None, bool]:
    """The first date, or the first single day that lies in it where it is longer.

    Each comes with whether it is loose: the day of an hour or a night that names none, which one
    that is named replaces, if no more than a day lies between.
    """
    known = [(date, loose) for date, loose in dates if date is not None]
    if not known:
        return None, False
    first, vague = known[0]
    if vague:
        return next(
            (
                (date, loose) for date, loose in known
                if not loose and date.start == date.end and _within_a_day(first, date)
            ),
            known[0],
        )  # fmt: skip
    if first.start is None or first.end is None or first.start == first.end:
        if first.start:
            return known[0]
        return next((each for each in known if len(each[0].value) >= 10), known[0])
    return next(
        (
            (date, loose) for date, loose in known
            if date.start is not None and date.start == date.end
            and first.start <= date.start <= first.end
        ),
        known[0],
    )  # fmt: skip


def _within_a_day(one: Time, other: Time) -> bool:
    gap = days_between(one.start, other.start)
    return gap is not None and abs(gap) < 2


RULES: tuple[ResolutionRule, ...] = (
    ResolutionRule("fold_harm_events", fold_harm_events),
    ResolutionRule("settle_figures", settle_figures, after=("unite_figures",)),
)
