"""`newsfacts extract`: from the inputs to one output, with everything that can go wrong between."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Literal, cast

import attrs
import typer

from newsfacts.cli.messages import Messages
from newsfacts.cli.stdout import TROUBLE, writing_to_stdout
from newsfacts.errors import ExtractionError
from newsfacts.io import Formats, Writer, formats, read_inputs, whole_file
from newsfacts.io.files import list_files
from newsfacts.model import Article, Record
from newsfacts.model.article import as_published
from newsfacts.pipeline import Pipeline
from newsfacts.plugins import load_plugins

OK = 0
INTERRUPTED = 130
_IDS_CHECKED = 100_000


@attrs.frozen(kw_only=True)
class Options:
    """What the command was asked to do."""

    inputs: tuple[str, ...]
    output: str | None
    format: str | None
    published: str | None
    workers: int
    block: tuple[str, ...]
    on_error: str
    input_format: str | None
    verbose: bool


def run(options: Options) -> int:
    """Do it; give the exit status.

    Raises:
        typer.BadParameter: the options make no sense (exit status 2).
    """
    published = _checked_date(options.published)
    on_error = _checked_on_error(options.on_error)
    _check_output(options.output)
    messages = Messages()
    with messages.log(tracebacks=options.verbose):
        pipeline = Pipeline(block=options.block, on_error=on_error)
        known = formats(pipeline.plugins)
        for problem in (*_unknown_blocks(pipeline, options.block), *known.problems):
            messages.report(problem)
        _check_input_format(options.input_format, known)
        writer = _writer(options, known)
        reading = _Reading(options, known, published, messages)
        try:
            with _output(options.output) as out:
                if _shows_bar(options):
                    messages.start_bar(list_files(options.inputs, known))
                records = pipeline.map(reading.articles(), workers=options.workers)
                with contextlib.closing(cast("_Closable", records)):
                    writer.write(_counted(records, messages), out)
                out.flush()
        except ExtractionError as error:
            messages.report(str(error))
            if options.verbose:
                messages.traceback(error)
            return TROUBLE
        except OSError as error:
            messages.report(f"{options.output}: cannot be written: {error.strerror or error}")
            return TROUBLE
        except KeyboardInterrupt:
            lost = f"; {options.output} was not written" if options.output else ""
            messages.report(f"interrupted{lost}")
            return INTERRUPTED
        finally:
            messages.stop_bar()
    return TROUBLE if reading.problems else OK


class _Closable(Iterator[Record]):
    def close(self) -> None: ...


def _checked_date(published: str | None) -> str | None:
    try:
        return as_published(published)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from None


def _checked_on_error(word: str) -> Literal["raise", "record"]:
    if word not in ("raise", "record"):
        raise typer.BadParameter(f"{word!r} is none of raise, record", param_hint="--on-error")
    return cast("Literal['raise', 'record']", word)


def _check_output(output: str | None) -> None:
    if output is None:
        return
    path = Path(output)
    if path.is_dir():
        raise typer.BadParameter(f"{output} is a folder", param_hint="-o")
    if not path.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {path.parent}", param_hint="-o")


def _check_input_format(name: str | None, known: Formats) -> None:
    if name is not None and name not in known.readers:
        raise typer.BadParameter(
            f"{name!r} is none of {', '.join(known.readers)}", param_hint="--input-format"
        )


def _unknown_blocks(pipeline: Pipeline, block: tuple[str, ...]) -> Iterator[str]:
    unknown = set(block) - {status.name for status in pipeline.report.plugins}
    if unknown:  # an extractor that is blocked leaves no trace: look at what would run without
        unknown -= {each.name for each in load_plugins().extractors}
    for name in sorted(unknown):
        yield f"--block {name}: there is no plugin or extractor of this name"


def _writer(options: Options, known: Formats) -> Writer:
    if options.format is not None:
        writer = known.writers.get(options.format)
        if writer is None:
            raise typer.BadParameter(
                f"{options.format!r} is none of {', '.join(known.writers)}", param_hint="--format"
            )
        return writer
    if options.output is not None:
        name = options.output.lower().removesuffix(".gz")
        return known.writer_for(name) or known.writers["jsonl"]
    return known.writers["pretty" if sys.stdout.isatty() else "jsonl"]


@contextlib.contextmanager
def _output(path: str | None) -> Iterator[IO[bytes]]:
    if path is None:
        with writing_to_stdout():
            yield sys.stdout.buffer
    else:
        with whole_file(path) as out:
            yield out


def _shows_bar(options: Options) -> bool:
    """Whether there is a terminal for the bar on which records do not go by themselves."""
    return sys.stderr.isatty() and (options.output is not None or not sys.stdout.isatty())


def _counted(records: Iterator[Record], messages: Messages) -> Iterator[Record]:
    for record in records:
        messages.advance(articles=1)
        yield record


class _Reading:
    """The articles of the inputs; problems go to stderr and are counted."""

    def __init__(
        self, options: Options, known: Formats, published: str | None, messages: Messages
    ) -> None:
        self.problems = 0
        self._messages = messages
        self._options = options
        self._known = known
        self._published = published
        self._ids: set[str] = set()

    def articles(self) -> Iterator[Article]:
        options = self._options
        for source, item in read_inputs(
            options.inputs, self._known, options.input_format, self._messages.watch
        ):
            if not isinstance(item, Article):
                self.problems += 1
                self._messages.problem(item)
                continue
            self._warn_of_twins(source, item)
            if self._published and not item.published:
                item = attrs.evolve(item, published=self._published)
            yield item

    def _warn_of_twins(self, source: str, article: Article) -> None:
        if article.id in self._ids:
            self._messages.report(
                f"{source}: another article has the id {article.id!r} too; both are kept"
            )
        elif len(self._ids) < _IDS_CHECKED:
            self._ids.add(article.id)
