"""The same bytes out for the same input, whatever the process looks like."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsfacts import Pipeline
from newsfacts import plugins as plugin_loading

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLES = sorted((ROOT / "seeds").glob("*.txt"))

PROGRAM = """
import sys
from pathlib import Path
import newsfacts
if __name__ == "__main__":
    pipeline = newsfacts.Pipeline()
    texts = [Path(name).read_bytes().decode() for name in sys.argv[2:]]
    for record in pipeline.map(texts, workers=int(sys.argv[1])):
        sys.stdout.buffer.write(record.to_json().encode() + b"\\n")
"""


def run(workers: int = 1, **environment: str) -> bytes:
    command = [sys.executable, "-W", "error", "-c", PROGRAM, str(workers), *map(str, ARTICLES)]
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, check=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def usual() -> bytes:
    """Records of the seed articles in a plain process."""
    assert ARTICLES
    return run(PYTHONHASHSEED="0")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "7", "TZ": "America/Anchorage", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "0", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "0", "PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda e: ",".join(f"{k}={v}" for k, v in e.items()),
)
def test_environment_changes_nothing(usual, environment):
    """Hash seed, time zone, locale and optimisation leave every byte as it is."""
    assert run(**environment) == usual


def test_workers_change_nothing(usual):
    """Four workers write what one writes."""
    assert run(workers=4, PYTHONHASHSEED="3") == usual


def test_installation_order_changes_nothing(usual, monkeypatch):
    """Entry points found in another order give the same extractors and the same records."""
    found = plugin_loading.entry_points

    def backwards(**selection):
        return list(reversed(list(found(**selection))))

    monkeypatch.setattr(plugin_loading, "entry_points", backwards)
    pipeline = Pipeline()
    texts = [path.read_bytes().decode() for path in ARTICLES]
    lines = [pipeline.extract(text).to_json().encode() + b"\n" for text in texts]
    assert b"".join(lines) == usual
