"""Registration with newsfacts."""

from collections.abc import Iterable

from newsfacts import Extractor, hookimpl


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """Give this plugin's extractors."""
    from newsfacts_delegations.extractor import DelegationsExtractor

    return (DelegationsExtractor(),)
