"""The evidence that a run of capitalised words is somebody's name."""

from newsfacts_actors import lexicon as lex
from newsfacts_actors.firms import FIRM_NOUNS
from newsfacts_actors.lexicon import leader_key
from newsfacts_actors.runs import Run
from newsfacts_actors.scan import Scan
from newsfacts_actors.tokens import CAPITAL, INITIAL, LOWER, MARK, POSSESSIVE, UPPER

ACCEPT = 2.0

PLACE_BEFORE = frozenset({"in", "near", "at", "around", "outside", "inside", "across", "into"})
_MEETING = frozenset({"met", "meet", "meets", "meeting", "spoke", "speaks"})
_OWNED = frozenset(
    {"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "'s", "’s"}
)
_BY = frozenset({"led", "headed", "chaired", "represented", "accompanied", "written", "founded"})


# What begins the names of places in lands of Spanish, Portuguese, French or English speech.
SIBLINGS = frozenset({"brothers", "sisters", "sons", "daughters", "cousins", "twins", "siblings"})
_SAINTS = frozenset(
    {"san", "santa", "santo", "sao", "são", "saint", "sainte", "los", "las", "puerto", "port",
     "fort",
     "mount", "cape", "villa", "ciudad", "lake", "nueva", "isla"}
)  # fmt: skip


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
    points = _within(scan, names)
    previous = before(scan, first)
    if previous >= 0:
        points += _behind(scan, previous, run, names)
    if last < size:
        points += _after(scan, last, length)
        if length == 1 and not scan.upper:
            points += _alone(scan, names[0], last)
    if (
        scan.upper
        and length == 1
        and not (
            previous >= 0
            and bits[previous] & (lex.STATE | lex.RANK)
            and not bits[previous] & lex.PLURAL
        )
    ):
        points -= 3.0
    if length > 1 and leader_key(words.slice(first, last)) in lex.leader_countries():
        points += 3.0
    surname = words.lowers[names[-1]]
    if length > 1 and surname in again:
        points += 1.5
    if headline:
        points -= 1.5
    if words.lowers[first] in _SAINTS and points < 5.0:
        points -= 3.0
    return points


def _within(scan: Scan, names: list[int]) -> float:
    """Weigh the words of a run themselves: given names, initials, syllables."""
    words, bits = scan.words, scan.bits
    length = len(names)
    if length == 1:
        return -1.5
    points = 0.0
    head = bits[names[0]]
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
    return points - 2 if length > 6 else points


def _behind(scan: Scan, previous: int, run: Run, names: list[int]) -> float:
    """Weigh the word before a run: a title, a preposition, a mark."""
    words, bits = scan.words, scan.bits
    first, last = run
    size, length = len(words.words), len(names)
    head = bits[names[0]]
    bit, kind = bits[previous], words.kinds[previous]
    word, lower = words.words[previous], words.lowers[previous]
    if (
        bit & (lex.TITLE | lex.HONORIFIC)
        and scan.sentence_of[previous] == scan.sentence_of[first]
        and scan.owner[previous] < 0
    ):
        one = not bit & (lex.PLURAL | lex.OCCUPATION) or bit & lex.RANK & ~lex.PLURAL
        several = length > 1 or one or _and_name(scan, last)
        return 3.5 if several else 1.5
    if length > 1 and (
        (bit & (lex.SUBJECT | lex.HEAD) and _office_before(scan, previous))
        or _accredited(scan, previous)
        or (length < 5 and _aged(scan, previous))
    ):
        return 2.5
    if (kind == LOWER and bit & _THING and not bit & (lex.SPEECH | lex.ACT)) or (
        kind == CAPITAL and bit & (lex.OTHER_NOUN | lex.PLACE_NOUN)
    ):
        strong = length > 1 and head & lex.GIVEN and not head & lex.AMBIGUOUS
        return -0.5 if strong and kind == LOWER else -2.5
    if bit & (lex.SPEECH | lex.DONE_TO) and kind == LOWER and length > 1:
        return 2
    if length > 1 and word in ("Republican", "Democrat", "Tory"):
        return 2.5
    if lower in FIRM_NOUNS:
        return -4.0
    if lower == "with" and length > 1 and previous:
        met = words.lowers[previous - 1] in _MEETING
        return 2.0 if met and not (last < size and bits[last] & lex.TITLE) else 0.0
    if lower == "by" and length > 1:
        return 1.5 if words.lowers[previous - 1].rpartition("-")[2] in _BY else 0.5
    if lower == "the":
        return -1.0 if length > 1 and head & lex.GIVEN and not head & lex.AMBIGUOUS else -3.0
    if lower == "of" and previous and bits[previous - 1] & lex.OFFICE:
        return -2  # a company named after somebody: "chief executive of Carl Muster"
    if lower in PLACE_BEFORE:
        return -1.5
    if kind == POSSESSIVE:
        body = scan.at(previous - 1) if previous else None
        return 0.0 if body is not None and body.kind == "organization" else -0.5
    if lower == "and" and length > 1 and previous > 2:
        kin = words.words[previous - 2] == "," and words.lowers[previous - 3] in SIBLINGS
        return 2.5 if kin else 0.0  # "his sons, Karl and Petr Novak"
    if word == "," and length > 1:
        return _title_before(scan, previous, last)
    if word == "(" and last < size and words.words[last] == "/":
        return 1.5  # the credit of a picture
    if word in "\"“'‘" and last < size and words.words[last] in "\"”'’":
        return -1.5
    if word == ":" and previous and bits[previous - 1] & lex.TITLE:
        return 3.5
    if word in "/" and scan.owner[max(previous - 1, 0)] >= 0:
        before_it = scan.at(previous - 1)
        if before_it is not None and before_it.kind == "person":
            return 3.5
    return 0.0


def _aged(scan: Scan, at: int) -> bool:
    """Tell whether a person's age ends here: "24-year-old", not "the 300-year-old"."""
    age, _, rest = scan.words.lowers[at].partition("-")
    if rest != "year-old" or not age.isdigit() or len(age) > 2:
        return False
    return at == 0 or scan.words.lowers[at - 1] not in _OWNED


def _and_name(scan: Scan, last: int) -> bool:
    """Tell whether another single name follows by "and": "ministers Novak [and Silva]"."""
    words = scan.words
    if last + 1 >= len(words.words) or words.lowers[last] != "and":
        return False
    return words.kinds[last + 1] == CAPITAL and scan.owner[last + 1] < 0


# Offices of persons alone; a firm may be a leader or a member.
_PERSONAL = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "chairman", "chairwoman", "director", "secretary",
     "commander", "editor", "lawyer", "judge", "officer", "manager", "aide", "adviser", "advisor",
     "activist", "journalist", "reporter", "official", "coordinator", "principal", "coach"}
)  # fmt: skip


