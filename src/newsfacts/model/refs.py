"""References from one fact to another."""

import attrs

from newsfacts.model._open import maker, quick
from newsfacts.model._validate import is_a, non_empty


@quick
@attrs.frozen(order=True)
class MentionRef:
    """Points at the fact of `group` whose first evidence is `start:end`.

    Claims point at one another by mention, never by id, so that the same claim has the same id
    whichever extractors ran beside it. Resolution turns mentions into ids.
    """

    group: str = attrs.field(validator=non_empty)
    start: int = attrs.field(validator=is_a(int))
    end: int = attrs.field(validator=is_a(int))


def mention(group: str, start: int, end: int) -> MentionRef:
    """Point at a fact whose group and first span are known to be right."""
    return _mention(group, start, end) if group else MentionRef(group, start, end)


_mention = maker(MentionRef)

Ref = str | MentionRef
"""In a claim a `MentionRef`; in a resolved record the id of the fact."""
