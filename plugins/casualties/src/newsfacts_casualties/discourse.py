"""What an article has told so far: events, the last source, who was hurt, and where."""

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts import Attribution, MentionRef, Place, Time
from newsfacts.model import days_between
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.settings import lies_in
from newsfacts_casualties.site_words import coarseness

LOOK_BACK = 40
"""How many events told before a further mention is compared with."""


class HarmEvent:
    """An event as it is known so far: its first mention, type, place, day and scope."""

    __slots__ = (
        "date",
        "first",
        "kind",
        "loose",
        "manner",
        "near",
        "nth",
        "place",
        "ref",
        "scope",
        "sentence",
        "sure",
        "whole",
    )

    def __init__(
        self, ref: MentionRef, kind: str | None, place: Place | None, date: Time | None, scope: str
    ) -> None:
        self.ref = ref
        self.kind = kind
        self.place = place
        self.date = date
        self.scope = scope
        self.sure = False
        self.manner = ""
        self.sentence = -1
        self.first = -1
        self.nth = -1
        self.near = False
        self.loose = False
        self.whole: dict[str, tuple[MentionRef, int | None]] = {}

    def be(self, trigger: "Trigger") -> None:
        """Take in the type that the words of a mention tell, if none is known for sure."""
        self.manner = self.manner or trigger.manner
        if trigger.kind is not None and (self.kind is None or (trigger.sure and not self.sure)):
            self.kind = trigger.kind
            self.sure = trigger.sure

    def learn(
        self,
        place: Place | None,
        date: Time | None,
        *,
        near: bool = False,
        loose: bool = False,
    ) -> None:
        """Take in a place or day told later, where none is known or a finer one is told."""
        if place is not None and (
            self.place is None or (self.near and not near) or _finer(self.place, place)
        ):
            self.place = place
            self.near = near
        if date is not None and (
            self.date is None or lies_in(date, self.date) or (self.loose and not loose)
        ):
            self.date = date
            self.loose = loose


class Trigger(NamedTuple):
    """The words that name a harm event: tokens `first` to `last`, and its type."""

    first: int
    last: int
    kind: str | None
    definite: bool
    fresh: bool
    indefinite: bool
    sure: bool = True
    manner: str = ""


_NOUN_BEFORE = 30
_NOUN_BEHIND = 25
"""Within how many words of a figure's anchor the noun of its event stands."""

_FRESH = frozenset(
    ("another", "separate", "second", "third", "similar", "other", "earlier", "previous")
)


def find_trigger(sentence: Sentence, figure: Figure) -> Trigger:
    """Find the words that name the event of a figure: an event noun near it, or its predicate."""
    words, events = sentence.words, lexicon.event_words()
    predicate = figure.predicate
    first, last = (figure.first, -1) if predicate is None else (predicate.first, predicate.last)
    at = nearest = -1
    for noun in _event_nouns(sentence):
        distance = abs(noun - first)
        if (at < 0 or distance < nearest) and (
            first - _NOUN_BEFORE <= noun < first + _NOUN_BEHIND and not first <= noun < last
        ):
            at, nearest = noun, distance
    if at >= 0:
        before = set(words[max(0, at - 3) : at])
        kind: str | None = events[words[at]]
        if words[at] == "fire" and words[at - 1] in lexicon.grammar("guns"):
            kind = "attack"
        return Trigger(
            at, at + 1, kind, "the" in before or "this" in before, bool(before & _FRESH),
            not {"the", "this", "that", "his", "their"} & before and bool({"a", "an"} & before),
        )  # fmt: skip
    if predicate is not None:
        kind = None
        for position in range(predicate.first, predicate.last):
            if predicate.voice != "active" or words[position] != "killing":
                kind = kind or events.get(words[position])  # not "two trains hit, killing 12"
        if kind is None and figure.harm in ("abducted",):
            kind = "attack"
        return Trigger(predicate.first, predicate.last, kind, False, False, False)
    return Trigger(figure.first, figure.last, None, False, False, False)


def _event_nouns(sentence: Sentence) -> Sequence[int]:
    """Give the tokens of nouns of harm events that are part of no phrase of people."""
    if sentence.event_nouns is None:
        nouns = lexicon.event_nouns()
        sentence.event_nouns = (
            ()
            if nouns.isdisjoint(sentence.vocabulary)
            else [at for at in sentence.positions(nouns) if at not in sentence.covering]
        )  # fmt: skip
    return sentence.event_nouns


