"""Relations between an article and a changed one that hold whatever the right answer is."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st

from newsfacts import Article, Casualty, Dateline, Fact, TimeExpression
from newsfacts.model import group_of
from newsfacts.testing import strategies as nst
from newsfacts.testing.checks._base import (
    CheckSkipped,
    Seen,
    Violation,
    check,
    for_all,
    values_of,
)
from newsfacts.testing.subject import Subject

NEUTRAL = "Nobody had anything more to say about it."
"""A paragraph that states nothing: no name, number, day, place or cue."""

_PUBLISHED = st.dates(date(1995, 5, 1), date(2035, 5, 1)).map(
    lambda day: day.replace(month=5).isoformat()
)


def _clean(subject: Subject) -> st.SearchStrategy[Article]:
    return nst.articles(text=nst.texts(also=subject.sentences, trouble=False), published=_PUBLISHED)


def _compare(
    subject: Subject,
    rule: str,
    change: Callable[[str], str],
    *,
    articles: st.SearchStrategy[Article] | None = None,
) -> None:
    """Hold that a change of the text leaves all values as they are, spans apart."""
    seen = Seen()

    def test(article: Article) -> None:
        changed = attrs.evolve(article, text=change(article.text), id="changed")
        if changed.text == article.text:
            return
        before, after = _values(subject.run(article)), _values(subject.run(changed))
        seen.claims += sum(before.values())
        if before != after:
            lost, gained = before - after, after - before
            raise Violation(
                rule, article, None,
                f"as {changed.text!r}\nlost    {list(lost)[:2]!r}\ngained  {list(gained)[:2]!r}",
            )  # fmt: skip

    for_all(subject, test, _clean(subject) if articles is None else articles)
    seen.some(subject)


_SPACES = re.compile(r"[\s\u00a0]+")


def _values(facts: list[Fact]) -> Counter[tuple[str, str]]:
    """Values without spans, quotes and spaces of one kind."""
    return Counter(
        (group, _SPACES.sub(" ", _straight(text))) for group, text in values_of(facts, spans=False)
    )


_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def _straight(text: str) -> str:
    text = text.replace("\\r\\n", "\\n").replace("\\xa0", " ").replace("\\n", " ")
    return text.translate(_CURLY).replace('"', "'").replace("\\'", "'")


@check
def unrelated_paragraph_only_shifts(subject: Subject) -> None:
    """A paragraph that states nothing changes no value, wherever it is put after the head."""

    def change(text: str) -> str:
        head, gap, rest = text.partition("\n\n")
        return f"{head}{gap}{NEUTRAL}\n\n{rest}" if gap else text

    _compare(subject, "an unrelated paragraph changes nothing", change)


@check
def straight_and_curly_quotes_are_one(subject: Subject) -> None:
    """Curly quotes and apostrophes read like straight ones."""
    _compare(
        subject, "curly and straight quotes are read alike", lambda text: text.translate(_CURLY)
    )


@check
def line_ends_are_one(subject: Subject) -> None:
    """CRLF reads like LF."""
    _compare(
        subject, "CRLF and LF are read alike",
        lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    )  # fmt: skip


@check
def no_break_spaces_are_spaces(subject: Subject) -> None:
    """A no-break space reads like a space."""
    _compare(
        subject, "a no-break space is read like a space",
        # Line ends stay, and so does the space of a header line, which is part of its form.
        lambda text: text[:1] + text[1:].replace(" ", "\u00a0"),
    )  # fmt: skip


_DAY_RELATIVE = (
    "They arrived yesterday.",
    "They arrived today.",
    "They leave tomorrow.",
    "Two days ago the road was closed.",
)
_WEEKDAYS = (
    "They met on Tuesday.",
    "They will meet on Friday.",
    "It began last Saturday.",
)
_ABSOLUTE = (
    "It began on 3 May 2019.",
    "They met on March 12, 2021.",
    "The law dates from 1998.",
)


def _needs(subject: Subject, *capabilities: str) -> None:
    if not subject.provides(*capabilities):
        raise CheckSkipped(f"the extractor provides none of {', '.join(capabilities)}")


def _times(subject: Subject, text: str, published: str) -> list[str]:
    article = Article(text=text, published=published)
    return [f.value for f in subject.run(article) if isinstance(f, TimeExpression)]


def _moved(value: str, days: int) -> str:
    moved = date.fromisoformat(value[:10]) + timedelta(days=days)
    return moved.isoformat() + value[10:]


@check
def dates_move_with_publication(subject: Subject) -> None:
    """A day later moves relative days by a day, seven move weekdays by a week, nothing absolute."""
    _needs(subject, "times")
    table = [
        *((text, (1, 30, 365)) for text in _DAY_RELATIVE),
        *((text, (7, 28, 371)) for text in _WEEKDAYS),
    ]
    published = date(2024, 2, 26)  # a Monday before a leap day and a month's end
    for text, steps in table:
        for step in steps:
            before = _times(subject, text, published.isoformat())
            after = _times(subject, text, (published + timedelta(days=step)).isoformat())
            days = [value for value in before if re.match(r"\d{4}-\d\d-\d\d", value)]
            if days and after != [
                _moved(v, step) if re.match(r"\d{4}-\d\d-\d\d", v) else v for v in before
            ]:
                raise Violation(
                    f"moving publication by {step} days moves the date by {step} days",
                    Article(text=text, published=published.isoformat()), None,
                    f"{before} became {after}",
                )  # fmt: skip
    for text in _ABSOLUTE:
        if _times(subject, text, "2024-02-26") != _times(subject, text, "2031-11-05"):
            raise Violation("absolute dates do not move with publication", Article(text=text))


_NUMBERS = ((3, "three"), (12, "twelve"), (40, "forty"), (1200, "twelve hundred"))
_COUNTED = (
    "At least {n} people were killed in the blast.",
    "More than {n} soldiers died.",
    "The storm left {n} people injured.",
    "{n} civilians were killed and five wounded.",
)


@check
def digits_and_words_count_alike(subject: Subject) -> None:
    """A count in digits or in words gives one value and one pair of bounds."""
    _needs(subject, "casualties")
    for template in _COUNTED:
        for number, word in _NUMBERS:
            forms = (str(number), f"{number:,}", word)
            found = []
            for form in forms:
                text = template.format(n=form)
                text = text[0].upper() + text[1:]
                facts = subject.run(Article(text=text))
                found.append(
                    sorted(
                        (f.harm, str((f.count.value, f.count.low, f.count.high)))
                        for f in facts
                        if isinstance(f, Casualty)
                    )
                )
            if any(other != found[0] for other in found):
                raise Violation(
                    "digits and words give one count", Article(text=template), None,
                    "; ".join(f"{form!r}: {got}" for form, got in zip(forms, found, strict=True)),
                )  # fmt: skip


# None is a capital: a capital may stand for its government, and then it is an actor too.
_CITIES = ("Lyon", "Munich", "Mombasa", "Osaka", "Karachi")
_PEOPLE = ("Ana Ruiz", "Li Wei", "Kofi Mensah", "Ivan Petrov")


def _structure(facts: list[Fact]) -> Counter[tuple[str, str]]:
    """How many facts of each group and kind, whatever their names."""
    kinds = ("kind", "type", "harm", "scope", "modality", "polarity")
    return Counter(
        (
            group_of(fact),
            ", ".join(str(getattr(fact, name)) for name in kinds if hasattr(fact, name)),
        )
        for fact in facts
    )


def _substitutes_keep_structure(subject: Subject, rule: str, names: tuple[str, ...]) -> None:
    seen = Seen()
    own = [text for text in subject.sentences if any(name in text for name in names)]
    templates = (
        st.sampled_from(tuple(own)) | nst.sentences_of_news() if own else (nst.sentences_of_news())
    )

    def test(text: str, one: str, other: str) -> None:
        present = next((name for name in names if name in text), None)
        if present is None or one == other or one in text.replace(present, "") or other in text:
            return
        first = subject.run(Article(text=text.replace(present, one), published="2024-02-13"))
        second = subject.run(Article(text=text.replace(present, other), published="2024-02-13"))
        seen.claims += len(first)
        if _structure(first) != _structure(second):
            raise Violation(
                rule, Article(text=text.replace(present, one)), None,
                f"with {other!r}: {dict(_structure(second))} instead of {dict(_structure(first))}",
            )  # fmt: skip

    sampled: Any = st.sampled_from(names)
    for_all(subject, test, templates, sampled, sampled, max_examples=2 * subject.max_examples)
    seen.some(subject)


@check
def another_city_same_structure(subject: Subject) -> None:
    """Another city changes names and places, and nothing of the structure."""
    _substitutes_keep_structure(subject, "another city keeps the structure", _CITIES)


@check
def another_person_same_structure(subject: Subject) -> None:
    """Another person changes names, and nothing of the structure."""
    _substitutes_keep_structure(subject, "another person keeps the structure", _PEOPLE)


_HEADS = (
    ("Lyon, March 4 (Reuters) - ", "LYON, MARCH 4 (Reuters) - "),
    ("Madrid, 4 ene (EFE).- ", "MADRID, 4 ENE (EFE).- "),
    ("Berlin (dpa) - ", "BERLIN (dpa) - "),
    ("Nairobi, Kenya (AP) — ", "NAIROBI, Kenya (AP) — "),
)


@check
def upper_case_datelines_are_kept(subject: Subject) -> None:
    """A dateline in capitals is the dateline in small letters."""
    _needs(subject, "dateline")
    story = "A bridge was opened over the river, the ministry said.\n"
    for small, capital in _HEADS:
        found = [
            [
                (
                    [place.name for place in fact.places],
                    fact.date.value if fact.date else None,
                    fact.agencies,
                )
                for fact in subject.run(Article(text=head + story, published="2024-12-31"))
                if isinstance(fact, Dateline)
            ]
            for head in (small, capital)
        ]
        if found[0] != found[1]:
            raise Violation(
                "upper-casing a dateline keeps it", Article(text=capital + story), None,
                f"{found[1]} instead of {found[0]}",
            )  # fmt: skip
