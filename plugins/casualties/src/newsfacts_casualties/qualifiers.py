"""What surrounds a figure: its clause, how sure it is, whether it is denied."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.clause_base import Figure
from newsfacts_casualties.predicate import Predicate
from newsfacts_casualties.sentence import Sentence


def first_token(figure: Figure) -> int:
    """Give the first token of a figure and its predicate."""
    predicate = figure.predicate
    if predicate is not None and predicate.head < figure.first:
        return predicate.head
    return figure.first


def last_token(figure: Figure) -> int:
    """Give the token behind a figure and its predicate."""
    predicate = figure.predicate
    if predicate is not None and predicate.last > figure.last:
        return predicate.last
    return figure.last


def clause_start(sentence: Sentence, figure: Figure) -> int:
    """Give the token at which the clause of a figure begins."""
    words = sentence.words
    first = first_token(figure)
    running = figure.predicate is not None and figure.predicate.voice == "toll"
    if not running and _CLAUSE_STARTS.isdisjoint(words[:first]):
        return 0
    for at in range(first, 0, -1):
        word = words[at - 1]
        if word in _CLAUSE_STARTS and (word != "." or at > 2):
            return at
        if running and word in RAISING:
            return at
    return 0


def clause_end(sentence: Sentence, figure: Figure) -> int:
    """Give the token at which the clause of a figure ends."""
    words = sentence.words
    if _ENDING.isdisjoint(sentence.vocabulary):
        return len(words)
    for at in range(last_token(figure), len(words)):
        word = words[at]
        if word in _CLAUSE_ENDS or (words[at - 1] == "," and (word in RAISING or word == "when")):
            return at
    return len(words)


_CLAUSE_ENDS = frozenset((";", "but", "while", "although"))
_CLAUSE_STARTS = _CLAUSE_ENDS | {":", "."}
RAISING = frozenset(("bringing", "raising", "pushing", "taking", "lifting"))
_ENDING = _CLAUSE_ENDS | RAISING | {"when"}


def modality(sentence: Sentence, figure: Figure, start: int) -> str:
    """Tell asserted harm from possible (feared, may have) and hypothetical (could, if, plot).

    `start` is the token at which the clause of the figure begins.
    """
    words = sentence.words
    predicate = figure.predicate
    if predicate is not None and words[predicate.head] == "to" and _of_all(sentence, figure):
        return "asserted"
    if (
        predicate is not None
        and predicate.voice != "toll"
        and (told := _modality_of_verb(words, predicate)) is not None
    ):
        return told
    if predicate is not None and predicate.voice == "toll":
        told = _modality_of_toll(words[predicate.last : figure.first])
        if told is not None:
            return told
    first = first_token(figure)
    begin = max(start, first - 7)
    left = words[begin:first]
    if "may" in left:
        left = [words[k] for k in range(begin, first) if not _month_of_may(sentence, k)]
    if "if" in left or "unless" in left or "whether" in left:
        return "hypothetical"
    if words[start] == "if" and start < first:
        return "hypothetical"
    near = left[-5:]
    if predicate is not None and predicate.voice == "active":
        near = _without_presumed_agents(near)
    if not (
        lexicon.words("context", "modality", "possible").isdisjoint(near)
        or not _CERTAIN.isdisjoint(near)
    ):
        return "possible"
    if not lexicon.grammar("foreseen").isdisjoint(near[-4:]):
        return "hypothetical"
    return "asserted"


def _of_all(sentence: Sentence, figure: Figure) -> bool:
    """Tell "was the third nurse to be killed" from "a nurse to be killed"."""
    group, predicate = figure.group, figure.predicate
    if group is None or predicate is None or predicate.head != group.last:
        return False
    if group.ordinal:
        return True
    words = sentence.words[group.first : group.last]
    return group.definite and (
        not lexicon.grammar("of_all").isdisjoint(words)
        or any(word.endswith("est") for word in words[:-1])
    )


def _without_presumed_agents(near: list[str]) -> list[str]:
    """Leave out what only says who did it: "presumed rebels kidnapped a mayor"."""
    if near[-1:] and near[-1] in _BELIEVE and near[-2:-1] and near[-2] in _BELIEVERS:
        near = near[:-1]  # "the man they believe shot a clerk"
    return [
        word for at, word in enumerate(near)
        if not (word in _SUPPOSED and near[at + 1 : at + 2] and near[at + 1] in lexicon.nouns())
    ]  # fmt: skip


_BELIEVE = frozenset(("believe", "believes", "think", "suspect", "suspects", "believed"))
_BELIEVERS = frozenset((
    "they", "police", "investigators", "detectives", "authorities", "deputies", "officers",
    "prosecutors",
))  # fmt: skip
_CERTAIN = frozenset(("said", "confirmed", "killed"))
_MODALS = {
    "may": "possible", "might": "possible", "feared": "possible", "presumed": "possible",
    "believed": "possible", "could": "hypothetical", "would": "hypothetical",
    "should": "hypothetical", "will": "hypothetical", "shall": "hypothetical",
}  # fmt: skip
_BASES = frozenset(("take", "commit", "lose", "give", "blow", "end"))
_DONE = ("killed", "injured", "abducted")
_INTENT = frozenset(("to", "would", "could", "will", "might", "may"))
_EXPECTED = frozenset(("expected", "feared", "likely", "bound"))
_REPORTED = frozenset(("said", "reported", "known", "found", "confirmed", "understood"))
_SUPPOSED = frozenset(("believed", "feared", "presumed", "thought", "likely", "suspected"))


def _modality_of_verb(words: list[str], predicate: Predicate) -> str | None:
    """Tell what the helpers of a verb and the words before it make of it; None for nothing."""
    head = predicate.head
    group = words[head : predicate.last]
    for word in group:
        if word in _MODALS:
            return _MODALS[word]
    if words[predicate.first] in _SUPPOSED:
        return "possible"  # "missing and feared dead"
    if words[head] in {"to", "have", "been", "be"} and not _SUPPOSED.isdisjoint(
        words[max(0, head - 3) : head]
    ):
        return "possible"
    if words[head] == "to" and words[head - 1 : head] == ["had"]:
        return None  # "had to be treated"
    before = words[max(0, head - 2) : predicate.first]
    if before[-1:] in (["and"], ["or"]) and predicate.voice == "active":
        form = lexicon.verbs().get(words[predicate.first])
        if (
            form is not None
            and form.form == "base"
            and not _INTENT.isdisjoint(words[max(0, head - 14) : head])
            and lexicon.grammar("achieved").isdisjoint(words[max(0, head - 14) : head])
        ):
            return "hypothetical"  # "was going to find and kill her"
    if "to" in before:
        form = lexicon.verbs().get(words[predicate.first])
        base = form.form == "base" if form else words[predicate.first] in _BASES
        if (
            predicate.voice != "nominal"
            and base
            and "have" not in group
            and lexicon.grammar("achieved").isdisjoint(words[max(0, head - 7) : head])
        ):
            return "hypothetical"
        if (
            predicate.voice == "passive"
            and "be" in group
            and (_REPORTED.isdisjoint(words[max(0, head - 3) : head + 1]))
        ):
            return "hypothetical"
    if (predicate.voice == "active" and not predicate.finite) or predicate.voice == "nominal":
        window = words[max(0, head - 4) : head]
        if window[-1:] in (["of"], ["at"]) and not lexicon.grammar("attempts").isdisjoint(window):
            return "hypothetical"
    return None


def _modality_of_toll(between: list[str]) -> str | None:
    """Tell a toll that is foreseen from one that stands: "the toll could reach 300"."""
    if len(between) > 8 or "," in between:
        return None
    for word in between:
        if word in _MODALS:
            return _MODALS[word]
    return None if _EXPECTED.isdisjoint(between) else "possible"


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


def negative(sentence: Sentence, figure: Figure, start: int) -> bool:
    """Tell a denied figure: "denied that refugees had been wounded".

    `start` is the token at which the clause of the figure begins.
    """
    if figure.count.value == 0:
        return False
    words = sentence.words
    predicate = figure.predicate
    first = first_token(figure)
    left = words[max(start, first - 9) : first]
    denial = lexicon.words("context", "negation", "denial")
    if not (denial.isdisjoint(left) or "responsibility" in left or "involvement" in left):
        at = next(k for k, word in enumerate(left) if word in denial)
        between = left[at + 1 :]
        if not _GOES_ON.isdisjoint(between):
            return False  # "denied that, saying that nine had died"
        return "," not in between[2:] and (left[at] != "ruled" or "out" in between)
    if predicate is not None:
        group = words[predicate.head : predicate.first]
        return not lexicon.words("context", "negation", "words").isdisjoint(group)
    return False


_NOT = frozenset(("not", "n't", "n’t", "wasn't", "wasn’t", "never"))
_GOES_ON = frozenset(("said", "says", "saying", "but", "insisting", "adding", "claiming"))


def _naturally(sentence: Sentence, figure: Figure) -> bool:
    """Tell that somebody died of age or illness: "died of cancer aged 71", "has died at 90"."""
    words, predicate = sentence.words, figure.predicate
    if predicate is None or figure.count.value != 1 or figure.harm != "killed":
        return False
    if words[predicate.first] not in _DIES or not sentence.vocabulary.isdisjoint(_CUSTODY):
        return False
    if not lexicon.event_words().keys().isdisjoint(sentence.vocabulary):
        return False
    behind = words[predicate.last : predicate.last + 14]
    for at, word in enumerate(behind):
        before = behind[at - 1] if at else ""
        if word in lexicon.grammar("illnesses") and not _OF.isdisjoint(behind[:at]):
            return True
        if word in ("sleep", "causes") and before in ("his", "her", "their", "natural"):
            return True
        aged = before in ("aged", "age", "at") or behind[max(0, at - 2) : at] == ["age", "of"]
        if aged and word.isdigit() and 60 <= int(word) < 120 and len(word) < 4:
            return True
        if word in (";", "who", "when", "while"):
            return False
    return False


_DIES = frozenset(("died", "dies", "dying", "die", "passed"))
_OF = frozenset(("of", "from", "after", "with", "following"))
_CUSTODY = frozenset((
    "prisoner", "prisoners", "inmate", "inmates", "detainee", "detainees", "custody", "prison",
    "jail", "detention", "cell", "hunger", "outbreak", "epidemic", "poisoned", "inhalation",
    "wounds", "injuries", "burns", "shot", "stabbed", "gunshot", "wound", "beaten",
))  # fmt: skip


def untold(sentence: Sentence, figure: Figure) -> bool:
    """Tell what states no figure: "how many drowned", "no reports of casualties"."""
    words = sentence.words
    if _naturally(sentence, figure):
        return True
    predicate = figure.predicate
    count = figure.count
    first = first_token(figure)
    if predicate is not None and count.value == 1 and figure.harm == "injured" and (
        not _NOT.isdisjoint(words[predicate.head : predicate.first])
    ):  # fmt: skip
        return True  # "The driver was not hurt"
    for at, end in sentence.phrases("context", "negation", "nothing"):
        if first - 6 <= at and end <= first + 1:
            phrase = " ".join(words[at:end])
            if phrase == "number of" and (count.value is not None or count.low != 2):
                continue
            if phrase == "whether" and count.modifier != "unspecified" and count.value != 1:
                continue
            return True
    left = words[max(0, first - 4) : first]
    if count.modifier == "unspecified" and (
        "if" in left
        or "whether" in left
        or "any" in words[max(0, figure.first - 1) : figure.first + 1]
    ):
        return True  # "did not find any injured people"
    if count.value == 0 and (
        "if" in words[clause_start(sentence, figure) : first] or _not_given(words, figure.last)
    ):
        return True
    if (
        predicate is not None
        and predicate.voice == "active"
        and not (figure.group is not None and figure.group.name and figure.harm in _DONE)
        and (count.modifier == "unspecified" or (count.value == 1 and count.modifier == "exact"))
    ):
        form = lexicon.verbs().get(words[predicate.first])
        helpers = words[max(0, predicate.head - 1) : predicate.first]
        if form is not None and form.form == "base" and "to" in helpers and "have" not in helpers:
            window = words[max(0, predicate.head - 7) : predicate.head]
            return lexicon.grammar("achieved").isdisjoint(window)
    return False


def _not_given(words: list[str], at: int) -> bool:
    """Tell "no casualties were given", "no casualty figures" from none."""
    if words[at : at + 1] in (["figures"], ["figure"], ["toll"], ["numbers"], ["count"]):
        return True
    behind = words[at : at + 4]
    return behind[:1] in (["were"], ["was"], ["are"]) and not lexicon.grammar("untold").isdisjoint(
        behind
    )
