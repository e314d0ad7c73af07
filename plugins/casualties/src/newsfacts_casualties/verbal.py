"""Verbs of harm: somebody kills N; N are killed; N die."""

import attrs

from newsfacts_casualties import lexicon
from newsfacts_casualties.adverbials import behind_adverbials
from newsfacts_casualties.neighbours import BESIDE, behind_aside, behind_thing
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.subjects import Subjects

_NEW_CLAUSE = frozenset((";", ".", ":", "who", "which", "that", "when", "while", "after", "before"))


_SUBJECTS = frozenset(("he", "she", "they"))
_BURIED = frozenset(("buried",))
_WE = frozenset(("we", "i", "they"))
_PERHAPS = frozenset(("possibly", "perhaps", "maybe", "probably"))


class Verbal(Subjects):
    """Reads figures from active, passive and intransitive verbs."""

    def objects_of(self, predicate: Predicate, index: int) -> None:
        """Read who is harmed by an active verb."""
        if self.word(predicate.first - 1) == "or" and any(
            each.last == predicate.first - 1 and each.voice == "active" for each in self.predicates
        ):
            return  # "killing or wounding 22": read with the verb before
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
                if other is None and self.word(ahead) in BESIDE:
                    at = ahead + 1  # "stabbed and robbed a clerk"
            break
        if len(members) > 1 and self.group_at(at) is None:
            return
        if self.word(at) in ("as", "down", "up") and self.group_at(at + 1) is not None:
            at += 1
        listed = self.list_from(at) or self.named_ahead(at)
        if not listed and (behind := behind_thing(self.sentence, at)) > at:
            listed = self.list_from(behind)
        if not listed and (behind := behind_aside(self.sentence, at)) > at:
            listed = self.list_from(behind) or self.named_ahead(behind)
        if not listed and (behind := behind_adverbials(self.sentence, at)) > at:
            listed = self.list_from(behind)
        if not listed or self.word(self.sentence.groups[listed[0]].first) in _SUBJECTS:
            return  # "of wounds she suffered"
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
        if "missing" in harms and self.word(predicate.first) in _BURIED and (
            agent is not None or self.word(predicate.head - 1) in _WE
        ):  # fmt: skip
            harms = ["killed"]  # who buries people has found them dead
        lead = self.lead(predicate)
        for item in listed:
            for harm in dict.fromkeys(harms):
                self.add(item, predicate, harm, agent=agent, lead=lead)
            self.objects[item] = predicate

    def lead(self, predicate: Predicate) -> int:
        """Give the head of the verb that shares its subject: "killed nine men and captured 48"."""
        if self.word(predicate.head - 1) not in ("and", "but", ",", "then"):
            return -1
        before = [verb for verb in self.objects.values() if verb.last < predicate.head]
        if not before:
            return -1
        verb = before[-1]
        between = self.words[verb.last : predicate.head]
        if verb.finite != predicate.finite or not _NEW_CLAUSE.isdisjoint(between):
            return -1
        figure = next((each for each in self.found.values() if each.predicate is verb), None)
        return figure.lead if figure is not None and figure.lead >= 0 else verb.head

    def agent(self, predicate: Predicate) -> NounPhrase | None:
        """The phrase of people that stands right before an active verb."""
        found = self.subject(predicate, active=True)
        return self.sentence.groups[found] if found is not None else None

    def subjects_of(self, predicate: Predicate, index: int) -> None:
        """Read who is harmed as the subject of a verb."""
        harm = predicate.harm
        if harm == "detained" and self.talks_held(predicate):
            return
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
                elif not (other.harm == "displaced" and harm == "injured"):
                    harms.append(other.harm)  # but "were wounded and evacuated by helicopter"
        if predicate.weak and other is None and self.told_dead(predicate):
            harms = ["killed"]
        at = other.last if other is not None else predicate.last
        at += self.word(at) == ","
        beside = self.beside(at)
        subject = self.subject(predicate)
        behind = self.subject_behind(predicate, subject)
        for item in behind:
            self.add(item, predicate)
        if behind:
            return
        if subject is None and predicate.voice == "participle" and predicate.first <= 1:
            for item in self.inverted(predicate):
                self.add(item, predicate)
        if subject is None:
            for item in beside:
                self.add(item, predicate)
            self.by_name(predicate, harms)
            return
        listed = [*self.whole_beside(subject), *self.list_back(subject, predicate)]
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
        listed = [*listed, *beside]
        for item in listed:
            for each in dict.fromkeys(harms):
                verb = predicate
                if other is not None and each == other.harm != harm and self.supposed(other):
                    verb = attrs.evolve(other, head=predicate.head)
                self.add(item, verb, each)
        self.stated.append((predicate, listed))

    def subject_behind(self, predicate: Predicate, before: int | None) -> list[int]:
        """Read the order of translated copy: "In the raid died two guards and were hurt four"."""
        at = predicate.last
        index = self.group_at(at) if predicate.voice == "passive" else None
        if index is None or self.word(predicate.head - 1) in {"who", "that", "which"}:
            return []
        group = self.sentence.groups[index]
        counted = group.count.value and not (group.pronoun or group.definite or group.name)
        if not counted or group.count.unit != "persons" or (group.head < 0 and not group.more):
            return []
        if group.count.value == 1 and (before is not None or self.word(group.first) != "a"):
            return []
        if before is not None and self.word(predicate.head - 1) != "and":
            return []
        return self.list_from(at)

    def supposed(self, other: Predicate) -> bool:
        """Tell what is only feared of those who are missing: "missing and feared dead"."""
        return self.word(other.first) in ("feared", "presumed", "believed")

    def whole_beside(self, subject: int) -> list[int]:
        """Give what stands before a part or a guess and the subject.

        So the five of "five rebels, including a chief, and nine farmers were killed", and the
        scores of "scores, possibly hundreds, were killed".
        """
        group = self.sentence.groups[subject]
        before = group.first - 1
        if self.word(before) in _PERHAPS and self.word(before - 1) == ",":
            index = self.group_ending(before - 2)
            return [index] if index is not None else []
        member = self.member_list(subject)
        if member is None or not self.outnumbers(group, member):
            return []
        index = self.group_ending(member - 1 if self.word(member) == "," else member)
        return [index] if index is not None else []

    def inverted(self, predicate: Predicate) -> list[int]:
        """Read "Killed were Ivo Marek and two nurses", "Injured by the blast were: a clerk;"."""
        for position in range(predicate.last, min(len(self.words), predicate.last + 9)):
            word = self.word(position)
            if word in ("was", "were"):
                position += 2 if self.word(position + 1) == ":" else 1
                listed = self.list_from(position) or self.named_ahead(position)
                for at in range(position, len(self.words)):
                    if listed and self.word(at) == ";":
                        listed += self.list_from(at + (2 if self.word(at + 1) == "and" else 1))
                return list(dict.fromkeys(listed))
            if word in (",", ".", ";", "and"):
                return []
        return []

    def beside(self, at: int) -> list[int]:
        """Read on in "was killed near his home, along with two guards"."""
        for position in range(at, min(len(self.words), at + 16)):
            word = self.word(position)
            if position in self.at or word in {".", ";", "who", "which", "that", "when", "while"}:
                break
            if word in {"along", "together"} and self.word(position + 1) == "with":
                return self.list_from(position + 2)
        return []

    def talks_held(self, predicate: Predicate) -> bool:
        """Tell "talks between guards and miners were held" from miners who are held."""
        if self.word(predicate.last - 1) != "held":
            return False
        return any(
            self.word(k) in lexicon.grammar("gatherings")
            for k in range(max(0, predicate.head - 12), predicate.head)
        )

    def told_dead(self, predicate: Predicate) -> bool:
        """Tell "was shot in the knee and bled and died", "shot ... dead"."""
        for other in self.predicates:
            if (
                other.first > predicate.last
                and other.harm == "killed"
                and other.first - predicate.last < 12
            ):
                between = {self.word(k) for k in range(predicate.last, other.head)}
                beside = other.voice == "participle" and self.word(other.head - 1) in (
                    "and", "then", "later", ",",
                )  # fmt: skip
                if (
                    (other.voice in ("passive", "joined") or beside)
                    and ("and" in between or "then" in between)
                    and lexicon.not_people().isdisjoint(
                        between - lexicon.words("wounds", "body", "parts")
                    )
                    and not any(
                        predicate.last <= g.first < other.head and not g.pronoun
                        for g in self.sentence.groups
                    )
                ):
                    return True
        return False

    def owns_subject(self, predicate: Predicate) -> bool:
        """Tell whether a phrase stands right before a verb group."""
        index = self.group_ending(predicate.head - 1)
        return index is not None

    def next_joined(self, predicate: Predicate) -> Predicate | None:
        """Give the verb that "and" joins to this one, where they share a subject."""
        at = predicate.last
        if self.word(at) == ",":
            at += 1
        if self.word(at) not in {"and", "or", "but"}:
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
        return other

    def joined(self, predicate: Predicate, index: int) -> None:
        """A participle that shares the subject of the one before; read with that one."""

    def by_name(self, predicate: Predicate, harms: list[str]) -> None:
        """Take an unread run of words before "was killed" for a person, where nothing else fits."""
        if predicate.voice != "passive":
            return
        if predicate.singular is not True and self.word(predicate.first) not in ("died", "drowned"):
            return
        if not self.sentence.upper:
            self.by_capital(predicate, harms)
            return
        end = self.before_age(predicate.head)
        first = self.unknown_before(end)
        if end - first < 1 or self.word(first - 1) in lexicon.grammar("prepositions"):
            return
        if end - first == 1 and len(self.word(first)) < 4:
            return
        self.add_name(first, end, predicate, harms)

    def before_age(self, end: int) -> int:
        """Give the token behind the name in "Okello, 27, was killed"."""
        if self.word(end - 1) != "," or not self.is_number(end - 2):
            return end
        first = end - 3
        if self.word(first) in ("age", "aged"):
            first -= 1
        return first if self.word(first) == "," and len(self.word(end - 2)) <= 2 else end

    def by_capital(self, predicate: Predicate, harms: list[str]) -> None:
        """Take "Okello" in "Okello was killed" for a person."""
        end = self.before_age(predicate.head)
        first = end
        while first > 0 and first > end - 4:
            token = self.read[first - 1]
            if (
                token.kind != "word"
                or not token.text[:1].isupper()
                or token.lower in lexicon.grammar("not_names")
            ):
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
        if (
            first == end
            or self.word(first - 1) in lexicon.grammar("prepositions")
            or len(self.word(first)) < 3
        ):
            return
        if self.word(first) in ("the", "a") or self.word(first - 1) in ("the", "a", "an"):
            return
        self.add_name(first, end, predicate, harms)
