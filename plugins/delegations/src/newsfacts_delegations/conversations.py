"""Events that verbs of talking tell of: "X spoke by phone with Y", "X and Y discussed Z"."""

from newsfacts_delegations import words as lexicon
from newsfacts_delegations.builder import Building, read_circumstances
from newsfacts_delegations.chunks import Verb, verb_of
from newsfacts_delegations.circumstances import is_land, place_of, topic_of
from newsfacts_delegations.clauses import Clauses
from newsfacts_delegations.courtesy_calls import called_on
from newsfacts_delegations.motion import begin, direct_object, those_with
from newsfacts_delegations.parties import Group, Party

HIGH = frozenset(
    ("president", "premier", "minister", "chancellor", "king", "emir", "sultan", "pope", "envoy",
     "secretary", "leader", "chief", "queen")
)  # fmt: skip


def discussed(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "X and Y discussed Z", "X discussed Z with Y"."""
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    others = those_with(clauses, v)
    if verb.infinitive and not others and not verb.controls:
        return []  # the purpose of something else
    if verb.passive or not parties:
        return []
    if verb.lemma == "review" and not _of_relations(clauses, v):
        return []
    several = len(parties) > 1 or any(
        party.plural and party.kind not in ("pronoun", "person") for party in parties
    )
    if not others and not several:
        return []
    phone = any(by_phone(clauses, low, i) for low, i in clauses.complements(v + 1))
    building = begin(clauses, v, "call" if phone else "meet", subject)
    building.format = "phone" if phone else None
    building.take(parties)
    building.take(others)
    if not building.named:
        building.standing = "definite" if phone else "anaphoric"
    at, _ = direct_object(clauses, v)
    if at is not None:
        topic = topic_of(clauses, at)
        building.topics = (topic,) if topic else ()
    read_circumstances(clauses, building, v + 1, companions=False)
    if (
        at is not None
        and building.place is not None
        and (_within_object(clauses, at) or is_land(building.place))
    ):
        building.place = None  # "discussed trade and the situation in Mali"
    return [building]


def _of_relations(clauses: Clauses, v: int) -> bool:
    """Whether it is ties or developments that are reviewed, not troops or books."""
    at, _ = direct_object(clauses, v)
    noun = clauses.chunks[at].noun if at is not None else None
    return noun is not None and noun.low in lexicon.words("relations", "reviewed")


def _within_object(clauses: Clauses, at: int) -> bool:
    """Whether a place right after the object belongs to it: "the situation in Mali"."""
    chunks = clauses.chunks
    return at + 1 < len(chunks) and chunks[at + 1].low in ("in", "at", "near")


def talked(clauses: Clauses, v: int, verb: Verb) -> list[Building]:
    """Read "X talked to Y", "X spoke by phone with Y"."""
    subject = clauses.subject(v)
    parties: tuple[Party, ...] = subject.parties if subject is not None else ()
    others: list[Party] = []
    phone = False
    for preposition, i in clauses.complements(v + 1):
        phone = phone or by_phone(clauses, preposition, i)
    for preposition, i in clauses.complements(v + 1):
        noun = clauses.chunks[i].noun
        if preposition != "with" and noun is not None and noun.low in lexicon.noun_cues():
            break  # "speaking after a meeting with X"
        persons = preposition == "to" and _among_persons(clauses, parties, i)
        if preposition == "with" or (
            preposition == "to" and (phone or verb.lemma == "talk" or persons)
        ):
            for party in clauses.phrases.group(i).parties:
                if party.kind != "organization" or preposition == "with":
                    others.append(party)
    several = len(parties) > 1 or any(party.plural for party in parties)
    alone = several and (phone or _at_length(clauses, v))
    if verb.passive or not (others or alone) or not parties:
        return []
    building = begin(clauses, v, "call" if phone else "meet", subject)
    if phone:
        building.format = "phone"
    building.take(parties)
    building.take(others)
    read_circumstances(clauses, building, v + 1)
    return [building]


def _among_persons(clauses: Clauses, parties: tuple[Party, ...], i: int) -> bool:
    """Whether one person speaks to others by name: "Haddad spoke to Otieno"."""
    both = (*parties, *clauses.phrases.group(i).parties)
    return len(both) > len(parties) and all(each.kind == "person" for each in both)


def _at_length(clauses: Clauses, v: int) -> bool:
    """Whether two "talked for an hour", "talked for the first time"."""
    measures = lexicon.words("relations", "measures")
    return verb_of(clauses.chunks[v]).lemma == "talk" and any(
        preposition in ("for", "than", "") and (noun := clauses.chunks[i].noun) is not None
        and noun.low in measures
        for preposition, i in clauses.complements(v + 1)
    )  # fmt: skip


def by_phone(clauses: Clauses, preposition: str, i: int) -> bool:
    """Whether a phrase says "by phone", "over the telephone"."""
    if preposition not in ("by", "on", "over", "via"):
        return False
    noun = clauses.chunks[i].noun
    if noun is None:
        return False
    first = clauses.phrases.tokens[clauses.chunks[i].first].low
    return noun.low in lexicon.words("relations", "phone") or (
        first in ("video", "secure", "satellite") and noun.low in ("link", "line", "call")
    )


def told(clauses: Clauses, v: int) -> list[Building]:
    """Read "X told visiting Minister Y that", "X told Minister Y in Lome": they met."""
    at, target = direct_object(clauses, v)
    subject = clauses.subject(v)
    verb = verb_of(clauses.chunks[v])
    if at is None or target is None or subject is None or verb.passive or verb.infinitive:
        return []
    if len(target.parties) != 1 or target.parties[0].kind != "person" or not subject.parties:
        return []
    if any(party.kind != "person" for party in subject.parties) or clauses.mood(v).tense != "past":
        return []
    if any(by_phone(clauses, low, i) for low, i in clauses.complements(target.last)):
        return [_told_by_phone(clauses, v, subject, target)]
    tokens = clauses.phrases.tokens
    chunk = clauses.chunks[at]
    words = {token.low for token in tokens[chunk.first : chunk.last]}
    guest = "visiting" in words or tokens[max(chunk.first - 1, 0)].low == "visiting"
    if not guest and not (words & HIGH and _in_town(clauses, target.last)):
        return []
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties)
    building.take(target.parties)
    building.reach(v, target.last)
    read_circumstances(clauses, building, target.last, companions=False)
    return [building]


def _told_by_phone(clauses: Clauses, v: int, subject: Group, target: Group) -> Building:
    """Read "X told Y by telephone that"."""
    building = begin(clauses, v, "call", subject)
    building.format = "phone"
    building.take((*subject.parties, *target.parties))
    building.reach(v, target.last)
    read_circumstances(clauses, building, target.last, companions=False)
    return building


def said_by_phone(clauses: Clauses, v: int) -> list[Building]:
    """Read "X and Y agreed by phone to meet", "X congratulated Y by telephone"."""
    verb = verb_of(clauses.chunks[v])
    if verb.passive or verb.infinitive or not verb.finite:
        return []
    if not any(by_phone(clauses, low, i) for low, i in clauses.complements(v + 1)):
        return []
    subject = clauses.subject(v)
    _, target = direct_object(clauses, v)
    others = target.parties if target is not None else ()
    both = (*(subject.parties if subject is not None else ()), *others)
    if len(both) < 2 or any(each.kind not in ("person", "country") for each in both):
        return []
    building = begin(clauses, v, "call", subject)
    building.format = "phone"
    building.take(both)
    read_circumstances(clauses, building, v + 1, companions=False)
    return [building]


def _in_town(clauses: Clauses, k: int) -> bool:
    """Whether "in Lome" follows at chunk k."""
    chunks = clauses.chunks
    if k + 1 >= len(chunks) or chunks[k].low != "in" or chunks[k + 1].kind != "NP":
        return False
    return place_of(clauses, k + 1) is not None


_GREETERS = frozenset(("person", "delegation", "name"))
_EXCHANGED = frozenset(("views", "opinions", "words", "pleasantries", "greetings", "hands"))


def exchanged(clauses: Clauses, v: int) -> list[Building]:
    """Read "exchanged views", "shook hands with X"."""
    chunks = clauses.chunks
    at, _ = direct_object(clauses, v)
    noun = chunks[at].noun if at is not None else None
    if at is None or noun is None or noun.low not in _EXCHANGED:
        return []
    subject = clauses.subject(v)
    if subject is None or not subject.parties:
        return []
    if noun.low not in ("views", "opinions") and subject.parties[0].kind not in _GREETERS:
        return []
    building = begin(clauses, v, "meet", subject)
    building.take(subject.parties)
    building.reach(v, at + 1)
    read_circumstances(clauses, building, at + 1)
    if len(building.parties) < 2 and not any(party.plural for party in building.parties):
        return []
    return [building]


def signed(clauses: Clauses, v: int) -> list[Building]:
    """Read "X and Y signed an agreement", "the deal was signed by X and Y": they met for it."""
    subject = clauses.subject(v)
    verb = verb_of(clauses.chunks[v])
    deals = lexicon.words("relations", "deals")
    parties: tuple[Party, ...] = ()
    if verb.passive:
        noun = clauses.chunks[subject.first].noun if subject is not None else None
        by = [i for preposition, i in clauses.complements(v + 1) if preposition == "by"]
        if noun is not None and noun.low in deals and by:
            parties = clauses.phrases.group(by[0]).parties
    elif subject is not None and verb.form != "g":
        at, _ = direct_object(clauses, v)
        noun = clauses.chunks[at].noun if at is not None else None
        if noun is not None and noun.low in deals:
            parties = subject.parties
    if len(parties) < 2 or any(each.kind not in _SIGNERS for each in parties):
        return []
    told = (clauses.chunks[i].noun for _, i in clauses.complements(v + 2))
    if any(each is not None and each.low in lexicon.noun_cues() for each in told):
        return []  # "signed the deal after talks": the talks are read by themselves
    building = begin(clauses, v, "meet", subject)
    building.take(parties)
    building.standing = "definite"  # of a meeting told of before, where there is one
    read_circumstances(clauses, building, v + 1, companions=False)
    if any(each.kind == "group" for each in parties) and building.place is None:
        return []
    return [building]


_SIGNERS = frozenset(("person", "delegation", "group", "name"))


def rang(clauses: Clauses, v: int) -> list[Building]:
    """Read "X called Y on Sunday", where both are persons and nothing is called something."""
    verb = verb_of(clauses.chunks[v])
    at, target = direct_object(clauses, v)
    subject = clauses.subject(v)
    if verb.passive or subject is None:
        return []
    if at is None and v + 2 < len(clauses.chunks) and clauses.chunks[v + 1].low in ("on", "upon"):
        return called_on(clauses, v, subject)
    if at is None or target is None:
        return []
    both = (*subject.parties, *target.parties)
    if len(both) != 2 or any(party.kind not in ("person", "name") for party in both):
        return []
    following = clauses.chunks[target.last] if target.last < len(clauses.chunks) else None
    if following is not None and following.kind == "," and target.last > at + 1:
        beyond = clauses.chunks[target.last + 1 : target.last + 3]
        if not beyond or (beyond[0].kind != "T" and beyond[-1].kind != "T"):
            return []  # "called the premier, X, a liar"
        following = beyond[0]
    if following is not None and following.kind not in ("T", "P", ";"):
        return []
    if following is not None and following.low in ("for", "as", "of"):
        return []
    building = begin(clauses, v, "call", subject)
    building.format = "phone"
    building.take(both)
    building.reach(v, target.last)
    read_circumstances(clauses, building, target.last)
    return [building]
