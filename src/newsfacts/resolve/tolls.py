"""Resolution rules for tolls: what the figures of an event amount to, and the main event."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from newsfacts.model import (
    Actor,
    Attribution,
    Casualty,
    Conflict,
    Count,
    Event,
    RivalValue,
    Toll,
    days_between,
)
from newsfacts.model._copy import altered
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.figures import by_event, head_word, people, same_number, same_people
from newsfacts.resolve.harm_events import HARM_EVENTS
from newsfacts.resolve.rules import ResolutionRule

_NOBODY: Mapping[str, int] = MappingProxyType({})


def reconcile_tolls(draft: Draft) -> Draft:
    """Give each harm event the figure that its claims amount to, for each harm."""
    figures = draft.group(Casualty)
    if not figures:
        return draft
    told: dict[str | None, dict[str, list[Casualty]]] = {}
    for (id, harm), group in by_event(draft, figures).items():
        told.setdefault(id, {})[harm] = group
    theirs = _perpetrators_within(draft, figures)
    events = []
    conflicts = list(draft.conflicts)
    for event in draft.group(Event):
        if event.type not in HARM_EVENTS:
            events.append(event)
            continue
        mine = told.get(event.id)
        tolls = event_tolls(mine, theirs) if mine else ()
        events.append(altered(event, tolls=tolls) if tolls else event)
        if mine is None:
            continue
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
    return altered(draft.with_facts(Event, events), conflicts=tuple(conflicts))


def event_tolls(
    figures: Mapping[str, Sequence[Casualty]], theirs: Mapping[str, int] = _NOBODY
) -> tuple[Toll, ...]:
    """Reconcile the figures of one event, given by harm and in order of position.

    `theirs` tells how many perpetrators are among those that a figure counts, by its id.
    """
    tolls: dict[str, Toll] = {}
    for harm in figures:
        toll = _toll(harm, _firm(figures[harm]), theirs)
        if toll is not None:
            tolls[harm] = toll
    weak = [each for each in figures.get("injured", ()) if "weak" in each.hints]
    if any("more" in each.hints for each in weak):
        weak = _without_the_rest(weak, figures.get("killed", ()))
    dead = [each for each in figures.get("killed", ()) if each.count.value == 1]
    if dead and all(each.count.value == 1 for each in weak):
        # told one by one: those who are none of the dead
        alive = [each for each in weak if not any(_told_dead(one, each) for one in dead)]
        if alive and "injured" not in tolls:
            toll = _toll("injured", alive)
            return tuple(
                each for _, each in sorted({**tolls, "injured": toll}.items()) if each is not None
            )
    shot = _toll("injured", weak)
    if shot is not None:
        tolls = _with_shot(tolls, shot)
    return tuple(tolls[harm] for harm in sorted(tolls))


def _without_the_rest(weak: Sequence[Casualty], dead: Sequence[Casualty]) -> list[Casualty]:
    """Leave out those of a number told one by one behind it.

    "Two men were shot. Ivo Marek died. Another man was hit in the arm": he is one of the two.
    """
    kept: list[Casualty] = []
    for each in weak:
        if "more" in each.hints and each.count.value == 1:
            whole = next((one for one in kept if _point(one.count) > 1), None)
            between = whole is not None and any(
                whole.anchor < one.anchor < each.anchor and one.count.value == 1
                for one in (*kept, *dead)
            )
            if between:
                continue
        kept.append(each)
    return kept


def _told_dead(dead: Casualty, shot: Casualty) -> bool:
    """Tell whether one who was shot is the one who died, also by a name told of him later."""
    if same_people(dead, shot):
        return True
    if shot.mention_type != "NAM" or shot.victims is None:
        return False
    last = (shot.victims.text.split() or [""])[-1].removesuffix("'s").removesuffix("’s")
    return len(last) > 2 and any(last in span.text for span in dead.evidence)


def _firm(figures: Sequence[Casualty]) -> list[Casualty]:
    """Leave out those only shot or stabbed, but for one told beside somebody hurt before.

    "He wounded a nurse. A second woman also received stab wounds."
    """
    firm: list[Casualty] = []
    for each in figures:
        if "weak" not in each.hints or (
            firm and "more" in each.hints and each.count.value == 1 == firm[-1].count.value
        ):
            firm.append(each)
    return firm


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


def _toll(
    harm: str, figures: Sequence[Casualty], theirs: Mapping[str, int] = _NOBODY
) -> Toll | None:
    if not figures:
        return None
    apart = [each for each in figures if _counts(each) and not _perpetrator(each)]
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
    if len(some) == 1:
        return None if "previous" in some[0].hints else _toll_of(harm, some, theirs)
    rivals = rival_figures(some)
    # a toll that one side puts against another's is its rival, not its update
    signs = {"update"} if rivals else {"update", "put"}
    updates = [each for each in some if signs & set(each.hints) and "previous" not in each.hints]
    if updates:
        last = updates[-1]
        later = [e for e in some if e.anchor > last.anchor and _point(e.count) > _point(last.count)]
        if not later:
            return _toll_of(harm, [last], theirs)
    some = [each for each in some if "previous" not in each.hints]
    statements = _statements(some)
    if not statements:
        return None
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
    return _toll_of(harm, best, theirs)


def _toll_of(harm: str, figures: Sequence[Casualty], theirs: Mapping[str, int]) -> Toll:
    """Make a toll of figures told together, without the perpetrators that they are told to hold.

    "12 people, including the two attackers, were killed": ten.
    """
    count = _sum(figures)
    out = sum(theirs.get(each.id, 0) for each in figures) if theirs else 0
    if count.value is not None and 0 < out < count.value:
        count = Count.of(count.value - out, count.modifier, text=count.text, unit=count.unit)
    return Toll(harm=harm, count=count, figures=tuple(each.id for each in figures))


def _perpetrators_within(draft: Draft, figures: Sequence[Casualty]) -> dict[str, int]:
    """Count the perpetrators that figures are told to hold, by the id of the whole."""
    found: dict[str, int] = {}
    fighters = {each.id for each in figures if _kind(each) in ("militant", "perpetrator")}
    for each in figures:
        if (
            each.part_of is not None and _perpetrator(each)
            and each.modality == "asserted" and each.polarity == "positive"
            and (whole := draft.follow(each.part_of)) is not None and whole not in fighters
        ):  # fmt: skip
            found[whole] = found.get(whole, 0) + (each.count.value or 0)
    return found


def _counts(figure: Casualty, *, parts: bool = False) -> bool:
    return (
        figure.modality == "asserted" and figure.polarity == "positive"
        and figure.part_of is None and (parts or figure.scope != "subset")
        and figure.count.unit == "persons"
    )  # fmt: skip


def _perpetrator(figure: Casualty) -> bool:
    return _kind(figure) == "perpetrator"


def _kind(figure: Casualty) -> str | None:
    return figure.victims.kind if figure.victims is not None else None


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
    named = [each for each in figures if each.attribution is not None]
    if len(named) < 2:
        return []
    named = [
        each for each in named
        if _counts(each) and each.scope == "incident"
        and not {"more", "and", "previous", "update", "weak", "step"} & set(each.hints)
        and _low(each.count) > 1 and each.count.modifier != "unspecified"
        and (each.victims is None or each.victims.kind != "perpetrator")
    ]  # fmt: skip
    first = named[:1]
    rivals = list(first)
    for figure in named[1:]:
        same = [each for each in rivals if _one_source(each.attribution, figure.attribution)]
        if not same and not _agree(first[0].count, figure.count) and _comparable(first[0], figure):
            rivals.append(figure)
    return rivals if len(rivals) > 1 else []


def _one_source(one: Attribution | None, other: Attribution | None) -> bool:
    """Tell two sources that may be one: "the regional governor", "Governor Ivo Marek"."""
    if one is None or other is None:
        return one is other
    if one.actor is not None and one.actor == other.actor:
        return True
    words, others = one.text.lower().split(), other.text.lower().split()
    if words == others:
        return True
    for head, texts in ((words[-1:], others[:-1]), (others[-1:], words[:-1])):
        if head and head[0] in texts and head[0] not in _MANY_SPEAK:
            return True
    return False


_MANY_SPEAK = frozenset(("spokesman", "spokeswoman", "spokesperson", "official", "officials"))
"""Those of whom each side has some."""


def _agree(one: Count, other: Count) -> bool:
    """Tell numbers of which neither speaks against the other: "at least 30" and "30"."""
    if one.value is not None and one.value == other.value:
        return True
    return same_number(one, other) or any(
        rough.modifier == "vague" and (rough.low or 0) <= _point(exact) <= _high(rough)
        for rough, exact in ((one, other), (other, one))
    )


def _comparable(one: Casualty, other: Casualty) -> bool:
    heads = {head_word(one), head_word(other)} - {None}
    return (
        len(heads) < 2
        or bool(heads & people("anybody"))
        or (_kind(one) in _FORCES and _kind(other) in _FORCES)  # "nine officers", "60 policemen"
    )


_FORCES = frozenset(("police", "military"))


def _low(count: Count) -> int:
    return _first_known(count.low, count.value, count.high)


def _high(count: Count) -> int:
    return _first_known(count.high, count.value, count.low)


def _first_known(*numbers: int | None) -> int:
    return next((number for number in numbers if number is not None), 0)


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


def choose_main_event(draft: Draft) -> Draft:
    """Name the event that the article is mainly about: of those told as news, the first.

    One that figures recall for context is named only where there is no other, or where it is of the
    weeks before, or somebody is tried for it, and nobody was killed or injured since; and a meeting
    between people who are hardly named only where no harm is told with its place or day.
    """
    if draft.main_event is not None:
        return draft
    told: set[str | None] = set()
    news: set[str | None] = set()
    scopes = {figure.id: figure.scope for figure in draft.group(Casualty)}
    tried: set[str | None] = set()
    for figure in draft.group(Casualty):
        id = draft.follow(figure.event)
        told.add(id)
        if "tried" in figure.hints:
            tried.add(id)
        whole = draft.follow(figure.part_of)
        if (scopes.get(whole, figure.scope) if whole else figure.scope) in ("incident", "subset"):
            news.add(id)
    kinds = {actor.id: actor.kind for actor in draft.group(Actor)}
    best: tuple[tuple[int, int, int], str] | None = None
    first = True
    for event in draft.group(Event):
        harm = event.type in HARM_EVENTS
        recalled = harm and event.id in told and event.id not in news
        asserted = event.modality == "asserted" and event.polarity == "positive"
        tolls = {toll.harm for toll in event.tolls if _point(toll.count)}
        people = not tolls.isdisjoint(("killed", "injured"))
        if harm:
            weight = 0 if people or (first and not tolls.isdisjoint(_NEWS)) else 2
            first = False
            if recalled:
                near = event.id in tried or _recent(draft, event)
                weight = 1 if people and near else 4
        else:
            parties = [kinds.get(draft.follow(each.actor) or "") for each in event.participants]
            weight = 0 if _weighty(parties) else 3
        rank = (0 if asserted else 1, weight, event.anchor.start)
        if best is None or rank < best[0]:
            best = (rank, event.id)
    return draft if best is None else altered(draft, main_event=best[1])


_RECENT = 150
"""Up to how many days before an article an event is what arrests told in it are for."""


def _recent(draft: Draft, event: Event) -> bool:
    """Tell an event of the weeks before the article: what its arrests are for."""
    gap = days_between(event.date.end if event.date else None, draft.info.published)
    return gap is not None and gap <= _RECENT


_NEWS = ("released", "abducted", "missing", "displaced")
"""Harms that are the news where the article begins with them, though somebody is killed later."""


def _weighty(parties: Sequence[str | None]) -> bool:
    """Tell a meeting of states, organizations or two named people, by the kinds of its parties."""
    return bool({"country", "organization", "delegation"} & set(parties)) or (
        parties.count("person") > 1
    )


RULES: tuple[ResolutionRule, ...] = (
    ResolutionRule("reconcile_tolls", reconcile_tolls, after=("find_parts",)),
    ResolutionRule(
        "choose_main_event", choose_main_event, after=("reconcile_tolls", "fold_meetings")
    ),
)
