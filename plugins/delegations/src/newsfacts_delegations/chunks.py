"""Tokens grouped into noun phrases and verb groups, without nesting."""

from collections.abc import Sequence

import attrs

from newsfacts import Actor, Place, Time
from newsfacts_delegations import words as lexicon
from newsfacts_delegations.tokens import Token

_NOMINAL = frozenset(("D", "S", "N", "A", "PL", "NUM", "POS", "HY"))
_VERBAL = frozenset(("V", "AUX", "MD", "TO", "NEG"))
_BETWEEN = frozenset(("P", "C", "SUB", "R", ",", ";", "--", "(", ")"))
_TO_HEAD = frozenset(("D", "POS", "HY", "S", "ADV"))


@attrs.define(eq=False)
class Verb:
    """A verb group: auxiliaries, governing verbs ("plans to") and the main verb.

    `controls` holds (lemma, form) of the governing verbs; `aux` the auxiliaries and modals in
    order; `form` is that of the main verb (b, s, d, n, g).
    """

    lemma: str
    form: str
    aux: tuple[str, ...]
    controls: tuple[tuple[str, str], ...]
    negated: bool
    infinitive: bool

    @property
    def finite(self) -> bool:
        """Whether the group can stand alone as a clause's predicate."""
        if self.infinitive:
            return False
        return bool(self.aux) or bool(self.controls) or self.form in ("d", "s", "b")

    @property
    def passive(self) -> bool:
        """Whether the main verb is a participle after a form of "be"."""
        return self.form == "n" and not _BE.isdisjoint(self.aux)


_HAVE = frozenset(("have", "has", "had", "having", "'ve"))
_BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get"))


@attrs.define(eq=False)
class Noun:
    """A noun phrase without what follows it.

    `head` indexes the head token; `actor` is the head's actor; `owner` indexes the token of the
    possessor ("Iran" in "Iran's minister"); `modifiers` index actor and place tokens before the
    head.
    """

    head: int
    low: str
    actor: Actor | None
    holder: Actor | None
    owner: int | None
    modifiers: tuple[int, ...]
    determiner: str | None
    time: Time | None
    place: Place | None


@attrs.define(eq=False)
class Chunk:
    """A piece of the sentence; `first:last` index tokens, `start:end` the text.

    Kinds: NP, V, P, C, SUB, R, T and the marks `,` `;` `--` `(` `)`.
    """

    kind: str
    first: int
    last: int
    start: int
    end: int
    low: str
    verb: Verb | None = None
    noun: Noun | None = None
    time: Time | None = None


def verb_of(chunk: Chunk) -> Verb:
    """Give the verb group of a chunk that has one.

    Raises:
        TypeError: the chunk is no verb group.
    """
    if chunk.verb is None:
        raise TypeError(f"{chunk.kind} chunk {chunk.low!r} has no verb")
    return chunk.verb


def noun_of(chunk: Chunk) -> Noun:
    """Give the noun phrase of a chunk that has one.

    Raises:
        TypeError: the chunk is no noun phrase.
    """
    if chunk.noun is None:
        raise TypeError(f"{chunk.kind} chunk {chunk.low!r} has no noun")
    return chunk.noun


def read_chunks(tokens: Sequence[Token]) -> list[Chunk]:
    """Group tokens into chunks; adverbs and stops inside the sentence are left out."""
    chunks: list[Chunk] = []
    i = 0
    size = len(tokens)
    while i < size:
        token = tokens[i]
        tag = token.tag
        if tag in _NOMINAL or (tag == "T" and i + 1 < size and tokens[i + 1].tag == "POS"):
            noun, last = _noun(tokens, i)
            chunks.append(_chunk("NP", tokens, i, last, noun=noun))
            i = last
        elif tag in _VERBAL:
            verb, last = _verb(tokens, i)
            if verb is not None:
                chunks.append(_chunk("V", tokens, i, last, verb=verb))
            i = last
        elif tag == "PN":
            noun = Noun(i, token.low, token.actor, None, None, (), None, None, None)
            chunks.append(_chunk("NP", tokens, i, i + 1, noun=noun))
            i += 1
        elif tag == "T":
            chunks.append(_chunk("T", tokens, i, i + 1, time=token.time))
            i += 1
        elif tag in _BETWEEN:
            chunks.append(_chunk(tag, tokens, i, i + 1))
            i += 1
        elif tag == ".":
            if chunks and i + 1 < size and tokens[i + 1].tag != "C":
                chunks.append(_chunk(";", tokens, i, i + 1))
            i += 1
        else:
            i += 1
    return chunks


