"""Names of persons: capitalised words and the evidence that they are somebody's name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, MARK, POSSESSIVE, UPPER

ACCEPT = 2.0

_NO_PART = (
    lex.NOT_NAME | lex.TITLE | lex.HONORIFIC | lex.MODIFIER | lex.HEAD | lex.SUBJECT
    | lex.PLACE_NOUN | lex.OTHER_NOUN | lex.PORTFOLIO
)  # fmt: skip
_STRONG_PARTICLES = frozenset(
    {"al", "bin", "von", "van", "de", "del", "della", "di", "da", "dos", "el", "ibn", "abu", "ben",
     "ul", "bint"}
)  # fmt: skip
_ADJECTIVE_ENDINGS = frozenset(
    {"led", "based", "backed", "born", "style", "wide", "era", "old", "run", "held", "made", "owned",
     "ruled", "controlled", "sponsored", "brokered", "mediated", "dominated", "occupied", "speaking",
     "bound", "like", "trained", "funded", "organised", "organized", "supported", "drafted"}
)  # fmt: skip
_PLACE_BEFORE = frozenset({"in", "near", "at", "around", "outside", "inside", "across", "into"})


_BY = frozenset({"led", "headed", "chaired", "represented", "accompanied", "written", "founded"})


_FUNCTION = frozenset({"a", "an", "so", "he", "she", "you", "do", "to", "no", "go", "in", "on", "or"})
_AFTER_ADJECTIVE = frozenset({"administration", "government", "regime", "era", "doctrine", "camp"})


class Run(NamedTuple):
    """A run of words that can be a name."""

    first: int
    last: int


def upper_ratio(text: str) -> float:
    """Give the share of capitals among the first 2,000 characters' letters."""
    letters = [char for char in text[:2000] if char.isalpha()]
    return sum(char.isupper() for char in letters) / len(letters) if letters else 0.0


def runs(scan: Scan) -> list[Run]:
    """Give the runs of words that can be names, longest as they stand."""
    found: list[Run] = []
    words = scan.words
    for number in range(len(words.sentences) - 1):
        at, end = words.sentences[number], words.sentences[number + 1]
        while at < end:
            if _begins(scan, at, end):
                last = _extend(scan, at, end)
                found.append(Run(_after_subject(scan, at, last), last))
                at = last
            else:
                at += 1
    return found


def _after_subject(scan: Scan, first: int, last: int) -> int:
    """Leave the subject of an office out: "chief of Customs Maria Novak"."""
    if first >= 2 and scan.words.lowers[first - 1] in ("of", "for") and scan.bits[first - 2] & lex.TITLE:
        for at in range(first + 1, last - 1):
            if scan.bits[at] & lex.GIVEN and not scan.bits[first] & lex.GIVEN:
                return at
    return first


def _begins(scan: Scan, at: int, end: int) -> bool:
    kind = scan.words.kinds[at]
    if kind == LOWER:
        return bool(
            scan.words.lowers[at] in _STRONG_PARTICLES
            and at + 1 < end
            and scan.owner[at] < 0
            and at > 0
            and scan.bits[at - 1] & (lex.TITLE | lex.HONORIFIC | lex.SPEECH)
            and _part(scan, _after_particles(scan, at, end), end, first=True)
        )
    return _part(scan, at, end, first=True)


def _after_particles(scan: Scan, at: int, end: int) -> int:
    while at < end and (
        (scan.words.kinds[at] == LOWER and scan.bits[at] & lex.PARTICLE)
        or scan.words.words[at] == "-"
    ):
        at += 1
    return at


def _part(scan: Scan, at: int, end: int, *, first: bool = False) -> bool:
    """Tell whether a word can be part of a person's name."""
    if at >= end or scan.owner[at] >= 0:
        return False
    words = scan.words
    kind, word = words.kinds[at], words.words[at]
    if kind == INITIAL:
        return not first or (at + 1 < end and words.kinds[at + 1] in (CAPITAL, INITIAL))
    if kind == UPPER:
        return bool(scan.bits[at] & lex.GIVEN) or (
            not first and len(word) > 3 and word.isalpha() and not scan.bits[at] & _NO_PART
        )
    if kind != CAPITAL or (len(word) == 1 and word in "AI"):
        return False
    if "-" in word and word.rpartition("-")[2] in _ADJECTIVE_ENDINGS:
        return False
    if "/" in word:
        return False
    if not first and scan.bits[at] & lex.GIVEN and not scan.bits[at] & (lex.TITLE | lex.HONORIFIC):
        return True
    return not scan.bits[at] & _NO_PART or (first and _given_anyway(scan, at, end))


