"""Candidates: names in the text that the gazetteer knows, with what stands around them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsfacts.text import TextRange
from newsfacts_places.forms import Formed, formed_places
from newsfacts_places.gazetteer import Entry, Gazetteer, gazetteer
from newsfacts_places.names import fold
from newsfacts_places.runs import Token, in_dateline, runs, words_before
from newsfacts_places.words import Traits, Words, of_places, traits

HEADLINE = 5  # so many capitalised words on end are a headline rather than a name


# What stands before an unknown name that a known place is to explain: "shelled Kerto in Gaza".
_PLACING = frozenset(
    [
        "in", "at", "near", "outside", "attacked", "shelled", "bombed", "seized", "captured",
        "entered", "reached", "struck", "hit", "from", "of", "to", "through", "via",
    ]
)  # fmt: skip
_STRICTLY = frozenset(
    ["in", "near", "at", "outside", "shelled", "bombed", "seized", "captured", "entered", "reached"]
)
_INSIDE = frozenset([" in ", ", in"])
_WEAKLY = frozenset(["of", "at", "from", "hit", "struck", "to", "through", "via"])
_LONGEST_PLACING = max(map(len, _PLACING)) + 2  # with a space on either side
# Particles that make one name of what stands on both sides, persons' and places'.
_JOINING = frozenset(
    ["de", "da", "do", "dos", "das", "del", "della", "di", "du", "bin", "bint", "binti", "ibn",
     "van", "von", "der", "den", "ter"]
)  # fmt: skip
# The Arabic article in small letters before a name, as the last three characters before it tell it.
_ARTICLES = frozenset(
    [
        "al-", "el-", "ad-", "an-", "ar-", "as-", "at-", "az-", "er-", "es-", "ez-", "sh-", "th-",
        "dh-", "ed-", "al ", "el ",
    ]
)  # fmt: skip
_STATES = frozenset(["USSR", "U.S.S.R."])  # longer than other abbreviations of states
_DASHED = (" -", " –", " —", " _")
_NONE: frozenset[str] = frozenset()


class Candidate(NamedTuple):
    """A known name at `start:end`.

    `left` and `right` are the capitalised words that it hangs together with as they stand, ""
    where there is none, `left2` and `right2` the ones beyond; `left` ends in " of" where that word
    comes between. `plain` is False in copy in which capitals tell nothing: upper case and
    headlines. `abbreviation` marks "U.S." and "Calif.".
    """

    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]
    left2: str
    left: str
    right: str
    right2: str
    plain: bool
    abbreviation: bool = False


class Sighting(NamedTuple):
    """What one pass over an article's capitalised words gives.

    `formed` are names that only their form makes places; the gazetteer may not know them;
    `loose` are unknown names after a preposition of place.
    `peoples` are the codes of the countries whose demonyms occur, one for each occurrence;
    `surnames` are folded last words of names of persons, as far as their form tells.
    """

    candidates: list[Candidate]
    formed: list[Formed]
    loose: list[TextRange]
    peoples: list[str]
    surnames: set[str]


class _Case:
    """Tells copy in capitals, or with capitals on most words, from names."""

    def __init__(self, text: str, sentences: Callable[[], Sequence[TextRange]]) -> None:
        self._text = text
        self._give = sentences
        self._starts: list[int] | None = None
        self._sentences: Sequence[TextRange] = ()
        self._shares: dict[int, tuple[bool, bool]] = {}

    def plain(self, run: list[Token], at: int, reach: int, abbreviation: bool) -> bool | None:
        """Tell whether capitals tell a name here; None where capitals make it no name at all."""
        token = run[at]
        word = token.text
        upper = word.isupper() and len(word) > 3 and not abbreviation and word not in _STATES
        if not upper and len(run) <= HEADLINE and word != "US":
            return True
        shouted, headline = self._share(token.start)
        if token.text == "US" and (shouted or headline or any(_loud(each) for each in run)):
            return None  # "CONNECT WITH US"
        if upper and not shouted:
            # A name in capitals amid small letters: a dateline's place, or an acronym.
            end = run[at + reach - 1].end
            return True if in_dateline(self._text, token.start, end) else None
        return not (shouted and upper) and not (headline and len(run) > HEADLINE)

    def _share(self, at: int) -> tuple[bool, bool]:
        """Tell whether a sentence is in upper case, and whether most of its words have capitals."""
        if self._starts is None:
            self._sentences = self._give()
            self._starts = [sentence.start for sentence in self._sentences]
        index = max(0, bisect_right(self._starts, at) - 1)
        found = self._shares.get(index)
        if found is None:
            sentence = self._sentences[index].of(self._text)
            words = [word for word in sentence.split() if len(word) > 3]
            capitals = sum(not word[0].islower() for word in words)
            found = self._shares[index] = sentence.isupper(), capitals * 10 >= 8 * len(words)
        return found


def _acronym(text: str, token: Token) -> bool:
    """Tell whether a short word in capitals is rather no name: "EU", not "ADA, Okla."."""
    upper = len(token.text) <= 3 and token.text.isupper()
    return upper and not in_dateline(text, token.start, token.end)


def _loud(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 3


def survey(
    text: str, sentences: Callable[[], Sequence[TextRange]], gazetteer: Gazetteer, words: Words
) -> Sighting:
    """Read the capitalised words of an article once; `sentences` gives its sentences."""
    case = _Case(text, sentences)
    seen = Sighting([], [], [], [], set())
    for run in runs(text):
        size = len(run)
        if text[run[0].start - 3 : run[0].start] in _ARTICLES:
            run[0] = _with_article(text, run[0])
        first = traits(run[0].text)
        if size == 1:
            if first.opener:
                continue  # "The", "In": most runs of one word
            known = [first]
            if not first.alone:
                seen.formed.extend(formed_places(text, run, known, words))
                loose = _loose(text, run, known)
                if loose is not None:
                    seen.loose.append(loose)
                continue
        else:
            known = [first, *[traits(token.text) for token in run[1:]]]
        found = _known(text, run, known, gazetteer, words)
        seen.peoples.extend(_peoples(run, known, words))
        for at, reach, key, entries, abbreviation in found:
            plain = case.plain(run, at, reach, abbreviation)
            if plain is not None:
                seen.candidates.append(
                    _candidate(text, run, at, reach, key, entries, plain, abbreviation)
                )
        seen.formed.extend(formed_places(text, run, known, words))
        if (size <= 4 and not found) or (size <= 5 and found and found[0][1] < size):
            loose = _loose(text, run, known, strict=bool(found))
            if loose is not None:
                seen.loose.append(loose)
            if found and size > 2:
                seen.loose.extend(_joined(text, run, known, found, words))
        if 2 <= size <= HEADLINE + 1 and text[run[-1].start - 1] != "-":
            _note_surname(text, run, known, found, words, seen.surnames)
    return seen


def _with_article(text: str, token: Token) -> Token:
    """Give a name with the Arabic article in front of it: "al-Bab", "el Fasher".

    A name that is known without it, and not with it, stays as it is: "al-Paris".
    """
    start = token.start - 3
    if text[start + 1] == "h":
        start -= 1
    if (start > 0 and text[start - 1].isalnum()) or text[start] not in "ae":
        return token
    word = text[start : token.end]
    if text[token.start - 1] == " ":
        known = fold(word) in gazetteer()
    else:
        usual = f"al-{token.text}"  # the gazetteer writes no other, but for a name's first form
        if not traits(word).begins and traits(usual).begins:
            return Token(start, token.end, usual, True)
        known = not token.text.isupper() and (traits(word).begins or not traits(token.text).begins)
    return Token(start, token.end, word, True) if known else token


def _known(
    text: str, run: list[Token], known: list[Traits], gazetteer: Gazetteer, words: Words
) -> list[tuple[int, int, str, tuple[Entry, ...], bool]]:
    """Give (index, number of tokens, key, entries, abbreviation) of the longest known names."""
    found: list[tuple[int, int, str, tuple[Entry, ...], bool]] = []
    size = len(run)
    # In upper-case copy every other word is one of these; some are names of towns.
    fillers = words.fillers if size > HEADLINE else _NONE
    reached = 0
    for at, word in enumerate(known):
        if not word.begins or at < reached or not run[at].name or word.folded in fillers:
            continue
        token = run[at]
        entry = gazetteer.short.get(token.text)
        if entry is not None and (
            entry.kind == "country" or text[token.start - 2 : token.start] == ", "
        ):
            found.append((at, 1, word.folded, (entry,), True))
            continue
        for length in range(min(word.more + 1, size - at), 0, -1):
            if not run[at + length - 1].name:
                continue
            key = (
                " ".join([each.folded for each in known[at : at + length]])
                if length > 1
                else word.folded
            )
            entries = gazetteer.find_longer(key)  # `traits` looked the word up
            if (
                entries is not None
                and key not in words.never
                and not key.startswith("university of ")
                and (length > 1 or not _acronym(text, token))
            ):
                reached = at + length
                found.append((at, length, key, entries, False))
                break
    return found


def _peoples(run: list[Token], known: list[Traits], words: Words) -> list[str]:
    """Give the codes of the peoples whose demonyms a run holds."""
    found = []
    for at, word in enumerate(known):
        if word.people:
            name = run[at].text
            if name in words.peoples:
                iso = words.peoples[name]
            else:
                iso = words.peoples.get(f"{run[at - 1].text} {name}") if at else None
            if iso:
                found.append(iso)
    return found


def _candidate(
    text: str,
    run: list[Token],
    at: int,
    reach: int,
    key: str,
    entries: tuple[Entry, ...],
    plain: bool,
    abbreviation: bool,
) -> Candidate:
    start, end = run[at].start, run[at + reach - 1].end
    if text[end : end + 1] == "." and entries[0].kind == "state" and text[end - 1] != ".":
        end += 1  # "Conn."
    left2 = left = right = right2 = ""
    if at and run[at - 1].name and "-" not in text[run[at - 1].end : start]:
        left = run[at - 1].text
        if run[at].text.isupper() and not left.isupper() and in_dateline(text, start, end):
            left = ""  # "By Jane Roe PHILADELPHIA (ABC) —"
        else:
            left2 = run[at - 2].text if at > 1 and run[at - 2].name else ""
    elif at > 1 and run[at - 1].text == "of" and run[at - 2].name:
        left = f"{run[at - 2].text} of"
    elif at and run[at - 1].name:
        glued = run[at].text.isupper() and not run[at - 1].text.isupper()  # "Talks Stall-OSLO —"
        glued = glued or (run[at - 1].text.isupper() and in_dateline(text, start, end))
        if not glued and (entries[0].fame <= 1 or not traits(run[at - 1].text).alone):
            left = f"{run[at - 1].text}-"  # "Deere-Boyd"
    elif at > 1 and run[at - 1].text in _JOINING:
        before = at - 2 if run[at - 2].name or at < 3 else at - 3  # "van der Berg"
        left = run[before].text if run[before].name else ""  # "dos Santos"
    follower = run[at + reach : at + reach + 2]
    if follower and follower[0].text in _JOINING:
        follower = [each for each in run[at + reach + 1 : at + reach + 4] if each.name][:1]
    if follower and follower[0].name and "-" not in text[end : follower[0].start]:
        right = follower[0].text
        if len(follower) > 1 and follower[1].name:
            right2 = follower[1].text
    return Candidate(start, end, key, entries, left2, left, right, right2, plain, abbreviation)


def _loose(
    text: str, run: list[Token], known: list[Traits], *, strict: bool = False
) -> TextRange | None:
    """Give an unknown name where a place may stand: after a preposition, in a dateline.

    `strict` is for runs that hold a known name: only what stands before places alone counts.
    """
    if known[0].upper and len(run[0].text) > 3:
        start, end = run[0].start, run[-1].end
        return TextRange(start, end) if in_dateline(text, start, end) else None
    opener = known[0].opener and len(run) > 1
    first = 1 if opener else 0
    start, end = run[first].start, run[-1].end
    if text[start - 1 : start] != " ":
        return None
    if opener:
        before = run[0].text.lower()
    else:
        # "in Kerto", "near Deir Rumaz"
        space = text.rfind(" ", max(0, start - _LONGEST_PLACING), start - 1)
        before = text[space + 1 : start - 1].lower() if space >= 0 else ""
    if before not in (_STRICTLY if strict else _PLACING):
        return None
    for each, token in zip(known[first:], run[first:], strict=True):
        if token.name and not each.nameable:
            return None
    name = TextRange(start, end)
    # "at Zorix in Oslo" rather is a firm, but not "the people of Zorix in Ohio"
    if before in _WEAKLY and text.startswith((" in ", " near "), end):
        return name if before == "of" and words_before(text, start)[1] in of_places() else None
    return name


def _joined(
    text: str,
    run: list[Token],
    known: list[Traits],
    found: list[tuple[int, int, str, tuple[Entry, ...], bool]],
    words: Words,
) -> list[TextRange]:
    """Give the unknown name that "and" joins to a known one: "Sinjar and [Kerto] in Iraq"."""
    at, reach, *_ = found[-1]
    first = at + reach + 1
    if (
        first >= len(run)
        or run[first - 1].text != "and"
        or text[run[-1].end : run[-1].end + 4] not in _INSIDE
    ):
        return []
    if known[-1].folded.removesuffix("s") in words.facilities or any(
        token.name and not each.nameable
        for each, token in zip(known[first:], run[first:], strict=True)
    ):
        return []
    return [TextRange(run[first].start, run[-1].end)]


def _note_surname(
    text: str,
    run: list[Token],
    known: list[Traits],
    found: list[tuple[int, int, str, tuple[Entry, ...], bool]],
    words: Words,
    surnames: set[str],
) -> None:
    """Note the last word of a run that looks like a person's first and last name."""
    last = len(run) - 1
    if not run[last].name or not run[last - 1].name or run[last - 1].text in words.peoples:
        return
    if run[last].text.isupper() and text[run[last].end : run[last].end + 2] in _DASHED:
        return  # "PST OAKLAND -- Police said"
    before = known[last - 1].folded
    if before in words.function or before in words.adjectives or before in words.kinds:
        return
    if [at for at, reach, *_ in found if reach > 1 and at + reach - 1 == last]:
        return  # the words are a place's name together: "San Salvador"
    if known[last].folded not in words.function and run[last].text not in words.titles:
        surnames.add(known[last].folded)