def _chunk(
    kind: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    verb: Verb | None = None,
    noun: Noun | None = None,
    time: Time | None = None,
) -> Chunk:
    token = tokens[first]
    end = token.end if last == first + 1 else tokens[last - 1].end
    return Chunk(kind, first, last, token.start, end, token.low, verb, noun, time)


def _forms(token: Token) -> str:
    return token.verb.forms if token.verb is not None else ""


def _form(token: Token, aux: Sequence[str], infinitive: bool) -> str:
    forms = token.verb.forms if token.verb is not None else "b"
    if not _BE.isdisjoint(aux):
        return "g" if "g" in forms else "n" if "n" in forms else forms[0]
    if not _HAVE.isdisjoint(aux):
        return "n" if "n" in forms else forms[0]
    if infinitive or aux:
        return "b" if "b" in forms else forms[0]
    if "d" in forms:
        return "d"
    return forms[0]


def _verb(tokens: Sequence[Token], start: int) -> tuple[Verb | None, int]:
    """Read a verb group from its first token; None where only a stray negation stands."""
    control = lexicon.lendings("control")
    aux: list[str] = []
    controls: list[tuple[str, str]] = []
    negated = infinitive = False
    i = start
    size = len(tokens)
    last = start
    main: tuple[str, str] | None = None
    if tokens[i].tag == "TO":
        infinitive = True
        i += 1
    while i < size:
        token = tokens[i]
        tag = token.tag
        if tag in ("AUX", "MD"):
            aux.append(token.low)
            i = last = i + 1
        elif tag == "NEG":
            negated = True
            i = last = i + 1
        elif (
            tag == "ADV"
            or (tag == "N" and token.low.endswith("ly") and not token.cap)
            or (tag == "T" and i + 1 < size and tokens[i + 1].tag in ("V", "TO") and aux)
        ):
            if token.low == "yet" and aux and aux[-1] in _HAVE and tokens[i + 1 : i + 2]:
                not_yet = tokens[i + 1].tag == "TO"
                negated = negated or not_yet
                i += not_yet  # "has yet to meet": has not met
            i += 1
        elif aux and token.low == "on" and _day_then_verb(tokens, i + 1):
            i += 2  # "will on Friday host"
        elif tag == "TO" and aux and not main:
            controls.append(("be", "to"))
            aux_kept = aux[-1] in _BE
            if not aux_kept:
                controls[-1] = (aux[-1], "to")
            i = last = i + 1
        elif tag == "V" or (
            tag == "N"
            and token.low in lexicon.words("relations", "predicates")
            and _to_follows(tokens, i)
        ):
            lemma = token.verb.lemma if tag == "V" and token.verb is not None else token.low
            form = _form(token, [] if controls else aux, infinitive or bool(controls))
            if controls and token.verb is not None and "b" in token.verb.forms:
                form = "b"
            if controls and aux and aux[-1] in ("be", "been") and "n" in _forms(token):
                form = "n"  # "was to be held"
            step = _to_follows(tokens, i)
            if step and lemma in control:
                controls.append((lemma, form))
                if step > i + 1 and any(t.tag == "NEG" for t in tokens[i + 1 : step]):
                    negated = True
                i = last = step + 1
                continue
            main = (lemma, form)
            last = i + 1
            break
        else:
            break
    if main is None:
        if aux:
            return Verb(
                "be" if aux[-1] in _BE else "have" if aux[-1] in _HAVE else "do",
                "d",
                tuple(aux),
                tuple(controls),
                negated,
                infinitive,
            ), max(last, start + 1)
        if controls:
            return Verb(controls[-1][0], controls[-1][1], (), (), negated, infinitive), max(
                last, start + 1
            )
        return None, max(last, start + 1)
    return Verb(main[0], main[1], tuple(aux), tuple(controls), negated, infinitive), last


def _day_then_verb(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i].tag == "T" and tokens[i + 1].tag == "V"


