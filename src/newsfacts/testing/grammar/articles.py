"""Whole articles, composed of a head, sentences and a trailing credit."""

import collections
import datetime
import itertools
from collections.abc import Iterable, Sequence

import attrs
from hypothesis import strategies as st

from newsfacts import Article
from newsfacts.testing.grammar.casualties import CASUALTY_PHRASES
from newsfacts.testing.grammar.datelines import DATELINE_PHRASES, HEADS, TAILS
from newsfacts.testing.grammar.dates import DATE_PHRASES
from newsfacts.testing.grammar.fillers import FILLERS
from newsfacts.testing.grammar.meetings import MEETING_PHRASES
from newsfacts.testing.grammar.pieces import (
    Closed,
    Expected,
    Phrase,
    Piece,
    Scene,
    Truth,
    choose,
    joined,
)
from newsfacts.testing.grammar.values import AnyOf
from newsfacts.testing.grammar.words import PEOPLE

CLOSED: tuple[Closed, ...] = (
    Closed("datelines"),
    Closed("dates"),
    Closed("casualties"),
    Closed("places"),
    Closed("events", {"type": AnyOf("meet", "visit", "call")}),
    Closed("actors", {"kind": "person"}),
)
"""The groups, or parts of groups, of which the built-in phrases state everything there is."""

ALL_PHRASES: tuple[Phrase, ...] = (
    *FILLERS, *DATE_PHRASES, *CASUALTY_PHRASES, *MEETING_PHRASES, *HEADS,
    *TAILS,
)  # fmt: skip
"""Every built-in phrase: sentences, heads and tails."""

DAY = datetime.date(2024, 2, 21)
"""The article's date where none is asked for: a Wednesday."""

# leap days, year ends and month ends, where counting days goes wrong
_EDGES = (
    DAY,
    *(
        datetime.date.fromisoformat(each)
        for each in (
            "2024-02-29", "2023-12-31", "2024-01-01", "2021-03-01", "1999-12-31", "2020-07-31",
        )
    ),
)  # fmt: skip
_FIRST_DAY, _LAST_DAY = datetime.date(1985, 1, 1), datetime.date(2035, 12, 31)
# one number each, counted from DAY, so that every date is one step from the plainest
_DATES = st.one_of(
    st.sampled_from(_EDGES),
    st.integers((_FIRST_DAY - DAY).days, (_LAST_DAY - DAY).days).map(
        lambda days: DAY + datetime.timedelta(days=days)
    ),
)
_PEOPLE_A_SENTENCE = 3
_first_persons = st.integers(0, len(PEOPLE) - 1)
_GLUE = ("\n\n", " ", "\n", "\r\n\r\n")

Published = st.SearchStrategy[datetime.date | None] | datetime.date | str | None


def _published(given: Published) -> st.SearchStrategy[datetime.date | None]:
    if isinstance(given, st.SearchStrategy):
        return given
    if isinstance(given, str):
        given = datetime.date.fromisoformat(given)
    return _DATES if given is None else st.just(given)


def _scene(published: datetime.date | None, first: int, number: int) -> Scene:
    """Give a sentence its own persons, so that no two sentences speak of one event."""
    count = len(PEOPLE)
    start = first + number * _PEOPLE_A_SENTENCE
    return Scene(published, tuple(PEOPLE[(start + n) % count] for n in range(_PEOPLE_A_SENTENCE)))


def _sentences(phrases: Sequence[Phrase], published: Published) -> st.SearchStrategy[Piece]:
    @st.composite
    def sentence(draw: st.DrawFn) -> Piece:
        day = draw(_published(published))
        scene = _scene(day, draw(_first_persons), 0)
        return draw(choose(draw, phrases).strategy(scene))

    return sentence()


def casualty_phrases(*, published: Published = DAY) -> st.SearchStrategy[Piece]:
    """Draw a sentence on people killed, injured and so on, or a trap, with its facts."""
    return _sentences(CASUALTY_PHRASES, published)


def meeting_phrases(*, published: Published = DAY) -> st.SearchStrategy[Piece]:
    """Draw a sentence on a meeting, visit or call, or a trap, with its facts."""
    return _sentences(MEETING_PHRASES, published)


def date_phrases(*, published: Published = DAY) -> st.SearchStrategy[Piece]:
    """Draw a sentence with a time expression, or a trap, with its facts."""
    return _sentences(DATE_PHRASES, published)


