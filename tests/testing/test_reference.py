"""The reference of the kit lists every check there is, and none that is not."""

import re
from pathlib import Path

from newsfacts.testing.checks import all_checks

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "reference" / "testing.md"


def test_every_check_is_described():
    """Each check has its row, and each row of a check its check."""
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([a-z_]+)` \|", page, re.MULTILINE))
    assert named == {each.name for each in all_checks()}
