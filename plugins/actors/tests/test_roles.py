"""Which office, of what, for which country."""

from functools import cache

import pytest

from newsfacts import Pipeline, Record
from newsfacts.testing import isolated_pipeline
from newsfacts_actors.extractor import ActorExtractor


@cache
def pipeline() -> Pipeline:
    """The plugin's extractor alone, with nothing else installed."""
    return isolated_pipeline(ActorExtractor())


def roles(record: Record, name: str) -> list[tuple[str, str | None, str | None]]:
    """The roles of an actor as (title, name of the organisation, country)."""
    person = next(actor for actor in record.actors if actor.name == name)
    return [
        (
            role.title,
            record.actor(role.organization).name if role.organization else None,
            role.country,
        )
        for role in person.roles
    ]


# text, person, title, organisation, country
HELD = [
    ("Army chief of staff General Ana Ruiz left.", "Ana Ruiz", "Army chief of staff", None, None),
    ("Army chief of staff General Ana Ruiz left.", "Ana Ruiz", "General", None, None),
    ("Acting Police Commissioner Ana Ruiz left.",
     "Ana Ruiz", "Acting Police Commissioner", None, None),
    # before the name
    ("Israeli Prime Minister Amos Barzel left.", "Amos Barzel", "Prime Minister", None, "IL"),
    ("US Secretary of State Marlon Tedder left.",
     "Marlon Tedder", "Secretary of State", None, "US"),
    ("Iran's Foreign Minister, Behzad Kermani, spoke.",
     "Behzad Kermani", "Foreign Minister", None, "IR"),
    ("Kari Andersen, Norway's envoy to Kenya and a former Zorix Court prosecutor, left.",
     "Kari Andersen", "prosecutor", "Zorix Court", None),
    ("Paul Otto, mayor of Lome and head of the Zorix Union, left.",
     "Paul Otto", "head", "Zorix Union", None),
    ("Premiers Kofi Mensah and Oumar Diallo met.", "Oumar Diallo", "Premier", None, None),
    ("The justices Ana Ruiz, Karl Orff and Tom Chen agreed.", "Ana Ruiz", "justice", None, None),
    ("Carla Nunes, leader of Union para Todos, spoke.",
     "Carla Nunes", "leader", "Union para Todos", None),
    ("Zorix Party co-chairs Ana Ruiz and Tom Chen left.",
     "Tom Chen", "co-chair", "Zorix Party", None),
    ("Sub-Inspector Tom Chen left.", "Tom Chen", "Sub-Inspector", None, None),
    ("Lieutenant Colonel Tom Chen left.", "Tom Chen", "Lieutenant Colonel", None, None),
    ("Zorix Office counsellor Ana Ruiz left.", "Ana Ruiz", "counsellor", "Zorix Office", None),
    ("UN chief Kari Andersen called.", "Kari Andersen", "chief", "UN", None),
    ("Norway's junior fisheries minister, Runa Eidsvik, fell asleep.",
     "Runa Eidsvik", "junior fisheries minister", None, "NO"),
    ("Quezalta province's road transport commissioner, Pierre Okwon, left.",
     "Pierre Okwon", "road transport commissioner", None, None),
    ("Greek Deputy Tourism Minister Eleni Vardaki opened it.",
     "Eleni Vardaki", "Deputy Tourism Minister", None, "GR"),
    ("New Zealand Associate Minister of Public Works Aroha Pita came.",
     "Aroha Pita", "Associate Minister of Public Works", None, "NZ"),
    ("Water and Urban Planning Minister Sani Yusufu spoke.",
     "Sani Yusufu", "Water and Urban Planning Minister", None, None),
    ("Oregon Attorney General Hal Beckwith sued.",
     "Hal Beckwith", "Attorney General", "Oregon", "US"),
    # offices of parts of states: the state is the country
    ("Bavarian Premier Lukas Brandner left.", "Lukas Brandner", "Premier", "Bavaria", "DE"),
    ("The Saxon interior minister, Ute Kehl, left.", "Ute Kehl", "interior minister", "Saxony",
     "DE"),
    ("Catalan President Jordi Pons left.", "Jordi Pons", "President", "Catalonia", "ES"),
    ("Chechen President Aslan Dudov left.", "Aslan Dudov", "President", "Chechnya", "RU"),
    ("Ruth Hale, the governor of New South Wales, left.",
     "Ruth Hale", "governor", "New South Wales", "AU"),
    ("Ohio Senator Carla Meeks left.", "Carla Meeks", "Senator", "Ohio", "US"),
    ("Kerala governor Maya Nair left.", "Maya Nair", "governor", "Kerala", "IN"),
    ("The union closed. Walloon leader Marc Dujardin left.",
     "Marc Dujardin", "leader", "Wallonia", "BE"),
    ("Kerto mayor Ana Ruiz left.", "Ana Ruiz", "Kerto mayor", None, None),
    ("Retired steel tycoon Gustav Wexler ran.",
     "Gustav Wexler", "Retired steel tycoon", None, None),
    ("Health ministry spokesman Javier Luque said so.",
     "Javier Luque", "spokesman", "Health ministry", None),
    ("Hamas spokesman Fathi Nazmi said so.", "Fathi Nazmi", "spokesman", "Hamas", "PS"),
    ("Halsey College Professor Nina Crewe wrote it.",
     "Nina Crewe", "Professor", "Halsey College", None),
    ("Zorix Chairman Ajit Singhal resigned.", "Ajit Singhal", "Chairman", "Zorix", None),
    ("His Mexican counterpart Rosa Alcazar agreed.", "Rosa Alcazar", "counterpart", None, "MX"),
    # behind it
    ("Ruxandra Pavel, director of the Romanian Border Guard, agreed.",
     "Ruxandra Pavel", "director", "Romanian Border Guard", "RO"),
    ("Gwen Tarrow, a clerk at the Utah Department of Water Quality, shrugged.",
     "Gwen Tarrow", "clerk", "Utah Department of Water Quality", None),
    ("Ilse Quaid, adviser on the Arctic of the Canadian premier, Noel Stark, flew in.",
     "Ilse Quaid", "adviser on the Arctic", None, "CA"),
    ("Ilse Quaid, adviser on the Arctic of the Canadian premier, Noel Stark, flew in.",
     "Noel Stark", "premier", None, "CA"),
    ("Ivo Pelc, an injured welder, slept.", "Ivo Pelc", "welder", None, None),
    ("Nora Whitley, one of the choir's directors, said on Friday.",
     "Nora Whitley", "one of the choir's directors", None, None),
    ("Miriam Katzav is a member of Israel's Knesset.",
     "Miriam Katzav", "member", "Knesset", "IL"),
    ("Elmer Kupfer had been curator of the Zurich Institute since May.",
     "Elmer Kupfer", "curator", "Zurich Institute", None),
    # the phrase, a comma, the name
    ("The Omani Oil Minister, Salim bin Nasser Al Harthi, agreed.",
     "Salim bin Nasser Al Harthi", "Oil Minister", None, "OM"),
    ("The chief of the military wing of the rebel movement Hezbollah, Fadi Harb, agreed.",
     "Fadi Harb", "chief of the military wing", "Hezbollah", "LB"),
    ("Envoys of Hezbollah, brought in by the secretary of its youth wing Fadi Harb, came.",
     "Fadi Harb", "secretary of its youth wing", "Hezbollah", "LB"),
    ("The leader of the Movement for National Renewal (MNR), Hilda Porras, fled.",
     "Hilda Porras", "leader", "Movement for National Renewal", None),
    ("The assistant curator of the Tarvos Maritime Museum in Riga Kishan Raoul spoke.",
     "Kishan Raoul", "assistant curator", "Tarvos Maritime Museum", None),
    ("Tom Hale, a spokesman of the state police, said so.",
     "Tom Hale", "spokesman", "state police", None),
    ("Harbour director Moussa Badji said so.", "Moussa Badji", "Harbour director", None, None),
    ("Sheriff Tolva Aasen waited.", "Tolva Aasen", "Sheriff", None, None),
    # several at once
    ("Ana Mikeladze, Georgia's deputy transport minister and host of the fair, spoke.",
     "Ana Mikeladze", "deputy transport minister", None, "GE"),
    ("Ana Mikeladze, Georgia's deputy transport minister and host of the fair, spoke.",
     "Ana Mikeladze", "host of the fair", None, None),
    ("Navy spokesman Captain Jorun Lie spoke.", "Jorun Lie", "Navy spokesman", None, None),
    ("Navy spokesman Captain Jorun Lie spoke.", "Jorun Lie", "Captain", None, None),
    ("Carla Muster, president and chief executive of Zorix, left.",
     "Carla Muster", "president", "Zorix", None),
    ("Presidents Dalva Roque of Brazil and Piotr Zelm of Poland came.",
     "Piotr Zelm", "President", None, "PL"),
    # what belongs to the title and what does not
    ("Marek Blaha, Slovakia's ambassador to New Zealand, left.",
     "Marek Blaha", "ambassador to New Zealand", None, "SK"),
    ("Han Jung Woo, the UN emergency coordinator for Belize, resigned.",
     "Han Jung Woo", "emergency coordinator for Belize", "UN", None),
    ("Lino Varga, coach of the Hungarian squad, left.",
     "Lino Varga", "coach of the Hungarian squad", None, "HU"),
    ("Mara Tolan, the self-styled queen of the smugglers, vanished.",
     "Mara Tolan", "queen of the smugglers", None, None),
    ("A senior aide to Mr Barzel, Nadir Qasim, left.",
     "Nadir Qasim", "senior aide to Mr Barzel", None, None),
    ("Bolivian Army quartermaster General Abel Choque left.",
     "Abel Choque", "quartermaster", "Bolivian Army", "BO"),
    ("Bolivian Army quartermaster General Abel Choque left.",
     "Abel Choque", "General", None, None),
    ("Zambia waits. The country's mines inspector, Sylvia Mwale, left.",
     "Sylvia Mwale", "mines inspector", None, "ZM"),
    ("The chairman of the Tarvos Committee, Dr Brian Chituwe, left.",
     "Brian Chituwe", "chairman", "Tarvos Committee", None),
    ("The truck mechanic, 38-year-old Musa Bello, fled.",
     "Musa Bello", "truck mechanic", None, None),
    ("The mayor of Lima, Ines Paucar, left.", "Ines Paucar", "mayor of Lima", None, "PE"),
    ("Reps. Ned Oakes and Amy Brandt voted.", "Amy Brandt", "Rep.", None, None),
    ("Mutale Banda, Zambia's trade minister and mines minister, left.",
     "Mutale Banda", "mines minister", None, "ZM"),
    # a verb that makes its subject the head
    ("Agathe Rwakasi, who heads the Free Lakes Movement, left.",
     "Agathe Rwakasi", "heads", "Free Lakes Movement", None),
    ("The secretary general of the Tarvos League, Omar Bensaid, left.",
     "Omar Bensaid", "secretary general", "Tarvos League", None),
    # a bare title after the body was named
    ("Farmers sell milk to the Zorix Dairy Company. Chairwoman Carla Bonetti said so.",
     "Carla Bonetti", "Chairwoman", "Zorix Dairy Company", None),
    # the body is taken up again
    ("The Green Dawn Movement marched. The movement's leader, Ivo Palmer, spoke.",
     "Ivo Palmer", "leader", "Green Dawn Movement", None),
    # affiliation without an office
    ("Claudia Bickel of the Society for Rural Studies agreed.",
     "Claudia Bickel", "member", "Society for Rural Studies", None),
    ("Interpol's Gerda Roe agreed.", "Gerda Roe", "member", "Interpol", None),
    # sport: a city before a player is the club
    ("Tromsdal striker Ketil Moen praised his side.", "Ketil Moen", "striker", "Tromsdal", None),
    # two offices on end; an office for two countries; an acronym between
    ("Thai army chief General Prasong Chai left.", "Prasong Chai", "chief", "Thai army", "TH"),
    ("Thai army chief General Prasong Chai left.", "Prasong Chai", "General", None, None),
    ("A spokesman for the Omani army, Brigadier Sunil Rao, left.",
     "Sunil Rao", "spokesman", "Omani army", "OM"),
    ("The ambassador of Qatar to Lebanon, Ibrahim Sahlan, left.",
     "Ibrahim Sahlan", "ambassador", None, "QA"),
    ("Zorix Dairy Union (ZDU) leader Morgan Tsira left.",
     "Morgan Tsira", "leader", "Zorix Dairy Union", None),
    # what stands between a name and the office
    ("Petr Novak, 44, head of the Zorix Fund, left.", "Petr Novak", "head", "Zorix Fund", None),
    ("Ana Ruiz, a 34-year-old taxi driver, left.", "Ana Ruiz", "taxi driver", None, None),
    ("Ms Solar, the justice minister, left.", "Solar", "justice minister", None, None),
    ("The young king's premier, Omar Bensaid of Hamas, left.",
     "Omar Bensaid", "premier", None, None),
    # named in the next sentence
    ("A lawyer for the miners' families said it was late. Tenzin Lobsang told the inquest so.",
     "Tenzin Lobsang", "lawyer for the miners' families", None, None),
    ("A nurse for the climbers said on Tuesday it was late. Tenzin Lobsang told the inquest so.",
     "Tenzin Lobsang", "nurse for the climbers", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "organization", "country"), HELD)
