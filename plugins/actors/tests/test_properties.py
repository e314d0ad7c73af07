"""What holds of any text."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Actor, Article
from newsfacts.testing import isolated_pipeline, parametrize_with_checks
from newsfacts.text import sentences
from newsfacts_actors.extractor import ActorExtractor
from newsfacts_actors.scan import read

PIECES = st.sampled_from(
    ["Prime Minister ", "the head of ", "Ana Ruiz", "Hamas", "Israeli ", ", ", ". ", "'s ", "-",
     "von der ", "al- ", "(UN) ", "\n\n", " and ", "former ", "Bank of ", "said ", "\"", "J. D. ",
     "\ud800", "İ", "x" * 50, "\n    ", " \t", "talks-Maria "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_words_tile_the_text(text: str) -> None:
    """Words are verbatim, in order, and leave out nothing but white space."""
    words = read(text, list(sentences(text))).words
    at = 0
    for word, start, end in zip(words.words, words.starts, words.ends, strict=True):
        assert text[start:end] == word
        assert text[at:start].strip() == ""
        at = end
    assert text[at:].strip() == ""
    assert words.sentences[0] == 0
    assert words.sentences[-1] == len(words.words)


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_claims_hold_on_any_arrangement(text: str) -> None:
    """Names, titles and marks in any order raise nothing, and references meet mentions."""
    claims = isolated_pipeline(ActorExtractor()).claims(Article(text=text)).group(Actor.group)
    anchors = {(c.evidence[0].start, c.evidence[0].end) for c in claims}
    for claim in claims:
        assert isinstance(claim, Actor)
        for role in claim.roles:
            for span in role.evidence:
                assert text[span.start : span.end] == span.text
        for ref in (*claim.same_as, *(r.organization for r in claim.roles if r.organization)):
            assert not isinstance(ref, str)
            assert (ref.start, ref.end) in anchors


DENSE = (
    'PM Jan-Willem "Wim" van der Meer, Jr., who heads the U.N. (UN), told Gen. Al- Sabah of the '
    "Bank of Zorix (BZ): Dutch ministers Ana Ruiz of Chile and J. D. Roe, 41 (l), of the FZX "
    "party, an ex-army chief's aide to Mr. Lee, led by the secretary general of its bureau in "
    "Oslo, Bo Lim. Chief executive Ana Ruiz's Zorix and her Green party; he said the airline's "
    "boss, Lt. Roe, won."
)


@pytest.mark.parametrize("upper", [False, True])
def test_every_beginning_of_a_text_is_read(upper: bool) -> None:
    """A text that is cut off anywhere, or that begins anywhere, raises nothing."""
    pipeline = isolated_pipeline(ActorExtractor())
    text = DENSE.upper() if upper else DENSE
    for cut in range(len(text)):
        for part in (text[:cut], text[cut:]):
            assert pipeline.extract(part).failures == ()


def test_a_megabyte_without_a_space() -> None:
    """A text of one endless word is read, and holds nobody."""
    record = isolated_pipeline(ActorExtractor()).extract("x" * 1_000_000)
    assert record.actors == ()


@parametrize_with_checks(
    [ActorExtractor()],
    sentences=[
        "Israeli Prime Minister Amos Barzel met Ana Ruiz, head of the Zorix Institute, in Oslo.",
        "The Egyptian General Intelligence Service said that Hamas officials had left Cairo.",
    ],
)
def test_conformance(check: Callable[[Any], None], subject: Any) -> None:
    """The extractor is what every extractor should be."""
    check(subject)
