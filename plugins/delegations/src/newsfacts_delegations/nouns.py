"""Events that nouns tell of: "talks between X and Y", "X's visit to Y", "held a meeting with"."""

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.beside import is_meal, read_after, read_modifiers
from newsfacts_delegations.builder import Building, NounEvent, read_here
from newsfacts_delegations.chunks import Noun, noun_of
from newsfacts_delegations.circumstances import format_of, topics
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.governing import govern
from newsfacts_delegations.parties import Party
from newsfacts_delegations.relatives import read_relative

_APART = frozenset(("ahead of", "before", "prior to", "after", "following", "on the eve of"))
_AROUND = frozenset(
    ("at", "during", "for", "on the sidelines of", "on the margins of", "on the fringes of")
)


def find_nouns(clauses: Clauses) -> list[NounEvent]:
    """Give the event nouns of the sentence; "round of talks" is one."""
    cues = lexicon.noun_cues()
    tokens = clauses.phrases.tokens
    found: list[NounEvent] = []
    chunks = clauses.chunks
    for i, chunk in enumerate(chunks):
        noun = chunk.noun
        if noun is None:
            continue
        cue = cues.get(noun.low)
        if cue is None:
            continue
        before = [tokens[k].low for k in range(chunk.first, noun.head)]
        blocked = any(word in lexicon.blocked().get(noun.low, ()) for word in before)
        if blocked and (noun.low != "round" or not _next_round(clauses, i)):
            continue
        needy = cue.needs and not any(word in cue.needs for word in before)
        rung = noun.low in ("call", "calls") and _with_somebody(clauses, i)
        rung = rung or (noun.low == "table" and _returned_to(clauses, i))
        if needy and not rung and (noun.low != "congress" or not _is_held(clauses, i, noun)):
            continue
        if noun.low in ("call", "calls") or (
            noun.low
            in (
                "conversation",
                "conversations",
                "talks",
                "talk",
                "conference",
                "discussion",
                "discussions",
            )
            and any(word in ("phone", "telephone", "video") for word in before)
        ):
            found.append(NounEvent(i, noun.low, "call", False))
            continue
        if (
            noun.low in ("dinner", "lunch", "breakfast")
            and "working" not in before
            and noun.determiner is None
            and not _shared_meal(clauses, i)
        ):
            continue
        inner = chunks[i + 2].noun if i + 2 < len(chunks) else None
        if inner is not None and chunks[i + 1].low == "of" and inner.low in cues:
            continue
        if tokens[noun.head].tag == "V":
            continue
        found.append(NounEvent(i, noun.low, cue.kind, cue.weak))
    return found


def _next_round(clauses: Clauses, i: int) -> bool:
    """Whether it is a round of the talks told of: "the next round will be held in Lome"."""
    chunks = clauses.chunks
    verb = chunks[i + 1].verb if i + 1 < len(chunks) else None
    if verb is None or not lexicon.words("relations", "contests").isdisjoint(clauses.phrases.lows):
        return False
    held = verb.passive and verb.lemma in lexicon.words("relations", "dated")
    return held or (verb.finite and verb.lemma in lexicon.words("relations", "occur"))


def _with_somebody(clauses: Clauses, i: int) -> bool:
    """Whether it is a call with people: "held separate calls with X and Y"."""
    chunks = clauses.chunks
    if i + 2 >= len(chunks) or chunks[i + 1].low not in ("with", "between"):
        return False
    return any(each.kind == "person" for each in clauses.phrases.group(i + 2).parties)


def _returned_to(clauses: Clauses, i: int) -> bool:
    """Whether it is the table that people talk at: "returned to the table"."""
    chunks = clauses.chunks
    if i > 1 and chunks[i - 1].low == "at":  # "are back at the table"
        verb = next((chunks[k].verb for k in range(i - 2, -1, -1) if chunks[k].verb), None)
        back = clauses.phrases.tokens[chunks[i - 1].first - 1].low == "back"
        return back and verb is not None and verb.lemma in ("be", "get", "sit")
    verb = chunks[i - 2].verb if i > 1 and chunks[i - 1].low == "to" else None
    return verb is not None and verb.lemma in ("return", "come", "get", "bring")


