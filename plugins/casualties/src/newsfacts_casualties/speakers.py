"""Who speaks: the subject of a verb of saying, before it or behind it."""

from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.according import Source
from newsfacts_casualties.sentence import Sentence

_PARENTHETIC = frozenset(("while", "after", "when", "during", "though", "although", "as", "in"))
PRONOUNS = frozenset(("he", "she", "it", "they", "who", "i", "we"))
_NO_SOURCE = frozenset(("it", "which", "there", "that", "this", "toll", "number", "what"))


def main_subject(sentence: Sentence, at: int) -> Source | None:
    """Read the subject of a clause behind which ", saying that" stands."""
    words = sentence.words
    begin = at - 1
    while begin > 0 and words[begin - 1] not in (";", "“", "”", '"'):
        begin -= 1
    for k in range(at - 2, max(begin, at - 7), -1):
        if words[k] == "with":  # "a dispute with the government, saying"
            return Source(k + 1, at - 1, words[at])
    end = next((k for k in range(begin, at - 1) if k > begin and _finite(sentence, k)), at - 1)
    while begin < end and (
        words[begin] in lexicon.grammar("trim") or words[begin] in lexicon.grammar("days")
    ):
        begin += 1
    while end > begin and (
        words[end - 1] in lexicon.grammar("trim") or words[end - 1] in lexicon.grammar("days")
    ):
        end -= 1
    if not 0 < end - begin < 12 or words[begin] in _NO_SOURCE or "," in words[begin:end]:
        return None
    pronoun = end == begin + 1 and words[begin] in PRONOUNS
    return Source(begin, end, words[at], pronoun=pronoun)


def _finite(sentence: Sentence, at: int) -> bool:
    """Tell a word that is likely a finite verb."""
    word = sentence.words[at]
    return (
        (word.endswith("ed") and sentence.read[at].text.islower())
        or word in lexicon.words("context", "aux", "be")
        or word in lexicon.words("context", "aux", "have")
        or word in lexicon.words("context", "aux", "modal")
        or word in lexicon.words("context", "attribution", "said")
    )


def _start_of_phrase(read: list[Token], last: int, reach: int) -> int:
    """Go left from the end of a noun phrase, at most `reach` words, to where it begins."""
    stops = lexicon.grammar("stops_left")
    first = last
    while first > 0 and last - first < reach and read[first - 1].lower not in stops:
        first -= 1
    return first


def subject(sentence: Sentence, at: int) -> Source | None:
    """Read the subject of a reporting verb, back from it."""
    read = sentence.read
    if (shared := _shared_subject(sentence, at)) is not None:
        return shared
    last = at
    while last > 0 and (
        read[last - 1].lower in lexicon.grammar("trim")
        or read[last - 1].lower.endswith("ly")
        or read[last - 1].lower in lexicon.grammar("days")
    ):
        last -= 1
    if last > 1 and read[last - 1].text == "," and read[last - 2].lower in ("however", "meanwhile"):
        last -= 2
    last = _before_parenthesis(read, last)
    first = last
    commas = 0
    while first > 0 and last - first < 16:
        word = read[first - 1].lower
        if word == "and" and first < last and _clause_before(sentence, first - 1):
            break
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
            word in {"and", "saying"}
            and first < last
            and read[first].lower in ("he", "she", "they", "the")
        ):
            break
        first -= 1
    opening, days = lexicon.grammar("before_source"), lexicon.grammar("days")
    while first < last and (read[first].lower in opening or read[first].lower in days):
        first += 1
    while last > first and read[last - 1].text == ",":
        last -= 1
    if (
        first < last
        and read[first].lower in ("while", "after", "in", "citing", "quoting")
        and (first > 1 and read[first - 1].text == ",")
    ):  # "The front, while admitting the raid, said"
        last = first - 1
        first = _start_of_phrase(read, last, 8)
    if first >= last:
        return None
    words = [token.lower for token in read[first:last]]
    if words[0] == "who" and first > 1 and read[first - 1].text == ",":
        # "a clerk, who wished to stay unnamed, said"
        last = first - 1
        first = _start_of_phrase(read, last, 10)
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
    if len(words) == 1 and words[0] in PRONOUNS:
        return _pronoun(first, last, words[0], read[at].lower)
    if words[0] in _NO_SOURCE or all(word in lexicon.grammar("days") for word in words):
        return None
    if words[-1] in _BEFORE_NOUNS:
        return None  # "Police answered a report of a man shot", "called to report"
    return Source(first, last, read[at].lower)


_BEFORE_NOUNS = frozenset(("a", "an", "the", "to", "of", "for", "another", "several", "multiple"))


