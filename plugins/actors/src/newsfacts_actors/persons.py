"""Names of persons: capitalised words and the evidence that they are somebody's name."""

from collections.abc import Mapping, Sequence

from newsfacts_actors import lexicon as lex
from newsfacts_actors.evidence import ACCEPT, PLACE_BEFORE, SIBLINGS, score
from newsfacts_actors.lexicon import leader_key
from newsfacts_actors.rows import NO_PART
from newsfacts_actors.runs import Run, can_be_part, runs
from newsfacts_actors.scan import Mention, Scan
from newsfacts_actors.tokens import CAPITAL, LOWER, POSSESSIVE, UPPER

_VERBS = frozenset({"is", "was", "are", "were", "has", "said"})
_NAMING = frozenset({"name", "named", "identified", "calls", "called"})
# Everyday words that are given names before "and" and another one.
_FIRST_NAMES = frozenset(
    {"al", "chad", "charlotte", "frank", "grace", "grant", "mark", "norman", "pat", "ray", "rob",
     "rose", "ruby", "victoria", "virginia"}
)  # fmt: skip
_STYLES = frozenset({"queen", "king", "princess", "mr", "mrs", "ms", "miss", "pope"})
_AFTER_ADJECTIVE = frozenset({"administration", "government", "regime", "era", "doctrine", "camp"})


def is_headline(scan: Scan, number: int) -> bool:
    """Tell whether a sentence is a headline in capitals: most of its longer words begin so."""
    words = scan.words
    first, end = words.sentences[number], words.sentences[number + 1]
    if end > first and words.words[end - 1] in '."”':
        return False
    letters = [
        words.kinds[at]
        for at in range(first, min(end, first + 14))
        if words.kinds[at] in (LOWER, CAPITAL, UPPER) and len(words.words[at]) > 3
    ]
    high = len(letters) - letters.count(LOWER)
    if len(letters) < 3 or high < 0.75 * len(letters):
        return False
    return _VERBS.isdisjoint(words.lowers[first:end])


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
    candidates = _trimmed(scan, runs(scan))
    titled: dict[int, bool] = {}
    again = recurring(scan, candidates)
    left: list[Run] = []
    for run in candidates:
        number = scan.sentence_of[run.first]
        if number not in titled:
            titled[number] = is_headline(scan, number)
        points = score(scan, run, titled[number], again)
        place = place_words.get(run.first)
        if (
            place is not None
            and all(place_words.get(at) == place for at in range(*run))
            and not _styled(scan, run.first, place_words)
        ):
            points -= 1.5
        if points >= ACCEPT and (run.last - run.first > 1 or len(scan.words.words[run.first]) > 1):
            accepted.append(_file(scan, run))
        else:
            left.append(run)
    left = _relatives(scan, accepted, left, place_words)
    left = _listed(scan, accepted, left)
    shorter, left = short_forms(scan, accepted, left)
    accepted += shorter
    accepted += _well_known(scan, left, place_words)
    return sorted(accepted)


def _styled(scan: Scan, at: int, place_words: Mapping[int, int]) -> bool:
    """Tell whether a form of address makes a place's name somebody's: "Queen Sofia"."""
    before = at - 1
    return (
        before >= 0
        and before not in place_words
        and scan.words.lowers[before] in _STYLES
        and scan.words.kinds[before] in (CAPITAL, UPPER)
    )


def _trimmed(scan: Scan, found: list[Run]) -> list[Run]:
    """Cut a word off that stands before a name by chance: "Oust Ana Maria Ruiz", over a story.

    So it is where the name stands without it elsewhere, and begins with a given name.
    """
    bits, words = scan.bits, scan.words.words
    long = [
        at
        for at, (first, last) in enumerate(found)
        if last - first > 2 and bits[first + 1] & lex.GIVEN and not bits[first] & lex.GIVEN
    ]
    if not long:
        return found
    names = {tuple(words[run.first : run.last]) for run in found}
    for at in long:
        first, last = found[at]
        if tuple(words[first + 1 : last]) in names:
            found[at] = Run(first + 1, last)
    return found


def _leaders(scan: Scan) -> list[int]:
    """File full names of the lexicon of leaders, unless they are part of a longer name."""
    words = scan.words
    table = lex.leader_names()
    size = len(words.words)
    found: list[int] = []
    for at in scan.leaders:
        for rest in table[words.words[at]] if scan.owner[at] < 0 else ():
            last = at + 1 + len(rest)
            if tuple(words.words[at + 1 : last]) != rest:
                continue
            if any(scan.owner[i] >= 0 for i in range(at, last)) or _is_place_like(
                scan, Run(at, last)
            ):
                break
            _, end = scan.bounds(at)
            if last < size and can_be_part(scan, last, end):
                break
            if at and scan.bits[at - 1] & lex.GIVEN and words.kinds[at - 1] == CAPITAL:
                break
            found.append(_file(scan, Run(at, last)))
            break
    return found


def _relatives(
    scan: Scan, accepted: list[int], left: Sequence[Run], place_words: Mapping[int, int]
) -> list[Run]:
    """Take full names that end in the family name of a person found: "his niece Xaro Novak"."""
    mentions = [scan.mention(index) for index in accepted]
    families = {scan.words.words[each.last - 1] for each in mentions if each.last - each.first > 1}
    rest: list[Run] = []
    for run in left:
        first, last = run
        if (
            last - first == 2
            and scan.words.words[last - 1] in families
            and scan.words.kinds[first] == CAPITAL
            and not scan.upper
            and not scan.bits[first]
            and first not in place_words
            and "-" not in scan.words.words[first]
            and not scan.starts_sentence(first)
            and (first == 0 or scan.words.lowers[first - 1] != "the")
            and not _is_place_like(scan, run)
        ):
            accepted.append(_file(scan, run))
        else:
            rest.append(run)
    return rest


