"""Delegations: whom they represent, who heads them, who belongs to them."""

import attrs

from newsfacts import Actor, MentionRef, Span
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import Chunk, noun_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.parties import Party, Phrases, reduced_relative

_GENERIC = frozenset(("mission", "contingent", "entourage"))
_SEVERAL = ("delegations", "delegates")
_MAYBE = frozenset(("one", "that", "team", "side"))


def find_delegations(phrases: Phrases) -> list[Actor]:
    """Find the delegations of a sentence and file them with its noun phrases."""
    chunks = phrases.chunks
    heads = lexicon.words("people", "delegation")
    if heads.isdisjoint(phrases.lows) and _MAYBE.isdisjoint(phrases.lows):
        phrases.settle()
        return []
    found: list[Actor] = []
    for i, chunk in enumerate(chunks):
        noun = chunk.noun
        if noun is None:
            continue
        low = noun.low
        if low not in heads and low not in _MAYBE:
            continue
        again = low == "one" or (low == "that" and i and chunks[i - 1].kind == "C")
        if again and found and i + 2 < len(chunks) and chunks[i + 1].kind == "P":
            plural = found[-1].name.rstrip().endswith("delegations")
            if chunks[i + 1].low not in ("with", "of", "from", "made") or plural:
                continue
        elif noun.actor is not None or not (low in heads or _led_team(phrases, i)):
            continue
        if (low in _GENERIC and not _led_team(phrases, i)) or (
            low == "delegates" and _figure(phrases, chunk)
        ):
            continue
        if _counted(phrases, chunk):
            continue
        claim, last = _delegation(phrases, i, one=low in ("one", "that"))
        if claim is None:
            continue
        found.append(claim)
        span = claim.evidence[0]
        party = Party(claim.ref, "delegation", span.start, span.end, low in _SEVERAL)
        phrases.delegations[i] = ((party,), last)
    phrases.settle()
    return found


def _led_team(phrases: Phrases, i: int) -> bool:
    """Whether a country's or a body's team has a head: "a Kenyan team led by the envoy X"."""
    noun = phrases.chunks[i].noun
    if noun is None or noun.low not in ("team", "side", "mission", "contingent", "panel"):
        return False
    if noun.low == "panel" and noun.owner is None:
        return False
    actors = (phrases.tokens[m].actor for m in noun.modifiers)
    bodies = any(actor is not None and actor.kind != "person" for actor in actors)
    if not bodies:
        return False
    verb = phrases.chunks[i - 1].verb if i else None
    leads = verb is not None and verb.lemma in lexicon.words("relations", "lead")
    return leads or _led_by(phrases, i + 1)[0] is not None


def _figure(phrases: Phrases, chunk: Chunk) -> bool:
    """Whether people are counted: "600 delegates" are no delegation."""
    return any(phrases.tokens[k].tag == "NUM" for k in range(chunk.first, chunk.last))


def _counted(phrases: Phrases, chunk: Chunk) -> bool:
    """Whether it is "the two delegations": no delegation of its own."""
    lows = [phrases.tokens[k].low for k in range(chunk.first, chunk.last)]
    return (
        ("two" in lows or "both" in lows)
        and lows[0] in ("the", "both", "two")
        and not any(phrases.tokens[k].actor is not None for k in range(chunk.first, chunk.last))
    )


