"""Events that verbs tell of: "X met Y", "a delegation arrived in", "X received Y"."""

from collections.abc import Callable

from newsfacts import Place, Time
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import (
    Building,
    owners,
    read_circumstances,
    read_fronted,
    read_phrase,
)
from newsfacts_delegations.chunks import Verb
from newsfacts_delegations.circumstances import place_of, topic_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.parties import Group, Party, reduced_relative

_PHONE = frozenset(
    ("phone", "telephone", "video", "videoconference", "video link", "teleconference")
)
_PERSONAL = frozenset(("person", "delegation", "pronoun", "group", "name"))
_AGENTIVE = ("er", "or", "ist", "ian", "man", "woman", "men", "women", "arch", "ee", "crat")
_MET = frozenset(("with", "to"))
_CROWD = frozenset(
    (
        "protesters", "demonstrators", "people", "residents", "villagers", "workers", "students",
        "families", "relatives", "farmers", "refugees", "soldiers", "troops", "strikers", "fans",
        "doctors", "survivors", "police", "officers",
    )
)  # fmt: skip


def read_verb(clauses: Clauses, v: int) -> list[Building]:
    """Read the events of the verb at chunk v, if it is an event verb."""
    verb = clauses.chunks[v].verb
    if verb is None:
        return []
    if verb.lemma == "be":
        return _be(clauses, v, verb)
    if verb.lemma in ("take", "bring"):
        return _taken(clauses, v)
    if verb.lemma == "sit":
        return _sat(clauses, v)
    if verb.lemma == "exchange":
        return _exchanged(clauses, v)
    if verb.lemma == "act":
        return _acted(clauses, v)
    if verb.lemma in ("pay", "make"):
        return _paid(clauses, v)
    cue = lexicon.verb_cues().get(verb.lemma)
    if cue is None:
        return []
    return _FRAMES[cue.frame](clauses, v, verb)


def _begin(clauses: Clauses, v: int, kind: str, subject: Group | None) -> Building:
    """Start an event from its verb and subject."""
    building = Building(kind, v, v, v + 1, clauses.mood(v))
    if subject is not None:
        if subject.last <= v and v - subject.last < 8:
            building.first = subject.first
        read_fronted(clauses, building, subject.first)
    _inherit(clauses, building, v)
    return building


def _inherit(clauses: Clauses, building: Building, v: int) -> None:
    """Take the place of "Lebanon, where he met ..." and of "travel to Israel to meet ..."."""
    chunks = clauses.chunks
    k = v - 1
    while k >= 0 and chunks[k].kind in ("NP", "T"):
        k -= 1
    if k >= 1 and chunks[k].low == "when":
        m = k - 2 if chunks[k - 1].kind == "," else k - 1
        if m >= 0 and chunks[m].kind == "T":
            building.time = chunks[m].time
    if k >= 1 and chunks[k].kind == "R" and chunks[k].low == "where":
        m = k - 1
        while m >= 0 and chunks[m].kind in (",", "T"):
            m -= 1
        if m >= 0 and chunks[m].kind == "NP":
            building.place = place_of(clauses, m)


def goal_above(clauses: Clauses, v: int) -> tuple[int, int] | None:
    """Give the motion verb above an infinitive at v and the chunk of where it leads."""
    chunks = clauses.chunks
    verb = chunks[v].verb
    if verb is None or not verb.infinitive:
        return None
    above = clauses.governor(v)
    if above is None:
        return None
    upper = chunks[above].verb
    cue = lexicon.verb_cues().get(upper.lemma) if upper is not None else None
    if cue is None or cue.kind != "visit":
        return None
    found = _goal(clauses, above, cue.frame)
    return (above, found) if found is not None and found < v else None


def _goal(clauses: Clauses, v: int, frame: str) -> int | None:
    """Give the chunk of the place that a motion verb leads to."""
    wanted = {
        "to": ("to", "for", "into"), "for": ("for", "to"), "in": ("in", "at", "to"),
        "come": ("to",), "goal": ("",), "return": ("to",),
    }[frame]  # fmt: skip
    for preposition, i in clauses.complements(v + 1):
        if preposition in wanted and place_of(clauses, i) is not None:
            return i
    return None


