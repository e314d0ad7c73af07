"""What is told of a figure beside its number: scope, place, day, source, and the event's toll."""

import pytest

from newsfacts import Article, Pipeline, load_plugins

ALL = Pipeline(plugins=load_plugins(), on_error="raise")
PUBLISHED = "2024-05-14"  # a Tuesday


def figures(text, published=PUBLISHED):
    record = ALL.extract(Article(text=text, published=published))
    return {figure.count.text: figure for figure in record.casualties}


# Each row: what is shown, the text, the figure's words, its scope.
SCOPES = [
    ("plain", "A bomb killed six people in Mosul on Monday.", "six", "incident"),
    ("range of months", "The mission counted 310 deaths between January and March.",
     "310", "cumulative"),
    ("range of days", "Between Sunday and Monday 12 people were killed, police said.",
     "12", "incident"),
    ("half a year", "The mission counted 310 deaths in the first half of 2023.",
     "310", "cumulative"),
    ("several events", "Four storms have left 60 people dead.", "60", "cumulative"),
    ("one event", "A storm has left 60 people dead.", "60", "incident"),
    ("the thousands who", "President Lang mourned the thousands of miners who died underground.",
     "thousands", "cumulative"),
    ("an earthquake's thousands", "The earthquake killed thousands of miners.",
     "thousands", "incident"),
    ("at the time", "A bomb killed six people in Mosul on Monday.\n\nIn March 2023 gunmen "
     "attacked a market in Tikrit. At the time, the ministry said nine people died.",
     "nine", "background"),
    ("a rival claim goes on", "A bomb killed six people in Mosul on Monday.\n\nIn March 2023 "
     "gunmen attacked a market in Tikrit. At the time, the ministry said nine people died. But "
     "residents say there were more than 20 deaths.", "more than 20", "background"),
    ("a trial", "He is on trial for the murder of 12 people in Seville in 2019.",
     "12", "background"),
    ("long ago and nothing else", "On 3 May 1987, 40 people were killed.", "40", "incident"),
    ("behind an arrest", "Ten people were arrested on Monday over last week's attack "
     "in Lyon that left 17 people dead.", "17", "background"),
    ("an arrest", "Ten people were arrested on Monday over last week's attack in "
     "Lyon that left 17 people dead.", "Ten", "incident"),
    ("a bare number", "The army shot dead five rebels in Kano on Monday. Two were shot dead on the "
     "spot.", "Two", "subset"),
    ("a bare number with more", "The army shot dead five rebels in Kano on Monday. Another two "
     "were shot dead on Tuesday.", "Another two", "incident"),
    ("one of them, told dead", "A blast killed 12 miners in Tarma on Monday, one of them a boy.",
     "one", "subset"),
    ("since a bomb", "Gunmen killed six people in Mosul on Monday. It was the worst attack there "
     "since a bomb killed 40 shoppers in March.", "40", "background"),
    ("since the massacre of", "Gunmen killed six people in Mosul on Monday, the worst bloodshed "
     "there since the massacre of 40 monks.", "40", "background"),
    ("since a month", "Gunmen have killed 40 people in Mosul since March.", "40", "cumulative"),
    ("when behind since", "More than 9,000 people have died since October 7, when raiders killed "
     "about 200 farmers in Tikrit.", "about 200", "background"),
    ("since, fronted", "Since January the army has killed 87 rebels, while 14 soldiers have died.",
     "14", "cumulative"),
    ("comes after", "Two men were stabbed in Lyon on Monday. The attack came a day after a bomb "
     "killed nine tourists.", "nine", "background"),
    ("which came after", "A guard was killed in Lyon on Monday. The truce, which came after "
     "riots that killed 14 people, is over.", "14", "background"),
    ("a crime before a court", "A court jailed a nurse for life on Monday for killing five "
     "patients.", "five", "background"),
    ("imprisoned before", "Kidnappers held a driver on Sunday and want freedom for a smuggler "
     "imprisoned in Tarma.", "a", "background"),
    ("arrests for last week's", "Nine men were arrested in Lyon over last week's fire that "
     "killed three nuns. Eight men were taken to court.", "three", "background"),
    ("a kind over events", "A reporter was shot dead in Tarma on Monday, bringing to nine the "
     "number of journalists killed in the region.", "nine", "cumulative"),
    ("a toll of one event", "Two more passengers died on Monday, bringing the number of people "
     "killed in the crash to nine.", "nine", "incident"),
    ("many of whom", "A truck ploughed into shoppers, many of whom were badly injured.",
     "shoppers", "subset"),
    ("the other one", "Four robbers were killed in Kano on Monday. Three died in the bank and "
     "the other one was gunned down in the street.", "the other one", "subset"),
    ("three of the victims", "Riots killed seven people in Kano on Monday. Three of Monday's "
     "victims died in hospital.", "Three", "subset"),
    ("a kind of the dead", "A bomb killed at least 12 people in Kano on Monday. Two policemen "
     "were killed.", "Two", "subset"),
    ("another beyond them", "A bomb killed at least 12 people in Kano on Monday. Two more "
     "policemen were killed on the way.", "Two more", "incident"),
    ("a place in a region", "Storms killed 64 people across Nigeria on Monday. In Kano 20 people "
     "died when a roof fell.", "20", "subset"),
    ("a separate event in a place", "Storms killed 64 people across Nigeria on Monday. In a "
     "separate incident in Kano 20 people died in a fire.", "20", "incident"),
    ("reported by a country", "Floods have drowned 70 people in Africa. Malawi reported 20 deaths.",
     "20", "subset"),
    ("years after", "Two years after a blast killed 218 dockers in Tyre, relatives marched on "
     "Thursday. Eight people were hurt.", "218", "background"),
    ("in years of", "Rebels killed nine farmers in Tarma. About 17,000 people have died in 10 "
     "years of violence.", "About 17,000", "cumulative"),
    ("a civil war's dead", "Rebels killed nine farmers in Tarma. An estimated 300,000 people died "
     "in the country's civil war, which ended in 2005.", "An estimated 300,000", "cumulative"),
    ("a campaign's dead", "The loss of civilian lives in the siege must be told.",
     "loss of civilian lives", "cumulative"),
    ("found so far", "Of the 27 miners found so far, 16 were badly hurt.", "16", "incident"),
    ("a state of many", "More than six million people are displaced across the region.",
     "More than six million", "cumulative"),
    ("named again", "A court jailed two men for the 2016 murder of Ivo Marek. Marek was shot dead "
     "at home.", "Ivo Marek", "background"),
    ("part of the abducted", "Pirates abducted nine sailors in March. Two of the sailors were "
     "killed.", "Two", "subset"),
    ("since a day, by places", "Rains have killed 57 people in Peru since Friday. In Cusco 14 "
     "people died.", "14", "subset"),
    ("one of them, not told before", "The unit fired at three men on May 2, killing one of them.",
     "one", "incident"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "scope"), [row[1:] for row in SCOPES],
                         ids=[row[0] for row in SCOPES])  # fmt: skip
