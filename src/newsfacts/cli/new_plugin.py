"""`newsfacts new-plugin`: write a distribution that installs, passes the checks and has CI."""

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from newsfacts.cli.messages import say

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def run(name: str, folder: str | None) -> int:
    """Write the files below `folder` (default `newsfacts-NAME`); give the exit status."""
    if not _NAME.fullmatch(name):
        say(f"{name!r} is no name for a plugin: small letters, digits and hyphens, such as floods")
        return 2
    target = Path(folder or f"newsfacts-{name}")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        say(f"{target} is there already; nothing was written")
        return 2
    words = name.replace("-", "_")
    values = {
        "name": name,
        "package": f"newsfacts_{words}",
        "group": words,
        "fact": "".join(word.capitalize() for word in name.split("-")),
    }
    written = []
    for parts, source in _template(files("newsfacts.cli") / "template"):
        path = target.joinpath(*(_named(part, values["package"]) for part in parts))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template(source).substitute(values), encoding="utf-8")
        written.append(path)
    for path in sorted(written):
        say(f"wrote {path}")
    say(f"now: pip install -e '{target}[test]' && newsfacts check {name}")
    return 0


def _named(part: str, package: str) -> str:
    """Give a file or folder its own name: templates bear one that no tool mistakes."""
    if part == "package":
        return package
    return part.removesuffix(".tmpl").replace("dot_", ".", 1)


def _template(
    folder: Traversable, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _template(entry, (*above, entry.name))
        else:
            yield (*above, entry.name), entry.read_text(encoding="utf-8")
