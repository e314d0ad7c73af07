"""pytest fixtures for extractors and plugins.

A module of its own beside the library, which is imported inside the fixtures only when a test
asks for one: pytest loads its plugins before coverage is measured, and would hide the import.
"""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def newsfacts_pipeline() -> Callable[..., Any]:
    """Make a pipeline of given extractors alone: `newsfacts_pipeline(MyExtractor())`."""
    from newsfacts.testing.subject import isolated_pipeline

    return isolated_pipeline


@pytest.fixture
def newsfacts_manager() -> Callable[..., Any]:
    """Load given plugins and nothing that is installed: `newsfacts_manager(my_plugin)`."""
    from newsfacts.testing.subject import isolated_manager

    return isolated_manager


@pytest.fixture
def assert_extracts() -> Callable[..., Any]:
    """`assert_extracts(MyExtractor(), "<killed value=12>12 people</killed> died")`."""
    from newsfacts.testing.expect import assert_extracts

    return assert_extracts


@pytest.fixture
def check_extractor() -> Callable[..., Any]:
    """Run the conformance checks: every result, failed ones raised as one assertion."""
    from newsfacts.testing.checks import check_extractor, report

    def check(extractor: Any, **options: Any) -> list[Any]:
        results = check_extractor(extractor, **options)
        if not all(result.ok for result in results):
            raise AssertionError(report(results))
        return results

    return check