def _delegation(phrases: Phrases, i: int, *, one: bool) -> tuple[Actor | None, int]:
    chunks = phrases.chunks
    tokens = phrases.tokens
    chunk = chunks[i]
    noun = noun_of(chunk)
    size = len(chunks)
    represents: list[MentionRef] = []
    members: list[MentionRef] = []
    head: MentionRef | None = None
    for m in noun.modifiers:
        actor = tokens[m].actor
        if actor is None:
            continue
        if (
            m + 2 < len(tokens)
            and tokens[m + 1].tag == "HY"
            and tokens[m + 2].low in ("led", "headed")
        ) or (noun.owner == m and actor.kind == "person"):
            head = actor.ref
        elif actor.kind != "person":
            represents.append(actor.ref)
    if noun.owner is not None and tokens[noun.owner].actor is not None and not represents:
        owner = tokens[noun.owner].actor
        if owner is not None and owner.kind == "person":
            head = owner.ref
    if not represents and phrases.story.home is not None:
        before = tokens[noun.head - 1].low if noun.head > chunk.first else ""
        if before == "government" and noun.owner is None:
            represents.append(phrases.story.home)
    end = chunk.end
    j = i + 1
    while j + 1 < size and chunks[j].kind == "P" and chunks[j + 1].kind == "NP":
        preposition = chunks[j].low
        if preposition not in ("of", "from", "with", "representing") or (
            preposition == "with" and not one
        ):
            break
        group = phrases.group(j + 1, inner=True)
        if any(party.kind == "pair" for party in group.parties) and not represents:
            return None, j  # "delegations from both sides" are the two sides
        refs = [party.ref for party in group.parties if party.ref is not None]
        if not refs and preposition != "of":
            break
        if represents and all(party.kind == "group" for party in group.parties):
            refs = []  # "a Togolese delegation of 12 officials": how many it is of
        if preposition == "with" or _of_members(chunks[j + 1]):
            members += refs
        represents += refs
        if group.last > j + 1:
            end = max(end, chunks[group.last - 1].end)
        j = group.last
        if (
            j + 1 < size and chunks[j].kind == "C" and chunks[j + 1].low == preposition
            and noun.low.endswith("s")
        ):  # fmt: skip
            j += 1  # "the delegations of Togo and of the rebels"
    end = max(end, chunks[j - 1].end) if j > i + 1 else end
    lead, after = _led_by(phrases, j)
    if lead is not None:
        head = lead
    if lead is not None and noun.low in _SEVERAL:
        members += _other_heads(phrases, j, lead)
    members += _composition(phrases, i, j if after is None else after)
    start = chunk.start
    if start >= end:
        return None, j
    text = phrases.text
    claim = Actor(
        kind="delegation",
        name=" ".join(text[start:end].split()).rstrip(" ,"),
        represents=tuple(dict.fromkeys(represents)),
        head=head,
        members=tuple(dict.fromkeys(members)),
        mention_type="NOM",
        same_as=_known(phrases, noun.head),
        evidence=Span.of(text, start, end),
    )
    return claim, j


def _known(phrases: Phrases, head: int) -> tuple[MentionRef, ...]:
    """Point at the described group that another extractor made of the same words."""
    token = phrases.tokens[head]
    return tuple(
        group.ref
        for group in phrases.story.groups
        if group.evidence[0].start <= token.start and token.end <= group.evidence[0].end
    )[:1]


def _of_members(chunk: Chunk) -> bool:
    return chunk.noun is not None and chunk.noun.low in ("members", "representatives", "officials")


def _led_by(phrases: Phrases, j: int) -> tuple[MentionRef | None, int | None]:
    """Read ", led by the minister X," after a delegation; give the head and the chunk after."""
    chunks = phrases.chunks
    k = j
    if k < len(chunks) and chunks[k].kind == ",":
        k += 1
    if k + 2 >= len(chunks):
        return None, None
    verb = chunks[k].verb
    if (
        verb is not None
        and verb.lemma in lexicon.words("relations", "lead")
        and (reduced_relative(chunks, k) or verb.passive)
        and chunks[k + 1].low == "by"
        and chunks[k + 2].kind == "NP"
    ):
        parties, after = phrases.phrase(k + 2)
        for party in parties:
            if party.ref is not None:
                return party.ref, after
    if chunks[k].kind == "R" and k + 1 < len(chunks):
        verb = chunks[k + 1].verb
        if verb is not None and verb.lemma in lexicon.words("relations", "lead") and verb.passive:
            return _led_by(phrases, k + 1)
    return None, None


