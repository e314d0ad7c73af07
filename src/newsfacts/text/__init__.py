"""What extractors share: sentences, phrases, patterns, lexicons, numbers."""

from newsfacts.text.lexicons import load_lexicon
from newsfacts.text.numbers import (
    DIGITS,
    digits_value,
    number_value,
    number_words_pattern,
    ordinal_value,
)
from newsfacts.text.patterns import Part, PatternBook
from newsfacts.text.scan import Hit, PhraseMatcher, fold_case, matcher_of
from newsfacts.text.sentences import TextRange, paragraphs, quotations, sentences

__all__ = [
    "DIGITS", "Hit", "Part", "PatternBook", "PhraseMatcher", "TextRange", "digits_value",
    "fold_case", "load_lexicon", "matcher_of", "number_value", "number_words_pattern",
    "ordinal_value", "paragraphs", "quotations", "sentences",
]  # fmt: skip
