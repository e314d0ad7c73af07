"""Mentions of one event taken together, and what they tell of it."""

import re

import attrs

from newsfacts.model import Event, Place, Time
from newsfacts.model._open import quick
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.linking import Faces, is_wide

_HEADWORDS = frozenset((
    "summit", "conference", "session", "dinner", "lunch", "symposium", "forum", "visit", "trip",
    "tour", "call",
))  # fmt: skip
_WORD = re.compile(r"\w+")


@quick
@attrs.frozen
class Cluster:
    """Mentions of one event, the earliest and the latest, and what is known from all together."""

    first: Event  # decides how the event stands
    last: Event
    actors: frozenset[str]
    firm: frozenset[str]
    place: Place | None
    date: Time | None
    words: frozenset[str]
    company: bool  # whether people take part who are only described

    def joined(self, mention: "Cluster") -> "Cluster":
        """Give the cluster with another mention's in it."""
        return Cluster(
            first=self.first,
            last=mention.last,
            actors=self.actors | mention.actors,
            firm=self.firm | mention.firm,
            place=narrower(self.place, mention.place),
            date=narrower_day(self.date, mention.date),
            words=self.words | mention.words,
            company=self.company or mention.company,
        )


def narrower(one: Place | None, other: Place | None) -> Place | None:
    """Give the place that says more: a city rather than its country, else the first."""
    if one is None or other is None:
        return one or other
    return other if is_wide(one) and not is_wide(other) else one


def narrower_day(one: Time | None, other: Time | None) -> Time | None:
    """Give the time that says more: a day rather than its month or week, else the first."""
    if one is None or other is None:
        return one or other
    if one.start is None:
        return other if other.start is not None else one
    if other.start is None or other.end is None or one.end is None:
        return one
    return other if other.start >= one.start and other.end < one.end else one


def as_cluster(mention: Event, draft: Draft, faces: Faces) -> Cluster:
    """Begin a cluster with one mention."""
    actors = frozenset([
        id
        for each in mention.participants
        if (id := draft.follow(each.actor)) is not None
        and id not in faces.vague
        and (mention.standing == "new" or each.role not in ("mediator", "organizer"))
    ])  # fmt: skip
    people = frozenset([id for id in actors if faces.kinds.get(id) == "person"])
    return Cluster(
        first=mention,
        last=mention,
        actors=actors,
        firm=people,
        place=mention.place,
        date=mention.date,
        words=_headwords(mention),
        company=len(mention.participants) > len(actors),
    )


def _headwords(mention: Event) -> frozenset[str]:
    """Give the nouns by which a mention's words call its event."""
    text = " ".join([span.text for span in mention.evidence]).lower()
    if not any(map(text.__contains__, _HEADWORDS)):
        return frozenset()
    return _HEADWORDS.intersection(_WORD.findall(text))
