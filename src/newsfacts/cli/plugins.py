"""`newsfacts plugins`: what is loaded, what each plugin provides, and what failed and why."""

import logging
import sys
from typing import TYPE_CHECKING, Any

import attrs

from newsfacts import __version__
from newsfacts.cli.stdout import writing_to_stdout
from newsfacts.io import formats
from newsfacts.plugins import PluginStatus, load_plugins
from newsfacts.serialize import dumps
from newsfacts.view.pretty import console_on
from newsfacts.view.words import clean

if TYPE_CHECKING:
    from rich.console import Console


def run(*, as_json: bool, block: tuple[str, ...]) -> int:
    """Write the list to stdout; give the exit status, 1 if something failed to load."""
    log = logging.getLogger("newsfacts")
    quiet = logging.NullHandler()  # what would be logged stands in the list itself
    log.addHandler(quiet)
    before, log.propagate = log.propagate, False
    try:
        loaded = load_plugins(block=block)
        known = formats(loaded)
    finally:
        log.propagate = before
        log.removeHandler(quiet)
    errors = (*loaded.report.errors, *known.problems)
    order = tuple(each.name for each in loaded.extractors)
    with writing_to_stdout():
        if as_json:
            data = {
                "newsfacts": __version__,
                "plugins": [attrs.asdict(status) for status in loaded.report.plugins],
                "extractors": order,
                "readers": tuple(known.readers),
                "writers": tuple(known.writers),
                "errors": errors,
            }
            sys.stdout.buffer.write(dumps(data, indent=2).encode("utf-8") + b"\n")
        else:
            with console_on(sys.stdout, terminal=sys.stdout.isatty()) as console:
                _print(console, loaded.report.plugins, order, known.problems)
    return 1 if errors else 0


def _print(
    console: "Console",
    plugins: tuple[PluginStatus, ...],
    order: tuple[str, ...],
    problems: tuple[str, ...],
) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console.print(Text(f"newsfacts {__version__}"))
    if not plugins:
        console.print(Text("No plugin is installed."))
    for status in plugins:
        console.print()
        title = Text(clean(status.name), style="bold")
        if status.distribution:
            title.append("  " + clean(f"{status.distribution} {status.version}"), style="dim")
        console.print(title)
        table = Table.grid(padding=(0, 2, 0, 0))
        for label, said in _about(status):
            style = "red" if label == "failed" else ""
            table.add_row(Text(label), Text(clean(said), style=style))
        console.print(Padding(table, (0, 0, 0, 2), expand=False))
    console.print()
    for problem in problems:
        console.print(Text(clean(problem), style="red"))
    console.print(Text(f"Extractors in running order: {', '.join(order) or 'none'}"))


def _about(status: PluginStatus) -> list[tuple[str, Any]]:
    rows = [
        ("extractors", ", ".join(status.extractors)),
        ("provides", ", ".join(status.provides)),
        ("groups", ", ".join(status.groups)),
        ("blocked", "by name" if status.blocked else ""),
        *(("failed", error) for error in status.errors),
    ]
    return [row for row in rows if row[1]] or [("", "loaded")]
