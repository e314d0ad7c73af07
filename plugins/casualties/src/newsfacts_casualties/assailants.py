"""Those who do harm and have no name: "suspected militants", "a gunman", "hooded men".

Everything here is asked of sentences that hold such a noun, no others.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts import Actor, MentionRef, Span
from newsfacts.model import altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.discourse import HarmEvent, Trigger
from newsfacts_casualties.sentence import Sentence

_HARMS = frozenset(("killed", "injured", "abducted", "detained", "casualties"))
_BE = frozenset(("was", "were", "is", "are", "been", "being", "be"))
_DETERMINERS = frozenset(("the", "a", "an", "some", "several", "these", "those", "many", "other"))
_DEFINITE = frozenset(("the", "these", "those"))
_OF_BAND = 3
"""How many words "a group of" takes before a noun."""

_FARTHEST = 24
"""Over how many words a noun is looked for from the verb whose subject it is."""


class Phrase(NamedTuple):
    """A noun phrase, tokens `first` to `last` (exclusive), with its noun at `head`."""

    first: int
    head: int
    last: int


def unnamed(sentence: Sentence, figure: Figure, trigger: Trigger) -> Phrase | None:
    """Give the phrase of those without a name that the clause says did it."""
    nouns = lexicon.words("assailants", "people", "nouns")
    if figure.harm not in _HARMS or figure.predicate is None:
        return None
    if nouns.isdisjoint(sentence.vocabulary):
        return None
    group = figure.group
    found = [
        phrase for at in sentence.positions(nouns)
        if not (group is not None and group.first <= at < group.last)
        and (phrase := _phrase(sentence, at)) is not None
    ]  # fmt: skip
    if not found:
        return None
    return (
        _subject(sentence, figure, found)
        or _behind_by(sentence, figure, trigger, found)
        or _beside(sentence, figure, found)
    )


def _phrase(sentence: Sentence, head: int) -> Phrase | None:
    """Read the phrase around a noun; None where the noun only qualifies another, or owns it."""
    words, kinds = sentence.words, sentence.kinds
    behind = words[head + 1] if head + 1 < len(words) else "."
    if behind in ("'", "’", "'s", "’s", "-") or behind in lexicon.words(
        "assailants", "people", "compounds"
    ):
        return None
    modifiers = lexicon.words("assailants", "people", "modifiers")
    plain = lexicon.words("assailants", "people", "plain")
    first, qualified = head, False
    while first > 0:
        word = words[first - 1]
        if word in plain:
            pass
        elif word in modifiers or (
            "-" in word and kinds[first - 1] != "mark"
            and word.endswith(("ed", "ing", "clad", "old", "wing", "duty", "government", "car"))
        ):  # fmt: skip
            qualified = True
        elif first - 1 in sentence.counts or kinds[first - 1] == "number":
            pass
        else:
            break
        first -= 1
    if words[head] in lexicon.words("assailants", "people", "anybody") and not (
        qualified or behind in lexicon.words("assailants", "people", "arms")
    ):
        return None
    if first > 0 and words[first - 1] in _DETERMINERS:
        first -= 1
    bands = lexicon.words("assailants", "people", "bands")
    if first > 1 and words[first - 1] == "of" and words[first - 2] in bands:
        first -= 2
        for _ in range(_OF_BAND):
            if first > 0 and (words[first - 1] in _DETERMINERS or words[first - 1] in modifiers):
                first -= 1
    return Phrase(first, head, head + 1)


def _subject(sentence: Sentence, figure: Figure, found: Sequence[Phrase]) -> Phrase | None:
    """Give the phrase that is the subject of a verb that takes the figure as its object."""
    predicate = figure.predicate
    if predicate is None or predicate.voice not in ("active", "participle", "toll"):
        return None
    words = sentence.words
    leaves = predicate.voice != "active"
    verb = figure.lead if figure.lead >= 0 else predicate.head
    if leaves:  # "fired on a market, leaving nine dead"
        verb = next(
            (k for k in range(figure.first - 1, max(-1, figure.first - 5), -1)
             if words[k] in ("leaving", "left", "leave", "leaves")), -1,
        )  # fmt: skip
        if verb < 0:
            return None
    elif words[predicate.first] in lexicon.words("assailants", "verbs", "harmless"):
        return None
    agent = figure.agent
    for phrase in reversed(found):
        if not verb - _FARTHEST <= phrase.first < phrase.last <= verb:
            continue
        if _governed(sentence, phrase):
            continue
        if (
            agent is not None and not agent.pronoun and agent.first > phrase.head
            and agent.last == verb
            and words[agent.first - 1] not in lexicon.grammar("prepositions")
        ):  # fmt: skip
            return None  # "police said that two farmers killed"
        if _reaches(sentence, phrase.last, verb, joined=not predicate.finite or leaves):
            return phrase
    return None


def _governed(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell a phrase behind a preposition, which is no subject: "near soldiers"."""
    if phrase.first == 0:
        return False
    before = sentence.words[phrase.first - 1]
    return before in lexicon.words("assailants", "verbs", "governing") or (
        before.endswith("ing") and sentence.words[phrase.last : phrase.last + 1] != ["who"]
    )


