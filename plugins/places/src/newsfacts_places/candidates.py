"""Candidates: names in the text that the gazetteer knows, with what stands around them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsfacts.text import TextRange
from newsfacts_places.forms import Formed, formed_places
from newsfacts_places.gazetteer import Entry, Gazetteer
from newsfacts_places.names import fold
from newsfacts_places.runs import Token, in_dateline, runs, word_after, words_before
from newsfacts_places.words import Words

HEADLINE = 5  # so many capitalised words on end are a headline rather than a name


class Candidate(NamedTuple):
    """A known name at `start:end`.

    `words_before` are up to three words before it in small letters, nearest last, and `after` the
    one after it as it stands, all "" where a stop comes between. `left` and `right` are the
    capitalised words that it hangs together with as they stand, "" where there is none, `right2`
    the one after `right`; `left` ends in " of" where that word comes between. `plain` is False in copy in which capitals tell
    nothing: upper case and headlines. `abbreviation` marks "U.S." and "Calif.".
    """

    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]
    words_before: tuple[str, str, str]
    after: str
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


def _shouted(run: tuple[Token, ...]) -> bool:
    return any(token.text.isupper() and len(token.text) > 3 for token in run)


class _Case:
    """Tells copy in capitals, or with capitals on most words, from names."""

    def __init__(self, text: str, sentences: Sequence[TextRange]) -> None:
        self._text = text
        self._starts = [sentence.start for sentence in sentences]
        self._sentences = sentences
        self._upper: dict[int, bool] = {}
        self._headline: dict[int, bool] = {}

    def upper(self, at: int) -> bool:
        """Tell whether the sentence around an offset is in upper case throughout."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return False
        found = self._upper.get(index)
        if found is None:
            found = self._upper[index] = self._sentences[index].of(self._text).isupper()
        return found

    def headline(self, at: int) -> bool:
        """Tell whether most longer words of the sentence around an offset have a capital."""
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return False
        found = self._headline.get(index)
        if found is None:
            words = [w for w in self._sentences[index].of(self._text).split() if len(w) > 3]
            capitals = sum(word[0].isupper() or not word[0].isalpha() for word in words)
            found = self._headline[index] = capitals * 10 >= 8 * len(words)
        return found


def survey(
    text: str, sentences: Sequence[TextRange], gazetteer: Gazetteer, words: Words
) -> Sighting:
    """Read the capitalised words of an article once."""
    case = _Case(text, sentences)
    seen = Sighting([], [], [], [], set())
    for run in runs(text):
        folded = [fold(token.text) for token in run]
        long = len(run) > HEADLINE
        found = list(_known(run, folded, gazetteer, words))
        for token in run:
            if token.name and (iso := words.peoples.get(token.text)):
                seen.peoples.append(iso)
        for at, reach, key, entries, abbreviation in found:
            upper = run[at].text.isupper() and len(run[at].text) > 3
            plain = not (
                (long and case.headline(run[at].start)) or (upper and case.upper(run[at].start))
            )
            if run[at].text == "US" and (long or case.upper(run[at].start) or _shouted(run)):
                continue  # "CONNECT WITH US"
            if (
                upper
                and plain
                and not abbreviation
                and not in_dateline(text, run[at].start, run[at + reach - 1].end)
            ):
                continue
            seen.candidates.append(
                _candidate(text, run, at, reach, key, entries, plain, abbreviation)
            )
        seen.formed.extend(formed_places(text, run, folded, words))
        if not found and len(run) <= 3 and _after_preposition(text, run, folded, words):
            seen.loose.append(TextRange(run[0].start, run[-1].end))
        if 2 <= len(run) <= HEADLINE + 1:
            _note_surname(run, folded, found, words, seen.surnames)
    return seen


def _known(
    run: tuple[Token, ...], folded: list[str], gazetteer: Gazetteer, words: Words
) -> Iterator[tuple[int, int, str, tuple[Entry, ...], bool]]:
    """Give (index, number of tokens, key, entries, abbreviation) of the longest known names."""
    at, size = 0, len(run)
    while at < size:
        token = run[at]
        reach = 1
        if token.name:
            most = min(gazetteer.longest.get(folded[at], 0) + 1, size - at)
            for length in range(most, 0, -1):
                if not run[at + length - 1].name:
                    continue
                key = " ".join(folded[at : at + length])
                if key in words.function or key in words.adjectives:
                    continue
                if entries := gazetteer[key]:
                    reach = length
                    yield at, reach, key, entries, False
                    break
            else:
                if entry := gazetteer.abbreviation(token.text):
                    yield at, 1, folded[at], (entry,), True
        at += reach


def _candidate(
    text: str,
    run: tuple[Token, ...],
    at: int,
    reach: int,
    key: str,
    entries: tuple[Entry, ...],
    plain: bool,
    abbreviation: bool,
) -> Candidate:
    start, end = run[at].start, run[at + reach - 1].end
    if abbreviation and text[end : end + 1] == "." and text[end - 1] != ".":
        end += 1
    left = right = right2 = ""
    if at and run[at - 1].name and "-" not in text[run[at - 1].end : start]:
        left = run[at - 1].text
    elif at > 1 and run[at - 1].text == "of" and run[at - 2].name:
        left = f"{run[at - 2].text} of"
    follower = run[at + reach : at + reach + 2]
    if follower and follower[0].name and "-" not in text[end : follower[0].start]:
        right = follower[0].text
        if len(follower) > 1 and follower[1].name:
            right2 = follower[1].text
    return Candidate(
        start, end, key, entries, words_before(text, start), word_after(text, end),
        left, right, right2, plain, abbreviation,
    )  # fmt: skip


def _after_preposition(text: str, run: tuple[Token, ...], folded: list[str], words: Words) -> bool:
    """Tell whether an unknown run stands as a place does: "in Kerto", "near Deir Rumaz"."""
    if words_before(text, run[0].start)[2] not in ("in", "near", "outside", "at"):
        return False
    return not any(
        word in words.function or word in words.not_names or word in words.everyday or len(word) < 3
        for word in folded
    ) and not any(token.text in words.peoples or token.text.isupper() for token in run)


def _note_surname(
    run: tuple[Token, ...],
    folded: list[str],
    found: list[tuple[int, int, str, tuple[Entry, ...], bool]],
    words: Words,
    surnames: set[str],
) -> None:
    """Note the last word of a run that looks like a person's first and last name."""
    last = len(run) - 1
    if not run[last].name or not run[last - 1].name or run[last - 1].text in words.peoples:
        return
    before = folded[last - 1]
    if before in words.function or before in words.adjectives or before in words.kinds:
        return
    if any(reach > 1 and at + reach - 1 == last for at, reach, *_ in found):
        return  # the words are a place's name together: "San Salvador"
    if folded[last] not in words.function and run[last].text not in words.titles:
        surnames.add(folded[last])
