"""Every story finds its service, in both languages; one that uses none of the words finds the nearest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.newsletter.themes import theme_of, theme_order, themes

if TYPE_CHECKING:
    from ingest.embedding import Vectors


def no_meaning(texts: Sequence[str]) -> Vectors:
    raise AssertionError("the vocabulary is enough")


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Foster carers: option appraisal", "Children and schools"),
        ("Domiciliary care: waiting times", "Adult care and health"),
        ("Application 24/0117/FUL: 14 dwellings", "Homes and planning"),
        ("Winter service plan", "Roads and transport"),
        ("Flooding at Cwm Elain", "Environment and waste"),
        ("Rhosybryn Leisure Centre", "Leisure, culture and language"),
        ("Town centre regeneration", "Economy and jobs"),
        ("Council tax reduction scheme", "Budget and council tax"),
        ("Internal audit annual report", "How the council works"),
        ("Ailgylchu a gwastraff", "Environment and waste"),
        ("Gofal cartref: amseroedd aros", "Adult care and health"),
        ("Safonau'r Gymraeg", "Leisure, culture and language"),
    ],
)
def test_titles_tell(title: str, theme: str) -> None:
    assert theme_of(title, "", no_meaning).name == theme


def test_text_tells_where_the_title_does_not() -> None:
    text = "The school had 40 pupils. The head teacher said that the nursery class was full."
    assert theme_of("A proposal", text, no_meaning).name == "Children and schools"


def test_short_stems_match_whole_words_only() -> None:
    bins = next(theme for theme in themes() if theme.name == "Environment and waste")
    assert bins.pattern.search("a new bin")
    assert not bins.pattern.search("a new binder")


def test_what_uses_no_word_of_the_vocabulary_goes_to_the_nearest() -> None:
    def near_the_third(texts: Sequence[str]) -> Vectors:
        made = np.zeros((len(texts), 2), dtype=np.float32)
        made[:, 1] = 1
        made[[0, 3]] = (1, 0)
        return made

    assert theme_of("Xyzzy", "Plugh.", near_the_third) == themes()[2]


def test_order_is_that_of_the_vocabulary_in_either_language() -> None:
    assert theme_order(["Budget and council tax", "Odd", "Children and schools"]) == [
        "Children and schools",
        "Budget and council tax",
        "Odd",
    ]
    assert theme_order(["Cyllideb a threth y cyngor", "Plant ac ysgolion"]) == ["Plant ac ysgolion", "Cyllideb a threth y cyngor"]
