"""Where places lie that the gazetteer lacks: what the text says around them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsfacts.text import TextRange
from newsfacts_places.candidates import Candidate
from newsfacts_places.gazetteer import Entry
from newsfacts_places.runs import BOOK
from newsfacts_places.words import Words

_FARTHEST = 80  # characters between a name and the known place that explains it
_ARTICLES = frozenset({", a ", ", an", ", th"})
_DIVISIONS = frozenset(
    {"province", "state", "department", "region", "governorate", "prefecture", "oblast"}
)
_ENDS = frozenset('.;:!?"“”\n')

Verdict = tuple[Candidate, Entry]


class Around(NamedTuple):
    """The country and the first-order division in which an unknown place lies, where said."""

    country: str | None
    division: str | None


class Surroundings:
    """The known places of one article, in order."""

    def __init__(
        self,
        text: str,
        verdicts: Sequence[Verdict],
        only: str | None,
        words: Words,
    ) -> None:
        self._text = text
        self._verdicts = verdicts
        self._starts = [candidate.start for candidate, _ in verdicts]
        self._only = only
        self._peoples = words.peoples
        self._kinds = words.named_kinds

    def explained(self, names: Iterable[TextRange]) -> Iterable[tuple[TextRange, Around]]:
        """Give the unknown names that a known place right after them explains.

        "in Kerto, near Mecca"; "at Kerto market in southern Uganda"; "in Kerto, Ohio".
        """
        for name in sorted(names):
            at = bisect_left(self._starts, name.end)
            if at and self._verdicts[at - 1][0].end > name.start:
                continue  # proved to be a place after all
            if self._text.startswith("and ", name.start - 4) and not (
                at and self._verdicts[at - 1][0].end == name.start - 5
            ):
                continue  # "in Sinjar and Kerto in northern Iraq", not "Ann and Kerto in Iraq"
            if self._bound_for(name) and not self._placed_alone(name.end, at):
                continue
            around = self._behind(name.end, at) or self._apposed(name.end)
            if around is not None:
                yield name, around

    def _bound_for(self, name: TextRange) -> bool:
        """Tell whether a name follows "to" or "through", which persons follow as well."""
        return self._text[name.start - 8 : name.start].endswith((" to ", " through ", " via "))

    def _placed_alone(self, end: int, at: int) -> bool:
        """Tell whether a comma, a known place and a stop or comma follow: "to Kerto, Ohio, on"."""
        if at == len(self._verdicts) or self._text[end : end + 2] != ", ":
            return False
        follower = self._verdicts[at][0]
        return follower.start == end + 2 and self._text[follower.end : follower.end + 1] in ",.;)"

    def _apposed(self, end: int) -> Around | None:
        """Read what a name is said to be: "in Kerto, the Afghan market town"."""
        if self._text[end : end + 4] not in _ARTICLES:
            return None
        match = BOOK["apposed"].match(self._text, end, end + 60)
        iso = self._peoples.get(match["people"]) if match else None
        return Around(iso, None) if iso else None

    def of(self, start: int, end: int) -> Around:
        """Give where a place lies that its form shows to be one."""
        at = bisect_left(self._starts, end)
        around = self._behind(end, at, kind=True)
        if around is not None:
            return around
        people = BOOK["people_of"].search(self._text, max(0, start - 60), start)
        if people is not None and people["people"] in self._peoples:
            return Around(self._peoples[people["people"]], None)
        if at and self._verdicts[at - 1][0].end <= start:
            before, entry = self._verdicts[at - 1]
            gap = self._text[before.end : start]
            if len(gap) <= _FARTHEST and _ENDS.isdisjoint(gap) and entry.kind != "state":
                return Around(entry.country, None)
        return Around(self._only, None)

    def _behind(self, end: int, at: int, *, kind: bool = False) -> Around | None:
        """Read what follows a name; `kind` lets "district of" follow it first."""
        if at == len(self._verdicts):
            return None
        follower, entry = self._verdicts[at]
        if follower.start - end > _FARTHEST:
            return None
        gap = self._text[end : follower.start]
        inside = gap in (", ", " (")
        if gap[:4] in _ARTICLES and self._kinds.isdisjoint(gap.replace(",", "").split()):
            return None  # "Ana Ruiz, a woman in Zambia"
        if not inside:
            if not any(
                BOOK[part].fullmatch(gap)
                for part in ("placing", "distance", "described_in", *(("kind_in",) if kind else ()))
            ):
                return None
            inside = " in " in gap or " of " in gap
            inside = inside and " near " not in gap and BOOK["distance"].fullmatch(gap) is None
        division = entry.name if entry.kind in ("division", "state") and inside else None
        if inside and division is None and not _DIVISIONS.isdisjoint(gap.split()[-2:]):
            division = entry.admin1  # "Kerto, in the province of Huambo", a city as well
        if entry.kind == "country" and inside and self._text.startswith("'s ", follower.end):
            division = self._division_behind(at + 1, follower.end + 3, entry.country)
        return Around(entry.country, division)

    def _division_behind(self, at: int, start: int, country: str | None) -> str | None:
        """Give the division right behind its country: "Iraq's [Anbar] province"."""
        if at == len(self._verdicts):
            return None
        candidate, entry = self._verdicts[at]
        fits = candidate.start == start and entry.kind == "division" and entry.country == country
        return entry.name if fits else None
