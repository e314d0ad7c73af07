"""Who did it and who says so: the actors and sources of a figure."""

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from newsfacts import Actor, Attribution, Context, MentionRef
from newsfacts.text import TextRange, Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.attributions import anonymous, find_source
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.discourse import Discourse, Trigger
from newsfacts_casualties.sentence import Sentence


class Sources:
    """What the reading of an article knows of its actors, sources and quotations."""

    text: str
    context: Context
    discourse: Discourse
    quotations: list[TextRange]

    def perpetrators(
        self, sentence: Sentence, figure: Figure, trigger: Trigger
    ) -> tuple[MentionRef, ...]:
        """Give refs to the actors that the clause says did it."""
        predicate = figure.predicate
        if predicate is None:
            return ()
        read = sentence.read
        if predicate.voice == "active" and (found := self.actor_before(read, predicate.head, 3)):
            return (found,)
        if predicate.voice in ("passive", "participle", "nominal"):
            for at in range(predicate.last, min(len(read), predicate.last + 6)):
                if read[at].lower == "by":
                    behind = self.actor_after(read, at)
                    if behind:
                        return (behind,)
                    break
        first = predicate.first
        if trigger.last <= first:
            if found := self.actor_before(read, trigger.first, 2):
                return (found,)
            for at in range(trigger.last, min(trigger.last + 3, first)):
                if read[at].lower == "by" and (behind := self.actor_after(read, at)):
                    return (behind,)
        return ()

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
        return actors[-1].ref

    def actor_after(self, read: Sequence[Token], at: int) -> MentionRef | None:
        """The actor that "by" names: "by the front", "by the armed wing of the front"."""
        end = read[min(len(read) - 1, at + 8)].end
        for actor in self.context.mentions_between(Actor, read[at].end, end):
            if any(mark in self.text[read[at].end : actor.evidence[0].start] for mark in ",;."):
                return None
            return actor.ref
        return None

    def quoted(self, offset: int) -> bool:
        """Tell whether an offset stands inside a quotation that began in a sentence before."""
        at = bisect_right(self.quotations, offset, key=lambda each: each.start) - 1
        return at >= 0 and self.quotations[at].start < offset < self.quotations[at].end

    def attribution(self, sentence: Sentence, figure: Figure) -> Attribution | None:
        """Give who says so; "he said" goes back to the source named before."""
        found = find_source(sentence, figure)
        if found is None:
            return self.discourse.source if self.quoted(sentence.start) else None
        if found.pronoun:
            known = self.discourse.source
            return attrs.evolve(known, cue=found.cue or None) if known is not None else None
        text = sentence.span_text(found.first, found.last).strip(" ,")
        if not text.strip():
            return None
        start, end = sentence.read[found.first].start, sentence.read[found.last - 1].end
        actors = self.context.mentions_between(Actor, start, end)
        named = [actor for actor in actors if actor.kind == "person"] or list(actors)
        made = Attribution(
            text=text, actor=named[-1].ref if named else None,
            anonymous=anonymous(sentence, found), cue=found.cue or None,
        )  # fmt: skip
        self.discourse.source = made
        return made
