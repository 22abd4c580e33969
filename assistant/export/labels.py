"""The words that exports add of themselves, in both languages."""

from __future__ import annotations

from ingest.datamodel import Language

_ENGLISH = {
    "contents": "Contents",
    "sources": "Sources",
    "earlier": "Earlier: {meeting}",
    "next": "What happens next",
    "draft": "DRAFT",
    "draft_notice": "Draft: not signed off. Not for publication.",
    "put_right": "“{words}” was put right on {day}: {text}",
    "draft_minutes": "Draft minutes: from minutes that have not been confirmed.",
    "signed": "Signed off by {name}.",
    "period": "{start} to {end}",
    "untranslated": "Needs translation: the minutes have no Welsh text of this item.",
    "untranslated_en": "Needs translation: the minutes have no English text of this item.",
    "other": "Cymraeg",
    "evidence_title": "evidence copy",
    "evidence_notice": "Evidence copy: each sentence beside the words of the minutes that it stands on. Not for publication.",
    "sentence": "Sentence",
    "evidence": "What the minutes say",
    "nothing": "Stands on nothing in the minutes.",
    "paired": "The minutes' own text in the other language, word for word.",
    "unsupported": "not borne out by the minutes",
    "stop": "Stop",
    "warn": "Check",
    "meetings": "From",
    "made_by": "Made by",
    "page": "page {page}",
    "paragraph": "paragraph {first}",
    "paragraphs": "paragraphs {first} to {last}",
    "conversation": "Questions and answers from the minutes",
    "nearest": "Nearest items",
    "about": "Every sentence stands on the paragraph of the minutes that its note quotes.",
    "score": "Why this story",
}
_WELSH = {
    "contents": "Cynnwys",
    "sources": "Ffynonellau",
    "earlier": "Cynt: {meeting}",
    "next": "Beth sy'n digwydd nesaf",
    "draft": "DRAFFT",
    "draft_notice": "Drafft: heb ei gymeradwyo. Nid i'w gyhoeddi.",
    "put_right": "Cywirwyd “{words}” ar {day}: {text}",
    "draft_minutes": "Cofnodion drafft: o gofnodion nad ydynt wedi'u cadarnhau.",
    "signed": "Cymeradwywyd gan {name}.",
    "period": "{start} i {end}",
    "untranslated": "Angen cyfieithu: nid oes testun Cymraeg o'r eitem hon yn y cofnodion.",
    "untranslated_en": "Angen cyfieithu: nid oes testun Saesneg o'r eitem hon yn y cofnodion.",
    "other": "English",
    "evidence_title": "copi tystiolaeth",
    "evidence_notice": "Copi tystiolaeth: pob brawddeg wrth ochr geiriau'r cofnodion y mae'n sefyll arnynt. Nid i'w gyhoeddi.",
    "sentence": "Brawddeg",
    "evidence": "Beth mae'r cofnodion yn ei ddweud",
    "nothing": "Nid yw'n sefyll ar ddim yn y cofnodion.",
    "paired": "Testun y cofnodion eu hunain yn yr iaith arall, air am air.",
    "unsupported": "nid yw'r cofnodion yn cadarnhau hyn",
    "stop": "Atal",
    "warn": "Gwirio",
    "meetings": "O",
    "made_by": "Gwnaed gan",
    "page": "tudalen {page}",
    "paragraph": "paragraff {first}",
    "paragraphs": "paragraffau {first} i {last}",
    "conversation": "Cwestiynau ac atebion o'r cofnodion",
    "nearest": "Eitemau agosaf",
    "about": "Mae pob brawddeg yn sefyll ar y paragraff o'r cofnodion y mae ei nodyn yn ei ddyfynnu.",
    "score": "Pam y stori hon",
}


def label(name: str, language: Language, /, **values: object) -> str:
    """A label in a language, its values filled in."""
    return (_WELSH if language == "cy" else _ENGLISH)[name].format(**values)
