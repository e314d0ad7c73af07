"""The words of a sentence that say that people are harmed, and in which voice they say it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.bodily import (
    hit_by,
    lost_limb,
    struck_at,
    survived,
    to_hospital,
    wounds_at,
)
from newsfacts_casualties.helpers import find_helpers, shared_be
from newsfacts_casualties.neighbours import object_follows, phrase_before
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.verb_voice import read_verb

_COUNTED = (["death"], ["body"], ["casualty"], ["fatality"])
_OUTLIVED = (["survive", "the"], ["survived", "the"], ["outlive", "the"], ["outlived", "the"])
_NUMBERED = (["numbered"], ["totaled"], ["totalled"])
_ARTICLES = ("a", "an", "the", "his", "her", "their", "its", "another")
# A count of somebody's own is one of goals or the like: "raised his tally to 19".
_OWN = (["his"], ["her"], ["their"], ["its"], ["personal"])
_UNDER = frozenset(("under", "beneath", "below", "in", "inside"))
_BY_WHAT = frozenset(("by", "in", "across", "from", "during", "since", "at", "on"))


def find_predicates(sentence: Sentence) -> list[Predicate]:
    """Find the predicates of harm in a sentence, in order, none overlapping."""
    return list(_scan(sentence))


class _Tables(NamedTuple):
    """The words of harm that the scan asks for; phrases by their first two words.

    `rare` are all those from `toll` on, and words that are no list.
    """

    harmful: frozenset[str]
    rare: frozenset[str]
    phrases: Mapping[str, Mapping[str, Sequence[lexicon.Phrase]]]
    verbs: Mapping[str, lexicon.VerbForm]
    adjectives: Mapping[str, str]
    events: Mapping[str, str]
    agents: Mapping[str, str]
    totals: frozenset[str]
    toll: frozenset[str]
    losses: frozenset[str]
    lives: frozenset[str]
    wounds: frozenset[str]
    striking: frozenset[str]
    taken: frozenset[str]


@cache
def _tables() -> _Tables:
    rare = (
        lexicon.words("harm", "toll", "words"), lexicon.words("harm", "toll", "losses"),
        lexicon.words("harm", "lives", "words"),
        lexicon.words("wounds", "nouns", "words") | lexicon.words("wounds", "nouns", "treated"),
        lexicon.words("wounds", "striking", "words"), lexicon.grammar("taken"),
    )  # fmt: skip
    return _Tables(
        lexicon.harmful_words(), frozenset(("lost", "count")).union(*rare),
        lexicon.phrases_by_two(), lexicon.verbs(), lexicon.adjectives(),
        lexicon.harm_nouns("event"), lexicon.agents(), lexicon.grammar("totals"), *rare,
    )  # fmt: skip


def _scan(sentence: Sentence) -> Iterator[Predicate]:
    read, words = sentence.read, sentence.words
    tables = _tables()
    harmful, rare, phrases, verbs, adjectives, events, agents, totals, *_ = tables
    reached = 0
    for at in sentence.positions(harmful):
        if at < reached or sentence.kinds[at] != "word":
            continue
        word = words[at]
        found: Predicate | None = None
        if word in phrases:
            following = words[at + 1] if at + 1 < len(words) else ""
            begun = phrases[word]
            for phrase in (*begun.get(following, ()), *begun.get("", ())):
                end = at + len(phrase.words)
                if words[at:end] == phrase.words:
                    found = _phrase(sentence, at, end, phrase.harm)
                    break
        if found is None and word == "victims" and words[at + 1 : at + 2] in _NUMBERED:
            found = Predicate(at, at + 1, "killed", "toll", at)
        if found is None and word in agents and words[at + 1 : at + 2] == ["of"]:
            found = Predicate(at, at + 1, agents[word], "nominal", at)
        if found is None and at in sentence.covering:
            continue
        if found is None and word in rare:
            found = _of_rare(sentence, at, tables)
        if found is None and word in adjectives:
            found = _adjective(sentence, at, adjectives[word])
        if found is None and word in verbs:
            found = read_verb(sentence, at, verbs[word])
        if found is None and word in events and "attempted" in words[max(0, at - 3) : at]:
            continue
        if found is None and word == "number" and words[at + 1 : at + 2] == ["of"]:
            found = _number_of(sentence, at)
        if found is None and word in totals and at and _raised(read, at):
            found = Predicate(at, at + 1, "killed", "toll", at)
        if word == "detention" and words[at - 1 : at] == ["in"]:
            continue  # "the death in detention of a clerk"
        if found is None and word in events and words[at - 2 : at] not in _OUTLIVED:
            found = Predicate(at, at + 1, events[word], "nominal", at)
        if found is None:
            continue
        if found.voice != "none":
            yield found
        reached = found.last


def _of_rare(sentence: Sentence, at: int, tables: _Tables) -> Predicate | None:
    """Read a wound, a blow, a toll or lives: words that few sentences have."""
    read, words = sentence.read, sentence.words
    word = words[at]
    found: Predicate | None = None
    if word in tables.wounds:
        found = wounds_at(sentence, at)
    if found is None and word in tables.striking:
        found = hit_by(sentence, at) or struck_at(sentence, at)
    if found is None and word == "lost":
        found = lost_limb(sentence, at)
    if found is None and word in tables.taken:
        found = to_hospital(sentence, at)
    if found is None and word == "count" and words[at - 1 : at] in _COUNTED:
        found = Predicate(at, at + 1, _toll_harm(read, at), "toll", at)
    if found is None and word in tables.toll and words[at - 1 : at] not in _OWN:
        found = Predicate(at, at + 1, _toll_harm(read, at), "toll", at)
    if found is None and word in tables.losses:
        found = Predicate(at, at + 1, "killed", "toll", at)
    if found is None and word in tables.lives:
        found = Predicate(at, at + 1, "killed", "lives", at)
    return found


def _raised(read: list[Token], at: int) -> bool:
    """Tell the total that a new figure raises: "raising the overall total to 26"."""
    words = {read[k].lower for k in range(max(0, at - 4), at)}
    behind = [token.lower for token in read[at + 1 : at + 4]]
    if behind[:1] == ["number"]:
        behind = behind[1:]  # "the total number of"
    if behind[:1] == ["of"] and behind[1:2] and behind[1] in lexicon.not_people():
        return False  # "brought the number of guns seized to four"
    return bool(words & lexicon.grammar("raising"))


def _number_of(sentence: Sentence, at: int) -> Predicate | None:
    """Read "the number of captives was more than 70" as a running count."""
    words = sentence.words
    counted = lexicon.counted()
    for position in range(at + 2, min(len(words) - 1, at + 6)):
        harm = counted.get(words[position])
        if harm is not None:
            end = position + 1 + (words[position + 1] in ("may", "might", "could", "will"))
            if words[end : end + 1] and words[end] in lexicon.words("harm", "toll", "change"):
                return Predicate(at, position + 1, harm, "toll", at)
            if words[end] in _BY_WHAT and _changes_behind(words, end):
                return Predicate(at, position + 1, harm, "toll", at)
            return None
    return None


def _changes_behind(words: list[str], at: int) -> bool:
    """Tell a count that changes: "the number of people killed by the storm has climbed to 714"."""
    for position in range(at + 1, min(len(words) - 1, at + 14)):
        if words[position] in (",", ";", ".", "who", "that"):
            return False
        if words[position] in lexicon.grammar("toll_changes"):
            return words[position + 1] in ("to", "from", "above", "past")
    return False


def _toll_harm(read: list[Token], at: int) -> str:
    before = read[at - 1].lower if at else ""
    if before in ("casualty", "casualties"):
        return "casualties"
    of = [token.lower for token in read[at + 1 : at + 4]]
    behind = of[-1] if of[:2] == ["of", "the"] else of[1] if of[:1] == ["of"] and of[1:] else ""
    for word in (before, behind):
        if word in ("injury", "injured", "wounded", "injuries"):
            return "injured"
        if word == "missing":
            return "missing"
    return "killed"


def _phrase(sentence: Sentence, at: int, end: int, harm: str) -> Predicate | None:
    read = sentence.read
    word = read[at].lower
    form = lexicon.verbs().get(word)
    kind, first, helper = find_helpers(sentence, at)
    singular = None
    if kind == "be":
        singular = True if read[first].lower in ("was", "is", "has") else None
    text = " ".join(each.lower for each in read[at:end])
    if text in lexicon.grammar("reflexive"):
        if text.startswith(("shot ", "shooting ")) and survived(sentence, at, end):
            return Predicate(at, end, "injured", "passive", first, True, singular=True)
        return Predicate(at, end, harm, "passive", first, singular=True)
    weak = harm == "injured" and not {"wounded", "injured"} & set(text.split())
    if word == "in" and text.endswith(("hospital", "hospitals")) and kind != "be":
        if (of := _with_counted(sentence, at)) >= 0:  # "with another 40 people in hospital"
            return Predicate(at, end, harm, "participle", of)
        return None  # "works in hospital"
    if word in ("in", "with", "under", "behind", "unaccounted", "without"):
        return Predicate(at, end, harm, "passive", first, True, singular)
    if text.endswith(" held") and read[end : end + 1] and (
        read[end].lower in lexicon.words("harm", "not_harm", "held")
    ):  # fmt: skip
        return Predicate(at, end, harm, "none", at)
    if kind == "be":
        return Predicate(at, end, harm, "passive", first, weak, singular, helper.startswith("been"))
    if form is not None and not kind and (be := shared_be(sentence, at)) is not None:
        return Predicate(at, end, harm, "passive", be, weak, read[be].lower == "was" or None)
    active = (
        form is not None
        or word in lexicon.grammar("active_first")
        or text.endswith(" and killed")  # "A car struck and killed an old man"
    )
    if text in lexicon.grammar("subject"):
        return Predicate(at, end, harm, "passive", first, weak)
    if active and object_follows(sentence, end):
        return Predicate(at, end, harm, "active", first, finite=not word.endswith("ing"))
    if (
        form is not None
        and not kind
        and read[end : end + 1]
        and read[end].lower in _ARTICLES
        and sentence.words[end - 1] not in _UNDER
    ):
        return Predicate(at, end, harm, "none", at)  # "shot and killed a bear"
    if kind in ("have", "modal") and not active:
        return Predicate(at, end, harm, "passive", first, weak)
    if word in ("blew", "slit", "cut", "slitting"):
        return None
    adjacent = not kind and sentence.covering.get(at - 1) is not None
    voice = (
        "participle"
        if form is not None or adjacent or word in lexicon.grammar("participles")
        else "passive"
    )
    return Predicate(at, end, harm, voice, first, weak)


def _with_counted(sentence: Sentence, at: int) -> int:
    """Give the token behind the people of "with 40 people" that ends at a token, or -1."""
    index = sentence.covering.get(at - 1)
    if index is None:
        return -1
    group = sentence.groups[index]
    several = (group.count.value or group.count.low or 0) > 1 and not group.definite
    with_them = sentence.words[max(0, group.first - 2) : group.first] == [",", "with"]
    return at if several and with_them else -1


def _adjective(sentence: Sentence, at: int, harm: str) -> Predicate | None:
    read = sentence.read
    before = read[at - 1].lower if at else ""
    following = read[at + 1].lower if at + 1 < len(read) else ""
    none = Predicate(at, at + 1, harm, "none", at)
    if following in lexicon.words("harm", "not_harm", "after"):
        return none
    if read[at].lower == "dead" and following in lexicon.words("harm", "not_harm", "after_dead"):
        return none
    form = lexicon.verbs().get(read[at].lower)
    kind, first, _helper = find_helpers(sentence, at)
    if form is not None:
        return None  # as a verb
    if read[at].lower == "fatally":
        return None
    if following in lexicon.words("harm", "not_harm", "animals"):
        return none  # "three dead whales"
    if (
        read[at].lower == "missing"
        and following == "from"
        and (
            not lexicon.words("harm", "not_harm", "rosters").isdisjoint(
                sentence.words[at + 2 : at + 5]
            )
        )
    ):
        return none  # "missing from the debate"
    if kind == "be":
        singular = True if read[first].lower in ("was", "is") else None
        return Predicate(at, at + 1, harm, "passive", first, False, singular)
    if kind == "have" and read[at].lower == "disappeared":
        return Predicate(at, at + 1, harm, "passive", first)
    if phrase_before(sentence, at):
        return Predicate(at, at + 1, harm, "participle", at)
    if before in ("the",) or before in ("found", "pronounced", "declared"):
        if before == "the":
            return none
        return Predicate(at, at + 1, harm, "passive", at)
    if before in ("and", "or", ","):
        return Predicate(at, at + 1, harm, "joined", at)
    return none
