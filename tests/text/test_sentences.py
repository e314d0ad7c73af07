"""Where sentences, paragraphs and quotations begin and end."""

import pytest
from hypothesis import given

from newsfacts.testing import strategies as nst
from newsfacts.text import paragraphs, quotations, sentences

# Each text is written with | where one sentence ends and the next begins.
SENTENCES = [
    "He came.| She left.",
    "Gen. Ortiz met Dr. Lind.| Both smiled.",
    "J. D. Stone and George W. Hale spoke.| Nobody heard.",
    "The U.S. envoy left at 5 p.m. on Jan. 5.| The talks went on.",
    "It began at 5 p.m.| He was late.",
    "She visited the U.S.| It was cold.",
    # A stray stop in translated copy, before a small letter, ends nothing.
    "He will meet Minister Dora Lang. and army leaders.| Then he leaves.",
    "“We are ready.”| They were not.",
    "\"Is it so?\" he asked.| \"No!\"| She laughed.",
    "It cost 1.5 million.| 20 died.",
    "A caption without a stop\n\n|Talks resumed.",
    "First\r\n\r\n|Second\f\n|Third",
    "Wrapped lines\nare one sentence.| So\nis this.",
    "Wrapped lines\r\nare one sentence.| So\r\nis this.",
    # A headline of one line, not the first line of wrapped copy.
    "Storm batters the Veldan coast\n|The storm that reached the coast of Veldan on Monday has torn"
    " the roofs from some forty houses and has cut the road to the capital.| Nobody was hurt.",
    "The storm that reached the coast of Veldan on Monday has torn\nthe roofs from some forty homes"
    " and has cut the road.| Nobody was hurt.",
    "The toll rose to 12 ...| Nobody knew why.",
    "Lt. Col. Rask of No. 4 Co. fired.| All missed.",
    "SAN SALVADOR, 3 JAN 90 -- GEN. ROSA SAID IT.| THE ARMY DENIED IT.",
    "会谈在北京举行。|双方同意继续。",
    "Read more at example.org.| Or not.",
    "",
    "   \n\n  ",
    "No stop at all",
]  # fmt: skip


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked):
    """Sentences end where the bars stand, trimmed of white space."""
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    text = marked.replace("|", "")
    assert [found.of(text) for found in sentences(text)] == expected


@given(nst.texts())
def test_sentences_cover_the_text(text):
    """Sentences are in order, apart, trimmed, and leave nothing but white space out."""
    at = 0
    for start, end in sentences(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end].strip() == text[start:end]
        at = end
    assert not text[at:].strip()


@given(nst.texts())
def test_paragraphs_cover_the_text(text):
    """Paragraphs are in order, apart, trimmed, and leave nothing but white space out."""
    at = 0
    for start, end in paragraphs(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


def test_quotations():
    """Quotations of every shape are found, marks included; an unclosed one is not."""
    text = '“One,” said «two» of "three" and „vier“; an unclosed “ one'
    assert [found.of(text) for found in quotations(text)] == [
        "“One,”", "«two»", '"three"', "„vier“",
    ]  # fmt: skip