def test_scope(text, words, scope):
    """A figure is told from tolls over time, parts, and what is recalled."""
    assert figures(text)[words].scope == scope


PLACES = [
    ("near is coarser", "A fire near Jeddah killed 27 pilgrims on Monday.\n\nThe toll from the "
     "blaze in Bahra, near Jeddah, may rise.", "27", "Bahra"),
    ("only near", "A fire near Jeddah killed 27 pilgrims on Monday.", "27", "Jeddah"),
    ("a demonym's capital", "Two bombs went off in the Peruvian capital, killing three people.",
     "three", "Lima"),
    ("a provincial capital", "A mine killed three people in the provincial capital of Kunduz.",
     "three", "Kunduz"),
    ("west of the capital", "A bus crash killed nine people in Santa Ana, 60 km west of the "
     "capital San Salvador.", "nine", "Santa Ana"),
    ("finest of a phrase", "Gunmen killed seven people in Iraq's Anbar province.",
     "seven", "Anbar"),
    ("fought for", "The battle for Raqqa has killed hundreds of civilians since June.",
     "hundreds", "Raqqa"),
    ("named by its place", "The deadly Madrid train bombings killed 190 people.",
     "190", "Madrid"),
    ("a list", "In total 64 people were killed: 33 in Accra, 22 in Kumasi and 9 in Tamale.",
     "22", "Kumasi"),
    ("one and another", "Two attacks, one in Madrid that killed 19 people and another in Seville "
     "that killed five, were recalled.", "19", "Madrid"),
    ("told later by a verb", "An officer was wounded in an ambush in the Gaza Strip on Monday.\n\n"
     "He was driving to work in Rafah when gunmen opened fire on his car.", "An", "Rafah"),
    ("the city", "A fire killed nine people in Nairobi on Sunday. A week before four people "
     "died in a blaze in the city.", "four", "Nairobi"),
    ("struck", "A strong earthquake struck Peru late on Friday, killing nine people.",
     "nine", "Peru"),
    ("struck a bus", "A truck struck a Lima bus near Cusco on Friday, killing nine people.",
     "nine", "Cusco"),
    ("bombed, then told", "Warplanes bombed Sanaa on Tuesday. At least nine people died.",
     "At least nine", "Sanaa"),
    ("the country that reports", "Malawi reported 20 deaths and Zambia had five.", "20", "Malawi"),
    ("the state that executes", "Iran executed three men on Monday.", "three", "Iran"),
    ("of a part only", "The centre said 64 people were killed in Syria, 31 of them in Aleppo.",
     "64", "Syria"),
    ("of the part", "The centre said 64 people were killed in Syria, 31 of them in Aleppo.",
     "31", "Aleppo"),
    ("of the clause behind", "In Homs 12 people were killed, and in Hama nine died.", "12", "Homs"),
    ("counted together", "Troops killed 23 rebels in Anbar and Diyala provinces.", "23", "Iraq"),
    ("a way", "A boat from Zanzibar to Mombasa sank, killing nine people.", "nine", None),
    ("a road", "Nine people died when a bus fell off the road linking Nairobi and Nyeri near "
     "Karatina.", "Nine", "Karatina"),
    ("between states", "Fighting between Israel and Hamas killed nine people in Rafah.",
     "nine", "Rafah"),
    ("police in a town", "Gunmen attacked a market in Multan on Monday. Police in Lahore said "
     "nine people died.", "nine", "Multan"),
    ("a part of a town", "Gunmen stormed a bank in the Karradah district of Baghdad, killing "
     "nine people.", "nine", "Baghdad"),
    ("a district of a country", "Nine people died when a bus fell into a river in Sunkhara "
     "district, eastern Nepal.", "Nine", "Sunkhara"),
    ("the dateline's town", "JOS, Nigeria, May 13 (Reuters) - Gunmen killed nine people on "
     "Monday, police said.", "nine", "Jos"),
    ("a capital's dateline", "WASHINGTON, May 13 (Reuters) - A mine killed nine soldiers, the "
     "Pentagon said.", "nine", None),
    ("here", "LAGOS, May 13 (AFP) - Nine people were killed here on Monday when a ferry capsized.",
     "Nine", "Lagos"),
    ("a continent is coarser", "Floods have drowned 70 people in Africa. In Malawi 20 people died.",
     "20", "Malawi"),
    ("the lead's place", "The minister promised to find the men behind the kidnappings in "
     "Baghdad. They abducted nine clerks.", "nine", "Baghdad"),
    ("the same town", "A fire killed nine people in Nairobi on Sunday. In 2019 a blaze killed four "
     "people in the same city.", "four", "Nairobi"),
    ("the city has recorded", "A man was shot dead in Baltimore on Sunday. The city has recorded "
     "71 murders this year.", "71", "Baltimore"),
    ("where a court sits", "A court in Madrid jailed two men for a bombing that killed nine people "
     "in Bilbao.", "nine", "Bilbao"),
    ("where it was reported", "A SQUAD KILLED NINE FARMERS, IT WAS REPORTED TODAY IN LIMA.",
     "NINE", None),
    ("a blast that was reported", "A blast was reported in Lima. Nine people were killed.",
     "Nine", "Lima"),
    ("two towns of a nation", "Bombs killed nine people in two Iraqi cities on Monday.",
     "nine", "Iraq"),
    ("a share of the nation's", "Bombs killed nine people in two Iraqi cities on Monday. In "
     "Mosul, a mine killed five.", "nine", "Iraq"),
    ("where they are treated", "A tree fell on a school in Duisburg on Monday, injuring nine "
     "children. Two of the injured were flown to a hospital in Essen.", "Two", "Duisburg"),
    ("a neighborhood", "Two men were shot in Chicago on Monday. On Tuesday a boy was killed in the "
     "Austin neighborhood.", "a", "Chicago"),
    ("a quake's country", "Peru's earthquake killed nine people.", "nine", "Peru"),
    ("a state's strikes", "Peru's strikes killed nine people.", "nine", None),
    ("there", "Nurses told of hunger in a camp for families from Darfur. The fighting there has "
     "killed nine aid workers.", "nine", "Darfur"),
    ("the sentence before", "A crew rescued 140 people off Lampedusa on Monday. Nine bodies were "
     "found in a boat.", "Nine", "Lampedusa"),
    ("a neighborhood of the dateline's town", "CHICAGO (AP) - Two people were killed on Monday. A "
     "man died after he was shot in the Tolver Hill neighborhood.", "Two", "Chicago"),
    ("a country's story", "Nigeria's army shot dead nine cooks. The Nigerian parliament has asked "
     "the Nigerian army why.", "nine", "Nigeria"),
    ("where it was said", "The minister told reporters in Dakar that four people were killed.",
     "four", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "place"), [row[1:] for row in PLACES],
                         ids=[row[0] for row in PLACES])  # fmt: skip
