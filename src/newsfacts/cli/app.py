"""The subcommands and their options."""

import sys
from typing import Annotated

import typer

from newsfacts import __version__
from newsfacts.cli import check as checking
from newsfacts.cli import extract as extracting
from newsfacts.cli import new_plugin as beginning
from newsfacts.cli import plugins as listing
from newsfacts.cli.messages import Messages
from newsfacts.cli.stdout import writing_to_stdout

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsfacts {__version__}")
        raise typer.Exit


@app.callback()
def newsfacts(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Find facts in news articles: who, what, where, when and how many, each with its words."""


@app.command()
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|DIR|-...",
            help="Files (.txt, .jsonl, either also with .gz), folders of such, or - for stdin.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Write to this file, whole or not at all, instead of stdout.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="jsonl|json|pretty",
            help="Output format. Default: pretty on a terminal, jsonl elsewhere.",
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Date (2024-02-13, 2024-02) of the articles that do not carry one.",
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, help="Number of worker processes.")
    ] = 1,
    block: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Do without this plugin or extractor; repeatable."),
    ] = None,
    on_error: Annotated[
        str,
        typer.Option(
            metavar="raise|record",
            help="Stop at the first extractor that fails, or list it in the record and go on.",
        ),
    ] = "record",
    input_format: Annotated[
        str | None,
        typer.Option(
            metavar="text|jsonl",
            help="Read the named files and stdin in this format, whatever their suffix.",
        ),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Go on after the records that an earlier run of this command left, whatever"
            " ended it, and keep those of this one if it is ended.",
        ),
    ] = False,
    budget: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS",
            help="Time for one article; one that takes longer gets a partial record that says so.",
        ),
    ] = None,
    max_article: Annotated[
        str,
        typer.Option(metavar="SIZE", help="Most bytes that an article's text may have, as 16M."),
    ] = "16M",
    max_line: Annotated[
        str, typer.Option(metavar="SIZE", help="Most bytes that a line of JSON may have.")
    ] = "16M",
    max_unpacked: Annotated[
        str,
        typer.Option(
            metavar="SIZE",
            help="Most bytes that a compressed file may unpack to, if over 100 times its size.",
        ),
    ] = "1G",
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Show tracebacks of what failed.")
    ] = False,
) -> None:
    """Extract records from articles."""
    options = extracting.Options(
        inputs=tuple(inputs),
        output=output,
        format=format,
        published=published,
        workers=workers,
        block=tuple(block or ()),
        on_error=on_error,
        input_format=input_format,
        resume=resume,
        budget=budget,
        limits={"article": max_article, "line": max_line, "unpacked": max_unpacked},
        verbose=verbose,
    )
    raise typer.Exit(extracting.run(options))


@app.command()
def plugins(
    json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    block: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Do without this plugin or extractor; repeatable."),
    ] = None,
) -> None:
    """List the plugins: what each provides, and why one failed to load (exit status 1)."""
    raise typer.Exit(listing.run(as_json=json, block=tuple(block or ())))


@app.command()
def schema(
    claims: Annotated[
        bool, typer.Option("--claims", help="The schema of claim sets instead of records.")
    ] = False,
) -> None:
    """Write the JSON Schema of records, fact types of installed plugins included."""
    from newsfacts.schema import claims_schema, record_schema
    from newsfacts.serialize import dumps

    with Messages().log(tracebacks=False), writing_to_stdout():
        made = claims_schema() if claims else record_schema()
        sys.stdout.buffer.write(dumps(made, indent=2).encode("utf-8") + b"\n")


@app.command()
def check(
    plugin: Annotated[
        str, typer.Argument(metavar="PLUGIN", help="Name of an installed plugin or extractor.")
    ],
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="CHECK", help="Run this check only; repeatable."),
    ] = None,
    sentence: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT",
            help="A text in which it finds something, instead of its own examples; repeatable.",
        ),
    ] = None,
    max_examples: Annotated[
        int, typer.Option(metavar="N", min=1, help="Articles drawn for each check.")
    ] = 40,
    seed: Annotated[
        int | None,
        typer.Option(metavar="N", help="Draw other articles than the usual ones."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Hold a plugin's extractors to the conformance checks (exit status 1 if one fails)."""
    options = checking.Options(
        plugin=plugin,
        only=tuple(only or ()),
        sentences=tuple(sentence or ()),
        max_examples=max_examples,
        seed=seed,
        as_json=json,
    )
    raise typer.Exit(checking.run(options))


@app.command("new-plugin")
def new_plugin(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Such as floods.")],
    folder: Annotated[
        str | None,
        typer.Option("--into", metavar="DIR", help="Where to write it; by default newsfacts-NAME."),
    ] = None,
) -> None:
    """Write the beginnings of a plugin: a distribution with its tests and CI."""
    raise typer.Exit(beginning.run(name, folder))
