"""What an extractor does wrong on an article costs its own facts of that article, and is listed."""

import logging
from typing import ClassVar

import attrs
import pytest

from newsfacts import (
    Article,
    Casualty,
    Count,
    ExtractionError,
    Extractor,
    Fact,
    InvalidFactError,
    Pipeline,
    Span,
    hookimpl,
    load_plugins,
)

from .conftest import Site

TEXT = "Two men died."  # 13 characters


def died(text=TEXT, start=8, end=12, words="died"):
    """A claim about the word "died"."""
    return Casualty(harm="killed", count=Count.of(2, text="Two"), evidence=Span(start, end, words))


class Steady(Extractor):
    """Finds what is there."""

    name = "steady"
    version = "1"
    provides = ("casualties",)

    def extract(self, article, context):
        return [died()]


class Plugin:
    """A plugin with these extractors."""

    def __init__(self, *extractors):
        self.extractors = extractors

    @hookimpl
    def newsfacts_extractors(self):
        return self.extractors


def made(extract, **fields):
    """An extractor of plugin `odd` that does this."""
    fields = {"name": "odd", "version": "0.2", **fields}
    return type("Odd", (Extractor,), {**fields, "extract": lambda self, *given: extract(*given)})()


def pipeline(*extractors, **options):
    """A pipeline of the steady extractor and these."""
    plugins = load_plugins(
        extra={"odd": Plugin(*extractors), "steady": Plugin(Steady())}, discover=False
    )
    plugins.report.raise_errors()
    return Pipeline(plugins=plugins, **options)


def failures(*extractors):
    """Run them beside the steady one; the steady one's fact must be there whatever happens."""
    record = pipeline(*extractors).extract(TEXT)
    assert [fact.extractors for fact in record.casualties] == [("steady",)]
    return [(each.extractor, each.error, each.message) for each in record.failures]


def thrice(article, context):
    """Two facts, then an error."""
    yield died(start=0, end=3, words="Two")
    yield died(start=4, end=7, words="men")
    raise ValueError("cannot count further")


def test_error_at_the_third_fact():
    """The two facts before the error are dropped with it; the failure is listed; others stay."""
    assert failures(made(thrice)) == [("odd", "ValueError", "cannot count further")]


def test_on_error_raise():
    """The same becomes an exception that names extractor and article, with its cause."""
    with pytest.raises(ExtractionError) as caught:
        pipeline(made(thrice), on_error="raise").extract(TEXT, id="a7")
    assert str(caught.value) == (
        "extractor 'odd' failed on article 'a7': ValueError: cannot count further"
    )
    assert (caught.value.extractor, caught.value.article_id) == ("odd", "a7")
    assert isinstance(caught.value.__cause__, ValueError)


def test_log_has_the_traceback(caplog):
    """The log says which extractor of which distribution failed, and has the traceback."""
    with caplog.at_level(logging.WARNING, "newsfacts"):
        pipeline(made(thrice)).extract(TEXT, id="a7")
    (entry,) = caplog.records
    assert entry.getMessage() == "extractor 'odd' (odd 0.2) failed on article 'a7'"
    assert "in thrice" in caplog.text


def test_only_this_article_suffers():
    """The next article gets its facts: a failure leaves nothing behind."""

    def moody(article, context):
        if "boom" in article.text:
            raise RuntimeError("boom")
        count = Count.of(5, text="Two")
        return [Casualty(harm="injured", count=count, evidence=Span(0, 3, "Two"))]

    records = list(pipeline(made(moody)).map(["boom " + TEXT, TEXT]))
    assert [len(record.failures) for record in records] == [2, 0]  # "steady" misses its word too
    assert len(records[1].casualties) == 2


def test_failed_requirement():
    """What requires the failed one is skipped and listed; what merely uses it runs."""
    ran = []
    found = failures(
        made(thrice, provides=("counts",)),
        made(lambda *_: ran.append("needs") or (), name="needs", requires=("counts",)),
        made(lambda *_: ran.append("likes") or (), name="likes", uses=("counts",)),
    )
    assert found == [
        ("needs", "RequirementFailed", "skipped: counts failed on this article"),
        ("odd", "ValueError", "cannot count further"),
    ]
    assert ran == ["likes"]


