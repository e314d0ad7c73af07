"""CAMEO and PLOVER codes of meetings, visits and calls, where the manuals are clear.

CAMEO 1.1b3 (Schrodt 2012): 026 appeal to meet or negotiate, 036 express intent to meet or
negotiate, 040 consult, 041 discuss by telephone, 042 make a visit, 043 host a visit, 045 mediate,
046 engage in negotiation, 125 reject a proposal to meet. PLOVER counts what is only agreed or
planned as AGREE.
"""

from functools import cache

from newsfacts import FrozenMap


@cache
def codes_of(
    kind: str, modality: str, polarity: str, tense: str, *, negotiation: bool, mediated: bool
) -> FrozenMap:
    """Give the codes of an event as `{"cameo": ..., "plover": ...}`; empty where unclear."""
    if polarity == "negative":
        if modality in ("requested", "planned") or tense == "future":
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
    elif mediated:
        code = "045"
    elif negotiation:
        code = "046"
    else:
        code = "040"
    return FrozenMap({"cameo": code, "plover": "CONSULT"})
