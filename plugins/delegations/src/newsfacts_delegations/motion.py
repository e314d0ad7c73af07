"""What event verbs share: their subject's words, their object, and where a trip leads."""

from collections.abc import Sequence

from newsfacts import Place, Time
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, read_fronted
from newsfacts_delegations.chunks import Chunk
from newsfacts_delegations.circumstances import goal_place, place_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.parties import Group, Party

_TURNS_BACK = frozenset(("after", "following", "from"))


def begin(clauses: Clauses, v: int, kind: str, subject: Group | None) -> Building:
    """Start an event from its verb and subject."""
    building = Building(kind, v, v, v + 1, clauses.mood(v))
    building.refused = refuses(clauses, v)
    if subject is not None:
        between = clauses.chunks[subject.last : v]
        other = any(
            each.kind == "V" and k + 1 < len(between) and between[k + 1].kind == "NP"
            for k, each in enumerate(between)
        )
        if subject.last <= v and v - subject.last < 8 and not other:
            building.first = subject.first
        read_fronted(clauses, building, subject.first)
        take_day_between(clauses, building, subject, v)
        if building.time is None:
            building.time = _day_ahead(clauses, subject.first, v)
    verb = clauses.chunks[v].verb
    if verb is not None and verb.form == "g" and "been" in verb.aux:
        building.time = since(clauses, v)
        building.lasting = building.time is not None
    inherit(clauses, building, v)
    if building.time is None and kind != "visit" and _just_after(clauses, v):
        above = clauses.governor(v)
        if above is not None and above < v and _tells(clauses, above):
            building.time = day_said(clauses, above, v)
            if building.time is None and _reports(clauses, above):
                building.time = clauses.phrases.story.day
    if building.time is None and kind != "visit" and _set_off(clauses, v):
        above = clauses.governor(v)
        if above is not None and above < v:
            building.time = day_said(clauses, above, v)  # "was in Lome on Friday, meeting X"
        elif above is not None and _tells(clauses, above):
            building.time = day_said(clauses, above, len(clauses.chunks))
    return building


def _set_off(clauses: Clauses, v: int) -> bool:
    """Whether the verb at v is set off by commas: "the ministers, meeting in Lome, agreed"."""
    verb = clauses.chunks[v].verb
    if verb is None or verb.form != "g" or verb.aux or not v:
        return False
    return clauses.chunks[v - 1].kind == ","


def _just_after(clauses: Clauses, v: int) -> bool:
    """Whether the verb at v is "after meeting", "following"."""
    verb = clauses.chunks[v].verb
    if verb is None or verb.form != "g" or verb.aux or not v:
        return False
    return clauses.chunks[v - 1].low in ("after", "following")


def _reports(clauses: Clauses, v: int) -> bool:
    verb = clauses.chunks[v].verb
    return verb is not None and verb.lemma in lexicon.words("reports", "verbs")


def _tells(clauses: Clauses, v: int) -> bool:
    """Whether a verb tells of the past and is no motion, of which the day may be another."""
    verb = clauses.chunks[v].verb
    if verb is None or verb.lemma in lexicon.verb_cues() or verb.lemma == "return":
        return False
    return clauses.reported_mood(v).tense == "past"


def _day_ahead(clauses: Clauses, first: int, v: int) -> Time | None:
    """Give the day that opens the sentence, for a clause that "and" joins in the same tense."""
    chunks = clauses.chunks
    at = 1 if chunks[0].low in ("on", "in") and len(chunks) > 1 else 0
    if chunks[at].kind != "T" or not any(chunk.kind == "C" for chunk in chunks[at:first]):
        return None
    heads = [k for k in range(at, first) if chunks[k].verb is not None]
    if not heads or any(chunks[k].kind in (";", "SUB", "R") for k in range(at, first)):
        return None
    return chunks[at].time if clauses.mood(heads[0]).tense == clauses.mood(v).tense else None


