"""The words of a sentence that say that people are harmed, and in which voice they say it."""

from collections.abc import Iterator

from newsfacts.text import Token
from newsfacts_casualties import lexicon
from newsfacts_casualties.adverbials import behind_adverbials
from newsfacts_casualties.bodily import hit_by, struck_at, survived, to_hospital, wounds_at
from newsfacts_casualties.helpers import find_helpers, shared_be
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import Sentence

_COUNTED = (["death"], ["body"], ["casualty"], ["fatality"])
_OUTLIVED = (["survive", "the"], ["survived", "the"], ["outlive", "the"], ["outlived", "the"])
_NUMBERED = (["numbered"], ["totaled"], ["totalled"])
_ARTICLES = ("a", "an", "the", "his", "her", "their", "its", "another")
# A count of somebody's own is one of goals or the like: "raised his tally to 19".
_OWN = (["his"], ["her"], ["their"], ["its"], ["personal"])


def find_predicates(sentence: Sentence) -> list[Predicate]:
    """Find the predicates of harm in a sentence, in order, none overlapping."""
    return list(_scan(sentence))


def _scan(sentence: Sentence) -> Iterator[Predicate]:
    read = sentence.read
    verbs = lexicon.verbs()
    phrases = lexicon.phrases()
    adjectives = lexicon.adjectives()
    events = lexicon.harm_nouns("event")
    toll = lexicon.words("harm", "toll", "words")
    losses = lexicon.words("harm", "toll", "losses")
    lives = lexicon.words("harm", "lives", "words")
    harmful = lexicon.harmful_words()
    words = sentence.words
    agents = lexicon.agents()
    wounds = lexicon.words("wounds", "nouns", "words")
    striking = lexicon.words("wounds", "striking", "words")
    taken, totals = lexicon.grammar("taken"), lexicon.grammar("totals")
    reached = 0
    for at in [at for at, word in enumerate(words) if word in harmful]:
        if at < reached or read[at].kind != "word":
            continue
        word = words[at]
        found: Predicate | None = None
        if word in phrases:
            for phrase in phrases[word]:
                end = at + len(phrase.words)
                if words[at:end] == phrase.words:
                    found = _phrase(sentence, at, end, phrase.harm)
                    break
        if found is None and word == "victims" and words[at + 1 : at + 2] in _NUMBERED:
            found = Predicate(at, at + 1, "killed", "toll", at)
        if found is None and word in agents and words[at + 1 : at + 2] == ["of"]:
            found = Predicate(at, at + 1, agents[word], "nominal", at)
        if found is None and at in sentence.covering:
            continue
        if found is None and word in wounds:
            found = wounds_at(sentence, at)
        if found is None and word in striking:
            found = hit_by(sentence, at) or struck_at(sentence, at)
        if found is None and word in taken:
            found = to_hospital(sentence, at)
        if found is None and word == "count" and words[at - 1 : at] in _COUNTED:
            found = Predicate(at, at + 1, _toll_harm(read, at), "toll", at)
        if found is None and word in toll and words[at - 1 : at] not in _OWN:
            found = Predicate(at, at + 1, _toll_harm(read, at), "toll", at)
        if found is None and word in losses:
            found = Predicate(at, at + 1, "killed", "toll", at)
        if found is None and word in lives:
            found = Predicate(at, at + 1, "killed", "lives", at)
        if found is None and word in adjectives:
            found = _adjective(sentence, at, adjectives[word])
        if found is None and word in verbs:
            found = _verb(sentence, at, verbs[word])
        if found is None and word in events and "attempted" in words[max(0, at - 3) : at]:
            continue
        if found is None and word == "number" and words[at + 1 : at + 2] == ["of"]:
            found = _number_of(sentence, at)
        if found is None and word in totals and at and _raised(read, at):
            found = Predicate(at, at + 1, "killed", "toll", at)
        if found is None and word in events and words[at - 2 : at] not in _OUTLIVED:
            found = Predicate(at, at + 1, events[word], "nominal", at)
        if found is None:
            continue
        if found.voice != "none":
            yield found
        reached = found.last


def _raised(read: list[Token], at: int) -> bool:
    """Tell the total that a new figure raises: "raising the overall total to 26"."""
    words = {read[k].lower for k in range(max(0, at - 4), at)}
    behind = [token.lower for token in read[at + 1 : at + 4]]
    if behind[:1] == ["number"]:
        behind = behind[1:]  # "the total number of"
    if behind[:1] == ["of"] and behind[1:2] and behind[1] in lexicon.not_people():
        return False  # "brought the number of guns seized to four"
    return bool(words & lexicon.grammar("raising"))


