"""Where and when events were, by the sentences around their figures."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from newsfacts import Count, Event, Fact, Place, PlaceMention, Span, Time, TimeExpression
from newsfacts.model import days_between
from newsfacts.text import Token
from newsfacts_casualties import lexicon, recalls, settings
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.discourse import HarmEvent, Trigger
from newsfacts_casualties.lands import Lands
from newsfacts_casualties.phrases import read_sentence
from newsfacts_casualties.sentence import WORD, Sentence
from newsfacts_casualties.site_words import coarseness
from newsfacts_casualties.sites import Site, find_place, find_sites, the_country
from newsfacts_casualties.sources import LONGEST, START

_ONE = Count.of(1, text="")

_LEAD = 4
"""How many sentences tell the place of what the article is about."""

_REACH = 30
"""How many words from an event noun its place may stand."""

_LEAD_REACH = 8
"""How many words behind an event noun its place is told."""

_DEFINITE = frozenset(("the", "this", "that", "'s", "today", "yesterday", "deadly", "latest"))
_ANOTHER = frozenset(("another", "second", "similar", "earlier", "previous", "other", "last"))


class Scenes(Lands):
    """What the reading of an article knows of the places and days around its figures."""

    head_end: int
    reference: str | None
    told_to: int
    arrest: tuple[Time, Span] | None
    later: str | None
    people: list[tuple[int, int]]
    places: list[Span]
    place_starts: list[int]

    def is_name(self, first: int, last: int) -> bool | None:
        """Tell whether a stretch is known to name a person, or something else."""
        at = bisect_right(self.people, (first, 10**9)) - 1
        if at >= 0 and self.people[at][0] <= first and last <= self.people[at][1] + 2:
            return True
        at = bisect_right(self.place_starts, first) - 1
        if at >= 0 and last <= self.places[at].end + 2:
            return False
        return None

    def day_of(self, main: HarmEvent | None, *, procedure: bool = False) -> Iterator[Fact]:
        """Give the day of the main event where no clause about it tells: the first day named.

        An article of violence in which nobody is hurt gets its event here, too. With `procedure`
        the day of an arrest or a hearing will do, too.
        """
        seen: Span | None = None
        days: list[tuple[settings.Day, Span]] = []
        body = [each for each in self.context.sentences if each.end > self.head_end]
        reached = self.other_news(main)
        for start, end in body[:12]:
            low = max(start, self.head_end)
            if start > reached:
                break
            if low >= end or end - low > LONGEST:
                continue
            if main is None and seen is None:
                seen = self.violence(low, end)
            days += self.days_told(low, end, main, procedure=procedure)
        if self.arrest is not None:
            # who is arrested for something did it no later
            days = [each for each in days if settings.led_to(each[0].time, self.arrest[0])]
            days = days or [(settings.Day(self.arrest[0]), self.arrest[1])]
        if not days:
            return
        day, span = _choose(days)
        hints = (*(("loose",) if day.loose else ()), *(() if main and main.sure else ("guess",)))
        if main is not None:
            yield Event(
                type=main.kind or "attack", date=day.time, tense="past", evidence=span,
                same_as=(main.ref,), hints=hints,
            )  # fmt: skip
        elif seen is not None:
            yield Event(type="attack", date=day.time, tense="past", evidence=seen, hints=hints)

    def other_news(self, main: HarmEvent | None) -> int:
        """Give where another event is told whose day is known: what follows is not of the main."""
        return min(
            (
                each.ref.start for each in self.discourse.events
                if main is not None and each is not main and each.ref.start > main.ref.start
                and each.scope == "incident" and each.date is not None
            ),
            default=len(self.text),
        )  # fmt: skip

    def place_of(self, main: HarmEvent) -> Iterator[Fact]:
        """Give the place of the main event that the sentences before its first figure tell.

        "The minister visited the scene of the bombing in Duvel. At least six people died."
        """
        known = main.place
        if known is not None and not main.near and coarseness(known) < 1:
            return
        body = [each for each in self.context.sentences if self.head_end < each.end]
        for start, end in body[:_LEAD]:
            low = max(start, self.head_end)
            if end > main.ref.start or end - low > LONGEST:
                return
            read = self.tokens(low, end)
            nouns = lexicon.event_words()
            words = [*map(WORD, read)]
            events = [
                at for at, word in enumerate(words)
                if word in nouns or (word[-1] == "s" and word[:-1] in nouns)
            ]  # fmt: skip
            if not events:
                continue
            sentence = Sentence(self.text, low, end, read)
            for site in self.sites(sentence):
                near = min((site.at - at for at in events if at < site.at), default=_LEAD_REACH)
                if site.near or site.aside or site.said or near >= _LEAD_REACH:
                    continue
                if known is None or (
                    site.coarse == 0 and known.country in (site.place.country, None)
                ):  # fmt: skip
                    yield Event(
                        type=main.kind or "attack", place=site.place, tense="past",
                        evidence=Span.of(self.text, read[site.at].start, read[site.last - 1].end),
                        same_as=(main.ref,), hints=() if main.sure else ("guess",),
                    )  # fmt: skip
                    return

    def lead(self, sentence: Sentence) -> Place | None:
        """Give the place told in the sentence before, where no event has any so far."""
        bounds = self.before(sentence.start)
        if bounds is None or len(self.discourse.events) > 1:
            return None
        read = self.tokens(*bounds)
        sites = self.sites(Sentence(self.text, *bounds, read))
        sites = [site for site in sites if not (site.aside or site.said)]
        return min(sites, key=lambda each: each.coarse).place if sites else None

    def violence(self, start: int, end: int) -> Span | None:
        """Give the first word of violence of a sentence."""
        violent = lexicon.words("context", "events", "violent")
        read = self.tokens(start, end)
        if violent.isdisjoint(map(WORD, read)):
            return None
        token = next(token for token in read if token.lower in violent)
        return Span.of(self.text, token.start, token.end)

    def days_told(
        self, start: int, end: int, main: HarmEvent | None, *, procedure: bool
    ) -> list[tuple[settings.Day, Span]]:
        """Give the days of a sentence on which something can have happened, the likeliest first.

        These are those of an event noun: "a shooting on Monday".
        """
        times = [
            time for time in self.context.mentions_between(TimeExpression, start, end)
            if time.type in ("DATE", "TIME") and len(time.value) >= 10 and time.start is not None
            and not (self.reference is not None and time.start > self.reference)
        ]  # fmt: skip
        if not times:
            return []
        read = self.tokens(start, end)
        known = main.date if main is not None else None
        others = {
            each.date.start for each in self.discourse.events
            if each is not main and each.date is not None and start <= each.ref.start < end
        }  # fmt: skip
        found = []
        for time in times:
            day = settings.day_of(time)
            if day.time.start in others or day.time.start == self.later:
                continue
            at = settings.token_at(read, time.evidence[0].start)
            since = at > 0 and read[at - 1].lower == "since"
            if (since and not settings.of_event(read, time)) or settings.of_older_toll(
                read, at
            ) >= 0:
                continue
            if settings.of_saying(read, time, procedure=not procedure):
                continue
            if settings.before_saying(read, at, len(read)) or settings.of_aftermath(read, time):
                continue
            if known is None or settings.lies_in(day.time, known) or (
                main is not None and main.loose and not day.loose
                and days_between(day.time.end, known.start) in (-1, 0, 1)
            ):  # fmt: skip
                found.append((not settings.of_event(read, time), day, time.evidence[0]))
        found.sort(key=lambda each: each[0])
        return [(day, span) for _, day, span in found]

    def mention_of(self, sentence: Sentence, index: int) -> Iterator[Fact]:
        """Give an Event for a sentence that tells where or when a known event was."""
        known = self.discourse.latest
        if known is None:
            return
        at = _mention(sentence)
        if at < 0:
            return
        times = self.context.mentions_between(TimeExpression, sentence.start, sentence.end)
        mentions = self.context.mentions_between(PlaceMention, sentence.start, sentence.end)
        if not times and not mentions and "capital" not in sentence.vocabulary:
            return
        if not sentence.groups:
            sentence = read_sentence(
                self.text, sentence.start, sentence.end, self.is_name, sentence.read
            )
            at = _mention(sentence)  # an editor's brackets are no longer among its words
            if at < 0:
                return
        read = sentence.read
        stub = Figure("killed", _ONE, None, None, at, at + 1)
        day = settings.find_date(sentence, stub, times, 0, len(read), self.reference)
        date, loose = day if day is not None and len(day.time.value) > 4 else (None, False)
        site = find_place(sentence, stub, self.sites(sentence), 0, len(read))
        if site is not None and (site.said or not _within_reach(sentence, at, site.at)):
            site = None
        place = site.place if site is not None else None
        if date is None and place is None:
            return
        trigger = Trigger(at, at + 1, None, True, False, False)
        if not self.discourse.fits(known, trigger, place, date, -2, loose=loose):
            return
        near = site is not None and site.near
        known.learn(place, date, near=near, loose=loose)
        yield Event(
            type=known.kind or "attack", place=place, date=date, tense="past",
            evidence=Span.of(sentence.text, read[at].start, read[at].end), same_as=(known.ref,),
            hints=tuple(
                hint for hint, told in (
                    ("near", near), ("loose", loose), ("local", site is not None and site.local)
                ) if told
            ),
        )  # fmt: skip

    def recalls(self, sentence: Sentence) -> bool:
        """Tell whether the sentence before goes back to an earlier event."""
        sentences = self.context.sentences
        at = bisect_right(sentences, sentence.start, key=START) - 2
        if at < 1 or _too_long(sentences[at]):
            return False
        low, high = sentences[at].start, sentences[at].end
        read = self.tokens(low, high)
        then = at_the_time(sentence)
        if not names_event(read) and not then:
            return False
        main = self.discourse.main
        news = main.date.start if main is not None and main.date is not None else self.reference
        ends = [
            time.end for time in self.context.mentions_between(TimeExpression, low, high)
            if time.type == "DATE" and time.end is not None
        ]  # fmt: skip
        if news is None:
            return recalls.tells_long_ago(read) or (then and bool(ends))
        days = [days_between(end, news) for end in ends]
        return bool(days) and all(gap is not None and gap > 14 for gap in days)

    def scene(self, sentence: Sentence) -> settings.Setting:
        """Give place and day that the sentence before tells, where it tells what happened."""
        then = at_the_time(sentence)
        bounds = self.before(sentence.start)
        if bounds is None:
            return settings.Setting()
        low, high = bounds
        read = self.tokens(low, high)
        if not then and not names_event(read) and not _strikes(read):
            return settings.Setting()
        sites = self.sites(Sentence(self.text, low, high, read))
        site = min(sites, key=lambda each: (each.near, each.aside, each.coarse), default=None)
        times = [
            time for time in self.context.mentions_between(TimeExpression, low, high)
            if time.type in {"DATE", "TIME"} and time.start is not None
            and not settings.of_saying(read, time)
            and settings.of_older_toll(read, settings.token_at(read, time.evidence[0].start)) < 0
            and not settings.before_saying(
                read, settings.token_at(read, time.evidence[0].start), len(read)
            )
            and not (self.reference is not None and time.start > self.reference)
        ]  # fmt: skip
        day = settings.day_of(times[0]) if times else None
        town = self.town_of(site) if site is not None and site.urban else None
        return settings.Setting(
            town or (site.place if site is not None else None),
            day.time if day is not None else None,
            site is not None and site.near,
            day is not None and day.loose,
            site is not None and site.local,
            low >= self.told_to,
        )

    def sites(self, sentence: Sentence) -> list[Site]:
        """Give the places that a sentence names as the place of something."""
        mentions = self.context.mentions_between(PlaceMention, sentence.start, sentence.end)
        main = self.discourse.main
        found = find_sites(
            sentence, mentions, self.capital, main.place if main is not None else None, self.head
        )
        if not found and "country" in sentence.vocabulary and (at := the_country(sentence)) >= 0:
            country = self.country()
            if country is not None:
                return [Site(at, country, coarseness(country), last=at + 1)]
        if not found and "there" in sentence.vocabulary and (site := self.there(sentence)):
            return [site]
        return found

    def there(self, sentence: Sentence) -> Site | None:
        """Read "the fighting there" as the place that the sentence before ends with."""
        at = sentence.words.index("there")
        if at == 0 or sentence.words[at - 1] not in lexicon.event_words():
            return None
        before = self.before(sentence.start)
        if before is None:
            return None
        mentions = self.context.mentions_between(PlaceMention, *before)
        if not mentions:
            return None
        return Site(at, mentions[-1].place, coarseness(mentions[-1]), last=at + 1)

    def before(self, start: int) -> tuple[int, int] | None:
        """Give the sentence before an offset."""
        sentences = self.context.sentences
        at = bisect_right(sentences, start, key=START) - 2
        if at < 0 or sentences[at].end <= self.head_end or _too_long(sentences[at]):
            return None
        return max(sentences[at].start, self.head_end), sentences[at].end

    def town_of(self, site: Site) -> Place | None:
        """Give the town told before in which a part of a town lies, as far as is known."""
        main = self.discourse.main
        if main is None or main.place is None:
            head = self.head
            unlisted = site.urban and site.place.admin1 is None
            return head if head is not None and unlisted and coarseness(head) == 0 else None
        if main.near or coarseness(main.place) > 0:
            return None
        if site.urban:
            return main.place
        if site.place.country not in (main.place.country, None):
            return None
        return main.place if site.place.admin1 in (main.place.admin1, None) else None


def _choose(days: list[tuple[settings.Day, Span]]) -> tuple[settings.Day, Span]:
    """Choose the first of some days, or a firmer or finer one told later that agrees with it."""
    first = days[0]
    for each in days[1:]:
        day = each[0]
        if settings.lies_in(day.time, first[0].time):
            return each
        gap = days_between(day.time.start, first[0].time.start)
        if first[0].loose and not day.loose and settings.is_day(day.time) and gap in (-1, 0, 1):
            return each
    return first


def _mention(sentence: Sentence) -> int:
    """Give the word by which a sentence goes on about an event told before; -1 if there is none."""
    told = lexicon.words("context", "events", "mention")
    if told.isdisjoint(sentence.vocabulary):
        return -1
    words = sentence.words
    for at in sentence.positions(told):
        word = words[at]
        if word == "fire" and at and words[at - 1] in ("opened", "opening"):
            return at
        if word not in lexicon.event_words() and word not in ("incident", "tragedy"):
            return at
        before = words[max(0, at - 3) : at]
        if not _DEFINITE.isdisjoint(before) and _ANOTHER.isdisjoint(before):
            return at
    return -1


def _within_reach(sentence: Sentence, at: int, place: int) -> bool:
    """Tell a place told with an event from one beyond a saying or a long way off."""
    if abs(place - at) > _REACH:
        return False
    between = sentence.words[min(at, place) : max(at, place)]
    return lexicon.grammar("said_days").isdisjoint(between)


def at_the_time(sentence: Sentence) -> bool:
    """Tell a sentence that begins with "At the time", "In that attack" and the like."""
    words = sentence.words[:4]
    return words[:3] in (["at", "the", "time"], ["at", "that", "time"]) or (
        words[:2] in (["in", "that"], ["during", "that"])
    )


def names_event(read: list[Token]) -> bool:
    """Tell whether a word among tokens names a harm event."""
    return not lexicon.event_words().keys().isdisjoint(map(WORD, read))


def _strikes(read: list[Token]) -> bool:
    """Tell whether a word among tokens tells that something happened: "bombed", "collided"."""
    return not _happenings().isdisjoint(map(WORD, read))


@cache
def _happenings() -> frozenset[str]:
    return lexicon.words("scenes", "sites", "striking") | lexicon.words(
        "scenes", "sites", "happening"
    )


def _too_long(sentence: tuple[int, int]) -> bool:
    return sentence[1] - sentence[0] > LONGEST
