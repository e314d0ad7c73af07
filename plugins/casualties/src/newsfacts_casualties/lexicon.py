"""The plugin's words, turned into tables once a process."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from newsfacts.text import load_lexicon, tokens

PACKAGE = "newsfacts_casualties"
HARMS = (
    "killed", "injured", "abducted", "detained", "released", "displaced", "affected", "missing",
    "casualties",
)  # fmt: skip


class VerbForm(NamedTuple):
    """What a word can be as a verb of harm.

    `form` is `base`, `s`, `ing`, `past`, `participle` or `ed` (past and participle alike);
    `use` is `transitive`, `intransitive` or `either`; a weak verb harms without killing.
    """

    harm: str
    form: str
    use: str
    weak: bool


class Noun(NamedTuple):
    """A noun of people: the kind of victim, and whether it stands for several."""

    kind: str | None
    plural: bool


class Phrase(NamedTuple):
    """A fixed phrase of harm, as the words of it."""

    words: list[str]
    harm: str


def _table(name: str) -> Mapping[str, Any]:
    return load_lexicon(PACKAGE, name)


@cache
def words(table: str, section: str, name: str) -> frozenset[str]:
    """Give a list of single words or phrases of a lexicon as a set."""
    return frozenset(_table(table)[section][name])


class _Lists(dict[str, frozenset[str]]):
    """Lists by name, loaded when first asked for: a look-up is no call of a function then."""

    def __init__(self, load: Callable[[str], frozenset[str]]) -> None:
        super().__init__()
        self._load = load

    def __missing__(self, name: str) -> frozenset[str]:
        found = self[name] = self._load(name)
        return found


grammar = _Lists(lambda name: frozenset(_table("grammar")[name])).__getitem__
"""Gives a list of the grammar's words: prepositions, words of change, and so on."""

scope_words = _Lists(lambda name: words("scenes", "scope", name)).__getitem__
"""Gives a list of words that tell how a figure relates to the news."""


@cache
def endings(name: str) -> tuple[str, ...]:
    """Give a list of the grammar's endings of words."""
    return tuple(_table("grammar")[name])


@cache
def naming_days() -> frozenset[str]:
    """Give the words of a time that name its day: weekdays, months, "today", "last"."""
    months = {month[:3] for month in grammar("months")}
    return (
        grammar("days")
        | grammar("months")
        | {f"{month}." for month in months}
        | months
        | {"tonight", "this", "last", "tomorrow"}
    )


@cache
def verbs() -> Mapping[str, VerbForm]:
    """Give every form of every verb of harm."""
    found: dict[str, VerbForm] = {}
    for harm in HARMS:
        section = _table("harm").get(harm, {})
        for use in ("transitive", "intransitive", "either", "weak"):
            for line in section.get(use, ()):
                forms = line.split()
                names = ("base", "s", "ing", "ed") if len(forms) == 4 else (
                    "base", "s", "ing", "past", "participle"
                )  # fmt: skip
                for word, form in zip(forms, names, strict=True):
                    kind = "transitive" if use == "weak" else use
                    if word in found and form != "ed":
                        continue
                    found[word] = VerbForm(harm, form, kind, use == "weak")
    return found


