"""The extractor in a pipeline of its own."""

import pytest

from newsfacts import Article, Pipeline, load_plugins
from newsfacts_dateline import plugin


@pytest.fixture(scope="module")
def pipeline():
    """A pipeline of this plugin alone."""
    return Pipeline(
        plugins=load_plugins(extra={"dateline": plugin}, discover=False), on_error="raise"
    )


def dates(record):
    """Give the words and values of a record's times."""
    return [(each.evidence[0].text, each.value) for each in record.facts["dates"]]


def test_times_are_reckoned_from_the_metadata_first(pipeline):
    """Metadata go before the header line, which goes before the dateline."""
    text = " date 2024-02-21 LIMA, 20 feb (EFE).- It rained yesterday."
    by_header = pipeline.extract(text)
    by_metadata = pipeline.extract(Article(text=text, published="2024-02-22"))
    assert dates(by_header)[-1] == ("yesterday", "2024-02-20")
    assert dates(by_metadata)[-1] == ("yesterday", "2024-02-21")
    assert (by_header.article.published_from, by_metadata.article.published_from) == (
        "header", "metadata",
    )  # fmt: skip


def test_a_dateline_with_its_year_dates_the_story(pipeline):
    """Without metadata and header, the dateline's date is what times are reckoned from."""
    record = pipeline.extract("LIMA, 3 JAN 90 (ACAN-EFE) -- [TEXT] IT RAINED YESTERDAY.")
    assert record.article.published == "1990-01-03"
    assert record.article.published_from == "dateline"
    assert dates(record) == [("3 JAN 90", "1990-01-03"), ("YESTERDAY", "1990-01-02")]


def test_a_date_below_the_headline_dates_the_story(pipeline):
    """A date that is a line of its own counts where nothing else dates the story."""
    text = "Bridge closes\nMay 24, 2008\nThe bridge closed yesterday."
    record = pipeline.extract(text)
    assert record.article.published == "2008-05-24"
    assert dates(record) == [("May 24, 2008", "2008-05-24"), ("yesterday", "2008-05-23")]
    later = pipeline.extract(Article(text=text, published="2008-05-26"))
    assert later.article.published_from == "metadata"
    assert dates(later)[-1] == ("yesterday", "2008-05-25")


@pytest.mark.parametrize("line", ["May 24, 2008 was dry", "May 24", "2008", "See May 24, 2008"])
def test_a_line_that_is_more_or_less_than_a_date_dates_nothing(pipeline, line):
    """A date without its year, or with words beside it, is no date of the story."""
    assert pipeline.extract(f"Bridge closes\n{line}\nIt rained.").article.published is None


def test_the_dates_of_the_head_are_times_too(pipeline):
    """Header and dateline date are time expressions that say they date the document."""
    record = pipeline.extract(" date 2024-02-13 LIMA, 13 feb (EFE).- Rain fell.")
    functions = [each.function_in_document for each in record.facts["dates"]]
    assert functions == ["CREATION_TIME", "CREATION_TIME"]


def test_a_number_behind_the_dateline_ends_no_range(pipeline):
    """The dash that ends a dateline is none between days; one in a sentence is."""
    head = pipeline.extract(Article(text="LIMA, May 3 - 12 guests of the hotel fell ill."))
    assert [each.evidence[0].text for each in head.facts["dates"]] == ["May 3"]
    within = pipeline.extract(Article(text="The fair in Lima is open on May 3 - 12 for all."))
    assert [each.evidence[0].text for each in within.facts["dates"]] == ["May 3", "12"]


def test_credits_outside_the_dateline_are_listed(pipeline):
    """A last line and "told ... Agency" credit their agencies; there is still no dateline."""
    record = pipeline.extract("The mayor told EFE Agency that rain fell.\n\nMore rain fell.\n\nAFP")
    assert record.article.agencies == ("EFE", "AFP")
    assert record.dateline is None


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Rain fell.\n\nReuters\n", ("Reuters",)),
        ("Rain fell. EFE", ("EFE",)),
        ("Rain fell. EFE\nabc/de\n", ("EFE",)),
        ("Rain fell. (AFP)", ("AFP",)),
        ("Rain fell on the PA", ()),
        ("Rain fell. Then the sun shone. Online", ()),
    ],
)
def test_the_last_word_signs_a_story(pipeline, text, agencies):
    """An agency alone after the last full stop, or on the last line, is credited."""
    assert pipeline.extract(text).article.agencies == agencies


def test_common_words_are_no_credits(pipeline):
    """Acronyms that are agencies and other things are credited only beside a dateline."""
    record = pipeline.extract("The mayor told PA listeners that the MAP (MAP) was wrong.\n")
    assert record.article.agencies == ()


def test_authors_reach_the_article(pipeline):
    """The byline's names are the article's authors where the metadata name none."""
    text = "By Jane Roe\nLIMA, Peru (AP) — Rain fell."
    assert pipeline.extract(text).article.authors == ("Jane Roe",)
    assert pipeline.extract(Article(text=text, authors=("Ann Poe",))).article.authors == (
        "Ann Poe",
    )


def test_disagreeing_dates_are_all_kept(pipeline):
    """Header, dateline and a proved day that disagree are reported, with the one chosen."""
    record = pipeline.extract(
        " date 2024-02-21 LIMA, 13 feb (EFE).- The mayor resigned this Tuesday (13)."
    )
    [conflict] = record.conflicts
    assert (conflict.subject, conflict.field, conflict.chosen, conflict.rule) == (
        "article", "published", "2024-02-21", "publication",
    )  # fmt: skip
    assert [(each.source, each.value) for each in conflict.values] == [
        ("header", "2024-02-21"), ("dateline", "2024-02-13"), ("text", "2024-02-13"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        " date 2024-02-13 LIMA, 13 feb (EFE).- Rain fell this Tuesday (13).",
        " date 2024-02 LIMA, 13 feb (EFE).- Rain fell.",
        " date 2024-02-14 LIMA, 13 feb (EFE).- Rain fell.",
    ],
)
def test_dates_that_agree_are_no_conflict(pipeline, text):
    """A month agrees with its days, and a story may be published the day after it was filed."""
    assert pipeline.extract(text).conflicts == ()
