"""Which meeting the minutes are of: read from the heading, never from the file's name or date. What the format states comes first."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

from ingest.datamodel import Block, Meeting, Source, Status
from ingest.dates import find_dates, year_by_weekday
from ingest.parse.naming import body_in, council_in
from ingest.text import detect_language, fold_space

_HEADING_BLOCKS = 14
_HEADING_CHARS = 1500
_LINE_CHARS = 420
_ATTENDANCE = re.compile(
    r"^\W*(?:present\b|those (?:present|attending)|members present|attend|in attendance|apolog|regrets|presennol|yn bresennol|"
    r"presenoldeb|councillors\b)",
    re.IGNORECASE,
)
_MEETING_WORD = re.compile(r"\b(?:meeting|minutes|held|proceedings|notes|cyfarfod|cofnodion|cynhaliwyd|gynhaliwyd)\b", re.IGNORECASE)
_OTHER_DATE = re.compile(
    r"(?:minutes|meeting|cofnodion|cyfarfod)\s+(?:of|from)?\s*(?:the\s+)?(?:last|previous|diwethaf)|next meeting|cyfarfod nesaf|"
    r"published|posted|circulated|updated|signed|printed|dated\b|approved on",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\W*$|dydd\s+(?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)\W*$", re.IGNORECASE
)
_DRAFT = re.compile(
    r"\bdraft\s+(?:copy\s+(?:of\s+)?|of\s+)?(?:the\s+)?(?:minutes?|notes)\b(?!\s+of\s+(?:the\s+)?(?:last|previous))|\b(?:minutes|notes)"
    r"\b.{0,200}\W(?:\(?draft\)?)\W*$|^\W*draft\W*(?:$|[-–])"
    r"|\bcofnodion\s+drafft\b|^\W*drafft\b|subject to (?:confirmation|approval) at|amodol ar eu cadarnhau|\bunapproved\b",
    re.IGNORECASE,
)
_DRAFT_PLAN = re.compile(r"\bdraft\W+(?:budget|annual|development|corporate|local|strateg|programme|schedule|plan\b)", re.IGNORECASE)
_APPROVED = re.compile(
    r"\b(?:approved|confirmed|adopted)\s+minutes\b|\bminutes\s*[-–(:]\s*(?:approved|confirmed)\b|\bcofnodion\s+(?:a gymeradwywyd|"
    r"cymeradwy)",
    re.IGNORECASE,
)
_VENUE = (
    re.compile(
        r"\b(?i:held|gynhaliwyd|cynhaliwyd)\b(?:[^.]|(?<=\d)\.(?=\d)|(?<=[ap])\.(?=m)|(?<=[ap]\.m)\.){0,140}?\b(?i:in|at|yn|yng|ym|via|"
        r"by)\s+(?P<venue>(?i:the\s+|yr\s+|y\s+)?[A-ZÀ-Þ](?:[^.;]|(?<=\b[CSD][Oot])\.|(?<=\bDr)\.){3,140}?)\s*"
        r"(?=,?\s+(?i:on|at|ar|am|for)\b\s+(?:the\s+|yr?\s+)?(?:MON|TUE|WED|THU|FRI|SAT|SUN|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Dydd|ddydd|\d|"
        r"THE CONCLUSION|noon|NOON)"
        r"|,?\s+(?:MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|Monday|Tuesday|Wednesday|Thursday|Friday)|(?<!\bCO)(?<!\bCo)(?<!\bSt)"
        r"(?<!\bDr)[.;]|$)"
    ),
    re.compile(r"^\W*(?:Venue|Lleoliad|Location)\s*:\s*(?P<venue>.{3,110})$"),
    re.compile(r"\bvia\s+(?P<venue>Zoom|Teams|Microsoft Teams)\b", re.IGNORECASE),
)
_PRINCIPAL = re.compile(r"\b(?:City|County|Borough|District) Council$|^Cyngor (?:Sir|Dinas|Bwrdeistref)", re.IGNORECASE)
# "METROPOLITAN DISTRICT OF" at a line's end: the name goes on in the next
_CUT_SHORT = re.compile(r"(?:District|Committee of|Council of)$")
_FAR_MORE = 4  # times as often
_NOT_VENUE = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December|\d{4})\b|^\d", re.IGNORECASE
)


def heading_blocks(source: Source, first_item: int) -> list[Block]:
    """The blocks that head the document: up to the list of those present, the first item or a fair length."""
    out: list[Block] = []
    size = 0
    for block in source.blocks[: max(1, min(first_item, _HEADING_BLOCKS)) if first_item else _HEADING_BLOCKS]:
        if out and _ATTENDANCE.match(block.text):
            break
        out.append(block)
        size += len(block.text)
        if size > _HEADING_CHARS:
            break
    return out


def meeting_of(source: Source, first_item: int) -> Meeting:
    """Council, body, day, status, language and venue of the meeting; `first_item` is the position (from 0) of the first item's block."""
    stated = source.stated
    # an item page heads nothing but its item: what it says of councils and dates is its matter, not its meeting
    head = (
        []
        if source.format == "moderngov-item" or (source.format == "moderngov-meeting" and first_item == 0)
        else heading_blocks(source, first_item)
    )
    lines = [fold_space(block.text)[:_LINE_CHARS] for block in head]
    joined = " ".join(lines)[: 2 * _HEADING_CHARS]
    council = stated.council or _council(lines, joined, source.blocks)
    body = stated.body or _first(lines, joined, body_in)
    dates_file = source.format in ("markdown", "text", "docx", "odt", "pdf")
    date = _day(head) if dates_file else None
    if council is None and source.format != "moderngov-item" and (body or source.format != "transcript"):
        council = _named_throughout(source.blocks)
    if body is None:
        body = _untitled_body(lines, source.blocks) or (council if head and source.format not in ("transcript", "moderngov-item") else None)
    return Meeting(
        council=council,
        body=body,
        date=date or stated.date or (None if dates_file else _day(head)),
        status=stated.status or _status(source, lines),
        language=stated.language or detect_language(" ".join(block.text for block in source.blocks)),
        venue=stated.venue or _venue(lines, joined),
    )