def take_day_between(clauses: Clauses, building: Building, subject: Group, v: int) -> None:
    """Take the day between subject and verb: "the king on Monday met"."""
    between = clauses.chunks[subject.last : v]
    if between and between[0].kind == ",":
        between = between[1:]  # "the envoy, X, on Wednesday met"
    if building.time is None and between and all(each.kind in ("T", "P") for each in between):
        building.time = between[-1].time
    chunk = clauses.chunks[v]
    several = chunk.last > chunk.first + 1
    if building.time is None and several and chunk.verb is not None and not chunk.verb.controls:
        # "will on Friday meet"
        inside = (clauses.phrases.tokens[k].time for k in range(chunk.first, chunk.last))
        building.time = next((time for time in inside if time is not None), None)


_DECLINES = frozenset(("refuse", "reject", "decline", "rebuff", "spurn"))


def refuses(clauses: Clauses, v: int) -> bool:
    """Whether the verb says that somebody declines: "refused to meet", "rejected talks"."""
    verb = clauses.chunks[v].verb
    if verb is None:
        return False
    if not verb.controls:
        return verb.lemma in _DECLINES
    return verb.lemma in _DECLINES or any(lemma in _DECLINES for lemma, _ in verb.controls)


def inherit(clauses: Clauses, building: Building, v: int) -> None:
    """Take the place of "Ghana, where she met ..." and of "fly to Ghana to meet ..."."""
    chunks = clauses.chunks
    k = v - 1
    while k >= 0 and (
        chunks[k].kind in ("NP", "T", "C") or (chunks[k].low in ("of", "from") and k > 1)
    ):
        k -= 1
    if k >= 1 and chunks[k].low == "when":
        m = k - 2 if chunks[k - 1].kind == "," else k - 1
        if m >= 0 and chunks[m].kind == "T":
            building.time = chunks[m].time
    if k >= 1 and chunks[k].low == "during which" and building.place is None:
        building.place = _place_of_trip(clauses, k)
    if k >= 1 and chunks[k].kind == "R" and chunks[k].low == "where":
        m = k - 1
        while m >= 0 and (
            chunks[m].kind in (",", "T") or (chunks[m].kind == "P" and chunks[m + 1].kind == "T")
        ):
            if chunks[m].kind == "T" and building.mood.tense == "future":
                building.time = building.time or chunks[m].time
            m -= 1
        if m >= 0 and chunks[m].kind == "NP" and building.place is None:
            at = _before_aside(clauses, m)
            shouted = clauses.phrases.text[chunks[m].start : chunks[m].end].isupper()
            building.place = place_of(clauses, at) if shouted else goal_place(clauses, at)
            building.lent = building.place is not None


def _before_aside(clauses: Clauses, m: int) -> int:
    """Step back over what a town is: from "Lome, capital of the Maritime Region," to "Lome"."""
    chunks = clauses.chunks
    noun = chunks[m - 2].noun if m > 3 and chunks[m - 1].low == "of" else None
    if noun is None or noun.low not in lexicon.words("relations", "settlements"):
        return m
    town = chunks[m - 3].kind == "," and chunks[m - 4].kind == "NP"
    return m - 4 if town and place_of(clauses, m - 4) is not None else m


def _place_of_trip(clauses: Clauses, k: int) -> Place | None:
    """Give the place of the visit before chunk k: "arrived in Togo on a visit, during which"."""
    chunks = clauses.chunks
    cues = lexicon.noun_cues()
    for i in range(k - 1, -1, -1):
        noun, verb = chunks[i].noun, chunks[i].verb
        if noun is not None and noun.low in cues and cues[noun.low].kind == "visit":
            for preposition, at in clauses.complements(i + 1):
                if at < k and preposition in ("to", "in") and place_of(clauses, at) is not None:
                    return place_of(clauses, at)
        if verb is not None:
            cue = lexicon.verb_cues().get(verb.lemma)
            if cue is None or cue.kind != "visit":
                return None
            goal = goal_of(clauses, i, cue.frame)
            return goal_place(clauses, goal) if goal is not None and goal < k else None
    return None


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
    if upper is not None and upper.lemma == "be":
        here = above + 2 < v and chunks[above + 1].low == "in"
        return (above, above + 2) if here and place_of(clauses, above + 2) is not None else None
    if upper is not None and upper.lemma in lexicon.lendings("support"):
        told = trip_goal(clauses, above)
        return (above, told) if told is not None and told < v else None
    cue = lexicon.verb_cues().get(upper.lemma) if upper is not None else None
    back = upper is not None and upper.lemma == "return"
    if not back and (cue is None or cue.kind != "visit"):
        return None
    found = goal_of(clauses, above, "return" if cue is None else cue.frame)
    return (above, found) if found is not None and found < v else None