def test_role(
    text: str, name: str, title: str, organization: str | None, country: str | None
) -> None:
    """A title beside a name is a role: the title alone, its organisation, its country."""
    assert (title, organization, country) in roles(pipeline().extract(text), name)


FORMER = [
    ("Ana Ruiz, who once headed the Zorix Institute, disagreed.", "Ana Ruiz", True),
    ("Ana Ruiz previously led the Zorix Institute.", "Ana Ruiz", True),
    ("Ana Ruiz, who heads the Zorix Institute, disagreed.", "Ana Ruiz", False),
    ("Former President Jimena Carta spoke.", "Jimena Carta", True),
    ("The then-minister Paolo Verdi resigned.", "Paolo Verdi", True),
    ("Ex-general Tavo Restrelli was tried.", "Tavo Restrelli", True),
    ("Ex-foreign minister Jimena Carta spoke.", "Jimena Carta", True),
    ("Jimena Carta, once the EU's chief negotiator, spoke.", "Jimena Carta", True),
    ("President Jimena Carta spoke.", "Jimena Carta", False),
    ("Acting President Jimena Carta spoke.", "Jimena Carta", False),
]


@pytest.mark.parametrize(("text", "name", "former"), FORMER)
def test_former_office(text: str, name: str, former: bool) -> None:
    """Former, ex- and then- mark an office that is over; acting and deputy do not."""
    person = next(actor for actor in pipeline().extract(text).actors if actor.name == name)
    assert [role.former for role in person.roles] == [former]


