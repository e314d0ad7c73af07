"""Which candidates are parts of longer names: "Bank of England", "Paris Hilton"."""

from newsfacts_places.candidates import Candidate
from newsfacts_places.forms import CLUB_COUNTRIES, CLUB_KINDS
from newsfacts_places.runs import BOOK, word_after, words_before
from newsfacts_places.words import Words

_GAME_STARTS = frozenset("bdehklmnorstw")  # of the verbs of the pattern `result`
_LOCATED = frozenset(["in", "near", "outside", "from", "of"])
# "New York State" is not the city; "Florida State" is a college.
_ALSO_CITIES = frozenset(["new york", "washington"])
_CLAUSE = 90  # characters behind a name in which its clause says whose matter it is
_PERSONAL = frozenset(["he", "his", "him", "she", "her", "who"])
_PAPERS = frozenset(["times", "post", "herald", "tribune", "journal", "gazette", "telegraph"])


def blocked(text: str, words: Words, candidate: Candidate, named: bool = False) -> bool:
    """Tell whether the name is part of a longer one: "Bank of England", "Paris Hilton".

    `named` tells that its country or state follows: "Ada Moss of Paris, Texas".
    """
    left, right = candidate.left, candidate.right
    if candidate.abbreviation and candidate.entries[0].kind == "country":
        return _adjective(text, words, candidate)
    if left.endswith("-") or _compound(text, candidate):
        return True
    if candidate.plain and BOOK["street"].match(text, candidate.end, candidate.end + 60):
        return True
    if _plays(text, candidate) or _is_club(candidate):
        return True
    if not left and not right:
        return False
    low = left.removesuffix(" of").lower().rstrip(".")
    if left.endswith(" of"):
        return candidate.plain and not (
            named
            or low in words.kinds
            or low in words.of_places
            or low in words.person_titles
            or low in words.function
        )
    if low in words.person_titles:
        return True
    if right.lower() in _PAPERS:
        return True
    if not candidate.plain:
        return False
    beyond = candidate.left2.lower()
    if left and not (
        low in words.function
        or (low in words.adjectives and (not beyond or beyond in words.function))
        or low in words.kinds
        or left in words.peoples
        or (low.endswith(("ing", "ed", "ly")) and candidate.entries[0].fame == 3)
    ):
        return True
    if not right or right.lower() in words.function:
        return False
    if right == "State" and _university(candidate):
        return True
    if right.lower() in words.own_kinds:
        return True  # a county is not its namesake; its form tells
    if right.lower() in words.after_name:
        return bool(candidate.right2) and candidate.right2 not in words.titles
    return right not in words.titles


def _adjective(text: str, words: Words, candidate: Candidate) -> bool:
    """Tell whether an abbreviation stands for an adjective: "US officials"."""
    if text.startswith("-", candidate.end):
        return True
    following = candidate.right or word_after(text, candidate.end)
    return bool(following) and following.lower() not in words.after_country


def _compound(text: str, candidate: Candidate) -> bool:
    """Tell whether the name begins an adjective other than "London-based": "Egypt-born"."""
    if not text.startswith("-", candidate.end):
        return False
    rest = text[candidate.end : candidate.end + 7]
    return rest[1:2].islower() and not rest[1:].startswith(("based", "area", "bound"))


def _plays(text: str, candidate: Candidate) -> bool:
    """Tell whether a score makes a city's name its club's.

    "beat Barcelona 2-1", "Barcelona lost 2-1 to Valencia"; not "in Barcelona won 2-1".
    """
    if candidate.entries[0].kind == "country":
        return False
    start, end = candidate.start, candidate.end
    if text[end + 1 : end + 2].isdigit() and BOOK["score"].match(text, end, end + 10) is not None:
        return True
    head = text[max(0, start - 16) : start]
    if ("-" in head or "–" in head) and BOOK["opponent"].search(head) is not None:
        return True
    if text[end : end + 1] != " " or text[end + 1 : end + 2] not in _GAME_STARTS:
        return False
    if BOOK["result"].match(text, end, min(len(text), end + 80)) is None:
        return False
    return words_before(text, start)[2] not in _LOCATED


def _is_club(candidate: Candidate) -> bool:
    """Tell whether "City" or "Town" behind a British town's name makes it a club's."""
    best = candidate.entries[0]
    return candidate.right in CLUB_KINDS and best.country in CLUB_COUNTRIES and best.kind == "city"


def _university(candidate: Candidate) -> bool:
    """Tell whether "State" makes a college of a state of the US: "Florida State"."""
    best = candidate.entries[0]
    return best.kind == "division" and best.country == "US" and candidate.key not in _ALSO_CITIES


def acts_as_state(text: str, words: Words, candidate: Candidate, after: str) -> bool:
    """Tell whether a country's name that persons bear does what states do: "Chad closed its".

    "Its" behind the verb is enough: a person has his or hers; so is what it owns: "Chad's army".
    """
    if after in words.state_verbs:
        return True
    following = text[candidate.end : candidate.end + 30]
    if after in words.speaks and _of_itself(text, candidate.end):
        return True
    behind = following.split()[1:2]
    if following[:3] in ("'s ", "’s "):
        return bool(behind) and behind[0].rstrip(",.") in words.state_owned
    if after in ("has", "had"):
        return bool(behind) and behind[0] in words.state_verbs
    return behind == ["its"]


def _of_itself(text: str, end: int) -> bool:
    """Tell whether who speaks behind a name speaks of what is its own: "denied that its jets"."""
    said = text[end : end + _CLAUSE].split(". ", 1)[0].split()
    return "its" in said and _PERSONAL.isdisjoint(said)


def has_governor(text: str, words: Words, candidate: Candidate) -> bool:
    """Tell whether what a state of a federation owns follows: "Georgia's governor"."""
    following = text[candidate.end : candidate.end + 24]
    if following[:3] not in ("'s ", "’s "):
        return False
    return following[3:].partition(" ")[0].rstrip(",.").lower() in words.division_owned
