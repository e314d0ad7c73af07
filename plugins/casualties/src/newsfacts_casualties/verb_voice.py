"""In which voice a verb harms, by its form and the words around it."""

from typing import NamedTuple

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
_COASTS = frozenset(("coast", "coasts", "shore", "shores", "island", "islands"))
_PARTIES = frozenset(("suspect", "suspects", "victim", "victims"))


class _Verb(NamedTuple):
    """A verb of harm with its helpers ("was", "have been") and the words beside it.

    `kind` and `helper` are as of `find_helpers`; `first` is the first token of the verb group,
    and `singular` tells whether its helper is.
    """

    sentence: Sentence
    at: int
    form: lexicon.VerbForm
    before: str
    following: str
    kind: str
    helper: str
    first: int
    singular: bool | None

    def make(self, voice: str, *, finite: bool = True) -> Predicate:
        """Give the predicate of the verb in a voice."""
        at, form = self.at, self.form
        perfect = self.kind == "have" or self.helper.startswith("been")
        return Predicate(
            at, at + 1, form.harm, voice, self.first, form.weak, self.singular, perfect, finite
        )

    def none(self) -> Predicate:
        """Give the predicate that tells of no harm."""
        return Predicate(self.at, self.at + 1, self.form.harm, "none", self.at)


def read_verb(sentence: Sentence, at: int, form: lexicon.VerbForm) -> Predicate | None:
    """Give the predicate of a verb; one of voice "none" where its words tell of no harm."""
    read = sentence.read
    following = read[at + 1].lower if at + 1 < len(read) else ""
    before = read[at - 1].lower if at else ""
    none = Predicate(at, at + 1, form.harm, "none", at)
    if _tells_no_harm(sentence, at, form, before, following):
        return none
    if following == "down" and sentence.words[at].startswith("sho"):
        return _shot_down(sentence, at, none)
    if form.form == "base" and _is_own_name(sentence, at):
        return none
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
        singular = read[first].lower in {"was", "is", "has", "gets"}
        if read[first].lower in {"be", "been", "being"}:
            singular = None
    elif kind == "have":
        singular = True if read[first].lower == "has" else None
    if form.weak and form.form == "ed" and (
        (following == "at" and _shot_at(sentence, at)) or (not kind and _missed(sentence, at))
    ):  # fmt: skip
        return none
    verb = _Verb(sentence, at, form, before, following, kind, helper, first, singular)
    if form.use == "intransitive":
        return _of_intransitive(verb)
    if form.form == "ing":
        return _of_ing(verb)
    if form.form in {"base", "s"} and _is_noun(sentence, at, kind):
        return verb.make("nominal")
    return _of_present(verb) if form.form in {"base", "s", "past"} else _of_participle(verb)


def _tells_no_harm(
    sentence: Sentence, at: int, form: lexicon.VerbForm, before: str, following: str
) -> bool:
    """Tell a verb whose neighbours give it another sense: "fired one shot", "wound up"."""
    read = sentence.read
    if form.form == "ing" and following in _PARTIES:
        return True  # "the two shooting suspects"
    if before in lexicon.words("harm", "not_harm", "animals") and sentence.words[
        at
    ] in lexicon.harm_nouns("event"):
        return True  # "cattle slaughter"
    if sentence.words[at] == "wound" and following in {"up", "down", "round"}:
        return True
    if sentence.words[at] == "burns" and read[at].text == "Burns" and not sentence.upper:
        return True
    if following in lexicon.words("harm", "not_harm", "after") and not sentence.starting.get(
        at + 1
    ):
        return not (following == "off" and _at_sea(sentence, at, form))
    if before in lexicon.words("harm", "not_harm", "before"):
        return True
    if "attempted" in sentence.words[max(0, at - 3) : at]:
        return True
    return (
        sentence.words[at] == "shot"
        and (before in _SINGLE or read[at - 1].kind == "number")
        and (not _FIRED.isdisjoint(sentence.words[max(0, at - 4) : at + 4]))
    )


def _at_sea(sentence: Sentence, at: int, form: lexicon.VerbForm) -> bool:
    """Tell "drowned off Duvel", "killed off the coast of" from "killed off the project"."""
    return form.use != "transitive" or not _COASTS.isdisjoint(sentence.words[at + 2 : at + 6])


def _is_own_name(sentence: Sentence, at: int) -> bool:
    """Tell a name that is spelled as a verb is: Stone, Lynch."""
    read = sentence.read
    return (
        at > 0
        and read[at].text[:1].isupper()
        and (not sentence.upper or read[at].lower in ("lynch", "stone"))
    )


def _of_intransitive(verb: _Verb) -> Predicate:
    """Read a verb that has no object: "died", "is dying"."""
    sentence, at, form, before, following, kind, *_ = verb
    if form.form == "ing":
        if before in lexicon.grammar("determined") or (following == "of" and kind != "be"):
            return verb.none() if form.harm != "killed" else verb.make("passive", finite=False)
        return verb.make("passive", finite=kind == "be")
    if (
        form.form == "base"
        and kind != "modal"
        and before != "to"
        and (not phrase_before(sentence, at))
        and not _behind_rate(sentence, at)
    ):
        return verb.none()
    return verb.make("passive")


