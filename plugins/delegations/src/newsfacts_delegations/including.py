"""Those of many who are named: "30 leaders met, including X and Y"."""

from newsfacts_delegations.builder import Building
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.parties import Party

_NEAR = 7
_BESIDE = frozenset(("NP", ",", "P", "T", "C"))
_SOMEBODY = frozenset(("person", "country", "organization", "delegation"))


def take_included(clauses: Clauses, building: Building) -> None:
    """Take those whom "including" names among the people of a meeting or visit."""
    if "including" not in clauses.phrases.lows:
        return
    many = [party for party in building.parties if party.plural or party.kind != "person"]
    if not many:
        return
    chunks = clauses.chunks
    start = min(party.start for party in many)
    first = next((k for k, chunk in enumerate(chunks) if chunk.end > start), building.first)
    for k in range(min(first, building.first) + 1, min(building.last + _NEAR, len(chunks) - 1)):
        kind = chunks[k].kind
        if k >= building.last and kind not in _BESIDE:
            return
        if chunks[k].low != "including" or chunks[k + 1].kind != "NP":
            continue
        m = k - 2 if chunks[k - 1].kind == "," else k - 1
        whole = _whom(clauses, building, many, m)
        if whole is None:
            continue
        named = clauses.phrases.group(k + 1).parties
        if named and all(party.kind in _SOMEBODY for party in named):
            building.take(named, building.parties[whole])
        return


def _whom(clauses: Clauses, building: Building, many: list[Party], m: int) -> Party | None:
    """Give the people of the phrase at chunk m; those who meet, after the meeting's noun."""
    chunk = clauses.chunks[m]
    for party in many:
        if party.start < chunk.end and chunk.start < party.end:
            return party
    where = chunk.kind == "T" or clauses.chunks[m - 1].low in ("in", "at")
    if m == building.cue or (m > building.cue and where):
        return many[0] if many[0].plural else None
    return None
