"""The dateline extractors are what every extractor should be."""

from newsfacts.testing import parametrize_with_checks
from newsfacts_dateline.plugin import newsfacts_extractors

SENTENCES = (
    "They met on Tuesday and will meet again next Friday.",
    "Lima Today wrote of the 80s, of Easter, 9/11 and “Christmas Today” at 1400 GMT.",
    "It began yesterday in Munich.",
    "“Two days ago,” said Ana Ruiz.",
    "The office in Lyon closes on 12 March, it told the AFP agency.",
)


@parametrize_with_checks(list(newsfacts_extractors()), sentences=SENTENCES, max_examples=25)
def test_conformance(check, subject):
    """Each check of the conformance kit holds."""
    check(subject)
