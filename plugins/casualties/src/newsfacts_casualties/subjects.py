"""Finding the subject of a verb group, back from it."""

from newsfacts import Count
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import ClauseBase
from newsfacts_casualties.predicates import Predicate
from newsfacts_casualties.sentence import NounPhrase

_MEMBERS = frozenset(("including", "include", "included", "includes", "among", "counting"))


class Subjects(ClauseBase):
    """Finds subjects and the lists that they end."""

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
                    before in lexicon.grammar("prepositions")
                    and not (adjacent and predicate.voice == "participle")
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
            elif (
                word in (";", "—", "–", ":")
                or (
                    word in (".", "?", "!")
                    and at < predicate.head - 1
                    and len(self.word(at - 1)) > 3
                )
                or (
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
                )
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
