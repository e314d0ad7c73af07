"""Lists of people: "two clerks, a guard and the mayor of Duvel", and where they end."""

from newsfacts.model import altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.sentence import NounPhrase
from newsfacts_casualties.sentence_reader import DASHES, SentenceReader


class Lists(SentenceReader):
    """Reads the phrases that are joined to one list."""

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
                and self.is_number(at + 1)
                and self.word(at + 2) in (",", "and", ".", "")
            ):
                at += 2
            at = self.behind_first_name(group, at)
            joined = at = self.behind_title(group, at)
            if self.word(joined) == ",":
                joined += 1
            if [self.word(k) for k in range(joined, joined + 3)] == ["as", "well", "as"]:
                joined += 3
            elif self.word(joined) in {"along", "together"} and self.word(joined + 1) == "with":
                joined += 2
            elif [self.word(k) for k in range(joined, joined + 3)] == ["in", "addition", "to"]:
                joined += 3
            if self.word(joined) in {"and", "&"}:
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
            if self.counts_things(following):
                break
            if self.title_of(group, following, comma=self.word(joined - 1) == ","):
                break
            if (
                self.word(joined - 1) == ","
                and self.sentence.groups[following].name
                and (group.count.value == 1 and not group.name)
            ):
                # "his wife, Mariam Sow, 65,": a name beside its noun
                self.sentence.groups[listed[-1]] = altered(
                    group, last=self.sentence.groups[following].last
                )
                continue
            listed.append(following)
        return listed

    def counts_things(self, index: int) -> bool:
        """Tell "dozens of arrests", "several kidnappings" in a list from people."""
        group = self.sentence.groups[index]
        if group.name or group.pronoun:
            return False
        noun = self.word(group.head if group.head >= 0 else group.last)
        return noun not in lexicon.nouns() and noun in lexicon.grammar("deeds")

    def behind_first_name(self, group: NounPhrase, at: int) -> int:
        """Give the token behind the name in "his brother, Ray, and a cousin"."""
        if group.count.value != 1 or group.head < 0 or group.name or self.word(at) != ",":
            return at
        named = self.read[at + 1 : at + 2]
        if not named or at + 1 in self.sentence.covering or self.sentence.upper:
            return at
        told = named[0].kind == "word" and named[0].text.istitle() and self.word(at + 2) == ","
        return at + 2 if told and self.word(at + 3) == "and" else at

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
            if position in self.at or word in {".", ";", ":", "that", "when", "while", "who"}:
                return at
            behind = position + 1
            if [word, self.word(behind), self.word(behind + 1)] == ["as", "well", "as"]:
                return behind + 2
            if word in {"along", "together"} and self.word(behind) == "with":
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
        if comma and self.word(at) in lexicon.words("context", "attribution", "said"):
            return True  # ", the agency's chief warned"
        if comma and self.does_something(at):
            return True
        verbs, ends = lexicon.grammar("subject_is_before"), lexicon.grammar("phrase_ends")
        for _ in range(12):
            word = self.word(at)
            if word in verbs:
                return True
            if word in DASHES and self.free_dash(at):
                return False
            predicate = self.at.get(at)
            if predicate is not None:
                return predicate.voice in ("passive", "participle", "joined") or (
                    predicate.voice == "active" and predicate.finite
                )
            if word in ends:
                return False
            if comma is False and word in ("in", "on", "at", "by"):
                return False
            at += 1
        return False

    def does_something(self, at: int) -> bool:
        """Tell a verb of no harm by its ending or its object: "marched in", "line the street"."""
        word = self.word(at)
        if at in self.at or not word.isalpha() or word in lexicon.stop_words():
            return False
        return word.endswith("ed") or self.word(at + 1) in lexicon.grammar("determiners")
