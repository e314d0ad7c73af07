"""What the rules of clauses share: figures, phrases at a token, lists of phrases."""

import attrs

from newsfacts import Count
from newsfacts_casualties import lexicon
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import NounPhrase, Sentence


@attrs.frozen
class Figure:
    """A figure as a clause states it, before scope, place and source are told.

    `first` to `last` are the tokens of its evidence; `group` the noun phrase; `subset` says that
    it is told as part of another figure of the sentence; `whole_of` is the first token of the part
    within whose words a whole is told ("six of the 31 wounded"), else -1;
    `lead` the token behind the subject that an active verb shares with the verb before it, else -1;
    `older` of the figure from which a toll rose or fell.
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


DASHES = frozenset("-–—")
"""Marks that stand for brackets where they stand free."""


class ClauseBase:
    """Reads phrases and lists of a sentence and collects its figures."""

    def __init__(self, sentence: Sentence, predicates: list[Predicate]) -> None:
        self.sentence = sentence
        self.read = sentence.read
        self.words = sentence.words
        self.predicates = predicates
        self.at: dict[int, Predicate] = {}
        for predicate in predicates:
            for position in range(predicate.first, predicate.last):
                self.at[position] = predicate
        self.objects: dict[int, Predicate] = {}
        self.found: dict[tuple[int, str], Figure] = {}
        self.extra: list[Figure] = []
        self.stated: list[tuple[Predicate, list[int]]] = []

    def group_at(self, at: int) -> int | None:
        """Give the index of the phrase that begins at a token."""
        return self.sentence.starting.get(at)

    def group_ending(self, at: int) -> int | None:
        """The phrase whose last token is `at`."""
        index = self.sentence.covering.get(at)
        if index is not None and self.sentence.groups[index].last == at + 1:
            return index
        return None

    def word(self, at: int) -> str:
        """Give the word at a token in lower case, "" outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def tells(self, words: frozenset[str]) -> bool:
        """Tell whether the sentence has one of some words."""
        return not self.sentence.vocabulary.isdisjoint(words)

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
            harm, count if group.count.text else attrs.evolve(count, text=text), group, predicate,
            first, last, subset or (group.partitive and self.of_figure(group)), agent,
            group.ordinal, -1, lead,
        )  # fmt: skip

    def of_figure(self, group: NounPhrase) -> bool:
        """Tell "five of the wounded", "one of them" from "two of the nine captives"."""
        words = {self.word(k) for k in range(group.first, group.last)}
        return bool(words & {"them", "whom", "which"})

    def acceptable(self, group: NounPhrase, predicate: Predicate, harm: str) -> bool:
        """Tell whether a phrase may be harmed by a predicate."""
        if group.count.unit == "households" and harm in ("killed", "injured"):
            return False
        if self.numbered(group):
            return False
        if group.pronoun and self.word(group.first) in ("they", "them", "themselves"):
            return False
        single = group.count.value == 1 or group.name
        if (
            harm == "displaced"
            and self.word(predicate.first)
            in (
                "fled",
                "flee",
                "fleeing",
                "flees",
            )
            and (
                self.word(group.head) in lexicon.grammar("runaways")
                or group.kind
                in (
                    "perpetrator",
                    "militant",
                    "military",
                    "police",
                )
            )
        ):
            return False
        if (
            single
            and self.word(predicate.first) == "in"
            and (self.word(predicate.last - 1) in lexicon.grammar("hospitals"))
        ):
            return False  # who is ill is in hospital, too
        if harm == "missing" and self.word(group.last - 1) in ("dead", "bodies", "victims"):
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
        if harm == "released" and (
            self.word(group.first) in ("himself", "herself") or self.out_of_hospital(predicate)
        ):
            return False
        if (
            harm in ("missing", "affected")
            and single
            and group.count.modifier == "exact"
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
            predicate.voice == "active"
            and self.word(predicate.first) in ("hurt", "hurts", "hurting")
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

    def skip_adverbs(self, at: int) -> int:
        """Give the token behind adverbs."""
        while at < len(self.read) and self.word(at).endswith("ly") and self.group_at(at) is None:
            at += 1
        return at

    def named_ahead(self, at: int) -> list[int]:
        """Read "the murder of liberal presidential hopeful Ivo Marek": a list begun by a name."""
        for position in range(at, min(len(self.words), at + 7)):
            index = self.group_at(position)
            if index is not None:
                return self.list_from(position) if self.sentence.groups[index].name else []
            word = self.word(position)
            if (
                self.read[position].kind != "word"
                or position in self.at
                or (
                    word in lexicon.stop_words()
                    and not (position == at and word in lexicon.grammar("determiners"))
                )
            ):
                return []
        return []

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
            joined = at = self.behind_title(group, at)
            if self.word(joined) == ",":
                joined += 1
            if [self.word(k) for k in range(joined, joined + 3)] == ["as", "well", "as"]:
                joined += 3
            elif self.word(joined) in ("along", "together") and self.word(joined + 1) == "with":
                joined += 2
            elif [self.word(k) for k in range(joined, joined + 3)] == ["in", "addition", "to"]:
                joined += 3
            if self.word(joined) in ("and", "&"):
                joined += 1
            if joined == at:
                joined = self.behind_bracket(at)
            if joined == at:
                joined = self.behind_clause(at)
            if joined == at:
                joined = self.behind_place(at)
            if joined == at:
                break
            if self.word(joined) in ("a", "an") and self.group_at(joined) is None:
                break
            following = self.group_at(joined)
            if following is None or following in listed:
                break
            if self.begins_clause(following, comma=self.word(joined - 1) == ","):
                break
            if self.title_of(group, following, comma=self.word(joined - 1) == ","):
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

    def title_of(self, group: NounPhrase, index: int, *, comma: bool) -> bool:
        """Tell "president of" behind a name and a comma: what he is, nobody else."""
        title = self.sentence.groups[index]
        return (
            comma and group.name and title.head >= 0 and title.count.value == 1
            and title.victims_first == title.first and not (title.name or title.definite)
            and not title.more
        )  # fmt: skip

    def behind_clause(self, at: int) -> int:
        """Give where a list goes on behind a clause about its first item.

        "killed a clerk running for mayor, his driver and a guard": the token of "his".
        """
        if not (self.word(at).endswith("ing") or self.word(at) in ("who", "from")):
            return at
        for position in range(at + 1, min(len(self.read), at + 14)):
            word = self.word(position)
            if position in self.at or word in (".", ";", ":", "and"):
                return at
            if word != ",":
                continue
            index = self.group_at(position + 1)
            if index is None:
                return at
            last = self.sentence.groups[index].last
            if self.word(last) in (",", "and") and self.word(last - 1) != ",":
                ahead = last + (2 if self.word(last + 1) == "and" else 1)
                more = self.group_at(ahead)
                if more is not None and not self.begins_clause(more, comma=False):
                    return position + 1
            return at
        return at

    def behind_title(self, group: NounPhrase, at: int) -> int:
        """Give the token behind the apposition of a name: "Ivo Marek, leader of the guild,"."""
        if self.word(at) != "," or not group.name:
            return at
        index = self.group_at(at + 1)
        if index is None:
            noun = lexicon.nouns().get(self.word(at + 1))
            last = at + 2 if noun is not None and not noun.plural else at
        else:
            title = self.sentence.groups[index]
            plain = title.victims_first == title.first and not (title.name or title.definite)
            last = title.last if title.count.value == 1 and plain else at
        if self.word(last) != "of":
            return at
        for position in range(last, min(len(self.words), last + 12)):
            word = self.word(position)
            if word == ",":
                return position
            if position in self.at or word in (".", ";", "and"):
                return at
        return at

    def behind_bracket(self, at: int) -> int:
        """Give where a list goes on behind a bracket: "six guards (four Danes) and a cook"."""
        close = {"(": ")", "[": "]"}.get(self.word(at), "")
        dashes = self.word(at) == "-" and self.word(at + 1) == "-"
        if not close and not dashes:
            return at
        for position in range(at + 2, min(len(self.words) - 1, at + 30)):
            if dashes and self.word(position) == "-" and self.word(position + 1) == "-":
                return position + 3 if self.word(position + 2) == "and" else at
            if close and self.word(position) == close:
                return position + 2 if self.word(position + 1) == "and" else at
        return at

    def behind_place(self, at: int) -> int:
        """Give where a list goes on behind a place or the like.

        "killed the mayor of Duvel, as well as two guards", "a cook from Morvan and two nurses".
        """
        if self.word(at) not in ("of", "in", "from", "at", "near", "called", "named"):
            return at
        for position in range(at + 1, min(len(self.words), at + 14)):
            word = self.word(position)
            if position in self.at or word in (".", ";", ":", "that", "when", "while", "who"):
                return at
            behind = position + 1
            if [word, self.word(behind), self.word(behind + 1)] == ["as", "well", "as"]:
                return behind + 2
            if word in ("along", "together") and self.word(behind) == "with":
                return behind + 1
            if word != "and":
                continue
            index = self.group_at(behind)
            if index is None:
                return at
            group = self.sentence.groups[index]
            told = group.name or (
                group.count.value is not None
                and (not group.definite or self.word(group.first) in ("his", "her", "their"))
            )
            ends = self.word(group.last) in (",", ".", ";", "and", "", "who") or (
                self.word(group.last) in lexicon.grammar("prepositions")
            )
            return behind if told and ends and position - at <= 6 else at
        return at

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
            if word in DASHES and self.free_dash(at):
                return False
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
                ")",
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

    def free_dash(self, at: int) -> bool:
        """Tell a dash between words from a hyphen within them."""
        if not 0 < at < len(self.read) - 1:
            return False
        return (
            self.word(at) in ("–", "—")
            or self.read[at - 1].end < self.read[at].start < self.read[at + 1].start - 1
        )

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
