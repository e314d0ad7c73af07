"""Reading one dateline from left to right."""

import itertools
import re

import attrs

from newsfacts_dateline.agencies import agency_named
from newsfacts_dateline.headcredits import CreditReader
from newsfacts_dateline.headmarks import (
    FUNCTION_WORDS,
    PREPOSITIONS,
    credited,
    opens_story,
    reported,
    shouted_from,
    spaced,
)
from newsfacts_dateline.headparts import (
    BEFORE_DATE,
    BLANK_LINE,
    BOOK,
    BRACKETS,
    COLON,
    COMMA,
    DAY_ONLY,
    FULL_STOP,
    JOINT,
    LINE_END,
    NO_DATE,
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

WRAPPED_WORDS = 3
"""Words of a city that may run on from one line to the next."""
_UNSPACED = re.compile(r"\S+")
_SPACES = re.compile(r"\s+")
_RIVER = re.compile(r"/(?:Main|Oder|Saale)\b")
_DOT_SLASH = re.compile(r"\s*\.\s*(?:/([^/\n]{2,30})/)\.?()()")
_REGION_STOP = re.compile(r"\.(?=\s*[,(/—–_-])")


@attrs.frozen
class Head:
    """A dateline: its span, its cities with their spans, date, agencies and authors."""

    span: Span
    places: tuple[tuple[Span, str], ...] = ()
    date: HeadDate | None = None
    agencies: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


class HeadReader(CreditReader):
    """Reads the dateline that may begin at `start`; use once.

    `firm` says that an agency or a date was read, `marked` that a word such as UNDATED stands for
    the city, `narrowed` that a region follows the city.
    """

    def read(self) -> Head | None:
        """Give the dateline, or None where there is none."""
        led = self._leading_agency()
        glued = not led and self._glued_agency()
        after_agency = self.at
        self._places()
        self._rest()
        head = self._close() if self.at != self.start else None
        bare = not (self.date or self.narrowed or BOOK["dash"].match(self.text, self.at))
        if (led or glued) and bare and self.places:
            head = None  # the story's first word is no city
        if glued and not self.places:
            return None
        if head is None and led:
            # "(Reuters) - The council ...": nothing but the agency
            self.places, self.date, self.at = [], None, after_agency
            if BOOK["dash"].match(self.text, led) or self.text[led - 1] in ")]":
                return Head(span=(self.start, led), agencies=tuple(dict.fromkeys(self.agencies)))
        return head

    def read_bracketed(self) -> Head | None:
        """Read a city in brackets: `[Cairo]`, `(Geneva, 3 May 2024) - `."""
        text, opened = self.text, self.start
        if text[opened : opened + 1] == "(":
            self.at += 1
        elif text[max(0, opened - 1) : opened] == "[":
            opened -= 1
        else:
            return None
        self._places()
        self._read_date()
        end = self.at + 1
        if not self.places or text[self.at : end] != (")" if text[opened] == "(" else "]"):
            return None
        dated = self.date is not None and self.date.month is not None
        dash = BOOK["dash"].match(text, end)
        if not (dated or self._known(*self.places[0][0])):
            return None
        if dash is None and (text[opened] == "(" or not opens_story(text, end)):
            return None
        return Head(span=(opened, end), places=tuple(self.places), date=self.date)

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
            slashed = "/" in joint[0]
            if self._bare_agency(joint.end(), joined=True, slashed=slashed) is not None:
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
            dotted = before[0][-1] == "." and len(before[0]) > 4
            if dotted and before[0].isupper() and (word[0] == "A" or not word[0].isupper()):
                end = before.end()  # "QUITO. The council ..."
                break
            if day_at(self.text, word.start()) or self._bare_agency(
                word.start(), joined=dotted, slashed=dotted
            ):
                end = before.end()
                break
        else:
            if date_at(self.text, at) is not None:
                return None
        if not narrowing:
            at = shouted_from(self.text, [word.span() for word in words if word.end() <= end], at)
        name = self.text[at:end]
        if not narrowing and name.lower() in PREPOSITIONS and not name.isupper():
            return None
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
                    or self._read_beyond_dash() or self._read_late_city()):  # fmt: skip
                return

    def _read_late_city(self) -> bool:
        """Read a city behind the date: `21 February 2024, Rome - `."""
        if self.places or self.agencies or self.marked or self.date is None:
            return False
        dash = BOOK["dash"].match(self.text, self.at)
        city = self._city(past(SEPARATOR, self.text, dash.end() if dash else self.at))
        if city is None or self.date.month is None:
            return False
        first, last, name = city
        if not (self._known(first, last) or (self.is_place is None and name.isupper())):
            return False
        at = self._regions(last)
        if not (BOOK["dash"].match(self.text, at) or self._credited_at(at)):
            return False
        self.places.append(((first, last), name))
        self.at = at
        return True

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
        stopped = self.text[at : at + 2] == ". " and bool(self.date or self.places)
        if stopped:
            at += 2
        joined = led or stopped or self.date is not None or at == self.start
        bare = self._bare_agency(at, joined=joined, slashed=stopped)
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
            colon = COLON.match(self.text, self.at) if self.places else None
            if colon is None or not self._credited_at(colon.end()):
                return False
            self.at = colon.end()  # "Islamabad: (APP)"
            return self._read_brackets()
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

    def _close(self) -> Head | None:
        """Ask for what ends a dateline, and decide whether it is one."""
        text = self.text
        dash = BOOK["dash"].match(text, self.at)
        if dash is None:
            if not self._closes_without_dash():
                return None
        elif not self.firm:
            if not self.places or not spaced(text, dash.start(), dash.end()) or not self._likely():
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
        if self.date is not None:
            start = min(start, self.date.span[0])
        return Head(
            span=(min(start, self.at - 1), self.at), places=tuple(self.places), date=self.date,
            agencies=tuple(dict.fromkeys(self.agencies)),
        )  # fmt: skip

    def _closes_without_dash(self) -> bool:
        if not self.firm:
            return self._reports()
        if self.agencies:
            if not STORY.match(self.text, self.at):
                return False  # "the Press Trust (PTI), quoting ..."
            return bool(self.places or self.date is not None or self.marked)
        # a place and a date: "KABUL, Oct. 3:" or a line of its own
        if not self.places or self.date is None or self.date.month is None:
            return False
        between = self.text[self.places[-1][0][1] : self.date.span[0]]
        colon = COLON.match(self.text, self.at)
        loud = colon and not between.strip() and self.places[-1][1].isupper()
        if not {",", "("} & set(between) and not loud and not BOOK["dash"].search(between):
            return False
        if colon or LINE_END.match(self.text, self.at):
            return True
        # "Kyiv, May 13. The minister received ..."
        at = self.at - (self.text[self.at - 1] == ".")  # "13 May." has it for its month
        stop = FULL_STOP.match(self.text, at)
        return (
            stop is not None and "," in between
            and (self._known(*self.places[0][0]) or self.places[0][1].isupper())
            and opens_story(self.text, stop.end())
        )  # fmt: skip

    def _reports(self) -> bool:
        """Tell a known city before a colon, or on a line by itself, that a report follows."""
        if len(self.places) != 1:
            return False
        span, name = self.places[0]
        words = set(name.lower().split())
        if words & FUNCTION_WORDS or name.lower() in head_words("regions") | head_words("labels"):
            return False
        mark = COLON.match(self.text, self.at)
        if mark is None and name.isupper():
            mark = BLANK_LINE.match(self.text, self.at) or FULL_STOP.match(self.text, self.at)
        return mark is not None and self._known(*span) and reported(self.text, mark.end())

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
            if FUNCTION_WORDS & set(words) - {"the"}:
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
