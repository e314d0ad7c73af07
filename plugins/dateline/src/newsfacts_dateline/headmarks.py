"""What words and marks in heads stand for: agencies, share codes, signs of a report."""

import re

from newsfacts.text import load_lexicon
from newsfacts_dateline.agencies import agency_named

FUNCTION_WORDS = frozenset(
    (
        "the", "a", "an", "is", "are", "was", "were", "and", "or", "but", "to", "with", "for",
        "from", "by", "his", "her", "its", "their", "our", "your", "this", "that", "it", "he",
        "she", "they", "we", "you", "not", "no", "who", "what", "how", "why", "says", "said",
        "will", "has", "have", "be", "at", "if", "when", "as", "than", "after", "before",
        "into", "all", "more", "most", "my", "me", "does", "can", "off", "out",
    )
)  # fmt: skip
PREPOSITIONS = frozenset(
    (
        "on", "in", "by", "at", "since", "from", "until", "after", "before", "during", "as", "for",
        "between", "through", "about", "around", "of", "with", "but", "and", "when", "while",
    )
)  # fmt: skip
"""Words that open a sentence whose date is no dateline's: `On 3 May 2024 - `."""

REPORTED = 450
"""Code points of a story's beginning in which it says who reports, or on which day."""

_TICKER = re.compile(r"[\w.-]+\.[A-Z]{1,2}|[A-Z][\w ]{1,20}:\s?[\w.]+")
_ITSELF = re.compile(
    r"\s*(?:The |A |An )?(?:city|capital|town|port|metropolis|place)\b", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|according to|(?:Mon|Tues|Wednes|Thurs|Fri"
    r"|Satur|Sun)day|yesterday|today)\b"
)


def credited(name: str) -> str | None:
    """Give the canonical name of an agency, or of two joined by a hyphen (`ANSA-AFP`)."""
    whole = agency_named(name)
    if whole is not None:
        return whole.name
    parts = [agency_named(part) for part in re.split(r"\s?-\s?", name)]
    if len(parts) == 2 and all(part is not None for part in parts):
        return "-".join(part.name for part in parts if part is not None)
    return None


def ticker(inside: str) -> bool:
    """Tell whether brackets hold a share's code: `ACME.N`, `NYSE: ACM`."""
    return _TICKER.fullmatch(inside) is not None


def opens_story(text: str, at: int) -> bool:
    """Tell whether a whole sentence begins at `at`."""
    paragraph = text[at : at + REPORTED].lstrip().split("\n", 1)[0]
    return len(paragraph) >= 50 and paragraph[0].isupper()


def reported(text: str, at: int) -> bool:
    """Tell whether a news report begins at `at`: it is told by somebody, or of a day."""
    paragraph = text[at : at + REPORTED].lstrip().split("\n\n", 1)[0]
    if len(paragraph) < 50 or not paragraph[0].isupper() or _ITSELF.match(paragraph):
        return False  # "PARIS: The city of light ..."
    return _TOLD.search(paragraph) is not None


def shouted_from(text: str, words: list[tuple[int, int]], at: int) -> int:
    """Pass over a caption or byline that runs into a city in capitals: `Jane Roe LIMA (X)`."""
    capitals = len(words)
    while capitals and text[slice(*words[capitals - 1])].isupper():
        capitals -= 1
    if not 0 < capitals < len(words) or words[capitals][1] - words[capitals][0] < 3:
        return at
    lead = [text[first:last] for first, last in words[:capitals]]
    if lead[-1].lower() in FUNCTION_WORDS:
        return at  # "The US-UK — France talks"
    return words[capitals][0] if all(not word.isupper() or len(word) < 5 for word in lead) else at


def spaced(text: str, start: int, end: int) -> bool:
    """Tell whether a dash parts a city from the story: not the hyphen of `Berlin-based`."""
    mark = text[start:end]
    if mark.strip() not in ("-", "–"):
        return True
    before, after = mark[:1], text[end : end + 1]
    return after.isspace() or (before.isspace() and not after.isalnum())


def serves(name: str) -> bool:
    """Tell whether a name has a word of stations, papers and agencies: `Radio`, `Times`."""
    words = load_lexicon("newsfacts_dateline", "agencies")["service"]["words"]
    return any(word in words for word in name.lower().split())
