"""The words of the clause reader: closed classes, verb forms, nouns of people and events."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from newsfacts.text import load_lexicon

PACKAGE = "newsfacts_delegations"


@attrs.define(eq=False)
class VerbForm:
    """A word read as a verb: its base form, and which forms it can be.

    `forms` holds letters: b base, s third person, d past, n past participle, g -ing.
    """

    lemma: str
    forms: str
    nouny: bool


@attrs.define(eq=False)
class VerbCue:
    """An event verb: the type of its event, and how the words around it take part."""

    kind: str
    frame: str
    role: str


@attrs.define(eq=False)
class NounCue:
    """An event noun. A `weak` one needs participants, place or day beside it."""

    kind: str
    weak: bool
    needs: frozenset[str]


@attrs.define(eq=False)
class Lending:
    """What a governing verb lends to the event below it."""

    role: str | None
    modality: str | None
    polarity: str | None


@cache
def grammar() -> Mapping[str, str]:
    """Give each closed-class word its tag."""
    data = load_lexicon(PACKAGE, "grammar")
    tags: dict[str, str] = {}
    for key, tag in (
        ("adverbs", "ADV"), ("subordinators", "SUB"), ("prepositions", "P"),
        ("quantifiers", "NUM"), ("determiners", "D"), ("possessives", "S"), ("pronouns", "PN"),
        ("relatives", "R"),
        ("coordinators", "C"), ("negations", "NEG"), ("modals_future", "MD"),
        ("modals_possible", "MD"), ("modals_required", "MD"), ("auxiliaries_be", "AUX"),
        ("auxiliaries_have", "AUX"), ("auxiliaries_do", "AUX"),
    ):  # fmt: skip
        tags.update(dict.fromkeys(data[key], tag))
    tags.update(
        {"but": "SUB", "no": "D", "neither": "D", "that": "SUB", "where": "R", "when": "SUB"}
    )
    tags.update({"without": "P", "'s": "POS", "whose": "R", "there": "PN"})
    return tags


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Give word groups that act as one, by their first word, longest first."""
    data = load_lexicon(PACKAGE, "grammar")["phrases"]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, tag in (
        ("coordinator", "C"), ("preposition", "P"), ("subordinator", "SUB"), ("adverb", "ADV"),
        ("noun", "N"),
    ):  # fmt: skip
        for phrase in data[key]:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, tag))
    return {
        first: tuple(sorted(groups, key=lambda group: -len(group[0])))
        for first, groups in found.items()
    }


def _regular(base: str) -> Iterable[tuple[str, str]]:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield base + "es", "s"
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        yield base[:-1] + "ies", "s"
    else:
        yield base + "s", "s"
    if base.endswith("ie"):
        yield base[:-2] + "ying", "g"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        yield base[:-1] + "ing", "g"
    else:
        yield base + "ing", "g"
        if _doubles(base):
            yield base + base[-1] + "ing", "g"


def _past(base: str) -> Iterable[str]:
    if base.endswith("e"):
        yield base + "d"
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        yield base[:-1] + "ied"
    else:
        yield base + "ed"
        if _doubles(base):
            yield base + base[-1] + "ed"


def _doubles(base: str) -> bool:
    return (
        len(base) > 2
        and base[-1] in "bdglmnprt"
        and base[-2] in "aeiou"
        and base[-3] not in "aeiou"
    )


@cache
def verb_forms() -> Mapping[str, VerbForm]:
    """Give every inflected form of the known verbs."""
    data = load_lexicon(PACKAGE, "verbs")
    nouny = frozenset(data["nouny"]["words"].split())
    letters: dict[str, tuple[str, set[str]]] = {}

    def put(form: str, lemma: str, letter: str) -> None:
        letters.setdefault(form, (lemma, set()))[1].add(letter)

    irregular = data["irregular"]
    cues = load_lexicon(PACKAGE, "events")
    bases = (*data["base"].split(), *irregular, *cues["verb"], *cues["support"])
    for base in dict.fromkeys(bases):
        put(base, base, "b")
        for form, letter in _regular(base):
            put(form, base, letter)
        if base in irregular:
            past, participle = irregular[base]
            put(past, base, "d")
            put(participle, base, "n")
        else:
            for form in _past(base):
                put(form, base, "d")
                put(form, base, "n")
    return {
        form: VerbForm(lemma, "".join(sorted(found)), form in nouny)
        for form, (lemma, found) in letters.items()
    }


