"""A record as a person wants to read it, on a terminal or as plain text (needs rich)."""

import contextlib
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TYPE_CHECKING

from newsfacts.model import (
    Actor,
    Casualty,
    Conflict,
    Dateline,
    Event,
    Fact,
    PlaceMention,
    Record,
    TimeExpression,
)
from newsfacts.view.words import (
    clean,
    count_words,
    fact_words,
    names_of,
    place_words,
    quote,
    refs_words,
    role_words,
    time_words,
    value_words,
)

if TYPE_CHECKING:
    from rich.console import Console

PLAIN_WIDTH = 100
"""Columns of the output where it goes to no terminal."""

Row = tuple[str, str, str]
"""Label, details, and the words of the article that show it."""

_OWN_GROUPS = frozenset({"datelines", "dates", "places", "casualties", "credits"})
_MANY = 12


def write_records(records: Iterable[Record], out: IO[bytes]) -> None:
    """Write records one by one; coloured and as wide as the window where `out` is a terminal.

    Raises:
        ImportError: rich is not installed.
    """
    terminal = out.isatty()
    encoding = (terminal and getattr(sys.stdout, "encoding", None)) or "utf-8"
    stream = io.TextIOWrapper(out, encoding, "replace", newline="\n", write_through=True)
    try:
        for number, record in enumerate(records):
            stream.write("\n" if number else "")
            with console_on(stream, terminal=terminal) as console:
                print_record(record, console)
            stream.flush()
    finally:
        stream.detach()


@contextlib.contextmanager
def console_on(stream: IO[str], *, terminal: bool) -> Iterator["Console"]:
    """Give a console for one page; where it is no terminal, lines have no spaces at their end.

    Raises:
        ImportError: rich is not installed.
    """
    if terminal:
        yield console_for(stream, terminal=True)
        return
    page = io.StringIO()
    yield console_for(page, terminal=False)
    stream.writelines(f"{line.rstrip()}\n" for line in page.getvalue().split("\n")[:-1])


def console_for(stream: IO[str], *, terminal: bool) -> "Console":
    """Make a console that takes nothing in an article for markup.

    Raises:
        ImportError: rich is not installed.
    """
    from rich.console import Console

    if terminal:
        return Console(file=stream, markup=False, highlight=False, emoji=False)
    return Console(
        file=stream,
        width=PLAIN_WIDTH,
        color_system=None,
        force_terminal=False,
        markup=False,
        highlight=False,
        emoji=False,
    )


def print_record(record: Record, console: "Console") -> None:
    """Print one record: its head, then a section for each kind of fact that it has."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    title, details = head(record)
    console.print(Text(title, style="bold"))
    for line in details:
        console.print(Text(line, style="dim"))
    for name, rows in sections(record):
        console.print()
        console.print(Text(name, style="bold cyan"))
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(max_width=30)
        table.add_column()
        for label, said, words in rows:
            text = Text(said)
            if words:
                text.append((" " if said else "") + words, style="dim")
            table.add_row(Text(label, style="bold"), text)
        console.print(Padding(table, (0, 0, 0, 2), expand=False))


def head(record: Record) -> tuple[str, list[str]]:
    """Give a record's title and the lines under it."""
    info = record.article
    title = clean(info.title) if info.title else clean(info.id)
    known = [clean(info.id)] if info.title else []
    if info.published:
        origin = f" ({info.published_from})" if info.published_from else ""
        known.append(f"published {clean(info.published)}{origin}")
    else:
        known.append("no date of publication")
    if info.agencies:
        known.append(clean(", ".join(info.agencies)))
    known += [clean(each) for each in (info.source, info.language) if each]
    if info.authors:
        known.append(f"by {clean(', '.join(info.authors))}")
    known.append(f"{info.chars:,} characters")
    lines = [" · ".join(known)]
    if info.url:
        lines.append(clean(info.url))
    return title, lines


def sections(record: Record) -> Iterator[tuple[str, list[Row]]]:
    """Give a record's sections that are not empty, each a name and its rows."""
    names = names_of(record.actors)
    makers: tuple[tuple[str, Callable[[Record, dict[str, str]], Iterable[Row]]], ...] = (
        ("Dateline", _dateline),
        ("Who", _who),
        ("What", _what),
        ("Figures", _figures),
        ("When", _when),
        ("Where", _where),
    )
    found = False
    for name, make in makers:
        if rows := list(make(record, names)):
            found = True
            yield name, rows
    for group, facts in record.facts.items():
        if group not in _OWN_GROUPS and facts:
            found = True
            yield (
                clean(group).replace("_", " ").capitalize(),
                [("", fact_words(fact, names), quote(fact.evidence)) for fact in facts],
            )
    if not found:
        yield "Nothing found", []
    if record.conflicts:
        yield "Conflicts", [_conflict(each, record, names) for each in record.conflicts]
    if record.failures:
        yield (
            "Failures",
            [(clean(f.extractor), clean(f"{f.error}: {f.message}"), "") for f in record.failures],
        )


def _dateline(record: Record, names: dict[str, str]) -> Iterator[Row]:
    for fact in record.facts.get("datelines", ()):
        if isinstance(fact, Dateline):
            said = [place_words(place) for place in fact.places]
            said += [time_words(fact.date)] if fact.date else []
            said += [clean(each) for each in (*fact.agencies, *fact.authors)]
            yield "", " · ".join(said), quote(fact.evidence)


