"""The parts of story heads: cities, dates, dashes, brackets, bylines."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import attrs

from newsfacts.text import Part, PatternBook, load_lexicon

Span = tuple[int, int]
LANGUAGES = ("es", "pt", "fr", "it", "de")


@attrs.frozen
class HeadDate:
    """A date in a head, as far as its words tell it."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


BOOK = PatternBook(
    {
        "word": Part(
            r"(?:\p{Lu}\p{Ll}?\.){2,5}+"
            r"|\p{Lu}[\p{L}\p{M}'’`]*+(?:[-‐][\p{L}'’]++)*+(?:\.(?=[\s,]*+[\p{Lu}/(,]))?+",
            match=("LONDON", "Port-au-Prince", "N.Y.", "Ma'an", "D’Ivoire"),
            reject=("london", "5", "X1"),
        ),
        "particle": Part(
            r"(?:de|del|la|las|los|el|al|of|the|da|do|dos|das|di|du|des|sur|le|les|am|an|der|upon|on"
            r"|in|e|ad|ob|nad|ash|as|ar|es|ez)(?!\w)",
            match=("de",),
            reject=("from",),
        ),
        "city": Part(
            r"{word}(?:\s{1,3}(?:{word}|{particle})){0,6}+",
            match=("SAN SALVADOR", "Salvador de Bahia", "KING OF PRUSSIA", "St. Paul"),
            reject=("the city", "RIO,"),
        ),
        "name": Part(r"[\p{L}]{3,10}", match=("Oct", "août"), reject=("X", "12")),
        "year": Part(r"\d{4}|['’]?\d{2}(?![\d:])", match=("2024", "'90"), reject=("1", "199")),
        "date": Part(
            r"(?<d>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?(?:\s*[-/&]\s*\d{1,2})?,?\s*(?:de\s+)?"
            r"(?<m>{name})\.?(?:(?:,|\s+de|\s+del)?\s*(?<y>{year}))?"
            r"|(?<m2>{name})\.?\s*(?<d2>\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d)"
            r"(?:(?:,\s*|\s+|/)(?<y2>{year}))?"
            r"|(?<y3>\d{4})-(?<m3>\d{2})-(?<d3>\d{2})"
            r"|(?<d4>\d{1,2})[/.](?<m4>\d{1,2})[/.](?<y4>\d{4}|\d{2})",
            match=("Oct 13", "3 JAN 90", "10 juil 2024", "March 22, 2018", "4 ene", "2024-02-13",
                   "9th Jan, 2024", "3 de mayo de 2024", "February 3/2024"),
            reject=("Oct", "13", "OCTOBER 2024"),
        ),
        "weekday": Part(r"{name}(?:-feira)?\.?", match=("Monday", "terça-feira"), reject=("5",)),
        "dash": Part(
            r"\s*(?:\.?\s?(?:-{2,4}|[—–―]|_{1,2}|-)(?![\p{L}\d]{0,30}-\p{L})|>>|»|=+)",
            match=(" --", "—", ".-", " _", " -", ". –", " >>"),
            reject=("", "a"),
        ),
    }
)  # fmt: skip

