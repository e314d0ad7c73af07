"""What tells a number that may count people from an age, a year, a sum or a measure."""

from collections.abc import Sequence

from newsfacts.text.count_words import count_set
from newsfacts.text.tokens import Token


def counts_no_people(read: Sequence[Token], at: int, core: int, end: int, kind: str) -> bool:
    """Tell a number of years, dollars, kilometres and the like from one that may count people."""
    after = read[end].lower if end < len(read) else ""
    if after.startswith("-") and end + 1 < len(read) and read[end + 1].lower.startswith("year"):
        return True
    if after in count_set("not_people", "after"):
        # "may" is a month only behind a day of one; "2 may have died" counts people
        return after != "may" or not (end + 1 < len(read) and read[end + 1].kind == "word")
    before = read[at - 1].lower if at else ""
    if before in {"$", "£", "€", "¥"}:
        return True
    if before == "," and _is_age(read, at, core, end):
        return True
    if at == core and before in count_set("not_people", "before"):
        # "on 23 September 28 bodies": the day stands before the month, and this is no year
        return _is_year(read[core]) or not (
            at > 1 and before in count_set("not_people", "after") and read[at - 2].kind == "number"
        )
    if at == core and before == "." and at > 1:
        word = read[at - 2].lower
        if word in ("no", "nos") or (
            word in count_set("not_people", "before") and word not in ("may",)
        ):
            return True
    if before == "and" and at > 2 and read[at - 3].lower in {"ages", "aged"}:
        return True
    if at == core and before == "(" and after == ")":
        return True
    token = read[core]
    if kind == "number" and end == core + 1 and token.kind == "number":
        if _is_year(token):
            return before in count_set("not_people", "before_year") or after in ("", ",", ".", ")")
        if len(token.text) > 1 and token.text[0] == "0":
            return True
        if len(token.text) > 6 and token.text.isdigit():
            return True  # the number of a case or a telephone
    return False


def _is_year(token: Token) -> bool:
    """Tell four digits that may be a year."""
    return len(token.text) == 4 and token.text.isdecimal() and 1500 <= int(token.text) <= 2100


_GENERATIONS = frozenset(("jr", "sr"))


def _is_age(read: Sequence[Token], at: int, core: int, end: int) -> bool:
    """Tell the age in "Mariam Sow, 27, was" and "Mariam Sow, 27." from a figure."""
    if at != core or at < 2 or end != core + 1 or len(read[core].text) > 2:
        return False
    if read[at - 2].text == "." and read[at - 3].lower in _GENERATIONS:
        at -= 1  # "Ivo Marek Jr., 27, was"
    if read[core].kind == "number" and end < len(read) and read[end].text == ",":
        return read[at - 2].kind == "word" and read[at - 2].lower not in (
            "dead",
            "injured",
            "killed",
        )
    return read[at - 2].text[:1].isupper() and (end >= len(read) or read[end].text in ",.;)(")
