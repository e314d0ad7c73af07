"""The lexicons and the reading of words: each entry can be used, each form is derived."""

import pytest

from newsfacts.text import load_lexicon
from newsfacts_delegations import words
from newsfacts_delegations.chunks import read_chunks
from newsfacts_delegations.tagging import read_tokens


def tags(text: str) -> list[str]:
    """Give the tags of a text's words."""
    return [token.tag for token in read_tokens(text, 0, len(text))]


def verbs(text: str) -> list[str]:
    """Give the main verbs of a text's verb groups."""
    chunks = read_chunks(read_tokens(text, 0, len(text)))
    return [chunk.verb.lemma for chunk in chunks if chunk.verb is not None]


@pytest.mark.parametrize("name", ["grammar", "verbs", "people", "events", "relations", "reports"])
def test_lexicons_are_small_letters(name: str) -> None:
    """Every word of every lexicon is written small: words are looked up so."""

    def walk(value: object) -> None:
        if isinstance(value, str):
            assert value == value.lower()
        elif isinstance(value, list):
            for item in value:
                walk(item)
        elif isinstance(value, dict):
            for key, item in value.items():
                if key not in ("kind", "frame", "role", "modality", "polarity"):
                    walk(item)

    walk(dict(load_lexicon("newsfacts_delegations", name)))


def test_every_frame_is_read() -> None:
    """Each event verb has a frame that a reader knows, and all its forms are known."""
    from newsfacts_delegations.verbs import _FRAMES

    for lemma, cue in words.verb_cues().items():
        assert cue.frame in _FRAMES, lemma
        assert lemma in words.verb_forms(), lemma


@pytest.mark.parametrize(
    ("form", "lemma", "letters"),
    [
        ("met", "meet", "dn"),
        ("flew", "fly", "d"),
        ("flown", "fly", "n"),
        ("travelling", "travel", "g"),
        ("travelled", "travel", "dn"),
        ("arrives", "arrive", "s"),
        ("conferred", "confer", "dn"),
        ("carries", "carry", "s"),
        ("lying", "lie", "g"),
    ],
)
def test_forms_are_derived(form: str, lemma: str, letters: str) -> None:
    """Regular forms follow the rules of spelling, irregular ones the table."""
    found = words.verb_forms()[form]
    assert (found.lemma, found.forms) == (lemma, letters)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met in the hall.", ["meet"]),
        ("The admiral plans to travel north.", ["travel"]),
        ("The plans were ready.", ["be"]),
        ("He has not yet visited the port.", ["visit"]),
        ("He did not visit the port.", ["visit"]),
        ("The visit drew crowds.", ["draw"]),
        ("The talks resumed.", ["resume"]),
        ("She is due to meet them.", ["meet"]),
        ("They held closed-door talks.", ["hold"]),
        ("They had a working dinner.", ["have"]),
        ("They are to meet.", ["meet"]),
        ("A team overseeing the vote met.", ["oversee", "meet"]),
    ],
)
def test_verb_groups(text: str, expected: list[str]) -> None:
    """A verb group is known by its main verb; nouns that look like verbs are left."""
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("due to visit", ["N", "TO", "V"]),
        ("due to rain", ["P", "N"]),
        ("her visit", ["S", "N"]),
        ("day-long", ["N", "HY", "N"]),
        ("the next round", ["D", "N", "N"]),
    ],
)
def test_tags_in_context(text: str, expected: list[str]) -> None:
    """What a word is follows from the words beside it."""
    assert tags(text) == expected
