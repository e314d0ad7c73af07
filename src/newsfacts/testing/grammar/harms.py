"""How each harm is said: by verbs in the active and passive, participles and nouns.

In a template `<x>` marks the words of the figure, `{n}` the people counted, `{were}`, `{are}`,
`{have}` and the like agree with them, and `{where}{when}` are place and day of the harm.
"""

# harm -> voice -> templates, the plainest first
FORMS: dict[str, dict[str, tuple[str, ...]]] = {
    "killed": {
        "passive": (
            "<x>{n}</x> {were} killed{where}{when}.",
            "<x>{n}</x> {were} shot dead{where}{when}.",
            "<x>{n}</x> {were} killed in an explosion{where}{when}.",
            "<x>{n}</x> {were} beheaded{where}{when}.",
            "<x>{n}</x> {were} executed{where}{when}.",
            "<x>{n}</x> {were} burned to death{where}{when}.",
            "<x>{n}</x> {were} found dead{where}.",
        ),
        "active": (
            "A car bomb killed <x>{n}</x>{where}{when}.",
            "<x>{n}</x> died{where}{when}.",
            "Gunmen killed <x>{n}</x>{where}{when}.",
            "An explosion claimed the {lives} of <x>{n}</x>{where}{when}.",
            "<x>{n}</x> drowned{where}{when}.",
            "<x>{n}</x> perished in a fire{where}{when}.",
        ),
        "participle": (
            "A bomb exploded at a market{where}{when}, killing <x>{n}</x>.",
            "A landslide buried houses{where}{when}, leaving <x>{n}</x> dead.",
        ),
        "noun": (
            "The explosion{where}{when} left <x>{n}</x> dead.",
            "The fire{where}{when} caused the {deaths} of <x>{n}</x>.",
            "The {bodies} of <x>{n}</x> {were} found{where}.",
        ),
    },
    "injured": {
        "passive": (
            "<x>{n}</x> {were} injured{where}{when}.",
            "<x>{n}</x> {were} wounded{where}{when}.",
            "<x>{n}</x> {were} hurt in a collision{where}{when}.",
        ),
        "active": (
            "An explosion injured <x>{n}</x>{where}{when}.",
            "The shelling wounded <x>{n}</x>{where}{when}.",
            "<x>{n}</x> suffered injuries in a fire{where}{when}.",
        ),
        "participle": (
            "A bus overturned{where}{when}, injuring <x>{n}</x>.",
            "Shells hit a market{where}{when}, wounding <x>{n}</x>.",
        ),
        "noun": (
            "The blast{where}{when} left <x>{n}</x> injured.",
            "The accident{where}{when} caused injuries to <x>{n}</x>.",
        ),
    },
    "missing": {
        "passive": (
            "<x>{n}</x> {are} missing after a building collapsed{where}{when}.",
            "<x>{n}</x> {were} reported missing{where}{when}.",
        ),
        "active": ("<x>{n}</x> {remain} missing{where}.",),
        "participle": ("A building collapsed{where}{when}, leaving <x>{n}</x> missing.",),
        "noun": ("The flood{where}{when} left <x>{n}</x> missing.",),
    },
    "displaced": {
        "passive": (
            "<x>{n}</x> {were} displaced by fighting{where}{when}.",
            "<x>{n}</x> {were} forced to flee{where}{when}.",
        ),
        "active": (
            "The floods displaced <x>{n}</x>{where}{when}.",
            "The fighting forced <x>{n}</x> to flee{where}{when}.",
        ),
        "participle": ("A storm struck{where}{when}, displacing <x>{n}</x>.",),
        "noun": ("The earthquake{where}{when} left <x>{n}</x> homeless.",),
    },
    "abducted": {
        "passive": (
            "<x>{n}</x> {were} kidnapped{where}{when}.",
            "<x>{n}</x> {were} abducted{where}{when}.",
            "<x>{n}</x> {were} taken hostage{where}{when}.",
        ),
        "active": (
            "Gunmen kidnapped <x>{n}</x>{where}{when}.",
            "Rebels abducted <x>{n}</x>{where}{when}.",
        ),
        "participle": ("Gunmen raided a school{where}{when}, abducting <x>{n}</x>.",),
        "noun": ("The gunmen are holding <x>{n}</x> hostage{where}.",),
    },
    "detained": {
        "passive": (
            "<x>{n}</x> {were} arrested{where}{when}.",
            "<x>{n}</x> {were} detained{where}{when}.",
        ),
        "active": (
            "Police arrested <x>{n}</x>{where}{when}.",
            "Soldiers detained <x>{n}</x>{where}{when}.",
        ),
        "participle": ("Police broke up the protest{where}{when}, arresting <x>{n}</x>.",),
        "noun": ("The raid{where}{when} led to the arrest of <x>{n}</x>.",),
    },
    "released": {
        "passive": (
            "<x>{n}</x> {were} released{where}{when}.",
            "<x>{n}</x> {were} freed{where}{when}.",
        ),
        "active": (
            "The rebels released <x>{n}</x>{where}{when}.",
            "The kidnappers freed <x>{n}</x>{where}{when}.",
        ),
        "participle": ("The rebels left the camp{where}{when}, releasing <x>{n}</x>.",),
        "noun": ("The deal led to the release of <x>{n}</x>{where}{when}.",),
    },
    "affected": {
        "passive": ("<x>{n}</x> {were} affected by the floods{where}.",),
        "active": ("The drought has affected <x>{n}</x>{where}.",),
        "participle": ("The cyclone made landfall{where}{when}, affecting <x>{n}</x>.",),
        "noun": (),
    },
}  # fmt: skip
HARMS = (*FORMS, "casualties")
VOICES = ("passive", "active", "participle", "noun")
