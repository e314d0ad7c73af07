"""Whether a word that can be a verb is one where it stands."""

from collections.abc import Sequence

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.tokens import Token
from newsfacts_delegations.words import VerbForm

_GOVERNORS = frozenset(("ahead of", "before", "after", "by", "without", "for", "of", "in"))
_NOMINAL_BEFORE = frozenset(("D", "S", "POS", "NUM", "HY"))
_RUNS = frozenset(("end", "start", "begin", "open", "close", "resume", "conclude"))
_DO = frozenset(("do", "does", "did"))


def is_verb(
    token: Token, before: Token | None, tagged: list[Token], raw: list[Token], i: int
) -> bool:
    """Tell a verb from a noun or adjective, by its form and the words on both sides.

    `tagged` are the words before it, the last of them `before`; `raw` are all, it at `i`.
    """
    verb = token.verb
    if verb is None:
        return False
    after = raw[i + 1] if i + 1 < len(raw) else None
    if after is not None and after.tag == "HY":
        return False  # "face-to-face"
    forms = verb.forms
    if before is None:
        return (not verb.nouny and "s" not in forms) or (after is not None and after.tag == "D")
    if before.tag in _NOMINAL_BEFORE or (token.low == "stops" and _made(tagged)):
        return False
    if before.tag in ("TO", "MD"):
        return True
    if before.tag == "T" and "MD" in [each.tag for each in tagged[-3:-1]]:
        return "b" in forms  # "will on Friday host"
    if before.low == "to":
        return "b" in forms
    if before.tag in ("AUX", "NEG"):
        helped = any(
            (token.tag == "AUX" and token.low in _DO) or token.tag == "MD" for token in tagged[-2:]
        )
        return "g" in forms or "n" in forms or ("b" in forms and (helped or not verb.nouny))
    if before.tag == "ADV" and len(tagged) > 1:
        ahead = tagged[-2].tag
        if ahead in ("AUX", "MD", "TO", "NEG"):
            return True
        if ahead in _NOMINAL_BEFORE:
            return False  # "the internationally recognized government"
        before = tagged[-2] if not verb.nouny or ahead in ("A", "PN") else before
    if "d" in forms or "n" in forms:
        return _past_is_verb(verb, before, after)
    if "g" in forms:
        return _gerund_is_verb(token, verb, before, after, tagged)
    if "s" in forms:
        return _present_is_verb(verb, before, after, tagged, raw, i)
    return _bare_is_verb(verb, before, after, tagged)


def _past_is_verb(verb: VerbForm, before: Token, after: Token | None) -> bool:
    """Tell a verb in a form of the past: "discussed", not "held closed-door talks"."""
    if before.tag == "V" and after is not None and after.tag in ("N", "HY", "A", "PL"):
        return False  # "held closed-door talks", "discussed continued Kenyan support"
    if verb.nouny:
        return before.tag in ("A", "PN", "R")
    return before.tag != "P"


def _gerund_is_verb(
    token: Token, verb: VerbForm, before: Token, after: Token | None, tagged: list[Token]
) -> bool:
    """Tell a verb in -ing: "before meeting the envoy", not "a Franco-German meeting in"."""
    if verb.nouny or token.low in lexicon.noun_cues():
        return after is not None and _nouny_gerund_is_verb(token, before, after, tagged)
    if before.tag == "P" and after is not None and after.low in lexicon.people():
        return before.low not in ("with", "between", "among")  # "met with bombing victims"
    if before.tag == "V" and before.verb is not None:
        # "told visiting minister X", but "began visiting"
        return before.verb.lemma in lexicon.words("relations", "gerund_after")
    return not (
        # "an international working group"
        before.tag == "N"
        and before.low not in lexicon.people()
        and after is not None
        and after.tag == "N"
        and after.verb is None
        and len(tagged) > 1
        and tagged[-2].tag in ("D", "S", "POS", "N")
    )


def _nouny_gerund_is_verb(token: Token, before: Token, after: Token, tagged: list[Token]) -> bool:
    """Tell a verb from the noun of the same form: "after meeting him", not "the meeting"."""
    if before.tag == "A" and ("-" in before.low or (tagged[-2:-1] or tagged)[0].tag == "HY"):
        return False  # "a Franco-German meeting in"
    if after.low == "face to face" and before.tag in ("N", "A"):
        return True
    if before.low in _GOVERNORS and (
        after.tag in ("A", "S", "PN") or after.cap or after.low in ("with", "the")
    ):
        return not (after.low == "with" and before.low == "in")
    if before.tag == ",":
        if token.low in ("meeting", "visiting") and (
            after.tag in ("A", "S", "D") or after.low == "with"
        ):
            return True  # "..., meeting Kenyan officials"
        behind = tagged[-2].low in lexicon.people() if len(tagged) > 1 else False
        return token.low == "meeting" and after.low in ("in", "at") and behind
    if before.tag in ("A", "PN"):
        if len(tagged) > 1 and tagged[-2].tag == "D" and _body(before):
            people = len(tagged) > 3 and tagged[-3].low == "of"
            if not (people and tagged[-4].low in lexicon.people()):  # "leaders of the EU meeting"
                return False  # "the OPEC meeting in Vienna"
        return after.tag in ("P", "A", "D", "S") and after.low not in ("of", "between")
    return (
        before.tag == "N" and before.low.endswith("s") and before.low in lexicon.people()
        and after.tag == "P" and after.low in ("in", "at", "with")
    )  # fmt: skip


