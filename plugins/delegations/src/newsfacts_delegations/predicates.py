"""Event nouns as subjects: "talks resumed in Lome", "the summit was attended by X"."""

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.beside import take_agent
from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.chunks import Chunk, verb_of
from newsfacts_delegations.circumstances import place_of
from newsfacts_delegations.clauses import Clauses, Mood
from newsfacts_delegations.parties import reduced_relative


def read_predicate(clauses: Clauses, building: Building, i: int) -> bool | None:
    """Read the verb that the event noun is subject of: "talks resumed", "was attended by".

    True where the verb tells of the event as such, False where it only tells its time; None where
    the noun is the subject of no verb.
    """
    v = _verb_behind(clauses, i)
    if v is None:
        return None
    for k in range(i + 1, v):  # "the talks, due to begin on Friday, ..."
        if _is_infinitive(clauses.chunks[k]) and _aside_participle(clauses, k):
            read_circumstances(clauses, building, k + 1, companions=False)
    verb = verb_of(clauses.chunks[v])
    mood = clauses.mood(v)
    lemma, own = verb.lemma, building.mood
    if verb.passive and (
        lemma in _CALLED_OFF or (lemma == "put" and _followed_by(clauses, v, "off"))
    ):
        tense = "unspecified" if lemma in ("postpone", "put") else mood.tense
        negative = mood.polarity == "positive"
        building.mood = Mood("asserted", "negative" if negative else "positive", tense)
        read_circumstances(clauses, building, v + 1)
        _until(clauses, building, v)
        return True
    if verb.passive and lemma in _SCHEDULED:
        modality = "planned" if lemma in ("expect", "plan") else "asserted"
        building.mood = Mood(modality, mood.polarity, "future")
        read_circumstances(clauses, building, v + 1)
        return True
    if verb.passive and lemma in lexicon.lendings("support"):
        building.mood = (
            Mood(own.modality, mood.polarity, mood.tense) if own.modality != "asserted" else mood
        )
        take_agent(clauses, building, v)
        read_circumstances(clauses, building, v + 1)
        _shared_passive(clauses, building, v)
        return True
    if lemma == "bring" and any(t.low == "together" for t in clauses.phrases.tokens):
        k = v + 1
        if k < len(clauses.chunks) and clauses.chunks[k].kind == "NP":
            group = clauses.phrases.group(k)
            building.take(group.parties)
            building.reach(k, group.last)
            k = group.last - 1
        building.mood = own._replace(tense=mood.tense)
        read_circumstances(clauses, building, k + 1)
        return True
    if lemma in lexicon.words("events", "happen", "words"):
        _happens(clauses, building, i, v, mood)
        return True
    if own.tense == "unspecified":
        building.mood = own._replace(tense=mood.tense)
    return not building.parties and building.kind != "visit" and _between(clauses, building, i, v)


_CALLED_OFF = frozenset(
    ("cancel", "drop", "postpone", "suspend", "call", "scrap", "delay", "abandon", "axe")
)
_SCHEDULED = frozenset(("schedule", "expect", "plan", "set", "slate"))


def _verb_behind(clauses: Clauses, i: int) -> int | None:
    """Find the verb that the event noun at i is subject of."""
    chunks = clauses.chunks
    v = next(
        (k for k in range(i + 1, min(i + 16, len(chunks))) if chunks[k].verb is not None
         and not reduced_relative(chunks, k) and not _aside_participle(clauses, k)
         and not _dated_participle(clauses, k)
         and not _aimed(clauses, k) and not _aimed(clauses, k - 2)), None,
    )  # fmt: skip
    if v is None or _since_then(clauses, i, v):
        return None
    past = _past_relative(clauses, v)
    if past is not None:
        v = past
    verb = verb_of(chunks[v])
    if verb.infinitive:
        return None
    subject = clauses.subject(v)
    own = subject is not None and subject.first <= i < max(subject.last, subject.first + 1)
    if past is None and not own and not _only_phrases(clauses, i, v):
        return None
    if chunks[v - 1].kind == "R" or (verb.form == "g" and not verb.aux):
        return None
    return v


