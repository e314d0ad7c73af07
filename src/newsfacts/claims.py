"""Claims of one article and their union: the algebra of merging."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from newsfacts.model import ExtractorInfo, Fact, Failure, group_of
from newsfacts.model.facts import stamped
from newsfacts.model.spans import by_position

_encode = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
).encode


def claim_id(article_sha256: str, claim: Fact) -> str:
    """Give a claim's id: 16 hex digits of the SHA-256 of (article, group, key) as JSON."""
    canonical = _encode([article_sha256, group_of(claim), claim.key()])
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:16]


def _unite(one: Fact, other: Fact) -> Fact:
    if one is other:
        return one
    return attrs.evolve(
        one,
        evidence=(*one.evidence, *other.evidence),
        extractors=tuple(sorted({*one.extractors, *other.extractors})),
    )


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
        filed: dict[str, Fact] = {}
        for claim in claims:
            id = claim_id(sha256, claim)
            named = stamped(claim, id, claim.extractors if found_by is None else (found_by,))
            filed[id] = _unite(filed[id], named) if id in filed else named
        return cls(
            sha256, _ordered(filed), tuple(sorted(set(extractors))), _sorted_failures(failures)
        )

    def merge(self, *others: "ClaimSet") -> "ClaimSet":
        """Unite this set with others of the same article.

        Raises:
            ValueError: the others are of another article.
        """
        filed = dict(self.claims)
        extractors, failures = set(self.extractors), set(self.failures)
        for other in others:
            if other.sha256 != self.sha256:
                raise ValueError(
                    f"claims of two articles do not merge: {self.sha256[:16]} and"
                    f" {other.sha256[:16]}"
                )
            for id, claim in other.claims.items():
                filed[id] = _unite(filed[id], claim) if id in filed else claim
            extractors.update(other.extractors)
            failures.update(other.failures)
        return ClaimSet(
            self.sha256, _ordered(filed), tuple(sorted(extractors)), _sorted_failures(failures)
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


def _sorted_failures(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    return tuple(sorted(set(failures), key=lambda each: (each.extractor, each.error, each.message)))


def _ordered(claims: Mapping[str, Fact]) -> dict[str, Fact]:
    def place(item: tuple[str, Fact]) -> tuple[str, tuple[int, int, str], str]:
        id, claim = item
        return group_of(claim), by_position(claim.evidence[0]), id

    return dict(sorted(claims.items(), key=place))
