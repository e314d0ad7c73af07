"""Persons, organisations and countries, the offices they hold, and what a noun phrase names."""

import re
from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Span, Token

from newsfacts import Article
from newsfacts.text.countries import (
    capitals,
    country_by_demonym,
    country_by_name,
    country_name,
)
from spacy_peer.trees import children, conjuncts, entity_of, place_of, trimmed
from spacy_peer.values import read_time, time_value
from spacy_peer.words import (
    NAMED,
    NO_NAMES,
    NO_PARTY,
    PEOPLE,
    PLACES,
    PLAN_VERBS,
    ROLE_STOP,
    SAID,
    TITLES,
    words,
)  # fmt: skip

CLOCK = re.compile(r"(?=.*\d)[^A-Z]*")  # a time of day without the day
HEADER = re.compile(r"\s*date (\d{4}-\d\d(?:-\d\d)?)\b")


BEFORE_NAME = words("compound amod nmod poss det case conj cc punct appos")


class ActorReading:
    """An article being read: its actors, and where, when and from whom a token tells."""

    def __init__(self, article: Article, docs: list[tuple[Doc, int]]) -> None:
        self.article = article
        self.docs = docs
        header = HEADER.match(article.text)
        self.published = article.published or (header[1] if header else None)
        self.actors: list[dict[str, Any]] = []
        self.by_name: dict[tuple[str, str], dict[str, Any]] = {}
        self.events: list[dict[str, Any]] = []
        self.casualties: list[dict[str, Any]] = []
        self.dates: list[dict[str, Any]] = []
        self.places: list[dict[str, Any]] = []
        self.offset = 0
        self.sums: list[list[str]] = []  # the ids of figures that one phrase joins
        self.elsewhere: dict[str, int] = {}  # votes against a name's being a person's
        self.last_person: dict[str, Any] | None = None

    def span(self, first: Token, last: Token) -> dict[str, Any]:
        start = self.offset + first.idx
        end = self.offset + last.idx + len(last)
        return {"start": start, "end": end, "text": self.article.text[start:end]}

    def around(self, cue: Token, tokens: Iterable[Token], limit: int = 200) -> dict[str, Any]:
        """The shortest span over the cue and these tokens, or the cue alone if it is too long."""
        every = sorted([cue, *tokens], key=lambda token: token.i)
        whole = self.span(every[0], every[-1])
        return whole if whole["end"] - whole["start"] <= limit else self.span(cue, cue)

    def time(self, entity: Span) -> dict[str, Any] | None:
        if re.fullmatch(r"\D?\d{1,2}\D?", entity.text):  # an age, mostly
            return None
        verb = next((each for each in entity.root.ancestors if each.pos_ in ("VERB", "AUX")), None)
        helpers = {each.lower_ for each in children(verb, "aux")} if verb is not None else set()
        future = bool(helpers & {"will", "shall"}) or (
            verb is not None and "to" in helpers and verb.head.lemma_ in {"be", "due", *PLAN_VERBS}
        )
        return time_value(read_time(entity.text, self.published, future=future))

    def when(self, cue: Token) -> dict[str, Any] | None:
        dates = [entity for entity in cue.sent.ents if entity.label_ in ("DATE", "TIME")]
        for entity in sorted(dates, key=lambda each: abs(each.start - cue.i)):
            value = self.time(entity)
            if (
                value
                and value["type"] in ("DATE", "TIME")
                and "old" not in entity.text
                and not CLOCK.fullmatch(entity.text)
            ):
                value["value"], value["type"] = value["value"][:10], "DATE"
                return value
        return None

    def where(self, cue: Token) -> dict[str, Any] | None:
        near = [
            entity for entity in cue.sent.ents
            if entity.label_ in PLACES and entity.root.dep_ == "pobj"
            and entity.root.head.lower_ in ("in", "at", "near", "outside")
        ]  # fmt: skip
        inside = [entity for entity in near if entity.root.head.head.i == cue.i]
        chosen = inside or sorted(near, key=lambda each: abs(each.start - cue.i))
        return place_of(chosen[0]) if chosen else None

    def source(self, cue: Token) -> dict[str, Any] | None:
        for verb in cue.ancestors:
            if verb.lemma_ in SAID:
                for subject in children(verb, "nsubj"):
                    text = self.span(subject.left_edge, subject)["text"]
                    return {"text": text, "actor": None, "anonymous": False, "cue": verb.text}
        return None

    def entities(self, doc: Doc) -> None:
        for entity in doc.ents:
            if entity.label_ == "PERSON" and len(trimmed(entity)) > 1:
                self.actor(entity)

    def actor(self, entity: Span) -> dict[str, Any] | None:
        span = trimmed(entity)
        name = " ".join(span.text.split())
        if entity.label_ == "PERSON" and self.elsewhere.get(name, 0) > 0:
            return None
        if not name or (not name[0].isupper() and entity.label_ != "NORP"):
            return None
        code = country_by_name(name) or (
            country_by_demonym(name) if entity.label_ in ("NORP", "GPE") else None
        )
        if code:
            kind, name = "country", country_name(code)
        elif entity.label_ == "PERSON":
            if any(token.like_num for token in span):
                return None
            kind, code = "person", None
        elif entity.label_ == "ORG":
            kind = "organization"
        else:
            kind = "group"
            if entity.label_ == "GPE":
                code = capitals().get(name)
        key = (kind, name.casefold())
        actor = self.by_name.get(key)
        if actor is None and kind == "person" and len(span) == 1:
            actor = next(
                (a for a in reversed(self.actors)
                 if a["kind"] == "person"
                 and key[1] in a["name"].replace("-", " ").casefold().split()),
                None,
            )  # fmt: skip
        if actor is None:
            actor = self.new_actor(kind, name, code)
        self.by_name[key] = actor
        evidence = self.span(span[0], span[-1])
        if evidence not in actor["evidence"]:
            actor["evidence"].append(evidence)
        surface = evidence["text"]
        if surface != actor["name"] and surface not in actor["aliases"]:
            actor["aliases"].append(surface)
        return actor

    def new_actor(self, kind: str, name: str, country: str | None) -> dict[str, Any]:
        actor: dict[str, Any] = {
            "id": f"a{len(self.actors) + 1}", "kind": kind, "name": name, "aliases": [],
            "country": country, "roles": [], "represents": [], "head": None, "members": [],
            "evidence": [],
        }  # fmt: skip
        self.actors.append(actor)
        return actor

    def fold(self) -> None:
        """One actor for "Ann Lee Brown" and "Lee Brown"."""
        people = sorted(self.actors, key=lambda actor: -len(actor["name"]))
        for at, short in enumerate(people):
            for full in people[:at]:
                parts = full["name"].replace("-", " ").casefold().split()
                if full["name"].endswith(f" {short['name']}") or short["name"].casefold() in parts:
                    full["evidence"] += short["evidence"]
                    full["aliases"].append(short["name"])
                    for key, value in self.by_name.items():
                        if value is short:
                            self.by_name[key] = full
                    self.actors.remove(short)
                    break

    def offices(self, entity: Span, actor: dict[str, Any]) -> None:
        """Titles before the name, in apposition, after "is", and organisations after it."""
        head = trimmed(entity).root
        edge = min((token.i for token in head.subtree if token.i < entity.start), default=None)
        if edge is not None:
            before = [
                token for token in entity.doc[edge : entity.start]
                if token.head.i >= edge and token.dep_ in BEFORE_NAME
            ]  # fmt: skip
            if before and before[-1].lower_ not in ROLE_STOP and not before[-1].is_punct:
                self.role(actor, before)
        nouns = children(head, "appos")
        if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN"):
            nouns.append(head.head)
        if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ in ("be", "become"):
            nouns += children(head.head, "attr")
        for noun in nouns:
            if noun.ent_type_ in PEOPLE or noun.lemma_.lower() not in TITLES:
                continue
            left = [
                token
                for token in noun.doc[noun.left_edge.i : noun.i]
                if token.head.i >= noun.left_edge.i
            ]
            self.role(actor, [*left, noun], after=noun)
        for preposition in children(head, "prep"):
            if preposition.lower_ in ("of", "from", "at", "with"):
                for place in children(preposition, "pobj"):
                    self.affiliation(actor, place)

    def affiliation(self, actor: dict[str, Any], token: Token) -> None:
        entity = entity_of(token)
        if entity is None or entity.label_ not in ("ORG", "GPE", "NORP"):
            return
        other = self.actor(entity)
        if other and other["kind"] == "country":
            actor["country"] = actor["country"] or other["country"]
        elif other and not actor["roles"]:
            actor["roles"].append({
                "title": "member", "organization": other["id"], "country": None, "former": False,
                "evidence": [self.span(token, token)],
            })  # fmt: skip

    def role(self, actor: dict[str, Any], phrase: list[Token], after: Token | None = None) -> None:
        country = organization = None
        title: list[Token] = []
        former = False
        for token in phrase:
            entity = entity_of(token)
            if token.lower_ in ("former", "ex", "late", "then"):
                former = True
            elif entity is not None and entity.label_ in ("ORG", "GPE", "NORP", "LOC"):
                other = self.actor(entity) if token.i == entity.end - 1 else None
                if other and other["kind"] == "country":
                    country = other["country"]
                elif other and entity.label_ == "ORG":
                    organization = other["id"]
                if token.lower_ in TITLES or (entity.label_ == "ORG" and phrase[-1] in entity):
                    title.append(token)  # "Foreign Ministry spokesman" taken whole as a name
            elif country_by_demonym(token.text):
                country = country_by_demonym(token.text)
            elif (
                token.dep_ not in ("det", "case", "poss") and token.is_alpha
            ) or token.text == "-":
                title.append(token)
        evidence = self.span(title[0], title[-1]) if title else None
        if after is not None and title:
            for preposition in children(after, "prep"):
                for noun in children(preposition, "pobj"):
                    entity = entity_of(noun)
                    other = self.actor(entity) if entity is not None else None
                    if other is None:
                        if preposition.lower_ == "of":
                            evidence = self.span(title[0], noun)
                    elif other["kind"] == "country":
                        country = country or other["country"]
                    elif other["kind"] == "organization":
                        organization = organization or other["id"]
        if evidence is None:
            return
        if country and not actor["country"]:
            actor["country"] = country
        if all(role["title"] != evidence["text"] for role in actor["roles"]):
            actor["roles"].append({
                "title": evidence["text"], "organization": organization, "country": country,
                "former": former, "evidence": [evidence],
            })  # fmt: skip

    def party(self, token: Token, seen: list[Token]) -> list[dict[str, Any]]:
        """The actors that a noun phrase and what is joined to it name."""
        found = []
        for each in conjuncts(token):
            entity = entity_of(each)
            actor = None
            named = next(
                (other for other in (each, *children(each, "appos"), *children(each, "compound"))
                 if other.ent_type_ == "PERSON"), None,
            )  # fmt: skip
            if named is not None and (person := entity_of(named)) is not None:
                actor = self.actor(person)
            elif entity is not None and entity.label_ in NAMED and each.i == entity.root.i:
                actor = self.actor(entity)
            elif each.pos_ == "PRON":
                if each.lower_ in ("he", "she", "him", "her"):
                    actor = self.last_person
            elif each.pos_ in ("NOUN", "PROPN"):
                actor = self.described(each)
            if actor and actor not in found:
                seen.append(each)
                found.append(actor)
        return found

    def described(self, noun: Token) -> dict[str, Any] | None:
        """ "her Angolan counterpart", "a Finnish delegation": a group that stands for another."""
        for token in noun.subtree:
            entity = entity_of(token)
            if entity is not None and entity.label_ in ("GPE", "NORP", "ORG"):
                other = self.actor(entity)
                if other is None:
                    continue
                evidence = self.span(noun.left_edge, noun)
                kind = "delegation" if noun.lemma_ == "delegation" else "group"
                group = self.new_actor(kind, evidence["text"], other["country"])
                group["represents"], group["evidence"] = [other["id"]], [evidence]
                return group
        if noun.pos_ == "NOUN" and noun.lemma_ not in NO_PARTY and noun.ent_type_ not in NO_NAMES:
            evidence = self.span(noun.left_edge, noun)
            group = self.new_actor("group", evidence["text"], None)
            group["evidence"] = [evidence]
            return group
        return None
