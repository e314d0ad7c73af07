"""Who says so: the words that a sentence names as the source of a figure."""

from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.qualifiers import first_token, last_token
from newsfacts_casualties.sentence import Sentence


class Source:
    """Who says so: tokens `first` to `last` of the words, and the reporting verb."""

    __slots__ = ("cue", "first", "last", "pronoun")

    def __init__(self, first: int, last: int, cue: str, *, pronoun: bool = False) -> None:
        self.first = first
        self.last = last
        self.cue = cue
        self.pronoun = pronoun


_PRONOUNS = frozenset(("he", "she", "it", "they", "who", "i", "we"))
_NO_SOURCE = frozenset(("it", "which", "there", "that", "this", "toll", "number", "what"))


def find_source(sentence: Sentence, figure: Figure) -> Source | None:
    """Find who a sentence names as the source of a figure."""
    read = sentence.read
    said = lexicon.words("context", "attribution", "said")
    needs = lexicon.words("context", "attribution", "needs_that")
    first, last = first_token(figure), last_token(figure)
    before: Source | None = None
    for at in range(first - 1, -1, -1):
        word = read[at].lower
        if word in (";",):
            break
        if word in said and (read[at].text.islower() or sentence.upper or at == 0):
            if word == "according":
                found = _according(read, at)
            elif word in needs and not _reports(read, at, first):
                continue
            else:
                found = _subject(sentence, at)
            if found is not None:
                before = found
                break
    if before is not None:
        return before
    for at in range(last, len(read)):
        word = read[at].lower
        if word == ";" or (word == "while" and at > last and read[at - 1].text == ","):
            break
        if word == "according":
            return _according(read, at)
        if word in said and (
            word not in needs or word in ("reported", "claimed", "reports", "admitted", "estimates")
        ):
            found = _trailing(sentence, at, last)
            if found is not None:
                return found
    return _dash(read, last)


def _reports(read: list[Token], at: int, figure_first: int) -> bool:
    following = read[at + 1].lower if at + 1 < len(read) else ""
    return (
        following
        in ("that", "to", "the", "at", "its", "it", "a", "having", "killing", "seeing", "receiving")
        or at + 1 >= figure_first - 1
    )


def _according(read: list[Token], at: int) -> Source | None:
    if at + 2 >= len(read) or read[at + 1].lower != "to":
        return None
    first = at + 2
    if read[first].lower in ("the",) and first + 1 < len(read):
        pass
    last = first
    while last < len(read) and last < first + 14:
        token = read[last]
        if token.text in (";", "(", "[") or (token.text == "." and last == len(read) - 1):
            break
        if token.text == "." and last + 1 < len(read) and read[last + 1].text[:1].islower():
            break
        if token.text in ',“”"':
            break
        if (
            token.lower in ("on", "who", "which", "that", "said", "released", "published", "and")
            and last > first
        ):
            break
        last += 1
    return Source(first, last, "according to") if last > first else None


def _subject(sentence: Sentence, at: int) -> Source | None:
    """Read the subject of a reporting verb, back from it."""
    read = sentence.read
    last = at
    while last > 0 and (
        read[last - 1].lower in lexicon.grammar("trim")
        or read[last - 1].lower.endswith("ly")
        or read[last - 1].lower in lexicon.grammar("days")
    ):
        last -= 1
    first = last
    commas = 0
    while first > 0 and last - first < 16:
        word = read[first - 1].lower
        if word in lexicon.grammar("stops_left"):
            # "the chief of staff, Omar Diallo, said": take the words before the comma too
            if (
                word == ","
                and commas < 2
                and last - first < 7
                and _apposition(read, first, last, commas)
            ):
                commas += 1
                first -= 1
                continue
            break
        if (
            word in ("and", "saying")
            and first < last
            and read[first].lower in ("he", "she", "they", "the")
        ):
            break
        first -= 1
    while first < last and read[first].lower in (
        "and",
        "but",
        "meanwhile",
        "however",
        ",",
        "late",
        "earlier",
        "also",
        "on",
    ):
        first += 1
    while last > first and read[last - 1].text == ",":
        last -= 1
    if (
        first < last
        and read[first].lower in ("while", "after", "in", "citing", "quoting")
        and (first > 1 and read[first - 1].text == ",")
    ):  # "The front, while admitting the raid, said"
        last = first - 1
        first = last
        while (
            first > 0
            and last - first < 8
            and read[first - 1].lower not in (lexicon.grammar("stops_left"))
        ):
            first -= 1
    if first >= last:
        return None
    words = [token.lower for token in read[first:last]]
    if words[0] == "who" and first > 1 and read[first - 1].text == ",":
        # "a clerk, who wished to stay unnamed, said"
        last = first - 1
        first = last
        while (
            first > 0
            and last - first < 10
            and read[first - 1].lower not in (lexicon.grammar("stops_left"))
        ):
            first -= 1
        if first >= last:
            return None
        return Source(first, last, read[at].lower)
    if all(word in lexicon.grammar("determined") for word in words):
        return None
    verbs = lexicon.words("context", "attribution", "said") - lexicon.grammar("said_nouns")
    if any(word in verbs for word in words):
        cut = max(k for k, word in enumerate(words) if word in verbs)
        first += cut + 1
        words = words[cut + 1 :]
        if not words:
            return None
    if len(words) == 1 and words[0] in _PRONOUNS:
        return Source(first, last, read[at].lower, pronoun=words[0] in ("he", "she"))
    if words[0] in _NO_SOURCE or all(word in lexicon.grammar("days") for word in words):
        return None
    return Source(first, last, read[at].lower)


