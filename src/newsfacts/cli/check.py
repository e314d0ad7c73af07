"""`newsfacts check`: hold an installed plugin's extractors to the conformance checks."""

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import attrs

from newsfacts.cli.messages import say
from newsfacts.plugins import LoadedExtractor, load_plugins
from newsfacts.serialize import dumps
from newsfacts.view.words import clean

if TYPE_CHECKING:
    from newsfacts.testing import CheckResult

_NEEDED = ("hypothesis", "pytest", "time_machine")


@attrs.frozen(kw_only=True)
class Options:
    """What to check and how."""

    plugin: str
    only: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    max_examples: int = 40
    seed: int | None = None
    as_json: bool = False


def run(options: Options) -> int:
    """Check a plugin, or one extractor; give the exit status, 1 if a check failed."""
    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        say(f"checking needs {', '.join(missing)}: pip install 'newsfacts[testing]'")
        return 1
    loaded = load_plugins()
    chosen = [each for each in loaded.extractors if options.plugin in (each.plugin, each.name)]
    if not chosen:
        known = sorted({each.plugin for each in loaded.extractors})
        say(f"no plugin or extractor {options.plugin!r}; there are {', '.join(known) or 'none'}")
        for error in loaded.report.errors:
            say(error)
        return 2
    results = [result for each in chosen for result in _check(each, options)]
    if options.as_json:
        sys.stdout.write(dumps([attrs.asdict(result) for result in results], indent=2) + "\n")
    return 0 if all(result.ok for result in results) else 1


def _check(each: LoadedExtractor, options: Options) -> "list[CheckResult]":
    from newsfacts.testing.checks import check_extractor, report

    results = check_extractor(
        each.extractor,
        only=options.only or None,
        sentences=options.sentences,
        config=each.config,
        max_examples=options.max_examples,
        seed=options.seed,
    )
    if not options.as_json:
        sys.stdout.write(f"{each}\n")
        sys.stdout.write("".join(f"  {clean(line)}\n" for line in report(results).splitlines()))
    return results