def _happens(clauses: Clauses, building: Building, i: int, v: int, mood: Mood) -> None:
    """Read a verb of taking place: "talks resumed", "the planned meeting did not take place"."""
    verb = verb_of(clauses.chunks[v])
    lemma, own = verb.lemma, building.mood
    tense = mood.tense if own.tense == "unspecified" else own.tense
    if mood.polarity == "negative" and mood.tense == "past" and own.modality == "planned":
        own, tense = Mood(), "past"  # "the planned meeting did not take place"
    building.mood = Mood(
        mood.modality if own.modality == "asserted" else own.modality,
        "negative" if "negative" in (mood.polarity, own.polarity) else "positive",
        tense,
    )
    if lemma == "be" and building.kind == "visit" and building.place is None:
        _is_at(clauses, building, v)
    if lemma == "be" and (said := _said_of(clauses, v)) is not None:
        modality, sign = said
        negative = "negative" in (sign, building.mood.polarity)
        building.mood = Mood(modality, "negative" if negative else "positive", "future")
    if lemma in ("begin", "start", "be") and _under_way(clauses, v):
        if lemma != "be" or verb.aux[:1] in (("have",), ("has",)):
            building.mood = building.mood._replace(tense="present")
    elif lemma == "be" and tense == "present" and (stands := _stands(clauses, v)):
        building.mood = building.mood._replace(tense=stands)
    building.reach(i, v + 1)
    closes = lemma in ("end", "conclude", "finish", "close", "wrap") and mood.tense == "future"
    bare = building.standing == "definite" and not building.named and building.place is None
    if closes and bare and building.kind == "meet":
        building.standing = "anaphoric"  # they go on; the day is that of their end
        building.mood = building.mood._replace(tense="unspecified")
        return
    read_circumstances(clauses, building, v + 1, companions=building.kind != "visit")
    if lemma in ("collapse", "fail", "break", "stall") and not building.named:
        told = building.place is not None and building.time is not None
        building.standing = "new" if told and building.standing == "new" else "anaphoric"
        building.renewed = told and building.standing == "new"
        if "had" in verb.aux and building.place is None:
            building.time = None  # "talks had stalled in May": those taken up again


def _between(clauses: Clauses, building: Building, i: int, v: int) -> bool:
    """Take the sides told behind any other verb: "negotiations moved on between X and Y"."""
    for preposition, at in clauses.complements(v + 1):
        if preposition not in ("between", "among"):
            continue
        sides = clauses.phrases.group(at)
        if sides.parties:
            building.take(sides.parties)
            building.reach(i, sides.last)
            return True
    return False


def _is_infinitive(chunk: Chunk) -> bool:
    return chunk.verb is not None and chunk.verb.infinitive


def _is_at(clauses: Clauses, building: Building, v: int) -> None:
    """Take the place of "her next stop is Lome", "the last leg will be Togo"."""
    chunks = clauses.chunks
    if v + 1 < len(chunks) and chunks[v + 1].kind == "NP":
        place = place_of(clauses, v + 1)
        if place is not None:
            building.place = place
            building.reach(v, v + 2)


def _since_then(clauses: Clauses, i: int, v: int) -> bool:
    """Whether the verb at v is of a clause of time: "the sixth visit since the war broke out"."""
    chunks = clauses.chunks
    for k in range(v - 1, i, -1):
        if chunks[k].kind == "P":
            return chunks[k].low in ("since", "until", "till") and chunks[k + 1].kind == "NP"
        if chunks[k].kind not in ("NP", "C"):
            return False
    return False


def _followed_by(clauses: Clauses, v: int, word: str) -> bool:
    """Whether a word follows the verb at chunk v: "put off"."""
    last = clauses.chunks[v].last
    tokens = clauses.phrases.tokens
    return last < len(tokens) and tokens[last].low == word


def _shared_passive(clauses: Clauses, building: Building, v: int) -> None:
    """Take who acts in the participles after the one at v: "chaired by X and attended by Y"."""
    chunks = clauses.chunks
    for k in range(v + 1, min(v + 14, len(chunks))):
        kind = chunks[k].kind
        if kind == "V":
            after = chunks[k - 1].kind in ("C", ",")
            if not after or not reduced_relative(chunks, k):
                return
            take_agent(clauses, building, k)
        elif kind not in ("NP", "P", "C", ",", "T"):
            return


def _past_relative(clauses: Clauses, v: int) -> int | None:
    """Give the main verb behind the relative clause whose verb is at v: "talks which ... stalled".

    None where the clause ends the sentence or the next verb has a subject of its own.
    """
    chunks = clauses.chunks
    if chunks[v - 1].kind != "R" or chunks[v - 1].low not in ("which", "that"):
        return None
    for k in range(v + 1, min(v + 14, len(chunks))):
        verb = chunks[k].verb
        if verb is not None:
            before = chunks[k - 1].kind
            main = verb.finite and not reduced_relative(chunks, k)
            return k if main and before in ("NP", "T", ",") else None
        if chunks[k].kind not in ("NP", "P", "C", "T", ","):
            return None
    return None


