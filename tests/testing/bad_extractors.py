"""Deliberately wrong extractors, each with the one check that is there to catch it.

All but the first few are the right extractor below with one thing wrong, so that a check that
raises a false alarm on the right one would show at once.
"""

import contextlib
import os
import random
import re
import socket
import tempfile
import time
import uuid
from datetime import UTC, datetime
from typing import Any

import attrs

from newsfacts import (
    Actor,
    Article,
    Casualty,
    Context,
    Count,
    Dateline,
    Extractor,
    Fact,
    MentionRef,
    Span,
    Time,
    TimeExpression,
)
from newsfacts.text import number_value

SENTENCES = (
    "At least 12 people were killed in Lyon.",
    "“We lost 40 people,” said Ana Ruiz in Lyon.",
    "Two died. Nobody knew 3 people, or 7 people, or 7 people.",
)
_PEOPLE = re.compile(r"\b(\d{1,6}|[a-z]{3,9})[\s\u00a0]people\b")


class Right(Extractor):
    """Counts of people, as plainly as can be: passes everything."""

    name = "right"
    version = "1"
    cues = ("people",)

    def extract(self, article: Article, context: Context) -> Any:
        for sentence in context.cued_sentences:
            for match in _PEOPLE.finditer(article.text, sentence.start, sentence.end):
                value = number_value(match[1])
                if value is not None:
                    yield self.fact(article, match.start(), match.end(), value)

    def fact(self, article: Article, start: int, end: int, value: int) -> Fact:
        span = Span.of(article.text, start, end)
        return Casualty(harm="affected", count=Count.of(value, text=str(value)), evidence=span)


class Variation(Right):
    """The right extractor, its facts gone over by `change`."""

    def extract(self, article: Article, context: Context) -> Any:
        return self.change(list(super().extract(article, context)), article, context)

    def change(self, facts: list[Fact], article: Article, context: Context) -> Any:
        return facts


class ShiftedSpan(Variation):
    """Spans one to the right of what they say."""

    def change(self, facts, article, context):
        return [
            attrs.evolve(f, evidence=Span(s.start + 1, s.end + 1, s.text))
            for f in facts
            if (s := f.evidence[0]).end < len(article.text)
        ]


class LowerCased(Variation):
    """Spans that say the text in another case."""

    def change(self, facts, article, context):
        return [
            attrs.evolve(f, evidence=Span(s.start, s.end, s.text.upper()))
            for f in facts
            if len((s := f.evidence[0]).text.upper()) == len(s.text)
        ]


class Overshooting(Variation):
    """Spans that end after the text does."""

    def change(self, facts, article, context):
        size = len(article.text)
        return [attrs.evolve(f, evidence=Span(size, size + 3, "   ")) for f in facts]


class ReadsClock(Variation):
    """Resolves against today."""

    def change(self, facts, article, context):
        return [attrs.evolve(f, date=Time.of(datetime.now(UTC).date().isoformat())) for f in facts]


class ReadsMonotonicClock(Variation):
    """Gives up when it thinks that it takes too long: here by the year."""

    def change(self, facts, article, context):
        return facts if time.time() < 1_500_000_000 else facts[:0]


class KeepsState(Variation):
    """Remembers the article before; the same one again changes nothing."""

    def __init__(self):
        self.this = self.before = ""

    def change(self, facts, article, context):
        if article.text != self.this:
            self.before, self.this = self.this, article.text
        scope = "background" if len(self.before) % 2 else "incident"
        return [attrs.evolve(f, scope=scope) for f in facts]


class Counting(Variation):
    """Numbers its runs."""

    def __init__(self):
        self.runs = 0

    def change(self, facts, article, context):
        self.runs += 1
        return [attrs.evolve(f, harm=f"harm-{self.runs}") for f in facts]


class SetOrder(Variation):
    """Takes whichever comes first out of a set of strings."""

    def change(self, facts, article, context):
        words = {"killed", "injured", "missing", "displaced", "abducted", "detained", "released"}
        return [attrs.evolve(f, harm=next(iter(words))) for f in facts]


class TimeZone(Variation):
    """Lets the machine's time zone into a value."""

    def change(self, facts, article, context):
        day = datetime.fromtimestamp(1_700_000_000).strftime("%Y-%m-%d")
        return [attrs.evolve(f, date=Time.of(day)) for f in facts]


class Quadratic(Variation):
    """A pattern that tries the rest of a run of letters from every letter."""

    def change(self, facts, article, context):
        re.search(r"[a-z]+0Q", article.text)
        return facts


