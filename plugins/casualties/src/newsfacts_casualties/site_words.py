"""What the words around a place's name make of it: where, near where, whose, in what part."""

from collections.abc import Sequence

from newsfacts import Place, PlaceMention
from newsfacts.text import Token
from newsfacts.text.countries import capital_of, continents, is_country
from newsfacts_casualties import lexicon
from newsfacts_casualties.sentence import Sentence

_CLAUSE_MARKS = frozenset((",", ";", "and", "while", ".", "neighboring", "neighbouring", ":"))
_TOLD = frozenset(("said", "says", "told", "confirmed", "reported", "reports", "announced"))
_LINKING = frozenset(("linking", "connecting", "leading", "bound", "heading", "toward", "towards"))
_ADVERBS = frozenset(("late", "early", "overnight", "again", "twice", "hard", "last", "this"))
_NAMING = frozenset(("called", "named", "known"))


def coarseness(place: Place | PlaceMention) -> int:
    """Order places: towns, unlisted localities, first-order divisions, countries, continents."""
    if place.admin1 is not None or _is_capital(place):
        return 0
    if place.country is None:
        return 4 if place.name in continents() else 1
    return 3 if is_country(place.name, place.country) else 2


def _is_capital(place: Place | PlaceMention) -> bool:
    return place.country is not None and capital_of(place.country) == place.name


def is_occasion(sentence: Sentence, at: int) -> bool:
    """Tell where somebody spoke, "told reporters", from people counted: "nine reporters"."""
    if sentence.words[at] not in lexicon.grammar("occasions"):
        return False
    index = sentence.covering.get(at)
    return index is None or sentence.groups[index].count.modifier == "unspecified"


def relation(sentence: Sentence, at: int, after: int) -> str | None:
    """Read the words before a place: "in the town of Duvel", "near Duvel", "for Duvel"."""
    read = sentence.read
    places = lexicon.grammar("place_words")
    for position in range(at - 1, max(-1, at - 8), -1):
        word = read[position].lower
        if word in places:
            if position and is_occasion(sentence, position - 1):
                return None  # "told reporters in Duvel"
            return None if _where_said(read, position) else _how(read, position)
        if word == "for" and position and read[position - 1].lower in lexicon.grammar("contested"):
            return "in"
        if word in lexicon.words("scenes", "sites", "striking"):
            return "in" if _ends(read, after) else None  # "An earthquake struck Duvel"
        if word in _LINKING:
            return None  # "the road linking Duvel and Morvan"
        if word in _NAMING or (word == "as" and read[position - 1].lower in _NAMING):
            continue  # "in a town called Duvel"
        if word in lexicon.grammar("determiners"):
            continue
        if word in lexicon.stop_words() or read[position].text in ";:.":
            return None
        if word in ("said", "police"):
            return None
    return None


def _where_said(read: Sequence[Token], at: int) -> bool:
    """Tell the place of a saying: "reported today in Duvel that", "said in Duvel"."""
    days = lexicon.grammar("days")
    last = at - 1
    while last > 0 and (read[last].lower in days or read[last].lower in {"on", "late", "early"}):
        last -= 1
    if last < 1 or read[last].lower not in lexicon.words("scenes", "sites", "saying"):
        return False
    passive = read[last - 1].lower in ("was", "were", "been", "is", "are")
    return not passive or (last > 1 and read[last - 2].lower == "it")


def _ends(read: Sequence[Token], after: int) -> bool:
    """Tell a name that ends a noun phrase from one within it: "struck a Duvel bus"."""
    if after >= len(read) or read[after].kind == "mark":
        return True
    word = read[after].lower
    return (
        word in lexicon.stop_words() or word in lexicon.grammar("days")
        or word in _ADVERBS or word.endswith(("ing", "ly"))
    )  # fmt: skip


def _how(read: Sequence[Token], at: int) -> str:
    word = read[at].lower
    if word in lexicon.grammar("near_words"):
        return "near"
    if word in ("of", "from"):
        before = [read[k].lower for k in range(max(0, at - 2), at)]
        # "north of Duvel" is outside it, "the north of Veldan" is a part of it
        if "the" not in before and not lexicon.grammar("directions").isdisjoint(before):
            return "near"
    return "aside" if word in lexicon.grammar("aside_words") else "in"


