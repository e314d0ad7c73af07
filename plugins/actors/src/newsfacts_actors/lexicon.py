"""The plugin's lexicons as look-up tables, made once a process."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from newsfacts.text import countries as _core
from newsfacts.text import load_lexicon
from newsfacts_actors.tokens import split

PACKAGE = "newsfacts_actors"

# What a word can be, as bits; a word may be several things.
(
    NOT_NAME, STATE, OFFICE, RANK, OCCUPATION, MODIFIER, HONORIFIC, HEAD, OF_HEAD, SUBJECT,
    PLACE_NOUN, OTHER_NOUN, PARTICLE, SPEECH, ACT, BOUNDARY, LOWER_HEAD, PORTFOLIO, GIVEN,
    FAMILY_FIRST, AMBIGUOUS, PLURAL, FORMER, LEADS, GROUP, GROUP_MODIFIER, SUFFIX, LOCATIVE,
    REMARK, SPORT, ANAPHOR, BODY, SURNAME, PAIR, DONE_TO,
    PRONOUN,
) = (1 << bit for bit in range(36))  # fmt: skip
TITLE = STATE | OFFICE | RANK | OCCUPATION

_SOURCES: tuple[tuple[str, str, int], ...] = (
    ("words", "not_names", NOT_NAME), ("titles", "state", STATE), ("titles", "office", OFFICE),
    ("titles", "rank", RANK), ("titles", "occupation", OCCUPATION),
    ("titles", "modifiers", MODIFIER), ("titles", "honorific", HONORIFIC),
    ("titles", "kin", HONORIFIC), ("titles", "remarks", REMARK), ("titles", "sport", SPORT),
    ("titles", "anaphors", ANAPHOR), ("titles", "plural", PLURAL), ("titles", "former", FORMER),
    ("titles", "leads", LEADS), ("forms", "organisation_suffixes", BODY),
    ("forms", "heads", HEAD), ("forms", "of_heads", OF_HEAD), ("forms", "subjects", SUBJECT),
    ("forms", "lower_heads", LOWER_HEAD), ("forms", "portfolios", PORTFOLIO),
    ("words", "surnames", SURNAME), ("words", "place_nouns", PLACE_NOUN),
    ("words", "other_nouns", OTHER_NOUN), ("words", "particles", PARTICLE),
    ("words", "suffixes", SUFFIX), ("words", "done_to", DONE_TO), ("words", "pronouns", PRONOUN),
    ("words", "speech", SPEECH), ("words", "acts", ACT),
    ("words", "boundaries", BOUNDARY), ("words", "locative", LOCATIVE),
    ("groups", "heads", GROUP), ("groups", "modifiers", GROUP_MODIFIER),
)  # fmt: skip


def entries(lexicon: str, key: str) -> list[str]:
    """Give the words of one list of a lexicon."""
    value = load_lexicon(PACKAGE, lexicon)[key]
    return value.split() if isinstance(value, str) else list(value)


@cache
def word_bits() -> Mapping[str, int]:
    """Give what each word (in lower case) can be."""
    bits: dict[str, int] = {}
    for lexicon, key, bit in _SOURCES:
        for word in entries(lexicon, key):
            lower = word.lower()
            bits[lower] = bits.get(lower, 0) | bit
    for pair in entries("forms", "lower_pairs"):
        first = pair.split()[0]
        bits[first] = bits.get(first, 0) | PAIR
    for word in entries("titles", "plural"):
        bits[word] |= bits.get(word.removesuffix("s"), 0) & TITLE
    names = load_lexicon(PACKAGE, "given_names")
    for key in names:
        bit = {"family_first": FAMILY_FIRST, "ambiguous": AMBIGUOUS}.get(key, GIVEN)
        for word in entries("given_names", key):
            lower = word.lower()
            bits[lower] = bits.get(lower, 0) | bit
    return bits


class Organisation(NamedTuple):
    """A line of the lexicon of organisations: `country` is None for an international body."""

    name: str
    country: str | None
    aliases: tuple[str, ...]
    table: str


@cache
def organisations() -> tuple[Organisation, ...]:
    """Give the organisations of the lexicon.

    Raises:
        ValueError: a line is not "name | country | further names".
    """
    found: list[Organisation] = []
    for table, lines in load_lexicon(PACKAGE, "organisations").items():
        for line in lines.strip().splitlines():
            fields = [field.strip() for field in line.split("|")]
            if len(fields) != 3 or not fields[0] or not fields[1]:
                raise ValueError(f"organisations.toml, {table}: {line!r} is no entry")
            name, country, others = fields
            aliases = tuple(other.strip() for other in others.split(";") if other.strip())
            found.append(Organisation(name, None if country == "-" else country, aliases, table))
    return tuple(found)


@cache
def club_names() -> frozenset[str]:
    """Give the names of sports clubs."""
    return frozenset(
        name
        for each in organisations()
        if each.table == "sport"
        for name in (each.name, *each.aliases)
    )


class Leader(NamedTuple):
    """A line of the lexicon of leaders: `single` is the one name that means this person."""

    name: str
    country: str | None
    single: str | None


@cache
def leaders() -> tuple[Leader, ...]:
    """Give those whom news call by one name.

    Raises:
        ValueError: a line is not "name | country" or "name | country | one name".
    """
    found: list[Leader] = []
    for line in load_lexicon(PACKAGE, "leaders")["leaders"].strip().splitlines():
        fields = [field.strip() for field in line.split("|")]
        if len(fields) not in (2, 3) or not all(fields):
            raise ValueError(f"leaders.toml: {line!r} is no entry")
        single = fields[2] if len(fields) == 3 else fields[0].rpartition(" ")[2]
        found.append(
            Leader(
                fields[0],
                None if fields[1] == "-" else fields[1],
                None if single == "-" else single,
            )
        )
    return tuple(found)


def leader_key(name: str) -> str:
    """Give the form under which a leader's name is filed."""
    return name.lower().replace("-", " ")


