"""Facts, their spans, their ids and their JSON."""

from typing import Any

import attrs
from hypothesis import strategies as st

from newsfacts import Article, ClaimSet, Fact, MentionRef, Record, claim_id, resolve
from newsfacts.errors import FormatError
from newsfacts.model import group_of
from newsfacts.serialize import claims_from_dict, dumps, loads, record_from_dict
from newsfacts.testing.checks._base import (
    CheckSkipped,
    Seen,
    Violation,
    check,
    drawn_articles,
    for_all,
)
from newsfacts.testing.subject import Subject


@check
def spans_in_bounds(subject: Subject) -> None:
    """Every span lies inside the article's text."""
    seen = Seen()

    def test(article: Article) -> None:
        for fact in subject.run(article):
            seen.claims += 1
            for span in fact.evidence:
                if not 0 <= span.start < span.end <= len(article.text):
                    raise Violation(
                        "a span lies inside the text", article, fact,
                        f"span {span.start}:{span.end} outside text of {len(article.text)}",
                    )  # fmt: skip

    for_all(subject, test, drawn_articles(subject))
    seen.some(subject)


@check
def spans_verbatim(subject: Subject) -> None:
    """Every span says what stands there: text[start:end] == span.text, in code points."""
    seen = Seen()

    def test(article: Article) -> None:
        for fact in subject.run(article):
            seen.claims += 1
            for span in fact.evidence:
                if span.end > len(article.text):
                    continue  # the business of spans_in_bounds
                there = article.text[span.start : span.end]
                if there != span.text:
                    raise Violation(
                        "a span is verbatim", article, fact,
                        f"span {span.start}:{span.end} says {span.text!r}, the text {there!r}",
                    )  # fmt: skip

    for_all(subject, test, drawn_articles(subject))
    seen.some(subject)


@check
def facts_valid(subject: Subject) -> None:
    """Whatever is emitted is a fact of a registered class whose fields hold what they should."""
    seen = Seen()
    known = {kind.group: kind for kind in subject.fact_types}

    def test(article: Article) -> None:
        for fact in subject.emit(article):
            seen.claims += 1
            if not isinstance(fact, Fact):
                raise Violation("an extractor emits facts", article, None, repr(fact)[:200])
            if known.get(fact.group) is not type(fact):
                raise Violation(
                    "a fact's class is registered (newsfacts_fact_types, or fact_types=)",
                    article, fact, f"{type(fact).__qualname__} for group {fact.group!r}",
                )  # fmt: skip
            try:
                attrs.validate(fact)
            except (TypeError, ValueError) as error:
                raise Violation("a fact's fields are valid", article, fact, str(error)) from None
            for ref in _refs(fact):
                if isinstance(ref, str):
                    raise Violation(
                        "claims refer by mention (fact.ref), never by id", article, fact, ref
                    )

    for_all(subject, test, drawn_articles(subject))
    seen.some(subject)


_REF_FIELDS = {"actor", "organization", "head", "event", "part_of", "represents", "members",
               "perpetrators", "same_as"}  # fmt: skip


def _refs(value: object, name: str = "") -> list[str | MentionRef]:
    """Give the references in a fact of the core's vocabulary, and every mention elsewhere."""
    if isinstance(value, MentionRef) or (isinstance(value, str) and name in _REF_FIELDS):
        return [value]
    if isinstance(value, tuple):
        return [ref for item in value for ref in _refs(item, name)]
    kind: Any = type(value)
    if attrs.has(kind):
        return [
            ref
            for field in attrs.fields(kind)
            for ref in _refs(getattr(value, field.name), field.name)
        ]
    return []


@check
def json_round_trip(subject: Subject) -> None:
    """Claims and their record survive JSON unchanged."""
    seen = Seen()
    types = subject.fact_types

    def test(article: Article) -> None:
        # Classes that nobody registered are the business of facts_valid.
        facts = [fact for fact in subject.run(article) if type(fact) in types]
        seen.claims += len(facts)
        try:
            claims = ClaimSet.collect(article.sha256, facts)
            text = claims.to_json()
            same = claims_from_dict(loads(text), types) == claims
            record: Record = resolve(article, claims)
            same = same and record_from_dict(loads(record.to_json()), types) == record
        except (FormatError, TypeError, ValueError) as error:
            raise Violation(
                "facts survive JSON", article, facts[0] if facts else None, str(error)
            ) from None
        if not same:
            raise Violation(
                "facts survive JSON", article, facts[0], "what was read differs from what was"
            )
        dumps(record.to_dict())

    for_all(subject, test, drawn_articles(subject))
    seen.some(subject)


@check
def ids_stable(subject: Subject) -> None:
    """A claim's id depends on article, group, values and first span, and on nothing else."""
    seen = Seen()

    def test(article: Article) -> None:
        first, second = subject.run(article), subject.run(article)
        seen.claims += len(first)
        ids = [claim_id(article.sha256, fact) for fact in first]
        again = [claim_id(article.sha256, fact) for fact in first]
        if ids != again:
            fact = next(f for f, a, b in zip(first, ids, again, strict=True) if a != b)
            raise Violation("a claim's id stays", article, fact, "key() changes between calls")
        if len(first) == len(second):
            for one, other in zip(first, second, strict=True):
                same = attrs.evolve(one, id="") == attrs.evolve(other, id="")
                if same and claim_id(article.sha256, one) != claim_id(article.sha256, other):
                    raise Violation("equal claims have equal ids", article, one)
        for fact, id in zip(first, ids, strict=True):
            named = attrs.evolve(fact, extractors=("another",), id="x")
            if claim_id(article.sha256, named) != id:
                raise Violation("a claim's id does not depend on who found it", article, fact)

    for_all(subject, test, drawn_articles(subject))
    seen.some(subject)


@check
def merge_laws(subject: Subject) -> None:
    """Claims merge to one set over any partition, order and repetition."""
    seen = Seen()

    def test(article: Article, data: st.DataObject) -> None:
        facts = subject.run(article)
        seen.claims += len(facts)
        sha = article.sha256
        if [claim_id(sha, fact) for fact in facts] != [claim_id(sha, fact) for fact in facts]:
            return  # the business of ids_stable
        whole = ClaimSet.collect(sha, facts)
        shuffled = data.draw(st.permutations(facts), label="order")
        cut = data.draw(st.integers(0, len(facts)), label="cut")
        parts = ClaimSet.collect(sha, shuffled[:cut]), ClaimSet.collect(sha, shuffled[cut:])
        for merged in (parts[0] | parts[1], parts[1] | parts[0] | parts[1]):
            if merged.to_json() != whole.to_json():
                fact = next(
                    (f for f in whole if merged.claims.get(f.id) != f), facts[0] if facts else None
                )
                raise Violation("claims merge in any order", article, fact)

    for_all(subject, test, drawn_articles(subject), st.data())
    seen.some(subject)


@check
def groups_declared(subject: Subject) -> None:
    """Facts of a group that others rely on come with the capability that promises them."""
    seen = Seen()
    promised = {"places": "places", "dates": "times", "datelines": "dateline"}

    def test(article: Article) -> None:
        for fact in subject.run(article):
            seen.claims += 1
            wanted = promised.get(group_of(fact))
            if wanted and wanted not in subject.extractor.provides:
                raise Violation(
                    f"an extractor of {group_of(fact)} provides {wanted!r}", article, fact
                )

    if not subject.extractor.provides:
        raise CheckSkipped("the extractor declares no capability")
    for_all(subject, test, drawn_articles(subject))
    seen.some(subject)