def names_event(read: Sequence[Token], at: int, after: int, mention: PlaceMention) -> str | None:
    """Tell a place that names an event: "the Duvel bombing", "the deadly Duvel bomb attacks"."""
    if mention.admin1 is None:
        if 0 < after < len(read) and read[after - 1].lower.endswith(("'s", "’s")):
            # "Veldan's earthquake"; "Veldan's strikes" are what Veldan does
            kind = lexicon.event_words().get(read[after].lower)
            return "in" if kind in ("disaster", "accident") else None
        return None
    for position in range(after, min(after + 2, len(read))):
        word = read[position].lower
        if word in lexicon.event_words() and not word.endswith("ed"):
            return "in"
        if not word.isalpha() or word in lexicon.stop_words():
            return None
    return None


def part_of_people(sentence: Sentence, at: int) -> bool:
    """Tell a name inside a phrase of people: "three Iraq veterans", "Kabul police"."""
    index = sentence.covering.get(at)
    if index is None:
        return False
    first = sentence.groups[index].first
    return not any(
        sentence.read[k].lower in ("in", "from", "at", "of", "near") for k in range(first, at)
    )


def reports(read: Sequence[Token], at: int, after: int) -> str | None:
    """Read "Veldan reported 12 deaths": the deaths are there."""
    if at and read[at - 1].lower not in _CLAUSE_MARKS:
        return None
    if after < len(read) and read[after].lower in lexicon.words("scenes", "sites", "scenes"):
        after += 1
    if after + 1 >= len(read):
        return None
    verb = read[after].lower
    if verb in lexicon.words("scenes", "sites", "state_acts"):
        return "in"  # "Veldan executed three men"
    if verb not in counting_words():
        return None
    ahead = read[after + 1 : after + 4]
    begins = lexicon.words("scenes", "sites", "begins_count")
    told = any(token.kind == "number" or token.lower in begins for token in ahead)
    return "in" if told else None


def counting_words() -> frozenset[str]:
    """Give the verbs by which a country or town reports its victims."""
    return lexicon.words("scenes", "sites", "counting")


def of_source(read: Sequence[Token], after: int) -> bool:
    """Tell the place of who says so: "police in Duvel said"."""
    return after < len(read) and read[after].lower in _TOLD


def of_office(sentence: Sentence, at: int, after: int) -> bool:
    """Tell the place of an office that says so: "the governor of Duvel, Ivo Marek, said"."""
    words = sentence.words
    if at < 3 or words[at - 1] != "of" or words[at - 2] not in _OFFICES:
        return False
    behind = words[after : after + 7]
    return not lexicon.words("context", "attribution", "said").isdisjoint(behind)


_OFFICES = frozenset((
    "governor", "mayor", "bishop", "archbishop", "prefect", "commissioner", "premier",
))  # fmt: skip


def of_treatment(read: Sequence[Token], at: int) -> bool:
    """Tell where the hurt are treated: "were flown to a hospital in Duvel"."""
    words = [token.lower for token in read[max(0, at - 12) : at]]
    wards = lexicon.words("scenes", "sites", "wards")
    return not wards.isdisjoint(words[-4:]) and not lexicon.grammar("taken").isdisjoint(words)


def is_quarter(read: Sequence[Token], mention: PlaceMention, after: int) -> bool:
    """Tell a part of a town: "the Duvel district", "in Duvel, a suburb of Morvan"."""
    coarse = coarseness(mention)
    if coarse > 2:
        return False
    quarters = lexicon.words("scenes", "sites", "quarters" if coarse < 2 else "firm_quarters")
    words = [token.lower for token in read[after : after + 6]]
    if words[:1] and words[0] in quarters:
        return True
    if words[:1] != [","] or not {"a", "an", "the"} & set(words[1:2]):
        return False
    return any(
        word in quarters and words[k + 1 : k + 2] in (["of"], ["in"])
        for k, word in enumerate(words[2:5], start=2)
    )


def is_urban(read: Sequence[Token], after: int) -> bool:
    """Tell what is part of a town for certain: "the Duvel neighborhood"."""
    return after < len(read) and read[after].lower in ("neighborhood", "neighbourhood", "borough")


def is_locality(read: Sequence[Token], at: int, after: int) -> bool:
    """Tell a locality from a division: "the village of Duvel", "in Duvel, near Morvan"."""
    if at > 1 and read[at - 1].lower in ("of", "called", "as"):
        return any(read[k].lower in lexicon.grammar("settlements") for k in (at - 2, at - 3))
    ahead = [token.lower for token in read[after : after + 6]]
    return ahead[:1] == [","] and (
        ahead[1:2] == ["near"] or not lexicon.grammar("directions").isdisjoint(ahead[1:4])
    )