def test_place(text, words, place):
    """A figure has the finest place told of its event, never that of a saying."""
    found = figures(text)[words].place
    assert (found.name if found is not None else None) == place


DAYS = [
    ("an hour behind an editor's brackets", "GUNMEN KILLED TWO FARMERS IN LIMA ON MONDAY. "
     "[BEGIN RECORDING] [ROE] THE INCIDENT TOOK PLACE AT 1940.",
     "TWO", "2024-05-13"),
    ("reported at an hour", "The blast was reported at 9 p.m. Friday. Two workers were killed.",
     "Two", "2024-05-10"),
    ("reported by somebody", "The blast killed two workers, the mayor reported on Monday.",
     "two", None),
    ("overnight, then named", "Two men were shot overnight in Tulsa. It happened around 10:40 "
     "p.m. Monday.", "Two", "2024-05-13"),
    ("the day of an event", "Officials have reported Friday's assault on a camp left 50 soldiers "
     "dead.", "50", "2024-05-10"),
    ("searched for later", "Police were searching for three men on Monday after a robbery in which "
     "a guard was killed.", "a", None),
    ("of the war, not of the toll", "More than 9,000 people have died since the war began on "
     "October 7.", "More than 9,000", None),
    ("then", "More than 9,000 people have died since October 7, when raiders killed about 200 "
     "farmers in Tikrit.", "about 200", "2023-10-07"),
    ("when a court met", "A court jailed a nurse on Monday for killing five patients.",
     "five", None),
    ("when they were seized", "Pirates freed 21 sailors seized in March.", "21", None),
    ("arrested for what was before", "Police arrested five men over a murder last month.",
     "five", None),
    ("said late", "Late on Sunday the army said that two soldiers were hurt in a blast on "
     "Saturday. Before that, four soldiers were killed in Gao.", "four", "2024-05-11"),
    ("a house number", "Police were sent to 1520 Elm Street, where two men were shot.", "two",
     None),
    ("days after", "Rescuers freed a boy on Friday, 11 days after a quake killed 40 people.",
     "40", None),
    ("of what was before", "At least nine people were injured in clashes in a strike against cuts "
     "which the government imposed after the earthquake on March 5. The clashes broke out on "
     "Monday.", "At least nine", "2024-05-13"),
    ("the end of a war", "An estimated 300,000 people died in the country's civil war, which "
     "ended in 2005.", "An estimated 300,000", None),
    ("since the riots of a year", "It was the second vote since the riots in 1994 that killed "
     "800 people.", "800", "1994"),
    ("it was reported", "It was reported on Monday that nine people were killed in a clash.",
     "nine", None),
    ("behind a dash", "Two guards were killed -- a term used since the war of 2001.", "Two", None),
    ("up from", "The toll from the landslide has climbed to 61, up from 48 on Friday.", "61",
     None),
    ("up from, the older", "The toll from the landslide has climbed to 61, up from 48 on Friday.",
     "48", "2024-05-10"),
    ("risen on a day", "The toll from the landslide rose on Friday to 61, up from 48.", "61",
     "2024-05-10"),
    ("a part of what has gone on since", "More than 7,000 people have died in Gaza since Oct. 7, "
     "most of them children.", "children", None),
    ("a state", "A man hit in a shooting on Saturday was still in critical condition on Monday.",
     "A", "2024-05-11"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "day"), [row[1:] for row in DAYS],
                         ids=[row[0] for row in DAYS])  # fmt: skip
