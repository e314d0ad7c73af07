"""The extractor is what every extractor should be."""

from newsfacts.testing import parametrize_with_checks
from newsfacts_earthquakes.extractor import QuakeExtractor
from newsfacts_earthquakes.fact import Quake


@parametrize_with_checks([QuakeExtractor()], fact_types=[Quake], max_examples=25)
def test_conformance(check, subject):
    """Each check of the conformance kit holds."""
    check(subject)
