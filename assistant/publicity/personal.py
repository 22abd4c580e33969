"""Personal data of third parties: what identifies, locates or exposes a person who is named.

What is looked for follows the UK GDPR: data minimisation (article 5(1)(c)), special categories (article 9), children. Members and officers
may be named in their role; their health and their homes are theirs as anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.datamodel import Finding
from assistant.publicity.identifiers import (
    AGED,
    AT_NUMBER,
    CALLED,
    CHILD,
    EMAIL,
    FULL_ADDRESS,
    HOME,
    IDENTIFIERS,
    LANDLINE,
    MAILBOX,
    MOBILE,
    OCCUPIED,
    OWN_HOST,
    PUBLIC_HOST,
    PUBLIC_PLACE,
    RESIDENT,
    TWO_NAMES,
)  # fmt: skip
from assistant.publicity.persons import Person, persons
from assistant.publicity.phrases import Match, matches, words_of
from assistant.publicity.statement import Statement

_SAID_TO_LIVE = re.compile(r"\b(?:liv|resid|byw|home|house|address|flat)", re.IGNORECASE)
REACH = 70  # characters between a person and what is told of them
_SAYS = re.compile(
    r"\b(?:that|expressed|addressing|tackling|said|spoke|speaks|asked|acknowledged|agreed|commented|accepted|believed|requested|sought|argued|emphasised|stressed|urged|highlighted|called|reported|explained|noted|stated|told|presented|advised|answered|replied|confirmed|queried|enquired|suggested|welcomed"
    r"|moved|proposed|seconded|declared|introduced|considered|outlined|informed|raised|thought|felt|hoped|wondered|drew|referred|responded"
    r"|added|pointed|described|dywedodd|gofynnodd|adroddodd|eglurodd|nododd|cyflwynodd|members?|services?|people|adults|children in"
    r"|patients|residents)\b",
    re.IGNORECASE,
)
# Two words with capitals are a person's only where what follows them is told of one person.
_PREDICATE = re.compile(r"['’]s\b|,?\s+(?:who\s+|which\s+)?(?:is|was|has|had|will|may|wished|be|a|sydd|sy'n|yn|wedi|oedd)\b")
_BRACKETED = re.compile(r"\(\d+\)")
_PRONOUN = re.compile(
    r"\b(?:he|she|his|her|him|hers|himself|herself)\b(?! (?:said|asked|reported|promised|explained|replied|told))", re.IGNORECASE
)
_AT_MEETING = re.compile(
    r"(?: (?:of|from|for) (?:the )?(?-i:[A-Z])[\w’'&-]*(?: (?:of|for|and|(?-i:[A-Z])[\w’'-]*))*)?,?\s+"
    rf"(?:{_SAYS.pattern}|(?:took|attended|chaired|presided|represented|thanked|abstained)\b)",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"@(?!\S+\.gov)|\b(?:an?|the|our|that|this|old|young|year \d+|whose)\s+(?:[\w’'-]+,?\s+){0,4}?(?:man|woman|lady|girl|boy|child|baby"
    r"|infant|toddler|teenager|pupil|student|widow(?:er)?|pensioner|tenant|mother|father|grandmother|grandfather|son|daughter|sister|brother"
    r"|couple|family|neighbour|cleaner|nurse|driver|teacher|caretaker|carer|claimant|complainant|whistle-?blower|farmer|landlord|landlady"
    r"|refugee|migrant|victim|worker|assistant|volunteer|organiser)(?:['’]s)?\b",
    re.IGNORECASE,
)
_AT_HOME = re.compile(r"\b(?:at home|home number|in the evenings?|gartref)\b", re.IGNORECASE)
# Many people, a rule or a service for them, and nobody in particular.
_MANY = re.compile(
    r"\b(?:people|residents|patients|tenants|families|households|children (?:in|who|aged|under|and|will|are|can)|pupils|adults|members"
    r"|cases|scheme|policy|service|application for)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"(?:suffer|underwent|owe|claim|receiv|recover)", re.IGNORECASE)
_ORGANISED = re.compile(
    r"^[\s-]*(?:Association|Society|Trust|UK|Research|Cymru|charity|services?|support|team|strategy|group|unit|ward|awareness|friendly|nurse"
    r"|forum|champion|centre|home|hub|board|action|plan|policy|care|facilities|access|adaptations?|badge|bays?|parking|users?|toilets?"
    r"|sports?|project|day|week|network|officer|campaign|grants?|rate|figures?|absence|data|benefit|procedure|hearing\b|proceedings)",
    re.IGNORECASE,
)


def findings(statement: Statement) -> Iterator[Finding]:
    """What in a sentence should not be told of a person."""
    text = statement.text
    for what, pattern in IDENTIFIERS.items():
        for found in pattern.finditer(text):
            yield _finding(statement, what, found[0], "Take it out: nobody needs it to follow the decision.")
    some = list(persons(text))
    yield from _contacts(statement, some)
    yield from _addresses(statement, some)
    yield from _children(statement)
    for group, what in (("health", "health of a person"), ("circumstances", "private circumstances of a person")):
        yield from _told_of(statement, some, group, what)
    yield from _guessable(statement)


def somebody(text: str) -> bool | None:
    """Whether a sentence is about one or a few persons in their private life: named, told by kin, or to be guessed at.

    None: it does not show. False: all that are named have a role, or are told of only as speaking at a meeting.
    """
    some = [person for person in persons(text) if person.kind != "officer"]
    private = [one for one in some if (one.kind == "kin" or one.private(text)) and not _AT_MEETING.match(text[one.end :])]
    if private or _PRONOUN.search(text):
        return True
    if some:
        return False
    return True if _ONE.search(text) and not _MANY.search(text) else None


def _contacts(statement: Statement, some: list[Person]) -> Iterator[Finding]:
    text = statement.text
    for found in MOBILE.finditer(text):
        yield _finding(statement, "mobile telephone number", found[0], "Give the council's own number instead.")
    called = any(found["name"] not in words_of("not_names") for found in CALLED.finditer(text))
    if called or _AT_HOME.search(text) or any(person.kind != "officer" and person.private(text) for person in some):
        for found in LANDLINE.finditer(text):
            yield _finding(statement, "telephone number of a private person", found[0], "Give the council's own number instead.")
    for found in EMAIL.finditer(text):
        own = OWN_HOST.match(found["host"]) or (TWO_NAMES.match(found["local"]) and not PUBLIC_HOST.search(found["host"]))
        if own and not MAILBOX.match(found["local"]):
            yield _finding(statement, "e-mail address of a person", found[0], "Give the council's own mailbox instead.")


def _addresses(statement: Statement, some: list[Person]) -> Iterator[Finding]:
    text = statement.text
    seen: list[tuple[int, int]] = []
    for person in some:
        found = HOME.match(text[person.end :])
        if found and _lives_there(person, found, text):
            start, end = person.start, person.end + found.end()
            seen.append((start, end))
            words = text[start:end].strip()
            yield _finding(statement, "home of a named person", words, "Leave the address out, and the name unless it is needed.")
    for found in OCCUPIED.finditer(text):
        if any(person.start == found.end() and person.kind != "officer" for person in some):
            seen.append(found.span())
            yield _finding(
                statement, "home of a named person", found[0].strip(), "Leave the address out, and the name unless it is needed."
            )
    for found in RESIDENT.finditer(text):
        if not any(start <= found.start("place") < end for start, end in seen):
            seen.append(found.span())
            yield _finding(statement, "home of a private person", found[0], "Say only which area or street it is about.")
    for found in AT_NUMBER.finditer(text):
        if not any(start <= found.start() < end for start, end in seen):
            seen.append(found.span())
            yield _finding(statement, "home of a private person", found[0], "Say only which area or street it is about.")
    for found in FULL_ADDRESS.finditer(text):
        if not any(start <= found.start() < end for start, end in seen) and not PUBLIC_PLACE.search(text):
            yield _finding(statement, "full address", found[0], "Leave it out if it is somebody's home.", "warn")


def _lives_there(person: Person, found: re.Match[str], text: str) -> bool:
    """Whether a place behind a name is a home: with a house's number, or said to be; a street alone only after a private person's title."""
    if person.kind == "officer":
        return False
    if any(sign.isdigit() for sign in found["place"]) or _SAID_TO_LIVE.search(found[0]):
        return True
    return person.kind == "civil" and person.private(text)


def _children(statement: Statement) -> Iterator[Finding]:
    text, seen = statement.text, set[str]()
    for found in (*AGED.finditer(text), *CHILD.finditer(text)):
        if found[0].endswith(")") and len(_BRACKETED.findall(text)) > 1:
            continue  # a list of places or posts with their numbers
        name = next(value for key, value in found.groupdict().items() if key.startswith("name") and value)
        if name not in seen and not any(token in words_of("not_names") for token in re.findall(r"[^\W\d_]+", name)):
            seen.add(name)
            yield _finding(statement, "child named", found[0].strip(" ,"), "Take the child's name out.")


def _told_of(statement: Statement, some: list[Person], group: str, what: str) -> Iterator[Finding]:
    """A health word or the like that a sentence tells of a person: close behind the name, no verb of speaking between."""
    text = statement.text
    for found in matches(text, "personal", group):
        if _ORGANISED.match(text[found.end :]):
            continue
        person = next((one for one in some if _is_of(text, one, found)), None)
        if person:
            words = text[min(person.start, found.start) : max(person.end, found.end)]
            yield _finding(statement, what, words, "Leave it out, or say only that the person was absent.")
            return


def _is_of(text: str, person: Person, found: Match) -> bool:
    if person.end <= found.start:
        between = text[person.end : found.start]
        if person.kind == "bare" and not (_PREDICATE.match(between) or (not between.strip() and _TELLS.match(found.words))):
            return False
        return len(between) <= REACH and not _SAYS.search(between) and ". " not in between
    between = text[found.end : person.start]
    return bool(re.fullmatch(r"\s+(?:of|to|for|by|suffered by|y|gan|i)\s+(?:the\s+)?", between))


def _guessable(statement: Statement) -> Iterator[Finding]:
    """Somebody without a name whom neighbours would know all the same, told together with what is nobody's business."""
    text = statement.text
    told_of = (one for group in ("health", "circumstances") for one in matches(text, "personal", group))
    private = [one for one in told_of if not _ORGANISED.match(text[one.end :])]
    for found in matches(text, "personal", "identifiable"):
        told = next((one for one in private if one.end <= found.start or one.start >= found.end), None)
        if told and not _MANY.search(text):
            words = text[min(told.start, found.start) : max(told.end, found.end)]
            advice = "Tell it so that nobody can guess who it is, or leave it out."
            yield _finding(statement, "a person who can be told without a name", words, advice, "warn")
            return


def _finding(statement: Statement, what: str, words: str, advice: str, severity: str = "stop") -> Finding:
    return statement.finding("personal data", what, words, advice, "warn" if severity == "warn" else "stop")
