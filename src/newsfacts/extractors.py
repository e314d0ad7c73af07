"""What an extractor is, and what it is given to work with."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from newsfacts.claims import ClaimSet, ordered, unite_into
from newsfacts.limits import Deadline
from newsfacts.model import Article, Dateline, Fact, Record, TimeExpression, group_of
from newsfacts.resolve.dates import published_of
from newsfacts.resolve.draft import in_order
from newsfacts.text import Hit, PhraseMatcher, TextRange, sentences

API_VERSION = 1
"""The version of the extractor interface; an extractor states the one that it was written for."""

F = TypeVar("F", bound=Fact)
T = TypeVar("T")


class Extractor:
    """The base of extractors: subclass it, name it, and write `extract`.

    Attributes:
        name: unique among the loaded extractors.
        version: of the extractor; it stands in every record.
        api_version: the interface it was written for.
        cues: literal words without which a sentence holds nothing for it; a trailing `*` matches
            any ending. Empty: every sentence is read.
        provides: capabilities, such as `actors.named`, `times`, `events.harm`.
        requires: capabilities without which it cannot run.
        uses: capabilities that it profits from; it runs after their providers.
        examples: sentences in which it finds something; what it is tested on and warmed up with.
    """

    name: ClassVar[str] = ""
    version: ClassVar[str] = "0"
    api_version: ClassVar[int] = API_VERSION
    cues: ClassVar[tuple[str, ...]] = ()
    provides: ClassVar[tuple[str, ...]] = ()
    requires: ClassVar[tuple[str, ...]] = ()
    uses: ClassVar[tuple[str, ...]] = ()
    examples: ClassVar[tuple[str, ...]] = ()

    def extract(self, article: Article, context: "Context") -> Iterable[Fact]:
        """Give the claims found in the article, as a list or from a generator.

        Must depend on nothing but its arguments, and change neither.
        """
        raise NotImplementedError(f"{type(self).__name__} does not define extract()")

    def load(self) -> None:
        """Load what else is loaded piece by piece, as articles ask for it; nothing by default.

        Called before worker processes are forked, so that they share it.
        """


class CueScanner:
    """One scan of an article for the cue words of all extractors."""

    def __init__(self, cues: Mapping[str, Iterable[str]]) -> None:
        owners: dict[str, set[str]] = {}
        for extractor, words in cues.items():
            for word in words:
                owners.setdefault(word, set()).add(extractor)
        self._matcher = PhraseMatcher(
            {word: (word, frozenset(names)) for word, names in owners.items()}
        )

    def scan(self, text: str) -> Mapping[str, list[Hit[str]]]:
        """Give each extractor's cue hits, sorted by position."""
        found: dict[str, list[Hit[str]]] = {}
        new = tuple.__new__
        for start, end, (word, names) in self._matcher.all_hits(text):
            hit = new(Hit, (start, end, word))
            for name in names:
                if name in found:
                    found[name].append(hit)
                else:
                    found[name] = [hit]
        for hits in found.values():
            hits.sort()
        return found


