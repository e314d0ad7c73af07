"""What surrounds a figure: its clause, how sure it is, whether it is denied."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.sentence import Sentence


def first_token(figure: Figure) -> int:
    """Give the first token of a figure and its predicate."""
    heads = [figure.first]
    if figure.predicate is not None:
        heads.append(figure.predicate.head)
    return min(heads)


def last_token(figure: Figure) -> int:
    """Give the token behind a figure and its predicate."""
    ends = [figure.last]
    if figure.predicate is not None:
        ends.append(figure.predicate.last)
    return max(ends)


def clause_start(sentence: Sentence, figure: Figure) -> int:
    """Give the token at which the clause of a figure begins."""
    at = first_token(figure)
    read = sentence.read
    while at > 0:
        word = read[at - 1].lower
        if word in (";", "but", "while", "although", ":") or (word == "." and at > 2):
            break
        if word in RAISING and figure.predicate is not None and figure.predicate.voice == "toll":
            break
        at -= 1
    return at


def clause_end(sentence: Sentence, figure: Figure) -> int:
    """Give the token at which the clause of a figure ends."""
    at = last_token(figure)
    read = sentence.read
    while at < len(read):
        word = read[at].lower
        if word in (";", "but", "while", "although"):
            break
        if word in RAISING and read[at - 1].text == ",":
            break
        at += 1
    return at


RAISING = frozenset(("bringing", "raising", "pushing", "taking", "lifting"))


def modality(sentence: Sentence, figure: Figure) -> str:
    """Tell asserted harm from possible (feared, may have) and hypothetical (could, if, plot)."""
    read = sentence.read
    predicate = figure.predicate
    possible = lexicon.words("context", "modality", "possible")
    if predicate is not None and predicate.voice != "toll":
        group = [read[k].lower for k in range(predicate.head, predicate.last)]
        for k, word in enumerate(group):
            if word in ("may", "might"):
                return "possible"
            if word in ("could", "would", "should", "will", "shall"):
                if word == "could" and "have" in group[k:]:
                    return "hypothetical"
                return "hypothetical"
            if word in ("feared", "presumed", "believed"):
                return "possible"
        before = [read[k].lower for k in range(max(0, predicate.head - 2), predicate.first)]
        if (
            "to" in before
            and predicate.voice != "nominal"
            and read[predicate.first].lower in lexicon.verbs()
            and (
                lexicon.verbs()[read[predicate.first].lower].form == "base" and "have" not in group
            )
        ):
            around = {read[k].lower for k in range(max(0, predicate.head - 7), predicate.head)}
            if not around & lexicon.grammar("achieved"):
                return "hypothetical"
        if "to" in before and predicate.voice == "passive" and "be" in group:
            return "hypothetical"
        if (predicate.voice == "active" and not predicate.finite) or predicate.voice == "nominal":
            window = [read[k].lower for k in range(max(0, predicate.head - 4), predicate.head)]
            if {"of", "at"} & set(window[-1:]) and set(window) & lexicon.grammar("attempts"):
                return "hypothetical"
        if any(
            read[k].lower in ("believed", "feared", "presumed", "thought", "likely", "suspected")
            for k in range(max(0, predicate.head - 3), predicate.head)
        ) and read[predicate.head].lower in ("to", "have", "been", "be"):
            return "possible"
    start = clause_start(sentence, figure)
    left = [
        read[k].lower
        for k in range(max(start, first_token(figure) - 7), first_token(figure))
        if not _month_of_may(sentence, k)
    ]
    if "if" in left or "unless" in left or "whether" in left:
        return "hypothetical"
    if (
        "if" in {read[k].lower for k in range(start, first_token(figure))}
        and read[start].lower == "if"
    ):
        return "hypothetical"
    near = left[-5:]
    found = [word for word in near if word in possible]
    if found and not set(near) & {"said", "confirmed", "killed"}:
        return "possible"
    if set(near[-4:]) & lexicon.grammar("foreseen"):
        return "hypothetical"
    return "asserted"


def _month_of_may(sentence: Sentence, at: int) -> bool:
    """Tell the month from the verb: "on May 17", "in May"."""
    read = sentence.read
    if read[at].lower != "may" or not read[at].text[:1].isupper():
        return False
    following = read[at + 1].text if at + 1 < len(read) else ""
    before = read[at - 1].lower if at else ""
    return (
        following[:1].isdigit()
        or before[:1].isdigit()
        or before in ("in", "since", "of", "last", "this", "by", "until")
    )


def negative(sentence: Sentence, figure: Figure) -> bool:
    """Tell a denied figure: "denied that refugees had been wounded"."""
    read = sentence.read
    words = lexicon.words("context", "negation", "words")
    denial = lexicon.words("context", "negation", "denial")
    predicate = figure.predicate
    if figure.count.value == 0:
        return False
    start = clause_start(sentence, figure)
    left = [read[k].lower for k in range(max(start, first_token(figure) - 9), first_token(figure))]
    for k, word in enumerate(left):
        if word in denial and not ("responsibility" in left or "involvement" in left):
            between = left[k + 1 :]
            return "," not in between[2:] and (word != "ruled" or "out" in between)
    if predicate is not None:
        group = [read[k].lower for k in range(predicate.head, predicate.last)]
        if any(word in words for word in group) and "survive" not in group:
            return True
    return False


def untold(sentence: Sentence, figure: Figure) -> bool:
    """Tell what states no figure: "how many drowned", "no reports of casualties"."""
    read = sentence.read
    table = lexicon.phrase_table("context", "negation", "nothing")
    predicate = figure.predicate
    first = first_token(figure)
    for at in range(max(0, first - 6), first + 1):
        end = lexicon.match_phrase(table, read, at)
        if end > at and end <= first + 1:
            words = " ".join(token.lower for token in read[at:end])
            if words == "number of" and (figure.count.value is not None or figure.count.low != 2):
                continue
            if (
                words == "whether"
                and figure.count.modifier != "unspecified"
                and figure.count.value != 1
            ):
                continue
            return True
    if figure.count.modifier == "unspecified" and {"if", "whether"} & {
        read[k].lower for k in range(max(0, first - 4), first)
    }:
        return True
    if figure.count.value == 0:
        start = clause_start(sentence, figure)
        if "if" in {read[k].lower for k in range(start, first)}:
            return True
    if (
        predicate is not None
        and predicate.voice == "active"
        and (figure.count.modifier == "unspecified" or figure.count.value == 1)
    ):
        form = lexicon.verbs().get(read[predicate.first].lower)
        helpers = [read[k].lower for k in range(max(0, predicate.head - 1), predicate.first)]
        if form is not None and form.form == "base" and "to" in helpers and "have" not in helpers:
            window = {read[k].lower for k in range(max(0, predicate.head - 7), predicate.head)}
            return not window & lexicon.grammar("achieved")
    return False