def test_day(text, words, day):
    """A figure has the day of what happened, not that of a saying, a search or a state."""
    found = figures(text)[words].date
    assert (found.value if found is not None else None) == day


SOURCES = [
    ("back over a sentence", "A spokesman for the railway said the bus had no lights. He said 12 "
     "people were injured.", "12", "A spokesman for the railway"),
    ("quoted after a colon", 'The mayor, Dora Lang, told Reuters: "It is a sad day. Eleven people '
     'were killed in the fire."', "Eleven", "The mayor, Dora Lang"),
    ("named behind a quotation", '"Six women were held after the sweep. Two are missing," the '
     'lawyer said.', "Six", "the lawyer"),
    ("we", '"We counted 31 bodies," a nurse told AFP.', "31", "a nurse"),
    ("who asked not to be named", "Some 30 sailors were hurt, a harbour clerk, who asked not to be "
     "named, said.", "Some 30", "a harbour clerk"),
    ("past a parenthesis", "The Front, while claiming the attack, said more than 50 soldiers were "
     "killed.", "more than 50", "The Front"),
    ("behind a clause", "The police stepped up patrols and Dora Lang said about 50 suspects were "
     "arrested.", "about 50", "Dora Lang"),
    ("documenting", "The Lake Group released a report on Tuesday, documenting at least 400 "
     "civilian deaths.", "at least 400", "The Lake Group"),
    ("issuer of a report", "More than 8,000 people have fled, according to a survey published "
     "Friday by the Office for the Coasts.", "More than 8,000", "the Office for the Coasts"),
    ("who raises a toll", "The authorities on Monday raised the toll from the blaze to 217.",
     "217", "The authorities"),
    ("goes on counting", "Twelve people were killed, doctors said. Another 30 were hurt.",
     "Another 30", "doctors"),
    ("claims lives", "Fire claimed the lives of a couple and their baby.",
     "a couple and their baby", None),
    ("claims to have", "The rebels claimed that the shelling took the lives of nine villagers.",
     "nine", "The rebels"),
    ("denies but says", "The army denied the claim but said nine soldiers were killed.",
     "nine", "The army"),
    ("confirms and says", "Police chief Omar Sow confirmed the raid and said two guards died.",
     "two", "Police chief Omar Sow"),
    ("who says follows a whole clause", "The blast hit a market and police said nine people were "
     "killed.", "nine", "police"),
    ("told by, behind it", "TEN PEASANTS WERE MASSACRED, IT WAS REPORTED TODAY BY THE POLICE.",
     "TEN", "THE POLICE"),
    ("two sources", "The head of the clinic and witnesses said 12 people died.",
     "12", "The head of the clinic and witnesses"),
    ("inverted behind a clause", "Another 43 miners are missing, and some 900 villagers have lost "
     "their homes, said the official.", "Another 43", "the official"),
    ("does not go on", "Twelve people were killed, doctors said.\n\nIn Kano 30 people were hurt.",
     "30", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "source"), [row[1:] for row in SOURCES],
                         ids=[row[0] for row in SOURCES])  # fmt: skip