def led_now(phrases: Phrases) -> MentionRef | None:
    """Give who heads the delegation of the sentence before: "It is led by the minister X"."""
    chunks = phrases.chunks
    if len(chunks) < 4 or phrases.tokens[chunks[0].first].low != "it":
        return None
    return _led_by(phrases, 1)[0]


def _other_heads(phrases: Phrases, j: int, lead: MentionRef) -> list[MentionRef]:
    """Give the heads beside the first of "delegations led by X and Y"."""
    at = next(k for k in range(j, j + 3) if phrases.chunks[k].low == "by") + 1
    if phrases.chunks[at].kind != "NP":
        return []
    people = phrases.group(at).parties
    return [
        each.ref
        for each in people
        if each.kind == "person" and each.ref is not None and each.ref != lead
    ]


def _composition(phrases: Phrases, i: int, j: int) -> list[MentionRef]:
    """Read "is made up of X and Y", "includes officials from Z"."""
    chunks = phrases.chunks
    k = j
    while k < len(chunks) and chunks[k].kind in (",", "T", "C"):
        k += 1
    if k >= len(chunks):
        return []
    verb = chunks[k].verb
    at: int | None = None
    if (
        (verb is not None and verb.lemma in lexicon.words("relations", "compose"))
        or (verb is not None and verb.lemma in ("make", "compose", "form", "comprise"))
        or (chunks[k].kind == "P" and chunks[k].low == "including")
    ):
        at = k + 1
    if at is None:
        return []
    while at < len(chunks) and chunks[at].kind == "P" and chunks[at].low in ("of", "by", "up"):
        at += 1
    if at >= len(chunks) or chunks[at].kind != "NP":
        return []
    return [party.ref for party in phrases.group(at).parties if party.ref is not None]


def lead_claims(phrases: Phrases, claims: list[Actor]) -> list[Actor]:
    """Add heads told the other way round: "X, who leads the delegation", "X heads the US team"."""
    if not claims:
        return claims
    clauses = Clauses(phrases)
    chunks = phrases.chunks
    sent = _senders(clauses, claims)
    by_chunk = {i: parties[0].ref for i, (parties, _) in phrases.delegations.items()}
    changed: dict[MentionRef | None, MentionRef] = {}
    for v, chunk in enumerate(chunks):
        verb = chunk.verb
        if (
            verb is None
            or verb.lemma not in lexicon.words("relations", "lead")
            or verb.passive
            or reduced_relative(chunks, v)
        ):
            continue
        ref = by_chunk.get(v + 1)
        if ref is None:
            continue
        subject = clauses.subject(v)
        for party in subject.parties if subject is not None else ():
            if party.ref is not None and party.kind == "person":
                changed[ref] = party.ref
                break
    return [
        attrs.evolve(
            claim,
            head=claim.head or changed.get(claim.ref),
            represents=claim.represents or sent.get(claim.ref, ()),
        )
        if claim.ref in changed or claim.ref in sent
        else claim
        for claim in claims
    ]


def _senders(clauses: Clauses, claims: list[Actor]) -> dict[MentionRef, tuple[MentionRef, ...]]:
    """Give who sends each delegation: "Togo sent a delegation"."""
    phrases = clauses.phrases
    refs = {claim.ref for claim in claims}
    found: dict[MentionRef, tuple[MentionRef, ...]] = {}
    for i, (parties, _) in phrases.delegations.items():
        verb = phrases.chunks[i - 1].verb if i else None
        ref = parties[0].ref
        if verb is None or verb.lemma not in ("send", "dispatch") or ref not in refs:
            continue
        subject = None if verb.passive else clauses.subject(i - 1)
        bodies = tuple(
            party.ref
            for party in (subject.parties if subject is not None else ())
            if party.ref is not None and party.kind in ("country", "organization")
        )
        if ref is not None and bodies:
            found[ref] = bodies
    return found
