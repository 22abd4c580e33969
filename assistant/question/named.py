"""Who and what a question names: people, places, bodies. What the minutes never name, they say nothing about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.publicity.phrases import words_of
from assistant.question.words import STOP_WORDS, asked_in
from ingest.datamodel import Passage
from ingest.gloss import glossed
from ingest.text import word_set

_CAPITALISED = r"[A-ZÀ-ÞŴŶ][\w’'-]*[\w]"
_TITLES = r"(?:Councillors?|Cllrs?\.?|Cynghorydd|Cyng\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Sir|Dame)"
_PARTICLE = r"(?:[A-ZÓÁ]\.?|van|von|der|den|de|da|di|la|le|ap|ab|al|el|bin|ní|mac)"  # or an initial
_PERSON = re.compile(rf"\b{_TITLES}\s+((?:(?:{_CAPITALISED}|{_PARTICLE})\s+){{0,3}}{_CAPITALISED}(?:\s\([A-Z]\))?)")
_NAME = re.compile(rf"\b{_CAPITALISED}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITALISED})+")
# What makes two capitalised words a person: what people do, or have.
_DOES = re.compile(
    r"^\s+(?:also\s+|then\s+|not\s+)?(?:sa(?:y|id|ys)|ask\w*|vot\w+|propos\w+|object\w*|repl(?:y|ied|ies)|speak\w*|spoke|second\w*|declar\w+"
    r"|leave|left|resign\w*|arriv\w+|abstain\w*|mention\w*|rais\w+|report\w*|explain\w*|think|thought|want\w*|suggest\w*|request\w*|answer\w*"
    r"|call\w*|tell|told|mov\w+|support\w*|oppos\w+|welcom\w+|thank\w*|advi[sc]\w+|apolog\w+|argu\w+|question\w*|motion\w*|amendment\w*"
    r"|views?|comment\w*|speech\w*|concern\w*|respon\w+|urg\w+|warn\w*|agree\w*|disagree\w*|feel|felt|give|gave"
    r"|have to say|had to say|bid|wish\w*|hope\w*|present|absent|term|seat|role)\b",
    re.I,
)
_DID = re.compile(
    r"\b(?:did|does|has|had|by|gan|d?dywedodd|[go]?ofynnodd|g?[cg]ynigiodd|eiliodd|b?p?leidleisiodd|atebodd|esboniodd|eglurodd|w?rthwynebodd)\s+(?:syr\s+)?$",
    re.I,
)
_IS, _DONE = re.compile(r"\b(?:was|were|is|are)\s+$", re.I), re.compile(r"^\s+(?:to be |being )?\w+ed\b")
_SALUTATION = re.compile(
    r"^\W*(?:(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|thanks|thank you|annwyl|helo|diolch)\b[^,.!?:]*[,.!:]+\s*"
    r"|(?:my name is|this is|i am|i[’']m|[Ff]y enw i yw)\s[^,.!?:]*[,.!:]+\s*(?:and\s+)?)+",
    re.I,
)
_WORD = re.compile(rf"\b{_CAPITALISED}")
_BODY = re.compile(
    rf"\b((?:{_CAPITALISED}\s+|and\s+|&\s+|of\s+|for\s+)*(?:Committee|Council|Board|Panel|Forum|Authority|Pwyllgor|Bwrdd|Fforwm|Cyngor))\b"
)
_WELSH_BODY = re.compile(
    rf"\b((?:[PB]h?wyllgor|[CG]yngor|Bwrdd|Fwrdd|Awdurdod|Fforwm)(?:\s+(?:(?:a[’']r|ac|y|yr|o)\s+)?{_CAPITALISED})+)"
)  # the kind of body comes first
_TIERS = ("Town", "Parish", "Community", "City", "County", "Borough", "District", "Tref", "Cymuned", "Dinas", "Sir", "Bwrdeistref")
_COUNCIL = re.compile(
    rf"^Cyngor(?: (?:{'|'.join(_TIERS)}))* "
    r"|^(?:Municipal|Metropolitan) District of (?:the )?"
    rf"|^(?:(?:Royal |London |Metropolitan )?(?:{'|'.join((*_TIERS, 'Township', 'Village'))})(?: Council)? of )"
    rf"|(?: (?:{'|'.join(_TIERS)}|and))* Council$"
    r"|(?<=\w), [A-Z][\w. ]*$"  # 'City of Portland, Oregon'
)
_LINKS = re.compile(r"^(?:(?:and|of|for|&)\s+)+")
_JOINED = re.compile(r"(?:(?<=Committee)|(?<=Council)|(?<=Cabinet)|(?<=Board)|(?<=Panel)|(?<=Forum)|(?<=Authority)) (?:and|&) ")
_ANY_COUNCIL = word_set(
    "full annual extraordinary special ordinary whole new shadow county town parish community city borough district the our"
)
_POSSESSIVE = re.compile(r"(?<=\w)[’']s?\b(?!\w)|(?<=s)[’'](?=\s)")
_OPENING = re.compile(r"(?:^|(?<=[.?!:] ))\W*\w+")  # the first word of a sentence has its capital anyhow
_TITLE_WORDS = frozenset(["councillor", "councillors", "cllr", "cllrs", "cynghorydd", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "i"])

_OFFICES = word_set(
    """
    officer officers manager director clerk executive chair chairman chairwoman chairperson leader mayor treasurer secretary member members
    minister engineer surveyor inspector commissioner ombudsman warden auditor solicitor architect planner adviser swyddog clerc pennaeth
    """
)  # 'the Access Officer' is no person's name
_THINGS = word_set(
    """
    january february march april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday day rail concern avenue bridge buildings bypass centre centres cemetery church close college cottages court crescent
    drive estate exchange gardens grove hall hospital house houses lane library lodge market mill museum park parade place playground
    plan policy project quay road roads roundabout school schools scheme square station street terrace theatre town trust university
    village walk way
    """
)  # nor is 'Mill Lane' one; after a title they are: 'Councillor Lane'
_HONOURS = re.compile(r"(?: (?:MBE|OBE|CBE|BEM|KBE|DBE|JP|DL|QC|KC|MP|MS|AM|MSP|TD|MEP))+$")


def words_named(question: str) -> list[str]:
    """Capitalised words within the question, in order: parts of names. The first word of a sentence is none."""
    inside = _OPENING.sub(" ", bare(question))
    return [word for word in _WORD.findall(inside) if word.lower() not in STOP_WORDS | _TITLE_WORDS and not word.isupper()]


def first_words(question: str) -> set[str]:
    """All but the last words of the names of several words: minutes may call Mair Bevan Councillor Bevan."""
    return {word for name in _NAME.findall(bare(question)) for word in name.split()[:-1]}


def people_named(question: str) -> list[str]:
    """Surnames of the people whom a question names: after a title, or the last of two capitalised words that do what people do.

    The names of places that the Welsh lexicon knows are left out: in 'Sir Fynwy' Sir is no title, but the county of Monmouthshire.
    """
    inside = _OPENING.sub(" ", bare(question))
    paired = [found[0] for found in _NAME.finditer(inside) if may_be_named(found[0])]
    people = {found[0] for found in _NAME.finditer(inside) if _acts(found[0], inside[: found.start()], inside[found.end() :])}
    return _without_places(question, [*_titled(question), *(name.split()[-1] for name in paired if name in people)])


def names_in(question: str) -> list[str]:
    """Surnames after a title, and the last words of all names of two capitalised words or more: of people, places, events."""
    paired = [name.split()[-1] for name in _NAME.findall(_OPENING.sub(" ", bare(question))) if may_be_named(name)]
    return _without_places(question, [*_titled(question), *paired])


def _titled(question: str) -> list[str]:
    named = [_HONOURS.sub("", name) for name in _PERSON.findall(bare(question))]
    named = [name for name in named if len(name.split()) == 1 or name.split()[-1] not in words_of("not_names")]
    return [name.split()[-1] if "(" not in name else " ".join(name.split()[-2:]) for name in named]


def _without_places(question: str, names: Sequence[str]) -> list[str]:
    places = _welsh_places(question) if asked_in(question) == "cy" else ()
    return [name for name in dict.fromkeys(names) if name not in places]


def may_be_named(name: str) -> bool:
    """Whether two capitalised words may be a person's: no title, office, body or thing ends them."""
    words = name.split()
    return (
        words[0].lower() not in _TITLE_WORDS
        and words[-1].lower() not in _OFFICES | _THINGS
        and not words[-1].isupper()
        and not _BODY.search(name)
    )


