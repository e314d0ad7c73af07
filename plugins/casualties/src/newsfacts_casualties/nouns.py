"""Nouns of people with what stands before them."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from newsfacts.model import altered
from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.sentence import IsName, NounPhrase, Sentence
from newsfacts_casualties.word_roles import (
    ADJECTIVES,
    INNER_MARKS,
    NATIONS,
    OLD,
    is_agent,
    is_national,
)

_HELD = {
    "hostages": "abducted", "captives": "abducted", "detainees": "detained",
    "refugees": "displaced", "evacuees": "displaced",
}  # fmt: skip
_OUTRIGHT = frozenset(("outright", "instantly", "immediately", "overnight", "alive", "nearby"))
_ACTED = frozenset(("ran", "drove", "told", "fell", "came", "got", "limped", "fled", "hid", "lay"))
_SAID_TO_BE = frozenset((
    "identified", "named", "called", "known", "described", "wearing", "aged", "armed", "working",
    "living", "travelling", "traveling",
))  # fmt: skip
_WHEN = (["late"], ["early"], ["last"], ["just"], ["around"], ["shortly"])
_BEFORE_RANKS = frozenset(("sergeant", "inspector", "lieutenant", "brigadier", "colonel"))
_RANKS_BEHIND = frozenset(("major", "general"))
_BODIES_OF_MEN = frozenset(("police", "military", "staff", "crew", "clergy"))


class _Tables(NamedTuple):
    """What noun phrases are read with, looked up once for each reader."""

    nouns: Mapping[str, lexicon.Noun]
    stops: frozenset[str]
    adjectives: Mapping[str, str]
    counted: Mapping[str, str]
    openers: Mapping[str, str]
    states: Mapping[str, str]
    verbs: Mapping[str, lexicon.VerbForm]
    nationals: frozenset[str]
    not_people: frozenset[str]


@cache
def _tables() -> _Tables:
    return _Tables(
        lexicon.nouns(), lexicon.stop_words(), lexicon.attributive(), lexicon.harmed_nouns(),
        lexicon.openers(), lexicon.adjectives(), lexicon.verbs(), lexicon.nationals(),
        lexicon.not_people(),
    )  # fmt: skip


class NounReader:
    """Reads premodifiers and nouns of people."""

    def __init__(self, sentence: Sentence, is_name: IsName) -> None:
        self.sentence = sentence
        self.read = sentence.read
        self.text = sentence.text
        self.is_name = is_name
        (
            self.nouns, self.stops, self.adjectives, self.counted, self.openers, self.states,
            self.verbs, self.nationals, self.not_people,
        ) = _tables()  # fmt: skip

    def words(self, first: int, last: int) -> str:
        """Give the words from one token to another (exclusive)."""
        return self.text[self.read[first].start : self.read[last - 1].end]

    def bombed(self) -> bool:
        """Tell the death of a bomber from that of one who took his own life."""
        return not self.sentence.vocabulary.isdisjoint(lexicon.grammar("bombs"))

    def ends_here(self, at: int) -> bool:
        """Tell "killed her." from "killed her husband"."""
        if at >= len(self.read):
            return True
        token = self.read[at]
        return token.kind == "mark" or token.lower in self.stops

    def nation(self, token: Token) -> bool:
        """Tell the nation US from the pronoun."""
        return token.text == "US" and not self.sentence.upper

    def noun_use(self, word: str) -> bool:
        """Tell "12 dead" (no noun phrase of its own) from "12 bodies"."""
        return word not in {"dead", "wounded", "injured", "life", "hurt", "missing"}

    def adjective_list(self, at: int) -> bool:
        """Tell the comma of "two young, unarmed men" from one that ends the phrase."""
        read = self.read
        return (
            at + 2 < len(read) and read[at + 1].kind in {"word", "mixed"}
            and read[at + 2].lower in self.nouns
            and read[at + 1].lower not in self.stops and read[at + 1].lower not in self.nouns
            and read[at + 1].lower not in self.verbs
            and at + 1 not in self.sentence.counts
            and not read[at + 1].lower[:1].isupper()
        )  # fmt: skip

    def noun_ahead(self, at: int, reach: int = 3) -> bool:
        """Tell whether a noun of people follows within a few words."""
        counts, words, nouns = self.sentence.counts, self.sentence.words, self.nouns
        for position, word in enumerate(words[at : at + reach], at):
            if position in counts:
                return False
            if word in nouns:
                return True
            if word in self.stops or self.read[position].kind == "mark":
                return False
            if self.openers.get(word) == "determiner":
                return False  # "injured her husband"
        return False

    def may_hold_people(self, at: int, *, singular: bool) -> bool:
        """Tell at a glance whether the phrase from a token on may hold a noun of people.

        Where it says no, `noun_group` finds none that is known to mean people.
        """
        if self.sentence.upper:
            return True
        for role in self.sentence.roles[at : at + 9]:
            if role and (singular or role != "agent"):
                return role != "end"
        return False

    def noun_group(self, at: int, singular: bool) -> tuple[int, int, str | None, str | None, bool]:
        """Read premodifiers and a noun: (head, end, harm, kind, known), head -1 for none."""
        read, words, nouns, counts = (
            self.read,
            self.sentence.words,
            self.nouns,
            self.sentence.counts,
        )
        position = at
        head = -1
        harm: str | None = None
        limit = at + 9 if at + 9 < len(words) else len(words)
        while position < limit:
            word = words[position]
            if (word in ADJECTIVES and self.noun_behind(position + 1)) or (
                word in NATIONS and self.noun_behind(position + 1, plain=True)
            ):
                position += 1  # "the local press", "six other villagers"
                continue
            if word in nouns:
                head = position
                position += 1
                following = words[position] if position < limit else ""
                if following in nouns and not (nouns[word].plural and not nouns[following].plural):
                    continue  # "police officers", but "took two men hostage"
                if following in _RANKS_BEHIND and word in _BEFORE_RANKS:
                    position += 1  # "a sergeant major"
                    break
                if word in _BODIES_OF_MEN and self.noun_ahead(position, 3):
                    continue  # "a police sub inspector"
                if following in lexicon.grammar("things_behind"):
                    return -1, position, None, None, False  # "suspect information"
                if following in lexicon.harm_nouns("counted") and (
                    following not in lexicon.adjectives()
                ):  # "400 civilian deaths"
                    harm = self.counted[following]
                    head, position = position, position + 1
                break
            token = read[position]
            if token.kind == "mark":
                if (
                    word in INNER_MARKS
                    and position + 1 < limit
                    and head < 0
                    and read[position + 1].kind != "mark"
                    and not (word == "-" and read[position].end < read[position + 1].start)
                ):
                    position += 1
                    continue
                if word == "," and head < 0 and self.adjective_list(position):
                    position += 1
                    continue
                break
            if word.endswith(("'s", "’s")) and word[:-2] in nouns:
                # "a soldier's wife": the possessor is no victim
                position += 1
                head = -1
                continue
            if (
                word in self.counted
                and head < 0
                and not (word in self.adjectives and self.noun_ahead(position + 1))
                and self.noun_use(word)
                and words[position - 1] != "attempted"
            ):
                head, harm = position, self.counted[word]
                position += 1
                break
            if (
                (word in self.stops and not self.nation(token))
                or token.kind == "number"
                or (
                    position in counts and (position > at or counts[position].kind == "article")
                )  # "48 a day earlier"
            ):
                break
            if word in self.adjectives:
                if self.noun_ahead(position + 1) and not self.acted_on(at, position):
                    harm = self.adjectives[word]
                    position += 1
                    continue
                break
            if word in self.states:
                break
            if word.endswith(OLD) and (
                self.acts(position + 1) or words[position + 1 : position + 2] in _WHEN
            ):
                return self.unknown(at, position + 1, singular)
            if word in self.nationals and self.stands_alone(position):
                position += 1  # "an American identified as"
                break
            form = self.verbs.get(word)
            if form is not None and (form.form == "s" or not (
                self.noun_ahead(position + 1, 1)
                or words[position + 1 : position + 2] in (["bodies"], ["corpses"])
            )):  # fmt: skip
                break
            position += 1
        if head >= 0:
            kind = self.kind(at, head, position)
            return head, position, harm or _HELD.get(words[head]), kind, True
        return self.unknown(at, position, singular)

    def acted_on(self, at: int, verb: int) -> bool:
        """Tell the verb in "the ELN kidnapped engineer Ivo Marek" from "the slain engineer"."""
        if verb == at or self.sentence.words[verb] not in self.verbs:
            return False
        token = self.read[verb - 1]
        before = token.lower
        if token.kind != "word" or before.endswith("ly") or before in self.adjectives:
            return False
        named = token.text.isupper() and len(token.text) > 2 and not self.sentence.upper
        return named or not (
            before in self.nationals or before in ADJECTIVES or before in self.nouns
            or before in lexicon.grammar("determined") or before in ("some", "many", "most")
            or before in ("recently", "newly", "then", "so-called", "young", "old", "new", "still")
            or before.endswith(lexicon.endings("nation_endings"))
        )  # fmt: skip

    def acts(self, at: int) -> bool:
        """Tell a verb behind "a 15-year-old" from a noun: "walked", but not "terrier"."""
        word = self.sentence.words[at] if at < len(self.read) else ""
        return (word.endswith("ed") or word in _ACTED) and not self.noun_ahead(at, 3)

    def stands_alone(self, at: int) -> bool:
        """Tell "an American identified as" from "an American company"."""
        if at + 1 >= len(self.read) or not self.read[at].text[:1].isupper():
            return False
        following = self.sentence.words[at + 1]
        return following in _SAID_TO_BE

    def noun_behind(self, at: int, *, plain: bool = False) -> bool:
        """Tell whether a further noun follows, of which the word before is an adjective.

        With `plain` the noun has no capital: "a Sudanese family", but not "12 Chinese Monday".
        """
        if at >= len(self.read) or self.read[at].kind != "word":
            return False
        if plain and self.read[at].text[:1].isupper():
            return False
        word = self.sentence.words[at]
        return not (
            word in self.stops or word in self.verbs or word in self.states
            or (word.endswith("ly") and word != "family")
        )  # fmt: skip

    def unknown(
        self, at: int, end: int, singular: bool
    ) -> tuple[int, int, str | None, str | None, bool]:
        """Judge a noun that the lexicon does not know."""
        while end > at + 1 and self.sentence.words[end - 1] in _OUTRIGHT:
            end -= 1
        if end <= at:
            return -1, at, None, None, False
        head = end - 1
        token = self.read[head]
        word = token.lower
        blank = (-1, end, None, None, False)
        if word.endswith(OLD):
            age = word.partition("-")[0]
            young = not age.isdigit() or int(age) < 18
            return head, end, None, "child" if young else None, True
        if token.kind != "word" or word in self.not_people or word in lexicon.event_words():
            return blank
        if word in {"more", "others", "other"}:
            return -1, at, None, None, False
        if is_national(token.text) or (word in self.nationals and token.text[:1].isupper()):
            return head, end, None, None, True
        if singular and self.sentence.upper and word.endswith(lexicon.endings("nation_endings")):
            return head, end, None, None, True
        if singular:
            return (head, end, None, None, True) if is_agent(word) else blank
        if any(self.read[k].lower in self.not_people for k in range(at, end)):
            return blank
        if word.endswith("ly") or end - at > 3:
            return -1, at, None, None, False
        if not word.endswith("s") and not is_agent(word):
            return blank
        return head, end, None, None, False

    def kind(self, at: int, head: int, end: int) -> str | None:
        """Tell the kind of victim from the noun and the words before it."""
        low = [token.lower for token in self.read[at:end]]
        for size in (3, 2):
            if head + 1 - at >= size:
                found = lexicon.compounds().get(" ".join(low[head + 1 - at - size : head + 1 - at]))
                if found:
                    return found
        noun = self.nouns.get(self.read[head].lower)
        kind = noun.kind if noun else None
        if kind is None or kind == "military":
            for word in low[: head - at]:
                if word in ("civilian", "civilians"):
                    return "civilian"
                if word in ("police",):
                    return "police"
                if (
                    word in ("army", "military")
                    and kind is None
                    and low[head - at] in ("members", "personnel", "men")
                ):
                    return "military"
        return kind

    def bodies_of(self, group: NounPhrase) -> NounPhrase:
        """Read on in "dozens of bodies of farmers"."""
        read = self.read
        if group.head < 0 or group.harm != "killed" or group.last + 1 >= len(read):
            return group
        if read[group.last].lower != "of" or read[group.head].lower not in (
            "bodies",
            "corpses",
            "remains",
            "lives",
        ):
            return group
        inner = group.last + 1
        while inner < len(read) and read[inner].lower in lexicon.grammar("determiners"):
            inner += 1
        counted = self.sentence.counts.get(inner)
        if counted is not None and counted.kind != "article":
            return group
        head, end, _, kind, known = self.noun_group(inner, False)
        if head < 0 or not known:
            return group
        return altered(group, last=end, kind=kind, victims_first=inner, victims_last=end)

    def after_of(self, at: int) -> int:
        """Give the end of "of the 31 pupils", or 0."""
        position = at + 1
        while position < len(self.read) and position < at + 8:
            token = self.read[position]
            if token.lower in lexicon.grammar("determiners"):
                position += 1
                continue
            if token.lower in self.nouns:
                return position + 1
            if token.kind == "mark" or (token.lower in self.stops and token.lower != "of"):
                return position if position > at + 2 else 0
            position += 1
        return 0
