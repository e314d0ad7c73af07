"""Events of meeting: "X met Y", "X received Y", "ministers gathered", "X sat down with Y"."""

from newsfacts import Place
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, owners, read_circumstances, read_here
from newsfacts_delegations.chunks import Noun, Verb
from newsfacts_delegations.circumstances import place_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.conversations import by_phone
from newsfacts_delegations.motion import (
    begin,
    day_of_arrival,
    direct_object,
    goal_above,
    place_by_trip,
    those_with,
)
from newsfacts_delegations.story import PERSONAL, Group, Party

_MET = frozenset(("with", "to"))


def met(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "X met Y", "X met with Y", "X telephoned Y"."""
    subject = clauses.subject(v)
    kind = lexicon.verb_cues()[verb.lemma].kind
    building = begin(clauses, v, kind, subject)
    chunks = clauses.chunks
    if verb.passive:
        return _met_by(clauses, v, building, subject) if kind == "meet" else []
    at, target = direct_object(clauses, v)
    hosts: tuple[Party, ...] = subject.parties if subject is not None else ()
    others = _whom(clauses, subject)
    last = v + 1
    unnamed = False
    if at is not None and target is not None:
        noun = chunks[at].noun
        if noun is not None and _is_thing(noun):
            return []
        others, last = others + target.parties, target.last
        somebody = noun is not None and (noun.time is not None or _agentive(noun.low))
        if not others and not (somebody and any(p.kind in PERSONAL for p in hosts)):
            return []
        unnamed = not others
    for preposition, i in clauses.complements(v + 1):
        if preposition in _MET and (preposition == "with" or kind == "call"):
            noun = chunks[i].noun
            if noun is not None and _is_thing(noun):
                return []
            more = clauses.phrases.group(i)
            if not more.parties and not others:
                return []
            others += more.parties
            last = max(last, more.last)
    several = len(hosts) > 1 or any(party.plural for party in hosts)
    if not others and not several and not unnamed and not _body(clauses, subject, building):
        return []
    if not hosts and not others:
        return []
    if _sport(clauses, hosts, others, v) or _crowd(clauses, subject):
        return []
    if at is not None and (noun := chunks[at].noun) is not None and noun.determiner == "no":
        building.mood = building.mood._replace(polarity="negative")  # "met no officials"
    building.take(hosts)
    building.take(others)
    building.reach(v, last)
    read_circumstances(clauses, building, v + 1)
    place_by_trip(clauses, building, v)
    return [building]


def seen(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "X will see Minister Y on Monday", "had seen Y in Lome": both are persons."""
    subject = clauses.subject(v)
    at, target = direct_object(clauses, v)
    if subject is None or target is None or at is None or verb.passive:
        return []
    told = verb.aux[:1] in (("will",), ("had",)) or bool(verb.controls)
    told = told or goal_above(clauses, v) is not None  # "will be in Lome to see X"
    if not told or verb.negated:
        return []
    both = (*subject.parties, *target.parties)
    if len(both) < 2 or any(each.kind != "person" for each in both):
        return []
    following = clauses.chunks[target.last : target.last + 1]
    if following and following[0].kind not in ("P", "T", ",", "C", ";"):
        return []  # "will see X win"
    building = begin(clauses, v, "meet", subject)
    building.take(both)
    building.reach(v, target.last)
    read_circumstances(clauses, building, v + 1)
    place_by_trip(clauses, building, v)
    return [building]


def _met_by(clauses: Clauses, v: int, building: Building, subject: Group | None) -> list[Building]:
    """Read "was met at the airport by Minister X": the minister is host."""
    guests = subject.parties if subject is not None else ()
    hosts = [
        party
        for preposition, i in clauses.complements(v + 1)
        if preposition == "by"
        for party in clauses.phrases.group(i).parties
    ]
    if not hosts or any(party.kind not in ("person", "group") for party in hosts):
        return []
    if not guests or any(party.kind not in PERSONAL for party in guests):
        return []
    if hosts[0].kind == "group" and hosts[0].plural:
        return []  # "was met by protesters"
    building.take(hosts, "host")
    building.take(guests, "visitor")
    read_circumstances(clauses, building, v + 1)
    day_of_arrival(clauses, building, v)
    return [building]


def _whom(clauses: Clauses, subject: Group | None) -> tuple[Party, ...]:
    """Give the partner of "X, with whom the king met", "X, whom the king met"."""
    chunks = clauses.chunks
    r = subject.first - 1 if subject is not None else -1
    if r < 1 or chunks[r].low not in ("with whom", "whom"):
        return ()
    found = clauses.antecedent(r)
    return found.parties if found is not None else ()


def _is_thing(noun: Noun) -> bool:
    """Whether what is met is nobody: "met a need", "met with opposition", not "the opposition"."""
    if noun.low not in lexicon.words("events", "thing", "words"):
        return False
    return noun.determiner != "the" or noun.low not in lexicon.people()


def _agentive(low: str) -> bool:
    """Whether an unknown noun means somebody by its ending: "oligarch", "activist"."""
    stem = low.removesuffix("s")
    return stem.endswith(
        tuple(lexicon.words("relations", "agentive"))
    ) and stem not in lexicon.words("events", "not_agentive")


def _body(clauses: Clauses, subject: Group | None, building: Building) -> bool:
    """Whether one body met: "the committee met on Monday", not "the assembly, which meets"."""
    if subject is None or building.mood.tense == "present" or not subject.parties:
        return False
    noun = clauses.chunks[subject.first].noun
    low = noun.low.rpartition(" ")[2] if noun is not None else ""
    return low in lexicon.words("relations", "bodies")


def _crowd(clauses: Clauses, subject: Group | None) -> bool:
    """Whether the subject is a crowd that meets nobody: "the fans met the team with cheers"."""
    noun = clauses.chunks[subject.first].noun if subject is not None else None
    return noun is not None and noun.low in ("fans", "supporters", "crowds", "spectators")


def _sport(clauses: Clauses, hosts: tuple[Party, ...], others: tuple[Party, ...], v: int) -> bool:
    """Whether it is a match: no person takes part and words of sport stand near."""
    if any(
        party.kind in ("person", "pronoun", "pair", "delegation") for party in (*hosts, *others)
    ):
        return False
    sport = lexicon.words("events", "sport", "words")
    tokens = clauses.phrases.tokens
    return any(
        token.low in sport or token.low.rpartition(" ")[2] in sport
        for token in tokens
        if token.low not in ("city", "united", "final", "real") or token.cap
    ) or any(
        preposition == "in" and (noun := clauses.chunks[i].noun) is not None
        and noun.low in lexicon.words("events", "sport", "stages")
        for preposition, i in clauses.complements(v + 1)
    )  # fmt: skip


def gathered(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "ministers gathered", "X negotiated with Y"."""
    subject = clauses.subject(v)
    phone = any(by_phone(clauses, low, i) for low, i in clauses.complements(v + 1))
    building = begin(clauses, v, "call" if phone else "meet", subject)
    building.format = "phone" if phone else None
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    others = those_with(clauses, v, ("with", "alongside"))
    several = len(parties) > 1 or any(party.plural for party in parties)
    gathers = verb.lemma in ("gather", "assemble", "converge", "convene", "reconvene")
    if gathers and subject is not None:
        noun = clauses.chunks[subject.first].noun
        if noun is not None and noun.low in lexicon.words("relations", "crowd"):
            return []
    body = gathers and not several and _one_body(clauses, v, parties)
    if verb.passive or not parties or not (several or others or body):
        return []
    building.take(parties)
    building.take(others)
    building.negotiation = verb.lemma == "negotiate"
    if verb.lemma == "negotiate":
        _, target = direct_object(clauses, v)
        if (
            target is not None
            and not others
            and not any(p.plural for p in parties)
            and len(parties) < 2
        ):
            return []
    if verb.lemma == "converge":
        building.place = next(
            (place for preposition, i in clauses.complements(v + 1)
             if preposition == "on" and (place := place_of(clauses, i)) is not None), None,
        )  # fmt: skip
    read_circumstances(clauses, building, v + 1)
    place_by_trip(clauses, building, v)
    _presided(clauses, building, v)
    return [building]


def _one_body(clauses: Clauses, v: int, parties: tuple[Party, ...]) -> bool:
    """Whether one body gathers: "the Security Council convened", not "gathers data"."""
    at, _ = direct_object(clauses, v)
    if at is not None or len(parties) != 1 or parties[0].kind not in ("organization", "group"):
        return False
    name = clauses.phrases.text[parties[0].start : parties[0].end].lower().split()
    return not lexicon.words("relations", "convening").isdisjoint(name)


def _presided(clauses: Clauses, building: Building, v: int) -> None:
    """Take the chair of "convened under Italy's presidency"."""
    for preposition, i in clauses.complements(v + 1):
        noun = clauses.chunks[i].noun
        if preposition == "under" and noun is not None and noun.low in (
            "presidency", "chairmanship", "mediation", "auspices", "leadership",
        ):  # fmt: skip
            role = "mediator" if noun.low == "mediation" else "host"
            building.take(owners(clauses, i), role)


def hosted(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "X received Y", "Y was received by X"."""
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    building = begin(clauses, v, "meet", subject)
    if verb.passive or _shared_passive(clauses, v, verb):
        hosts: list[Party] = []
        for preposition, i in clauses.complements(v + 1):
            if preposition == "by":
                hosts += clauses.phrases.group(i).parties
        if not hosts and not _at_seat(clauses, v):
            return []
        if not parties:
            return []
        guests = ("person", "delegation", "pronoun", "group", "pair")
        if not any(party.kind in guests for party in parties):
            return []
        building.take(hosts, "host")
        building.take(parties, "visitor")
        read_circumstances(clauses, building, v + 1)
        day_of_arrival(clauses, building, v)
        return [building]
    at, target = direct_object(clauses, v)
    if at is None or target is None or not parties:
        return []
    noun = clauses.chunks[at].noun
    if noun is None or noun.low in lexicon.noun_cues():
        return []
    kinds = {"person", "delegation"}
    if verb.lemma == "receive":
        kinds |= {"group", "pronoun"}
    if any(party.kind != "organization" for party in parties):
        kinds.add("name")
    heads = (clauses.chunks[k].noun for k in range(at, target.last))
    if any(head is not None and head.low in lexicon.words("relations", "guests") for head in heads):
        kinds |= {"group", "country"}  # "received the ambassadors of Togo and Mali"
    if not any(party.kind in kinds for party in target.parties):
        return []
    building.take(parties, "host")
    building.take(target.parties, "visitor")
    building.reach(v, target.last)
    read_circumstances(clauses, building, v + 1)
    if building.place is None and verb.lemma == "welcome":
        building.place = _welcomed_to(clauses, target.last)
        last = clauses.chunks[target.last : target.last + 1]
        if building.place is None and last and last[0].low == "to":
            return []  # "welcomed X to the job"
    building.place = building.place or read_here(clauses, target.last)
    return [building]


def _welcomed_to(clauses: Clauses, k: int) -> Place | None:
    """Give the place of "welcomed X to the White House" whose "to" is at chunk k."""
    chunks = clauses.chunks
    if k + 1 >= len(chunks) or chunks[k].low != "to" or chunks[k + 1].kind != "NP":
        return None
    return place_of(clauses, k + 1)


def _at_seat(clauses: Clauses, v: int) -> bool:
    """Whether a guest "was received at the White House": by whom, the seat tells."""
    return any(
        preposition == "at"
        and (place := place_of(clauses, i)) is not None
        and place.name.rpartition(" ")[2].lower() in lexicon.words("relations", "venues")
        for preposition, i in clauses.complements(v + 1)
    )


def _shared_passive(clauses: Clauses, v: int, verb: Verb) -> bool:
    """Whether a participle shares its auxiliary: "were flown to Rome and received by X"."""
    chunks = clauses.chunks
    if verb.aux or verb.form not in ("d", "n") or v + 1 >= len(chunks):
        return False
    if chunks[v + 1].low != "by" or not v or chunks[v - 1].kind != "C":
        return False
    above = clauses.governor(v)
    head = chunks[above].verb if above is not None else None
    return head is not None and head.passive


def attended(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "attended" without an object: the meeting is the one talked of."""
    subject = clauses.subject(v)
    at, _ = direct_object(clauses, v)
    if subject is None or not subject.parties or verb.passive:
        return []
    if at is not None:
        return _named_gathering(clauses, v, at, subject)
    if v + 1 < len(clauses.chunks) and clauses.chunks[v + 1].kind == "P":
        return []
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties)
    building.standing = "definite"
    building.attends = True
    read_circumstances(clauses, building, v + 1)
    return [building]


def _named_gathering(clauses: Clauses, v: int, at: int, subject: Group) -> list[Building]:
    """Read "X will attend the Zorix Security Conference", which has a name of its own."""
    noun = clauses.chunks[at].noun
    actor = noun.actor if noun is not None else None
    if actor is None or actor.kind != "organization":
        return []
    if actor.name.rpartition(" ")[2].lower() not in ("conference", "summit", "forum", "congress"):
        return []
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties)
    building.reach(v, at + 1)
    read_circumstances(clauses, building, at + 1, companions=False)
    return [building]


def sat(clauses: Clauses, v: int) -> list[Building]:
    """Read "sat down with X", "sat down together"."""
    tokens = clauses.phrases.tokens
    chunk = clauses.chunks[v]
    nearby = [token.low for token in tokens[chunk.last : chunk.last + 4]]
    if lexicon.words("relations", "sitting").isdisjoint(nearby):
        return []
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    others = those_with(clauses, v)
    if not parties or not (others or len(parties) > 1 or parties[0].plural):
        return []
    building = begin(clauses, v, "meet", subject)
    building.take(parties)
    building.take(others)
    read_circumstances(clauses, building, v + 1)
    return [building]