def _objects(clauses: Clauses, v: int) -> tuple[int | None, Group | None]:
    """Give the direct object: its chunk and its group."""
    chunks = clauses.chunks
    k = v + 1
    if k < len(chunks) and chunks[k].kind == "T":
        k += 1
    if k < len(chunks) and chunks[k].kind == "NP":
        return k, clauses.phrases.group(k)
    return None, None


def _with(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    subject = clauses.subject(v)
    kind = lexicon.verb_cues()[verb.lemma].kind
    building = _begin(clauses, v, kind, subject)
    chunks = clauses.chunks
    at, target = _objects(clauses, v)
    hosts: tuple[Party, ...] = subject.parties if subject is not None else ()
    others: tuple[Party, ...] = ()
    last = v + 1
    unnamed = False
    if at is not None and target is not None:
        noun = chunks[at].noun
        if noun is not None and noun.low in lexicon.words("events", "thing"):
            return []
        others, last = target.parties, target.last
        somebody = noun is not None and (noun.time is not None or _agentive(noun.low))
        if not others and not (somebody and any(p.kind in _PERSONAL for p in hosts)):
            return []
        unnamed = not others
    for preposition, i in clauses.complements(v + 1):
        if preposition in _MET and (preposition == "with" or kind == "call"):
            noun = chunks[i].noun
            if noun is not None and noun.low in lexicon.words("events", "thing"):
                return []
            more = clauses.phrases.group(i)
            if not more.parties and not others:
                return []
            others += more.parties
            last = max(last, more.last)
    if verb.passive:
        return []
    several = len(hosts) > 1 or any(party.plural for party in hosts)
    if not others and not several and not unnamed and not _body(clauses, subject, building):
        return []
    if not hosts and not others:
        return []
    if _sport(clauses, hosts, others, verb):
        return []
    building.take(hosts)
    building.take(others)
    building.reach(v, last)
    read_circumstances(clauses, building, v + 1)
    _travelled(clauses, building, v)
    return [building]


def _agentive(low: str) -> bool:
    """Whether an unknown noun means somebody by its ending: "oligarch", "activist"."""
    stem = low.removesuffix("s")
    return stem.endswith(_AGENTIVE) and stem not in lexicon.words("events", "not_agentive")


def _travelled(clauses: Clauses, building: Building, v: int) -> None:
    """Take place (and day) of the trip that is made to meet."""
    above = goal_above(clauses, v)
    if above is None:
        if building.place is None:
            building.place = _then_there(clauses, v)
        return
    if building.time is None and clauses.mood(above[0]).tense == "future":
        building.time = time_after(clauses, above[0])
    if building.place is None:
        building.place = place_of(clauses, above[1])
        motion = clauses.subject(above[0])
        building.reach(above[0] if motion is None else min(motion.first, above[0]), building.last)


def _then_there(clauses: Clauses, v: int) -> Place | None:
    """Give the place of "travelled to Uganda and met"."""
    chunks = clauses.chunks
    if v < 2 or chunks[v - 1].kind != "C":
        return None
    above = clauses.governor(v)
    head = chunks[above].verb if above is not None else None
    cue = lexicon.verb_cues().get(head.lemma) if head is not None else None
    if above is None or cue is None or cue.kind != "visit":
        return None
    goal = _goal(clauses, above, cue.frame)
    return place_of(clauses, goal) if goal is not None and goal < v else None


def time_after(clauses: Clauses, v: int) -> Time | None:
    """Give the time that follows the verb at chunk v within its clause."""
    return next(
        (
            clauses.chunks[i].time
            for preposition, i in clauses.complements(v + 1)
            if preposition == "T"
        ),
        None,
    )


def _body(clauses: Clauses, subject: Group | None, building: Building) -> bool:
    """Whether one body met: "the committee met on Monday", not "the assembly, which meets"."""
    if subject is None or building.mood.tense == "present" or not subject.parties:
        return False
    noun = clauses.chunks[subject.first].noun
    low = noun.low.rpartition(" ")[2] if noun is not None else ""
    return low in (
        "council",
        "committee",
        "commission",
        "board",
        "panel",
        "quartet",
        "troika",
        "group",
    )


def _sport(
    clauses: Clauses, hosts: tuple[Party, ...], others: tuple[Party, ...], verb: Verb
) -> bool:
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
    )


