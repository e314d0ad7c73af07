"""Who is harmed by what: the rules of clauses, one for each construction."""

from collections.abc import Iterator

import attrs

from newsfacts import Count
from newsfacts_casualties import lexicon
from newsfacts_casualties.phrases import NounPhrase, Sentence
from newsfacts_casualties.predicates import Predicate


@attrs.frozen
class Figure:
    """A figure as a clause states it, before scope, place and source are told.

    `first` to `last` are the tokens of its evidence; `group` the noun phrase; `subset` says that
    it is told as part of another figure of the sentence.
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


_BREAKS = frozenset((";", ":", "—", "–", "(", ")", "-"))
_DEAD = {
    "dead": "killed", "killed": "killed", "victims": "killed", "fatalities": "killed", "slain": "killed",
    "injured": "injured", "wounded": "injured", "hurt": "injured", "casualties": "casualties",
    "missing": "missing", "hostages": "abducted", "detained": "detained", "arrested": "detained",
}  # fmt: skip
_HELD = {"hostage": "abducted", "captive": "abducted", "prisoner": "detained"}
_RISING = frozenset(("deaths", "casualties", "fatalities", "injuries"))
_MEMBERS = frozenset(("including", "include", "included", "includes", "among", "counting"))


def read_figures(sentence: Sentence, predicates: list[Predicate]) -> list[Figure]:
    """Give the figures of a sentence in order of position, each phrase once for a harm."""
    return _Reader(sentence, predicates).run()


class _Reader:
    def __init__(self, sentence: Sentence, predicates: list[Predicate]) -> None:
        self.sentence = sentence
        self.read = sentence.read
        self.predicates = predicates
        self.at: dict[int, Predicate] = {}
        for predicate in predicates:
            for position in range(predicate.first, predicate.last):
                self.at[position] = predicate
        self.objects: dict[int, Predicate] = {}
        self.found: dict[tuple[int, str], Figure] = {}
        self.extra: list[Figure] = []
        self.stated: list[tuple[Predicate, list[int]]] = []

    def run(self) -> list[Figure]:
        for index, predicate in enumerate(self.predicates):
            if predicate.voice == "active":
                self.objects_of(predicate, index)
        for index, predicate in enumerate(self.predicates):
            match predicate.voice:
                case "passive" | "participle":
                    self.subjects_of(predicate, index)
                case "nominal":
                    self.nominal(predicate)
                case "toll":
                    self.toll(predicate)
                case "lives":
                    self.lives(predicate)
                case "joined":
                    self.joined(predicate, index)
        self.stated_by_noun()
        self.casualties_told()
        self.among_the_dead()
        self.lost_men()
        self.held()
        self.subsets()
        self.by_place()
        self.the_rest()
        self.rivals()
        figures = [*self.found.values(), *self.extra]
        return sorted(self.settle(figures), key=lambda each: (each.first, each.last, each.harm))

    # -- helpers -------------------------------------------------------------------------------

    def group_at(self, at: int) -> int | None:
        return self.sentence.starting.get(at)

    def group_ending(self, at: int) -> int | None:
        """The phrase whose last token is `at`."""
        index = self.sentence.covering.get(at)
        if index is not None and self.sentence.groups[index].last == at + 1:
            return index
        return None

    def word(self, at: int) -> str:
        return self.read[at].lower if 0 <= at < len(self.read) else ""

    def add(
        self,
        index: int,
        predicate: Predicate,
        harm: str | None = None,
        *,
        subset: bool = False,
        agent: NounPhrase | None = None,
    ) -> None:
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
            harm, count if group.count.text else attrs.evolve(count, text=text), group, predicate,
            first, last, subset or (group.partitive and self.of_figure(group)), agent, group.ordinal,
        )  # fmt: skip

    def of_figure(self, group: NounPhrase) -> bool:
        """Tell "five of the wounded", "one of them" from "two of the nine captives"."""
        words = {self.word(k) for k in range(group.first, group.last)}
        return bool(words & {"them", "whom", "which"})

    def acceptable(self, group: NounPhrase, predicate: Predicate, harm: str) -> bool:
        if group.count.unit == "households" and harm in ("killed", "injured"):
            return False
        if group.pronoun and self.word(group.first) in ("they", "them", "themselves"):
            return False
        single = group.count.value == 1 or group.name
        if harm == "displaced" and self.word(predicate.first) in (
            "fled",
            "flee",
            "fleeing",
            "flees",
        ):
            if self.word(group.head) in lexicon.grammar("runaways") or group.kind in ("perpetrator", "militant"):
                return False
        if harm == "displaced" and single:
            return False
        if (
            harm in ("missing", "affected")
            and single
            and group.head >= 0
            and predicate.voice == "active"
        ):
            return False
        if self.word(group.head) in ("casualties", "injuries", "deaths") and group.definite:
            return False
        if not group.known:
            if self.word(predicate.first).startswith("burn"):
                return False
            if harm in ("affected", "released", "missing") or predicate.weak:
                return False
        if group.head >= 0 and self.word(group.head) in lexicon.not_people():
            return False
        return True

    # -- active: somebody kills N ----------------------------------------------------------------

    def objects_of(self, predicate: Predicate, index: int) -> None:
        harms = [predicate.harm]
        at = predicate.last
        members: list[Predicate] = [predicate]
        # "killed and wounded 30", "killing or injuring four"
        while True:
            at = self.skip_adverbs(at)
            if self.word(at) in ("and", "or", ",") or (
                self.word(at) == "," and self.word(at + 1) in ("and", "or")
            ):
                ahead = self.skip_adverbs(at + 1)
                if self.word(ahead) in ("and", "or"):
                    ahead = self.skip_adverbs(ahead + 1)
                other = self.at.get(ahead)
                if (
                    other is not None
                    and other.voice in ("active", "joined")
                    and other.first == ahead
                    and (
                        self.word(other.first).endswith("ing")
                        == self.word(predicate.first).endswith("ing")
                    )
                ):
                    joint = self.word(at)
                    if joint == "or" or "or" in (self.word(at + 1),):
                        harms = (
                            ["casualties"]
                            if {other.harm, predicate.harm} == {"killed", "injured"}
                            else [*harms, other.harm]
                        )
                    else:
                        harms.append(other.harm)
                    members.append(other)
                    at = other.last
                    continue
            break
        if len(members) > 1 and self.group_at(at) is None:
            return
        if self.word(at) in ("as", "down") and self.group_at(at + 1) is not None:
            at += 1
        listed = self.list_from(at)
        if not listed:
            return
        if (predicate.weak and self.word(self.sentence.groups[listed[-1]].last) in ("dead",)) or (
            predicate.weak
            and self.word(self.sentence.groups[listed[-1]].last) == "to"
            and self.word(self.sentence.groups[listed[-1]].last + 1) == "death"
        ):
            harms = ["killed"]
        if (
            len(members) > 1
            and all(m.harm == "injured" or m.weak for m in members[:1])
            and "killed" in harms
            and predicate.weak
        ):
            harms = ["killed"]
        if len(members) > 1 and predicate.weak and "injured" in harms:
            harms = ["injured"] if "killed" not in harms else ["killed"]
        agent = self.agent(predicate)
        for item in listed:
            for harm in dict.fromkeys(harms):
                self.add(item, predicate, harm, agent=agent)
            self.objects[item] = predicate

    def agent(self, predicate: Predicate) -> NounPhrase | None:
        """The phrase of people that stands right before an active verb."""
        found = self.subject(predicate, active=True)
        return self.sentence.groups[found] if found is not None else None

    def skip_adverbs(self, at: int) -> int:
        while at < len(self.read) and self.word(at).endswith("ly") and self.group_at(at) is None:
            at += 1
        return at

    def list_from(self, at: int) -> list[int]:
        """Read "NP", "NP and NP", "NP, NP and NP" from a token on."""
        first = self.group_at(at)
        if first is None:
            return []
        listed = [first]
        while True:
            group = self.sentence.groups[listed[-1]]
            at = group.last
            # ", 27," behind a name
            if (
                self.word(at) == ","
                and self.read[at + 1 : at + 2]
                and self.read[at + 1].kind == "number"
                and self.word(at + 2) in (",", "and", ".", "")
            ):
                at += 2
            joined = at
            if self.word(joined) == ",":
                joined += 1
            if [self.word(k) for k in range(joined, joined + 3)] == ["as", "well", "as"]:
                joined += 3
            elif self.word(joined) in ("along", "together") and self.word(joined + 1) == "with":
                joined += 2
            if self.word(joined) in ("and", "&"):
                joined += 1
            if joined == at:
                break
            if self.word(joined) in ("a", "an") and self.group_at(joined) is None:
                break
            following = self.group_at(joined)
            if following is None or following in listed:
                break
            if self.begins_clause(following, comma=self.word(joined - 1) == ","):
                break
            if (
                self.word(joined - 1) == ","
                and self.sentence.groups[following].name
                and (group.count.value == 1 and not group.name)
            ):
                # "his wife, Mariam Sow, 65,": a name beside its noun
                self.sentence.groups[listed[-1]] = attrs.evolve(
                    group, last=self.sentence.groups[following].last
                )
                continue
            listed.append(following)
        return listed

    def begins_clause(self, index: int, *, comma: bool) -> bool:
        """Tell a phrase that is the subject of a verb of its own."""
        group = self.sentence.groups[index]
        if group.pronoun:
            return True
        at = group.last
        for _ in range(12):
            word = self.word(at)
            if word in (
                "was",
                "were",
                "is",
                "are",
                "has",
                "have",
                "had",
                "will",
                "would",
                "could",
                "may",
                "might",
                "said",
                "told",
                "did",
                "says",
            ):
                return True
            predicate = self.at.get(at)
            if predicate is not None:
                return predicate.voice in ("passive", "participle", "joined") or (
                    predicate.voice == "active" and predicate.finite
                )
            if word in (
                "",
                ".",
                ",",
                ";",
                ":",
                "and",
                "who",
                "which",
                "that",
                "(",
                "when",
                "while",
                "as",
                "after",
                "before",
            ):
                return False
            if comma is False and word in ("in", "on", "at", "by"):
                return False
            at += 1
        return False

    # -- passive and intransitive: N are killed, N die ----------------------------------------------

    def subjects_of(self, predicate: Predicate, index: int) -> None:
        harm = predicate.harm
        # "were killed or injured", "was shot and killed"
        other = self.next_joined(predicate)
        harms = [harm]
        if other is not None:
            joint = self.word(other.first - 1)
            if not self.owns_subject(other):
                if predicate.weak:
                    harms = [other.harm]
                elif joint == "or" and {harm, other.harm} == {"killed", "injured"}:
                    harms = [harm, other.harm]
                else:
                    harms.append(other.harm)
        if predicate.weak and other is None and self.told_dead(predicate):
            harms = ["killed"]
        subject = self.subject(predicate)
        if subject is None:
            self.by_name(predicate, harms)
            return
        listed = self.list_back(subject, predicate)
        zero = self.sentence.groups[listed[-1]].count.value == 0
        if zero and harms == ["casualties"]:
            harms = ["killed", "injured"]
        if (
            len(harms) > 1
            and set(harms) == {"killed", "injured"}
            and other is not None
            and not zero
            and self.word(other.first - 1) == "or"
        ):
            harms = ["casualties"]
        for item in listed:
            for each in dict.fromkeys(harms):
                self.add(item, predicate, each)
        self.stated.append((predicate, listed))

    def told_dead(self, predicate: Predicate) -> bool:
        """Tell "was shot in the head and died", "shot ... dead"."""
        for other in self.predicates:
            if (
                other.first > predicate.last
                and other.harm == "killed"
                and other.first - predicate.last < 12
            ):
                between = {self.word(k) for k in range(predicate.last, other.head)}
                if (
                    other.voice in ("passive", "joined")
                    and ("and" in between or "then" in between)
                    and not any(
                        predicate.last <= g.first < other.head and not g.pronoun
                        for g in self.sentence.groups
                    )
                ):
                    return True
        return False

    def owns_subject(self, predicate: Predicate) -> bool:
        index = self.group_ending(predicate.head - 1)
        return index is not None

    def next_joined(self, predicate: Predicate) -> Predicate | None:
        at = predicate.last
        if self.word(at) == ",":
            at += 1
        if self.word(at) not in ("and", "or", "but"):
            return None
        at = self.skip_adverbs(at + 1)
        if self.word(at) in ("then", "later", "another"):
            at += 1
        other = self.at.get(at)
        if (
            other is None
            or other.first != at
            or other.voice not in ("passive", "joined", "participle")
        ):
            return None
        return other if self.word(other.first - 1) in ("and", "or", "but") or True else None

    def joined(self, predicate: Predicate, index: int) -> None:
        """A participle that shares the subject of the one before; read with that one."""

    def subject(self, predicate: Predicate, *, active: bool = False) -> int | None:
        """Look back from a verb group for the phrase that is its subject."""
        at = predicate.head - 1
        steps = 0
        relative = False
        candidate: int | None = None
        while at >= 0 and steps < 45:
            word = self.word(at)
            index = self.sentence.covering.get(at)
            if index is not None:
                group = self.sentence.groups[index]
                before = self.word(group.first - 1)
                adjacent = group.last == predicate.head
                if group.pronoun and self.word(group.first) in ("he", "she", "they"):
                    return None if predicate.voice == "participle" else index
                if adjacent and self.word(predicate.head) == "being":
                    return index
                if adjacent and before in ("after", "before", "since", "than", "until", "as"):
                    return index
                if index in self.objects and not relative and not adjacent:
                    at = self.objects[index].head - 1
                    steps += 2
                    if (
                        at >= 0
                        and self.objects[index].finite
                        and self.word(at) not in ("who", "that", "which")
                    ):
                        # an active clause stands between
                        if self.word(self.objects[index].last) and not self.relative_before(
                            self.objects[index]
                        ):
                            return candidate
                    continue
                if before in _MEMBERS and not relative:
                    at = group.first - 2
                    steps += 1
                    continue
                if (
                    before in lexicon.grammar("prepositions") and not (adjacent and predicate.voice == "participle")
                ) or before in _MEMBERS:
                    if before == "of" and self.holds_of(group.first - 1):
                        candidate = self.sentence.covering.get(group.first - 2)
                        return candidate
                    if relative or (predicate.voice == "participle" and adjacent):
                        return index
                    if before in _MEMBERS or not self.sentence.upper or True:
                        if candidate is None and before in ("of",) and False:
                            candidate = index
                        at = group.first - 2
                        steps += 1
                        continue
                member = self.member_list(index)
                if member is not None:
                    at = member
                    steps += 1
                    continue
                if adjacent and self.word(predicate.head) == "being":
                    return index
                if before in (",",) and not adjacent and self.apposed(group):
                    at = group.first - 2
                    steps += 1
                    continue
                return index
            if word in ("]", ")"):
                at = self.opening(at) - 1
                steps += 1
                continue
            if word in ("who", "whom", "that", "which"):
                if at == predicate.head - 1 or steps <= 2:
                    relative = True
            elif word in (";", "—", "–", ":") or (
                word in (".", "?", "!") and at < predicate.head - 1 and len(self.word(at - 1)) > 3
            ) or (
                word
                in (
                    "while",
                    "when",
                    "because",
                    "although",
                    "if",
                    "but",
                    "whether",
                    "where",
                    "as",
                    "than",
                )
                and steps
            ):
                return candidate
            elif word in ("how",) and self.word(at + 1) == "many":
                return None
            other = self.at.get(at)
            if other is not None and other is not predicate:
                if other.voice in ("passive", "participle") and not relative:
                    if (
                        self.word(other.head - 1) in ("who", "which", "that")
                        or other.voice == "participle"
                    ):
                        at = other.head - 1
                        steps += 1
                        continue
                    return self.shared(other, predicate)
                if other.voice == "toll" and not active and predicate.voice != "participle":
                    return candidate
            if (
                predicate.voice == "participle"
                and not relative
                and not (
                    word.endswith("ly")
                    or (word == "," and steps == 0)
                    or word in ("were", "was", "more", "others", "-", "reported", "also", "then")
                )
            ):
                return None
            at -= 1
            steps += 1
        return candidate

    def member_list(self, index: int) -> int | None:
        """Give the token before "including" where a phrase ends a list that it opens."""
        group = self.sentence.groups[index]
        if group.more:
            return None  # "including nine Danes, and over 60 others were hurt"
        for _ in range(6):
            at = group.first - 1
            word = self.word(at)
            if word in _MEMBERS:
                return at - 1
            if word in ("them", "whom") and self.word(at - 1) in ("among", "of"):
                part = self.sentence.covering.get(at)
                if part is not None and self.sentence.groups[part].partitive:
                    return self.sentence.groups[part].first - 1
                return at - 2
            if word not in ("and", ","):
                return None
            if self.word(at - 1) == ",":
                at -= 1
            previous = self.group_ending(at - 1)
            if previous is None:
                return None
            group = self.sentence.groups[previous]
        return None

    def opening(self, at: int) -> int:
        """The token of the bracket that the one at a token closes."""
        mark = {"]": "[", ")": "("}[self.word(at)]
        for position in range(at - 1, max(-1, at - 40), -1):
            if self.word(position) == mark:
                return position
        return at

    def relative_before(self, predicate: Predicate) -> bool:
        return self.word(predicate.head - 1) in ("who", "which", "that", "whom")

    def shared(self, other: Predicate, predicate: Predicate) -> int | None:
        """ "Two fell ill and later died": the subject of the verb before."""
        between = {self.word(k) for k in range(other.last, predicate.head)}
        if "and" in between or "but" in between or "before" in between:
            for stated, listed in self.stated:
                if stated is other and listed:
                    return listed[-1]
        return None

    def holds_of(self, at: int) -> bool:
        """Tell "members of the crew were": the phrase before "of" is one of people."""
        index = self.sentence.covering.get(at - 1)
        return index is not None and self.sentence.groups[index].last == at

    def apposed(self, group: NounPhrase) -> bool:
        """Tell an apposition between commas from the next item of a list."""
        return (
            self.word(group.last) == ","
            and not group.more
            and (
                self.sentence.covering.get(group.first - 2) is not None
                and self.word(group.first) in ("a", "an", "the", "both", "all")
            )
        )

    def list_back(self, subject: int, predicate: Predicate) -> list[int]:
        """Collect the items of "nine guards and three visitors were killed"."""
        listed = [subject]
        while True:
            group = self.sentence.groups[listed[0]]
            at = group.first - 1
            word = self.word(at)
            if word == "and" and self.word(at - 1) == ",":
                at -= 1
            elif word not in ("and", ",", "&"):
                break
            comma = self.word(at) == ","
            at -= 1
            # ", 27," behind a name
            if (
                self.read[at : at + 1]
                and self.read[at].kind == "number"
                and self.word(at - 1) == ","
                and self.sentence.covering.get(at) is None
            ):
                at -= 2
            index = self.group_ending(at) if at >= 0 else None
            if index is None and word == "and" and not comma:
                index = self.capital_before(at)
            if index is None or index in self.objects:
                break
            previous = self.sentence.groups[index]
            if self.word(previous.first - 1) in lexicon.grammar("prepositions") and self.word(
                previous.first - 1
            ) not in ("of",):
                break
            if comma and len(listed) == 1 and word == ",":
                break
            if group.pronoun or previous.pronoun or self.word(previous.first - 1) in _MEMBERS:
                break
            listed.insert(0, index)
        return listed

    def capital_before(self, at: int) -> int | None:
        """Take "Diallo" in "Diallo and his guard were killed" for a person."""
        if (
            self.sentence.upper
            or at < 0
            or (at > 0 and self.word(at - 1) not in (".", ",", "that", "when", "after"))
        ):
            return None
        token = self.read[at]
        if (
            token.kind != "word"
            or not token.text[:1].isupper()
            or token.lower in lexicon.grammar("not_names")
            or len(token.text) < 3
        ):
            return None
        if (
            self.sentence.is_name(token.start, token.end) is False
            or token.lower in lexicon.stop_words()
        ):
            return None
        self.sentence.groups.append(
            NounPhrase(
                at, at + 1, Count.of(1, text=token.text), -1, None, True, name=True, definite=True,
                victims_first=at, victims_last=at + 1,
            )
        )  # fmt: skip
        return len(self.sentence.groups) - 1

    def by_name(self, predicate: Predicate, harms: list[str]) -> None:
        """Take an unread run of words before "was killed" for a person, where nothing else fits."""
        if predicate.voice != "passive":
            return
        if predicate.singular is not True and self.word(predicate.first) not in ("died", "drowned"):
            return
        if not self.sentence.upper:
            self.by_capital(predicate, harms)
            return
        end = predicate.head
        first = end
        while first > 0 and first > end - 7:
            token = self.read[first - 1]
            word = token.lower
            if token.kind != "word" or word in lexicon.stop_words() or word in lexicon.not_people():
                break
            if (
                first - 1 in self.sentence.covering
                or first - 1 in self.at
                or word in lexicon.event_words()
            ):
                break
            first -= 1
        if end - first < 1 or self.word(first - 1) in lexicon.grammar("prepositions"):
            return
        if end - first == 1 and len(self.word(first)) < 4:
            return
        self.add_name(first, end, predicate, harms)

    def by_capital(self, predicate: Predicate, harms: list[str]) -> None:
        """Take "Okello" in "Okello was killed" for a person."""
        end = predicate.head
        first = end
        while first > 0 and first > end - 4:
            token = self.read[first - 1]
            if token.kind != "word" or not token.text[:1].isupper() or token.lower in lexicon.grammar("not_names"):
                break
            if (
                token.lower in lexicon.not_people()
                or token.lower in lexicon.event_words()
                or token.lower in lexicon.stop_words()
            ):
                break
            if (
                self.sentence.is_name(token.start, token.end) is False
                or first - 1 in self.sentence.covering
            ):
                break
            first -= 1
        if first == end or self.word(first - 1) in lexicon.grammar("prepositions") or len(self.word(first)) < 3:
            return
        if self.word(first) in ("the", "a") or self.word(first - 1) in ("the", "a", "an"):
            return
        self.add_name(first, end, predicate, harms)

    def add_name(self, first: int, end: int, predicate: Predicate, harms: list[str]) -> None:
        text = self.sentence.span_text(first, end)
        group = NounPhrase(
            first, end, Count.of(1, text=text), -1, None, True, name=True, definite=True,
            victims_first=first, victims_last=end,
        )  # fmt: skip
        index = len(self.sentence.groups)
        self.sentence.groups.append(group)
        for harm in harms:
            self.add(index, predicate, harm)

    # -- nouns ---------------------------------------------------------------------------------------

    def nominal(self, predicate: Predicate) -> None:
        """Read "the deaths of 33 soldiers", "the killing of a nurse", "his death"."""
        at = predicate.last
        if self.word(predicate.first - 1) in ("fatal", "deadly") and predicate.weak:
            predicate = attrs.evolve(predicate, harm="killed", weak=False)
        if self.word(at) in ("by", "at", "in"):
            # "the murder by gunfire of two missionaries"
            for position in range(at + 1, min(len(self.read), at + 6)):
                if self.word(position) == "of" and self.group_at(position + 1) is not None:
                    at = position
                    break
                if position in self.sentence.covering:
                    break
        if self.word(predicate.first) in _RISING and self.rising(predicate):
            return
        if self.word(at) == "of" or (self.word(at) == "," and self.word(at + 1) == "of"):
            at += 1 if self.word(at) == "of" else 2
            listed = self.list_from(at)
            for item in listed:
                group = self.sentence.groups[item]
                if group.name or group.known or group.head >= 0:
                    self.add(item, predicate)
            return
        if self.word(predicate.first) in (
            "death",
            "murder",
            "killing",
            "assassination",
            "execution",
            "suicide",
            "kidnapping",
            "abduction",
            "arrest",
            "release",
            "slaying",
            "body",
            "disappearance",
            "detention",
            "capture",
        ):
            if self.word(at) in (
                "toll",
                "penalty",
                "row",
                "squad",
                "threats",
                "threat",
                "warrant",
                "sentence",
            ):
                return
            index = self.group_ending(predicate.first - 1)
            if index is not None:
                group = self.sentence.groups[index]
                if self.word(predicate.first) == "body" and not self.found_body(group):
                    return
                if group.name and self.word(group.last - 1).endswith(("'s", "’s")):
                    self.add(index, predicate)

    def lives(self, predicate: Predicate) -> None:
        """Read "claimed the lives of 12", "cost 3 lives", "lost his life"."""
        at = predicate.last
        verb = next(
            (k for k in range(predicate.first - 1, max(-1, predicate.first - 7), -1)
             if self.word(k) in lexicon.words("harm", "lives", "verbs")), None
        )  # fmt: skip
        if self.word(at) == "of" and (
            verb is not None or self.word(predicate.first - 2) in ("loss",)
        ):
            for item in self.list_from(at + 1):
                self.add(item, predicate)

    def toll(self, predicate: Predicate) -> None:
        """Read "the death toll climbed to 230 from 190", "raising the total to 26"."""
        change = lexicon.words("harm", "toll", "change")
        at = predicate.last
        steps = 0
        seen_change = False
        while at < len(self.read) and steps < 26:
            word = self.word(at)
            index = self.group_at(at)
            if index is not None:
                group = self.sentence.groups[index]
                before = self.word(at - 1)
                plausible = group.count.value is not None or group.count.modifier in (
                    "between",
                    "vague",
                )
                if (
                    plausible
                    and not group.pronoun
                    and not group.name
                    and (group.head < 0 or group.known or group.harm)
                    and (
                        before in change
                        or before in ("than", "from")
                        or (seen_change
                        and before in (",", "to", "at"))
                    )
                ):
                    self.add(index, predicate)
                    self.toll_before(group.last, predicate)
                    return
                at = group.last
                steps += 1
                continue
            if word in change:
                seen_change = True
            if word in (";", ".") or word in ("while", "but"):
                return
            at += 1
            steps += 1

    def toll_before(self, at: int, predicate: Predicate) -> None:
        """Read the older figure in "to 230 from 190", "to 9, up from 7"."""
        for position in range(at, min(len(self.read), at + 5)):
            if self.word(position) == "from":
                index = self.group_at(position + 1)
                if index is not None and self.sentence.groups[index].head < 0:
                    self.add(index, predicate)
                return

    def found_body(self, group: NounPhrase) -> bool:
        """Tell a dead body from a body of people: it is found, recovered, showed wounds."""
        if self.word(group.first - 1) in ("on", "in", "to", "from", "into", "through"):
            return False
        near = {
            self.word(k)
            for k in range(max(0, group.first - 4), min(len(self.read), group.last + 6))
        }
        return bool(near & lexicon.grammar("found"))

    def rising(self, predicate: Predicate) -> bool:
        """Read "injuries climbed by a tenth to 380" like a toll."""
        for position in range(predicate.last, min(len(self.read), predicate.last + 8)):
            word = self.word(position)
            if word in lexicon.grammar("changes"):
                before = len(self.found)
                self.toll(predicate)
                return len(self.found) > before
            if position in self.sentence.covering or word in (".", ",", "of"):
                return False
        return False

    def stated_by_noun(self) -> None:
        """Take phrases whose noun or adjective itself tells the harm: "12 bodies", "two dead men"."""
        nothing = lexicon.phrase_table("context", "negation", "nothing")
        for index, group in enumerate(self.sentence.groups):
            if group.harm is None or any(key[0] == index for key in self.found):
                continue
            word = self.word(group.head)
            noun = lexicon.nouns().get(word)
            if (
                noun is not None
                and (group.bare_plural or group.count.value == 1)
                and (group.harm not in ("killed", "injured") or group.definite)
            ):
                continue
            if noun is not None and group.definite and group.harm in ("killed", "injured"):
                continue
            if group.harm == "displaced" and (group.count.low or group.count.value or 0) < 1000:
                continue
            if noun is not None and group.count.value == 1 and self.word(group.first) != "one":
                continue
            if (
                word in ("body", "corpse", "remains", "bodies", "corpses")
                and group.count.modifier == "exact"
                and group.count.value == 1
                and not self.found_body(group)
            ):
                continue
            if word in ("life", "lives"):
                if (
                    not any(
                        self.word(k) in lexicon.words("harm", "lives", "verbs")
                        for k in range(max(0, group.first - 4), group.first)
                    )
                    and not any(
                        self.word(k) in ("lost", "claimed")
                        for k in range(group.last, min(len(self.read), group.last + 4))
                    )
                    and self.word(group.last) != "lost"
                ):
                    continue
                if group.bare_plural:
                    continue
            elif group.definite and group.bare_plural and word not in lexicon.nouns():
                continue
            if word == "remains":
                continue
            if any(
                lexicon.match_phrase(nothing, self.read, k) > k
                for k in range(max(0, group.first - 5), group.first + 1)
            ):
                continue
            harm = group.harm
            if word in ("casualties", "casualty"):
                harm = "casualties"
            self.found[(index, harm)] = Figure(
                harm, group.count, group, None, group.first, group.last, ordinal=group.ordinal
            )

    def casualties_told(self) -> None:
        """Read "caused casualties" (two or more) and "without causing injuries" (none)."""
        for at, token in enumerate(self.read):
            if token.lower not in ("casualties", "injuries", "fatalities", "deaths"):
                continue
            harm = {"casualties": "casualties", "injuries": "injured"}.get(token.lower, "killed")
            if at in self.sentence.covering:
                continue
            before = [self.word(k) for k in range(max(0, at - 3), at)]
            if (
                "without" in before
                or (before[-1:] == ["any"]
                and "without" in [self.word(k) for k in range(max(0, at - 5), at)])
            ):
                first = max(k for k in range(max(0, at - 5), at) if self.word(k) == "without")
                text = self.sentence.span_text(first, at + 1)
                self.extra.append(Figure(harm, Count.of(0, text=text), None, None, first, at + 1))
            elif (
                before[-1:]
                and before[-1]
                in (
                    "caused",
                    "causing",
                    "causes",
                    "inflicted",
                    "inflicting",
                    "suffered",
                    "heavy",
                    "numerous",
                )
                and harm == "casualties"
            ):
                count = Count.unspecified(text=token.text)
                self.extra.append(Figure(harm, count, None, None, at, at + 1))

    def among_the_dead(self) -> None:
        """Read "Among the dead are three Danes", "The victims included a baker and her nephew"."""
        for at in range(len(self.read)):
            word = self.word(at)
            if word == "among" and self.word(at + 1) in ("the", "those"):
                start = at + 2
            elif word == "the" and self.word(at + 2) in ("include", "included", "includes"):
                start = at + 1
            else:
                continue
            harm = _DEAD.get(self.word(start))
            if harm is None and self.word(at + 1) == "those" and self.word(start) == "who":
                start += 1
                form = lexicon.verbs().get(self.word(start))
                harm = form.harm if form is not None else None
            if harm is None:
                continue
            for position in range(start + 1, min(len(self.read), start + 9)):
                if self.word(position) in (
                    "are",
                    "were",
                    "is",
                    "was",
                    "include",
                    "included",
                    "includes",
                    ":",
                ):
                    for item in self.list_from(position + 1):
                        group = self.sentence.groups[item]
                        self.found.setdefault(
                            (item, harm),
                            Figure(harm, group.count, group, None, group.first, group.last, True),
                        )
                    break

    def lost_men(self) -> None:
        """Read "they lost 23 fighters": the dead of an armed side."""
        for index, group in enumerate(self.sentence.groups):
            if self.word(group.first - 1) != "lost" or group.head < 0 or group.pronoun:
                continue
            if group.kind in ("military", "militant", "police") or self.word(group.head) in (
                "men",
                "comrades",
                "members",
            ):
                if group.count.modifier != "unspecified" and not any(
                    key[0] == index for key in self.found
                ):
                    self.found[(index, "killed")] = Figure(
                        "killed", group.count, group, None, group.first - 1, group.last
                    )

    def held(self) -> None:
        """Read "took nine villagers hostage", "took two men into custody"."""
        for index, group in enumerate(self.sentence.groups):
            following = self.word(group.last)
            harm = _HELD.get(following) or (
                "detained"
                if (following, self.word(group.last + 1)) == ("into", "custody")
                else None
            )
            if (
                harm is None
                or self.word(group.first - 1) not in lexicon.grammar("taking")
                or (index, harm) in self.found
            ):
                continue
            last = group.last + (2 if following == "into" else 1)
            self.found[(index, harm)] = Figure(
                harm, group.count, group, None, group.first - 1, last
            )

    def by_place(self) -> None:
        """Read "24 died: 13 in Duvel, 9 in Morvan and 2 in Zorbun"."""
        for at in range(len(self.read)):
            if self.read[at].text not in (":", "-", "–", "—", ","):
                continue
            whole = self.whole_before(at)
            index = self.group_at(at + 1)
            if whole is None or index is None:
                continue
            run = []
            position = at + 1
            while (item := self.group_at(position)) is not None:
                group = self.sentence.groups[item]
                if group.head >= 0 or group.count.value is None or self.word(group.last) != "in":
                    break
                end = group.last + 1
                while (
                    end < len(self.read)
                    and self.read[end].kind == "word"
                    and self.word(end) not in ("and",)
                    and end < group.last + 6
                ):
                    end += 1
                run.append((item, group, end))
                position = end
                while self.word(position) in (",", "and"):
                    position += 1
            if len(run) > 1:
                for item, group, end in run:
                    self.found[(item, whole.harm)] = Figure(
                        whole.harm, group.count, group, whole.predicate, group.first, end, True
                    )

    def the_rest(self) -> None:
        """Read "three of the twelve were shot; the rest were released": nine."""
        for predicate in self.predicates:
            if predicate.voice != "passive" or self.word(predicate.head - 1) != "rest":
                continue
            first = (
                predicate.head - 2 if self.word(predicate.head - 2) == "the" else predicate.head - 1
            )
            for figure in self.found.values():
                group = figure.group
                if (
                    group is None
                    or group.total is None
                    or group.count.value is None
                    or group.last > first
                ):
                    continue
                text = self.sentence.span_text(first, predicate.head)
                count = Count.of(max(0, group.total - group.count.value), text=text)
                self.extra.append(
                    Figure(predicate.harm, count, None, predicate, first, predicate.head)
                )
                break

    def rivals(self) -> None:
        """Read "while the union spoke of 25", "the mayor put it at more than 90"."""
        for index, group in enumerate(self.sentence.groups):
            if (
                group.head >= 0
                or group.count.value is None
                or group.pronoun
                or group.name
                or group.count.value < 2
            ):
                continue
            if any(key[0] == index for key in self.found):
                continue
            at = group.first - 1
            near = [self.word(k) for k in range(max(0, at - 5), at + 1)]
            if not (
                near[-2:] == ["spoke", "of"]
                or (near[-1:] == ["at"] and {"put", "puts", "estimated"} & set(near))
                or near[-1:] in (["claimed"], ["counted"])
            ):
                continue
            whole = self.whole_before(group.first)
            if whole is not None and self.word(group.last) in (
                ".",
                ",",
                "from",
                "",
                ";",
                "in",
                "dead",
            ):
                self.found[(index, whole.harm)] = Figure(
                    whole.harm, group.count, group, None, group.first, group.last
                )

    # -- parts of figures --------------------------------------------------------------------------------

    def subsets(self) -> None:
        """Read ", including 7 children", ", among them the gunman", "three of them women"."""
        table = lexicon.phrase_table("context", "scope", "subset")
        starts = sorted(self.found.values(), key=lambda each: each.first)
        if not starts:
            return
        at = 0
        while at < len(self.read):
            end = lexicon.match_phrase(table, self.read, at)
            if end == at:
                at += 1
                continue
            words = [self.word(k) for k in range(at, end)]
            part = self.sentence.covering.get(at)
            if words[0] == "of" and part is not None and self.sentence.groups[part].partitive:
                at = end
                continue
            whole = self.whole_before(at)
            if whole is None:
                at = end
                continue
            if words[-1] in ("them", "whom", "which") and words[0] == "of":
                # "four of them children" was read as a phrase; this is "of whom four were children"
                listed = self.list_from(end)
            else:
                position = end
                if self.word(position) in ("are", "were", "is", "was", ":"):
                    position += 1
                listed = self.list_from(position)
            if not listed and words[-1] == "them" and words[0] == "among":
                index = self.group_ending(at - 1)
                if index is not None and index != self.index_of(whole):
                    listed = [index]
            for item in listed:
                key = (item, whole.harm)
                group = self.sentence.groups[item]
                if group.pronoun:
                    continue
                if key in self.found:
                    self.found[key] = attrs.evolve(self.found[key], subset=True)
                else:
                    self.found[key] = Figure(
                        whole.harm,
                        group.count,
                        group,
                        whole.predicate,
                        group.first,
                        group.last,
                        True,
                    )
            at = max(end, at + 1)
        self.of_them()

    def index_of(self, figure: Figure) -> int:
        return (
            self.sentence.groups.index(figure.group) if figure.group in self.sentence.groups else -1
        )

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

    def of_them(self) -> None:
        """Read "12 people died, four of them children" and "most of them women"."""
        for index, group in enumerate(self.sentence.groups):
            if not group.partitive or group.count.modifier == "unspecified":
                continue
            if self.word(group.last - 1) not in ("them", "whom") or any(
                k[0] == index for k in self.found
            ):
                continue
            whole = self.whole_before(group.first)
            if whole is None:
                continue
            following = self.word(group.last)
            if following in ("survived", "escaped", "recovered"):
                continue
            head, last = group, group.last
            ahead = self.group_at(group.last)
            if ahead is not None:
                last = self.sentence.groups[ahead].last
            self.found[(index, whole.harm)] = Figure(
                whole.harm, head.count, head, whole.predicate, group.first, last, True
            )

    def settle(self, figures: list[Figure]) -> Iterator[Figure]:
        """Leave out the injury of a person whose death the sentence tells."""
        killed = {each.group for each in figures if each.harm == "killed"}
        for each in figures:
            if (
                each.harm == "injured"
                and each.group in killed
                and each.predicate is not None
                and each.predicate.weak
            ):
                continue
            yield each
