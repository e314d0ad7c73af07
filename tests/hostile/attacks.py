"""Texts that a pattern may take long over, made from the pattern itself."""

import re
import warnings
from collections.abc import Iterator
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from re import _constants as code  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]

MANY = 8
"""A repeat that may come more often than this is worth attacking."""

PIECES = (
    "a", "A", "1", " ", "\n", ".", ",", "-", "'", '"', "(", "[", "“", "/", "\t", "aA", "a ", "A ",
    "1 ", "1,", "1.", "1-", "a.", "A.", "A. ", "a-", "a'", ". ", ", ", "; ", "- ", "a, ", "Aa ",
    "(a ", "“a ", "\r\n", "a\n", "é", "İ", "1a", "and ", "of the ",
)  # fmt: skip

_CLASSES = {
    "CATEGORY_DIGIT": "1", "CATEGORY_NOT_DIGIT": "a", "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "a", "CATEGORY_WORD": "a", "CATEGORY_NOT_WORD": "-",
}  # fmt: skip
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
# What `regex` writes otherwise, as near as the parser of `re` can say it.
_TRANSLATED = (
    (re.compile(r"\[\[:\w+:\]\]"), "[a-z]"),
    (re.compile(r"\(\?<(?=[A-Za-z_])"), "(?P<"),
    (re.compile(r"\\p\{L[lt]?\}"), "a-z"),
    (re.compile(r"\\p\{\w+\}"), "A-Z"),
)


def parsed(pattern: str, flags: int) -> Any:
    """Parse a pattern of either engine.

    Raises:
        re.error: the parser of `re` cannot read it.
    """
    try:
        return parser.parse(pattern, flags & 0x7E)
    except re.error:
        plain = re.sub(r"(\[[^\]]*?)\\p\{(L[lt]?|\w+)\}", _in_class, pattern)
        while plain != (again := re.sub(r"(\[[^\]]*?)\\p\{(L[lt]?|\w+)\}", _in_class, plain)):
            plain = again
        plain = re.sub(r"\\p\{L[lt]?\}", "[a-z]", plain)
        plain = re.sub(r"\\p\{\w+\}", "[A-Z]", plain)
        plain = re.sub(r"\(\?<(?=[A-Za-z_])", "(?P<", plain)
        return parser.parse(plain, flags & 0x7E)


def _in_class(found: re.Match[str]) -> str:
    return found[1] + ("a-z" if found[2].startswith("L") and found[2] != "Lu" else "A-Z")


def _of_class(items: Any) -> str:
    if items and items[0][0] is code.NEGATE:
        return next((each for each in "a1 -A.\n\x00" if not _holds(items[1:], each)), "\x00")
    for kind, value in items:
        if kind is code.LITERAL:
            return chr(value)
        if kind is code.RANGE:
            return chr(value[0])
        if kind is code.CATEGORY:
            return _CLASSES.get(str(value).split(".")[-1], "a")
    return "a"


def _holds(items: Any, char: str) -> bool:
    for kind, value in items:
        if kind is code.LITERAL and ord(char) == value:
            return True
        if kind is code.RANGE and value[0] <= ord(char) <= value[1]:
            return True
        if kind is code.CATEGORY:
            wanted = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
            name = str(value).split(".")[-1].removeprefix("CATEGORY_")
            base = re.match(wanted[name.removeprefix("NOT_")], char) is not None
            if base != name.startswith("NOT_"):
                return True
    return False


def sample(tree: Any, groups: dict[int, str] | None = None) -> str:
    """Give a short text that a parsed pattern may match (what looks around is left out)."""
    groups = {} if groups is None else groups
    return "".join(_sample(kind, value, groups) for kind, value in tree)


def _sample(kind: Any, value: Any, groups: dict[int, str]) -> str:
    if kind is code.LITERAL:
        return chr(value)
    if kind is code.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if kind is code.ANY:
        return "a"
    if kind is code.IN:
        return _of_class(value)
    if kind is code.SUBPATTERN:
        groups[value[0] or 0] = text = sample(value[-1], groups)
        return text
    if kind is code.ATOMIC_GROUP:
        return sample(value, groups)
    if kind is code.BRANCH:
        return sample(value[1][0], groups)
    if kind is code.GROUPREF:
        return groups.get(value, "")
    if kind in _REPEATS:
        return sample(value[2], groups) * max(value[0], 1)
    if kind is code.GROUPREF_EXISTS:
        return sample(value[1], groups)
    return ""


_SINGLE = (code.LITERAL, code.NOT_LITERAL, code.ANY, code.IN)


def possessive_groups(tree: Any) -> int:
    """Count the repeats such as `(?:ab?c)*+` in a parsed pattern: possessive, and of a group."""
    found = 0
    for kind, value in tree:
        if kind is code.POSSESSIVE_REPEAT:
            found += len(value[2]) != 1 or value[2][0][0] not in _SINGLE
        found += sum(possessive_groups(each) for each in _within(kind, value))
    return found


def _within(kind: Any, value: Any) -> Iterator[Any]:
    """Give the parsed patterns inside one part of a parsed pattern."""
    if kind in _REPEATS:
        yield value[2]
    elif kind is code.SUBPATTERN:
        yield value[-1]
    elif kind is code.ATOMIC_GROUP:
        yield value
    elif kind is code.BRANCH:
        yield from value[1]
    elif kind in (code.ASSERT, code.ASSERT_NOT):
        yield value[1]
    elif kind is code.GROUPREF_EXISTS:
        yield from (each for each in value[1:] if each is not None)


def _branches(tree: Any) -> Iterator[str]:
    """Give what a repeated part may be: each of its alternatives, and all one after the other."""
    found = [sample(tree)]
    for kind, value in tree:
        inner = value[-1] if kind is code.SUBPATTERN else [(kind, value)]
        for each, alternatives in inner:
            if each is code.BRANCH:
                found += [sample(branch) for branch in alternatives[1][:6]]
    yield from dict.fromkeys(each for each in found if each)


def repeats(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Give (text before, text of one turn) for each part that may be repeated without much end."""
    for kind, value in tree:
        if kind in _REPEATS:
            if value[1] > MANY:
                for body in _branches(value[2]):
                    yield before, body
            yield from repeats(value[2], before)
        elif kind is code.SUBPATTERN:
            yield from repeats(value[-1], before)
        elif kind is code.ATOMIC_GROUP:
            yield from repeats(value, before)
        elif kind is code.BRANCH:
            for branch in value[1]:
                yield from repeats(branch, before)
        elif kind in (code.ASSERT, code.ASSERT_NOT):
            yield from repeats(value[1], before)
        before += _sample(kind, value, {})


def attacks(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    """Give (beginning, piece, end): texts are the beginning, the piece many times, and the end."""
    found: dict[tuple[str, str, str], None] = {}
    try:
        tree = parsed(pattern, flags)
    except re.error:
        tree = []
    for before, body in repeats(tree):
        for end in ("", "\0", "!"):
            found[before, body, end] = None
            found["", before + body, end] = None
        found["", before + body * MANY + "\0", ""] = None
        found["", body + before, ""] = None
    whole = sample(tree) if tree else ""
    for piece in (whole, whole + " ", whole[:-1], whole[:-1] + "\0", whole[1:], whole * 2 + "\n"):
        if piece:
            found["", piece, ""] = None
    for piece in PIECES:
        found["", piece, ""] = None
        found["", piece, "\0"] = None
    yield from found


def text_of(attack: tuple[str, str, str], size: int) -> str:
    """Give an attack's text of about a size."""
    beginning, piece, end = attack
    return beginning + piece * max(1, size // len(piece)) + end