def _who(record: Record, names: dict[str, str]) -> Iterator[Row]:
    countries = []
    for actor in record.actors:
        said = _about_actor(actor, names)
        if actor.kind == "country" and not said:
            countries.append(names[actor.id])
        else:
            yield names[actor.id], " · ".join([actor.kind, *said]), ""
    if countries:
        yield "Countries", ", ".join(dict.fromkeys(countries)), ""


def _about_actor(actor: Actor, names: dict[str, str]) -> list[str]:
    said = [role_words(role, names) for role in actor.roles]
    if actor.country and actor.kind != "country":
        said.append(actor.country)
    if represents := refs_words(actor.represents, names):
        said.append(f"for {represents}")
    if head := refs_words([actor.head], names):
        said.append(f"led by {head}")
    if members := refs_words(actor.members, names):
        said.append(f"with {members}")
    others = [clean(alias) for alias in actor.aliases if clean(alias) != names[actor.id]]
    if others and actor.kind != "country":
        said.append(f"also {', '.join(others)}")
    return said


def _what(record: Record, names: dict[str, str]) -> Iterator[Row]:
    for event in record.events:
        yield (
            _event_label(event),
            " · ".join(_about_event(event, record, names)),
            quote(event.evidence),
        )
        for toll in event.tolls:
            yield "", f"toll: {clean(toll.harm)} {count_words(toll.count)}", ""


def _event_label(event: Event) -> str:
    not_so = "no " if event.polarity == "negative" else ""
    return f"{not_so}{clean(event.type)}"


def _about_event(event: Event, record: Record, names: dict[str, str]) -> list[str]:
    said = ["main event"] if event.id == record.main_event else []
    manner = [] if event.modality == "asserted" else [event.modality]
    manner += [] if event.tense == "unspecified" else [event.tense]
    manner += [event.format] if event.format else []
    if manner:
        said.append(", ".join(manner))
    parties = [
        names[part.actor] + (f" ({part.role})" if part.role != "participant" else "")
        for part in event.participants
        if isinstance(part.actor, str) and part.actor in names
    ]
    if parties:
        said.append(", ".join(parties))
    if event.place:
        said.append(f"in {place_words(event.place)}")
    if event.date:
        said.append(time_words(event.date))
    if event.topics:
        said.append(f"on {clean(', '.join(event.topics))}")
    if event.attribution:
        said.append(f"says {clean(event.attribution.text)}")
    return said


def _figures(record: Record, names: dict[str, str]) -> Iterator[Row]:
    by_id = {fact.id: fact for fact in record.casualties}
    for fact in record.casualties:
        denied = "not " if fact.polarity == "negative" else ""
        said = _about_figure(fact, by_id, names)
        yield f"{denied}{clean(fact.harm)}", " · ".join(said), quote(fact.evidence)


def _about_figure(fact: Casualty, by_id: dict[str, Casualty], names: dict[str, str]) -> list[str]:
    said = [count_words(fact.count)]
    if fact.victims:
        kind = f" ({fact.victims.kind.replace('_', ' ')})" if fact.victims.kind else ""
        said.append(clean(fact.victims.text) + kind)
    if fact.place:
        said.append(f"in {place_words(fact.place)}")
    if fact.date:
        said.append(time_words(fact.date))
    if fact.modality != "asserted":
        said.append(fact.modality)
    whole = by_id.get(fact.part_of) if isinstance(fact.part_of, str) else None
    if whole is not None:
        said.append(f"part of {count_words(whole.count)} {clean(whole.harm)}")
    elif fact.scope != "incident":
        said.append(fact.scope)
    if by := refs_words(fact.perpetrators, names):
        said.append(f"by {by}")
    if fact.attribution:
        said.append(f"says {clean(fact.attribution.text)}")
    return said


def _when(record: Record, names: dict[str, str]) -> Iterator[Row]:
    mentions: dict[str, list[str]] = {}
    for fact in record.facts.get("dates", ()):
        if isinstance(fact, TimeExpression):
            words = quote(fact.evidence)
            said = mentions.setdefault(time_words(fact.time), [])
            if words not in said:
                said.append(words)
    for value, words_of in mentions.items():
        yield value, "", ", ".join(words_of)


def _where(record: Record, names: dict[str, str]) -> Iterator[Row]:
    found = dict.fromkeys(
        place_words(fact.place)
        for fact in record.facts.get("places", ())
        if isinstance(fact, PlaceMention)
    )
    shown = list(found)[:_MANY]
    if len(found) > _MANY:
        shown.append(f"and {len(found) - _MANY} more")
    if shown:
        yield "", "; ".join(shown), ""


def _conflict(conflict: Conflict, record: Record, names: dict[str, str]) -> Row:
    subject = names.get(conflict.subject) or _subject(conflict.subject, record)
    rivals = "; ".join(
        f"{value_words(rival.value, names) or '?'} ({clean(rival.source)})"
        for rival in conflict.values
    )
    chosen = value_words(conflict.chosen, names)
    said = f"{rivals}; taken: {chosen}" if chosen else f"{rivals}; none taken"
    return clean(f"{subject} {conflict.field}".strip()), said, ""


def _subject(id: str, record: Record) -> str:
    if id == "article":
        return "article"
    fact: Fact | None = next((each for each in record.all_facts() if each.id == id), None)
    return quote(fact.evidence, limit=24) if fact else id