def _aside_participle(clauses: Clauses, k: int) -> bool:
    """Whether a verb is a participle between commas: "the summit, set for Friday, has"."""
    chunks = clauses.chunks
    verb = chunks[k].verb
    if verb is None or k == 0:
        return False
    if verb.infinitive:
        due_at = k - 2 if chunks[k - 1].low == "due" else k - 1
        return due_at > 0 and chunks[due_at].kind == "," and _closed_by_verb(clauses, k)
    if verb.aux or chunks[k - 1].kind != ",":
        return False
    due = verb.controls and verb.controls[0][0] in ("due", "set", "schedule", "slate")
    if not due and (verb.controls or verb.form not in ("d", "n")):
        return False
    return _closed_by_verb(clauses, k)


def _closed_by_verb(clauses: Clauses, k: int) -> bool:
    """Whether a comma closes the aside that chunk k is in, and a verb follows it."""
    chunks = clauses.chunks
    for m in range(k + 1, min(k + 8, len(chunks))):
        if chunks[m].kind == ",":
            return m + 1 < len(chunks) and chunks[m + 1].kind == "V"
        if chunks[m].kind in ("V", ";", "SUB"):
            return False
    return False


def _dated_participle(clauses: Clauses, k: int) -> bool:
    """Whether a participle says when or where: "a meeting scheduled for Friday was cancelled"."""
    chunks = clauses.chunks
    verb = chunks[k].verb
    if verb is None or verb.aux or verb.controls or verb.form not in ("d", "n"):
        return False
    if verb.lemma not in lexicon.words("relations", "dated") or k + 1 >= len(chunks):
        return False
    if not k or chunks[k - 1].kind not in ("NP", "T", ")") or chunks[k + 1].kind not in ("P", "T"):
        return False
    for m in range(k + 1, min(k + 8, len(chunks))):
        other = chunks[m].verb
        if other is not None:
            return other.finite and chunks[m - 1].kind in ("NP", "T")
        if chunks[m].kind not in ("P", "NP", "T", "C"):
            return False
    return False


def _aimed(clauses: Clauses, k: int) -> bool:
    """Whether the verb at k says what talks are for: "talks aimed at ending the war resumed"."""
    chunks = clauses.chunks
    verb = chunks[k].verb if 0 < k < len(chunks) - 2 else None
    if verb is None or verb.aux or verb.lemma != "aim":
        return False
    after = chunks[k + 2].verb
    return chunks[k + 1].low == "at" and (after is None or after.form == "g")


def _under_way(clauses: Clauses, v: int) -> bool:
    low = [token.low for token in clauses.phrases.tokens]
    return ("under" in low and "way" in low) or "underway" in low or "ongoing" in low


def _said_of(clauses: Clauses, v: int) -> tuple[str, str] | None:
    """Give modality and polarity of "talks are likely", "a summit is not possible"."""
    chunks = clauses.chunks
    noun = chunks[v + 1].noun if v + 1 < len(chunks) else None
    if noun is None or chunks[v + 1].last - chunks[v + 1].first > 2:
        return None
    found: tuple[str, str] | None = {
        "likely": ("possible", "positive"),
        "possible": ("possible", "positive"),
        "unlikely": ("possible", "negative"),
        "impossible": ("possible", "negative"),
        "imminent": ("asserted", "positive"),
    }.get(noun.low)
    return found


def _stands(clauses: Clauses, v: int) -> str | None:
    """Give the tense of "talks are over", "talks are ahead"; None where that is not all."""
    chunks = clauses.chunks
    following = chunks[v + 1] if v + 1 < len(chunks) else None
    behind = chunks[v + 2].kind if v + 2 < len(chunks) else ""
    if following is None or behind in ("NP", "T"):
        return None
    return {"over": "past", "ahead": "future"}.get(following.low)


def _until(clauses: Clauses, building: Building, v: int) -> None:
    """Take the new day of what was postponed."""
    chunks = clauses.chunks
    for k in range(v + 1, min(v + 6, len(chunks))):
        if (
            chunks[k].kind == "P"
            and chunks[k].low in ("until", "till", "to")
            and k + 1 < len(chunks)
        ):
            if chunks[k + 1].time is not None:
                building.time = chunks[k + 1].time
            return


def _only_phrases(clauses: Clauses, i: int, v: int) -> bool:
    """Whether between the noun at i and the verb at v there are only phrases and asides."""
    chunks = clauses.chunks
    depth = 0
    for k in range(i + 1, v):
        kind = chunks[k].kind
        if kind in ("SUB", ";", "R"):
            return False
        if kind == "V" and not (
            reduced_relative(chunks, k)
            or _aside_participle(clauses, k)
            or _dated_participle(clauses, k)
            or _aimed(clauses, k)
            or _aimed(clauses, k - 2)
        ):
            return False
        depth += kind == "C"
    before = next((k for k in range(i - 1, -1, -1) if chunks[k].kind not in ("T", "C")), None)
    if before is not None and chunks[before].low in ("after", "before", "since", "until"):
        return True
    return before is None or chunks[before].kind not in ("P", "V") or before < 0
