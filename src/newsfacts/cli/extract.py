"""`newsfacts extract`: from the inputs to one output, with everything that can go wrong between."""

import contextlib
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Literal, cast

import attrs
import typer

from newsfacts.cli.messages import Messages
from newsfacts.cli.signals import Stopped, stopping_on_signals
from newsfacts.cli.stdout import TROUBLE, writing_to_stdout
from newsfacts.cli.unfinished import CannotResumeError, UnfinishedOutput, plan_of, why_not
from newsfacts.errors import ExtractionError
from newsfacts.io import Formats, Limits, Writer, formats, read_inputs, whole_file
from newsfacts.io.files import list_files
from newsfacts.model import Article, Record
from newsfacts.model.article import as_published
from newsfacts.pipeline import Pipeline
from newsfacts.plugins import load_plugins

OK = 0
USAGE = 2
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
    resume: bool
    budget: float | None
    limits: Mapping[str, str]
    verbose: bool


def run(options: Options) -> int:
    """Do it; give the exit status.

    Raises:
        typer.BadParameter: the options make no sense (exit status 2).
    """
    published = _checked_date(options.published)
    on_error = _checked_on_error(options.on_error)
    budget = _checked_budget(options.budget)
    limits = _checked_limits(options.limits)
    _check_output(options.output)
    messages = Messages()
    with messages.log(tracebacks=options.verbose):
        pipeline = Pipeline(
            block=options.block, on_error=on_error, budget=budget, max_article=limits.article
        )
        known = formats(pipeline.plugins, limits)
        for problem in (*_unknown_blocks(pipeline, options.block), *known.problems):
            messages.report(problem)
        _check_input_format(options.input_format, known)
        writer = _writer(options, known)
        reading = _Reading(options, known, published, limits, messages)
        unfinished: UnfinishedOutput | None = None
        written = _Written(messages)
        try:
            with stopping_on_signals():
                unfinished = _unfinished(options, pipeline, known, limits, writer, messages)
                with _output(options.output, unfinished) as out:
                    if _shows_bar(options):
                        messages.start_bar(list_files(options.inputs, known))
                    articles = reading.articles()
                    if unfinished is not None:
                        articles = _going_on(unfinished, articles, messages)
                    records = pipeline.map(articles, workers=options.workers)
                    with contextlib.closing(cast("_Closable", records)):
                        writer.write(written.counted(records), out)
                    out.flush()
        except ExtractionError as error:
            messages.report(str(error))
            if options.verbose:
                messages.traceback(error)
            if options.resume:
                messages.report(_left_of(options, unfinished, written))
            return TROUBLE
        except CannotResumeError as error:
            messages.report(str(error))
            return USAGE
        except OSError as error:
            messages.report(f"{options.output}: cannot be written: {error.strerror or error}")
            if options.resume:
                messages.report(_left_of(options, unfinished, written))
            return TROUBLE
        except (KeyboardInterrupt, Stopped) as error:
            lost = f"; {_left_of(options, unfinished, written)}" if options.output else ""
            how, status = ("interrupted", INTERRUPTED)
            if isinstance(error, Stopped):
                how, status = error.how, error.status
            messages.report(f"{how}{lost}")
            return status
        finally:
            messages.stop_bar()
    return TROUBLE if reading.problems else OK


def _unfinished(
    options: Options,
    pipeline: Pipeline,
    known: Formats,
    limits: Limits,
    writer: Writer,
    messages: Messages,
) -> UnfinishedOutput | None:
    """Give the output that can be gone on with; None where the output is no such.

    Raises:
        typer.BadParameter: it is to be gone on with and cannot be.
    """
    why = "there is no -o OUT to go on with"
    if options.output is not None:
        why = why_not(options.inputs, known, options.output, writer.name) or ""
    if why:
        if options.resume:
            raise typer.BadParameter(why, param_hint="--resume")
        return None
    settings = {
        "published": options.published, "block": sorted(options.block),
        "on_error": options.on_error, "input_format": options.input_format,
        "budget": options.budget, "max_article": limits.article, "max_line": limits.line,
        "max_unpacked": limits.unpacked,
    }  # fmt: skip
    plan = plan_of(options.inputs, settings, pipeline, known)
    output = cast("str", options.output)
    unfinished = UnfinishedOutput(output, plan, resume=options.resume)
    if unfinished.dropped:
        messages.report(
            f"{output}: begun anew; what an earlier run left is dropped (--resume goes on with it)"
        )
    return unfinished


def _going_on(
    unfinished: UnfinishedOutput, articles: Iterator[Article], messages: Messages
) -> Iterator[Article]:
    """Pass over the articles whose records are there, and say how many those are."""
    left = unfinished.left(articles)
    first = next(left, None)
    if unfinished.kept:
        messages.advance(articles=unfinished.kept)
        messages.report(f"going on after {unfinished.kept:,} records")
    if first is not None:
        yield first
        yield from left


def _left_of(options: Options, unfinished: UnfinishedOutput | None, written: "_Written") -> str:
    if unfinished is None:
        return f"{options.output} was not written"
    return unfinished.stopped(written.count)


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


def _checked_budget(seconds: float | None) -> float | None:
    if seconds is not None and not 0 < seconds < float("inf"):
        raise typer.BadParameter(f"{seconds} is not more than 0 seconds", param_hint="--budget")
    return seconds


_SIZE = r"(\d{1,15})\s?([kMGT]?)(?:i?B)?"
_UNITS = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40}


def _checked_limits(sizes: Mapping[str, str]) -> Limits:
    values: dict[str, int] = {}
    for name, size in sizes.items():
        found = re.fullmatch(_SIZE, size.strip(), re.IGNORECASE)
        values[name] = int(found[1]) * _UNITS[found[2].lower()] if found else 0
        if not values[name]:
            raise typer.BadParameter(
                f"{size!r} is no size; give bytes, as 5000, 64M or 1G", param_hint=f"--max-{name}"
            )
    return Limits(**values)


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
def _output(path: str | None, unfinished: UnfinishedOutput | None) -> Iterator[IO[bytes]]:
    if path is None:
        with writing_to_stdout():
            yield sys.stdout.buffer
    elif unfinished is not None:
        with unfinished.writing() as out:
            yield out
    else:
        with whole_file(path) as out:
            yield out


def _shows_bar(options: Options) -> bool:
    """Whether there is a terminal for the bar on which records do not go by themselves."""
    return sys.stderr.isatty() and (options.output is not None or not sys.stdout.isatty())


class _Written:
    """Counts records as they are written."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.count = 0

    def counted(self, records: Iterator[Record]) -> Iterator[Record]:
        for record in records:
            self._messages.advance(articles=1)
            yield record
            self.count += 1


class _Reading:
    """The articles of the inputs; problems go to stderr and are counted."""

    def __init__(
        self,
        options: Options,
        known: Formats,
        published: str | None,
        limits: Limits,
        messages: Messages,
    ) -> None:
        self.problems = 0
        self._limits = limits
        self._messages = messages
        self._options = options
        self._known = known
        self._published = published
        self._ids: set[str] = set()

    def articles(self) -> Iterator[Article]:
        options = self._options
        for source, item in read_inputs(
            options.inputs, self._known, options.input_format, self._messages.watch, self._limits
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
