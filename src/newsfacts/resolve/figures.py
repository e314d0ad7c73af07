"""Resolution rules for figures: harm events, repeated figures, parts, tolls, the main event."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import attrs

from newsfacts.model import (
    Casualty,
    Conflict,
    Count,
    Event,
    Place,
    RivalValue,
    Time,
    Toll,
)
from newsfacts.resolve.actors import is_short_form, name_words
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.rules import ResolutionRule
from newsfacts.text import load_lexicon

LOOK_BACK = 50
"""How many equal figures of an event a further one is compared with."""

HARM_EVENTS = ("attack", "accident", "disaster", "conflict")
"""The types of event that casualty figures belong to."""


@cache
def _people(name: str) -> frozenset[str]:
    """Give a list of words about people."""
    return frozenset(load_lexicon("newsfacts.text", "people")[name])


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
    folded = [_fold_event(group) for group in groups.values()]
    redirects = {id: find(id) for id in parent if find(id) != id}
    rest = [event for event in events if event.type not in HARM_EVENTS]
    return draft.with_facts(Event, [*rest, *folded], redirects)


def _fold_event(group: Sequence[Event]) -> Event:
    first, *others = group
    if not others:
        return first
    return attrs.evolve(
        first,
        place=_finest(event.place for event in group),
        date=_first_day(event.date for event in group),
        participants=tuple(dict.fromkeys(each for event in group for each in event.participants)),
        evidence=tuple(span for event in group for span in event.evidence),
        extractors=tuple(sorted({name for event in group for name in event.extractors})),
    )


def _finest(places: Iterable[Place | None]) -> Place | None:
    """The first of the finest places: a town, else a division of a country, else a country.

    Only places of the first one's country count as finer.
    """
    known = [place for place in places if place is not None]
    if not known:
        return None
    country = next((place.country for place in known if place.country is not None), None)
    return min((p for p in known if p.country in (country, None)), key=_coarseness)


def _coarseness(place: Place) -> int:
    if place.admin1 is not None:
        return 0
    if place.geonames_id is None:
        return 1 if place.country is None else 2
    return 3


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
        if event is not None and figure.scope in ("incident", "subset", "background"):
            place, date = figure.place, figure.date
            if place is None or (event.place is not None and _holds(place, event.place)):
                place = event.place or place
            if place is not figure.place or (date is None and event.date is not None):
                figure = attrs.evolve(figure, place=place, date=date or event.date)
        settled.append(figure)
    return draft.with_facts(Casualty, settled) if figures else draft


def _first_day(dates: Iterable[Time | None]) -> Time | None:
    """The first date, or the first single day that lies in it where it is longer."""
    known = [date for date in dates if date is not None]
    if not known:
        return None
    first = known[0]
    if first.start is None or first.end is None or first.start == first.end:
        return first if first.start else next((d for d in known if len(d.value) >= 10), first)
    return next(
        (
            date
            for date in known
            if date.start is not None and date.start == date.end
            and first.start <= date.start <= first.end
        ),
        first,
    )  # fmt: skip


# -- repeated figures --------------------------------------------------------------------------


def _words(figure: Casualty) -> frozenset[str]:
    text = figure.victims.text if figure.victims is not None else figure.anchor.text
    return frozenset(text.lower().replace("’", "'").removesuffix("'s").split())


def _head(figure: Casualty) -> str | None:
    if figure.victims is None or figure.mention_type != "NOM":
        return None
    words = figure.victims.text.lower().split()
    for at, word in enumerate(words):
        if word in ("of", "in", "from", "who", "with") and at:
            return words[at - 1]
    return words[-1] if words else None


def _sex(figure: Casualty) -> str | None:
    words = _words(figure)
    if len(words) > 1:
        words -= {"her", "his", "she", "he"}
    if words & _people("female"):
        return "f"
    return "m" if words & _people("male") else None


def _stands(figure: Casualty) -> tuple[str, str, str]:
    """What kinds of claim can be one: modality, polarity, and background apart from news."""
    return (
        figure.modality,
        figure.polarity,
        figure.scope if figure.scope in ("background", "cumulative") else "news",
    )


def same_people(one: Casualty, other: Casualty) -> bool:
    """Tell whether two equal figures of one event and harm may be of the same people."""
    if {"more", "previous"} & set(other.hints) - set(one.hints):
        return False
    kinds = {figure.victims.kind if figure.victims else None for figure in (one, other)}
    if one.mention_type == "NAM" and other.mention_type == "NAM":
        a, b = _name(one), _name(other)
        return (
            is_short_form(a, b) or is_short_form(b, a) or (bool(a) and bool(b) and a[-1] == b[-1])
        )
    sexes = {_sex(one), _sex(other)} - {None}
    if len(sexes) == 2:
        return False
    if one.count.value == 1:
        if "perpetrator" in kinds and kinds & _NEVER_PERPETRATORS:
            return False
        heads = {_head(one), _head(other)} - {None}
        if len(heads) == 2 and not heads & _people("anyone") and "definite" not in other.hints:
            return False
        return not _kinds_clash(kinds)
    heads = {head for head in (_head(one), _head(other)) if head is not None}
    if len(heads) < 2 or heads & _people("anybody"):
        return not _kinds_clash(kinds)
    if len({head.rstrip("s") for head in heads if head}) == 1:
        return True
    return not _kinds_clash(kinds) and None in kinds


_NEVER_PERPETRATORS = frozenset(("police", "child", "medic", "journalist", "official"))


def _name(figure: Casualty) -> tuple[str, ...]:
    text = figure.victims.text if figure.victims else figure.anchor.text
    return tuple(word.removesuffix("'s").removesuffix("’s") for word in name_words(text))


def _kinds_clash(kinds: set[str | None]) -> bool:
    known = kinds - {None, "other"}
    return len(known) > 1 and not known <= {"civilian", "child", "woman"} and not known <= {
        "military", "police"} and not known <= {"militant", "perpetrator"}  # fmt: skip


def _same_number(one: Count, other: Count) -> bool:
    return (one.value, one.low, one.high, one.unit) == (
        other.value,
        other.low,
        other.high,
        other.unit,
    )


def unite_figures(draft: Draft) -> Draft:
    """Make one claim of a figure that is told again: same event, harm and number, same people."""
    figures = draft.group(Casualty)
    kept: list[Casualty] = []
    redirects: dict[str, str] = {}
    spans: dict[str, list[Casualty]] = {}
    alike: dict[tuple[object, ...], list[Casualty]] = {}
    for figure in figures:
        count = figure.count
        rivals = alike.setdefault(
            (
                draft.follow(figure.event), figure.harm, *_stands(figure), count.value, count.low,
                count.high, count.unit,
            ),
            [],
        )  # fmt: skip
        match = next(
            (
                other
                for other in reversed(rivals[-LOOK_BACK:])
                if same_people(other, figure) and not _beside(other, figure)
            ),
            None,
        )
        if match is None:
            kept.append(figure)
            rivals.append(figure)
            spans[figure.id] = [figure]
        else:
            redirects[figure.id] = match.id
            spans[match.id].append(figure)
    if not redirects:
        return draft
    return draft.with_facts(Casualty, (_fold_figure(spans[each.id]) for each in kept), redirects)


def _beside(one: Casualty, other: Casualty) -> bool:
    """Tell two figures of one list ("a guard, a nurse"), which are two whatever their number."""
    if other.anchor.start - one.evidence[-1].end > 160 or other.mention_type == "PRO":
        return False
    return "list" in other.hints or ("and" in other.hints and other.count.value == 1)


def _fold_figure(group: Sequence[Casualty]) -> Casualty:
    first, *others = group
    if not others:
        return first
    named = next((figure for figure in group if figure.mention_type == "NAM"), first)
    return attrs.evolve(
        first,
        victims=first.victims or named.victims,
        mention_type=named.mention_type,
        place=_finest(figure.place for figure in group),
        date=_first_day(figure.date for figure in group),
        perpetrators=tuple(dict.fromkeys(ref for figure in group for ref in figure.perpetrators)),
        attribution=next((f.attribution for f in group if f.attribution is not None), None),
        hints=_fold_hints(group),
        evidence=tuple(span for figure in group for span in figure.evidence),
        extractors=tuple(sorted({name for figure in group for name in figure.extractors})),
    )  # fmt: skip


def _fold_hints(group: Sequence[Casualty]) -> tuple[str, ...]:
    """Keep the first claim's hints; an update counts from any claim, `weak` only from all."""
    hints = set(group[0].hints) - {"weak"}
    if any("update" in figure.hints for figure in group):
        hints.add("update")
    if all("weak" in figure.hints for figure in group):
        hints.add("weak")
    return tuple(sorted(hints))