def _alone(scan: Scan, at: int, last: int) -> float:
    """Weigh a phrase that says what a person of one name is: "Suryadi, a spokesman for"."""
    words, bits = scan.words, scan.bits
    _, end = scan.bounds(at)
    if words.kinds[at] != CAPITAL or words.words[last] != "," or last + 2 >= end:
        return 0.0
    if words.lowers[last + 1] not in ("a", "an", "the", "his", "her"):
        return 0.0
    aged = False
    for ahead in range(last + 2, min(last + 9, end)):
        bit, lower = bits[ahead], words.lowers[ahead]
        if words.kinds[ahead] == MARK or (bit & lex.BOUNDARY and words.kinds[ahead] == LOWER):
            return 0.0
        aged = aged or lower.endswith("-year-old")
        after = ahead + 1
        if not bit & lex.TITLE or bit & lex.PLURAL or after >= end:
            continue
        goes_on = words.kinds[after] == LOWER and not bits[after] & lex.BOUNDARY
        if goes_on and words.lowers[after] not in ("of", "for", "to", "and"):
            continue  # "an official sponsor"
        if bit & (lex.STATE | lex.RANK) or lower in _PERSONAL:
            return 3.0
        known = aged or bool(bits[at] & lex.GIVEN and not bits[at] & lex.AMBIGUOUS)
        of = words.lowers[after] == "of"
        return 3.0 if known and bit & lex.OCCUPATION and not of else 0.0
    return 0.0


_THING = lex.HEAD | lex.LOWER_HEAD | lex.BODY | lex.PLACE_NOUN | lex.OTHER_NOUN


