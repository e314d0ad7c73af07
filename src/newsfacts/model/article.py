"""The article: text as it came in, and what was known of it."""

import hashlib
import re
from datetime import date
from functools import cached_property
from typing import Any

import attrs

from newsfacts.model._json import FrozenMap, as_frozen_map
from newsfacts.model._validate import as_tuple, is_a, items_are, optional

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$")


def as_published(value: Any) -> str | None:
    """Turn a date, a datetime or an ISO string into an ISO date (`2024`, `2024-02`, `2024-02-13`).

    Raises:
        ValueError: it is none of these, or no such day exists.
    """
    if value is None or value == "":
        return None
    text = value.isoformat() if isinstance(value, date) else value
    match = _PUBLISHED.match(text.strip()) if isinstance(text, str) else None
    if match is None:
        raise ValueError(
            f"published is {value!r}; give an ISO date such as 2024-02-13, 2024-02 or 2024"
        )
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"published is {value!r}: {error}") from None
    return "-".join(part for part in (year, month, day) if part)


@attrs.frozen(kw_only=True)
class Article:
    """One article. `text` is never changed: every span counts code points of it.

    `published` is an ISO date, whole (`2024-02-13`) or partial (`2024-02`); a date or datetime is
    accepted. `id` defaults to the first 16 hex digits of the text's SHA-256. `extra` keeps what
    the input carried beyond the known fields.

    Raises:
        TypeError: a field has the wrong type.
        ValueError: `published` is no date.
    """

    text: str = attrs.field(validator=is_a(str))
    id: str = attrs.field(default="", validator=is_a(str))
    published: str | None = attrs.field(default=None, converter=as_published)
    title: str | None = attrs.field(default=None, validator=optional(is_a(str)))
    language: str | None = attrs.field(default=None, validator=optional(is_a(str)))
    url: str | None = attrs.field(default=None, validator=optional(is_a(str)))
    source: str | None = attrs.field(default=None, validator=optional(is_a(str)))
    authors: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=items_are(str))
    extra: FrozenMap = attrs.field(factory=FrozenMap, converter=as_frozen_map)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", self.sha256[:16])

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hex."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