NOT_HELD = [
    ("The president, Ana Ruiz, chairs a meeting of mayors.", "Ana Ruiz", "chairs"),
    # the title of somebody else
    (
        "Quezalta province's road commissioner met Pierre Okwon.",
        "Pierre Okwon",
        "road commissioner",
    ),
    ("A bodyguard of Finance Minister Otto Kranz said so.", "Otto Kranz", "bodyguard"),
    ("Amos Barzel met President Noor Saliba.", "Amos Barzel", "President"),
    ("Ana Ruiz, President Noor Saliba and others came.", "Ana Ruiz", "President"),
    ("The brother of Amos Barzel, the mayor said, was ill.", "Amos Barzel", "brother"),
]


@pytest.mark.parametrize(("text", "name", "title"), NOT_HELD)
def test_role_of_another(text: str, name: str, title: str) -> None:
    """A title that belongs to somebody else is not given to the name that stands nearest."""
    assert title not in [found for found, _, _ in roles(pipeline().extract(text), name)]


def test_role_evidence_is_the_title() -> None:
    """A role's own evidence is the words of the title."""
    record = pipeline().extract("Israeli Prime Minister Amos Barzel left.")
    person = next(actor for actor in record.actors if actor.kind == "person")
    assert [span.text for role in person.roles for span in role.evidence] == ["Prime Minister"]


def test_office_without_a_country_takes_the_article_s() -> None:
    """A state office takes the country that another mention of the same office names."""
    text = "Protesters blame the Cypriot president. President Demos Lazarou rejects that."
    assert ("President", None, "CY") in roles(pipeline().extract(text), "Demos Lazarou")


def test_office_of_another_country_s_holder_is_not_taken() -> None:
    """The country of a named holder of a like office says nothing of another holder's."""
    text = "Danish Prime Minister Mette Holgersen met Prime Minister Jaap Kuiper."
    assert ("Prime Minister", None, None) in roles(pipeline().extract(text), "Jaap Kuiper")
