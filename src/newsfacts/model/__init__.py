"""The typed values of the library: frozen, validated, knowing of nothing else."""

from newsfacts.model._copy import altered
from newsfacts.model._json import FrozenMap, freeze, thaw
from newsfacts.model._passing import passing
from newsfacts.model.article import Article
from newsfacts.model.facts import Fact, OpaqueFact, claim_only, group_of, plain
from newsfacts.model.record import (
    SCHEMA,
    ArticleInfo,
    Conflict,
    ExtractorInfo,
    Failure,
    Record,
    RivalValue,
)
from newsfacts.model.refs import MentionRef, Ref
from newsfacts.model.spans import Evidence, Span
from newsfacts.model.timex import covered_days, days_between, is_timex_value
from newsfacts.model.values import Attribution, Count, Modifier, Place, Time, TimeType
from newsfacts.model.vocabulary import (
    CORE_FACTS,
    Actor,
    Casualty,
    Credit,
    Dateline,
    Event,
    Participant,
    PlaceMention,
    Role,
    TimeExpression,
    Toll,
    Victims,
)

__all__ = [
    "CORE_FACTS", "SCHEMA", "Actor", "Article", "ArticleInfo", "Attribution", "Casualty",
    "Conflict", "Count", "Credit", "Dateline", "Event", "Evidence", "ExtractorInfo", "Fact",
    "Failure", "FrozenMap", "MentionRef", "Modifier", "OpaqueFact", "Participant", "Place",
    "PlaceMention", "Record", "Ref", "RivalValue", "Role", "Span", "Time", "TimeExpression",
    "TimeType", "Toll", "Victims", "altered", "claim_only", "covered_days", "days_between",
    "freeze", "group_of", "is_timex_value", "passing", "plain", "thaw",
]  # fmt: skip
