"""Resolution rules for figures: those told again are one, and those that add up are parts."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from newsfacts.model import Casualty, Count
from newsfacts.model._copy import altered
from newsfacts.resolve.actors import is_short_form, name_words
from newsfacts.resolve.draft import Draft
from newsfacts.resolve.harm_events import finest, first_day
from newsfacts.resolve.rules import ResolutionRule
from newsfacts.text import load_lexicon
from newsfacts.text.countries import country_by_demonym

LOOK_BACK = 50
"""How many equal figures of an event a further one is compared with."""


@cache
def people(name: str) -> frozenset[str]:
    """Give a list of words about people."""
    return frozenset(load_lexicon("newsfacts.text", "people")[name])


def _words(figure: Casualty) -> frozenset[str]:
    text = figure.victims.text if figure.victims is not None else figure.anchor.text
    return frozenset(text.lower().replace("’", "'").removesuffix("'s").split())


def head_word(figure: Casualty) -> str | None:
    """Give the noun that describes the victims, None for names and pronouns."""
    if figure.victims is None or figure.mention_type != "NOM":
        return None
    words = figure.victims.text.lower().split()
    for at, word in enumerate(words):
        if word in ("of", "in", "from", "who", "with") and at:
            return words[at - 1]
    return words[-1] if words else None


def _sex(figure: Casualty) -> str | None:
    words = _words(figure)
    if len(words) > 1:
        words -= {"her", "his", "she", "he"}
    if words & people("female"):
        return "f"
    return "m" if words & people("male") else None


def _stands(figure: Casualty) -> tuple[str, str, str]:
    """What kinds of claim can be one: modality, polarity, and background apart from news."""
    return (
        figure.modality,
        figure.polarity,
        figure.scope if figure.scope in ("background", "cumulative") else "news",
    )


def same_people(one: Casualty, other: Casualty) -> bool:
    """Tell whether two equal figures of one event and harm may be of the same people."""
    beyond = {"more", "previous"} & set(other.hints) - set(one.hints)
    if _own_death(other, one) or _own_death(one, other):
        return False
    if "beside" in one.hints:  # "one was killed and two others hurt ... two others were hurt"
        beyond.discard("more")
    if beyond:
        return False
    kinds = {figure.victims.kind if figure.victims else None for figure in (one, other)}
    if one.mention_type == "NAM" and other.mention_type == "NAM":
        a, b = _name(one), _name(other)
        return is_short_form(a, b) or is_short_form(b, a) or _alike(a, b)
    sexes = {_sex(one), _sex(other)} - {None}
    if len(sexes) == 2:
        return False
    if one.mention_type == "PRO" and other.anchor.text.lower().startswith("one of the "):
        return False
    if one.count.value == 1:
        if _kin(one, other) or _kin(other, one):
            return False
        if "perpetrator" in kinds and (
            kinds & _NEVER_PERPETRATORS or (len(kinds) == 2 and _one_is_hit_back(one, other))
        ):
            return False
        heads = {head_word(one), head_word(other)} - {None}
        anyone = heads & people("anyone") or any(
            head is not None and head.endswith("-year-old") for head in heads
        )
        if len(heads) == 2 and not anyone and "definite" not in other.hints:
            return False
        return not _kinds_clash(kinds)
    heads = {head for head in (head_word(one), head_word(other)) if head is not None}
    if len(heads) < 2 or heads & people("anybody"):
        return not _kinds_clash(kinds)
    if len({head.rstrip("s") for head in heads if head}) == 1:
        return True
    return not _kinds_clash(kinds) and None in kinds


def _own_death(own: Casualty, figure: Casualty) -> bool:
    """Tell a killer's death by his own hand from the deaths of those he killed."""
    if "own" not in own.hints or "own" in figure.hints:
        return False
    if figure.victims is not None and figure.victims.kind == "perpetrator":
        return False
    if figure.mention_type == "PRO" and figure.anchor > own.anchor:
        return False
    return figure.mention_type != "NAM" or own.mention_type != "NAM"


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell two spellings of a name from two of one family: "Ivo Marek" and "Ana Marek"."""
    if not one or not other or one[-1] != other[-1]:
        return False
    return min(len(one), len(other)) == 1 or one[0][:1] == other[0][:1]


def _one_is_hit_back(one: Casualty, other: Casualty) -> bool:
    """Tell a victim from the attacker whom others kill: "The attacker was shot by police"."""
    hit = bool(other.perpetrators) and not one.perpetrators
    return hit and one.mention_type == other.mention_type == "NOM"


def _kin(one: Casualty, other: Casualty) -> bool:
    """Tell whether one is told as kin of the other: "a man was hurt; his brother was hurt"."""
    text = one.victims.text if one.victims is not None else ""
    words = text.lower().split()
    if len(words) < 2 or words[-1] not in people("kin"):
        return False
    sex = _sex(other)
    return (words[0] == "his" and sex == "m") or (words[0] == "her" and sex == "f")


_NEVER_PERPETRATORS = frozenset(("police", "child", "medic", "journalist", "official"))


def _name(figure: Casualty) -> tuple[str, ...]:
    text = figure.victims.text if figure.victims else figure.anchor.text
    return tuple(word.removesuffix("'s").removesuffix("’s") for word in name_words(text))


def _kinds_clash(kinds: set[str | None]) -> bool:
    known = kinds - {None, "other"}
    return len(known) > 1 and not known <= {"civilian", "child", "woman"} and not known <= {
        "military", "police"} and not known <= {"militant", "perpetrator"}  # fmt: skip


def same_number(one: Count, other: Count) -> bool:
    """Tell whether two counts state the same, whatever their words."""
    return (one.value, one.low, one.high, one.unit) == (
        other.value,
        other.low,
        other.high,
        other.unit,
    )


def unite_figures(draft: Draft) -> Draft:
    """Make one claim of a figure that is told again: same event, harm and number, same people."""
    figures = draft.group(Casualty)
    kept: list[Casualty] = []
    redirects: dict[str, str] = {}
    spans: dict[str, list[Casualty]] = {}
    alike: dict[tuple[object, ...], list[Casualty]] = {}
    for figure in figures:
        count = figure.count
        rivals = alike.setdefault(
            (
                draft.follow(figure.event), figure.harm, *_stands(figure), count.value, count.low,
                count.high, count.unit,
            ),
            [],
        )  # fmt: skip
        match = next(
            (
                other
                for other in reversed(rivals[-LOOK_BACK:])
                if same_people(other, figure) and not _beside(other, figure)
            ),
            None,
        )
        if match is None:
            kept.append(figure)
            rivals.append(figure)
            spans[figure.id] = [figure]
        else:
            redirects[figure.id] = match.id
            spans[match.id].append(figure)
    if not redirects:
        return draft
    return draft.with_facts(Casualty, (_fold_figure(spans[each.id]) for each in kept), redirects)


def _beside(one: Casualty, other: Casualty) -> bool:
    """Tell two figures of one list ("a guard, a nurse"), which are two whatever their number."""
    if other.anchor.start - one.evidence[-1].end > 160 or other.mention_type == "PRO":
        return False
    if "definite" in other.hints and other.count.value == 1 and "list" not in other.hints:
        head = head_word(other)  # "A boy and a girl were shot. The boy was hit twice, and the girl"
        if head is not None and head == head_word(one):
            return False
    return "list" in other.hints or ("and" in other.hints and other.count.value == 1)


def _fold_figure(group: Sequence[Casualty]) -> Casualty:
    first, *others = group
    if not others:
        return first
    named = next((figure for figure in group if figure.mention_type == "NAM"), first)
    victims = first.victims or named.victims
    if first.count.value == 1 and (victims is None or victims.kind is None):
        # "One of them was shot dead ... the attacker was killed"
        theirs = (each.victims for each in others if each.victims is not None)
        victims = next((each for each in theirs if each.kind == "perpetrator"), victims)
    return altered(
        first,
        victims=victims,
        mention_type=named.mention_type,
        place=finest((figure.place, figure.hints) for figure in group)[0],
        date=first_day((figure.date, "loose" in figure.hints) for figure in group)[0],
        perpetrators=tuple(dict.fromkeys(ref for figure in group for ref in figure.perpetrators)),
        attribution=next((f.attribution for f in group if f.attribution is not None), None),
        hints=_fold_hints(group),
        evidence=tuple(span for figure in group for span in figure.evidence),
        extractors=tuple(sorted({name for figure in group for name in figure.extractors})),
    )  # fmt: skip


_FROM_ANY = ("update", "put", "tried")


def _fold_hints(group: Sequence[Casualty]) -> tuple[str, ...]:
    """Keep the first claim's hints; an update counts from any claim, `weak` only from all."""
    hints = set(group[0].hints) - {"weak"}
    hints |= {sign for figure in group for sign in figure.hints if sign in _FROM_ANY}
    if all("weak" in figure.hints for figure in group):
        hints.add("weak")
    return tuple(sorted(hints))


