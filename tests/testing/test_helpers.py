"""Marked text, assertions on it, isolated managers, fixtures and the entry points."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfacts
from newsfacts import Article, Count, Extractor, Place, PluginLoadError, Record, Time, hookimpl
from newsfacts.testing import (
    MarkedText,
    assert_extracts,
    check_extractor,
    extractor_checks,
    isolated_manager,
    parse_marked,
    report,
    write_marked,
)

sys.path.insert(0, str(Path(__file__).parent))
import bad_extractors as bad

ALONE = {"companions": ()}


def test_parse_marked():
    """Marks may carry values, nest, and stand beside a plain <."""
    marked = parse_marked('<killed value=12 by="two men">12 <who>people</who></killed> died, 3 < 4')
    assert marked.text == "12 people died, 3 < 4"
    outer, inner = marked.marks
    assert (outer.label, outer.span.text, dict(outer.attributes)) == (
        "killed", "12 people", {"value": "12", "by": "two men"},
    )  # fmt: skip
    assert (inner.label, inner.span.start, inner.span.text) == ("who", 3, "people")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<a>x", "<a> is never closed"),
        ("x</a>", "</a> closes no open mark"),
        ("<a>x<b>y</a></b>", "</a> closes no open mark"),
        ("<a></a>x", "<a> marks nothing"),
    ],
)
def test_wrong_marks_are_errors(text, message):
    """The error names the mark and quotes the text."""
    with pytest.raises(ValueError, match=message):
        parse_marked(text)


@given(st.lists(st.sampled_from(["<a>", "</a>", "<b x=1>", "</b>", "12", " ", "🕊"]), max_size=9))
def test_write_marked_is_the_inverse(pieces):
    """Whatever can be read is written so that it reads the same."""
    try:
        marked = parse_marked("".join(pieces))
    except ValueError:
        return
    again = parse_marked(write_marked(marked))
    assert again == marked
    assert isinstance(again, MarkedText)


def test_assert_extracts():
    """What is marked must be found, with its values, and nothing beside it."""
    extractor = bad.Right()
    assert_extracts(
        extractor, "<affected value=12 modifier=exact>12 people</affected> fled", **ALONE
    )
    assert_extracts(extractor, "Nothing happened.", **ALONE)
    for wrong, message in [
        ("<affected value=13>12 people</affected> fled", "value of '12 people' is '12', not '13'"),
        ("<affected>12</affected> people fled", "missing: affected at 0:2"),
        ("12 people fled", "found beyond the marks: casualties/affected at 0:9"),
        ("<affected>12 people</affected> and 3 people", "found beyond the marks: .* '3 people'"),
    ]:
        with pytest.raises(AssertionError, match=message):
            assert_extracts(extractor, wrong, **ALONE)


def test_isolated_manager_loads_nothing_installed():
    """Only what is given is loaded; what cannot be loaded is an error."""

    class Mine:
        @hookimpl
        def newsfacts_extractors(self):
            return [bad.Right()]

    assert [each.name for each in isolated_manager(Mine()).extractors] == ["right"]

    class Misspelt:
        @hookimpl
        def newsfacts_extractor(self):
            return []

    with pytest.raises(PluginLoadError, match="newsfacts_extractor"):
        isolated_manager(Misspelt())


def test_expected_failures_have_reasons_and_are_strict():
    """An expected failure is reported as such; one that passes is no longer ok."""
    results = check_extractor(
        bad.ShiftedSpan(),
        sentences=bad.SENTENCES,
        expected_failures={"spans_verbatim": "shifted", "spans_in_bounds": "thought so"},
        only=["spans_verbatim", "spans_in_bounds"],
        max_examples=20,
        **ALONE,
    )
    assert [(r.check, r.status, r.message, r.ok) for r in results] == [
        ("spans_verbatim", "xfailed", "shifted", True),
        ("spans_in_bounds", "xpassed", "thought so", False),
    ]
    with pytest.raises(ValueError, match="no check is named 'spans_verbal'"):
        check_extractor(bad.Right(), expected_failures={"spans_verbal": "?"}, **ALONE)


def test_skipped_checks_are_visible():
    """A check that had nothing to look at says so, and the report counts it."""
    results = check_extractor(
        bad.Right(), only=["spans_verbatim", "dates_move_with_publication"], max_examples=1, **ALONE
    )
    text = report(results)
    assert "skipped  dates_move_with_publication: the extractor provides none of times" in text
    assert text.endswith("skipped") or "1 skipped" in text


def test_companions_swapped():
    """An extractor that leans on the order of independent companions is caught."""
    ran = []  # mentions come sorted, so it takes a side channel to see who ran last

    class One(Extractor):
        name = "one"
        provides = ("ones",)

        def extract(self, article, context):
            ran.append(self.name)
            return ()

    class Two(One):
        name = "two"
        provides = ("twos",)

    class Leaning(Extractor):
        name = "leaning"
        uses = ("ones", "twos")

        def extract(self, article, context):
            if not article.text:
                return []
            span = newsfacts.Span.of(article.text, 0, 1)
            return [newsfacts.Credit(agency=ran[-1], evidence=span)]

    class Plugin:
        @hookimpl
        def newsfacts_extractors(self):
            return [One(), Two()]

    (result,) = check_extractor(
        Leaning(),
        companions=isolated_manager(Plugin()).extractors,
        fact_types=[newsfacts.Credit],
        only=["order_of_companions_irrelevant"],
    )
    assert result.status == "failed"


def test_extractor_checks_can_be_run_one_by_one():
    """Each check comes with the extractor made ready for it, and says what it holds it to."""
    made = extractor_checks(bad.Right(), sentences=bad.SENTENCES, max_examples=5, **ALONE)
    pairs = {check.name: (check, subject) for check, subject in made}
    check, subject = pairs["spans_verbatim"]
    check(subject)
    assert "span" in check.doc


@pytest.mark.parametrize("kind", [Article, Count, Time, Place, Record])
@given(data=st.data())
def test_strategies_are_registered_with_hypothesis(kind, data):
    """from_type() draws the model's classes without anything being imported for it."""
    assert isinstance(data.draw(st.from_type(kind)), kind)