def _given_anyway(scan: Scan, at: int, end: int) -> bool:
    """"Grace Mugabe", "Mark Rutte", "Will Smith": a word that is a given name here."""
    bits = scan.bits[at]
    if not bits & (lex.GIVEN | lex.AMBIGUOUS | lex.FAMILY_FIRST) or at + 1 >= end:
        return False
    if scan.words.kinds[at + 1] not in (CAPITAL, INITIAL) or scan.owner[at + 1] >= 0:
        return False
    if bits & (lex.TITLE | lex.HONORIFIC):
        return False
    if at and scan.bits[at - 1] & (lex.TITLE | lex.HONORIFIC) and not scan.bits[at + 1] & _NO_PART:
        return True
    if scan.words.lowers[at] in _FUNCTION:
        return False
    return not scan.bits[at + 1] & (_NO_PART | lex.GIVEN) and not scan.starts_sentence(at)


def _extend(scan: Scan, first: int, end: int) -> int:
    words, bits = scan.words, scan.bits
    at = _after_particles(scan, first, end)
    at = max(at, first) + 1
    given = False
    while at < end:
        given = given or bool(bits[at - 1] & (lex.GIVEN | lex.FAMILY_FIRST)) or (
            words.kinds[at - 1] == INITIAL
        )
        if _part(scan, at, end):
            at += 1
            continue
        if (
            words.kinds[at] == CAPITAL
            and given
            and scan.owner[at] < 0
            and bits[at] & _NO_PART
            and not _part(scan, at + 1, end)
            and bits[at] & lex.SURNAME
            and not bits[at] & lex.NOT_NAME
            and at - first <= 2
        ):
            at += 1  # a family name that is also a word: "Stephen King", "John Major"
            break
        if words.kinds[at] == LOWER and bits[at] & lex.PARTICLE:
            after = _after_particles(scan, at, end)
            if after - at <= 3 and _part(scan, after, end):
                at = after + 1
                continue
        nick = _nickname(scan, at, end)
        if nick:
            at = nick
            continue
        break
    if at < end and bits[at] & lex.SUFFIX and words.kinds[at] in (CAPITAL, UPPER):
        at += 1
        if at < end and words.words[at] == "." and words.lowers[at - 1] in ("jr", "sr"):
            at += 1
    elif (
        at + 1 < end and words.words[at] == "," and words.lowers[at + 1] in ("jr", "sr")
    ):
        at += 2
        if at < end and words.words[at] == ".":
            at += 1
    return at


def _nickname(scan: Scan, at: int, end: int) -> int:
    """Step over a nickname in quotation marks between two names; 0 where there is none."""
    words = scan.words.words
    if (
        at + 3 < end
        and words[at] in "\"“'‘"
        and words[at + 2] in "\"”'’"
        and scan.words.kinds[at + 1] == CAPITAL
        and _part(scan, at + 3, end)
    ):
        return at + 4
    if (
        at + 4 < end
        and words[at] in "\"“'‘"
        and words[at + 3] in "\"”'’"
        and _part(scan, at + 4, end)
    ):
        return at + 5
    return 0


def before(scan: Scan, at: int) -> int:
    """Give the word before another, the stop of an abbreviation left out; -1 at the beginning."""
    at -= 1
    if at > 0 and scan.words.words[at] == "." and scan.bits[at - 1] & (lex.RANK | lex.HONORIFIC):
        at -= 1
    return at


