"""The actors extractors are what every extractor should be."""

from newsfacts.testing import parametrize_with_checks
from newsfacts_actors.plugin import newsfacts_extractors

SENTENCES = (
    "French Prime Minister Ana Ruiz met Kofi Mensah, head of the Red Cross, in Lyon.",
    "“No,” said Li Wei, a spokesman for the Interior Ministry in Mombasa.",
)


@parametrize_with_checks(list(newsfacts_extractors()), sentences=SENTENCES, max_examples=25)
def test_conformance(check, subject):
    """Each check of the conformance kit holds."""
    check(subject)
