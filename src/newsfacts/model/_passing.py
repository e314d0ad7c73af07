"""Classes of values that pass: made and dropped while one article is read.

Frozen classes of attrs set each field by a call, which is most of what making one costs. Values
that never leave the reading of an article are frozen for the type checker alone, and cost nothing.
"""

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from attrs import frozen as passing
else:
    from functools import partial

    passing = partial(attrs.define, unsafe_hash=True)

__all__ = ["passing"]