HEADER = re.compile(r"\s*date:?\s+(\d{4}-\d{2}(?:-\d{2})?)(?=\s|$)")
GLUED = re.compile(
    r"[a-zß-ÿ\d.?!%\"”’')]-(?=[A-Z]{3,}(?:,? [A-Z][\w.]*){0,4}\s?(?:—|--|\([A-Z]))"
    r"|(?<= )[A-Z]{2,5}-(?=[A-Z]{3,}(?:,? [A-Z][\w.]*){0,4}\s?(?:—|--)\s?-)"
)  # a headline whose line end was lost: "Bridge Closed-LIMA —"
STORY = re.compile(r"\s*+[.:;/|]?+\s*+(?:[\[\"“”'‘’`(¿¡«-]*+[^\W_a-zß-ÿ]|$)")
SIGN = re.compile(
    r"[-–—_=(/|»>:,\d](?:(?<=[—(/|»])|(?<=\s[–_=-])|(?<=[–_=-])\s|(?<=-)-|(?<=\.-)|(?<=>)>|(?<=:)\s"
    r"|(?<=,)\s[^\n]{2,20}\d\.?\n|(?<=\d)\.?,?\s[A-Z]\w\w)"
)  # what a line that opens with a dateline shows; a set of characters first, which is quick to scan
LEADING = re.compile(r"[\s\[*#>•·×]*")
SEPARATOR = re.compile(r"\s*+[,;]?+\s*+(?:le\s(?=\d))?")
SPACES = re.compile(r"\s*")
BRACKETS = re.compile(
    r"\s*+(?>(?:,\s*+)?)(?:\(([^()\[\]\n]{2,70}(?:\[[^()\[\]\n]{1,30}\])?)[)\]]"
    r"|\[([^()\[\]\n]{2,70})[)\]]|\.?\s?/\s?([^/\n]{2,40}?)\s?/\.?)"
)
REGION_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]\n\d]{2,40})[)\]]")
COMMA = re.compile(r"\s*,\s*")
JOINT = re.compile(r"\s*/\s*|\s+(?:and|AND|y|Y|e|et|und|&)\s+|\s*;\s*")
COLON = re.compile(r"\s*:\s")
FULL_STOP = re.compile(r"\.[ ](?=[^\W\da-z_])")
BLANK_LINE = re.compile(r"[ \t]{0,9}\n\s*\n")
LINE_END = re.compile(r"[.:]?\s*\n")
NO_DATE = re.compile(r"NO DATE\b", re.IGNORECASE)
DAY_ONLY = re.compile(r"(\d{1,2})(?=\s*\()")
BARE = re.compile(r"(?:[/|]\s*)?(?P<name>[A-ZÀ-Ý][\w'’/]*(?:-\w[\w'’]*)*(?: [A-ZÀ-Ý]\w{1,20})?)")
AFTER_BARE = re.compile(r"\.?\s?(?:--?|[—–_/|]|\.-|:|\n|$)")
AFTER_DATED_BARE = re.compile(r"\.?\s?(?:--?|[—–_/|]|\.-|:|\n|$)|[.,]?\s{1,99}+(?=[A-ZÀ-Ý\"“'])")
DASH_AFTER_BARE = re.compile(r"\.?\s?(?:--?(?!\w)|[—–]|\.-)")
BEFORE_DATE = re.compile(r"\s*+(?:,\s*+(?:[^\W\d_]{3,10}\.?\s)?\d|[\d(])")
GLUED_AGENCY = re.compile(r"([A-Z]{2,6})-(?=[A-Z][a-z])")
PERSON = re.compile(r"[A-ZÀ-Þ][\w'’-]*[a-zß-ÿ](?: [A-Z]\.)?(?: [A-ZÀ-Þ][\w'’-]*[a-zß-ÿ]){1,2}")
GENRE = re.compile(r"\s*\[([^\[\]]{3,300})\]")
BYLINE = re.compile(
    r"(?:By|BY|by|Por|POR|Par|Von|\(?di|De|Reporting by)\s+"
    r"((?:[^\W\d_][\w'’.-]*\s+){0,4}?[^\W\d_][\w'’.-]*)"
    r"(?:,?\s+(?:and|&|y|et|und|e)\s+((?:[^\W\d_][\w'’.-]*\s+){0,4}?[^\W\d_][\w'’.-]*))?"
    r"(?:,\s[^\n(\[—–]{2,40})?\)?\s*(?=\n|$)"
)
_FIGURED = re.compile(r"\d|[^\W\d_]{3,10}\.?\s{0,9}\d")
_NAME = r"(?>[A-Z][\w'’.-]*[a-z][\w'’.]*|[A-Z]\.)"  # in one way only, of many
INLINE_BYLINE = re.compile(
    rf"(?:By|BY) ({_NAME}(?: {_NAME}){{0,3}}"
    rf"(?:(?:, and | and |, ){_NAME}(?: {_NAME}){{0,3}}){{0,3}})"
    r" (?=[A-Z]{2,})"
)


@cache
def head_words(section: str) -> frozenset[str]:
    """Give a word list of the heads lexicon."""
    return frozenset(load_lexicon("newsfacts_dateline", "heads")[section]["words"])


@cache
def calendar_words() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Give months and weekdays of all head languages, English first where words clash."""
    english = load_lexicon("newsfacts_dateline", "times")
    months = dict(english["months"])
    weekdays = dict(english["weekdays"])
    for language in LANGUAGES:
        lexicon = load_lexicon("newsfacts_dateline", "months", language)
        for word, number in lexicon["months"].items():
            months.setdefault(word, number)
        for word, number in lexicon["weekdays"].items():
            weekdays.setdefault(word, number)
    return MappingProxyType(months), MappingProxyType(weekdays)


def past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Give where a pattern that may match nothing ends."""
    match = pattern.match(text, at)
    return match.end() if match else at


def date_at(text: str, at: int) -> tuple[HeadDate, int] | None:
    """Read a date, a weekday, or both, and where it ends."""
    named = BOOK["weekday"].match(text, at, at + 20)
    weekday = calendar_words()[1].get(named[0].lower().rstrip(".")) if named is not None else None
    if named is None or weekday is None:
        return day_at(text, at)
    dated = day_at(text, past(SEPARATOR, text, named.end()))
    if dated is None:
        return HeadDate(named.span(), weekday=weekday), named.end()
    return attrs.evolve(dated[0], span=(at, dated[1]), weekday=weekday), dated[1]


def day_at(text: str, at: int) -> tuple[HeadDate, int] | None:
    """Read a date with day and month, in any of the head languages, and where it ends."""
    if _FIGURED.match(text, at) is None:
        return None
    match = BOOK["date"].match(text, at, at + 40)
    if match is None:
        return None
    group = match.groupdict()
    if group["y3"]:
        year, month, day = int(group["y3"]), int(group["m3"]), int(group["d3"])
    elif group["y4"]:
        year, month, day = int(group["y4"]), int(group["m4"]), int(group["d4"])
    else:
        month = calendar_words()[0].get((group["m"] or group["m2"]).lower(), 0)
        day = int(group["d"] or group["d2"])
        written = group["y"] or group["y2"]
        year = int(written.strip("'’")) if written else 0
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if 0 < year < 100:
        year += 1900 if year > 50 else 2000
    return HeadDate(match.span(), year or None, month, day), match.end()
