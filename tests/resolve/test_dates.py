"""Publication date, agencies, bylines, and dates that cannot all be right."""

from itertools import permutations

import pytest

from newsfacts import (
    Article,
    ClaimSet,
    Credit,
    Dateline,
    Place,
    Span,
    Time,
    TimeExpression,
    resolve,
)

TEXT = " date 2024-02-21 LIMA, 13 feb (EFE/AP).- Rain fell this Tuesday (13), he told AFP.\n"


def span(words: str) -> Span:
    """Give the span of some words of the text."""
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def time(words: str, value: str, **fields: object) -> TimeExpression:
    """Make a time expression of some words of the text."""
    return TimeExpression(value=value, evidence=span(words), **fields)


HEADER = time("2024-02-21", "2024-02-21", function_in_document="CREATION_TIME")
HEAD_DATE = time("13 feb", "2024-02-13", function_in_document="CREATION_TIME")
DATELINE = Dateline(
    places=(Place(name="Lima"),), date=Time.of("2024-02-13"), agencies=("EFE", "AP"),
    authors=("Ann Poe",), evidence=span("LIMA, 13 feb (EFE/AP)"),
)  # fmt: skip
PROVED = time("this Tuesday (13)", "2024-02-13", proved=True)
CREDIT = Credit(agency="AFP", evidence=span("AFP"))


def record(*claims, published=None, authors=()):
    """Resolve claims about the text."""
    article = Article(text=TEXT, published=published, authors=authors)
    return resolve(article, ClaimSet.collect(article.sha256, claims))


@pytest.mark.parametrize(
    ("claims", "published", "expected"),
    [
        ((HEADER, HEAD_DATE, DATELINE), "2024-02-22", ("2024-02-22", "metadata")),
        ((HEADER, HEAD_DATE, DATELINE), None, ("2024-02-21", "header")),
        ((HEAD_DATE, DATELINE), None, ("2024-02-13", "dateline")),
        ((PROVED,), None, (None, None)),
    ],
)
def test_publication_date(claims, published, expected):
    """Metadata go before the header, the header before the dateline; the text dates nothing."""
    article = record(*claims, published=published).article
    assert (article.published, article.published_from) == expected


def test_agencies_in_order_of_position():
    """The dateline's agencies keep their order, and come before a credit further on."""
    assert record(CREDIT, DATELINE).article.agencies == ("EFE", "AP", "AFP")


def test_authors_of_the_metadata_go_first():
    """The byline's authors are taken where the metadata name none."""
    assert record(DATELINE).article.authors == ("Ann Poe",)
    assert record(DATELINE, authors=("Bo Roe",)).article.authors == ("Bo Roe",)


def test_what_cannot_all_be_right_is_kept_and_reported():
    """Header, dateline and a proved day far from it stand side by side, the header chosen."""
    [conflict] = record(HEADER, HEAD_DATE, DATELINE, PROVED).conflicts
    assert conflict.chosen == "2024-02-21"
    assert [each.source for each in conflict.values] == ["header", "dateline", "text"]
    assert all(each.evidence for each in conflict.values)


@pytest.mark.parametrize(
    ("published", "claims"),
    [
        ("2024-02-13", (HEAD_DATE, DATELINE, PROVED)),
        ("2024-02-14", (HEAD_DATE, DATELINE)),
        ("2024-02", (HEAD_DATE, DATELINE, PROVED)),
        ("2024-02-19", (PROVED,)),
        (None, (HEADER,)),
    ],
)
def test_what_agrees_is_no_conflict(published, claims):
    """A day apart, a month that holds the day, or a proved day within the week agree."""
    assert record(*claims, published=published).conflicts == ()


def test_the_order_of_claims_does_not_matter():
    """Any order of the claims gives the same record."""
    claims = (HEADER, HEAD_DATE, DATELINE, PROVED, CREDIT)
    assert len({record(*order).to_json() for order in permutations(claims)}) == 1


def test_a_day_of_an_iso_week_is_one_day():
    """`2024-W07-3` covers the Wednesday of that week."""
    assert Time.of("2024-W07-3").start == Time.of("2024-W07-3").end == "2024-02-14"