def _acts(name: str, before: str, after: str) -> bool:
    """Whether capitalised words are a person's: by what stands round them, and as none is a word of things, offices and bodies."""
    is_asked = bool(_IS.search(before)) and not _DONE.search(after)
    return words_of("not_names").isdisjoint(name.split()[-2:]) and bool(_DOES.search(after) or _DID.search(before) or is_asked)


def _welsh_places(question: str) -> set[str]:
    """The words of the names that the lexicon knows: phrases whose English has a capital."""
    phrases = (one for one in glossed(question) if len(one.words) > 1 and one.senses and one.senses[0][:1].isupper())
    return {word for one in phrases for word in one.words}


def bodies_asked(question: str) -> list[str]:
    """Bodies that a question names by a capitalised name, e.g. 'Standards Committee'; two joined by 'and' are two."""
    inside = _OPENING.sub(" ", bare(question))
    joined = [_LINKS.sub("", name.strip()) for name in (*_BODY.findall(inside), *_WELSH_BODY.findall(inside))]
    return [name for several in joined for name in _JOINED.split(several) if len(name.split()) > 1]


def councils_met(question: str) -> list[str]:
    """The councils by name of whose own meeting or minutes a question asks: 'at Sutton Town Council's meeting'."""
    asked = bare(question)
    return [
        name
        for name in bodies_asked(question)
        if place_of(name) != name
        and place_of(name).lower() not in _ANY_COUNCIL
        and re.search(rf"{re.escape(name)}(?: own)? (?:meetings?|minutes)\b|\b(?:meetings?|minutes) of (?:the )?{re.escape(name)}", asked)
    ]


def place_of(body: str) -> str:
    """The place that a council's name has: 'Sutton Town Council' is Sutton's, so is 'Town of Sutton'. Of another body its whole name."""
    place = _COUNCIL.sub("", body)
    return body if place in ("", *_TIERS) else place


def bare(question: str) -> str:
    """Without possessive endings ('Ashworth's bid' names Ashworth), and without a greeting or the name of who asks."""
    return _POSSESSIVE.sub("", _SALUTATION.sub("", question))


def naming(passages: Sequence[Passage], name: str) -> list[Passage]:
    """The passages whose text, or heading, holds a name."""
    return [passage for passage in passages if name.casefold() in f"{passage.text} {passage.heading()}".casefold()]
