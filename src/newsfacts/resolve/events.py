"""Resolution rules for events: mentions of one meeting, visit or call become one event."""

from collections.abc import Container, Sequence

from newsfacts.model import Actor, Event, Participant, Time, days_between
from newsfacts.model._copy import altered
from newsfacts.resolve.clusters import Cluster, as_cluster
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.events_sides import heads_of, heads_take_part
from newsfacts.resolve.linking import Faces, days_agree, faces_of, is_wide, places_agree
from newsfacts.resolve.rules import ResolutionRule
from newsfacts.resolve.trips import place_meetings_of_visits

MEETING_EVENTS = ("meet", "visit", "call")
"""The types of event whose mentions are linked here."""

ROLE_RANK = ("mediator", "host", "organizer", "visitor", "participant")

NEAR = 100
"""How many events back a mention is compared with: what keeps a long article's cost in bounds."""

LONGEST = 10
"""Days that a summit or conference lasts at most: mentions of its first and last day are of one."""

CROWD = 40
"""How many parties an event may have and take in another mention: for the same reason."""


def compatible(cluster: Cluster, mention: Cluster, faces: Faces) -> bool:
    """Tell whether a mention can be of a cluster's event: nothing in it speaks against that."""
    one, other = cluster.first, mention.first
    if one.type != other.type:
        return False
    if one.type == "visit" and other.standing == "new" and not _same_name(cluster, mention):
        return False
    if not places_agree(cluster.place, mention.place):
        return False
    if not days_agree(cluster.date, mention.date) and not _same_gathering(cluster, mention):
        return False
    return stands_alike(cluster, mention, faces)


def _same_gathering(cluster: Cluster, mention: Cluster) -> bool:
    """Whether "the summit ended on Friday" can be of the summit that opened on Thursday."""
    began, ended = cluster.date, mention.date
    if mention.actors or mention.first.standing == "new" or not mention.words & cluster.words:
        return False
    if began is None or ended is None:
        return False
    days = days_between(began.start, ended.start)
    return days is not None and 0 < days < LONGEST


def _same_name(cluster: Cluster, mention: Cluster) -> bool:
    """Whether two visits go to places of one name, as far as they say where."""
    here, there = cluster.place, mention.place
    return here is None or there is None or here.name.casefold() == there.name.casefold()


def stands_alike(cluster: Cluster, mention: Cluster, faces: Faces) -> bool:
    """Tell whether tense, polarity and reality of two mentions can be of one event."""
    other = mention.first
    if other.standing != "new":
        apart = {cluster.first.tense, other.tense} == {"past", "future"}
        if cluster.first.polarity != other.polarity and mention.date and not cluster.date:
            return False  # "is holding talks", "boycotted the meeting last year"
        elsewhere = mention.place is not None and cluster.place is None
        return not apart or not elsewhere or bool(mention.actors)
    one = cluster.last if cluster.first.tense == "unspecified" else cluster.first
    same_day = _one_day(cluster.date, mention.date)
    if one.polarity != other.polarity and not same_day:
        return False
    if "unspecified" in (one.tense, other.tense) or same_day:
        return True
    if one.tense == other.tense:
        meant = one.modality in ("asserted", "planned") and other.modality in (
            "asserted",
            "planned",
        )
        return (
            one.modality == other.modality
            or (meant and one.tense == "future")
            or faces.covered(mention.actors, cluster.actors) == len(mention.actors)
        )
    if {one.tense, other.tense} == {"present", "past"}:
        # a headline's "X meets Y" is "X met Y" of the text; "are meeting" is not "met in May"
        return other.tense == "past" or cluster.date is None
    return (
        faces.covered(mention.actors, cluster.actors) == len(mention.actors)
        and one.modality != "asserted"
        and other.modality != "asserted"
    )


def _one_day(one: Time | None, other: Time | None) -> bool:
    """Whether two times name one day or stretch, so that tense and mood count for little."""
    if one is None or other is None or one.start is None:
        return False
    return one.start == other.start and one.end == other.end


