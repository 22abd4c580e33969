"""An article of a council that does not exist, for tests of the checks before publication."""

from __future__ import annotations

import datetime as dt

from assistant.datamodel import Article, Citation, Edition, Passage, Provenance, Sentence
from ingest.datamodel import Language, SourcePlace

MADE = Provenance(engine="quote", embedding="none")


def citation(key: str = "k1p4", language: Language = "en") -> Citation:
    """A citation of a paragraph of the Amenities Committee."""
    passage = Passage(
        id="penllyn-1",
        score=1,
        text="RESOLVED that the bandstand be mended.",
        council="Penllyn Town Council",
        body="Amenities Committee",
        date=dt.date(2024, 6, 4),
        item_number="2",
        item_title="Bandstand",
        speaker=None,
        language=language,
        status="not stated",
        source=SourcePlace(path="penllyn/amenities.txt", paragraphs=(4, 4)),
    )
    return Citation(key=key, quote=passage.text, passage=passage)


def article(*texts: str, headline: str = "Bandstand to be mended", language: Language = "en", name: str = "a1") -> Article:
    """An article whose body is these sentences, each cited."""
    body = tuple(Sentence(text=text, citations=("k1p4",), support=1) for text in texts)
    return Article(id=name, theme="Parks", headline=headline, body=body, citations=(citation(language=language),), provenance=MADE)


def edition(*articles: Article, banner: str | None = None, language: Language = "en") -> Edition:
    """An edition of these articles."""
    return Edition(
        title="Penllyn news",
        template="residents@1+00000000",
        language=language,
        date_from=dt.date(2024, 6, 1),
        date_to=dt.date(2024, 6, 30),
        banner=banner,
        articles=articles,
    )
