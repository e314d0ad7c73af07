"""The head of a story: header line, headline, byline and dateline."""

import re
from collections.abc import Iterator
from functools import cache

import attrs
import regex

from newsfacts.text import Part, PatternBook, load_lexicon

from newsfacts_dateline.agencies import agency_named, delicate

REACH = 2500
"""Code points from the beginning in which a dateline may stand."""

Span = tuple[int, int]


@attrs.frozen
class HeadDate:
    """A date in a head, as far as its words tell it."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@attrs.frozen
class Head:
    """A dateline: its span, its cities with their spans, date, agencies and authors."""

    span: Span
    places: tuple[tuple[Span, str], ...] = ()
    date: HeadDate | None = None
    agencies: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


BOOK = PatternBook(
    {
        "letter": Part(r"[\p{L}]", match=("a", "É"), reject=("1", "-")),
        "word": Part(
            r"(?:\p{Lu}\p{Ll}?\.){2,5}+"
            r"|\p{Lu}[\p{L}\p{M}'’`]*+(?:[-‐][\p{L}'’]++)*+(?:\.(?=[\s,]*+[\p{Lu}/(,]))?+",
            match=("LONDON", "Port-au-Prince", "N.Y.", "Ma'an", "D’Ivoire"),
            reject=("london", "5", "X1"),
        ),
        "city": Part(
            r"{word}(?:\s{1,3}(?:{word}|(?:de|del|la|las|los|el|al|of|the|da|do|dos|das|di|du|des|sur"
            r"|le|les|am|an|der|upon|on|in|e|ad|ob|nad|ash|as|ar|es|ez)(?=\s)))"
            r"{0,6}+",
            match=("SAN SALVADOR", "Salvador de Bahia", "KING OF PRUSSIA", "Rio de Janeiro", "St. Paul"),
            reject=("the city", "RIO,"),
        ),
        "month": Part(r"[\p{L}]{3,10}", match=("Oct", "août"), reject=("X", "12")),
        "date": Part(
            r"(?:(?<d>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?(?:\s*[-/&]\s*\d{1,2})?,?\s*(?:de\s+)?(?<m>{month})\.?"
            r"(?:(?:,|\s+de|\s+del)?\s*(?<y>\d{4}|['’]?\d{2}(?!\d)))?"
            r"|(?<m2>{month})\.?\s*(?<d2>\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:(?:,\s*|\s+)(?<y2>\d{4}|['’]?\d{2}(?![\d:])))?"
            r"|(?<y3>\d{4})-(?<m3>\d{2})-(?<d3>\d{2})|(?<d4>\d{1,2})[/.](?<m4>\d{1,2})[/.](?<y4>\d{4}|\d{2}))",
            match=("Oct 13", "3 JAN 90", "10 juil 2024", "March 22, 2018", "4 ene", "2024-02-13", "9th Jan, 2024"),
            reject=("Oct", "13", "OCTOBER 2024"),
        ),
        "weekday": Part(r"{month}(?:-feira)?\.?", match=("Monday",), reject=("5",)),
        "dash": Part(
            r"\s*(?:\.?\s?(?:-{2,3}|[—–―]|_{1,2}|-)(?![\p{L}\d]{0,30}-\p{L})|>>|»|=+)",
            match=(" --", "—", ".-", " _", " -", ". –"),
            reject=("", "a"),
        ),
        "number": Part(r"\d+", match=("12",), reject=("x",)),
    }
)  # fmt: skip


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "heads")[section]["words"])


@cache
def _calendar_words() -> tuple[dict[str, int], dict[str, int]]:
    """Months and weekdays of all head languages; English first where words differ in meaning."""
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    english = load_lexicon("newsfacts_dateline", "times")
    months.update(english["months"])
    weekdays.update(english["weekdays"])
    for language in ("es", "pt", "fr", "it", "de"):
        lexicon = load_lexicon("newsfacts_dateline", "months", language)
        for word, number in lexicon["months"].items():
            months.setdefault(word, number)
        for word, number in lexicon["weekdays"].items():
            weekdays.setdefault(word, number)
    return months, weekdays


_HEADER = re.compile(r"\s*date:?\s+(\d{4}-\d{2}(?:-\d{2})?)(?=\s|$)")
_SPACE = re.compile(r"[\s\[*#>•·×]*")
_BYLINE = re.compile(
    r"(?:By|BY|by|Por|POR|Par|Von|\(?di|De|Reporting by)\s+"
    r"((?:[^\W\d_][\w'’.-]*\s+){0,4}?[^\W\d_][\w'’.-]*)"
    r"(?:,?\s+(?:and|&|y|et|und|e)\s+((?:[^\W\d_][\w'’.-]*\s+){0,4}?[^\W\d_][\w'’.-]*))?\)?\s*(?=\n|$)"
)
_INLINE_BYLINE = re.compile(
    r"(?:By|BY) ((?:[A-Z][\w'’.-]*[a-z][\w'’.]*|[A-Z]\.)(?: (?:[A-Z][\w'’.-]*[a-z][\w'’.]*|[A-Z]\.)){0,3}"
    r"(?:(?:, | and |, and )(?:[A-Z][\w'’.-]*[a-z][\w'’.]*|[A-Z]\.)(?: (?:[A-Z][\w'’.-]*[a-z][\w'’.]*|[A-Z]\.)){0,3}){0,3}) (?=[A-Z]{2,})"
)
_PAREN = re.compile(r"\s*,?\s*(?:\(([^()\[\]\n]{2,70}(?:\[[^()\[\]\n]{1,30}\])?)[)\]]|\[([^()\[\]\n]{2,70})[)\]]|\.?\s?/\s?([^/\n]{2,40}?)\s?/\.?)")
_SEPARATOR = re.compile(r"\s*(?:,|;)?\s*")
_BARE = re.compile(r"[A-ZÀ-Ý][\w'’/-]{1,25}(?: [A-ZÀ-Ý]\w{1,20})?")
_AFTER_BARE = re.compile(r"\.?\s?(?:--?|[—–_/]|\.-|:|\n|$)")
_DASH_AFTER_BARE = re.compile(r"\.?\s?(?:--?(?!\w)|[—–]|\.-)")
_LINE_END = re.compile(r"[.:]?\s*\n")
_SHOUTED = re.compile(r"(?:[^\W\d_][\w'’.-]*[^\W\dA-ZÀ-Þ_][\w'’.-]*\s+)+(?=[A-ZÀ-Þ]{3,})(?![^()]*[a-zà-ÿ]{3})")
_BEFORE_DATE = re.compile(r"\s*(?:,\s*[^\W\d_]{3,10}\.?\s\d|,?\s*\d|\s*\()")
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’-]*[a-zß-ÿ](?: [A-Z]\.)?(?: [A-ZÀ-Þ][\w'’-]*[a-zß-ÿ]){1,2}")
_NO_DATE = re.compile(r"NO DATE\b", re.IGNORECASE)
_GENRE = re.compile(r"\s*\[([^\[\]]{3,300})\]")


def header_date(text: str) -> tuple[Span, str] | None:
    """Read a header line such as ` date 2024-02-13 ` or ` date 2024-10`: its span and value."""
    match = _HEADER.match(text)
    return (match.span(1), match[1]) if match else None


def read_head(text: str) -> Head | None:
    """Find the dateline of a story; None where it has none."""
    weak: Head | None = None
    for start, authors in _beginnings(text):
        head = _dateline(text, start)
        if head is not None:
            head = attrs.evolve(head, authors=authors)
            if head.agencies or head.date is not None:
                return head
            # A headline may look like a city and a dash: what has a date or an agency goes first.
            weak = weak or head
    return weak


def _beginnings(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the places where a dateline may begin, and the authors named before it."""
    header = _HEADER.match(text)
    begin = header.end() if header else 0
    authors: tuple[str, ...] = ()
    at = begin
    limit = min(len(text), begin + REACH)
    lines = 0
    while at < limit and lines < 14:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        if at >= limit:
            return
        byline = _BYLINE.match(text, at)
        if byline is not None:
            authors = tuple(name.strip() for name in byline.groups() if name)
        else:
            yield at, authors
            inline = _INLINE_BYLINE.match(text, at)
            if inline is not None:
                names = re.split(r", and |, | and ", inline[1])
                yield inline.end(), tuple(names)
        newline = text.find("\n", at, limit)
        if newline < 0:
            return
        at = newline + 1
        lines += 1


