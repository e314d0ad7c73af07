"""Who did it where nobody is named: gunmen, hooded men, a suicide bomber, troops."""

import pytest

from newsfacts import Article, Pipeline, load_plugins

ALL = Pipeline(plugins=load_plugins(), on_error="raise")


def perpetrators(text):
    """Give the spans of each figure's perpetrators, by the words of its count."""
    record = ALL.extract(Article(text=text, published="2024-05-14"))
    actors = {actor.id: actor for actor in record.actors}
    return {
        figure.count.text: [[span.text for span in actors[ref].evidence]
                            for ref in figure.perpetrators]
        for figure in record.casualties
    }  # fmt: skip


# Each row: what is shown, the text, the figure's words, the words of who did it.
DID_IT = [
    ("right before the verb", "Gunmen killed 12 traders in Kano.", "12", "Gunmen"),
    ("one alone", "A lone gunman killed five shoppers in Kano.", "five", "A lone gunman"),
    ("men by what they wear", "Hooded men shot dead three judges.", "three", "Hooded men"),
    ("men by what they carry", "Two men armed with rifles shot dead nine clerks in Cali.", "nine",
     "Two men"),
    ("suspected", "Suspected militants abducted 30 pupils.", "30", "Suspected militants"),
    ("with their place between", "Unidentified gunmen in a van killed nine people.", "nine",
     "Unidentified gunmen"),
    ("behind who says so", "Police said gunmen killed nine guests.", "nine", "gunmen"),
    ("not who is said to be hit", "Israel said militants fired rockets at Haifa, wounding nine.",
     "nine", "militants"),
    ("attack, then kill", "Guerrillas ambushed a patrol near Tibu, killing five soldiers.", "five",
     "Guerrillas"),
    ("attack and kill", "Bandits raided a market and killed 19 people.", "19", "Bandits"),
    ("leaving dead", "Rebels shelled a crowded market, leaving 13 civilians dead.", "13", "Rebels"),
    ("one who dies of it", "A suicide bomber walked into a mosque and blew himself up, killing 14 "
     "imams.", "14", "A suicide bomber"),
    ("by", "Eleven worshippers were gunned down by jihadists in Burkina Faso.", "Eleven",
     "jihadists"),
    ("an attack by", "An attack by suspected jihadists on a village left 17 people dead.", "17",
     "suspected jihadists"),
    ("a band of", "A group of hooded men burst into a bar and killed six.", "six",
     "A group of hooded men"),
    ("when they attacked", "Nine farmers were killed when bandits stormed a village.", "Nine",
     "bandits"),
    ("after they attacked", "Six herders died after armed men attacked their camp.", "Six",
     "armed men"),
    ("those who keep order", "Troops opened fire on marchers in Kano, killing three.", "three",
     "Troops"),
    ("perhaps", "Soldiers may have killed nine farmers.", "nine", "Soldiers"),
    ("upper-case copy", "SUBVERSIVES MURDERED 12 COUNCILMEN, THE MAYOR SAID.", "12", "SUBVERSIVES"),
    ("a person named with it", "A gunman, Ivo Marek, killed six shoppers in Brno.", "six",
     "Ivo Marek"),
    ("named with it", "FARC guerrillas killed eight soldiers.", "eight", "FARC guerrillas"),
    ("whose troops", "Israeli troops killed nine farmers.", "nine", "Israeli troops"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), [row[1:] for row in DID_IT],
                         ids=[row[0] for row in DID_IT])  # fmt: skip
def test_those_without_a_name_are_perpetrators(text, words, who):
    """The noun phrase that is the agent of the harm is the one perpetrator."""
    assert perpetrators(text)[words] == [[who]]


# Each row: what is shown, the text, the figure's words.
DID_NOT = [
    ("who says so", "Nine people were killed in the crash, police said.", "Nine"),
    ("who says so, before", "Police said nine people were killed in the crash.", "nine"),
    ("who is killed", "Three militants were killed in the fighting.", "Three"),
    ("both sides", "Nine soldiers were killed in clashes with rebels.", "Nine"),
    ("who helps", "Soldiers rescued 40 people injured in the landslide.", "40"),
    ("who finds", "Police found 12 bodies in a mass grave.", "12"),
    ("who tells who they were", "Nine men found shot to death were identified by police.", "Nine"),
    ("who came later", "Nine people were hurt in a fire before police entered the mill.", "Nine"),
    ("who has losses", "The troops lost nine men in the battle.", "nine"),
    ("whose leader", "A rebel leader and six fighters were killed in an air strike.", "six"),
    ("who is freed of", "Kidnappers freed 25 students after a ransom was paid.", "25"),
    ("only men", "Two other men said nine people were killed in the crash.", "nine"),
    ("who is hit beside them", "With nine soldiers killed and wounding 12 others, the bomb was the "
     "worst yet.", "12"),
    ("a bomb", "Four policemen were killed by a roadside bomb.", "Four"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in DID_NOT],
                         ids=[row[0] for row in DID_NOT])  # fmt: skip
def test_those_who_did_nothing_are_no_perpetrators(text, words):
    """Who says it, suffers it or helps has not done it."""
    assert perpetrators(text)[words] == []


# Each row: what is shown, the text, and the spans of each actor that harms.
SAME = [
    ("the same with the", "Gunmen killed 12 traders in Kano. The gunmen also wounded three guards.",
     [["Gunmen", "The gunmen"]]),
    ("told again in one event", "Gunmen killed 12 traders and gunmen wounded three guards.",
     [["Gunmen", "gunmen"]]),
    ("one phrase, two harms", "Gunmen killed 12 traders and wounded three guards.", [["Gunmen"]]),
    ("of two fronts", "FARC guerrillas killed eight soldiers in Cali. ELN guerrillas killed nine "
     "soldiers in Pasto.", [["FARC guerrillas"], ["ELN guerrillas"]]),
    ("in two towns", "A gunman killed five people in Brno. On Friday a gunman killed nine people "
     "in Lyon.", [["A gunman"], ["a gunman"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), [row[1:] for row in SAME],
                         ids=[row[0] for row in SAME])  # fmt: skip
def test_mentions_of_the_same_people(text, actors):
    """The same noun with "the" is the same actor; those of two bands or events are two."""
    found = {str(each): each for told in perpetrators(text).values() for each in told}
    assert list(found.values()) == actors


def test_the_actor_is_an_unnamed_group():
    """A gunman without a name is a group, and only who does harm becomes an actor so."""
    record = ALL.extract(Article(text="A gunman killed five people. A bomber was seen in Kano."))
    assert [(actor.kind, actor.name) for actor in record.actors] == [("group", "A gunman")]