def _first(lines: Sequence[str], joined: str, look: object) -> str | None:
    """What `look` finds in the first line that has it, or in the lines taken together where a name runs over lines."""
    assert callable(look)
    for line in lines:
        if (name := look(line)) and not _CUT_SHORT.search(name) and not line.endswith(("-", "–")):
            return str(name)
    name = look(joined)
    return str(name) if name else None


def _council(lines: Sequence[str], joined: str, blocks: Sequence[Block]) -> str | None:
    """The first council that the heading names, unless the text speaks of another of its councils and hardly of that: a page's own title
    may be a left-over."""
    first = _first(lines, joined, council_in)
    named = dict.fromkeys(name for line in lines if (name := council_in(line)))
    if first is None or len(named) < 2:
        return first
    text = " ".join(block.text for block in blocks).casefold()
    spoken = {name: text.count(re.sub(r"(?: \w+)? Council$", "", name).casefold()) for name in (first, *named)}
    most = max(spoken, key=lambda name: spoken[name])
    return most if spoken[most] >= _FAR_MORE * max(1, spoken[first]) else first


def _day(head: Sequence[Block]) -> dt.date | None:
    """The date in the heading that is likeliest the day of the meeting: near words like "held", after a weekday, early."""
    best: tuple[float, dt.date] | None = None
    for place, block in enumerate(head):
        text = _legible(block.text[:_LINE_CHARS])
        for found in find_dates(text):
            before = text[max(0, found.start - 90) : found.start]
            score = 1.0 - 0.1 * place
            score += 1.0 if _MEETING_WORD.search(text[: found.end + 40]) else 0.0
            score += 0.8 if _WEEKDAY.search(before) else 0.0
            score += 0.4 if block.kind == "heading" else 0.0
            score -= 2.5 if _OTHER_DATE.search(before) else 0.0
            if score > 0 and (best is None or score > best[0]):
                best = (score, found.date)
    if best:
        return best[1]
    # "30TH" / "SEPTEMBER, 2019." on two lines
    joined = find_dates(_legible(" ".join(block.text[:_LINE_CHARS] for block in head[:6])))
    return joined[0].date if joined else None


