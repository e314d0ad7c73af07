"""Which words are places, and which places they are."""

import pytest

import newsfacts_places.plugin
from newsfacts import Article, Pipeline, PlaceMention, load_plugins


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Only this plugin, and errors raised."""
    plugins = load_plugins(discover=False, extra={"places": newsfacts_places.plugin})
    return Pipeline(plugins=plugins, on_error="raise")


def mentions(pipeline: Pipeline, text: str) -> list[PlaceMention]:
    found = [fact for fact in pipeline.claims(Article(text=text)) if isinstance(fact, PlaceMention)]
    return sorted(found, key=lambda fact: fact.evidence[0])


def brief(mention: PlaceMention) -> tuple[str, str, str | None, str | None]:
    return mention.evidence[0].text, mention.name, mention.country, mention.admin1


# Sentence; what is found: words, name, country, first-order division.
FOUND = [
    # cities that open a story by themselves
    (
        "RIYADH: The port reopened on Monday.",
        [("RIYADH", "Riyadh", "SA", "Riyadh Region")],
    ),
    (
        "3 May 2024 (KHARTOUM) - The port reopened.",
        [("KHARTOUM", "Khartoum", "SD", "Khartoum")],
    ),
    ("[Lomé] The port reopened.", [("Lomé", "Lomé", "TG", "Maritime")]),
    ("(UPI) - The port reopened.", []),
    # countries, their other names, and what is inside them
    ("Rain fell in Chad.", [("Chad", "Chad", "TD", None)]),
    ("The United Kingdom left.", [("United Kingdom", "United Kingdom", "GB", None)]),
    (
        "Zaire and Burma signed.",
        [
            ("Zaire", "Democratic Republic of the Congo", "CD", None),
            ("Burma", "Myanmar", "MM", None),
        ],
    ),
    ("Lambs fell in New Zealand.", [("New Zealand", "New Zealand", "NZ", None)]),
    (
        "The USSR left the talks in Kabul.",
        [("USSR", "Soviet Union", None, None), ("Kabul", "Kabul", "AF", "Kabul")],
    ),
    ("He had fled the GDR.", [("GDR", "Germany", "DE", None)]),
    # what a name is said to be: whose capital, a town of what
    (
        "Victoria, the capital of Seychelles, was dry.",
        [
            ("Victoria", "Victoria", "SC", "La Riviere Anglaise"),
            ("Seychelles", "Seychelles", "SC", None),
        ],
    ),
    ("Rain fell in Tripoli, the Lebanese port.", [("Tripoli", "Tripoli", "LB", "Liban-Nord")]),
    ("Rain fell on the Lebanese city Tripoli.", [("Tripoli", "Tripoli", "LB", "Liban-Nord")]),
    ("Rain fell in Bogata, the Colombian capital.", [("Bogata", "Bogata", "CO", None)]),
    ("She spoke in Kerto, a Kenyan envoy at her side.", []),
    # Georgia and Georgia
    (
        "Crowds filled Tbilisi as Georgia voted.",
        [("Tbilisi", "Tbilisi", "GE", None), ("Georgia", "Georgia", "GE", None)],
    ),
    (
        "In Atlanta, Georgia's governor saw a bridge.",
        [("Atlanta", "Atlanta", "US", "Georgia"), ("Georgia", "Georgia", "US", None)],
    ),
    # owners in front
    (
        "Bermuda's capital, Hamilton, lost power.",
        [("Bermuda", "Bermuda", "BM", None), ("Hamilton", "Hamilton", "BM", "Hamilton city")],
    ),
    # countries whose names persons bear, by what is their own
    ("Jordan denied that its radars had been off.", [("Jordan", "Jordan", "JO", None)]),
    ("Chad told the court its maps were old.", [("Chad", "Chad", "TD", None)]),
    ("Georgia's governor signed it.", [("Georgia", "Georgia", "US", None)]),
    ("Georgia's legislature sat late.", [("Georgia", "Georgia", "US", None)]),
    ("FIRES NEAR AYACUCHO, CAPITAL OF THAT DRY DEPARTMENT, WERE PUT OUT.",
     [("AYACUCHO", "Ayacucho", "PE", "Ayacucho")]),
    # what armies do to towns
    ("Fighters took Sabha after dark in Libya.", [
        ("Sabha", "Sabha", "LY", "Sabha District"), ("Libya", "Libya", "LY", None)]),
    ("The column was advancing on Mekelle.", [("Mekelle", "Mekelle", "ET", "Tigray")]),
    # where ships dock, and what roads link
    ("A ferry docked at Calais.", [("Calais", "Calais", "FR", "Hauts-de-France")]),
    ("Mud cut the road linking Pereira and Manizales.", [
        ("Pereira", "Pereira", "CO", "Risaralda Department"),
        ("Manizales", "Manizales", "CO", "Caldas Department")]),
    ("A clerk at Calais smiled.", []),
    # quarters called after a title
    ("Aleppo's Sheikh Zurmal neighbourhood was dark.", [
        ("Aleppo", "Aleppo", "SY", "Aleppo"), ("Sheikh Zurmal", "Sheikh Zurmal", "SY", None)]),
    # an unknown name in a pair
    ("Jets hit Sinjar and Zurmal in northern Iraq.", [
        ("Sinjar", "Sinjar", "IQ", "Nineveh"), ("Zurmal", "Zurmal", "IQ", None),
        ("Iraq", "Iraq", "IQ", None)]),
    # clubs play in places
    ("In Leeds City Hall a choir sang.", []),
    ("Norwich beat Ottabek 3-1 in Lisbon.", [("Lisbon", "Lisbon", "PT", "Lisbon")]),
    # newspapers and universities in sentences full of capitals
    ("The New York Times and Oslo's Daily Hare Carried It.", [("Oslo", "Oslo", "NO", "Oslo")]),
    ("He taught at the University of Texas.", []),
    ("The Hawaiian island was dry.", []),
    # towns that news knows better than their size tells
    ("Haifa was dry.", [("Haifa", "Haifa", "IL", "Haifa")]),
    ("Timbuktu slept.", [("Timbuktu", "Timbuktu", "ML", "Tombouctou")]),
    # names that are words
    ("The mayor of Nice opened it.", [("Nice", "Nice", "FR", "Provence-Alpes-Côte d'Azur")]),
    ("The fleet left Scarborough Shoal.", [("Scarborough Shoal", "Scarborough Shoal", None, None)]),
    ("Fog lay over Lancashire.", [("Lancashire", "Lancashire", "GB", None)]),
    ("They fled the Soviet Union.", [("Soviet Union", "Soviet Union", None, None)]),
    ("They left for the U.S. on Monday.", [("U.S.", "United States", "US", None)]),
    ("Troops entered the Gaza Strip.", [("Gaza Strip", "Gaza Strip", "PS", None)]),
    ("Flooding hit the Sahel.", [("Sahel", "Sahel", None, None)]),
    (
        "Côte d’Ivoire and Guinea-Bissau agreed.",
        [
            ("Côte d’Ivoire", "Ivory Coast", "CI", None),
            ("Guinea-Bissau", "Guinea-Bissau", "GW", None),
        ],
    ),
    # the longest name wins
    ("Fighting resumed in South Sudan.", [("South Sudan", "South Sudan", "SS", None)]),
    ("She flew to New York City.", [("New York City", "New York", "US", "New York")]),
    # other spellings, possessives, particles, compounds
    ("Kiev's mayor spoke.", [("Kiev", "Kyiv", "UA", "Kyiv City")]),
    ("They met in La Habana.", [("La Habana", "Havana", "CU", "Havana")]),
    ("A fire broke out in Port-au-Prince.", [("Port-au-Prince", "Port-au-Prince", "HT", "Ouest")]),
    ("A London-based group paid.", [("London", "London", "GB", "England")]),
    (
        "Shelling hit Deir al-Balah in the Gaza Strip.",
        [
            ("Deir al-Balah", "Deir al-Balah", "PS", "Gaza Strip"),
            ("Gaza Strip", "Gaza Strip", "PS", None),
        ],
    ),
    # one of several places of that name
    (
        "A bomb went off in Hyderabad, Pakistan.",
        [("Hyderabad", "Hyderabad", "PK", "Sindh"), ("Pakistan", "Pakistan", "PK", None)],
    ),
    (
        "He grew up in Paris, Texas.",
        [("Paris", "Paris", "US", "Texas"), ("Texas", "Texas", "US", None)],
    ),
    (
        "Two died near Chatham, Mass., on Sunday.",
        [("Chatham", "Chatham", "US", "Massachusetts"), ("Mass.", "Massachusetts", "US", None)],
    ),
    (
        "Flights from Tbilisi, Georgia, to Atlanta, Georgia, stopped.",
        [
            ("Tbilisi", "Tbilisi", "GE", None),
            ("Georgia", "Georgia", "GE", None),
            ("Atlanta", "Atlanta", "US", "Georgia"),
            ("Georgia", "Georgia", "US", None),
        ],
    ),
    (
        "Lebanon's Tripoli was calm.",
        [("Lebanon", "Lebanon", "LB", None), ("Tripoli", "Tripoli", "LB", "Liban-Nord")],
    ),
    ("Gunmen took the Syrian city of Homs.", [("Homs", "Homs", "SY", "Homs")]),
    (
        "Rain fell on Valencia in Venezuela.",
        [("Valencia", "Valencia", "VE", "Carabobo"), ("Venezuela", "Venezuela", "VE", None)],
    ),
    (
        "Ada Moss of Melbourne, Fla., won.",
        [("Melbourne", "Melbourne", "US", "Florida"), ("Fla.", "Florida", "US", None)],
    ),
    (
        "The Iran-Iraq war ended.",
        [("Iran", "Iran", "IR", None), ("Iraq", "Iraq", "IQ", None)],
    ),
    (
        "Shells fell on northern Gaza and on Gaza City.",
        [("Gaza", "Gaza Strip", "PS", None), ("Gaza City", "Gaza City", "PS", "Gaza Strip")],
    ),
    # a list of countries is no town and its country
    (
        "Norway, the United States and Peru signed.",
        [
            ("Norway", "Norway", "NO", None),
            ("United States", "United States", "US", None),
            ("Peru", "Peru", "PE", None),
        ],
    ),
    # what the text says of a town once holds for it all along
    (
        "He went to Jonestown. In Jonestown, Guyana, he fell ill.",
        [
            ("Jonestown", "Jonestown", "GY", None),
            ("Jonestown", "Jonestown", "GY", None),
            ("Guyana", "Guyana", "GY", None),
        ],
    ),
    # city or the division around it
    (
        "Idlib lies in Idlib province.",
        [("Idlib", "Idlib", "SY", "Idlib"), ("Idlib", "Idlib", "SY", None)],
    ),
    # who is in a place may speak
    ("Police in Duluth said it snowed.", [("Duluth", "Duluth", "US", "Minnesota")]),
    # titles and days after a place
    ("Chicago Mayor Ada Moss resigned.", [("Chicago", "Chicago", "US", "Illinois")]),
    ("Envoys reached Baghdad Tuesday.", [("Baghdad", "Baghdad", "IQ", "Baghdad")]),
    # everyday words with proof
    (
        "She lives in Normal, Illinois.",
        [("Normal", "Normal", "US", "Illinois"), ("Illinois", "Illinois", "US", None)],
    ),
    # names that no gazetteer knows, by their form
    ("Raiders burned the village of Ottabek.", [("Ottabek", "Ottabek", None, None)]),
    ("A mine exploded in Zurmeli district.", [("Zurmeli", "Zurmeli", None, None)]),
    (
        "He was held in Quillan County, Ohio.",
        [("Quillan County", "Quillan County", "US", "Ohio"), ("Ohio", "Ohio", "US", None)],
    ),
    (
        "A fire in Zurmeli, near Mecca, was put out.",
        [("Zurmeli", "Zurmeli", "SA", None), ("Mecca", "Mecca", "SA", "Mecca Region")],
    ),
    (
        "A man was shot near Zurmeli, Pa., on Monday.",
        [("Zurmeli", "Zurmeli", "US", "Pennsylvania"), ("Pa.", "Pennsylvania", "US", None)],
    ),
    # lists
    (
        "Israel, Jordan and Egypt took part.",
        [
            ("Israel", "Israel", "IL", None),
            ("Jordan", "Jordan", "JO", None),
            ("Egypt", "Egypt", "EG", None),
        ],
    ),
    # the Arabic article in small letters, and one sound in several spellings
    ("Troops entered al-Bab.", [("al-Bab", "Al Bab", "SY", "Aleppo")]),
    ("Two fell in ed-Damazin.", [("ed-Damazin", "Damazin", "SD", "Blue Nile")]),
    ("Six died in el-Fasher.", [("el-Fasher", "El Fasher", "SD", "Northern Darfur")]),
    ("A bomb went off in al Hasakah.", [("al Hasakah", "Hasakah", "SY", "Al-Hasakah")]),
    ("Guards in Zuwara waited.", [("Zuwara", "Zuwara", "LY", "An Nuqat al Khams")]),
    ("Mud hit al-Kalbash, a village.", [("al-Kalbash", "al-Kalbash", None, None)]),
    # a town behind "of" where a sentence begins
    ("Shelling of Kherson went on.", [("Kherson", "Kherson", "UA", "Kherson")]),
    ("Residents of Goma queued.", [("Goma", "Goma", "CD", "Nord Kivu")]),
    ("The fall of Mosul was swift.", [("Mosul", "Mosul", "IQ", "Nineveh")]),
    # English counties beside towns of their names; islands and counties of the US
    ("He was held in Kent.", [("Kent", "Kent", "GB", "England")]),
    ("He was held in Kent, Ohio.", [("Kent", "Kent", "US", "Ohio"), ("Ohio", "Ohio", "US", None)]),
    ("Crews fought fires on Maui.", [("Maui", "Maui", "US", None)]),
    ("A jury in Cook County met.", [("Cook County", "Cook County", "US", "Illinois")]),
    (
        "A jury in Cook County, Minn., met.",
        [("Cook County", "Cook County", "US", "Minnesota"), ("Minn.", "Minnesota", "US", None)],
    ),
    ("Floods hit the Gold Coast.", [("Gold Coast", "Gold Coast", "AU", "Queensland")]),
    (
        "The Archbishop of Canterbury spoke.",
        [("Canterbury", "Canterbury", "GB", "England")],
    ),
    # what states do
    ("Chad closed the road.", [("Chad", "Chad", "TD", None)]),
    ("Chad's army has withdrawn.", [("Chad", "Chad", "TD", None)]),
    ("Chad had severed ties.", [("Chad", "Chad", "TD", None)]),
    ("Mali and Niger left.", [("Mali", "Mali", "ML", None), ("Niger", "Niger", "NE", None)]),
    ("Jordan recalled its envoy.", [("Jordan", "Jordan", "JO", None)]),
    ("The GDR left the pact.", [("GDR", "Germany", "DE", None)]),
    # datelines and upper-case copy
    (
        "MONTEVIDEO, July 2 (ABC) -- Rivers rose.",
        [("MONTEVIDEO", "Montevideo", "UY", "Montevideo Department")],
    ),
    ("TROY, Mich. (ABC) _ A plant closed.", [
        ("TROY", "Troy", "US", "Michigan"), ("Mich.", "Michigan", "US", None),
    ]),
    ("DULUTH – Police seek a driver.", [("DULUTH", "Duluth", "US", "Minnesota")]),
    ("By Ada Moss DULUTH (WXYZ) — It snowed.", [("DULUTH", "Duluth", "US", "Minnesota")]),
    ("By Ada Moss DULUTH — It snowed.", [("DULUTH", "Duluth", "US", "Minnesota")]),
    ("date 2024-05-06 QUITO, 6 may (ABC).- It rained.", [
        ("QUITO", "Quito", "EC", "Pichincha"),
    ]),
    ("World\nQUITO, Ecuador (ABC) It rained.", [
        ("QUITO", "Quito", "EC", "Pichincha"), ("Ecuador", "Ecuador", "EC", None),
    ]),
    ("All rights reserved. TROY, Mich. - It rained.", [
        ("TROY", "Troy", "US", "Michigan"), ("Mich.", "Michigan", "US", None),
    ]),
    ("QUITO and LIMA — Prices fell.", [
        ("QUITO", "Quito", "EC", "Pichincha"), ("LIMA", "Lima", "PE", "Lima Province"),
    ]),
    (
        "TROOPS CLASHED IN SAN MIGUEL, EL SALVADOR.",
        [
            ("SAN MIGUEL", "San Miguel", "SV", "San Miguel Department"),
            ("EL SALVADOR", "El Salvador", "SV", None),
        ],
    ),
]  # fmt: skip

NOTHING = [
    # persons
    "Paris Marlowe thanked Jordan Henfield and Georgia Pratt.",
    "Gen. Jordan saluted. President Lincoln was tall.",
    "Defence chief Lloyd Austin arrived. Austin smiled.",
    # organisations and other longer names
    "He left the University of Texas for the Bank of England.",
    "She reads the Washington Post and supports Manchester United.",
    "The Quillan County Court adjourned.",
    # everyday words that are also towns
    "Reading is nice. Police were mobile. Most of the same march on Sunday in March.",
    "Of course, Independence and Hope are fine words.",
    # peoples and adjectives
    "The French and two Iraqis met Canadian, Afghan and South Korean envoys.",
    "US officials and a U.S. soldier waited.",
    "An Egypt-born singer won.",
    # acronyms and shouting
    "The EU and the UN agreed; CONNECT WITH US.",
    # capitals that open no dateline
    "The NICE scheme of Ada Moss MOBILE (the firm) grew. He saw a LIMA Corp (LC) sign.",
    # who speaks, and streets
    "Lara said it rained. Later Henderson told the court why.",
    "He fell near Linden and Hamilton streets, off Lincoln avenue.",
    # scores and colleges
    "Jordan's wife had met him. They beat Barcelona 2-1. Florida State hired a coach.",
    "Barcelona lost 2-1 to Valencia. Leicester City sold him. Kerto Town beat Norwich City 4-0.",
    "Denver edged Portland 98-95 after a late basket.",
    # what persons do
    "Jordan denied that she had seen him. Jordan said his knee hurt.",
    "Jordan scored 30 points. Jordan recalled the night. Chad Henfield closed the door.",
    # Arabic articles before names of others
    "Fighters of al-Qaeda praised al-Zawahri; President al-Assad did not.",
    "Director of Carter Holdings resigned.",
    # who is quoted
    "According to Kato, the talks failed.",
    # kinds of places that nobody named
    "Shells fell on a Shiite district and a Kurdish village.",
    # unknown names
    "Zurmeli said that Ottabek would come.",
    "",
    " \n\t ",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(
    pipeline: Pipeline, text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    """Each place of the sentence is found, named and resolved, and nothing else is."""
    assert [brief(each) for each in mentions(pipeline, text)] == expected


@pytest.mark.parametrize("name", ["Sara bint Ali", "Karl von Berg", "Carla van der Poel"])
def test_a_name_with_a_small_word_inside(pipeline: Pipeline, name: str) -> None:
    """The last word of a person's name is no town, though a town stands behind it."""
    found = mentions(pipeline, f"Ana Ruiz met {name} in Mombasa on Monday.")
    assert [each.evidence[0].text for each in found] == ["Mombasa"]