@cache
def phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """Give the fixed phrases of harm under their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for harm, lines in _table("harm")["phrases"].items():
        for line in lines:
            parts = [token.lower for token in tokens(line)]
            found.setdefault(parts[0], []).append(Phrase(parts, harm))
    return {
        first: tuple(sorted(group, key=lambda each: -len(each.words)))
        for first, group in found.items()
    }


@cache
def phrases_by_two() -> Mapping[str, Mapping[str, tuple[Phrase, ...]]]:
    """Give the fixed phrases of harm under their first word and their second, "" for none."""
    found: dict[str, dict[str, tuple[Phrase, ...]]] = {}
    for first, group in phrases().items():
        by_second = found[first] = {}
        for phrase in group:
            second = phrase.words[1] if len(phrase.words) > 1 else ""
            by_second[second] = (*by_second.get(second, ()), phrase)
    return found


@cache
def harmed_nouns() -> Mapping[str, str]:
    """Give the nouns that stand for persons harmed or for their number, with their harm."""
    return {**harm_nouns("persons"), **harm_nouns("counted")}


@cache
def _by_word(section: str) -> Mapping[str, str]:
    return {word: harm for harm, listed in _table("harm")[section].items() for word in listed}


def adjectives() -> Mapping[str, str]:
    """Give the words that state a harm behind a number or the verb to be."""
    return _by_word("adjectives")


def attributive() -> Mapping[str, str]:
    """Give the adjectives of harm that stand before a noun."""
    return _by_word("before_noun")


@cache
def harm_nouns(role: str) -> Mapping[str, str]:
    """Give the nouns of harm of a role (`event`, `persons`, `counted`) with their harm."""
    found: dict[str, str] = {}
    for harm, section in _table("harm")["nouns"].items():
        for word in section[role]:
            found.setdefault(word, harm)
    return found


_KINDS = {"plain": None, "man": None}


_OFFICES = frozenset(("official", "military", "police", "militant"))
"""Kinds of those who may have been what they are: "an ex-mayor", "ex-soldiers"."""


@cache
def nouns() -> Mapping[str, Noun]:
    """Give the nouns of people, singular and plural."""
    found: dict[str, Noun] = {}
    for kind, listed in _table("victims")["nouns"].items():
        value = _KINDS.get(kind, kind)
        for entry in listed:
            singular, _, plural = entry.partition("/")
            plural = plural or _plural(singular)
            last_one, last_many = singular.split()[-1], plural.split()[-1]
            found.setdefault(last_many, Noun(value, True))
            if last_one != last_many:
                found.setdefault(last_one, Noun(value, False))
    for word, noun in tuple(found.items()):
        if noun.kind in _OFFICES and "-" not in word:
            found.setdefault(f"ex-{word}", noun)
    for word in _table("victims")["nationality"]["words"]:
        found.setdefault(word.split()[-1], Noun(None, True))
    for word in _table("victims")["groups"]["words"]:
        if word not in found:
            found[word] = Noun(None, True)
    return found


@cache
def nationals() -> frozenset[str]:
    """Give the nouns of nationality for one person: "american", "dane"."""
    found = {word.split()[-1] for word in _table("victims")["nationality"]["words"]}
    return frozenset(word[:-1] for word in found if word.endswith("s") and word != "swiss")


@cache
def compounds() -> Mapping[str, str]:
    """Give the kind of victim that a noun of several words tells ("police officer")."""
    found = {}
    for kind, listed in _table("victims")["nouns"].items():
        for entry in listed:
            singular, _, plural = entry.partition("/")
            if " " in singular and kind not in _KINDS:
                found[singular] = kind
                found[plural or _plural(singular)] = kind
    return found


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def stop_words() -> frozenset[str]:
    """Give the words at which a noun phrase ends."""
    return words("victims", "stop", "words")


@cache
def not_people() -> frozenset[str]:
    """Give the nouns that are no people: things and animals."""
    return words("victims", "not_people", "words") | words("harm", "not_harm", "animals")


def counted() -> Mapping[str, str]:
    """Give the nouns that "the number of" counts, with the harm: "hostages"."""
    return _by_word("counted")


def agents() -> Mapping[str, str]:
    """Give the nouns of those who harm, with the harm: "killers"."""
    return _by_word("agents")


@cache
def victim_sets() -> Mapping[str, int]:
    """Give the nouns that stand for a number of people: "couple" is two."""
    return dict(_table("victims")["sets"])


class PhraseList(NamedTuple):
    """Phrases as words under their first word, longest first.

    `first` are their first words, and `second` gives the words that stand behind each; None for
    one that is a phrase by itself.
    """

    phrases: Mapping[str, tuple[list[str], ...]]
    first: frozenset[str]
    second: Mapping[str, frozenset[str] | None]

    def may_stand_in(self, vocabulary: set[str]) -> bool:
        """Tell whether the first two words of a phrase are among some words."""
        for word in vocabulary & self.first:
            behind = self.second[word]
            if behind is None or not vocabulary.isdisjoint(behind):
                return True
        return False


@cache
def phrase_table(table: str, section: str, name: str) -> PhraseList:
    """Give a list of phrases as words, under their first word, longest first."""
    found: dict[str, list[list[str]]] = {}
    for line in _table(table)[section][name]:
        parts = [token.lower for token in tokens(line)]
        found.setdefault(parts[0], []).append(parts)
    phrases = {
        first: tuple(sorted(group, key=lambda each: -len(each))) for first, group in found.items()
    }
    return PhraseList(
        phrases,
        frozenset(phrases),
        {
            first: frozenset(each[1] for each in group) if len(group[-1]) > 1 else None
            for first, group in phrases.items()
        },
    )


@cache
def event_words() -> Mapping[str, str]:
    """Give the words that name a harm event, with its type; the first type listed wins."""
    found: dict[str, str] = {}
    for kind in ("attack", "accident", "disaster", "conflict"):
        for word in _table("context")["events"][kind]:
            found.setdefault(word, kind)
    return found


@cache
def no_names() -> frozenset[str]:
    """Give the words that begin no name of a person, whatever their first letter."""
    return frozenset(grammar("not_names") | nouns().keys() | not_people() | verbs().keys())


@cache
def event_nouns() -> frozenset[str]:
    """Give the words that name a harm event and are no verbs of harm."""
    return frozenset(event_words().keys() - verbs().keys())


@cache
def helpers() -> Mapping[str, str]:
    """Give the helpers of verbs with what they are: `be`, `have`, `modal`, or `skip` (between)."""
    found: dict[str, str] = {}
    for role in ("skip", "modal", "have", "be"):
        found.update(dict.fromkeys(words("context", "aux", role), role))
    return found


@cache
def openers() -> Mapping[str, str]:
    """Give words by what they are at the begin of a noun phrase.

    A `determiner`, a pronoun for `one` or for `several`, a word at which no phrase begins
    (`stop`), or a `noun` or adjective of people.
    """
    found: dict[str, str] = dict.fromkeys((*nouns(), *attributive()), "noun")
    found.update(dict.fromkeys(stop_words(), "stop"))
    found.update(dict.fromkeys(words("victims", "pronouns", "plural"), "several"))
    found.update(dict.fromkeys(words("victims", "pronouns", "singular"), "one"))
    found.update(dict.fromkeys(grammar("determiners"), "determiner"))
    return found


@cache
def harmful_words() -> frozenset[str]:
    """Give every word at which a predicate of harm may begin."""
    return frozenset({
        *phrases(), *grammar("taken"), *words("harm", "toll", "words"),
        *words("harm", "toll", "losses"), *words("harm", "lives", "words"), *adjectives(),
        *verbs(), *harm_nouns("event"), *grammar("totals"), *words("wounds", "nouns", "words"),
        *words("wounds", "striking", "words"), *words("wounds", "nouns", "treated"), *agents(),
        "victims", "count",
    })  # fmt: skip


@cache
def mention_cues() -> frozenset[str]:
    """Give the cues that tell of an event but of no harm."""
    return words("context", "events", "mention") - _harm_cues()


def _body() -> frozenset[str]:
    return words("wounds", "body", "parts") - words("wounds", "body", "with_other_senses")


@cache
def _harm_cues() -> frozenset[str]:
    """Give the words without one of which a sentence holds no figure."""
    found: set[str] = set(verbs()) | set(adjectives()) | set(attributive())
    for role in ("event", "persons", "counted"):
        found |= set(harm_nouns(role))
    for group in phrases().values():
        for phrase in group:
            found.add(" ".join(phrase.words))
    found |= words("harm", "toll", "words") | words("harm", "toll", "losses")
    found |= {f"in {his} {part}" for his in ("the", "his", "her") for part in _body()}
    found |= {"fatally", "mortally", "identified as", "named as", *agents()}
    found |= words("harm", "cues", "words") | words("harm", "lives", "words") | grammar("seizing")
    return frozenset(_kept(found))


@cache
def cues() -> tuple[str, ...]:
    """Give the words without one of which a sentence is not read."""
    return tuple(sorted(_harm_cues() | set(_kept(words("context", "events", "mention")))))


def _kept(found: Iterable[str]) -> Iterable[str]:
    """Leave out phrases that begin with a word which is a cue by itself."""
    single = {word for word in found if " " not in word}
    return (word for word in found if " " not in word or not single.intersection(word.split()))