# -- parts -------------------------------------------------------------------------------------


def find_parts(draft: Draft) -> Draft:
    """Make parts of figures that add up to one told before them: nine men and three women of 12."""
    figures = list(draft.group(Casualty))
    changes: dict[str, Casualty] = {}
    for key, group in _by_event(draft, figures).items():
        _ = key
        news = [
            each for each in group
            if each.scope == "incident" and each.modality == "asserted"
            and each.polarity == "positive"
            and each.count.value and "previous" not in each.hints
        ]  # fmt: skip
        for at, whole in enumerate(news):
            value = whole.count.value or 0
            if value < 2:
                continue
            for run in _runs(news[at + 1 : at + LOOK_BACK], value):
                if any(part.id in changes for part in run):
                    continue
                if run[0] is news[at + 1] and "list" in run[0].hints:
                    continue  # "three guards, two nurses and a cook" are six
                for part in run:
                    changes[part.id] = attrs.evolve(part, scope="subset", part_of=whole.id)
                break
    changes.update(_parts_of_the_news(figures, changes))
    if not changes:
        return draft
    return draft.with_facts(Casualty, (changes.get(each.id, each) for each in figures))


def _parts_of_the_news(
    figures: Sequence[Casualty], known: Mapping[str, Casualty]
) -> dict[str, Casualty]:
    """Find the parts of an article's first figure where each is told as an event of its own."""
    changes: dict[str, Casualty] = {}
    for harm in sorted({each.harm for each in figures}):
        news = [
            each for each in figures
            if each.harm == harm and each.scope == "incident" and each.modality == "asserted"
            and each.polarity == "positive" and each.count.value and each.id not in known
        ]  # fmt: skip
        if not news or (news[0].count.value or 0) < 3 or len(news) < 3:
            continue
        if "list" in news[1].hints:
            continue
        reached = 0
        for end, part in enumerate(news[1:6], start=1):
            reached += part.count.value or 0
            if reached == news[0].count.value and end > 1:
                for each in news[1 : end + 1]:
                    changes[each.id] = attrs.evolve(each, scope="subset", part_of=news[0].id)
            if reached >= (news[0].count.value or 0):
                break
    return changes


