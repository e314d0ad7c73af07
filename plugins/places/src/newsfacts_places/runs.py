"""Runs of capitalised words, where a name can stand, and the words around them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from newsfacts.text import Part, PatternBook, headline_end

_UPPER = "A-Z" + "".join(
    char for char in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))) if char.isupper()
)
PARTICLES = frozenset(
    [
        "abu", "ad", "al", "am", "an", "and", "ar", "as", "ash", "at", "au", "auf", "aux", "az",
        "bin", "bint", "binti", "by", "da", "das", "de", "del", "della", "den", "der", "des", "di",
        "do", "dos", "du", "e", "ed",
        "el", "en", "es", "ez", "i", "ibn", "la", "las", "le", "les", "lo", "los", "ob", "of",
        "on", "s", "sur", "ter", "the", "under", "upon", "van", "von", "y", "ye",
    ]
)  # fmt: skip
"""Small words inside names: "Rio de Janeiro", "Deir al-Balah", "Bosnia and Herzegovina"."""

# Shortened titles before a name; after these, and after an initial, a stop parts nothing.
_SHORT_TITLES = frozenset(
    [
        "Adm", "Brig", "Capt", "Col", "Det", "Dr", "Gen", "Gov", "Hon", "Lt", "Maj", "Mr", "Mrs",
        "Ms", "Prof", "Rep", "Rev", "Sen", "Sgt", "Sr", "Supt",
    ]
)  # fmt: skip
_STOPS = '.,;:!?)]”"'
_DASHES = frozenset([" - ", " -- ", " – ", " — "])  # between spaces they part words
_OPENING = "(\"“‘'["
_LONGEST_RUN = 64  # tokens: upper-case copy without a stop is cut here
_HEAD = 400  # characters in which a page's own lines may stand before a dateline
_ELIDED = frozenset(["d'", "l'", "d’", "l’", "dell'", "dell’", "al-d'", "D'", "L'"])

# The parts keep to what the modules `re` and `regex` both read; `word`, which every article is
# scanned with, is compiled with `re`, which is the faster for it.
BOOK = PatternBook(
    {
        "word": Part(
            # The capital stands first: the scanner skips to the next one by it.
            r"[" + _UPPER + r"](?<!\w[\s\S])"
            r"(?:(?<=[A-Z])\.(?>(?:[A-Z]\.){1,4})"
            r"|(?:(?<=S)(?:te?|T)|(?<=[FM])[tT])\.(?=\s[" + _UPPER + r"])"
            r"|[\w\u0300-\u036f]*+(?>(?:['’ʼ](?![sS]\b)\w++)*))",
            match=("Kabul", "N'Djamena", "LIMA", "Nuku’alofa", "A", "U.S.", "D.C.", "Ürümqi"),
            reject=("kabul", "Kabul's", "St.", "u.s.", "émigré"),
        ),
        "month": Part(
            r"(?i:jan(?:uary|eiro|vier)?|feb(?:ruary|rero)?|mar(?:ch|zo|s|ço)?|apr(?:il|ile)?|may"
            r"|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober|ubre)?|nov(?:ember|iembre|embro)?"
            r"|dec(?:ember)?|dez(?:embro)?|dic(?:iembre)?|ene(?:ro)?|abr(?:il)?|ago(?:sto)?)\b",
            match=("March", "FEB", "dez"),
            reject=("Kabul", "Nova", "the"),
        ),
        "capital": Part(
            r"(?!{month})[" + _UPPER + r".][\w.'’-]*+",
            match=("Pa.", "Strip"),
            reject=("March", "strip"),
        ),
        # What follows the place of a dateline: further places, then a date, an agency or a dash.
        "dateline_tail": Part(
            r"(?>(?:(?:[,/][ ]*+|[ ](?:and|AND|&|[yYeE])[ ])"
            r"{capital}(?>(?:[ ]{capital}){0,3})){0,3})"
            r"[,.]?[ ]*+(?:{month}[ .]++\d{1,4}+"
            r"|\(|[-–—_]|/[ ]?[A-Z]|\d{1,2}[.]?(?:[ ]?[^\W\d]++|/\d))",
            match=(
                " (",
                ", Pa. (",
                ", Monday (",
                ", March 12",
                ", 6 LUG",
                "/CAIRO, Feb 13",
                " and LIMA (",
            ),
            reject=(" police said (", ", a town of 12", " 12", " and police ("),
        ),
        # What follows it where nothing else stands in front: a colon, a bracket, an agency.
        "lone_tail": Part(
            r":[ ]|\][ ]|\)[ ]?[-–—]|(?>(?:,[ ][A-Z]{3,20})?)[.][ ](?:[A-Z]{5,}(?![\w'’])[ ])?",
            match=(": ", "] ", ") –", ". RAINPRESS ", ", PERU. "),
            reject=(" : ", ".", ", Peru. ", ") said"),
        ),
        # What follows it where only a region, or an agency in brackets, and a dash tell a dateline.
        "agency_tail": Part(
            r"(?>(?:,[ ]*+{capital}(?>(?:[ ]{capital}){0,3})){0,2})"
            r"(?>(?:,[ ]*+(?:{month}[ .]++\d{1,2}|\d{1,2}[ ]{month})[.]?)?)"
            r"(?:[ ]\([A-Z][^()\n]{1,30}+\)[ ]?[.:]?[ ]?|(?<=[\w.])(?<![A-Z]{3})[ ])"
            r"[-–—_]{1,2}(?![^\sA-Z“‘\"])",
            match=(
                " (ABC) —",
                ", Pa. (ABC) --",
                ", 13 feb (ABC).-",
                ", March 2 (Abc News) _",
                ", Pa. -",
            ),
            reject=(" (ABC) said", " (", " —", ", a firm (ABC) -"),
        ),
        # Who wrote it, before the place in the same line: "By Ada Moss LIMA —".
        "byline": Part(
            r"(?:By|BY)[ ](?>(?:["
            + _UPPER
            + r"][\w.'’-]*+,?+[ ]|and[ ]|of[ ]|the[ ]|[|/][ ]){2,9})",
            match=("By Ada Moss ", "By Ada Moss and Jo Hart, Quillan Press Writer "),
            reject=("by Ada Moss ", "By then he said ", "By Ada "),
        ),
        # What makes a name that of a street: "Linden and Ottabek streets".
        "street": Part(
            r"[ ](?>(?:(?:and|near|at)[ ][" + _UPPER + r"]\w++[ ])?)"
            r"(?:street|avenue|road|boulevard)s?+(?![\w-])",
            match=(" street", " and Ottabek streets", " avenue"),
            reject=(" and Ottabek", " streetcar", " road-side", " and a street"),
        ),
        # Goals behind the name of a club.
        "score": Part(
            r"[ ]\d{1,3}[-–]\d{1,3}(?![\w-])",
            match=(" 2-1", " 98–102"),
            reject=(" 2", " 2-1-0", " 2-year", " 2000-2001"),
        ),
        # A score in front of whom it was made against.
        "opponent": Part(
            r"(?<![\d-])\d{1,3}[-–]\d{1,3}[ ](?:at|to|against|over|with)[ ]$",
            match=("2-1 to ", "98–102 against "),
            reject=("2-1 in ", "1990-91 to ", "2-1 "),
        ),
        # What a club does, and the score.
        "result": Part(
            r"[ ](?:beat|beaten|drew|defeated|edged|eased|hammered|held|lost|routed|thrashed"
            r"|trounced|swept|topped|tied|won|were)(?![\w'-])"
            r"(?>(?:[ ][^\s.;]{1,20}){0,7}?[ ]\d{1,3}[-–]\d{1,3})(?![\w-])",
            match=(" lost 2-1", " beat Quillan Rovers 3-0", " were held 1-1"),
            reject=(" lost 20 men", " said 2-1", " won in 2012-13"),
        ),
        # What says that a name is a place's: "Kerto, a poor farming village in the north".
        "described": Part(
            r",[ ](?:an?|the)[ ](?:[a-z][\w-]*+[ ]){0,4}?[a-z-]++(?![\w-])(?![ ](?!(?:in|of|near|on"
            r"|outside|with|where|about|some|that|which|just|and|north|south|east|west|along|between"
            r"|by|close|at|home|under|inside|\d+)\b))",
            match=(", a village", ", a poor farming town", ", the main city"),
            reject=(", where", " a village", ", a Village"),
        ),
        # The same up to the known place that says where it lies.
        "described_in": Part(
            r",[ ](?:an?|the)[ ](?:[\w()-]++[ ]){1,10}?(?:in|near|of|from|on)[ ](?:the[ ])?"
            r"(?:[a-z-]++[ ]){0,2}",
            match=(", a village in ", ", a town in the northern ", ", a town 40 kilometres from "),
            reject=(", told police in ", ", a village. In "),
        ),
        "distance": Part(
            r",?[ ](?:(?:about|some|around|roughly|nearly|just|only)[ ]){0,2}\d[\d.,]*+[ -]?"
            r"(?:km|kilomet(?:er|re)s?|miles?|mi)\b[.]?(?:[ ]\([^()\n]{1,20}\))?[ ](?:to[ ]the[ ])?"
            r"(?:[a-z-]+[ ]){0,2}?(?:of|from|outside)[ ](?:the[ ])?(?:[a-z]++[ ]){0,2}",
            match=(", 30 km north of ", ", some 12 miles (19 km) south-west of the capital "),
            reject=(", north of ", " 30 km "),
        ),
        # Before a name, whose village it is: "the Afghan border village of".
        "people_of": Part(
            r"\b(?P<people>[A-Z][a-z]{2,15})(?:[ ][a-z-]{3,20}){1,3}[ ]of[ ]$",
            match=("Afghan village of ", "Afghan mountain village of "),
            reject=("the village of ", "Afghan village "),
        ),
        # Behind a name whose kind stands beside it.
        "kind_in": Part(
            r"(?:[ ][a-z-]++){0,3}?,?[ ](?:in|of|on)[ ](?:[a-z-]++[ ]){0,3}",
            match=(" district of ", " neighbourhood of the northern ", " in "),
            reject=(". In ", " and "),
        ),
        # Behind a name, whose capital or town it is: ", the Libyan capital".
        "apposed": Part(
            r",[ ](?:the|an?)[ ](?P<people>[A-Z][a-z]{2,15})(?:[ ][a-z-]{3,20}){0,2}[ ]"
            r"(?:capital|city|town|port|village|province|resort|suburb|district)(?![\w-])",
            match=(", the Afghan capital", ", an Afghan border town"),
            reject=(", the capital", ", a Afghan envoy"),
        ),
        # The same up to the known place.
        "kind_of": Part(
            r",[ ](?:the|an?)[ ](?:[a-z-]{2,20}[ ]){0,3}(?:capital|city|town|village|port|district"
            r"|province|region|state|suburb|island|seat)[ ](?:of|in)[ ](?:[a-z-]{3,20}[ ])?",
            match=(", the capital of ", ", a market town in ", ", a district of western "),
            reject=(", the king of ", ", a town near "),
        ),
        # Between a name and the known place that says where it lies.
        "placing": Part(
            r",\s++(?>(?:(?:in|near|outside|on)\s++)?)(?>(?:[a-z-]++\s++){0,4})"
            r"|\s++(?:[a-z-]++\s++){0,2}?(?:in|near|outside)\s++(?>(?:[a-z-]++\s++){0,2})(?>(?:[A-Z][a-z]++\s++)?)"
            r"(?>(?:[a-z-]++\s++of\s++)?)",
            match=(", ", ", near ", " in southern ", " trading center in southern "),
            reject=(" and ", ". In ", " "),
        ),
    }
)


class Token(NamedTuple):
    """A word of a run; `name` tells a capitalised word from a particle."""

    start: int
    end: int
    text: str
    name: bool


@cache
def _word() -> re.Pattern[str]:
    return re.compile(BOOK.source("word"), re.VERBOSE)


@lru_cache(maxsize=4096)
def _bridge(gap: str) -> tuple[tuple[int, int], ...] | None:
    """Give where the particles of a gap between two capitalised words stand.

    None when the gap parts the words: a comma, a blank line, a word that is no particle.
    """
    if gap.count("\n") > 1 or gap in _DASHES:
        return None
    found = []
    for match in re.finditer(r"[^\s\u2011–-]+", gap):
        if match[0] not in PARTICLES and not (match[0] in _ELIDED and match.end() == len(gap)):
            return None
        found.append(match.span())
    return tuple(found) if len(found) <= 3 else None


def runs(text: str) -> Iterator[list[Token]]:
    """Give the runs of capitalised words, particles between them included, in order."""
    run: list[Token] = []
    reached = 0
    headline = headline_end(text)
    make = tuple.__new__  # a quarter of the time of Token(...)
    for match in _word().finditer(text):
        start, end = match.span()
        if run:
            apart = start - reached
            if apart > 16 or len(run) >= _LONGEST_RUN or reached <= headline < start:
                yield run
                run = []
            elif apart != 1 or text[reached] != " ":
                inside = _inside(run[-1].text, text[reached:start])
                if inside is None:
                    yield run
                    run = []
                else:
                    for one, two in inside:
                        at, upto = reached + one, reached + two
                        if text[upto - 1] in "'’":
                            start = at  # "d'Alene"
                        else:
                            run.append(Token(at, upto, text[at:upto], False))
        run.append(make(Token, (start, end, text[start:end], True)))
        reached = end
    if run:
        yield run


def _inside(last: str, gap: str) -> tuple[tuple[int, int], ...] | None:
    """Give where the particles after the word `last` stand, None where the gap parts the words."""
    if gap == ". ":
        return () if len(last) == 1 or last in _SHORT_TITLES else None
    return None if gap == ", " else _bridge(gap)


def in_dateline(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands in the head of a line as the place of a dateline does."""
    line = text.rfind("\n", max(0, start - 120), start) + 1
    upto = min(len(text), end + 90)
    if start - line > 90:
        return _agency_follows(text, start, end)
    head = text[line:start].rstrip()
    parted = head.endswith((")", "/", "-", "–", "—")) or not any(map(str.isalnum, head))
    if not parted and head.endswith("(") and start < _HEAD:
        return _stands_alone(text, start, end, head)
    if not parted and not (
        head.endswith((",", " AND", " Y", " E", " and", " y", " e"))
        and head.removesuffix(" and").removesuffix(" y").removesuffix(" e").isupper()
    ):
        if _agency_follows(text, start, end):
            return True
        by = max(head.rfind("By "), head.rfind("BY "))
        if (
            by < 0
            or not text[start:end].isupper()
            or BOOK["byline"].fullmatch(text, line + by, start) is None
        ):
            return False
    if BOOK["dateline_tail"].match(text, end, upto) is not None:
        return True
    return start < _HEAD and _stands_alone(text, start, end, head)