def _shared_meal(clauses: Clauses, i: int) -> bool:
    """Whether it is "had lunch with", "hosted dinner for"."""
    chunks = clauses.chunks
    if not i:
        return False
    verb = chunks[i - 1].verb
    if chunks[i - 1].low in ("for", "over"):
        return _with_somebody(clauses, i)  # "went to the palace for lunch with the king"
    if verb is None or verb.lemma not in ("have", "hold", "host", "share"):
        return False
    after = clauses.phrases.tokens[chunks[i].last : chunks[i].last + 1]
    return bool(after) and after[0].low in ("with", "for", "together")


def _is_held(clauses: Clauses, i: int, noun: Noun) -> bool:
    """Whether "the congress" is one that people hold: "the congress, hosted by X", "opened"."""
    chunks = clauses.chunks
    if noun.determiner != "the" or clauses.phrases.tokens[noun.head].cap:
        return False
    verb = next((chunk.verb for chunk in chunks[i + 1 : i + 3] if chunk.verb is not None), None)
    return verb is not None and verb.lemma in lexicon.words("relations", "held")


def read_noun(clauses: Clauses, event: NounEvent) -> list[Building]:
    """Read the events of one event noun: several where it has several partners in turn."""
    chunks = clauses.chunks
    i = event.chunk
    noun = noun_of(chunks[i])
    verb = chunks[i - 1].verb if i else None
    if verb is not None and verb.lemma == "discuss" and noun.determiner == "the":
        return []  # "discussed the summit by phone with X": what they talked of
    top = _top(clauses, i)
    building = Building(event.kind, i, top, i + 1)
    building.negotiation = event.low in ("talks", "negotiations", "negotiation")
    building.standing = _standing(noun, clauses, i, top)
    building.renewed = event.kind == "meet" and _renewed(clauses, top, i, building.standing)
    building.time = noun.time
    if building.time is None and top and chunks[top - 1].kind == "T":
        building.time = chunks[top - 1].time
    read_modifiers(clauses, building, i, noun, event)
    read_after(clauses, building, i, event)
    relative = read_relative(clauses, building, i)
    if event.kind == "meet" and not building.parties:
        _take_quarrel(clauses, building, i)
    own = bool(building.parties)
    governed = govern(clauses, building, i, top, event)
    if event.kind == "meet" and governed is not None:
        _take_other_side(clauses, building, i)
    preposition = chunks[top - 1].low if top else ""
    building.apart = event.kind == "meet" and preposition in _APART
    building.aside = preposition in _APART or preposition in _AROUND
    building.within = (
        event.kind == "meet" and preposition in _AROUND and top > 1
        and chunks[top - 2].kind in ("NP", "T")
    )  # fmt: skip
    owned = noun.owner is not None and building.standing == "definite" and event.kind == "meet"
    if owned and sum(each.kind in ("person", "delegation") for each in building.parties) > 1:
        building.standing = "new"  # "his meeting with X": whom he met is said, not recalled
    moved_only = not own and preposition in ("for", "to") and event.kind == "meet"
    if governed is None:
        return []
    if building.time is None and event.kind == "meet" and _of_the_day(clauses, i, noun):
        building.time = clauses.phrases.story.day
        building.told_day = building.time is not None
    if building.place is None:
        building.place = read_here(clauses, i + 1)
    if building.format is None:
        building.format = format_of(clauses.phrases.tokens[chunks[i].first : chunks[i].last])
    somebody = any(each.kind in ("person", "group", "delegation") for each in building.parties)
    for party in [each for each in building.parties if each.kind == "name"]:
        role = building.parties.pop(party)
        if somebody:
            building.take([party._replace(kind="person")], role)
    if is_meal(event) and all(role == "host" for role in building.parties.values()):
        return []
    if building.named:
        for party in [each for each in building.parties if each.ref is None]:
            del building.parties[party]
    building.topics = topics(clauses, i + 1)
    if event.kind == "visit":
        if building.place is None and not building.parties:
            return []
        if not building.parties and building.standing == "new":
            return []
        if building.place is None and (not building.named or _only_his(clauses, building, noun)):
            building.standing = "anaphoric"
    if event.low == "round":
        _of_the_talks(clauses, building, i, noun)
    if moved_only and building.standing == "definite" and len(building.parties) < 2:
        building.standing = "anaphoric"
    if building.standing == "new" and event.kind == "meet" and _former(clauses, i, noun):
        building.former = True
    if building.standing == "definite" and _former(clauses, i, noun):
        building.former = True
        told_of = building.time is not None or building.place is not None
        if not told_of and not building.named:
            return []  # "their last two summits": whose, and when, nobody says
        building.standing = "new" if told_of else building.standing
    dated = building.time is not None and not building.told_day
    empty = not building.parties and building.place is None and not dated
    if empty:
        if building.standing == "definite":
            building.standing = "anaphoric"
        elif not governed or event.weak or _purpose(clauses, top):
            return []
    elif event.weak and not building.parties and not governed and relative is None:
        if building.standing == "new":
            return []
        building.standing = "anaphoric"
    elif (
        not building.parties
        and building.standing == "new"
        and not governed
        and event.low in ("talk", "discussion")
    ):
        return []
    return [building]


