"""The extractor: mentions of who acts, as claims."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from newsfacts import Actor, Article, Context, Extractor, Fact, MentionRef, PlaceMention, Role, Span
from newsfacts_actors import (
    acronyms,
    affiliations,
    aliases,
    coreference,
    firms,
    groups,
    holders,
    identified,
    known,
    organisations,
    parties,
    persons,
    regions,
    respective,
    states,
    titles,
    usage,
)
from newsfacts_actors import lexicon as lex
from newsfacts_actors.scan import Mention, Scan, read
from newsfacts_actors.tokens import NUMBER

_DATELINE = 6
"""Words behind a place within which a dateline shows its date or agency."""


class ActorExtractor(Extractor):
    """Finds persons with their offices, organisations, countries and described groups."""

    name = "actors"
    version = "0.1.0"
    provides = ("actors.named",)
    uses = ("places", "times", "dateline")

    def extract(self, article: Article, context: Context) -> Iterable[Fact]:
        """Give one claim for each mention."""
        scan = read(article.text, context.sentences)
        if not scan.bits:
            return []
        known.known(scan)
        organisations.file_organisations(scan)
        firms.partnerships(scan)
        firms.short_firms(scan)
        acronyms.find(scan)
        places = context.mentions(PlaceMention)
        place_words = _place_words(scan, places)
        lands = [place.country for place in places]
        found = persons.find(scan, place_words)
        found += aliases.find(scan, found)
        parties.find(scan)
        if not scan.upper:
            usage.by_usage(scan, place_words)
            usage.possessors(scan, found, place_words)
            firms.by_kind(scan)
            firms.parts_of_firms(scan)
            usage.repeated(scan)
        phrases = regions.of_parts(scan, titles.find(scan))
        held = holders.attach(scan, phrases, found)
        held += list(identified.identified(scan, phrases, held, found))
        held += list(states.of_leaders(scan, phrases, held, found))
        held = usage.clubs(scan, phrases, held)
        held = respective.settle(scan, phrases, held, found)
        return list(_claims(scan, phrases, held, found, place_words, lands))


def _place_words(scan: Scan, places: Iterable[PlaceMention]) -> Mapping[int, int]:
    """Give the words that a gazetteer reads as places, with the number of the place."""
    starts = scan.words.starts
    covered: dict[int, int] = {}
    for number, place in enumerate(places):
        span = place.evidence[0]
        at = bisect_left(starts, span.start)
        while at < len(starts) and starts[at] < span.end:
            covered[at] = number
            at += 1
    return covered


def _span(scan: Scan, first: int, last: int) -> Span:
    start, end = scan.words.starts[first], scan.words.ends[last - 1]
    return Span(start, end, scan.words.text[start:end])


def _ref(scan: Scan, mention: Mention) -> MentionRef:
    return MentionRef(
        Actor.group, scan.words.starts[mention.first], scan.words.ends[mention.last - 1]
    )


def _claims(
    scan: Scan,
    phrases: Sequence[titles.Title],
    held: Sequence[holders.Held],
    found: Sequence[int],
    place_words: Mapping[int, int],
    lands: Sequence[str | None],
) -> Iterable[Actor]:
    roles: dict[int, list[Role]] = {}
    inferred = states.countries_of_offices(scan, phrases, held)
    for person, title in held:
        holder = scan.mention(person)
        state = scan.bits[title.head] & lex.STATE
        country = (holder.country if state else None) or inferred.get(title.head)
        if country is None and state:
            country = _seat(scan, title, place_words, lands)
        if (role := _role(scan, title, country)) is not None:
            roles.setdefault(person, []).append(role)
    for each in affiliations.find(scan, found, held):
        body = scan.mention(each.organization)
        said = _span(scan, each.first, each.last)
        belongs = Role(
            title=said.text if each.leads else affiliations.MEMBER,
            organization=_ref(scan, body),
            country=body.country,
            former=each.former,
            evidence=said,
        )
        roles.setdefault(each.person, []).append(belongs)
    for index, mention in enumerate(scan.mentions):
        if mention is None or _is_locative(scan, mention) or _heads_story(scan, mention):
            continue
        own = tuple(roles.get(index, ()))
        same: tuple[MentionRef, ...] = ()
        if mention.same is not None:
            whole = scan.mentions[mention.same]
            same = (_ref(scan, whole),) if whole is not None else ()
        yield Actor(
            kind=mention.kind,
            name=mention.name,
            country=mention.country,
            roles=own,
            same_as=same,
            evidence=_span(scan, mention.first, mention.last),
        )
    yield from coreference.descriptions(scan, phrases, held, roles)
    yield from coreference.pronouns(scan, found, roles)
    inside_titles = {
        at
        for each in held
        if scan.sentence_of[each.title.head] == scan.sentence_of[scan.mention(each.person).first]
        for at in range(each.title.start, each.title.end)
    }
    for group in groups.find(scan):
        if group.last - 1 in inside_titles:
            continue  # "Inspector General of Police Ana Ruiz"
        inside = [scan.mentions[index] for index in group.represents]
        yield Actor(
            kind="group",
            name=" ".join(scan.words.slice(group.first, group.last).split()),
            country=group.country,
            represents=tuple(_ref(scan, each) for each in inside if each is not None),
            mention_type="NOM",
            evidence=_span(scan, group.first, group.last),
        )


def _seat(
    scan: Scan,
    title: titles.Title,
    place_words: Mapping[int, int],
    lands: Sequence[str | None],
) -> str | None:
    """Give the country of the town that an office is named by: "the mayor of Zorixburg"."""
    lowers = scan.words.lowers
    for at in range(title.start, title.end):
        if at in place_words and (at < title.head or lowers[at - 1] in ("of", "in")):
            return lands[place_words[at]]
    return None


def _role(scan: Scan, title: titles.Title, inferred: str | None) -> Role | None:
    if title.last <= title.first:
        return None
    words = " ".join(scan.words.slice(title.first, title.last).split())
    if scan.bits[title.head] & lex.PLURAL and not words.startswith("one "):
        words = words[:-2] + "." if words.endswith("s.") else words.removesuffix("s")
    if title.former and words.lower().startswith(("ex-", "then-")):
        words = words.partition("-")[2]
    owner = scan.mentions[title.owner] if title.owner is not None else None
    country = title.country
    if country is None and owner is None:
        country = inferred
    return Role(
        title=words,
        organization=_ref(scan, owner) if owner is not None else None,
        country=country,
        former=title.former,
        evidence=_span(scan, title.first, title.last),
    )


def _is_locative(scan: Scan, mention: Mention) -> bool:
    """Tell whether a country's name only says where: "in Egypt"."""
    if mention.kind != "country" or mention.how == "demonym" or mention.first == 0:
        return False
    before = mention.first - 1
    if scan.words.lowers[before] == "the" and before:
        before -= 1
    return bool(scan.bits[before] & lex.LOCATIVE)


def _heads_story(scan: Scan, mention: Mention) -> bool:
    """Tell a capital that opens a dateline, and stands for nobody: "LIMA, Jan 3 (X) -"."""
    if mention.how != "metonym" or not scan.starts_sentence(mention.first):
        return False
    words, behind = scan.words, mention.last
    mark = words.words[behind] if behind < len(words.words) else ""
    if mark not in (",", "/"):
        return mark == "("
    near = range(behind + 1, min(behind + _DATELINE, len(words.words)))
    return any(words.kinds[at] == NUMBER or words.words[at] == "(" for at in near)
