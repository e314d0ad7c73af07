"""Registration with newsfacts."""

from collections.abc import Iterable

from newsfacts import Extractor, hookimpl
from newsfacts_places.extractor import PlaceExtractor


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """Give this plugin's extractors."""
    return (PlaceExtractor(),)
