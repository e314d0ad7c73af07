"""How the claims of one article become its earthquakes."""

import attrs

from newsfacts import Draft, ResolutionRule
from newsfacts_earthquakes.fact import Quake


def unite(draft: Draft) -> Draft:
    """Unite mentions of one shock: equal magnitudes, and depths that stand alone."""
    kept: list[Quake] = []
    redirects: dict[str, str] = {}
    for quake in draft.group(Quake):  # in order of position
        at = next((i for i, other in enumerate(kept) if _same(other, quake)), None)
        if at is None:
            kept.append(quake)
            continue
        first = kept[at]
        redirects[quake.id] = first.id
        kept[at] = attrs.evolve(
            first,
            scale=first.scale or quake.scale,
            depth_km=quake.depth_km if first.depth_km is None else first.depth_km,
            place=first.place or quake.place,
            evidence=(*first.evidence, *quake.evidence),
            extractors=tuple(sorted({*first.extractors, *quake.extractors})),
        )
    return draft.with_facts(Quake, kept, redirects)


def _same(one: Quake, other: Quake) -> bool:
    if one.aftershock != other.aftershock or one.status != other.status:
        return False
    deep = {one.depth_km, other.depth_km} - {None}
    if len(deep) > 1:
        return False
    return other.magnitude is None or one.magnitude == other.magnitude


def revise(draft: Draft) -> Draft:
    """Link a preliminary figure to the one that replaced it; both stay."""
    quakes = draft.group(Quake)
    final = [quake for quake in quakes if quake.status == "stated" and quake.magnitude is not None]
    if not final:
        return draft
    return draft.with_facts(
        Quake,
        [
            attrs.evolve(
                quake,
                revised_by=next(
                    (other.id for other in final if other.aftershock == quake.aftershock), None
                ),
            )
            if quake.status == "preliminary"
            else quake
            for quake in quakes
        ],
    )


RULES = (
    ResolutionRule("earthquakes.unite", unite),
    ResolutionRule("earthquakes.revise", revise, after=("earthquakes.unite",)),
)
