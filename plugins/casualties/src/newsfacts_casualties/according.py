"""A source, and the one that "according to" names."""

from newsfacts.text import Token
from newsfacts_casualties import lexicon


class Source:
    """Who says so: tokens `first` to `last` of the words, and the reporting verb."""

    __slots__ = ("cue", "first", "last", "pronoun")

    def __init__(self, first: int, last: int, cue: str, *, pronoun: bool = False) -> None:
        self.first = first
        self.last = last
        self.cue = cue
        self.pronoun = pronoun


def according(read: list[Token], at: int) -> Source | None:
    """Read the source behind "according" at a token; None where "to" or a source is missing."""
    if at + 2 >= len(read) or read[at + 1].lower != "to":
        return None
    first = last = at + 2
    while last < len(read) and last < first + 14:
        token = read[last]
        if token.text in (";", "(", "[") or (token.text == "." and last == len(read) - 1):
            break
        if token.text == "." and last + 1 < len(read) and read[last + 1].text[:1].islower():
            break
        if token.text in ',“”"':
            break
        if (  # "According to Diallo the bus"
            last > first
            and token.lower in ("the", "a", "an")
            and read[last - 1].text[:1].isupper()
            and token.text.islower()
        ):
            break
        if (
            token.lower in ("on", "who", "which", "that", "said", "released", "published", "and")
            and last > first
            and read[last - 1].lower not in lexicon.grammar("determined")
        ):
            if by := _issuer(read, last):
                return Source(by, phrase_end(read, by), "according to")
            break
        last += 1
    return Source(first, last, "according to") if last > first else None


def phrase_end(read: list[Token], first: int) -> int:
    """Give the end of the phrase that begins at a token."""
    last = first + 1
    while last < min(first + 12, len(read)) and read[last].text not in ',;.(”"':
        last += 1
    return last


def _issuer(read: list[Token], at: int) -> int:
    """Give the token behind "by" in "a report released on Friday by the Lake Office", else 0."""
    by = next((k for k in range(at + 1, min(at + 5, len(read))) if read[k].lower == "by"), 0)
    return by + 1 if read[at].lower in ("released", "published") and by + 1 < len(read) else 0
