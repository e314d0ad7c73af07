"""Flat rows of casualty figures and tolls, for tables and data frames."""

from typing import Any

from newsfacts.model import Casualty, Count, Event, Place, Record, Time


def casualty_rows(record: Record) -> list[dict[str, Any]]:
    """Give one flat dict for each casualty figure, in order of position.

    The keys are the same in every row, unknown values None: `pandas.DataFrame(casualty_rows(r))`.
    `perpetrators` joins names with "; "; `text` joins the evidence with " | ".
    """
    names = {actor.id: actor.name for actor in record.actors}
    return [_casualty(record, figure, names) for figure in record.casualties]


def toll_rows(record: Record) -> list[dict[str, Any]]:
    """Give one flat dict for each harm of each event with tolls, in order of position.

    `main` is true of the article's main event; `figures` is the number of figures it rests on.
    """
    return [
        {
            "article": record.article.id,
            "event": event.id,
            "type": event.type,
            "main": event.id == record.main_event,
            "harm": toll.harm,
            **_count(toll.count),
            **_place(event.place),
            **_date(event.date),
            "figures": len(toll.figures),
        }
        for event in record.events
        for toll in event.tolls
    ]


def _casualty(record: Record, figure: Casualty, names: dict[str, str]) -> dict[str, Any]:
    source = figure.attribution
    event: Event | None = next((e for e in record.events if e.id == figure.event), None)
    return {
        "article": record.article.id,
        "id": figure.id,
        "harm": figure.harm,
        **_count(figure.count),
        "victims": figure.victims.text if figure.victims else None,
        "victim_kind": figure.victims.kind if figure.victims else None,
        "scope": figure.scope,
        "part_of": figure.part_of,
        "modality": figure.modality,
        "polarity": figure.polarity,
        **_place(figure.place),
        **_date(figure.date),
        "perpetrators": "; ".join(names[ref] for ref in figure.perpetrators if ref in names)
        or None,
        "attribution": source.text if source else None,
        "anonymous": source.anonymous if source else None,
        "event": figure.event,
        "event_type": event.type if event else None,
        "start": figure.anchor.start,
        "end": figure.anchor.end,
        "text": " | ".join(span.text for span in figure.evidence),
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "value": count.value, "low": count.low, "high": count.high, "modifier": count.modifier,
        "unit": count.unit,
    }  # fmt: skip


def _place(place: Place | None) -> dict[str, Any]:
    return {
        "place": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def _date(date: Time | None) -> dict[str, Any]:
    return {
        "date": date.value if date else None,
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
    }
