"""Small steps over dependency trees and entities."""

from typing import Any

from spacy.tokens import Span, Token

from newsfacts.text.countries import capitals, country_by_name, country_name
from spacy_peer.words import ASK_VERBS, DONE, NOT_VERBS, PLAN_VERBS, ROLE_STOP, SAID


def conjuncts(token: Token) -> list[Token]:
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token]


def children(token: Token, *relations: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in relations]


def trimmed(entity: Span) -> Span:
    """The name without its possessive ending, article and "Mr"."""
    start, end = entity.start, entity.end
    while end > start + 1 and entity.doc[end - 1].lower_ in ("'s", "’s", "'", "’"):
        end -= 1
    while start < end - 1 and entity.doc[start].lower_.rstrip(".") in ("the", *ROLE_STOP):
        start += 1
    return entity.doc[start:end]


def entity_of(token: Token) -> Span | None:
    if not token.ent_type_:
        return None
    start, end = token.i, token.i + 1
    while token.doc[start].ent_iob_ == "I" and start:
        start -= 1
    while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
        end += 1
    return Span(token.doc, start, end, label=token.ent_type_)


def place_of(entity: Span | None) -> dict[str, Any] | None:
    if entity is None:
        return None
    name = trimmed(entity).text
    code = country_by_name(name)
    return {
        "name": country_name(code) if code else name, "country": code or capitals().get(name),
        "admin1": None, "lat": None, "lon": None, "geonames_id": None,
    }  # fmt: skip


def counted_before(cue: Token) -> Token | None:
    """The head of "two others" in "two others injured", where the tree does not tell."""
    if cue.pos_ not in ("VERB", "ADJ") or cue.tag_ not in ("VBN", "VBD", "JJ"):
        return None
    for back in range(1, 6):
        if cue.i - back < cue.sent.start or cue.nbor(-back).is_punct:
            return None
        if cue.nbor(-back).lower_ in DONE or cue.nbor(-back).lower_ in ("and", "killed", "dead"):
            return None
        if cue.nbor(-back).like_num and cue.nbor(-back).ent_type_ == "CARDINAL":
            number = cue.nbor(-back)
            return number.head if number.dep_ == "nummod" and number.head.i < cue.i else number
    return None


def fatal(verb: Token) -> bool:
    """ "shot and killed", "shot dead", "fatally shot": the death is told elsewhere."""
    near = {each.lower_ for each in [*verb.children, *verb.conjuncts, *verb.ancestors]}
    return bool(near & {"killed", "dead", "death", "fatally", "died"})


def manner(cue: Token) -> tuple[str, str, str]:
    """Give modality, polarity and tense of a verb or noun, from the verbs that govern it."""
    verbs = [cue, *[each for each in cue.ancestors if each.pos_ in ("VERB", "AUX")][:2]]
    if (
        cue.pos_ == "NOUN"
        and len(verbs) > 1
        and cue.dep_ not in ("dobj", "nsubj", "nsubjpass", "pobj")
    ):
        verbs = verbs[:2]
    near = [verbs[0]]
    for verb in verbs[1:]:
        if near[-1].dep_ in (
            "xcomp",
            "ccomp",
            "dobj",
            "nsubj",
            "nsubjpass",
            "pobj",
            "acomp",
            "oprd",
        ):
            if verb.lemma_ in SAID:
                break
            near.append(verb)
        else:
            break
    modality, polarity = "asserted", "positive"
    helpers = [child for verb in near for child in children(verb, "aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    lemmas = {verb.lemma_ for verb in near[1:]}
    if words & {"may", "might", "could"} or lemmas & {"fear", "believe"}:
        modality = "possible"
    elif words & {"would", "should"}:
        modality = "hypothetical" if "would" in words else "requested"
    elif lemmas & PLAN_VERBS:
        modality = "planned"
    elif lemmas & ASK_VERBS:
        modality = "requested"
    if any(children(verb, "neg") for verb in near) or lemmas & NOT_VERBS:
        polarity = "negative"
    finite = next((verb for verb in near if verb.pos_ in ("VERB", "AUX")), cue)
    tags = {child.tag_ for child in helpers} | {finite.tag_, near[-1].tag_}
    if (
        words & {"will", "shall", "wo"}
        or modality != "asserted"
        or "due" in {child.lower_ for verb in near for child in children(verb, "acomp")}
    ) or ("to" in words and {"is", "are"} & {each.lower_ for each in near}):
        tense = "future"
    elif "VBD" in tags or "VBN" in tags:
        tense = "past"
    elif {"VBZ", "VBP", "VBG"} & tags:
        tense = "present"
    else:
        tense = "unspecified"
    return modality, polarity, tense
