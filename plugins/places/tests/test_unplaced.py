"""Places that no gazetteer knows: what makes them places, and where they lie."""

import pytest

import newsfacts_places.plugin
from newsfacts import Article, Pipeline, PlaceMention, load_plugins


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Only this plugin, and errors raised."""
    plugins = load_plugins(discover=False, extra={"places": newsfacts_places.plugin})
    return Pipeline(plugins=plugins, on_error="raise")


def places(pipeline: Pipeline, text: str) -> list[tuple[str, str | None, str | None]]:
    """The mentions of a text as (words, country, first-order division), in order."""
    found = [fact for fact in pipeline.claims(Article(text=text)) if isinstance(fact, PlaceMention)]
    found.sort(key=lambda fact: fact.evidence[0])
    return [(each.evidence[0].text, each.country, each.admin1) for each in found]


# text, words of the unknown place, country, division
EXPLAINED = [
    ("A bomb went off in Talmisan, Iraq.", "Talmisan", "IQ", None),
    ("In Talmisan, Iraq, a bomb went off.", "Talmisan", "IQ", None),
    ("Six died in the village of Kalbash, near Mosul.", "Kalbash", "IQ", None),
    ("Gunmen held the town of Dorbeh in Iraq's Anbar province.", "Dorbeh", "IQ", "Anbar"),
    ("Fog hid the camp in Monte Turi, in the province of Huambo.", "Monte Turi", "AO", "Huambo"),
    ("Rain hit Lampung Hilir district in Sumatra.", "Lampung Hilir", "ID", None),
    ("Mud fell in Kampung Hilir, West Java.", "Kampung Hilir", "ID", "West Java"),
    ("Rebels seized Mabungo, 30 km north of Bunia.", "Mabungo", "CD", None),
    ("Shells fell on the Zurmeli district of Beirut.", "Zurmeli", "LB", None),
    ("They fled Zurmeli, a village in southern Lebanon.", "Zurmeli", "LB", None),
    ("Zurmeli, a poor farming town 40 kilometres from Kharkiv, burned.", "Zurmeli", "UA", None),
    ("A mine went off near the Afghan village of Deh Zurmal.", "Deh Zurmal", "AF", None),
    ("The people of Tiruzam in the southern Indian state of Kerala fled.",
     "Tiruzam", "IN", "Kerala"),
    ("He was held in Kheri in Haryana.", "Kheri", "IN", "Haryana"),
    ("She drove from Oslo to Zurmeli, Texas.", "Zurmeli", "US", "Texas"),
    ("Jets hit Sinjar and Zurmal in northern Iraq.", "Zurmal", "IQ", None),
    # the first word says what it is
    ("A plane fell near Mount Zurmal.", "Mount Zurmal", None, None),
    ("Two drowned off Punta Zurmal in Peru.", "Punta Zurmal", "PE", None),
    # the kind behind it says so, and nothing more
    ("In Zurmeli, a village, it rained.", "Zurmeli", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "country", "division"), EXPLAINED)
def test_unknown_place_lies_where_the_text_says(
    pipeline: Pipeline, text: str, words: str, country: str | None, division: str | None
) -> None:
    """An unknown name is a place where its surroundings say so, in the country that they name."""
    assert (words, country, division) in places(pipeline, text)


NOT_PLACES = [
    ("He worked at Kestrel Airways in London.", "Kestrel Airways"),
    ("The death of John Smithson in London shocked them.", "John Smithson"),
    ("Kestrel, a village shop, closed.", "Kestrel"),
    ("The emancipation of Binta Zubaru, a woman in Nigeria, is told.", "Binta Zubaru"),
    ("Luiz Tavares dos Santos suspended it.", "Santos"),
    ("Ann Deere-Boyd voted for it.", "Boyd"),
    ("Police in Algeria said so.", "Police"),
    ("It stands near Toledo and Zurmal Avenues in Ohio.", "Zurmal Avenues"),
    ("Ann and Zurmal in Iraq had fled.", "Zurmal"),
    ("According to Zurmal, Texas officials knew.", "Zurmal"),
    ("She wrote to Zurmal, Texas officials said.", "Zurmal"),
    ("Staff at Saint Mary Hospital in Lyon left.", "Saint Mary Hospital"),
]


@pytest.mark.parametrize(("text", "words"), NOT_PLACES)
def test_names_of_others_are_no_places(pipeline: Pipeline, text: str, words: str) -> None:
    """Firms, persons, parts of their names and everyday words are no places."""
    assert words not in [found for found, _, _ in places(pipeline, text)]


def test_known_once_explained(pipeline: Pipeline) -> None:
    """What the text explains once is a place where it stands bare, too, and in no longer name."""
    text = "Mud hit the village of Kalbash, near Mosul. Kalbash is poor. Kalbash Hospital was full."
    assert [found for found in places(pipeline, text) if found[0] == "Kalbash"] == [
        ("Kalbash", "IQ", None),
        ("Kalbash", "IQ", None),
    ]


def test_city_beside_the_region_of_its_name(pipeline: Pipeline) -> None:
    """A town's bare name means the town although the region of that name is named, too."""
    found = places(pipeline, "Shells hit Kherson in Ukraine. The Kherson region was cut off.")
    assert [each for each in found if each[0] == "Kherson"] == [
        ("Kherson", "UA", "Kherson"),
        ("Kherson", "UA", None),
    ]
