"""Countries joined by hyphens before a noun: "Kenyan-Ghanaian talks", "Franco-Italian summit"."""

from collections.abc import Mapping
from functools import cache

from newsfacts import MentionRef
from newsfacts.text import countries, load_lexicon
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.descriptions import Described
from newsfacts_delegations.parties import Party, Phrases
from newsfacts_delegations.tokens import Token


@cache
def combining_forms() -> Mapping[str, str]:
    """Give the first parts of compounds ("franco") with the codes of their countries."""
    table: Mapping[str, str] = load_lexicon(lexicon.PACKAGE, "relations")["combining"]
    return {word: code.upper() for word, code in table.items()}


def joined_parties(phrases: Phrases, first: int, last: int) -> list[Party]:
    """Give the countries and bodies that hyphens join among the tokens `first:last`.

    A part that no extractor has claimed is claimed here. Gives nothing where fewer than two parts
    are known.
    """
    tokens = phrases.tokens
    found: list[Party] = []
    for k in range(first, last):
        if tokens[k].tag == "A":
            found += [part for part in _halves(phrases, tokens[k]) if part not in found]
        if tokens[k].tag != "HY":
            continue
        for m in (k - 1, k + 1):
            if not first <= m < last:
                continue
            party = _pair(phrases, k, m, first, last) or _part(phrases, tokens[m])
            if party is not None and party not in found:
                found.append(party)
    return found if len(found) > 1 else []


def bringing_parties(phrases: Phrases, first: int, last: int) -> list[tuple[Party, str]]:
    """Give who brings the sides together, and as what: "Omani-mediated talks"."""
    tokens = phrases.tokens
    found: list[tuple[Party, str]] = []
    for k in range(first + 1, last - 1):
        verb = tokens[k + 1].verb
        if tokens[k].tag != "HY" or verb is None or "n" not in verb.forms:
            continue
        lent = lexicon.lendings("support").get(verb.lemma)
        role = "mediator" if verb.lemma == "lead" else lent.role if lent is not None else None
        party = _part(phrases, tokens[k - 1]) if role is not None else None
        if party is not None and role is not None:
            found.append((party, role))
    return found


def _halves(phrases: Phrases, token: Token) -> list[Party]:
    """Give the countries of a mention that is a compound of them: "Kenyan-Ghanaian"."""
    actor = token.actor
    if actor is None or actor.kind != "country" or "-" not in token.low:
        return []
    text = phrases.text
    if _code(text[token.start : token.end]) is not None:
        return []  # "Guinea-Bissau"
    found: list[Party] = []
    start = token.start
    words = text[token.start : token.end].split("-")
    for word in words:
        code = _code(word)
        if code is None:
            return []
        end = start + len(word)
        if word is words[-1] and code == actor.country:
            found.append(Party(actor.ref, "country", start, end))
        else:
            found.append(Party(claimed_country(phrases, code, start, end), "country", start, end))
        start = end + 1
    return found


def _code(word: str) -> str | None:
    return (
        countries.demonyms().get(word)
        or countries.country_by_name(word)
        or combining_forms().get(word.lower())
    )


def _pair(phrases: Phrases, k: int, m: int, first: int, last: int) -> Party | None:
    """Give the country of two words beside the hyphen at k: "United States-North Korean"."""
    tokens = phrases.tokens
    low, high = (m - 1, m) if m < k else (m, m + 1)
    if not (first <= low and high < last) or not (tokens[low].cap and tokens[high].cap):
        return None
    if tokens[low].actor is not None or tokens[high].actor is not None:
        return None
    start, end = tokens[low].start, tokens[high].end
    code = _code(phrases.text[start:end])
    if code is None:
        return None
    return Party(claimed_country(phrases, code, start, end), "country", start, end)


def _part(phrases: Phrases, token: Token) -> Party | None:
    actor = token.actor
    if actor is not None:
        if actor.kind not in ("country", "organization"):
            return None
        return Party(actor.ref, actor.kind, token.start, token.end)
    word = phrases.text[token.start : token.end]
    if not token.cap or token.tag not in ("N", "PL", "A"):
        return None
    if token.low in lexicon.words("relations", "blocs"):
        bloc = Described("organization", (), word, named=True)
        ref = phrases.describe(token.start, token.end, bloc)
        return Party(ref, "organization", token.start, token.end)
    code = _code(word)
    if code is None:
        return None
    ref = claimed_country(phrases, code, token.start, token.end)
    return Party(ref, "country", token.start, token.end)


def claimed_country(phrases: Phrases, code: str, start: int, end: int) -> MentionRef:
    """Claim that the words `start:end` name the country with this code; give the mention."""
    name = countries.countries()[code].name
    return phrases.describe(start, end, Described("country", (), name, code, named=True))