def _runs(figures: Sequence[Casualty], total: int) -> Iterable[list[Casualty]]:
    """Give the first run of neighbouring figures, two to five, that add up to a total."""
    for start in range(len(figures)):
        reached = 0
        for end in range(start, min(len(figures), start + 5)):
            reached += figures[end].count.value or 0
            if reached == total and end > start:
                yield list(figures[start : end + 1])
                return
            if reached >= total:
                break


def _by_event(
    draft: Draft, figures: Iterable[Casualty]
) -> dict[tuple[str | None, str], list[Casualty]]:
    groups: dict[tuple[str | None, str], list[Casualty]] = {}
    for figure in figures:
        groups.setdefault((draft.follow(figure.event), figure.harm), []).append(figure)
    return groups


# -- tolls -------------------------------------------------------------------------------------


def reconcile_tolls(draft: Draft) -> Draft:
    """Give each harm event the figure that its claims amount to, for each harm."""
    figures = draft.group(Casualty)
    if not figures:
        return draft
    by_event: dict[str | None, dict[str, list[Casualty]]] = {}
    for (id, harm), group in _by_event(draft, figures).items():
        by_event.setdefault(id, {})[harm] = group
    events = []
    conflicts = list(draft.conflicts)
    for event in draft.group(Event):
        if event.type not in HARM_EVENTS:
            events.append(event)
            continue
        mine = by_event.get(event.id, {})
        tolls = event_tolls(mine)
        events.append(attrs.evolve(event, tolls=tolls) if tolls else event)
        for toll in tolls:
            rivals = rival_figures(mine[toll.harm])
            if rivals:
                conflicts.append(
                    Conflict(
                        subject=event.id, field=f"tolls.{toll.harm}",
                        values=tuple(
                            RivalValue(
                                value=figure.count.text,
                                source=figure.attribution.text if figure.attribution else "",
                                evidence=figure.evidence[:1],
                            )
                            for figure in rivals
                        ),
                        chosen=toll.count.text, rule="reconcile_tolls",
                    )
                )  # fmt: skip
    return attrs.evolve(draft.with_facts(Event, events), conflicts=tuple(conflicts))


