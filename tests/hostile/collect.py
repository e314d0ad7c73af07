"""Every pattern that the core and its plugins compile, found by watching them do it.

Run as a script, in a process of its own: both pattern engines are watched before anything of the
project is imported; then all modules are imported, cached tables made, pattern books compiled and
articles extracted. What was compiled is written as JSON, with how each pattern was used. Call sites
that were not reached are read from the source where their pattern stands there as a literal, and
named where it does not.
"""

import ast
import functools
import gc
import importlib
import inspect
import json
import pkgutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import re  # isort: skip
import regex

PACKAGES = (
    "newsfacts", "newsfacts_places", "newsfacts_actors", "newsfacts_dateline",
    "newsfacts_casualties", "newsfacts_delegations",
)  # fmt: skip
NOT_FOR_ARTICLES = ("newsfacts.testing", "newsfacts.cli.template")
FUNCTIONS = (
    "compile",
    "search",
    "match",
    "fullmatch",
    "split",
    "findall",
    "finditer",
    "sub",
    "subn",
)
ENGINES: dict[str, ModuleType] = {"re": re, "regex": regex}

Key = tuple[str, str, int]
used: dict[Key, set[str]] = {}
sites: set[tuple[str, int]] = set()


class Watched:
    """A compiled pattern that notes which of its methods are called."""

    def __init__(self, pattern: Any, key: Key) -> None:
        self._pattern = pattern
        self._key = key

    def __getattr__(self, name: str) -> Any:
        if name in FUNCTIONS:
            used[self._key].add(name)
        return getattr(self._pattern, name)


def _ours(file: str) -> bool:
    path = file.replace("\\", "/")
    return "/newsfacts/testing/" not in path and any(f"/{each}/" in path for each in PACKAGES)


def watch(engine: str, name: str) -> None:
    """Replace a function of an engine by one that notes what it is given."""
    module = ENGINES[engine]
    whole: Callable[..., Any] = getattr(module, name)

    @functools.wraps(whole)
    def watched(pattern: Any, *args: Any, **kwargs: Any) -> Any:
        frame = sys._getframe(1)
        if isinstance(pattern, Watched):
            pattern = pattern._pattern
        if not isinstance(pattern, str) or not _ours(frame.f_code.co_filename):
            return whole(pattern, *args, **kwargs)
        sites.add((frame.f_code.co_filename, frame.f_lineno))
        flags = int(args[0]) if name == "compile" and args else int(kwargs.get("flags", 0))
        key = (engine, pattern, flags)
        used.setdefault(key, set())
        if name != "compile":
            used[key].add(name)
            return whole(pattern, *args, **kwargs)
        return Watched(whole(pattern, *args, **kwargs), key)

    setattr(module, name, watched)


def modules() -> Iterator[ModuleType]:
    for package in PACKAGES:
        try:
            root = importlib.import_module(package)
        except ImportError:  # each plugin is installable alone
            continue
        yield root
        for found in pkgutil.walk_packages(root.__path__, f"{package}."):
            if not found.name.startswith(NOT_FOR_ARTICLES) and "__main__" not in found.name:
                yield importlib.import_module(found.name)


def _needs_nothing(function: Any) -> bool:
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return False
    return all(
        each.default is not each.empty or each.kind in (each.VAR_POSITIONAL, each.VAR_KEYWORD)
        for each in parameters
    )


def make_all(found: list[ModuleType]) -> None:
    """Make what is made when first used: cached tables, and all parts of pattern books."""
    from newsfacts.text import PatternBook

    for module in found:
        for value in list(vars(module).values()):
            if hasattr(value, "cache_info") and _needs_nothing(value):
                value()
    for each in gc.get_objects():
        if isinstance(each, PatternBook):
            for part in each:
                each[part]


def extract_all() -> None:
    """Have every pattern used that usual and unusual articles have used."""
    from articles import SEEDS, kinds

    from newsfacts import Pipeline

    pipeline = Pipeline()
    pipeline.warm_up()
    for path in sorted(SEEDS.glob("*.txt")):
        pipeline.extract(path.read_bytes().decode())
    for make in kinds().values():
        pipeline.extract(make(600))


def literal_sites(file: Path) -> Iterator[tuple[str, ast.Call]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id in ENGINES
            and node.func.attr in FUNCTIONS
        ):
            yield node.func.value.id, node


def missing(found: list[ModuleType]) -> Iterator[str]:
    """Take patterns from the source of call sites not reached; name those that cannot be."""
    by_file = {Path(module.__file__): vars(module) for module in found if module.__file__}
    for file, names in sorted(by_file.items()):
        for engine, call in literal_sites(file):
            reached = any(
                (str(file), line) in sites
                for line in range(call.lineno, (call.end_lineno or 0) + 1)
            )
            if reached:
                continue
            first = call.args[0]
            try:
                pattern = (
                    names[first.id] if isinstance(first, ast.Name) else ast.literal_eval(first)
                )
            except (KeyError, ValueError):
                yield f"{file}:{call.lineno}"
            else:
                used.setdefault((engine, pattern, 0), set()).add(call.func.attr)  # type: ignore[attr-defined]


def uses_in_source(found: list[ModuleType]) -> None:
    """Where a pattern was made but not used, look in the source for how it would be."""
    from newsfacts.text import PatternBook

    source = "\n".join(
        Path(module.__file__).read_text(encoding="utf-8") for module in found if module.__file__
    )
    named: dict[Key, set[str]] = {}
    for module in found:
        for name, value in vars(module).items():
            if isinstance(value, Watched):
                named.setdefault(value._key, set()).add(rf"\b{name}")
            elif isinstance(value, PatternBook):
                for part in value:
                    pattern = value[part]
                    if isinstance(pattern, Watched):
                        named.setdefault(pattern._key, set()).add(rf"\w\[\"{part}\"\]")
    for key, names in named.items():
        if not used[key]:
            for name in names:
                used[key] |= set(re.findall(rf"{name}\.({'|'.join(FUNCTIONS)})\(", source))


def main() -> None:
    for engine in ENGINES:
        for name in FUNCTIONS:
            watch(engine, name)
    found = list(modules())
    make_all(found)
    extract_all()
    unknown = list(missing(found))
    uses_in_source(found)
    patterns = [
        {"engine": engine, "pattern": pattern, "flags": flags, "used": sorted(methods)}
        for (engine, pattern, flags), methods in sorted(used.items())
    ]
    json.dump({"patterns": patterns, "unknown": unknown}, sys.stdout)


if __name__ == "__main__":
    main()
