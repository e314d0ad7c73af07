"""What the rules of clauses share: figures, and which phrases may be one."""

from newsfacts import Count
from newsfacts.model import altered, passing
from newsfacts_casualties import lexicon
from newsfacts_casualties.lists import Lists
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import NounPhrase, Sentence

_STAFF = frozenset(("employee", "employees", "staff", "managers", "executives", "players"))
_HURTS = frozenset(("hurt", "hurts", "hurting", "harming", "harmed"))
_SCENES = frozenset(("scene", "site"))
_CORPSES = frozenset(("dead", "bodies", "victims", "corpses"))
_ARMED_SIDES = frozenset(("perpetrator", "militant", "military"))
_DWELLERS = frozenset((
    "people", "residents", "villagers", "families", "households", "inhabitants", "locals",
    "persons", "dwellers", "farmers", "refugees", "others",
))  # fmt: skip
_ARMED = frozenset(("perpetrator", "militant", "military", "police"))
"""Kinds of those who flee from what they did, or from a fight."""


@passing
class Figure:
    """A figure as a clause states it, before scope, place and source are told.

    `first` to `last` are the tokens of its evidence; `group` the noun phrase; `subset` says that
    it is told as part of another figure of the sentence; `whole_of` is the first token of the part
    within whose words a whole is told ("six of the 31 wounded"), else -1;
    `lead` the token behind the subject that an active verb shares with the verb before it, else -1;
    `older` of the figure from which a toll rose or fell; `source` the tokens of who gives a number
    in a clause without a verb, else -1.
    """

    harm: str
    count: Count
    group: NounPhrase | None
    predicate: Predicate | None
    first: int
    last: int
    subset: bool = False
    agent: NounPhrase | None = None
    ordinal: bool = False
    whole_of: int = -1
    lead: int = -1
    older: bool = False
    source: tuple[int, int] = (-1, -1)

    @property
    def number(self) -> int:
        """How many it is, or at least how many; 0 where nothing tells."""
        return self.count.value or self.count.low or 0


