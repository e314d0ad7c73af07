"""Holding what was extracted against what was put in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from newsfacts import Fact, Record
from newsfacts.testing.grammar.pieces import Expected, Truth
from newsfacts.testing.grammar.values import read, same


@attrs.frozen(kw_only=True)
class Miss:
    """A stated fact that was not found as stated.

    `nearest` is a found fact of the group at the same words, and `wrong` its differences:
    (path, stated, found). Both are empty where nothing was found there.
    """

    expected: Expected
    words: str
    text: str
    nearest: Fact | None = None
    wrong: tuple[tuple[str, Any, Any], ...] = ()

    def __str__(self) -> str:
        where = f"missed {self.expected.group} {self.words!r} [{self.expected.construction}]"
        if self.nearest is None:
            stated = ", ".join(f"{path}={value!r}" for path, value in self.expected.fields)
            return f"{where}: nothing found; stated {stated}"
        differences = ", ".join(
            f"{path} is {found!r} instead of {stated!r}" for path, stated, found in self.wrong
        )
        return f"{where}: {differences}"


@attrs.frozen(kw_only=True)
class FalseAlarm:
    """A fact that was found and that nobody had stated."""

    group: str
    words: str
    fact: Fact
    text: str

    def __str__(self) -> str:
        return f"false {self.group} {self.words!r} by {', '.join(self.fact.extractors)}"


@attrs.frozen(kw_only=True)
class GroupScore:
    """What became of the stated facts of one group, over one or more articles."""

    found: int = 0
    misses: tuple[Miss, ...] = ()
    right: int = 0
    false_alarms: tuple[FalseAlarm, ...] = ()

    @property
    def recall(self) -> float:
        """The share of stated facts that were found as stated; 1.0 where none was stated."""
        stated = self.found + len(self.misses)
        return self.found / stated if stated else 1.0

    @property
    def precision(self) -> float:
        """The share of found facts that were stated; 1.0 where none was found."""
        claimed = self.right + len(self.false_alarms)
        return self.right / claimed if claimed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0

    def plus(self, other: "GroupScore") -> "GroupScore":
        """Add the score of further articles."""
        return GroupScore(
            found=self.found + other.found,
            misses=self.misses + other.misses,
            right=self.right + other.right,
            false_alarms=self.false_alarms + other.false_alarms,
        )


@attrs.frozen
class Scores:
    """Scores by group. `Scores()` is the neutral element of `+`."""

    groups: Mapping[str, GroupScore] = attrs.field(factory=dict)

    def __getitem__(self, group: str) -> GroupScore:
        return self.groups.get(group, GroupScore())

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.groups))

    def __add__(self, other: "Scores") -> "Scores":
        names = sorted({*self.groups, *other.groups})
        return Scores({name: self[name].plus(other[name]) for name in names})

    @property
    def misses(self) -> tuple[Miss, ...]:
        """The misses of all groups."""
        return tuple(miss for name in self for miss in self[name].misses)

    @property
    def false_alarms(self) -> tuple[FalseAlarm, ...]:
        """The false alarms of all groups."""
        return tuple(alarm for name in self for alarm in self[name].false_alarms)

    @property
    def perfect(self) -> bool:
        """Whether everything stated was found, and nothing else."""
        return not self.misses and not self.false_alarms

    def __str__(self) -> str:
        return "\n".join(
            f"{name}: recall {score.recall:.3f} ({score.found} of"
            f" {score.found + len(score.misses)}), precision {score.precision:.3f}"
            f" ({len(score.false_alarms)} false)"
            for name, score in ((name, self[name]) for name in self)
            if score.found or score.misses or score.false_alarms
        )


def score(truth: Truth, record: Record) -> Scores:
    """Hold a record against what its article states.

    A stated fact is found when a fact of its group has evidence that shares a character with the
    stated words, is not longer than thrice those or 200 characters, and has every stated field.
    One found fact may be right about several stated ones (a figure that is repeated), but a
    second fact about the same words is a false alarm.
    """
    by_id = {fact.id: fact for fact in record.all_facts()}
    groups: dict[str, list[Fact]] = {"actors": [*record.actors], "events": [*record.events]}
    for group, facts in record.facts.items():
        groups.setdefault(group, []).extend(facts)
    names = {each.group for each in truth.expected} | {each.group for each in truth.closed}
    return Scores(
        {
            name: _group_score(truth, name, groups.get(name, []), by_id)
            if name != "article"
            else _article_score(truth, record)
            for name in sorted(names)
        }
    )


def _article_score(truth: Truth, record: Record) -> GroupScore:
    misses = []
    stated = truth.of_group("article")
    for each in stated:
        wrong = _differences(each, record.article, {})
        if wrong:
            misses.append(
                Miss(expected=each, words="", text=truth.article.text, wrong=tuple(wrong))
            )
    found = len(stated) - len(misses)
    return GroupScore(found=found, right=found, misses=tuple(misses))


def _differences(
    expected: Expected, fact: Any, by_id: Mapping[str, Any]
) -> list[tuple[str, Any, Any]]:
    wrong = []
    for path, stated in expected.fields:
        found = read(fact, path, by_id)
        if not same(stated, found):
            wrong.append((path, stated, found))
    return wrong


def _closeness(expected: Expected, fact: Fact) -> float:
    """Give how well the evidence of a fact covers the stated words, from 0 to 1."""
    best = 0.0
    width = expected.end - expected.start
    for span in fact.evidence:
        shared = min(span.end, expected.end) - max(span.start, expected.start)
        length = span.end - span.start
        if shared > 0 and length <= max(200, 3 * width):
            best = max(best, shared / (width + length - shared))
    return best


def _group_score(
    truth: Truth, group: str, facts: list[Fact], by_id: Mapping[str, Any]
) -> GroupScore:
    text = truth.article.text
    used: set[int] = set()
    misses = []
    found = 0
    for each in truth.expected:
        if each.group != group:
            continue
        near = sorted(
            ((_closeness(each, fact), -number) for number, fact in enumerate(facts)), reverse=True
        )
        touching = [-number for closeness, number in near if closeness > 0]
        right = [n for n in touching if not _differences(each, facts[n], by_id)]
        if each.optional:
            used.update(right)
            continue
        if right:
            # a fact that no stated one has taken yet: two equal figures side by side are two facts
            used.add(next((n for n in right if n not in used), right[0]))
            found += 1
            continue
        nearest = min(
            touching, key=lambda n: len(_differences(each, facts[n], by_id)), default=None
        )
        fact = None if nearest is None else facts[nearest]
        misses.append(
            Miss(
                expected=each,
                words=text[each.start : each.end],
                text=text,
                nearest=fact,
                wrong=() if fact is None else tuple(_differences(each, fact, by_id)),
            )
        )
    alarms = [
        FalseAlarm(group=group, words=fact.evidence[0].text, fact=fact, text=text)
        for number, fact in enumerate(facts)
        if number not in used and any(each.covers(group, _reader(fact, by_id))
                                      for each in truth.closed)
    ]  # fmt: skip
    return GroupScore(
        found=found, misses=tuple(misses), right=len(used), false_alarms=tuple(alarms)
    )


def _reader(fact: Fact, by_id: Mapping[str, Any]) -> Callable[[str], Any]:
    return lambda path: read(fact, path, by_id)


def total(scores: Iterable[Scores]) -> Scores:
    """Add the scores of many articles."""
    result = Scores()
    for each in scores:
        result = result + each
    return result


def explain(scores: Scores, *, limit: int = 20) -> str:
    """Say on one screen what was found, what was missed and what was made up.

    The text of the article follows once where all errors are of one article.
    """
    lines = [str(scores)]
    errors: list[Miss | FalseAlarm] = [*scores.misses, *scores.false_alarms]
    lines += [f"  {error}" for error in errors[:limit]]
    if len(errors) > limit:
        lines.append(f"  and {len(errors) - limit} more")
    texts = {error.text for error in errors}
    if len(texts) == 1:
        lines.append(f"  in: {texts.pop()!r}")
    return "\n".join(line for line in lines if line)
