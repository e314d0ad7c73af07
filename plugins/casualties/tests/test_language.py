"""The language of casualty figures, row by row."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsfacts import Article, Casualty, Count, Pipeline, load_plugins

FOLDER = Path(__file__).parent
TABLES = ("language.txt", "wire.txt")


def rows() -> Iterator[tuple[str, str, str]]:
    """Give the table's rows: subject, sentence, what is to be found."""
    subject = ""
    lines = [line for name in TABLES for line in (FOLDER / name).read_text("utf-8").splitlines()]
    for line in lines:
        if line.startswith("##"):
            subject = line.removeprefix("##").strip()
        elif line and not line.startswith("#"):
            sentence, _, found = line.partition("||")
            yield subject, sentence.strip(), found.strip()


def told(count: Count) -> str:
    """Write a count as the table does."""
    match count.modifier:
        case "exact":
            return str(count.value)
        case "about":
            return f"~{count.value}"
        case "nearly":
            return f"nearly {count.value}"
        case "between":
            return f"{count.low}-{count.high}"
        case "vague":
            return f"{count.low}..{count.high}"
        case "unspecified":
            return "2+"
        case modifier:
            sign = {"at_least": ">=", "more_than": ">", "at_most": "<=", "fewer_than": "<"}
            return f"{sign[modifier]}{count.value}"


def summary(figure: Casualty) -> str:
    """Write a figure as the table does."""
    marks = [figure.scope] if figure.scope not in ("incident",) else []
    marks += [figure.modality] if figure.modality != "asserted" else []
    marks += ["negative"] if figure.polarity == "negative" else []
    return " ".join([figure.harm, told(figure.count), *marks])


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Give a pipeline of this plugin alone."""
    blocked = ("places", "dateline", "actors", "delegations")
    return Pipeline(plugins=load_plugins(block=blocked), on_error="raise")


@pytest.mark.parametrize(("subject", "sentence", "expected"), list(rows()))
def test_language(pipeline: Pipeline, subject: str, sentence: str, expected: str) -> None:
    """A sentence gives the figures that its row names, no more and no fewer."""
    record = pipeline.extract(Article(text=sentence, published="2024-02-21"))
    found = sorted(summary(figure) for figure in record.casualties)
    assert found == sorted(part.strip() for part in expected.split(";") if part.strip())


def test_table_is_large() -> None:
    """The table covers the language in at least 250 sentences, with what is none beside it."""
    table = list(rows())
    assert len(table) >= 250
    assert len({sentence for _, sentence, _ in table}) == len(table)
    assert sum(not expected for _, _, expected in table) >= 30
