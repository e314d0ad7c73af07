"""Casualties from verbs of harm, states and counted nouns; the article's harm event."""

import re

from spacy.tokens import Token

from spacy_peer.meetings import MeetingReading
from spacy_peer.trees import children, conjuncts, counted_before, fatal, manner
from spacy_peer.values import bounded, read_count, time_value
from spacy_peer.words import (
    COUNTED,
    DOERS,
    DONE,
    HARM_EVENTS,
    MAYBE,
    STATES,
    SUFFERED,
    THINGS,
    VICTIM_KIND,
    words,
)  # fmt: skip

BARE = words("people police dead number nobody none")  # stand without an article
CUMULATIVE = re.compile(r"\b(?:so far|since|this year|in total|bringing|to date)\b")
BACKGROUND = re.compile(r"\b(?:last (?:year|month)|(?:19|20)\d\d)\b")


class HarmReading(MeetingReading):
    """Adds figures of people harmed, and one event that they belong to."""

    def harm(self, token: Token) -> None:
        lemma = token.lemma_.lower()
        word = token.lower_
        if token.lower_ == "fatally" and token.head.pos_ == "VERB":
            self.victims(token.head, "killed", self.patients(token.head))
        if (
            token.pos_ == "VERB"
            and lemma in MAYBE
            and (
                not self.patients(token)
                or fatal(token)
                or (children(token, "dobj") and lemma == "beat")
            )
        ):
            return
        if token.pos_ == "VERB" and lemma in DONE:
            self.victims(token, DONE[lemma], self.patients(token))
        elif token.pos_ == "VERB" and lemma in SUFFERED:
            self.victims(token, SUFFERED[lemma], self.subjects_of(token))
        elif (lemma == "wound" and token.pos_ == "NOUN") or lemma == "injury":
            verb = token.head if token.dep_ == "dobj" else token.head.head
            if verb.lemma_ in ("suffer", "sustain", "receive", "treat"):
                by = self.patients(verb) if verb.lemma_ == "treat" else self.subjects_of(verb)
                self.victims(token, "injured", by)
        elif (
            lemma == "hospital"
            and token.dep_ == "pobj"
            and (
                token.head.head.lemma_
                in ("take", "rush", "transport", "airlift", "send", "bring", "fly")
            )
        ):
            self.victims(token.head.head, "injured", self.patients(token.head.head))
        elif lemma == "hostage" and token.head.lemma_ in ("take", "hold"):
            self.victims(token, "abducted", self.patients(token.head))
        elif word in STATES and token.pos_ in ("ADJ", "NOUN", "VERB"):
            nouns: list[Token] = []
            if token.dep_ in ("acomp", "oprd", "attr", "ccomp"):
                nouns = children(token.head, "nsubj", "nsubjpass") if token.dep_ != "ccomp" else []
                nouns = children(token.head, "dobj") if token.head.lemma_ == "leave" else nouns
                nouns = nouns or children(token, "nsubj")
            elif children(token, "nummod") or (
                token.dep_ in ("dobj", "pobj") and token.pos_ == "NOUN"
            ):
                nouns = [token] if children(token, "nummod") else []
            elif token.dep_ == "amod" and token.i > token.head.i:
                nouns = [token.head]
            elif token.i and token.nbor(-1).like_num:
                nouns = [token.nbor(-1)]
            self.victims(token, STATES[word], nouns)
        elif (
            token.pos_ == "NOUN"
            and lemma in COUNTED
            and (children(token, "nummod") or any(d.lower_ == "no" for d in children(token, "det")))
        ):
            self.victims(token, COUNTED[lemma], [token])
        elif (
            lemma in ("death", "killing", "wounding", "murder", "massacre") and token.pos_ == "NOUN"
        ):
            objects = [
                n for p in children(token, "prep") if p.lower_ == "of" for n in children(p, "pobj")
            ]
            counted = [n for n in objects if children(n, "nummod", "det") or n.like_num]
            self.victims(token, "injured" if lemma == "wounding" else "killed", counted)
        elif lemma == "toll":
            near = [
                t
                for t in token.sent
                if t.pos_ == "NUM" and t.i > token.i and t.dep_ in ("pobj", "attr", "dobj")
            ]
            self.victims(token, "killed", near[:1])

    def subjects_of(self, verb: Token) -> list[Token]:
        found = children(verb, "nsubj", "nsubjpass")
        if found and found[0].tag_ in ("WP", "WDT"):
            return [verb.head] if verb.dep_ == "relcl" else []
        if not found and verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
            return self.subjects_of(verb.head)
        return found

    def patients(self, verb: Token) -> list[Token]:
        if verb.dep_ == "amod":
            return []
        if verb.tag_ == "VBN" and verb.dep_ == "acl":
            return [verb.head]
        passive = children(verb, "nsubjpass") or children(verb, "auxpass")
        objects = children(verb, "dobj")
        if objects and not passive:
            return objects
        if passive:
            return self.subjects_of(verb)
        if verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            own = children(verb, "nsubj")  # "ten were killed and six wounded"
            return own or self.patients(verb.head)
        if verb.tag_ == "VBN" and not children(verb, "aux"):
            return children(verb, "nsubj")  # a headline: "Nine sailors killed in ..."
        return []

    def victims(self, cue: Token, harm: str, nouns: list[Token]) -> None:
        if not nouns and (number := counted_before(cue)) is not None:
            nouns = [number]
        for noun in nouns:
            joined = conjuncts(noun)
            for each in children(noun, "appos"):  # a list may be read as an apposition
                if children(each, "nummod", "det") and children(each, "conj"):
                    joined += conjuncts(each)
            parts: list[Token] = []
            for each in (*joined, cue):
                for prep in children(each, "prep"):
                    if prep.lower_ == "including":
                        parts += [o for n in children(prep, "pobj") for o in conjuncts(n)]
            before = len(self.casualties)
            told = [self.casualty(cue, harm, each, before) for each in joined]
            self.sums.append([each for each in told if each])
            for each in parts:
                self.casualty(cue, harm, each, before)

    def casualty(self, cue: Token, harm: str, noun: Token, before: int) -> str | None:
        """Add a figure, or unite it with one of those told before; give its id."""
        if noun.lemma_.lower() in THINGS or noun.ent_type_ in (
            "ORG",
            "GPE",
            "DATE",
            "MONEY",
            "PERCENT",
        ):
            return None
        last = noun
        if noun.lemma_ in ("dozen", "score", "hundred", "thousand", "ten", "number", "handful",
                           "family", "group", "couple") or noun.pos_ == "NUM":  # fmt: skip
            for prep in children(noun, "prep"):
                if prep.lower_ == "of" and (inner := children(prep, "pobj")):
                    last = inner[0]
                    if last.lemma_ in ("hundred", "thousand", "ten"):
                        further = [o for p in children(last, "prep") for o in children(p, "pobj")]
                        last = further[0] if further else last
        first = min((t for t in noun.subtree if t.i <= noun.i), key=lambda t: t.i)
        singular = noun.tag_ in ("NN", "NNP") and noun.lemma_ not in ("people", "police", "number")
        definite = any(d.lower_ in ("the", "these", "those", "his", "its", "their")
                       for d in children(noun, "det", "poss"))  # fmt: skip
        if noun.pos_ == "PRON":
            if noun.lower_ in ("he", "she", "him", "her", "himself", "herself", "one", "someone"):
                if noun.lower_ not in ("he", "she", "one"):
                    return None
            elif noun.lower_ not in ("nobody", "none", "several", "many") and not children(
                noun, "nummod", "det"
            ):
                return None
        phrase = self.span(first, last)["text"]
        if noun.ent_type_ == "PERSON" or (noun.pos_ == "PRON" and noun.lower_ in ("he", "she")):
            phrase, singular = "a person", True
        elif (
            noun.tag_ == "NN"
            and noun.pos_ != "NUM"
            and noun.lower_ not in BARE
            and not children(noun, "det", "nummod", "poss")
        ):
            return None
        if phrase.casefold().startswith("how "):
            return None
        how_many = read_count(phrase, plural=not singular, definite=definite)
        if how_many is None or (
            how_many["modifier"] == "unspecified" and harm in ("released", "detained")
        ):
            return None
        modality, polarity, _ = manner(cue)
        if modality in ("planned", "requested"):
            return None
        subset = any(t.lower_ in ("including", "among") for t in noun.ancestors) or (
            noun.dep_ == "pobj" and noun.head.lower_ == "including"
        )
        sentence = cue.sent.text.casefold()
        if subset:
            scope = "subset"
        elif CUMULATIVE.search(sentence):
            scope = "cumulative"
        else:
            scope = "background" if BACKGROUND.search(sentence) else "incident"
        evidence = self.around(cue, [first, last], limit=160)
        if evidence["end"] - evidence["start"] == len(cue):
            evidence = self.span(first, last)
        kind = VICTIM_KIND.get(last.lower_)
        if harm == "killed" and (last.lemma_ in DOERS or kind == "militant"):
            kind = "perpetrator"
        known = definite or noun.pos_ in ("PRON", "PROPN")
        for old in self.casualties[:before]:
            if (
                (known or how_many["value"] != 1)
                and old["harm"] == harm
                and old["count"]["value"] is not None
                and all(old["count"][key] == how_many[key] for key in ("value", "low", "high"))
            ):
                if evidence not in old["evidence"]:
                    old["evidence"].append(evidence)
                return str(old["id"])
        self.casualties.append({
            "id": f"c{len(self.casualties) + 1}", "harm": harm,
            "count": {**how_many, "text": phrase},
            "victims": {"text": last.text, "kind": kind},
            "place": self.where(cue), "date": self.when(cue), "event": None, "perpetrators": [],
            "attribution": self.source(cue), "polarity": polarity, "modality": modality,
            "scope": scope, "part_of": None, "evidence": [evidence], "extractors": [],
        })  # fmt: skip
        return str(self.casualties[-1]["id"])

    def harm_event(self) -> str | None:
        """One harm event for the article: its own figures, the largest of each harm."""
        own = [
            each for each in self.casualties
            if each["scope"] == "incident" and each["polarity"] == "positive"
            and each["victims"]["kind"] != "perpetrator"
        ]  # fmt: skip
        text = self.article.text.casefold()
        if not own and not re.search(r"\b(?:shoot|shot|kill|attack|bomb|crash|blast)", text):
            return None
        kind = next(
            (name for name, words in HARM_EVENTS if any(word in text for word in words.split())),
            "attack",
        )
        tolls = []
        for harm in dict.fromkeys(each["harm"] for each in own):
            figures = [each for each in own if each["harm"] == harm]
            best = max(
                figures, key=lambda each: each["count"]["value"] or each["count"]["low"] or 0
            )
            largest = best["count"]["value"] or best["count"]["low"] or 0
            by_id = {each["id"]: each["count"]["value"] or 0 for each in figures}
            total = max((sum(by_id.get(each, 0) for each in told) for told in self.sums), default=0)
            if total > largest:  # "a cook and three clerks"
                best = {"count": {**best["count"], **bounded(total, "exact")}}
            tolls.append({
                "harm": harm, "count": best["count"], "figures": [each["id"] for each in figures],
            })  # fmt: skip
        name = f"e{len(self.events) + 1}"
        date = next((each["date"] for each in own if each["date"]), None)
        if date is None or len(date["value"]) < 10:
            published = (self.published or "")[:10]
            days = [each["start"] for each in self.dates if each["start"]]
            day = next((each for each in days if each <= published or not published), published)
            date = time_value((day, "DATE")) if len(day) == 10 else date
        for each in own:
            each["event"] = name
        self.events.append({
            "id": name, "type": kind, "modality": "asserted", "polarity": "positive",
            "tense": "past", "participants": [],
            "place": next((each["place"] for each in own if each["place"]), None), "date": date,
            "topics": [], "format": None, "tolls": tolls, "attribution": None, "codes": {},
            "evidence": own[0]["evidence"] if own else [], "extractors": [],
        })  # fmt: skip
        return name