def _number_of(sentence: Sentence, at: int) -> Predicate | None:
    """Read "the number of captives was more than 70" as a running count."""
    words = sentence.words
    counted = lexicon.counted()
    for position in range(at + 2, min(len(words) - 1, at + 6)):
        harm = counted.get(words[position])
        if harm is not None:
            end = position + 1 + (words[position + 1] in ("may", "might", "could", "will"))
            if words[end : end + 1] and words[end] in lexicon.words("harm", "toll", "change"):
                return Predicate(at, position + 1, harm, "toll", at)
            if words[end] in _BY_WHAT and _changes_behind(words, end):
                return Predicate(at, position + 1, harm, "toll", at)
            return None
    return None


_BY_WHAT = frozenset(("by", "in", "across", "from", "during", "since", "at", "on"))


def _changes_behind(words: list[str], at: int) -> bool:
    """Tell a count that changes: "the number of people killed by the storm has climbed to 714"."""
    for position in range(at + 1, min(len(words) - 1, at + 14)):
        if words[position] in (",", ";", ".", "who", "that"):
            return False
        if words[position] in lexicon.grammar("toll_changes"):
            return words[position + 1] in ("to", "from", "above", "past")
    return False


def _toll_harm(read: list[Token], at: int) -> str:
    before = read[at - 1].lower if at else ""
    if before in ("casualty", "casualties"):
        return "casualties"
    of = [token.lower for token in read[at + 1 : at + 4]]
    behind = of[-1] if of[:2] == ["of", "the"] else of[1] if of[:1] == ["of"] and of[1:] else ""
    for word in (before, behind):
        if word in ("injury", "injured", "wounded", "injuries"):
            return "injured"
        if word == "missing":
            return "missing"
    return "killed"


def _after_adverbs(sentence: Sentence, at: int) -> int:
    read = sentence.read
    while at < len(read) and (
        (read[at].lower.endswith("ly") and at not in sentence.starting)
        or (read[at].lower in ("also", "as", "down", "up") and at + 1 in sentence.starting)
    ):
        at += 1
    return at


def _object_follows(sentence: Sentence, at: int) -> bool:
    position = _after_adverbs(sentence, at)
    index = sentence.starting.get(position)
    if index is None:
        return False
    group = sentence.groups[index]
    return group.count.unit != "time"


def behind_aside(sentence: Sentence, at: int) -> int:
    """Give the token behind an aside before an object: "murdered, at gunpoint, a guard"."""
    words = sentence.words
    dashes = words[at : at + 2] == ["-", "-"]
    if not dashes and words[at : at + 1] != [","]:
        return at
    first = at + 2 if dashes else at + 1
    if words[first : first + 1] not in _ASIDE:
        return at
    for position in range(first + 1, min(len(words), first + 8)):
        if dashes and words[position : position + 2] == ["-", "-"]:
            return position + 2
        if not dashes and words[position] == ",":
            return position + 1 if position + 1 in sentence.starting else at
        if words[position] in lexicon.verbs():
            return at
    return at


def behind_thing(sentence: Sentence, at: int) -> int:
    """Give the token behind a thing and "and": "killed a horse and two riders"."""
    words = sentence.words
    if words[at : at + 1] == [] or words[at] not in lexicon.grammar("determined"):
        return at
    for position in range(at + 1, min(len(words) - 1, at + 5)):
        if words[position] == "and":
            thing = words[position - 1]
            known = thing in lexicon.not_people() or thing in lexicon.grammar("settlements")
            people = sentence.starting.get(position + 1)
            if not known or people is None or sentence.groups[people].count.value == 0:
                return at
            return position + 1 if sentence.groups[people].head >= 0 else at
        if sentence.read[position].kind != "word" or position in sentence.covering:
            return at
    return at


_SINGLE = frozenset(("one", "single", "a", "another", "first", "warning", "second", "last"))
_FIRED = frozenset(("fired", "fire", "fires", "firing", "heard", "hear", "squeezed", "rang"))
_ASIDE = (["at"], ["on"], ["in"], ["with"], ["by"], ["during"])


