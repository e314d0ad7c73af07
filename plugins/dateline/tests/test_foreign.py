"""Times in other languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsfacts_dateline.foreign import find_foreign, language_of


def rows() -> Iterator[tuple[str, str, str]]:
    """Give the table's rows: the language, a sentence, what is to be found."""
    for line in Path(__file__).with_name("foreign.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, _, rest = line.partition(" | ")
            sentence, _, expected = rest.partition(" || ")
            yield language, sentence, expected


@pytest.mark.parametrize(("language", "text", "expected"), list(rows()))
def test_row(language, text, expected):
    """The sentence holds these times and no others."""
    found = find_foreign(text, language, "2024-02-13")
    assert " ; ".join(f"{text[f.start : f.end]} = {f.value}" for f in found) == expected


@pytest.mark.parametrize("language", ["es", "pt", "fr", "it", "de"])
def test_nothing_is_guessed_without_a_date(language):
    """With no article's date, yesterday stays open."""
    word = {"es": "ayer", "pt": "ontem", "fr": "hier", "it": "ieri", "de": "gestern"}[language]
    assert [found.value for found in find_foreign(word, language, None)] == ["XXXX-XX-XX"]


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("El alcalde dijo que el puente se cerró por la lluvia en el norte.", None, "es"),
        ("Die Stadt ist mit dem Verlauf der Nacht auf den Straßen und im Hafen froh.", None, "de"),
        ("The mayor said that the bridge closed and the road flooded.", None, None),
        ("THE MAYOR SAID IN A SPEECH IN LIMA THAT PEOPLE IN DE LA CRUZ FLED.", None, None),
        ("El Salvador and Los Angeles.", None, None),
        ("Rain.", "fr", "fr"),
        ("Rain.", "en-GB", None),
    ],
)  # fmt: skip
def test_the_language_is_stated_or_told_by_its_words(text, stated, language):
    """What the article says goes first; else function words decide, English by default."""
    assert language_of(text, stated) == language
