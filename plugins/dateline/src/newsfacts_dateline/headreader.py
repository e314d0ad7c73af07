"""Reading one dateline from left to right."""

import itertools
import re
from collections.abc import Callable

import attrs

from newsfacts.text import load_lexicon
from newsfacts_dateline.agencies import agency_named, delicate
from newsfacts_dateline.headnames import station_name
from newsfacts_dateline.headparts import (
    AFTER_BARE,
    AFTER_DATED_BARE,
    BARE,
    BEFORE_DATE,
    BOOK,
    BRACKETS,
    COLON,
    COMMA,
    DASH_AFTER_BARE,
    DAY_ONLY,
    GENRE,
    JOINT,
    LINE_END,
    NO_DATE,
    PERSON,
    REGION_BRACKETS,
    SEPARATOR,
    SPACES,
    STORY,
    HeadDate,
    Span,
    date_at,
    day_at,
    head_words,
    past,
)  # fmt: skip

IsPlace = Callable[[int, int], bool]
"""Tells whether a place is known to begin inside a span of the text."""
WRAPPED_WORDS = 3
"""Words of a city that may run on from one line to the next."""

_UNSPACED = re.compile(r"\S+")
_SPACES = re.compile(r"\s+")
_RIVER = re.compile(r"/(?:Main|Oder|Saale)\b")
_PIECES = re.compile(r"(?<!\s)\s++(?:[-–—]|and|y|e)\s++|(?>(?:(?<!\s)\s++)?)[/;,]\s*+")
_DOT_SLASH = re.compile(r"\s*\.\s*(?:/([^/\n]{2,30})/)\.?()()")
_REGION_STOP = re.compile(r"\.(?=\s*[,(/—–_-])")
_CALL_SIGNS = re.compile(r"[A-Z]{2,5}(?:/[A-Z]{2,5})+")
_DATE_START = re.compile(r"(?<!\w)[\dA-Z]")
_FUNCTION_WORDS = frozenset(
    (
        "the", "a", "an", "is", "are", "was", "were", "and", "or", "but", "to", "with", "for",
        "from", "by", "his", "her", "its", "their", "our", "your", "this", "that", "it", "he",
        "she", "they", "we", "you", "not", "no", "who", "what", "how", "why", "says", "said",
        "will", "has", "have", "be",
    )
)  # fmt: skip


@attrs.frozen
class Head:
    """A dateline: its span, its cities with their spans, date, agencies and authors."""

    span: Span
    places: tuple[tuple[Span, str], ...] = ()
    date: HeadDate | None = None
    agencies: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


def credited(name: str) -> str | None:
    """Give the canonical name of an agency, or of two joined by a hyphen (`ANSA-AFP`)."""
    whole = agency_named(name)
    if whole is not None:
        return whole.name
    parts = [agency_named(part) for part in re.split(r"\s?-\s?", name)]
    if len(parts) == 2 and all(part is not None for part in parts):
        return "-".join(part.name for part in parts if part is not None)
    return None


