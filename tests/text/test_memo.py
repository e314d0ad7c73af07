"""What is worked out once for a word stays within bounds."""

from newsfacts.text import Memo


def test_a_word_is_worked_out_once() -> None:
    """What has been asked for before is not worked out again; long strings always are."""
    asked: list[str] = []

    def upper(word: str) -> str:
        asked.append(word)
        return word.upper()

    memo = Memo(upper, longest=4)
    assert [memo[word] for word in ("ship", "ship", "ferry", "ferry")] == [
        "SHIP", "SHIP", "FERRY", "FERRY",
    ]  # fmt: skip
    assert asked == ["ship", "ferry", "ferry"]


def test_words_that_recur_stay() -> None:
    """However many words come, few are held, and those that come again and again stay."""
    asked: list[str] = []

    def size(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(size, most=8)
    for number in range(200):
        assert memo["the"] == 3
        assert memo[f"w{number}"] == len(f"w{number}")
    assert len(memo) <= 8
    assert asked.count("the") == 1
