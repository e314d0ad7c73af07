"""What the words beside a name prove: how likely it is that a place is meant."""

from collections.abc import Collection

from newsfacts_places.blocking import acts_as_state, has_governor
from newsfacts_places.candidates import Candidate
from newsfacts_places.forms import described
from newsfacts_places.gazetteer import Entry
from newsfacts_places.runs import in_dateline
from newsfacts_places.words import Words

ENOUGH = 3
"""How much strength and evidence together make a name a place."""

SHARED = frozenset({"georgia", "jordan", "chad", "jersey", "reunion", "guinea"})
"""Names of countries that are as often something else."""


class Proof:
    """Weighs what stands beside the names of one article."""

    def __init__(self, text: str, words: Words, surnames: Collection[str]) -> None:
        self._text = text
        self._words = words
        self._surnames = surnames

    def needed(self, candidate: Candidate) -> int:
        """Give how much strength and evidence a name needs to be a place."""
        words = self._words
        if candidate.key in words.everyday:
            return ENOUGH + 3
        if candidate.key in SHARED:
            return ENOUGH + 1
        if candidate.key in self._surnames:
            return ENOUGH + 2
        if not candidate.plain and candidate.key in words.given_names:
            return ENOUGH + 2
        if not candidate.plain:
            return ENOUGH + 1 if candidate.entries[0].fame < 3 else ENOUGH
        return ENOUGH

    def beside(
        self,
        candidate: Candidate,
        entry: Entry,
        named: bool,
        before: tuple[str, str, str],
        after: str,
    ) -> int:
        """Give what stands beside a name: a dateline, a preposition, a kind, a qualifier.

        `entry` is the place that it would be, `named` tells that its country or state follows.
        """
        words = self._words
        evidence = 3 if named else 0
        if in_dateline(self._text, candidate.start, candidate.end):
            evidence += 4
        evidence += self._led(before)
        if self._text.startswith(", ", candidate.end) and described(
            self._text, candidate.end, words
        ):
            evidence += 3
        if after.lower() in words.after_name:
            evidence += 3 if entry.kind == "division" else 2
        if candidate.key in SHARED and candidate.key not in self._surnames:
            evidence += acts_as_state(self._text, words, candidate, after)
            evidence += 2 * has_governor(self._text, words, candidate)
        return evidence

    def _led(self, before: tuple[str, str, str]) -> int:
        """Weigh the words in front of a name: "near", "residents of", "the town of"."""
        words = self._words
        third, second, nearest = before
        if nearest == "the" or nearest in words.adjectives:
            third, second, nearest = "", third, second
            if nearest == "the":
                second, nearest = third, second
        if nearest in words.locative:
            return 2
        if nearest == "of":
            if second == "mayor":
                return 4
            if second in words.kinds:
                return 3
            if second in words.of_places:
                return 2
        if nearest == "on" and second in words.on_places:
            return 2
        if nearest == "at" and second in words.at_places:
            return 2
        return int(
            (nearest in words.weak_locative or nearest in words.kinds) and second != "according"
        )
