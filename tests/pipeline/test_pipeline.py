"""The pipeline: one article, many articles, workers, timing, isolation of rules and listeners."""

import os
import pickle

import pytest

from newsfacts import (
    Article,
    Casualty,
    Count,
    ExtractionError,
    Extractor,
    Pipeline,
    ResolutionRule,
    Span,
    extract,
    hookimpl,
    load_plugins,
)
from newsfacts.parallel import AHEAD, CHUNK


class Tolls(Extractor):
    """Claims one killed for every "killed"; obeys words that ask for trouble."""

    name = "tolls"
    version = "1"
    cues = ("killed",)
    provides = ("casualties",)

    def extract(self, article, context):
        if "DIE" in article.text:
            os._exit(9)
        if "RAISE" in article.text:
            raise ValueError("asked to")
        for hit in context.cue_hits:
            yield Casualty(
                harm="killed",
                count=Count.of(1, text="killed"),
                evidence=Span.of(article.text, hit.start, hit.end),
            )


class TollsPlugin:
    """Registers `Tolls`."""

    @hookimpl
    def newsfacts_extractors(self):
        return [Tolls()]


def pipeline_of(**options) -> Pipeline:
    plugins = load_plugins(extra={"tolls": TollsPlugin()}, discover=False)
    return Pipeline(plugins=plugins, **options)


def test_one_article():
    """Text, date and id go in; a record with the extractor's name and version comes out."""
    record = pipeline_of().extract("One was killed.", published="2024-02-13", id="a1")
    assert (record.article.id, record.article.published) == ("a1", "2024-02-13")
    assert record.article.published_from == "metadata"
    assert [fact.evidence[0].text for fact in record.casualties] == ["killed"]
    assert [(x.name, x.version) for x in record.extractors] == [("tolls", "1")]


def test_extract_takes_text_or_articles():
    """Anything else is a TypeError that says so; bytes are not guessed at."""
    assert extract(Article(text="x", id="a"), id="b").article.id == "b"
    with pytest.raises(TypeError, match="text or an Article, not bytes"):
        extract(b"bytes")


def test_wrong_options_are_refused():
    """on_error and workers say what they take."""
    with pytest.raises(ValueError, match="on_error must be"):
        pipeline_of(on_error="ignore")
    with pytest.raises(ValueError, match="workers must be at least 1"):
        pipeline_of().map([], workers=0)


TEXTS = [f"Article {i}: one was killed." for i in range(100)]


def test_map_keeps_the_order_with_any_number_of_workers():
    """One worker or three, the same records in the order of the input."""
    one = [record.to_json() for record in pipeline_of().map(TEXTS)]
    three = [record.to_json() for record in pipeline_of().map(TEXTS, workers=3)]
    assert one == three
    assert [Article(text=text).sha256 in line for text, line in zip(TEXTS, one, strict=True)]


def test_workers_share_what_was_loaded_before_they_were_forked():
    """An extractor loads its tables once, in the process that the workers come from."""

    class Loading(Tolls):
        where = 0

        def load(self):
            Loading.where = os.getpid()

        def extract(self, article, context):
            return super().extract(article, context) if self.where == os.getppid() else ()

    class LoadingPlugin:
        @hookimpl
        def newsfacts_extractors(self):
            return [Loading()]

    plugins = load_plugins(extra={"loading": LoadingPlugin()}, discover=False)
    records = list(Pipeline(plugins=plugins).map(TEXTS[:20], workers=2))
    assert [len(record.casualties) for record in records] == [1] * 20


@pytest.mark.parametrize("workers", [1, 2])
def test_map_streams(workers):
    """Input is taken only as far ahead as the workers can use: memory stays flat."""
    taken = []

    def stream():
        for number in range(1000):
            taken.append(number)
            yield f"Article {number}"

    records = pipeline_of().map(stream(), workers=workers)
    next(records)
    assert len(taken) <= (1 if workers == 1 else (AHEAD * workers + 1) * CHUNK)
    records.close()


