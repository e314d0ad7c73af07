"""A folder to install made-up distributions into, and a process that finds them there."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

OURS = ("actors", "casualties", "dateline", "delegations", "places")

HEALTHY = '''
    from newsfacts import Casualty, Count, Extractor, Span, hookimpl

    class Deaths(Extractor):
        """One killed for every "died"."""

        name = "deaths"
        version = "1.0"
        cues = ("died",)
        provides = ("casualties",)

        def extract(self, article, context):
            for hit in context.cue_hits:
                yield Casualty(
                    harm="killed",
                    count=Count.of(1, text="died"),
                    evidence=Span.of(article.text, hit.start, hit.end),
                )

    @hookimpl
    def newsfacts_extractors():
        return [Deaths()]
'''
"""A plugin that works, to stand beside those that do not."""


class Site:
    """A folder that looks like site-packages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def module(self, name: str, source: str) -> None:
        """Put a module there."""
        (self.folder / f"{name}.py").write_text(dedent(source), encoding="utf-8")

    def distribution(self, name: str, version: str, points: Mapping[str, str]) -> None:
        """Put a distribution's metadata there, with its entry points of the group `newsfacts`."""
        info = self.folder / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8"
        )
        lines = [f"{point} = {target}" for point, target in points.items()]
        (info / "entry_points.txt").write_text(
            "[newsfacts]\n" + "\n".join(lines) + "\n", encoding="utf-8"
        )

    def plugin(self, name: str, source: str, *, distribution: str = "", version: str = "") -> None:
        """Install a plugin of one module."""
        self.module(f"{name}_plugin", source)
        self.distribution(
            distribution or f"newsfacts-{name}", version or "0.2", {name: f"{name}_plugin"}
        )

    def healthy(self) -> None:
        """Install a plugin that works."""
        self.plugin("healthy", HEALTHY)

    def run(self, code: str, *, hash_seed: str = "0", status: int = 0) -> Any:
        """Run code in a process that sees the folder; give what it hands to `say(...)`.

        `loaded()` loads all plugins but the project's own five.
        """
        prelude = f"""
            import json, sys
            from newsfacts import *
            OURS = {OURS!r}
            def loaded(**options):
                return load_plugins(block=(*OURS, *options.pop("block", ())), **options)
            def say(value):
                sys.stdout.write(json.dumps(value, default=list))
        """
        done = subprocess.run(
            [sys.executable, "-c", dedent(prelude) + dedent(code)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "PYTHONPATH": str(self.folder), "PYTHONHASHSEED": hash_seed},
        )
        assert done.returncode == status, done.stdout + done.stderr
        return json.loads(done.stdout) if done.stdout else done.stderr

    def errors(self) -> dict[str, list[str]]:
        """Load everything; give the messages about each plugin that has some."""
        return self.run(  # type: ignore[no-any-return]
            "say({each.name: each.errors for each in loaded().report.plugins if each.errors})"
        )

    def works(self) -> bool:
        """Whether the healthy plugin finds what it should, whatever stands beside it."""
        return self.run(  # type: ignore[no-any-return]
            """
            record = Pipeline(plugins=loaded()).extract("Two men died. A woman died.")
            spans = [span.text for fact in record.casualties for span in fact.evidence]
            say(spans == ["died", "died"] and not record.failures)
            """
        )


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty folder to install plugins into."""
    folder = tmp_path / "site"
    folder.mkdir()
    return Site(folder)
