"""An edition of a council that does not exist: every kind of thing that an export must carry."""

from __future__ import annotations

import datetime as dt

from assistant.datamodel import Article, Citation, Edition, Finding, Passage, Problem, Provenance, Section, Sentence
from ingest.datamodel import Language, SourcePlace, Status

MADE = Provenance(engine="quote", embedding="none")
ROOF = "RESOLVED that the quotation of £4,350 for the bandstand be accepted."
SLATES = 'The Clerk said that nine slates & a finial had "gone" <in the gale>; see 1. above, *not* [2].'
TO = "PENDERFYNWYD bod y dyfynbris o £4,350 ar gyfer y safle bandiau yn cael ei dderbyn."
EARLIER = "A quotation had been asked for in May."
COMES_NEXT = "The work would be finished before 27 July."
URL = "https://democracy.penllyn.example/mgAi.aspx?ID=7&x=1"


def citation(key: str, quote: str, first: int, last: int, language: Language = "en", status: Status = "not stated") -> Citation:
    """A citation of paragraphs of the Amenities Committee."""
    passage = Passage(
        id=f"d-{key}",
        score=1,
        text=quote,
        council="Penllyn Town Council",
        body="Amenities Committee" if language == "en" else "Pwyllgor Amwynderau",
        date=dt.date(2024, 6, 4),
        item_number="2",
        item_title="Bandstand" if language == "en" else "Safle bandiau",
        speaker=None,
        language=language,
        status=status,
        source=SourcePlace(path="penllyn/amenities.pdf", url=URL if language == "en" else None, page=2, paragraphs=(first, last)),
    )
    return Citation(key=key, quote=quote, passage=passage)


CITATIONS = (citation("kap4", ROOF, 4, 4), citation("kap2-3", SLATES, 2, 3), citation("kbp4", TO, 44, 44, "cy"))
UNSUPPORTED = Sentence(
    text="The fantastic roof will cost £5,000.",
    citations=(),
    support=0.1,
    problems=(Problem(name="figure", words="£5,000", evidence="£4,350"),),
)
FOUND = Finding(
    check="publicity",
    rule="promotional word (Wales 2022)",
    severity="warn",
    sentence=UNSUPPORTED.text,
    words="fantastic",
    advice="Say what was done.",
)


def bandstand() -> Article:
    """A story with its Welsh pair, a sentence cited twice, and one that the minutes do not bear out."""
    return Article(
        id="a1",
        theme="Parks & places",
        headline="1. Bandstand <to be> mended",
        standfirst=Sentence(text=ROOF, citations=("kap4",), support=1),
        body=(Sentence(text=SLATES, citations=("kap2-3", "kap4"), support=1), UNSUPPORTED),
        next_steps=(Sentence(text=COMES_NEXT, citations=("kap2-3",), support=1),),
        earlier=(
            Section(heading="Amenities Committee, 7 May 2024", sentences=(Sentence(text=EARLIER, citations=("kap2-3",), support=1),)),
        ),
        citations=CITATIONS,
        counterpart=(Sentence(text=TO, citations=("kbp4",), support=1),),
        counterpart_title="Trwsio'r safle bandiau",
        meetings=("Amenities Committee, 4 June 2024",),
        reasons=("a decision", "£4,350"),
        findings=(FOUND,),
        provenance=MADE,
    )


def lights() -> Article:
    """A story of draft minutes without a Welsh pair."""
    quote = "The Christmas lights had cost £2,915."
    return Article(
        id="a2",
        theme="Money",
        headline="Christmas lights",
        body=(Sentence(text=quote, citations=("kcp9",), support=1),),
        citations=(citation("kcp9", quote, 9, 9, status="draft"),),
        status="draft",
        provenance=MADE,
    )


def edition(**changed: object) -> Edition:
    """An unsigned bilingual edition of both."""
    made = Edition(
        title="Penllyn news: June 2024",
        template="residents@1+00000000",
        language="en",
        date_from=dt.date(2024, 6, 1),
        date_to=dt.date(2024, 6, 30),
        council="Penllyn Town Council",
        banner="Published in the pre-election period.",
        bilingual=True,
        introduction="## About\n\nWhat was decided, **in the minutes' words**.\n\n- one\n- [two](https://penllyn.example/two)",
        closing="Notes to editors.",
        articles=(bandstand(), lights()),
        findings=(FOUND.model_copy(update={"rule": "prominence of one member: Hale", "sentence": "Penllyn news"}),),
    )
    return made.model_copy(update=changed)