def _to_follows(tokens: Sequence[Token], i: int) -> int:
    """Give the index of an infinitive's "to" right after token i, adverbs aside; 0 if none."""
    j = i + 1
    size = len(tokens)
    while j < size and (
        tokens[j].tag in ("ADV", "T", "NEG")
        or (tokens[j].low == "on" and j + 1 < size and tokens[j + 1].tag == "T")
    ):
        j += 1
    return j if j < len(tokens) and tokens[j].tag == "TO" else 0


def _noun(tokens: Sequence[Token], start: int) -> tuple[Noun, int]:
    """Read a noun phrase from its first token: up to its head, possessors included."""
    i = start
    size = len(tokens)
    owner: int | None = None
    time: Time | None = None
    place: Place | None = None
    modifiers: list[int] = []
    determiner: str | None = None
    head = start
    while i < size:
        token = tokens[i]
        tag = token.tag
        if tag == "N" or tag == "NUM":
            if (
                i > start
                and tokens[i - 1].tag == "A"
                and _closed(tokens[i - 1])
                and (token.holder is None and tag == "N" and not _continues(tokens, i))
            ):
                break
        elif tag == "D" or tag == "S":
            if (
                i > start
                and tokens[i - 1].tag not in ("D", "NUM")
                and not (i == start + 1 and tokens[start].low in ("all", "both", "such", "half"))
            ):
                break
            determiner = token.low if determiner is None or tag == "S" else determiner
            if tag == "S":
                owner = i
        elif tag == "POS":
            owner = head
            time_before = tokens[head].time
            if time_before is not None:
                time, owner = time_before, None
        elif tag == "T":
            if (
                i == start
                or tokens[i - 1].tag in ("D", "POS", "S")
                or (i + 1 < size and tokens[i + 1].tag == "POS")
            ):
                time = token.time
            else:
                break
        elif tag == "PL" or tag == "A":
            if (
                i > start
                and tokens[i - 1].tag in ("A", "PL")
                and _closed(tokens[i - 1])
                and (tag == "A")
            ):
                break
            if i > start and _of_next(tokens, i):
                break
            if token.actor is not None and token.actor.mention_type == "PRO":
                if i > start:
                    break
                if i + 1 < size and tokens[i + 1].tag in ("N", "A", "NUM"):
                    determiner, owner = token.low, i
            modifiers.append(i)
            place = token.place or place
        elif tag != "HY" and not (tag == "ADV" and _of_adjective(tokens, start, i)):
            break
        if tag not in _TO_HEAD:
            head = i
        i += 1
    last = max(i, start + 1)
    while last > start + 1 and tokens[last - 1].tag == "HY":
        last -= 1
    top = tokens[head]
    if modifiers and modifiers[-1] == head:
        modifiers.pop()
    return (
        Noun(
            head, top.low, top.actor if top.tag == "A" else None, top.holder, owner,
            tuple(modifiers), determiner, time, place,
        ),
        last,
    )  # fmt: skip


def _of_adjective(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Whether an adverb is of an adjective inside: "the widely [recognized] government"."""
    inside = i > start and tokens[i - 1].tag in ("D", "S", "POS")
    return inside and i + 2 < len(tokens) and tokens[i + 1].tag == "N" == tokens[i + 2].tag


def _of_next(tokens: Sequence[Token], i: int) -> bool:
    """Whether a person's name opens the clause: "during the two-day visit Haddad will meet"."""
    actor = tokens[i].actor
    before = tokens[i - 1]
    if actor is None or actor.kind != "person" or before.tag != "N":
        return False
    return before.low in lexicon.noun_cues() and before.holder is None


def _closed(token: Token) -> bool:
    """Whether nothing can follow this mention inside its phrase: a person's name, a pronoun."""
    return token.actor is not None and (
        (token.actor.kind == "person" and token.actor.mention_type == "NAM")
        or token.actor.mention_type == "PRO"
        or (token.actor.mention_type == "NOM")
    )


def _continues(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word after a name is an event noun or the like ("the Haddad visit")."""
    return tokens[i].low in lexicon.noun_cues() or (
        i + 1 < len(tokens) and tokens[i + 1].low in lexicon.noun_cues()
    )