def link_strength(cluster: Cluster, mention: Cluster, faces: Faces) -> int:
    """Tell how strongly a mention's parties speak for a cluster's event; 0 for not at all.

    All parties of one are among the other's, or two at least are shared; two meetings of one
    actor with different partners are two.
    """
    if not mention.actors or not cluster.actors:
        return 0
    forward = faces.covered(mention.actors, cluster.actors)
    backward = faces.covered(cluster.actors, mention.actors)
    whole = forward == len(mention.actors) or backward == len(cluster.actors)
    if not forward:
        return 0
    if mention.firm and cluster.firm and _rivals(cluster, mention, faces):
        return 0
    if 2 * forward > len(mention.actors) and 2 * backward > len(cluster.actors) and forward > 2:
        return 3
    if whole:
        return 3 if forward > 1 or len(mention.actors) == len(cluster.actors) else 2
    if forward > 1 and mention.first.type == "meet":
        return 1
    return 0


def _rivals(cluster: Cluster, mention: Cluster, faces: Faces) -> bool:
    """Whether each names a person whom the other lacks, beside a common one."""
    here = _strangers(cluster, mention, faces)
    there = _strangers(mention, cluster, faces)
    if there and not mention.actors & cluster.actors:
        return True  # "the Kenyan envoy met X": whom he stands for is no proof beside a new name
    return bool(here) and bool(there)


def _strangers(one: Cluster, other: Cluster, faces: Faces) -> list[str]:
    """Give the persons of one who are nobody among the other's.

    Whom a named person of the other already stands for is not free to be somebody else.
    """
    known = one.firm & other.firm
    free = [
        id
        for id in other.actors
        if id in other.firm
        or not any(faces.akin(id, person) and person not in known for person in other.firm)
    ]
    return [id for id in one.firm if not any(faces.akin(id, each) for each in free)]


def _adds_with_other_tense(cluster: Cluster, mention: Cluster, faces: Faces) -> bool:
    one, other = cluster.first, mention.first
    added = len(mention.actors) - faces.covered(mention.actors, cluster.actors)
    return (
        one.tense != other.tense
        and added > (0 if other.standing == "new" else 1)
        and (cluster.date is None or mention.date is None)
    )


def choose(
    clusters: Sequence[Cluster],
    mention: Cluster,
    faces: Faces,
    ruled_out: frozenset[int] = frozenset(),
) -> int | None:
    """Choose the cluster that a mention belongs to; None where it begins one of its own."""
    other = mention.first
    best: tuple[int, int, bool, bool, int] | None = None
    at: int | None = None
    gathers = not mention.actors and any(
        mention.words & each.words for each in clusters[-NEAR:] if mention.words
    )
    for index in range(max(0, len(clusters) - NEAR), len(clusters)):
        cluster = clusters[index]
        if index in ruled_out or len(cluster.actors) > CROWD:
            continue
        if not compatible(cluster, mention, faces):
            continue
        strength = link_strength(cluster, mention, faces)
        if mention.actors and cluster.actors:
            if not strength or _adds_with_other_tense(cluster, mention, faces):
                continue
            if (
                other.standing == "new"
                and strength < 3
                and (
                    _in_other_company(cluster, mention, faces)
                    or not (_anchored(cluster, mention) or _completes(cluster, mention))
                )
            ):
                continue
        elif not _may_point(cluster, mention):
            continue
        words = len(mention.words & cluster.words) if mention.words else 0
        if mention.words and not words and not mention.actors and (gathers or cluster.words):
            continue
        if _elsewhere(cluster, mention):
            continue
        ahead = (cluster.first.tense == "future") == (other.tense == "future")
        rank = (strength, words, ahead, _whole_trip(cluster, mention), index)
        if best is None or rank > best:
            best, at = rank, index
    return at


def _whole_trip(cluster: Cluster, mention: Cluster) -> bool:
    """Whether "the trip" may be that to a country, rather than to a town on it."""
    trip = mention.first.type == "visit" and mention.place is None
    return trip and cluster.place is not None and is_wide(cluster.place)