def _heads_to(verb: VerbForm, before: Token, after: Token | None) -> bool:
    """Whether "heads" is what somebody does: "the Kenyan leader heads to Lome"."""
    goes = verb.lemma == "head" and after is not None and after.low in ("to", "for", "back")
    if not goes:
        return False
    sort = lexicon.people().get(before.low)
    return before.tag == "A" or sort == "title" or before.low in lexicon.office_sorts()


def _body(token: Token) -> bool:
    """Whether a name is that of a body or a country."""
    return token.actor is not None and token.actor.kind in ("organization", "country")


def _present_is_verb(
    verb: VerbForm,
    before: Token,
    after: Token | None,
    tagged: list[Token],
    raw: list[Token],
    i: int,
) -> bool:
    """Tell a verb in -s: "she visits the camp", not "informal talks that"."""
    if before.tag in ("PN", "R"):
        return True
    if after is not None and after.low == "to" and verb.lemma in lexicon.lendings("control"):
        name = before.tag == "N" and before.cap
        return name or before.tag in ("A", "PN", ",", ")") or before.low in lexicon.people()
    if not verb.nouny:
        return before.tag not in ("P",)
    if _heads_to(verb, before, after):
        return True
    if after is None or (after.tag == "SUB" and verb.lemma in ("talk", "visit", "tour")):
        return False  # "informal talks that"
    if before.tag == "," and len(tagged) > 1 and after.tag in ("D", "S"):
        return tagged[-2].tag in ("A", "N") and _opened(tagged)
    if before.tag == "A":
        if verb.lemma in _RUNS and i + 2 < len(raw) and raw[i + 2].tag == "T":
            return after.low in ("on", "in", "at")  # "the visit to Kenya ends on Sunday"
        return after.tag in ("D", "A", "PL", "S", "PN", "P", "SUB") and after.low not in (
            "of", "between", "with", "in", "on", "for", "at",
        )  # fmt: skip
    return (
        before.tag == "N"
        and after.tag in ("D", "S", "SUB", "A", "PL")
        and (before.verb is None and not before.low.endswith("s"))
    )


def _bare_is_verb(verb: VerbForm, before: Token, after: Token | None, tagged: list[Token]) -> bool:
    """Tell a bare form, behind a plural, a pronoun or a coordinated subject."""
    if before.tag in ("PN", "R"):
        return True
    if before.tag == "C":
        return not verb.nouny or (after is not None and after.tag in ("D", "A", "PL", "S"))
    if (
        before.actor is not None
        and not before.low.endswith("s")
        and not (len(tagged) > 1 and tagged[-2].tag == "C")
        and after is not None
        and after.tag == "N"
    ):
        return False  # one actor "wants", not "want": "EU finance ministers"
    if verb.nouny:
        if after is not None and after.low == "to" and verb.lemma in lexicon.lendings("control"):
            listed = before.tag == "A" and len(tagged) > 1 and tagged[-2].tag == "C"
            plural = before.tag == "N" and before.low.endswith("s") and before.verb is None
            return listed or plural
        several = before.low.endswith("s") or before.low.startswith("heads of ")
        plural = (before.tag == "N" and several) or (
            before.tag == "A" and len(tagged) > 1 and tagged[-2].tag == "C"
        )
        if plural and after is not None and after.low in ("out", "up", "off"):
            return True
        return plural and after is not None and after.tag in ("D", "A", "PL", "S", "PN", "SUB")
    return before.tag in ("A", "N", "ADV", "PL", ",", "T", "SUB", ")")


def _opened(tagged: Sequence[Token]) -> bool:
    """Whether the comma that comes last closes an aside: "the minister, X, chairs"."""
    return any(
        token.tag == "," and tagged[k - 1].tag in ("A", "N") for k, token in enumerate(tagged[:-1])
    ) and all(token.tag not in ("V", "AUX", "MD", "C") for token in tagged)


def _made(tagged: Sequence[Token]) -> bool:
    """Whether what follows is made: "made brief stops in"."""
    near = [token for token in tagged[-3:] if token.tag == "V" and token.verb is not None]
    return bool(near) and near[-1].verb is not None and near[-1].verb.lemma == "make"
