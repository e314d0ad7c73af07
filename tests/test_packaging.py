"""Each distribution states what it needs, carries its licence, and says what it is."""

import ast
import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = [ROOT, *sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))]
MODULES = {"ahocorasick-rs": "ahocorasick_rs"}
REQUIREMENT = re.compile(r"[\w.-]+")


@cache
def project(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]  # type: ignore[no-any-return]


def requirements(lines: list[str]) -> set[str]:
    found = (REQUIREMENT.match(line) for line in lines)
    return {match[0].lower() for match in found if match}


def imports(folder: Path) -> set[str]:
    """Give the modules from outside that a distribution's code imports."""
    found: set[str] = set()
    own = {path.stem for path in (folder / "src").iterdir()}
    for path in (folder / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - own - sys.stdlib_module_names


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_what_is_imported_is_required(folder: Path) -> None:
    """Every library that the code imports stands among the dependencies or in an extra."""
    extras = project(folder).get("optional-dependencies", {}).values()
    stated = requirements([*project(folder)["dependencies"], *(line for e in extras for line in e)])
    assert imports(folder) <= {MODULES.get(name, name.replace("-", "_")) for name in stated}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_distribution_carries_its_papers(folder: Path) -> None:
    """Licence, notice and readme are there and not empty, and the code is marked as typed."""
    for name in ("LICENSE", "NOTICE", "README.md"):
        assert (folder / name).read_text(encoding="utf-8").strip(), name
    assert (folder / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert project(folder)["license"] == "Apache-2.0"
    assert project(folder)["requires-python"] == ">=3.11"
    assert len(list((folder / "src").glob("*/py.typed"))) == 1


def test_a_plugin_needs_no_other_plugin() -> None:
    """Each plugin can be installed alone with the core."""
    for folder in FOLDERS[1:]:
        needed = requirements(project(folder)["dependencies"])
        assert {name for name in needed if name.startswith("newsfacts")} == {"newsfacts"}
        assert list(project(folder)["entry-points"]["newsfacts"]) == [folder.name]


def test_the_core_needs_what_it_says_and_no_more() -> None:
    """attrs, cattrs, pluggy, regex and one engine for many patterns."""
    needed = requirements(project(ROOT)["dependencies"])
    assert needed == {"ahocorasick-rs", "attrs", "cattrs", "pluggy", "regex"}


def test_the_lock_holds_every_requirement_with_hashes() -> None:
    """What development installs is pinned, hashed, and from no particular index."""
    lock = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    assert "://" not in lock
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))
    needed = {
        name
        for folder in FOLDERS
        for lines in (
            project(folder)["dependencies"],
            *project(folder).get("optional-dependencies", {}).values(),
        )
        for name in requirements(lines)
        if not name.startswith("newsfacts")
    }
    assert needed <= pinned.keys()
    blocks = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
