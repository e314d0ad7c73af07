"""What a word can be in a noun phrase of people by itself, worked out once for each word.

Most words of a sentence begin no such phrase, and most phrases that begin as one would hold nobody:
"the bridge", "a plan". A look-up for each word tells, before anything is read.
"""

from functools import cache

from newsfacts.text import Memo, fold_case
from newsfacts_casualties import lexicon

EVERYONE = frozenset(("all", "everyone", "everybody"))
PAIRS = frozenset(("couple", "duo", "trio", "twins"))
SECOND = frozenset((
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
))  # fmt: skip
ADJECTIVES = frozenset((
    "local", "national", "native", "black", "white", "christian", "muslim", "catholic", "arab",
    "african", "european", "asian", "other", "official", "military", "minor", "individual",
    "elderly",
))  # fmt: skip
NATIONS = frozenset((
    "chinese", "japanese", "lebanese", "sudanese", "congolese", "portuguese", "nepalese", "burmese",
    "vietnamese", "dutch", "swiss", "irish",
))  # fmt: skip
"""Adjectives of nation that are nouns as they stand."""
INNER_MARKS = frozenset("-'’\"“”")
OLD = ("-year-old", "-year-olds")


def is_agent(word: str) -> bool:
    """Guess from its ending that a singular noun names a person."""
    return word.endswith(lexicon.endings("agent_endings"))


def is_national(text: str) -> bool:
    """Tell a noun of nation or creed by its capital and ending."""
    if not text[:1].isupper() or text.isupper():
        return False
    return text.lower().rstrip("s").endswith(lexicon.endings("nation_endings"))


def _may_begin(text: str) -> bool:
    """Tell whether a phrase may begin at a token, whatever stands behind it.

    A count may, too, and a word with a noun of people near behind it.
    """
    word = fold_case(text)
    if not text[0].isalnum():
        return False  # a mark
    if word != text or text[0].isdecimal() or "-" in word or word in EVERYONE:
        return True
    return lexicon.openers().get(word) not in (None, "stop")


MAY_BEGIN = Memo(_may_begin)
"""Tells by its text whether a phrase may begin at a token."""


@cache
def _people() -> frozenset[str]:
    """Give the words that make a phrase one of people, or may do so."""
    return (
        frozenset(("husband", "crowd")).union(
            lexicon.nouns(), lexicon.harmed_nouns(), lexicon.victim_sets()
        )
        | PAIRS | SECOND | lexicon.grammar("nth") | lexicon.words("victims", "groups", "group_of")
    )  # fmt: skip


def _in_phrase(text: str) -> str:
    word = fold_case(text)
    if (
        word in _people() or text[0].isdecimal() or word.endswith(OLD) or is_national(text)
        or (text[0].isupper() and word in lexicon.nationals())
    ):  # fmt: skip
        return "people"
    if is_agent(word):
        return "agent"
    if not text[0].isalnum():
        return "" if text in INNER_MARKS or text == "," else "end"
    if word in lexicon.stop_words() and word not in ADJECTIVES | NATIONS and text != "US":
        return "end"
    return ""


IN_PHRASE = Memo(_in_phrase)
"""Tells by its text what a token makes of a phrase that has begun before it.

One of `people`; behind "a" or "an" also by an `agent`; or nothing any more, for it is at its `end`.
"""
