"""The baseline's word lists: lemmas of a day's work."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PEOPLE = ("PERSON",)
NAMED = ("PERSON", "ORG", "GPE", "NORP")
PLACES = ("GPE", "LOC", "FAC")
TITLES = words(
    "president minister premier chancellor secretary king queen prince princess sheikh general "
    "colonel major captain lieutenant sergeant admiral ambassador envoy spokesman spokeswoman "
    "spokesperson chief head leader director chairman chairwoman chair senator congressman "
    "governor "
    "mayor judge justice attorney lawyer professor commander official officer sheriff prosecutor "
    "representative commissioner deputy adviser advisor analyst economist expert coach manager "
    "founder member editor author writer reporter journalist correspondent activist candidate "
    "speaker lawmaker mp diplomat coordinator emir sultan pope bishop archbishop cardinal imam "
    "cleric ceo executive detective inspector superintendent investigator coroner counterpart "
    "negotiator mediator dictator vice-president wife husband son daughter brother researcher"
)  # fmt: skip
ROLE_STOP = words("mr mrs ms dr miss")

HARMS = {
    "killed": "kill murder lynch assassinate slay massacre execute behead slaughter",
    "injured": "injure wound hurt maim hospitalize hospitalise shoot stab burn beat",
    "abducted": "kidnap abduct",
    "detained": "arrest detain jail imprison rearrest",
    "displaced": "displace evacuate uproot",
    "released": "free release",
}
DONE = {verb: harm for harm, verbs in HARMS.items() for verb in verbs.split()}
SUFFERED = {"die": "killed", "perish": "killed", "drown": "killed", "flee": "displaced"}
DOERS = words("attacker bomber gunman suspect perpetrator assailant shooter hijacker terrorist")
MAYBE = words("shoot stab burn beat")
STATES = {
    "dead": "killed", "killed": "killed", "wounded": "injured", "injured": "injured",
    "hurt": "injured", "missing": "missing", "homeless": "displaced", "displaced": "displaced",
}  # fmt: skip
COUNTED = {
    "death": "killed", "fatality": "killed", "injury": "injured", "casualty": "casualties",
    "hostage": "abducted", "victim": "killed", "refugee": "displaced", "arrest": "detained",
}  # fmt: skip
KINDS = {
    "military": "soldier soldiers troops troop serviceman servicemen marine marines sailor airmen",
    "police": "policeman policemen police officer officers deputy",
    "civilian": "civilian civilians villager villagers resident residents bystander bystanders",
    "militant": "militant militants rebel rebels insurgent insurgents gunman gunmen fighter",
    "child": "child children boy boys girl girls baby infant toddler student students",
    "woman": "woman women",
    "journalist": "journalist journalists reporter reporters",
    "medic": "doctor doctors nurse nurses medic medics paramedic paramedics",
}  # fmt: skip
VICTIM_KIND = {word: kind for kind, words in KINDS.items() for word in words.split()}
# Subjects and objects that die or are freed, but are no people.
THINGS = words(
    "bill plan hope project talk animal cattle cow dog cat horse bird sheep fish tree cancer virus "
    "report statement video film album document figure fund water gas prisoner-of-war deal cell "
    "data result image photo city town village area building car it this that which market game "
    "home house"
)  # fmt: skip
SAID = words("say tell report announce add confirm state claim note estimate")
HARM_EVENTS = (
    (
        "disaster",
        "earthquake quake flood storm hurricane cyclone typhoon tsunami landslide tornado",
    ),
    ("accident", "crash accident derail collide collision capsize sink fire collapse"),
    ("attack", "attack shoot shooting bomb bombing blast gunman explode raid strike stab murder"),
)

NO_NAMES = words("DATE TIME CARDINAL MONEY PERCENT ORDINAL QUANTITY EVENT LAW")
NO_PARTY = words(
    "issue issues situation matter talk talks meeting summit visit deal agreement peace plan "
    "problem way "
    "cooperation relation relations crisis conflict war hour day week month year session trip "
    "tour security trade end progress demand need deadline purpose view aim condition"
)
MEET_VERBS = words("meet confer negotiate consult huddle convene")
TALK_NOUNS = words("talk meeting summit negotiation consultation conference discussion")
HOLD_VERBS = words("hold have conduct attend host chair begin open resume join start")
GO_VERBS = words("travel fly go head arrive come return leave depart")
TRIP_NOUNS = words("visit trip tour")
CALL_VERBS = words("telephone phone")
TALK_VERBS = words("speak talk")
MEET_AT = words("during in at after before following for")
PLAN_VERBS = words("plan want hope intend expect aim seek wish")
ASK_VERBS = words("invite urge ask call propose request demand offer")
NOT_VERBS = words("refuse cancel decline postpone deny reject")
MET_THINGS = words("demand need goal target requirement standard condition deadline forecast")
TALKS_DO = words(
    "begin start resume open take end continue collapse fail conclude postpone cancel schedule "
    "hold focus come"
)
