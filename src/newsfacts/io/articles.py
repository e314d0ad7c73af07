"""Articles from JSON objects.

The form is `{id, text, published?, title?, url?, source?, language?, authors?}`; further keys are
kept.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from newsfacts.errors import FormatError
from newsfacts.model import Article
from newsfacts.model.article import as_published

_TEXTS = ("id", "published", "title", "url", "source", "language")
_KNOWN = frozenset({*_TEXTS, "text", "authors"})
MAX_DEPTH = 100
"""How deep the values that an article carries beside its known fields may be nested."""


OnProblem = Callable[[str], None]


def article_from_json(line: str | bytes, *, on_problem: OnProblem | None = None) -> Article:
    """Read one article from JSON text. See `article_from_dict`.

    Raises:
        FormatError: it is no JSON, or no article.
    """
    try:
        text = line if isinstance(line, str) else line.decode("utf-8")
        data = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise FormatError(f"not UTF-8: {error.reason} at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise FormatError(f"not JSON: {error.msg} (column {error.colno})") from None
    except RecursionError:
        raise FormatError(f"nested deeper than {MAX_DEPTH} levels") from None
    except ValueError as error:
        raise FormatError(f"not JSON: {error}") from None
    return article_from_dict(data, on_problem=on_problem)


def article_from_dict(data: Any, *, on_problem: OnProblem | None = None) -> Article:
    """Make an article of plain JSON data; keys beyond the known ones are kept in `extra`.

    `text` is needed; any other field may be missing or null. A `published` that is no ISO date
    is an error, or, where `on_problem` is given, told to it and kept as it stands in `extra`: a
    story is worth reading without its date, and a date that could be read two ways is not guessed.

    Raises:
        FormatError: it is no object, lacks `text`, or a field has the wrong type.
    """
    if not isinstance(data, Mapping):
        raise FormatError(f"an article is a JSON object, not {_kind(data)}")
    if "text" not in data:
        raise FormatError("the article has no 'text'")
    if not isinstance(data["text"], str):
        raise FormatError(f"'text' must be a string, not {_kind(data['text'])}")
    fields = {name: data[name] for name in _TEXTS if data.get(name) is not None}
    for name, value in fields.items():
        if not isinstance(value, str):
            raise FormatError(f"{name!r} must be a string, not {_kind(value)}")
    authors = data.get("authors")
    if authors is None:
        authors = []
    if not isinstance(authors, list) or not all(isinstance(name, str) for name in authors):
        raise FormatError("'authors' must be a list of strings")
    extra = {key: value for key, value in data.items() if key not in _KNOWN}
    if on_problem is not None and "published" in fields:
        try:
            as_published(fields["published"])
        except ValueError as error:
            on_problem(f"{error}; read without a date")
            extra["published"] = fields.pop("published")
    if _deeper_than(extra, MAX_DEPTH):
        raise FormatError(f"nested deeper than {MAX_DEPTH} levels")
    try:
        return Article(text=data["text"], authors=authors, extra=extra, **fields)
    except (TypeError, ValueError) as error:
        raise FormatError(str(error)) from None


def _kind(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case _:
            return "an object" if isinstance(value, Mapping) else type(value).__name__


def _refuse_constant(word: str) -> Any:
    raise ValueError(f"{word} is no JSON value")


def _finite(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise ValueError(f"{digits} is beyond the range of numbers")
    return value


def _deeper_than(value: Any, depth: int) -> bool:
    level = [value]
    for _ in range(depth):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return False
    return True
