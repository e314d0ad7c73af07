"""Verbs whose harm stands behind the object: "crushed six to death", "sent 23 to hospital"."""

from newsfacts import Count
from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.sentence_reader import told_by
from newsfacts_casualties.subjects import Subjects

_HIS = frozenset(("his", "her", "their", "its"))
_DEATHS = frozenset(("death", "deaths", "grave", "graves"))
_LENGTHS = frozenset((
    "metres", "meters", "feet", "floors", "storeys", "stories", "yards", "m", "kilometres",
))  # fmt: skip
_TO = frozenset(("to", "in", "into"))
_FROM = frozenset(("from", "out"))
_SURVIVED = frozenset(("survived", "survivors", "survivor", "alive"))
_SETTLED = frozenset((
    "town", "city", "village", "villages", "area", "region", "district", "province", "enclave",
    "camp", "camps", "country", "valley",
))  # fmt: skip
_LED = frozenset(("evacuated", "evacuating", "sent", "sending"))
_MANY = 50
"""How many are at least driven out of a place, rather than out of a game or a fight."""
_TREATING = frozenset(("treated", "treating"))
_WARDS = frozenset((
    "hospital", "hospitals", "doctors", "medics", "clinic", "clinics", "paramedics", "surgeons",
    "nurses", "crews",
))  # fmt: skip
_ILL = frozenset((
    "cholera", "disease", "virus", "malaria", "measles", "cancer", "ebola", "infection", "patients",
    "covid", "outbreak", "epidemic", "free", "month", "year", "annually",
))  # fmt: skip
_OUT = frozenset(("out", "it", "escaped"))
_NO_SURVIVOR = frozenset(("no", "without"))
_TAKERS = frozenset(("militant", "perpetrator", "police", "military", "official"))
_TAKING = frozenset(("took", "held", "up", "found", "caught", "shot"))


def _complement_words() -> frozenset[str]:
    grammar = lexicon.grammar
    return (
        _DEATHS | _SURVIVED | {"them"} | grammar("hospitals") | grammar("dwellings")
        | grammar("seizing") | grammar("seized") | {"driven"}
    )  # fmt: skip


