"""The words of the grammar: real cities and countries, invented persons, months, agencies.

The simplest stand first, so that examples shrink towards them.
"""

import datetime

from newsfacts.testing.grammar.pieces import Expected, Person, Piece

PEOPLE = tuple(
    Person(*each)
    for each in (
        ("Grace Otieno", "KE", "Kenya", "Kenyan"),
        ("Marek Dvorsky", "SK", "Slovakia", "Slovak"),
        ("Rosa Quispe", "BO", "Bolivia", "Bolivian"),
        ("Karim Haddad", "LB", "Lebanon", "Lebanese"),
        ("Ingrid Halvorsen", "NO", "Norway", "Norwegian"),
        ("Kofi Asante", "GH", "Ghana", "Ghanaian"),
        ("Elena Petrescu", "RO", "Romania", "Romanian"),
        ("Samir Bouzid", "DZ", "Algeria", "Algerian"),
        ("Aiko Tanabe", "JP", "Japan", "Japanese"),
        ("Paulo Teixeira", "PT", "Portugal", "Portuguese"),
        ("Priya Raghavan", "IN", "India", "Indian"),
        ("Nikos Papadakis", "GR", "Greece", "Greek"),
        ("Jonas Lindqvist", "SE", "Sweden", "Swedish"),
        ("Mehmet Aydin", "TR", "Turkey", "Turkish"),
        ("Pierre Lamballe", "FR", "France", "French"),
        ("Juma Mwakasege", "TZ", "Tanzania", "Tanzanian"),
        ("Sarah Whitcombe", "GB", "United Kingdom", "British"),
        ("Dmitri Volkonsky", "RU", "Russia", "Russian"),
        ("Tomás Arrieta", "CL", "Chile", "Chilean"),
        ("Nguyen Van Thai", "VN", "Vietnam", "Vietnamese"),
        ("Bolat Seitkaliyev", "KZ", "Kazakhstan", "Kazakh"),
        ("Hana Kovacs", "HU", "Hungary", "Hungarian"),
        ("Abdirahman Warsame", "SO", "Somalia", "Somali"),
        ("Mohamed bin Rashid Al Suwaidi", "QA", "Qatar", "Qatari"),
    )
)

# Cities that a gazetteer knows under one English name, in one country that matters to the wires.
CITIES = (
    ("Nairobi", "KE"), ("Lima", "PE"), ("Oslo", "NO"), ("Cairo", "EG"), ("Dakar", "SN"),
    ("Quito", "EC"), ("Hanoi", "VN"), ("Tunis", "TN"), ("Madrid", "ES"), ("Geneva", "CH"),
    ("Baghdad", "IQ"), ("Karachi", "PK"), ("Mogadishu", "SO"), ("Jakarta", "ID"),
    ("Marseille", "FR"), ("Istanbul", "TR"), ("Vienna", "AT"), ("Lagos", "NG"),
    ("Addis Ababa", "ET"), ("Buenos Aires", "AR"), ("Port-au-Prince", "HT"), ("Guayaquil", "EC"),
)  # fmt: skip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
           "septiembre", "octubre", "noviembre", "diciembre"),
    "pt": ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
           "setembro", "outubro", "novembro", "dezembro"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
           "septembre", "octobre", "novembre", "décembre"),
    "it": ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
           "settembre", "ottobre", "novembre", "dicembre"),
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
           "September", "Oktober", "November", "Dezember"),
}  # fmt: skip

# As the agencies shorten them in datelines: AP style in English, three or four letters elsewhere.
SHORT_MONTHS = {
    "en": ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.",
           "Nov.", "Dec."),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    "pt": ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"),
    "fr": ("jan", "fév", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov",
           "déc"),
    "it": ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
    "de": ("Jan.", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.",
           "Nov.", "Dez."),
}  # fmt: skip

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str | None:
    """Write a number below 100, or a round hundred or thousand; None for what nobody spells out."""
    if 0 <= number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    for scale, word in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number % scale == 0 and number // scale < 100:
            return f"{in_words(number // scale)} {word}"
    return None


def in_digits(number: int) -> str:
    """Write a number as the wires do: `1,200`, and `1.2 million`."""
    if number >= 1_000_000 and number % 100_000 == 0:
        return f"{number / 1_000_000:g} million"
    return f"{number:,}"


def city_piece(city: tuple[str, str], spelling: str | None = None) -> Piece:
    """Name a city; `spelling` as it stands in the text, where that is not its English name."""
    name, country = city
    text = name if spelling is None else spelling
    return Piece(
        text, (Expected("places", {"name": name, "country": country}, 0, len(text), "place"),)
    )


def time_piece(
    text: str, value: object, type: str = "DATE", mod: str | None = None, **fields: object
) -> Piece:
    """Write a time expression; `value` is a TIMEX3 value or `AnyOf` several."""
    stated = {"value": value, "type": type, **({"mod": mod} if mod else {}), **fields}
    return Piece(text, (Expected("dates", stated, 0, len(text)),))


def person_piece(person: Person, **fields: object) -> Piece:
    """Name a person in full."""
    stated = {"kind": "person", "name": person.name, **fields}
    return Piece(person.name, (Expected("actors", stated, 0, len(person.name)),))


def month_of(day: datetime.date) -> str:
    """Give the English name of a day's month."""
    return MONTHS["en"][day.month - 1]
