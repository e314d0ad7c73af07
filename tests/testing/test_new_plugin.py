"""A plugin made from the template installs, passes the checks and its own tests."""

import os
import subprocess
import sys

import pytest

from newsfacts import Fact, OpaqueFact, Record


def run(*command, cwd, check=True, **environment):
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, capture_output=True, text=True, check=check,
        env={**os.environ, **environment},
    )  # fmt: skip


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A fresh plugin, installed into a folder of its own that is put on the path."""
    folder = tmp_path_factory.mktemp("new")
    run("-m", "newsfacts", "new-plugin", "sea-levels", cwd=folder)
    site = folder / "site"
    project = folder / "newsfacts-sea-levels"
    run("-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
        "--disable-pip-version-check", "--target", str(site), str(project), cwd=folder)  # fmt: skip
    return project, {"PYTHONPATH": str(site)}


def test_its_own_tests_pass(installed):
    """The table of sentences and every conformance check hold."""
    project, environment = installed
    done = run("-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=project, **environment)
    assert " passed" in done.stdout
    assert "failed" not in done.stdout


def test_newsfacts_check_finds_it(installed):
    """`newsfacts check` names extractor and distribution, runs the checks and tells how many."""
    project, environment = installed
    only = ("--only", "spans_verbatim", "--only", "same_twice", "--max-examples", "5")
    done = run("-m", "newsfacts", "check", "sea-levels", *only, cwd=project, **environment)
    assert "extractor 'sea-levels' (newsfacts-sea-levels 0.1.0)" in done.stdout
    assert "2 passed" in done.stdout


def test_its_facts_stand_in_the_record(installed):
    """Extracting finds its facts; where it is missing they load as opaque ones."""
    project, environment = installed
    (project / "a.txt").write_text("Prices rose by 4.5 percent.", encoding="utf-8")
    done = run("-m", "newsfacts", "extract", "--format", "jsonl", "a.txt", cwd=project,
               **environment)  # fmt: skip
    record = Record.from_json(done.stdout)
    (fact,) = record.facts["sea_levels"]
    assert isinstance(fact, OpaqueFact)
    assert isinstance(fact, Fact)
    assert (fact.data["percent"], fact.evidence[0].text) == (4.5, "4.5 percent")


@pytest.mark.parametrize("name", ["Sea", "sea_level", "1st", "sea level", "", "../x"])
def test_names_are_checked(tmp_path, name):
    """What is no name is refused, and nothing written."""
    done = run("-m", "newsfacts", "new-plugin", name, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert "is no name for a plugin" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path):
    """A folder that holds something stays as it is."""
    (tmp_path / "newsfacts-x").mkdir()
    (tmp_path / "newsfacts-x" / "mine").touch()
    done = run("-m", "newsfacts", "new-plugin", "x", cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert "there already" in done.stderr


def test_unknown_plugins_are_named(tmp_path):
    """`newsfacts check` of what is not installed says what is."""
    done = run("-m", "newsfacts", "check", "nothing", cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert "no plugin or extractor 'nothing'" in done.stderr
