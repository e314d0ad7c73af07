"""Articles in, records out: orders, runs, isolates and times extractors."""

import logging
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal

import attrs

from newsfacts.claims import ClaimSet
from newsfacts.errors import ExtractionError, InvalidFactError
from newsfacts.extractors import Context, CueScanner, Reading
from newsfacts.model import Article, ExtractorInfo, Fact, Failure, Record
from newsfacts.plugins import LoadedExtractor, LoadReport, Plugins, load_plugins
from newsfacts.resolve import ResolutionRule, resolve

log = logging.getLogger("newsfacts")

OnError = Literal["raise", "record"]

# Holds a little of everything, so that every table is loaded once.
_WARM_UP = (
    "GENEVA, March 4 (Reuters) - At least 12 people were killed on Monday in Lyon, the French"
    " interior minister, Jean Dupont, said before talks with a Swiss delegation.\n"
)


@attrs.frozen
class Timing:
    """How often an extractor ran, and how many seconds of processor time it took in all."""

    calls: int = 0
    seconds: float = 0.0

    def plus(self, other: "Timing") -> "Timing":
        """Add two measurements."""
        return Timing(self.calls + other.calls, self.seconds + other.seconds)


class Pipeline:
    """Runs the loaded extractors on articles and resolves what they claim.

    Args:
        plugins: plugins that are loaded already; None loads the installed ones.
        block: names of plugins or extractors that are not to be used.
        config: plugin name to its own section.
        on_error: `"record"` keeps a failing extractor's article going and lists the failure;
            `"raise"` turns it into an `ExtractionError`.
        timing: whether to measure each extractor; see `timings`.

    Raises:
        ValueError: `on_error` is neither.
    """

    def __init__(
        self,
        *,
        plugins: Plugins | None = None,
        block: Iterable[str] = (),
        config: Mapping[str, Mapping[str, Any]] | None = None,
        on_error: OnError = "record",
        timing: bool = False,
    ) -> None:
        if on_error not in ("raise", "record"):
            raise ValueError(f"on_error must be 'raise' or 'record', not {on_error!r}")
        self._given = plugins is not None
        self._settings = (tuple(block), dict(config or {}))
        self.plugins = load_plugins(block=block, config=config) if plugins is None else plugins
        self.on_error = on_error
        self._timing = timing
        self._timings: dict[str, Timing] = {}
        self._scanner = CueScanner(
            {each.name: each.extractor.cues for each in self.plugins.extractors}
        )
        self._infos = tuple(sorted(each.info for each in self.plugins.extractors))

    @property
    def report(self) -> LoadReport:
        """What was loaded and what was not."""
        return self.plugins.report

    @property
    def extractors(self) -> tuple[ExtractorInfo, ...]:
        """The extractors in service, in running order."""
        return tuple(each.info for each in self.plugins.extractors)

    @property
    def timings(self) -> Mapping[str, Timing]:
        """What each extractor took so far; empty unless `timing` was asked for."""
        return dict(self._timings)

    def forget_timings(self) -> None:
        """Begin measuring anew."""
        self._timings = {}

    def extract(
        self, article: str | Article, *, published: Any = None, id: str | None = None
    ) -> Record:
        """Extract one article's record.

        Raises:
            ExtractionError: an extractor failed and `on_error` is `"raise"`.
        """
        whole = as_article(article, published=published, id=id)
        record = self.record(whole)
        self._finished(whole, record)
        return record

    def record(self, article: Article) -> Record:
        """Extract one article's record without telling listeners of it."""
        return self.resolve(article, self.claims(article))

    def map(self, articles: Iterable[str | Article], *, workers: int = 1) -> Iterator[Record]:
        """Extract many articles: records come as a stream, in the order of the input.

        Memory does not grow with their number. With more than one worker, articles are handed to
        processes that are kept for the whole run; listeners of finished records are called in
        this process, those of failed extractors where the extractor ran. An article that kills
        its worker costs only itself: its record's `failures` say so. Where workers have to be
        spawned (Windows, macOS, a process with threads), the calling script needs the usual
        `if __name__ == "__main__":` guard.

        Raises:
            ExtractionError: an extractor failed and `on_error` is `"raise"`.
            ValueError: `workers` is less than 1.
        """
        if workers < 1:
            raise ValueError(f"workers must be at least 1, not {workers}")
        wholes = (as_article(article) for article in articles)
        if workers == 1:
            return (self.extract(article) for article in wholes)
        return self._map_in_workers(wholes, workers)

    def _map_in_workers(self, articles: Iterable[Article], workers: int) -> Iterator[Record]:
        from newsfacts.parallel import map_in_workers

        self.warm_up()
        for record, article, timings in map_in_workers(self, articles, workers):
            for name, timing in timings.items():
                self._timings[name] = self._timings.get(name, Timing()).plus(timing)
            self._finished(article, record)
            yield record

    def warm_up(self) -> None:
        """Load what the extractors load when first used, so that forked workers share it."""
        timings = dict(self._timings)
        try:
            self.record(Article(text=_WARM_UP))
            for each in self.plugins.extractors:
                for example in getattr(each.extractor, "examples", ()):
                    self.record(Article(text=example))
        except ExtractionError as error:  # it will be met again, on an article that counts
            log.debug("while warming up: %s", error)
        self._timings = timings

    def resolve(self, article: Article, claims: ClaimSet) -> Record:
        """Resolve claims with the rules of the loaded plugins.

        A rule that raises is skipped and listed in the record's `failures`.

        Raises:
            ExtractionError: a rule failed and `on_error` is `"raise"`.
        """

        def failed(rule: ResolutionRule, error: Exception) -> None:
            name = f"rule {rule.name}"
            if self.on_error == "raise":
                raise ExtractionError(name, article.id, _say(error)) from error
            log.warning("%s failed on article %r", name, article.id, exc_info=error)

        return resolve(article, claims, self.plugins.rules, on_error=failed)

    def _finished(self, article: Article, record: Record) -> None:
        try:
            self.plugins.manager.hook.newsfacts_record_finished(article=article, record=record)
        except Exception as error:
            if self.on_error == "raise":
                raise
            log.warning("a listener failed on article %r", article.id, exc_info=error)

    def __reduce__(self) -> Any:
        """Workers that are spawned build their pipeline anew from the same settings."""
        if self._given:
            raise TypeError(
                "a Pipeline made with plugins=... cannot be sent to a spawned process; install"
                " its plugins, or use workers=1"
            )
        block, config = self._settings
        return _rebuild, (block, config, self.on_error, self._timing)

    def claims(self, article: Article) -> ClaimSet:
        """Run the extractors and give what they claim, merged but not resolved.

        Raises:
            ExtractionError: an extractor failed and `on_error` is `"raise"`.
        """
        reading = Reading(article, self._scanner, self.resolve)
        failures: list[Failure] = []
        lost: set[str] = set()  # capabilities whose providers failed here
        for each in self.plugins.extractors:
            if missing := sorted(lost.intersection(each.extractor.requires)):
                failures.append(
                    Failure(
                        extractor=each.name,
                        error="RequirementFailed",
                        message=f"skipped: {', '.join(missing)} failed on this article",
                    )
                )
                lost.update(each.extractor.provides)
                continue
            try:
                found = self._run(each, article, reading)
            except Exception as error:
                self._failed(each, article, error)
                failures.append(
                    Failure(extractor=each.name, error=type(error).__name__, message=str(error))
                )
                lost.update(each.extractor.provides)
                continue
            reading.add(found)
        ran = ClaimSet.collect(article.sha256, (), self._infos, failures)
        return reading.claims.merge(ran)

    def _run(self, each: LoadedExtractor, article: Article, reading: Reading) -> ClaimSet:
        started = time.thread_time() if self._timing else 0.0
        context = Context(reading, each.extractor, each.config)
        try:
            found = each.extractor.extract(article, context) or ()
            checked = (self._checked(claim, each, article) for claim in found)
            return ClaimSet.collect(article.sha256, checked, found_by=each.name)
        finally:
            if self._timing:
                taken = Timing(1, time.thread_time() - started)
                self._timings[each.name] = self._timings.get(each.name, Timing()).plus(taken)

    def _checked(self, claim: Any, each: LoadedExtractor, article: Article) -> Fact:
        if not isinstance(claim, Fact):
            raise InvalidFactError(f"{each} emitted {claim!r}, which is no Fact")
        known = self.plugins.fact_types.get(claim.group)
        if known is None:
            raise InvalidFactError(
                f"{each} emitted {type(claim).__name__} of group {claim.group!r}, which no plugin"
                " registered; return the class from newsfacts_fact_types()"
            )
        if known is not type(claim):
            raise InvalidFactError(
                f"{each} emitted {type(claim).__qualname__} for group {claim.group!r},"
                f" whose class is {known.__qualname__}"
            )
        text = article.text
        for span in claim.evidence:
            if span.end > len(text):
                raise InvalidFactError(
                    f"{each}: span {span.start}:{span.end} outside text of {len(text)}"
                )
            if text[span.start : span.end] != span.text:
                raise InvalidFactError(
                    f"{each}: span {span.start}:{span.end} says {span.text!r}, but the text has"
                    f" {text[span.start : span.end]!r}"
                )
        return claim

    def _failed(self, each: LoadedExtractor, article: Article, error: Exception) -> None:
        if self.on_error == "raise":
            raise ExtractionError(each.name, article.id, _say(error)) from error
        log.warning("%s failed on article %r", each, article.id, exc_info=error)
        try:
            self.plugins.manager.hook.newsfacts_extractor_failed(
                article=article, extractor=each.name, error=error
            )
        except Exception as fault:
            log.warning("a listener failed on article %r", article.id, exc_info=fault)