_GATHERINGS = frozenset(("summit", "conference", "session", "symposium", "forum"))


def _completes(cluster: Cluster, mention: Cluster) -> bool:
    """Whether a mention names the partner that "X will visit Y for talks" left open."""
    one, other = cluster.first, mention.first
    return (
        one.type == "meet"
        and cluster.words.isdisjoint(_GATHERINGS)
        and len(cluster.actors) == 1
        and len(one.participants) == 1
        and len(mention.actors) > 1
        and one.tense == other.tense
        and one.polarity == other.polarity
    )


def _elsewhere(cluster: Cluster, mention: Cluster) -> bool:
    """Whether a mention is of a gathering somewhere, and a cluster of no gathering, nowhere."""
    gathers = "summit" in mention.words or "conference" in mention.words
    return gathers and mention.place is not None and cluster.place is None and not cluster.words


def _in_other_company(cluster: Cluster, mention: Cluster, faces: Faces) -> bool:
    """Whether one actor met some people there, and named ones here: two meetings of a day."""
    if not cluster.company or len(cluster.firm) != 1:
        return False
    return any(faces.covered((id,), cluster.actors) == 0 for id in mention.firm)


def _anchored(cluster: Cluster, mention: Cluster) -> bool:
    """Whether the two name one day, or one narrow place."""
    if cluster.date is not None and mention.date is not None and cluster.date.start is not None:
        return True
    return cluster.place is not None and mention.place is not None


def _may_point(cluster: Cluster, mention: Cluster) -> bool:
    """Whether a mention without parties, or of an event without parties, may be of it."""
    other = mention.first
    if other.standing == "new":
        return _anchored(cluster, mention)
    if mention.actors:
        apart = {cluster.first.tense, other.tense} == {"past", "future"}
        return not cluster.actors and other.type == "meet" and not (apart and cluster.company)
    return True


def fold_meetings(draft: Draft) -> Draft:
    """Unite the mentions of one meeting, visit or call.

    The earliest mention that has a tense decides modality, polarity and tense; place and day come
    from the first mention that tells them, a city being preferred to its country and a day to
    its month; participants are united, each with the first role that applies.
    """
    events = draft.group(Event)
    mentions = [event for event in events if event.type in MEETING_EVENTS]
    if not mentions:
        return draft
    faces = faces_of(draft)
    clusters: list[Cluster] = []
    members: list[list[Event]] = []
    said = _Said(draft)
    for mention in mentions:
        single = as_cluster(mention, draft, faces)
        at = said.same_as(mention)
        if at is None:
            at = choose(clusters, single, faces, said.other_than(mention))
        if at is None:
            at = len(clusters)
            clusters.append(single)
            members.append([mention])
        else:
            clusters[at] = clusters[at].joined(single)
            members[at].append(mention)
        said.note(mention, at)
    several = len(members) < len(mentions)
    actors = {actor.id: actor for actor in draft.group(Actor)} if several else {}
    heads = heads_of(draft, actors)
    folded = [
        united(cluster, whole, draft, faces, heads)
        for cluster, whole in zip(clusters, members, strict=True)
    ]
    redirects = {mention.id: whole[0].id for whole in members for mention in whole[1:]}
    rest = [event for event in events if event.type not in MEETING_EVENTS]
    return draft.with_facts(Event, [*rest, *folded], redirects)


