"""The rules that publicity is held against, and where they stand.

England: Code of Recommended Practice on Local Authority Publicity, in force 31 March 2011 (DCLG Circular 01/2011), made under section 4 of
the Local Government Act 1986. Wales: the Code of Recommended Practice on Local Authority Publicity as revised on 17 March 2022 under the
same section. In both countries section 2 of that Act forbids material that appears to be designed to affect public support for a party.
The parts of the codes are cited by their headings, which do not move when a council prints them in its constitution.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assistant.datamodel import Style
from ingest.datamodel import Language, Noun

Code = Literal["england", "wales"]
Subject = Literal["objectivity", "even-handedness", "members", "party", "voting", "election", "personal data", "reading", "length", "links"]

_PARTY = "Local Government Act 1986, section 2"
_DATA = "UK GDPR, articles 5(1)(c) and 9"
SOURCES: dict[Code, dict[Subject, str]] = {
    "england": {
        "objectivity": "England 2011, Objectivity",
        "even-handedness": "England 2011, Even-handedness",
        "members": "England 2011, Even-handedness",
        "party": _PARTY,
        "voting": "England 2011, Care during periods of heightened sensitivity",
        "election": "England 2011, Care during periods of heightened sensitivity",
        "personal data": _DATA,
        "reading": "GOV.UK content design: writing for GOV.UK",
        "length": "the edition's own limit",
        "links": "the edition's own rule",
    },
    "wales": {
        "objectivity": "Wales 2022, Content and style",
        "even-handedness": "Wales 2022, Content and style",
        "members": "Wales 2022, publicity about individual members",
        "party": _PARTY,
        "voting": "Wales 2022, elections, referendums and petitions",
        "election": "Wales 2022, elections, referendums and petitions",
        "personal data": _DATA,
        "reading": "GOV.UK content design: writing for GOV.UK",
        "length": "the edition's own limit",
        "links": "the edition's own rule",
    },
}

# By style. Words: GOV.UK asks to split sentences of more than 25 words; the minutes' own sentences, which the other styles may quote, run
# longer. Reading ages: 9 is GOV.UK's aim for everybody; a school leaver of 16 reads what is meant for members.
LONGEST_SENTENCE: dict[Style, int] = {"plain": 25, "brief": 35, "full": 40}
READING_AGE: dict[Style, int] = {"plain": 14, "brief": 17, "full": 18}
LONGEST_ARTICLE: dict[Style, int] = {"plain": 250, "brief": 100, "full": 400}


class Rules(Noun):
    """Which rules an edition is held against."""

    code: Code = "wales"
    pre_election: bool = Field(default=False, description="between the notice of an election and the poll")
    style: Style = "full"
    max_words: int | None = Field(default=None, description="longest article in words; None: by style")
    max_sentence: int | None = Field(default=None, description="longest sentence in words; None: by style")
    max_reading_age: int | None = Field(default=None, description="in years, English only; None: by style")
    members: tuple[str, ...] = Field(default=(), description="names of members, without title, where the caller knows them")
    candidates: tuple[str, ...] = Field(default=(), description="names of candidates at the election")

    @property
    def words(self) -> int:
        """Longest article, in words."""
        return self.max_words or LONGEST_ARTICLE[self.style]

    @property
    def sentence_words(self) -> int:
        """Longest sentence, in words."""
        return self.max_sentence or LONGEST_SENTENCE[self.style]

    @property
    def reading_age(self) -> int:
        """Highest reading age, in years."""
        return self.max_reading_age or READING_AGE[self.style]

    def named(self, what: str, subject: Subject) -> str:
        """'evaluative word (England 2011, Objectivity)': a finding's rule."""
        return f"{what} ({SOURCES[self.code][subject]})"


_BANNERS: dict[Language, str] = {
    "en": "Published in the pre-election period. This edition names no councillor or candidate and takes no side on any matter.",
    "cy": "Cyhoeddwyd yn y cyfnod cyn etholiad. Nid yw'r rhifyn hwn yn enwi cynghorydd nac ymgeisydd nac yn cymryd ochr ar unrhyw fater.",
}


def pre_election_banner(language: Language = "en") -> str:
    """The notice that an edition of the pre-election period carries."""
    return _BANNERS[language]
