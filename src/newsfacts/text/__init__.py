"""What extractors share: sentences, phrases, patterns, lexicons, numbers."""

from newsfacts.text.counts import CountPhrase, count_phrases, read_counts
from newsfacts.text.lexicons import load_lexicon
from newsfacts.text.memo import Memo
from newsfacts.text.numbers import (
    DIGITS,
    digits_value,
    number_value,
    number_words_pattern,
    ordinal_value,
)
from newsfacts.text.patterns import Part, PatternBook
from newsfacts.text.scan import Hit, PhraseMatcher, fold_case, matcher_of, without_accents
from newsfacts.text.sentences import TextRange, headline_end, paragraphs, quotations, sentences
from newsfacts.text.tokens import Token, tokens

__all__ = [
    "DIGITS", "CountPhrase", "Hit", "Memo", "Part", "PatternBook", "PhraseMatcher", "TextRange",
    "Token", "count_phrases", "digits_value",
    "fold_case", "headline_end", "load_lexicon", "matcher_of", "number_value",
    "number_words_pattern", "ordinal_value", "paragraphs", "quotations", "read_counts",
    "sentences", "tokens", "without_accents",
]  # fmt: skip