def test_fixtures(newsfacts_pipeline, newsfacts_manager, assert_extracts, check_extractor):
    """The pytest plugin offers the helpers as fixtures."""
    record = newsfacts_pipeline(bad.Right()).extract("12 people fled")
    assert record.casualties[0].count.value == 12
    assert newsfacts_manager().extractors == ()
    assert_extracts(bad.Right(), "<affected>12 people</affected> fled", **ALONE)
    with pytest.raises(AssertionError, match="a span is verbatim"):
        check_extractor(
            bad.ShiftedSpan(), only=["spans_verbatim"], sentences=bad.SENTENCES, **ALONE
        )


def test_the_pytest_plugin_does_not_import_the_library():
    """Pytest loads its plugins before coverage begins: the library must not come with them."""
    program = (
        "import sys, _newsfacts_pytest_plugin;"
        "sys.exit(any(name.split('.')[0] == 'newsfacts' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_importing_the_kit_loads_no_test_library():
    """newsfacts.testing looks its names up when they are used."""
    program = (
        "import sys, newsfacts.testing;"
        "sys.exit('hypothesis' in sys.modules or 'pytest' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    "name", ["casualty_phrases", "date_phrases", "datelines", "meeting_phrases"]
)
@given(data=st.data())
def test_phrases_are_drawn_from_the_strategies_module(name, data):
    """The grammar's phrases stand beside the other strategies, and an unknown name is an error."""
    from newsfacts.testing import strategies

    assert data.draw(getattr(strategies, name)()).text
    with pytest.raises(AttributeError, match="no attribute 'recipes'"):
        strategies.recipes  # noqa: B018