def _plural(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    subject = clauses.subject(v)
    building = _begin(clauses, v, "meet", subject)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    others: list[Party] = []
    for preposition, i in clauses.complements(v + 1):
        if preposition in ("with", "alongside"):
            others += clauses.phrases.group(i).parties
    several = len(parties) > 1 or any(party.plural for party in parties)
    gathers = verb.lemma in ("gather", "assemble", "converge", "convene", "reconvene")
    if gathers and subject is not None:
        noun = clauses.chunks[subject.first].noun
        if noun is not None and noun.low in _CROWD:
            return []
    if verb.passive or not parties or not (several or others):
        return []
    building.take(parties)
    building.take(others)
    building.negotiation = verb.lemma == "negotiate"
    if verb.lemma == "negotiate":
        _, target = _objects(clauses, v)
        if (
            target is not None
            and not others
            and not any(p.plural for p in parties)
            and len(parties) < 2
        ):
            return []
    read_circumstances(clauses, building, v + 1)
    _travelled(clauses, building, v)
    _presided(clauses, building, v)
    return [building]


def _presided(clauses: Clauses, building: Building, v: int) -> None:
    """Take the chair of "convened under Italy's presidency"."""
    for preposition, i in clauses.complements(v + 1):
        noun = clauses.chunks[i].noun
        if preposition == "under" and noun is not None and noun.low in (
            "presidency", "chairmanship", "mediation", "auspices", "leadership",
        ):  # fmt: skip
            role = "mediator" if noun.low == "mediation" else "host"
            building.take(owners(clauses, i), role)


def _topic(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    others: list[Party] = []
    for preposition, i in clauses.complements(v + 1):
        if preposition == "with":
            others += clauses.phrases.group(i).parties
    if verb.infinitive and not others and not verb.controls:
        return []  # the purpose of something else
    if verb.passive or not parties:
        return []
    several = len(parties) > 1 or any(party.plural and party.kind != "pronoun" for party in parties)
    if not others and not several:
        return []
    building = _begin(clauses, v, "meet", subject)
    building.take(parties)
    building.take(others)
    at, _ = _objects(clauses, v)
    if at is not None:
        topic = topic_of(clauses, at)
        building.topics = (topic,) if topic else ()
    read_circumstances(clauses, building, v + 1)
    return [building]


def _person(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    others: list[Party] = []
    phone = False
    for preposition, i in clauses.complements(v + 1):
        noun = clauses.chunks[i].noun
        if preposition in ("by", "on", "over", "via") and noun is not None and noun.low in _PHONE:
            phone = True
    for preposition, i in clauses.complements(v + 1):
        if preposition == "with" or (preposition == "to" and (phone or verb.lemma == "talk")):
            for party in clauses.phrases.group(i).parties:
                if party.kind != "organization" or preposition == "with":
                    others.append(party)
    several = len(parties) > 1 or any(party.plural for party in parties)
    if verb.passive or not (others or (phone and several)) or not parties:
        return []
    building = _begin(clauses, v, "call" if phone else "meet", subject)
    if phone:
        building.format = "phone"
    building.take(parties)
    building.take(others)
    read_circumstances(clauses, building, v + 1)
    return [building]


def _host(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    building = _begin(clauses, v, "meet", subject)
    if verb.passive:
        hosts: list[Party] = []
        for preposition, i in clauses.complements(v + 1):
            if preposition == "by":
                hosts += clauses.phrases.group(i).parties
        if not hosts or not parties or verb.lemma == "host":
            return []
        if not any(p.kind in ("person", "delegation", "pronoun", "group") for p in parties):
            return []
        building.take(hosts, "host")
        building.take(parties, "visitor")
        read_circumstances(clauses, building, v + 1)
        return [building]
    at, target = _objects(clauses, v)
    if at is None or target is None or not parties:
        return []
    noun = clauses.chunks[at].noun
    if noun is None or noun.low in lexicon.noun_cues():
        return []
    if not any(
        p.kind in ("person", "delegation")
        or (p.kind == "group" and verb.lemma != "welcome")
        or (p.kind == "pronoun" and verb.lemma == "receive")
        for p in target.parties
    ):
        return []
    if verb.lemma in ("welcome", "greet", "host") and not any(
        p.kind in ("person", "delegation") for p in target.parties
    ):
        return []
    building.take(parties, "host")
    building.take(target.parties, "visitor")
    building.reach(v, target.last)
    read_circumstances(clauses, building, v + 1)
    return [building]


def _event(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "attended" without an object: the meeting is the one talked of."""
    subject = clauses.subject(v)
    at, _ = _objects(clauses, v)
    if verb.passive or at is not None or subject is None or not subject.parties:
        return []
    if v + 1 < len(clauses.chunks) and clauses.chunks[v + 1].kind == "P":
        return []
    building = _begin(clauses, v, "meet", subject)
    building.take(subject.parties)
    building.standing = "definite"
    read_circumstances(clauses, building, v + 1)
    return [building]


def _visit(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    cue = lexicon.verb_cues()[verb.lemma]
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    if reduced_relative(clauses.chunks, v) or verb.passive or not _travels(clauses, subject):
        return []
    chunks = clauses.chunks
    goals: list[int] = []
    if cue.frame == "goal":
        at, target = _objects(clauses, v)
        if at is None or target is None:
            return []
        goals = _listed_places(clauses, at)
        if not goals:
            return _visited_someone(clauses, v, subject, at, target)
    else:
        goal = _goal(clauses, v, cue.frame)
        if goal is None:
            return []
        if cue.frame == "come" and not _country_or_city(clauses, goal):
            return []
        goals = [goal]
    found: list[Building] = []
    inviting = _inviting(clauses, v)
    for goal in goals:
        building = _begin(clauses, v, "visit", subject)
        building.take(inviting, "host")
        building.place = place_of(clauses, goal)
        building.take(parties, "visitor")
        building.reach(v, goal + 1)
        read_circumstances(clauses, building, v + 1, companions=False)
        if goal != goals[0]:
            building.first = building.cue = goal
        found.append(building)
    _ = chunks
    return found


def _inviting(clauses: Clauses, v: int) -> tuple[Party, ...]:
    """Give who invites: "X invited Y to visit"."""
    verb = clauses.chunks[v].verb
    above = clauses.governor(v) if verb is not None and verb.infinitive else None
    head = clauses.chunks[above].verb if above is not None else None
    if above is None or head is None or head.lemma != "invite" or head.passive:
        return ()
    host = clauses.subject(above)
    return host.parties if host is not None else ()


def _travels(clauses: Clauses, subject: Group | None) -> bool:
    """Whether a subject can make a visit: somebody named, a delegation, officials; no crowd."""
    if subject is None or not subject.parties:
        return False
    noun = clauses.chunks[subject.first].noun
    if noun is not None and noun.low in _CROWD:
        return False
    return all(party.kind != "country" for party in subject.parties)


def _listed_places(clauses: Clauses, at: int) -> list[int]:
    """Give the chunks of "Benin, Togo and Nigeria"."""
    chunks = clauses.chunks
    found: list[int] = []
    k = at
    while k < len(chunks):
        if chunks[k].kind == "NP":
            if place_of(clauses, k) is None:
                break
            found.append(k)
            k += 1
            while (
                k + 1 < len(chunks)
                and chunks[k].kind == "P"
                and chunks[k].low == "of"
                and (chunks[k + 1].kind == "NP")
            ):
                k += 2
        elif (
            chunks[k].kind in (",", "C")
            and k + 1 < len(chunks)
            and chunks[k + 1].kind in ("NP", "C")
        ):
            k += 1
        else:
            break
    return found


def _country_or_city(clauses: Clauses, goal: int) -> bool:
    return place_of(clauses, goal) is not None


def _visited_someone(
    clauses: Clauses, v: int, subject: Group | None, at: int, target: Group
) -> list[Building]:
    if subject is None:
        return []
    building = _begin(clauses, v, "visit", subject)
    building.take(subject.parties, "visitor")
    if target.parties:
        if not any(p.kind in ("person", "organization") for p in target.parties):
            return []
        building.take(target.parties, "host")
    building.reach(v, target.last)
    read_circumstances(clauses, building, at + 1, companions=False)
    noun = clauses.chunks[at].noun
    if building.place is None:
        building.place = _place_after(clauses, at)
    site = noun is not None and noun.low in lexicon.words("events", "sites")
    if not target.parties and not (site or building.place is not None):
        return []
    return [building]


def _place_after(clauses: Clauses, at: int) -> Place | None:
    """Give the place in what follows an object: "a factory producing drugs in Lome"."""
    chunks = clauses.chunks
    for k in range(at + 1, min(at + 8, len(chunks))):
        if chunks[k].kind in (";", "SUB", "R", ",", "--"):
            return None
        if (
            chunks[k].kind == "P"
            and chunks[k].low in ("in", "at", "near", "outside")
            and (k + 1 < len(chunks) and chunks[k + 1].kind == "NP")
        ):
            place = place_of(clauses, k + 1)
            if place is not None:
                return place
    return None


def _be(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "is due in Kenya", "was in Berlin for talks", "was present", "are in attendance"."""
    chunks = clauses.chunks
    k = v + 1
    if k >= len(chunks):
        return []
    noun = chunks[k].noun
    if noun is not None and noun.low == "present" and chunks[k].last - chunks[k].first == 1:
        subject = clauses.subject(v)
        if subject is None or not subject.parties:
            return []
        building = _begin(clauses, v, "meet", subject)
        building.take(subject.parties)
        building.reach(v, k + 1)
        building.standing = "definite"
        read_circumstances(clauses, building, k + 1)
        return [building]
    due = noun is not None and noun.low in ("due", "expected")
    if due:
        k += 1
        while k < len(chunks) and chunks[k].kind == "T":
            k += 1
    if k + 1 >= len(chunks) or chunks[k].kind != "P" or chunks[k].low not in ("in", "at"):
        return []
    if chunks[k + 1].kind != "NP":
        return []
    inner = chunks[k + 1].noun
    subject = clauses.subject(v)
    if inner is not None and inner.low == "attendance":
        if subject is None or not subject.parties:
            return []
        building = _begin(clauses, v, "meet", subject)
        building.take(subject.parties)
        building.reach(v, k + 2)
        building.standing = "definite"
        return [building]
    place = place_of(clauses, k + 1)
    if place is None or subject is None or not _travels(clauses, subject):
        return []
    if not due and not _purpose(clauses, k + 2):
        return []
    if not any(p.kind in ("person", "delegation") for p in subject.parties):
        return []
    building = _begin(clauses, v, "visit", subject)
    if due:
        building.mood = building.mood._replace(tense="future")
    building.take(subject.parties, "visitor")
    building.place = place
    building.reach(v, k + 2)
    for preposition, i in clauses.complements(k + 2):
        if preposition == "T" and building.time is None:
            building.time = chunks[i].time
        else:
            read_phrase(clauses, building, preposition, i)
    building.parties = {
        party: role for party, role in building.parties.items() if role == "visitor"
    }
    return [building]


def _purpose(clauses: Clauses, k: int) -> bool:
    """Whether "was in Berlin" goes on with what for: "for talks", "to assess", "on a visit"."""
    chunks = clauses.chunks
    for m in range(k, min(k + 6, len(chunks))):
        verb = chunks[m].verb
        if verb is not None:
            return verb.infinitive
        noun = chunks[m].noun
        if noun is not None and noun.low in lexicon.noun_cues():
            return True
        if chunks[m].kind in (";", "SUB", "R"):
            return False
    return False


def _taken(clauses: Clauses, v: int) -> list[Building]:
    """Read "the trip took him to Lebanon"."""
    chunks = clauses.chunks
    subject = clauses.subject(v)
    whole = range(subject.first, min(subject.last, len(chunks))) if subject is not None else ()
    trip = next(
        (
            k
            for k in whole
            if (noun := chunks[k].noun) is not None
            and noun.low in lexicon.noun_cues()
            and lexicon.noun_cues()[noun.low].kind == "visit"
        ),
        None,
    )
    if trip is None:
        # "on a trip through the region that took him to Lebanon"
        k = v - 1
        while k >= 0 and chunks[k].kind in ("R", ",", "NP", "P"):
            noun = chunks[k].noun
            if (
                noun is not None
                and noun.low in lexicon.noun_cues()
                and (lexicon.noun_cues()[noun.low].kind == "visit")
            ):
                trip = k
                break
            k -= 1
    at, target = _objects(clauses, v)
    if trip is None or at is None or target is None:
        return []
    found: list[Building] = []
    for preposition, i in clauses.complements(v + 1):
        if preposition != "to":
            continue
        for goal in _listed_places(clauses, i):
            building = Building("visit", v, trip, goal + 1, clauses.mood(v))
            building.take(target.parties, "visitor")
            above = _main_before(clauses, trip)
            if above is not None:
                upper = clauses.subject(above)
                if (
                    upper is not None
                    and upper.parties
                    and all(p.ref is None for p in target.parties)
                ):
                    building.take(upper.parties, "visitor")
                    building.reach(upper.first, goal + 1)
            building.place = place_of(clauses, goal)
            building.trip = trip
            found.append(building)
        break
    return found


def _main_before(clauses: Clauses, k: int) -> int | None:
    for m in range(k - 1, -1, -1):
        verb = clauses.chunks[m].verb
        if verb is not None:
            return m
    return None


def _sat(clauses: Clauses, v: int) -> list[Building]:
    """Read "sat down with X", "sat down together"."""
    tokens = clauses.phrases.tokens
    chunk = clauses.chunks[v]
    nearby = [token.low for token in tokens[chunk.last : chunk.last + 3]]
    if "down" not in nearby and "together" not in nearby:
        return []
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    others: list[Party] = []
    for preposition, i in clauses.complements(v + 1):
        if preposition == "with":
            others += clauses.phrases.group(i).parties
    if not parties or not (others or len(parties) > 1 or parties[0].plural):
        return []
    building = _begin(clauses, v, "meet", subject)
    building.take(parties)
    building.take(others)
    read_circumstances(clauses, building, v + 1)
    return [building]


def _exchanged(clauses: Clauses, v: int) -> list[Building]:
    """Read "exchanged views"."""
    chunks = clauses.chunks
    at, _ = _objects(clauses, v)
    if at is None or chunks[at].noun is None or chunks[at].noun.low not in ("views", "opinions"):  # type: ignore[union-attr]
        return []
    subject = clauses.subject(v)
    if subject is None or not subject.parties:
        return []
    building = _begin(clauses, v, "meet", subject)
    building.take(subject.parties)
    building.reach(v, at + 1)
    read_circumstances(clauses, building, at + 1)
    if len(building.parties) < 2 and not any(party.plural for party in building.parties):
        return []
    return [building]


def _paid(clauses: Clauses, v: int) -> list[Building]:
    """Read "paid a courtesy call on X"."""
    chunks = clauses.chunks
    at, _ = _objects(clauses, v)
    noun = chunks[at].noun if at is not None else None
    if at is None or noun is None or noun.low != "call" or at + 2 >= len(chunks):
        return []
    subject = clauses.subject(v)
    if chunks[at + 1].low not in ("on", "upon") or chunks[at + 2].kind != "NP" or subject is None:
        return []
    target = clauses.phrases.group(at + 2)
    if not target.parties:
        return []
    building = _begin(clauses, v, "meet", subject)
    building.take(subject.parties, "visitor")
    building.take(target.parties, "host")
    building.reach(v, target.last)
    read_circumstances(clauses, building, at + 1)
    return [building]


def _acted(clauses: Clauses, v: int) -> list[Building]:
    """Read "act as guarantors of the talks with X"."""
    chunks = clauses.chunks
    for k in range(v + 1, min(v + 3, len(chunks))):
        noun = chunks[k].noun
        if noun is not None and noun.low in (
            "guarantors",
            "guarantor",
            "mediator",
            "mediators",
            "facilitators",
        ):
            m = k + 2
            if m < len(chunks) and chunks[m - 1].kind == "P" and chunks[m].noun is not None:
                if chunks[m].noun.low not in lexicon.noun_cues():  # type: ignore[union-attr]
                    return []
                subject = clauses.subject(v)
                if subject is None or not subject.parties:
                    return []
                building = _begin(clauses, v, "meet", subject)
                building.take(
                    subject.parties, "mediator" if noun.low.startswith("med") else "participant"
                )
                building.reach(v, m + 1)
                read_circumstances(clauses, building, m + 1)
                return [building]
    return []


def _returned(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    return []


def _speak(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    return _person(clauses, v, verb)


_FRAMES: dict[str, Callable[[Clauses, int, Verb], list[Building]]] = {
    "with": _with, "plural": _plural, "topic": _topic, "person": _person, "speak": _speak,
    "host": _host, "event": _event, "goal": _visit, "to": _visit, "for": _visit, "in": _visit,
    "come": _visit, "return": _returned,
}  # fmt: skip