def test_source(text, words, source):
    """A figure is attributed to who states it, over sentences and through quotations."""
    found = figures(text)[words].attribution
    assert (found.text if found is not None else None) == source


@pytest.mark.parametrize(
    ("words", "anonymous"),
    [
        ("A security source, who requested anonymity, said", True),
        ("A nurse who would not be named said", True),
        ("Officials speaking on condition of anonymity said", True),
        ("The governor, Omar Diallo, said", False),
    ],
)
def test_anonymity(words, anonymous):
    """A source that is not to be named is marked as such."""
    found = figures(f"{words} that 14 soldiers were killed.")["14"].attribution
    assert found is not None
    assert found.anonymous is anonymous


AGENTS = [
    ("shared by two verbs", "Togolese troops killed 70 Malians and captured 15.", "15", True),
    ("of the first verb", "Togolese troops killed 70 Malians and captured 15.", "70", True),
    ("by demonym", "Israeli strikes killed 20 people in Gaza.", "20", True),
    ("by its name", "Israel's strikes on Gaza killed 20 people.", "20", True),
    ("who attacked, behind a comma", "Togolese forces shelled a market, killing nine people.",
     "nine", True),
    ("in a clause of its own", "Residents said Togolese tanks fired on a crowd, killing nine.",
     "nine", True),
    ("those who say so", "Al Shabaab said that it had killed nine soldiers.", "nine", True),
    ("hit by a quake", "Togo was hit by an earthquake, killing nine people.", "nine", False),
    ("near whose border", "A bus struck a truck near the Togolese border, killing nine.",
     "nine", False),
    ("the place of an event", "The Lyon attacks killed 120 people.", "120", False),
    ("the place, in a clause", "The Madrid bombings, which killed 191 people, shocked Spain.",
     "191", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "told"), [row[1:] for row in AGENTS],
                         ids=[row[0] for row in AGENTS])  # fmt: skip
