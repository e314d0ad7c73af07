"""The delegations extractors are what every extractor should be."""

from newsfacts.testing import parametrize_with_checks
from newsfacts_delegations.plugin import newsfacts_extractors

SENTENCES = (
    "French Prime Minister Ana Ruiz met Kofi Mensah in Lyon on Monday.",
    "“We will meet,” said Li Wei after talks with Ivan Petrov in Munich.",
    "A Fatah delegation headed by Ana Ruiz came to Mombasa for talks.",
)


@parametrize_with_checks(list(newsfacts_extractors()), sentences=SENTENCES, max_examples=25)
def test_conformance(check, subject):
    """Each check of the conformance kit holds."""
    check(subject)
