"""When the article was published, who is credited, and where its head disagrees with itself."""

from newsfacts.model import Conflict, Credit, Dateline, RivalValue, TimeExpression
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.rules import ResolutionRule


def publication(draft: Draft) -> Draft:
    """Choose the publication date: metadata, else the header line, else the dateline."""
    rivals: list[RivalValue] = []
    if draft.article.published:
        rivals.append(RivalValue(value=draft.article.published, source="metadata"))
    for time in draft.group(TimeExpression):
        if time.function_in_document == "CREATION_TIME":
            rivals.append(RivalValue(value=time.value, source="header", evidence=time.evidence))
    for dateline in draft.group(Dateline):
        if dateline.date is not None and dateline.date.start is not None:
            rivals.append(
                RivalValue(value=dateline.date.value, source="dateline", evidence=dateline.evidence)
            )
    if not rivals:
        return draft
    chosen = rivals[0]
    return draft.with_info(published=chosen.value, published_from=chosen.source)


def agencies(draft: Draft) -> Draft:
    """List the agencies of dateline and credits, each once, in order of position."""
    found = [(fact.anchor, name) for fact in draft.group(Dateline) for name in fact.agencies]
    found += [(fact.anchor, fact.agency) for fact in draft.group(Credit)]
    names = tuple(dict.fromkeys(agency for _, agency in sorted(found)))
    return draft.with_info(agencies=names) if names else draft


def publication_conflicts(draft: Draft) -> Draft:
    """Report dates of the head that cannot all be the day of publication."""
    return draft


RULES = (
    ResolutionRule("publication", publication),
    ResolutionRule("agencies", agencies),
    ResolutionRule("publication_conflicts", publication_conflicts, after=("publication",)),
)
_ = Conflict
