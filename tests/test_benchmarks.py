"""The benchmarks' own helpers: articles that differ, figures that compare, a page of files."""

import importlib
import json
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent.parent / "benchmarks"

pytestmark = pytest.mark.skipif(not HERE.is_dir(), reason="an sdist has no benchmarks")


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> ModuleType:
    monkeypatch.syspath_prepend(str(HERE))
    return importlib.import_module(request.param)


@pytest.mark.parametrize("module", ["batches"], indirect=True)
def test_no_two_articles_are_alike(module: ModuleType) -> None:
    """Articles drawn from the seeds differ, also from one round to the next."""
    rounds = module.rounds("seeds", Path("nowhere"), 60, 3)
    texts = {article.text for batch in rounds for article in batch}
    assert len(texts) == 180
    assert module.fingerprint(rounds[0]) != module.fingerprint(rounds[1])
    assert module.rounds("seeds", Path("nowhere"), 60, 3) == rounds


@pytest.mark.parametrize("module", ["batches"], indirect=True)
def test_figures_days_and_surnames_are_varied(module: ModuleType) -> None:
    """A variant has other small figures, days and surnames, and the same paragraphs otherwise."""
    text = "Anna Berg met 12 men on Monday.\n\nBerg left in July.\n\nRain fell on 1,200 farms."
    other = module.varied(text, 1, ("Berg",))
    assert "Berg" not in other
    assert "Monday" not in other
    assert "July" not in other
    assert " 12 " not in other
    assert other.startswith("Anna ")
    assert other.split("\n\n")[1] == "Rain fell on 1,200 farms."


def counts(**millions: float) -> dict[str, object]:
    return {
        "about": {"fingerprint": "f", "python": "3.11.7"},
        "figures": {
            "millions of instructions": {"whole": 50.0, "import newsfacts": 1.0} | millions
        },
    }


@pytest.mark.parametrize("module", ["instructions"], indirect=True)
def test_the_part_that_gained_most_comes_first(module: ModuleType) -> None:
    """A comparison names each part's change and its share of the whole before."""
    before = counts(resolve=10.0, tokens=4.0)
    after = counts(resolve=9.0, tokens=1.5)
    _, first, second, *_ = module.compared(before, after)
    assert first.split() == ["tokens", "4.000", "1.500", "-62.5%", "-5.0%"]
    assert second.split() == ["resolve", "10.000", "9.000", "-10.0%", "-2.0%"]


@pytest.mark.parametrize("module", ["instructions"], indirect=True)
def test_counts_of_other_articles_do_not_compare(module: ModuleType) -> None:
    """Counts of two sets of articles, or of two interpreters, are said not to compare."""
    after = counts()
    after["about"] = {"fingerprint": "other", "python": "3.12.1"}
    lines = module.compared(counts(), after)
    assert lines[0] == "These do not compare: fingerprint f and other."
    assert lines[1] == "These do not compare: python 3.11.7 and 3.12.1."


@pytest.mark.parametrize("module", ["report"], indirect=True)
def test_the_page_is_what_the_files_give(module: ModuleType) -> None:
    """No table of the results was typed by hand, and none is out of date."""
    template = (HERE / "RESULTS.template.md").read_text(encoding="utf-8")
    page = module.filled(template, module.Figures(HERE / "results"))
    assert (HERE / "RESULTS.md").read_text(encoding="utf-8") == page


@pytest.mark.parametrize("module", ["report"], indirect=True)
def test_a_table_without_its_file_says_so(module: ModuleType, tmp_path: Path) -> None:
    """What was not measured is left out by name."""
    page = module.filled("<!-- table: engines -->", module.Figures(tmp_path))
    assert page == "(Not measured: engines.json is not there.)"


def file_of(folder: Path, name: str, commit: str, figures: object) -> None:
    about = {"date": "2024-02-21", "commit": commit}
    folder.joinpath(f"{name}.json").write_text(json.dumps({"about": about, "figures": figures}))


@pytest.mark.parametrize("module", ["report"], indirect=True)
def test_history_has_one_row_a_commit(module: ModuleType, tmp_path: Path) -> None:
    """A second run of a commit takes the place of the first; files of two commits are refused."""
    figures = module.Figures(tmp_path)
    for commit, whole in (("aaa", 72.0), ("bbb", 60.0), ("bbb", 59.5)):
        counted = {"millions of instructions": {"whole": whole}}
        file_of(tmp_path, "instructions", commit, counted)
        module.record(figures)
    rows = json.loads((tmp_path / "history.json").read_bytes())
    assert [row["commit"] for row in rows] == ["aaa", "bbb"]
    assert rows[1]["figures"] == {"million instructions an article": 59.5}
    file_of(tmp_path, "accuracy", "ccc", {})
    with pytest.raises(ValueError, match="several commits"):
        module.record(figures)


@pytest.mark.parametrize("module", ["report"], indirect=True)
def test_published_figures_name_their_sources(module: ModuleType) -> None:
    """Every corpus of the published figures says where they are from."""
    published = module.Figures(HERE / "results")._published
    sources = published.pop("sources")
    assert {each["source"] for each in published.values()} == sources.keys()
