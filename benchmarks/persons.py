"""Whom does the pipeline take for persons in upper-case copy? For looking through.

usage: python benchmarks/persons.py [NAME] [--articles N] [--json FILE]

NAME is a corpus as in accuracy.py; the default is muc4-dev, which is in capitals, so that nothing
tells a name by its letters. Prints the persons of articles taken evenly from it, and how many there
are to an article. The corpora stand outside the project, in the folder that --shared names (default
../shared).
"""

import argparse
import statistics
import sys
from pathlib import Path

from about import ROOT, write
from accuracy import TASKS, articles

from newsfacts import Pipeline


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", nargs="?", metavar="NAME", default="muc4-dev", choices=TASKS)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--json", type=Path, help="write the counts here")
    options = parser.parse_args()
    if not options.shared.is_dir():
        parser.error(f"no corpora: {options.shared} is not there")
    whole = list(articles(options.shared, options.name))
    batch = whole[:: max(1, len(whole) // options.articles)][: options.articles]
    pipeline = Pipeline(on_error="raise")
    counts, words = [], 0
    for article in batch:
        people = [each for each in pipeline.extract(article).actors if each.kind == "person"]
        counts.append(len(people))
        words += len(article.text.split())
        names = "; ".join(
            f"{each.name} ({', '.join(role.title for role in each.roles)})"
            if each.roles
            else each.name
            for each in people
        )
        print(f"{article.id}: {len(people)} in {len(article.text.split())} words: {names}")
    figures = {
        "articles": len(batch),
        "persons": sum(counts),
        "median of an article": statistics.median(counts),
        "most of an article": max(counts),
        "to 100 words": 100 * sum(counts) / words,
        "articles without": counts.count(0),
    }
    print(", ".join(f"{name}: {value:.3g}" for name, value in figures.items()))
    if options.json:
        write(options.json, {options.name: figures})
    return 0


if __name__ == "__main__":
    sys.exit(main())
