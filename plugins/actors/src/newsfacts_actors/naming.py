"""The text of a name, and the country that its words or its owner tell of."""

from newsfacts_actors.scan import Scan
from newsfacts_actors.tokens import POSSESSIVE


def joined(scan: Scan, first: int, last: int) -> str:
    """Give a name in one line."""
    return " ".join(scan.words.slice(first, last).split())


def country_of(scan: Scan, first: int, last: int) -> str | None:
    """Give the country that a name contains, or that possesses it."""
    for at in range(first, last):
        owned = scan.at(at)
        if owned is not None and owned.country is not None:
            return owned.country
    if first >= 2 and scan.words.kinds[first - 1] == POSSESSIVE:
        owned = scan.at(first - 2)
        if owned is not None and owned.kind == "country":
            return owned.country
    return None
