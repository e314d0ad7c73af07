"""The places extractors are what every extractor should be."""

from newsfacts.testing import parametrize_with_checks
from newsfacts_places.plugin import newsfacts_extractors

SENTENCES = (
    "Ana Ruiz was born in Lyon, France.",
    "“In Munich,” said Li Wei in Mombasa.",
    "The bridge near Osaka was closed.",
)


@parametrize_with_checks(list(newsfacts_extractors()), sentences=SENTENCES, max_examples=25)
def test_conformance(check, subject):
    """Each check of the conformance kit holds."""
    check(subject)
