"""Helpers of verbs: what stands before "killed" in "have since been killed"."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.sentence import Sentence


def find_helpers(sentence: Sentence, at: int) -> tuple[str, int, str]:
    """Look back for helpers of a verb: (kind, first token of them, the helper)."""
    words = sentence.words
    roles = lexicon.helpers()
    kind = helper = ""
    first = at
    for position in range(at - 1, max(-1, at - 9), -1):
        word = words[position]
        role = roles.get(word)
        if role == "be" and (not kind or (kind == "be" and helper in ("been", "being"))):
            if not kind:
                kind, helper = "be", word
            first = position
        elif role == "have":
            if not kind:
                kind, helper = "have", word
            elif kind == "be" and helper != "been":
                break
            first = position
            helper = helper if helper != "been" else "been " + word
        elif word == "may" and position and sentence.read[position - 1].kind == "number":
            break  # "on 3 May"
        elif role == "modal":
            if not kind:
                kind, helper = "modal", word
            first = position
            break
        elif word.endswith("n't"):
            if not kind:
                kind = "be" if word[0] in "wia" else "have" if word[0] == "h" else "modal"
                helper = word
            first = position
            break
        elif role == "skip" or (word.endswith("ly") and position not in sentence.starting):
            if position in sentence.covering:
                break
        elif word not in _BETWEEN:
            break
    return kind, first, helper


_BETWEEN = ("-", '"', "“", "”")
