"""Tags that depend on the words around: verb or noun, "to", "that", possessives."""

from collections.abc import Sequence

from newsfacts import Actor, PlaceMention, TimeExpression
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.hyphens import with_joined
from newsfacts_delegations.labels import without_labels
from newsfacts_delegations.tokens import Token, raw_tokens
from newsfacts_delegations.verb_or_noun import is_verb


def read_tokens(
    text: str,
    start: int,
    end: int,
    actors: Sequence[Actor] = (),
    times: Sequence[TimeExpression] = (),
    places: Sequence[PlaceMention] = (),
) -> list[Token]:
    """Read a stretch of text as tagged tokens."""
    raw = raw_tokens(text, start, end, actors, times, places)
    return settled(with_joined(without_labels(raw, text, start, end), text, start, end))


def settled(raw: list[Token]) -> list[Token]:
    """Settle the tags that depend on neighbours."""
    tagged: list[Token] = []
    size = len(raw)
    before: Token | None = None
    fixed = _FIXED if "HY" in [token.tag for token in raw] else _FIXED_UNTIED
    shouted = _shouted(raw)
    for i, token in enumerate(raw):
        tag = token.tag
        if tag in fixed and token.low not in _SPECIAL:
            tagged.append(token)
            before = token
            continue
        after = raw[i + 1] if i + 1 < size else None
        if tag != "N" or token.low == "short":
            tag = _closed(token, before, after, raw, i)
        elif token.verb is not None:
            free = token.holder is None or _free(token, token.holder, before)
            guest = token.low == "visiting" and _guest(before, raw, i)
            guest = guest or (not shouted and _amid_capitals(token, before, after))
            if free and not guest and is_verb(token, before, tagged, raw, i):
                tag = "V"
        elif before is not None and before.tag == "TO" and _unknown_bare(raw, i):
            tag = "V"
            token = token.tagged(tag, lexicon.VerbForm(token.low, "b", False))
        elif token.low[-1] == "d":
            ahead = tagged[-2] if len(tagged) > 1 and before and before.tag == "ADV" else before
            if ahead is not None and _unknown_past(token, ahead, after):
                tag = "V"
                token = token.tagged(tag, lexicon.VerbForm(token.low, "dn", False))
        elif token.low[-1] == "y" and _adverb(token):
            tag = "ADV"
        if tag != token.tag:
            token = token.tagged(tag)
        tagged.append(token)
        before = token
    return tagged


_FIXED = frozenset(("T", "PL", ",", ";", "--", "(", ")", ".", "HY", "MD", "NEG", "R"))
_FIXED_UNTIED = _FIXED | {"P", "SUB", "C", "A", "S", "PN", "AUX", "POS"}
"""Without a hyphen in the sentence, these too, but for `_SPECIAL` words."""
_SPECIAL = frozenset(("to", "that", "'s", "her", "us", "short", "nor"))
_ALONE = frozenset(("both", "all", "some", "few", "many", "one"))
_ENDS_OBJECT = frozenset((",", ".", "P", "C", "TO", "AUX", "SUB", "MD", "T"))
_ENDS_PHRASE = frozenset((",", ".", "AUX", "MD", "P", "V", "C"))


def _shouted(raw: Sequence[Token]) -> bool:
    """Whether all words of a sentence are in capitals, which tell nothing then."""
    return len(raw) > 3 and all(token.cap or not token.low[:1].isalpha() for token in raw)


