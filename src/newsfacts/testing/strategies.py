"""Hypothesis strategies for articles, values, claims and records.

Names are plural, options keyword-only. What a shape is drawn for stands with it: each was a bug
somewhere before it was a strategy.
"""

import datetime
import string
from collections.abc import Sequence
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newsfacts import (
    Actor,
    Article,
    Attribution,
    Casualty,
    ClaimSet,
    Count,
    Credit,
    Dateline,
    Event,
    Fact,
    MentionRef,
    Participant,
    Place,
    PlaceMention,
    Record,
    Role,
    Span,
    Time,
    TimeExpression,
    Victims,
    resolve,
)
from newsfacts.model import Modifier
from newsfacts.model.vocabulary import (
    ACTOR_KINDS,
    FORMATS,
    HARMS,
    MENTION_TYPES,
    MODALITIES,
    PARTICIPANT_ROLES,
    POLARITIES,
    SCOPES,
    TENSES,
    VICTIM_KINDS,
)

_CITIES = ("Lyon", "San Salvador", "Kyiv", "N'Djamena", "São Paulo", "Port-au-Prince", "Xi'an")
_PEOPLE = ("Ana Ruiz", "Kofi Mensah", "Li Wei", "Jean-Luc Petit", "Sara bint Ali", "J. D. Stone")
_SENTENCES = (
    "{person} met {other} in {city} on Monday.",
    "At least {number} people were killed and {number} injured in {city}, police said.",
    "A delegation from {city} led by {person} will arrive next Friday.",
    "“We count {number} missing,” said {person}, the mayor of {city}.",
    "The two sides are to resume talks on 12 March, {person} told reporters.",
    "Nothing else happened there that week.",
    "{person} was born in {city} in 1961.",
)
_HEADERS = (
    "",
    " date 2024-02-13 ",
    " date 2024-10 ",
    "LYON, March 4 (Reuters) - ",
    "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT] ",
    "(ANSA) - ROMA, 11 LUG - ",
)
_TRAILERS = ("", "\n\nEFE", "\n\n(Reporting by Ana Ruiz; Editing by Li Wei)", "\n")

# Each of these broke a reader of offsets once: characters outside the Basic Multilingual Plane
# (offsets in UTF-16 units), combining marks and zero-width characters (offsets in graphemes),
# "İ" and "ß" (change length with case), CRLF and form feeds (sentence splitters), no-break spaces
# (patterns that ask for " "), right-to-left and CJK runs (word boundaries), lone surrogates
# (UTF-8 writers), and quotes of every shape.
_TROUBLE = (
    "🕊", "𝔐", "é", "n\u0303", "\u200b", "\ufeff", "\u00a0", "\u202f", "\r\n", "\r", "\f", "\x00",
    "\u2028", "\u2029", "İ", "ß", "ŉ", "“", "”", "«", "»", "’", "״", "السلام", "שלום", "北京",
    "\u202e",
    "<b>", "&amp;", "[red]", "\x1b[31m", "'; DROP", "…", "--", "—", "\ud800",
)  # fmt: skip


@st.composite
def sentences_of_news(draw: st.DrawFn) -> str:
    """Draw one sentence of wire prose with names, places, figures and days."""
    return draw(st.sampled_from(_SENTENCES)).format(
        person=draw(st.sampled_from(_PEOPLE)),
        other=draw(st.sampled_from(_PEOPLE)),
        city=draw(st.sampled_from(_CITIES)),
        number=draw(st.sampled_from(("3", "12", "1,200", "three", "dozens of", "some 40"))),
    )


