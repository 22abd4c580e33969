"""An edition is in the order of themes, its period is in words of its language, and it says before an election that it is."""

from __future__ import annotations

import datetime as dt

from assistant.newsletter import Candidate, Period, template_for
from assistant.newsletter.edition import edition
from assistant.publicity import Rules
from ingest.dates import in_words
from tests.assistant.newsletter.test_restraint import ARTICLE

PERIOD = Period(first=dt.date(2025, 1, 1), last=dt.date(2025, 3, 31))


def candidate(name: str, council: str = "Penllyn Town Council", **more: object) -> Candidate:
    return Candidate.model_validate(
        {
            "id": name,
            "title": name,
            "theme": "x",
            "council": council,
            "meetings": (),
            "items": (),
            "documents": (),
            "score": 1,
            "scored": (),
        }
        | more
    )


def test_themes_in_their_order_and_the_best_first() -> None:
    articles = [
        ARTICLE.model_copy(update={"id": name, "theme": theme, "score": score})
        for name, theme, score in (
            ("a", "Budget and council tax", 9.0),
            ("b", "Children and schools", 1.0),
            ("c", "Children and schools", 5.0),
        )
    ]
    made = edition(articles, [candidate("a")], template_for("residents"), PERIOD, bilingual=True, rules=None)
    assert [article.id for article in made.articles] == ["c", "b", "a"]
    assert made.bilingual
    assert made.banner is None
    assert made.title == "News from Penllyn Town Council"
    assert "from 1 January to 31 March 2025" in made.introduction


def test_two_councils_are_not_called_by_the_name_of_one() -> None:
    made = edition([], [candidate("a"), candidate("b", "Other Council")], template_for("press"), PERIOD, bilingual=False, rules=None)
    assert made.council is None
    assert made.title == "Press note, your council"


def test_in_welsh_and_before_an_election() -> None:
    made = edition(
        [], [candidate("a", language="cy")], template_for("residents", "cy"), PERIOD, bilingual=False, rules=Rules(pre_election=True)
    )
    assert made.language == "cy"
    assert "o 1 Ionawr i 31 Mawrth 2025" in made.introduction
    assert made.banner
    assert "etholiad" in made.banner


def test_days() -> None:
    assert in_words(dt.date(2025, 8, 3), "cy") == "3 Awst 2025"
    assert in_words(dt.date(2025, 8, 3), "en", with_year=False) == "3 August"
    assert Period(first=dt.date(2024, 12, 1), last=dt.date(2025, 1, 31)).described("en") == "from 1 December 2024 to 31 January 2025"
