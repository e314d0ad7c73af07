"""Every hook does what its one line says; each has a test of its name."""

import json
from typing import ClassVar

import attrs
import pytest

from newsfacts import (
    Article,
    Extractor,
    Fact,
    Pipeline,
    ResolutionRule,
    Span,
    hookimpl,
    hookspecs,
    load_plugins,
)

from .conftest import Site

HOOKS = sorted(name for name in vars(hookspecs) if name.startswith("newsfacts_"))


@attrs.frozen(kw_only=True)
class Shout(Fact):
    """A word in capitals."""

    group: ClassVar[str] = "shouts"

    word: str


class Shouts(Extractor):
    """Finds the word HEY."""

    name = "shouts"
    version = "2.1"
    cues = ("HEY",)

    def extract(self, article, context):
        if "FAIL" in article.text:
            raise ValueError("asked to")
        for hit in context.cue_hits:
            yield Shout(word="hey", evidence=Span.of(article.text, hit.start, hit.end))


class Plugin:
    """Registers the extractor and its class, and remembers what it hears."""

    def __init__(self):
        self.heard = []

    @hookimpl
    def newsfacts_extractors(self):
        return [Shouts()]

    @hookimpl
    def newsfacts_fact_types(self):
        return [Shout]

    @hookimpl
    def newsfacts_record_finished(self, article, record):
        self.heard.append((article.id, record))

    @hookimpl
    def newsfacts_extractor_failed(self, article, extractor, error):
        self.heard.append((article.id, extractor, type(error), str(error)))


def pipeline(**plugins):
    loaded = load_plugins(extra=plugins, discover=False)
    loaded.report.raise_errors()
    return Pipeline(plugins=loaded)


def test_every_hook_has_a_test():
    """For every hook there is a test_hook_<name> here, and a sentence beside it."""
    assert HOOKS
    for name in HOOKS:
        assert callable(globals().get(f"test_hook_{name}")), name
        assert (getattr(hookspecs, name).__doc__ or "").strip()


def test_hook_newsfacts_extractors():
    """The extractors of a plugin run, under their name and version."""
    record = pipeline(shouts=Plugin()).extract("HEY there, hey")
    assert [fact.evidence[0].text for fact in record.facts["shouts"]] == ["HEY", "hey"]
    (info,) = record.extractors
    assert (info.name, info.version, info.distribution) == ("shouts", "2.1", None)


def test_hook_newsfacts_fact_types():
    """A group's class is known: its facts have their type in the record."""
    run = pipeline(shouts=Plugin())
    assert run.plugins.fact_types["shouts"] is Shout
    (fact,) = run.extract("HEY").facts["shouts"]
    assert isinstance(fact, Shout)
    assert run.report.plugins[0].groups == ("shouts",)


def test_hook_newsfacts_resolution_rules():
    """A plugin's rule sees the merged claims and decides what the record holds of them."""

    class Ruled(Plugin):
        @hookimpl
        def newsfacts_resolution_rules(self):
            def unite(draft):
                first, *rest = draft.group(Shout)
                spans = [span for fact in (first, *rest) for span in fact.evidence]
                redirects = {fact.id: first.id for fact in rest}
                return draft.with_facts(Shout, [attrs.evolve(first, evidence=spans)], redirects)

            return [ResolutionRule("shouts.unite", unite)]

    (fact,) = pipeline(shouts=Ruled()).extract("HEY there, hey").facts["shouts"]
    assert [span.text for span in fact.evidence] == ["HEY", "hey"]


FORMATS = """
    import io
    from newsfacts import Article, hookimpl
    from newsfacts.io import Reader, Writer

    def read(stream, name):
        for number, line in enumerate(io.TextIOWrapper(stream, "utf-8")):
            yield Article(text=line.strip(), id=f"{name}#{number}")

    def write(records, out):
        for record in records:
            out.write(f"{record.article.chars}\\n".encode())

    @hookimpl
    def newsfacts_readers():
        return [Reader(name="lines", suffixes=(".lines",), read=read)]

    @hookimpl
    def newsfacts_writers():
        return [Writer(name="lengths", write=write)]
"""


def run_command(site: Site, *words: str) -> str:
    return site.run(  # type: ignore[no-any-return]
        f"""
        import io
        from contextlib import suppress
        from newsfacts.cli import main
        out, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO(), "utf-8")
        sys.argv = ["newsfacts", *{words!r}]
        with suppress(SystemExit):
            main()
        said, sys.stdout = sys.stdout, out
        said.flush()
        say(said.buffer.getvalue().decode())
        """
    )


def test_hook_newsfacts_readers(site: Site, tmp_path):
    """A reader is used for files of its suffix, one article after the other."""
    site.plugin("formats", FORMATS)
    path = tmp_path / "short.lines"
    path.write_text("One.\nTwo and three.\n", encoding="utf-8")
    said = run_command(site, "extract", str(path), "--format", "jsonl")
    records = [json.loads(line) for line in said.splitlines()]
    assert [record["article"]["chars"] for record in records] == [4, 14]


def test_hook_newsfacts_writers(site: Site, tmp_path):
    """A writer is chosen by its name and given the finished records."""
    site.plugin("formats", FORMATS)
    path = tmp_path / "one.txt"
    path.write_text("Twelve chars", encoding="utf-8")
    assert run_command(site, "extract", str(path), "--format", "lengths") == "12\n"


def test_hook_newsfacts_record_finished():
    """A listener hears of every record, with its article, after it is finished."""
    plugin = Plugin()
    record = pipeline(shouts=plugin).extract("HEY", id="a1")
    assert plugin.heard == [("a1", record)]


def test_hook_newsfacts_record_finished_in_order():
    """In a stream it hears of each as it is handed out, in the order of the input."""
    plugin = Plugin()
    stream = pipeline(shouts=plugin).map([Article(text="x", id=str(n)) for n in range(4)])
    next(stream)
    assert [id for id, _ in plugin.heard] == ["0"]
    list(stream)
    assert [id for id, _ in plugin.heard] == ["0", "1", "2", "3"]


def test_hook_newsfacts_extractor_failed():
    """A listener hears which extractor failed on which article, and with what."""
    plugin = Plugin()
    record = pipeline(shouts=plugin).extract("FAIL", id="a2")
    assert plugin.heard == [("a2", "shouts", ValueError, "asked to"), ("a2", record)]


@pytest.mark.parametrize("hook", ["newsfacts_record_finished", "newsfacts_extractor_failed"])
def test_listener_that_raises(hook, caplog):
    """A listener that fails changes nothing in the record; the log says so."""

    class Deaf(Plugin):
        pass

    def listen(self, article):
        raise OSError("line is dead")

    setattr(Deaf, hook, hookimpl(listen))
    record = pipeline(shouts=Deaf()).extract("HEY FAIL")
    assert [each.extractor for each in record.failures] == ["shouts"]
    assert "line is dead" in caplog.text
    assert pipeline(shouts=Deaf()).extract("HEY").facts["shouts"]