def _dateline(text: str, start: int) -> Head | None:
    """Read a dateline that begins at `start`."""
    reader = _Reader(text, start)
    return reader.read()


class _Reader:
    """Reads one dateline from left to right."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.at = start
        self.places: list[tuple[Span, str]] = []
        self.date: HeadDate | None = None
        self.agencies: list[str] = []
        self.firm = False  # an agency or date says that this is a dateline
        self.qualified = False
        self.marked = False  # UNDATED, CLANDESTINE

    def read(self) -> Head | None:
        self._leading_agency()
        self._places()
        self._rest()
        if self.at == self.start:
            return None
        return self._close()

    def _leading_agency(self) -> None:
        match = _PAREN.match(self.text, self.at)
        if match:
            name = (match[1] or match[2] or match[3] or "").strip()
            agency = agency_named(name)
            if agency is None:
                return
            self.agencies.append(agency.name)
            self.at = match.end()
            self.firm = True
            dash = BOOK["dash"].match(self.text, self.at)
            if dash:
                self.at = _SEPARATOR.match(self.text, dash.end()).end()  # type: ignore[union-attr]
            else:
                self.at = _SEPARATOR.match(self.text, self.at).end()  # type: ignore[union-attr]

    def _places(self) -> None:
        at = self.at
        while True:
            match = self._city(at)
            if match is None:
                break
            first, last, name = match
            lowered = name.lower().strip(" .")
            if lowered in _words("placeless"):
                at = self._qualifiers(last)
                self.marked = True
                break
            self.places.append(((first, last), name))
            at = self._qualifiers(last)
            joint = re.compile(r"\s*/\s*|\s+(?:and|AND|y|Y|e|et|und|&)\s+|\s*;\s*").match(self.text, at)
            if joint is None:
                break
            if "/" in joint[0] and self._slashed_agency(at):
                break
            following = self._city(joint.end())
            if following is None:
                break
            at = joint.end()
        self.at = at

    def _slashed_agency(self, at: int) -> bool:
        match = _PAREN.match(self.text, at)
        return bool(match and match[3] and agency_named(match[3]))

    def _city(self, at: int, *, narrowing: bool = False) -> tuple[int, int, str] | None:
        """Read a city, or (`narrowing`) the region after one."""
        if narrowing and self.text.startswith("the ", at):
            at += 4
        match = BOOK["city"].match(self.text, at, at + 60)
        if match is None:
            return None
        end = match.end()
        name = match[0]
        # a date or a bare agency may have been taken in: "SYDNEY March 22 AAP"
        words = list(re.compile(r"\S+").finditer(self.text, at, end))
        for index, word in enumerate(words):
            if index and (
                self._day_at(word.start()) is not None
                or self._bare_agency(word.start(), joined=False)
            ):
                end = words[index - 1].end()
                break
        else:
            if self._date_at(at) is not None:
                return None
        shouted = _SHOUTED.match(self.text, at, end)
        if shouted is not None and not narrowing:
            at = shouted.end()  # "Jane Roe LIMA (X)": a caption or byline runs into it
        name = self.text[at:end]
        if not narrowing and agency_named(name) is not None and name.isupper() and len(name) < 8:
            return None
        return at, end, re.sub(r"\s+", " ", name)

    def _qualifiers(self, at: int) -> int:
        """Pass over state, province or country: `, Mass.`, `, Gujarat, IN`, ` (BARI)`."""
        for _ in range(3):
            match = re.compile(r"\s*\(([^()\n\d]{2,40})\)").match(self.text, at)
            if match:
                inside = match[1].strip()
                after = self.text[match.end() : match.end() + 3].lstrip(" ")
                if agency_named(inside) is None and (
                    inside.lower().strip(".") in _words("regions") or after[:1] in (",", "(")
                ):
                    at = match.end()
                    self.qualified = True
                    continue
                break
            match = re.compile(r"\s*,\s*").match(self.text, at)
            if match is None:
                break
            city = self._city(match.end(), narrowing=True)
            if city is None or self._date_at(match.end()) is not None:
                break
            _, last, name = city
            lowered = name.lower().rstrip(". ")
            known = lowered in _words("regions") or lowered + "." in _words("regions")
            if not known and self._bare_agency(match.end(), joined=True):
                break
            if not known and name.isupper() and len(name) != 2 and not _BEFORE_DATE.match(self.text, last):
                break
            at = last
            if self.text[at : at + 1] == "." and known:
                stop = re.compile(r"\.(?=\s*[,(/—–_-])").match(self.text, at)
                if stop:
                    at = stop.end()
            self.qualified = True
        return at

    def _date_at(self, at: int) -> tuple[HeadDate, int] | None:
        """Read a date, a weekday, or both."""
        _, weekdays = _calendar_words()
        named = BOOK["weekday"].match(self.text, at, at + 20)
        weekday = weekdays.get(named[0].lower().rstrip(".")) if named is not None else None
        if named is None or weekday is None:
            return self._day_at(at)
        dated = self._day_at(_SEPARATOR.match(self.text, named.end()).end())  # type: ignore[union-attr]
        if dated is None:
            return HeadDate(named.span(), weekday=weekday), named.end()
        return attrs.evolve(dated[0], span=(at, dated[1]), weekday=weekday), dated[1]

    def _day_at(self, at: int) -> tuple[HeadDate, int] | None:
        match = BOOK["date"].match(self.text, at, at + 40)
        if match is None:
            return None
        group = match.groupdict()
        if group["y3"]:
            year, month, day = int(group["y3"]), int(group["m3"]), int(group["d3"])
        elif group["y4"]:
            year, month, day = int(group["y4"]), int(group["m4"]), int(group["d4"])
        else:
            month = _calendar_words()[0].get((group["m"] or group["m2"]).lower(), 0)
            day = int(group["d"] or group["d2"])
            written = group["y"] or group["y2"]
            year = int(written.strip("'’")) if written else 0
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        if 0 < year < 100:
            year += 1900 if year > 50 else 2000
        return HeadDate(match.span(), year or None, month, day), match.end()

    def _rest(self) -> None:
        """Read date and agencies in any order."""
        for _ in range(6):
            separator = _SEPARATOR.match(self.text, self.at)
            at = separator.end() if separator else self.at
            no_date = _NO_DATE.match(self.text, at)
            if no_date:
                self.at = no_date.end()
                self.firm = True
                continue
            if self.date is None:
                dated = self._date_at(at)
                if dated is not None:
                    self.date, self.at = dated
                    self.firm = True
                    continue
            match = _PAREN.match(self.text, self.at) or re.compile(
                r"\s*\.\s*(?:/([^/\n]{2,30})/)\.?()()"
            ).match(self.text, self.at)
            if match:
                inside = next((g for g in match.groups() if g), "")
                if self._credits(inside, match.start() + match[0].find(inside)):
                    self.at = match.end()
                    continue
            bare = self._bare_agency(
                at, joined="," in self.text[self.at : at] or self.date is not None or at == self.start
            )
            if bare is not None:
                name, self.at = bare
                self.agencies.append(name)
                self.firm = True
                continue
            if self.date is None and self.places and (dashed := BOOK["dash"].match(self.text, at)):
                dated = self._day_at(_SEPARATOR.match(self.text, dashed.end()).end())  # type: ignore[union-attr]
                if dated is not None and BOOK["dash"].match(self.text, dated[1]):
                    self.date, self.at = dated
                    self.firm = True
                    continue
            break

    def _bare_agency(self, at: int, *, joined: bool) -> tuple[str, int] | None:
        """Read an agency without brackets; `joined` when a comma or date leads up to it."""
        bare = _BARE.match(self.text, at)
        if bare is None:
            return None
        name = bare[0]
        for short in (name, name.split(" ")[0], name.split("/")[0]):
            agency = agency_named(short)
            if agency is not None and not joined and short.casefold() in delicate():
                continue
            if agency is not None and (short.isupper() or not short.islower()):
                end = at + len(short)
                after = _AFTER_BARE if joined else _DASH_AFTER_BARE
                return (agency.name, end) if after.match(self.text, end) else None
        return None

    def _credits(self, inside: str, base: int) -> bool:
        """Take agencies, and a date, from what stands in brackets at `base`."""
        base += len(inside) - len(inside.lstrip())
        inside = inside.strip()
        if not inside:
            return False
        dated = self._date_at(base)
        if dated is not None and dated[1] >= base + len(inside):
            if self.date is None:
                self.date = dated[0]
            self.firm = True
            return True
        whole = agency_named(inside)
        if whole is not None:
            self.agencies.append(whole.name)
            self.firm = True
            return True
        pieces = [piece.strip() for piece in re.split(r"\s+[-–—]\s+|\s*[/;,]\s*|\s+and\s+", inside)]
        known = [agency_named(piece) for piece in pieces if piece]
        if re.fullmatch(r"[A-Z]{2,6} - [A-Z]{2,6}", inside) and not any(known):
            known = []
        if any(known):
            for agency in known:
                if agency is not None and agency.name not in self.agencies:
                    self.agencies.append(agency.name)
            if self.date is None:
                for piece in re.compile(r"\d|[A-Z]").finditer(inside):
                    dated = self._date_at(base + piece.start())
                    if dated is not None and dated[0].month is not None:
                        self.date = dated[0]
                        break
            self.firm = True
            return True
        if not self.places and self.date is None and self.at == self.start:
            return False
        if inside.lower().strip(".") in _words("regions"):
            return self.date is None
        if re.fullmatch(r"[\d\s-]+", inside):
            return True  # a postal code
        closed = BOOK["dash"].match(self.text, base + len(inside) + 1)
        if inside[0].isupper() and closed and len(inside.split()) <= 7:
            if self.date is None and _PERSON.fullmatch(inside) and not _services(inside):
                return True  # a reporter's name
            self.agencies.append(_name(inside))
            self.firm = True
            return True
        return False

    def _close(self) -> Head | None:
        """Ask for what ends a dateline, and decide whether it is one."""
        text = self.text
        dash = BOOK["dash"].match(text, self.at)
        end = self.at
        spaced = True
        if dash is not None:
            after = text[dash.end() : dash.end() + 1]
            before = text[self.at : dash.start() + 1]
            mark = dash[0].strip()
            spaced = mark not in ("-", "–") or dash[0] != dash[0].strip() or after.isspace() or after == ""
            if mark == "-" and not before.isspace() and not after.isspace() and not self.firm:
                return None
        colon = re.compile(r"\s*:\s").match(text, self.at)
        if dash is None:
            if not self.firm:
                return None
            if not self.agencies:
                # a place and a date: "KABUL, Oct. 3:" or a line of its own
                if not self.places or self.date is None or self.date.month is None:
                    return None
                between = text[self.places[-1][0][1] : self.date.span[0]]
                if "," not in between or not (colon or _LINE_END.match(text, self.at)):
                    return None
            elif not self.places and self.date is None and not self.marked:
                return None
        elif not self.firm:
            if not self.places or not spaced:
                return None
            if not self._likely_city():
                return None
        elif not (self.places or self.date or self.agencies or self.marked):
            return None
        if dash is not None and (genre := self._genre(dash.end())) and not self.agencies:
            self.agencies.append(genre)
        dated = self.date is not None and "," in text[self.start : self.date.span[0]]
        if not (dash is not None and (self.agencies or dated)) and self._headline(
            dash.end() if dash else end
        ):
            return None
        return Head(
            span=(self.start, end), places=tuple(self.places), date=self.date,
            agencies=tuple(dict.fromkeys(self.agencies)),
        )

    def _genre(self, at: int) -> str | None:
        """Read an agency from notes such as `[COMMUNIQUE] [ARMED FORCES PRESS COMMITTEE, COPREFA]`."""
        for _ in range(3):
            match = _GENRE.match(self.text, at)
            if match is None:
                return None
            for piece in reversed(match[1].split(",")):
                agency = agency_named(piece.strip())
                if agency is not None:
                    return agency.name
            at = match.end()
        return None

    def _headline(self, at: int) -> bool:
        """Tell whether what follows the dash is the rest of a headline in capitals."""
        line = self.text[at : at + 200].split("\n", 1)[0]
        return bool(line.strip()) and line.upper() == line and self.text[at : at + 600].upper() != self.text[at : at + 600]

    def _likely_city(self) -> bool:
        """Without date or agency: a city in capitals, or one narrowed down."""
        for _, name in self.places:
            lowered = name.lower().strip(" .")
            if lowered in _words("labels") or lowered.split()[0] in ("update", "factbox", "breaking"):
                return False
        name = self.places[0][1]
        if not name.isupper():
            return self.qualified
        letters = [char for char in name if char.isalpha()]
        return len(letters) >= 3 and len(name.split()) <= 4


@cache
def _service_words() -> frozenset[str]:
    return frozenset(load_lexicon("newsfacts_dateline", "agencies")["service"]["words"])


def _services(name: str) -> bool:
    return any(word in _service_words() for word in name.lower().split())


def _name(text: str) -> str:
    """Write a name of a station or paper: title case, short acronyms kept."""
    words = text.split()
    return " ".join(
        word if len(word) <= 4 and not any(v in word for v in "AEIOU") or not word.isupper() or len(words) == 1
        else word.capitalize()
        for word in words
    )


_PARTICLE_CASE = re.compile(r"^(?:de|del|la|las|los|el|of|the|da|do|dos|das|di|du|des|sur|le|les|am|an|der|upon|on|in|au|aux|al|en)$", re.IGNORECASE)


def place_name(text: str) -> str:
    """Write a city in title case: `PARETS DEL VALLÈS` is `Parets del Vallès`."""
    if not text.isupper():
        return text
    def one(word: str, first: bool) -> str:
        if "-" in word:
            head, *rest = word.split("-")
            return "-".join([one(head, first), *(one(each, False) for each in rest)])
        if not first and _PARTICLE_CASE.match(word):
            return word.lower()
        if re.fullmatch(r"(?:[A-Z]\.)+", word):
            return word
        lowered = word[:1] + word[1:].lower()
        return re.sub(r"(?<=['’])([^\W\d_])(?=[^\W\d_]{2})", lambda m: m[1].upper(), lowered)
    return " ".join(one(word, index == 0) for index, word in enumerate(text.split()))


_ = regex