def datelines(*, published: Published = DAY) -> st.SearchStrategy[Piece]:
    """Draw a dateline with the separator behind it, and its facts; a sentence must follow."""
    return _sentences(DATELINE_PHRASES, published)


def neutral_sentences() -> st.SearchStrategy[Piece]:
    """Draw a sentence that states nothing."""
    return _sentences(FILLERS, DAY)


def truth_of(
    pieces: Iterable[Piece | str],
    *,
    published: datetime.date | str | None = None,
    closed: Sequence[Closed] = CLOSED,
    separator: str = " ",
) -> Truth:
    """Make an article of pieces, and the truth about it."""
    piece = joined(pieces, separator)
    return _truth(piece, published, closed)


def _truth(piece: Piece, published: datetime.date | str | None, closed: Sequence[Closed]) -> Truth:
    ordered = sorted(piece.expected, key=lambda each: (each.start, each.end))
    return Truth(
        Article(text=piece.text, published=published),
        tuple(ordered),
        tuple(closed),
    )


def _in_company(sentences: Sequence[Piece]) -> list[Piece]:
    """Drop what is sure only of a lone sentence from groups that several sentences speak of."""
    speaking = collections.Counter(
        group for piece in sentences for group in {each.group for each in piece.expected}
    )
    return [
        Piece(
            piece.text,
            tuple(
                each.in_company() if speaking[each.group] > 1 else each for each in piece.expected
            ),
        )
        for piece in sentences
    ]


def upper_cased(piece: Piece) -> Piece:
    """Put a piece in capitals, as old wire copy is, where that keeps every offset."""
    text = "".join(char.upper() if len(char.upper()) == 1 else char for char in piece.text)
    return attrs.evolve(piece, text=text)


@st.composite
def articles_with_truth(
    draw: st.DrawFn,
    *,
    phrases: Sequence[Phrase] | None = None,
    published: Published = None,
    min_sentences: int = 1,
    max_sentences: int = 5,
    closed: Sequence[Closed] = CLOSED,
    upper: bool = False,
) -> Truth:
    """Draw an article together with the facts that it states.

    Args:
        phrases: the phrases to compose it of: `ALL_PHRASES`, some of them, your own, or both.
            Without one for the head or tail, articles have none; without one for the body,
            only neutral sentences.
        published: the article's date, or a strategy that draws one; None draws any, month ends
            and leap days among them. A strategy may draw None: an article without a date. The
            date stands in the metadata, unless a head states it whole.
        min_sentences, max_sentences: how many sentences follow the head.
        closed: the groups in which anything but the stated facts is a false alarm.
        upper: put the whole text in capitals, as old wire copy is.

    Raises:
        InvalidArgument: no or a reversed number of sentences.
    """
    chosen = ALL_PHRASES if phrases is None else tuple(phrases)
    heads = tuple(each for each in chosen if each.where == "head")
    tails = tuple(each for each in chosen if each.where == "tail")
    bodies = tuple(each for each in chosen if each.where == "body") or FILLERS
    day = draw(_published(published))
    first = draw(_first_persons)
    numbers = itertools.count()

    # the choice of a phrase and what it draws lie side by side, so that both can be dropped at once
    @st.composite
    def sentence(draw: st.DrawFn) -> Piece:
        scene = _scene(day, first, next(numbers))
        return draw(choose(draw, bodies).strategy(scene))

    sentences = draw(st.lists(sentence(), min_size=min_sentences, max_size=max_sentences))
    glue = choose(draw, _GLUE) if len(sentences) > 1 else ""
    body = joined(_in_company(sentences), glue)
    head = draw(choose(draw, heads).strategy(_scene(day, first, -1))) if heads else Piece("")
    tail = draw(choose(draw, tails).strategy(_scene(day, first, -2))) if tails else Piece("")
    piece = joined((head, body, tail))
    if upper:
        piece = upper_cased(piece)
    dated = any(
        path == "published_from"
        for each in head.expected
        if each.group == "article"
        for path, _ in each.fields
    )
    metadata = None if dated else day
    if metadata is not None:
        stated = {"published": metadata.isoformat(), "published_from": "metadata"}
        piece = Piece(piece.text, (*piece.expected, Expected("article", stated)))
    return _truth(piece, metadata, closed)
