"""Agencies, stations and dates in brackets or behind marks: what credits a dateline."""

import re
from collections.abc import Callable

from newsfacts_dateline.agencies import agency_named, delicate
from newsfacts_dateline.headmarks import credited, serves, ticker
from newsfacts_dateline.headnames import station_name
from newsfacts_dateline.headparts import (
    AFTER_BARE,
    AFTER_DATED_BARE,
    BARE,
    BOOK,
    BRACKETS,
    DASH_AFTER_BARE,
    GENRE,
    GLUED_AGENCY,
    PERSON,
    SEPARATOR,
    HeadDate,
    Span,
    date_at,
    day_at,
    head_words,
    past,
)  # fmt: skip

IsPlace = Callable[[int, int], bool]
"""Tells whether a place is known to begin inside a span of the text."""
_PIECES = re.compile(r"(?<!\s)\s++(?:[-–—]|and|y|e)\s++|(?>(?:(?<!\s)\s++)?)[/;,]\s*+")
_CALL_SIGNS = re.compile(r"[A-Z]{2,5}(?:/[A-Z]{2,5})+")
_DATE_START = re.compile(r"(?<!\w)[\dA-Z]")


class CreditReader:
    """Reads from left to right what credits a dateline; `HeadReader` reads all of it.

    `firm` says that an agency or a date was read, `marked` that a word such as UNDATED stands for
    the city, `narrowed` that a region follows the city.
    """

    def __init__(self, text: str, start: int, is_place: IsPlace | None = None) -> None:
        self.text = text
        self.start = start
        self.at = start
        self.is_place = is_place
        self.places: list[tuple[Span, str]] = []
        self.date: HeadDate | None = None
        self.agencies: list[str] = []
        self.firm = self.marked = self.narrowed = False

    def _leading_agency(self) -> int:
        """Read an agency in brackets before all else; give where it ends, 0 without one."""
        match = BRACKETS.match(self.text, self.at)
        inside = (match[1] or match[2] or match[3] or "").strip() if match else ""
        name = credited(inside) if inside else None
        if name is None and match and match[1] and len(words := inside.split()) in (2, 3, 4):
            unknown = all(word[0].isupper() for word in words) and serves(words[-1])
            if unknown and BOOK["dash"].match(self.text, match.end()):
                name = inside  # "(Rainland News Agency) - "
        if match is None or name is None:
            return 0
        self.agencies.append(name)
        self.firm = True
        dash = BOOK["dash"].match(self.text, match.end())
        self.at = past(SEPARATOR, self.text, dash.end() if dash else match.end())
        return match.end()

    def _glued_agency(self) -> bool:
        """Read an agency that a hyphen joins to the city: `APA-Niamey (Niger) - `."""
        match = GLUED_AGENCY.match(self.text, self.at)
        agency = agency_named(match[1]) if match else None
        if match is None or agency is None or not self._known(match.end(), match.end() + 1):
            return False
        self.agencies.append(agency.name)
        self.firm = True
        self.at = match.end()
        return True

    def _known(self, first: int, last: int) -> bool:
        """Tell whether a gazetteer knows a place that begins here."""
        return self.is_place is not None and self.is_place(first, last)

    def _credited_at(self, at: int) -> bool:
        """Tell whether an agency stands in brackets at `at`."""
        match = BRACKETS.match(self.text, at)
        inside = next((group for group in match.groups() if group), "").strip() if match else ""
        return any(credited(piece) for piece in (inside, *_PIECES.split(inside)) if piece)

    def _bare_agency(
        self, at: int, *, joined: bool, slashed: bool = False
    ) -> tuple[str, int] | None:
        """Read an agency without brackets.

        `joined` when a comma or date leads up to it, `slashed` when a slash or full stop does.
        """
        bare = BARE.match(self.text, at)
        if bare is None:
            return None
        name = bare["name"]
        first = bare.start("name")
        for short in (name, name.split(" ")[0], name.split("/")[0]):
            agency = agency_named(short)
            if agency is None or short.islower():
                continue
            fine = short.casefold() in delicate()
            if fine and not joined:
                continue
            end = first + len(short)
            lower = fine and not short.isupper()
            if lower and slashed and self.text[end : end + 2] == ". ":
                lower = False  # "BAKU, February 22. Trend. "
            if not joined:
                after = DASH_AFTER_BARE
            elif (self.date is not None or slashed or bare[0][0] in "/|") and not lower:
                after = AFTER_DATED_BARE
            else:
                after = AFTER_BARE
            return (agency.name, end) if after.match(self.text, end) else None
        return None

    def _credits(self, inside: str, base: int) -> bool:
        """Take agencies, and a date, from what stands in brackets at `base`."""
        base += len(inside) - len(inside.lstrip())
        inside = inside.strip()
        if not inside:
            return False
        dated = date_at(self.text, base)
        loose = dated is not None and dated[0].day is None and self.places
        if loose and not self.places[-1][1].isupper():
            return False  # "Rainland Grand Prix (Sunday)"
        if dated is not None and dated[1] >= base + len(inside):
            self.date = self.date or dated[0]
            self.firm = True
            return True
        whole = credited(inside)
        known = [whole] if whole else [credited(piece) for piece in _PIECES.split(inside) if piece]
        if any(known):
            self.agencies += [name for name in known if name is not None]
            self.firm = True
            if self.date is None:
                self.date = self._date_inside(inside, base)
            return True
        if not self.places and not self.marked and self.date is None:
            return False
        if not self.places and self._known(base, base + len(inside)):
            self.places.append(((base, base + len(inside)), inside))
            return True  # "February 22, 2024 (KHARTOUM) - "
        if ticker(inside):
            return False
        if inside.lower().strip(".") in head_words("regions"):
            return self.date is None
        if re.fullmatch(r"[\d\s-]+", inside):
            return True  # a postal code
        closed = BOOK["dash"].match(self.text, base + len(inside) + 1) or (
            self.text.startswith(");", base + len(inside)) and self._known(*self.places[0][0])
        )
        # "Jan 30 (newsfirst) -": behind a date, in small letters too
        named = inside[0].isupper() or (self.date is not None and inside.isalpha())
        if not (named and closed and len(inside.split()) <= 7):
            return False
        if self.date is None and PERSON.fullmatch(inside) and not serves(inside):
            return True  # a reporter's name
        if inside.lower() in head_words("labels"):
            return True
        signs = inside.split("/")
        self.agencies += signs if _CALL_SIGNS.fullmatch(inside) else [station_name(inside)]
        self.firm = True
        return True

    def _date_inside(self, inside: str, base: int) -> HeadDate | None:
        for piece in _DATE_START.finditer(inside):
            dated = day_at(self.text, base + piece.start())
            if dated is not None:
                return dated[0]
        return None

    def _genre(self, at: int) -> str | None:
        """Read an agency from notes such as `[COMMUNIQUE] [FOREIGN PRESS OFFICE, FPO]`."""
        for _ in range(3):
            match = GENRE.match(self.text, at)
            if match is None:
                return None
            for piece in reversed(match[1].split(",")):
                name = credited(piece.strip())
                if name is not None:
                    return name
            at = match.end()
        return None
