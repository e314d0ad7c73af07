"""Who did it and who says so: the actors and sources of a figure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from newsfacts import Actor, Attribution, Context, MentionRef
from newsfacts.model import altered
from newsfacts.text import TextRange, Token, paragraphs, quotations, tokens
from newsfacts.text.countries import country_by_demonym
from newsfacts_casualties import lexicon
from newsfacts_casualties.according import Source
from newsfacts_casualties.assailants import Assailants, Phrase, unnamed
from newsfacts_casualties.attributions import anonymous, find_source, told_by
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.discourse import Discourse, Trigger
from newsfacts_casualties.sentence import Sentence
from newsfacts_casualties.settings import token_at

LONGEST = 1200
"""The longest stretch, in characters, that is read as one sentence."""

START = itemgetter(0)
"""The start of a sentence or a quotation: faster by its index than by its name."""

_HEARD = 5
"""How many sentences back somebody was named whom a pronoun or a quotation means."""


_CLAIMED = frozenset(("claimed", "staged", "launched", "mounted", "conducted", "committed"))
_OPENERS = frozenset((
    ";", "that", "when", "after", "as", "which", "while", "because", "where", "said", "before",
))  # fmt: skip
_THEY = frozenset(("they", "it"))
_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are", "be"))
_BARS = frozenset((",", "who", "of", "in", "on", "at", "near", "said", "and", "by"))
_BELONGING = frozenset(("of", "from", "loyal", "linked", "belonging", "allied", "affiliated"))
_TOLD = frozenset(("identified", "named", "found", "described", "rescued", "treated", "freed"))
_JOINTS = ("", "'s", "’s", "'", "’", "-")
_OPENING = ('"', "“", "«", "„")


class Sources:
    """What the reading of an article knows of its actors, sources and quotations."""

    text: str
    context: Context
    discourse: Discourse
    quotations: list[TextRange]
    read_before: dict[tuple[int, int], list[Token]]
    heard_to: int = 0
    said_last: tuple[int, Attribution | None] = (0, None)
    assailants: Assailants

    def tokens(self, start: int, end: int) -> list[Token]:
        """Give the tokens of a sentence, read once."""
        key = (start, end)
        if key not in self.read_before:
            self.read_before[key] = tokens(self.text, start, end)
        return self.read_before[key]

    def perpetrators(
        self, sentence: Sentence, figure: Figure, trigger: Trigger
    ) -> tuple[MentionRef, ...]:
        """Give refs to the actors that the clause says did it, named or not."""
        named = self.named_perpetrators(sentence, figure, trigger)
        phrase = unnamed(sentence, figure, trigger)
        if phrase is None:
            return named
        head = sentence.read[phrase.head]
        known: MentionRef | None = None
        if named and self.of_phrase(sentence, phrase, named[0]):
            if not named[0].start <= head.start < named[0].end:
                return named
            known = named[0]
        elif (name := self.name_behind(sentence, phrase)) is not None:
            return (name,)
        else:
            low = sentence.read[max(0, phrase.first - 3)].start
            known = next(
                (
                    actor.ref for actor in self.context.mentions_between(Actor, low, head.end)
                    if actor.evidence[0].end >= head.end and actor.mention_type == "NOM"
                ), None,
            )  # fmt: skip
        return (self.assailants.take(sentence, phrase, known, self.discourse.latest),)

    def name_behind(self, sentence: Sentence, phrase: Phrase) -> MentionRef | None:
        """Give the person whom a phrase describes: "a gunman, Ivo Marek, killed"."""
        read = sentence.read
        at = phrase.last + (sentence.words[phrase.last : phrase.last + 1] == [","])
        if at >= len(read):
            return None
        named = self.context.mentions_between(Actor, read[at].start, read[at].end)
        return next((each.ref for each in named if each.kind == "person"), None)

    def of_phrase(self, sentence: Sentence, phrase: Phrase, named: MentionRef) -> bool:
        """Tell an actor who is named with the phrase: "Veldan gunmen", "rebels of the front"."""
        read = sentence.read
        low, high = read[phrase.first].start, read[phrase.last - 1].end
        if named.start >= high:
            between = sentence.words[phrase.last : token_at(read, named.start)]
            return len(between) <= 10 and not _BELONGING.isdisjoint(between[:2])
        joint = self.text[named.end : low].strip()
        return joint in _JOINTS or joint[-1] in ")]"

    def named_perpetrators(
        self, sentence: Sentence, figure: Figure, trigger: Trigger
    ) -> tuple[MentionRef, ...]:
        """Give refs to the actors known to earlier extractors that the clause says did it."""
        predicate = figure.predicate
        if predicate is None:
            return ()
        read = sentence.read
        head = figure.lead if figure.lead >= 0 else predicate.head
        if predicate.voice in ("active", "nominal") and (found := self.sayer(sentence, head)):
            return (found,)
        if predicate.voice == "active" and (found := self.actor_before(read, head, 3)):
            return (found,)
        if predicate.voice in {"passive", "participle", "nominal"}:
            for at in range(predicate.last, min(len(read), predicate.last + 6)):
                if read[at].lower == "by":
                    if read[at - 1].lower in _TOLD:
                        break  # "found dead were identified by police"
                    behind = self.actor_after(read, at)
                    if behind:
                        return (behind,)
                    break
        participle = predicate.voice == "active" and not predicate.finite
        if participle and (found := self.assailant(sentence, predicate.head)):
            return (found,)
        first = predicate.first
        if trigger.last <= first:
            if found := self.actor_before(read, trigger.first, 2):
                return (found,)
            for at in range(trigger.last, min(trigger.last + 3, first)):
                if read[at].lower == "by" and (behind := self.actor_after(read, at)):
                    return (behind,)
        for at in range(trigger.last + 1, min(trigger.last + 8, len(read))):
            # "the attacks in Duvel claimed by the front"
            claimed = read[at].lower == "by" and read[at - 1].lower in _CLAIMED
            if claimed and (behind := self.actor_after(read, at)):
                return (behind,)
        return ()

    def sayer(self, sentence: Sentence, head: int) -> MentionRef | None:
        """Give the actor of "The rebels said that they killed 12", for "they"."""
        words = sentence.words
        at = next((k for k in range(head, max(0, head - 3), -1) if words[k - 1] in _THEY), 0)
        if at < 2 or words[at - 2] not in ("that", "said", "claimed", "says"):
            return None
        verb = at - 2 - (words[at - 2] == "that")
        if words[verb] not in lexicon.words("context", "attribution", "said"):
            return None
        return self.actor_before(sentence.read, verb, 3)

    def assailant(self, sentence: Sentence, at: int) -> MentionRef | None:
        """Give the actor that opens the clause before ", killing 12", if it attacks there."""
        assaults = lexicon.words("scenes", "assault", "verbs")
        if assaults.isdisjoint(sentence.vocabulary):
            return None
        words, read = sentence.words, sentence.read
        begin = next((k + 1 for k in range(at - 2, -1, -1) if words[k] in _OPENERS), 0)
        verb = next((k for k in range(begin, at) if words[k] in assaults), -1)
        if verb < 1 or words[verb - 1] in _PASSIVE:
            return None
        for actor in self.context.mentions_between(Actor, read[begin].start, read[verb].start):
            name = actor.evidence[0]
            behind = token_at(read, name.end)
            ahead = token_at(read, name.start)
            if (
                behind + 4 > verb and _BARS.isdisjoint(words[behind:verb])
                and lexicon.grammar("of_place").isdisjoint(words[max(begin, ahead - 2) : ahead])
            ):  # fmt: skip
                return actor.ref
        return None

    def actor_before(self, read: Sequence[Token], at: int, reach: int) -> MentionRef | None:
        """The actor whose mention ends within a few words before a token."""
        low = max(0, at - reach - 6)
        if at < 1:
            return None
        actors = [
            actor
            for actor in self.context.mentions_between(Actor, read[low].start, read[at].start)
            if actor.evidence[0].end >= read[max(0, at - reach)].start
        ]
        if not actors or any(token.text in ",;" for token in read[max(0, at - reach) : at]):
            return None
        if any(
            read[k].lower in lexicon.grammar("of_place")
            and read[k].start < actors[-1].evidence[0].start
            for k in range(max(0, at - reach - 2), at)
        ):
            return None
        return None if _names_event(read, actors[-1]) else actors[-1].ref

    def actor_after(self, read: Sequence[Token], at: int) -> MentionRef | None:
        """The actor that "by" names: "by the front", "by the armed wing of the front"."""
        end = read[min(len(read) - 1, at + 8)].end
        for actor in self.context.mentions_between(Actor, read[at].end, end):
            if any(mark in self.text[read[at].end : actor.evidence[0].start] for mark in ",;."):
                return None
            return actor.ref
        return None

    def attribution(self, sentence: Sentence, figure: Figure) -> Attribution | None:
        """Give who says so; "he said" goes back to the source named before."""
        found = find_source(sentence, figure)
        if found is None:
            quotation = self.quotation(sentence.read[figure.first].start)
            if quotation is None:
                return None
            return self.speaker(sentence, quotation)
        if found.pronoun:
            self.catch_up(sentence.start)
            known = self.discourse.source
            return altered(known, cue=found.cue or None) if known is not None else None
        made = self.made(sentence, found)
        if made is not None:
            self.discourse.source = made
            self.heard_to = sentence.end
            self.said_last = (sentence.end, made)
        return made

    def carried(self, sentence: Sentence, figure: Figure) -> Attribution | None:
        """Give the source of the sentence before to what only goes on with its count.

        So with "Another 30 were hurt" and "Three died on the spot", in one paragraph.
        """
        group, (end, source) = figure.group, self.said_last
        if group is None or source is None or figure.first > 1 or end >= sentence.start:
            return None
        if not (group.more or (group.head < 0 and not group.name and not group.pronoun)):
            return None
        between = self.text[end : sentence.start]
        return source if not between.strip(' .\n"”') and "\n\n" not in between else None

    def made(self, sentence: Sentence, found: Source) -> Attribution | None:
        """Make the words that name a source an attribution."""
        text = sentence.span_text(found.first, found.last).strip(" ,-–—")
        if not text.strip():
            return None
        start, end = sentence.read[found.first].start, sentence.read[found.last - 1].end
        actors = self.context.mentions_between(Actor, start, end)
        named = [actor for actor in actors if actor.kind == "person"] or list(actors)
        return Attribution(
            text=text, actor=named[-1].ref if named else None,
            anonymous=anonymous(sentence, found), cue=found.cue or None,
        )  # fmt: skip

    def quotation(self, offset: int) -> TextRange | None:
        """Give the quotation in which an offset stands."""
        at = bisect_right(self.quotations, offset, key=START) - 1
        if at >= 0 and self.quotations[at].start <= offset < self.quotations[at].end:
            return self.quotations[at]
        return None

    def speaker(self, sentence: Sentence, quotation: TextRange) -> Attribution | None:
        """Give who is quoted: named right before the quotation, right behind it, or last."""
        sentences = self.context.sentences
        at = bisect_right(sentences, quotation.start, key=START) - 1
        if at >= 0 and sentences[at].start < quotation.start:
            lead = Sentence(
                self.text, sentences[at].start, quotation.start,
                self.tokens(sentences[at].start, quotation.start),
            )  # fmt: skip
            if lead.words and (found := told_by(lead)) is not None and not found.pronoun:
                return self.made(lead, found)
        behind = bisect_right(sentences, quotation.end, key=START) - 1
        for after in sentences[max(0, behind) : behind + 2]:
            begin = max(after.start, quotation.end)
            if begin - quotation.end > 3 or after.end - begin < 4 or after.end - begin > LONGEST:
                continue
            tail = Sentence(self.text, begin, after.end, self.tokens(begin, after.end))
            found = told_by(tail)
            if found is not None and found.first < 6 and not found.pronoun:
                return self.made(tail, found)
        self.catch_up(sentence.start)
        return self.discourse.source

    def catch_up(self, start: int) -> None:
        """Take in the sources that the sentences without figures before an offset name."""
        sentences = self.context.sentences
        at = bisect_right(sentences, start, key=START) - 1
        for k in range(max(0, at - _HEARD), at):
            low, high = sentences[k]
            if low < self.heard_to or high - low > LONGEST:
                continue
            heard = Sentence(self.text, low, high, self.tokens(low, high))
            found = told_by(heard)
            if found is not None and not found.pronoun:
                self.discourse.source = self.made(heard, found) or self.discourse.source
            self.heard_to = high


def _names_event(read: Sequence[Token], actor: Actor) -> bool:
    """Tell a place that says where ("the Duvel attacks") from a country that did it ("Veldan")."""
    name = actor.evidence[0]
    if actor.kind != "country" or country_by_demonym(name.text) is not None:
        return False
    after = token_at(read, name.end)
    if name.text.endswith(("'s", "’s")) or (after and read[after - 1].lower.endswith(("'s", "’s"))):
        return False
    events = lexicon.event_words()
    return any(token.lower in events for token in read[after : after + 2])


def quotations_of(text: str) -> Iterator[TextRange]:
    """Give the quotations of each paragraph; one that is left open ends with its paragraph."""
    if '"' not in text and "“" not in text and "«" not in text and "„" not in text:
        return
    opening = [mark for mark in _OPENING if mark in text]
    for start, end in paragraphs(text):
        if all(text.find(mark, start, end) < 0 for mark in opening):
            continue
        words = text[start:end]
        reached = 0
        for found in quotations(words):
            yield TextRange(start + found.start, start + found.end)
            reached = found.end
        rest = min((at for mark in opening if (at := words.find(mark, reached)) >= 0), default=-1)
        if rest >= 0:
            yield TextRange(start + rest, end)
