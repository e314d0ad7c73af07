"""The time that an article may take, and its size: partial records that say what is missing."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsfacts import (
    Article,
    Casualty,
    Count,
    ExtractionError,
    Extractor,
    Pipeline,
    Record,
    ResolutionRule,
    Span,
    hookimpl,
    load_plugins,
)

POSIX = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no interval timers")
BUDGET = 0.05


class Clock:
    """A clock that a test moves; each look at it takes a moment, too."""

    def __init__(self) -> None:
        self.now = 0.0
        self.looks = 0

    def __call__(self) -> float:
        self.looks += 1
        return self.now


def tolls(article: Article) -> Iterator[Casualty]:
    at = 0
    while (at := article.text.find("killed", at)) >= 0:
        yield Casualty(
            harm="killed", count=Count.of(1, text="killed"),
            evidence=Span.of(article.text, at, at + 6),
        )  # fmt: skip
        at += 6


class First(Extractor):
    name = "first"
    provides = ("casualties",)

    def extract(self, article, context):
        return tolls(article)


class Second(Extractor):
    """Does with each sentence what the test says."""

    name = "second"
    uses = ("casualties",)
    provides = ("second",)
    on_sentence: Callable[[], object] = staticmethod(lambda: None)

    def extract(self, article, context):
        for _ in context.sentences:
            type(self).on_sentence()
        return ()


class Third(Extractor):
    name = "third"
    uses = ("second",)

    def extract(self, article, context):
        return ()


class Three:
    def __init__(self, *rules: ResolutionRule, second: type[Extractor] = Second) -> None:
        self.rules = rules
        self.second = second

    @hookimpl
    def newsfacts_extractors(self):
        return [First(), self.second(), Third()]

    @hookimpl
    def newsfacts_resolution_rules(self):
        return self.rules


def pipeline_of(plugin: object, **options) -> Pipeline:
    plugins = load_plugins(extra={"three": plugin}, discover=False)
    assert not plugins.report.errors
    pipeline = Pipeline(plugins=plugins, **options)
    pipeline.warm_up()
    return pipeline


TEXT = "One was killed. He met her. They left. Two were killed."


def failures(record: Record) -> dict[str, tuple[str, str]]:
    return {each.extractor: (each.error, each.message) for each in record.failures}


def spans(record: Record) -> list[str]:
    """Give the words of the casualties found, which resolving may have united."""
    return [span.text for fact in record.casualties for span in fact.evidence]


def test_a_sentence_too_many_ends_the_article(monkeypatch) -> None:
    """What had finished is kept; the one that was running and those left out are named."""
    clock = Clock()
    pipeline = pipeline_of(Three(), budget=10, clock=clock)
    monkeypatch.setattr(Second, "on_sentence", lambda: setattr(clock, "now", clock.now + 4))
    record = pipeline.extract(TEXT)
    assert spans(record) == ["killed", "killed"]
    assert failures(record) == {
        "second": (
            "BudgetExceeded", "the article's time budget of 10 s ran out in extractor 'second'",
        ),
        "third": (
            "BudgetExceeded", "skipped: the article's time budget of 10 s ran out in 'second'",
        ),
    }  # fmt: skip
    assert Record.from_json(record.to_json()) == record


def test_time_that_is_not_used_up_changes_nothing(monkeypatch) -> None:
    """With a budget that suffices the record is the one without a budget."""
    plain = pipeline_of(Three()).extract(TEXT)
    assert pipeline_of(Three(), budget=10, clock=Clock()).extract(TEXT) == plain


def test_without_a_budget_the_clock_is_not_read() -> None:
    """Records depend on nothing but the article."""
    clock = Clock()
    pipeline_of(Three(), clock=clock).extract(TEXT)
    assert clock.looks == 0


def test_each_article_has_its_own_time(monkeypatch) -> None:
    """What one article took does not count against the next."""
    clock = Clock()
    pipeline = pipeline_of(Three(), budget=10, clock=clock)
    monkeypatch.setattr(Second, "on_sentence", lambda: setattr(clock, "now", clock.now + 2))
    assert not any(failures(pipeline.extract(TEXT)) for _ in range(5))


@pytest.mark.parametrize("what", ["sentences", "cued_sentences", "cue_hits", "record"])
@pytest.mark.parametrize("late", ["before", "within"])
def test_everything_taken_from_the_context_asks_the_clock(what: str, late: str) -> None:
    """Sentences ask when they are taken one by one, all else when it is asked for."""
    clock = Clock()

    class Taking(Second):
        cues = ("killed",)

        def extract(self, article, context):
            if late == "before":
                clock.now += 11
            found = getattr(context, what)
            if what.endswith("sentences"):
                for _ in found:
                    clock.now += 11
            else:
                clock.now += 11
                getattr(context, what)
            return ()

    record = pipeline_of(Three(second=Taking), budget=10, clock=clock).extract(TEXT)
    assert failures(record)["second"][0] == "BudgetExceeded"


def test_mentions_and_claims_ask_the_clock() -> None:
    """A loop over what others found, and every claim that is emitted."""
    for way in ("mentions", "claims"):
        clock = Clock()

        class Taking(Second):
            def extract(self, article, context, way=way, clock=clock):
                for each in context.mentions(Casualty) if way == "mentions" else tolls(article):
                    clock.now += 6
                    if way == "claims":
                        yield each

        record = pipeline_of(Three(second=Taking), budget=10, clock=clock).extract(TEXT + TEXT)
        assert failures(record)["second"][0] == "BudgetExceeded", way
        assert len(spans(record)) == 4
        assert {name for fact in record.casualties for name in fact.extractors} == {"first"}


def test_an_extractor_that_holds_on_to_exceptions_is_ended_all_the_same(monkeypatch) -> None:
    """`except Exception` in an extractor does not keep it going."""
    clock = Clock()
    pipeline = pipeline_of(Three(), budget=10, clock=clock)

    class Stubborn(Second):
        def extract(self, article, context):
            try:
                for _ in context.sentences:
                    clock.now += 11
            except Exception:
                return list(tolls(article))
            return ()

    pipeline = pipeline_of(Three(second=Stubborn), budget=10, clock=clock)
    assert failures(pipeline.extract(TEXT))["second"][0] == "BudgetExceeded"


def test_a_rule_that_takes_too_long_is_left_out() -> None:
    """Resolving has the budget once more; rules behind the one that used it up are left out."""
    clock = Clock()

    def slow(draft):
        clock.now += 11
        return draft

    rules = (ResolutionRule("a-slow", slow), ResolutionRule("b-late", lambda draft: draft))
    record = pipeline_of(Three(*rules), budget=10, clock=clock).extract(TEXT)
    assert record.casualties
    named = failures(record)
    assert named["rule b-late"][0] == "BudgetExceeded"
    assert "10 s" in named["rule b-late"][1]


def test_raise_raises() -> None:
    """With on_error="raise" a budget that runs out is an exception that names all."""
    clock = Clock()

    class Slow(Second):
        def extract(self, article, context):
            for _ in context.sentences:
                clock.now += 11
            return ()

    pipeline = pipeline_of(Three(second=Slow), budget=10, clock=clock, on_error="raise")
    with pytest.raises(ExtractionError, match=r"'second' failed on article .* budget of 10 s"):
        pipeline.extract(TEXT)


def test_wrong_budgets_are_refused() -> None:
    """None, or more than 0 seconds; sizes from 1 byte on."""
    for wrong in (0, -1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="budget must be more than 0 seconds"):
            Pipeline(budget=wrong)
    with pytest.raises(ValueError, match="max_article must be at least 1 byte"):
        Pipeline(max_article=0)


class Endless(Second):
    """Never comes back on an article that says so, and asks nothing."""

    def extract(self, article, context):
        while "ENDLESS" in article.text:
            pass
        return tolls(article)


@POSIX
def test_an_extractor_that_never_comes_back_is_interrupted() -> None:
    """In the main thread, by a signal; the signal's handler is put back."""
    before = signal.getsignal(signal.SIGALRM)
    record = pipeline_of(Three(second=Endless), budget=BUDGET).extract(TEXT + " ENDLESS")
    assert len(spans(record)) == 2
    assert failures(record)["second"][0] == "BudgetExceeded"
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@POSIX
def test_a_rule_that_never_comes_back_is_interrupted() -> None:
    """So is a resolution rule."""

    def endless(draft):
        while "ENDLESS" in draft.article.text:
            pass
        return draft

    record = pipeline_of(Three(ResolutionRule("loop", endless)), budget=BUDGET).extract("ENDLESS")
    assert failures(record)["rule loop"][0] == "BudgetExceeded"


