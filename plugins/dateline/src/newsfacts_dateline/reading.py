"""What the rules share: the tokens of a sentence, the base, what was mentioned before."""

from datetime import date
from typing import NamedTuple

import attrs

from newsfacts.model import TimeType
from newsfacts_dateline.calendars import Base
from newsfacts_dateline.tense import direction
from newsfacts_dateline.tokens import Token

LATELY = 60
"""Days from the base within which a day that was named still dates clock times."""
CLOSE = 250
"""Code points after a day further off in which it does."""


class Found(NamedTuple):
    """A time expression: its place in the text and its TIMEX3 value.

    `proved` says that its own words prove the day: `Sunday (11)`.
    """

    start: int
    end: int
    value: str
    type: TimeType = "DATE"
    mod: str | None = None
    proved: bool = False


@attrs.define
class Memory:
    """What was mentioned so far in the text, for expressions that lean on it.

    `day`, `month` and `year` are the latest values of that grain; the mention of `day` ends at
    `day_ends`. `quarter` is the quarter that a
    report is about, `compared` that quarter or a year: what "a year earlier" is measured from.
    """

    day: date | None = None
    day_ends: int = 0
    month: tuple[int, int] | None = None
    year: int | None = None
    quarter: str | None = None
    compared: str | None = None

    def report(self, quarter: str) -> None:
        """Remember the quarter that a report is about."""
        self.quarter = self.compared = quarter

    def note(self, found: Found) -> None:
        """Take in an expression that was read."""
        value = found.value
        if found.type not in ("DATE", "TIME") or not value[:4].isdigit():
            return
        year = int(value[:4])
        if year == 0:
            return
        self.year = year
        if len(value) >= 7 and value[5:7].isdigit():
            month = int(value[5:7])
            self.month = (year, month)
            if len(value) >= 10 and value[8:10].isdigit():
                try:
                    self.day = date(year, month, int(value[8:10]))
                    self.day_ends = found.end
                except ValueError:
                    return


@attrs.define
class Reading:
    """One sentence being read: `text[first:last]`.

    `day` is the base, where its day is known.
    """

    text: str
    tokens: list[Token]
    base: Base | None
    memory: Memory
    first: int
    last: int
    day: date | None = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.day = self.base.whole if self.base else None

    def clock_day(self, index: int) -> date | None:
        """Give the day that a clock time by itself belongs to: the latest named, or the base.

        A day long ago counts only close before: `at 8 a.m.` goes on about the day just named.
        """
        named = self.memory.day
        if named is None or self.day is None or abs((named - self.day).days) <= LATELY:
            return named or self.day
        return named if self.tokens[index].start - self.memory.day_ends <= CLOSE else self.day

    def words(self, start: int, stop: int) -> str:
        """Give the text between two tokens, the second excluded, in lower case."""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end].lower()

    def word(self, index: int) -> str:
        """Give one token's text as it stands; empty beyond the sentence."""
        if not 0 <= index < len(self.tokens):
            return ""
        token = self.tokens[index]
        return self.text[token.start : token.end]

    def cls(self, index: int) -> str:
        """Give one token's class; empty beyond the sentence."""
        return self.tokens[index].cls if 0 <= index < len(self.tokens) else ""

    def around(self, index: int, reach: int) -> str:
        """Give the sentence's text up to `reach` code points to either side of a token."""
        at = self.tokens[index].start
        return self.text[max(self.first, at - reach) : min(self.last, at + reach)]

    def direction(self, start: int, stop: int) -> int:
        """Tell which way the clause around the tokens `start:stop` points: -1, 0 or 1."""
        return direction(
            self.text, self.tokens[start].start, self.tokens[stop - 1].end, self.first, self.last
        )

    def found(
        self,
        start: int,
        stop: int,
        value: str,
        type: TimeType = "DATE",
        mod: str | None = None,
        *,
        proved: bool = False,
    ) -> Found:
        """Make a result that covers the tokens `start:stop`."""
        return Found(self.tokens[start].start, self.tokens[stop - 1].end, value, type, mod, proved)
