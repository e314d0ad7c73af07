"""The scripts in examples/ run, and the plugin there works once installed and only then."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
SCRIPTS = sorted(path.name for path in EXAMPLES.glob("*.py"))
PLUGIN = EXAMPLES / "earthquakes"
SEED = ROOT / "seeds" / "tremor-manabi.txt"


def run(
    *command: str | Path, path: Path | None = None, status: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run Python in another process, with one more folder to import from."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONPATH", None)
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        capture_output=True, text=True, encoding="utf-8", env=environment, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stdout + done.stderr
    return done


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plugin, installed by pip into a folder of its own."""
    if find_spec("pip") is None or find_spec("hatchling") is None:
        pytest.skip("installing the example needs pip and hatchling")
    target = tmp_path_factory.mktemp("site")
    run(
        "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
        "--disable-pip-version-check", "--target", target, PLUGIN,
    )  # fmt: skip
    return target


def extracted(path: Path | None) -> dict[str, Any]:
    done = run(
        "-m", "newsfacts", "extract", SEED, "--published", "2024-08-15", "--format", "jsonl",
        path=path,
    )  # fmt: skip
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.mark.parametrize("script", SCRIPTS)
def test_script_runs(script: str) -> None:
    """Each script runs on the seeds and prints something."""
    done = run(EXAMPLES / script)
    assert done.stdout.strip()
    assert not done.stderr


def test_merging_script_says_the_same_record() -> None:
    """Claims joined in another order give the same record."""
    assert "the same record" in run(EXAMPLES / "merge_claims.py").stdout


def test_plugin_adds_its_facts(installed: Path) -> None:
    """Installing the plugin is all it takes: its group is in the record, beside everything else."""
    before, after = extracted(None), extracted(installed)
    assert "quakes" not in before["facts"]
    quakes = after["facts"].pop("quakes")
    assert [(each["magnitude"], each["depth_km"], each["status"]) for each in quakes] == [
        (6.1, 14.0, "stated"),
        (5.8, None, "preliminary"),
        (5.9, None, "stated"),
    ]
    assert quakes[1]["revised_by"] == quakes[0]["id"]
    assert {"name": "earthquakes", "version": "0.1.0", "distribution": "newsfacts-earthquakes"} in (
        after["extractors"]
    )
    after["extractors"] = [each for each in after["extractors"] if each["name"] != "earthquakes"]
    assert after == before


def test_plugin_is_in_the_schema(installed: Path) -> None:
    """The JSON Schema describes the new group, and holds its facts to it."""
    schema = json.loads(run("-m", "newsfacts", "schema", path=installed).stdout)
    record = extracted(installed)
    jsonschema.validate(record, schema)
    quake = schema["$defs"]["Quake"]
    assert "magnitude" in quake["properties"]
    record["facts"]["quakes"][0]["magnitude"] = "six"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema)


def test_plugin_is_listed(installed: Path) -> None:
    """`newsfacts plugins` names plugin, distribution, version, extractor and group."""
    listed = json.loads(run("-m", "newsfacts", "plugins", "--json", path=installed).stdout)
    (status,) = (each for each in listed["plugins"] if each["name"] == "earthquakes")
    assert status["distribution"] == "newsfacts-earthquakes"
    assert status["version"] == "0.1.0"
    assert status["extractors"] == ["earthquakes"]
    assert status["groups"] == ["quakes"]
    assert status["errors"] == []
    said = run("-m", "newsfacts", "plugins", path=installed).stdout
    assert "newsfacts-earthquakes 0.1.0" in said


def test_plugin_is_in_the_pretty_view(installed: Path) -> None:
    """The pretty view has a section for the new group, with its words."""
    said = run("-m", "newsfacts", "extract", SEED, "--format", "pretty", path=installed).stdout
    _, section = said.split("\nQuakes\n")
    assert "6.1" in section
    assert "magnitude 6.1" in section


def test_record_outlives_the_plugin(installed: Path, tmp_path: Path) -> None:
    """Where the plugin is missing its facts load as opaque ones and write out byte for byte."""
    record = json.dumps(extracted(installed), ensure_ascii=False, separators=(",", ":"))
    kept = tmp_path / "record.json"
    kept.write_text(record, encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from newsfacts import OpaqueFact, Record\n"
        "text = Path(sys.argv[1]).read_text(encoding='utf-8')\n"
        "record = Record.from_json(text)\n"
        "assert record.to_json() == text\n"
        "quake = record.facts['quakes'][0]\n"
        "print(type(quake).__name__, quake.data['depth_km'])"
    )
    assert run("-c", code, kept).stdout.split() == ["OpaqueFact", "14.0"]
    known = code.replace(".data['depth_km']", ".depth_km")
    assert run("-c", known, kept, path=installed).stdout.split() == ["Quake", "14.0"]
    schema = json.loads(run("-m", "newsfacts", "schema").stdout)
    jsonschema.validate(json.loads(record), schema)


def test_claims_outlive_the_plugin(installed: Path, tmp_path: Path) -> None:
    """Claims made with the plugin merge and resolve where it is missing, and lose nothing."""
    kept = tmp_path / "claims.json"
    make = (
        "import sys; from pathlib import Path; from newsfacts import Article, Pipeline\n"
        "article = Article(text=Path(sys.argv[1]).read_bytes().decode())\n"
        "Path(sys.argv[2]).write_text(Pipeline().claims(article).to_json(), encoding='utf-8')"
    )
    run("-c", make, SEED, kept, path=installed)
    use = (
        "import sys; from pathlib import Path; from newsfacts import Article, ClaimSet, Pipeline\n"
        "article = Article(text=Path(sys.argv[1]).read_bytes().decode())\n"
        "text = Path(sys.argv[2]).read_text(encoding='utf-8')\n"
        "claims = ClaimSet.from_json(text)\n"
        "assert claims.to_json() == text\n"
        "pipeline = Pipeline()\n"
        "record = pipeline.resolve(article, claims.merge(pipeline.claims(article)))\n"
        "print(len(record.facts['quakes']))"
    )
    # The plugin's own rules are missing with it: its four claims stay apart.
    assert run("-c", use, SEED, kept).stdout.split() == ["4"]


def test_plugin_passes_its_own_tests(installed: Path) -> None:
    """The plugin's own suite passes against this newsfacts."""
    run(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", PLUGIN, PLUGIN / "tests",
        path=installed,
    )  # fmt: skip


def test_core_does_not_know_the_plugin() -> None:
    """No line of the library speaks of earthquakes' group or class."""
    for path in (ROOT / "src").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "quakes" not in text.replace("earthquakes", ""), path
        assert "Quake" not in text, path
