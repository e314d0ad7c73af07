"""What the documentation shows runs: Python, sessions and commands, page by page, in order."""

import contextlib
import doctest
import inspect
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest
import typer

import newsfacts
from newsfacts import hookspecs
from newsfacts.cli.app import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
NOT_HERE = ("make ", "pip ", ". ")  # commands that set up what the suite already runs in


@attrs.frozen
class Block:
    """A fenced block: its language, its text, and the line of the page that it begins on."""

    language: str
    text: str
    line: int


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(found[1], found[2], text.count("\n", 0, found.start(2)) + 1)
        for found in FENCE.finditer(text)
    ]


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that has what a checkout has."""
    for shared in ("seeds", "examples"):
        (tmp_path / shared).symlink_to(ROOT / shared)
    monkeypatch.chdir(tmp_path)
    return tmp_path


RUNNING = [page for page in PAGES if {"python", "pycon"} & {b.language for b in blocks(page)}]


@pytest.mark.parametrize("page", RUNNING, ids=name)
def test_python_runs(page: Path, desk: Path) -> None:
    """The blocks of a page run in order, in one namespace, and sessions show what is shown."""
    names: dict[str, Any] = {"__name__": "__page__"}
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for block in blocks(page):
        if block.language == "python":
            padded = "\n" * (block.line - 1) + block.text  # so that a traceback names the line
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(padded, str(page), "exec"), names)
        elif block.language == "pycon":
            session = parser.get_doctest(block.text, names, name(page), str(page), block.line - 1)
            said = io.StringIO()
            runner.run(session, out=said.write, clear_globs=False)
            names = session.globs
            assert not said.getvalue(), said.getvalue()


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Give each command of a console block and what is shown after it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


CONSOLES = [page for page in PAGES if "console" in {block.language for block in blocks(page)}]


@pytest.mark.parametrize("page", CONSOLES, ids=name)
def test_commands_run(page: Path, desk: Path) -> None:
    """Commands succeed unless `[exit N]` is shown, and print what is shown, `...` for anything."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    for block in blocks(page):
        if block.language != "console":
            continue
        for command, shown in commands(block.text):
            if command.startswith(NOT_HERE):
                continue
            done = subprocess.run(
                ["sh", "-c", command], capture_output=True, text=True, check=False, cwd=desk,
                env={**os.environ, "PATH": path},
            )  # fmt: skip
            said = done.stdout + done.stderr
            said += f"[exit {done.returncode}]\n" if done.returncode else ""
            if shown:
                # What is shown may stop before the end.
                wanted = shown if "[exit" in shown else shown + "...\n"
                checker = doctest.OutputChecker()
                assert checker.check_output(wanted, said + "\n", doctest.ELLIPSIS) or (
                    checker.check_output(wanted, said, doctest.ELLIPSIS)
                ), f"$ {command}\n{said}"
            else:
                assert done.returncode == 0, f"$ {command}\n{said}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file that is there."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def holds(shown: Any, whole: Any, where: str = "$") -> None:
    """Assert that what is shown is part of the whole: its keys, its items, in order."""
    if isinstance(shown, dict):
        assert isinstance(whole, dict), where
        for key, value in shown.items():
            assert key in whole, f"{where}.{key}"
            holds(value, whole[key], f"{where}.{key}")
    elif isinstance(shown, list):
        rest = iter(whole)
        for number, item in enumerate(shown):
            assert any(_is_part(item, each) for each in rest), f"{where}[{number}]: {item}"
    else:
        assert shown == whole, where


def _is_part(shown: Any, whole: Any) -> bool:
    try:
        holds(shown, whole)
    except AssertionError:
        return False
    return True


def test_the_record_in_the_readme_is_what_its_article_gives() -> None:
    """Everything that the shortened record shows stands in the whole one."""
    found = blocks(ROOT / "README.md")
    article = next(block.text for block in found if block.language == "text")
    shown = json.loads(next(block.text for block in found if block.language == "json"))
    holds(shown, newsfacts.extract(article).to_dict())


HOOKS = {
    name: function
    for name, function in inspect.getmembers(hookspecs, inspect.isfunction)
    if name.startswith("newsfacts_")
}


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_is_described_and_tested(hook: str) -> None:
    """The reference has a heading with its arguments, and some test is named for it."""
    page = (ROOT / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
    arguments = ", ".join(inspect.signature(HOOKS[hook]).parameters)
    assert f"\n## {hook}({arguments})\n" in page
    tests = [path for path in ROOT.glob("tests/**/test_*.py") if path != Path(__file__)]
    assert any(f"def test_hook_{hook}(" in path.read_text(encoding="utf-8") for path in tests)


def test_no_hook_is_described_that_does_not_exist() -> None:
    """The reference is about the hooks there are."""
    page = (ROOT / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## (newsfacts_\w+)\(", page, re.MULTILINE)) == set(HOOKS)


def test_the_record_page_names_every_word_of_the_vocabulary() -> None:
    """Closed vocabularies and the fields of core classes stand on the page."""
    from newsfacts.model import ArticleInfo, record, values, vocabulary

    page = (ROOT / "docs" / "reference" / "record.md").read_text(encoding="utf-8")
    words = {
        *vocabulary.ACTOR_KINDS, *vocabulary.MODALITIES, *vocabulary.POLARITIES,
        *vocabulary.TENSES, *vocabulary.PARTICIPANT_ROLES, *vocabulary.FORMATS,
        *vocabulary.HARMS, *vocabulary.SCOPES, *vocabulary.VICTIM_KINDS, *values.MODIFIERS,
        *values.TIME_TYPES, *record.PUBLISHED_FROM,
    }  # fmt: skip
    assert not {word for word in words if f"`{word}`" not in page}
    for cls in (vocabulary.Actor, vocabulary.Event, vocabulary.Casualty, ArticleInfo):
        fields = {f.name for f in attrs.fields(cls) if not f.metadata.get("claim_only")}
        assert not {field for field in fields if not re.search(rf'[`"]{field}["`]', page)}


@pytest.mark.parametrize(("module", "heading"), [("newsfacts", ""), ("newsfacts.io", ".io")])
def test_the_page_of_names_lists_what_is_public(module: str, heading: str) -> None:
    """Every public name stands in a table of its module, and no other does."""
    page = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
    tables = re.findall(rf"^\| `newsfacts{heading}\.` \|.*?\n\n", page + "\n", re.M | re.S)
    rows = [row.split(" | ")[0] for table in tables for row in table.splitlines()[2:] if row]
    listed = [word for row in rows for word in re.findall(r"`(\w+)`", row)]
    assert sorted(listed) == sorted(set(import_module(module).__all__) - {"__version__"})


def test_the_page_of_the_command_describes_every_option() -> None:
    """Each subcommand has its section, and each option and exit status stands in it."""
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## newsfacts ([\w-]+)\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert sorted(sections) == sorted(commands)
    for name, command in commands.items():
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("-"):
                    assert option in sections[name], f"{name} {option}"