def test_perpetrator(text, words, told):
    """Who did it is the subject, also one that two verbs share, never the place of an event."""
    assert bool(figures(text)[words].perpetrators) is told


TOLLS = [
    ("rivals", "Troops killed nine rebels in Kano on Monday, the army said. A rebel spokesman put "
     "the number of dead at three.", (3, 9)),
    ("update", "Nine people were killed in Kano on Monday, the army said. The mayor said the toll "
     "had risen to 14.", (14, 14)),
    ("revised down", "Nine people were killed in Kano on Monday. The mayor said the toll was "
     "revised down to seven.", (7, 7)),
    ("brought to", "Two more victims of Sunday's fire in Kano died, bringing the toll to 17.",
     (17, 17)),
    ("his own death apart", "A soldier killed four comrades in Kano on Monday before killing "
     "himself.", (4, 4)),
    ("up from", "Ten people were killed in Kano on Monday. The toll rose to 14, up from "
     "12 on Sunday.", (14, 14)),
    ("recalled apart", "A bomb killed six people in Mosul on Monday. In 2019 a bomb killed 40 "
     "people at the same market.", (6, 6)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bounds"), [row[1:] for row in TOLLS],
                         ids=[row[0] for row in TOLLS])  # fmt: skip
def test_toll_of_the_main_event(text, bounds):
    """The main event's toll takes updates for the last word and rivals for bounds."""
    record = ALL.extract(Article(text=text, published=PUBLISHED))
    main = next(event for event in record.events if event.id == record.main_event)
    killed = next(toll.count for toll in main.tolls if toll.harm == "killed")
    assert (killed.low, killed.high) == bounds


OTHERS = [
    ("others than the dead, twice", "One man was killed and four others were injured in a fire in "
     "Dayton on Monday. Four other tenants were injured, police said.", 4),
    ("a headline before them", "Three hurt in Dayton fire\n\nOne man was killed and three others "
     "were injured in a fire in Dayton on Monday.", 3),
    ("more than were told", "Four people were injured in a fire in Dayton on Monday. Another four "
     "were injured when a wall fell.", 8),
]  # fmt: skip


@pytest.mark.parametrize(("text", "injured"), [row[1:] for row in OTHERS],
                         ids=[row[0] for row in OTHERS])  # fmt: skip
def test_others(text, injured):
    """Others than the dead are all of the injured; others than the injured are more of them."""
    record = ALL.extract(Article(text=text, published=PUBLISHED))
    main = next(event for event in record.events if event.id == record.main_event)
    assert next(toll.count.value for toll in main.tolls if toll.harm == "injured") == injured
