"""What casualties does the pipeline find in articles that have none?

usage: python benchmarks/false_alarms.py [NAME ...] [--articles N] [--json FILE]

NAME is dwie-dev or reuters-dev; none means both. Their gold says nothing of casualties, so the
articles are chosen in two ways: those in whose text no harm word stands at all (the list below is
not the plugin's own), taken evenly from the corpus, and those that no_casualties.toml names, which
hold such words and were read. Of dwie-dev most other articles report casualties, so that there are
fewer than a hundred. Every claim is printed with its sentence for looking through; an asserted one
is a false alarm outright, a denied or feared one a smaller matter. The corpora stand outside the
project, in the folder that --shared names (default ../shared).
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from about import ROOT, write
from accuracy import articles

from newsfacts import Article, Casualty, Pipeline
from newsfacts.text import sentences

NAMES = ("dwie-dev", "reuters-dev")
READ = Path(__file__).resolve().parent / "no_casualties.toml"
HARM = re.compile(
    r"\b(?:kill|dead|death|die[ds]?\b|dying|injur|wound|casualt|victim|toll\b|hurt|shot\b|shoot|murder"
    r"|massacr|slain|slaugh|execut(?!ive)|assassin|behead|drown|missing|displac|abduct|kidnap|hostage"
    r"|detain|arrest|fle[ed]|refugee|evacuat|homeless|fatal|perish|bodies|corpse|lives\b|suicide"
    r"|captur|releas|free[ds]|prison|jail|custody|trapped|stranded|infect|affected|sick|ill\b|starv)",
    re.IGNORECASE,
)


class Claim(NamedTuple):
    """A casualty claim of an article that has none."""

    article: str
    words: str  # harm, figure, modality
    asserted: bool
    sentence: str


def chosen(shared: Path, name: str, most: int) -> dict[str, list[Article]]:
    """Give the articles without harm words, and those that were read."""
    read = frozenset(tomllib.loads(READ.read_text(encoding="utf-8"))[name])
    whole = list(articles(shared, name))
    silent = [article for article in whole if not HARM.search(article.text)]
    step = max(1, len(silent) // most)
    return {
        "without harm words": silent[::step][:most],
        "with harm words, read": [article for article in whole if article.id in read],
    }


def claims(pipeline: Pipeline, article: Article) -> Iterator[Claim]:
    for each in pipeline.extract(article).facts.get("casualties", ()):
        assert isinstance(each, Casualty)
        first = each.evidence[0]
        around = next(
            (s.of(article.text) for s in sentences(article.text) if s.start <= first.start < s.end),
            first.text,
        )
        count = each.count.value if each.count.value is not None else f"{each.count.low} or more"
        words = f"{each.harm} {count}, {each.modality}, {each.polarity}: {first.text!r}"
        asserted = each.modality == "asserted" and each.polarity == "positive"
        yield Claim(article.id, words, asserted, " ".join(around.split()))


def figures(found: Sequence[Claim], number: int) -> dict[str, int]:
    return {
        "articles": number,
        "claims": len(found),
        "asserted": sum(claim.asserted for claim in found),
        "articles with a claim": len({claim.article for claim in found}),
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--articles", type=int, default=150, help="without harm words, at most")
    parser.add_argument("--json", type=Path, help="write the counts here")
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no such corpus: {', '.join(sorted(unknown))}")
    if not options.shared.is_dir():
        parser.error(f"no corpora: {options.shared} is not there")
    pipeline = Pipeline(on_error="raise")
    table: dict[str, dict[str, dict[str, int]]] = {}
    for name in options.names or NAMES:
        for group, batch in chosen(options.shared, name, options.articles).items():
            found = [claim for article in batch for claim in claims(pipeline, article)]
            counted = table.setdefault(name, {})[group] = figures(found, len(batch))
            print(f"{name}, {group}: {counted}")
            for claim in found:
                print(f"  {claim.article}: {claim.words}\n      {claim.sentence}")
    if options.json:
        write(options.json, table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