def score(scan: Scan, run: Run, headline: bool, again: frozenset[str]) -> float:
    """Weigh the evidence that a run is a person's name; `ACCEPT` and more is enough."""
    words, bits = scan.words, scan.bits
    first, last = run
    size = len(words.words)
    names = [at for at in range(first, last) if words.kinds[at] in (CAPITAL, UPPER, INITIAL)]
    length = len(names)
    points = 0.0
    head = bits[names[0]]
    if length > 1:
        if head & lex.GIVEN or _compound_given(words.lowers[names[0]]):
            points += 1.0 if head & lex.AMBIGUOUS else 2.5
        elif words.kinds[names[0]] == INITIAL:
            points += 1.5
        elif head & lex.FAMILY_FIRST and length <= 3:
            points += 2.0 if all(_syllabic(words.lowers[at]) for at in names[1:]) else 0.5
        elif head & lex.AMBIGUOUS:
            points += 1.0
        if any(bits[at] & lex.GIVEN for at in names[1:]):
            points += 1.0
    else:
        points -= 1.5
    if length > 6:
        points -= 2
    previous = before(scan, first)
    if previous >= 0:
        bit = bits[previous]
        if bit & (lex.TITLE | lex.HONORIFIC) and scan.sentence_of[previous] == scan.sentence_of[first]:
            points += 3.5 if length > 1 or not bit & (lex.PLURAL | lex.OCCUPATION) else 1.5
        elif bit & (lex.SUBJECT | lex.HEAD) and length > 1 and _office_before(scan, previous):
            points += 2.5
        elif words.kinds[previous] == LOWER and bit & _THING and not bit & (lex.SPEECH | lex.ACT):
            points -= 2.5
        elif words.kinds[previous] == CAPITAL and bit & (lex.OTHER_NOUN | lex.PLACE_NOUN):
            points -= 2.5
        elif bit & lex.SPEECH and words.kinds[previous] == LOWER and length > 1:
            points += 2
        elif words.lowers[previous] == "by" and length > 1:
            points += 1.5 if words.lowers[previous - 1] in _BY else 0.5
        elif words.lowers[previous] == "the":
            points -= 1.0 if length > 1 and head & lex.GIVEN and not head & lex.AMBIGUOUS else 3.0
        elif words.lowers[previous] == "of" and previous and bits[previous - 1] & lex.OFFICE:
            points -= 2  # a company named after somebody: "chief executive of Carl Muster"
        elif words.lowers[previous] in _PLACE_BEFORE:
            points -= 1.5
        elif words.kinds[previous] == POSSESSIVE:
            points -= 0.5
        elif words.words[previous] == "," and length > 1:
            points += _title_before(scan, previous, last)
        elif words.words[previous] == "(" and last < size and words.words[last] == "/":
            points += 1.5  # the credit of a picture
        elif words.words[previous] in "\"“'‘" and last < size and words.words[last] in "\"”'’":
            points -= 1.5
        elif words.words[previous] == ":" and previous and bits[previous - 1] & lex.TITLE:
            points += 3.0
        elif words.words[previous] in "/" and scan.owner[max(previous - 1, 0)] >= 0:
            before_it = scan.at(previous - 1)
            if before_it is not None and before_it.kind == "person":
                points += 2.0
    if last < size:
        points += _after(scan, last, length)
    if scan.upper and length == 1 and not (
        previous >= 0 and bits[previous] & (lex.STATE | lex.RANK) and not bits[previous] & lex.PLURAL
    ):
        points -= 3.0
    if length > 1 and _leader_key(words.slice(first, last)) in lex.leader_countries():
        points += 3.0
    surname = words.lowers[names[-1]]
    if length > 1 and surname in again:
        points += 1.5
    if headline:
        points -= 1.5
    return points


_THING = lex.HEAD | lex.LOWER_HEAD | lex.BODY | lex.PLACE_NOUN | lex.OTHER_NOUN


def _office_before(scan: Scan, at: int) -> bool:
    """Tell whether an office with its subject ends here: "Secretary of [State]"."""
    start, _ = scan.bounds(at)
    for word in range(at, max(start - 1, at - 9), -1):
        bit, lower = scan.bits[word], scan.words.lowers[word]
        if bit & lex.TITLE and scan.owner[word] < 0 and word + 1 < len(scan.owner):
            return scan.words.lowers[word + 1] in ("of", "for")
        if scan.owner[word] >= 0 or bit & (lex.SUBJECT | lex.PORTFOLIO | lex.HEAD):
            continue
        if scan.words.kinds[word] != LOWER or bit & (lex.BOUNDARY | lex.SPEECH | lex.ACT):
            if lower not in ("of", "for", "and", "the", "&"):
                return False
    return False