def find_parts(draft: Draft) -> Draft:
    """Make parts of figures that add up to one told before them: nine men and three women of 12."""
    figures = list(draft.group(Casualty))
    changes: dict[str, Casualty] = {}
    for key, group in by_event(draft, figures).items():
        _ = key
        news = [
            each for each in group
            if each.scope == "incident" and each.modality == "asserted"
            and each.polarity == "positive"
            and each.count.value and "previous" not in each.hints
        ]  # fmt: skip
        for at, whole in enumerate(news):
            value = whole.count.value or 0
            if value < 2:
                continue
            for run in _runs(news[at + 1 : at + LOOK_BACK], value):
                if any(part.id in changes or _PUT & set(part.hints) for part in run):
                    continue
                if run[0] is news[at + 1] and "list" in run[0].hints:
                    continue  # "three guards, two nurses and a cook" are six
                for part in run:
                    changes[part.id] = altered(part, scope="subset", part_of=whole.id)
                break
        changes.update(_kinds_of_a_whole(news, changes))
    changes.update(_parts_of_the_news(figures, changes))
    changes.update(_parts_beside(draft, figures, changes))
    if not changes:
        return draft
    return draft.with_facts(Casualty, (changes.get(each.id, each) for each in figures))


def _kinds_of_a_whole(
    news: Sequence[Casualty], known: Mapping[str, Casualty]
) -> dict[str, Casualty]:
    """Find the parts of a figure of people that are told by what they were: "two nurses died".

    `news` are the figures of one event and harm, in order. A part comes after its whole, is
    smaller, and is neither told as beyond it nor in one list with it.
    """
    changes: dict[str, Casualty] = {}
    whole: Casualty | None = None
    for figure in news:
        hints = set(figure.hints)
        number = _least(figure.count)
        if figure.id in known:
            continue
        if not {"more", "and", "previous", "weak"} & hints and _of_anybody(figure):
            if number > 2 and (whole is None or number > _least(whole.count)):
                whole = figure
            continue
        kind = figure.victims.kind if figure.victims is not None else None
        if (
            whole is not None
            and (kind in _PARTS or _of_a_nation(figure))
            and number < _least(whole.count)
            and not {"more", "also", "and", "list", "update", "put", "previous", "weak"} & hints
        ):
            changes[figure.id] = altered(figure, scope="subset", part_of=whole.id)
    return changes


