"""What personal data looks like in a text: numbers, addresses, ages. Forms, not lists: the words are in lists/personal.toml.

National Insurance numbers: HMRC, NIM39110, prefixes not in use let through. Telephone numbers: Ofcom's numbering plan.
"""

from __future__ import annotations

import re

from assistant.publicity.persons import FULL_NAME

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Ion|Chwe|Maw|Ebr|Mai|Meh|Gor|Aws|Med|Hyd|Tach|Rhag)[a-zŵ]*"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}})"
)
_BORN = r"(?:born(?: on)?|d\.?o\.?b\.?|date of birth|birth date|dyddiad geni|g?anwyd(?: [^.]{0,40}?)?(?: ar)?)"
IDENTIFIERS = {
    "National Insurance number": re.compile(r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b"),
    "NHS number": re.compile(r"\b(?:NHS|GIG)\b[^.\d]{0,25}(\d{3}[ -]?\d{3}[ -]?\d{4})\b"),
    "bank account": re.compile(r"\b\d{2}-\d{2}-\d{2}\b[^.]{0,30}\b\d{8}\b|\b(?:account|cyfrif)\b[^.\d]{0,25}\b\d{8}\b", re.IGNORECASE),
    "passport or driving licence number": re.compile(
        r"\b(?:passport|driving licence)\b[^.\d]{0,25}([A-Z]{0,5}\d{6,9}[A-Z0-9]{0,6})\b", re.IGNORECASE
    ),
    "date of birth": re.compile(rf"\b{_BORN}[\s:(]*(?:was |is |of |on |the )*{_DATE}", re.IGNORECASE),
    "reference number of a person": re.compile(
        r"\b(?:case|tenancy|claim(?:ant)?|client|patient|payroll|employee|staff|rent account|council tax account|blue badge)(?:['’]s)?"
        r"(?: (?:reference|ref\.?|number|no\.?|account|case))*(?: is| was|:)?\s([A-Z]{0,4}[ /-]?\d[\d /-]{2,}\d)",
        re.IGNORECASE,
    ),
    "car registration": re.compile(r"\b(?:registration|registered|reg|car|vehicle|van|cerbyd)\b[^.]{0,25}\b([A-Z]{2}\d{2}\s?[A-Z]{3})\b"),
}
MOBILE = re.compile(r"(?<![\d£.])(?:\+44\s?\(?0?\)?\s?7\d{3}|07\d{3})[\s-]?\d{3}[\s-]?\d{3}(?!\d)")
LANDLINE = re.compile(r"(?<![\d£.])(?:\+44\s?\(?0?\)?\s?|0)(?:[12]\d{1,4})[\s)-]+\d{3,4}[\s-]?\d{3,4}(?!\d)")
# Somebody to ring who is called by one name: "ring Wendy on", "the secretary Pat".
CALLED = re.compile(
    r"\b(?:[Rr]ing|[Pp]hone|[Cc]all|[Cc]ontact|[Tt]elephone|[Tt]ext|ask for|asking for|[Ss]peak to|[Ss]ee|via|from"
    r"|secretary|organiser|treasurer|captain"
    r"|[Cc]ysylltwch â|[Ff]foniwch|[Gg]alwch)\s+(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+)\b(?!\s+(?:[A-Z]|on \d{3}\b))"
)
EMAIL = re.compile(r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63})+)")
PUBLIC_HOST = re.compile(
    r"(?:^|\.)(?:gov\.uk|gov\.wales|llyw\.cymru|nhs\.uk|nhs\.wales|police\.uk|ac\.uk|sch\.uk|parliament\.uk|senedd\.(?:wales|cymru)"
    r"|gov\.scot)$",
    re.IGNORECASE,
)
# A person's own: at a provider of private mailboxes, or made of two names.
OWN_HOST = re.compile(
    r"^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|btopenworld|sky|talktalk|virginmedia|ntlworld"
    r"|tiscali|proton(?:mail)?|gmx|mail|zoho|eircom|fastmail|blueyonder|orange|plusnet)\.",
    re.IGNORECASE,
)
TWO_NAMES = re.compile(r"[a-z]+[._][a-z]{2,}\d*$", re.IGNORECASE)
MAILBOX = re.compile(
    r"(?:info|enquir\w*|inquir\w*|contact\w*|clerk|clerc|admin|office|hello|help\w*|mail|post|press|news\w*|planning|licensing|democra\w*"
    r"|customer\w*|council|cyngor|bookings?|team|consultation\w*|swyddfa|ymholiadau|cyswllt|events?|elections?|foster\w*|maethu)(?:[._-].*)?$",
    re.IGNORECASE,
)
_STREET_KIND = (
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Crescent|Terrace|Way|Place|Gardens|Court|Row|Hill|Grove|Square|View|Mews|Rise|Green"
    r"|Walk|Parade|Cottages|Villas|Bungalows|Flats|Park)"
)
_WELSH_STREET_KIND = r"(?:Heol|Stryd|Ffordd|Lôn|Rhodfa|Cilgant|Teras|Clos|Maes|Bryn|Rhes|Llys|Parc|Tan|Pen|Gerddi)"
_STREET = (
    rf"(?:(?:[A-ZÀ-Þ][\w’'.-]*\s+){{1,3}}{_STREET_KIND}"
    rf"|{_WELSH_STREET_KIND}(?:\s?-?(?:yr|y|[’']r))?(?:\s+[A-ZÀ-Þa-zŵŷ][\w’'-]*){{1,3}})"
)
_NUMBER = r"(?:(?:Flat|Fflat|No\.?|Number|Rhif|Apartment)\s?)?\d{1,4}[A-Za-z]?"
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}"
_ADDRESS = rf"(?:{_NUMBER},?\s+{_STREET}|(?:Flat|Fflat)\s?\d+[^.]{{0,40}}{_STREET})(?:,[^.;]{{0,40}}?{_POSTCODE})?"
_LIVES = (
    r"(?:,?\s*(?:who |sy'n |a oedd yn )?(?:lives?|lived|living|resid(?:es?|ed|ing)|byw|yn byw|resident)\s+(?:at|in|on|of|yn|ar)\s+"
    r"|,?\s+(?:of|at|from|o|yn)\s+|,\s+|\s+\(|['’]s\s+(?:home|house|address|flat|property)\s*(?:at|is|was|in|,|of)*\s*)"
)
_NOT_A_HOME = r"(?!\s+(?:School|Centre|Surgery|Library|Church|Chapel|Primary|Residents|Action|Club|Allotment))"
HOME = re.compile(rf"^{_LIVES}(?P<place>{_ADDRESS}|[^,.;]{{0,30}},\s+{_STREET}\b|{_STREET}\b{_NOT_A_HOME})")
RESIDENT = re.compile(
    r"\b(?:tenants?|residents?|householders?|occupiers?|owners?|homes?|home address|address|family|complainants?|lives|living|preswylydd"
    rf"|tenant|cartref|cyfeiriad)\b[^.;]{{0,20}}\s(?:of|at|in|is|was|,|yn|o|:)\s*(?P<place>{_ADDRESS})",
    re.IGNORECASE,
)
AT_NUMBER = re.compile(
    r"\b(?:neighbours?|tenants?|residents?|occupiers?|owners?|man|woman|family|couple|lady|person|(?:Mr|Mrs|Ms|Miss)\.? [A-Z][\w’'-]+)\s+"
    r"(?:who lives? )?(?:at|in|of|from|y|yn) (?:number |no\.? ?|flat |rhif )?\d{1,4}[a-z]?\b"
    r"(?!\s*(?:%|per|years?|meetings?|of|homes|sites|[-–/]))"
)
OCCUPIED = re.compile(
    rf"(?P<place>{_ADDRESS})[^.;]{{0,12}}\b(?:is |was |has been )?(?:let to|occupied by|rented (?:to|by)"
    r"|(?:the )?home of|owned by|belong(?:s|ing) to|where|osodwyd i|cartref)\s+"
)
FULL_ADDRESS = re.compile(rf"\b{_NUMBER},?\s+{_STREET}[^.;]{{0,40}}?\b{_POSTCODE}\b")
PUBLIC_PLACE = re.compile(
    r"\b(?:office|offices|hall|council|centre|library|school|surgery|clinic|hospital|museum|shop|church|chapel|station|depot|club|hub|Ltd"
    r"|Limited|plc|neuadd|swyddfa|canolfan|llyfrgell|ysgol|pub|inn|hotel|premises|site|application|development|planning|licen[cs]e|cais"
    r"|caniatâd)\b",
    re.IGNORECASE,
)
_YOUNG = r"(?:[1-9]|1[0-7])"
_YOUNG_IN_WORDS = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_CALLED = r"[A-ZÀ-Þ][a-zà-ÿ]+"
AGED = re.compile(
    rf"(?:(?P<name>{FULL_NAME}|(?:named |called )?{_CALLED}),? (?:who is |is |was )?(?:aged|age) (?:{_YOUNG}|{_YOUNG_IN_WORDS})(?!\d)"
    r"(?!\s*(?:per|%|years of|members|to|and))"
    rf"|(?P<name1>{FULL_NAME})(?:,\s{_YOUNG},|\s\({_YOUNG}\))"
    rf"|(?P<name5>\b{_CALLED}), {_YOUNG},? (?:from|of|who|at|and|both)\b"
    rf"|(?:{_YOUNG}|(?i:{_YOUNG_IN_WORDS}))[- ](?i:year)[- ](?i:old),? (?:\w+,? ){{0,2}}?(?P<name2>{FULL_NAME}|{_CALLED})"
    rf"|(?:aged|age) (?:{_YOUNG}|(?i:{_YOUNG_IN_WORDS}))(?!\d)(?: and (?:{_YOUNG}|\w+))?, "
    rf"(?P<name4>{FULL_NAME}|{_CALLED} (?:and|a) {_CALLED})"
    rf"|(?P<name3>{FULL_NAME}),? (?:sy'n |yn |a oedd yn )?{_YOUNG} oed)"
)
CHILD = re.compile(
    r"\b(?i:pupils?|(?<=year \d )student|(?<=year \d\d )student|school student|youngster|schoolboy|schoolgirl|child|toddler|baby|infant"
    r"|teenager|boy|girl|foster child|grandson|granddaughter|grandchild|disgybl|plentyn|bachgen|baban|merch fach"
    r"|(?:his|her|their|[’']s) (?:young )?(?:son|daughter)|ei mab|ei fab|ei merch|ei ferch)"
    rf"(?:,? (?:who is |who was |is |was )?(?:named|called|known as|o'r enw))?,? (?P<name>{FULL_NAME}"
    rf"|(?<=named ){_CALLED}|(?<=called ){_CALLED}|(?<=enw ){_CALLED}|(?<=son ){_CALLED}|(?<=daughter ){_CALLED})"
)
