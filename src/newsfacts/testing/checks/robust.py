"""No text breaks an extractor, and none makes it slow out of proportion."""

import math
import time
from collections.abc import Iterator

from hypothesis import strategies as st

from newsfacts import Article
from newsfacts.testing import strategies as nst
from newsfacts.testing.checks._base import Seen, Violation, check, drawn_articles, for_all
from newsfacts.testing.subject import ExtractorRaised, Subject


@check
def never_raises(subject: Subject) -> None:
    """No text raises: prose, trouble, or characters at random."""
    anything = st.text(alphabet=st.characters(), max_size=60)
    mixed = st.one_of(
        nst.texts(also=subject.sentences),
        anything,
        st.tuples(nst.texts(also=subject.sentences), anything).map("".join),
    )

    def test(article: Article) -> None:
        try:
            subject.run(article)
        except ExtractorRaised as raised:
            raise Violation(
                "an extractor does not raise, whatever the text", article, None, str(raised)
            ) from raised.__cause__

    for_all(subject, test, nst.articles(text=mixed), max_examples=3 * subject.max_examples)


@check
def nothing_from_nothing(subject: Subject) -> None:
    """Empty text and white space hold no facts."""
    for text in ("", " ", "\n\n", "\t\r\n \u00a0", "\f", "\u200b"):
        for published in (None, "2024-02-13"):
            article = Article(text=text, published=published)
            try:
                found = subject.run(article)
            except ExtractorRaised:
                continue
            if found:
                raise Violation("a text without words holds no facts", article, found[0])


@check
def finds_something(subject: Subject) -> None:
    """In the sentences given for it, or in wire prose at large, the extractor finds something."""
    seen = Seen()

    def test(article: Article) -> None:
        seen.claims += len(subject.run(article))

    for_all(subject, test, drawn_articles(subject))
    seen.some(subject)


MAX_EXPONENT = 1.35
"""Growth of time with length above which an extractor counts as slower than linear.

Quadratic cost shows as 2; allocation and caches let linear code reach some 1.1 to 1.2.
"""

_SIZES = (8_000, 32_000)
_PATIENCE = 20.0  # seconds for one size; what takes longer is as good as hung


def _inputs(subject: Subject) -> Iterator[tuple[str, str]]:
    """Name and unit of texts that grow by repetition: ordinary ones and attacks."""
    cues = [cue.removesuffix("*") for cue in subject.extractor.cues][:6]
    for sentence in (*subject.sentences[:3], "At least 12 people were killed in Lyon on Monday. "):
        yield "sentences", sentence + " "
        yield "one long line of words", sentence.replace(".", "").replace("\n", " ") + " "
    if cues:
        yield "cue words", " ".join(cues) + " "
        yield "glued cue words", "".join(cues)
    yield "digits", "1234567890"
    yield "grouped digits", "1,234,"
    yield "letters without a space", "abcdefghij"
    yield "capitals", "ABC DEF "
    yield "capitalised names", "Ana Ruiz "
    yield "white space", " "
    yield "line ends", "\n"
    yield "stops", ". "
    yield "commas", ", and "
    yield "open brackets", "(["
    yield "open quotes", "“"
    yield "nested quotes", '“a ‘b "c'
    yield "hyphens", "a-"
    yield "astral characters", "🕊"
    yield "combining marks", "e\u0301"


@check
def cost_is_linear(subject: Subject) -> None:
    """Time grows no faster than the text, for ordinary and adversarial texts."""
    for name, unit in _inputs(subject):
        exponent, worst = _growth(subject, unit)
        if exponent > MAX_EXPONENT:
            # A noisy machine may have spoilt it: only what stays slow three times is slow.
            again = min(_growth(subject, unit)[0] for _ in range(2))
            if again > MAX_EXPONENT:
                raise Violation(
                    "time grows no faster than the text", Article(text=unit * 3), None,
                    f"{name}: repeated to {_SIZES[0]} up to {_SIZES[-1]} characters, time grows"
                    f" with length to the power of {min(again, exponent):.2f}"
                    f" ({worst:.2f} s at the end)",
                )  # fmt: skip


def _growth(subject: Subject, unit: str) -> tuple[float, float]:
    """Give the exponent between the smallest and largest size, and the largest time in seconds."""
    taken: list[tuple[int, float]] = []
    for size in _SIZES:
        text = (unit * (size // len(unit) + 1))[:size]
        best = math.inf
        for _ in range(2):
            started = time.process_time()
            try:
                subject.run(Article(text=text, published="2024-02-13"))
            except ExtractorRaised:
                return 0.0, 0.0
            best = min(best, time.process_time() - started)
            if best > _PATIENCE / 4:
                break
        taken.append((size, best))
        if best > _PATIENCE:
            break
    if len(taken) < len(_SIZES) or taken[-1][1] < 0.02:
        # Too quick to measure, or one size alone took too long.
        return (2.0 if taken[-1][1] > _PATIENCE else 0.0), taken[-1][1]
    (small, fast), (large, slow) = taken
    return math.log(slow / max(fast, 1e-4)) / math.log(large / small), slow