class Discourse:
    """The state of reading one article, in order.

    `latest` is the event of news that was told last, the first of those of one sentence.
    """

    def __init__(self) -> None:
        self.events: list[HarmEvent] = []
        self.latest: HarmEvent | None = None
        self.owners: dict[MentionRef, HarmEvent] = {}
        self.source: Attribution | None = None
        self.place: Place | None = None
        self.past: set[str] = set()
        self.told: dict[str, tuple[MentionRef, int]] = {}

    def is_past(self, name: str) -> bool:
        """Tell the name of somebody whose fate was recalled for context before."""
        return bool(name) and name in self.past

    def part_of_told(self, noun: str, number: int) -> MentionRef | None:
        """Give the figure of which "three of the passengers" are a part, by the noun."""
        ref, whole = self.told.get(noun, (None, 0))
        return ref if 0 < number < whole else None

    @property
    def main(self) -> HarmEvent | None:
        """The first event told as news."""
        for each in self.events:
            if each.scope == "incident":
                return each
        return None

    @property
    def worst(self) -> HarmEvent | None:
        """The first event told as news in which somebody was killed or injured, else the first."""
        told = [each for each in self.events if each.scope == "incident"]
        hurt = (each for each in told if "killed" in each.whole or "injured" in each.whole)
        return next(hurt, told[0] if told else None)

    def tell(self, event: HarmEvent, sentence: int) -> None:
        """Note that a sentence tells of an event."""
        event.sentence = sentence
        last = self.latest
        if event.scope == "incident" and (
            last is None or (-sentence, event.nth) <= (-last.sentence, last.nth)
        ):
            self.latest = event

    def whole_of(self, known: HarmEvent, harm: str, number: int) -> MentionRef | None:
        """Give the figure that a number of persons is a part of: of its event, else of one before.

        A part is no larger than its whole.
        """
        for event in (known, *reversed(self.events[-LOOK_BACK:])):
            told = event.whole.get(harm)
            if told is not None and (told[1] is None or told[1] >= number):
                return told[0]
        return None

    def home_of_part(
        self, harm: str, number: int, sentence: int, date: Time | None = None
    ) -> HarmEvent | None:
        """Give the event that a part of a figure belongs to: the one told last that has a whole.

        One that was recalled for context counts only in the sentence behind it; `date` is the day
        that the event must agree with, None for any.
        """
        best: HarmEvent | None = None
        for event in self.events[-LOOK_BACK:]:
            told = event.whole.get(harm)
            if told is None or (told[1] is not None and told[1] < number):
                continue
            if event.scope != "incident" and event.sentence < sentence - 1:
                continue
            if _days_apart(event.date, date, 1 if event.loose else 0):
                continue
            if best is None or event.sentence >= best.sentence:
                best = event
        return best

    def event(
        self,
        ref: MentionRef,
        trigger: Trigger,
        place: Place | None,
        date: Time | None,
        scope: str,
        sentence: int,
        *,
        near: bool = False,
        loose: bool = False,
    ) -> tuple[HarmEvent, bool]:
        """Give the event that a mention belongs to, and whether it is new."""
        kinds = ("incident", "subset") if scope in {"incident", "subset"} else (scope,)
        for known in reversed(self.events[-LOOK_BACK:]):
            if known.scope not in kinds:
                continue
            if self.fits(known, trigger, place, date, sentence, loose=loose):
                known.learn(place, date, near=near, loose=loose)
                known.be(trigger)
                self.tell(known, sentence)
                return known, False
        made = HarmEvent(ref, trigger.kind, place, date, "incident" if scope == "subset" else scope)
        made.be(trigger)
        made.first = sentence
        made.nth = len(self.events)
        made.near = near
        made.loose = loose
        self.events.append(made)
        self.tell(made, sentence)
        return made, True

    def fits(
        self,
        known: HarmEvent,
        trigger: Trigger,
        place: Place | None,
        date: Time | None,
        sentence: int,
        *,
        loose: bool = False,
    ) -> bool:
        """Tell whether a mention may be of a known event."""
        days_apart = _days_apart(known.date, date, 1 if loose or known.loose else 0)
        if (
            known.sentence == sentence
            and not trigger.fresh
            and not (
                _apart(known.place, place)
                and _days_apart(known.date, date, 1 if loose or known.loose else 0)
            )
        ):
            return True
        if days_apart or (
            date is not None and known.date is None and known.sentence != sentence
            and trigger.manner and known.manner not in ("", trigger.manner)
            and not trigger.definite
        ):  # fmt: skip
            return False  # an ambush, and on Sunday a shelling
        if trigger.fresh and known.sentence != sentence:
            return False
        if (
            trigger.indefinite
            and sentence > known.first + (2 if known.place is not None else 1)
            and place is not None
            and place != known.place
        ):
            return False
        return not _apart(known.place, place)


def _days_apart(one: Time | None, other: Time | None, slack: int = 0) -> bool:
    """Tell two times that do not meet, nor come within some days of each other."""
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return False
    if one.start <= other.end and other.start <= one.end:  # type: ignore[operator]
        return False
    gap = days_between(one.start, other.start)
    return gap is None or abs(gap) > slack


def _apart(one: Place | None, other: Place | None) -> bool:
    """Tell two places that cannot be one event's: neither holds the other, as far as is known."""
    if one is None or other is None or one.name == other.name:
        return False
    if one.country != other.country and one.country and other.country:
        return True
    if one.admin1 is None or other.admin1 is None:
        return False
    return one.admin1 != other.admin1


def _finer(old: Place, new: Place) -> bool:
    return coarseness(new) < min(coarseness(old), 2)
