"""The `newsfacts` command (extra: `newsfacts[cli]`)."""

import os
import sys
from importlib.util import find_spec

_NEEDED = ("rich", "typer")


def main() -> None:
    """Run the command; say what to install where a library that it needs is missing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started the command
            setattr(sys, name, open(os.devnull, mode))  # noqa: PTH123, SIM115 - kept open
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        sys.stderr.write(
            f"The newsfacts command needs {' and '.join(missing)}, which"
            f" {'is' if len(missing) == 1 else 'are'} not installed.\n"
            'Install them with: pip install "newsfacts[cli]"\n'
        )
        raise SystemExit(1)
    try:
        from newsfacts.cli.app import app

        app(prog_name="newsfacts")
    except KeyboardInterrupt:
        raise SystemExit(130) from None
