"""Who sits at the table for a side: the heads of delegations take part in their side's talks."""

import re
from collections.abc import Mapping, Sequence

from newsfacts.model import Actor, Event, Participant
from newsfacts.model._copy import altered
from newsfacts.resolve.draft import Draft

_HEADS = re.compile(
    r"\b(?:head|chief|leader) of (?:[\w'’.-]+ ){0,5}(?:delegation|negotiating team|team)\b",
    re.IGNORECASE,
)
"""The title of somebody who heads a delegation: "head of the Kenyan delegation"."""


def heads_take_part(draft: Draft) -> Draft:
    """Put the head of a side's delegation among those who take part in the side's talks.

    The talks are a meeting of two sides or more that took place or goes on; where the side has
    several such meetings, nobody can tell which of them was meant, and nothing is done.
    """
    talks = [each for each in draft.group(Event) if _is_talks(each)]
    if not talks:
        return draft
    actors = {actor.id: actor for actor in draft.group(Actor)}
    heads = heads_of(draft, actors)
    if not heads:
        return draft
    present = {
        event.id: [id for each in event.participants if (id := draft.follow(each.actor))]
        for event in talks
    }
    added: dict[str, list[str]] = {}
    for head, sides in heads.items():
        there = [
            event.id
            for event in talks
            if any(_is_side(actors, id, sides, draft) for id in present[event.id])
        ]
        if len(there) == 1 and not _sits(head, sides, draft):
            added.setdefault(there[0], []).append(head)
    if not added:
        return draft
    return draft.with_facts(
        Event, [_with(event, added.get(event.id, ())) for event in draft.group(Event)]
    )


def _sits(head: str, sides: set[str], draft: Draft) -> bool:
    """Whether a head is already told to sit at talks of the side, held or to come."""
    for event in draft.group(Event):
        ids = {draft.follow(each.actor) for each in event.participants}
        if event.type == "meet" and head in ids and not ids.isdisjoint(sides):
            return True
    return False


def _with(event: Event, heads: Sequence[str]) -> Event:
    if not heads:
        return event
    more = tuple(Participant(actor=id, role="participant") for id in heads)
    return altered(event, participants=(*event.participants, *more))


def _is_talks(event: Event) -> bool:
    held = event.type == "meet" and event.polarity == "positive" and event.tense != "future"
    return held and len(event.participants) > 1


def heads_of(draft: Draft, actors: Mapping[str, Actor]) -> dict[str, set[str]]:
    """Give the heads of delegations, and for each the actors that the delegation is or is of."""
    countries = {actor.country: id for id, actor in actors.items() if actor.kind == "country"}
    found: dict[str, set[str]] = {}
    for id, actor in actors.items():
        if actor.kind == "delegation":
            head = draft.follow(actor.head)
            if head is not None and head in actors:
                sides = found.setdefault(head, set())
                sides.add(id)
                sides.update(of for ref in actor.represents if (of := draft.follow(ref)))
        elif actor.kind == "person":
            for role in actor.roles:
                if role.former or not _heads_one(role.title):
                    continue
                of = draft.follow(role.organization) or countries.get(role.country)
                if of is not None:
                    found.setdefault(id, set()).add(of)
    return found


def _heads_one(title: str) -> bool:
    """Whether a title is that of somebody who heads a delegation."""
    low = title.lower()
    return ("delegation" in low or "team" in low) and _HEADS.search(title) is not None


def _is_side(actors: Mapping[str, Actor], id: str, sides: set[str], draft: Draft) -> bool:
    """Whether a participant is a side that the delegation is of, or stands for it."""
    if id in sides:
        return True
    actor = actors.get(id)
    if actor is None or actor.kind not in ("group", "delegation"):
        return False
    return any(draft.follow(ref) in sides for ref in actor.represents)
