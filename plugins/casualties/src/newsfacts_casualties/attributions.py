"""Who says so: the words that a sentence names as the source of a figure."""

from functools import cache
from typing import NamedTuple

from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.according import Source, according, phrase_end
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.qualifiers import first_token, last_token
from newsfacts_casualties.sentence import Sentence

_HAPPENS_TO = frozenset(("reported", "reports"))
_PARTICIPLES = frozenset(("saying", "adding", "stating", "noting", "documenting", "listing"))
_PARENTHETIC = frozenset(("while", "after", "when", "during", "though", "although", "as", "in"))
_THINKS = frozenset(("believe", "fear", "estimate"))
_NOTS = frozenset(("not", "don't", "didn't", "doesn't", "n't"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "who", "i", "we"))
_NO_SOURCE = frozenset(("it", "which", "there", "that", "this", "toll", "number", "what"))


class _Saying(NamedTuple):
    """Words of who says so: verbs, those that need "that", those of tolls, and all that tell."""

    said: frozenset[str]
    needs: frozenset[str]
    toll: frozenset[str]
    telling: frozenset[str]


@cache
def _saying() -> _Saying:
    said = lexicon.words("context", "attribution", "said")
    toll = lexicon.words("context", "attribution", "toll")
    return _Saying(
        said, lexicon.words("context", "attribution", "needs_that"), toll,
        said | toll | {";", "while", "according"},
    )  # fmt: skip


def find_source(sentence: Sentence, figure: Figure) -> Source | None:
    """Find who a sentence names as the source of a figure."""
    read, words = sentence.read, sentence.words
    if figure.source[0] >= 0 and not _GIVEN.isdisjoint(sentence.vocabulary):
        return Source(*figure.source, "")
    said, needs, toll, telling = _saying()
    last = last_token(figure)
    if telling.isdisjoint(sentence.vocabulary):
        return _saw(sentence, figure) or _dash(read, last)
    first = first_token(figure)
    told = sentence.positions(telling)
    before: Source | None = None
    for at in reversed(told):
        if at >= first:
            continue
        word = words[at]
        if word == ";":
            break
        if word in toll and first - 14 <= at and _of_a_toll(sentence, at, last):
            found = _subject(sentence, at)
            if found is not None:
                before = found
                break
        if (
            word in said
            and (read[at].text.islower() or sentence.upper or at == 0)
            and not _costs_lives(sentence, at)
        ):
            if word == "according":
                found = according(read, at)
            elif word in _PARTICIPLES and at and read[at - 1].text == ",":
                found = _main_subject(sentence, at)
            elif word in needs and not _reports(read, at, first):
                continue
            else:
                found = _subject(sentence, at)
            if found is not None:
                before = _who_told(sentence, found)
                break
    thought = None
    if before is not None and before.cue in _THINKS:
        if _NOTS.isdisjoint(sentence.words[before.first : before.last]):
            thought = before  # "Police believe he drowned, a spokesman said": the spokesman
        before = None
    if before is not None:
        # "A clinic reported receiving 12 bodies, according to its director"
        if (before.cue in needs or before.cue in _HAPPENS_TO) and "according" in sentence.words[
            last:
        ]:
            return according(read, sentence.words.index("according", last)) or before
        return before
    for at in told:
        if at < last:
            continue
        word = words[at]
        if word == ";" or (word == "while" and at > last and read[at - 1].text == ","):
            break
        if word == "according":
            return according(read, at)
        if word in said and (by := _told_by(sentence, at)):
            return Source(by, phrase_end(read, by), word)
        if word in said and (
            word not in needs or word in {"reported", "claimed", "reports", "admitted", "estimates"}
        ):
            found = _trailing(sentence, at, last)
            if found is not None:
                return found
    return thought or _dash(read, last)


def _who_told(sentence: Sentence, found: Source) -> Source:
    """Give the source of "A nurse told AFP that she had counted 12 bodies": the nurse."""
    words = sentence.words
    own = found.last - 1
    if words[own] not in _PRONOUNS or not own:
        return found
    for at in range(own - 1, max(0, own - 9), -1):
        if words[at] in _TELLING:
            told = _subject(sentence, at)
            return found if told is None or told.pronoun else told
        if words[at] in (".", ";", '"', "”", "who", "because", "when", "after"):
            break
    return found


_TELLING = frozenset(("told", "tells", "informed", "said", "says"))


def _saw(sentence: Sentence, figure: Figure) -> Source | None:
    """Read who saw the dead: "An LNA photographer saw six bodies"."""
    if "saw" not in sentence.vocabulary or figure.harm != "killed":
        return None
    words = sentence.words
    at = next((k for k in range(figure.first, figure.first - 3, -1) if words[k - 1] == "saw"), 0)
    if at < 2 or _BODIES.isdisjoint(words[figure.first : figure.last + 1]):
        return None
    found = _subject(sentence, at - 1)
    return None if found is None or found.pronoun else found