_PARTS = frozenset(
    ("child", "woman", "police", "journalist", "medic", "aid_worker", "official", "military")
)


def _of_a_nation(figure: Casualty) -> bool:
    """Tell people told by their nation: "three Danes"."""
    head = head_word(figure)
    return head is not None and country_by_demonym(head.title()) is not None


def _least(count: Count) -> int:
    return count.value or count.low or 0


def _of_anybody(figure: Casualty) -> bool:
    """Tell a figure of people as such, of no kind in particular."""
    if figure.mention_type != "NOM":
        return False
    head = head_word(figure)
    return head is None or head in people("anybody")


def _parts_of_the_news(
    figures: Sequence[Casualty], known: Mapping[str, Casualty]
) -> dict[str, Casualty]:
    """Find the parts of an article's first figure where each is told as an event of its own."""
    changes: dict[str, Casualty] = {}
    for harm in sorted({each.harm for each in figures}):
        news = [
            each for each in figures
            if each.harm == harm and each.scope == "incident" and each.modality == "asserted"
            and each.polarity == "positive" and each.count.value and each.id not in known
        ]  # fmt: skip
        if not news or (news[0].count.value or 0) < 2 or len(news) < 3:
            continue
        if "list" in news[1].hints:
            continue
        reached = 0
        for end, part in enumerate(news[1:6], start=1):
            if _PUT & set(part.hints):
                break
            reached += part.count.value or 0
            if reached == news[0].count.value and end > 1:
                for each in news[1 : end + 1]:
                    changes[each.id] = altered(each, scope="subset", part_of=news[0].id)
            if reached >= (news[0].count.value or 0):
                break
    return changes


