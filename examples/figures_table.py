"""Casualty figures of several articles as rows; a pandas table where pandas is installed.

usage: python examples/figures_table.py [FOLDER]
"""

import csv
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsfacts import Article, Pipeline, Record

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def rows(record: Record) -> Iterator[dict[str, Any]]:
    """Give a flat row for each figure."""
    for figure in record.casualties:
        yield {
            "article": record.article.id,
            "harm": figure.harm,
            "value": figure.count.value,
            "low": figure.count.low,
            "high": figure.count.high,
            "scope": figure.scope,
            "place": figure.place.name if figure.place else None,
            "date": figure.date.value if figure.date else None,
            "source": figure.attribution.text if figure.attribution else None,
            "words": figure.evidence[0].text,
        }


def main(folder: Path) -> None:
    """Print the table."""
    articles = (
        Article(text=path.read_bytes().decode("utf-8"), id=path.stem)
        for path in sorted(folder.glob("*.txt"))
    )
    table = [row for record in Pipeline().map(articles) for row in rows(record)]
    if find_spec("pandas"):
        print(import_module("pandas").DataFrame(table).to_string())
    elif table:
        writer = csv.DictWriter(sys.stdout, table[0])
        writer.writeheader()
        writer.writerows(table)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