def test_requirements_fail_in_a_chain():
    """What requires the skipped one is skipped as well."""
    found = failures(
        made(thrice, provides=("counts",)),
        made(lambda *_: (), name="second", requires=("counts",), provides=("sums",)),
        made(lambda *_: (), name="third", requires=("sums",)),
    )
    assert [(name, error) for name, error, _ in found] == [
        ("odd", "ValueError"),
        ("second", "RequirementFailed"),
        ("third", "RequirementFailed"),
    ]


@attrs.frozen(kw_only=True)
class Unknown(Fact):
    """A class that no plugin registers."""

    group: ClassVar[str] = "unknown"


@attrs.frozen(kw_only=True)
class Impostor(Casualty):
    """A class that is not the one of its group."""


WRONG_CLAIMS = [
    (
        lambda: [died(start=10, end=14, words="ed.?")],
        "extractor 'odd' (odd 0.2): span 10:14 outside text of 13",
    ),
    (
        lambda: [died(words="dies")],
        "extractor 'odd' (odd 0.2): span 8:12 says 'dies', but the text has 'died'",
    ),
    (
        lambda: [Unknown(evidence=Span(8, 12, "died"))],
        "extractor 'odd' (odd 0.2) emitted Unknown of group 'unknown', which no plugin"
        " registered; return the class from newsfacts_fact_types()",
    ),
    (
        lambda: [
            Impostor(harm="killed", count=Count.of(2, text="2"), evidence=Span(8, 12, "died"))
        ],
        "extractor 'odd' (odd 0.2) emitted Impostor for group 'casualties',"
        " whose class is Casualty",
    ),
    (
        lambda: [{"harm": "killed"}],
        "extractor 'odd' (odd 0.2) emitted {'harm': 'killed'}, which is no Fact",
    ),
    (lambda: "died", "extractor 'odd' (odd 0.2) emitted 'd', which is no Fact"),
]


@pytest.mark.parametrize(("claims", "message"), WRONG_CLAIMS)
def test_invalid_claims(claims, message):
    """A span that the text does not hold and what is no known fact are refused by name."""
    odd = made(lambda article, context: [died(), *claims()])
    assert failures(odd) == [("odd", "InvalidFactError", message)]
    with pytest.raises(ExtractionError) as caught:
        pipeline(odd, on_error="raise").extract(TEXT)
    assert isinstance(caught.value.__cause__, InvalidFactError)


def test_later_spans_are_checked():
    """Every span of a claim is held to the text, not the first alone."""
    odd = made(
        lambda article, context: [
            Casualty(
                harm="killed",
                count=Count.of(2, text="Two"),
                evidence=[Span(0, 3, "Two"), Span(8, 12, "dead")],
            )
        ]
    )
    ((_, _, message),) = failures(odd)
    assert "span 8:12 says 'dead'" in message


@pytest.mark.parametrize("nothing", [None, (), iter(())])
def test_nothing_found(nothing):
    """An extractor may find nothing, and may say so by returning None."""
    assert failures(made(lambda article, context: nothing)) == []


@pytest.mark.parametrize("returned", [7, object()])
def test_extract_returns_no_list(returned):
    """What cannot be gone through is a failure like any other."""
    ((name, error, _),) = failures(made(lambda article, context: returned))
    assert (name, error) == ("odd", "TypeError")


def test_extract_is_missing():
    """An extractor that does not define extract() fails with a message that says so."""
    assert failures(type("Odd", (Extractor,), {"name": "odd"})()) == [
        ("odd", "NotImplementedError", "Odd does not define extract()")
    ]