def _accredited(scan: Scan, at: int) -> bool:
    """Tell whether an office in or for a country ends here: "envoy to [Syria]"."""
    owned = scan.at(at)
    if owned is None or owned.kind != "country" or owned.first < 2 or owned.how == "demonym":
        return False
    before = owned.first - 1
    if scan.words.lowers[before] not in ("to", "for", "in", "of"):
        return False
    return bool(scan.bits[before - 1] & lex.TITLE) and not scan.bits[before - 1] & lex.PLURAL


def _office_before(scan: Scan, at: int) -> bool:
    """Tell whether an office with its subject ends here: "Secretary of [State]"."""
    start, _ = scan.bounds(at)
    for word in range(at, max(start - 1, at - 9), -1):
        bit, lower = scan.bits[word], scan.words.lowers[word]
        if bit & lex.TITLE and scan.owner[word] < 0 and word + 1 < len(scan.owner):
            return scan.words.lowers[word + 1] in ("of", "for")
        if scan.owner[word] >= 0 or bit & (lex.SUBJECT | lex.PORTFOLIO | lex.HEAD):
            continue
        ends = scan.words.kinds[word] != LOWER or bit & (lex.BOUNDARY | lex.SPEECH | lex.ACT)
        if ends and lower not in ("of", "for", "and", "the", "&"):
            return False
    return False


def _title_before(scan: Scan, comma: int, last: int) -> float:
    """Weigh a title in the phrase before a comma: "the head of the force, [name],"."""
    start, _ = scan.bounds(comma)
    words = scan.words.words
    for at in range(comma - 1, max(start - 1, comma - 13), -1):
        if words[at] in ",;:" or (words[at] in "()" and at < comma - 3):
            return 0.0
        kin = (
            at == comma - 1
            and words[at].islower()
            and (scan.bits[at] & lex.HONORIFIC or words[at] in SIBLINGS)
        )
        if (scan.bits[at] & lex.TITLE or kin) and not scan.bits[at] & lex.PLURAL:
            closed = last < len(words) and words[last] in (",", ".", "(")
            opens = words[start] in ("As", "The", "Its", "His", "Her")
            return (2.0 if at == comma - 1 or opens else 1.5) + (0.5 if closed else 0.0)
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
        if word in ("is", "was", "has", "had", "became", "remains") and length > 1:
            ahead = range(last + 1, min(last + 7, size))
            if bits[last + 1 if last + 1 < size else last] & lex.DONE_TO:
                return 2.0
            copula = word not in ("has", "had") or words.lowers[last + 1 : last + 2] == ["been"]
            return 2.0 if copula and any(bits[at] & lex.TITLE for at in ahead) else 1.0
        if length > 1 and word in _MEETING and words.lowers[last + 1 : last + 2] == ["with"]:
            return 2.0
        if word == "contributed" and length > 1 and words.lowers[last + 1 : last + 2] == ["to"]:
            return 2.5 if words.lowers[last + 3 : last + 4] == ["report"] else 1.0
        if bit & lex.ACT or word in ("who", "whose"):
            return 1.0
    elif kind == CAPITAL and bit & (lex.PLACE_NOUN | lex.OTHER_NOUN | lex.HEAD | lex.SUBJECT):
        return -3.0
    elif word == "," and last + 1 < size:
        if words.lowers[last + 1] in ("who", "whose"):
            return 2.5
        if words.lowers[last + 1] in ("of", "from") and _body_ahead(scan, last + 2):
            return 1.5
        age = words.words[last + 1]
        if age.isdigit() and len(age) == 2 and words.words[last + 2 : last + 3] in ([","], ["."]):
            return 3.0 if length > 1 else 3.5
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
    elif (
        word == "("
        and words.words[last + 2 : last + 3] == [")"]
        and words.words[last + 1].isdigit()
        and len(words.words[last + 1]) == 2
    ):
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
    """Know "Jan-Peter", "Anna-Maria": both parts are given names."""
    if "-" not in word:
        return False
    table = lex.word_bits()
    return all(table.get(part, 0) & (lex.GIVEN | lex.AMBIGUOUS) for part in word.split("-"))


def _syllabic(word: str) -> bool:
    """Tell whether a word can be a given name of one or two syllables in Chinese or Korean."""
    return len(word) <= 10 and not word.endswith(("s", "ed", "ly", "er", "tion", "ia", "ment"))