def _left_phrase(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun phrase of people ends right before a token, adverbs aside."""
    position = at - 1
    while position >= 0 and sentence.read[position].lower.endswith("ly"):
        position -= 1
    return position in sentence.covering


_PARTIES = frozenset(("suspect", "suspects", "victim", "victims"))


def _verb(sentence: Sentence, at: int, form: lexicon.VerbForm) -> Predicate | None:
    read = sentence.read
    size = len(read)
    following = read[at + 1].lower if at + 1 < size else ""
    before = read[at - 1].lower if at else ""
    none = Predicate(at, at + 1, form.harm, "none", at)
    if form.form == "ing" and following in _PARTIES:
        return none  # "the two shooting suspects"
    if before in lexicon.words("harm", "not_harm", "animals") and sentence.words[
        at
    ] in lexicon.harm_nouns("event"):
        return none  # "cattle slaughter"
    if sentence.words[at] == "wound" and following in ("up", "down", "round"):
        return none
    if sentence.words[at] == "burns" and read[at].text == "Burns" and not sentence.upper:
        return none
    if following in lexicon.words("harm", "not_harm", "after") and not sentence.starting.get(
        at + 1
    ):
        return none
    if before in lexicon.words("harm", "not_harm", "before"):
        return none
    if "attempted" in sentence.words[max(0, at - 3) : at]:
        return none
    if (
        sentence.words[at] == "shot"
        and (before in _SINGLE or read[at - 1].kind == "number")
        and (not _FIRED.isdisjoint(sentence.words[max(0, at - 4) : at + 4]))
    ):
        return none  # "fired one shot"
    if following == "down" and sentence.words[at].startswith("sho"):
        return _shot_down(sentence, at, none)
    if (
        form.form == "base"
        and at
        and read[at].text[:1].isupper()
        and (not sentence.upper or read[at].lower in ("lynch", "stone"))
    ):
        return none  # a name: Stone, Lynch
    kind, first, helper = find_helpers(sentence, at)
    singular = None
    if form.form == "base" and kind != "modal" and before != "to" and (
        sentence.words[at] in ("free", "wound")
        and not (
            sentence.words[at] == "wound" and before in ("and", "or")
            and _object_follows(sentence, at + 1)
        )
    ):  # fmt: skip
        return none if kind != "be" else None  # "free traders", "wound dressing"
    if kind == "be":
        singular = read[first].lower in ("was", "is", "has", "gets")
        if read[first].lower in ("be", "been", "being"):
            singular = None
    elif kind == "have":
        singular = True if read[first].lower == "has" else None
    if not kind and form.weak and form.form == "ed" and _missed(sentence, at):
        return none
    weak = form.weak
    perfect = kind == "have" or helper.startswith("been")

    def make(voice: str, *, finite: bool = True) -> Predicate:
        return Predicate(at, at + 1, form.harm, voice, first, weak, singular, perfect, finite)

    if form.use == "intransitive":
        if form.form == "ing":
            if before in lexicon.grammar("determined") or (following == "of" and kind != "be"):
                return none if form.harm != "killed" else make("passive", finite=False)
            return make("passive", finite=kind == "be")
        if (
            form.form == "base"
            and kind != "modal"
            and before != "to"
            and (not _left_phrase(sentence, at))
        ):
            return none
        return make("passive")
    if form.form == "ing":
        if kind == "be" and helper in ("was", "were", "is", "are", "been", "be"):
            return make("active") if _object_follows(sentence, at + 1) else none
        if (
            before in lexicon.grammar("determined")
            or following == "of"
            or (before.endswith(("'s", "’s")))
        ):
            return make("nominal")
        if _object_follows(sentence, at + 1):
            return make("active", finite=False)
        if following in ("and", "or", ",") or behind_thing(sentence, at + 1) > at + 1:
            return make("active", finite=False)
        return make("nominal")
    if form.form in ("base", "s") and _is_noun(sentence, at, kind):
        return make("nominal")
    if form.form in ("base", "s", "past"):
        if (
            form.form == "base"
            and form.harm in ("injured",)
            and before in lexicon.grammar("determined")
        ):
            return none
        if before in lexicon.grammar("determined") and form.form == "base":
            if following in ("[", "(") and at + 2 < size and read[at + 2].lower == "of":
                return make("nominal")
            late = following in lexicon.grammar("between_of") and any(
                read[k].lower == "of" for k in range(at + 2, min(size, at + 10))
            )
            return make("nominal") if following == "of" or late else none
        if following == "of" and (
            form.form == "base" or (form.form == "s" and before in lexicon.grammar("determined"))
        ):
            return make("nominal")
        if form.use == "either" and not _object_follows(sentence, at + 1):
            return make("passive")
        if form.form == "base" and kind == "be":  # hurt, shot, beat
            return make("passive")
        return make("active")
    # past tense or participle: the voice is in the words around
    if before == "the" and following in ("include", "includes", "included", "were", "are"):
        return none  # "the wounded include"
    if (
        form.harm == "missing"
        and form.use == "transitive"
        and sentence.words[at] != "trapped"
        and not _object_follows(sentence, at + 1)
    ):
        return none  # "were buried" alone is a funeral; under rubble, it is a phrase
    if kind == "be":
        return make("passive")
    if kind == "have" or kind == "modal":
        if form.use == "either" and not _object_follows(sentence, at + 1):
            return make("passive")
        return make("active")
    if form.use == "either" and not _object_follows(sentence, at + 1):
        return make("passive")
    if _object_follows(sentence, at + 1):
        # "those killed two soldiers" is rare; "12 people killed, 30 hurt" has a comma
        return make("active")
    if before in ("who", "which", "that", "whom") or following in ("himself", "herself"):
        return make("active")
    if form.form in ("ed", "past") and (
        behind_aside(sentence, at + 1) > at + 1
        or behind_adverbials(sentence, at + 1) > at + 1
        or behind_thing(sentence, at + 1) > at + 1
    ):
        return make("active")
    if following in ("and", "or") and _coordinated_object(sentence, at + 2):
        return make("active")
    if before in ("and", "or") and at > 1 and read[at - 2].lower in lexicon.verbs():
        return make("joined")
    if (be := shared_be(sentence, at)) is not None:
        single = read[be].lower == "was" or None
        return Predicate(at, at + 1, form.harm, "passive", be, weak, single)
    if form.harm in ("released", "detained") and following == "to":
        return none
    if (
        following
        and following not in lexicon.grammar("words_after_participle")
        and read[at + 1].kind == "word"
        and (
            following not in lexicon.stop_words()
            or following in ("him", "them", "us", "it", "you")
            or following in ("the", "his", "her", "their", "its")
        )
        and not (at + 2 < size and read[at + 2].lower == "times")
    ):
        return none
    return make("participle")


def _shot_down(sentence: Sentence, at: int, none: Predicate) -> Predicate:
    """Tell people shot down by gunmen from pilots, and from bills and speakers that are."""
    index = sentence.starting.get(at + 2)
    if index is not None and at - 1 in sentence.covering:
        by = sentence.groups[sentence.covering[at - 1]]
    elif sentence.words[at + 2 : at + 3] == ["by"] and at + 3 in sentence.starting:
        by = sentence.groups[sentence.starting[at + 3]]
    else:
        return none
    if by.kind not in ("militant", "perpetrator", "military", "police"):
        return none
    if index is not None:
        return Predicate(at, at + 2, "killed", "active", at)
    kind, first, _ = find_helpers(sentence, at)
    return Predicate(at, at + 2, "killed", "passive" if kind == "be" else "participle", first)


def _is_noun(sentence: Sentence, at: int, kind: str) -> bool:
    """Tell "the mayor's murder" and "the recent murder in Duvel of" from the verb."""
    words = sentence.words
    if words[at] not in lexicon.harm_nouns("event") or at < 2 or kind == "modal":
        return False
    before = words[at - 1]
    if before.endswith(("'s", "’s")) or (before in ("'", "’") and words[at - 2].endswith("s")):
        return True
    return (
        words[at - 2] in lexicon.grammar("determined")
        and at - 1 not in sentence.covering
        and sentence.read[at - 1].kind == "word"
        and before not in lexicon.stop_words()
        and not before.endswith("ly")
    )


def _missed(sentence: Sentence, at: int) -> bool:
    """Tell "shot at the officers", "shot through the door", "someone shot at the barn"."""
    read = sentence.read
    following = read[at + 1].lower if at + 1 < len(read) else ""
    if following in ("through", "into", "toward", "towards"):
        return True
    if following != "at":
        return False
    before = read[at - 1].lower if at else ""
    return at + 2 in sentence.starting or before in lexicon.words("victims", "pronouns", "singular")


def _coordinated_object(sentence: Sentence, at: int) -> bool:
    """Tell "killed and wounded 30 people" from "12 people killed and wounded"."""
    read = sentence.read
    while at < len(read) and read[at].lower.endswith("ly"):
        at += 1
    return (
        at < len(read) and read[at].lower in lexicon.verbs() and _object_follows(sentence, at + 1)
    )


def _phrase(sentence: Sentence, at: int, end: int, harm: str) -> Predicate | None:
    read = sentence.read
    word = read[at].lower
    form = lexicon.verbs().get(word)
    kind, first, helper = find_helpers(sentence, at)
    singular = None
    if kind == "be":
        singular = True if read[first].lower in ("was", "is", "has") else None
    text = " ".join(each.lower for each in read[at:end])
    if text in lexicon.grammar("reflexive"):
        if text.startswith(("shot ", "shooting ")) and survived(sentence, at, end):
            return Predicate(at, end, "injured", "passive", first, singular=True)
        return Predicate(at, end, harm, "passive", first, singular=True)
    weak = harm == "injured" and not {"wounded", "injured"} & set(text.split())
    if word == "in" and text.endswith(("hospital", "hospitals")) and kind != "be":
        return None  # "works in hospital"
    if word in ("in", "with", "under", "behind", "unaccounted"):
        return Predicate(at, end, harm, "passive", first, True, singular)
    if text.endswith(" held") and read[end : end + 1] and (
        read[end].lower in lexicon.words("harm", "not_harm", "held")
    ):  # fmt: skip
        return Predicate(at, end, harm, "none", at)
    if kind == "be":
        return Predicate(at, end, harm, "passive", first, weak, singular, helper.startswith("been"))
    if form is not None and not kind and (be := shared_be(sentence, at)) is not None:
        return Predicate(at, end, harm, "passive", be, weak, read[be].lower == "was" or None)
    active = form is not None or word in lexicon.grammar("active_first")
    if text in lexicon.grammar("subject"):
        return Predicate(at, end, harm, "passive", first, weak)
    if active and _object_follows(sentence, end):
        return Predicate(at, end, harm, "active", first, finite=not word.endswith("ing"))
    if form is not None and not kind and read[end : end + 1] and read[end].lower in _ARTICLES:
        return Predicate(at, end, harm, "none", at)  # "shot and killed a bear"
    if kind in ("have", "modal") and not active:
        return Predicate(at, end, harm, "passive", first)
    if word in ("blew", "slit", "cut", "slitting"):
        return None
    adjacent = not kind and sentence.covering.get(at - 1) is not None
    voice = (
        "participle"
        if form is not None or adjacent or word in lexicon.grammar("participles")
        else "passive"
    )
    return Predicate(at, end, harm, voice, first, weak)


def _adjective(sentence: Sentence, at: int, harm: str) -> Predicate | None:
    read = sentence.read
    before = read[at - 1].lower if at else ""
    following = read[at + 1].lower if at + 1 < len(read) else ""
    none = Predicate(at, at + 1, harm, "none", at)
    if following in lexicon.words("harm", "not_harm", "after"):
        return none
    if read[at].lower == "dead" and following in lexicon.words("harm", "not_harm", "after_dead"):
        return none
    form = lexicon.verbs().get(read[at].lower)
    kind, first, _helper = find_helpers(sentence, at)
    if form is not None:
        return None  # as a verb
    if read[at].lower == "fatally":
        return None
    if following in lexicon.words("harm", "not_harm", "animals"):
        return none  # "three dead whales"
    if (
        read[at].lower == "missing"
        and following == "from"
        and (
            not lexicon.words("harm", "not_harm", "rosters").isdisjoint(
                sentence.words[at + 2 : at + 5]
            )
        )
    ):
        return none  # "missing from the debate"
    if kind == "be":
        singular = True if read[first].lower in ("was", "is") else None
        return Predicate(at, at + 1, harm, "passive", first, False, singular)
    if kind == "have" and read[at].lower == "disappeared":
        return Predicate(at, at + 1, harm, "passive", first)
    if _left_phrase(sentence, at):
        return Predicate(at, at + 1, harm, "participle", at)
    if before in ("the",) or before in ("found", "pronounced", "declared"):
        if before == "the":
            return none
        return Predicate(at, at + 1, harm, "passive", at)
    if before in ("and", "or", ","):
        return Predicate(at, at + 1, harm, "joined", at)
    return none
