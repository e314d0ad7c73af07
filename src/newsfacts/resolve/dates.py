"""When the article was published, who is credited, and where its dates disagree."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from newsfacts.model import Article, Conflict, Credit, Dateline, RivalValue, TimeExpression
from newsfacts.model._copy import altered
from newsfacts.model.timex import covered_days
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.rules import ResolutionRule

SLACK = timedelta(days=1)
"""How far a header, dateline and metadata may lie apart and still mean one day: time zones, and
stories that are filed in the evening and published in the morning."""
WEEK = timedelta(days=7)


def publication(draft: Draft) -> Draft:
    """Choose the publication date: metadata, else the header line, else the dateline.

    The chosen one is what the times of the text were resolved against.
    """
    rivals = _rivals_of(draft)
    if not rivals:
        return draft
    return draft.with_info(published=rivals[0].value, published_from=rivals[0].source)


def agencies(draft: Draft) -> Draft:
    """List the agencies of dateline and credits, each once, in order of position."""
    found = [
        (fact.anchor, index, name)
        for fact in draft.group(Dateline)
        for index, name in enumerate(fact.agencies)
    ]
    found += [(fact.anchor, 0, fact.agency) for fact in draft.group(Credit)]
    names = tuple(dict.fromkeys(agency for _, _, agency in sorted(found)))
    return draft.with_info(agencies=names) if names else draft


def bylines(draft: Draft) -> Draft:
    """Take the authors from the byline where the metadata name none."""
    if draft.info.authors:
        return draft
    names = tuple(dict.fromkeys(name for fact in draft.group(Dateline) for name in fact.authors))
    return draft.with_info(authors=names) if names else draft


def publication_conflicts(draft: Draft) -> Draft:
    """Report metadata, header, dateline and days named in full that cannot all be right.

    A month that contains a day agrees with it. A day named by weekday and number ("this Tuesday
    (13)") disagrees where it lies more than a week from the date that was chosen.
    """
    rivals = _rivals_of(draft)
    chosen = rivals[0] if rivals else None
    against = [rival for rival in rivals[1:] if chosen and _apart(chosen.value, rival.value, SLACK)]
    named = [
        RivalValue(value=time.value, source="text", evidence=time.evidence)
        for time in draft.group(TimeExpression)
        if time.proved and chosen and _apart(chosen.value, time.value, WEEK)
    ]
    if chosen is None or not (against or named):
        return draft
    conflict = Conflict(
        subject="article",
        field="published",
        values=(*rivals, *named),
        chosen=chosen.value,
        rule="publication",
    )
    return altered(draft, conflicts=(*draft.conflicts, conflict))


def published_of(
    article: Article, times: Sequence[TimeExpression], datelines: Sequence[Dateline]
) -> str | None:
    """Give the date that `publication` chooses, from the claims that it looks at."""
    if article.published:
        return article.published
    rivals = _rivals(article, times, datelines)
    return rivals[0].value if rivals else None


def _rivals_of(draft: Draft) -> list[RivalValue]:
    return _rivals(draft.article, draft.group(TimeExpression), draft.group(Dateline))


def _rivals(
    article: Article, times: Sequence[TimeExpression], datelines: Sequence[Dateline]
) -> list[RivalValue]:
    """Give the dates that the article is given for its day, the one to choose first."""
    rivals: list[RivalValue] = []
    if article.published:
        rivals.append(RivalValue(value=article.published, source="metadata"))
    for time in times:
        if time.function_in_document == "CREATION_TIME" and not _within(time, datelines):
            rivals.append(RivalValue(value=time.value, source="header", evidence=time.evidence))
    for dateline in datelines:
        if dateline.date is not None and dateline.date.start is not None:
            rivals.append(
                RivalValue(value=dateline.date.value, source="dateline", evidence=dateline.evidence)
            )
    return rivals


def _within(time: TimeExpression, datelines: Iterable[Dateline]) -> bool:
    return any(span.overlaps(time.anchor) for each in datelines for span in each.evidence)


def _apart(one: str, other: str, slack: timedelta) -> bool:
    """Tell whether two values cover no days that lie within `slack` of each other."""
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return False
    return first[0] - second[1] > slack or second[0] - first[1] > slack


def _days(value: str) -> tuple[date, date] | None:
    start, end = covered_days(value)
    return (date.fromisoformat(start), date.fromisoformat(end)) if start and end else None


RULES = (
    ResolutionRule("publication", publication),
    ResolutionRule("agencies", agencies),
    ResolutionRule("bylines", bylines),
    ResolutionRule("publication_conflicts", publication_conflicts, after=("publication",)),
)
