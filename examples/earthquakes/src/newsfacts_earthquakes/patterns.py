"""The patterns, made of parts, each with what it must match and what it must not."""

from functools import cache

from newsfacts.text import Part, PatternBook


@cache
def patterns() -> PatternBook:
    """Give the patterns; case does not matter to them."""
    return PatternBook(
        {
            "size": Part(
                r"\d(?:[.,]\d{1,2})?+(?![\d.,]*\d)", match=("6", "6.1", "5,8"), reject=("12", "6.")
            ),
            "code": Part(r"m(?:w|b|s|l)", match=("Mw", "Ms"), reject=("m", "mm")),
            "before": Part(
                # The words that lead to a figure: "a magnitude of", "magnitude-", "measuring".
                r"\b(?:magnitude(?:\s+of|\s+was|\s+at)?+[\s-]++(?:about\s|some\s)?+"
                r"|(?:measuring|measured|registering|registered)\s+|{code}\s*+)",
                match=("magnitude ", "magnitude of ", "magnitude-", "measuring ", "Mw "),
                reject=("magnitudes ", "magnified "),
            ),
            "after": Part(
                # "5.4-magnitude", "5.4 on the Richter scale".
                r"(?:[\s-]magnitude\b|\s+on\s+the\s+(?:open-ended\s+)?+(?:richter|moment)\b)",
                match=("-magnitude", " on the Richter", " on the open-ended Richter"),
                reject=(" on the table", "magnitudes"),
            ),
            "magnitude": Part(
                r"\bmagnitude(?:\s+of|\s+was|\s+at)?+[\s-]++(?:about\s|some\s)?+(?P<a>{size})"
                r"|\b{code}\s*+(?P<b>{size})"
                r"|\b(?P<c>{size}){after}"
                r"|\b(?:from|to)\s+(?P<d>{size})",
                match=(
                    "magnitude 6.1",
                    "magnitude of about 5.8",
                    "6.1-magnitude",
                    "Mw 7.0",
                    "5.4 on the Richter",
                    "to 6.1",
                ),
                reject=("magnitude", "6.1", "magnitude 12"),
            ),
            "unit": Part(
                r"(?:km|kilomet(?:er|re)s?|miles?)\b",
                match=("km", "kilometres", "miles"),
                reject=("kg", "milestones"),
            ),
            "length": Part(r"\d{1,3}+(?:\.\d{1,2})?+", match=("14", "10.5"), reject=("1,400",)),
            "depth": Part(
                r"\bdepth\s+of\s+(?:about\s|some\s|only\s|just\s)?+(?P<deep>{length})[\s-]*+(?P<u>{unit})"
                r"|\b(?P<low>{length})[\s-]*+(?P<v>{unit})\s+(?:deep|below|beneath|underground)\b",
                match=("depth of 14 kilometers", "10 km deep", "depth of about 6.2 miles"),
                reject=("14 kilometers", "depth of despair"),
            ),
        },
        ignore_case=True,
    )