def _stands_alone(text: str, start: int, end: int, head: str) -> bool:
    """Tell whether a city, a date at most before it, opens a story: "RIYADH: ", "[Cairo] "."""
    opened = head[-1:]
    if opened in ("[", "("):
        head = head[:-1].rstrip(" ,")
        if opened == "(" and text[start:end].isupper() and end - start < 5:
            return False  # "(UPI) - "
    elif not text[start:end].isupper():
        return False
    if head and not (opened == "(" and head[-4:].isdigit()):
        return False
    tail = BOOK["lone_tail"].match(text, end, end + 40)
    following = text[tail.end() : tail.end() + 80] if tail is not None else ""
    return following.upper() != following


def _agency_follows(text: str, start: int, end: int) -> bool:
    """Tell whether a name in capitals opens a dateline: "LIMA (ABC) -", "TROY, Mich. -"."""
    return (
        start < _HEAD
        and text[start:end].isupper()
        and BOOK["agency_tail"].match(text, end, min(len(text), end + 90)) is not None
    )


def words_before(text: str, start: int) -> tuple[str, str, str]:
    """Give up to three words before an offset in small letters, nearest last; a stop cuts."""
    begin = start - 40 if start > 40 else 0
    found = text[begin:start].lower().split()
    if begin and found and not text[begin - 1].isspace():
        del found[0]
    if found and not text[start - 1].isspace() and not found[-1][-1].isalnum():
        return "", "", ""
    kept = ["", "", ""]
    at = 2
    for word in found[:-4:-1]:
        if word[-1] in _STOPS:
            break
        kept[at] = word.lstrip(_OPENING)
        at -= 1
    return kept[0], kept[1], kept[2]


def word_after(text: str, end: int) -> str:
    """Give the word after an offset, "" where a stop comes first."""
    if text[end : end + 1] not in (" ", "\n", "\u00a0"):
        return ""
    tail = text[end + 1 : end + 34].split(None, 1)
    return tail[0].rstrip(_STOPS) if tail else ""
