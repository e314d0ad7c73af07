"""Relative clauses of event nouns: "talks, which open in Lome on Friday", "a summit Oman hosts"."""

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.beside import take_agent
from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.chunks import verb_of
from newsfacts_delegations.clauses import Clauses, Mood

_WITHIN = frozenset(("in which", "at which", "during which"))
_REACH = 10


def read_relative(clauses: Clauses, building: Building, i: int) -> int | None:
    """Read the relative clause of the event noun at chunk i into the event.

    Gives the chunk of the clause's verb, None where no clause of that kind stands there: one that
    says when, where or how the meeting is, who holds it, or who acts at it.
    """
    chunks = clauses.chunks
    r = _pronoun(clauses, i)
    if r is None or r + 1 >= len(chunks):
        return None
    if chunks[r].low in _WITHIN:
        _take_actors(clauses, building, r + 1)
        return None
    if chunks[r + 1].kind == "V":
        return r + 1 if _told_of(clauses, building, r + 1) else None
    if chunks[r + 1].kind == "NP":
        return _held_by(clauses, building, r + 1)
    return None


def _pronoun(clauses: Clauses, i: int) -> int | None:
    """Give the relative pronoun after the event noun and its phrases."""
    chunks = clauses.chunks
    for r in range(i + 1, min(i + _REACH, len(chunks))):
        kind = chunks[r].kind
        noun = chunks[r].noun
        if noun is not None and noun.low in lexicon.noun_cues():
            return None
        if (kind == "R" and chunks[r].low in ("which", "that")) or chunks[r].low in _WITHIN:
            return r
        if r == i + 1 and chunks[r].low == "that" and _object_clause(clauses, r + 1):
            return r
        if kind not in ("NP", "P", "C", "T", ",", "(", ")"):
            return None
    return None


def _object_clause(clauses: Clauses, i: int) -> bool:
    """Whether a subject and its verb follow: "the summit that Kenya will host"."""
    chunks = clauses.chunks
    if i + 1 >= len(chunks) or chunks[i].kind != "NP":
        return False
    last = clauses.phrases.group(i).last
    return last < len(chunks) and chunks[last].kind == "V"


def _told_of(clauses: Clauses, building: Building, v: int) -> bool:
    """Read "which began on Monday in Lome", "which was hosted by Oman", "which is under way"."""
    verb = verb_of(clauses.chunks[v])
    lemma = verb.lemma
    held = verb.passive and (
        lemma in lexicon.lendings("support") or lemma in ("expect", "set", "slate", "schedule")
    )
    be = lemma == "be" and _stands(clauses, v + 1)
    goes = lemma == "go" and v + 1 < len(clauses.chunks) and clauses.chunks[v + 1].low == "on"
    if not held and _resumed(clauses, v):
        return False  # "resume talks that broke down in May": not those of May
    if not (held or be or goes or lemma in lexicon.words("relations", "occur")):
        return False
    mood = clauses.mood(v)
    if be and verb.aux[:1] in (("have",), ("has",)):
        mood = mood._replace(tense="present")
    own = building.mood
    lent = lexicon.lendings("support").get(lemma)
    if held and lent is not None and lent.polarity == "negative":
        building.mood = Mood(own.modality, "negative", own.tense)
    elif held and lemma in ("schedule", "expect", "plan", "set", "slate"):
        tense = "future" if own.tense == "unspecified" else own.tense
        modality = "planned" if lemma in ("expect", "plan") else own.modality
        building.mood = Mood(modality, own.polarity, tense)
    elif own.tense == "unspecified":
        modality = own.modality if own.modality != "asserted" else mood.modality
        polarity = "negative" if "negative" in (own.polarity, mood.polarity) else "positive"
        building.mood = Mood(modality, polarity, mood.tense)
    if held and lemma in lexicon.words("relations", "agents"):
        take_agent(clauses, building, v)
    read_circumstances(clauses, building, v + 1)
    return True


def _resumed(clauses: Clauses, v: int) -> bool:
    """Whether talks are taken up again after what their relative clause at v tells."""
    chunks = clauses.chunks
    if verb_of(chunks[v]).lemma not in ("break", "collapse", "stall", "end", "fail", "stop"):
        return False
    above = next((k for k in range(v - 1, -1, -1) if chunks[k].verb is not None), None)
    return above is not None and verb_of(chunks[above]).lemma in ("resume", "restart", "reopen")


def _stands(clauses: Clauses, k: int) -> bool:
    """Whether "is under way", "is due on Friday", "was in May" goes on at chunk k."""
    chunks = clauses.chunks
    if k >= len(chunks):
        return False
    noun = chunks[k].noun
    if chunks[k].kind == "T" or (noun is not None and noun.low in ("due", "underway")):
        return True
    if chunks[k].kind != "P" or k + 1 >= len(chunks):
        return False
    inner = chunks[k + 1].noun
    if chunks[k].low == "under":
        return inner is not None and inner.low == "way"
    return chunks[k + 1].kind == "T"


def _held_by(clauses: Clauses, building: Building, i: int) -> int | None:
    """Read "which Oman hosted", "that the envoy will attend"."""
    group = clauses.phrases.group(i)
    v = group.last
    chunks = clauses.chunks
    verb = chunks[v].verb if v < len(chunks) else None
    lent = lexicon.lendings("support").get(verb.lemma) if verb is not None else None
    if verb is None or lent is None or verb.passive or not group.parties:
        return None
    if verb.lemma not in lexicon.words("relations", "holds"):
        return None
    building.take(group.parties, lent.role or "participant")
    mood = clauses.mood(v)
    if building.mood.tense == "unspecified":
        building.mood = building.mood._replace(tense=mood.tense)
    read_circumstances(clauses, building, v + 1)
    return v


def _take_actors(clauses: Clauses, building: Building, i: int) -> None:
    """Take who acts at the meeting: "a session in which the board rejected the plan"."""
    chunks = clauses.chunks
    if chunks[i].kind != "NP" or building.named:
        return
    group = clauses.phrases.group(i)
    verb = chunks[group.last].verb if group.last < len(chunks) else None
    if verb is not None and verb.finite and not verb.passive:
        building.take(group.parties)