def test_no_name_runs_out_of_a_headline(pipeline: Pipeline) -> None:
    """A town that ends a headline and one that begins the story are two."""
    story = "The ministers of both countries signed the treaty about the bridge over the river"
    long = f"{story}, and left for the airport an hour later, said their spokesmen on Monday."
    found = mentions(pipeline, f"Ministers prepare the summit of Istanbul\nKyiv, May 13. {long}")
    assert [each.name for each in found] == ["Istanbul", "Kyiv"]


@pytest.mark.parametrize("head", ["Ministers Meet On Debt-NAIROBI", "250 Guards Leave-NAIROBI"])
def test_a_headline_glued_to_a_dateline(pipeline: Pipeline, head: str) -> None:
    """A town in capitals behind a headline's hyphen is no part of a name, as "Deere-Boyd" is."""
    found = mentions(pipeline, f"{head} —\xa0-Rain fell on Tuesday, said the mayor.")
    assert [each.name for each in found] == ["Nairobi"]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(pipeline: Pipeline, text: str) -> None:
    """What looks like a place but is none gives nothing."""
    assert [brief(each) for each in mentions(pipeline, text)] == []


def test_the_article_decides_between_namesakes(pipeline: Pipeline) -> None:
    """Hyderabad is the one in the country that the rest of the article speaks of."""
    indian = "Rain flooded Hyderabad, officials in New Delhi and Mumbai said. India sent help."
    pakistani = "Rain flooded Hyderabad, officials in Karachi and Lahore said. Pakistan sent help."
    assert mentions(pipeline, indian)[0].country == "IN"
    assert mentions(pipeline, pakistani)[0].country == "PK"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # divisions, counties and towns tell which country a story is from
        (
            "A man from Wellington drowned, Florida police said. He had left West Palm Beach for "
            "a party, Palm Beach County deputies said.",
            "Wellington",
            "US",
        ),
        (
            "Nobody was hurt in Chester, the Ohio Highway Patrol and Geauga County deputies said.",
            "Chester",
            "US",
        ),
        # cities that all the world knows stay where they are
        ("Police in Ohio, Utah and Iowa spoke to detectives in London.", "London", "GB"),
        # other countries' names alone move no city
        ("Envoys of the U.S. and Canada met in Wellington.", "Wellington", "NZ"),
    ],
)
def test_a_story_is_set_in_one_country(
    pipeline: Pipeline, text: str, name: str, country: str
) -> None:
    """A story plainly about one country means the town in it."""
    assert [each.country for each in mentions(pipeline, text) if each.name == name] == [country]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A depot in Mari burned, Cyprus said. Nicosia sent help to Cyprus.", "Mari", None),
        ("A depot in Mari burned. Brazil sent help. Cyprus and Malta did too.", "Mari", "BR"),
        ("A depot in Mari, Brazil, burned. Cyprus and Malta sent help.", "Mari", "BR"),
        ("A depot in Mari burned.", "Mari", "BR"),
    ],
)
def test_a_small_town_far_from_the_story(
    pipeline: Pipeline, text: str, name: str, country: str | None
) -> None:
    """A small town in a country that the article never names is known by its name only."""
    [town] = [each for each in mentions(pipeline, text) if each.name == name]
    assert (town.country, town.lat is None) == (country, country is None)