class Reading:
    """What all extractors of one article share: sentences, cue hits, and what was found so far."""

    def __init__(
        self,
        article: Article,
        scanner: CueScanner,
        resolve: Callable[[Article, ClaimSet], Record],
        deadline: Deadline | None = None,
    ) -> None:
        self.article = article
        self.deadline = deadline
        self._scanner = scanner
        self._resolve = resolve
        self._sentences: tuple[TextRange, ...] | None = None
        self._hits: Mapping[str, list[Hit[str]]] | None = None
        self._filed: dict[str, Fact] = {}
        self._unsorted: dict[str, list[str]] = {}  # ids by group
        self._groups: dict[str, tuple[Fact, ...]] = {}
        self._starts: dict[str, Sequence[int]] = {}
        self._record: Record | None = None

    @property
    def sentences(self) -> tuple[TextRange, ...]:
        """All sentences, split once."""
        if self._sentences is None:
            self._sentences = self._watched(tuple(sentences(self.article.text)))
        return self._sentences

    def _watched(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """Let the items ask the clock as they are taken, where there is a deadline."""
        return items if self.deadline is None else self.deadline.watched(items)

    def hits(self, extractor: str) -> list[Hit[str]]:
        """One extractor's cue hits; the text is scanned once for all."""
        if self._hits is None:
            self._hits = self._scanner.scan(self.article.text)
        return self._hits.get(extractor, [])

    @property
    def claims(self) -> ClaimSet:
        """The claims so far."""
        if self.deadline is not None:
            return ClaimSet(self.article.sha256, ordered(self._filed))
        groups = map(self.mentions, sorted(self._unsorted))  # in the same order, sorted before
        return ClaimSet(self.article.sha256, {claim.id: claim for each in groups for claim in each})

    def add(self, claims: Mapping[str, Fact]) -> None:
        """Take in the claims of an extractor that has finished, by their ids."""
        if not claims:
            return
        filed, unsorted, groups = self._filed, self._unsorted, self._groups
        for id, claim in claims.items():
            group = group_of(claim)
            if group in groups:
                del groups[group]
                self._starts.pop(group, None)
            if id not in filed:
                if group in unsorted:
                    unsorted[group].append(id)
                else:
                    unsorted[group] = [id]
        unite_into(filed, claims)
        self._record = None

    def mentions(self, group: str) -> tuple[Fact, ...]:
        """The claims of a group so far, sorted by position."""
        found = self._groups.get(group)
        if found is None:
            of_it = [self._filed[id] for id in self._unsorted.get(group, ())]
            of_it.sort(key=in_order)
            found = self._groups[group] = self._watched(tuple(of_it))
        return found

    def starts(self, group: str) -> Sequence[int]:
        """Where the claims of a group so far begin, as `mentions` gives them."""
        found = self._starts.get(group)
        if found is None:
            found = self._starts[group] = [
                claim.evidence[0].start for claim in self.mentions(group)
            ]
        return found

    def record(self) -> Record:
        """The claims so far, provisionally resolved; worked out when first asked for."""
        if self._record is None:
            self._record = self._resolve(self.article, self.claims)
        return self._record


class Context:
    """What an extractor sees beside the article: sentences, its cues, what others found before.

    `config` is the read-only section of the extractor's plugin. Where the article has a time
    budget, whatever is taken from here asks the clock, and stops the extractor when it is over.
    """

    __slots__ = ("_deadline", "_extractor", "_has_cues", "_reading", "config")

    def __init__(self, reading: Reading, extractor: Extractor, config: Mapping[str, Any]) -> None:
        self._reading = reading
        self._deadline = reading.deadline
        self._extractor = extractor.name
        self._has_cues = bool(extractor.cues)
        self.config = config

    @property
    def sentences(self) -> tuple[TextRange, ...]:
        """All sentences of the article, in order."""
        return self._reading.sentences

    @property
    def cue_hits(self) -> list[Hit[str]]:
        """Where this extractor's cue words stand, sorted; `value` is the cue as declared."""
        if self._deadline is not None:
            self._deadline.check()
        return self._reading.hits(self._extractor)

    @property
    def cued_sentences(self) -> tuple[TextRange, ...]:
        """The sentences that hold one of this extractor's cues; all, where it declares none."""
        if not self._has_cues:
            return self.sentences
        starts = [hit.start for hit in self.cue_hits]
        found = tuple(
            sentence
            for sentence in self._reading.sentences
            if (at := bisect_left(starts, sentence.start)) < len(starts)
            and starts[at] < sentence.end
        )
        return found if self._deadline is None else self._deadline.watched(found)

    def mentions(self, kind: type[F]) -> tuple[F, ...]:
        """The claims of a class (`Actor`, `TimeExpression`, ...) found so far, by position."""
        return self.group_mentions(kind.group)  # type: ignore[return-value]

    def mentions_between(self, kind: type[F], start: int, end: int) -> tuple[F, ...]:
        """The claims of a class whose first span begins inside `start:end`."""
        if self._deadline is not None:
            self._deadline.check()
        reading, group = self._reading, kind.group
        starts = reading.starts(group)
        first = bisect_left(starts, start)
        return reading.mentions(group)[first : bisect_left(starts, end, first)]  # type: ignore[return-value]

    def group_mentions(self, group: str) -> tuple[Fact, ...]:
        """The claims of a group found so far, by position, for groups whose class is not ours."""
        if self._deadline is not None:
            self._deadline.check()
        return self._reading.mentions(group)

    @property
    def record(self) -> Record:
        """What was found so far, provisionally resolved: actors folded, events linked."""
        if self._deadline is not None:
            self._deadline.check()
        return self._reading.record()

    @property
    def published(self) -> str | None:
        """The article's date as far as it is known: its own, or the one read from its head."""
        article = self._reading.article
        if article.published:
            return article.published
        return published_of(article, self.mentions(TimeExpression), self.mentions(Dateline))