def _parts_beside(
    draft: Draft, figures: Sequence[Casualty], parts: Mapping[str, Casualty]
) -> dict[str, Casualty]:
    """Find parts told in one breath with others: "the second left one dead and six hurt".

    `parts` are the parts found so far, of another harm; the whole comes before both.
    """
    changes: dict[str, Casualty] = {}
    for at, figure in enumerate(figures):
        number = _least(figure.count)
        if (
            at == 0 or figure.id in parts or figure.scope != "incident" or not number
            or figure.modality != "asserted" or _PUT & set(figure.hints) or "more" in figure.hints
        ):  # fmt: skip
            continue
        part = parts.get(figures[at - 1].id)
        gap = figure.anchor.start - figures[at - 1].evidence[-1].end
        if part is None or part.harm == figure.harm or not 0 <= gap <= _ONE_BREATH:
            continue
        event = draft.follow(figure.event)
        wholes = [
            each for each in figures[:at]
            if each.harm == figure.harm and each.scope == "incident" and each.id not in parts
            and draft.follow(each.event) == event and _least(each.count) > number
        ]  # fmt: skip
        if wholes:
            changes[figure.id] = altered(figure, scope="subset", part_of=wholes[-1].id)
    return changes


_ONE_BREATH = 12
"""How many characters stand at most between two figures that one verb tells: " dead and "."""

_PUT = frozenset(("update", "put"))


def _runs(figures: Sequence[Casualty], total: int) -> Iterable[list[Casualty]]:
    """Give the first run of neighbouring figures, two to five, that add up to a total."""
    for start in range(len(figures)):
        reached = 0
        for end in range(start, min(len(figures), start + 5)):
            reached += figures[end].count.value or 0
            if reached == total and end > start:
                yield list(figures[start : end + 1])
                return
            if reached >= total:
                break


def by_event(
    draft: Draft, figures: Iterable[Casualty]
) -> dict[tuple[str | None, str], list[Casualty]]:
    """Group figures by the id of their event and by harm."""
    groups: dict[tuple[str | None, str], list[Casualty]] = {}
    for figure in figures:
        groups.setdefault((draft.follow(figure.event), figure.harm), []).append(figure)
    return groups


RULES: tuple[ResolutionRule, ...] = (
    ResolutionRule("unite_figures", unite_figures, after=("fold_harm_events", "fold_names")),
    ResolutionRule("find_parts", find_parts, after=("settle_figures",)),
)
