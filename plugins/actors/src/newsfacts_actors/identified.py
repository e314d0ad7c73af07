"""Titles whose holder is named only after the sentence that describes him."""

from collections.abc import Iterable, Sequence

from newsfacts_actors import lexicon as lex
from newsfacts_actors.holders import Held
from newsfacts_actors.scan import Scan, surname
from newsfacts_actors.titles import Title
from newsfacts_actors.tokens import LOWER

_BEING = frozenset({"is", "was", "had"})


def identified(
    scan: Scan, phrases: Sequence[Title], held: Sequence[Held], persons: Sequence[int]
) -> Iterable[Held]:
    """Give titles whose holder is named only after the sentence that describes him.

    "A lawyer for the families said on Tuesday. Petr Novak told the court ...": the first sentence
    has the description as the subject of a verb of speech, the second opens with a full name that
    is new and has no title of its own, or is a quotation that such a name says.
    """
    words, bits = scan.words, scan.bits
    beside = {each.title.head for each in held}
    opening, quoting = _newly_named(scan, held, persons)
    if not (opening or quoting):
        return
    named = {scan.sentence_of[each.first] for i in persons if (each := scan.mentions[i])}
    for title in phrases:
        if title.head in beside or bits[title.head] & lex.PLURAL or title.nested:
            continue
        if not (title.article or title.definite):
            continue
        number = scan.sentence_of[title.head]
        found = opening.get(number + 1)
        where = number + 1
        first, end = scan.bounds(title.head)
        subject = title.start <= first + 1 and number not in named
        if found is None and title.article and subject:
            where = next((i for i in range(number + 1, number + 4) if i in named), -1)
            found = quoting.get(where)
        if found is None:
            continue
        after = title.end
        speaks = after < end and bits[after] & lex.SPEECH and words.kinds[after] == LOWER
        if subject or speaks:
            yield Held(found, title)
            opening.pop(where, None)
            quoting.pop(where, None)


def _newly_named(
    scan: Scan, held: Sequence[Held], persons: Sequence[int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Give, by sentence, new untitled names that open one, and that say a quotation in one."""
    words, bits = scan.words, scan.bits
    titled = {surname(scan, each.person) for each in held}
    opening: dict[int, int] = {}
    quoting: dict[int, int] = {}
    known: set[str] = set()
    for index in persons:
        mention = scan.mentions[index]
        if mention is None:
            continue
        family = surname(scan, index)
        first = scan.bounds(mention.first)[0]
        new = family not in known and mention.how != "short" and mention.last - mention.first > 1
        known.add(family)
        if not new or family in titled:
            continue
        number, after = scan.sentence_of[mention.first], mention.last
        follows = after < len(bits) and words.kinds[after] == LOWER
        if mention.first <= first + 1:
            if follows and (bits[after] & (lex.SPEECH | lex.ACT) or words.lowers[after] in _BEING):
                opening[number] = index
        elif (follows and bits[after] & lex.SPEECH) or bits[mention.first - 1] & lex.SPEECH:
            marks = words.words[first : mention.first]
            if any(mark in marks for mark in ('"', "”")):
                quoting[number] = index
    return opening, quoting
