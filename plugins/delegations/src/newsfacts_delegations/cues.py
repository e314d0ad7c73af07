"""Words without which a sentence tells of no delegation, meeting, visit or call."""

WEAK = frozenset(
    (
        "reached", "continue to", "continues to", "continued to",
        "spent", "spend", "tours", "retreat", "set off", "see", "way to", "signed", "sign",
        "invit*", "be in", "told", "go", "goes", "going", "gone", "went", "came", "come", "comes",
        "coming", "left", "leave", "leaves", "leaving", "head", "heads", "headed", "heading",
        "called", "stay", "sent", "send", "sends", "sending", "due to", "forum", "congress",
        "audience", "encounter", "was in", "is in", "were in", "been in", "receive*", "receiving",
        "depart", "departs", "departed", "departing", "departure", "chair", "present", "broker",
        "fly", "flies", "flying", "landed", "had seen", "lead a", "leads a", "led a", "leading a",
        "leads the", "lead the", "represents", "represent", "lunch", "breakfast", "round",
        "accompanied by",
    )
)  # fmt: skip
"""Cues that mostly mean something else: read only where two actors or places are named too."""

CUES = (
    "meet*", "met", "talk", "talks", "talked", "talking", "negotiat*", "confer", "conferred",
    "huddl*", "sat down", "sit down", "sitting down", "sits down", "receive*", "receiving",
    "host", "hosts", "hosted", "hosting", "welcom*", "greet*", "visit*", "travel*", "flew", "fly",
    "flies", "flying", "flown", "headed", "heads", "heading", "head", "left", "leave", "leaves",
    "leaving", "depart", "departs", "departed", "departing", "departure", "arriv*", "landed",
    "go", "goes", "going", "gone", "went", "came", "come", "comes", "coming", "due in", "due to",
    "attend*", "took part", "take part", "takes part", "taking part", "participat*", "chair",
    "chairs", "chaired", "chairing", "co-chair*", "mediat*", "broker", "brokered", "brokering",
    "summit*", "session*", "round", "conference", "conferences", "congress", "phone*",
    "telephon*", "call", "calls", "spoke", "speak", "speaks", "spoken", "speaking",
    "conversation*", "discuss*", "consult*", "exchanged", "shook hands", "shake hands",
    "shakes hands", "trip", "tour", "toured", "touring", "stopover", "delegation*", "delegates",
    "dialogue", "dialog", "symposium", "forum", "gather*", "conven*", "reconven*", "assembl*",
    "audience", "encounter", "dinner", "lunch", "breakfast", "jirga", "videoconference",
    "teleconference", "present", "attendance", "was in", "is in", "were in", "been in", "be in",
    "guarantor*", "shuttl*", "stop in", "stop at", "stops in", "stops at", "stopovers in",
    "it is led", "it is headed", "it was led", "it was headed", "banquet*", "luncheon*", "stay",
    "called", "sent", "send", "sends", "sending", "dispatched", "dispatching", "working visit",
    "invit*", "accompanied by", "received by", "journeyed", "proceed to", "proceeded to",
    "slipped into", "expected in", "spent", "spend", "tours", "co-host*", "contacts", "the table",
    "tete-a-tete", "next stop", "planned stop", "scheduled stop", "last stop", "final stop",
    "reached", "continue to", "continues to", "continued to", "received him", "received her",
    "received them", "mission to", "tête-à-tête", "retreat", "to the table", "negotiating table",
    "same table", "bargaining table", "face to face", "set off", "embark*", "signed", "sign",
    "represented by", "reviewed", "way to", "en route", "see", "dined", "dine", "converg*",
    "had seen", "lead a", "leads a", "led a", "leading a", "next round", "earlier round",
    "previous round", "last round", "second round", "third round", "leads the", "lead the",
    "represent", "represents", "told visiting", "told",
)  # fmt: skip
"""Literal words; a trailing `*` matches any ending."""

OF_PERSONS = frozenset((
    "told", "call", "calls", "called", "receive*", "receiving", "signed", "sign", "due to",
    "represent", "represents", "broker",
))  # fmt: skip
"""Cues of what only persons or groups of them do: without any, they tell of something else."""