def _of_the_talks(clauses: Clauses, building: Building, i: int, noun: Noun) -> None:
    """Tie "the round" to the talks told before: only they tell what it is a round of."""
    first = clauses.chunks[i].first
    before = [token.low for token in clauses.phrases.tokens[first : noun.head]]
    if any(word in lexicon.blocked()["round"] for word in before) and not building.parties:
        building.renewed = building.hangs = True  # "the next round": of those who met
    elif _former(clauses, i, noun) and (building.place is not None or building.time is not None):
        building.renewed = not building.parties
        building.hangs = True  # "an earlier round between the two sides"
    else:
        building.standing = "anaphoric"


def _take_quarrel(clauses: Clauses, building: Building, i: int) -> None:
    """Take the sides of what talks are to end: "talks aimed at ending the war between X and Y"."""
    chunks = clauses.chunks
    for k in range(i + 1, min(i + 7, len(chunks) - 1)):
        verb = chunks[k].verb
        if verb is not None and not (verb.infinitive or verb.form == "g" or verb.lemma == "aim"):
            return
        if chunks[k].kind in (",", ";", "SUB", "R", "T"):
            return
        noun = chunks[k - 1].noun
        if chunks[k].low == "between" and noun is not None:
            ending = chunks[k - 2].verb is not None and k > i + 2
            if ending and noun.low in lexicon.words("relations", "quarrels"):
                sides = clauses.phrases.group(k + 1)
                building.take(sides.parties)
                building.reach(k, sides.last)
            return


def _only_his(clauses: Clauses, building: Building, noun: Noun) -> bool:
    """Whether of a visit nothing is told but whose it is, by a pronoun: "his trip is on"."""
    if noun.owner is None or building.time is not None or len(building.parties) > 1:
        return False
    token = clauses.phrases.tokens[noun.owner]
    return token.tag == "S" or (token.actor is not None and token.actor.mention_type == "PRO")


def _former(clauses: Clauses, i: int, noun: Noun) -> bool:
    """Whether it is "the last meeting", "their previous talks": none of those told of."""
    tokens = clauses.phrases.tokens[clauses.chunks[i].first : noun.head]
    return any(token.low in ("last", "previous", "earlier") for token in tokens)