def _title_before(scan: Scan, comma: int, last: int) -> float:
    """Weigh a title in the phrase before a comma: "the head of the force, [name],"."""
    start, _ = scan.bounds(comma)
    words = scan.words.words
    for at in range(comma - 1, max(start - 1, comma - 13), -1):
        if words[at] in ",;:" or (words[at] in "()" and at < comma - 3):
            return 0.0
        if scan.bits[at] & lex.TITLE and not scan.bits[at] & lex.PLURAL:
            closed = last < len(words) and words[last] in (",", ".", "(")
            return (2.0 if at == comma - 1 else 1.5) + (0.5 if closed else 0.0)
    return 0.0


def _after(scan: Scan, last: int, length: int) -> float:
    words, bits = scan.words, scan.bits
    kind, bit, word = words.kinds[last], bits[last], words.words[last]
    size = len(words.words)
    if kind == LOWER:
        if bit & (lex.PLACE_NOUN | lex.OTHER_NOUN) and not bit & (lex.SPEECH | lex.ACT):
            return -3.0 if bit & lex.PLACE_NOUN or length == 1 else -1.5
        if bit & (lex.GROUP | lex.LOWER_HEAD):
            return -2.0
        if bit & lex.SPEECH:
            return 2.0
        if length > 1 and word in ("of", "from", "with") and _body_ahead(scan, last + 1):
            return 2.0
        if word in ("is", "was", "has", "had") and length > 1:
            ahead = range(last + 1, min(last + 7, size))
            copula = word in ("is", "was") or words.lowers[last + 1 : last + 2] == ["been"]
            return 2.0 if copula and any(bits[at] & lex.TITLE for at in ahead) else 1.0
        if bit & lex.ACT or word in ("who", "whose"):
            return 1.0
    elif kind == CAPITAL and bit & (lex.PLACE_NOUN | lex.OTHER_NOUN | lex.HEAD | lex.SUBJECT):
        return -3.0
    elif word == "," and last + 1 < size:
        if words.lowers[last + 1] in ("who", "whose"):
            return 2.5
        if words.words[last + 1].isdigit() and len(words.words[last + 1]) == 2:
            if last + 2 < size and words.words[last + 2] in (",", "."):
                return 3.0
        if words.lowers[last + 1] == "aged":
            return 3.0
        for at in range(last + 1, min(last + 9, size)):
            if words.kinds[at] == MARK and words.words[at] not in "-":
                break
            if bits[at] & lex.BOUNDARY and words.kinds[at] == LOWER:
                break
            if bits[at] & lex.TITLE and not bits[at] & lex.PLURAL:
                return 2.0 if length > 1 else 1.0
        if bits[last + 1] & lex.SPEECH and words.kinds[last + 1] == LOWER and length > 1:
            return 1.0
    elif word == "(" and last + 2 < size and words.words[last + 1].isdigit():
        if words.words[last + 2] == ")" and len(words.words[last + 1]) == 2:
            return 2.0
    return 0.0


def _body_ahead(scan: Scan, at: int) -> bool:
    """Tell whether an organisation follows: "[of] the Zorix Institute"."""
    size = len(scan.owner)
    if at < size and scan.words.lowers[at] == "the":
        at += 1
    if at >= size:
        return False
    owned = scan.at(at)
    return owned is not None and owned.kind == "organization"


def _compound_given(word: str) -> bool:
    """"Jan-Peter", "Anna-Maria": both parts are given names."""
    if "-" not in word:
        return False
    table = lex.word_bits()
    return all(table.get(part, 0) & (lex.GIVEN | lex.AMBIGUOUS) for part in word.split("-"))


def _syllabic(word: str) -> bool:
    """Tell whether a word can be a given name of one or two syllables in Chinese or Korean."""
    return len(word) <= 10 and not word.endswith(("s", "ed", "ly", "er", "tion", "ia", "ment"))


def headlines(scan: Scan) -> list[bool]:
    """Tell of each sentence whether it is a headline in capitals: most of its words begin so."""
    words = scan.words
    found: list[bool] = []
    for number in range(len(words.sentences) - 1):
        first, end = words.sentences[number], words.sentences[number + 1]
        kinds = words.kinds[first : min(end, first + 14)]
        letters = [
            kind for at, kind in enumerate(kinds)
            if kind in (LOWER, CAPITAL, UPPER) and len(words.words[first + at]) > 3
        ]  # fmt: skip
        high = sum(kind != LOWER for kind in letters)
        closed = end > first and words.words[end - 1] in ".\"”"
        verb = any(word in ("is", "was", "are", "were", "has", "said") for word in words.lowers[first:end])
        found.append(len(letters) >= 3 and high >= 0.75 * len(letters) and not closed and not verb)
    return found