_BODIES = frozenset(("bodies", "corpses", "dead", "body", "corpse"))
_GIVEN = frozenset(("said", "says", "say", "saying", "put", "puts", "putting"))


def _told_by(sentence: Sentence, at: int) -> int:
    """Give the token behind "by" in "it was reported today by the police", else 0."""
    words = sentence.words
    if words[at - 1] not in ("was", "been", "is") or "it" not in words[max(0, at - 4) : at]:
        return 0
    by = next((k for k in range(at + 1, min(len(words), at + 4)) if words[k] == "by"), 0)
    return by + 1 if by and by + 1 < len(words) else 0


def told_by(sentence: Sentence) -> Source | None:
    """Find who a sentence without a figure names as its source: the last one."""
    said = lexicon.words("context", "attribution", "said")
    needs = lexicon.words("context", "attribution", "needs_that")
    if said.isdisjoint(sentence.vocabulary):
        return None
    read = sentence.read
    for at in range(len(read) - 1, -1, -1):
        word = sentence.words[at]
        if word not in said or (not sentence.upper and at and not read[at].text.islower()):
            continue
        if word == "according":
            found = according(read, at)
        elif word in needs and not _reports(read, at, len(read)):
            continue
        else:
            found = _trailing(sentence, at, 0) if _closes(sentence, at) else _subject(sentence, at)
        if found is not None:
            return found
    return None


def _closes(sentence: Sentence, at: int) -> bool:
    """Tell a reporting verb behind a quotation: '" she said', '" said the mayor'."""
    return not {'"', "”"}.isdisjoint(sentence.words[max(0, at - 12) : at])


def _costs_lives(sentence: Sentence, at: int) -> bool:
    """Tell "claimed the lives of", which says nothing, from what somebody claims."""
    if not sentence.words[at].startswith("claim"):
        return False
    behind = sentence.words[at + 1 : at + 6]
    return not _LIVES.isdisjoint(behind) and "that" not in behind


_LIVES = frozenset(("life", "lives"))


def _reports(read: list[Token], at: int, figure_first: int) -> bool:
    following = read[at + 1].lower if at + 1 < len(read) else ""
    if read[at].lower == "found" and following != "that" and not _clause_follows(read, at + 1):
        return False  # "officers found a man with stab wounds"
    return (
        following
        in {"that", "to", "the", "at", "its", "it", "a", "having", "killing", "seeing", "receiving"}
        or at + 1 >= figure_first - 1
    )


def _clause_follows(read: list[Token], at: int) -> bool:
    """Tell "found 31 miners were killed" from "found two men with burns"."""
    for token in read[at : at + 6]:
        if token.kind == "mark" or token.lower in _NO_CLAUSE:
            return False
        if token.lower in lexicon.helpers():
            return True
    return False


_NO_CLAUSE = frozenset(("in", "with", "on", "at", "inside", "who", "suffering", "near", "under"))


def _of_a_toll(sentence: Sentence, at: int, last: int) -> bool:
    """Tell "raised the toll to 12" from "raised its flag"."""
    tolls = lexicon.words("harm", "toll", "words")
    return not tolls.isdisjoint(sentence.words[at + 1 : last])


def _main_subject(sentence: Sentence, at: int) -> Source | None:
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
    pronoun = end == begin + 1 and words[begin] in _PRONOUNS
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


def _subject(sentence: Sentence, at: int) -> Source | None:
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
    if len(words) == 1 and words[0] in _PRONOUNS:
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
    if verb - begin == 1 and words[begin] in _PRONOUNS:
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


def _trailing(sentence: Sentence, at: int, after: int) -> Source | None:
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
            if len(words) == 1 and words[0] in _PRONOUNS:
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


def _dash(read: list[Token], after: int) -> Source | None:
    """Read the source behind a dash at the end of a headline: "7 hurt - mayor"."""
    for at in range(len(read) - 2, max(after - 1, len(read) - 6), -1):
        if read[at].text in {"-", "–", "—", "--"} and read[at - 1].end < read[at].start:
            words = [token.lower for token in read[at + 1 :] if token.kind == "word"]
            if words and words[-1] in lexicon.words("context", "attribution", "sources"):
                return Source(at + 1, len(read), "")
    return None


def anonymous(sentence: Sentence, found: Source) -> bool:
    """Tell a source that is not to be named."""
    words = [token.lower for token in sentence.read[found.first : found.last]]
    if words and words[-1] in {"source", "sources"}:
        return True
    return any(
        sentence.words[at] not in ("sources", "source")
        for at, _ in sentence.phrases("context", "attribution", "anonymous")
    )
