"""Meetings, visits and calls from verbs, their objects and nouns of talk."""

from typing import Any

from spacy.tokens import Token

from spacy_peer.actors import ActorReading
from spacy_peer.trees import children, entity_of, manner, place_of
from spacy_peer.words import (
    CALL_VERBS,
    GO_VERBS,
    HOLD_VERBS,
    MEET_AT,
    MEET_VERBS,
    MET_THINGS,
    PLACES,
    TALK_NOUNS,
    TALK_VERBS,
    TALKS_DO,
    TRIP_NOUNS,
)  # fmt: skip


class MeetingReading(ActorReading):
    """Adds the events at which actors come together."""

    def meeting(self, token: Token, taken: set[int]) -> None:
        lemma, seen = token.lemma_, list[Token]()
        verb = token.pos_ == "VERB"
        by_phone = any(
            near.lower_ in ("phone", "telephone")
            for near in token.sent
            if abs(near.i - token.i) < 6
        )
        kind, parties, place = "meet", list[dict[str, Any]](), None
        down = lemma == "sit" and any(each.lower_ == "down" for each in token.children)
        if lemma == "exchange" and any(n.lemma_ == "view" for n in children(token, "dobj")):
            down = True
        if verb and (lemma in MEET_VERBS or down):
            if any(
                not each.ent_type_ and each.lemma_ in MET_THINGS for each in children(token, "dobj")
            ):
                return
            parties = self.sides(token, seen, () if down else ("dobj",))
        elif (
            verb
            and lemma in HOLD_VERBS
            and any(
                noun.lemma_ in TALK_NOUNS for noun in children(token, "dobj", "nsubjpass", "nsubj")
            )
        ):
            nouns = [
                n for n in children(token, "dobj", "nsubjpass", "nsubj") if n.lemma_ in TALK_NOUNS
            ]
            taken.update(noun.i for noun in nouns)
            seen.append(nouns[0])
            parties = self.sides(token, seen, ())
            for noun in nouns:
                parties += self.sides(noun, seen, ())
            if {"phone", "telephone", "video"} & {w.lower_ for n in nouns for w in n.subtree}:
                kind = "call"
        elif token.pos_ == "NOUN" and lemma in TALK_NOUNS:
            if token.head.lemma_ in HOLD_VERBS and token.dep_ in ("dobj", "nsubj", "nsubjpass"):
                return  # told with its verb
            parties = self.sides(token, seen, ())
            if token.dep_ in ("pobj", "dobj") and token.head.lower_ in MEET_AT:
                parties += self.subjects(
                    token.head.head, seen
                )  # "in talks with", "during a meeting"
            elif token.dep_ == "dobj" or token.head.head.lemma_ in ("participate", "take", "part"):
                verb_of = token.head if token.dep_ == "dobj" else token.head.head
                parties += self.subjects(verb_of, seen)
            dated = any(
                entity.start - token.i in range(-4, 8) and entity.label_ in ("DATE", "GPE")
                for entity in token.sent.ents
            )
            subject = token.dep_ in ("nsubj", "nsubjpass")
            opened = dated or (subject and token.head.lemma_ in TALKS_DO)
            if not parties and not opened:
                return
        elif (verb and lemma == "discuss") or (lemma in TALK_VERBS and verb and not by_phone):
            if not any(prep.lower_ == "with" for prep in children(token, "prep")) and not (
                lemma == "discuss"
                and any(
                    each.tag_ == "NNS" or children(each, "conj")
                    for each in children(token, "nsubj")
                )
            ):
                return
            parties = self.sides(token, seen, ())
            if len(parties) < 2 and lemma != "discuss":
                return
        elif (verb and lemma in TALK_VERBS and by_phone) or (verb and lemma in CALL_VERBS):
            kind, parties = "call", self.sides(token, seen, ("dobj",))
        elif lemma == "call" and token.pos_ == "NOUN" and by_phone:
            kind, parties = "call", self.sides(token, seen, ())
        elif verb and lemma == "visit":
            kind = "visit"
            goals = [each for each in children(token, "dobj") if each.ent_type_ in PLACES]
            if not goals:
                return
            place = place_of(entity_of(goals[0]))
            seen += goals[:1]
            parties = self.subjects(token, seen)
        elif (verb and lemma in GO_VERBS) or (token.pos_ == "NOUN" and lemma in TRIP_NOUNS):
            goals = [
                noun for prep in children(token, "prep") if prep.lower_ in ("to", "in", "for", "at")
                for noun in children(prep, "pobj") if noun.ent_type_ in ("GPE", "LOC")
            ]  # fmt: skip
            if not goals:
                return
            kind, place = "visit", place_of(entity_of(goals[0]))
            seen += goals[:1]
            owner = children(token, "poss") if not verb else []
            parties = [a for each in owner for a in self.party(each, seen)] or self.subjects(
                token if verb else token.head, seen
            )
            if not verb:
                for prep in children(token, "prep"):
                    if prep.lower_ in ("by", "of"):
                        parties += [a for n in children(prep, "pobj") for a in self.party(n, seen)]
            if not parties and not verb and token.dep_ == "pobj":
                parties = self.subjects(token.head.head, seen)
            if not parties and verb:
                return
        else:
            return
        unique = [a for at, a in enumerate(parties) if a not in parties[:at]]
        if kind == "visit":
            unique = [a for a in unique if not place or a["name"] != place["name"]]
        modality, polarity, tense = manner(token)
        self.add_event({
            "type": kind, "modality": modality, "polarity": polarity, "tense": tense,
            "participants": [
                {"actor": a["id"], "role": "visitor" if kind == "visit" else "participant"}
                for a in unique
            ],
            "place": place or (None if kind == "call" else self.where(token)),
            "date": self.when(token), "topics": [], "format": "phone" if kind == "call" else None,
            "tolls": [], "attribution": self.source(token), "codes": {},
            "evidence": [self.around(token, seen)],
        })  # fmt: skip

    def sides(
        self, token: Token, seen: list[Token], objects: tuple[str, ...]
    ) -> list[dict[str, Any]]:
        found = self.subjects(token, seen) if token.pos_ == "VERB" else []
        if token.pos_ == "NOUN":
            for owner in children(token, "poss"):
                found += self.party(owner, seen)
            for part in children(token, "amod", "compound"):
                found += self.party(part, seen) if part.ent_type_ == "GPE" else []
        for other in children(token, *objects) if objects else []:
            found += self.party(other, seen)
        for prep in children(token, "prep", "agent"):
            if prep.lower_ in ("with", "between", "among", "of", "by"):
                for other in children(prep, "pobj"):
                    found += self.party(other, seen)
        return found

    def subjects(self, verb: Token, seen: list[Token]) -> list[dict[str, Any]]:
        """The subject, or that of the verb which governs it, or what a relative clause is about."""
        for _ in range(4):
            for subject in children(verb, "nsubj", "nsubjpass"):
                if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
                    return self.party(verb.head, seen)
                return self.party(subject, seen)
            if verb.dep_ in ("xcomp", "conj", "advcl", "ccomp") and verb.head.pos_ in (
                "VERB",
                "AUX",
            ):
                asked = children(verb.head, "dobj") if verb.dep_ == "xcomp" else []
                if asked:
                    return self.party(asked[0], seen)
                verb = verb.head
            elif verb.dep_ in ("acl", "relcl"):
                return self.party(verb.head, seen)
            else:
                break
        return []

    def add_event(self, event: dict[str, Any]) -> None:
        who = {each["actor"] for each in event["participants"]}
        for old in self.events:
            others = {each["actor"] for each in old["participants"]}
            same_date = not (event["date"] and old["date"]) or event["date"] == old["date"]
            if (
                old["type"] == event["type"]
                and same_date
                and (len(who & others) >= 2 or (who and who == others))
            ):
                old["evidence"] += event["evidence"]
                old["date"] = old["date"] or event["date"]
                old["place"] = old["place"] or event["place"]
                return
        self.events.append({"id": f"e{len(self.events) + 1}", **event, "extractors": []})
