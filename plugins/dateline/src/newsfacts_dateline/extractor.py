"""The extractor of times."""

from collections.abc import Iterator

from newsfacts import Article, Context, Extractor, Fact, Span, TimeExpression
from newsfacts.model.timex import covered_days

from newsfacts_dateline.times import find_times


class TimesExtractor(Extractor):
    """Every date, time, duration and set of an article, as TIMEX3."""

    name = "times"
    version = "0.1.0"
    provides = ("times",)
    uses = ("places",)

    def extract(self, article: Article, context: Context) -> Iterator[Fact]:
        """Give one TimeExpression for each mention."""
        for found in find_times(article.text, article.published, context.sentences):
            start, end = covered_days(found.value)
            yield TimeExpression(
                value=found.value, type=found.type, mod=found.mod, start=start, end=end,
                evidence=Span.of(article.text, found.start, found.end),
            )  # fmt: skip
