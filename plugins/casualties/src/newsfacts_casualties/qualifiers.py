"""What surrounds a figure: how sure it is, whether it is denied, who says so."""

from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence


def _first(figure: Figure) -> int:
    heads = [figure.first]
    if figure.predicate is not None:
        heads.append(figure.predicate.head)
    return min(heads)


def _last(figure: Figure) -> int:
    ends = [figure.last]
    if figure.predicate is not None:
        ends.append(figure.predicate.last)
    return max(ends)


def clause_start(sentence: Sentence, figure: Figure) -> int:
    """Give the token at which the clause of a figure begins."""
    at = _first(figure)
    read = sentence.read
    while at > 0:
        word = read[at - 1].lower
        if word in (";", "but", "while", "although", ":") or (word == "." and at > 2):
            break
        if word in RAISING and figure.predicate is not None and figure.predicate.voice == "toll":
            break
        at -= 1
    return at


def clause_end(sentence: Sentence, figure: Figure) -> int:
    """Give the token at which the clause of a figure ends."""
    at = _last(figure)
    read = sentence.read
    while at < len(read):
        word = read[at].lower
        if word in (";", "but", "while", "although"):
            break
        if word in RAISING and read[at - 1].text == ",":
            break
        at += 1
    return at


RAISING = frozenset(("bringing", "raising", "pushing", "taking", "lifting"))


def modality(sentence: Sentence, figure: Figure) -> str:
    """Tell asserted harm from possible (feared, may have) and hypothetical (could, if, plot)."""
    read = sentence.read
    predicate = figure.predicate
    possible = lexicon.words("context", "modality", "possible")
    if predicate is not None and predicate.voice != "toll":
        group = [read[k].lower for k in range(predicate.head, predicate.last)]
        for k, word in enumerate(group):
            if word in ("may", "might"):
                return "possible"
            if word in ("could", "would", "should", "will", "shall"):
                if word == "could" and "have" in group[k:]:
                    return "hypothetical"
                return "hypothetical"
            if word in ("feared", "presumed", "believed"):
                return "possible"
        before = [read[k].lower for k in range(max(0, predicate.head - 2), predicate.first)]
        if (
            "to" in before
            and predicate.voice != "nominal"
            and read[predicate.first].lower in lexicon.verbs()
            and (
                lexicon.verbs()[read[predicate.first].lower].form == "base" and "have" not in group
            )
        ):
            around = {read[k].lower for k in range(max(0, predicate.head - 7), predicate.head)}
            if not around & lexicon.grammar("achieved"):
                return "hypothetical"
        if "to" in before and predicate.voice == "passive" and "be" in group:
            return "hypothetical"
        if (predicate.voice == "active" and not predicate.finite) or predicate.voice == "nominal":
            window = [read[k].lower for k in range(max(0, predicate.head - 4), predicate.head)]
            if {"of", "at"} & set(window[-1:]) and set(window) & lexicon.grammar("attempts"):
                return "hypothetical"
        if any(
            read[k].lower in ("believed", "feared", "presumed", "thought", "likely", "suspected")
            for k in range(max(0, predicate.head - 3), predicate.head)
        ) and read[predicate.head].lower in ("to", "have", "been", "be"):
            return "possible"
    start = clause_start(sentence, figure)
    left = [
        read[k].lower
        for k in range(max(start, _first(figure) - 7), _first(figure))
        if not _month_of_may(sentence, k)
    ]
    if "if" in left or "unless" in left or "whether" in left:
        return "hypothetical"
    if "if" in {read[k].lower for k in range(start, _first(figure))} and read[start].lower == "if":
        return "hypothetical"
    near = left[-5:]
    found = [word for word in near if word in possible]
    if found and not set(near) & {"said", "confirmed", "killed"}:
        return "possible"
    if set(near[-4:]) & lexicon.grammar("foreseen"):
        return "hypothetical"
    return "asserted"


def _month_of_may(sentence: Sentence, at: int) -> bool:
    """Tell the month from the verb: "on May 17", "in May"."""
    read = sentence.read
    if read[at].lower != "may" or not read[at].text[:1].isupper():
        return False
    following = read[at + 1].text if at + 1 < len(read) else ""
    before = read[at - 1].lower if at else ""
    return (
        following[:1].isdigit()
        or before[:1].isdigit()
        or before in ("in", "since", "of", "last", "this", "by", "until")
    )


def negative(sentence: Sentence, figure: Figure) -> bool:
    """Tell a denied figure: "denied that refugees had been wounded"."""
    read = sentence.read
    words = lexicon.words("context", "negation", "words")
    denial = lexicon.words("context", "negation", "denial")
    predicate = figure.predicate
    if figure.count.value == 0:
        return False
    start = clause_start(sentence, figure)
    left = [read[k].lower for k in range(max(start, _first(figure) - 9), _first(figure))]
    for k, word in enumerate(left):
        if word in denial and not ("responsibility" in left or "involvement" in left):
            between = left[k + 1 :]
            return "," not in between[2:] and (word != "ruled" or "out" in between)
    if predicate is not None:
        group = [read[k].lower for k in range(predicate.head, predicate.last)]
        if any(word in words for word in group) and "survive" not in group:
            return True
    return False


def untold(sentence: Sentence, figure: Figure) -> bool:
    """Tell what states no figure: "how many drowned", "no reports of casualties"."""
    read = sentence.read
    table = lexicon.phrase_table("context", "negation", "nothing")
    predicate = figure.predicate
    first = _first(figure)
    for at in range(max(0, first - 6), first + 1):
        end = lexicon.match_phrase(table, read, at)
        if end > at and end <= first + 1:
            words = " ".join(token.lower for token in read[at:end])
            if words == "number of" and (figure.count.value is not None or figure.count.low != 2):
                continue
            if (
                words == "whether"
                and figure.count.modifier != "unspecified"
                and figure.count.value != 1
            ):
                continue
            return True
    if figure.count.modifier == "unspecified" and {"if", "whether"} & {
        read[k].lower for k in range(max(0, first - 4), first)
    }:
        return True
    if figure.count.value == 0:
        start = clause_start(sentence, figure)
        if "if" in {read[k].lower for k in range(start, first)}:
            return True
    if (
        predicate is not None
        and predicate.voice == "active"
        and (figure.count.modifier == "unspecified" or figure.count.value == 1)
    ):
        form = lexicon.verbs().get(read[predicate.first].lower)
        helpers = [read[k].lower for k in range(max(0, predicate.head - 1), predicate.first)]
        if form is not None and form.form == "base" and "to" in helpers and "have" not in helpers:
            window = {read[k].lower for k in range(max(0, predicate.head - 7), predicate.head)}
            return not window & lexicon.grammar("achieved")
    return False


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


def source(sentence: Sentence, figure: Figure) -> Source | None:
    """Find who a sentence names as the source of a figure."""
    read = sentence.read
    said = lexicon.words("context", "attribution", "said")
    needs = lexicon.words("context", "attribution", "needs_that")
    first, last = _first(figure), _last(figure)
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
    table = lexicon.phrase_table("context", "attribution", "anonymous")
    skip = ("sources", "source")
    return any(
        lexicon.match_phrase(table, sentence.read, at) > at
        for at in range(len(sentence.read))
        if sentence.read[at].lower not in skip
    )