def _rebuild(
    block: tuple[str, ...], config: dict[str, Any], on_error: OnError, timing: bool
) -> Pipeline:
    return Pipeline(block=block, config=config, on_error=on_error, timing=timing)


def _say(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def as_article(article: str | Article, *, published: Any = None, id: str | None = None) -> Article:
    """Make an Article of a text, or give one other metadata.

    Raises:
        TypeError: it is neither text nor Article.
    """
    if isinstance(article, str):
        return Article(text=article, published=published, id=id or "")
    if not isinstance(article, Article):
        raise TypeError(f"extract() takes text or an Article, not {type(article).__name__}")
    changes: dict[str, Any] = {}
    if published is not None:
        changes["published"] = published
    if id is not None:
        changes["id"] = id
    return attrs.evolve(article, **changes) if changes else article


@cache
def default_pipeline() -> Pipeline:
    """The pipeline of all installed plugins that `newsfacts.extract` uses; made once a process."""
    return Pipeline()


def extract(article: str | Article, *, published: Any = None, id: str | None = None) -> Record:
    """Extract one article with all installed plugins.

    Args:
        article: the text, or an `Article`.
        published: the article's date (ISO text, date or datetime); in-text dates resolve
            against it.
        id: the article's id; by default made from its text.
    """
    return default_pipeline().extract(article, published=published, id=id)