def _shared_subject(sentence: Sentence, at: int) -> Source | None:
    """Read the subject of "The army denied the claim but said", back from "said"."""
    words = sentence.words
    if at < 4 or words[at - 1] not in ("but", "and"):
        return None
    begin = next((k + 1 for k in range(at - 2, -1, -1) if words[k] in _BREAKS), 0)
    verb = next((k for k in range(begin + 1, at - 1) if _verb_like(sentence, k)), 0)
    if not verb or verb - begin > 8 or words[begin] in _NO_SOURCE:
        return None
    if verb - begin == 1 and words[begin] in PRONOUNS:
        return _pronoun(begin, verb, words[begin], words[at])
    return Source(begin, verb, words[at])


def _verb_like(sentence: Sentence, at: int) -> bool:
    """Tell a finite verb, or what stands between a noun and the article of its object."""
    if _finite(sentence, at):
        return True
    words = sentence.words
    return (
        at + 1 < len(words)
        and words[at + 1] in _ARTICLES
        and sentence.read[at].kind == "word"
        and words[at] not in _ARTICLES
        and words[at] not in lexicon.grammar("prepositions")
        and words[at] not in ("and", "or", "of")
    )


_ARTICLES = frozenset(("a", "an", "the", "his", "her", "their", "its"))
_BREAKS = frozenset(
    (",", ";", ".", ":", "that", "who", "which", "when", "while", "after", '"', "”")
)


def _before_parenthesis(read: list[Token], last: int) -> int:
    """Give the end of the subject of "The front, while admitting the raid, said"."""
    if last < 3 or read[last - 1].text != ",":
        return last
    for at in range(last - 2, max(0, last - 16), -1):
        if read[at].text == ",":
            opener = read[at + 1].lower
            part = opener == "for" and read[last - 2].lower == "part"  # ", for its part,"
            return at if part or opener in _PARENTHETIC or opener.endswith("ing") else last
        if read[at].text in (";", ".", "”", "“", '"'):
            break
    return last


def _clause_before(sentence: Sentence, at: int) -> bool:
    """Tell "The police stepped up patrols and Dora Lang said" from "the army and the police"."""
    for k in range(at - 1, max(-1, at - 14), -1):
        if sentence.words[k] in (",", ";", "that", "who", "which"):
            return False
        if k and _verb_like(sentence, k):
            return True
    return False


def _pronoun(first: int, last: int, word: str, cue: str) -> Source | None:
    """Make a pronoun a source that goes back to another; "we" and "I" are whoever is quoted."""
    return None if word in ("i", "we", "who") else Source(first, last, cue, pronoun=True)


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


def trailing(sentence: Sentence, at: int, after: int) -> Source | None:
    """Read ", doctors said" and ", said the governor" behind a figure."""
    read = sentence.read
    first = at
    while first > after and read[first - 1].text not in {",", "”", '"', "“"} and at - first < 14:
        first -= 1
    commas = first
    # ", the governor, Omar Diallo, said"
    comma = first > after and read[first - 1].text == ","
    if comma and at - first <= 0 and not _inverted(read, at):
        back = first - 2
        while back > after and read[back].text != "," and first - back < 12:
            back -= 1
        if read[back].text == "," and back >= after:
            last = first - 1
            if read[back + 1].lower == "who":  # ", a guard, who wished to stay unnamed, said"
                last = back
                back -= 1
                while back >= after and read[back].text != "," and last - back < 12:
                    back -= 1
                if back < after or read[back].text != ",":
                    return None
            return Source(back + 1, last, read[at].lower)
    if commas < at and read[first - 1].text in {",", "”", '"'}:
        last = at
        while last > first and (
            read[last - 1].lower in lexicon.grammar("trim") or read[last - 1].lower.endswith("ly")
        ):
            last -= 1
        words = [token.lower for token in read[first:last]]
        if words and words[0] not in {"who", "which", "but", "while", "including", "and", "where"}:
            if len(words) == 1 and words[0] in PRONOUNS:
                return _pronoun(first, last, words[0], read[at].lower)
            return Source(first, last, read[at].lower)
        return None
    if read[at - 1].text in (",", "”", '"') and at + 1 < len(read):
        last = at + 1
        while (
            last < len(read)
            and last < at + 12
            and read[last].text not in {",", ";", ".", "”", '"'}
            and read[last].lower not in ("on", "in", "who", "after")
        ):
            last += 1
        if last > at + 1 and read[at + 1].lower not in ("that", "on", "in", "to"):
            return Source(at + 1, last, read[at].lower)
    return None


def _inverted(read: list[Token], at: int) -> bool:
    """Tell ", said the official" from ", the governor, said on Monday"."""
    if at + 1 >= len(read) or read[at + 1].kind != "word":
        return False
    following = read[at + 1]
    if following.lower in _ARTICLES:
        return True
    days = lexicon.grammar("days")
    return following.text[:1].isupper() and following.text[1:].islower() and (
        following.lower not in days and following.lower not in lexicon.grammar("months")
    )  # fmt: skip
