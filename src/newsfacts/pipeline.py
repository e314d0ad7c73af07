"""Articles in, records out: orders, runs, isolates and times extractors."""

import contextlib
import gc
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any, Literal, TypeVar

import attrs

from newsfacts.checking import checked
from newsfacts.claims import ClaimSet, filed, sorted_failures
from newsfacts.errors import BudgetExceeded, ExtractionError
from newsfacts.extractors import Context, CueScanner, Reading
from newsfacts.limits import (
    MAX_ARTICLE_BYTES,
    Clock,
    Deadline,
    checked_size,
    on_time,
    size_over,
    watched,
)
from newsfacts.model import Article, ExtractorInfo, Fact, Failure, Record
from newsfacts.plugins import LoadedExtractor, LoadReport, Plugins, load_plugins
from newsfacts.resolve import Draft, ResolutionRule, resolve

log = logging.getLogger("newsfacts")

_WARM_SECONDS = 2.0

OnError = Literal["raise", "record"]
Step = Callable[[int], None]
T = TypeVar("T")

NOTHING: Mapping[str, Failure] = MappingProxyType({})

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
        budget: seconds that the extractors may take together on one article, and resolving what
            they found again; None sets no limit. An article that takes longer gives a partial
            record: what the extractors claimed that had finished, and an entry in `failures` for
            the one that was running and for each that was left out.
        max_article: the most bytes of UTF-8 that an article's text may have; of a longer one
            nothing is extracted, and its record's `failures` say so. None sets no limit.
        clock: what the budget is measured by; gives seconds from any fixed moment on.

    Raises:
        ValueError: `on_error` is neither, `budget` is not more than 0, or `max_article` is less
            than 1.
    """

    def __init__(
        self,
        *,
        plugins: Plugins | None = None,
        block: Iterable[str] = (),
        config: Mapping[str, Mapping[str, Any]] | None = None,
        on_error: OnError = "record",
        timing: bool = False,
        budget: float | None = None,
        max_article: int | None = MAX_ARTICLE_BYTES,
        clock: Clock = time.monotonic,
    ) -> None:
        if on_error not in ("raise", "record"):
            raise ValueError(f"on_error must be 'raise' or 'record', not {on_error!r}")
        if budget is not None and not 0 < budget < float("inf"):
            raise ValueError(f"budget must be more than 0 seconds, not {budget!r}")
        self._given = plugins is not None
        self._settings = (tuple(block), dict(config or {}))
        self.plugins = load_plugins(block=block, config=config) if plugins is None else plugins
        self.on_error = on_error
        self.budget = budget
        self.max_article = checked_size("max_article", max_article)
        self._clock = clock
        self._warm = False
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
        with _uncollected():
            return self.resolve(article, self.claims(article))

    def record_despite(
        self, article: Article, known: Iterable[Failure], step: Step | None = None
    ) -> Record:
        """Extract one article's record, leaving out what is known to fail on it.

        Args:
            article: the article.
            known: failures of extractors or rules, which are listed instead of running those; one
                that ran out of time ends the extractors' time.
            step: told the number, in `steps`, of each extractor and rule before it runs.
        """
        skipped = {failure.extractor: failure for failure in known}
        with _uncollected():
            return self._resolved(article, self._claims(article, skipped, step), skipped, step)

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of the extractors and of the rules, as they are called in `failures`."""
        return (
            *(each.name for each in self.plugins.extractors),
            *(f"rule {rule.name}" for rule in self.plugins.rules),
        )

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
        for each in self.plugins.extractors:
            try:
                each.extractor.load()
            except Exception as error:  # it will be met again, on an article that counts
                log.debug("%s while loading: %s", each, error)
        for record, article, timings in map_in_workers(self, articles, workers):
            for name, timing in timings.items():
                self._timings[name] = self._timings.get(name, Timing()).plus(timing)
            self._finished(article, record)
            yield record

    def warm_up(self) -> None:
        """Load what the extractors load when first used, so that forked workers share it.

        With a budget this is done before the first article, at whose cost it would be; an
        extractor that takes more than a few seconds over it is left alone.
        """
        self._warm = True
        before = self._timings, self.budget, self._clock
        self._timings = dict(self._timings)
        if self.budget is not None:
            self.budget, self._clock = max(self.budget, _WARM_SECONDS), time.monotonic
        try:
            texts = [_WARM_UP]
            for each in self.plugins.extractors:
                texts += getattr(each.extractor, "examples", ())
            for text in texts:
                record = self.record(Article(text=text))
                if any(each.error == BudgetExceeded.__name__ for each in record.failures):
                    break
        except ExtractionError as error:  # it will be met again, on an article that counts
            log.debug("while warming up: %s", error)
        finally:
            self._timings, self.budget, self._clock = before

    def resolve(self, article: Article, claims: ClaimSet) -> Record:
        """Resolve claims with the rules of the loaded plugins.

        A rule that raises is skipped and listed in the record's `failures`.

        Raises:
            ExtractionError: a rule failed and `on_error` is `"raise"`.
        """
        return self._resolved(article, claims)

    def _resolved(
        self,
        article: Article,
        claims: ClaimSet,
        skipped: Mapping[str, Failure] = NOTHING,
        step: Step | None = None,
    ) -> Record:
        rules: Iterable[ResolutionRule] = self.plugins.rules
        if self.budget is not None or skipped or step is not None:
            deadline = self._deadline()
            left_out = [skipped[name] for name in skipped if name.startswith("rule ")]
            claims = claims.merge(ClaimSet.collect(article.sha256, (), (), left_out))
            rules = [
                attrs.evolve(rule, apply=partial(self._apply, rule, number, deadline, step))
                for number, rule in enumerate(rules, len(self.plugins.extractors))
                if f"rule {rule.name}" not in skipped
            ]
        return resolve(article, claims, rules, on_error=partial(self._rule_failed, article))

    def _rule_failed(self, article: Article, rule: ResolutionRule, error: Exception) -> None:
        name = f"rule {rule.name}"
        if self.on_error == "raise":
            raise ExtractionError(name, article.id, _say(error)) from error
        log.warning("%s failed on article %r", name, article.id, exc_info=error)

    def _apply(
        self,
        rule: ResolutionRule,
        number: int,
        deadline: Deadline | None,
        step: Step | None,
        draft: Draft,
    ) -> Draft:
        if step is not None:
            step(number)
        return watched(deadline, f"rule {rule.name!r}", partial(rule.apply, draft))

    def _provisional(self, deadline: Deadline, article: Article, claims: ClaimSet) -> Record:
        """Resolve while an extractor waits, whose deadline it is."""

        def apply(rule: ResolutionRule, draft: Draft) -> Draft:
            deadline.check()
            return rule.apply(draft)

        rules = [attrs.evolve(rule, apply=partial(apply, rule)) for rule in self.plugins.rules]
        return resolve(article, claims, rules, on_error=partial(self._rule_failed, article))

    def _deadline(self) -> Deadline | None:
        return None if self.budget is None else Deadline(self.budget, self._clock)

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
        return _rebuild, (block, config, {
            "on_error": self.on_error, "timing": self._timing, "budget": self.budget,
            "max_article": self.max_article, "clock": self._clock,
        })  # fmt: skip

    def claims(self, article: Article) -> ClaimSet:
        """Run the extractors and give what they claim, merged but not resolved.

        Raises:
            ExtractionError: an extractor failed and `on_error` is `"raise"`.
        """
        return self._claims(article)

    def _claims(
        self,
        article: Article,
        skipped: Mapping[str, Failure] = NOTHING,
        step: Step | None = None,
    ) -> ClaimSet:
        if self.max_article is not None and (size := size_over(article.text, self.max_article)):
            return self._too_large(article, size)
        if self.budget is not None and not self._warm:
            self.warm_up()
        deadline = self._deadline()
        resolving = self.resolve if deadline is None else partial(self._provisional, deadline)
        reading = Reading(article, self._scanner, resolving, deadline)
        failures: list[Failure] = []
        lost: set[str] = set()  # capabilities whose providers failed here
        spent_in: str | None = None  # the extractor in which the time ran out
        running = ""
        for number, each in enumerate(self.plugins.extractors):
            if spent_in is None and deadline is not None and deadline.passed:
                spent_in = running
            if spent_in is not None:
                failures.append(_left_out(each.name, spent_in, self.budget))
                continue
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
            if known := skipped.get(each.name):
                failures.append(known)
                lost.update(each.extractor.provides)
                if known.error == BudgetExceeded.__name__:
                    spent_in = each.name
                continue
            running = each.name
            try:
                if step is not None:
                    step(number)
                found = self._run(each, article, reading)
            except Exception as error:
                self._failed(each, article, error)
                failures.append(
                    Failure(extractor=each.name, error=type(error).__name__, message=str(error))
                )
                lost.update(each.extractor.provides)
                if isinstance(error, BudgetExceeded):
                    spent_in = each.name
                continue
            reading.add(found)
        return attrs.evolve(
            reading.claims, extractors=self._infos, failures=sorted_failures(failures)
        )

    def _too_large(self, article: Article, size: int) -> ClaimSet:
        message = (
            f"the text has {size:,} bytes, more than the {self.max_article:,} that an article may"
            " have (max_article); nothing was extracted"
        )
        if self.on_error == "raise":
            raise ExtractionError("pipeline", article.id, message)
        log.warning("article %r: %s", article.id, message)
        failure = Failure(extractor="pipeline", error="ArticleTooLarge", message=message)
        return ClaimSet.collect(article.sha256, (), self._infos, (failure,))

    def _run(self, each: LoadedExtractor, article: Article, reading: Reading) -> dict[str, Fact]:
        started = time.thread_time() if self._timing else 0.0
        context = Context(reading, each.extractor, each.config)
        try:
            return watched(
                reading.deadline,
                f"extractor {each.name!r}",
                partial(self._collect, each, article, context, reading.deadline),
            )
        finally:
            if self._timing:
                taken = Timing(1, time.thread_time() - started)
                self._timings[each.name] = self._timings.get(each.name, Timing()).plus(taken)

    def _collect(
        self, each: LoadedExtractor, article: Article, context: Context, deadline: Deadline | None
    ) -> dict[str, Fact]:
        found = each.extractor.extract(article, context) or ()
        if deadline is not None:
            found = on_time(found, deadline)
        kinds = self.plugins.fact_types
        claims = [checked(claim, each, article.text, kinds) for claim in found]
        return filed(article.sha256, claims, each.name)

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


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the search for reference cycles back while one article is worked on.

    Facts are frozen and hold no cycles, but they are many: on a long article the collector would
    look through all of them again and again.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _left_out(extractor: str, spent_in: str, budget: float | None) -> Failure:
    return Failure(
        extractor=extractor,
        error=BudgetExceeded.__name__,
        message=f"skipped: the article's time budget of {budget:g} s ran out in {spent_in!r}",
    )


def _rebuild(
    block: tuple[str, ...], config: dict[str, Any], options: Mapping[str, Any]
) -> Pipeline:
    return Pipeline(block=block, config=config, **options)


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
