"""The casualties extractors are what every extractor should be."""

from newsfacts.testing import parametrize_with_checks
from newsfacts_casualties.plugin import newsfacts_extractors

SENTENCES = (
    "At least 13 porters were killed and 40 injured in Lyon on Monday, police said.",
    "“We lost three soldiers,” said Ana Ruiz, the mayor of Munich.",
    "A bomb killed seven people in Mombasa.",
)


@parametrize_with_checks(list(newsfacts_extractors()), sentences=SENTENCES, max_examples=25)
def test_conformance(check, subject):
    """Each check of the conformance kit holds."""
    check(subject)