def _purpose(clauses: Clauses, top: int) -> bool:
    """Whether talks of nobody are only what something is for: "an initiative to launch talks"."""
    verb = clauses.chunks[top - 1].verb if top else None
    return verb is not None and verb.infinitive and not verb.controls


def _take_other_side(clauses: Clauses, building: Building, i: int) -> None:
    """Give "talks with Y" their other side: the subject above, else the story's country."""
    chunks = clauses.chunks
    with_ = i + 1 < len(chunks) and chunks[i + 1].low == "with"
    end = chunks[i].end
    if not with_ or not building.parties or any(each.start < end for each in building.parties):
        return
    v = next((k for k in range(i - 1, -1, -1) if chunks[k].verb is not None), None)
    if v is None and i > 1 and chunks[i - 1].low == "from" and chunks[i - 2].low == "fresh":
        v = next((k for k in range(i + 1, len(chunks)) if chunks[k].verb is not None), None)
    subject = clauses.subject(v) if v is not None else None
    told = v is not None and any(chunks[k].kind == "SUB" for k in range(v, i))
    kinds = ("country", "organization") if told else ("country", "organization", "person")
    named = [
        each
        for each in (subject.parties if subject is not None else ())
        if each.ref is not None and each.kind in (*kinds, "delegation")
    ]
    home = clauses.phrases.story.home
    focus = clauses.phrases.story.focus if v is None and building.standing == "new" else None
    if named:
        building.take(named)
    elif focus is not None and focus.kind == "person":
        building.take(
            [Party(focus.ref, "person", chunks[i].start, end)]
        )  # "A meeting with X is set"
    elif home is not None and all(each.kind == "country" for each in building.parties):
        # one country's talks with several are so many talks
        building.in_turn = len(building.parties) > 1 and home not in (
            each.ref for each in building.parties
        )
        building.take([Party(home, "country", chunks[i].start, end)])


def _of_the_day(clauses: Clauses, i: int, noun: Noun) -> bool:
    """Whether it is "a lunchtime session", "an afternoon meeting": of the day of the story."""
    tokens = clauses.phrases.tokens
    times = lexicon.words("relations", "daytimes")
    return any(tokens[k].low in times for k in range(clauses.chunks[i].first, noun.head))


def _top(clauses: Clauses, i: int) -> int:
    """Give the first chunk of "the fifth round of talks"."""
    chunks = clauses.chunks
    while i >= 2 and chunks[i - 1].low == "of":
        outer = chunks[i - 2].noun
        if outer is None or outer.low not in lexicon.words("relations", "starts"):
            break
        i -= 2
    tokens = clauses.phrases.tokens[chunks[i].first : chunks[i].first + 2]
    if i > 1 and chunks[i - 1].kind == "C" and [token.low for token in tokens] == ["a", "half"]:
        return i - 2  # "five and a half weeks of talks"
    return i


def _renewed(clauses: Clauses, top: int, i: int, standing: str) -> bool:
    """Whether it is "further talks", "the first such talks": of those who met before."""
    chunks = clauses.chunks
    again = lexicon.words("relations", "renewed")
    words = [token.low for token in clauses.phrases.tokens[chunks[top].first : chunks[i].last]]
    return "such" in words or (standing == "new" and any(word in again for word in words))


def _standing(noun: Noun, clauses: Clauses, i: int, top: int) -> str:
    first = clauses.chunks[top].noun or noun
    determiner = first.determiner
    if noun.time is not None and clauses.phrases.tokens[clauses.chunks[i].first].time is not None:
        return "definite"
    after = clauses.phrases.tokens[clauses.chunks[top].first + 1 : noun.head]
    if determiner == "no" and after and after[0].low == "such":
        return "definite"  # "there was no such meeting"
    if determiner is None and noun.low in ("summit", "conference"):
        return "definite"
    if determiner in ("the", "this", "these", "that", "those", "such", "their", "its", "both") or (
        first.owner is not None
    ):
        return "definite"
    return "new"
