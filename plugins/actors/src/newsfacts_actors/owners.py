"""Whose an office is that names no body: "its chairman", a bare title behind a body's name."""

from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Scan
from newsfacts_actors.tokens import CAPITAL, LOWER, POSSESSIVE

_LANDS = frozenset({"country", "nation", "kingdom", "republic", "island", "emirate", "sultanate"})
# Words that say of what body an office is; it is not that of one named before.
_APART = frozenset(
    {"opposition", "rebel", "protest", "student", "union", "church", "community", "government",
     "police", "army", "military", "gang", "village", "city", "trade", "tribal", "religious"}
)  # fmt: skip


def _last_country(scan: Scan, before: int) -> str | None:
    """Give the country named last before a word, in its sentence or the two before it."""
    for at in range(before - 1, -1, -1):
        if scan.sentence_of[before] - scan.sentence_of[at] > 2:
            break
        owned = scan.at(at)
        if owned is not None and owned.kind == "country":
            return owned.country
    return None


def _of_last_sentence(scan: Scan, head: int, start: int, end: int) -> tuple[int | None, str | None]:
    """Read a bare title that opens a sentence as that of the body named last before it.

    "... owes money to Zorix. Chief executive Ana Ruiz said ..."
    """
    first, _ = scan.bounds(head)
    office = scan.bits[head] & lex.OFFICE and not scan.bits[head] & (lex.STATE | lex.RANK)
    if not office or start != first or end != head + 1 or head == 0:
        return None, None
    if scan.words.kinds[start] != CAPITAL or scan.words.lowers[start] in lex.regions():
        return None, None
    if not _APART.isdisjoint(scan.words.lowers[start:head]) or not all(scan.bits[start:head]):
        return None, None
    for at in range(first - 1, scan.bounds(first - 1)[0] - 1, -1) if first else ():
        index = scan.owner[at]
        owned = scan.mentions[index] if index >= 0 else None
        if owned is not None and owned.kind == "organization":
            return index, owned.country
    return None, None


def taken_up(
    scan: Scan, head: int, start: int, end: int, last: int
) -> tuple[int | None, str | None]:
    """Give whose office it is where the text only says "its" or "the party's"."""
    words, bits = scan.words, scan.bits
    at: int | None = None
    for word in range(max(start - 3, 0), min(end, len(bits))):
        lower = words.lowers[word]
        if lower in ("its", "their") and (word >= start - 1):
            at = word
        elif lower in _LANDS and words.kinds[min(word + 1, len(bits) - 1)] == POSSESSIVE:
            return None, _last_country(scan, word)
        elif bits[word] & lex.ANAPHOR and words.kinds[word] == LOWER and word != head:
            possessed = word < head and words.kinds[min(word + 1, len(bits) - 1)] == POSSESSIVE
            taken = word > head and words.lowers[word - 1] in (
                "the",
                "this",
                "his",
                "her",
                "their",
                "its",
            )
            if possessed or taken:
                at = word
    if at is None:
        return _of_last_sentence(scan, head, start, end)
    sentence = scan.sentence_of[at]
    state = bool(bits[head] & lex.STATE)
    both = state and bits[head] & lex.OFFICE and words.lowers[at] == "its"
    for word in range(at - 1, -1, -1):
        if sentence - scan.sentence_of[word] > 2:
            break
        index = scan.owner[word]
        owned = scan.mentions[index] if index >= 0 else None
        if owned is None or index < 0:
            continue
        if owned.kind == "organization" and not state and owned.how != "acronym-of":
            return index, owned.country
        if owned.kind == "organization" and both and scan.sentence_of[word] == sentence:
            return index, owned.country  # "the Zorix Union said its president"
        if owned.kind == "country" and state and owned.how == "name":
            return None, owned.country
    return None, None


def bare_possessive(scan: Scan, at: int, sentence: int) -> bool:
    """Read "Doctors Without Borders' director": an apostrophe after a name in -s."""
    if scan.words.words[at] not in "'’" or at - 1 < sentence:
        return False
    return scan.owner[at - 1] >= 0 and scan.words.words[at - 1].endswith("s")


def bracketed(scan: Scan, at: int, sentence: int) -> int | None:
    """Give the body whose acronym stands in brackets: "Zorix Union (ZU) leader"."""
    if at - 3 < sentence or scan.words.words[at - 2] != "(":
        return None
    index = scan.owner[at - 3]
    body = scan.mentions[index] if index >= 0 else None
    return index if body is not None and body.kind == "organization" else None
