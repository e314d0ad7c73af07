"""Injuries told by wounds, by what was struck, by where the injured were taken."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.helpers import find_helpers
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import Sentence

_REACH = 6
_SUFFERING = (["suffering"], ["suffered"])


def wounds_at(sentence: Sentence, at: int) -> Predicate | None:
    """Read "with several gunshot wounds", "suffered a deep cut and burns" at the noun."""
    words = sentence.words
    leads = lexicon.words("wounds", "having", "words")
    ailment = words[at] in lexicon.words("wounds", "nouns", "treated")
    for position in range(at - 1, max(-1, at - _REACH), -1):
        word = words[position]
        suffering = word == "from" and words[position - 1 : position] in _SUFFERING
        if word in leads and (suffering or not ailment):
            before = words[position - 1] if position else ""
            if before in lexicon.grammar("dying") or before in lexicon.event_words():
                return None  # "died from a wound", "an accident with injuries"
            head = position - (position > 0 and words[position - 1] in _BEFORE_LEAD)
            return Predicate(head, at + 1, "injured", "passive", head, weak=True)
        if word == "for" and (treated := _treated(words, position)) >= 0:
            kind, head, _ = find_helpers(sentence, treated)
            head = head if kind else treated
            patients = sentence.starting.get(treated + 1)
            if kind != "be" and patients is not None:  # "had treated 37 people for burns"
                if sentence.groups[patients].last != position:
                    return None
                return Predicate(treated, treated + 1, "injured", "active", head, weak=True)
            return Predicate(treated, at + 1, "injured", "passive", head, weak=True)
        if word in ("no", "any", "without", "neither"):
            return None
        if sentence.read[position].kind == "mark" and word not in (",", "-", '"', "“", "”"):
            return None
        if word in lexicon.stop_words() and word not in _WITHIN:
            return None
    return None


def _treated(words: list[str], at: int) -> int:
    """Give the token of "treated" in "treated at the scene for", -1 where it is not there."""
    for position in range(at - 1, max(-1, at - 8), -1):
        if words[position] in ("treated", "hospitalized", "hospitalised"):
            return position
        if words[position] in (",", ".", ";", "and"):
            return -1
    return -1


def hit_by(sentence: Sentence, at: int) -> Predicate | None:
    """Read "were hit by several bullets", "was struck by a car", "nobody was struck"."""
    words = sentence.words
    if words[at] not in ("hit", "struck"):
        return None
    kind, first, _ = find_helpers(sentence, at)
    if kind != "be":
        return None
    singular = True if words[first] in ("was", "is", "has") else None
    if words[at + 1 : at + 2] == ["by"]:
        for position in range(at + 2, min(len(words), at + 7)):
            if words[position] in lexicon.words("wounds", "striking", "missiles"):
                return Predicate(at, position + 1, "injured", "passive", first, True, singular)
            if sentence.read[position].kind == "mark" or words[position] in _NO_MISSILE:
                return None
        return None
    none = any(group.count.value == 0 and 0 <= first - group.last <= 2 for group in sentence.groups)
    if none:
        return Predicate(at, at + 1, "injured", "passive", first, True, singular)
    return None


_NO_MISSILE = frozenset(("and", "who", "that", "in", "at", "after", "on"))
_WITHIN = frozenset(("his", "her", "their", "to", "and", "or"))
_BEFORE_LEAD = frozenset(("suffering", "suffered", "treated", "recovering"))


def struck_at(sentence: Sentence, at: int) -> Predicate | None:
    """Read "struck her in the thigh", "hitting the woman in the leg": somebody is injured."""
    words = sentence.words
    index = sentence.starting.get(at + 1)
    if index is None:
        return None
    end = sentence.groups[index].last
    group = sentence.groups[index]
    missiles = lexicon.words("wounds", "striking", "missiles")
    if (
        (group.head >= 0 or group.name)
        and group.known
        and words[at] in _HIT
        and (not missiles.isdisjoint(words[max(0, at - 3) : at]))
    ):
        return Predicate(at, at + 1, "injured", "active", at, weak=True)  # "A bullet struck her"
    if words[end : end + 1] != ["in"] or words[end + 1 : end + 2] not in _HIS:
        return None
    if words[end + 2 : end + 3] == ["upper"] or words[end + 2 : end + 3] in (["left"], ["right"]):
        end += 1
    if words[end + 2 : end + 3] and words[end + 2] in lexicon.words("wounds", "body", "parts"):
        return Predicate(at, at + 1, "injured", "active", at, weak=True)
    return None


_HIT = frozenset(("struck", "hit", "striking", "hitting", "strikes", "hits"))
_HIS = (["the"], ["his"], ["her"], ["their"])


_POLICE = frozenset(("police", "officers", "deputies", "detectives", "investigators", "troopers"))
_HOSPITALS = frozenset(("hospital", "hospitals", "clinic", "infirmary", "emergency"))


def to_hospital(sentence: Sentence, at: int) -> Predicate | None:
    """Read "were rushed to the Rosario Hospital"."""
    read, words = sentence.read, sentence.words
    kind, first, _helper = find_helpers(sentence, at)
    if kind != "be":
        return None
    for position in range(at + 1, min(len(read), at + 10)):
        word = read[position].lower
        if word in _HOSPITALS:
            if words[at] == "sent" and not _POLICE.isdisjoint(words[max(0, first - 2) : first]):
                return None  # "officers were sent to a hospital"
            singular = True if read[first].lower in ("was", "is", "has") else None
            return Predicate(at, position + 1, "injured", "passive", first, True, singular)
        if word in (",", ".", ";", "and", "where", "who"):
            return None
    return None


def survived(sentence: Sentence, at: int, end: int) -> bool:
    """Tell "accidentally shot himself", "shot himself in the knee" from a suicide."""
    words = sentence.words
    accident = lexicon.words("wounds", "accident", "words")
    if not accident.isdisjoint(words[max(0, at - 3) : end + 2]):
        return True
    if words[end : end + 1] == ["in"]:
        behind = words[end + 1 : end + 4]
        if not lexicon.words("wounds", "body", "limbs").isdisjoint(behind):
            return True
    return "survived" in words[end : end + 12] or _treated_later(sentence, end)


def _treated_later(sentence: Sentence, end: int) -> bool:
    """Tell "who shot himself was taken to a clinic" from one who dies there."""
    if sentence.vocabulary.isdisjoint(_TREATED) or not sentence.vocabulary.isdisjoint(_DIED):
        return False
    words = sentence.words
    at = next((k for k in range(end, len(words)) if words[k] in _TREATED), -1)
    return at >= 0 and not any(
        end <= group.first < at and not group.pronoun for group in sentence.groups
    )


_TREATED = frozenset(("hospital", "hospitalized", "hospitalised", "critical", "surgery", "clinic"))
_DIED = frozenset(("died", "dies", "dead", "death", "succumbed"))


def lost_limb(sentence: Sentence, at: int) -> Predicate | None:
    """Read "lost a leg", "has lost both eyes": somebody is injured."""
    words = sentence.words
    end = at + 1
    while end < min(len(words), at + 4) and words[end] in _ONES:
        end += 1
    if end == at + 1 or words[end : end + 1] == [] or words[end] not in _LIMBS:
        return None
    if words[end + 1 : end + 2] == ["of"]:
        return None  # "lost a foot of height"
    _, first, _ = find_helpers(sentence, at)
    return Predicate(at, end + 1, "injured", "passive", first, weak=True)


_ONES = frozenset((
    "a", "an", "one", "both", "his", "her", "their", "two", "right", "left", "lower",
))  # fmt: skip
_LIMBS = frozenset((
    "leg", "legs", "arm", "arms", "eye", "eyes", "hand", "hands", "foot", "feet", "limb", "limbs",
    "finger", "fingers",
))  # fmt: skip
