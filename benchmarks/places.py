"""How many of the place names that gold data give are among the places found.

usage: python benchmarks/places.py [NAME ...] [--errors N] [--limit N]

NAME is a corpus with places in its gold (news-dev, phrases-meetings, phrases-casualties,
phrases-datelines, reuters-dev, muc4-dev); none means all. The corpora stand outside the project, in
the folder that --shared names (default ../shared). Only the places plugin runs.

Gold names are those of events, casualties and datelines, not of every mention, so this is recall
only. MUC-4's "CLANDESTINE" and "NO CITY" are no places and are left out.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsfacts import Article, Pipeline, PlaceMention

ROOT = Path(__file__).resolve().parent.parent
NAMES = (
    "news-dev", "phrases-meetings", "phrases-casualties", "phrases-datelines", "reuters-dev",
    "muc4-dev",
)  # fmt: skip
OTHERS = ("dateline", "actors", "casualties", "delegations")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def gold_places(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from gold_places(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from gold_places(item, key)
    elif key in ("place", "places") and value:
        yield re.split(r"[,(]", value.strip("* "))[0].strip()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--limit", type=int, default=None, metavar="N")
    options = parser.parse_args()
    sys.path.insert(0, str(options.shared / "score"))
    from score import same_name  # type: ignore[import-not-found]

    pipeline = Pipeline(block=OTHERS, on_error="raise")
    pipeline.claims(Article(text="Snow fell in Kabul."))  # loads the gazetteer
    for name in options.names or NAMES:
        corpora = options.shared / "corpora"
        gold = {row["id"]: row for row in rows(corpora / f"{name}.gold.jsonl.gz")}
        articles = list(rows(corpora / f"{name}.articles.jsonl.gz"))[: options.limit]
        total = right = characters = 0
        seconds = 0.0
        missed: list[str] = []
        for article in articles:
            wanted = set(gold_places(gold.get(article["id"]))) - {"CLANDESTINE", "NO CITY"}
            whole = Article(id=article["id"], text=article["text"])
            began = time.process_time()
            claims = pipeline.claims(whole)
            seconds += time.process_time() - began
            characters += len(whole.text)
            found = {
                form
                for each in claims
                if isinstance(each, PlaceMention)
                for form in (each.name, each.evidence[0].text)
            }
            for place in sorted(wanted):
                total += 1
                if any(same_name(place, form) for form in found):
                    right += 1
                else:
                    missed.append(f"{article['id']}: {place}")
        speed = 3e6 * seconds / max(characters, 1)
        print(f"{name}: {right} of {total} found; {speed:.2f} ms CPU for 3,000 characters")
        for line in missed[: options.errors]:
            print("   ", line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