def there_at(clauses: Clauses, v: int) -> int | None:
    """Give the chunk of the place of "was in Togo on Monday"."""
    chunks = clauses.chunks
    there = v + 2 < len(chunks) and chunks[v + 1].low == "in" and chunks[v + 2].kind == "NP"
    return v + 2 if there and place_of(clauses, v + 2) is not None else None


def then_met(clauses: Clauses, k: int) -> bool:
    """Whether "and met X", "and called on Y" follows the phrases from chunk k on."""
    chunks = clauses.chunks
    while k < len(chunks) and chunks[k].kind in ("P", "T", "NP"):
        k += 1
    verb = chunks[k + 1].verb if k + 1 < len(chunks) and chunks[k].kind == "C" else None
    if verb is None or not verb.finite:
        return False
    cue = lexicon.verb_cues().get(verb.lemma)
    upon = verb.lemma == "call" and k + 2 < len(chunks) and chunks[k + 2].low == "on"
    return upon or (cue is not None and cue.kind == "meet")


def trip_goal(clauses: Clauses, v: int) -> int | None:
    """Give the chunk of the place of "paid a visit to Togo", "began a tour of Mali"."""
    at, _ = direct_object(clauses, v)
    noun = clauses.chunks[at].noun if at is not None else None
    cue = lexicon.noun_cues().get(noun.low) if noun is not None else None
    if at is None or cue is None or cue.kind != "visit":
        return None
    for preposition, i in clauses.complements(at + 1):
        if preposition in ("to", "of", "in") and place_of(clauses, i) is not None:
            return i
    return None


def goal_of(clauses: Clauses, v: int, frame: str) -> int | None:
    """Give the chunk of the place that a motion verb leads to."""
    wanted = {
        "to": ("to", "for", "into"), "for": ("for", "to"), "in": ("in", "at", "to"),
        "come": ("to",), "goal": ("",), "return": ("to",),
    }[frame]  # fmt: skip
    cues = lexicon.noun_cues()
    for preposition, i in clauses.complements(v + 1):
        if preposition in wanted and goal_place(clauses, i) is not None:
            return i
        noun = clauses.chunks[i].noun
        if noun is not None and noun.low in cues and preposition in _TURNS_BACK:
            return None  # "flew home after a visit to Togo"
    return None


def _past_day(chunks: Sequence[Chunk], k: int) -> int:
    """Step over day and place between a verb and its object: "received on Monday in Lome X"."""
    size = len(chunks)
    while k < size:
        if chunks[k].kind == "T" or chunks[k].low in ("there", "here"):
            k += 1
        elif (chunks[k].low == "on" and k + 1 < size and chunks[k + 1].kind == "T") or (
            chunks[k].low in ("in", "at") and _then_object(chunks, k + 1)
        ):
            k += 2
        else:
            break
    return k


