"""Who was there, who sent apologies, who declared an interest: the paragraphs of the minutes that say so, in English and Welsh."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ingest.datamodel import AgendaItem, Paragraph

Part = Literal["present", "apologies", "declarations", "others"]

# What opens a list at the head of minutes. The order matters: "also present" and "officers present" are not the members' list.
_OPENS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        "others",
        re.compile(
            r"(?:also|others?|officers?|officials?|staff|visitors?|in attendance|attending officers|public gallery|clerk\b|apart from"
            r"|minutes? (?:taker|secretary)|(?:\w+ )?members? of the public|items? action|hefyd|swyddogion|eraill|aelodau o'r cyhoedd"
            r"|clerc\b|yn mynychu)",
            re.IGNORECASE,
        ),
    ),
    ("apologies", re.compile(r"(?:an? )?(?:apolog|regrets\b|absent\b|absence|ymddiheur|derbyniwyd ymddiheur|absennol)", re.IGNORECASE)),
    (
        "present",
        re.compile(
            r"(?:(?:the )?(?:members|councillors|those|aelodau|cynghorwyr)[’']?n? )?"
            r"(?:present|attending|attended|in attendance|attendance|in the chair|yn bresennol|bresennol|presennol|presenoldeb"
            r"|yn y gadair)\b",
            re.IGNORECASE,
        ),
    ),
)
_LABEL_ALONE = re.compile(
    r"^[\W_]*(?:members|councillors|those|aelodau)?[’']?n?\s*(?:present in the chair|present|attending|attended|attendance"
    r"|in the chair|presenoldeb|apologies(?: for absence)?|yn bresennol|presennol|ymddiheuriadau(?: am absenoldeb)?)[\W_]*$",
    re.IGNORECASE,
)
_APOLOGIES = re.compile(r"apolog|\bregrets\b|ymddiheur", re.IGNORECASE)
_DECLARATIONS = re.compile(
    r"(?:declar\w*|disclos\w*|regist\w*|datgan\w*)\b.{0,40}\b(?:interests?|[bf]uddiant|[bf]uddiannau)\b(?! forms?)|interests? declared"
    r"|pecuniary interest|[bf]uddiant|[bf]uddiannau",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"\bdeclar\w*\s+(?:\w+[,-]?\s+){0,6}interests?\b|\bdatgan(?:odd|wyd)\b.{0,60}\b[bf]uddian\w+", re.IGNORECASE)
_ABOUT_INTERESTS = re.compile(
    r"interest|declar|[bf]uddian|datgan|^\W*(?:none|nil|no|dim|neb)\b|\b(?:cllrs?|councillors?|cyng\w*|gyng\w*)\b|\bleft the|\bgadawodd",
    re.IGNORECASE,
)
_REMINDER = re.compile(
    r"^(?:members|councillors|aelodau|atgoff\w+)\b.{0,40}\b(?:reminded|asked|invited|are required|should|atgoff\w+)"
    r"|^to (?:receive|register|record|note|declare|consider)\b|^i dderbyn\b|^the .{0,40}(?:invited|reminded|asked)\b(?!.{0,200}\bno\b)",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"^(?:the |y |yr )?(?:councill?ors?|cllrs?|cynghorwyr|cynghorydd|cyng|mayor|maer|chair|cadeirydd|alder)", re.IGNORECASE
)
_MOVED = re.compile(r"\b(?:left|joined|arrived|withdrew|attended remotely|attended by)\b", re.IGNORECASE)
_WELSH_MOVED = re.compile(r"^(?:ymunodd|gadawodd|cyrhaeddodd) yr? (?:cyng|maer|aelod|cadeirydd)", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|cyfarfod)\b", re.IGNORECASE)
_JOINING = {"and", "a", "ac", "the", "y", "yr", "of"}


class Said(NamedTuple):
    """A paragraph and what it tells."""

    part: Part
    paragraph: Paragraph


def said(items: Sequence[AgendaItem]) -> Iterator[Said]:
    """The paragraphs that tell of attendance, apologies and declarations, in order; those of exempt items are never among them."""
    for item in items:
        if item.exempt:
            continue
        paragraphs = [one for one in item.paragraphs if one.part != "agenda" and one.kind != "label" and one.text.strip(" |")]
        titled = _APOLOGIES.search(item.title) or _DECLARATIONS.search(item.title)
        if item.ordinal == 0 and item.number is None and not titled:
            yield from _head(paragraphs)
        else:
            yield from _item(item, paragraphs)


def _head(paragraphs: Sequence[Paragraph]) -> Iterator[Said]:
    """The front matter: a label opens a list, which goes on until another does or running text begins."""
    part: Part | None = None
    for paragraph in paragraphs:
        text = paragraph.text.lstrip("*_ ")
        opened = _opened(text)
        if opened:
            part = opened
            if not _LABEL_ALONE.match(text):
                yield Said(opened, paragraph)
        elif paragraph.kind == "heading":
            part = None
        elif (_TITLED.match(text) and _MOVED.search(text)) or _WELSH_MOVED.match(text):
            yield Said("present", paragraph)  # who came late or left is told after all the lists
        elif part and _lists_names(text):
            yield Said(part, paragraph)
        elif _APOLOGIES.search(text):
            yield Said("apologies", paragraph)
        elif _DECLARED.search(text):
            yield Said("declarations", paragraph)


def _item(item: AgendaItem, paragraphs: Sequence[Paragraph]) -> Iterator[Said]:
    """An item of the agenda: by its title where that tells, else only paragraphs in which somebody declares an interest."""
    apologies = "apologies" in item.kinds or bool(_APOLOGIES.search(item.title))
    declarations = bool(_DECLARATIONS.search(item.title))
    for paragraph in paragraphs:
        text = paragraph.text
        if (text == item.title and len(paragraphs) > 1) or _REMINDER.match(text):
            continue
        if apologies and _opened(text) in ("present", "others"):
            yield Said(_opened(text) or "others", paragraph)
        elif apologies and (not declarations or (_APOLOGIES.search(text) and not _DECLARED.search(text))):
            yield Said("apologies", paragraph)
        elif (declarations and (paragraph.kind == "row" or _ABOUT_INTERESTS.search(text))) or _DECLARED.search(text):
            yield Said("declarations", paragraph)


def _opened(text: str) -> Part | None:
    return next((part for part, opens in _OPENS if opens.match(text)), None)


def _lists_names(text: str) -> bool:
    """Whether a line is names rather than a sentence: most of its words have capitals."""
    bare = re.sub(r"\([^)]*\)", "", text)
    words = [word for word in re.findall(r"[^\W\d_][\w’'.-]*", bare) if word.lower() not in _JOINING]
    return bool(words) and not _MEETING.search(text) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)
