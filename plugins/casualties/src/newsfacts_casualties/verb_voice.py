"""In which voice a verb harms, by its form and the words around it."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.adverbials import behind_adverbials
from newsfacts_casualties.helpers import find_helpers, shared_be
from newsfacts_casualties.neighbours import (
    behind_aside,
    behind_thing,
    coordinated_object,
    object_follows,
    phrase_before,
)
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import Sentence

_SINGLE = frozenset(("one", "single", "a", "another", "first", "warning", "second", "last"))
_FIRED = frozenset(("fired", "fire", "fires", "firing", "heard", "hear", "squeezed", "rang"))
_PARTIES = frozenset(("suspect", "suspects", "victim", "victims"))


def read_verb(sentence: Sentence, at: int, form: lexicon.VerbForm) -> Predicate | None:
    """Give the predicate of a verb; one of voice "none" where its words tell of no harm."""
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
            and object_follows(sentence, at + 1)
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
            and (not phrase_before(sentence, at))
        ):
            return none
        return make("passive")
    if form.form == "ing":
        if kind == "be" and helper in ("was", "were", "is", "are", "been", "be"):
            return make("active") if object_follows(sentence, at + 1) else none
        if (
            before in lexicon.grammar("determined")
            or following == "of"
            or (before.endswith(("'s", "’s")))
        ):
            return make("nominal")
        if object_follows(sentence, at + 1):
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
        if form.use == "either" and not object_follows(sentence, at + 1):
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
        and not object_follows(sentence, at + 1)
    ):
        return none  # "were buried" alone is a funeral; under rubble, it is a phrase
    if kind == "be":
        return make("passive")
    if kind == "have" or kind == "modal":
        if form.use == "either" and not object_follows(sentence, at + 1):
            return make("passive")
        return make("active")
    if form.use == "either" and not object_follows(sentence, at + 1):
        return make("passive")
    if object_follows(sentence, at + 1):
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
    if following in ("and", "or") and coordinated_object(sentence, at + 2):
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
