"""Which country and town the news of an article is from."""

from collections import Counter
from functools import cached_property

from newsfacts import Actor, Place, PlaceMention
from newsfacts.text.countries import capital_of, countries, country_name
from newsfacts_casualties.site_words import coarseness
from newsfacts_casualties.sources import Sources

_MANY = 3
_NEARLY_ALL = 0.75
"""How many countries an article names, and what share of them is the one that it is about."""


class Lands(Sources):
    """What the reading of an article knows of the country it is about.

    `head` is the place of its dateline, `lands` what each country is called that was asked for.
    """

    head: Place | None
    lands: dict[str, Place | None]

    def is_elsewhere(self, place: Place) -> bool:
        """Tell a place in a country that the article is not about."""
        country = self.country()
        return country is None or country.country != place.country

    def country(self) -> Place | None:
        """Give the country of the main event, else the one that the article names most."""
        main = self.discourse.main
        code = main.place.country if main is not None and main.place is not None else None
        code = code or self.country_named
        return self.land(code) if code is not None else None

    @cached_property
    def named_countries(self) -> list[str]:
        """The countries of all places and actors of the article, in order."""
        mentions: list[PlaceMention | Actor] = [*self.context.mentions(PlaceMention)]
        mentions += self.context.mentions(Actor)
        named = [
            (each.evidence[0].start, each.country) for each in mentions
            if each.country is not None
        ]  # fmt: skip
        return [country for _, country in sorted(named)]

    @cached_property
    def country_named(self) -> str | None:
        """The country named first, unless another is what the article is about."""
        if not self.named_countries:
            return None
        times = Counter(self.named_countries)
        code = self.named_countries[0]
        most, number = times.most_common(1)[0]
        code = most if number > 2 * times[code] else code
        return code if 2 * times[code] >= len(self.named_countries) else None  # news of the world

    def land(self, code: str) -> Place | None:
        """Give a country as the article names it."""
        if code not in self.lands:
            self.lands[code] = self.read_land(code)
        return self.lands[code]

    def read_land(self, code: str) -> Place | None:
        """Find the place that stands for a country: itself, or the division told in its stead."""
        mentions = self.context.mentions(PlaceMention)
        of_it = [mention.place for mention in mentions if mention.country == code]
        whole = next((place for place in of_it if coarseness(place) == 3), None)
        if whole is not None or code not in countries():
            return whole
        # a country that is never named itself: its division that is, as with Gaza
        parts = Counter(place for place in of_it if coarseness(place) == 2)
        if parts and all(actor.country != code for actor in self.context.mentions(Actor)):
            return parts.most_common(1)[0][0]
        return Place(name=country_name(code), country=code)

    def town(self) -> Place | None:
        """Give the town of the dateline, unless news of a whole country is told from there."""
        head = self.head
        if head is None or head.country is None or head.name == capital_of(head.country):
            return None
        return head

    def home(self) -> Place | None:
        """Give the country of which nearly all is that an article names."""
        named = self.named_countries
        if len(named) < _MANY:
            return None
        number = max(Counter(named).values())
        return self.country() if number >= _NEARLY_ALL * len(named) else None

    def capital(self, code: str | None) -> Place | None:
        """Give the capital of a country, of the main event's for None."""
        if code is None:
            country = self.country()
            code = country.country if country is not None else None
        name = capital_of(code) if code is not None else None
        if name is None:
            return None
        return next(
            (
                mention.place for mention in self.context.mentions(PlaceMention)
                if mention.country == code and mention.name == name
            ),
            Place(name=name, country=code),
        )  # fmt: skip
