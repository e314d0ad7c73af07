"""Words without which a sentence tells of no delegation, meeting, visit or call."""

CUES = (
    "meet*", "met", "talk", "talks", "talked", "talking", "negotiat*", "confer", "conferred",
    "huddl*", "sat down", "sit down", "sitting down", "sits down", "receive*", "receiving",
    "host", "hosts", "hosted", "hosting", "welcom*", "greet*", "visit*", "travel*", "flew", "fly",
    "flies", "flying", "flown", "headed", "heads", "heading", "head", "left", "leave", "leaves",
    "leaving", "depart*", "arriv*", "landed", "go", "goes", "going", "gone", "went", "came", "come",
    "comes", "coming", "due in", "due to", "attend*", "took part", "take part", "takes part",
    "taking part", "participat*", "chair*", "mediat*", "broker*", "summit*", "session*", "round",
    "conference", "conferences", "phone*", "telephon*", "call", "calls", "spoke", "speak",
    "speaks", "spoken", "speaking", "conversation*", "discuss*", "consult*", "exchanged views",
    "trip", "tour", "toured", "touring", "stopover", "delegation*", "delegates", "dialogue",
    "dialog", "symposium", "forum", "gather*", "conven*", "reconven*", "assembl*", "audience",
    "encounter", "dinner", "lunch", "breakfast", "jirga", "videoconference", "teleconference",
    "present", "attendance", "was in", "is in", "were in", "been in", "guarantor*", "stay",
    "called", "sent", "send", "sends", "dispatched",
)  # fmt: skip
"""Literal words; a trailing `*` matches any ending."""
