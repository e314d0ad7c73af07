"""Who says so: the words that a sentence names as the source of a figure."""

from functools import cache
from typing import NamedTuple

from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.according import Source, according, phrase_end
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.qualifiers import first_token, last_token
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.speakers import PRONOUNS, main_subject, subject, trailing

_HAPPENS_TO = frozenset(("reported", "reports"))
_PARTICIPLES = frozenset(("saying", "adding", "stating", "noting", "documenting", "listing"))
_THINKS = frozenset(("believe", "fear", "estimate"))
_NOTS = frozenset(("not", "don't", "didn't", "doesn't", "n't"))


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
            found = subject(sentence, at)
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
                found = main_subject(sentence, at)
            elif word in needs and not _reports(read, at, first):
                continue
            else:
                found = subject(sentence, at)
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
            found = trailing(sentence, at, last)
            if found is not None:
                return found
    return thought or _dash(read, last)


def _who_told(sentence: Sentence, found: Source) -> Source:
    """Give the source of "A nurse told AFP that she had counted 12 bodies": the nurse."""
    words = sentence.words
    own = found.last - 1
    if words[own] not in PRONOUNS or not own:
        return found
    for at in range(own - 1, max(0, own - 9), -1):
        if words[at] in _TELLING:
            told = subject(sentence, at)
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
    found = subject(sentence, at - 1)
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
            found = trailing(sentence, at, 0) if _closes(sentence, at) else subject(sentence, at)
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