def _reaches(sentence: Sentence, at: int, verb: int, *, joined: bool) -> bool:
    """Tell whether only what goes with a subject stands between it and its verb."""
    words = sentence.words
    while at < verb and (
        words[at].endswith("ly") or words[at] in ("also", "then", "later", "have", "has", "had")
    ):
        at += 1
    if at >= verb:
        return True
    between = words[at:verb]
    if not lexicon.words("assailants", "verbs", "bars").isdisjoint(between):
        return False
    opens = between[0]
    if opens in _BE:
        return False
    attacks = opens in _attacks() or opens in lexicon.verbs() or opens.endswith("ed")
    if opens in lexicon.words("assailants", "verbs", "additions") or (
        not joined and opens == "," and between[-1] in (",", "who")
    ):
        return between[0] != "who" or between[1:2] == [] or between[1] not in _BE
    last = between[-1]
    if joined and last == "and" and not any(word.endswith("ing") for word in between):
        return False  # "with nine soldiers killed and wounding 12"
    return attacks and (
        last in ("and", "then", "before", "by") or (joined and not _BE.intersection(between))
    )


def _attacks() -> frozenset[str]:
    return lexicon.words("assailants", "verbs", "attacks")


def _behind_by(
    sentence: Sentence, figure: Figure, trigger: Trigger, found: Sequence[Phrase]
) -> Phrase | None:
    """Give the phrase of "shot by gunmen", "an attack by bandits", "carried out by militants"."""
    words, predicate = sentence.words, figure.predicate
    if predicate is None:
        return None
    if predicate.voice not in ("active", "toll") and (
        phrase := _by(words, predicate.last, predicate.last + 9, found)
    ):
        return phrase
    if trigger.first != predicate.first:
        return _by(words, trigger.last, trigger.last + 9, found)
    return None


def _by(words: Sequence[str], low: int, high: int, found: Sequence[Phrase]) -> Phrase | None:
    bars = lexicon.words("assailants", "verbs", "bars")
    for at in range(low, min(high, len(words))):
        word = words[at]
        if word == "by":
            return next((each for each in found if each.first == at + 1), None)
        if word in bars:
            return None
    return None


def _beside(sentence: Sentence, figure: Figure, found: Sequence[Phrase]) -> Phrase | None:
    """Give the phrase of "were killed when gunmen stormed", "as soldiers fired on"."""
    words, predicate = sentence.words, figure.predicate
    if predicate is None or predicate.voice == "active" or figure.harm == "detained":
        return None
    by = words[predicate.last : predicate.last + 4]
    if "by" in by:
        return None
    attacks = _attacks()
    openers = lexicon.words("assailants", "verbs", "openers")
    for phrase in found:
        opener = words[phrase.first - 1] if phrase.first else ""
        behind = phrase.first > figure.first
        if opener not in openers or (not behind and opener not in ("when", "after", "as")):
            continue
        at = phrase.last
        if words[at : at + 1] and words[at] in lexicon.words("assailants", "verbs", "additions"):
            verb = next((k for k in range(at, min(len(words), at + 8)) if words[k] in attacks), -1)
        else:
            while words[at : at + 1] and (words[at].endswith("ly") or words[at] in ("had", "also")):
                at += 1
            verb = at if words[at : at + 1] and words[at] in attacks else -1
        if (
            words[phrase.head] in lexicon.words("assailants", "people", "keepers")
            and words[verb] not in lexicon.words("assailants", "verbs", "violent")
        ):  # fmt: skip
            continue  # "after police entered the flat"
        if verb > 0 and words[verb - 1] not in _BE and words[verb + 1 : verb + 2] != ["by"]:
            return phrase
    return None


class Assailant(NamedTuple):
    """A mention of somebody without a name: the words, and the event in which they act."""

    ref: MentionRef
    words: tuple[str, ...]
    event: HarmEvent | None


class Assailants:
    """The mentions of those without a name in an article, and which are the same people."""

    def __init__(self) -> None:
        self.told: dict[str, list[Assailant]] = {}
        self.made: dict[MentionRef, Actor] = {}

    def take(
        self,
        sentence: Sentence,
        phrase: Phrase,
        known: MentionRef | None,
        event: HarmEvent | None,
    ) -> MentionRef:
        """Take in a mention, of which `known` is the claim made before, if there is one."""
        ref = known
        if ref is None:
            read = sentence.read
            span = Span.of(sentence.text, read[phrase.first].start, read[phrase.last - 1].end)
            claim = Actor(
                kind="group", name=" ".join(span.text.split()), mention_type="NOM", evidence=span
            )
            ref = claim.ref
            self.made.setdefault(ref, claim)
        head = sentence.words[phrase.head]
        before = self.told.setdefault(head, [])
        words = tuple(sentence.text[ref.start : ref.end].lower().split())
        mention = Assailant(ref, words, event)
        if before and all(each.ref != ref for each in before):
            self.tie(mention, before[-1])
        before.append(mention)
        return ref

    def tie(self, mention: Assailant, before: Assailant) -> None:
        """Make two mentions one where the later says no more than "the" with the same noun.

        So are two of one event that say the same, but "a gunman" told twice may be two men.
        """
        again = len(mention.words) == 2 and mention.words[0] in _DEFINITE
        if not again and (mention.event is None or mention.event is not before.event):
            return
        if not again and len(mention.words) > 1 and mention.words != before.words:
            return
        if mention.words[0] in ("a", "an", "another"):
            return
        for one, other in ((mention, before), (before, mention)):
            claim = self.made.get(one.ref)
            if claim is not None:
                self.made[one.ref] = altered(claim, same_as=(*claim.same_as, other.ref))
                return
