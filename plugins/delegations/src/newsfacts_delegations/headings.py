"""What is read as a sentence: without headline and dateline, and not too long."""

import re
from collections.abc import Iterable, Iterator, Sequence

from newsfacts import Context, Dateline
from newsfacts.text import TextRange

_HEADLINE = 160
_WRAPPED = re.compile(r"[a-z,]\n[a-z]")
"""A line that goes on in small letters: lines of such a text end anywhere."""
_LONGEST = 1200
"""Characters that are read as one sentence at most."""


def heads(text: str, context: Context) -> list[TextRange]:
    """Give what stands ahead of the story and is no part of its sentences, in order.

    A first line that ends without a stop is a headline, unless the lines of the whole text are
    broken that way; a dateline ends one, too.
    """
    found: list[TextRange] = []
    end = text.find("\n")
    line = text[:end].rstrip() if 0 < end <= _HEADLINE else ""
    headline = line and line[-1] not in '.!?:,;"”' and text[end + 1 : end + 2].isupper()
    if headline and not _WRAPPED.search(text, end, end + 2000):
        found.append(TextRange(end, end + 1))
    found += [
        TextRange(span.start, span.end)
        for dateline in context.mentions(Dateline)
        for span in dateline.evidence[:1]
    ]
    return found


def pieces(
    text: str, sentences: Iterable[TextRange], heads: Sequence[TextRange] = ()
) -> Iterator[TextRange]:
    """Take headline and dateline apart from what follows, and cut what is too long.

    The cost stays linear on any text.
    """
    parts = (
        part
        for sentence in sentences
        for part in (_parted(sentence, heads) if heads else (sentence,))
    )
    for sentence in parts:
        start = sentence.start
        while sentence.end - start > _LONGEST:
            cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            end = cut if cut > 0 else start + _LONGEST
            yield TextRange(start, end)
            start = end
        yield TextRange(start, sentence.end)


def _parted(sentence: TextRange, heads: Sequence[TextRange]) -> Iterator[TextRange]:
    start = sentence.start
    for head in heads:
        if start < head.start and head.end < sentence.end:
            yield TextRange(start, head.start)
        if start <= head.start and head.end < sentence.end:
            start = head.end
    yield TextRange(start, sentence.end)
