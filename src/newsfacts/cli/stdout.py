"""Writing to stdout: whoever reads it may go away, and what it leads to may be full."""

import contextlib
import os
import sys
from collections.abc import Iterator

import typer

from newsfacts.cli.messages import say

TROUBLE = 1
BROKEN_PIPE = 141
"""The exit status of a process that SIGPIPE ended, as shells show it."""


@contextlib.contextmanager
def writing_to_stdout() -> Iterator[None]:
    """End the command where stdout cannot be written.

    Raises:
        typer.Exit: quietly, if its reader has gone; after a message, if something else is wrong.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_what_is_left()
        raise typer.Exit(BROKEN_PIPE) from None
    except OSError as error:
        say(f"stdout: cannot be written: {error.strerror or error}")
        _drop_what_is_left()
        raise typer.Exit(TROUBLE) from None


def _drop_what_is_left() -> None:
    """Lead stdout nowhere: what its buffer holds would be tried, and complained of, at exit."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)
