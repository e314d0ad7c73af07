"""Organisations by lexicon, by form, by usage; countries and groups."""

from functools import cache

import pytest

from newsfacts import Actor, Pipeline, Record
from newsfacts.testing import isolated_pipeline
from newsfacts_actors.extractor import ActorExtractor


@cache
def pipeline() -> Pipeline:
    """The plugin's extractor alone, with nothing else installed."""
    return isolated_pipeline(ActorExtractor())


def of_kind(record: Record, kind: str) -> dict[str, Actor]:
    """The actors of a kind by name."""
    return {actor.name: actor for actor in record.actors if actor.kind == kind}


# text, name, country
ORGANISATIONS = [
    # from the lexicon, with the country where they are at home
    ("Hamas and Islamic Jihad agreed.", "Islamic Jihad", "PS"),
    ("The CIA and Mossad agreed.", "Mossad", "IL"),
    ("The U.N. Security Council met.", "U.N. Security Council", None),
    ("Hezbollah fired rockets.", "Hezbollah", "LB"),
    ("Doctors Without Borders left the camp.", "Doctors Without Borders", None),
    ("The al- Qaeda branch claimed it.", "al- Qaeda", None),
    # in upper-case copy, as far as the article before the name
    ("GUERRILLAS OF THE RED DAWN COMMANDO ATTACKED THE BARRACKS.", "RED DAWN COMMANDO", None),
    ("THE SIMON LOZANO BRIGADE KIDNAPPED A RANCHER.", "SIMON LOZANO BRIGADE", None),
    ("THE BLUE RIVER LIBERATION FRONT SIGNED.", "BLUE RIVER LIBERATION FRONT", None),
    ("A COURT ASKED THE DEPARTMENT OF JUSTICE FOR THE TAPES ON MONDAY.", "DEPARTMENT OF JUSTICE",
     "US"),
    ("A COURT ASKED THE DEPARTMENT OF THE TREASURY FOR THE TAPES ON MONDAY.",
     "DEPARTMENT OF THE TREASURY", None),
    # firms of two names; a name that a line's end parts
    ("Zorix and Quillan PLC fell.", "Zorix and Quillan PLC", None),
    ("Zorix & Quillan fell.", "Zorix & Quillan", None),
    ("He met Ada Moss and Quillan PLC.", "Quillan PLC", None),
    ("The International\nZinc Organization met.", "International Zinc Organization", None),
    # what is no part of the name
    ("Amal Farouk left the Cairo-based Centre for Rural Legal Aid.",
     "Centre for Rural Legal Aid", None),
    ("He joined the Tarvos Art Center in Nigeria's capital.", "Tarvos Art Center", None),
    ("Ana Ruiz joined the Zorix Party on Monday.", "Zorix Party", None),
    # what is
    ("The Gretna Police Department closed.", "Gretna Police Department", None),
    ("He left the National Board of Revenue.", "National Board of Revenue", None),
    ("She left St. Luke's Hospital.", "St. Luke's Hospital", None),
    ("The Iranian Students' News Agency denied it.", "Iranian Students' News Agency", "IR"),
    ("The Move Forward Party won.", "Move Forward Party", None),
    # each state has one
    ("Peru's Congress voted.", "Congress", "PE"),
    ("Brazil's Supreme Court ruled.", "Supreme Court", "BR"),
    # ministries, armies, police, courts
    ("The Higher Education Ministry denied it.", "Higher Education Ministry", None),
    ("The Italian interior ministry denied it.", "Italian interior ministry", "IT"),
    ("Iran's Foreign Ministry denied it.", "Foreign Ministry", "IR"),
    ("The Ministry of Rural Roads balked.", "Ministry of Rural Roads", None),
    ("The Israeli Army denied it.", "Israeli Army", "IL"),
    ("Nigerian military trucks left. The Nigerian military denied it.", "Nigerian military", "NG"),
    ("Angolan security forces denied it.", "Angolan security forces", "AO"),
    ("Lusaka police denied it.", "Lusaka police", "ZM"),
    ("The Romanian Special Telecommunications Service denied it.",
     "Romanian Special Telecommunications Service", "RO"),
    ("The Kenyan Supreme Court ruled.", "Kenyan Supreme Court", "KE"),
    # other bodies by form
    ("The Ohio Department of Public Safety sent help.", "Ohio Department of Public Safety", None),
    ("The Committee on Ports and Fisheries met.", "Committee on Ports and Fisheries", None),
    ("The University of Tarvos opened.", "University of Tarvos", None),
    ("The Zambezi Review Board met.", "Zambezi Review Board", None),
    ("The Lord's Liberation Army fled.", "Lord's Liberation Army", None),
    ("The Food and Agriculture Council met.", "Food and Agriculture Council", None),
    ("The 7th Armored Brigade moved.", "7th Armored Brigade", None),
    ("The Democratic Dawn party lost.", "Democratic Dawn party", None),
    ("The Zorix union struck.", "Zorix union", None),
    ("The Copenhagen Gazette wrote it.", "Copenhagen Gazette", "DK"),
    # by whose or by where they are
    ("The Cass County Sheriff's Office denied it.", "Cass County Sheriff's Office", None),
    ("The Governor's Office denied it.", "Governor's Office", None),
    ("The Boatmen's League denied it.", "Boatmen's League", None),
    ("In Riga the Weavers' League denied it.", "Weavers' League", None),
    ("The Port of Zorix Authority denied it.", "Port of Zorix Authority", None),
    ("The South Central Railway denied it.", "South Central Railway", None),
    ("Tom Hale, an officer of the federal police, denied it.", "federal police", None),
    # behind a small noun
    ("The armed group Harakat Nur denied it.", "Harakat Nur", None),
    ("The newspaper Tarvos Beacon denied it.", "Tarvos Beacon", None),
    ("The rebel alliance Front of the Red Hills lost.", "Front of the Red Hills", None),
    # by brackets and usage
    ("The Tarvos Monitoring Mission (TMM) left. TMM said so.", "Tarvos Monitoring Mission", None),
    ("VLP leader Ana Ruiz agreed.", "VLP", None),
    ("The Peruvian presidency denied it.", "Peruvian presidency", "PE"),
    ("The head of Zorix, Ana Ruiz, left.", "Zorix", None),
    # firms by form; a country's society; a state that is no country
    ("Norrfjord Motors AB fell.", "Norrfjord Motors AB", None),
    ("Ravel Gorst Productions bought it.", "Ravel Gorst Productions", None),
    ("The Kenya Red Cross sent tents.", "Kenya Red Cross", "KE"),
    ("Tents came, the Peru Red Cross said.", "Peru Red Cross", "PE"),
    ("In Kenya Red Cross trucks broke down.", "Red Cross", None),
    ("The New Jersey Rescue Service came.", "New Jersey Rescue Service", None),
    ("The Jersey Rescue Service came.", "Jersey Rescue Service", "JE"),
    ("The Orthodox Church in Latvia fasts.", "Orthodox Church in Latvia", "LV"),
    ("The 14th Battalion dug in.", "14th Battalion", None),
    ("Tarvos Radio International wrote it.", "Tarvos Radio International", None),
    ("The Tarvos Media Project wrote it.", "Tarvos Media Project", None),
    # a firm behind its kind, and by the first word of its name
    ("The Chilean airline Quivero fell.", "Quivero", None),
    ("Tarvik Foods Inc fell. Analysts like Tarvik.", "Tarvik Foods Inc", None),
    # upper-case copy: a name, and not a noun
    ("THE MINISTRY OF THE INTERIOR AND THE FRONT OF NATIONAL UNITY DISAGREED.",
     "FRONT OF NATIONAL UNITY", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), ORGANISATIONS)