class HeadReader:
    """Reads the dateline that may begin at `start`; use once.

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

    def read(self) -> Head | None:
        """Give the dateline, or None where there is none."""
        led = self._leading_agency()
        after_agency = self.at
        self._places()
        self._rest()
        head = self._close() if self.at != self.start else None
        bare = not (self.date or self.narrowed or BOOK["dash"].match(self.text, self.at))
        if led and bare and self.places:
            head = None  # the story's first word is no city
        if head is None and led:
            # "(Reuters) - The council ...": nothing but the agency
            self.places, self.date, self.at = [], None, after_agency
            if BOOK["dash"].match(self.text, led) or self.text[led - 1] in ")]":
                return Head(span=(self.start, led), agencies=tuple(dict.fromkeys(self.agencies)))
        return head

    def _leading_agency(self) -> int:
        """Read an agency in brackets before all else; give where it ends, 0 without one."""
        match = BRACKETS.match(self.text, self.at)
        name = credited((match[1] or match[2] or match[3] or "").strip()) if match else None
        if match is None or name is None:
            return 0
        self.agencies.append(name)
        self.firm = True
        dash = BOOK["dash"].match(self.text, match.end())
        self.at = past(SEPARATOR, self.text, dash.end() if dash else match.end())
        return match.end()

    def _places(self) -> None:
        at = self.at
        while (match := self._city(at)) is not None:
            first, last, name = match
            lowered = name.lower().strip(" .")
            if lowered in head_words("placeless"):
                at = self._regions(last)
                self.marked = True
                break
            self.places.append(((first, last), name))
            at = self._regions(last)
            joint = JOINT.match(self.text, at)
            if joint is None or ("/" in joint[0] and self._agency_in_slashes(at)):
                break
            if self._bare_agency(joint.end(), joined=True) is not None:
                break
            if self._city(joint.end()) is None:
                break
            at = joint.end()
        self.at = at

    def _agency_in_slashes(self, at: int) -> bool:
        match = BRACKETS.match(self.text, at)
        return bool(match and match[3] and credited(match[3]))

    def _city(self, at: int, *, narrowing: bool = False) -> tuple[int, int, str] | None:
        """Read a city, or (`narrowing`) the region after one."""
        if narrowing and self.text.startswith("the ", at):
            at += 4
        match = BOOK["city"].match(self.text, at, at + 60)
        if match is None:
            return None
        end = self._line_end(at, match.end())
        # A date or a bare agency may have been taken in: "SYDNEY March 22 AAP".
        words = list(_UNSPACED.finditer(self.text, at, end))
        for before, word in itertools.pairwise(words):
            if day_at(self.text, word.start()) or self._bare_agency(word.start(), joined=False):
                end = before.end()
                break
        else:
            if date_at(self.text, at) is not None:
                return None
        if not narrowing:
            at = _shouted_from(self.text, [word.span() for word in words if word.end() <= end], at)
        name = self.text[at:end]
        if name[-1] == "." and len(name.split()[-1]) > 4 and "." not in name[:-1]:
            name, end = name[:-1], end - 1
        river = _RIVER.match(self.text, end)
        if river is not None:
            end = river.end()
            name = self.text[at:end]
        if not narrowing and name.isupper() and len(name) < 8 and agency_named(name) is not None:
            return None
        return at, end, _SPACES.sub(" ", name)

    def _line_end(self, at: int, end: int) -> int:
        """Cut a name where its line ends: what goes on there is the head below a headline.

        A name that is itself wrapped (MEXICO / CITY) is known as one place from its first word.
        """
        newline = self.text.find("\n", at, end)
        if newline < 0:
            return end
        knows = self.is_place
        if knows is not None and knows(at, at + 1) and not knows(newline, end):
            words = len(self.text[at:end].split())
            if words <= WRAPPED_WORDS and self.text[newline : newline + 2] != "\n\n":
                return end
        return at + len(self.text[at:newline].rstrip())

    def _regions(self, at: int) -> int:
        """Pass over state, province or country: `, Mass.`, `, Gujarat, IN`, ` (BARI)`."""
        text = self.text
        for _ in range(3):
            match = REGION_BRACKETS.match(text, at)
            if match:
                inside = match[1].strip()
                after = text[match.end() : match.end() + 3].lstrip(" ")
                if credited(inside) is not None or not (
                    inside.lower().strip(".") in head_words("regions") or after[:1] in (",", "(")
                ):
                    break
                at = match.end()
                self.narrowed = True
                continue
            comma = COMMA.match(text, at)
            region = self._city(comma.end(), narrowing=True) if comma else None
            if comma is None or region is None or date_at(text, comma.end()) is not None:
                break
            _, last, name = region
            lowered = name.lower().rstrip(". ")
            known = lowered in head_words("regions")
            if not known and (
                self.text.startswith("the ", comma.end())
                or self._bare_agency(comma.end(), joined=True)
                or (name.isupper() and len(name) != 2 and not BEFORE_DATE.match(text, last))
            ):
                break
            at = past(_REGION_STOP, text, last) if known else last
            self.narrowed = True
        return at

    def _rest(self) -> None:
        """Read date and agencies in any order."""
        for _ in range(7):
            if not (self._read_date() or self._read_brackets() or self._read_bare()
                    or self._read_beyond_dash()):  # fmt: skip
                return

    def _read_date(self) -> bool:
        at = past(SEPARATOR, self.text, self.at)
        if self.places and self.text[at : at + 2] == ". ":
            at += 2  # "MOSCOW. Feb 3"
        if no_date := NO_DATE.match(self.text, at):
            self.at = no_date.end()
            self.firm = True
            return True
        if self.date is not None:
            return False
        dated = date_at(self.text, at)
        day = DAY_ONLY.match(self.text, at) if dated is None and self.places else None
        if day is not None and 1 <= int(day[1]) <= 31:
            dated = HeadDate(day.span(1), day=int(day[1])), day.end(1)
        if dated is None:
            return False
        self.date, self.at = dated
        self.firm = True
        return True

    def _read_brackets(self) -> bool:
        match = BRACKETS.match(self.text, self.at) or _DOT_SLASH.match(self.text, self.at)
        if match is None:
            return False
        inside = next((group for group in match.groups() if group), "")
        if not self._credits(inside, match.start() + match[0].find(inside)):
            return False
        self.at = match.end()
        return True

    def _read_bare(self) -> bool:
        at = past(SEPARATOR, self.text, self.at)
        led = "," in self.text[self.at : at] or self.text[at : at + 1] in ("/", "|")
        if self.date is not None and self.text[at : at + 2] == ". ":
            at += 2
        bare = self._bare_agency(at, joined=led or self.date is not None or at == self.start)
        if bare is None:
            return False
        name, self.at = bare
        self.agencies.append(name)
        self.firm = True
        return True

    def _read_beyond_dash(self) -> bool:
        """Go on after a dash where an agency or a date stands there: `NEW YORK--(X)--`."""
        dash = BOOK["dash"].match(self.text, self.at)
        if dash is None or not (self.places or self.agencies):
            return False
        at = past(SPACES, self.text, dash.end())
        if self.places and self._credited_at(at):
            self.at = at
            return self._read_brackets()
        bare = self._bare_agency(at, joined=False) if self.places else None
        if bare is not None:
            name, self.at = bare
            self.agencies.append(name)
            self.firm = True
            return True
        dated = day_at(self.text, at) if self.date is None else None
        if dated is None:
            return False
        closed = BOOK["dash"].match(self.text, dated[1]) or COLON.match(self.text, dated[1])
        if not closed and not self._credited_at(dated[1]):
            return False
        self.date, self.at = dated
        self.firm = True
        return True

    def _credited_at(self, at: int) -> bool:
        """Tell whether an agency stands in brackets at `at`."""
        match = BRACKETS.match(self.text, at)
        inside = next((group for group in match.groups() if group), "").strip() if match else ""
        return any(credited(piece) for piece in (inside, *_PIECES.split(inside)) if piece)

    def _bare_agency(self, at: int, *, joined: bool) -> tuple[str, int] | None:
        """Read an agency without brackets; `joined` when a comma or date leads up to it."""
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
            if not joined:
                after = DASH_AFTER_BARE
            elif (self.date is not None or bare[0][0] in "/|") and not (
                fine and not short.isupper()
            ):
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
        if inside.lower().strip(".") in head_words("regions"):
            return self.date is None
        if re.fullmatch(r"[\d\s-]+", inside):
            return True  # a postal code
        closed = BOOK["dash"].match(self.text, base + len(inside) + 1)
        if not (inside[0].isupper() and closed and len(inside.split()) <= 7):
            return False
        if self.date is None and PERSON.fullmatch(inside) and not _serves(inside):
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

    def _close(self) -> Head | None:
        """Ask for what ends a dateline, and decide whether it is one."""
        text = self.text
        dash = BOOK["dash"].match(text, self.at)
        if dash is None:
            if not self._closes_without_dash():
                return None
        elif not self.firm:
            if not self.places or not _spaced(text, dash.start(), dash.end()) or not self._likely():
                return None
        elif not (self.places or self.agencies or self.marked):
            return None  # a date alone
        if dash is not None and not self.agencies and (genre := self._genre(dash.end())):
            self.agencies.append(genre)
        dated = self.date is not None and "," in text[self.start : self.date.span[0]]
        sure = dash is not None and (self.agencies or dated)
        if not sure and self._headline(dash.end() if dash else self.at):
            return None
        start = self.places[0][0][0] if self.places and not self.agencies else self.start
        return Head(
            span=(min(start, self.at - 1), self.at), places=tuple(self.places), date=self.date,
            agencies=tuple(dict.fromkeys(self.agencies)),
        )  # fmt: skip

    def _closes_without_dash(self) -> bool:
        if not self.firm:
            return False
        if self.agencies:
            if not STORY.match(self.text, self.at):
                return False  # "the Press Trust (PTI), quoting ..."
            return bool(self.places or self.date is not None or self.marked)
        # a place and a date: "KABUL, Oct. 3:" or a line of its own
        if not self.places or self.date is None or self.date.month is None:
            return False
        between = self.text[self.places[-1][0][1] : self.date.span[0]]
        if "," not in between and not BOOK["dash"].search(between):
            return False
        return bool(COLON.match(self.text, self.at) or LINE_END.match(self.text, self.at))

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

    def _headline(self, at: int) -> bool:
        """Tell whether what follows is the rest of a headline in capitals."""
        ahead = self.text[at : at + 600]
        line = ahead[:200].split("\n", 1)[0]
        return bool(line.strip()) and line.upper() == line and ahead.upper() != ahead

    def _likely(self) -> bool:
        """Without date or agency: a city in capitals, one narrowed down, or one that is known."""
        for _, name in self.places:
            words = name.lower().strip(" .").split()
            if " ".join(words) in head_words("labels") or words[0] in ("update", "factbox"):
                return False
            if agency_named(words[0]) is not None and len(words[0]) < 5 and len(words) > 1:
                return False
            if _FUNCTION_WORDS & set(words) - {"the"}:
                return False
        (_, last), name = self.places[0]
        if self.narrowed:
            return True
        known = self.is_place is not None and any(self.is_place(*at) for at, _ in self.places)
        if not name.isupper():
            return known and self._long_line(last)
        if len(name.split()) > 4 or sum(char.isalpha() for char in name) < 3:
            return False
        # Small towns are in no gazetteer; a local story names its town again.
        return self.is_place is None or known or name.title() in self.text[last:]

    def _long_line(self, at: int) -> bool:
        dash = BOOK["dash"].match(self.text, self.at)
        if dash is None:
            return False
        rest = self.text[dash.end() : dash.end() + 160].split("\n", 1)[0].strip()
        return rest[:1].isupper() and len(rest) > 60 and not BOOK["dash"].search(rest[:90])


def _shouted_from(text: str, words: list[tuple[int, int]], at: int) -> int:
    """Pass over a caption or byline that runs into a city in capitals: `Jane Roe LIMA (X)`."""
    capitals = len(words)
    while capitals and text[slice(*words[capitals - 1])].isupper():
        capitals -= 1
    if not 0 < capitals < len(words) or words[capitals][1] - words[capitals][0] < 3:
        return at
    lead = [text[first:last] for first, last in words[:capitals]]
    if lead[-1].lower() in _FUNCTION_WORDS:
        return at  # "The US-UK — France talks"
    return words[capitals][0] if all(not word.isupper() or len(word) < 5 for word in lead) else at


def _spaced(text: str, start: int, end: int) -> bool:
    """Tell whether a dash parts a city from the story: not the hyphen of `Berlin-based`."""
    mark = text[start:end]
    if mark.strip() not in ("-", "–"):
        return True
    before, after = mark[:1], text[end : end + 1]
    return after.isspace() or (before.isspace() and not after.isalnum())


def _serves(name: str) -> bool:
    words = load_lexicon("newsfacts_dateline", "agencies")["service"]["words"]
    return any(word in words for word in name.lower().split())
