"""Expected spans written inside the sentence, so that nobody counts characters."""

import re
from collections.abc import Mapping

import attrs

from newsfacts import FrozenMap, Span

_TAG = re.compile(
    r"<(?P<close>/?)(?P<label>[a-z][a-z_]*)(?P<attributes>(?:\s+[a-z_]+=(?:\"[^\"]*\"|[^\s\">]+))*)\s*>"
)
_ATTRIBUTE = re.compile(r"([a-z_]+)=(?:\"([^\"]*)\"|([^\s\">]+))")


@attrs.frozen
class Mark:
    """A labelled span with the values expected of it, as text."""

    label: str
    span: Span
    attributes: Mapping[str, str] = attrs.field(factory=FrozenMap, converter=FrozenMap)


@attrs.frozen
class MarkedText:
    """A text and the marks that stood in it, by position, the outer before the inner."""

    text: str
    marks: tuple[Mark, ...] = ()


def parse_marked(marked: str) -> MarkedText:
    """Read a text with marks: `"<killed value=12>12 people</killed> died"`.

    A mark is `<label key=value key="two words">...</label>`; marks may nest. A `<` that begins no
    mark stands for itself.

    Raises:
        ValueError: a mark is not closed, closed twice, closed out of order, or empty.
    """
    out: list[str] = []
    size = 0
    at = 0
    stack: list[tuple[str, int, dict[str, str], int]] = []
    marks: list[tuple[int, int, int, str, dict[str, str]]] = []
    for order, tag in enumerate(_TAG.finditer(marked)):
        out.append(marked[at : tag.start()])
        size += tag.start() - at
        at = tag.end()
        if not tag["close"]:
            attributes = {
                name: quoted or bare for name, quoted, bare in _ATTRIBUTE.findall(tag["attributes"])
            }
            stack.append((tag["label"], size, attributes, order))
            continue
        if not stack or stack[-1][0] != tag["label"]:
            raise ValueError(f"</{tag['label']}> closes no open mark in {marked!r}")
        label, start, attributes, opened = stack.pop()
        if start == size:
            raise ValueError(f"<{label}> marks nothing in {marked!r}")
        marks.append((start, -size, opened, label, attributes))
    if stack:
        raise ValueError(f"<{stack[-1][0]}> is never closed in {marked!r}")
    out.append(marked[at:])
    text = "".join(out)
    return MarkedText(
        text,
        tuple(
            Mark(label, Span.of(text, start, -end), attributes)
            for start, end, _, label, attributes in sorted(marks, key=lambda mark: mark[:3])
        ),
    )


def write_marked(marked: MarkedText) -> str:
    """Write what `parse_marked` reads.

    Raises:
        ValueError: marks cross, or an attribute holds a double quote.
    """
    edges: list[tuple[int, int, int, str]] = []
    open_until: list[int] = []
    for order, mark in enumerate(marked.marks):
        start, end = mark.span.start, mark.span.end
        while open_until and open_until[-1] <= start:
            open_until.pop()
        if open_until and end > open_until[-1]:
            raise ValueError(f"marks cross at {mark.span}")
        open_until.append(end)
        attributes = "".join(f" {name}={_quoted(value)}" for name, value in mark.attributes.items())
        edges.append((start, 1, order, f"<{mark.label}{attributes}>"))
        edges.append((end, 0, -order, f"</{mark.label}>"))
    out: list[str] = []
    at = 0
    for position, _, _, tag in sorted(edges):
        out += [marked.text[at:position], tag]
        at = position
    return "".join([*out, marked.text[at:]])


def _quoted(value: str) -> str:
    if '"' in value:
        raise ValueError(f"a mark cannot hold a double quote: {value!r}")
    return value if re.fullmatch(r"[^\s\">]+", value) else f'"{value}"'
