"""Registered under Hypothesis' entry point, so that `from_type(Article)` draws an article."""

from typing import Any


def register() -> None:
    """Register strategies for the model's classes; Hypothesis calls it when it is imported.

    The strategies themselves are looked up when first drawn from.
    """
    from hypothesis import strategies as st

    import newsfacts

    def drawn_by(name: str) -> Any:
        def strategy(_: type) -> "st.SearchStrategy[Any]":
            from newsfacts.testing import strategies as nst

            made: st.SearchStrategy[Any] = getattr(nst, name)()
            return made

        return strategy

    for kind, name in (
        (newsfacts.Article, "articles"),
        (newsfacts.Count, "counts"),
        (newsfacts.Time, "times"),
        (newsfacts.Place, "places"),
        (newsfacts.Record, "records"),
    ):
        st.register_type_strategy(kind, drawn_by(name))