@st.composite
def texts(
    draw: st.DrawFn, *, max_sentences: int = 6, also: Sequence[str] = (), trouble: bool = True
) -> str:
    """Draw an article's text: wire prose under and over which trouble is strewn.

    Headers, datelines, captions, glued words, quotes and line ends of every kind, characters
    whose length differs between encodings, and nothing at all. `also` are further sentences to
    draw from; without `trouble` the prose is clean.
    """
    pieces: list[st.SearchStrategy[str]] = [sentences_of_news()]
    if also:
        pieces = [st.sampled_from(tuple(also))] * 2 + pieces
    if trouble:
        pieces += [
            st.sampled_from(_TROUBLE),
            st.text(alphabet=st.characters(codec="utf-8"), max_size=12),
        ]
    body = draw(st.lists(st.one_of(pieces), max_size=max_sentences))
    glue = draw(
        st.sampled_from(
            (" ", "\n\n", "\r\n\r\n", "", "\n", "\f", "\u00a0")[: None if trouble else 2]
        )
    )
    return draw(st.sampled_from(_HEADERS)) + glue.join(body) + draw(st.sampled_from(_TRAILERS))


def published_dates(*, partial: bool = True) -> st.SearchStrategy[str]:
    """Draw ISO dates from 1900 to 2100; with `partial` also months and years."""
    days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)).map(
        datetime.date.isoformat
    )
    return (
        st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))
        if (partial)
        else days
    )


@st.composite
def articles(
    draw: st.DrawFn,
    *,
    text: st.SearchStrategy[str] | None = None,
    published: st.SearchStrategy[str | None] | None = None,
) -> Article:
    """Draw an article; `text` and `published` may be given their own strategies."""
    return Article(
        text=draw(texts() if text is None else text),
        published=draw(st.none() | published_dates() if published is None else published),
        title=draw(st.none() | st.just("Talks resume")),
        language=draw(st.none() | st.just("en")),
        url=draw(st.none() | st.just("https://example.org/1")),
        source=draw(st.none() | st.just("wire")),
        authors=draw(st.lists(st.sampled_from(_PEOPLE), max_size=2)),
        extra=draw(st.dictionaries(st.sampled_from(("desk", "n")), _json_values(), max_size=2)),
    )