class ClauseBase(Lists):
    """Collects the figures of a sentence."""

    def __init__(self, sentence: Sentence, predicates: list[Predicate]) -> None:
        super().__init__(sentence, predicates)
        self.objects: dict[int, Predicate] = {}
        self.found: dict[tuple[int, str], Figure] = {}
        self.extra: list[Figure] = []
        self.stated: list[tuple[Predicate, list[int]]] = []

    def add(
        self,
        index: int,
        predicate: Predicate,
        harm: str | None = None,
        *,
        subset: bool = False,
        agent: NounPhrase | None = None,
        lead: int = -1,
    ) -> None:
        """Take in a phrase as a figure of a predicate, if it can be one."""
        group = self.sentence.groups[index]
        harm = harm or predicate.harm
        if not self.acceptable(group, predicate, harm):
            return
        key = (index, harm)
        if key in self.found:
            return
        first, last = group.first, group.last
        if 0 <= predicate.head - group.last <= 1 and predicate.last - predicate.head <= 5:
            last = max(last, predicate.last)
        elif predicate.last == group.first and predicate.voice == "active":
            first = predicate.first
        count = group.count
        text = self.sentence.span_text(group.first, group.last)
        if group.head < 0 and not group.name:
            text = count.text
        self.found[key] = Figure(
            harm, count if group.count.text else altered(count, text=text), group, predicate,
            first, last, subset or (group.partitive and self.of_figure(group, harm)), agent,
            group.ordinal, -1, lead,
        )  # fmt: skip

    def note(
        self,
        index: int,
        harm: str,
        predicate: Predicate | None = None,
        *,
        first: int = -1,
        last: int = -1,
        subset: bool = False,
        source: tuple[int, int] = (-1, -1),
    ) -> None:
        """Take in a phrase as a figure of a harm as it stands, unless it is one already.

        Its evidence begins at the token `first` and ends before `last`: where these are -1, as the
        phrase does.
        """
        if (index, harm) in self.found:
            return
        group = self.sentence.groups[index]
        self.found[(index, harm)] = Figure(
            harm, group.count, group, predicate, group.first if first < 0 else first,
            group.last if last < 0 else last, subset, source=source,
        )  # fmt: skip

    def is_told(self, index: int) -> bool:
        """Tell whether a phrase is a figure of any harm."""
        return any(key[0] == index for key in self.found)

    def of_figure(self, group: NounPhrase, harm: str) -> bool:
        """Tell "one of them" from "two of the nine captives", and from other harm to a whole.

        Those who die "of whom" others tell that they fell ill or were hurt are no part of a toll.
        """
        words = {self.word(k) for k in range(group.first, group.last)}
        if "whom" in words:
            return self.whole_of_harm(group.first, harm)
        return bool(words & {"them", "which"})

    def whole_of_harm(self, at: int, harm: str) -> bool:
        """Tell whether the figure before a token is a whole of one of a harm."""
        if "casualties" in self.words[:at]:
            return True
        whole = self.whole_before(at)
        return whole is not None and whole.harm in (harm, "casualties")

    def acceptable(self, group: NounPhrase, predicate: Predicate, harm: str) -> bool:
        """Tell whether a phrase may be harmed by a predicate."""
        if group.count.unit == "households" and harm in {"killed", "injured"}:
            return False
        if self.numbered(group):
            return False
        if group.pronoun and self.word(group.first) in {"they", "them", "themselves"}:
            return False
        single = group.count.value == 1 or group.name
        if (
            harm == "displaced"
            and self.word(predicate.first) in lexicon.grammar("fleeing")
            and (self.word(group.head) in lexicon.grammar("runaways") or group.kind in _ARMED)
        ):
            return False
        if (
            single
            and self.word(predicate.first) == "in"
            and (self.word(predicate.last - 1) in lexicon.grammar("hospitals"))
        ):
            return False  # who is ill is in hospital, too
        word = self.word(predicate.first)
        if word.startswith("eliminat") and group.kind not in _ARMED_SIDES:
            return False  # from a cup
        if word.startswith("relocat") and (
            predicate.voice == "active" or self.word(group.head) not in _DWELLERS
        ):
            return False  # a firm and its staff
        if single and word == "treated" and (
            self.word(predicate.last - 1) in _SCENES
        ):  # fmt: skip
            return False  # for a scratch
        if harm == "missing" and not _CORPSES.isdisjoint(
            self.words[group.last - 1 : group.last + 1]
        ):
            return False  # "buried 12 of its dead"
        few = group.count.modifier == "exact" and (group.count.value or 0) < 10
        if harm == "displaced" and few and self.word(predicate.first).startswith("fl"):
            return False  # "two others fled"
        if harm == "displaced" and single and group.count.modifier == "exact":
            return False
        if group.name and (harm == "affected" or (
            predicate.weak and self.word(predicate.first).startswith("beat")
        )):  # fmt: skip
            return False  # a firm "in need of" money, a team that beat another
        if group.bare_plural and self.no_body_hurt(predicate, harm):
            return False
        if (
            predicate.weak
            and group.bare_plural
            and group.definite
            and (self.word(group.head) == "victims")
        ):
            return False  # those told before
        if harm == "affected" and (
            self.word(group.head) in lexicon.words("harm", "not_harm", "staff")
            or (predicate.voice == "active" and not self.afflicted())
        ):
            return False
        if (
            harm == "released"
            and self.word(group.head) in _STAFF
            and self.sentence.vocabulary.isdisjoint(lexicon.grammar("captivity"))
        ):
            return False  # "50 employees would be released"
        if harm == "released" and (
            self.word(group.first) in ("himself", "herself") or self.out_of_hospital(predicate)
        ):
            return False
        if (
            harm in {"missing", "affected"}
            and single
            and group.count.modifier == "exact"
            and group.head >= 0
            and predicate.voice == "active"
        ):
            return False
        if self.word(group.head) in {"casualties", "injuries", "deaths"} and group.definite:
            return False
        if not group.known:
            if self.word(predicate.first).startswith("burn"):
                return False
            if harm in ("affected", "released", "missing") or predicate.weak:
                return False
        return not (group.head >= 0 and self.word(group.head) in lexicon.not_people())

    def out_of_hospital(self, predicate: Predicate) -> bool:
        """Tell "were treated and released", "released from a clinic" from prisoners set free."""
        at = predicate.last
        behind = self.words[at : at + 7] if self.word(at - 1) == "from" else self.words[at : at + 8]
        if not lexicon.grammar("hospitals").isdisjoint(behind) and (
            self.word(at - 1) == "from" or self.word(at) == "from"
        ):
            return True
        return "treated" in self.words[max(0, predicate.head - 4) : predicate.first]

    def no_body_hurt(self, predicate: Predicate, harm: str) -> bool:
        """Tell "the tariff hurts farmers", "may not affect humans" from harm to people."""
        if harm == "affected":
            return True
        return (
            (predicate.voice == "active" or self.word(predicate.first) == "harmed")
            and self.word(predicate.first) in _HURTS
            and self.sentence.vocabulary.isdisjoint(lexicon.event_words())
        )

    def afflicted(self) -> bool:
        """Tell a sentence with a disaster or the like from one of a plan that affects people."""
        return self.tells(lexicon.grammar("afflictions")) or any(
            word in lexicon.event_words() for word in self.words
        )

    def numbered(self, group: NounPhrase) -> bool:
        """Tell a bare number that is a call or an age: "called 911", "ages 4 and 6"."""
        if group.head >= 0 or group.name or group.count.value is None:
            return False
        before = [self.word(group.first - k) for k in (1, 2)]
        if group.count.value == 911 and {"call", "called", "calling", "dialed", "a", "to"} & set(
            before
        ):
            return True
        if before[0] in ("ages", "aged", "age") or before[1] in ("ages", "aged"):
            return True
        if before == ["of", "age"] or before == ["of", "ages"]:
            return True
        return before == ["both", ","]

    def found_body(self, group: NounPhrase) -> bool:
        """Tell a dead body from a body of people: it is found, recovered, showed wounds."""
        if self.word(group.first - 1) in ("on", "in", "to", "from", "into", "through"):
            return False
        if group.count.value == 0:
            return False
        between = self.words[group.first + 1 : group.head]
        if (
            group.count.value == 1
            and not group.definite
            and not all(
                word in lexicon.words("wounds", "body", "states")
                or word in lexicon.attributive()
                or word.endswith(("'s", "’s", "-year-old"))
                for word in between
            )
        ):
            return False  # "a watchdog body"
        near = {
            self.word(k)
            for k in range(max(0, group.first - 4), min(len(self.read), group.last + 6))
        }
        return bool(near & lexicon.grammar("found"))

    def whole_before(self, at: int) -> Figure | None:
        """The figure that a part told at a token belongs to."""
        before = [
            each
            for each in self.found.values()
            if each.group is not None and each.group.last <= at and not each.subset
        ]
        if not before:
            return None
        last = max(each.first for each in before)
        return next(each for each in before if each.first == last)

    def index_of(self, figure: Figure) -> int:
        """Give the index of the phrase of a figure."""
        return (
            self.sentence.groups.index(figure.group) if figure.group in self.sentence.groups else -1
        )

    def add_name(self, first: int, end: int, predicate: Predicate, harms: list[str]) -> None:
        """Take in a stretch of words as the name of one person."""
        text = self.sentence.span_text(first, end)
        group = NounPhrase(
            first, end, Count.of(1, text=text), -1, None, True, name=True, definite=True,
            victims_first=first, victims_last=end,
        )  # fmt: skip
        index = len(self.sentence.groups)
        self.sentence.groups.append(group)
        for harm in harms:
            self.add(index, predicate, harm)

    def unknown_before(self, end: int) -> int:
        """Give the begin of the run of words before a token that no lexicon knows, up to seven."""
        first = end
        while first > 0 and first > end - 7:
            token = self.read[first - 1]
            word = token.lower
            if (
                token.kind != "word"
                or word in lexicon.stop_words()
                or word in lexicon.not_people()
                or word in lexicon.event_words()
                or first - 1 in self.sentence.covering
                or first - 1 in self.at
            ):
                break
            first -= 1
        return first
