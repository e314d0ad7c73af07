"""CAMEO and PLOVER codes of meetings, visits and calls, where the manuals are clear.

CAMEO 1.1b3 (Schrodt 2012): 026 appeal to meet or negotiate, 036 express intent to meet or
negotiate, 040 consult, 041 discuss by telephone, 042 make a visit, 043 host a visit, 044 meet at a
third location, 045 mediate, 046 engage in negotiation, 125 reject a proposal to meet. PLOVER counts
what is only agreed or planned as AGREE.
"""

from functools import cache

from newsfacts import FrozenMap

MANNERS = ("refused", "mediated", "negotiated", "hosted", "abroad")


@cache
def codes_of(
    kind: str, modality: str, polarity: str, tense: str, manner: str | None = None
) -> FrozenMap:
    """Give the codes of an event as `{"cameo": ..., "plover": ...}`; empty where unclear.

    `manner` is what the words tell of it, the first of `MANNERS` that fits: `hosted` where one
    side receives the other, `abroad` where two countries meet in a third.
    """
    if polarity == "negative":
        rejected = modality in ("requested", "planned") or tense == "future"
        if rejected or manner == "refused":
            return FrozenMap({"cameo": "125", "plover": "REJECT"})
        return FrozenMap()
    if modality == "requested":
        return FrozenMap({"cameo": "026", "plover": "REQUEST"})
    if modality in ("possible", "hypothetical"):
        return FrozenMap()
    if modality == "planned" or tense == "future":
        return FrozenMap({"cameo": "036", "plover": "AGREE"})
    if kind == "call":
        code = "041"
    elif kind == "visit":
        code = "042"
    else:
        code = {"mediated": "045", "negotiated": "046", "hosted": "043", "abroad": "044"}.get(
            manner or "", "040"
        )
    return FrozenMap({"cameo": code, "plover": "CONSULT"})
