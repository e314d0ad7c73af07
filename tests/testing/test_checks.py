"""The kit itself: each wrong extractor is caught by its check, and right ones raise no alarm."""

import sys
from pathlib import Path

import pytest

from newsfacts.testing.checks import all_checks, check_extractor, report

sys.path.insert(0, str(Path(__file__).parent))
import bad_extractors as bad

OPTIONS = {"sentences": bad.SENTENCES, "companions": (), "max_examples": 25}


def types_of(kind):
    from newsfacts.model import CORE_FACTS

    own = {bad.UnwritableValue: (bad.Ratio,), bad.UnstableId: (bad.RandomKey,)}
    return (*CORE_FACTS, *own.get(kind, ()))


@pytest.mark.parametrize("kind", bad.CAUGHT_BY, ids=lambda kind: kind.__name__)
def test_each_wrong_extractor_is_caught_by_its_check_alone(kind):
    """The check meant for it fails, and no other has a reason to."""
    results = check_extractor(kind(), fact_types=types_of(kind), **OPTIONS)
    failed = {result.check: result for result in results if result.status == "failed"}
    assert failed.keys() == bad.CAUGHT_BY[kind], report(failed.values())
    for result in failed.values():
        assert result.message.startswith("rule:"), result.message
        assert len(result.message.splitlines()) <= 24  # one screen


@pytest.mark.parametrize("kind", bad.RIGHT, ids=lambda kind: kind.__name__)
def test_right_extractors_pass_everything(kind):
    """No check raises a false alarm on them."""
    results = check_extractor(kind(), fact_types=types_of(kind), **OPTIONS)
    assert [result for result in results if not result.ok] == []
    assert sum(result.status == "passed" for result in results) >= 20


def test_every_check_catches_something():
    """No check is there for show: each but the listed ones has its wrong extractor."""
    caught = {name for names in bad.CAUGHT_BY.values() for name in names}
    without = {each.name for each in all_checks()} - caught
    assert without == {
        "finds_something",  # says "skipped", never "failed"
        "merge_laws",  # follows from ids and evidence, which facts cannot break one by one
        "order_of_companions_irrelevant",  # needs companions: see test_companions
        "same_in_another_locale",  # locales that change values are rarely installed
    }
    assert all(each.doc.endswith((".", ":")) or each.doc for each in all_checks())
