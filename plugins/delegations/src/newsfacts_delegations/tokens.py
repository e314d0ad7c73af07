"""A sentence as tagged tokens, with the mentions that other extractors found laid over it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts import Actor, Place, PlaceMention, Time, TimeExpression
from newsfacts_delegations import words as lexicon

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,8}"
    r"|['’](?:s|S|ll|re|ve)\b|['’](?=\s)"
    r"|\w+(?:['’](?!(?:s|S|ll|re|ve)\b)\w+)*+"
    r"|--+|[-–—,;:()\[\].!?/…&]|\S"
)
_ABBREVIATED = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Prof|St|Adm|Maj|Capt|Cmdr|Rev|Sheik|Ayat)$"
)
_QUOTES = "\"“”„«»'‘’`"


class Token(NamedTuple):
    """A word or a mention of several, tagged.

    Tags: A actor, PL place, T time, V verb, N other word, D determiner, S possessive pronoun,
    POS possessive mark, PN pronoun, P preposition, C coordinator, SUB subordinator, R relative,
    NEG, AUX, MD modal, TO infinitive mark, ADV, NUM, HY hyphen, and the marks `,` `;` `--` `(` `)`.
    """

    start: int
    end: int
    low: str
    tag: str
    cap: bool = False
    actor: Actor | None = None
    place: Place | None = None
    time: Time | None = None
    holder: Actor | None = None
    verb: lexicon.VerbForm | None = None


def read_tokens(
    text: str,
    start: int,
    end: int,
    actors: Sequence[Actor] = (),
    times: Sequence[TimeExpression] = (),
    places: Sequence[PlaceMention] = (),
) -> list[Token]:
    """Read a stretch of text as tagged tokens."""
    covers = _covers(actors, times, places)
    place_at = {mention.evidence[0].start: mention for mention in places}
    titles = [
        (span.start, span.end, actor)
        for actor in actors
        for role in actor.roles
        for span in role.evidence
    ]
    tags = lexicon.grammar()
    verbs = lexicon.verb_forms()
    raw: list[Token] = []
    cover = 0
    reached = start
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        if at < reached:
            continue
        while cover < len(covers) and covers[cover][1] <= at:
            cover += 1
        if cover < len(covers) and covers[cover][0] <= at:
            first, last, actor, time, place = covers[cover]
            stop = max(stop, last) if last > stop else last if last > at else stop
            stop = min(stop, end)
            reached = stop
            found = place_at.get(first)
            tag = "A" if actor is not None else "T" if time is not None else "PL"
            raw.append(
                Token(
                    at, stop, text[at:stop].lower(), tag, text[at].isupper(), actor,
                    place.place if place else found.place if found else None,
                    time.time if time else None,
                )
            )  # fmt: skip
            continue
        word = match[0]
        first_char = word[0]
        low = word.lower()
        verb = None
        if first_char.isalpha():
            if "’" in low:
                low = low.replace("’", "'")
            tag = tags.get(low, "")
            if not tag:
                tag, verb = "N", verbs.get(low)
        elif first_char.isdigit():
            tag = "NUM"
        else:
            low = low.replace("’", "'")
            tag = _mark(text, match.span(), low, raw, start, end)
            if not tag:
                continue
        holder = None
        for first_title, last_title, who in titles:
            if first_title <= at and stop <= last_title:
                holder = who
                break
        raw.append(Token(at, stop, low, tag, first_char.isupper(), None, None, None, holder, verb))
    return _tagged(_joined(_ranged(raw)))


_MARKS = {
    ",": ",", ";": ";", ":": ";", "(": "(", "[": "(", ")": ")", "]": ")", "…": ";", "/": "C",
    "&": "C",
}  # fmt: skip


def _mark(
    text: str, span: tuple[int, int], low: str, raw: Sequence[Token], start: int, end: int
) -> str:
    """Give the tag of what is no word; empty for what is left out, such as quotation marks."""
    at, stop = span
    char = low[0]
    if char in _MARKS:
        return _MARKS[char]
    if char in ".!?":
        if raw and _ABBREVIATED.match(text[raw[-1].start : raw[-1].end]):
            return ""
        return "."
    if char in "-–—":
        glued = (
            stop - at == 1
            and char != "—"
            and at > start
            and not text[at - 1].isspace()
            and stop < end
            and not text[stop].isspace()
        )
        return "HY" if glued else "--"
    if char == "'":
        if low == "'s":
            return "POS"
        if low == "'":
            after_s = raw and raw[-1].end == at and raw[-1].low.endswith("s")
            return "POS" if after_s else ""
        return lexicon.grammar().get(low, "")
    return "N" if char.isalnum() or char == "_" else ""


_Cover = tuple[int, int, Actor | None, TimeExpression | None, PlaceMention | None]


def _covers(
    actors: Sequence[Actor], times: Sequence[TimeExpression], places: Sequence[PlaceMention]
) -> list[_Cover]:
    """Choose the mentions that stand as tokens: the leftmost, then the longest; actors first."""
    found: list[tuple[int, int, int, _Cover]] = []
    for actor in actors:
        span = actor.evidence[0]
        found.append((span.start, -span.end, 0, (span.start, span.end, actor, None, None)))
    for time in times:
        span = time.evidence[0]
        if time.type in ("DATE", "TIME") and not time.value.endswith("_REF"):
            found.append((span.start, -span.end, 1, (span.start, span.end, None, time, None)))
    for place in places:
        span = place.evidence[0]
        found.append((span.start, -span.end, 2, (span.start, span.end, None, None, place)))
    found.sort(key=lambda item: item[:3])
    kept: list[_Cover] = []
    reached = -1
    for start, stop, _, cover in found:
        if start >= reached:
            kept.append(cover)
            reached = -stop
    return kept


def _ranged(raw: list[Token]) -> list[Token]:
    """Join "December 7-9" into one time, the first."""
    joined: list[Token] = []
    i = 0
    while i < len(raw):
        token = raw[i]
        if (
            token.tag == "T"
            and i + 2 < len(raw)
            and raw[i + 1].tag == "HY"
            and raw[i + 2].tag == "T"
        ):
            joined.append(token._replace(end=raw[i + 2].end))
            i += 3
        else:
            joined.append(token)
            i += 1
    return joined


def _joined(raw: list[Token]) -> list[Token]:
    """Join word groups that act as one ("as well as", "on the sidelines of")."""
    groups = lexicon.phrases()
    if not any(token.low in groups for token in raw):
        return raw
    joined: list[Token] = []
    i = 0
    while i < len(raw):
        token = raw[i]
        for parts, tag in groups.get(token.low, ()):
            if (
                len(parts) <= len(raw) - i
                and all(raw[i + k].low == part for k, part in enumerate(parts))
                and not (parts[-1] == "to" and _bare_verb(raw, i + len(parts)))
            ):
                joined.append(Token(token.start, raw[i + len(parts) - 1].end, " ".join(parts), tag))
                i += len(parts)
                break
        else:
            joined.append(token)
            i += 1
    return joined


def _nominal_place(tag: str, before: Token | None, after: Token | None) -> bool:
    """Whether an adverb or the like is part of a noun: "day-long", "the next round"."""
    ahead = before.tag if before is not None else ""
    behind = after.tag if after is not None else ""
    if tag in ("ADV", "P", "SUB", "C") and "HY" in (ahead, behind):
        return True
    return tag == "ADV" and ahead in ("D", "S", "POS")


def _adverb(token: Token) -> bool:
    low = token.low
    return (
        low.endswith("ly")
        and len(low) > 4
        and not token.cap
        and low not in lexicon.words("grammar", "not_adverbs")
    )


def _bare_verb(raw: list[Token], i: int) -> bool:
    """Whether a base form follows: "due to visit" is no "due to"."""
    while i < len(raw) and raw[i].tag in ("ADV", "NEG"):
        i += 1
    if i >= len(raw):
        return False
    verb = raw[i].verb
    return raw[i].low in ("be", "have") or (verb is not None and "b" in verb.forms)


def _tagged(raw: list[Token]) -> list[Token]:
    """Settle what depends on neighbours: verb or noun, `to`, `that`, possessives."""
    tagged: list[Token] = []
    size = len(raw)
    for i, token in enumerate(raw):
        tag = token.tag
        after = raw[i + 1] if i + 1 < size else None
        before = tagged[-1] if tagged else None
        if token.verb is not None and tag == "N":
            free = token.holder is None or (before is not None and before.tag == "R")
            if token.low == "visiting" and _guest(before, raw, i):
                pass
            elif free and _is_verb(token, before, tagged, raw, i):
                tag = "V"
        elif tag == "N" and before is not None and _unknown_past(token, before, after):
            tag = "V"
            token = token._replace(verb=lexicon.VerbForm(token.low, "dn", False))
        elif token.low == "to" and after is not None:
            j = i + 1
            while j < size - 1 and raw[j].tag in ("ADV", "NEG"):
                j += 1
            form = raw[j].verb
            bare = form is not None and "b" in form.forms and raw[j].tag == "N"
            if bare or raw[j].low in ("be", "have"):
                tag = "TO"
        elif token.low == "that" and after is not None:
            if (
                before is not None
                and before.tag in ("N", "A", "PL", ",")
                and (
                    after.tag in ("AUX", "MD") or (after.verb is not None and not after.verb.nouny)
                )
            ):
                tag = "R"
            elif before is not None and before.tag == "V" and after.tag in ("P", ".", ","):
                tag = "PN"
        elif token.low == "'s" and (
            before is None
            or before.tag == "PN"
            or (after is not None and after.low in ("been", "not"))
        ):
            tag = "AUX"
        elif (
            token.low in ("her", "us")
            and before is not None
            and (after is None or after.tag in (",", ".", "P", "C", "TO", "AUX", "SUB", "MD", "T"))
        ):
            tag = "PN"
        elif _nominal_place(tag, before, after):
            tag = "N"
        elif tag == "N" and _adverb(token):
            tag = "ADV"
        elif (
            tag in ("D", "NUM")
            and token.low in ("both", "all", "some", "few", "many", "one")
            and (after is None or after.tag in (",", ".", "AUX", "MD", "P", "V", "C"))
        ):
            tag = "N"
        if tag != token.tag:
            token = token._replace(tag=tag)
        tagged.append(token)
    return tagged


def _guest(before: Token | None, raw: list[Token], i: int) -> bool:
    """Whether "visiting" tells who is a guest: "with visiting Minister X", "Visiting X said"."""
    after = raw[i + 1] if i + 1 < len(raw) else None
    if after is None or after.tag not in ("A", "N", "PL") or not after.cap:
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
    return (person or before.tag in ("PN", "R")) and (
        after is None or after.tag in ("D", "A", "P", "S", "PN", "SUB", "PL", "T")
    )


_DO = frozenset(("do", "does", "did"))
_NOMINAL_BEFORE = frozenset(("D", "S", "POS", "NUM", "HY"))


def _is_verb(
    token: Token, before: Token | None, tagged: list[Token], raw: list[Token], i: int
) -> bool:
    verb = token.verb
    if verb is None:
        return False
    after = raw[i + 1] if i + 1 < len(raw) else None
    forms = verb.forms
    between = before is not None and before.cap and before.tag == "N" and after is not None
    if between and token.cap and not verb.nouny and after is not None and after.cap:
        return False  # a capital among capitals: part of a name or a title
    if before is None:
        return (not verb.nouny and "s" not in forms) or (after is not None and after.tag == "D")
    if before.tag in _NOMINAL_BEFORE:
        return False
    if before.tag in ("TO", "MD"):
        return True
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
        before = tagged[-2] if not verb.nouny or ahead in ("A", "PN") else before
    if "d" in forms or "n" in forms:
        if before.tag == "V" and after is not None and after.tag in ("N", "HY"):
            return False  # "held closed-door talks"
        if verb.nouny:
            return before.tag in ("A", "PN", "R")
        if before.tag in ("P",):
            return False
        if before.tag == "N" and after is not None and after.tag == "N" and before.verb is None:
            # "the proposed talks" has a determiner; "Ministers discussed peace" has not.
            return True
        return True
    if "g" in forms:
        if verb.nouny or token.low in lexicon.noun_cues():
            return (
                (
                    before.low
                    in ("ahead of", "before", "after", "by", "without", "for", "of", "in")
                    and after is not None
                    and (after.tag in ("A", "S", "PN") or after.cap or after.low in ("with", "the"))
                    and not (after.low == "with" and before.low == "in")
                )
                or (
                    before.tag == ","
                    and after is not None
                    and (after.tag == "A" or after.low == "with")
                    and token.low in ("meeting", "visiting")
                )
                or (
                    before.tag in ("A", "PN")
                    and after is not None
                    and after.tag in ("P", "A", "D", "S")
                    and after.low not in ("of", "between")
                )
                or (
                    before.tag == "N"
                    and before.low.endswith("s")
                    and after is not None
                    and after.tag == "P"
                    and after.low in ("in", "at", "with")
                    and before.low in lexicon.people()
                )
            )
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
    if "s" in forms:
        if before.tag in ("PN", "R"):
            return True
        if after is not None and after.low == "to" and verb.lemma in lexicon.lendings("control"):
            name = before.tag == "N" and before.cap
            return name or before.tag in ("A", "PN", ",", ")") or before.low in lexicon.people()
        if not verb.nouny:
            return before.tag not in ("P",)
        if after is None:
            return False
        if before.tag == "A":
            return after.tag in ("D", "A", "PL", "S", "PN", "P", "SUB") and after.low not in (
                "of", "between", "with", "in", "on", "for", "at",
            )  # fmt: skip
        return (
            before.tag == "N"
            and after.tag in ("D", "S", "SUB", "A", "PL")
            and (before.verb is None and not before.low.endswith("s"))
        )
    # A bare form: after a plural, a pronoun or a coordinated subject.
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
            return before.tag == "N" and before.low.endswith("s") and before.verb is None
        plural = (before.tag == "N" and before.low.endswith("s")) or (
            before.tag == "A" and len(tagged) > 1 and tagged[-2].tag == "C"
        )
        return plural and after is not None and after.tag in ("D", "A", "PL", "S", "PN", "SUB")
    return before.tag in ("A", "N", "ADV", "PL", ",", "T", "SUB", ")")
