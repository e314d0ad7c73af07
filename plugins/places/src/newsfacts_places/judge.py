"""Which candidates are places, and which place each of them is."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from newsfacts.text import TextRange
from newsfacts.text.countries import country_names
from newsfacts_places.blocking import blocked, has_governor
from newsfacts_places.candidates import Candidate, Sighting
from newsfacts_places.gazetteer import Entry, alike, fits
from newsfacts_places.names import title
from newsfacts_places.proof import SHARED, Proof
from newsfacts_places.runs import BOOK, in_dateline, word_after, words_before
from newsfacts_places.words import Words

# A place in the division of the dateline is named without it. Less than the weight between a
# capital of millions and its small namesakes.
_AT_HEAD = 1.5
# A place of this weight, and with no namesake near it, speaks for its country.
_COUNTED = 5.7
# Cities and divisions of this weight speak as countries do: "Beijing said".
_SPEAKING = 6.5
_NEAR = 300  # characters
# Places of this weight are meant in any country: London, Paris.
_WORLD = 7.0
# Offices of the counties of the United States, and of few others.
_US_OFFICES = ("heriff", "istrict attorney", "istrict Attorney", "tate troopers", "Highway Patrol")
_FORMERLY = frozenset({"former", "formerly", "once", "called", "named", "then"})

# What stands between the members of a list, trimmed.
_LIST = frozenset({",", "and", ", and", "or", "&", "/"})


class Judge:
    """Decides over the candidates of one article."""

    def __init__(self, text: str, seen: Sighting, words: Words) -> None:
        self._text = text
        self._seen = seen
        self._words = words
        self._countries: Counter[str] = Counter(seen.peoples)
        self._hints: Counter[str] = Counter()  # countries told less surely, for namesakes only
        self._votes: Counter[str] = Counter()  # what each name of a city added to its country
        self._divisions: Counter[tuple[str, str]] = Counter()
        self._bests: dict[str, Entry] = {}
        self._gaps = [
            text[one.end : min(other.start, one.end + 12)].strip()
            for one, other in pairwise(seen.candidates)
        ]
        self._proof = Proof(text, words, seen.surnames)
        self._stopped = [blocked(text, words, candidate) for candidate in seen.candidates]
        for candidate, stopped in zip(seen.candidates, self._stopped, strict=True):
            if not stopped or candidate.right.lower() in words.offices:
                self._count(candidate)
        self._count_towns()
        self._count_counties()
        for name in words.shared:
            self._settle(name)
        self._settle_division("georgia")
        self.head = self._head_division()
        local = self._hints.copy()
        for (country, _), count in self._divisions.items():
            local[country] += count
        # Divisions, counties and towns place a story in a country.
        self._local = max(local.values(), default=0) > 1

    def _settle(self, name: str) -> None:
        """Settle which of the two countries that share a name the article means by it.

        It is the other one where the article names places of it and none of the usual one, and
        where the usual one goes by the name that it had earlier.
        """
        found = self._seen.candidates
        at = [i for i, each in enumerate(found) if each.key == name and not self._stopped[i]]
        if not at:
            return
        bearers, countries = self._words.shared[name], self._countries
        usual, other = bearers["usual"], bearers["other"]
        moved = len(at) + self._seen.peoples.count(usual)  # the two share their demonym too
        if any(
            each.key == bearers["earlier"]
            and words_before(self._text, each.start)[2] not in _FORMERLY
            for each in found
        ):
            moved = len(at)
        elif not countries[other] or countries[usual] > moved:
            return
        self._bests[name] = next(each for each in found[at[0]].entries if each.country == other)
        countries[usual] -= moved
        countries[other] += moved

    def _settle_division(self, name: str) -> None:
        """Take a name of a country for the division where only towns of that are named."""
        found = self._seen.candidates
        for each in found:
            if each.key != name:
                continue
            country = each.entries[0].country or ""
            for entry in each.entries[1:]:
                if entry.kind == "division" and not self._countries[country]:
                    lies = (entry.country, entry.name)
                    towns = [other.entries[0] for other in found if other.key != name]
                    if any((town.country, town.admin1) == lies for town in towns):
                        self._bests[name] = entry
            return

    def _head_division(self) -> tuple[str | None, str] | None:
        """Give country and name of the division in the dateline: "COLUMBUS, Ohio (AP) -"."""
        for each in self._seen.candidates[:2]:
            best = each.entries[0]
            if best.kind in ("division", "state") and in_dateline(self._text, each.start, each.end):
                return best.country, best.name
        return None

    def only_country(self) -> str | None:
        """Give the country that the article names if it names one alone."""
        named = [country for country, count in self._countries.items() if count > 0]
        return named[0] if len(named) == 1 else None

    def country_of_counties(self) -> str | None:
        """Give the country that a county lies in when nothing else is said.

        That of the dateline, else the only one named, else the United States where offices are
        named that counties have there; None where the country has no such counties.
        """
        named = self.head[0] if self.head else self.only_country()
        if named is None and not any(count > 0 for count in self._countries.values()):
            return "US" if any(office in self._text for office in _US_OFFICES) else None
        return named if named in self._words.county_countries else None

    def setting(self) -> str | None:
        """Give the country that the article names alone, and more than once."""
        country = self.only_country()
        return country if country is not None and self._countries[country] > 1 else None

    def _count(self, candidate: Candidate) -> None:
        best = candidate.entries[0]
        if best.country is None or candidate.key in SHARED or candidate.key in self._words.everyday:
            return
        if best.kind == "country":
            self._countries[best.country] += 1
        elif best.weight >= _COUNTED or best.kind == "state":
            rival = max(
                (e.weight for e in candidate.entries if e.country != best.country), default=0.0
            )
            if best.weight - rival >= 1.0:
                self._votes[candidate.key] += best.kind == "city"
                self._countries[best.country] += 1
        if best.kind in ("division", "state"):
            self._divisions[best.country, best.name] += 1

    def _count_towns(self) -> None:
        """Count the country that two or more towns lie in whose names no other country has."""
        towns: dict[str, set[str]] = {}
        for candidate, stopped in zip(self._seen.candidates, self._stopped, strict=True):
            best = candidate.entries[0]
            if (
                not stopped
                and best.kind == "city"
                and best.fame >= 1
                and best.weight < _COUNTED
                and best.country is not None
                and candidate.plain
                and candidate.key not in self._seen.surnames
                and candidate.key not in self._words.everyday
                and all(each.country == best.country for each in candidate.entries)
            ):
                towns.setdefault(best.country, set()).add(candidate.key)
        for country, names in towns.items():
            if len(names) > 1:
                self._hints[country] += len(names)

    def _count_counties(self) -> None:
        """Count the counties of the US, unless another country that has such is named."""
        if any(self._countries[country] > 0 for country in self._words.county_countries - {"US"}):
            return
        counties = {
            each.name for each in self._seen.formed if each.own and each.name.endswith(" County")
        }
        if counties:
            self._hints["US"] += len(counties)

    def verdicts(self) -> list[tuple[Candidate, Entry]]:
        """Give the candidates that are places, each with its place, in order."""
        found = self._seen.candidates
        accepted: dict[int, Entry] = {}
        told: dict[str, Entry] = {}  # which namesake the text itself says it is
        own: set[int] = set()
        wanting: list[tuple[int, Entry, int]] = []  # what lacks a little proof
        city = Entry("", "city", None)
        qualified = 0  # the offset up to which a qualifier has been accepted with its city
        for index, candidate in enumerate(found):
            of = candidate.left.endswith(" of")  # then what follows may still tell
            state = candidate.entries[0].kind == "state"
            if self._stopped[index] and not (state or of or candidate.start < qualified):
                continue
            qualifier = self._qualifier(found, index)
            before = words_before(self._text, candidate.start)
            after = candidate.right or word_after(self._text, candidate.end)
            entry = self._choose(candidate, index, qualifier, before, after)
            if candidate.start < qualified:
                # "Georgia" in "Atlanta, Georgia" is the one that Atlanta lies in.
                around = [
                    each
                    for each in candidate.entries
                    if each.kind != "city" and fits(city, (each,))
                ]
                accepted[index] = around[0]
                continue
            if self._begins_name(candidate):
                continue
            if entry.kind == "state":
                # "MD" after a comma may be a doctor's; "Conn." is a state.
                form = self._text[candidate.start : candidate.end]
                if "." in form.rstrip(".") or any(map(str.islower, form)):
                    accepted[index] = entry
                continue
            named = qualifier is not None and fits(entry, qualifier)
            if self._stopped[index] and not (
                named and of and not blocked(self._text, self._words, candidate, named=True)
            ):
                continue
            proof = self._proof.beside(candidate, entry, named, before, after) + entry.fame
            proof += self._spoken_of(candidate, entry) + self._company(index, entry, accepted)
            lacking = self._proof.needed(candidate) - proof
            if (
                after in self._words.speaks
                and entry.kind != "country"
                and entry.weight < _SPEAKING
                and before[2] not in self._words.locative
                and before[2] not in self._words.weak_locative
            ):
                lacking += 2  # "Lara said" is about a person
            if lacking <= 0:
                if named:
                    qualified, city = found[index + 1].end, entry
                    told.setdefault(candidate.key, entry)
                    own.add(index)
                accepted[index] = entry
                continue
            if candidate.plain and before[2] in ("in", "near", "outside", "at"):
                self._seen.loose.append(TextRange(candidate.start, candidate.end))
            if lacking <= 2:
                wanting.append((index, entry, lacking))
        for index, entry in accepted.items():
            if entry.kind == "city" and index not in own:
                accepted[index] = told.get(found[index].key, entry)
        known = {found[index].key: entry for index, entry in accepted.items()}
        for index, entry, _ in wanting:
            # A name once proved a place is one where it stands bare too.
            if found[index].key in known and found[index].key not in self._seen.surnames:
                proved = known[found[index].key]
                accepted[index] = entry if entry.country == proved.country else proved
        decided = [(found[index], accepted[index]) for index in sorted(accepted)]
        return [
            (candidate, self._unplaced(candidate))
            if index not in own and self._strays(decided, at)
            else (candidate, entry)
            for at, (index, (candidate, entry)) in enumerate(
                zip(sorted(accepted), decided, strict=True)
            )
        ]

    def _strays(self, decided: Sequence[tuple[Candidate, Entry]], at: int) -> bool:
        """Tell whether a small town lies in a country that the article never speaks of.

        The article names others, one of them near by: the name is rather that of a town there
        which the gazetteer lacks.
        """
        candidate, entry = decided[at]
        country = entry.country
        if (
            entry.kind != "city"
            or entry.fame > 1
            or country is None
            or self._countries[country] > 0
            or self._hints[country] > 0
            or sum(self._countries.values()) < 3
            or in_dateline(self._text, candidate.start, candidate.end)
        ):
            return False
        return any(
            other.country not in (None, country)
            and other.fame > 1
            and -_NEAR < one.start - candidate.start < _NEAR
            for one, other in decided[max(0, at - 4) : at + 5]
        ) and not any(
            other.country == country and one.key != candidate.key for one, other in decided
        )

    def _unplaced(self, candidate: Candidate) -> Entry:
        """Give a town of that name somewhere."""
        name = " ".join(self._text[candidate.start : candidate.end].split())
        return Entry(title(name), "city", None, fame=0)

    def _spoken_of(self, candidate: Candidate, entry: Entry) -> int:
        """Give what it proves that the article names the country in which the place lies."""
        iso = entry.country
        if not iso:
            return 0
        itself = entry.kind == "country" and candidate.key not in SHARED
        return int(self._countries[iso] > itself or self._hints[iso] > 1)

    def _company(self, index: int, entry: Entry, accepted: Mapping[int, Entry]) -> int:
        """Give what neighbours prove: "Israel, Jordan and Lebanon"; "Kerto, near Mecca"."""
        found = self._seen.candidates
        if index - 1 in accepted and self._gaps[index - 1] in _LIST:
            return 2
        if index + 1 == len(found):
            return 0
        follower = found[index + 1]
        if self._gaps[index] in _LIST:
            first = follower.entries[0]
            return 2 * (
                first.kind == "country" and follower.key not in SHARED and not follower.abbreviation
            )
        if follower.start - found[index].end > 40 or not any(
            each.country == entry.country and each.fame > 1 for each in follower.entries
        ):
            return 0
        gap = self._text[found[index].end : follower.start]
        return 2 * (BOOK["placing"].fullmatch(gap) is not None)

    def _qualifier(self, found: Sequence[Candidate], index: int) -> tuple[Entry, ...] | None:
        """Give what a comma or bracket adds: "Paris, Texas"; "Rome (Italy)"."""
        if index + 1 >= len(found):
            return None
        follower = found[index + 1]
        if follower.start - found[index].end > 40 or self._begins_name(follower):
            return None
        if not follower.plain and follower.key in self._words.everyday:
            return None  # "AYACUCHO, CAPITAL OF THE DEPARTMENT"
        gap = self._text[found[index].end : follower.start]
        beside = len(gap) <= 4 and gap.strip() in (",", "(")
        if gap.startswith((", the ", ", a ", ", an ")) and BOOK["kind_of"].fullmatch(gap):
            beside = True  # "Victoria, the capital of Seychelles"
        kinds: tuple[str, ...] = ("country", "division", "state", "region")
        if found[index].entries[0].kind == "country":
            kinds = ("division", "state")  # "Norway, the United States" is a list
        if not beside and (
            " in " not in gap or kinds[0] != "country" or not BOOK["placing"].fullmatch(gap)
        ):
            return None
        return tuple(each for each in follower.entries if each.kind in kinds) or None

    def _begins_name(self, candidate: Candidate) -> bool:
        """Tell whether a state's abbreviation rather is a name's first word: ", Man Novak"."""
        if not candidate.right or candidate.entries[0].kind != "state":
            return False
        form = self._text[candidate.start : candidate.end]
        return "." not in form and not form.isupper() and candidate.right not in self._words.titles

    def _home(self, candidate: Candidate, index: int, before: tuple[str, str, str]) -> str | None:
        """Give the country that stands before: "Lebanon's Tripoli", "the Syrian city of Homs"."""
        third, second, nearest = before
        if nearest == "of" and second in self._words.kinds:
            return self._words.peoples.get(third.capitalize())
        if not nearest and self._text[candidate.start - 2 : candidate.start] == ", ":
            _, second, nearest = words_before(self._text, candidate.start - 2)
        if nearest in self._words.kinds:  # "the Libyan capital Tripoli", "Libya's capital, Tripoli"
            if second[-2:] in ("'s", "’s"):
                return country_names().get(second[:-2].capitalize())
            return self._words.peoples.get(second.capitalize())
        if self._text.startswith((", the ", ", a ", ", an "), candidate.end):
            apposed = BOOK["apposed"].match(self._text, candidate.end, candidate.end + 60)
            if apposed is not None:
                return self._words.peoples.get(apposed["people"])
        if index and self._text[candidate.start - 3 : candidate.start] in ("'s ", "’s "):
            other = self._seen.candidates[index - 1]
            if other.end == candidate.start - 3 and other.entries[0].kind == "country":
                return other.entries[0].country
        return None

    def _choose(
        self,
        candidate: Candidate,
        index: int,
        qualifier: tuple[Entry, ...] | None,
        before: tuple[str, str, str],
        after: str,
    ) -> Entry:
        entries: Sequence[Entry] = candidate.entries
        if qualifier is not None:
            fitting = [entry for entry in entries if fits(entry, qualifier)]
            if not fitting and qualifier[0].kind == "state" and entries[0].kind == "city":
                return self._unplaced(candidate)._replace(
                    country=qualifier[0].country, admin1=qualifier[0].name
                )
            around = qualifier[0]
            if candidate.key in self._words.everyday:
                return self._best(fitting or entries)  # "Police in France"
            if not fitting and around.kind == "country" and self._best(entries).fame < 2:
                return self._unplaced(candidate)._replace(country=around.country)
            if not fitting and around.kind == "division" and self._best(entries).fame < 2:
                fitting = [entry for entry in entries if alike(entry, around)]
                if not fitting and entries[0].kind == "city":
                    return self._unplaced(candidate)._replace(
                        country=around.country, admin1=around.name
                    )
            entries = fitting or entries
        elif home := self._home(candidate, index, before):
            entries = [entry for entry in entries if entry.country == home] or entries
        if candidate.key in SHARED and has_governor(self._text, self._words, candidate):
            entries = [entry for entry in entries if entry.kind == "division"] or entries
        elif after.lower() in (
            "province",
            "state",
            "governorate",
            "oblast",
            "department",
            "region",
        ):
            divisions = [entry for entry in entries if entry.kind == "division"]
            entries = divisions or entries
        elif before[1] in ("bishop", "archbishop") or "ishop of" in candidate.left:
            entries = [entry for entry in entries if entry.kind == "city"] or entries
        if entries is candidate.entries:
            return self._likeliest(candidate)
        return self._best(entries)

    def _best(self, entries: Sequence[Entry], own: int = 0) -> Entry:
        """Give the likeliest of namesakes by weight and by what the article speaks of.

        `own` is how often the name itself was counted for the country of the first of them.
        """
        first = any(entry.first for entry in entries)
        return max(
            entries, key=lambda entry: self._score(entry, first, own if entry is entries[0] else 0)
        )

    def _likeliest(self, candidate: Candidate) -> Entry:
        """Give the best of all of a candidate's namesakes; it is the same all over an article."""
        if len(candidate.entries) == 1:
            return candidate.entries[0]
        best = self._bests.get(candidate.key)
        if best is None:
            best = self._bests[candidate.key] = self._best(
                candidate.entries, self._votes[candidate.key] if self._local else 0
            )
        return best

    def _score(self, entry: Entry, first: bool, own: int) -> tuple[float, int]:
        """Weigh one of namesakes; `first` tells that it is the first name of some of them."""
        country = entry.country or ""
        known = self._countries.get(country, 0) + self._hints.get(country, 0) - own
        score = entry.weight
        if first and entry.kind == "city" and not entry.first:
            score -= 2.0
        if known:
            score += min(2.5, 0.8 * math.log2(1 + known))
        elif entry.kind == "city" and entry.weight < _WORLD and self._local:
            score -= 1.0
        if entry.admin1 and self._divisions.get((entry.country or "", entry.admin1)):
            score += 1.0
        if entry.admin1 and self.head == (entry.country, entry.admin1):
            score += _AT_HEAD
        return score, -(entry.geonames_id or 0)