@cache
def words(section: str, key: str, part: str | None = None) -> frozenset[str]:
    """Give a word list of a lexicon as a set; a string of words counts as a list.

    Raises:
        TypeError: the key names no list.
    """
    data: Any = load_lexicon(PACKAGE, section)[key]
    if part is not None:
        data = data[part]
    if not isinstance(data, str | list):
        raise TypeError(f"{section}.toml: {key} is a table of word lists; name one of them")
    return frozenset(data.split() if isinstance(data, str) else data)


@cache
def office_sorts() -> Mapping[str, frozenset[str]]:
    """Give, for a general word of an office ("leader"), the words of the titles it may mean."""
    table: Mapping[str, str] = load_lexicon(PACKAGE, "people")["offices"]
    return {word: frozenset(titles.split()) for word, titles in table.items()}


@cache
def verb_cues() -> Mapping[str, VerbCue]:
    """Give the event verbs by base form."""
    return {
        lemma: VerbCue(entry["kind"], entry["frame"], entry.get("role", "participant"))
        for lemma, entry in load_lexicon(PACKAGE, "events")["verb"].items()
    }


@cache
def noun_cues() -> Mapping[str, NounCue]:
    """Give the event nouns, singular and plural."""
    return {
        noun: NounCue(entry["kind"], entry.get("weak", False), frozenset(entry.get("needs", ())))
        for noun, entry in load_lexicon(PACKAGE, "events")["noun"].items()
    }


@cache
def lendings(section: str) -> Mapping[str, Lending]:
    """Give what the verbs of `support` or `control` lend."""
    return {
        lemma: Lending(entry.get("role"), entry.get("modality"), entry.get("polarity"))
        for lemma, entry in load_lexicon(PACKAGE, "events")[section].items()
    }


@cache
def formats() -> Mapping[str, str]:
    """Give the words that say how a meeting is held: each its format."""
    found: dict[str, str] = {}
    for kind in ("phone", "video", "multilateral", "bilateral"):
        for word in words("events", "format", kind):
            found.setdefault(word, kind)
    return found


@cache
def load_parts() -> Mapping[str, str]:
    """Give the nouns that tell a party's part in a meeting: "mediator" and so on."""
    table: Mapping[str, list[str]] = load_lexicon(PACKAGE, "relations")["parts"]
    return {word: role for role, found in table.items() for word in found}


@cache
def premodifiers() -> Mapping[str, str]:
    """Give what a word before an event noun says of it: future, planned, past, ..."""
    return {
        word: sense
        for sense, found in load_lexicon(PACKAGE, "events")["premodifier"].items()
        for word in found
    }


@cache
def blocked() -> Mapping[str, frozenset[str]]:
    """Give the words before an event noun that make it another thing."""
    return {
        noun: frozenset(found) for noun, found in load_lexicon(PACKAGE, "events")["blocked"].items()
    }


@cache
def people() -> Mapping[str, str]:
    """Give each noun of people its sort: `state`, `title` or `group`."""
    data = load_lexicon(PACKAGE, "people")
    sorts: dict[str, str] = {}
    sorts.update(dict.fromkeys(data["title"], "title"))
    sorts.update(dict.fromkeys(data["group"], "group"))
    for noun in data["title"]:
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        sorts.setdefault(plural, "group")
    sorts.update(dict.fromkeys(data["state"], "state"))
    return sorts