def _behind_rate(sentence: Sentence, at: int) -> bool:
    """Tell "30 people a day die" from a noun that only looks like the verb."""
    words = sentence.words
    rate = words[at - 1] in _SPANS and at > 2 and words[at - 2] in _EACH
    return rate and phrase_before(sentence, at - 2)


_SPANS = frozenset(("day", "week", "month", "year", "hour", "night"))
_EACH = frozenset(("a", "an", "every", "each", "per"))


def _of_ing(verb: _Verb) -> Predicate:
    """Read a participle in -ing: "was killing", "killing 12", "the killing of"."""
    sentence, at, _, before, following, kind, helper, *_ = verb
    if kind == "be" and helper in ("was", "were", "is", "are", "been", "be"):
        return verb.make("active") if object_follows(sentence, at + 1) else verb.none()
    if (
        before in lexicon.grammar("determined")
        or following == "of"
        or (before.endswith(("'s", "’s")))
    ):
        return verb.make("nominal")
    if object_follows(sentence, at + 1):
        return verb.make("active", finite=False)
    if following in ("and", "or", ",") or behind_thing(sentence, at + 1) > at + 1:
        return verb.make("active", finite=False)
    return verb.make("nominal")


def _of_present(verb: _Verb) -> Predicate:
    """Read a form that is no participle: "kills", "to kill", "shot", "the murder of"."""
    sentence, at, form, before, following, kind, *_ = verb
    read = sentence.read
    size = len(read)
    if (
        form.form == "base"
        and form.harm in ("injured",)
        and before in lexicon.grammar("determined")
    ):
        return verb.none()
    if before in lexicon.grammar("determined") and form.form == "base":
        if following in ("[", "(") and at + 2 < size and read[at + 2].lower == "of":
            return verb.make("nominal")
        late = following in lexicon.grammar("between_of") and any(
            read[k].lower == "of" for k in range(at + 2, min(size, at + 10))
        )
        return verb.make("nominal") if following == "of" or late else verb.none()
    if following == "of" and (
        form.form == "base" or (form.form == "s" and before in lexicon.grammar("determined"))
    ):
        return verb.make("nominal")
    if form.use == "either" and not object_follows(sentence, at + 1):
        return verb.make("passive")
    if form.form == "base" and kind == "be":  # hurt, shot, beat
        return verb.make("passive")
    return verb.make("active")


def _of_participle(verb: _Verb) -> Predicate:
    """Read past tense or participle alike, whose voice is in the words around it."""
    sentence, at, form, before, following, kind, *_ = verb
    read = sentence.read
    size = len(read)
    if before == "the" and following in {"include", "includes", "included", "were", "are"}:
        return verb.none()  # "the wounded include"
    if (
        form.harm == "missing"
        and form.use == "transitive"
        and sentence.words[at] != "trapped"
        and not object_follows(sentence, at + 1)
    ):
        return verb.none()  # "were buried" alone is a funeral; under rubble, it is a phrase
    if kind == "be":
        return verb.make("passive")
    if kind == "have" or kind == "modal":
        if form.use == "either" and not object_follows(sentence, at + 1):
            return verb.make("passive")
        return verb.make("active")
    if form.use == "either" and not object_follows(sentence, at + 1):
        return verb.make("passive")
    if object_follows(sentence, at + 1):
        # "those killed two soldiers" is rare; "12 people killed, 30 hurt" has a comma
        return verb.make("active")
    if before in ("who", "which", "that", "whom") or following in ("himself", "herself"):
        return verb.make("active")
    if form.form in ("ed", "past") and (
        behind_aside(sentence, at + 1) > at + 1
        or behind_adverbials(sentence, at + 1) > at + 1
        or behind_thing(sentence, at + 1) > at + 1
    ):
        return verb.make("active")
    if following in ("and", "or") and coordinated_object(sentence, at + 2):
        return verb.make("active")
    if before in ("and", "or") and at > 1 and read[at - 2].lower in lexicon.verbs():
        return verb.make("joined")
    if (be := shared_be(sentence, at)) is not None:
        single = read[be].lower == "was" or None
        return Predicate(at, at + 1, form.harm, "passive", be, form.weak, single)
    if form.harm in ("released", "detained") and following == "to":
        return verb.none()
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
        return verb.none()
    return verb.make("participle")


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


_MISSED = frozenset((
    "by", "after", "while", "when", "as", "and", "but", "in", "on", "during", "from", "near",
    "outside", "inside", "early", "late", "last", "again", "multiple", "several", "before", "then",
    "with", "who", "overnight", ".", ",", ";", ")",
))  # fmt: skip


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


def _shot_at(sentence: Sentence, at: int) -> bool:
    """Tell "was shot at by two men", "were shot at Sunday" from "was shot at about noon"."""
    behind = sentence.words[at + 2] if at + 2 < len(sentence.words) else "."
    return behind in _MISSED or (behind.endswith("day") and behind in lexicon.naming_days())