def event_tolls(figures: Mapping[str, Sequence[Casualty]]) -> tuple[Toll, ...]:
    """Reconcile the figures of one event, given by harm and in order of position."""
    tolls: dict[str, Toll] = {}
    for harm in figures:
        toll = _toll(harm, [each for each in figures[harm] if "weak" not in each.hints])
        if toll is not None:
            tolls[harm] = toll
    weak = [each for each in figures.get("injured", ()) if "weak" in each.hints]
    dead = [each for each in figures.get("killed", ()) if each.count.value == 1]
    if dead and all(each.count.value == 1 for each in weak):
        # told one by one: those who are none of the dead
        alive = [each for each in weak if not any(same_people(one, each) for one in dead)]
        if alive and "injured" not in tolls:
            toll = _toll("injured", alive)
            return tuple(
                each for _, each in sorted({**tolls, "injured": toll}.items()) if each is not None
            )
    shot = _toll("injured", weak)
    if shot is not None:
        tolls = _with_shot(tolls, shot)
    return tuple(tolls[harm] for harm in sorted(tolls))


def _with_shot(tolls: dict[str, Toll], shot: Toll) -> dict[str, Toll]:
    """Count as injured those shot or stabbed who are not among the dead or the injured told."""
    dead = _point(tolls["killed"].count) if "killed" in tolls else 0
    hurt = _point(tolls["injured"].count) if "injured" in tolls else 0
    number = _point(shot.count)
    if number <= dead + hurt or number - dead <= hurt:
        return tolls
    left = number - dead
    count = shot.count if not dead else Count.of(left, text=shot.count.text)
    return {**tolls, "injured": Toll(harm="injured", count=count, figures=shot.figures)}


def _point(count: Count) -> int:
    return count.value if count.value is not None else count.low or 0


def _toll(harm: str, figures: Sequence[Casualty]) -> Toll | None:
    usable = [each for each in figures if _counts(each)]
    apart = [each for each in usable if not _perpetrator(each)]
    if not any(each.count.value != 0 for each in apart):
        # "four were shot, one of them died": a part of the shot is the whole of the dead
        parts = [each for each in figures if _counts(each, parts=True) and not _perpetrator(each)]
        apart = parts or apart
    if not apart:
        return None
    zero = [each for each in apart if each.count.value == 0]
    some = [each for each in apart if each.count.value != 0]
    if not some:
        return Toll(harm=harm, count=zero[0].count, figures=tuple(each.id for each in zero))
    updates = [each for each in some if "update" in each.hints and "previous" not in each.hints]
    if updates:
        last = updates[-1]
        later = [e for e in some if e.anchor > last.anchor and _point(e.count) > _point(last.count)]
        if not later:
            return Toll(harm=harm, count=last.count, figures=(last.id,))
    some = [each for each in some if "previous" not in each.hints]
    statements = _statements(some)
    if not statements:
        return None
    rivals = rival_figures(some)
    if rivals:
        low = min(_low(each.count) for each in rivals)
        high = max(_high(each.count) for each in rivals)
        text = " / ".join(each.count.text for each in rivals)
        if low < high:
            return Toll(
                harm=harm, count=Count.between(low, high, text=text),
                figures=tuple(each.id for each in rivals),
            )  # fmt: skip
    best = max(statements, key=lambda group: _point(_sum(group)))
    singles = [each for each in some if each.count.value == 1]
    if len(singles) > sum(_point(each.count) for each in best):
        best = singles
    return Toll(harm=harm, count=_sum(best), figures=tuple(each.id for each in best))


def _counts(figure: Casualty, *, parts: bool = False) -> bool:
    return (
        figure.modality == "asserted" and figure.polarity == "positive"
        and figure.part_of is None and (parts or figure.scope != "subset")
        and figure.count.unit == "persons"
    )  # fmt: skip


def _perpetrator(figure: Casualty) -> bool:
    return figure.victims is not None and figure.victims.kind == "perpetrator"