class RaisesOnAstral(Variation):
    """Thinks that characters are 16 bits wide."""

    def change(self, facts, article, context):
        for char in article.text:
            if ord(char) > 0xFFFF:
                raise UnicodeError(f"cannot handle {char!r}")
        return facts


class CrlfOffByOne(Variation):
    """Normalises line ends and keeps the offsets of that."""

    def extract(self, article, context):
        text = article.text.replace("\r\n", "\n")
        for match in _PEOPLE.finditer(text):
            value = number_value(match[1])
            if value is not None and match.end() <= len(article.text):
                yield Casualty(
                    harm="affected",
                    count=Count.of(value, text=match[1]),
                    evidence=Span(match.start(), match.end(), match[0]),
                )


class CrlfBlind(Variation):
    """Reads nothing after the first carriage return."""

    def change(self, facts, article, context):
        cut = article.text.find("\r")
        return [f for f in facts if cut < 0 or f.evidence[0].start < cut]


class NoBreakBlind(Variation):
    """Asks for a plain space."""

    def change(self, facts, article, context):
        return [f for f in facts if "\u00a0" not in f.evidence[0].text]


class StraightQuotesOnly(Variation):
    """Reads quotations only in straight quotes."""

    def change(self, facts, article, context):
        scope = "subset" if "“" in article.text else "incident"
        return [attrs.evolve(f, scope=scope) for f in facts]


class MutatesArticle(Variation):
    """Cleans the text up in place."""

    def change(self, facts, article, context):
        object.__setattr__(article, "title", "Seen")
        return facts


class RaisesInTheMiddle(Variation):
    """Yields a fact and then raises, if there are three."""

    def change(self, facts, article, context):
        for index, fact in enumerate(facts):
            if index == 2:
                raise IndexError("third")
            yield fact


class UnstableId(Variation):
    """Puts something new into every fact's key."""

    def change(self, facts, article, context):
        return [RandomKey(evidence=f.evidence) for f in facts]


@attrs.frozen(kw_only=True)
class RandomKey(Fact):
    """A fact whose key is drawn."""

    group = "random"

    def key(self):
        return {**super().key(), "nonce": uuid.uuid4().hex}


class RefersById(Variation):
    """Refers to a resolved actor by its id."""

    def change(self, facts, article, context):
        return [attrs.evolve(f, event="0123456789abcdef") for f in facts]


class EmitsStrings(Variation):
    """Emits what is no fact."""

    def change(self, facts, article, context):
        return [*facts, *(f.evidence[0].text for f in facts)]


class UnregisteredClass(Variation):
    """Emits a class that nobody registered."""

    def change(self, facts, article, context):
        return [Unregistered(evidence=f.evidence) for f in facts]


@attrs.frozen(kw_only=True)
class Unregistered(Fact):
    """A fact of a group without a plugin."""

    group = "unregistered"


class UnwritableValue(Variation):
    """Holds a value that JSON does not keep."""

    def change(self, facts, article, context):
        return [Ratio(evidence=f.evidence, parts=(1, f.count.value)) for f in facts]


@attrs.frozen(kw_only=True)
class Ratio(Fact):
    """A fact whose field does not say what it holds, so that JSON gives back something else."""

    group = "ratios"
    parts: Any = ()


class OpensSocket(Variation):
    """Looks something up in the network."""

    def change(self, facts, article, context):
        if facts:
            with contextlib.suppress(OSError):
                socket.getaddrinfo("localhost", 1)
        return facts


class WritesFile(Variation):
    """Leaves a file behind."""

    def change(self, facts, article, context):
        if facts:
            with tempfile.TemporaryFile() as file:
                file.write(b"x")
        return facts


class ReadsEnvironment(Variation):
    """Lets a variable decide."""

    def change(self, facts, article, context):
        return facts if os.environ["PATH"] else []


class UsesGlobalRandom(Variation):
    """Samples, with the generator that everyone shares."""

    def change(self, facts, article, context):
        random.random()
        return facts


class Evaluates(Variation):
    """Reads numbers with eval."""

    def change(self, facts, article, context):
        for fact in facts:
            eval(str(fact.count.value))
        return facts


class FindsInNothing(Variation):
    """Claims something of an article without words."""

    def change(self, facts, article, context):
        if article.text and not article.text.strip():
            span = Span.of(article.text, 0, 1)
            return [Casualty(harm="affected", count=Count.of(1, text=""), evidence=span)]
        return facts


class ReadsWholeArticle(Variation):
    """Lets the number of paragraphs into a value."""

    def change(self, facts, article, context):
        size = len(re.findall(r"\n\s*?\n", article.text))
        return [attrs.evolve(f, harm=f"harm-{size}") for f in facts]