def _apposition(read: list[Token], first: int, last: int, commas: int) -> bool:
    """Tell whether the words between a comma and the verb are a name or title in apposition."""
    return read[last - 1].text == "," or (
        first < last
        and read[first].text[:1].isupper()
        and commas == 0
        and first >= 2
        and read[first - 2].text[:1].isalpha()
        and read[first].lower not in ("the", "a")
    )


def _trailing(sentence: Sentence, at: int, after: int) -> Source | None:
    """Read ", doctors said" and ", said the governor" behind a figure."""
    read = sentence.read
    first = at
    while first > after and read[first - 1].text not in (",", "”", '"', "“") and at - first < 14:
        first -= 1
    commas = first
    # ", the governor, Omar Diallo, said"
    if first > after and read[first - 1].text == "," and at - first <= 0:
        back = first - 2
        while back > after and read[back].text != "," and first - back < 12:
            back -= 1
        if read[back].text == "," and back >= after:
            return Source(back + 1, first - 1, read[at].lower)
    if commas < at and read[first - 1].text in (",", "”", '"'):
        last = at
        while last > first and (
            read[last - 1].lower in lexicon.grammar("trim") or read[last - 1].lower.endswith("ly")
        ):
            last -= 1
        words = [token.lower for token in read[first:last]]
        if words and words[0] not in ("who", "which", "but", "while", "including", "and", "where"):
            if len(words) == 1 and words[0] in _PRONOUNS:
                return Source(first, last, read[at].lower, pronoun=words[0] in ("he", "she"))
            return Source(first, last, read[at].lower)
        return None
    if read[at - 1].text in (",", "”", '"') and at + 1 < len(read):
        last = at + 1
        while (
            last < len(read)
            and last < at + 12
            and read[last].text not in (",", ";", ".", "”", '"')
            and read[last].lower not in ("on", "in", "who", "after")
        ):
            last += 1
        if last > at + 1 and read[at + 1].lower not in ("that", "on", "in", "to"):
            return Source(at + 1, last, read[at].lower)
    return None


def _dash(read: list[Token], after: int) -> Source | None:
    """Read the source behind a dash at the end of a headline: "7 hurt - mayor"."""
    for at in range(len(read) - 2, max(after - 1, len(read) - 6), -1):
        if read[at].text in ("-", "–", "—", "--") and read[at - 1].end < read[at].start:
            words = [token.lower for token in read[at + 1 :] if token.kind == "word"]
            if words and words[-1] in lexicon.words("context", "attribution", "sources"):
                return Source(at + 1, len(read), "")
    return None


def anonymous(sentence: Sentence, found: Source) -> bool:
    """Tell a source that is not to be named."""
    words = [token.lower for token in sentence.read[found.first : found.last]]
    if words and words[-1] in ("source", "sources"):
        return True
    return any(
        sentence.words[at] not in ("sources", "source")
        for at, _ in sentence.phrases("context", "attribution", "anonymous")
    )