def test_organisation(text: str, name: str, country: str | None) -> None:
    """A body that acts is found under its name in the text, with its country where it has one."""
    found = of_kind(pipeline().extract(text), "organization")
    assert name in found
    assert found[name].country == country


NO_ORGANISATION = [
    # whose firm it was, and when
    "The company Henry Marsh built fell. The law firm Friday closed.",
    "Acting Police Commissioner Ana Ruiz slept.",
    # nouns and adverbs of upper-case copy
    "A GROUP OF PEASANTS MET ANOTHER GROUP OF STUDENTS BEHIND THE STABLES.",
    "SMALL QUARRELS ARISE DAILY IN THE STABLES AND NOBODY MINDS THEM.",
    "A SECURITY GUARD SLEPT IN FRONT OF THE STABLES WHILE THE BOARD OF THE REASONS CREAKED.",
    "RELIGIOUS ORGANIZATIONS AND THE INTERNATIONAL COMMUNITY WERE SILENT ABOUT THE STABLES.",
    # a faith and a noun
    "The Islamist movement split. The Kurdish group did not.",
    # a time in office; those who lead several states
    "The Harlan presidency ended early.",
    "During the Harlan presidency the treaty was signed.",
    "The treaty divided African leaders.",
    "She blamed Gulf leaders.",
    "THE ENTIRE FRONT WAS QUIET AND THE LARGE COLUMN TURNED BACK.",
    "THE STUDENT MOVEMENT MARCHED, BUT THE DISPLACED BRIGADE DID NOT.",
    "A BRIDGE IN THE DEPARTMENT OF QUEZALTA AND A MILL IN THE DEPARTMENT OF LA ZORA BURNED.",
    "The ministry and the council waited.",
    "They met at the bank of the river.",
    "WHO let the dogs out? Let me say: who knows.",
    "The party went on until late; the movement of goods stopped.",
    "Stephen King and Charlotte Church sang.",
    "The guards' office closed. The man's army left. The federal police waited.",
    "The party Ana Ruiz founded lost; the group Tuesday met Major Roe.",
    "The Omani Oil Minister sat down.",
    # a describing word at the head of a sentence; places in the form of bodies
    "Possible police action. Responding police left. Advocacy group leaders met.",
    "They left the West Bank for the East Bank. The Soviet Union fell.",
]