def recurring(scan: Scan, found: Sequence[Run]) -> frozenset[str]:
    """Give words that stand alone as the subject of a verb of persons somewhere."""
    words, bits = scan.words, scan.bits
    size = len(words.words)
    again: set[str] = set()
    for first, last in found:
        if last - first == 1 and last < size:
            after = bits[last]
            if (after & (lex.SPEECH | lex.ACT) and words.kinds[last] == LOWER) or (
                first and bits[first - 1] & lex.SPEECH and words.kinds[first - 1] == LOWER
            ):
                again.add(words.lowers[first])
    return frozenset(again)


def find(scan: Scan, place_words: Mapping[int, int]) -> list[int]:
    """File persons; give the indices of their mentions.

    `place_words` maps words that a gazetteer reads as part of a place's name to that place.
    """
    accepted = _leaders(scan)
    candidates = runs(scan)
    titled = headlines(scan)
    again = recurring(scan, candidates)
    left: list[Run] = []
    for run in candidates:
        points = score(scan, run, titled[scan.sentence_of[run.first]], again)
        if len({place_words.get(at) for at in range(*run)} - {None}) == 1 and all(
            at in place_words for at in range(*run)
        ):
            points -= 1.5
        if points >= ACCEPT:
            accepted.append(_file(scan, run))
        else:
            left.append(run)
    left = _listed(scan, accepted, left)
    shorter, left = short_forms(scan, accepted, left)
    accepted += shorter
    accepted += _well_known(scan, left, place_words)
    return sorted(accepted)


def _leaders(scan: Scan) -> list[int]:
    """File full names of the lexicon of leaders, unless they are part of a longer name."""
    words = scan.words
    table = lex.leader_names()
    size = len(words.words)
    found: list[int] = []
    for at, word in enumerate(words.words):
        for rest in table.get(word, ()) if scan.owner[at] < 0 else ():
            last = at + 1 + len(rest)
            if tuple(words.words[at + 1 : last]) != rest:
                continue
            if any(scan.owner[i] >= 0 for i in range(at, last)) or _is_place_like(scan, Run(at, last)):
                break
            _, end = scan.bounds(at)
            if last < size and _part(scan, last, end):
                break
            if at and scan.bits[at - 1] & lex.GIVEN and words.kinds[at - 1] == CAPITAL:
                break
            found.append(_file(scan, Run(at, last)))
            break
    return found


def _listed(scan: Scan, accepted: list[int], left: Sequence[Run]) -> list[Run]:
    """Take names that are enumerated with a person: "Petr Novak, Xaro Dalia and Ulm Tarek"."""
    remaining = list(left)
    for _ in range(3):
        rest: list[Run] = []
        for run in remaining:
            if run.last - run.first > 1 and _beside_person(scan, run):
                accepted.append(_file(scan, run))
            else:
                rest.append(run)
        if len(rest) == len(remaining):
            break
        remaining = rest
    return remaining


def _beside_person(scan: Scan, run: Run) -> bool:
    words = scan.words
    if any(scan.bits[at] & _NO_PART for at in range(*run)) or _is_place_like(scan, run):
        return False
    for joint, neighbour in ((run.first - 1, run.first - 2), (run.last, run.last + 1)):
        if 0 <= neighbour < len(words.words) and words.words[joint] == "and":
            beside = scan.at(neighbour)
            if beside is not None and beside.kind == "person" and beside.last - beside.first > 1:
                return True
    return False


def _well_known(scan: Scan, left: Sequence[Run], place_words: Mapping[int, int]) -> list[int]:
    """File those whom news call by one name: "Chirac told reporters"."""
    table = lex.single_names()
    found: list[int] = []
    acting = {
        scan.words.lowers[run.first]
        for run in left
        if run.last - run.first == 1 and _acts_alone(scan, run, run.first in place_words)
    }
    for run in left:
        if run.last - run.first != 1 or scan.words.kinds[run.first] != CAPITAL:
            continue
        word = plain(scan.words.lowers[run.first])
        if word not in table or _is_place_like(scan, run):
            continue
        if scan.words.lowers[run.first] not in acting:
            continue
        name = scan.words.words[run.first]
        found.append(
            scan.add(Mention(run.first, run.last, "person", name, table[word], "short"))
        )
    return found


