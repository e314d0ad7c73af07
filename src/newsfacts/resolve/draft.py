"""The state that resolution rules hand on: a record in the making."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from newsfacts.claims import ClaimSet
from newsfacts.model import Article, ArticleInfo, Conflict, Fact, MentionRef, Ref, group_of
from newsfacts.model._copy import altered
from newsfacts.model.record import FactGroups, as_groups

F = TypeVar("F", bound=Fact)


def in_order(fact: Fact) -> tuple[int, int, str, str]:
    """What the facts of a group are sorted by: their first span, then the id."""
    first = fact.evidence[0]
    return first.start, first.end, first.text, fact.id


@attrs.frozen(kw_only=True)
class Draft:
    """A record in the making. Rules take one and give a new one.

    `facts` holds the facts by group (actors and events among them), sorted by position.
    `redirects` maps the id of a claim that was folded into another fact to that fact's id.
    """

    article: Article
    info: ArticleInfo
    facts: FactGroups = attrs.field(converter=as_groups)
    redirects: Mapping[str, str] = attrs.field(factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    main_event: str | None = None
    _mentions: Mapping[tuple[str, int, int], str] = attrs.field(factory=dict, alias="mentions")

    @classmethod
    def of(cls, article: Article, claims: ClaimSet) -> "Draft":
        """Begin with the claims as they are."""
        groups: dict[str, list[Fact]] = {}
        mentions: dict[tuple[str, int, int], str] = {}
        later: list[tuple[tuple[str, int, int], str]] = []
        for id, claim in claims.claims.items():
            group = group_of(claim)
            if group in groups:
                groups[group].append(claim)
            else:
                groups[group] = [claim]
            evidence = claim.evidence
            first = evidence[0]
            mentions.setdefault((group, first.start, first.end), id)
            if len(evidence) > 1:
                later += [((group, span.start, span.end), id) for span in evidence[1:]]
        for mention, id in later:
            mentions.setdefault(mention, id)
        return cls(
            article=article,
            info=ArticleInfo.of(article),
            facts=FactGroups(groups),
            mentions=mentions,
        )

    def group(self, kind: type[F]) -> tuple[F, ...]:
        """Give the facts of a class, sorted by position."""
        return self.facts.get(kind.group, ())  # type: ignore[return-value]

    def follow(self, ref: Ref | None) -> str | None:
        """Give the id of the fact that a reference now means; None where there is none."""
        if ref is None:
            return None
        id = (
            self._mentions.get((ref.group, ref.start, ref.end))
            if isinstance(ref, MentionRef)
            else ref
        )
        while id is not None and id in self.redirects:
            id = self.redirects[id]
        return id

    def with_facts(
        self, kind: type[F], facts: Iterable[F], redirects: Mapping[str, str] | None = None
    ) -> "Draft":
        """Replace the facts of a class; `redirects` says which ids were folded into which."""
        ordered = sorted(facts, key=in_order)
        return altered(
            self,
            facts=self.facts.replaced(kind.group, tuple(ordered)),
            redirects={**self.redirects, **redirects} if redirects else self.redirects,
        )

    def with_info(self, **changes: Any) -> "Draft":
        """Replace fields of the article's description."""
        return altered(self, info=altered(self.info, **changes))