@pytest.mark.parametrize("text", NO_ORGANISATION)
def test_no_organisation(text: str) -> None:
    """A bare kind of body, and a family name that is one, name no organisation."""
    found = of_kind(pipeline().extract(text), "organization")
    assert [name for name in found if name != "WHO"] == []


def test_acronym_is_the_same_body() -> None:
    """An acronym introduced in brackets and its full name are one actor."""
    record = pipeline().extract("The Tarvos Monitoring Mission (TMM) left. TMM said so.")
    mission = of_kind(record, "organization")["Tarvos Monitoring Mission"]
    assert mission.aliases == ("TMM",)
    assert [span.text for span in mission.evidence] == ["Tarvos Monitoring Mission", "TMM", "TMM"]


def test_two_names_of_one_body_are_one_actor() -> None:
    """Names that the lexicon holds to be one body's are one actor, named by its fullest."""
    record = pipeline().extract("The UN appealed. The United Nations said it would stay.")
    assert list(of_kind(record, "organization")) == ["United Nations"]


def test_body_that_use_shows_is_one_wherever_it_is_named() -> None:
    """A firm that one phrase shows to be a body is found where nothing else shows it."""
    text = "Zorix will grow. A Zorix spokesman said so. They like Zorix and the Zorix Mountains."
    found = of_kind(pipeline().extract(text), "organization")
    assert [span.start for span in found["Zorix"].evidence] == [0, 19, text.index("Zorix and")]


def test_ministries_of_two_countries_are_two_actors() -> None:
    """One name in two countries is two bodies."""
    record = pipeline().extract("Iran's Foreign Ministry and Qatar's Foreign Ministry spoke.")
    found = [(actor.name, actor.country) for actor in record.actors if actor.kind == "organization"]
    assert found == [("Foreign Ministry", "IR"), ("Foreign Ministry", "QA")]


COUNTRIES = [
    ("Egypt and Qatar mediate.", ["EG", "QA"]),
    ("An Israeli delegation arrived.", ["IL"]),
    ("Cairo hopes to achieve a truce.", ["EG"]),
    ("The Kremlin denied it.", ["RU"]),
    ("Washington warned Tehran.", ["US", "IR"]),
    ("The Turkish-Cypriot side agreed.", ["CY"]),
    ("A GROUP FROM INDIA, MADE UP OF MINERS, CAME TO THE TALKS.", ["IN"]),
    ("They met in Egypt.", []),
    ("They met in Cairo.", []),
    ("Chad Holloway of Leeds sang.", []),
]


@pytest.mark.parametrize(("text", "codes"), COUNTRIES)
def test_country(text: str, codes: list[str]) -> None:
    """Countries act by name, nationality and seat; a place where something happens does not."""
    record = pipeline().extract(text)
    assert [actor.country for actor in record.actors if actor.kind == "country"] == codes


def test_country_has_its_english_name_and_its_words() -> None:
    """A country carries its English short name, and the words of the text as aliases."""
    record = pipeline().extract("Israeli planes struck; Israel said so.")
    assert [(a.name, a.aliases) for a in record.actors] == [("Israel", ("Israeli",))]


GROUPS = [
    (
        "Damascus-based Palestinian factions met.",
        "Damascus-based Palestinian factions",
        ["Palestine"],
    ),
    ("Several officials of Hamas met.", "Several officials of Hamas", ["Hamas"]),
    ("Security sources said so.", "Security sources", []),
    ("The rebels said so.", "The rebels", []),
    ("His Qatari counterpart agreed.", "His Qatari counterpart", ["Qatar"]),
    ("The Turkish envoy left.", "The Turkish envoy", ["Turkey"]),
    # what the sentence goes on with is no part of the office
    ("The secretary of state conferred with aides.", "The secretary of state", []),
    ("They accused the chancellor of trying to flee.", "the chancellor", []),
    ("It cleared the head of state of any guilt.", "the head of state", []),
    ("The minister for health left.", "The minister for health", []),
    # the verb before, and whose they are, are no part of it
    ("Raiders wounded three police officers.", "three police officers", []),
    ("He accused Turkish authorities of theft.", "Turkish authorities", ["Turkey"]),
    ("The wounded police officers slept.", "The wounded police officers", []),
    ("Ulmo Dracek's two coalition partners quit.", "two coalition partners", []),
]


@pytest.mark.parametrize(
    "text",
    [
        "The official toll rose.",
        "The member states met.",
        "The premier league match ended.",
        "The official Zorix News Agency wrote it.",
        "The terrorist Zorix Front burned it.",
        "In his presidency roads were built.",
        "A stone struck her head.",
        "The rebel attack failed.",
    ],
)
def test_an_adjective_is_no_official(text: str) -> None:
    """A word for an office that only describes what follows is nobody."""
    assert of_kind(pipeline().extract(text), "group") == {}


@pytest.mark.parametrize(("text", "name", "represents"), GROUPS)
def test_group(text: str, name: str, represents: list[str]) -> None:
    """A described set, or an official whom nobody names, is a group that represents its side."""
    record = pipeline().extract(text)
    group = of_kind(record, "group")[name]
    assert [record.actor(id).name for id in group.represents] == represents