def test_a_poisoned_article_costs_only_itself():
    """An article that kills its worker gets a record that says so; all others are whole."""
    texts = [text + (" DIE" if i in (13, 14, 77) else "") for i, text in enumerate(TEXTS)]
    records = list(pipeline_of().map(texts, workers=2))
    died = [i for i, record in enumerate(records) if record.failures]
    assert died == [13, 14, 77]
    assert records[13].failures[0].error == "WorkerDied"
    assert [r.article.sha256 for r in records] == [Article(text=t).sha256 for t in texts]
    assert all(record.casualties for i, record in enumerate(records) if i not in died)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failing_extractor_is_recorded_or_raised(workers):
    """`record` lists the failure and goes on; `raise` stops with the article's id."""
    texts = [*TEXTS[:20], "RAISE", *TEXTS[20:40]]
    records = list(pipeline_of().map(texts, workers=workers))
    assert [bool(record.failures) for record in records].index(True) == 20
    assert records[20].failures[0].message == "asked to"
    with pytest.raises(ExtractionError, match=r"'tolls' failed on article .* ValueError: asked to"):
        list(pipeline_of(on_error="raise").map(texts, workers=workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_input_that_breaks_off_loses_nothing(workers):
    """What came before the input's own error is given, then the error."""

    def stream():
        yield from TEXTS[:11]
        raise OSError("disk gone")

    records = pipeline_of().map(stream(), workers=workers)
    got = []
    with pytest.raises(OSError, match="disk gone"):
        got.extend(records)
    assert len(got) == 11


@pytest.mark.parametrize("workers", [1, 2])
def test_timing_on_request(workers):
    """Each extractor's calls and seconds are counted, in workers too, warm-up left out."""
    pipeline = pipeline_of(timing=True)
    list(pipeline.map(TEXTS[:20], workers=workers))
    assert pipeline.timings["tolls"].calls == 20
    assert pipeline.timings["tolls"].seconds > 0
    plain = pipeline_of()
    plain.extract("x")
    assert not plain.timings


def test_a_failing_rule_is_skipped_and_listed():
    """A plugin's resolution rule that raises costs only what it would have done."""

    class Broken:
        @hookimpl
        def newsfacts_extractors(self):
            return [Tolls()]

        @hookimpl
        def newsfacts_resolution_rules(self):
            def fail(draft):
                raise KeyError("oops")

            return [ResolutionRule("broken", fail)]

    plugins = load_plugins(extra={"broken": Broken()}, discover=False)
    record = Pipeline(plugins=plugins).extract("One was killed.")
    assert [(f.extractor, f.error) for f in record.failures] == [("rule broken", "KeyError")]
    assert record.casualties
    with pytest.raises(ExtractionError, match="rule broken"):
        Pipeline(plugins=plugins, on_error="raise").extract("One was killed.")


def test_a_failing_listener_takes_nothing_down():
    """A listener that raises is logged; the record comes out."""

    class Listener:
        @hookimpl
        def newsfacts_record_finished(self, article, record):
            raise RuntimeError("full")

    plugins = load_plugins(extra={"listener": Listener()}, discover=False)
    assert Pipeline(plugins=plugins).extract("x").article.chars == 1
    with pytest.raises(RuntimeError, match="full"):
        Pipeline(plugins=plugins, on_error="raise").extract("x")


def test_pipelines_of_installed_plugins_can_be_sent_to_spawned_workers():
    """A pipeline is rebuilt from its settings; one of loaded objects says that it cannot be."""
    pipeline = pickle.loads(pickle.dumps(Pipeline(block=["actors"], timing=True)))
    assert "actors" not in {each.name for each in pipeline.extractors}
    with pytest.raises(TypeError, match="cannot be sent to a spawned process"):
        pickle.dumps(pipeline_of())


def test_cue_words_choose_the_sentences():
    """An extractor sees the sentences that hold its cues; without cues, all."""
    seen = {}

    class Looking(Extractor):
        name = "looking"
        cues = ("kill*",)

        def extract(self, article, context):
            seen[self.name] = [s.of(article.text) for s in context.cued_sentences]
            return ()

    class LookingEverywhere(Looking):
        name = "everywhere"
        cues = ()

    class Both:
        @hookimpl
        def newsfacts_extractors(self):
            return [Looking(), LookingEverywhere()]

    plugins = load_plugins(extra={"both": Both()}, discover=False)
    Pipeline(plugins=plugins).extract("Nobody came. He KILLED it. The skill! It kills.")
    assert seen["looking"] == ["He KILLED it.", "It kills."]
    assert len(seen["everywhere"]) == 4