def _acts_alone(scan: Scan, run: Run, place: bool) -> bool:
    """Tell whether a single name stands where a person stands, and not a place or an adjective."""
    words, bits = scan.words, scan.bits
    previous, after = words.lowers[run.first - 1] if run.first else "", ""
    if run.last < len(words.words):
        after = words.lowers[run.last]
        if words.kinds[run.last] == LOWER and bits[run.last] & (lex.SPEECH | lex.ACT):
            return True
        if words.kinds[run.last] == POSSESSIVE:
            return not place
    if previous == "the" or previous in _PLACE_BEFORE or after in _AFTER_ADJECTIVE:
        return False
    return not place and previous not in ("to", "from", "of", "through")


def _file(scan: Scan, run: Run) -> int:
    name = " ".join(scan.words.slice(*run).split())
    country = lex.leader_countries().get(_leader_key(name))
    if country is None and run.last - run.first == 1:
        country = lex.single_names().get(plain(name.lower()))
    return scan.add(Mention(run.first, run.last, "person", name, country or _origin(scan, run)))


def _leader_key(name: str) -> str:
    return name.lower().replace("-", " ")


def _origin(scan: Scan, run: Run) -> str | None:
    """Give the country that is said of a name: "Chilean Ana Ruiz", "Ana Ruiz of Chile"."""
    words = scan.words
    before = run.first - 1
    if before >= 0:
        owned = scan.at(before)
        if owned is not None and owned.kind == "country" and owned.how == "demonym":
            return owned.country
        if words.kinds[before] == POSSESSIVE and before:
            owned = scan.at(before - 1)
            if owned is not None and owned.kind == "country" and owned.how == "name":
                return owned.country
    after = run.last
    if after + 1 < len(words.words) and words.words[after] in ("of", "from"):
        owned = scan.at(after + 1)
        if owned is not None and owned.kind == "country" and owned.how == "name":
            return owned.country
    return None


def plain(word: str) -> str:
    """Give a name's word without case and article: "al-Maliki" is "maliki"."""
    return word.removeprefix("al-").removeprefix("el-").removeprefix("ul-")


def parts(scan: Scan, first: int, last: int) -> list[str]:
    """Give the words of a name that tell persons apart."""
    return [
        plain(scan.words.lowers[at])
        for at in range(first, last)
        if scan.words.kinds[at] in (CAPITAL, UPPER)
        and not scan.bits[at] & lex.SUFFIX
    ]


def short_forms(
    scan: Scan, full: Sequence[int], left: Sequence[Run]
) -> tuple[list[int], list[Run]]:
    """File later and shorter forms of the names found: the family name, the first name alone.

    Gives their mentions and the runs that remain.
    """
    table: dict[str, int] = {}
    for index in full:
        mention = scan.mentions[index]
        assert mention is not None
        words = parts(scan, mention.first, mention.last)
        for word in words if len(words) > 1 else ():
            table.setdefault(word, index)
        if len(words) == 1:
            table.setdefault(words[0], index)
    found: list[int] = []
    rest: list[Run] = []
    for run in left:
        words = parts(scan, *run)
        if words and all(word in table for word in words) and run.last - run.first <= 4:
            if _is_place_like(scan, run):
                continue
            name = " ".join(scan.words.slice(*run).split())
            found.append(scan.add(Mention(run.first, run.last, "person", name, None, "short")))
        else:
            rest.append(run)
    return found, rest


def _is_place_like(scan: Scan, run: Run) -> bool:
    last = run.last
    if last < len(scan.bits):
        bit, kind = scan.bits[last], scan.words.kinds[last]
        if kind in (CAPITAL, UPPER) and bit & (lex.PLACE_NOUN | lex.HEAD):
            return True
        if kind == LOWER and bit & lex.PLACE_NOUN and not bit & (lex.SPEECH | lex.ACT):
            return True
    return False
