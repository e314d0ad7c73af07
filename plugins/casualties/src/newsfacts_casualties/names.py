"""Names of persons, also in upper-case copy."""

from newsfacts import Count
from newsfacts.model import altered
from newsfacts_casualties import lexicon
from newsfacts_casualties.nouns import NounReader
from newsfacts_casualties.sentence import NounPhrase

_GENERATIONS = frozenset(("jr", "sr"))


_TOLD = frozenset(
    ("Shot", "Dead", "Killed", "Man", "Woman", "Stabbed", "Dies", "Wounded", "Police")
)


def no_headline(name: str) -> bool:
    """Tell a name from words of a headline: "Coroner Names Man Shot"."""
    return _TOLD.isdisjoint(name.split())


class NameReader(NounReader):
    """Reads names of persons, titles before them."""

    def with_name(self, group: NounPhrase) -> NounPhrase:
        """Take in the name behind a noun: "shop owner Ivo Marek"."""
        at = group.last
        if at < len(self.read) and self.read[at].text == ",":
            return group
        end = self.name_end(at, titled=True)
        if end == at:
            return group
        return altered(
            group,
            last=end,
            name=True,
            victims_last=end,
            count=Count.of(1, text=self.words(group.first, end)),
        )

    def name(self, at: int) -> NounPhrase | None:
        """Read a person's name, with titles before it."""
        token = self.read[at]
        word = token.lower
        if not token.text[:1].isupper() or token.kind != "word":
            return None
        known = self.is_name(token.start, token.end)
        if (
            known is not True
            and not self.sentence.upper
            and word not in lexicon.words("victims", "titles", "words")
            and (known is False or word in lexicon.no_names())
        ):
            return None
        if self.sentence.upper and known is not True:
            return self.possessed(self.upper_name(at))
        position = at
        titles = lexicon.words("victims", "titles", "words")
        titled = False
        if not self.sentence.upper:
            while (
                position < len(self.read)
                and self.read[position].lower in titles
                and self.read[position].text[:1].isupper()
            ):
                titled = True
                position += 1
                if position < len(self.read) and self.read[position].text == ".":
                    position += 1
        end = self.name_end(position, titled=titled or known is True)
        if known is not True and not titled and end > position and self.of_headline(position, end):
            return None
        if end == position or (known is not True and self.of_a_house(end)):
            return None
        text = self.words(at, end)
        return self.possessed(
            NounPhrase(
                at, end, Count.of(1, text=text), -1, None, True, name=True, definite=True,
                victims_first=at, victims_last=end,
            )
        )  # fmt: skip

    def of_headline(self, at: int, end: int) -> bool:
        """Tell the words of a headline from a name: "Duvel Earthquake | Kills 12"."""
        if not self.sentence.titled:
            return False
        words = self.sentence.words[at:end]
        told = end < len(self.read) and self.sentence.words[end] in self.verbs
        return not (
            told and len(words) == 2 and self.not_people.isdisjoint(words)
            and lexicon.event_words().keys().isdisjoint(words)
            and not any(word in self.verbs or word in self.nouns for word in words)
        )  # fmt: skip

    def of_a_house(self, at: int) -> bool:
        """Tell "Mercy Medical | Center" from a person's name."""
        return (
            at < len(self.read)
            and self.read[at].lower in lexicon.grammar("houses")
            and (self.read[at].text[:1].isupper() and not self.sentence.upper)
        )

    def possessed(self, group: NounPhrase | None) -> NounPhrase | None:
        """Read on in "Marek's son": the son is meant."""
        if group is None or not self.words(group.first, group.last).lower().endswith(("'s", "’s")):
            return group
        head, end, harm, kind, known = self.noun_group(group.last, False)
        noun = self.nouns.get(self.read[head].lower) if head >= 0 else None
        if noun is None or not known:
            return group
        text = self.words(group.first, end)
        count = Count.unspecified(text=text) if noun.plural else Count.of(1, text=text)
        return NounPhrase(
            group.first, end, count, head, kind, True, harm, definite=True,
            bare_plural=noun.plural, victims_first=group.last, victims_last=end,
        )  # fmt: skip

    def upper_name(self, at: int) -> NounPhrase | None:
        """Read a name in upper-case copy, where the words around it tell: "MURDER OF X"."""
        read = self.read
        before = read[at - 1].lower if at else ""
        verb = lexicon.verbs().get(before)
        owned = at > 1 and (read[at - 2].lower in {"'", "’"} or read[at - 2].lower.endswith("'s"))
        told = (
            verb is not None
            and verb.use == "transitive"
            and not owned
            and verb.harm in ("killed", "abducted", "injured")
        )
        named = before == "of" and at > 1 and read[at - 2].lower in lexicon.harm_nouns("event")
        titled = before in lexicon.words("victims", "titles", "words")
        if not (told or named or titled):
            return None
        end = self.run_of_unknown(at)
        if end == at or (end == at + 1 and self.is_name(read[at].start, read[at].end) is False):
            return None
        noun = self.nouns.get(read[end].lower) if end < len(read) else None
        if noun is not None and not noun.plural:
            return self.described(at, end)
        text = self.words(at, end)
        return NounPhrase(
            at, end, Count.of(1, text=text), -1, None, True, name=True, definite=True,
            victims_first=at, victims_last=end,
        )  # fmt: skip

    def described(self, at: int, head: int) -> NounPhrase:
        """Read "SOCIALIST CANDIDATE IVO MAREK": a noun behind what describes it."""
        end = head + 1
        name = self.run_of_unknown(end)
        if name > end and self.is_name(self.read[end].start, self.read[name - 1].end) is not False:
            end = name
        text = self.words(at, end)
        return NounPhrase(
            at, end, Count.of(1, text=text), head, self.kind(at, head, end), True,
            name=end > head + 1, victims_first=at, victims_last=end,
        )  # fmt: skip

    def run_of_unknown(self, at: int) -> int:
        """Give the end of a run of words that no lexicon knows, up to five."""
        position = at
        while position < len(self.read) and position < at + 5:
            token = self.read[position]
            word = token.lower
            if (
                token.kind != "word"
                or word in self.stops
                or word in self.nouns
                or word in self.not_people
            ):
                break
            if (
                word in lexicon.event_words()
                or word in lexicon.verbs()
                or position in self.sentence.counts
            ):
                break
            if word in lexicon.grammar("not_names") or word.endswith("ly") or len(word) < 2:
                break
            position += 1
        return position

    def name_end(self, at: int, *, titled: bool) -> int:
        """Give the end of a name that begins at a token; the token itself where none does."""
        read = self.read
        position = at
        parts = 0
        while position < len(read) and position < at + 7:
            token = read[position]
            if token.kind == "word" and token.text[:1].isupper():
                known = self.is_name(token.start, token.end)
                if known is not True:
                    if (
                        self.sentence.upper
                        or known is False
                        or token.lower in lexicon.grammar("not_names")
                    ):
                        break
                    if token.lower in self.nouns or (
                        parts == 0
                        and (token.lower in self.not_people or token.lower in lexicon.verbs())
                    ):
                        break
                    if position == 0 and token.lower in self.stops:
                        break
                    if parts and token.lower in self.verbs and self.sentence.titled:
                        break  # "Ivo Marek | Killed in Crash"
                parts += 1
                position += 1
                if token.text.endswith(("'s", "’s")):
                    break
                initial = len(token.text) == 1 or token.lower in _GENERATIONS
                if initial and position < len(read) and read[position].text == ".":
                    position += 1
                continue
            if (
                parts
                and token.text == ","
                and position + 1 < len(read)
                and read[position + 1].lower in _GENERATIONS
            ):
                position += 1  # "Ivo Marek, Jr."
                continue
            if (
                parts
                and token.lower in lexicon.grammar("particles")
                and position + 1 < len(read)
                and read[position + 1].text[:1].isupper()
            ):
                position += 1
                continue
            break
        if parts == 0:
            return at
        known = self.is_name(read[at].start, read[position - 1].end)
        if known is False:
            return at
        if known is True or titled or parts >= 2:
            return position
        return at
