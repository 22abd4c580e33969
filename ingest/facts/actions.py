"""What somebody was asked or undertook to do: explicit action lines, owners at the end of a line, and undertakings in sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.datamodel import Action, Paragraph
from ingest.text import sentences

_OWNER = (
    r"(?:the\s+|y\s+)?(?:(?:Town|Parish|Assistant|Deputy|Acting|Senior|Executive|Chief|Statutory|Meetings|Finance|Democratic|Monitoring|"
    r"Section\s151)\s+)*"
    r"(?:Clerk|Clerc|Chief\s+Executive|Director(?:\s+of\s+[A-Z][\w’'&]*(?:\s+(?:and|&|[A-Z][\w’'&]*))*)?|"
    r"Head\s+of\s+[A-Z][\w’'&]*(?:\s+(?:and|&|[A-Z][\w’'&]*))*|Officer|Administrator|Engineer|Chair(?:man)?|Treasurer|Secretary|Manager|"
    r"Leader|Cadeirydd|Cyfarwyddwr|Prif\s+Weithredwr|Pennaeth\s+[\w’' ]+?)"
)
_INITIALS = r"[A-Z]{2,3}[a-z]?(?:\s?[/&,]\s?[A-Z]{2,3}[a-z]?)*"
_CLLR = (
    r"(?:(?:[BC]?Cllrs?|Councillors?|Cyng)\.?\s+(?:(?:Mrs|Mr|Ms|Miss|Dr)\.?\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'-]+)?(?:\s\([A-Z]\))"
    r"?(?:\s?(?:/|a|and)\s?(?:[BC]?Cllrs?\.?|Cyng\.?)?\s?[A-Z][\w’'-]+)*)"
)
_LABELLED = re.compile(
    r"^\W{0,3}(?:action(?:s)?(?:\s+point)?|gweithred(?:u)?|cam(?:au)?\s+gweithredu|camau)\s*(?:\d+)?\s*[:–-]+\s*(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_TO_DO = re.compile(
    rf"^(?P<owner>{_OWNER}|{_CLLR}|{_INITIALS}(?:\s+and\s+[A-Z]{{2,3}})?|All(?:\s+members)?)\s+(?:(?:is|are|was|were)\s+)"
    rf"?to\s+(?!(?:the|a|an|be\s+thanked)\b)\w+"
)
_AGREED_TO = re.compile(
    rf"(?:^|\.\s+|[-–]\s+|;\s+)(?P<owner>{_OWNER}|{_CLLR}|{_INITIALS}(?:\s+and\s+[A-Z]{{2,3}})?)\s+(?:had\s+)?(?:agreed|undertook|"
    rf"offered|volunteered|is|was\s+asked|was\s+requested|was\s+instructed|will|would)\s+(?:to\s+)?(?P<verb>\w+)"
)
_ASKED = re.compile(
    rf"\b(?:agreed|resolved|requested|asked|decided)\b[^.;]{{0,60}}?\bthat\s+(?P<owner>{_OWNER}|{_CLLR}|{_INITIALS})\s+(?:"
    rf"(?:would|should|will|to)\b(?!\s+(?:both\s+)?be\s+(?:re-?)?(?:elect|appoint|nominat))|is\s+to|be\s+(?:asked|requested|instructed)\s+to|write|contact|arrange|report|bring)\b"
    rf"|\b(?:asked|requested|instructed)\s+(?P<owner2>{_OWNER}|{_CLLR}|{_INITIALS})\s+to\s+\w+"
    rf"|\b(?P<owner3>{_OWNER}|{_CLLR}|{_INITIALS})\s+to\s+(?:write|contact|arrange|report|bring|follow|investigate|obtain|ask|check|"
    rf"chase|send|organise|prepare|look|liaise|purchase|order|circulate|submit|provide|speak|confirm|action|invite|inform|respond|"
    rf"update|get|monitor|deal|draft|apply|call|trefnu|anfon|ysgrifennu|gysylltu)\b"
)
# In a resolution the bare verb orders: "that the Head of Finance report by letter", "the Cabinet Member be asked to write".
_ORDERED = re.compile(
    rf"(?:^|\bthat\s+|\band\s+)(?:the\s+)?(?P<owner>{_OWNER}|(?:the\s+)?Cabinet\s+Members?(?:\s+for\s+[A-Z][\w’'&]*(?:,?\s+(?:and\s+)?[A-Z][\w’'&]*)*)?"
    rf"|(?:the\s+)?[Oo]fficers|{_CLLR})\s+(?:be\s+(?:asked|requested|instructed)\s+to\s+\w+|(?P<verb>\w+)\b)"
)
_RESOLUTION = re.compile(r"\b(?:RESOLVED|AGREED|PENDERFYNWYD|CYTUNWYD)\b|\bresolved\s+that\b|\bit\s+was\s+agreed\b")
_WELSH_TO = re.compile(
    rf"(?P<owner>{_OWNER}|{_CLLR})\s+i\s+(?P<verb>(?:drefnu|anfon|ysgrifennu|gysylltu|ddod|baratoi|adrodd|ofyn|holi|roi|archebu|sicrhau)"
    rf"\w*)"
)
_TRAILING = re.compile(rf"(?:\s{{1,}})(?P<owner>{_INITIALS}|(?:Clerk|Clerc|Chair|All)(?:\s*/\s*{_CLLR})?|{_CLLR})\s*\.?$")
_DUE = re.compile(
    r"\b(?:by|before|no\s+later\s+than|within|erbyn)\s+(?P<due>(?:the\s+(?:end\s+of\s+)?)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|"
    r"February|March|April|May|June|July|August|September|October|November|December|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|"
    r"Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|next\s+(?:meeting|week|month)|(?:two|three|four|six|\d+)\s+(?:weeks|months|days))"
    r"(?:\s+\d{4})?)"
    r"|\b(?:to|at|for|in)\s+(?P<due2>(?:the\s+|a\s+)?(?:next\s+(?:available\s+)?(?:\w+\s+)?meeting|(?:\w+\s+)?meeting\s+(?:in|of|on)"
    r"\s+(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:,?\s+\d{4})?\s+(?:\w+\s+)?[Mm]eeting))"
    r"|\bin\s+(?P<due3>(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?)\b",
)
_INITIALLED = re.compile(
    r"([A-ZÀ-Þ][\w’'-]+(?:[ \t]+[A-ZÀ-Þ][\w’'.-]*){1,3})[ \t,]+(?:\([A-Z]{2,5}\)[ \t]+)?\(?([A-Z]{2,3}[a-z]?)\)?(?=[\s,.;)]|$)"
)
# letters that stand for councils wherever minutes are written
_BODIES = re.compile(r"^(?:[A-Z]{0,3}(?:CC|BC|DC|PC|TC)s?|NALC|SLCC|PCSO|AOB|AOCB|VAT|CCTV|UK|EU|OK|GP|IT|MP|MSP|MS|TV|TD)$")
_PART = re.compile(r"\W{0,2}(?:\(?[a-z]\)|\(?[ivx]{1,4}\)|\(?\d{1,2}[).]|that\b|bod\b)", re.IGNORECASE)
_TALLY = re.compile(r"^\W*(?:for|against|abstain\w*|in favour|present|apologies|recorded vote)\b", re.IGNORECASE)
_TASK_HINT = re.compile(
    r"\b(?:agreed|resolved|decided|asked|requested|instructed|undertook|offered|volunteered|will|would|to|i)\s+\w", re.IGNORECASE
)
_WHO_HINT = re.compile(
    r"Clerk|Clerc|Chief Exec|Director|Head of|Officer|Administrator|Engineer|Chair|Treasurer|Secretary|Manager|Leader|Cllr|Councillor|"
    r"Cyng|Cadeirydd|Cyfarwyddwr|Pennaeth|\b[A-Z]{2,3}[a-z]?\b|^All\b"
)
# What is still to happen; "would be likely to" and "would have" tell an expectation and the past.
_TASK = re.compile(
    r"\b(?:would|could|will|shall|should|must|needs?\s+to|i)\s+(?!(?:be\s+(?:likely|able|happy|glad|grateful)|have|like|not)\b)\w|"
    r"\b(?:agreed|undertook|offered|volunteered|asked|requested|instructed)\s+to\s+\w|^\W*to\s+\w|[-–:]\s*to\s+\w",
    re.IGNORECASE,
)
# A notice of motion quoted; a request to withdraw one; what an office has to do anyway; what a statute has every clerk do, printed in
# all minutes under it (Municipal Act 2001, Ontario, s. 228).
_NO_TASK = re.compile(
    r"^\W*I\s+(?:will\s+|shall\s+|hereby\s+|wish\s+to\s+)?(?:move|propose)\b|\bto\s+(?:also\s+)?withdraw\b|\bwithout\s+note\s+or\s+comment\b|"
    r"\b(?:requirement|duty|obligation|responsibility)\s+(?:for|on|of)\b",
    re.IGNORECASE,
)
_LONG = 60  # words of a sentence beyond which only its end, from the task on, is the action: a list run together
_DOING = frozenset({
    "act", "advise", "apply", "arrange", "ask", "attend", "bring", "chase", "check", "circulate", "confirm", "contact", "convey",
    "deal", "discuss", "draft", "find", "follow", "forward", "get", "inform", "investigate", "liaise", "look", "monitor", "obtain",
    "order", "organise", "pass", "post", "prepare", "present", "provide", "purchase", "pursue", "raise", "report", "represent", "request",
    "respond", "seek", "send", "speak", "submit", "support", "take", "update", "word", "write",
})  # fmt: skip


def known_initials(opening: str) -> frozenset[str]:
    """The initials by which the list of those present says it will call people ("Ann Ash AA", "Bob Birch (BB)").

    Initials that do not fit the name before them are a body's ("Carol Cole (SBC)") and are left out.
    """
    found = set()
    for name, initials in _INITIALLED.findall(opening):
        letters = "".join(word[0] for word in re.split(r"[\s-]+", name) if word)
        if letters.endswith(initials.upper()[:2]) or letters.startswith(initials.upper()[:2]):
            found.add(initials)
    return frozenset(found)


def actions_of(paragraphs: Sequence[Paragraph], initials: frozenset[str] = frozenset()) -> tuple[Action, ...]:
    """The actions of an item; `initials` are those by which these minutes call people."""
    found: list[Action] = []
    announced = False  # whether a resolution's colon announces this paragraph as one of its parts
    for paragraph in paragraphs:
        if paragraph.part == "agenda" or paragraph.kind in ("heading", "row", "label"):
            continue
        listed = announced and (paragraph.kind == "bullet" or bool(_PART.match(paragraph.text)))
        resolved = _RESOLUTION.search(paragraph.text)
        announced = listed or bool(resolved and paragraph.text.rstrip().endswith((":", ":-")))
        told = _in_paragraph(paragraph, initials=initials)
        if not told and (listed or resolved):
            told = _ordered(paragraph, 0 if listed or resolved is None else resolved.end(), initials)
        found += told
    labelled = [one for one in found if one.owner and any(one.evidence[0] == p.index and _LABELLED.match(p.text) for p in paragraphs)]
    said = [
        one for one in found if one in labelled or not any(one.owner == other.owner and _alike(one.text, other.text) for other in labelled)
    ]
    return tuple(said)


def _ordered(paragraph: Paragraph, start: int, initials: frozenset[str]) -> list[Action]:
    """What a resolution orders somebody to do, in its words from `start` on."""
    for match in _ORDERED.finditer(paragraph.text, start):
        verb = match["verb"]
        if (verb is None or verb in _DOING) and _somebody(match["owner"], initials):
            place = (paragraph.index, paragraph.index)
            ordered = sentences(paragraph.text[match.start() :].removeprefix("that ").removeprefix("and "))[0]
            return [Action(text=ordered, owner=_plain(match["owner"]), due=_due(ordered), evidence=place)]
    return []


def _alike(text: str, other: str) -> bool:
    """Whether a sentence and an action line are about the same thing."""
    words, others = (set(re.findall(r"[^\W_]{4,}", one.lower())) for one in (text, other))
    return len(words & others) >= 0.6 * min(len(words), len(others))


def _in_paragraph(paragraph: Paragraph, *, initials: frozenset[str]) -> list[Action]:
    if paragraph.text[:1] in '“"‘' or _TALLY.match(paragraph.text):
        return []
    place = (paragraph.index, paragraph.index)
    labelled = _LABELLED.match(paragraph.text)
    if labelled:
        what = labelled["what"].strip()
        owner = re.match(r"(?P<owner>.{2,80}?)\s+(?:to|i)\s+(?=\w)", what)
        named = owner["owner"].strip() if owner and len(owner["owner"].split()) <= 9 and "," not in owner["owner"] else None
        return [Action(text=what, owner=_plain(named), due=_due(what), evidence=place)]
    found: list[Action] = []
    trailing = _TRAILING.search(paragraph.text, max(0, len(paragraph.text) - 70))
    owner_at_end = trailing["owner"] if trailing and _is_owner(trailing["owner"], paragraph.text, initials=initials) else None
    if owner_at_end is None and not (_TASK_HINT.search(paragraph.text) and _WHO_HINT.search(paragraph.text)):
        return []
    told = sentences(paragraph.text[: trailing.start()] if owner_at_end and trailing else paragraph.text)
    for sentence in told:
        if not _WHO_HINT.search(sentence) or _NO_TASK.search(sentence):
            continue
        patterns = (_TO_DO, _ASKED, _AGREED_TO, _WELSH_TO) if " i " in sentence else (_TO_DO, _ASKED, _AGREED_TO)
        for pattern in patterns:
            match = pattern.search(sentence)
            if not match:
                continue
            groups = match.groupdict()
            if "verb" in groups and pattern is _AGREED_TO and groups["verb"] not in _DOING:
                continue
            owner_name = groups.get("owner") or groups.get("owner2") or groups.get("owner3") or ""
            if not _somebody(owner_name, initials):
                continue
            text = sentence if len(sentence.split()) <= _LONG else sentence[match.start() :].lstrip(" .;–-")
            found.append(Action(text=text, owner=_plain(owner_name), due=_due(text), evidence=place))
            break
    if owner_at_end and not found:
        # the column says who, and the last sentence with a task what; "The brochure was awaited. GD" tells of none
        tasks = [one for one in told if len(one.split()) >= 3 and _TASK.search(one) and not one.startswith("(")]
        found += [Action(text=one, owner=owner_at_end, due=_due(one), evidence=place) for one in tasks[-1:]]
    return found


def _somebody(owner: str, initials: frozenset[str]) -> bool:
    """Whether an owner is a person or a role.

    Letters are one only where the minutes call somebody by them; where they list nobody's initials, two letters are, three a body's.
    """
    if re.search(r"[’']s\s", owner):
        return False  # "Councillor Ash's Motion would be circulated": by whom?
    letters = re.findall(r"\b[A-Z]{2,3}[a-z]?\b", owner) if re.fullmatch(rf"{_INITIALS}(?:\s+and\s+[A-Z]{{2,3}})?", owner) else []
    return all(one in initials if initials else len(one) == 2 and not _BODIES.match(one) for one in letters)


def _is_owner(owner: str, text: str, *, initials: frozenset[str]) -> bool:
    """Whether the last word of a paragraph is an owner in the Action column rather than the end of its sentence."""
    before = text[: text.rfind(owner)].rstrip()
    if not before:
        return False
    if re.fullmatch(_INITIALS, owner):
        named = [one for one in initials if re.search(rf"\b{one}\b", text)]
        return bool(initials) and _somebody(owner, initials) and before[-1] in ".!?)’”" and len(named) < 5
    return before[-1] in ".!?)’”" or (owner == "Clerk" and before[-1].isdigit())


def _plain(owner: str | None) -> str | None:
    """An owner without the article."""
    return re.sub(r"^(?:the|y)\s+", "", owner.strip(), flags=re.IGNORECASE) if owner else None


def _due(text: str) -> str | None:
    """By when, as printed."""
    found = _DUE.search(text)
    return next((group for group in found.groups() if group), None) if found else None
