"""Nouns of harm: the deaths of N; a toll of N; N bodies; the lives of N."""

from newsfacts import Count
from newsfacts.model import altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.running import Running
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.sentence_reader import told_by

_HELD = {"hostage": "abducted", "captive": "abducted", "prisoner": "detained"}
_THOUGHT = frozenset((
    "no", "any", "without", "prevent", "avoid", "could", "would", "may", "might", "risk", "if",
))  # fmt: skip
_FORESEEN = frozenset((
    "should", "would", "could", "ensure", "will", "to", "can", "if", "hope", "hoped", "hopes",
))  # fmt: skip
_MIGHT = (["might"], ["may"], ["could"], ["would"])
_CUSTODY = frozenset(("detention", "custody", "prison", "jail", "captivity"))
_PLURALS = frozenset((
    "murders", "deaths", "killings", "assassinations", "kidnappings", "abductions", "arrests",
    "executions", "slayings", "bodies",
))  # fmt: skip
_TAKEN = frozenset(("hostage", "captive", "prisoner", "into"))
_PRISONERS = frozenset(("prisoner", "prisoners", "hostages"))
_LOST = frozenset((
    "lives", "life", "men", "people", "crew", "crewmen", "sailors", "passengers", "seamen", "souls",
    "fishermen", "miners",
))  # fmt: skip
_LOSING = frozenset(("claimed", "lost"))
_LOSS = frozenset(("loss",))
_THAT = frozenset(("that", "those"))
_RISING = frozenset(("deaths", "casualties", "fatalities", "injuries", "victims"))
_RISING_HARMS = {"casualties": "casualties", "victims": "casualties", "injuries": "injured"}