class Complements(Subjects):
    """Reads objects and subjects with a harm that stands behind them."""

    @told_by(lambda: _complement_words())
    def complements(self) -> None:
        """Read all of them."""
        if "to" in self.sentence.vocabulary and self.tells(_DEATHS):
            self.to_death()
        if self.tells(lexicon.grammar("hospitals")):
            self.sent_to_hospital()
        if self.tells(lexicon.grammar("dwellings")) or "driven" in self.sentence.vocabulary:
            self.driven_from_home()
        if "them" in self.sentence.vocabulary:
            self.them_told()
        if self.tells(_SURVIVED):
            self.survivors()
        if self.tells(lexicon.grammar("seizing")) or self.tells(lexicon.grammar("seized")):
            self.seized()

    def to_death(self) -> None:
        """Read "crushed six bricklayers to death", "were swept to their deaths"."""
        for at in self.sentence.positions(("to",)):
            if at in self.at:
                continue
            own = self.word(at + 1) in _HIS
            dead = self.word(at + 1 + own)
            if (
                dead not in _DEATHS
                or (dead.startswith("grave") and not own)
                or self.word(at + 2 + own) in ("row", "toll")
            ):
                continue
            verbs = lexicon.grammar("to_their_deaths" if own else "to_death")
            end = at + 2 + own
            fall = at - 2 if own and self.word(at - 1) in _LENGTHS else at
            if fall < at and self.word(fall - 1) in verbs:
                self.state_of_subject(fall - 1, end)  # "plunged 300 metres to their deaths"
                continue
            index = self.group_ending(at - 1)
            if index is not None:
                self.object_before(index, verbs, "killed", end)
            elif self.word(at - 1) in verbs:
                self.state_of_subject(at - 1, end)

    def object_before(
        self, index: int, verbs: frozenset[str], harm: str, end: int, *, weak: bool = False
    ) -> None:
        """Take the object of one of some verbs, with the list that it ends, as harmed."""
        groups = self.sentence.groups
        first = index
        while groups[first].first and self.word(groups[first].first - 1) in ("and", ","):
            before = self.group_ending(groups[first].first - 2)
            if before is None:
                break
            first = before
        verb = groups[first].first - 1
        if self.word(verb) not in verbs:
            return
        predicate = Predicate(verb, verb + 1, harm, "active", verb, weak)
        for item in range(first, index + 1):
            group = groups[item]
            if group.last > groups[index].last or group.first < groups[first].first:
                continue
            if group.pronoun and self.word(group.first) in ("they", "them"):
                continue
            known = self.found.get((item, "injured"))
            if known is not None and known.predicate is not None and known.predicate.weak:
                del self.found[(item, "injured")]  # "stabbed a guard to death"
            last = end if item == index else group.last
            self.note(item, harm, predicate, last=last)

    def state_of_subject(self, verb: int, end: int) -> None:
        """Take the subject of "plunged to his death", "were swept to their deaths"."""
        head = verb
        while head > 0 and lexicon.helpers().get(self.word(head - 1)) is not None:
            head -= 1
        predicate = Predicate(verb, end, "killed", "passive", head)
        subject = self.subject(predicate)
        if subject is None:
            return
        for item in self.list_back(subject, predicate):
            self.add(item, predicate)

    def sent_to_hospital(self) -> None:
        """Read "sent another 23 to hospital", "left four in hospital", "took her to a clinic"."""
        for index, group in enumerate(self.sentence.groups):
            at = group.last
            if self.word(at) not in _TO or self.is_told(index):
                continue
            if not group.known or group.count.value == 0 or group.count.modifier == "unspecified":
                continue
            place = next(
                (
                    k for k in range(at + 1, min(len(self.words), at + 7))
                    if self.word(k) in lexicon.grammar("hospitals")
                ),
                None,
            )  # fmt: skip
            if place is None or not self.is_a_place(at + 1, place):
                continue
            if (
                self.group_at(at + 1) is not None
                and place != self.sentence.groups[self.sentence.starting[at + 1]].last - 1
            ):
                continue
            self.object_before(
                index, lexicon.grammar("to_hospital"), "injured", place + 1, weak=True
            )

    def is_a_place(self, first: int, last: int) -> bool:
        """Tell "a nearby hospital", "Mercy Hospital" from words that begin something else."""
        return all(
            self.read[k].kind == "word"
            and (self.word(k) not in lexicon.stop_words() or self.word(k) in ("the", "its"))
            for k in range(first, last)
        )

    def driven_from_home(self) -> None:
        """Read "drove 60,000 people from their homes": displaced."""
        for index, group in enumerate(self.sentence.groups):
            at = group.last
            if self.word(at) not in _FROM or self.is_told(index):
                continue
            at += 1 + (self.word(at + 1) in ("of", "from"))
            if (
                self.word(at) == "the"
                and self.word(at + 1) in _SETTLED
                and ((group.count.value or group.count.low or 0) >= _MANY and self.afflicted())
            ):  # "has driven 9,000 people out of the town"
                driving = lexicon.grammar("driving") - _LED
                self.object_before(index, driving, "displaced", at + 2)
                continue
            if self.word(at) not in _HIS:
                continue
            home = at + 1
            if self.word(home) not in lexicon.grammar("dwellings"):
                home += 1
            if self.word(home) not in lexicon.grammar("dwellings") or group.name or group.pronoun:
                continue
            if group.count.value == 1 or not group.known:
                continue
            self.object_before(index, lexicon.grammar("driving"), "displaced", home + 1)

    @told_by(lambda: _TREATING)
    def treated_people(self) -> None:
        """Read "Hospitals were treating 88 people": they are hurt."""
        if self.tells(_ILL):
            return
        for at in self.sentence.positions(_TREATING):
            if at and self.word(at - 1) not in _WARDS and self.word(at - 2) not in _WARDS:
                continue
            index = self.group_at(at + 1)
            if index is None or self.is_told(index):
                continue
            group = self.sentence.groups[index]
            if group.name or group.pronoun or (group.count.value or group.count.low or 0) < 2:
                continue
            verb = Predicate(at, at + 1, "injured", "active", at, weak=True)
            self.note(index, "injured", verb, first=at)

    def survivors(self) -> None:
        """Read "none of the 44 aboard survived", "no survivors among the 66": they are dead."""
        for at in self.sentence.positions(_SURVIVED):
            word = self.word(at)
            if word == "survived" or (word == "alive" and self.word(at - 1) in _OUT):
                self.few_survived(at)
            elif word == "survivors" and self.word(at - 1) == "no" and self.word(at + 1) != "among":
                self.none_aboard_survived()
            elif self.word(at - 1) in _NO_SURVIVOR and self.word(at + 1) == "among":
                for item in self.list_from(at + 2):
                    self.note(item, "killed")

    def none_aboard_survived(self) -> None:
        """Read "with 45 people aboard, crashed; there were no survivors": 45."""
        for index, group in enumerate(self.sentence.groups):
            aboard = self.word(group.last) == "aboard" or (
                [self.word(group.last), self.word(group.last + 1)] == ["on", "board"]
            )
            if aboard and group.count.value and not group.name:
                self.note(index, "killed")

    def few_survived(self, at: int) -> None:
        """Read "none of the 44 survived" (44), "only three of the 50 survived" (47)."""
        for index, group in enumerate(self.sentence.groups):
            if group.total is None or not 0 <= at - group.last <= 5:
                continue
            if any(k in self.at or self.word(k) in (",", "and") for k in range(group.last, at)):
                continue
            value = group.count.value
            few = value == 0 or self.word(group.first - 1) in ("only", "just")
            if value is None or group.count.modifier != "exact" or not few:
                continue
            text = self.sentence.span_text(group.first, at + 1)
            count = Count.of(max(0, group.total - value), text=text)
            victims = NounPhrase(
                group.first, group.last, count, group.head, group.kind,
                victims_first=group.victims_first, victims_last=group.victims_last,
            )  # fmt: skip
            self.found.setdefault(
                (index, "killed"),
                Figure("killed", count, victims, None, group.first, at + 1),
            )

    def seized(self) -> None:
        """Read "seized 14 nurses", "was seized by gunmen": abducted, by the police detained."""
        for index, group in enumerate(self.sentence.groups):
            if self.is_told(index) or not (
                group.name or (group.head >= 0 and self.word(group.head) in lexicon.nouns())
            ):
                continue
            counted = group.name or group.count.modifier != "unspecified"
            if not counted or group.count.unit != "persons" or group.count.value == 0:
                continue
            if self.word(group.last) in ("'s", "’s") or self.word(group.last - 1).endswith("'s"):
                continue
            before = group.first - 1
            if self.word(before) in lexicon.grammar("seizing"):
                self.take_seized(index, self.takers(before), before)
                continue
            be = group.last
            while lexicon.helpers().get(self.word(be)) in ("be", "have", "skip"):
                be += 1
            if be == group.last or self.word(be) not in lexicon.grammar("seized"):
                continue
            by = be + 1 + (self.word(be + 1) in ("away", "hostage"))
            taker = self.group_at(by + 1) if self.word(by) == "by" else None
            if taker is not None:
                self.take_seized(index, self.sentence.groups[taker], be)

    def takers(self, verb: int) -> NounPhrase | None:
        """Give who does what the active verb at a token says."""
        found = self.subject(Predicate(verb, verb + 1, "abducted", "active", verb), active=True)
        return self.sentence.groups[found] if found is not None else None

    def take_seized(self, index: int, taker: NounPhrase | None, verb: int) -> None:
        """Take in who is seized, as abducted or detained by who does it."""
        if taker is None or taker.kind not in _TAKERS or taker.kind == "child":
            return
        harm = "detained" if taker.kind in ("police", "military", "official") else "abducted"
        group = self.sentence.groups[index]
        active = verb < group.first
        first, last = (verb, group.last) if active else (group.first, verb + 1)
        voice = "active" if active else "passive"
        predicate = Predicate(verb, verb + 1, harm, voice, min(verb, group.last))
        self.note(index, harm, predicate, first=first, last=last)
        for item in self.list_from(verb + 1) if active else ():  # "seizing nine nurses and a cook"
            if not self.is_told(item) and not self.sentence.groups[item].pronoun:
                self.note(item, harm, predicate)

    def them_told(self) -> None:
        """Read "kidnapped three engineers and killed them": the engineers."""
        for predicate in self.predicates:
            at = predicate.last
            index = self.group_at(at) if predicate.voice == "active" else None
            if index is None or self.word(at) != "them":
                continue
            meant = self.meant_by_them(index)
            if meant is None:
                continue
            fatal = predicate.weak and self.word(at + 1) in ("dead", "to")
            harm = "killed" if fatal else predicate.harm
            self.note(meant, harm, predicate, first=predicate.first, last=at + 1)

    def meant_by_them(self, index: int) -> int | None:
        """Give the object of a verb before that "them" goes back to."""
        for at in range(index - 1, -1, -1):
            group = self.sentence.groups[at]
            if group.pronoun or group.name or group.count.value in (0, 1):
                continue
            if group.count.modifier == "unspecified" or group.head < 0:
                continue
            before = self.word(group.first - 1 - group.definite)
            taken = before.endswith(("ed", "ing")) or before in lexicon.grammar("seizing")
            told = at in self.objects or taken or before in _TAKING
            return at if told else None
        return None
