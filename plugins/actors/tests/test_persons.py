"""Who is a person, and who or what is not."""

from functools import cache

import pytest

from newsfacts import Actor, Pipeline
from newsfacts.testing import isolated_pipeline
from newsfacts_actors.extractor import ActorExtractor


@cache
def pipeline() -> Pipeline:
    """The plugin's extractor alone, with nothing else installed."""
    return isolated_pipeline(ActorExtractor())


def persons(text: str) -> list[str]:
    """The names of the persons of a text's record, in order."""
    return [actor.name for actor in pipeline().extract(text).actors if actor.kind == "person"]


NAMED = [
    # a title or form of address before the name
    ("Moldovan Prime Minister Anatol Crudu arrived on Monday.", ["Anatol Crudu"]),
    ("Dinner with Foreign Minister Zubaira Okwonga ended early.", ["Zubaira Okwonga"]),
    ("The letter was read out by Gen. Tavo Restrelli.", ["Tavo Restrelli"]),
    ("He was received by King Obadele II in the palace.", ["Obadele II"]),
    ("A court heard Mr Harbottle on Tuesday.", ["Harbottle"]),
    ("Police chief Dorrit Vasch asked for patience.", ["Dorrit Vasch"]),
    ("US Secretary of State Marlon Tedder left for Oslo.", ["Marlon Tedder"]),
    ("State Department spokeswoman Hollis Arbanne declined to comment.", ["Hollis Arbanne"]),
    ("Rebel commander Colonel Issoufa Dembaga was wounded.", ["Issoufa Dembaga"]),
    ("Presidents Dalva Roque of Brazil and Piotr Zelm of Poland will attend.",
     ["Dalva Roque", "Piotr Zelm"]),
    ("President-elect Noor Saliba named no cabinet.", ["Noor Saliba"]),
    # several titles, the last of them abbreviated; a name that is a form of address elsewhere
    ("Border police spokesman Brig. Gen. Issoufa Dembaga slept.", ["Issoufa Dembaga"]),
    ("Brigadier General Tun Kyaw Htet stayed away.", ["Tun Kyaw Htet"]),
    ("The bishop of the coast, Patriarch Mikael, fasted.", ["Mikael"]),
    ("Alleged drug trafficker Wendo Kassar slept.", ["Wendo Kassar"]),
    ("His chief-of-staff, Wendo Kassar, slept.", ["Wendo Kassar"]),
    # couples
    ("Mark and Susan Tarrow, who own the mill, left.", ["Mark", "Susan Tarrow"]),
    ("Mark and measure Susan Tarrow's field.", ["Susan Tarrow"]),
    ("Two brothers, Petros and Yonas Gebrel, left.", ["Petros", "Yonas Gebrel"]),
    ("Two rivers, Amur and Tarm Zelk, froze.", []),
    # a capital's name that is a queen's
    ("Queen Sofia waved in Sofia.", ["Sofia"]),
    # relatives bear the name of one who is known to be a person
    ("Mayor Petr Halvers left. One of them, Marzelys Halvers, stayed.",
     ["Petr Halvers", "Marzelys Halvers"]),
    # a form of address that is a given name, too
    ("Foreign Minister Don Halvers left.", ["Don Halvers"]),
    ("The painter met Don Carlos Rueda.", ["Carlos Rueda"]),
    # a word of the line above that ran into a name
    ("Editor Leopold Vasch slept. New Angle Leopold Vasch sees it so.", ["Leopold Vasch"]),
    # a title behind it
    ("Tessaly Morwen, head of the Harbour Trust, resigned.", ["Tessaly Morwen"]),
    ("Qiro Baltane, a spokesman for the shipyard, sighed.", ["Qiro Baltane"]),
    ("Velda Onsrud, who chairs the committee, disagreed.", ["Velda Onsrud"]),
    ("Xaro Tunquist, 34, was found on the beach.", ["Xaro Tunquist"]),
    ("Mirko Dalbor (41) lost his seat.", ["Mirko Dalbor"]),
    # an age before it
    ("A suspect, 24-year-old Tyrello Gainsford, was let go.", ["Tyrello Gainsford"]),
    ("Jurors cleared 61-year-old Quenby Tarrow of fraud.", ["Quenby Tarrow"]),
    ("35-year-old Arelix Bonnard lost the race.", ["Arelix Bonnard"]),
    # the title's phrase, a comma, the name
    ("The chief of the river patrol, Wendo Kassar, said the boat sank.", ["Wendo Kassar"]),
    ("Iran's Foreign Minister, Behzad Kermani, met reporters.", ["Behzad Kermani"]),
    # naming cultures
    ("Mohamed bin Rashed Al Kuwari opened the forum.", ["Mohamed bin Rashed Al Kuwari"]),
    ("President Ursula von der Heide spoke first.", ["Ursula von der Heide"]),
    ("Daw Khin Suu Htway was released.", ["Khin Suu Htway"]),
    ("Vice Premier Xu Lianjie toured the plant.", ["Xu Lianjie"]),
    ("South Korea's Han Jung Woo signed for Seoul.", ["Han Jung Woo"]),
    ("Kim Sang-hoon said the talks had failed.", ["Kim Sang-hoon"]),
    ("Prime Minister Nabil al-Jaberi flew home.", ["Nabil al-Jaberi"]),
    ("Prime Minister Nabil al- Jaberi flew home.", ["Nabil al- Jaberi"]),
    ("Senator J. D. Fairley voted against it.", ["J. D. Fairley"]),
    ("Diplomat M.H. Qureshani was present.", ["M.H. Qureshani"]),
    ("Deirdre O'Mahoney told the court she was asleep.", ["Deirdre O'Mahoney"]),
    ("Luis Inácio Peixoto da Silva won again.", ["Luis Inácio Peixoto da Silva"]),
    ("Jan-Willem van der Meer told Dutch radio.", ["Jan-Willem van der Meer"]),
    ('Frederick "Fritz" Holbrook runs the firm.', ['Frederick "Fritz" Holbrook']),
    ("Robert Dunmore, Jr., lost the vote.", ["Robert Dunmore, Jr."]),
    ("George W. Tillman signed the bill.", ["George W. Tillman"]),
    ("Ngozi Adichukwu heads the bank.", ["Ngozi Adichukwu"]),
    ("Sergei Vorontsov and Olena Kravets shook hands.", ["Sergei Vorontsov", "Olena Kravets"]),
    ("Grace Mutesa and Mark Oyelaran took part.", ["Grace Mutesa", "Mark Oyelaran"]),
    # verbs of speech, enumeration, leaders of one name
    ('"We are ready," said Tolvo Brandeis.', ["Tolvo Brandeis"]),
    ("Paolo Ferranti and Ulmo Dracek were freed.", ["Paolo Ferranti", "Ulmo Dracek"]),
    ("Chirac told reporters that he was pleased.", ["Chirac"]),
    ("In Moscow, Putin received the guests.", ["Putin"]),
    # family names that are words
    ("Stephen King and Kate Hill came to Leeds.", ["Stephen King", "Kate Hill"]),
    # family names that are nationalities
    ("Nguyen Minh Thai was late. Thai said so.", ["Nguyen Minh Thai"]),
    ("Colonel Xaro French won.", ["Xaro French"]),
    # nothing but the verb: harm, arrest, a meeting
    ("Tolvo Brandeis was kidnapped in Madrid.", ["Tolvo Brandeis"]),
    ("Police jailed Tolvo Brandeis in March.", ["Tolvo Brandeis"]),
    ("Tolvo Brandeis met with Ulmo Dracek in Tunis.", ["Tolvo Brandeis", "Ulmo Dracek"]),
    ("Sheriff Tolva Aasen waited.", ["Tolva Aasen"]),
    # one name, and what it is said to be
    ("Suryono, a spokesman for the disaster agency, said so.", ["Suryono"]),
    ("Abdullah, a 34-year-old taxi driver, saw the blast.", ["Abdullah"]),
    ("Sutarno, 44, said so.", ["Sutarno"]),
    ("She gave her name only as Fatima.", ["Fatima"]),
    ('"They came," said Maria.', ["Maria"]),
    ("Generals Abadja and Diyan quarrelled.", ["Abadja", "Diyan"]),
    # family names that are something else, too
    ("Park Ji-won and Kim Tae-young were held.", ["Park Ji-won", "Kim Tae-young"]),
    ("Relatives of Prime Minister Hun Sen agreed.", ["Hun Sen"]),
    ("Former spy Robert Seldon Lady was held.", ["Robert Seldon Lady"]),
    ("Jan Egelund Moe, who is ill, left.", ["Jan Egelund Moe"]),
    ("Tycoon Jimmy Lo Chee-ying pleaded guilty.", ["Jimmy Lo Chee-ying"]),
    ("Tyrone J. Banks, 19, was found.", ["Tyrone J. Banks"]),
    ("The ombudsman, Jordan Rodas Andrado, said so.", ["Jordan Rodas Andrado"]),
    ("Leo J. Tarrant D- California left.", ["Leo J. Tarrant"]),
    ("Director-General Tefera Adhanu spoke.", ["Tefera Adhanu"]),
    # behind an office for a country, kin, a party
    ("UN special envoy to Syria Geir Pettersen left.", ["Geir Pettersen"]),
    ("The tailor's son, Ovidio Guzmar Lopes, was freed.", ["Ovidio Guzmar Lopes"]),
    ("Texas Republican Chip Rollins clashed with nobody.", ["Chip Rollins"]),
    ("He met Ulla Munk and Zambia's Xaro Dalia.", ["Ulla Munk", "Xaro Dalia"]),
    ("Critics of the Chirac government spoke.", ["Chirac"]),
    # a headline's word or a caption before it
    ("Arrests Stewart B. Quillan was held.", ["Stewart B. Quillan"]),
    ("Justin Ulmo Dracek Justin Ulmo Dracek was held.", ["Justin Ulmo Dracek"]),
    # a name run into a dash
    ("The talks continue-Maria Delgado reports from Lima.", ["Maria Delgado"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_person_is_found(text: str, expected: list[str]) -> None:
    """A name with evidence that it is somebody's is a person, in any naming culture."""
    assert persons(text) == expected


NOBODY = [
    "Brokers in the U.S met those of Europe. The U.S dollar fell.",
    # sentence starts, days, months
    "Negotiations Between both sides resumed on Monday.",
    "Meanwhile, Western diplomats waited. Last Tuesday it rained.",
    "In January the army withdrew. By April it was back.",
    # places, streets, rivers, mountains
    "A Nelson Hill hotel beside Fort Stellan burned down.",
    "It happened in Santa Clara and Los Altos.",
    "The convoy crossed the Drava River at Mill Bridge.",
    "Shots were heard on Shamrock Drive near Elm Street.",
    "Victoria Falls lies in the Nyanga District.",
    # organisations and companies
    "Deutsche Bank and General Motors declined to comment.",
    "The Carter Foundation gave money to Saint Mary Hospital.",
    "Martin Luther University opened in the spring.",
    "The Bangor Observer reported it first.",
    # events, laws, products, ships, teams
    "The Oslo Accords and the Marshall Plan were discussed.",
    "The Nobel Peace Prize goes to nobody.",
    "Hurricane Beatrix hit the coast.",
    "The Vienna Convention and the Taylor Amendment apply.",
    "Real Madrid beat Manchester United in the Champions League.",
    # an age of what is no person
    "Neighbours of the 300-year-old Harrow Gate and its 12-year-old Zorix Annex protested.",
    "A 41-year-old Tarrow Creek man was fined.",
    # titles and groups without a name
    "The Prime Minister and the Foreign Secretary were absent.",
    "Israeli Army leaders and Palestinian officials talked.",
    "The Israeli-led coalition and Turkish-backed forces fought.",
    # a phrase that says what a thing is
    "Lagos, the commercial capital, is big. Zorix, a producer of steel, fell.",
    "Kerto, a member of the bloc, left. Zorix, an official sponsor, paid.",
    "An analyst at brokerage Zorix Quillan in Tokyo agreed.",
    "Holiday Quillan Inc grew. Sources say, Holiday Quillan will sell.",
    # nationalities, and what is done to things
    "Thai officials ate. The English said nothing.",
    "Zorix Prima was released in May.",
    "The rebels met with S Malian President and left.",
    "The armed group Harakat Nur and the newspaper Tarvos Beacon disagree.",
    # headlines and glued words
    "Shops Close Early As Storm Nears Northern Coast",
    "The station Al Borqa Newsclose to the ministry went off air.",
    # capitals as a state's voice
    "Cairo hopes for a truce, and Washington agrees.",
    "Jordan and Chad sent troops; Georgia did not.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_found(text: str) -> None:
    """Places, months, organisations, events, ships and sentence starts are no persons."""
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("LIMA, 3 JAN 90 (ZETA) -- [TEXT] TWO MEN WERE TRIED ON MONDAY.", []),
        ("SAN SALVADOR (ZETA) -- TWO MEN WERE TRIED ON MONDAY IN THE TOWN HALL.", []),
        ("LIMA HAS REJECTED THE OFFER THAT WAS MADE ON MONDAY BY THE BANK.", ["Peru"]),
        ("LIMA, THE BANK SAID, HAS REJECTED THE OFFER THAT WAS MADE ON MONDAY.", ["Peru"]),
    ],
)
def test_a_capital_that_heads_a_story_is_no_state(text: str, countries: list[str]) -> None:
    """Upper-case copy names a capital as a state's voice, too, but not in its dateline."""
    found = pipeline().extract(text).actors
    assert [each.name for each in found if each.kind == "country"] == countries


def test_ship_hurricane_and_person_of_one_name_are_told_apart() -> None:
    """A given name after a word that names storms makes no person; a full name elsewhere does."""
    assert persons("Hurricane Beatrix weakened, said Beatrix Lindqvist.") == ["Beatrix Lindqvist"]


UPPER = [
    ("DEFENSE MINISTER GENERAL OSCAR TREVALO SAID THAT THE ROADS WERE CLOSED.", ["OSCAR TREVALO"]),
    ('MIGUEL TREVALO ARCE, ALIAS "THE OWL," SAID THAT THE ROADS WERE CLOSED.',
     ["MIGUEL TREVALO ARCE"]),
    ("MIGUEL TREVALO ARCE ALIAS THE OWL SAID THAT THE ROADS WERE CLOSED.", ["MIGUEL TREVALO ARCE"]),
    ("THEY PLANNED TO OUST MARIA TREVALO ARCE. MARIA TREVALO ARCE SAID SO.",
     ["MARIA TREVALO ARCE"]),
    ("MADRID, 3 MAY -- FORMER DEFENSE MINISTER GENERAL ENRIQUE SOLANO VARGAS DIED TODAY.",
     ["ENRIQUE SOLANO VARGAS"]),
    ("PRESIDENT ALFREDO MENDIETA STATED THAT THE TALKS WERE OVER.", ["ALFREDO MENDIETA"]),
    ("THE GUERRILLAS ATTACKED A FARM NEAR THE AIRPORT. ACCORDING TO POLICE, THREE SOLDIERS DIED.",
     []),
    ("GRACE OTUNGA MET MIREK SOLTAN.", ["GRACE OTUNGA", "MIREK SOLTAN"]),
    ("NGUYEN MINH THAI WILL NOT TRAVEL TO LIMA.", ["NGUYEN MINH THAI"]),
    ("TEA GROWER ESTELA MUNGUIA AND GRACE OTUNGA WERE FREED.",
     ["ESTELA MUNGUIA", "GRACE OTUNGA"]),
    ("THE BLUE DAWN COMMANDO INTENDS TO NEGOTIATE. UN, NATO, EU.", []),
    ("OFFICIALS WHO KNOW THE MATTER SAID THAT THE REGION WAS QUIET.", []),
    ("PRIVATE VEHICLES AND A MAJOR WAGE INCREASE WORRY THE MINISTER.", []),
    ("CIVILIAN LIFE IS AN IMPORTANT SUBJECT, A SPOKESMAN STATED.", []),
    ("ROSE MARY TOLOSA FELL ILL, MINISTER CELIA PRADO STATED.",
     ["ROSE MARY TOLOSA", "CELIA PRADO"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UPPER)
def test_upper_case_copy(text: str, expected: list[str]) -> None:
    """In copy without small letters the lexicons tell names from other words."""
    assert persons(text) == expected


FIRMS = [
    ("Tamsin Roche said its profit rose.", ["Tamsin Roche"], []),
    ("Genia Ford, 41, left.", ["Genia Ford"], []),
    ("Roche said its profit rose.", [], ["Roche"]),
    ("The carmaker Honda and Germany's Siemens will build it.", [], ["Honda", "Siemens"]),
    ("Tamsin Roche Ltd left.", [], ["Tamsin Roche Ltd"]),
    ("Carl Zeiss said its profit rose.", [], ["Carl Zeiss"]),
    ("Carl Zander, 41, left.", ["Carl Zander"], []),
]


@pytest.mark.parametrize(("text", "people", "firms"), FIRMS)
def test_a_firm_is_told_from_a_person_of_its_founders_name(
    text: str, people: list[str], firms: list[str]
) -> None:
    """Behind a first name that nobody knows, a firm's name is a family name."""
    found = [actor for actor in pipeline().extract(text).actors if actor.kind != "country"]
    assert [actor.name for actor in found if actor.kind == "person"] == people
    assert [actor.name for actor in found if actor.kind == "organization"] == firms


def test_first_span_is_the_bare_name() -> None:
    """A person's evidence is the name without the title."""
    text = "Danish Prime Minister Mette Holgersen left."
    record = pipeline().extract(text)
    person = next(actor for actor in record.actors if actor.kind == "person")
    assert [span.text for span in person.evidence] == ["Mette Holgersen"]


def test_claims_are_one_for_each_mention() -> None:
    """The extractor claims every mention by itself; folding is left to resolution."""
    from newsfacts import Article

    text = "Mette Holgersen left Oslo. Holgersen said so. Later Holgersen called."
    claims = pipeline().claims(Article(text=text)).group(Actor.group)
    named = [claim for claim in claims if isinstance(claim, Actor) and claim.kind == "person"]
    assert [claim.name for claim in named] == ["Mette Holgersen", "Holgersen", "Holgersen"]
    assert all(len(claim.evidence) == 1 for claim in named)