class Nominal(Running):
    """Reads figures from nouns."""

    def nominal(self, predicate: Predicate) -> None:
        """Read "the deaths of 33 soldiers", "the killing of a nurse", "his death"."""
        at = predicate.last
        if self.word(predicate.first - 1) in ("fatal", "deadly") and predicate.weak:
            predicate = altered(predicate, harm="killed", weak=False)
        if self.word(at) in lexicon.grammar("between_of"):
            # "the murder by gunfire of two missionaries", "the murder in May of a clerk"
            for position in range(at, min(len(self.read), at + 10)):
                index = self.group_at(position + 1)
                if self.word(position) == "of" and index is not None:
                    group = self.sentence.groups[index]
                    if self.word(position - 1) in lexicon.grammar("parts_of_places"):
                        continue
                    if group.head >= 0 or group.name or group.more:
                        at = position
                        break
                custody = self.word(position) in _CUSTODY and self.word(position - 1) == "in"
                if self.word(position) in (".", ",", ";") or (position in self.at and not custody):
                    break
        if self.word(predicate.first) in _RISING and self.rising(predicate):
            return
        if predicate.harm == "injured" and self.word(at) == "to":
            for item in self.list_from(at + 1):
                self.add(item, predicate)
            return
        if self.word(at) == "of" or (self.word(at) in (",", "[", "(") and (
            self.word(at + 1) == "of"
        )):  # fmt: skip
            at += 1 if self.word(at) == "of" else 2
            listed = self.list_from(at) or self.named_ahead(at)
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
            if index is None and self.word(predicate.first - 1) in ("'", "’"):
                index = self.group_ending(predicate.first - 2)
                if index is not None:  # "the six miners' murder"
                    self.add(index, predicate)
                return
            if index is not None:
                group = self.sentence.groups[index]
                if self.word(predicate.first) == "body" and not self.found_body(group):
                    return
                if group.name and self.word(group.last - 1).endswith(("'s", "’s")):
                    self.add(index, predicate)
            elif self.sentence.upper and self.word(predicate.first - 1).endswith(("'s", "’s")):
                first = self.unknown_before(predicate.first)
                if first < predicate.first:
                    self.add_name(first, predicate.first, predicate, [predicate.harm])

    @told_by(lambda: _PLURALS)
    def that_of(self) -> None:
        """Read "the murders of last week, and especially that of Ivo Marek"."""
        for at in self.sentence.positions(_THAT):
            if self.word(at + 1) != "of":
                continue
            noun = next(
                (w for w in reversed(self.words[max(0, at - 14) : at]) if w in _PLURALS), ""
            )
            if not noun:
                continue
            predicate = Predicate(at, at + 1, lexicon.harm_nouns("event")[noun], "nominal", at)
            for item in self.list_from(at + 2):
                self.add(item, predicate)

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
            return
        his = self.word(predicate.first - 1)
        if verb is not None and verb == predicate.first - 2 and his in ("his", "her", "their"):
            self.his_life(predicate, verb)
        none = self.words[max(0, predicate.first - 3) : predicate.first]
        if none in (["no", "loss", "of"], ["without", "loss", "of"]) and not self.foreseen(at):
            first = predicate.first - 3
            count = Count.of(0, text=self.sentence.span_text(first, predicate.last))
            self.extra.append(Figure("killed", count, None, predicate, first, predicate.last))
            return
        if self.word(predicate.first) == "lives" and not self.lost_in_thought(predicate.first):
            for first in (predicate.first, predicate.first - 1, predicate.first - 2):
                if self.words[max(0, first - 2) : first] == ["loss", "of"]:
                    text = self.sentence.span_text(first - 2, predicate.last)
                    count = Count.unspecified(text=text)
                    self.extra.append(
                        Figure("killed", count, None, predicate, first - 2, predicate.last)
                    )
                    return

    def his_life(self, predicate: Predicate, verb: int) -> None:
        """Read "a fall ended his life": he is dead; but not "ended their lives on the farm"."""
        if self.word(verb) not in lexicon.grammar("taking_lives") or (
            self.word(predicate.last) in ("as", "in", "on", "with", "of", "savings")
        ):
            return
        own = self.group_ending(verb - 1)
        if (
            own is not None
            and self.sentence.groups[own].count.value == 1
            and (self.sentence.groups[own].name or self.sentence.groups[own].pronoun)
        ):
            return
        text = self.sentence.span_text(verb + 1, predicate.last)
        several = self.word(verb + 1) == "their"
        count = Count.unspecified(text=text) if several else Count.of(1, text=text)
        self.extra.append(Figure("killed", count, None, predicate, verb, predicate.last))

    def foreseen(self, at: int) -> bool:
        """Tell "so that there should be no loss of life" from what has happened."""
        return not _FORESEEN.isdisjoint(self.words[max(0, at - 12) : at + 6])

    def lost_in_thought(self, at: int) -> bool:
        """Tell "no loss of lives" and "could lead to the loss of lives" from lives lost."""
        left = self.words[max(0, at - 12) : at]
        return not _THOUGHT.isdisjoint(left)

    def stated_by_noun(self) -> None:
        """Take phrases whose own words tell the harm: "12 bodies", "two dead men"."""
        for index, group in enumerate(self.sentence.groups):
            those = self.word(group.first) == "those"
            if group.harm is None or (
                self.is_told(index) and (not those or (index, group.harm) in self.found)
            ):
                continue
            word = self.word(group.head)
            noun = lexicon.nouns().get(word)
            if (
                noun is not None
                and (group.bare_plural or group.count.value == 1)
                and (group.harm not in ("killed", "injured") or group.definite)
            ):
                continue
            if (
                noun is not None
                and group.definite
                and group.harm in ("killed", "injured")
                and (group.count.value or 0) < 2
            ):
                continue
            if group.harm == "displaced" and (group.count.low or group.count.value or 0) < 1000:
                continue
            if noun is not None and group.count.value == 1 and self.word(group.first) != "one":
                continue
            if (
                word in ("body", "corpse", "remains", "bodies", "corpses")
                and (group.count.value in (0, 1) or group.count.modifier == "unspecified")
                and not self.found_body(group)
            ):
                continue
            if word == "skeletons" and not self.found_body(group):
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
            if word == "remains" or self.words[group.last : group.last + 1] in _MIGHT:
                continue
            if any(
                group.first - 5 <= at <= group.first
                for at, _ in self.sentence.phrases("context", "negation", "nothing")
            ):
                continue
            harm = group.harm
            if word in ("casualties", "casualty"):
                harm = "casualties"
            self.found[(index, harm)] = Figure(
                harm, group.count, group, None, group.first, group.last, ordinal=group.ordinal
            )

    @told_by(lambda: _RISING)
    def casualties_told(self) -> None:
        """Read "caused casualties" (two or more) and "without causing injuries" (none)."""
        for at in self.sentence.positions(_RISING):
            word = self.word(at)
            harm = _RISING_HARMS.get(word, "killed")
            index = self.sentence.covering.get(at)
            denied = self.denied_cause(at)
            if index is not None and (denied < 0 or word != "victims"):
                self.none_told(index, at, harm)
                continue
            if denied >= 0:
                text = self.sentence.span_text(denied, at + 1)
                self.extra.append(Figure(harm, Count.of(0, text=text), None, None, denied, at + 1))
            elif word == "casualties" and self.word(at - 1) in lexicon.grammar("causing"):
                count = Count.unspecified(text=self.read[at].text)
                self.extra.append(Figure(harm, count, None, None, at, at + 1))

    def denied_cause(self, at: int) -> int:
        """Give the first token of "without causing any" or "did not cause" before a noun, or -1."""
        for position in range(at - 1, max(-1, at - 7), -1):
            word = self.word(position)
            if word in ("without", "neither"):
                return position
            if word in ("not", "didn't", "n't") and self.word(position + 1) in lexicon.grammar(
                "causing"
            ):
                return position
            if not (
                word in lexicon.grammar("causing") or word in ("any", "or", "nor", "further")
                or word in _RISING or word in lexicon.attributive() or word.endswith("al")
            ):  # fmt: skip
                return -1
        return -1

    def none_told(self, index: int, at: int, harm: str) -> None:
        """Read "no victims were reported" and the deaths of "no injuries or deaths": none."""
        group = self.sentence.groups[index]
        if group.count.value != 0:
            return
        if self.word(at) == "victims" and not self.is_told(index):
            near = {self.word(k) for k in (group.first - 1, at + 1, at + 2, at + 3)}
            if near & lexicon.grammar("told_of"):
                self.note(index, harm)
        other = at + 2 + (self.word(at + 2) in ("serious", "major", "further", "other", "any"))
        if self.word(at + 1) in ("or", "and", "nor") and self.word(other) in _RISING:
            text = self.sentence.span_text(group.first, other + 1)
            harm = _RISING_HARMS.get(self.word(other), "killed")
            self.extra.append(
                Figure(harm, Count.of(0, text=text), None, None, group.first, other + 1)
            )

    @told_by(lambda: _LOSING)
    def lost_men(self) -> None:
        """Read "they lost 23 fighters": the dead of an armed side."""
        if "claimed" in self.sentence.vocabulary:
            self.victims_claimed()
        if "lost" not in self.sentence.vocabulary:
            return
        for at in self.sentence.positions(("lost",)):
            if self.word(at + 1) in ("his", "her", "their", "my"):
                self.lost_kin(at)
        for index, group in enumerate(self.sentence.groups):
            behind = group.last
            while lexicon.helpers().get(self.word(behind)) in ("be", "have"):
                behind += 1
            passive = behind > group.last and self.word(behind) == "lost"
            if self.word(group.first - 1) == "lost" and self.of_their_own(group):
                self.note(index, "killed", first=group.first - 1)
                continue
            if (self.word(group.first - 1) != "lost" and not passive) or (
                group.head < 0 or group.pronoun
            ):
                continue
            armed = group.kind in ("military", "militant", "police")
            if not armed and self.word(group.head) not in ("men", "comrades", "members"):
                continue
            if group.count.modifier != "unspecified" and not self.is_told(index):
                self.note(index, "killed", first=group.first - 1)

    def of_their_own(self, group: NounPhrase) -> bool:
        """Tell "19 of their own" in "killed 11 guards and lost 19 of their own"."""
        if group.head >= 0 or not group.count.value or group.name:
            return False
        at = group.last - 1 if self.word(group.last - 1) == "own" else group.last + 2
        return self.word(at) == "own" and self.word(at - 2) == "of"

    def victims_claimed(self) -> None:
        """Read "The storm claimed 27 victims"."""
        for index, group in enumerate(self.sentence.groups):
            told = self.word(group.head) in ("victims", "victim") and not group.definite
            if told and self.word(group.first - 1) == "claimed" and group.count.value:
                self.note(index, "killed")

    def lost_kin(self, at: int) -> None:
        """Read "She lost her husband and two sons in the attack": they are dead."""
        if lexicon.event_words().keys().isdisjoint(self.words):
            return
        listed = self.list_from(at + 1)
        kin = lexicon.grammar("kin")
        if not listed or self.word(self.sentence.groups[listed[0]].head) not in kin:
            return
        for item in listed:
            self.note(item, "killed")

    @told_by(lambda: lexicon.grammar("searching"))
    def searched_for(self) -> None:
        """Read "rescuers were still looking for nine people": they are missing."""
        if not self.tells(lexicon.grammar("searchers")):
            return
        for index, group in enumerate(self.sentence.groups):
            if self.word(group.first - 1) != "for" or (
                self.word(group.first - 2) not in lexicon.grammar("searching")
            ):
                continue
            if group.name or group.pronoun or not group.known or group.harm == "killed":
                continue
            if group.count.modifier == "unspecified" or group.kind in ("perpetrator", "militant"):
                continue
            if self.word(group.head) in lexicon.grammar("searched_no_victims"):
                continue
            if group.head < 0 and not self.read[group.last :][:1]:
                continue
            if self.is_told(index) or group.count.unit != "persons":
                continue
            self.note(index, "missing")

    @told_by(lambda: _LOSS)
    def loss_of(self) -> None:
        """Read "with the loss of 40 soldiers", "suffered the loss of 12 lives"."""
        for at in self.sentence.positions(_LOSS):
            index = self.group_at(at + 2) if self.word(at + 1) == "of" else None
            if index is None or self.is_told(index):
                continue
            group = self.sentence.groups[index]
            armed = group.kind in ("military", "militant", "police")
            lost = armed or self.word(group.head) in _LOST
            if not lost or group.count.modifier == "unspecified" or group.name:
                continue
            if self.lost_in_thought(at):
                continue
            self.note(index, "killed")

    @told_by(lambda: _PRISONERS)
    def prisoners_taken(self) -> None:
        """Read "took 208 prisoners of war", "200 prisoners were taken": they are captured."""
        for index, group in enumerate(self.sentence.groups):
            word = self.word(group.head)
            if word not in _PRISONERS or group.count.modifier == "unspecified":
                continue
            at = group.last + (2 if self.word(group.last) == "of" else 0)
            end = at
            while lexicon.helpers().get(self.word(end)) in ("be", "have", "skip"):
                end += 1
            active = self.word(group.first - 1) in lexicon.grammar("taking") and end == at
            passive = end > at and self.word(end) == "taken"
            if passive:
                at = end + 1
            if not (active or passive) or self.word(at) in ("to", "from", "into", "back", "away"):
                continue
            harm = "abducted" if word.startswith("hostage") else "detained"
            self.note(index, harm)

    @told_by(lambda: _TAKEN)
    def held(self) -> None:
        """Read "took nine villagers hostage", "took two men into custody"."""
        for index, group in enumerate(self.sentence.groups):
            following = self.word(group.last)
            harm = _HELD.get(following) or (
                "detained"
                if (following, self.word(group.last + 1)) == ("into", "custody")
                else None
            )
            if harm is None or self.word(group.first - 1) not in lexicon.grammar("taking"):
                continue
            last = group.last + (2 if following == "into" else 1)
            self.note(index, harm, first=group.first - 1, last=last)