def _then_object(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether a noun phrase follows that of a place at chunk k."""
    if k + 1 >= len(chunks) or chunks[k].kind != "NP" or chunks[k].noun is None:
        return False
    return chunks[k + 1].kind == "NP"


def direct_object(clauses: Clauses, v: int) -> tuple[int | None, Group | None]:
    """Give the direct object: its chunk and its group."""
    chunks = clauses.chunks
    k = _past_day(chunks, v + 1)
    noun = chunks[k].noun if k < len(chunks) else None
    if noun is not None and noun.low in lexicon.words("relations", "measures"):
        return None, None  # "met eight times"
    if k < len(chunks) and chunks[k].kind == "NP":
        return k, clauses.phrases.group(k)
    return None, None


def place_by_trip(clauses: Clauses, building: Building, v: int) -> None:
    """Take place (and day) of the trip that is made to meet."""
    above = goal_above(clauses, v)
    if above is None:
        if building.place is None:
            _then_there(clauses, building, v)
        return
    if building.time is None and clauses.mood(above[0]).tense == "future":
        building.time = time_after(clauses, above[0])
    if building.place is None:
        building.place = goal_place(clauses, above[1])
        motion = clauses.subject(above[0])
        building.reach(above[0] if motion is None else min(motion.first, above[0]), building.last)


def _then_there(clauses: Clauses, building: Building, v: int) -> None:
    """Take the place, and the day, of "travelled to Uganda on Monday and met"."""
    chunks = clauses.chunks
    if v < 2 or chunks[v - 1].kind != "C":
        return
    above = clauses.governor(v)
    head = chunks[above].verb if above is not None else None
    if above is None or head is None:
        return
    cue = lexicon.verb_cues().get(head.lemma)
    goal: int | None = None
    if cue is not None and cue.kind == "visit":
        goal = goal_of(clauses, above, cue.frame)
    elif head.lemma == "be":
        goal = there_at(clauses, above)
    elif head.lemma in lexicon.lendings("support"):
        goal = trip_goal(clauses, above)
    if goal is None or goal >= v:
        return
    building.place = goal_place(clauses, goal)
    there = head.lemma == "be" or (v + 1 < len(chunks) and chunks[v + 1].low == "there")
    if building.time is None and there:
        building.time = time_after(clauses, above)


def day_of_arrival(clauses: Clauses, building: Building, v: int) -> None:
    """Take the day of "landed in Lome on Sunday and was greeted by"."""
    chunks = clauses.chunks
    if building.time is not None or v < 2 or chunks[v - 1].kind != "C":
        return
    above = clauses.governor(v)
    head = chunks[above].verb if above is not None else None
    if above is not None and head is not None and head.lemma in ("arrive", "land", "fly", "come"):
        building.time = time_after(clauses, above)


def since(clauses: Clauses, v: int) -> Time | None:
    """Give when that began which goes on: "has been mediating since March"."""
    chunks = clauses.chunks
    for k in range(v + 1, len(chunks) - 1):
        if chunks[k].low == "since":
            return chunks[k + 1].time
        if chunks[k].kind in ("V", ";", "SUB", "R"):
            return None
    return None


def day_said(clauses: Clauses, v: int, end: int) -> Time | None:
    """Give the day of what the verb at v tells, ahead of chunk `end`: "said on Monday after"."""
    chunks = clauses.chunks
    inside = (clauses.phrases.tokens[k].time for k in range(chunks[v].first, chunks[v].last))
    if (time := next((each for each in inside if each is not None), None)) is not None:
        return time
    for preposition, i in clauses.complements(v + 1):
        if i >= end:
            break
        if preposition == "T":
            return chunks[i].time
    subject = clauses.subject(v)
    if subject is None or subject.first > v:
        return None
    told = Building("", v, v, v + 1)
    read_fronted(clauses, told, subject.first)
    take_day_between(clauses, told, subject, v)
    return told.time


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


def listed_places(clauses: Clauses, at: int) -> list[int]:
    """Give the chunks of "Ghana, Togo and Mali"."""
    chunks = clauses.chunks
    found: list[int] = []
    k = at
    while k < len(chunks):
        if chunks[k].kind == "NP":
            noun = chunks[k].noun
            beside = (
                k > at
                and noun is not None
                and (noun.low in lexicon.words("relations", "settlements"))
            )
            unknown = (
                k == at or chunks[k - 1].kind == "C"
            )  # a name that nobody knows may be a place
            place = goal_place(clauses, k) if unknown else place_of(clauses, k)
            if beside or place is None:
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


def place_after(clauses: Clauses, at: int) -> Place | None:
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


def of_trip(clauses: Clauses, building: Building, v: int) -> None:
    """Take place and day of the trip that a meeting is made on: "leave for X to resume talks"."""
    above = goal_above(clauses, v)
    if above is None:
        return
    if building.place is None:
        building.place = place_of(clauses, above[1])
    if building.time is None and clauses.mood(above[0]).tense == "future":
        building.time = time_after(clauses, above[0])


def those_with(clauses: Clauses, v: int, prepositions: Sequence[str] = ("with",)) -> list[Party]:
    """Give the parties of the phrases behind the verb at v that "with" leads to."""
    found: list[Party] = []
    for preposition, i in clauses.complements(v + 1):
        if preposition in prepositions:
            found += clauses.phrases.group(i).parties
    return found