def test_recursion():
    """Running out of stack is a failure like any other."""

    def deeper(article, context):
        return deeper(article, context)

    ((_, error, _),) = failures(made(deeper))
    assert error == "RecursionError"


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("on_error", ["record", "raise"])
def test_interrupt_passes_through(error, on_error):
    """Who interrupts the program interrupts it: that is no failure of an extractor."""

    def interrupted(article, context):
        yield died()
        raise error

    with pytest.raises(error):
        pipeline(made(interrupted), on_error=on_error).extract(TEXT)


def test_extractor_cannot_change_the_article():
    """The article is frozen; an attempt is a failure."""

    def spoil(article, context):
        article.text = "Nobody died."
        return ()

    ((_, error, _),) = failures(made(spoil))
    assert error == "FrozenInstanceError"


def test_failures_survive_json():
    """Failures are part of record and claim set and survive a round trip."""
    run = pipeline(made(thrice))
    article = Article(text=TEXT)
    claims = run.claims(article)
    assert [each.extractor for each in claims.failures] == ["odd"]
    assert type(claims).from_json(claims.to_json()) == claims
    record = run.extract(article)
    assert type(record).from_json(record.to_json()) == record


def test_config_reaches_its_plugin_and_is_read_only():
    """A plugin and its extractors see their own section, nobody else's, and cannot write to it."""
    seen = []

    class Configured:
        @hookimpl
        def newsfacts_extractors(self, config):
            seen.append(config)
            return [made(lambda article, context: seen.append(context.config))]

    section = {"words": ["died"], "limits": {"low": 1}}
    plugins = load_plugins(
        extra={"configured": Configured()},
        discover=False,
        config={"configured": section, "other": {"secret": 1}},
    )
    Pipeline(plugins=plugins).extract(TEXT)
    at_load, at_work = seen
    assert dict(at_load) == dict(at_work) == {"words": ("died",), "limits": {"low": 1}}
    for config in seen:
        with pytest.raises(TypeError):
            config["words"] = ()
        with pytest.raises(TypeError):
            config["limits"]["low"] = 2
    assert section == {"words": ["died"], "limits": {"low": 1}}


def test_config_for_a_plugin_that_is_not_there_is_reported():
    """Settings that nobody reads are named, with the plugins that there are; the rest loads."""

    class Present:
        @hookimpl
        def newsfacts_extractors(self):
            return [made(lambda article, context: ())]

    plugins = load_plugins(
        extra={"present": Present()}, discover=False, config={"presnet": {"a": 1}, "present": {}}
    )
    assert plugins.report.errors == (
        "settings are given for plugin 'presnet', which is not there; the plugins are: present",
    )
    assert len(plugins.extractors) == 1


def test_config_that_the_plugin_refuses():
    """A plugin that raises on its section is left out, and the message has its reason."""

    class Strict:
        @hookimpl
        def newsfacts_extractors(self, config):
            raise ValueError(f"unknown setting {sorted(config)[0]!r}")

    plugins = load_plugins(
        extra={"strict": Strict()}, discover=False, config={"strict": {"colour": "red"}}
    )
    assert plugins.report.errors == (
        "plugin 'strict': newsfacts_extractors() raised ValueError: unknown setting 'colour'",
    )


def test_message_names_the_distribution(site: Site):
    """A failing extractor of an installed plugin is named with its distribution and version."""
    site.plugin(
        "odd",
        """
        from newsfacts import Casualty, Count, Extractor, Span, hookimpl

        class Odd(Extractor):
            name, version = "odd", "0.2"

            def extract(self, article, context):
                yield Casualty(
                    harm="killed", count=Count.of(1, text="x"), evidence=Span(10, 14, "none")
                )

        @hookimpl
        def newsfacts_extractors():
            return [Odd()]
        """,
    )
    assert site.run(
        """
        (failure,) = Pipeline(plugins=loaded()).extract("Twelve chars").failures
        say([failure.error, failure.message])
        """
    ) == [
        "InvalidFactError", "extractor 'odd' (newsfacts-odd 0.2): span 10:14 outside text of 12",
    ]  # fmt: skip
