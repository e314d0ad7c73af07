"""Extract one article and look at what was found.

usage: python examples/extract_one.py [FILE]
"""

import sys
from pathlib import Path

from newsfacts import Article, TimeExpression, extract

SEED = Path(__file__).resolve().parent.parent / "seeds" / "ferry-casamance.txt"


def main(path: Path) -> None:
    """Print figures, events and dates, each with its words."""
    article = Article(text=path.read_bytes().decode("utf-8"), id=path.stem)
    record = extract(article)

    print(f"{article.id}: published {record.article.published}")
    for figure in record.casualties:
        span = figure.evidence[0]
        words = article.text[span.start : span.end]  # what span.text holds, too
        print(f"  {figure.harm}: {figure.count.text} ({figure.scope}) <- {words!r}")
    for event in record.events:
        who = [record.actor(str(part.actor)).name for part in event.participants]
        print(f"  {event.type}: {', '.join(who) or '-'}")
    for time in record.facts["dates"]:
        if isinstance(time, TimeExpression):
            print(f"  {time.evidence[0].text}: {time.value}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEED)
