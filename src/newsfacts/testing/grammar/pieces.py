"""Pieces of text with the facts that they state, and how pieces are put together.

Offsets are counted while text is concatenated; nothing is ever searched for.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from newsfacts import Article, Span
from newsfacts.testing.grammar.values import same

T = TypeVar("T")


def _as_fields(fields: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> tuple[Any, ...]:
    return tuple(fields.items() if isinstance(fields, Mapping) else fields)


@attrs.frozen
class Expected:
    """A fact that a stretch of text states, as far as the grammar is sure of it.

    Attributes:
        group: the group of facts in a record; `"article"` is the record's account of the article
            itself, which stands at no place in particular.
        fields: (path, value) pairs that must hold, and nothing else; given as a mapping. See
            `newsfacts.testing.grammar.values` for paths and values.
        start, end: the words that state it, in code points of the piece or article; the evidence
            of a found fact must share at least one character with them.
        construction: the name of the phrase that the fact was put in by.
        optional: neither missed when it is not found nor a false alarm when it is: what two
            careful readers may hold differently.
        lone: paths that hold only while no other sentence states a fact of the group: beside
            another figure, a figure may be read as its part.
    """

    group: str
    fields: tuple[tuple[str, Any], ...] = attrs.field(default=(), converter=_as_fields)
    start: int = 0
    end: int = 0
    construction: str = ""
    optional: bool = False
    lone: tuple[str, ...] = ()

    def in_company(self) -> "Expected":
        """Give what is still sure beside other sentences with facts of the group."""
        if not self.lone:
            return self
        kept = tuple(each for each in self.fields if each[0] not in self.lone)
        return attrs.evolve(self, fields=kept)

    def at(self, start: int, end: int) -> "Expected":
        """Give the same fact at other words."""
        return attrs.evolve(self, start=start, end=end)

    def field(self, path: str) -> Any:
        """Give the value that is stated for a path.

        Raises:
            KeyError: the grammar says nothing of it.
        """
        return dict(self.fields)[path]


@attrs.frozen
class Piece:
    """A stretch of text and the facts that it states, at their offsets in it."""

    text: str
    expected: tuple[Expected, ...] = ()

    def __add__(self, other: "Piece | str") -> "Piece":
        return joined((self, other))

    def capitalised(self) -> "Piece":
        """Begin with a capital letter, as at the start of a sentence."""
        first = self.text[:1].upper()
        return attrs.evolve(self, text=first + self.text[1:]) if len(first) == 1 else self

    def built_by(self, construction: str) -> "Piece":
        """Name the phrase that made this piece in those facts that name none yet."""
        return Piece(
            self.text,
            tuple(
                each if each.construction else attrs.evolve(each, construction=construction)
                for each in self.expected
            ),
        )

    def words_of(self, expected: Expected) -> str:
        """Give the words that state a fact."""
        return self.text[expected.start : expected.end]


def joined(parts: Iterable[Piece | str], separator: str = "") -> Piece:
    """Concatenate pieces and plain text; the facts' offsets move along."""
    text: list[str] = []
    expected: list[Expected] = []
    length = 0
    for number, part in enumerate(parts):
        if number and separator:
            text.append(separator)
            length += len(separator)
        if isinstance(part, str):
            words = part
        else:
            words = part.text
            expected += (each.at(each.start + length, each.end + length) for each in part.expected)
        text.append(words)
        length += len(words)
    return Piece("".join(text), tuple(expected))


_TOKEN = re.compile(r"\{(\w+)\}|<(/?)(\w+)>")