@cache
def leader_countries() -> Mapping[str, str | None]:
    """Give the country of each leader by full name, in lower case."""
    return {leader_key(each.name): each.country for each in leaders()}


@cache
def leader_names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Give the words of the leaders' full names by their first word, longest first."""
    filed: dict[str, set[tuple[str, ...]]] = {}
    for each in leaders():
        first, *rest = split(each.name)
        if rest:
            filed.setdefault(first, set()).add(tuple(rest))
    return {
        first: tuple(sorted(rests, key=lambda r: (-len(r), r))) for first, rests in filed.items()
    }


@cache
def single_names() -> Mapping[str, str | None]:
    """Give the country for names that stand alone ("Chirac"), in lower case.

    None where two who are called so served different countries, or none.
    """
    table: dict[str, str | None] = {}
    for each in leaders():
        if each.single is not None:
            key = each.single.lower()
            same = key not in table or table[key] == each.country
            table[key] = each.country if same else None
    return table


class Known(NamedTuple):
    """A name that the lexicons hold: of a country or an organisation.

    `how` is name, demonym or metonym.
    """

    kind: str
    name: str
    country: str | None
    how: str


Trie = Mapping[str, tuple[tuple[tuple[str, ...], Known], ...]]


def _file(names: Iterable[tuple[str, Known]]) -> Trie:
    filed: dict[str, dict[tuple[str, ...], Known]] = {}
    for name, known in names:
        words = tuple(split(name))
        if words:
            filed.setdefault(words[0], {}).setdefault(words[1:], known)
    return {
        first: tuple(sorted(group.items(), key=lambda item: -len(item[0])))
        for first, group in filed.items()
    }


def _all_names() -> Iterable[tuple[str, Known]]:
    for each in organisations():
        known = Known("organization", each.name, each.country, "name")
        for name in (each.name, *each.aliases):
            yield name, known
    for name, code in _core.country_names().items():
        yield name, Known("country", _core.country_name(code), code, "name")
    for word, code in _core.demonyms().items():
        yield word, Known("country", _core.country_name(code), code, "demonym")
    for name, code in _core.metonyms().items():
        yield name, Known("country", _core.country_name(code), code, "metonym")


@cache
def known_names() -> Trie:
    """Give the names of countries and organisations by their first word, longest first."""
    return _file(_all_names())


@cache
def known_names_upper() -> Trie:
    """Give the same in capitals, for upper-case copy."""
    return _file((name.upper(), known) for name, known in _all_names())


@cache
def known_pairs(upper: bool) -> Mapping[str, Trie]:
    """Give the same by the first and the second word.

    "" is the second of those that are one word; they stand behind the longer ones, too.
    """
    found: dict[str, dict[str, tuple[tuple[tuple[str, ...], Known], ...]]] = {}
    for first, group in (known_names_upper() if upper else known_names()).items():
        by_second: dict[str, list[tuple[tuple[str, ...], Known]]] = {"": []}
        for rest, entry in group:
            by_second.setdefault(rest[0] if rest else "", []).append((rest, entry))
        alone = by_second[""]
        found[first] = {
            second: tuple(longer if longer is alone else longer + alone)
            for second, longer in by_second.items()
        }
    return found


class Region(NamedTuple):
    """A part of a state; `rest` are the words behind the first one of the form it is filed by."""

    rest: tuple[str, ...]
    name: str
    country: str


@cache
def regions() -> Mapping[str, tuple[Region, ...]]:
    """Give the parts of states by the first word of their name or adjective, longest first.

    Words are in lower case.
    """
    filed: dict[str, list[Region]] = {}
    for country, names in load_lexicon(PACKAGE, "regions").items():
        for forms in names.split(";"):
            name = " ".join(forms.partition("/")[0].split())
            for form in forms.split("/"):
                first, *rest = split(form.strip().lower())
                filed.setdefault(first, []).append(Region(tuple(rest), name, country))
    return {
        first: tuple(sorted(found, key=lambda each: (-len(each.rest), each.rest)))
        for first, found in filed.items()
    }


@cache
def lower_pairs() -> frozenset[tuple[str, str]]:
    """Give two-word heads that make a name in lower case: ("security", "forces")."""
    return frozenset(
        (a, b) for a, b, *rest in map(str.split, entries("forms", "lower_pairs")) if not rest
    )


@cache
def common_words() -> frozenset[str]:
    """Give everyday words that upper-case copy writes like names."""
    return frozenset(entries("words", "common"))


@cache
def not_bodies() -> frozenset[str]:
    """Give names in the form of a body's that are places or things, in lower case."""
    return frozenset(load_lexicon("newsfacts_actors", "forms")["not_bodies"])


@cache
def not_offices() -> Mapping[str, frozenset[str]]:
    """Give, for words that are offices or adjectives, what they are adjectives before."""
    table = load_lexicon("newsfacts_actors", "forms")["not_offices"]
    return {word: frozenset(nouns.split()) for word, nouns in table.items()}


@cache
def describing() -> frozenset[str]:
    """Give words that describe a body rather than name it."""
    return frozenset(entries("forms", "describing"))


@cache
def company_forms() -> frozenset[str]:
    """Give the legal forms of firms, in lower case."""
    return frozenset(entries("forms", "company_forms"))


@cache
def family_firms() -> frozenset[str]:
    """Give firms' names that are family names, too, in lower case."""
    return frozenset(word.lower() for word in entries("words", "family_firms"))


@cache
def not_acronyms() -> frozenset[str]:
    """Give abbreviations that are no organisation."""
    return frozenset(entries("forms", "not_acronyms"))
