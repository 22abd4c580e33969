"""Which agenda items and decisions are of substance: nothing exempt, nothing about the meeting itself, nothing without minutes."""

from __future__ import annotations

import re

from ingest.datamodel import AgendaItem, Decision

FEWEST_WORDS = 12  # of minutes, below which there is nothing to tell

_PROCEDURAL = re.compile(
    r"^\W*(?:to\s+(?:receive|note|consider|approve|confirm|sign)\s+)?(?:any\s+|the\s+|y\s+|yr\s+)?(?:"
    # English
    r"apolog\w+|absen\w+|attendance|present\b|in attendance|members present|roll call|welcome|opening|introductions?\b|call to order"
    r"|(?:disclosures?|declarations?)\b|register of interests|minutes?\b|previous minutes"
    r"|(?:approval|confirmation|adoption|acceptance|signing)s?\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+){0,2}(?:minutes|agenda)"
    r"|(?:dates?|time|venue)\b.{0,24}\b(?:meeting|meetings)|next meeting|future meetings|(?:future|our next)\b.*\bmeeting"
    r"|adjournment|close\b|closure of (?:the )?meeting|site visits?\b"
    r"|(?:forward )?work programme|forward plan|forward work\b|agenda\b|order of business|urgent (?:business|items?)\s*$"
    r"|(?:chair|chairman|chairwoman|chairperson|mayor|president)(?:['’]?s)?\s+(?:announcements?|remarks|communications?|welcome|opening)"
    r"|announcements?\b|votes? of (?:sympathy|congratulations?|thanks|condolence)|exclusion of|exempt\b|confidential|in committee"
    r"|election of (?:a |the )?(?:chair|vice|mayor|deputy|president)|appointment of (?:a |the )?(?:chair\b|chairman|vice)|standing orders\b"
    r"|resolution to exclude|acronyms|signed\b|use of social media|(?:audio )?recording\b|filming\b"
    r"|public (?:forum|participation|question)|open forum|prayers?\b|silent|moment of silence"
    # Welsh
    r"|ymddiheur\w*|[ca]bsenol\w*|presennol|croeso|agoriad|datgan\w*|[cg]h?ofnodion|cadarnhau|chadarnhau|cywirdeb|dyddiad\w*"
    r"|cyfarfod(?:ydd)? nesaf|blaenraglen|rhaglen waith|cyhoeddiadau|gwahardd|eithrio|eithriedig|ethol (?:cadeirydd|is)"
    r"|penodi (?:cadeirydd|is)|ymweliad"
    r")",
    re.IGNORECASE,
)
_OPENING = re.compile(r"attendance and opening|presennol ac agoriad", re.IGNORECASE)
# Items that hold many matters under one name: told only where something was decided, and never under that name alone.
_CATCH_ALL = re.compile(
    r"^\W*(?:matters arising|any other|a\.?o\.?c?\.?b|correspondence|finance\b|financial\b|payments?\b|accounts\b"
    r"|planning\W*$|planning (?:matters|applications?)\W*$|highways\W*$|reports?\W*$"
    r"|(?:\w+['’]s?|county|district|ward) (?:\w+ )?(?:report|update)"
    r"|(?:\w+\s+)?(?:councillors?|cllrs?|clerk|chair\w*|treasurer|police|warden)['’]?s?\b.{0,14}\breports?\b"
    r"|questions?\b|notices? of motion (?:submitted|by|from)|notices? of motion\W*$|deputation"
    r"|other (?:business|matters)|general\b|miscellaneous|police\b|treasurer|clerk|councillor|updates?\W*$|disposal of land"
    r"|conferences?\b|actions?\W*$"
    r"|cwestiynau|materion yn codi|gohebiaeth|cyllid\W*$|cynllunio\W*$|unrhyw fater)",
    re.IGNORECASE,
)
# The name of a department says what nothing of what was decided under it.
_DEPARTMENT = re.compile(
    r"\bdirectorate\b|\bschedule of\b.*\bworks\b"
    r"|^(?:(?:support|regional|rural|tourism|mobility|maintenance|place-?making|traffic|cleansing|economic|social|physical|corporate"
    r"|community|home|culture|cultural|leisure|emergency|planning|environment\w*|travel|transport\w*|roads?|water|housing|human|resources"
    r"|change|management|operations|infrastructure|enterprise|innovation|marketing|arts|sports?|finance|governance|development|services?"
    r"|department|section|office|and|the|of|&)[\s,/]*)+$",
    re.IGNORECASE,
)
# What is decided about the meeting itself: who moved what is taken when.
_ORDER_OF_BUSINESS = re.compile(
    r"\b(?:on the agenda|agenda item|item (?:no\.? ?)?\d+)\b.{0,60}\b(?:taken|dealt|considered|deferred)\b"
    r"|\btaken (?:next|at this point|first|together)\b"
    r"|\bstanding orders be suspended\b|\b(?:meeting|it) be adjourned\b|\bpublic (?:and press )?be excluded\b"
    r"|\bminutes\b.{0,90}\b(?:confirmed|adopted|signed|approved)\b"
    r"|\bvote\b.{0,40}\bbe taken\b|\bmeeting\b.{0,60}\bbe (?:held|adjourned|deferred)\b|\bmeeting would adjourn\b"
    r"|\bvote of (?:sympathy|congratulation)",
    re.IGNORECASE,
)


def is_procedural(title: str) -> bool:
    """Whether an item of that title is about the meeting itself: apologies, minutes, declarations, the next date."""
    return bool(_PROCEDURAL.search(title) or _OPENING.search(title))


def is_catch_all(title: str) -> bool:
    """Whether a title names no matter: 'Correspondence', 'Notice of Motion submitted by ...', the name of a department."""
    return bool(_CATCH_ALL.search(title) or _DEPARTMENT.search(title.strip()))


def of_substance(item: AgendaItem) -> tuple[Decision, ...]:
    """The decisions of an item that are not about the order of business."""
    return tuple(decision for decision in item.decisions if not _ORDER_OF_BUSINESS.search(" ".join(decision.text.split())))


def of_matters(item: AgendaItem) -> bool:
    """Whether the minutes tell anything under an item, and not of the meeting itself."""
    if item.exempt or is_procedural(item.title):
        return False
    minuted = [one.text for one in item.paragraphs if one.part != "agenda" and one.kind not in ("label", "item", "heading")]
    return sum(len(text.split()) for text in minuted) >= FEWEST_WORDS


def can_be_told(item: AgendaItem) -> bool:
    """Whether an item can be a story."""
    return of_matters(item) and (bool(of_substance(item)) or not is_catch_all(item.title))
