"""Ordinary and hostile articles of any size."""

import itertools
from collections.abc import Callable, Mapping
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def ordinary(size: int) -> str:
    """Give the seeds one after the other, figures and names of days varied, until it is enough."""
    texts = [path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))]
    parts: list[str] = []
    length = 0
    for number in itertools.count():
        text = texts[number % len(texts)].replace("12 ", f"{number % 80 + 3} ")
        parts.append(text)
        length += len(text) + 2
        if length >= size:
            return "\n\n".join(parts)[:size]
    raise AssertionError


def one_sentence(size: int) -> str:
    """Give the seeds without a stop between them: one sentence as long as the article."""
    return ordinary(size).replace(". ", " and ").replace("\n", " ")


HOSTILE: Mapping[str, Callable[[int], str]] = {
    "letters": _repeated("a"),
    "capitals": _repeated("A"),
    "digits": _repeated("7"),
    "spaces": _repeated(" "),
    "lines": _repeated("\n"),
    "full stops": _repeated("."),
    "open brackets": _repeated("("),
    "open quotes": _repeated("“"),
    "nested quotes": _repeated("“‘\"'"),
    "initials": _repeated("A."),
    "hyphens": _repeated("a-"),
    "thousands": _repeated("1,000,"),
    "capital words": _repeated("Aba Bcd "),
    "of the": _repeated("Ministry of the "),
    "small words": _repeated("and the "),
    "number words": _repeated("twenty-one thousand "),
    "figures": _repeated("12 to 15 "),
    "dates": _repeated("March 4 2024 to "),
    "days": _repeated("Monday and "),
    "clock": _repeated("10:30 "),
    "countries": _repeated("Israel, Egypt, "),
    "places": _repeated("Lyon, "),
    "titles": _repeated("Prime Minister "),
    "names": _repeated("Jean Dupont and "),
    "acronyms": _repeated("UNICEF (UN) "),
    "killed": _repeated("killed "),
    "figures killed": _repeated("12 people were killed and 3 wounded, "),
    "soldiers": _repeated("soldiers and "),
    "talks": _repeated("talks with "),
    "met": _repeated("Dupont met Egypt's envoy "),
    "delegations": _repeated("a delegation from "),
    "who said": _repeated("who said that "),
    "semicolons": _repeated("he said; "),
    "bylines": _repeated("By Jean Dupont\n"),
    "datelines": _repeated("GENEVA (Reuters) - "),
    "surrogates": _repeated("\ud800 "),
    "accents": _repeated("e\u0301"),
    "wide": _repeated("会见"),
    "nested said": _repeated("(said “Dupont "),
    "short sentences": _repeated("He met it. "),
    "killings": _repeated("Ten died in Lyon on Monday. "),
    "meetings": _repeated("Dupont met Haddad in Lyon. "),
}  # fmt: skip


def kinds() -> Mapping[str, Callable[[int], str]]:
    """Give every kind of article by name: how to make one of a size."""
    return {"ordinary": ordinary, "one sentence": one_sentence, **HOSTILE}
