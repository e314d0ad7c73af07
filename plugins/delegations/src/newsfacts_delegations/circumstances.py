"""Where and when an event is, what it is about, and who says so."""

from collections.abc import Iterable, Sequence

from newsfacts import Attribution, Place, Time
from newsfacts.text import countries
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.chunks import Chunk, Noun
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.tokens import Token

PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "outside", "inside"))
_TOPIC_LIMIT = 90


def place_of(clauses: Clauses, i: int) -> Place | None:
    """Give the place that the noun phrase at chunk i names, looking into "the capital of X"."""
    chunks = clauses.chunks
    phrases = clauses.phrases
    noun = chunks[i].noun
    if noun is None:
        return None
    token = phrases.tokens[noun.head]
    if token.place is not None:
        return token.place
    if noun.actor is not None:
        if noun.low.rpartition(" ")[2] in lexicon.words("relations", "venues"):
            return Place(name=phrases.text[token.start : token.end], country=noun.actor.country)
        if noun.actor.kind == "country":
            return Place(name=noun.actor.name, country=noun.actor.country)
        return None
    if noun.low in lexicon.words("relations", "venues") and token.cap:
        first = next(k for k in range(chunks[i].first, chunks[i].last) if phrases.tokens[k].cap)
        return Place(name=phrases.text[phrases.tokens[first].start : token.end])
    if noun.low in lexicon.words("events", "sites"):
        return next(
            (
                place
                for m in reversed(noun.modifiers)
                if (place := phrases.tokens[m].place) is not None
            ),
            None,
        ) or _settled(clauses, i, noun)  # "at Lome airport"
    return _settled(clauses, i, noun)


def _settled(clauses: Clauses, i: int, noun: Noun) -> Place | None:
    """Give the town or country that "the capital of X", "the Togolese port of Lome" names."""
    chunks = clauses.chunks
    phrases = clauses.phrases
    if noun.low in lexicon.words("relations", "settlements"):
        k = i + 1
        if (k + 1 < len(chunks) and chunks[k].kind == "P" and chunks[k].low == "of") or (
            k + 1 < len(chunks) and chunks[k].kind == "," and noun.low == "capital"
        ):
            k += 1
        if k < len(chunks) and chunks[k].kind == "NP":
            inner = chunks[k].noun
            if inner is not None and phrases.tokens[inner.head].place is not None:
                return phrases.tokens[inner.head].place
        if noun.low == "capital" and (seat := _capital_of(clauses, noun.modifiers)) is not None:
            return seat
        for m in reversed(noun.modifiers):
            token = phrases.tokens[m]
            body = token.actor is not None and token.actor.kind == "organization"
            if token.place is not None and (token.tag == "PL" or body):
                return token.place
    return None


def town_of(clauses: Clauses, i: int) -> Place | None:
    """Give the place that "in" leads to at chunk i, even a town that no gazetteer has."""
    known = place_of(clauses, i)
    if known is not None:
        return known
    chunk = clauses.chunks[i]
    noun = chunk.noun
    text = clauses.phrases.text[chunk.start : chunk.end]
    if (
        noun is None
        or noun.determiner is not None
        or noun.low in lexicon.words("relations", "no_town")
    ):
        return None
    return None if text.isupper() else goal_place(clauses, i)


def goal_place(clauses: Clauses, i: int) -> Place | None:
    """Give the place that a trip leads to at chunk i; capitals that nobody knows name one."""
    known = place_of(clauses, i)
    noun = clauses.chunks[i].noun
    if known is not None or noun is None:
        return known
    chunk = clauses.chunks[i]
    tokens = clauses.phrases.tokens[chunk.first : chunk.last]
    unknown = len(tokens) < 4 and all(
        token.cap and token.tag == "N" and token.verb is None and token.holder is None
        for token in tokens
    )
    low = noun.low
    if not unknown or low in lexicon.people() or low in lexicon.noun_cues():
        return None
    return Place(name=" ".join(clauses.phrases.text[chunk.start : chunk.end].split()))


def is_wide(clauses: Clauses, i: int) -> bool:
    """Whether the noun phrase at chunk i names a country or region rather than a town or site."""
    noun = clauses.chunks[i].noun
    if noun is None:
        return False
    if noun.actor is not None and noun.actor.kind == "country":
        return True
    place = clauses.phrases.tokens[noun.head].place
    return place is not None and is_land(place)


def is_land(place: Place) -> bool:
    """Whether a place is a country or a part of the world rather than a town or site."""
    if place.admin1 is not None:
        return False
    if place.country is not None and countries.country_by_capital(place.name) == place.country:
        return False  # some capitals are of no province
    if place.lat is not None or place.country is None:
        return True
    known = countries.countries().get(place.country)
    return known is not None and known.name == place.name


def frame_place(clauses: Clauses, i: int) -> Place | None:
    """Give the place of the meeting at chunk i that another is part of: "at the Lome summit"."""
    chunks = clauses.chunks
    noun = chunks[i].noun
    if noun is None:
        return None
    for preposition, at in clauses.complements(i + 1):
        if preposition in PLACE_PREPOSITIONS and (place := place_of(clauses, at)) is not None:
            return place
    held = chunks[i + 1].verb if i + 1 < len(chunks) else None
    if held is not None and held.lemma == "hold" and not held.aux:
        for preposition, at in clauses.complements(i + 2):
            if preposition in PLACE_PREPOSITIONS and (place := place_of(clauses, at)) is not None:
                return place
    tokens = clauses.phrases.tokens
    if any(tokens[k].tag == "HY" for k in range(chunks[i].first, noun.head)):
        return None  # "the Africa-Europe summit"
    for m in noun.modifiers:
        token = tokens[m]
        if token.actor is None and token.place is not None:
            return token.place
        if token.actor is not None and token.actor.kind == "country":
            seat = capital_named(clauses, m)
            if seat is not None:
                return seat
    return None


