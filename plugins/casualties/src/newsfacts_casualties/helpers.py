"""Helpers of verbs: what stands before "killed" in "have since been killed"."""

from newsfacts_casualties import lexicon
from newsfacts_casualties.sentence import Sentence

_ADVERBS = frozenset(("also", "then", "later", "subsequently", "afterwards"))
_BE = frozenset(("was", "were", "been"))


def shared_be(sentence: Sentence, at: int) -> int | None:
    """Give the "was" that a participle shares: "was traced by guards and also jailed"."""
    words = sentence.words
    position = at - 1
    while position > 0 and words[position] in _ADVERBS:
        position -= 1
    if position < 2 or words[position] not in ("and", "but"):
        return None
    for start in range(position - 1, max(0, position - 9), -1):
        if words[start] in _BE:
            verb = start + 1
            while verb < position and (words[verb] in _ADVERBS or words[verb].endswith("ly")):
                verb += 1
            done = words[verb].endswith("ed") or words[verb] in _IRREGULAR
            return start if done and verb not in sentence.covering else None
        if start in sentence.starting and words[start - 1] not in ("by", "to", "in", "at", "from"):
            return None
        if words[start] in (",", ";", ".", "who", "that", "which"):
            return None
    return None


_IRREGULAR = frozenset((
    "found", "caught", "taken", "held", "hit", "struck", "shot", "led", "brought", "driven",
    "thrown", "beaten", "seen", "bound", "cut", "run", "put", "forced",
))  # fmt: skip


def find_helpers(sentence: Sentence, at: int) -> tuple[str, int, str]:
    """Look back for helpers of a verb: (kind, first token of them, the helper)."""
    words = sentence.words
    roles = lexicon.helpers()
    kind = helper = ""
    first = at
    for position in range(at - 1, at - 9 if at > 8 else -1, -1):
        word = words[position]
        role = roles.get(word)
        if role == "be" and (not kind or (kind == "be" and helper in {"been", "being"})):
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
        elif (
            word == "may"
            and position
            and (
                sentence.read[position].text == "May"
                or (
                    sentence.read[position - 1].kind == "number"
                    and sentence.read[position].text != "may"
                )
            )
        ):
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
