"""Which sentences of minutes can stand by themselves before readers who have not seen the rest: whole, hanging on nothing, no procedure."""

from __future__ import annotations

import re

from assistant.signs import FIGURE, FINITE, NUMBER, has_verb

SHORTEST, LONGEST = 7, 48  # words of a sentence that readers bear

_PRONOUNS = "it|they|he|she|them|him|her|his|their|its|this|that|these|those|such|there|hwn|hon|hyn|hynny|nhw|ef|hi|ei|eu"
_REPORTED = "reported|noted|agreed|resolved|confirmed|explained|stated|proposed|estimated|expected"
_HANGS = re.compile(
    r"^\W*(?:(?:and|but|or|so|yet|also|then|therefore|however|furthermore|moreover|nevertheless|accordingly|otherwise|meanwhile|instead"
    r"|ond|felly|hefyd)\b"
    rf"|(?:\w+\W+){{0,2}}?(?:{_PRONOUNS})\b(?!\s+(?:was|were|is|are)\s+(?:{_REPORTED})\b)"
    r"|(?:another|both|neither|either|one of|two of|some of|most of|none of|all of)\b"
    r"|the (?:same|other|others|latter|former|rest|remaining|second|third|above|following|foregoing)\b"
    r"|in (?:reply|response|addition|answer|particular|doing so|each case|the meantime)\b"
    r"|for example\b|by contrast\b|as a result\b|(?:at|by) that\b|mewn ymateb\b|wrth ateb\b)",
    re.IGNORECASE,
)
_PROCEDURAL = re.compile(
    r"\b(?:thank(?:ed|s)\b|welcomed|congratulat\w+|apolog\w+|(?:introduced|presented) the (?:report|item)|left the (?:room|meeting|chamber)"
    r"|took the chair|was invited to speak|speaking (?:with|as)|point of order|put to the vote|seconded|seconding|show of hands"
    r"|substantive motion|would vot\w+|voted (?:for|against)|carried\b|took no part|remained in the room|adjourned|copies of the report"
    r"|minutes of the|reference was made to|discussion ensued|questions? were asked|members discussed|paragraph \d|appendix|item \d"
    r"|turned to|circulated|declared (?:a|an)\b|declared\b.{0,20}\binterest|personal interest|prejudicial"
    r"|diolchodd|croesawodd|llongyfarch\w*|cyflwynodd|datganodd|eiliwyd|gadawodd|buddiant)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:asked|asks|wondered|questioned|enquired|queried|wished to know|sought|question\b|gofynnodd|holodd)|\?\W*$", re.IGNORECASE
)
# A pronoun whose noun another sentence names, or a number without what it counts: "said that this was", "there were 19, of which".
_BLIND = re.compile(
    r"\bthat (?:this|these|those|such|they|he|she|there)\b"
    r"|\b(?:said|stated|explained|advised|confirmed|replied|reported|noted|added) that it\b"
    r"|\b(?:there|which) (?:was|were|had been) (?:only |now |just )?\d[\d,]*(?=[,;.]| of (?:which|whom|them))|\bof the \d+ (?!\w+s\b)",
    re.IGNORECASE,
)
_SETS_OUT = re.compile(
    r"\b(?:presented|introduced|outlined|submitted|gave (?:a|an)|spoke (?:of|on|about|to)|drew attention|referred (?:to|members)|reminded"
    r"|explained that the report|reported on|updated members|set out|in these minutes|cyflwynodd|amlinellodd)\b",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:he|she|his|her|ef|hi)\b")
_PERSON = re.compile(
    r"\b(?:Councillor|Cllr|Member|Head|Director|Officer|Manager|Leader|Chair\w*|Clerk|Minister|Mayor|Engineer|Executive|Mr|Mrs|Ms|Dr"
    r"|man|woman|child|mother|father|Cynghorydd|Cyng|Pennaeth|Cyfarwyddwr|Arweinydd|Cadeirydd)\b"
)
_VOTED = re.compile(r"^(?:For|Against|Abst\w+|In favour|Those|O blaid|Yn erbyn|Ymatal\w*)\b.{0,25}[:(–-]")
# Questions on notice, replies and motions in the first person are somebody's words, not the minutes'; "How ..." opens a heading.
_FRAGMENT = re.compile(
    r"(?:REPLY|QUESTION|ANSWER|NOTE)\b|(?:How|What|Why|Whether|Who|That|The need)\b"
    r"|.*\b(?:I|we|our|my)\b (?:will|would|hereby|ask|call|propose|move|am|have)\b"
)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")


def can_stand(text: str, *, asking: bool = False) -> bool:
    """Whether a sentence can stand by itself: whole, of bearable length, hanging on nothing, no procedure.

    Args:
        text: the sentence.
        asking: whether it may tell that somebody was asked, as an action does.
    """
    whole = bool(_ENDS.search(text)) and (text[:1].isupper() or text[:1].isdigit() or text[:1] in "£€$“\"‘'")
    return (
        whole
        and SHORTEST <= len(text.split()) <= LONGEST
        and (asking or bool(FINITE.search(text) and not _ASKS.search(text)))
        and not (_FRAGMENT.match(text) or _HANGS.search(text) or _PROCEDURAL.search(text) or _VOTED.search(text) or _BLIND.search(text))
        and not _pronoun_alone(text)
        and (not _SETS_OUT.search(text) or bool(FIGURE.search(text)))
        and text.count("“") == text.count("”")
        and sum(sign.isupper() for sign in text) < 0.4 * len(text)
    )


def is_label(text: str) -> bool:
    """Whether it is a name or a heading and no sentence: short, unended, without a verb or a figure."""
    name = re.sub(rf"^{NUMBER}", "", text)
    return len(name.split()) <= SHORTEST and not (_ENDS.search(name) or has_verb(name) or FIGURE.search(name))


def sets_out(text: str) -> bool:
    """Whether a sentence tells that something was put before the meeting rather than what it says."""
    return bool(_SETS_OUT.search(text))


def _pronoun_alone(text: str) -> bool:
    """Whether a sentence says 'he' or 'she' of somebody whom it does not name first."""
    found = _HE.search(text)
    return found is not None and not _PERSON.search(text[: found.start()])