@POSIX
def test_a_program_that_uses_the_alarm_keeps_it() -> None:
    """The handler and the timer of the program are left alone."""
    rung = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 100.0)
        record = pipeline_of(Three(), budget=5).extract(TEXT)
        assert not record.failures
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 90
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_in_another_thread_the_clock_is_asked() -> None:
    """Where there is no alarm, the checks remain."""
    clock = Clock()
    found: list[Record] = []

    class Slow(Second):
        def extract(self, article, context):
            for _ in context.sentences:
                clock.now += 11
            return ()

    pipeline = pipeline_of(Three(second=Slow), budget=10, clock=clock)
    thread = threading.Thread(target=lambda: found.append(pipeline.extract(TEXT)))
    thread.start()
    thread.join()
    assert failures(found[0])["second"][0] == "BudgetExceeded"


FORK = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="workers are spawned here")


@FORK
def test_in_workers_too() -> None:
    """An endless article costs only itself, in its place."""
    texts = [f"{number}: one was killed." for number in range(20)]
    texts[7] += " ENDLESS"
    records = list(pipeline_of(Three(second=Endless), budget=BUDGET).map(texts, workers=2))
    assert [number for number, record in enumerate(records) if record.failures] == [7]
    assert all(record.casualties for record in records)
    assert failures(records[7])["second"][0] == "BudgetExceeded"