def _json_values() -> st.SearchStrategy[Any]:
    scalars = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=4)
    return st.recursive(scalars, lambda inner: st.lists(inner, max_size=2), max_leaves=3)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Draw a span of a text that is not empty.

    Short ones are as likely as long ones: an off-by-one shows at the edges.
    """
    start = draw(st.integers(0, len(text) - 1))
    end = draw(
        st.one_of(
            st.integers(start + 1, min(start + 3, len(text))), st.integers(start + 1, len(text))
        )
    )
    return Span.of(text, start, end)


_STATED: tuple[Modifier, ...] = (
    "exact", "about", "nearly", "at_least", "more_than", "at_most", "fewer_than",
)  # fmt: skip


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """Draw a count of every modifier, with the bounds that it asserts."""
    number = draw(st.sampled_from((0, 1, 2, 12, 1200, 29_000)) | st.integers(0, 10**9))
    modifier: Modifier = draw(st.sampled_from(_STATED))
    more = draw(st.integers(0, 50))
    unit = draw(st.sampled_from(("persons", "families", "households")))
    return draw(
        st.sampled_from(
            (
                Count.of(number, modifier, text=str(number), unit=unit),
                Count.between(number, number + more, text=f"{number} to {number + more}"),
                Count.vague(24, 99, text="dozens"),
                Count.unspecified(text="people"),
            )
        )
    )


def times() -> st.SearchStrategy[Time]:
    """Draw TIMEX3 values of every type and precision."""
    days = published_dates(partial=True).map(Time.of)
    return st.one_of(
        days,
        published_dates(partial=False).map(lambda day: Time.of(day + "TAF", "TIME")),
        st.builds(lambda n, u: Time.of(f"P{n}{u}", "DURATION"), st.integers(1, 99),
                  st.sampled_from("DWMY")),
        st.sampled_from((
            Time.of("PAST_REF"), Time.of("XXXX-02-13"), Time.of("2024-W07"), Time.of("199"),
            Time.of("P1W", "SET"), Time.of("P2M/P3M", "DURATION"), Time.of("2024-Q1", mod="START"),
        )),
    )  # fmt: skip


def places() -> st.SearchStrategy[Place]:
    """Draw places, known and unknown to a gazetteer."""
    return st.builds(
        Place,
        name=st.sampled_from(_CITIES),
        country=st.none() | st.sampled_from(("FR", "SV", "UA", "TD", "BR", "HT", "CN")),
        admin1=st.none() | st.just("Auvergne-Rhône-Alpes"),
        lat=st.none() | st.floats(-90, 90, allow_nan=False),
        lon=st.none() | st.floats(-180, 180, allow_nan=False),
        geonames_id=st.none() | st.integers(1, 10**7),
    )


def mention_refs(text: str, *, groups: Sequence[str] = ("actors",)) -> st.SearchStrategy[Any]:
    """Draw references to a mention that may or may not have been claimed.

    Dangling references are what is left when an extractor failed or was blocked.
    """
    return st.builds(
        lambda group, span: MentionRef(group, span.start, span.end),
        st.sampled_from(groups),
        spans(text),
    )


def attributions(text: str) -> st.SearchStrategy[Attribution]:
    """Draw who says so, by name or anonymous."""
    return st.builds(
        Attribution,
        text=st.sampled_from(("security sources", "the ministry")),
        actor=st.none() | mention_refs(text),
        anonymous=st.booleans(),
        cue=st.none() | st.just("said"),
    )


def _evidence(text: str) -> st.SearchStrategy[list[Span]]:
    return st.lists(spans(text), min_size=1, max_size=2)


def _few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=2)


def actors(text: str) -> st.SearchStrategy[Actor]:
    """Draw actor claims of every kind and mention type."""
    roles = st.builds(
        Role,
        title=st.sampled_from(("Prime Minister", "head")),
        organization=st.none() | mention_refs(text),
        country=st.none() | st.just("EG"),
        former=st.booleans(),
        evidence=st.lists(spans(text), max_size=1),
    )
    return st.builds(
        Actor,
        evidence=_evidence(text),
        kind=st.sampled_from(ACTOR_KINDS),
        name=st.sampled_from((*_PEOPLE, "Ruiz", "Mensah", "Hamas", "the envoy")),
        country=st.none() | st.sampled_from(("EG", "FR")),
        roles=_few(roles),
        represents=_few(mention_refs(text)),
        head=st.none() | mention_refs(text),
        members=_few(mention_refs(text)),
        mention_type=st.sampled_from(MENTION_TYPES),
        same_as=st.lists(mention_refs(text), max_size=1),
    )


def events(text: str) -> st.SearchStrategy[Event]:
    """Draw event claims of the core's types and of a plugin's own."""
    participants = st.builds(
        Participant, actor=mention_refs(text), role=st.sampled_from(PARTICIPANT_ROLES)
    )
    return st.builds(
        Event,
        evidence=_evidence(text),
        type=st.sampled_from(("meet", "visit", "call", "attack", "accident", "protest")),
        modality=st.sampled_from(MODALITIES),
        polarity=st.sampled_from(POLARITIES),
        tense=st.sampled_from(TENSES),
        participants=_few(participants),
        place=st.none() | places(),
        date=st.none() | times(),
        topics=_few(st.sampled_from(("ceasefire", "hostages"))),
        format=st.none() | st.sampled_from(FORMATS),
        attribution=st.none() | attributions(text),
        codes=st.sampled_from(({}, {"cameo": "046", "plover": "CONSULT"})),
        same_as=st.lists(mention_refs(text, groups=("events",)), max_size=1),
    )


def casualties(text: str) -> st.SearchStrategy[Casualty]:
    """Draw casualty claims: every harm, scope, modality and count."""
    return st.builds(
        Casualty,
        evidence=_evidence(text),
        harm=st.sampled_from((*HARMS, "arrested")),
        count=counts(),
        victims=st.none()
        | st.builds(Victims, text=st.just("soldiers"), kind=st.sampled_from((None, *VICTIM_KINDS))),
        place=st.none() | places(),
        date=st.none() | times(),
        event=st.none() | mention_refs(text, groups=("events",)),
        perpetrators=_few(mention_refs(text)),
        attribution=st.none() | attributions(text),
        polarity=st.sampled_from(POLARITIES),
        modality=st.sampled_from(MODALITIES),
        scope=st.sampled_from(SCOPES),
        part_of=st.none() | mention_refs(text, groups=("casualties",)),
    )


@st.composite
def _time_expressions(draw: st.DrawFn, text: str) -> TimeExpression:
    time = draw(times())
    return TimeExpression(
        evidence=draw(_evidence(text)),
        function_in_document=draw(st.sampled_from(("NONE", "NONE", "CREATION_TIME"))),
        **attrs.asdict(time),
    )


@st.composite
def _place_mentions(draw: st.DrawFn, text: str) -> PlaceMention:
    return PlaceMention(evidence=draw(_evidence(text)), **attrs.asdict(draw(places())))


def facts(kind: type[Fact], text: str) -> st.SearchStrategy[Any]:
    """Draw claims of a core class about a text that is not empty.

    Raises:
        LookupError: there is no strategy for the class; draw your own with `st.builds`.
    """
    made: dict[type[Fact], Any] = {
        Actor: actors,
        Event: events,
        Casualty: casualties,
        TimeExpression: _time_expressions,
        PlaceMention: _place_mentions,
        Dateline: lambda text: st.builds(
            Dateline,
            evidence=_evidence(text),
            places=_few(places()),
            date=st.none() | times(),
            agencies=_few(st.sampled_from(("EFE", "AFP"))),
            authors=_few(st.sampled_from(_PEOPLE)),
        ),
        Credit: lambda text: st.builds(
            Credit, evidence=_evidence(text), agency=st.sampled_from(("EFE", "Reuters"))
        ),
    }
    if kind not in made:
        raise LookupError(f"no strategy for {kind.__name__}; draw it with st.builds")
    drawn: st.SearchStrategy[Any] = made[kind](text)
    return drawn


_KINDS = (Actor, Event, Casualty, TimeExpression, PlaceMention, Dateline, Credit)


def claims(text: str) -> st.SearchStrategy[Fact]:
    """Draw a claim of any core class."""
    return st.sampled_from(_KINDS).flatmap(lambda kind: facts(kind, text))


@st.composite
def claim_sets(draw: st.DrawFn, article: Article, *, max_size: int = 8) -> ClaimSet:
    """Draw the claims of one or two extractors about an article."""
    if not article.text:
        return ClaimSet.collect(article.sha256, ())
    found = draw(st.lists(claims(article.text), max_size=max_size))
    names = draw(st.lists(st.sampled_from(string.ascii_lowercase[:3]), min_size=1, unique=True))
    named = [attrs.evolve(claim, extractors=(draw(st.sampled_from(names)),)) for claim in found]
    return ClaimSet.collect(article.sha256, named)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw the record of a drawn article with drawn claims, resolved."""
    article = draw(articles())
    return resolve(article, draw(claim_sets(article)))


def sample(*, also: Sequence[str] = (), size: int = 60) -> tuple[Article, ...]:
    """Give articles for checks that need the same ones in every process: drawn once, in order."""
    found: list[Article] = []

    @settings(
        max_examples=size,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
    )
    @given(articles(text=texts(also=also)))
    def collect(article: Article) -> None:
        found.append(article)

    collect()
    plain = [Article(text=text, published="2024-02-13") for text in also]
    return (*plain, *found[:size])


_OF_THE_GRAMMAR = ("articles_with_truth", "casualty_phrases", "date_phrases", "datelines",
                   "meeting_phrases")  # fmt: skip


def __getattr__(name: str) -> Any:
    """Give the strategies of `newsfacts.testing.grammar` under this roof too, when asked for."""
    if name not in _OF_THE_GRAMMAR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newsfacts.testing import grammar

    return getattr(grammar, name)
