"""Score the installed plugins on generated articles whose facts are known by construction.

usage: generated_truth.py [GROUP ...] [--articles N] [--seed N] [--examples N] [--upper]
                          [--json FILE]

GROUP is one of datelines, dates, casualties, meetings and all (the default: each in turn): the
phrases that the articles are composed of. Prints recall and precision of every group of facts,
then the misses by construction with the sentences, then the false alarms.
"""

import argparse
import collections
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from about import write

from newsfacts import Pipeline
from newsfacts.testing.grammar import (
    ALL_PHRASES,
    CASUALTY_PHRASES,
    DATE_PHRASES,
    DATELINE_PHRASES,
    FILLERS,
    MEETING_PHRASES,
    Miss,
    Phrase,
    Scores,
    Truth,
    draw_truths,
    score,
    total,
)

GROUPS: dict[str, Sequence[Phrase]] = {
    "datelines": (*DATELINE_PHRASES, *FILLERS),
    "dates": DATE_PHRASES,
    "casualties": CASUALTY_PHRASES,
    "meetings": MEETING_PHRASES,
    "all": ALL_PHRASES,
}


def sentence(text: str, start: int, end: int) -> str:
    """Give the words around a span, up to the ends of its sentence or line."""
    before, after = text[:start], text[end:]
    first = max(before.rfind(mark) + len(mark) if mark in before else 0 for mark in (". ", "\n"))
    last = min((after.find(mark) for mark in (". ", "\n") if mark in after), default=len(after))
    return text[first : end + last + 1].strip()


def misses(scores: Scores, truths: Iterable[Truth], examples: int) -> Iterator[str]:
    """Describe the misses, the most frequent constructions first."""
    stated = collections.Counter(
        (each.group, each.construction)
        for truth in truths
        for each in truth.expected
        if not each.optional
    )
    by_construction: dict[tuple[str, str], list[Miss]] = collections.defaultdict(list)
    for miss in scores.misses:
        by_construction[miss.expected.group, miss.expected.construction].append(miss)
    for key, found in sorted(by_construction.items(), key=lambda item: -len(item[1])):
        yield f"- {key[0]} of {key[1]}: {len(found)} of {stated[key]} missed"
        kinds: dict[str, dict[str, str]] = collections.defaultdict(dict)
        numbers: collections.Counter[str] = collections.Counter()
        for miss in found:
            kind = ", ".join(path for path, _, _ in miss.wrong)
            kind = f"wrong {kind}" if miss.nearest is not None or kind else "not found"
            numbers[kind] += 1
            words = sentence(miss.text, miss.expected.start, miss.expected.end)
            difference = "; ".join(f"{path} {got!r} not {want!r}" for path, want, got in miss.wrong)
            kinds[kind].setdefault(words, difference)
        for kind, number in numbers.most_common():
            yield f"    - {kind}: {number}"
            for words, difference in list(kinds[kind].items())[:examples]:
                yield f"        - {words!r} {difference}".rstrip()


def false_alarms(scores: Scores, examples: int) -> Iterator[str]:
    """Describe the false alarms that stand where nothing was missed, by group."""
    missed = {(miss.text, miss.expected.group, id(miss.nearest)) for miss in scores.misses}
    by_kind: dict[str, dict[str, str]] = collections.defaultdict(dict)
    numbers: collections.Counter[str] = collections.Counter()
    for alarm in scores.false_alarms:
        if (alarm.text, alarm.group, id(alarm.fact)) in missed:
            continue
        kind = f"{alarm.group} {getattr(alarm.fact, 'type', getattr(alarm.fact, 'harm', ''))}"
        numbers[kind.strip()] += 1
        span = alarm.fact.evidence[0]
        by_kind[kind.strip()].setdefault(sentence(alarm.text, span.start, span.end), alarm.words)
    for kind, number in numbers.most_common():
        yield f"- {kind}: {number}"
        for words, evidence in list(by_kind[kind].items())[:examples]:
            yield f"    - {evidence!r} in {words!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--examples", type=int, default=3)
    parser.add_argument("--upper", action="store_true", help="upper-case copy")
    parser.add_argument("--json", type=Path, help="write all figures here")
    arguments = parser.parse_args()
    figures: dict[str, dict[str, dict[str, float]]] = {}
    warnings.simplefilter("ignore")
    pipeline = Pipeline(on_error="raise")
    for name in arguments.groups or GROUPS:
        truths = draw_truths(
            GROUPS[name], number=arguments.articles, start=arguments.seed, upper=arguments.upper
        )
        scores = total(score(truth, pipeline.extract(truth.article)) for truth in truths)
        print(f"\n## {name}: {len(truths)} articles\n\n{scores}\n\n### Misses\n")
        print("\n".join(misses(scores, truths, arguments.examples)))
        print("\n### False alarms beside them\n")
        print("\n".join(false_alarms(scores, arguments.examples)))
        figures[name] = {
            group: {
                "stated": scores[group].found + len(scores[group].misses),
                "recall": scores[group].recall,
                "precision": scores[group].precision,
            }
            for group in scores
        }
    if arguments.json:
        write(arguments.json, figures, articles=arguments.articles, seed=arguments.seed)


if __name__ == "__main__":
    main()
