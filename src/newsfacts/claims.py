"""Claims of one article and their union: the algebra of merging."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from json.encoder import encode_basestring_ascii as _quoted
from typing import TYPE_CHECKING, Any

import attrs

from newsfacts.model import ExtractorInfo, Fact, Failure, group_of
from newsfacts.model._copy import altered, filed_copy
from newsfacts.model.facts import key_text

if TYPE_CHECKING:
    from _hashlib import HASH


def claim_id(article_sha256: str, claim: Fact) -> str:
    """Give a claim's id: 16 hex digits of the SHA-256 of (article, group, key) as JSON."""
    return _claim_id(_Begun(article_sha256)[group_of(claim)], claim)


class _Begun(dict[str, "HASH"]):
    """The hash of all claims of an article, by group, as it begins: of article and group."""

    def __init__(self, article_sha256: str) -> None:
        super().__init__()
        self._article_sha256 = article_sha256

    def __missing__(self, group: str) -> "HASH":
        text = f"[{_quoted(self._article_sha256)},{_quoted(group)},"
        begun = self[group] = sha256(text.encode("ascii"))
        return begun


def _claim_id(begun: "HASH", claim: Fact) -> str:
    hashed = begun.copy()
    hashed.update(f"{key_text(claim)}]".encode("ascii"))
    return hashed.hexdigest()[:16]


def _unite(one: Fact, other: Fact) -> Fact:
    if one is other:
        return one
    return altered(
        one,
        evidence=(*one.evidence, *other.evidence),
        extractors=tuple(sorted({*one.extractors, *other.extractors})),
    )


def filed(
    article_sha256: str, claims: Iterable[Fact], found_by: str | None = None
) -> dict[str, Fact]:
    """Put claims under their ids, in the order of coming; equal ones are united.

    `found_by` names the extractor that made them; None leaves the names that they bear.
    """
    found: dict[str, Fact] = {}
    finders = None if found_by is None else (found_by,)
    begun = _Begun(article_sha256)
    for claim in claims:
        id = _claim_id(begun[group_of(claim)], claim)
        named = filed_copy(claim, id, finders or claim.extractors)
        found[id] = _unite(found[id], named) if id in found else named
    return found


def unite_into(found: dict[str, Fact], others: Mapping[str, Fact]) -> None:
    """Add claims under their ids to others; those under one id are united."""
    if found.keys().isdisjoint(others):
        found.update(others)
        return
    for id, claim in others.items():
        found[id] = _unite(found[id], claim) if id in found else claim


def ordered(claims: Mapping[str, Fact]) -> dict[str, Fact]:
    """Give claims sorted by group, then by position."""
    keys = []
    for id, claim in claims.items():
        first = claim.evidence[0]
        keys.append((group_of(claim), first.start, first.end, first.text, id))
    keys.sort()
    return {id: claims[id] for *_, id in keys}


@attrs.frozen
class ClaimSet:
    """The claims of one article, each under its id.

    Sets merge by union on id, evidence, extractor names and failures united: an associative,
    commutative and idempotent operation, so work can be split, repeated and joined in any way.
    """

    sha256: str
    claims: Mapping[str, Fact] = attrs.field(factory=dict)
    extractors: tuple[ExtractorInfo, ...] = ()
    failures: tuple[Failure, ...] = ()

    @classmethod
    def collect(
        cls,
        sha256: str,
        claims: Iterable[Fact],
        extractors: Iterable[ExtractorInfo] = (),
        failures: Iterable[Failure] = (),
        *,
        found_by: str | None = None,
    ) -> "ClaimSet":
        """File claims under their ids; equal ones are united.

        `found_by` names the extractor that made them; None leaves the names that they bear.
        """
        return cls(
            sha256,
            ordered(filed(sha256, claims, found_by)),
            tuple(sorted(set(extractors))),
            sorted_failures(failures),
        )

    def merge(self, *others: "ClaimSet") -> "ClaimSet":
        """Unite this set with others of the same article.

        Raises:
            ValueError: the others are of another article.
        """
        united = dict(self.claims)
        extractors, failures = set(self.extractors), set(self.failures)
        for other in others:
            if other.sha256 != self.sha256:
                raise ValueError(
                    f"claims of two articles do not merge: {self.sha256[:16]} and"
                    f" {other.sha256[:16]}"
                )
            unite_into(united, other.claims)
            extractors.update(other.extractors)
            failures.update(other.failures)
        return ClaimSet(
            self.sha256, ordered(united), tuple(sorted(extractors)), sorted_failures(failures)
        )

    __or__ = merge

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.claims.values())

    def __len__(self) -> int:
        return len(self.claims)

    def group(self, name: str) -> tuple[Fact, ...]:
        """Give the claims of one group, in order of position."""
        return tuple(claim for claim in self.claims.values() if group_of(claim) == name)

    def to_dict(self) -> dict[str, Any]:
        """Give the set as plain JSON data."""
        from newsfacts.serialize import claims_to_dict

        return claims_to_dict(self)

    def to_json(self) -> str:
        """Give the set as JSON text."""
        from newsfacts.serialize import dumps

        return dumps(self.to_dict())

    @classmethod
    def from_json(cls, text: str | bytes) -> "ClaimSet":
        """Read what `to_json` wrote.

        Raises:
            FormatError: it is not a claim set.
        """
        from newsfacts.serialize import claims_from_dict, loads

        return claims_from_dict(loads(text))


def sorted_failures(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    """Give each failure once, in an order of their own."""
    return tuple(sorted(set(failures), key=lambda each: (each.extractor, each.error, each.message)))
