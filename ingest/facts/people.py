"""Names of people as minutes print them: titles taken off, the initial that tells two of a name apart kept, roles left alone."""

from __future__ import annotations

import re

TITLE = (
    r"(?:Councillors?|Councilors?|Cllrs?|Cll?r?s?|Clir|CIlrs?|CIr|BCllr|CCllr|Comhairleoir|Cmhlr|Cynghorwyr|Cynghorydd|Gynghorydd|"
    r"Chynghorydd|Cyngh?|Cyng|Gyng|Aelodau|Members?|"
    r"Commissioners?|Aldermen|Alderman|Ald|Borough|County|Parish|Town|District|Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Sir|Dame|Lord|Lady|Prof|Y|y|yr)"
)
_TITLES = re.compile(rf"^(?:(?:the\s+)?(?:{TITLE})\b\.?[:\s]*)+", re.UNICODE)
# a full stop belongs to a name only after an initial ("W. Loynton", "J.P. Byrne"): elsewhere it ends the sentence
_TOKEN = r"(?:(?:[A-ZÀ-Þ]\.\s?){1,3}|[A-ZÀ-Þ][\w’'‘`À-ÿ]*(?:\s?-\s?[A-ZÀ-Þ][\w’'À-ÿ]*)*|de|van|von|der|Uí|Ó|Ní|ap|ab)"
# words that begin what follows a name in minutes are no part of it
_GOES_ON = r"(?!(?:And|AND|Seconded|SECONDED|Proposed|Resolved|RESOLVED|UNANIMOUSLY|Unanimously|Agreed|AGREED|Carried|All|It|That|The)\b)"
NAME = rf"{_TOKEN}(?:[ \t]*(?<=[\s.]){_GOES_ON}{_TOKEN}){{0,4}}(?:\s?\([A-Z][A-Za-z]{{0,2}}\.?\))?"
_WHOLE = re.compile(rf"{NAME}$")
_ROLE = re.compile(r"^(?:the|an|a|y|yr|The|Y|Yr)\s+|(?i:mayor|chair|cathaoirleach|leader|convenor|president)")
# "A Member" and "Members" are nobody's name, and neither are pronouns or bodies
_NOBODY = frozenset({
    "aelod", "aelodau", "agreed", "all", "amendment", "and", "another", "both", "carried", "clerk", "committee", "council", "councillor",
    "councillors", "cynghorwyr", "cynghorydd", "he", "it", "majority", "member", "members", "motion", "neb", "nil", "nobody", "none",
    "officer", "officers", "pawb", "proposed", "resident", "residents", "resolved", "seconded", "she", "show", "that", "the", "they",
    "this", "vote",
})  # fmt: skip


def person(text: str) -> str | None:
    """A name or role as printed, without title; None where the text names nobody ("A Member").

    `Councillor Sheahan (J)` gives `Sheahan (J)`; `the Deputy Mayor` gives `Deputy Mayor`.
    """
    bare = " ".join(text.split()).strip(" ,;:.-–*_")
    bare = re.sub(r"^(?:by|gan)\s*:?\s+", "", bare)
    bare = _TITLES.sub("", bare).strip(" ,;:-–")
    first, *others = bare.split() or [""]
    if not bare or (first.lower() in ("a", "an") and bool(others) and others[0].lower() in _NOBODY):
        return None
    if first.lower() in _NOBODY and not re.match(r"(?:the|y|yr)\s", bare, re.IGNORECASE):
        return None
    if _ROLE.search(bare):
        role = re.sub(r"^(?:the|an|a|y|yr)\s+", "", bare, flags=re.IGNORECASE)
        known = re.search(r"mayor|chair|cathaoirleach|leader|convenor|president|cadeirydd|maer|arweinydd", role, re.IGNORECASE)
        return role if known and len(role.split()) <= 5 else None
    return bare if _WHOLE.match(bare) and len(bare) <= 50 and bare.lower() not in _NOBODY else None


def people(text: str) -> tuple[str, ...]:
    """The names in a list ("Councillors Ahern, Byrne (M) and Casey."), in order, without titles; empty where it is not a list of names."""
    flat = re.sub(r"(?<=\w)-\s+(?=[A-ZÀ-Þ])", "-", " ".join(text.split()))
    flat = re.sub(r"\s*\(?\b\d+\)?\s*\.?$", "", flat).strip(" .;:")
    names = []
    for part in re.split(r"\s*[,;]\s*(?:and\s+|a\s+|ac\s+)?|\s+(?:and|a|ac|&)\s+", flat):
        bare = _TITLES.sub("", part.strip(" .:")).strip(" .:") if part.strip(" .:") else ""
        bare = re.sub(r"^(?:the\s+)?(?:Deputy\s+)?(?:Mayor|Leas-Chathaoirleach|Cathaoirleach)\s+(?=[A-ZÀ-Þ])", "", bare)
        if not bare:
            continue
        if not _WHOLE.match(bare) or len(bare) > 50:
            return ()
        names.append(re.sub(r"(?<=\w)\(", " (", bare))
    return tuple(names)