def frame_time(clauses: Clauses, i: int) -> Time | None:
    """Give the day of the meeting at chunk i that another is part of: "at a forum on Monday"."""
    for preposition, at in clauses.complements(i + 1):
        if preposition == "T":
            return clauses.chunks[at].time
        if preposition not in PLACE_PREPOSITIONS:
            return None
    return None


def capital_named(clauses: Clauses, m: int) -> Place | None:
    """Give the capital that the token m names as such: "the Beijing summit"."""
    tokens = clauses.phrases.tokens
    text = clauses.phrases.text[tokens[m].start : tokens[m].end]
    country = countries.country_by_capital(text)
    return Place(name=text, country=country) if country is not None else None


def _capital_of(clauses: Clauses, modifiers: Sequence[int]) -> Place | None:
    """Give the capital of the country that stands before the word: "the Kenyan capital"."""
    tokens = clauses.phrases.tokens
    for m in modifiers:
        actor = tokens[m].actor
        if actor is not None and actor.kind == "country" and actor.country is not None:
            capital = countries.capital_of(actor.country)
            if capital is not None:
                return Place(name=capital, country=actor.country)
    return None


def format_of(tokens: Iterable[Token]) -> str | None:
    """Give how a meeting is held, if a word says so."""
    found = None
    formats = lexicon.formats()
    for token in tokens:
        if token.low in formats:
            kind = formats[token.low]
            if kind in ("phone", "video"):
                return kind
            found = found or kind
    return found


def topic_of(clauses: Clauses, i: int) -> str | None:
    """Give the words of the noun phrases at chunk i as a topic."""
    phrases = clauses.phrases
    last = phrases.group(i).last
    start, end = clauses.chunks[i].start, clauses.chunks[max(last, i + 1) - 1].end
    words = " ".join(phrases.text[start:end].split()).strip(" ,;")
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        words = words.removeprefix(article)
    return words[:_TOPIC_LIMIT].strip() or None


def topics(clauses: Clauses, start: int) -> tuple[str, ...]:
    """Read topics after chunk `start`: "on X", "about X", "to discuss X"."""
    chunks = clauses.chunks
    found: list[str] = []
    k = start
    while k < min(len(chunks), start + 14):
        chunk = chunks[k]
        if chunk.kind == ";":
            break
        if (
            chunk.kind == "P"
            and chunk.low in lexicon.words("relations", "about")
            and k + 1 < len(chunks)
            and chunks[k + 1].kind == "NP"
        ):
            topic = topic_of(clauses, k + 1)
            if topic is not None:
                found.append(topic)
            break
        if chunk.verb is not None:
            if chunk.verb.infinitive and chunk.verb.lemma in ("discuss", "negotiate", "address"):
                if k + 1 < len(chunks) and chunks[k + 1].kind == "NP":
                    topic = topic_of(clauses, k + 1)
                    if topic is not None:
                        found.append(topic)
                break
            if not chunk.verb.infinitive:
                break
        k += 1
    return tuple(found)


def attribution(clauses: Clauses, first: int, last: int) -> Attribution | None:
    """Find who says that what stands at chunks `first:last` is so, in the same sentence."""
    chunks = clauses.chunks
    reports = lexicon.words("reports", "verbs")
    for k, chunk in enumerate(chunks):
        verb = chunk.verb
        if verb is None:
            following = chunks[k + 1].kind if k + 1 < len(chunks) else ""
            if chunk.low == "according to" and following == "NP":
                return _said(clauses, k + 1, "according to")
            continue
        if first <= k < last or verb.lemma not in reports or verb.infinitive:
            continue
        if verb.form == "g" and not verb.aux:
            continue
        after = k + 1
        speaker: int | None = None
        if (
            k >= last
            and k
            and chunks[k - 1].kind == ","
            and after < len(chunks)
            and (chunks[after].kind == "NP")
        ):
            speaker = after  # ..., said a source
        else:
            subject = clauses.subject(k)
            if subject is not None and not (first <= subject.first < last and k < last):
                speaker = subject.first
        if speaker is None:
            continue
        return _said(clauses, speaker, _words(clauses, chunk))
    return None


def _words(clauses: Clauses, chunk: Chunk) -> str:
    return clauses.phrases.text[chunk.start : chunk.end]


def _said(clauses: Clauses, i: int, cue: str) -> Attribution | None:
    chunks = clauses.chunks
    phrases = clauses.phrases
    noun = chunks[i].noun
    if noun is None:
        return None
    token = phrases.tokens[noun.head]
    if token.tag == "PN" and token.actor is None:
        return None
    parties, last = phrases.phrase(i)
    end = chunks[max(last, i + 1) - 1].end
    words = " ".join(phrases.text[chunks[i].start : end].split()).strip(" ,;")
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        words = words.removeprefix(article)
    if not words:
        return None
    ref = parties[0].ref if parties else None
    anonymous = noun.low in lexicon.words("reports", "anonymous") and (
        not parties or parties[0].kind in ("group", "country")
    )
    return Attribution(text=words[:120].strip(), actor=ref, anonymous=anonymous, cue=cue)


def tense_of(time: Time | None, published: str | None) -> str | None:
    """Give the tense that a day has for an article of another day; None where it tells nothing."""
    if time is None or published is None or time.start is None:
        return None
    day = published[:10]
    if len(day) < 10:
        return None
    if time.start > day:
        return "future"
    if (time.end or time.start) < day:
        return "past"
    return None
