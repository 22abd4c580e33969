"""Shouted titles calm down and keep their names; others stay as they are."""

from __future__ import annotations

import pytest

from assistant.newsletter.titles import Spelling, calm

TEXT = (
    "The Head of Leisure and Culture reported on the leisure centre at Rhosybryn. Members of the Cwm Elain Flood Group had written.\n"
    "Work at Rhosybryn Leisure Centre would begin in May, said the Head of Roads. The council tax was not raised, nor were day services.\n"
    "In reply the Welsh Government had replied to the CCTV survey."
)


@pytest.mark.parametrize(
    ("title", "calmed"),
    [
        ("RHOSYBRYN LEISURE CENTRE: FUNDING", "Rhosybryn Leisure Centre: funding"),
        ("5. COUNCIL TAX AND DAY SERVICES", "Council tax and day services"),
        ("FLOODING AT CWM ELAIN, 7 MAY 2024", "Flooding at Cwm Elain, 7 May 2024"),
        ("APPLICATION 24/0117/FUL - LAND AT TREFGOCH", "Application 24/0117/FUL – land at Trefgoch"),
        ("CCTV IN THE PARK", "CCTV in the park"),
        ("DWELLING, TY'N LLAN, CWM ELAIN", "Dwelling, Ty'n Llan, Cwm Elain"),
        ("Litter Bins in Heol y Bont", "Litter Bins in Heol y Bont"),
        ("WELSH GOVERNMENT GRANT.", "Welsh Government grant"),
        ("12/24 - 2024/25", "12/24 – 2024/25"),
        ("", ""),
    ],
)
def test_titles(title: str, calmed: str) -> None:
    assert calm(title, Spelling(TEXT), "en") == calmed


def test_welsh_titles_keep_welsh_words_small() -> None:
    text = "Adroddwyd bod Canolfan Hamdden Rhosybryn ar gau. Bydd gofalwyr maeth yn cael gwybod."
    assert calm("CANOLFAN HAMDDEN RHOSYBRYN: CYLLID", Spelling(text), "cy") == "Canolfan Hamdden Rhosybryn: cyllid"
    assert calm("GOFALWYR MAETH: ARFARNIAD OPSIYNAU", Spelling(text), "cy") == "Gofalwyr maeth: arfarniad opsiynau"


def test_numbers_at_the_front_of_a_title_that_count_something_stay() -> None:
    assert calm("14 DWELLINGS IN TREFGOCH", Spelling(TEXT), "en") == "14 dwellings in Trefgoch"