def _listed(scan: Scan, accepted: list[int], left: Sequence[Run]) -> list[Run]:
    """Take names that are enumerated with a person: "Petr Novak, Xaro Dalia and Ulm Tarek"."""
    remaining = list(left)
    for _ in range(3):
        rest: list[Run] = []
        for run in remaining:
            if _beside_person(scan, run) if run.last - run.first > 1 else _paired(scan, run):
                accepted.append(_file(scan, run))
            else:
                rest.append(run)
        if len(rest) == len(remaining):
            break
        remaining = rest
    return remaining


def _paired(scan: Scan, run: Run) -> bool:
    """Know single names of pairs: "generals Novak and [Silva]", "[Petr] and Maria Novak"."""
    words, bits = scan.words, scan.bits
    at, after = run
    follows = at > 2 and words.lowers[at - 1] == "and"
    if not follows and not (after + 1 < len(bits) and words.lowers[after] == "and"):
        return False
    if bits[at] & NO_PART or _is_place_like(scan, run) or words.kinds[at] != CAPITAL:
        return False
    if follows:
        beside = scan.at(at - 2)
        if beside is None or beside.kind != "person" or beside.last - beside.first != 1:
            return False
        return beside.first > 0 and bool(bits[beside.first - 1] & lex.PLURAL)
    beside = scan.at(after + 1)
    if at > 1 and words.words[at - 1] == "," and words.lowers[at - 2] in SIBLINGS:
        return beside is not None and beside.kind == "person"  # "two sons, Petr and Karl Novak"
    if words.lowers[at] not in _FIRST_NAMES and (
        not bits[at] & lex.GIVEN or bits[at] & lex.AMBIGUOUS
    ):
        return False
    return (
        bool(bits[after + 1] & lex.GIVEN)
        and beside is not None
        and beside.kind == "person"
        and beside.last - beside.first > 1
    )


def _beside_person(scan: Scan, run: Run) -> bool:
    words = scan.words
    if any(scan.bits[at] & NO_PART for at in range(*run)) or _is_place_like(scan, run):
        return False
    for joint, neighbour in ((run.first - 1, run.first - 2), (run.last, run.last + 1)):
        if 0 <= neighbour < len(words.words) and words.lowers[joint] in ("and", "und"):
            beside = scan.at(neighbour)
            if beside is not None and beside.kind == "person" and beside.last - beside.first > 1:
                return True
    # "Petr Novak and Zambia's Xaro Dalia"
    if run.first < 4 or words.kinds[run.first - 1] != POSSESSIVE:
        return False
    land = scan.at(run.first - 2)
    if land is None or land.kind != "country" or land.first < 2:
        return False
    beside = scan.at(land.first - 2)
    return (
        words.lowers[land.first - 1] == "and"
        and beside is not None
        and beside.kind == "person"
        and not any(
            word.lower() in lex.company_forms() for word in words.words[run.first : run.last]
        )
    )


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
        named = word in table and scan.words.lowers[run.first] in acting
        if not (named or _first_name(scan, run, place_words)) or _is_place_like(scan, run):
            continue
        name = scan.words.words[run.first]
        country = table[word] if named else None
        found.append(scan.add(Mention(run.first, run.last, "person", name, country, "short")))
    return found


def _first_name(scan: Scan, run: Run, place_words: Mapping[int, int]) -> bool:
    """Know a witness by a first name alone: "said Fatima", "named only as Fatima"."""
    words, bits = scan.words, scan.bits
    at, after = run
    if not bits[at] & lex.GIVEN or bits[at] & (lex.AMBIGUOUS | NO_PART) or at in place_words:
        return False
    if after < len(bits) and words.kinds[after] == LOWER and bits[after] & lex.SPEECH:
        return at == 0 or words.lowers[at - 1] != "the"
    if at and words.kinds[at - 1] == LOWER and bits[at - 1] & lex.SPEECH:
        return after == len(bits) or words.words[after] in (",", ".")
    if at < 2 or words.lowers[at - 1] not in ("as", "only"):
        return False
    before = words.lowers[max(at - 8, 0) : at]
    return not _NAMING.isdisjoint(before)


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
    if previous == "the" and after in _AFTER_ADJECTIVE:
        return True  # "the Chirac government"
    if previous == "the" or previous in PLACE_BEFORE or after in _AFTER_ADJECTIVE:
        return False
    return not place and previous not in ("to", "from", "of", "through")


def _file(scan: Scan, run: Run) -> int:
    name = " ".join(scan.words.slice(*run).split())
    country = lex.leader_countries().get(leader_key(name))
    if country is None and run.last - run.first == 1:
        country = lex.single_names().get(plain(name.lower()))
    return scan.add(Mention(run.first, run.last, "person", name, country or _origin(scan, run)))


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
        if scan.words.kinds[at] in (CAPITAL, UPPER) and not scan.bits[at] & lex.SUFFIX
    ]


def short_forms(
    scan: Scan, full: Sequence[int], left: Sequence[Run]
) -> tuple[list[int], list[Run]]:
    """File later and shorter forms of the names found: the family name, the first name alone.

    Gives their mentions and the runs that remain.
    """
    table: dict[str, int] = {}
    for index in full:
        mention = scan.mention(index)
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
