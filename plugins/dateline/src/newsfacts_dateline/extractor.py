"""The extractor of datelines, credits and times."""

from collections.abc import Iterator, Sequence

from newsfacts import (
    Article,
    Context,
    Credit,
    Dateline,
    Extractor,
    Fact,
    Place,
    PlaceMention,
    Span,
    Time,
    TimeExpression,
)
from newsfacts.model import TimeType, covered_days
from newsfacts_dateline.anchoring import dateline_value
from newsfacts_dateline.credits import credit_verbs, find_credits
from newsfacts_dateline.foreign import find_foreign, language_of
from newsfacts_dateline.headnames import place_name
from newsfacts_dateline.heads import Head, header_date, line_date, read_head
from newsfacts_dateline.reading import Found
from newsfacts_dateline.times import cues, find_times

_DASH = 6
"""Characters between a dateline and its story are fewer."""


class DatelineExtractor(Extractor):
    """The dateline, the agencies credited, and every time expression as TIMEX3.

    Times are reckoned from the article's own date, else from its header line, else from its
    dateline, else from a date that is a line of its own above the story.
    """

    name = "dateline"
    version = "0.1.0"
    provides = ("dateline", "times")
    uses = ("places",)
    cues = (*cues(), *sorted(credit_verbs().difference(cues())))

    def extract(self, article: Article, context: Context) -> Iterator[Fact]:
        """Give at most one Dateline, Credits, and one TimeExpression for each mention."""
        text = article.text
        taken: list[tuple[int, int]] = []
        base = article.published
        header = header_date(text)
        if header is not None:
            (start, end), value = header
            yield _time(text, start, end, value, function="CREATION_TIME")
            taken.append((start, end))
            base = base or value
        known = bool(context.mentions(PlaceMention))
        head = read_head(
            text,
            (lambda start, end: bool(context.mentions_between(PlaceMention, start, end)))
            if known
            else None,
        )
        if head is not None:
            date = dateline_value(head.date, base) if head.date else None
            yield _dateline(text, head, date, context)
            if head.date is not None and date is not None:
                start, end = head.date.span
                yield _time(text, start, end, date, function="CREATION_TIME")
                base = base or (date if date[:4].isdigit() else None)
            taken.append(head.span)
        verbs = credit_verbs()
        told = [hit.end for hit in context.cue_hits if hit.value in verbs]
        for start, end, agency in find_credits(text, head.span if head else None, told):
            yield Credit(agency=agency, evidence=Span.of(text, start, end))
        below = line_date(text) if base is None else None
        if below is not None and (base := dateline_value(below, None)) is not None:
            start, end = below.span
            yield _time(text, start, end, base, function="CREATION_TIME")
            taken.append((start, end))
        language = language_of(text, article.language)
        if language is None:
            hits = [hit for hit in context.cue_hits if hit.value not in verbs]
            times = find_times(text, base, context.sentences, hits)
        else:
            times = find_foreign(text, language, base)
        reached = max((end for _, end in taken), default=0)
        for found in times:
            if head is not None and _opens_with_number(text, head, found):
                continue
            if found.start >= reached or not _overlaps(found, taken):
                yield _time(
                    text, found.start, found.end, found.value, found.type, found.mod,
                    proved=found.proved,
                )  # fmt: skip


def _opens_with_number(text: str, head: Head, found: Found) -> bool:
    """Tell a number that a story opens with from the end of a range: "LIMA, May 3 - 12 people"."""
    end = head.span[1]
    return (
        found.start - end < _DASH and found.end - found.start < 3
        and text[found.start : found.end].isdigit()
        and not any(map(str.isalnum, text[end : found.start]))
    )  # fmt: skip


def _overlaps(found: Found, taken: Sequence[tuple[int, int]]) -> bool:
    return any(found.start < end and start < found.end for start, end in taken)


def _time(
    text: str,
    start: int,
    end: int,
    value: str,
    type: TimeType = "DATE",
    mod: str | None = None,
    function: str = "NONE",
    *,
    proved: bool = False,
) -> TimeExpression:
    first, last = covered_days(value)
    return TimeExpression(
        value=value, type=type, mod=mod, start=first, end=last, function_in_document=function,
        proved=proved, evidence=Span.of(text, start, end),
    )  # fmt: skip


def _dateline(text: str, head: Head, date: str | None, context: Context) -> Dateline:
    places = []
    for (start, end), name in head.places:
        known = context.mentions_between(PlaceMention, start, end)
        places.append(known[0].place if known else Place(name=place_name(name)))
    return Dateline(
        places=tuple(places), date=Time.of(date) if date else None, agencies=head.agencies,
        authors=head.authors, evidence=Span.of(text, *head.span),
    )  # fmt: skip