class _Said:
    """What the extractor itself says about which mentions are of one event."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._homes: dict[str, int] = {}  # mention to its cluster
        self._kept_from: dict[str, set[int]] = {}  # mention to clusters that it is not of

    def note(self, mention: Event, at: int) -> None:
        """Remember which cluster a mention went to."""
        self._homes[mention.id] = at
        for ref in mention.other_than:
            if (id := self._draft.follow(ref)) is not None:
                self._kept_from.setdefault(id, set()).add(at)

    def other_than(self, mention: Event) -> frozenset[int]:
        """Give the clusters that a mention is said not to be of."""
        said = (self._homes.get(self._draft.follow(ref) or "") for ref in mention.other_than)
        found = {at for at in said if at is not None}
        return frozenset(found | self._kept_from.get(mention.id, set()))

    def same_as(self, mention: Event) -> int | None:
        """Give the cluster that a mention is said to be of."""
        said = (self._homes.get(self._draft.follow(ref) or "") for ref in mention.same_as)
        return min((at for at in said if at is not None), default=None)


def _rank(role: str) -> int:
    """Give the place of a role among those of meetings; others come last."""
    return ROLE_RANK.index(role) if role in ROLE_RANK else len(ROLE_RANK)


def united(
    cluster: Cluster,
    mentions: Sequence[Event],
    draft: Draft,
    faces: Faces,
    heads: Container[str] = (),
) -> Event:
    """Make one event of a cluster's mentions; `heads` are those who head a side's delegation."""
    roles: dict[str, str] = {}
    for mention in mentions:
        for each in mention.participants:
            id = draft.follow(each.actor)
            if id is None:
                continue
            held = roles.get(id)
            if held is None or _rank(each.role) < _rank(held):
                roles[id] = each.role
    if len(mentions) > 1:
        beside: dict[str | None, set[str | None]] = {}
        for mention in mentions:
            together = {draft.follow(each.actor) for each in mention.participants}
            for id in together:
                beside.setdefault(id, set()).update(together)
        roles = {
            id: role
            for id, role in roles.items()
            if not _stood_for(
                id, role, [x for x in roles if x not in beside[id] and x not in heads], faces
            )
        }
    participants = tuple(Participant(actor=id, role=role) for id, role in roles.items())
    if len(mentions) == 1:
        return altered(
            cluster.first,
            participants=participants,
            topics=tuple(dict.fromkeys(cluster.first.topics)),
            extractors=tuple(sorted(set(cluster.first.extractors))),
        )
    telling = next((each for each in mentions if each.tense != "unspecified"), cluster.first)
    return altered(
        cluster.first,
        modality=telling.modality,
        polarity=telling.polarity,
        tense=telling.tense,
        standing=next((x.standing for x in mentions if x.standing != "anaphoric"), "anaphoric"),
        participants=participants,
        place=cluster.place,
        date=cluster.date,
        topics=tuple(dict.fromkeys(topic for each in mentions for topic in each.topics)),
        format=next((each.format for each in mentions if each.format is not None), None),
        attribution=next(
            (each.attribution for each in mentions if each.attribution is not None), None
        ),
        evidence=tuple(span for each in mentions for span in each.evidence),
        extractors=tuple(sorted({name for each in mentions for name in each.extractors})),
    )


def _stood_for(id: str, role: str, others: Sequence[str], faces: Faces) -> bool:
    """Whether a person or delegation takes part for a country or group that other words named."""
    kind = faces.kinds.get(id)
    if kind not in ("country", "group") or role not in ("participant", "visitor"):
        return False
    return any(
        faces.akin(id, other)
        for other in others
        if other != id and faces.kinds.get(other) in ("person", "delegation")
    )


def drop_unlinked(draft: Draft) -> Draft:
    """Drop what points back at a meeting that nothing told of: "the talks", alone."""
    events = draft.group(Event)
    kept = [
        event
        for event in events
        if event.type not in MEETING_EVENTS or event.standing != "anaphoric"
    ]
    return draft if len(kept) == len(events) else draft.with_facts(Event, kept)


RULES: tuple[ResolutionRule, ...] = (
    ResolutionRule("fold_meetings", fold_meetings, after=("fold_names", "person_countries")),
    ResolutionRule("place_meetings_of_visits", place_meetings_of_visits, after=("fold_meetings",)),
    ResolutionRule("heads_take_part", heads_take_part, after=("fold_meetings",)),
    ResolutionRule("drop_unlinked_meetings", drop_unlinked, after=("fold_meetings",)),
)