@cache
def _template(template: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    position = 0
    for match in _TOKEN.finditer(template):
        if match.start() > position:
            found.append(("text", template[position : match.start()]))
        slot, closing, mark = match.groups()
        found.append(("slot", slot) if slot else ("close" if closing else "open", mark))
        position = match.end()
    if position < len(template):
        found.append(("text", template[position:]))
    return tuple(found)


Marks = Expected | Sequence[Expected]


def fill(
    template: str, slots: Mapping[str, Piece | str] = {}, marks: Mapping[str, Marks] = {}
) -> Piece:
    """Fill a template: `{name}` takes a slot, `<name>...</name>` marks the words of facts.

    A mark without facts marks nothing; marks may nest and hold slots. Angle brackets and braces
    cannot be written in a template, but stand freely in slots.

    Raises:
        KeyError: a slot is not given.
        ValueError: a mark is closed that is not open, or is left open.
    """
    text: list[str] = []
    expected: list[Expected] = []
    opened: list[tuple[str, int]] = []
    length = 0
    for kind, value in _template(template):
        if kind == "open":
            opened.append((value, length))
            continue
        if kind == "close":
            if not opened or opened[-1][0] != value:
                raise ValueError(f"</{value}> closes nothing in {template!r}")
            start = opened.pop()[1]
            facts = marks.get(value, ())
            for fact in (facts,) if isinstance(facts, Expected) else facts:
                expected.append(fact.at(start, length))
            continue
        part = value if kind == "text" else slots[value]
        if isinstance(part, Piece):
            expected += (each.at(each.start + length, each.end + length) for each in part.expected)
            part = part.text
        text.append(part)
        length += len(part)
    if opened:
        raise ValueError(f"<{opened[-1][0]}> is not closed in {template!r}")
    return Piece("".join(text), tuple(expected))


@attrs.frozen
class Person:
    """An invented person of a real country: `iso` is ISO 3166-1 alpha-2."""

    name: str
    iso: str
    country: str
    demonym: str


@attrs.frozen
class Scene:
    """What a phrase may build on: the article's date, and persons that no other sentence names.

    `published` is None where the article states no date: a phrase then leaves out what would
    have to be resolved against it.
    """

    published: datetime.date | None
    people: tuple[Person, ...]


Pieces = st.SearchStrategy[Piece] | Callable[[Scene], st.SearchStrategy[Piece]]


PARTS = ("body", "head", "tail")


def _as_names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


@attrs.frozen
class Phrase:
    """A way of saying something: what a grammar is extended with.

    Attributes:
        name: how score tables and errors call it, such as `"casualties.passive"`.
        groups: the groups of facts that it states; none for a sentence that states nothing.
        pieces: a strategy for whole sentences with their full stop, or a function that is given
            the scene and returns one.
        where: `"body"` for sentences, `"head"` for what stands before the first one, `"tail"`
            for what stands after the last.
    """

    name: str
    groups: tuple[str, ...] = attrs.field(converter=_as_names)
    pieces: Pieces
    where: str = attrs.field(default="body", validator=attrs.validators.in_(PARTS))

    def strategy(self, scene: Scene) -> st.SearchStrategy[Piece]:
        """Give the strategy that draws a piece for a scene."""
        drawn = self.pieces if isinstance(self.pieces, st.SearchStrategy) else self.pieces(scene)
        return drawn.map(lambda piece: piece.built_by(self.name))


def phrase(
    name: str, *groups: str, where: str = "body"
) -> Callable[[Callable[[st.DrawFn, Scene], Piece]], Phrase]:
    """Make a phrase of a function of `draw` and the scene that returns a piece."""

    def decorate(function: Callable[[st.DrawFn, Scene], Piece]) -> Phrase:
        return Phrase(
            name=name, groups=groups, pieces=lambda scene: _pieces(function, scene), where=where
        )

    return decorate


@st.composite
def _pieces(draw: st.DrawFn, function: Callable[[st.DrawFn, Scene], Piece], scene: Scene) -> Piece:
    return function(draw, scene)


@cache
def _positions(count: int) -> st.SearchStrategy[int]:
    return st.sampled_from(range(count))


def choose(draw: st.DrawFn, options: Sequence[T]) -> T:
    """Draw one of some options; shrinks towards the first. The strategy is made once a length."""
    return options[draw(_positions(len(options)))] if len(options) > 1 else options[0]


@attrs.frozen
class Closed:
    """A group of facts of which a truth states all: anything else found there is a false alarm.

    `where` narrows it to facts with these fields (values as in `Expected.fields`).
    """

    group: str
    where: tuple[tuple[str, Any], ...] = attrs.field(default=(), converter=_as_fields)

    def covers(self, group: str, read: Callable[[str], Any]) -> bool:
        """Tell whether a found fact, read by its paths, must be among the expected ones."""
        return group == self.group and all(same(value, read(path)) for path, value in self.where)


@attrs.frozen
class Truth:
    """An article and the facts that it states.

    Attributes:
        article: the article.
        expected: the facts, in order of position.
        closed: the groups of which `expected` is the whole.
    """

    article: Article
    expected: tuple[Expected, ...]
    closed: tuple[Closed, ...] = ()

    def of_group(self, group: str) -> tuple[Expected, ...]:
        """Give the facts of a group that must be found."""
        return tuple(each for each in self.expected if each.group == group and not each.optional)

    def span(self, expected: Expected) -> Span:
        """Give the span of the words that state a fact."""
        return Span.of(self.article.text, expected.start, expected.end)

    def __repr__(self) -> str:
        lines = [f"text: {self.article.text!r}", f"published: {self.article.published}"]
        for each in self.expected:
            words = self.article.text[each.start : each.end]
            fields = ", ".join(f"{path}={value!r}" for path, value in each.fields)
            mark = " (optional)" if each.optional else ""
            lines.append(f"{each.group} {words!r}: {fields}{mark} [{each.construction}]")
        return "Truth(\n  " + "\n  ".join(lines) + "\n)"
