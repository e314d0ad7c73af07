"""Runs of capitalised words: where a name can stand."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from newsfacts.text import Part, PatternBook

BOOK = PatternBook(
    {
        "initials": Part(
            r"(?:\p{Lu}\.){2,5}+",
            match=("U.S.", "U.A.E.", "D.C."),
            reject=("US", "A.", "u.s."),
        ),
        "word": Part(
            r"(?:St|Ste|Ft|Mt|ST|FT|MT)\.(?=\s\p{Lu})"
            r"|\p{Lu}[\p{L}\p{M}]*+(?:['’ʼ](?![sS]\b)[\p{L}\p{M}]++)*+",
            match=("Kabul", "N'Djamena", "LIMA", "Nuku’alofa", "A"),
            reject=("kabul", "Kabul's", "U.S.", "St."),
        ),
        "elided": Part(
            r"(?:d|l|dell|al|D|L)['’]",
            match=("d'", "l’"),
            reject=("d", "x'"),
        ),
        "particle": Part(
            r"(?:de|del|della|di|du|do|dos|da|das|des|la|las|le|les|lo|los|el|al|an|as|ash|at|ad|ed"
            r"|ez|es|ar|az|bin|ibn|abu|of|the|and|e|i|y|ye|en|sur|au|aux|am|auf|ob|upon|under|on|by)",
            match=("de", "al", "upon"),
            reject=("kabul", "in", "De"),
        ),
        # One line end may stand inside a name; a blank line may not.
        "gap": Part(
            r"(?:[ \u00a0]?+[-‑–][ ]?+|[ \u00a0]++(?:\r?\n[ ]*+)?+|\r?\n[ ]*+)",
            match=(" ", "-", "\n", " \n  "),
            reject=("\n\n", ",", ""),
        ),
        "run": Part(
            r"(?<![\p{L}\p{N}])(?:{initials}|{word})"
            r"(?:{gap}(?:{particle}{gap}){0,3}+{elided}?+(?:{initials}|{word}))*+",
            match=("Rio de Janeiro", "Deir al-Balah", "San Salvador", "Coeur d'Alene"),
            reject=("Kabul, Afghanistan", "in Kabul", "Kabul and"),
        ),
        # What follows the place of a dateline: further places, then a date, an agency or a dash.
        "dateline_tail": Part(
            r"(?:[,/]?[ ]*+(?!{month}\b)[\p{Lu}.][\p{L}.'’-]*+){0,4}+"
            r"[,.]?[ ]*+(?:{month}[ .]++\d{1,4}+"
            r"|\(|[-–—_]|/[ ]?\p{Lu}|\d{1,2}[.]?(?:[ ]?\p{L}++|/\d))",
            match=(
                " (",
                ", Pa. (",
                ", Monday (",
                ", March 12",
                ", 6 LUG",
                "/CAIRO, Feb 13",
                ", July 12",
            ),
            reject=(" police said (", ", a town of 12", " 12"),
        ),
        "month": Part(
            r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,7}+",
            match=("March", "FEB"),
            reject=("Kabul", "the"),
        ),
        # Between a name and the known place that says where it lies.
        "placing": Part(
            r",\s++(?:(?:in|near|outside)\s++)?+(?:[a-z-]++\s++){0,3}+"
            r"|\s++(?:[a-z-]++\s++){0,2}?(?:in|near|outside)\s++(?:[a-z-]++\s++){0,2}+",
            match=(", ", ", near ", " in southern ", " trading center in southern "),
            reject=(" and ", ". In ", " "),
        ),
        "token": Part(
            r"{initials}|{elided}{word}|{word}|\p{Ll}++",
            match=("Kabul", "de", "U.S."),
            reject=("-", " "),
        ),
    }
)


def in_dateline(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands in the head of a line as the place of a dateline does."""
    line = text.rfind("\n", max(0, start - 160), start) + 1
    if start - line > 90 or (line == 0 and start > 90):
        return False
    head = text[line:start].strip()
    if head and not (head.isupper() or head[-1] in "-–—)/" or not head[-1].isalnum()):
        return False
    if any(char.islower() for char in head) and not head.endswith((")", "/", "-", "–", ",")):
        return False
    return BOOK["dateline_tail"].match(text, end, min(len(text), end + 90)) is not None


class Token(NamedTuple):
    """A word of a run; `name` tells a capitalised word from a particle."""

    start: int
    end: int
    text: str
    name: bool


def runs(text: str) -> Iterator[tuple[Token, ...]]:
    """Give the runs of capitalised words, particles between them included, in order."""
    token: regex.Pattern[str] = BOOK["token"]
    for run in BOOK.finditer("run", text):
        yield tuple(
            Token(match.start(), match.end(), word := match[0], not word.islower())
            for match in token.finditer(text, run.start(), run.end())
        )


def words_before(text: str, start: int) -> tuple[str, str, str]:
    """Give up to three words before an offset in small letters, nearest last; a stop cuts."""
    begin = max(0, start - 40)
    found = text[begin:start].lower().split()
    if begin and found and not text[begin - 1].isspace():
        del found[0]
    if found and not text[start - 1].isspace():
        found[-1] = "" if not found[-1][-1].isalnum() else found[-1]
    kept: list[str] = []
    for word in reversed(found[-3:]):
        if not word or word[-1] in '.,;:!?)]”"':
            break
        kept.append(word.lstrip("(\"“‘'["))
    kept += [""] * (3 - len(kept))
    return kept[2], kept[1], kept[0]


def word_after(text: str, end: int) -> str:
    """Give the word after an offset, "" where a stop comes first."""
    if text[end : end + 1] not in (" ", "\n", "\u00a0"):
        return ""
    tail = text[end + 1 : end + 34].split(None, 1)
    return tail[0].rstrip('.,;:!?)"”') if tail else ""