def inferred_date(source: Source, first_item: int) -> dt.date | None:
    """The day in the heading that lacks its year, where only one year that the text states fits the weekday."""
    head = " ".join(
        _legible(block.text[:_LINE_CHARS]) for block in heading_blocks(source, first_item) if not _OTHER_DATE.search(block.text)
    )
    return year_by_weekday(head, " ".join(block.text for block in source.blocks))


def _legible(text: str) -> str:
    """The text with "11™ April" and "15THNovember" made readable to the dates: the first is scanning, the second a lost space."""
    return re.sub(r"(?i)(\d(?:st|nd|rd|th))(?=[a-z]{3})", r"\1 ", text.replace("™", "th "))


def _status(source: Source, lines: Sequence[str]) -> Status:
    edge = [*lines, *(block.text for block in source.blocks[-2:] if len(block.text) < 160)]
    if any(_DRAFT.search(line[:400]) for line in edge) and not _DRAFT_PLAN.search(" ".join(lines)[:800]):
        return "draft"
    return "approved" if any(_APPROVED.search(line) for line in lines) else "not stated"


def _venue(lines: Sequence[str], joined: str) -> str | None:
    for text in (joined, *lines):
        for pattern in _VENUE:
            found = pattern.search(text)
            if found:
                venue = found["venue"].strip(" ,-–")
                if venue and not _NOT_VENUE.search(venue):
                    return venue
    return None


def _named_throughout(blocks: Sequence[Block]) -> str | None:
    """The one council that the text names again and again, where the heading names only one of its districts or committees."""
    names: Counter[str] = Counter()
    for block in blocks[:400]:
        if "ouncil" in block.text and (name := council_in(block.text)) and _PRINCIPAL.search(name):
            names[name] += 1
    if not names:
        return None
    (name, count), total = names.most_common(1)[0], sum(names.values())
    return name if count >= 3 and count >= 0.6 * total else None


def _untitled_body(lines: Sequence[str], blocks: Sequence[Block]) -> str | None:
    """A heading line above the date that names no committee, where the text itself speaks of "Committee"."""
    if not any(
        re.search(r"\bCommittee (?:resolved|considered|agreed|noted|was advised)|\bthe Committee\b", block.text) for block in blocks[:80]
    ):
        return None
    for line in lines[:3]:
        bare = re.sub(r"\s*\b(?:minutes|notes|agenda)\b.*$", "", line, flags=re.IGNORECASE).strip(" |-–")
        if (
            2 <= len(bare.split()) <= 9
            and bare[:1].isupper()
            and not find_dates(bare)
            and not council_in(bare)
            and not re.search(r"\d", bare)
        ):
            return bare
    return None


def document_title(source: Source, first_item: int) -> str:
    """What the document calls itself: its heading up to the day of the meeting, or its first line."""
    head = [fold_space(block.text).strip(" _*") for block in heading_blocks(source, first_item)]
    if source.format == "moderngov-meeting" and first_item == 0 and source.stated.body:
        day = source.stated.date
        return source.stated.body + (f", {day.day} {day:%B %Y}" if day else "")
    if not head:
        return fold_space(source.blocks[0].text)[:200] if source.blocks else source.path.rsplit("/", 1)[-1]
    title = head[0]
    for line in head[1:4]:
        if find_dates(title) or len(title) + len(line) > 220:
            break
        title += " " + line
    return title if len(title) <= 260 else title[:257].rsplit(" ", 1)[0] + " …"
