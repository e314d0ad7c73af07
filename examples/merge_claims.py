"""Split the work on an article, keep the parts as JSON, and join them into one record.

usage: python examples/merge_claims.py [FILE]
"""

import sys
from pathlib import Path

from newsfacts import Article, ClaimSet, Pipeline

SEED = Path(__file__).resolve().parent.parent / "seeds" / "truce-talks-djibouti.txt"


def main(path: Path) -> None:
    """Join two runs in two orders."""
    article = Article(text=path.read_bytes().decode("utf-8"), id=path.stem)
    pipeline = Pipeline()

    # Two runs that know different things: on other machines, or last week's and today's.
    first = Pipeline(block=["casualties", "delegations"]).claims(article).to_json()
    second = pipeline.claims(article).to_json()

    joined = ClaimSet.from_json(second).merge(ClaimSet.from_json(first))
    record = pipeline.resolve(article, joined)

    # Whichever comes first, and however often: the same claims, the same record.
    again = ClaimSet.from_json(first).merge(joined, ClaimSet.from_json(second))
    same = pipeline.resolve(article, again).to_json() == record.to_json()
    print(f"{len(joined)} claims, {sum(1 for _ in record.all_facts())} facts")
    print("joined in another order:", "the same record" if same else "another record")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEED)