def _amid_capitals(token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether a capital among capitals is a part of a name or a title, not a verb."""
    if not token.cap or token.verb is None or token.verb.nouny or before is None or after is None:
        return False
    return before.cap and before.tag == "N" and after.cap


def _free(token: Token, holder: Actor, before: Token | None) -> bool:
    """Whether words that tell an office are a verb: "who heads the bank", "X chaired a meeting"."""
    if before is None or token.verb is None:
        return False
    if before.tag == "," and "s" in token.verb.forms:
        return True  # "the minister, X, chairs the session"
    return before.tag == "R" or (before.actor is holder and "d" in token.verb.forms)


def _closed(
    token: Token, before: Token | None, after: Token | None, raw: list[Token], i: int
) -> str:
    """Settle a word of a closed class, or a mention that is such a word ("her")."""
    tag, low = token.tag, token.low
    if low == "nor":
        return "C" if any(each.low == "neither" for each in raw[:i]) else tag
    if low == "to" and after is not None:
        return _to(tag, raw, i)
    if low == "that" and after is not None:
        return _that(tag, before, after, raw[i + 1 :])
    if low == "'s":
        if (
            before is None
            or before.tag == "PN"
            or (after is not None and after.low in ("been", "not"))
        ):
            return "AUX"
    elif low == "us" and tag == "PN" and after is not None and after.tag == "HY":
        return "N"  # "US-brokered talks"
    elif (
        (low == "her" or low == "us")
        and before is not None
        and (after is None or after.tag in _ENDS_OBJECT)
    ):
        return "PN"
    if low == "short" and before is not None and before.low == "cut":
        return "ADV"
    if tag in ("ADV", "P", "SUB", "C"):
        ahead = before.tag if before is not None else ""
        behind = after.tag if after is not None else ""
        if "HY" in (ahead, behind) or (tag == "ADV" and ahead in ("D", "S", "POS")):
            return "N"  # "day-long", "the next round"
    elif tag in ("D", "NUM") and low in _ALONE and (after is None or after.tag in _ENDS_PHRASE):
        return "N"
    return tag


def _to(tag: str, raw: list[Token], i: int) -> str:
    """Tell the "to" of an infinitive from the preposition."""
    if 0 < i < len(raw) - 1 and raw[i - 1].tag == "HY" == raw[i + 1].tag:
        return "N"  # "a face-to-face meeting"
    size = len(raw)
    j = i + 1
    while j < size - 1 and raw[j].tag in ("ADV", "NEG"):
        j += 1
    form = raw[j].verb
    bare = form is not None and "b" in form.forms and raw[j].tag == "N"
    if bare or raw[j].low in ("be", "have"):
        return "TO"
    return "TO" if _unknown_bare(raw, j) and _governs(raw[i - 1]) else tag


def _unknown_bare(raw: Sequence[Token], j: int) -> bool:
    """Whether a word that no list has stands where a verb does: "to plant a tree"."""
    token = raw[j]
    if token.tag != "N" or token.cap or token.verb is not None or token.holder is not None:
        return False
    return j + 1 < len(raw) and raw[j + 1].tag in ("D", "S")


def _governs(token: Token) -> bool:
    """Whether a word governs an infinitive: "is scheduled to", "is due to"."""
    if token.verb is not None:
        return token.verb.lemma in lexicon.lendings("control")
    return token.tag == "AUX" or token.low in lexicon.words("relations", "predicates")


def _that(tag: str, before: Token | None, after: Token, rest: Sequence[Token]) -> str:
    """Tell "the man that met", "said that." and "made that point" from "said that he"."""
    if before is None:
        return tag
    if before.tag == "C" and after.low in ("of", "from"):
        return "N"  # "the delegation of Togo and that of Mali"
    if before.tag in ("N", "A", "PL", ",") and (
        after.tag in ("AUX", "MD") or (after.verb is not None and not after.verb.nouny)
    ):
        return "R"
    if before.tag == "V" and after.tag == "P" and before.verb is not None:
        # "said that during the talks X warned"
        reports = before.verb.lemma in lexicon.words("reports", "verbs")
        return tag if reports and any(map(_may_be_predicate, rest)) else "PN"
    if before.tag == "V" and after.tag in (".", ","):
        return "PN"
    if before.tag != "V" or after.tag != "N" or after.cap:
        return tag
    if after.verb is not None and not (after.verb.nouny and "b" in after.verb.forms):
        return tag
    ahead = after
    for token in rest[1:]:
        if _may_be_predicate(token) and ahead.tag not in ("P", "D", "S", "NUM", "POS"):
            return tag
        ahead = token
    return "D"


def _may_be_predicate(token: Token) -> bool:
    """Whether a clause can have the word as its verb."""
    if token.verb is None:
        return token.tag in ("AUX", "MD")
    return not token.verb.nouny and token.verb.forms != "g"


def _adverb(token: Token) -> bool:
    low = token.low
    return (
        low.endswith("ly")
        and len(low) > 4
        and not token.cap
        and low not in lexicon.words("grammar", "not_adverbs")
    )


def _guest(before: Token | None, raw: list[Token], i: int) -> bool:
    """Whether "visiting" tells who is a guest: "with visiting Minister X", "Visiting X said"."""
    after = raw[i + 1] if i + 1 < len(raw) else None
    if after is None or after.tag not in ("A", "N", "PL") or not after.cap:
        return False
    if before is not None and before.tag == "C":
        for token in raw[i + 1 : i + 6]:
            if lexicon.people().get(token.low) == "title":
                return True
            if not token.cap:
                break
        return False
    if before is not None:
        return before.low in ("with", "between", "among", "the", "met", "received", "told")
    for token in raw[i + 1 : i + 12]:
        if token.tag in (",", "."):
            return False
        if token.verb is not None and "d" in token.verb.forms and not token.cap:
            return True
    return False


def _unknown_past(token: Token, before: Token, after: Token | None) -> bool:
    """Whether a word that no list has is a verb in the past: "Minister X lambasted the plan"."""
    if token.cap or not token.low.endswith("ed") or len(token.low) < 5:
        return False
    person = before.actor is not None and before.actor.kind == "person"
    if before.tag == "N" and before.low in lexicon.people():
        return after is not None and after.tag in ("T", "P", "SUB")  # "the family relented on"
    return (person or before.tag in ("PN", "R")) and (
        after is None or after.tag in ("D", "A", "P", "S", "PN", "SUB", "PL", "T")
    )
