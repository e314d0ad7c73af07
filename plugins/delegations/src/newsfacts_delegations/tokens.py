"""A sentence as tokens, with the mentions that other extractors found laid over it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import attrs

from newsfacts import Actor, Place, PlaceMention, Time, TimeExpression
from newsfacts_delegations import words as lexicon

# One space before a token belongs to the match, and no repeat stands where most words have none:
# both save the engine a start.
_TOKEN = re.compile(
    r" ?+([^\W\d_]\.(?:[^\W\d_]\.){1,7}"
    r"|['’](?:s|S|ll|re|ve)\b|['’](?=\s)"
    r"|\w++(?:['’](?!(?:s|S|ll|re|ve)\b)\w++(?>(?:['’](?!(?:s|S|ll|re|ve)\b)\w++)*)|)"
    r"|--+|\S)"
)
_ABBREVIATED = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Prof|St|Adm|Maj|Capt|Cmdr|Rev|Sheik|Ayat)$"
)


@attrs.define(eq=False)
class Token:
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

    def tagged(self, tag: str, verb: lexicon.VerbForm | None = None) -> "Token":
        """Give a copy with another tag, and verb form if one is given; no token is ever changed."""
        return Token(
            self.start, self.end, self.low, tag, self.cap, self.actor, self.place, self.time,
            self.holder, verb or self.verb,
        )  # fmt: skip


_Word = tuple[str, str, bool, lexicon.VerbForm | None, frozenset[str] | None]
"""What a word is by itself: small letters, tag (empty for a mark), whether it has a capital, its
verb form, and what may follow it in a group."""


@cache
def _seconds() -> Mapping[str, frozenset[str]]:
    """Give the words that follow the first word of a group: "of" and "to" after "ahead"."""
    return {
        first: frozenset(parts[1] for parts, _ in groups)
        for first, groups in lexicon.phrases().items()
    }


class _Words(dict[str, _Word]):
    """What words are by themselves, looked up when first met; all forgotten when too many."""

    def __missing__(self, word: str) -> _Word:
        found = _word(word)
        if len(word) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[word] = found
        return found


_KEPT = 1 << 12
_LONGEST = 24
_words = _Words()


def _word(word: str) -> _Word:
    """Look a word up, whatever its case."""
    char = word[0]
    low = word.lower()
    if not char.isalpha():
        return low.replace("’", "'"), "NUM" if char.isdigit() else "", False, None, None
    if "’" in low:
        low = low.replace("’", "'")
    verb = None
    tag = lexicon.grammar().get(low, "")
    if not tag:
        tag, verb = "N", lexicon.verb_forms().get(low)
    return low, tag, char.isupper(), verb, _seconds().get(low)


def raw_tokens(
    text: str,
    start: int,
    end: int,
    actors: Sequence[Actor] = (),
    times: Sequence[TimeExpression] = (),
    places: Sequence[PlaceMention] = (),
) -> list[Token]:
    """Read a stretch of text as tokens; what depends on their neighbours is yet to be settled."""
    covers = _covers(actors, times, places)
    titles = [
        (span.start, span.end, actor)
        for actor in actors
        if actor.roles
        for role in actor.roles
        for span in role.evidence
    ]
    titled = min(first for first, _, _ in titles) if titles else end
    joins = ranges = False
    seconds: frozenset[str] | None = None
    raw: list[Token] = []
    words = _words
    covered = len(covers)
    cover = last = 0
    actor: Actor | None = None
    place: Place | None = None
    time: Time | None = None
    next_start = covers[0][0] if covers else end
    reached = start
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span(1)
        if at < reached:
            continue
        while at >= next_start:
            _, last, actor, place, time = covers[cover]
            if last > at:
                break
            cover += 1
            next_start = covers[cover][0] if cover < covered else end
        if at >= next_start:
            stop = reached = min(last, end)
            ranges = ranges or (time is not None and len(raw) > 1 and raw[-2].tag == "T")
            seconds = None
            tag = "A" if actor is not None else "T" if time is not None else "PL"
            low = text[at:stop].lower()
            raw.append(Token(at, stop, low, tag, text[at].isupper(), actor, place, time))
            continue
        low, tag, cap, verb, after = words[match[1]]
        if not tag:
            tag = _mark(text, at, stop, low, raw, start, end)
            if not tag:
                continue
        if seconds is not None and low in seconds:
            joins = True
        seconds = after
        holder = None
        if at >= titled:
            for first_title, last_title, who in titles:
                if first_title <= at and stop <= last_title:
                    holder = who
                    break
        raw.append(Token(at, stop, low, tag, cap, None, None, None, holder, verb))
    if ranges:
        raw = _ranged(raw)
    return _joined(raw) if joins else raw


_MARKS = {
    ",": ",", ";": ";", ":": ";", "(": "(", "[": "(", ")": ")", "]": ")", "…": ";", "/": "C",
    "&": "C",
}  # fmt: skip


def _mark(
    text: str, at: int, stop: int, low: str, raw: Sequence[Token], start: int, end: int
) -> str:
    """Give the tag of what is no word; empty for what is left out, such as quotation marks."""
    char = low[0]
    tag = _MARKS.get(char)
    if tag is not None:
        return tag
    if char in ".!?":
        if raw and _ABBREVIATED.match(text[raw[-1].start : raw[-1].end]):
            return ""
        if raw and raw[-1].end == at and text[at - 3 : at] in (" Jr", " Sr"):
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


_Cover = tuple[int, int, Actor | None, Place | None, Time | None]


def _covers(
    actors: Sequence[Actor], times: Sequence[TimeExpression], places: Sequence[PlaceMention]
) -> list[_Cover]:
    """Choose the mentions that stand as tokens: the leftmost, then the longest; actors first."""
    found: list[tuple[int, int, int, int]] = []
    for n, actor in enumerate(actors):
        span = actor.evidence[0]
        found.append((span.start, -span.end, 0, n))
    for n, time in enumerate(times):
        if time.type in ("DATE", "TIME") and not time.value.endswith("_REF"):
            span = time.evidence[0]
            found.append((span.start, -span.end, 1, n))
    for n, place in enumerate(places):
        span = place.evidence[0]
        found.append((span.start, -span.end, 2, n))
    found.sort()
    place_at = {mention.evidence[0].start: mention for mention in places}
    kept: list[_Cover] = []
    reached = -1
    for start, end, rank, n in found:
        if start < reached:
            continue
        reached = -end
        where = places[n] if rank == 2 else place_at.get(start)
        kept.append(
            (
                start, reached, actors[n] if rank == 0 else None,
                where.place if where is not None else None, times[n].time if rank == 1 else None,
            )
        )  # fmt: skip
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
            joined.append(attrs.evolve(token, end=raw[i + 2].end))
            i += 3
        else:
            joined.append(token)
            i += 1
    return joined


def _joined(raw: list[Token]) -> list[Token]:
    """Join word groups that act as one ("as well as", "on the sidelines of")."""
    groups = lexicon.phrases()
    joined: list[Token] = []
    i = 0
    while i < len(raw):
        token = raw[i]
        for parts, tag in groups.get(token.low, ()):
            if _spelt(parts, raw, i) and not (
                parts[-1] == "to" and _bare_verb(raw, i + len(parts))
            ):
                joined.append(Token(token.start, raw[i + len(parts) - 1].end, " ".join(parts), tag))
                i += len(parts)
                break
        else:
            joined.append(token)
            i += 1
    return joined


def _spelt(parts: tuple[str, ...], raw: Sequence[Token], i: int) -> bool:
    """Whether these words stand from token i on, which is the first of them."""
    if i + 1 >= len(raw) or raw[i + 1].low != parts[1]:
        return False
    return tuple([token.low for token in raw[i : i + len(parts)]]) == parts


def _bare_verb(raw: list[Token], i: int) -> bool:
    """Whether a base form follows: "due to visit" is no "due to"."""
    while i < len(raw) and raw[i].tag in ("ADV", "NEG"):
        i += 1
    if i >= len(raw):
        return False
    verb = raw[i].verb
    return raw[i].low in ("be", "have") or (verb is not None and "b" in verb.forms)