CG, CD = "Republic of the Congo", "Democratic Republic of the Congo"


@pytest.mark.parametrize(
    ("text", "congo"),
    [
        ("BRAZZAVILLE, March 4 (Reuters) - Rain fell in Congo, the Congolese government said.", CG),
        ("A ferry sank near Pointe-Noire in Congo.", CG),
        ("The envoy of Congo flew home to Brazzaville, Congo.", CG),
        ("Congo and Zaire signed a treaty. Zairean troops left.", CG),
        ("A ferry from Kinshasa sank in Congo.", CD),
        ("He crossed from Brazzaville to Kinshasa, where Congo held a vote.", CD),
        ("Congo, formerly Zaire, held a vote.", CD),
        ("Congo held a vote.", CD),
    ],
)
def test_one_name_of_two_countries(pipeline: Pipeline, text: str, congo: str) -> None:
    """What else an article names tells which of two countries it means by their common name."""
    named = {found.name for found in mentions(pipeline, text) if found.evidence[0].text == "Congo"}
    assert named == {congo}


@pytest.mark.parametrize(
    ("text", "name", "division"),
    [
        # a small town needs no state in a story from its state
        ("COLUMBUS, Ohio (AP) - Two people died in Medina on Monday.", "Medina", "Ohio"),
        ("BUTTE, Mont. (AP) - A barn burned in Glasgow on Monday.", "Glasgow", "Montana"),
        # a capital of millions is meant before its small namesake
        ("COLUMBUS, Ohio (AP) - The mayor spoke in London on Monday.", "London", "England"),
        # elsewhere nothing speaks for the small one
        ("JEDDAH (Reuters) - Two people died in Medina on Monday.", "Medina", "Medina Region"),
    ],
)
def test_places_in_the_division_of_the_dateline(
    pipeline: Pipeline, text: str, name: str, division: str
) -> None:
    """A dateline's state tells where a town lies that is named alone."""
    assert [found.admin1 for found in mentions(pipeline, text) if found.name == name] == [division]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("TULSA, Okla. (AP) - A man drowned in Quillan County on Monday.", "US"),
        ("Police in California said that fires reached Quillan County.", "US"),
        # the English name is put the other way round where counties come first
        ("Police in Scotland said that fires reached Quillan County.", None),
        ("Police in California and Kenya looked for him in Quillan County.", None),
        ("He was last seen in Quillan County.", None),
        # offices that tell the country
        ("A Quillan County sheriff's deputy found him.", "US"),
        ("Quillan County coroner Ann Lee and the district attorney agreed.", "US"),
        ("In Nairobi, Kenya, a sheriff spoke of Quillan County.", "KE"),
    ],
)
def test_the_country_of_a_county(pipeline: Pipeline, text: str, country: str | None) -> None:
    """A county lies in the one country that the article names, where counties are named so."""
    [county] = [found for found in mentions(pipeline, text) if found.name == "Quillan County"]
    assert (county.country, county.admin1) == (country, None)


def test_a_proved_name_counts_where_it_stands_bare(pipeline: Pipeline) -> None:
    """Once "Unity state" is a place, so is Unity in a list further on."""
    text = "Fighting spread in Unity state, South Sudan. Villagers fled Unity and Upper Nile."
    assert [each.name for each in mentions(pipeline, text)].count("Unity") == 2


def test_values_come_from_the_gazetteer(pipeline: Pipeline) -> None:
    """A city carries GeoNames' id and coordinates in degrees."""
    (kabul,) = mentions(pipeline, "Snow fell in Kabul.")
    assert kabul.geonames_id == 1138958
    assert kabul.lat == pytest.approx(34.53, abs=0.02)
    assert kabul.lon == pytest.approx(69.17, abs=0.02)
