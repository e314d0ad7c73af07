"""Finding the subject of a verb group, back from it."""

from newsfacts import Count
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import ClauseBase
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.sentence_reader import DASHES

# Before what most of a whole are: "12 people, mostly women and children, were killed".
_MOSTLY = frozenset(("mostly", "mainly", "largely", "chiefly", "predominantly", "primarily"))
_MEMBERS = frozenset(("including", "include", "included", "includes", "among", "counting"))


_BE = frozenset(("was", "were", "is", "are"))
_DETERMINERS = frozenset(("the", "his", "her", "its", "their", "all", "both"))
_BESIDE = frozenset((",", "then", "later", "himself", "herself", "dead", "to", "death"))

_SOMEWHERE = frozenset(("in", "at", "near", "on", "outside", "inside", "with"))

# Words that open a clause as well as a phrase: "hours after six guards and a cook were killed".
_CONJUNCTIONS = frozenset(("of", "after", "before"))


_CAME = frozenset(("came", "drove", "got", "went", "ran", "was", "were", "ended"))

_ABOUT_AGES = frozenset(("and", "about", "around", "some"))


class Subjects(ClauseBase):
    """Finds subjects and the lists that they end."""

    def subject(self, predicate: Predicate, *, active: bool = False) -> int | None:
        """Look back from a verb group for the phrase that is its subject."""
        at = predicate.head - 1
        if self.thing_before(at) or self.word(at) == "it":
            return None
        relative = thing = False
        if (
            predicate.voice == "participle"
            and self.word(at) == "," == self.word(at - 2)
            and self.is_number(at - 1)
        ):
            at -= 3  # "Boy, 9, killed in"
        for steps in range(45):
            if at < 0:
                return None
            index = self.sentence.covering.get(at)
            if index is not None:
                found, at = self.at_phrase(index, predicate, relative=relative)
                if found is not None and thing and self.sentence.groups[found].name:
                    return None  # "told Marek of the trade, which was captured by rivals"
                if found is not None or at < 0:
                    return found
                continue
            word = self.word(at)
            if word in {"]", ")"} or (word == "-" and self.double_dash(at - 1)):
                at = self.opening(at) - 1
                continue
            if word in DASHES and (opening := self.opening_dash(at)) >= 0:
                at = opening - 1
                continue
            if word in {"who", "whom", "that", "which"}:
                if word in ("that", "which") and self.thing_before(at - 1, anywhere=True):
                    return None  # "a goat that had been shot"
                relative = relative or steps <= 2
                thing = thing or word == "which"
            elif self.ends_clause(at, predicate, first=steps == 0):
                return None
            other = self.at.get(at)
            if other is not None and other is not predicate:
                if other.voice in ("passive", "participle") and not relative:
                    if not self.relative_before(other) and other.voice == "passive":
                        return self.shared(other, predicate)
                    at = other.head - 1
                    continue
                if other.voice == "toll" and not active and predicate.voice != "participle":
                    return None
            if predicate.voice == "participle" and not relative and not self.bridges(at, steps):
                return None
            at -= 1
        return None

    def at_phrase(
        self, index: int, predicate: Predicate, *, relative: bool
    ) -> tuple[int | None, int]:
        """Judge a phrase met on the way back: (the subject, or None; the token to go on from)."""
        group = self.sentence.groups[index]
        start = self.start_of(group)
        before = self.word(start - 1)
        adjacent = group.last == predicate.head or (
            predicate.voice == "participle"
            and group.last + 1 == predicate.head
            and self.word(group.last) == ","
            and self.word(predicate.last) == "by"
        )
        if self.is_age(group):
            return None, group.first - 2
        if predicate.singular is True and not relative and not adjacent:
            many = (group.count.value or group.count.low or 0) > 1
            several = group.bare_plural or (many and (group.head < 0 or self.plural(group)))
            if several and not group.pronoun:
                return None, group.first - 1  # "officers ... one trailer was shot"
        participle = predicate.voice == "participle"
        if group.pronoun and self.word(group.first) in {"he", "she", "they"}:
            return (None, -1) if participle else (index, -1)
        if adjacent and (
            self.word(predicate.head) == "being"
            or before in {"after", "before", "since", "than", "until", "as"}
        ):
            return index, -1
        if index in self.objects and not relative and not adjacent:
            verb = self.objects[index]
            if self.reflexive(predicate):
                return None, verb.head - 1  # "shot four people before killing himself"
            if verb.finite and self.goes_on(group, predicate):
                return self.subject(verb, active=True), -1  # "killed two and was shot dead"
            if verb.finite and verb.head > 0 and not self.relative_before(verb):
                return None, -1  # an active clause stands between
            return None, verb.head - 1
        if (
            group.partitive
            and before == ","
            and self.word(predicate.head - 1) == ","
            and self.word(group.last - 1) in ("them", "whom")
        ):
            return None, group.first - 2
        if before == "," and self.word(group.last) == "among" and (
            self.word(group.last + 1) in ("them", "whom")
        ):  # fmt: skip
            return None, group.first - 2  # "six people, two women among them, died"
        if before == "whom" and group.last == predicate.head:
            return index, -1  # "40 casualties, of whom 12 died"
        if before == "among" and adjacent and participle and self.word(group.first - 2) in _BE:
            return index, -1  # "was among 12 people killed"
        if before in _MEMBERS and not relative:
            return None, start - 2
        if before == "after" and self.word(predicate.head) in {"with", "suffering"} and (
            self.word(group.last).endswith("ed") or self.word(group.last) in _CAME
        ):  # fmt: skip
            return index, -1  # "after a man arrived with a gunshot wound"
        if before in lexicon.grammar("prepositions") and not (adjacent and participle):
            if before == "of" and self.holds_of(start - 1):
                held = self.sentence.covering[start - 2]
                whole = self.sentence.groups[held]
                if self.names_before(whole, predicate):
                    return None, whole.first - 2
                return held, -1
            return (index, -1) if relative else (None, start - 2)
        if before in {"or", "nor"} and (none := self.none_before(start - 2)) is not None:
            return none, -1  # "none of the guards or suspects"
        member = self.member_list(index)
        if member is not None and relative and self.word(group.last) == "who":
            return index, -1  # "including one who lost an eye"
        if member is not None:
            return (index, -1) if self.outnumbers(group, member) else (None, member)
        if before == "," and not adjacent and self.apposed(group):
            return None, group.first - 2
        if self.names_before(group, predicate):
            return None, group.first - 2
        return index, -1

    def plural(self, group: NounPhrase) -> bool:
        """Tell "three guards" from "a family of five"."""
        noun = lexicon.nouns().get(self.word(group.head))
        return group.head == group.last - 1 and noun is not None and noun.plural

    def start_of(self, group: NounPhrase) -> int:
        """Give where a phrase begins, with the determiner that may stand before its number."""
        at = group.first - 1
        if not group.definite or self.word(at) not in _DETERMINERS:
            return group.first
        return group.first if self.word(at - 1) == "among" else at  # "among the 14 wounded were"

    def goes_on(self, group: NounPhrase, predicate: Predicate) -> bool:
        """Tell a verb whose subject is that of the active verb before: "and was shot dead"."""
        between = self.words[group.last : predicate.head]
        if self.word(predicate.head) == "being":
            return between in (["before"], [",", "before"], ["after"])
        if predicate.voice != "passive" or predicate.head == predicate.first:
            return False
        joined = [word for word in between if word not in _BESIDE]
        if joined[:1] and joined[0] in _SOMEWHERE and len(joined) <= 7:
            joined = joined[-1:]  # "killed two near the mill and was shot dead"
            if predicate.singular is not True and group.count.value != 1:
                return False
        return joined in (["and"], ["but"])

    def reflexive(self, predicate: Predicate) -> bool:
        """Tell "killing himself", whose subject is that of the verb before."""
        return self.word(predicate.last - 1) in ("himself", "herself", "themselves")

    def thing_before(self, at: int, *, anywhere: bool = False) -> bool:
        """Tell a subject that is no people: "saw that one barn was shot"."""
        if self.word(at) not in lexicon.not_people() or at in self.sentence.covering:
            return False
        first = at - 1
        if self.word(first) == "whose" or anywhere:
            return self.word(first) in ("a", "an", "the", "one", "another", "whose")
        if self.word(first) not in ("a", "an", "the", "one", "his", "her", "their", "another"):
            return False
        return first == 0 or self.word(first - 1) in ("that", ",", ".", "said", "when", "after")

    def is_age(self, group: NounPhrase) -> bool:
        """Tell ages from figures: "two men, both 19, died", "ages 4, 6 and 9"."""
        if group.head >= 0 or group.name or group.count.modifier not in {"exact", "between"}:
            return False
        at = group.first - 1
        if self.word(at) == "of" and self.word(at - 1) == "age":
            return True
        if self.word(at) == "then" and self.word(at - 1) == "," == self.word(group.last):
            return True  # "his nephew, then 25,"
        for _ in range(8):
            word = self.word(at)
            if word in ("age", "ages", "aged"):
                return True
            if word == "both":
                return self.word(at - 1) == ","
            if word and word not in {",", "and", "to"} and not self.is_number(at):
                return False
            at -= 1
        return False

    def ends_clause(self, at: int, predicate: Predicate, *, first: bool) -> bool:
        """Tell whether a word bars the way back to a subject."""
        word = self.word(at)
        if word in {";", "—", "–", ":"}:
            return True
        if word in {".", "?", "!"}:
            return at < predicate.head - 1 and len(self.word(at - 1)) > 3
        if word == "how":
            return self.word(at + 1) == "many"
        if word == "as" and self.word(at - 1) in {"identified", "known", "named"}:
            return False
        return not first and word in lexicon.grammar("clause_openers")

    def bridges(self, at: int, steps: int) -> bool:
        """Tell what may stand between a noun and its participle: "12 others reportedly killed"."""
        word = self.word(at)
        return (
            word.endswith("ly")
            or (word == "," and steps == 0)
            or word in ("were", "was", "more", "others", "-", "reported", "also", "then")
        )

    def outnumbers(self, group: NounPhrase, at: int) -> bool:
        """Tell what is no part: "five rebels, including a chief, and nine farmers"."""
        index = self.group_ending(at - 1 if self.word(at) == "," else at)
        if index is None:
            return False
        whole = self.sentence.groups[index].count
        number = group.count.low or group.count.value or 0
        return whole.value is not None and number > whole.value

    def none_before(self, at: int) -> int | None:
        """Give the phrase of nobody that ends at a token."""
        index = self.group_ending(at)
        none = index is not None and self.sentence.groups[index].count.value == 0
        return index if none else None

    def member_list(self, index: int) -> int | None:
        """Give the token before "including" where a phrase ends a list that it opens."""
        group = self.sentence.groups[index]
        if group.more:
            return None  # "including nine Danes, and over 60 others were hurt"
        for _ in range(6):
            at = self.start_of(group) - 1
            word = self.word(at)
            if word in _MEMBERS or (word in _MOSTLY and self.word(at - 1) == ","):
                return at - 1
            if word in {"them", "whom"} and self.word(at - 1) in {"among", "of"}:
                part = self.sentence.covering.get(at)
                if part is not None and self.sentence.groups[part].partitive:
                    return self.sentence.groups[part].first - 1
                return at - 2
            if word not in {"and", ","}:
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
        if self.double_dash(at - 1):
            for position in range(at - 3, max(0, at - 40), -1):
                if self.double_dash(position):
                    return position
            return at
        close = self.word(at)
        mark = {"]": "[", ")": "("}.get(close, close)
        for position in range(at - 1, max(-1, at - 40), -1):
            if self.word(position) == mark:
                return position
        return at

    def opening_dash(self, at: int) -> int:
        """Give the dash that the one at a token closes, where both stand free; else -1."""
        if not self.free_dash(at):
            return -1
        for position in range(at - 2, max(-1, at - 30), -1):
            if self.word(position) in (";", "."):
                return -1
            if self.word(position) == self.word(at) and self.free_dash(position):
                return position
        return -1

    def double_dash(self, at: int) -> bool:
        """Tell a dash written as two hyphens, from its first one."""
        return at >= 0 and self.word(at) == "-" and self.word(at + 1) == "-"

    def relative_before(self, predicate: Predicate) -> bool:
        """Tell whether a relative pronoun stands before a verb group."""
        return self.word(predicate.head - 1) in ("who", "which", "that", "whom")

    def shared(self, other: Predicate, predicate: Predicate) -> int | None:
        """Give the subject of the verb before: "Two fell ill and later died"."""
        between = {self.word(k) for k in range(other.last, predicate.head)}
        after = self.word(predicate.head) == "being" and "after" in between
        if "and" in between or "but" in between or "before" in between or after:
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

    def names_before(self, group: NounPhrase, predicate: Predicate) -> bool:
        """Tell an apposition: "Ivo Marek and Otto Zuck, members of the guard, were killed"."""
        if not group.bare_plural or group.definite or self.word(predicate.head - 1) != ",":
            return False
        index = self.group_ending(group.first - 2)
        if self.word(group.first - 1) != "," or index is None:
            return False
        name = self.sentence.groups[index]
        return name.name and self.word(name.first - 1) in ("and", ",")

    def list_back(self, subject: int, predicate: Predicate) -> list[int]:
        """Collect the items of "nine guards and three visitors were killed"."""
        listed = [subject]
        while True:
            group = self.sentence.groups[listed[0]]
            at = group.first - 1
            if self.word(at) in {"his", "her", "their", "the"} and self.word(at - 1) == "and":
                at -= 1
            word = self.word(at)
            if [self.word(k) for k in range(at - 2, at + 1)] == ["as", "well", "as"]:
                at -= 2 + (self.word(at - 3) == ",")
                word = "and"
            elif word == "with" and self.word(at - 1) in {"along", "together"}:
                at -= 1 + (self.word(at - 2) == ",")
                word = "and"
            elif word == "and" and self.word(at - 1) == ",":
                at -= 1
            elif word not in {"and", ",", "&"}:
                break
            comma = self.word(at) == ","
            at -= 1
            if self.word(at) in (")", "]", "–", "—") or self.double_dash(at - 1):
                at = self.opening(at) - 1
            at = self.before_ages(at)
            # ", 27," behind a name
            if (
                self.is_number(at)
                and self.word(at - 1) == ","
                and self.sentence.covering.get(at) is None
            ):
                at -= 2
            index = self.group_ending(at) if at >= 0 else None
            if word == "and" and not comma:
                index = self.told_by_clause(at, index)
            if index is None and word == "and" and not comma:
                index = self.capital_before(at)
            if index is None and comma:
                index = self.named_before(at)
            if index is None or index in self.objects:
                break
            previous = self.sentence.groups[index]
            if previous.harm is not None and group.head < 0 and previous.harm != predicate.harm:
                break  # "took in 14 bodies and 30 wounded"
            lead = self.word(previous.first - 1)
            if (
                lead in lexicon.grammar("prepositions")
                and lead not in _CONJUNCTIONS
                and not (lead == "with" and predicate.voice == "participle")
            ):  # but "with 14 guards and a cook hurt"
                break
            if lead == "of" and self.word(previous.first - 2) in lexicon.not_people():
                break  # "searched the home of a clerk, and a guard was hurt"
            if comma and len(listed) == 1 and word == "," and not self.headlined(previous, group):
                break
            if (
                group.pronoun
                or self.word(previous.first - 1) in _MEMBERS
                or (previous.pronoun and self.word(previous.first) not in ("he", "she"))
            ):
                break
            listed.insert(0, index)
        return listed

    def headlined(self, first: NounPhrase, second: NounPhrase) -> bool:
        """Tell the list of a headline: "Man, woman found dead"."""
        return (
            first.first == first.victims_first == 0 and second.first == second.victims_first
            and first.count.value == 1 == second.count.value and not (first.name or second.name)
        )  # fmt: skip

    def before_ages(self, at: int) -> int:
        """Give the token before ", aged 19 and 23" and "of 63 years", else the token itself."""
        position = at
        if self.word(at) in ("years", "year", "months"):
            position -= 1
            while self.is_number(position) or self.word(position) in _ABOUT_AGES:
                position -= 1
            return position - 1 if self.word(position) == "of" else at
        while self.is_number(position) or self.word(position) in ("and", ",", "to"):
            position -= 1
        aged = position < at and self.word(position) in ("aged", "ages", "both", "age")
        return position - 2 if aged and self.word(position - 1) == "," else at

    def named_before(self, at: int) -> int | None:
        """Give the name before an apposition: "Ivo Marek, head of the guild, two nurses and"."""
        for position in range(at, max(0, at - 12), -1):
            word = self.word(position)
            if position in self.at or word in (".", ";", "who", "that", "said"):
                return None
            if word != ",":
                continue
            index = self.group_ending(position - 1)
            beside = self.group_at(position + 1)
            if index is None or beside is None or not self.sentence.groups[index].name:
                return None
            title = self.sentence.groups[beside]
            return None if title.bare_plural or title.count.value != 1 else index
        return None

    def told_by_clause(self, at: int, index: int | None) -> int | None:
        """Give the item before "and" where a relative clause about it ends there.

        "Two guards who acted as her drivers and a vendor were hurt": the guards.
        """
        for position in range(at, max(0, at - 12), -1):
            word = self.word(position)
            if word == "who":
                before = position - 1
                if self.word(before) == ",":
                    return index
                found = self.group_ending(before)
                return found if found is not None else index
            if word in {",", ";", ".", "that"} or position in self.at:
                return index
        return index

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