def _statements(figures: Sequence[Casualty]) -> list[list[Casualty]]:
    """Part figures into what is told together: "nine guards and three visitors"."""
    statements: list[list[Casualty]] = []
    for figure in figures:
        if statements and ("and" in figure.hints or "more" in figure.hints):
            statements[-1].append(figure)
        else:
            statements.append([figure])
    return statements


def rival_figures(figures: Sequence[Casualty]) -> list[Casualty]:
    """Give the figures of several persons for which different sources give different numbers."""
    named = [
        each for each in figures
        if each.attribution is not None and _counts(each) and each.scope == "incident"
        and not {"more", "and", "previous", "update", "weak"} & set(each.hints)
        and _low(each.count) > 1 and (each.victims is None or each.victims.kind != "perpetrator")
    ]  # fmt: skip
    first = named[:1]
    rivals = list(first)
    for figure in named[1:]:
        same = [r for r in rivals if r.attribution.text.lower() == figure.attribution.text.lower()]  # type: ignore[union-attr]
        if (
            not same
            and not _same_number(first[0].count, figure.count)
            and _comparable(first[0], figure)
        ):
            rivals.append(figure)
    return rivals if len(rivals) > 1 else []


def _comparable(one: Casualty, other: Casualty) -> bool:
    heads = {_head(one), _head(other)} - {None}
    return len(heads) < 2 or bool(heads & _people("anybody"))


def _low(count: Count) -> int:
    return (
        count.low
        if count.low is not None
        else count.value
        if count.value is not None
        else count.high or 0
    )


def _high(count: Count) -> int:
    return (
        count.high
        if count.high is not None
        else count.value
        if count.value is not None
        else count.low or 0
    )


def _sum(figures: Sequence[Casualty]) -> Count:
    """Add up what is told together; "people" beside a number add nothing."""
    counts = [figure.count for figure in figures if figure.count.modifier != "unspecified"]
    counts = counts or [figures[0].count]
    if len(counts) == 1:
        return counts[0]
    text = " + ".join(count.text for count in counts)
    exact = [count.value for count in counts if count.modifier == "exact"]
    if len(exact) == len(counts):
        return Count.of(sum(value or 0 for value in exact), text=text)
    stated = [count.value for count in counts if count.value is not None]
    modifiers = {count.modifier for count in counts} - {"exact"}
    if len(stated) == len(counts) and len(modifiers) == 1:
        return Count.of(sum(stated), modifiers.pop(), text=text)
    low = sum(count.low or 0 for count in counts)
    highs = [count.high for count in counts]
    if all(high is not None for high in highs):
        return Count.between(low, sum(high or 0 for high in highs), text=text)
    return Count.of(sum(_point(count) for count in counts), "at_least", text=text)


# -- what the article is about -----------------------------------------------------------------


def choose_main_event(draft: Draft) -> Draft:
    """Name the event that the article is mainly about: of those told as news, the first."""
    if draft.main_event is not None:
        return draft
    told: set[str | None] = set()
    news: set[str | None] = set()
    for figure in draft.group(Casualty):
        id = draft.follow(figure.event)
        told.add(id)
        if figure.scope in ("incident", "subset"):
            news.add(id)
    best: tuple[tuple[int, int, int], str] | None = None
    for event in draft.group(Event):
        harm = event.type in HARM_EVENTS
        if harm and event.id in told and event.id not in news:
            continue
        asserted = event.modality == "asserted" and event.polarity == "positive"
        people = any(
            toll.harm in ("killed", "injured") and _point(toll.count) for toll in event.tolls
        )
        rank = (0 if asserted else 1, 0 if (not harm or people) else 1, event.anchor.start)
        if best is None or rank < best[0]:
            best = (rank, event.id)
    return draft if best is None else attrs.evolve(draft, main_event=best[1])


RULES: tuple[ResolutionRule, ...] = (
    ResolutionRule("fold_harm_events", fold_harm_events),
    ResolutionRule("unite_figures", unite_figures, after=("fold_harm_events", "fold_names")),
    ResolutionRule("settle_figures", settle_figures, after=("unite_figures",)),
    ResolutionRule("find_parts", find_parts, after=("settle_figures",)),
    ResolutionRule("reconcile_tolls", reconcile_tolls, after=("find_parts",)),
    ResolutionRule(
        "choose_main_event", choose_main_event, after=("reconcile_tolls", "fold_meetings")
    ),
)
