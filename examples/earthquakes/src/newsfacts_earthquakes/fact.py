"""The fact that this plugin adds to records."""

from typing import ClassVar

import attrs

from newsfacts import Fact, Place, Ref

STATUSES = ("stated", "preliminary")


@attrs.frozen(kw_only=True)
class Quake(Fact):
    """An earthquake as the text measures it; at least one of magnitude and depth is known.

    Raises:
        ValueError: neither is given, the magnitude is not above 0 and below 10, or the status is
            unknown.
    """

    group: ClassVar[str] = "quakes"

    magnitude: float | None = None
    scale: str | None = None
    depth_km: float | None = None
    aftershock: bool = False
    status: str = "stated"
    revised_by: Ref | None = None
    place: Place | None = None

    def __attrs_post_init__(self) -> None:
        if self.magnitude is None and self.depth_km is None:
            raise ValueError("a Quake needs a magnitude or a depth")
        if self.magnitude is not None and not 0 < self.magnitude < 10:
            raise ValueError(f"no earthquake has a magnitude of {self.magnitude}")
        if self.status not in STATUSES:
            raise ValueError(f"status {self.status!r} is none of {', '.join(STATUSES)}")
