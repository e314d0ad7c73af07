"""Sentences that state nothing at all: no person, place, day, figure or meeting."""

from hypothesis import strategies as st

from newsfacts.testing.grammar.pieces import Phrase, Piece, Scene, choose, phrase

_SENTENCES = (
    "Work on the bridge continues.",
    "The river is low.",
    "Prices were little changed.",
    "The road runs along the coast.",
    "No further details were given.",
    "The cause was not known.",
    "Rain slowed the repairs.",
    "The report did not name a reason.",
    "The building dates from the colonial period.",
    "Shops stayed open.",
    "“Nothing has been decided,” the spokesman said.",
    "The plan has many critics.",
    "Power was restored to most districts.",
    "Such roofs are cheap to build.",
    "The ministry declined to comment.",
    "Farmers grow maize and beans on the slopes.",
    "It is not clear who will pay for the work.",
    "The company makes pumps and pipes.",
)


@phrase("filler")
def _filler(draw: st.DrawFn, scene: Scene) -> Piece:
    return Piece(choose(draw, _SENTENCES))


FILLERS: tuple[Phrase, ...] = (_filler,)
