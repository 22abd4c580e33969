"""Stories brought together: in the order of their themes, under a title, within a period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.datamodel import Article, Edition
from assistant.newsletter.candidate import Candidate
from assistant.newsletter.templates import Template
from assistant.newsletter.themes import theme_order
from ingest.datamodel import Language, Noun
from ingest.dates import in_words

if TYPE_CHECKING:
    from assistant.publicity import Rules

_NO_COUNCIL = {"en": "your council", "cy": "eich cyngor"}


class Period(Noun):
    """The first and the last day of meetings that an edition tells of."""

    first: dt.date
    last: dt.date

    def described(self, language: Language) -> str:
        """'from 1 April to 30 June 2025'."""
        same_year = self.first.year == self.last.year
        first, last = in_words(self.first, language, with_year=not same_year), in_words(self.last, language)
        return f"o {first} i {last}" if language == "cy" else f"from {first} to {last}"


def edition(
    articles: Sequence[Article],
    candidates: Sequence[Candidate],
    template: Template,
    period: Period,
    *,
    bilingual: bool,
    rules: Rules | None,
) -> Edition:
    """The edition of those stories, in the order of their themes, the most worth telling of each first."""
    themes = {theme: place for place, theme in enumerate(theme_order([article.theme for article in articles]))}
    ordered = sorted(articles, key=lambda one: (themes[one.theme], -one.score, one.headline, one.id))
    language: Language = candidates[0].language if candidates else "en"
    councils = {candidate.council for candidate in candidates if candidate.council}
    council = next(iter(councils)) if len(councils) == 1 else None
    from assistant.publicity import pre_election_banner

    values = {
        "council": council or _NO_COUNCIL[language],
        "period": period.described(language),
        "date_from": in_words(period.first, language),
        "date_to": in_words(period.last, language),
        "count": str(len(ordered)),
    }
    return Edition(
        title=template.filled(template.title, **values),
        template=template.ref,
        language=language,
        date_from=period.first,
        date_to=period.last,
        council=council,
        banner=pre_election_banner(language) if rules and rules.pre_election else None,
        bilingual=bilingual,
        introduction=template.filled(template.introduction, **values),
        closing=template.filled(template.closing, **values),
        articles=tuple(ordered),
    )
