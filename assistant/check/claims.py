"""Which sentences of a draft claim anything of the minutes, and which only greet, invite, ask, head or point."""

from __future__ import annotations

import re

from assistant.signs import DECISION

_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|dydd|llun|mawrth|mercher|iau|gwener|sadwrn|sul"
_DATE_LINE = re.compile(
    rf"(?:\W|\b(?:{_DAYS}|{_MONTHS}|date|published|issued|updated|edition|issue|no|dyddiad|rhifyn|of|the|on|at|and|to|am|pm|noon"
    r"|\d{1,4}(?:st|nd|rd|th)?(?:am|pm)?)\b)*",
    re.IGNORECASE,
)
_GREETS = re.compile(
    r"(?:dear|hello|hi|hiya|good (?:morning|afternoon|evening)|annwyl|helo|shwmae|welcome|croeso)\b"
    r"|(?:kind|best|warm|warmest) (?:regards|wishes)\b|regards\b|yours (?:sincerely|faithfully|truly)\b|many thanks\b"
    r"|thank(?:s| you) for (?:reading|your)\b|cofion\b|yn gywir\b|yr eiddoch\b|diolch am\b",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"(?:to )?(?:read (?:more|on|the|our|about)|find out|learn more|click|see (?:the|our|more|also|below|page|appendix)|sign up|subscribe"
    r"|unsubscribe|contact|visit|watch|listen|download|follow us|e-?mail|phone|ring|call (?:us|\d)|tell us|have your say|get in touch|share"
    r"|look out|join us|view|go to|please)\b"
    r"|(?:for )?(?:more|further|full) (?:information|details|reading|news)\b|for (?:more|further)\b"
    r"|darllen(?:wch)?\b|cliciwch\b|i gael (?:mwy|rhagor)\b|am ragor\b|rhagor o\b|cysylltwch\b|ewch i\b|gweler\b|tanysgrifiwch\b",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"(?:in )?this (?:newsletter|edition|issue|bulletin|summary|update|month's (?:newsletter|edition|issue|bulletin))\b"
    r"|(?:here|below) (?:is|are)\b|here's\b|(?:we|i) hope\b|yn y rhifyn hwn\b|dyma\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\+?\(?\d[\d ()-]{8,}\d")
_SOURCE = re.compile(r"(?:\[\^?\w{1,8}\]:?|sources?:|ffynhonnell:|ref(?:erence)?:|image:|photo:|llun:)\s", re.IGNORECASE)
_FACT = re.compile(r"[£€$%]|\b(?:million|billion|per cent|miliwn|y cant)\b")
_WORD = re.compile(r"[^\W\d_]+")

FEWEST_WORDS = 3
LONGEST_GREETING = 14  # words


def no_claim(text: str) -> str | None:
    """What a sentence is where it claims nothing: 'greeting', 'date', 'question' …; None where it is a claim."""
    words = _WORD.findall(_ADDRESS.sub(" ", text))
    if _SOURCE.match(text):
        return "source"
    if _DATE_LINE.fullmatch(text):
        return "date"
    if re.search(r"\?[\"”’')\]]*$", text):
        return "question"
    if text.rstrip().endswith((":", ":-", ":–")):
        return "lead-in"
    telling = DECISION.search(text) or _FACT.search(text)
    if _GREETS.match(text) and not telling and (len(words) <= LONGEST_GREETING or text.endswith(",")):
        return "greeting"
    if _INVITES.match(text) and not telling:
        return "invitation"
    if _OF_ITSELF.match(text) and not telling:
        return "about the draft"
    if len(words) < FEWEST_WORDS and not (re.search(r"\d", _ADDRESS.sub(" ", text)) and words):
        return "fragment"
    return None
