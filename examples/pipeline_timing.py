"""Run many articles through a pipeline of one's own: without some plugins, and timed.

usage: python examples/pipeline_timing.py [FOLDER]
"""

import sys
from pathlib import Path

from newsfacts import Article, Pipeline

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def main(folder: Path) -> None:
    """Print what each extractor took."""
    pipeline = Pipeline(block=["delegations"], timing=True)
    for problem in pipeline.report.errors:
        print("not loaded:", problem)

    articles = (
        Article(text=path.read_bytes().decode("utf-8"), id=path.stem)
        for path in sorted(folder.glob("*.txt"))
    )
    number = facts = 0
    for record in pipeline.map(articles):  # workers=4 spreads them over processes
        number += 1
        facts += sum(1 for _ in record.all_facts())
    print(f"{number} articles, {facts} facts")
    for name, timing in sorted(pipeline.timings.items()):
        print(f"  {name}: {timing.calls} calls, {1000 * timing.seconds / timing.calls:.2f} ms each")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
