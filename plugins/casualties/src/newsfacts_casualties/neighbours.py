"""What stands right before and behind a word of harm: an object, an aside, a thing."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.sentence import Sentence

_ASIDE = (["at"], ["on"], ["in"], ["with"], ["by"], ["during"])


def _after_adverbs(sentence: Sentence, at: int) -> int:
    read = sentence.read
    while at < len(read) and (
        (read[at].lower.endswith("ly") and at not in sentence.starting)
        or (read[at].lower in {"also", "as", "down", "up"} and at + 1 in sentence.starting)
    ):
        at += 1
    return at


def object_follows(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun phrase of people begins at a token, adverbs aside."""
    position = _after_adverbs(sentence, at)
    index = sentence.starting.get(position)
    if index is None:
        return False
    group = sentence.groups[index]
    return group.count.unit != "time"


def behind_aside(sentence: Sentence, at: int) -> int:
    """Give the token behind an aside before an object: "murdered, at gunpoint, a guard"."""
    words = sentence.words
    dashes = words[at : at + 2] == ["-", "-"]
    if not dashes and words[at : at + 1] != [","]:
        return at
    first = at + 2 if dashes else at + 1
    if words[first : first + 1] not in _ASIDE:
        return at
    for position in range(first + 1, min(len(words), first + 8)):
        if dashes and words[position : position + 2] == ["-", "-"]:
            return position + 2
        if not dashes and words[position] == ",":
            return position + 1 if position + 1 in sentence.starting else at
        if words[position] in lexicon.verbs():
            return at
    return at


def behind_thing(sentence: Sentence, at: int) -> int:
    """Give the token behind a thing and "and": "killed a horse and two riders"."""
    words = sentence.words
    if words[at : at + 1] == [] or words[at] not in lexicon.grammar("determined"):
        return at
    for position in range(at + 1, min(len(words) - 1, at + 5)):
        if words[position] == "and":
            thing = words[position - 1]
            known = thing in lexicon.not_people() or thing in lexicon.grammar("settlements")
            people = sentence.starting.get(position + 1)
            if not known or people is None or sentence.groups[people].count.value == 0:
                return at
            return position + 1 if sentence.groups[people].head >= 0 else at
        if sentence.read[position].kind != "word" or position in sentence.covering:
            return at
    return at


def phrase_before(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun phrase of people ends right before a token, adverbs aside."""
    position = at - 1
    while position >= 0 and sentence.read[position].lower.endswith("ly"):
        position -= 1
    return position in sentence.covering


# What somebody does to those whom he shoots or beats, too.
BESIDE = frozenset((
    "robbed", "robbing", "raped", "raping", "assaulted", "assaulting", "attacked", "attacking",
    "threatened", "carjacked", "choked", "choking", "kicked", "kicking", "dragged", "tied",
))  # fmt: skip


def coordinated_object(sentence: Sentence, at: int) -> bool:
    """Tell "killed and wounded 30 people" from "12 people killed and wounded"."""
    read = sentence.read
    while at < len(read) and read[at].lower.endswith("ly"):
        at += 1
    if at >= len(read) or not object_follows(sentence, at + 1):
        return False
    return read[at].lower in lexicon.verbs() or read[at].lower in BESIDE
