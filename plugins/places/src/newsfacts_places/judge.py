"""Which candidates are places, and which place each of them is."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from newsfacts.text.countries import capitals
from newsfacts_places.candidates import Candidate, Sighting
from newsfacts_places.gazetteer import Entry
from newsfacts_places.words import Words

ENOUGH = 3
"""How much strength and evidence together make a name a place."""

# Names of countries that are as often something else.
_SHARED = frozenset({"georgia", "jordan", "chad", "jersey", "reunion", "guinea", "mali", "niger"})


def weight(entry: Entry) -> float:
    """Say how likely a name means this place when nothing else is known: powers of ten of people."""
    if entry.kind == "country":
        return 9.0 if entry.name != "Georgia" else 7.0
    if entry.kind in ("region", "state"):
        return 6.5
    people = math.log10(entry.population) if entry.population else 0.0
    if entry.kind == "division":
        return max(people - 0.5, 6.5 if not entry.population else 0.0)
    if not entry.first:
        people -= 0.5 if entry.population >= 300_000 else 1.5
    elif capitals().get(entry.name) == entry.country:
        people += 1.0
    return people


def strength(entry: Entry) -> int:
    """Say how well known a place is, from 0 (a small town) to 3 (a country, a world city)."""
    if entry.kind != "city":
        if entry.kind == "division" and entry.population and entry.population < 2_000_000:
            return 2
        return 3
    if entry.first and capitals().get(entry.name) == entry.country:
        return 3
    steps = (500_000, 100_000, 15_000) if entry.first else (3_000_000, 300_000, 50_000)
    return sum(entry.population >= step for step in steps)


class Judge:
    """Decides over the candidates of one article."""

    def __init__(self, text: str, seen: Sighting, words: Words) -> None:
        self._text = text
        self._seen = seen
        self._words = words
        self._countries: Counter[str] = Counter(seen.peoples)
        self._divisions: Counter[tuple[str, str]] = Counter()
        for candidate in seen.candidates:
            self._count(candidate)

    def _count(self, candidate: Candidate) -> None:
        best = max(candidate.entries, key=weight)
        if (
            best.country is None
            or candidate.key in _SHARED
            or candidate.key in self._words.everyday
        ):
            return
        if self._blocked(candidate):
            return
        if best.kind == "country":
            self._countries[best.country] += 1
        elif weight(best) >= 5.7 or best.kind == "state":
            rival = max(
                (weight(e) for e in candidate.entries if e.country != best.country), default=0.0
            )
            if weight(best) - rival >= 1.0:
                self._countries[best.country] += 1
        if best.kind in ("division", "state"):
            self._divisions[best.country, best.name] += 1

    def verdicts(self) -> Iterable[tuple[Candidate, Entry]]:
        """Give the candidates that are places, each with its place, in order."""
        found = self._seen.candidates
        qualified = 0  # the offset up to which a qualifier has been accepted with its city
        for index, candidate in enumerate(found):
            qualifier = self._qualifier(found, index)
            entry = self._choose(candidate, qualifier)
            if candidate.start < qualified and entry.kind in ("country", "division", "state"):
                yield candidate, entry
                continue
            if entry.kind == "state" or self._blocked(candidate):
                continue
            named = qualifier is not None and self._fits(entry, qualifier)
            proof = self._evidence(candidate, entry, named) + strength(entry)
            if self._beside_country(found, index):
                proof += 2
            if proof >= self._needed(candidate):
                if named and qualifier is not None:
                    qualified = found[index + 1].end
                yield candidate, entry

    def _beside_country(self, found: Sequence[Candidate], index: int) -> bool:
        """Tell whether the name stands in a list with a country: "Israel, Jordan and Lebanon"."""
        for one, two in ((index - 1, index), (index, index + 1)):
            if one < 0 or two >= len(found):
                continue
            other = found[one if two == index else two]
            if other.entries[0].kind != "country" or other.key in _SHARED or other.abbreviation:
                continue
            gap = self._text[found[one].end : found[two].start]
            if gap.strip() in (",", "and", ", and", "or", "&"):
                return True
        return False

    def _qualifier(self, found: Sequence[Candidate], index: int) -> tuple[Entry, ...] | None:
        """Give what a comma or bracket adds: "Paris, Texas"; "Rome (Italy)"."""
        if index + 1 >= len(found):
            return None
        follower = found[index + 1]
        gap = self._text[found[index].end : follower.start]
        if gap.strip() not in (",", "(") or len(gap) > 4:
            return None
        kinds = ("country", "division", "state", "region")
        return tuple(each for each in follower.entries if each.kind in kinds) or None

    @staticmethod
    def _fits(entry: Entry, qualifier: tuple[Entry, ...]) -> bool:
        for each in qualifier:
            if each.country != entry.country or entry.kind == "country":
                continue
            if each.kind == "country" or each.kind == "region" or entry.admin1 == each.name:
                return True
        return False

    def _choose(self, candidate: Candidate, qualifier: tuple[Entry, ...] | None) -> Entry:
        entries: Sequence[Entry] = candidate.entries
        if qualifier is not None:
            fitting = [entry for entry in entries if self._fits(entry, qualifier)]
            entries = fitting or entries
        following = (candidate.right or candidate.after).lower()
        if following in ("province", "state", "governorate", "oblast", "department", "region"):
            divisions = [entry for entry in entries if entry.kind == "division"]
            entries = divisions or entries
        return max(entries, key=lambda entry: self._score(entry, entries))

    def _score(self, entry: Entry, rivals: Sequence[Entry]) -> tuple[float, int]:
        known = self._countries.get(entry.country or "", 0)
        score = weight(entry) - (2.0 if not entry.first and any(e.first for e in rivals) else 0.0)
        score += min(2.5, 0.8 * math.log2(1 + known))
        if entry.admin1 and self._divisions.get((entry.country or "", entry.admin1)):
            score += 1.5
        return score, -(entry.geonames_id or 0)

    def _blocked(self, candidate: Candidate) -> bool:
        """Tell whether the name is part of a longer one: "Bank of England", "Paris Hilton"."""
        words = self._words
        left, right = candidate.left, candidate.right
        if candidate.abbreviation and candidate.entries[0].kind == "country":
            return self._adjective(candidate)
        if self._compound(candidate):
            return True
        low = left.removesuffix(" of").lower().rstrip(".")
        if left.endswith(" of"):
            return candidate.plain and not (
                low in words.kinds or low in words.person_titles or low in words.function
            )
        if low in words.person_titles:
            return True
        if not candidate.plain:
            return False
        if left and not (
            low in words.function
            or low in words.adjectives
            or low in words.kinds
            or left in words.peoples
            or (low.endswith(("ing", "ed", "ly")) and strength(candidate.entries[0]) == 3)
        ):
            return True
        if not right or right.lower() in words.function:
            return False
        if right.lower() in words.after_name:
            return bool(candidate.right2) and candidate.right2 not in words.titles
        return right not in words.titles

    def _adjective(self, candidate: Candidate) -> bool:
        """Tell whether an abbreviation stands for an adjective: "US officials"."""
        after = self._text[candidate.end : candidate.end + 1]
        if after == "-":
            return True
        following = candidate.right or candidate.after
        return bool(following) and following.lower() not in self._words.after_country

    def _compound(self, candidate: Candidate) -> bool:
        """Tell whether the name begins an adjective other than "London-based": "Egypt-born"."""
        rest = self._text[candidate.end : candidate.end + 7]
        return (
            rest[:1] == "-"
            and rest[1:2].islower()
            and not rest[1:].startswith(("based", "area", "bound"))
        )

    def _needed(self, candidate: Candidate) -> int:
        words = self._words
        if candidate.key in words.everyday:
            return ENOUGH + 3
        if candidate.key in _SHARED:
            return ENOUGH + 1
        if candidate.key in self._seen.surnames:
            return ENOUGH + 2
        if not candidate.plain and candidate.key in words.given_names:
            return ENOUGH + 2
        if not candidate.plain:
            return ENOUGH + 1 if strength(candidate.entries[0]) < 3 else ENOUGH
        return ENOUGH

    def _evidence(self, candidate: Candidate, entry: Entry, named: bool) -> int:
        words = self._words
        evidence = 3 if named else 0
        _, second, nearest = candidate.words_before
        if nearest in words.adjectives or nearest in words.peoples:
            nearest = second
        if nearest in words.locative:
            evidence += 2
        elif nearest == "of" and second in words.kinds:
            evidence += 3
        elif nearest in words.weak_locative or nearest in words.kinds:
            evidence += 1
        if (candidate.right or candidate.after).lower() in words.after_name:
            evidence += 2
        if entry.country and self._countries[entry.country] > (1 if entry.kind == "country" else 0):
            evidence += 1
        return evidence