class OneCityOnly(Variation):
    """Knows Lyon, and thinks that it is the world."""

    def change(self, facts, article, context):
        return facts if "Lyon" in article.text else []


class OnePersonOnly(Variation):
    """Hears only Ana Ruiz."""

    def change(self, facts, article, context):
        return facts if "Ruiz" in article.text else facts[:0]


class DigitsOnly(Variation):
    """Reads digits and no words, and claims to read casualties."""

    provides = ("casualties",)
    _NUMBER = re.compile(r"(?i)(?<![\d,])(\d[\d,]*+)\s(?:people|soldiers|civilians)\b")

    def extract(self, article, context):
        for match in self._NUMBER.finditer(article.text):
            yield self.fact(
                article, match.start(), match.end(), int(match[1].replace(",", "") or 0)
            )


class TodayForYesterday(Extractor):
    """Resolves every "yesterday" to one day."""

    name = "right"
    provides = ("times",)

    def extract(self, article, context):
        for match in re.finditer("yesterday|today|Tuesday", article.text):
            span = Span.of(article.text, match.start(), match.end())
            yield TimeExpression(value="2024-02-25", evidence=span)


class LowerCaseDatelines(Extractor):
    """Reads datelines of small letters only."""

    name = "right"
    provides = ("dateline",)

    def extract(self, article, context):
        if match := re.match(r"[A-Z][a-z]+(?=[ ,].{0,20}\()", article.text):
            yield Dateline(agencies=("Reuters",), evidence=Span.of(article.text, *match.span()))


class PromisesNothing(Variation):
    """Emits times without saying that it does."""

    provides = ("figures",)

    def change(self, facts, article, context):
        return [TimeExpression(value="2024", evidence=f.evidence) for f in facts]


class DropsRepetitions(Variation):
    """Reports a repeated figure once: a matter of quality, which the truth grammar measures."""

    def change(self, facts, article, context):
        return list({f.count.value: f for f in reversed(facts)}.values())


class RefersToNobody(Variation):
    """Refers to a mention that nobody claimed: allowed, for a companion may be missing."""

    def change(self, facts, article, context):
        return [attrs.evolve(f, event=MentionRef("events", 0, 1)) for f in facts]


class Chatty(Variation):
    """Emits an actor with each figure: right as well."""

    def change(self, facts, article, context):
        return [
            *facts,
            *(Actor(kind="group", name=f.evidence[0].text, evidence=f.evidence) for f in facts),
        ]


RIGHT = (Right, RefersToNobody, Chatty)

# Each wrong extractor and the checks with a reason to catch it.
CAUGHT_BY: dict[type[Extractor], set[str]] = {
    ShiftedSpan: {"spans_verbatim"},
    LowerCased: {"spans_verbatim"},
    Overshooting: {"spans_in_bounds"},
    ReadsClock: {"independent_of_clock"},
    ReadsMonotonicClock: {"independent_of_clock"},
    KeepsState: {"no_memory_of_other_articles"},
    Counting: {"same_twice"},
    SetOrder: {"same_under_another_hash_seed"},
    TimeZone: {"same_in_another_time_zone"},
    Quadratic: {"cost_is_linear"},
    RaisesOnAstral: {"never_raises"},
    CrlfOffByOne: {"spans_verbatim"},
    CrlfBlind: {"line_ends_are_one"},
    NoBreakBlind: {"no_break_spaces_are_spaces"},
    StraightQuotesOnly: {"straight_and_curly_quotes_are_one"},
    MutatesArticle: {"article_untouched"},
    RaisesInTheMiddle: {"never_raises"},
    UnstableId: {"ids_stable"},
    RefersById: {"facts_valid"},
    EmitsStrings: {"facts_valid"},
    UnregisteredClass: {"facts_valid"},
    UnwritableValue: {"json_round_trip"},
    OpensSocket: {"independent_of_network"},
    WritesFile: {"independent_of_files"},
    ReadsEnvironment: {"independent_of_environment"},
    UsesGlobalRandom: {"independent_of_environment"},
    Evaluates: {"nothing_is_executed"},
    FindsInNothing: {"nothing_from_nothing"},
    ReadsWholeArticle: {"unrelated_paragraph_only_shifts"},
    OneCityOnly: {"another_city_same_structure"},
    OnePersonOnly: {"another_person_same_structure"},
    DigitsOnly: {"digits_and_words_count_alike"},
    TodayForYesterday: {"dates_move_with_publication"},
    LowerCaseDatelines: {"upper_case_datelines_are_kept"},
    PromisesNothing: {"groups_declared"},
}