class Deaf(Second):
    """Never comes back and hears no signal, as C code may."""

    def extract(self, article, context):
        if "ENDLESS" in article.text:
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            while True:
                pass
        return ()


@FORK
def test_a_worker_that_hears_nothing_is_stopped_by_its_parent() -> None:
    """Its article is done again without the extractor that held it, and says so."""
    texts = [f"{number}: one was killed." for number in range(12)]
    texts[3] += " ENDLESS"
    records = list(pipeline_of(Three(second=Deaf), budget=BUDGET).map(texts, workers=2))
    assert [number for number, record in enumerate(records) if record.failures] == [3]
    assert len(spans(records[3])) == 1
    error, message = failures(records[3])["second"]
    assert error == "BudgetExceeded"
    assert "budget of 0.05 s ran out in 'second'" in message
    assert "its worker process was stopped" in message


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_is_too_large(workers: int) -> None:
    """Nothing is extracted of it, its record says why, and the rest goes on."""
    if workers > 1 and sys.platform in ("win32", "darwin"):
        pytest.skip("workers are spawned here")
    pipeline = pipeline_of(Three(), max_article=60)
    texts = [TEXT, "One was killed. " * 4, "é was killed " * 4, "ok"]
    records = list(pipeline.map(texts, workers=workers))
    assert [bool(record.failures) for record in records] == [False, True, False, False]
    assert failures(records[1])["pipeline"] == (
        "ArticleTooLarge",
        "the text has 64 bytes, more than the 60 that an article may have (max_article);"
        " nothing was extracted",
    )
    assert not records[1].casualties
    with pytest.raises(ExtractionError, match="the text has 64 bytes"):
        pipeline_of(Three(), max_article=60, on_error="raise").extract(texts[1])


def test_size_is_counted_in_bytes_of_utf_8() -> None:
    """Letters of two bytes count two; a lone surrogate breaks nothing."""
    pipeline = pipeline_of(Three(), max_article=10)
    assert not pipeline.extract("é" * 5).failures
    assert pipeline.extract("é" * 6).failures
    assert pipeline.extract("\ud800" * 4).failures
    assert not pipeline_of(Three(), max_article=None).extract("a" * 100).failures


def test_a_budget_that_suffices_changes_no_record_of_the_installed_plugins() -> None:
    """What watches the sentences that extractors take is not seen by them."""
    seeds = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
    texts = [seed.read_bytes().decode() for seed in seeds]
    plain = [record.to_json() for record in Pipeline().map(texts)]
    assert [record.to_json() for record in Pipeline(budget=600).map(texts)] == plain


def test_whenever_the_time_runs_out_the_record_is_a_good_one() -> None:
    """Stopped at any look at the clock, and each installed extractor stops at some of them."""
    seed = Path(__file__).resolve().parents[2] / "seeds" / "ferry-casamance.txt"
    text = seed.read_bytes().decode()
    looks = last = 0

    def clock() -> float:
        nonlocal looks
        looks += 1
        return 0.0 if looks <= last else 100.0

    pipeline = Pipeline(budget=10, clock=clock)
    pipeline.warm_up()
    last = sys.maxsize
    whole = pipeline.extract(text)
    assert not whole.failures
    stopped = set()
    for last in range(1, looks, 2):  # noqa: B007 - what the clock goes by
        looks = 0
        record = pipeline.extract(text)
        assert Record.from_json(record.to_json()) == record
        stopped |= {
            each.extractor for each in record.failures if "ran out in extractor" in each.message
        }
    assert stopped >= {each.name for each in pipeline.extractors}
